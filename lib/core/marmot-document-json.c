/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documents in and out of JSON. A document is an object whose keys are its fields;
 * what is not set is left out.
 */
#include <string.h>

#include "marmot-data-file-private.h"
#include "marmot-document-text-private.h"
#include "marmot-read-private.h"
#include "marmot-write-private.h"

#define MAX_BYTES (16 * 1024 * 1024)
/* Each takes some hundred bytes in memory beside its text, however short that is. */
#define MAX_VALUES 500000
#define MAX_VALUES_LARGER 1000000 /* of a file that may be larger, and is */

static gboolean
refuse_form (GError **error,
             const char *path,
             const char *message)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "%s: %s", path, message);
  return FALSE;
}

gboolean
marmot_document_is_short_name (const char *text)
{
  const gsize length = strlen (text);

  return length > 0 && length <= MARMOT_DOCUMENT_MAX_ID
         && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == length;
}

static gboolean
is_page (const char *text)
{
  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")) && !strchr (text, ' ');
}

/* A text that is not empty and not too long. */
static const char *
take_text (const json_t *value,
           const char *path,
           GError **error)
{
  const char *text = json_string_value (value);

  if (!text || !*text)
    {
      refuse_form (error, path, "a text belongs here, which is not empty");
      return NULL;
    }
  if (!marmot_document_text_fits (text))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "%s: the text is longer than %d characters: put it into a document of its own, and name that here", path,
                   MARMOT_DOCUMENT_MAX_TEXT);
      return NULL;
    }
  return text;
}

static gboolean
read_list (gpointer self,
           const MarmotDocumentField *field,
           json_t *list,
           const char *path,
           const char *key,
           GError **error);

static gboolean
read_texts (gpointer self,
            const MarmotDocumentField *field,
            json_t *list,
            const char *path,
            const char *key,
            GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *step = marmot_document_step (path, key, (guint) i);
      const char *text = take_text (json_array_get (list, i), step, error);

      if (!text)
        return FALSE;
      g_ptr_array_add (texts, (gpointer) text);
    }
  g_ptr_array_add (texts, NULL);
  g_object_set (self, field->name, (char **) texts->pdata, NULL);
  return TRUE;
}

static gboolean
read_member (gpointer self,
             const MarmotDocumentField *field,
             const char *text,
             const char *path,
             GError **error)
{
  GEnumClass *members = g_type_class_ref (field->get_type ());
  GEnumValue *found = g_enum_get_value_by_nick (members, text);

  if (found && field->kind == MARMOT_DOCUMENT_STATE)
    G_STRUCT_MEMBER (int, self, field->offset) = found->value;
  else if (found)
    g_object_set (self, field->name, found->value, NULL);
  else
    {
      g_autoptr (GString) known = g_string_new (NULL);

      for (guint i = 0; i < members->n_values; i++)
        g_string_append_printf (known, "%s%s", i ? ", " : "", members->values[i].value_nick);
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "%s: write one of: %s", path, known->str);
    }
  g_type_class_unref (members);
  return found != NULL;
}

static gboolean
read_period (gpointer self,
             const MarmotDocumentField *field,
             const char *text,
             const char *path,
             GError **error)
{
  const gboolean is_day = field->kind == MARMOT_DOCUMENT_DAY;
  g_autoptr (MarmotPeriod) period = is_day ? marmot_document_parse_day (text) : marmot_document_parse_period (text);

  if (is_day && !period)
    return refuse_form (error, path, "a day that there is belongs here, as a text such as \"2018-02-05\"");
  if (!period)
    return refuse_form (error, path,
                        "a day or a period belongs here, as a text such as \"2018-02-05\", \"2017/18\" or "
                        "\"1 April 2017 to 30 September 2017\"");
  g_object_set (self, field->name, period, NULL);
  return TRUE;
}

static gboolean
read_value (gpointer self,
            const MarmotDocumentField *field,
            const char *text,
            const char *path,
            GError **error)
{
  g_autoptr (MarmotValue) value = marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL);

  if (!value)
    return refuse_form (error, path, "a figure as it was printed belongs here, as a text such as \"91%\"");
  g_object_set (self, field->name, value, NULL);
  return TRUE;
}

