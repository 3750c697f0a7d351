/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-subgroups-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-memory-private.h"
#include "core/marmot-table-private.h"
#include "numeric/kernel.h"
#include "numeric/order.h"
#include "numeric/special.h"

G_DEFINE_FINAL_TYPE (MarmotSubgroups, marmot_subgroups, G_TYPE_OBJECT)

static void
core_clear (gpointer data)
{
  MarmotSubgroupsCore *core = data;

  g_clear_pointer (&core->areas, marmot_groups_unref);
  g_free (core->start);
  g_aligned_free (core->rows);
  g_aligned_free (core->y);
  g_free (core->total);
  g_free (core->mean);
  g_free (core->n_live);
  g_free (core->n_missing);
  g_free (core->status);
  g_free (core->order_status);
}

static void
core_unref (MarmotSubgroupsCore *core)
{
  g_atomic_rc_box_release_full (core, core_clear);
}

static void
marmot_subgroups_finalize (GObject *object)
{
  MarmotSubgroups *self = MARMOT_SUBGROUPS (object);

  g_clear_pointer (&self->core, core_unref);
  g_free (self->s);
  g_free (self->lower);
  g_free (self->upper);
  g_clear_pointer (&self->labels, marmot_column_unref);
  marmot_subgroups_clear_design (self);

  G_OBJECT_CLASS (marmot_subgroups_parent_class)->finalize (object);
}

static void
marmot_subgroups_class_init (MarmotSubgroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_subgroups_finalize;
}

static void
marmot_subgroups_init (MarmotSubgroups *self)
{
}

static gboolean
check_column (const MarmotColumn *column,
              const char *name,
              gsize n_rows,
              GError **error)
{
  if (!marmot_column_is_numeric (column))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The %s column holds %s: pass a column of doubles or integers%s", name,
                   marmot_column_type_name (column->type),
                   strcmp (name, "rank") == 0 ? " (text would be put in the order 1, 10, 2)" : "");
      return FALSE;
    }
  if (column->length != n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The %s column has %" G_GSIZE_FORMAT " rows and the estimate column %" G_GSIZE_FORMAT
                   ": they must have the same",
                   name, column->length, n_rows);
      return FALSE;
    }
  return TRUE;
}

static inline double
get_number (const MarmotColumn *column,
            gsize row)
{
  if (column->type == MARMOT_COLUMN_DOUBLE)
    return ((const double *) column->values)[column->offset + row];
  return (double) ((const gint64 *) column->values)[column->offset + row];
}

/* The lower of two reasons counts, so that the order of the rows does not. */
static inline void
fault (guint8 *status,
       guint8 found)
{
  if (*status == MN_OK || found < *status)
    *status = found;
}

/* What is wrong with a row, for its area; whether it has a figure. */
static gboolean
judge_row (MarmotSubgroupsCore *core,
           gsize area,
           const MarmotColumn *estimate,
           const MarmotColumn *population,
           const MarmotColumn *rank,
           gsize row)
{
  if (!marmot_column_row_is_valid (estimate, row))
    {
      core->n_missing[area]++;
      return FALSE;
    }
  if (!isfinite (get_number (estimate, row)))
    {
      fault (&core->status[area], MN_NOT_FINITE);
      return FALSE;
    }

  if (population)
    {
      double people = get_number (population, row);

      if (!marmot_column_row_is_valid (population, row))
        fault (&core->status[area], MN_MISSING);
      else if (!isfinite (people))
        fault (&core->status[area], MN_NOT_FINITE);
      else if (people < 0)
        fault (&core->status[area], MN_DENOMINATOR_NOT_POSITIVE);
    }
  if (rank)
    {
      if (!marmot_column_row_is_valid (rank, row))
        fault (&core->order_status[area], MN_MISSING);
      else if (!isfinite (get_number (rank, row)))
        fault (&core->order_status[area], MN_NOT_FINITE);
    }
  return TRUE;
}

