/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-method.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAverageKind:
 * @MARMOT_AVERAGE_KIND_POOLED: the counts added up over the denominators added
 *   up: every person counts once
 * @MARMOT_AVERAGE_KIND_MEAN_OF_AREAS: the mean of the values: every area counts
 *   once
 *
 * Which average of areas is meant. The two differ wherever areas differ in size.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_AVERAGE_KIND_POOLED,
  MARMOT_AVERAGE_KIND_MEAN_OF_AREAS
} MarmotAverageKind;

/**
 * MarmotAverage:
 *
 * The average of several areas, such as an area's neighbours: which average it
 * is, whether the area itself is in, and how many areas had to be left out because
 * their figures are missing or suppressed.
 *
 * An average has no confidence interval.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_AVERAGE (marmot_average_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAverage, marmot_average, MARMOT, AVERAGE, GObject)

/**
 * marmot_average_get_kind: (get-property kind)
 * @self: an average
 *
 * Returns: which average it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAverageKind marmot_average_get_kind (MarmotAverage *self);

/**
 * marmot_average_get_value: (get-property value)
 * @self: an average
 *
 * Returns: (transfer none) (nullable): the average, or %NULL if fewer than two
 *   areas have figures
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_average_get_value (MarmotAverage *self);

/**
 * marmot_average_get_n_areas: (get-property n-areas)
 * @self: an average
 *
 * Returns: how many areas are in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_average_get_n_areas (MarmotAverage *self);

/**
 * marmot_average_get_n_left_out: (get-property n-left-out)
 * @self: an average
 *
 * Returns: how many areas were left out because they have no figures
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_average_get_n_left_out (MarmotAverage *self);

/**
 * marmot_average_get_includes_area: (get-property includes-area)
 * @self: an average
 *
 * Returns: whether the area itself is in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_average_get_includes_area (MarmotAverage *self);

/**
 * marmot_average_get_method:
 * @self: an average
 *
 * Returns: the method for citing it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_average_get_method (MarmotAverage *self);

/**
 * marmot_average_new_compute: (constructor)
 * @kind: which average
 * @figures: a row an area, with `count` and `denominator` for
 *   %MARMOT_AVERAGE_KIND_POOLED or `value` for %MARMOT_AVERAGE_KIND_MEAN_OF_AREAS,
 *   and a column `area` of codes where @area is given
 * @area: (nullable): the code of the area whose neighbours the others are, or %NULL
 *   if every row is to be in
 * @include_area: whether a row of @area is to be in too
 * @multiplier: what a pooled proportion or rate is multiplied by, such as 100
 * @error: return location for an error
 *
 * Averages the figures of areas. An area is left out, and counted, if a number of
 * it is null, infinite or not a number, its count is below zero, or its denominator
 * is not above zero. Fewer than two areas make no average.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one that holds no
 * numbers, or areas that are no texts, a %MARMOT_ERROR_TYPE, and a multiplier that
 * is not above zero a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the average, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAverage *marmot_average_new_compute (MarmotAverageKind kind,
                                           MarmotTable      *figures,
                                           const char       *area,
                                           gboolean          include_area,
                                           double            multiplier,
                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