static gboolean
read_text_of_kind (gpointer self,
                   const MarmotDocumentField *field,
                   const json_t *value,
                   const char *path,
                   GError **error)
{
  const char *text = take_text (value, path, error);

  if (!text)
    return FALSE;
  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
      if (!marmot_document_is_short_name (text))
        return refuse_form (error, path,
                            "a short name belongs here: letters, digits, full stops, hyphens and underscores, a "
                            "hundred at most");
      break;
    case MARMOT_DOCUMENT_URI:
      if (!is_page (text))
        return refuse_form (error, path, "the address of a page belongs here, which begins with https:// or http://");
      break;
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
      return read_period (self, field, text, path, error);
    case MARMOT_DOCUMENT_VALUE:
      return read_value (self, field, text, path, error);
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
      return read_member (self, field, text, path, error);
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_TEXTS:
    case MARMOT_DOCUMENT_FLAG:
    case MARMOT_DOCUMENT_NUMBER:
    case MARMOT_DOCUMENT_LIST:
    default:
      break;
    }
  g_object_set (self, field->name, text, NULL);
  return TRUE;
}

static gboolean
read_field (gpointer self,
            const MarmotDocumentField *field,
            json_t *value,
            const char *path,
            const char *key,
            GError **error)
{
  g_autofree char *here = g_strconcat (path, *path ? "/" : "", key, NULL);
  guint count;

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_FLAG:
      if (!json_is_boolean (value))
        return refuse_form (error, here, "true or false belongs here, without quotation marks");
      g_object_set (self, field->name, (gboolean) json_is_true (value), NULL);
      return TRUE;
    case MARMOT_DOCUMENT_NUMBER:
      if (!marmot_json_get_count (value, G_MAXINT32, &count))
        return refuse_form (error, here, "a whole number of 0 or more belongs here, without quotation marks");
      g_object_set (self, field->name, count, NULL);
      return TRUE;
    case MARMOT_DOCUMENT_TEXTS:
    case MARMOT_DOCUMENT_LIST:
      if (!json_is_array (value))
        return refuse_form (error, here, "a list belongs here, in brackets");
      return field->kind == MARMOT_DOCUMENT_LIST ? read_list (self, field, value, path, key, error)
                                                 : read_texts (self, field, value, path, key, error);
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
    case MARMOT_DOCUMENT_VALUE:
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
    default:
      return read_text_of_kind (self, field, value, here, error);
    }
}

const MarmotDocumentField *
marmot_document_find_shut_out (const MarmotDocumentClass *info,
                               const MarmotDocumentField *flag)
{
  for (guint i = 0; flag->kind == MARMOT_DOCUMENT_FLAG && flag->number && i < info->n_fields; i++)
    if (info->fields[i].offset == flag->number)
      return &info->fields[i];
  return NULL;
}

/* Of two fields that shut each other out the object may have one. */
static gboolean
check_shut_out (const MarmotDocumentClass *info,
                const MarmotDocumentField *flag,
                json_t *object,
                const char *path,
                const char *key,
                GError **error)
{
  const MarmotDocumentField *other = marmot_document_find_shut_out (info, flag);
  g_autofree char *other_key = other ? marmot_document_key (other) : NULL;

  if (!other || !json_is_true (json_object_get (object, key)) || !json_object_get (object, other_key))
    return TRUE;
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "%s%s%s: it is true, and \"%s\" is there as well: take one out",
               path, *path ? "/" : "", key, other_key);
  return FALSE;
}

