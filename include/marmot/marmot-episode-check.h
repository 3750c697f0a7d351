/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_episode_set_check:
 * @self: a set
 * @max_findings: how many findings are wanted; further ones are only counted
 * @n_findings: (out) (optional): how many there are
 *
 * Whether episodes make sense, each for itself and beside the others of the same child or
 * family. A finding names the rule and the line of the file, or where the set has no
 * lines, the row, from 1; it never shows what a cell holds.
 *
 * - `episode/end-before-start` (error): it ends before it starts;
 * - `episode/date-order` (warning): in early help and family help the request is after the
 *   decision or the start, the decision after the start, or the assessment outside the
 *   episode or done before it was begun; in education, health and care the request is after
 *   the decision or the plan; a birth is after the start of care or of an enrolment;
 * - `episode/no-subject` (warning): nobody says of which child or family it is;
 * - `episode/no-start` (warning): it ended and has no start;
 * - `episode/after-coverage` (warning): it starts after the last day that the set knows of;
 * - `episode/same-id` (error): an id that another episode of the kind has;
 * - `episode/two-open` (warning): the family, or child, has two open episodes of a kind;
 * - `episode/overlap` (warning): it starts before another of the kind has ended. Each is
 *   held against every earlier one, by the latest of their ends;
 * - `episode/unknown-code` (error): in early help and family help, a reason for closure or
 *   a lead agency that is not one of the library's codes.
 *
 * Two episodes are held against each other where a child, or in early help and family help
 * a family, can have one at a time: of early help, family help, children in need, child
 * protection, care, short breaks, and education, health and care plans. Rows of one family
 * that are of several children and have the same days are one episode.
 *
 * Time is in proportion to the rows, but for the sorting of what one child or family has.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, by row
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_episode_set_check (MarmotEpisodeSet *self,
                                     guint             max_findings,
                                     guint64          *n_findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
