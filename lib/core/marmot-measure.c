/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "marmot-serialize-private.h"

#define BODY_TYPE G_VARIANT_TYPE ("(ddxa(sx)maymay)")

struct _MarmotMeasure
{
  double numerator;
  double denominator;
  gint64 n_unknown;
  char **reasons;
  gint64 *n_excluded; /* as many as there are reasons */
  gint64 n_all_excluded;
  MarmotEstimate *estimate;
  MarmotColumn *rows;
};

G_DEFINE_BOXED_TYPE (MarmotMeasure, marmot_measure, marmot_measure_ref, marmot_measure_unref)

static gboolean
refuse (GError **error,
        MarmotError code,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, code, message);
  return FALSE;
}

static gboolean
check_counts (double numerator,
              double denominator,
              gint64 n_unknown,
              GError **error)
{
  if (isfinite (numerator) && isfinite (denominator) && numerator >= 0 && denominator >= 0
      && n_unknown >= 0)
    return TRUE;
  return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                 "The counts of a measure are numbers from zero on: leave out what was not counted");
}

static gboolean
check_reasons (const char *const *reasons,
               const gint64 *n_excluded,
               gsize n_counts,
               gint64 *n_all,
               GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *n_all = 0;
  if ((reasons ? g_strv_length ((char **) reasons) : 0) != n_counts)
    return refuse (error, MARMOT_ERROR_LENGTH,
                   "A measure needs one count for each reason for which some were left out");

  for (gsize i = 0; i < n_counts; i++)
    {
      if (reasons[i][0] == '\0' || !g_utf8_validate (reasons[i], -1, NULL)
          || !g_hash_table_add (seen, (gpointer) reasons[i]))
        return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Each reason for leaving some out is a text of its own: give each one once");
      if (n_excluded[i] < 0 || n_excluded[i] > G_MAXINT64 - *n_all)
        return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                       "The counts of those left out are numbers from zero on");
      *n_all += n_excluded[i];
    }
  return TRUE;
}

static gboolean
check_rows (MarmotColumn *rows,
            GError **error)
{
  gsize n_rows;

  if (!rows)
    return TRUE;
  if (marmot_column_get_column_type (rows) != MARMOT_COLUMN_INTEGER)
    return refuse (error, MARMOT_ERROR_TYPE, "The rows behind a measure are a column of integers");

  n_rows = marmot_column_get_length (rows);
  for (gsize i = 0; i < n_rows; i++)
    if (marmot_column_is_null (rows, i) || marmot_column_get_integer (rows, i) < 0)
      return refuse (error, MARMOT_ERROR_INVALID_ARGUMENT,
                     "The rows behind a measure are numbered from zero on, and none is null");
  return TRUE;
}

MarmotMeasure *
marmot_measure_new (double numerator,
                    double denominator,
                    gint64 n_unknown,
                    const char *const *reasons,
                    const gint64 *n_excluded,
                    gsize n_counts,
                    MarmotEstimate *estimate,
                    MarmotColumn *rows,
                    GError **error)
{
  MarmotMeasure *self;
  gint64 n_all;

  g_return_val_if_fail (n_excluded != NULL || n_counts == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_counts (numerator, denominator, n_unknown, error)
      || !check_reasons (reasons, n_excluded, n_counts, &n_all, error) || !check_rows (rows, error))
    return NULL;

  self = g_atomic_rc_box_new0 (MarmotMeasure);
  self->numerator = numerator == 0 ? 0 : numerator;
  self->denominator = denominator == 0 ? 0 : denominator;
  self->n_unknown = n_unknown;
  self->reasons = reasons ? g_strdupv ((char **) reasons) : g_new0 (char *, 1);
  self->n_excluded = g_memdup2 (n_excluded, n_counts * sizeof (gint64));
  self->n_all_excluded = n_all;
  self->estimate = estimate ? marmot_estimate_ref (estimate) : NULL;
  self->rows = rows ? marmot_column_ref (rows) : NULL;
  return self;
}

MarmotMeasure *
marmot_measure_ref (MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_measure_clear (gpointer box)
{
  MarmotMeasure *self = box;

  g_strfreev (self->reasons);
  g_free (self->n_excluded);
  g_clear_pointer (&self->estimate, marmot_estimate_unref);
  g_clear_pointer (&self->rows, marmot_column_unref);
}

void
marmot_measure_unref (MarmotMeasure *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_measure_clear);
}

double
marmot_measure_get_numerator (const MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->numerator;
}

double
marmot_measure_get_denominator (const MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->denominator;
}

gint64
marmot_measure_get_n_unknown (const MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_unknown;
}

const char *const *
marmot_measure_get_reasons (const MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->reasons;
}

gint64
marmot_measure_count_excluded (const MarmotMeasure *self,
                               const char *reason)
{
  g_return_val_if_fail (self != NULL, 0);

  if (!reason)
    return self->n_all_excluded;
  for (gsize i = 0; self->reasons[i]; i++)
    if (g_str_equal (self->reasons[i], reason))
      return self->n_excluded[i];
  return 0;
}

MarmotEstimate *
marmot_measure_get_estimate (const MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->estimate ? marmot_estimate_ref (self->estimate) : NULL;
}

MarmotColumn *
marmot_measure_get_rows (const MarmotMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rows ? marmot_column_ref (self->rows) : NULL;
}

