/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeMeasure:
 * @MARMOT_EPISODE_MEASURE_REQUESTS: requests for early help received in the period
 * @MARMOT_EPISODE_MEASURE_OPENED: episodes opened in the period
 * @MARMOT_EPISODE_MEASURE_ASSESSED: assessments completed in the period
 * @MARMOT_EPISODE_MEASURE_CLOSED: episodes closed in the period
 * @MARMOT_EPISODE_MEASURE_ACCEPTED: of the requests decided in the period, those that led
 *   to an episode
 * @MARMOT_EPISODE_MEASURE_CLOSED_WITHIN: of the episodes closed in the period, those
 *   closed within so many weeks of their opening, 16 unless told otherwise
 * @MARMOT_EPISODE_MEASURE_OPEN_BEYOND: of the episodes open on a day, those that have been
 *   open for more than so many weeks, 20 unless told otherwise
 * @MARMOT_EPISODE_MEASURE_DONE_BY: of all episodes opened in the period, the share that is
 *   closed by week 16 (or another), those still open included, by the Kaplan-Meier curve
 * @MARMOT_EPISODE_MEASURE_DURATION: the median number of days from opening to closure of
 *   episodes opened in the period, those still open included, by the same curve
 * @MARMOT_EPISODE_MEASURE_OUTCOMES_MET: of the episodes closed in the period with a known
 *   reason, those closed with outcomes met
 * @MARMOT_EPISODE_MEASURE_NEEDS_MET: of the needs found in the episodes closed in the
 *   period, those that were met
 * @MARMOT_EPISODE_MEASURE_PARTNER_LED: of the episodes opened in the period, those that
 *   are led by an agency other than the council
 * @MARMOT_EPISODE_MEASURE_STEP_UP: of the episodes closed in the period, those that
 *   stepped up to social care
 * @MARMOT_EPISODE_MEASURE_STEP_DOWN: of the episodes opened in the period, those that came
 *   down from social care
 * @MARMOT_EPISODE_MEASURE_RETURN_BACK: of the episodes opened in the period, those of a
 *   family that had another closed in the twelve months before: looking back
 * @MARMOT_EPISODE_MEASURE_RETURN_FORWARD: of the episodes closed in the period, those
 *   whose family had another opened in the twelve months after: looking forward
 * @MARMOT_EPISODE_MEASURE_REFERRALS: referrals to children's social care received in the
 *   period
 * @MARMOT_EPISODE_MEASURE_REREFERRAL: of the referrals received in the period, those
 *   within twelve months of the child's previous referral
 * @MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME: of the assessments completed in the period,
 *   those completed within 45 working days
 * @MARMOT_EPISODE_MEASURE_CONFERENCE_ON_TIME: of the initial child protection conferences
 *   in the period, those within 15 working days of the start of the section 47 enquiry
 * @MARMOT_EPISODE_MEASURE_REPEAT_PLAN_EVER: of the child protection plans that started in
 *   the period, those of a child who had a plan before, at any time
 * @MARMOT_EPISODE_MEASURE_REPEAT_PLAN: of the child protection plans that started in the
 *   period, those within two years of the end of a plan of the child before
 * @MARMOT_EPISODE_MEASURE_PLAN_ENDED_BEYOND: of the child protection plans that ended in
 *   the period, those that lasted two years or more
 * @MARMOT_EPISODE_MEASURE_PLAN_OPEN_BEYOND: of the child protection plans open on a day,
 *   those that have lasted two years or more
 * @MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME: of the child protection plans open on a day for
 *   at least three months, those with all their reviews in time
 * @MARMOT_EPISODE_MEASURE_EHC_ON_TIME: of the education, health and care plans issued in
 *   the period, those issued within 20 weeks of the request
 * @MARMOT_EPISODE_MEASURE_EHC_WAITING_BEYOND: of the requests for an education, health and
 *   care plan that are under way on a day, those made more than 20 weeks before it
 * @MARMOT_EPISODE_MEASURE_EHC_REVIEWED: of the education, health and care plans open on a
 *   day for twelve months or more, those reviewed in the twelve months before
 * @MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE: of the pupils enrolled in the period, those
 *   who missed 10% or more of their possible sessions
 * @MARMOT_EPISODE_MEASURE_SEVERE_ABSENCE: of the pupils enrolled in the period, those who
 *   missed 50% or more of their possible sessions
 * @MARMOT_EPISODE_MEASURE_NEET: of the young people known of on a day, those not in
 *   education, employment or training
 * @MARMOT_EPISODE_MEASURE_NOT_KNOWN: of the young people known of on a day, those of whom
 *   it is not known what they do
 * @MARMOT_EPISODE_MEASURE_NEET_OR_NOT_KNOWN: of the young people known of on a day, those
 *   of one or the other
 * @MARMOT_EPISODE_MEASURE_LOOKED_AFTER: children looked after on a day
 * @MARMOT_EPISODE_MEASURE_LOOKED_AFTER_FOR: children looked after on a day, and without a
 *   break for twelve months
 * @MARMOT_EPISODE_MEASURE_LOOKED_AFTER_IN: children looked after on any day of the period
 * @MARMOT_EPISODE_MEASURE_CARE_STARTED: periods of care that started in the period
 * @MARMOT_EPISODE_MEASURE_CARE_CEASED: periods of care that ended in the period
 * @MARMOT_EPISODE_MEASURE_CARE_DURATION: the median number of days of the periods of care
 *   that started in the period, those still going on included
 * @MARMOT_EPISODE_MEASURE_CARE_ENDED_DURATION: the median number of days of the periods of
 *   care that ended in the period
 * @MARMOT_EPISODE_MEASURE_THREE_PLACEMENTS: of the children looked after on a day, those
 *   with three or more placements in the year up to it
 * @MARMOT_EPISODE_MEASURE_LONG_TERM_STABILITY: of the children under 16 looked after on a
 *   day, and for two and a half years before it, those with the same carer for two
 * @MARMOT_EPISODE_MEASURE_PLACED_WITH: of the children looked after on a day, those in
 *   some kinds of placement, foster care unless told otherwise
 * @MARMOT_EPISODE_MEASURE_PLACED_INSIDE: of the children looked after on a day, those
 *   placed inside the authority that looks after them
 * @MARMOT_EPISODE_MEASURE_PLACED_ADJOINING: of the children looked after on a day, those
 *   placed in an authority that adjoins it
 * @MARMOT_EPISODE_MEASURE_PLACED_AT_A_DISTANCE: of the children looked after on a day,
 *   those placed neither inside it nor in an authority that adjoins it
 * @MARMOT_EPISODE_MEASURE_PLACED_FAR: of the children looked after on a day, those placed
 *   more than 20 miles from home
 * @MARMOT_EPISODE_MEASURE_UASC: of the children looked after on a day, those who are
 *   unaccompanied asylum-seeking children
 *
 * A figure that children's services make of episodes. Each has a definition and a source,
 * see [func@Marmot.EpisodeMeasure.get_definition] and the page on measures of episodes.
 *
 * The list may grow.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EPISODE_MEASURE_REQUESTS,
  MARMOT_EPISODE_MEASURE_OPENED,
  MARMOT_EPISODE_MEASURE_ASSESSED,
  MARMOT_EPISODE_MEASURE_CLOSED,
  MARMOT_EPISODE_MEASURE_ACCEPTED,
  MARMOT_EPISODE_MEASURE_CLOSED_WITHIN,
  MARMOT_EPISODE_MEASURE_OPEN_BEYOND,
  MARMOT_EPISODE_MEASURE_DONE_BY,
  MARMOT_EPISODE_MEASURE_DURATION,
  MARMOT_EPISODE_MEASURE_OUTCOMES_MET,
  MARMOT_EPISODE_MEASURE_NEEDS_MET,
  MARMOT_EPISODE_MEASURE_PARTNER_LED,
  MARMOT_EPISODE_MEASURE_STEP_UP,
  MARMOT_EPISODE_MEASURE_STEP_DOWN,
  MARMOT_EPISODE_MEASURE_RETURN_BACK,
  MARMOT_EPISODE_MEASURE_RETURN_FORWARD,
  MARMOT_EPISODE_MEASURE_REFERRALS,
  MARMOT_EPISODE_MEASURE_REREFERRAL,
  MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME,
  MARMOT_EPISODE_MEASURE_CONFERENCE_ON_TIME,
  MARMOT_EPISODE_MEASURE_REPEAT_PLAN_EVER,
  MARMOT_EPISODE_MEASURE_REPEAT_PLAN,
  MARMOT_EPISODE_MEASURE_PLAN_ENDED_BEYOND,
  MARMOT_EPISODE_MEASURE_PLAN_OPEN_BEYOND,
  MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME,
  MARMOT_EPISODE_MEASURE_EHC_ON_TIME,
  MARMOT_EPISODE_MEASURE_EHC_WAITING_BEYOND,
  MARMOT_EPISODE_MEASURE_EHC_REVIEWED,
  MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE,
  MARMOT_EPISODE_MEASURE_SEVERE_ABSENCE,
  MARMOT_EPISODE_MEASURE_NEET,
  MARMOT_EPISODE_MEASURE_NOT_KNOWN,
  MARMOT_EPISODE_MEASURE_NEET_OR_NOT_KNOWN,
  MARMOT_EPISODE_MEASURE_LOOKED_AFTER,
  MARMOT_EPISODE_MEASURE_LOOKED_AFTER_FOR,
  MARMOT_EPISODE_MEASURE_LOOKED_AFTER_IN,
  MARMOT_EPISODE_MEASURE_CARE_STARTED,
  MARMOT_EPISODE_MEASURE_CARE_CEASED,
  MARMOT_EPISODE_MEASURE_CARE_DURATION,
  MARMOT_EPISODE_MEASURE_CARE_ENDED_DURATION,
  MARMOT_EPISODE_MEASURE_THREE_PLACEMENTS,
  MARMOT_EPISODE_MEASURE_LONG_TERM_STABILITY,
  MARMOT_EPISODE_MEASURE_PLACED_WITH,
  MARMOT_EPISODE_MEASURE_PLACED_INSIDE,
  MARMOT_EPISODE_MEASURE_PLACED_ADJOINING,
  MARMOT_EPISODE_MEASURE_PLACED_AT_A_DISTANCE,
  MARMOT_EPISODE_MEASURE_PLACED_FAR,
  MARMOT_EPISODE_MEASURE_UASC,
} MarmotEpisodeMeasure;

/**
 * marmot_episode_measure_get_label:
 * @self: a measure
 *
 * What the measure is called in a table or a report.
 *
 * Returns: (transfer none): a few words
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_episode_measure_get_label      (MarmotEpisodeMeasure self);

/**
 * marmot_episode_measure_get_definition:
 * @self: a measure
 *
 * Who is counted, out of whom, and how the edges fall: what must stand beside the figure
 * before anybody compares it.
 *
 * Returns: (transfer none): a sentence or several
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_episode_measure_get_definition (MarmotEpisodeMeasure self);

/**
 * marmot_episode_measure_get_source:
 * @self: a measure
 *
 * Who defines the measure so: a statistical publication, a regulation, or this library
 * where there is no standard.
 *
 * Returns: (transfer none): the source
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_episode_measure_get_source     (MarmotEpisodeMeasure self);

/**
 * marmot_episode_measure_get_unit:
 * @self: a measure
 *
 * What the measure counts, unless told otherwise. Needs are counted one by one.
 *
 * Returns: the unit
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeUnit marmot_episode_measure_get_unit (MarmotEpisodeMeasure self);

G_END_DECLS
