/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a register says of its assessments together.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "assessment-index-private.h"
#include "assessment-table-private.h"
#include "register-private.h"

/* The Julian day, as GDate counts them, of 1 January 1970. */
#define JULIAN_1970 719163

static gint32
count_days (const GDate *day)
{
  return (gint32) g_date_get_julian (day) - JULIAN_1970;
}

/* How it stands with one assessment on a day. */
typedef struct
{
  const RegisterEntry *entry;
  MarmotAssessmentTemplate *form; /* NULL if it is not known */
  AssessmentCounts counts;
  MarmotReviewState review;
  gint32 review_from, review_until; /* G_MININT32 for none */
  guint n_ready, n_open, n_overdue, n_dated; /* actions; dated are those that are open and have a date */
} Standing;

static void
standing_init (Standing *self,
               MarmotAssessmentRegister *of,
               guint place,
               const GDate *day,
               GPtrArray *findings)
{
  MarmotAssessment *assessment;
  GListStore *actions;
  GDate from, until;

  memset (self, 0, sizeof *self);
  self->entry = register_peek (of, place);
  assessment = self->entry->assessment;
  self->form = marmot_assessment_register_find_template (of, assessment);
  self->review_from = self->review_until = G_MININT32;
  self->review = MARMOT_REVIEW_STATE_UNKNOWN;
  if (self->form)
    {
      assessment_check (assessment, self->form, day, findings, &self->counts);
      self->review = marmot_assessment_review_state (assessment, self->form, day);
      if (marmot_assessment_get_review_window (assessment, self->form, &from, &until))
        {
          self->review_from = count_days (&from);
          self->review_until = count_days (&until);
        }
    }
  actions = marmot_assessment_get_actions (assessment);
  for (guint i = 0; i < assessment_count (actions); i++)
    {
      MarmotAction *action = assessment_item (actions, i);
      const MarmotActionState state = marmot_action_get_state_on (action, day);

      self->n_ready += assessment_is_ready (action);
      if (state == MARMOT_ACTION_DONE || state == MARMOT_ACTION_DROPPED)
        continue;
      self->n_open++;
      self->n_dated += marmot_action_get_due_state (action) == MARMOT_DUE_DATED;
      self->n_overdue += marmot_action_is_overdue (action, day);
    }
}

static gint32
get_completed (MarmotAssessment *assessment)
{
  MarmotPeriod *completed = marmot_assessment_get_completed (assessment);

  return completed ? marmot_period_get_start_days (completed) : G_MININT32;
}

/* --- summary -------------------------------------------------------------------------------- */

