/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-care-leaver-options.h>
#include <marmot/marmot-cohort.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_cohort_follow:
 * @self: a cohort
 * @days: days, as a column of dates without nulls
 * @options: (nullable): by which conventions, or %NULL for the law's
 * @error: return location for an error
 *
 * Where the members are on each of some days, a row a member and day, by row and then as the
 * days come:
 *
 * - `row`: of the person among the people, from 0;
 * - `day`;
 * - `state`: "looked-after", "left" (care), "not-yet" (looked after), "died", or "unknown"
 *   where the records do not cover the day or contradict themselves. Short breaks are not
 *   looked at;
 * - `left`: of those who left, how their last period of care ended: "home", "order" (under
 *   a child arrangements order), "special-guardianship", "adopted", "transferred" (to
 *   another authority), "adult" (found to be one), "came-of-age" (care was open, and they
 *   turned 18), "elsewhere", "unclear" (for a reason that may be going home) or
 *   "not-recorded"; null for the rest;
 * - `status`: the legal status on the day, a nick of [enum@Marmot.CareStatus].
 *
 * So nobody is lost from sight without a word: whoever is not looked after any more has
 * left in some way, died, or is unknown.
 *
 * Days of another type are a %MARMOT_ERROR_TYPE, no days and null ones a
 * %MARMOT_ERROR_INVALID_ARGUMENT, and more than 2³¹ − 1 rows a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_cohort_follow              (MarmotCohort             *self,
                                                  MarmotColumn             *days,
                                                  MarmotCareLeaverOptions  *options,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_count_followed:
 * @self: a cohort
 * @days: days, as a column of dates without nulls
 * @options: (nullable): by which conventions, or %NULL for the law's
 * @error: return location for an error
 *
 * As [method@Marmot.Cohort.follow], counted, without a row for every person: `day`, `state`,
 * `left`, `status` and `n`, for each day as they come those that somebody has. On each day
 * the counts add up to the members.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_cohort_count_followed      (MarmotCohort             *self,
                                                  MarmotColumn             *days,
                                                  MarmotCareLeaverOptions  *options,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_get_anniversaries:
 * @self: a cohort with a reference
 * @n_years: how many, from 0
 * @error: return location for an error
 *
 * The reference day, or the last day of the reference period, and the same day of each of
 * some years after it, for [method@Marmot.Cohort.follow]. That of 29 February is the 28th in
 * a common year.
 *
 * A cohort without a reference, and more than 1,000 years, are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): @n_years + 1 days as a column of dates, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn  *marmot_cohort_get_anniversaries   (MarmotCohort             *self,
                                                  guint                     n_years,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
