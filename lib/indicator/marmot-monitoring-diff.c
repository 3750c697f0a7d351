/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changed between two versions of a monitoring tool. Both are laid flat into
 * nodes with a path of short names, so that order is of no account; what is left
 * over on both sides under one name was moved.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "monitoring-private.h"

typedef struct
{
  const char *name; /* static */
  char *text;       /* nullable */
  gboolean is_secret;
} Field;

typedef struct
{
  char *path;
  char *key;        /* "measures/attainment-8": the same wherever it stands; NULL if it cannot move */
  const char *name; /* of the object */
  Field fields[8];
  guint n_fields;
} Node;

static void
node_free (Node *node)
{
  g_free (node->path);
  g_free (node->key);
  for (guint i = 0; i < node->n_fields; i++)
    g_free (node->fields[i].text);
  g_free (node);
}

static void
add_field (Node *node,
           const char *name,
           const char *text)
{
  g_assert (node->n_fields < G_N_ELEMENTS (node->fields));
  node->fields[node->n_fields++] = (Field){ name, g_strdup (text), FALSE };
}

static void
add_day (Node *node,
         const char *name,
         MarmotPeriod *day)
{
  g_autofree char *text = monitoring_print_day (day);

  add_field (node, name, text);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (const char *const *texts)
{
  g_autoptr (GPtrArray) sorted = NULL;

  if (!texts || !texts[0])
    return NULL;
  sorted = g_ptr_array_new ();
  for (gsize i = 0; texts[i]; i++)
    g_ptr_array_add (sorted, (gpointer) texts[i]);
  g_ptr_array_sort (sorted, compare_texts);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (", ", (char **) sorted->pdata);
}

static Node *
add_node (GHashTable *nodes,
          char *path,
          char *key,
          const char *name)
{
  Node *node = g_new0 (Node, 1);

  node->path = path;
  node->key = key;
  node->name = name;
  /* Documents have every path once; of objects made otherwise the last one counts. */
  g_hash_table_replace (nodes, node->path, node);
  return node;
}

static void
flatten_principle (GHashTable *nodes,
                   MarmotPrinciple *principle)
{
  const char *id = marmot_principle_get_id (principle) ? marmot_principle_get_id (principle) : "";
  GListModel *studies = G_LIST_MODEL (marmot_principle_get_case_studies (principle));
  g_autofree char *number = g_strdup_printf ("%u", marmot_principle_get_number (principle));
  Node *node = add_node (nodes, g_strdup_printf ("principles/%s", id), NULL, marmot_principle_get_name (principle));

  add_field (node, "number", number);
  add_field (node, "name", node->name);
  add_field (node, "source", marmot_principle_get_source (principle));

  for (guint kind = 0; kind < MONITORING_N_KINDS; kind++)
    {
      GListModel *items = marmot_principle_list (principle, (MarmotPrincipleItemKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);
          const char *item_id = marmot_principle_item_get_id (item) ? marmot_principle_item_get_id (item) : "";
          g_autofree char *indicators = join_sorted (marmot_principle_item_get_indicators (item));

          node = add_node (nodes, g_strdup_printf ("principles/%s/%s/%s", id, monitoring_sections[kind], item_id),
                           g_strdup_printf ("%s/%s", monitoring_sections[kind], item_id),
                           marmot_principle_item_get_name (item));
          add_field (node, "name", node->name);
          add_field (node, "indicators", indicators);
          add_field (node, "uri", marmot_principle_item_get_uri (item));
          add_field (node, "note", marmot_principle_item_get_note (item));
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++)
    {
      g_autoptr (MarmotCaseStudy) study = g_list_model_get_item (studies, i);
      const char *study_id = marmot_case_study_get_id (study) ? marmot_case_study_get_id (study) : "";

      node = add_node (nodes, g_strdup_printf ("principles/%s/case_studies/%s", id, study_id),
                       g_strdup_printf ("case_studies/%s", study_id), marmot_case_study_get_title (study));
      add_field (node, "title", node->name);
      add_field (node, "organisation", marmot_case_study_get_organisation (study));
      add_field (node, "consent", monitoring_consent_nick (marmot_case_study_get_consent (study)));
      add_day (node, "review_date", marmot_case_study_get_review_date (study));
      add_field (node, "source", marmot_case_study_get_source (study));
      add_field (node, "note", marmot_case_study_get_note (study));
      add_field (node, "text", marmot_case_study_get_text (study));
      node->fields[node->n_fields - 1].is_secret = TRUE;
    }
}

/* The nodes by their path. Names are borrowed from the tool. */
static GHashTable *
flatten (MarmotMonitoringTool *tool)
{
  GHashTable *nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) node_free);
  GListModel *principles = G_LIST_MODEL (marmot_monitoring_tool_get_principles (tool));
  Node *node = add_node (nodes, g_strdup ("tool"), NULL, marmot_monitoring_tool_get_title (tool));

  add_field (node, "title", node->name);
  add_field (node, "organisation", marmot_monitoring_tool_get_organisation (tool));
  add_field (node, "version", marmot_monitoring_tool_get_version (tool));
  add_day (node, "date", marmot_monitoring_tool_get_date (tool));
  add_field (node, "source", marmot_monitoring_tool_get_source (tool));

  for (guint i = 0; i < g_list_model_get_n_items (principles); i++)
    {
      g_autoptr (MarmotPrinciple) principle = g_list_model_get_item (principles, i);

      flatten_principle (nodes, principle);
    }
  return nodes;
}

