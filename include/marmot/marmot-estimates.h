/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEstimates:
 *
 * Many estimates in columns: a value and a status a row, and a lower and an
 * upper limit for each confidence level asked for.
 *
 * The columns share the memory of the estimates and are not copied. Where the
 * status of a row is not "ok", its value and limits are null.
 *
 * Estimates never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotEstimates MarmotEstimates;

#define MARMOT_TYPE_ESTIMATES (marmot_estimates_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType            marmot_estimates_get_type       (void);

/**
 * marmot_estimates_ref: (skip)
 * @self: estimates
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_estimates_ref            (MarmotEstimates *self);

/**
 * marmot_estimates_unref: (skip)
 * @self: (transfer full): estimates
 *
 * Gives a reference back; the last one frees them.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_estimates_unref          (MarmotEstimates *self);

/**
 * marmot_estimates_get_length:
 * @self: estimates
 *
 * Returns: how many estimates there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize            marmot_estimates_get_length     (const MarmotEstimates *self);

/**
 * marmot_estimates_get_value:
 * @self: estimates
 *
 * Returns: (transfer full): the values, as a column of doubles
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn    *marmot_estimates_get_value      (const MarmotEstimates *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_get_lower:
 * @self: estimates
 * @level: which confidence level, from 0
 *
 * Returns: (transfer full): the lower limits, as a column of doubles
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn    *marmot_estimates_get_lower      (const MarmotEstimates *self,
                                                  guint                  level) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_get_upper:
 * @self: estimates
 * @level: which confidence level, from 0
 *
 * Returns: (transfer full): the upper limits, as a column of doubles
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn    *marmot_estimates_get_upper      (const MarmotEstimates *self,
                                                  guint                  level) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_get_status:
 * @self: estimates
 *
 * Whether each row was computed and, if not, why, in the short names of
 * [enum@Marmot.Status].
 *
 * Returns: (transfer full): the statuses, as a dictionary column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn    *marmot_estimates_get_status     (const MarmotEstimates *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_get_method:
 * @self: estimates
 *
 * The method of all rows. Where it is %MARMOT_METHOD_POISSON, which of its two
 * parts a row took is a matter of its count, and [func@Marmot.rate] of that count
 * says.
 *
 * Returns: the method
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod     marmot_estimates_get_method     (const MarmotEstimates *self);

/**
 * marmot_estimates_get_n_levels:
 * @self: estimates
 *
 * Returns: how many confidence levels there are, at least one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint            marmot_estimates_get_n_levels   (const MarmotEstimates *self);

/**
 * marmot_estimates_get_confidence:
 * @self: estimates
 * @level: which confidence level, from 0
 *
 * Returns: the confidence level as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double           marmot_estimates_get_confidence (const MarmotEstimates *self,
                                                  guint                  level);

/**
 * marmot_estimates_get_estimate:
 * @self: estimates
 * @row: a row, from 0
 *
 * One of the estimates, made on demand.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate  *marmot_estimates_get_estimate   (const MarmotEstimates *self,
                                                  gsize                  row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_to_table:
 * @self: estimates
 *
 * The estimates as a table, whose columns share their memory: "value", "lower",
 * "upper" and "status". Where there are several confidence levels, there are two
 * limits of each, named after it: "lower_95", "upper_95", "lower_99.8",
 * "upper_99.8". If two levels have the same name, the later one has its number
 * added: "lower_95_2".
 *
 * Returns: (transfer full): a table, a row an estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_estimates_to_table       (const MarmotEstimates *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_slice:
 * @self: estimates
 * @first: the first row
 * @n_rows: how many rows
 *
 * Some of the estimates, without copying them. @first and @n_rows must lie inside
 * the estimates.
 *
 * Returns: (transfer full): estimates that share memory with @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_estimates_slice          (const MarmotEstimates *self,
                                                  gsize                  first,
                                                  gsize                  n_rows) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_equal:
 * @self: estimates
 * @other: other estimates
 *
 * Whether all rows, levels and methods are the same.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_estimates_equal          (const MarmotEstimates *self,
                                                  const MarmotEstimates *other);

/**
 * marmot_estimates_hash:
 * @self: estimates
 *
 * Returns: a hash that equal estimates share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint            marmot_estimates_hash           (const MarmotEstimates *self);

/**
 * marmot_estimates_to_string:
 * @self: estimates
 *
 * Says in a line what they are, such as "1000000 estimates (95%, wilson)".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char            *marmot_estimates_to_string      (const MarmotEstimates *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_serialize:
 * @self: estimates
 *
 * Writes the estimates to bytes that any build of this major version reads back
 * without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes          *marmot_estimates_serialize      (const MarmotEstimates *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimates_deserialize:
 * @bytes: what [method@Marmot.Estimates.serialize] wrote
 * @error: return location for an error
 *
 * Reads estimates back. Bytes that are none are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the estimates, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_estimates_deserialize    (GBytes  *bytes,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotEstimates, marmot_estimates_unref)

G_END_DECLS
