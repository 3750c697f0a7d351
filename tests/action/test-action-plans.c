/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The actions of several plans together.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

#define FOLDER TEST_DATA_DIR "/../../examples/data/coventry-action-plan/"

static MarmotActionPlan *
parse (const char *title,
       const char *actions)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"marmot-action-plan\", \"title\": \"%s\", \"actions\": [%s]}",
                                           title, actions);
  g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MarmotActionPlan *plan = marmot_action_plan_new_from_json (json, &error);

  cr_assert (plan != NULL, "%s", error ? error->message : "");
  return plan;
}

static gint64
get (MarmotTable *table,
     const char *name,
     gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL && row < marmot_table_get_n_rows (table), "%s", name);
  if (marmot_column_get_column_type (column) == MARMOT_COLUMN_BOOLEAN)
    return marmot_column_get_boolean (column, row);
  return marmot_column_get_integer (column, row);
}

static char *
get_text (MarmotTable *table,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_get_text (column, row);
}

/* Of "Manager" two open (one overdue, one with a note), one done; of nobody one open without
 * a date; one dropped. */
#define FIRST                                                                                                    \
  "{\"id\": \"a\", \"text\": \"t\", \"owner_role\": \"Manager\", \"state\": \"open\", \"due\": \"2024-06-30\"}," \
  "{\"id\": \"b\", \"text\": \"t\", \"owner_role\": \"Manager\", \"state\": \"done\"},"                          \
  "{\"id\": \"c\", \"text\": \"t\", \"state\": \"open\", \"no_due_date\": true}"
#define SECOND                                                                                                   \
  "{\"id\": \"a\", \"text\": \"t\", \"owner_role\": \"Manager\", \"state\": \"open\", \"due\": \"2030-06-30\","  \
  " \"notes\": [{\"period\": \"1 April 2024 to 30 September 2024\", \"text\": \"Begun\"}]},"                     \
  "{\"id\": \"d\", \"text\": \"t\", \"organisation\": \"Council\", \"state\": \"dropped\"}"

Test (action_plans, together)
{
  g_autoptr (MarmotActionPlan) first = parse ("First", FIRST);
  g_autoptr (MarmotActionPlan) second = parse ("Second", SECOND);
  MarmotActionPlan *plans[] = { first, second };
  g_autoptr (GDate) on = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (MarmotTable) by_plan = marmot_summarise_action_plans (plans, 2, MARMOT_ACTION_BY_PLAN, on, NULL, NULL);
  g_autoptr (MarmotTable) by_role = marmot_summarise_action_plans (plans, 2, MARMOT_ACTION_BY_OWNER_ROLE, on, NULL, NULL);
  g_autoptr (MarmotMeasure) done
      = marmot_share_of_actions (plans, 2, MARMOT_ACTION_SHARE_DONE, on, NULL, NULL, NULL);
  g_autoptr (MarmotMeasure) overdue
      = marmot_share_of_actions (plans, 2, MARMOT_ACTION_SHARE_OVERDUE, on, NULL, NULL, NULL);
  g_autoptr (MarmotMeasure) stale
      = marmot_share_of_actions (plans, 2, MARMOT_ACTION_SHARE_STALE, on, NULL, NULL, NULL);
  g_autofree char *group = get_text (by_plan, "group", 1);
  g_autofree char *role = get_text (by_role, "group", 0);

  cr_assert (marmot_table_get_n_rows (by_plan) == 2);
  cr_assert_str_eq (group, "Second");
  cr_assert (get (by_plan, "n", 0) == 3 && get (by_plan, "n", 1) == 2);
  cr_assert (get (by_plan, "n_open", 0) == 2 && get (by_plan, "n_dropped", 1) == 1);
  cr_assert (get (by_plan, "n_no_owner", 0) == 1 && get (by_plan, "n_no_owner", 1) == 0);

  cr_assert_str_eq (role, "Manager");
  cr_assert (get (by_role, "n_plans", 0) == 2 && get (by_role, "n", 0) == 3);
  cr_assert (get (by_role, "n_overdue", 0) == 1);
  /* April to September 2024 ended last; one of the two has a note. */
  cr_assert (get (by_role, "n_stale", 0) == 1);

  cr_assert (marmot_measure_get_numerator (done) == 1 && marmot_measure_get_denominator (done) == 4);
  cr_assert (marmot_measure_get_numerator (overdue) == 1 && marmot_measure_get_denominator (overdue) == 2);
  cr_assert (marmot_measure_get_numerator (stale) == 2 && marmot_measure_get_denominator (stale) == 3);
}

