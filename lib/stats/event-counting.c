/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From rows to counts by group and time. Whole days go into counters for each day and
 * group, in one pass and without a copy of the columns; the counters grow as later days
 * turn up. Where they would be more than the rows are worth, or times are not whole
 * days, the distinct times are ranked instead.
 */
#include "event-counts-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-finding-log-private.h"
#include "core/marmot-ranks-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* Counters that are always worth it; beyond, one for every two rows. */
#define FEW_COUNTERS (1 << 20)

#define MAX_FINDINGS 100

/* Beyond this, doubles do not hold every whole number. */
#define LARGEST_TIME 9007199254740992.0

gboolean
marmot_event_source_init (MarmotEventSource *self,
                          MarmotTable *episodes,
                          MarmotSurvivalOptions *options,
                          GError **error)
{
  memset (self, 0, sizeof *self);
  self->n_causes = options ? marmot_survival_options_get_n_causes (options) : 1;
  self->shift = options && marmot_survival_options_get_count_first_day (options) ? 1 : 0;
  self->n_rows = marmot_table_get_n_rows (episodes);
  if (self->n_causes < 1 || self->n_causes > MARMOT_MAX_CAUSES)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "There are 1 to %d causes of events",
                   MARMOT_MAX_CAUSES);
      return FALSE;
    }
  if (!marmot_figures_find_numbers (episodes, "stop", TRUE, &self->stop, error)
      || !marmot_figures_find_numbers (episodes, "start", FALSE, &self->start, error)
      || !marmot_figures_find_numbers (episodes, "weight", FALSE, &self->weight, error))
    return FALSE;
  self->status = marmot_table_peek_column (episodes, "status");
  if (!self->status)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The figures have no column \"status\": name the one that holds it so");
      return FALSE;
    }
  if (!marmot_column_is_numeric (self->status) && self->status->type != MARMOT_COLUMN_BOOLEAN)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"status\" holds neither numbers nor booleans: pass 0 for censored, and causes "
                           "from 1");
      return FALSE;
    }
  self->cluster = marmot_table_peek_column (episodes, "cluster");
  return TRUE;
}

/* A number of a row; MARMOT_STATUS_MISSING or MARMOT_STATUS_NOT_FINITE if it is none. */
static guint8
get_number (const MarmotColumn *column,
            gsize row,
            double *number)
{
  if (!marmot_column_row_is_valid (column, row))
    return MARMOT_STATUS_MISSING;
  if (column->type == MARMOT_COLUMN_BOOLEAN)
    *number = marmot_column_get_boolean (column, row);
  else
    *number = marmot_column_get_double (column, row);
  return isfinite (*number) ? MARMOT_STATUS_OK : MARMOT_STATUS_NOT_FINITE;
}

void
marmot_event_source_read (const MarmotEventSource *self,
                          gsize row,
                          MarmotEventRow *to)
{
  double status = 0;
  guint8 faults[4] = { 0, 0, 0, 0 };

  to->weight = 1;
  to->start = (double) NAN;
  to->kind = 0;
  to->stop = 0;
  faults[0] = get_number (self->stop, row, &to->stop);
  faults[1] = get_number (self->status, row, &status);
  if (self->start)
    faults[2] = get_number (self->start, row, &to->start);
  if (self->weight)
    faults[3] = get_number (self->weight, row, &to->weight);

  /* What is missing comes before what is wrong, so that one reason stands for a group
   * whatever the order of its rows. */
  to->fault = MARMOT_STATUS_OK;
  for (int i = 0; i < 4; i++)
    if (faults[i] != MARMOT_STATUS_OK && (to->fault == MARMOT_STATUS_OK || faults[i] < to->fault))
      to->fault = faults[i];
  if (to->fault != MARMOT_STATUS_OK)
    return;

  to->stop += self->shift;
  if (to->weight < 0)
    to->fault = MARMOT_STATUS_WEIGHTS_NOT_POSITIVE;
  else if (to->stop < 0 || (self->start && !(to->start < to->stop)))
    to->fault = MARMOT_STATUS_END_NOT_AFTER_START;
  else if (to->stop > LARGEST_TIME || (self->start && to->start < 0))
    to->fault = MARMOT_STATUS_OUT_OF_RANGE;
  else if (!(status >= 0 && status <= self->n_causes && status == floor (status)))
    to->fault = MARMOT_STATUS_UNKNOWN_STATE;
  else
    to->kind = (guint) status;
}

