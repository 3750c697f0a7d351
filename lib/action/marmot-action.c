/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAction
{
  GObject parent_instance;

  char *id;
  MarmotActionKind kind;
  guint number;
  char *text;
  char *theme;
  char *part_of;
  MarmotActionState state;
  char *owner_role;
  char *organisation;
  char **partners;
  MarmotPeriod *raised;
  MarmotPeriod *due;
  gboolean no_due_date;
  char *measure;
  char *source;
  char *note;
  GListStore *changes;
  GListStore *notes;
  GListStore *evidence;
  GListStore *links;
};

G_DEFINE_FINAL_TYPE (MarmotAction, marmot_action, G_TYPE_OBJECT)

/**
 * MarmotAction:id: (getter get_id) (setter set_id)
 *
 * Its short name, such as "aim-4": letters, digits, full stops, hyphens and underscores.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:kind: (getter get_kind) (setter set_kind)
 *
 * What it is called where it stands.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:number: (getter get_number) (setter set_number)
 *
 * Its number where it stands; 0 if it has none.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:text: (getter get_text) (setter set_text)
 *
 * What is to be done.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:theme: (getter get_theme) (setter set_theme)
 *
 * The theme or heading under which it stands.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:part-of: (getter get_part_of) (setter set_part_of)
 *
 * The short name of the aim or action of which it is a part.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:state: (getter get_state) (setter set_state)
 *
 * How far it has come; [method@Marmot.Action.move_to] keeps the day as well.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:owner-role: (getter get_owner_role) (setter set_owner_role)
 *
 * The role that is responsible for it, never a name.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:organisation: (getter get_organisation) (setter set_organisation)
 *
 * The organisation that is responsible for it, with its directorate if need be.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:partners: (getter get_partners) (setter set_partners)
 *
 * The organisations that work on it as well.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:raised: (getter get_raised) (setter set_raised)
 *
 * The day on which it was raised or agreed.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:due: (getter get_due) (setter set_due)
 *
 * When it is due: a day, or a period at whose end it is; to set one takes
 * [property@Marmot.Action:no-due-date] away.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:no-due-date: (getter get_no_due_date) (setter set_no_due_date)
 *
 * Whether it has been said that it has no date; to set this takes
 * [property@Marmot.Action:due] away.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:measure: (getter get_measure) (setter set_measure)
 *
 * How anybody will know that it has worked.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:changes: (getter get_changes)
 *
 * Its changes of state, the oldest first, as [class@Marmot.ActionChange] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:notes: (getter get_notes)
 *
 * Its progress notes, as [class@Marmot.ActionNote] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:evidence: (getter get_evidence)
 *
 * What shows how far it has come, as [class@Marmot.Evidence] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotAction:links: (getter get_links)
 *
 * What else it has to do with, as [class@Marmot.ActionLink] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotAction, id), NULL, 0 },
  { "kind", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotAction, kind), marmot_action_kind_get_type, MARMOT_ACTION_KIND_ACTION },
  { "number", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotAction, number), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, text), NULL, 0 },
  { "theme", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, theme), NULL, 0 },
  { "part-of", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotAction, part_of), NULL, 0 },
  { "state", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotAction, state), marmot_action_state_get_type, MARMOT_ACTION_OPEN },
  { "owner-role", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, owner_role), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, organisation), NULL, 0 },
  { "partners", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotAction, partners), NULL, 0 },
  { "raised", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotAction, raised), NULL, 0 },
  { "due", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotAction, due), NULL, 0 },
  { "no-due-date", MARMOT_DOCUMENT_FLAG, G_STRUCT_OFFSET (MarmotAction, no_due_date), NULL, G_STRUCT_OFFSET (MarmotAction, due) },
  { "measure", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, measure), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAction, note), NULL, 0 },
  { "changes", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAction, changes), marmot_action_change_get_type, 0 },
  { "notes", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAction, notes), marmot_action_note_get_type, 0 },
  { "evidence", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAction, evidence), marmot_evidence_get_type, 0 },
  { "links", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAction, links), marmot_action_link_get_type, 0 },
};

/* A date and no date shut each other out. */
static void
on_changed (gpointer object,
            const MarmotDocumentField *field)
{
  MarmotAction *self = object;

  if (field->offset == G_STRUCT_OFFSET (MarmotAction, due) && self->due)
    marmot_action_set_no_due_date (self, FALSE);
  else if (field->offset == G_STRUCT_OFFSET (MarmotAction, no_due_date) && self->no_due_date)
    marmot_action_set_due (self, NULL);
}

