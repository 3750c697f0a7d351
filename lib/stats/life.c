/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "life-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "numeric/special.h"
#include "numeric/standardise.h"

#define BLOCK MARMOT_FIGURES_BLOCK

gboolean
marmot_life_plan_init (MarmotLifePlan *self,
                       MarmotLifeTableOptions *options,
                       MarmotMethod method,
                       GError **error)
{
  g_autoptr (MarmotLifeTableOptions) usual = NULL;

  if (!options)
    options = usual = marmot_life_table_options_new (NULL);
  self->infant_part = marmot_life_table_options_get_infant_part (options);
  self->radix = marmot_life_table_options_get_radix (options);
  self->minimum_population = marmot_life_table_options_get_minimum_population (options);
  self->minimum_deaths = marmot_life_table_options_get_minimum_deaths (options);
  self->maximum_width = marmot_life_table_options_get_maximum_width (options);
  self->deaths_over_population = marmot_life_table_options_get_deaths_over_population (options);

  if (!(self->infant_part > 0 && self->infant_part < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The part of the first band that those live who die in it is above 0 and below 1, such as 0.1");
      return FALSE;
    }
  if (!(self->radix > 0 && isfinite (self->radix)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A life table starts with some who are alive, such as 100000");
      return FALSE;
    }
  if (!(self->minimum_population >= 0 && self->minimum_deaths >= 0 && self->maximum_width >= 0))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The rules for what is not shown are numbers from zero up, where zero means no rule");
      return FALSE;
    }
  if (!marmot_interval_plan_init (&self->interval, marmot_life_table_options_get_interval (options), &method, 1, 1,
                                  error))
    return FALSE;
  if (self->interval.multiplier != 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Life expectancy is in years: leave the multiplier out");
      return FALSE;
    }
  return TRUE;
}

void
marmot_lives_clear (MarmotLives *self)
{
  g_free (self->starts);
  g_free (self->rows);
  g_free (self->status);
  g_free (self->age);
  g_free (self->share);
  memset (self, 0, sizeof *self);
}

/* The ages at which bands start: "age", or labels in "band". */
static gboolean
find_ages (MarmotTable *figures,
           MarmotColumn **ages,
           GError **error)
{
  const MarmotColumn *found;
  MarmotColumn *band;

  if (!marmot_figures_find_numbers (figures, "age", FALSE, &found, error))
    return FALSE;
  if (found)
    {
      *ages = marmot_column_ref ((MarmotColumn *) found);
      return TRUE;
    }
  band = marmot_table_peek_column (figures, "band");
  if (band == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The figures have neither a column \"age\", at which bands start, nor one of labels, \"band\"");
      return FALSE;
    }
  *ages = marmot_age_band_starts (band, error);
  return *ages != NULL;
}

