/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Known answers are counted in the papers from which examples/data/coventry-action-plan/
 * was transcribed: its README says which.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define DATA TEST_DATA_DIR "/../../examples/data/coventry-action-plan/"

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static guint
count_and_free (gpointer list)
{
  const guint n = count (list);

  g_object_unref (list);
  return n;
}

static GDate *
day (const char *text)
{
  GDate *date = g_date_new ();

  g_date_set_parse (date, text);
  cr_assert (g_date_valid (date));
  return date;
}

static MarmotPeriod *
period (const char *text)
{
  MarmotPeriod *self = marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL);

  cr_assert (self != NULL, "%s", text);
  return self;
}

static GFile *
file (const char *name)
{
  g_autofree char *path = g_strconcat (DATA, name, NULL);

  return g_file_new_for_path (path);
}

static MarmotActionPlan *
read_plan (const char *name)
{
  g_autoptr (GFile) from = file (name);
  g_autoptr (GError) error = NULL;
  MarmotActionPlan *plan = marmot_action_plan_new_from_file (from, NULL, &error);

  cr_assert (plan != NULL, "%s", error ? error->message : "");
  return plan;
}

static MarmotActionPlan *
parse_plan (const char *actions,
            GError **error)
{
  g_autofree char *text = g_strconcat ("{\"format\": \"marmot-action-plan\", \"title\": \"T\", \"actions\": ", actions, "}",
                                       NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marmot_action_plan_new_from_json (bytes, error);
}

static guint
count_rule (GPtrArray *findings,
            const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), rule);
  return n;
}

static gint64
get_integer (MarmotTable *table,
             const char *name,
             gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_get_integer (column, row);
}

static char *
get_text (MarmotTable *table,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_is_null (column, row) ? g_strdup ("-") : marmot_column_get_text (column, row);
}

Test (plan, ten_aims_five_a_theme)
{
  g_autoptr (MarmotActionPlan) plan = read_plan ("action-plan.json");
  g_autoptr (GListStore) aims = marmot_action_plan_list_kind (plan, MARMOT_ACTION_KIND_AIM);
  g_autoptr (GDate) on = day ("2018-02-05");
  g_autoptr (MarmotTable) by_kind = marmot_action_plan_summarise (plan, MARMOT_ACTION_BY_KIND, on, NULL, NULL);
  g_autofree char *first = NULL;
  guint n_young = 0;

  cr_assert (eq (u32, count (aims), 10));
  for (guint i = 0; i < count (aims); i++)
    {
      g_autoptr (MarmotAction) aim = g_list_model_get_item (G_LIST_MODEL (aims), i);

      cr_assert (eq (u32, marmot_action_get_number (aim), i + 1));
      n_young += strstr (marmot_action_get_theme (aim), "young people") != NULL;
    }
  cr_assert (eq (u32, n_young, 5));
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_parts (plan, "aim-8")), 5));
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_parts (plan, "aim-3")), 2));

  first = get_text (by_kind, "group", 0);
  cr_assert (eq (str, first, "aim"));
  cr_assert (eq (i64, get_integer (by_kind, "n", 0), 10));
  cr_assert (eq (i64, get_integer (by_kind, "n", 1), 34));
  cr_assert (eq (i64, get_integer (by_kind, "n_due_unknown", 1), 34));
}

