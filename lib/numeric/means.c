/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "means.h"

#include <float.h>
#include <math.h>

/* Of no values there is no mean, and of one no standard deviation: they say nothing then. */
static int
status_of (double n,
           double mean,
           double sd)
{
  if (!(fabs (n) <= DBL_MAX))
    return MN_NOT_FINITE;
  if (n < 0)
    return MN_NEGATIVE_COUNT;
  if ((n > 0 && !(fabs (mean) <= DBL_MAX)) || (n > 1 && !(fabs (sd) <= DBL_MAX)))
    return MN_NOT_FINITE;
  if (sd < 0)
    return MN_NEGATIVE_SPREAD;
  return n >= 2 ? MN_OK : MN_TOO_FEW_VALUES;
}

/* Of two what comes first: the lower number, and too few values last. */
static int
status_of_both (int first,
                int second)
{
  if (first == MN_OK || second == MN_OK)
    return first == MN_OK ? second : first;
  if (first == MN_TOO_FEW_VALUES || second == MN_TOO_FEW_VALUES)
    return first == MN_TOO_FEW_VALUES ? second : first;
  return first < second ? first : second;
}

void
mn_mean_values (const double *const in[3],
                size_t n_rows,
                double multiplier,
                double *value,
                uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      status[i] = (uint8_t) status_of (in[0][i], in[1][i], in[2][i]);
      value[i] = status[i] == MN_OK ? multiplier * in[1][i] : (double) NAN;
    }
}

void
mn_mean_limits (const double *const in[3],
                size_t n_rows,
                const mn_student_quantiles *quantiles,
                double multiplier,
                double *lower,
                double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double n = in[0][i], mean = in[1][i], sd = in[2][i];
      double reach;

      lower[i] = upper[i] = (double) NAN;
      if (status_of (n, mean, sd) != MN_OK)
        continue;
      reach = mn_student_quantile_at (quantiles, n - 1) * (sd / sqrt (n));
      lower[i] = multiplier * (mean - reach);
      upper[i] = multiplier * (mean + reach);
    }
}

void
mn_two_means_status (const double *const in[6],
                     size_t n_rows,
                     uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      status[i] = (uint8_t) status_of_both (status_of (in[0][i], in[1][i], in[2][i]),
                                            status_of (in[3][i], in[4][i], in[5][i]));
    }
}

typedef struct
{
  double n1, mean1, v1; /* v is the variance of the mean */
  double n2, mean2, v2;
} Means;

static int
read_row (const double *const in[6],
          size_t i,
          Means *m)
{
  m->n1 = in[0][i];
  m->mean1 = in[1][i];
  m->v1 = in[2][i] * in[2][i] / m->n1;
  m->n2 = in[3][i];
  m->mean2 = in[4][i];
  m->v2 = in[5][i] * in[5][i] / m->n2;
  return status_of (in[0][i], in[1][i], in[2][i]) == MN_OK && status_of (in[3][i], in[4][i], in[5][i]) == MN_OK;
}

/* Satterthwaite's degrees of freedom of a sum of two variances; without any variance
 * those of the pooled one. */
static double
satterthwaite (double v1,
               double n1,
               double v2,
               double n2)
{
  double total = v1 + v2;
  double a, b;

  if (!(total > 0))
    return n1 + n2 - 2;
  a = v1 / total;
  b = v2 / total;
  return 1 / (a * a / (n1 - 1) + b * b / (n2 - 1));
}

static void
difference_error (const Means *m,
                  int pooled,
                  double *error,
                  double *df)
{
  if (pooled)
    {
      double squares = m->v1 * m->n1 * (m->n1 - 1) + m->v2 * m->n2 * (m->n2 - 1);

      *df = m->n1 + m->n2 - 2;
      *error = sqrt (squares / *df * (1 / m->n1 + 1 / m->n2));
    }
  else
    {
      *df = satterthwaite (m->v1, m->n1, m->v2, m->n2);
      *error = sqrt (m->v1 + m->v2);
    }
}

/* Means that differ without any spread differ beyond any doubt. */
static void
test_distance (double distance,
               double error,
               double df,
               const mn_student_tail *tail,
               double *statistic,
               double *p)
{
  *statistic = distance == 0 ? 0 : distance / error;
  *p = mn_student_tail_at (tail, *statistic, df);
}