MarmotTable *
marmot_assessment_register_summarise (MarmotAssessmentRegister *self,
                                      const GDate *day)
{
  static const AssessmentColumn columns[] = { { "what", 's' }, { "n", 'i' }, { "of", 'i' } };
  static const char *const states[] = { "drafts", "submitted", "approved", "published", "superseded", "withdrawn" };
  guint n_states[G_N_ELEMENTS (states)] = { 0 };
  guint n, n_known = 0, n_complete = 0, n_statutory = 0, n_current = 0, n_reviewed = 0;
  guint n_due = 0, n_overdue = 0, n_undated = 0, n_actions = 0, n_open = 0, n_dated = 0, n_late = 0, n_ready = 0;
  guint n_outcomes = 0, n_linked = 0, n_answers = 0, n_supported = 0;
  AssessmentTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  n = register_count (self);
  for (guint i = 0; i < n; i++)
    {
      Standing at;
      guint state;

      standing_init (&at, self, i, day, NULL);
      state = (guint) marmot_assessment_get_state (at.entry->assessment);
      if (state < G_N_ELEMENTS (n_states))
        n_states[state]++;
      if (at.form)
        {
          n_known++;
          n_complete += at.counts.n_required_answered == at.counts.n_required;
          n_statutory += at.counts.n_statutory_answered == at.counts.n_statutory;
        }
      if (!register_is_current (at.entry->assessment))
        continue;
      n_current++;
      n_actions += assessment_count (marmot_assessment_get_actions (at.entry->assessment));
      n_ready += at.n_ready;
      n_open += at.n_open;
      n_dated += at.n_dated;
      n_late += at.n_overdue;
      if (!at.form)
        continue;
      n_reviewed += at.review != MARMOT_REVIEW_STATE_NONE;
      n_due += at.review == MARMOT_REVIEW_STATE_DUE;
      n_overdue += at.review == MARMOT_REVIEW_STATE_OVERDUE;
      n_undated += at.review == MARMOT_REVIEW_STATE_UNDATED;
      n_outcomes += at.counts.n_outcomes;
      n_linked += at.counts.n_outcomes_linked;
      n_answers += at.counts.n_answers;
      n_supported += at.counts.n_answers_with_evidence;
    }

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
#define ROW(what, count, of) assessment_table_add (table, what, (gint64) (count), (gint64) (of))
  ROW ("assessments with a template that is known", n_known, n);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    ROW (states[i], n_states[i], n);
  ROW ("all required questions answered", n_complete, n_known);
  ROW ("all statutory characteristics answered", n_statutory, n_known);
  ROW ("neither superseded nor withdrawn", n_current, n);
  ROW ("reviews due", n_due, n_reviewed);
  ROW ("reviews overdue", n_overdue, n_reviewed);
  ROW ("reviews undated", n_undated, n_reviewed);
  ROW ("actions open", n_open, n_actions);
  ROW ("actions overdue", n_late, n_dated);
  ROW ("actions with owner and date", n_ready, n_actions);
  ROW ("outcomes linked to an indicator", n_linked, n_outcomes);
  ROW ("answers with evidence", n_supported, n_answers);
#undef ROW
  return assessment_table_finish (table);
}

/* --- a row an assessment ---------------------------------------------------------------------- */

static void
count_severities (GPtrArray *findings,
                  guint *n_warnings,
                  guint *n_errors)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotSeverity severity = marmot_finding_get_severity (findings->pdata[i]);

      *n_warnings += severity == MARMOT_SEVERITY_WARNING;
      *n_errors += severity == MARMOT_SEVERITY_ERROR;
    }
}

MarmotTable *
marmot_assessment_register_list_states (MarmotAssessmentRegister *self,
                                        const GDate *day)
{
  static const AssessmentColumn columns[] = {
    { "file", 's' },        { "id", 's' },         { "programme", 's' },           { "organisation", 's' },
    { "owner_role", 's' },  { "template", 's' },   { "state", 's' },               { "completed", 'd' },
    { "review", 's' },      { "review_from", 'd' }, { "review_until", 'd' },       { "n_required", 'i' },
    { "n_required_answered", 'i' }, { "n_statutory", 'i' }, { "n_statutory_answered", 'i' }, { "n_actions", 'i' },
    { "n_actions_open", 'i' }, { "n_actions_overdue", 'i' }, { "n_warnings", 'i' }, { "n_errors", 'i' },
  };
  AssessmentTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < register_count (self); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
      guint n_warnings = 0, n_errors = 0;
      MarmotAssessment *of;
      Standing at;

      standing_init (&at, self, i, day, findings);
      count_severities (findings, &n_warnings, &n_errors);
      of = at.entry->assessment;
#define KNOWN(number) (at.form ? (gint64) (number) : G_MININT64)
      assessment_table_add (table, at.entry->file, marmot_assessment_get_id (of), marmot_assessment_get_programme (of),
                            marmot_assessment_get_organisation (of), marmot_assessment_get_owner_role (of),
                            marmot_assessment_get_template (of),
                            assessment_nick (MARMOT_TYPE_ASSESSMENT_STATE, (int) marmot_assessment_get_state (of)),
                            get_completed (of),
                            at.form ? assessment_nick (MARMOT_TYPE_REVIEW_STATE, (int) at.review) : NULL, at.review_from,
                            at.review_until, KNOWN (at.counts.n_required), KNOWN (at.counts.n_required_answered),
                            KNOWN (at.counts.n_statutory), KNOWN (at.counts.n_statutory_answered),
                            (gint64) assessment_count (marmot_assessment_get_actions (of)), (gint64) at.n_open,
                            (gint64) at.n_overdue, KNOWN (n_warnings), KNOWN (n_errors));
#undef KNOWN
    }
  return assessment_table_finish (table);
}