static const char *
describe_fault (guint8 fault)
{
  switch (fault)
    {
    case MARMOT_STATUS_MISSING:
      return "A number of the row is missing";
    case MARMOT_STATUS_NOT_FINITE:
      return "A number of the row is infinite or not a number";
    case MARMOT_STATUS_WEIGHTS_NOT_POSITIVE:
      return "The weight of the row is below zero";
    case MARMOT_STATUS_END_NOT_AFTER_START:
      return "The row does not end after its start";
    case MARMOT_STATUS_UNKNOWN_STATE:
      return "The status of the row is not 0 or one of the causes";
    default:
      return "A time of the row is below zero, or too large";
    }
}

static void
note_fault (MarmotEventCounts *self,
            MarmotFindingLog *log,
            gsize row,
            gint32 group,
            guint8 fault)
{
  g_autofree char *path = NULL;
  guint8 *status = &self->status[group];

  if (*status == MARMOT_STATUS_OK || *status == MARMOT_STATUS_EMPTY_GROUP || fault < *status)
    *status = fault;
  self->n_faulty++;
  if (log->n_findings >= MAX_FINDINGS)
    return;
  path = g_strdup_printf ("rows/%" G_GSIZE_FORMAT, row);
  marmot_finding_log_add_path (log, "time-to-event/row", MARMOT_SEVERITY_ERROR, path,
                               marmot_status_get_description ((MarmotStatus) fault), "%s", describe_fault (fault));
}

static void
note_row (MarmotEventCounts *self,
          gint32 group)
{
  if (self->status[group] == MARMOT_STATUS_EMPTY_GROUP)
    self->status[group] = MARMOT_STATUS_OK;
}

/* --- whole days ------------------------------------------------------------------------ */

/* Counters, by day, group and kind. */
typedef struct
{
  gsize n_days;
  gsize n_groups;
  gsize width; /* kinds that occur: the last, entries, only where there is late entry */
  gsize limit; /* of counters */
  double *rows;
  double *sum;
  double *low;
  double *square;
} Days;

static void
days_clear (Days *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->sum, g_free);
  g_clear_pointer (&self->low, g_free);
  g_clear_pointer (&self->square, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Days, days_clear)

static void
grow_array (double **array,
            gsize before,
            gsize after)
{
  *array = g_renew (double, *array, after);
  memset (*array + before, 0, (after - before) * sizeof **array);
}

/* Room for this day; FALSE if there would be too many counters. */
static gboolean
days_reach (Days *self,
            gsize day,
            gboolean is_weighted)
{
  gsize each = self->n_groups * self->width, n_days;

  if (day < self->n_days)
    return TRUE;
  if (day >= self->limit / each)
    return FALSE;
  n_days = MIN (MAX (day + 1, MAX (2 * self->n_days, 512)), self->limit / each);
  grow_array (&self->rows, self->n_days * each, n_days * each);
  if (is_weighted)
    {
      grow_array (&self->sum, self->n_days * each, n_days * each);
      grow_array (&self->low, self->n_days * each, n_days * each);
      grow_array (&self->square, self->n_days * each, n_days * each);
    }
  self->n_days = n_days;
  return TRUE;
}

static inline void
days_add (Days *self,
          gsize at,
          double weight)
{
  self->rows[at]++;
  if (self->sum)
    {
      mn_total total = { self->sum[at], self->low[at] };

      mn_total_add (&total, weight);
      self->sum[at] = total.sum;
      self->low[at] = total.low;
      self->square[at] += weight * weight;
    }
}

static gboolean
block_has_nulls (const MarmotColumn *column,
                 gsize first,
                 gsize n)
{
  if (column->n_nulls == 0)
    return FALSE;
  for (gsize i = first; i < first + n; i++)
    if (!marmot_column_row_is_valid (column, i))
      return TRUE;
  return FALSE;
}

