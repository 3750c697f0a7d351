/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-serialize-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "numeric/pool.h"
#include "numeric/text.h"

#define NAME "MarmotTotals"
#define BLOCK MARMOT_FIGURES_BLOCK
#define MAX_SPREAD 1000
/* The keys as a table, the sums' names, the values' names, the rows of each group, and
 * the numbers of each column and group. */
#define BODY_TYPE G_VARIANT_TYPE ("(mayasasadad)")
#define N_NUMBERS 8

struct _MarmotTotals
{
  GObject parent_instance;

  MarmotTable *keys; /* nullable */
  GPtrArray *names;  /* of the columns: sums, then values */
  gsize n_sums;
  gsize n_groups;
  double *rows;      /* of each group */
  mn_moments *moments; /* of each column, group after group */
};

G_DEFINE_FINAL_TYPE (MarmotTotals, marmot_totals, G_TYPE_OBJECT)

static void
marmot_totals_finalize (GObject *object)
{
  MarmotTotals *self = MARMOT_TOTALS (object);

  g_clear_pointer (&self->keys, marmot_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->rows);
  g_free (self->moments);
  G_OBJECT_CLASS (marmot_totals_parent_class)->finalize (object);
}

static void
marmot_totals_class_init (MarmotTotalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_totals_finalize;
}

static void
marmot_totals_init (MarmotTotals *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->n_groups = 1;
  self->rows = g_new0 (double, 1);
  self->moments = g_new0 (mn_moments, 1);
}

/* Totals of no rows. */
static MarmotTotals *
make (const GPtrArray *names,
      gsize n_sums,
      MarmotTable *keys,
      gsize n_groups)
{
  MarmotTotals *self = g_object_new (MARMOT_TYPE_TOTALS, NULL);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (self->names, g_strdup (names->pdata[i]));
  self->n_sums = n_sums;
  self->keys = keys ? marmot_table_ref (keys) : NULL;
  self->n_groups = n_groups;
  self->rows = g_renew (double, self->rows, n_groups + 1);
  memset (self->rows, 0, (n_groups + 1) * sizeof *self->rows);
  g_free (self->moments);
  self->moments = g_new0 (mn_moments, names->len * n_groups + 1);
  for (gsize i = 0; i < names->len * n_groups; i++)
    self->moments[i].least = (double) INFINITY;
  return self;
}

static inline gboolean
is_sum (const MarmotTotals *self,
        gsize column)
{
  return column < self->n_sums;
}

/* --- from rows ------------------------------------------------------------------- */

/* A table with text in place of dictionaries, whose codes are of one part alone. */
static MarmotTable *
spell_out (MarmotTable *keys,
           GError **error)
{
  g_auto (GStrv) names = marmot_table_get_names (keys);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; i < marmot_table_get_n_columns (keys); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (keys, i);
      MarmotColumn *spelt = column->type == MARMOT_COLUMN_DICTIONARY
                              ? marmot_column_cast (column, MARMOT_COLUMN_TEXT, error)
                              : marmot_column_ref (column);

      if (!spelt)
        return NULL;
      g_ptr_array_add (columns, spelt);
    }
  return marmot_table_new ((const char *const *) names, (MarmotColumn **) columns->pdata, columns->len, error);
}

/* The column to add up, as numbers; free it. */
static MarmotColumn *
find_numbers (MarmotTable *figures,
              const char *name,
              GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (figures, name);

  if (!column)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "There is no column \"%s\" to add up: check the name", name);
      return NULL;
    }
  if (column->type == MARMOT_COLUMN_BOOLEAN)
    return marmot_column_cast (column, MARMOT_COLUMN_INTEGER, error);
  if (!marmot_column_is_numeric (column))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" holds %s: totals are of numbers", name,
                   marmot_column_type_name (column->type));
      return NULL;
    }
  return marmot_column_ref (column);
}

