/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotArea
{
  GObject parent_instance;

  char *id;
  char *name;
  MarmotAreaKind kind;
  MarmotAreaType *area_type;
  char *code;
  guint neighbour_rank;
  char *neighbour_set;
};

G_DEFINE_FINAL_TYPE (MarmotArea, marmot_area, G_TYPE_OBJECT)

/**
 * MarmotArea:id: (getter get_id)
 *
 * The short name by which a pack refers to it.
 *
 * Since: 1.0
 */

/**
 * MarmotArea:name: (getter get_name)
 *
 * Its name.
 *
 * Since: 1.0
 */

/**
 * MarmotArea:kind: (getter get_kind)
 *
 * What it is to the area that a report is about.
 *
 * Since: 1.0
 */

/**
 * MarmotArea:area-type: (getter get_area_type)
 *
 * The kind of geography that it is of, or %NULL.
 *
 * Since: 1.0
 */

/**
 * MarmotArea:code: (getter get_code)
 *
 * Its code, such as E08000026, where it has one.
 *
 * Since: 1.0
 */

/**
 * MarmotArea:neighbour-rank: (getter get_neighbour_rank)
 *
 * How alike it is, from 1 for the most alike; 0 where it is not a neighbour.
 *
 * Since: 1.0
 */

/**
 * MarmotArea:neighbour-set: (getter get_neighbour_set)
 *
 * Who says that it is a neighbour, such as CIPFA.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotArea, id), 0 },
  { "name", NULL, G_STRUCT_OFFSET (MarmotArea, name), 0 },
  { "kind", marmot_area_kind_get_type, G_STRUCT_OFFSET (MarmotArea, kind), 0 },
  { "area-type", marmot_area_type_get_type, G_STRUCT_OFFSET (MarmotArea, area_type), 0 },
  { "code", NULL, G_STRUCT_OFFSET (MarmotArea, code), 0 },
  { "neighbour-rank", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotArea, neighbour_rank), 0 },
  { "neighbour-set", NULL, G_STRUCT_OFFSET (MarmotArea, neighbour_set), 0 },
};

static void
marmot_area_class_init (MarmotAreaClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_area_init (MarmotArea *self)
{
}

MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, MarmotAreaKind, kind, (MarmotAreaKind) 0)
MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, MarmotAreaType *, area_type, NULL)
MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, const char *, code, NULL)
MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, guint, neighbour_rank, 0)
MARMOT_RECORD_GETTER (MarmotArea, marmot_area, MARMOT_IS_AREA, const char *, neighbour_set, NULL)
