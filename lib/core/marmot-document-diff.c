/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changed from one version of a document to the next. Entries of a list are told
 * apart by their short names, or by the first of their fields that is set where they have
 * none; their order is of no account.
 */
#include <string.h>

#include "marmot-column-builder-private.h"
#include "marmot-document-text-private.h"

enum
{
  CHANGE,
  PATH,
  FIELD,
  BEFORE,
  AFTER,
  N_COLUMNS
};

static const char *const column_names[] = { "change", "path", "field", "before", "after", NULL };

typedef struct
{
  MarmotColumnBuilder *columns[N_COLUMNS];
} Rows;

static void
add_row (Rows *rows,
         const char *change,
         const char *path,
         const char *field,
         const char *before,
         const char *after)
{
  const char *const cells[N_COLUMNS] = { change, path, field, before, after };

  for (guint i = 0; i < N_COLUMNS; i++)
    if (cells[i])
      marmot_column_builder_append_text (rows->columns[i], cells[i], strlen (cells[i]));
    else
      marmot_column_builder_append_null (rows->columns[i]);
}

/* What an entry is called in a list. */
static char *
make_key (gpointer item)
{
  const MarmotDocumentClass *info = marmot_document_get_class (item);
  const char *id = marmot_document_get_id (item);

  if (id)
    return g_strdup (id);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind != MARMOT_DOCUMENT_LIST && info->fields[i].kind != MARMOT_DOCUMENT_MEMBER
        && info->fields[i].kind != MARMOT_DOCUMENT_STATE)
      {
        char *text = marmot_document_print_field (item, &info->fields[i]);

        if (text)
          return text;
      }
  return g_strdup ("-");
}

/* What an entry says: its first text. */
static char *
make_label (gpointer item)
{
  const MarmotDocumentClass *info = marmot_document_get_class (item);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == MARMOT_DOCUMENT_TEXT)
      {
        const char *text = G_STRUCT_MEMBER (char *, item, info->fields[i].offset);

        if (text)
          return g_strdup (text);
      }
  return make_key (item);
}

/* The keys of a list, each once: the second "a" is "a#2". */
static char **
make_keys (GListModel *items)
{
  const guint n = g_list_model_get_n_items (items);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char **keys = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      g_autofree char *key = make_key (item);
      const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

      keys[i] = count > 1 ? g_strdup_printf ("%s#%u", key, count) : g_strdup (key);
      g_hash_table_insert (counts, g_steal_pointer (&key), GUINT_TO_POINTER (count));
    }
  return keys;
}

static void
compare_documents (Rows *rows,
                   gpointer before,
                   gpointer after,
                   const char *path);

static void
compare_lists (Rows *rows,
               GListModel *before,
               GListModel *after,
               const char *path,
               const char *key)
{
  g_auto (GStrv) old_keys = make_keys (before);
  g_auto (GStrv) new_keys = make_keys (after);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean *met = g_new0 (gboolean, g_list_model_get_n_items (after) + 1);

  for (guint i = 0; new_keys[i]; i++)
    g_hash_table_insert (places, new_keys[i], GUINT_TO_POINTER (i + 1));

  for (guint i = 0; old_keys[i]; i++)
    {
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, old_keys[i]));
      g_autoptr (GObject) old_item = g_list_model_get_item (before, i);
      g_autofree char *here = g_strdup_printf ("%s%s%s/%s", path, *path ? "/" : "", key, old_keys[i]);

      if (place > 0)
        {
          g_autoptr (GObject) new_item = g_list_model_get_item (after, place - 1);

          met[place - 1] = TRUE;
          compare_documents (rows, old_item, new_item, here);
        }
      else
        {
          g_autofree char *label = make_label (old_item);

          add_row (rows, "removed", here, NULL, label, NULL);
        }
    }
  for (guint i = 0; new_keys[i]; i++)
    if (!met[i])
      {
        g_autoptr (GObject) item = g_list_model_get_item (after, i);
        g_autofree char *here = g_strdup_printf ("%s%s%s/%s", path, *path ? "/" : "", key, new_keys[i]);
        g_autofree char *label = make_label (item);

        add_row (rows, "added", here, NULL, NULL, label);
      }
}

static void
compare_documents (Rows *rows,
                   gpointer before,
                   gpointer after,
                   const char *path)
{
  const MarmotDocumentClass *info = marmot_document_get_class (before);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const MarmotDocumentField *field = &info->fields[i];
      g_autofree char *key = marmot_document_key (field);
      g_autofree char *old_text = NULL;
      g_autofree char *new_text = NULL;

      if (field->kind == MARMOT_DOCUMENT_LIST)
        {
          compare_lists (rows, G_STRUCT_MEMBER (GListModel *, before, field->offset),
                         G_STRUCT_MEMBER (GListModel *, after, field->offset), path, key);
          continue;
        }
      old_text = marmot_document_print_field (before, field);
      new_text = marmot_document_print_field (after, field);
      if (g_strcmp0 (old_text, new_text) != 0)
        add_row (rows, "changed", *path ? path : info->what, key, old_text, new_text);
    }
}

MarmotTable *
marmot_document_diff (gpointer self,
                      gpointer newer)
{
  MarmotColumn *columns[N_COLUMNS];
  Rows rows;
  MarmotTable *table;

  for (guint i = 0; i < N_COLUMNS; i++)
    rows.columns[i] = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  compare_documents (&rows, self, newer, "");
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = marmot_column_builder_finish (rows.columns[i]);
  table = marmot_table_new (column_names, columns, N_COLUMNS, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static void
append_cell (GString *out,
             MarmotColumn *column,
             gsize row)
{
  g_autofree char *text = marmot_column_get_text (column, row);

  if (text)
    g_string_append_printf (out, "“%s”", text);
  else
    g_string_append (out, "nothing");
}

char *
marmot_document_diff_text (MarmotTable *diff)
{
  const gsize n_rows = marmot_table_get_n_rows (diff);
  g_autoptr (MarmotColumn) changes = marmot_table_get_column (diff, CHANGE);
  g_autoptr (MarmotColumn) paths = marmot_table_get_column (diff, PATH);
  g_autoptr (MarmotColumn) fields = marmot_table_get_column (diff, FIELD);
  g_autoptr (MarmotColumn) before = marmot_table_get_column (diff, BEFORE);
  g_autoptr (MarmotColumn) after = marmot_table_get_column (diff, AFTER);
  GString *out = g_string_new (n_rows ? NULL : "Nothing changed.\n");

  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *change = marmot_column_get_text (changes, row);
      g_autofree char *path = marmot_column_get_text (paths, row);
      g_autofree char *field = marmot_column_get_text (fields, row);

      change[0] = g_ascii_toupper (change[0]);
      g_string_append_printf (out, "%s %s", change, path);
      if (field)
        {
          g_string_append_printf (out, ", %s: ", field);
          append_cell (out, before, row);
          g_string_append (out, " became ");
          append_cell (out, after, row);
        }
      else
        {
          g_string_append (out, ": ");
          append_cell (out, g_str_equal (change, "Added") ? after : before, row);
        }
      g_string_append (out, ".\n");
    }
  return g_string_free (out, FALSE);
}
