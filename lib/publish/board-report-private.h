/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The files of the board report. marmot-board-report.c is the object, and the files
 * below judge the figures for it, one subject each. board-report-json.c makes one
 * JSON tree of the judged report, and board-report-page.c makes a page of that tree,
 * so that the page can say nothing that the JSON does not.
 */
#pragma once

#include <jansson.h>
#include <marmot/marmot.h>

G_BEGIN_DECLS

/* How many exceptions the first screen shows. */
#define MARMOT_FIRST_EXCEPTIONS 5

struct _MarmotBoardReport
{
  GObject parent_instance;

  MarmotPack *pack;
  MarmotScorecard *scorecard;
  GListStore *comparisons;
  GListStore *changes;
  GListStore *exceptions;
  GListStore *asks;
  GStrv cannot_be_said;
  GPtrArray *findings;
};

/* board-report-compare.c: comparisons and changes. */
void    marmot_board_report_compare         (MarmotBoardReport *self);

/* board-report-findings.c: what does not fit, of the comparisons and the scorecard. */
void    marmot_board_report_find_findings   (MarmotBoardReport *self);
void    marmot_board_report_add_finding     (MarmotBoardReport *self,
                                             MarmotSeverity     severity,
                                             const char        *rule,
                                             const char        *source,
                                             guint              line,
                                             const char        *message,
                                             const char        *fix);
char   *marmot_board_report_describe_pair   (MarmotComparison  *c);

/* board-report-exceptions.c */
void    marmot_board_report_find_exceptions (MarmotBoardReport *self);

/* board-report-limits.c: what cannot be said, and what the board is asked. */
void    marmot_board_report_find_limits     (MarmotBoardReport *self);
void    marmot_board_report_find_asks       (MarmotBoardReport *self);

/* board-report-json.c; a new reference. */
json_t *marmot_board_report_to_tree         (MarmotBoardReport *self);

/* board-report-page.c */
char   *marmot_board_report_make_page       (json_t            *tree);

G_END_DECLS
