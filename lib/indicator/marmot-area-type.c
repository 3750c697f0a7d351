/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotAreaType
{
  GObject parent_instance;

  guint id;
  char *name;
  char *short_name;
  char *valid_from;
  char *valid_to;
};

G_DEFINE_FINAL_TYPE (MarmotAreaType, marmot_area_type, G_TYPE_OBJECT)

/**
 * MarmotAreaType:id: (getter get_id)
 *
 * Its number in Fingertips, or 0.
 *
 * Since: 1.0
 */

/**
 * MarmotAreaType:name: (getter get_name)
 *
 * Its name, with the version, such as "Counties and UAs (from Apr 2023)".
 *
 * Since: 1.0
 */

/**
 * MarmotAreaType:short-name: (getter get_short_name)
 *
 * Its name as files print it, such as "County & UA".
 *
 * Since: 1.0
 */

/**
 * MarmotAreaType:valid-from: (getter get_valid_from)
 *
 * The day from which it holds, as 2023-04-01, where it is known.
 *
 * Since: 1.0
 */

/**
 * MarmotAreaType:valid-to: (getter get_valid_to)
 *
 * The last day on which it holds, where it is known.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotAreaType, id), 0 },
  { "name", NULL, G_STRUCT_OFFSET (MarmotAreaType, name), 0 },
  { "short-name", NULL, G_STRUCT_OFFSET (MarmotAreaType, short_name), 0 },
  { "valid-from", NULL, G_STRUCT_OFFSET (MarmotAreaType, valid_from), 0 },
  { "valid-to", NULL, G_STRUCT_OFFSET (MarmotAreaType, valid_to), 0 },
};

static void
marmot_area_type_class_init (MarmotAreaTypeClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_area_type_init (MarmotAreaType *self)
{
}

MARMOT_RECORD_GETTER (MarmotAreaType, marmot_area_type, MARMOT_IS_AREA_TYPE, guint, id, 0)
MARMOT_RECORD_GETTER (MarmotAreaType, marmot_area_type, MARMOT_IS_AREA_TYPE, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotAreaType, marmot_area_type, MARMOT_IS_AREA_TYPE, const char *, short_name, NULL)
MARMOT_RECORD_GETTER (MarmotAreaType, marmot_area_type, MARMOT_IS_AREA_TYPE, const char *, valid_from, NULL)
MARMOT_RECORD_GETTER (MarmotAreaType, marmot_area_type, MARMOT_IS_AREA_TYPE, const char *, valid_to, NULL)
