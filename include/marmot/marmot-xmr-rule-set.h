/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotXmrScreening:
 * @MARMOT_XMR_SCREENING_RULE_SET: as the rule set has it; in a rule set, none
 * @MARMOT_XMR_SCREENING_NONE: the mean range is of all ranges
 * @MARMOT_XMR_SCREENING_ONCE: ranges of so many times the mean range or more are left
 *   out, once, and the mean range is of the others; the points stay in the mean
 *
 * Whether large ranges between neighbours are left out of the limits.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_SCREENING_RULE_SET,
  MARMOT_XMR_SCREENING_NONE,
  MARMOT_XMR_SCREENING_ONCE
} MarmotXmrScreening;

/**
 * MarmotXmrBeyond:
 * @MARMOT_XMR_BEYOND_RULE_SET: as the rule set has it; in a rule set, they count
 * @MARMOT_XMR_BEYOND_COUNT: they count, as NHS England has it since November 2023
 * @MARMOT_XMR_BEYOND_LEAVE_OUT: they do not, as it had it before
 *
 * Whether points beyond a limit count as near it, in the two-of-three rule.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_BEYOND_RULE_SET,
  MARMOT_XMR_BEYOND_COUNT,
  MARMOT_XMR_BEYOND_LEAVE_OUT
} MarmotXmrBeyond;

/**
 * MarmotXmrTies:
 * @MARMOT_XMR_TIES_RULE_SET: as the rule set has it; in a rule set, they end it
 * @MARMOT_XMR_TIES_BREAK: a tie ends the run
 * @MARMOT_XMR_TIES_SKIP: a tie neither adds to the run nor ends it
 *
 * What a tie does to a run: a point equal to the one before, in a trend; one on the
 * mean, in a shift.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_TIES_RULE_SET,
  MARMOT_XMR_TIES_BREAK,
  MARMOT_XMR_TIES_SKIP
} MarmotXmrTies;

/**
 * MarmotXmrRule:
 * @MARMOT_XMR_RULE_NONE: none: chance will do
 * @MARMOT_XMR_RULE_OUTSIDE_LIMITS: the point is outside the limits
 * @MARMOT_XMR_RULE_TREND: it is one of so many in a row that rise, or fall
 * @MARMOT_XMR_RULE_TWO_OF_THREE: it is one of two of three in a row that are near the
 *   same limit
 * @MARMOT_XMR_RULE_SHIFT: it is one of so many in a row on one side of the mean
 *
 * The rules by which a point is no chance.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_RULE_NONE,
  MARMOT_XMR_RULE_OUTSIDE_LIMITS,
  MARMOT_XMR_RULE_TREND,
  MARMOT_XMR_RULE_TWO_OF_THREE,
  MARMOT_XMR_RULE_SHIFT
} MarmotXmrRule;

/**
 * MarmotXmrRuleSet:
 *
 * By which constants and rules XmR charts are drawn and read: data with a name, since
 * guides differ.
 *
 * Built in are "making-data-count", which is meant where none is given: seven points,
 * two of three with the points beyond a limit, no screening, as the Excel tool of NHS
 * England has it; "making-data-count-six", the same with six points;
 * "making-data-count-before-2023", without the points beyond a limit; and
 * "plot-the-dots", the NHS-R package 0.2.2, which screens besides.
 *
 * A rule set made of its properties has those of "making-data-count" where they are
 * left out.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_XMR_RULE_SET (marmot_xmr_rule_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotXmrRuleSet, marmot_xmr_rule_set, MARMOT, XMR_RULE_SET, GObject)

/**
 * marmot_xmr_rule_set_new_builtin:
 * @name: the short name
 * @error: return location for an error
 *
 * One of those that are built in. A name that none of them has is a
 * %MARMOT_ERROR_NOT_FOUND, which lists them.
 *
 * Returns: (transfer full): the rule set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrRuleSet *marmot_xmr_rule_set_new_builtin (const char  *name,
                                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_rule_set_new_from_json:
 * @json: a file of rule sets, in the form of the one that is built in
 * @name: the short name of one of them
 * @error: return location for an error
 *
 * Reads one from a file: an object with "format", which is "marmot-xmr-rule-sets", and
 * "rule-sets", a list of objects with "name", "title", "source", and the other
 * properties of a rule set under their names; "order" is a list.
 *
 * What is no such file is a %MARMOT_ERROR_PARSE, a number that cannot be what it is, or
 * a short name that is none, a %MARMOT_ERROR_INVALID_DATA, and a name that is not in
 * the file a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the rule set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrRuleSet *marmot_xmr_rule_set_new_from_json (GBytes      *json,
                                                     const char  *name,
                                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_rule_set_list_builtin:
 *
 * The short names of those that are built in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char **marmot_xmr_rule_set_list_builtin (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_rule_set_get_name: (get-property name)
 * @self: a rule set
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_xmr_rule_set_get_name (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_title: (get-property title)
 * @self: a rule set
 *
 * Returns: (transfer none) (nullable): its name for people to read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_xmr_rule_set_get_title (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_source: (get-property source)
 * @self: a rule set
 *
 * Returns: (transfer none) (nullable): who set the rules
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_xmr_rule_set_get_source (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_limit_factor: (get-property limit-factor)
 * @self: a rule set
 *
 * Returns: how many mean ranges a limit is from the mean
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_rule_set_get_limit_factor (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_near_sigmas: (get-property near-sigmas)
 * @self: a rule set
 *
 * Returns: how many of the three parts of the way to a limit the near line is at
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_rule_set_get_near_sigmas (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_screening: (get-property screening)
 * @self: a rule set
 *
 * Returns: whether large ranges are left out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrScreening marmot_xmr_rule_set_get_screening (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_screening_factor: (get-property screening-factor)
 * @self: a rule set
 *
 * Returns: how many mean ranges make a range large
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_rule_set_get_screening_factor (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_trend_points: (get-property trend-points)
 * @self: a rule set
 *
 * Returns: how many points in a row that rise, or fall, are a trend; 0 for no such rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_rule_set_get_trend_points (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_near_points: (get-property near-points)
 * @self: a rule set
 *
 * Returns: how many points near a limit it takes; 0 for no such rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_rule_set_get_near_points (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_near_window: (get-property near-window)
 * @self: a rule set
 *
 * Returns: among how many in a row
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_rule_set_get_near_window (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_beyond: (get-property beyond)
 * @self: a rule set
 *
 * Returns: whether points beyond a limit count among those near it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrBeyond marmot_xmr_rule_set_get_beyond (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_shift_points: (get-property shift-points)
 * @self: a rule set
 *
 * Returns: how many points in a row on one side of the mean are a shift; 0 for no such rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_rule_set_get_shift_points (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_ties: (get-property ties)
 * @self: a rule set
 *
 * Returns: what a tie does to a run
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrTies marmot_xmr_rule_set_get_ties (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_order: (get-property order)
 * @self: a rule set
 *
 * Returns: (transfer none) (nullable): the short names of the rules, with spaces, the first that counts first
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_xmr_rule_set_get_order (MarmotXmrRuleSet *self);

/**
 * marmot_xmr_rule_set_get_minimum_points: (get-property minimum-points)
 * @self: a rule set
 *
 * Returns: how many points limits must be of to be more than a trial
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_rule_set_get_minimum_points (MarmotXmrRuleSet *self);

G_END_DECLS
