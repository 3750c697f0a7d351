/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "poisson.h"

#include <math.h>

#include "special.h"

#define TOLERANCE 1e-13
#define MANY_NODES 16
#define FEW_NODES 26

/* 1 / sqrt (10), rounded up. */
#define MANY 0.31622776601683800

/* From here on Boost's quantiles lose digits, and Wilson and Hilferty's have all. */
#define HUGE_COUNT 1e10

static double
wilson_hilferty (double shape,
                 double z)
{
  double w = 1 - 1 / (9 * shape) + z / (3 * sqrt (shape));

  return shape * (w * w * w);
}

/* Below so small a shape the quantile, about alpha_2 to the power of one over it, is no
 * double. */
#define NO_EVENTS 9e-4

static double
quantile_lower (double shape,
                double alpha_2)
{
  if (shape < NO_EVENTS)
    return 0;
  if (shape > HUGE_COUNT)
    return wilson_hilferty (shape, -mn_normal_quantile_upper (alpha_2));
  return mn_gamma_quantile (shape, alpha_2);
}

static double
quantile_upper (double shape,
                double alpha_2)
{
  if (shape > HUGE_COUNT)
    return wilson_hilferty (shape, mn_normal_quantile_upper (alpha_2));
  return mn_gamma_quantile_upper (shape, alpha_2);
}

void
mn_poisson_exact (double x,
                  double alpha_2,
                  double *lower,
                  double *upper)
{
  *lower = x > 0 ? quantile_lower (x, alpha_2) : 0;
  *upper = quantile_upper (x + 1, alpha_2);
}

static double
root_lower (double r,
            const void *data)
{
  const double *alpha_2 = data;

  return cbrt (mn_gamma_quantile (1 / (r * r), *alpha_2) * (r * r));
}

static double
root_upper (double r,
            const void *data)
{
  const double *alpha_2 = data;

  return cbrt (mn_gamma_quantile_upper (1 / (r * r), *alpha_2) * (r * r));
}

void
mn_poisson_limits_init (mn_poisson_limits *limits,
                        double alpha_2,
                        size_t n_rows)
{
  limits->alpha_2 = alpha_2;
  for (int i = 0; i < MN_POISSON_TABLE; i++)
    mn_poisson_exact (i, alpha_2, &limits->lower[i], &limits->upper[i]);

  limits->many_lower.n = limits->many_upper.n = limits->few_lower.n = limits->few_upper.n = 0;
  if (n_rows < MN_POISSON_ROWS)
    return;
  mn_curve_fit (&limits->many_lower, root_lower, &alpha_2, 0, MANY, MANY_NODES, TOLERANCE);
  mn_curve_fit (&limits->many_upper, root_upper, &alpha_2, 0, MANY, MANY_NODES, TOLERANCE);
  mn_curve_fit (&limits->few_lower, root_lower, &alpha_2, MANY, 1, FEW_NODES, TOLERANCE);
  mn_curve_fit (&limits->few_upper, root_upper, &alpha_2, MANY, 1, FEW_NODES, TOLERANCE);
}

/* The quantile of this shape from the curve that has it; NaN where none does. */
static inline double
at (const mn_curve *many,
    const mn_curve *few,
    double shape)
{
  double r = 1 / sqrt (shape);
  const mn_curve *curve = r <= MANY ? many : few;
  double w;

  if (!mn_curve_has (curve, r))
    return (double) NAN;
  w = mn_curve_at (curve, r);
  return shape * (w * w * w);
}

void
mn_poisson_limits_at (const mn_poisson_limits *limits,
                      double x,
                      double *lower,
                      double *upper)
{
  if (x < MN_POISSON_TABLE && x == floor (x))
    {
      *lower = limits->lower[(int) x];
      *upper = limits->upper[(int) x];
      return;
    }
  *lower = at (&limits->many_lower, &limits->few_lower, x);
  *upper = at (&limits->many_upper, &limits->few_upper, x + 1);
  if (isnan (*lower))
    *lower = quantile_lower (x, limits->alpha_2);
  if (isnan (*upper))
    *upper = quantile_upper (x + 1, limits->alpha_2);
}
