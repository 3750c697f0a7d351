/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeStep:
 * @MARMOT_EPISODE_STEP_NONE: one figure for the whole period
 * @MARMOT_EPISODE_STEP_MONTH: a figure for each calendar month
 * @MARMOT_EPISODE_STEP_QUARTER: a figure for each quarter of the calendar year
 * @MARMOT_EPISODE_STEP_YEAR: a figure for each calendar year
 *
 * Into which steps of time a period is divided.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EPISODE_STEP_NONE,
  MARMOT_EPISODE_STEP_MONTH,
  MARMOT_EPISODE_STEP_QUARTER,
  MARMOT_EPISODE_STEP_YEAR
} MarmotEpisodeStep;

/**
 * MarmotEpisodeOptions:
 *
 * What a measure of episodes is of, and which conventions it follows, all of which have
 * the customary defaults: see [method@Marmot.EpisodeSet.measure]. Make them with
 * g_object_new(), or with keywords in Python and JavaScript; they never change.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_OPTIONS (marmot_episode_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeOptions, marmot_episode_options, MARMOT, EPISODE_OPTIONS, GObject)

/**
 * marmot_episode_options_new:
 * @period: (nullable): the period, or %NULL for all that the set knows of
 *
 * Makes options that hold the defaults for a period. For others use g_object_new().
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeOptions *marmot_episode_options_new (MarmotPeriod *period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