/* The rows of each group after one another. */
static void
sort_rows (MarmotLives *self,
           const gint32 *codes)
{
  g_autofree gsize *ends = g_new0 (gsize, self->n_groups + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    ends[codes[row] + 1]++;
  for (gsize g = 1; g <= self->n_groups; g++)
    ends[g] += ends[g - 1];
  self->starts = g_memdup2 (ends, (self->n_groups + 1) * sizeof *ends);
  self->rows = g_new (gsize, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    self->rows[ends[codes[row]]++] = row;
}

typedef struct
{
  double age;
  gsize row;
} Aged;

/* By age, then as they came, so that the order is always the same. */
static int
compare_aged (gconstpointer a,
              gconstpointer b)
{
  const Aged *x = a, *y = b;

  if (x->age != y->age && !(isnan (x->age) && isnan (y->age)))
    {
      /* What is no age comes last. */
      if (isnan (x->age) || isnan (y->age))
        return isnan (x->age) ? 1 : -1;
      return x->age < y->age ? -1 : 1;
    }
  return x->row < y->row ? -1 : 1;
}

static inline double
get_cell (const MarmotColumn *column,
          gsize row,
          guint8 *status)
{
  double number = 0;

  if (!marmot_column_row_is_valid (column, row))
    {
      mn_status_merge (status, MN_MISSING);
      return (double) NAN;
    }
  number = column->type == MARMOT_COLUMN_DOUBLE
             ? ((const double *) column->values)[column->offset + row]
             : (double) ((const gint64 *) column->values)[column->offset + row];
  if (!isfinite (number))
    mn_status_merge (status, MN_NOT_FINITE);
  return number;
}

/* What the numbers of a group, sorted, add to its status. */
static void
check_group (MarmotLives *self,
             const MarmotLifePlan *plan,
             gsize group)
{
  gsize from = self->starts[group], to = self->starts[group + 1];
  guint8 *status = &self->status[group];
  mn_total deaths = { 0, 0 }, population = { 0, 0 };

  if (from == to)
    return;
  mn_status_merge (status, MN_OK);
  for (gsize i = from; i < to; i++)
    {
      if (self->deaths[i] < 0)
        mn_status_merge (status, MN_NEGATIVE_COUNT);
      if (self->population[i] <= 0)
        mn_status_merge (status, MN_DENOMINATOR_NOT_POSITIVE);
      if (self->deaths[i] > self->population[i] && !plan->deaths_over_population)
        mn_status_merge (status, MN_COUNT_OVER_DENOMINATOR);
      if (self->age[i] < 0)
        mn_status_merge (status, MN_UNKNOWN_BAND);
      if (i > from && self->age[i] == self->age[i - 1])
        mn_status_merge (status, MN_DUPLICATE_BAND);
      if (self->share
          && (!(self->share[i] >= 0 && self->share[i] <= 1) || !(self->share_variance[i] >= 0))
          && !isnan (self->share[i]) && !isnan (self->share_variance[i]))
        mn_status_merge (status, MN_SHARE_OUT_OF_RANGE);
      mn_total_add (&deaths, self->deaths[i]);
      mn_total_add (&population, self->population[i]);
    }
  if (*status != MN_OK)
    return;
  if (to - from > MARMOT_LIFE_MAX_BANDS)
    mn_status_merge (status, MN_UNKNOWN_BAND);
  else if (plan->minimum_population > 0 && mn_total_get (&population) <= plan->minimum_population)
    mn_status_merge (status, MN_POPULATION_TOO_SMALL);
  else if (mn_total_get (&deaths) < plan->minimum_deaths)
    mn_status_merge (status, MN_TOO_FEW_EVENTS);
  else if (!(self->deaths[to - 1] > 0))
    mn_status_merge (status, MN_NO_DEATHS_IN_OPEN_BAND);
}

gboolean
marmot_lives_read (MarmotLives *self,
                   const MarmotLifePlan *plan,
                   MarmotTable *figures,
                   const gint32 *codes,
                   gsize n_groups,
                   gboolean needs_share,
                   GError **error)
{
  g_autoptr (MarmotColumn) ages = NULL;
  g_autofree Aged *aged = NULL;
  const MarmotColumn *deaths, *population, *share, *share_variance;
  gsize longest = 0;

  memset (self, 0, sizeof *self);
  if (!find_ages (figures, &ages, error)
      || !marmot_figures_find_numbers (figures, "deaths", TRUE, &deaths, error)
      || !marmot_figures_find_numbers (figures, "population", TRUE, &population, error)
      || !marmot_figures_find_numbers (figures, "share", needs_share, &share, error)
      || !marmot_figures_find_numbers (figures, "share_variance", FALSE, &share_variance, error))
    return FALSE;

  self->n_rows = marmot_table_get_n_rows (figures);
  self->n_groups = n_groups;
  self->status = g_malloc (n_groups + 1);
  memset (self->status, MN_EMPTY_GROUP, n_groups);
  sort_rows (self, codes);

  /* One block for all arrays of a table. */
  self->age = g_new (double, 10 * self->n_rows + 1);
  self->deaths = self->age + self->n_rows;
  self->population = self->deaths + self->n_rows;
  self->m = self->population + self->n_rows;
  self->q = self->m + self->n_rows;
  self->l = self->q + self->n_rows;
  self->L = self->l + self->n_rows;
  self->T = self->L + self->n_rows;
  self->e = self->T + self->n_rows;
  self->se = self->e + self->n_rows;
  if (share)
    {
      self->share = g_new0 (double, 2 * self->n_rows + 1);
      self->share_variance = self->share + self->n_rows;
    }

  for (gsize g = 0; g < n_groups; g++)
    longest = MAX (longest, self->starts[g + 1] - self->starts[g]);
  aged = g_new (Aged, longest + 1);
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize from = self->starts[g], n = self->starts[g + 1] - from;

      for (gsize i = 0; i < n; i++)
        {
          aged[i].row = self->rows[from + i];
          aged[i].age = get_cell (ages, aged[i].row, &self->status[g]);
        }
      qsort (aged, n, sizeof *aged, compare_aged);
      for (gsize i = 0; i < n; i++)
        {
          gsize at = from + i;

          self->rows[at] = aged[i].row;
          self->age[at] = aged[i].age;
          self->deaths[at] = get_cell (deaths, aged[i].row, &self->status[g]);
          self->population[at] = get_cell (population, aged[i].row, &self->status[g]);
          if (share)
            self->share[at] = get_cell (share, aged[i].row, &self->status[g]);
          if (share && share_variance)
            self->share_variance[at] = get_cell (share_variance, aged[i].row, &self->status[g]);
        }
      check_group (self, plan, g);
    }
  return TRUE;
}

mn_life
marmot_lives_get (const MarmotLives *self,
                  const MarmotLifePlan *plan,
                  gsize group)
{
  gsize from = self->starts[group];
  mn_life life = {
    .n = self->starts[group + 1] - from,
    .age = self->age + from,
    .deaths = self->deaths + from,
    .population = self->population + from,
    .a0 = plan->infant_part,
    .m = self->m + from,
    .q = self->q + from,
    .l = self->l + from,
    .L = self->L + from,
    .T = self->T + from,
    .e = self->e + from,
    .se = self->se + from,
  };

  return life;
}

void
marmot_lives_compute (MarmotLives *self,
                      const MarmotLifePlan *plan)
{
  for (gsize g = 0; g < self->n_groups; g++)
    {
      mn_life life = marmot_lives_get (self, plan, g);

      if (self->status[g] == MN_OK)
        mn_life_table (&life, plan->radix);
      else
        for (gsize i = 0; i < life.n; i++)
          life.m[i] = life.q[i] = life.l[i] = life.L[i] = life.T[i] = life.e[i] = life.se[i] = (double) NAN;
    }
}

guint8
marmot_life_status (const MarmotLifePlan *plan,
                    guint8 of_group,
                    double expectancy,
                    double se)
{
  if (of_group != MN_OK)
    return of_group;
  if (isnan (expectancy))
    return MN_NO_SURVIVORS;
  /* The numbers were finite, and what came of them is not. */
  if (!isfinite (expectancy) || !isfinite (se))
    return MN_NOT_FINITE;
  if (plan->maximum_width > 0 && 2 * mn_normal_quantile_upper (0.025) * se > plan->maximum_width)
    return MN_INTERVAL_TOO_WIDE;
  return MN_OK;
}
