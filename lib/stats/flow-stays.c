/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stays out of a table, as numbers: states as codes, dates as days. What cannot be counted
 * is found here, and nowhere else.
 */
#include "flow-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-ranks-private.h"
#include "core/marmot-table-private.h"

#define MAX_FINDINGS 100

/* --- days -------------------------------------------------------------------------------- */

/* The algorithm of days from civil dates, and back; years begin in March, so that the leap
 * day is the last. */
static gint64
day_of (gint64 year,
        gint64 month,
        gint64 day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
  gint64 of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
date_of (gint64 since,
         gint64 *year,
         gint64 *month,
         gint64 *day)
{
  gint64 z = since + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
  gint64 y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;

  *day = of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = y + era * 400 + (*month <= 2);
}

/* The first of the month so many months after that of a date. */
static gint64
first_of (gint64 year,
          gint64 month,
          gint64 months)
{
  gint64 all = year * 12 + month - 1 + months;
  gint64 y = all >= 0 ? all / 12 : -((11 - all) / 12);

  return day_of (y, all - y * 12 + 1, 1);
}

gint64
marmot_flow_day_at (gint32 birth,
                    gint64 months)
{
  gint64 year, month, day, first, next;

  date_of (birth, &year, &month, &day);
  first = first_of (year, month, months);
  next = first_of (year, month, months + 1);
  return MIN (first + day - 1, next);
}

gint64
marmot_flow_months_old (gint32 birth,
                        gint32 day)
{
  gint64 y, m, d, year, month, of_month, months;

  date_of (birth, &y, &m, &d);
  date_of (day, &year, &month, &of_month);
  months = (year - y) * 12 + month - m;
  return day < marmot_flow_day_at (birth, months) ? months - 1 : months;
}

gint32
marmot_flow_add_months (gint32 day,
                        guint months)
{
  gint64 year, month, of_month, first, next;

  date_of (day, &year, &month, &of_month);
  first = first_of (year, month, months);
  next = first_of (year, month, (gint64) months + 1);
  return (gint32) MIN (first + of_month - 1, next - 1);
}

gboolean
marmot_flow_get_day (const GDate *date,
                     gint32 *day,
                     GError **error)
{
  if (!g_date_valid (date))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A day of the time that is looked at is no date: give its first and its last");
      return FALSE;
    }
  *day = (gint32) g_date_get_julian (date) - MARMOT_FLOW_EPOCH;
  return TRUE;
}

char *
marmot_flow_day_text (gint32 day)
{
  gint64 year, month, of_month;

  date_of (day, &year, &month, &of_month);
  return g_strdup_printf ("%04d-%02d-%02d", (int) year, (int) month, (int) of_month);
}

/* --- ages -------------------------------------------------------------------------------- */

guint *
marmot_flow_parse_ages (const char *text,
                        guint *n_bands,
                        GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text ? text : "", ",", MARMOT_FLOW_MAX_AGE + 2);
  g_autofree guint *ages = g_new0 (guint, g_strv_length (parts) + 1);

  *n_bands = 1;
  for (gsize i = 0; parts[i]; i++)
    {
      guint64 age;

      if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 1, MARMOT_FLOW_MAX_AGE, &age, NULL)
          || age <= ages[*n_bands - 1])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Ages at which bands begin are whole years from 1 to %d in ascending order, such as "
                       "\"1, 5, 10, 16, 18\"",
                       MARMOT_FLOW_MAX_AGE);
          return NULL;
        }
      ages[(*n_bands)++] = (guint) age;
    }
  return g_steal_pointer (&ages);
}

/* --- columns ------------------------------------------------------------------------------ */

static gboolean
is_text (const MarmotColumn *column)
{
  return column->type == MARMOT_COLUMN_TEXT || column->type == MARMOT_COLUMN_DICTIONARY;
}

/* A column of dates; NULL where there is none and it is not required, or where all of it is
 * null. */
static gboolean
find_dates (MarmotTable *stays,
            const char *name,
            gboolean required,
            const MarmotColumn **column,
            GError **error)
{
  *column = marmot_table_peek_column (stays, name);
  if (!*column && required)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The stays have no column \"%s\": name the one that holds it so", name);
      return FALSE;
    }
  if (*column && (*column)->n_nulls == (*column)->length)
    *column = NULL;
  if (*column && (*column)->type != MARMOT_COLUMN_DATE)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" holds no dates: cast it to dates", name);
      return FALSE;
    }
  return TRUE;
}

