/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The page of an assessment, filled in or to be filled in: what is assessed, the questions
 * by stage, and what the answers rest upon.
 */
#include <marmot/marmot.h>

#include "assessment-page-private.h"
#include "early-help-private.h"
#include "page-private.h"

static const AssessmentPageColumn head_rows[] = {
  { "programme", "Programme" },
  { "scope", "Scope" },
  { "age-from", "Ages from" },
  { "age-until", "Ages up to" },
  { "area", "Area" },
  { "starts", "Programme starts" },
  { "ends", "Programme ends" },
  { "programme-changed", "Programme last changed" },
  { "completed", "Assessment completed" },
  { "organisation", "Organisation" },
  { "owner-role", "Owner (role)" },
  { "sponsor-role", "Sponsor (role)" },
  { "state", "State" },
  { "source", "Source" },
  { "notes", "Notes" },
  { "id", "Short name" },
  { NULL, NULL },
};

static const AssessmentPageColumn text_columns[] = {
  { "question", "Question" }, { "state", "State" },       { "text", "Answer" },
  { "reason", "Reason" },     { "evidence", "Evidence" }, { NULL, NULL },
};

static const AssessmentPageColumn choice_columns[] = {
  { "question", "Question" }, { "state", "State" },       { "choice", "Choice" }, { "text", "Answer" },
  { "reason", "Reason" },     { "evidence", "Evidence" }, { NULL, NULL },
};

static const AssessmentPageColumn group_columns[] = {
  { "dimension", "Group" },         { "state", "State" },           { "text", "Answer" },
  { "reason", "Reason" },           { "impact", "Impact" },         { "confidence", "Confidence" },
  { "mitigation", "Mitigation" },   { "action", "Action" },         { "evidence", "Evidence" },
  { NULL, NULL },
};

static const AssessmentPageColumn evidence_columns[] = {
  { "key", "Key" },       { "kind", "Kind" },     { "text", "What it says" },
  { "value", "Value" },   { "period", "Period" }, { "indicator", "Indicator" },
  { "area", "Area" },     { "source", "Source" }, { "uri", "Address" },
  { "quality", "Quality" }, { NULL, NULL },
};

/* Of the figure that evidence points at, where they are known. */
static const AssessmentPageColumn evidence_more[] = {
  { "sex", "Sex" },
  { "age", "Ages" },
  { "category-type", "Divided by" },
  { "category", "Part" },
  { "value-type", "Kind of number" },
  { "numerator", "Numerator" },
  { "denominator", "Denominator" },
  { "lower", "Lower limit" },
  { "upper", "Upper limit" },
  { "confidence", "Confidence of the limits" },
  { "comparator", "Compared with" },
  { "comparator-text", "What it is compared with" },
  { "comparator-value", "Other value" },
  { "comparator-denominator", "Other denominator" },
  { "earlier", "Earlier figures" },
  { NULL, NULL },
};

static const AssessmentPageColumn outcome_columns[] = {
  { "id", "Outcome" },
  { "text", "What is to change" },
  { "direction", "Direction" },
  { "indicator", "Indicator" },
  { "baseline", "Baseline" },
  { "baseline-period", "Baseline period" },
  { "target", "Target" },
  { "target-period", "Target period" },
  { NULL, NULL },
};

static const AssessmentPageColumn action_columns[] = {
  { "id", "Action" },     { "text", "What is to be done" },       { "owner-role", "Owner (role)" },
  { "due", "Due" },       { "state", "State" },                   { "organisation", "Organisation" },
  { "measure", "Measure" }, { "note", "Note" },                   { NULL, NULL },
};

static const AssessmentPageColumn engagement_columns[] = {
  { "who", "Who was asked" }, { "when", "When" },   { "text", "What they said" },
  { "changed", "What it changed" }, { NULL, NULL },
};

static const AssessmentPageColumn review_columns[] = {
  { NULL, "Review" },
  { "text", "What was learnt" },
  { "done", "Done on" },
  { "role", "Done by (role)" },
  { "changes", "What changes" },
  { "actions", "Actions" },
  { NULL, NULL },
};

