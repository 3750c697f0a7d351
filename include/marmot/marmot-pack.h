/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-area.h>
#include <marmot/marmot-indicator.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPack:
 *
 * The published figures that a board report is made from: areas, indicators,
 * observations, targets, what the papers say of comparisons, and what they ask of
 * the board. A [class@Marmot.PackReader] reads one from a folder of CSV files.
 *
 * A pack never changes.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PACK (marmot_pack_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPack, marmot_pack, MARMOT, PACK, GObject)

/**
 * marmot_pack_get_title:
 * @self: a pack
 *
 * Returns: (transfer none): the title of the report
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char         *marmot_pack_get_title        (MarmotPack *self);

/**
 * marmot_pack_get_board:
 * @self: a pack
 *
 * Returns: (transfer none): the board that reads the report
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char         *marmot_pack_get_board        (MarmotPack *self);

/**
 * marmot_pack_get_area:
 * @self: a pack
 *
 * Returns: (transfer none): the area that the report is about
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea         *marmot_pack_get_area         (MarmotPack *self);

/**
 * marmot_pack_get_date:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): the day of the board's meeting, or %NULL
 *   where the pack gives none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod       *marmot_pack_get_date         (MarmotPack *self);

/**
 * marmot_pack_get_notes:
 * @self: a pack
 *
 * Returns: (transfer none) (array zero-terminated=1): what a reader must know of
 *   the whole
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_pack_get_notes        (MarmotPack *self);

/**
 * marmot_pack_get_review_above:
 * @self: a pack
 *
 * Returns: the progress, in per cent, above which a target asks to be reviewed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double              marmot_pack_get_review_above (MarmotPack *self);

/**
 * marmot_pack_get_areas:
 * @self: a pack
 *
 * Returns: (transfer none): its [class@Marmot.Area] items, in the order of the file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_pack_get_areas        (MarmotPack *self);

/**
 * marmot_pack_get_indicators:
 * @self: a pack
 *
 * Returns: (transfer none): its [class@Marmot.Indicator] items, in the order of
 *   the file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_pack_get_indicators   (MarmotPack *self);

/**
 * marmot_pack_get_observations:
 * @self: a pack
 *
 * Returns: (transfer none): its [class@Marmot.Observation] items, in the order of
 *   the file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_pack_get_observations (MarmotPack *self);

/**
 * marmot_pack_get_targets:
 * @self: a pack
 *
 * Returns: (transfer none): its [class@Marmot.Target] items, in the order of the
 *   file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_pack_get_targets      (MarmotPack *self);

/**
 * marmot_pack_get_labels:
 * @self: a pack
 *
 * Returns: (transfer none): its [class@Marmot.PrintedLabel] items, in the order of
 *   the file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_pack_get_labels       (MarmotPack *self);

/**
 * marmot_pack_get_asks:
 * @self: a pack
 *
 * Returns: (transfer none): its [class@Marmot.Ask] items, in the order of the file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel         *marmot_pack_get_asks         (MarmotPack *self);

/**
 * marmot_pack_lookup_indicator:
 * @self: a pack
 * @id: the short name of an indicator
 *
 * Returns: (transfer none) (nullable): the indicator, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator    *marmot_pack_lookup_indicator (MarmotPack *self,
                                                  const char *id);

/**
 * marmot_pack_lookup_area:
 * @self: a pack
 * @id: the short name of an area
 *
 * Returns: (transfer none) (nullable): the area, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea         *marmot_pack_lookup_area      (MarmotPack *self,
                                                  const char *id);

G_END_DECLS
