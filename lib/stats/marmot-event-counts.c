/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-serialize-private.h"
#include "event-counts-private.h"
#include "figures-private.h"

/* Causes, weighted, whole, entries, clusters, faulty rows; keys in their own bytes (none
 * if empty); statuses; cells of each group; times; rows, sums, low parts, squares. */
#define BODY_TYPE G_VARIANT_TYPE ("(ubbbbtayayatadadadadad)")

G_DEFINE_FINAL_TYPE (MarmotEventCounts, marmot_event_counts, G_TYPE_OBJECT)

static void
marmot_event_counts_finalize (GObject *object)
{
  MarmotEventCounts *self = MARMOT_EVENT_COUNTS (object);

  if (self->sum != self->rows)
    g_free (self->sum);
  g_free (self->rows);
  g_free (self->low);
  g_free (self->square);
  g_free (self->time);
  g_free (self->starts);
  g_free (self->status);
  g_clear_pointer (&self->keys, marmot_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (marmot_event_counts_parent_class)->finalize (object);
}

static void
marmot_event_counts_class_init (MarmotEventCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_event_counts_finalize;
}

static void
marmot_event_counts_init (MarmotEventCounts *self)
{
  /* One made by g_object_new() alone has counted nothing. */
  self->n_causes = 1;
  self->is_whole = TRUE;
  self->starts = g_new0 (gsize, 1);
}

void
marmot_event_counts_alloc (MarmotEventCounts *self,
                           gsize n_cells)
{
  gsize n = n_cells * marmot_event_counts_n_kinds (self) + 1;

  self->n_cells = n_cells;
  self->time = g_new0 (double, n_cells + 1);
  self->rows = g_new0 (double, n);
  self->sum = self->is_weighted ? g_new0 (double, n) : self->rows;
  self->low = self->is_weighted ? g_new0 (double, n) : NULL;
  self->square = self->is_weighted ? g_new0 (double, n) : NULL;
}

MarmotEventCounts *
marmot_event_counts_prepare (gsize n_groups,
                             MarmotTable *keys,
                             guint n_causes)
{
  MarmotEventCounts *self = g_object_new (MARMOT_TYPE_EVENT_COUNTS, NULL);

  g_clear_pointer (&self->starts, g_free);
  self->n_groups = n_groups;
  self->n_causes = n_causes;
  self->keys = keys ? marmot_table_ref (keys) : NULL;
  self->status = g_malloc (n_groups + 1);
  memset (self->status, MARMOT_STATUS_EMPTY_GROUP, n_groups + 1);
  return self;
}

gboolean
marmot_event_counts_check_keys (MarmotTable *keys,
                                GError **error)
{
  static const char *const taken[] = { "cause", "time", "at_risk", "events", "censored", "entered", "value", "se",
                                       "status", "event_free", "p", "rows", "weight", "last", "emptied", "statistic",
                                       "p_value", "observed", "expected", "variance", "lower", "upper" };
  static const char *const begun[] = { "cause_", "events_", "lower_", "upper_", "median", "follow_up" };

  for (gsize k = 0; keys && k < marmot_table_get_n_columns (keys); k++)
    {
      const char *name = marmot_table_get_column_name (keys, k);
      gboolean clash = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
        clash = clash || g_str_equal (name, taken[i]);
      for (gsize i = 0; i < G_N_ELEMENTS (begun); i++)
        clash = clash || g_str_has_prefix (name, begun[i]);
      if (clash)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "A key is named \"%s\", as a column of the result is: rename it", name);
          return FALSE;
        }
    }
  return TRUE;
}

