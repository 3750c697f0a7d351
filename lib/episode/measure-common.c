/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What measures of several kinds of episode have in common.
 */
#include "measure-private.h"

EpisodeKindFilter
episode_kind_filter (const EpisodeMeasureInfo *info,
                     MarmotEpisodeSet *set)
{
  EpisodeKindFilter self = { NULL, info->kinds, FALSE };
  MarmotEpisodeKind only;

  self.kinds = episode_set_peek_kinds (set, &only);
  self.all = (info->kinds & EPISODE_KIND_BIT (only)) != 0;
  return self;
}

gint32
episode_add_months (gint32 day,
                    gint32 months)
{
  GDate date;
  /* The Julian day 1 of GDate is 1 January of the year 1. */
  gint64 julian = (gint64) day + 719163;

  if (julian < 1 || julian > 3600000)
    return day;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else if (g_date_get_year (&date) > (guint) (-months) / 12 + 1)
    g_date_subtract_months (&date, (guint) -months);
  return (gint32) ((gint64) g_date_get_julian (&date) - 719163);
}

gint32
episode_get_months (const EpisodeMeasureInfo *self,
                    const EpisodeOptions *options)
{
  return options->months ? (gint32) MIN (options->months, 12000u) : (gint32) self->limit;
}

gint64
episode_get_days (const EpisodeMeasureInfo *self,
                  const EpisodeOptions *options)
{
  return 7 * (options->weeks ? (gint64) options->weeks : (gint64) self->limit);
}

gboolean
episode_check_order (gint32 start,
                     gint32 end,
                     guint8 *code)
{
  if (start == EPISODE_NO_DATE)
    *code = EPISODE_EXCLUDED_FOR (EPISODE_REASON_NO_START);
  else if (end < start)
    *code = EPISODE_EXCLUDED_FOR (EPISODE_REASON_ENDED_BEFORE_START);
  else
    return TRUE;
  return FALSE;
}

EPISODE_COUNTER (episode_count_dated)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *days = episode_set_peek_dates (set, self->step);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && episode_is_in (days[row], from, until))
      tally->codes[row] = EPISODE_COUNTED_IN;
  return TRUE;
}

/* --- returns ------------------------------------------------------------------------- */

/* A day at which an episode opened or closed. */
typedef struct
{
  gint32 day;
  guint32 row;
} Turn;

static int
compare_turns (const void *a,
               const void *b)
{
  const Turn *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

typedef struct
{
  const gint32 *starts;
  const gint32 *ends;       /* nullable */
  gint32 first;             /* what the set knows of */
  gint32 last;
  gint32 months;
  gboolean from_opening;
} Returns;

/* Who came back belongs to a family, or to a child. */
static EpisodeColumn
get_unit_column (const EpisodeMeasureInfo *self,
                 const EpisodeOptions *options)
{
  MarmotEpisodeUnit unit = options->unit ? options->unit : self->unit;

  return unit == MARMOT_EPISODE_UNIT_CHILD ? EPISODE_PERSON : EPISODE_FAMILY;
}

static const EpisodeHistory *
get_history (const EpisodeMeasureInfo *self,
             MarmotEpisodeSet *set,
             const EpisodeOptions *options,
             GError **error)
{
  EpisodeColumn column = get_unit_column (self, options);
  const EpisodeHistory *history = episode_set_get_history (set, column);

  if (!history)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                 "The set has no column \"%s\", and so does not say who came back: name it, or count another unit",
                 episode_column_name (column));
  return history;
}

static void
returns_init (Returns *self,
              const EpisodeMeasureInfo *info,
              MarmotEpisodeSet *set,
              const EpisodeOptions *options)
{
  self->starts = episode_set_peek_dates (set, EPISODE_START);
  self->ends = episode_set_peek_dates (set, EPISODE_END);
  self->months = episode_get_months (info, options);
  self->from_opening = options->from_opening;
  marmot_episode_set_get_coverage (set, &self->first, &self->last);
}

/* The episodes of a unit that a measure is about, by the day that a return is counted from
 * (closure or opening); those that are still open are left out where it is the closure. */
static gsize
list_turns (const Returns *self,
            const EpisodeKindFilter *filter,
            const guint32 *rows,
            gsize n_rows,
            gboolean by_start,
            Turn *turns)
{
  gsize n_turns = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      guint32 row = rows[i];
      gint32 day = by_start ? self->starts[row] : self->ends ? self->ends[row] : EPISODE_NO_DATE;

      if (!episode_kind_has (filter, row) || day == EPISODE_NO_DATE || day < self->starts[row])
        continue;
      turns[n_turns++] = (Turn) { day, row };
    }
  if (!by_start)
    qsort (turns, n_turns, sizeof *turns, compare_turns);
  return n_turns;
}

