/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "figures-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-members-private.h"
#include "core/marmot-table-private.h"
#include "numeric/kernel.h"
#include "numeric/numbers.h"
#include "numeric/rate.h"

const char *
marmot_figures_percent (double proportion,
                        char buffer[MARMOT_PERCENT_SIZE])
{
  return g_ascii_formatd (buffer, MARMOT_PERCENT_SIZE, "%.10g", 100 * proportion);
}

gboolean
marmot_figures_find_numbers (MarmotTable *figures,
                             const char *name,
                             gboolean required,
                             const MarmotColumn **column,
                             GError **error)
{
  *column = marmot_table_peek_column (figures, name);
  if (*column == NULL && required)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The figures have no column \"%s\": name the one that holds it so", name);
      return FALSE;
    }
  if (*column && !marmot_column_is_numeric (*column))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column \"%s\" holds no numbers: pass a column of doubles or integers", name);
      return FALSE;
    }
  return TRUE;
}

gboolean
marmot_figures_get_groups_of (gsize n_rows,
                              MarmotGroups *groups,
                              const gint32 **codes,
                              gsize *n_groups,
                              gint32 **owned,
                              GError **error)
{
  if (groups == NULL)
    {
      *owned = g_new0 (gint32, n_rows);
      *codes = *owned;
      *n_groups = 1;
      return TRUE;
    }
  if (marmot_groups_get_n_rows (groups) != n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the figures have %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (groups), n_rows);
      return FALSE;
    }
  *codes = marmot_groups_peek_codes (groups);
  *n_groups = marmot_groups_get_n_groups (groups);
  return TRUE;
}

gboolean
marmot_figures_get_groups (MarmotTable *figures,
                           MarmotGroups *groups,
                           const gint32 **codes,
                           gsize *n_groups,
                           gint32 **owned,
                           GError **error)
{
  return marmot_figures_get_groups_of (marmot_table_get_n_rows (figures), groups, codes, n_groups, owned, error);
}

const double *
marmot_figures_read (const MarmotColumn *column,
                     gsize first,
                     gsize n_rows,
                     gboolean null_is_zero,
                     double *scratch,
                     guint8 *status)
{
  const double *values = marmot_column_block (column, first, n_rows, scratch);

  if (column->n_nulls == 0)
    return values;

  if (values != scratch && n_rows > 0)
    memcpy (scratch, values, n_rows * sizeof *values);
  for (gsize i = 0; i < n_rows; i++)
    if (!marmot_column_row_is_valid (column, first + i))
      {
        scratch[i] = 0;
        if (!null_is_zero)
          status[i] = MN_MISSING;
      }
  return scratch;
}

double *
marmot_figures_read_all (const MarmotColumn *column,
                         guint8 *status)
{
  gsize n_rows = column->length;
  double *numbers = g_new (double, MAX (n_rows, 1));

  for (gsize first = 0; first < n_rows; first += MARMOT_FIGURES_BLOCK)
    {
      gsize n = MIN (MARMOT_FIGURES_BLOCK, n_rows - first);
      double scratch[MARMOT_FIGURES_BLOCK];
      const double *block = marmot_figures_read (column, first, n, FALSE, scratch, status + first);

      memcpy (numbers + first, block, n * sizeof *numbers);
    }
  return numbers;
}

gboolean
marmot_figures_check_column (MarmotColumn *column,
                             const char *what,
                             gsize n_rows,
                             GError **error)
{
  if (!marmot_column_is_numeric (column))
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                 "The %s are no numbers: pass a column of doubles or integers", what);
  else if (column->length != n_rows)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                 "There are %" G_GSIZE_FORMAT " rows of %s and %" G_GSIZE_FORMAT " of values: pass as many",
                 column->length, what, n_rows);
  else
    return TRUE;
  return FALSE;
}

void
marmot_result_init (MarmotResult *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
}

void
marmot_result_clear (MarmotResult *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
}

void
marmot_result_add (MarmotResult *self,
                   const char *name,
                   MarmotColumn *column)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->columns, column);
}

void
marmot_result_add_doubles (MarmotResult *self,
                           const char *name,
                           const double *values,
                           gsize n_rows)
{
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * sizeof *values, &block);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof *values, n_rows, memory, NULL);

  if (n_rows > 0)
    memcpy (block, values, n_rows * sizeof *values);
  column->values = block;
  if (!mn_all_numbers (values, n_rows))
    mn_number_bits (values, n_rows, marmot_column_add_validity (column, n_rows));
  marmot_column_seal (column);
  marmot_result_add (self, name, column);
}

