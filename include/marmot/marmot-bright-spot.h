/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotBrightSpot:
 * @MARMOT_BRIGHT_SPOT_NONE: the place is within what the other places differ by
 * @MARMOT_BRIGHT_SPOT_LUCK: it stands out among the others, but the best of so many
 *   places would look this good by luck too often
 * @MARMOT_BRIGHT_SPOT_BRIGHT: it is better than its own sampling error, the spread of the
 *   others and the choice of the best explain
 * @MARMOT_BRIGHT_SPOT_UNKNOWN: there is no figure, or there are too few places
 *
 * Whether a place may be called a bright spot.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_BRIGHT_SPOT_NONE,
  MARMOT_BRIGHT_SPOT_LUCK,
  MARMOT_BRIGHT_SPOT_BRIGHT,
  MARMOT_BRIGHT_SPOT_UNKNOWN
} MarmotBrightSpot;

/**
 * marmot_bright_spot_get_description:
 * @verdict: a verdict
 *
 * Says in words what the verdict is and, where a place is not a bright spot, why.
 *
 * Returns: (transfer none): the words, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char  *marmot_bright_spot_get_description (MarmotBrightSpot verdict);

/**
 * marmot_bright_spots:
 * @figures: a row a place
 * @groups: (nullable): what is compared with what: a question or an indicator; or %NULL for
 *   all in one
 * @low_is_good: whether a low figure is the good one
 * @options: (nullable): confidence levels and multiplier, or %NULL for 95% and 1
 * @error: return location for an error
 *
 * Sets each place against the other places of its group.
 *
 * The figures are shares, as "count" and "respondents", or any figures, as "value" and
 * "standard_error".
 *
 * A place is predicted from the others: their plain mean, the variance between them
 * (Hedges 1983), the place's own sampling error (of a share: that of all places' share), and
 * that of the mean, by Student's *t* with k − 2 degrees of freedom for *k* places (Higgins,
 * Thompson and Spiegelhalter 2009). The probability of a share is not let below the exact
 * binomial one at all places' share, which is the larger where events are few. Whoever looks for the best of *k* will find one, so its
 * probability is turned into that of the best: 1 − (1 − p)ᵏ (Šidák 1967). The verdict is at
 * one less the first confidence level.
 *
 * The result has "value" and "status"; "others", the mean of the others, with
 * "others_lower" and "others_upper", between which a place of this size would lie if it were
 * one of them, and "others_status"; "between_sd", the standard deviation between the others;
 * "z", how far the place is from the others in sampling errors alone, which is all that
 * most claims of a bright spot rest on; "t" and "p_value", one-sided, with the spread of the
 * others; "p_best" and "p_best_bonferroni"; "places", how many there are; "verdict", a
 * short name of [enum@Marmot.BrightSpot]; and "words".
 *
 * Places whose row cannot be computed are left out of the others and have a status; so
 * have groups of fewer than three places ("too-few-values"). Negative standard errors are
 * "negative-spread".
 *
 * Returns: (transfer full): a row a row of the figures, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_bright_spots                (MarmotTable            *figures,
                                                 MarmotGroups           *groups,
                                                 gboolean                low_is_good,
                                                 MarmotIntervalOptions  *options,
                                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