/* The kinds of dimensions in their order, and what they stand under. What a council added
 * never stands under the Act. */
static const struct
{
  MarmotDimensionKind kind;
  const char *title;
} kinds[] = {
  { MARMOT_DIMENSION_KIND_PROTECTED, "Protected characteristics (Equality Act 2010)" },
  { MARMOT_DIMENSION_KIND_SOCIO_ECONOMIC, "Socio-economic position" },
  { MARMOT_DIMENSION_KIND_GEOGRAPHIC, "Where people live" },
  { MARMOT_DIMENSION_KIND_INCLUSION, "Groups whom services reach last" },
  { MARMOT_DIMENSION_KIND_LOCAL, "Looked at locally, and no characteristics of the Equality Act" },
};

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (list);
}

static void
add_notice (AssessmentPage *self,
            const char *text)
{
  page_add (self->html, "<p class=\"notice\"><strong>");
  page_add_text (self->html, text);
  page_add (self->html, "</strong></p>\n");
}

static void
open_section (AssessmentPage *self,
              const char *id,
              const char *title)
{
  g_string_append_printf (self->html, "<h2 id=\"%s\">", id);
  page_add_text (self->html, title);
  page_add (self->html, "</h2>\n");
}

/* --- the top ----------------------------------------------------------------------- */

static void
add_head (AssessmentPage *self)
{
  static const char *const headers[] = { "About the assessment", "Entry", NULL };

  open_section (self, "about", "What is assessed");
  page_open_table (self->html, "about-1", "What is assessed, and who answers for it", headers);
  for (guint i = 0; head_rows[i].label; i++)
    {
      g_autofree char *text = assessment_page_print (self->of, head_rows[i].property);

      /* A form that is being filled in is a draft. */
      if (self->options->form && g_str_equal (head_rows[i].property, "state"))
        continue;
      page_open_row (self->html, head_rows[i].label);
      assessment_page_add_cell (self, text);
      page_add (self->html, "</tr>\n");
    }
  page_close_table (self->html);
}

static void
add_contents_item (AssessmentPage *self,
                   const char *prefix,
                   const char *id,
                   const char *title)
{
  page_add (self->html, "<li><a href=\"#");
  page_add (self->html, prefix);
  page_add_text (self->html, id);
  page_add (self->html, "\">");
  page_add_text (self->html, title);
  page_add (self->html, "</a></li>");
}

static void
add_contents (AssessmentPage *self)
{
  GListModel *stages = marmot_assessment_template_get_stages (self->template);

  page_add (self->html, "<nav aria-label=\"Contents\"><ul>");
  add_contents_item (self, "", "about", "What is assessed");
  if (self->options->day && !self->options->form)
    add_contents_item (self, "", "findings", "What checking finds");
  for (guint i = 0; i < count (stages); i++)
    {
      g_autoptr (MarmotTemplateStage) stage = g_list_model_get_item (stages, i);

      add_contents_item (self, "stage-", marmot_template_stage_get_id (stage), marmot_template_stage_get_title (stage));
    }
  add_contents_item (self, "", "evidence", "Evidence");
  add_contents_item (self, "", "outcomes", "Outcomes");
  add_contents_item (self, "", "actions", "Actions");
  add_contents_item (self, "", "engagement", "Who was asked");
  add_contents_item (self, "", "reviews", "Reviews");
  add_contents_item (self, "", "form", "The form");
  page_add (self->html, "</ul></nav>\n");
}

/* --- questions --------------------------------------------------------------------- */

/* Where a question without a response is answered all the same; NULL where it is not. */
static const char *
find_elsewhere (AssessmentPage *self,
                MarmotTemplateQuestion *question)
{
  switch (marmot_template_question_get_answer (question))
    {
    case MARMOT_ANSWER_KIND_GROUPS:
      return count (marmot_assessment_get_groups (self->of)) > 0 ? "Answered by the rows of groups." : NULL;
    case MARMOT_ANSWER_KIND_OUTCOMES:
      return count (marmot_assessment_get_outcomes (self->of)) > 0 ? "Answered under Outcomes." : NULL;
    case MARMOT_ANSWER_KIND_ACTIONS:
      return count (marmot_assessment_get_actions (self->of)) > 0 ? "Answered under Actions." : NULL;
    case MARMOT_ANSWER_KIND_REVIEW:
      return count (marmot_assessment_get_reviews (self->of)) > 0 ? "Answered under Reviews." : NULL;
    case MARMOT_ANSWER_KIND_TEXT:
    case MARMOT_ANSWER_KIND_CHOICE:
    default:
      return NULL;
    }
}

