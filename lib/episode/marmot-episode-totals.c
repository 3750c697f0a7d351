/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "measure-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-estimate-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-serialize-private.h"
#include "core/marmot-table-private.h"

#define NAME "MarmotEpisodeTotals"
/* The measure, the conventions, their numbers (see EpisodeTerms), the names of the keys, the
 * reasons, the totals, and the times if there are any. */
#define BODY_TYPE G_VARIANT_TYPE ("(usadasasayay)")

/* The sums beside those of exclusions. */
static const char *const sum_names[] = { "numerator", "denominator", "unknown", "beyond" };
enum
{
  SUM_NUMERATOR,
  SUM_DENOMINATOR,
  SUM_UNKNOWN,
  SUM_BEYOND,
  N_SUMS
};

/* Steps and keys may be told apart by this in one text; it is in no cell that is read. */
#define SEPARATOR "\x1f"

/* What statistics are made with. */
typedef struct
{
  double months;            /* of each group */
  double limit;             /* days, for shares by a time */
  double population;        /* 0 for none */
  double per;
  double confidence;
} EpisodeTerms;

#define N_TERMS (sizeof (EpisodeTerms) / sizeof (double))

struct _MarmotEpisodeTotals
{
  GObject parent_instance;

  MarmotEpisodeMeasure measure;
  char *conventions;
  EpisodeTerms terms;
  char **keys;              /* names; not NULL */
  char **reasons;           /* not NULL */
  MarmotTotals *totals;     /* by the keys */
  MarmotTable *table;       /* of the totals */
  const double *sums[N_SUMS];
  const double **excluded;  /* a reason */
  gsize n_groups;
  MarmotEventCounts *times; /* nullable; by the label of the group */
  MarmotSurvival *curves;   /* of the times */
  GHashTable *curve_of;     /* label: number of the group among the times, plus 1 */
  MarmotColumn *rows;       /* nullable: those in the numerators, group by group */
  gsize *row_starts;
};

G_DEFINE_FINAL_TYPE (MarmotEpisodeTotals, marmot_episode_totals, G_TYPE_OBJECT)

static void
marmot_episode_totals_finalize (GObject *object)
{
  MarmotEpisodeTotals *self = MARMOT_EPISODE_TOTALS (object);

  g_free (self->conventions);
  g_strfreev (self->keys);
  g_strfreev (self->reasons);
  g_clear_object (&self->totals);
  g_clear_pointer (&self->table, marmot_table_unref);
  g_free (self->excluded);
  g_clear_object (&self->times);
  g_clear_object (&self->curves);
  g_clear_pointer (&self->curve_of, g_hash_table_unref);
  g_clear_pointer (&self->rows, marmot_column_unref);
  g_free (self->row_starts);

  G_OBJECT_CLASS (marmot_episode_totals_parent_class)->finalize (object);
}

static void
marmot_episode_totals_class_init (MarmotEpisodeTotalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_episode_totals_finalize;
}

static void
marmot_episode_totals_init (MarmotEpisodeTotals *self)
{
}

static const EpisodeMeasureInfo *
get_info (MarmotEpisodeTotals *self)
{
  return episode_measure_get_info (self->measure);
}

/* All keys of a group in one text. */
static char *
make_label (MarmotEpisodeTotals *self,
            gsize group)
{
  GString *label = g_string_new (NULL);

  for (char **key = self->keys; *key; key++)
    {
      g_autofree char *text = marmot_column_get_text (marmot_table_peek_column (self->table, *key), group);

      g_string_append_printf (label, "%s" SEPARATOR, text ? text : SEPARATOR);
    }
  return g_string_free (label, FALSE);
}

static MarmotIntervalOptions *
make_interval (MarmotEpisodeTotals *self)
{
  MarmotIntervalOptions *options = marmot_interval_options_new ();

  marmot_interval_options_set_confidence (options, self->terms.confidence);
  return options;
}

static gboolean
make_curves (MarmotEpisodeTotals *self,
             GError **error)
{
  g_autoptr (MarmotIntervalOptions) interval = make_interval (self);
  g_autoptr (MarmotSurvivalOptions) options = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "interval", interval, NULL);
  g_autoptr (MarmotTable) keys = NULL;
  MarmotColumn *labels;

  self->curves = marmot_survival_new_from_counts (self->times, options, error);
  if (!self->curves)
    return FALSE;

  keys = marmot_event_counts_get_keys (self->times);
  labels = keys ? marmot_table_peek_column (keys, "key") : NULL;
  self->curve_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize group = 0; labels && group < labels->length; group++)
    {
      char *label = marmot_column_get_text (labels, group);

      if (label)
        g_hash_table_insert (self->curve_of, label, GSIZE_TO_POINTER (group + 1));
    }
  return TRUE;
}