/* Numbers of a block and what each row has. */
static const double *
read_block (const MarmotColumn *column,
            gsize first,
            gsize n,
            double *scratch,
            guint8 *state)
{
  const double *values = marmot_column_block (column, first, n, scratch);

  for (gsize i = 0; i < n; i++)
    state[i] = isfinite (values[i]) ? MN_VALUE_PRESENT : MN_VALUE_WRONG;
  for (gsize i = 0; column->n_nulls > 0 && i < n; i++)
    if (!marmot_column_row_is_valid (column, first + i))
      state[i] = MN_VALUE_MISSING;
  return values;
}

static void
add_column (MarmotTotals *self,
            gsize which,
            const MarmotColumn *column,
            const gint32 *codes)
{
  mn_moments *moments = self->moments + which * self->n_groups;
  g_autofree double *centre = NULL;

  for (int pass = 0; pass < (is_sum (self, which) ? 1 : 2); pass++)
    {
      for (gsize first = 0; first < column->length; first += BLOCK)
        {
          double scratch[BLOCK];
          guint8 state[BLOCK];
          gsize n = MIN (BLOCK, column->length - first);
          const double *values = read_block (column, first, n, scratch, state);

          if (pass == 0)
            mn_moments_add (values, state, codes + first, n, is_sum (self, which), moments);
          else
            mn_moments_add_around (values, state, codes + first, n, centre, moments);
        }
      if (pass == 0 && !is_sum (self, which))
        {
          centre = g_new (double, self->n_groups + 1);
          for (gsize g = 0; g < self->n_groups; g++)
            centre[g] = moments[g].n > 0 ? mn_moments_mean (&moments[g]) : 0;
        }
    }
}

static gboolean
check_names (const GPtrArray *names,
             GError **error)
{
  for (guint i = 0; i < names->len; i++)
    for (guint k = 0; k < i; k++)
      if (g_str_equal (names->pdata[i], names->pdata[k]))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "The column \"%s\" is named twice: once is enough, as a sum or as values",
                       (const char *) names->pdata[i]);
          return FALSE;
        }
  return TRUE;
}

MarmotTotals *
marmot_totals_new (MarmotTable *figures,
                   const char *const *keys,
                   const char *const *sums,
                   const char *const *values,
                   GError **error)
{
  g_autoptr (MarmotTotals) self = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) key_table = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree gint32 *owned = NULL;
  const gint32 *codes;
  gsize n_groups, n_rows, n_sums = 0;

  g_return_val_if_fail (figures != NULL, NULL);

  for (; sums && sums[n_sums]; n_sums++)
    g_ptr_array_add (names, (gpointer) sums[n_sums]);
  for (gsize i = 0; values && values[i]; i++)
    g_ptr_array_add (names, (gpointer) values[i]);
  if (!check_names (names, error))
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      MarmotColumn *column = find_numbers (figures, names->pdata[i], error);

      if (!column)
        return NULL;
      g_ptr_array_add (columns, column);
    }

  if (keys && keys[0])
    {
      g_autoptr (MarmotTable) found = NULL;

      groups = marmot_groups_new_from_table (figures, keys, error);
      found = groups ? marmot_groups_get_keys (groups) : NULL;
      key_table = found ? spell_out (found, error) : NULL;
      if (!key_table)
        return NULL;
    }
  if (!marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error))
    return NULL;

  n_rows = marmot_table_get_n_rows (figures);
  self = make (names, n_sums, key_table, n_groups);
  for (gsize row = 0; row < n_rows; row++)
    self->rows[codes[row]]++;
  for (guint i = 0; i < names->len; i++)
    add_column (self, i, columns->pdata[i], codes);
  return g_steal_pointer (&self);
}

/* --- together -------------------------------------------------------------------- */

