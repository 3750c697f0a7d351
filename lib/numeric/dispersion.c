/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * With t = y / mean - 1, whose mean is 0, entropies are sums of terms that are never
 * negative, so that figures that hardly differ lose no digits.
 */
#include "dispersion.h"

#include <math.h>

#include "special.h"
#include "total.h"

/* t - ln (1 + t) for divisor 0, and (1 + t) ln (1 + t) - t for divisor 1, each the
 * sum of (-t)^n over n or n (n - 1) from n = 2. */
static double
get_series (double t,
            int product)
{
  double power = t * t, sum = 0;

  for (int n = 2; n < 24; n++, power *= -t)
    sum += power / (product ? n * (n - 1) : n);
  return sum;
}

static double
get_mean_log (double t)
{
  return fabs (t) < 0.1 ? get_series (t, 0) : t - log1p (t);
}

static double
get_theil (double t)
{
  if (fabs (t) < 0.1)
    return get_series (t, 1);
  return t <= -1 ? 1 : (1 + t) * log1p (t) - t;
}

/* (1 + t)^a - 1 - a t. */
static double
get_excess (double t,
            double a)
{
  if (fabs (t) < 0.02)
    {
      double term = a * (a - 1) / 2 * t * t, sum = 0;

      for (int n = 2; n < 14; n++)
        {
          sum += term;
          term *= (a - n) / (n + 1) * t;
        }
      return sum;
    }
  return expm1 (a * log1p (t)) - a * t;
}

static double
get_sign (double d)
{
  return (d > 0) - (d < 0);
}

/* The root of the sum of squares of g and the standard errors. Of no use where groups
 * are alike and a measure is at its least: it is flat there, and all g are 0, although
 * chance can only raise it. */
static double
propagate (const mn_groups *groups,
           const double *g)
{
  mn_total variance = { 0, 0 };

  for (size_t i = 0; i < groups->n; i++)
    if (g[i] != 0)
      {
        double s = groups->s ? groups->s[i] : (double) NAN;

        mn_total_add (&variance, g[i] * g[i] * (s * s));
      }
  return sqrt (mn_total_get (&variance));
}

/* The root of the sum of squares of shares and influences. */
static double
spread (const mn_groups *groups,
        const double *z)
{
  mn_total variance = { 0, 0 };

  for (size_t i = 0; i < groups->n; i++)
    if (groups->w[i] > 0)
      mn_total_add (&variance, groups->p[i] * z[i] * (groups->p[i] * z[i]));
  return sqrt (mn_total_get (&variance));
}

static void
finish (mn_index *index,
        double value,
        double se)
{
  int has_error = isfinite (se);

  mn_index_set (index, value, has_error ? se : (double) NAN, has_error ? MN_LIMITS_NORMAL : MN_LIMITS_NONE);
}

/* The form y' M y of independent normal figures, with M =
 * diag (p) - p p', has the variance 4 (M y)' V (M y) + 2 tr (M V M V). */
static double
get_quadratic_error (const mn_groups *groups)
{
  mn_total slope = { 0, 0 }, cross = { 0, 0 }, fourth = { 0, 0 }, own = { 0, 0 };
  double sum, variance;

  for (size_t i = 0; i < groups->n; i++)
    {
      double p = groups->p[i];
      double d = groups->y[i] - groups->mean;
      double v = groups->s ? groups->s[i] * groups->s[i] : (double) NAN;

      if (!(groups->w[i] > 0))
        continue;
      mn_total_add (&slope, p * p * v * d * d);
      mn_total_add (&cross, p * p * v);
      mn_total_add (&fourth, p * p * v * (p * p * v));
      mn_total_add (&own, p * (1 - p) * v * (p * (1 - p) * v));
    }
  sum = mn_total_get (&cross);
  variance = 4 * mn_total_get (&slope)
             + 2 * (sum * sum - mn_total_get (&fourth) + mn_total_get (&own));
  return sqrt (variance);
}

