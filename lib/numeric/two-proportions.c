/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "two-proportions.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "normal.h"
#include "root.h"

/* The widest hypergeometric distribution, as a variance, that is summed. */
#define WIDEST 1e10

/* Tables whose probabilities differ by rounding alone are as probable. */
#define AS_PROBABLE (1 + 1e-7)

static inline int
is_proportion (double x,
               double n)
{
  return (x >= 0) & (n > 0) & (x <= n) & (n <= DBL_MAX);
}

static inline int
is_row (const double *const in[4],
        size_t i)
{
  return is_proportion (in[0][i], in[1][i]) & is_proportion (in[2][i], in[3][i]);
}

/* Whether all rows are what they should be: as wide as they are, so that a vector holds
 * both. */
MN_CLONES static int
are_rows (const double *const in[4],
          size_t n_rows)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t wrong = 0;

  for (size_t i = 0; i < n_rows; i++)
    wrong |= !(is_proportion (c1[i], d1[i]) & is_proportion (c2[i], d2[i]));
  return wrong == 0;
}

void
mn_two_proportions_status (const double *const in[4],
                           size_t n_rows,
                           uint8_t *restrict status)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  if (are_rows (in, n_rows))
    {
      memset (status, MN_OK, n_rows);
      return;
    }
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int finite = (fabs (x1) <= DBL_MAX) & (fabs (n1) <= DBL_MAX) & (fabs (x2) <= DBL_MAX) & (fabs (n2) <= DBL_MAX);
      int s = ((x1 > n1) | (x2 > n2)) ? MN_COUNT_OVER_DENOMINATOR : MN_OK;

      s = ((n1 <= 0) | (n2 <= 0)) ? MN_DENOMINATOR_NOT_POSITIVE : s;
      s = ((x1 < 0) | (x2 < 0)) ? MN_NEGATIVE_COUNT : s;
      s = finite ? s : MN_NOT_FINITE;
      status[i] = (uint8_t) s;
    }
}

MN_CLONES void
mn_proportion_difference_values (const double *const in[4],
                                 size_t n_rows,
                                 double multiplier,
                                 double *restrict value)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_proportion (c1[i], d1[i]) & is_proportion (c2[i], d2[i]);
      double difference = multiplier * (c1[i] / d1[i] - c2[i] / d2[i]);

      value[i] = ok ? difference : (double) NAN;
    }
}

MN_CLONES void
mn_proportion_ratio_values (const double *const in[4],
                            size_t n_rows,
                            double multiplier,
                            double *restrict value)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_proportion (c1[i], d1[i]) & is_proportion (c2[i], d2[i]);
      double ratio = multiplier * (((c1[i] + 0.0) / d1[i]) / ((c2[i] + 0.0) / d2[i]));

      value[i] = ok ? ratio : (double) NAN;
    }
}

MN_CLONES void
mn_odds_ratio_values (const double *const in[4],
                      size_t n_rows,
                      double multiplier,
                      double *restrict value)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_proportion (c1[i], d1[i]) & is_proportion (c2[i], d2[i]);
      double x1 = c1[i] + 0.0, x2 = c2[i] + 0.0;
      double ratio = multiplier * ((x1 * (d2[i] - x2)) / (x2 * (d1[i] - x1)));

      value[i] = ok ? ratio : (double) NAN;
    }
}

/* The limits of Wilson as distances from the proportion x / n: how far down, and how
 * far up, which is how far down of those without the event. */
static inline void
wilson_reach (double x,
              double n,
              double z,
              double *below,
              double *above)
{
  double y = n - x;
  double p = x / n, q = y / n;
  double reach = z * z + z * sqrt (z * z + 4 * x * q);

  *below = p * (reach / (2 * x + reach));
  *above = q * (reach / (2 * y + reach));
}

MN_CLONES void
mn_proportion_difference_newcombe (const double *const in[4],
                                   size_t n_rows,
                                   double z,
                                   double multiplier,
                                   double *restrict lower,
                                   double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int ok = (x1 >= 0) & (n1 > 0) & (x1 <= n1) & (n1 <= DBL_MAX) & (x2 >= 0) & (n2 > 0) & (x2 <= n2) & (n2 <= DBL_MAX);
      double difference = x1 / n1 - x2 / n2;
      double below1, above1, below2, above2, l, u;

      wilson_reach (x1, n1, z, &below1, &above1);
      wilson_reach (x2, n2, z, &below2, &above2);
      l = difference - sqrt (below1 * below1 + above2 * above2);
      u = difference + sqrt (above1 * above1 + below2 * below2);
      l = l > -1 ? l : -1;
      u = u < 1 ? u : 1;
      lower[i] = ok ? multiplier * l : (double) NAN;
      upper[i] = ok ? multiplier * u : (double) NAN;
    }
}

