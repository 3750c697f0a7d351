/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "view-private.h"

#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"

/* What tells one series of figures from another. */
static const char *const series_keys[] = {
  "indicator_id", "indicator_code", "indicator_name", "area_code", "area_type", "sex", "age", "category_type", "category",
  /* A quarter is not the year before. */
  "period_range", "time_identifier", "year_type",
};

MarmotColumn *
marmot_view_need_column (MarmotTable *table,
             const char *name,
             GError **error)
{
  MarmotColumn *column = marmot_table_get_column_by_name (table, name);

  if (!column)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "The set has no column \"%s\", which this view needs", name);
  return column;
}

MarmotColumn *
marmot_view_need_labels (MarmotTable *table,
                         const char *name,
                         GError **error)
{
  MarmotColumn *column = marmot_view_need_column (table, name, error);

  if (column && marmot_column_get_column_type (column) != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" holds no labels", name);
      g_clear_pointer (&column, marmot_column_unref);
    }
  return column;
}

MarmotTable *
marmot_view_take_rows (MarmotTable *table,
           const GArray *rows,
           GError **error)
{
  g_auto (GStrv) names = marmot_table_get_names (table);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  gsize n_columns = marmot_table_get_n_columns (table);

  for (gsize i = 0; i < n_columns; i++)
    {
      g_autoptr (MarmotColumn) whole = marmot_table_get_column (table, i);
      MarmotColumn *part = marmot_column_take (whole, (const gsize *) (const void *) rows->data, rows->len, error);

      if (!part)
        return NULL;
      g_ptr_array_add (columns, part);
    }

  return marmot_table_new ((const char * const *) names, (MarmotColumn **) columns->pdata, n_columns, error);
}

/* A row with the number that it is sorted by. */
typedef struct
{
  double key;
  gsize row;
} Keyed;

static int
compare_keyed (gconstpointer a,
               gconstpointer b)
{
  const Keyed *x = a;
  const Keyed *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

/* The rows in the order of a column of numbers; those without one come last, in
 * their order, and n_keyed says where they begin. */
static GArray *
sort_rows (MarmotColumn *column,
           gsize *n_keyed)
{
  gsize n = marmot_column_get_length (column);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) n);
  g_autofree Keyed *keyed = g_new (Keyed, n);
  gsize n_keys = 0;

  for (gsize row = 0; row < n; row++)
    if (!marmot_column_is_null (column, row))
      keyed[n_keys++] = (Keyed){ marmot_column_get_double (column, row), row };
  qsort (keyed, n_keys, sizeof *keyed, compare_keyed);

  for (gsize i = 0; i < n_keys; i++)
    g_array_append_val (rows, keyed[i].row);
  for (gsize row = 0; row < n; row++)
    if (marmot_column_is_null (column, row))
      g_array_append_val (rows, row);

  *n_keyed = n_keys;
  return rows;
}

static gboolean
check_distinct (MarmotTable *table,
                const char *name,
                GError **error)
{
  const char *const names[] = { name, NULL };
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (table, names, error);

  if (!groups)
    return FALSE;
  if (marmot_groups_get_n_groups (groups) < marmot_groups_get_n_rows (groups))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "Some rows share one \"%s\": filter the set down to what the view is of", name);
      return FALSE;
    }
  return TRUE;
}

