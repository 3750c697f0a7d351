/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole set against its benchmark. The rows are looked at in three steps: what
 * each is held against, by which spec, and then all rows of one spec and one method
 * at once, in columns.
 */
#include "compare-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "observation-set-benchmark-private.h"

#define COMPARED MARMOT_COMPARISON_REASON_COMPARED

typedef struct
{
  MarmotObservationSet *set;
  MarmotBenchmark *benchmark;
  gsize n_rows;
  MarmotGroups *groups;   /* of one indicator, sex, age and period */
  MarmotGroups *of_areas; /* likewise, and of one type of area; made when needed */
  guint8 *is_whole;
  ObsStates states;
  ObsSpecs specs;
  ObsBenchmarks benchmarks;
  guint8 *code;
  guint8 *reason;
  guint32 *plan;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->groups, marmot_groups_unref);
  g_clear_pointer (&self->of_areas, marmot_groups_unref);
  g_clear_pointer (&self->is_whole, g_free);
  obs_states_clear (&self->states);
  obs_specs_clear (&self->specs);
  obs_benchmarks_clear (&self->benchmarks);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->plan, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
work_init (Work *self,
           MarmotObservationSet *set,
           MarmotBenchmark *benchmark,
           MarmotComparisonSpec *spec,
           GListModel *list,
           GError **error)
{
  MarmotBenchmarkKind kind = marmot_benchmark_get_kind (benchmark);

  if ((kind == MARMOT_BENCHMARK_KIND_AREA && !marmot_benchmark_get_area (benchmark))
      || (kind == MARMOT_BENCHMARK_KIND_NEIGHBOURS && !marmot_benchmark_get_areas (benchmark))
      || (kind == MARMOT_BENCHMARK_KIND_AREAS && !marmot_benchmark_get_codes (benchmark)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The benchmark names no area: make it by one of its constructors");
      return FALSE;
    }
  if (!obs_peek (set, OBS_TIME_PERIOD) && !obs_need (set, OBS_SORTABLE, error))
    return FALSE;

  self->set = set;
  self->benchmark = benchmark;
  self->n_rows = marmot_observation_set_get_n_rows (set);
  if (!obs_states_init (&self->states, set, error) || !obs_specs_init (&self->specs, set, spec, list, error))
    return FALSE;
  self->is_whole = obs_find_whole (set);
  self->groups = obs_group (set, OBS_KEY_INDICATOR | OBS_KEY_PEOPLE | OBS_KEY_PERIOD | OBS_KEY_TIME_KIND, error);
  if (!self->groups
      || !obs_benchmarks_init (&self->benchmarks, set, benchmark, self->groups, self->is_whole, &self->states,
                               &self->specs, error))
    return FALSE;

  self->code = g_malloc0 (MAX (self->n_rows, 1));
  self->reason = g_malloc0 (MAX (self->n_rows, 1));
  self->plan = g_new (guint32, MAX (self->n_rows, 1));
  return TRUE;
}

/* Each spec has two plans: its method, or for the automatic one by the values; and,
 * for the automatic one, by the interval. After them comes that of no spec. */
static MarmotComparisonMethod
get_plan_method (const Work *self,
                 guint32 plan)
{
  MarmotComparisonMethod method
    = marmot_comparison_spec_get_method (g_ptr_array_index (self->specs.specs, plan / 2));

  if (method != MARMOT_COMPARISON_METHOD_AUTOMATIC)
    return method;
  return plan % 2 ? MARMOT_COMPARISON_METHOD_INTERVAL : MARMOT_COMPARISON_METHOD_VALUES;
}

static gboolean
has_interval (const Work *self,
              gsize row)
{
  const MarmotColumn *lower = obs_peek (self->set, OBS_LOWER_95);
  const MarmotColumn *upper = obs_peek (self->set, OBS_UPPER_95);

  return lower && upper && marmot_column_row_is_valid (lower, row) && marmot_column_row_is_valid (upper, row);
}

static gboolean
needs_benchmark (MarmotComparisonMethod method)
{
  return method != MARMOT_COMPARISON_METHOD_NONE && method != MARMOT_COMPARISON_METHOD_SUICIDE_PREVENTION_PLAN
         && marmot_comparison_method_get_n_groups (method) == 0;
}

/* Why a row is not even looked at, as far as can be said before. */
static MarmotComparisonReason
get_early_reason (const Work *self,
                  gsize row,
                  MarmotComparisonMethod method)
{
  const MarmotColumn *period = obs_peek (self->set, OBS_TIME_PERIOD);
  MarmotComparisonReason reason;

  if (!period)
    period = obs_peek (self->set, OBS_SORTABLE);

  if (self->benchmarks.is_benchmark[row])
    return MARMOT_COMPARISON_REASON_IS_BENCHMARK;
  reason = obs_states_get (&self->states, row);
  if (reason != COMPARED)
    return reason;
  if (!marmot_column_row_is_valid (period, row))
    return MARMOT_COMPARISON_REASON_NO_PERIOD;
  if (marmot_comparison_method_get_n_groups (method) > 0)
    return self->is_whole[row] ? COMPARED : MARMOT_COMPARISON_REASON_PART_OF_POPULATION;
  if (needs_benchmark (method))
    return (MarmotComparisonReason) self->benchmarks.reason[row];
  return COMPARED;
}

/* Gives each row its plan, and those that can be compared the number of the run that
 * does it, which is that of the plan; the others that of no run. */
static gint32 *
plan_rows (Work *self,
           guint32 n_plans)
{
  gint32 *run = g_new (gint32, MAX (self->n_rows, 1));

  for (gsize row = 0; row < self->n_rows; row++)
    {
      gint32 spec = self->specs.of_row[row];
      guint32 plan = n_plans - 1;
      MarmotComparisonReason reason;

      if (spec == OBS_NO_SPEC)
        {
          reason = get_early_reason (self, row, MARMOT_COMPARISON_METHOD_NONE);
          if (reason == COMPARED)
            reason = MARMOT_COMPARISON_REASON_NO_SPEC;
        }
      else
        {
          gboolean is_automatic
            = marmot_comparison_spec_get_method (g_ptr_array_index (self->specs.specs, (guint) spec))
              == MARMOT_COMPARISON_METHOD_AUTOMATIC;

          plan = 2 * (guint32) spec + (guint32) (is_automatic && has_interval (self, row));
          reason = get_early_reason (self, row, get_plan_method (self, plan));
        }
      self->plan[row] = plan;
      self->reason[row] = (guint8) reason;
      run[row] = reason == COMPARED ? (gint32) plan : (gint32) n_plans;
    }
  return run;
}

/* The values of a column at the benchmarks of some rows; null where there is none. */
static MarmotColumn *
take_benchmark (const Work *self,
                ObsColumn column,
                const gsize *rows,
                gsize n_rows)
{
  const MarmotColumn *values = obs_peek (self->set, column);
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);

  for (gsize i = 0; i < n_rows; i++)
    {
      gsize row = rows ? rows[i] : i;
      gsize at = self->benchmarks.row ? self->benchmarks.row[row] : OBS_NO_ROW;
      double scratch;

      if (column == OBS_VALUE && self->benchmarks.value && self->benchmarks.reason[row] == COMPARED)
        marmot_column_builder_append_double (builder, self->benchmarks.value[row]);
      else if (at != OBS_NO_ROW && values && marmot_column_row_is_valid (values, at))
        marmot_column_builder_append_double (builder, *marmot_column_block (values, at, 1, &scratch));
      else
        marmot_column_builder_append_null (builder);
    }
  return marmot_column_builder_finish (builder);
}

