/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Code sets from a file.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "code-set-private.h"
#include "core/marmot-data-file-private.h"

/* More than any return has; a file of more is no file of codes. */
#define MAX_SETS 1000
#define MAX_CODES 10000
#define MAX_CODE 40

static const char *const file_keys[] = { "format", "notes", "code-sets", NULL };
static const char *const set_keys[] = { "name", "title", "source", "notes", "first", "last", "first-day", "last-day",
                                        "codes", NULL };
static const char *const code_keys[] = { "code", "label", "first", "last", "replaced-by", "uncertain", "notes", NULL };

/* Whether it can be a code: short, and without blanks at its ends or controls. */
static gboolean
is_code (const char *text)
{
  gsize length = strlen (text);

  if (length > MAX_CODE || g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_uncertain (json_t *object,
                const char *path,
                MarmotCode *code,
                GError **error)
{
  json_t *list;

  if (!data_file_list (object, path, "uncertain", FALSE, &list, error))
    return FALSE;
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *what = json_string_value (json_array_get (list, i));
      gboolean is_year = g_strcmp0 (what, "first") == 0 || g_strcmp0 (what, "last") == 0;

      if (!is_year && g_strcmp0 (what, "label") != 0)
        return data_file_refuse (error, path, "\"uncertain\" lists any of \"label\", \"first\" and \"last\"");
      code->is_uncertain = TRUE;
      code->has_uncertain_years |= is_year;
    }
  return TRUE;
}

static gboolean
read_replaced_by (json_t *object,
                  const char *path,
                  MarmotCode *code,
                  GError **error)
{
  g_autoptr (GStrvBuilder) codes = NULL;
  json_t *list;

  if (!data_file_list (object, path, "replaced-by", FALSE, &list, error))
    return FALSE;
  if (!list)
    return TRUE;
  if (json_array_size (list) > MAX_CODES)
    return data_file_refuse (error, path, "\"replaced-by\" lists %d codes at most", MAX_CODES);
  codes = g_strv_builder_new ();
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *text = json_string_value (json_array_get (list, i));

      if (!text)
        return data_file_refuse (error, path, "\"replaced-by\" lists codes, which are texts");
      g_strv_builder_add (codes, text);
    }
  code->replaced_by = g_strv_builder_end (codes);
  return TRUE;
}

/* What is read stays in the set, which frees it, also where it is refused. */
static gboolean
read_code (MarmotCodeSet *self,
           json_t *object,
           const char *path,
           GError **error)
{
  const char *text, *label, *notes;
  MarmotCode *code;

  if (!data_file_object (object, path, code_keys, error)
      || !data_file_text (object, path, "code", TRUE, &text, error)
      || !data_file_text (object, path, "label", TRUE, &label, error)
      || !data_file_text (object, path, "notes", FALSE, &notes, error))
    return FALSE;
  if (!is_code (text))
    return data_file_refuse (error, path, "a code is of at most %d characters, with no blanks at its ends", MAX_CODE);

  g_array_set_size (self->codes, self->codes->len + 1);
  code = &g_array_index (self->codes, MarmotCode, self->codes->len - 1);
  code->code = g_strdup (text);
  code->label = g_strdup (label);
  code->notes = g_strdup (notes);
  if (!data_file_year (object, path, "first", &code->first_year, error)
      || !data_file_year (object, path, "last", &code->last_year, error)
      || !read_uncertain (object, path, code, error)
      || !read_replaced_by (object, path, code, error))
    return FALSE;
  if (code->first_year && code->last_year && code->first_year > code->last_year)
    return data_file_refuse (error, path, "the first year is after the last");
  return TRUE;
}