static gpointer
read_document (GType type,
               json_t *object,
               const char *path,
               GError **error)
{
  const MarmotDocumentClass *info = marmot_document_class_of_type (type);
  g_autoptr (GObject) self = g_object_new (type, NULL);
  const MarmotDocumentRest *rest = marmot_document_get_rest (self);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  json_t *held;

  if (info->format)
    g_ptr_array_add (keys, g_strdup ("format"));
  for (guint i = 0; i < info->n_fields; i++)
    g_ptr_array_add (keys, marmot_document_key (&info->fields[i]));
  if (rest)
    g_ptr_array_add (keys, g_strdup (rest->key));
  g_ptr_array_add (keys, NULL);
  if (!data_file_object (object, *path ? path : info->what, (const char *const *) keys->pdata, error))
    return NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *key = keys->pdata[i + (info->format ? 1 : 0)];
      json_t *value = json_object_get (object, key);

      if (value
          && (!read_field (self, &info->fields[i], value, path, key, error)
              || !check_shut_out (info, &info->fields[i], object, path, key, error)))
        return NULL;
      if (!value && info->fields[i].kind == MARMOT_DOCUMENT_ID)
        {
          g_autofree char *here = g_strconcat (path, *path ? "/" : "", key, NULL);

          refuse_form (error, here, "a short name belongs here");
          return NULL;
        }
    }
  held = rest ? json_object_get (object, rest->key) : NULL;
  if (held && !rest->read (self, held, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
refuse_twin (GError **error,
             const char *path)
{
  return data_file_refuse (error, path,
                           "another entry of the list has this short name: give every one a short name of its own");
}

static gboolean
read_list (gpointer self,
           const MarmotDocumentField *field,
           json_t *list,
           const char *path,
           const char *key,
           GError **error)
{
  GListStore *items = G_STRUCT_MEMBER (GListStore *, self, field->offset);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *step = marmot_document_step (path, key, (guint) i);
      g_autoptr (GObject) item = read_document (field->get_type (), json_array_get (list, i), step, error);
      const char *id;

      if (!item)
        return FALSE;
      id = marmot_document_get_id (item);
      if (id && !g_hash_table_add (ids, (gpointer) id))
        return refuse_twin (error, step);
      g_list_store_append (items, item);
    }
  return TRUE;
}

/* Outside of texts there is a comma or a bracket for every value. */
static gboolean
has_too_many_values (GBytes *json,
                     gsize most)
{
  gsize size, n = 0;
  const char *data = g_bytes_get_data (json, &size);
  gboolean is_text = FALSE;

  for (gsize i = 0; i < size && n <= most; i++)
    if (is_text && data[i] == '\\')
      i++;
    else if (data[i] == '"')
      is_text = !is_text;
    else if (!is_text)
      n += data[i] == ',' || data[i] == '[' || data[i] == '{';
  return n > most;
}

static gsize
get_max_values (GBytes *json)
{
  return g_bytes_get_size (json) > MAX_BYTES ? MAX_VALUES_LARGER : MAX_VALUES;
}

/* How large a file may be. */
static gsize
get_max_bytes (GType type)
{
  const MarmotDocumentRest *rest = marmot_document_rest_of_type (type);

  return rest ? rest->max_bytes : MAX_BYTES;
}

gpointer
marmot_document_from_json (GType type,
                           GBytes *json,
                           GError **error)
{
  const MarmotDocumentClass *info = marmot_document_class_of_type (type);
  const gsize max_bytes = get_max_bytes (type);
  const gsize most = get_max_values (json);
  g_autoptr (json_t) file = NULL;

  if (g_bytes_get_size (json) <= max_bytes && has_too_many_values (json, most))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE, "The %s has more than %" G_GSIZE_FORMAT " values: split it",
                   info->what, most);
      return NULL;
    }
  file = marmot_json_load_limited (json, info->what, max_bytes, error);
  return file ? marmot_document_from_object (type, file, error) : NULL;
}

gpointer
marmot_document_from_object (GType type,
                             json_t *file,
                             GError **error)
{
  const MarmotDocumentClass *info = marmot_document_class_of_type (type);

  if (g_strcmp0 (json_string_value (json_object_get (file, "format")), info->format) != 0)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "This is no %s: it needs \"format\": \"%s\"", info->what,
                   info->format);
      return NULL;
    }
  return read_document (type, file, "", error);
}

gpointer
marmot_document_load (GType type,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GBytes) bytes = marmot_read_file (file, get_max_bytes (type), cancellable, error);
  g_autofree char *name = NULL;
  gpointer document;

  if (!bytes)
    return NULL;
  document = marmot_document_from_json (type, bytes, error);
  if (!document)
    {
      name = marmot_file_name (file);
      g_prefix_error (error, "%s: ", name);
    }
  return document;
}

static json_t *
write_document (gpointer self,
                const char *path,
                gboolean has_rest,
                GError **error);

static json_t *
write_list (GListModel *items,
            const char *path,
            const char *key,
            GError **error)
{
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      g_autofree char *step = marmot_document_step (path, key, i);
      json_t *object = write_document (item, step, TRUE, error);

      if (!object)
        return NULL;
      json_array_append_new (list, object);
      if (marmot_document_get_id (item) && !g_hash_table_add (ids, g_strdup (marmot_document_get_id (item))))
        {
          refuse_twin (error, step);
          return NULL;
        }
    }
  return g_steal_pointer (&list);
}

/* Whether what was set would be read back. */
static gboolean
check_written (const MarmotDocumentField *field,
               const char *text,
               const char *path,
               GError **error)
{
  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
      return marmot_document_is_short_name (text)
             || data_file_refuse (error, path,
                                  "this is no short name: letters, digits, full stops, hyphens and underscores, a "
                                  "hundred at most");
    case MARMOT_DOCUMENT_URI:
      return is_page (text)
             || data_file_refuse (error, path, "this is no address of a page, which begins with https:// or http://");
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_TEXTS:
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
    case MARMOT_DOCUMENT_VALUE:
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
    case MARMOT_DOCUMENT_FLAG:
    case MARMOT_DOCUMENT_NUMBER:
    case MARMOT_DOCUMENT_LIST:
    default:
      return marmot_document_text_fits (text)
             || data_file_refuse (error, path, "the text is longer than %d characters: put it into a document of its own",
                                  MARMOT_DOCUMENT_MAX_TEXT);
    }
}