MN_CLONES void
mn_proportion_difference_normal (const double *const in[4],
                                 size_t n_rows,
                                 double z,
                                 double multiplier,
                                 double *restrict lower,
                                 double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int ok = (x1 >= 0) & (n1 > 0) & (x1 <= n1) & (n1 <= DBL_MAX) & (x2 >= 0) & (n2 > 0) & (x2 <= n2) & (n2 <= DBL_MAX);
      /* Divisions cost as much as all else. */
      double p1 = x1 / n1, inverse1 = 1 / n1;
      double p2 = x2 / n2, inverse2 = 1 / n2;
      double v = p1 * ((n1 - x1) * inverse1) * inverse1 + p2 * ((n2 - x2) * inverse2) * inverse2;
      double reach = z * sqrt (v > 0 ? v : 0);
      double l = p1 - p2 - reach;
      double u = p1 - p2 + reach;

      l = l > -1 ? l : -1;
      u = u < 1 ? u : 1;
      lower[i] = ok ? multiplier * l : (double) NAN;
      upper[i] = ok ? multiplier * u : (double) NAN;
    }
}

/* Four counts and the square that the score statistic reaches at the limit. */
typedef struct
{
  double x1, n1, y1;
  double x2, n2, y2;
  double square;
} Table;

static void
fill (Table *t,
      double x1,
      double n1,
      double x2,
      double n2,
      double z,
      int with_factor)
{
  double total = n1 + n2;

  t->x1 = x1 + 0.0;
  t->n1 = n1;
  t->y1 = n1 - x1;
  t->x2 = x2 + 0.0;
  t->n2 = n2;
  t->y2 = n2 - x2;
  t->square = z * z * (with_factor && total > 1 ? total / (total - 1) : 1);
}

/* The other group first. */
static Table
swap (const Table *t)
{
  Table s = { t->x2, t->n2, t->y2, t->x1, t->n1, t->y1, t->square };

  return s;
}

/* The proportion p and q = 1 - p at which the score x/p - y/q is lambda, without a
 * difference of near numbers. */
static inline void
fit (double x,
     double n,
     double y,
     double lambda,
     double *p,
     double *q)
{
  double up = n + lambda;
  double down = n - lambda;
  double root = sqrt (lambda >= 0 ? down * down + 4 * lambda * y : up * up - 4 * lambda * x);

  if (up >= 0)
    *p = x > 0 ? 2 * x / (up + root) : 0;
  else
    *p = (root - up) / (-2 * lambda);
  if (down >= 0)
    *q = y > 0 ? 2 * y / (down + root) : 0;
  else
    *q = (root - down) / (2 * lambda);
}

/* How p goes with lambda. */
static inline double
fit_slope (double x,
           double y,
           double p,
           double q)
{
  double below = x * q * q + y * p * p;

  return below > 0 ? -(p * q) * (p * q) / below : 0;
}

/* The score statistic of the difference is lambda times the root of the variance. */
static double
difference_excess (double lambda,
                   const void *data,
                   double *slope)
{
  const Table *t = data;
  double p1, q1, p2, q2, v, root;

  fit (t->x1, t->n1, t->y1, lambda, &p1, &q1);
  fit (t->x2, t->n2, t->y2, -lambda, &p2, &q2);
  v = p1 * q1 / t->n1 + p2 * q2 / t->n2;
  root = sqrt (v);
  *slope = root + lambda * ((q1 - p1) * fit_slope (t->x1, t->y1, p1, q1) / t->n1
                            - (q2 - p2) * fit_slope (t->x2, t->y2, p2, q2) / t->n2) / (2 * root);
  return lambda * root - sqrt (t->square);
}

