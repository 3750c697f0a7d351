/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-contrast-private.h"
#include "numeric/plain.h"
#include "numeric/two-proportions.h"

static const MarmotMethod tests[] = {
  MARMOT_METHOD_CHI_SQUARED,
  MARMOT_METHOD_CHI_SQUARED_N_1,
  MARMOT_METHOD_FISHER,
  MARMOT_METHOD_FISHER_MID_P,
};

static void
run_test (const MarmotIntervalPlan *plan,
          const double *const *in,
          gsize n_rows,
          const MarmotContrastBlock *out)
{
  if (plan->test == MARMOT_METHOD_NONE)
    return;
  switch (plan->test)
    {
    case MARMOT_METHOD_FISHER:
    case MARMOT_METHOD_FISHER_MID_P:
      mn_two_proportions_fisher (in, n_rows, plan->test == MARMOT_METHOD_FISHER_MID_P, out->p, out->status);
      break;
    default:
      mn_two_proportions_chi_squared (in, n_rows, plan->test == MARMOT_METHOD_CHI_SQUARED_N_1, out->statistic, out->p);
      break;
    }
}

static void
run_limits (const MarmotIntervalPlan *plan,
            MnTwoLimits limits,
            const double *const *in,
            gsize n_rows,
            const MarmotContrastBlock *out)
{
  for (guint i = 0; i < plan->n_levels; i++)
    limits (in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
}

static void
compute_difference (const MarmotIntervalPlan *plan,
                    const double *const *in,
                    gsize n_rows,
                    const MarmotContrastBlock *out)
{
  mn_two_proportions_status (in, n_rows, out->status);
  mn_proportion_difference_values (in, n_rows, plan->multiplier, out->value);
  run_limits (plan,
              plan->method == MARMOT_METHOD_MIETTINEN_NURMINEN ? mn_proportion_difference_score
              : plan->method == MARMOT_METHOD_NORMAL           ? mn_proportion_difference_normal
                                                               : mn_proportion_difference_newcombe,
              in, n_rows, out);
  run_test (plan, in, n_rows, out);
}

static void
compute_ratio (const MarmotIntervalPlan *plan,
               const double *const *in,
               gsize n_rows,
               const MarmotContrastBlock *out)
{
  mn_two_proportions_status (in, n_rows, out->status);
  mn_proportion_ratio_values (in, n_rows, plan->multiplier, out->value);
  if (plan->method == MARMOT_METHOD_KATZ)
    for (guint i = 0; i < plan->n_levels; i++)
      mn_proportion_ratio_katz (in, n_rows, plan->z[i], out->value, out->lower[i], out->upper[i]);
  else
    run_limits (plan, plan->method == MARMOT_METHOD_KOOPMAN ? mn_proportion_ratio_koopman : mn_proportion_ratio_score,
                in, n_rows, out);
  run_test (plan, in, n_rows, out);
}

static void
compute_odds_ratio (const MarmotIntervalPlan *plan,
                    const double *const *in,
                    gsize n_rows,
                    const MarmotContrastBlock *out)
{
  mn_two_proportions_status (in, n_rows, out->status);
  mn_odds_ratio_values (in, n_rows, plan->multiplier, out->value);
  if (plan->method == MARMOT_METHOD_WOOLF)
    for (guint i = 0; i < plan->n_levels; i++)
      mn_odds_ratio_woolf (in, n_rows, plan->z[i], out->value, out->lower[i], out->upper[i]);
  else
    run_limits (plan, mn_odds_ratio_score, in, n_rows, out);
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

  if (plan->test != MARMOT_METHOD_NONE && plan->test != MARMOT_METHOD_CHI_SQUARED
      && plan->test != MARMOT_METHOD_CHI_SQUARED_N_1)
    return MARMOT_CONTRAST_ALL_ODD;
  kind = marmot_contrast_run_plain (plan, limits, in, n_rows, out);
  if (kind != MARMOT_CONTRAST_ALL_ODD && plan->test != MARMOT_METHOD_NONE)
    mn_plain_chi_squared (in, n_rows, plan->test == MARMOT_METHOD_CHI_SQUARED_N_1, out->statistic, out->p);
  return kind;
}

static MarmotContrastKind
plain_difference (const MarmotIntervalPlan *plan,
                  const double *const *in,
                  gsize n_rows,
                  const MarmotContrastBlock *out)
{
  if (plan->method == MARMOT_METHOD_NEWCOMBE)
    return run_plain (plan, mn_plain_newcombe, in, n_rows, out);
  if (plan->method == MARMOT_METHOD_NORMAL)
    return run_plain (plan, mn_plain_difference_normal, in, n_rows, out);
  return MARMOT_CONTRAST_ALL_ODD;
}

static MarmotContrastKind
plain_ratio (const MarmotIntervalPlan *plan,
             const double *const *in,
             gsize n_rows,
             const MarmotContrastBlock *out)
{
  if (plan->method == MARMOT_METHOD_KATZ)
    return run_plain (plan, mn_plain_katz, in, n_rows, out);
  return MARMOT_CONTRAST_ALL_ODD;
}

static MarmotContrastKind
plain_odds_ratio (const MarmotIntervalPlan *plan,
                  const double *const *in,
                  gsize n_rows,
                  const MarmotContrastBlock *out)
{
  if (plan->method == MARMOT_METHOD_WOOLF)
    return run_plain (plan, mn_plain_woolf, in, n_rows, out);
  return MARMOT_CONTRAST_ALL_ODD;
}

static const MarmotContrastMethod difference_methods[] = {
  { MARMOT_METHOD_NEWCOMBE, MARMOT_METHOD_CHI_SQUARED },
  { MARMOT_METHOD_MIETTINEN_NURMINEN, MARMOT_METHOD_CHI_SQUARED_N_1 },
  { MARMOT_METHOD_NORMAL, MARMOT_METHOD_CHI_SQUARED },
};

static const MarmotContrastMethod ratio_methods[] = {
  { MARMOT_METHOD_MIETTINEN_NURMINEN, MARMOT_METHOD_CHI_SQUARED_N_1 },
  { MARMOT_METHOD_KOOPMAN, MARMOT_METHOD_CHI_SQUARED },
  { MARMOT_METHOD_KATZ, MARMOT_METHOD_CHI_SQUARED },
};

static const MarmotContrastMethod odds_methods[] = {
  { MARMOT_METHOD_MIETTINEN_NURMINEN, MARMOT_METHOD_CHI_SQUARED_N_1 },
  { MARMOT_METHOD_WOOLF, MARMOT_METHOD_CHI_SQUARED },
};

#define INPUTS { "first numerator", "first denominator", "second numerator", "second denominator" }

static const MarmotContrastSpec difference = {
  difference_methods, G_N_ELEMENTS (difference_methods), tests, G_N_ELEMENTS (tests), INPUTS, 4, 1,
  MARMOT_CONTRAST_COUNTS, compute_difference, NULL, plain_difference,
};

static const MarmotContrastSpec ratio = {
  ratio_methods, G_N_ELEMENTS (ratio_methods), tests, G_N_ELEMENTS (tests), INPUTS, 4, 1,
  MARMOT_CONTRAST_COUNTS, compute_ratio, NULL, plain_ratio,
};

static const MarmotContrastSpec odds = {
  odds_methods, G_N_ELEMENTS (odds_methods), tests, G_N_ELEMENTS (tests), INPUTS, 4, 1,
  MARMOT_CONTRAST_COUNTS, compute_odds_ratio, NULL, plain_odds_ratio,
};

MARMOT_CONTRAST_OF_FOUR (marmot_proportion_difference, difference)
MARMOT_CONTRAST_OF_FOUR (marmot_proportion_ratio, ratio)
MARMOT_CONTRAST_OF_FOUR (marmot_odds_ratio, odds)
