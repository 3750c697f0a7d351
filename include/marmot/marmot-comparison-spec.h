/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-indicator.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotComparisonMethod:
 * @MARMOT_COMPARISON_METHOD_AUTOMATIC: by its interval where it has one,
 *   otherwise by the printed values
 * @MARMOT_COMPARISON_METHOD_INTERVAL: by whether its confidence interval
 *   holds the benchmark (Fingertips: "single overlapping confidence
 *   intervals, one level")
 * @MARMOT_COMPARISON_METHOD_VALUES: by the values alone, which says nothing
 *   of chance
 * @MARMOT_COMPARISON_METHOD_TWO_LEVELS: by whether its 95% and its 99.8%
 *   interval hold the benchmark (Fingertips: "single overlapping confidence
 *   intervals, two levels")
 * @MARMOT_COMPARISON_METHOD_BOTH_INTERVALS: by whether its interval and that of
 *   the benchmark overlap (Fingertips: "double overlapping confidence
 *   intervals")
 * @MARMOT_COMPARISON_METHOD_SPC_PROPORTION: by whether the proportion lies
 *   inside Wilson's limits around the benchmark for its denominator
 * @MARMOT_COMPARISON_METHOD_SPC_DSR: by whether the directly standardised rate
 *   lies inside the exact Poisson limits around the benchmark for its effective
 *   denominator
 * @MARMOT_COMPARISON_METHOD_QUINTILES: by which fifth of the areas it is in, cut
 *   at percentiles
 * @MARMOT_COMPARISON_METHOD_QUARTILES: by which quarter of the areas it is in,
 *   cut at percentiles
 * @MARMOT_COMPARISON_METHOD_QUINTILES_NTILE: by which fifth of the areas it is
 *   in, dealt out in order of value as SQL's NTILE does
 * @MARMOT_COMPARISON_METHOD_QUARTILES_NTILE: by which quarter of the areas it is
 *   in, dealt out in order of value
 * @MARMOT_COMPARISON_METHOD_SUICIDE_PREVENTION_PLAN: 1 is better, 3 is worse,
 *   anything else between: for one indicator alone
 * @MARMOT_COMPARISON_METHOD_NONE: not at all
 *
 * How a value is held against a benchmark.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARISON_METHOD_AUTOMATIC,
  MARMOT_COMPARISON_METHOD_INTERVAL,
  MARMOT_COMPARISON_METHOD_VALUES,
  MARMOT_COMPARISON_METHOD_TWO_LEVELS,
  MARMOT_COMPARISON_METHOD_BOTH_INTERVALS,
  MARMOT_COMPARISON_METHOD_SPC_PROPORTION,
  MARMOT_COMPARISON_METHOD_SPC_DSR,
  MARMOT_COMPARISON_METHOD_QUINTILES,
  MARMOT_COMPARISON_METHOD_QUARTILES,
  MARMOT_COMPARISON_METHOD_QUINTILES_NTILE,
  MARMOT_COMPARISON_METHOD_QUARTILES_NTILE,
  MARMOT_COMPARISON_METHOD_SUICIDE_PREVENTION_PLAN,
  MARMOT_COMPARISON_METHOD_NONE
} MarmotComparisonMethod;

/**
 * MarmotComparisonVocabulary:
 * @MARMOT_COMPARISON_VOCABULARY_FINGERTIPS: the words of the Fingertips site
 * @MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_CSV: the words of its downloads,
 *   which have none for the outer codes of two levels: they read "Not compared"
 * @MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_NEXT: the words of the newer site,
 *   whose quintiles are judged
 *
 * Whose words a comparison is labelled with.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARISON_VOCABULARY_FINGERTIPS,
  MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_CSV,
  MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_NEXT
} MarmotComparisonVocabulary;

/**
 * MarmotComparator:
 * @MARMOT_COMPARATOR_UNSTATED: nobody has said
 * @MARMOT_COMPARATOR_ENGLAND: England
 * @MARMOT_COMPARATOR_SUBNATIONAL: the region or other area that it lies in
 * @MARMOT_COMPARATOR_NEIGHBOURS: areas that are like it
 * @MARMOT_COMPARATOR_GOAL: a goal
 *
 * What kind of thing a figure is held against.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARATOR_UNSTATED,
  MARMOT_COMPARATOR_ENGLAND,
  MARMOT_COMPARATOR_SUBNATIONAL,
  MARMOT_COMPARATOR_NEIGHBOURS,
  MARMOT_COMPARATOR_GOAL
} MarmotComparator;

/**
 * MarmotComparisonSpec:
 *
 * How figures are to be compared: the method, and which direction is good. It
 * is kept apart from the indicator, since the same indicator is judged
 * differently in different reports.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_COMPARISON_SPEC (marmot_comparison_spec_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotComparisonSpec, marmot_comparison_spec, MARMOT, COMPARISON_SPEC, GObject)

/**
 * marmot_comparison_spec_get_method: (get-property method)
 * @self: a comparison spec
 *
 * Returns: how a value is held against a benchmark
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonMethod marmot_comparison_spec_get_method (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_get_polarity: (get-property polarity)
 * @self: a comparison spec
 *
 * Returns: which direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_comparison_spec_get_polarity (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_get_confidence: (get-property confidence)
 * @self: a comparison spec
 *
 * Returns: the level of the control limits, 0.95 or 0.998; the other methods
 *   take the intervals that they are given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_comparison_spec_get_confidence (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_get_multiplier: (get-property multiplier)
 * @self: a comparison spec
 *
 * Returns: what a proportion or rate was multiplied by, such as 100 for a
 *   percentage or 100000; control limits need it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_comparison_spec_get_multiplier (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_get_comparator: (get-property comparator)
 * @self: a comparison spec
 *
 * Returns: what kind of thing figures are held against
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparator marmot_comparison_spec_get_comparator (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_get_vocabulary: (get-property vocabulary)
 * @self: a comparison spec
 *
 * Returns: whose words the results are labelled with
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonVocabulary marmot_comparison_spec_get_vocabulary (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_get_indicator: (get-property indicator)
 * @self: a comparison spec
 *
 * Returns: (transfer none) (nullable): the id of the indicator that it is for, or
 *   %NULL if it is for any
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_spec_get_indicator (MarmotComparisonSpec *self);

/**
 * marmot_comparison_spec_new:
 * @method: how a value is held against a benchmark
 * @polarity: which direction is good
 *
 * Makes a specification: with 95% limits, a multiplier of 1 and the words of
 * Fingertips. The other properties are given to [ctor@GObject.Object.new] or to
 * [ctor@Marmot.ComparisonSpec.new_full].
 *
 * Returns: (transfer full): a new specification
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonSpec *marmot_comparison_spec_new (MarmotComparisonMethod method,
                                                  MarmotPolarity         polarity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_comparison_spec_new_full:
 * @method: how a value is held against a benchmark
 * @polarity: which direction is good
 * @confidence: the level of the control limits, 0.95 or 0.998
 * @multiplier: what a proportion or rate was multiplied by, such as 100
 * @comparator: what kind of thing figures are held against
 * @vocabulary: whose words the results are labelled with
 *
 * Makes a specification with all that there is to say.
 *
 * Returns: (transfer full): a new specification
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonSpec *marmot_comparison_spec_new_full (MarmotComparisonMethod     method,
                                                       MarmotPolarity             polarity,
                                                       double                     confidence,
                                                       double                     multiplier,
                                                       MarmotComparator           comparator,
                                                       MarmotComparisonVocabulary vocabulary) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_comparison_spec_new_for_indicator: (constructor)
 * @indicator: an indicator
 *
 * The default of an indicator: the automatic method, its polarity, 95%, and what its
 * values were multiplied by: its `unit-value`, or where it has none 100 for
 * percentages and 1 otherwise. It is for that indicator alone.
 *
 * Returns: (transfer full): a new specification
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonSpec *marmot_comparison_spec_new_for_indicator (MarmotIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_comparison_spec_with_indicator:
 * @self: a comparison spec
 * @indicator: the id of an indicator, as it stands in `indicator_code`, or its number
 *   as in `indicator_id`
 *
 * The same specification for one indicator, so that a set of many can be compared in
 * one call: see [method@Marmot.ObservationSet.compare].
 *
 * Returns: (transfer full): a new specification
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonSpec *marmot_comparison_spec_with_indicator (MarmotComparisonSpec *self,
                                                             const char           *indicator) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_comparison_method_from_fingertips_id:
 * @id: a comparator method of Fingertips: -1, 1, 5, 6, 12, 14, 15, 16 or 17
 * @method: (out): the method
 *
 * Returns: false if there is no such method
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_comparison_method_from_fingertips_id (int                     id,
                                                      MarmotComparisonMethod *method);

/**
 * marmot_comparison_method_to_fingertips_id:
 * @method: a method
 * @id: (out): Fingertips' number for it
 *
 * Returns: false if Fingertips has no number for it: by the values alone, and by
 *   NTILE
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_comparison_method_to_fingertips_id (MarmotComparisonMethod method,
                                                    int                   *id);

/**
 * marmot_comparison_method_get_method:
 * @method: how figures are compared
 *
 * Returns: the method for citing it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_comparison_method_get_method (MarmotComparisonMethod method);

/**
 * marmot_polarity_from_fingertips_id:
 * @id: a polarity of Fingertips: -1 not applicable, 0 low is good, 1 high is
 *   good, 99 no judgement
 * @polarity: (out): the polarity
 *
 * Mind that 0 is not "unset": it says that low is good.
 *
 * Returns: false if there is no such polarity
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_polarity_from_fingertips_id (int             id,
                                             MarmotPolarity *polarity);

/**
 * marmot_polarity_to_fingertips_id:
 * @polarity: a polarity
 *
 * Returns: Fingertips' number for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int marmot_polarity_to_fingertips_id (MarmotPolarity polarity);

G_END_DECLS
