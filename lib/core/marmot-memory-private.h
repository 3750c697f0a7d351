/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What keeps the memory of a column alive: a reference-counted handle on
 * something that knows how to free itself (a block of ours, a GBytes, an Arrow
 * array of somebody else's).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arrow asks for buffers aligned to 64 bytes, and vector loads like them. */
#define MARMOT_ALIGNMENT 64

typedef struct _MarmotMemory MarmotMemory;

MarmotMemory *marmot_memory_new   (gpointer        data,
                                   GDestroyNotify  destroy);
MarmotMemory *marmot_memory_ref   (MarmotMemory   *self);
void          marmot_memory_unref (MarmotMemory   *self);

/* Asks for large pages inside a block that will be filled, where the system has them
 * and the block is large: page by page that costs as much as many a statistic. */
void          marmot_memory_advise (gpointer       block,
                                    gsize          size);

/* Room for size bytes, not cleared, of large pages where that is of use; free it with
 * g_aligned_free(). */
gpointer      marmot_memory_room  (gsize           size) G_GNUC_MALLOC;

/* An aligned block of its own, not cleared; its address goes to block. */
MarmotMemory *marmot_memory_alloc (gsize           size,
                                   gpointer       *block);

/* Zeros that nobody writes to, of which large ones take no memory until somebody reads
 * them. What keeps them goes to memory, and may be NULL. */
gconstpointer marmot_memory_zeros (gsize           size,
                                   MarmotMemory  **memory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotMemory, marmot_memory_unref)

G_END_DECLS
