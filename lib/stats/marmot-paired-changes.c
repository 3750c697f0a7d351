/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <float.h>
#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "numeric/kernel.h"
#include "numeric/means.h"
#include "numeric/proportion.h"
#include "numeric/total.h"
#include "paired-private.h"

#define BLOCK MARMOT_FIGURES_BLOCK

typedef struct
{
  MarmotIntervalPlan plan;
  gboolean of_booleans;
  double sign; /* of a change for the better */
  double smallest;
} Plan;

/* A group while its rows are added up. */
typedef struct
{
  mn_total before;
  mn_total after;
  mn_total change;
  mn_total squares; /* of changes around their mean */
  double noise;     /* the most that decimals as doubles may add to a change */
  double mean;
  gint64 pairs;
  gint64 lost;
  gint64 joined;
  gint64 unmeasured;
  gint64 improved;
  gint64 worse;
  gint64 cells[4]; /* both, before alone, after alone, neither */
  guint8 status;
} Group;

static gboolean
plan_init (Plan *self,
           gboolean of_booleans,
           MarmotPairedOptions *options,
           GError **error)
{
  static const MarmotMethod of_means[] = { MARMOT_METHOD_STUDENT };
  static const MarmotMethod of_proportions[] = { MARMOT_METHOD_NEWCOMBE_PAIRED, MARMOT_METHOD_TANGO,
                                                 MARMOT_METHOD_NORMAL };
  static const MarmotMethod mean_tests[] = { MARMOT_METHOD_STUDENT };
  static const MarmotMethod proportion_tests[] = { MARMOT_METHOD_MCNEMAR_MID_P, MARMOT_METHOD_MCNEMAR_EXACT,
                                                   MARMOT_METHOD_MCNEMAR, MARMOT_METHOD_MCNEMAR_CORRECTED };
  MarmotIntervalOptions *interval = options ? marmot_paired_options_get_interval (options) : NULL;
  const MarmotMethod *tests = of_booleans ? proportion_tests : mean_tests;
  gsize n_tests = of_booleans ? G_N_ELEMENTS (proportion_tests) : G_N_ELEMENTS (mean_tests);

  if (!marmot_interval_plan_init_tested (&self->plan, interval, of_booleans ? of_proportions : of_means,
                                         of_booleans ? G_N_ELEMENTS (of_proportions) : G_N_ELEMENTS (of_means), 1,
                                         error))
    return FALSE;
  if (self->plan.test == MARMOT_METHOD_DEFAULT)
    self->plan.test = tests[0];
  if (!marmot_interval_has_method (self->plan.test, "Test", tests, n_tests, error))
    return FALSE;

  self->of_booleans = of_booleans;
  self->sign = options && marmot_paired_options_get_low_is_good (options) ? -1 : 1;
  self->smallest = options ? marmot_paired_options_get_smallest_change (options) : 0;
  if (!(self->smallest >= 0 && isfinite (self->smallest)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The smallest change that counts is zero or above: say in which direction is good apart "
                           "from it");
      return FALSE;
    }
  return TRUE;
}

/* A column of numbers, or of booleans as numbers. */
static MarmotColumn *
find_measure (MarmotTable *figures,
              const char *name,
              gboolean *is_boolean,
              GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (figures, name);
  const MarmotColumn *numbers;

  *is_boolean = column && column->type == MARMOT_COLUMN_BOOLEAN;
  if (*is_boolean)
    return marmot_column_cast (column, MARMOT_COLUMN_DOUBLE, error);
  if (!marmot_figures_find_numbers (figures, name, TRUE, &numbers, error))
    return NULL;
  return marmot_column_ref (column);
}

/* The rows of a block: what they were before and after, and whether they were measured. */
typedef struct
{
  double scratch[2][BLOCK];
  guint8 silent[2][BLOCK];
  const double *before;
  const double *after;
} Rows;

static void
read_rows (Rows *rows,
           const MarmotColumn *before,
           const MarmotColumn *after,
           gsize first,
           gsize n)
{
  memset (rows->silent, MN_OK, sizeof rows->silent);
  rows->before = marmot_figures_read (before, first, n, FALSE, rows->scratch[0], rows->silent[0]);
  rows->after = marmot_figures_read (after, first, n, FALSE, rows->scratch[1], rows->silent[1]);
}

static void
add_pair (const Plan *plan,
          Group *group,
          double before,
          double after)
{
  double change = after - before;
  double better = plan->sign * change;
  /* 0.7 less 0.4 is not quite 0.3 in doubles: decimals are not exact, nor is their
   * difference. */
  double noise = 2 * DBL_EPSILON * MAX (fabs (before), fabs (after));

  mn_total_add (&group->before, before);
  mn_total_add (&group->after, after);
  mn_total_add (&group->change, change);
  group->pairs++;
  group->noise = MAX (group->noise, noise);
  if (better > 0 && better >= plan->smallest - noise)
    group->improved++;
  else if (better < 0 && -better >= plan->smallest - noise)
    group->worse++;
  if (plan->of_booleans)
    group->cells[before != 0 ? (after != 0 ? 0 : 1) : (after != 0 ? 2 : 3)]++;
}

