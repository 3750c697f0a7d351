/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>
#include <string.h>

#include "marmot-column-private.h"
#include "marmot-ranks-private.h"
#include "marmot-serialize-private.h"

#define NAME "MarmotGroups"
#define BODY_TYPE G_VARIANT_TYPE ("(taimay)")

/* How many codes the hash looks at. */
#define HASHED_ROWS 16

struct _MarmotGroups
{
  gsize n_rows;
  gsize n_groups;
  gint32 *codes;
  MarmotTable *keys; /* NULL if the caller had codes */
};

G_DEFINE_BOXED_TYPE (MarmotGroups, marmot_groups, marmot_groups_ref, marmot_groups_unref)

MarmotGroups *
marmot_groups_new_from_codes (const gint32 *codes,
                              gsize n_rows,
                              gsize n_groups,
                              GError **error)
{
  MarmotGroups *self;

  g_return_val_if_fail (codes != NULL || n_rows == 0, NULL);

  if (n_groups > G_MAXINT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "There are more groups than 32-bit codes can tell apart");
      return NULL;
    }

  for (gsize i = 0; i < n_rows; i++)
    if (codes[i] < 0 || (gsize) codes[i] >= n_groups)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "Row %" G_GSIZE_FORMAT ": the code is not one of the %" G_GSIZE_FORMAT
                     " groups", i, n_groups);
        return NULL;
      }

  self = g_atomic_rc_box_new0 (MarmotGroups);
  self->n_rows = n_rows;
  self->n_groups = n_groups;
  self->codes = g_memdup2 (codes, n_rows * sizeof *codes);
  return self;
}

/* Rows with equal keys of doubles may hold 0 and -0, or NaN of different bits; which
 * of them is first must not show. */
static void
normalize_doubles (MarmotColumn *column)
{
  double *values = (double *) column->values;

  if (column->type != MARMOT_COLUMN_DOUBLE)
    return;
  for (gsize i = 0; i < column->length; i++)
    values[i] = isnan (values[i]) ? (double) NAN : values[i] + 0.0;
}

/* The keys of each group, out of the first row that has them. */
static MarmotTable *
take_keys (const char * const *names,
           MarmotColumn **keys,
           gsize n_keys,
           const gint32 *codes,
           gsize n_rows,
           gsize n_groups,
           GError **error)
{
  g_autofree gsize *first_rows = g_new (gsize, n_groups);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize g = 0; g < n_groups; g++)
    first_rows[g] = n_rows;
  for (gsize row = 0; row < n_rows; row++)
    if (first_rows[codes[row]] == n_rows)
      first_rows[codes[row]] = row;

  for (gsize i = 0; i < n_keys; i++)
    {
      MarmotColumn *column = marmot_column_take_known (keys[i], first_rows, n_groups);

      normalize_doubles (column);
      g_ptr_array_add (taken, column);
    }
  return marmot_table_new (names, (MarmotColumn **) taken->pdata, n_keys, error);
}

static MarmotGroups *
group_by (const char * const *names,
          MarmotColumn **keys,
          gsize n_keys,
          GError **error)
{
  g_autoptr (MarmotGroups) self = NULL;

  if (n_keys == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "There is no column to group by: name at least one");
      return NULL;
    }

  self = g_atomic_rc_box_new0 (MarmotGroups);
  self->n_rows = keys[0]->length;
  self->codes = marmot_rank_column (keys[0], &self->n_groups, error);
  if (!self->codes)
    return NULL;

  for (gsize i = 1; i < n_keys; i++)
    {
      g_autofree gint32 *ranks = NULL;
      gsize n_ranks;

      if (keys[i]->length != self->n_rows)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                       "Key %" G_GSIZE_FORMAT " has %" G_GSIZE_FORMAT " rows and the first key %"
                       G_GSIZE_FORMAT ": all must have the same", i + 1, keys[i]->length, self->n_rows);
          return NULL;
        }
      ranks = marmot_rank_column (keys[i], &n_ranks, error);
      if (!ranks
          || !marmot_rank_pairs (self->codes, self->n_rows, &self->n_groups, ranks, n_ranks, error))
        return NULL;
    }

  self->keys = take_keys (names, keys, n_keys, self->codes, self->n_rows, self->n_groups, error);
  return self->keys ? g_steal_pointer (&self) : NULL;
}

MarmotGroups *
marmot_groups_new (MarmotColumn **keys,
                   gsize n_keys,
                   GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (keys != NULL || n_keys == 0, NULL);

  names = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n_keys; i++)
    g_ptr_array_add (names, n_keys == 1 ? g_strdup ("key")
                                        : g_strdup_printf ("key_%" G_GSIZE_FORMAT, i + 1));
  g_ptr_array_add (names, NULL);
  return group_by ((const char * const *) names->pdata, keys, n_keys, error);
}

MarmotGroups *
marmot_groups_new_from_column (MarmotColumn *key,
                               GError **error)
{
  g_return_val_if_fail (key != NULL, NULL);

  return marmot_groups_new (&key, 1, error);
}

