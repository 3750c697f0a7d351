/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sets of people from CSV that stands in the test, for tests of measures of people: dates are
 * yyyy-mm-dd, and an empty cell is a null.
 */
#pragma once

#include <string.h>

#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/episodes.h"

/* The tables of a set; NULL for none. */
typedef struct
{
  const char *people;
  const char *episodes;
  const char *facts;
  const char *contacts;
  const char *health;
  const char *checks;
  MarmotCareFacts complete;
  const char *covered_until; /* the last day, in words; NULL for 2024-03-31 */
} TestPeople;

static inline MarmotTable *
test_people_table (const char *csv)
{
  static const char *const texts[] = { "person", "sex", "ethnicity", "locality", "fact", "in_touch", "activity",
                                       "accommodation", "sdq_reason", "check", "status" };
  static const char *const dates[] = { "birth", "death", "uasc_until", "start", "end", "date", "due", "done" };
  static const char *const integers[] = { "year", "sdq_score", "convicted", "health_check", "immunisations", "teeth_check",
                                          "health_assessment", "substance_misuse", "intervention_received",
                                          "intervention_offered" };
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  MarmotTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    marmot_csv_reader_set_column_type (reader, texts[i], MARMOT_COLUMN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    marmot_csv_reader_set_column_type (reader, dates[i], MARMOT_COLUMN_DATE);
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    marmot_csv_reader_set_column_type (reader, integers[i], MARMOT_COLUMN_INTEGER);
  marmot_csv_reader_set_column_type (reader, "uasc", MARMOT_COLUMN_BOOLEAN);
  table = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
  cr_assert (table != NULL, "%s", error ? error->message : "");
  return table;
}

/* Takes the set before, and asserts that there is one after. */
static inline MarmotPersonSet *
test_people_next (MarmotPersonSet *before,
                  MarmotPersonSet *after,
                  GError *error)
{
  cr_assert (after != NULL, "%s", error ? error->message : "");
  g_object_unref (before);
  return after;
}

static inline MarmotPersonSet *
test_people (const TestPeople *data)
{
  g_autoptr (MarmotTable) people = test_people_table (data->people);
  g_autoptr (MarmotEpisodeSet) episodes = test_episodes (MARMOT_EPISODE_CARE, data->episodes);
  g_autoptr (MarmotSpellSet) spells = NULL;
  g_autoptr (GError) error = NULL;
  MarmotPersonSet *set;

  spells = marmot_episode_set_link (episodes, NULL, &error);
  cr_assert (spells != NULL, "%s", error ? error->message : "");
  set = marmot_person_set_new (people, spells, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  set = test_people_next (set,
                          marmot_person_set_with_coverage (set, test_day ("2000-04-01"),
                                                           test_day (data->covered_until ? data->covered_until : "2024-03-31"),
                                                           &error),
                          error);
  if (data->facts || data->complete)
    {
      g_autoptr (MarmotTable) table = data->facts ? test_people_table (data->facts) : NULL;

      set = test_people_next (set, marmot_person_set_with_facts (set, table, data->complete, &error), error);
    }
  if (data->contacts)
    {
      g_autoptr (MarmotTable) table = test_people_table (data->contacts);

      set = test_people_next (set, marmot_person_set_with_contacts (set, table, &error), error);
    }
  if (data->health)
    {
      g_autoptr (MarmotTable) table = test_people_table (data->health);

      set = test_people_next (set, marmot_person_set_with_health (set, table, &error), error);
    }
  if (data->checks)
    {
      g_autoptr (MarmotTable) table = test_people_table (data->checks);

      set = test_people_next (set, marmot_person_set_with_checks (set, table, &error), error);
    }
  return set;
}

/* The measure of all in short, as test_measure_text() has it; free it. Takes the options. */
static inline char *
test_cohort_text (MarmotPersonSet *set,
                  MarmotCohortMeasure measure,
                  MarmotCohortOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, measure, options, &error);
  g_autoptr (MarmotMeasure) sum = NULL;

  g_clear_object (&options);
  if (!tally)
    return g_strdup (error->message);
  sum = marmot_tally_get_sum (tally);
  return test_measure_text (sum);
}

/* How many are left out for a reason. */
static inline int
test_cohort_excluded (MarmotPersonSet *set,
                      MarmotCohortMeasure measure,
                      MarmotCohortOptions *options,
                      const char *reason)
{
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, measure, options, NULL);
  g_autoptr (MarmotMeasure) sum = NULL;

  g_clear_object (&options);
  cr_assert (tally != NULL);
  cr_assert (g_strv_contains (marmot_tally_get_reasons (tally), reason), "%s", reason);
  sum = marmot_tally_get_sum (tally);
  return (int) marmot_measure_count_excluded (sum, reason);
}

static inline MarmotPeriod *
test_year (const char *text)
{
  MarmotPeriod *period = marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL);

  cr_assert (period != NULL);
  return period;
}

/* Options for a year such as "2023/24", and one property more or NULL. */
static inline MarmotCohortOptions *
test_cohort_options (const char *year,
                     const char *name,
                     guint value)
{
  g_autoptr (MarmotPeriod) period = year ? test_year (year) : NULL;

  return g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "period", period, name, value, NULL);
}

#define assert_cohort(set, measure, options, expected)                                                   \
  G_STMT_START                                                                                           \
  {                                                                                                      \
    g_autofree char *found = test_cohort_text ((set), MARMOT_COHORT_MEASURE_##measure, (options));        \
                                                                                                         \
    cr_assert (g_strcmp0 (found, (expected)) == 0, #measure ": %s, and not %s", found, (expected));      \
  }                                                                                                      \
  G_STMT_END
