/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How far groups are from their mean, from the best of them or from one another,
 * whatever their order.
 *
 * World Health Organization. Handbook on health inequality monitoring. WHO 2013.
 * Harper S, Lynch J. Methods for measuring cancer disparities. NCI 2005.
 * Pearcy JN, Keppel KG. A summary measure of health disparity. Public Health Rep
 * 2002; 117: 273-280.
 * Theil H. Economics and Information Theory. North-Holland 1967.
 * Atkinson AB. On the measurement of inequality. J Econ Theory 1970; 2: 244-263.
 */
#pragma once

#include "index.h"
#include "ridit.h"

enum
{
  MN_DISPERSION_VARIANCE,     /* between groups */
  MN_DISPERSION_DEVIATION,    /* its square root */
  MN_DISPERSION_VARIATION,    /* that over the mean */
  MN_DISPERSION_FROM_POINT,   /* mean difference from a group */
  MN_DISPERSION_FROM_MEAN,    /* mean difference from the mean */
  MN_DISPERSION_DISPARITY,    /* that over the mean */
  MN_DISPERSION_ENTROPY,      /* generalised, of alpha; 1 is Theil's T, 0 the mean log deviation */
  MN_DISPERSION_ATKINSON,     /* of epsilon */
  MN_DISPERSION_HOOVER,
  MN_DISPERSION_Q,            /* heterogeneity: chi-squared with groups - 1 degrees of freedom */
  MN_DISPERSION_Q_P           /* the probability of so large a Q by chance */
};

enum
{
  MN_DISPERSION_ERROR_NONE,
  MN_DISPERSION_ERROR_PROPAGATED,
  MN_DISPERSION_ERROR_QUADRATIC, /* of a quadratic form of normal figures */
  MN_DISPERSION_ERROR_INFLUENCE  /* groups are people, drawn from many */
};

typedef struct
{
  int kind;
  int error;
  int unweighted;   /* mean differences: each group counts once */
  int corrected;    /* less the variance that sampling alone makes */
  double parameter; /* alpha or epsilon */
  double average;   /* a mean that was published, or NaN */
  size_t point;     /* the group from which differences are taken */
} mn_dispersion;

/* g has room for a number a group. */
void mn_dispersion_index (const mn_groups     *groups,
                          const mn_dispersion *what,
                          double              *g,
                          mn_index            *index);
