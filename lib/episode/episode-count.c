/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes a measure of a set: asks the measure what every row counts as, and adds that up by
 * group and step of time.
 */
#include <math.h>
#include <string.h>

#include "episode-totals-private.h"
#include "number-columns-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"

/* The steps of time that a period is divided into: where each begins, and one more. */
static GArray *
list_steps (gint32 from,
            gint32 until,
            MarmotEpisodeStep step)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 months = step == MARMOT_EPISODE_STEP_MONTH ? 1 : step == MARMOT_EPISODE_STEP_QUARTER ? 3 : 12;
  GDate date;
  gint32 at;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) ((gint64) from + 719163));
  g_date_set_day (&date, 1);
  g_date_set_month (&date, (GDateMonth) (1 + ((int) g_date_get_month (&date) - 1) / months * months));
  at = (gint32) ((gint64) g_date_get_julian (&date) - 719163);
  while (at < until)
    {
      g_array_append_val (steps, at);
      at = episode_add_months (at, months);
    }
  g_array_append_val (steps, at);
  return steps;
}

static char *
print_step (gint32 day,
            MarmotEpisodeStep step)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) ((gint64) day + 719163));
  switch (step)
    {
    case MARMOT_EPISODE_STEP_MONTH:
      return g_strdup_printf ("%04d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date));
    case MARMOT_EPISODE_STEP_QUARTER:
      return g_strdup_printf ("%04d-Q%d", g_date_get_year (&date), ((int) g_date_get_month (&date) + 2) / 3);
    case MARMOT_EPISODE_STEP_NONE:
    case MARMOT_EPISODE_STEP_YEAR:
    default:
      return g_strdup_printf ("%04d", g_date_get_year (&date));
    }
}

static const char *
get_step_name (MarmotEpisodeStep step)
{
  return step == MARMOT_EPISODE_STEP_MONTH ? "month" : step == MARMOT_EPISODE_STEP_QUARTER ? "quarter" : "year";
}

/* More steps than anybody reads. */
#define MAX_STEPS 12000

/* Everything about one call. */
typedef struct
{
  MarmotEpisodeSet *set;
  const EpisodeMeasureInfo *info;
  const EpisodeOptions *options;
  gint32 from;
  gint32 until;
  EpisodeTally tally;
  const gint32 *episode_of; /* of needs: the episode of each row; NULL for rows of episodes */

  GArray *steps;            /* nullable */
  MarmotGroups *by;         /* nullable: groups of episodes */
  gsize n_by;
  gsize n_steps;
  GPtrArray *names;         /* of the keys */
  gint32 *groups;           /* of each row that counts: by × steps, or -1 */
} Count;

static void
count_clear (Count *self)
{
  g_free (self->tally.codes);
  g_free (self->tally.beyond);
  g_free (self->tally.days);
  g_free (self->tally.ended);
  g_free ((gpointer) self->episode_of);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->by, marmot_groups_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->groups);
}

static gsize
get_episode (const Count *self,
             gsize row)
{
  return self->episode_of ? (gsize) self->episode_of[row] : row;
}

static gboolean
is_timed (const Count *self)
{
  return self->info->statistic == EPISODE_STATISTIC_DONE_BY || self->info->statistic == EPISODE_STATISTIC_MEDIAN;
}

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

