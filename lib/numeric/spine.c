/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "spine.h"

#include <math.h>

double
mn_spine_scale (double centre,
                double lowest,
                double highest)
{
  double below = fabs (centre - lowest);
  double above = fabs (centre - highest);

  return below > above ? below : above;
}

double
mn_spine_position (double value,
                   double centre,
                   double scale,
                   int reversed)
{
  double part;

  if (!(scale > 0))
    return 0.5;
  /* Divided first: the largest doubles are farther apart than a double can say. */
  part = value / scale - centre / scale;
  return 0.5 + (reversed ? -part : part) / 2;
}
