/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "flow.h"

#include <math.h>
#include <string.h>

#include "variate.h"

/* Of more than so many who move one by one, numbers are drawn for each way. */
#define ONE_BY_ONE 64

/* Terms of the uniformised series for at most one move expected in a step: the rest is
 * below the last bit. */
#define MOST_TERMS 24

size_t
mn_flow_step_size (const mn_flow_model *model)
{
  size_t s = model->n_states, b = model->n_bands;

  return model->n_moves + model->n_entries + model->n_birthdays + 2 * b * s * s + 3 * b * s + b + 3 * s * s + 3 * s;
}

void
mn_flow_step_init (const mn_flow_model *model,
                   double *memory,
                   mn_flow_step *step)
{
  size_t s = model->n_states, b = model->n_bands;

  step->moves = memory;
  step->entries = step->moves + model->n_moves;
  step->birthdays = step->entries + model->n_entries;
  step->step = step->birthdays + model->n_birthdays;
  step->out = step->step + b * s * s;
  step->arrivals = step->out + b * s * s;
  step->come = step->arrivals + b * s;
  step->log_stay = step->come + b * s;
  step->passing = step->log_stay + b * s;
  step->scratch = step->passing + b;
}

/* --- rates ------------------------------------------------------------------------------- */

static double
rate_of (const mn_flow *flow,
         double events)
{
  return flow->exposure > 0 ? events / flow->exposure * flow->factor : 0;
}

void
mn_flow_observe (const mn_flow_model *model,
                 mn_flow_step *step)
{
  for (size_t i = 0; i < model->n_moves; i++)
    step->moves[i] = rate_of (&model->moves[i], model->moves[i].events);
  for (size_t i = 0; i < model->n_entries; i++)
    step->entries[i] = rate_of (&model->entries[i], model->entries[i].events);
  for (size_t i = 0; i < model->n_birthdays; i++)
    step->birthdays[i] = model->birthdays[i].events / model->birthdays[i].exposure;
}

void
mn_flow_draw (const mn_flow_model *model,
              mn_random *random,
              mn_flow_step *step)
{
  for (size_t i = 0; i < model->n_moves; i++)
    step->moves[i] = rate_of (&model->moves[i], mn_random_gamma (random, model->moves[i].events));
  for (size_t i = 0; i < model->n_entries; i++)
    step->entries[i] = rate_of (&model->entries[i], mn_random_gamma (random, model->entries[i].events));
  for (size_t i = 0; i < model->n_birthdays;)
    {
      const mn_flow *first = &model->birthdays[i];
      double stayed = first->exposure, sum;
      size_t end = i;

      for (; end < model->n_birthdays && model->birthdays[end].band == first->band
             && model->birthdays[end].from == first->from;
           end++)
        {
          step->birthdays[end] = mn_random_gamma (random, model->birthdays[end].events);
          stayed -= model->birthdays[end].events;
        }
      sum = mn_random_gamma (random, stayed);
      for (size_t k = i; k < end; k++)
        sum += step->birthdays[k];
      for (size_t k = i; k < end; k++)
        step->birthdays[k] = sum > 0 ? step->birthdays[k] / sum : 0;
      i = end;
    }
}

/* --- the matrix of a step ---------------------------------------------------------------- */

/* c += a b, of n by n; c is neither. */
MN_CLONES static void
multiply (const double *restrict a,
          const double *restrict b,
          size_t n,
          double *restrict c)
{
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++)
      {
        double x = a[i * n + k];

        if (x == 0)
          continue;
        for (size_t j = 0; j < n; j++)
          c[i * n + j] += x * b[k * n + j];
      }
}

/* to = U term, of which U is known by its moves; sum += weight * to. */
MN_CLONES static void
next_term (const mn_flow *moves,
           const double *rates,
           size_t n_moves,
           const double *restrict stay,
           double fastest,
           size_t n,
           const double *restrict term,
           double weight,
           double *restrict to,
           double *restrict sum)
{
  size_t move = 0;

  for (size_t i = 0; i < n; i++)
    {
      for (size_t j = 0; j < n; j++)
        to[i * n + j] = stay[i] * term[i * n + j];
      for (; move < n_moves && moves[move].from == i; move++)
        if (moves[move].to < n && rates[move] > 0)
          {
            double x = rates[move] / fastest;
            const double *from = term + moves[move].to * n;

            for (size_t j = 0; j < n; j++)
              to[i * n + j] += x * from[j];
          }
      for (size_t j = 0; j < n; j++)
        sum[i * n + j] += weight * to[i * n + j];
    }
}

