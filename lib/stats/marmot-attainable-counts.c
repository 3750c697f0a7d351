/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-column-private.h"
#include "figures-private.h"
#include "numeric/attain.h"
#include "numeric/kernel.h"

#define BLOCK MARMOT_FIGURES_BLOCK

gint64
marmot_attainable_counts (double percent,
                          guint decimals,
                          gint64 n,
                          gint64 *first,
                          gint64 *last,
                          GError **error)
{
  double low = 0, high = 0;
  guint8 status;

  g_return_val_if_fail (first != NULL, -1);
  g_return_val_if_fail (last != NULL, -1);

  status = mn_attainable_counts (percent, decimals, (double) n, &low, &high);
  *first = (gint64) low;
  *last = (gint64) high;
  if (status == MN_OK || status == MN_NOT_ATTAINABLE)
    return *last - *first + 1;

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "A percentage is from 0 to 100 with no more decimals than are said, decimals from 0 to %d, and n from "
               "1 to %.0f", MN_ATTAIN_DECIMALS, MN_ATTAIN_N);
  return -1;
}

static gboolean
check (const MarmotColumn *column,
       const char *what,
       gsize n_rows,
       GError **error)
{
  if (!marmot_column_is_numeric (column))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column of %s holds no numbers: pass a column of doubles or integers", what);
      return FALSE;
    }
  if (column->length != n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The column of %s has %" G_GSIZE_FORMAT " rows and that of percentages %" G_GSIZE_FORMAT
                   ": they must have the same", what, column->length, n_rows);
      return FALSE;
    }
  return TRUE;
}

/* Integers of doubles that are whole; null where they are NaN. */
static MarmotColumn *
make_integers (const double *values,
               gsize n_rows)
{
  gint64 *integers = g_new (gint64, n_rows + 1);
  guint8 *validity = g_malloc0 (n_rows / 8 + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (integers, n_rows * sizeof *integers);
  g_autoptr (GBytes) bits = g_bytes_new_take (validity, n_rows / 8 + 1);

  for (gsize i = 0; i < n_rows; i++)
    {
      integers[i] = isnan (values[i]) ? 0 : (gint64) values[i];
      validity[i >> 3] |= (guint8) (!isnan (values[i]) << (i & 7));
    }
  return marmot_column_new_from_bytes (MARMOT_COLUMN_INTEGER, bytes, bits, n_rows, NULL);
}

MarmotTable *
marmot_attainable_counts_column (MarmotColumn *percent,
                                 MarmotColumn *decimals,
                                 MarmotColumn *n,
                                 GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree double *first = NULL;
  g_autofree double *last = NULL;
  g_autofree double *counts = NULL;
  g_autofree guint8 *status = NULL;
  gsize n_rows;

  g_return_val_if_fail (percent != NULL, NULL);
  g_return_val_if_fail (decimals != NULL, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  n_rows = percent->length;
  if (!check (percent, "percentages", n_rows, error) || !check (decimals, "decimals", n_rows, error)
      || !check (n, "numbers", n_rows, error))
    return NULL;

  first = g_new (double, n_rows + 1);
  last = g_new (double, n_rows + 1);
  counts = g_new (double, n_rows + 1);
  status = g_malloc0 (n_rows + 1);
  for (gsize start = 0; start < n_rows; start += BLOCK)
    {
      double scratch[3][BLOCK];
      gsize size = MIN (BLOCK, n_rows - start);
      const double *p = marmot_figures_read (percent, start, size, FALSE, scratch[0], status + start);
      const double *d = marmot_figures_read (decimals, start, size, FALSE, scratch[1], status + start);
      const double *k = marmot_figures_read (n, start, size, FALSE, scratch[2], status + start);

      for (gsize i = 0; i < size; i++)
        {
          gsize row = start + i;

          if (status[row] == MN_OK)
            status[row] = mn_attainable_counts (p[i], d[i], k[i], &first[row], &last[row]);
          if (status[row] == MN_OK)
            {
              counts[row] = last[row] - first[row] + 1;
              continue;
            }
          first[row] = last[row] = (double) NAN;
          counts[row] = status[row] == MN_NOT_ATTAINABLE ? 0 : (double) NAN;
        }
    }

  marmot_result_init (&result);
  marmot_result_add (&result, "first", make_integers (first, n_rows));
  marmot_result_add (&result, "last", make_integers (last, n_rows));
  marmot_result_add (&result, "counts", make_integers (counts, n_rows));
  marmot_result_add_statuses (&result, "status", status, n_rows);
  return marmot_result_end (&result);
}
