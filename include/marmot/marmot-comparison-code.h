/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-comparison-spec.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotComparisonCode:
 * @MARMOT_COMPARISON_CODE_NOT_COMPARED: it was not compared; a
 *   #MarmotComparisonReason says why
 * @MARMOT_COMPARISON_CODE_WORST: worse, by the wider interval as well
 * @MARMOT_COMPARISON_CODE_WORSE: worse
 * @MARMOT_COMPARISON_CODE_SIMILAR: neither
 * @MARMOT_COMPARISON_CODE_BETTER: better
 * @MARMOT_COMPARISON_CODE_BEST: better, by the wider interval as well
 * @MARMOT_COMPARISON_CODE_LOWEST: lower, by the wider interval as well, where
 *   neither direction is good
 * @MARMOT_COMPARISON_CODE_LOWER: lower, where neither direction is good
 * @MARMOT_COMPARISON_CODE_HIGHER: higher, where neither direction is good
 * @MARMOT_COMPARISON_CODE_HIGHEST: higher, by the wider interval as well, where
 *   neither direction is good
 * @MARMOT_COMPARISON_CODE_GROUP_1: in the group of the lowest values
 * @MARMOT_COMPARISON_CODE_GROUP_2: in the second group from below
 * @MARMOT_COMPARISON_CODE_GROUP_3: in the third group from below
 * @MARMOT_COMPARISON_CODE_GROUP_4: in the fourth group from below
 * @MARMOT_COMPARISON_CODE_GROUP_5: in the fifth group from below
 *
 * What a comparison comes to. Groups are always counted from the lowest value,
 * whichever direction is good.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARISON_CODE_NOT_COMPARED,
  MARMOT_COMPARISON_CODE_WORST,
  MARMOT_COMPARISON_CODE_WORSE,
  MARMOT_COMPARISON_CODE_SIMILAR,
  MARMOT_COMPARISON_CODE_BETTER,
  MARMOT_COMPARISON_CODE_BEST,
  MARMOT_COMPARISON_CODE_LOWEST,
  MARMOT_COMPARISON_CODE_LOWER,
  MARMOT_COMPARISON_CODE_HIGHER,
  MARMOT_COMPARISON_CODE_HIGHEST,
  MARMOT_COMPARISON_CODE_GROUP_1,
  MARMOT_COMPARISON_CODE_GROUP_2,
  MARMOT_COMPARISON_CODE_GROUP_3,
  MARMOT_COMPARISON_CODE_GROUP_4,
  MARMOT_COMPARISON_CODE_GROUP_5
} MarmotComparisonCode;

