/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_estimate_difference:
 * @self: an estimate
 * @other: another, of other people or of another time, with limits at the same levels
 * @error: return location for an error
 *
 * The first less the second, of any two estimates of which no more is known than their
 * limits: directly standardised rates as they were published, medians, life expectancies.
 * With figures d₁ and d₂, and limits l and u:
 *
 *     lower = d₁ − d₂ − √((d₁ − l₁)² + (u₂ − d₂)²)
 *     upper = d₁ − d₂ + √((u₁ − d₁)² + (d₂ − l₂)²)
 *
 * (Zou and Donner, Statistics in Medicine 2008; 27: 1693-1702: the method of variance
 * estimates recovery). From Wilson's limits it is the default of
 * [func@Marmot.proportion_difference], and from Byar's and exact limits that of
 * [func@Marmot.rate_difference]. Whether the difference leaves out zero is another question
 * than whether the two intervals overlap: two figures may differ by more than chance although
 * they do.
 *
 * The two must not share people or days: the limits of a difference between two periods that
 * overlap are others. Where either has a status the difference has it too. A limit that is
 * not there, or that lies on the wrong side of its figure, is %MARMOT_STATUS_MISSING. Limits
 * at other levels are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the difference, by %MARMOT_METHOD_MOVER_LIMITS, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_estimate_difference (MarmotEstimate *self,
                                            MarmotEstimate *other,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