static json_t *
write_texts (const MarmotDocumentField *field,
             char **texts,
             const char *path,
             const char *key,
             GError **error)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; texts[i]; i++)
    {
      g_autofree char *step = marmot_document_step (path, key, i);

      if (!check_written (field, texts[i], step, error))
        return NULL;
      json_array_append_new (list, json_string (texts[i]));
    }
  return g_steal_pointer (&list);
}

/* NULL without an error for what is not set. */
static json_t *
write_field (gpointer self,
             const MarmotDocumentField *field,
             const char *path,
             const char *key,
             GError **error)
{
  g_autofree char *here = g_strconcat (path, *path ? "/" : "", key, NULL);
  gpointer *at = G_STRUCT_MEMBER_P (self, field->offset);
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_FLAG:
      return *(gboolean *) at ? json_true () : NULL;
    case MARMOT_DOCUMENT_NUMBER:
      if (*(guint *) at > G_MAXINT32)
        {
          data_file_refuse (error, here, "the number is too large: 2147483647 at most");
          return NULL;
        }
      return *(guint *) at != field->number ? json_integer (*(guint *) at) : NULL;
    case MARMOT_DOCUMENT_LIST:
      return g_list_model_get_n_items (*at) ? write_list (*at, path, key, error) : NULL;
    case MARMOT_DOCUMENT_TEXTS:
      return *at ? write_texts (field, *at, path, key, error) : NULL;
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
    case MARMOT_DOCUMENT_VALUE:
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
    default:
      text = marmot_document_print_field (self, field);
      if (text)
        return check_written (field, text, here, error) ? json_string (text) : NULL;
      if (field->kind == MARMOT_DOCUMENT_ID)
        data_file_refuse (error, here, "a short name is missing: give it one before it is written");
      else if (field->kind != MARMOT_DOCUMENT_MEMBER && field->kind != MARMOT_DOCUMENT_STATE && *at)
        data_file_refuse (error, here, "this cannot be written so that it is read back: write it as it is printed");
      return NULL;
    }
}

static gboolean
write_rest (gpointer self,
            json_t *object,
            GError **error)
{
  const MarmotDocumentRest *rest = marmot_document_get_rest (self);
  GError *fault = NULL;
  json_t *value = rest ? rest->write (self, &fault) : NULL;

  if (value)
    json_object_set_new (object, rest->key, value);
  if (fault)
    g_propagate_error (error, fault);
  return fault == NULL;
}

static json_t *
write_document (gpointer self,
                const char *path,
                gboolean has_rest,
                GError **error)
{
  const MarmotDocumentClass *info = marmot_document_get_class (self);
  g_autoptr (json_t) object = json_object ();

  if (info->format)
    json_object_set_new (object, "format", json_string (info->format));
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *key = marmot_document_key (&info->fields[i]);
      GError *fault = NULL;
      json_t *value = write_field (self, &info->fields[i], path, key, &fault);

      if (fault)
        {
          g_propagate_error (error, fault);
          return NULL;
        }
      if (value)
        json_object_set_new (object, key, value);
    }
  if (has_rest && !write_rest (self, object, error))
    return NULL;
  return g_steal_pointer (&object);
}

json_t *
marmot_document_to_object (gpointer self,
                           GError **error)
{
  return write_document (self, "", FALSE, error);
}

char *
marmot_document_to_json (gpointer self,
                         GError **error)
{
  g_autoptr (json_t) object = write_document (self, "", TRUE, error);

  return object ? marmot_json_dump (object) : NULL;
}

gboolean
marmot_document_save (gpointer self,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  char *text = marmot_document_to_json (self, error);
  g_autoptr (GBytes) bytes = text ? g_bytes_new_take (text, strlen (text)) : NULL;
  const gsize max_bytes = get_max_bytes (G_OBJECT_TYPE (self));
  gsize most;

  if (!bytes)
    return FALSE;
  most = get_max_values (bytes);
  if (g_bytes_get_size (bytes) > max_bytes || has_too_many_values (bytes, most))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "The document is larger than the %" G_GSIZE_FORMAT " bytes or %" G_GSIZE_FORMAT
                   " values that are read back: split it",
                   max_bytes, most);
      return FALSE;
    }
  return marmot_write_file (file, bytes, cancellable, error);
}
