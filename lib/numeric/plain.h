/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Closed forms of plain rows: counts and denominators that are neither missing, wrong nor of
 * a size that nobody counts. Divisions and roots are what a closed form costs, and products
 * of some counts are doubles where rows are plain: so fractions are brought to one
 * denominator, and there are one or two divisions where the formulas as they are published,
 * in proportion.c, two-proportions.c and two-rates.c, have three to ten.
 *
 * A function writes value and limits of every row, and returns whether all rows were plain.
 * Of those that were not it makes lower NaN, and the rest is not to be read: they are for the
 * published formulas. Whether a row is plain depends on that row alone, and no limit of a
 * plain row is NaN; so a row has the same answer alone and among others.
 */
#pragma once

#include <string.h>

#include "kernel.h"

/* Of which counts, denominators and numbers without the event are. */
#define MN_PLAIN_LEAST 0x1p-133
#define MN_PLAIN_MOST 0x1p133

/* Whether there are plain rows with this normal quantile and this multiplier. */
static inline int
mn_is_plain_scale (double z,
                   double multiplier)
{
  return z >= 1e-6 && z <= 40 && multiplier >= 1e-20 && multiplier <= 1e20;
}

/* What follows is below 0 where a row is not plain: the signs of many are put together by |,
 * which with the differences of the bits of doubles, ordered as they are, takes less than
 * comparisons do. What has a sign is not plain, so -0 is to be made 0 before (+ 0.0), and NaN
 * is not. */

static inline int64_t
mn_bits (double x)
{
  int64_t bits;

  memcpy (&bits, &x, sizeof bits);
  return bits;
}

/* How far one is below the other; the difference goes round, and so has the sign that it
 * should have or one of the other differences has. */
static inline int64_t
mn_bits_below (int64_t bits,
               int64_t most)
{
  return (int64_t) ((uint64_t) most - (uint64_t) bits);
}

/* From the least to the most. */
static inline int64_t
mn_odd_size (double n)
{
  const int64_t least = (int64_t) (1023 - 133) << 52, most = (int64_t) (1023 + 133) << 52;

  return mn_bits_below (least, mn_bits (n)) | mn_bits_below (mn_bits (n), most);
}

/* From 0 to the most. */
static inline int64_t
mn_odd_count (double x)
{
  const int64_t most = (int64_t) (1023 + 133) << 52;

  return mn_bits (x) | mn_bits_below (mn_bits (x), most);
}

/* From 0 to n, which is of a size. */
static inline int64_t
mn_odd_part (double x,
             double n)
{
  return mn_odd_size (n) | mn_bits (x) | (x <= n ? 0 : -1);
}

/* Those of proportion.h. */
typedef int (*MnPlainOne) (const double *x,
                           const double *n,
                           size_t        n_rows,
                           double        z,
                           double        multiplier,
                           double       *value,
                           double       *lower,
                           double       *upper);

int mn_plain_wilson        (const double *x,
                            const double *n,
                            size_t        n_rows,
                            double        z,
                            double        multiplier,
                            double       *value,
                            double       *lower,
                            double       *upper);
int mn_plain_agresti_coull (const double *x,
                            const double *n,
                            size_t        n_rows,
                            double        z,
                            double        multiplier,
                            double       *value,
                            double       *lower,
                            double       *upper);
int mn_plain_normal        (const double *x,
                            const double *n,
                            size_t        n_rows,
                            double        z,
                            double        multiplier,
                            double       *value,
                            double       *lower,
                            double       *upper);

/* Those of two-proportions.h and two-rates.h; in is x1, n1, x2, n2. */
typedef int (*MnPlainTwo) (const double *const in[4],
                           size_t              n_rows,
                           double              z,
                           double              multiplier,
                           double             *value,
                           double             *lower,
                           double             *upper);

int mn_plain_newcombe          (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);
int mn_plain_difference_normal (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);
int mn_plain_katz              (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);
int mn_plain_woolf             (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);
int mn_plain_rate_normal       (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);
int mn_plain_rate_score        (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);
int mn_plain_rate_log          (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *value,
                                double             *lower,
                                double             *upper);

/* Their tests: of rows that are plain to one of the above, and anything else of others. */
void mn_plain_chi_squared (const double *const in[4],
                           size_t              n_rows,
                           int                 lose_one,
                           double             *statistic,
                           double             *p);
void mn_plain_score_test  (const double *const in[4],
                           size_t              n_rows,
                           double             *statistic,
                           double             *p);
