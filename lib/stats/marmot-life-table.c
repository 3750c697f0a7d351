/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "life-private.h"
#include "numeric/standardise.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* Healthy life beside the arrays of the tables; all NULL without shares. */
typedef struct
{
  double *expectancy;
  double *mortality; /* variances */
  double *share;
} Healthy;

static void
healthy_clear (Healthy *self)
{
  g_clear_pointer (&self->expectancy, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Healthy, healthy_clear)

static void
healthy_compute (Healthy *self,
                 const MarmotLives *lives,
                 const MarmotLifePlan *plan)
{
  gsize n = lives->n_rows;

  if (!lives->share)
    return;
  self->expectancy = g_new (double, 3 * n + 1);
  self->mortality = self->expectancy + n;
  self->share = self->mortality + n;
  for (gsize i = 0; i < 3 * n; i++)
    self->expectancy[i] = (double) NAN;
  for (gsize g = 0; g < lives->n_groups; g++)
    if (lives->status[g] == MN_OK)
      {
        mn_life life = marmot_lives_get (lives, plan, g);
        gsize from = lives->starts[g];

        mn_life_healthy (&life, lives->share + from, lives->share_variance + from, self->expectancy + from,
                         self->mortality + from, self->share + from);
      }
}

static void
put_estimate (const MarmotLifePlan *plan,
              MarmotEstimatesBuffers *out,
              gsize at,
              guint8 status,
              double value,
              double se)
{
  gboolean ok = status == MN_OK;

  out->status[at] = status;
  out->value[at] = ok ? value : (double) NAN;
  for (guint i = 0; i < plan->interval.n_levels; i++)
    {
      out->lower[i][at] = ok ? value - plan->interval.z[i] * se : (double) NAN;
      out->upper[i][at] = ok ? value + plan->interval.z[i] * se : (double) NAN;
    }
}

static MarmotEstimates *
begin (const MarmotLifePlan *plan,
       gsize n,
       MarmotMethod method,
       MarmotEstimatesBuffers *out)
{
  return marmot_estimates_begin (n, plan->interval.levels, plan->interval.n_levels, method, out);
}

/* What is expected at an age: life, and healthy life where there are shares. */
typedef struct
{
  double value[2];
  double se[2];
} Expected;

static Expected
expect_at_band (const MarmotLives *lives,
                const Healthy *healthy,
                gsize at)
{
  Expected expected = { { lives->e[at], (double) NAN }, { lives->se[at], (double) NAN } };

  if (healthy->expectancy)
    {
      expected.value[1] = healthy->expectancy[at];
      expected.se[1] = sqrt (healthy->mortality[at] + healthy->share[at]);
    }
  return expected;
}

/* The last band of a group that starts at or before the age; G_MAXSIZE if there is
 * none. */
static gsize
find_band (const MarmotLives *lives,
           gsize group,
           double age)
{
  gsize low = lives->starts[group], high = lives->starts[group + 1];

  if (low == high || !(age >= lives->age[low]) || !isfinite (age))
    return G_MAXSIZE;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (lives->age[middle] <= age)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* At an age of a group that is in band at. */
static Expected
expect_at_age (const MarmotLives *lives,
               const MarmotLifePlan *plan,
               const Healthy *healthy,
               gsize group,
               gsize at,
               double age)
{
  mn_life life = marmot_lives_get (lives, plan, group);
  gsize band = at - lives->starts[group];
  gboolean is_last = band + 1 == life.n;
  Expected expected = { { (double) NAN, (double) NAN }, { (double) NAN, (double) NAN } };
  mn_life_rest rest;
  double variance;

  /* The table itself, to the last digit. */
  if (is_last || age == lives->age[at])
    return expect_at_band (lives, healthy, at);
  if (!(lives->l[at] > 0))
    return expected;

  rest = mn_life_from_age (&life, band, age);
  mn_life_at_age (&life, band, &rest, 1, rest.survive > 0 ? lives->e[at + 1] : 0,
                  rest.survive > 0 ? lives->se[at + 1] * lives->se[at + 1] : 0, &expected.value[0], &variance);
  expected.se[0] = sqrt (variance);
  if (healthy->expectancy)
    {
      gboolean goes_on = rest.survive > 0;

      mn_life_at_age (&life, band, &rest, lives->share[at], goes_on ? healthy->expectancy[at + 1] : 0,
                      goes_on ? healthy->mortality[at + 1] + healthy->share[at + 1] : 0, &expected.value[1], &variance);
      expected.se[1] = sqrt (variance + rest.years * rest.years * lives->share_variance[at]);
    }
  return expected;
}

/* What is expected in each of n rows, whose groups have these statuses. */
static void
add_expectancies (MarmotResult *result,
                  const MarmotLifePlan *plan,
                  gboolean healthy,
                  const Expected *expected,
                  const guint8 *status,
                  gsize n)
{
  static const char *const names[][2] = { { NULL, "se" }, { "healthy", "healthy_se" } };
  static const MarmotMethod methods[] = { MARMOT_METHOD_CHIANG_SILCOCKS, MARMOT_METHOD_SULLIVAN };
  g_autofree double *se = g_new (double, n + 1);

  for (int which = 0; which <= (healthy ? 1 : 0); which++)
    {
      MarmotEstimatesBuffers out;
      MarmotEstimates *estimates = begin (plan, n, methods[which], &out);

      for (gsize i = 0; i < n; i++)
        {
          gboolean good = status[i] == MN_OK;
          double value = good ? expected[i].value[which] : (double) NAN;

          se[i] = good ? expected[i].se[which] : (double) NAN;
          put_estimate (plan, &out, i, marmot_life_status (plan, status[i], value, se[i]), value, se[i]);
        }
      marmot_estimates_finish (estimates);
      marmot_result_add_estimates (result, names[which][0], estimates);
      marmot_result_add_doubles (result, names[which][1], se, n);
    }
}

/* The columns that say which group each row is of. */
static void
add_keys (MarmotResult *result,
          MarmotGroups *groups,
          const MarmotLives *lives)
{
  g_autofree gsize *group_of = g_new (gsize, lives->n_rows + 1);

  if (!groups)
    return;
  for (gsize g = 0; g < lives->n_groups; g++)
    for (gsize i = lives->starts[g]; i < lives->starts[g + 1]; i++)
      group_of[i] = g;
  marmot_result_add_keys (result, groups, group_of, lives->n_rows);
}

/* A key of a group may be called as a column of the result is. */
static gboolean
check_keys (MarmotGroups *groups,
            GError **error)
{
  static const char *const taken[] = { "age", "deaths", "population", "rate", "q", "alive", "years_lived",
                                       "years_beyond", "value", "status", "se", "lower", "upper" };
  g_autoptr (MarmotTable) keys = groups ? marmot_groups_get_keys (groups) : NULL;

  for (gsize k = 0; keys && k < marmot_table_get_n_columns (keys); k++)
    {
      const char *name = marmot_table_get_column_name (keys, k);
      gboolean clash = g_str_has_prefix (name, "healthy") || g_str_has_prefix (name, "lower_")
                       || g_str_has_prefix (name, "upper_");

      for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
        clash = clash || g_str_equal (name, taken[i]);
      if (clash)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "A key is named \"%s\", as a column of the result is: rename it", name);
          return FALSE;
        }
    }
  return TRUE;
}

