/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "plan-private.h"

#include "action-private.h"

gboolean
plan_is_open (MarmotActionState state)
{
  return state != MARMOT_ACTION_DONE && state != MARMOT_ACTION_DROPPED;
}

GHashTable *
plan_index (MarmotActionPlan *self)
{
  GListStore *actions = marmot_action_plan_get_actions (self);
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < action_count (actions); i++)
    {
      MarmotAction *action = action_peek (actions, i);
      const char *id = marmot_action_get_id (action);

      if (id && !g_hash_table_contains (by_id, id))
        g_hash_table_insert (by_id, (gpointer) id, action);
    }
  return by_id;
}

gboolean
plan_is_stale (GHashTable *by_id,
               MarmotAction *action,
               MarmotPeriod *period)
{
  guint n_left = g_hash_table_size (by_id);
  MarmotAction *whole = action;

  if (!marmot_action_is_stale (action, period))
    return FALSE;
  /* In a circle of parts the count runs out. */
  while (n_left-- > 0)
    {
      const char *id = marmot_action_get_part_of (whole);
      g_autoptr (MarmotActionNote) note = NULL;

      whole = id ? g_hash_table_lookup (by_id, id) : NULL;
      if (!whole || whole == action)
        break;
      note = marmot_action_find_note (whole, period);
      if (note)
        return FALSE;
    }
  return TRUE;
}

MarmotPeriod *
plan_notes_before (MarmotActionPlan *self,
                   const GDate *on,
                   MarmotPeriod *period,
                   GError **error)
{
  g_autoptr (MarmotPeriod) present = NULL;
  g_autoptr (GDate) before = NULL;

  if (period)
    return marmot_period_ref (period);
  present = marmot_action_plan_get_note_period (self, on, error);
  if (!present)
    return NULL;
  before = marmot_period_get_first_day (present);
  g_date_subtract_days (before, 1);
  return marmot_action_plan_get_note_period (self, before, error);
}

MarmotMeasure *
plan_share (const PlanCounts *all,
            MarmotActionShare share,
            MarmotIntervalOptions *options,
            GError **error)
{
  switch (share)
    {
    case MARMOT_ACTION_SHARE_DONE:
      return action_measure (all->n_done, all->n - all->n_dropped, 0, "dropped", all->n_dropped, options, error);
    case MARMOT_ACTION_SHARE_OVERDUE:
      return action_measure (all->n_overdue, all->n_open - all->n_no_date - all->n_due_unknown, all->n_due_unknown,
                             "no date", all->n_no_date, options, error);
    case MARMOT_ACTION_SHARE_STALE:
      return action_measure (all->n_stale, all->n_open, 0, NULL, 0, options, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

void
plan_add_row (ActionTable *table,
              guint first,
              GHashTable *by_id,
              MarmotAction *action,
              const GDate *on,
              MarmotPeriod *notes)
{
  guint age = 0;

  action_table_text (table, first, marmot_action_get_id (action));
  action_table_member (table, first + 1, MARMOT_TYPE_ACTION_KIND, (int) marmot_action_get_kind (action));
  action_table_text (table, first + 2, marmot_action_get_text (action));
  action_table_text (table, first + 3, marmot_action_get_theme (action));
  action_table_text (table, first + 4, marmot_action_get_owner_role (action));
  action_table_text (table, first + 5, marmot_action_get_organisation (action));
  action_table_member (table, first + 6, MARMOT_TYPE_ACTION_STATE, (int) marmot_action_get_state_on (action, on));
  action_table_last_day (table, first + 7, marmot_action_get_due (action));
  action_table_member (table, first + 8, MARMOT_TYPE_DUE_STATE, (int) marmot_action_get_due_state (action));
  action_table_integer (table, first + 9, marmot_action_get_days_overdue (action, on));
  if (marmot_action_get_age (action, on, &age))
    action_table_integer (table, first + 10, age);
  else
    action_table_null (table, first + 10);
  action_table_boolean (table, first + 11, plan_is_stale (by_id, action, notes));
}

static const char *
get_group (MarmotActionPlan *self,
           MarmotAction *action,
           MarmotActionGrouping by)
{
  GEnumClass *kinds;
  const char *nick;

  switch (by)
    {
    case MARMOT_ACTION_BY_OWNER_ROLE:
      return marmot_action_get_owner_role (action);
    case MARMOT_ACTION_BY_ORGANISATION:
      return marmot_action_get_organisation (action);
    case MARMOT_ACTION_BY_THEME:
      return marmot_action_get_theme (action);
    case MARMOT_ACTION_BY_KIND:
      /* Short names are static. */
      kinds = g_type_class_ref (MARMOT_TYPE_ACTION_KIND);
      nick = g_enum_get_value (kinds, (int) marmot_action_get_kind (action))->value_nick;
      g_type_class_unref (kinds);
      return nick;
    case MARMOT_ACTION_BY_PLAN:
    default:
      return marmot_action_plan_get_title (self);
    }
}

static PlanCounts *
find_group (PlanGrouping *grouping,
            const char *name)
{
  /* No name is a group of its own, which no text can be mistaken for. */
  const char *key = name ? name : "";
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (grouping->by_name, key));
  PlanCounts *counts;

  if (place > 0)
    return grouping->groups->pdata[place - 1];
  counts = g_new0 (PlanCounts, 1);
  counts->group = name;
  g_ptr_array_add (grouping->groups, counts);
  g_hash_table_insert (grouping->by_name, (gpointer) key, GUINT_TO_POINTER (grouping->groups->len));
  return counts;
}

void
plan_count (MarmotActionPlan *self,
            const GDate *on,
            MarmotPeriod *period,
            PlanGrouping *grouping,
            PlanCounts *counts)
{
  GListStore *actions = marmot_action_plan_get_actions (self);
  g_autoptr (GHashTable) by_id = plan_index (self);

  for (guint i = 0; i < action_count (actions); i++)
    {
      MarmotAction *action = action_peek (actions, i);
      const MarmotActionState state = marmot_action_get_state_on (action, on);
      const MarmotDueState due = marmot_action_get_due_state (action);
      PlanCounts *add = grouping ? find_group (grouping, get_group (self, action, grouping->by)) : counts;

      if (add->last != self)
        add->n_plans++;
      add->last = self;
      add->n++;
      add->n_done += state == MARMOT_ACTION_DONE;
      add->n_dropped += state == MARMOT_ACTION_DROPPED;
      if (!plan_is_open (state))
        continue;
      add->n_open++;
      add->n_blocked += state == MARMOT_ACTION_BLOCKED;
      add->n_overdue += marmot_action_is_overdue (action, on);
      add->n_stale += plan_is_stale (by_id, action, period);
      add->n_no_date += due == MARMOT_DUE_NO_DATE;
      add->n_due_unknown += due == MARMOT_DUE_UNKNOWN;
      add->n_no_owner += !marmot_action_get_owner_role (action) && !marmot_action_get_organisation (action);
    }
}
