/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The actions of several plans together.
 */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "plan-private.h"

/* Counts a plan after the other; FALSE with an error. */
static gboolean
count_plans (MarmotActionPlan **plans,
             gsize n_plans,
             const GDate *on,
             MarmotPeriod *period,
             PlanGrouping *grouping,
             PlanCounts *counts,
             GError **error)
{
  for (gsize i = 0; i < n_plans; i++)
    {
      g_autoptr (MarmotPeriod) notes = plan_notes_before (plans[i], on, period, error);

      if (!notes)
        {
          g_prefix_error (error, "Plan %" G_GSIZE_FORMAT ": ", i + 1);
          return FALSE;
        }
      plan_count (plans[i], on, notes, grouping, counts);
    }
  return TRUE;
}

MarmotTable *
marmot_summarise_action_plans (MarmotActionPlan **plans,
                               gsize n_plans,
                               MarmotActionGrouping by,
                               const GDate *on,
                               MarmotPeriod *period,
                               GError **error)
{
  static const ActionColumn columns[] = {
    { "group", MARMOT_COLUMN_TEXT },         { "n_plans", MARMOT_COLUMN_INTEGER },
    { "n", MARMOT_COLUMN_INTEGER },          { "n_open", MARMOT_COLUMN_INTEGER },
    { "n_blocked", MARMOT_COLUMN_INTEGER },  { "n_done", MARMOT_COLUMN_INTEGER },
    { "n_dropped", MARMOT_COLUMN_INTEGER },  { "n_overdue", MARMOT_COLUMN_INTEGER },
    { "n_stale", MARMOT_COLUMN_INTEGER },    { "n_no_date", MARMOT_COLUMN_INTEGER },
    { "n_due_unknown", MARMOT_COLUMN_INTEGER }, { "n_no_owner", MARMOT_COLUMN_INTEGER },
  };
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) by_name = NULL;
  PlanGrouping grouping = { by, NULL, NULL };
  ActionTable *table;

  g_return_val_if_fail (plans != NULL || n_plans == 0, NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  groups = grouping.groups = g_ptr_array_new_with_free_func (g_free);
  by_name = grouping.by_name = g_hash_table_new (g_str_hash, g_str_equal);
  if (!count_plans (plans, n_plans, on, period, &grouping, NULL, error))
    return NULL;

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < groups->len; i++)
    {
      const PlanCounts *counts = groups->pdata[i];
      const guint numbers[] = { counts->n_plans, counts->n,         counts->n_open,   counts->n_blocked,
                                counts->n_done,  counts->n_dropped, counts->n_overdue, counts->n_stale,
                                counts->n_no_date, counts->n_due_unknown, counts->n_no_owner };

      action_table_text (table, 0, counts->group);
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        action_table_integer (table, j + 1, numbers[j]);
    }
  return action_table_finish (table);
}

MarmotMeasure *
marmot_share_of_actions (MarmotActionPlan **plans,
                         gsize n_plans,
                         MarmotActionShare share,
                         const GDate *on,
                         MarmotPeriod *period,
                         MarmotIntervalOptions *options,
                         GError **error)
{
  PlanCounts all = { 0 };

  g_return_val_if_fail (plans != NULL || n_plans == 0, NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  return count_plans (plans, n_plans, on, period, NULL, &all, error) ? plan_share (&all, share, options, error) : NULL;
}

MarmotTable *
marmot_tabulate_action_plans (MarmotActionPlan **plans,
                              gsize n_plans,
                              const GDate *on,
                              MarmotPeriod *period,
                              GError **error)
{
  static const ActionColumn columns[] = {
    { "plan", MARMOT_COLUMN_TEXT },
    { "id", MARMOT_COLUMN_TEXT },         { "kind", MARMOT_COLUMN_TEXT },
    { "text", MARMOT_COLUMN_TEXT },       { "theme", MARMOT_COLUMN_TEXT },
    { "owner_role", MARMOT_COLUMN_TEXT }, { "organisation", MARMOT_COLUMN_TEXT },
    { "state", MARMOT_COLUMN_TEXT },      { "due", MARMOT_COLUMN_DATE },
    { "due_state", MARMOT_COLUMN_TEXT },  { "days_overdue", MARMOT_COLUMN_INTEGER },
    { "age", MARMOT_COLUMN_INTEGER },     { "stale", MARMOT_COLUMN_BOOLEAN },
    { "open", MARMOT_COLUMN_BOOLEAN },    { "no_owner", MARMOT_COLUMN_BOOLEAN },
  };
  ActionTable *table;

  g_return_val_if_fail (plans != NULL || n_plans == 0, NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < n_plans; i++)
    {
      g_autoptr (MarmotPeriod) notes = plan_notes_before (plans[i], on, period, error);
      GListStore *actions = marmot_action_plan_get_actions (plans[i]);
      g_autoptr (GHashTable) by_id = NULL;

      if (!notes)
        {
          g_prefix_error (error, "Plan %" G_GSIZE_FORMAT ": ", i + 1);
          action_table_free (table);
          return NULL;
        }
      by_id = plan_index (plans[i]);
      for (guint j = 0; j < action_count (actions); j++)
        {
          MarmotAction *action = action_peek (actions, j);

          action_table_text (table, 0, marmot_action_plan_get_title (plans[i]));
          plan_add_row (table, 1, by_id, action, on, notes);
          action_table_boolean (table, 13, plan_is_open (marmot_action_get_state_on (action, on)));
          action_table_boolean (table, 14,
                                !marmot_action_get_owner_role (action) && !marmot_action_get_organisation (action));
        }
    }
  return action_table_finish (table);
}