static void
measure_variance (const mn_groups *groups,
                  const mn_dispersion *what,
                  double *g,
                  mn_index *index)
{
  mn_total squares = { 0, 0 }, noise = { 0, 0 };
  double mean = groups->mean, variance, plain, deviation, se = (double) NAN;

  for (size_t i = 0; i < groups->n; i++)
    {
      double p = groups->p[i];
      double d = groups->y[i] - mean;

      if (!(groups->w[i] > 0))
        continue;
      mn_total_add (&squares, p * d * d);
      if (what->corrected)
        mn_total_add (&noise, p * (1 - p) * (groups->s ? groups->s[i] * groups->s[i] : (double) NAN));
    }
  plain = variance = mn_total_get (&squares);
  if (what->corrected)
    {
      variance -= mn_total_get (&noise);
      if (isnan (variance))
        {
          /* What cannot be corrected has no value. */
          mn_index_fail (index, MN_MISSING);
          return;
        }
    }
  deviation = sqrt (plain);

  if (what->kind == MN_DISPERSION_VARIATION && !(mean > 0))
    {
      mn_index_fail (index, MN_MEAN_NOT_POSITIVE);
      return;
    }

  for (size_t i = 0; i < groups->n; i++)
    {
      double p = groups->p[i];
      double d = groups->y[i] - mean;
      int is_influence = what->error == MN_DISPERSION_ERROR_INFLUENCE;
      /* Of the variance, by a figure or by a person. */
      double of_variance = is_influence ? d * d - plain : 2 * p * d;
      double of_mean = is_influence ? d : p;

      switch (what->kind)
        {
        case MN_DISPERSION_VARIANCE:
          g[i] = of_variance;
          break;
        case MN_DISPERSION_DEVIATION:
          g[i] = of_variance / (2 * deviation);
          break;
        default:
          g[i] = of_variance / (2 * deviation * mean) - deviation * of_mean / (mean * mean);
          break;
        }
    }
  if (what->error == MN_DISPERSION_ERROR_INFLUENCE)
    se = spread (groups, g);
  else if (what->error == MN_DISPERSION_ERROR_QUADRATIC && what->kind == MN_DISPERSION_VARIANCE)
    se = get_quadratic_error (groups);
  else if (what->error != MN_DISPERSION_ERROR_NONE)
    se = propagate (groups, g);

  switch (what->kind)
    {
    case MN_DISPERSION_VARIANCE:
      finish (index, variance, se);
      break;
    case MN_DISPERSION_DEVIATION:
      finish (index, mn_root_from_0 (variance), se);
      if (what->error == MN_DISPERSION_ERROR_QUADRATIC)
        {
          index->limits = MN_LIMITS_ROOT;
          index->square = variance;
          index->square_se = get_quadratic_error (groups);
        }
      break;
    default:
      finish (index, mn_root_from_0 (variance) / mean, se);
      index->is_ratio = 1;
      break;
    }
}

