/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotPrincipleItem
{
  GObject parent_instance;

  MarmotPrincipleItemKind kind;
  char *id;
  char *name;
  char *note;
  char *uri;
  GStrv indicators;
};

G_DEFINE_FINAL_TYPE (MarmotPrincipleItem, marmot_principle_item, G_TYPE_OBJECT)

/**
 * MarmotPrincipleItem:kind: (getter get_kind)
 *
 * What it is.
 *
 * Since: 1.0
 */

/**
 * MarmotPrincipleItem:id: (getter get_id)
 *
 * Its short name, such as "attainment-8". The same thing has the same short name
 * under every principle.
 *
 * Since: 1.0
 */

/**
 * MarmotPrincipleItem:name: (getter get_name)
 *
 * Its name or wording.
 *
 * Since: 1.0
 */

/**
 * MarmotPrincipleItem:note: (getter get_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotPrincipleItem:uri: (getter get_uri)
 *
 * Where more stands about it: a page of http or https.
 *
 * Since: 1.0
 */

/**
 * MarmotPrincipleItem:indicators: (getter get_indicators)
 *
 * The short names of the indicators behind an indicator or a measure.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "kind", marmot_principle_item_kind_get_type, G_STRUCT_OFFSET (MarmotPrincipleItem, kind),
    MARMOT_PRINCIPLE_ITEM_KIND_PRIORITY },
  { "id", NULL, G_STRUCT_OFFSET (MarmotPrincipleItem, id), 0 },
  { "name", NULL, G_STRUCT_OFFSET (MarmotPrincipleItem, name), 0 },
  { "note", NULL, G_STRUCT_OFFSET (MarmotPrincipleItem, note), 0 },
  { "uri", NULL, G_STRUCT_OFFSET (MarmotPrincipleItem, uri), 0 },
  { "indicators", g_strv_get_type, G_STRUCT_OFFSET (MarmotPrincipleItem, indicators), 0 },
};

static void
marmot_principle_item_class_init (MarmotPrincipleItemClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_principle_item_init (MarmotPrincipleItem *self)
{
}

MARMOT_RECORD_GETTER (MarmotPrincipleItem, marmot_principle_item, MARMOT_IS_PRINCIPLE_ITEM,
                      MarmotPrincipleItemKind, kind, MARMOT_PRINCIPLE_ITEM_KIND_PRIORITY)
MARMOT_RECORD_GETTER (MarmotPrincipleItem, marmot_principle_item, MARMOT_IS_PRINCIPLE_ITEM, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotPrincipleItem, marmot_principle_item, MARMOT_IS_PRINCIPLE_ITEM, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotPrincipleItem, marmot_principle_item, MARMOT_IS_PRINCIPLE_ITEM, const char *, note, NULL)
MARMOT_RECORD_GETTER (MarmotPrincipleItem, marmot_principle_item, MARMOT_IS_PRINCIPLE_ITEM, const char *, uri, NULL)

const char * const *
marmot_principle_item_get_indicators (MarmotPrincipleItem *self)
{
  g_return_val_if_fail (MARMOT_IS_PRINCIPLE_ITEM (self), NULL);

  return (const char * const *) self->indicators;
}