static double
difference_lower (const Table *t)
{
  double p1, q1, p2, q2, slope, excess;
  double low = 0, high, lambda;

  if (t->x1 == 0 && t->y2 == 0)
    return -1;

  /* As far as the variance of the estimate would have it, and on from there. */
  p1 = t->x1 / t->n1 * (t->y1 / t->n1) / t->n1 + t->x2 / t->n2 * (t->y2 / t->n2) / t->n2;
  high = p1 > 0 ? sqrt (t->square / p1) : 1;
  excess = difference_excess (high, t, &slope);
  for (int i = 0; i < 2000 && excess < 0; i++)
    {
      low = high;
      high *= 2;
      excess = difference_excess (high, t, &slope);
    }
  lambda = mn_root_near (difference_excess, t, low, high, high - excess / slope);
  fit (t->x1, t->n1, t->y1, lambda, &p1, &q1);
  fit (t->x2, t->n2, t->y2, -lambda, &p2, &q2);
  return p1 < 0.5 || p2 < 0.5 ? p1 - p2 : q2 - q1;
}

/* For a ratio, kappa is the multiplier times the first proportion: the fitted
 * proportions are (x1 - kappa) / (n1 - kappa) and (x2 + kappa) / (n2 + kappa). The
 * denominators of the statistic are multiplied out. */
static double
ratio_excess (double kappa,
              const void *data,
              double *slope)
{
  const Table *t = data;
  double a = t->x1 - kappa;
  double part = t->x2 > 0 ? kappa / (t->x2 + kappa) : 1;
  double share1 = t->y1 / t->n1, share2 = t->y2 / t->n2;

  /* The slope of a kappa part, where that of kappa part is part (2 - part). */
  *slope = 2 * share1 * kappa + share2 * part * (a * (2 - part) - kappa) + t->square;
  return kappa * (share1 * kappa + share2 * a * part) - t->square * a;
}

/* Where the root would be if the bend did not depend on kappa, from where it is thought. */
static inline double
ratio_guess (const Table *t,
             double kappa)
{
  double bend = t->y1 / t->n1 + t->y2 / t->n2 * (t->x1 - kappa) / (t->x2 + kappa);
  double s = t->square;

  return 2 * s * t->x1 / (s + sqrt (s * s + 4 * bend * s * t->x1));
}

static double
ratio_lower (const Table *t)
{
  double kappa, share, statistic;

  if (t->x1 == 0)
    return 0;
  if (t->y1 > 0)
    {
      kappa = mn_root_near (ratio_excess, t, 0, t->x1, ratio_guess (t, ratio_guess (t, t->x1 / 2)));
      return (t->x1 - kappa) / (t->n1 - kappa) * ((t->n2 + kappa) / (t->x2 + kappa));
    }

  /* The first group had nothing but events: its proportion stays 1 while the second
   * alone can make up the statistic, and then leaves it with kappa at n1. */
  share = t->y2 / t->n2;
  statistic = t->n1 * t->n1 * share / (t->x2 + t->n1);
  if (statistic >= t->square)
    {
      kappa = (t->square + sqrt (t->square * t->square + 4 * share * t->square * t->x2)) / (2 * share);
      return (t->n2 + kappa) / (t->x2 + kappa);
    }
  return (t->n2 + t->n1) / (t->x2 + t->n1) / (1 + (t->square - statistic) / t->n1);
}

/* For an odds ratio kappa is what the fitted table moves, with the margins kept. */
static double
odds_excess (double kappa,
             const void *data,
             double *slope)
{
  const Table *t = data;
  double a = t->x1 - kappa, d = t->y2 - kappa;
  double b = t->y1 > 0 ? kappa / (t->y1 + kappa) : 1;
  double c = t->x2 > 0 ? kappa / (t->x2 + kappa) : 1;
  double share = a > 0 && d > 0 ? a / (a + d) : 0;
  double both = share * d;
  double both_slope = -(share * share + (1 - share) * (1 - share));

  /* That of kappa b is b (2 - b). */
  *slope = 2 * kappa + both * (b * (2 - b) + c * (2 - c)) + both_slope * (kappa * (b + c) - t->square);
  return kappa * (kappa + both * (b + c)) - t->square * both;
}