/* The moves of each band are a run. */
static size_t
end_of_band (const mn_flow *flows,
             size_t n,
             size_t first,
             size_t band)
{
  while (first < n && flows[first].band == band)
    first++;
  return first;
}

/* The largest sum of rates out of a state, and what each has less than that as a share. */
static double
find_fastest (const mn_flow *moves,
              const double *rates,
              size_t n_moves,
              size_t n,
              double *stay)
{
  double fastest = 0;

  for (size_t i = 0; i < n; i++)
    stay[i] = 0;
  for (size_t i = 0; i < n_moves; i++)
    stay[moves[i].from] += rates[i];
  for (size_t i = 0; i < n; i++)
    fastest = fmax (fastest, stay[i]);
  for (size_t i = 0; i < n; i++)
    stay[i] = fastest > 0 ? 1 - stay[i] / fastest : 1;
  return fastest;
}

static int
count_squarings (double expected)
{
  int n = 0;

  while (expected > 1 && n < 200)
    {
      expected /= 2;
      n++;
    }
  return n;
}

int
mn_flow_squarings (const mn_flow_model *model,
                   const double *moves)
{
  double most = 0;

  for (size_t i = 0; i < model->n_moves;)
    {
      const mn_flow *first = &model->moves[i];
      double sum = 0;

      for (; i < model->n_moves && model->moves[i].band == first->band && model->moves[i].from == first->from; i++)
        sum += moves[i];
      most = fmax (most, sum);
    }
  return count_squarings (most * model->step);
}

/* exp (Q h) into p, and entries times its integral into arrivals. h is halved until less
 * than one move is expected in it, then both are doubled: in two halves, those who came in
 * the first go through the second. */
static void
prepare_band (const mn_flow *moves,
              const double *rates,
              size_t n_moves,
              size_t n,
              double h,
              const double *entries,
              double *scratch,
              double *p,
              double *arrivals)
{
  double *term = scratch, *other = term + n * n, *integral = other + n * n, *stay = integral + n * n;
  double fastest = find_fastest (moves, rates, n_moves, n, stay);
  int squarings = count_squarings (fastest * h);
  double x, weight, rest;

  memset (p, 0, n * n * sizeof *p);
  memset (term, 0, n * n * sizeof *term);
  for (size_t i = 0; i < n; i++)
    p[i * n + i] = term[i * n + i] = 1;
  if (!(fastest > 0))
    {
      for (size_t i = 0; i < n; i++)
        arrivals[i] = entries[i] * h;
      return;
    }

  h = ldexp (h, -squarings);
  x = fastest * h;
  weight = exp (-x);
  rest = -expm1 (-x); /* the probability of more moves than so far */
  memset (integral, 0, n * n * sizeof *integral);
  for (size_t i = 0; i < n; i++)
    {
      p[i * n + i] = weight;
      integral[i * n + i] = rest;
    }
  for (int k = 1; k < MOST_TERMS && rest > 1e-17; k++)
    {
      double *swap = term;

      weight *= x / k;
      next_term (moves, rates, n_moves, stay, fastest, n, term, weight, other, p);
      rest = fmax (rest - weight, 0);
      for (size_t i = 0; i < n * n; i++)
        integral[i] += rest * other[i];
      term = other;
      other = swap;
    }
  /* Nobody leaves where nobody leaves, not even by rounding. */
  for (size_t i = 0; i < n; i++)
    if (stay[i] == 1)
      p[i * n + i] = 1;
  for (size_t j = 0; j < n; j++)
    arrivals[j] = 0;
  for (size_t i = 0; i < n; i++)
    if (entries[i] > 0)
      for (size_t j = 0; j < n; j++)
        arrivals[j] += entries[i] / fastest * integral[i * n + j];

  for (int i = 0; i < squarings; i++)
    {
      for (size_t j = 0; j < n; j++)
        stay[j] = arrivals[j];
      for (size_t k = 0; k < n; k++)
        for (size_t j = 0; j < n; j++)
          arrivals[j] += stay[k] * p[k * n + j];
      memset (term, 0, n * n * sizeof *term);
      multiply (p, p, n, term);
      memcpy (p, term, n * n * sizeof *p);
    }
}

