/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-sort-private.h"

#include <stdlib.h>

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

void
marmot_sort_doubles (double *values,
                     gsize n_values)
{
  if (n_values > 1)
    qsort (values, n_values, sizeof *values, compare_doubles);
}
