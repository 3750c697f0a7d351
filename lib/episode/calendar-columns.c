/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Working days of many rows.
 */
#include <marmot/marmot.h>

#include "calendar-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-members-private.h"

/* Rows that are counted at a time: what they need stays in the cache. */
#define BLOCK 1024

void
marmot_calendar_count_rows (const MarmotCalendar *self,
                            const gint32 *starts,
                            const gint32 *ends,
                            gsize n_rows,
                            gint32 *counts,
                            guint8 *statuses)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean is_known = marmot_calendar_knows (self, starts[i]) && marmot_calendar_knows (self, ends[i]);

      counts[i] = is_known ? marmot_calendar_count (self, starts[i], ends[i]) : 0;
      statuses[i] = is_known ? MARMOT_STATUS_OK : MARMOT_STATUS_OUT_OF_RANGE;
    }
}

static void
count_columns (const MarmotCalendar *self,
               const MarmotColumn *starts,
               const MarmotColumn *ends,
               gint64 *counts,
               guint8 *validity,
               guint8 *statuses)
{
  const gint32 *from = (const gint32 *) starts->values + starts->offset;
  const gint32 *to = (const gint32 *) ends->values + ends->offset;
  gint32 block[BLOCK];

  for (gsize first = 0; first < starts->length; first += BLOCK)
    {
      gsize n_rows = MIN (BLOCK, starts->length - first);

      marmot_calendar_count_rows (self, from + first, to + first, n_rows, block, statuses + first);
      for (gsize i = 0; i < n_rows; i++)
        {
          gsize row = first + i;

          if (!marmot_column_row_is_valid (starts, row) || !marmot_column_row_is_valid (ends, row))
            statuses[row] = MARMOT_STATUS_MISSING;
          counts[row] = statuses[row] == MARMOT_STATUS_OK ? block[i] : 0;
          if (statuses[row] != MARMOT_STATUS_OK)
            validity[row >> 3] &= (guint8) ~(1u << (row & 7));
        }
    }
}

MarmotTable *
marmot_calendar_count_columns (MarmotCalendar *self,
                               MarmotColumn *starts,
                               MarmotColumn *ends,
                               GError **error)
{
  static const char *const names[] = { "working-days", "status", NULL };
  g_autoptr (MarmotMemory) memory = NULL;
  g_autoptr (MarmotColumn) days = NULL;
  g_autoptr (MarmotColumn) status = NULL;
  g_autofree guint8 *statuses = NULL;
  MarmotColumn *columns[2];
  gpointer counts;
  gsize n_rows;

  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), NULL);
  g_return_val_if_fail (starts != NULL, NULL);
  g_return_val_if_fail (ends != NULL, NULL);

  if (starts->type != MARMOT_COLUMN_DATE || ends->type != MARMOT_COLUMN_DATE)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "Working days are counted between dates, and the %s are %s",
                   starts->type != MARMOT_COLUMN_DATE ? "starts" : "ends",
                   marmot_column_type_name (starts->type != MARMOT_COLUMN_DATE ? starts->type : ends->type));
      return NULL;
    }
  if (starts->length != ends->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "There are %" G_GSIZE_FORMAT " starts and %" G_GSIZE_FORMAT " ends: give each row both",
                   starts->length, ends->length);
      return NULL;
    }

  n_rows = starts->length;
  memory = marmot_memory_alloc (n_rows * sizeof (gint64), &counts);
  statuses = g_malloc (n_rows);
  days = marmot_column_alloc (MARMOT_COLUMN_INTEGER, sizeof (gint64), n_rows, g_steal_pointer (&memory), NULL);
  days->values = counts;
  if (n_rows > 0)
    count_columns (self, starts, ends, counts, marmot_column_add_validity (days, n_rows), statuses);
  marmot_column_seal (days);
  status = marmot_column_new_members (MARMOT_TYPE_STATUS, g_steal_pointer (&statuses), n_rows);

  columns[0] = days;
  columns[1] = status;
  return marmot_table_new (names, columns, G_N_ELEMENTS (columns), error);
}
