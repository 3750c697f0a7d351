/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rolling.h"

#include <math.h>

void
mn_rolling (const double *t,
            const double *v,
            const uint32_t *wanted,
            size_t n,
            int accrual,
            uint32_t *present,
            double *out)
{
  for (size_t i = 0; i < n; i++)
    {
      double sum = 0;
      uint32_t found = 0;

      for (size_t j = i + 1; j-- > 0 && t[i] - t[j] < (double) wanted[i];)
        if (!isnan (v[j]))
          {
            sum += v[j];
            found++;
          }
      present[i] = found;
      if (accrual == MN_ACCRUE_LAST)
        out[i] = v[i];
      else if (found < wanted[i])
        out[i] = (double) NAN;
      else
        out[i] = accrual == MN_ACCRUE_MEAN ? sum / found : sum;
    }
}

void
mn_steps_to_date (const double *t,
                  size_t n,
                  uint32_t steps_a_year,
                  uint32_t start,
                  uint32_t *steps)
{
  for (size_t i = 0; i < n; i++)
    {
      double since = t[i] - (double) start;
      double year = floor (since / (double) steps_a_year);

      steps[i] = (uint32_t) (since - year * (double) steps_a_year) + 1;
    }
}
