/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "life.h"

#include <math.h>

static double
band_width (const mn_life *life,
            size_t i)
{
  return life->age[i + 1] - life->age[i];
}

/* Years that the end of a band adds to those who die in it. */
static double
band_rest (const mn_life *life,
           size_t i)
{
  return band_width (life, i) * (1 - mn_life_part (life, i));
}

/* The variance of q, or of m in the last band. */
static double
band_variance (const mn_life *life,
               size_t i)
{
  double deaths = life->deaths[i];
  double q = life->q[i];

  if (i + 1 == life->n)
    return life->m[i] * life->m[i] / deaths;
  return deaths > 0 ? q * q * (1 - q) / deaths : 0;
}

void
mn_life_table (const mn_life *life,
               double radix)
{
  size_t last = life->n - 1;
  double alive = radix;
  double variance;

  for (size_t i = 0; i <= last; i++)
    {
      double m = life->deaths[i] / life->population[i];

      life->m[i] = m;
      life->l[i] = alive;
      if (i == last)
        {
          life->q[i] = 1;
          life->L[i] = alive / m;
        }
      else
        {
          double n = band_width (life, i);
          double a = mn_life_part (life, i);
          double q = life->deaths[i] <= life->population[i] / n / a ? n * m / (1 + n * m * (1 - a)) : 1;
          double dead = alive * q;

          life->q[i] = q;
          life->L[i] = n * ((alive - dead) + a * dead);
          alive -= dead;
        }
    }

  life->T[last] = life->L[last];
  for (size_t i = last; i-- > 0;)
    life->T[i] = life->T[i + 1] + life->L[i];

  /* The sum of squares that Silcocks and others divide by l². */
  variance = life->l[last] * life->l[last] / (life->deaths[last] * life->m[last] * life->m[last]);
  for (size_t i = last + 1; i-- > 0;)
    {
      double l = life->l[i];

      if (i < last)
        {
          double after = life->l[i + 1] > 0 ? life->T[i + 1] / life->l[i + 1] : 0;
          double years = band_rest (life, i) + after;

          variance += band_variance (life, i) * (l * years) * (l * years);
        }
      life->e[i] = l > 0 ? life->T[i] / l : (double) NAN;
      life->se[i] = l > 0 ? sqrt (variance) / l : (double) NAN;
    }
}

void
mn_life_healthy (const mn_life *life,
                 const double *share,
                 const double *share_variance,
                 double *expectancy,
                 double *variance_mortality,
                 double *variance_share)
{
  size_t last = life->n - 1;
  double years = 0, of_share = 0, of_mortality = 0;
  double after = 0; /* healthy years from the next age, of those who reach it */

  for (size_t i = last + 1; i-- > 0;)
    {
      double l = life->l[i];
      double L = life->L[i];

      if (i == last)
        of_mortality = band_variance (life, i) * pow (l * share[i] / (life->m[i] * life->m[i]), 2);
      else
        of_mortality += band_variance (life, i) * pow (l * (band_rest (life, i) * share[i] + after), 2);
      years += share[i] * L;
      of_share += share_variance ? L * L * share_variance[i] : 0;

      after = l > 0 ? years / l : 0;
      expectancy[i] = l > 0 ? after : (double) NAN;
      variance_mortality[i] = l > 0 ? of_mortality / (l * l) : (double) NAN;
      variance_share[i] = l > 0 ? of_share / (l * l) : (double) NAN;
    }
}