static gboolean
check_options (const Count *self,
               GError **error)
{
  const EpisodeOptions *options = self->options;

  if (!(options->confidence > 0 && options->confidence < 1))
    return refuse (error, "The confidence level must be a proportion between 0 and 1, such as 0.95");
  if (!(options->population >= 0 && isfinite (options->population)))
    return refuse (error, "The population must be a number above 0");
  if (!(options->per > 0 && isfinite (options->per)))
    return refuse (error, "What a rate is per must be a number above 0, such as 10000");
  if (options->population > 0 && self->info->statistic != EPISODE_STATISTIC_COUNT
      && self->info->statistic != EPISODE_STATISTIC_NUMBER)
    return refuse (error, "The measure is no count: leave the population out");
  if (options->population > 0 && options->by && options->by[0])
    return refuse (error, "The population is that of the whole: leave it out where figures are grouped");
  if (!(options->miles >= 0 && isfinite (options->miles)))
    return refuse (error, "A distance must be a number of miles above 0");
  if (!(options->share >= 0 && options->share <= 1))
    return refuse (error, "A share must be between 0 and 1");
  if (self->info->of_a_day && options->step != MARMOT_EPISODE_STEP_NONE)
    return refuse (error, "The measure is of a day: ask for one day after the other, and no steps");
  if (!self->info->of_a_day && self->info->step == EPISODE_N_COLUMNS && options->step != MARMOT_EPISODE_STEP_NONE)
    return refuse (error, "The measure is of a period as a whole: ask for one period after the other, and no steps");
  if (self->info->of_needs && options->rows)
    return refuse (error, "The measure counts needs and not episodes: it has no rows of episodes");
  return TRUE;
}

/* The days that the measure is of. */
static gboolean
find_days (Count *self,
           GError **error)
{
  gint32 day = episode_options_get_day (self->options);
  gint32 first, last;

  if (self->options->period)
    {
      self->from = marmot_period_get_start_days (self->options->period);
      self->until = marmot_period_get_end_days (self->options->period);
    }
  else if (marmot_episode_set_get_coverage (self->set, &first, &last))
    {
      self->from = first;
      self->until = last < G_MAXINT32 ? last + 1 : last;
    }
  else if (!self->info->of_a_day || day == G_MININT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The set has no dates, so that nobody knows which time it is of: name the period");
      return FALSE;
    }
  if (self->info->of_a_day)
    {
      self->from = day != G_MININT32 ? day : self->until - 1;
      self->until = self->from + 1;
    }
  return TRUE;
}

static gboolean
check_columns (const Count *self,
               GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->info->needs) && self->info->needs[i] != EPISODE_N_COLUMNS; i++)
    if (!episode_set_peek (self->set, self->info->needs[i]))
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                     "The set has no column \"%s\", which the measure \"%s\" is made of: supply it",
                     episode_column_name (self->info->needs[i]), self->info->label);
        return FALSE;
      }
  return TRUE;
}

static gboolean
group_rows (Count *self,
            GError **error)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->n_by = 1;
  self->n_steps = 1;

  if (self->options->by && self->options->by[0])
    {
      g_autoptr (GPtrArray) columns = g_ptr_array_new ();

      for (char **name = self->options->by; *name; name++)
        {
          EpisodeColumn column = episode_column_find (*name);
          MarmotColumn *values = column < EPISODE_N_COLUMNS ? episode_set_peek (self->set, column) : NULL;

          if (!values)
            {
              g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The set has no column \"%s\" to group by: name one that it has", *name);
              return FALSE;
            }
          if (values->type != MARMOT_COLUMN_DICTIONARY)
            {
              g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"%s\" holds no codes: group by one that does", *name);
              return FALSE;
            }
          if (g_ptr_array_find_with_equal_func (self->names, *name, g_str_equal, NULL))
            return refuse (error, "A column is named twice to group by: name it once");
          g_ptr_array_add (columns, values);
          g_ptr_array_add (self->names, g_strdup (*name));
        }
      self->by = marmot_groups_new ((MarmotColumn **) columns->pdata, columns->len, error);
      if (!self->by)
        return FALSE;
      self->n_by = marmot_groups_get_n_groups (self->by);
    }

  if (self->options->step != MARMOT_EPISODE_STEP_NONE)
    {
      gint64 months = ((gint64) self->until - self->from) / 28;

      if (months > MAX_STEPS)
        return refuse (error, "The period is too long to be divided into steps: name a shorter one");
      self->steps = list_steps (self->from, self->until, self->options->step);
      self->n_steps = self->steps->len - 1;
      g_ptr_array_add (self->names, g_strdup (get_step_name (self->options->step)));
    }
  g_ptr_array_add (self->names, NULL);
  if (self->n_by > G_MAXINT32 / 2 / self->n_steps)
    return refuse (error, "There are too many groups and steps of time: ask for fewer");
  return TRUE;
}

