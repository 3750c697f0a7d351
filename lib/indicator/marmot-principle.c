/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"
#include "monitoring-private.h"

struct _MarmotPrinciple
{
  GObject parent_instance;

  char *id;
  guint number;
  char *name;
  char *source;
  GListStore *items;
  GListStore *case_studies;
  GListStore *lists[MONITORING_N_KINDS]; /* the items of each kind */
};

G_DEFINE_FINAL_TYPE (MarmotPrinciple, marmot_principle, G_TYPE_OBJECT)

/**
 * MarmotPrinciple:id: (getter get_id)
 *
 * Its short name, such as "best-start".
 *
 * Since: 1.0
 */

/**
 * MarmotPrinciple:number: (getter get_number)
 *
 * Its number, from 1 to 8.
 *
 * Since: 1.0
 */

/**
 * MarmotPrinciple:name: (getter get_name)
 *
 * Its wording.
 *
 * Since: 1.0
 */

/**
 * MarmotPrinciple:source: (getter get_source)
 *
 * Where what stands under it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotPrinciple:items: (getter get_items)
 *
 * All that stands under it, as [class@Marmot.PrincipleItem] objects. The principle
 * copies the list that it is made from.
 *
 * Since: 1.0
 */

/**
 * MarmotPrinciple:case-studies: (getter get_case_studies)
 *
 * Its [class@Marmot.CaseStudy] objects. The principle copies the list that it is
 * made from.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotPrinciple, id), 0 },
  { "number", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotPrinciple, number), 0 },
  { "name", NULL, G_STRUCT_OFFSET (MarmotPrinciple, name), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotPrinciple, source), 0 },
  { "items", g_list_store_get_type, G_STRUCT_OFFSET (MarmotPrinciple, items), 0 },
  { "case-studies", g_list_store_get_type, G_STRUCT_OFFSET (MarmotPrinciple, case_studies), 0 },
};

void
monitoring_own_list (GListStore **list,
                     GType type)
{
  g_autoptr (GListStore) given = *list;
  guint n = given ? g_list_model_get_n_items (G_LIST_MODEL (given)) : 0;

  *list = g_list_store_new (type);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (given), i);

      if (g_type_is_a (G_OBJECT_TYPE (item), type))
        g_list_store_append (*list, item);
      else
        g_critical ("a list of %s holds a %s, which is left out", g_type_name (type), G_OBJECT_TYPE_NAME (item));
    }
}

static void
marmot_principle_constructed (GObject *object)
{
  MarmotPrinciple *self = MARMOT_PRINCIPLE (object);

  G_OBJECT_CLASS (marmot_principle_parent_class)->constructed (object);

  monitoring_own_list (&self->items, MARMOT_TYPE_PRINCIPLE_ITEM);
  monitoring_own_list (&self->case_studies, MARMOT_TYPE_CASE_STUDY);

  for (guint kind = 0; kind < MONITORING_N_KINDS; kind++)
    self->lists[kind] = g_list_store_new (MARMOT_TYPE_PRINCIPLE_ITEM);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_list_store_append (self->lists[marmot_principle_item_get_kind (item)], item);
    }
}

static void
marmot_principle_dispose (GObject *object)
{
  MarmotPrinciple *self = MARMOT_PRINCIPLE (object);

  for (guint kind = 0; kind < MONITORING_N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);

  G_OBJECT_CLASS (marmot_principle_parent_class)->dispose (object);
}

static void
marmot_principle_class_init (MarmotPrincipleClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  G_OBJECT_CLASS (klass)->constructed = marmot_principle_constructed;
  G_OBJECT_CLASS (klass)->dispose = marmot_principle_dispose;
}

static void
marmot_principle_init (MarmotPrinciple *self)
{
}

GListModel *
marmot_principle_list (MarmotPrinciple *self,
                       MarmotPrincipleItemKind kind)
{
  g_return_val_if_fail (MARMOT_IS_PRINCIPLE (self), NULL);
  g_return_val_if_fail ((guint) kind < MONITORING_N_KINDS, NULL);

  return G_LIST_MODEL (self->lists[kind]);
}

MARMOT_RECORD_GETTER (MarmotPrinciple, marmot_principle, MARMOT_IS_PRINCIPLE, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotPrinciple, marmot_principle, MARMOT_IS_PRINCIPLE, guint, number, 0)
MARMOT_RECORD_GETTER (MarmotPrinciple, marmot_principle, MARMOT_IS_PRINCIPLE, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotPrinciple, marmot_principle, MARMOT_IS_PRINCIPLE, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotPrinciple, marmot_principle, MARMOT_IS_PRINCIPLE, GListStore *, items, NULL)
MARMOT_RECORD_GETTER (MarmotPrinciple, marmot_principle, MARMOT_IS_PRINCIPLE, GListStore *, case_studies, NULL)
