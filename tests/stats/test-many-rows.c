/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * In many rows quantiles are interpolated, and in few they are not: the answers are the
 * same, in whatever order and company the rows come.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#define MANY 6000
#define FEW 100

typedef enum
{
  PROPORTION,
  RATE,
  MEAN,
  TWO_COUNTS,
  TWO_MEANS,
} Inputs;

typedef struct
{
  const char *name;
  Inputs inputs;
  gpointer function;
  MarmotMethod method;
  double tolerance;
} Case;

static const Case cases[] = {
  { "Clopper-Pearson", PROPORTION, marmot_proportion_column, MARMOT_METHOD_CLOPPER_PEARSON, 1e-12 },
  { "Jeffreys", PROPORTION, marmot_proportion_column, MARMOT_METHOD_JEFFREYS, 1e-12 },
  { "exact Poisson", RATE, marmot_rate_column, MARMOT_METHOD_EXACT_POISSON, 1e-12 },
  { "Student", MEAN, marmot_mean_column, MARMOT_METHOD_STUDENT, 1e-12 },
  { "Newcombe", TWO_COUNTS, marmot_proportion_difference_column, MARMOT_METHOD_NEWCOMBE, 0 },
  { "Katz", TWO_COUNTS, marmot_proportion_ratio_column, MARMOT_METHOD_KATZ, 0 },
  { "Woolf", TWO_COUNTS, marmot_odds_ratio_column, MARMOT_METHOD_WOOLF, 0 },
  { "rate ratio, log", TWO_COUNTS, marmot_rate_ratio_column, MARMOT_METHOD_LOG_NORMAL, 0 },
  { "rate ratio, exact", TWO_COUNTS, marmot_rate_ratio_column, MARMOT_METHOD_EXACT_CONDITIONAL, 1e-12 },
  { "rate difference, MOVER", TWO_COUNTS, marmot_rate_difference_column, MARMOT_METHOD_MOVER, 0 },
  { "Welch", TWO_MEANS, marmot_mean_difference_column, MARMOT_METHOD_WELCH, 1e-12 },
  { "two means, Student", TWO_MEANS, marmot_mean_difference_column, MARMOT_METHOD_STUDENT, 1e-12 },
  { "ratio of means, log", TWO_MEANS, marmot_mean_ratio_column, MARMOT_METHOD_LOG_T, 1e-12 },
  { "ratio of means, Fieller", TWO_MEANS, marmot_mean_ratio_column, MARMOT_METHOD_FIELLER, 1e-11 },
};

typedef gpointer (*OfTwo) (MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfThree) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfFour) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *,
                            GError **);
typedef gpointer (*OfSix) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *,
                           MarmotColumn *, MarmotIntervalOptions *, GError **);

static MarmotTable *
run (const Case *c,
     double *const *in,
     gsize n_rows)
{
  const double levels[] = { 0.95, 0.998 };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotEstimates) estimates = NULL;
  MarmotColumn *columns[6];
  MarmotTable *table = NULL;

  for (int i = 0; i < 6; i++)
    columns[i] = marmot_column_new_double (in[i], n_rows);
  marmot_interval_options_set_method (options, c->method);
  marmot_interval_options_set_levels (options, levels, G_N_ELEMENTS (levels), NULL);
  switch (c->inputs)
    {
    case PROPORTION:
    case RATE:
      estimates = ((OfTwo) c->function) (columns[0], columns[1], options, NULL);
      break;
    case MEAN:
      estimates = ((OfThree) c->function) (columns[0], columns[1], columns[2], options, NULL);
      break;
    case TWO_COUNTS:
      table = ((OfFour) c->function) (columns[0], columns[1], columns[2], columns[3], options, NULL);
      break;
    case TWO_MEANS:
      table = ((OfSix) c->function) (columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], options,
                                     NULL);
      break;
    }
  if (estimates)
    table = marmot_estimates_to_table (estimates);
  cr_assert_not_null (table, "%s", c->name);
  for (int i = 0; i < 6; i++)
    marmot_column_unref (columns[i]);
  return table;
}

/* Small and large counts, whole and not, and some that are wrong. */
static void
fill (Inputs inputs,
      double *const *in)
{
  for (gsize i = 0; i < MANY; i++)
    {
      double k = (double) (i % 17 == 0 ? i * 7919 % 100003 : i * 7919 % 90);
      double m = (double) (i * 6271 % 70);

      in[0][i] = inputs >= MEAN && inputs != TWO_COUNTS ? 2 + (double) (i % 400) : i % 29 == 0 ? k + 0.25 : k;
      in[1][i] = inputs == TWO_MEANS || inputs == MEAN ? 20 + k : k + 1 + (double) (i % 1000);
      in[2][i] = inputs == TWO_COUNTS ? m : 5 + (double) (i % 7);
      in[3][i] = inputs == TWO_COUNTS ? m + 1 + (double) (i % 1300) : 3 + (double) (i % 350);
      in[4][i] = 25 + m;
      in[5][i] = 4 + (double) (i % 9);
      if (i % 997 == 0)
        in[i / 997 % 2][i] = -1;
    }
}

static void
compare (const Case *c,
         MarmotTable *many,
         gsize row,
         MarmotTable *few,
         gsize few_row,
         double tolerance)
{
  for (gsize i = 0; i < marmot_table_get_n_columns (many); i++)
    {
      g_autoptr (MarmotColumn) a = marmot_table_get_column (many, i);
      g_autoptr (MarmotColumn) b = marmot_table_get_column (few, i);
      double x, y;

      cr_assert (marmot_column_is_null (a, row) == marmot_column_is_null (b, few_row), "%s, row %zu, %s", c->name, row,
                 marmot_table_get_column_name (many, i));
      if (marmot_column_get_column_type (a) != MARMOT_COLUMN_DOUBLE || marmot_column_is_null (a, row))
        continue;
      x = marmot_column_get_double (a, row);
      y = marmot_column_get_double (b, few_row);
      /* A difference is as accurate as what it is a difference of, here of 100 or so. */
      cr_assert (x == y || fabs (x - y) <= tolerance * fmax (fabs (y), c->inputs == TWO_MEANS || c->inputs == MEAN ? 100 : 0),
                 "%s, row %zu, %s: %.17g and %.17g", c->name, row, marmot_table_get_column_name (many, i), x, y);
    }
}

static void
check (const Case *c)
{
  double *in[6], *turned[6];
  g_autoptr (MarmotTable) many = NULL;
  g_autoptr (MarmotTable) back = NULL;

  for (int i = 0; i < 6; i++)
    {
      in[i] = g_new0 (double, MANY);
      turned[i] = g_new0 (double, MANY);
    }
  fill (c->inputs, in);
  for (int i = 0; i < 6; i++)
    for (gsize row = 0; row < MANY; row++)
      turned[i][row] = in[i][MANY - 1 - row];

  many = run (c, in, MANY);
  back = run (c, turned, MANY);
  for (gsize row = 0; row < MANY; row++)
    compare (c, many, row, back, MANY - 1 - row, 0);
  for (gsize first = 0; first < MANY; first += FEW)
    {
      double *part[6];
      g_autoptr (MarmotTable) few = NULL;

      for (int i = 0; i < 6; i++)
        part[i] = in[i] + first;
      few = run (c, part, FEW);
      for (gsize row = 0; row < FEW; row++)
        compare (c, many, first + row, few, row, c->tolerance);
    }
  for (int i = 0; i < 6; i++)
    {
      g_free (in[i]);
      g_free (turned[i]);
    }
}

Test (many_rows, have_the_answers_of_few, .timeout = 60)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}
