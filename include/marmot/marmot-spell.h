/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSpellIssues:
 * @MARMOT_SPELL_ISSUE_NONE: none
 * @MARMOT_SPELL_ISSUE_GAP: an episode says that care went on, and the one before had ended
 *   earlier
 * @MARMOT_SPELL_ISSUE_OVERLAP: an episode starts before an earlier one of the child ended
 * @MARMOT_SPELL_ISSUE_NOT_CLOSED: an episode has no end, and the child has a later one
 * @MARMOT_SPELL_ISSUE_TWO_OPEN: more than one episode of the child has no end
 * @MARMOT_SPELL_ISSUE_BACKWARDS: an episode ends before it starts; it counts no days
 * @MARMOT_SPELL_ISSUE_NO_DAYS: an episode ends on the day on which it starts
 * @MARMOT_SPELL_ISSUE_NO_START: the period began with an episode that does not say that
 *   care started, and there is nothing before it
 * @MARMOT_SPELL_ISSUE_START_INSIDE: an episode says that care started, and it had not
 *   stopped on the day before
 * @MARMOT_SPELL_ISSUE_AFTER_LEAVING: an episode goes on from one that says that care ended
 * @MARMOT_SPELL_ISSUE_UNFINISHED: the last episode says that care goes on, and it does not
 * @MARMOT_SPELL_ISSUE_NO_REASON: an end without a reason, or a reason without an end
 * @MARMOT_SPELL_ISSUE_NEED_CHANGES: the category of need changes inside the period
 *
 * What is wrong with the episodes of a period of care, and how they link.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  MARMOT_SPELL_ISSUE_NONE          = 0,
  MARMOT_SPELL_ISSUE_GAP           = 1 << 0,
  MARMOT_SPELL_ISSUE_OVERLAP       = 1 << 1,
  MARMOT_SPELL_ISSUE_NOT_CLOSED    = 1 << 2,
  MARMOT_SPELL_ISSUE_TWO_OPEN      = 1 << 3,
  MARMOT_SPELL_ISSUE_BACKWARDS     = 1 << 4,
  MARMOT_SPELL_ISSUE_NO_DAYS       = 1 << 5,
  MARMOT_SPELL_ISSUE_NO_START      = 1 << 6,
  MARMOT_SPELL_ISSUE_START_INSIDE  = 1 << 7,
  MARMOT_SPELL_ISSUE_AFTER_LEAVING = 1 << 8,
  MARMOT_SPELL_ISSUE_UNFINISHED    = 1 << 9,
  MARMOT_SPELL_ISSUE_NO_REASON     = 1 << 10,
  MARMOT_SPELL_ISSUE_NEED_CHANGES  = 1 << 11
} MarmotSpellIssues;

/**
 * MarmotSpell:
 *
 * A period of care: episodes of one child that go on from one another. It is one row of a
 * [class@Marmot.SpellSet], which makes it when it is asked for.
 *
 * A child is in it on the days from its start up to, and without, its end. Spells never
 * change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SPELL (marmot_spell_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSpell, marmot_spell, MARMOT, SPELL, GObject)

/**
 * marmot_spell_get_person:
 * @self: a spell
 *
 * Returns: (transfer full): whose it is, as the source numbers children
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_spell_get_person        (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_get_start:
 * @self: a spell
 *
 * Returns: (transfer full): its first day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_spell_get_start         (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_get_end:
 * @self: a spell
 *
 * Returns: (transfer full) (nullable): the first day on which it is over, or %NULL if it
 *   is open
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_spell_get_end           (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_is_open:
 * @self: a spell
 *
 * Returns: true if it has no end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_spell_is_open           (MarmotSpell   *self);

/**
 * marmot_spell_covers:
 * @self: a spell
 * @day: a day
 *
 * Returns: whether the child is in it on a day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_spell_covers            (MarmotSpell   *self,
                                                   const GDate   *day);

/**
 * marmot_spell_count_days:
 * @self: a spell
 * @period: (nullable): a period, or %NULL for all of it
 *
 * How many days of the spell lie in a period.
 *
 * Returns: how many; -1 for all of a spell that is open
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64             marmot_spell_count_days        (MarmotSpell   *self,
                                                   MarmotPeriod  *period);

/**
 * marmot_spell_get_start_reason:
 * @self: a spell
 *
 * Returns: (transfer full) (nullable): the code of its first episode (RNE), or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_spell_get_start_reason  (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_get_start_known:
 * @self: a spell
 *
 * Whether its first episode says that care started with it. Otherwise care may have
 * started earlier than the spell, in a year that was not read.
 *
 * Returns: whether the start is known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_spell_get_start_known   (MarmotSpell   *self);

/**
 * marmot_spell_get_end_reason:
 * @self: a spell
 *
 * Returns: (transfer full) (nullable): the code of the episode that it ended with (REC),
 *   or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_spell_get_end_reason    (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_get_need:
 * @self: a spell
 *
 * Returns: (transfer full) (nullable): the category of need (CIN) that its episodes say
 *   first, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_spell_get_need          (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_get_short_break:
 * @self: a spell
 *
 * Returns: whether it is of short breaks (legal status V3 or V4), which almost no
 *   statistic of care counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_spell_get_short_break   (MarmotSpell   *self);

/**
 * marmot_spell_get_issues:
 * @self: a spell
 *
 * Returns: what is wrong with its episodes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellIssues  marmot_spell_get_issues        (MarmotSpell   *self);

/**
 * marmot_spell_get_n_episodes:
 * @self: a spell
 *
 * Returns: of how many episodes it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_get_n_episodes    (MarmotSpell   *self);

/**
 * marmot_spell_get_n_placements:
 * @self: a spell
 *
 * Returns: how many placements it has, each with one carer
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_get_n_placements  (MarmotSpell   *self);

/**
 * marmot_spell_count_placements:
 * @self: a spell
 * @period: a period
 *
 * The placements at work in a period: the one on its first day, or with which the spell
 * started in it, and each that came after.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_count_placements  (MarmotSpell   *self,
                                                   MarmotPeriod  *period);

/**
 * marmot_spell_count_moves:
 * @self: a spell
 * @period: a period
 *
 * The changes of carer in a period. The start of a spell is no move.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_count_moves       (MarmotSpell   *self,
                                                   MarmotPeriod  *period);

/**
 * marmot_spell_get_placements:
 * @self: a spell
 *
 * Returns: (transfer full): its placements, as in [method@Marmot.SpellSet.get_placements]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_spell_get_placements    (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_get_episodes:
 * @self: a spell
 *
 * Returns: (transfer full): its episodes, in the order of time
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet  *marmot_spell_get_episodes      (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_equal:
 * @self: a spell
 * @other: another
 *
 * Whether both are of the same child, from and to the same days, for the same reasons,
 * with as many episodes and placements and the same issues.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_spell_equal             (MarmotSpell   *self,
                                                   MarmotSpell   *other);

/**
 * marmot_spell_hash:
 * @self: a spell
 *
 * Returns: a hash that equal spells share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_spell_hash              (MarmotSpell   *self);

/**
 * marmot_spell_to_string:
 * @self: a spell
 *
 * Returns: (transfer full): a description without the child, such as "2023-04-03 to
 *   2024-01-15, 4 episodes, 2 placements"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_spell_to_string         (MarmotSpell   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
