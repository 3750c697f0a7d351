/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-estimate-private.h"

#include <math.h>
#include <string.h>

#include "marmot-serialize-private.h"

#define BODY_TYPE G_VARIANT_TYPE ("(duua(ddd))")

struct _MarmotEstimate
{
  double value;
  MarmotMethod method;
  MarmotStatus status;
  guint n_levels;
  MarmotLimits limits[];
};

G_DEFINE_BOXED_TYPE (MarmotEstimate, marmot_estimate, marmot_estimate_ref, marmot_estimate_unref)

MarmotEstimate *
marmot_estimate_new_full (double value,
                          MarmotMethod method,
                          MarmotStatus status,
                          const MarmotLimits *limits,
                          guint n_levels)
{
  gsize size = n_levels * sizeof (MarmotLimits);
  MarmotEstimate *self;

  g_assert (n_levels >= 1 && n_levels <= MARMOT_MAX_LEVELS);

  self = g_atomic_rc_box_alloc (sizeof (MarmotEstimate) + size);
  self->value = value;
  self->method = method;
  self->status = status;
  self->n_levels = n_levels;
  memcpy (self->limits, limits, size);
  return self;
}

MarmotEstimate *
marmot_estimate_new (double value,
                     double lower,
                     double upper,
                     double confidence,
                     MarmotMethod method)
{
  MarmotLimits limits = { confidence, lower, upper };

  return marmot_estimate_new_full (value, method, MARMOT_STATUS_OK, &limits, 1);
}

MarmotEstimate *
marmot_estimate_ref (MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
marmot_estimate_unref (MarmotEstimate *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

double
marmot_estimate_get_value (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->value;
}

double
marmot_estimate_get_lower (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->limits[0].lower;
}

double
marmot_estimate_get_upper (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->limits[0].upper;
}

double
marmot_estimate_get_confidence (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, (double) NAN);

  return self->limits[0].confidence;
}

guint
marmot_estimate_get_n_levels (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_levels;
}

gboolean
marmot_estimate_get_level (const MarmotEstimate *self,
                           guint level,
                           double *confidence,
                           double *lower,
                           double *upper)
{
  MarmotLimits limits = { (double) NAN, (double) NAN, (double) NAN };

  g_return_val_if_fail (self != NULL, FALSE);

  if (level < self->n_levels)
    limits = self->limits[level];

  if (confidence)
    *confidence = limits.confidence;
  if (lower)
    *lower = limits.lower;
  if (upper)
    *upper = limits.upper;

  return level < self->n_levels;
}

MarmotMethod
marmot_estimate_get_method (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_METHOD_NONE);

  return self->method;
}

MarmotStatus
marmot_estimate_get_status (const MarmotEstimate *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_STATUS_MISSING);

  return self->status;
}

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
marmot_estimate_equal (const MarmotEstimate *self,
                       const MarmotEstimate *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->method != other->method || self->status != other->status
      || self->n_levels != other->n_levels || !same_number (self->value, other->value))
    return FALSE;

  for (guint i = 0; i < self->n_levels; i++)
    if (!same_number (self->limits[i].confidence, other->limits[i].confidence)
        || !same_number (self->limits[i].lower, other->limits[i].lower)
        || !same_number (self->limits[i].upper, other->limits[i].upper))
      return FALSE;

  return TRUE;
}

static guint
hash_number (double number)
{
  /* Numbers that compare equal must hash alike: -0 with 0, NaN with NaN. */
  number = isnan (number) ? (double) NAN : number + 0.0;
  return g_double_hash (&number);
}

guint
marmot_estimate_hash (const MarmotEstimate *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = hash_number (self->value) * 31 + (guint) self->method;
  hash = hash * 31 + (guint) self->status;
  for (guint i = 0; i < self->n_levels; i++)
    {
      hash = hash * 31 + hash_number (self->limits[i].lower);
      hash = hash * 31 + hash_number (self->limits[i].upper);
    }

  return hash;
}

static void
append_number (GString *text,
               double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.6g", number));
}

char *
marmot_estimate_to_string (const MarmotEstimate *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->status != MARMOT_STATUS_OK)
    {
      g_string_append_printf (text, "not computed: %s", marmot_status_to_nick (self->status));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  append_number (text, self->value);
  g_string_append (text, " (");
  for (guint i = 0; i < self->n_levels; i++)
    {
      if (isnan (self->limits[i].lower) && isnan (self->limits[i].upper))
        continue;
      append_number (text, self->limits[i].lower);
      g_string_append (text, " to ");
      append_number (text, self->limits[i].upper);
      g_string_append (text, ", ");
      append_number (text, self->limits[i].confidence * 100);
      g_string_append (text, "%, ");
    }
  g_string_append_printf (text, "%s)", marmot_method_to_nick (self->method));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

GBytes *
marmot_estimate_serialize (const MarmotEstimate *self)
{
  GVariantBuilder limits;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&limits, G_VARIANT_TYPE ("a(ddd)"));
  for (guint i = 0; i < self->n_levels; i++)
    g_variant_builder_add (&limits, "(ddd)", self->limits[i].confidence, self->limits[i].lower,
                           self->limits[i].upper);

  return marmot_serialize_body ("MarmotEstimate", 1,
                                g_variant_new ("(duua(ddd))", self->value, (guint32) self->method,
                                               (guint32) self->status, &limits));
}

MarmotEstimate *
marmot_estimate_deserialize (GBytes *bytes,
                             GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) levels = NULL;
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  double value;
  guint32 method, status;
  gsize n_levels;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotEstimate", 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(duu@a(ddd))", &value, &method, &status, &levels);
  n_levels = g_variant_n_children (levels);
  if (n_levels < 1 || n_levels > MARMOT_MAX_LEVELS
      || !marmot_enum_has (MARMOT_TYPE_METHOD, method)
      || !marmot_enum_has (MARMOT_TYPE_STATUS, status))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "These bytes hold an estimate of a later version, or are damaged");
      return NULL;
    }

  for (gsize i = 0; i < n_levels; i++)
    g_variant_get_child (levels, i, "(ddd)", &limits[i].confidence, &limits[i].lower,
                         &limits[i].upper);

  return marmot_estimate_new_full (value, (MarmotMethod) method, (MarmotStatus) status, limits,
                                   (guint) n_levels);
}