gboolean
marmot_measure_equal (const MarmotMeasure *self,
                      const MarmotMeasure *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->numerator != other->numerator || self->denominator != other->denominator
      || self->n_unknown != other->n_unknown
      || !g_strv_equal ((const char *const *) self->reasons, (const char *const *) other->reasons)
      || !self->estimate != !other->estimate || !self->rows != !other->rows)
    return FALSE;

  for (gsize i = 0; self->reasons[i]; i++)
    if (self->n_excluded[i] != other->n_excluded[i])
      return FALSE;

  return (!self->estimate || marmot_estimate_equal (self->estimate, other->estimate))
         && (!self->rows || marmot_column_equal (self->rows, other->rows));
}

guint
marmot_measure_hash (const MarmotMeasure *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = g_double_hash (&self->numerator);
  hash = hash * 31 + g_double_hash (&self->denominator);
  hash = hash * 31 + g_int64_hash (&self->n_unknown);
  for (gsize i = 0; self->reasons[i]; i++)
    hash = (hash * 31 + g_str_hash (self->reasons[i])) * 31 + g_int64_hash (&self->n_excluded[i]);
  if (self->estimate)
    hash = hash * 31 + marmot_estimate_hash (self->estimate);
  if (self->rows)
    hash = hash * 31 + marmot_column_hash (self->rows);
  return hash;
}

char *
marmot_measure_to_string (const MarmotMeasure *self)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  numerator = marmot_number_format (self->numerator, -1);
  denominator = marmot_number_format (self->denominator, -1);
  g_string_append_printf (text, "%s of %s", numerator, denominator);

  for (gsize i = 0; self->reasons[i]; i++)
    {
      if (i == 0)
        g_string_append_printf (text, ", %" G_GINT64_FORMAT " excluded (", self->n_all_excluded);
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "", self->reasons[i],
                              self->n_excluded[i]);
    }
  if (self->reasons[0])
    g_string_append_c (text, ')');
  if (self->n_unknown > 0)
    g_string_append_printf (text, ", %" G_GINT64_FORMAT " unknown", self->n_unknown);

  if (self->estimate)
    {
      g_autofree char *estimate = marmot_estimate_to_string (self->estimate);

      g_string_append_printf (text, ": %s", estimate);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Bytes, or nothing; takes the bytes. */
static GVariant *
maybe_bytes (GBytes *bytes)
{
  GVariant *child = bytes ? g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE) : NULL;

  g_clear_pointer (&bytes, g_bytes_unref);
  return g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, child);
}

GBytes *
marmot_measure_serialize (const MarmotMeasure *self)
{
  GVariantBuilder exclusions;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&exclusions, G_VARIANT_TYPE ("a(sx)"));
  for (gsize i = 0; self->reasons[i]; i++)
    g_variant_builder_add (&exclusions, "(sx)", self->reasons[i], self->n_excluded[i]);

  return marmot_serialize_body (
      "MarmotMeasure", 1,
      g_variant_new ("(ddxa(sx)@may@may)", self->numerator, self->denominator, self->n_unknown, &exclusions,
                     maybe_bytes (self->estimate ? marmot_estimate_serialize (self->estimate) : NULL),
                     maybe_bytes (self->rows ? marmot_column_serialize (self->rows) : NULL)));
}

/* The bytes in a maybe, or NULL if there are none. Copied, because the types
 * within are read at the alignment of a block of their own. */
static GBytes *
take_bytes (GVariant *maybe)
{
  g_autoptr (GVariant) child = g_variant_get_maybe (maybe);
  gconstpointer data;
  gsize size;

  if (!child)
    return NULL;
  data = g_variant_get_fixed_array (child, &size, 1);
  return g_bytes_new (data, size);
}

MarmotMeasure *
marmot_measure_deserialize (GBytes *bytes,
                            GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) exclusions = NULL;
  g_autoptr (GVariant) estimate_part = NULL;
  g_autoptr (GVariant) rows_part = NULL;
  g_autoptr (GBytes) estimate_bytes = NULL;
  g_autoptr (GBytes) rows_bytes = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;
  g_autoptr (MarmotColumn) rows = NULL;
  g_autofree const char **reasons = NULL;
  g_autofree gint64 *n_excluded = NULL;
  MarmotMeasure *self = NULL;
  double numerator, denominator;
  gint64 n_unknown;
  gsize n_counts;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotMeasure", 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(ddx@a(sx)@may@may)", &numerator, &denominator, &n_unknown, &exclusions,
                 &estimate_part, &rows_part);
  n_counts = g_variant_n_children (exclusions);
  reasons = g_new0 (const char *, n_counts + 1);
  n_excluded = g_new0 (gint64, n_counts);
  for (gsize i = 0; i < n_counts; i++)
    g_variant_get_child (exclusions, i, "(&sx)", &reasons[i], &n_excluded[i]);

  estimate_bytes = take_bytes (estimate_part);
  rows_bytes = take_bytes (rows_part);
  if (estimate_bytes)
    estimate = marmot_estimate_deserialize (estimate_bytes, NULL);
  if (rows_bytes)
    rows = marmot_column_deserialize (rows_bytes, NULL);
  if (!estimate == !estimate_bytes && !rows == !rows_bytes)
    self = marmot_measure_new (numerator, denominator, n_unknown, reasons, n_excluded, n_counts, estimate,
                               rows, NULL);

  if (!self)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "These bytes hold a measure of a later version, or are damaged");
  return self;
}