/* Takes totals and times; the rest is copied. */
static MarmotEpisodeTotals *
new_take (MarmotEpisodeMeasure measure,
          const char *conventions,
          const EpisodeTerms *terms,
          const char *const *keys,
          const char *const *reasons,
          MarmotTotals *totals,
          MarmotEventCounts *times,
          GError **error)
{
  g_autoptr (MarmotEpisodeTotals) self = g_object_new (MARMOT_TYPE_EPISODE_TOTALS, NULL);
  gsize n_reasons = g_strv_length ((char **) reasons);

  self->measure = measure;
  self->conventions = g_strdup (conventions);
  self->terms = *terms;
  self->keys = g_strdupv ((char **) keys);
  self->reasons = g_strdupv ((char **) reasons);
  self->totals = totals;
  self->times = times;
  self->table = marmot_totals_to_table (totals, error);
  if (!self->table || (times && !make_curves (self, error)))
    return NULL;

  self->n_groups = marmot_table_get_n_rows (self->table);
  self->excluded = g_new0 (const double *, n_reasons + 1);
  for (gsize i = 0; i < N_SUMS + n_reasons; i++)
    {
      g_autofree char *name = i < N_SUMS ? g_strdup (sum_names[i])
                                         : g_strdup_printf ("excluded_%" G_GSIZE_FORMAT, i - N_SUMS);
      MarmotColumn *column = marmot_table_peek_column (self->table, name);

      if (!column || column->type != MARMOT_COLUMN_DOUBLE || column->n_nulls > 0)
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The totals of a measure lack a sum");
          return NULL;
        }
      if (i < N_SUMS)
        self->sums[i] = marmot_column_peek_doubles (column);
      else
        self->excluded[i - N_SUMS] = marmot_column_peek_doubles (column);
    }
  for (char **key = self->keys; *key; key++)
    {
      MarmotColumn *column = marmot_table_peek_column (self->table, *key);

      if (!column || (column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_DICTIONARY))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The totals of a measure lack a key");
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/* --- counting ------------------------------------------------------------------------ */

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

static MarmotColumn *
take_doubles (double *values,
              gsize n_values)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_values * sizeof (double));

  return marmot_column_new_from_bytes (MARMOT_COLUMN_DOUBLE, bytes, NULL, n_values, NULL);
}

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
  gsize n_sums = N_SUMS + n_reasons;
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
      at[SUM_NUMERATOR] += code == EPISODE_COUNTED_IN;
      at[SUM_DENOMINATOR] += code == EPISODE_COUNTED_IN || code == EPISODE_COUNTED_OUT;
      at[SUM_UNKNOWN] += code == EPISODE_UNKNOWN;
      at[SUM_BEYOND] += code == EPISODE_UNKNOWN && self->tally.beyond[row];
      if (code >= EPISODE_EXCLUDED)
        at[N_SUMS + code - EPISODE_EXCLUDED] += 1;
    }

  for (guint i = 0; self->names->pdata[i]; i++)
    g_ptr_array_add (names, g_strdup (self->names->pdata[i]));
  add_keys (self, kept, n_kept, columns);
  for (gsize i = 0; i < n_sums; i++)
    {
      double *values = g_new (double, n_kept + 1);
      char *name = i < N_SUMS ? g_strdup (sum_names[i]) : g_strdup_printf ("excluded_%" G_GSIZE_FORMAT, i - N_SUMS);

      for (gsize j = 0; j < n_kept; j++)
        values[j] = sums[kept[j] * n_sums + i];
      g_ptr_array_add (names, name);
      g_ptr_array_add (sum_list, name);
      g_ptr_array_add (columns, take_doubles (values, n_kept));
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
      labels[j] = make_label (of, j);
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
  stop_column = take_doubles (stops, n_rows);
  status_column = take_doubles (statuses, n_rows);
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
  result = new_take (measure, conventions, &terms, (const char *const *) self->names->pdata, reasons, totals, NULL,
                     error);
  if (!result)
    return NULL;
  if (is_timed (self))
    {
      result->times = make_times (self, result, kept, n_kept, error);
      if (!result->times || !make_curves (result, error))
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

/* --- statistics ---------------------------------------------------------------------- */

static MarmotEstimate *
make_empty (MarmotEpisodeTotals *self,
            MarmotStatus status)
{
  MarmotLimits limits = { self->terms.confidence, NAN, NAN };

  return marmot_estimate_new_full (NAN, MARMOT_METHOD_DEFAULT, status, &limits, 1);
}

/* Of a group, or of all together where curve is a group among the times, plus 1. */
static MarmotEstimate *
make_estimate (MarmotEpisodeTotals *self,
               const double *sums,
               MarmotSurvival *curves,
               gsize curve)
{
  const EpisodeMeasureInfo *info = get_info (self);
  g_autoptr (MarmotIntervalOptions) options = make_interval (self);

  if (sums[SUM_BEYOND] > 0)
    return make_empty (self, MARMOT_STATUS_NOT_COVERED);

  switch (info->statistic)
    {
    case EPISODE_STATISTIC_SHARE:
      return marmot_proportion (sums[SUM_NUMERATOR], sums[SUM_DENOMINATOR], options, NULL);
    case EPISODE_STATISTIC_COUNT:
    case EPISODE_STATISTIC_NUMBER:
      if (self->terms.population > 0)
        {
          marmot_interval_options_set_multiplier (options, self->terms.per);
          return marmot_rate (sums[SUM_NUMERATOR], self->terms.population, options, NULL);
        }
      marmot_interval_options_set_multiplier (options, 1);
      return marmot_rate (sums[SUM_NUMERATOR], info->statistic == EPISODE_STATISTIC_COUNT ? self->terms.months : 1,
                          options, NULL);
    case EPISODE_STATISTIC_DONE_BY:
      return curve > 0 ? marmot_survival_get_value (curves, curve - 1, MARMOT_TIME_CURVE_ENDED, 0, self->terms.limit)
                       : make_empty (self, MARMOT_STATUS_EMPTY_GROUP);
    case EPISODE_STATISTIC_MEDIAN:
      return curve > 0 ? marmot_survival_get_median (curves, curve - 1) : make_empty (self, MARMOT_STATUS_EMPTY_GROUP);
    default:
      g_assert_not_reached ();
    }
}

/* What a count is out of: months, or the population. */
static double
get_denominator (MarmotEpisodeTotals *self,
                 const double *sums)
{
  switch (get_info (self)->statistic)
    {
    case EPISODE_STATISTIC_COUNT:
    case EPISODE_STATISTIC_NUMBER:
      if (self->terms.population > 0)
        return self->terms.population;
      return get_info (self)->statistic == EPISODE_STATISTIC_COUNT ? self->terms.months : 1;
    case EPISODE_STATISTIC_SHARE:
    case EPISODE_STATISTIC_DONE_BY:
    case EPISODE_STATISTIC_MEDIAN:
    default:
      return sums[SUM_DENOMINATOR];
    }
}

static gsize
find_curve (MarmotEpisodeTotals *self,
            gsize group)
{
  g_autofree char *label = NULL;

  if (!self->curve_of)
    return 0;
  label = make_label (self, group);
  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->curve_of, label));
}

