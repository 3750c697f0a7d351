/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "marmot-stats-private.h"
#include "numeric/rate.h"
#include "numeric/standardise.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* The least of the counts that are taken by Byar's formula. */
static double
get_switch (MarmotMethod method)
{
  switch (method)
    {
    case MARMOT_METHOD_EXACT_POISSON:
      return (double) INFINITY;
    case MARMOT_METHOD_BYAR:
      return 0;
    default:
      return MN_POISSON_SWITCH;
    }
}

/* The columns of the groups' keys and of the totals, each pair in one column: first
 * the keys, then the totals. */
static MarmotGroups *
pair_keys (MarmotTable *keys,
           MarmotTable *observed,
           GError **error)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; i < marmot_table_get_n_columns (keys); i++)
    {
      const char *name = marmot_table_get_column_name (keys, i);
      MarmotColumn *found = marmot_table_peek_column (observed, name);
      g_autoptr (MarmotColumn) key = marmot_table_get_column (keys, i);
      g_autoptr (MarmotColumn) cast = NULL;
      MarmotColumn *pair[2];
      MarmotColumn *both;

      if (found == NULL)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                       "The observed totals have no column \"%s\", by which the figures are grouped", name);
          return NULL;
        }
      cast = marmot_column_cast (found, key->type, error);
      if (!cast)
        return NULL;
      pair[0] = key;
      pair[1] = cast;
      both = marmot_column_join (pair, 2, error);
      if (!both)
        return NULL;
      g_ptr_array_add (joined, both);
    }
  return marmot_groups_new ((MarmotColumn **) joined->pdata, joined->len, error);
}

/* Puts the observed totals into their groups. */
static gboolean
take_observed (MarmotTable *observed,
               MarmotGroups *groups,
               gboolean missing_is_zero,
               mn_indirect *totals,
               gsize n_groups,
               GError **error)
{
  gsize n_observed = marmot_table_get_n_rows (observed);
  g_autoptr (MarmotTable) keys = groups ? marmot_groups_get_keys (groups) : NULL;
  g_autoptr (MarmotGroups) pairs = NULL;
  g_autofree gint32 *group_of = NULL;
  g_autofree gboolean *taken = g_new0 (gboolean, n_groups);
  const MarmotColumn *count;
  const gint32 *codes = NULL;

  if (!marmot_figures_find_numbers (observed, "count", TRUE, &count, error))
    return FALSE;
  if (groups && !keys)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Observed totals are matched by keys, and these groups were made from codes and have none");
      return FALSE;
    }
  if (!groups && n_observed != 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                           "Without groups there is one observed total: give a table of one row");
      return FALSE;
    }

  for (gsize g = 0; g < n_groups; g++)
    totals[g].observed_status = MN_MISSING;
  if (keys)
    {
      pairs = pair_keys (keys, observed, error);
      if (!pairs)
        return FALSE;
      codes = marmot_groups_peek_codes (pairs);
      group_of = g_new (gint32, marmot_groups_get_n_groups (pairs));
      for (gsize i = 0; i < marmot_groups_get_n_groups (pairs); i++)
        group_of[i] = -1;
      for (gsize g = 0; g < n_groups; g++)
        group_of[codes[g]] = (gint32) g;
    }

  for (gsize row = 0; row < n_observed; row++)
    {
      gint32 g = keys ? group_of[codes[n_groups + row]] : 0;
      double scratch;
      guint8 status = MN_OK;
      const double *number;

      if (g < 0)
        continue;
      if (taken[g])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Row %" G_GSIZE_FORMAT " of the observed totals is of a group that has one already", row);
          return FALSE;
        }
      taken[g] = TRUE;
      number = marmot_figures_read (count, row, 1, missing_is_zero, &scratch, &status);
      if (status == MN_OK)
        status = !isfinite (*number) ? MN_NOT_FINITE : *number < 0 ? MN_NEGATIVE_COUNT : MN_OK;
      totals[g].observed_status = status;
      if (status == MN_OK)
        mn_total_add (&totals[g].observed, *number);
    }
  return TRUE;
}