static MarmotTable *
make_tables (const MarmotLives *lives,
             const MarmotLifePlan *plan,
             const Healthy *healthy,
             MarmotGroups *groups)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree Expected *expected = g_new (Expected, lives->n_rows + 1);
  g_autofree guint8 *status = g_new (guint8, lives->n_rows + 1);
  gsize n = lives->n_rows;

  for (gsize g = 0; g < lives->n_groups; g++)
    for (gsize i = lives->starts[g]; i < lives->starts[g + 1]; i++)
      {
        expected[i] = expect_at_band (lives, healthy, i);
        status[i] = lives->status[g];
      }

  marmot_result_init (&result);
  add_keys (&result, groups, lives);
  marmot_result_add_doubles (&result, "age", lives->age, n);
  marmot_result_add_doubles (&result, "deaths", lives->deaths, n);
  marmot_result_add_doubles (&result, "population", lives->population, n);
  marmot_result_add_doubles (&result, "rate", lives->m, n);
  marmot_result_add_doubles (&result, "q", lives->q, n);
  marmot_result_add_doubles (&result, "alive", lives->l, n);
  marmot_result_add_doubles (&result, "years_lived", lives->L, n);
  marmot_result_add_doubles (&result, "years_beyond", lives->T, n);
  add_expectancies (&result, plan, healthy->expectancy != NULL, expected, status, n);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_life_tables (MarmotTable *figures,
                    MarmotGroups *groups,
                    MarmotLifeTableOptions *options,
                    GError **error)
{
  MarmotLifePlan plan;
  g_auto (MarmotLives) lives = { 0 };
  g_auto (Healthy) healthy = { NULL, NULL, NULL };
  g_autofree gint32 *owned = NULL;
  const gint32 *codes;
  gsize n_groups;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_LIFE_TABLE_OPTIONS (options), NULL);

  if (!marmot_life_plan_init (&plan, options, MARMOT_METHOD_CHIANG_SILCOCKS, error) || !check_keys (groups, error)
      || !marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error)
      || !marmot_lives_read (&lives, &plan, figures, codes, n_groups, FALSE, error))
    return NULL;
  marmot_lives_compute (&lives, &plan);
  healthy_compute (&healthy, &lives, &plan);
  return make_tables (&lives, &plan, &healthy, groups);
}