/* --- reviews and actions that wait -------------------------------------------------------------- */

static int
compare_until (gconstpointer a,
               gconstpointer b)
{
  const Standing *x = *(const Standing *const *) a;
  const Standing *y = *(const Standing *const *) b;

  if (x->review_until != y->review_until)
    return x->review_until < y->review_until ? -1 : 1;
  return g_strcmp0 (marmot_assessment_get_id (x->entry->assessment), marmot_assessment_get_id (y->entry->assessment));
}

MarmotTable *
marmot_assessment_register_list_reviews (MarmotAssessmentRegister *self,
                                         const GDate *day)
{
  static const AssessmentColumn columns[] = {
    { "file", 's' },   { "id", 's' },          { "programme", 's' },    { "owner_role", 's' },
    { "review", 's' }, { "review_from", 'd' }, { "review_until", 'd' }, { "days_overdue", 'i' },
  };
  g_autoptr (GPtrArray) waiting = NULL;
  AssessmentTable *table;
  gint32 today;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  today = count_days (day);
  waiting = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < register_count (self); i++)
    {
      const RegisterEntry *entry = register_peek (self, i);
      MarmotAssessmentTemplate *form = marmot_assessment_register_find_template (self, entry->assessment);
      MarmotReviewState review = form ? marmot_assessment_review_state (entry->assessment, form, day) : MARMOT_REVIEW_STATE_UNKNOWN;
      Standing *at;
      GDate from, until;

      if (!register_is_current (entry->assessment)
          || (review != MARMOT_REVIEW_STATE_DUE && review != MARMOT_REVIEW_STATE_OVERDUE
              && review != MARMOT_REVIEW_STATE_UNDATED))
        continue;
      at = g_new0 (Standing, 1);
      at->entry = entry;
      at->review = review;
      at->review_from = at->review_until = G_MININT32;
      if (marmot_assessment_get_review_window (entry->assessment, form, &from, &until))
        {
          at->review_from = count_days (&from);
          at->review_until = count_days (&until);
        }
      g_ptr_array_add (waiting, at);
    }
  g_ptr_array_sort (waiting, compare_until);

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < waiting->len; i++)
    {
      const Standing *at = waiting->pdata[i];
      MarmotAssessment *of = at->entry->assessment;

      assessment_table_add (table, at->entry->file, marmot_assessment_get_id (of), marmot_assessment_get_programme (of),
                            marmot_assessment_get_owner_role (of), assessment_nick (MARMOT_TYPE_REVIEW_STATE, (int) at->review),
                            at->review_from, at->review_until, (gint64) MAX (0, today - at->review_until));
    }
  return assessment_table_finish (table);
}

typedef struct
{
  const RegisterEntry *entry;
  MarmotAction *action; /* the assessment's */
  guint n_days;
} Late;

static int
compare_late (gconstpointer a,
              gconstpointer b)
{
  const Late *x = a, *y = b;

  if (x->n_days != y->n_days)
    return x->n_days > y->n_days ? -1 : 1;
  return g_strcmp0 (marmot_assessment_get_id (x->entry->assessment), marmot_assessment_get_id (y->entry->assessment));
}

MarmotTable *
marmot_assessment_register_list_overdue (MarmotAssessmentRegister *self,
                                         const GDate *day)
{
  static const AssessmentColumn columns[] = {
    { "file", 's' },       { "id", 's' },           { "action", 's' }, { "text", 's' },
    { "owner_role", 's' }, { "organisation", 's' }, { "due", 'd' },    { "days_overdue", 'i' },
  };
  g_autoptr (GArray) late = NULL;
  AssessmentTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  late = g_array_new (FALSE, FALSE, sizeof (Late));
  for (guint i = 0; i < register_count (self); i++)
    {
      const RegisterEntry *entry = register_peek (self, i);
      GListStore *actions = marmot_assessment_get_actions (entry->assessment);

      for (guint j = 0; register_is_current (entry->assessment) && j < assessment_count (actions); j++)
        {
          const Late one = { entry, assessment_item (actions, j),
                             marmot_action_get_days_overdue (assessment_item (actions, j), day) };

          if (one.n_days > 0)
            g_array_append_val (late, one);
        }
    }
  g_array_sort (late, compare_late);

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < late->len; i++)
    {
      const Late *one = &g_array_index (late, Late, i);

      assessment_table_add (table, one->entry->file, marmot_assessment_get_id (one->entry->assessment),
                            marmot_action_get_id (one->action), marmot_action_get_text (one->action),
                            marmot_action_get_owner_role (one->action), marmot_action_get_organisation (one->action),
                            marmot_period_get_end_days (marmot_action_get_due (one->action)) - 1, (gint64) one->n_days);
    }
  return assessment_table_finish (table);
}

