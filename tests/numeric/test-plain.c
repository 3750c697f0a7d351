/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The closed forms of plain rows against the same limits as they are published, in long
 * doubles; and which rows are left to others.
 */
#include <criterion/criterion.h>
#include <float.h>
#include <glib.h>
#include <math.h>

#include "numeric/plain.h"
#include "numeric/special.h"

/* What the library promises of closed forms. Differences, and whatever is subtracted from one,
 * are held to 4e-16 of the unit times what the limits are from it. */
#define PROMISED 1e-12
#define OF_THE_UNIT 1e-15

#define ROWS 203 /* no multiple of a vector */

static const double levels[] = { 0.95, 0.998, 0.5, 0.999999 };

typedef long double Number;

typedef struct
{
  Number value;
  Number lower;
  Number upper;
} Figure;

static Figure
around (Number value,
        Number reach)
{
  Figure f = { value, value - reach, value + reach };

  return f;
}

static Figure
inside (Figure f,
        Number least)
{
  f.lower = f.lower < least ? least : f.lower;
  f.upper = f.upper > 1 ? 1 : f.upper;
  return f;
}

static Figure
wilson (const double *r,
        Number z)
{
  Number x = r[0], n = r[1], root = z * sqrtl (z * z + 4 * x * (n - x) / n);
  Number sum = 2 * x + z * z + root;
  Figure f = { x / n, 2 * x * x / n / sum, sum / (2 * (n + z * z)) };

  return f;
}

static Figure
agresti_coull (const double *r,
               Number z)
{
  Number n = r[1] + z * z, p = (r[0] + z * z / 2) / n, q = (((Number) r[1] - r[0]) + z * z / 2) / n;
  Figure f = inside (around (p, z * sqrtl (p * q / n)), 0);

  f.value = (Number) r[0] / r[1];
  return f;
}

static Number
variance (double x,
          double n)
{
  return (Number) x / n * (((Number) n - x) / n) / n;
}

static Figure
normal (const double *r,
        Number z)
{
  return inside (around ((Number) r[0] / r[1], z * sqrtl (variance (r[0], r[1]))), 0);
}

/* Wilson's lower limit as a distance, without a difference. */
static Number
below (Number x,
       Number n,
       Number z)
{
  Number reach = z * z + z * sqrtl (z * z + 4 * x * (n - x) / n);

  return x / n * (reach / (2 * x + reach));
}

static Figure
newcombe (const double *r,
          Number z)
{
  Number d = (Number) r[0] / r[1] - (Number) r[2] / r[3];
  Number y1 = (Number) r[1] - r[0], y2 = (Number) r[3] - r[2];
  Figure f = { d, d - hypotl (below (r[0], r[1], z), below (y2, r[3], z)),
               d + hypotl (below (y1, r[1], z), below (r[2], r[3], z)) };

  return inside (f, -1);
}

static Figure
difference_normal (const double *r,
                   Number z)
{
  return inside (around ((Number) r[0] / r[1] - (Number) r[2] / r[3],
                         z * sqrtl (variance (r[0], r[1]) + variance (r[2], r[3]))), -1);
}

static Figure
spread (Number value,
        Number error,
        Number z)
{
  Figure f = { value, value / expl (z * error), value * expl (z * error) };

  return f;
}

static Figure
katz (const double *r,
      Number z)
{
  Number x1 = r[0], n1 = r[1], x2 = r[2], n2 = r[3];

  return spread (x1 / n1 / (x2 / n2), sqrtl ((n1 - x1) / n1 / x1 + (n2 - x2) / n2 / x2), z);
}

static Figure
woolf (const double *r,
       Number z)
{
  Number x1 = r[0], y1 = (Number) r[1] - r[0], x2 = r[2], y2 = (Number) r[3] - r[2];

  return spread (x1 / y1 / (x2 / y2), sqrtl (1 / x1 + 1 / y1 + 1 / x2 + 1 / y2), z);
}

