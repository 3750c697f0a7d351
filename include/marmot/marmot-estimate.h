/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-method.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEstimate:
 *
 * One statistic with its interval: the value, a lower and an upper limit for
 * each confidence level asked for, the method, and whether it could be computed.
 *
 * The first level is the main one: [method@Marmot.Estimate.get_lower] and
 * [method@Marmot.Estimate.get_upper] are its limits. Limits are in the unit of
 * the value, its multiplier included.
 *
 * An estimate whose status is not %MARMOT_STATUS_OK has a value and limits that
 * are not numbers, and says why in its status.
 *
 * Estimates never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotEstimate MarmotEstimate;

#define MARMOT_TYPE_ESTIMATE (marmot_estimate_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType           marmot_estimate_get_type (void);

/**
 * marmot_estimate_new:
 * @value: the value
 * @lower: the lower limit, or NaN where there is none
 * @upper: the upper limit, or NaN where there is none
 * @confidence: the confidence level as a proportion, such as 0.95
 * @method: how the limits were made
 *
 * Makes an estimate of a figure that was computed elsewhere, with limits at one
 * confidence level.
 *
 * Returns: (transfer full): a new estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_estimate_new      (double        value,
                                          double        lower,
                                          double        upper,
                                          double        confidence,
                                          MarmotMethod  method) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimate_ref: (skip)
 * @self: an estimate
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_estimate_ref      (MarmotEstimate *self);

/**
 * marmot_estimate_unref: (skip)
 * @self: (transfer full): an estimate
 *
 * Gives a reference back; the last one frees the estimate.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void            marmot_estimate_unref    (MarmotEstimate *self);

/**
 * marmot_estimate_get_value:
 * @self: an estimate
 *
 * Returns: the value, or NaN where it could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_estimate_get_value      (const MarmotEstimate *self);

/**
 * marmot_estimate_get_lower:
 * @self: an estimate
 *
 * Returns: the lower limit at the first confidence level, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_estimate_get_lower      (const MarmotEstimate *self);

/**
 * marmot_estimate_get_upper:
 * @self: an estimate
 *
 * Returns: the upper limit at the first confidence level, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_estimate_get_upper      (const MarmotEstimate *self);

/**
 * marmot_estimate_get_confidence:
 * @self: an estimate
 *
 * Returns: the first confidence level, as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_estimate_get_confidence (const MarmotEstimate *self);

/**
 * marmot_estimate_get_n_levels:
 * @self: an estimate
 *
 * Returns: how many confidence levels there are, at least one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_estimate_get_n_levels   (const MarmotEstimate *self);

/**
 * marmot_estimate_get_level:
 * @self: an estimate
 * @level: which confidence level, from 0
 * @confidence: (out) (optional): the level, as a proportion
 * @lower: (out) (optional): its lower limit
 * @upper: (out) (optional): its upper limit
 *
 * The limits at one of the confidence levels.
 *
 * Returns: false if there is no such level; the limits are then NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_estimate_get_level      (const MarmotEstimate *self,
                                                guint                 level,
                                                double               *confidence,
                                                double               *lower,
                                                double               *upper);

/**
 * marmot_estimate_get_method:
 * @self: an estimate
 *
 * Returns: how the limits were made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod    marmot_estimate_get_method     (const MarmotEstimate *self);

/**
 * marmot_estimate_get_status:
 * @self: an estimate
 *
 * Returns: whether it was computed and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus    marmot_estimate_get_status     (const MarmotEstimate *self);

/**
 * marmot_estimate_equal:
 * @self: an estimate
 * @other: another estimate
 *
 * Whether all parts of the two are the same; NaN is the same as NaN.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_estimate_equal          (const MarmotEstimate *self,
                                                const MarmotEstimate *other);

/**
 * marmot_estimate_hash:
 * @self: an estimate
 *
 * Returns: a hash that equal estimates share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_estimate_hash           (const MarmotEstimate *self);

/**
 * marmot_estimate_to_string:
 * @self: an estimate
 *
 * Prints an estimate for a person to read, such as
 * "16.87 (15.52 to 18.31, 95%, wilson)". To publish a figure, print its value
 * with the decimals that it deserves.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char           *marmot_estimate_to_string      (const MarmotEstimate *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimate_serialize:
 * @self: an estimate
 *
 * Writes an estimate to bytes that any build of this major version reads back
 * without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes         *marmot_estimate_serialize      (const MarmotEstimate *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_estimate_deserialize:
 * @bytes: what [method@Marmot.Estimate.serialize] wrote
 * @error: return location for an error
 *
 * Reads an estimate back. Bytes that are not an estimate are a
 * %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the estimate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_estimate_deserialize    (GBytes  *bytes,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotEstimate, marmot_estimate_unref)

G_END_DECLS
