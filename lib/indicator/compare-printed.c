/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Figures that are known only as they were printed. All that the methods ask of a
 * figure is on which side of the benchmark it and its limits lie, and a benchmark
 * that rises takes the answer from best to worst without turning back. So it is
 * enough to ask twice: with the benchmark as low, and as high, as rounding allows.
 */
#include "compare-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "numeric/compare.h"

/* The more decimals are beyond what a double holds. */
#define MAX_DECIMALS 17

/* Ranges that touch do not overlap: 89.2 is below 89.3. Binary fractions miss each
 * other by the last bits, so a range ends a little before it would. */
#define SLACK 1e-9

#define N_DECIMALS 2
static const char *const names[N_DECIMALS] = { "decimals", "benchmark_decimals" };

gboolean
marmot_compare_printed_init (MarmotComparePrinted *self,
                             const MarmotTable *figures,
                             GError **error)
{
  self->n_columns = 0;
  for (guint i = 0; i < N_DECIMALS; i++)
    {
      double scratch[MARMOT_COMPARE_BLOCK];
      MarmotColumn *column = marmot_table_get_column_by_name (figures, names[i]);

      self->columns[i] = column;
      if (column == NULL)
        continue;
      self->n_columns++;
      if (!marmot_column_is_numeric (column))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                       "Column \"%s\" holds no numbers: pass integers", names[i]);
          goto fail;
        }
      for (gsize first = 0; first < column->length; first += MARMOT_COMPARE_BLOCK)
        {
          gsize n_rows = MIN (MARMOT_COMPARE_BLOCK, column->length - first);
          const double *block = marmot_column_block (column, first, n_rows, scratch);

          for (gsize row = 0; row < n_rows; row++)
            if (marmot_column_row_is_valid (column, first + row)
                && !(block[row] >= 0 && block[row] <= MAX_DECIMALS && block[row] == floor (block[row])))
              {
                g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                             "Row %" G_GSIZE_FORMAT " of column \"%s\" is no number of decimals: pass 0 to %d, or a null "
                             "for figures that were not rounded",
                             first + row, names[i], MAX_DECIMALS);
                goto fail;
              }
        }
      continue;

    fail:
      for (guint k = 0; k <= i; k++)
        g_clear_pointer (&self->columns[k], marmot_column_unref);
      return FALSE;
    }
  return TRUE;
}

void
marmot_compare_printed_clear (MarmotComparePrinted *self)
{
  for (guint i = 0; i < N_DECIMALS; i++)
    g_clear_pointer (&self->columns[i], marmot_column_unref);
}

/* Adds half a unit of the last printed place, for each row of a block. */
static void
add_halves (MarmotColumn *column,
            gsize first,
            gsize n_rows,
            double *halves)
{
  double scratch[MARMOT_COMPARE_BLOCK];
  const double *block;

  if (column == NULL)
    return;
  block = marmot_column_block (column, first, n_rows, scratch);
  for (gsize row = 0; row < n_rows; row++)
    if (marmot_column_row_is_valid (column, first + row))
      halves[row] += 0.5 * pow (10, -block[row]) * (1 - SLACK);
}

void
marmot_compare_printed_run (const MarmotComparePrinted *self,
                            const MarmotCompareInput *input,
                            MarmotCompareKernel kernel,
                            gconstpointer data,
                            MarmotCompareOutput *output)
{
  double scratch[MARMOT_COMPARE_MAX_COLUMNS][MARMOT_COMPARE_BLOCK];
  double moved[MARMOT_COMPARE_MAX_COLUMNS][MARMOT_COMPARE_BLOCK];
  const double *blocks[MARMOT_COMPARE_MAX_COLUMNS];

  if (self->n_columns == 0)
    return;

  for (gsize first = 0; first < input->n_rows; first += MARMOT_COMPARE_BLOCK)
    {
      gsize n_rows = MIN (MARMOT_COMPARE_BLOCK, input->n_rows - first);
      double halves[MARMOT_COMPARE_BLOCK] = { 0 };
      guint8 code[2][MARMOT_COMPARE_BLOCK];
      guint8 reason[MARMOT_COMPARE_BLOCK];

      add_halves (self->columns[0], first, n_rows, halves);
      add_halves (self->columns[1], first, n_rows, halves);
      for (int side = 0; side < 2; side++)
        {
          for (guint c = 0; c < input->n_columns; c++)
            {
              const double *block = marmot_column_block (input->columns[c], first, n_rows, scratch[c]);

              blocks[c] = block;
              if (!input->is_benchmark[c])
                continue;
              for (gsize row = 0; row < n_rows; row++)
                moved[c][row] = block[row] + (side == 0 ? -halves[row] : halves[row]);
              blocks[c] = moved[c];
            }
          kernel (blocks, n_rows, code[side], reason, data);
        }
      for (gsize row = 0; row < n_rows; row++)
        if (output->reason[first + row] == MARMOT_COMPARISON_REASON_COMPARED && code[0][row] != code[1][row])
          {
            output->code[first + row] = MN_NOT_COMPARED;
            output->reason[first + row] = MARMOT_COMPARISON_REASON_PRINTED_TOO_COARSELY;
          }
    }
}
