/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sums over several periods that end with each, such as twelve months or a year to date.
 */
#pragma once

#include "kernel.h"

/* What several periods of a figure make together. */
enum
{
  MN_ACCRUE_SUM = 0,  /* what happened in them adds up */
  MN_ACCRUE_LAST = 1, /* what there was at the end of the last one */
  MN_ACCRUE_MEAN = 2, /* what there was at their ends, on average */
};

/* Of n periods at the ascending, distinct whole steps t, where NaN in v is missing: what
 * each makes together with those before it. wanted[i] is how many periods there are to be,
 * its own among them; present[i] becomes how many of them have a value, and out[i] is NaN
 * unless all have, or, of MN_ACCRUE_LAST, unless the last one has. Each sum is made anew,
 * so that nothing is left of values that have passed. The time grows as n times wanted. */
void mn_rolling (const double   *t,
                 const double   *v,
                 const uint32_t *wanted,
                 size_t          n,
                 int             accrual,
                 uint32_t       *present,
                 double         *out);

/* How many steps there are from the start of a year to each of n whole steps, both among
 * them, where the year has so many steps and starts with the step `start` of those that are
 * counted from 0; all of 0, 12, 24 are Januaries for months. */
void mn_steps_to_date (const double *t,
                       size_t        n,
                       uint32_t      steps_a_year,
                       uint32_t      start,
                       uint32_t     *steps);