static double
odds_lower (const Table *t)
{
  double kappa, high, both, guess;

  if (t->x1 == 0 || t->y2 == 0)
    return 0;
  high = t->x1 < t->y2 ? t->x1 : t->y2;
  /* The root without kappa in the parts. */
  both = t->x1 / (t->x1 + t->y2) * t->y2;
  guess = sqrt (t->square * both / (1 + both / (t->y1 + 1) + both / (t->x2 + 1)));
  guess = guess * high / (guess + high);
  kappa = mn_root_near (odds_excess, t, 0, high, guess);
  return (t->x1 - kappa) / (t->y1 + kappa) * ((t->y2 - kappa) / (t->x2 + kappa));
}

void
mn_proportion_difference_score (const double *const in[4],
                                size_t n_rows,
                                double z,
                                double multiplier,
                                double *lower,
                                double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Table t, s;

      lower[i] = upper[i] = (double) NAN;
      if (!is_row (in, i))
        continue;
      fill (&t, in[0][i], in[1][i], in[2][i], in[3][i], z, 1);
      s = swap (&t);
      lower[i] = multiplier * difference_lower (&t);
      upper[i] = -multiplier * difference_lower (&s);
    }
}

static void
by_swapping (double (*lower_of) (const Table *t),
             const double *const in[4],
             size_t n_rows,
             double z,
             int with_factor,
             double multiplier,
             double *lower,
             double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Table t, s;

      lower[i] = upper[i] = (double) NAN;
      if (!is_row (in, i))
        continue;
      fill (&t, in[0][i], in[1][i], in[2][i], in[3][i], z, with_factor);
      s = swap (&t);
      lower[i] = multiplier * lower_of (&t);
      upper[i] = multiplier / lower_of (&s);
    }
}

void
mn_proportion_ratio_score (const double *const in[4],
                           size_t n_rows,
                           double z,
                           double multiplier,
                           double *lower,
                           double *upper)
{
  by_swapping (ratio_lower, in, n_rows, z, 1, multiplier, lower, upper);
}

void
mn_proportion_ratio_koopman (const double *const in[4],
                             size_t n_rows,
                             double z,
                             double multiplier,
                             double *lower,
                             double *upper)
{
  by_swapping (ratio_lower, in, n_rows, z, 0, multiplier, lower, upper);
}

void
mn_odds_ratio_score (const double *const in[4],
                     size_t n_rows,
                     double z,
                     double multiplier,
                     double *lower,
                     double *upper)
{
  by_swapping (odds_lower, in, n_rows, z, 1, multiplier, lower, upper);
}

MN_CLONES void
mn_proportion_ratio_katz (const double *const in[4],
                          size_t n_rows,
                          double z,
                          const double *restrict value,
                          double *restrict lower,
                          double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  /* In a loop of its own: rows of the next do not wait for it. */
  for (size_t i = 0; i < n_rows; i++)
    upper[i] = z * sqrt ((d1[i] - c1[i]) / (d1[i] * c1[i]) + (d2[i] - c2[i]) / (d2[i] * c2[i]));
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int ok = is_proportion (x1, n1) & is_proportion (x2, n2) & (x1 > 0) & (x2 > 0);
      double spread = mn_exp (upper[i]);
      double l = value[i] / spread;
      double u = value[i] * spread;

      lower[i] = ok ? l : (double) NAN;
      upper[i] = ok ? u : (double) NAN;
    }
}

MN_CLONES void
mn_odds_ratio_woolf (const double *const in[4],
                     size_t n_rows,
                     double z,
                     const double *restrict value,
                     double *restrict lower,
                     double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  /* 1 / x + 1 / y is n / (x y). In a loop of its own: rows of the next do not wait for it. */
  for (size_t i = 0; i < n_rows; i++)
    upper[i] = z * sqrt (d1[i] / (c1[i] * (d1[i] - c1[i])) + d2[i] / (c2[i] * (d2[i] - c2[i])));
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      double y1 = n1 - x1, y2 = n2 - x2;
      int ok = is_proportion (x1, n1) & is_proportion (x2, n2) & (x1 > 0) & (x2 > 0) & (y1 > 0) & (y2 > 0);
      double spread = mn_exp (upper[i]);
      double l = value[i] / spread;
      double u = value[i] * spread;

      lower[i] = ok ? l : (double) NAN;
      upper[i] = ok ? u : (double) NAN;
    }
}

