/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "normal.h"

MN_CLONES void
mn_normal_two_sided_rows (const double *restrict z,
                          size_t n_rows,
                          double *restrict p)
{
  for (size_t i = 0; i < n_rows; i++)
    p[i] = mn_normal_two_sided (z[i]);
}
