/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One episode. All are made up.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#define TODAY 18000 /* 14 April 2019 */

static MarmotEpisodeSet *
make_care (void)
{
  static const char *const names[] = { "person", "start", "end", "start_reason", "placement", "legal_status", "distance",
                                       "uasc", "year", "line", "source", "birth", NULL };
  static const char *const persons[] = { "secret", "secret", "other", NULL };
  static const gint32 starts[] = { TODAY, TODAY + 10, TODAY + 5 };
  static const gint32 ends[] = { TODAY + 10, 0, TODAY + 11 };
  static const gboolean open[] = { FALSE, TRUE, FALSE };
  static const char *const reasons[] = { "S", "P", "S", NULL };
  static const char *const placements[] = { "U4", "H5", "?", NULL };
  static const char *const statuses[] = { "C2", "C2", "V2", NULL };
  static const double miles[] = { 3.5, 0, 999 };
  static const gboolean uasc[] = { TRUE, FALSE, FALSE };
  static const gboolean unknown[] = { FALSE, FALSE, TRUE };
  static const gint64 years[] = { 2019, 2025, 0 };
  static const gint64 lines[] = { 2, 3, 4 };
  static const char *const files[] = { "a.csv", "a.csv", "b.csv", NULL };
  static const gint32 births[] = { 0, 0, 5 };
  g_autoptr (MarmotColumn) all_ends = marmot_column_new_date (ends, 3);
  g_autoptr (MarmotColumn) all_uasc = marmot_column_new_boolean (uasc, 3);
  g_autoptr (MarmotColumn) all_miles = marmot_column_new_double (miles, 3);
  g_autoptr (MarmotColumn) all_years = marmot_column_new_integer (years, 3);
  MarmotColumn *columns[] = {
    marmot_column_new_text (persons),
    marmot_column_new_date (starts, 3),
    marmot_column_with_nulls (all_ends, open, 3, NULL),
    marmot_column_new_text (reasons),
    marmot_column_new_text (placements),
    marmot_column_new_text (statuses),
    marmot_column_with_nulls (all_miles, unknown, 3, NULL),
    marmot_column_with_nulls (all_uasc, unknown, 3, NULL),
    marmot_column_with_nulls (all_years, unknown, 3, NULL),
    marmot_column_new_integer (lines, 3),
    marmot_column_new_text (files),
    marmot_column_new_date (births, 3),
  };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, G_N_ELEMENTS (columns), NULL);
  MarmotEpisodeSet *set = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  cr_assert (set != NULL);
  return set;
}

Test (episode, says_what_its_row_says)
{
  g_autoptr (MarmotEpisodeSet) set = make_care ();
  g_autoptr (MarmotEpisode) first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_autoptr (MarmotEpisode) last = g_list_model_get_item (G_LIST_MODEL (set), 2);
  g_autofree char *placement = marmot_episode_get_placement (first);
  g_autofree char *source = marmot_episode_get_source (first);
  g_autofree char *provider = marmot_episode_get_provider (first);
  g_autoptr (GDate) birth = marmot_episode_get_birth (last);

  cr_assert (eq (str, placement, "U4"));
  cr_assert (eq (str, source, "a.csv"));
  cr_assert (provider == NULL);
  cr_assert (eq (u32, g_date_get_julian (birth), 719163 + 5));
  cr_assert (marmot_episode_get_issued (first) == NULL);
  cr_assert (eq (dbl, marmot_episode_get_distance (first), 3.5));
  cr_assert (isnan (marmot_episode_get_distance (last)));
  cr_assert (marmot_episode_get_uasc (first) && marmot_episode_get_uasc_known (first));
  cr_assert (not (marmot_episode_get_uasc (last)));
  cr_assert (not (marmot_episode_get_uasc_known (last)));
  cr_assert (eq (u32, marmot_episode_get_year (first), 2019));
  cr_assert (eq (u32, marmot_episode_get_year (last), 0));
  cr_assert (eq (u64, marmot_episode_get_line (last), 4));
  cr_assert (eq (i64, marmot_episode_get_previous_plans (first), -1));
  cr_assert (marmot_episode_get_needs (first) == NULL);
}

