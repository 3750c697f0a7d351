/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A measure of inequality as it is computed, before a confidence level is known:
 * its value, its standard error, and how limits follow from them.
 */
#pragma once

#include "kernel.h"

/* How limits are made from a quantile q. */
enum
{
  MN_LIMITS_NONE,
  MN_LIMITS_NORMAL,    /* value ± q se */
  MN_LIMITS_LOG,       /* value exp (± q se): se is of the logarithm */
  MN_LIMITS_FIELLER,   /* of the ratio top / bottom */
  MN_LIMITS_TURN,      /* a line turned about its middle, on a transformed scale */
  MN_LIMITS_LINK,      /* one end of such a line */
  MN_LIMITS_ROOT       /* the square root of square ± q square_se, not below 0 */
};

/* The scale on which a line is straight. */
enum
{
  MN_LINK_IDENTITY,
  MN_LINK_LOG,
  MN_LINK_LOGIT
};

typedef struct
{
  double value;
  double se;
  uint8_t status;
  uint8_t limits;
  uint8_t is_ratio;  /* without a unit: 1 is equality */
  uint8_t is_inverse; /* MN_LIMITS_TURN, MN_LIMITS_FIELLER: the ratio is turned over */
  uint8_t link;
  double df;         /* of the t distribution; 0 for the normal */
  double scale;      /* what a transformed scale is multiplied by at the end */
  double middle, slope, slope_se;
  double top, bottom, top_variance, bottom_variance, covariance;
  double square, square_se;
} mn_index;

/* An index that could not be computed. */
void   mn_index_fail   (mn_index *index,
                        int       status);

/* An index with limits of this kind, the rest at rest. */
void   mn_index_set    (mn_index *index,
                        double    value,
                        double    se,
                        int       limits);

/* The limits for the quantile q: of the t distribution with df degrees of freedom
 * where df is not 0, otherwise of the normal. NaN where there are none. */
void   mn_index_limits (const mn_index *index,
                        double          q,
                        double         *lower,
                        double         *upper);

/* From the scale of a line to the scale of the figures. */
double mn_unlink       (int    link,
                        double eta);

/* The square root of what sampling may have brought below 0, which is then 0. NaN for
 * NaN. */
double mn_root_from_0  (double square);
