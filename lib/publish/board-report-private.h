/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The files of the board report: marmot-board-report.c judges, board-report-json.c
 * makes one JSON tree of it, and board-report-page.c makes a page of that tree, so
 * that the page can say nothing that the JSON does not.
 */
#pragma once

#include <jansson.h>
#include <marmot/marmot.h>

G_BEGIN_DECLS

/* How many exceptions the first screen shows. */
#define MARMOT_FIRST_EXCEPTIONS 5

/* A new reference. */
json_t *marmot_board_report_to_tree   (MarmotBoardReport *self);

char   *marmot_board_report_make_page (json_t            *tree);

G_END_DECLS
