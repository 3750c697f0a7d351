/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "marmot-contrast-private.h"
#include "numeric/kernel.h"
#include "numeric/mover.h"
#include "numeric/special.h"
#include "numeric/waves.h"
#include "survey-private.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* Limits of a difference of shares, inside what such a difference can be. */
static void
add_limits (const MnFigure *first,
            const MnFigure *second,
            double correlation,
            double multiplier,
            double *lower,
            double *upper)
{
  mn_mover_difference (first, second, correlation, lower, upper);
  *lower = multiplier * MAX (*lower, -1);
  *upper = multiplier * MIN (*upper, 1);
}

/* --- two surveys -------------------------------------------------------------- */

static MnFigure
get_figure (MarmotEstimate *estimate,
            guint level,
            double multiplier)
{
  MnFigure figure = { marmot_estimate_get_value (estimate) / multiplier, 0, 0 };

  marmot_estimate_get_level (estimate, level, NULL, &figure.lower, &figure.upper);
  figure.lower /= multiplier;
  figure.upper /= multiplier;
  return figure;
}

static gboolean
fits (MarmotSurveyShare *first,
      MarmotSurveyShare *second,
      MarmotEstimate *a,
      MarmotEstimate *b,
      double overlap,
      double correlation,
      GError **error)
{
  guint n_levels = marmot_estimate_get_n_levels (a);
  gboolean same = marmot_estimate_get_n_levels (b) == n_levels
                  && marmot_survey_share_get_multiplier (first) == marmot_survey_share_get_multiplier (second);

  for (guint i = 0; same && i < n_levels; i++)
    {
      double of_a, of_b;

      marmot_estimate_get_level (a, i, &of_a, NULL, NULL);
      marmot_estimate_get_level (b, i, &of_b, NULL, NULL);
      same = of_a == of_b;
    }
  if (!same)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The two shares have other confidence levels or multipliers: compute both with the same "
                           "options");
      return FALSE;
    }
  if (!(overlap >= 0) || overlap > marmot_survey_share_get_respondents (first)
      || overlap > marmot_survey_share_get_respondents (second) || !(correlation >= -1 && correlation <= 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The overlap is from zero to the respondents of the smaller survey, and the correlation "
                           "from -1 to 1");
      return FALSE;
    }
  return TRUE;
}

MarmotContrast *
marmot_survey_change (MarmotSurveyShare *first,
                      MarmotSurveyShare *second,
                      double overlap,
                      double correlation,
                      GError **error)
{
  g_autoptr (MarmotEstimate) a = NULL;
  g_autoptr (MarmotEstimate) b = NULL;
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  MarmotStatus status;
  MarmotEstimate *change;
  double n1, n2, between, value = (double) NAN, z = (double) NAN, p = (double) NAN, multiplier;
  guint n_levels;

  g_return_val_if_fail (MARMOT_IS_SURVEY_SHARE (first), NULL);
  g_return_val_if_fail (MARMOT_IS_SURVEY_SHARE (second), NULL);

  a = marmot_survey_share_get_estimate (first);
  b = marmot_survey_share_get_estimate (second);
  if (!fits (first, second, a, b, overlap, correlation, error))
    return NULL;

  multiplier = marmot_survey_share_get_multiplier (first);
  n_levels = marmot_estimate_get_n_levels (a);
  status = marmot_estimate_get_status (a);
  if (status == MARMOT_STATUS_OK)
    status = marmot_estimate_get_status (b);
  n1 = marmot_survey_share_get_effective_n (first);
  n2 = marmot_survey_share_get_effective_n (second);
  between = mn_wave_correlation (overlap, correlation, marmot_survey_share_get_respondents (first),
                                 marmot_survey_share_get_respondents (second));
  for (guint i = 0; i < n_levels; i++)
    {
      MnFigure of_first = get_figure (a, i, multiplier), of_second = get_figure (b, i, multiplier);

      marmot_estimate_get_level (a, i, &limits[i].confidence, NULL, NULL);
      limits[i].lower = limits[i].upper = (double) NAN;
      if (status != MARMOT_STATUS_OK)
        continue;
      add_limits (&of_first, &of_second, between, multiplier, &limits[i].lower, &limits[i].upper);
      if (i > 0)
        continue;
      value = multiplier * (of_second.value - of_first.value);
      mn_wave_test (of_first.value, n1, of_second.value, n2, between, &z, &p);
    }
  change = marmot_estimate_new_full (value, MARMOT_METHOD_WAVE_DIFFERENCE, status, limits, n_levels);
  return marmot_contrast_new_take (change, MARMOT_METHOD_WAVE_TEST, isinf (z) ? (double) NAN : z, (double) NAN, p);
}

