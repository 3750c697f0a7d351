/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>

#include "numeric/kernel.h"
#include "numeric/special.h"
#include "numeric/watch.h"

#define EARS_BASELINE 7
#define MOST_BASELINE 1000

typedef struct
{
  MarmotScratch scratch;
  MarmotSeries series;
  MarmotResult result;
  guint baseline;
  double alpha;
  double alpha_c3;
  double minimum_sd;
  double allowance;
  double threshold;
  const double *values;
  guint8 *row_status;
  guint8 *status; /* of each row of the result */
  double *v;      /* of one series, NaN for what is missing */
} Watch;

static void
watch_clear (Watch *self)
{
  marmot_result_clear (&self->result);
  marmot_series_clear (&self->series);
  marmot_scratch_clear (&self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

static gboolean
check_options (const Watch *self,
               gboolean is_ears,
               GError **error)
{
  const char *why = NULL;

  if (is_ears && (self->baseline < 2 || self->baseline > MOST_BASELINE))
    why = "The baseline of EARS is from 2 to 1,000 points";
  else if (!(self->alpha > 0 && self->alpha < 1) || !(self->alpha_c3 > 0 && self->alpha_c3 < 1))
    why = "The probability of a false alarm is above 0 and below 1, such as 0.001";
  else if (!(self->minimum_sd >= 0 && isfinite (self->minimum_sd)))
    why = "The smallest standard deviation is zero or above";
  else if (!(self->allowance >= 0 && isfinite (self->allowance)) || !(self->threshold > 0))
    why = "The allowance is zero or above, and the threshold above zero: 0.5 and 5 are customary";
  if (why)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, why);
  return why == NULL;
}

static gboolean
watch_begin (Watch *self,
             gboolean is_ears,
             MarmotTable *figures,
             MarmotGroups *groups,
             MarmotWatchOptions *options,
             GError **error)
{
  *self = (Watch){ .alpha = 0.001, .alpha_c3 = 0.025, .minimum_sd = 0.5, .allowance = 0.5, .threshold = 5 };
  if (options)
    {
      self->baseline = marmot_watch_options_get_baseline (options);
      self->alpha = marmot_watch_options_get_alpha (options);
      self->alpha_c3 = marmot_watch_options_get_alpha_c3 (options);
      self->minimum_sd = marmot_watch_options_get_minimum_sd (options);
      self->allowance = marmot_watch_options_get_allowance (options);
      self->threshold = marmot_watch_options_get_threshold (options);
    }
  if (is_ears && self->baseline == 0)
    self->baseline = EARS_BASELINE;
  marmot_scratch_init (&self->scratch);
  marmot_result_init (&self->result);
  marmot_series_init (&self->series, &self->scratch);
  if (!check_options (self, is_ears, error)
      || !marmot_series_read (&self->series, figures, groups, MARMOT_SERIES_ORDER, error))
    return FALSE;
  self->row_status = marmot_scratch_bytes (&self->scratch, self->series.n_rows);
  self->status = marmot_scratch_bytes (&self->scratch, self->series.n_rows);
  self->v = marmot_series_new_column (&self->series, marmot_series_most (&self->series));
  return marmot_gaps_read (figures, "value", TRUE, &self->scratch, &self->values, self->row_status, error);
}

/* The values of a series by time, and the statuses of its rows; how many there are. */
static gsize
take_series (Watch *self,
             gsize g,
             const gsize **rows)
{
  gsize n = marmot_series_get_rows (&self->series, g, rows);

  for (gsize i = 0; i < n; i++)
    {
      gsize row = (*rows)[i];

      self->status[row] = self->series.status[g];
      if (self->status[row] == MN_OK && self->row_status[row] == MN_MISSING)
        self->status[row] = MN_MISSING;
      if (self->status[row] == MN_OK && !isfinite (self->values[row]))
        self->status[row] = MN_NOT_FINITE;
      self->v[i] = self->status[row] == MN_OK ? self->values[row] : (double) NAN;
    }
  return n;
}

MarmotTable *
marmot_ears (MarmotTable *figures,
             MarmotGroups *groups,
             MarmotWatchOptions *options,
             GError **error)
{
  g_auto (Watch) self = { 0 };
  double *c[3], *upper[3], *out_c[3], *out_upper[3];
  guint8 *alarm[3], *judged[3];
  double z, z_c3;
  gsize n, most;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_WATCH_OPTIONS (options), NULL);

  if (!watch_begin (&self, TRUE, figures, groups, options, error))
    return NULL;
  n = self.series.n_rows;
  most = marmot_series_most (&self.series);
  for (int kind = 0; kind < 3; kind++)
    {
      c[kind] = marmot_series_new_column (&self.series, most);
      upper[kind] = marmot_series_new_column (&self.series, most);
      out_c[kind] = marmot_series_new_column (&self.series, n);
      out_upper[kind] = marmot_series_new_column (&self.series, n);
      alarm[kind] = marmot_scratch_bytes (&self.scratch, n);
      judged[kind] = marmot_scratch_bytes (&self.scratch, n);
    }
  z = mn_normal_quantile_upper (self.alpha);
  z_c3 = mn_normal_quantile_upper (self.alpha_c3);

  for (gsize g = 0; g < self.series.n_series; g++)
    {
      const gsize *rows;
      gsize n_rows = take_series (&self, g, &rows);

      mn_ears (self.v, n_rows, self.baseline, z, z_c3, self.minimum_sd, c, upper);
      for (gsize i = 0; i < n_rows; i++)
        for (int kind = 0; kind < 3; kind++)
          {
            gsize row = rows[i];

            if (isnan (upper[kind][i]))
              {
                if (self.status[row] == MN_OK)
                  self.status[row] = MARMOT_STATUS_INCOMPLETE;
                continue;
              }
            out_c[kind][row] = isinf (c[kind][i]) ? (double) NAN : c[kind][i];
            out_upper[kind][row] = isinf (upper[kind][i]) ? (double) NAN : upper[kind][i];
            alarm[kind][row] = self.v[i] > upper[kind][i];
            judged[kind][row] = TRUE;
          }
    }

  for (int kind = 0; kind < 3; kind++)
    {
      const char *const endings[] = { "", "_upper", "_alarm" };
      char *names[3];

      for (int i = 0; i < 3; i++)
        names[i] = g_strdup_printf ("c%d%s", kind + 1, endings[i]);
      marmot_result_add_doubles (&self.result, names[0], out_c[kind], n);
      marmot_result_add_doubles (&self.result, names[1], out_upper[kind], n);
      marmot_result_add (&self.result, names[2], marmot_gaps_truth (alarm[kind], judged[kind], n));
      for (int i = 0; i < 3; i++)
        g_free (names[i]);
    }
  marmot_result_add_statuses (&self.result, "status", self.status, n);
  return marmot_result_end (&self.result);
}

