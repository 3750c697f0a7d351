/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The history of an assessment in files. A version has of its content what differs from that
 * of the version before: where an entry of a list is one of the list before, its place there
 * stands for it, counted from 1, and a content that is the same is left out.
 */
#include "assessment-private.h"

#include "core/marmot-data-file-private.h"
#include "core/marmot-document-text-private.h"

/* More than anybody makes; a file of more is none. */
#define MAX_VERSIONS 10000
/* Of all contents as they are when each is written out: what checking them has to read. */
#define MAX_CONTENT ((gsize) 1024 * 1024 * 1024)
/* Counted for each value beside its text: quotation marks, a comma, a key. */
#define VALUE_BYTES 8

static const char *const version_keys[]
    = { "number", "state", "day", "role", "reason", "successor", "content_digest", "parent_digest", "digest", "content", NULL };

/* What is read below. Of a content no more is read than what it is made of. */
const char assessment_history_schema[]
    = "{\"type\": \"array\", \"maxItems\": " G_STRINGIFY (MAX_VERSIONS) ", \"items\": {\"$ref\": \"#/$defs/AssessmentVersion\"}, "
      "\"$defs\": {"
      "\"AssessmentVersion\": {\"title\": \"version\", \"type\": \"object\", \"required\": [\"number\", \"state\", \"day\"], "
      "\"properties\": {"
      "\"number\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 2147483647}, "
      "\"state\": {\"$ref\": \"#/$defs/Assessment/properties/state\"}, "
      "\"day\": {\"$ref\": \"#/$defs/day\"}, "
      "\"role\": {\"$ref\": \"#/$defs/words\"}, "
      "\"reason\": {\"$ref\": \"#/$defs/words\"}, "
      "\"successor\": {\"$ref\": \"#/$defs/words\"}, "
      "\"content_digest\": {\"$ref\": \"#/$defs/words\"}, "
      "\"parent_digest\": {\"$ref\": \"#/$defs/words\"}, "
      "\"digest\": {\"$ref\": \"#/$defs/words\"}, "
      "\"content\": {\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/content\"}}"
      "}, \"additionalProperties\": false}, "
      "\"words\": {\"type\": \"string\", \"minLength\": 1, \"not\": {\"pattern\": \"\\\\u0000\"}}, "
      "\"content\": {\"$comment\": \"Where an entry of a list is one of the version before, its place there.\", "
      "\"type\": [\"object\", \"array\", \"string\", \"integer\", \"boolean\", \"null\"], "
      "\"not\": {\"type\": \"string\", \"pattern\": \"\\\\u0000\"}, "
      "\"items\": {\"$ref\": \"#/$defs/content\"}, \"additionalProperties\": {\"$ref\": \"#/$defs/content\"}}"
      "}}";

/* Takes what a content weighs when written out from what is left; FALSE if that is too
 * little. */
static gboolean
weigh (json_t *value,
       gsize *left)
{
  gsize weight = VALUE_BYTES + json_string_length (value);

  if (weight > *left)
    return FALSE;
  *left -= weight;
  for (size_t i = 0; i < json_array_size (value); i++)
    if (!weigh (json_array_get (value, i), left))
      return FALSE;
  for (void *iter = json_object_iter (value); iter; iter = json_object_iter_next (value, iter))
    if (!weigh (json_object_iter_value (iter), left))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_weight (GError **error)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
               "versions: more than %d versions, or more than %" G_GSIZE_FORMAT " bytes with each written out: begin a new "
               "assessment, and supersede this one by it",
               MAX_VERSIONS, MAX_CONTENT);
  return FALSE;
}

gboolean
assessment_history_has_room (AssessmentHistory *self,
                             json_t *content,
                             GError **error)
{
  gsize left = MAX_CONTENT;

  if (assessment_history_count (self) >= MAX_VERSIONS || !weigh (content, &left))
    return refuse_weight (error);
  for (guint i = 0; i < assessment_history_count (self); i++)
    {
      json_t *held = assessment_version_peek (assessment_history_at (self, i));

      if (held && !weigh (held, &left))
        return refuse_weight (error);
    }
  return TRUE;
}

/* No document has a number with decimals; one would not be written as it was read. */
static gboolean
has_decimals (json_t *value)
{
  gboolean found = json_is_real (value);

  for (size_t i = 0; !found && i < json_array_size (value); i++)
    found = has_decimals (json_array_get (value, i));
  for (void *iter = json_object_iter (value); iter && !found; iter = json_object_iter_next (value, iter))
    found = has_decimals (json_object_iter_value (iter));
  return found;
}

/* Each place of the list before stands for its entry once: so a content is never longer than
 * the one before and what the file has of it. */
static void
fill_places (json_t *list,
             json_t *before)
{
  const size_t n = json_array_size (before);
  g_autofree gboolean *is_used = g_new0 (gboolean, n + 1);

  for (size_t i = 0; i < json_array_size (list); i++)
    {
      json_t *entry = json_array_get (list, i);
      const json_int_t place = json_integer_value (entry);

      if (!json_is_integer (entry) || place < 1 || (guint64) place > n || is_used[place - 1]
          || !json_is_object (json_array_get (before, (size_t) place - 1)))
        continue;
      is_used[place - 1] = TRUE;
      json_array_set (list, i, json_array_get (before, (size_t) place - 1));
    }
}