Test (action_plans, one_is_as_it_is_alone)
{
  static const char *const names[] = { "action-plan.json", "recommendations.json", "resolutions.json" };
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDate) on = g_date_new_dmy (5, G_DATE_FEBRUARY, 2018);
  g_autoptr (MarmotTable) all = NULL;
  gsize n_rows = 0, at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      MarmotActionPlan *plan = marmot_action_plan_new_from_file (file, NULL, &error);

      cr_assert (plan != NULL, "%s", error ? error->message : "");
      g_ptr_array_add (plans, plan);
      n_rows += g_list_model_get_n_items (G_LIST_MODEL (marmot_action_plan_get_actions (plan)));
    }
  all = marmot_tabulate_action_plans ((MarmotActionPlan **) plans->pdata, plans->len, on, NULL, NULL);
  cr_assert (marmot_table_get_n_rows (all) == n_rows && n_rows > 20);
  for (guint i = 0; i < plans->len; i++)
    {
      g_autoptr (MarmotTable) one = marmot_action_plan_to_table (plans->pdata[i], on, NULL, NULL);
      g_autoptr (MarmotTable) counts = marmot_action_plan_summarise (plans->pdata[i], MARMOT_ACTION_BY_PLAN, on, NULL, NULL);
      g_autoptr (MarmotTable) same
          = marmot_summarise_action_plans ((MarmotActionPlan **) &plans->pdata[i], 1, MARMOT_ACTION_BY_PLAN, on, NULL, NULL);
      gint64 n_open = 0;

      for (gsize row = 0; row < marmot_table_get_n_rows (one); row++, at++)
        {
          g_autofree char *title = get_text (all, "plan", at);
          g_autofree char *id = get_text (one, "id", row);
          g_autofree char *also = get_text (all, "id", at);

          cr_assert_str_eq (title, marmot_action_plan_get_title (plans->pdata[i]));
          cr_assert_str_eq (id, also);
          cr_assert (get (one, "stale", row) == get (all, "stale", at));
          cr_assert (get (one, "days_overdue", row) == get (all, "days_overdue", at));
          n_open += get (all, "open", at);
        }
      cr_assert (n_open == get (counts, "n_open", 0));
      cr_assert (get (same, "n", 0) == get (counts, "n", 0) && get (same, "n_stale", 0) == get (counts, "n_stale", 0));
    }
}

Test (action_plans, none_and_a_wrong_one)
{
  g_autoptr (MarmotActionPlan) good = parse ("Good", FIRST);
  g_autoptr (MarmotActionPlan) bad = parse ("Bad", SECOND);
  MarmotActionPlan *plans[] = { good, bad };
  g_autoptr (GDate) on = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (MarmotTable) none = marmot_summarise_action_plans (NULL, 0, MARMOT_ACTION_BY_PLAN, on, NULL, NULL);
  g_autoptr (MarmotMeasure) nothing = marmot_share_of_actions (NULL, 0, MARMOT_ACTION_SHARE_DONE, on, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_table_get_n_rows (none) == 0);
  cr_assert (marmot_measure_get_denominator (nothing) == 0);
  marmot_action_plan_set_note_months (bad, 5);
  cr_assert (marmot_tabulate_action_plans (plans, 2, on, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (g_str_has_prefix (error->message, "Plan 2: "));
}
