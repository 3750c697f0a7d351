/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gap.h"

#include <math.h>

#include "exponential.h"
#include "normal.h"

/* What is wrong with a figure and its standard error. */
static uint8_t
check (double value,
       double se)
{
  if (!isfinite (value) || !isfinite (se))
    return MN_NOT_FINITE;
  return se < 0 ? MN_ERROR_OUT_OF_RANGE : MN_OK;
}

static uint8_t
worse (uint8_t status,
       uint8_t other)
{
  return status != MN_OK ? status : other;
}

/* hypot() without a call, where squares are of a size. */
static double
root_of_squares (double a,
                 double b)
{
  double sum = a * a + b * b;

  return sum > 1e-280 && sum < 1e280 ? sqrt (sum) : hypot (a, b);
}

void
mn_gap_levels (const double *most,
               const double *most_se,
               const double *least,
               const double *least_se,
               size_t n_rows,
               int more_is_better,
               double *gap,
               double *gap_se,
               uint8_t *gap_status,
               double *log_ratio,
               double *log_se,
               uint8_t *log_status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double a = most_se[i] / most[i], b = least_se[i] / least[i];
      double sign = more_is_better ? -1 : 1;

      gap_status[i] = worse (gap_status[i], check (most[i], most_se[i]));
      gap_status[i] = worse (gap_status[i], check (least[i], least_se[i]));
      log_status[i] = worse (gap_status[i], most[i] > 0 && least[i] > 0 ? MN_OK : MN_FIGURE_NOT_POSITIVE);

      gap[i] = gap_status[i] == MN_OK ? sign * (most[i] - least[i]) : (double) NAN;
      gap_se[i] = gap_status[i] == MN_OK ? root_of_squares (most_se[i], least_se[i]) : (double) NAN;
      log_ratio[i] = log_status[i] == MN_OK ? sign * (log (most[i]) - log (least[i])) : (double) NAN;
      log_se[i] = log_status[i] == MN_OK ? root_of_squares (a, b) : (double) NAN;
    }
}

void
mn_gap_log (const double *ratio,
            size_t n_rows,
            double *log_ratio,
            uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      if (status[i] == MN_OK)
        status[i] = !isfinite (ratio[i]) ? MN_NOT_FINITE : ratio[i] > 0 ? MN_OK : MN_FIGURE_NOT_POSITIVE;
      log_ratio[i] = status[i] == MN_OK ? log (ratio[i]) : (double) NAN;
    }
}

/* The variance of the difference of two figures: below zero only where the covariance
 * is more than the errors allow, and never for what rounding takes from zero. */
static double
difference_variance (double se_1,
                     double se_2,
                     double covariance)
{
  double largest = se_1 * se_2;

  if (!(fabs (covariance) <= largest * (1 + 1e-12)))
    return -1;
  return fmax (0, (se_1 - se_2) * (se_1 - se_2) + 2 * (largest - covariance));
}

static int
sign_of (double x)
{
  return (x > 0) - (x < 0);
}

static uint8_t
move (double gap_1,
      double gap_2)
{
  if (gap_1 == gap_2)
    return MN_GAP_UNCHANGED;
  if (sign_of (gap_1) * sign_of (gap_2) < 0)
    return MN_GAP_REVERSED;
  return fabs (gap_2) < fabs (gap_1) ? MN_GAP_NARROWED : MN_GAP_WIDENED;
}

/* Where a gap that was on this side and changed by z lies between narrower and wider: the
 * greater, the narrower. What was nothing cannot narrow, whichever way it went. */
static double
narrowing (double z,
           int side)
{
  return side < 0 ? z : side > 0 ? -z : -fabs (z);
}

/* The upper tail of that, with the two-sided p. */
static double
narrowed (double narrower,
          double p)
{
  return narrower >= 0 ? 0.5 * p : 1 - 0.5 * p;
}

