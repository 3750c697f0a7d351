/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "contrast.h"

#include <math.h>

#include "total.h"

static void
finish (mn_index *index,
        double value,
        double se,
        int limits)
{
  mn_index_set (index, value, isfinite (se) ? se : (double) NAN, isfinite (se) ? limits : MN_LIMITS_NONE);
}

static double
get_error (const mn_groups *groups,
           size_t i)
{
  return groups->s ? groups->s[i] : (double) NAN;
}

void
mn_contrast_difference (const mn_groups *groups,
                        size_t one,
                        size_t other,
                        mn_index *index)
{
  finish (index, groups->y[one] - groups->y[other], hypot (get_error (groups, one), get_error (groups, other)),
          MN_LIMITS_NORMAL);
}

void
mn_contrast_ratio (const mn_groups *groups,
                   size_t one,
                   size_t other,
                   mn_index *index)
{
  double top = groups->y[one];
  double bottom = groups->y[other];

  if (!(top > 0 && bottom > 0))
    {
      mn_index_fail (index, MN_FIGURE_NOT_POSITIVE);
      return;
    }
  finish (index, top / bottom, hypot (get_error (groups, one) / top, get_error (groups, other) / bottom),
          MN_LIMITS_LOG);
  index->is_ratio = 1;
}

void
mn_contrast_mean (const mn_groups *groups,
                  size_t one,
                  double average,
                  int is_fraction,
                  mn_index *index)
{
  int has_average = !isnan (average);
  double mean = has_average ? average : groups->mean;
  double y = groups->y[one];
  mn_total variance = { 0, 0 };

  if (is_fraction && !(mean > 0))
    {
      mn_index_fail (index, MN_MEAN_NOT_POSITIVE);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    {
      double p = has_average ? 0 : groups->p[i];
      double g = is_fraction ? (i == one) / mean - y * p / (mean * mean) : (i == one) - p;

      if (g != 0)
        mn_total_add (&variance, g * get_error (groups, i) * (g * get_error (groups, i)));
    }
  finish (index, is_fraction ? (y - mean) / mean : y - mean, sqrt (mn_total_get (&variance)), MN_LIMITS_NORMAL);
  index->is_ratio = (uint8_t) is_fraction;
}

double
mn_contrast_walter (const mn_groups *groups,
                    size_t one,
                    double scale)
{
  double total = groups->total;
  double rate = groups->y[one] / scale;
  double mean = groups->mean / scale;
  double c = groups->w[one] * rate;
  double d = groups->w[one] * (1 - rate);
  double a = total * mean - c;
  double b = total - groups->w[one] - a;

  if (!(a >= 0 && b >= 0 && c >= 0 && d >= 0 && mean > 0))
    return (double) NAN;
  return sqrt (c * total * (a * d * (total - c) + b * c * c) / (pow (a + c, 3) * pow (c + d, 3)));
}