static void
add_rows (const Plan *plan,
          const MarmotColumn *before,
          const MarmotColumn *after,
          const gint32 *codes,
          Group *groups)
{
  Rows rows;

  for (gsize first = 0; first < before->length; first += BLOCK)
    {
      gsize n = MIN (BLOCK, before->length - first);

      read_rows (&rows, before, after, first, n);
      for (gsize i = 0; i < n; i++)
        {
          Group *group = &groups[codes[first + i]];
          gboolean was = rows.silent[0][i] == MN_OK, is = rows.silent[1][i] == MN_OK;

          if (group->status == MN_EMPTY_GROUP)
            group->status = MN_OK;
          /* Also a difference that no double holds. */
          if ((was && !isfinite (rows.before[i])) || (is && !isfinite (rows.after[i]))
              || (was && is && !isfinite (rows.after[i] - rows.before[i])))
            group->status = MN_NOT_FINITE;
          else if (was && is)
            add_pair (plan, group, rows.before[i], rows.after[i]);
          else if (was)
            group->lost++;
          else if (is)
            group->joined++;
          else
            group->unmeasured++;
        }
    }
}

/* The second pass: squares around the means. */
static void
add_squares (const MarmotColumn *before,
             const MarmotColumn *after,
             const gint32 *codes,
             Group *groups)
{
  Rows rows;

  for (gsize first = 0; first < before->length; first += BLOCK)
    {
      gsize n = MIN (BLOCK, before->length - first);

      read_rows (&rows, before, after, first, n);
      for (gsize i = 0; i < n; i++)
        {
          Group *group = &groups[codes[first + i]];
          double apart = rows.after[i] - rows.before[i] - group->mean;

          if (rows.silent[0][i] == MN_OK && rows.silent[1][i] == MN_OK && group->status == MN_OK)
            mn_total_add (&group->squares, apart * apart);
        }
    }
}

/* The columns of the result beside estimates, a number a group. */
enum
{
  PAIRS,
  LOST,
  JOINED,
  UNMEASURED,
  BEFORE,
  AFTER,
  SD,
  STANDARDISED,
  STATISTIC,
  DF,
  P,
  IMPROVED,
  SAME,
  WORSE,
  N_NUMBERS
};

static const char *const number_names[N_NUMBERS] = {
  "pairs", "lost", "joined", "unmeasured", "before", "after", "sd", "standardised",
  "statistic", "df", "p_value", "improved", "same", "worse",
};

static void
compute_means (const Plan *plan,
               const Group *group,
               gsize g,
               double *const *numbers,
               MarmotEstimatesBuffers *out)
{
  double n = (double) group->pairs, sd = (double) NAN;
  const double *const summary[] = { &n, &group->mean, &sd };

  out->value[g] = group->mean;
  numbers[BEFORE][g] = mn_total_get (&group->before) / n;
  numbers[AFTER][g] = mn_total_get (&group->after) / n;
  if (group->pairs < 2)
    {
      out->status[g] = MN_TOO_FEW_VALUES;
      return;
    }
  sd = sqrt (mn_total_get (&group->squares) / (n - 1));
  /* Everybody changed by as much. */
  if (sd <= group->noise)
    sd = 0;
  numbers[SD][g] = sd;
  numbers[STANDARDISED][g] = mn_standardised_change (n, group->mean, sd);
  mn_paired_mean (n, group->mean, sd, numbers[STATISTIC] + g, numbers[DF] + g, numbers[P] + g);
  if (isinf (numbers[STATISTIC][g]))
    numbers[STATISTIC][g] = (double) NAN;
  for (guint level = 0; level < plan->plan.n_levels; level++)
    {
      mn_student_quantiles quantiles;

      mn_student_quantiles_init (&quantiles, plan->plan.alpha_2[level], 1);
      mn_mean_limits (summary, 1, &quantiles, 1, out->lower[level] + g, out->upper[level] + g);
    }
}

static void
compute_proportions (const Plan *plan,
                     const Group *group,
                     gsize g,
                     double *const *numbers,
                     MarmotEstimatesBuffers *out)
{
  double cells[4], n = (double) group->pairs;
  const double *const in[] = { &cells[0], &cells[1], &cells[2], &cells[3] };

  for (int c = 0; c < 4; c++)
    cells[c] = (double) group->cells[c];
  numbers[BEFORE][g] = plan->plan.multiplier * ((cells[0] + cells[1]) / n);
  numbers[AFTER][g] = plan->plan.multiplier * ((cells[0] + cells[2]) / n);
  mn_paired_values (in, 1, plan->plan.multiplier, out->value + g);
  for (guint level = 0; level < plan->plan.n_levels; level++)
    marmot_paired_limits (plan->plan.method, in, 1, plan->plan.z[level], plan->plan.multiplier, out->lower[level] + g,
                          out->upper[level] + g);
  marmot_paired_test (plan->plan.test, in, 1, numbers[STATISTIC] + g, numbers[P] + g, out->status + g);
}

