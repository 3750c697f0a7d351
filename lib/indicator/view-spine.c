/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The numbers of spine charts; the geometry is in numeric/spine.h.
 */
#include "view-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-ranks-private.h"
#include "core/marmot-sort-private.h"
#include "numeric/percentile.h"
#include "numeric/spine.h"
#include "observation-set-benchmark-private.h"

typedef struct
{
  MarmotObservationSet *set;
  gsize n_rows;
  const MarmotColumn *sortable;
  gint32 *areas;
  GHashTable *numbers;
  gint32 *types;      /* the number of each row's type of area; NULL: the set has none */
  gsize n_types;
  guint8 *is_whole;
  ObsStates states;
  ObsSpecs specs;
  MarmotGroups *comparable; /* one indicator, sex, age and period */
  gsize *starts;
  gsize *rows;
  ObsBenchmarks benchmarks;
} Work;

static void
work_clear (Work *self)
{
  g_free (self->areas);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self->types);
  g_free (self->is_whole);
  obs_states_clear (&self->states);
  obs_specs_clear (&self->specs);
  g_clear_pointer (&self->comparable, marmot_groups_unref);
  g_free (self->starts);
  g_free (self->rows);
  obs_benchmarks_clear (&self->benchmarks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
work_init (Work *self,
           MarmotObservationSet *set,
           const char *benchmark_code,
           GListModel *specs,
           GError **error)
{
  g_autoptr (MarmotBenchmark) benchmark = marmot_benchmark_new_area (benchmark_code);

  self->set = set;
  self->n_rows = marmot_observation_set_get_n_rows (set);
  self->sortable = obs_need (set, OBS_SORTABLE, error);
  if (!self->sortable || !obs_states_init (&self->states, set, error)
      || !obs_specs_init (&self->specs, set, NULL, specs, error))
    return FALSE;
  self->areas = obs_number_areas (set, &self->numbers, error);
  if (!self->areas)
    return FALSE;
  self->n_types = 1;
  if (obs_peek (set, OBS_AREA_TYPE)
      && !(self->types = marmot_rank_column (obs_peek (set, OBS_AREA_TYPE), &self->n_types, error)))
    return FALSE;
  self->is_whole = obs_find_whole (set);
  self->comparable
    = obs_group (set, OBS_KEY_INDICATOR | OBS_KEY_PEOPLE | OBS_KEY_PERIOD | OBS_KEY_TIME_KIND, error);
  if (!self->comparable)
    return FALSE;
  marmot_group_rows (marmot_groups_peek_codes (self->comparable), self->n_rows,
                     marmot_groups_get_n_groups (self->comparable), &self->starts, &self->rows);
  return obs_benchmarks_init (&self->benchmarks, set, benchmark, self->comparable, self->is_whole, &self->states,
                              &self->specs, error);
}

static gint32
get_type_number (const Work *self,
                 gsize row)
{
  return self->types ? self->types[row] : 0;
}

/* How many areas of each type there are in the set, the benchmark aside. */
static gint64 *
count_areas (const Work *self,
             gint32 benchmark)
{
  gint64 *counts = g_new0 (gint64, self->n_types + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 key;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (self->areas[row] < 0 || self->areas[row] == benchmark)
        continue;
      key = ((gint64) get_type_number (self, row) << 32) | self->areas[row];
      if (!g_hash_table_contains (seen, &key))
        {
          g_hash_table_add (seen, g_memdup2 (&key, sizeof key));
          counts[get_type_number (self, row)]++;
        }
    }
  return counts;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  gsize x = *(const gsize *) a;
  gsize y = *(const gsize *) b;

  return (x > y) - (x < y);
}

/* The latest row of the area for each indicator, sex and age, as they stand in the
 * set. */
static GArray *
find_rows (const Work *self,
           gint32 area,
           GError **error)
{
  g_autoptr (MarmotGroups) series = obs_group (self->set, OBS_KEY_INDICATOR | OBS_KEY_PEOPLE | OBS_KEY_TIME_KIND, error);
  GArray *rows;
  g_autofree gsize *last = NULL;
  gsize n_series;

  if (!series)
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  n_series = marmot_groups_get_n_groups (series);
  last = g_new (gsize, MAX (n_series, 1));
  for (gsize i = 0; i < n_series; i++)
    last[i] = MARMOT_VIEW_NONE;
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize *found = &last[marmot_groups_peek_codes (series)[row]];

      if (self->areas[row] != area || area < 0 || !self->is_whole[row]
          || !marmot_column_row_is_valid (self->sortable, row))
        continue;
      if (*found == MARMOT_VIEW_NONE
          || marmot_column_get_integer (self->sortable, row) > marmot_column_get_integer (self->sortable, *found))
        *found = row;
    }
  for (gsize i = 0; i < n_series; i++)
    if (last[i] != MARMOT_VIEW_NONE)
      g_array_append_val (rows, last[i]);
  g_array_sort (rows, compare_rows);
  return rows;
}

