/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * No answer depends on the number of threads, to the last bit.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Some pieces and a rest, and enough work for several threads. */
#define ROWS 150001
/* Rows that only statistics which cost much share. */
#define FEW_ROWS 9001
#define N_INPUTS 6

typedef enum
{
  COUNTS,
  MEANS,
} Inputs;

typedef struct
{
  const char *name;
  Inputs inputs;
  int n_inputs;
  gpointer function;
  gboolean gives_estimates;
  MarmotMethod method;
  MarmotMethod test;
} Case;

static const Case cases[] = {
  { "Wilson", COUNTS, 2, marmot_proportion_column, TRUE, 0, 0 },
  { "Jeffreys", COUNTS, 2, marmot_proportion_column, TRUE, MARMOT_METHOD_JEFFREYS, 0 },
  { "rate", COUNTS, 2, marmot_rate_column, TRUE, 0, 0 },
  { "mean", MEANS, 3, marmot_mean_column, TRUE, 0, 0 },
  { "against a standard", COUNTS, 3, marmot_rate_against_column, FALSE, MARMOT_METHOD_BYAR, MARMOT_METHOD_BYAR },
  { "Newcombe", COUNTS, 4, marmot_proportion_difference_column, FALSE, 0, 0 },
  { "Newcombe, no test", COUNTS, 4, marmot_proportion_difference_column, FALSE, 0, MARMOT_METHOD_NONE },
  { "Katz", COUNTS, 4, marmot_proportion_ratio_column, FALSE, MARMOT_METHOD_KATZ, 0 },
  { "odds ratio", COUNTS, 4, marmot_odds_ratio_column, FALSE, MARMOT_METHOD_WOOLF, 0 },
  { "rate ratio", COUNTS, 4, marmot_rate_ratio_column, FALSE, MARMOT_METHOD_LOG_NORMAL, 0 },
  { "Welch", MEANS, 6, marmot_mean_difference_column, FALSE, 0, 0 },
};

typedef gpointer (*OfTwo) (MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfThree) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfFour) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *,
                            GError **);
typedef gpointer (*OfSix) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *,
                           MarmotColumn *, MarmotIntervalOptions *, GError **);

/* What a statistic gives, as bytes. */
static GBytes *
run (const Case *c,
     MarmotColumn *const *in)
{
  const double levels[] = { 0.95, 0.998 };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  gpointer result;
  GBytes *bytes;

  marmot_interval_options_set_method (options, c->method);
  marmot_interval_options_set_test (options, c->test);
  marmot_interval_options_set_levels (options, levels, G_N_ELEMENTS (levels), NULL);
  switch (c->n_inputs)
    {
    case 2:
      result = ((OfTwo) c->function) (in[0], in[1], options, NULL);
      break;
    case 3:
      result = ((OfThree) c->function) (in[0], in[1], in[2], options, NULL);
      break;
    case 4:
      result = ((OfFour) c->function) (in[0], in[1], in[2], in[3], options, NULL);
      break;
    default:
      result = ((OfSix) c->function) (in[0], in[1], in[2], in[3], in[4], in[5], options, NULL);
      break;
    }
  cr_assert_not_null (result, "%s", c->name);
  if (c->gives_estimates)
    {
      bytes = marmot_estimates_serialize (result);
      marmot_estimates_unref (result);
    }
  else
    {
      bytes = marmot_table_serialize (result);
      marmot_table_unref (result);
    }
  return bytes;
}

/* Good rows, wrong ones and nulls, of doubles and whole numbers. */
static void
make_columns (Inputs inputs,
              gsize n_rows,
              gboolean with_faults,
              MarmotColumn **in)
{
  double *values = g_new (double, n_rows);
  gint64 *whole = g_new (gint64, n_rows);
  gboolean *nulls = g_new (gboolean, n_rows);

  for (gsize k = 0; k < N_INPUTS; k++)
    {
      gboolean is_size = inputs == MEANS ? k % 3 == 0 : k % 2 == 1;
      g_autoptr (MarmotColumn) bare = NULL;

      for (gsize i = 0; i < n_rows; i++)
        {
          values[i] = is_size ? 200 + (double) (i % (1000 + k)) : (double) (1 + i * (7919 + k) % (90 + k));
          if (with_faults && i % (997 + k) == 0)
            values[i] = i % 2 == 0 ? -1 : (double) NAN;
          whole[i] = isnan (values[i]) ? 0 : (gint64) values[i];
          nulls[i] = with_faults && i % (1009 + 2 * k) == 3;
        }
      bare = k == 1 ? marmot_column_new_integer (whole, n_rows) : marmot_column_new_double (values, n_rows);
      in[k] = with_faults ? marmot_column_with_nulls (bare, nulls, n_rows, NULL) : marmot_column_ref (bare);
    }
  g_free (values);
  g_free (whole);
  g_free (nulls);
}

