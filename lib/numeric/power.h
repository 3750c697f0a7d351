/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How large a change two periods could tell from chance. A two-sided test by the normal
 * approximation, with the variance of no change under the hypothesis and its own under
 * the alternative; both tails count, so that no change at all is found with probability
 * alpha.
 *
 * Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions, 3rd ed.
 * Wiley 2003, chapter 4.
 *
 * Accuracy: roots to a relative error below 1e-11.
 */
#pragma once

#include "kernel.h"

enum
{
  MN_POWER_PROPORTION, /* of people; sizes are people */
  MN_POWER_RATE        /* of events; sizes are person-time */
};

/* The probability of finding a change from one figure to the other. */
double mn_power          (int    kind,
                          double figure_1,
                          double size_1,
                          double figure_2,
                          double size_2,
                          double z);

/* How many standard errors the change of a figure must be, where it is known what they
 * are. */
double mn_power_factor   (double z,
                          double power);

/* The figures nearest to figure_1, below and above it, that would be told from it; NaN
 * where none would. */
void   mn_detectable     (int           kind,
                          const double *figure,
                          const double *size_1,
                          const double *size_2,
                          size_t        n_rows,
                          double        z,
                          double        power,
                          double       *fall_to,
                          double       *rise_to,
                          uint8_t      *status);

/* How large the first period must be, the second being ratio times that, to tell one
 * figure from the other. MN_OUT_OF_REACH where they are the same. */
void   mn_needed_size    (int           kind,
                          const double *figure_1,
                          const double *figure_2,
                          const double *ratio,
                          size_t        n_rows,
                          double        z,
                          double        power,
                          double       *size,
                          uint8_t      *status);
