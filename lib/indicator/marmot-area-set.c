/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

/* What is known of one area of the set. The lists may be NULL. */
typedef struct
{
  GListStore *parents;
  GListStore *children;
  GPtrArray *neighbours; /* MarmotNeighbour */
} Ties;

struct _MarmotAreaSet
{
  GObject parent_instance;

  GPtrArray *areas;
  GHashTable *by_code; /* code -> GPtrArray of MarmotArea */
  GHashTable *ties;    /* MarmotArea -> Ties */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotAreaSet, marmot_area_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
marmot_area_set_get_item_type (GListModel *model)
{
  return MARMOT_TYPE_AREA;
}

static guint
marmot_area_set_get_n_items (GListModel *model)
{
  return MARMOT_AREA_SET (model)->areas->len;
}

static gpointer
marmot_area_set_get_item (GListModel *model,
                          guint position)
{
  MarmotAreaSet *self = MARMOT_AREA_SET (model);

  return position < self->areas->len ? g_object_ref (self->areas->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = marmot_area_set_get_item_type;
  iface->get_n_items = marmot_area_set_get_n_items;
  iface->get_item = marmot_area_set_get_item;
}

static void
ties_free (gpointer data)
{
  Ties *ties = data;

  g_clear_object (&ties->parents);
  g_clear_object (&ties->children);
  g_clear_pointer (&ties->neighbours, g_ptr_array_unref);
  g_free (ties);
}

static void
marmot_area_set_finalize (GObject *object)
{
  MarmotAreaSet *self = MARMOT_AREA_SET (object);

  g_hash_table_unref (self->ties);
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->areas);

  G_OBJECT_CLASS (marmot_area_set_parent_class)->finalize (object);
}

static void
marmot_area_set_class_init (MarmotAreaSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_area_set_finalize;
}

static void
marmot_area_set_init (MarmotAreaSet *self)
{
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->ties = g_hash_table_new_full (NULL, NULL, NULL, ties_free);
}

MarmotAreaSet *
marmot_area_set_new (void)
{
  return g_object_new (MARMOT_TYPE_AREA_SET, NULL);
}

MarmotArea *
marmot_area_set_lookup (MarmotAreaSet *self,
                        const char *code,
                        MarmotAreaType *type)
{
  GPtrArray *same_code;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (type == NULL || MARMOT_IS_AREA_TYPE (type), NULL);

  same_code = g_hash_table_lookup (self->by_code, code);
  for (guint i = 0; same_code && i < same_code->len; i++)
    if (!type || marmot_area_get_area_type (same_code->pdata[i]) == type)
      return same_code->pdata[i];
  return NULL;
}

gboolean
marmot_area_set_add (MarmotAreaSet *self,
                     MarmotArea *area,
                     GError **error)
{
  const char *code;
  GPtrArray *same_code;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_AREA (area), FALSE);

  code = marmot_area_get_code (area);
  if (!code || *code == '\0')
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The area has no code: areas of a set are known by their codes");
      return FALSE;
    }

  same_code = g_hash_table_lookup (self->by_code, code);
  for (guint i = 0; same_code && i < same_code->len; i++)
    if (marmot_area_get_area_type (same_code->pdata[i]) == marmot_area_get_area_type (area))
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "The set has an area with the code %s and the same type: give them types that tell them apart",
                     code);
        return FALSE;
      }

  if (!same_code)
    {
      same_code = g_ptr_array_new ();
      g_hash_table_insert (self->by_code, g_strdup (code), same_code);
    }
  g_ptr_array_add (same_code, area);
  g_ptr_array_add (self->areas, g_object_ref (area));
  g_hash_table_insert (self->ties, area, g_new0 (Ties, 1));
  g_list_model_items_changed (G_LIST_MODEL (self), self->areas->len - 1, 0, 1);
  return TRUE;
}

