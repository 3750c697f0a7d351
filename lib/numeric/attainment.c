/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "attainment.h"

#include <math.h>

#include "special.h"

/* One over the square root of two pi. */
#define NORMAL_DENSITY 0.39894228040143267794

/* The standard error of the normal quantile z of x / n. */
static double
quantile_error (double x,
                double n,
                double z)
{
  return sqrt (x / n * ((n - x) / n) / n) / (NORMAL_DENSITY * exp (-z * z / 2));
}

void
mn_attainment_gap (int measure,
                   mn_attainment in,
                   size_t n_rows,
                   double *gap,
                   double *se,
                   uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x2 = in[0][i], n2 = in[1][i], x1 = in[2][i], n1 = in[3][i];
      double y1 = n1 - x1, y2 = n2 - x2;
      int defined = measure == MN_ATTAINMENT_POINTS || (x1 > 0 && x2 > 0 && (measure == MN_ATTAINMENT_LOG_RATIO || (y1 > 0 && y2 > 0)));
      double z1, z2, e1, e2;

      gap[i] = se[i] = (double) NAN;
      if (status[i] == MN_OK && !defined)
        status[i] = MN_NOT_DEFINED;
      if (status[i] != MN_OK)
        continue;

      switch (measure)
        {
        case MN_ATTAINMENT_POINTS:
          gap[i] = 100 * (x2 / n2 - x1 / n1);
          se[i] = 100 * sqrt (x1 / n1 * (y1 / n1) / n1 + x2 / n2 * (y2 / n2) / n2);
          break;
        case MN_ATTAINMENT_LOG_RATIO:
          gap[i] = log (x2 / n2) - log (x1 / n1);
          se[i] = sqrt (y1 / n1 / x1 + y2 / n2 / x2);
          break;
        case MN_ATTAINMENT_LOG_ODDS:
          gap[i] = log (x2 / y2) - log (x1 / y1);
          se[i] = sqrt (1 / x1 + 1 / y1 + 1 / x2 + 1 / y2);
          break;
        default:
          /* The smaller tail, which is the more exact. */
          z1 = x1 <= y1 ? mn_normal_quantile (x1 / n1) : mn_normal_quantile_upper (y1 / n1);
          z2 = x2 <= y2 ? mn_normal_quantile (x2 / n2) : mn_normal_quantile_upper (y2 / n2);
          gap[i] = z2 - z1;
          e1 = quantile_error (x1, n1, z1);
          e2 = quantile_error (x2, n2, z2);
          se[i] = sqrt (e1 * e1 + e2 * e2);
          break;
        }
    }
}

static double
careful_variance (double x,
                  double n)
{
  double half = x > 0 && x < n ? 0 : 0.5;
  double p = (x + half) / (n + 2 * half);

  return p * ((n - x + half) / (n + 2 * half)) / n;
}

void
mn_attainment_be_careful (mn_attainment in,
                          size_t n_rows,
                          const uint8_t *status,
                          double *se)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x2 = in[0][i], n2 = in[1][i], x1 = in[2][i], n1 = in[3][i];

      if (status[i] == MN_OK && (x1 == 0 || x1 == n1 || x2 == 0 || x2 == n2))
        se[i] = 100 * sqrt (careful_variance (x1, n1) + careful_variance (x2, n2));
    }
}
