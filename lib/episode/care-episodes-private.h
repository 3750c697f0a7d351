/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The episodes of all years of a return: which rows they are, and what is joined to them.
 */
#pragma once

#include "care-return-private.h"

G_BEGIN_DECLS

CarePool         *care_pool_new      (MarmotCareReturn *care);
void              care_pool_free     (CarePool         *self);

MarmotEpisodeSet *care_episodes_make (MarmotCareReturn *care,
                                      GError          **error);

/* Without references; NULL if the column has no values. */
MarmotColumn     *care_return_peek_dictionary (MarmotCareReturn *self,
                                               CareColumn        column);

/* A column of a table as it is, sharing its memory; NULL if the table has none. */
MarmotColumn     *care_return_make_column     (MarmotCareReturn *self,
                                               MarmotCareTable   table,
                                               guint             year,
                                               CareColumn        column);

/* Whether there are codes in the column that no year has. */
gboolean          care_return_has_strange     (MarmotCareReturn *self,
                                               CareColumn        column);

/* Whether no year has the code, which is not let into episodes. */
gboolean          care_return_is_strange      (MarmotCareReturn *self,
                                               CareColumn        column,
                                               gint32            code);

G_END_DECLS