static const MarmotDocumentClass document_class = {
  NULL, "action", fields, G_N_ELEMENTS (fields), on_changed
};

static void
marmot_action_class_init (MarmotActionClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_action_init (MarmotAction *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAction, marmot_action, MARMOT_TYPE_ACTION, MARMOT_IS_ACTION)

MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, id, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, id, "id")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotActionKind, kind, MARMOT_ACTION_KIND_ACTION)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotActionKind, kind, "kind")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, guint, number, 0)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, guint, number, "number")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, text, "text")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, theme, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, theme, "theme")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, part_of, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, part_of, "part-of")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotActionState, state, MARMOT_ACTION_OPEN)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotActionState, state, "state")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, owner_role, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, owner_role, "owner-role")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, organisation, "organisation")

const char *const *
marmot_action_get_partners (MarmotAction *self)
{
  g_return_val_if_fail (MARMOT_IS_ACTION (self), NULL);

  return (const char *const *) self->partners;
}

MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char * const *, partners, "partners")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotPeriod *, raised, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotPeriod *, raised, "raised")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotPeriod *, due, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, MarmotPeriod *, due, "due")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, gboolean, no_due_date, FALSE)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, gboolean, no_due_date, "no-due-date")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, measure, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, measure, "measure")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, GListStore *, changes, NULL)
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, GListStore *, notes, NULL)
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, GListStore *, evidence, NULL)
MARMOT_RECORD_GETTER (MarmotAction, marmot_action, MARMOT_IS_ACTION, GListStore *, links, NULL)

MarmotDueState
marmot_action_get_due_state (MarmotAction *self)
{
  g_return_val_if_fail (MARMOT_IS_ACTION (self), MARMOT_DUE_UNKNOWN);

  return self->due ? MARMOT_DUE_DATED : self->no_due_date ? MARMOT_DUE_NO_DATE : MARMOT_DUE_UNKNOWN;
}

static gboolean
is_open_state (MarmotActionState state)
{
  return state != MARMOT_ACTION_DONE && state != MARMOT_ACTION_DROPPED;
}

gboolean
marmot_action_is_open (MarmotAction *self)
{
  g_return_val_if_fail (MARMOT_IS_ACTION (self), FALSE);

  return is_open_state (self->state);
}

gboolean
marmot_action_move_to (MarmotAction *self,
                       MarmotActionState state,
                       const GDate *on,
                       const char *reason,
                       const char *by,
                       GError **error)
{
  g_autoptr (MarmotActionChange) change = NULL;
  g_autoptr (MarmotPeriod) day = NULL;
  const guint n = action_count (self->changes);

  g_return_val_if_fail (MARMOT_IS_ACTION (self), FALSE);
  g_return_val_if_fail (on != NULL && g_date_valid (on), FALSE);

  if (state == self->state)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The action is already in this state: write a progress note, or give another state");
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      MarmotPeriod *before = marmot_action_change_get_on (action_peek (self->changes, i));

      if (before && marmot_period_get_start_days (before) > action_count_days (on))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                               "The day is before that of an earlier change: give a later day, or correct the change");
          return FALSE;
        }
    }
  day = marmot_period_new_day (on, error);
  if (!day)
    return FALSE;
  change = g_object_new (MARMOT_TYPE_ACTION_CHANGE, "on", day, "state", state, "reason", reason, "by", by, NULL);
  g_list_store_append (self->changes, change);
  marmot_action_set_state (self, state);
  return TRUE;
}