/* The step that a day is in. Days are in the period. */
static gsize
find_step (const Count *self,
           gint32 day)
{
  const gint32 *starts = (const gint32 *) (const void *) self->steps->data;
  gsize low = 0, high = self->n_steps;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (starts[middle] <= day)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
find_groups (Count *self)
{
  const gint32 *by = self->by ? marmot_groups_peek_codes (self->by) : NULL;
  const gint32 *days = self->steps ? episode_set_peek_dates (self->set, self->info->step) : NULL;

  self->groups = g_new (gint32, self->tally.n_rows + 1);
  for (gsize row = 0; row < self->tally.n_rows; row++)
    {
      gsize episode;

      self->groups[row] = -1;
      if (self->tally.codes[row] == EPISODE_NOT_ASKED)
        continue;
      episode = get_episode (self, row);
      self->groups[row] = (gint32) ((by ? (gsize) by[episode] : 0) * self->n_steps
                                    + (days ? find_step (self, days[episode]) : 0));
    }
}

/* Of children or families each counts once in a group: by the first of its rows, which is
 * the earliest where rows are in the order of time, and any of them does for a count. */
static gboolean
count_units_once (Count *self,
                  GError **error)
{
  EpisodeColumn column = self->options->unit == MARMOT_EPISODE_UNIT_CHILD ? EPISODE_PERSON : EPISODE_FAMILY;
  gsize n_groups = self->n_by * self->n_steps;
  g_autofree gint32 *last_group = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  g_autofree gint32 *groups = NULL;
  const gint32 *units;

  if (self->options->unit == MARMOT_EPISODE_UNIT_DEFAULT || self->options->unit == self->info->unit
      || self->options->unit == self->info->or_unit)
    return TRUE;
  if (self->info->count == episode_count_returns_back || self->info->count == episode_count_returns_forward)
    return self->options->unit == MARMOT_EPISODE_UNIT_EPISODE
               ? refuse (error, "Who comes back is a family or a child: choose one of these units")
               : TRUE;
  if (self->options->unit == MARMOT_EPISODE_UNIT_EPISODE || self->info->statistic != EPISODE_STATISTIC_COUNT)
    return refuse (error, "The measure cannot be had in this unit: leave the unit out");
  units = episode_set_peek_codes (self->set, column);
  if (!units)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\", by which units are counted: supply it",
                   episode_column_name (column));
      return FALSE;
    }

  last_group = g_new0 (gint32, episode_set_n_values (self->set, column) + 1);
  groups = g_new (gint32, self->tally.n_rows + 1);
  for (gsize row = 0; row < self->tally.n_rows; row++)
    groups[row] = self->groups[row] + 1;
  marmot_group_rows (groups, self->tally.n_rows, n_groups + 1, &starts, &rows);
  for (gsize group = 1; group <= n_groups; group++)
    for (gsize i = starts[group]; i < starts[group + 1]; i++)
      {
        gsize row = rows[i];

        if (self->tally.codes[row] != EPISODE_COUNTED_IN)
          continue;
        if (units[row] < 0)
          self->tally.codes[row] = EPISODE_UNKNOWN;
        else if (last_group[units[row]] == (gint32) group)
          self->tally.codes[row] = EPISODE_NOT_ASKED;
        else
          last_group[units[row]] = (gint32) group;
      }
  return TRUE;
}

/* --- totals of the counts ------------------------------------------------------------ */

