/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotStatus:
 * @MARMOT_STATUS_OK: the figure was computed
 * @MARMOT_STATUS_MISSING: a number that it needs is missing
 * @MARMOT_STATUS_NOT_FINITE: a number that it needs is infinite or not a number
 * @MARMOT_STATUS_NEGATIVE_COUNT: a count is below zero
 * @MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE: the denominator is zero or below
 * @MARMOT_STATUS_COUNT_OVER_DENOMINATOR: more were counted than there were to
 *   count, in a proportion
 * @MARMOT_STATUS_EMPTY_GROUP: the group has no rows
 * @MARMOT_STATUS_TOO_FEW_VALUES: there are fewer values than it is made of
 * @MARMOT_STATUS_NOT_WHOLE: the test is for whole counts, and one is not
 * @MARMOT_STATUS_TOO_LARGE: the counts are too large for an exact test
 * @MARMOT_STATUS_NEGATIVE_SPREAD: a standard deviation or error is below zero
 * @MARMOT_STATUS_NOT_DEFINED: the figure or its limits do not exist for these
 *   numbers by this method
 * @MARMOT_STATUS_STANDARD_OUT_OF_RANGE: the standard is not above zero or, for a
 *   proportion, not below one
 * @MARMOT_STATUS_TOO_FEW_EVENTS: there are fewer events than the policy asks for, or
 *   none
 * @MARMOT_STATUS_WEIGHTS_NOT_POSITIVE: a weight is below zero, or all of them are
 *   zero
 * @MARMOT_STATUS_MISSING_BAND: an age band has no row
 * @MARMOT_STATUS_DUPLICATE_BAND: an age band has several rows
 * @MARMOT_STATUS_UNKNOWN_BAND: a band is not one of those that were expected
 * @MARMOT_STATUS_CONFLICTING_BAND: rows of one band disagree about its population or
 *   weight
 * @MARMOT_STATUS_NOTHING_EXPECTED: the events expected are zero
 * @MARMOT_STATUS_POPULATION_TOO_SMALL: the population is smaller than the policy asks
 *   for
 * @MARMOT_STATUS_NO_DEATHS_IN_OPEN_BAND: nobody died in the last, open band, so that
 *   life would have no end
 * @MARMOT_STATUS_NO_SURVIVORS: nobody is left alive at that age in the life table
 * @MARMOT_STATUS_INTERVAL_TOO_WIDE: the interval is wider than the policy allows
 * @MARMOT_STATUS_SHARE_OUT_OF_RANGE: a share is not between 0 and 1, or its variance is
 *   below zero
 * @MARMOT_STATUS_TOO_FEW_GROUPS: there are fewer groups than the measure needs
 * @MARMOT_STATUS_ONE_PLACE: all groups stand at one place of the order
 * @MARMOT_STATUS_NO_ORDER: the groups have no ranks, and the measure needs an
 *   order
 * @MARMOT_STATUS_FIGURE_NOT_POSITIVE: a figure is not above zero, or in some
 *   measures below it, and the measure has no meaning for it
 * @MARMOT_STATUS_MEAN_NOT_POSITIVE: the mean of the groups is not above zero
 * @MARMOT_STATUS_FIT_NOT_POSITIVE: an end of the line is not above zero, so that
 *   the ends have no ratio
 * @MARMOT_STATUS_OUT_OF_BOUNDS: a figure, or the mean, is not inside its bounds
 * @MARMOT_STATUS_NO_CONVERGENCE: the model has no best fit that could be found
 * @MARMOT_STATUS_NO_REFERENCE: the reference group is not there
 * @MARMOT_STATUS_RANK_OUT_OF_RANGE: the rank is not one that the edition of the
 *   index has
 * @MARMOT_STATUS_ERROR_OUT_OF_RANGE: a standard error is below zero, or zero where
 *   it is a weight, or smaller than the covariance asks for
 * @MARMOT_STATUS_TOO_FEW_PERIODS: there are figures of fewer than two periods
 * @MARMOT_STATUS_OUT_OF_REACH: the goal cannot be reached within the limit
 * @MARMOT_STATUS_NOT_ATTAINABLE: no count out of this number gives the percentage as
 *   it was printed
 * @MARMOT_STATUS_OUT_OF_RANGE: a number is outside the range that it can have
 * @MARMOT_STATUS_DUPLICATE_WAVE: a wave of a survey has several rows
 * @MARMOT_STATUS_DUPLICATE_DATE: a date of a series has several rows
 * @MARMOT_STATUS_STEP_OUTSIDE_SERIES: a step change is before the first date of a series,
 *   or after its last
 * @MARMOT_STATUS_DUPLICATE_STEP: two step changes begin with the same row
 * @MARMOT_STATUS_CONFLICTING_LIMITS: limits that were given are out of order, or change
 *   where no step change is
 * @MARMOT_STATUS_END_NOT_AFTER_START: a row ends at or before its start, or before its origin
 * @MARMOT_STATUS_UNKNOWN_STATE: a state or cause is not one of those that were stated
 * @MARMOT_STATUS_NOT_REACHED: the curve does not reach the level
 * @MARMOT_STATUS_BEYOND_FOLLOW_UP: nobody was followed for so long
 * @MARMOT_STATUS_INCOMPLETE: not all periods that the figure takes together have a value
 * @MARMOT_STATUS_NOT_INDEPENDENT: the periods share days, as those of a rolling year do, and the
 *   test is for figures that do not
 * @MARMOT_STATUS_TOO_MANY_POINTS: the series has more points than this is computed for
 * @MARMOT_STATUS_UNEVEN: the times of the series are not whole steps apart
 * @MARMOT_STATUS_NOT_APPROACHING: the series does not move towards the target
 * @MARMOT_STATUS_OTHER_SCALE: the target is on another scale than the figures, such as a
 *   percentage beside shares
 * @MARMOT_STATUS_NOT_COVERED: the data do not reach as far back or forward as the figure
 *   looks
 *
 * Whether a statistic could be computed and, if not, why. A row that cannot be
 * computed gets a status of its own and a value that is not a number; the rows
 * beside it are computed all the same.
 *
 * More reasons may follow: treat one that you do not know as "not computed".
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_STATUS_OK,
  MARMOT_STATUS_MISSING,
  MARMOT_STATUS_NOT_FINITE,
  MARMOT_STATUS_NEGATIVE_COUNT,
  MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE,
  MARMOT_STATUS_COUNT_OVER_DENOMINATOR,
  MARMOT_STATUS_EMPTY_GROUP,
  MARMOT_STATUS_TOO_FEW_VALUES,
  MARMOT_STATUS_NOT_WHOLE,
  MARMOT_STATUS_TOO_LARGE,
  MARMOT_STATUS_NEGATIVE_SPREAD,
  MARMOT_STATUS_NOT_DEFINED,
  MARMOT_STATUS_STANDARD_OUT_OF_RANGE,
  MARMOT_STATUS_TOO_FEW_EVENTS,
  MARMOT_STATUS_WEIGHTS_NOT_POSITIVE,
  MARMOT_STATUS_MISSING_BAND,
  MARMOT_STATUS_DUPLICATE_BAND,
  MARMOT_STATUS_UNKNOWN_BAND,
  MARMOT_STATUS_CONFLICTING_BAND,
  MARMOT_STATUS_NOTHING_EXPECTED,
  MARMOT_STATUS_POPULATION_TOO_SMALL,
  MARMOT_STATUS_NO_DEATHS_IN_OPEN_BAND,
  MARMOT_STATUS_NO_SURVIVORS,
  MARMOT_STATUS_INTERVAL_TOO_WIDE,
  MARMOT_STATUS_SHARE_OUT_OF_RANGE,
  MARMOT_STATUS_TOO_FEW_GROUPS,
  MARMOT_STATUS_ONE_PLACE,
  MARMOT_STATUS_NO_ORDER,
  MARMOT_STATUS_FIGURE_NOT_POSITIVE,
  MARMOT_STATUS_MEAN_NOT_POSITIVE,
  MARMOT_STATUS_FIT_NOT_POSITIVE,
  MARMOT_STATUS_OUT_OF_BOUNDS,
  MARMOT_STATUS_NO_CONVERGENCE,
  MARMOT_STATUS_NO_REFERENCE,
  MARMOT_STATUS_RANK_OUT_OF_RANGE,
  MARMOT_STATUS_ERROR_OUT_OF_RANGE,
  MARMOT_STATUS_TOO_FEW_PERIODS,
  MARMOT_STATUS_OUT_OF_REACH,
  MARMOT_STATUS_NOT_ATTAINABLE,
  MARMOT_STATUS_OUT_OF_RANGE,
  MARMOT_STATUS_DUPLICATE_WAVE,
  MARMOT_STATUS_DUPLICATE_DATE,
  MARMOT_STATUS_STEP_OUTSIDE_SERIES,
  MARMOT_STATUS_DUPLICATE_STEP,
  MARMOT_STATUS_CONFLICTING_LIMITS,
  MARMOT_STATUS_END_NOT_AFTER_START,
  MARMOT_STATUS_UNKNOWN_STATE,
  MARMOT_STATUS_NOT_REACHED,
  MARMOT_STATUS_BEYOND_FOLLOW_UP,
  MARMOT_STATUS_INCOMPLETE,
  MARMOT_STATUS_NOT_INDEPENDENT,
  MARMOT_STATUS_TOO_MANY_POINTS,
  MARMOT_STATUS_UNEVEN,
  MARMOT_STATUS_NOT_APPROACHING,
  MARMOT_STATUS_OTHER_SCALE,
  MARMOT_STATUS_NOT_COVERED,
} MarmotStatus;

/**
 * marmot_status_to_nick:
 * @status: a status
 *
 * The short name of a status, such as "negative-count", as it stands in status
 * columns.
 *
 * Returns: (transfer none): the short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_status_to_nick (MarmotStatus status);

/**
 * marmot_status_get_description:
 * @status: a status
 *
 * Says in a sentence what the status means and what to do about it.
 *
 * Returns: (transfer none): the sentence, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_status_get_description (MarmotStatus status);

G_END_DECLS
