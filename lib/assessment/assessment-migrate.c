/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An assessment by another template. Nothing of it is dropped: what has no place there stays
 * under its old short name.
 */
#include "assessment-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "mapping-private.h"

typedef struct
{
  MarmotAssessment *of;
  MarmotAssessmentTemplate *old_form; /* nullable */
  MarmotAssessmentTemplate *new_form;
  MarmotTemplateMapping *mapping; /* nullable */
} Migration;

/* What questions and dimensions have in common. */
typedef struct
{
  const char *what;
  GListModel *(*list) (MarmotAssessmentTemplate *form);
  const char *(*get_id) (gpointer item);
  gboolean (*has) (MarmotAssessmentTemplate *form,
                   const char *id);
  const char *(*find) (MarmotTemplateMapping *mapping,
                       const char *id);
  GListStore *(*list_answers) (MarmotAssessment *of);
  const char *(*get_of) (gpointer answer);
  gboolean (*says) (gpointer answer);
} Part;

static const char *
get_question_id (gpointer item)
{
  return marmot_template_question_get_id (item);
}

static const char *
get_dimension_id (gpointer item)
{
  return marmot_dimension_get_id (item);
}

static const char *
get_question (gpointer response)
{
  return marmot_assessment_response_get_question (response);
}

static const char *
get_dimension (gpointer group)
{
  return marmot_assessment_group_get_dimension (group);
}

static gboolean
response_says (gpointer response)
{
  return marmot_assessment_response_get_text (response) || marmot_assessment_response_get_choice (response)
         || marmot_assessment_response_get_reason (response);
}

static gboolean
group_says (gpointer group)
{
  return marmot_assessment_group_get_text (group) || marmot_assessment_group_get_reason (group)
         || marmot_assessment_group_get_mitigation (group);
}

static const Part parts[] = {
  { "question", marmot_assessment_template_get_questions, get_question_id, mapping_has_question, marmot_template_mapping_find_question,
    marmot_assessment_get_responses, get_question, response_says },
  { "dimension", marmot_assessment_template_get_dimensions, get_dimension_id, mapping_has_dimension,
    marmot_template_mapping_find_dimension, marmot_assessment_get_groups, get_dimension, group_says },
};

#define QUESTIONS (&parts[0])
#define DIMENSIONS (&parts[1])

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (list);
}

/* Without a reference: the list holds it. */
static gpointer
item_at (gpointer list,
         guint place)
{
  gpointer item = g_list_model_get_item (list, place);

  g_object_unref (item);
  return item;
}

/* What an old short name becomes; NULL if it has no place in the new template. */
static const char *
find_new (const Migration *self,
          const Part *part,
          const char *id)
{
  const char *to = self->mapping && id ? part->find (self->mapping, id) : NULL;

  if (to)
    return to;
  return id && part->has (self->new_form, id) ? id : NULL;
}

/* --- what belongs together ------------------------------------------------------------ */

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

static gboolean
check_forms (const Migration *self,
             GError **error)
{
  const char *id = marmot_assessment_get_template (self->of);
  const char *hash = marmot_assessment_get_template_hash (self->of);

  if (self->old_form && id && g_strcmp0 (id, marmot_assessment_template_get_id (self->old_form)) != 0)
    return refuse (error, "The old template is not the one that the assessment answers: give that one, or none if it is lost");
  if (self->old_form && hash && g_strcmp0 (hash, marmot_assessment_template_get_digest (self->old_form)) != 0)
    return refuse (error, "The words of the old template have changed since the assessment was begun: give it as it was, or "
                          "none if that is lost");
  if (self->mapping
      && ((id && g_strcmp0 (id, marmot_template_mapping_get_old_template (self->mapping)) != 0)
          || g_strcmp0 (marmot_assessment_template_get_id (self->new_form),
                        marmot_template_mapping_get_new_template (self->mapping))
                 != 0))
    return refuse (error, "The mapping is between other templates: give one from the template of the assessment to the new one");
  return !self->mapping || mapping_check (self->mapping, self->old_form, self->new_form, error);
}

/* The short names of what is mapped or not, each once: those of the old template, and what
 * the assessment has besides. */
