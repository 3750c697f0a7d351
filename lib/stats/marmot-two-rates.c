/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-contrast-private.h"
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
  if (plan->test == MARMOT_METHOD_SCORE)
    mn_two_rates_score_test (in, n_rows, out->statistic, out->p);
  else
    mn_two_rates_exact_test (in, n_rows, plan->test == MARMOT_METHOD_MID_P_CONDITIONAL, out->p);
}

/* The exact limits of small whole counts at each level, made once a call. */
typedef struct
{
  double lower[MARMOT_MAX_LEVELS][MN_POISSON_SWITCH];
  double upper[MARMOT_MAX_LEVELS][MN_POISSON_SWITCH];
} ExactTables;

static gpointer
prepare_difference (const MarmotIntervalPlan *plan)
{
  ExactTables *tables = g_new (ExactTables, 1);

  for (guint i = 0; i < plan->n_levels; i++)
    mn_poisson_exact_table (plan->alpha_2[i], tables->lower[i], tables->upper[i]);
  return tables;
}

static void
compute_difference (const MarmotIntervalPlan *plan,
                    const double *const *in,
                    gsize n_rows,
                    const MarmotContrastBlock *out)
{
  const ExactTables *tables = plan->prepared;

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
        mn_rate_difference_mover (in, n_rows, plan->z[i], plan->alpha_2[i], tables->lower[i], tables->upper[i],
                                  plan->multiplier, out->lower[i], out->upper[i]);
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
  mn_two_rates_status (in, n_rows, out->status);
  mn_rate_ratio_values (in, n_rows, plan->multiplier, out->value);
  for (guint i = 0; i < plan->n_levels; i++)
    switch (plan->method)
      {
      case MARMOT_METHOD_SCORE:
        mn_rate_ratio_score (in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      case MARMOT_METHOD_LOG_NORMAL:
        mn_rate_ratio_log (in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      default:
        mn_rate_ratio_exact (in, n_rows, plan->alpha_2[i], plan->multiplier, out->lower[i], out->upper[i]);
        break;
      }
  run_test (plan, in, n_rows, out);
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
};

static const MarmotContrastSpec ratio = {
  ratio_methods, G_N_ELEMENTS (ratio_methods), tests, G_N_ELEMENTS (tests), INPUTS, 4, 1,
  MARMOT_CONTRAST_COUNTS, compute_ratio, NULL,
};

MARMOT_CONTRAST_OF_FOUR (marmot_rate_difference, difference)
MARMOT_CONTRAST_OF_FOUR (marmot_rate_ratio, ratio)
