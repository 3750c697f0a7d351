/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-xmr-options.h>

G_BEGIN_DECLS

/**
 * MarmotXmrSignals:
 * @MARMOT_XMR_SIGNAL_NONE: nothing that chance does not do
 * @MARMOT_XMR_SIGNAL_ABOVE_LIMIT: it is above the upper limit
 * @MARMOT_XMR_SIGNAL_BELOW_LIMIT: it is below the lower limit
 * @MARMOT_XMR_SIGNAL_RISING: it is part of a rise
 * @MARMOT_XMR_SIGNAL_FALLING: it is part of a fall
 * @MARMOT_XMR_SIGNAL_NEAR_UPPER: it is one of two of three near the upper limit
 * @MARMOT_XMR_SIGNAL_NEAR_LOWER: it is one of two of three near the lower limit
 * @MARMOT_XMR_SIGNAL_RUN_ABOVE: it is part of a run above the mean
 * @MARMOT_XMR_SIGNAL_RUN_BELOW: it is part of a run below the mean
 *
 * All rules that a point breaks, and in which direction. A point may break several, and
 * be the end of a rise and the beginning of a fall.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  MARMOT_XMR_SIGNAL_NONE        = 0,
  MARMOT_XMR_SIGNAL_ABOVE_LIMIT = 1 << 0,
  MARMOT_XMR_SIGNAL_BELOW_LIMIT = 1 << 1,
  MARMOT_XMR_SIGNAL_RISING      = 1 << 2,
  MARMOT_XMR_SIGNAL_FALLING     = 1 << 3,
  MARMOT_XMR_SIGNAL_NEAR_UPPER  = 1 << 4,
  MARMOT_XMR_SIGNAL_NEAR_LOWER  = 1 << 5,
  MARMOT_XMR_SIGNAL_RUN_ABOVE   = 1 << 6,
  MARMOT_XMR_SIGNAL_RUN_BELOW   = 1 << 7
} MarmotXmrSignals;

/**
 * MarmotXmrNotes:
 * @MARMOT_XMR_NOTE_NONE: nothing
 * @MARMOT_XMR_NOTE_TRIAL: the limits are of fewer points than the rules ask for: they
 *   are a trial, and there is no icon unless the options ask for it
 * @MARMOT_XMR_NOTE_CONSTANT: all points that the limits are of are the same
 * @MARMOT_XMR_NOTE_SCREENED: large ranges were left out of the limits
 * @MARMOT_XMR_NOTE_SCREENING_VOID: screening would have left out all ranges but zeros,
 *   and was not done
 * @MARMOT_XMR_NOTE_GIVEN_LIMITS: the mean or a limit was given, and not computed
 * @MARMOT_XMR_NOTE_MISSING: rows have no value
 * @MARMOT_XMR_NOTE_UNSORTED: the rows were not in the order of their dates, and were
 *   taken in it
 * @MARMOT_XMR_NOTE_GAPS: periods are missing between the dates: the points beside a gap
 *   are taken as neighbours; give its rows without values to end runs there
 * @MARMOT_XMR_NOTE_IRREGULAR: the dates are not evenly spaced
 * @MARMOT_XMR_NOTE_ROLLING: each figure shares most of its data with the one before, so
 *   that neighbours are alike by construction: there is no icon
 * @MARMOT_XMR_NOTE_P_CHART: the figures have denominators, so that a p chart would know
 *   how sure each of them is
 * @MARMOT_XMR_NOTE_TARGET_SCALE: the target seems to be on another scale than the
 *   figures, such as 90 against 0.9: it was not used
 *
 * What is to be known of a series beside its chart.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  MARMOT_XMR_NOTE_NONE           = 0,
  MARMOT_XMR_NOTE_TRIAL          = 1 << 0,
  MARMOT_XMR_NOTE_CONSTANT       = 1 << 1,
  MARMOT_XMR_NOTE_SCREENED       = 1 << 2,
  MARMOT_XMR_NOTE_SCREENING_VOID = 1 << 3,
  MARMOT_XMR_NOTE_GIVEN_LIMITS   = 1 << 4,
  MARMOT_XMR_NOTE_MISSING        = 1 << 5,
  MARMOT_XMR_NOTE_UNSORTED       = 1 << 6,
  MARMOT_XMR_NOTE_GAPS           = 1 << 7,
  MARMOT_XMR_NOTE_IRREGULAR      = 1 << 8,
  MARMOT_XMR_NOTE_ROLLING        = 1 << 9,
  MARMOT_XMR_NOTE_P_CHART        = 1 << 10,
  MARMOT_XMR_NOTE_TARGET_SCALE   = 1 << 11
} MarmotXmrNotes;

/**
 * MarmotXmrVariation:
 * @MARMOT_XMR_VARIATION_NOT_JUDGED: it was not judged: there is no value, or there are
 *   too few points
 * @MARMOT_XMR_VARIATION_COMMON_CAUSE: chance will do
 * @MARMOT_XMR_VARIATION_IMPROVEMENT_HIGH: it is high by more than chance, and that is
 *   good
 * @MARMOT_XMR_VARIATION_IMPROVEMENT_LOW: it is low, and that is good
 * @MARMOT_XMR_VARIATION_CONCERN_HIGH: it is high, and that is bad
 * @MARMOT_XMR_VARIATION_CONCERN_LOW: it is low, and that is bad
 * @MARMOT_XMR_VARIATION_NEUTRAL_HIGH: it is high, and nobody says whether that is good
 * @MARMOT_XMR_VARIATION_NEUTRAL_LOW: it is low, and nobody says whether that is good
 *
 * The variation icon of Making Data Count: what is to be said of the latest point, or
 * of any other.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_VARIATION_NOT_JUDGED,
  MARMOT_XMR_VARIATION_COMMON_CAUSE,
  MARMOT_XMR_VARIATION_IMPROVEMENT_HIGH,
  MARMOT_XMR_VARIATION_IMPROVEMENT_LOW,
  MARMOT_XMR_VARIATION_CONCERN_HIGH,
  MARMOT_XMR_VARIATION_CONCERN_LOW,
  MARMOT_XMR_VARIATION_NEUTRAL_HIGH,
  MARMOT_XMR_VARIATION_NEUTRAL_LOW
} MarmotXmrVariation;

/**
 * MarmotXmrAssurance:
 * @MARMOT_XMR_ASSURANCE_NOT_JUDGED: it was not judged: there is no target, nobody says
 *   which direction is good, or there are too few points
 * @MARMOT_XMR_ASSURANCE_PASS: every figure between the limits meets the target
 * @MARMOT_XMR_ASSURANCE_HIT_AND_MISS: some do: chance decides
 * @MARMOT_XMR_ASSURANCE_FAIL: none does
 *
 * The assurance icon of Making Data Count: whether the process as it is will meet its
 * target. A figure equal to the target meets it.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_ASSURANCE_NOT_JUDGED,
  MARMOT_XMR_ASSURANCE_PASS,
  MARMOT_XMR_ASSURANCE_HIT_AND_MISS,
  MARMOT_XMR_ASSURANCE_FAIL
} MarmotXmrAssurance;

/**
 * marmot_xmr_variation_get_label:
 * @variation: a variation
 *
 * Says in a few words what the icon means.
 *
 * Returns: (transfer none): the words, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_xmr_variation_get_label (MarmotXmrVariation variation);

/**
 * marmot_xmr_assurance_get_label:
 * @assurance: an assurance
 *
 * Says in a few words what the icon means.
 *
 * Returns: (transfer none): the words, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_xmr_assurance_get_label (MarmotXmrAssurance assurance);

/**
 * marmot_xmr_points_needed:
 * @n_points: how many points there are
 * @options: (nullable): as in [func@Marmot.xmr_series]
 *
 * How many points more it takes before limits are no longer a trial. For two periods
 * there is no chart: compare their figures.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_points_needed (guint             n_points,
                                MarmotXmrOptions *options);

/**
 * marmot_xmr_series:
 * @figures: a row a point of a series: see below
 * @series: (nullable): the series of every row, or %NULL for all in one
 * @options: (nullable): how to draw and read, or %NULL for the defaults
 * @error: return location for an error
 *
 * XmR charts of many series at once: a row a series, with its two icons.
 *
 * The figures have these columns, of which only "value" is needed:
 *
 * - "value", null where a point is missing;
 * - "date": dates, or numbers that order the points; without it the rows are in order.
 *   Whether dates are evenly spaced is only known of dates, by months where no month
 *   has two;
 * - "target", by point: the one of the latest point with a value counts, or the last
 *   before it. Without the column, or where a series has none, that of the options is
 *   meant;
 * - "polarity": short names of [enum@Marmot.Polarity]; that of the latest point counts,
 *   and where there is none that of the options;
 * - "step": true in a row with which a new part begins, beside the steps of the options;
 *   one at the first date of a series changes nothing;
 * - "given_mean", "given_lower", "given_upper": limits that others have set, the same in
 *   all rows of a part that have them;
 * - "denominator": what a percentage is of; it is not used, but a p chart is offered;
 * - "rolling": whether the figure is of several periods that the next one shares.
 *
 * Parts are drawn and read apart: no range and no run goes over a step. A part's limits
 * are of its first points, as many as the baseline of the options asks for.
 *
 * A row has:
 *
 * - "date" and "value", the latest point with a value; "n_points", how many have one;
 *   "n_missing", how many rows have none;
 * - "part", the last one, from 1; "n_used", of how many points its limits are;
 *   "points_needed", how many more it takes; "mean", "lower", "upper", "near_lower",
 *   "near_upper", and "mean_range", that the limits are made of. Limits are not cut at
 *   0 or 100%: cut the drawing;
 * - "target", the latest, and "polarity";
 * - "variation" and "assurance", short names of [enum@Marmot.XmrVariation], of the
 *   latest point, and [enum@Marmot.XmrAssurance];
 * - "rule", the one that the latest point breaks, a short name of [enum@Marmot.XmrRule],
 *   and "signals", all of them: short names of [flags@Marmot.XmrSignals] with a space
 *   between two, null where there is none;
 * - "n_signals", how many points of the series break a rule;
 * - "notes", short names of [flags@Marmot.XmrNotes] in the same way;
 * - "status" of [enum@Marmot.Status].
 *
 * Nothing is computed of a series with a value that is not finite ("not-finite"), a
 * value without a date ("missing"), a date that is there twice ("duplicate-date"), a
 * step before its first date or after its last ("step-outside-series"), two with the
 * same row ("duplicate-step"), or given limits that are out of order or change inside a
 * part ("conflicting-limits"); [func@Marmot.xmr_points] says which rows. One without a
 * range in its last part, as one point is, is "too-few-values", and is not judged;
 * "not-defined" are limits too large for a number, or of figures that only change where
 * one is missing.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one of another type a
 * %MARMOT_ERROR_TYPE, groups of another length a %MARMOT_ERROR_LENGTH, options that
 * cannot be a %MARMOT_ERROR_INVALID_ARGUMENT: a step that is there twice or is no
 * date, a rule set that no chart can have, limits out of order; a polarity that is
 * none is a %MARMOT_ERROR_INVALID_DATA with its row.
 *
 * Returns: (transfer full): a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_series (MarmotTable       *figures,
                                MarmotGroups      *series,
                                MarmotXmrOptions  *options,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_points:
 * @figures: as in [func@Marmot.xmr_series]
 * @series: (nullable): the series of every row, or %NULL for all in one
 * @options: (nullable): how to draw and read, or %NULL for the defaults
 * @error: return location for an error
 *
 * The points of those charts: a row a row of the figures, in their order.
 *
 * A row has "date" and "value"; "part", from 1; "mean", "lower", "upper", "near_lower"
 * and "near_upper" of its part; "range", from the point before; "signals", all rules
 * that it breaks, and "rule", the one, as in [func@Marmot.xmr_series]; "variation", what
 * that means: points of parts under the fewest points are read as well, since their
 * limits are drawn; and "status".
 *
 * Where something is computed of the series, the status of a row is that of its part,
 * or "missing" without a value. Otherwise it is "ok" but in the rows at fault: those
 * without a date, not finite, of a date that is there twice, with which two steps begin,
 * or whose given limits do not go with those before; of a step outside the series, the
 * first or last row, whichever is nearer.
 *
 * Returns: (transfer full): a row a point, or %NULL with @error set, as there
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_points (MarmotTable       *figures,
                                MarmotGroups      *series,
                                MarmotXmrOptions  *options,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_parts:
 * @figures: as in [func@Marmot.xmr_series]
 * @series: (nullable): the series of every row, or %NULL for all in one
 * @options: (nullable): how to draw and read, or %NULL for the defaults
 * @error: return location for an error
 *
 * The parts of those charts, from step to step: a row a part, in the order of series
 * and dates.
 *
 * A row has "series", the number of the series from 0; "part", from 1; "start" and
 * "end", its first and last date; "n_points", "n_used", "n_ranges", "n_screened", how
 * many of the ranges were left out; "mean", "lower", "upper", "near_lower",
 * "near_upper", "mean_range"; "notes", those of [flags@Marmot.XmrNotes] that are about
 * limits; and "status". A series of which nothing is computed has one row, with its
 * status.
 *
 * Returns: (transfer full): a row a part, or %NULL with @error set, as there
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_parts (MarmotTable       *figures,
                               MarmotGroups      *series,
                               MarmotXmrOptions  *options,
                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_exceptions:
 * @series: what [func@Marmot.xmr_series] gives, with any columns beside, such as keys
 * @error: return location for an error
 *
 * The same rows, exceptions first: concern, and among it what fails its target first;
 * then what fails its target; then what changed without anybody saying whether that is
 * good; then hit and miss; then improvement; then the stable; last, apart, those that
 * were not judged, and those of which nothing was computed. Otherwise they stay in
 * their order.
 *
 * Two columns are added: "standing" is "concern", "fail", "changed", "hit-and-miss",
 * "improvement", "stable", "not-judged" or "not-computed"; "why" says it in a sentence
 * or two.
 *
 * A table without "variation", "assurance", "rule", "notes" and "status" is a
 * %MARMOT_ERROR_NOT_FOUND, one in which they are no text a %MARMOT_ERROR_TYPE, and a
 * short name that is none a %MARMOT_ERROR_INVALID_DATA with its row.
 *
 * Returns: (transfer full): the rows, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_exceptions (MarmotTable  *series,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