MN_CLONES void
mn_two_proportions_chi_squared (const double *const in[4],
                                size_t n_rows,
                                int lose_one,
                                double *restrict statistic,
                                double *restrict p)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  const double lost = lose_one ? 1 : 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_proportion (c1[i], d1[i]) & is_proportion (c2[i], d2[i]);
      /* Products of four, which must not overflow. */
      int is_huge = d1[i] + d2[i] > 1e70;
      double scale = is_huge ? 1e-240 : 1;
      double x1 = c1[i] * scale, n1 = d1[i] * scale, x2 = c2[i] * scale, n2 = d2[i] * scale;
      double total = n1 + n2;
      /* The total that stands in the variance; one of a person or less is not reduced. */
      double left = total > 1 ? total - lost * scale : total;
      double v = (x1 + x2) / left * ((n1 - x1) + (n2 - x2)) * (n1 * n2);
      double z = (x1 * n2 - x2 * n1) / sqrt (v > 0 ? v : 1) * (is_huge ? 1e120 : 1);

      z = v > 0 ? z : 0;
      statistic[i] = ok ? z : (double) NAN;
    }
  mn_normal_two_sided_rows (statistic, n_rows, p);
}

/* How much more probable x + 1 events in the first group are than x, with m events
 * among n1 and n2. */
static inline double
step_up (double x,
         double m,
         double n1,
         double n2)
{
  return (m - x) / (x + 1) * ((n1 - x) / (n2 - m + x + 1));
}

/* The probabilities from x on, of which x's is first, away from the mode. */
static double
tail (double x,
      double first,
      int up,
      double m,
      double n1,
      double n2)
{
  double sum = 0;

  for (double term = first; term > sum * 1e-18;)
    {
      sum += term;
      term *= up ? step_up (x, m, n1, n2) : 1 / step_up (x - 1, m, n1, n2);
      x += up ? 1 : -1;
      if (!(x >= 0 && x <= m && x <= n1 && m - x <= n2))
        break;
    }
  return sum;
}

static double
fisher (double x1,
        double n1,
        double x2,
        double n2,
        int mid_p)
{
  double m = x1 + x2;
  double low = m > n2 ? m - n2 : 0;
  double high = m < n1 ? m : n1;
  double mode = floor ((m + 1) / (n1 + n2 + 2) * (n1 + 1));
  double seen = 1, term = 1, total, near, far = 0, x;
  int up;

  mode = mode < low ? low : mode;
  mode = mode > high ? high : mode;

  /* All relative to the mode, whose probability is 1 here. */
  up = x1 > mode;
  for (x = mode; x != x1 && seen > 0; x += up ? 1 : -1)
    seen *= up ? step_up (x, m, n1, n2) : 1 / step_up (x - 1, m, n1, n2);
  total = tail (mode, 1, 1, m, n1, n2) + tail (mode, 1, 0, m, n1, n2) - 1;
  if (seen == 0)
    return 0;
  if (x1 == mode)
    return mid_p ? 1 - 0.5 / total : 1;

  near = tail (x1, seen, up, m, n1, n2);
  for (x = mode; x >= low && x <= high && term > seen * AS_PROBABLE;)
    {
      term *= up ? 1 / step_up (x - 1, m, n1, n2) : step_up (x, m, n1, n2);
      x += up ? -1 : 1;
    }
  if (x >= low && x <= high)
    far = tail (x, term, !up, m, n1, n2);

  /* On the way to it there may be others as probable: a tie with the mode. */
  if (seen * AS_PROBABLE >= 1)
    return mid_p ? 1 - 0.5 * seen / total : 1;
  term = (near + far - (mid_p ? 0.5 * seen : 0)) / total;
  return term < 1 ? term : 1;
}

void
mn_two_proportions_fisher (const double *const in[4],
                           size_t n_rows,
                           int mid_p,
                           double *p,
                           uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];
      double total = n1 + n2;
      double share = (x1 + x2) / total;

      p[i] = (double) NAN;
      if (!is_row (in, i) || status[i] != MN_OK)
        continue;
      if (x1 != floor (x1) || n1 != floor (n1) || x2 != floor (x2) || n2 != floor (n2))
        status[i] = MN_NOT_WHOLE;
      else if (total > 9007199254740992.0 || n1 * share * (1 - share) * (n2 / total) > WIDEST)
        status[i] = MN_TOO_LARGE;
      else
        p[i] = fisher (x1, n1, x2, n2, mid_p);
    }
}
