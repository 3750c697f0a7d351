/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-group-rows-private.h"

#include <math.h>

#include "marmot-column-private.h"
#include "marmot-sort-private.h"

#define BLOCK 1024

/* Turns counts, that of group g at g + 1, into where each group starts. */
static void
add_up (gsize *counts,
        gsize n_groups)
{
  for (gsize g = 0; g < n_groups; g++)
    counts[g + 1] += counts[g];
}

void
marmot_group_rows (const gint32 *codes,
                   gsize n_rows,
                   gsize n_groups,
                   gsize **starts,
                   gsize **rows)
{
  g_autofree gsize *next = NULL;

  *starts = g_new0 (gsize, n_groups + 1);
  *rows = g_new (gsize, MAX (n_rows, 1));
  for (gsize row = 0; row < n_rows; row++)
    (*starts)[codes[row] + 1]++;
  add_up (*starts, n_groups);

  next = g_memdup2 (*starts, (n_groups + 1) * sizeof **starts);
  for (gsize row = 0; row < n_rows; row++)
    (*rows)[next[codes[row]]++] = row;
}

void
marmot_group_values (const MarmotColumn *column,
                     const gint32 *codes,
                     gsize n_groups,
                     gsize **starts,
                     double **values)
{
  double scratch[BLOCK];
  g_autofree gsize *next = NULL;

  *starts = g_new0 (gsize, n_groups + 1);
  *values = g_new (double, MAX (column->length, 1));

  /* Once to count, once to put each value into its place. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (gsize first = 0; first < column->length; first += BLOCK)
        {
          gsize n_rows = MIN (BLOCK, column->length - first);
          const double *block = marmot_column_block (column, first, n_rows, scratch);

          for (gsize i = 0; i < n_rows; i++)
            {
              gsize group = codes ? (gsize) codes[first + i] : 0;

              if (!marmot_column_row_is_valid (column, first + i) || !isfinite (block[i]))
                continue;
              if (pass == 0)
                (*starts)[group + 1]++;
              else
                (*values)[next[group]++] = block[i];
            }
        }
      if (pass == 0)
        {
          add_up (*starts, n_groups);
          next = g_memdup2 (*starts, (n_groups + 1) * sizeof **starts);
        }
    }

  for (gsize g = 0; g < n_groups; g++)
    marmot_sort_doubles (*values + (*starts)[g], (*starts)[g + 1] - (*starts)[g]);
}