mn_life_rest
mn_life_from_age (const mn_life *life,
                  size_t band,
                  double age)
{
  mn_life_rest rest = { 0, 0, 0, 0 };
  double m = life->m[band], q = life->q[band];
  double n, a, part, left, alive, years, of_alive, of_years;

  if (band + 1 == life->n)
    {
      rest.years = 1 / m;
      rest.of_years = -1 / (m * m);
      return rest;
    }

  n = band_width (life, band);
  a = mn_life_part (life, band);
  part = (age - life->age[band]) / n;
  /* Of those who die in the band, and the years that they have left, of n a. */
  left = a == 0.5 ? 1 - part : pow (1 - part, 1 / a - 1);
  alive = (1 - q) + q * left;
  of_alive = left - 1;
  years = n * ((1 - part) * (1 - q) + a * q * left * (1 - part));
  of_years = n * (1 - part) * (a * left - 1);

  rest.survive = (1 - q) / alive;
  rest.of_survive = (-1 - rest.survive * of_alive) / alive;
  rest.years = years / alive;
  rest.of_years = (of_years - rest.years * of_alive) / alive;
  return rest;
}

void
mn_life_at_age (const mn_life *life,
                size_t band,
                const mn_life_rest *rest,
                double share,
                double after,
                double after_variance,
                double *expectancy,
                double *variance)
{
  double slope = share * rest->of_years + after * rest->of_survive;

  *expectancy = share * rest->years + rest->survive * after;
  *variance = slope * slope * band_variance (life, band);
  if (rest->survive > 0)
    *variance += rest->survive * rest->survive * after_variance;
}

/* --- gaps -------------------------------------------------------------------------- */

size_t
mn_gap_workspace (size_t n)
{
  /* The arrays of mn_gap, and alive and expectancy of both. */
  return 2 * n + 2 * (2 * n * n) + 2 * (2 * n) + 2 * (2 * n) + n;
}

/* Alive at the start of each band, of 1, and weighted expectancy there. */
static void
fill_survival (const mn_life *life,
               const double *share,
               double *alive,
               double *expectancy)
{
  size_t last = life->n - 1;

  alive[0] = 1;
  for (size_t i = 0; i < last; i++)
    alive[i + 1] = alive[i] * (1 - life->q[i]);
  expectancy[last] = share[last] / life->m[last];
  for (size_t i = last; i-- > 0;)
    {
      double n = band_width (life, i);
      double q = life->q[i];

      expectancy[i] = share[i] * (n - band_rest (life, i) * q) + (1 - q) * expectancy[i + 1];
    }
}

/* How B = l₁ (k + e₂) + l₂ (k + e₁) of band x moves with q of band j of one of the
 * two populations, given its alive and expectancy and those of the other. */
static void
fill_gradient (const mn_life *life,
               const double *share,
               const double *alive,
               const double *expectancy,
               const double *other_alive,
               const double *other_expectancy,
               double *gradient)
{
  size_t n = life->n, last = n - 1;

  for (size_t x = 0; x < n; x++)
    {
      double *row = gradient + x * n;
      double survive = 1;
      double years = x < last ? share[x] * band_rest (life, x) + other_expectancy[x + 1] : 1;

      row[x] = 0;
      /* Fewer reach x. */
      for (size_t j = x; j-- > 0;)
        {
          row[j] = -alive[j] * survive * years;
          survive *= 1 - life->q[j];
        }
      /* Those who survive x live less. */
      survive = 1;
      for (size_t j = x + 1; j < n; j++)
        {
          double less = j < last ? share[j] * band_rest (life, j) + expectancy[j + 1]
                                 : share[j] / (life->m[j] * life->m[j]);

          row[j] = -other_alive[x] * survive * less;
          if (j < last)
            survive *= 1 - life->q[j];
        }
    }
}

