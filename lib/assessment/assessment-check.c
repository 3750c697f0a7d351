/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is missing in an assessment or does not agree: completeness by its template, and
 * substance by the rules H01 to H16, apart.
 */
#include "assessment-index-private.h"

#include <string.h>

#include "core/marmot-document-private.h"

/* A sentence of so many characters that stands in two rows is no chance; and two that begin
 * with so many of the same are the same, whatever was put behind one of them. */
#define LEAST_SENTENCE 40
#define LONG_SENTENCE 100
/* Months after which evidence is old. */
#define OLD_MONTHS 24

/* One assessment that is looked at. */
typedef struct
{
  MarmotAssessment *of;
  MarmotAssessmentTemplate *template;
  const GDate *day;
  GPtrArray *findings;      /* nullable: only counts are wanted */
  AssessmentIndex index;
} Check;

typedef AssessmentCounts Counts;

static void report (const Check *self,
                    const char *rule,
                    MarmotSeverity severity,
                    const char *path,
                    const char *fix,
                    const char *format,
                    ...) G_GNUC_PRINTF (6, 7);

static void
report (const Check *self,
        const char *rule,
        MarmotSeverity severity,
        const char *path,
        const char *fix,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (!self->findings)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->findings, marmot_finding_new (rule, severity, NULL, 0, NULL, path, message, fix));
}

static MarmotAssessmentResponse *
find_response (const Check *self,
               const char *question)
{
  return question ? g_hash_table_lookup (self->index.responses, question) : NULL;
}

static MarmotAssessmentGroup *
find_group (const Check *self,
            const char *dimension)
{
  const guint place = dimension ? GPOINTER_TO_UINT (g_hash_table_lookup (self->index.groups, dimension)) : 0;

  return place > 0 ? assessment_item (marmot_assessment_get_groups (self->of), place - 1) : NULL;
}

/* Answered, or said why not. */
static gboolean
is_settled (MarmotAnswerState state,
            const char *text,
            const char *reason,
            gboolean has_more)
{
  return (state == MARMOT_ANSWER_STATE_ANSWERED && (assessment_is_there (text) || has_more))
         || (state != MARMOT_ANSWER_STATE_NOT_YET && assessment_is_there (reason));
}

gboolean
assessment_group_is_settled (MarmotAssessmentGroup *group)
{
  return is_settled (marmot_assessment_group_get_state (group), marmot_assessment_group_get_text (group),
                     marmot_assessment_group_get_reason (group), assessment_has_keys (marmot_assessment_group_get_evidence (group)));
}

/* --- completeness -------------------------------------------------------------------- */

/* What a question has beside the text of its response. */
static gboolean
has_own_answer (const Check *self,
                MarmotTemplateQuestion *question,
                MarmotAssessmentResponse *response)
{
  switch (marmot_template_question_get_answer (question))
    {
    case MARMOT_ANSWER_KIND_GROUPS:
      return assessment_count (marmot_assessment_get_groups (self->of)) > 0;
    case MARMOT_ANSWER_KIND_OUTCOMES:
      return assessment_count (marmot_assessment_get_outcomes (self->of)) > 0;
    case MARMOT_ANSWER_KIND_ACTIONS:
      return assessment_count (marmot_assessment_get_actions (self->of)) > 0;
    case MARMOT_ANSWER_KIND_REVIEW:
      return assessment_count (marmot_assessment_get_reviews (self->of)) > 0;
    case MARMOT_ANSWER_KIND_CHOICE:
      return response && assessment_is_there (marmot_assessment_response_get_choice (response));
    case MARMOT_ANSWER_KIND_TEXT:
    default:
      return FALSE;
    }
}

/* What to do about what is not answered: a text that nobody called an answer is nearly one. */
static const char *
what_to_do (MarmotAnswerState state,
            const char *text,
            const char *otherwise)
{
  return state == MARMOT_ANSWER_STATE_NOT_YET && text && *text
             ? "It has a text: set its state to \"answered\" if that is the answer"
             : otherwise;
}

/* By what a question is answered. */
static const char *
how_to_answer (MarmotTemplateQuestion *question)
{
  switch (marmot_template_question_get_answer (question))
    {
    case MARMOT_ANSWER_KIND_GROUPS:
      return "Add a row for each group, or say why it does not apply";
    case MARMOT_ANSWER_KIND_OUTCOMES:
      return "Answer it or add outcomes, or say why it does not apply";
    case MARMOT_ANSWER_KIND_ACTIONS:
      return "Answer it or add actions, or say why it does not apply";
    case MARMOT_ANSWER_KIND_REVIEW:
      return "Add a review, or say why it does not apply";
    case MARMOT_ANSWER_KIND_CHOICE:
      return "Choose one of its choices, or say why it does not apply";
    case MARMOT_ANSWER_KIND_TEXT:
    default:
      return "Answer it, or say why it does not apply";
    }
}