MarmotEventCounts *
marmot_event_counts_new (MarmotTable *episodes,
                         MarmotGroups *groups,
                         MarmotSurvivalOptions *options,
                         GError **error)
{
  g_autoptr (MarmotEventCounts) self = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  MarmotEventSource source;

  g_return_val_if_fail (episodes != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVIVAL_OPTIONS (options), NULL);

  if (!marmot_event_source_init (&source, episodes, options, error))
    return NULL;
  if (groups && marmot_groups_get_n_rows (groups) != source.n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the figures have %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (groups), source.n_rows);
      return NULL;
    }
  keys = groups ? marmot_groups_get_keys (groups) : NULL;
  if (!marmot_event_counts_check_keys (keys, error))
    return NULL;
  self = marmot_event_counts_prepare (groups ? marmot_groups_get_n_groups (groups) : 1, keys, source.n_causes);
  if (!marmot_event_counts_fill (self, &source, groups ? marmot_groups_peek_codes (groups) : NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- adding ------------------------------------------------------------------------------ */

static gboolean
set_different (GError **error,
               const char *what)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "The counts have different %s: count all parts in the same way", what);
  return FALSE;
}

/* Which group of the sum each group of the two is, and the keys of the sum. */
static gboolean
match_groups (MarmotEventCounts *a,
              MarmotEventCounts *b,
              gint32 **codes,
              gsize *n_groups,
              MarmotTable **keys,
              GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) both = NULL;
  g_autoptr (MarmotGroups) groups = NULL;

  *keys = NULL;
  if (!a->keys != !b->keys)
    return set_different (error, "keys");
  if (!a->keys)
    {
      *n_groups = MAX (a->n_groups, b->n_groups);
      *codes = g_new (gint32, a->n_groups + b->n_groups + 1);
      for (gsize i = 0; i < a->n_groups + b->n_groups; i++)
        (*codes)[i] = (gint32) (i < a->n_groups ? i : i - a->n_groups);
      return TRUE;
    }

  names = marmot_table_get_names (a->keys);
  if (marmot_table_get_n_columns (b->keys) != g_strv_length (names))
    return set_different (error, "keys");
  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotColumn) x = marmot_table_get_column (a->keys, i);
      g_autoptr (MarmotColumn) y = marmot_table_get_column_by_name (b->keys, names[i]);
      g_autoptr (MarmotColumn) x_plain = NULL, y_plain = NULL;
      MarmotColumn *columns[2], *column;

      if (!y)
        return set_different (error, "keys");
      /* Text may be a dictionary in one part and plain in another. */
      x_plain = x->type == MARMOT_COLUMN_DICTIONARY ? marmot_column_decode (x) : marmot_column_ref (x);
      y_plain = y->type == MARMOT_COLUMN_DICTIONARY ? marmot_column_decode (y) : marmot_column_ref (y);
      if (x_plain->type != y_plain->type)
        return set_different (error, "types of keys");
      columns[0] = x_plain;
      columns[1] = y_plain;
      column = marmot_column_join (columns, 2, error);
      if (!column)
        return FALSE;
      g_ptr_array_add (joined, column);
    }
  both = marmot_table_new ((const char *const *) names, (MarmotColumn **) joined->pdata, joined->len, error);
  groups = both ? marmot_groups_new_from_table (both, (const char *const *) names, error) : NULL;
  if (!groups)
    return FALSE;
  *n_groups = marmot_groups_get_n_groups (groups);
  *codes = g_memdup2 (marmot_groups_peek_codes (groups), (a->n_groups + b->n_groups) * sizeof (gint32));
  *keys = marmot_groups_get_keys (groups);
  return TRUE;
}

gint32 *
marmot_event_counts_match (MarmotEventCounts *part,
                           MarmotEventCounts *whole,
                           GError **error)
{
  g_autofree gint32 *codes = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  gsize n_groups;

  /* The groups of the two together are those of the whole. */
  if (!match_groups (part, whole, &codes, &n_groups, &keys, error))
    return NULL;
  return g_steal_pointer (&codes);
}

/* Groups of one part by their places in the sum; G_MAXSIZE for those it has not. */
static gsize *
invert (const gint32 *codes,
        gsize n,
        gsize n_groups)
{
  gsize *of = g_new (gsize, n_groups + 1);

  for (gsize g = 0; g < n_groups; g++)
    of[g] = G_MAXSIZE;
  for (gsize i = 0; i < n; i++)
    of[codes[i]] = i;
  return of;
}

