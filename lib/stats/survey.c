/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "survey-private.h"

#include <math.h>

#include "numeric/kernel.h"
#include "numeric/proportion.h"
#include "numeric/survey.h"

static const MarmotMethod methods[] = {
  MARMOT_METHOD_WILSON,
  MARMOT_METHOD_CLOPPER_PEARSON,
  MARMOT_METHOD_AGRESTI_COULL,
  MARMOT_METHOD_JEFFREYS,
  MARMOT_METHOD_NORMAL,
};

/* 0 stands for what nobody knows. */
static gboolean
read_number (double number,
             double *into)
{
  *into = number > 0 ? number : (double) NAN;
  return number >= 0 && isfinite (number);
}

gboolean
marmot_survey_plan_init (MarmotSurveyPlan *plan,
                         MarmotSurveyOptions *options,
                         GError **error)
{
  plan->invited = plan->population = (double) NAN;
  plan->design_effect = 1;
  plan->minimum = 10;
  if (!marmot_interval_plan_init (&plan->plan, options ? marmot_survey_options_get_interval (options) : NULL, methods,
                                  G_N_ELEMENTS (methods), 1, error))
    return FALSE;
  if (options == NULL)
    return TRUE;

  plan->minimum = marmot_survey_options_get_minimum_respondents (options);
  plan->design_effect = marmot_survey_options_get_design_effect (options);
  if (!read_number (marmot_survey_options_get_invited (options), &plan->invited)
      || !read_number (marmot_survey_options_get_population (options), &plan->population)
      || !(plan->design_effect > 0 && isfinite (plan->design_effect)) || !(plan->minimum >= 0))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "How many were invited, how many the population holds and how many respondents are few "
                           "are zero or above, and a design effect is above zero");
      return FALSE;
    }
  return TRUE;
}

/* The limits of effective counts, and the share itself where chance has no part. */
static void
add_limits (const MarmotIntervalPlan *plan,
            guint level,
            const double *count,
            const double *n,
            const double *respondents,
            gsize n_rows,
            double *lower,
            double *upper)
{
  double z = plan->z[level], alpha_2 = plan->alpha_2[level], multiplier = plan->multiplier;

  switch (plan->method)
    {
    case MARMOT_METHOD_CLOPPER_PEARSON:
      mn_proportion_exact (count, n, n_rows, alpha_2, multiplier, lower, upper);
      break;
    case MARMOT_METHOD_AGRESTI_COULL:
      mn_proportion_agresti_coull (count, n, n_rows, z, multiplier, lower, upper);
      break;
    case MARMOT_METHOD_JEFFREYS:
      mn_proportion_jeffreys (count, n, n_rows, alpha_2, multiplier, lower, upper);
      break;
    case MARMOT_METHOD_NORMAL:
      mn_proportion_normal (count, n, n_rows, z, multiplier, lower, upper);
      break;
    default:
      mn_proportion_wilson (count, n, n_rows, z, multiplier, lower, upper);
      break;
    }
  for (gsize i = 0; i < n_rows; i++)
    if (isinf (n[i]))
      lower[i] = upper[i] = multiplier * (count[i] / respondents[i]);
}

void
marmot_survey_compute (const MarmotSurveyPlan *plan,
                       const MarmotSurveyRows *rows,
                       gsize n_rows,
                       const MarmotSurveyResults *out)
{
  double counts[2][MARMOT_FIGURES_BLOCK], effective_n[MARMOT_FIGURES_BLOCK];
  double responses[MARMOT_FIGURES_BLOCK], bounds[2][MARMOT_FIGURES_BLOCK], spare[MARMOT_FIGURES_BLOCK];
  guint8 status[2][MARMOT_FIGURES_BLOCK];
  const double multiplier = plan->plan.multiplier;
  gboolean one = rows->first == rows->last;

  for (int end = 0; end < (one ? 1 : 2); end++)
    {
      const MnSurvey in = { end == 0 ? rows->first : rows->last, rows->respondents, rows->invited, rows->population,
                            rows->design_effect };
      const MnSurveyOut to = { effective_n, counts[end], responses, end == 0 ? bounds[0] : spare,
                               end == 0 && !one ? spare : bounds[1], status[end] };

      mn_survey_prepare (&in, n_rows, &to);
    }

  for (guint level = 0; level < plan->plan.n_levels; level++)
    {
      add_limits (&plan->plan, level, counts[0], effective_n, rows->respondents, n_rows, out->lower[level],
                  one ? out->upper[level] : spare);
      if (!one)
        add_limits (&plan->plan, level, counts[1], effective_n, rows->respondents, n_rows, spare, out->upper[level]);
    }

  for (gsize i = 0; i < n_rows; i++)
    {
      guint8 s = rows->status[i];

      s = s == MN_OK ? status[0][i] : s;
      s = s == MN_OK && !one ? status[1][i] : s;
      out->status[i] = s;
      if (s == MN_OK)
        {
          out->value[i] = multiplier * (isnan (rows->percent[i]) ? (rows->first[i] + 0.0) / rows->respondents[i]
                                                                 : rows->percent[i] / 100);
          out->effective_n[i] = effective_n[i];
          out->response[i] = multiplier * responses[i];
          out->lowest[i] = multiplier * bounds[0][i];
          out->highest[i] = multiplier * bounds[1][i];
          continue;
        }
      out->value[i] = out->effective_n[i] = out->response[i] = out->lowest[i] = out->highest[i] = (double) NAN;
      for (guint level = 0; level < plan->plan.n_levels; level++)
        out->lower[level][i] = out->upper[level][i] = (double) NAN;
    }
}
