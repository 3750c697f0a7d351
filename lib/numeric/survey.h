/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A share of those who answered a survey: what its limits rest on, and what those who did
 * not answer leave open.
 */
#pragma once

#include "kernel.h"

/* What is known of surveys, a number a row in each column. Where invited and population
 * are not known they are NaN. */
typedef struct
{
  const double *count;         /* who gave the answer, of the respondents */
  const double *respondents;
  const double *invited;
  const double *population;
  const double *design_effect;
} MnSurvey;

typedef struct
{
  double *effective_n;
  double *effective_count;
  double *response;            /* the share of the invited who answered */
  double *lowest;              /* of all invited, were the silent all no */
  double *highest;             /* and were they all yes */
  uint8_t *status;
} MnSurveyOut;

/* effective_n = n / (design effect * (N - n) / (N - 1)), infinite where everybody of the
 * population answered; effective_count = count / n * effective_n, or count there. A row
 * whose status is not MN_OK has NaN throughout.
 *
 * Kish L. Survey Sampling. Wiley 1965, section 8.2 (design effect).
 * Cochran WG. Sampling Techniques, 3rd ed. Wiley 1977, section 3.2 (finite
 * population).
 * Manski CF. Nonparametric bounds on treatment effects. Am Econ Rev 1990; 80: 319-23
 * (bounds). */
void mn_survey_prepare (const MnSurvey    *in,
                        size_t             n_rows,
                        const MnSurveyOut *out);

/* 1 + the squared coefficient of variation of the weights: n times the sum of their
 * squares over the square of their sum.
 *
 * Kish L. Survey Sampling. Wiley 1965, section 11.7. */
double mn_survey_weighting_effect (double n,
                                   double sum,
                                   double sum_of_squares);
