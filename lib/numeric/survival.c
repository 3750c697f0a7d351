/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "survival.h"

#include <float.h>
#include <math.h>

#include "total.h"

#define MANY_TIES 262144
#define TOLERANCE 1.4901161193847656e-8 /* the square root of the machine's epsilon */

void
mn_at_risk (const double *leaving,
            const double *entering,
            size_t n,
            double *at_risk)
{
  mn_total all = { 0, 0 }, total = { 0, 0 };
  double noise;

  for (size_t j = 0; j < n; j++)
    mn_total_add (&all, leaving[j]);
  noise = 16 * DBL_EPSILON * mn_total_get (&all);

  for (size_t j = n; j-- > 0;)
    {
      double number;

      mn_total_add (&total, leaving[j]);
      if (entering)
        mn_total_add (&total, -entering[j]);
      number = mn_total_get (&total);
      at_risk[j] = number - leaving[j] <= noise ? leaving[j] : number;
    }
}

void
mn_kaplan_meier (const double *at_risk,
                 const double *event,
                 size_t n,
                 double *survival,
                 double *variance)
{
  mn_total sum = { 0, 0 };
  double s = 1, base = 1, base_at_risk = 1, left = -1;

  for (size_t j = 0; j < n; j++)
    {
      double y = at_risk[j], d = event[j];

      if (s > 0 && d > 0)
        {
          if (d >= y)
            {
              s = 0;
              sum.sum = (double) INFINITY;
              sum.low = 0;
            }
          else
            {
              if (y != left)
                {
                  base = s;
                  base_at_risk = y;
                }
              left = y - d;
              s = base * (left / base_at_risk);
              mn_total_add (&sum, d / (y * left));
            }
        }
      survival[j] = s;
      variance[j] = mn_total_get (&sum);
    }
}

void
mn_cumulative_hazard (mn_hazard_kind kind,
                      const double *at_risk,
                      const double *event,
                      const double *rows,
                      size_t n,
                      double *hazard,
                      double *variance)
{
  mn_total sum = { 0, 0 }, v = { 0, 0 };

  for (size_t j = 0; j < n; j++)
    {
      double y = at_risk[j], d = event[j] < y ? event[j] : y;

      if (d > 0 && kind == MN_HAZARD_FLEMING_HARRINGTON)
        {
          double ties = rows ? rows[j] : d;
          double each = d / ties, first = 0;

          /* Of very many ties all but the last are an area: its error is that of the
           * midpoint rule, under 1e-12. */
          if (ties > MANY_TIES)
            {
              double end;

              first = floor (ties) - MANY_TIES;
              end = y - first * each + each / 2;
              mn_total_add (&sum, log ((y + each / 2) / end));
              mn_total_add (&v, 1 / end - 1 / (y + each / 2));
            }
          for (double k = first; k < ties; k++)
            {
              double left = y - k * each;

              mn_total_add (&sum, each / left);
              mn_total_add (&v, each / (left * left));
            }
        }
      else if (d > 0)
        {
          mn_total_add (&sum, d / y);
          mn_total_add (&v, kind == MN_HAZARD_NELSON_AALEN ? d / (y * y) : d / y * (1 - d / y) / y);
        }
      hazard[j] = mn_total_get (&sum);
      variance[j] = mn_total_get (&v);
    }
}

static double
between (double x,
         double low,
         double high)
{
  /* NaN stays NaN. */
  return x < low ? low : x > high ? high : x;
}

