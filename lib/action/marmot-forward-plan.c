/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotForwardPlan
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *version;
  MarmotPeriod *date;
  char *source;
  char *note;
  GListStore *meetings;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (MarmotForwardPlan, marmot_forward_plan, G_TYPE_OBJECT)

/**
 * MarmotForwardPlan:title: (getter get_title) (setter set_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:organisation: (getter get_organisation) (setter set_organisation)
 *
 * The board.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:version: (getter get_version) (setter set_version)
 *
 * The label of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:date: (getter get_date) (setter set_date)
 *
 * The day of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:meetings: (getter get_meetings)
 *
 * Its meetings, the earliest first, as [class@Marmot.Meeting] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotForwardPlan:items: (getter get_items)
 *
 * The items that have no date yet, as [class@Marmot.Action] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotForwardPlan, title), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotForwardPlan, organisation), NULL, 0 },
  { "version", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotForwardPlan, version), NULL, 0 },
  { "date", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotForwardPlan, date), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotForwardPlan, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotForwardPlan, note), NULL, 0 },
  { "meetings", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotForwardPlan, meetings), marmot_meeting_get_type, 0 },
  { "items", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotForwardPlan, items), marmot_action_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-forward-plan", "forward plan", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_forward_plan_class_init (MarmotForwardPlanClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_forward_plan_init (MarmotForwardPlan *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotForwardPlan, marmot_forward_plan, MARMOT_TYPE_FORWARD_PLAN, MARMOT_IS_FORWARD_PLAN)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotForwardPlan, marmot_forward_plan, MARMOT_TYPE_FORWARD_PLAN, MARMOT_IS_FORWARD_PLAN)

MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, organisation, "organisation")
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, version, NULL)
MARMOT_DOCUMENT_SETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, version, "version")
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, MarmotPeriod *, date, NULL)
MARMOT_DOCUMENT_SETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, MarmotPeriod *, date, "date")
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, GListStore *, meetings, NULL)
MARMOT_RECORD_GETTER (MarmotForwardPlan, marmot_forward_plan, MARMOT_IS_FORWARD_PLAN, GListStore *, items, NULL)

MarmotMeeting *
marmot_forward_plan_find_next (MarmotForwardPlan *self,
                               const GDate *on)
{
  MarmotMeeting *next = NULL;

  g_return_val_if_fail (MARMOT_IS_FORWARD_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  for (guint i = 0; i < action_count (self->meetings); i++)
    {
      MarmotMeeting *meeting = action_peek (self->meetings, i);
      MarmotPeriod *held = marmot_meeting_get_on (meeting);

      if (held && marmot_period_get_end_days (held) > action_count_days (on)
          && (!next || marmot_period_get_start_days (held) < marmot_period_get_start_days (marmot_meeting_get_on (next))))
        next = meeting;
    }
  return next;
}

static void
add_items (ActionTable *table,
           MarmotMeeting *meeting,
           GListStore *items)
{
  for (guint i = 0; i < action_count (items); i++)
    {
      MarmotAction *item = action_peek (items, i);
      MarmotPeriod *on = meeting ? marmot_meeting_get_on (meeting) : NULL;

      action_table_text (table, 0, meeting ? marmot_meeting_get_id (meeting) : NULL);
      action_table_period (table, 1, on);
      action_table_last_day (table, 2, on);
      action_table_text (table, 3, meeting ? marmot_meeting_get_theme (meeting) : NULL);
      action_table_text (table, 4, marmot_action_get_id (item));
      action_table_text (table, 5, marmot_action_get_text (item));
      action_table_text (table, 6, marmot_action_get_owner_role (item));
      action_table_text (table, 7, marmot_action_get_organisation (item));
    }
}

MarmotTable *
marmot_forward_plan_to_table (MarmotForwardPlan *self)
{
  static const ActionColumn columns[] = {
    { "meeting", MARMOT_COLUMN_TEXT }, { "on", MARMOT_COLUMN_TEXT },   { "last_day", MARMOT_COLUMN_DATE },
    { "theme", MARMOT_COLUMN_TEXT },   { "item", MARMOT_COLUMN_TEXT }, { "text", MARMOT_COLUMN_TEXT },
    { "owner_role", MARMOT_COLUMN_TEXT }, { "organisation", MARMOT_COLUMN_TEXT },
  };
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_FORWARD_PLAN (self), NULL);

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < action_count (self->meetings); i++)
    {
      MarmotMeeting *meeting = action_peek (self->meetings, i);

      add_items (table, meeting, marmot_meeting_get_items (meeting));
    }
  add_items (table, NULL, self->items);
  return action_table_finish (table);
}

static void
check_items (GListStore *items,
             const char *path,
             gboolean is_dated,
             GPtrArray *findings)
{
  for (guint i = 0; i < action_count (items); i++)
    {
      MarmotAction *item = action_peek (items, i);
      g_autofree char *step = marmot_document_step (path, "items", i);

      if (!marmot_action_get_text (item))
        action_report (findings, "forward-plan/text", MARMOT_SEVERITY_ERROR, step, "text", "It does not say what it is",
                       "Write what is to come before the meeting");
      if (!is_dated)
        action_report (findings, "forward-plan/no-date", MARMOT_SEVERITY_NOTE, step, NULL, "The item has no date",
                       "Put it to a meeting when it is known to which");
      action_check_role (marmot_action_get_owner_role (item), "action/owner-person", step, "owner_role", findings);
    }
  action_check_ids (items, "forward-plan/duplicate", path, "items", findings);
}

GPtrArray *
marmot_forward_plan_check (MarmotForwardPlan *self)
{
  GPtrArray *findings;
  gint32 latest = G_MININT32;

  g_return_val_if_fail (MARMOT_IS_FORWARD_PLAN (self), NULL);

  findings = action_new_findings ();
  for (guint i = 0; i < action_count (self->meetings); i++)
    {
      MarmotMeeting *meeting = action_peek (self->meetings, i);
      MarmotPeriod *on = marmot_meeting_get_on (meeting);
      g_autofree char *step = marmot_document_step ("", "meetings", i);

      if (!on)
        action_report (findings, "forward-plan/no-day", MARMOT_SEVERITY_WARNING, step, "on", "The meeting has no day",
                       "Give the day, or the month where no day is known");
      else if (marmot_period_get_start_days (on) < latest)
        action_report (findings, "forward-plan/order", MARMOT_SEVERITY_WARNING, step, "on",
                       "The meeting is before the one that stands above it", "Put the meetings in the order of their days");
      if (on)
        latest = MAX (latest, marmot_period_get_start_days (on));
      if (action_count (marmot_meeting_get_items (meeting)) == 0)
        action_report (findings, "forward-plan/empty", MARMOT_SEVERITY_NOTE, step, "items",
                       "Nothing is to come before the meeting", "Add what is, when it is known");
      check_items (marmot_meeting_get_items (meeting), step, TRUE, findings);
    }
  action_check_ids (self->meetings, "forward-plan/duplicate", "", "meetings", findings);
  check_items (self->items, "", FALSE, findings);
  marmot_document_scan (self, "", findings);
  return findings;
}
