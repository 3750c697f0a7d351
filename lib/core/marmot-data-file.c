/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-data-file-private.h"

#include <marmot/marmot.h>

#include <string.h>

#include "marmot-csv-date-private.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* 1 January 1900 and 1 January 2200, in days since 1970. */
#define FIRST_DAY (-25567)
#define END_DAY 84006

json_t *
data_file_open (GBytes *json,
                const char *format,
                const char *list,
                const char *what,
                GError **error)
{
  g_autoptr (json_t) file = marmot_json_load (json, what, error);

  if (!file)
    return NULL;
  if (g_strcmp0 (json_string_value (json_object_get (file, "format")), format) != 0
      || !json_is_array (json_object_get (file, list)))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                   "This is no file of %s: it needs \"format\": \"%s\" and a list of \"%s\"", what, format, list);
      return NULL;
    }
  return g_steal_pointer (&file);
}

static gboolean
refuse_form (GError **error,
             const char *path,
             const char *key,
             const char *message)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "%s%s%s: %s", path, *path && *key ? "/" : "", key, message);
  return FALSE;
}

gboolean
data_file_refuse (GError **error,
                  const char *path,
                  const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "%s: %s", path, message);
  return FALSE;
}

gboolean
data_file_object (json_t *value,
                  const char *path,
                  const char *const *keys,
                  GError **error)
{
  if (!json_is_object (value))
    return refuse_form (error, path, "", "an object belongs here, in braces");
  for (void *iter = json_object_iter (value); iter; iter = json_object_iter_next (value, iter))
    if (!g_strv_contains (keys, json_object_iter_key (iter)))
      {
        g_autofree char *known = g_strjoinv (", ", (char **) keys);

        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                     "%s: one of its keys is none that is read: take it out or correct it; there are: %s", path, known);
        return FALSE;
      }
  return TRUE;
}

gboolean
data_file_text (json_t *object,
                const char *path,
                const char *key,
                gboolean is_needed,
                const char **text,
                GError **error)
{
  json_t *value = json_object_get (object, key);

  *text = json_string_value (value);
  if ((!value && !is_needed) || (*text && **text))
    return TRUE;
  return refuse_form (error, path, key, "a text belongs here, which is not empty");
}

gboolean
data_file_list (json_t *object,
                const char *path,
                const char *key,
                gboolean is_needed,
                json_t **list,
                GError **error)
{
  *list = json_object_get (object, key);
  if ((!*list && !is_needed) || json_is_array (*list))
    return TRUE;
  return refuse_form (error, path, key, "a list belongs here, in brackets");
}

gboolean
data_file_year (json_t *object,
                const char *path,
                const char *key,
                int *year,
                GError **error)
{
  json_t *value = json_object_get (object, key);

  *year = 0;
  if (!value)
    return TRUE;
  if (!json_is_integer (value) || json_integer_value (value) < FIRST_YEAR || json_integer_value (value) > LAST_YEAR)
    return refuse_form (error, path, key, "a year belongs here, such as 2024 for 2024/25");
  *year = (int) json_integer_value (value);
  return TRUE;
}

gboolean
data_file_day (json_t *object,
               const char *path,
               const char *key,
               gint32 *day,
               gboolean *is_there,
               GError **error)
{
  json_t *value = json_object_get (object, key);
  const char *text = json_string_value (value);

  *day = 0;
  if (is_there)
    *is_there = value != NULL;
  if (!value && is_there)
    return TRUE;
  if (!text || !marmot_csv_date_parse_iso (text, text + strlen (text), day) || *day < FIRST_DAY || *day >= END_DAY)
    return refuse_form (error, path, key, "a day belongs here, as a text such as \"2027-12-31\"");
  return TRUE;
}

char *
data_file_step (const char *path,
                const char *list,
                gsize place)
{
  return g_strdup_printf ("%s%s%s/%" G_GSIZE_FORMAT, path, *path ? "/" : "", list, place + 1);
}

static const char *
name_at (const GPtrArray *things,
         gsize name_offset,
         guint place)
{
  return G_STRUCT_MEMBER (const char *, things->pdata[place], name_offset);
}

char **
data_file_list_names (const GPtrArray *things,
                      gsize name_offset)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < things->len; i++)
    g_strv_builder_add (names, name_at (things, name_offset, i));
  return g_strv_builder_end (names);
}

gpointer
data_file_find (const GPtrArray *things,
                gsize name_offset,
                const char *name)
{
  for (guint i = 0; i < things->len; i++)
    if (strcmp (name_at (things, name_offset, i), name) == 0)
      return things->pdata[i];
  return NULL;
}

gpointer
data_file_find_or_refuse (const GPtrArray *things,
                          gsize name_offset,
                          const char *name,
                          const char *what,
                          GError **error)
{
  gpointer thing = data_file_find (things, name_offset, name);

  if (!thing)
    {
      g_auto (GStrv) names = data_file_list_names (things, name_offset);
      g_autofree char *known = g_strjoinv (", ", names);

      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "No %s is called so; there are: %s", what, known);
    }
  return thing;
}
