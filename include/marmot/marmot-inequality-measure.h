/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotInequalityMeasure:
 * @MARMOT_INEQUALITY_SLOPE_INDEX: the slope index of inequality: the figure at
 *   the least deprived end of a line through the groups, less that at the most
 *   deprived end
 * @MARMOT_INEQUALITY_RELATIVE_INDEX: the relative index of inequality: the two
 *   ends of the line as a ratio, or their difference over the mean; which of
 *   these is [property@Marmot.InequalityOptions:form]
 * @MARMOT_INEQUALITY_MOST_DEPRIVED_END: the figure of the line at the most
 *   deprived end, its intercept
 * @MARMOT_INEQUALITY_LEAST_DEPRIVED_END: the figure of the line at the least
 *   deprived end
 * @MARMOT_INEQUALITY_SLOPE: the slope on the scale on which the line is
 *   straight: of logarithms or logits where the model has them
 * @MARMOT_INEQUALITY_CONCENTRATION_INDEX: the concentration index: how much more
 *   of the figure those with the higher ranks have, over the mean
 * @MARMOT_INEQUALITY_GENERALISED_CONCENTRATION: the same not over the mean: the
 *   absolute concentration index
 * @MARMOT_INEQUALITY_ERREYGERS: Erreygers' index of figures with two bounds
 * @MARMOT_INEQUALITY_WAGSTAFF: Wagstaff's index of figures with two bounds
 * @MARMOT_INEQUALITY_MODIFIED_CONCENTRATION: the index of figures with a lower bound
 * @MARMOT_INEQUALITY_EXTENDED_CONCENTRATION: the index with
 *   [property@Marmot.InequalityOptions:aversion] to inequality, to which the most
 *   deprived matter more
 * @MARMOT_INEQUALITY_GENERALISED_EXTENDED_CONCENTRATION: the same as an absolute
 *   index
 * @MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION: the index to which both ends matter
 *   more
 * @MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION: the same as an absolute
 *   index
 * @MARMOT_INEQUALITY_ACHIEVEMENT: the mean, marked down by extended concentration
 * @MARMOT_INEQUALITY_DIFFERENCE: one group less another; which two is
 *   [property@Marmot.InequalityOptions:compare]
 * @MARMOT_INEQUALITY_RATIO: the same two as a ratio
 * @MARMOT_INEQUALITY_BETWEEN_GROUP_VARIANCE: the variance between groups
 * @MARMOT_INEQUALITY_BETWEEN_GROUP_DEVIATION: its square root
 * @MARMOT_INEQUALITY_COEFFICIENT_OF_VARIATION: that over the mean, in per cent
 * @MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_BEST: the mean distance from the best
 *   group
 * @MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_MEAN: the mean distance from the mean
 * @MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE: the mean distance from the
 *   reference group
 * @MARMOT_INEQUALITY_INDEX_OF_DISPARITY: the mean distance from the mean, over the
 *   mean, in per cent
 * @MARMOT_INEQUALITY_THEIL: Theil's T
 * @MARMOT_INEQUALITY_MEAN_LOG_DEVIATION: the mean log deviation, Theil's L
 * @MARMOT_INEQUALITY_GENERALISED_ENTROPY: generalised entropy of
 *   [property@Marmot.InequalityOptions:alpha]
 * @MARMOT_INEQUALITY_ATKINSON: Atkinson's index of
 *   [property@Marmot.InequalityOptions:epsilon]
 * @MARMOT_INEQUALITY_HOOVER: Hoover's index: the share that would have to move
 * @MARMOT_INEQUALITY_GINI: the Gini coefficient
 * @MARMOT_INEQUALITY_HETEROGENEITY: Cochran's Q: how much more groups differ than
 *   sampling makes them
 * @MARMOT_INEQUALITY_HETEROGENEITY_PROBABILITY: the probability of so large a Q if
 *   the groups were alike
 * @MARMOT_INEQUALITY_ATTRIBUTABLE_RISK: the figure of the reference group less the
 *   mean: what all would gain if they had it
 * @MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION: that over the mean, in per cent
 * @MARMOT_INEQUALITY_CURVATURE: how far the gradient bends: the square term of a
 *   parabola through the groups, above zero where both ends lie above the line
 *
 * How unequal groups are, by one measure of many. Each can print its name, its
 * definition and its citation.
 *
 * More measures may follow.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_INEQUALITY_SLOPE_INDEX,
  MARMOT_INEQUALITY_RELATIVE_INDEX,
  MARMOT_INEQUALITY_MOST_DEPRIVED_END,
  MARMOT_INEQUALITY_LEAST_DEPRIVED_END,
  MARMOT_INEQUALITY_SLOPE,
  MARMOT_INEQUALITY_CONCENTRATION_INDEX,
  MARMOT_INEQUALITY_GENERALISED_CONCENTRATION,
  MARMOT_INEQUALITY_ERREYGERS,
  MARMOT_INEQUALITY_WAGSTAFF,
  MARMOT_INEQUALITY_MODIFIED_CONCENTRATION,
  MARMOT_INEQUALITY_EXTENDED_CONCENTRATION,
  MARMOT_INEQUALITY_GENERALISED_EXTENDED_CONCENTRATION,
  MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION,
  MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION,
  MARMOT_INEQUALITY_ACHIEVEMENT,
  MARMOT_INEQUALITY_DIFFERENCE,
  MARMOT_INEQUALITY_RATIO,
  MARMOT_INEQUALITY_BETWEEN_GROUP_VARIANCE,
  MARMOT_INEQUALITY_BETWEEN_GROUP_DEVIATION,
  MARMOT_INEQUALITY_COEFFICIENT_OF_VARIATION,
  MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_BEST,
  MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_MEAN,
  MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE,
  MARMOT_INEQUALITY_INDEX_OF_DISPARITY,
  MARMOT_INEQUALITY_THEIL,
  MARMOT_INEQUALITY_MEAN_LOG_DEVIATION,
  MARMOT_INEQUALITY_GENERALISED_ENTROPY,
  MARMOT_INEQUALITY_ATKINSON,
  MARMOT_INEQUALITY_HOOVER,
  MARMOT_INEQUALITY_GINI,
  MARMOT_INEQUALITY_HETEROGENEITY,
  MARMOT_INEQUALITY_HETEROGENEITY_PROBABILITY,
  MARMOT_INEQUALITY_ATTRIBUTABLE_RISK,
  MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION,
  MARMOT_INEQUALITY_CURVATURE
} MarmotInequalityMeasure;

/**
 * marmot_inequality_measure_to_nick:
 * @measure: a measure
 *
 * The short name of a measure, such as "slope-index".
 *
 * Returns: (transfer none): the short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_inequality_measure_to_nick (MarmotInequalityMeasure measure);

/**
 * marmot_inequality_measure_get_label:
 * @measure: a measure
 *
 * The name of a measure as it would stand in a table, such as "Slope index of
 * inequality".
 *
 * Returns: (transfer none): the name, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_inequality_measure_get_label (MarmotInequalityMeasure measure);

/**
 * marmot_inequality_measure_get_definition:
 * @measure: a measure
 *
 * What a measure is, in a sentence.
 *
 * Returns: (transfer none): the definition, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_inequality_measure_get_definition (MarmotInequalityMeasure measure);

/**
 * marmot_inequality_measure_get_citation:
 * @measure: a measure
 *
 * Where a measure was published.
 *
 * Returns: (transfer none): the citation
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_inequality_measure_get_citation (MarmotInequalityMeasure measure);

G_END_DECLS