/* The keys of the groups that are there, as columns of text. */
static void
add_keys (const Count *self,
          const gsize *kept,
          gsize n_kept,
          GPtrArray *columns)
{
  g_autoptr (MarmotTable) keys = self->by ? marmot_groups_get_keys (self->by) : NULL;
  gsize n_keys = keys ? marmot_table_get_n_columns (keys) : 0;

  for (gsize i = 0; i < n_keys; i++)
    {
      g_autoptr (MarmotColumn) key = marmot_table_get_column (keys, i);
      g_autofree gsize *rows = g_new (gsize, n_kept + 1);

      for (gsize j = 0; j < n_kept; j++)
        rows[j] = kept[j] / self->n_steps;
      g_ptr_array_add (columns, marmot_column_take_known (key, rows, n_kept));
    }
  if (self->steps)
    {
      g_auto (GStrv) texts = g_new0 (char *, n_kept + 1);

      for (gsize j = 0; j < n_kept; j++)
        texts[j] = print_step (g_array_index (self->steps, gint32, kept[j] % self->n_steps), self->options->step);
      g_ptr_array_add (columns, marmot_column_new_text ((const char *const *) texts));
    }
}

/* Groups in which nothing was asked of anybody are none, but for the steps of time of those
 * that are. */
static gsize *
list_kept (const Count *self,
           gsize *n_kept)
{
  gsize *kept = g_new (gsize, self->n_by * self->n_steps + 1);
  g_autofree guint8 *is_there = g_malloc0 (self->n_by + 1);

  is_there[0] = self->by == NULL;
  for (gsize row = 0; row < self->tally.n_rows; row++)
    if (self->groups[row] >= 0)
      is_there[(gsize) self->groups[row] / self->n_steps] = 1;
  *n_kept = 0;
  for (gsize by = 0; by < self->n_by; by++)
    for (gsize step = 0; is_there[by] && step < self->n_steps; step++)
      kept[(*n_kept)++] = by * self->n_steps + step;
  return kept;
}

static MarmotTotals *
make_totals (const Count *self,
             const char *const *reasons,
             const gsize *kept,
             gsize n_kept,
             GError **error)
{
  gsize n_reasons = g_strv_length ((char **) reasons);
  gsize n_sums = EPISODE_N_SUMS + n_reasons;
  gsize n_groups = self->n_by * self->n_steps;
  g_autofree double *sums = g_new0 (double, n_sums * n_groups + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sum_list = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) table = NULL;

  for (gsize row = 0; row < self->tally.n_rows; row++)
    {
      guint8 code = self->tally.codes[row];
      double *at;

      if (code == EPISODE_NOT_ASKED || self->groups[row] < 0)
        continue;
      at = sums + (gsize) self->groups[row] * n_sums;
      at[EPISODE_SUM_NUMERATOR] += code == EPISODE_COUNTED_IN;
      at[EPISODE_SUM_DENOMINATOR] += code == EPISODE_COUNTED_IN || code == EPISODE_COUNTED_OUT;
      at[EPISODE_SUM_UNKNOWN] += code == EPISODE_UNKNOWN;
      at[EPISODE_SUM_BEYOND] += code == EPISODE_UNKNOWN && self->tally.beyond[row];
      if (code >= EPISODE_EXCLUDED)
        at[EPISODE_N_SUMS + code - EPISODE_EXCLUDED] += 1;
    }

  for (guint i = 0; self->names->pdata[i]; i++)
    g_ptr_array_add (names, g_strdup (self->names->pdata[i]));
  add_keys (self, kept, n_kept, columns);
  for (gsize i = 0; i < n_sums; i++)
    {
      double *values = g_new (double, n_kept + 1);
      char *name = episode_sum_name (i);

      for (gsize j = 0; j < n_kept; j++)
        values[j] = sums[kept[j] * n_sums + i];
      g_ptr_array_add (names, name);
      g_ptr_array_add (sum_list, name);
      g_ptr_array_add (columns, number_column_doubles (values, n_kept));
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (sum_list, NULL);
  table = marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, error);
  return table ? marmot_totals_new (table, (const char *const *) self->names->pdata,
                                    (const char *const *) sum_list->pdata, NULL, error)
               : NULL;
}

