/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-estimates-private.h"

#include <math.h>
#include <string.h>

#include "marmot-column-private.h"
#include "marmot-memory-private.h"
#include "marmot-serialize-private.h"

#define BODY_TYPE G_VARIANT_TYPE ("(uadayada(adad))")

struct _MarmotEstimates
{
  MarmotMethod method;
  guint n_levels;
  double levels[MARMOT_MAX_LEVELS];
  MarmotColumn *value;
  MarmotColumn *status;
  MarmotColumn *lower[MARMOT_MAX_LEVELS];
  MarmotColumn *upper[MARMOT_MAX_LEVELS];
};

G_DEFINE_BOXED_TYPE (MarmotEstimates, marmot_estimates, marmot_estimates_ref,
                     marmot_estimates_unref)

/* The short names of the statuses, as the dictionary of every status column. */
static MarmotColumn *
get_status_names (void)
{
  static gsize once;
  static MarmotColumn *names;

  if (g_once_init_enter (&once))
    {
      GEnumClass *statuses = g_type_class_ref (MARMOT_TYPE_STATUS);
      gint32 *offsets = g_new0 (gint32, statuses->n_values + 1);
      GString *text = g_string_new (NULL);

      for (guint i = 0; i < statuses->n_values; i++)
        {
          g_string_append (text, marmot_status_to_nick ((MarmotStatus) i));
          offsets[i + 1] = (gint32) text->len;
        }

      names = marmot_column_alloc (MARMOT_COLUMN_TEXT, sizeof (gint32), statuses->n_values, NULL, NULL);
      names->values = offsets;
      names->text = g_string_free (text, FALSE);
      g_type_class_unref (statuses);
      g_once_init_leave (&once, 1);
    }

  return marmot_column_ref (names);
}

static MarmotColumn *
begin_doubles (gsize n_rows,
               double **buffer)
{
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * sizeof (double), &block);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof (double), n_rows, memory, NULL);

  column->values = *buffer = block;
  return column;
}

MarmotEstimates *
marmot_estimates_begin (gsize n_rows,
                        const double *levels,
                        guint n_levels,
                        MarmotMethod method,
                        MarmotEstimatesBuffers *buffers)
{
  MarmotEstimates *self = g_atomic_rc_box_new0 (MarmotEstimates);
  MarmotMemory *memory;
  gpointer block;

  g_assert (n_levels >= 1 && n_levels <= MARMOT_MAX_LEVELS);

  self->method = method;
  self->n_levels = n_levels;
  memcpy (self->levels, levels, n_levels * sizeof *levels);

  buffers->n_rows = n_rows;
  buffers->n_levels = n_levels;

  self->value = begin_doubles (n_rows, &buffers->value);
  for (guint i = 0; i < n_levels; i++)
    {
      self->lower[i] = begin_doubles (n_rows, &buffers->lower[i]);
      self->upper[i] = begin_doubles (n_rows, &buffers->upper[i]);
    }

  memory = marmot_memory_alloc (n_rows, &block);
  self->status = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, 1, n_rows, memory, NULL);
  self->status->dictionary = get_status_names ();
  self->status->values = buffers->status = block;

  return self;
}

static void
set_validity (MarmotColumn *column,
              const guint8 *bits,
              MarmotMemory *memory,
              gsize n_nulls)
{
  column->validity = bits;
  column->memory[1] = marmot_memory_ref (memory);
  column->n_nulls = n_nulls;
}

void
marmot_estimates_finish (MarmotEstimates *self)
{
  const guint8 *status = self->status->values;
  gsize n_rows = self->status->length;
  gsize n_nulls = 0;
  MarmotMemory *memory;
  gpointer block;
  guint8 *bits;

  for (gsize i = 0; i < n_rows; i++)
    n_nulls += status[i] != MARMOT_STATUS_OK;
  if (n_nulls == 0)
    return;

  memory = marmot_memory_alloc (n_rows / 8 + 1, &block);
  bits = block;
  memset (bits, 0, n_rows / 8 + 1);
  for (gsize i = 0; i < n_rows; i++)
    bits[i >> 3] |= (guint8) ((status[i] == MARMOT_STATUS_OK) << (i & 7));

  set_validity (self->value, bits, memory, n_nulls);
  for (guint i = 0; i < self->n_levels; i++)
    {
      set_validity (self->lower[i], bits, memory, n_nulls);
      set_validity (self->upper[i], bits, memory, n_nulls);
    }
  marmot_memory_unref (memory);
}

MarmotEstimates *
marmot_estimates_ref (MarmotEstimates *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_estimates_clear (gpointer box)
{
  MarmotEstimates *self = box;

  marmot_column_unref (self->value);
  marmot_column_unref (self->status);
  for (guint i = 0; i < self->n_levels; i++)
    {
      marmot_column_unref (self->lower[i]);
      marmot_column_unref (self->upper[i]);
    }
}

void
marmot_estimates_unref (MarmotEstimates *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_estimates_clear);
}

gsize
marmot_estimates_get_length (const MarmotEstimates *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->value->length;
}