static MarmotActionState
state_on (MarmotAction *self,
          gint32 day)
{
  MarmotActionState state = MARMOT_ACTION_PROPOSED;
  gboolean is_dated = FALSE;

  for (guint i = 0; i < action_count (self->changes); i++)
    {
      MarmotActionChange *change = action_peek (self->changes, i);
      MarmotPeriod *on = marmot_action_change_get_on (change);

      is_dated = is_dated || on != NULL;
      if (on && marmot_period_get_start_days (on) <= day)
        state = marmot_action_change_get_state (change);
    }
  return is_dated ? state : self->state;
}

MarmotActionState
marmot_action_get_state_on (MarmotAction *self,
                            const GDate *on)
{
  g_return_val_if_fail (MARMOT_IS_ACTION (self), MARMOT_ACTION_OPEN);
  g_return_val_if_fail (on != NULL && g_date_valid (on), MARMOT_ACTION_OPEN);

  return state_on (self, action_count_days (on));
}

guint
marmot_action_get_days_overdue (MarmotAction *self,
                                const GDate *on)
{
  gint32 day, last;

  g_return_val_if_fail (MARMOT_IS_ACTION (self), 0);
  g_return_val_if_fail (on != NULL && g_date_valid (on), 0);

  if (!self->due)
    return 0;
  day = action_count_days (on);
  last = marmot_period_get_end_days (self->due) - 1;
  return day > last && is_open_state (state_on (self, day)) ? (guint) (day - last) : 0;
}

gboolean
marmot_action_is_overdue (MarmotAction *self,
                          const GDate *on)
{
  return marmot_action_get_days_overdue (self, on) > 0;
}

gboolean
marmot_action_get_age (MarmotAction *self,
                       const GDate *on,
                       guint *days)
{
  gint32 first, last;

  g_return_val_if_fail (MARMOT_IS_ACTION (self), FALSE);
  g_return_val_if_fail (on != NULL && g_date_valid (on), FALSE);
  g_return_val_if_fail (days != NULL, FALSE);

  *days = 0;
  if (!self->raised)
    return FALSE;
  first = marmot_period_get_start_days (self->raised);
  last = action_count_days (on);
  if (last < first)
    return FALSE;
  if (!is_open_state (state_on (self, last)))
    for (guint i = 0; i < action_count (self->changes); i++)
      {
        MarmotActionChange *change = action_peek (self->changes, i);
        MarmotPeriod *closed = marmot_action_change_get_on (change);

        /* The last one before the day counts: what was opened again was not closed. */
        if (closed && marmot_period_get_start_days (closed) <= action_count_days (on))
          last = marmot_period_get_start_days (closed);
      }
  *days = (guint) MAX (last - first, 0);
  return TRUE;
}

static gboolean
tells_of (MarmotActionNote *note,
          MarmotPeriod *period)
{
  MarmotPeriod *own = marmot_action_note_get_period (note);

  if (!own)
    own = marmot_action_note_get_on (note);
  return own && marmot_period_contains (period, own);
}

MarmotActionNote *
marmot_action_find_note (MarmotAction *self,
                         MarmotPeriod *period)
{
  g_return_val_if_fail (MARMOT_IS_ACTION (self), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  for (guint i = action_count (self->notes); i > 0; i--)
    if (tells_of (action_peek (self->notes, i - 1), period))
      return g_list_model_get_item (G_LIST_MODEL (self->notes), i - 1);
  return NULL;
}

gboolean
marmot_action_is_stale (MarmotAction *self,
                        MarmotPeriod *period)
{
  g_autoptr (MarmotActionNote) note = NULL;

  g_return_val_if_fail (MARMOT_IS_ACTION (self), FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (!is_open_state (state_on (self, marmot_period_get_end_days (period) - 1)))
    return FALSE;
  if (self->raised && marmot_period_get_start_days (self->raised) >= marmot_period_get_end_days (period))
    return FALSE;
  note = marmot_action_find_note (self, period);
  return note == NULL;
}

GPtrArray *
marmot_action_check (MarmotAction *self,
                     const char *path)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_ACTION (self), NULL);

  findings = action_new_findings ();
  action_check (self, path ? path : "", findings);
  marmot_document_scan (self, path ? path : "", findings);
  return findings;
}
