/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-area.h>
#include <marmot/marmot-scorecard-row.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MARMOT_SCORECARD_REVIEW_ABOVE:
 *
 * The progress, in per cent, above which a target asks to be reviewed unless
 * somebody says otherwise. It is a convention of this library.
 *
 * Since: 1.0
 */
#define MARMOT_SCORECARD_REVIEW_ABOVE (150.0)

/**
 * MarmotScorecard:
 *
 * How the indicators of an area stand to their targets: a list of
 * [class@Marmot.ScorecardRow], in the order of the indicators, with a row for
 * each target that the latest figure can be held against and one for each target
 * of a whole programme.
 *
 * ## What is reached so far
 *
 * Where an indicator is additive, what has been reached is added up from the
 * start of the target's period: the longest figure that starts there, then the
 * longest that starts where that one ended, and so on. So a programme total takes
 * a year and then the year to date, and never counts a quarter twice. Percentages
 * are never added; the latest one stands.
 *
 * ## Current status
 *
 * - *achieved*: the target has been met and cannot be lost again: the period is
 *   over, or counts that only grow have passed it;
 * - *on track* or *behind*: held against what the owner expects by now (a target
 *   with the profile %MARMOT_TARGET_PROFILE_TO_DATE) or, where the owner supplies
 *   nothing, the straight line: as large a part of the target as has passed of the
 *   period, in months. A percentage is held against the target itself. A value
 *   equal to its target meets it;
 * - *no target* or *cannot be judged*: with the reason.
 *
 * An indicator is judged only if somebody has said which direction is good.
 *
 * ## Forecast
 *
 * By the owner's profile where there is one, otherwise by the run rate: the rest
 * of the period at the average rate so far. A percentage has no run rate, and
 * without a profile its forecast cannot be judged.
 *
 * ## Review
 *
 * A target of which more than 150% (or what the caller says) has been reached asks
 * to be reviewed: it tells nothing any more.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SCORECARD (marmot_scorecard_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotScorecard, marmot_scorecard, MARMOT, SCORECARD, GObject)

/**
 * marmot_scorecard_new:
 * @indicators: a list of [class@Marmot.Indicator]
 * @observations: a list of [class@Marmot.Observation]; those of other areas are
 *   left out
 * @targets: a list of [class@Marmot.Target]
 * @area: the area
 * @review_above: the progress, in per cent, above which a target asks to be
 *   reviewed; 0 for [const@Marmot.SCORECARD_REVIEW_ABOVE]
 *
 * Holds the figures of an area against its targets. The lists are read once, and
 * later changes to them are not followed.
 *
 * Returns: (transfer full): a new scorecard
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotScorecard    *marmot_scorecard_new     (GListModel      *indicators,
                                              GListModel      *observations,
                                              GListModel      *targets,
                                              MarmotArea      *area,
                                              double           review_above) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_scorecard_get_row:
 * @self: a scorecard
 * @position: which row, from 0
 *
 * Returns: (transfer none) (nullable): the row, or %NULL if there are not so many
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotScorecardRow *marmot_scorecard_get_row (MarmotScorecard *self,
                                              guint            position);

/**
 * marmot_scorecard_count:
 * @self: a scorecard
 * @current: a status
 *
 * Returns: how many rows have this current status
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint               marmot_scorecard_count   (MarmotScorecard      *self,
                                              MarmotProgressStatus  current);

G_END_DECLS