/**
 * MarmotComparisonReason:
 * @MARMOT_COMPARISON_REASON_COMPARED: it was compared
 * @MARMOT_COMPARISON_REASON_NOT_FINITE: a number is infinite or not a number
 * @MARMOT_COMPARISON_REASON_LIMITS_OUT_OF_ORDER: a lower limit is above an
 *   upper one, or the wider interval does not hold the narrower
 * @MARMOT_COMPARISON_REASON_DENOMINATOR_NOT_POSITIVE: the denominator is zero
 *   or below
 * @MARMOT_COMPARISON_REASON_BENCHMARK_OUT_OF_RANGE: the benchmark is no
 *   proportion, or no rate, in the unit that was stated
 * @MARMOT_COMPARISON_REASON_NO_METHOD: the method is to compare nothing
 * @MARMOT_COMPARISON_REASON_NO_POLARITY: nobody has said which direction is
 *   good, nor that neither is
 * @MARMOT_COMPARISON_REASON_NO_VALUE: the value is missing
 * @MARMOT_COMPARISON_REASON_NO_BENCHMARK: the benchmark is missing
 * @MARMOT_COMPARISON_REASON_NO_INTERVAL: a limit of the value is missing
 * @MARMOT_COMPARISON_REASON_NO_WIDER_INTERVAL: a 99.8% limit is missing
 * @MARMOT_COMPARISON_REASON_NO_BENCHMARK_INTERVAL: a limit of the benchmark is
 *   missing
 * @MARMOT_COMPARISON_REASON_NO_DENOMINATOR: the denominator is missing
 * @MARMOT_COMPARISON_REASON_TOO_FEW_VALUES: fewer areas have values than there
 *   are groups, or fewer than four for percentiles
 * @MARMOT_COMPARISON_REASON_PRINTED_TOO_COARSELY: the numbers were rounded when
 *   they were printed, and the answer lies in what was lost
 * @MARMOT_COMPARISON_REASON_SUPPRESSED: the value is suppressed
 * @MARMOT_COMPARISON_REASON_NOT_APPLICABLE: the value does not apply
 * @MARMOT_COMPARISON_REASON_NOT_AVAILABLE: the value is not available
 * @MARMOT_COMPARISON_REASON_BENCHMARK_SUPPRESSED: the benchmark is suppressed
 * @MARMOT_COMPARISON_REASON_BENCHMARK_NOT_APPLICABLE: the benchmark does not apply
 * @MARMOT_COMPARISON_REASON_BENCHMARK_NOT_AVAILABLE: the benchmark is not available
 * @MARMOT_COMPARISON_REASON_BENCHMARK_TWICE: the benchmark is there more than once,
 *   and nobody knows which is meant
 * @MARMOT_COMPARISON_REASON_IS_BENCHMARK: it is the benchmark itself
 * @MARMOT_COMPARISON_REASON_NO_PERIOD: the period is not stated
 * @MARMOT_COMPARISON_REASON_NO_SPEC: nobody has said how to compare its indicator
 * @MARMOT_COMPARISON_REASON_NO_PARENT: the area that it lies in is not stated
 * @MARMOT_COMPARISON_REASON_NO_NEIGHBOURS: no areas are known that are like it
 * @MARMOT_COMPARISON_REASON_TOO_FEW_AREAS: too few areas have figures for an average
 * @MARMOT_COMPARISON_REASON_PART_OF_POPULATION: it is of a part of the population,
 *   and groups are of whole ones
 *
 * Why a figure was not compared.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARISON_REASON_COMPARED,
  MARMOT_COMPARISON_REASON_NOT_FINITE,
  MARMOT_COMPARISON_REASON_LIMITS_OUT_OF_ORDER,
  MARMOT_COMPARISON_REASON_DENOMINATOR_NOT_POSITIVE,
  MARMOT_COMPARISON_REASON_BENCHMARK_OUT_OF_RANGE,
  MARMOT_COMPARISON_REASON_NO_METHOD,
  MARMOT_COMPARISON_REASON_NO_POLARITY,
  MARMOT_COMPARISON_REASON_NO_VALUE,
  MARMOT_COMPARISON_REASON_NO_BENCHMARK,
  MARMOT_COMPARISON_REASON_NO_INTERVAL,
  MARMOT_COMPARISON_REASON_NO_WIDER_INTERVAL,
  MARMOT_COMPARISON_REASON_NO_BENCHMARK_INTERVAL,
  MARMOT_COMPARISON_REASON_NO_DENOMINATOR,
  MARMOT_COMPARISON_REASON_TOO_FEW_VALUES,
  MARMOT_COMPARISON_REASON_PRINTED_TOO_COARSELY,
  MARMOT_COMPARISON_REASON_SUPPRESSED,
  MARMOT_COMPARISON_REASON_NOT_APPLICABLE,
  MARMOT_COMPARISON_REASON_NOT_AVAILABLE,
  MARMOT_COMPARISON_REASON_BENCHMARK_SUPPRESSED,
  MARMOT_COMPARISON_REASON_BENCHMARK_NOT_APPLICABLE,
  MARMOT_COMPARISON_REASON_BENCHMARK_NOT_AVAILABLE,
  MARMOT_COMPARISON_REASON_BENCHMARK_TWICE,
  MARMOT_COMPARISON_REASON_IS_BENCHMARK,
  MARMOT_COMPARISON_REASON_NO_PERIOD,
  MARMOT_COMPARISON_REASON_NO_SPEC,
  MARMOT_COMPARISON_REASON_NO_PARENT,
  MARMOT_COMPARISON_REASON_NO_NEIGHBOURS,
  MARMOT_COMPARISON_REASON_TOO_FEW_AREAS,
  MARMOT_COMPARISON_REASON_PART_OF_POPULATION
} MarmotComparisonReason;

/**
 * marmot_comparison_code_get_label:
 * @code: a code
 * @method: how the comparison was made
 * @polarity: which direction is good
 * @vocabulary: whose words
 *
 * The words for a code, such as "Better" or "2nd lowest quintile".
 *
 * The words for groups belong to quintiles; quarters of the areas are worded
 * after the same pattern.
 *
 * Returns: (transfer none): the words, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_code_get_label (MarmotComparisonCode       code,
                                              MarmotComparisonMethod     method,
                                              MarmotPolarity             polarity,
                                              MarmotComparisonVocabulary vocabulary);

/**
 * marmot_comparison_code_from_fingertips_id:
 * @id: a significance code of Fingertips, or the number of a group
 * @method: how the comparison was made
 * @polarity: which direction is good
 * @code: (out): the code
 *
 * What a number in Fingertips' data means: 0 none, 1 worse or lower, 2 the same,
 * 3 better or higher, 4 worst or lowest, 5 best or highest. By quintiles and
 * quartiles the same numbers are the group, and the quintiles are counted from
 * the highest value where high is good.
 *
 * Returns: false if there is no such number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_comparison_code_from_fingertips_id (int                    id,
                                                    MarmotComparisonMethod method,
                                                    MarmotPolarity         polarity,
                                                    MarmotComparisonCode  *code);

/**
 * marmot_comparison_code_to_fingertips_id:
 * @code: a code
 * @method: how the comparison was made
 * @polarity: which direction is good
 *
 * The number for a code in Fingertips' data: see
 * [func@Marmot.ComparisonCode.from_fingertips_id].
 *
 * Returns: the number, from 0 to 5
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int marmot_comparison_code_to_fingertips_id (MarmotComparisonCode   code,
                                             MarmotComparisonMethod method,
                                             MarmotPolarity         polarity);

/**
 * marmot_comparison_reason_get_label:
 * @reason: a reason
 *
 * Returns: (transfer none): the reason as a sentence, empty if it was compared
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_reason_get_label (MarmotComparisonReason reason);

G_END_DECLS