static void
fill_content (json_t *content,
              json_t *before)
{
  for (void *iter = json_object_iter (content); iter; iter = json_object_iter_next (content, iter))
    {
      json_t *old = json_object_get (before, json_object_iter_key (iter));

      if (json_is_array (json_object_iter_value (iter)) && json_is_array (old))
        fill_places (json_object_iter_value (iter), old);
    }
}

static json_t *
shorten_list (json_t *list,
              json_t *before)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  json_t *shorter = json_array ();

  for (size_t i = 0; i < json_array_size (before); i++)
    if (json_is_object (json_array_get (before, i)))
      g_hash_table_insert (places, json_array_get (before, i), GSIZE_TO_POINTER (i + 1));
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      json_t *entry = json_array_get (list, i);
      const gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (places, entry));

      if (place)
        {
          json_array_append_new (shorter, json_integer ((json_int_t) place));
          g_hash_table_remove (places, entry);
        }
      else
        json_array_append (shorter, entry);
    }
  return shorter;
}

static json_t *
shorten_content (json_t *content,
                 json_t *before)
{
  json_t *shorter = json_object ();

  for (void *iter = json_object_iter (content); iter; iter = json_object_iter_next (content, iter))
    {
      const char *key = json_object_iter_key (iter);
      json_t *value = json_object_iter_value (iter);
      json_t *old = json_object_get (before, key);

      if (json_is_array (value) && json_is_array (old))
        json_object_set_new (shorter, key, shorten_list (value, old));
      else
        json_object_set (shorter, key, value);
    }
  return shorter;
}

static gboolean
read_state (json_t *object,
            const char *path,
            MarmotAssessmentState *state,
            GError **error)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (MARMOT_TYPE_ASSESSMENT_STATE);
  const char *nick = json_string_value (json_object_get (object, "state"));
  GEnumValue *found = nick ? g_enum_get_value_by_nick (states, nick) : NULL;

  if (!found)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                   "%s/state: write one of: draft, submitted, approved, published, superseded, withdrawn", path);
      return FALSE;
    }
  *state = (MarmotAssessmentState) found->value;
  return TRUE;
}

/* The content of a version in a file, with a reference; nullable. */
static json_t *
read_content (json_t *object,
              json_t *before)
{
  json_t *content = json_object_get (object, "content");

  if (!content)
    return before ? json_incref (before) : NULL;
  if (before)
    fill_content (content, before);
  return json_incref (content);
}

static MarmotAssessmentVersion *
read_version (json_t *object,
              const char *path,
              json_t *before,
              GError **error)
{
  static const char *const text_keys[] = { "role", "reason", "successor", "content_digest", "parent_digest", "digest" };
  const char *texts[G_N_ELEMENTS (text_keys)];
  const char *day_text;
  g_autoptr (MarmotPeriod) day = NULL;
  MarmotAssessmentState state;
  guint number;

  if (!data_file_object (object, path, version_keys, error) || !read_state (object, path, &state, error)
      || !data_file_text (object, path, "day", TRUE, &day_text, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    if (!data_file_text (object, path, text_keys[i], FALSE, &texts[i], error))
      return NULL;
  day = marmot_document_parse_day (day_text);
  if (!day)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "%s/day: a day belongs here, as a text such as \"2018-02-05\"", path);
      return NULL;
    }
  if (!marmot_json_get_count (json_object_get (object, "number"), G_MAXINT32, &number) || number < 1)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                   "%s/number: a whole number of 1 or more belongs here, without quotation marks", path);
      return NULL;
    }
  if (json_object_get (object, "content")
      && (!json_is_object (json_object_get (object, "content")) || has_decimals (json_object_get (object, "content"))))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                   "%s/content: an object belongs here, in braces, in which no number has decimals", path);
      return NULL;
    }
  return assessment_version_new (number, state, day, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5],
                                 read_content (object, before));
}

gboolean
assessment_history_read (AssessmentHistory *self,
                         json_t *value,
                         GError **error)
{
  json_t *before = NULL;
  gsize left = MAX_CONTENT;

  if (!json_is_array (value))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "versions: a list belongs here, in brackets");
      return FALSE;
    }
  if (json_array_size (value) > MAX_VERSIONS)
    return refuse_weight (error);
  for (size_t i = 0; i < json_array_size (value); i++)
    {
      g_autofree char *path = marmot_document_step ("", "versions", (guint) i);
      MarmotAssessmentVersion *version = read_version (json_array_get (value, i), path, before, error);

      if (!version)
        return FALSE;
      assessment_history_append (self, version);
      before = assessment_version_peek (version);
      if (before && !weigh (before, &left))
        return refuse_weight (error);
    }
  return TRUE;
}

json_t *
assessment_history_write (AssessmentHistory *self,
                          GError **error)
{
  g_autoptr (json_t) list = NULL;
  json_t *before = NULL;
  gsize left = MAX_CONTENT;

  if (assessment_history_count (self) == 0)
    return NULL;
  list = json_array ();
  for (guint i = 0; i < assessment_history_count (self); i++)
    {
      MarmotAssessmentVersion *version = assessment_history_at (self, i);
      json_t *content = assessment_version_peek (version);
      const char *digest = marmot_assessment_version_get_digest (version);
      json_t *object = assessment_version_write (version);

      json_array_append_new (list, object);
      if (digest)
        json_object_set_new (object, "digest", json_string (digest));
      if (content && content != before)
        json_object_set_new (object, "content", shorten_content (content, before));
      if (i >= MAX_VERSIONS || (content && !weigh (content, &left)))
        {
          refuse_weight (error);
          return NULL;
        }
      before = content;
    }
  return g_steal_pointer (&list);
}
