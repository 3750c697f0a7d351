/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "competing-risks.h"

#include "total.h"

void
mn_cumulative_incidence (const double *at_risk,
                         const double *event,
                         const double *cause,
                         const double *survival,
                         size_t n,
                         double *incidence,
                         double *variance)
{
  mn_total f = { 0, 0 };
  double before = 1;
  double a = 0, af = 0, aff = 0; /* sums of a_j (F - F_j)^0, ^1, ^2, a_j = d/(n(n - d)) */
  double b = 0;                  /* the second term */
  double c = 0, cf = 0;          /* the third: sums of c_j (F - F_j)^0, ^1, c_j = S d_k/n^2 */

  for (size_t j = 0; j < n; j++)
    {
      double y = at_risk[j], d = event[j], k = cause[j], v;

      if (before > 0 && d > 0)
        {
          double step = before * (k / y);

          mn_total_add (&f, step);
          aff += step * (2 * af + step * a);
          af += step * a;
          cf += step * c;
          if (d < y)
            a += d / (y * (y - d));
          b += before * before * (k / y) * ((y - k) / y) / y;
          c += before * (k / y) / y;
        }
      before = survival[j];
      incidence[j] = mn_total_get (&f);
      v = aff + b - 2 * cf;
      variance[j] = v > 0 ? v : 0;
    }
}