void
marmot_result_add_enums (MarmotResult *self,
                         const char *name,
                         GType type,
                         const guint8 *members,
                         gsize n_rows)
{
  guint8 *taken = g_malloc (MAX (n_rows, 1));

  if (n_rows > 0)
    memcpy (taken, members, n_rows);
  marmot_result_add (self, name, marmot_column_new_members (type, taken, n_rows));
}

void
marmot_result_add_statuses (MarmotResult *self,
                            const char *name,
                            const guint8 *statuses,
                            gsize n_rows)
{
  marmot_result_add_enums (self, name, MARMOT_TYPE_STATUS, statuses, n_rows);
}

void
marmot_result_add_estimates (MarmotResult *self,
                             const char *name,
                             MarmotEstimates *estimates)
{
  g_autoptr (MarmotTable) table = marmot_estimates_to_table (estimates);

  for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
    {
      const char *of_table = marmot_table_get_column_name (table, i);
      g_autofree char *named = NULL;

      if (name)
        named = i == 0 ? g_strdup (name) : g_strconcat (name, "_", of_table, NULL);
      marmot_result_add (self, named ? named : of_table, marmot_table_get_column (table, i));
    }
  marmot_estimates_unref (estimates);
}

void
marmot_result_add_group_keys (MarmotResult *self,
                              MarmotTable *keys,
                              const gsize *group_of,
                              gsize n_rows)
{
  g_autofree gint64 *numbers = NULL;

  if (keys)
    {
      for (gsize k = 0; k < marmot_table_get_n_columns (keys); k++)
        {
          g_autoptr (MarmotColumn) key = marmot_table_get_column (keys, k);

          marmot_result_add (self, marmot_table_get_column_name (keys, k),
                             marmot_column_take_known (key, group_of, n_rows));
        }
      return;
    }
  numbers = g_new (gint64, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    numbers[i] = (gint64) group_of[i];
  marmot_result_add (self, "group", marmot_column_new_integer (numbers, n_rows));
}

void
marmot_result_add_keys (MarmotResult *self,
                        MarmotGroups *groups,
                        const gsize *group_of,
                        gsize n_rows)
{
  g_autoptr (MarmotTable) keys = groups ? marmot_groups_get_keys (groups) : NULL;

  if (groups)
    marmot_result_add_group_keys (self, keys, group_of, n_rows);
}

MarmotTable *
marmot_result_end (MarmotResult *self)
{
  MarmotTable *table = marmot_result_end_with_keys (self, NULL);

  g_assert (table != NULL);
  return table;
}

MarmotTable *
marmot_result_end_with_keys (MarmotResult *self,
                             GError **error)
{
  gsize n_columns = self->columns->len;

  for (gsize i = 0; i < n_columns; i++)
    for (gsize k = 0; k < i; k++)
      if (g_str_equal (self->names->pdata[i], self->names->pdata[k]))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "A key is named \"%s\", as a column of the result is: rename it",
                       (const char *) self->names->pdata[i]);
          return NULL;
        }
  g_ptr_array_add (self->names, NULL);
  return marmot_table_new ((const char *const *) self->names->pdata,
                           (MarmotColumn **) self->columns->pdata, n_columns, error);
}

void
marmot_count_limits (const MarmotIntervalPlan *plan,
                     guint level,
                     double below,
                     const double *count,
                     gsize n_rows,
                     double *lower,
                     double *upper)
{
  mn_poisson_limits limits;
  double ones[MARMOT_FIGURES_BLOCK];

  for (gsize i = 0; i < MARMOT_FIGURES_BLOCK; i++)
    ones[i] = 1;
  if (below > 0)
    mn_poisson_limits_init (&limits, plan->alpha_2[level], isinf (below) ? n_rows : 0);
  for (gsize first = 0; first < n_rows; first += MARMOT_FIGURES_BLOCK)
    {
      gsize n = MIN (MARMOT_FIGURES_BLOCK, n_rows - first);

      mn_rate_byar (count + first, ones, n, plan->z[level], 1, lower + first, upper + first);
      if (below > 0)
        mn_rate_exact_rows (count + first, ones, n, below, &limits, 1, lower + first, upper + first);
    }
}