static void
check_question (const Check *self,
                MarmotTemplateQuestion *question,
                Counts *counts)
{
  const char *id = marmot_template_question_get_id (question);
  MarmotAssessmentResponse *response = find_response (self, id);
  gboolean has_own = has_own_answer (self, question, response);
  gboolean is_answered
      = response ? is_settled (marmot_assessment_response_get_state (response), marmot_assessment_response_get_text (response),
                               marmot_assessment_response_get_reason (response), has_own)
                 : has_own;
  g_autofree char *path = g_strdup_printf ("responses/%s", id);

  if (marmot_template_question_get_required (question))
    {
      counts->n_required++;
      counts->n_required_answered += is_answered;
      if (!is_answered)
        report (self, "complete/question", MARMOT_SEVERITY_WARNING, path,
                response ? what_to_do (marmot_assessment_response_get_state (response),
                                       marmot_assessment_response_get_text (response), how_to_answer (question))
                         : how_to_answer (question),
                "A question that the template asks of everybody is not answered: %s",
                marmot_template_question_get_text (question));
    }
  if (response && marmot_template_question_get_answer (question) == MARMOT_ANSWER_KIND_CHOICE
      && assessment_is_there (marmot_assessment_response_get_choice (response))
      && !g_strv_contains (marmot_template_question_get_choices (question), marmot_assessment_response_get_choice (response)))
    report (self, "complete/choice", MARMOT_SEVERITY_ERROR, path, "Choose one of those that the template has",
            "What was chosen is none of the choices");
}

static void
check_dimensions (const Check *self,
                  Counts *counts)
{
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);

  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);
      MarmotAssessmentGroup *group = find_group (self, marmot_dimension_get_id (dimension));
      gboolean is_answered = group && assessment_group_is_settled (group);

      if (!marmot_dimension_is_statutory (dimension))
        continue;
      counts->n_statutory++;
      counts->n_statutory_answered += is_answered;
      if (!is_answered)
        {
          g_autofree char *path = g_strdup_printf ("groups/%s", marmot_dimension_get_id (dimension));

          report (self, "H03", MARMOT_SEVERITY_WARNING, path,
                  what_to_do (group ? marmot_assessment_group_get_state (group) : MARMOT_ANSWER_STATE_NOT_YET,
                              group ? marmot_assessment_group_get_text (group) : NULL,
                              "Say what is known of the group, or why nothing is and how it will be found out"),
                  "Nothing is said of a characteristic of the Equality Act: %s", marmot_dimension_get_label (dimension));
        }
    }
}

/* What the assessment has that its template does not know. */
static void
check_strays (const Check *self)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);
  GListStore *groups = marmot_assessment_get_groups (self->of);

  for (guint i = 0; i < assessment_count (responses); i++)
    {
      const char *question = marmot_assessment_response_get_question (assessment_item (responses, i));

      if (!question || !g_hash_table_contains (self->index.questions, question))
        {
          g_autofree char *path = marmot_document_step ("", "responses", i);

          report (self, "complete/no-question", MARMOT_SEVERITY_ERROR, path, "Move its text to where it belongs, or migrate the assessment",
                  "The template has no such question");
        }
      else if (g_hash_table_lookup (self->index.responses, question) != assessment_item (responses, i))
        {
          g_autofree char *path = marmot_document_step ("", "responses", i);

          report (self, "complete/question-twice", MARMOT_SEVERITY_ERROR, path, "Join the answers, and take this one out",
                  "The question has an answer already, and only the first is looked at");
        }
    }
  for (guint i = 0; i < assessment_count (groups); i++)
    {
      const char *dimension = marmot_assessment_group_get_dimension (assessment_item (groups, i));

      if (!dimension || !g_hash_table_contains (self->index.dimensions, dimension))
        {
          g_autofree char *path = marmot_document_step ("", "groups", i);

          report (self, "complete/no-dimension", MARMOT_SEVERITY_ERROR, path,
                  "Move its text to where it belongs, or add the dimension to the template", "The template has no such dimension");
        }
      else if (GPOINTER_TO_UINT (g_hash_table_lookup (self->index.groups, dimension)) != i + 1)
        {
          g_autofree char *path = marmot_document_step ("", "groups", i);

          report (self, "complete/dimension-twice", MARMOT_SEVERITY_ERROR, path, "Join the rows, and take this one out",
                  "The dimension has a row already, and only the first is looked at");
        }
    }
}

