/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The JSON Schemas of documents, draft 2020-12, made from their fields: what
 * marmot-document-json.c reads, the schema accepts.
 *
 * Patterns are written so that ECMAScript and Python read them alike. "$" is one thing
 * before a line break to the one and another to the other: where it matters, characters
 * that do not belong are looked for instead.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "marmot-document-text-private.h"
#include "marmot-json-private.h"

#define DRAFT "https://json-schema.org/draft/2020-12/schema"

#define BEYOND_A_SCHEMA                                                                       \
  "Made by libmarmot from the fields that it reads. What this schema cannot say and the "     \
  "library refuses all the same: two entries of one list with the same id; a key that "       \
  "occurs twice in one object; a period or a figure that cannot be read as one; a number "    \
  "with a decimal point in the content of a version; a file that is too large or not UTF-8. " \
  "That references lead somewhere is neither's business: what is checked of a whole "         \
  "document says so."

/* A day that there is in the Gregorian calendar, of the years 1 to 9999. */
#define LEAP_YEAR "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
#define DAY_PATTERN                                                                           \
  "^(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"                     \
  "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|" LEAP_YEAR "-02-29)$"

typedef struct
{
  const char *name;
  const char *schema;
} Kind;

/* By kind of field; NULL for those that are not the same everywhere. Of periods and figures
 * it says what all of them have in common. */
static const Kind kinds[] = {
  [MARMOT_DOCUMENT_ID] = { "short-name", "{\"type\": \"string\", \"minLength\": 1, \"maxLength\": "
                                         G_STRINGIFY (MARMOT_DOCUMENT_MAX_ID) ", "
                                         "\"not\": {\"pattern\": \"[^A-Za-z0-9._-]\"}}" },
  [MARMOT_DOCUMENT_REFERENCE] = { "short-name", NULL },
  [MARMOT_DOCUMENT_TEXT] = { "text", "{\"type\": \"string\", \"minLength\": 1, \"maxLength\": "
                                     G_STRINGIFY (MARMOT_DOCUMENT_MAX_TEXT) ", "
                                     "\"not\": {\"pattern\": \"\\\\u0000\"}}" },
  [MARMOT_DOCUMENT_URI] = { "page", "{\"type\": \"string\", \"maxLength\": " G_STRINGIFY (MARMOT_DOCUMENT_MAX_TEXT) ", "
                                    "\"pattern\": \"^https?://[^ \\\\u0000]*$\"}" },
  [MARMOT_DOCUMENT_TEXTS] = { NULL, NULL },
  [MARMOT_DOCUMENT_PERIOD] = { "period", "{\"type\": \"string\", \"maxLength\": 100, \"pattern\": \"[0-9]{2}\", "
                                         "\"examples\": [\"2018-02-05\", \"2017/18\", \"Dec-24\", \"2024/25 Q2\", "
                                         "\"1 April 2017 to 30 September 2017\"]}" },
  [MARMOT_DOCUMENT_DAY] = { "day", "{\"type\": \"string\", \"format\": \"date\", \"maxLength\": 10, "
                                   "\"pattern\": \"" DAY_PATTERN "\"}" },
  [MARMOT_DOCUMENT_VALUE] = { "figure", "{\"type\": \"string\", \"minLength\": 1, \"maxLength\": 1000, "
                                        "\"examples\": [\"91%\", \"1,234\", \"c\"]}" },
  [MARMOT_DOCUMENT_MEMBER] = { NULL, NULL },
  [MARMOT_DOCUMENT_STATE] = { NULL, NULL },
  [MARMOT_DOCUMENT_FLAG] = { NULL, NULL },
  [MARMOT_DOCUMENT_NUMBER] = { NULL, NULL },
  [MARMOT_DOCUMENT_LIST] = { NULL, NULL },
};

static json_t *
refer_to (const char *name)
{
  g_autofree char *path = g_strconcat ("#/$defs/", name, NULL);
  json_t *reference = json_object ();

  json_object_set_new (reference, "$ref", json_string (path));
  return reference;
}

/* What a kind of text is stands in the document once. */
static json_t *
describe_text (json_t *defs,
               MarmotDocumentKind kind)
{
  const MarmotDocumentKind of = kind == MARMOT_DOCUMENT_REFERENCE ? MARMOT_DOCUMENT_ID : kind;

  if (!json_object_get (defs, kinds[of].name))
    {
      json_t *schema = json_loads (kinds[of].schema, 0, NULL);

      g_assert (schema != NULL);
      json_object_set_new (defs, kinds[of].name, schema);
    }
  return refer_to (kinds[of].name);
}

static json_t *
describe_member (const MarmotDocumentField *field)
{
  GEnumClass *members = g_type_class_ref (field->get_type ());
  GEnumValue *usual = g_enum_get_value (members, (int) field->number);
  json_t *schema = json_object ();
  json_t *nicks = json_array ();

  for (guint i = 0; i < members->n_values; i++)
    json_array_append_new (nicks, json_string (members->values[i].value_nick));
  json_object_set_new (schema, "enum", nicks);
  if (usual)
    json_object_set_new (schema, "default", json_string (usual->value_nick));
  g_type_class_unref (members);
  return schema;
}