/* The mean and the standard deviation of the first points of a series that are there. */
static guint8
find_baseline (Watch *self,
               gsize n_rows,
               double *work,
               double *mean,
               double *sd)
{
  gsize n = 0;

  for (gsize i = 0; i < n_rows && (self->baseline == 0 || n < self->baseline); i++)
    if (!isnan (self->v[i]))
      work[n++] = self->v[i];
  if (n < 2)
    return MN_TOO_FEW_VALUES;
  mn_mean_and_sd (work, n, mean, sd);
  *sd = MAX (*sd, self->minimum_sd);
  if (!isfinite (*mean) || !isfinite (*sd))
    return MN_NOT_FINITE;
  return *sd > 0 ? MN_OK : MN_NOT_DEFINED;
}

MarmotTable *
marmot_cusums (MarmotTable *figures,
               MarmotGroups *groups,
               MarmotWatchOptions *options,
               GError **error)
{
  static const char *const names[] = { "mean", "sd", "above", "below" };
  g_auto (Watch) self = { 0 };
  double *out[G_N_ELEMENTS (names)], *above, *below;
  guint8 *alarm[2], *judged;
  gsize n, most;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_WATCH_OPTIONS (options), NULL);

  if (!watch_begin (&self, FALSE, figures, groups, options, error))
    return NULL;
  n = self.series.n_rows;
  most = marmot_series_most (&self.series);
  above = marmot_series_new_column (&self.series, most);
  below = marmot_series_new_column (&self.series, most);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    out[i] = marmot_series_new_column (&self.series, n);
  for (int i = 0; i < 2; i++)
    alarm[i] = marmot_scratch_bytes (&self.scratch, n);
  judged = marmot_scratch_bytes (&self.scratch, n);

  for (gsize g = 0; g < self.series.n_series; g++)
    {
      const gsize *rows;
      gsize n_rows = take_series (&self, g, &rows);
      double mean, sd;
      guint8 status = find_baseline (&self, n_rows, above, &mean, &sd);

      if (status == MN_OK)
        mn_cusum (self.v, n_rows, mean, sd, self.allowance, above, below);
      for (gsize i = 0; i < n_rows; i++)
        {
          gsize row = rows[i];

          if (self.status[row] == MN_OK)
            self.status[row] = status;
          if (self.status[row] != MN_OK)
            continue;
          out[0][row] = mean;
          out[1][row] = sd;
          out[2][row] = above[i];
          out[3][row] = below[i];
          alarm[0][row] = above[i] > self.threshold;
          alarm[1][row] = below[i] > self.threshold;
          judged[row] = TRUE;
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    marmot_result_add_doubles (&self.result, names[i], out[i], n);
  marmot_result_add (&self.result, "alarm_above", marmot_gaps_truth (alarm[0], judged, n));
  marmot_result_add (&self.result, "alarm_below", marmot_gaps_truth (alarm[1], judged, n));
  marmot_result_add_statuses (&self.result, "status", self.status, n);
  return marmot_result_end (&self.result);
}