static void
check_template (const Check *self)
{
  const char *hash = marmot_assessment_get_template_hash (self->of);

  if (g_strcmp0 (marmot_assessment_get_template (self->of), marmot_assessment_template_get_id (self->template)) != 0)
    report (self, "complete/template", MARMOT_SEVERITY_ERROR, "template", "Check it by its own template, or migrate it",
            "The assessment is of another template");
  else if (assessment_is_there (hash) && g_strcmp0 (hash, marmot_assessment_template_get_digest (self->template)) != 0)
    report (self, "complete/template", MARMOT_SEVERITY_ERROR, "template_hash",
            "Find the template as it was, or migrate the assessment to the one that there is",
            "The words of the template have changed since the assessment was begun");
}

/* --- substance ------------------------------------------------------------------------ */

static void
check_head (const Check *self)
{
  MarmotAssessment *of = self->of;

  if (!assessment_is_there (marmot_assessment_get_sponsor_role (of)))
    report (self, "H01", MARMOT_SEVERITY_WARNING, "sponsor_role", "Name the role of a senior leader",
            "No senior leader sponsors the assessment");
  if (!marmot_assessment_get_completed (of))
    report (self, "H02", MARMOT_SEVERITY_WARNING, "completed", "Say when it was completed", "The assessment has no date");
  if (!assessment_is_there (marmot_assessment_get_programme (of))
      || (!assessment_is_there (marmot_assessment_get_scope (of)) && marmot_assessment_get_age_until (of) == 0))
    report (self, "H02", MARMOT_SEVERITY_WARNING, "scope", "Say what the programme does, where and for whom",
            "What is assessed is not said");
  if (marmot_assessment_get_age_until (of) > 0 && marmot_assessment_get_age_from (of) > marmot_assessment_get_age_until (of))
    report (self, "H02", MARMOT_SEVERITY_WARNING, "age_until", "Correct the one age or the other",
            "The programme begins at an age of %u and ends at %u", marmot_assessment_get_age_from (of),
            marmot_assessment_get_age_until (of));
  if (marmot_assessment_get_starts (of) && marmot_assessment_get_ends (of)
      && marmot_period_get_start_days (marmot_assessment_get_ends (of))
             < marmot_period_get_start_days (marmot_assessment_get_starts (of)))
    report (self, "H02", MARMOT_SEVERITY_WARNING, "ends", "Correct the one day or the other",
            "The programme ends before it starts");
}

/* Its beginning, by which it is told from others. */
static char *
shorten_sentence (const char *text)
{
  return g_utf8_strlen (text, -1) > LONG_SENTENCE ? g_utf8_substring (text, 0, LONG_SENTENCE) : g_strdup (text);
}

/* The sentences of a text, in small letters, with single blanks and without what is no
 * letter or digit: so that a comma makes no other sentence. */
static GPtrArray *
list_sentences (const char *text)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) sentence = g_string_new (NULL);
  gboolean has_blank = FALSE;

  for (const char *at = text ? text : "";; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!letter || letter == '.' || letter == '!' || letter == '?' || letter == '\n')
        {
          if (g_utf8_strlen (sentence->str, -1) >= LEAST_SENTENCE)
            g_ptr_array_add (sentences, shorten_sentence (sentence->str));
          g_string_truncate (sentence, 0);
          has_blank = FALSE;
          if (!letter)
            break;
        }
      else if (g_unichar_isalnum (letter))
        {
          if (has_blank && sentence->len > 0)
            g_string_append_c (sentence, ' ');
          has_blank = FALSE;
          g_string_append_unichar (sentence, g_unichar_tolower (letter));
        }
      else
        has_blank = TRUE;
    }
  return sentences;
}

/* H04: of the rows of the Act's characteristics, the most that hold one same sentence. */
static void
check_sentences (const Check *self,
                 Counts *counts)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  g_autoptr (GHashTable) rows_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer n;

  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);
      const char *id = marmot_assessment_group_get_dimension (group);
      MarmotDimension *dimension = id ? g_hash_table_lookup (self->index.dimensions, id) : NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) sentences = NULL;

      if (!dimension || !marmot_dimension_is_statutory (dimension))
        continue;
      counts->n_rows++;
      sentences = list_sentences (marmot_assessment_group_get_text (group));
      for (guint j = 0; j < sentences->len; j++)
        if (g_hash_table_add (seen, sentences->pdata[j]))
          g_hash_table_insert (rows_of, g_strdup (sentences->pdata[j]),
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (rows_of, sentences->pdata[j])) + 1));
    }
  g_hash_table_iter_init (&iter, rows_of);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    counts->n_same_sentence = MAX (counts->n_same_sentence, GPOINTER_TO_UINT (n));
  if (counts->n_same_sentence < 2)
    counts->n_same_sentence = 0;
  else
    report (self, "H04", MARMOT_SEVERITY_WARNING, "groups", "Say of each group what is particular to it",
            "%u of %u rows hold the same sentence", counts->n_same_sentence, counts->n_rows);
}

