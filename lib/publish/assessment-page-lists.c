/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documents as rows of tables: one column a property, in words.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "assessment-page-private.h"
#include "page-private.h"

#include "core/marmot-document-text-private.h"

/* What stands where nothing does: an empty cell says nothing to who cannot see it. */
#define NOTHING "None given"
#define NO_ROW "Nothing recorded"
#define MAX_COLUMNS 32

void
assessment_page_add_lines (AssessmentPage *self,
                           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i]; i++)
    {
      page_add (self->html, i > 0 ? "<br>\n" : "");
      page_add_text (self->html, lines[i]);
    }
}

static char *
print_special (gpointer item,
               const MarmotDocumentField *field)
{
  gpointer held = G_STRUCT_MEMBER (gpointer, item, field->offset);

  if (held && field->kind == MARMOT_DOCUMENT_VALUE)
    return marmot_value_to_string (held);
  if (held && (field->kind == MARMOT_DOCUMENT_PERIOD || field->kind == MARMOT_DOCUMENT_DAY))
    return marmot_period_to_string (held);
  return NULL;
}

char *
assessment_page_print (gpointer item,
                       const char *property)
{
  const MarmotDocumentClass *info = marmot_document_get_class (item);

  for (guint i = 0; i < info->n_fields; i++)
    if (g_str_equal (info->fields[i].name, property))
      {
        const MarmotDocumentField *field = &info->fields[i];
        g_autofree char *text = marmot_document_print_field (item, field);

        if (text && (field->kind == MARMOT_DOCUMENT_MEMBER || field->kind == MARMOT_DOCUMENT_STATE))
          return page_say_word (text);
        if (!text && (field->kind == MARMOT_DOCUMENT_VALUE || field->kind == MARMOT_DOCUMENT_PERIOD
                      || field->kind == MARMOT_DOCUMENT_DAY))
          return print_special (item, field);
        return g_steal_pointer (&text);
      }
  g_assert_not_reached ();
}

void
assessment_page_open_list (AssessmentPage *self,
                           const char *id,
                           const char *caption,
                           const AssessmentPageColumn *columns)
{
  const char *headers[MAX_COLUMNS + 1] = { NULL };

  for (guint i = 0; i < MAX_COLUMNS && columns[i].label; i++)
    headers[i] = columns[i].label;
  page_open_table (self->html, id, caption, headers);
}

void
assessment_page_add_cell (AssessmentPage *self,
                          const char *text)
{
  page_add (self->html, "<td>");
  if (text)
    assessment_page_add_lines (self, text);
  else if (!self->options->form)
    page_add (self->html, NOTHING);
  page_add (self->html, "</td>");
}

void
assessment_page_add_item (AssessmentPage *self,
                          gpointer item,
                          const char *header,
                          const AssessmentPageColumn *columns)
{
  g_autofree char *own = item && !header ? assessment_page_print (item, columns[0].property) : NULL;

  page_open_row (self->html, header ? header : own);
  for (guint i = 1; columns[i].label; i++)
    {
      g_autofree char *text = item ? assessment_page_print (item, columns[i].property) : NULL;

      if (!item && !self->options->form && g_str_equal (columns[i].property, "state"))
        text = g_strdup (NO_ROW);
      assessment_page_add_cell (self, text);
    }
  page_add (self->html, "</tr>\n");
}

/* A member of an enumeration that is the default says nothing. */
static gboolean
is_set (GListStore *list,
        const char *property)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      const MarmotDocumentClass *info = marmot_document_get_class (item);
      g_autofree char *text = assessment_page_print (item, property);
      gboolean is_default = FALSE;

      for (guint j = 0; j < info->n_fields; j++)
        if (info->fields[j].kind == MARMOT_DOCUMENT_MEMBER && g_str_equal (info->fields[j].name, property))
          is_default = G_STRUCT_MEMBER (guint, item, info->fields[j].offset) == info->fields[j].number;
      if (text && !is_default)
        return TRUE;
    }
  return FALSE;
}

void
assessment_page_add_list (AssessmentPage *self,
                          const char *id,
                          const char *caption,
                          GListStore *list,
                          const AssessmentPageColumn *columns,
                          const AssessmentPageColumn *more,
                          guint n_empty)
{
  AssessmentPageColumn all[MAX_COLUMNS + 1] = { { NULL, NULL } };
  guint n_columns = 0;
  const guint n = self->options->form ? n_empty : g_list_model_get_n_items (G_LIST_MODEL (list));
  /* A review has no name of its own, and is counted. */
  const gboolean is_counted = columns[0].property == NULL;

  if (n == 0)
    {
      page_add (self->html, "<p>None is recorded.</p>\n");
      return;
    }
  for (guint i = 0; columns[i].label && n_columns < MAX_COLUMNS; i++)
    all[n_columns++] = columns[i];
  for (guint i = 0; more && !self->options->form && more[i].label && n_columns < MAX_COLUMNS; i++)
    if (is_set (list, more[i].property))
      all[n_columns++] = more[i];
  assessment_page_open_list (self, id, caption, all);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = self->options->form ? NULL : g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *number = is_counted ? g_strdup_printf ("%u", i + 1) : NULL;

      assessment_page_add_item (self, item, number, all);
    }
  page_close_table (self->html);
}
