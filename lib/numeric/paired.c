/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "paired.h"

#include <float.h>
#include <math.h>

#include "binomial.h"
#include "root.h"
#include "special.h"

static int
is_row (const double *const in[4],
        size_t i)
{
  double n = in[0][i] + in[1][i] + in[2][i] + in[3][i];

  return (in[0][i] >= 0) & (in[1][i] >= 0) & (in[2][i] >= 0) & (in[3][i] >= 0) & (n > 0) & (n <= DBL_MAX);
}

void
mn_paired_status (const double *const in[4],
                  size_t n_rows,
                  uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double n = in[0][i] + in[1][i] + in[2][i] + in[3][i];
      int s = MN_OK;

      if (!(fabs (in[0][i]) <= DBL_MAX) || !(fabs (in[1][i]) <= DBL_MAX) || !(fabs (in[2][i]) <= DBL_MAX)
          || !(fabs (in[3][i]) <= DBL_MAX) || !(fabs (n) <= DBL_MAX))
        s = MN_NOT_FINITE;
      else if (in[0][i] < 0 || in[1][i] < 0 || in[2][i] < 0 || in[3][i] < 0)
        s = MN_NEGATIVE_COUNT;
      else if (!(n > 0))
        s = MN_DENOMINATOR_NOT_POSITIVE;
      status[i] = (uint8_t) s;
    }
}

void
mn_paired_values (const double *const in[4],
                  size_t n_rows,
                  double multiplier,
                  double *value)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double n = in[0][i] + in[1][i] + in[2][i] + in[3][i];

      value[i] = is_row (in, i) ? multiplier * ((in[2][i] - in[1][i]) / n) : (double) NAN;
    }
}

/* How far Wilson's lower limit lies below p = x / n, where y = n - x. */
static double
wilson_below (double x,
              double y,
              double z)
{
  double n = x + y;
  double p = x / n;
  double sum = 2 * x + z * z + z * sqrt (z * z + 4 * x * (y / n));

  return p - 2 * x * p / sum;
}

/* The correlation of the table with Newcombe's correction; 0 where a margin is empty. */
static double
correlation (double both,
             double before,
             double after,
             double neither)
{
  double n = both + before + after + neither;
  double yes1 = both + before, no1 = after + neither, yes2 = both + after, no2 = before + neither;
  double numerator = both * neither - before * after;

  if (!(yes1 > 0 && no1 > 0 && yes2 > 0 && no2 > 0))
    return 0;
  if (numerator > 0)
    numerator = numerator > n / 2 ? numerator - n / 2 : 0;
  /* The roots apart: the product of four counts may have no double. */
  return numerator / sqrt (yes1 * no1) / sqrt (yes2 * no2);
}

static double
reach (double a,
       double b,
       double phi)
{
  double square = a * a - 2 * phi * a * b + b * b;

  return sqrt (square > 0 ? square : 0);
}

void
mn_paired_newcombe (const double *const in[4],
                    size_t n_rows,
                    double z,
                    double multiplier,
                    double *lower,
                    double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double both = in[0][i] + 0.0, before = in[1][i] + 0.0, after = in[2][i] + 0.0, neither = in[3][i] + 0.0;
      double n = both + before + after + neither;
      double difference, phi, l, u;

      if (!is_row (in, i))
        {
          lower[i] = upper[i] = (double) NAN;
          continue;
        }
      difference = (after - before) / n;
      phi = correlation (both, before, after, neither);
      /* How far up is how far down of those without it. */
      l = difference - reach (wilson_below (both + after, before + neither, z),
                              wilson_below (after + neither, both + before, z), phi);
      u = difference + reach (wilson_below (before + neither, both + after, z),
                              wilson_below (both + before, after + neither, z), phi);
      lower[i] = multiplier * (l > -1 ? l : -1);
      upper[i] = multiplier * (u < 1 ? u : 1);
    }
}

typedef struct
{
  double after; /* as parts of all */
  double before;
  double reach; /* z over the root of n */
  int upper;
} Score;