/* What follows the first of the words that stands here; NULL if none does. */
static const char *
skip_one_of (const char *at,
             const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_prefix (at, *words))
      return at + strlen (*words);
  return NULL;
}

/* The age in "works with under 18s only", "under-18s", "below the age of 18" and the like; 0
 * for none. */
static guint
find_under (const char *reason)
{
  static const char *const cues[] = { "under", "below", "younger than", NULL };
  static const char *const between[] = { " ", "-", "the ", "age ", "ages ", "aged ", "of ", NULL };
  g_autofree char *text = g_ascii_strdown (reason, -1);

  for (const char *at = text; *at; at++)
    {
      const char *next = at == text || !g_ascii_isalnum (at[-1]) ? skip_one_of (at, cues) : NULL;
      char *end;
      guint64 age;

      if (!next || (*next != ' ' && *next != '-'))
        continue;
      for (const char *word = next; word; word = skip_one_of (word, between))
        next = word;
      age = g_ascii_isdigit (*next) ? g_ascii_strtoull (next, &end, 10) : 0;
      if (age > 0 && age < 150 && *end != '%')
        return (guint) age;
    }
  return 0;
}

/* H05: a reason that the ages of the programme contradict. */
static void
check_reasons (const Check *self)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  guint until = marmot_assessment_get_age_until (self->of);

  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);
      const char *reason = marmot_assessment_group_get_reason (group);
      guint under = assessment_is_there (reason) && marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_NOT_APPLICABLE
                        ? find_under (reason)
                        : 0;
      g_autofree char *path = marmot_document_step ("", "groups", i);

      if (under && until && until >= under)
        report (self, "H05", MARMOT_SEVERITY_WARNING, path, "Answer the row, or correct the ages",
                "It is said not to apply since the programme works with under %us, and the programme is for ages up to %u: "
                "the reason fails %s %u",
                under, until, until == under ? "only at" : "from", under);
      if (marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_NOT_APPLICABLE && !assessment_is_there (reason))
        report (self, "H05", MARMOT_SEVERITY_WARNING, path, "Say why it does not apply",
                "It is said not to apply, and not why");
    }
}

/* H06 and H07. */
static void
check_plans (const Check *self,
             Counts *counts)
{
  GListStore *actions = marmot_assessment_get_actions (self->of);
  GListStore *outcomes = marmot_assessment_get_outcomes (self->of);

  counts->n_actions = assessment_count (actions);
  for (guint i = 0; i < counts->n_actions; i++)
    {
      MarmotAction *action = assessment_item (actions, i);

      counts->n_actions_ready += assessment_is_there (marmot_action_get_owner_role (action)) && marmot_action_get_due (action) != NULL;
    }
  if (counts->n_actions_ready == 0)
    report (self, "H06", MARMOT_SEVERITY_WARNING, "actions", "Record what will be done, by which role and by when",
            counts->n_actions ? "No action has both an owner and a date" : "There is no action");

  counts->n_outcomes = assessment_count (outcomes);
  for (guint i = 0; i < counts->n_outcomes; i++)
    counts->n_outcomes_linked += assessment_is_there (marmot_assessment_outcome_get_indicator (assessment_item (outcomes, i)));
  if (counts->n_outcomes_linked < counts->n_outcomes)
    report (self, "H07", MARMOT_SEVERITY_WARNING, "outcomes", "Name the indicator by which each will be seen to change",
            "%u of %u outcomes are linked to an indicator", counts->n_outcomes_linked, counts->n_outcomes);
}

/* Whether a figure is another one, printed with more decimals. */
static gboolean
rounds_to (const MarmotValue *fine,
           const MarmotValue *coarse)
{
  const double number = marmot_value_get_number (fine);
  double lower, upper;

  return marmot_value_get_decimals (fine) > marmot_value_get_decimals (coarse)
         && marmot_value_get_bounds (coarse, &lower, &upper) && lower <= number && number <= upper;
}

