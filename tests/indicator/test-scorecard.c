/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The figures are those of the programme indicators in the Marmot Action Plan
 * update to the Coventry Health and Wellbeing Board of 5 February 2018.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#include "indicator-fixtures.h"

#define S(x) MARMOT_PROGRESS_STATUS_##x
#define HIGH MARMOT_POLARITY_HIGH_IS_GOOD
#define LOW MARMOT_POLARITY_LOW_IS_GOOD

/* An indicator of Coventry's form: any text may be NULL for "no row". */
typedef struct
{
  const char *id;
  const char *unit;
  MarmotPolarity polarity;
  gboolean additive;
  const char *actual, *target, *quarter, *to_date, *programme, *profile;

  MarmotProgressStatus current, forecast;
  MarmotForecastRule rule;
  const char *progress, *expected, *part, *forecast_value;
} Case;

static const Case cases[] = {
  { "PI1", "people", HIGH, TRUE, "558", "452", "91", "151", NULL, NULL,
    S (BEHIND), S (BEHIND), MARMOT_FORECAST_RULE_RUN_RATE, "33.4", "226", "60", "302" },
  { "PI2", "people", HIGH, TRUE, "257", "170", "40", "148", NULL, NULL,
    S (ON_TRACK), S (ON_TRACK), MARMOT_FORECAST_RULE_RUN_RATE, "87.1", "85", "108", "296" },
  { "PI6", "percent", MARMOT_POLARITY_UNSTATED, FALSE, "23%", "17%", "21%", "20%", NULL, NULL,
    S (CANNOT_BE_JUDGED), S (CANNOT_BE_JUDGED), MARMOT_FORECAST_RULE_NONE, "[z]", "17%", "NULL", "NULL" },
  { "PI7", "people", MARMOT_POLARITY_UNSTATED, TRUE, "443", "183", "50", "127", NULL, NULL,
    S (CANNOT_BE_JUDGED), S (CANNOT_BE_JUDGED), MARMOT_FORECAST_RULE_NONE, "69.4", "91.5", "77", "NULL" },
  { "PI9", "percent", HIGH, FALSE, "100%", "80%", "100%", "100%", NULL, NULL,
    S (ON_TRACK), S (CANNOT_BE_JUDGED), MARMOT_FORECAST_RULE_NONE, "[z]", "80%", "NULL", "NULL" },
  { "PI10", "percent", LOW, FALSE, "6.5%", "6.3%", "6.2%", "6.4%", NULL, NULL,
    S (BEHIND), S (CANNOT_BE_JUDGED), MARMOT_FORECAST_RULE_NONE, "[z]", "6.3%", "NULL", "NULL" },
  { "PI11", "percent", LOW, FALSE, "1.7%", "1.7%", "1.3%", "1.3%", NULL, NULL,
    S (ON_TRACK), S (CANNOT_BE_JUDGED), MARMOT_FORECAST_RULE_NONE, "[z]", "1.7%", "NULL", "NULL" },
  { "PI12", "people", HIGH, TRUE, "1,641", "1,200", "177", "590", NULL, NULL,
    S (BEHIND), S (BEHIND), MARMOT_FORECAST_RULE_RUN_RATE, "49.2", "600", "413", "1180" },
  { "PI13", "workplaces", HIGH, TRUE, "13", "25", "6", "9", NULL, NULL,
    S (BEHIND), S (BEHIND), MARMOT_FORECAST_RULE_RUN_RATE, "36.0", "12.5", "3", "18" },
  { "PI14", "interactions", HIGH, TRUE, "2,220", "1,000", "1,600", "4,558", NULL, NULL,
    S (ACHIEVED), S (ACHIEVED), MARMOT_FORECAST_RULE_NONE, "455.8", "500", "2958", "NULL" },
  { "PI4", "percent", HIGH, FALSE, "93%", "N/A (one year project only)", "n/a", "n/a", NULL, NULL,
    S (NO_TARGET), S (NO_TARGET), MARMOT_FORECAST_RULE_NONE, "[z]", "NULL", "NULL", "NULL" },
  { "PI5", "state", MARMOT_POLARITY_UNSTATED, FALSE, "System in development",
    "Target to be agreed once system is in place", "System in development", "", NULL, NULL,
    S (NO_TARGET), S (NO_TARGET), MARMOT_FORECAST_RULE_NONE, "[z]", "NULL", "NULL", "NULL" },
  /* Not Coventry's: the same figures with a profile that the owner supplies. */
  { "with a profile", "people", HIGH, TRUE, NULL, "452", "91", "151", NULL, "140",
    S (ON_TRACK), S (ON_TRACK), MARMOT_FORECAST_RULE_OWNER_PROFILE, "33.4", "140", "60", "487.5" },
  { "a percentage with a profile", "percent", HIGH, FALSE, NULL, "80%", NULL, "70%", NULL, "65%",
    S (ON_TRACK), S (ON_TRACK), MARMOT_FORECAST_RULE_OWNER_PROFILE, "[z]", "65%", "NULL", "NULL" },
  { "counts that should stay low", "incidents", LOW, TRUE, NULL, "100", "60", "110", NULL, NULL,
    S (BEHIND), S (BEHIND), MARMOT_FORECAST_RULE_RUN_RATE, "110.0", "50", "50", "220" },
  { "counts that stay low", "incidents", LOW, TRUE, NULL, "100", "10", "40", NULL, NULL,
    S (ON_TRACK), S (ON_TRACK), MARMOT_FORECAST_RULE_RUN_RATE, "40.0", "50", "30", "80" },
  { "no figure", "people", HIGH, TRUE, NULL, "100", NULL, "[c]", NULL, NULL,
    S (CANNOT_BE_JUDGED), S (CANNOT_BE_JUDGED), MARMOT_FORECAST_RULE_NONE, "[z]", "NULL", "NULL", "NULL" },
};

