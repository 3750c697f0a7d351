/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules that hold episodes against other tables, against last year's, or against a limit
 * for all of a child's.
 */
#include "check-private.h"

#include <string.h>

#define EPISODES MARMOT_CARE_TABLE_EPISODES
#define HEADER MARMOT_CARE_TABLE_HEADER
#define OC2 MARMOT_CARE_TABLE_OC2
#define OC3 MARMOT_CARE_TABLE_OC3

#define MONTHS_OF_WINDOW 12

/* Days that a GDate has: from 1 January of year 1 to 31 December of year 9999. What was
 * given as columns of dates may hold others. */
#define FIRST_DAY (-719162)
#define LAST_DAY 2932896

static gboolean
is_of_calendar (gint32 day)
{
  return day >= FIRST_DAY && day <= LAST_DAY;
}

gint32
check_birthday (gint32 birth,
                guint age)
{
  GDate date;

  if (!is_of_calendar (birth))
    return G_MAXINT32;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (birth + 719163));
  if (g_date_get_month (&date) == G_DATE_FEBRUARY && g_date_get_day (&date) == 29
      && !g_date_is_leap_year ((GDateYear) (g_date_get_year (&date) + age)))
    g_date_add_days (&date, 1);
  g_date_set_year (&date, (GDateYear) (g_date_get_year (&date) + age));
  return (gint32) g_date_get_julian (&date) - 719163;
}

/* --- short breaks in a year ---------------------------------------------------------- */

static gboolean
is_single_break (const CheckYear *self,
                 guint32 row)
{
  return check_meaning (self->codes->ls, check_episodes (self, CARE_LS)[row]) == CHECK_LS_V3
         && check_is_day (check_episodes (self, CARE_DECOM)[row]) && check_episodes (self, CARE_CHILD)[row] >= 0;
}

/* An open one runs to the last day of the year; EPISODE_NO_DATE where nobody knows. */
static gint32
get_break_end (const CheckYear *self,
               guint32 row)
{
  gint32 end = check_episodes (self, CARE_DEC)[row];

  return end == EPISODE_NO_DATE ? self->last_day : check_is_day (end) ? end : EPISODE_NO_DATE;
}

static gint64
count_break_days (const CheckYear *self,
                  guint32 row)
{
  gint64 start = MAX (check_episodes (self, CARE_DECOM)[row], self->first_day);
  gint64 end = MIN (get_break_end (self, row), self->last_day);

  return MAX (end - start, 0);
}

void
check_short_breaks_too_many (CheckYear *self)
{
  g_autofree gint64 *days = g_new0 (gint64, self->n_children + 1);
  const gint32 *children = check_episodes (self, CARE_CHILD);
  gint64 most = marmot_episode_rule_get_days (self->rule);
  guint32 n_rows = (guint32) self->tables[EPISODES]->n_rows;

  for (guint32 row = 0; row < n_rows; row++)
    if (is_single_break (self, row))
      days[children[row]] += count_break_days (self, row);
  for (guint32 row = 0; row < n_rows; row++)
    if (is_single_break (self, row) && days[children[row]] > most && count_break_days (self, row) > 0)
      check_fail (self, EPISODES, row);
}

typedef struct
{
  gint32 start;
  gint32 end;
  guint32 row;
  gint64 before;            /* days of all breaks before this one */
} Break;

/* Twelve months after a day, or before it. */
static gint32
turn_of_year (gint32 day,
              gboolean after)
{
  GDate date;

  /* Where no calendar reaches, a year is 365 days. */
  if (!is_of_calendar (day) || (!after && day < FIRST_DAY + 366))
    return (gint32) CLAMP ((gint64) day + (after ? 365 : -365), G_MININT32, G_MAXINT32);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + 719163));
  if (after)
    g_date_add_months (&date, MONTHS_OF_WINDOW);
  else
    g_date_subtract_months (&date, MONTHS_OF_WINDOW);
  return (gint32) g_date_get_julian (&date) - 719163;
}

/* Marks the breaks of one child that lie in twelve months with too many days. The most
 * days are in months that begin where a break does, or end where one does. Breaks are cut
 * so that they do not overlap; both ends of the months only move forward. */
