/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-episode-rules.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCheckOptions:
 *
 * What [method@Marmot.CareReturn.check] asks, and of which year. Make them with
 * g_object_new(), or with keywords in Python and JavaScript; they never change.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CHECK_OPTIONS (marmot_check_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCheckOptions, marmot_check_options, MARMOT, CHECK_OPTIONS, GObject)

/**
 * marmot_check_options_new:
 * @year: the collection year to check, such as 2017 for 2017/18; 0 for all that there are
 *
 * Makes options that hold the defaults for a year. For others use g_object_new().
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCheckOptions *marmot_check_options_new       (guint               year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_check_options_get_rules:
 * @self: options
 *
 * Returns: (transfer none) (nullable): the rules, or %NULL for those that are built in
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeRules *marmot_check_options_get_rules (MarmotCheckOptions *self);

/**
 * marmot_check_options_get_year:
 * @self: options
 *
 * Returns: the collection year that is checked; 0 for all that there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint               marmot_check_options_get_year  (MarmotCheckOptions *self);

/**
 * marmot_check_options_get_first_day:
 * @self: options
 *
 * Returns: (transfer none) (nullable): the first day of the time that the return is of, or
 *   %NULL for 1 April
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char         *marmot_check_options_get_first_day (MarmotCheckOptions *self);

/**
 * marmot_check_options_get_last_day:
 * @self: options
 *
 * Returns: (transfer none) (nullable): the last day of the time that the return is of, or
 *   %NULL for 31 March
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char         *marmot_check_options_get_last_day (MarmotCheckOptions *self);

/**
 * marmot_check_options_get_limit:
 * @self: options
 *
 * Returns: how many findings are kept at most
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint               marmot_check_options_get_limit (MarmotCheckOptions *self);

G_END_DECLS