double
marmot_survey_detectable (double share,
                          double n_first,
                          double n_second,
                          double confidence,
                          double power,
                          gboolean rise,
                          GError **error)
{
  if (!(share >= 0 && share <= 1) || !(n_first > 0 && isfinite (n_first)) || !(n_second > 0 && isfinite (n_second))
      || !(confidence > 0 && confidence < 1) || !(power > 0 && power < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The share is from 0 to 1, both numbers of respondents are above zero, and confidence and "
                           "power are above 0 and below 1");
      return (double) NAN;
    }
  return mn_wave_detectable (share, n_first, n_second, 0, mn_normal_quantile_upper ((1 - confidence) / 2),
                             mn_normal_quantile (power), rise);
}

/* --- waves in columns --------------------------------------------------------- */

typedef struct
{
  double multiplier;
  double confidence;
  double correlation;
  double z_alpha;
  double z_power;
} Plan;

static gboolean
plan_init (Plan *self,
           MarmotSurveyOptions **survey,
           MarmotWaveOptions *options,
           GError **error)
{
  MarmotSurveyPlan plan;
  double power = options ? marmot_wave_options_get_power (options) : 0.8;

  *survey = options ? marmot_wave_options_get_survey (options) : NULL;
  if (!marmot_survey_plan_init (&plan, *survey, error))
    return FALSE;
  self->correlation = options ? marmot_wave_options_get_correlation (options) : 0;
  if (plan.plan.n_levels > 1 || !(self->correlation >= -1 && self->correlation <= 1) || !(power > 0 && power < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Waves are compared at one confidence level, with a correlation from -1 to 1 and a power "
                           "above 0 and below 1");
      return FALSE;
    }
  self->multiplier = plan.plan.multiplier;
  self->confidence = plan.plan.levels[0];
  self->z_alpha = plan.plan.z[0];
  self->z_power = mn_normal_quantile (power);
  return TRUE;
}

/* A whole column as doubles, NaN where it is null. */
static double *
copy_numbers (const MarmotColumn *column,
              gsize n_rows)
{
  double *values = g_new (double, n_rows + 1);

  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[BLOCK];
      guint8 missing[BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      const double *block;

      memset (missing, MN_OK, n);
      block = marmot_figures_read (column, first, n, FALSE, scratch, missing);
      for (gsize i = 0; i < n; i++)
        values[first + i] = missing[i] == MN_OK ? block[i] : (double) NAN;
    }
  return values;
}