MarmotTable *
marmot_life_expectancies (MarmotTable *figures,
                          MarmotGroups *groups,
                          double age,
                          MarmotLifeTableOptions *options,
                          GError **error)
{
  MarmotLifePlan plan;
  g_auto (MarmotLives) lives = { 0 };
  g_auto (Healthy) healthy = { NULL, NULL, NULL };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gint32 *owned = NULL;
  g_autofree Expected *expected = NULL;
  g_autofree guint8 *status = NULL;
  g_autofree double *deaths = NULL;
  g_autofree double *population = NULL;
  const gint32 *codes;
  gsize n_groups;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_LIFE_TABLE_OPTIONS (options), NULL);

  if (!marmot_life_plan_init (&plan, options, MARMOT_METHOD_CHIANG_SILCOCKS, error)
      || !marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error)
      || !marmot_lives_read (&lives, &plan, figures, codes, n_groups, FALSE, error))
    return NULL;
  marmot_lives_compute (&lives, &plan);
  healthy_compute (&healthy, &lives, &plan);

  expected = g_new0 (Expected, n_groups + 1);
  status = g_memdup2 (lives.status, n_groups + 1);
  deaths = g_new (double, n_groups + 1);
  population = g_new (double, n_groups + 1);
  for (gsize g = 0; g < n_groups; g++)
    {
      mn_total of_deaths = { 0, 0 }, of_population = { 0, 0 };
      gsize i = find_band (&lives, g, age);

      deaths[g] = population[g] = (double) NAN;
      if (status[g] == MN_OK && i == G_MAXSIZE)
        status[g] = MN_UNKNOWN_BAND;
      if (status[g] != MN_OK)
        continue;
      expected[g] = expect_at_age (&lives, &plan, &healthy, g, i, age);
      for (; i < lives.starts[g + 1]; i++)
        {
          mn_total_add (&of_deaths, lives.deaths[i]);
          mn_total_add (&of_population, lives.population[i]);
        }
      deaths[g] = mn_total_get (&of_deaths);
      population[g] = mn_total_get (&of_population);
    }

  marmot_result_init (&result);
  add_expectancies (&result, &plan, healthy.expectancy != NULL, expected, status, n_groups);
  marmot_result_add_doubles (&result, "deaths", deaths, n_groups);
  marmot_result_add_doubles (&result, "population", population, n_groups);
  return marmot_result_end (&result);
}

/* --- one population ---------------------------------------------------------------- */

struct _MarmotLifeTable
{
  GObject parent_instance;

  MarmotLifePlan plan;
  MarmotLives lives;
  Healthy healthy;
  MarmotTable *table;
};

G_DEFINE_FINAL_TYPE (MarmotLifeTable, marmot_life_table, G_TYPE_OBJECT)

static void
marmot_life_table_finalize (GObject *object)
{
  MarmotLifeTable *self = MARMOT_LIFE_TABLE (object);

  marmot_lives_clear (&self->lives);
  healthy_clear (&self->healthy);
  g_clear_pointer (&self->table, marmot_table_unref);
  G_OBJECT_CLASS (marmot_life_table_parent_class)->finalize (object);
}

static void
marmot_life_table_class_init (MarmotLifeTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_life_table_finalize;
}

static void
marmot_life_table_init (MarmotLifeTable *self)
{
}