/* One row of the answer; all is borrowed from the nodes. */
typedef struct
{
  const char *cells[6]; /* change, path, to, field, before, after */
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a;
  const Row *y = b;
  int order = strcmp (x->cells[1], y->cells[1]);

  if (order == 0)
    order = strcmp (x->cells[0], y->cells[0]);
  return order ? order : g_strcmp0 (x->cells[3], y->cells[3]);
}

static void
compare_nodes (GArray *rows,
               const Node *before,
               const Node *after)
{
  for (guint i = 0; i < before->n_fields; i++)
    {
      const Field *old = &before->fields[i];
      const Field *new = &after->fields[i];

      if (g_strcmp0 (old->text, new->text) != 0)
        {
          Row row = { { "changed", after->path, NULL, old->name, old->is_secret ? NULL : old->text,
                        new->is_secret ? NULL : new->text } };

          g_array_append_val (rows, row);
        }
    }
}

/* The nodes that stand at paths which the other side does not have, by their key;
 * a key that occurs twice stands for NULL. */
static GHashTable *
left_over (GHashTable *nodes,
           GHashTable *others)
{
  GHashTable *by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  Node *node;

  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    if (node->key && !g_hash_table_contains (others, node->path))
      g_hash_table_insert (by_key, node->key, g_hash_table_contains (by_key, node->key) ? NULL : node);
  return by_key;
}

static GArray *
make_rows (GHashTable *old_nodes,
           GHashTable *new_nodes)
{
  g_autoptr (GHashTable) gone = left_over (old_nodes, new_nodes);
  g_autoptr (GHashTable) come = left_over (new_nodes, old_nodes);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GHashTableIter iter;
  Node *node;

  g_hash_table_iter_init (&iter, old_nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      const Node *same = g_hash_table_lookup (new_nodes, node->path);
      const Node *there = NULL;

      if (same)
        {
          compare_nodes (rows, node, same);
          continue;
        }
      if (node->key && g_hash_table_lookup (gone, node->key))
        there = g_hash_table_lookup (come, node->key);
      if (there)
        {
          Row row = { { "moved", node->path, there->path, NULL, node->name, there->name } };

          g_array_append_val (rows, row);
          compare_nodes (rows, node, there);
        }
      else
        {
          Row row = { { "removed", node->path, NULL, NULL, node->name, NULL } };

          g_array_append_val (rows, row);
        }
    }

  g_hash_table_iter_init (&iter, new_nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      Row row = { { "added", node->path, NULL, NULL, NULL, node->name } };

      if (g_hash_table_contains (old_nodes, node->path))
        continue;
      if (node->key && g_hash_table_lookup (come, node->key) && g_hash_table_lookup (gone, node->key))
        continue;
      g_array_append_val (rows, row);
    }

  g_array_sort (rows, compare_rows);
  return rows;
}

