/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-deprivation-groups.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotGapOptions:
 *
 * How a gap is followed over time: which way is better, the confidence levels, what
 * the errors of the two periods have in common, and by which index of deprivation the
 * groups of each period were made. Where a function takes options, %NULL means its
 * defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_GAP_OPTIONS (marmot_gap_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotGapOptions, marmot_gap_options, MARMOT, GAP_OPTIONS, GObject)

/**
 * marmot_gap_options_new:
 * @interval: (nullable): the confidence levels, or %NULL for 95%
 * @more_is_better: whether the most deprived are worse off where their figure is the
 *   lower, as with life expectancy, and not the higher, as with deaths
 *
 * Makes options for periods that are independent, with nothing said about the index.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGapOptions *marmot_gap_options_new (MarmotIntervalOptions *interval,
                                          gboolean               more_is_better) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the confidence levels
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_gap_options_get_interval (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_more_is_better: (get-property more-is-better)
 * @self: options
 *
 * Returns: whether a higher figure is a better one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_gap_options_get_more_is_better (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_covariance: (get-property covariance)
 * @self: options
 *
 * Returns: the covariance of the two gaps, where the figures have no column of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_gap_options_get_covariance (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_log_covariance: (get-property log-covariance)
 * @self: options
 *
 * Returns: the covariance of the logarithms of the two relative gaps, where the
 *   figures have no column of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_gap_options_get_log_covariance (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_edition_1: (get-property edition-1)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the edition of the index in the earlier period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_gap_options_get_edition_1 (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_edition_2: (get-property edition-2)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the edition of the index in the later period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_gap_options_get_edition_2 (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_lsoa_vintage_1: (get-property lsoa-vintage-1)
 * @self: options
 *
 * Returns: the year of the small areas in the earlier period; 0 if nothing was said
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_gap_options_get_lsoa_vintage_1 (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_lsoa_vintage_2: (get-property lsoa-vintage-2)
 * @self: options
 *
 * Returns: the year of the small areas in the later period; 0 if nothing was said
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_gap_options_get_lsoa_vintage_2 (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_groups_1: (get-property groups-1)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the groups of the earlier period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationGroups *marmot_gap_options_get_groups_1 (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_groups_2: (get-property groups-2)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the groups of the later period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDeprivationGroups *marmot_gap_options_get_groups_2 (MarmotGapOptions *self);

/**
 * marmot_gap_options_get_across_editions: (get-property across-editions)
 * @self: options
 *
 * Returns: whether a change from one index to another is judged all the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_gap_options_get_across_editions (MarmotGapOptions *self);

G_END_DECLS
