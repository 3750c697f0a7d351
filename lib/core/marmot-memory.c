/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-memory-private.h"

#ifdef G_OS_UNIX
#include <sys/mman.h>
#endif

/* The size of a large page on most processors. */
#define LARGE_PAGE ((gsize) 2 * 1024 * 1024)

struct _MarmotMemory
{
  gpointer data;
  GDestroyNotify destroy;
};

MarmotMemory *
marmot_memory_new (gpointer data,
                   GDestroyNotify destroy)
{
  MarmotMemory *self = g_atomic_rc_box_new (MarmotMemory);

  self->data = data;
  self->destroy = destroy;
  return self;
}

MarmotMemory *
marmot_memory_ref (MarmotMemory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
marmot_memory_clear (gpointer box)
{
  MarmotMemory *self = box;

  if (self->destroy)
    self->destroy (self->data);
}

void
marmot_memory_unref (MarmotMemory *self)
{
  g_atomic_rc_box_release_full (self, marmot_memory_clear);
}

void
marmot_memory_advise (gpointer block,
                      gsize size)
{
#ifdef MADV_HUGEPAGE
  /* Blocks aligned to large pages would tear the heap into pieces, so only the whole
   * ones inside a block are asked for. It is only advice: where it is not taken,
   * nothing is lost. */
  if (size >= 2 * LARGE_PAGE)
    {
      guintptr first = ((guintptr) block + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
      guintptr end = ((guintptr) block + size) / LARGE_PAGE * LARGE_PAGE;

      (void) madvise ((gpointer) first, end - first, MADV_HUGEPAGE);
    }
#endif
}

gpointer
marmot_memory_room (gsize size)
{
  /* A whole number of cache lines, so that a vector loop may not straddle into
   * somebody else's. */
  gsize n_lines = MAX (size, 1) / MARMOT_ALIGNMENT + 1;
  gpointer block = g_aligned_alloc (n_lines, MARMOT_ALIGNMENT, MARMOT_ALIGNMENT);

  marmot_memory_advise (block, size);
  return block;
}

MarmotMemory *
marmot_memory_alloc (gsize size,
                     gpointer *block)
{
  *block = marmot_memory_room (size);
  return marmot_memory_new (*block, g_aligned_free);
}
