/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotMeasure:
 *
 * What a measure over people or episodes found: who was counted, out of whom,
 * who was left out and why, of how many it is not known, and the statistic that
 * follows.
 *
 * The figure alone hides what a reader must ask of it. So the exclusions are
 * kept by their reasons, and those of whom it is not known are apart from both
 * numerator and exclusions. Of a proportion the numerator is part of the
 * denominator; of a rate it need not be, and the denominator may be a time.
 *
 * The rows behind a measure, if they were asked for, are the positions of those
 * counted in the numerator in the data that it was made from. They lead back to
 * people: keep them with the data.
 *
 * Measures never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotMeasure MarmotMeasure;

#define MARMOT_TYPE_MEASURE (marmot_measure_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType               marmot_measure_get_type        (void);

/**
 * marmot_measure_new:
 * @numerator: how many were counted, 0 or more
 * @denominator: out of how many, or of how long a time, 0 or more
 * @n_unknown: of how many it is not known, 0 or more
 * @reasons: (array zero-terminated=1) (nullable): why some were left out, each
 *   reason once; %NULL if none were
 * @n_excluded: (array length=n_counts) (nullable): how many were left out for
 *   each reason, 0 or more
 * @n_counts: how many counts there are
 * @estimate: (nullable): the statistic, or %NULL if none was made
 * @rows: (nullable): the rows counted in the numerator, from 0, as a column of
 *   integers without nulls; %NULL if they were not asked for
 * @error: return location for an error
 *
 * Makes a measure.
 *
 * As many counts as reasons are needed: a %MARMOT_ERROR_LENGTH otherwise. A
 * count that is negative, infinite or not a number, and a reason that is empty,
 * not UTF-8 or there twice, is a %MARMOT_ERROR_INVALID_ARGUMENT, as are rows that
 * are null or negative; rows that are not integers are a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure      *marmot_measure_new             (double               numerator,
                                                    double               denominator,
                                                    gint64               n_unknown,
                                                    const char * const  *reasons,
                                                    const gint64        *n_excluded,
                                                    gsize                n_counts,
                                                    MarmotEstimate      *estimate,
                                                    MarmotColumn        *rows,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_measure_ref: (skip)
 * @self: a measure
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure      *marmot_measure_ref             (MarmotMeasure *self);

/**
 * marmot_measure_unref: (skip)
 * @self: (transfer full): a measure
 *
 * Gives a reference back; the last one frees the measure.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                marmot_measure_unref           (MarmotMeasure *self);

/**
 * marmot_measure_get_numerator:
 * @self: a measure
 *
 * Returns: how many were counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double              marmot_measure_get_numerator   (const MarmotMeasure *self);

/**
 * marmot_measure_get_denominator:
 * @self: a measure
 *
 * Returns: out of how many, or of how long a time
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double              marmot_measure_get_denominator (const MarmotMeasure *self);

/**
 * marmot_measure_get_n_unknown:
 * @self: a measure
 *
 * Returns: of how many it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64              marmot_measure_get_n_unknown   (const MarmotMeasure *self);

/**
 * marmot_measure_get_reasons:
 * @self: a measure
 *
 * Returns: (transfer none) (array zero-terminated=1): why some were left out, in
 *   the order in which the measure was given them
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_measure_get_reasons     (const MarmotMeasure *self);

/**
 * marmot_measure_count_excluded:
 * @self: a measure
 * @reason: (nullable): a reason, or %NULL for all of them together
 *
 * How many were left out.
 *
 * Returns: how many; 0 for a reason that the measure does not have
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64              marmot_measure_count_excluded  (const MarmotMeasure *self,
                                                    const char          *reason);

/**
 * marmot_measure_get_estimate:
 * @self: a measure
 *
 * Returns: (transfer full) (nullable): the statistic, or %NULL if none was made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate     *marmot_measure_get_estimate    (const MarmotMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_measure_get_rows:
 * @self: a measure
 *
 * Returns: (transfer full) (nullable): the rows counted in the numerator, or %NULL
 *   if they were not asked for
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn       *marmot_measure_get_rows        (const MarmotMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_measure_equal:
 * @self: a measure
 * @other: another measure
 *
 * Whether all parts of the two are the same, the order of the reasons included.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean            marmot_measure_equal           (const MarmotMeasure *self,
                                                    const MarmotMeasure *other);

/**
 * marmot_measure_hash:
 * @self: a measure
 *
 * Returns: a hash that equal measures share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint               marmot_measure_hash            (const MarmotMeasure *self);

/**
 * marmot_measure_to_string:
 * @self: a measure
 *
 * Prints a measure for a person to read, such as "469 of 2780, 12 excluded (no
 * end date 12), 3 unknown: 16.8705 (15.5243 to 18.3081, 95%, wilson)". The rows
 * are not printed. No disclosure control is applied: this is not for
 * publication.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char               *marmot_measure_to_string       (const MarmotMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_measure_serialize:
 * @self: a measure
 *
 * Writes a measure, its rows included, to bytes that any build of this major
 * version reads back without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes             *marmot_measure_serialize       (const MarmotMeasure *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_measure_deserialize:
 * @bytes: what [method@Marmot.Measure.serialize] wrote
 * @error: return location for an error
 *
 * Reads a measure back. Bytes that are not a measure are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure      *marmot_measure_deserialize     (GBytes  *bytes,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotMeasure, marmot_measure_unref)

G_END_DECLS