void
mn_mean_difference (const double *const in[6],
                    size_t n_rows,
                    int pooled,
                    double multiplier,
                    const mn_student_tail *tail,
                    double *value,
                    double *statistic,
                    double *df,
                    double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Means m;
      double error;

      value[i] = statistic[i] = df[i] = p[i] = (double) NAN;
      if (!read_row (in, i, &m))
        continue;
      difference_error (&m, pooled, &error, &df[i]);
      value[i] = multiplier * (m.mean1 - m.mean2);
      test_distance (m.mean1 - m.mean2, error, df[i], tail, &statistic[i], &p[i]);
    }
}

void
mn_mean_difference_limits (const double *const in[6],
                           size_t n_rows,
                           int pooled,
                           const mn_student_quantiles *quantiles,
                           double multiplier,
                           double *lower,
                           double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Means m;
      double error, df, reach;

      lower[i] = upper[i] = (double) NAN;
      if (!read_row (in, i, &m))
        continue;
      difference_error (&m, pooled, &error, &df);
      reach = mn_student_quantile_at (quantiles, df) * error;
      lower[i] = multiplier * (m.mean1 - m.mean2 - reach);
      upper[i] = multiplier * (m.mean1 - m.mean2 + reach);
    }
}

/* The standard error of log (mean1 / mean2), and its degrees of freedom. */
static int
log_error (const Means *m,
           double *error,
           double *df)
{
  double c1 = m->v1 / (m->mean1 * m->mean1);
  double c2 = m->v2 / (m->mean2 * m->mean2);

  if (!(m->mean1 / m->mean2 > 0) || !(c1 + c2 <= DBL_MAX))
    return 0;
  *error = sqrt (c1 + c2);
  *df = satterthwaite (c1, m->n1, c2, m->n2);
  return 1;
}

void
mn_mean_ratio_values (const double *const in[6],
                      size_t n_rows,
                      double multiplier,
                      double *value)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Means m;

      value[i] = read_row (in, i, &m) && m.mean2 != 0 ? multiplier * (m.mean1 / m.mean2) : (double) NAN;
    }
}

void
mn_mean_ratio_log_test (const double *const in[6],
                        size_t n_rows,
                        const mn_student_tail *tail,
                        double *statistic,
                        double *df,
                        double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Means m;
      double error;

      statistic[i] = df[i] = p[i] = (double) NAN;
      if (read_row (in, i, &m) && log_error (&m, &error, &df[i]))
        test_distance (log (m.mean1 / m.mean2), error, df[i], tail, &statistic[i], &p[i]);
    }
}

void
mn_mean_ratio_log_limits (const double *const in[6],
                          size_t n_rows,
                          const mn_student_quantiles *quantiles,
                          double multiplier,
                          double *lower,
                          double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Means m;
      double error, df, spread;

      lower[i] = upper[i] = (double) NAN;
      if (!read_row (in, i, &m) || !log_error (&m, &error, &df))
        continue;
      spread = exp (mn_student_quantile_at (quantiles, df) * error);
      lower[i] = multiplier * (m.mean1 / m.mean2 / spread);
      upper[i] = multiplier * (m.mean1 / m.mean2 * spread);
    }
}

void
mn_mean_ratio_fieller_limits (const double *const in[6],
                              size_t n_rows,
                              const mn_student_quantiles *quantiles,
                              double multiplier,
                              double *lower,
                              double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Means m;
      double ratio, squared, t, g, reach;

      lower[i] = upper[i] = (double) NAN;
      if (!read_row (in, i, &m) || m.mean2 == 0)
        continue;
      ratio = m.mean1 / m.mean2;
      squared = ratio * ratio * m.v2;
      t = mn_student_quantile_at (quantiles, satterthwaite (m.v1, m.n1, squared, m.n2));
      g = t / m.mean2 * (t / m.mean2) * m.v2;
      if (!(g < 1))
        continue;
      reach = t / fabs (m.mean2) * sqrt ((1 - g) * m.v1 + squared);
      lower[i] = multiplier * ((ratio - reach) / (1 - g));
      upper[i] = multiplier * ((ratio + reach) / (1 - g));
    }
}