Test (threads, their_number_changes_no_bit)
{
  const guint numbers[] = { 1, 2, 3, 8 };

  /* One row, one more than a piece of any size, and many. */
  const gsize sizes[] = { 1, 513, 1025, FEW_ROWS, ROWS };

  for (int inputs = COUNTS; inputs <= MEANS; inputs++)
    for (gsize at = 0; at < 2 * G_N_ELEMENTS (sizes); at++)
      {
        const gboolean with_faults = at % 2 == 1;
        MarmotColumn *in[N_INPUTS];

        make_columns ((Inputs) inputs, sizes[at / 2], with_faults, in);
        for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
          {
            g_autoptr (GBytes) alone = NULL;

            if ((int) cases[c].inputs != inputs)
              continue;
            for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
              {
                g_autoptr (GBytes) bytes = NULL;

                marmot_set_threads (numbers[n]);
                cr_assert_eq (marmot_get_threads (), numbers[n]);
                bytes = run (&cases[c], in);
                if (!alone)
                  alone = g_bytes_ref (bytes);
                cr_assert (g_bytes_equal (alone, bytes), "%s of %zu rows with %u threads%s", cases[c].name,
                           sizes[at / 2], numbers[n], with_faults ? " and faults" : "");
              }
          }
        for (int k = 0; k < N_INPUTS; k++)
          marmot_column_unref (in[k]);
      }
}

static gpointer
run_beside (gpointer data)
{
  return run (&cases[5], data);
}

Test (threads, callers_in_several_threads_get_what_one_gets)
{
  MarmotColumn *in[N_INPUTS];
  GThread *callers[4];
  g_autoptr (GBytes) alone = NULL;

  make_columns (COUNTS, ROWS, TRUE, in);
  marmot_set_threads (1);
  alone = run (&cases[5], in);
  marmot_set_threads (3);
  for (gsize i = 0; i < G_N_ELEMENTS (callers); i++)
    callers[i] = g_thread_new ("caller", run_beside, in);
  for (gsize i = 0; i < G_N_ELEMENTS (callers); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (callers[i]);

      cr_assert (g_bytes_equal (alone, bytes));
    }
  for (int k = 0; k < N_INPUTS; k++)
    marmot_column_unref (in[k]);
}

Test (threads, a_child_of_a_fork_goes_on)
{
  MarmotColumn *in[N_INPUTS];
  g_autoptr (GBytes) parent = NULL;
  int status = 1;
  pid_t child;

  make_columns (COUNTS, ROWS, TRUE, in);
  marmot_set_threads (3);
  parent = run (&cases[5], in);
  child = fork ();
  cr_assert (child >= 0);
  if (child == 0)
    {
      g_autoptr (GBytes) bytes = run (&cases[5], in);

      _exit (g_bytes_equal (parent, bytes) ? 0 : 2);
    }
  cr_assert_eq (waitpid (child, &status, 0), child);
  cr_assert (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  for (int k = 0; k < N_INPUTS; k++)
    marmot_column_unref (in[k]);
}

Test (threads, nobody_asked_is_as_many_as_there_are_processors)
{
  guint unasked;

  marmot_set_threads (0);
  unasked = marmot_get_threads ();
  cr_assert (unasked >= 1 && unasked <= 256);
  marmot_set_threads (1000);
  cr_assert_eq (marmot_get_threads (), 256);
  marmot_set_threads (0);
  cr_assert_eq (marmot_get_threads (), unasked);
}

Test (threads, the_environment_says_how_many)
{
  g_setenv ("MARMOT_THREADS", "5", TRUE);
  cr_assert_eq (marmot_get_threads (), 5);
  marmot_set_threads (2);
  cr_assert_eq (marmot_get_threads (), 2);
}

Test (threads, an_environment_of_nonsense_says_nothing)
{
  guint unasked;

  g_setenv ("MARMOT_THREADS", "-3 or so", TRUE);
  unasked = marmot_get_threads ();
  cr_assert (unasked >= 1 && unasked <= 16);
}