static json_t *
describe_list (json_t *items)
{
  json_t *schema = json_object ();

  json_object_set_new (schema, "type", json_string ("array"));
  json_object_set_new (schema, "items", items);
  return schema;
}

static json_t *
describe_document (json_t *defs,
                   GType type);

static json_t *
describe_field (json_t *defs,
                const MarmotDocumentField *field)
{
  json_t *schema;

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
      return describe_member (field);
    case MARMOT_DOCUMENT_FLAG:
      schema = json_object ();
      json_object_set_new (schema, "type", json_string ("boolean"));
      json_object_set_new (schema, "default", json_false ());
      return schema;
    case MARMOT_DOCUMENT_NUMBER:
      schema = json_object ();
      json_object_set_new (schema, "type", json_string ("integer"));
      json_object_set_new (schema, "minimum", json_integer (0));
      json_object_set_new (schema, "maximum", json_integer (G_MAXINT32));
      json_object_set_new (schema, "default", json_integer (field->number));
      return schema;
    case MARMOT_DOCUMENT_TEXTS:
      return describe_list (describe_text (defs, MARMOT_DOCUMENT_TEXT));
    case MARMOT_DOCUMENT_LIST:
      return describe_list (describe_document (defs, field->get_type ()));
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
    case MARMOT_DOCUMENT_VALUE:
    default:
      return describe_text (defs, field->kind);
    }
}

/* What stands beside the fields, whose own "$defs" become those of the whole. */
static json_t *
describe_rest (json_t *defs,
               const MarmotDocumentRest *rest)
{
  json_t *schema = json_loads (rest->schema, 0, NULL);

  g_assert (schema != NULL);
  json_object_update (defs, json_object_get (schema, "$defs"));
  json_object_del (schema, "$defs");
  return schema;
}

/* A flag that is true, and the field that it shuts out, are not both there. */
static void
shut_out (json_t *schema,
          const MarmotDocumentClass *info,
          const MarmotDocumentField *flag)
{
  const MarmotDocumentField *other = marmot_document_find_shut_out (info, flag);
  g_autofree char *key = marmot_document_key (flag);
  g_autofree char *other_key = other ? marmot_document_key (other) : NULL;

  if (other)
    json_object_set_new (schema, "not",
                         json_pack ("{s: [s, s], s: {s: {s: b}}}", "required", other_key, key, "properties", key, "const", 1));
}

/* A document stands in the schema once, even one that holds others of its own type. */
static json_t *
describe_document (json_t *defs,
                   GType type)
{
  const MarmotDocumentClass *info = marmot_document_class_of_type (type);
  const MarmotDocumentRest *rest = marmot_document_rest_of_type (type);
  const char *name = g_type_name (type) + strlen ("Marmot");
  json_t *schema, *properties, *required;

  if (json_object_get (defs, name))
    return refer_to (name);

  schema = json_object ();
  json_object_set_new (defs, name, schema);
  json_object_set_new (schema, "title", json_string (info->what));
  json_object_set_new (schema, "type", json_string ("object"));
  required = json_array ();
  json_object_set_new (schema, "required", required);
  properties = json_object ();
  json_object_set_new (schema, "properties", properties);
  json_object_set_new (schema, "additionalProperties", json_false ());

  if (info->format)
    {
      json_t *format = json_object ();

      json_object_set_new (format, "const", json_string (info->format));
      json_object_set_new (properties, "format", format);
      json_array_append_new (required, json_string ("format"));
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *key = marmot_document_key (&info->fields[i]);

      json_object_set_new (properties, key, describe_field (defs, &info->fields[i]));
      if (info->fields[i].kind == MARMOT_DOCUMENT_ID)
        json_array_append_new (required, json_string (key));
      shut_out (schema, info, &info->fields[i]);
    }
  if (rest)
    json_object_set_new (properties, rest->key, describe_rest (defs, rest));
  return refer_to (name);
}

char *
marmot_make_json_schema (GType type,
                         GError **error)
{
  const MarmotDocumentClass *info = marmot_document_find_class (type);
  g_autoptr (json_t) schema = NULL;
  g_autofree char *title = NULL;
  json_t *defs;

  if (!info || !info->format)
    {
      const char *name = g_type_name (type);

      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "No file holds a %s alone: ask for the type of what does, such as MarmotAssessment or MarmotActionPlan",
                   name ? name : "thing of no type");
      return NULL;
    }
  schema = json_object ();
  defs = json_object ();
  title = g_strdup_printf ("A file of libmarmot that holds one %s", info->what);
  json_object_set_new (schema, "$schema", json_string (DRAFT));
  json_object_set_new (schema, "title", json_string (title));
  json_object_set_new (schema, "$comment", json_string (BEYOND_A_SCHEMA));
  json_object_update_new (schema, describe_document (defs, type));
  json_object_set_new (schema, "$defs", defs);
  return marmot_json_dump (schema);
}
