/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-stats-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-threads-private.h"
#include "numeric/kernel.h"
#include "numeric/numbers.h"
#include "numeric/special.h"
#include "numeric/sum.h"

G_STATIC_ASSERT ((int) MARMOT_STATUS_OK == MN_OK);
G_STATIC_ASSERT ((int) MARMOT_STATUS_MISSING == MN_MISSING);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NOT_FINITE == MN_NOT_FINITE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NEGATIVE_COUNT == MN_NEGATIVE_COUNT);
G_STATIC_ASSERT ((int) MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE == MN_DENOMINATOR_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_COUNT_OVER_DENOMINATOR == MN_COUNT_OVER_DENOMINATOR);
G_STATIC_ASSERT ((int) MARMOT_STATUS_EMPTY_GROUP == MN_EMPTY_GROUP);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NOT_WHOLE == MN_NOT_WHOLE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_TOO_LARGE == MN_TOO_LARGE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_TOO_FEW_VALUES == MN_TOO_FEW_VALUES);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NEGATIVE_SPREAD == MN_NEGATIVE_SPREAD);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NOT_DEFINED == MN_NOT_DEFINED);
G_STATIC_ASSERT ((int) MARMOT_STATUS_STANDARD_OUT_OF_RANGE == MN_STANDARD_OUT_OF_RANGE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_TOO_FEW_EVENTS == MN_TOO_FEW_EVENTS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_WEIGHTS_NOT_POSITIVE == MN_WEIGHTS_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_MISSING_BAND == MN_MISSING_BAND);
G_STATIC_ASSERT ((int) MARMOT_STATUS_DUPLICATE_BAND == MN_DUPLICATE_BAND);
G_STATIC_ASSERT ((int) MARMOT_STATUS_UNKNOWN_BAND == MN_UNKNOWN_BAND);
G_STATIC_ASSERT ((int) MARMOT_STATUS_CONFLICTING_BAND == MN_CONFLICTING_BAND);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NOTHING_EXPECTED == MN_NOTHING_EXPECTED);
G_STATIC_ASSERT ((int) MARMOT_STATUS_POPULATION_TOO_SMALL == MN_POPULATION_TOO_SMALL);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_DEATHS_IN_OPEN_BAND == MN_NO_DEATHS_IN_OPEN_BAND);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_SURVIVORS == MN_NO_SURVIVORS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_INTERVAL_TOO_WIDE == MN_INTERVAL_TOO_WIDE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_SHARE_OUT_OF_RANGE == MN_SHARE_OUT_OF_RANGE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NOT_ATTAINABLE == MN_NOT_ATTAINABLE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_OUT_OF_RANGE == MN_OUT_OF_RANGE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_DUPLICATE_WAVE == MN_DUPLICATE_WAVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_DUPLICATE_DATE == MN_DUPLICATE_DATE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_STEP_OUTSIDE_SERIES == MN_STEP_OUTSIDE_SERIES);
G_STATIC_ASSERT ((int) MARMOT_STATUS_DUPLICATE_STEP == MN_DUPLICATE_STEP);
G_STATIC_ASSERT ((int) MARMOT_STATUS_CONFLICTING_LIMITS == MN_CONFLICTING_LIMITS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_END_NOT_AFTER_START == MN_END_NOT_AFTER_START);
G_STATIC_ASSERT ((int) MARMOT_STATUS_UNKNOWN_STATE == MN_UNKNOWN_STATE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NOT_REACHED == MN_NOT_REACHED);
G_STATIC_ASSERT ((int) MARMOT_STATUS_BEYOND_FOLLOW_UP == MN_BEYOND_FOLLOW_UP);

/* Rows a block: two inputs and five outputs of it fit the first-level cache of
 * any processor of the last twenty years, or nearly. */
#define BLOCK 1024

G_STATIC_ASSERT (MARMOT_ROWS_PIECE % BLOCK == 0);