static GPtrArray *
list_old (const Migration *self,
          const Part *part)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *asked = self->old_form ? part->list (self->old_form) : NULL;
  GListStore *answers = part->list_answers (self->of);

  for (guint i = 0; asked && i < count (asked); i++)
    {
      const char *id = part->get_id (item_at (asked, i));

      if (g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  for (guint i = 0; i < count (answers); i++)
    {
      const char *id = part->get_of (item_at (answers, i));

      if (id && g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  return ids;
}

/* Rows of two dimensions are not joined. */
static gboolean
check_dimensions (const Migration *self,
                  GError **error)
{
  g_autoptr (GPtrArray) ids = list_old (self, DIMENSIONS);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *to = find_new (self, DIMENSIONS, ids->pdata[i]);

      if (to && !g_hash_table_add (seen, (gpointer) to))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "dimensions/%s: another dimension becomes the same: rows are not joined; map it to another",
                       (const char *) ids->pdata[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/* --- answers -------------------------------------------------------------------------- */

/* "2 b) Socio-economic status or geographic deprivation" */
static char *
make_heading (const Migration *self,
              const char *id)
{
  MarmotTemplateQuestion *question = self->old_form ? marmot_assessment_template_find_question (self->old_form, id) : NULL;
  const char *number = question ? marmot_template_question_get_number (question) : NULL;

  if (!question)
    return g_strdup (id);
  return g_strdup_printf ("%s%s%s", number ? number : "", number ? " " : "", marmot_template_question_get_text (question));
}

static void
append_part (GString *out,
             const char *heading,
             const char *choice,
             const char *text)
{
  if (!choice && !text)
    return;
  if (out->len)
    g_string_append (out, "\n\n");
  if (heading)
    g_string_append_printf (out, "%s\n", heading);
  if (choice)
    g_string_append_printf (out, "%s%s", choice, text ? "\n" : "");
  if (text)
    g_string_append (out, text);
}

static MarmotAnswerState
join_states (GPtrArray *responses)
{
  MarmotAnswerState state = marmot_assessment_response_get_state (responses->pdata[0]);

  for (guint i = 0; i < responses->len; i++)
    {
      MarmotAnswerState own = marmot_assessment_response_get_state (responses->pdata[i]);

      if (own == MARMOT_ANSWER_STATE_ANSWERED)
        return own;
      if (own != state)
        state = MARMOT_ANSWER_STATE_NOT_YET;
    }
  return state;
}

/* The keys of all, each once. */
static char **
join_evidence (GPtrArray *responses)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < responses->len; i++)
    {
      const char *const *own = marmot_assessment_response_get_evidence (responses->pdata[i]);

      for (guint j = 0; own && own[j]; j++)
        if (g_hash_table_add (seen, (gpointer) own[j]))
          g_strv_builder_add (keys, own[j]);
    }
  return g_strv_builder_end (keys);
}

/* What several answers become, or one. A choice stays one where there is one and the new
 * question has choices; else it is text. */
static MarmotAssessmentResponse *
join_responses (const Migration *self,
                GPtrArray *responses,
                const char *to)
{
  MarmotTemplateQuestion *question = marmot_assessment_template_find_question (self->new_form, to);
  MarmotAssessmentResponse *made = marmot_assessment_response_new ();
  const gboolean has_choices = marmot_template_question_get_answer (question) == MARMOT_ANSWER_KIND_CHOICE;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) reason = g_string_new (NULL);
  g_auto (GStrv) evidence = join_evidence (responses);
  const char *choice = NULL;
  guint n_choices = 0;

  for (guint i = 0; i < responses->len; i++)
    n_choices += marmot_assessment_response_get_choice (responses->pdata[i]) != NULL;
  for (guint i = 0; i < responses->len; i++)
    {
      MarmotAssessmentResponse *response = responses->pdata[i];
      g_autofree char *heading
          = responses->len > 1 ? make_heading (self, marmot_assessment_response_get_question (response)) : NULL;
      const char *own = marmot_assessment_response_get_choice (response);

      if (own && has_choices && n_choices == 1)
        {
          choice = own;
          own = NULL;
        }
      append_part (text, heading, own, marmot_assessment_response_get_text (response));
      append_part (reason, heading, NULL, marmot_assessment_response_get_reason (response));
    }
  g_object_set (made, "question", to, "state", join_states (responses), "text", text->str, "choice", choice, "reason",
                reason->str, "evidence", evidence, NULL);
  return made;
}

/* The answers in their order, each target where the first of its answers stood. */
static void
move_responses (const Migration *self,
                MarmotAssessment *made)
{
  GListStore *from = marmot_assessment_get_responses (self->of);
  GListStore *to = marmot_assessment_get_responses (made);
  g_autoptr (GHashTable) of_target
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  g_list_store_remove_all (to);
  for (guint i = 0; i < count (from); i++)
    {
      const char *target = find_new (self, QUESTIONS, get_question (item_at (from, i)));
      GPtrArray *responses = target ? g_hash_table_lookup (of_target, target) : NULL;

      if (target && !responses)
        {
          responses = g_ptr_array_new ();
          g_hash_table_insert (of_target, (gpointer) target, responses);
        }
      if (responses)
        g_ptr_array_add (responses, item_at (from, i));
    }
  for (guint i = 0; i < count (from); i++)
    {
      MarmotAssessmentResponse *response = item_at (from, i);
      const char *target = find_new (self, QUESTIONS, get_question (response));
      GPtrArray *responses = target ? g_hash_table_lookup (of_target, target) : NULL;
      g_autoptr (MarmotAssessmentResponse) next = NULL;

      if (!responses)
        next = marmot_assessment_response_copy (response);
      else if (responses->pdata[0] == response)
        next = join_responses (self, responses, target);
      if (next)
        g_list_store_append (to, next);
    }
}

static void
move_groups (const Migration *self,
             MarmotAssessment *made)
{
  GListStore *groups = marmot_assessment_get_groups (made);

  for (guint i = 0; i < count (groups); i++)
    {
      MarmotAssessmentGroup *group = item_at (groups, i);
      const char *target = find_new (self, DIMENSIONS, get_dimension (group));

      if (target)
        marmot_assessment_group_set_dimension (group, target);
    }
}

/* --- what became of each --------------------------------------------------------------- */

enum
{
  WHAT,
  FROM,
  TO,
  OUTCOME,
  HAD_ANSWER,
  N_COLUMNS
};

static void
append_row (MarmotColumnBuilder **columns,
            const char *what,
            const char *from,
            const char *to,
            const char *outcome,
            gboolean had_answer)
{
  const char *const cells[] = { what, from, to, outcome };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i])
      marmot_column_builder_append_text (columns[i], cells[i], strlen (cells[i]));
    else
      marmot_column_builder_append_null (columns[i]);
  marmot_column_builder_append_boolean (columns[HAD_ANSWER], had_answer);
}