/* Mean differences from the point, which is a group or the mean. */
static void
measure_differences (const mn_groups *groups,
                     const mn_dispersion *what,
                     double *g,
                     mn_index *index)
{
  int from_group = what->kind == MN_DISPERSION_FROM_POINT;
  int has_average = !from_group && !isnan (what->average);
  double average = has_average ? what->average : groups->mean;
  double point = from_group ? groups->y[what->point] : average;
  mn_total sum = { 0, 0 }, signs = { 0, 0 };
  int has_kink = 0;
  double value, se = (double) NAN;

  if (what->kind == MN_DISPERSION_DISPARITY && !(average > 0))
    {
      mn_index_fail (index, MN_MEAN_NOT_POSITIVE);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    {
      double weight = what->unweighted ? 1 / (double) groups->n : groups->p[i];
      double d = groups->y[i] - point;

      mn_total_add (&sum, weight * fabs (d));
      mn_total_add (&signs, weight * get_sign (d));
      g[i] = weight * get_sign (d);
      /* Where a figure meets the point, the difference has no slope. */
      has_kink |= d == 0 && weight > 0 && !(from_group && i == what->point);
    }
  value = mn_total_get (&sum);

  for (size_t i = 0; i < groups->n; i++)
    if (from_group)
      g[i] -= i == what->point ? mn_total_get (&signs) : 0;
    else if (!has_average)
      g[i] -= groups->p[i] * mn_total_get (&signs);
  if (what->kind == MN_DISPERSION_DISPARITY)
    {
      value /= average;
      for (size_t i = 0; i < groups->n; i++)
        g[i] = g[i] / average - (has_average ? 0 : value * groups->p[i] / average);
    }
  if (what->error == MN_DISPERSION_ERROR_PROPAGATED && !has_kink)
    se = propagate (groups, g);
  finish (index, value, se);
  index->is_ratio = what->kind == MN_DISPERSION_DISPARITY;
}

/* Whether the measure has a meaning for these figures. */
static int
check_figures (const mn_groups *groups,
               int zero_is_good)
{
  if (!(groups->mean > 0))
    return MN_MEAN_NOT_POSITIVE;
  for (size_t i = 0; i < groups->n; i++)
    if (groups->w[i] > 0 && !(groups->y[i] > 0 || (zero_is_good && groups->y[i] == 0)))
      return MN_FIGURE_NOT_POSITIVE;
  return MN_OK;
}

static void
measure_entropy (const mn_groups *groups,
                 double alpha,
                 int error,
                 double *g,
                 mn_index *index)
{
  mn_total sum = { 0, 0 };
  double mean = groups->mean, value, power, se = (double) NAN;
  int status = check_figures (groups, alpha > 0);

  if (status != MN_OK)
    {
      mn_index_fail (index, status);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    {
      double t = (groups->y[i] - mean) / mean;

      if (!(groups->w[i] > 0))
        continue;
      if (alpha == 0)
        mn_total_add (&sum, groups->p[i] * get_mean_log (t));
      else if (alpha == 1)
        mn_total_add (&sum, groups->p[i] * get_theil (t));
      else
        mn_total_add (&sum, groups->p[i] * get_excess (t, alpha) / (alpha * (alpha - 1)));
    }
  value = mn_total_get (&sum);
  power = 1 + alpha * (alpha - 1) * value;

  for (size_t i = 0; i < groups->n; i++)
    {
      double t = (groups->y[i] - mean) / mean;
      double r = 1 + t;
      double slope = groups->p[i] / mean;

      g[i] = 0;
      if (!(groups->w[i] > 0))
        continue;
      if (error == MN_DISPERSION_ERROR_INFLUENCE)
        {
          if (alpha == 0)
            g[i] = t - log1p (t) - value;
          else if (alpha == 1)
            g[i] = (r > 0 ? r * log (r) : 0) - value - t * (value + 1);
          else
            g[i] = (pow (r, alpha) - power - alpha * power * t) / (alpha * (alpha - 1));
        }
      else if (alpha == 0)
        g[i] = slope * t / r;
      else if (alpha == 1)
        g[i] = slope * (log1p (t) - value);
      else
        g[i] = slope / (alpha - 1) * (pow (r, alpha - 1) - power);
    }
  if (error == MN_DISPERSION_ERROR_INFLUENCE)
    se = spread (groups, g);
  else if (error == MN_DISPERSION_ERROR_PROPAGATED && value > 0)
    se = propagate (groups, g);
  finish (index, value, se);
  index->is_ratio = 1;
}

static void
measure_atkinson (const mn_groups *groups,
                  double epsilon,
                  int error,
                  double *g,
                  mn_index *index)
{
  mn_total sum = { 0, 0 };
  double mean = groups->mean, value, excess, factor, se = (double) NAN;
  double a = 1 - epsilon;
  int status;

  /* With aversion 1 it is the mean log deviation in another dress. */
  if (epsilon == 1)
    {
      measure_entropy (groups, 0, error, g, index);
      if (index->status != MN_OK)
        return;
      value = -expm1 (-index->value);
      finish (index, value, (1 - value) * index->se);
      index->is_ratio = 1;
      return;
    }
  status = check_figures (groups, epsilon < 1);
  if (status != MN_OK)
    {
      mn_index_fail (index, status);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    if (groups->w[i] > 0)
      mn_total_add (&sum, groups->p[i] * get_excess ((groups->y[i] - mean) / mean, a));
  excess = mn_total_get (&sum);
  value = -expm1 (log1p (excess) / a);
  factor = pow (1 + excess, epsilon / a);

  for (size_t i = 0; i < groups->n; i++)
    {
      double t = (groups->y[i] - mean) / mean;
      double r = 1 + t;

      g[i] = 0;
      if (!(groups->w[i] > 0))
        continue;
      if (error == MN_DISPERSION_ERROR_INFLUENCE)
        g[i] = -factor / a * (pow (r, a) - (1 + excess) * (1 + a * t));
      else
        g[i] = -factor * groups->p[i] / mean * (pow (r, -epsilon) - (1 + excess));
    }
  if (error == MN_DISPERSION_ERROR_INFLUENCE)
    se = spread (groups, g);
  else if (error == MN_DISPERSION_ERROR_PROPAGATED && value > 0)
    se = propagate (groups, g);
  finish (index, value, se);
  index->is_ratio = 1;
}

static void
measure_hoover (const mn_groups *groups,
                int error,
                double *g,
                mn_index *index)
{
  mn_total sum = { 0, 0 }, signs = { 0, 0 }, held = { 0, 0 };
  double mean = groups->mean, value, se = (double) NAN;
  int has_kink = 0;
  int status = check_figures (groups, 1);

  if (status != MN_OK)
    {
      mn_index_fail (index, status);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    {
      double d = groups->y[i] - mean;

      mn_total_add (&sum, groups->p[i] * fabs (d) / 2);
      mn_total_add (&signs, groups->p[i] * get_sign (d));
      mn_total_add (&held, groups->p[i] * get_sign (d) * groups->y[i]);
      has_kink |= d == 0 && groups->w[i] > 0;
    }
  value = mn_total_get (&sum) / mean;
  for (size_t i = 0; i < groups->n; i++)
    {
      double t = (groups->y[i] - mean) / mean;

      if (error == MN_DISPERSION_ERROR_INFLUENCE)
        g[i] = (fabs (t) - 2 * value - (mn_total_get (&signs) + 2 * value) * t) / 2;
      else
        g[i] = groups->p[i] / mean * (get_sign (t) - mn_total_get (&held) / mean) / 2;
    }
  if (error == MN_DISPERSION_ERROR_INFLUENCE)
    se = spread (groups, g);
  else if (error == MN_DISPERSION_ERROR_PROPAGATED && !has_kink)
    se = propagate (groups, g);
  finish (index, value, se);
  index->is_ratio = 1;
}

/* Cochran WG. The combination of estimates from different experiments. Biometrics
 * 1954; 10: 101-129. */
static void
measure_heterogeneity (const mn_groups *groups,
                       int kind,
                       mn_index *index)
{
  mn_total weight = { 0, 0 }, sum = { 0, 0 }, squares = { 0, 0 };
  double mean, q;

  for (size_t i = 0; i < groups->n; i++)
    {
      double s = groups->s ? groups->s[i] : (double) NAN;

      if (!(s > 0))
        {
          mn_index_fail (index, isnan (s) ? MN_MISSING : MN_ERROR_OUT_OF_RANGE);
          return;
        }
      mn_total_add (&weight, 1 / (s * s));
      mn_total_add (&sum, (groups->y[i] - groups->mean) / (s * s));
    }
  mean = mn_total_get (&sum) / mn_total_get (&weight);
  for (size_t i = 0; i < groups->n; i++)
    {
      double z = (groups->y[i] - groups->mean - mean) / groups->s[i];

      mn_total_add (&squares, z * z);
    }
  q = mn_total_get (&squares);
  finish (index, kind == MN_DISPERSION_Q ? q : mn_gamma_upper ((double) (groups->n - 1) / 2, q / 2),
          (double) NAN);
  index->is_ratio = 1;
}

void
mn_dispersion_index (const mn_groups *groups,
                     const mn_dispersion *what,
                     double *g,
                     mn_index *index)
{
  int counts_all = what->unweighted || what->kind >= MN_DISPERSION_Q;

  if ((counts_all ? groups->n : groups->n_live) < 2)
    {
      mn_index_fail (index, MN_TOO_FEW_GROUPS);
      return;
    }
  switch (what->kind)
    {
    case MN_DISPERSION_VARIANCE:
    case MN_DISPERSION_DEVIATION:
    case MN_DISPERSION_VARIATION:
      measure_variance (groups, what, g, index);
      break;
    case MN_DISPERSION_FROM_POINT:
    case MN_DISPERSION_FROM_MEAN:
    case MN_DISPERSION_DISPARITY:
      measure_differences (groups, what, g, index);
      break;
    case MN_DISPERSION_ENTROPY:
      measure_entropy (groups, what->parameter, what->error, g, index);
      break;
    case MN_DISPERSION_ATKINSON:
      measure_atkinson (groups, what->parameter, what->error, g, index);
      break;
    case MN_DISPERSION_HOOVER:
      measure_hoover (groups, what->error, g, index);
      break;
    default:
      measure_heterogeneity (groups, what->kind, index);
      break;
    }
}
