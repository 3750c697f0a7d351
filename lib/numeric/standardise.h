/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Standardised rates: what a population's rate would be with the ages of another
 * (direct), and its events beside those that another's rates would give
 * (indirect).
 */
#pragma once

#include "kernel.h"
#include "total.h"

/* What the rows of one group add up to. Zero bytes, with the status MN_EMPTY_GROUP,
 * are a group without rows. Over its bands, with events y of which c happened
 * independently, population n and weight w:
 *
 *   count Σc, events Σy, population Σn, weight Σw, rate Σwy/n,
 *   variance Σw²v/n², crude_variance Σv
 *
 * where v is the variance of y. Of plain events c = y = v; of persons who had f
 * events each c = y = f·persons and v = f²·persons; of years of life lost, e for
 * each of d deaths, c = d, y = e·d and v = e²·d. */
typedef struct
{
  /* What every row adds to comes first, since groups are met in any order. */
  mn_total count;
  mn_total population;
  mn_total weight;
  mn_total rate;
  mn_total variance;
  uint8_t status;
  mn_total events;
  mn_total crude_variance;
} mn_direct;

/* The status of a row that is wrong comes before none, and of two the one with
 * the lower number, so that the order of the rows does not show. */
static inline void
mn_status_merge (uint8_t *status,
                 uint8_t found)
{
  if (found == MN_EMPTY_GROUP)
    return;
  if (*status == MN_EMPTY_GROUP || (found != MN_OK && (*status == MN_OK || found < *status)))
    *status = found;
}

/* Adds each row to its group. A row whose status is not MN_OK, or whose numbers
 * cannot be, marks its group and adds nothing. Where count, events and variance are
 * one array, mn_direct_finish() comes after the last row. */
void mn_direct_add (const double  *count,
                    const double  *events,
                    const double  *variance,
                    const double  *population,
                    const double  *weight,
                    const uint8_t *status,
                    const int32_t *group,
                    size_t         n_rows,
                    mn_direct     *groups);

/* The events and their crude variance of plain events are the count. */
void mn_direct_finish (mn_direct *groups,
                       size_t     n_groups);

/* The standardised rate of each group times multiplier, and its status:
 * MN_TOO_FEW_EVENTS with a count below minimum, or of zero. */
void mn_direct_values (const mn_direct *groups,
                       size_t           n_groups,
                       double           minimum,
                       double           multiplier,
                       double          *value,
                       uint8_t         *status);

/* Limits of the standardised rate, given count_lower and count_upper, those of
 * the count, which they are written over. Where the value is NaN so are they.
 * Never below zero.
 *
 * Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted
 * sums of Poisson parameters. Stat Med 1991; 10: 457-462. */
void mn_direct_limits (const mn_direct *groups,
                       size_t           n_groups,
                       const double    *value,
                       double           multiplier,
                       double          *lower,
                       double          *upper);

/* As the two above, of the crude rate: as if all bands were one. */
void mn_direct_crude_values (const mn_direct *groups,
                             size_t           n_groups,
                             double           multiplier,
                             double          *value,
                             uint8_t         *status);
void mn_direct_crude_limits (const mn_direct *groups,
                             size_t           n_groups,
                             const double    *value,
                             double           multiplier,
                             double          *lower,
                             double          *upper);

/* The same for indirect standardisation: observed events, those expected from the
 * reference's rates, and the reference's own events and population. */
typedef struct
{
  mn_total observed;
  mn_total population;
  mn_total expected;
  mn_total reference_count;
  mn_total reference_population;
  uint8_t status;          /* of all but the observed */
  uint8_t observed_status;
} mn_indirect;

/* count may be NULL: the observed totals are then set apart. */
void mn_indirect_add (const double  *count,
                      const uint8_t *count_status,
                      const double  *population,
                      const double  *reference_count,
                      const double  *reference_population,
                      const uint8_t *status,
                      const int32_t *group,
                      size_t         n_rows,
                      mn_indirect   *groups);