/* Whether every row has a number, and none is below least: nearly always so. */
static gboolean
is_clean (const MarmotColumn *column,
          double least)
{
  gsize n_bad = 0;

  if (column->n_nulls > 0)
    return FALSE;
  if (column->type == MARMOT_COLUMN_DOUBLE)
    {
      const double *numbers = (const double *) column->values + column->offset;

      for (gsize row = 0; row < column->length; row++)
        n_bad += !(fabs (numbers[row]) <= G_MAXDOUBLE && numbers[row] >= least);
    }
  else
    {
      const gint64 *numbers = (const gint64 *) column->values + column->offset;

      for (gsize row = 0; row < column->length; row++)
        n_bad += (double) numbers[row] < least;
    }
  return n_bad == 0;
}

/* Puts the rows of each area in the order of their ranks. */
static void
put_in_order (MarmotSubgroupsCore *core,
              const MarmotColumn *rank)
{
  mn_order_entry *entries = marmot_memory_room (2 * core->most_kept * sizeof *entries);
  mn_order_entry *scratch = entries + core->most_kept;
  g_autofree double *keys = NULL;
  g_autofree gsize *rows = NULL;

  for (gsize area = 0; area < core->n_areas; area++)
    {
      gsize first = core->start[area];
      gsize n = core->start[area + 1] - first;
      const double *numbers;
      mn_order_entry *sorted;
      gboolean is_run;
      gsize from;

      if (core->order_status[area] != MN_OK)
        {
          for (gsize i = 0; i < n; i++)
            core->rank[first + i] = 0;
          continue;
        }
      if (n == 0)
        continue;
      /* Rows that follow one another, as those of one area do, need no copies. */
      from = core->rows[first];
      is_run = core->rows[first + n - 1] - from == n - 1;
      if (is_run && rank->type == MARMOT_COLUMN_DOUBLE)
        {
          numbers = (const double *) rank->values + rank->offset + from;
        }
      else
        {
          if (!keys)
            keys = g_new (double, core->most_kept);
          for (gsize i = 0; i < n; i++)
            keys[i] = get_number (rank, core->rows[first + i]);
          numbers = keys;
        }
      sorted = mn_order_rows (numbers, n, entries, scratch);
      if (!is_run)
        {
          if (!rows)
            rows = g_new (gsize, core->most_kept);
          memcpy (rows, core->rows + first, n * sizeof *rows);
        }
      for (gsize i = 0; i < n; i++)
        {
          core->rows[first + i] = is_run ? from + sorted[i].row : rows[sorted[i].row];
          core->rank[first + i] = mn_order_key (sorted[i].key);
        }
    }
  g_aligned_free (entries);
}

/* The numbers of a column at the kept rows; those of null rows may be anything. */
static void
pick (const MarmotColumn *column,
      const MarmotSubgroupsCore *core,
      double *numbers)
{
  if (column->type == MARMOT_COLUMN_DOUBLE)
    mn_order_pick ((const double *) column->values + column->offset, core->rows, core->n_kept, numbers);
  else
    for (gsize i = 0; i < core->n_kept; i++)
      numbers[i] = get_number (column, core->rows[i]);
}

static void
fill (MarmotSubgroupsCore *core,
      const MarmotColumn *estimate,
      const MarmotColumn *population)
{
  pick (estimate, core, core->y);
  /* A population that is no number has a status already. */
  if (population)
    pick (population, core, core->w);
  for (gsize i = 0; !population && i < core->n_kept; i++)
    core->w[i] = 1;

  for (gsize area = 0; area < core->n_areas; area++)
    {
      gsize first = core->start[area];
      gsize n = core->start[area + 1] - first;
      int status;

      if (core->status[area] != MN_OK)
        {
          /* Nothing reads the places of such an area, but they are not left unset. */
          for (gsize i = first; i < first + n; i++)
            {
              core->p[i] = 0;
              if (core->has_rank)
                core->low[i] = core->high[i] = 0;
            }
          continue;
        }
      if (n == 0)
        {
          core->status[area] = core->n_missing[area] ? MN_MISSING : MN_EMPTY_GROUP;
          continue;
        }
      status = mn_groups_place (core->w + first, core->has_rank ? core->rank + first : NULL, n, core->p + first,
                                core->low + first, core->high + first, &core->n_live[area], &core->total[area]);
      core->status[area] = (guint8) status;
      if (status == MN_OK)
        core->mean[area] = mn_groups_mean (core->y + first, core->p + first, n);
    }
}

