/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-table-private.h"
#include "numeric/kernel.h"

/* What is known of each row of the figures. */
typedef struct
{
  double *value;
  double *deviate;
  double *adjusted;
  double *baseline;
  double *dispersion;
  guint8 *place;
  guint8 *adjusted_place;
  guint8 *status;
} Rows;

typedef struct
{
  MarmotColumn *numerator;
  MarmotColumn *denominator;
  MarmotColumn *rate;
} Figures;

static MarmotColumn *
take (MarmotColumn *column,
      const gsize *rows,
      gsize n)
{
  return column ? marmot_column_take_known (column, rows, n) : NULL;
}

static void
scatter_numbers (const MarmotTable *points,
                 const char *name,
                 const gsize *rows,
                 gsize n,
                 double *to)
{
  const MarmotColumn *column = marmot_table_peek_column (points, name);

  for (gsize i = 0; i < n; i++)
    if (marmot_column_row_is_valid (column, i))
      to[rows[i]] = marmot_column_get_double (column, i);
}

/* The codes of columns of members are the members. */
static void
scatter_members (const MarmotTable *points,
                 const char *name,
                 const gsize *rows,
                 gsize n,
                 guint8 *to)
{
  const MarmotColumn *column = marmot_table_peek_column (points, name);

  for (gsize i = 0; i < n; i++)
    to[rows[i]] = (guint8) marmot_column_get_code (column, i);
}

