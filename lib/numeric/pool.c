/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "pool.h"

#include <math.h>

void
mn_pool_sums (const double *n,
              const double *mean,
              const int32_t *group,
              size_t n_rows,
              mn_total *count,
              mn_total *total)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double size = n ? n[i] : 1;

      if (!(size > 0))
        continue;
      mn_total_add (&count[group[i]], size);
      mn_total_add (&total[group[i]], size * mean[i]);
    }
}

void
mn_pool_squares (const double *n,
                 const double *mean,
                 const double *sd,
                 const int32_t *group,
                 size_t n_rows,
                 const double *centre,
                 mn_total *squares)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double size = n ? n[i] : 1;
      double away = mean[i] - centre[group[i]];
      double inside = sd && size > 1 ? (size - 1) * sd[i] * sd[i] : 0;

      if (size > 0)
        mn_total_add (&squares[group[i]], inside + size * away * away);
    }
}

double
mn_pool_sd (double n,
            mn_total squares)
{
  return n > 1 ? sqrt ((squares.sum + squares.low) / (n - 1)) : 0;
}

void
mn_moments_add (const double *value,
                const uint8_t *state,
                const int32_t *group,
                size_t n_rows,
                int with_squares,
                mn_moments *moments)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      mn_moments *own = &moments[group[i]];

      if (state[i] != MN_VALUE_PRESENT)
        {
          own->missing += state[i] == MN_VALUE_MISSING;
          own->wrong += state[i] == MN_VALUE_WRONG;
          continue;
        }
      own->n += 1;
      own->least = value[i] < own->least ? value[i] : own->least;
      mn_total_add (&own->sum, value[i]);
      if (with_squares)
        mn_total_add (&own->squares, value[i] * value[i]);
    }
}

void
mn_moments_add_around (const double *value,
                       const uint8_t *state,
                       const int32_t *group,
                       size_t n_rows,
                       const double *centre,
                       mn_moments *moments)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double away = value[i] - centre[group[i]];

      if (state[i] == MN_VALUE_PRESENT)
        mn_total_add (&moments[group[i]].squares, away * away);
    }
}

double
mn_moments_mean (const mn_moments *moments)
{
  return mn_total_get (&moments->sum) / moments->n;
}

/* What the mean lacks of the sum over n. */
static double
mean_rest (const mn_moments *moments,
           double mean)
{
  return (fma (-mean, moments->n, moments->sum.sum) + moments->sum.low) / moments->n;
}

void
mn_moments_merge (const mn_moments *part,
                  int around_mean,
                  mn_moments *moments)
{
  if (around_mean && part->n > 0 && moments->n > 0)
    {
      double mean = mn_moments_mean (moments), other = mn_moments_mean (part);
      double apart = (other - mean) + (mean_rest (part, other) - mean_rest (moments, mean));

      mn_total_add (&moments->squares, apart * apart * (part->n * (moments->n / (part->n + moments->n))));
    }
  moments->n += part->n;
  moments->missing += part->missing;
  moments->wrong += part->wrong;
  moments->least = part->least < moments->least ? part->least : moments->least;
  mn_total_add (&moments->sum, part->sum.sum);
  mn_total_add (&moments->sum, part->sum.low);
  mn_total_add (&moments->squares, part->squares.sum);
  mn_total_add (&moments->squares, part->squares.low);
}
