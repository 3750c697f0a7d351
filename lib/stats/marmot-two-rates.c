/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-contrast-private.h"
#include "numeric/plain.h"
#include "numeric/rate.h"
#include "numeric/two-rates.h"

static const MarmotMethod tests[] = {
  MARMOT_METHOD_EXACT_CONDITIONAL,
  MARMOT_METHOD_MID_P_CONDITIONAL,
  MARMOT_METHOD_SCORE,
};

static void
run_test (const MarmotIntervalPlan *plan,
          const double *const *in,
          gsize n_rows,
          const MarmotContrastBlock *out)
{
  if (plan->test == MARMOT_METHOD_NONE)
    return;
  if (plan->test == MARMOT_METHOD_SCORE)
    mn_two_rates_score_test (in, n_rows, out->statistic, out->p);
  else
    mn_two_rates_exact_test (in, n_rows, plan->test == MARMOT_METHOD_MID_P_CONDITIONAL, out->p);
}

/* The exact limits at each level, made once a call. */
static gpointer
prepare_difference (const MarmotIntervalPlan *plan)
{
  mn_poisson_limits *limits;

  if (plan->method != MARMOT_METHOD_MOVER)
    return NULL;
  limits = g_new (mn_poisson_limits, plan->n_levels);
  for (guint i = 0; i < plan->n_levels; i++)
    mn_poisson_limits_init (&limits[i], plan->alpha_2[i], 0);
  return limits;
}

static gpointer
prepare_ratio (const MarmotIntervalPlan *plan)
{
  mn_binomial_limits *limits;

  if (plan->method != MARMOT_METHOD_EXACT_CONDITIONAL)
    return NULL;
  limits = g_new (mn_binomial_limits, plan->n_levels);
  for (guint i = 0; i < plan->n_levels; i++)
    mn_binomial_limits_init (&limits[i], 0, plan->alpha_2[i], plan->n_rows);
  return limits;
}

static void
compute_difference (const MarmotIntervalPlan *plan,
                    const double *const *in,
                    gsize n_rows,
                    const MarmotContrastBlock *out)
{
  const mn_poisson_limits *limits = plan->prepared;

  mn_two_rates_status (in, n_rows, out->status);
  mn_rate_difference_values (in, n_rows, plan->multiplier, out->value);
  for (guint i = 0; i < plan->n_levels; i++)
    switch (plan->method)
      {
      case MARMOT_METHOD_MIETTINEN_NURMINEN:
        mn_rate_difference_score (in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      case MARMOT_METHOD_NORMAL:
        mn_rate_difference_normal (in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      default:
        mn_rate_difference_mover (in, n_rows, plan->z[i], &limits[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      }
  run_test (plan, in, n_rows, out);
}

static void
compute_ratio (const MarmotIntervalPlan *plan,
               const double *const *in,
               gsize n_rows,
               const MarmotContrastBlock *out)
{
  const mn_binomial_limits *limits = plan->prepared;

  mn_two_rates_status (in, n_rows, out->status);
  mn_rate_ratio_values (in, n_rows, plan->multiplier, out->value);
  for (guint i = 0; i < plan->n_levels; i++)
    switch (plan->method)
      {
      case MARMOT_METHOD_SCORE:
        mn_rate_ratio_score (in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      case MARMOT_METHOD_LOG_NORMAL:
        mn_rate_ratio_log (in, n_rows, plan->z[i], out->value, out->lower[i], out->upper[i]);
        break;
      default:
        mn_rate_ratio_exact (in, n_rows, &limits[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      }
  run_test (plan, in, n_rows, out);
}

/* Plain rows, where the method and the test are closed forms. */
static MarmotContrastKind
run_plain (const MarmotIntervalPlan *plan,
           MnPlainTwo limits,
           const double *const *in,
           gsize n_rows,
           const MarmotContrastBlock *out)
{
  MarmotContrastKind kind;

  if (plan->test != MARMOT_METHOD_NONE && plan->test != MARMOT_METHOD_SCORE)
    return MARMOT_CONTRAST_ALL_ODD;
  kind = marmot_contrast_run_plain (plan, limits, in, n_rows, out);
  if (kind != MARMOT_CONTRAST_ALL_ODD && plan->test == MARMOT_METHOD_SCORE)
    mn_plain_score_test (in, n_rows, out->statistic, out->p);
  return kind;
}

static MarmotContrastKind
plain_difference (const MarmotIntervalPlan *plan,
                  const double *const *in,
                  gsize n_rows,
                  const MarmotContrastBlock *out)
{
  if (plan->method == MARMOT_METHOD_NORMAL)
    return run_plain (plan, mn_plain_rate_normal, in, n_rows, out);
  return MARMOT_CONTRAST_ALL_ODD;
}

static MarmotContrastKind
plain_ratio (const MarmotIntervalPlan *plan,
             const double *const *in,
             gsize n_rows,
             const MarmotContrastBlock *out)
{
  if (plan->method == MARMOT_METHOD_SCORE)
    return run_plain (plan, mn_plain_rate_score, in, n_rows, out);
  if (plan->method == MARMOT_METHOD_LOG_NORMAL)
    return run_plain (plan, mn_plain_rate_log, in, n_rows, out);
  return MARMOT_CONTRAST_ALL_ODD;
}

static const MarmotContrastMethod difference_methods[] = {
  { MARMOT_METHOD_MOVER, MARMOT_METHOD_EXACT_CONDITIONAL },
  { MARMOT_METHOD_MIETTINEN_NURMINEN, MARMOT_METHOD_SCORE },
  { MARMOT_METHOD_NORMAL, MARMOT_METHOD_SCORE },
};

static const MarmotContrastMethod ratio_methods[] = {
  { MARMOT_METHOD_EXACT_CONDITIONAL, MARMOT_METHOD_EXACT_CONDITIONAL },
  { MARMOT_METHOD_SCORE, MARMOT_METHOD_SCORE },
  { MARMOT_METHOD_LOG_NORMAL, MARMOT_METHOD_SCORE },
};

#define INPUTS { "first count", "first denominator", "second count", "second denominator" }

static const MarmotContrastSpec difference = {
  difference_methods, G_N_ELEMENTS (difference_methods), tests, G_N_ELEMENTS (tests), INPUTS, 4, 100000,
  MARMOT_CONTRAST_COUNTS, compute_difference, prepare_difference,
  plain_difference,
};

static const MarmotContrastSpec ratio = {
  ratio_methods, G_N_ELEMENTS (ratio_methods), tests, G_N_ELEMENTS (tests), INPUTS, 4, 1,
  MARMOT_CONTRAST_COUNTS, compute_ratio, prepare_ratio, plain_ratio,
};

MARMOT_CONTRAST_OF_FOUR (marmot_rate_difference, difference)
MARMOT_CONTRAST_OF_FOUR (marmot_rate_ratio, ratio)
