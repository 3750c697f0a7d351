/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "power.h"

#include <float.h>
#include <math.h>

#include "root.h"
#include "special.h"

/* The variance of one observation. */
static double
variance (int kind,
          double figure)
{
  return kind == MN_POWER_PROPORTION ? figure * (1 - figure) : figure;
}

double
mn_power (int kind,
          double figure_1,
          double size_1,
          double figure_2,
          double size_2,
          double z)
{
  double share = size_1 / (size_1 + size_2);
  double pooled = share * figure_1 + (1 - share) * figure_2;
  double null = sqrt (variance (kind, pooled) * (1 / size_1 + 1 / size_2));
  double own = sqrt (variance (kind, figure_1) / size_1 + variance (kind, figure_2) / size_2);
  double change = fabs (figure_2 - figure_1);

  /* From all to nobody, nothing is left to chance. */
  if (own == 0)
    return change > z * null;
  return mn_normal_upper ((z * null - change) / own) + mn_normal_upper ((z * null + change) / own);
}

/* What is sought, and how far its power is from the one that is asked for. */
typedef struct
{
  int kind;
  double figure_1, figure_2;
  double size_1, size_2;
  double sign; /* a fall or a rise */
  double ratio;
  double z;
  double power;
} Search;

static double
of_factor (double factor,
           const void *data)
{
  const Search *s = data;

  return mn_normal_upper (s->z - factor) + mn_normal_upper (s->z + factor) - s->power;
}

static double
of_change (double change,
           const void *data)
{
  const Search *s = data;

  return mn_power (s->kind, s->figure_1, s->size_1, s->figure_1 + s->sign * change, s->size_2, s->z) - s->power;
}

static double
of_size (double size,
         const void *data)
{
  const Search *s = data;

  return mn_power (s->kind, s->figure_1, size, s->figure_2, size * s->ratio, s->z) - s->power;
}

double
mn_power_factor (double z,
                 double power)
{
  const Search search = { .z = z, .power = power };
  double high = 1;

  while (of_factor (high, &search) < 0 && high < 1e6)
    high *= 2;
  return mn_root (of_factor, &search, 0, high);
}

/* The nearest figure that is found with this power, at most as far away as far: the power
 * rises with the distance. guess is a distance to begin with. */
static double
nearest (const Search *search,
         double guess,
         double far)
{
  double low = 0, high = guess > 0 ? fmin (guess, far) : far;

  /* What is not a number is not found either. */
  if (!(far > 0 && of_change (far, search) >= 0))
    return (double) NAN;
  while (high < far && of_change (high, search) < 0)
    {
      low = high;
      high = fmin (1.5 * high, far);
    }
  if (!(high > low))
    high = far;
  return search->figure_1 + search->sign * mn_root (of_change, search, low, high);
}

void
mn_detectable (int kind,
               const double *figure,
               const double *size_1,
               const double *size_2,
               size_t n_rows,
               double z,
               double power,
               double *fall_to,
               double *rise_to,
               uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double far;

      if (status[i] == MN_OK && !(isfinite (figure[i]) && isfinite (size_1[i]) && isfinite (size_2[i])))
        status[i] = MN_NOT_FINITE;
      if (status[i] == MN_OK && figure[i] < 0)
        status[i] = MN_NEGATIVE_COUNT;
      if (status[i] == MN_OK && kind == MN_POWER_PROPORTION && figure[i] > 1)
        status[i] = MN_COUNT_OVER_DENOMINATOR;
      if (status[i] == MN_OK && !(size_1[i] > 0 && size_2[i] > 0))
        status[i] = MN_DENOMINATOR_NOT_POSITIVE;
      fall_to[i] = rise_to[i] = (double) NAN;
      if (status[i] != MN_OK)
        continue;

      {
        Search search = { .kind = kind, .figure_1 = figure[i], .size_1 = size_1[i], .size_2 = size_2[i], .z = z,
                          .power = power };
        double se = sqrt (variance (kind, figure[i]) * (1 / size_1[i] + 1 / size_2[i]));
        double guess = fmax (z * se, DBL_EPSILON * figure[i]);

        search.sign = -1;
        fall_to[i] = nearest (&search, guess, figure[i]);
        search.sign = 1;
        if (kind == MN_POWER_RATE)
          {
            far = fmax (figure[i], 1 / size_2[i]);
            while (isfinite (far) && of_change (far, &search) < 0)
              far *= 2;
          }
        else
          far = 1 - figure[i];
        rise_to[i] = nearest (&search, fmax (guess, far / 1024), far);
      }
    }
}

void
mn_needed_size (int kind,
                const double *figure_1,
                const double *figure_2,
                const double *ratio,
                size_t n_rows,
                double z,
                double power,
                double *size,
                uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      Search search = { .kind = kind, .figure_1 = figure_1[i], .figure_2 = figure_2[i], .ratio = ratio[i], .z = z,
                        .power = power };
      double low, high = 1;

      size[i] = (double) NAN;
      if (status[i] == MN_OK && !(isfinite (figure_1[i]) && isfinite (figure_2[i]) && isfinite (ratio[i])))
        status[i] = MN_NOT_FINITE;
      if (status[i] == MN_OK && (figure_1[i] < 0 || figure_2[i] < 0))
        status[i] = MN_NEGATIVE_COUNT;
      if (status[i] == MN_OK && kind == MN_POWER_PROPORTION && (figure_1[i] > 1 || figure_2[i] > 1))
        status[i] = MN_COUNT_OVER_DENOMINATOR;
      if (status[i] == MN_OK && !(ratio[i] > 0))
        status[i] = MN_DENOMINATOR_NOT_POSITIVE;
      if (status[i] == MN_OK && figure_1[i] == figure_2[i])
        status[i] = MN_OUT_OF_REACH;
      if (status[i] != MN_OK)
        continue;

      /* The power rises with the size: between one on which it is enough and half that. */
      while (isfinite (high) && of_size (high, &search) < 0)
        high *= 2;
      low = high / 2;
      while (low > 0 && of_size (low, &search) >= 0)
        {
          high = low;
          low /= 2;
        }
      if (!isfinite (high) || low == 0)
        {
          status[i] = MN_OUT_OF_REACH;
          continue;
        }
      size[i] = mn_root (of_size, &search, low, high);
    }
}