static void
get_sums (MarmotEpisodeTotals *self,
          gsize group,
          double sums[N_SUMS])
{
  for (guint i = 0; i < N_SUMS; i++)
    sums[i] = self->sums[i][group];
}

static MarmotMeasure *
make_measure (MarmotEpisodeTotals *self,
              const double *sums,
              const gint64 *excluded,
              MarmotSurvival *curves,
              gsize curve,
              MarmotColumn *rows)
{
  g_autoptr (MarmotEstimate) estimate = make_estimate (self, sums, curves, curve);

  return marmot_measure_new (sums[SUM_NUMERATOR], get_denominator (self, sums), (gint64) sums[SUM_UNKNOWN],
                             (const char *const *) self->reasons, excluded, g_strv_length (self->reasons), estimate,
                             rows, NULL);
}

MarmotMeasure *
marmot_episode_totals_get_measure (MarmotEpisodeTotals *self,
                                   gsize group)
{
  g_autofree gint64 *excluded = NULL;
  g_autoptr (MarmotColumn) rows = NULL;
  double sums[N_SUMS];

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (group < self->n_groups, NULL);

  get_sums (self, group, sums);
  excluded = g_new0 (gint64, g_strv_length (self->reasons) + 1);
  for (guint i = 0; self->reasons[i]; i++)
    excluded[i] = (gint64) self->excluded[i][group];
  if (self->rows)
    rows = marmot_column_slice (self->rows, self->row_starts[group], self->row_starts[group + 1] - self->row_starts[group]);
  return make_measure (self, sums, excluded, self->curves, find_curve (self, group), rows);
}

