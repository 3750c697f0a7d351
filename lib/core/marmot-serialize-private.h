/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How every type writes itself to bytes and reads itself back: a GVariant of
 * type (suv), which holds the name of the type, the version of its layout, and
 * the layout itself, little-endian. Reading trusts nothing: the GVariant is
 * checked for its normal form, and each type checks the parts it takes out.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Takes a floating body. */
GBytes   *marmot_serialize_body   (const char *type_name,
                                   guint32     version,
                                   GVariant   *body);

/* The body, of exactly this type; or NULL with a MARMOT_ERROR_PARSE. */
GVariant *marmot_deserialize_body (GBytes              *bytes,
                                   const char          *type_name,
                                   guint32              version,
                                   const GVariantType  *body_type,
                                   GError             **error);

/* Whether an enumeration has this value; bytes from a later version may hold
 * values that this one does not know. */
gboolean  marmot_enum_has         (GType   enum_type,
                                   guint32 value);

G_END_DECLS
