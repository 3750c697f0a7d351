/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#include "indicator-fixtures.h"

typedef struct
{
  const char *what;
  const char *value, *lower, *upper, *benchmark;
  MarmotPolarity polarity;
  MarmotRelation relation, direction;
  MarmotJudgement judgement;
} Case;

#define LOW MARMOT_POLARITY_LOW_IS_GOOD
#define HIGH MARMOT_POLARITY_HIGH_IS_GOOD
#define R(x) MARMOT_RELATION_##x
#define J(x) MARMOT_JUDGEMENT_##x

/* Infant mortality 2020-22 as OHID's Fingertips printed it, in the Health and
 * Wellbeing Board's pack of 5 February 2025; Ofsted profile of 1 July 2022. */
static const Case cases[] = {
  { "Coventry and England", "5.9", "4.6", "7.4", "3.9", LOW, R (HIGHER), R (HIGHER), J (WORSE) },
  { "Coventry and the West Midlands", "5.9", "4.6", "7.4", "5.6", LOW, R (SIMILAR), R (HIGHER), J (SIMILAR) },
  { "Derby and England", "5.9", "4.4", "7.7", "3.9", LOW, R (HIGHER), R (HIGHER), J (WORSE) },
  { "Bolton and England", "5.2", "3.9", "6.8", "3.9", LOW, R (UNDETERMINED), R (HIGHER), J (NOT_JUDGED) },
  { "Leeds and England", "4.9", "4.1", "5.9", "3.9", LOW, R (HIGHER), R (HIGHER), J (WORSE) },
  { "Peterborough and England", "4.6", "3.3", "6.4", "3.9", LOW, R (SIMILAR), R (HIGHER), J (SIMILAR) },
  { "Sheffield and England", "4.2", "3.3", "5.3", "3.9", LOW, R (SIMILAR), R (HIGHER), J (SIMILAR) },
  { "an upper limit that touches", "3.0", "2.1", "3.9", "3.9", LOW, R (UNDETERMINED), R (LOWER), J (NOT_JUDGED) },
  { "wholly below", "3.0", "2.1", "3.5", "3.9", LOW, R (LOWER), R (LOWER), J (BETTER) },
  { "the next decimal up is above", "4.6", "4.0", "5.0", "3.9", LOW, R (HIGHER), R (HIGHER), J (WORSE) },
  { "Ofsted overall and national", "89.2%", NULL, NULL, "89.3%", HIGH, R (LOWER), R (LOWER), J (WORSE) },
  { "Ofsted overall and neighbours", "89.2%", NULL, NULL, "87.6%", HIGH, R (HIGHER), R (HIGHER), J (BETTER) },
  { "printed alike", "89.3%", NULL, NULL, "89.3%", HIGH, R (UNDETERMINED), R (UNDETERMINED), J (NOT_JUDGED) },
  { "coarse and fine", "89%", NULL, NULL, "89.3%", HIGH, R (UNDETERMINED), R (UNDETERMINED), J (NOT_JUDGED) },
  { "nobody says which is good", "5.9", "4.6", "7.4", "3.9", MARMOT_POLARITY_UNSTATED, R (HIGHER), R (HIGHER),
    J (NOT_JUDGED) },
  { "neither is good", "5.9", "4.6", "7.4", "3.9", MARMOT_POLARITY_NO_JUDGEMENT, R (HIGHER), R (HIGHER),
    J (NOT_JUDGED) },
  { "suppressed", "[c]", NULL, NULL, "3.9", LOW, R (NOT_COMPARED), R (NOT_COMPARED), J (NOT_JUDGED) },
  { "words", "System in development", NULL, NULL, "3.9", LOW, R (NOT_COMPARED), R (NOT_COMPARED), J (NOT_JUDGED) },
};

