/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "waves.h"

#include <float.h>
#include <math.h>

#include "root.h"

/* 1/n1 + 1/n2 less what the two share. */
static double
spread (double n1,
        double n2,
        double correlation)
{
  double s = 1 / n1 + 1 / n2 - 2 * correlation / sqrt (n1) / sqrt (n2);

  return s > 0 ? s : 0;
}

void
mn_wave_test (double share1,
              double n1,
              double share2,
              double n2,
              double correlation,
              double *z,
              double *p)
{
  double difference = share2 - share1;
  double pooled;

  if (isinf (n1))
    pooled = share1;
  else if (isinf (n2))
    pooled = share2;
  else
    pooled = share1 * (n1 / (n1 + n2)) + share2 * (n2 / (n1 + n2));

  /* Where everybody was asked twice nothing is left to chance. */
  *z = difference == 0 ? 0 : difference / sqrt (pooled * (1 - pooled) * spread (n1, n2, correlation));
  *p = erfc (fabs (*z) / sqrt (2));
}

double
mn_wave_correlation (double overlap,
                     double correlation,
                     double n1,
                     double n2)
{
  return correlation * (overlap / sqrt (n1) / sqrt (n2));
}

typedef struct
{
  double share1;
  double n1;
  double n2;
  double correlation;
  double z_alpha;
  double z_power;
} Detection;

/* How far the difference exceeds what is found with that power. */
static double
detection_excess (double share2,
                  const void *data)
{
  const Detection *d = data;
  double part1 = d->n1 / (d->n1 + d->n2);
  double pooled = d->share1 * part1 + share2 * (1 - part1);
  double v1 = d->share1 * (1 - d->share1) / d->n1;
  double v2 = share2 * (1 - share2) / d->n2;
  double apart = v1 + v2 - 2 * d->correlation * sqrt (v1 * v2);
  double same = pooled * (1 - pooled) * spread (d->n1, d->n2, d->correlation);

  return fabs (share2 - d->share1) - d->z_alpha * sqrt (same > 0 ? same : 0)
         - d->z_power * sqrt (apart > 0 ? apart : 0);
}

double
mn_wave_detectable (double share1,
                    double n1,
                    double n2,
                    double correlation,
                    double z_alpha,
                    double z_power,
                    int above)
{
  const Detection d = { share1, n1, n2, correlation, z_alpha, z_power };
  double end = above ? 1 : 0, start = share1;

  if (!(n1 > 0 && n1 <= DBL_MAX && n2 > 0 && n2 <= DBL_MAX) || !(share1 >= 0 && share1 <= 1) || share1 == end
      || detection_excess (end, &d) < 0)
    return (double) NAN;

  /* Of nothing, and of everybody, nothing varies, and the share itself would pass for the
   * root: that is looked for between the first step of halves that is too small and the
   * last that is not. */
  if (share1 == 0 || share1 == 1)
    for (double step = 0.5; step > DBL_EPSILON / 2; step /= 2)
      {
        start = share1 == 0 ? step : 1 - step;
        if (detection_excess (start, &d) < 0)
          break;
        end = start;
      }
  /* With less power than chance has any change will do. */
  if (detection_excess (start, &d) >= 0)
    return 0;
  return fabs (mn_root (detection_excess, &d, start, end) - share1);
}

void
mn_holm (const double *p,
         size_t m,
         double *adjusted)
{
  double least = 0;

  for (size_t i = 0; i < m; i++)
    {
      double a = (double) (m - i) * p[i];

      a = a < 1 ? a : 1;
      least = a > least ? a : least;
      adjusted[i] = least;
    }
}