/* A block as small whole numbers; FALSE if it holds anything else, or a null. */
static gboolean
read_whole (const MarmotColumn *column,
            gsize first,
            gsize n,
            gint32 limit,
            gint32 *to)
{
  guint bad = 0;

  if (block_has_nulls (column, first, n))
    return FALSE;
  if (column->type == MARMOT_COLUMN_INTEGER)
    {
      const gint64 *values = (const gint64 *) column->values + column->offset + first;

      for (gsize i = 0; i < n; i++)
        {
          bad |= (guint64) values[i] > (guint64) limit;
          to[i] = (gint32) values[i];
        }
    }
  else if (column->type == MARMOT_COLUMN_DOUBLE)
    {
      const double *values = (const double *) column->values + column->offset + first;
      double most = limit;

      for (gsize i = 0; i < n; i++)
        {
          /* Nothing but numbers in range may be cast; NaN is in no range. */
          double value = values[i] >= 0 && values[i] <= most ? values[i] : 0;

          to[i] = (gint32) value;
          bad |= (double) to[i] != values[i];
        }
    }
  else
    for (gsize i = 0; i < n; i++)
      to[i] = marmot_bit_get (column->values, column->offset + first + i);
  return !bad;
}

typedef struct
{
  gint32 stop[BLOCK];
  gint32 status[BLOCK];
  gint32 start[BLOCK];
  double weight[BLOCK];
} Block;

/* Reads a block that holds nothing but whole days and known causes, every row after its
 * start; FALSE if it holds anything else. */
static gboolean
read_block (const MarmotEventSource *source,
            gsize first,
            gsize n,
            Block *block,
            gint32 *last_day)
{
  gint32 shift = (gint32) source->shift, last = 0;

  if (!read_whole (source->stop, first, n, MARMOT_MAX_DAY, block->stop)
      || !read_whole (source->status, first, n, (gint32) source->n_causes, block->status))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      block->stop[i] += shift;
      last = MAX (last, block->stop[i]);
    }
  *last_day = last;
  if (source->start)
    {
      guint bad = 0;

      if (!read_whole (source->start, first, n, MARMOT_MAX_DAY, block->start))
        return FALSE;
      for (gsize i = 0; i < n; i++)
        bad |= block->start[i] >= block->stop[i];
      if (bad)
        return FALSE;
    }
  if (source->weight)
    {
      double scratch[BLOCK];
      const double *weights = marmot_column_block (source->weight, first, n, scratch);
      guint bad = 0;

      if (block_has_nulls (source->weight, first, n))
        return FALSE;
      for (gsize i = 0; i < n; i++)
        {
          bad |= !(weights[i] >= 0 && weights[i] <= G_MAXDOUBLE);
          block->weight[i] = weights[i];
        }
      if (bad)
        return FALSE;
    }
  return TRUE;
}

static gboolean
all_whole (const double *weights,
           gsize n)
{
  guint bad = 0;

  for (gsize i = 0; i < n; i++)
    bad |= weights[i] != floor (weights[i]);
  return !bad;
}

static void
add_block (Days *days,
           const MarmotEventSource *source,
           const gint32 *codes,
           gsize n,
           const Block *block)
{
  gsize n_groups = days->n_groups, width = days->width;

  if (!source->weight)
    {
      double *rows = days->rows;

      if (codes)
        for (gsize i = 0; i < n; i++)
          rows[((gsize) block->stop[i] * n_groups + (gsize) codes[i]) * width + (gsize) block->status[i]]++;
      else
        for (gsize i = 0; i < n; i++)
          rows[(gsize) block->stop[i] * width + (gsize) block->status[i]]++;
      if (source->start)
        for (gsize i = 0; i < n; i++)
          rows[((gsize) block->start[i] * n_groups + (codes ? (gsize) codes[i] : 0)) * width + width - 1]++;
      return;
    }
  for (gsize i = 0; i < n; i++)
    {
      gsize group = codes ? (gsize) codes[i] : 0;

      days_add (days, ((gsize) block->stop[i] * n_groups + group) * width + (gsize) block->status[i],
                block->weight[i]);
      if (source->start)
        days_add (days, ((gsize) block->start[i] * n_groups + group) * width + width - 1, block->weight[i]);
    }
}

/* A block with something in it that is not plain: row by row. FALSE if its times are not
 * for counting. */
