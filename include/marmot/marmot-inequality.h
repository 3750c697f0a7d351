/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-estimates.h>
#include <marmot/marmot-inequality-measure.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotInequality:
 *
 * What [method@Marmot.Subgroups.measure] found: a value for each area, with its
 * standard error, limits, and status, and what kind of number it is. Rows are
 * areas, in the order of their groups; one area alone is row 0.
 *
 * Results never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_INEQUALITY (marmot_inequality_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotInequality, marmot_inequality, MARMOT, INEQUALITY, GObject)

/**
 * marmot_inequality_get_measure:
 * @self: a result
 *
 * Returns: the measure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotInequalityMeasure marmot_inequality_get_measure (MarmotInequality *self);

/**
 * marmot_inequality_get_variant:
 * @self: a result
 *
 * Which variant of the measure it is, in the short names of the options that
 * matter to it, such as "linear, least-over-most". It belongs beside every printed
 * figure: several variants go by one name.
 *
 * Returns: (transfer none): the variant; empty if there is only one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_inequality_get_variant (MarmotInequality *self);

/**
 * marmot_inequality_get_method:
 * @self: a result
 *
 * Returns: the method of the standard errors and limits
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_inequality_get_method (MarmotInequality *self);

/**
 * marmot_inequality_get_length:
 * @self: a result
 *
 * Returns: how many areas there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_inequality_get_length (MarmotInequality *self);

/**
 * marmot_inequality_get_estimates:
 * @self: a result
 *
 * Returns: (transfer full): the values, limits and statuses of all areas
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_inequality_get_estimates (MarmotInequality *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_inequality_get_estimate:
 * @self: a result
 * @area: which area, from 0
 *
 * Returns: (transfer full): the value, limits and status of one area
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_inequality_get_estimate (MarmotInequality *self,
                                                gsize             area) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_inequality_get_value:
 * @self: a result
 * @area: which area, from 0
 *
 * Returns: its value, or NaN if it was not computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_get_value (MarmotInequality *self,
                                    gsize             area);

/**
 * marmot_inequality_get_standard_error:
 * @self: a result
 * @area: which area, from 0
 *
 * The standard error of the value; of its logarithm where
 * [method@Marmot.Inequality.get_log_error] says so.
 *
 * Returns: the standard error, or NaN if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_get_standard_error (MarmotInequality *self,
                                             gsize             area);

/**
 * marmot_inequality_get_status:
 * @self: a result
 * @area: which area, from 0
 *
 * Returns: whether it was computed and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus marmot_inequality_get_status (MarmotInequality *self,
                                           gsize             area);

/**
 * marmot_inequality_get_n_groups:
 * @self: a result
 * @area: which area, from 0
 *
 * Returns: how many of its groups have a figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_inequality_get_n_groups (MarmotInequality *self,
                                      gsize             area);

/**
 * marmot_inequality_get_n_missing:
 * @self: a result
 * @area: which area, from 0
 *
 * Returns: how many of its groups have no figure and were left out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_inequality_get_n_missing (MarmotInequality *self,
                                       gsize             area);

/**
 * marmot_inequality_get_log_error:
 * @self: a result
 *
 * Returns: whether standard errors are of the logarithm of the value, as those of
 *   ratios of two figures are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_inequality_get_log_error (MarmotInequality *self);

/**
 * marmot_inequality_to_table:
 * @self: a result
 *
 * All of it as a table: the keys of the areas (where there are any), "measure",
 * "variant", "method", "value", "standard_error", the limits as
 * [method@Marmot.Estimates.to_table] names them, "n_groups", "n_missing", "status"
 * and "reason", a sentence where an area was not computed.
 *
 * Returns: (transfer full): a table with a row an area
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_inequality_to_table (MarmotInequality *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_inequality_to_string:
 * @self: a result
 *
 * Says in a line what it is, such as "Slope index of inequality (linear): -18.7
 * (-19.2 to -18.2, 95%, propagated)", or of several areas how many there are.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_inequality_to_string (MarmotInequality *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
