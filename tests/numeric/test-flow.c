/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Steps of people between states against closed forms, and what chance makes of them
 * against what is expected.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "numeric/flow.h"
#include "numeric/special.h"
#include "numeric/variate.h"

#define CLOSE 1e-13

/* A model with room for it. */
typedef struct
{
  mn_flow_model model;
  mn_flow_step step;
  double *memory;
} Made;

static void
make (Made *self,
      size_t n_states,
      size_t n_bands,
      const size_t *first,
      double years,
      const mn_flow *moves,
      size_t n_moves,
      const mn_flow *entries,
      size_t n_entries,
      const mn_flow *birthdays,
      size_t n_birthdays)
{
  self->model = (mn_flow_model) {
    n_states, n_bands, first, years, moves, n_moves, entries, n_entries, birthdays, n_birthdays,
  };
  self->memory = g_new0 (double, mn_flow_step_size (&self->model));
  mn_flow_step_init (&self->model, self->memory, &self->step);
  mn_flow_observe (&self->model, &self->step);
  mn_flow_prepare (&self->model, &self->step);
}

static const size_t one_cell[] = { 0, 1 };

static double
error_of (double found,
          double expected)
{
  return found == expected ? 0 : fabs (found - expected) / fabs (expected);
}

/* There and back: exp (Qh) is known, and so is the integral. Rates from one in ten years to
 * one an hour, so that matrices are squared too. */
Test (flow, two_states_in_closed_form)
{
  static const double rates[][2] = { { 0.1, 0.3 }, { 2, 5 }, { 13, 0.7 }, { 400, 100 }, { 8000, 9000 } };

  for (size_t i = 0; i < G_N_ELEMENTS (rates); i++)
    for (double h = 1.0 / 12; h < 1.1; h += 11.0 / 12)
      {
        double a = rates[i][0], b = rates[i][1], sum = a + b, left = exp (-sum * h);
        const mn_flow moves[] = { { 0, 0, 1, a, 1, 1 }, { 0, 1, 0, 2 * b, 4, 2 } };
        const mn_flow entries[] = { { 0, 0, 0, 30, 2, 1 } };
        Made made;

        make (&made, 2, 1, one_cell, h, moves, 2, entries, 1, NULL, 0);
        cr_assert (error_of (made.step.step[0], (b + a * left) / sum) <= 100 * CLOSE, "rate %zu", i);
        cr_assert (error_of (made.step.step[1], a * (1 - left) / sum) <= 100 * CLOSE);
        cr_assert (error_of (made.step.step[3], (a + b * left) / sum) <= 100 * CLOSE);
        cr_assert (error_of (made.step.arrivals[0], 15 * (b * h + a * (1 - left) / sum) / sum) <= 100 * CLOSE);
        cr_assert (error_of (made.step.arrivals[1], 15 * a * (h - (1 - left) / sum) / sum) <= 1000 * CLOSE);
        cr_assert (made.step.passing[0] < 1e-10);
        g_free (made.memory);
      }
}

/* One state that people enter and leave: M/M/infinity. */
Test (flow, one_state_in_closed_form)
{
  for (double mu = 1e-9; mu < 1e4; mu *= 7)
    {
      const mn_flow moves[] = { { 0, 0, 1, mu, 1, 1 } };
      const mn_flow entries[] = { { 0, 0, 0, 120, 1, 1 } };
      double h = 1.0 / 12, stock = 50, next, entered, left, there;
      Made made;

      make (&made, 1, 1, one_cell, h, moves, 1, entries, 1, NULL, 0);
      there = -120 / mu * expm1 (-mu * h);
      cr_assert (error_of (made.step.arrivals[0], there) <= 100 * CLOSE, "%g: %g", mu, made.step.arrivals[0]);
      cr_assert (fabs (made.step.passing[0] - (10 - there)) <= 1e-12);
      mn_flow_expect (&made.model, &made.step, &stock, &next, &entered, &left);
      cr_assert (error_of (next, 50 * exp (-mu * h) + there) <= 100 * CLOSE);
      cr_assert (error_of (entered, 10) <= CLOSE);
      cr_assert (fabs (left - (50 + 10 - next)) <= 1e-12);
      g_free (made.memory);
    }
}

/* A chain of three has the density of a sum of exponentials. */
Test (flow, a_chain)
{
  const mn_flow moves[] = { { 0, 0, 1, 3, 1, 1 }, { 0, 1, 2, 5, 1, 1 } };
  double h = 0.25;
  Made made;

  make (&made, 3, 1, one_cell, h, moves, 2, NULL, 0, NULL, 0);
  cr_assert (error_of (made.step.step[1], 3.0 / 2 * (exp (-3 * h) - exp (-5 * h))) <= CLOSE * 10);
  cr_assert (error_of (made.step.step[2], 1 - 5.0 / 2 * exp (-3 * h) + 3.0 / 2 * exp (-5 * h)) <= CLOSE * 10);
  cr_assert (made.step.step[8] == 1);
  g_free (made.memory);
}

