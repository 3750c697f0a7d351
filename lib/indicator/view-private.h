/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the views of a set share.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define MARMOT_VIEW_NONE G_MAXSIZE

/* A column that a view needs, with an error if it is not there; unref it. */
MarmotColumn *marmot_view_need_column  (MarmotTable   *table,
                                        const char    *name,
                                        GError       **error);

/* The same of labels, which are a dictionary. */
MarmotColumn *marmot_view_need_labels  (MarmotTable   *table,
                                        const char    *name,
                                        GError       **error);

/* The rows named, a gsize each, in this order, of all columns. */
MarmotTable  *marmot_view_take_rows    (MarmotTable   *table,
                                        const GArray  *rows,
                                        GError       **error);

/* The last row of each series, by time, and the one before it; MARMOT_VIEW_NONE
 * where there is none. Rows without a time are left out. */
gboolean      marmot_view_find_last_two (MarmotTable   *table,
                                         MarmotColumn  *sortable,
                                         gsize        **last,
                                         gsize        **before,
                                         gsize         *n_series,
                                         GError       **error);

G_END_DECLS
