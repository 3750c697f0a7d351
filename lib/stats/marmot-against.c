/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "marmot-contrast-private.h"
#include "numeric/against.h"
#include "numeric/proportion.h"
#include "numeric/rate.h"

static gpointer
prepare_proportion (const MarmotIntervalPlan *plan)
{
  return marmot_interval_prepare_binomial (plan);
}

static void
compute_proportion (const MarmotIntervalPlan *plan,
                    const double *const *in,
                    gsize n_rows,
                    const MarmotContrastBlock *out)
{
  const mn_binomial_limits *limits = plan->prepared;
  double k = plan->multiplier;

  mn_proportion_values (in[0], in[1], n_rows, k, out->value, out->status);
  for (guint i = 0; i < plan->n_levels; i++)
    switch (plan->method)
      {
      case MARMOT_METHOD_CLOPPER_PEARSON:
      case MARMOT_METHOD_JEFFREYS:
        mn_proportion_binomial (in[0], in[1], n_rows, &limits[i], k, out->lower[i], out->upper[i]);
        break;
      default:
        mn_proportion_wilson (in[0], in[1], n_rows, plan->z[i], k, out->lower[i], out->upper[i]);
        break;
      }
  mn_proportion_against_status (in, n_rows, k, out->status);
  if (plan->test == MARMOT_METHOD_NONE)
    return;
  if (plan->test == MARMOT_METHOD_SCORE)
    mn_proportion_against_score (in, n_rows, k, out->statistic, out->p);
  else
    mn_proportion_against_exact (in, n_rows, k, out->p);
}

static gpointer
prepare_rate (const MarmotIntervalPlan *plan)
{
  mn_poisson_limits *limits = g_new (mn_poisson_limits, plan->n_levels);

  for (guint i = 0; i < plan->n_levels; i++)
    mn_poisson_limits_init (&limits[i], plan->alpha_2[i],
                            plan->method == MARMOT_METHOD_EXACT_POISSON ? plan->n_rows : 0);
  return limits;
}

static void
compute_rate (const MarmotIntervalPlan *plan,
              const double *const *in,
              gsize n_rows,
              const MarmotContrastBlock *out)
{
  const mn_poisson_limits *limits = plan->prepared;
  double below = plan->method == MARMOT_METHOD_EXACT_POISSON ? (double) INFINITY : MN_POISSON_SWITCH;
  double k = plan->multiplier;

  mn_rate_values (in[0], in[1], n_rows, k, out->value, out->status);
  for (guint i = 0; i < plan->n_levels; i++)
    {
      mn_rate_byar (in[0], in[1], n_rows, plan->z[i], k, out->lower[i], out->upper[i]);
      if (plan->method != MARMOT_METHOD_BYAR)
        mn_rate_exact_rows (in[0], in[1], n_rows, below, &limits[i], k, out->lower[i], out->upper[i]);
    }
  mn_rate_against_status (in, n_rows, k, out->status);
  if (plan->test == MARMOT_METHOD_NONE)
    return;
  if (plan->test == MARMOT_METHOD_BYAR)
    mn_rate_against_byar (in, n_rows, k, out->statistic, out->p);
  else
    mn_rate_against_exact (in, n_rows, k, out->p);
}

static const MarmotContrastMethod proportion_methods[] = {
  { MARMOT_METHOD_WILSON, MARMOT_METHOD_SCORE },
  { MARMOT_METHOD_CLOPPER_PEARSON, MARMOT_METHOD_EXACT_BINOMIAL },
  { MARMOT_METHOD_JEFFREYS, MARMOT_METHOD_EXACT_BINOMIAL },
};
static const MarmotMethod proportion_tests[] = { MARMOT_METHOD_SCORE, MARMOT_METHOD_EXACT_BINOMIAL };

static const MarmotContrastMethod rate_methods[] = {
  { MARMOT_METHOD_POISSON, MARMOT_METHOD_EXACT_POISSON },
  { MARMOT_METHOD_EXACT_POISSON, MARMOT_METHOD_EXACT_POISSON },
  { MARMOT_METHOD_BYAR, MARMOT_METHOD_BYAR },
};
static const MarmotMethod rate_tests[] = { MARMOT_METHOD_EXACT_POISSON, MARMOT_METHOD_BYAR };

static const MarmotContrastSpec proportion = {
  proportion_methods, G_N_ELEMENTS (proportion_methods), proportion_tests, G_N_ELEMENTS (proportion_tests),
  { "numerator", "denominator", "standard" }, 3, 1, MARMOT_CONTRAST_AGAINST, compute_proportion, prepare_proportion,
  NULL,
};

static const MarmotContrastSpec rate = {
  rate_methods, G_N_ELEMENTS (rate_methods), rate_tests, G_N_ELEMENTS (rate_tests),
  { "count", "denominator", "standard" }, 3, 100000, MARMOT_CONTRAST_AGAINST, compute_rate, prepare_rate,
  NULL,
};

MarmotContrast *
marmot_proportion_against (double numerator,
                           double denominator,
                           double standard,
                           MarmotIntervalOptions *options,
                           GError **error)
{
  const double in[] = { numerator, denominator, standard };

  return marmot_contrast_one (&proportion, in, options, error);
}

MarmotTable *
marmot_proportion_against_column (MarmotColumn *numerator,
                                  MarmotColumn *denominator,
                                  MarmotColumn *standard,
                                  MarmotIntervalOptions *options,
                                  GError **error)
{
  MarmotColumn *in[] = { numerator, denominator, standard };

  return marmot_contrast_column (&proportion, in, options, error);
}

MarmotTable *
marmot_proportion_against_grouped (MarmotColumn *numerator,
                                   MarmotColumn *denominator,
                                   MarmotColumn *standard,
                                   MarmotGroups *groups,
                                   MarmotIntervalOptions *options,
                                   GError **error)
{
  MarmotColumn *in[] = { numerator, denominator, standard };

  return marmot_contrast_grouped (&proportion, in, groups, options, error);
}

MarmotContrast *
marmot_rate_against (double count,
                     double denominator,
                     double standard,
                     MarmotIntervalOptions *options,
                     GError **error)
{
  const double in[] = { count, denominator, standard };

  return marmot_contrast_one (&rate, in, options, error);
}

MarmotTable *
marmot_rate_against_column (MarmotColumn *count,
                            MarmotColumn *denominator,
                            MarmotColumn *standard,
                            MarmotIntervalOptions *options,
                            GError **error)
{
  MarmotColumn *in[] = { count, denominator, standard };

  return marmot_contrast_column (&rate, in, options, error);
}

MarmotTable *
marmot_rate_against_grouped (MarmotColumn *count,
                             MarmotColumn *denominator,
                             MarmotColumn *standard,
                             MarmotGroups *groups,
                             MarmotIntervalOptions *options,
                             GError **error)
{
  MarmotColumn *in[] = { count, denominator, standard };

  return marmot_contrast_grouped (&rate, in, groups, options, error);
}