/* The values of the areas of the row's type, for the same indicator, sex, age and
 * period, in order. */
static void
find_values (const Work *self,
             gsize row,
             gint32 benchmark,
             GArray *values)
{
  gsize group = (gsize) marmot_groups_peek_codes (self->comparable)[row];

  g_array_set_size (values, 0);
  for (gsize i = self->starts[group]; i < self->starts[group + 1]; i++)
    {
      gsize other = self->rows[i];
      double scratch, value;

      if (!self->is_whole[other] || self->areas[other] < 0 || self->areas[other] == benchmark
          || get_type_number (self, other) != get_type_number (self, row)
          || !marmot_column_row_is_valid (self->states.value, other))
        continue;
      value = *marmot_column_block (self->states.value, other, 1, &scratch);
      if (isfinite (value))
        g_array_append_val (values, value);
    }
  if (values->len > 1)
    marmot_sort_doubles ((double *) (gpointer) values->data, values->len);
}

/* The columns that are numbers, in order. */
enum
{
  VALUE,
  BENCHMARK,
  MIN_VALUE,
  P25,
  P75,
  MAX_VALUE,
  WORST,
  BEST,
  SCALE,
  AT_VALUE,
  AT_MIN,
  AT_P25,
  AT_P75,
  AT_MAX,
  N_NUMBERS
};

static const char *const number_names[N_NUMBERS] = {
  "value", "benchmark", "min",      "p25",    "p75",    "max",    "worst",
  "best",  "scale",     "at_value", "at_min", "at_p25", "at_p75", "at_max",
};

typedef struct
{
  MarmotColumnBuilder *numbers[N_NUMBERS];
  MarmotColumnBuilder *polarity;
  MarmotColumnBuilder *reversed;
  MarmotColumnBuilder *areas;
  MarmotColumnBuilder *with_values;
  MarmotColumnBuilder *shown;
  MarmotColumnBuilder *reason;
} Output;

static void
output_init (Output *self)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    self->numbers[i] = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);
  self->polarity = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  self->reversed = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  self->areas = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  self->with_values = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  self->shown = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  self->reason = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
}

static void
append_nick (MarmotColumnBuilder *builder,
             GType type,
             int value)
{
  GEnumClass *members = g_type_class_ref (type);
  const char *nick = g_enum_get_value (members, value)->value_nick;

  marmot_column_builder_append_text (builder, nick, strlen (nick));
  g_type_class_unref (members);
}

static MarmotSpineReason
get_reason (MarmotComparisonReason of_benchmark,
            gboolean has_benchmark,
            gsize n_values,
            gint64 n_areas,
            gboolean always_show)
{
  if (of_benchmark == MARMOT_COMPARISON_REASON_BENCHMARK_TWICE)
    return MARMOT_SPINE_REASON_BENCHMARK_TWICE;
  if (!has_benchmark)
    return MARMOT_SPINE_REASON_NO_BENCHMARK;
  if (n_values == 0)
    return MARMOT_SPINE_REASON_NO_VALUES;
  if (!always_show && (double) n_values < MARMOT_SPINE_MIN_SHARE * (double) n_areas)
    return MARMOT_SPINE_REASON_TOO_FEW_AREAS;
  return MARMOT_SPINE_REASON_SHOWN;
}

static gboolean
read_value (const Work *self,
            gsize row,
            double *value)
{
  double scratch;

  if (row == OBS_NO_ROW || !marmot_column_row_is_valid (self->states.value, row))
    return FALSE;
  *value = *marmot_column_block (self->states.value, row, 1, &scratch);
  return isfinite (*value);
}

