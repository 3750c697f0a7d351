/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Values held against benchmarks, row by row. The kernels say how a value
 * stands; which direction is good is not their subject. A row that cannot be
 * compared is MN_NOT_COMPARED, with a reason.
 *
 * The rules are those of Public Health England's Fingertips (source of the web
 * services, 2020): Analysis/SingleOverlappingCIsForOneCILevelComparer,
 * SingleOverlappingCIsForTwoCILevelsComparer, DoubleOverlappingCIsComparer,
 * SpcForProportionsComparer and SpcForDsrComparer.
 */
#pragma once

#include "kernel.h"

/* How a value stands. */
enum
{
  MN_NOT_COMPARED = 0,
  MN_LOWEST = 1, /* lower by the wider interval as well */
  MN_LOWER = 2,
  MN_SIMILAR = 3,
  MN_HIGHER = 4,
  MN_HIGHEST = 5
};

/* Why a row was not compared. The numbers are those of MarmotComparisonReason;
 * lib/indicator checks at compile time that they are. */
enum
{
  MN_COMPARED = 0,
  MN_NOT_A_NUMBER = 1,
  MN_LIMITS_OUT_OF_ORDER = 2,
  MN_NO_POSITIVE_DENOMINATOR = 3,
  MN_BENCHMARK_OUT_OF_RANGE = 4
};

/* Fingertips' own table of normal quantiles, with these digits. */
#define MN_SPC_Z_95 1.96
#define MN_SPC_Z_99_8 3.0902

/* By the values alone: lower, higher, or similar where they are equal. */
void mn_compare_values (const double *value,
                        const double *benchmark,
                        size_t        n_rows,
                        uint8_t      *code,
                        uint8_t      *reason);

/* Similar where the interval holds the benchmark, its ends included. */
void mn_compare_interval (const double *value,
                          const double *lower,
                          const double *upper,
                          const double *benchmark,
                          size_t        n_rows,
                          uint8_t      *code,
                          uint8_t      *reason);

/* As the last, and lowest or highest where the wider interval does not hold the
 * benchmark either. */
void mn_compare_two_intervals (const double *value,
                               const double *lower,
                               const double *upper,
                               const double *wide_lower,
                               const double *wide_upper,
                               const double *benchmark,
                               size_t        n_rows,
                               uint8_t      *code,
                               uint8_t      *reason);

/* Similar where the two intervals have a point in common. */
void mn_compare_both_intervals (const double *value,
                                const double *lower,
                                const double *upper,
                                const double *benchmark,
                                const double *benchmark_lower,
                                const double *benchmark_upper,
                                size_t        n_rows,
                                uint8_t      *code,
                                uint8_t      *reason);

/* Similar inside Wilson's limits around the benchmark for a denominator of that
 * size. Value and benchmark are proportions times the multiplier. */
void mn_compare_spc_proportion (const double *value,
                                const double *denominator,
                                const double *benchmark,
                                size_t        n_rows,
                                double        z,
                                double        multiplier,
                                uint8_t      *code,
                                uint8_t      *reason);

/* Similar inside the exact Poisson limits around the events that the benchmark
 * would give in the effective denominator. */
void mn_compare_spc_dsr (const double *value,
                         const double *effective,
                         const double *benchmark,
                         size_t        n_rows,
                         double        tail,
                         double        multiplier,
                         uint8_t      *code,
                         uint8_t      *reason);

/* The Poisson means at which as many events as expected, or more, and as few, or
 * fewer, have the probability tail. Expected need not be whole: the sums over
 * events start at the next whole number inside. In chi-squared terms
 * q(tail; 2 ceil(expected)) / 2 and q(1 - tail; 2 floor(expected) + 2) / 2. */
void mn_spc_poisson_limits (double  expected,
                            double  tail,
                            double *lower,
                            double *upper);

/* Whether a value has reached one limit; a value on it has. Never similar. */
void mn_goal_value (const double *value,
                    size_t        n_rows,
                    double        limit,
                    int           low_is_good,
                    uint8_t      *code,
                    uint8_t      *reason);

/* Higher where the whole interval is at or above the limit, lower where it is
 * wholly below. */
void mn_goal_interval (const double *value,
                       const double *lower,
                       const double *upper,
                       size_t        n_rows,
                       double        limit,
                       uint8_t      *code,
                       uint8_t      *reason);

/* Similar in [lower, upper). */
void mn_goal_range (const double *value,
                    size_t        n_rows,
                    double        lower,
                    double        upper,
                    uint8_t      *code,
                    uint8_t      *reason);
