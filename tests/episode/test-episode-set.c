/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sets of episodes: their columns, their parts, and what they know of.
 */
#include <criterion/criterion.h>

#include <math.h>
#include <string.h>

#include <marmot/marmot.h>

#include "support/episodes.h"

static const char five[] = "id,person,family,start,end,lead_agency\n"
                           "e1,c1,f1,2024-01-10,2024-03-01,school\n"
                           "e2,c2,f1,2024-02-01,,council\n"
                           "e3,c3,f2,2024-03-01,2024-03-01,\n"
                           "e4,c1,f1,2024-03-01,2024-06-30,school\n"
                           "e5,,,2023-12-31,2024-01-01,health\n";

static char *
list_ids (MarmotEpisodeSet *set)
{
  GString *ids = g_string_new (NULL);

  for (guint row = 0; row < marmot_episode_set_get_n_rows (set); row++)
    {
      g_autoptr (MarmotEpisode) episode = g_list_model_get_item (G_LIST_MODEL (set), row);
      g_autofree char *id = marmot_episode_get_id (episode);

      g_string_append_printf (ids, "%s%s", row ? " " : "", id);
    }
  return g_string_free (ids, FALSE);
}

#define assert_ids(set, wanted)                      \
  do                                                 \
    {                                                \
      g_autofree char *ids_ = list_ids (set);        \
      cr_expect_str_eq (ids_, wanted);               \
    }                                                \
  while (0)

Test (episode_set, is_a_list_of_episodes)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autoptr (MarmotEpisode) first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_autoptr (MarmotEpisode) open = g_list_model_get_item (G_LIST_MODEL (set), 1);
  g_autoptr (GDate) start = marmot_episode_get_start (first);
  g_autoptr (GDate) end = marmot_episode_get_end (open);
  g_autofree char *agency = marmot_episode_get_text (first, "lead_agency");
  g_autofree char *missing = marmot_episode_get_text (first, "locality");

  cr_expect (g_list_model_get_item_type (G_LIST_MODEL (set)) == MARMOT_TYPE_EPISODE);
  cr_expect (g_list_model_get_n_items (G_LIST_MODEL (set)) == 5);
  cr_expect (g_list_model_get_item (G_LIST_MODEL (set), 5) == NULL);
  cr_expect (g_date_get_year (start) == 2024 && g_date_get_month (start) == G_DATE_JANUARY
             && g_date_get_day (start) == 10);
  cr_expect (end == NULL && marmot_episode_is_open (open) && !marmot_episode_is_open (first));
  cr_expect_str_eq (agency, "school");
  cr_expect (missing == NULL);
  cr_expect (isnan (marmot_episode_get_number (first, "distance")));
  cr_expect (marmot_episode_get_days (first, G_MAXINT32) == 51);
  cr_expect (marmot_episode_get_days (open, test_day ("2024-02-11")) == 10);
  cr_expect (marmot_episode_covers (first, test_day ("2024-02-29")));
  cr_expect (!marmot_episode_covers (first, test_day ("2024-03-01")));
}

Test (episode_set, intervals_are_half_open)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autoptr (MarmotPeriod) march = marmot_period_new_month (2024, 3, NULL);
  g_autoptr (MarmotPeriod) december = marmot_period_new_month (2023, 12, NULL);
  g_autoptr (MarmotEpisodeSet) on_first = marmot_episode_set_open_on (set, test_day ("2024-03-01"));
  g_autoptr (MarmotEpisodeSet) before = marmot_episode_set_open_on (set, test_day ("2024-02-29"));
  g_autoptr (MarmotEpisodeSet) during = marmot_episode_set_open_during (set, march);
  g_autoptr (MarmotEpisodeSet) at_end = marmot_episode_set_open_during (set, december);
  g_autoptr (MarmotEpisodeSet) closed = marmot_episode_set_dated_in (set, "end", march, NULL);

  /* e1 ends on the day, e3 has no day at all. */
  assert_ids (on_first, "e2 e4");
  assert_ids (before, "e1 e2");
  assert_ids (during, "e2 e4");
  assert_ids (at_end, "e5");
  assert_ids (closed, "e1 e3");
}

Test (episode_set, says_what_it_counts)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autoptr (MarmotEpisodeSet) school = marmot_episode_set_filter (set, "lead_agency", "school", NULL);
  g_autoptr (MarmotEpisodeSet) nobody = marmot_episode_set_filter (set, "lead_agency", NULL, NULL);

  cr_expect (marmot_episode_set_count (set, MARMOT_EPISODE_UNIT_EPISODE) == 5);
  cr_expect (marmot_episode_set_count (set, MARMOT_EPISODE_UNIT_CHILD) == 3);
  cr_expect (marmot_episode_set_count (set, MARMOT_EPISODE_UNIT_FAMILY) == 2);
  cr_expect (marmot_episode_set_count (school, MARMOT_EPISODE_UNIT_CHILD) == 1);
  assert_ids (nobody, "e3");
}

Test (episode_set, splits_and_joins_without_loss)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autoptr (GPtrArray) parts = marmot_episode_set_split (set, "lead_agency", NULL);
  g_autoptr (MarmotEpisodeSet) joined
      = marmot_episode_set_join ((MarmotEpisodeSet **) parts->pdata, parts->len, NULL);
  gint32 first, last;

  cr_assert (parts->len == 4);
  assert_ids (parts->pdata[2], "e1 e4");
  assert_ids (parts->pdata[3], "e3");
  assert_ids (joined, "e2 e5 e1 e4 e3");
  cr_expect (marmot_episode_set_count (joined, MARMOT_EPISODE_UNIT_CHILD) == 3);
  /* What the set knows of goes with its parts. */
  cr_expect (marmot_episode_set_get_coverage (parts->pdata[0], &first, &last));
  cr_expect (first == test_day ("2023-12-31") && last == test_day ("2024-06-30"));
}