/* Two columns of keys one after the other. */
static MarmotColumn *
join_keys (MarmotColumn *one,
           MarmotColumn *other,
           const char *name,
           GError **error)
{
  g_autoptr (MarmotColumn) first = marmot_column_ref (one);
  g_autoptr (MarmotColumn) second = marmot_column_ref (other);
  MarmotColumn *both[2];

  if (one->type != other->type)
    {
      /* What has no rows has no type either. */
      if (one->length == 0 || other->length == 0)
        return marmot_column_ref (one->length == 0 ? other : one);
      if (!marmot_column_is_numeric (one) || !marmot_column_is_numeric (other))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                       "The key \"%s\" is %s in one part and %s in the other: read both as one type", name,
                       marmot_column_type_name (one->type), marmot_column_type_name (other->type));
          return NULL;
        }
      marmot_column_unref (first);
      marmot_column_unref (second);
      first = marmot_column_cast (one, MARMOT_COLUMN_DOUBLE, error);
      second = first ? marmot_column_cast (other, MARMOT_COLUMN_DOUBLE, error) : NULL;
      if (!second)
        return NULL;
    }
  both[0] = first;
  both[1] = second;
  return marmot_column_join (both, 2, error);
}

/* The groups of both, a row a group: those of the first, then those of the second. */
static MarmotGroups *
join_groups (MarmotTotals *self,
             MarmotTotals *other,
             GError **error)
{
  g_auto (GStrv) names = marmot_table_get_names (self->keys);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) table = NULL;

  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotColumn) first = marmot_table_get_column (self->keys, i);
      g_autoptr (MarmotColumn) second = marmot_table_get_column (other->keys, i);
      MarmotColumn *joined = join_keys (first, second, names[i], error);

      if (!joined)
        return NULL;
      g_ptr_array_add (columns, joined);
    }
  table = marmot_table_new ((const char *const *) names, (MarmotColumn **) columns->pdata, columns->len, error);
  return table ? marmot_groups_new_from_table (table, (const char *const *) names, error) : NULL;
}

static gboolean
has_same_names (MarmotTotals *self,
                MarmotTotals *other)
{
  g_auto (GStrv) names = self->keys ? marmot_table_get_names (self->keys) : NULL;
  g_auto (GStrv) others = other->keys ? marmot_table_get_names (other->keys) : NULL;

  if ((names != NULL) != (others != NULL) || self->n_sums != other->n_sums || self->names->len != other->names->len)
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    if (!g_str_equal (self->names->pdata[i], other->names->pdata[i]))
      return FALSE;
  return !names || g_strv_equal ((const char *const *) names, (const char *const *) others);
}

MarmotTotals *
marmot_totals_add (MarmotTotals *self,
                   MarmotTotals *other,
                   GError **error)
{
  MarmotTotals *const parts[] = { self, other };
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  MarmotTotals *sum;
  gsize row = 0;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), NULL);
  g_return_val_if_fail (MARMOT_IS_TOTALS (other), NULL);

  if (!has_same_names (self, other))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The two are not totals of the same: make both with the same keys, sums and values, in one "
                           "order");
      return NULL;
    }
  if (self->keys)
    {
      groups = join_groups (self, other, error);
      if (!groups)
        return NULL;
      keys = marmot_groups_get_keys (groups);
    }

  sum = make (self->names, self->n_sums, keys, groups ? marmot_groups_get_n_groups (groups) : 1);
  for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
    for (gsize g = 0; g < parts[p]->n_groups; g++)
      {
        gsize to = groups ? (gsize) marmot_groups_peek_codes (groups)[row++] : 0;

        sum->rows[to] += parts[p]->rows[g];
        for (gsize c = 0; c < sum->names->len; c++)
          mn_moments_merge (&parts[p]->moments[c * parts[p]->n_groups + g], !is_sum (sum, c),
                            &sum->moments[c * sum->n_groups + to]);
      }
  return sum;
}

gsize
marmot_totals_get_n_groups (MarmotTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_TOTALS (self), 0);

  return self->n_groups;
}

guint64
marmot_totals_get_n_rows (MarmotTotals *self)
{
  double n = 0;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), 0);

  for (gsize g = 0; g < self->n_groups; g++)
    n += self->rows[g];
  return (guint64) n;
}

/* --- tables ---------------------------------------------------------------------- */

/* What a sum shows: nothing where a number is missing, and what is wrong where one is. */
static double
get_sum (const mn_moments *moments,
         double number)
{
  if (moments->wrong > 0)
    return (double) NAN;
  return moments->least < 0 ? moments->least : number;
}

