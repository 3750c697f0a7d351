/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changed from one version of an assessment to the next, for programs and for people:
 * first the figures and states that other things rest upon, then the rest.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "assessment-page-private.h"
#include "page-private.h"
#include "word-diff-private.h"

#include "core/marmot-document-private.h"
#include "core/marmot-json-private.h"

/* A text of so many bytes is told word by word on the page, and not in a table. */
#define LONG_TEXT 80
#define MAX_PLACE 80

typedef enum
{
  EVIDENCE_VALUE,
  ACTION_STATE,
  OTHER,
  N_ABOUT
} About;

static const char *const abouts[] = { "evidence-value", "action-state", "other" };
static const char *const columns[] = { "change", "path", "field", "before", "after" };

enum
{
  CHANGE,
  PATH,
  FIELD,
  BEFORE,
  AFTER,
  N_CELLS
};

typedef struct
{
  char *cells[N_CELLS];
  About about;
} Change;

static void
clear_change (gpointer data)
{
  Change *self = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_free (self->cells[i]);
}

static About
find_about (const Change *change)
{
  const char *path = change->cells[PATH];
  const char *last = strrchr (path, '/');
  const gboolean is_of_action = g_str_has_prefix (path, "actions/") && strchr (path, '/') == last;

  if (!change->cells[FIELD])
    return OTHER;
  if (g_str_equal (change->cells[FIELD], "value") && (g_str_has_prefix (path, "evidence/") || strstr (path, "/evidence/")))
    return EVIDENCE_VALUE;
  return is_of_action && g_str_equal (change->cells[FIELD], "state") ? ACTION_STATE : OTHER;
}

/* The changes in the order in which they are told. */
static GArray *
list_changes (MarmotAssessment *before,
              MarmotAssessment *after)
{
  g_autoptr (MarmotTable) table = marmot_assessment_diff (before, after);
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (Change));
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Change));

  g_array_set_size (all, (guint) marmot_table_get_n_rows (table));
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, columns[i]);

      for (guint row = 0; row < all->len; row++)
        g_array_index (all, Change, row).cells[i] = marmot_column_get_text (column, row);
    }
  for (guint row = 0; row < all->len; row++)
    g_array_index (all, Change, row).about = find_about (&g_array_index (all, Change, row));

  g_array_set_clear_func (changes, clear_change);
  for (guint about = 0; about < N_ABOUT; about++)
    for (guint row = 0; row < all->len; row++)
      if (g_array_index (all, Change, row).about == about)
        g_array_append_val (changes, g_array_index (all, Change, row));
  return changes;
}

/* --- for programs --------------------------------------------------------------------- */

static json_t *
make_words (const Change *change)
{
  static const char *const kinds[] = { "same", "removed", "added" };
  g_autoptr (GArray) runs = word_diff (change->cells[BEFORE], change->cells[AFTER]);
  json_t *list = json_array ();

  for (guint i = 0; i < runs->len; i++)
    {
      const WordDiffRun *run = &g_array_index (runs, WordDiffRun, i);
      json_t *pair = json_array ();

      json_array_append_new (pair, json_string (kinds[run->kind]));
      json_array_append_new (pair, json_string (run->words));
      json_array_append_new (list, pair);
    }
  return list;
}

char *
marmot_assessment_diff_to_json (MarmotAssessment *self,
                                MarmotAssessment *newer)
{
  g_autoptr (GArray) changes = NULL;
  g_autoptr (json_t) list = json_array ();

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (newer), NULL);

  changes = list_changes (self, newer);
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      json_t *object = json_object ();

      for (guint j = 0; j < N_CELLS; j++)
        json_object_set_new (object, columns[j], change->cells[j] ? json_string (change->cells[j]) : json_null ());
      json_object_set_new (object, "about", json_string (abouts[change->about]));
      if (change->cells[BEFORE] && change->cells[AFTER])
        json_object_set_new (object, "words", make_words (change));
      json_array_append_new (list, object);
    }
  return marmot_json_dump (list);
}

/* --- for people ----------------------------------------------------------------------- */

/* A path as a reader would say it: "evidence/cyjs.sen" as "Evidence: cyjs.sen". */
static char *
say_place (const Change *change)
{
  g_auto (GStrv) steps = g_strsplit (change->cells[PATH], "/", 2);
  g_autofree char *first = g_strdelimit (g_strdup (steps[0]), "_", '-');
  g_autofree char *list = page_say_word (first);
  g_autofree char *field = change->cells[FIELD] ? g_strdelimit (g_strdup (change->cells[FIELD]), "_", ' ') : NULL;
  g_autofree char *start = NULL;

  if (steps[1])
    start = g_utf8_strlen (steps[1], -1) > MAX_PLACE ? g_utf8_substring (steps[1], 0, MAX_PLACE) : g_strdup (steps[1]);
  if (!start)
    return field ? g_strdup_printf ("%s, %s", list, field) : g_steal_pointer (&list);
  return g_strdup_printf ("%s: %s%s%s%s", list, start, strlen (start) < strlen (steps[1]) ? "…" : "", field ? ", " : "",
                          field ? field : "");
}

