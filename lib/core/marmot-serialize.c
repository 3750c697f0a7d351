/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-serialize-private.h"

#include <marmot/marmot.h>

GBytes *
marmot_serialize_body (const char *type_name,
                       guint32 version,
                       GVariant *body)
{
  g_autoptr (GVariant) whole = g_variant_ref_sink (g_variant_new ("(suv)", type_name, version, body));

#if G_BYTE_ORDER == G_BIG_ENDIAN
  g_autoptr (GVariant) swapped = g_variant_byteswap (whole);

  return g_variant_get_data_as_bytes (swapped);
#else
  return g_variant_get_data_as_bytes (whole);
#endif
}

GVariant *
marmot_deserialize_body (GBytes *bytes,
                         const char *type_name,
                         guint32 version,
                         const GVariantType *body_type,
                         GError **error)
{
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariant) body = NULL;
  const char *found_name;
  guint32 found_version;

  whole = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(suv)"), bytes, FALSE));
#if G_BYTE_ORDER == G_BIG_ENDIAN
  {
    GVariant *swapped = g_variant_byteswap (whole);

    g_variant_unref (whole);
    whole = swapped;
  }
#endif

  if (g_variant_is_normal_form (whole))
    {
      g_variant_get (whole, "(&suv)", &found_name, &found_version, &body);
      if (g_str_equal (found_name, type_name) && found_version == version
          && g_variant_is_of_type (body, body_type))
        return g_steal_pointer (&body);
    }

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
               "These bytes are not a %s of this version, or are damaged", type_name);
  return NULL;
}

gboolean
marmot_enum_has (GType enum_type,
                 guint32 value)
{
  GEnumClass *enum_class = g_type_class_ref (enum_type);
  gboolean found = value <= G_MAXINT && g_enum_get_value (enum_class, (int) value) != NULL;

  g_type_class_unref (enum_class);
  return found;
}