static MarmotColumn *
make_column (const double *numbers,
             const gboolean *nulls,
             gsize n)
{
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (numbers, n);

  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

static MarmotColumn *
make_counts (const double *numbers,
             gsize n)
{
  g_autofree gint64 *whole = g_new (gint64, n + 1);

  for (gsize i = 0; i < n; i++)
    whole[i] = (gint64) numbers[i];
  return marmot_column_new_integer (whole, n);
}

static void
add_named (MarmotResult *result,
           const char *name,
           const char *end,
           MarmotColumn *column)
{
  g_autofree char *whole = g_strconcat (name, end, NULL);

  marmot_result_add (result, whole, column);
}

static void
add_sums (MarmotResult *result,
          MarmotTotals *self,
          gsize column,
          double *numbers,
          gboolean *nulls)
{
  const mn_moments *moments = self->moments + column * self->n_groups;
  const char *name = self->names->pdata[column];

  for (gsize g = 0; g < self->n_groups; g++)
    {
      numbers[g] = get_sum (&moments[g], mn_total_get (&moments[g].sum));
      nulls[g] = moments[g].missing > 0;
    }
  marmot_result_add (result, name, make_column (numbers, nulls, self->n_groups));
  for (gsize g = 0; g < self->n_groups; g++)
    numbers[g] = get_sum (&moments[g], mn_total_get (&moments[g].squares));
  add_named (result, name, "_squares", make_column (numbers, nulls, self->n_groups));
}

static void
add_values (MarmotResult *result,
            MarmotTotals *self,
            gsize column,
            double *numbers,
            gboolean *nulls)
{
  const mn_moments *moments = self->moments + column * self->n_groups;
  const char *name = self->names->pdata[column];
  gsize n = self->n_groups;

  for (gsize g = 0; g < n; g++)
    numbers[g] = moments[g].n;
  add_named (result, name, "_n", make_counts (numbers, n));
  for (gsize g = 0; g < n; g++)
    numbers[g] = moments[g].missing;
  add_named (result, name, "_missing", make_counts (numbers, n));
  for (gsize g = 0; g < n; g++)
    {
      nulls[g] = moments[g].n < 1 && moments[g].wrong < 1;
      numbers[g] = moments[g].wrong > 0 ? (double) NAN : mn_total_get (&moments[g].sum);
    }
  add_named (result, name, "_sum", make_column (numbers, nulls, n));
  for (gsize g = 0; g < n; g++)
    numbers[g] = moments[g].wrong > 0 || nulls[g] ? (double) NAN : mn_moments_mean (&moments[g]);
  add_named (result, name, "_mean", make_column (numbers, nulls, n));
  for (gsize g = 0; g < n; g++)
    {
      nulls[g] = moments[g].n < 2 && moments[g].wrong < 1;
      numbers[g] = moments[g].wrong > 0 || nulls[g] ? (double) NAN : mn_pool_sd (moments[g].n, moments[g].squares);
    }
  add_named (result, name, "_sd", make_column (numbers, nulls, n));
}

static void
add_all_keys (MarmotResult *result,
              MarmotTable *keys)
{
  for (gsize i = 0; keys && i < marmot_table_get_n_columns (keys); i++)
    marmot_result_add (result, marmot_table_get_column_name (keys, i), marmot_table_get_column (keys, i));
}

MarmotTable *
marmot_totals_to_table (MarmotTotals *self,
                        GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree double *numbers = NULL;
  g_autofree gboolean *nulls = NULL;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), NULL);

  numbers = g_new (double, self->n_groups + 1);
  nulls = g_new (gboolean, self->n_groups + 1);
  marmot_result_init (&result);
  add_all_keys (&result, self->keys);
  marmot_result_add (&result, "rows", make_counts (self->rows, self->n_groups));
  for (gsize c = 0; c < self->names->len; c++)
    if (is_sum (self, c))
      add_sums (&result, self, c, numbers, nulls);
    else
      add_values (&result, self, c, numbers, nulls);
  return marmot_result_end_with_keys (&result, error);
}