void
mn_share_limits (mn_scale scale,
                 const double *share,
                 const double *se,
                 size_t n,
                 double z,
                 double *lower,
                 double *upper)
{
  const double half_pi = acos (0);

  for (size_t j = 0; j < n; j++)
    {
      double p = share[j], e = z * se[j], low = (double) NAN, high = (double) NAN;

      switch (scale)
        {
        case MN_SCALE_PLAIN:
          low = between (p - e, 0, 1);
          high = between (p + e, 0, 1);
          break;
        case MN_SCALE_LOG:
          if (p > 0)
            {
              low = p * exp (-e / p);
              high = between (p * exp (e / p), 0, 1);
            }
          break;
        case MN_SCALE_LOG_LOG:
          if (p > 0 && p < 1)
            {
              double l = log (p), t = e / (p * l); /* below zero */

              low = exp (l * exp (-t));
              high = exp (l * exp (t));
            }
          break;
        case MN_SCALE_LOGIT:
          if (p > 0 && p < 1)
            {
              double l = log (p / (1 - p)), t = e / (p * (1 - p));

              low = 1 / (1 + exp (t - l));
              high = 1 / (1 + exp (-t - l));
            }
          break;
        case MN_SCALE_ARCSINE:
          if (p > 0 && p < 1)
            {
              double angle = asin (sqrt (p)), t = e / (2 * sqrt (p * (1 - p)));

              low = sin (between (angle - t, 0, half_pi));
              high = sin (between (angle + t, 0, half_pi));
              low *= low;
              high *= high;
            }
          break;
        }
      lower[j] = low;
      upper[j] = high;
    }
}

void
mn_hazard_limits (mn_scale scale,
                  const double *hazard,
                  const double *se,
                  size_t n,
                  double z,
                  double *lower,
                  double *upper)
{
  for (size_t j = 0; j < n; j++)
    {
      double h = hazard[j], e = z * se[j];

      if (scale == MN_SCALE_PLAIN)
        {
          lower[j] = h - e < 0 ? 0 : h - e;
          upper[j] = h + e;
        }
      else
        {
          lower[j] = h > 0 ? h * exp (-e / h) : (double) NAN;
          upper[j] = h > 0 ? h * exp (e / h) : (double) NAN;
        }
    }
}

double
mn_curve_quantile (const double *time,
                   const double *curve,
                   size_t n,
                   double p,
                   int midpoint)
{
  double level = 1 - p;

  for (size_t j = 0; j < n; j++)
    {
      /* NaN compares as false. */
      if (!(curve[j] <= level + TOLERANCE))
        continue;
      if (midpoint && fabs (curve[j] - level) <= TOLERANCE)
        {
          size_t next = j + 1;

          while (next < n && !(curve[next] < curve[j] - TOLERANCE))
            next++;
          return (time[j] + time[next < n ? next : n - 1]) / 2;
        }
      return time[j];
    }
  return (double) NAN;
}

void
mn_restricted_mean (const double *time,
                    const double *at_risk,
                    const double *event,
                    const double *survival,
                    size_t n,
                    double tau,
                    double *mean,
                    double *variance)
{
  mn_total area = { 0, 0 }, v = { 0, 0 };
  size_t used = mn_steps_until (time, n, tau);
  double end = tau;

  /* From the end, so that the area from each time to tau is at hand. */
  for (size_t j = used; j-- > 0;)
    {
      double y = at_risk[j], d = event[j], a;

      mn_total_add (&area, survival[j] * (end - time[j]));
      end = time[j];
      a = mn_total_get (&area);
      if (d > 0 && d < y)
        mn_total_add (&v, a * a * (d / (y * (y - d))));
    }
  mn_total_add (&area, end);
  *mean = mn_total_get (&area);
  *variance = mn_total_get (&v);
}

void
mn_independent_difference (double a,
                           double a_se,
                           double b,
                           double b_se,
                           double z,
                           double bound,
                           double *value,
                           double *lower,
                           double *upper,
                           double *statistic)
{
  double se = sqrt (a_se * a_se + b_se * b_se);

  *value = a - b;
  *lower = between (*value - z * se, -bound, bound);
  *upper = between (*value + z * se, -bound, bound);
  *statistic = se > 0 ? *value / se : (double) NAN;
}

size_t
mn_steps_until (const double *time,
                size_t n,
                double t)
{
  size_t low = 0, high = n;

  while (low < high)
    {
      size_t middle = low + (high - low) / 2;

      if (time[middle] <= t)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