Test (plan, notes_by_half_year)
{
  g_autoptr (MarmotActionPlan) plan = read_plan ("action-plan.json");
  g_autoptr (GDate) march = day ("2018-03-31");
  g_autoptr (GDate) april = day ("2018-04-01");
  g_autoptr (MarmotPeriod) first = period ("1 April 2017 to 30 September 2017");
  g_autoptr (MarmotPeriod) second = marmot_action_plan_get_note_period (plan, march, NULL);
  g_autoptr (MarmotPeriod) third = marmot_action_plan_get_note_period (plan, april, NULL);
  g_autoptr (MarmotMeasure) fresh = marmot_action_plan_measure (plan, MARMOT_ACTION_SHARE_STALE, march, NULL, NULL, NULL);
  g_autoptr (MarmotMeasure) stale = marmot_action_plan_measure (plan, MARMOT_ACTION_SHARE_STALE, april, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = marmot_period_to_iso_interval (second);
  g_autofree char *next = marmot_period_to_iso_interval (third);
  MarmotAction *aim = marmot_action_plan_lookup (plan, "aim-4");

  cr_assert (eq (str, text, "2017-10-01/2018-03-31"));
  cr_assert (eq (str, next, "2018-04-01/2018-09-30"));

  /* Every aim has a note for the half-year, and it tells of the aim's actions too. */
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_stale (plan, first)), 0));
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_stale (plan, second)), 44));
  g_list_store_remove_all (marmot_action_get_notes (aim));
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_stale (plan, first)), 4));

  cr_assert (eq (dbl, marmot_measure_get_numerator (fresh), 0));
  cr_assert (eq (dbl, marmot_measure_get_numerator (stale), 44));
  cr_assert (eq (dbl, marmot_measure_get_denominator (stale), 44));

  marmot_action_plan_set_note_months (plan, 5);
  cr_assert (marmot_action_plan_get_note_period (plan, april, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (plan, fifteen_recommendations)
{
  g_autoptr (MarmotActionPlan) plan = read_plan ("recommendations.json");
  g_autoptr (GDate) due = day ("2025-12-04");
  g_autoptr (GDate) after = day ("2025-12-05");
  g_autoptr (MarmotMeasure) measure = NULL;
  g_autoptr (GPtrArray) findings = marmot_action_plan_check (plan);

  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_kind (plan, MARMOT_ACTION_KIND_RECOMMENDATION)), 15));
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_overdue (plan, due)), 0));
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_overdue (plan, after)), 1));
  cr_assert (eq (u32, count_rule (findings, "action/owner"), 15));
  cr_assert (eq (u32, count_rule (findings, "action/due"), 16));
  cr_assert (eq (u32, findings->len, 31));

  /* One has a date; of sixteen nobody has said when they are due. */
  measure = marmot_action_plan_measure (plan, MARMOT_ACTION_SHARE_OVERDUE, after, NULL, NULL, NULL);
  cr_assert (eq (dbl, marmot_measure_get_numerator (measure), 1));
  cr_assert (eq (dbl, marmot_measure_get_denominator (measure), 1));
  cr_assert (eq (i64, marmot_measure_get_n_unknown (measure), 16));
}

Test (plan, resolutions)
{
  g_autoptr (MarmotActionPlan) plan = read_plan ("resolutions.json");
  g_autoptr (GDate) on = day ("2025-02-06");
  g_autoptr (MarmotTable) all = marmot_action_plan_summarise (plan, MARMOT_ACTION_BY_PLAN, on, NULL, NULL);
  g_autoptr (MarmotMeasure) done = marmot_action_plan_measure (plan, MARMOT_ACTION_SHARE_DONE, on, NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) share = marmot_measure_get_estimate (done);
  g_autoptr (MarmotTable) table = marmot_action_plan_to_table (plan, on, NULL, NULL);
  g_autofree char *state = get_text (table, "due_state", 9);

  cr_assert (eq (i64, get_integer (all, "n", 0), 12));
  cr_assert (eq (i64, get_integer (all, "n_done", 0), 8));
  cr_assert (eq (i64, get_integer (all, "n_overdue", 0), 1));
  cr_assert (eq (i64, get_integer (all, "n_no_date", 0), 1));
  cr_assert (eq (i64, get_integer (all, "n_due_unknown", 0), 2));
  cr_assert (eq (str, state, "no-date"));
  cr_assert (eq (i64, get_integer (table, "days_overdue", 11), 1));
  cr_assert (eq (i64, get_integer (table, "age", 11), 64));
  /* Wilson: 8 of 12. */
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_value (share), 8.0 / 12, 1e-15));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_lower (share), 0.39062, 5e-5));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_upper (share), 0.86188, 5e-5));
}

Test (plan, json_both_ways)
{
  g_autoptr (MarmotActionPlan) plan = read_plan ("action-plan.json");
  g_autofree char *text = marmot_action_plan_to_json (plan, NULL);
  g_autofree char *path = g_build_filename (DATA, "action-plan.json", NULL);
  g_autofree char *there = NULL;
  g_autoptr (MarmotActionPlan) copy = marmot_action_plan_copy (plan);

  cr_assert (g_file_get_contents (path, &there, NULL, NULL));
  cr_assert (eq (str, text, there));
  cr_assert (marmot_action_plan_equal (plan, copy));
}