static gboolean
has_response (AssessmentPage *self,
              const char *question)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);

  for (guint i = 0; i < count (responses); i++)
    {
      g_autoptr (MarmotAssessmentResponse) response = g_list_model_get_item (G_LIST_MODEL (responses), i);

      if (g_strcmp0 (marmot_assessment_response_get_question (response), question) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_response (AssessmentPage *self,
              MarmotTemplateQuestion *question)
{
  const char *id = marmot_template_question_get_id (question);
  const char *number = marmot_template_question_get_number (question);
  const AssessmentPageColumn *columns
      = marmot_template_question_get_answer (question) == MARMOT_ANSWER_KIND_CHOICE ? choice_columns : text_columns;
  GListStore *responses = marmot_assessment_get_responses (self->of);
  g_autofree char *anchor = g_strdup_printf ("answer-%s", id);
  g_autofree char *caption = g_strdup_printf ("Answer to question %s", number ? number : id);
  const char *elsewhere = find_elsewhere (self, question);
  gboolean is_there = FALSE;

  if (elsewhere && !self->options->form && !has_response (self, id))
    {
      page_add_element (self->html, "p", elsewhere);
      return;
    }
  assessment_page_open_list (self, anchor, caption, columns);
  for (guint i = 0; !self->options->form && i < count (responses); i++)
    {
      g_autoptr (MarmotAssessmentResponse) response = g_list_model_get_item (G_LIST_MODEL (responses), i);

      if (g_strcmp0 (marmot_assessment_response_get_question (response), id) != 0)
        continue;
      assessment_page_add_item (self, response, NULL, columns);
      is_there = TRUE;
    }
  if (!is_there)
    assessment_page_add_item (self, NULL, id, columns);
  page_close_table (self->html);
}

/* Its words, and its short name behind them where another dimension has the same. */
static char *
name_dimension (AssessmentPage *self,
                MarmotDimension *dimension)
{
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);

  for (guint i = 0; i < count (dimensions); i++)
    {
      g_autoptr (MarmotDimension) other = g_list_model_get_item (dimensions, i);

      if (other != dimension && g_str_equal (marmot_dimension_get_label (other), marmot_dimension_get_label (dimension)))
        return g_strdup_printf ("%s (%s)", marmot_dimension_get_label (dimension), marmot_dimension_get_id (dimension));
    }
  return g_strdup (marmot_dimension_get_label (dimension));
}

static void
add_definitions (AssessmentPage *self,
                 MarmotDimensionKind kind)
{
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);

  page_add (self->html, "<ul>\n");
  for (guint i = 0; i < count (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);

      if (marmot_dimension_get_kind (dimension) != kind)
        continue;
      page_add (self->html, "<li><strong>");
      page_add_text (self->html, marmot_dimension_get_label (dimension));
      page_add (self->html, "</strong>");
      if (marmot_dimension_get_definition (dimension))
        {
          page_add (self->html, ": ");
          page_add_text (self->html, marmot_dimension_get_definition (dimension));
        }
      if (marmot_dimension_get_legal_basis (dimension))
        {
          page_add (self->html, " (");
          page_add_text (self->html, marmot_dimension_get_legal_basis (dimension));
          page_add (self->html, ")");
        }
      page_add (self->html, "</li>\n");
    }
  page_add (self->html, "</ul>\n");
}

