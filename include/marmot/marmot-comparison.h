/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-comparison-code.h>
#include <marmot/marmot-comparison-spec.h>
#include <marmot/marmot-goal.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-observation.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotRelation:
 * @MARMOT_RELATION_NOT_COMPARED: they were not compared; the reason says why
 * @MARMOT_RELATION_LOWER: it is lower
 * @MARMOT_RELATION_SIMILAR: its interval holds the other: chance alone could
 *   explain the difference
 * @MARMOT_RELATION_HIGHER: it is higher
 * @MARMOT_RELATION_EQUAL: the two values are the same
 * @MARMOT_RELATION_UNDETERMINED: the figures were printed too coarsely to
 *   tell
 *
 * How a figure stands to another, as far as can be told from what was
 * printed.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_RELATION_NOT_COMPARED,
  MARMOT_RELATION_LOWER,
  MARMOT_RELATION_SIMILAR,
  MARMOT_RELATION_HIGHER,
  MARMOT_RELATION_EQUAL,
  MARMOT_RELATION_UNDETERMINED
} MarmotRelation;

/**
 * MarmotClaimedRelation:
 * @MARMOT_CLAIMED_RELATION_NOTHING: nothing
 * @MARMOT_CLAIMED_RELATION_LOWER: that it is lower
 * @MARMOT_CLAIMED_RELATION_SIMILAR: that they are similar
 * @MARMOT_CLAIMED_RELATION_HIGHER: that it is higher
 * @MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_LOWER: that it is lower, and not by
 *   chance
 * @MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_HIGHER: that it is higher, and not
 *   by chance
 *
 * What a paper says of two figures.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CLAIMED_RELATION_NOTHING,
  MARMOT_CLAIMED_RELATION_LOWER,
  MARMOT_CLAIMED_RELATION_SIMILAR,
  MARMOT_CLAIMED_RELATION_HIGHER,
  MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_LOWER,
  MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_HIGHER
} MarmotClaimedRelation;

/**
 * MarmotJudgement:
 * @MARMOT_JUDGEMENT_NOT_JUDGED: nobody has said which direction is good, or
 *   the relation cannot be told
 * @MARMOT_JUDGEMENT_BETTER: better
 * @MARMOT_JUDGEMENT_SIMILAR: neither
 * @MARMOT_JUDGEMENT_WORSE: worse
 *
 * Whether a relation is good.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_JUDGEMENT_NOT_JUDGED,
  MARMOT_JUDGEMENT_BETTER,
  MARMOT_JUDGEMENT_SIMILAR,
  MARMOT_JUDGEMENT_WORSE
} MarmotJudgement;

/**
 * MarmotAgreement:
 * @MARMOT_AGREEMENT_NO_CLAIM: it says nothing
 * @MARMOT_AGREEMENT_AGREES: they do
 * @MARMOT_AGREEMENT_DISAGREES: they do not
 * @MARMOT_AGREEMENT_CANNOT_TELL: the figures do not tell
 *
 * Whether the words of a paper agree with its figures.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_AGREEMENT_NO_CLAIM,
  MARMOT_AGREEMENT_AGREES,
  MARMOT_AGREEMENT_DISAGREES,
  MARMOT_AGREEMENT_CANNOT_TELL
} MarmotAgreement;

/**
 * MarmotComparison:
 *
 * A figure held against a benchmark: how the two stand, whether that is good,
 * and why.
 *
 * A comparison knows how its figures were printed. A limit printed as 3.9 may
 * be anything from 3.85 to 3.95; where that decides the answer, the answer is
 * %MARMOT_RELATION_UNDETERMINED.
 *
 * Two relations are told apart. The relation is by the method: with an
 * interval it says whether chance could explain the difference. The direction
 * is by the values alone.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_COMPARISON (marmot_comparison_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotComparison, marmot_comparison, MARMOT, COMPARISON, GObject)

/**
 * marmot_comparison_get_observation: (get-property observation)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_comparison_get_observation (MarmotComparison *self);

/**
 * marmot_comparison_get_benchmark: (get-property benchmark)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): what it is held against
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_comparison_get_benchmark (MarmotComparison *self);

/**
 * marmot_comparison_get_spec: (get-property spec)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): how they were compared; its method is
 *   the one that was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonSpec *marmot_comparison_get_spec (MarmotComparison *self);

/**
 * marmot_comparison_get_goal: (get-property goal)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the goal that the figure is held against, if
 *   it is one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGoal *marmot_comparison_get_goal (MarmotComparison *self);

/**
 * marmot_comparison_get_relation: (get-property relation)
 * @self: a comparison
 *
 * Returns: how the figure stands to the benchmark, by the method
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotRelation marmot_comparison_get_relation (MarmotComparison *self);

/**
 * marmot_comparison_get_direction: (get-property direction)
 * @self: a comparison
 *
 * Returns: how their values stand; never similar
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotRelation marmot_comparison_get_direction (MarmotComparison *self);

/**
 * marmot_comparison_get_judgement: (get-property judgement)
 * @self: a comparison
 *
 * Returns: whether the relation is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotJudgement marmot_comparison_get_judgement (MarmotComparison *self);

/**
 * marmot_comparison_get_difference: (get-property difference)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the value less the benchmark, in the
 *   unit of the indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_comparison_get_difference (MarmotComparison *self);

/**
 * marmot_comparison_get_same_period: (get-property same-period)
 * @self: a comparison
 *
 * Returns: whether both are of the same period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_comparison_get_same_period (MarmotComparison *self);

/**
 * marmot_comparison_get_reason: (get-property reason)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): why, in a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_get_reason (MarmotComparison *self);

/**
 * marmot_comparison_get_claimed: (get-property claimed)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): what the paper says, in its own words
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_get_claimed (MarmotComparison *self);

/**
 * marmot_comparison_get_claim: (get-property claim)
 * @self: a comparison
 *
 * Returns: what the words say
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotClaimedRelation marmot_comparison_get_claim (MarmotComparison *self);

/**
 * marmot_comparison_get_agreement: (get-property agreement)
 * @self: a comparison
 *
 * Returns: whether the words agree with the figures
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAgreement marmot_comparison_get_agreement (MarmotComparison *self);

/**
 * marmot_comparison_get_claim_source: (get-property claim-source)
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): where the words stand
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_get_claim_source (MarmotComparison *self);

/**
 * marmot_comparison_get_claim_line: (get-property claim-line)
 * @self: a comparison
 *
 * Returns: the line that they stand on, from 1, or 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_comparison_get_claim_line (MarmotComparison *self);

/**
 * marmot_comparison_get_code:
 * @self: a comparison
 *
 * What the comparison comes to, as [func@Marmot.compare_columns] says it:
 * undetermined and not compared are the same there, and without a polarity
 * nothing is.
 *
 * Returns: the code
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonCode marmot_comparison_get_code (MarmotComparison *self);

/**
 * marmot_comparison_get_label:
 * @self: a comparison
 *
 * Returns: (transfer none): the code in the words of the spec's vocabulary; of a
 *   goal Red, Amber, Green or Not compared
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_comparison_get_label (MarmotComparison *self);

/**
 * marmot_comparison_get_method:
 * @self: a comparison
 *
 * Returns: the method for citing it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_comparison_get_method (MarmotComparison *self);

/**
 * marmot_comparison_new_compare: (constructor)
 * @observation: a figure
 * @benchmark: what to hold it against, in another area as a rule
 * @spec: (nullable): how, or %NULL for %MARMOT_COMPARISON_METHOD_AUTOMATIC and the
 *   polarity of the indicator
 *
 * Compares a figure with a benchmark.
 *
 * Method %MARMOT_COMPARISON_METHOD_INTERVAL: similar if lower ≤ benchmark ≤ upper,
 * otherwise lower or higher, as Fingertips compares an area with a benchmark; each
 * at the precision at which it was printed. %MARMOT_COMPARISON_METHOD_BOTH_INTERVALS
 * and %MARMOT_COMPARISON_METHOD_SPC_PROPORTION are held to the printed precision in
 * the same way. The other methods need more than two figures or a second interval:
 * they are for [func@Marmot.compare_columns], and here nothing is compared by them.
 *
 * Returns: (transfer full): the comparison
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparison *marmot_comparison_new_compare (MarmotObservation    *observation,
                                                 MarmotObservation    *benchmark,
                                                 MarmotComparisonSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_comparison_new_goal: (constructor)
 * @observation: a figure
 * @goal: what it is to reach
 * @england: (nullable): England's figure of the year before, for
 *   %MARMOT_GOAL_FORM_PREVIOUS_ENGLAND
 * @upper_tier: (nullable): the values of the upper-tier authorities, for
 *   %MARMOT_GOAL_FORM_PERCENTILE_RANGE
 * @error: return location for an error
 *
 * Holds one figure against a goal of any form: see
 * [method@Marmot.Goal.compare_columns], whose rules it follows. The code and the
 * colour, the reason and the method are asked of the result as of every comparison.
 *
 * The limits of a goal are exact, and figures are what they may have been before
 * they were printed: a value printed as 95.0 may be below 95, so it cannot be told
 * whether it has reached a goal of 95. The relation is then
 * %MARMOT_RELATION_UNDETERMINED. A value that was not printed is exact.
 *
 * The errors are those of [method@Marmot.Goal.compare_columns]. A figure that is
 * missing is no error: it is not compared, and the reason says so.
 *
 * Returns: (transfer full): the comparison, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparison *marmot_comparison_new_goal (MarmotObservation  *observation,
                                              MarmotGoal         *goal,
                                              MarmotObservation  *england,
                                              MarmotColumn       *upper_tier,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_comparison_check_claim:
 * @self: a comparison
 * @claim: what a paper says
 * @words: its words
 * @source: (nullable): where they stand
 * @line: the line that they stand on, from 1, or 0
 *
 * Holds what a paper says against the figures.
 *
 * Returns: (transfer full): the comparison, with the claim and whether it agrees
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparison *marmot_comparison_check_claim (MarmotComparison      *self,
                                                 MarmotClaimedRelation  claim,
                                                 const char            *words,
                                                 const char            *source,
                                                 guint                  line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
