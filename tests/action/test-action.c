/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* "2018-02-05". */
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

static MarmotAction *
make_action (const char *raised,
             const char *due)
{
  g_autoptr (MarmotPeriod) raised_on = raised ? period (raised) : NULL;
  g_autoptr (MarmotPeriod) due_by = due ? period (due) : NULL;

  return g_object_new (MARMOT_TYPE_ACTION, "id", "a", "text", "Do it", "owner-role", "Director of Public Health", "raised",
                       raised_on, "due", due_by, NULL);
}

static void
add_note (MarmotAction *action,
          const char *of,
          const char *text)
{
  g_autoptr (MarmotPeriod) tells_of = period (of);
  g_autoptr (MarmotActionNote) note = g_object_new (MARMOT_TYPE_ACTION_NOTE, "period", tells_of, "text", text, NULL);

  g_list_store_append (marmot_action_get_notes (action), note);
}

static gboolean
is_overdue (MarmotAction *action,
            const char *on)
{
  g_autoptr (GDate) date = day (on);

  return marmot_action_is_overdue (action, date);
}

static gboolean
is_stale (MarmotAction *action,
          const char *in)
{
  g_autoptr (MarmotPeriod) of = period (in);

  return marmot_action_is_stale (action, of);
}

static gboolean
move (MarmotAction *action,
      MarmotActionState state,
      const char *on,
      const char *reason)
{
  g_autoptr (GDate) date = day (on);

  return marmot_action_move_to (action, state, date, reason, NULL, NULL);
}

static gboolean
has_rule (GPtrArray *findings,
          const char *rule,
          const char *path)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (marmot_finding_get_rule (findings->pdata[i]), rule)
        && g_strcmp0 (marmot_finding_get_path (findings->pdata[i]), path) == 0)
      return TRUE;
  return FALSE;
}

Test (action, overdue_on_the_day_after)
{
  g_autoptr (MarmotAction) action = make_action ("2024-12-04", "2025-12-04");
  g_autoptr (MarmotAction) of_a_month = make_action (NULL, "Mar 2025");
  g_autoptr (GDate) later = day ("2025-12-14");

  cr_assert (not (is_overdue (action, "2025-12-03")));
  cr_assert (not (is_overdue (action, "2025-12-04")));
  cr_assert (is_overdue (action, "2025-12-05"));
  cr_assert (eq (u32, marmot_action_get_days_overdue (action, later), 10));

  cr_assert (not (is_overdue (of_a_month, "2025-03-31")));
  cr_assert (is_overdue (of_a_month, "2025-04-01"));

  cr_assert (move (action, MARMOT_ACTION_DONE, "2025-12-10", "Reported to the Board"));
  cr_assert (is_overdue (action, "2025-12-09"));
  cr_assert (not (is_overdue (action, "2025-12-10")));
}

Test (action, three_states_of_due)
{
  g_autoptr (MarmotAction) action = make_action (NULL, NULL);
  g_autoptr (MarmotPeriod) due = period ("2025-12-04");

  cr_assert (marmot_action_get_due_state (action) == MARMOT_DUE_UNKNOWN);
  cr_assert (not (is_overdue (action, "2100-01-01")));
  marmot_action_set_no_due_date (action, TRUE);
  cr_assert (marmot_action_get_due_state (action) == MARMOT_DUE_NO_DATE);
  cr_assert (not (is_overdue (action, "2100-01-01")));
  marmot_action_set_due (action, due);
  cr_assert (marmot_action_get_due_state (action) == MARMOT_DUE_DATED);
  cr_assert (not (marmot_action_get_no_due_date (action)));
  marmot_action_set_no_due_date (action, TRUE);
  cr_assert (marmot_action_get_due (action) == NULL);
}