/* Adds the ranks of rows that stand in the order of their values. */
static MarmotTable *
add_ranks (MarmotTable *sorted,
           gsize n_keyed,
           GError **error)
{
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (sorted, "value");
  gsize n = marmot_table_get_n_rows (sorted);
  MarmotColumnBuilder *ranks = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);
  MarmotColumnBuilder *ranked = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  g_autoptr (MarmotColumn) rank_column = NULL;
  g_autoptr (MarmotColumn) ranked_column = NULL;
  g_autoptr (MarmotTable) with_rank = NULL;

  for (gsize first = 0, end; first < n_keyed; first = end)
    {
      double value = marmot_column_get_double (values, first);

      for (end = first + 1; end < n_keyed && marmot_column_get_double (values, end) == value;)
        end++;
      /* Ranks first + 1 to end; equals share their mean. */
      for (gsize i = first; i < end; i++)
        marmot_column_builder_append_double (ranks, ((double) first + 1 + (double) end) / 2);
    }
  for (gsize i = n_keyed; i < n; i++)
    marmot_column_builder_append_null (ranks);
  for (gsize i = 0; i < n; i++)
    marmot_column_builder_append_integer (ranked, (gint64) n_keyed);

  rank_column = marmot_column_builder_finish (ranks);
  ranked_column = marmot_column_builder_finish (ranked);
  with_rank = marmot_table_with_column (sorted, "rank", rank_column, error);
  return with_rank ? marmot_table_with_column (with_rank, "ranked", ranked_column, error) : NULL;
}

MarmotTable *
marmot_view_ranked (MarmotObservationSet *set,
                    GError **error)
{
  MarmotTable *table;
  g_autoptr (MarmotColumn) areas = NULL;
  g_autoptr (MarmotColumn) values = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (MarmotTable) sorted = NULL;
  gsize n_keyed;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);

  table = marmot_observation_set_get_table (set);
  areas = marmot_view_need_column (table, "area_code", error);
  if (!areas)
    return NULL;
  values = marmot_view_need_column (table, "value", error);
  if (!values || !check_distinct (table, "area_code", error))
    return NULL;

  rows = sort_rows (values, &n_keyed);
  sorted = marmot_view_take_rows (table, rows, error);
  return sorted ? add_ranks (sorted, n_keyed, error) : NULL;
}

MarmotTable *
marmot_view_series (MarmotObservationSet *set,
                    GError **error)
{
  MarmotTable *table;
  g_autoptr (MarmotColumn) sortable = NULL;
  g_autoptr (GArray) rows = NULL;
  gsize n_keyed;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);

  table = marmot_observation_set_get_table (set);
  sortable = marmot_view_need_column (table, "sortable", error);
  if (!sortable || !check_distinct (table, "sortable", error))
    return NULL;

  rows = sort_rows (sortable, &n_keyed);
  return marmot_view_take_rows (table, rows, error);
}

/* The series of every row, by those keys that the table has. */
static MarmotGroups *
group_series (MarmotTable *table,
              GError **error)
{
  const char *names[G_N_ELEMENTS (series_keys) + 1] = { NULL };
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (series_keys); i++)
    if (marmot_table_has_column (table, series_keys[i]))
      names[n++] = series_keys[i];
  if (n == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The set has no column that tells one series from another");
      return NULL;
    }
  return marmot_groups_new_from_table (table, names, error);
}

#define NONE MARMOT_VIEW_NONE

gboolean
marmot_view_find_last_two (MarmotTable *table,
               MarmotColumn *sortable,
               gsize **last,
               gsize **before,
               gsize *n_series,
               GError **error)
{
  g_autoptr (MarmotGroups) groups = group_series (table, error);
  const gint32 *codes;
  gsize n_rows;

  if (!groups)
    return FALSE;

  codes = marmot_groups_peek_codes (groups);
  n_rows = marmot_groups_get_n_rows (groups);
  *n_series = marmot_groups_get_n_groups (groups);
  *last = g_new (gsize, *n_series);
  *before = g_new (gsize, *n_series);
  for (gsize i = 0; i < *n_series; i++)
    (*last)[i] = (*before)[i] = NONE;

  for (gsize row = 0; row < n_rows; row++)
    {
      gsize *l = &(*last)[codes[row]];
      gsize *b = &(*before)[codes[row]];
      gint64 key;

      if (marmot_column_is_null (sortable, row))
        continue;
      key = marmot_column_get_integer (sortable, row);
      if (*l == NONE || key > marmot_column_get_integer (sortable, *l))
        {
          *b = *l;
          *l = row;
        }
      else if (*b == NONE || key > marmot_column_get_integer (sortable, *b))
        {
          *b = row;
        }
    }

  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  gsize x = *(const gsize *) a;
  gsize y = *(const gsize *) b;

  return (x > y) - (x < y);
}