static void
copy_cell (MarmotEventCounts *to,
           gsize cell,
           const MarmotEventCounts *from,
           gsize at)
{
  to->time[cell] = from->time[at];
  for (guint kind = 0; kind < marmot_event_counts_n_kinds (from); kind++)
    {
      gsize i = kind * from->n_cells + at;

      /* Counts without weights weigh what they are. */
      marmot_event_counts_put (to, kind, cell, from->rows[i], from->sum[i], from->low ? from->low[i] : 0,
                               from->square ? from->square[i] : from->rows[i]);
    }
}

static gsize
merge_group (MarmotEventCounts *to,
             gsize cell,
             const MarmotEventCounts *a,
             gsize x,
             gsize x_end,
             const MarmotEventCounts *b,
             gsize y,
             gsize y_end)
{
  while (x < x_end || y < y_end)
    {
      gboolean take_x = x < x_end && (y == y_end || a->time[x] <= b->time[y]);
      gboolean take_y = y < y_end && (x == x_end || b->time[y] <= a->time[x]);

      if (to && take_x)
        copy_cell (to, cell, a, x);
      if (to && take_y)
        copy_cell (to, cell, b, y);
      x += take_x;
      y += take_y;
      cell++;
    }
  return cell;
}

/* A fault stands before a group that is not there, the first reason before others. */
static guint8
join_status (guint8 a,
             guint8 b)
{
  gboolean a_fault = a != MARMOT_STATUS_OK && a != MARMOT_STATUS_EMPTY_GROUP;
  gboolean b_fault = b != MARMOT_STATUS_OK && b != MARMOT_STATUS_EMPTY_GROUP;

  if (a_fault && b_fault)
    return MIN (a, b);
  if (a_fault || b_fault)
    return a_fault ? a : b;
  return a == MARMOT_STATUS_OK ? a : b;
}

MarmotEventCounts *
marmot_event_counts_add (MarmotEventCounts *self,
                         MarmotEventCounts *other,
                         GError **error)
{
  g_autoptr (MarmotEventCounts) sum = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autofree gint32 *codes = NULL;
  g_autofree gsize *of_self = NULL;
  g_autofree gsize *of_other = NULL;
  gsize n_groups, cell = 0;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), NULL);
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (other), NULL);

  if (self->n_causes != other->n_causes)
    {
      set_different (error, "numbers of causes");
      return NULL;
    }
  if (!match_groups (self, other, &codes, &n_groups, &keys, error))
    return NULL;

  sum = marmot_event_counts_prepare (n_groups, keys, self->n_causes);
  sum->is_weighted = self->is_weighted || other->is_weighted;
  sum->is_whole = self->is_whole && other->is_whole;
  sum->has_entries = self->has_entries || other->has_entries;
  sum->has_clusters = self->has_clusters || other->has_clusters;
  sum->n_faulty = self->n_faulty + other->n_faulty;
  sum->starts = g_new0 (gsize, n_groups + 1);
  of_self = invert (codes, self->n_groups, n_groups);
  of_other = invert (codes + self->n_groups, other->n_groups, n_groups);

  /* How many cells there will be, then the cells. */
  for (int pass = 0; pass < 2; pass++)
    {
      cell = 0;
      for (gsize g = 0; g < n_groups; g++)
        {
          gsize i = of_self[g], j = of_other[g];

          sum->starts[g] = cell;
          sum->status[g] = join_status (i < G_MAXSIZE ? self->status[i] : MARMOT_STATUS_EMPTY_GROUP,
                                        j < G_MAXSIZE ? other->status[j] : MARMOT_STATUS_EMPTY_GROUP);
          cell = merge_group (pass ? sum : NULL, cell, self, i < G_MAXSIZE ? self->starts[i] : 0,
                              i < G_MAXSIZE ? self->starts[i + 1] : 0, other, j < G_MAXSIZE ? other->starts[j] : 0,
                              j < G_MAXSIZE ? other->starts[j + 1] : 0);
        }
      sum->starts[n_groups] = cell;
      if (!pass)
        marmot_event_counts_alloc (sum, cell);
    }
  return g_steal_pointer (&sum);
}

/* --- getters --------------------------------------------------------------------------- */

gsize
marmot_event_counts_get_n_groups (MarmotEventCounts *self)
{
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), 0);

  return self->n_groups;
}

