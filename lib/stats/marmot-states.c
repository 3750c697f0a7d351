/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-ranks-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"

/* Rows of a result that anybody could still read. */
#define MAX_ROWS 10000000

/* The rank of each row of a column, the first row of each rank, and whether the last rank
 * is that of the nulls. */
typedef struct
{
  gint32 *ranks;
  gsize *first;
  gsize n;
  gboolean has_null;
} Ranks;

static void
ranks_clear (Ranks *self)
{
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->first, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranks, ranks_clear)

static void
find_first (Ranks *self,
            gsize n_rows)
{
  self->first = g_new0 (gsize, self->n + 1);
  for (gsize i = n_rows; i-- > 0;)
    self->first[self->ranks[i]] = i;
}

static gboolean
ranks_init (Ranks *self,
            const MarmotColumn *column,
            GError **error)
{
  self->ranks = marmot_rank_column (column, &self->n, error);
  if (!self->ranks)
    return FALSE;
  self->has_null = column->n_nulls > 0;
  find_first (self, column->length);
  return TRUE;
}

static MarmotColumn *
find_column (MarmotTable *records,
             const char *name,
             GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (records, name);

  if (!column)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                 "The records have no column \"%s\": name the one that holds it so", name);
  return column;
}

static gboolean
check_keys (MarmotGroups *groups,
            const char *row_name,
            const char *state_name,
            GError **error)
{
  static const char *const taken[] = { "count", "known", "unknown", "value", "lower", "upper", "status" };
  g_autoptr (MarmotTable) keys = groups ? marmot_groups_get_keys (groups) : NULL;

  for (gsize k = 0; keys && k < marmot_table_get_n_columns (keys); k++)
    {
      const char *name = marmot_table_get_column_name (keys, k);
      gboolean clash = g_str_equal (name, row_name) || g_str_equal (name, state_name)
                       || g_str_has_prefix (name, "lower_") || g_str_has_prefix (name, "upper_");

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

/* Counts of states by group and row key, as shares of those that are known. */
static MarmotTable *
cross (MarmotTable *records,
       MarmotGroups *groups,
       const char *row_name,
       const char *state_name,
       MarmotIntervalOptions *options,
       GError **error)
{
  gsize n_rows = marmot_table_get_n_rows (records), n_states, n, n_groups;
  MarmotColumn *rows = find_column (records, row_name, error);
  MarmotColumn *states = rows ? find_column (records, state_name, error) : NULL;
  g_auto (Ranks) keys = { 0 };
  g_auto (Ranks) state = { 0 };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gint32 *owned = NULL;
  g_autofree double *count = NULL, *known = NULL, *unknown = NULL;
  g_autofree gsize *group_of = NULL, *key_row = NULL, *state_row = NULL;
  g_autoptr (MarmotColumn) counts = NULL;
  g_autoptr (MarmotColumn) of = NULL;
  MarmotEstimates *estimates;
  const gint32 *codes;

  if (!states || !check_keys (groups, row_name, state_name, error)
      || !marmot_figures_get_groups (records, groups, &codes, &n_groups, &owned, error)
      || !ranks_init (&keys, rows, error) || !ranks_init (&state, states, error))
    return NULL;
  if (groups)
    {
      gint32 *pairs = g_memdup2 (codes, n_rows * sizeof *codes);
      gsize n_pairs = n_groups;

      if (n_rows > 0 && !marmot_rank_pairs (pairs, n_rows, &n_pairs, keys.ranks, keys.n, error))
        {
          g_free (pairs);
          return NULL;
        }
      g_free (keys.ranks);
      g_free (keys.first);
      keys.ranks = pairs;
      keys.n = n_rows > 0 ? n_pairs : 0;
      find_first (&keys, n_rows);
    }
  n_states = state.n - state.has_null;
  if (n_states > 0 && keys.n > MAX_ROWS / n_states)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "There are %" G_GSIZE_FORMAT " states: pass the column that holds states, and not one of names",
                   n_states);
      return NULL;
    }

  n = keys.n * n_states;
  count = g_new0 (double, n + 1);
  known = g_new0 (double, n + 1);
  unknown = g_new0 (double, n + 1);
  group_of = g_new (gsize, n + 1);
  key_row = g_new (gsize, n + 1);
  state_row = g_new (gsize, n + 1);
  {
    g_autofree double *all = g_new0 (double, keys.n + 1);
    g_autofree double *with = g_new0 (double, keys.n + 1);

    for (gsize i = 0; i < n_rows; i++)
      {
        gsize key = (gsize) keys.ranks[i], of_state = (gsize) state.ranks[i];

        all[key]++;
        if (of_state < n_states)
          {
            with[key]++;
            count[key * n_states + of_state]++;
          }
      }
    for (gsize i = 0; i < n; i++)
      {
        gsize key = i / n_states;

        known[i] = with[key];
        unknown[i] = all[key] - with[key];
        key_row[i] = keys.first[key];
        group_of[i] = groups ? (gsize) codes[keys.first[key]] : 0;
        state_row[i] = state.first[i % n_states];
      }
  }
  counts = marmot_column_new_double (count, n);
  of = marmot_column_new_double (known, n);
  estimates = marmot_proportion_column (counts, of, options, error);
  if (!estimates)
    return NULL;

  marmot_result_init (&result);
  marmot_result_add_keys (&result, groups, group_of, n);
  marmot_result_add (&result, row_name, marmot_column_take_known (rows, key_row, n));
  marmot_result_add (&result, state_name, marmot_column_take_known (states, state_row, n));
  marmot_result_add_doubles (&result, "count", count, n);
  marmot_result_add_doubles (&result, "known", known, n);
  marmot_result_add_doubles (&result, "unknown", unknown, n);
  marmot_result_add_estimates (&result, NULL, estimates);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_state_shares (MarmotTable *records,
                     MarmotGroups *groups,
                     MarmotIntervalOptions *options,
                     GError **error)
{
  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  return cross (records, groups, "time", "state", options, error);
}

MarmotTable *
marmot_state_transitions (MarmotTable *records,
                          MarmotGroups *groups,
                          MarmotIntervalOptions *options,
                          GError **error)
{
  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  return cross (records, groups, "from", "to", options, error);
}
