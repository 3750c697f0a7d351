/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>
#include <string.h>

#include "numeric/excess.h"
#include "numeric/mix.h"

/* Two periods of all areas, area after area and in order of rank in each. */
typedef struct
{
  MarmotScratch scratch;
  MarmotIntervalPlan plan;
  MarmotGapsAreas areas;
  int sign;
  const double *rank;
  const double *y[2];
  const double *se[2];
  const double *people[2];
  double *share[2];
  double *place[2];
  guint8 *status; /* of areas */
} Input;

static void
input_clear (Input *self)
{
  marmot_scratch_clear (&self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, input_clear)

/* A missing number comes before a wrong one, so that the status does not depend on the
 * order of the rows. */
static void
note (guint8 *status,
      guint8 found)
{
  if (found != MN_OK && (*status == MN_OK || found < *status))
    *status = found;
}

static gboolean
input_init (Input *self,
            MarmotTable *figures,
            MarmotGroups *groups,
            MarmotGapOptions *options,
            GError **error)
{
  const char *const names[][3] = { { "estimate_1", "population_1", "se_1" }, { "estimate_2", "population_2", "se_2" } };
  gsize n = marmot_table_get_n_rows (figures);
  const double *rank, *y[2], *people[2], *se[2];
  double *errors[2];
  guint8 *status, *no_se[2];

  marmot_scratch_init (&self->scratch);
  self->sign = options && marmot_gap_options_get_more_is_better (options) ? -1 : 1;
  status = marmot_scratch_bytes (&self->scratch, n);
  if (!marmot_gaps_plan (&self->plan, options ? marmot_gap_options_get_interval (options) : NULL, MARMOT_METHOD_KITAGAWA,
                         error)
      || !marmot_gaps_read (figures, "rank", TRUE, &self->scratch, &rank, status, error))
    return FALSE;
  for (int t = 0; t < 2; t++)
    {
      no_se[t] = marmot_scratch_bytes (&self->scratch, n);
      errors[t] = marmot_scratch_doubles (&self->scratch, n);
      if (!marmot_gaps_read (figures, names[t][0], TRUE, &self->scratch, &y[t], status, error)
          || !marmot_gaps_read (figures, names[t][1], TRUE, &self->scratch, &people[t], status, error)
          || !marmot_gaps_read (figures, names[t][2], FALSE, &self->scratch, &se[t], no_se[t], error))
        return FALSE;
    }
  if (!marmot_gaps_get_areas (figures, groups, rank, &self->scratch, &self->areas, error))
    return FALSE;

  self->status = marmot_scratch_bytes (&self->scratch, self->areas.n_areas);
  for (gsize k = 0; k < self->areas.n_areas; k++)
    self->status[k] = self->areas.first[k] == self->areas.first[k + 1] ? MN_EMPTY_GROUP : MN_OK;
  for (gsize i = 0; i < n; i++)
    {
      guint8 *s = &self->status[self->areas.codes[i]];

      note (s, status[i]);
      for (int t = 0; t < 2; t++)
        {
          gboolean known = se[t] != NULL && no_se[t][i] == MN_OK;

          errors[t][i] = known ? se[t][i] : (double) NAN;
          if (known && !isfinite (se[t][i]))
            note (s, MN_NOT_FINITE);
          if (known && se[t][i] < 0)
            note (s, MN_ERROR_OUT_OF_RANGE);
          if (status[i] != MN_OK)
            continue;
          if (!(isfinite (y[t][i]) && isfinite (people[t][i]) && isfinite (rank[i])))
            note (s, MN_NOT_FINITE);
          else if (people[t][i] < 0)
            note (s, MN_NEGATIVE_COUNT);
        }
    }

  self->rank = marmot_gaps_gather (&self->areas, rank, &self->scratch);
  for (int t = 0; t < 2; t++)
    {
      self->y[t] = marmot_gaps_gather (&self->areas, y[t], &self->scratch);
      self->se[t] = marmot_gaps_gather (&self->areas, errors[t], &self->scratch);
      self->people[t] = marmot_gaps_gather (&self->areas, people[t], &self->scratch);
      self->share[t] = marmot_scratch_doubles (&self->scratch, n);
      self->place[t] = marmot_scratch_doubles (&self->scratch, n);
    }
  for (gsize k = 0; k < self->areas.n_areas; k++)
    for (int t = 0; t < 2 && self->status[k] == MN_OK; t++)
      {
        gsize first = self->areas.first[k], most, least;

        self->status[k] = (guint8) mn_excess_place (self->people[t] + first, self->rank + first,
                                                    self->areas.first[k + 1] - first, self->share[t] + first,
                                                    self->place[t] + first, &most, &least);
      }
  return TRUE;
}

/* Period t of area k. */
static mn_mix_period
period_of (const Input *input,
           gsize k,
           int t)
{
  gsize first = input->areas.first[k];

  return (mn_mix_period){ input->y[t] + first, input->se[t] + first, input->share[t] + first, input->place[t] + first };
}

static const char *const parts[] = { "_1", "_2", "_change", "_figures", "_mix", "_held" };

/* What is found of the index of deprivation in each area, of all of its rows. */
static gboolean
compare_areas (Input *input,
               MarmotTable *figures,
               MarmotGapOptions *options,
               guint8 **index,
               GError **error)
{
  guint8 *of_rows = marmot_scratch_bytes (&input->scratch, input->areas.n_rows);

  *index = marmot_scratch_bytes (&input->scratch, input->areas.n_areas);
  if (!marmot_gaps_compare_rows (figures, options, &input->scratch, of_rows, error))
    return FALSE;
  for (gsize k = 0; k < input->areas.n_areas; k++)
    (*index)[k] = marmot_gaps_compare_options (options);
  for (gsize k = 0; k < input->areas.n_areas; k++)
    for (gsize i = input->areas.first[k]; i < input->areas.first[k + 1]; i++)
      {
        guint8 found = of_rows[input->areas.rows[i]];

        /* Rows say more than options, and the first of an area begins. */
        (*index)[k] = i == input->areas.first[k] ? found : marmot_gaps_combine ((*index)[k], found);
      }
  return TRUE;
}

/* One measure of all areas. */
static void
add_measure (MarmotResult *result,
             Input *input,
             int measure,
             const char *name,
             double *gradients)
{
  gsize n = input->areas.n_areas;
  guint8 *status = marmot_scratch_bytes (&input->scratch, n);
  g_autofree char *status_name = g_strconcat (name, "_status", NULL);
  double *value[6], *se[6];

  for (int p = 0; p < 6; p++)
    {
      value[p] = marmot_scratch_doubles (&input->scratch, n);
      se[p] = marmot_scratch_doubles (&input->scratch, n);
    }
  for (gsize k = 0; k < n; k++)
    {
      mn_mix_part out[6];
      mn_mix_change change;

      status[k] = input->status[k];
      for (int p = 0; p < 6; p++)
        out[p] = (mn_mix_part){ (double) NAN, (double) NAN };
      if (status[k] == MN_OK)
        {
          mn_mix_period earlier = period_of (input, k, 0), later = period_of (input, k, 1);

          status[k] = (guint8) mn_mix_decompose (measure, input->sign, &earlier, &later,
                                                 input->areas.first[k + 1] - input->areas.first[k], gradients, &change);
        }
      if (status[k] == MN_OK && !(isfinite (change.earlier.value) && isfinite (change.later.value)
                                  && isfinite (change.held.value) && isfinite (change.figures.value)
                                  && isfinite (change.mix.value)))
        status[k] = MN_NOT_FINITE;
      if (status[k] == MN_OK)
        {
          out[0] = change.earlier;
          out[1] = change.later;
          out[2] = change.change;
          out[3] = change.figures;
          out[4] = change.mix;
          out[5] = change.held;
        }
      for (int p = 0; p < 6; p++)
        {
          value[p][k] = out[p].value;
          se[p][k] = out[p].se;
        }
    }
  for (int p = 0; p < 6; p++)
    {
      g_autofree char *column = g_strconcat (name, parts[p], NULL);

      if (measure == MN_MIX_RATIO)
        marmot_gaps_add_ratio (result, &input->plan, column, value[p], se[p], n);
      else
        marmot_gaps_add_number (result, &input->plan, column, value[p], se[p], n);
    }
  marmot_result_add_statuses (result, status_name, status, n);
}

MarmotTable *
marmot_mix_changes (MarmotTable *figures,
                    MarmotGroups *areas,
                    MarmotGapOptions *options,
                    GError **error)
{
  g_auto (Input) input = { 0 };
  g_auto (MarmotResult) result = { 0 };
  gsize n, longest = 0;
  g_autofree gint64 *counts = NULL;
  guint8 *index;
  double *gradients;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!input_init (&input, figures, areas, options, error))
    return NULL;
  n = input.areas.n_areas;
  marmot_result_init (&result);
  counts = g_new (gint64, n + 1);
  if (!compare_areas (&input, figures, options, &index, error))
    return NULL;
  for (gsize k = 0; k < n; k++)
    {
      counts[k] = (gint64) (input.areas.first[k + 1] - input.areas.first[k]);
      longest = MAX (longest, (gsize) counts[k]);
    }
  gradients = marmot_scratch_doubles (&input.scratch, 4 * longest);

  marmot_result_add (&result, "n_groups", marmot_column_new_integer (counts, n));
  add_measure (&result, &input, MN_MIX_MEAN, "mean", gradients);
  add_measure (&result, &input, MN_MIX_SLOPE, "slope", gradients);
  add_measure (&result, &input, MN_MIX_RATIO, "ratio", gradients);
  marmot_gaps_add_comparable (&result, index, n);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_mix_contributions (MarmotTable *figures,
                          MarmotGroups *areas,
                          MarmotGapOptions *options,
                          GError **error)
{
  const char *const names[][2] = { { "mean_figures", "mean_mix" }, { "slope_figures", "slope_mix" } };
  const int measures[] = { MN_MIX_MEAN, MN_MIX_SLOPE };
  g_auto (Input) input = { 0 };
  g_auto (MarmotResult) result = { 0 };
  guint8 *status, *index, *of_areas;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!input_init (&input, figures, areas, options, error)
      || !compare_areas (&input, figures, options, &of_areas, error))
    return NULL;
  n = input.areas.n_rows;
  marmot_result_init (&result);
  for (int m = 0; m < 2; m++)
    {
      double *out[4];

      for (int i = 0; i < 4; i++)
        out[i] = marmot_scratch_doubles (&input.scratch, n);
      for (gsize k = 0; k < input.areas.n_areas; k++)
        {
          gsize first = input.areas.first[k];
          mn_mix_period earlier = period_of (&input, k, 0), later = period_of (&input, k, 1);

          if (input.status[k] == MN_OK)
            mn_mix_contributions (measures[m], input.sign, &earlier, &later, input.areas.first[k + 1] - first,
                                  out[0] + first, out[1] + first, out[2] + first, out[3] + first);
          for (gsize i = first; input.status[k] != MN_OK && i < input.areas.first[k + 1]; i++)
            out[0][i] = out[1][i] = out[2][i] = out[3][i] = (double) NAN;
        }
      for (int part = 0; part < 2; part++)
        marmot_gaps_add_number (&result, &input.plan, names[m][part],
                                marmot_gaps_scatter (&input.areas, out[2 * part], &input.scratch),
                                marmot_gaps_scatter (&input.areas, out[2 * part + 1], &input.scratch), n);
    }
  status = marmot_scratch_bytes (&input.scratch, n);
  index = marmot_scratch_bytes (&input.scratch, n);
  for (gsize i = 0; i < n; i++)
    {
      status[i] = input.status[input.areas.codes[i]];
      index[i] = of_areas[input.areas.codes[i]];
    }
  marmot_result_add_statuses (&result, "status", status, n);
  marmot_gaps_add_comparable (&result, index, n);
  return marmot_result_end (&result);
}