/* The curves of all groups together: every time as often as the groups have it. */
static MarmotSurvival *
join_curves (MarmotEpisodeTotals *self)
{
  static const char *const names[] = { "stop", "status", "weight", NULL };
  g_autoptr (MarmotTable) table = marmot_survival_to_table (self->curves, MARMOT_TIME_CURVE_EVENT_FREE);
  g_autoptr (MarmotIntervalOptions) interval = make_interval (self);
  g_autoptr (MarmotSurvivalOptions) options = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "interval", interval, NULL);
  g_autoptr (MarmotTable) rows = NULL;
  g_autoptr (MarmotColumn) stop = NULL, status = NULL, weight = NULL;
  MarmotColumn *times = marmot_table_peek_column (table, "time");
  MarmotColumn *columns[3];
  gsize n_rows = marmot_table_get_n_rows (table);
  double *stops = g_new (double, 2 * n_rows + 1);
  double *statuses = g_new (double, 2 * n_rows + 1);
  double *weights = g_new (double, 2 * n_rows + 1);

  for (gsize row = 0; row < n_rows; row++)
    for (guint event = 0; event < 2; event++)
      {
        MarmotColumn *counts = marmot_table_peek_column (table, event ? "events" : "censored");

        stops[2 * row + event] = marmot_column_get_double (times, row);
        statuses[2 * row + event] = event;
        weights[2 * row + event] = marmot_column_get_double (counts, row);
      }
  columns[0] = stop = take_doubles (stops, 2 * n_rows);
  columns[1] = status = take_doubles (statuses, 2 * n_rows);
  columns[2] = weight = take_doubles (weights, 2 * n_rows);
  rows = marmot_table_new (names, columns, 3, NULL);
  return marmot_survival_new (rows, NULL, options, NULL);
}

MarmotMeasure *
marmot_episode_totals_get_sum (MarmotEpisodeTotals *self)
{
  g_autofree gint64 *excluded = NULL;
  g_autoptr (MarmotSurvival) curves = NULL;
  double sums[N_SUMS] = { 0 };

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);

  excluded = g_new0 (gint64, g_strv_length (self->reasons) + 1);
  for (gsize group = 0; group < self->n_groups; group++)
    {
      for (guint i = 0; i < N_SUMS; i++)
        sums[i] += self->sums[i][group];
      for (guint i = 0; self->reasons[i]; i++)
        excluded[i] += (gint64) self->excluded[i][group];
    }
  if (self->curves)
    curves = marmot_survival_get_n_groups (self->curves) == 1 ? g_object_ref (self->curves) : join_curves (self);
  return make_measure (self, sums, excluded, curves, curves != NULL, NULL);
}

/* --- what is there ------------------------------------------------------------------- */

MarmotEpisodeMeasure
marmot_episode_totals_get_measure_id (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), MARMOT_EPISODE_MEASURE_REQUESTS);

  return self->measure;
}

gsize
marmot_episode_totals_get_n_groups (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), 0);

  return self->n_groups;
}

MarmotTable *
marmot_episode_totals_get_keys (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);

  return self->keys[0] ? marmot_table_select (self->table, (const char *const *) self->keys, NULL) : NULL;
}

GPtrArray *
marmot_episode_totals_get_findings (MarmotEpisodeTotals *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  double n_beyond = 0;
  g_autofree char *message = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);

  for (gsize group = 0; group < self->n_groups; group++)
    n_beyond += self->sums[SUM_BEYOND][group];
  if (n_beyond > 0)
    {
      message = g_strdup_printf ("%.0f of those whom \"%s\" asks about are unknown, since the data do not reach as far "
                                 "back or forward as it looks",
                                 n_beyond, get_info (self)->label);
      g_ptr_array_add (findings,
                       marmot_finding_new ("episode/coverage", MARMOT_SEVERITY_WARNING, NULL, 0, NULL, NULL, message,
                                           "Supply the episodes of the time before or after, say which days the data "
                                           "cover, or choose a period that is covered"));
    }
  return g_steal_pointer (&findings);
}

