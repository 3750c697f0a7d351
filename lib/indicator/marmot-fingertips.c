/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The form of Fingertips' public CSV, and writing it.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "fingertips-private.h"

#include "core/marmot-csv-writer-private.h"
#include "core/marmot-table-private.h"

const FingertipsColumn fingertips_columns[FINGERTIPS_N_COLUMNS] = {
  { "Indicator ID", OBS_INDICATOR_ID },
  { "Indicator Name", OBS_INDICATOR_NAME },
  { "Parent Code", OBS_PARENT_CODE },
  { "Parent Name", OBS_PARENT_NAME },
  { "Area Code", OBS_AREA_CODE },
  { "Area Name", OBS_AREA_NAME },
  { "Area Type", OBS_AREA_TYPE },
  { "Sex", OBS_SEX },
  { "Age", OBS_AGE },
  { "Category Type", OBS_CATEGORY_TYPE },
  { "Category", OBS_CATEGORY },
  { "Time period", OBS_TIME_PERIOD },
  { "Value", OBS_VALUE },
  { "Lower CI 95.0 limit", OBS_LOWER_95 },
  { "Upper CI 95.0 limit", OBS_UPPER_95 },
  { "Lower CI 99.8 limit", OBS_LOWER_99_8 },
  { "Upper CI 99.8 limit", OBS_UPPER_99_8 },
  { "Count", OBS_COUNT },
  { "Denominator", OBS_DENOMINATOR },
  { "Value note", OBS_NOTE },
  { "Recent Trend", OBS_RECENT_TREND },
  { "Compared to England value or percentiles", OBS_COMPARED_ENGLAND },
  { NULL, OBS_COMPARED_PARENT },
  { "Time period Sortable", OBS_SORTABLE },
  { "New data", OBS_NEW_DATA },
  { "Compared to goal", OBS_COMPARED_GOAL },
  { "Time period range", OBS_PERIOD_RANGE },
};

gboolean
obs_is_fingertips (ObsColumn column)
{
  if (column == OBS_PARENT_KIND)
    return TRUE;
  for (guint i = 0; i < FINGERTIPS_N_COLUMNS; i++)
    if (fingertips_columns[i].column == column)
      return TRUE;
  return FALSE;
}

/* The name of the comparison with the parent, or NULL if there are several. */
static char *
parent_name (MarmotObservationSet *set)
{
  MarmotColumn *kinds = obs_peek (set, OBS_PARENT_KIND);
  const char *kind = NULL;
  gsize size = 0;

  for (gsize row = 0; kinds && row < marmot_column_get_length (kinds); row++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (kinds, row, &length);

      if (text && kind && text != kind && (length != size || memcmp (text, kind, size) != 0))
        return NULL;
      if (text)
        {
          kind = text;
          size = length;
        }
    }

  /* What the site's own export calls a parent whose kind it does not name. */
  if (!kind)
    return g_strdup ("Compared to parent value or percentiles");
  if (size == strlen ("England") && memcmp (kind, "England", size) == 0)
    return g_strdup ("Compared to percentiles");
  return g_strdup_printf ("Compared to %.*s value or percentiles", (int) size, kind);
}

GBytes *
marmot_fingertips_write_bytes (MarmotObservationSet *set,
                               GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) table = NULL;
  g_autofree char *compared_parent = NULL;
  const char *names[FINGERTIPS_N_COLUMNS + 1] = { NULL };
  gsize n_rows;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);

  n_rows = marmot_observation_set_get_n_rows (set);
  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    {
      MarmotColumn *column = obs_peek (set, i);

      if (column && !obs_is_fingertips (i) && marmot_column_get_n_nulls (column) < n_rows)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Fingertips' form has no place for what the column \"%s\" says: take the column out",
                       obs_column_name (i));
          return NULL;
        }
    }

  compared_parent = parent_name (set);
  if (!compared_parent)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The rows are compared with parents of several kinds, and the form names one in "
                           "its header: write a file for each kind");
      return NULL;
    }

  for (guint i = 0; i < FINGERTIPS_N_COLUMNS; i++)
    {
      MarmotColumn *column = obs_peek (set, fingertips_columns[i].column);

      names[i] = i == FINGERTIPS_COMPARED_PARENT ? compared_parent : fingertips_columns[i].name;
      g_ptr_array_add (columns, column ? marmot_column_ref (column)
                                       : obs_null_column (obs_column_type (fingertips_columns[i].column), n_rows));
    }
  table = marmot_table_new (names, (MarmotColumn **) columns->pdata, columns->len, error);
  return table ? marmot_csv_write_styled (table, MARMOT_CSV_STYLE_EXPORT, error) : NULL;
}
