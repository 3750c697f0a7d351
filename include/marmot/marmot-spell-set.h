/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-spell-options.h>
#include <marmot/marmot-spell.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSpellSet:
 *
 * The periods of care of a set of episodes, and the placements in them, in columns. It is
 * a list of [class@Marmot.Spell] as well, which are made when they are asked for.
 *
 * Spells are by child, and those of a child by start, short breaks after care. Those of
 * one child do not overlap, but short breaks may lie in care where the episodes do.
 *
 * Sets never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SPELL_SET (marmot_spell_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSpellSet, marmot_spell_set, MARMOT, SPELL_SET, GObject)

/**
 * marmot_episode_set_link:
 * @self: a set
 * @options: (nullable): by which conventions, or %NULL for the defaults
 * @error: return location for an error
 *
 * Links the episodes of care of each child into periods of care, in time linear in their
 * number. Episodes of other kinds are passed over.
 *
 * Three things say whether an episode goes on from the one before it: that it starts on
 * the day on which that one ended; that that one ended with X1 (REC); and that it starts
 * for one of the reasons L, P, T, B and U (RNE), and not S. On the same day the majority
 * decides, and a tie is a new period; across days in no episode a new period starts,
 * unless the options bridge them. What starts before an earlier one ended goes on from it.
 * So the periods of a child never overlap, and every day is counted once. Where not all
 * say the same, the spell carries an issue, and there is a finding.
 *
 * Short breaks (legal status V3 or V4) link among themselves only.
 *
 * Every episode of care is in one spell, except those that do not say whose they are or
 * when they started: these are counted by [method@Marmot.SpellSet.get_n_left_out], and
 * each has a finding.
 *
 * Placements are runs of episodes with one carer. A run goes on over a change of legal
 * status alone (L), over a change of placement with the same carer (T and U), into a
 * placement for adoption with those who fostered the child already (A3 or A5 after U1 to
 * U6), and, unless the options say otherwise, through a temporary placement (T0 to T4) and
 * the return from it.
 *
 * A set without a column `person` or `start` is a %MARMOT_ERROR_NOT_FOUND. Where it has no
 * `start_reason` and no `end_reason`, days alone decide.
 *
 * Returns: (transfer full): the spells, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellSet    *marmot_episode_set_link          (MarmotEpisodeSet    *self,
                                                     MarmotSpellOptions  *options,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_get_episodes:
 * @self: a set of spells
 *
 * Returns: (transfer none): the episodes that were linked
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet  *marmot_spell_set_get_episodes    (MarmotSpellSet      *self);

/**
 * marmot_spell_set_get_n_rows:
 * @self: a set of spells
 *
 * Returns: how many spells there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_set_get_n_rows      (MarmotSpellSet      *self);

/**
 * marmot_spell_set_count_children:
 * @self: a set of spells
 *
 * Returns: of how many children they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_set_count_children  (MarmotSpellSet      *self);

/**
 * marmot_spell_set_get_table:
 * @self: a set of spells
 *
 * The spells, a row each: `person`, `start`, `end` (null while open), `days` (null while
 * open), `n_episodes`, `n_placements`, `start_reason`, `end_reason`, `need`,
 * `short_break`, `start_known` (whether the first episode says that care started),
 * `issues` (the short names of [flags@Marmot.SpellIssues] with spaces between them, null
 * for none), `first_episode` and `last_episode` (rows of the episodes, from 0). Columns of
 * codes that the episodes do not have are absent.
 *
 * Returns: (transfer none): the columns
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_spell_set_get_table       (MarmotSpellSet      *self);

/**
 * marmot_spell_set_get_placements:
 * @self: a set of spells
 *
 * The placements, a row each, by spell and start: `spell` (its row, from 0), `person`,
 * `start`, `end` (null while open), `days`, `n_episodes`, and of the first episode that
 * is not temporary `placement`, `provider`, `carer`, `area`, `location` and `distance`
 * (miles); `temporary` (whether all of it is), and `first_episode` (a row of the
 * episodes). Columns that the episodes do not have are absent.
 *
 * Returns: (transfer none): the columns
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_spell_set_get_placements  (MarmotSpellSet      *self);

/**
 * marmot_spell_set_get_spell_of_episodes:
 * @self: a set of spells
 *
 * For each episode the row of its spell, from 0; null for episodes of other kinds, for
 * those that are in no spell, and for those whose spell was filtered out.
 *
 * Returns: (transfer full): a column of integers, a row an episode
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_spell_set_get_spell_of_episodes (MarmotSpellSet *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_get_n_linked:
 * @self: a set of spells
 *
 * Returns: how many episodes of care were put into spells, filtered out since or not
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_set_get_n_linked    (MarmotSpellSet      *self);

/**
 * marmot_spell_set_get_n_left_out:
 * @self: a set of spells
 *
 * Returns: how many episodes of care are in no spell, since they do not say whose they
 *   are or when they started; each has a finding
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_set_get_n_left_out  (MarmotSpellSet      *self);

/**
 * marmot_spell_set_get_findings:
 * @self: a set of spells
 *
 * What is wrong with how the episodes link, up to the limit of the options: by file and
 * line where the episodes know them, and by the place in the set otherwise. They are of
 * all spells that were linked, filtered out since or not.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray         *marmot_spell_set_get_findings    (MarmotSpellSet      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_get_n_findings:
 * @self: a set of spells
 *
 * Returns: how many findings there are, beyond the limit too
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64            marmot_spell_set_get_n_findings  (MarmotSpellSet      *self);

/**
 * marmot_spell_set_open_on:
 * @self: a set of spells
 * @day: a day
 *
 * The spells that a child is in on a day. One that ends on the day is not among them.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellSet    *marmot_spell_set_open_on         (MarmotSpellSet      *self,
                                                     const GDate         *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_open_during:
 * @self: a set of spells
 * @period: a period
 *
 * The spells that have a day in a period.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellSet    *marmot_spell_set_open_during     (MarmotSpellSet      *self,
                                                     MarmotPeriod        *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_started_in:
 * @self: a set of spells
 * @period: a period
 *
 * The spells that started in a period, where that is known: their first episode says that
 * care started.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellSet    *marmot_spell_set_started_in      (MarmotSpellSet      *self,
                                                     MarmotPeriod        *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_ended_in:
 * @self: a set of spells
 * @period: a period
 *
 * The spells that ended in a period.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellSet    *marmot_spell_set_ended_in        (MarmotSpellSet      *self,
                                                     MarmotPeriod        *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_filter_short_breaks:
 * @self: a set of spells
 * @short_breaks: true for short breaks, false for care
 *
 * Either the short breaks or the rest.
 *
 * Returns: (transfer full): a new set, which may be empty
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellSet    *marmot_spell_set_filter_short_breaks (MarmotSpellSet  *self,
                                                         gboolean         short_breaks) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_count_placements:
 * @self: a set of spells
 * @period: a period
 *
 * For each spell the placements at work in a period: the one on its first day, or with
 * which the spell started in it, and each that came after. 0 for a spell without a day in
 * it.
 *
 * Returns: (transfer full): a column of integers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_spell_set_count_placements (MarmotSpellSet     *self,
                                                      MarmotPeriod       *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_count_moves:
 * @self: a set of spells
 * @period: a period
 *
 * For each spell the changes of carer in a period. The start of a spell is no move.
 *
 * Returns: (transfer full): a column of integers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_spell_set_count_moves     (MarmotSpellSet      *self,
                                                     MarmotPeriod        *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_count_days:
 * @self: a set of spells
 * @period: a period
 *
 * For each spell the days of it that lie in a period.
 *
 * Returns: (transfer full): a column of integers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn      *marmot_spell_set_count_days      (MarmotSpellSet      *self,
                                                     MarmotPeriod        *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_set_to_string:
 * @self: a set of spells
 *
 * Returns: (transfer full): a description, such as "812 spells of 708 children, 12 with
 *   issues"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_spell_set_to_string       (MarmotSpellSet      *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
