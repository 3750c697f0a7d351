/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-area.h>
#include <marmot/marmot-comparison.h>
#include <marmot/marmot-indicator.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPrintedLabel:
 *
 * What a paper says about a comparison, in its own words, so that it can be
 * held against the figures.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PRINTED_LABEL (marmot_printed_label_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPrintedLabel, marmot_printed_label, MARMOT, PRINTED_LABEL, GObject)

/**
 * marmot_printed_label_get_indicator: (get-property indicator)
 * @self: a printed label
 *
 * Returns: (transfer none) (nullable): the indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator *marmot_printed_label_get_indicator (MarmotPrintedLabel *self);

/**
 * marmot_printed_label_get_area: (get-property area)
 * @self: a printed label
 *
 * Returns: (transfer none) (nullable): the area that the words are about
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea *marmot_printed_label_get_area (MarmotPrintedLabel *self);

/**
 * marmot_printed_label_get_comparator: (get-property comparator)
 * @self: a printed label
 *
 * Returns: (transfer none) (nullable): the area that it is compared with
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea *marmot_printed_label_get_comparator (MarmotPrintedLabel *self);

/**
 * marmot_printed_label_get_text: (get-property text)
 * @self: a printed label
 *
 * Returns: (transfer none) (nullable): the words, as printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_printed_label_get_text (MarmotPrintedLabel *self);

/**
 * marmot_printed_label_get_claim: (get-property claim)
 * @self: a printed label
 *
 * Returns: what the words say
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotClaimedRelation marmot_printed_label_get_claim (MarmotPrintedLabel *self);

/**
 * marmot_printed_label_get_source: (get-property source)
 * @self: a printed label
 *
 * Returns: (transfer none) (nullable): the paper or file that the figure was
 *   taken from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_printed_label_get_source (MarmotPrintedLabel *self);

/**
 * marmot_printed_label_get_line: (get-property line)
 * @self: a printed label
 *
 * Returns: the line of the source, from 1, or 0 where it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_printed_label_get_line (MarmotPrintedLabel *self);

G_END_DECLS