MarmotTable *
marmot_episode_totals_to_table (MarmotEpisodeTotals *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree double *values = NULL;
  g_autofree const char **methods = NULL;
  g_autofree const char **statuses = NULL;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);

  n = self->n_groups;
  for (char **key = self->keys; *key; key++)
    {
      g_ptr_array_add (names, g_strdup (*key));
      g_ptr_array_add (columns, marmot_column_ref (marmot_table_peek_column (self->table, *key)));
    }

  values = g_new (double, 4 * n + 1);
  methods = g_new0 (const char *, n + 1);
  statuses = g_new0 (const char *, n + 1);
  for (gsize group = 0; group < n; group++)
    {
      g_autoptr (MarmotEstimate) estimate = NULL;
      double sums[N_SUMS];

      get_sums (self, group, sums);
      estimate = make_estimate (self, sums, self->curves, find_curve (self, group));
      values[group] = get_denominator (self, sums);
      values[n + group] = marmot_estimate_get_value (estimate);
      values[2 * n + group] = marmot_estimate_get_lower (estimate);
      values[3 * n + group] = marmot_estimate_get_upper (estimate);
      methods[group] = marmot_method_to_nick (marmot_estimate_get_method (estimate));
      statuses[group] = marmot_status_to_nick (marmot_estimate_get_status (estimate));
    }

  g_ptr_array_add (names, g_strdup ("numerator"));
  g_ptr_array_add (columns, marmot_table_get_column_by_name (self->table, "numerator"));
  g_ptr_array_add (names, g_strdup ("denominator"));
  g_ptr_array_add (columns, marmot_column_new_double (values, n));
  g_ptr_array_add (names, g_strdup ("unknown"));
  g_ptr_array_add (columns, marmot_table_get_column_by_name (self->table, "unknown"));
  for (guint i = 0; self->reasons[i]; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("excluded_%s", self->reasons[i]));
      g_strdelimit (names->pdata[names->len - 1], " ", '_');
      g_ptr_array_add (columns, marmot_column_new_double (self->excluded[i], n));
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const called[] = { "value", "lower", "upper" };
      g_autofree gboolean *nulls = g_new (gboolean, n + 1);
      g_autoptr (MarmotColumn) column = marmot_column_new_double (values + (i + 1) * n, n);

      for (gsize group = 0; group < n; group++)
        nulls[group] = isnan (values[(i + 1) * n + group]);
      g_ptr_array_add (names, g_strdup (called[i]));
      g_ptr_array_add (columns, marmot_column_with_nulls (column, nulls, n, NULL));
    }
  g_ptr_array_add (names, g_strdup ("method"));
  g_ptr_array_add (columns, marmot_column_new_text (methods));
  g_ptr_array_add (names, g_strdup ("status"));
  g_ptr_array_add (columns, marmot_column_new_text (statuses));
  g_ptr_array_add (names, NULL);
  /* Keys are columns of a set, and none of those is called as one of these. */
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

/* --- values that travel -------------------------------------------------------------- */

static gboolean
is_alike (MarmotEpisodeTotals *self,
          MarmotEpisodeTotals *other)
{
  return self->measure == other->measure && g_str_equal (self->conventions, other->conventions)
         && g_strv_equal ((const char *const *) self->keys, (const char *const *) other->keys)
         && g_strv_equal ((const char *const *) self->reasons, (const char *const *) other->reasons)
         && memcmp (&self->terms, &other->terms, sizeof self->terms) == 0;
}

MarmotEpisodeTotals *
marmot_episode_totals_add (MarmotEpisodeTotals *self,
                           MarmotEpisodeTotals *other,
                           GError **error)
{
  g_autoptr (MarmotEventCounts) times = NULL;
  MarmotTotals *totals;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (other), NULL);

  if (!is_alike (self, other))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The totals are not of the same measure with the same options: make them alike");
      return NULL;
    }
  if (self->times)
    {
      times = marmot_event_counts_add (self->times, other->times, error);
      if (!times)
        return NULL;
    }
  totals = marmot_totals_add (self->totals, other->totals, error);
  return totals ? new_take (self->measure, self->conventions, &self->terms, (const char *const *) self->keys,
                            (const char *const *) self->reasons, totals, g_steal_pointer (&times), error)
                : NULL;
}