static void
append_row (Output *output,
            const Work *work,
            gsize row,
            const GArray *values,
            gint64 n_areas,
            gboolean always_show)
{
  const double *sorted = (const double *) (const void *) values->data;
  gsize n = values->len;
  MarmotComparisonSpec *spec = obs_specs_get (&work->specs, row);
  MarmotPolarity polarity = spec ? marmot_comparison_spec_get_polarity (spec) : MARMOT_POLARITY_UNSTATED;
  gboolean reversed = polarity == MARMOT_POLARITY_LOW_IS_GOOD;
  gboolean is_judged = reversed || polarity == MARMOT_POLARITY_HIGH_IS_GOOD;
  double numbers[N_NUMBERS] = { 0 };
  gboolean is_there[N_NUMBERS] = { FALSE };
  MarmotSpineReason reason;

  is_there[VALUE] = read_value (work, row, &numbers[VALUE]);
  is_there[BENCHMARK] = read_value (work, work->benchmarks.row[row], &numbers[BENCHMARK]);
  if (n > 0)
    {
      numbers[MIN_VALUE] = sorted[0];
      numbers[P25] = mn_percentile (sorted, n, 0.25);
      numbers[P75] = mn_percentile (sorted, n, 0.75);
      numbers[MAX_VALUE] = sorted[n - 1];
      numbers[WORST] = reversed ? sorted[n - 1] : sorted[0];
      numbers[BEST] = reversed ? sorted[0] : sorted[n - 1];
      for (guint i = MIN_VALUE; i <= MAX_VALUE; i++)
        is_there[i] = TRUE;
      is_there[WORST] = is_there[BEST] = is_judged;
    }

  reason = get_reason ((MarmotComparisonReason) work->benchmarks.reason[row], is_there[BENCHMARK], n, n_areas,
                       always_show);
  if (is_there[BENCHMARK] && n > 0)
    {
      static const guint of[] = { VALUE, MIN_VALUE, P25, P75, MAX_VALUE };

      numbers[SCALE] = mn_spine_scale (numbers[BENCHMARK], sorted[0], sorted[n - 1]);
      is_there[SCALE] = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (of); i++)
        {
          is_there[AT_VALUE + i] = is_there[of[i]];
          numbers[AT_VALUE + i] = mn_spine_position (numbers[of[i]], numbers[BENCHMARK], numbers[SCALE], reversed);
        }
    }

  for (guint i = 0; i < N_NUMBERS; i++)
    if (is_there[i])
      marmot_column_builder_append_double (output->numbers[i], numbers[i]);
    else
      marmot_column_builder_append_null (output->numbers[i]);
  append_nick (output->polarity, MARMOT_TYPE_POLARITY, (int) polarity);
  marmot_column_builder_append_boolean (output->reversed, reversed);
  marmot_column_builder_append_integer (output->areas, n_areas);
  marmot_column_builder_append_integer (output->with_values, (gint64) n);
  marmot_column_builder_append_boolean (output->shown, reason == MARMOT_SPINE_REASON_SHOWN);
  append_nick (output->reason, MARMOT_TYPE_SPINE_REASON, (int) reason);
}

static void
add (GPtrArray *names,
     GPtrArray *columns,
     const char *name,
     MarmotColumnBuilder *builder)
{
  g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_add (columns, marmot_column_builder_finish (builder));
}

static MarmotTable *
output_finish (Output *self,
               const Work *work,
               const GArray *rows,
               GError **error)
{
  g_autoptr (MarmotTable) keys = obs_key_table (work->set);
  g_autoptr (MarmotTable) taken = marmot_view_take_rows (keys, rows, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; taken && i < marmot_table_get_n_columns (taken); i++)
    {
      g_ptr_array_add (names, (gpointer) marmot_table_get_column_name (taken, i));
      g_ptr_array_add (columns, marmot_table_get_column (taken, i));
    }
  for (guint i = 0; i < N_NUMBERS; i++)
    add (names, columns, number_names[i], self->numbers[i]);
  add (names, columns, "polarity", self->polarity);
  add (names, columns, "reversed", self->reversed);
  add (names, columns, "areas", self->areas);
  add (names, columns, "areas_with_values", self->with_values);
  add (names, columns, "shown", self->shown);
  add (names, columns, "reason", self->reason);
  g_ptr_array_add (names, NULL);
  return taken ? marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len,
                                   error)
               : NULL;
}

MarmotTable *
marmot_view_spine (MarmotObservationSet *set,
                   const char *area_code,
                   const char *benchmark_code,
                   GListModel *specs,
                   gboolean always_show,
                   GError **error)
{
  g_auto (Work) work = { 0 };
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree gint64 *n_areas = NULL;
  gint32 benchmark;
  Output output;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);
  g_return_val_if_fail (area_code != NULL, NULL);
  g_return_val_if_fail (benchmark_code != NULL, NULL);
  g_return_val_if_fail (specs == NULL || G_IS_LIST_MODEL (specs), NULL);

  if (!work_init (&work, set, benchmark_code, specs, error))
    return NULL;
  rows = find_rows (&work, obs_area_number (work.numbers, area_code), error);
  if (!rows)
    return NULL;

  benchmark = obs_area_number (work.numbers, benchmark_code);
  n_areas = count_areas (&work, benchmark);
  output_init (&output);
  for (guint i = 0; i < rows->len; i++)
    {
      gsize row = g_array_index (rows, gsize, i);

      find_values (&work, row, benchmark, values);
      append_row (&output, &work, row, values, n_areas[get_type_number (&work, row)], always_show);
    }
  return output_finish (&output, &work, rows, error);
}