MarmotGroups *
marmot_groups_new_from_table (const MarmotTable *table,
                              const char * const *key_names,
                              GError **error)
{
  g_autoptr (MarmotTable) selected = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (key_names != NULL, NULL);

  selected = marmot_table_select (table, key_names, error);
  if (!selected)
    return NULL;

  keys = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  for (gsize i = 0; i < marmot_table_get_n_columns (selected); i++)
    g_ptr_array_add (keys, marmot_table_get_column (selected, i));
  return group_by (key_names, (MarmotColumn **) keys->pdata, keys->len, error);
}

MarmotGroups *
marmot_groups_ref (MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_groups_clear (gpointer box)
{
  MarmotGroups *self = box;

  g_free (self->codes);
  g_clear_pointer (&self->keys, marmot_table_unref);
}

void
marmot_groups_unref (MarmotGroups *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_groups_clear);
}

gsize
marmot_groups_get_n_rows (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

gsize
marmot_groups_get_n_groups (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_groups;
}

const gint32 *
marmot_groups_peek_codes (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->codes;
}

MarmotColumn *
marmot_groups_get_codes (const MarmotGroups *self)
{
  g_autofree gint64 *codes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  codes = g_new (gint64, self->n_rows);
  for (gsize row = 0; row < self->n_rows; row++)
    codes[row] = self->codes[row];
  return marmot_column_new_integer (codes, self->n_rows);
}

MarmotTable *
marmot_groups_get_keys (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->keys ? marmot_table_ref (self->keys) : NULL;
}

MarmotColumn *
marmot_groups_count (const MarmotGroups *self)
{
  g_autofree gint64 *counts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  counts = g_new0 (gint64, self->n_groups);
  for (gsize row = 0; row < self->n_rows; row++)
    counts[self->codes[row]]++;
  return marmot_column_new_integer (counts, self->n_groups);
}

gboolean
marmot_groups_equal (const MarmotGroups *self,
                     const MarmotGroups *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (self->n_rows != other->n_rows || self->n_groups != other->n_groups
      || (self->keys != NULL) != (other->keys != NULL))
    return FALSE;
  if (self->n_rows > 0 && memcmp (self->codes, other->codes, self->n_rows * sizeof *self->codes) != 0)
    return FALSE;
  return !self->keys || marmot_table_equal (self->keys, other->keys);
}

guint
marmot_groups_hash (const MarmotGroups *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = (guint) self->n_rows * 31 + (guint) self->n_groups;
  for (gsize row = 0; row < MIN (self->n_rows, HASHED_ROWS); row++)
    hash = hash * 31 + (guint) self->codes[row];
  return self->keys ? hash * 31 + marmot_table_hash (self->keys) : hash;
}

char *
marmot_groups_to_string (const MarmotGroups *self)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *by = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " %s in %" G_GSIZE_FORMAT " %s", self->n_rows,
                          self->n_rows == 1 ? "row" : "rows", self->n_groups,
                          self->n_groups == 1 ? "group" : "groups");
  if (self->keys)
    {
      g_auto (GStrv) names = marmot_table_get_names (self->keys);

      by = g_strjoinv (", ", names);
      g_string_append_printf (text, " by %s", by);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GBytes *
marmot_groups_serialize (const MarmotGroups *self)
{
  GVariant *keys = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->keys)
    {
      g_autoptr (GBytes) bytes = marmot_table_serialize (self->keys);

      keys = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
    }
  return marmot_serialize_body (
    NAME, 1,
    g_variant_new ("(t@ai@may)", (guint64) self->n_groups,
                   g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, self->codes, self->n_rows,
                                              sizeof *self->codes),
                   g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, keys)));
}

MarmotGroups *
marmot_groups_deserialize (GBytes *bytes,
                           GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) packed = NULL;
  g_autoptr (GVariant) maybe = NULL;
  g_autoptr (GVariant) keys = NULL;
  g_autoptr (MarmotGroups) self = NULL;
  const gint32 *codes;
  guint64 n_groups;
  gsize n_rows;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(t@ai@may)", &n_groups, &packed, &maybe);
  codes = g_variant_get_fixed_array (packed, &n_rows, sizeof *codes);
  keys = g_variant_get_maybe (maybe);
  if (n_groups <= G_MAXINT32)
    self = marmot_groups_new_from_codes (codes, n_rows, (gsize) n_groups, NULL);
  if (self && keys)
    {
      g_autoptr (GBytes) key_bytes = g_variant_get_data_as_bytes (keys);

      self->keys = marmot_table_deserialize (key_bytes, NULL);
      if (!self->keys || marmot_table_get_n_rows (self->keys) != self->n_groups)
        g_clear_pointer (&self, marmot_groups_unref);
    }
  if (!self)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "These bytes hold groups of a later version, or are damaged");
  return g_steal_pointer (&self);
}
