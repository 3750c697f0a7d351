/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers distinct texts in the order in which they come: what dictionary columns
 * are made with, and groups of text.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct _MarmotTextIndex MarmotTextIndex;

MarmotTextIndex *marmot_text_index_new    (void);
void             marmot_text_index_free   (MarmotTextIndex *self);

/* The code of a text, which is a new one if the text is new; -1 if that would be
 * more than 32-bit codes can tell apart. */
gint32           marmot_text_index_add    (MarmotTextIndex *self,
                                           const char      *text,
                                           gsize            length);

/* Takes the newest text out again, before any other is added: there must be one, and it
 * must have been new in the last addition. */
void             marmot_text_index_drop_newest (MarmotTextIndex *self);

/* The distinct texts by code, as a column; frees the index. */
MarmotColumn    *marmot_text_index_finish (MarmotTextIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotTextIndex, marmot_text_index_free)

G_END_DECLS
