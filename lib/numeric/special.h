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

/* The p-quantile of the gamma distribution with this shape and scale 1. */
double mn_gamma_quantile (double shape,
                          double p);

/* The value that such a gamma variate exceeds with probability q. */
double mn_gamma_quantile_upper (double shape,
                                double q);

#ifdef __cplusplus
}
#endif