static MarmotComparison *
compare (const Case *c)
{
  g_autoptr (MarmotIndicator) indicator
    = new_indicator ("I", c->lower ? "per 1,000" : "percent", MARMOT_VALUE_TYPE_CRUDE_RATE, c->polarity, FALSE);
  g_autoptr (MarmotArea) here = new_area ("here", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotArea) there = new_area ("there", MARMOT_AREA_KIND_COUNTRY);
  g_autoptr (MarmotObservation) a
    = new_observation (indicator, here, "2020 - 22", MARMOT_OBSERVATION_ROLE_ACTUAL, c->value, c->lower, c->upper);
  g_autoptr (MarmotObservation) b
    = new_observation (indicator, there, "2020 - 22", MARMOT_OBSERVATION_ROLE_ACTUAL, c->benchmark, NULL, NULL);

  return marmot_comparison_new_compare (a, b, NULL);
}

Test (comparison, published_figures_at_their_printed_precision)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotComparison) got = compare (&cases[i]);

      cr_expect (marmot_comparison_get_relation (got) == cases[i].relation, "%s: relation %d", cases[i].what,
                 marmot_comparison_get_relation (got));
      cr_expect (marmot_comparison_get_direction (got) == cases[i].direction, "%s: direction %d", cases[i].what,
                 marmot_comparison_get_direction (got));
      cr_expect (marmot_comparison_get_judgement (got) == cases[i].judgement, "%s: judgement %d", cases[i].what,
                 marmot_comparison_get_judgement (got));
      cr_expect (marmot_comparison_get_same_period (got), "%s", cases[i].what);
      cr_expect (marmot_comparison_get_reason (got) != NULL, "%s", cases[i].what);
    }
}

/* As a measure of people gives one: of no indicator, and nobody says which direction is good. */
Test (comparison, figures_of_no_indicator)
{
  g_autoptr (MarmotValue) value = marmot_value_new_percent (93.5, 1), lower = marmot_value_new_percent (91, 1),
                          upper = marmot_value_new_percent (95.3, 1), other = marmot_value_new_percent (89, 1);
  g_autoptr (MarmotObservation) ours
    = g_object_new (MARMOT_TYPE_OBSERVATION, "value", value, "lower", lower, "upper", upper, NULL);
  g_autoptr (MarmotObservation) theirs = g_object_new (MARMOT_TYPE_OBSERVATION, "value", other, NULL);
  g_autoptr (MarmotComparison) got = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  got = marmot_comparison_new_compare (ours, theirs, NULL);
  cr_expect (marmot_comparison_get_relation (got) == MARMOT_RELATION_HIGHER);
  cr_expect (marmot_comparison_get_judgement (got) == MARMOT_JUDGEMENT_NOT_JUDGED);
}

Test (comparison, without_an_interval_nothing_is_said_of_chance)
{
  g_autoptr (MarmotComparison) got = compare (&cases[10]);
  g_autofree char *difference = text_of (marmot_comparison_get_difference (got));

  cr_assert (eq (str, difference, "-0.1"));
  cr_assert (strstr (marmot_comparison_get_reason (got), "nothing can be said of chance") != NULL);
}

/* Labels that the Fingertips site published for indicator 93356 in 2019, and the
 * assertions of its own tests; see reference/README.md. */
Test (comparison, labels_that_fingertips_published)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  cr_assert (g_file_get_contents (TEST_DATA_DIR "/fingertips-comparison.csv", &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (gsize i = 1; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) f = g_strsplit (lines[i], ",", -1);
      MarmotPolarity polarity = strstr (f[2], "Low") ? LOW : strstr (f[2], "High") ? HIGH : MARMOT_POLARITY_NO_JUDGEMENT;
      g_autoptr (MarmotIndicator) indicator = new_indicator ("I", "per 100,000", MARMOT_VALUE_TYPE_CRUDE_RATE, polarity, FALSE);
      g_autoptr (MarmotArea) area = new_area ("a", MARMOT_AREA_KIND_COUNCIL);
      g_autoptr (MarmotValue) value = marmot_value_new (g_ascii_strtod (f[3], NULL), -1);
      g_autoptr (MarmotValue) lower = marmot_value_new (g_ascii_strtod (f[4], NULL), -1);
      g_autoptr (MarmotValue) upper = marmot_value_new (g_ascii_strtod (f[5], NULL), -1);
      g_autoptr (MarmotValue) benchmark = marmot_value_new (g_ascii_strtod (f[6], NULL), -1);
      g_autoptr (MarmotObservation) a = g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "area", area,
                                                      "value", value, "lower", lower, "upper", upper, NULL);
      g_autoptr (MarmotObservation) b
        = g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "value", benchmark, NULL);
      g_autoptr (MarmotComparison) got = marmot_comparison_new_compare (a, b, NULL);
      MarmotRelation relation = marmot_comparison_get_relation (got);
      MarmotJudgement judgement = marmot_comparison_get_judgement (got);

      if (strcmp (f[7], "same") == 0)
        cr_expect (relation == R (SIMILAR), "%s", f[0]);
      else if (polarity == MARMOT_POLARITY_NO_JUDGEMENT)
        cr_expect (relation == (strcmp (f[7], "better") == 0 ? R (HIGHER) : R (LOWER)), "%s", f[0]);
      else
        cr_expect (judgement == (strcmp (f[7], "better") == 0 ? J (BETTER) : J (WORSE)), "%s", f[0]);
      n++;
    }
  cr_assert (n > 1000);
}

