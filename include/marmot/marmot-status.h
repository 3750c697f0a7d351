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
 * @MARMOT_STATUS_NEGATIVE_SPREAD: a standard deviation is below zero
 * @MARMOT_STATUS_NOT_DEFINED: the figure or its limits do not exist for these
 *   numbers by this method
 * @MARMOT_STATUS_STANDARD_OUT_OF_RANGE: the standard is not above zero or, for a
 *   proportion, not below one
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
  MARMOT_STATUS_STANDARD_OUT_OF_RANGE
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