static Figure
rate_normal (const double *r,
             Number z)
{
  Number x1 = r[0], n1 = r[1], x2 = r[2], n2 = r[3];

  return around (x1 / n1 - x2 / n2, z * sqrtl (x1 / n1 / n1 + x2 / n2 / n2));
}

static Figure
rate_score (const double *r,
            Number z)
{
  Number x1 = r[0], x2 = r[2], m = x1 + x2, ratio = (Number) r[3] / r[1];
  Number root = z * sqrtl (z * z + 4 * x1 * (x2 / m));
  Number large1 = 2 * x1 + z * z + root, large2 = 2 * x2 + z * z + root;
  Figure f = { x1 / x2 * ratio, 4 * x1 * x1 / m * (m + z * z) / large1 / large2 * ratio,
               large1 * large2 * m / (4 * x2 * x2 * (m + z * z)) * ratio };

  return f;
}

static Figure
rate_log (const double *r,
          Number z)
{
  return spread ((Number) r[0] / r[1] / ((Number) r[2] / r[3]), sqrtl (1 / (Number) r[0] + 1 / (Number) r[2]), z);
}

typedef enum
{
  PARTS,  /* counts from 0 to the denominator */
  FILLED, /* not 0 */
  INNER,  /* nor the denominator */
  EVENTS  /* more than it, too, but not 0 */
} Counts;

typedef struct
{
  const char *name;
  MnPlainOne one;
  MnPlainTwo two;
  Figure (*published) (const double *r, Number z);
  Counts counts;
  gboolean is_absolute;
} Case;

static const Case cases[] = {
  { "Wilson", mn_plain_wilson, NULL, wilson, PARTS, FALSE },
  { "Agresti and Coull", mn_plain_agresti_coull, NULL, agresti_coull, PARTS, TRUE },
  { "normal", mn_plain_normal, NULL, normal, PARTS, TRUE },
  { "Newcombe", NULL, mn_plain_newcombe, newcombe, PARTS, TRUE },
  { "difference, normal", NULL, mn_plain_difference_normal, difference_normal, PARTS, TRUE },
  { "Katz", NULL, mn_plain_katz, katz, FILLED, FALSE },
  { "Woolf", NULL, mn_plain_woolf, woolf, INNER, FALSE },
  { "rates, normal", NULL, mn_plain_rate_normal, rate_normal, PARTS, TRUE },
  { "rates, score", NULL, mn_plain_rate_score, rate_score, EVENTS, FALSE },
  { "rates, logarithm", NULL, mn_plain_rate_log, rate_log, EVENTS, FALSE },
};

static void
draw (GRand *random,
      Counts counts,
      double *count,
      double *denominator)
{
  double n = exp (g_rand_double_range (random, log (2), log (1e9)));
  double share = g_rand_boolean (random) ? g_rand_double (random) : exp (g_rand_double_range (random, log (1e-6), 0));
  gboolean whole = g_rand_int_range (random, 0, 4) > 0;
  double x = n * share;

  if (whole)
    {
      n = floor (n);
      x = floor (x);
    }
  if (counts == EVENTS && g_rand_boolean (random))
    x *= 3;
  if (counts != PARTS && x == 0)
    x = 1;
  if (counts == INNER && x == n)
    x = n / 2;
  if (counts == PARTS && g_rand_int_range (random, 0, 10) == 0)
    x = g_rand_boolean (random) ? n : 0;
  *count = x;
  *denominator = n;
}

/* How far what was found is from what was published, in what is promised. */
static double
distance (const Case *c,
          double found,
          Number expected,
          Number scale)
{
  Number promised = c->is_absolute ? PROMISED * fabsl (expected) + OF_THE_UNIT * scale : PROMISED * fabsl (expected);

  return found == (double) expected ? 0 : (double) (fabsl (found - expected) / promised);
}

