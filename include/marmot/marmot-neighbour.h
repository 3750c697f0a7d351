/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-area.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotNeighbourSource:
 * @MARMOT_NEIGHBOUR_SOURCE_OTHER: somebody else, named by the set
 * @MARMOT_NEIGHBOUR_SOURCE_DFE_CHILDREN: the Department for Education:
 *   statistical neighbours in services for children
 * @MARMOT_NEIGHBOUR_SOURCE_CIPFA: the Chartered Institute of Public Finance
 *   and Accountancy: nearest neighbours
 * @MARMOT_NEIGHBOUR_SOURCE_NHS_PEERS: NHS England: peers of NHS areas
 *
 * Who says which areas are alike. Sets of different sources are different
 * sets, and are never mixed.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_NEIGHBOUR_SOURCE_OTHER,
  MARMOT_NEIGHBOUR_SOURCE_DFE_CHILDREN,
  MARMOT_NEIGHBOUR_SOURCE_CIPFA,
  MARMOT_NEIGHBOUR_SOURCE_NHS_PEERS
} MarmotNeighbourSource;

/**
 * MarmotNeighbour:
 *
 * An area that is like another, in the eyes of a source.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_NEIGHBOUR (marmot_neighbour_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotNeighbour, marmot_neighbour, MARMOT, NEIGHBOUR, GObject)

/**
 * marmot_neighbour_get_area: (get-property area)
 * @self: a neighbour
 *
 * Returns: (transfer none) (nullable): the area
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea *marmot_neighbour_get_area (MarmotNeighbour *self);

/**
 * marmot_neighbour_get_neighbour: (get-property neighbour)
 * @self: a neighbour
 *
 * Returns: (transfer none) (nullable): the area that is like it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea *marmot_neighbour_get_neighbour (MarmotNeighbour *self);

/**
 * marmot_neighbour_get_source: (get-property source)
 * @self: a neighbour
 *
 * Returns: who says so
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotNeighbourSource marmot_neighbour_get_source (MarmotNeighbour *self);

/**
 * marmot_neighbour_get_rank: (get-property rank)
 * @self: a neighbour
 *
 * Returns: how alike it is, from 1 for the most alike
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_neighbour_get_rank (MarmotNeighbour *self);

G_END_DECLS