static void
add_dimension (AssessmentPage *self,
               MarmotDimension *dimension)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  g_autofree char *name = name_dimension (self, dimension);
  gboolean is_there = FALSE;

  for (guint i = 0; !self->options->form && i < count (groups); i++)
    {
      g_autoptr (MarmotAssessmentGroup) group = g_list_model_get_item (G_LIST_MODEL (groups), i);

      if (g_strcmp0 (marmot_assessment_group_get_dimension (group), marmot_dimension_get_id (dimension)) != 0)
        continue;
      assessment_page_add_item (self, group, name, group_columns);
      is_there = TRUE;
    }
  if (!is_there)
    assessment_page_add_item (self, NULL, name, group_columns);
}

static guint
count_dimensions (AssessmentPage *self,
                  MarmotDimensionKind kind)
{
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);
  guint n = 0;

  for (guint i = 0; i < count (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);

      n += marmot_dimension_get_kind (dimension) == kind;
    }
  return n;
}

/* The rows of one kind of dimensions, under a heading of the level. */
static void
add_kind (AssessmentPage *self,
          guint place,
          guint level)
{
  const MarmotDimensionKind kind = kinds[place].kind;
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);
  g_autofree char *id = g_strdup_printf ("groups-%u", place + 1);

  if (count_dimensions (self, kind) == 0)
    return;
  g_string_append_printf (self->html, "<h%u>%s</h%u>\n", level, kinds[place].title, level);
  add_definitions (self, kind);
  assessment_page_open_list (self, id, kinds[place].title, group_columns);
  for (guint i = 0; i < count (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);

      if (marmot_dimension_get_kind (dimension) == kind)
        add_dimension (self, dimension);
    }
  page_close_table (self->html);
}

static void
add_question (AssessmentPage *self,
              MarmotTemplateQuestion *question,
              gboolean *is_shown)
{
  const char *const *prompts = marmot_template_question_get_prompts (question);
  const char *const *choices = marmot_template_question_get_choices (question);
  const char *number = marmot_template_question_get_number (question);

  page_add (self->html, "<h3>");
  page_add_text (self->html, number);
  page_add (self->html, !number ? "" : g_str_has_suffix (number, ")") ? " " : ". ");
  page_add_text (self->html, marmot_template_question_get_text (question));
  page_add (self->html, "</h3>\n");
  if (!marmot_template_question_get_required (question))
    page_add (self->html, "<p>An answer is not required.</p>\n");
  if (prompts && prompts[0])
    {
      page_add (self->html, "<ul>\n");
      for (gsize i = 0; prompts[i]; i++)
        page_add_element (self->html, "li", prompts[i]);
      page_add (self->html, "</ul>\n");
    }
  if (choices && choices[0])
    {
      page_add (self->html, "<p>Choose one of these:</p>\n<ul>\n");
      for (gsize i = 0; choices[i]; i++)
        page_add_element (self->html, "li", choices[i]);
      page_add (self->html, "</ul>\n");
    }
  add_response (self, question);
  if (marmot_template_question_get_answer (question) != MARMOT_ANSWER_KIND_GROUPS)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!is_shown[i] && marmot_template_question_applies_to (question, kinds[i].kind))
      {
        add_kind (self, i, 4);
        is_shown[i] = TRUE;
      }
}

static void
add_stages (AssessmentPage *self,
            gboolean *is_shown)
{
  GListModel *stages = marmot_assessment_template_get_stages (self->template);
  GListModel *questions = marmot_assessment_template_get_questions (self->template);

  for (guint i = 0; i < count (stages); i++)
    {
      g_autoptr (MarmotTemplateStage) stage = g_list_model_get_item (stages, i);
      g_autofree char *id = g_strdup_printf ("stage-%s", marmot_template_stage_get_id (stage));

      open_section (self, id, marmot_template_stage_get_title (stage));
      for (guint j = 0; j < count (questions); j++)
        {
          g_autoptr (MarmotTemplateQuestion) question = g_list_model_get_item (questions, j);

          if (g_str_equal (marmot_template_question_get_stage (question), marmot_template_stage_get_id (stage)))
            add_question (self, question, is_shown);
        }
    }
}

/* --- what the template does not ask for ------------------------------------------------ */