/* The funnel of the rows of one period. */
static gboolean
draw_period (const Figures *figures,
             MarmotFunnelOptions *options,
             const gsize *rows,
             gsize n,
             Rows *out,
             GError **error)
{
  g_autoptr (MarmotColumn) numerator = take (figures->numerator, rows, n);
  g_autoptr (MarmotColumn) denominator = take (figures->denominator, rows, n);
  g_autoptr (MarmotColumn) rate = take (figures->rate, rows, n);
  g_autoptr (GError) local = NULL;
  g_autoptr (MarmotFunnel) funnel = marmot_funnel_new (options, numerator, denominator, rate, &local);
  g_autoptr (MarmotTable) points = NULL;

  if (funnel == NULL)
    {
      if (!g_error_matches (local, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      for (gsize i = 0; i < n; i++)
        out->status[rows[i]] = MN_NOT_DEFINED;
      return TRUE;
    }
  points = marmot_funnel_get_points (funnel);
  scatter_numbers (points, "value", rows, n, out->value);
  scatter_numbers (points, "deviate", rows, n, out->deviate);
  scatter_numbers (points, "adjusted_deviate", rows, n, out->adjusted);
  scatter_members (points, "place", rows, n, out->place);
  scatter_members (points, "adjusted_place", rows, n, out->adjusted_place);
  scatter_members (points, "status", rows, n, out->status);
  for (gsize i = 0; i < n; i++)
    {
      out->baseline[rows[i]] = marmot_funnel_get_baseline (funnel);
      out->dispersion[rows[i]] = marmot_funnel_get_dispersion (funnel);
    }
  return TRUE;
}

/* For how many periods in a row each place has stood where it stands, and where before. */
static void
follow_places (const MarmotSeries *series,
               const Rows *out,
               guint8 *previous,
               double *n_there)
{
  for (gsize g = 0; g < series->n_series; g++)
    {
      const gsize *rows;
      gsize n = marmot_series_get_rows (series, g, &rows);

      if (series->status[g] != MN_OK)
        continue;
      for (gsize i = 0; i < n; i++)
        {
          gsize row = rows[i];

          if (i > 0)
            previous[row] = out->place[rows[i - 1]];
          if (out->place[row] == MARMOT_FUNNEL_PLACE_NOT_PLACED)
            continue;
          n_there[row] = i > 0 && previous[row] == out->place[row] ? n_there[rows[i - 1]] + 1 : 1;
        }
    }
}

static gboolean
find_column (MarmotTable *figures,
             const char *name,
             gboolean required,
             MarmotColumn **column,
             GError **error)
{
  const MarmotColumn *found;

  if (!marmot_figures_find_numbers (figures, name, required, &found, error))
    return FALSE;
  *column = (MarmotColumn *) found;
  return TRUE;
}

MarmotTable *
marmot_funnels_over_time (MarmotTable *figures,
                          MarmotGroups *places,
                          MarmotFunnelOptions *options,
                          GError **error)
{
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotSeries) series = { 0 };
  g_auto (MarmotResult) result = { 0 };
  g_autoptr (MarmotFunnelOptions) plain = NULL;
  g_autoptr (MarmotGroups) periods = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  MarmotColumn *time;
  Figures in;
  Rows out;
  guint8 *previous;
  double *n_there;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (places != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_FUNNEL_OPTIONS (options), NULL);

  marmot_scratch_init (&scratch);
  marmot_series_init (&series, &scratch);
  time = marmot_table_peek_column (figures, "time");
  if (time == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The figures have no column \"time\": there is a funnel for each time");
      return NULL;
    }
  if (options == NULL)
    options = plain = marmot_funnel_options_new (MARMOT_FUNNEL_KIND_PROPORTION, MARMOT_FUNNEL_SPREAD_NONE);
  if (!marmot_series_read (&series, figures, places, MARMOT_SERIES_ORDER, error)
      || !find_column (figures, "numerator", TRUE, &in.numerator, error)
      || !find_column (figures, "denominator", FALSE, &in.denominator, error)
      || !find_column (figures, "rate", FALSE, &in.rate, error))
    return NULL;
  periods = marmot_groups_new_from_column (time, error);
  if (periods == NULL)
    return NULL;

  n = series.n_rows;
  out.value = marmot_series_new_column (&series, n);
  out.deviate = marmot_series_new_column (&series, n);
  out.adjusted = marmot_series_new_column (&series, n);
  out.baseline = marmot_series_new_column (&series, n);
  out.dispersion = marmot_series_new_column (&series, n);
  out.place = marmot_scratch_bytes (&scratch, n);
  out.adjusted_place = marmot_scratch_bytes (&scratch, n);
  out.status = marmot_scratch_bytes (&scratch, n);
  previous = marmot_scratch_bytes (&scratch, n);
  n_there = marmot_series_new_column (&series, n);
  marmot_group_rows (marmot_groups_peek_codes (periods), n, marmot_groups_get_n_groups (periods), &starts, &rows);
  for (gsize p = 0; p < marmot_groups_get_n_groups (periods); p++)
    {
      const gsize *mine = rows + starts[p];
      gsize n_mine = starts[p + 1] - starts[p];

      if (n_mine > 0 && (!marmot_column_row_is_valid (time, mine[0]) || !isfinite (series.time[mine[0]])))
        {
          for (gsize i = 0; i < n_mine; i++)
            out.status[mine[i]] = marmot_column_row_is_valid (time, mine[i]) ? MN_NOT_FINITE : MN_MISSING;
          continue;
        }
      if (n_mine > 0 && !draw_period (&in, options, mine, n_mine, &out, error))
        return NULL;
    }
  follow_places (&series, &out, previous, n_there);

  marmot_result_init (&result);
  marmot_result_add_doubles (&result, "value", out.value, n);
  marmot_result_add_doubles (&result, "deviate", out.deviate, n);
  marmot_result_add_enums (&result, "place", MARMOT_TYPE_FUNNEL_PLACE, out.place, n);
  marmot_result_add_doubles (&result, "adjusted_deviate", out.adjusted, n);
  marmot_result_add_enums (&result, "adjusted_place", MARMOT_TYPE_FUNNEL_PLACE, out.adjusted_place, n);
  marmot_result_add_doubles (&result, "baseline", out.baseline, n);
  marmot_result_add_doubles (&result, "dispersion", out.dispersion, n);
  marmot_result_add_enums (&result, "previous_place", MARMOT_TYPE_FUNNEL_PLACE, previous, n);
  marmot_series_add_counts (&result, "n_periods_there", n_there, n);
  marmot_result_add_statuses (&result, "status", out.status, n);
  return marmot_result_end (&result);
}
