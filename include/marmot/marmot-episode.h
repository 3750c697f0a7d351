/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisode:
 *
 * One episode of a set: what is in a row of its columns, see [class@Marmot.EpisodeSet].
 *
 * An episode is made when it is asked for, and keeps its set alive. A single episode is
 * one of a set of one. Codes are those of the source, and
 * [method@Marmot.Episode.get_label] says what one stands for. Episodes never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE (marmot_episode_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisode, marmot_episode, MARMOT, EPISODE, GObject)

/**
 * marmot_episode_get_set:
 * @self: an episode
 *
 * Returns: (transfer none): the set that it is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet  *marmot_episode_get_set     (MarmotEpisode *self);

/**
 * marmot_episode_get_row:
 * @self: an episode
 *
 * Returns: its row in the set, from 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_episode_get_row     (MarmotEpisode *self);

/**
 * marmot_episode_get_kind:
 * @self: an episode
 *
 * Returns: what it is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeKind  marmot_episode_get_kind    (MarmotEpisode *self);

/**
 * marmot_episode_get_id:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): how the source numbers it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_id      (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_person:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): how the source numbers the child
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_person  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_family:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): how the source numbers the family
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_family  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_start:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): its first day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_start   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_end:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which it was over, or %NULL if it is
 *   open
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_end     (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_is_open:
 * @self: an episode
 *
 * Returns: whether it has a start and no end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_is_open     (MarmotEpisode *self);

/**
 * marmot_episode_covers:
 * @self: an episode
 * @day: a day, in days since 1 January 1970
 *
 * Returns: whether it was at work on the day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_covers      (MarmotEpisode *self,
                                               gint32         day);

/**
 * marmot_episode_get_days:
 * @self: an episode
 * @until: the day up to which an open episode is counted, in days since 1 January 1970
 *
 * How many days the episode lasted, from its start to its end, or to @until if that is
 * earlier or there is no end.
 *
 * Returns: the number of days, or -1 if it has no start, or ends before it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int                marmot_episode_get_days    (MarmotEpisode *self,
                                               gint32         until);

/**
 * marmot_episode_get_text:
 * @self: an episode
 * @column: the name of a column of text or codes, such as "lead_agency"
 *
 * What the row has in a column of the set.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there is none, or no such
 *   column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_text    (MarmotEpisode *self,
                                               const char    *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_date:
 * @self: an episode
 * @column: the name of a column of dates, such as "requested"
 *
 * What the row has in a column of the set.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if there is none, or no such
 *   column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_date    (MarmotEpisode *self,
                                               const char    *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_number:
 * @self: an episode
 * @column: the name of a column of numbers, such as "distance"
 *
 * What the row has in a column of the set.
 *
 * Returns: the number, or NaN if there is none, or no such column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double             marmot_episode_get_number  (MarmotEpisode *self,
                                               const char    *column);

/**
 * marmot_episode_get_requested:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which it was asked for,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_requested (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_decided:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which it was decided whether to accept it,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_decided (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_assessment_started:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which the assessment began,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_assessment_started (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_assessed:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which the assessment was completed,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_assessed (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_conference:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day of the initial child protection conference,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_conference (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_reviewed:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day of the latest review,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_reviewed (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_issued:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which the education, health and care plan was issued,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_issued (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_birth:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which the child was born,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_birth  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_uasc_until:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which the child ceased to be an unaccompanied asylum-seeking child,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_uasc_until (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_decision:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): what was decided, such as "accepted",
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_decision (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_start_reason:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): why it started: a code, such as RNE of care, or words,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_start_reason (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_end_reason:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): why it ended: a code, such as REC of care, or words such as "outcomes-met",
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_end_reason (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_lead_agency:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): which agency leads, such as "school",
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_lead_agency (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_locality:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): where in the authority it is,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_locality (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_level:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): its level of need, in the words of the source,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_level  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_legal_status:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the legal status (LS),
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_legal_status (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_need:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the category of need (CIN), or the initial category of abuse,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_need   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_latest_need:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the latest category of abuse,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_latest_need (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_placement:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the kind of placement (PLACE),
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_placement (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_provider:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): who provides the placement (PLACE_PROVIDER),
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_provider (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_change_reason:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): why the placement changed (REASON_PLACE_CHANGE),
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_change_reason (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_carer:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the number of the carer or home (URN),
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_carer  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_place:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): a number that stands for the postcode of the placement, which is not kept,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_place  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_home:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): a number that stands for the postcode of home, which is not kept,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_home   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_area:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the code of the authority that the place lies in,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_area   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_location:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): IN or OUT of the responsible authority,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_location (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_exception:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): why the 20 weeks did not apply,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_exception (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_activity:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): what a young person does,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_activity (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_sex:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the sex of the child, as the source codes it,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_sex    (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_ethnicity:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the ethnicity of the child, as the source codes it,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_ethnicity (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_source:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the name of the file that it was read from,
 *   or %NULL where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_source (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_distance:
 * @self: an episode
 *
 * Returns: how many miles the place is from home; NaN where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double             marmot_episode_get_distance (MarmotEpisode *self);

/**
 * marmot_episode_get_previous_plans:
 * @self: an episode
 *
 * Returns: how many child protection plans the child had before; -1 where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64             marmot_episode_get_previous_plans (MarmotEpisode *self);

/**
 * marmot_episode_get_sessions:
 * @self: an episode
 *
 * Returns: how many sessions were possible; -1 where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64             marmot_episode_get_sessions (MarmotEpisode *self);

/**
 * marmot_episode_get_missed:
 * @self: an episode
 *
 * Returns: how many of them were missed; -1 where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64             marmot_episode_get_missed (MarmotEpisode *self);

/**
 * marmot_episode_get_year:
 * @self: an episode
 *
 * Returns: the collection year of its row, such as 2017 for 2017/18; 0 where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_episode_get_year   (MarmotEpisode *self);

/**
 * marmot_episode_get_line:
 * @self: an episode
 *
 * Returns: the line of the file that it was read from; 0 where that is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64            marmot_episode_get_line   (MarmotEpisode *self);

/**
 * marmot_episode_get_uasc:
 * @self: an episode
 *
 * Returns: whether it is of an unaccompanied asylum-seeking child; false also where
 *   nobody knows, see [method@Marmot.Episode.get_uasc_known]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_get_uasc    (MarmotEpisode *self);

/**
 * marmot_episode_get_uasc_known:
 * @self: an episode
 *
 * Returns: whether it is known if the child is an unaccompanied asylum-seeking child
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_get_uasc_known (MarmotEpisode *self);

/**
 * marmot_episode_get_label:
 * @self: an episode
 * @column: the name of a column of codes, such as "placement"
 *
 * What the code in a column stands for, by the built-in [class@Marmot.CodeSet] of that
 * column: the codes of the SSDA903 return where the episode is of care, and those of the
 * children in need census or of early help where it is of them.
 *
 * Returns: (transfer full) (nullable): the label, or %NULL where there is no code, or no
 *   set that has it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_label   (MarmotEpisode *self,
                                               const char    *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_is_code_valid:
 * @self: an episode
 * @column: the name of a column of codes, such as "placement"
 *
 * Whether the code in a column is one of the collection year of the episode: that of its
 * row, or, where no row says so, that in which it started.
 *
 * Returns: true if it is; false also where there is no code, or no set of codes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_is_code_valid (MarmotEpisode *self,
                                                 const char    *column);

/**
 * marmot_episode_get_needs:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the needs that were found, as in
 *   [method@Marmot.EpisodeSet.get_needs], or %NULL if the set has none of any
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_episode_get_needs   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_overlaps:
 * @self: an episode
 * @other: another, of whomever
 *
 * Returns: whether there is a day on which both are at work
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_overlaps    (MarmotEpisode *self,
                                               MarmotEpisode *other);

/**
 * marmot_episode_equal:
 * @self: an episode
 * @other: another
 *
 * Whether both are of the same kind and say the same in every column, wherever they were
 * read: `source` and `line` do not matter.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_equal       (MarmotEpisode *self,
                                               MarmotEpisode *other);

/**
 * marmot_episode_hash:
 * @self: an episode
 *
 * Returns: a hash that equal episodes share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_episode_hash        (MarmotEpisode *self);

/**
 * marmot_episode_to_string:
 * @self: an episode
 *
 * Returns: (transfer full): a description that says nothing of whom it is, such as "care,
 *   2020-01-01 to 2020-02-01"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_to_string   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