static gboolean
has_group_of_kind (AssessmentPage *self,
                   MarmotDimensionKind kind)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);

  for (guint i = 0; i < count (groups); i++)
    {
      g_autoptr (MarmotAssessmentGroup) group = g_list_model_get_item (G_LIST_MODEL (groups), i);
      const char *id = marmot_assessment_group_get_dimension (group);
      MarmotDimension *dimension = id ? marmot_assessment_template_find_dimension (self->template, id) : NULL;

      if (dimension && marmot_dimension_get_kind (dimension) == kind)
        return TRUE;
    }
  return FALSE;
}

static void
add_other_groups (AssessmentPage *self,
                  const gboolean *is_shown)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (is_shown[i] || self->options->form || !has_group_of_kind (self, kinds[i].kind))
        continue;
      if (!is_open)
        open_section (self, "other-groups", "Other groups");
      is_open = TRUE;
      add_kind (self, i, 3);
    }
}

static gboolean
is_stray (AssessmentPage *self,
          gpointer item)
{
  const char *id;

  if (MARMOT_IS_ASSESSMENT_RESPONSE (item))
    {
      id = marmot_assessment_response_get_question (item);
      return !id || !marmot_assessment_template_find_question (self->template, id);
    }
  id = marmot_assessment_group_get_dimension (item);
  return !id || !marmot_assessment_template_find_dimension (self->template, id);
}

