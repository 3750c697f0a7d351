/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compare-private.h"

/* Fingertips' label tables: SignificanceFormatter and the site's legends (2020). */
static const char *const site_labels[] = {
  "Not compared", "Worst", "Worse", "Similar", "Better", "Best", "Lowest", "Lower", "Higher", "Highest",
};

static const char *const quintile_labels[] = {
  "Lowest quintile", "2nd lowest quintile", "Middle quintile", "2nd highest quintile", "Highest quintile",
};

static const char *const quartile_labels[] = {
  "Lowest quartile", "2nd lowest quartile", "2nd highest quartile", "Highest quartile",
};

/* FingertipsNext's quintile procedure, from the lowest value up. */
static const char *const judged_groups[] = { "Worst", "Worse", "Middle", "Better", "Best" };
static const char *const unjudged_groups[] = { "Lowest", "Low", "Middle", "High", "Highest" };

guint
marmot_comparison_method_get_n_groups (MarmotComparisonMethod method)
{
  switch (method)
    {
    case MARMOT_COMPARISON_METHOD_QUINTILES:
    case MARMOT_COMPARISON_METHOD_QUINTILES_NTILE:
      return 5;
    case MARMOT_COMPARISON_METHOD_QUARTILES:
    case MARMOT_COMPARISON_METHOD_QUARTILES_NTILE:
      return 4;
    default:
      return 0;
    }
}

static const char *
label_group (guint group,
             guint n_groups,
             MarmotPolarity polarity,
             MarmotComparisonVocabulary vocabulary)
{
  if (group >= n_groups)
    return site_labels[0];
  if (vocabulary != MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_NEXT || n_groups != 5)
    return n_groups == 5 ? quintile_labels[group] : quartile_labels[group];

  switch (polarity)
    {
    case MARMOT_POLARITY_HIGH_IS_GOOD:
      return judged_groups[group];
    case MARMOT_POLARITY_LOW_IS_GOOD:
      return judged_groups[4 - group];
    default:
      return unjudged_groups[group];
    }
}

const char *
marmot_comparison_code_get_label (MarmotComparisonCode code,
                                  MarmotComparisonMethod method,
                                  MarmotPolarity polarity,
                                  MarmotComparisonVocabulary vocabulary)
{
  if (code >= MARMOT_COMPARISON_CODE_GROUP_1)
    return label_group (code - MARMOT_COMPARISON_CODE_GROUP_1, marmot_comparison_method_get_n_groups (method),
                        polarity, vocabulary);

  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (site_labels), site_labels[0]);

  /* The download's table has no words for the two outer codes. */
  if (vocabulary == MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_CSV
      && (code == MARMOT_COMPARISON_CODE_WORST || code == MARMOT_COMPARISON_CODE_BEST
          || code == MARMOT_COMPARISON_CODE_LOWEST || code == MARMOT_COMPARISON_CODE_HIGHEST))
    return site_labels[0];
  return site_labels[code];
}

/* By the numbers of Fingertips; in the second row neither direction is good. */
static const guint8 codes_by_id[2][6] = {
  { MARMOT_COMPARISON_CODE_NOT_COMPARED, MARMOT_COMPARISON_CODE_WORSE, MARMOT_COMPARISON_CODE_SIMILAR,
    MARMOT_COMPARISON_CODE_BETTER, MARMOT_COMPARISON_CODE_WORST, MARMOT_COMPARISON_CODE_BEST },
  { MARMOT_COMPARISON_CODE_NOT_COMPARED, MARMOT_COMPARISON_CODE_LOWER, MARMOT_COMPARISON_CODE_SIMILAR,
    MARMOT_COMPARISON_CODE_HIGHER, MARMOT_COMPARISON_CODE_LOWEST, MARMOT_COMPARISON_CODE_HIGHEST },
};

/* Only the quintiles by percentiles are counted down, on the site. */
static gboolean
counts_down (MarmotComparisonMethod method,
             MarmotPolarity polarity)
{
  return method == MARMOT_COMPARISON_METHOD_QUINTILES && polarity == MARMOT_POLARITY_HIGH_IS_GOOD;
}

gboolean
marmot_comparison_code_from_fingertips_id (int id,
                                           MarmotComparisonMethod method,
                                           MarmotPolarity polarity,
                                           MarmotComparisonCode *code)
{
  int n_groups = (int) marmot_comparison_method_get_n_groups (method);

  g_return_val_if_fail (code != NULL, FALSE);

  *code = MARMOT_COMPARISON_CODE_NOT_COMPARED;
  if (id < 0 || id > (n_groups > 0 ? n_groups : 5))
    return FALSE;
  if (id == 0)
    return TRUE;

  if (n_groups > 0)
    *code = (MarmotComparisonCode) ((int) MARMOT_COMPARISON_CODE_GROUP_1
                                    + (counts_down (method, polarity) ? n_groups - id : id - 1));
  else if (polarity != MARMOT_POLARITY_UNSTATED || method == MARMOT_COMPARISON_METHOD_SUICIDE_PREVENTION_PLAN)
    *code = (MarmotComparisonCode) codes_by_id[polarity == MARMOT_POLARITY_NO_JUDGEMENT][id];
  return TRUE;
}

int
marmot_comparison_code_to_fingertips_id (MarmotComparisonCode code,
                                         MarmotComparisonMethod method,
                                         MarmotPolarity polarity)
{
  int group = (int) code - (int) MARMOT_COMPARISON_CODE_GROUP_1;
  int n_groups = (int) marmot_comparison_method_get_n_groups (method);

  if (group >= 0)
    return group >= n_groups ? 0 : counts_down (method, polarity) ? n_groups - group : group + 1;

  for (int i = 0; i < 6; i++)
    if (codes_by_id[0][i] == code || codes_by_id[1][i] == code)
      return i;
  return 0;
}

static const char *const reasons[] = {
  "",
  "A number is infinite or not a number.",
  "A lower limit is above an upper one, or the wider interval does not hold the narrower.",
  "The denominator is zero or below.",
  "The benchmark is no proportion, or no rate, in the unit that was stated.",
  "The method is to compare nothing.",
  "Nobody has said which direction is good, nor that neither is.",
  "The value is missing.",
  "The benchmark is missing.",
  "The figure has no interval, which this method needs.",
  "The figure has no 99.8% interval, which this method needs.",
  "The benchmark has no interval, which this method needs.",
  "The denominator is missing, which this method needs.",
  "Too few areas have values.",
  "The numbers were rounded when they were printed, and the answer lies in what was lost.",
  "The value is suppressed.",
  "The value does not apply.",
  "The value is not available.",
  "The benchmark is suppressed.",
  "The benchmark does not apply.",
  "The benchmark is not available.",
  "The benchmark is there more than once: nobody knows which is meant.",
  "It is the benchmark itself.",
  "The period is not stated.",
  "Nobody has said how to compare its indicator.",
  "The area that it lies in is not stated.",
  "No areas are known that are like it.",
  "Too few areas have figures for an average.",
  "It is of a part of the population, and groups are of whole ones.",
};

const char *
marmot_comparison_reason_get_label (MarmotComparisonReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (reasons), "");

  return reasons[reason];
}