static gboolean
is_told_by_words (const Change *change)
{
  return change->cells[BEFORE] && change->cells[AFTER]
         && (strlen (change->cells[BEFORE]) > LONG_TEXT || strlen (change->cells[AFTER]) > LONG_TEXT);
}

static void
add_lines (GString *html,
           const char *text)
{
  AssessmentPage page = { .html = html };

  assessment_page_add_lines (&page, text);
}

static void
add_text_cell (GString *html,
               const char *text)
{
  page_add (html, "<td>");
  add_lines (html, text ? text : "Nothing");
  page_add (html, "</td>");
}

/* Changes of one part in a table. */
static void
add_table (GString *html,
           GArray *changes,
           gboolean is_first_part,
           const char *id,
           const char *caption)
{
  static const char *const headers[] = { "Where", "Change", "Before", "After", NULL };
  gboolean is_open = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      g_autofree char *place = NULL;

      if ((change->about != OTHER) != is_first_part || (!is_first_part && is_told_by_words (change)))
        continue;
      if (!is_open)
        page_open_table (html, id, caption, headers);
      is_open = TRUE;
      place = say_place (change);
      page_open_row (html, place);
      page_add_word_cell (html, change->cells[CHANGE]);
      add_text_cell (html, change->cells[BEFORE]);
      add_text_cell (html, change->cells[AFTER]);
      page_add (html, "</tr>\n");
    }
  if (is_open)
    page_close_table (html);
  else
    page_add (html, "<p>None changed.</p>\n");
}

static void
add_runs (GString *html,
          const Change *change)
{
  static const struct
  {
    const char *open;
    const char *close;
  } marks[] = { { "", "" }, { "<del>[taken out: ", "]</del>" }, { "<ins>[put in: ", "]</ins>" } };
  g_autoptr (GArray) runs = word_diff (change->cells[BEFORE], change->cells[AFTER]);

  page_add (html, "<p>");
  for (guint i = 0; i < runs->len; i++)
    {
      const WordDiffRun *run = &g_array_index (runs, WordDiffRun, i);

      page_add (html, i > 0 ? " " : "");
      page_add (html, marks[run->kind].open);
      add_lines (html, run->words);
      page_add (html, marks[run->kind].close);
    }
  page_add (html, "</p>\n");
}

static void
add_texts (GString *html,
           GArray *changes)
{
  gboolean is_there = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      g_autofree char *place = NULL;

      if (change->about != OTHER || !is_told_by_words (change))
        continue;
      place = say_place (change);
      page_add_element (html, "h3", place);
      add_runs (html, change);
      is_there = TRUE;
    }
  if (!is_there)
    page_add (html, "<p>None changed.</p>\n");
}

static char *
make_page (MarmotAssessment *before,
           MarmotAssessment *after,
           gboolean is_draft)
{
  g_autoptr (GArray) changes = list_changes (before, after);
  const char *programme = marmot_assessment_get_programme (after);
  g_autofree char *title = g_strconcat ("What changed", programme ? ": " : NULL, programme, NULL);
  GString *html = g_string_new (NULL);

  page_open (html, title);
  page_add_element (html, "h1", title);
  if (is_draft)
    page_add (html, "<p class=\"notice\"><strong>Draft: not for publication.</strong></p>\n");
  if (changes->len == 0)
    {
      page_add (html, "<p>Nothing changed.</p>\n");
    }
  else
    {
      page_add (html, "<h2 id=\"first\">Figures of evidence, and states of actions</h2>\n"
                      "<p>What rests on these may have to change too.</p>\n");
      add_table (html, changes, TRUE, "first-1", "Figures of evidence and states of actions that changed");
      page_add (html, "<h2 id=\"texts\">Long texts, word by word</h2>\n"
                      "<p>What was taken out and what was put in stands in brackets that say so.</p>\n");
      add_texts (html, changes);
      page_add (html, "<h2 id=\"rest\">The rest</h2>\n");
      add_table (html, changes, FALSE, "rest-1", "What else was added, removed or changed");
    }
  page_close (html, "libmarmot " MARMOT_VERSION_S, "Roles stand on this page in place of names.");
  return g_string_free (html, FALSE);
}

char *
marmot_assessment_diff_to_html (MarmotAssessment *self,
                                MarmotAssessment *newer,
                                MarmotAssessmentPageOptions *options,
                                GError **error)
{
  g_autoptr (GPtrArray) personal = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  gboolean is_draft;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (newer), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_ASSESSMENT_PAGE_OPTIONS (options), NULL);

  is_draft = assessment_page_options_peek (options)->draft;
  marmot_document_scan (self, "", personal);
  marmot_document_scan (newer, "", personal);
  if (!assessment_page_may_be_made (personal, is_draft, error))
    return NULL;
  return make_page (self, newer, is_draft);
}