void
mn_flow_prepare (const mn_flow_model *model,
                 mn_flow_step *step)
{
  size_t n = model->n_states, move = 0, entry = 0;
  /* The last of scratch: three matrices and a row come before. */
  double *entries = step->scratch + 3 * n * n + n;

  for (size_t band = 0; band < model->n_bands; band++)
    {
      double *p = step->step + band * n * n, *out = step->out + band * n * n;
      double *arrivals = step->arrivals + band * n, *log_stay = step->log_stay + band * n;
      size_t end = end_of_band (model->moves, model->n_moves, move, band);
      double sum = 0, there = 0;

      for (size_t i = 0; i < n; i++)
        entries[i] = 0;
      for (; entry < model->n_entries && model->entries[entry].band == band; entry++)
        {
          entries[model->entries[entry].to] += step->entries[entry];
          sum += step->entries[entry] * model->step;
        }
      prepare_band (model->moves + move, step->moves + move, end - move, n, model->step, entries, step->scratch, p,
                    arrivals);
      move = end;

      for (size_t i = 0; i < n; i++)
        {
          double row = 0;

          there += arrivals[i];
          step->come[band * n + i] = there;
          for (size_t j = 0; j < n; j++)
            {
              row += j == i ? 0 : p[i * n + j];
              out[i * n + j] = row;
            }
          log_stay[i] = log (p[i * n + i]);
        }
      step->passing[band] = fmax (sum - there, 0);
    }
}

/* --- as expected ------------------------------------------------------------------------- */

/* The band that a cell begins, or 0. */
static size_t
begins_band (const mn_flow_model *model,
             size_t band,
             size_t cell)
{
  return band + 1 < model->n_bands && cell + 1 == model->first[band + 1] ? band + 1 : 0;
}

static double
add_up (const double *numbers,
        size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += numbers[i];
  return sum;
}

MN_CLONES static void
expect_cell (const double *restrict p,
             size_t n,
             const double *restrict stock,
             double *restrict to)
{
  for (size_t i = 0; i < n; i++)
    if (stock[i] != 0)
      for (size_t j = 0; j < n; j++)
        to[j] += stock[i] * p[i * n + j];
}

/* The birthdays of a band: who of row goes where. Everybody's share is of those who came,
 * so they are gone through from where nobody has moved yet. */
static void
expect_birthdays (const mn_flow_model *model,
                  const mn_flow_step *step,
                  size_t band,
                  double *row,
                  double *before)
{
  size_t n = model->n_states;

  memcpy (before, row, n * sizeof *before);
  for (size_t i = 0; i < model->n_birthdays; i++)
    {
      const mn_flow *flow = &model->birthdays[i];
      double moved;

      if (flow->band != band)
        continue;
      moved = before[flow->from] * step->birthdays[i];
      row[flow->from] = fmax (row[flow->from] - moved, 0);
      if (flow->to < n)
        row[flow->to] += moved;
    }
}

