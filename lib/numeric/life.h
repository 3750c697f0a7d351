/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Abridged life tables, healthy life expectancy, and what a gap between two of
 * them is made of. One population at a time, its n bands by ascending age, the
 * last of them open.
 */
#pragma once

#include "kernel.h"

/* A life table in the caller's arrays of n each. */
typedef struct
{
  size_t n;
  const double *age;   /* at which each band starts; the first may be above 0 */
  const double *deaths;
  const double *population;
  double a0;           /* the part of a band from 0 that those live who die in it */
  double *m;           /* deaths a person-year */
  double *q;           /* chance of dying in the band */
  double *l;           /* alive at its start, of radix */
  double *L;           /* years lived in it */
  double *T;           /* years lived from its start */
  double *e;           /* expectancy at its start; NaN where nobody is alive */
  double *se;          /* its standard error */
} mn_life;

/* How many years of a band of this width those who die in it live in it, as a part
 * of the width: a0 in a band from 0, one half elsewhere. */
static inline double
mn_life_part (const mn_life *life,
              size_t band)
{
  return life->age[band] > 0 ? 0.5 : life->a0;
}

/* Fills the arrays. Deaths are not below zero, populations are above it, ages
 * ascend, and the last band has deaths.
 *
 * q = n m / (1 + n m (1 - a)), or 1 where deaths exceed population / n / a; the last
 * band lives 1 / m years. Variance of q: q² (1 - q) / deaths; of the last band's m:
 * m² / deaths.
 *
 * Chiang CL. Introduction to Stochastic Processes in Biostatistics. Wiley 1968.
 * Silcocks PBS, Jenner DA, Reza R. J Epidemiol Community Health 2001; 55: 38-43. */
void mn_life_table (const mn_life *life,
                    double         radix);

/* Years lived in good health, given the share of each band in good health and that
 * share's variance (NULL: known): the expectancy, and the variances that mortality
 * and health give it. NaN where nobody is alive.
 *
 * Sullivan DF. HSMHA Health Reports 1971; 86: 347-354. */
void mn_life_healthy (const mn_life *life,
                      const double  *share,
                      const double  *share_variance,
                      double        *expectancy,
                      double        *variance_mortality,
                      double        *variance_share);

/* The expectancy of those alive at an age inside a band or at its start, how it moves
 * with q of the band (in the last band: with m), and with what those who reach the end
 * of the band expect; and the years that each of them lives in the band.
 *
 * Deaths lie in a band so that the years lived in it are those of the table: of d who
 * die in n years, d (1 - s)^(1 / a - 1) are left after the part s of it, which is a
 * straight line where a is one half, as Chiang's tables have it, and early deaths in
 * a band from 0. In the last band the death rate is constant.
 *
 * Bowers NL, Gerber HU, Hickman JC, Jones DA, Nesbitt CJ. Actuarial Mathematics. 2nd ed.
 * Society of Actuaries 1997, section 3.6: deaths spread evenly over a year of age.
 * Chiang CL. The Life Table and its Applications. Krieger 1984, chapter 4: the part a. */
typedef struct
{
  double survive; /* of those alive at the age, the part that reaches the end */
  double years;   /* that each lives in the band from the age on */
  double of_survive, of_years; /* how the two move with q, or m */
} mn_life_rest;

mn_life_rest mn_life_from_age (const mn_life *life,
                               size_t         band,
                               double         age);

/* The expectancy at an age of a band and its variance, from the rest of the band and
 * what is expected at its end (0 where nobody reaches it) with its variance, by
 * mortality; each year in the band counting as share. */
void mn_life_at_age (const mn_life      *life,
                     size_t              band,
                     const mn_life_rest *rest,
                     double              share,
                     double              after,
                     double              after_variance,
                     double             *expectancy,
                     double             *variance);

/* How many doubles mn_gap_init() needs for n bands. */
size_t mn_gap_workspace (size_t n);

/* What the contributions to the gap e(second) - e(first) at the first age need, from
 * two filled tables of the same ages. share is NULL, or weighs the years of each
 * band, the same for both.
 *
 * The contribution of a band is the mean of Arriaga's two directions, which is
 * C = ½ (q₁ - q₂) (l₁ (k + e₂) + l₂ (k + e₁)) with k = n (1 - a) and e the expectancy
 * at the end of the band, and ½ (l₁ + l₂) (1/m₂ - 1/m₁) in the last. A cause's share
 * of it is its part of m₁ - m₂; C / (m₁ - m₂) is written without dividing by the
 * difference, so that equal rates do no harm.
 *
 * Arriaga EE. Demography 1984; 21: 83-96. */
typedef struct
{
  size_t n;
  const mn_life *life[2];
  double *contribution; /* n */
  double *per_rate;     /* n: C / (m₁ - m₂) */
  double *gradient[2];  /* n x n: of the contribution of row x by q (last: m) of band j */
  double *rate_gradient[2]; /* n x n: the same of per_rate */
  double *variance[2];  /* n: of q (last: m) */
  double *rate_slope[2]; /* n: dm / dq */
} mn_gap;

void mn_gap_init (mn_gap        *gap,
                  const mn_life *first,
                  const mn_life *second,
                  const double  *share,
                  double        *workspace);

/* The variance of the sum of weight[x] times the contribution of each band x. */
double mn_gap_variance (const mn_gap *gap,
                        const double *weight);

/* How the contribution of a band, from a gap weighed by shares, moves with the share of
 * each band: slopes has room for n. */
void mn_gap_share_slopes (const mn_gap *gap,
                          size_t        band,
                          double       *slopes);

/* The contribution of a cause to each band, given its deaths in the two populations
 * by band, and its variance; and its total over the bands with weight 1, where not
 * NULL. Deaths by cause are multinomial within a band's deaths, and total deaths
 * vary as in the life table. */
void mn_gap_cause (const mn_gap *gap,
                   const double *first_deaths,
                   const double *second_deaths,
                   double       *contribution,
                   double       *variance,
                   double       *total,
                   double       *total_variance);