/* 1 January 1970 as GDate counts days from the year 1, and the days of four-figure
 * years. */
#define EPOCH 719163
#define LAST_DAY 3652059

static char *
spell_day (gint32 day)
{
  gint64 number = (gint64) day + EPOCH;
  GDate date;

  if (number < 1 || number > LAST_DAY)
    return g_strdup_printf ("%d", day);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) number);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* What a key holds, in words; free it. */
static char *
spell (MarmotColumn *column,
       gsize row)
{
  char text[MN_DOUBLE_SIZE];
  double number;

  if (marmot_column_is_null (column, row))
    return g_strdup ("null");
  switch (column->type)
    {
    case MARMOT_COLUMN_BOOLEAN:
      return g_strdup (marmot_column_get_boolean (column, row) ? "true" : "false");
    case MARMOT_COLUMN_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
    case MARMOT_COLUMN_DOUBLE:
      number = marmot_column_get_double (column, row);
      /* Integers among which something is missing come as doubles. */
      if (number == floor (number) && fabs (number) < 1e15)
        return g_strdup_printf ("%.0f", number);
      return g_strndup (text, (gsize) mn_print_double (number, text));
    case MARMOT_COLUMN_DATE:
      return spell_day (marmot_column_get_date (column, row));
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      return marmot_column_get_text (column, row);
    }
}

/* What the keys of a row hold, after a name each. */
static char *
describe (MarmotTable *keys,
          gsize row)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < marmot_table_get_n_columns (keys); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (keys, i);
      g_autofree char *held = spell (column, row);

      g_string_append_printf (text, "_%s", held);
    }
  return g_string_free (text, FALSE);
}

/* The keys that are not spread; free the names alone. */
static GPtrArray *
get_rest (MarmotTotals *self,
          const char *const *spread)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (gsize i = 0; self->keys && i < marmot_table_get_n_columns (self->keys); i++)
    {
      const char *name = marmot_table_get_column_name (self->keys, i);

      if (!g_strv_contains (spread, name))
        g_ptr_array_add (rest, (gpointer) name);
    }
  g_ptr_array_add (rest, NULL);
  return rest;
}

MarmotTable *
marmot_totals_spread (MarmotTotals *self,
                      const char *const *keys,
                      GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autoptr (MarmotGroups) columns = NULL;
  g_autoptr (MarmotGroups) lines = NULL;
  g_autoptr (MarmotTable) column_keys = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autofree gsize *cells = NULL;
  g_autofree double *numbers = NULL;
  g_autofree gboolean *nulls = NULL;
  gsize n_columns, n_lines;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  if (!self->keys || !keys[0])
    {
      g_set_error_literal (error, MARMOT_ERROR, self->keys ? MARMOT_ERROR_INVALID_ARGUMENT : MARMOT_ERROR_NOT_FOUND,
                           self->keys ? "There is no key to spread: name at least one"
                                      : "These totals have no keys: make them with keys, and name those to spread");
      return NULL;
    }
  columns = marmot_groups_new_from_table (self->keys, keys, error);
  if (!columns)
    return NULL;
  column_keys = marmot_groups_get_keys (columns);
  n_columns = marmot_groups_get_n_groups (columns);
  if (n_columns > MAX_SPREAD)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "There would be more than %d columns of each kind: spread keys that hold fewer different things",
                   MAX_SPREAD);
      return NULL;
    }
  rest = get_rest (self, keys);
  if (rest->len > 1)
    {
      lines = marmot_groups_new_from_table (self->keys, (const char *const *) rest->pdata, error);
      if (!lines)
        return NULL;
    }
  n_lines = lines ? marmot_groups_get_n_groups (lines) : 1;

  /* Which group is in each cell. */
  cells = g_new (gsize, n_lines * n_columns + 1);
  for (gsize i = 0; i < n_lines * n_columns; i++)
    cells[i] = G_MAXSIZE;
  for (gsize g = 0; g < self->n_groups; g++)
    {
      gsize line = lines ? (gsize) marmot_groups_peek_codes (lines)[g] : 0;

      cells[(gsize) marmot_groups_peek_codes (columns)[g] * n_lines + line] = g;
    }

  numbers = g_new (double, n_lines + 1);
  nulls = g_new (gboolean, n_lines + 1);
  marmot_result_init (&result);
  if (lines)
    {
      g_autoptr (MarmotTable) line_keys = marmot_groups_get_keys (lines);

      add_all_keys (&result, line_keys);
    }
  for (gsize k = 0; k < n_columns; k++)
    {
      const gsize *of_column = cells + k * n_lines;
      g_autofree char *end = describe (column_keys, k);

      for (gsize i = 0; i < n_lines; i++)
        numbers[i] = of_column[i] == G_MAXSIZE ? 0 : self->rows[of_column[i]];
      add_named (&result, "rows", end, make_counts (numbers, n_lines));
      for (gsize c = 0; c < self->n_sums; c++)
        {
          for (gsize i = 0; i < n_lines; i++)
            {
              const mn_moments *moments
                = of_column[i] == G_MAXSIZE ? NULL : &self->moments[c * self->n_groups + of_column[i]];

              numbers[i] = moments ? get_sum (moments, mn_total_get (&moments->sum)) : 0;
              nulls[i] = moments && moments->missing > 0;
            }
          add_named (&result, self->names->pdata[c], end, make_column (numbers, nulls, n_lines));
        }
    }
  return marmot_result_end_with_keys (&result, error);
}

