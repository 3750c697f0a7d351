/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-memory-private.h"

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

MarmotMemory *
marmot_memory_alloc (gsize size,
                     gpointer *block)
{
  /* A whole number of cache lines, so that a vector loop may not straddle into
   * somebody else's. */
  gsize n_lines = MAX (size, 1) / MARMOT_ALIGNMENT + 1;

  *block = g_aligned_alloc (n_lines, MARMOT_ALIGNMENT, MARMOT_ALIGNMENT);
  return marmot_memory_new (*block, g_aligned_free);
}
