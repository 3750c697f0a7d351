/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rows of each child or family, in the order of time.
 */
#include "episode-set-private.h"

/* What rows are sorted by. */
typedef struct
{
  gint32 start;
  gint32 end;               /* G_MAXINT32 for an open one */
  guint32 row;
} Entry;

static gboolean
is_before (const Entry *a,
           const Entry *b)
{
  if (a->start != b->start)
    return a->start < b->start;
  if (a->end != b->end)
    return a->end < b->end;
  return a->row < b->row;
}

static int
compare_entries (const void *a,
                 const void *b)
{
  return is_before (a, b) ? -1 : is_before (b, a);
}

/* Most units have a handful of rows, and those mostly in order. */
#define FEW 24

static void
sort_entries (Entry *entries,
              gsize n_entries)
{
  if (n_entries > FEW)
    {
      qsort (entries, n_entries, sizeof *entries, compare_entries);
      return;
    }
  for (gsize i = 1; i < n_entries; i++)
    {
      Entry entry = entries[i];
      gsize at = i;

      for (; at > 0 && is_before (&entry, &entries[at - 1]); at--)
        entries[at] = entries[at - 1];
      entries[at] = entry;
    }
}

EpisodeHistory *
episode_history_new (const gint32 *codes,
                     gsize n_units,
                     const gint32 *starts,
                     const gint32 *ends,
                     gsize n_rows)
{
  EpisodeHistory *self = g_new0 (EpisodeHistory, 1);
  guint32 *firsts = g_new0 (guint32, n_units + 2);
  g_autofree Entry *entries = NULL;
  gsize n_kept;

  self->n_units = n_units;
  self->starts = firsts;
  for (gsize row = 0; row < n_rows; row++)
    if (codes[row] >= 0 && starts && starts[row] != EPISODE_NO_DATE)
      firsts[codes[row] + 2]++;
  for (gsize unit = 0; unit < n_units; unit++)
    firsts[unit + 2] += firsts[unit + 1];
  n_kept = n_units ? firsts[n_units + 1] : 0;
  self->n_left_out = n_rows - n_kept;

  entries = g_new (Entry, n_kept + 1);
  for (gsize row = 0; row < n_rows; row++)
    if (codes[row] >= 0 && starts && starts[row] != EPISODE_NO_DATE)
      entries[firsts[codes[row] + 1]++]
          = (Entry) { starts[row], ends && ends[row] != EPISODE_NO_DATE ? ends[row] : G_MAXINT32, (guint32) row };

  self->rows = g_new (guint32, n_kept + 1);
  for (gsize unit = 0; unit < n_units; unit++)
    {
      sort_entries (entries + firsts[unit], firsts[unit + 1] - firsts[unit]);
      for (guint32 i = firsts[unit]; i < firsts[unit + 1]; i++)
        self->rows[i] = entries[i].row;
    }
  return self;
}
