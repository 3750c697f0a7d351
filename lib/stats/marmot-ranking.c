/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-sort-private.h"
#include "figures-private.h"
#include "numeric/ranking.h"
#include "numeric/special.h"

/* The columns of the result. */
typedef struct
{
  double *rank;
  double *lower;
  double *upper;
  double *expected;
  double *ranked;
} Ranks;

/* Ranks the n areas of one group, whose rows these are. */
static void
rank_group (const double *values,
            const double *errors,
            const gsize *rows,
            gsize n,
            double confidence,
            gboolean joint,
            const Ranks *ranks)
{
  g_autofree double *room = g_new (double, 8 * MAX (n, 1));
  double *value = room, *se = room + n, *low = room + 2 * n, *high = room + 3 * n;
  double *sorted_low = room + 4 * n, *sorted_high = room + 5 * n, *least = room + 6 * n, *greatest = room + 7 * n;
  double alone = joint ? pow (confidence, 1.0 / (double) n) : confidence;
  double z = mn_normal_quantile_upper ((1 - alone) / 2);

  for (gsize i = 0; i < n; i++)
    {
      value[i] = values[rows[i]];
      se[i] = errors[rows[i]];
      sorted_low[i] = low[i] = value[i] - z * se[i];
      sorted_high[i] = high[i] = value[i] + z * se[i];
    }
  marmot_sort_doubles (sorted_low, n);
  marmot_sort_doubles (sorted_high, n);
  mn_rank_intervals (low, high, sorted_low, sorted_high, n, least, greatest);
  for (gsize i = 0; i < n; i++)
    {
      ranks->lower[rows[i]] = least[i];
      ranks->upper[rows[i]] = greatest[i];
      ranks->ranked[rows[i]] = (double) n;
    }

  if (n <= MARMOT_RANKING_MAX_EXPECTED)
    {
      mn_rank_expected (value, se, n, least);
      for (gsize i = 0; i < n; i++)
        ranks->expected[rows[i]] = least[i];
    }

  /* Intervals without width give the places of the values themselves. */
  memcpy (sorted_low, value, n * sizeof *value);
  marmot_sort_doubles (sorted_low, n);
  mn_rank_intervals (value, value, sorted_low, sorted_low, n, least, greatest);
  for (gsize i = 0; i < n; i++)
    ranks->rank[rows[i]] = (least[i] + greatest[i]) / 2;
}

MarmotTable *
marmot_rank_areas (MarmotColumn *values,
                   MarmotColumn *standard_errors,
                   MarmotGroups *groups,
                   gboolean highest_first,
                   double confidence,
                   gboolean joint,
                   GError **error)
{
  static const char *const names[] = { "rank", "rank_lower", "rank_upper", "expected_rank", "ranked" };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree double *numbers = NULL;
  g_autofree double *errors = NULL;
  g_autofree double *room = NULL;
  g_autofree guint8 *status = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  g_autofree gint32 *owned = NULL;
  const gint32 *codes;
  gsize n_rows, n_groups;
  Ranks ranks;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (standard_errors != NULL, NULL);

  n_rows = values->length;
  if (!(confidence > 0 && confidence < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Confidence is a proportion between 0 and 1, such as 0.95");
      return NULL;
    }
  if (!marmot_figures_check_column (values, "values", n_rows, error)
      || !marmot_figures_check_column (standard_errors, "standard errors", n_rows, error)
      || !marmot_figures_get_groups_of (n_rows, groups, &codes, &n_groups, &owned, error))
    return NULL;

  status = g_malloc0 (MAX (n_rows, 1));
  numbers = marmot_figures_read_all (values, status);
  errors = marmot_figures_read_all (standard_errors, status);
  room = g_new (double, G_N_ELEMENTS (names) * MAX (n_rows, 1));
  for (gsize i = 0; i < G_N_ELEMENTS (names) * n_rows; i++)
    room[i] = (double) NAN;
  ranks = (Ranks) { room, room + n_rows, room + 2 * n_rows, room + 3 * n_rows, room + 4 * n_rows };

  for (gsize i = 0; i < n_rows; i++)
    {
      if (status[i] == MARMOT_STATUS_OK && (!isfinite (numbers[i]) || !isfinite (errors[i])))
        status[i] = MARMOT_STATUS_NOT_FINITE;
      else if (status[i] == MARMOT_STATUS_OK && errors[i] < 0)
        status[i] = MARMOT_STATUS_NEGATIVE_SPREAD;
      if (highest_first)
        numbers[i] = -numbers[i];
    }
  marmot_group_rows (codes, n_rows, n_groups, &starts, &rows);
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize n = 0;

      /* Those that can be ranked move to the front of their group. */
      for (gsize i = starts[g]; i < starts[g + 1]; i++)
        if (status[rows[i]] == MARMOT_STATUS_OK)
          rows[starts[g] + n++] = rows[i];
      if (n > 0)
        rank_group (numbers, errors, rows + starts[g], n, confidence, joint, &ranks);
    }

  marmot_result_init (&result);
  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    marmot_result_add_doubles (&result, names[k], room + k * n_rows, n_rows);
  marmot_result_add_statuses (&result, "status", status, n_rows);
  return marmot_result_end (&result);
}
