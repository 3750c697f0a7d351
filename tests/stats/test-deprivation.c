/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

#include "support/result.h"

static MarmotDeprivationEdition *
edition_of (const char *name)
{
  g_autoptr (GError) error = NULL;
  MarmotDeprivationEdition *edition = marmot_deprivation_edition_new_builtin (name, &error);

  cr_assert (edition != NULL, "%s", error ? error->message : "");
  return edition;
}

Test (deprivation, editions)
{
  static const struct
  {
    const char *name;
    guint vintage;
    guint n_areas;
  } known[] = {
    { "imd-2004", 2001, 32482 }, { "imd-2007", 2001, 32482 }, { "imd-2010", 2001, 32482 },
    { "imd-2015", 2011, 32844 }, { "imd-2019", 2011, 32844 }, { "imd-2025", 2021, 33755 },
  };
  g_auto (GStrv) names = marmot_deprivation_edition_list_builtin ();

  cr_assert (g_strv_length (names) == G_N_ELEMENTS (known));
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (MarmotDeprivationEdition) edition = edition_of (known[i].name);

      cr_assert (g_str_equal (names[i], known[i].name));
      cr_assert (marmot_deprivation_edition_get_lsoa_vintage (edition) == known[i].vintage);
      cr_assert (marmot_deprivation_edition_get_n_areas (edition) == known[i].n_areas);
    }
}

Test (deprivation, an_edition_from_a_file)
{
  static const struct
  {
    const char *json;
    int code;
  } cases[] = {
    { "{\"format\": \"marmot-deprivation-editions\", \"editions\": [{\"name\": \"mine\", \"title\": \"t\", \"source\": \"s\", "
      "\"published\": 2031, \"lsoa-vintage\": 2021, \"areas\": 33755}]}",
      -1 },
    { "{\"format\": \"marmot-deprivation-editions\", \"editions\": [{\"name\": \"mine\", \"title\": \"t\", \"source\": \"s\", "
      "\"published\": 2031, \"lsoa-vintage\": 2021, \"areas\": 0}]}",
      MARMOT_ERROR_INVALID_DATA },
    { "{\"format\": \"marmot-deprivation-editions\", \"editions\": [{\"name\": \"mine\", \"title\": \"t\"}]}",
      MARMOT_ERROR_PARSE },
    { "{\"format\": \"marmot-deprivation-editions\", \"editions\": []}", MARMOT_ERROR_NOT_FOUND },
    { "{\"format\": \"something else\", \"editions\": []}", MARMOT_ERROR_PARSE },
    { "{\"format\": ", MARMOT_ERROR_PARSE },
    { "[]", MARMOT_ERROR_PARSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotDeprivationEdition) edition = marmot_deprivation_edition_new_from_json (bytes, "mine", &error);

      if (cases[i].code < 0)
        cr_assert (edition != NULL && marmot_deprivation_edition_get_n_areas (edition) == 33755);
      else
        cr_assert (edition == NULL && g_error_matches (error, MARMOT_ERROR, cases[i].code), "%u: %s", i, error->message);
    }
}

/* 32,844 areas in tenths: the tenth ends at 3,284.4, so rank 3,284 is the last of the
 * first and 3,285 the first of the second. */
Test (deprivation, tenths_of_england)
{
  static const double ranks[] = { 1, 3284, 3285, 6568, 6569, 16422, 16423, 29559, 29560, 32844 };
  static const int tenths[] = { 1, 1, 2, 2, 3, 5, 6, 9, 10, 10 };
  g_autoptr (MarmotDeprivationEdition) edition = edition_of ("imd-2019");
  g_autoptr (MarmotColumn) column = marmot_column_new_double (ranks, G_N_ELEMENTS (ranks));
  g_autoptr (MarmotDeprivationGroups) groups = marmot_deprivation_groups_new_england (edition, column, NULL, 10, NULL);
  MarmotTable *table = marmot_deprivation_groups_get_table (groups);

  for (guint row = 0; row < G_N_ELEMENTS (ranks); row++)
    cr_assert (test_result_number (table, "quantile", row) == tenths[row], "rank %g", ranks[row]);
}

Test (deprivation, ranks_of_another_edition)
{
  static const double ranks[] = { 32844, 33000, 0, 1.5, -3, 7 };
  static const char *const statuses[] = { "ok", "rank-out-of-range", "rank-out-of-range", "rank-out-of-range",
                                          "rank-out-of-range", "ok" };
  g_autoptr (MarmotDeprivationEdition) edition = edition_of ("imd-2015");
  g_autoptr (MarmotColumn) column = marmot_column_new_double (ranks, G_N_ELEMENTS (ranks));
  g_autoptr (MarmotDeprivationGroups) groups = marmot_deprivation_groups_new_england (edition, column, NULL, 5, NULL);
  MarmotTable *table = marmot_deprivation_groups_get_table (groups);

  for (guint row = 0; row < G_N_ELEMENTS (ranks); row++)
    cr_assert (test_result_says (table, "status", row, statuses[row]), "row %u", row);
}

