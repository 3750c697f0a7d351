/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotSelfJudgement
{
  GObject parent_instance;

  char *id;
  char *theme;
  char *text;
  char *grade;
  char *note;
  GListStore *evidence;
  GListStore *links;
};

G_DEFINE_FINAL_TYPE (MarmotSelfJudgement, marmot_self_judgement, G_TYPE_OBJECT)

/**
 * MarmotSelfJudgement:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfJudgement:theme: (getter get_theme) (setter set_theme)
 *
 * The heading under which it stands.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfJudgement:text: (getter get_text) (setter set_text)
 *
 * The judgement.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfJudgement:grade: (getter get_grade) (setter set_grade)
 *
 * Its grade, in the words of the framework.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfJudgement:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfJudgement:evidence: (getter get_evidence)
 *
 * What it rests on, as [class@Marmot.Evidence] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotSelfJudgement:links: (getter get_links)
 *
 * What else it has to do with, such as actions, as [class@Marmot.ActionLink] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotSelfJudgement, id), NULL, 0 },
  { "theme", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfJudgement, theme), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfJudgement, text), NULL, 0 },
  { "grade", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfJudgement, grade), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotSelfJudgement, note), NULL, 0 },
  { "evidence", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotSelfJudgement, evidence), marmot_evidence_get_type, 0 },
  { "links", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotSelfJudgement, links), marmot_action_link_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "judgement", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_self_judgement_class_init (MarmotSelfJudgementClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_self_judgement_init (MarmotSelfJudgement *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotSelfJudgement, marmot_self_judgement, MARMOT_TYPE_SELF_JUDGEMENT, MARMOT_IS_SELF_JUDGEMENT)

MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, id, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, id, "id")
MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, theme, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, theme, "theme")
MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, text, "text")
MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, grade, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, grade, "grade")
MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, GListStore *, evidence, NULL)
MARMOT_RECORD_GETTER (MarmotSelfJudgement, marmot_self_judgement, MARMOT_IS_SELF_JUDGEMENT, GListStore *, links, NULL)