/* Two figures that may be one: "65%", "65.0%" and "65.2%"; not "65", which has another unit. */
static gboolean
agree (const MarmotValue *a,
       const MarmotValue *b,
       const char *first,
       const char *second)
{
  if (marmot_value_equal (a, b))
    return TRUE;
  if (!marmot_value_is_present (a) || !marmot_value_is_present (b) || (strchr (first, '%') != NULL) != (strchr (second, '%') != NULL))
    return FALSE;
  return rounds_to (a, b) || rounds_to (b, a) || marmot_value_get_number (a) == marmot_value_get_number (b);
}

/* H08: one key, several figures: each that is not the first one. */
static void
check_conflicts (const Check *self)
{
  GListStore *evidence = marmot_assessment_get_evidence (self->of);
  /* The first piece of each key that has a figure; the keys are the assessment's. */
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < assessment_count (evidence); i++)
    {
      MarmotEvidence *b = assessment_item (evidence, i);
      const char *key = marmot_evidence_get_key (b);
      MarmotValue *y = marmot_evidence_get_value (b);
      MarmotEvidence *a = assessment_is_there (key) && y ? g_hash_table_lookup (firsts, key) : NULL;
      g_autofree char *first = NULL, *second = NULL, *path = NULL;

      if (assessment_is_there (key) && y && !a)
        g_hash_table_insert (firsts, (gpointer) key, b);
      if (!a)
        continue;
      first = marmot_value_to_string (marmot_evidence_get_value (a));
      second = marmot_value_to_string (y);
      if (agree (marmot_evidence_get_value (a), y, first, second))
        continue;
      path = marmot_document_step ("", "evidence", i);
      report (self, "H08", MARMOT_SEVERITY_WARNING, path,
              "Say which figure holds, or give what is defined otherwise a key of its own",
              "\"%s\" is given as %s and as %s%s", key, first, second,
              g_strcmp0 (marmot_evidence_get_quality (a), marmot_evidence_get_quality (b)) != 0
                  ? ": a possible contradiction, for the two are described differently"
                  : "");
    }
}

/* Whether a reader can tell how far chance goes: by the denominator, or by limits. */
static gboolean
has_basis (MarmotEvidence *evidence)
{
  MarmotValue *denominator = marmot_evidence_get_denominator (evidence);

  return (denominator && marmot_value_is_present (denominator))
         || (marmot_evidence_get_lower (evidence) && marmot_evidence_get_upper (evidence));
}

/* H09: one figure set beside another, and nobody knows of how many people they are. */
static void
check_comparisons (const Check *self)
{
  GListStore *list = marmot_assessment_get_evidence (self->of);

  for (guint i = 0; i < assessment_count (list); i++)
    {
      MarmotEvidence *evidence = assessment_item (list, i);
      const char *key = marmot_evidence_get_comparator (evidence);
      const guint place = key ? GPOINTER_TO_UINT (g_hash_table_lookup (self->index.evidence, key)) : 0;
      MarmotValue *denominator = marmot_evidence_get_comparator_denominator (evidence);
      gboolean is_own = marmot_evidence_get_comparator_value (evidence) || marmot_evidence_get_comparator_text (evidence);
      gboolean has_other = (denominator && marmot_value_is_present (denominator))
                           || (place > 0 && has_basis (assessment_item (list, place - 1)));
      g_autofree char *path = marmot_document_step ("", "evidence", i);

      if (!key && !is_own)
        continue;
      if (key && place == 0 && !is_own)
        report (self, "H09", MARMOT_SEVERITY_WARNING, path, "Add the other evidence, or name what is there",
                "The evidence that it is compared with is not there");
      else if (!has_basis (evidence) && !has_other)
        report (self, "H09", MARMOT_SEVERITY_WARNING, path, "Give both denominators",
                "Two figures are compared, and neither has a denominator");
      else if (!has_basis (evidence))
        report (self, "H09", MARMOT_SEVERITY_WARNING, path, "Give its denominator",
                "A figure is compared with another, and has no denominator");
      else if (!has_other)
        report (self, "H09", MARMOT_SEVERITY_WARNING, path, "Give the denominator of the other figure",
                "A figure is compared with another, which has no denominator");
    }
}

