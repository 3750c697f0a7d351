/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAreaType:
 *
 * A kind of geography, in one of its versions: councils change, and "County &
 * UA" of April 2021 is not that of April 2023. One code, such as E08000026,
 * may stand in several types.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_AREA_TYPE (marmot_area_type_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAreaType, marmot_area_type, MARMOT, AREA_TYPE, GObject)

/**
 * marmot_area_type_get_id: (get-property id)
 * @self: an area type
 *
 * Returns: its number in Fingertips, or 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_area_type_get_id (MarmotAreaType *self);

/**
 * marmot_area_type_get_name: (get-property name)
 * @self: an area type
 *
 * Returns: (transfer none) (nullable): its name, with the version, such as
 *   "Counties and UAs (from Apr 2023)"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_type_get_name (MarmotAreaType *self);

/**
 * marmot_area_type_get_short_name: (get-property short-name)
 * @self: an area type
 *
 * Returns: (transfer none) (nullable): its name as files print it, such as
 *   "County & UA"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_type_get_short_name (MarmotAreaType *self);

/**
 * marmot_area_type_get_valid_from: (get-property valid-from)
 * @self: an area type
 *
 * Returns: (transfer none) (nullable): the day from which it holds, as
 *   2023-04-01, where it is known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_type_get_valid_from (MarmotAreaType *self);

/**
 * marmot_area_type_get_valid_to: (get-property valid-to)
 * @self: an area type
 *
 * Returns: (transfer none) (nullable): the last day on which it holds, where
 *   it is known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_type_get_valid_to (MarmotAreaType *self);

G_END_DECLS
