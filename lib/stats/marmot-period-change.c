/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "numeric/kernel.h"

/* How many steps back the earlier period is; 0 with an error. */
static guint
find_steps (const MarmotSeries *series,
            MarmotPeriodChangeOptions *options,
            GError **error)
{
  guint n_steps = options ? marmot_period_change_options_get_n_steps (options) : 0;

  if (n_steps > 0)
    return n_steps;
  if (options == NULL || marmot_period_change_options_get_since (options) == MARMOT_CHANGE_SINCE_PREVIOUS)
    return 1;
  if (series->steps_a_year == 0)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "Numbers do not say how many steps a year has: set \"n-steps\", or give \"time\" as dates or "
                         "as texts of periods");
  return series->steps_a_year;
}

/* The row of the earlier period of each row, NaN for none, and the statuses of rows. */
static void
find_earlier (const MarmotSeries *series,
              guint n_steps,
              double *earlier,
              guint8 *status)
{
  for (gsize g = 0; g < series->n_series; g++)
    {
      const gsize *rows;
      gsize n = marmot_series_get_rows (series, g, &rows);

      for (gsize i = 0, back = 0; i < n; i++)
        {
          double wanted = series->time[rows[i]] - n_steps;

          status[rows[i]] = series->status[g];
          if (status[rows[i]] == MN_OK && series->overlapping[g])
            status[rows[i]] = MARMOT_STATUS_NOT_INDEPENDENT;
          if (status[rows[i]] != MN_OK)
            continue;
          while (back < i && series->time[rows[back]] < wanted)
            back++;
          if (series->time[rows[back]] == wanted)
            earlier[rows[i]] = (double) rows[back];
          else
            status[rows[i]] = MN_MISSING;
        }
    }
}

/* A figure of rows, and of the periods before them; null where there is none. */
static void
pair_columns (const MarmotSeries *series,
              const double *figures,
              const guint8 *figure_status,
              const double *earlier,
              const guint8 *status,
              MarmotColumn **later_column,
              MarmotColumn **earlier_column)
{
  gsize n = series->n_rows;
  double *now = marmot_scratch_doubles (series->scratch, n);
  double *then = marmot_scratch_doubles (series->scratch, n);
  g_autofree gboolean *no_now = g_new0 (gboolean, MAX (n, 1));
  g_autofree gboolean *no_then = g_new0 (gboolean, MAX (n, 1));
  g_autoptr (MarmotColumn) bare_now = NULL;
  g_autoptr (MarmotColumn) bare_then = NULL;

  for (gsize i = 0; i < n; i++)
    {
      gsize from = status[i] == MN_OK ? (gsize) earlier[i] : 0;

      no_now[i] = status[i] != MN_OK || figure_status[i] == MN_MISSING;
      no_then[i] = status[i] != MN_OK || figure_status[from] == MN_MISSING;
      now[i] = no_now[i] ? 0 : figures[i];
      then[i] = no_then[i] ? 0 : figures[from];
    }
  bare_now = marmot_column_new_double (now, n);
  bare_then = marmot_column_new_double (then, n);
  *later_column = marmot_column_with_nulls (bare_now, no_now, n, NULL);
  *earlier_column = marmot_column_with_nulls (bare_then, no_then, n, NULL);
}

/* The statuses of a comparison, and in their place those of rows that had none. */
static MarmotColumn *
merge_statuses (MarmotTable *table,
                const guint8 *status,
                gsize n)
{
  const MarmotColumn *column = marmot_table_peek_column (table, "status");
  MarmotResult one;
  MarmotColumn *merged;
  g_autofree guint8 *both = g_malloc (MAX (n, 1));
  g_autofree guint8 *by_code = NULL;
  g_autoptr (GEnumClass) statuses = g_type_class_ref (MARMOT_TYPE_STATUS);
  gsize n_codes = marmot_column_get_length (column->dictionary);

  /* What each code of the dictionary stands for. */
  by_code = g_malloc0 (MAX (n_codes, 1));
  for (gsize c = 0; c < n_codes; c++)
    {
      g_autofree char *nick = marmot_column_get_text (column->dictionary, c);

      by_code[c] = (guint8) g_enum_get_value_by_nick (statuses, nick)->value;
    }
  for (gsize i = 0; i < n; i++)
    both[i] = status[i] != MN_OK ? status[i] : by_code[marmot_column_get_code (column, i)];
  marmot_result_init (&one);
  marmot_result_add_statuses (&one, "status", both, n);
  merged = marmot_column_ref (one.columns->pdata[0]);
  marmot_result_clear (&one);
  return merged;
}

typedef MarmotTable *(*Compare) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *,
                                 MarmotIntervalOptions *, GError **);

MarmotTable *
marmot_changes_over_time (MarmotTable *figures,
                          MarmotGroups *groups,
                          MarmotPeriodChangeOptions *options,
                          GError **error)
{
  static const Compare compare[] = { marmot_proportion_difference_column, marmot_proportion_ratio_column,
                                     marmot_rate_difference_column, marmot_rate_ratio_column };
  static const char *const names[] = { "numerator", "denominator" };
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotSeries) series = { 0 };
  g_auto (MarmotResult) result = { 0 };
  g_autoptr (MarmotTable) compared = NULL;
  MarmotColumn *now[2] = { NULL, NULL }, *then[2] = { NULL, NULL };
  guint measure = options ? (guint) marmot_period_change_options_get_measure (options) : 0;
  double *earlier;
  guint8 *status;
  guint n_steps;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_PERIOD_CHANGE_OPTIONS (options), NULL);

  marmot_scratch_init (&scratch);
  marmot_series_init (&series, &scratch);
  if (!marmot_series_read (&series, figures, groups, MARMOT_SERIES_STEPS, error))
    return NULL;
  n_steps = find_steps (&series, options, error);
  if (n_steps == 0)
    return NULL;
  n = series.n_rows;
  earlier = marmot_series_new_column (&series, n);
  status = marmot_scratch_bytes (&scratch, n);
  find_earlier (&series, n_steps, earlier, status);

  for (int part = 0; part < 2; part++)
    {
      guint8 *missing = marmot_scratch_bytes (&scratch, n);
      const double *values;

      if (!marmot_gaps_read (figures, names[part], TRUE, &scratch, &values, missing, error))
        {
          g_clear_pointer (&now[0], marmot_column_unref);
          g_clear_pointer (&then[0], marmot_column_unref);
          return NULL;
        }
      pair_columns (&series, values, missing, earlier, status, &now[part], &then[part]);
    }
  compared = compare[measure](now[0], now[1], then[0], then[1],
                              options ? marmot_period_change_options_get_interval (options) : NULL, error);
  for (int part = 0; part < 2; part++)
    marmot_column_unref (now[part]);
  if (compared == NULL)
    {
      for (int part = 0; part < 2; part++)
        marmot_column_unref (then[part]);
      return NULL;
    }

  marmot_result_init (&result);
  for (gsize i = 0; i < marmot_table_get_n_columns (compared); i++)
    {
      const char *name = marmot_table_get_column_name (compared, i);

      if (g_str_equal (name, "status"))
        marmot_result_add (&result, name, merge_statuses (compared, status, n));
      else
        marmot_result_add (&result, name, marmot_table_get_column (compared, i));
    }
  marmot_series_add_rows (&result, "earlier_row", earlier, n);
  marmot_result_add (&result, "earlier_numerator", then[0]);
  marmot_result_add (&result, "earlier_denominator", then[1]);
  return marmot_result_end (&result);
}