/* H10 and H11: a question about a kind of dimension, whether it has evidence. */
static void
check_kind (const Check *self,
            MarmotDimensionKind kind,
            const char *rule,
            gboolean needs_evidence,
            const char *message,
            const char *fix)
{
  GListModel *questions = marmot_assessment_template_get_questions (self->template);
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);
  gboolean is_asked = FALSE, is_met = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);
      MarmotAssessmentGroup *group
          = marmot_dimension_get_kind (dimension) == kind ? find_group (self, marmot_dimension_get_id (dimension)) : NULL;

      is_asked |= marmot_dimension_get_kind (dimension) == kind;
      if (group)
        is_met |= needs_evidence ? assessment_has_keys (marmot_assessment_group_get_evidence (group))
                                 : assessment_is_there (marmot_assessment_group_get_text (group));
    }
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (MarmotTemplateQuestion) question = g_list_model_get_item (questions, i);
      MarmotAssessmentResponse *response = NULL;

      if (!marmot_template_question_applies_to (question, kind)
          || marmot_template_question_get_answer (question) != MARMOT_ANSWER_KIND_TEXT)
        continue;
      response = find_response (self, marmot_template_question_get_id (question));
      if (response)
        is_met |= needs_evidence ? assessment_has_keys (marmot_assessment_response_get_evidence (response))
                                 : assessment_is_there (marmot_assessment_response_get_text (response));
    }
  if (is_asked && !is_met)
    report (self, rule, MARMOT_SEVERITY_WARNING, NULL, fix, "%s", message);
}

/* H12: harm, or nobody knows, and nothing is done about it. */
static void
check_impacts (const Check *self)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  guint n_unknown = 0;

  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);
      MarmotImpact impact = marmot_assessment_group_get_impact (group);
      gboolean has_mitigation = assessment_is_there (marmot_assessment_group_get_mitigation (group))
                                || assessment_is_there (marmot_assessment_group_get_action (group));
      g_autofree char *path = marmot_document_step ("", "groups", i);

      if (marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_NOT_APPLICABLE || has_mitigation)
        continue;
      if (impact == MARMOT_IMPACT_NEGATIVE || impact == MARMOT_IMPACT_MIXED)
        report (self, "H12", MARMOT_SEVERITY_WARNING, path, "Say what is done about it, by whom and by when",
                "The programme may do harm to the group, and nothing is done about it");
      n_unknown += impact == MARMOT_IMPACT_UNKNOWN
                   && marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_ANSWERED;
    }
  if (n_unknown > 0)
    report (self, "H12", MARMOT_SEVERITY_NOTE, "groups", "Say whether it is good, harm, both or neither",
            "%u of %u rows do not say what the programme does to the group", n_unknown, assessment_count (groups));
}

/* H13: evidence that was old on the day. */
static void
check_ages (const Check *self)
{
  GListStore *evidence = marmot_assessment_get_evidence (self->of);

  for (guint i = 0; i < assessment_count (evidence); i++)
    {
      MarmotPeriod *period = marmot_evidence_get_period (assessment_item (evidence, i));
      g_autoptr (GDate) last = period ? marmot_period_get_last_day (period) : NULL;
      g_autofree char *path = marmot_document_step ("", "evidence", i);

      if (!last)
        continue;
      g_date_add_months (last, OLD_MONTHS);
      if (g_date_compare (last, self->day) < 0)
        report (self, "H13", MARMOT_SEVERITY_NOTE, path, "Look for newer figures", "The evidence is more than two years old");
    }
}

/* H14: an answer that begins by pointing elsewhere, in a short sentence of its own, or that is
 * no more than "n/a". */
static void
check_pointer (const Check *self,
               const char *list,
               guint place,
               const char *text)
{
  static const char *const starts[] = { "see ", "please see ", "as above", "as before", "refer to ", "please refer to ", NULL };
  static const char *const nothing[] = { "n/a", "n/a.", "not applicable", "not applicable.", NULL };
  const char *from = text ? text : "";
  g_autofree char *start = NULL, *path = NULL;
  gboolean is_pointer, is_nothing;

  while (g_ascii_isspace (*from))
    from++;
  start = g_strchomp (g_ascii_strdown (from, (gssize) strnlen (from, LEAST_SENTENCE)));
  is_pointer = skip_one_of (start, starts) && strcspn (from, ".;\n") < LEAST_SENTENCE;
  is_nothing = g_strv_contains (nothing, start);
  if (!is_pointer && !is_nothing)
    return;
  path = marmot_document_step ("", list, place);
  if (is_pointer)
    report (self, "H14", MARMOT_SEVERITY_WARNING, path, "Answer the question itself", "The answer points elsewhere");
  else
    report (self, "H14", MARMOT_SEVERITY_WARNING, path, "Set its state to \"not-applicable\", and give the reason",
            "The answer says no more than that it does not apply");
}