static gboolean
add_rows (MarmotTable *figures,
          const gint32 *codes,
          gboolean with_counts,
          gboolean missing_is_zero,
          mn_indirect *totals,
          GError **error)
{
  const MarmotColumn *count = NULL;
  const MarmotColumn *population, *reference_count, *reference_population;
  gsize n_rows = marmot_table_get_n_rows (figures);
  double scratch[4][BLOCK];
  guint8 status[BLOCK], count_status[BLOCK];

  if ((with_counts && !marmot_figures_find_numbers (figures, "count", TRUE, &count, error))
      || !marmot_figures_find_numbers (figures, "population", TRUE, &population, error)
      || !marmot_figures_find_numbers (figures, "reference_count", TRUE, &reference_count, error)
      || !marmot_figures_find_numbers (figures, "reference_population", TRUE, &reference_population, error))
    return FALSE;

  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      gsize n = MIN (BLOCK, n_rows - first);
      const double *x = NULL, *people, *events, *reference;

      memset (status, MN_OK, n);
      memset (count_status, MN_OK, n);
      if (count)
        x = marmot_figures_read (count, first, n, missing_is_zero, scratch[0], count_status);
      people = marmot_figures_read (population, first, n, FALSE, scratch[1], status);
      events = marmot_figures_read (reference_count, first, n, missing_is_zero, scratch[2], status);
      reference = marmot_figures_read (reference_population, first, n, FALSE, scratch[3], status);
      mn_indirect_add (x, count_status, people, events, reference, status, codes + first, n, totals);
    }
  return TRUE;
}

/* An estimate a group: observed over denominator, with limits of the count. */
static MarmotEstimates *
estimate (const MarmotIntervalPlan *plan,
          MarmotMethod method,
          double below,
          double multiplier,
          const double *observed,
          const double *denominator,
          const guint8 *status,
          gsize n_groups)
{
  MarmotEstimatesBuffers out;
  MarmotEstimates *estimates = marmot_estimates_begin (n_groups, plan->levels, plan->n_levels, method, &out);

  memcpy (out.status, status, n_groups);
  for (gsize g = 0; g < n_groups; g++)
    {
      out.value[g] = status[g] == MN_OK ? multiplier * (observed[g] / denominator[g]) : (double) NAN;
      /* The numbers were finite, and what came of them is not. */
      if (status[g] == MN_OK && !isfinite (out.value[g]))
        {
          out.status[g] = MN_NOT_FINITE;
          out.value[g] = (double) NAN;
        }
    }
  for (guint i = 0; i < plan->n_levels; i++)
    {
      marmot_count_limits (plan, i, below, observed, n_groups, out.lower[i], out.upper[i]);
      for (gsize g = 0; g < n_groups; g++)
        {
          gboolean ok = out.status[g] == MN_OK;

          out.lower[i][g] = ok ? multiplier * (out.lower[i][g] / denominator[g]) : (double) NAN;
          out.upper[i][g] = ok ? multiplier * (out.upper[i][g] / denominator[g]) : (double) NAN;
        }
    }
  marmot_estimates_finish (estimates);
  return estimates;
}

/* The totals of the groups as the arrays that estimates are made of. */
typedef struct
{
  gsize n_groups;
  double *observed;
  double *expected;
  double *denominator; /* of the estimate: expected, or that over the reference's rate */
  double *population;
  double *reference_rate;
  guint8 *status;
  guint8 *crude_status;
} Totals;

static void
totals_clear (Totals *self)
{
  g_free (self->observed);
  g_free (self->expected);
  g_free (self->denominator);
  g_free (self->population);
  g_free (self->reference_rate);
  g_free (self->status);
  g_free (self->crude_status);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Totals, totals_clear)

static void
totals_init (Totals *self,
             const mn_indirect *groups,
             gsize n_groups,
             gboolean as_rate)
{
  self->n_groups = n_groups;
  self->observed = g_new (double, n_groups);
  self->expected = g_new (double, n_groups);
  self->denominator = g_new (double, n_groups);
  self->population = g_new (double, n_groups);
  self->reference_rate = g_new (double, n_groups);
  self->status = g_new (guint8, n_groups);
  self->crude_status = g_new (guint8, n_groups);

  for (gsize g = 0; g < n_groups; g++)
    {
      const mn_indirect *group = &groups[g];
      gboolean seen = group->observed_status == MN_OK;
      gboolean good = group->status == MN_OK;
      double expected = mn_total_get (&group->expected);
      double population = mn_total_get (&group->population);

      self->observed[g] = seen ? mn_total_get (&group->observed) : (double) NAN;
      self->expected[g] = good ? expected : (double) NAN;
      self->population[g] = good ? population : (double) NAN;
      self->reference_rate[g]
        = good ? mn_total_get (&group->reference_count) / mn_total_get (&group->reference_population) : (double) NAN;
      self->denominator[g] = as_rate ? expected / self->reference_rate[g] : expected;

      self->status[g] = group->status;
      mn_status_merge (&self->status[g], group->observed_status);
      if (group->status == MN_EMPTY_GROUP)
        self->status[g] = MN_EMPTY_GROUP;
      self->crude_status[g] = self->status[g];
      if (self->status[g] == MN_OK && !(expected > 0))
        self->status[g] = MN_NOTHING_EXPECTED;
      if (self->crude_status[g] == MN_OK && !(population > 0))
        self->crude_status[g] = MN_DENOMINATOR_NOT_POSITIVE;
    }
}

