/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the kernels share. They are plain C over contiguous doubles: no GLib, no
 * allocation, inputs const, results last.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The statuses of a row. The numbers are those of MarmotStatus; lib/stats checks
 * at compile time that they are. */
enum
{
  MN_OK = 0,
  MN_MISSING = 1,
  MN_NOT_FINITE = 2,
  MN_NEGATIVE_COUNT = 3,
  MN_DENOMINATOR_NOT_POSITIVE = 4,
  MN_COUNT_OVER_DENOMINATOR = 5,
  MN_EMPTY_GROUP = 6,
  MN_TOO_FEW_VALUES = 7,
  MN_NOT_WHOLE = 8,
  MN_TOO_LARGE = 9,
  MN_NEGATIVE_SPREAD = 10,
  MN_NOT_DEFINED = 11,
  MN_STANDARD_OUT_OF_RANGE = 12,
  MN_TOO_FEW_EVENTS = 13,
  MN_WEIGHTS_NOT_POSITIVE = 14,
  MN_MISSING_BAND = 15,
  MN_DUPLICATE_BAND = 16,
  MN_UNKNOWN_BAND = 17,
  MN_CONFLICTING_BAND = 18,
  MN_NOTHING_EXPECTED = 19,
  MN_POPULATION_TOO_SMALL = 20,
  MN_NO_DEATHS_IN_OPEN_BAND = 21,
  MN_NO_SURVIVORS = 22,
  MN_INTERVAL_TOO_WIDE = 23,
  MN_SHARE_OUT_OF_RANGE = 24,
  MN_TOO_FEW_GROUPS = 25,
  MN_ONE_PLACE = 26,
  MN_NO_ORDER = 27,
  MN_FIGURE_NOT_POSITIVE = 28,
  MN_MEAN_NOT_POSITIVE = 29,
  MN_FIT_NOT_POSITIVE = 30,
  MN_OUT_OF_BOUNDS = 31,
  MN_NO_CONVERGENCE = 32,
  MN_NO_REFERENCE = 33,
  MN_ERROR_OUT_OF_RANGE = 35,
  MN_TOO_FEW_PERIODS = 36,
  MN_OUT_OF_REACH = 37,
  MN_NOT_ATTAINABLE = 38,
  MN_OUT_OF_RANGE = 39,
  MN_DUPLICATE_WAVE = 40,
  MN_DUPLICATE_DATE = 41,
  MN_STEP_OUTSIDE_SERIES = 42,
  MN_DUPLICATE_STEP = 43,
  MN_CONFLICTING_LIMITS = 44,
  MN_END_NOT_AFTER_START = 45,
  MN_UNKNOWN_STATE = 46,
  MN_NOT_REACHED = 47,
  MN_BEYOND_FOLLOW_UP = 48,
};

/* Compiles a loop for several instruction sets and picks one at run time. Every
 * set gives the same bits, since fused multiply-add is off (-ffp-contract=off).
 * Empty where the mechanism crashes (the sanitizers) or does not exist. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) \
  && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(MN_NO_CLONES)
#if defined(__clang__)
#define MN_CLONES
#else
#define MN_CLONES __attribute__ ((target_clones ("default", "avx2", "avx512f")))
#endif
#else
#define MN_CLONES
#endif