static gint32 *
read_dates (const MarmotColumn *column,
            gsize n_rows,
            gint32 null)
{
  gint32 *days = g_new (gint32, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    days[i] = column && marmot_column_row_is_valid (column, i) ? marmot_column_get_date (column, i) : null;
  return days;
}

static MarmotColumn *
as_plain (MarmotColumn *column,
          gboolean decode)
{
  return decode && column->type == MARMOT_COLUMN_DICTIONARY ? marmot_column_decode (column) : marmot_column_ref (column);
}

/* Codes of the states of rows and of where they went, in one list: a state is one of which
 * there is a stay. */
static gboolean
read_states (MarmotFlowStays *self,
             MarmotColumn *state,
             MarmotColumn *next,
             GError **error)
{
  gboolean differ = next && next->type != state->type;
  g_autoptr (MarmotColumn) first = as_plain (state, differ);
  g_autoptr (MarmotColumn) second = next ? as_plain (next, differ) : NULL;
  MarmotColumn *columns[] = { first, second };
  g_autoptr (MarmotColumn) both = NULL;
  g_autofree gint32 *ranks = NULL;
  g_autofree gint32 *code_of = NULL;
  g_autofree gsize *row_of = NULL;
  guint64 n_nowhere = 0;
  gsize n_ranks = 0;

  both = next ? marmot_column_join (columns, 2, error) : marmot_column_ref (first);
  ranks = both ? marmot_rank_column (both, &n_ranks, error) : NULL;
  if (!ranks)
    return FALSE;

  /* Nulls have a rank of their own. */
  code_of = g_new (gint32, n_ranks + 1);
  row_of = g_new (gsize, n_ranks + 1);
  for (gsize r = 0; r < n_ranks; r++)
    code_of[r] = -1;
  for (gsize i = 0; i < self->n_rows; i++)
    if (marmot_column_row_is_valid (first, i) && code_of[ranks[i]] < 0)
      {
        code_of[ranks[i]] = 0;
        row_of[ranks[i]] = i;
        if (++self->n_states > MARMOT_FLOW_MAX_STATES)
          {
            g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                         "There are more than %d states: pass the column that holds states, and not one of names",
                         MARMOT_FLOW_MAX_STATES);
            return FALSE;
          }
      }
  self->n_states = 0;
  for (gsize r = 0; r < n_ranks; r++)
    if (code_of[r] == 0)
      {
        code_of[r] = (gint32) self->n_states++;
        g_ptr_array_add (self->names, marmot_column_get_text (first, row_of[r]));
      }

  self->state = g_new (gint32, self->n_rows + 1);
  self->next = g_new (gint32, self->n_rows + 1);
  for (gsize i = 0; i < self->n_rows; i++)
    {
      self->state[i] = marmot_column_row_is_valid (first, i) ? code_of[ranks[i]] : -1;
      self->next[i] = -1;
      if (second && marmot_column_row_is_valid (second, i))
        {
          self->next[i] = code_of[ranks[self->n_rows + i]];
          n_nowhere += self->next[i] < 0;
        }
    }
  if (n_nowhere > 0)
    marmot_finding_log_add_path (self->log, "flow/nobody-stays", MARMOT_SEVERITY_NOTE, "next",
                                 "Nothing need be done if these are ways to leave, such as adoption",
                                 "Moves to a state in which nobody stays, taken as leaving: %" G_GUINT64_FORMAT,
                                 n_nowhere);
  return TRUE;
}

/* --- where persons went ------------------------------------------------------------------- */

typedef struct
{
  gint32 start;
  gint32 end;
  gsize row;
} Stay;

static int
compare_stays (gconstpointer a,
               gconstpointer b)
{
  const Stay *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* The state of the stay that begins on the day on which each ends. */
static guint64
link_person (MarmotFlowStays *self,
             Stay *stays,
             gsize n)
{
  guint64 n_overlaps = 0;
  gint32 latest = G_MININT32;

  if (n > 1)
    qsort (stays, n, sizeof *stays, compare_stays);
  for (gsize i = 0; i < n; i++)
    {
      gsize low = i + 1, high = n;

      n_overlaps += stays[i].start < latest;
      latest = MAX (latest, stays[i].end);
      if (stays[i].end == G_MAXINT32)
        continue;
      while (low < high)
        {
          gsize middle = low + (high - low) / 2;

          if (stays[middle].start < stays[i].end)
            low = middle + 1;
          else
            high = middle;
        }
      if (low < n && stays[low].start == stays[i].end)
        self->next[stays[i].row] = self->state[stays[low].row];
    }
  return n_overlaps;
}

static gboolean
link_persons (MarmotFlowStays *self,
              const MarmotColumn *person,
              GError **error)
{
  gsize n_ranks = 0;
  g_autofree gint32 *ranks = marmot_rank_column (person, &n_ranks, error);
  g_autofree gsize *starts = NULL;
  g_autofree Stay *stays = NULL;
  guint64 n_overlaps = 0;

  if (!ranks)
    return FALSE;
  starts = g_new0 (gsize, n_ranks + 2);
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->state[i] >= 0 && marmot_column_row_is_valid (person, i))
      starts[ranks[i] + 2]++;
  for (gsize r = 2; r < n_ranks + 2; r++)
    starts[r] += starts[r - 1];
  stays = g_new (Stay, starts[n_ranks + 1] + 1);
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->state[i] >= 0 && marmot_column_row_is_valid (person, i))
      stays[starts[ranks[i] + 1]++] = (Stay) { self->start[i], self->end[i], i };
  for (gsize r = 0; r < n_ranks; r++)
    n_overlaps += link_person (self, stays + starts[r], starts[r + 1] - starts[r]);
  if (n_overlaps > 0)
    marmot_finding_log_add_path (self->log, "flow/overlap", MARMOT_SEVERITY_WARNING, "person",
                                 "End a stay on the day on which the next begins",
                                 "Stays that begin before another of the same person has ended, so that both are "
                                 "counted: %" G_GUINT64_FORMAT,
                                 n_overlaps);
  return TRUE;
}