void
episode_mark_unknown (EpisodeTally *tally,
                      gsize row,
                      gboolean beyond)
{
  tally->codes[row] = EPISODE_UNKNOWN;
  tally->beyond[row] = beyond;
}

void
episode_mark_strays (const EpisodeKindFilter *filter,
                     const gint32 *units,
                     const gint32 *days,
                     gint32 from,
                     gint32 until,
                     EpisodeTally *tally)
{
  for (gsize row = 0; row < tally->n_rows; row++)
    if (units[row] < 0 && episode_kind_has (filter, row) && episode_is_in (days[row], from, until))
      episode_mark_unknown (tally, row, FALSE);
}

/* For every episode that started in the period the latest turn at or before its start. The
 * starts ascend, so that both lists are gone through once. */
EPISODE_COUNTER (episode_count_returns_back)
{
  const EpisodeHistory *history = get_history (self, set, options, error);
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  g_autofree Turn *turns = NULL;
  Returns returns;

  if (!history)
    return FALSE;
  returns_init (&returns, self, set, options);
  turns = g_new (Turn, tally->n_rows + 1);
  episode_mark_strays (&filter, episode_set_peek_codes (set, get_unit_column (self, options)), returns.starts, from,
                       until, tally);

  for (gsize unit = 0; unit < history->n_units; unit++)
    {
      const guint32 *rows = history->rows + history->starts[unit];
      gsize n_rows = history->starts[unit + 1] - history->starts[unit];
      gsize n_turns, at = 0;

      if (n_rows == 0 || returns.starts[rows[n_rows - 1]] < from)
        continue;
      n_turns = list_turns (&returns, &filter, rows, n_rows, returns.from_opening, turns);
      for (gsize i = 0; i < n_rows; i++)
        {
          guint32 row = rows[i];
          gint32 start = returns.starts[row];
          gsize before;

          if (!episode_kind_has (&filter, row) || start < from || start >= until)
            continue;
          /* Behind the last turn of another episode that this one can follow. */
          while (at < n_turns && turns[at].day <= start && !(returns.from_opening && turns[at].row == row))
            at++;
          before = at;
          if (before > 0 && turns[before - 1].row == row)
            before--;
          if (before > 0 && start <= episode_add_months (turns[before - 1].day, returns.months))
            tally->codes[row] = EPISODE_COUNTED_IN;
          else if (episode_add_months (start, -returns.months) < returns.first)
            episode_mark_unknown (tally, row, TRUE);
          else
            tally->codes[row] = EPISODE_COUNTED_OUT;
        }
    }
  return TRUE;
}

/* The first of the unit's episodes that started on the day or later. */
static gsize
find_start (const Returns *self,
            const guint32 *rows,
            gsize n_rows,
            gint32 day)
{
  gsize low = 0, high = n_rows;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->starts[rows[middle]] < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

EPISODE_COUNTER (episode_count_returns_forward)
{
  const EpisodeHistory *history = get_history (self, set, options, error);
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  g_autofree guint32 *list = NULL;
  Returns returns;

  if (!history)
    return FALSE;
  returns_init (&returns, self, set, options);
  list = g_new (guint32, tally->n_rows + 1);
  episode_mark_strays (&filter, episode_set_peek_codes (set, get_unit_column (self, options)), returns.ends, from,
                       until, tally);

  for (gsize unit = 0; unit < history->n_units; unit++)
    {
      const guint32 *rows = history->rows + history->starts[unit];
      gsize n_rows = history->starts[unit + 1] - history->starts[unit];
      gsize n_list = 0;

      for (gsize i = 0; i < n_rows; i++)
        if (episode_kind_has (&filter, rows[i]))
          list[n_list++] = rows[i];
      for (gsize i = 0; i < n_list; i++)
        {
          guint32 row = list[i];
          gint32 end = returns.ends[row];
          gint32 until_day;
          gsize next;

          if (end < from || end >= until || end < returns.starts[row])
            continue;
          until_day = episode_add_months (returns.from_opening ? returns.starts[row] : end, returns.months);
          next = find_start (&returns, list, n_list, end);
          /* An episode of no days starts where it ends. */
          if (next < n_list && list[next] == row)
            next++;
          if (next < n_list && returns.starts[list[next]] <= until_day)
            tally->codes[row] = EPISODE_COUNTED_IN;
          else if (until_day > returns.last)
            episode_mark_unknown (tally, row, TRUE);
          else
            tally->codes[row] = EPISODE_COUNTED_OUT;
        }
    }
  return TRUE;
}