static void
mark_windows (const Break *breaks,
              gsize n_breaks,
              gint64 most,
              guint8 *is_marked)
{
  gsize last = 0, first = 0, marked = 0;

  for (gsize i = 0; i < n_breaks; i++)
    {
      gint32 until = turn_of_year (breaks[i].start, TRUE);
      gint64 days;

      for (last = MAX (last, i); last + 1 < n_breaks && breaks[last + 1].start < until; last++)
        ;
      days = breaks[last].before - breaks[i].before + MIN (breaks[last].end, until) - (gint64) breaks[last].start;
      for (marked = MAX (marked, i); days > most && marked <= last; marked++)
        is_marked[marked] = 1;
    }
  marked = 0;
  for (gsize i = 0; i < n_breaks; i++)
    {
      gint32 from = turn_of_year (breaks[i].end, FALSE);
      gint64 days;

      for (; first < i && breaks[first].end <= from; first++)
        ;
      days = breaks[i].before - breaks[first].before + ((gint64) breaks[i].end - breaks[i].start)
             - MAX ((gint64) from - breaks[first].start, 0);
      for (marked = MAX (marked, first); days > most && marked <= i; marked++)
        is_marked[marked] = 1;
    }
}

void
check_short_breaks_in_twelve_months (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  g_autoptr (GByteArray) marked = g_byte_array_new ();
  gint64 most = marmot_episode_rule_get_days (self->rule);

  for (gsize child = 0; child < self->n_children; child++)
    {
      gint32 until = EPISODE_NO_DATE;
      gint64 days = 0;

      g_array_set_size (breaks, 0);
      for (guint32 i = order->starts[child]; i < order->starts[child + 1]; i++)
        {
          guint32 row = order->rows[i];
          gint32 start = MAX (check_episodes (self, CARE_DECOM)[row], until);
          gint32 end = get_break_end (self, row);
          Break one = { start, end, row, days };

          if (!is_single_break (self, row) || end <= start)
            continue;
          g_array_append_val (breaks, one);
          days += (gint64) end - start;
          until = end;
        }
      if (days <= most)
        continue;
      g_byte_array_set_size (marked, breaks->len);
      memset (marked->data, 0, breaks->len);
      mark_windows ((const Break *) (const void *) breaks->data, breaks->len, most, marked->data);
      for (guint i = 0; i < breaks->len; i++)
        if (marked->data[i])
          check_fail (self, EPISODES, g_array_index (breaks, Break, i).row);
    }
}

/* --- last year ----------------------------------------------------------------------- */

void
check_not_last_years (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const CareRows *last = self->last_tables[EPISODES];
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  g_autofree guint8 *is_open = g_malloc0 (self->n_children + 1);
  g_autofree guint8 *is_repeated = g_malloc0 (self->n_children + 1);

  for (gsize row = 0; row < last->n_rows; row++)
    {
      gint32 child = last->columns[CARE_CHILD][row];
      gint32 start = last->columns[CARE_DECOM][row];

      if (child < 0 || !check_is_day (start) || last->columns[CARE_DEC][row] != EPISODE_NO_DATE)
        continue;
      is_open[child] = 1;
      if (order->starts[child] < order->starts[child + 1] && starts[order->rows[order->starts[child]]] == start)
        is_repeated[child] = 1;
    }
  for (gsize child = 0; child < self->n_children; child++)
    if (is_open[child] && !is_repeated[child] && order->starts[child] < order->starts[child + 1])
      check_fail (self, EPISODES, order->rows[order->starts[child]]);
}

/* --- ages ---------------------------------------------------------------------------- */

void
check_before_birth (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const CareRows *header = self->tables[HEADER];
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  g_autofree guint8 *is_wrong = g_malloc0 (self->n_children + 1);

  for (gsize row = 0; row < header->n_rows; row++)
    {
      gint32 child = header->columns[CARE_CHILD][row];
      gint32 birth = header->columns[CARE_DOB][row];

      if (child < 0 || !check_is_day (birth) || order->starts[child] == order->starts[child + 1]
          || starts[order->rows[order->starts[child]]] >= birth)
        continue;
      check_fail (self, HEADER, row);
      is_wrong[child] = 1;
    }
  for (gsize child = 0; child < self->n_children; child++)
    if (is_wrong[child])
      check_fail (self, EPISODES, order->rows[order->starts[child]]);
}