MarmotColumn *
marmot_estimates_get_value (const MarmotEstimates *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return marmot_column_ref (self->value);
}

MarmotColumn *
marmot_estimates_get_lower (const MarmotEstimates *self,
                            guint level)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level < self->n_levels, NULL);

  return marmot_column_ref (self->lower[level]);
}

MarmotColumn *
marmot_estimates_get_upper (const MarmotEstimates *self,
                            guint level)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level < self->n_levels, NULL);

  return marmot_column_ref (self->upper[level]);
}

MarmotColumn *
marmot_estimates_get_status (const MarmotEstimates *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return marmot_column_ref (self->status);
}

MarmotMethod
marmot_estimates_get_method (const MarmotEstimates *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_METHOD_NONE);

  return self->method;
}

guint
marmot_estimates_get_n_levels (const MarmotEstimates *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_levels;
}

double
marmot_estimates_get_confidence (const MarmotEstimates *self,
                                 guint level)
{
  g_return_val_if_fail (self != NULL, (double) NAN);
  g_return_val_if_fail (level < self->n_levels, (double) NAN);

  return self->levels[level];
}

static const double *
get_doubles (const MarmotColumn *column)
{
  return (const double *) column->values + column->offset;
}

static const guint8 *
get_statuses (const MarmotEstimates *self)
{
  return (const guint8 *) self->status->values + self->status->offset;
}

MarmotEstimate *
marmot_estimates_get_estimate (const MarmotEstimates *self,
                               gsize row)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->value->length, NULL);

  for (guint i = 0; i < self->n_levels; i++)
    {
      limits[i].confidence = self->levels[i];
      limits[i].lower = get_doubles (self->lower[i])[row];
      limits[i].upper = get_doubles (self->upper[i])[row];
    }

  return marmot_estimate_new_full (get_doubles (self->value)[row], self->method,
                                   (MarmotStatus) get_statuses (self)[row],
                                   limits, self->n_levels);
}

/* What stands behind "lower" and "upper": nothing if there is one level, otherwise
 * "_95" or "_99.8", with a number if a level before has the same name. */
static char *
get_level_suffix (const MarmotEstimates *self,
                  guint level)
{
  char name[G_ASCII_DTOSTR_BUF_SIZE];
  char other[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->n_levels == 1)
    return g_strdup ("");

  g_ascii_formatd (name, sizeof name, "%.6g", self->levels[level] * 100);
  for (guint i = 0; i < level; i++)
    if (g_str_equal (name, g_ascii_formatd (other, sizeof other, "%.6g", self->levels[i] * 100)))
      return g_strdup_printf ("_%s_%u", name, level + 1);
  return g_strconcat ("_", name, NULL);
}

guint
marmot_estimates_list (const MarmotEstimates *self,
                       char **names,
                       MarmotColumn **columns)
{
  guint n = 0;

  names[n] = g_strdup ("value");
  columns[n++] = self->value;
  for (guint i = 0; i < self->n_levels; i++)
    {
      g_autofree char *suffix = get_level_suffix (self, i);

      names[n] = g_strconcat ("lower", suffix, NULL);
      columns[n++] = self->lower[i];
      names[n] = g_strconcat ("upper", suffix, NULL);
      columns[n++] = self->upper[i];
    }
  names[n] = g_strdup ("status");
  columns[n++] = self->status;
  return n;
}

MarmotTable *
marmot_estimates_to_table (const MarmotEstimates *self)
{
  char *names[MARMOT_ESTIMATES_COLUMNS + 1];
  MarmotColumn *columns[MARMOT_ESTIMATES_COLUMNS];
  MarmotTable *table;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  n = marmot_estimates_list (self, names, columns);
  names[n] = NULL;
  table = marmot_table_new ((const char *const *) names, columns, n, NULL);
  for (guint i = 0; i < n; i++)
    g_free (names[i]);
  return table;
}

MarmotEstimates *
marmot_estimates_slice (const MarmotEstimates *self,
                        gsize first,
                        gsize n_rows)
{
  MarmotEstimates *slice;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first <= self->value->length, NULL);
  g_return_val_if_fail (n_rows <= self->value->length - first, NULL);

  slice = g_atomic_rc_box_new0 (MarmotEstimates);
  slice->method = self->method;
  slice->n_levels = self->n_levels;
  memcpy (slice->levels, self->levels, self->n_levels * sizeof *self->levels);
  slice->value = marmot_column_slice (self->value, first, n_rows);
  slice->status = marmot_column_slice (self->status, first, n_rows);
  for (guint i = 0; i < self->n_levels; i++)
    {
      slice->lower[i] = marmot_column_slice (self->lower[i], first, n_rows);
      slice->upper[i] = marmot_column_slice (self->upper[i], first, n_rows);
    }
  return slice;
}

static gboolean
same_doubles (const MarmotColumn *a,
              const MarmotColumn *b)
{
  const double *x = get_doubles (a);
  const double *y = get_doubles (b);

  for (gsize i = 0; i < a->length; i++)
    if (!(x[i] == y[i] || (isnan (x[i]) && isnan (y[i]))))
      return FALSE;
  return TRUE;
}