/* Nobody moves, all grow older; at a birthday, shares of those who came go elsewhere. */
Test (flow, ages_pass_by_themselves)
{
  static const size_t first[] = { 0, 3, 5, 6 };
  const mn_flow birthdays[] = { { 1, 0, 1, 1, 4, 1 }, { 1, 0, 2, 1, 4, 1 }, { 1, 1, 0, 3, 3, 1 } };
  double stock[12] = { 0 }, next[12], entered, left;
  Made made;

  make (&made, 2, 3, first, 1, NULL, 0, NULL, 0, birthdays, 3);
  stock[2 * 2] = 8;
  stock[2 * 2 + 1] = 5;
  stock[0] = 7;
  stock[4 * 2] = 2;
  stock[5 * 2] = 1;
  mn_flow_expect (&made.model, &made.step, stock, next, &entered, &left);
  /* Of eight a quarter goes over and a quarter out; those who come over stay over. */
  cr_assert (next[3 * 2] == 4 + 5 && next[3 * 2 + 1] == 2);
  cr_assert (left == 2 && entered == 0);
  cr_assert (next[1 * 2] == 7 && next[5 * 2] == 3 && next[0] == 0 && next[4 * 2] == 0);
  g_free (made.memory);
}

/* --- chance ------------------------------------------------------------------------------- */

Test (flow, people_are_conserved)
{
  static const size_t first[] = { 0, 3, 5, 6 };
  const mn_flow moves[] = { { 0, 0, 1, 3, 2, 1 }, { 0, 1, 2, 5, 3, 1 }, { 1, 0, 2, 9, 1, 1 }, { 2, 1, 0, 900, 1, 1 } };
  const mn_flow entries[] = { { 0, 0, 0, 50, 1, 1 }, { 1, 0, 1, 3000, 1, 1 }, { 2, 0, 1, 2, 1, 1 } };
  const mn_flow birthdays[] = { { 1, 0, 1, 1, 4, 1 }, { 1, 0, 2, 3, 4, 1 }, { 2, 1, 0, 3, 7, 1 } };
  int64_t people[2][12], coming[12] = { 0 }, row[4];
  mn_random random;
  Made made;

  make (&made, 2, 3, first, 0.5, moves, 4, entries, 3, birthdays, 3);
  mn_random_seed (&random, 5, 0);
  for (int i = 0; i < 12; i++)
    people[0][i] = i * 40;
  for (int t = 0; t < 400; t++)
    {
      int64_t before = 0, after = 0, entered, left;

      if (t % 3 == 0)
        {
          mn_flow_draw (&made.model, &random, &made.step);
          mn_flow_prepare (&made.model, &made.step);
        }
      mn_flow_play (&made.model, &made.step, &random, people[t % 2], people[1 - t % 2], coming, row, &entered, &left);
      for (int i = 0; i < 12; i++)
        {
          before += people[t % 2][i];
          after += people[1 - t % 2][i];
          cr_assert (people[1 - t % 2][i] >= 0 && coming[i] == 0);
        }
      cr_assert (before + entered - left == after);
    }
  g_free (made.memory);
}

/* The mean of many plays is what is expected, cell by cell, within five standard errors: of
 * a few people, of many, and with ages. */
