/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Special functions, from Boost.Math behind a C interface. An argument outside
 * the domain gives NaN; nothing is thrown, printed or remembered.
 */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/* The p-quantile of the standard normal distribution; 0 < p < 1. */
double mn_normal_quantile (double p);

/* The value that a standard normal variate exceeds with probability q. */
double mn_normal_quantile_upper (double q);

/* The probability that a standard normal variate exceeds x. */
double mn_normal_upper (double x);

/* The p-quantile of the gamma distribution with this shape and scale 1. */
double mn_gamma_quantile (double shape,
                          double p);

/* The value that such a gamma variate exceeds with probability q. */
double mn_gamma_quantile_upper (double shape,
                                double q);

/* The probability that a gamma variate of this shape is at most x, and that it is
 * more. */
double mn_gamma_lower (double shape,
                       double x);
double mn_gamma_upper (double shape,
                       double x);

/* gamma (x) / gamma (x + delta). */
double mn_gamma_ratio (double x,
                       double delta);

/* The value that a variate of Student's t with df degrees of freedom exceeds with
 * probability q, and the probability that one is as far from 0 as t, or farther. */
double mn_student_quantile_upper (double df,
                                  double q);
double mn_student_two_sided (double t,
                             double df);

/* The p-quantile of the beta distribution of a and b, and the value that such a
 * variate exceeds with probability q; a and b above 0. */
double mn_beta_quantile (double a,
                         double b,
                         double p);
double mn_beta_quantile_upper (double a,
                               double b,
                               double q);

/* The probability that a beta variate is at most x, and that it is more. */
double mn_beta_lower (double a,
                      double b,
                      double x);
double mn_beta_upper (double a,
                      double b,
                      double x);

#ifdef __cplusplus
}
#endif