/* --- the usual ------------------------------------------------------------------- */

/* The numbers of one column of a group, in the order in which they are written. */
static void
pack (const mn_moments *moments,
      double *numbers)
{
  const double packed[N_NUMBERS] = { moments->n,       moments->missing, moments->wrong,       moments->least,
                                     moments->sum.sum, moments->sum.low, moments->squares.sum, moments->squares.low };

  memcpy (numbers, packed, sizeof packed);
}

static void
unpack (const double *numbers,
        mn_moments *moments)
{
  *moments = (mn_moments) { numbers[0], numbers[1], numbers[2], numbers[3],
                            { numbers[4], numbers[5] }, { numbers[6], numbers[7] } };
}

gboolean
marmot_totals_equal (MarmotTotals *self,
                     MarmotTotals *other)
{
  g_return_val_if_fail (MARMOT_IS_TOTALS (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_TOTALS (other), FALSE);

  if (self == other)
    return TRUE;
  if (!has_same_names (self, other) || self->n_groups != other->n_groups
      || (self->keys && !marmot_table_equal (self->keys, other->keys)))
    return FALSE;
  for (gsize g = 0; g < self->n_groups; g++)
    if (self->rows[g] != other->rows[g])
      return FALSE;
  for (gsize i = 0; i < self->names->len * self->n_groups; i++)
    {
      double one[N_NUMBERS], two[N_NUMBERS];

      pack (&self->moments[i], one);
      pack (&other->moments[i], two);
      if (memcmp (one, two, sizeof one) != 0)
        return FALSE;
    }
  return TRUE;
}

guint
marmot_totals_hash (MarmotTotals *self)
{
  guint hash;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), 0);

  hash = (guint) marmot_totals_get_n_rows (self) * 31 + (guint) self->n_groups;
  for (guint i = 0; i < self->names->len; i++)
    hash = hash * 31 + g_str_hash (self->names->pdata[i]);
  return self->keys ? hash * 31 + marmot_table_hash (self->keys) : hash;
}