static void
check_pointers (const Check *self)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);
  GListStore *groups = marmot_assessment_get_groups (self->of);

  for (guint i = 0; i < assessment_count (responses); i++)
    check_pointer (self, "responses", i, marmot_assessment_response_get_text (assessment_item (responses, i)));
  for (guint i = 0; i < assessment_count (groups); i++)
    if (marmot_assessment_group_get_state (assessment_item (groups, i)) == MARMOT_ANSWER_STATE_ANSWERED)
      check_pointer (self, "groups", i, marmot_assessment_group_get_text (assessment_item (groups, i)));
}

static gboolean
is_before (MarmotPeriod *a,
           MarmotPeriod *b)
{
  g_autoptr (GDate) x = marmot_period_get_first_day (a);
  g_autoptr (GDate) y = marmot_period_get_first_day (b);

  return g_date_compare (x, y) < 0;
}

/* H15: a programme that changed after it was last looked at. */
static void
check_changes (const Check *self)
{
  MarmotPeriod *changed = marmot_assessment_get_programme_changed (self->of);
  MarmotPeriod *last = marmot_assessment_get_completed (self->of);
  GListStore *reviews = marmot_assessment_get_reviews (self->of);

  for (guint i = 0; i < assessment_count (reviews); i++)
    {
      MarmotPeriod *done = marmot_assessment_review_get_done (assessment_item (reviews, i));

      if (done && (!last || is_before (last, done)))
        last = done;
    }
  if (changed && last && is_before (last, changed))
    report (self, "H15", MARMOT_SEVERITY_WARNING, "programme_changed", "Review the assessment",
            "The programme has changed since the assessment was last looked at");
}

static void
check_review (const Check *self)
{
  switch (marmot_assessment_review_state (self->of, self->template, self->day))
    {
    case MARMOT_REVIEW_STATE_OVERDUE:
      report (self, "review/overdue", MARMOT_SEVERITY_WARNING, "reviews", "Review the assessment", "The review is overdue");
      break;
    case MARMOT_REVIEW_STATE_DUE:
      report (self, "review/due", MARMOT_SEVERITY_NOTE, "reviews", "Review the assessment", "The review is due");
      break;
    case MARMOT_REVIEW_STATE_UNDATED:
      report (self, "review/undated", MARMOT_SEVERITY_WARNING, "reviews", "Say when the review was done",
              "There is the text of a review that carries no date: nobody knows whether it was in time");
      break;
    case MARMOT_REVIEW_STATE_NONE:
    case MARMOT_REVIEW_STATE_NOT_DUE:
    case MARMOT_REVIEW_STATE_DONE:
    case MARMOT_REVIEW_STATE_UNKNOWN:
    default:
      break;
    }
}

static void
count_evidence (const Check *self,
                Counts *counts)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);

  for (guint i = 0; i < assessment_count (responses); i++)
    if (marmot_assessment_response_get_state (assessment_item (responses, i)) == MARMOT_ANSWER_STATE_ANSWERED)
      {
        counts->n_answers++;
        counts->n_answers_with_evidence += assessment_has_keys (marmot_assessment_response_get_evidence (assessment_item (responses, i)));
      }
}

static void
run (const Check *self,
     Counts *counts)
{
  GListModel *questions = marmot_assessment_template_get_questions (self->template);

  check_template (self);
  for (guint i = 0; questions && i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (MarmotTemplateQuestion) question = g_list_model_get_item (questions, i);

      check_question (self, question, counts);
    }
  check_dimensions (self, counts);
  check_strays (self);
  check_head (self);
  check_sentences (self, counts);
  check_reasons (self);
  check_plans (self, counts);
  count_evidence (self, counts);
}

void
assessment_check (MarmotAssessment *of,
                  MarmotAssessmentTemplate *template,
                  const GDate *day,
                  GPtrArray *findings,
                  AssessmentCounts *counts)
{
  Check check = { .of = of, .template = template, .day = day, .findings = findings };

  memset (counts, 0, sizeof *counts);
  assessment_index_init (&check.index, of, template);
  run (&check, counts);
  if (findings)
    {
      check_conflicts (&check);
      check_comparisons (&check);
      check_kind (&check, MARMOT_DIMENSION_KIND_GEOGRAPHIC, "H10", TRUE,
                  "No figure says where people live, or how deprived it is",
                  "Add figures by area or by the Index of Multiple Deprivation");
      check_kind (&check, MARMOT_DIMENSION_KIND_INCLUSION, "H11", FALSE,
                  "Nothing is said of groups whom services reach last", "Say what the programme does for them");
      check_impacts (&check);
      check_ages (&check);
      check_pointers (&check);
      check_changes (&check);
      check_review (&check);
      assessment_check_links (of, findings);
      marmot_document_scan (of, "", findings);
    }
  assessment_index_clear (&check.index);
}