/* --- gaps --------------------------------------------------------------------------------------- */

typedef struct
{
  char *rule;
  char *message; /* of the first */
  MarmotSeverity severity;
  guint n_assessments;
  guint n_findings;
  guint last; /* the assessment that was counted last, from 1 */
} Gap;

static void
gap_free (gpointer data)
{
  Gap *gap = data;

  g_free (gap->rule);
  g_free (gap->message);
  g_free (gap);
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const Gap *x = *(const Gap *const *) a;
  const Gap *y = *(const Gap *const *) b;

  if (x->n_assessments != y->n_assessments)
    return x->n_assessments > y->n_assessments ? -1 : 1;
  return strcmp (x->rule, y->rule);
}

static void
count_gap (GHashTable *by_rule,
           GPtrArray *gaps,
           MarmotFinding *finding,
           guint place)
{
  const char *rule = marmot_finding_get_rule (finding);
  Gap *gap = g_hash_table_lookup (by_rule, rule);

  if (!gap)
    {
      gap = g_new0 (Gap, 1);
      gap->rule = g_strdup (rule);
      gap->message = g_strdup (marmot_finding_get_message (finding));
      g_ptr_array_add (gaps, gap);
      g_hash_table_insert (by_rule, gap->rule, gap);
    }
  gap->n_findings++;
  gap->n_assessments += gap->last != place + 1;
  gap->last = place + 1;
  gap->severity = MAX (gap->severity, marmot_finding_get_severity (finding));
}

MarmotTable *
marmot_assessment_register_count_gaps (MarmotAssessmentRegister *self,
                                       const GDate *day)
{
  static const AssessmentColumn columns[] = {
    { "rule", 's' }, { "severity", 's' }, { "n_assessments", 'i' }, { "of", 'i' }, { "n_findings", 'i' }, { "message", 's' },
  };
  g_autoptr (GHashTable) by_rule = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  AssessmentTable *table;
  guint n_checked = 0;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  by_rule = g_hash_table_new (g_str_hash, g_str_equal);
  gaps = g_ptr_array_new_with_free_func (gap_free);
  for (guint i = 0; i < register_count (self); i++)
    {
      MarmotAssessment *assessment = register_peek (self, i)->assessment;
      MarmotAssessmentTemplate *form = marmot_assessment_register_find_template (self, assessment);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
      AssessmentCounts counts;

      if (!form || !register_is_current (assessment))
        continue;
      n_checked++;
      assessment_check (assessment, form, day, findings, &counts);
      for (guint j = 0; j < findings->len; j++)
        count_gap (by_rule, gaps, findings->pdata[j], i);
    }
  g_ptr_array_sort (gaps, compare_gaps);

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = gaps->pdata[i];

      assessment_table_add (table, gap->rule, assessment_nick (MARMOT_TYPE_SEVERITY, (int) gap->severity),
                            (gint64) gap->n_assessments, (gint64) n_checked, (gint64) gap->n_findings, gap->message);
    }
  return assessment_table_finish (table);
}

/* --- characteristics ------------------------------------------------------------------------------ */

typedef struct
{
  MarmotDimension *dimension; /* the template's */
  guint n, n_answered, n_with_evidence;
} Dimension;

