/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeSet:
 *
 * Episodes in columns: as many as there are, of one kind or of several, without an object
 * for each. It is a list of [class@Marmot.Episode] as well, which are made when they are
 * asked for and not kept.
 *
 * The columns stand in a [struct@Marmot.Table] and have fixed names. Any may be absent;
 * what is missing is null, and never a far date or a code that stands for it. An episode
 * is at work on the days from `start` up to, and without, `end`; one without an end is
 * open.
 *
 * - of every episode: `id` (text), `kind` (the short name of a
 *   [enum@Marmot.EpisodeKind]), `person` and `family` (who it is of, as the source numbers
 *   them), `start` and `end`; `source` and `line` (the file that it was read from, and
 *   where it stands in it), `year` (the first calendar year of the collection year);
 * - of whom it is, where that is known: `birth`, `sex`, `ethnicity`, `uasc` (whether an
 *   unaccompanied asylum-seeking child), `uasc_until`;
 * - of early help and family help: `requested`, `decided`, `decision` ("accepted", or
 *   another word), `assessment_started`, `assessed`, `start_reason` (where the request
 *   came from), `end_reason` (why it was closed, such as "outcomes-met"), `lead_agency`
 *   (such as "school"), `locality`, `level`;
 * - of care: the codes of the SSDA903 return, `start_reason` (RNE), `legal_status` (LS),
 *   `need` (CIN), `placement` (PLACE), `provider` (PLACE_PROVIDER), `end_reason` (REC),
 *   `change_reason` (REASON_PLACE_CHANGE), `carer` (URN); `place` and `home`, numbers
 *   that stand for postcodes, which are not kept; `area` (the authority that the place
 *   lies in), `location` (IN or OUT of the responsible authority), `distance` (miles);
 * - of child protection: `need` and `latest_need` (category of abuse), `previous_plans`
 *   (how many the child had before); of enquiries `conference` (the day of the initial
 *   child protection conference); of plans `reviewed` (the latest review);
 * - of education, health and care: `requested`, `decided`, `decision`, `issued` (the day
 *   of the plan), `exception` (why the 20 weeks did not apply), `reviewed`;
 * - of enrolments: `sessions` (possible) and `missed`; of participation: `activity`.
 *
 * Sets never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_SET (marmot_episode_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeSet, marmot_episode_set, MARMOT, EPISODE_SET, GObject)