static gboolean
standardise (MarmotTable *figures,
             MarmotTable *observed,
             MarmotGroups *groups,
             MarmotStandardisationOptions *options,
             gboolean as_rate,
             MarmotIntervalPlan *plan,
             Totals *totals,
             GError **error)
{
  const MarmotMethod methods[] = { MARMOT_METHOD_INDIRECT, MARMOT_METHOD_EXACT_POISSON, MARMOT_METHOD_BYAR };
  gboolean missing_is_zero = options && marmot_standardisation_options_get_missing_is_zero (options);
  g_autofree gint32 *owned = NULL;
  g_autofree mn_indirect *sums = NULL;
  const gint32 *codes;
  gsize n_groups;

  if (!marmot_interval_plan_init (plan, options ? marmot_standardisation_options_get_interval (options) : NULL, methods,
                                  G_N_ELEMENTS (methods), as_rate ? 100000 : 1, error)
      || !marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error))
    return FALSE;

  sums = g_new0 (mn_indirect, n_groups);
  for (gsize g = 0; g < n_groups; g++)
    sums[g].status = sums[g].observed_status = MN_EMPTY_GROUP;
  if (!add_rows (figures, codes, observed == NULL, missing_is_zero, sums, error)
      || (observed && !take_observed (observed, groups, missing_is_zero, sums, n_groups, error)))
    return FALSE;
  totals_init (totals, sums, n_groups, as_rate);
  return TRUE;
}

static MarmotTable *
make_table (MarmotTable *figures,
            MarmotTable *observed,
            MarmotGroups *groups,
            MarmotStandardisationOptions *options,
            gboolean as_rate,
            GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (Totals) totals = { 0 };
  g_auto (MarmotResult) result = { NULL, NULL };
  double below, crude_multiplier;

  if (!standardise (figures, observed, groups, options, as_rate, &plan, &totals, error))
    return NULL;
  below = get_switch (plan.method);
  crude_multiplier = as_rate ? plan.multiplier : 100000;

  marmot_result_init (&result);
  marmot_result_add_estimates (&result, NULL,
                               estimate (&plan, plan.method, below, plan.multiplier, totals.observed,
                                         totals.denominator, totals.status, totals.n_groups));
  marmot_result_add_doubles (&result, "observed", totals.observed, totals.n_groups);
  marmot_result_add_doubles (&result, "expected", totals.expected, totals.n_groups);
  marmot_result_add_doubles (&result, "population", totals.population, totals.n_groups);
  if (as_rate)
    {
      for (gsize g = 0; g < totals.n_groups; g++)
        totals.reference_rate[g] *= plan.multiplier;
      marmot_result_add_doubles (&result, "reference_rate", totals.reference_rate, totals.n_groups);
    }
  marmot_result_add_estimates (&result, "crude",
                               estimate (&plan, MARMOT_METHOD_POISSON, below, crude_multiplier, totals.observed,
                                         totals.population, totals.crude_status, totals.n_groups));
  return marmot_result_end (&result);
}

static MarmotEstimate *
make_one (MarmotTable *figures,
          MarmotStandardisationOptions *options,
          gboolean as_rate,
          GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (Totals) totals = { 0 };
  g_autoptr (MarmotEstimates) estimates = NULL;

  if (!standardise (figures, NULL, NULL, options, as_rate, &plan, &totals, error))
    return NULL;
  estimates = estimate (&plan, plan.method, get_switch (plan.method), plan.multiplier, totals.observed,
                        totals.denominator, totals.status, 1);
  return marmot_estimates_get_estimate (estimates, 0);
}

MarmotEstimate *
marmot_indirect_ratio (MarmotTable *figures,
                       MarmotStandardisationOptions *options,
                       GError **error)
{
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  return make_one (figures, options, FALSE, error);
}

MarmotEstimate *
marmot_indirect_rate (MarmotTable *figures,
                      MarmotStandardisationOptions *options,
                      GError **error)
{
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  return make_one (figures, options, TRUE, error);
}

MarmotTable *
marmot_indirect_ratios (MarmotTable *figures,
                        MarmotTable *observed,
                        MarmotGroups *groups,
                        MarmotStandardisationOptions *options,
                        GError **error)
{
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  return make_table (figures, observed, groups, options, FALSE, error);
}

MarmotTable *
marmot_indirect_rates (MarmotTable *figures,
                       MarmotTable *observed,
                       MarmotGroups *groups,
                       MarmotStandardisationOptions *options,
                       GError **error)
{
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  return make_table (figures, observed, groups, options, TRUE, error);
}