Test (flow, chance_has_the_expected_mean)
{
  static const size_t first[] = { 0, 2, 4, 5 };
  const mn_flow moves[] = { { 0, 0, 1, 3, 2, 1 }, { 0, 1, 2, 5, 3, 1 }, { 1, 0, 2, 9, 1, 1 }, { 2, 1, 0, 20, 1, 1 } };
  const mn_flow entries[] = { { 0, 0, 0, 50, 1, 1 }, { 1, 0, 1, 3000, 1, 1 }, { 2, 0, 1, 2, 1, 1 } };
  const mn_flow birthdays[] = { { 1, 0, 1, 1, 4, 1 }, { 1, 0, 2, 2, 4, 1 }, { 2, 1, 0, 7, 7, 1 } };
  enum
  {
    N = 10,
    PLAYS = 20000
  };
  double stock[N], next[N], sum[N] = { 0 }, square[N] = { 0 }, entered, left, came = 0, went = 0;
  int64_t people[N], after[N], coming[N] = { 0 }, row[4];
  mn_random random;
  Made made;

  make (&made, 2, 3, first, 0.25, moves, 4, entries, 3, birthdays, 3);
  mn_random_seed (&random, 11, 3);
  for (int i = 0; i < N; i++)
    stock[i] = (double) (people[i] = i % 3 == 0 ? 1000 : i % 3 == 1 ? 1 : 17);
  mn_flow_expect (&made.model, &made.step, stock, next, &entered, &left);
  for (int t = 0; t < PLAYS; t++)
    {
      int64_t in, out;

      mn_flow_play (&made.model, &made.step, &random, people, after, coming, row, &in, &out);
      came += (double) in;
      went += (double) out;
      for (int i = 0; i < N; i++)
        {
          sum[i] += (double) after[i];
          square[i] += (double) (after[i] * after[i]);
        }
    }
  for (int i = 0; i < N; i++)
    {
      double mean = sum[i] / PLAYS, variance = square[i] / PLAYS - mean * mean;

      cr_assert (fabs (mean - next[i]) <= 5 * sqrt (variance / PLAYS) + 1e-9, "cell %d: %g and not %g", i, mean, next[i]);
    }
  cr_assert (fabs (came / PLAYS - entered) <= 5 * sqrt (entered / PLAYS));
  cr_assert (fabs (went / PLAYS - left) <= 5 * sqrt (2 * left / PLAYS));
  g_free (made.memory);
}

/* --- numbers of a kind -------------------------------------------------------------------- */

enum
{
  DRAWS = 200000
};

/* Whether a share of draws is what it should be, within five standard errors. */
static void
check_share (double    found,
             double    expected,
             const char *what,
             double    of)
{
  double error = sqrt (fmax (expected * (1 - expected), 1e-9) / DRAWS);

  cr_assert (fabs (found - expected) <= 5 * error, "%s of %g: %g and not %g", what, of, found, expected);
}

Test (flow, gamma_numbers)
{
  static const double shapes[] = { 0.3, 1, 2, 6, 7, 33.5, 1e6 };
  mn_random random;

  mn_random_seed (&random, 1, 1);
  for (size_t i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (double p = 0.1; p < 1; p += 0.4)
      {
        double at = mn_gamma_quantile (shapes[i], p), below = 0;

        for (int k = 0; k < DRAWS; k++)
          below += mn_random_gamma (&random, shapes[i]) <= at;
        check_share (below / DRAWS, p, "gamma", shapes[i]);
      }
  cr_assert (mn_random_gamma (&random, 0) == 0 && mn_random_gamma (&random, -1) == 0);
  cr_assert (mn_random_gamma (&random, NAN) == 0);
}

Test (flow, poisson_numbers)
{
  static const double means[] = { 0.01, 1, 7.5, 19.9, 20.1, 400, 1e7 };
  mn_random random;

  mn_random_seed (&random, 2, 1);
  for (size_t i = 0; i < G_N_ELEMENTS (means); i++)
    for (double z = -1.5; z < 2; z += 1.5)
      {
        double at = fmax (floor (means[i] + z * sqrt (means[i])), 0), below = 0;

        for (int k = 0; k < DRAWS; k++)
          below += (double) mn_random_poisson (&random, means[i]) <= at;
        check_share (below / DRAWS, mn_gamma_upper (at + 1, means[i]), "poisson", means[i]);
      }
  cr_assert (mn_random_poisson (&random, 0) == 0 && mn_random_poisson (&random, NAN) == 0);
  cr_assert (mn_random_poisson (&random, INFINITY) == (int64_t) 1 << 52);
}

Test (flow, binomial_numbers)
{
  static const double cases[][2] = {
    { 1, 0.3 }, { 12, 0.05 }, { 40, 0.5 }, { 39, 0.9 }, { 41, 0.51 }, { 500, 0.2 }, { 1e6, 1e-5 }, { 1e8, 0.7 },
  };
  mn_random random;

  mn_random_seed (&random, 3, 1);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double z = -1.5; z < 2; z += 1.5)
      {
        double n = cases[i][0], p = cases[i][1];
        double at = fmin (fmax (floor (n * p + z * sqrt (n * p * (1 - p))), 0), n - 1), below = 0;

        for (int k = 0; k < DRAWS; k++)
          {
            int64_t drawn = mn_random_binomial (&random, (int64_t) n, p);

            cr_assert (drawn >= 0 && drawn <= (int64_t) n);
            below += (double) drawn <= at;
          }
        check_share (below / DRAWS, mn_beta_upper (at + 1, n - at, p), "binomial", n);
      }
  cr_assert (mn_random_binomial (&random, 5, 0) == 0 && mn_random_binomial (&random, 5, 1) == 5);
  cr_assert (mn_random_binomial (&random, 0, 0.5) == 0 && mn_random_binomial (&random, 5, NAN) == 0);
}
