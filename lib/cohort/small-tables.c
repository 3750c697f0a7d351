/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Small tables that are built row by row.
 */
#include "small-tables-private.h"

MarmotTable *
cohort_finish_table (const char *const *names,
                     MarmotColumnBuilder **builders)
{
  gsize n_columns = g_strv_length ((char **) names);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; i < n_columns; i++)
    g_ptr_array_add (columns, marmot_column_builder_finish (builders[i]));
  /* The names are distinct and the lengths equal, so it cannot fail. */
  return marmot_table_new (names, (MarmotColumn **) columns->pdata, n_columns, NULL);
}
