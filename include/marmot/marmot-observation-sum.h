/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_sum_observations:
 * @observations: a list of [class@Marmot.Observation]
 * @error: return location for an error
 *
 * Adds figures up, where they can be added:
 *
 * - only those of additive indicators: percentages, rates and snapshots are a
 *   %MARMOT_ERROR_NOT_ADDITIVE;
 * - only those that count the same thing: people, families, attendances and
 *   sessions are a %MARMOT_ERROR_NOT_ADDITIVE together; so are different indicators
 *   of which one does not say what it counts;
 * - no figure twice: figures of one indicator and area whose periods overlap, or
 *   are not known, are a %MARMOT_ERROR_INVALID_DATA;
 * - all of them: a figure that is suppressed or missing is a
 *   %MARMOT_ERROR_INVALID_DATA, since a sum without it would be another figure.
 *
 * Returns: (transfer full): the sum, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_sum_observations (GListModel  *observations,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