GPtrArray *
marmot_assessment_validate (MarmotAssessment *self,
                            MarmotAssessmentTemplate *form,
                            const GDate *day)
{
  GPtrArray *findings;
  Counts counts;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  assessment_check (self, form, day, findings, &counts);
  return findings;
}

MarmotTable *
marmot_assessment_summarise (MarmotAssessment *self,
                             MarmotAssessmentTemplate *form)
{
  static const char *const names[] = { "what", "n", "of", NULL };
  static const char *const what[] = { "required questions answered", "statutory characteristics answered",
                                      "rows with the same sentence", "actions with owner and date",
                                      "outcomes linked to an indicator", "answers with evidence", NULL };
  Counts counts;
  gint64 numbers[2][6];
  MarmotColumn *columns[3];
  MarmotTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);

  assessment_check (self, form, NULL, NULL, &counts);
  memcpy (numbers[0], (gint64[]){ counts.n_required_answered, counts.n_statutory_answered, counts.n_same_sentence,
                                  counts.n_actions_ready, counts.n_outcomes_linked, counts.n_answers_with_evidence },
          sizeof numbers[0]);
  memcpy (numbers[1], (gint64[]){ counts.n_required, counts.n_statutory, counts.n_rows, counts.n_actions, counts.n_outcomes,
                                  counts.n_answers },
          sizeof numbers[1]);
  columns[0] = marmot_column_new_text (what);
  columns[1] = marmot_column_new_integer (numbers[0], 6);
  columns[2] = marmot_column_new_integer (numbers[1], 6);
  table = marmot_table_new (names, columns, 3, NULL);
  for (guint i = 0; i < 3; i++)
    marmot_column_unref (columns[i]);
  return table;
}

/* --- reviews ------------------------------------------------------------------------- */

gboolean
marmot_assessment_get_review_window (MarmotAssessment *self,
                                     MarmotAssessmentTemplate *form,
                                     GDate *from,
                                     GDate *until)
{
  g_autoptr (GDate) completed = NULL;
  guint months;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), FALSE);
  g_return_val_if_fail (from != NULL && until != NULL, FALSE);

  months = marmot_assessment_template_get_review_until (form);
  g_date_clear (from, 1);
  g_date_clear (until, 1);
  if (months == 0 || !marmot_assessment_get_completed (self))
    return FALSE;
  completed = marmot_period_get_first_day (marmot_assessment_get_completed (self));
  *from = *completed;
  *until = *completed;
  g_date_add_months (from, marmot_assessment_template_get_review_from (form));
  g_date_add_months (until, months);
  return TRUE;
}

MarmotReviewState
marmot_assessment_review_state (MarmotAssessment *self,
                                MarmotAssessmentTemplate *form,
                                const GDate *day)
{
  g_autoptr (GDate) completed = NULL;
  GListStore *reviews;
  gboolean is_undated = FALSE;
  GDate from, until;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), MARMOT_REVIEW_STATE_UNKNOWN);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), MARMOT_REVIEW_STATE_UNKNOWN);
  g_return_val_if_fail (day != NULL && g_date_valid (day), MARMOT_REVIEW_STATE_UNKNOWN);

  if (marmot_assessment_template_get_review_until (form) == 0)
    return MARMOT_REVIEW_STATE_NONE;
  /* What was looked back upon before the assessment was completed anew was its old text. */
  if (marmot_assessment_get_completed (self))
    completed = marmot_period_get_first_day (marmot_assessment_get_completed (self));
  reviews = marmot_assessment_get_reviews (self);
  for (guint i = 0; i < assessment_count (reviews); i++)
    {
      MarmotPeriod *done = marmot_assessment_review_get_done (assessment_item (reviews, i));
      g_autoptr (GDate) when = done ? marmot_period_get_first_day (done) : NULL;

      if (when && g_date_compare (when, day) <= 0 && (!completed || g_date_compare (when, completed) >= 0))
        return MARMOT_REVIEW_STATE_DONE;
      is_undated |= !done && assessment_is_there (marmot_assessment_review_get_text (assessment_item (reviews, i)));
    }
  if (!marmot_assessment_get_review_window (self, form, &from, &until))
    return MARMOT_REVIEW_STATE_UNKNOWN;
  if (g_date_compare (day, &from) < 0)
    return MARMOT_REVIEW_STATE_NOT_DUE;
  if (is_undated)
    return MARMOT_REVIEW_STATE_UNDATED;
  return g_date_compare (day, &until) <= 0 ? MARMOT_REVIEW_STATE_DUE : MARMOT_REVIEW_STATE_OVERDUE;
}