gboolean
marmot_interval_has_method (MarmotMethod method,
                            const char *what,
                            const MarmotMethod *methods,
                            gsize n_methods,
                            GError **error)
{
  g_autoptr (GString) names = NULL;

  for (gsize i = 0; i < n_methods; i++)
    if (method == methods[i])
      return TRUE;

  names = g_string_new (marmot_method_to_nick (methods[0]));
  for (gsize i = 1; i < n_methods; i++)
    g_string_append_printf (names, ", %s", marmot_method_to_nick (methods[i]));
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "%s \"%s\" is not for this statistic; it has: %s",
               what, marmot_method_to_nick (method), names->str);
  return FALSE;
}

gboolean
marmot_interval_plan_init (MarmotIntervalPlan *plan,
                           MarmotIntervalOptions *options,
                           const MarmotMethod *methods,
                           gsize n_methods,
                           double default_multiplier,
                           GError **error)
{
  if (!marmot_interval_plan_init_tested (plan, options, methods, n_methods, default_multiplier, error))
    return FALSE;
  if (plan->test != MARMOT_METHOD_DEFAULT)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "Test \"%s\" was asked for, and this statistic has no test: compare two groups, or one with a "
                   "standard", marmot_method_to_nick (plan->test));
      return FALSE;
    }
  return TRUE;
}

gboolean
marmot_interval_plan_init_tested (MarmotIntervalPlan *plan,
                                  MarmotIntervalOptions *options,
                                  const MarmotMethod *methods,
                                  gsize n_methods,
                                  double default_multiplier,
                                  GError **error)
{
  gsize n_levels = 1;
  const double ninety_five = 0.95;
  const double *levels = &ninety_five;

  plan->method = MARMOT_METHOD_DEFAULT;
  plan->test = MARMOT_METHOD_DEFAULT;
  plan->multiplier = 0;
  plan->n_rows = 1;
  plan->prepared = NULL;
  if (options)
    {
      plan->method = marmot_interval_options_get_method (options);
      plan->test = marmot_interval_options_get_test (options);
      plan->multiplier = marmot_interval_options_get_multiplier (options);
      levels = marmot_interval_options_get_levels (options, &n_levels);
    }

  if (plan->method == MARMOT_METHOD_DEFAULT)
    plan->method = methods[0];
  if (!marmot_interval_has_method (plan->method, "Method", methods, n_methods, error))
    return FALSE;

  if (plan->multiplier == 0)
    plan->multiplier = default_multiplier;
  if (!(plan->multiplier > 0 && isfinite (plan->multiplier)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A multiplier is above zero, such as 100 for a percentage");
      return FALSE;
    }

  plan->n_levels = (guint) n_levels;
  for (gsize i = 0; i < n_levels; i++)
    {
      if (!(levels[i] > 0 && levels[i] < 1))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                               "A confidence level is a proportion above 0 and below 1, such as 0.95");
          return FALSE;
        }
      plan->levels[i] = levels[i];
      plan->alpha_2[i] = (1 - levels[i]) / 2;
      plan->z[i] = mn_normal_quantile_upper (plan->alpha_2[i]);
    }

  return TRUE;
}

mn_binomial_limits *
marmot_interval_prepare_binomial (const MarmotIntervalPlan *plan)
{
  gboolean is_jeffreys = plan->method == MARMOT_METHOD_JEFFREYS;
  mn_binomial_limits *limits;

  if (!is_jeffreys && plan->method != MARMOT_METHOD_CLOPPER_PEARSON)
    return NULL;
  limits = g_new (mn_binomial_limits, plan->n_levels);
  for (guint i = 0; i < plan->n_levels; i++)
    mn_binomial_limits_init (&limits[i], is_jeffreys, plan->alpha_2[i], plan->n_rows);
  return limits;
}

