/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Two waves of a survey: whether the share has changed, and what change could have been
 * seen.
 */
#pragma once

#include "kernel.h"

/* The statistic of no difference between two shares, second less first, with the variance
 * that both pooled have, and its two-sided p. n1 and n2 are effective numbers, infinite
 * where everybody was asked. Without correlation it is the root of Pearson's chi-squared.
 * 0 and 1 where all or none of both gave the answer.
 *
 * Kish L. Survey Sampling. Wiley 1965, section 12.4 (overlapping samples). */
void mn_wave_test (double  share1,
                   double  n1,
                   double  share2,
                   double  n2,
                   double  correlation,
                   double *z,
                   double *p);

/* The correlation of two shares of which some people answered both: their own correlation
 * times the overlap over the root of both sizes. Kish, as above. */
double mn_wave_correlation (double overlap,
                            double correlation,
                            double n1,
                            double n2);

/* How far above, or below, the first share the second must truly be for the test to find
 * it with a given power; z_alpha is the upper quantile of the test and z_power that of
 * the power. NaN where no share does it, and where a number is infinite.
 *
 * Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions, 3rd ed.
 * Wiley 2003, section 4.2, without the correction for continuity. */
double mn_wave_detectable (double share1,
                           double n1,
                           double n2,
                           double correlation,
                           double z_alpha,
                           double z_power,
                           int    above);

/* Holm's adjustment of m probabilities that ascend: the chance of any false finding among
 * them is kept.
 *
 * Holm S. A simple sequentially rejective multiple test procedure. Scand J Stat 1979; 6:
 * 65-70. */
void mn_holm (const double *p,
              size_t        m,
              double       *adjusted);