/* Whether a row names evidence that the assessment has. */
static gboolean
has_evidence (MarmotAssessmentGroup *group,
              GHashTable *evidence)
{
  const char *const *keys = marmot_assessment_group_get_evidence (group);

  for (gsize i = 0; keys && keys[i]; i++)
    if (g_hash_table_contains (evidence, keys[i]))
      return TRUE;
  return FALSE;
}

static void
count_dimensions_of (MarmotAssessment *assessment,
                     MarmotAssessmentTemplate *form,
                     GHashTable *by_id,
                     GPtrArray *dimensions)
{
  GListModel *asked = marmot_assessment_template_get_dimensions (form);
  GListStore *groups = marmot_assessment_get_groups (assessment);
  AssessmentIndex index;

  assessment_index_init (&index, assessment, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (asked); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (asked, i);
      const char *id = marmot_dimension_get_id (dimension);
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index.groups, id));
      Dimension *counted = g_hash_table_lookup (by_id, id);

      if (!counted)
        {
          counted = g_new0 (Dimension, 1);
          counted->dimension = dimension;
          g_ptr_array_add (dimensions, counted);
          g_hash_table_insert (by_id, (gpointer) id, counted);
        }
      counted->n++;
      if (place > 0)
        {
          MarmotAssessmentGroup *group = assessment_item (groups, place - 1);

          counted->n_answered += assessment_group_is_settled (group);
          counted->n_with_evidence += has_evidence (group, index.evidence);
        }
    }
  assessment_index_clear (&index);
}

MarmotTable *
marmot_assessment_register_count_dimensions (MarmotAssessmentRegister *self,
                                             MarmotIntervalOptions *options,
                                             GError **error)
{
  static const AssessmentColumn columns[] = {
    { "dimension", 's' },       { "label", 's' },              { "kind", 's' },  { "statutory", 'b' },
    { "n_assessments", 'i' },   { "n_answered", 'i' },         { "n_with_evidence", 'i' },
    { "n_without_evidence", 'i' }, { "share", 'f' },           { "share_lower", 'f' }, { "share_upper", 'f' },
  };
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GPtrArray) dimensions = NULL;
  AssessmentTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);

  by_id = g_hash_table_new (g_str_hash, g_str_equal);
  dimensions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < register_count (self); i++)
    {
      MarmotAssessment *assessment = register_peek (self, i)->assessment;
      MarmotAssessmentTemplate *form = marmot_assessment_register_find_template (self, assessment);

      if (form && register_is_current (assessment))
        count_dimensions_of (assessment, form, by_id, dimensions);
    }

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < dimensions->len; i++)
    {
      const Dimension *counted = dimensions->pdata[i];
      g_autoptr (MarmotEstimate) share = marmot_proportion (counted->n_with_evidence, counted->n, options, error);

      if (!share)
        {
          marmot_table_unref (assessment_table_finish (table));
          return NULL;
        }
      assessment_table_add (table, marmot_dimension_get_id (counted->dimension), marmot_dimension_get_label (counted->dimension),
                            assessment_nick (MARMOT_TYPE_DIMENSION_KIND, (int) marmot_dimension_get_kind (counted->dimension)),
                            marmot_dimension_is_statutory (counted->dimension), (gint64) counted->n,
                            (gint64) counted->n_answered, (gint64) counted->n_with_evidence,
                            (gint64) (counted->n - counted->n_with_evidence), marmot_estimate_get_value (share),
                            marmot_estimate_get_lower (share), marmot_estimate_get_upper (share));
    }
  return assessment_table_finish (table);
}

/* --- indicators ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *id; /* an assessment's */
  guint n_assessments, n_evidence, n_outcomes;
  guint last; /* the assessment that was counted last, from 1 */
} Cited;

static int
compare_cited (gconstpointer a,
               gconstpointer b)
{
  const Cited *x = *(const Cited *const *) a;
  const Cited *y = *(const Cited *const *) b;

  if (x->n_assessments != y->n_assessments)
    return x->n_assessments > y->n_assessments ? -1 : 1;
  return strcmp (x->id, y->id);
}