Test (episode_set, kinds_may_be_mixed)
{
  g_autoptr (MarmotEpisodeSet) help = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autoptr (MarmotEpisodeSet) care
      = test_episodes (MARMOT_EPISODE_CARE, "id,person,start,end,legal_status,kind\n"
                                            "a,c1,2024-01-01,,C2,care\n"
                                            "b,c9,2024-01-01,2024-01-05,V3,short-break\n");
  MarmotEpisodeSet *both[] = { help, care };
  g_autoptr (MarmotEpisodeSet) joined = marmot_episode_set_join (both, 2, NULL);
  g_autoptr (MarmotEpisodeSet) breaks = marmot_episode_set_filter_kind (joined, MARMOT_EPISODE_SHORT_BREAK);
  g_autoptr (MarmotEpisodeSet) early = marmot_episode_set_filter_kind (joined, MARMOT_EPISODE_EARLY_HELP);
  g_autoptr (MarmotEpisode) one = g_list_model_get_item (G_LIST_MODEL (breaks), 0);

  assert_ids (breaks, "b");
  assert_ids (early, "e1 e2 e3 e4 e5");
  cr_expect (marmot_episode_get_kind (one) == MARMOT_EPISODE_SHORT_BREAK);
  /* c1 is one child in both. */
  cr_expect (marmot_episode_set_count (joined, MARMOT_EPISODE_UNIT_CHILD) == 4);
}

Test (episode_set, needs_follow_their_episodes)
{
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autoptr (MarmotTable) needs = test_episode_table ("episode,outcome,identified,met\n"
                                                      "e4,SF1,2024-03-02,2024-06-01\n"
                                                      "e1,SF5,2024-01-12,\n"
                                                      "nobody,SF1,2024-01-12,\n"
                                                      "e4,SF9,2024-03-02,\n");
  g_autoptr (MarmotEpisodeSet) set = marmot_episode_set_with_needs (bare, needs, NULL);
  g_autoptr (MarmotEpisodeSet) school = marmot_episode_set_filter (set, "id", "e4", NULL);
  MarmotEpisodeSet *twice[] = { school, set };
  g_autoptr (MarmotEpisodeSet) joined = marmot_episode_set_join (twice, 2, NULL);
  g_autoptr (MarmotColumn) rows = marmot_table_get_column_by_name (marmot_episode_set_get_needs (school), "row");
  g_autoptr (MarmotColumn) outcomes = marmot_table_get_column_by_name (marmot_episode_set_get_needs (school), "outcome");
  g_autofree char *second = marmot_column_get_text (outcomes, 1);

  cr_expect (marmot_episode_set_get_n_stray_needs (set) == 1);
  cr_expect (marmot_table_get_n_rows (marmot_episode_set_get_needs (set)) == 3);
  cr_expect (marmot_column_get_length (rows) == 2);
  cr_expect (marmot_column_get_integer (rows, 1) == 0);
  cr_expect_str_eq (second, "SF9");
  cr_expect (marmot_table_get_n_rows (marmot_episode_set_get_needs (joined)) == 5);
}

Test (episode_set, refuses_what_it_cannot_hold)
{
  g_autoptr (MarmotTable) strange = test_episode_table ("id,shoe_size\ne1,4\n");
  g_autoptr (MarmotTable) no_dates = test_episode_table ("id,end_reason,distance\ne1,x,far\n");
  g_autoptr (MarmotTable) no_kind = test_episode_table ("id,kind\ne1,holiday\n");
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  const gint64 far_rows[] = { 0, 5 };
  g_autoptr (MarmotColumn) rows = marmot_column_new_integer (far_rows, 2);
  g_autoptr (GError) error = NULL;

  cr_expect (marmot_episode_set_new (MARMOT_EPISODE_CARE, strange, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_expect (strstr (error->message, "Column 2 ") != NULL);
  cr_expect (strstr (error->message, "shoe_size") == NULL, "without a header it would be a cell");
  g_clear_error (&error);
  cr_expect (marmot_episode_set_new (MARMOT_EPISODE_CARE, no_dates, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_new (MARMOT_EPISODE_CARE, no_kind, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_expect (strstr (error->message, "holiday") == NULL, "no cell is shown");
  g_clear_error (&error);
  cr_expect (marmot_episode_set_take (set, rows, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_filter (set, "locality", "x", &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_filter (set, "start", "x", &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

Test (episode_set, describes_itself_without_saying_whose)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, five);
  g_autofree char *text = marmot_episode_set_to_string (set);

  cr_expect_str_eq (text, "5 episodes of 3 children, 2023-12-31 to 2024-06-30");
}

Test (episode_set, of_nothing_is_a_set)
{
  g_autoptr (MarmotEpisodeSet) set
      = test_episodes (MARMOT_EPISODE_EARLY_HELP, "id,person,family,start,end,lead_agency\n");
  g_autoptr (MarmotEpisodeSet) open = marmot_episode_set_open_on (set, 0);
  g_autoptr (GPtrArray) parts = marmot_episode_set_split (set, "lead_agency", NULL);

  cr_expect (marmot_episode_set_get_n_rows (open) == 0);
  cr_expect (parts->len == 0);
  cr_expect (!marmot_episode_set_get_coverage (set, NULL, NULL));
}