/* The times of all rows that count, by the label of their group. */
static MarmotEventCounts *
make_times (const Count *self,
            MarmotEpisodeTotals *of,
            const gsize *kept,
            gsize n_kept,
            GError **error)
{
  static const char *const names[] = { "stop", "status", NULL };
  g_autofree gint32 *number = g_new (gint32, self->n_by * self->n_steps + 1);
  g_auto (GStrv) labels = g_new0 (char *, n_kept + 1);
  g_autoptr (MarmotColumn) label_column = NULL, stop_column = NULL, status_column = NULL, key = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MarmotColumn *columns[2];
  gint32 *codes;
  double *stops, *statuses;
  gsize n_rows = 0;

  for (gsize j = 0; j < n_kept; j++)
    {
      labels[j] = episode_totals_label (of, j);
      number[kept[j]] = (gint32) j;
    }
  codes = g_new (gint32, self->tally.n_rows + 1);
  stops = g_new (double, self->tally.n_rows + 1);
  statuses = g_new (double, self->tally.n_rows + 1);
  for (gsize row = 0; row < self->tally.n_rows; row++)
    if (self->tally.codes[row] == EPISODE_COUNTED_IN || self->tally.codes[row] == EPISODE_COUNTED_OUT)
      {
        codes[n_rows] = number[self->groups[row]];
        stops[n_rows] = self->tally.days[row];
        statuses[n_rows++] = self->tally.ended[row];
      }
  bytes = g_bytes_new_take (codes, n_rows * sizeof (gint32));
  stop_column = number_column_doubles (stops, n_rows);
  status_column = number_column_doubles (statuses, n_rows);
  label_column = marmot_column_new_text ((const char *const *) labels);
  key = marmot_column_new_dictionary (bytes, label_column, NULL, n_rows, error);
  groups = key ? marmot_groups_new_from_column (key, error) : NULL;
  columns[0] = stop_column;
  columns[1] = status_column;
  table = groups ? marmot_table_new (names, columns, 2, error) : NULL;
  return table ? marmot_event_counts_new (table, groups, NULL, error) : NULL;
}

/* Which rows are in the numerators, group by group. */
static void
keep_rows (const Count *self,
           MarmotEpisodeTotals *totals,
           const gsize *kept,
           gsize n_kept)
{
  gsize n_groups = self->n_by * self->n_steps;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *order = NULL;
  g_autofree gint32 *codes = g_new (gint32, self->tally.n_rows + 1);
  g_autoptr (GBytes) bytes = NULL;
  gint64 *rows = g_new (gint64, self->tally.n_rows + 1);
  gsize n_rows = 0;

  for (gsize row = 0; row < self->tally.n_rows; row++)
    codes[row] = self->tally.codes[row] == EPISODE_COUNTED_IN ? self->groups[row] + 1 : 0;
  marmot_group_rows (codes, self->tally.n_rows, n_groups + 1, &starts, &order);
  totals->row_starts = g_new (gsize, n_kept + 1);
  for (gsize j = 0; j < n_kept; j++)
    {
      totals->row_starts[j] = n_rows;
      for (gsize i = starts[kept[j] + 1]; i < starts[kept[j] + 2]; i++)
        rows[n_rows++] = (gint64) order[i];
    }
  totals->row_starts[n_kept] = n_rows;
  bytes = g_bytes_new_take (rows, n_rows * sizeof (gint64));
  totals->rows = marmot_column_new_from_bytes (MARMOT_COLUMN_INTEGER, bytes, NULL, n_rows, NULL);
}

static void
find_terms (const Count *self,
            EpisodeTerms *terms)
{
  guint months = self->options->period ? marmot_period_get_n_months (self->options->period) : 0;

  terms->months = months ? months : ((double) self->until - self->from) / (365.25 / 12);
  if (self->options->step == MARMOT_EPISODE_STEP_MONTH)
    terms->months = 1;
  else if (self->options->step == MARMOT_EPISODE_STEP_QUARTER)
    terms->months = 3;
  else if (self->options->step == MARMOT_EPISODE_STEP_YEAR)
    terms->months = 12;
  terms->limit = 7 * (self->options->weeks ? (double) self->options->weeks : self->info->limit);
  terms->population = self->options->population;
  terms->per = self->options->per;
  terms->confidence = self->options->confidence;
}

