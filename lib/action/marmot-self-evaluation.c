/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotSelfEvaluation
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *framework;
  MarmotPeriod *period;
  char *version;
  MarmotPeriod *date;
  char *source;
  char *note;
  GListStore *judgements;
};

G_DEFINE_FINAL_TYPE (MarmotSelfEvaluation, marmot_self_evaluation, G_TYPE_OBJECT)

/**
 * MarmotSelfEvaluation:title: (getter get_title) (setter set_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:organisation: (getter get_organisation) (setter set_organisation)
 *
 * Who judges.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:framework: (getter get_framework) (setter set_framework)
 *
 * The framework by which it judges.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:period: (getter get_period) (setter set_period)
 *
 * The time for which it judges.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:version: (getter get_version) (setter set_version)
 *
 * The label of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:date: (getter get_date) (setter set_date)
 *
 * The day of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfEvaluation:judgements: (getter get_judgements)
 *
 * Its judgements, as [class@Marmot.SelfJudgement] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfEvaluation, title), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfEvaluation, organisation), NULL, 0 },
  { "framework", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfEvaluation, framework), NULL, 0 },
  { "period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotSelfEvaluation, period), NULL, 0 },
  { "version", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfEvaluation, version), NULL, 0 },
  { "date", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotSelfEvaluation, date), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfEvaluation, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfEvaluation, note), NULL, 0 },
  { "judgements", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotSelfEvaluation, judgements), marmot_self_judgement_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-self-evaluation", "self-evaluation", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_self_evaluation_class_init (MarmotSelfEvaluationClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_self_evaluation_init (MarmotSelfEvaluation *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_TYPE_SELF_EVALUATION, MARMOT_IS_SELF_EVALUATION)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_TYPE_SELF_EVALUATION, MARMOT_IS_SELF_EVALUATION)

MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, organisation, "organisation")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, framework, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, framework, "framework")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, MarmotPeriod *, period, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, MarmotPeriod *, period, "period")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, version, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, version, "version")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, MarmotPeriod *, date, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, MarmotPeriod *, date, "date")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT_IS_SELF_EVALUATION, GListStore *, judgements, NULL)

static gboolean
is_evidenced (MarmotSelfJudgement *judgement)
{
  GListStore *evidence = marmot_self_judgement_get_evidence (judgement);

  for (guint i = 0; i < action_count (evidence); i++)
    if (marmot_evidence_get_kind (action_peek (evidence, i)) != MARMOT_EVIDENCE_JUDGEMENT)
      return TRUE;
  return FALSE;
}

MarmotMeasure *
marmot_self_evaluation_measure_evidenced (MarmotSelfEvaluation *self,
                                          MarmotIntervalOptions *options,
                                          GError **error)
{
  guint n_evidenced = 0;

  g_return_val_if_fail (MARMOT_IS_SELF_EVALUATION (self), NULL);

  for (guint i = 0; i < action_count (self->judgements); i++)
    n_evidenced += is_evidenced (action_peek (self->judgements, i));
  return action_measure (n_evidenced, action_count (self->judgements), 0, NULL, 0, options, error);
}

MarmotTable *
marmot_self_evaluation_to_table (MarmotSelfEvaluation *self)
{
  static const ActionColumn columns[] = {
    { "id", MARMOT_COLUMN_TEXT },    { "theme", MARMOT_COLUMN_TEXT },         { "text", MARMOT_COLUMN_TEXT },
    { "grade", MARMOT_COLUMN_TEXT }, { "n_evidence", MARMOT_COLUMN_INTEGER }, { "n_indicators", MARMOT_COLUMN_INTEGER },
    { "n_links", MARMOT_COLUMN_INTEGER },
  };
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_SELF_EVALUATION (self), NULL);

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < action_count (self->judgements); i++)
    {
      MarmotSelfJudgement *judgement = action_peek (self->judgements, i);
      GListStore *evidence = marmot_self_judgement_get_evidence (judgement);
      guint n_indicators = 0;

      for (guint j = 0; j < action_count (evidence); j++)
        n_indicators += marmot_evidence_get_indicator (action_peek (evidence, j)) != NULL;
      action_table_text (table, 0, marmot_self_judgement_get_id (judgement));
      action_table_text (table, 1, marmot_self_judgement_get_theme (judgement));
      action_table_text (table, 2, marmot_self_judgement_get_text (judgement));
      action_table_text (table, 3, marmot_self_judgement_get_grade (judgement));
      action_table_integer (table, 4, action_count (evidence));
      action_table_integer (table, 5, n_indicators);
      action_table_integer (table, 6, action_count (marmot_self_judgement_get_links (judgement)));
    }
  return action_table_finish (table);
}

static void
check_evidence (MarmotEvidence *evidence,
                const char *path,
                GHashTable *known,
                GPtrArray *findings)
{
  const char *indicator = marmot_evidence_get_indicator (evidence);

  if (marmot_evidence_get_kind (evidence) == MARMOT_EVIDENCE_INDICATOR && !indicator)
    action_report (findings, "self-evaluation/no-indicator", MARMOT_SEVERITY_WARNING, path, "indicator",
                   "It is said to be of an indicator, and does not name it", "Name it, or give another kind");
  if (indicator && known && !g_hash_table_contains (known, indicator))
    action_report (findings, "self-evaluation/indicator", MARMOT_SEVERITY_ERROR, path, "indicator",
                   "There is no indicator of this short name", "Correct it, or add the indicator");
}

static void
check_judgement (MarmotSelfJudgement *judgement,
                 const char *path,
                 GHashTable *known,
                 GPtrArray *findings)
{
  GListStore *evidence = marmot_self_judgement_get_evidence (judgement);

  if (!marmot_self_judgement_get_text (judgement))
    action_report (findings, "self-evaluation/text", MARMOT_SEVERITY_ERROR, path, "text", "It does not say what is judged",
                   "Write the judgement");
  if (action_count (evidence) == 0)
    action_report (findings, "self-evaluation/no-evidence", MARMOT_SEVERITY_WARNING, path, "evidence",
                   "The judgement rests on nothing", "Add what it rests on: an indicator, a survey, a document");
  else if (!is_evidenced (judgement))
    action_report (findings, "self-evaluation/opinion", MARMOT_SEVERITY_WARNING, path, "evidence",
                   "The judgement rests on judgement alone", "Add what shows it: an indicator, a survey, a document");
  for (guint i = 0; i < action_count (evidence); i++)
    {
      g_autofree char *step = marmot_document_step (path, "evidence", i);

      check_evidence (action_peek (evidence, i), step, known, findings);
    }
}

GPtrArray *
marmot_self_evaluation_check (MarmotSelfEvaluation *self,
                              const char *const *indicators)
{
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_SELF_EVALUATION (self), NULL);

  if (indicators)
    {
      known = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; indicators[i]; i++)
        g_hash_table_add (known, (gpointer) indicators[i]);
    }
  findings = action_new_findings ();
  for (guint i = 0; i < action_count (self->judgements); i++)
    {
      g_autofree char *step = marmot_document_step ("", "judgements", i);

      check_judgement (action_peek (self->judgements, i), step, known, findings);
    }
  action_check_ids (self->judgements, "self-evaluation/duplicate", "", "judgements", findings);
  marmot_document_scan (self, "", findings);
  return findings;
}
