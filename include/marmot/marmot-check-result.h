/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-care-return.h>
#include <marmot/marmot-check-options.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCheckResult:
 *
 * Which rows of a return break which rules: see [method@Marmot.CareReturn.check].
 *
 * Results never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CHECK_RESULT (marmot_check_result_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCheckResult, marmot_check_result, MARMOT, CHECK_RESULT, GObject)

/**
 * marmot_care_return_check:
 * @self: a return
 * @options: (nullable): which rules and which year, or %NULL for all
 * @error: return location for an error
 *
 * Asks rules on the logic of episodes of every collection year of a return, in time linear
 * in its rows but for the sorting of what one child has.
 *
 * What a rule says of a year does not depend on the order of rows, nor on which other
 * years were read; but for those rules that ask what was open at the end of the year
 * before, which is needed to ask them. Where the rows of a child have the same dates, they
 * are taken in the order of what they say.
 *
 * A rule whose columns or tables are not there is not asked, and there is a note that
 * says so. Nothing of the return is changed.
 *
 * These are rules on how episodes follow each other, and not all that a return must hold:
 * what breaks none of them is no validated return.
 *
 * A year that the return has no table of, and a day that is none or lies after the other,
 * is a %MARMOT_ERROR_INVALID_ARGUMENT; days without a year, where the return has several, likewise.
 *
 * Returns: (transfer full): what was found, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCheckResult *marmot_care_return_check               (MarmotCareReturn    *self,
                                                           MarmotCheckOptions  *options,
                                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_check_result_get_findings:
 * @self: a result
 *
 * What was found, by year, table, row and rule: "ssda903/501" and its like for a row that
 * breaks a rule, and "ssda903/rule-not-asked", a note without a row, for a rule that could
 * not be asked. None says what a cell holds. Those beyond the limit of the options are
 * counted, and left out.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings that were kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray         *marmot_check_result_get_findings       (MarmotCheckResult   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_check_result_get_n_findings:
 * @self: a result
 *
 * Returns: how many findings there are, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64            marmot_check_result_get_n_findings     (MarmotCheckResult   *self);

/**
 * marmot_check_result_get_failures:
 * @self: a result
 *
 * Which rows break which rules, all of them, a row each: `rule` (its number), `severity`,
 * `table`, `year`, `row` (of the table, from 0) and `line` (of the file, from 1), by year,
 * table, row and rule.
 *
 * Returns: (transfer none): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_check_result_get_failures       (MarmotCheckResult   *self);

/**
 * marmot_check_result_get_rules:
 * @self: a result
 *
 * What became of each rule in each year, a row each: `rule`, `title`, `year`, `state`
 * ("asked"; "not-asked", since a column or a table is not there; "off"; "other-years", if
 * it is not for this one), `missing` (the first that is not there, such as
 * "Episodes_last.DEC"), and `n_failures` (null where it was not asked).
 *
 * Returns: (transfer none): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_check_result_get_rules          (MarmotCheckResult   *self);

/**
 * marmot_check_result_count:
 * @self: a result
 * @rule: (nullable): the number of a rule, such as "501", or %NULL for all
 *
 * Returns: how many rows break it, in all years together
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64            marmot_check_result_count              (MarmotCheckResult   *self,
                                                           const char          *rule);

/**
 * marmot_check_result_to_string:
 * @self: a result
 *
 * Returns: (transfer full): a description, such as "29 rules on episode logic asked, 12 of
 *   them broken, by 340 rows"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_check_result_to_string          (MarmotCheckResult   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
