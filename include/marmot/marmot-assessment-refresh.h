/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-assessment.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEvidenceMove:
 * @MARMOT_EVIDENCE_MOVE_UNCHANGED: the figure is what it was, as far as it was printed
 * @MARMOT_EVIDENCE_MOVE_WITHIN: it is another, and no farther than chance explains
 * @MARMOT_EVIDENCE_MOVE_BEYOND: it has moved by more than that
 * @MARMOT_EVIDENCE_MOVE_NOT_FOUND: there is no such figure
 * @MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE: it is another, and nothing says how far chance goes;
 *   or it is not known which of several it is
 *
 * What became of a piece of evidence.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EVIDENCE_MOVE_UNCHANGED,
  MARMOT_EVIDENCE_MOVE_WITHIN,
  MARMOT_EVIDENCE_MOVE_BEYOND,
  MARMOT_EVIDENCE_MOVE_NOT_FOUND,
  MARMOT_EVIDENCE_MOVE_NOT_COMPARABLE
} MarmotEvidenceMove;

/**
 * MarmotAssessmentRefresh:
 *
 * What became of the evidence of an assessment, or of many, in newer figures. It is made by
 * [method@Marmot.Assessment.refresh] and [method@Marmot.AssessmentRegister.refresh].
 *
 * Each piece of evidence that names an indicator and an area is looked up: the figure of its
 * own period, to see whether that was revised, and the latest figure, to see whether it has
 * moved. The two are different questions, and are answered in rows of their own:
 *
 * - A revised figure is the same thing known better, and no second sample: nothing is
 *   tested. It has moved beyond its interval if it lies outside the limits that were known
 *   when the evidence was written, or, where there were none, if the old figure lies outside
 *   the limits of the new one.
 * - A later figure is another sample. It has moved beyond its interval if the limits of its
 *   difference from the earlier one leave out zero, by [method@Marmot.Estimate.difference]
 *   (Zou and Donner 2008). That the new figure lies outside the old limits, or that the two
 *   intervals do not overlap, is not asked: the one forgets that the new figure has an error
 *   too, and the other asks for more than 95%. The earlier figure is that of the evidence's
 *   period as it is published now, if it is there, and else the evidence's own.
 *
 * Limits are those of the figure, at the confidence level of the evidence (95% or 99.8%).
 * Where it has none they are made of its counts: by Wilson for a proportion and by Byar, or
 * exactly, for a crude rate ([func@Marmot.proportion], [func@Marmot.rate]), where
 * [property@Marmot.Evidence:value-type] or a percent sign says which it is and the counts
 * make up the figure. Periods that share days, such as 2020 - 22 and 2021 - 23, cannot be
 * compared.
 *
 * It never changes, but what it is of may; see [method@Marmot.AssessmentRefresh.apply].
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_REFRESH (marmot_assessment_refresh_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentRefresh, marmot_assessment_refresh, MARMOT, ASSESSMENT_REFRESH, GObject)

/**
 * marmot_assessment_refresh:
 * @self: an assessment
 * @sets: (array length=n_sets): figures
 * @n_sets: how many sets there are
 * @day: the day as of which the latest figure is the latest: later periods are passed over
 *
 * Looks up the evidence that points at an observation. Where a figure stands in several
 * sets, the last of them counts; so newer files come last. Nothing is changed.
 *
 * Sex, ages and category type, where the evidence names none, may be anything, as long as
 * the set has only one such figure for a period; a category that is not named is the whole
 * population.
 *
 * Returns: (transfer full): what became of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentRefresh *marmot_assessment_refresh (MarmotAssessment *self,
                                                    MarmotObservationSet **sets,
                                                    gsize n_sets,
                                                    const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_refresh_get_table:
 * @self: what became of evidence
 *
 * One or two rows for each piece of evidence that points at an observation, with the columns
 *
 * - `assessment`, its short name; `evidence`, the key; `path`, such as "evidence/3"
 * - `about`: "own-period" or "latest-period"; there is no second row where the two are the
 *   same
 * - `before` and `before_period`: the figure as it was, as a text
 * - `after` and `after_period`: the figure as it is; null where there is none
 * - `lower`, `upper`: its limits; null where there are none
 * - `change`, `change_lower`, `change_upper`: the difference and its limits; of a revised
 *   figure without limits
 * - `method`: the short name of the [enum@Marmot.Method] of the difference, or null
 * - `move`: the short name of the #MarmotEvidenceMove
 * - `reason`: why it cannot be compared, in words, or null
 * - `answers`: the answers that rest on it, such as "responses/q1, groups/sex"; null for none
 *
 * Returns: (transfer none): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_refresh_get_table (MarmotAssessmentRefresh *self);

/**
 * marmot_assessment_refresh_list_findings:
 * @self: what became of evidence
 *
 * Findings on the answers that rest on what has changed, or on the evidence where no answer
 * does:
 *
 * - `evidence/moved`: the latest figure has moved beyond its interval (a warning)
 * - `evidence/revised`: the figure was revised beyond its interval (a warning), or within it
 *   (a note)
 * - `evidence/not-found`: there is no such figure (a note)
 * - `evidence/not-comparable`: it cannot be said whether it has moved (a note)
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, in the order of
 *   the evidence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_assessment_refresh_list_findings (MarmotAssessmentRefresh *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_refresh_count:
 * @self: what became of evidence
 * @move: what may have become of it
 *
 * Returns: how many rows of the table say so
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_assessment_refresh_count (MarmotAssessmentRefresh *self,
                                       MarmotEvidenceMove move);

/**
 * marmot_assessment_refresh_apply:
 * @self: what became of evidence
 *
 * Writes the figures that were found into the evidence: the latest, or that of its own
 * period where there is no later one. What stood there before goes to the end of
 * [property@Marmot.Evidence:earlier], with its period and limits, so that nothing is lost.
 * Answers are left as they are: what follows from a new figure people must say.
 * An assessment that is approved is revised first ([method@Marmot.Assessment.revise]): its
 * text is what was decided upon.
 *
 * Returns: how many pieces of evidence were changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_assessment_refresh_apply (MarmotAssessmentRefresh *self);

G_END_DECLS