void
mn_gap_change (const double *gap_1,
               const double *se_1,
               const double *gap_2,
               const double *se_2,
               const double *covariance,
               size_t n_rows,
               double *change,
               double *change_se,
               double *statistic,
               double *p,
               double *p_narrowed,
               uint8_t *movement,
               uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double c = covariance ? covariance[i] : 0;
      double variance = -1;

      status[i] = worse (status[i], check (gap_1[i], se_1[i]));
      status[i] = worse (status[i], check (gap_2[i], se_2[i]));
      status[i] = worse (status[i], check (c, 0));
      if (status[i] == MN_OK)
        {
          /* Without a covariance the variance is not needed, which could overflow. */
          variance = c != 0 ? difference_variance (se_1[i], se_2[i], c) : 0;
          status[i] = variance >= 0 ? MN_OK : MN_ERROR_OUT_OF_RANGE;
        }
      if (status[i] != MN_OK)
        {
          change[i] = change_se[i] = statistic[i] = p[i] = p_narrowed[i] = (double) NAN;
          movement[i] = MN_GAP_NOT_JUDGED;
          continue;
        }

      change[i] = gap_2[i] - gap_1[i];
      change_se[i] = c == 0 ? root_of_squares (se_1[i], se_2[i]) : sqrt (variance);
      if (!isfinite (change[i]) || !isfinite (change_se[i]))
        {
          status[i] = MN_NOT_FINITE;
          change[i] = change_se[i] = statistic[i] = p[i] = p_narrowed[i] = (double) NAN;
          movement[i] = MN_GAP_NOT_JUDGED;
          continue;
        }
      movement[i] = move (gap_1[i], gap_2[i]);
      statistic[i] = change[i] == 0 ? 0 : change[i] / change_se[i];
      p_narrowed[i] = narrowing (statistic[i], sign_of (gap_1[i]));
    }
  mn_normal_two_sided_rows (statistic, n_rows, p);
  for (size_t i = 0; i < n_rows; i++)
    p_narrowed[i] = isnan (p[i]) ? (double) NAN : narrowed (p_narrowed[i], p[i]);
}

void
mn_gap_log_change (const double *gap_1,
                   const double *se_1,
                   const double *gap_2,
                   const double *se_2,
                   const double *covariance,
                   size_t n_rows,
                   double *change,
                   double *change_se,
                   uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double c = covariance ? covariance[i] : 0;
      double variance = -1;

      status[i] = worse (status[i], check (gap_1[i], se_1[i]));
      status[i] = worse (status[i], check (gap_2[i], se_2[i]));
      status[i] = worse (status[i], check (c, 0));
      status[i] = worse (status[i], gap_1[i] > 0 && gap_2[i] > 0 ? MN_OK : MN_FIGURE_NOT_POSITIVE);
      if (status[i] == MN_OK)
        {
          variance = difference_variance (se_1[i] / gap_1[i], se_2[i] / gap_2[i], c / gap_1[i] / gap_2[i]);
          status[i] = variance >= 0 ? MN_OK : MN_ERROR_OUT_OF_RANGE;
        }
      change[i] = log (gap_2[i] / gap_1[i]);
      if (status[i] == MN_OK && !(isfinite (variance) && isfinite (change[i])))
        status[i] = MN_NOT_FINITE;
      change[i] = status[i] == MN_OK ? change[i] : (double) NAN;
      change_se[i] = status[i] == MN_OK ? sqrt (variance) : (double) NAN;
    }
}

MN_CLONES void
mn_exponentials (double *values,
                 size_t n_rows,
                 double multiplier,
                 double shift)
{
  for (size_t i = 0; i < n_rows; i++)
    values[i] = multiplier * mn_exp (values[i]) + shift;
}

MN_CLONES void
mn_normal_limits (const double *value,
                  const double *se,
                  size_t n_rows,
                  double z,
                  double *lower,
                  double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      lower[i] = value[i] - z * se[i];
      upper[i] = value[i] + z * se[i];
    }
}

static void
add_means (mn_gap_sums *sums,
           double weight,
           double time,
           double gap)
{
  mn_total_add (&sums->weight, weight);
  mn_total_add (&sums->time, weight * time);
  mn_total_add (&sums->gap, weight * gap);
}

