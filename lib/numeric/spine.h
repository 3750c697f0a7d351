/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The geometry of spine charts: the benchmark stands in the middle, and the side on
 * which the areas reach farther fills its half.
 *
 * Public Health England. Fingertips: spine charts (source of the web services,
 * 2020); fingertipscharts, an R package of the same body.
 */
#pragma once

#include "kernel.h"

/* How far the farther of the two ends is from the centre. */
double mn_spine_scale    (double centre,
                          double lowest,
                          double highest);

/* From 0 on the left to 1 on the right, 0.5 for the centre. Reversed, low values
 * stand on the right. Without a scale everything is in the middle. */
double mn_spine_position (double value,
                          double centre,
                          double scale,
                          int    reversed);