static gboolean
add_strays (AssessmentPage *self,
            GListStore *list,
            gboolean is_open,
            const char *id,
            const char *title,
            const AssessmentPageColumn *columns)
{
  gboolean has_table = FALSE;

  for (guint i = 0; !self->options->form && i < count (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (!is_stray (self, item))
        continue;
      if (!is_open && !has_table)
        open_section (self, "strays", "What the form does not ask for");
      if (!has_table)
        assessment_page_open_list (self, id, title, columns);
      has_table = TRUE;
      assessment_page_add_item (self, item, NULL, columns);
    }
  if (has_table)
    page_close_table (self->html);
  return is_open || has_table;
}

/* --- the rest ---------------------------------------------------------------------- */

static void
add_lists (AssessmentPage *self)
{
  MarmotAssessment *of = self->of;

  open_section (self, "evidence", "Evidence");
  assessment_page_add_list (self, "evidence-1", "What the answers rest upon", marmot_assessment_get_evidence (of),
                            evidence_columns, evidence_more, 4);
  open_section (self, "outcomes", "Outcomes");
  assessment_page_add_list (self, "outcomes-1", "What is to change, and the indicator that shows it",
                            marmot_assessment_get_outcomes (of), outcome_columns, NULL, 4);
  open_section (self, "actions", "Actions");
  assessment_page_add_list (self, "actions-1", "What is to be done, by which role and by when",
                            marmot_assessment_get_actions (of), action_columns, NULL, 4);
  open_section (self, "engagement", "Who was asked");
  assessment_page_add_list (self, "engagement-1", "Which groups were asked, and what it changed",
                            marmot_assessment_get_engagement (of), engagement_columns, NULL, 3);
}

static char *
print_day (const GDate *day)
{
  return early_help_print_day ((gint32) ((gint64) g_date_get_julian (day) - 719163));
}

static const char *
say_review (MarmotReviewState state)
{
  switch (state)
    {
    case MARMOT_REVIEW_STATE_NOT_DUE:
      return "the review is not due yet";
    case MARMOT_REVIEW_STATE_DUE:
      return "the review is due";
    case MARMOT_REVIEW_STATE_OVERDUE:
      return "the review is overdue";
    case MARMOT_REVIEW_STATE_DONE:
      return "the review has been done";
    case MARMOT_REVIEW_STATE_UNDATED:
      return "there is the text of a review that carries no date: nobody knows whether it was in time";
    case MARMOT_REVIEW_STATE_UNKNOWN:
      return "nobody knows how it stands with the review, for the assessment does not say when it was completed";
    case MARMOT_REVIEW_STATE_NONE:
    default:
      return "the form asks for no review";
    }
}

static void
add_reviews (AssessmentPage *self)
{
  GDate from, until;

  open_section (self, "reviews", "Reviews");
  if (marmot_assessment_get_review_window (self->of, self->template, &from, &until))
    {
      g_autofree char *first = print_day (&from);
      g_autofree char *last = print_day (&until);

      g_string_append_printf (self->html, "<p>To be reviewed from %s to %s.</p>\n", first, last);
    }
  else if (marmot_assessment_template_get_review_until (self->template) > 0)
    {
      g_string_append_printf (self->html, "<p>To be reviewed from %u to %u months after it was completed.</p>\n",
                              marmot_assessment_template_get_review_from (self->template),
                              marmot_assessment_template_get_review_until (self->template));
    }
  if (self->options->day && !self->options->form)
    {
      g_autofree char *day = print_day (self->options->day);

      g_string_append_printf (self->html, "<p>As checked on %s, %s.</p>\n", day,
                              say_review (marmot_assessment_review_state (self->of, self->template, self->options->day)));
    }
  assessment_page_add_list (self, "reviews-1", "Reviews, and what follows from them", marmot_assessment_get_reviews (self->of),
                            review_columns, NULL, 1);
}

static void
add_term (AssessmentPage *self,
          const char *term,
          const char *text)
{
  if (!text || !*text)
    return;
  page_add (self->html, "<li><strong>");
  page_add (self->html, term);
  page_add (self->html, "</strong>: ");
  page_add_text (self->html, text);
  page_add (self->html, "</li>\n");
}

static void
add_form (AssessmentPage *self)
{
  MarmotAssessmentTemplate *template = self->template;
  const char *digest = marmot_assessment_template_get_digest (template);
  const char *begun = marmot_assessment_get_template_hash (self->of);

  open_section (self, "form", "The form");
  page_add (self->html, "<ul>\n");
  add_term (self, "Form", marmot_assessment_template_get_title (template));
  add_term (self, "Short name of the form", marmot_assessment_template_get_id (template));
  add_term (self, "Publisher", marmot_assessment_template_get_publisher (template));
  add_term (self, "Licence", marmot_assessment_template_get_licence (template));
  add_term (self, "Attribution", marmot_assessment_template_get_attribution (template));
  add_term (self, "Published in", marmot_assessment_template_get_source (template));
  add_term (self, "About the form", marmot_assessment_template_get_notes (template));
  add_term (self, "Digest (SHA-256)", digest);
  page_add (self->html, "</ul>\n");
  if (begun && *begun && !g_str_equal (begun, digest))
    page_add (self->html, "<p>The assessment was begun with another version of this form.</p>\n");
}

char *
assessment_page_make (AssessmentPage *self)
{
  const char *title = marmot_assessment_template_get_title (self->template);
  const char *programme = marmot_assessment_get_programme (self->of);
  gboolean is_shown[G_N_ELEMENTS (kinds)] = { FALSE };
  g_autofree char *full = programme ? g_strdup_printf ("%s: %s", programme, title) : g_strdup (title);
  gboolean has_strays;

  self->html = g_string_new (NULL);
  page_open (self->html, full);
  page_add_element (self->html, "h1", full);
  if (self->options->draft)
    add_notice (self, "Draft: not for publication.");
  if (self->options->form)
    page_add (self->html,
              "<p>Fill in the cells of the tables, and leave their first rows and columns as they are. Write roles and "
              "no names. A state is one of: not yet, answered, not applicable, unknown; an impact one of: unknown, "
              "positive, negative, mixed, neutral.</p>\n");
  add_contents (self);
  add_head (self);
  if (self->options->day && !self->options->form)
    assessment_page_add_findings (self);
  add_stages (self, is_shown);
  add_other_groups (self, is_shown);
  has_strays = add_strays (self, marmot_assessment_get_responses (self->of), FALSE, "strays-1",
                           "Answers to questions that the form does not have", choice_columns);
  add_strays (self, marmot_assessment_get_groups (self->of), has_strays, "strays-2",
              "Rows of groups that the form does not have", group_columns);
  add_lists (self);
  add_reviews (self);
  add_form (self);
  page_close (self->html, "libmarmot " MARMOT_VERSION_S,
              "Roles stand on this page in place of names. No disclosure control was applied to its figures.");
  return g_string_free (self->html, FALSE);
}
