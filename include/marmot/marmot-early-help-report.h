/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-early-help-report-options.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEarlyHelpReport:
 *
 * A page of early help in a period, for a board: sums over the episodes of a
 * [class@Marmot.EpisodeSet], each with its numerator and denominator, what was left out
 * and is unknown, its interval, its definition and source, and the period or the day that
 * it is of.
 *
 * - requests, episodes opened, assessments and episodes closed, in all and by month;
 * - closed within 16 weeks, of those closed, beside the share done by week 16 of all
 *   opened, and why the two differ; the median duration; open for more than 20 weeks on
 *   the last day;
 * - outcomes met, needs met, stepped up and down;
 * - lead agencies of the episodes opened: the council, its co-ordinators, schools, and
 *   all others together;
 * - families who came back within twelve months, looking back and looking forward; the
 *   latter for the period before as well, of which more is known.
 *
 * A figure that cannot be made, since the set has no such column, says so. Episodes are
 * followed to the last day of the period, or to the last day that the set knows of where
 * that is earlier, so that a later extract gives the same page again.
 *
 * ## Small numbers
 *
 * No row of an episode, child or family is on the page, and no number from 1 up to the
 * [property@Marmot.EarlyHelpReportOptions:threshold] without that is, nor can one be had
 * from two others on the page:
 *
 * - a share is of a whole that is on the page. If its numerator or the rest is small, it
 *   is withheld. If those who are unknown or left out are few, it is rounded to a whole
 *   per cent and its numbers are withheld; or all of it, where the whole is so small that
 *   rounding would hide nothing;
 * - lead agencies with small numbers are shown together with others, or not at all;
 * - a column of months is withheld whole if one month is small;
 * - how many of the episodes opened are open still is withheld if, beside the number
 *   open on the last day, it told that few had been open since before the period.
 *
 * Nought is shown. What is withheld is marked [c], as the Government Statistical Service
 * does. **This is no full disclosure control.** It looks at one page, and not at what
 * pages of other periods, places or sources tell beside it, or at what somebody knows
 * already; and where everybody or nobody in a group has something in common, that is told.
 * A page is to be read by whoever answers for the data before it is published.
 *
 * The same set, period and options give the same bytes, in every language and on every
 * machine: figures are decimal strings, and no clock is read. A report never changes and
 * may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EARLY_HELP_REPORT (marmot_early_help_report_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEarlyHelpReport, marmot_early_help_report, MARMOT, EARLY_HELP_REPORT, GObject)

/**
 * marmot_early_help_report_new:
 * @set: episodes of early help; those of other kinds are passed over
 * @period: the period that the page is of
 * @options: (nullable): what stands on the page beside the figures, or %NULL for the
 *   defaults
 * @error: return location for an error
 *
 * Makes all figures of the page. They say what the set knows of as it stands: give it
 * the days of the extract first, see [method@Marmot.EpisodeSet.with_coverage].
 *
 * A set that knows of no day of the period, and options with an assumption about a measure
 * that is not on the page, are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new report, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEarlyHelpReport *marmot_early_help_report_new          (MarmotEpisodeSet              *set,
                                                              MarmotPeriod                  *period,
                                                              MarmotEarlyHelpReportOptions  *options,
                                                              GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_early_help_report_get_findings:
 * @self: a report
 *
 * What stands in the way of figures: a time that the set does not know of, a column that
 * it does not have. They are on the page too.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray             *marmot_early_help_report_get_findings (MarmotEarlyHelpReport         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_early_help_report_to_json:
 * @self: a report
 *
 * Writes the report as JSON, figures as decimal strings. What is withheld on the page is
 * withheld here. The form is described on the page "Early help" of the documentation.
 *
 * Returns: (transfer full): the JSON, in UTF-8, with a newline at its end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                  *marmot_early_help_report_to_json      (MarmotEarlyHelpReport         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_early_help_report_to_html:
 * @self: a report
 *
 * Writes the report as one accessible HTML page that needs nothing else: no script, no
 * picture, no font, nothing from a network.
 *
 * Returns: (transfer full): the page, in UTF-8
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                  *marmot_early_help_report_to_html      (MarmotEarlyHelpReport         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_early_help_report_to_text:
 * @self: a report
 *
 * Writes the figures as plain text, for a terminal or an e-mail.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                  *marmot_early_help_report_to_text      (MarmotEarlyHelpReport         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_early_help_report_write:
 * @self: a report
 * @folder: a folder, which is made if it does not exist
 * @cancellable: (nullable): a way to stop it, or %NULL
 * @error: return location for an error
 *
 * Writes `report.json` and `report.html` into a folder. A file that is there already is
 * replaced whole or not at all.
 *
 * Returns: true if both were written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean               marmot_early_help_report_write        (MarmotEarlyHelpReport         *self,
                                                              GFile                         *folder,
                                                              GCancellable                  *cancellable,
                                                              GError                       **error);

G_END_DECLS
