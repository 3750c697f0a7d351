/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotVoiceItem
{
  GObject parent_instance;

  char *id;
  char *raised_by;
  MarmotPeriod *raised;
  char *theme;
  char *issue;
  char *outcome;
  MarmotToldBack told_back;
  MarmotPeriod *told_back_on;
  char *told_back_how;
  char *source;
  char *note;
  GListStore *actions;
  GListStore *evidence;
};

G_DEFINE_FINAL_TYPE (MarmotVoiceItem, marmot_voice_item, G_TYPE_OBJECT)

/**
 * MarmotVoiceItem:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:raised-by: (getter get_raised_by) (setter set_raised_by)
 *
 * The group that raised it, such as "care leavers", never a person.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:raised: (getter get_raised) (setter set_raised)
 *
 * The day on which it was raised.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:theme: (getter get_theme) (setter set_theme)
 *
 * The theme or promise to which it belongs.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:issue: (getter get_issue) (setter set_issue)
 *
 * What was raised.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:outcome: (getter get_outcome) (setter set_outcome)
 *
 * What came of it.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:told-back: (getter get_told_back) (setter set_told_back)
 *
 * Whether those who raised it were told what came of it.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:told-back-on: (getter get_told_back_on) (setter set_told_back_on)
 *
 * The day on which they were told.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:told-back-how: (getter get_told_back_how) (setter set_told_back_how)
 *
 * How they were told.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:actions: (getter get_actions)
 *
 * What is done about it, as [class@Marmot.Action] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceItem:evidence: (getter get_evidence)
 *
 * What shows what came of it, as [class@Marmot.Evidence] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotVoiceItem, id), NULL, 0 },
  { "raised-by", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, raised_by), NULL, 0 },
  { "raised", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotVoiceItem, raised), NULL, 0 },
  { "theme", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, theme), NULL, 0 },
  { "issue", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, issue), NULL, 0 },
  { "outcome", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, outcome), NULL, 0 },
  { "told-back", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotVoiceItem, told_back), marmot_told_back_get_type, MARMOT_TOLD_BACK_UNKNOWN },
  { "told-back-on", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotVoiceItem, told_back_on), NULL, 0 },
  { "told-back-how", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, told_back_how), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceItem, note), NULL, 0 },
  { "actions", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotVoiceItem, actions), marmot_action_get_type, 0 },
  { "evidence", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotVoiceItem, evidence), marmot_evidence_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "voice item", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_voice_item_class_init (MarmotVoiceItemClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_voice_item_init (MarmotVoiceItem *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotVoiceItem, marmot_voice_item, MARMOT_TYPE_VOICE_ITEM, MARMOT_IS_VOICE_ITEM)

MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, id, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, id, "id")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, raised_by, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, raised_by, "raised-by")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, MarmotPeriod *, raised, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, MarmotPeriod *, raised, "raised")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, theme, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, theme, "theme")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, issue, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, issue, "issue")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, outcome, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, outcome, "outcome")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, MarmotToldBack, told_back, MARMOT_TOLD_BACK_UNKNOWN)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, MarmotToldBack, told_back, "told-back")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, MarmotPeriod *, told_back_on, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, MarmotPeriod *, told_back_on, "told-back-on")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, told_back_how, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, told_back_how, "told-back-how")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, GListStore *, actions, NULL)
MARMOT_RECORD_GETTER (MarmotVoiceItem, marmot_voice_item, MARMOT_IS_VOICE_ITEM, GListStore *, evidence, NULL)

gboolean
marmot_voice_item_is_closed (MarmotVoiceItem *self,
                             const GDate *on)
{
  g_return_val_if_fail (MARMOT_IS_VOICE_ITEM (self), FALSE);
  g_return_val_if_fail (on != NULL && g_date_valid (on), FALSE);

  return self->told_back == MARMOT_TOLD_BACK_YES
         && (!self->told_back_on || marmot_period_get_start_days (self->told_back_on) <= action_count_days (on));
}

gboolean
marmot_voice_item_get_days_to_tell (MarmotVoiceItem *self,
                                    guint *days)
{
  gint32 between;

  g_return_val_if_fail (MARMOT_IS_VOICE_ITEM (self), FALSE);
  g_return_val_if_fail (days != NULL, FALSE);

  *days = 0;
  if (!self->raised || !self->told_back_on || self->told_back != MARMOT_TOLD_BACK_YES)
    return FALSE;
  between = marmot_period_get_start_days (self->told_back_on) - marmot_period_get_start_days (self->raised);
  if (between < 0)
    return FALSE;
  *days = (guint) between;
  return TRUE;
}
