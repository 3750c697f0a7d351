/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-json-private.h"

#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "numeric/text.h"

/* Jansson's own words quote the input; only its code and its position are used. */
static void
set_error (GError **error,
           const char *name,
           const json_error_t *found)
{
  MarmotError code = MARMOT_ERROR_PARSE;
  const char *why;

  switch (json_error_code (found))
    {
    case json_error_invalid_utf8:
      code = MARMOT_ERROR_ENCODING;
      why = "the text is not UTF-8: save it as UTF-8";
      break;
    case json_error_null_character:
    case json_error_null_byte_in_key:
      code = MARMOT_ERROR_ENCODING;
      why = "a text holds a NUL: take it out";
      break;
    case json_error_duplicate_key:
      why = "a key occurs twice in one object: keep one of the two";
      break;
    case json_error_stack_overflow:
      why = "objects and arrays are nested too deeply: flatten them";
      break;
    case json_error_numeric_overflow:
      why = "a number is too large: write it as a text";
      break;
    case json_error_premature_end_of_input:
      why = "the document ends too early: check that it was copied whole";
      break;
    case json_error_end_of_input_expected:
      why = "more follows the end of the document: take it out";
      break;
    case json_error_out_of_memory:
      code = MARMOT_ERROR_TOO_LARGE;
      why = "the document does not fit into memory: split it";
      break;
    default:
      why = "this is not JSON: check quotes, commas and brackets there and just before";
    }

  g_set_error (error, MARMOT_ERROR, code, "%s%sline %d, column %d: %s", name ? name : "", name ? ", " : "",
               MAX (found->line, 1), MAX (found->column, 0), why);
}

json_t *
marmot_json_load_limited (GBytes *bytes,
                          const char *name,
                          gsize max_bytes,
                          GError **error)
{
  g_autofree char *shown = name ? g_utf8_make_valid (name, -1) : NULL;
  json_error_t found;
  json_t *document;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > max_bytes)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "%s holds more than the limit of %" G_GSIZE_FORMAT " bytes: split it",
                   shown ? shown : "The document", max_bytes);
      return NULL;
    }
  if (!data)
    data = "";
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }

  document = json_loadb (data, size, JSON_REJECT_DUPLICATES, &found);
  if (!document)
    set_error (error, shown, &found);
  return document;
}

json_t *
marmot_json_load (GBytes *bytes,
                  const char *name,
                  GError **error)
{
  return marmot_json_load_limited (bytes, name, MARMOT_JSON_MAX_BYTES, error);
}

gboolean
marmot_json_get_count (const json_t *value,
                       guint most,
                       guint *count)
{
  if (json_is_integer (value) && json_integer_value (value) >= 0 && json_integer_value (value) <= most)
    *count = (guint) json_integer_value (value);
  else if (json_is_real (value) && json_real_value (value) >= 0 && json_real_value (value) <= most
           && floor (json_real_value (value)) >= json_real_value (value))
    *count = (guint) json_real_value (value);
  else
    return FALSE;
  return TRUE;
}

void
marmot_json_append_double (GString *out,
                           double value)
{
  char buffer[MN_DOUBLE_SIZE];

  g_assert (isfinite (value));
  g_string_append_len (out, buffer, mn_print_double (value, buffer));
}

void
marmot_json_append_text (GString *out,
                         const char *text,
                         gsize length)
{
  gsize plain = 0;

  g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++)
    {
      const guchar byte = (guchar) text[i];

      if (byte >= ' ' && byte != '"' && byte != '\\')
        continue;

      g_string_append_len (out, text + plain, (gssize) (i - plain));
      plain = i + 1;
      if (byte == '\n')
        g_string_append (out, "\\n");
      else if (byte >= ' ')
        g_string_append_printf (out, "\\%c", byte);
      else
        g_string_append_printf (out, "\\u%04x", byte);
    }
  g_string_append_len (out, text + plain, (gssize) (length - plain));
  g_string_append_c (out, '"');
}

static void
append_line (GString *out,
             guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void
append_value (GString *out,
              const json_t *value,
              guint depth);

static void
append_object (GString *out,
               const json_t *object,
               guint depth)
{
  /* Reading changes nothing, but Jansson's iterators are not const. */
  json_t *iterated = (json_t *) object;
  const char *separator = "";

  g_string_append_c (out, '{');
  for (void *iter = json_object_iter (iterated); iter; iter = json_object_iter_next (iterated, iter))
    {
      const char *key = json_object_iter_key (iter);

      g_string_append (out, separator);
      append_line (out, depth + 1);
      marmot_json_append_text (out, key, strlen (key));
      g_string_append (out, ": ");
      append_value (out, json_object_iter_value (iter), depth + 1);
      separator = ",";
    }
  if (*separator)
    append_line (out, depth);
  g_string_append_c (out, '}');
}

static void
append_array (GString *out,
              const json_t *array,
              guint depth)
{
  const gsize size = json_array_size (array);
  gboolean is_flat = TRUE;

  for (gsize i = 0; i < size && is_flat; i++)
    is_flat = !json_is_object (json_array_get (array, i)) && !json_is_array (json_array_get (array, i));

  g_string_append_c (out, '[');
  for (gsize i = 0; i < size; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (!is_flat)
        append_line (out, depth + 1);
      else if (i > 0)
        g_string_append_c (out, ' ');
      append_value (out, json_array_get (array, i), depth + 1);
    }
  if (!is_flat)
    append_line (out, depth);
  g_string_append_c (out, ']');
}

static void
append_value (GString *out,
              const json_t *value,
              guint depth)
{
  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      append_object (out, value, depth);
      break;
    case JSON_ARRAY:
      append_array (out, value, depth);
      break;
    case JSON_STRING:
      marmot_json_append_text (out, json_string_value (value), json_string_length (value));
      break;
    case JSON_INTEGER:
      g_string_append_printf (out, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
      break;
    case JSON_REAL:
      marmot_json_append_double (out, json_real_value (value));
      break;
    case JSON_TRUE:
      g_string_append (out, "true");
      break;
    case JSON_FALSE:
      g_string_append (out, "false");
      break;
    case JSON_NULL:
    default:
      g_string_append (out, "null");
    }
}

char *
marmot_json_dump (const json_t *document)
{
  GString *out = g_string_new (NULL);

  append_value (out, document, 0);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static int
append_bytes (const char *buffer,
              size_t size,
              void *data)
{
  g_byte_array_append (data, (const guint8 *) buffer, (guint) size);
  return 0;
}

GBytes *
marmot_json_canonical (const json_t *document)
{
  GByteArray *out = g_byte_array_new ();

  json_dump_callback (document, append_bytes, out, JSON_COMPACT | JSON_SORT_KEYS);
  return g_byte_array_free_to_bytes (out);
}

static int
digest_bytes (const char *buffer,
              size_t size,
              void *data)
{
  g_checksum_update (data, (const guchar *) buffer, (gssize) size);
  return 0;
}

char *
marmot_json_digest (const json_t *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  json_dump_callback (document, digest_bytes, checksum, JSON_COMPACT | JSON_SORT_KEYS);
  return g_strdup (g_checksum_get_string (checksum));
}