/* The difference seen less delta, less (or and) the reach that delta leaves. */
static double
score_excess (double delta,
              const void *data)
{
  const Score *s = data;
  /* The part that is in the cell of before alone, if delta is true: the larger root of
   * 2 q^2 + b q + c, of which c is not above 0 but for delta below 0. */
  double b = -s->after - s->before + (2 - s->after + s->before) * delta;
  double c = -s->before * delta * (1 - delta);
  double root = b * b - 8 * c;
  double q, variance, away = s->reach;

  root = sqrt (root > 0 ? root : 0);
  q = b <= 0 ? (root - b) / 4 : b + root > 0 ? -2 * c / (b + root) : 0;
  variance = 2 * q + delta * (1 - delta);
  away *= sqrt (variance > 0 ? variance : 0);
  return s->after - s->before - delta - (s->upper ? -away : away);
}

void
mn_paired_tango (const double *const in[4],
                 size_t n_rows,
                 double z,
                 double multiplier,
                 double *lower,
                 double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double n = in[0][i] + in[1][i] + in[2][i] + in[3][i];
      double difference = (in[2][i] - in[1][i]) / n;
      double edge = (n - z * z) / (n + z * z), l, u;
      Score s = { in[2][i] / n, in[1][i] / n, z / sqrt (n), 0 };

      if (!is_row (in, i))
        {
          lower[i] = upper[i] = (double) NAN;
          continue;
        }
      /* Where nobody changed, or everybody one way, the variance is zero at the
       * difference itself, and the other root is closed. */
      if (in[1][i] + in[2][i] == 0)
        {
          l = -z * z / (n + z * z);
          u = -l;
        }
      else
        {
          l = difference <= -1 ? -1 : difference >= 1 ? edge : mn_root (score_excess, &s, -1, difference);
          s.upper = 1;
          u = difference >= 1 ? 1 : difference <= -1 ? -edge : mn_root (score_excess, &s, difference, 1);
        }
      lower[i] = multiplier * l;
      upper[i] = multiplier * u;
    }
}

void
mn_paired_normal (const double *const in[4],
                  size_t n_rows,
                  double z,
                  double multiplier,
                  double *lower,
                  double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double n = in[0][i] + in[1][i] + in[2][i] + in[3][i];
      double difference = (in[2][i] - in[1][i]) / n;
      double variance = ((in[1][i] + in[2][i]) / n - difference * difference) / n;
      double away = z * sqrt (variance > 0 ? variance : 0);

      if (!is_row (in, i))
        {
          lower[i] = upper[i] = (double) NAN;
          continue;
        }
      lower[i] = multiplier * (difference - away > -1 ? difference - away : -1);
      upper[i] = multiplier * (difference + away < 1 ? difference + away : 1);
    }
}

void
mn_paired_mcnemar (const double *const in[4],
                   size_t n_rows,
                   int continuity,
                   double *statistic,
                   double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double changed = in[1][i] + in[2][i];
      double difference = in[2][i] - in[1][i];
      double size = fabs (difference) - (continuity ? 1 : 0);

      if (!is_row (in, i))
        {
          statistic[i] = p[i] = (double) NAN;
          continue;
        }
      size = size > 0 ? size / sqrt (changed) : 0;
      statistic[i] = difference < 0 ? -size : size;
      p[i] = erfc (size / sqrt (2));
    }
}

void
mn_paired_exact (const double *const in[4],
                 size_t n_rows,
                 int mid_p,
                 double *p,
                 uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double before = in[1][i], after = in[2][i];

      p[i] = (double) NAN;
      if (status[i] != MN_OK)
        continue;
      if (before != floor (before) || after != floor (after))
        status[i] = MN_NOT_WHOLE;
      else
        p[i] = before + after > 0 ? mn_binomial_test (after, before, 0.5, mid_p) : 1;
    }
}

void
mn_paired_mean (double n,
                double mean,
                double sd,
                double *statistic,
                double *df,
                double *p)
{
  *df = n - 1;
  *statistic = mean == 0 ? 0 : mean / (sd / sqrt (n));
  *p = mn_student_two_sided (*statistic, *df);
}

double
mn_standardised_change (double n,
                        double mean,
                        double sd)
{
  double df = n - 1;

  if (!(df >= 1) || !(sd > 0))
    return (double) NAN;
  return mean / sd * (1 - 3 / (4 * df - 1));
}
