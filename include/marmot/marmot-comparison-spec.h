/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-indicator.h>
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
 *
 * How a value is held against a benchmark.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARISON_METHOD_AUTOMATIC,
  MARMOT_COMPARISON_METHOD_INTERVAL,
  MARMOT_COMPARISON_METHOD_VALUES
} MarmotComparisonMethod;

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
 * marmot_comparison_spec_new:
 * @method: how a value is held against a benchmark
 * @polarity: which direction is good
 *
 * Makes a specification.
 *
 * Returns: (transfer full): a new specification
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparisonSpec *marmot_comparison_spec_new (MarmotComparisonMethod method,
                                                  MarmotPolarity         polarity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