gboolean
marmot_estimates_equal (const MarmotEstimates *self,
                        const MarmotEstimates *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->method != other->method || self->n_levels != other->n_levels
      || self->value->length != other->value->length
      || memcmp (self->levels, other->levels, self->n_levels * sizeof (double)) != 0
      || memcmp (get_statuses (self), get_statuses (other), self->status->length) != 0
      || !same_doubles (self->value, other->value))
    return FALSE;

  for (guint i = 0; i < self->n_levels; i++)
    if (!same_doubles (self->lower[i], other->lower[i])
        || !same_doubles (self->upper[i], other->upper[i]))
      return FALSE;

  return TRUE;
}

guint
marmot_estimates_hash (const MarmotEstimates *self)
{
  guint hash;
  gsize n_rows;

  g_return_val_if_fail (self != NULL, 0);

  n_rows = self->value->length;
  hash = (guint) n_rows * 31 + (guint) self->method;
  for (gsize i = 0; i < MIN (n_rows, 16); i++)
    {
      double value = get_doubles (self->value)[i];

      value = isnan (value) ? (double) NAN : value + 0.0;
      hash = hash * 31 + g_double_hash (&value);
    }
  return hash;
}

char *
marmot_estimates_to_string (const MarmotEstimates *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, "%" G_GSIZE_FORMAT " estimates (", self->value->length);
  for (guint i = 0; i < self->n_levels; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (
        text, "%s%%, ", g_ascii_formatd (buffer, sizeof buffer, "%.6g", self->levels[i] * 100));
    }
  g_string_append_printf (text, "%s)", marmot_method_to_nick (self->method));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GVariant *
pack_doubles (const MarmotColumn *column)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, get_doubles (column), column->length,
                                    sizeof (double));
}

GBytes *
marmot_estimates_serialize (const MarmotEstimates *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&builder, BODY_TYPE);
  g_variant_builder_add (&builder, "u", (guint32) self->method);
  g_variant_builder_add_value (
    &builder, g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, self->levels, self->n_levels, sizeof (double)));
  g_variant_builder_add_value (
    &builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, get_statuses (self), self->status->length, 1));
  g_variant_builder_add_value (&builder, pack_doubles (self->value));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(adad)"));
  for (guint i = 0; i < self->n_levels; i++)
    g_variant_builder_add (&builder, "(@ad@ad)", pack_doubles (self->lower[i]),
                           pack_doubles (self->upper[i]));
  g_variant_builder_close (&builder);

  return marmot_serialize_body ("MarmotEstimates", 1, g_variant_builder_end (&builder));
}

/* Copies an array of exactly n_rows doubles; false if it has another length. */
static gboolean
unpack_doubles (GVariant *packed,
                gsize n_rows,
                double *to)
{
  gsize n;
  const double *from = g_variant_get_fixed_array (packed, &n, sizeof (double));

  if (n != n_rows)
    return FALSE;
  if (n > 0)
    memcpy (to, from, n * sizeof (double));
  return TRUE;
}

MarmotEstimates *
marmot_estimates_deserialize (GBytes *bytes,
                              GError **error)
{
  g_autoptr (MarmotEstimates) self = NULL;
  g_autoptr (MarmotColumn) names = get_status_names ();
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) levels = NULL;
  g_autoptr (GVariant) status = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) limits = NULL;
  MarmotEstimatesBuffers buffers;
  const double *level_values;
  const guint8 *status_values;
  gsize n_levels, n_rows;
  guint32 method;
  gboolean good;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotEstimates", 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(u@ad@ay@ad@a(adad))", &method, &levels, &status, &value, &limits);
  level_values = g_variant_get_fixed_array (levels, &n_levels, sizeof (double));
  status_values = g_variant_get_fixed_array (status, &n_rows, 1);

  good = n_levels >= 1 && n_levels <= MARMOT_MAX_LEVELS && g_variant_n_children (limits) == n_levels
         && marmot_enum_has (MARMOT_TYPE_METHOD, method);
  for (gsize i = 0; good && i < n_rows; i++)
    good = status_values[i] < names->length;

  if (good)
    {
      self = marmot_estimates_begin (n_rows, level_values, (guint) n_levels, (MarmotMethod) method,
                                     &buffers);
      if (n_rows > 0)
        memcpy (buffers.status, status_values, n_rows);
      good = unpack_doubles (value, n_rows, buffers.value);
      for (guint i = 0; good && i < n_levels; i++)
        {
          g_autoptr (GVariant) lower = NULL;
          g_autoptr (GVariant) upper = NULL;

          g_variant_get_child (limits, i, "(@ad@ad)", &lower, &upper);
          good = unpack_doubles (lower, n_rows, buffers.lower[i])
                 && unpack_doubles (upper, n_rows, buffers.upper[i]);
        }
    }

  if (!good)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "These bytes hold estimates of a later version, or are damaged");
      return NULL;
    }

  marmot_estimates_finish (self);
  return g_steal_pointer (&self);
}