MarmotEstimate *
marmot_interval_one (const MarmotIntervalPlan *plan,
                     MarmotIntervalKernel kernel,
                     MarmotMethod method,
                     double x,
                     double n)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
  double value;
  guint8 status;

  for (guint i = 0; i < plan->n_levels; i++)
    {
      limits[i].confidence = plan->levels[i];
      lower[i] = &limits[i].lower;
      upper[i] = &limits[i].upper;
    }

  kernel (plan, &x, &n, 1, &value, &status, lower, upper);
  return marmot_estimate_new_full (value, method, (MarmotStatus) status, limits, plan->n_levels);
}

/* A kernel over whole buffers. */
typedef struct
{
  const MarmotIntervalPlan *plan;
  MarmotIntervalKernel kernel;
  const MarmotColumn *x;
  const MarmotColumn *n;
  const MarmotEstimatesBuffers *out;
  gint failed; /* whether any row was; atomic */
} Run;

/* In blocks; see marmot_column_block(). */
static void
run_rows (gsize first_row,
          gsize n_run,
          gpointer data)
{
  Run *run = data;
  const MarmotIntervalPlan *plan = run->plan;
  const MarmotEstimatesBuffers *out = run->out;
  double x_scratch[BLOCK];
  double n_scratch[BLOCK];
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
  gboolean has_nulls = run->x->n_nulls > 0 || run->n->n_nulls > 0;
  gboolean whole = TRUE;

  for (gsize first = first_row; first < first_row + n_run; first += BLOCK)
    {
      gsize n_rows = MIN (BLOCK, first_row + n_run - first);

      for (guint i = 0; i < plan->n_levels; i++)
        {
          lower[i] = out->lower[i] + first;
          upper[i] = out->upper[i] + first;
        }

      run->kernel (plan, marmot_column_block (run->x, first, n_rows, x_scratch),
                   marmot_column_block (run->n, first, n_rows, n_scratch), n_rows, out->value + first,
                   out->status + first, lower, upper);

      for (gsize row = first; has_nulls && row < first + n_rows; row++)
        {
          if (marmot_column_row_is_valid (run->x, row) && marmot_column_row_is_valid (run->n, row))
            continue;
          out->status[row] = MARMOT_STATUS_MISSING;
          out->value[row] = (double) NAN;
          for (guint i = 0; i < plan->n_levels; i++)
            out->lower[i][row] = out->upper[i][row] = (double) NAN;
        }
      whole = whole && mn_all_ok (out->status + first, n_rows);
    }
  if (!whole)
    g_atomic_int_set (&run->failed, TRUE);
}

/* Returns whether no row failed. */
static gboolean
run_all (const MarmotIntervalPlan *plan,
         MarmotIntervalKernel kernel,
         const MarmotColumn *x,
         const MarmotColumn *n,
         const MarmotEstimatesBuffers *out)
{
  Run run = { plan, kernel, x, n, out, FALSE };

  marmot_rows_run_finely (out->n_rows, BLOCK, run_rows, &run);
  return !run.failed;
}

static gboolean
check_columns (const MarmotColumn *x,
               const MarmotColumn *n,
               GError **error)
{
  if (!marmot_column_is_numeric (x) || !marmot_column_is_numeric (n))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The %s column holds no numbers: pass a column of doubles or integers",
                   marmot_column_is_numeric (x) ? "denominator" : "count");
      return FALSE;
    }
  if (x->length != n->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The count column has %" G_GSIZE_FORMAT " rows and the denominator column "
                   "%" G_GSIZE_FORMAT ": they must have the same",
                   x->length, n->length);
      return FALSE;
    }
  return TRUE;
}

MarmotEstimates *
marmot_interval_column (const MarmotIntervalPlan *plan,
                        MarmotIntervalKernel kernel,
                        MarmotColumn *x,
                        MarmotColumn *n,
                        GError **error)
{
  MarmotEstimatesBuffers buffers;
  MarmotEstimates *result;

  if (!check_columns (x, n, error))
    return NULL;

  result = marmot_estimates_begin (x->length, plan->levels, plan->n_levels, plan->method, &buffers);
  if (!run_all (plan, kernel, x, n, &buffers))
    marmot_estimates_finish (result);
  return result;
}