MarmotTable *
marmot_view_profile (MarmotObservationSet *set,
                     const char *area_code,
                     GError **error)
{
  g_autoptr (MarmotObservationSet) of_area = NULL;
  g_autoptr (MarmotObservationSet) whole = NULL;
  g_autoptr (MarmotColumn) sortable = NULL;
  g_autofree gsize *last = NULL;
  g_autofree gsize *before = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  MarmotTable *table;
  gsize n_series;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);
  g_return_val_if_fail (area_code != NULL, NULL);

  of_area = marmot_observation_set_filter (set, "area_code", area_code, error);
  if (!of_area)
    return NULL;
  whole = marmot_table_has_column (marmot_observation_set_get_table (of_area), "category")
            ? marmot_observation_set_filter (of_area, "category", NULL, error)
            : g_object_ref (of_area);
  if (!whole)
    return NULL;

  table = marmot_observation_set_get_table (whole);
  sortable = marmot_view_need_column (table, "sortable", error);
  if (!sortable || !marmot_view_find_last_two (table, sortable, &last, &before, &n_series, error))
    return NULL;

  for (gsize i = 0; i < n_series; i++)
    if (last[i] != NONE)
      g_array_append_val (rows, last[i]);
  g_array_sort (rows, compare_rows);
  return marmot_view_take_rows (table, rows, error);
}

static gboolean
says (MarmotColumn *column,
      gsize row,
      const char *text)
{
  g_autofree char *found = marmot_column_get_text (column, row);

  return g_strcmp0 (found, text) == 0;
}

/* Which of the latest rows a view keeps. */
typedef gboolean (*Keep) (MarmotColumn *labels,
                          MarmotColumn *trends,
                          gsize         last,
                          gsize         before);

static gboolean
is_newly_worse (MarmotColumn *labels,
                MarmotColumn *trends,
                gsize last,
                gsize before)
{
  return says (labels, last, "Worse") && before != NONE && !marmot_column_is_null (labels, before)
         && !says (labels, before, "Worse") && !says (labels, before, "Not compared");
}

static gboolean
is_worse_and_worsening (MarmotColumn *labels,
                        MarmotColumn *trends,
                        gsize last,
                        gsize before)
{
  g_autofree char *trend = marmot_column_get_text (trends, last);

  return says (labels, last, "Worse") && trend && g_str_has_suffix (trend, "getting worse");
}

static MarmotTable *
keep_latest (MarmotObservationSet *set,
             const char *column,
             const char *trend_column,
             Keep keep,
             GError **error)
{
  MarmotTable *table = marmot_observation_set_get_table (set);
  g_autoptr (MarmotColumn) labels = marmot_view_need_labels (table, column, error);
  g_autoptr (MarmotColumn) sortable = NULL;
  g_autoptr (MarmotColumn) trends = NULL;
  g_autofree gsize *last = NULL;
  g_autofree gsize *before = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize n_series;

  if (!labels)
    return NULL;
  sortable = marmot_view_need_column (table, "sortable", error);
  if (!sortable)
    return NULL;
  if (trend_column && !(trends = marmot_view_need_column (table, trend_column, error)))
    return NULL;
  if (!marmot_view_find_last_two (table, sortable, &last, &before, &n_series, error))
    return NULL;

  for (gsize i = 0; i < n_series; i++)
    if (last[i] != NONE && keep (labels, trends, last[i], before[i]))
      g_array_append_val (rows, last[i]);
  g_array_sort (rows, compare_rows);
  return marmot_view_take_rows (table, rows, error);
}

MarmotTable *
marmot_view_newly_worse (MarmotObservationSet *set,
                         const char *column,
                         GError **error)
{
  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  return keep_latest (set, column, NULL, is_newly_worse, error);
}

MarmotTable *
marmot_view_worse_and_worsening (MarmotObservationSet *set,
                                 const char *column,
                                 GError **error)
{
  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  return keep_latest (set, column, "recent_trend", is_worse_and_worsening, error);
}