void
mn_flow_expect (const mn_flow_model *model,
                const mn_flow_step *step,
                const double *stock,
                double *next,
                double *entered,
                double *left)
{
  size_t n = model->n_states, n_cells = model->first[model->n_bands];
  double *row = step->scratch, *before = row + n;
  double come = 0;

  memset (next, 0, n_cells * n * sizeof *next);
  for (size_t band = 0; band < model->n_bands; band++)
    {
      size_t first = model->first[band], end = model->first[band + 1];
      int last = band + 1 == model->n_bands;
      /* The last band has no end: whoever enters it does so at its start. */
      double share = last ? 1 : 1 / (double) (end - first);

      come += step->passing[band] + add_up (step->arrivals + band * n, n);
      for (size_t cell = first; cell < end; cell++)
        {
          size_t to = cell + 1 < n_cells ? cell + 1 : cell, born = begins_band (model, band, cell);

          for (size_t j = 0; j < n; j++)
            row[j] = last && cell > first ? 0 : share * step->arrivals[band * n + j];
          expect_cell (step->step + band * n * n, n, stock + cell * n, row);
          if (born > 0)
            expect_birthdays (model, step, born, row, before);
          for (size_t j = 0; j < n; j++)
            next[to * n + j] += row[j];
        }
    }
  *entered = come;
  *left = add_up (stock, n_cells * n) + come - add_up (next, n_cells * n);
}

/* --- as chance has it -------------------------------------------------------------------- */

/* How many of n sums that ascend are at most x. */
static inline size_t
count_up_to (const double *sums,
             size_t n,
             double x)
{
  int64_t count = 0;

  for (size_t i = 0; i < n; i++)
    count += sums[i] <= x;
  return (size_t) count;
}

/* Spreads people over states by sums of probabilities whose end is whole; what is not below
 * the last sum is out. */
static inline int64_t
spread (mn_random *random,
        int64_t people,
        const double *sums,
        size_t n,
        double whole,
        int64_t *row)
{
  int64_t out = 0;
  double before = 0;

  if (people <= ONE_BY_ONE)
    {
      for (int64_t k = 0; k < people; k++)
        {
          size_t to = count_up_to (sums, n, mn_random_uniform (random) * whole);

          if (to < n)
            row[to]++;
          else
            out++;
        }
      return out;
    }
  for (size_t j = 0; j < n && people > 0; j++)
    {
      double p = sums[j] - before;

      if (p > 0)
        {
          int64_t k = mn_random_binomial (random, people, fmin (p / (whole - before), 1));

          row[j] += k;
          people -= k;
        }
      before = sums[j];
    }
  return people;
}

/* Who of those in a cell is where after a step, added to row; how many are out. */
MN_CLONES static int64_t
play_cell (const mn_flow_step *step,
           size_t band,
           size_t n,
           mn_random *random,
           const int64_t *stock,
           int64_t *row)
{
  const double *p = step->step + band * n * n, *out = step->out + band * n * n, *log_stay = step->log_stay + band * n;
  int64_t left = 0;

  for (size_t i = 0; i < n; i++)
    {
      double elsewhere;
      int64_t gone;

      if (stock[i] == 0)
        continue;
      elsewhere = 1 - p[i * n + i];
      gone = elsewhere <= 0.5 ? mn_random_binomial_of_log (random, stock[i], elsewhere, log_stay[i])
                              : mn_random_binomial (random, stock[i], elsewhere);
      row[i] += stock[i] - gone;
      if (gone > 0)
        left += spread (random, gone, out + i * n, n, elsewhere, row);
    }
  return left;
}

static int64_t
play_birthdays (const mn_flow_model *model,
                const mn_flow_step *step,
                size_t band,
                mn_random *random,
                int64_t *row,
                int64_t *moved)
{
  size_t n = model->n_states;
  int64_t left = 0;

  memset (moved, 0, n * sizeof *moved);
  for (size_t i = 0; i < model->n_birthdays;)
    {
      const mn_flow *first = &model->birthdays[i];
      int64_t here = row[first->from];
      double whole = 1;

      for (; i < model->n_birthdays && model->birthdays[i].band == first->band
             && model->birthdays[i].from == first->from;
           i++)
        if (first->band == band && here > 0)
          {
            double share = whole > 0 ? step->birthdays[i] / whole : 0;
            int64_t k;

            /* All who are left, and not all but a rounding. */
            k = share > 1 - 1e-12 ? here : mn_random_binomial (random, here, share);
            here -= k;
            whole -= step->birthdays[i];
            if (model->birthdays[i].to < n)
              moved[model->birthdays[i].to] += k;
            else
              left += k;
          }
      if (first->band == band)
        row[first->from] = here;
    }
  for (size_t j = 0; j < n; j++)
    row[j] += moved[j];
  return left;
}

