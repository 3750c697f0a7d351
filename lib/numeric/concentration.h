/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Concentration indices of ordered groups or people, and the Gini coefficient, which
 * is the concentration index of figures in their own order.
 *
 * Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health:
 * measurement, computation, and statistical inference. J Econometrics 1997; 77:
 * 87-103.
 * Erreygers G. Correcting the concentration index. J Health Econ 2009; 28: 504-515.
 * Wagstaff A. The bounds of the concentration index when the variable of interest is
 * binary. Health Econ 2005; 14: 429-432.
 * Wagstaff A. Inequality aversion, health inequalities and health achievement. J
 * Health Econ 2002; 21: 627-641.
 * Erreygers G, Clarke P, Van Ourti T. Mirror, mirror, on the wall, who in this land
 * is fairest of all? J Health Econ 2012; 31: 257-270.
 */
#pragma once

#include "design.h"
#include "index.h"
#include "ridit.h"

enum
{
  MN_CONCENTRATION_STANDARD,    /* A / mean */
  MN_CONCENTRATION_GENERALISED, /* A = sum p y (2 x - 1) */
  MN_CONCENTRATION_ERREYGERS,   /* 4 A / (upper - lower) */
  MN_CONCENTRATION_WAGSTAFF,    /* A (upper - lower) / ((mean - lower) (upper - mean)) */
  MN_CONCENTRATION_MODIFIED,    /* A / (mean - lower) */
  MN_CONCENTRATION_EXTENDED,
  MN_CONCENTRATION_EXTENDED_GENERALISED,
  MN_CONCENTRATION_SYMMETRIC,
  MN_CONCENTRATION_SYMMETRIC_GENERALISED,
  MN_CONCENTRATION_ACHIEVEMENT  /* the mean times 1 - the extended index */
};

enum
{
  MN_CONCENTRATION_ERROR_NONE,
  MN_CONCENTRATION_ERROR_PROPAGATED,     /* the standard errors of the groups */
  MN_CONCENTRATION_ERROR_INFLUENCE,      /* groups are people, drawn from many */
  MN_CONCENTRATION_ERROR_CONVENIENT,     /* the convenient regression's own */
  MN_CONCENTRATION_ERROR_CONVENIENT_HC1, /* its sandwich */
  MN_CONCENTRATION_ERROR_CONVENIENT_CLUSTER,
  MN_CONCENTRATION_ERROR_DESIGN          /* its linearisation under the design of a survey */
};

typedef struct
{
  int kind;
  int error;
  double lower, upper;     /* the bounds of a figure, where the kind has them */
  double aversion;         /* above 1 */
  const int32_t *clusters; /* the cluster of each group, from 0 */
  size_t n_clusters;
  const mn_design *design; /* for that error alone */
} mn_concentration;

/* a and b have room for a number a group each, and cluster_sums for one a
 * cluster. */
void mn_concentration_index (const mn_groups        *groups,
                             const mn_concentration *what,
                             double                 *a,
                             double                 *b,
                             double                 *cluster_sums,
                             mn_index               *index);

/* The points of a curve through the groups in order, from (0, 0) on: the share of
 * people, and what they have of the mean, times factor. Groups of one place are one
 * point. Gives how many points there are: at most one more than groups. */
size_t mn_concentration_curve (const mn_groups *groups,
                               double           factor,
                               double          *people,
                               double          *figures);
