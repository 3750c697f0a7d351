/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>

#include "indicator-fixtures.h"

static MarmotIndicator *
counting (const char *id,
          MarmotCountedUnit counts,
          gboolean additive)
{
  return g_object_new (MARMOT_TYPE_INDICATOR, "id", id, "name", id, "unit", "x", "counts", counts, "additive", additive,
                       NULL);
}

typedef struct
{
  MarmotIndicator *indicator;
  const char *period, *value;
} Figure;

static char *
sum (const Figure *figures,
     gsize n,
     GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (MARMOT_TYPE_OBSERVATION);
  g_autoptr (MarmotArea) area = new_area ("here", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotValue) total = NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (MarmotObservation) o = new_observation (figures[i].indicator, area, figures[i].period,
                                                         MARMOT_OBSERVATION_ROLE_ACTUAL, figures[i].value, NULL, NULL);

      g_list_store_append (list, o);
    }

  total = marmot_sum_observations (G_LIST_MODEL (list), error);
  return total ? marmot_value_to_string (total) : NULL;
}

/* Family hubs, 2024: 25,924 sessions, 157,027 attendances, over 12,000 families. */
Test (observation_sum, only_what_counts_the_same_thing)
{
  g_autoptr (MarmotIndicator) sessions = counting ("SESSIONS", MARMOT_COUNTED_UNIT_SESSIONS, TRUE);
  g_autoptr (MarmotIndicator) attendances = counting ("ATTENDANCES", MARMOT_COUNTED_UNIT_ATTENDANCES, TRUE);
  g_autoptr (MarmotIndicator) warm = counting ("WARM", MARMOT_COUNTED_UNIT_SESSIONS, TRUE);
  g_autoptr (MarmotIndicator) unsaid = counting ("UNSAID", MARMOT_COUNTED_UNIT_UNSTATED, TRUE);
  g_autoptr (MarmotIndicator) unsaid_too = counting ("UNSAID-TOO", MARMOT_COUNTED_UNIT_UNSTATED, TRUE);
  const Figure mixed[] = { { sessions, "2024", "25,924" }, { attendances, "2024", "157,027" } };
  const Figure alike[] = { { sessions, "2024", "25,924" }, { warm, "2024", "76" } };
  const Figure unknown[] = { { unsaid, "2024", "1" }, { unsaid_too, "2024", "2" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown_error = NULL;
  g_autofree char *total = sum (alike, 2, NULL);

  cr_assert (eq (str, total, "26000"));
  cr_assert (sum (mixed, 2, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_ADDITIVE));
  cr_assert (sum (unknown, 2, &unknown_error) == NULL);
  cr_assert (g_error_matches (unknown_error, MARMOT_ERROR, MARMOT_ERROR_NOT_ADDITIVE));
}

Test (observation_sum, percentages_never)
{
  g_autoptr (MarmotIndicator) share = counting ("PI6", MARMOT_COUNTED_UNIT_PEOPLE, FALSE);
  const Figure figures[] = { { share, "2017/18 Q1", "19%" }, { share, "2017/18 Q2", "21%" } };
  g_autoptr (GError) error = NULL;

  cr_assert (sum (figures, 2, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_ADDITIVE));
}

Test (observation_sum, nothing_twice_and_nothing_left_out)
{
  g_autoptr (MarmotIndicator) pi1 = counting ("PI1", MARMOT_COUNTED_UNIT_PEOPLE, TRUE);
  const Figure quarters[] = { { pi1, "2017/18 Q2", "91" }, { pi1, "2017/18 Q1", "60" } };
  const Figure twice[] = { { pi1, "2017/18 Q2", "91" }, { pi1, "2017/18 Q1-Q2", "151" } };
  const Figure nowhen[] = { { pi1, "2017/18 Q2", "91" }, { pi1, NULL, "60" } };
  const Figure hidden[] = { { pi1, "2017/18 Q2", "91" }, { pi1, "2017/18 Q1", "[c]" } };
  const Figure *bad[] = { twice, nowhen, hidden };
  g_autofree char *total = sum (quarters, 2, NULL);
  g_autofree char *nothing = sum (quarters, 0, NULL);

  cr_assert (eq (str, total, "151"));
  cr_assert (eq (str, nothing, "0"));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_expect (sum (bad[i], 2, &error) == NULL, "%zu", i);
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "%zu", i);
    }
}