typedef struct
{
  GListStore *indicators, *observations, *targets;
  MarmotArea *area;
  MarmotIndicator *indicator;
} World;

static World
new_world (const Case *c)
{
  World w = { g_list_store_new (MARMOT_TYPE_INDICATOR), g_list_store_new (MARMOT_TYPE_OBSERVATION),
              g_list_store_new (MARMOT_TYPE_TARGET), new_area ("here", MARMOT_AREA_KIND_COUNCIL), NULL };

  w.indicator = new_indicator (c->id, c->unit, c->additive ? MARMOT_VALUE_TYPE_COUNT : MARMOT_VALUE_TYPE_PROPORTION,
                               c->polarity, c->additive);
  g_list_store_append (w.indicators, w.indicator);
  return w;
}

static void
free_world (World *w)
{
  g_clear_object (&w->indicators);
  g_clear_object (&w->observations);
  g_clear_object (&w->targets);
  g_clear_object (&w->area);
  g_clear_object (&w->indicator);
}

static void
observe (World *w,
         const char *period,
         MarmotObservationRole role,
         const char *value)
{
  if (value)
    {
      g_autoptr (MarmotObservation) o = new_observation (w->indicator, w->area, period, role, value, NULL, NULL);

      g_list_store_append (w->observations, o);
    }
}

static void
aim (World *w,
     const char *period,
     MarmotTargetProfile profile,
     const char *value)
{
  if (value)
    {
      g_autoptr (MarmotTarget) t = new_target (w->indicator, period, profile, value);

      g_list_store_append (w->targets, t);
    }
}

static MarmotScorecard *
judge (World *w)
{
  return marmot_scorecard_new (G_LIST_MODEL (w->indicators), G_LIST_MODEL (w->observations),
                               G_LIST_MODEL (w->targets), w->area, 0);
}

static void
fill (World *w,
      const Case *c)
{
  observe (w, "2016/17", MARMOT_OBSERVATION_ROLE_ACTUAL, c->actual);
  observe (w, "2017/18 Q2", MARMOT_OBSERVATION_ROLE_ACTUAL, c->quarter);
  observe (w, "2017/18 Q1-Q2", MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE, c->to_date);
  aim (w, "2018/19", MARMOT_TARGET_PROFILE_PERIOD, c->target);
  aim (w, "2017/18", MARMOT_TARGET_PROFILE_PERIOD, c->target);
  aim (w, "2016/17 - 18/19", MARMOT_TARGET_PROFILE_PROGRAMME, c->programme);
  aim (w, "2017/18 Q1-Q2", MARMOT_TARGET_PROFILE_TO_DATE, c->profile);
}

Test (scorecard, judges_each_indicator_as_worked_by_hand)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      World w = new_world (c);
      g_autoptr (MarmotScorecard) card = NULL;
      g_autofree char *progress = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *part = NULL;
      g_autofree char *forecast = NULL;
      MarmotScorecardRow *row;

      fill (&w, c);
      card = judge (&w);
      row = marmot_scorecard_get_row (card, 0);
      cr_assert (row != NULL, "%s", c->id);
      cr_expect (eq (u32, g_list_model_get_n_items (G_LIST_MODEL (card)), 1));

      cr_expect (marmot_scorecard_row_get_current (row) == c->current, "%s: now %s", c->id,
                 marmot_scorecard_row_get_current_reason (row));
      cr_expect (marmot_scorecard_row_get_forecast (row) == c->forecast, "%s: forecast %s", c->id,
                 marmot_scorecard_row_get_forecast_reason (row));
      cr_expect (marmot_scorecard_row_get_forecast_rule (row) == c->rule, "%s", c->id);
      progress = text_of (marmot_scorecard_row_get_progress (row));
      expected = text_of (marmot_scorecard_row_get_expected (row));
      part = text_of (marmot_scorecard_row_get_part_value (row));
      forecast = text_of (marmot_scorecard_row_get_forecast_value (row));
      cr_expect (strcmp (progress, c->progress) == 0, "%s: progress %s", c->id, progress);
      cr_expect (strcmp (expected, c->expected) == 0, "%s: expected %s", c->id, expected);
      cr_expect (strcmp (part, c->part) == 0, "%s: part %s", c->id, part);
      cr_expect (strcmp (forecast, c->forecast_value) == 0, "%s: forecast %s", c->id, forecast);
      free_world (&w);
    }
}