Test (plain, rows_have_the_published_limits)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);
  static double columns[4][ROWS], value[ROWS], lower[ROWS], upper[ROWS];
  const double *in[4] = { columns[0], columns[1], columns[2], columns[3] };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int round = 0; round < 200; round++)
      {
        const Case *c = &cases[i];
        double z = mn_normal_quantile_upper ((1 - levels[round % 4]) / 2);
        double multiplier = round % 3 == 0 ? 1 : round % 3 == 1 ? 100 : 1e5;
        int all;

        for (int row = 0; row < ROWS; row++)
          for (int k = 0; k < 4; k += 2)
            draw (random, c->counts, &columns[k][row], &columns[k + 1][row]);
        all = c->one ? c->one (in[0], in[1], ROWS, z, multiplier, value, lower, upper)
                     : c->two (in, ROWS, z, multiplier, value, lower, upper);
        /* Of less than one event the limits of a ratio may be too far apart. */
        cr_assert (all || c->counts != PARTS, "%s", c->name);

        for (int row = 0; row < ROWS; row++)
          {
            const double r[4] = { in[0][row], in[1][row], in[2][row], in[3][row] };
            Figure f = c->published (r, z);
            Number scale = fmaxl (fabsl (f.value), fmaxl (fabsl (f.lower), fabsl (f.upper)));

            if (!c->one)
              scale = fmaxl (scale, (Number) r[0] / r[1] + (Number) r[2] / r[3]);
            if (!all && isnan (lower[row]))
              continue;
            cr_assert (distance (c, value[row] / multiplier, f.value, scale) <= 1, "%s: value of %g/%g, %g/%g", c->name, r[0],
                       r[1], r[2], r[3]);
            cr_assert (distance (c, lower[row] / multiplier, f.lower, scale) <= 1, "%s: lower of %.17g/%.17g, %g/%g: %g, not %g",
                       c->name, r[0], r[1], r[2], r[3], lower[row] / multiplier, (double) f.lower);
            cr_assert (distance (c, upper[row] / multiplier, f.upper, scale) <= 1, "%s: upper of %g/%g, %g/%g: %g, not %g",
                       c->name, r[0], r[1], r[2], r[3], upper[row] / multiplier, (double) f.upper);
          }
      }
}

/* What nobody counts is left to others, wherever it stands, and the rest is not. */
Test (plain, odd_rows_are_marked)
{
  const double bad[] = { NAN, -NAN, INFINITY, -INFINITY, -1, -1e-300, -1e300, 1e300, 5e-324, -5e-324, DBL_MAX };
  static double columns[4][ROWS], value[ROWS], lower[ROWS], upper[ROWS];
  const double *in[4] = { columns[0], columns[1], columns[2], columns[3] };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int place = 0; place < ROWS; place += 67)
      for (int k = 0; k < (cases[i].one ? 2 : 4); k++)
        for (gsize b = 0; b < G_N_ELEMENTS (bad) + 2; b++)
          {
            const Case *c = &cases[i];
            gboolean is_count = k % 2 == 0;
            gboolean is_odd = TRUE;

            for (int row = 0; row < ROWS; row++)
              {
                columns[0][row] = 12 + row;
                columns[1][row] = 1000;
                columns[2][row] = 7;
                columns[3][row] = 90 + row;
              }
            columns[k][place] = b < G_N_ELEMENTS (bad) ? bad[b] : b == G_N_ELEMENTS (bad) ? 0 : -0.0;
            if (is_count && c->counts == PARTS && (columns[k][place] == 0 || columns[k][place] == 5e-324))
              is_odd = FALSE;

            cr_assert_eq (c->one ? c->one (in[0], in[1], ROWS, 2, 1, value, lower, upper)
                                 : c->two (in, ROWS, 2, 1, value, lower, upper), !is_odd, "%s: %g", c->name, columns[k][place]);
            for (int row = 0; row < ROWS; row++)
              cr_assert_eq (isnan (lower[row]), is_odd && row == place, "%s: %g", c->name, columns[k][place]);
          }
}