static Ties *
find_ties (MarmotAreaSet *self,
           MarmotArea *area,
           GError **error)
{
  Ties *ties = g_hash_table_lookup (self->ties, area);

  if (!ties)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "The area %s is not in the set: add it first",
                 marmot_area_get_code (area) ? marmot_area_get_code (area) : "without a code");
  return ties;
}

static gboolean
list_has (GListStore *list,
          gpointer item)
{
  return list && g_list_store_find (list, item, NULL);
}

/* Whether an area is another, or a part of it through any number of steps. */
static gboolean
is_within (MarmotAreaSet *self,
           MarmotArea *area,
           MarmotArea *other)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, area);
  while (open->len > 0)
    {
      MarmotArea *next = g_ptr_array_steal_index_fast (open, open->len - 1);
      Ties *ties = g_hash_table_lookup (self->ties, next);
      guint n = ties->parents ? g_list_model_get_n_items (G_LIST_MODEL (ties->parents)) : 0;

      if (next == other)
        return TRUE;
      if (!g_hash_table_add (seen, next))
        continue;
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (MarmotArea) parent = g_list_model_get_item (G_LIST_MODEL (ties->parents), i);

          g_ptr_array_add (open, parent); /* the set holds it */
        }
    }

  return FALSE;
}

gboolean
marmot_area_set_add_parent (MarmotAreaSet *self,
                            MarmotArea *area,
                            MarmotArea *parent,
                            GError **error)
{
  Ties *child_ties, *parent_ties;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_AREA (area), FALSE);
  g_return_val_if_fail (MARMOT_IS_AREA (parent), FALSE);

  child_ties = find_ties (self, area, error);
  if (!child_ties)
    return FALSE;
  parent_ties = find_ties (self, parent, error);
  if (!parent_ties)
    return FALSE;
  if (list_has (child_ties->parents, parent))
    return TRUE;
  if (is_within (self, parent, area))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "%s would become a part of itself", marmot_area_get_code (area));
      return FALSE;
    }

  if (!child_ties->parents)
    child_ties->parents = g_list_store_new (MARMOT_TYPE_AREA);
  if (!parent_ties->children)
    parent_ties->children = g_list_store_new (MARMOT_TYPE_AREA);
  g_list_store_append (child_ties->parents, parent);
  g_list_store_append (parent_ties->children, area);
  return TRUE;
}

gboolean
marmot_area_set_add_neighbour (MarmotAreaSet *self,
                               MarmotArea *area,
                               MarmotArea *neighbour,
                               MarmotNeighbourSource source,
                               guint rank,
                               GError **error)
{
  Ties *ties;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_AREA (area), FALSE);
  g_return_val_if_fail (MARMOT_IS_AREA (neighbour), FALSE);

  ties = find_ties (self, area, error);
  if (!ties || !find_ties (self, neighbour, error))
    return FALSE;
  if (area == neighbour || rank == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           rank == 0 ? "Neighbours are ranked from 1" : "An area is not a neighbour of itself");
      return FALSE;
    }

  for (guint i = 0; ties->neighbours && i < ties->neighbours->len; i++)
    {
      MarmotNeighbour *other = ties->neighbours->pdata[i];

      if (marmot_neighbour_get_source (other) != source)
        continue;
      if (marmot_neighbour_get_neighbour (other) == neighbour || marmot_neighbour_get_rank (other) == rank)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "The source has given this neighbour of %s, or this rank, already",
                       marmot_area_get_code (area));
          return FALSE;
        }
    }

  if (!ties->neighbours)
    ties->neighbours = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (ties->neighbours, g_object_new (MARMOT_TYPE_NEIGHBOUR, "area", area, "neighbour", neighbour,
                                                   "source", source, "rank", rank, NULL));
  return TRUE;
}

