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
  MARMOT_INEQUALITY_SLOPE
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