MarmotTable *
marmot_monitoring_tool_diff (MarmotMonitoringTool *self,
                             MarmotMonitoringTool *newer)
{
  static const char *const names[] = { "change", "path", "to", "field", "before", "after", NULL };
  g_autoptr (GHashTable) old_nodes = NULL;
  g_autoptr (GHashTable) new_nodes = NULL;
  g_autoptr (GArray) rows = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (self), NULL);
  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (newer), NULL);

  old_nodes = flatten (self);
  new_nodes = flatten (newer);
  rows = make_rows (old_nodes, new_nodes);
  table = monitoring_table_new (names);
  for (guint i = 0; i < rows->len; i++)
    monitoring_table_add (table, g_array_index (rows, Row, i).cells);
  return monitoring_table_finish (table);
}

static void
append_quoted (GString *out,
               const char *text)
{
  if (text)
    g_string_append_printf (out, "\"%s\"", text);
  else
    g_string_append (out, "nothing");
}

static void
append_row (GString *out,
            const Row *row)
{
  const char *field = row->cells[3];

  g_string_append_printf (out, "  %s", row->cells[1]);
  if (row->cells[2])
    g_string_append_printf (out, " to %s", row->cells[2]);
  if (!field)
    {
      const char *name = row->cells[5] ? row->cells[5] : row->cells[4];

      g_string_append_printf (out, ": %s\n", name ? name : "without a name");
    }
  else if (g_str_equal (field, "text"))
    {
      g_string_append (out, ": the text is another, or is there on one side only; it is not shown\n");
    }
  else
    {
      g_string_append_printf (out, ": %s was ", field);
      append_quoted (out, row->cells[4]);
      g_string_append (out, ", is ");
      append_quoted (out, row->cells[5]);
      g_string_append_c (out, '\n');
    }
}

static void
append_version (GString *out,
                MarmotMonitoringTool *tool)
{
  const char *version = marmot_monitoring_tool_get_version (tool);

  g_string_append (out, version ? version : "a version without a label");
}

char *
marmot_monitoring_tool_diff_to_text (MarmotMonitoringTool *self,
                                     MarmotMonitoringTool *newer)
{
  static const char *const changes[] = { "added", "removed", "moved", "changed" };
  static const char *const titles[] = { "Added", "Removed", "Moved", "Changed" };
  g_autoptr (GHashTable) old_nodes = NULL;
  g_autoptr (GHashTable) new_nodes = NULL;
  g_autoptr (GArray) rows = NULL;
  GString *out;

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (self), NULL);
  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (newer), NULL);

  old_nodes = flatten (self);
  new_nodes = flatten (newer);
  rows = make_rows (old_nodes, new_nodes);

  out = g_string_new ("From ");
  append_version (out, self);
  g_string_append (out, " to ");
  append_version (out, newer);
  g_string_append_c (out, '\n');
  if (rows->len == 0)
    g_string_append (out, "\nNothing changed.\n");

  for (guint c = 0; c < G_N_ELEMENTS (changes); c++)
    {
      guint n = 0;

      for (guint i = 0; i < rows->len; i++)
        n += g_str_equal (g_array_index (rows, Row, i).cells[0], changes[c]);
      if (n == 0)
        continue;
      g_string_append_printf (out, "\n%s: %u\n", titles[c], n);
      for (guint i = 0; i < rows->len; i++)
        if (g_str_equal (g_array_index (rows, Row, i).cells[0], changes[c]))
          append_row (out, &g_array_index (rows, Row, i));
    }
  return g_string_free (out, FALSE);
}