void
check_start_at_age (CheckYear *self)
{
  const gint32 *births = check_year_get_births (self);
  const gint32 *children = check_episodes (self, CARE_CHILD);
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *reasons = check_episodes (self, CARE_RNE);
  guint age = marmot_episode_rule_get_age (self->rule);

  for (gsize row = 0; row < self->tables[EPISODES]->n_rows; row++)
    if (check_meaning (self->codes->rne, reasons[row]) == CHECK_RNE_S && check_is_day (starts[row])
        && children[row] >= 0 && births[children[row]] != EPISODE_NO_DATE
        && starts[row] >= check_birthday (births[children[row]], age))
      check_fail (self, EPISODES, row);
}

/* --- OC2 and OC3 --------------------------------------------------------------------- */

/* By child whether it was in care from the first to the last day of the year. */
static guint8 *
find_in_care_all_year (CheckYear *self)
{
  guint8 *is_in_care = g_malloc0 (self->n_children + 1);
  g_autofree guint8 *is_broken = g_malloc0 (self->n_children + 1);
  const gint32 *children = check_episodes (self, CARE_CHILD);
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);
  const gint32 *statuses = check_episodes (self, CARE_LS);
  const gint32 *reasons = check_episodes (self, CARE_RNE);
  const gint32 *end_reasons = check_episodes (self, CARE_REC);

  for (gsize row = 0; row < self->tables[EPISODES]->n_rows; row++)
    {
      gint32 child = children[row];
      gboolean has_end = check_is_day (ends[row]);

      if (child < 0 || !check_is_day (starts[row]) || starts[row] > self->last_day
          || (has_end && ends[row] < self->first_day))
        continue;
      is_in_care[child] = 1;
      if (check_meaning (self->codes->ls, statuses[row]) >= 0
          || (starts[row] > self->first_day && check_meaning (self->codes->rne, reasons[row]) == CHECK_RNE_S)
          || (has_end && ends[row] < self->last_day
              && check_meaning (self->codes->rec, end_reasons[row]) != CHECK_REC_X1))
        is_broken[child] = 1;
    }
  for (gsize child = 0; child < self->n_children; child++)
    is_in_care[child] = is_in_care[child] && !is_broken[child];
  return is_in_care;
}

void
check_score_without_a_year (CheckYear *self)
{
  g_autofree guint8 *is_in_care = find_in_care_all_year (self);
  const gint32 *children = check_column (self, OC2, CARE_CHILD);
  const gint32 *scores = check_column (self, OC2, CARE_SDQ_SCORE);

  for (gsize row = 0; row < self->tables[OC2]->n_rows; row++)
    if (scores[row] >= 0 && children[row] >= 0 && !is_in_care[children[row]])
      check_fail (self, OC2, row);
}

/* An episode, told by this year and last year once. */
typedef struct
{
  gint32 start;
  gint32 end;               /* EPISODE_NO_DATE: open */
  gint32 reason;            /* what REC means */
} Stay;

/* The next stay of one year's table that is no short break, or FALSE. Of rows with the same
 * start the last is the one: ends are in order, but open ones come last and give way. */
static gboolean
next_stay (const CheckYear *self,
           const CareRows *rows,
           const CheckOrder *order,
           guint32 *at,
           guint32 end,
           Stay *stay)
{
  gboolean is_found = FALSE;

  for (; *at < end; ++*at)
    {
      guint32 row = order->rows[*at];
      gint32 start = rows->columns[CARE_DECOM][row];

      if (check_meaning (self->codes->ls, rows->columns[CARE_LS][row]) >= 0)
        continue;
      if (is_found && start != stay->start)
        break;
      if (is_found && !check_is_day (rows->columns[CARE_DEC][row]))
        continue;
      *stay = (Stay) { start, rows->columns[CARE_DEC][row],
                       check_meaning (self->codes->rec, rows->columns[CARE_REC][row]) };
      is_found = TRUE;
    }
  return is_found;
}