static MarmotEstimates *
make_shares (const Plan *plan,
             const double *counts,
             const double *pairs,
             gsize n_groups)
{
  MarmotEstimatesBuffers out;
  MarmotEstimates *shares = marmot_estimates_begin (n_groups, plan->plan.levels, plan->plan.n_levels,
                                                    MARMOT_METHOD_WILSON, &out);

  mn_proportion_values (counts, pairs, n_groups, plan->plan.multiplier, out.value, out.status);
  for (guint level = 0; level < plan->plan.n_levels; level++)
    mn_proportion_wilson (counts, pairs, n_groups, plan->plan.z[level], plan->plan.multiplier, out.lower[level],
                          out.upper[level]);
  marmot_estimates_finish (shares);
  return shares;
}

static MarmotTable *
make_table (const Plan *plan,
            const Group *groups,
            gsize n_groups)
{
  static const char *const shares[] = { "share_improved", "share_same", "share_worse" };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree double *memory = g_new (double, N_NUMBERS * n_groups + 1);
  double *numbers[N_NUMBERS];
  MarmotEstimatesBuffers out;
  MarmotEstimates *changes = marmot_estimates_begin (n_groups, plan->plan.levels, plan->plan.n_levels,
                                                     plan->plan.method, &out);

  for (int i = 0; i < N_NUMBERS; i++)
    numbers[i] = memory + (gsize) i * n_groups;
  for (gsize i = 0; i < N_NUMBERS * n_groups; i++)
    memory[i] = (double) NAN;

  for (gsize g = 0; g < n_groups; g++)
    {
      const Group *group = &groups[g];

      out.status[g] = group->status;
      if (group->status == MN_OK || group->status == MN_EMPTY_GROUP)
        {
          numbers[PAIRS][g] = (double) group->pairs;
          numbers[LOST][g] = (double) group->lost;
          numbers[JOINED][g] = (double) group->joined;
          numbers[UNMEASURED][g] = (double) group->unmeasured;
          numbers[IMPROVED][g] = (double) group->improved;
          numbers[SAME][g] = (double) (group->pairs - group->improved - group->worse);
          numbers[WORSE][g] = (double) group->worse;
        }
      if (group->status == MN_OK && group->pairs == 0)
        out.status[g] = MN_DENOMINATOR_NOT_POSITIVE;
      if (out.status[g] == MN_OK && plan->of_booleans)
        compute_proportions (plan, group, g, numbers, &out);
      else if (out.status[g] == MN_OK)
        compute_means (plan, group, g, numbers, &out);
      if (out.status[g] == MN_OK)
        continue;
      out.value[g] = (double) NAN;
      for (guint level = 0; level < plan->plan.n_levels; level++)
        out.lower[level][g] = out.upper[level][g] = (double) NAN;
    }
  marmot_estimates_finish (changes);

  marmot_result_init (&result);
  marmot_result_add_estimates (&result, NULL, changes);
  for (int i = 0; i < N_NUMBERS; i++)
    marmot_result_add_doubles (&result, number_names[i], numbers[i], n_groups);
  for (int i = 0; i < 3; i++)
    marmot_result_add_estimates (&result, shares[i], make_shares (plan, numbers[IMPROVED + i], numbers[PAIRS], n_groups));
  return marmot_result_end (&result);
}

MarmotTable *
marmot_paired_changes (MarmotTable *figures,
                       MarmotGroups *groups,
                       MarmotPairedOptions *options,
                       GError **error)
{
  Plan plan;
  g_autoptr (MarmotColumn) before = NULL;
  g_autoptr (MarmotColumn) after = NULL;
  g_autofree gint32 *owned = NULL;
  g_autofree Group *sums = NULL;
  const gint32 *codes;
  gsize n_groups;
  gboolean before_is_boolean, after_is_boolean;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_PAIRED_OPTIONS (options), NULL);

  before = find_measure (figures, "before", &before_is_boolean, error);
  after = before ? find_measure (figures, "after", &after_is_boolean, error) : NULL;
  if (!after)
    return NULL;
  if (before_is_boolean != after_is_boolean)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "One of \"before\" and \"after\" is boolean and the other is not: they must be of one kind");
      return NULL;
    }
  if (!plan_init (&plan, before_is_boolean, options, error)
      || !marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error))
    return NULL;

  sums = g_new0 (Group, n_groups + 1);
  for (gsize g = 0; g < n_groups; g++)
    sums[g].status = MN_EMPTY_GROUP;
  add_rows (&plan, before, after, codes, sums);
  for (gsize g = 0; g < n_groups; g++)
    sums[g].mean = sums[g].pairs > 0 ? mn_total_get (&sums[g].change) / (double) sums[g].pairs : 0;
  if (!plan.of_booleans)
    add_squares (before, after, codes, sums);
  return make_table (&plan, sums, n_groups);
}