static MarmotSubgroupsCore *
core_new (const MarmotColumn *estimate,
          const MarmotColumn *population,
          const MarmotColumn *rank,
          MarmotGroups *areas)
{
  MarmotSubgroupsCore *core = g_atomic_rc_box_new0 (MarmotSubgroupsCore);
  const gint32 *codes = areas ? marmot_groups_peek_codes (areas) : NULL;
  gsize n_areas = areas ? marmot_groups_get_n_groups (areas) : 1;
  g_autofree gsize *place = NULL;
  g_autofree guint8 *kept = NULL;
  gsize room, stride;

  core->n_rows = estimate->length;
  core->n_areas = n_areas;
  core->areas = areas ? marmot_groups_ref (areas) : NULL;
  core->has_rank = rank != NULL;
  core->has_population = population != NULL;
  core->start = g_new0 (gsize, n_areas + 1);
  core->n_live = g_new0 (gsize, n_areas);
  core->n_missing = g_new0 (gsize, n_areas);
  core->total = g_new0 (double, n_areas);
  core->mean = g_new0 (double, n_areas);
  core->status = g_new0 (guint8, n_areas);
  core->order_status = g_malloc (MAX (n_areas, 1));
  memset (core->order_status, rank ? MN_OK : MN_NO_ORDER, n_areas);

  if (is_clean (estimate, -G_MAXDOUBLE) && (!population || is_clean (population, 0))
      && (!rank || is_clean (rank, -G_MAXDOUBLE)))
    {
      /* No rows have no codes, and there may be no area for them. */
      if (!codes && n_areas > 0)
        core->start[1] = core->n_rows;
      for (gsize row = 0; codes && row < core->n_rows; row++)
        core->start[codes[row] + 1]++;
    }
  else
    {
      kept = g_malloc (core->n_rows);
      for (gsize row = 0; row < core->n_rows; row++)
        {
          gsize area = codes ? (gsize) codes[row] : 0;

          kept[row] = judge_row (core, area, estimate, population, rank, row);
          core->start[area + 1] += kept[row];
        }
    }
  for (gsize area = 0; area < n_areas; area++)
    {
      core->most_kept = MAX (core->most_kept, core->start[area + 1]);
      core->start[area + 1] += core->start[area];
    }
  core->n_kept = core->start[n_areas];
  /* Never nothing: even no rows have an address. */
  room = MAX (core->n_kept, 1);
  /* A line more, lest the same row of all arrays fall on one place of the cache. */
  stride = room + MARMOT_ALIGNMENT / sizeof (double);

  core->rows = marmot_memory_room (room * sizeof *core->rows);
  core->y = marmot_memory_room ((rank ? 6 : 3) * stride * sizeof (double));
  core->w = core->y + stride;
  core->p = core->w + stride;
  core->rank = rank ? core->p + stride : NULL;
  core->low = rank ? core->rank + stride : NULL;
  core->high = rank ? core->low + stride : NULL;

  place = g_memdup2 (core->start, n_areas * sizeof *place);
  for (gsize row = 0; row < core->n_rows; row++)
    if (!kept || kept[row])
      core->rows[place[codes ? (gsize) codes[row] : 0]++] = row;
  if (rank)
    put_in_order (core, rank);
  fill (core, estimate, population);
  return core;
}

MarmotSubgroups *
marmot_subgroups_new (MarmotColumn *estimate,
                      MarmotColumn *population,
                      MarmotColumn *rank,
                      MarmotGroups *areas,
                      GError **error)
{
  MarmotSubgroups *self;

  g_return_val_if_fail (estimate != NULL, NULL);

  if (!check_column (estimate, "estimate", estimate->length, error)
      || (population && !check_column (population, "population", estimate->length, error))
      || (rank && !check_column (rank, "rank", estimate->length, error)))
    return NULL;
  if (areas && marmot_groups_get_n_rows (areas) != estimate->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The areas are of %" G_GSIZE_FORMAT " rows and the columns have %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (areas), estimate->length);
      return NULL;
    }

  self = g_object_new (MARMOT_TYPE_SUBGROUPS, NULL);
  self->core = core_new (estimate, population, rank, areas);
  return self;
}

