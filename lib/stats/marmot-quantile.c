/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Equal groups of areas: rows sorted within their groups, and the rules of
 * numeric/quantile.c over each.
 */
#include "quantile-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "figures-private.h"
#include "numeric/quantile.h"

#define MAX_GROUPS 1000

/* A row, and what it is sorted by. */
typedef struct
{
  double value;
  gsize row;
} Place;

static int
compare_places (const void *a,
                const void *b)
{
  const Place *p = a;
  const Place *q = b;

  if (p->value != q->value)
    return p->value < q->value ? -1 : 1;
  return (p->row > q->row) - (p->row < q->row);
}

/* What is cut: places of one group in order, and room for its numbers. */
typedef struct
{
  const MarmotQuantilePlan *plan;
  const double *people; /* by row, or NULL */
  double *sorted;
  double *weights;
  gint32 *quantiles;
} Cut;

static void
cut_group (const Cut *cut,
           Place *places,
           gsize n,
           gint32 *quantile,
           guint8 *status)
{
  guint k = cut->plan->n_groups;
  double total = 0;

  if (n == 0)
    return;
  qsort (places, n, sizeof *places, compare_places);
  for (gsize i = 0; i < n; i++)
    {
      cut->sorted[i] = places[i].value;
      if (cut->people)
        total += cut->weights[i] = cut->people[places[i].row];
    }

  if (n < k || (cut->people && !(total > 0 && isfinite (total))))
    {
      for (gsize i = 0; i < n; i++)
        status[places[i].row] = n < k ? MARMOT_STATUS_TOO_FEW_VALUES : MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE;
      return;
    }

  switch (cut->plan->rule)
    {
    case MARMOT_QUANTILE_RULE_PERCENTILE:
      mn_quantiles_by_percentile (cut->sorted, n, k, cut->quantiles);
      break;
    case MARMOT_QUANTILE_RULE_DEALT:
      mn_quantiles_dealt (n, k, cut->quantiles);
      break;
    case MARMOT_QUANTILE_RULE_PEOPLE:
      mn_quantiles_by_weight (cut->sorted, cut->weights, n, k, cut->quantiles);
      break;
    default:
      mn_quantiles_by_rank (cut->sorted, n, k, cut->quantiles);
      break;
    }
  for (gsize i = 0; i < n; i++)
    quantile[places[i].row] = cut->quantiles[i];
}

void
marmot_quantile_cut (const MarmotQuantilePlan *plan,
                     const double *values,
                     const double *people,
                     const gint32 *codes,
                     gsize n_rows,
                     gsize n_groups,
                     gint32 *quantile,
                     guint8 *status)
{
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  g_autofree Place *places = g_new (Place, MAX (n_rows, 1));
  g_autofree double *sorted = g_new (double, MAX (n_rows, 1));
  g_autofree double *weights = people ? g_new (double, MAX (n_rows, 1)) : NULL;
  g_autofree gint32 *quantiles = g_new (gint32, MAX (n_rows, 1));
  const Cut cut = { plan, people, sorted, weights, quantiles };

  memset (quantile, 0, n_rows * sizeof *quantile);
  marmot_group_rows (codes, n_rows, n_groups, &starts, &rows);
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize n = 0;

      for (gsize i = starts[g]; i < starts[g + 1]; i++)
        if (status[rows[i]] == MARMOT_STATUS_OK)
          places[n++] = (Place) { plan->highest_first ? -values[rows[i]] : values[rows[i]], rows[i] };
      cut_group (&cut, places, n, quantile, status);
    }
}

MarmotTable *
marmot_quantile_finish (const gint32 *quantile,
                        const guint8 *status,
                        gsize n_rows)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);

  marmot_result_init (&result);
  for (gsize row = 0; row < n_rows; row++)
    if (status[row] == MARMOT_STATUS_OK)
      marmot_column_builder_append_integer (builder, quantile[row]);
    else
      marmot_column_builder_append_null (builder);
  marmot_result_add (&result, "quantile", marmot_column_builder_finish (builder));
  marmot_result_add_statuses (&result, "status", status, n_rows);
  return marmot_result_end (&result);
}

void
marmot_quantile_check_people (const double *people,
                              gsize n_rows,
                              guint8 *status)
{
  for (gsize row = 0; row < n_rows; row++)
    if (status[row] != MARMOT_STATUS_OK)
      continue;
    else if (!isfinite (people[row]))
      status[row] = MARMOT_STATUS_NOT_FINITE;
    else if (people[row] < 0)
      status[row] = MARMOT_STATUS_NEGATIVE_COUNT;
}

MarmotTable *
marmot_quantiles (MarmotColumn *values,
                  MarmotColumn *people,
                  MarmotGroups *groups,
                  MarmotQuantileOptions *options,
                  GError **error)
{
  MarmotQuantilePlan plan = { MARMOT_QUANTILE_RULE_RANK, 10, TRUE };
  g_autofree double *numbers = NULL;
  g_autofree double *weights = NULL;
  g_autofree gint32 *quantile = NULL;
  g_autofree guint8 *status = NULL;
  g_autofree gint32 *owned = NULL;
  const gint32 *codes;
  gsize n_rows, n_groups;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_QUANTILE_OPTIONS (options), NULL);

  n_rows = values->length;
  if (options)
    {
      plan.rule = marmot_quantile_options_get_rule (options);
      plan.n_groups = marmot_quantile_options_get_n_groups (options);
      plan.highest_first = marmot_quantile_options_get_highest_first (options);
    }
  if (plan.n_groups < 2 || plan.n_groups > MAX_GROUPS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "Ask for 2 to %d groups, such as 10 for tenths", MAX_GROUPS);
      return NULL;
    }
  if ((people != NULL) != (plan.rule == MARMOT_QUANTILE_RULE_PEOPLE))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           people ? "People count only by the rule by people: choose it, or leave them out"
                                  : "The rule by people needs to know how many people each area has");
      return NULL;
    }
  if (!marmot_figures_check_column (values, "values", n_rows, error)
      || (people && !marmot_figures_check_column (people, "people", n_rows, error))
      || !marmot_figures_get_groups_of (n_rows, groups, &codes, &n_groups, &owned, error))
    return NULL;

  status = g_malloc0 (MAX (n_rows, 1));
  quantile = g_new (gint32, MAX (n_rows, 1));
  numbers = marmot_figures_read_all (values, status);
  if (people)
    {
      weights = marmot_figures_read_all (people, status);
      marmot_quantile_check_people (weights, n_rows, status);
    }
  for (gsize row = 0; row < n_rows; row++)
    if (status[row] == MARMOT_STATUS_OK
        && (isnan (numbers[row])
            || (isinf (numbers[row]) && plan.rule != MARMOT_QUANTILE_RULE_RANK && plan.rule != MARMOT_QUANTILE_RULE_PEOPLE)))
      status[row] = MARMOT_STATUS_NOT_FINITE;

  marmot_quantile_cut (&plan, numbers, weights, codes, n_rows, n_groups, quantile, status);
  return marmot_quantile_finish (quantile, status, n_rows);
}