/* The stays of a child in both years, by start. */
static void
pool_stays (CheckYear *self,
            gint32 child,
            GArray *stays)
{
  const CheckOrder *orders[2] = { check_year_get_last_order (self), check_year_get_order (self) };
  const CareRows *rows[2] = { self->last_tables[EPISODES], self->tables[EPISODES] };
  guint32 at[2], end[2];
  Stay next[2];
  gboolean has[2];

  g_array_set_size (stays, 0);
  for (int i = 0; i < 2; i++)
    {
      at[i] = orders[i]->starts[child];
      end[i] = orders[i]->starts[child + 1];
      has[i] = next_stay (self, rows[i], orders[i], &at[i], end[i], &next[i]);
    }
  while (has[0] || has[1])
    {
      int first = !has[0] || (has[1] && next[1].start <= next[0].start);
      Stay stay = next[first];

      if (has[0] && has[1] && next[0].start == next[1].start)
        {
          /* A closed one beats an open one; this year's beats last year's. */
          if (!check_is_day (stay.end) && check_is_day (next[0].end))
            stay = next[0];
          has[0] = next_stay (self, rows[0], orders[0], &at[0], end[0], &next[0]);
          has[1] = next_stay (self, rows[1], orders[1], &at[1], end[1], &next[1]);
        }
      else
        {
          has[first] = next_stay (self, rows[first], orders[first], &at[first], end[first], &next[first]);
        }
      g_array_append_val (stays, stay);
    }
}

/* The days of stays from a day on, each once. */
static gint64
count_days_from (const CheckYear *self,
                 const Stay *stays,
                 gsize n_stays,
                 gint32 from)
{
  gint32 until = from;
  gint64 days = 0;

  for (gsize i = 0; i < n_stays; i++)
    {
      gint32 start = MAX (stays[i].start, until);
      gint32 end = stays[i].end;

      /* An open one that is not the latest ended when the next started. */
      if (end == EPISODE_NO_DATE)
        end = i + 1 < n_stays ? stays[i + 1].start : self->last_day;
      if (end > start)
        {
          days += (gint64) end - start;
          until = end;
        }
    }
  return days;
}

void
check_no_care_leaver (CheckYear *self)
{
  const gint32 *births = check_year_get_births (self);
  const gint32 *children = check_column (self, OC3, CARE_CHILD);
  gint64 fewest = marmot_episode_rule_get_days (self->rule);
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (Stay));

  for (gsize row = 0; row < self->tables[OC3]->n_rows; row++)
    {
      gint32 child = children[row];
      gint32 birth = child >= 0 ? births[child] : EPISODE_NO_DATE;
      const Stay *all;
      gint32 reason;

      if (child < 0)
        continue;
      pool_stays (self, child, stays);
      if (stays->len == 0 || birth == EPISODE_NO_DATE)
        {
          check_fail (self, OC3, row);
          continue;
        }
      all = (const Stay *) (const void *) stays->data;
      reason = all[stays->len - 1].reason;
      if (reason == CHECK_REC_E11 || reason == CHECK_REC_E12
          || count_days_from (self, all, stays->len, check_birthday (birth, 14)) < fewest
          || count_days_from (self, all, stays->len, check_birthday (birth, 16)) < 1)
        check_fail (self, OC3, row);
    }
}

void
check_moved_away (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const gint32 *children = check_column (self, OC3, CARE_CHILD);
  const gint32 *in_touch = check_column (self, OC3, CARE_IN_TOUCH);
  const gint32 *activities = check_column (self, OC3, CARE_ACTIV);
  const gint32 *places = check_column (self, OC3, CARE_ACCOM);
  const gint32 *reasons = check_episodes (self, CARE_REC);

  for (gsize row = 0; row < self->tables[OC3]->n_rows; row++)
    {
      gint32 child = children[row];

      if (child < 0 || (in_touch[row] < 0 && activities[row] < 0 && places[row] < 0)
          || order->starts[child] == order->starts[child + 1])
        continue;
      if (check_meaning (self->codes->rec, reasons[order->rows[order->starts[child + 1] - 1]]) == CHECK_REC_E3)
        check_fail (self, OC3, row);
    }
}