/* Statuses of a dictionary column that marmot_result_add_statuses() made. */
static guint8 *
copy_statuses (const MarmotColumn *column,
               gsize n_rows)
{
  guint8 *statuses = g_malloc (n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    statuses[i] = (guint8) marmot_column_get_code (column, i);
  return statuses;
}

/* What is known of each row. */
typedef struct
{
  double *wave;
  double *overlap; /* nullable */
  double *value;
  double *lower;
  double *upper;
  double *effective_n;
  double *respondents;
  guint8 *status;
} Waves;

/* What comes of them: a change and its test. */
typedef struct
{
  MarmotEstimates *estimates;
  MarmotEstimatesBuffers buffers;
  double *z;
  double *p;
} Changes;

static void
waves_clear (Waves *self)
{
  g_free (self->wave);
  g_free (self->overlap);
  g_free (self->value);
  g_free (self->lower);
  g_free (self->upper);
  g_free (self->effective_n);
  g_free (self->respondents);
  g_free (self->status);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Waves, waves_clear)

static void
waves_init (Waves *self,
            MarmotTable *shares,
            const MarmotColumn *wave,
            const MarmotColumn *overlap,
            gsize n_rows)
{
  self->wave = copy_numbers (wave, n_rows);
  self->overlap = overlap ? copy_numbers (overlap, n_rows) : NULL;
  self->value = copy_numbers (marmot_table_peek_column (shares, "value"), n_rows);
  self->lower = copy_numbers (marmot_table_peek_column (shares, "lower"), n_rows);
  self->upper = copy_numbers (marmot_table_peek_column (shares, "upper"), n_rows);
  self->effective_n = copy_numbers (marmot_table_peek_column (shares, "effective_n"), n_rows);
  self->respondents = copy_numbers (marmot_table_peek_column (shares, "respondents"), n_rows);
  self->status = copy_statuses (marmot_table_peek_column (shares, "status"), n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      if (self->status[i] == MN_OK && isnan (self->effective_n[i]))
        self->effective_n[i] = (double) INFINITY;
      if (!isfinite (self->wave[i]))
        self->status[i] = marmot_column_row_is_valid (wave, i) ? MN_NOT_FINITE : MN_MISSING;
    }
}

static void
changes_init (Changes *self,
              const Plan *plan,
              gsize n_rows)
{
  self->estimates = marmot_estimates_begin (n_rows, &plan->confidence, 1, MARMOT_METHOD_WAVE_DIFFERENCE, &self->buffers);
  self->z = g_new (double, n_rows + 1);
  self->p = g_new (double, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      self->buffers.value[i] = self->buffers.lower[0][i] = self->buffers.upper[0][i] = (double) NAN;
      self->buffers.status[i] = MN_EMPTY_GROUP;
      self->z[i] = self->p[i] = (double) NAN;
    }
}

static MnFigure
figure_of (const Waves *waves,
           gsize row,
           double multiplier)
{
  return (MnFigure) { waves->value[row] / multiplier, waves->lower[row] / multiplier, waves->upper[row] / multiplier };
}

/* The change of row since before, and how large a one could have been found. */
static void
compare (const Plan *plan,
         const Waves *waves,
         gsize before,
         gsize row,
         double overlap,
         Changes *out,
         double *rise,
         double *fall)
{
  guint8 *status = &out->buffers.status[row];
  double n1 = waves->effective_n[before], n2 = waves->effective_n[row], correlation = 0;
  MnFigure first = figure_of (waves, before, plan->multiplier), second = figure_of (waves, row, plan->multiplier);

  *status = waves->status[row] != MN_OK ? waves->status[row] : waves->status[before];
  if (*status == MN_OK && (overlap < 0 || overlap > waves->respondents[before] || overlap > waves->respondents[row]))
    *status = MN_OUT_OF_RANGE;
  if (*status != MN_OK)
    return;

  if (!isnan (overlap))
    correlation = mn_wave_correlation (overlap, plan->correlation, waves->respondents[before], waves->respondents[row]);
  out->buffers.value[row] = plan->multiplier * (second.value - first.value);
  add_limits (&first, &second, correlation, plan->multiplier, &out->buffers.lower[0][row], &out->buffers.upper[0][row]);
  mn_wave_test (first.value, n1, second.value, n2, correlation, &out->z[row], &out->p[row]);
  if (isinf (out->z[row]))
    out->z[row] = (double) NAN;
  if (!rise)
    return;
  *rise = plan->multiplier * mn_wave_detectable (first.value, n1, n2, correlation, plan->z_alpha, plan->z_power, 1);
  *fall = plan->multiplier * mn_wave_detectable (first.value, n1, n2, correlation, plan->z_alpha, plan->z_power, 0);
}

typedef struct
{
  double key;
  gsize row;
} Keyed;

static int
compare_keys (const void *a,
              const void *b)
{
  const Keyed *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* Holm over the changes of a series. */
static void
adjust (const Changes *changes,
        const Keyed *order,
        gsize n,
        Keyed *sorted,
        double *workspace,
        double *adjusted)
{
  gsize m = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (changes->p[order[i].row]))
      sorted[m++] = (Keyed) { changes->p[order[i].row], order[i].row };
  qsort (sorted, m, sizeof *sorted, compare_keys);
  for (gsize i = 0; i < m; i++)
    workspace[i] = sorted[i].key;
  mn_holm (workspace, m, workspace + m);
  for (gsize i = 0; i < m; i++)
    adjusted[sorted[i].row] = workspace[m + i];
}

/* The rows of each series after one another, in the order of their waves. Rows without a
 * wave stand apart. */
static Keyed *
sort_rows (const Waves *waves,
           const gint32 *codes,
           gsize n_rows,
           gsize n_series,
           gsize **starts)
{
  Keyed *order = g_new (Keyed, n_rows + 1);
  g_autofree gsize *ends = NULL;

  *starts = g_new0 (gsize, n_series + 1);
  for (gsize row = 0; row < n_rows; row++)
    if (isfinite (waves->wave[row]))
      (*starts)[codes[row] + 1]++;
  for (gsize s = 0; s < n_series; s++)
    (*starts)[s + 1] += (*starts)[s];
  ends = g_memdup2 (*starts, (n_series + 1) * sizeof **starts);
  for (gsize row = 0; row < n_rows; row++)
    if (isfinite (waves->wave[row]))
      order[ends[codes[row]]++] = (Keyed) { waves->wave[row], row };
  for (gsize s = 0; s < n_series; s++)
    qsort (order + (*starts)[s], (*starts)[s + 1] - (*starts)[s], sizeof *order, compare_keys);
  return order;
}

/* Both rows of a wave that is there twice. */
static void
mark_duplicates (Waves *waves,
                 const Keyed *order,
                 gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (order[i].key == order[i - 1].key)
      waves->status[order[i].row] = waves->status[order[i - 1].row] = MN_DUPLICATE_WAVE;
}

MarmotTable *
marmot_survey_waves (MarmotTable *figures,
                     MarmotGroups *series,
                     MarmotWaveOptions *options,
                     GError **error)
{
  Plan plan;
  MarmotSurveyOptions *survey;
  g_auto (Waves) waves = { 0 };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autoptr (MarmotTable) shares = NULL;
  g_autofree gint32 *owned = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree Keyed *order = NULL;
  g_autofree Keyed *sorted = NULL;
  g_autofree double *workspace = NULL;
  g_autofree double *adjusted = NULL;
  g_autofree double *rises = NULL;
  g_autofree double *falls = NULL;
  Changes since_last, since_first;
  const MarmotColumn *wave, *overlap;
  const gint32 *codes;
  gsize n_rows, n_series;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_WAVE_OPTIONS (options), NULL);

  n_rows = marmot_table_get_n_rows (figures);
  if (!plan_init (&plan, &survey, options, error)
      || !marmot_figures_find_numbers (figures, "wave", TRUE, &wave, error)
      || !marmot_figures_find_numbers (figures, "overlap", FALSE, &overlap, error)
      || !marmot_figures_get_groups (figures, series, &codes, &n_series, &owned, error))
    return NULL;
  if (marmot_table_peek_column (figures, "answer"))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Waves are rows of counts: make the shares of the answers first, grouped by wave");
      return NULL;
    }
  shares = marmot_survey_shares (figures, NULL, survey, error);
  if (!shares)
    return NULL;

  waves_init (&waves, shares, wave, overlap, n_rows);
  order = sort_rows (&waves, codes, n_rows, n_series, &starts);
  changes_init (&since_last, &plan, n_rows);
  changes_init (&since_first, &plan, n_rows);
  sorted = g_new (Keyed, n_rows + 1);
  workspace = g_new (double, 2 * n_rows + 1);
  adjusted = g_new (double, n_rows + 1);
  rises = g_new (double, n_rows + 1);
  falls = g_new (double, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      adjusted[i] = rises[i] = falls[i] = (double) NAN;
      if (!isfinite (waves.wave[i]))
        since_last.buffers.status[i] = since_first.buffers.status[i] = waves.status[i];
    }

  for (gsize s = 0; s < n_series; s++)
    {
      const Keyed *of_series = order + starts[s];
      gsize n = starts[s + 1] - starts[s];

      mark_duplicates (&waves, of_series, n);
      for (gsize i = 1; i < n; i++)
        {
          gsize row = of_series[i].row, before = of_series[i - 1].row;

          compare (&plan, &waves, before, row, waves.overlap ? waves.overlap[row] : (double) NAN, &since_last,
                   &rises[row], &falls[row]);
          compare (&plan, &waves, of_series[0].row, row, (double) NAN, &since_first, NULL, NULL);
        }
      adjust (&since_last, of_series, n, sorted, workspace, adjusted);
    }
  marmot_estimates_finish (since_last.estimates);
  marmot_estimates_finish (since_first.estimates);

  marmot_result_init (&result);
  for (gsize i = 0; i < marmot_table_get_n_columns (shares); i++)
    marmot_result_add (&result, marmot_table_get_column_name (shares, i), marmot_table_get_column (shares, i));
  marmot_result_add_estimates (&result, "change", since_last.estimates);
  marmot_result_add_doubles (&result, "z", since_last.z, n_rows);
  marmot_result_add_doubles (&result, "p_value", since_last.p, n_rows);
  marmot_result_add_doubles (&result, "p_adjusted", adjusted, n_rows);
  marmot_result_add_doubles (&result, "detectable_rise", rises, n_rows);
  marmot_result_add_doubles (&result, "detectable_fall", falls, n_rows);
  marmot_result_add_estimates (&result, "since_first", since_first.estimates);
  marmot_result_add_doubles (&result, "since_first_p", since_first.p, n_rows);
  g_free (since_last.z);
  g_free (since_last.p);
  g_free (since_first.z);
  g_free (since_first.p);
  return marmot_result_end (&result);
}