static Cited *
cite (GHashTable *by_id,
      GPtrArray *all,
      const char *id,
      guint place)
{
  Cited *cited = g_hash_table_lookup (by_id, id);

  if (!cited)
    {
      cited = g_new0 (Cited, 1);
      cited->id = id;
      g_ptr_array_add (all, cited);
      g_hash_table_insert (by_id, (gpointer) id, cited);
    }
  cited->n_assessments += cited->last != place + 1;
  cited->last = place + 1;
  return cited;
}

MarmotTable *
marmot_assessment_register_count_indicators (MarmotAssessmentRegister *self)
{
  static const AssessmentColumn columns[] = {
    { "indicator", 's' }, { "n_assessments", 'i' }, { "n_evidence", 'i' }, { "n_outcomes", 'i' },
  };
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GPtrArray) all = NULL;
  AssessmentTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);

  by_id = g_hash_table_new (g_str_hash, g_str_equal);
  all = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < register_count (self); i++)
    {
      MarmotAssessment *assessment = register_peek (self, i)->assessment;
      GListStore *evidence = marmot_assessment_get_evidence (assessment);
      GListStore *outcomes = marmot_assessment_get_outcomes (assessment);

      if (!register_is_current (assessment))
        continue;
      for (guint j = 0; j < assessment_count (evidence); j++)
        {
          const char *id = marmot_evidence_get_indicator (assessment_item (evidence, j));

          if (id)
            cite (by_id, all, id, i)->n_evidence++;
        }
      for (guint j = 0; j < assessment_count (outcomes); j++)
        {
          const char *id = marmot_assessment_outcome_get_indicator (assessment_item (outcomes, j));

          if (id)
            cite (by_id, all, id, i)->n_outcomes++;
        }
    }
  g_ptr_array_sort (all, compare_cited);

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < all->len; i++)
    {
      const Cited *cited = all->pdata[i];

      assessment_table_add (table, cited->id, (gint64) cited->n_assessments, (gint64) cited->n_evidence,
                            (gint64) cited->n_outcomes);
    }
  return assessment_table_finish (table);
}

/* --- chains --------------------------------------------------------------------------------------------- */

MarmotTable *
marmot_assessment_register_list_chains (MarmotAssessmentRegister *self)
{
  static const AssessmentColumn columns[] = {
    { "chain", 's' }, { "place", 'i' }, { "id", 's' }, { "state", 's' }, { "completed", 'd' },
  };
  g_autofree guint *next = NULL;
  g_autofree guint *end_of = NULL; /* of those that were told, the last of their chain, from 1 */
  g_autofree guint8 *is_later = NULL;
  g_autofree guint *met = NULL;
  AssessmentTable *table;
  guint n;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);

  n = register_count (self);
  next = register_find_successors (self);
  end_of = g_new0 (guint, n + 1);
  is_later = g_malloc0 (n + 1);
  met = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (next[i] > 0)
      is_later[next[i] - 1] = 1;

  table = assessment_table_new (columns, G_N_ELEMENTS (columns));
  /* A chain begins with what took nobody's place; circles do not begin. Where one took the
   * place of two, what follows is told once, with the first of them. */
  for (guint i = 0; i < n; i++)
    {
      guint end = 0, place = 0;

      if (is_later[i] || next[i] == 0)
        continue;
      for (guint at = i + 1; at > 0; at = next[at - 1])
        {
          /* What was met on this way leads round. */
          if (end_of[at - 1] > 0 || met[at - 1] == i + 1)
            {
              end = end_of[at - 1] > 0 ? end_of[at - 1] : at;
              break;
            }
          met[at - 1] = i + 1;
          end = at;
        }
      for (guint at = i + 1; at > 0 && end_of[at - 1] == 0; at = next[at - 1])
        {
          MarmotAssessment *of = register_peek (self, at - 1)->assessment;

          end_of[at - 1] = end;
          assessment_table_add (table, marmot_assessment_get_id (register_peek (self, end - 1)->assessment),
                                (gint64) ++place, marmot_assessment_get_id (of),
                                assessment_nick (MARMOT_TYPE_ASSESSMENT_STATE, (int) marmot_assessment_get_state (of)),
                                get_completed (of));
        }
    }
  return assessment_table_finish (table);
}