static gboolean
add_rows (MarmotEventCounts *self,
          Days *days,
          const MarmotEventSource *source,
          const gint32 *codes,
          gsize first,
          gsize n,
          MarmotFindingLog *log)
{
  for (gsize i = first; i < first + n; i++)
    {
      MarmotEventRow row;
      gint32 group = codes ? codes[i] : 0;
      gsize at;

      marmot_event_source_read (source, i, &row);
      note_row (self, group);
      if (row.fault != MARMOT_STATUS_OK)
        {
          note_fault (self, log, i, group, row.fault);
          continue;
        }
      if (row.stop != floor (row.stop) || row.stop > MARMOT_MAX_DAY || (source->start && row.start != floor (row.start))
          || !days_reach (days, (gsize) row.stop, source->weight != NULL))
        return FALSE;
      at = ((gsize) row.stop * days->n_groups + (gsize) group) * days->width;
      days_add (days, at + row.kind, row.weight);
      if (source->start)
        days_add (days, ((gsize) row.start * days->n_groups + (gsize) group + 1) * days->width - 1, row.weight);
      if (row.weight != floor (row.weight))
        self->is_whole = FALSE;
    }
  return TRUE;
}

/* From counters to cells: those of the days on which anybody came or left. */
static void
gather_days (MarmotEventCounts *self,
             const Days *days)
{
  gsize n_groups = days->n_groups, width = days->width, n_cells = 0;
  g_autofree gsize *next = g_new0 (gsize, n_groups + 1);

  for (gsize at = 0; at < days->n_days * n_groups; at++)
    {
      double any = 0;

      for (gsize k = 0; k < width; k++)
        any += days->rows[at * width + k];
      next[at % n_groups] += any > 0;
    }
  self->starts = g_new (gsize, n_groups + 1);
  for (gsize g = 0; g < n_groups; g++)
    {
      self->starts[g] = n_cells;
      n_cells += next[g];
      next[g] = self->starts[g];
    }
  self->starts[n_groups] = n_cells;
  marmot_event_counts_alloc (self, n_cells);

  for (gsize day = 0; day < days->n_days; day++)
    for (gsize g = 0; g < n_groups; g++)
      {
        gsize at = (day * n_groups + g) * width;
        double any = 0;

        for (gsize k = 0; k < width; k++)
          any += days->rows[at + k];
        if (any == 0)
          continue;
        for (gsize k = 0; k < width; k++)
          marmot_event_counts_put (self, (guint) k, next[g], days->rows[at + k], days->sum ? days->sum[at + k] : 0,
                                   days->low ? days->low[at + k] : 0, days->square ? days->square[at + k] : 0);
        self->time[next[g]++] = (double) day;
      }
}

static gboolean
count_days (MarmotEventCounts *self,
            const MarmotEventSource *source,
            const gint32 *codes,
            MarmotFindingLog *log)
{
  g_auto (Days) days = { 0 };

  days.n_groups = self->n_groups;
  days.width = source->n_causes + 1 + (source->start != NULL);
  days.limit = MAX (FEW_COUNTERS, source->n_rows / 2);
  for (gsize first = 0; first < source->n_rows; first += BLOCK)
    {
      gsize n = MIN (BLOCK, source->n_rows - first);
      const gint32 *of = codes ? codes + first : NULL;
      gint32 last_day;
      Block block;

      if (!read_block (source, first, n, &block, &last_day))
        {
          if (!add_rows (self, &days, source, codes, first, n, log))
            return FALSE;
          continue;
        }
      if (!days_reach (&days, (gsize) last_day, source->weight != NULL))
        return FALSE;
      add_block (&days, source, of, n, &block);
      if (of)
        for (gsize i = 0; i < n; i++)
          note_row (self, of[i]);
      else
        note_row (self, 0);
      if (source->weight && self->is_whole)
        self->is_whole = all_whole (block.weight, n);
    }
  gather_days (self, &days);
  return TRUE;
}

/* --- any times ------------------------------------------------------------------------- */

/* The rank of each time among the distinct pairs of group and time. times are owned by
 * the bytes. */
static gint32 *
rank_times (GBytes *times,
            gsize n,
            gint32 *groups,
            gsize n_groups,
            gsize *n_ranks,
            GError **error)
{
  g_autoptr (MarmotColumn) column = marmot_column_new_from_bytes (MARMOT_COLUMN_DOUBLE, times, NULL, n, NULL);
  g_autofree gint32 *ranks = marmot_rank_column (column, n_ranks, error);
  gsize n_times = *n_ranks;

  if (!ranks || n_groups == 1)
    return g_steal_pointer (&ranks);
  *n_ranks = n_groups;
  if (!marmot_rank_pairs (groups, n, n_ranks, ranks, n_times, error))
    return NULL;
  return g_memdup2 (groups, n * sizeof *groups);
}

