/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which counts of n print as a given percentage.
 *
 * Brown NJL, Heathers JAJ. The GRIM test: a simple technique detects numerous
 * anomalies in the reporting of results in psychology. Soc Psychol Personal Sci 2017;
 * 8: 363-9.
 */
#pragma once

#include "kernel.h"

/* The most decimals, and the largest n, for which all of this is exact in integers of
 * 64 bits. */
#define MN_ATTAIN_DECIMALS 6
#define MN_ATTAIN_N 1e10

/* The counts k of n for which 100 k / n lies within half a unit of the last of so many
 * decimals from percent, both ends included, since ties are rounded either way: first to
 * last, or, where there is none, the next above and the next below. Nothing is rounded on
 * the way.
 *
 * MN_OK; MN_NOT_ATTAINABLE where there is none; MN_NOT_FINITE; MN_OUT_OF_RANGE where
 * percent is not from 0 to 100 or has more decimals than it says, decimals are not whole
 * and from 0 to 6, or n is not whole and from 1 to 1e10, in which case nothing is
 * written. */
uint8_t mn_attainable_counts (double  percent,
                              double  decimals,
                              double  n,
                              double *first,
                              double *last);