/* A missing number comes before a wrong one, so that the status does not depend on
 * the order of the rows. */
void
marmot_interval_add_up (const MarmotColumn *column,
                        const gint32 *codes,
                        guint8 wrong,
                        double *sum,
                        double *compensation,
                        guint8 *status)
{
  double scratch[BLOCK];
  double clean[BLOCK];

  for (gsize first = 0; first < column->length; first += BLOCK)
    {
      gsize n_rows = MIN (BLOCK, column->length - first);
      const double *values = marmot_column_block (column, first, n_rows, scratch);

      for (gsize i = 0; i < n_rows; i++)
        {
          guint8 *s = &status[codes[first + i]];
          gboolean valid = marmot_column_row_is_valid (column, first + i);
          guint8 found = MN_OK;

          if (!valid)
            found = MN_MISSING;
          else if (!isfinite (values[i]))
            found = MN_NOT_FINITE;
          else if (values[i] < 0)
            found = wrong;

          clean[i] = found == MN_OK ? values[i] : 0;
          if (found != MN_OK && (*s == MN_OK || *s == MN_EMPTY_GROUP || found < *s))
            *s = found;
          else if (*s == MN_EMPTY_GROUP)
            *s = MN_OK;
        }

      mn_sum_grouped (clean, codes + first, n_rows, sum, compensation);
    }
}

MarmotEstimates *
marmot_interval_grouped (const MarmotIntervalPlan *plan,
                         MarmotIntervalKernel kernel,
                         MarmotColumn *x,
                         MarmotColumn *n,
                         MarmotGroups *groups,
                         GError **error)
{
  gsize n_groups = marmot_groups_get_n_groups (groups);
  const gint32 *codes = marmot_groups_peek_codes (groups);
  g_autofree double *sums = NULL;
  g_autofree guint8 *status = NULL;
  g_autoptr (MarmotColumn) x_sums = NULL;
  g_autoptr (MarmotColumn) n_sums = NULL;
  MarmotEstimatesBuffers buffers;
  MarmotEstimates *result;

  if (!check_columns (x, n, error))
    return NULL;
  if (marmot_groups_get_n_rows (groups) != x->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the columns have %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (groups), x->length);
      return NULL;
    }

  /* Sums and compensations of x, then of n. */
  sums = g_new0 (double, 4 * n_groups);
  status = g_malloc (n_groups);
  for (gsize g = 0; g < n_groups; g++)
    status[g] = MN_EMPTY_GROUP;
  marmot_interval_add_up (x, codes, MN_NEGATIVE_COUNT, sums, sums + n_groups, status);
  marmot_interval_add_up (n, codes, MN_DENOMINATOR_NOT_POSITIVE, sums + 2 * n_groups, sums + 3 * n_groups,
                          status);
  for (gsize g = 0; g < n_groups; g++)
    {
      sums[g] += sums[n_groups + g];
      sums[2 * n_groups + g] += sums[3 * n_groups + g];
    }
  x_sums = marmot_column_new_double (sums, n_groups);
  n_sums = marmot_column_new_double (sums + 2 * n_groups, n_groups);

  result = marmot_estimates_begin (n_groups, plan->levels, plan->n_levels, plan->method, &buffers);
  run_all (plan, kernel, x_sums, n_sums, &buffers);
  for (gsize g = 0; g < n_groups; g++)
    {
      if (status[g] == MN_OK)
        continue;
      buffers.status[g] = status[g];
      buffers.value[g] = (double) NAN;
      for (guint i = 0; i < plan->n_levels; i++)
        buffers.lower[i][g] = buffers.upper[i][g] = (double) NAN;
    }
  marmot_estimates_finish (result);
  return result;
}