/* --- all of it --------------------------------------------------------------------------- */

static void
note_fault (MarmotFlowStays *self,
            gsize row,
            const char *what,
            const char *fix)
{
  self->state[row] = -1;
  self->n_faulty++;
  if (self->n_faulty <= MAX_FINDINGS)
    {
      g_autofree char *path = g_strdup_printf ("rows/%" G_GSIZE_FORMAT, row);

      marmot_finding_log_add_path (self->log, "flow/row", MARMOT_SEVERITY_ERROR, path, fix, "%s", what);
    }
}

static void
check_rows (MarmotFlowStays *self,
            const MarmotColumn *start,
            const MarmotColumn *birth)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->state[i] < 0)
      note_fault (self, i, "The stay has no state", "Say what the person was");
    else if (!start || !marmot_column_row_is_valid (start, i))
      note_fault (self, i, "The stay has no start", "Say on which day it began");
    else if (self->end[i] <= self->start[i])
      note_fault (self, i, "The stay does not end after its start", "A stay that lasted a day ends on the next");
    else if (self->birth && (!birth || !marmot_column_row_is_valid (birth, i)))
      note_fault (self, i, "The date of birth is not known", "Give it, or count without ages");
    else if (self->birth && self->birth[i] > self->start[i])
      note_fault (self, i, "The stay starts before the person was born", "Check the two dates");
}

gboolean
marmot_flow_stays_read (MarmotFlowStays *self,
                        MarmotTable *stays,
                        gboolean has_ages,
                        GError **error)
{
  MarmotColumn *state = marmot_table_peek_column (stays, "state");
  MarmotColumn *next = marmot_table_peek_column (stays, "next");
  MarmotColumn *person = marmot_table_peek_column (stays, "person");
  const MarmotColumn *start, *end, *birth = NULL;
  gboolean has_next = next != NULL;

  self->n_rows = marmot_table_get_n_rows (stays);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->log = marmot_finding_log_new (NULL, MAX_FINDINGS + 10);
  if (!state)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The stays have no column \"state\": name the one that holds it so");
      return FALSE;
    }
  if (!next && !person)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The stays have neither \"next\" nor \"person\": say where each went, or whose it was");
      return FALSE;
    }
  if (next && next->n_nulls == next->length)
    next = NULL;
  if ((!is_text (state) && state->n_nulls < state->length) || (next && !is_text (next)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The columns \"state\" and \"next\" hold text: cast them to text");
      return FALSE;
    }
  if (!find_dates (stays, "start", TRUE, &start, error) || !find_dates (stays, "end", TRUE, &end, error)
      || (has_ages && !find_dates (stays, "birth", TRUE, &birth, error)))
    return FALSE;

  if (is_text (state))
    {
      if (!read_states (self, state, next, error))
        return FALSE;
    }
  else
    {
      self->state = g_new (gint32, self->n_rows + 1);
      self->next = g_new (gint32, self->n_rows + 1);
      for (gsize i = 0; i < self->n_rows; i++)
        self->state[i] = self->next[i] = -1;
    }
  self->start = read_dates (start, self->n_rows, 0);
  self->end = read_dates (end, self->n_rows, G_MAXINT32);
  if (has_ages)
    self->birth = read_dates (birth, self->n_rows, 0);
  check_rows (self, start, birth);
  return has_next || link_persons (self, person, error);
}

void
marmot_flow_stays_clear (MarmotFlowStays *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->log, marmot_finding_log_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->end, g_free);
  g_clear_pointer (&self->birth, g_free);
}