static const struct
{
  const char *name;
  ObsColumn column;
  gboolean of_benchmark;
} sources[] = {
  { "value", OBS_VALUE, FALSE },
  { "benchmark", OBS_VALUE, TRUE },
  { "lower", OBS_LOWER_95, FALSE },
  { "upper", OBS_UPPER_95, FALSE },
  { "lower_99_8", OBS_LOWER_99_8, FALSE },
  { "upper_99_8", OBS_UPPER_99_8, FALSE },
  { "benchmark_lower", OBS_LOWER_95, TRUE },
  { "benchmark_upper", OBS_UPPER_95, TRUE },
  { "denominator", OBS_DENOMINATOR, FALSE },
  { "denominator_2", OBS_DENOMINATOR_2, FALSE },
};

/* What a method needs of some rows, or of all of them. */
static MarmotTable *
take_figures (const Work *self,
              MarmotComparisonMethod method,
              const gsize *rows,
              gsize n_rows)
{
  const MarmotCompareNeed *need = marmot_compare_get_needs (method);
  const char *names[MARMOT_COMPARE_MAX_COLUMNS + 2] = { NULL };
  MarmotColumn *columns[MARMOT_COMPARE_MAX_COLUMNS + 1];
  gboolean is_all = n_rows == self->n_rows;
  MarmotTable *table;
  gsize n = 0;

  for (; need->name; need++)
    for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
      {
        MarmotColumn *column = obs_peek (self->set, sources[i].column);

        if (strcmp (sources[i].name, need->name) != 0)
          continue;
        names[n] = need->name;
        if (sources[i].of_benchmark)
          columns[n++] = take_benchmark (self, sources[i].column, is_all ? NULL : rows, n_rows);
        else if (!column)
          columns[n++] = obs_null_column (MARMOT_COLUMN_DOUBLE, n_rows);
        else
          columns[n++] = is_all ? marmot_column_ref (column) : marmot_column_take_known (column, rows, n_rows);
      }
  if (n == 0)
    {
      /* A method that needs nothing still has rows. */
      names[n] = "value";
      columns[n++] = obs_null_column (MARMOT_COLUMN_DOUBLE, n_rows);
    }
  table = marmot_table_new (names, columns, n, NULL);
  for (gsize i = 0; i < n; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static gboolean
run_plan (Work *self,
          guint32 plan,
          const gsize *rows,
          gsize n_rows,
          GError **error)
{
  MarmotComparisonSpec *spec = g_ptr_array_index (self->specs.specs, plan / 2);
  MarmotComparisonMethod method = get_plan_method (self, plan);
  g_autoptr (MarmotTable) figures = take_figures (self, method, rows, n_rows);
  g_autofree gint32 *codes = NULL;
  gsize n_sets = 1;
  MarmotCompareOutput output;

  if (marmot_comparison_method_get_n_groups (method) > 0)
    {
      ObsKeys keys = OBS_KEY_INDICATOR | OBS_KEY_PEOPLE | OBS_KEY_PERIOD | OBS_KEY_TIME_KIND | OBS_KEY_AREA_TYPE;

      if (marmot_benchmark_get_kind (self->benchmark) == MARMOT_BENCHMARK_KIND_PARENT)
        keys |= OBS_KEY_PARENT;
      if (!self->of_areas)
        self->of_areas = obs_group (self->set, keys, error);
      if (!self->of_areas)
        return FALSE;
      n_sets = marmot_groups_get_n_groups (self->of_areas);
      codes = g_new (gint32, MAX (n_rows, 1));
      for (gsize i = 0; i < n_rows; i++)
        codes[i] = marmot_groups_peek_codes (self->of_areas)[rows[i]];
    }

  if (!marmot_compare_by_spec (spec, method, figures, codes, n_sets, &output, error))
    return FALSE;
  for (gsize i = 0; i < n_rows; i++)
    {
      self->code[rows[i]] = output.code[i];
      self->reason[rows[i]] = output.reason[i];
    }
  marmot_compare_output_clear (&output);
  return TRUE;
}

static gboolean
run_all (Work *self,
         guint32 n_plans,
         GError **error)
{
  g_autofree gint32 *run = plan_rows (self, n_plans);
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;

  marmot_group_rows (run, self->n_rows, (gsize) n_plans + 1, &starts, &rows);
  for (guint32 plan = 0; plan + 1 < n_plans; plan++)
    if (starts[plan + 1] > starts[plan]
        && !run_plan (self, plan, rows + starts[plan], starts[plan + 1] - starts[plan], error))
      return FALSE;
  return TRUE;
}

/* Takes the output, with its words. */
static MarmotTable *
finish_output (Work *self,
               guint32 n_plans)
{
  MarmotCompareOutput output = { self->n_rows, g_steal_pointer (&self->code), g_steal_pointer (&self->reason) };
  g_autofree MarmotComparePlan *plans = g_new (MarmotComparePlan, n_plans);

  for (guint32 p = 0; p + 1 < n_plans; p++)
    marmot_compare_plan_init (&plans[p], g_ptr_array_index (self->specs.specs, p / 2), get_plan_method (self, p));
  for (guint i = 0; i < MARMOT_COMPARE_N_CODES; i++)
    plans[n_plans - 1].labels[i] = "Not compared";
  plans[n_plans - 1].method = MARMOT_METHOD_NONE;
  return marmot_compare_output_finish (&output, self->plan, plans, n_plans);
}

static MarmotColumn *
make_counts (const gint32 *counts,
             gsize n_rows)
{
  g_autofree gint64 *wide = g_new (gint64, MAX (n_rows, 1));

  for (gsize row = 0; row < n_rows; row++)
    wide[row] = counts[row];
  return marmot_column_new_integer (wide, n_rows);
}

static MarmotColumn *
make_booleans (const guint8 *values,
               gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);

  for (gsize row = 0; row < n_rows; row++)
    marmot_column_builder_append_boolean (builder, values[row]);
  return marmot_column_builder_finish (builder);
}

/* Both are taken. */
static void
add (GPtrArray *names,
     GPtrArray *columns,
     const char *name,
     MarmotColumn *column)
{
  g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_add (columns, column);
}

static void
add_table (GPtrArray *names,
           GPtrArray *columns,
           const MarmotTable *table)
{
  for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
    add (names, columns, marmot_table_get_column_name (table, i), marmot_table_get_column (table, i));
}

static MarmotTable *
make_result (Work *self,
             guint32 n_plans,
             GError **error)
{
  static const char *const averages[] = { "pooled", "mean-of-areas" };
  MarmotBenchmarkKind kind = marmot_benchmark_get_kind (self->benchmark);
  const char *kind_nick = kind == MARMOT_BENCHMARK_KIND_AREA     ? "area"
                          : kind == MARMOT_BENCHMARK_KIND_PARENT ? "parent"
                                                                 : averages[marmot_benchmark_get_average (self->benchmark)];
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) keys = obs_key_table (self->set);
  g_autoptr (MarmotTable) output = finish_output (self, n_plans);

  add_table (names, columns, keys);
  add (names, columns, "value", marmot_column_ref (obs_peek (self->set, OBS_VALUE)));
  add_table (names, columns, output);
  add (names, columns, "benchmark_kind", obs_constant_column (kind_nick, self->n_rows));
  if (kind == MARMOT_BENCHMARK_KIND_AREA)
    add (names, columns, "benchmark_area",
         obs_constant_column (marmot_benchmark_get_area (self->benchmark), self->n_rows));
  else if (kind == MARMOT_BENCHMARK_KIND_PARENT)
    add (names, columns, "benchmark_area", marmot_column_ref (obs_peek (self->set, OBS_PARENT_CODE)));
  add (names, columns, "benchmark", take_benchmark (self, OBS_VALUE, NULL, self->n_rows));
  if (self->benchmarks.value)
    {
      add (names, columns, "areas_in", make_counts (self->benchmarks.areas_in, self->n_rows));
      add (names, columns, "areas_left_out", make_counts (self->benchmarks.areas_left_out, self->n_rows));
      add (names, columns, "areas_suppressed", make_counts (self->benchmarks.areas_suppressed, self->n_rows));
      add (names, columns, "includes_area", make_booleans (self->benchmarks.includes_area, self->n_rows));
    }

  g_ptr_array_add (names, NULL);
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, error);
}

MarmotTable *
marmot_observation_set_compare (MarmotObservationSet *self,
                                MarmotBenchmark *benchmark,
                                MarmotComparisonSpec *spec,
                                GListModel *specs,
                                GError **error)
{
  g_auto (Work) work = { 0 };
  guint32 n_plans;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);
  g_return_val_if_fail (MARMOT_IS_BENCHMARK (benchmark), NULL);
  g_return_val_if_fail (spec == NULL || MARMOT_IS_COMPARISON_SPEC (spec), NULL);
  g_return_val_if_fail (specs == NULL || G_IS_LIST_MODEL (specs), NULL);

  if (!work_init (&work, self, benchmark, spec, specs, error))
    return NULL;
  n_plans = 2 * work.specs.specs->len + 1;
  if (!run_all (&work, n_plans, error))
    return NULL;
  return make_result (&work, n_plans, error);
}
