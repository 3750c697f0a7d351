/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-memory-private.h"

#include <string.h>

#ifdef G_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

/* The size of a large page on most processors. */
#define LARGE_PAGE ((gsize) 2 * 1024 * 1024)
#define SMALL_PAGE ((gsize) 4096)

/* Results of bulk functions are large, and the next call wants blocks of the same size.
 * From the system they come cleared, which costs as much as the statistic; so some
 * that were freed are kept for it, and the system told that it may take their pages
 * when it is short of memory. */
#define KEEPS_SPARES
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#undef KEEPS_SPARES /* it would hide what is used after it was freed */
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#undef KEEPS_SPARES
#endif
#endif
#define SPARE_SMALLEST ((gsize) 32 * 1024)
#define SPARE_MOST ((gsize) 512 * 1024 * 1024)
#define SPARE_SHARE 16 /* of the machine's memory */
#define SPARE_BLOCKS 32

#ifdef KEEPS_SPARES
typedef struct
{
  gpointer block;
  gsize size;
} Spare;

/* The oldest first. Nobody waits for the mutex: whoever does not get it at once goes
 * without spares. So a process that forked while another thread had it goes on. */
static GMutex spare_mutex;
static Spare spares[SPARE_BLOCKS];
static gsize n_spares;
static gsize spare_bytes;
#endif

struct _MarmotMemory
{
  gpointer data;
  GDestroyNotify destroy;
  gsize size; /* of a block of ours that may be kept, or 0 */
};

MarmotMemory *
marmot_memory_new (gpointer data,
                   GDestroyNotify destroy)
{
  MarmotMemory *self = g_atomic_rc_box_new (MarmotMemory);

  self->data = data;
  self->destroy = destroy;
  self->size = 0;
  return self;
}

#ifdef KEEPS_SPARES
/* How many bytes are kept at most. */
static gsize
get_spare_total (void)
{
  static gsize total;

  if (g_once_init_enter (&total))
    {
      gsize found = SPARE_MOST;
#if defined(G_OS_UNIX) && defined(_SC_PHYS_PAGES)
      long n_pages = sysconf (_SC_PHYS_PAGES);

      if (n_pages > 0)
        found = MIN (found, (gsize) n_pages / SPARE_SHARE * SMALL_PAGE);
#endif
      g_once_init_leave (&total, MAX (found, SPARE_SMALLEST));
    }
  return total;
}

/* Call it with the mutex. */
static Spare
take_spare (gsize index)
{
  Spare spare = spares[index];

  n_spares--;
  spare_bytes -= spare.size;
  memmove (&spares[index], &spares[index + 1], (n_spares - index) * sizeof *spares);
  return spare;
}

/* A spare block of this size or little more, or NULL. */
static gpointer
find_spare (gsize  size,
            gsize *actual)
{
  Spare found = { NULL, 0 };

  *actual = 0;
  if (!g_mutex_trylock (&spare_mutex))
    return NULL;
  for (gsize i = n_spares; i > 0 && !found.block; i--)
    if (spares[i - 1].size >= size && spares[i - 1].size - size <= size / 8)
      found = take_spare (i - 1);
  g_mutex_unlock (&spare_mutex);
  *actual = found.size;
  return found.block;
}

/* Keeps a block, and frees the oldest ones for which there is no room then. */
static void
keep_spare (gpointer block,
            gsize    size)
{
  Spare surplus[SPARE_BLOCKS];
  gsize n_surplus = 0;

#ifdef MADV_FREE
  guintptr first = ((guintptr) block + SMALL_PAGE - 1) / SMALL_PAGE * SMALL_PAGE;

  /* Of small ones it would cost more than it is worth. */
  if (size >= LARGE_PAGE)
    (void) madvise ((gpointer) first, ((guintptr) block + size - first) / SMALL_PAGE * SMALL_PAGE, MADV_FREE);
#endif
  if (!g_mutex_trylock (&spare_mutex))
    {
      g_aligned_free (block);
      return;
    }
  while (n_spares > 0 && (n_spares == SPARE_BLOCKS || spare_bytes + size > get_spare_total ()))
    surplus[n_surplus++] = take_spare (0);
  spares[n_spares++] = (Spare) { block, size };
  spare_bytes += size;
  g_mutex_unlock (&spare_mutex);
  for (gsize i = 0; i < n_surplus; i++)
    g_aligned_free (surplus[i].block);
}
#endif

MarmotMemory *
marmot_memory_ref (MarmotMemory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
marmot_memory_clear (gpointer box)
{
  MarmotMemory *self = box;

#ifdef KEEPS_SPARES
  if (self->size > 0)
    {
      keep_spare (self->data, self->size);
      return;
    }
#endif
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
#ifdef KEEPS_SPARES
  gsize actual = 0;
  MarmotMemory *self;

  if (size >= SPARE_SMALLEST && size <= get_spare_total ())
    {
      *block = find_spare (size, &actual);
      if (!*block)
        {
          *block = marmot_memory_room (size);
          actual = size;
        }
      self = marmot_memory_new (*block, g_aligned_free);
      self->size = actual;
      return self;
    }
#endif
  *block = marmot_memory_room (size);
  return marmot_memory_new (*block, g_aligned_free);
}

gconstpointer
marmot_memory_zeros (gsize size,
                     MarmotMemory **memory)
{
  /* Never written to; const would put them into the file of the library. */
  static guint8 few[128 * 1024] __attribute__ ((aligned (MARMOT_ALIGNMENT)));
  gpointer block;

  *memory = NULL;
  if (size <= sizeof few)
    return few;
  block = g_malloc0 (size + MARMOT_ALIGNMENT);
  *memory = marmot_memory_new (block, g_free);
  return (gconstpointer) (((guintptr) block + MARMOT_ALIGNMENT - 1) / MARMOT_ALIGNMENT * MARMOT_ALIGNMENT);
}
