/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotNeighbour
{
  GObject parent_instance;

  MarmotArea *area;
  MarmotArea *neighbour;
  MarmotNeighbourSource source;
  guint rank;
};

G_DEFINE_FINAL_TYPE (MarmotNeighbour, marmot_neighbour, G_TYPE_OBJECT)

/**
 * MarmotNeighbour:area: (getter get_area)
 *
 * The area.
 *
 * Since: 1.0
 */

/**
 * MarmotNeighbour:neighbour: (getter get_neighbour)
 *
 * The area that is like it.
 *
 * Since: 1.0
 */

/**
 * MarmotNeighbour:source: (getter get_source)
 *
 * Who says so.
 *
 * Since: 1.0
 */

/**
 * MarmotNeighbour:rank: (getter get_rank)
 *
 * How alike it is, from 1 for the most alike.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "area", marmot_area_get_type, G_STRUCT_OFFSET (MarmotNeighbour, area), 0 },
  { "neighbour", marmot_area_get_type, G_STRUCT_OFFSET (MarmotNeighbour, neighbour), 0 },
  { "source", marmot_neighbour_source_get_type, G_STRUCT_OFFSET (MarmotNeighbour, source), 0 },
  { "rank", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotNeighbour, rank), 0 },
};

static void
marmot_neighbour_class_init (MarmotNeighbourClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_neighbour_init (MarmotNeighbour *self)
{
}

MARMOT_RECORD_GETTER (MarmotNeighbour, marmot_neighbour, MARMOT_IS_NEIGHBOUR, MarmotArea *, area, NULL)
MARMOT_RECORD_GETTER (MarmotNeighbour, marmot_neighbour, MARMOT_IS_NEIGHBOUR, MarmotArea *, neighbour, NULL)
MARMOT_RECORD_GETTER (MarmotNeighbour, marmot_neighbour, MARMOT_IS_NEIGHBOUR, MarmotNeighbourSource, source, (MarmotNeighbourSource) 0)
MARMOT_RECORD_GETTER (MarmotNeighbour, marmot_neighbour, MARMOT_IS_NEIGHBOUR, guint, rank, 0)
