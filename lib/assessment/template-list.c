/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "template-list-private.h"

struct _TemplateList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TemplateList, template_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TEMPLATE_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return TEMPLATE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint place)
{
  GPtrArray *items = TEMPLATE_LIST (model)->items;

  return place < items->len ? g_object_ref (items->pdata[place]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
template_list_finalize (GObject *object)
{
  g_ptr_array_unref (TEMPLATE_LIST (object)->items);

  G_OBJECT_CLASS (template_list_parent_class)->finalize (object);
}

static void
template_list_class_init (TemplateListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = template_list_finalize;
}

static void
template_list_init (TemplateList *self)
{
  self->item_type = G_TYPE_OBJECT;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

TemplateList *
template_list_new (GType item_type)
{
  TemplateList *self = g_object_new (TEMPLATE_TYPE_LIST, NULL);

  self->item_type = item_type;
  return self;
}

void
template_list_add (TemplateList *self,
                   gpointer item)
{
  g_ptr_array_add (self->items, g_object_ref (item));
}