MarmotSubgroups *
marmot_subgroups_new_from_table (const MarmotTable *table,
                                 const char *const *area_names,
                                 GError **error)
{
  MarmotColumn *estimate, *s, *lower, *upper, *labels;
  g_autoptr (MarmotGroups) areas = NULL;
  g_autoptr (MarmotSubgroups) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  estimate = marmot_table_peek_column (table, "estimate");
  if (!estimate)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The table has no column \"estimate\": name the column of the groups' figures so");
      return NULL;
    }
  if (area_names && *area_names)
    {
      areas = marmot_groups_new_from_table (table, area_names, error);
      if (!areas)
        return NULL;
    }
  self = marmot_subgroups_new (estimate, marmot_table_peek_column (table, "population"),
                               marmot_table_peek_column (table, "rank"), areas, error);

  s = marmot_table_peek_column (table, "standard_error");
  if (self && s)
    {
      g_autoptr (MarmotSubgroups) bare = g_steal_pointer (&self);

      self = marmot_subgroups_with_standard_error (bare, s, error);
    }
  lower = marmot_table_peek_column (table, "lower");
  upper = marmot_table_peek_column (table, "upper");
  if (self && !lower != !upper)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The table has a column \"%s\" and none called \"%s\": limits go in pairs",
                   lower ? "lower" : "upper", lower ? "upper" : "lower");
      return NULL;
    }
  if (self && lower)
    {
      g_autoptr (MarmotSubgroups) bare = g_steal_pointer (&self);

      self = marmot_subgroups_with_limits (bare, lower, upper, 0.95, error);
    }
  labels = marmot_table_peek_column (table, "label");
  if (self && labels)
    {
      g_autoptr (MarmotSubgroups) bare = g_steal_pointer (&self);

      self = marmot_subgroups_with_labels (bare, labels, error);
    }
  return g_steal_pointer (&self);
}

MarmotSubgroups *
marmot_subgroups_copy (MarmotSubgroups *self)
{
  MarmotSubgroups *twin = g_object_new (MARMOT_TYPE_SUBGROUPS, NULL);
  gsize size = MAX (self->core->n_kept, 1) * sizeof (double);

  twin->core = g_atomic_rc_box_acquire (self->core);
  twin->s = self->s ? g_memdup2 (self->s, size) : NULL;
  twin->s_from_limits = self->s_from_limits;
  twin->lower = self->lower ? g_memdup2 (self->lower, size) : NULL;
  twin->upper = self->upper ? g_memdup2 (self->upper, size) : NULL;
  twin->limits_z = self->limits_z;
  twin->labels = self->labels ? marmot_column_ref (self->labels) : NULL;
  marmot_subgroups_copy_design (self, twin);
  return twin;
}

/* A column in the order of the kept rows; NaN for what is missing. */
static double *
arrange (MarmotSubgroups *self,
         const MarmotColumn *column)
{
  const MarmotSubgroupsCore *core = self->core;
  double *numbers = g_new (double, MAX (core->n_kept, 1));

  for (gsize i = 0; i < core->n_kept; i++)
    {
      double number = (double) NAN;

      if (marmot_column_row_is_valid (column, core->rows[i]))
        number = get_number (column, core->rows[i]);
      numbers[i] = isfinite (number) ? number : (double) NAN;
    }
  return numbers;
}

