/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "mix.h"

#include <math.h>

#include "total.h"

static double
spread (const mn_mix_period *period,
        size_t n)
{
  mn_total sxx = { 0, 0 };

  for (size_t i = 0; i < n; i++)
    mn_total_add (&sxx, period->share[i] * ((period->place[i] - 0.5) * (period->place[i] - 0.5)));
  return mn_total_get (&sxx);
}

/* The weight of a figure in the slope, least less most deprived end. */
static double
slope_weight (const mn_mix_period *period,
              double sxx,
              size_t i)
{
  return period->share[i] * (period->place[i] - 0.5) / sxx;
}

/* F of the shares and places of one period and the figures of another, and its
 * derivatives by the figures. */
static int
measure_of (int measure,
            int sign,
            const mn_mix_period *people,
            const double *y,
            size_t n,
            double *value,
            double *gradient)
{
  mn_total sum = { 0, 0 }, most = { 0, 0 };
  double sxx, f0, f1;

  if (measure == MN_MIX_MEAN)
    {
      for (size_t i = 0; i < n; i++)
        {
          gradient[i] = people->share[i];
          mn_total_add (&sum, gradient[i] * y[i]);
        }
      *value = mn_total_get (&sum);
      return MN_OK;
    }

  sxx = spread (people, n);
  if (!(sxx > 0))
    return MN_TOO_FEW_GROUPS;
  for (size_t i = 0; i < n; i++)
    {
      double c = slope_weight (people, sxx, i);

      gradient[i] = -sign * c;
      mn_total_add (&sum, gradient[i] * y[i]);
      mn_total_add (&most, (people->share[i] - c / 2) * y[i]);
    }
  *value = mn_total_get (&sum);
  if (measure == MN_MIX_SLOPE)
    return MN_OK;

  /* sum is sign (f0 - f1). */
  f0 = mn_total_get (&most);
  f1 = f0 - sign * *value;
  if (!(f0 > 0 && f1 > 0))
    return MN_FIGURE_NOT_POSITIVE;
  for (size_t i = 0; i < n; i++)
    {
      double c = slope_weight (people, sxx, i);

      gradient[i] = sign * ((people->share[i] - c / 2) / f0 - (people->share[i] + c / 2) / f1);
    }
  *value = sign * log (f0 / f1);
  return MN_OK;
}

/* The standard error of a sum of figures with weights a w1 + b w2 in the earlier period and
 * c w3 + d w4 in the later one. */
static double
error_of (const mn_mix_period *earlier,
          const mn_mix_period *later,
          size_t n,
          const double *gradients,
          double a,
          double b,
          double c,
          double d)
{
  mn_total v = { 0, 0 };

  for (size_t i = 0; i < n; i++)
    {
      double g1 = a * gradients[i] + b * gradients[n + i];
      double g2 = c * gradients[2 * n + i] + d * gradients[3 * n + i];

      mn_total_add (&v, g1 != 0 ? (g1 * earlier->se[i]) * (g1 * earlier->se[i]) : 0);
      mn_total_add (&v, g2 != 0 ? (g2 * later->se[i]) * (g2 * later->se[i]) : 0);
    }
  return sqrt (mn_total_get (&v));
}

int
mn_mix_decompose (int measure,
                  int sign,
                  const mn_mix_period *earlier,
                  const mn_mix_period *later,
                  size_t n,
                  double *gradients,
                  mn_mix_change *change)
{
  double f11, f21, f12, f22;
  int status;

  /* Gradients by the earlier figures in the mixes of both periods, then by the later. */
  status = measure_of (measure, sign, earlier, earlier->y, n, &f11, gradients);
  if (status == MN_OK)
    status = measure_of (measure, sign, later, earlier->y, n, &f21, gradients + n);
  if (status == MN_OK)
    status = measure_of (measure, sign, earlier, later->y, n, &f12, gradients + 2 * n);
  if (status == MN_OK)
    status = measure_of (measure, sign, later, later->y, n, &f22, gradients + 3 * n);
  if (status != MN_OK)
    return status;

  change->earlier = (mn_mix_part){ f11, error_of (earlier, later, n, gradients, 1, 0, 0, 0) };
  change->later = (mn_mix_part){ f22, error_of (earlier, later, n, gradients, 0, 0, 0, 1) };
  change->change = (mn_mix_part){ f22 - f11, error_of (earlier, later, n, gradients, -1, 0, 0, 1) };
  change->figures = (mn_mix_part){ ((f12 - f11) + (f22 - f21)) / 2,
                                   error_of (earlier, later, n, gradients, -0.5, -0.5, 0.5, 0.5) };
  change->mix = (mn_mix_part){ ((f21 - f11) + (f22 - f12)) / 2,
                               error_of (earlier, later, n, gradients, -0.5, 0.5, -0.5, 0.5) };
  change->held = (mn_mix_part){ f12, error_of (earlier, later, n, gradients, 0, 0, 1, 0) };
  return MN_OK;
}

void
mn_mix_contributions (int measure,
                      int sign,
                      const mn_mix_period *earlier,
                      const mn_mix_period *later,
                      size_t n,
                      double *figures,
                      double *figures_se,
                      double *mix,
                      double *mix_se)
{
  double sxx1 = spread (earlier, n), sxx2 = spread (later, n);

  for (size_t i = 0; i < n; i++)
    {
      double w1 = measure == MN_MIX_MEAN ? earlier->share[i] : -sign * slope_weight (earlier, sxx1, i);
      double w2 = measure == MN_MIX_MEAN ? later->share[i] : -sign * slope_weight (later, sxx2, i);
      double se = hypot (earlier->se[i], later->se[i]);

      figures[i] = (w1 + w2) / 2 * (later->y[i] - earlier->y[i]);
      figures_se[i] = fabs (w1 + w2) / 2 * se;
      mix[i] = (earlier->y[i] + later->y[i]) / 2 * (w2 - w1);
      mix_se[i] = fabs (w2 - w1) / 2 * se;
    }
}
