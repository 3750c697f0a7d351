/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "power.h"

#include <float.h>
#include <math.h>

#include "special.h"

/* The variance of one observation. */
static double
variance (int kind,
          double figure)
{
  return kind == MN_POWER_PROPORTION ? figure * (1 - figure) : figure;
}

double
mn_power (int kind,
          double figure_1,
          double size_1,
          double figure_2,
          double size_2,
          double z)
{
  double share = size_1 / (size_1 + size_2);
  double pooled = share * figure_1 + (1 - share) * figure_2;
  double null = sqrt (variance (kind, pooled) * (1 / size_1 + 1 / size_2));
  double own = sqrt (variance (kind, figure_1) / size_1 + variance (kind, figure_2) / size_2);
  double change = fabs (figure_2 - figure_1);

  /* From all to nobody, nothing is left to chance. */
  if (own == 0)
    return change > z * null;
  return mn_normal_upper ((z * null - change) / own) + mn_normal_upper ((z * null + change) / own);
}

double
mn_power_factor (double z,
                 double power)
{
  double low = 0, high = 1;

  while (mn_normal_upper (z - high) + mn_normal_upper (z + high) < power && high < 1e6)
    high *= 2;
  for (int i = 0; i < 200 && high - low > 4 * DBL_EPSILON * high; i++)
    {
      double middle = (low + high) / 2;

      if (mn_normal_upper (z - middle) + mn_normal_upper (z + middle) < power)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

/* From figure to far, the nearest that is found with this power, by halving: the power
 * rises with the distance. */
static double
nearest (int kind,
         double figure,
         double size_1,
         double size_2,
         double z,
         double power,
         double far)
{
  double none = 0, found = far - figure;

  if (found == 0 || !(mn_power (kind, figure, size_1, far, size_2, z) >= power))
    return (double) NAN;
  for (int i = 0; i < 200 && fabs (found - none) > 4 * DBL_EPSILON * fabs (found); i++)
    {
      double middle = (none + found) / 2;

      if (mn_power (kind, figure, size_1, figure + middle, size_2, z) < power)
        none = middle;
      else
        found = middle;
    }
  return figure + (none + found) / 2;
}

void
mn_detectable (int kind,
               const double *figure,
               const double *size_1,
               const double *size_2,
               size_t n_rows,
               double z,
               double power,
               double *fall_to,
               double *rise_to,
               uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double far = 1;

      if (status[i] == MN_OK && !(isfinite (figure[i]) && isfinite (size_1[i]) && isfinite (size_2[i])))
        status[i] = MN_NOT_FINITE;
      if (status[i] == MN_OK && figure[i] < 0)
        status[i] = MN_NEGATIVE_COUNT;
      if (status[i] == MN_OK && kind == MN_POWER_PROPORTION && figure[i] > 1)
        status[i] = MN_COUNT_OVER_DENOMINATOR;
      if (status[i] == MN_OK && !(size_1[i] > 0 && size_2[i] > 0))
        status[i] = MN_DENOMINATOR_NOT_POSITIVE;
      fall_to[i] = rise_to[i] = (double) NAN;
      if (status[i] != MN_OK)
        continue;

      fall_to[i] = nearest (kind, figure[i], size_1[i], size_2[i], z, power, 0);
      if (kind == MN_POWER_RATE)
        {
          far = fmax (figure[i], 1 / size_2[i]);
          while (isfinite (far) && mn_power (kind, figure[i], size_1[i], figure[i] + far, size_2[i], z) < power)
            far *= 2;
          far += figure[i];
        }
      rise_to[i] = nearest (kind, figure[i], size_1[i], size_2[i], z, power, far);
    }
}

void
mn_needed_size (int kind,
                const double *figure_1,
                const double *figure_2,
                const double *ratio,
                size_t n_rows,
                double z,
                double power,
                double *size,
                uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double low, high = 1;

      size[i] = (double) NAN;
      if (status[i] == MN_OK && !(isfinite (figure_1[i]) && isfinite (figure_2[i]) && isfinite (ratio[i])))
        status[i] = MN_NOT_FINITE;
      if (status[i] == MN_OK && (figure_1[i] < 0 || figure_2[i] < 0))
        status[i] = MN_NEGATIVE_COUNT;
      if (status[i] == MN_OK && kind == MN_POWER_PROPORTION && (figure_1[i] > 1 || figure_2[i] > 1))
        status[i] = MN_COUNT_OVER_DENOMINATOR;
      if (status[i] == MN_OK && !(ratio[i] > 0))
        status[i] = MN_DENOMINATOR_NOT_POSITIVE;
      if (status[i] == MN_OK && figure_1[i] == figure_2[i])
        status[i] = MN_OUT_OF_REACH;
      if (status[i] != MN_OK)
        continue;

      /* The power rises with the size: from a size on which it is enough, down to the
       * least, by halving on the scale of the logarithm. */
      while (isfinite (high) && mn_power (kind, figure_1[i], high, figure_2[i], high * ratio[i], z) < power)
        high *= 2;
      low = high / 2;
      while (low > 0 && mn_power (kind, figure_1[i], low, figure_2[i], low * ratio[i], z) >= power)
        {
          high = low;
          low /= 2;
        }
      if (!isfinite (high) || low == 0)
        {
          status[i] = MN_OUT_OF_REACH;
          continue;
        }
      for (int k = 0; k < 200 && high - low > 4 * DBL_EPSILON * high; k++)
        {
          double middle = (low + high) / 2;

          if (mn_power (kind, figure_1[i], middle, figure_2[i], middle * ratio[i], z) < power)
            low = middle;
          else
            high = middle;
        }
      size[i] = (low + high) / 2;
    }
}
