/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "among.h"

#include <math.h>

#include "special.h"
#include "total.h"

/* A sum of squares without one of its terms loses digits where that term is nearly all of
 * it: from here on it is added up again, which can befall one place only. */
#define NEARLY_ALL (1 - 1e-6)

static double
squares_without (const double *value,
                 size_t k,
                 size_t without,
                 double centre)
{
  mn_total total = { 0, 0 };

  for (size_t i = 0; i < k; i++)
    if (i != without)
      mn_total_add (&total, (value[i] - centre) * (value[i] - centre));
  return mn_total_get (&total);
}

/* far / spread, where nothing may vary at all. */
static double
in_units (double far,
          double spread)
{
  return far == 0 ? 0 : far / spread;
}

/* The probability of a count of n that is as good as x, or better. */
static double
as_good (double x,
         double n,
         double share,
         double sign)
{
  if (!(share > 0 && share < 1))
    return 1;
  if (sign > 0)
    return x > 0 ? mn_beta_lower (x, n - x + 1, share) : 1;
  return x < n ? mn_beta_upper (x + 1, n - x, share) : 1;
}

void
mn_among_others (const MnPlaces *places,
                 size_t k,
                 double sign,
                 const MnAmong *out)
{
  mn_total sum = { 0, 0 }, parts = { 0, 0 }, counts = { 0, 0 }, people = { 0, 0 };
  const double all = (double) k, others = all - 1;
  double mean, squares, part, share = 0, of_share = 1;

  for (size_t i = 0; i < k; i++)
    {
      mn_total_add (&sum, places->value[i]);
      mn_total_add (&parts, places->variance ? places->variance[i] : 1 / places->n[i]);
      if (places->variance)
        continue;
      mn_total_add (&counts, places->count[i]);
      mn_total_add (&people, places->n[i]);
    }
  mean = mn_total_get (&sum) / all;
  squares = squares_without (places->value, k, k, mean);
  part = mn_total_get (&parts);
  if (!places->variance)
    {
      share = mn_total_get (&counts) / mn_total_get (&people);
      of_share = share * (1 - share);
      of_share = of_share > 0 ? of_share : 0;
    }

  for (size_t i = 0; i < k; i++)
    {
      double far = places->value[i] - mean;
      double centre = mean - far / others;
      double taken = far * far * (all / others);
      double left = taken > squares * NEARLY_ALL ? squares_without (places->value, k, i, centre) : squares - taken;
      double own = places->variance ? places->variance[i] : 1 / places->n[i];
      double theirs = of_share * ((part - own) / others);
      double seen = left / (others - 1);
      double between, of_mean, p;

      theirs = theirs > 0 ? theirs : 0;
      own *= of_share;
      between = seen > theirs ? seen - theirs : 0;
      of_mean = (between + theirs) / others;
      far = places->value[i] - centre;

      out->others[i] = centre;
      out->between[i] = sqrt (between);
      out->spread[i] = sqrt (between + own + of_mean);
      out->z[i] = in_units (far, sqrt (own + theirs / others));
      out->t[i] = in_units (far, out->spread[i]);
      p = mn_student_two_sided (out->t[i], others - 1) / 2;
      p = sign * out->t[i] >= 0 ? p : 1 - p;
      if (!places->variance)
        {
          double exact = as_good (places->count[i], places->n[i], share, sign);

          p = p > exact ? p : exact;
        }
      out->p[i] = p;
      out->p_best[i] = p < 1 ? -expm1 (all * log1p (-p)) : 1;
      out->p_sum[i] = all * p < 1 ? all * p : 1;
    }
}
