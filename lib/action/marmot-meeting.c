/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotMeeting
{
  GObject parent_instance;

  char *id;
  MarmotPeriod *on;
  char *theme;
  char *note;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (MarmotMeeting, marmot_meeting, G_TYPE_OBJECT)

/**
 * MarmotMeeting:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotMeeting:on: (getter get_on) (setter set_on)
 *
 * The day of it, or the month where no day is known yet.
 *
 * Since: 1.0
 */

/**
 * MarmotMeeting:theme: (getter get_theme) (setter set_theme)
 *
 * Its theme.
 *
 * Since: 1.0
 */

/**
 * MarmotMeeting:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotMeeting:items: (getter get_items)
 *
 * What is to come before it, as [class@Marmot.Action] objects of the kind
 * %MARMOT_ACTION_KIND_ITEM.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotMeeting, id), NULL, 0 },
  { "on", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotMeeting, on), NULL, 0 },
  { "theme", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotMeeting, theme), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotMeeting, note), NULL, 0 },
  { "items", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotMeeting, items), marmot_action_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "meeting", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_meeting_class_init (MarmotMeetingClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_meeting_init (MarmotMeeting *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotMeeting, marmot_meeting, MARMOT_TYPE_MEETING, MARMOT_IS_MEETING)

MARMOT_RECORD_GETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, const char *, id, NULL)
MARMOT_DOCUMENT_SETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, const char *, id, "id")
MARMOT_RECORD_GETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, MarmotPeriod *, on, NULL)
MARMOT_DOCUMENT_SETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, MarmotPeriod *, on, "on")
MARMOT_RECORD_GETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, const char *, theme, NULL)
MARMOT_DOCUMENT_SETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, const char *, theme, "theme")
MARMOT_RECORD_GETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotMeeting, marmot_meeting, MARMOT_IS_MEETING, GListStore *, items, NULL)