/* A row has the same bits alone, first, last and between others. */
Test (plain, a_row_does_not_see_the_others)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  static double columns[4][ROWS], value[ROWS], lower[ROWS], upper[ROWS];
  const double *in[4] = { columns[0], columns[1], columns[2], columns[3] };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];

      for (int row = 0; row < ROWS; row++)
        for (int k = 0; k < 4; k += 2)
          draw (random, c->counts, &columns[k][row], &columns[k + 1][row]);
      if (c->one)
        c->one (in[0], in[1], ROWS, 2, 1, value, lower, upper);
      else
        c->two (in, ROWS, 2, 1, value, lower, upper);
      for (int row = 0; row < ROWS; row++)
        {
          const double *at[4] = { in[0] + row, in[1] + row, in[2] + row, in[3] + row };
          double v, l, u;

          if (c->one)
            c->one (at[0], at[1], 1, 2, 1, &v, &l, &u);
          else
            c->two (at, 1, 2, 1, &v, &l, &u);
          if (isnan (l) && isnan (lower[row]))
            continue;
          cr_assert (v == value[row] && l == lower[row] && u == upper[row], "%s: row %d", c->name, row);
        }
    }
}

/* A proportion of whole numbers is what a division gives, to the last bit. */
Test (plain, values_of_proportions_are_quotients)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  const MnPlainOne all[] = { mn_plain_wilson, mn_plain_agresti_coull, mn_plain_normal };

  for (gsize m = 0; m < G_N_ELEMENTS (all); m++)
    for (int i = 0; i < 200000; i++)
      {
        double n = i < 100000 ? 1 + i % 400 : g_rand_int_range (random, 1, 1 << 27);
        double x = i < 100000 ? fmod (i / 400, n + 1) : g_rand_int_range (random, 0, (int) n + 1);
        double value, lower, upper;

        cr_assert (all[m] (&x, &n, 1, 2, 1, &value, &lower, &upper));
        cr_assert_eq (value, x / n, "%g of %g", x, n);
      }
}

static void
check_test (int is_rate,
            const double *r,
            Number expected)
{
  const double *in[4] = { &r[0], &r[1], &r[2], &r[3] };
  double statistic, p;

  if (is_rate)
    mn_plain_score_test (in, 1, &statistic, &p);
  else
    mn_plain_chi_squared (in, 1, 0, &statistic, &p);
  cr_assert (fabsl (statistic - expected) <= 1e-14L * fmaxl (1, fabsl (expected)), "%g: %g", statistic, (double) expected);
  cr_assert (fabs (p - 2 * mn_normal_upper (fabs (statistic))) <= PROMISED * p + DBL_MIN, "%g", statistic);
}

Test (plain, tests_are_those_that_are_published)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (22);

  for (int i = 0; i < 20000; i++)
    {
      double r[4];
      Number x1, n1, x2, n2, m, share;

      draw (random, FILLED, &r[0], &r[1]);
      draw (random, FILLED, &r[2], &r[3]);
      x1 = r[0];
      n1 = r[1];
      x2 = r[2];
      n2 = r[3];
      m = x1 + x2;
      share = m / (n1 + n2);
      /* Whole counts with products below 2^53: else the difference is of rounded numbers. */
      if (r[0] != floor (r[0]) || r[1] != floor (r[1]) || r[2] != floor (r[2]) || r[3] != floor (r[3]) || r[1] > 9e7
          || r[3] > 9e7 || share == 1)
        continue;
      check_test (0, r, (x1 * n2 - x2 * n1) / (n1 * n2)
                       / sqrtl (share * ((n1 - x1 + n2 - x2) / (n1 + n2)) * (1 / n1 + 1 / n2)));
      check_test (1, r, (x1 * n2 - x2 * n1) / (n1 + n2) / sqrtl (m * (n1 / (n1 + n2)) * (n2 / (n1 + n2))));
    }
  check_test (0, (const double[]) { 0, 20, 0, 30 }, 0);
  check_test (0, (const double[]) { 20, 20, 30, 30 }, 0);
  check_test (1, (const double[]) { 0, 20, 0, 30 }, 0);
}
