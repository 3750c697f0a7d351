/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-pack.h>
#include <marmot/marmot-scorecard.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotBoardReport:
 *
 * What a board reads: the figures of a [class@Marmot.Pack], judged.
 *
 * - the scorecard: every indicator against its targets;
 * - comparisons: the figures of the area against those of its country, its region
 *   and the average of its neighbours, and those of neighbours against the country;
 *   with what the papers themselves say of them, and whether the figures agree;
 * - changes between the first and the last period of the same length;
 * - exceptions, the weightiest first;
 * - what the board is asked, by the papers and by the figures;
 * - what cannot be said from these figures, and why;
 * - findings, methods and sources.
 *
 * ## How exceptions are ranked
 *
 * One an indicator, by its weightiest reason: first those whose interval lies on
 * the wrong side of a benchmark; then those where a paper's words disagree with its
 * figures; then those behind target, or on the wrong side of a benchmark by the
 * values alone, in the order of how far they fall short as a share of what was
 * expected; last, targets that ask to be reviewed. Equals keep the order of the
 * pack. This is a convention of this library.
 *
 * ## Published figures only
 *
 * A report is made from figures that are already published, each with its source.
 * No disclosure control is applied, and the report says so.
 *
 * The same pack gives the same bytes, in every language and on every machine:
 * figures are printed as decimal strings with the decimals that they deserve, and
 * no clock is read.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_BOARD_REPORT (marmot_board_report_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotBoardReport, marmot_board_report, MARMOT, BOARD_REPORT, GObject)

/**
 * marmot_board_report_new:
 * @pack: the figures
 *
 * Judges the figures of a pack.
 *
 * Returns: (transfer full): a new report
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotBoardReport  *marmot_board_report_new                (MarmotPack *pack) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_board_report_get_pack:
 * @self: a report
 *
 * Returns: (transfer none): the pack that it was made from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPack         *marmot_board_report_get_pack           (MarmotBoardReport *self);

/**
 * marmot_board_report_get_scorecard:
 * @self: a report
 *
 * Returns: (transfer none): the scorecard
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotScorecard    *marmot_board_report_get_scorecard      (MarmotBoardReport *self);

/**
 * marmot_board_report_get_comparisons:
 * @self: a report
 *
 * Returns: (transfer none): its [class@Marmot.Comparison] items
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_board_report_get_comparisons    (MarmotBoardReport *self);

/**
 * marmot_board_report_get_changes:
 * @self: a report
 *
 * Returns: (transfer none): its [class@Marmot.Change] items
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_board_report_get_changes        (MarmotBoardReport *self);

/**
 * marmot_board_report_get_exceptions:
 * @self: a report
 *
 * Returns: (transfer none): its [class@Marmot.ReportException] items, the weightiest
 *   first; the first screen of the page shows five
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_board_report_get_exceptions     (MarmotBoardReport *self);

/**
 * marmot_board_report_get_asks:
 * @self: a report
 *
 * Returns: (transfer none): what the board is asked, as [class@Marmot.Ask] items:
 *   first by the papers, then by the figures, which name no source
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_board_report_get_asks           (MarmotBoardReport *self);

/**
 * marmot_board_report_get_cannot_be_said:
 * @self: a report
 *
 * Returns: (transfer none) (array zero-terminated=1): what cannot be said from these
 *   figures, in sentences
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_board_report_get_cannot_be_said (MarmotBoardReport *self);

/**
 * marmot_board_report_get_findings:
 * @self: a report
 *
 * Where the figures, or the words beside them, do not fit together.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray          *marmot_board_report_get_findings       (MarmotBoardReport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_board_report_to_json:
 * @self: a report
 *
 * Writes the whole report as JSON, figures as decimal strings. The form is
 * described on the page "The board report" of the documentation.
 *
 * Returns: (transfer full): the JSON, in UTF-8, with a newline at its end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char               *marmot_board_report_to_json            (MarmotBoardReport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_board_report_to_html:
 * @self: a report
 *
 * Writes the report as one accessible HTML page that needs nothing else: no script,
 * no picture, no font, nothing from a network.
 *
 * Returns: (transfer full): the page, in UTF-8
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char               *marmot_board_report_to_html            (MarmotBoardReport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_board_report_to_text:
 * @self: a report
 *
 * Writes the first screen as plain text, for a terminal or an e-mail.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char               *marmot_board_report_to_text            (MarmotBoardReport *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_board_report_write:
 * @self: a report
 * @folder: a folder, which is made if it does not exist
 * @cancellable: (nullable): a way to stop it, or %NULL
 * @error: return location for an error
 *
 * Writes `report.json` and `report.html` into a folder. A file that is there already
 * is replaced whole or not at all.
 *
 * Returns: true if both were written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean            marmot_board_report_write              (MarmotBoardReport  *self,
                                                            GFile              *folder,
                                                            GCancellable       *cancellable,
                                                            GError            **error);

G_END_DECLS
