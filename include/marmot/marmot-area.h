/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-area-type.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAreaKind:
 * @MARMOT_AREA_KIND_COUNCIL: a council, such as the one that a report is
 *   about
 * @MARMOT_AREA_KIND_NEIGHBOUR: a council that is like it: a statistical
 *   neighbour
 * @MARMOT_AREA_KIND_AVERAGE: the average of its neighbours
 * @MARMOT_AREA_KIND_REGION: the region that it is in
 * @MARMOT_AREA_KIND_COUNTRY: the country
 * @MARMOT_AREA_KIND_OTHER: anything else
 *
 * What an area is to the one that a report is about. Areas of the kinds
 * region, country and average are what others are compared with.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_AREA_KIND_COUNCIL,
  MARMOT_AREA_KIND_NEIGHBOUR,
  MARMOT_AREA_KIND_AVERAGE,
  MARMOT_AREA_KIND_REGION,
  MARMOT_AREA_KIND_COUNTRY,
  MARMOT_AREA_KIND_OTHER
} MarmotAreaKind;

/**
 * MarmotArea:
 *
 * A place, or a group of places, that figures are about.
 *
 * The neighbour rank is an order of likeness: 1 is the most alike. It says
 * nothing of the order of any figure.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_AREA (marmot_area_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotArea, marmot_area, MARMOT, AREA, GObject)

/**
 * marmot_area_get_id: (get-property id)
 * @self: an area
 *
 * Returns: (transfer none) (nullable): the short name by which a pack refers
 *   to it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_get_id (MarmotArea *self);

/**
 * marmot_area_get_name: (get-property name)
 * @self: an area
 *
 * Returns: (transfer none) (nullable): its name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_get_name (MarmotArea *self);

/**
 * marmot_area_get_kind: (get-property kind)
 * @self: an area
 *
 * Returns: what it is to the area that a report is about
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAreaKind marmot_area_get_kind (MarmotArea *self);

/**
 * marmot_area_get_area_type: (get-property area-type)
 * @self: an area
 *
 * Returns: (transfer none) (nullable): the kind of geography that it is of,
 *   or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAreaType *marmot_area_get_area_type (MarmotArea *self);

/**
 * marmot_area_get_code: (get-property code)
 * @self: an area
 *
 * Returns: (transfer none) (nullable): its code, such as E08000026, where it
 *   has one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_get_code (MarmotArea *self);

/**
 * marmot_area_get_neighbour_rank: (get-property neighbour-rank)
 * @self: an area
 *
 * Returns: how alike it is, from 1 for the most alike; 0 where it is not a
 *   neighbour
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_area_get_neighbour_rank (MarmotArea *self);

/**
 * marmot_area_get_neighbour_set: (get-property neighbour-set)
 * @self: an area
 *
 * Returns: (transfer none) (nullable): who says that it is a neighbour, such
 *   as CIPFA
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_area_get_neighbour_set (MarmotArea *self);

G_END_DECLS