gboolean
marmot_episode_totals_equal (MarmotEpisodeTotals *self,
                             MarmotEpisodeTotals *other)
{
  g_autoptr (GBytes) first = NULL, second = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (other), FALSE);

  if (self == other)
    return TRUE;
  if (!is_alike (self, other) || !marmot_totals_equal (self->totals, other->totals))
    return FALSE;
  if (!self->times || !other->times)
    return self->times == other->times;
  first = marmot_event_counts_serialize (self->times);
  second = marmot_event_counts_serialize (other->times);
  return g_bytes_equal (first, second);
}

guint
marmot_episode_totals_hash (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), 0);

  return g_str_hash (self->conventions) * 31 + marmot_totals_hash (self->totals) + (guint) self->measure;
}

char *
marmot_episode_totals_to_string (MarmotEpisodeTotals *self)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_EPISODE_MEASURE);
  g_autofree char *keys = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);

  keys = g_strjoinv (", ", self->keys);
  return g_strdup_printf ("%s in %" G_GSIZE_FORMAT " %s%s%s",
                          g_enum_get_value (known, (int) self->measure)->value_nick, self->n_groups,
                          self->n_groups == 1 ? "group" : "groups", keys[0] ? " by " : "", keys);
}

GBytes *
marmot_episode_totals_serialize (MarmotEpisodeTotals *self)
{
  g_autoptr (GBytes) totals = NULL, times = NULL;
  GVariant *terms, *totals_bytes, *times_bytes;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);

  totals = marmot_totals_serialize (self->totals);
  times = self->times ? marmot_event_counts_serialize (self->times) : g_bytes_new (NULL, 0);
  terms = g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, &self->terms, N_TERMS, sizeof (double));
  totals_bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, totals, TRUE);
  times_bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, times, TRUE);
  return marmot_serialize_body (NAME, 1,
                                g_variant_new ("(us@ad^as^as@ay@ay)", (guint32) self->measure, self->conventions, terms,
                                               self->keys, self->reasons, totals_bytes, times_bytes));
}

MarmotEpisodeTotals *
marmot_episode_totals_deserialize (GBytes *bytes,
                                   GError **error)
{
  g_autoptr (GVariant) body = NULL, terms_value = NULL, totals_value = NULL, times_value = NULL;
  g_autoptr (GBytes) totals_bytes = NULL, times_bytes = NULL;
  g_autofree char *conventions = NULL;
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) reasons = NULL;
  g_autoptr (MarmotEventCounts) times = NULL;
  MarmotTotals *totals;
  EpisodeTerms terms;
  const double *numbers;
  guint32 measure;
  gsize n_terms;
  gboolean is_timed;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;
  g_variant_get (body, "(us@ad^as^as@ay@ay)", &measure, &conventions, &terms_value, &keys, &reasons, &totals_value,
                 &times_value);
  numbers = g_variant_get_fixed_array (terms_value, &n_terms, sizeof (double));
  if (!marmot_enum_has (MARMOT_TYPE_EPISODE_MEASURE, measure) || n_terms != N_TERMS)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The bytes are no totals of a measure known here");
      return NULL;
    }
  memcpy (&terms, numbers, sizeof terms);
  is_timed = episode_measure_get_info (measure)->statistic == EPISODE_STATISTIC_DONE_BY
             || episode_measure_get_info (measure)->statistic == EPISODE_STATISTIC_MEDIAN;
  if (!(terms.confidence > 0 && terms.confidence < 1) || !(terms.months > 0) || !(terms.per > 0)
      || !(terms.population >= 0) || is_timed != (g_variant_get_size (times_value) > 0))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The bytes are damaged: ask for them again");
      return NULL;
    }

  if (is_timed)
    {
      times_bytes = g_variant_get_data_as_bytes (times_value);
      times = marmot_event_counts_deserialize (times_bytes, error);
      if (!times)
        return NULL;
    }
  totals_bytes = g_variant_get_data_as_bytes (totals_value);
  totals = marmot_totals_deserialize (totals_bytes, error);
  return totals ? new_take (measure, conventions, &terms, (const char *const *) keys, (const char *const *) reasons,
                            totals, g_steal_pointer (&times), error)
                : NULL;
}