/* Who enters in a step, by cell and state; returns how many pass through. Poisson numbers
 * of each state are one of all, spread. */
MN_CLONES static int64_t
play_entries (const mn_flow_model *model,
              const mn_flow_step *step,
              mn_random *random,
              int64_t *coming,
              int64_t *row,
              int64_t *entered)
{
  size_t n = model->n_states;
  int64_t passing = 0;

  *entered = 0;
  for (size_t band = 0; band < model->n_bands && n > 0; band++)
    {
      const double *come = step->come + band * n;
      size_t first = model->first[band], width = band + 1 < model->n_bands ? model->first[band + 1] - first : 1;
      int64_t by = mn_random_poisson (random, step->passing[band]);
      int64_t some = mn_random_poisson (random, come[n - 1]);

      passing += by;
      *entered += by + some;
      if (width == 1)
        {
          spread (random, some, come, n, come[n - 1], coming + first * n);
          continue;
        }
      if (some <= ONE_BY_ONE)
        {
          for (int64_t k = 0; k < some; k++)
            {
              size_t cell = first + mn_random_below (random, width);

              spread (random, 1, come, n, come[n - 1], coming + cell * n);
            }
          continue;
        }
      memset (row, 0, n * sizeof *row);
      spread (random, some, come, n, come[n - 1], row);
      for (size_t j = 0; j < n; j++)
        for (size_t cell = 0; cell < width && row[j] > 0; cell++)
          {
            int64_t k = mn_random_binomial (random, row[j], 1 / (double) (width - cell));

            coming[(first + cell) * n + j] += k;
            row[j] -= k;
          }
    }
  return passing;
}

void
mn_flow_play (const mn_flow_model *model,
              const mn_flow_step *step,
              mn_random *random,
              const int64_t *stock,
              int64_t *next,
              int64_t *coming,
              int64_t *row,
              int64_t *entered,
              int64_t *left)
{
  size_t n = model->n_states, n_cells = model->first[model->n_bands];
  int64_t *moved = row + n;
  int64_t gone = play_entries (model, step, random, coming, row, entered);

  memset (next, 0, n_cells * n * sizeof *next);
  for (size_t band = 0; band < model->n_bands; band++)
    for (size_t cell = model->first[band]; cell < model->first[band + 1]; cell++)
      {
        size_t to = cell + 1 < n_cells ? cell + 1 : cell, born = begins_band (model, band, cell);
        int64_t *here = coming + cell * n;

        if (born == 0)
          {
            /* Straight to where they are next. */
            int64_t *there = next + to * n;

            gone += play_cell (step, band, n, random, stock + cell * n, there);
            for (size_t j = 0; j < n; j++)
              {
                there[j] += here[j];
                here[j] = 0;
              }
            continue;
          }
        for (size_t j = 0; j < n; j++)
          {
            row[j] = here[j];
            here[j] = 0;
          }
        gone += play_cell (step, band, n, random, stock + cell * n, row);
        gone += play_birthdays (model, step, born, random, row, moved);
        for (size_t j = 0; j < n; j++)
          next[to * n + j] += row[j];
      }
  *left = gone;
}

/* --- sums -------------------------------------------------------------------------------- */

void
mn_flow_bands (const mn_flow_model *model,
               const double *stock,
               double *bands)
{
  size_t n = model->n_states;

  memset (bands, 0, model->n_bands * n * sizeof *bands);
  for (size_t band = 0; band < model->n_bands; band++)
    for (size_t cell = model->first[band]; cell < model->first[band + 1]; cell++)
      for (size_t j = 0; j < n; j++)
        bands[band * n + j] += stock[cell * n + j];
}

void
mn_flow_band_counts (const mn_flow_model *model,
                     const int64_t *stock,
                     int64_t *bands)
{
  size_t n = model->n_states;

  memset (bands, 0, model->n_bands * n * sizeof *bands);
  for (size_t band = 0; band < model->n_bands; band++)
    for (size_t cell = model->first[band]; cell < model->first[band + 1]; cell++)
      for (size_t j = 0; j < n; j++)
        bands[band * n + j] += stock[cell * n + j];
}
