/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeRule:
 *
 * A rule on the logic of the episodes of a return on children looked after, one of
 * [class@Marmot.EpisodeRules].
 *
 * Rules never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_RULE (marmot_episode_rule_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeRule, marmot_episode_rule, MARMOT, EPISODE_RULE, GObject)

/**
 * marmot_episode_rule_get_id:
 * @self: a rule
 *
 * Returns: (transfer none): its number, such as "501"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_id         (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_title:
 * @self: a rule
 *
 * Returns: (transfer none): what must hold, in a few words
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_title      (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_meaning:
 * @self: a rule
 *
 * Returns: (transfer none): which rows break it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_meaning    (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_message:
 * @self: a rule
 *
 * Returns: (transfer none): what a finding says is wrong
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_message    (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_fix:
 * @self: a rule
 *
 * Returns: (transfer none): what a finding says to do
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_fix        (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_predicate:
 * @self: a rule
 *
 * Returns: (transfer none): the name of the function of the library that finds the rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_predicate  (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_table:
 * @self: a rule
 *
 * Returns: (transfer none): the table whose rows it is about, such as "Episodes"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_table      (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_column:
 * @self: a rule
 *
 * Returns: (transfer none): the column that its findings name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_column     (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_needs:
 * @self: a rule
 *
 * Returns: (transfer none): the columns without which it cannot be asked, such as
 *   "Episodes.CHILD Episodes_last.DEC", with spaces between them; those of last year's table
 *   have "_last"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_needs      (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_severity:
 * @self: a rule
 *
 * Returns: how much it matters that a row breaks it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSeverity  marmot_episode_rule_get_severity   (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_enabled:
 * @self: a rule
 *
 * Returns: whether it is asked
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_episode_rule_get_enabled    (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_first_year:
 * @self: a rule
 *
 * Returns: the first collection year that it is for, such as 2017 for 2017/18; 0 for all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_episode_rule_get_first_year (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_last_year:
 * @self: a rule
 *
 * Returns: the last collection year that it is for; 0 for all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_episode_rule_get_last_year  (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_days:
 * @self: a rule
 *
 * Returns: its limit, in days; 0 if it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_episode_rule_get_days       (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_age:
 * @self: a rule
 *
 * Returns: its age, in years; 0 if it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_episode_rule_get_age        (MarmotEpisodeRule *self);

/**
 * marmot_episode_rule_get_before:
 * @self: a rule
 *
 * Returns: (transfer none) (nullable): its day, such as "1991-10-14", or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_episode_rule_get_before     (MarmotEpisodeRule *self);

G_END_DECLS