guint
marmot_event_counts_get_n_causes (MarmotEventCounts *self)
{
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), 0);

  return self->n_causes;
}

guint64
marmot_event_counts_get_n_rows (MarmotEventCounts *self)
{
  double rows = 0;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), 0);

  for (gsize i = 0; i < (self->n_causes + 1) * self->n_cells; i++)
    rows += self->rows[i];
  return (guint64) rows;
}

guint64
marmot_event_counts_get_n_faulty (MarmotEventCounts *self)
{
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), 0);

  return self->n_faulty;
}

MarmotTable *
marmot_event_counts_get_keys (MarmotEventCounts *self)
{
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), NULL);

  return self->keys ? marmot_table_ref (self->keys) : NULL;
}

MarmotStatus
marmot_event_counts_get_status (MarmotEventCounts *self,
                                gsize group)
{
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), MARMOT_STATUS_MISSING);
  g_return_val_if_fail (group < self->n_groups, MARMOT_STATUS_MISSING);

  return (MarmotStatus) self->status[group];
}

GPtrArray *
marmot_event_counts_get_findings (MarmotEventCounts *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), NULL);

  /* A list of its own: the caller may change it. */
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; self->findings && i < self->findings->len; i++)
    g_ptr_array_add (findings, marmot_finding_ref (g_ptr_array_index (self->findings, i)));
  return findings;
}

MarmotTable *
marmot_event_counts_to_table (MarmotEventCounts *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gsize *group_of = NULL;
  g_autofree double *numbers = NULL;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), NULL);

  group_of = g_new (gsize, self->n_cells + 1);
  numbers = g_new (double, self->n_cells + 1);
  for (gsize g = 0; g < self->n_groups; g++)
    for (gsize i = self->starts[g]; i < self->starts[g + 1]; i++)
      group_of[i] = g;
  marmot_result_init (&result);
  marmot_result_add_group_keys (&result, self->keys, group_of, self->n_cells);
  marmot_result_add_doubles (&result, "time", self->time, self->n_cells);
  for (guint kind = 0; kind < marmot_event_counts_n_kinds (self); kind++)
    {
      g_autofree char *name = kind == 0                   ? g_strdup ("censored")
                              : kind == self->n_causes + 1 ? g_strdup ("entered")
                                                           : g_strdup_printf ("cause_%u", kind);

      for (gsize i = 0; i < self->n_cells; i++)
        numbers[i] = marmot_event_counts_weight (self, kind, i);
      marmot_result_add_doubles (&result, name, numbers, self->n_cells);
    }
  return marmot_result_end (&result);
}

static gboolean
same_doubles (const double *a,
              const double *b,
              gsize n)
{
  /* Both or neither are there. */
  return !a || memcmp (a, b, n * sizeof *a) == 0;
}

/* Keys with dictionaries written out: which of the two a key is, is no difference, and sums
 * may have the other. */
static MarmotTable *
spell_out_keys (MarmotEventCounts *self)
{
  g_auto (GStrv) names = marmot_table_get_names (self->keys);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (self->keys, i);

      g_ptr_array_add (columns, marmot_column_get_column_type (column) == MARMOT_COLUMN_DICTIONARY
                                  ? marmot_column_decode (column) : marmot_column_ref (column));
    }
  return marmot_table_new ((const char *const *) names, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

static gboolean
has_same_keys (MarmotEventCounts *self,
               MarmotEventCounts *other)
{
  g_autoptr (MarmotTable) first = NULL;
  g_autoptr (MarmotTable) second = NULL;

  if (!self->keys || !other->keys)
    return self->keys == other->keys;
  first = spell_out_keys (self);
  second = spell_out_keys (other);
  return marmot_table_equal (first, second);
}

gboolean
marmot_event_counts_equal (MarmotEventCounts *self,
                           MarmotEventCounts *other)
{
  gsize n;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (other), FALSE);

  if (self->n_causes != other->n_causes || self->is_weighted != other->is_weighted
      || self->is_whole != other->is_whole || self->has_entries != other->has_entries
      || self->has_clusters != other->has_clusters || self->n_groups != other->n_groups
      || self->n_cells != other->n_cells || self->n_faulty != other->n_faulty || !has_same_keys (self, other))
    return FALSE;
  n = self->n_cells * marmot_event_counts_n_kinds (self);
  return memcmp (self->starts, other->starts, (self->n_groups + 1) * sizeof *self->starts) == 0
         && (self->n_groups == 0 || memcmp (self->status, other->status, self->n_groups) == 0)
         && (self->n_cells == 0
             || (same_doubles (self->time, other->time, self->n_cells) && same_doubles (self->rows, other->rows, n)
                 && same_doubles (self->sum, other->sum, n) && same_doubles (self->low, other->low, n)
                 && same_doubles (self->square, other->square, n)));
}