MarmotSubgroups *
marmot_subgroups_with_standard_error (MarmotSubgroups *self,
                                      MarmotColumn *standard_error,
                                      GError **error)
{
  MarmotSubgroups *twin;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (standard_error != NULL, NULL);

  if (!check_column (standard_error, "standard error", self->core->n_rows, error))
    return NULL;

  twin = marmot_subgroups_copy (self);
  g_free (twin->s);
  twin->s = arrange (self, standard_error);
  twin->s_from_limits = FALSE;
  for (gsize i = 0; i < self->core->n_kept; i++)
    if (twin->s[i] < 0)
      twin->s[i] = (double) NAN;
  return twin;
}

MarmotSubgroups *
marmot_subgroups_with_limits (MarmotSubgroups *self,
                              MarmotColumn *lower,
                              MarmotColumn *upper,
                              double confidence,
                              GError **error)
{
  MarmotSubgroups *twin;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (lower != NULL, NULL);
  g_return_val_if_fail (upper != NULL, NULL);

  if (!check_column (lower, "lower limit", self->core->n_rows, error)
      || !check_column (upper, "upper limit", self->core->n_rows, error))
    return NULL;
  if (!(confidence > 0 && confidence < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A confidence level is a proportion above 0 and below 1, such as 0.95");
      return NULL;
    }

  twin = marmot_subgroups_copy (self);
  g_free (twin->lower);
  g_free (twin->upper);
  twin->lower = arrange (self, lower);
  twin->upper = arrange (self, upper);
  twin->limits_z = mn_normal_quantile_upper ((1 - confidence) / 2);
  for (gsize i = 0; i < self->core->n_kept; i++)
    if (!(twin->lower[i] <= twin->upper[i]))
      twin->lower[i] = twin->upper[i] = (double) NAN;
  if (!twin->s || twin->s_from_limits)
    {
      g_free (twin->s);
      twin->s = g_new (double, MAX (self->core->n_kept, 1));
      twin->s_from_limits = TRUE;
      for (gsize i = 0; i < self->core->n_kept; i++)
        twin->s[i] = (twin->upper[i] - twin->lower[i]) / (2 * twin->limits_z);
    }
  return twin;
}

MarmotSubgroups *
marmot_subgroups_with_labels (MarmotSubgroups *self,
                              MarmotColumn *labels,
                              GError **error)
{
  MarmotSubgroups *twin;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (labels != NULL, NULL);

  if (labels->type != MARMOT_COLUMN_TEXT && labels->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The label column holds %s: pass a column of text, by which a reference group can be named",
                   marmot_column_type_name (labels->type));
      return NULL;
    }
  if (labels->length != self->core->n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The label column has %" G_GSIZE_FORMAT " rows and the estimate column %" G_GSIZE_FORMAT
                   ": they must have the same",
                   labels->length, self->core->n_rows);
      return NULL;
    }

  twin = marmot_subgroups_copy (self);
  g_clear_pointer (&twin->labels, marmot_column_unref);
  twin->labels = marmot_column_ref (labels);
  return twin;
}

gsize
marmot_subgroups_get_n_areas (MarmotSubgroups *self)
{
  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), 0);

  return self->core->n_areas;
}

gsize
marmot_subgroups_get_n_rows (MarmotSubgroups *self)
{
  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), 0);

  return self->core->n_rows;
}

MarmotGroups *
marmot_subgroups_get_areas (MarmotSubgroups *self)
{
  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);

  return self->core->areas ? marmot_groups_ref (self->core->areas) : NULL;
}

void
marmot_subgroups_peek (MarmotSubgroups *self,
                       gsize area,
                       mn_groups *groups)
{
  const MarmotSubgroupsCore *core = self->core;
  gsize first = core->start[area];

  groups->n = core->start[area + 1] - first;
  groups->n_live = core->n_live[area];
  groups->y = core->y + first;
  groups->s = self->s ? self->s + first : NULL;
  groups->lower = self->lower ? self->lower + first : NULL;
  groups->upper = self->upper ? self->upper + first : NULL;
  groups->limits_z = self->limits_z;
  groups->w = core->w + first;
  groups->p = core->p + first;
  groups->low = core->has_rank ? core->low + first : NULL;
  groups->high = core->has_rank ? core->high + first : NULL;
  groups->total = core->total[area];
  groups->mean = core->mean[area];
}