Test (plan, diff)
{
  g_autoptr (MarmotActionPlan) plan = read_plan ("action-plan.json");
  g_autoptr (MarmotActionPlan) newer = marmot_action_plan_copy (plan);
  g_autoptr (MarmotPeriod) due = period ("2018-09-30");
  g_autoptr (MarmotActionNote) note = marmot_action_note_new ();
  g_autoptr (MarmotPeriod) of = period ("1 October 2017 to 31 March 2018");
  g_autoptr (MarmotAction) added = g_object_new (MARMOT_TYPE_ACTION, "id", "aim-11", "text", "City of Culture", NULL);
  g_autoptr (MarmotTable) none = marmot_action_plan_diff (plan, newer);
  g_autoptr (MarmotTable) diff = NULL;
  g_autofree char *text = NULL;

  cr_assert (eq (sz, marmot_table_get_n_rows (none), 0));
  marmot_action_set_due (marmot_action_plan_lookup (newer, "aim-5"), due);
  marmot_action_note_set_period (note, of);
  marmot_action_note_set_text (note, "Went on");
  g_list_store_append (marmot_action_get_notes (marmot_action_plan_lookup (newer, "aim-5")), note);
  g_list_store_append (marmot_action_plan_get_actions (newer), added);
  g_list_store_remove (marmot_action_plan_get_actions (newer), 1);

  diff = marmot_action_plan_diff (plan, newer);
  text = marmot_action_plan_diff_to_text (plan, newer);
  cr_assert (eq (sz, marmot_table_get_n_rows (diff), 4));
  cr_assert (eq (str, text,
                 "Removed actions/aim-1.1: “Evaluate the effectiveness of the Acting Early model”.\n"
                 "Changed actions/aim-5, due: nothing became “2018-09-30”.\n"
                 "Added actions/aim-5/notes/1 October 2017 to 31 March 2018: “Went on”.\n"
                 "Added actions/aim-11: “City of Culture”.\n"));
}

Test (plan, what_is_refused)
{
  static const struct
  {
    const char *actions;
    MarmotError code;
    const char *place;
  } cases[] = {
    { "[{\"id\": \"a\", \"owner\": \"x\"}]", MARMOT_ERROR_PARSE, "actions/1: one of its keys" },
    { "[{\"id\": \"a\"}, {\"text\": \"x\"}]", MARMOT_ERROR_PARSE, "actions/2/id: " },
    { "[{\"id\": \"a\"}, {\"id\": \"a\"}]", MARMOT_ERROR_INVALID_DATA, "actions/2: " },
    { "[{\"id\": \"a b\"}]", MARMOT_ERROR_PARSE, "actions/1/id: " },
    { "[{\"id\": \"a\", \"text\": \"\"}]", MARMOT_ERROR_PARSE, "actions/1/text: " },
    { "[{\"id\": \"a\", \"text\": 5}]", MARMOT_ERROR_PARSE, "actions/1/text: " },
    { "[{\"id\": \"a\", \"state\": \"OPEN\"}]", MARMOT_ERROR_PARSE, "actions/1/state: write one of: proposed, open" },
    { "[{\"id\": \"a\", \"due\": \"soon\"}]", MARMOT_ERROR_PARSE, "actions/1/due: " },
    { "[{\"id\": \"a\", \"raised\": \"2024/25\"}]", MARMOT_ERROR_PARSE, "actions/1/raised: a day" },
    { "[{\"id\": \"a\", \"number\": -1}]", MARMOT_ERROR_PARSE, "actions/1/number: " },
    { "[{\"id\": \"a\", \"due\": \"2025-03-31\", \"no_due_date\": true}]", MARMOT_ERROR_INVALID_DATA,
      "actions/1/no_due_date: " },
    { "[{\"id\": \"a\", \"number\": 1.5}]", MARMOT_ERROR_PARSE, "actions/1/number: " },
    { "[{\"id\": \"a\", \"no_due_date\": \"yes\"}]", MARMOT_ERROR_PARSE, "actions/1/no_due_date: " },
    { "[{\"id\": \"a\", \"partners\": [\"x\", 3]}]", MARMOT_ERROR_PARSE, "actions/1/partners/2: " },
    { "[{\"id\": \"a\", \"notes\": {}}]", MARMOT_ERROR_PARSE, "actions/1/notes: a list" },
    { "[{\"id\": \"a\", \"notes\": [3]}]", MARMOT_ERROR_PARSE, "actions/1/notes/1: an object" },
    { "[{\"id\": \"a\", \"evidence\": [{\"uri\": \"ftp://x\"}]}]", MARMOT_ERROR_PARSE, "actions/1/evidence/1/uri: " },
    { "[{\"id\": \"a\", \"evidence\": [{\"value\": \"<5\"}]}]", MARMOT_ERROR_PARSE, "actions/1/evidence/1/value: " },
    { "{}", MARMOT_ERROR_PARSE, "actions: a list" },
    { "[3", MARMOT_ERROR_PARSE, "line 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotActionPlan) plan = parse_plan (cases[i].actions, &error);

      cr_assert (plan == NULL, "%s", cases[i].actions);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "%s: %s", cases[i].actions, error->message);
      cr_assert (strstr (error->message, cases[i].place) != NULL, "%s: %s", cases[i].actions, error->message);
    }
}

