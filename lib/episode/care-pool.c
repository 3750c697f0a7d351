/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pooling of years. The return of a year begins with the episodes that were open when the
 * one before ended, so most of them stand in two returns: by child and DECOM a closed one
 * beats an open one, and the later year wins.
 */
#include "care-episodes-private.h"

/* Of a key: the year whose rows are kept. */
typedef struct
{
  guint32 table;
  gboolean is_closed;
} Best;

static gboolean
has_key (const CareRows *rows,
         gsize row)
{
  return rows->columns[CARE_CHILD] && rows->columns[CARE_DECOM] && rows->columns[CARE_DECOM][row] > CARE_BAD_DATE;
}

/* For each row its key's number, or G_MAXUINT32; and of each key which table is best. */
static guint32 *
number_keys (const CareRows *const *tables,
             gsize n_tables,
             gsize n_rows,
             GArray *bests)
{
  g_autoptr (CareKeys) keys = care_keys_new (n_rows);
  guint32 *numbers = g_new (guint32, n_rows + 1);
  gsize n = 0;

  for (gsize t = 0; t < n_tables; t++)
    {
      const CareRows *rows = tables[t];
      const gint32 *ends = rows->columns[CARE_DEC];

      for (gsize row = 0; row < rows->n_rows; row++, n++)
        {
          Best now = { (guint32) t, ends && ends[row] > CARE_BAD_DATE };
          gboolean is_new;

          numbers[n] = G_MAXUINT32;
          if (!has_key (rows, row))
            continue;
          numbers[n] = care_keys_add (keys, care_key (rows->columns[CARE_CHILD][row], rows->columns[CARE_DECOM][row]),
                                      bests->len, &is_new);
          if (is_new)
            {
              g_array_append_val (bests, now);
            }
          else
            {
              Best *best = &g_array_index (bests, Best, numbers[n]);

              /* Tables come by year. */
              if (now.is_closed || !best->is_closed)
                *best = now;
            }
        }
    }
  return numbers;
}

CarePool *
care_pool_new (MarmotCareReturn *care)
{
  CarePool *self = g_new0 (CarePool, 1);
  g_autofree const CareRows **tables = NULL;
  g_autofree guint32 *numbers = NULL;
  g_autoptr (GArray) bests = g_array_new (FALSE, FALSE, sizeof (Best));
  const CareRows **of_row;
  guint32 *rows_of;
  gsize n_years, n_tables = 0, n_rows = 0, n = 0;
  const guint *years = care_return_peek_years (care, &n_years);

  tables = g_new0 (const CareRows *, n_years + 1);
  for (gsize i = 0; i < n_years; i++)
    {
      const CareRows *rows = care_return_peek_rows (care, MARMOT_CARE_TABLE_EPISODES, years[i]);

      if (!rows)
        continue;
      tables[n_tables++] = rows;
      n_rows += rows->n_rows;
    }
  if (n_tables > 1)
    numbers = number_keys (tables, n_tables, n_rows, bests);

  of_row = g_new (const CareRows *, n_rows + 1);
  rows_of = g_new (guint32, n_rows + 1);
  for (gsize t = 0; t < n_tables; t++)
    for (gsize row = 0; row < tables[t]->n_rows; row++, n++)
      {
        if (numbers && numbers[n] != G_MAXUINT32 && g_array_index (bests, Best, numbers[n]).table != t)
          continue;
        of_row[self->n_rows] = tables[t];
        rows_of[self->n_rows++] = (guint32) row;
      }
  self->n_repeated = n_rows - self->n_rows;
  self->tables = of_row;
  self->rows = rows_of;
  return self;
}

void
care_pool_free (CarePool *self)
{
  g_free ((gpointer) self->tables);
  g_free ((gpointer) self->rows);
  g_free (self);
}