Test (scorecard, the_derived_quarter_is_the_first)
{
  World w = new_world (&cases[0]);
  g_autoptr (MarmotScorecard) card = NULL;
  g_autofree char *period = NULL;

  fill (&w, &cases[0]);
  card = judge (&w);
  period = marmot_period_to_string (marmot_scorecard_row_get_part_period (marmot_scorecard_get_row (card, 0)));
  cr_assert (eq (str, period, "2017/18 Q1"));
  free_world (&w);
}

/* The three-year targets of PI1 (898) and PI2 (254) are profiles of their own: a
 * year and then the year to date, no quarter twice. */
Test (scorecard, a_programme_is_judged_as_a_whole)
{
  static const struct
  {
    guint which;
    const char *total, *to_date, *progress;
    MarmotProgressStatus current;
    gboolean review;
  } programmes[] = {
    { 0, "898", "709", "79.0", S (ON_TRACK), FALSE },
    { 1, "254", "405", "159.4", S (ACHIEVED), TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (programmes); i++)
    {
      Case c = cases[programmes[i].which];
      World w = new_world (&c);
      g_autoptr (MarmotScorecard) card = NULL;
      g_autofree char *to_date = NULL;
      g_autofree char *progress = NULL;
      MarmotScorecardRow *row;

      c.programme = programmes[i].total;
      fill (&w, &c);
      card = judge (&w);
      cr_assert (eq (u32, g_list_model_get_n_items (G_LIST_MODEL (card)), 2));
      row = marmot_scorecard_get_row (card, 1);
      to_date = text_of (marmot_scorecard_row_get_to_date (row));
      progress = text_of (marmot_scorecard_row_get_progress (row));
      cr_expect (eq (str, to_date, (char *) programmes[i].to_date));
      cr_expect (eq (str, progress, (char *) programmes[i].progress));
      cr_expect (eq (int, (int) marmot_scorecard_row_get_current (row), (int) programmes[i].current));
      cr_expect (eq (int, marmot_scorecard_row_get_review_target (row), programmes[i].review));
      free_world (&w);
    }
}

/* What the owner expects of a year says nothing of the programme around it. */
Test (scorecard, a_profile_of_a_year_is_not_one_of_a_programme)
{
  Case c = cases[0];
  World w = new_world (&c);
  g_autoptr (MarmotScorecard) card = NULL;
  g_autofree char *expected = NULL;

  c.programme = "898";
  c.profile = "140";
  fill (&w, &c);
  card = judge (&w);
  expected = text_of (marmot_scorecard_row_get_expected (marmot_scorecard_get_row (card, 1)));
  cr_assert (eq (str, expected, "449"));
  free_world (&w);
}

Test (scorecard, only_a_target_that_was_passed_by_far_asks_for_review)
{
  for (gsize i = 0; i < 10; i++)
    {
      World w = new_world (&cases[i]);
      g_autoptr (MarmotScorecard) card = NULL;

      fill (&w, &cases[i]);
      card = judge (&w);
      cr_expect (marmot_scorecard_row_get_review_target (marmot_scorecard_get_row (card, 0))
                   == (strcmp (cases[i].id, "PI14") == 0),
                 "%s", cases[i].id);
      free_world (&w);
    }
}

Test (scorecard, quarters_alone_are_added_up_from_the_start)
{
  Case c = { "Q", "people", HIGH, TRUE, NULL, "100", NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL };
  World w = new_world (&c);
  g_autoptr (MarmotScorecard) card = NULL;
  g_autofree char *to_date = NULL;
  g_autofree char *expected = NULL;

  observe (&w, "2017/18 Q2", MARMOT_OBSERVATION_ROLE_ACTUAL, "20");
  observe (&w, "2017/18 Q1", MARMOT_OBSERVATION_ROLE_ACTUAL, "30");
  observe (&w, "2017/18 Q3", MARMOT_OBSERVATION_ROLE_ACTUAL, "40");
  aim (&w, "2017/18", MARMOT_TARGET_PROFILE_PERIOD, "100");
  card = judge (&w);
  to_date = text_of (marmot_scorecard_row_get_to_date (marmot_scorecard_get_row (card, 0)));
  expected = text_of (marmot_scorecard_row_get_expected (marmot_scorecard_get_row (card, 0)));
  cr_assert (eq (str, to_date, "90"));
  cr_assert (eq (str, expected, "75"));
  free_world (&w);
}

Test (scorecard, a_gap_at_the_start_is_not_bridged)
{
  Case c = { "Q", "people", HIGH, TRUE, NULL, "100", NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL };
  World w = new_world (&c);
  g_autoptr (MarmotScorecard) card = NULL;

  observe (&w, "2017/18 Q2", MARMOT_OBSERVATION_ROLE_ACTUAL, "20");
  aim (&w, "2017/18", MARMOT_TARGET_PROFILE_PERIOD, "100");
  card = judge (&w);
  cr_assert (eq (int, (int) marmot_scorecard_row_get_current (marmot_scorecard_get_row (card, 0)),
                 S (CANNOT_BE_JUDGED)));
  free_world (&w);
}

Test (scorecard, a_period_that_is_over_is_achieved_or_behind)
{
  static const struct
  {
    const char *value;
    MarmotPolarity polarity;
    MarmotProgressStatus status;
  } ends[] = {
    { "100", HIGH, S (ACHIEVED) }, { "99", HIGH, S (BEHIND) }, { "100", LOW, S (ACHIEVED) }, { "101", LOW, S (BEHIND) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      Case c = { "Y", "people", ends[i].polarity, TRUE, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL };
      World w = new_world (&c);
      g_autoptr (MarmotScorecard) card = NULL;

      observe (&w, "2017/18", MARMOT_OBSERVATION_ROLE_ACTUAL, ends[i].value);
      aim (&w, "2017/18", MARMOT_TARGET_PROFILE_PERIOD, "100");
      card = judge (&w);
      cr_expect (marmot_scorecard_row_get_current (marmot_scorecard_get_row (card, 0)) == ends[i].status, "%zu", i);
      cr_expect (marmot_scorecard_row_get_forecast (marmot_scorecard_get_row (card, 0)) == ends[i].status, "%zu", i);
      free_world (&w);
    }
}

/* Repeat child protection plans: 6.0% to date, 8.5% rolling, target 12%; the paper
 * prints no period for either. */
Test (scorecard, a_figure_without_a_period_stands_for_now)
{
  Case c = { "CP", "percent", LOW, FALSE, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL };
  World w = new_world (&c);
  g_autoptr (MarmotScorecard) card = NULL;
  MarmotScorecardRow *row;
  g_autofree char *rolling = NULL;

  observe (&w, NULL, MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE, "6.0%");
  observe (&w, NULL, MARMOT_OBSERVATION_ROLE_ROLLING_AVERAGE, "8.5%");
  aim (&w, "2022/23", MARMOT_TARGET_PROFILE_PERIOD, "12%");
  card = judge (&w);
  row = marmot_scorecard_get_row (card, 0);
  cr_assert (eq (int, (int) marmot_scorecard_row_get_current (row), S (ON_TRACK)));
  rolling = text_of (marmot_observation_get_value (marmot_scorecard_row_get_rolling_average (row)));
  cr_assert (eq (str, rolling, "8.5%"));
  free_world (&w);
}

Test (scorecard, other_areas_and_indicators_without_targets_are_left_out)
{
  World w = new_world (&cases[0]);
  g_autoptr (MarmotArea) elsewhere = new_area ("elsewhere", MARMOT_AREA_KIND_NEIGHBOUR);
  g_autoptr (MarmotIndicator) bare = new_indicator ("BARE", "people", MARMOT_VALUE_TYPE_COUNT, HIGH, TRUE);
  g_autoptr (MarmotObservation) other = new_observation (w.indicator, elsewhere, "2017/18 Q1-Q3",
                                                         MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE, "9,999", NULL, NULL);
  g_autoptr (MarmotScorecard) card = NULL;
  g_autofree char *to_date = NULL;

  fill (&w, &cases[0]);
  g_list_store_append (w.observations, other);
  g_list_store_append (w.indicators, bare);
  card = judge (&w);
  cr_assert (eq (u32, g_list_model_get_n_items (G_LIST_MODEL (card)), 1));
  to_date = text_of (marmot_scorecard_row_get_to_date (marmot_scorecard_get_row (card, 0)));
  cr_assert (eq (str, to_date, "151"));
  cr_assert (marmot_scorecard_get_row (card, 1) == NULL);
  cr_assert (eq (u32, marmot_scorecard_count (card, S (BEHIND)), 1));
  free_world (&w);
}