void
mn_gap_init (mn_gap *gap,
             const mn_life *first,
             const mn_life *second,
             const double *share,
             double *workspace)
{
  size_t n = first->n, last = n - 1;
  double *at = workspace;
  double *alive[2], *expectancy[2];
  double *weights;

  gap->n = n;
  gap->life[0] = first;
  gap->life[1] = second;
  gap->contribution = at, at += n;
  gap->per_rate = at, at += n;
  weights = at, at += n;
  for (int p = 0; p < 2; p++)
    {
      gap->gradient[p] = at, at += n * n;
      gap->rate_gradient[p] = at, at += n * n;
      gap->variance[p] = at, at += n;
      gap->rate_slope[p] = at, at += n;
      alive[p] = at, at += n;
      expectancy[p] = at, at += n;
    }

  for (size_t i = 0; i < n; i++)
    weights[i] = share ? share[i] : 1;
  for (int p = 0; p < 2; p++)
    {
      fill_survival (gap->life[p], weights, alive[p], expectancy[p]);
      for (size_t i = 0; i < n; i++)
        {
          double m = gap->life[p]->m[i];
          double q = gap->life[p]->q[i];

          gap->variance[p][i] = band_variance (gap->life[p], i);
          /* dm / dq = n (m / nq)²; where q was cut at 1 its variance is 0. */
          gap->rate_slope[p][i] = i == last ? 1 : q > 0 ? m * m / (q * q) * band_width (first, i) : 0;
        }
    }
  for (int p = 0; p < 2; p++)
    fill_gradient (gap->life[p], weights, alive[p], expectancy[p], alive[1 - p], expectancy[1 - p],
                   gap->gradient[p]);

  for (size_t x = 0; x < n; x++)
    {
      double m1 = first->m[x], m2 = second->m[x];
      double q1 = first->q[x], q2 = second->q[x];
      double factor, per_rate, both;
      double of_factor[2], of_per_rate[2]; /* how they move with q of either */

      if (x == last)
        {
          both = alive[0][x] + alive[1][x];
          per_rate = 0.5 * weights[x] / (m1 * m2);
          factor = per_rate * (m1 - m2);
          of_factor[0] = 0.5 * weights[x] / (m1 * m1);
          of_factor[1] = -0.5 * weights[x] / (m2 * m2);
          of_per_rate[0] = -per_rate / m1;
          of_per_rate[1] = -per_rate / m2;
        }
      else
        {
          double width = band_width (first, x);
          double rest = band_rest (first, x);
          double years = weights[x] * rest;
          double u1 = 1 + rest * m1, u2 = 1 + rest * m2;
          /* Cut at 1, q is no longer n m / u. */
          int cut = fabs (q1 * u1 - width * m1) > 1e-9 * width * m1 || fabs (q2 * u2 - width * m2) > 1e-9 * width * m2;

          both = alive[0][x] * (years + expectancy[1][x + 1]) + alive[1][x] * (years + expectancy[0][x + 1]);
          factor = 0.5 * (q1 - q2);
          of_factor[0] = 0.5;
          of_factor[1] = -0.5;
          if (cut)
            {
              per_rate = m1 == m2 ? 0 : factor / (m1 - m2);
              of_per_rate[0] = m1 == m2 ? 0 : (0.5 - per_rate * gap->rate_slope[0][x]) / (m1 - m2);
              of_per_rate[1] = m1 == m2 ? 0 : -(0.5 - per_rate * gap->rate_slope[1][x]) / (m1 - m2);
            }
          else
            {
              per_rate = 0.5 * width / (u1 * u2);
              of_per_rate[0] = -per_rate * rest * u1 / width;
              of_per_rate[1] = -per_rate * rest * u2 / width;
            }
        }

      gap->contribution[x] = factor * both;
      gap->per_rate[x] = per_rate * both;
      for (int p = 0; p < 2; p++)
        {
          double *row = gap->gradient[p] + x * n;
          double *rate_row = gap->rate_gradient[p] + x * n;

          for (size_t j = 0; j < n; j++)
            {
              rate_row[j] = row[j] * per_rate;
              row[j] *= factor;
            }
          rate_row[x] += of_per_rate[p] * both;
          row[x] += of_factor[p] * both;
        }
    }
}