guint
marmot_event_counts_hash (MarmotEventCounts *self)
{
  g_autoptr (MarmotTable) keys = NULL;
  guint hash;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), 0);

  keys = self->keys ? spell_out_keys (self) : NULL;
  hash = keys ? marmot_table_hash (keys) : 0;
  hash = hash * 31 + (guint) self->n_cells;
  for (gsize i = 0; i < self->n_cells; i++)
    {
      double number = self->time[i] + 3 * self->rows[i];

      hash = hash * 31 + g_double_hash (&number);
    }
  return hash;
}

char *
marmot_event_counts_to_string (MarmotEventCounts *self)
{
  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT " rows in %" G_GSIZE_FORMAT " %s, %u %s",
                          marmot_event_counts_get_n_rows (self), self->n_groups,
                          self->n_groups == 1 ? "group" : "groups", self->n_causes,
                          self->n_causes == 1 ? "cause" : "causes");
}

/* --- bytes --------------------------------------------------------------------------------- */

static GVariant *
pack_doubles (const double *values,
              gsize n)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, values, values ? n : 0, sizeof (double));
}

GBytes *
marmot_event_counts_serialize (MarmotEventCounts *self)
{
  GVariantBuilder builder;
  g_autoptr (GBytes) keys = NULL;
  g_autofree guint64 *cells = NULL;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (self), NULL);

  n = self->n_cells * marmot_event_counts_n_kinds (self);
  keys = self->keys ? marmot_table_serialize (self->keys) : g_bytes_new (NULL, 0);
  cells = g_new (guint64, self->n_groups + 1);
  for (gsize g = 0; g < self->n_groups; g++)
    cells[g] = self->starts[g + 1] - self->starts[g];

  g_variant_builder_init (&builder, BODY_TYPE);
  g_variant_builder_add (&builder, "u", self->n_causes);
  g_variant_builder_add (&builder, "b", self->is_weighted);
  g_variant_builder_add (&builder, "b", self->is_whole);
  g_variant_builder_add (&builder, "b", self->has_entries);
  g_variant_builder_add (&builder, "b", self->has_clusters);
  g_variant_builder_add (&builder, "t", self->n_faulty);
  g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, g_bytes_get_data (keys, NULL),
                                                                    g_bytes_get_size (keys), 1));
  g_variant_builder_add_value (&builder,
                               g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, self->status, self->n_groups, 1));
  g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE_UINT64, cells, self->n_groups,
                                                                    sizeof *cells));
  g_variant_builder_add_value (&builder, pack_doubles (self->time, self->n_cells));
  g_variant_builder_add_value (&builder, pack_doubles (self->rows, n));
  g_variant_builder_add_value (&builder, pack_doubles (self->low ? self->sum : NULL, n));
  g_variant_builder_add_value (&builder, pack_doubles (self->low, n));
  g_variant_builder_add_value (&builder, pack_doubles (self->square, n));
  return marmot_serialize_body ("MarmotEventCounts", 1, g_variant_builder_end (&builder));
}

/* Copies exactly n numbers that are finite and not below zero unless signed ones may be. */
static gboolean
unpack_doubles (GVariant *packed,
                gsize n,
                gboolean may_be_negative,
                double *to)
{
  gsize found;
  const double *from = g_variant_get_fixed_array (packed, &found, sizeof (double));

  if (found != n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (from[i]) || (!may_be_negative && from[i] < 0))
        return FALSE;
      to[i] = from[i];
    }
  return TRUE;
}