MarmotLifeTable *
marmot_life_table_new (MarmotTable *figures,
                       MarmotLifeTableOptions *options,
                       GError **error)
{
  g_autoptr (MarmotLifeTable) self = NULL;
  g_autofree gint32 *codes = NULL;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_LIFE_TABLE_OPTIONS (options), NULL);

  self = g_object_new (MARMOT_TYPE_LIFE_TABLE, NULL);
  codes = g_new0 (gint32, marmot_table_get_n_rows (figures) + 1);
  if (!marmot_life_plan_init (&self->plan, options, MARMOT_METHOD_CHIANG_SILCOCKS, error)
      || !marmot_lives_read (&self->lives, &self->plan, figures, codes, 1, FALSE, error))
    return NULL;
  marmot_lives_compute (&self->lives, &self->plan);
  healthy_compute (&self->healthy, &self->lives, &self->plan);
  self->table = make_tables (&self->lives, &self->plan, &self->healthy, NULL);
  return g_steal_pointer (&self);
}

/* One made by g_object_new() alone has no figures. */
static guint8
get_status (MarmotLifeTable *self)
{
  return self->lives.status ? self->lives.status[0] : MN_EMPTY_GROUP;
}

MarmotStatus
marmot_life_table_get_status (MarmotLifeTable *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_TABLE (self), MARMOT_STATUS_MISSING);

  return (MarmotStatus) get_status (self);
}

static MarmotEstimate *
get_estimate (MarmotLifeTable *self,
              double age,
              gboolean healthy)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  guint8 status = get_status (self);
  guint n_levels = MAX (self->plan.interval.n_levels, 1);
  double value = (double) NAN, se = (double) NAN;
  gsize at = status == MN_OK ? find_band (&self->lives, 0, age) : G_MAXSIZE;

  if (status == MN_OK && healthy && !self->healthy.expectancy)
    status = MN_MISSING;
  else if (status == MN_OK && at == G_MAXSIZE)
    status = MN_UNKNOWN_BAND;
  if (status == MN_OK)
    {
      Expected expected = expect_at_age (&self->lives, &self->plan, &self->healthy, 0, at, age);

      value = expected.value[healthy];
      se = expected.se[healthy];
    }
  status = marmot_life_status (&self->plan, status, value, se);
  if (status != MN_OK)
    value = (double) NAN;
  for (guint i = 0; i < n_levels; i++)
    {
      limits[i].confidence = self->plan.interval.n_levels ? self->plan.interval.levels[i] : 0.95;
      limits[i].lower = value - self->plan.interval.z[i] * se;
      limits[i].upper = value + self->plan.interval.z[i] * se;
    }
  return marmot_estimate_new_full (value, healthy ? MARMOT_METHOD_SULLIVAN : MARMOT_METHOD_CHIANG_SILCOCKS,
                                   (MarmotStatus) status, limits, n_levels);
}

MarmotEstimate *
marmot_life_table_get_expectancy (MarmotLifeTable *self,
                                  double age)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_TABLE (self), NULL);

  return get_estimate (self, age, FALSE);
}

MarmotEstimate *
marmot_life_table_get_healthy_expectancy (MarmotLifeTable *self,
                                          double age)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_TABLE (self), NULL);

  return get_estimate (self, age, TRUE);
}

MarmotColumn *
marmot_life_table_get_years (MarmotLifeTable *self,
                             MarmotColumn *ages,
                             GError **error)
{
  const Healthy none = { NULL, NULL, NULL };
  g_autofree double *years = NULL;
  g_auto (MarmotResult) result = { NULL, NULL };
  gsize n_rows;

  g_return_val_if_fail (MARMOT_IS_LIFE_TABLE (self), NULL);
  g_return_val_if_fail (ages != NULL, NULL);

  if (!marmot_column_is_numeric (ages))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The ages at death are no numbers: pass a column of doubles or integers");
      return NULL;
    }
  n_rows = ages->length;
  years = g_new (double, n_rows + 1);
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      const double *block = marmot_column_block (ages, first, n, scratch);

      for (gsize i = 0; i < n; i++)
        {
          gsize at = get_status (self) == MN_OK && marmot_column_row_is_valid (ages, first + i)
                       ? find_band (&self->lives, 0, block[i])
                       : G_MAXSIZE;

          years[first + i] = at == G_MAXSIZE ? (double) NAN
                                             : expect_at_age (&self->lives, &self->plan, &none, 0, at, block[i]).value[0];
        }
    }
  marmot_result_init (&result);
  marmot_result_add_doubles (&result, "years", years, n_rows);
  return marmot_column_ref (result.columns->pdata[0]);
}

MarmotTable *
marmot_life_table_to_table (MarmotLifeTable *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_TABLE (self), NULL);
  g_return_val_if_fail (self->table != NULL, NULL);

  return marmot_table_ref (self->table);
}
