/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One group against another, and all against one: differences, ratios, and what of
 * the whole population would go if all had the figure of one group.
 *
 * Walter SD. The estimation and interpretation of attributable risk in health
 * research. Biometrics 1976; 32: 829-849.
 */
#pragma once

#include "index.h"
#include "ridit.h"

/* y[one] - y[other], or their ratio, whose error is of the logarithm. */
void mn_contrast_difference (const mn_groups *groups,
                             size_t           one,
                             size_t           other,
                             mn_index        *index);
void mn_contrast_ratio      (const mn_groups *groups,
                             size_t           one,
                             size_t           other,
                             mn_index        *index);

/* The figure of a group less the mean (a published one, unless average is NaN), or
 * that over the mean. */
void mn_contrast_mean       (const mn_groups *groups,
                             size_t           one,
                             double           average,
                             int              is_fraction,
                             mn_index        *index);

/* The standard error of the fraction by Walter's formula for binomial counts, where
 * figures are of scale; NaN where they cannot be proportions. */
double mn_contrast_walter   (const mn_groups *groups,
                             size_t           one,
                             double           scale);