static double
mean (const mn_gap_sums *sums,
      const mn_total *total)
{
  return mn_total_get (total) / mn_total_get (&sums->weight);
}

static void
add_products (mn_gap_sums *sums,
              double weight,
              double time,
              double gap)
{
  double t = time - mean (sums, &sums->time);
  double g = gap - mean (sums, &sums->gap);

  mn_total_add (&sums->sxx, weight * (t * t));
  mn_total_add (&sums->sxy, weight * (t * g));
}

static double
slope_of (const mn_gap_sums *sums)
{
  return mn_total_get (&sums->sxy) / mn_total_get (&sums->sxx);
}

static double
level_at (const mn_gap_sums *sums,
          double time)
{
  return mean (sums, &sums->gap) + slope_of (sums) * (time - mean (sums, &sums->time));
}

void
mn_gap_trend (const double *time,
              const double *gap,
              const double *se,
              const uint8_t *use,
              const int32_t *group,
              size_t n_rows,
              size_t n_groups,
              mn_gap_line *lines,
              double *slope,
              double *slope_se,
              double *statistic,
              double *p,
              double *p_narrowed,
              double *ols,
              double *ols_se,
              uint8_t *movement,
              uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    if (use[i])
      {
        mn_gap_line *line = &lines[group[i]];
        int is_first = !(mn_total_get (&line->plain.weight) > 0);

        line->first = is_first ? time[i] : fmin (line->first, time[i]);
        line->last = is_first ? time[i] : fmax (line->last, time[i]);
        add_means (&line->weighted, 1 / (se[i] * se[i]), time[i], gap[i]);
        add_means (&line->plain, 1, time[i], gap[i]);
      }
  for (size_t i = 0; i < n_rows; i++)
    if (use[i])
      {
        add_products (&lines[group[i]].weighted, 1 / (se[i] * se[i]), time[i], gap[i]);
        add_products (&lines[group[i]].plain, 1, time[i], gap[i]);
      }
  for (size_t i = 0; i < n_rows; i++)
    if (use[i])
      {
        mn_gap_line *line = &lines[group[i]];
        double t = time[i] - mean (&line->plain, &line->plain.time);
        double g = gap[i] - mean (&line->plain, &line->plain.gap);
        double rest = g - slope_of (&line->plain) * t;

        mn_total_add (&line->residual, rest * rest);
      }

  for (size_t k = 0; k < n_groups; k++)
    {
      const mn_gap_line *line = &lines[k];
      double n = mn_total_get (&line->plain.weight);
      double sxx = mn_total_get (&line->weighted.sxx);
      double from, to;

      slope[k] = slope_se[k] = statistic[k] = p[k] = p_narrowed[k] = (double) NAN;
      ols[k] = ols_se[k] = (double) NAN;
      movement[k] = MN_GAP_NOT_JUDGED;
      if (status[k] == MN_OK && !(mn_total_get (&line->plain.sxx) > 0))
        status[k] = isfinite (mn_total_get (&line->plain.sxx)) ? MN_TOO_FEW_PERIODS : MN_NOT_FINITE;
      if (status[k] == MN_OK && !(sxx > 0 && isfinite (sxx) && isfinite (slope_of (&line->weighted))))
        status[k] = MN_NOT_FINITE;
      if (status[k] != MN_OK)
        continue;

      slope[k] = slope_of (&line->weighted);
      slope_se[k] = 1 / sqrt (sxx);
      from = level_at (&line->weighted, line->first);
      to = level_at (&line->weighted, line->last);
      statistic[k] = slope[k] == 0 ? 0 : slope[k] / slope_se[k];
      p[k] = mn_normal_two_sided (statistic[k]);
      p_narrowed[k] = narrowed (narrowing (statistic[k], sign_of (from)), p[k]);
      movement[k] = slope[k] == 0 ? MN_GAP_UNCHANGED : move (from, to);

      ols[k] = slope_of (&line->plain);
      if (n > 2)
        ols_se[k] = sqrt (fmax (0, mn_total_get (&line->residual)) / (n - 2) / mn_total_get (&line->plain.sxx));
    }
}