/**
 * marmot_episode_set_new:
 * @kind: what the episodes are of, where the table has no column `kind`
 * @table: columns of the names above
 * @error: return location for an error
 *
 * Makes a set of a table. Text becomes a dictionary where one belongs, and a column of
 * nulls whatever belongs there; other columns are shared as far as their layout allows.
 *
 * A column of another name, and a kind that there is not, is a
 * %MARMOT_ERROR_INVALID_ARGUMENT; a column of another type a %MARMOT_ERROR_TYPE; more rows
 * than 2^31 - 1 a %MARMOT_ERROR_TOO_LARGE. Episodes themselves are not judged here: see
 * [method@Marmot.EpisodeSet.check].
 *
 * The set is taken to know of everything from the earliest of its days on: see
 * [method@Marmot.EpisodeSet.with_coverage].
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_new           (MarmotEpisodeKind    kind,
                                                    MarmotTable         *table,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_join:
 * @sets: (array length=n_sets): sets
 * @n_sets: how many there are
 * @error: return location for an error
 *
 * Puts the episodes of several sets into one, one after another; a column that only some
 * have is null in the others. The first day and the last day that the set knows of are
 * those that all of them know of.
 *
 * No sets are a %MARMOT_ERROR_INVALID_ARGUMENT, and more rows than a set can have a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_join          (MarmotEpisodeSet   **sets,
                                                    gsize                n_sets,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_with_coverage:
 * @self: a set
 * @first_day: the first day from which the source knows of all episodes, in days since 1
 *   January 1970
 * @last_day: the last such day, such as the day of the extract
 * @error: return location for an error
 *
 * The same episodes, and what is known of the time before and after them. Measures that
 * look back or forward need it: where an extract starts in April, nobody can say who came
 * back within twelve months of a closure in March. At first a set knows of the days from
 * the earliest start of an episode, or request of one, to the latest day of any event in it.
 *
 * A last day before the first is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_with_coverage (MarmotEpisodeSet    *self,
                                                    gint32               first_day,
                                                    gint32               last_day,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_get_coverage:
 * @self: a set
 * @first_day: (out) (optional): the first day that it knows of
 * @last_day: (out) (optional): the last day that it knows of
 *
 * Which days the set knows of, in days since 1 January 1970.
 *
 * Returns: false if it knows of none, since no episode has a date
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_episode_set_get_coverage  (MarmotEpisodeSet    *self,
                                                    gint32              *first_day,
                                                    gint32              *last_day);

/**
 * marmot_episode_set_with_needs:
 * @self: a set
 * @needs: a row a need: `episode` (the id of the episode), `outcome` (a code of the
 *   outcome framework), and, where they are known, `criterion`, `identified` and `met`
 *   (days)
 * @error: return location for an error
 *
 * The same episodes, with the needs of the families that they are of: in early help one
 * of the ten outcomes of the Supporting Families framework, when it was found that the
 * family needs it, and when it was met.
 *
 * A need of an episode that the set does not have is left out, and counted by
 * [method@Marmot.EpisodeSet.get_n_stray_needs]. A column that is not there is a
 * %MARMOT_ERROR_NOT_FOUND, one of another type a %MARMOT_ERROR_TYPE; episodes whose ids are
 * not distinct are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_with_needs    (MarmotEpisodeSet    *self,
                                                    MarmotTable         *needs,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_get_needs:
 * @self: a set
 *
 * The needs of the episodes, by episode: `row` (of the episode, from 0), `outcome`,
 * `criterion`, `identified` and `met`.
 *
 * Returns: (transfer none) (nullable): the needs, or %NULL if none were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_episode_set_get_needs     (MarmotEpisodeSet    *self);

/**
 * marmot_episode_set_get_n_stray_needs:
 * @self: a set
 *
 * Returns: how many needs were given of episodes that the set did not have
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_episode_set_get_n_stray_needs (MarmotEpisodeSet *self);

/**
 * marmot_episode_set_get_table:
 * @self: a set
 *
 * Returns: (transfer none): the columns
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_episode_set_get_table     (MarmotEpisodeSet    *self);

/**
 * marmot_episode_set_get_n_rows:
 * @self: a set
 *
 * Returns: how many episodes there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_episode_set_get_n_rows    (MarmotEpisodeSet    *self);

/**
 * marmot_episode_set_count:
 * @self: a set
 * @unit: what is to be counted
 *
 * How many episodes, children or families the set is of. Rows that do not say whose they
 * are count as no child and no family.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_episode_set_count         (MarmotEpisodeSet    *self,
                                                    MarmotEpisodeUnit    unit);

/**
 * marmot_episode_set_take:
 * @self: a set
 * @rows: rows, from 0, as a column of integers without nulls
 * @error: return location for an error
 *
 * The rows asked for, in the order asked for. What the set knows of, and the needs of the
 * episodes, go with them.
 *
 * A column of another type is a %MARMOT_ERROR_TYPE, a row that there is not, or null, a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_take          (MarmotEpisodeSet    *self,
                                                    MarmotColumn        *rows,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_filter:
 * @self: a set
 * @column: the name of a column of text or codes
 * @text: (nullable): what it shall hold, letter by letter, or %NULL for nulls
 * @error: return location for an error
 *
 * The episodes that have a code, in their order.
 *
 * A column that the set does not have is a %MARMOT_ERROR_NOT_FOUND, one of numbers or
 * dates a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new set, which may be empty, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_filter        (MarmotEpisodeSet    *self,
                                                    const char          *column,
                                                    const char          *text,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_filter_kind:
 * @self: a set
 * @kind: a kind
 *
 * The episodes of one kind, in their order.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_filter_kind   (MarmotEpisodeSet    *self,
                                                    MarmotEpisodeKind    kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_open_on:
 * @self: a set
 * @day: a day, in days since 1 January 1970
 *
 * The episodes that are at work on a day: those that started on it or before, and had
 * not ended by it. An episode that ends on the day is not one of them.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_open_on       (MarmotEpisodeSet    *self,
                                                    gint32               day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_open_during:
 * @self: a set
 * @period: a period
 *
 * The episodes that are at work on at least one day of a period.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_open_during   (MarmotEpisodeSet    *self,
                                                    MarmotPeriod        *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_dated_in:
 * @self: a set
 * @column: the name of a column of dates, such as "start" or "requested"
 * @period: a period
 * @error: return location for an error
 *
 * The episodes whose date lies in a period, its first and its last day included.
 *
 * A column that the set does not have is a %MARMOT_ERROR_NOT_FOUND, one that holds no
 * dates a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new set, which may be empty, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_episode_set_dated_in      (MarmotEpisodeSet    *self,
                                                    const char          *column,
                                                    MarmotPeriod        *period,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_split:
 * @self: a set
 * @column: the name of a column
 * @error: return location for an error
 *
 * A set for each thing that a column holds, in the order of [struct@Marmot.Groups]: text
 * by its bytes, and null last.
 *
 * A column that the set does not have is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer container) (element-type Marmot.EpisodeSet): the sets, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray        *marmot_episode_set_split         (MarmotEpisodeSet    *self,
                                                    const char          *column,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_set_to_string:
 * @self: a set
 *
 * Returns: (transfer full): a description, such as "2765 episodes of 1323 children,
 *   2022-04-01 to 2025-03-31"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_episode_set_to_string     (MarmotEpisodeSet    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