double
mn_gap_variance (const mn_gap *gap,
                 const double *weight)
{
  size_t n = gap->n;
  double variance = 0;

  for (int p = 0; p < 2; p++)
    for (size_t j = 0; j < n; j++)
      {
        double slope = 0;

        for (size_t x = 0; x < n; x++)
          slope += weight[x] * gap->gradient[p][x * n + j];
        variance += slope * slope * gap->variance[p][j];
      }
  return variance;
}

void
mn_gap_share_slopes (const mn_gap *gap,
                     size_t band,
                     double *slopes)
{
  const mn_life *const *life = gap->life;
  size_t n = gap->n, last = n - 1;
  double alive[2] = { 1, 1 };
  double factor;

  for (size_t j = 0; j < n; j++)
    slopes[j] = 0;
  for (int p = 0; p < 2; p++)
    for (size_t j = 0; j < band; j++)
      alive[p] *= 1 - life[p]->q[j];
  if (band == last)
    {
      slopes[last] = 0.5 * (alive[0] + alive[1]) * (1 / life[1]->m[last] - 1 / life[0]->m[last]);
      return;
    }

  factor = 0.5 * (life[0]->q[band] - life[1]->q[band]);
  slopes[band] = factor * (alive[0] + alive[1]) * band_rest (life[0], band);
  for (int p = 0; p < 2; p++)
    {
      double survive = 1;

      for (size_t j = band + 1; j < n; j++)
        {
          double q = life[p]->q[j];
          double years = j == last ? 1 / life[p]->m[j] : band_width (life[p], j) - band_rest (life[p], j) * q;

          slopes[j] += factor * alive[1 - p] * survive * years;
          survive *= 1 - q;
        }
    }
}

/* The part of a cause in the deaths of a band. */
static double
get_part (const mn_life *life,
          const double *deaths,
          size_t band)
{
  return life->deaths[band] > 0 ? deaths[band] / life->deaths[band] : 0;
}

void
mn_gap_cause (const mn_gap *gap,
              const double *first_deaths,
              const double *second_deaths,
              double *contribution,
              double *variance,
              double *total,
              double *total_variance)
{
  const double *deaths[2] = { first_deaths, second_deaths };
  size_t n = gap->n;
  double sum = 0, sum_variance = 0;

  for (size_t x = 0; x < n; x++)
    {
      double difference = first_deaths[x] / gap->life[0]->population[x] - second_deaths[x] / gap->life[1]->population[x];
      double of_parts = 0, of_table = 0;

      contribution[x] = difference * gap->per_rate[x];
      sum += contribution[x];
      for (int p = 0; p < 2; p++)
        {
          const mn_life *life = gap->life[p];
          double part = get_part (life, deaths[p], x);
          double slope = life->m[x] * gap->per_rate[x];

          if (life->deaths[x] > 0)
            of_parts += slope * slope * part * (1 - part) / life->deaths[x];
          for (size_t j = 0; j < n; j++)
            {
              double g = difference * gap->rate_gradient[p][x * n + j];

              if (j == x)
                g += (p == 0 ? 1 : -1) * part * gap->rate_slope[p][x] * gap->per_rate[x];
              of_table += g * g * gap->variance[p][j];
            }
        }
      variance[x] = of_parts + of_table;
      sum_variance += of_parts;
    }

  if (!total)
    return;
  *total = sum;
  for (int p = 0; p < 2; p++)
    for (size_t j = 0; j < n; j++)
      {
        double slope = 0;

        for (size_t x = 0; x < n; x++)
          {
            double difference
              = first_deaths[x] / gap->life[0]->population[x] - second_deaths[x] / gap->life[1]->population[x];

            slope += difference * gap->rate_gradient[p][x * n + j];
            if (j == x)
              slope += (p == 0 ? 1 : -1) * get_part (gap->life[p], deaths[p], x) * gap->rate_slope[p][x]
                       * gap->per_rate[x];
          }
        sum_variance += slope * slope * gap->variance[p][j];
      }
  *total_variance = sum_variance;
}