Test (episode, codes_have_labels)
{
  g_autoptr (MarmotEpisodeSet) set = make_care ();
  g_autoptr (MarmotEpisode) first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_autoptr (MarmotEpisode) old = g_list_model_get_item (G_LIST_MODEL (set), 1);
  g_autoptr (MarmotEpisode) strange = g_list_model_get_item (G_LIST_MODEL (set), 2);
  g_autoptr (MarmotCodeSet) places = marmot_code_set_new_builtin ("ssda903-place", NULL);
  g_autoptr (MarmotCodeSet) reasons = marmot_code_set_new_builtin ("ssda903-rne", NULL);
  g_autofree char *place = marmot_episode_get_label (first, "placement");
  g_autofree char *withdrawn = marmot_episode_get_label (old, "placement");
  g_autofree char *reason = marmot_episode_get_label (first, "start_reason");

  cr_assert (eq (str, place, (char *) marmot_code_set_get_label (places, "U4")));
  cr_assert (eq (str, withdrawn, (char *) marmot_code_set_get_label (places, "H5")));
  cr_assert (eq (str, reason, (char *) marmot_code_set_get_label (reasons, "S")));
  cr_assert (marmot_episode_get_label (strange, "placement") == NULL);
  cr_assert (marmot_episode_get_label (first, "person") == NULL);
  cr_assert (marmot_episode_get_label (first, "colour") == NULL);
  cr_assert (marmot_episode_is_code_valid (first, "placement"));
  /* A code that the year does not have. */
  cr_assert (not (marmot_episode_is_code_valid (old, "placement")));
  cr_assert (not (marmot_episode_is_code_valid (strange, "placement")));
  /* The row has no year: it is that of the start. */
  cr_assert (marmot_episode_is_code_valid (strange, "start_reason"));
}

Test (episode, early_help_has_its_own_codes)
{
  static const char *const names[] = { "id", "end_reason", NULL };
  static const char *const ids[] = { "e1", "e2", NULL };
  static const char *const reasons[] = { "outcomes-met", "E4A", NULL };
  static const char *const need_names[] = { "episode", "outcome", NULL };
  static const char *const of[] = { "e2", "e2", NULL };
  static const char *const outcomes[] = { "education", "health", NULL };
  MarmotColumn *columns[] = { marmot_column_new_text (ids), marmot_column_new_text (reasons) };
  MarmotColumn *need_columns[] = { marmot_column_new_text (of), marmot_column_new_text (outcomes) };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 2, NULL);
  g_autoptr (MarmotTable) needs = marmot_table_new (need_names, need_columns, 2, NULL);
  g_autoptr (MarmotEpisodeSet) bare = marmot_episode_set_new (MARMOT_EPISODE_EARLY_HELP, table, NULL);
  g_autoptr (MarmotEpisodeSet) set = marmot_episode_set_with_needs (bare, needs, NULL);
  g_autoptr (MarmotEpisode) first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_autoptr (MarmotEpisode) second = g_list_model_get_item (G_LIST_MODEL (set), 1);
  g_autofree char *label = marmot_episode_get_label (first, "end_reason");
  g_autoptr (MarmotTable) none = marmot_episode_get_needs (first);
  g_autoptr (MarmotTable) two = marmot_episode_get_needs (second);

  cr_assert (label != NULL);
  cr_assert (marmot_episode_get_label (second, "end_reason") == NULL);
  cr_assert (eq (sz, marmot_table_get_n_rows (none), 0));
  cr_assert (eq (sz, marmot_table_get_n_rows (two), 2));
  for (guint i = 0; i < 2; i++)
    {
      marmot_column_unref (columns[i]);
      marmot_column_unref (need_columns[i]);
    }
}

Test (episode, two_of_them)
{
  g_autoptr (MarmotEpisodeSet) set = make_care ();
  g_autoptr (MarmotEpisodeSet) again = make_care ();
  g_autoptr (MarmotEpisode) first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_autoptr (MarmotEpisode) second = g_list_model_get_item (G_LIST_MODEL (set), 1);
  g_autoptr (MarmotEpisode) third = g_list_model_get_item (G_LIST_MODEL (set), 2);
  g_autoptr (MarmotEpisode) same = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_autofree char *closed = marmot_episode_to_string (first);
  g_autofree char *open = marmot_episode_to_string (second);

  /* One that ends on the day on which the other starts has no day with it. */
  cr_assert (not (marmot_episode_overlaps (first, second)));
  cr_assert (marmot_episode_overlaps (first, third));
  cr_assert (marmot_episode_overlaps (third, second));
  cr_assert (marmot_episode_equal (first, same));
  cr_assert (eq (u32, marmot_episode_hash (first), marmot_episode_hash (same)));
  cr_assert (not (marmot_episode_equal (first, second)));
  cr_assert (eq (str, closed, "care, 2019-04-14 to 2019-04-24"));
  cr_assert (eq (str, open, "care, 2019-04-24, open"));
}
