/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "index.h"

#include <math.h>
#include <string.h>

void
mn_index_fail (mn_index *index,
               int status)
{
  memset (index, 0, sizeof *index);
  index->value = index->se = (double) NAN;
  index->status = (uint8_t) status;
}

void
mn_index_set (mn_index *index,
              double value,
              double se,
              int limits)
{
  memset (index, 0, sizeof *index);
  index->value = value;
  index->se = se;
  index->limits = (uint8_t) limits;
  index->scale = 1;
}

double
mn_unlink (int link,
           double eta)
{
  switch (link)
    {
    case MN_LINK_LOG:
      return exp (eta);
    case MN_LINK_LOGIT:
      return eta > 0 ? 1 / (1 + exp (-eta)) : exp (eta) / (1 + exp (eta));
    default:
      return eta;
    }
}

double
mn_root_from_0 (double square)
{
  /* What is no number is no nothing either. */
  return square <= 0 ? 0 : sqrt (square);
}

/* Fieller EC. Some problems in interval estimation. J R Stat Soc B 1954; 16:
 * 175-185. The values t for which top - t bottom does not differ from zero. */
static void
fieller (const mn_index *index,
         double q,
         double *lower,
         double *upper)
{
  double a = index->bottom * index->bottom - q * q * index->bottom_variance;
  double b = index->top * index->bottom - q * q * index->covariance;
  double c = index->top * index->top - q * q * index->top_variance;
  double root;

  /* Where the bottom may be zero, the set is not an interval. */
  *lower = *upper = (double) NAN;
  if (!(a > 0))
    return;
  /* Not below zero, but for rounding, where a is above it. */
  root = b * b - a * c;
  root = sqrt (root > 0 ? root : 0);
  *lower = (b - root) / a;
  *upper = (b + root) / a;
}

static double
turn (const mn_index *index,
      double slope)
{
  double most = mn_unlink (index->link, index->middle - slope / 2);
  double least = mn_unlink (index->link, index->middle + slope / 2);

  if (!index->is_ratio)
    return index->scale * (least - most);
  return least / most;
}

void
mn_index_limits (const mn_index *index,
                 double q,
                 double *lower,
                 double *upper)
{
  double spread = q * index->se;

  *lower = *upper = (double) NAN;
  if (index->status != MN_OK)
    return;

  switch (index->limits)
    {
    case MN_LIMITS_NORMAL:
      *lower = index->value - spread;
      *upper = index->value + spread;
      break;
    case MN_LIMITS_LOG:
      *lower = index->value * exp (-spread);
      *upper = index->value * exp (spread);
      break;
    case MN_LIMITS_FIELLER:
      fieller (index, q, lower, upper);
      break;
    case MN_LIMITS_TURN:
      *lower = turn (index, index->slope - q * index->slope_se);
      *upper = turn (index, index->slope + q * index->slope_se);
      break;
    case MN_LIMITS_LINK:
      *lower = index->scale * mn_unlink (index->link, index->middle - q * index->slope_se);
      *upper = index->scale * mn_unlink (index->link, index->middle + q * index->slope_se);
      break;
    case MN_LIMITS_ROOT:
      *lower = mn_root_from_0 (index->square - q * index->square_se) * index->scale;
      *upper = mn_root_from_0 (index->square + q * index->square_se) * index->scale;
      break;
    default:
      return;
    }

  if (index->is_inverse)
    {
      double swap = *lower;

      /* A lower limit at or below zero has no counterpart above. */
      *lower = 1 / *upper;
      *upper = swap > 0 ? 1 / swap : (double) INFINITY;
    }
}