/* Of a day after the last that the set knows of nobody can say who was still there: what
 * looks open may have been closed since. */
static void
doubt_later_day (Count *self)
{
  EpisodeTally *tally = &self->tally;
  gint32 last;

  if (!self->info->of_a_day || !marmot_episode_set_get_coverage (self->set, NULL, &last) || self->from <= last)
    return;
  for (gsize row = 0; row < tally->n_rows; row++)
    if (tally->codes[row] == EPISODE_COUNTED_IN || tally->codes[row] == EPISODE_COUNTED_OUT)
      episode_mark_unknown (tally, row, TRUE);
}

static gboolean
count_rows (Count *self,
            GError **error)
{
  gsize n_episodes = marmot_episode_set_get_n_rows (self->set);
  gsize n_rows = n_episodes;

  if (self->info->of_needs)
    {
      const guint32 *starts = episode_set_peek_need_starts (self->set);
      gint32 *episode_of;

      n_rows = starts ? starts[n_episodes] : 0;
      episode_of = g_new (gint32, n_rows + 1);
      for (gsize episode = 0; starts && episode < n_episodes; episode++)
        for (guint32 need = starts[episode]; need < starts[episode + 1]; need++)
          episode_of[need] = (gint32) episode;
      self->episode_of = episode_of;
    }
  self->tally.n_rows = n_rows;
  self->tally.codes = g_malloc0 (n_rows + 1);
  self->tally.beyond = g_malloc0 (n_rows + 1);
  if (is_timed (self))
    {
      self->tally.days = g_new (gint32, n_rows + 1);
      self->tally.ended = g_malloc (n_rows + 1);
    }
  if (!self->info->count (self->info, self->set, self->options, self->from, self->until, &self->tally, error))
    return FALSE;
  doubt_later_day (self);
  find_groups (self);
  return count_units_once (self, error);
}

static MarmotEpisodeTotals *
measure_set (Count *self,
             MarmotEpisodeMeasure measure,
             GError **error)
{
  static const char *const none[] = { NULL };
  const char *const *reasons = self->info->reasons ? self->info->reasons : none;
  g_autofree char *conventions = NULL;
  g_autofree gsize *kept = NULL;
  g_autoptr (MarmotEpisodeTotals) result = NULL;
  MarmotTotals *totals;
  EpisodeTerms terms;
  gsize n_kept;

  if (!check_options (self, error) || !check_columns (self, error) || !find_days (self, error)
      || !group_rows (self, error) || !count_rows (self, error))
    return NULL;

  kept = list_kept (self, &n_kept);
  totals = make_totals (self, reasons, kept, n_kept, error);
  if (!totals)
    return NULL;
  conventions = episode_options_describe (self->options, self->from, self->until);
  find_terms (self, &terms);
  result = episode_totals_new_take (measure, conventions, &terms, (const char *const *) self->names->pdata, reasons, totals, NULL,
                     error);
  if (!result)
    return NULL;
  if (is_timed (self))
    {
      MarmotEventCounts *times = make_times (self, result, kept, n_kept, error);

      if (!times || !episode_totals_set_times (result, times, error))
        return NULL;
    }
  if (self->options->rows)
    keep_rows (self, result, kept, n_kept);
  return g_steal_pointer (&result);
}

MarmotEpisodeTotals *
marmot_episode_set_measure (MarmotEpisodeSet *self,
                            MarmotEpisodeMeasure measure,
                            MarmotEpisodeOptions *options,
                            GError **error)
{
  Count count = { .set = self, .options = episode_options_peek (options) };
  MarmotEpisodeTotals *result;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_EPISODE_OPTIONS (options), NULL);

  count.info = episode_measure_get_info (measure);
  g_return_val_if_fail (count.info != NULL, NULL);

  result = measure_set (&count, measure, error);
  count_clear (&count);
  return result;
}