static gboolean
check_replacements (MarmotCodeSet *self,
                    const char *path,
                    GError **error)
{
  for (guint i = 0; i < self->codes->len; i++)
    {
      const MarmotCode *code = &g_array_index (self->codes, MarmotCode, i);

      for (char **text = code->replaced_by; text && *text; text++)
        {
          int place = marmot_code_set_find_text (self, *text, strlen (*text));

          if (place < 0 || place == (int) i)
            {
              g_autofree char *where = data_file_step (path, "codes", i);

              return data_file_refuse (error, where, place < 0 ? "it is replaced by a code that is not in the set"
                                                               : "it is replaced by itself");
            }
        }
    }
  return TRUE;
}

static gboolean
read_codes (MarmotCodeSet *self,
            json_t *list,
            const char *path,
            GError **error)
{
  int twice;

  if (json_array_size (list) == 0 || json_array_size (list) > MAX_CODES)
    return data_file_refuse (error, path, "a code set has from 1 to %d codes", MAX_CODES);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *where = data_file_step (path, "codes", i);

      if (!read_code (self, json_array_get (list, i), where, error))
        return FALSE;
    }

  twice = marmot_code_set_sort (self);
  if (twice >= 0)
    {
      g_autofree char *where = data_file_step (path, "codes", (gsize) twice);

      return data_file_refuse (error, where, "the code is in the set twice: upper and lower case are the same");
    }
  return check_replacements (self, path, error);
}

static gboolean
read_bounds (MarmotCodeSet *self,
             json_t *object,
             const char *path,
             GError **error)
{
  if (!data_file_year (object, path, "first", &self->first_year, error)
      || !data_file_year (object, path, "last", &self->last_year, error)
      || !data_file_day (object, path, "first-day", &self->first_day, &self->has_first_day, error)
      || !data_file_day (object, path, "last-day", &self->last_day, &self->has_last_day, error))
    return FALSE;
  if ((self->first_year == 0) != (self->last_year == 0))
    return data_file_refuse (error, path, "a set that knows years has a \"first\" and a \"last\" of them");
  if (self->first_year > self->last_year)
    return data_file_refuse (error, path, "the first year is after the last");
  if (self->has_first_day && self->has_last_day && self->first_day > self->last_day)
    return data_file_refuse (error, path, "the first day is after the last");
  return TRUE;
}

static MarmotCodeSet *
read_set (json_t *object,
          const char *path,
          GError **error)
{
  g_autoptr (MarmotCodeSet) self = NULL;
  const char *name, *title, *source, *notes;
  json_t *codes;

  if (!data_file_object (object, path, set_keys, error)
      || !data_file_text (object, path, "name", TRUE, &name, error)
      || !data_file_text (object, path, "title", TRUE, &title, error)
      || !data_file_text (object, path, "source", TRUE, &source, error)
      || !data_file_text (object, path, "notes", FALSE, &notes, error)
      || !data_file_list (object, path, "codes", TRUE, &codes, error))
    return NULL;
  self = g_object_new (MARMOT_TYPE_CODE_SET, "name", name, "title", title, "source", source, "notes", notes, NULL);
  if (!read_bounds (self, object, path, error) || !read_codes (self, codes, path, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
marmot_code_sets_read (GBytes *json,
                       GError **error)
{
  g_autoptr (json_t) file = data_file_open (json, "marmot-code-sets", "code-sets", "code sets", error);
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (GHashTable) names = NULL;
  json_t *list;

  if (!file || !data_file_object (file, "The file", file_keys, error))
    return NULL;
  list = json_object_get (file, "code-sets");
  if (json_array_size (list) > MAX_SETS)
    {
      data_file_refuse (error, "code-sets", "a file has at most %d code sets", MAX_SETS);
      return NULL;
    }

  sets = g_ptr_array_new_with_free_func (g_object_unref);
  names = g_hash_table_new (g_str_hash, g_str_equal);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *path = data_file_step ("", "code-sets", i);
      MarmotCodeSet *set = read_set (json_array_get (list, i), path, error);

      if (!set)
        return NULL;
      g_ptr_array_add (sets, set);
      if (!g_hash_table_add (names, set->name))
        {
          data_file_refuse (error, path, "another set has the same name");
          return NULL;
        }
    }
  return g_steal_pointer (&sets);
}