char *
marmot_totals_to_string (MarmotTotals *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 n_rows;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), NULL);

  n_rows = marmot_totals_get_n_rows (self);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s in %" G_GSIZE_FORMAT " %s", n_rows,
                          n_rows == 1 ? "row" : "rows", self->n_groups, self->n_groups == 1 ? "group" : "groups");
  if (self->keys)
    {
      g_auto (GStrv) names = marmot_table_get_names (self->keys);
      g_autofree char *by = g_strjoinv (", ", names);

      g_string_append_printf (text, " by %s", by);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GBytes *
marmot_totals_serialize (MarmotTotals *self)
{
  GVariant *keys = NULL;
  g_autofree double *numbers = NULL;
  gsize n_cells, n_names;

  g_return_val_if_fail (MARMOT_IS_TOTALS (self), NULL);

  n_names = self->names->len;
  n_cells = n_names * self->n_groups;
  numbers = g_new (double, n_cells * N_NUMBERS + 1);
  for (gsize i = 0; i < n_cells; i++)
    pack (&self->moments[i], numbers + i * N_NUMBERS);
  if (self->keys)
    {
      g_autoptr (GBytes) bytes = marmot_table_serialize (self->keys);

      keys = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
    }
  return marmot_serialize_body (
    NAME, 1,
    g_variant_new ("(@may@as@as@ad@ad)", g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, keys),
                   g_variant_new_strv ((const char *const *) self->names->pdata, (gssize) self->n_sums),
                   g_variant_new_strv ((const char *const *) self->names->pdata + self->n_sums,
                                       (gssize) (n_names - self->n_sums)),
                   g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, self->rows, self->n_groups, sizeof (double)),
                   g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, numbers, n_cells * N_NUMBERS, sizeof (double))));
}

/* A number of rows: whole, and small enough to be exact. */
static gboolean
is_count (double number)
{
  return number >= 0 && number <= 9007199254740992.0 && number == floor (number);
}

/* Whether the numbers can be those of rows. */
static gboolean
is_whole (const MarmotTotals *self)
{
  for (gsize g = 0; g < self->n_groups; g++)
    if (!is_count (self->rows[g]))
      return FALSE;
  for (gsize i = 0; i < self->names->len * self->n_groups; i++)
    {
      const mn_moments *moments = &self->moments[i];

      if (!is_count (moments->n) || !is_count (moments->missing) || !is_count (moments->wrong)
          || moments->n + moments->missing + moments->wrong != self->rows[i % self->n_groups]
          || isnan (moments->least))
        return FALSE;
    }
  return TRUE;
}

MarmotTotals *
marmot_totals_deserialize (GBytes *bytes,
                           GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) maybe = NULL;
  g_autoptr (GVariant) key_bytes = NULL;
  g_autoptr (GVariant) row_numbers = NULL;
  g_autoptr (GVariant) all_numbers = NULL;
  g_auto (GStrv) sums = NULL;
  g_auto (GStrv) values = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (MarmotTotals) self = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const double *rows, *numbers;
  gsize n_groups, n_numbers;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(@may^as^as@ad@ad)", &maybe, &sums, &values, &row_numbers, &all_numbers);
  for (gsize i = 0; sums[i]; i++)
    g_ptr_array_add (names, sums[i]);
  for (gsize i = 0; values[i]; i++)
    g_ptr_array_add (names, values[i]);
  rows = g_variant_get_fixed_array (row_numbers, &n_groups, sizeof *rows);
  numbers = g_variant_get_fixed_array (all_numbers, &n_numbers, sizeof *numbers);
  key_bytes = g_variant_get_maybe (maybe);
  if (key_bytes)
    {
      g_autoptr (GBytes) packed = g_variant_get_data_as_bytes (key_bytes);

      keys = marmot_table_deserialize (packed, NULL);
    }

  if ((key_bytes ? keys != NULL && marmot_table_get_n_rows (keys) == n_groups : n_groups == 1)
      && n_numbers % N_NUMBERS == 0 && n_numbers / N_NUMBERS == (gsize) names->len * n_groups && check_names (names, NULL))
    {
      self = make (names, g_strv_length (sums), keys, n_groups);
      for (gsize g = 0; g < n_groups; g++)
        self->rows[g] = rows[g];
      for (gsize i = 0; i < n_numbers / N_NUMBERS; i++)
        unpack (numbers + i * N_NUMBERS, &self->moments[i]);
      if (!is_whole (self))
        g_clear_object (&self);
    }
  if (!self)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "These bytes hold totals of a later version, or are damaged");
  return g_steal_pointer (&self);
}