Test (action, state_by_day)
{
  g_autoptr (MarmotAction) action = make_action ("2024-01-01", NULL);
  g_autoptr (GDate) before = day ("2024-01-31");
  g_autoptr (GDate) between = day ("2024-03-01");
  g_autoptr (GDate) after = day ("2024-12-31");
  g_autoptr (GError) error = NULL;
  guint age = 0;

  cr_assert (marmot_action_get_state_on (action, before) == MARMOT_ACTION_OPEN);
  cr_assert (move (action, MARMOT_ACTION_BLOCKED, "2024-02-01", "No money"));
  cr_assert (move (action, MARMOT_ACTION_DONE, "2024-06-01", NULL));
  cr_assert (marmot_action_get_state_on (action, before) == MARMOT_ACTION_PROPOSED);
  cr_assert (marmot_action_get_state_on (action, between) == MARMOT_ACTION_BLOCKED);
  cr_assert (marmot_action_get_state_on (action, after) == MARMOT_ACTION_DONE);
  cr_assert (not (marmot_action_is_open (action)));

  /* 1 January to 1 June 2024, a leap year: 31 + 29 + 31 + 30 + 31 days. */
  cr_assert (marmot_action_get_age (action, after, &age));
  cr_assert (eq (u32, age, 152));
  cr_assert (marmot_action_get_age (action, between, &age));
  cr_assert (eq (u32, age, 60));

  cr_assert (not (marmot_action_move_to (action, MARMOT_ACTION_OPEN, between, NULL, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (not (move (action, MARMOT_ACTION_DONE, "2024-12-31", NULL)));
  cr_assert (eq (u32, count (marmot_action_get_changes (action)), 2));
}

Test (action, stale_by_period)
{
  g_autoptr (MarmotAction) action = make_action ("2016-10-01", NULL);

  add_note (action, "1 April 2017 to 30 September 2017", "The evaluation is done");
  cr_assert (not (is_stale (action, "1 April 2017 to 30 September 2017")));
  cr_assert (is_stale (action, "1 October 2017 to 31 March 2018"));
  cr_assert (not (is_stale (action, "2017/18")));
  add_note (action, "Nov 2017", "Goes on");
  cr_assert (not (is_stale (action, "1 October 2017 to 31 March 2018")));
  /* A note on the whole year says nothing of its last quarter. */
  add_note (action, "2018/19", "Went on");
  cr_assert (is_stale (action, "2018/19 Q4"));
  /* It was not there yet. */
  cr_assert (not (is_stale (action, "2015/16")));

  cr_assert (move (action, MARMOT_ACTION_DROPPED, "2019-04-01", "Done by others"));
  cr_assert (not (is_stale (action, "2019/20")));
}

static void
on_notify (GObject *object,
           GParamSpec *pspec,
           guint *n)
{
  (*n)++;
}

Test (action, notifies_of_changes_only)
{
  g_autoptr (MarmotAction) action = marmot_action_new ();
  guint n = 0;

  g_signal_connect (action, "notify::text", G_CALLBACK (on_notify), &n);
  marmot_action_set_text (action, "One");
  marmot_action_set_text (action, "One");
  cr_assert (eq (u32, n, 1));
  marmot_action_set_text (action, "");
  cr_assert (eq (u32, n, 2));
  cr_assert (marmot_action_get_text (action) == NULL);
  marmot_action_set_text (action, NULL);
  cr_assert (eq (u32, n, 2));
}

Test (action, copies_share_nothing)
{
  static const char *const partners[] = { "CRASAC", "Barnardo's", NULL };
  g_autoptr (MarmotAction) action = make_action ("2016-10-01", "2019/20");
  g_autoptr (MarmotAction) copy = NULL;
  g_autoptr (MarmotActionNote) note = NULL;

  marmot_action_set_partners (action, partners);
  add_note (action, "2017/18", "First");
  copy = marmot_action_copy (action);
  cr_assert (marmot_action_equal (action, copy));

  note = g_list_model_get_item (G_LIST_MODEL (marmot_action_get_notes (copy)), 0);
  marmot_action_note_set_text (note, "Second");
  cr_assert (not (marmot_action_equal (action, copy)));
  marmot_action_note_set_text (note, "First");
  cr_assert (marmot_action_equal (action, copy));
  g_list_store_remove_all (marmot_action_get_notes (copy));
  cr_assert (eq (u32, count (marmot_action_get_notes (action)), 1));
}

Test (action, check)
{
  g_autoptr (MarmotAction) whole = make_action ("2016-10-01", "2019/20");
  g_autoptr (MarmotAction) empty = marmot_action_new ();
  g_autoptr (GPtrArray) none = marmot_action_check (whole, "actions/1");
  g_autoptr (GPtrArray) some = marmot_action_check (empty, NULL);
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) last = NULL;

  cr_assert (eq (u32, none->len, 0));
  cr_assert (eq (u32, some->len, 3));
  cr_assert (has_rule (some, "action/text", "text"));
  cr_assert (has_rule (some, "action/owner", "owner_role"));
  cr_assert (has_rule (some, "action/due", "due"));

  marmot_action_set_owner_role (whole, "Cllr Smith");
  marmot_action_set_state (whole, MARMOT_ACTION_DROPPED);
  add_note (whole, "2017/18", "Ring 024 7683 3333");
  more = marmot_action_check (whole, "actions/1");
  cr_assert (eq (u32, more->len, 2));
  cr_assert (has_rule (more, "action/owner-person", "actions/1/owner_role"));
  cr_assert (has_rule (more, "personal-data/telephone", "actions/1/notes/1/text"));

  cr_assert (move (whole, MARMOT_ACTION_OPEN, "2018-01-01", NULL));
  marmot_action_set_state (whole, MARMOT_ACTION_DONE);
  last = marmot_action_check (whole, "actions/1");
  cr_assert (has_rule (last, "action/changes", "actions/1/state"));
}
