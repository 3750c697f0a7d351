/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-rule.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeRules:
 *
 * A list of rules on the logic of the episodes of a return on children looked after: what
 * [method@Marmot.CareReturn.check] asks.
 *
 * Those that are built in are 29 of the rules of the Department for Education, with its
 * numbers and in our own words, and one that is off. They are rules on how episodes
 * follow each other, and not all of the rules that a return must hold: a return that
 * breaks none of them is no validated return.
 *
 * Rules are data. A council that wants one off, another severity or another limit reads
 * its own file by [ctor@Marmot.EpisodeRules.new_from_json]; so does one that adds a rule
 * which a function of the library can ask.
 *
 * Rules never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_RULES (marmot_episode_rules_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeRules, marmot_episode_rules, MARMOT, EPISODE_RULES, GObject)

/**
 * marmot_episode_rules_new_builtin:
 *
 * The rules that are built in.
 *
 * Returns: (transfer full): new rules
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeRules *marmot_episode_rules_new_builtin   (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_rules_new_from_json:
 * @json: a file of rules, in the form of the one that is built in
 * @error: return location for an error
 *
 * Reads rules from a file: an object with "format", which is "marmot-episode-rules", and
 * "rules", a list of objects with "id", "title", "predicate", "table", "column", "needs" (a
 * list such as "Episodes.CHILD" and "Episodes_last.DEC"), "severity" ("note", "warning" or
 * "error"), "meaning", "message" and "fix"; optional are "enabled" (true unless it says
 * false), "first" and "last" (collection years), and "days", "age" and "before" where the
 * function asks for them.
 *
 * What is no such file is a %MARMOT_ERROR_PARSE; a rule that cannot be asked (a function,
 * table or column that there is not, a column that the function needs and the rule does
 * not name, a limit that is missing, a number twice) a %MARMOT_ERROR_INVALID_DATA. Both
 * say where.
 *
 * Returns: (transfer full): new rules, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeRules *marmot_episode_rules_new_from_json (GBytes              *json,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_rules_find:
 * @self: rules
 * @id: a number, such as "501"
 *
 * Returns: (transfer none) (nullable): the rule of that number, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeRule  *marmot_episode_rules_find          (MarmotEpisodeRules  *self,
                                                        const char          *id);

/**
 * marmot_episode_rules_without:
 * @self: rules
 * @ids: (array zero-terminated=1): numbers of rules
 * @error: return location for an error
 *
 * The same rules, with some of them off. A number that none has is a
 * %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): new rules, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeRules *marmot_episode_rules_without       (MarmotEpisodeRules  *self,
                                                        const char * const  *ids,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