Test (comparison, counts_of_places_are_not_compared)
{
  g_autoptr (MarmotIndicator) indicator = new_indicator ("I", "people", MARMOT_VALUE_TYPE_COUNT, HIGH, TRUE);
  g_autoptr (MarmotArea) here = new_area ("here", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotArea) there = new_area ("there", MARMOT_AREA_KIND_COUNTRY);
  g_autoptr (MarmotObservation) a = new_observation (indicator, here, "2020", MARMOT_OBSERVATION_ROLE_ACTUAL, "12", NULL, NULL);
  g_autoptr (MarmotObservation) b = new_observation (indicator, there, "2020", MARMOT_OBSERVATION_ROLE_ACTUAL, "120", NULL, NULL);
  g_autoptr (MarmotComparison) got = marmot_comparison_new_compare (a, b, NULL);

  cr_assert (eq (int, (int) marmot_comparison_get_relation (got), R (NOT_COMPARED)));
}

Test (comparison, a_specification_outweighs_the_indicator)
{
  g_autoptr (MarmotIndicator) indicator = new_indicator ("I", "per 1,000", MARMOT_VALUE_TYPE_CRUDE_RATE, LOW, FALSE);
  g_autoptr (MarmotArea) area = new_area ("a", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotObservation) a
    = new_observation (indicator, area, "2020", MARMOT_OBSERVATION_ROLE_ACTUAL, "5.9", "4.6", "7.4");
  g_autoptr (MarmotObservation) b
    = new_observation (indicator, area, "2021", MARMOT_OBSERVATION_ROLE_ACTUAL, "5.6", NULL, NULL);
  g_autoptr (MarmotComparisonSpec) by_value = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_VALUES, HIGH);
  g_autoptr (MarmotComparisonSpec) by_interval = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_INTERVAL, HIGH);
  g_autoptr (MarmotComparison) values = marmot_comparison_new_compare (a, b, by_value);
  g_autoptr (MarmotComparison) reversed = marmot_comparison_new_compare (b, a, by_interval);

  cr_assert (eq (int, (int) marmot_comparison_get_judgement (values), J (BETTER)));
  cr_assert_not (marmot_comparison_get_same_period (values));
  /* b has no interval, which the method needs. */
  cr_assert (eq (int, (int) marmot_comparison_get_relation (reversed), R (NOT_COMPARED)));
}

#define C(x) MARMOT_CLAIMED_RELATION_##x
#define A(x) MARMOT_AGREEMENT_##x

