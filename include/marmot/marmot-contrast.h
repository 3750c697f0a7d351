/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotContrast:
 *
 * What sets two groups apart, or one and a standard: a difference or a ratio with its
 * interval, and a test of whether chance explains it.
 *
 * Interval and test have a method each, which print their citations. Tests are
 * two-sided, of no difference or of a ratio of 1.
 *
 * In columns the same comes as a table with a row each: "value"; "lower" and "upper",
 * or two limits a level as in [method@Marmot.Estimates.to_table]; "status"; "statistic"
 * and "df", null where the test has none; "p_value"; and "method" and "test" in short
 * names. A row whose status is not "ok" has nulls for its numbers.
 *
 * A contrast never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CONTRAST (marmot_contrast_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotContrast, marmot_contrast, MARMOT, CONTRAST, GObject)

/**
 * marmot_contrast_get_estimate:
 * @self: a contrast
 *
 * Returns: (transfer full): the difference or ratio with its interval
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_contrast_get_estimate   (MarmotContrast *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_contrast_get_value:
 * @self: a contrast
 *
 * Returns: the difference or ratio, or NaN where it could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_contrast_get_value      (MarmotContrast *self);

/**
 * marmot_contrast_get_lower:
 * @self: a contrast
 *
 * Returns: the lower limit at the first confidence level, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_contrast_get_lower      (MarmotContrast *self);

/**
 * marmot_contrast_get_upper:
 * @self: a contrast
 *
 * Returns: the upper limit at the first confidence level, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_contrast_get_upper      (MarmotContrast *self);

/**
 * marmot_contrast_get_status:
 * @self: a contrast
 *
 * Returns: whether it could be computed and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus    marmot_contrast_get_status     (MarmotContrast *self);

/**
 * marmot_contrast_get_method:
 * @self: a contrast
 *
 * Returns: the method of the interval
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod    marmot_contrast_get_method     (MarmotContrast *self);

/**
 * marmot_contrast_get_test:
 * @self: a contrast
 *
 * Returns: the method of the test
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod    marmot_contrast_get_test       (MarmotContrast *self);

/**
 * marmot_contrast_get_statistic:
 * @self: a contrast
 *
 * The test statistic, *z* or *t*: positive where the first group is the higher.
 *
 * Returns: the statistic; NaN for exact tests, which have none, and where the
 *   contrast could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_contrast_get_statistic  (MarmotContrast *self);

/**
 * marmot_contrast_get_df:
 * @self: a contrast
 *
 * Returns: the degrees of freedom of a *t* statistic, which need not be whole; NaN
 *   for other tests
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_contrast_get_df         (MarmotContrast *self);

/**
 * marmot_contrast_get_p_value:
 * @self: a contrast
 *
 * Returns: the two-sided probability, were there no difference, of what was seen or
 *   more; NaN where it could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_contrast_get_p_value    (MarmotContrast *self);

/**
 * marmot_contrast_to_string:
 * @self: a contrast
 *
 * Says in a line what it is, such as "0.2 (0.0524315 to 0.333873, 95%, newcombe), p =
 * 0.008045 (chi-squared)".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char           *marmot_contrast_to_string      (MarmotContrast *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
