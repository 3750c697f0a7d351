/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "standardise.h"

#include <float.h>
#include <math.h>

/* How many rows ahead of its turn a group is asked for. */
#define AHEAD 16

static inline int
is_finite (double x)
{
  return fabs (x) <= DBL_MAX;
}

void
mn_direct_add (const double *count,
               const double *events,
               const double *variance,
               const double *population,
               const double *weight,
               const uint8_t *status,
               const int32_t *group,
               size_t n_rows,
               mn_direct *groups)
{
  int plain = events == count && variance == count;

  for (size_t i = 0; i < n_rows; i++)
    {
      mn_direct *to = &groups[group[i]];
      uint8_t found = status[i];
      double share;

#ifdef __GNUC__
      /* Rows in any order meet groups that are in no cache: ask for them early. */
      if (i + AHEAD < n_rows)
        {
          const char *next = (const char *) &groups[group[i + AHEAD]];

          __builtin_prefetch (next, 1);
          __builtin_prefetch (next + 64, 1);
        }
#endif
      if (found == MN_OK)
        {
          if (!is_finite (count[i]) || !is_finite (events[i]) || !is_finite (variance[i])
              || !is_finite (population[i]) || !is_finite (weight[i]))
            found = MN_NOT_FINITE;
          else if (count[i] < 0 || events[i] < 0)
            found = MN_NEGATIVE_COUNT;
          else if (population[i] <= 0)
            found = MN_DENOMINATOR_NOT_POSITIVE;
          else if (weight[i] < 0)
            found = MN_WEIGHTS_NOT_POSITIVE;
        }
      mn_status_merge (&to->status, found);
      if (found != MN_OK)
        continue;

      share = weight[i] / population[i];
      mn_total_add (&to->count, count[i]);
      mn_total_add (&to->population, population[i]);
      mn_total_add (&to->weight, weight[i]);
      mn_total_add (&to->rate, share * events[i]);
      mn_total_add (&to->variance, share * share * variance[i]);
      if (!plain)
        {
          mn_total_add (&to->events, events[i]);
          mn_total_add (&to->crude_variance, variance[i]);
        }
    }
}

void
mn_direct_finish (mn_direct *groups,
                  size_t n_groups)
{
  for (size_t g = 0; g < n_groups; g++)
    groups[g].events = groups[g].crude_variance = groups[g].count;
}

void
mn_direct_values (const mn_direct *groups,
                  size_t n_groups,
                  double minimum,
                  double multiplier,
                  double *value,
                  uint8_t *status)
{
  for (size_t g = 0; g < n_groups; g++)
    {
      const mn_direct *group = &groups[g];
      double count = mn_total_get (&group->count);
      double weight = mn_total_get (&group->weight);

      status[g] = group->status;
      if (status[g] == MN_OK && !(weight > 0))
        status[g] = MN_WEIGHTS_NOT_POSITIVE;
      else if (status[g] == MN_OK && (count < minimum || !(count > 0)))
        status[g] = MN_TOO_FEW_EVENTS;
      value[g] = status[g] == MN_OK ? multiplier * (mn_total_get (&group->rate) / weight) : (double) NAN;
      /* The numbers were finite, and what came of them is not. */
      if (status[g] == MN_OK && !is_finite (value[g]))
        {
          status[g] = MN_NOT_FINITE;
          value[g] = (double) NAN;
        }
    }
}

/* Spreads the limits of a count around a value whose variance is given. */
static inline void
spread (double value,
        double count,
        double variance,
        double multiplier,
        double *lower,
        double *upper)
{
  double scale = multiplier * sqrt (variance / count);
  double low = value + scale * (*lower - count);

  *lower = low > 0 ? low : 0;
  *upper = value + scale * (*upper - count);
}

void
mn_direct_limits (const mn_direct *groups,
                  size_t n_groups,
                  const double *value,
                  double multiplier,
                  double *lower,
                  double *upper)
{
  for (size_t g = 0; g < n_groups; g++)
    {
      double weight = mn_total_get (&groups[g].weight);

      if (isnan (value[g]))
        lower[g] = upper[g] = (double) NAN;
      else
        spread (value[g], mn_total_get (&groups[g].count),
                mn_total_get (&groups[g].variance) / (weight * weight), multiplier, &lower[g], &upper[g]);
    }
}

void
mn_direct_crude_values (const mn_direct *groups,
                        size_t n_groups,
                        double multiplier,
                        double *value,
                        uint8_t *status)
{
  for (size_t g = 0; g < n_groups; g++)
    {
      status[g] = groups[g].status;
      value[g] = status[g] == MN_OK
                   ? multiplier * (mn_total_get (&groups[g].events) / mn_total_get (&groups[g].population))
                   : (double) NAN;
      if (status[g] == MN_OK && !is_finite (value[g]))
        {
          status[g] = MN_NOT_FINITE;
          value[g] = (double) NAN;
        }
    }
}

void
mn_direct_crude_limits (const mn_direct *groups,
                        size_t n_groups,
                        const double *value,
                        double multiplier,
                        double *lower,
                        double *upper)
{
  for (size_t g = 0; g < n_groups; g++)
    {
      double count = mn_total_get (&groups[g].count);
      double population = mn_total_get (&groups[g].population);

      if (isnan (value[g]))
        lower[g] = upper[g] = (double) NAN;
      else if (!(count > 0))
        /* None happened: one event is the unit. */
        {
          lower[g] = 0;
          upper[g] = multiplier * (upper[g] / population);
        }
      else
        spread (value[g], count, mn_total_get (&groups[g].crude_variance) / (population * population),
                multiplier, &lower[g], &upper[g]);
    }
}

void
mn_indirect_add (const double *count,
                 const uint8_t *count_status,
                 const double *population,
                 const double *reference_count,
                 const double *reference_population,
                 const uint8_t *status,
                 const int32_t *group,
                 size_t n_rows,
                 mn_indirect *groups)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      mn_indirect *to = &groups[group[i]];
      uint8_t found = status[i];

      if (count)
        {
          uint8_t of_count = count_status[i];

          if (of_count == MN_OK)
            of_count = !is_finite (count[i]) ? MN_NOT_FINITE : count[i] < 0 ? MN_NEGATIVE_COUNT : MN_OK;
          mn_status_merge (&to->observed_status, of_count);
          if (of_count == MN_OK)
            mn_total_add (&to->observed, count[i]);
        }

      if (found == MN_OK)
        {
          if (!is_finite (population[i]) || !is_finite (reference_count[i])
              || !is_finite (reference_population[i]))
            found = MN_NOT_FINITE;
          else if (reference_count[i] < 0)
            found = MN_NEGATIVE_COUNT;
          else if (population[i] < 0 || reference_population[i] <= 0)
            found = MN_DENOMINATOR_NOT_POSITIVE;
        }
      mn_status_merge (&to->status, found);
      if (found != MN_OK)
        continue;

      mn_total_add (&to->population, population[i]);
      mn_total_add (&to->expected, reference_count[i] / reference_population[i] * population[i]);
      mn_total_add (&to->reference_count, reference_count[i]);
      mn_total_add (&to->reference_population, reference_population[i]);
    }
}