static gboolean
count_times (MarmotEventCounts *self,
             const MarmotEventSource *source,
             const gint32 *codes,
             MarmotFindingLog *log,
             GError **error)
{
  gsize n_rows = source->n_rows, n = n_rows * (source->start ? 2 : 1), n_cells = 0;
  double *times = g_new (double, n + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (times, (n + 1) * sizeof *times);
  g_autofree gint32 *groups = g_new0 (gint32, n + 1);
  g_autofree gint32 *ranks = NULL;
  g_autofree guint8 *kinds = g_malloc0 (n_rows + 1);
  g_autofree double *weights = source->weight ? g_new0 (double, n_rows + 1) : NULL;
  const guint8 no_kind = G_MAXUINT8;

  for (gsize i = 0; i < n_rows; i++)
    {
      MarmotEventRow row;
      gint32 group = codes ? codes[i] : 0;

      marmot_event_source_read (source, i, &row);
      note_row (self, group);
      groups[i] = group;
      if (source->start)
        groups[n_rows + i] = group;
      if (row.fault != MARMOT_STATUS_OK)
        {
          note_fault (self, log, i, group, row.fault);
          kinds[i] = no_kind;
          times[i] = 0;
          if (source->start)
            times[n_rows + i] = 0;
          continue;
        }
      kinds[i] = (guint8) row.kind;
      /* Minus zero is zero. */
      times[i] = row.stop + 0.0;
      if (source->start)
        times[n_rows + i] = row.start + 0.0;
      if (weights)
        {
          weights[i] = row.weight;
          if (row.weight != floor (row.weight))
            self->is_whole = FALSE;
        }
    }

  ranks = rank_times (bytes, n, groups, self->n_groups, &n_cells, error);
  if (!ranks)
    return FALSE;

  /* Ranks ascend by group and time, so that they are the cells. The groups may have been
   * ranked over: take them from the codes again. */
  self->starts = g_new0 (gsize, self->n_groups + 2);
  marmot_event_counts_alloc (self, n_cells);
  {
    g_autofree guint8 *seen = g_malloc0 (n_cells + 1);

    for (gsize i = 0; i < n; i++)
      {
        gsize cell = (gsize) ranks[i], row = i < n_rows ? i : i - n_rows;

        if (!seen[cell])
          {
            seen[cell] = 1;
            self->time[cell] = times[i];
            self->starts[(codes ? (gsize) codes[row] : 0) + 1]++;
          }
        if (kinds[row] != no_kind)
          {
            double weight = weights ? weights[row] : 1;

            marmot_event_counts_put (self, i < n_rows ? kinds[row] : self->n_causes + 1, cell, 1, weight, 0,
                                     weight * weight);
          }
      }
  }
  for (gsize g = 0; g < self->n_groups; g++)
    self->starts[g + 1] += self->starts[g];
  return TRUE;
}

gboolean
marmot_event_counts_fill (MarmotEventCounts *self,
                          const MarmotEventSource *source,
                          const gint32 *codes,
                          GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (NULL, MAX_FINDINGS);

  self->is_weighted = source->weight != NULL;
  self->has_entries = source->start != NULL;
  self->has_clusters = source->cluster != NULL;
  if (self->n_groups == 0)
    {
      self->starts = g_new0 (gsize, 1);
      marmot_event_counts_alloc (self, 0);
    }
  else if (!count_days (self, source, codes, log))
    {
      g_autoptr (MarmotFindingLog) again = marmot_finding_log_new (NULL, MAX_FINDINGS);

      for (gsize g = 0; g < self->n_groups; g++)
        self->status[g] = MARMOT_STATUS_EMPTY_GROUP;
      self->n_faulty = 0;
      self->is_whole = TRUE;
      if (!count_times (self, source, codes, again, error))
        return FALSE;
      self->findings = g_ptr_array_ref (again->findings);
      return TRUE;
    }
  self->findings = g_ptr_array_ref (log->findings);
  return TRUE;
}