static gboolean
had_answer (const Migration *self,
            const Part *part,
            const char *id)
{
  GListStore *answers = part->list_answers (self->of);

  for (guint i = 0; i < count (answers); i++)
    if (g_strcmp0 (part->get_of (item_at (answers, i)), id) == 0 && part->says (item_at (answers, i)))
      return TRUE;
  return FALSE;
}

static void
append_part_rows (const Migration *self,
                  const Part *part,
                  MarmotColumnBuilder **columns)
{
  g_autoptr (GPtrArray) ids = list_old (self, part);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *asked = part->list (self->new_form);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *to = find_new (self, part, ids->pdata[i]);

      append_row (columns, part->what, ids->pdata[i], to, to ? "mapped" : "unmapped", had_answer (self, part, ids->pdata[i]));
      if (to)
        g_hash_table_add (met, (gpointer) to);
    }
  for (guint i = 0; i < count (asked); i++)
    {
      const char *id = part->get_id (item_at (asked, i));

      if (!g_hash_table_contains (met, id))
        append_row (columns, part->what, NULL, id, "new", FALSE);
    }
}

static MarmotTable *
make_outcome (const Migration *self)
{
  static const char *const names[] = { "what", "from", "to", "outcome", "had_answer", NULL };
  MarmotColumnBuilder *builders[N_COLUMNS];
  MarmotColumn *columns[N_COLUMNS];
  MarmotTable *table;

  for (guint i = 0; i < N_COLUMNS; i++)
    builders[i] = marmot_column_builder_new (i == HAD_ANSWER ? MARMOT_COLUMN_BOOLEAN : MARMOT_COLUMN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_part_rows (self, &parts[i], builders);
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = marmot_column_builder_finish (builders[i]);
  table = marmot_table_new (names, columns, N_COLUMNS, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    marmot_column_unref (columns[i]);
  return table;
}

MarmotAssessment *
marmot_assessment_migrate (MarmotAssessment *self,
                           MarmotAssessmentTemplate *old_form,
                           MarmotAssessmentTemplate *new_form,
                           MarmotTemplateMapping *mapping,
                           MarmotTable **outcome,
                           GError **error)
{
  const Migration migration = { self, old_form, new_form, mapping };
  MarmotAssessment *made;

  if (outcome)
    *outcome = NULL;
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (old_form == NULL || MARMOT_IS_ASSESSMENT_TEMPLATE (old_form), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (new_form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (new_form) != NULL, NULL);
  g_return_val_if_fail (mapping == NULL || MARMOT_IS_TEMPLATE_MAPPING (mapping), NULL);

  if (!check_forms (&migration, error) || !check_dimensions (&migration, error))
    return NULL;
  made = marmot_assessment_copy (self);
  assessment_history_clear (assessment_get_history (made));
  assessment_enter_state (made, MARMOT_ASSESSMENT_STATE_DRAFT);
  g_object_set (made, "template", marmot_assessment_template_get_id (new_form), "template-hash",
                marmot_assessment_template_get_digest (new_form), NULL);
  move_responses (&migration, made);
  move_groups (&migration, made);
  if (outcome)
    *outcome = make_outcome (&migration);
  return made;
}