/* Two councils of five small areas: the deprived one has no area outside England's most
 * deprived fifth, and one in each of its own. */
Test (deprivation, fifths_within_councils)
{
  static const double ranks[] = { 100, 2000, 300, 4000, 1500, 20000, 32000, 25000, 30000, 28000 };
  static const int within[] = { 1, 4, 2, 5, 3, 1, 5, 2, 4, 3 };
  static const char *const councils[] = { "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", NULL };
  g_autoptr (MarmotDeprivationEdition) edition = edition_of ("imd-2019");
  g_autoptr (MarmotColumn) column = marmot_column_new_double (ranks, G_N_ELEMENTS (ranks));
  g_autoptr (MarmotColumn) council = marmot_column_new_text (councils);
  g_autoptr (MarmotGroups) areas = marmot_groups_new_from_column (council, NULL);
  g_autoptr (MarmotDeprivationGroups) groups = marmot_deprivation_groups_new_within (edition, column, NULL, areas, 5, NULL);
  MarmotTable *table = marmot_deprivation_groups_get_table (groups);

  cr_assert (marmot_deprivation_groups_get_scope (groups) == MARMOT_DEPRIVATION_SCOPE_WITHIN_AREA);
  for (guint row = 0; row < G_N_ELEMENTS (ranks); row++)
    cr_assert (test_result_number (table, "quantile", row) == within[row], "row %u", row);
}

Test (deprivation, by_people_every_area_is_needed)
{
  g_autoptr (MarmotDeprivationEdition) edition = marmot_deprivation_edition_new ("tiny", "t", "s", 2030, 2021, 4);
  static const double ranks[] = { 1, 2, 3, 4 };
  static const double people[] = { 600, 100, 100, 200 };
  static const double repeated[] = { 1, 2, 3, 3 };
  static const int halves[] = { 1, 2, 2, 2 };
  g_autoptr (MarmotColumn) rank = marmot_column_new_double (ranks, 4);
  g_autoptr (MarmotColumn) three = marmot_column_new_double (ranks, 3);
  g_autoptr (MarmotColumn) twice = marmot_column_new_double (repeated, 4);
  g_autoptr (MarmotColumn) weight = marmot_column_new_double (people, 4);
  g_autoptr (MarmotColumn) weight_of_three = marmot_column_new_double (people, 3);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (MarmotDeprivationGroups) groups = marmot_deprivation_groups_new_england (edition, rank, weight, 2, NULL);
  MarmotTable *table = marmot_deprivation_groups_get_table (groups);

  cr_assert (marmot_deprivation_groups_get_by_people (groups));
  for (guint row = 0; row < 4; row++)
    cr_assert (test_result_number (table, "quantile", row) == halves[row], "row %u", row);
  cr_assert (marmot_deprivation_groups_new_england (edition, three, weight_of_three, 2, &missing) == NULL);
  cr_assert (g_error_matches (missing, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (marmot_deprivation_groups_new_england (edition, twice, weight, 2, &again) == NULL);
  cr_assert (g_error_matches (again, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (deprivation, what_cannot_be_followed)
{
  g_autoptr (MarmotDeprivationEdition) old = edition_of ("imd-2015");
  g_autoptr (MarmotDeprivationEdition) same_areas = edition_of ("imd-2019");
  g_autoptr (MarmotDeprivationEdition) other_areas = edition_of ("imd-2025");
  static const double ranks[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  g_autoptr (MarmotColumn) rank = marmot_column_new_double (ranks, 10);
  const char *one[] = { "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", NULL };
  g_autoptr (MarmotColumn) council = marmot_column_new_text (one);
  g_autoptr (MarmotGroups) areas = marmot_groups_new_from_column (council, NULL);
  g_autoptr (MarmotDeprivationGroups) a = marmot_deprivation_groups_new_england (old, rank, NULL, 10, NULL);
  g_autoptr (MarmotDeprivationGroups) again = marmot_deprivation_groups_new_england (old, rank, NULL, 10, NULL);
  g_autoptr (MarmotDeprivationGroups) b = marmot_deprivation_groups_new_england (same_areas, rank, NULL, 10, NULL);
  g_autoptr (MarmotDeprivationGroups) c = marmot_deprivation_groups_new_within (other_areas, rank, rank, areas, 5, NULL);
  g_autoptr (GPtrArray) none = marmot_deprivation_groups_compare (a, again);
  g_autoptr (GPtrArray) editions = marmot_deprivation_groups_compare (a, b);
  g_autoptr (GPtrArray) all = marmot_deprivation_groups_compare (a, c);

  cr_assert (none->len == 0);
  cr_assert (editions->len == 1);
  cr_assert (g_str_equal (marmot_finding_get_rule (editions->pdata[0]), "deprivation/editions-differ"));
  cr_assert (all->len == 5);
}
