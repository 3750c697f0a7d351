/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What may be wrong with one action.
 */
#include "action-private.h"

#include <string.h>

#include "core/marmot-document-private.h"

gint32
action_count_days (const GDate *on)
{
  return (gint32) g_date_get_julian (on) - ACTION_JULIAN_1970;
}

void
action_report (GPtrArray *findings,
               const char *rule,
               MarmotSeverity severity,
               const char *path,
               const char *field,
               const char *message,
               const char *fix)
{
  g_autofree char *here = g_strconcat (path, *path && field ? "/" : "", field, NULL);

  g_ptr_array_add (findings, marmot_finding_new (rule, severity, NULL, 0, NULL, *here ? here : NULL, message, fix));
}

gboolean
action_is_person (const char *role)
{
  static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Cllr",
                                        "Councillor", "Rev" };

  for (gsize i = 0; role && i < G_N_ELEMENTS (titles); i++)
    {
      const gsize length = strlen (titles[i]);
      const char *rest = role + length;

      if (strncmp (role, titles[i], length) != 0)
        continue;
      if (*rest == '.')
        rest++;
      if (*rest == ' ' && g_ascii_isupper (rest[1]))
        return TRUE;
    }
  return FALSE;
}

void
action_check_role (const char *role,
                   const char *rule,
                   const char *path,
                   const char *field,
                   GPtrArray *findings)
{
  if (action_is_person (role))
    action_report (findings, rule, MARMOT_SEVERITY_WARNING, path, field, "This looks like the name of a person",
                   "Write the role or the group: \"Cabinet Member for Public Health\"");
}

void
action_check_ids (GListStore *items,
                  const char *rule,
                  const char *path,
                  const char *list,
                  GPtrArray *findings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < action_count (items); i++)
    {
      const char *id = marmot_document_get_id (action_peek (items, i));
      g_autofree char *step = marmot_document_step (path, list, i);

      if (!id)
        action_report (findings, rule, MARMOT_SEVERITY_ERROR, step, "id", "It has no short name", "Give it one");
      else if (!g_hash_table_add (ids, (gpointer) id))
        action_report (findings, rule, MARMOT_SEVERITY_ERROR, step, "id", "Another entry of the list has its short name",
                       "Give every one a short name of its own");
    }
}

GPtrArray *
action_new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

gpointer
action_peek (GListStore *list,
             guint place)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), place);

  return item;
}

guint
action_count (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
check_owner (MarmotAction *self,
             const char *path,
             GPtrArray *findings)
{
  if (!marmot_action_get_owner_role (self) && !marmot_action_get_organisation (self))
    action_report (findings, "action/owner", MARMOT_SEVERITY_WARNING, path, "owner_role",
                   "No role and no organisation is responsible", "Write who is: a role and an organisation");
  action_check_role (marmot_action_get_owner_role (self), "action/owner-person", path, "owner_role", findings);
}

static void
check_due (MarmotAction *self,
           const char *path,
           GPtrArray *findings)
{
  const MarmotDueState state = marmot_action_get_due_state (self);
  MarmotPeriod *raised = marmot_action_get_raised (self);

  if (marmot_action_is_open (self) && state == MARMOT_DUE_UNKNOWN)
    action_report (findings, "action/due", MARMOT_SEVERITY_WARNING, path, "due", "Nobody has said when it is due",
                   "Give a day or a period, or say that it has no date");
  if (marmot_action_is_open (self) && state == MARMOT_DUE_NO_DATE)
    action_report (findings, "action/no-date", MARMOT_SEVERITY_NOTE, path, "no_due_date", "It has no date",
                   "Give it one when it is known");
  if (state == MARMOT_DUE_DATED && raised
      && marmot_period_get_end_days (marmot_action_get_due (self)) <= marmot_period_get_start_days (raised))
    action_report (findings, "action/due-order", MARMOT_SEVERITY_WARNING, path, "due", "It is due before it was raised",
                   "Correct the one day or the other");
}

static void
check_changes (MarmotAction *self,
               const char *path,
               GPtrArray *findings)
{
  GListModel *changes = G_LIST_MODEL (marmot_action_get_changes (self));
  const guint n = g_list_model_get_n_items (changes);
  gint32 latest = G_MININT32;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotActionChange) change = g_list_model_get_item (changes, i);
      g_autofree char *step = marmot_document_step (path, "changes", i);
      MarmotPeriod *on = marmot_action_change_get_on (change);

      if (!on)
        action_report (findings, "action/changes", MARMOT_SEVERITY_WARNING, step, "on", "The change has no day",
                       "Give the day on which the action came to that state");
      else if (marmot_period_get_start_days (on) < latest)
        action_report (findings, "action/changes", MARMOT_SEVERITY_WARNING, step, "on",
                       "The change is before the one that stands above it", "Put the changes in the order of their days");
      if (on)
        latest = MAX (latest, marmot_period_get_start_days (on));
      if (i + 1 == n && marmot_action_change_get_state (change) != marmot_action_get_state (self))
        action_report (findings, "action/changes", MARMOT_SEVERITY_WARNING, path, "state",
                       "The last change was to another state", "Correct the state, or add the change that led to it");
      action_check_role (marmot_action_change_get_by (change), "action/owner-person", step, "by", findings);
    }
}

/* Whether the last change to the state in which it is gives a reason, or a note does. */
static gboolean
is_explained (MarmotAction *self)
{
  GListModel *changes = G_LIST_MODEL (marmot_action_get_changes (self));
  gboolean has_reason = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (MarmotActionChange) change = g_list_model_get_item (changes, i);

      has_reason = marmot_action_change_get_reason (change) != NULL;
    }
  return has_reason || marmot_action_get_note (self)
         || g_list_model_get_n_items (G_LIST_MODEL (marmot_action_get_notes (self))) > 0;
}

static void
check_end (MarmotAction *self,
           const char *path,
           GPtrArray *findings)
{
  const MarmotActionState state = marmot_action_get_state (self);

  if ((state == MARMOT_ACTION_DROPPED || state == MARMOT_ACTION_BLOCKED) && !is_explained (self))
    action_report (findings, "action/reason", MARMOT_SEVERITY_WARNING, path, "state",
                   "It was dropped or is blocked, and nothing says why", "Give the reason with the change of state");
  if (state == MARMOT_ACTION_DONE && !is_explained (self)
      && g_list_model_get_n_items (G_LIST_MODEL (marmot_action_get_evidence (self))) == 0)
    action_report (findings, "action/done", MARMOT_SEVERITY_NOTE, path, "evidence", "Nothing shows that it is done",
                   "Add evidence, or a note");
}

static void
check_notes (MarmotAction *self,
             const char *path,
             GPtrArray *findings)
{
  GListModel *notes = G_LIST_MODEL (marmot_action_get_notes (self));

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (MarmotActionNote) note = g_list_model_get_item (notes, i);
      g_autofree char *step = marmot_document_step (path, "notes", i);

      action_check_role (marmot_action_note_get_by (note), "action/owner-person", step, "by", findings);
    }
}

void
action_check (MarmotAction *self,
              const char *path,
              GPtrArray *findings)
{
  if (!marmot_action_get_text (self))
    action_report (findings, "action/text", MARMOT_SEVERITY_ERROR, path, "text", "It does not say what is to be done",
                   "Write what is to be done");
  check_owner (self, path, findings);
  check_due (self, path, findings);
  check_changes (self, path, findings);
  check_end (self, path, findings);
  check_notes (self, path, findings);
}