GListModel *
marmot_area_set_lookup_all (MarmotAreaSet *self,
                            const char *code)
{
  GListStore *found;
  GPtrArray *same_code;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  found = g_list_store_new (MARMOT_TYPE_AREA);
  same_code = g_hash_table_lookup (self->by_code, code);
  if (same_code)
    g_list_store_splice (found, 0, 0, same_code->pdata, same_code->len);
  return G_LIST_MODEL (found);
}

/* A list of its own, so that the set stays what it is. */
static GListModel *
copy_list (GListStore *list)
{
  GListStore *copy = g_list_store_new (MARMOT_TYPE_AREA);
  guint n = list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotArea) area = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_list_store_append (copy, area);
    }

  return G_LIST_MODEL (copy);
}

GListModel *
marmot_area_set_get_parents_of (MarmotAreaSet *self,
                                MarmotArea *area)
{
  Ties *ties;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), NULL);
  g_return_val_if_fail (MARMOT_IS_AREA (area), NULL);

  ties = g_hash_table_lookup (self->ties, area);
  return copy_list (ties ? ties->parents : NULL);
}

GListModel *
marmot_area_set_get_children_of (MarmotAreaSet *self,
                                 MarmotArea *area)
{
  Ties *ties;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), NULL);
  g_return_val_if_fail (MARMOT_IS_AREA (area), NULL);

  ties = g_hash_table_lookup (self->ties, area);
  return copy_list (ties ? ties->children : NULL);
}

static int
compare_rank (gconstpointer a,
              gconstpointer b,
              gpointer user_data)
{
  guint x = marmot_neighbour_get_rank ((MarmotNeighbour *) a);
  guint y = marmot_neighbour_get_rank ((MarmotNeighbour *) b);

  return (x > y) - (x < y);
}

GListModel *
marmot_area_set_get_neighbours_of (MarmotAreaSet *self,
                                   MarmotArea *area,
                                   MarmotNeighbourSource source)
{
  GListStore *found;
  Ties *ties;

  g_return_val_if_fail (MARMOT_IS_AREA_SET (self), NULL);
  g_return_val_if_fail (MARMOT_IS_AREA (area), NULL);

  found = g_list_store_new (MARMOT_TYPE_NEIGHBOUR);
  ties = g_hash_table_lookup (self->ties, area);
  for (guint i = 0; ties && ties->neighbours && i < ties->neighbours->len; i++)
    if (marmot_neighbour_get_source (ties->neighbours->pdata[i]) == source)
      g_list_store_append (found, ties->neighbours->pdata[i]);
  g_list_store_sort (found, compare_rank, NULL);
  return G_LIST_MODEL (found);
}

MarmotPseudoArea
marmot_pseudo_area_parse (const char *code,
                          guint *id,
                          char **rest)
{
  static const struct
  {
    const char *prefix;
    MarmotPseudoArea kind;
  } kinds[] = {
    { "nn-", MARMOT_PSEUDO_AREA_NEIGHBOURS },
    { "cat-", MARMOT_PSEUDO_AREA_CATEGORY },
    { "al-", MARMOT_PSEUDO_AREA_LIST },
  };

  g_return_val_if_fail (code != NULL, MARMOT_PSEUDO_AREA_NONE);

  if (id)
    *id = 0;
  if (rest)
    *rest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *tail = code + strlen (kinds[i].prefix);
      const char *dash;
      g_autofree char *digits = NULL;
      guint64 number = 0;

      if (!g_str_has_prefix (code, kinds[i].prefix) || *tail == '\0')
        continue;
      if (kinds[i].kind != MARMOT_PSEUDO_AREA_LIST)
        {
          dash = strchr (tail, '-');
          if (!dash || dash[1] == '\0')
            continue;
          digits = g_strndup (tail, (gsize) (dash - tail));
          if (!g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT, &number, NULL))
            continue;
          tail = dash + 1;
        }
      if (id)
        *id = (guint) number;
      if (rest)
        *rest = g_strdup (tail);
      return kinds[i].kind;
    }

  return MARMOT_PSEUDO_AREA_NONE;
}
