/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "survey.h"

#include <float.h>
#include <math.h>

static int
is_finite_or_unknown (double x)
{
  return isnan (x) || fabs (x) <= DBL_MAX;
}

static uint8_t
check (const MnSurvey *in,
       size_t i)
{
  double x = in->count[i], n = in->respondents[i];
  double invited = in->invited[i], population = in->population[i], effect = in->design_effect[i];

  if (!(fabs (x) <= DBL_MAX) || !(fabs (n) <= DBL_MAX) || !is_finite_or_unknown (invited)
      || !is_finite_or_unknown (population) || !(fabs (effect) <= DBL_MAX))
    return MN_NOT_FINITE;
  if (x < 0)
    return MN_NEGATIVE_COUNT;
  if (n <= 0)
    return MN_DENOMINATOR_NOT_POSITIVE;
  /* Comparisons with what is not known are false. */
  if (x > n || n > invited || n > population || invited > population)
    return MN_COUNT_OVER_DENOMINATOR;
  return effect > 0 ? MN_OK : MN_OUT_OF_RANGE;
}

void
mn_survey_prepare (const MnSurvey *in,
                   size_t n_rows,
                   const MnSurveyOut *out)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x = in->count[i] + 0.0, n = in->respondents[i];
      double invited = in->invited[i], population = in->population[i];
      double factor = 1;

      out->effective_n[i] = out->effective_count[i] = (double) NAN;
      out->response[i] = out->lowest[i] = out->highest[i] = (double) NAN;
      out->status[i] = check (in, i);
      if (out->status[i] != MN_OK)
        continue;

      if (!isnan (population))
        factor = population > n ? (population - n) / (population - 1) : 0;
      if (factor > 0)
        {
          out->effective_n[i] = n / (in->design_effect[i] * factor);
          out->effective_count[i] = x == n ? out->effective_n[i] : x / n * out->effective_n[i];
        }
      else
        {
          out->effective_n[i] = (double) INFINITY;
          out->effective_count[i] = x;
        }
      out->response[i] = n / invited;
      out->lowest[i] = x / invited;
      out->highest[i] = (x + (invited - n)) / invited;
    }
}

double
mn_survey_weighting_effect (double n,
                            double sum,
                            double sum_of_squares)
{
  return n * (sum_of_squares / sum / sum);
}
