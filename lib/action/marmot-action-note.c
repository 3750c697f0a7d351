/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotActionNote
{
  GObject parent_instance;

  MarmotPeriod *period;
  MarmotPeriod *on;
  char *text;
  char *by;
};

G_DEFINE_FINAL_TYPE (MarmotActionNote, marmot_action_note, G_TYPE_OBJECT)

/**
 * MarmotActionNote:period: (getter get_period) (setter set_period)
 *
 * The period of which it tells, such as a half-year.
 *
 * Since: 1.0
 */

/**
 * MarmotActionNote:on: (getter get_on) (setter set_on)
 *
 * The day on which it was written.
 *
 * Since: 1.0
 */

/**
 * MarmotActionNote:text: (getter get_text) (setter set_text)
 *
 * What it says.
 *
 * Since: 1.0
 */

/**
 * MarmotActionNote:by: (getter get_by) (setter set_by)
 *
 * The role of who wrote it, never a name.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotActionNote, period), NULL, 0 },
  { "on", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotActionNote, on), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionNote, text), NULL, 0 },
  { "by", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionNote, by), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "progress note", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_action_note_class_init (MarmotActionNoteClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_action_note_init (MarmotActionNote *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotActionNote, marmot_action_note, MARMOT_TYPE_ACTION_NOTE, MARMOT_IS_ACTION_NOTE)

MARMOT_RECORD_GETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, MarmotPeriod *, period, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, MarmotPeriod *, period, "period")
MARMOT_RECORD_GETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, MarmotPeriod *, on, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, MarmotPeriod *, on, "on")
MARMOT_RECORD_GETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, const char *, text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, const char *, text, "text")
MARMOT_RECORD_GETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, const char *, by, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionNote, marmot_action_note, MARMOT_IS_ACTION_NOTE, const char *, by, "by")
