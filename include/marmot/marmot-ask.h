/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAsk:
 *
 * What a paper asks of the board that reads it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASK (marmot_ask_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAsk, marmot_ask, MARMOT, ASK, GObject)

/**
 * marmot_ask_get_text: (get-property text)
 * @self: an ask
 *
 * Returns: (transfer none) (nullable): what is asked, in its own words
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_ask_get_text (MarmotAsk *self);

/**
 * marmot_ask_get_source: (get-property source)
 * @self: an ask
 *
 * Returns: (transfer none) (nullable): the paper or file that the figure was
 *   taken from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_ask_get_source (MarmotAsk *self);

/**
 * marmot_ask_get_line: (get-property line)
 * @self: an ask
 *
 * Returns: the line of the source, from 1, or 0 where it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_ask_get_line (MarmotAsk *self);

G_END_DECLS
