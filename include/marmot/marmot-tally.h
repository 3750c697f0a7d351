/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-tally-options.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTally:
 *
 * What each row counts as, brought to measures by group: a measure that anybody can
 * define.
 *
 * A measure over people is a column with a word a row:
 *
 * - "in": in the denominator and in the numerator;
 * - "out": in the denominator alone;
 * - "unknown": it would be in one of them, and nobody knows in which;
 * - "not-covered": unknown, since the data do not reach so far. No statistic is made of a
 *   group that has such a row, and the tally has a finding;
 * - null: not what the measure is about;
 * - anything else: the reason for which the row is left out.
 *
 * So nobody is dropped: whoever is asked about counts, is unknown, or is excluded for a
 * reason that the figure carries along. A tally does the rest: groups, exclusions by
 * reason, statistics with their intervals, the rows behind them, adding up parts, and
 * writing to bytes.
 *
 * Tallies of parts of the data add up to the tally of the whole, counts exactly and means
 * within 1e-12, if all rows of whoever is counted once are in one part.
 *
 * A tally never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TALLY (marmot_tally_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTally, marmot_tally, MARMOT, TALLY, GObject)

/**
 * marmot_tally_new:
 * @name: what the measure is called
 * @counts: what each row counts as: text or a dictionary
 * @values: (nullable): of a mean, the number of each row, from 0 up; %NULL otherwise
 * @keys: (nullable): what rows are grouped by, with as many rows as @counts; %NULL for one
 *   group of all rows
 * @options: (nullable): what is made of it, or %NULL for the defaults
 * @error: return location for an error
 *
 * Counts, in time linear in the number of rows.
 *
 * Groups in which nothing was asked of any row are none; without keys there is always one.
 * Of a mean, a row that counts in and has no value, or one that is below 0 or not finite,
 * is unknown; no row can count in the denominator alone.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH; @counts that are no text, and
 * @values that are no numbers, a %MARMOT_ERROR_TYPE; an exclusion for a reason that is
 * empty, or is not one of those in the options where these name some, and a row in the
 * denominator alone of a mean, a %MARMOT_ERROR_INVALID_DATA; more than 1,000 reasons a
 * %MARMOT_ERROR_TOO_LARGE; options that contradict each other, a name that is empty, and a
 * key that is named as a column of the result, a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new tally, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTally          *marmot_tally_new            (const char          *name,
                                                   MarmotColumn        *counts,
                                                   MarmotColumn        *values,
                                                   MarmotTable         *keys,
                                                   MarmotTallyOptions  *options,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_add:
 * @self: a tally
 * @other: a tally of the same measure of other rows
 * @error: return location for an error
 *
 * Brings two together. Groups that only one of them has are kept, and so are reasons,
 * where the options name none. The rows behind the figures are not: they would be rows of
 * two columns.
 *
 * Both must have the same name, keys and options: a %MARMOT_ERROR_INVALID_ARGUMENT
 * otherwise. Keys of types that cannot be compared, such as text and numbers, are a
 * %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new tally, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTally          *marmot_tally_add            (MarmotTally         *self,
                                                   MarmotTally         *other,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_get_name:
 * @self: a tally
 *
 * Returns: what the measure is called
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_tally_get_name       (MarmotTally         *self);

/**
 * marmot_tally_get_statistic:
 * @self: a tally
 *
 * Returns: what is made of the counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTallyStatistic  marmot_tally_get_statistic  (MarmotTally         *self);

/**
 * marmot_tally_get_conventions:
 * @self: a tally
 *
 * Returns: (nullable): the conventions by which rows were counted, as the options name
 *   them
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_tally_get_conventions (MarmotTally        *self);

/**
 * marmot_tally_get_reasons:
 * @self: a tally
 *
 * Returns: (transfer none) (array zero-terminated=1): the reasons for which rows are left
 *   out: those of the options in their order, or else those that there are, by their bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const   *marmot_tally_get_reasons    (MarmotTally         *self);

/**
 * marmot_tally_get_n_groups:
 * @self: a tally
 *
 * Returns: how many groups there are; 1 where nothing was grouped
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize                 marmot_tally_get_n_groups   (MarmotTally         *self);

/**
 * marmot_tally_get_keys:
 * @self: a tally
 *
 * Returns: (transfer full) (nullable): what tells the groups apart, a row a group in
 *   ascending order, or %NULL where nothing was grouped
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_tally_get_keys       (MarmotTally         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_get_measure:
 * @self: a tally
 * @group: a group, from 0, that there is
 *
 * The measure of one group, with its statistic, and with the rows counted in its numerator
 * if they were asked for. Of a count the denominator is the population, or 1 without one;
 * of a mean the numerator is the sum of the values, and the denominator their number.
 *
 * Returns: (transfer full): the measure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure        *marmot_tally_get_measure    (MarmotTally         *self,
                                                   gsize                group) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_get_sum:
 * @self: a tally
 *
 * The measure of all groups together, without rows.
 *
 * Returns: (transfer full): the measure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure        *marmot_tally_get_sum        (MarmotTally         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_get_findings:
 * @self: a tally
 *
 * What stands in the way of the figures: that the data do not reach as far as the measure
 * looks.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray            *marmot_tally_get_findings   (MarmotTally         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_to_table:
 * @self: a tally
 *
 * All measures as a table, a row a group: the keys, "numerator", "denominator",
 * "unknown", a column for each reason with "excluded_" before it (and underscores for its
 * spaces), "value", "lower", "upper", "method" and "status".
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_tally_to_table       (MarmotTally         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_equal:
 * @self: a tally
 * @other: another
 *
 * Whether both are of the same measure with the same options, and have the same groups
 * with the same counts, and means to the last bit. The rows behind them, and how many
 * were not asked about, do not matter.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean              marmot_tally_equal          (MarmotTally         *self,
                                                   MarmotTally         *other);

/**
 * marmot_tally_hash:
 * @self: a tally
 *
 * Returns: a hash that is the same for equal tallies
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                 marmot_tally_hash           (MarmotTally         *self);

/**
 * marmot_tally_to_string:
 * @self: a tally
 *
 * Returns: (transfer full): a description, such as "in touch in 12 groups by sex"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_tally_to_string      (MarmotTally         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_serialize:
 * @self: a tally
 *
 * Writes the tally to bytes, without the rows behind it, for
 * [func@Marmot.Tally.deserialize] on this machine or another.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes               *marmot_tally_serialize      (MarmotTally         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tally_deserialize:
 * @bytes: what [method@Marmot.Tally.serialize] wrote
 * @error: return location for an error
 *
 * Reads a tally. Bytes that are something else, or damaged, are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): a new tally, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTally          *marmot_tally_deserialize    (GBytes              *bytes,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
