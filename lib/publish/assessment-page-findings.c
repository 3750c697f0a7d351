/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What checking an assessment finds, on its page: counts, completeness by the form, and
 * substance, each by itself.
 */
#include <marmot/marmot.h>

#include <stdlib.h>
#include <string.h>

#include "assessment-page-private.h"
#include "page-private.h"

typedef enum
{
  COMPLETENESS,
  SUBSTANCE,
  PERSONAL
} Part;

static Part
part_of (MarmotFinding *finding)
{
  const char *rule = marmot_finding_get_rule (finding);

  if (g_str_has_prefix (rule, "personal-data/"))
    return PERSONAL;
  return g_str_has_prefix (rule, "complete/") ? COMPLETENESS : SUBSTANCE;
}

static gpointer
item_at (GListStore *list,
         const char *place)
{
  char *end = NULL;
  const unsigned long number = strtoul (place, &end, 10);
  gpointer item = NULL;

  if (*place && !*end && number > 0 && number <= g_list_model_get_n_items (G_LIST_MODEL (list)))
    item = g_list_model_get_item (G_LIST_MODEL (list), (guint) number - 1);
  /* The list holds it. */
  if (item)
    g_object_unref (item);
  return item;
}

static char *
name_question (AssessmentPage *self,
               const char *step)
{
  MarmotAssessmentResponse *response = item_at (marmot_assessment_get_responses (self->of), step);
  const char *id = response ? marmot_assessment_response_get_question (response) : step;
  MarmotTemplateQuestion *question = id ? marmot_assessment_template_find_question (self->template, id) : NULL;
  const char *number = question ? marmot_template_question_get_number (question) : NULL;

  return id ? g_strdup_printf ("Question %s", number ? number : id) : NULL;
}

static char *
name_group (AssessmentPage *self,
            const char *step)
{
  MarmotAssessmentGroup *group = item_at (marmot_assessment_get_groups (self->of), step);
  const char *id = group ? marmot_assessment_group_get_dimension (group) : step;
  MarmotDimension *dimension = id ? marmot_assessment_template_find_dimension (self->template, id) : NULL;

  return id ? g_strdup_printf ("Group: %s", dimension ? marmot_dimension_get_label (dimension) : id) : NULL;
}

/* A path such as "groups/4" as a reader would say it. */
static char *
name_place (AssessmentPage *self,
            const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path ? path : "", "/", -1);
  char *name = NULL;

  if (!steps[0])
    return g_strdup ("The whole assessment");
  if (steps[1] && g_str_equal (steps[0], "responses"))
    name = name_question (self, steps[1]);
  else if (steps[1] && g_str_equal (steps[0], "groups"))
    name = name_group (self, steps[1]);
  if (!name)
    {
      g_autofree char *first = g_strdelimit (g_strdup (steps[0]), "_", '-');
      g_autofree char *words = page_say_word (first);

      name = steps[1] ? g_strdup_printf ("%s, row %s", words, steps[1]) : g_steal_pointer (&words);
    }
  return name;
}

static void
add_part (AssessmentPage *self,
          GPtrArray *findings,
          Part part,
          const char *id,
          const char *title,
          const char *none)
{
  static const char *const headers[] = { "What was found", "Where", "Weight", "Rule", "What to do", NULL };
  gboolean is_open = FALSE;

  page_add_element (self->html, "h3", title);
  for (guint i = 0; i < findings->len; i++)
    {
      MarmotFinding *finding = findings->pdata[i];
      g_autofree char *place = NULL;

      if (part_of (finding) != part)
        continue;
      if (!is_open)
        page_open_table (self->html, id, title, headers);
      is_open = TRUE;
      place = name_place (self, marmot_finding_get_path (finding));
      page_open_row (self->html, marmot_finding_get_message (finding));
      page_add_cell (self->html, place);
      page_add_word_cell (self->html, marmot_finding_get_severity (finding) == MARMOT_SEVERITY_ERROR     ? "error"
                                      : marmot_finding_get_severity (finding) == MARMOT_SEVERITY_WARNING ? "warning"
                                                                                                          : "note");
      page_add_cell (self->html, marmot_finding_get_rule (finding));
      page_add_cell (self->html, marmot_finding_get_fix (finding));
      page_add (self->html, "</tr>\n");
    }
  if (is_open)
    page_close_table (self->html);
  else
    page_add_element (self->html, "p", none);
}

static void
add_counts (AssessmentPage *self)
{
  static const char *const headers[] = { "What is counted", "How many", NULL };
  g_autoptr (MarmotTable) table = marmot_assessment_summarise (self->of, self->template);
  g_autoptr (MarmotColumn) what = marmot_table_get_column_by_name (table, "what");
  g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (table, "n");
  g_autoptr (MarmotColumn) of = marmot_table_get_column_by_name (table, "of");

  page_open_table (self->html, "findings-1", "How much there is of each thing", headers);
  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *text = marmot_column_get_text (what, i);
      const gint64 whole = marmot_column_get_integer (of, i);
      g_autofree char *share
          = whole == 0 ? g_strdup ("0: there are none")
                       : g_strdup_printf ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, marmot_column_get_integer (n, i), whole);

      text[0] = g_ascii_toupper (text[0]);
      page_open_row (self->html, text);
      page_add_cell (self->html, share);
      page_add (self->html, "</tr>\n");
    }
  page_close_table (self->html);
}

void
assessment_page_add_findings (AssessmentPage *self)
{
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (self->of, self->template, self->options->day);

  page_add (self->html, "<h2 id=\"findings\">What checking finds</h2>\n"
                        "<p>Completeness is by the form, and substance is what a reader would ask. They stand apart, and "
                        "there is no score.</p>\n");
  add_counts (self);
  add_part (self, findings, COMPLETENESS, "findings-2", "Completeness, by the form", "Nothing is missing.");
  add_part (self, findings, SUBSTANCE, "findings-3", "Substance, by the rules H01 to H15", "Nothing was found.");
  if (self->personal->len > 0)
    add_part (self, findings, PERSONAL, "findings-4", "What may be personal data, and bars publication (H16)", "");
}
