/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_age_band_starts:
 * @labels: a column of text
 * @error: return location for an error
 *
 * The ages at which bands start, in years, from their labels: what life tables
 * and standard populations go by.
 *
 * A label is one age ("7", "aged 7"), two ("5-9", "5 – 9", "5 to 9", "5-9 years"),
 * an open end ("90+", "90 and over", "90 years or older") or a first band ("<1",
 * "under 1"). A label that is null gives null; one that is none of these is a
 * %MARMOT_ERROR_INVALID_DATA, and a column that is no text a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a column of doubles, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn *marmot_age_band_starts (MarmotColumn  *labels,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