Test (plan, long_text_is_refused)
{
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, 'x');
  g_autofree char *actions = g_strdup_printf ("[{\"id\": \"a\", \"text\": \"%s\"}]", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) on_writing = NULL;
  g_autoptr (MarmotActionPlan) plan = parse_plan (actions, &error);
  g_autoptr (MarmotActionPlan) made = marmot_action_plan_new ();
  g_autofree char *written = NULL;

  cr_assert (plan == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  marmot_action_plan_set_title (made, text);
  written = marmot_action_plan_to_json (made, &on_writing);
  cr_assert (written == NULL);
  cr_assert (g_error_matches (on_writing, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (plan, nothing_is_written_that_is_not_read)
{
  g_autoptr (MarmotActionPlan) plan = marmot_action_plan_new ();
  g_autoptr (MarmotAction) nameless = marmot_action_new ();
  g_autoptr (GError) error = NULL;

  g_list_store_append (marmot_action_plan_get_actions (plan), nameless);
  cr_assert (marmot_action_plan_to_json (plan, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (strstr (error->message, "actions/1/id") != NULL, "%s", error->message);
}

Test (plan, circles_and_loose_ends)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotActionPlan) plan = parse_plan (
    "[{\"id\": \"a\", \"part_of\": \"b\"}, {\"id\": \"b\", \"part_of\": \"c\"}, {\"id\": \"c\", \"part_of\": \"a\"},"
    " {\"id\": \"d\", \"part_of\": \"a\"}, {\"id\": \"e\", \"part_of\": \"nowhere\"},"
    " {\"id\": \"f\", \"links\": [{\"target\": \"f\", \"kind\": \"action\"}]},"
    " {\"id\": \"g\", \"links\": [{\"target\": \"none\", \"kind\": \"action\"}, {\"target\": \"PI1\", \"kind\": \"indicator\"}]}]",
    &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (MarmotPeriod) of = period ("2024/25");

  cr_assert (plan != NULL, "%s", error ? error->message : "");
  findings = marmot_action_plan_check (plan);
  cr_assert (eq (u32, count_rule (findings, "action/cycle"), 4));
  cr_assert (eq (u32, count_rule (findings, "action/part-of"), 1));
  cr_assert (eq (u32, count_rule (findings, "action/link"), 1));
  /* The circle does not hold up the search for notes. */
  cr_assert (eq (u32, count_and_free (marmot_action_plan_list_stale (plan, of)), 7));
}

/* A chain of parts as long as the list, and every action waiting for the next. */
Test (plan, many_actions)
{
  const guint n = 10000;
  g_autoptr (MarmotActionPlan) plan = marmot_action_plan_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *next = g_strdup_printf ("a%u", (i + 1) % n);
      g_autoptr (MarmotAction) action = g_object_new (MARMOT_TYPE_ACTION, "id", id, "text", "Do it", "part-of", next, NULL);

      g_list_store_append (marmot_action_plan_get_actions (plan), action);
    }
  findings = marmot_action_plan_check (plan);
  cr_assert (eq (u32, count_rule (findings, "action/cycle"), n));
  text = marmot_action_plan_to_json (plan, NULL);
  cr_assert (text != NULL);
  cr_assert (g_get_monotonic_time () - start < 20 * G_USEC_PER_SEC);
}
