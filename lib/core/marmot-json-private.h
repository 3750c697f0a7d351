/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * JSON as the whole library reads and writes it: Jansson, with our limits and our
 * errors in, and one form out.
 */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/* Bytes of a document; in memory it takes some twenty times that at worst. */
#define MARMOT_JSON_MAX_BYTES (64 * 1024 * 1024)

/* An object or an array from bytes; a byte order mark is skipped. No key occurs
 * twice in an object, texts hold no NUL, integers fit 64 bits, and nesting is
 * bounded. Errors are MARMOT_ERROR_PARSE, _ENCODING and _TOO_LARGE, and give name
 * (nullable), line and column, but nothing of what stands there. */
json_t *marmot_json_load          (GBytes        *bytes,
                                   const char    *name,
                                   GError       **error);

/* As above; Jansson's own limit on nesting holds all the same. */
json_t *marmot_json_load_limited  (GBytes        *bytes,
                                   const char    *name,
                                   gsize          max_bytes,
                                   GError       **error);

/* A whole number from 0 to most, which may be written as "18.0": to JSON that is the same
 * number. FALSE if value (nullable) is anything else. */
gboolean marmot_json_get_count    (const json_t  *value,
                                   guint          most,
                                   guint         *count);

/* The one form: two spaces a level, arrays without objects or arrays in them on
 * one line, keys in the order in which they were set, UTF-8 as it is, the shortest
 * numbers that read back, a line break at the end. Reals must be finite. */
char   *marmot_json_dump          (const json_t  *document);

/* The form over which digests are taken: no blanks, keys sorted by their bytes, control
 * characters without a letter of their own as "\u001F", nothing else escaped but quotes and
 * backslashes. */
GBytes *marmot_json_canonical     (const json_t  *document) G_GNUC_WARN_UNUSED_RESULT;

/* SHA-256 of that form, in small hexadecimal digits. */
char   *marmot_json_digest        (const json_t  *document) G_GNUC_WARN_UNUSED_RESULT;

/* Parts of the one form. */
void    marmot_json_append_text   (GString       *out,
                                   const char    *text,
                                   gsize          length);
void    marmot_json_append_double (GString       *out,
                                   double         value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

G_END_DECLS