/* Whole, and in all no more than doubles count exactly. */
static gboolean
are_numbers_of_rows (const double *rows,
                     gsize n)
{
  double all = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (rows[i] != floor (rows[i]))
        return FALSE;
      all += rows[i];
    }
  return all <= 9007199254740992.0;
}

static gboolean
read_body (MarmotEventCounts *self,
           GVariant *body)
{
  g_autoptr (GVariant) status = NULL, cells = NULL, time = NULL, rows = NULL, sum = NULL, low = NULL, square = NULL;
  g_autoptr (GVariant) keys = NULL;
  gboolean weighted, whole, entries, clusters;
  const guint64 *n_cells;
  const guint8 *statuses;
  gsize n_groups, n, total = 0, room;

  g_variant_get (body, "(ubbbbt@ay@ay@at@ad@ad@ad@ad@ad)", &self->n_causes, &weighted, &whole, &entries, &clusters,
                 &self->n_faulty, &keys, &status, &cells, &time, &rows, &sum, &low, &square);
  self->is_weighted = weighted;
  self->is_whole = whole;
  self->has_entries = entries;
  self->has_clusters = clusters;
  if (self->n_causes < 1 || self->n_causes > MARMOT_MAX_CAUSES || (!weighted && !whole))
    return FALSE;

  statuses = g_variant_get_fixed_array (status, &n_groups, 1);
  n_cells = g_variant_get_fixed_array (cells, &n, sizeof *n_cells);
  g_variant_get_fixed_array (time, &room, sizeof (double));
  if (n != n_groups || n_groups > G_MAXINT32)
    return FALSE;
  g_clear_pointer (&self->starts, g_free);
  self->starts = g_new0 (gsize, n_groups + 1);
  self->status = g_malloc0 (n_groups + 1);
  self->n_groups = n_groups;
  for (gsize g = 0; g < n_groups; g++)
    {
      if (!marmot_enum_has (MARMOT_TYPE_STATUS, statuses[g]) || n_cells[g] > room - total)
        return FALSE;
      self->status[g] = statuses[g];
      total += n_cells[g];
      self->starts[g + 1] = total;
    }
  if (total != room || total > G_MAXSIZE / sizeof (double) / (MARMOT_MAX_CAUSES + 3))
    return FALSE;
  /* The rows are there, so that what is asked for is no more than what was read. */
  g_variant_get_fixed_array (rows, &room, sizeof (double));
  n = total * marmot_event_counts_n_kinds (self);
  if (room != n)
    return FALSE;
  marmot_event_counts_alloc (self, total);
  if (!unpack_doubles (time, total, FALSE, self->time) || !unpack_doubles (rows, n, FALSE, self->rows)
      || !are_numbers_of_rows (self->rows, n)
      || (weighted
          && (!unpack_doubles (sum, n, FALSE, self->sum) || !unpack_doubles (low, n, TRUE, self->low)
              || !unpack_doubles (square, n, FALSE, self->square))))
    return FALSE;
  for (gsize g = 0; g < n_groups; g++)
    for (gsize i = self->starts[g] + 1; i < self->starts[g + 1]; i++)
      if (!(self->time[i - 1] < self->time[i]))
        return FALSE;

  g_variant_get_fixed_array (keys, &n, 1);
  if (n > 0)
    {
      g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (keys);

      self->keys = marmot_table_deserialize (bytes, NULL);
      return self->keys && marmot_table_get_n_rows (self->keys) == n_groups
             && marmot_event_counts_check_keys (self->keys, NULL);
    }
  return TRUE;
}

MarmotEventCounts *
marmot_event_counts_deserialize (GBytes *bytes,
                                 GError **error)
{
  g_autoptr (MarmotEventCounts) self = NULL;
  g_autoptr (GVariant) body = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotEventCounts", 1, BODY_TYPE, error);
  if (!body)
    return NULL;
  self = g_object_new (MARMOT_TYPE_EVENT_COUNTS, NULL);
  if (!read_body (self, body))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "These bytes hold counts of a later version, or are damaged");
      return NULL;
    }
  return g_steal_pointer (&self);
}