Test (comparison, claims_are_held_against_the_figures)
{
  static const struct
  {
    guint which; /* of cases */
    MarmotClaimedRelation claim;
    MarmotAgreement agreement;
  } claims[] = {
    { 0, C (SIGNIFICANTLY_HIGHER), A (AGREES) },    /* England: so it is */
    { 1, C (SIGNIFICANTLY_HIGHER), A (DISAGREES) }, /* the West Midlands: it is not */
    { 1, C (HIGHER), A (AGREES) },                  /* 5.9 is above 5.6 all the same */
    { 1, C (SIMILAR), A (AGREES) },
    { 0, C (SIMILAR), A (DISAGREES) },
    { 3, C (SIGNIFICANTLY_HIGHER), A (CANNOT_TELL) }, /* Bolton */
    { 3, C (SIGNIFICANTLY_LOWER), A (DISAGREES) },
    { 10, C (HIGHER), A (DISAGREES) }, /* "Above national (89.3%)" */
    { 10, C (LOWER), A (AGREES) },
    { 10, C (SIGNIFICANTLY_LOWER), A (CANNOT_TELL) },
    { 11, C (HIGHER), A (AGREES) },
    { 12, C (HIGHER), A (CANNOT_TELL) },
    { 16, C (HIGHER), A (CANNOT_TELL) },
    { 0, C (NOTHING), A (NO_CLAIM) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autoptr (MarmotComparison) got = compare (&cases[claims[i].which]);
      g_autoptr (MarmotComparison) checked = marmot_comparison_check_claim (got, claims[i].claim, "words", "paper", 7);

      cr_expect (marmot_comparison_get_agreement (checked) == claims[i].agreement, "%zu: %s, agreement %d", i,
                 cases[claims[i].which].what, marmot_comparison_get_agreement (checked));
      cr_expect (marmot_comparison_get_relation (checked) == marmot_comparison_get_relation (got));
      cr_expect (eq (str, (char *) marmot_comparison_get_claimed (checked), "words"));
      cr_expect (eq (u32, marmot_comparison_get_claim_line (checked), 7));
    }
}

Test (change, of_a_gap_and_of_percentages)
{
  g_autoptr (MarmotIndicator) gap = new_indicator ("GAP", "years", MARMOT_VALUE_TYPE_GAP, LOW, FALSE);
  g_autoptr (MarmotIndicator) share = new_indicator ("SHARE", "percent", MARMOT_VALUE_TYPE_PROPORTION, LOW, FALSE);
  g_autoptr (MarmotArea) area = new_area ("a", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotObservation) g0 = new_observation (gap, area, "2013", MARMOT_OBSERVATION_ROLE_ACTUAL, "11.2", NULL, NULL);
  g_autoptr (MarmotObservation) g1 = new_observation (gap, area, "2015", MARMOT_OBSERVATION_ROLE_ACTUAL, "9.4", NULL, NULL);
  g_autoptr (MarmotObservation) s0 = new_observation (share, area, "2015/16", MARMOT_OBSERVATION_ROLE_BASELINE, "6.8%", NULL, NULL);
  g_autoptr (MarmotObservation) s1 = new_observation (share, area, "2016/17", MARMOT_OBSERVATION_ROLE_ACTUAL, "6.5%", NULL, NULL);
  g_autoptr (MarmotObservation) quarter = new_observation (share, area, "2016/17 Q1", MARMOT_OBSERVATION_ROLE_ACTUAL, "6.2%", NULL, NULL);
  g_autoptr (MarmotChange) fall = marmot_change_new_between (g0, g1);
  g_autoptr (MarmotChange) points = marmot_change_new_between (s0, s1);
  g_autoptr (MarmotChange) unequal = marmot_change_new_between (s0, quarter);
  g_autofree char *difference = text_of (marmot_change_get_difference (fall));
  g_autofree char *percent = text_of (marmot_change_get_percent (fall));
  g_autofree char *share_difference = text_of (marmot_change_get_difference (points));
  g_autofree char *share_percent = text_of (marmot_change_get_percent (points));

  cr_assert (eq (str, difference, "-1.8"));
  cr_assert (eq (str, percent, "-16.1"));
  cr_assert (eq (int, (int) marmot_change_get_judgement (fall), J (BETTER)));
  cr_assert (strstr (marmot_change_get_reason (fall), "chance could explain the change cannot be judged") != NULL);

  /* A percentage changes by points and not by per cent. */
  cr_assert (eq (str, share_difference, "-0.3"));
  cr_assert (eq (str, share_percent, "[z]"));

  cr_assert (marmot_change_get_difference (unequal) == NULL);
  cr_assert (eq (int, (int) marmot_change_get_judgement (unequal), J (NOT_JUDGED)));
}
