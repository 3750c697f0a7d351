/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fingertips' indicator metadata as its interface gives them in JSON.
 */
#include "fingertips-metadata-private.h"

#include <string.h>

#include "core/marmot-json-private.h"

#include "json-place-private.h"

typedef struct
{
  MarmotFindingLog *log;
  GListStore *indicators;
  GHashTable *goals;        /* by number */
  GHashTable *seen;         /* numbers of indicators */
  GHashTable *told;         /* keys that were told of */
} Reading;

static void
tell (Reading *self,
      MarmotSeverity severity,
      const char *rule,
      const JsonPlace *place,
      const char *fix,
      const char *message)
{
  json_place_add (place, self->log, rule, severity, fix, message);
}

/* A member that is there and no null, or NULL; its place to at. */
static const json_t *
member (const json_t *object,
        const JsonPlace *place,
        const char *key,
        JsonPlace *at)
{
  const json_t *value = json_object_get (object, key);

  json_place_member (at, place, key);
  return value && !json_is_null (value) ? value : NULL;
}

static gboolean
get_number (Reading *self,
            const json_t *object,
            const JsonPlace *place,
            const char *key,
            double *number)
{
  JsonPlace at;
  const json_t *value = member (object, place, key, &at);

  if (!value)
    return FALSE;
  if (!json_is_number (value))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-number", &at, "Give a number, or null",
            "A number should stand here");
      return FALSE;
    }
  *number = json_number_value (value);
  return TRUE;
}

static const char *
get_text (Reading *self,
          const json_t *object,
          const JsonPlace *place,
          const char *key)
{
  JsonPlace at;
  const json_t *value = member (object, place, key, &at);

  if (value && !json_is_string (value))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-text", &at, "Give a text, or null",
            "A text should stand here");
      return NULL;
    }
  return value ? json_string_value (value) : NULL;
}

/* An object {Id, Name}; FALSE if there is none. id is -1 where it is not said. */
static gboolean
get_named (Reading *self,
           const json_t *object,
           const JsonPlace *place,
           const char *key,
           gint64 *id,
           const char **name,
           JsonPlace *at)
{
  const json_t *value = member (object, place, key, at);
  double number = -1;

  *id = G_MININT32;
  *name = NULL;
  if (!value)
    return FALSE;
  if (!json_is_object (value))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", at, "Give an object with Id and Name",
            "An object should stand here");
      return FALSE;
    }
  if (get_number (self, value, at, "Id", &number) && number >= -1 && number < 100000)
    *id = (gint64) number;
  *name = get_text (self, value, at, "Name");
  if (*name && **name == '\0')
    *name = NULL;
  return TRUE;
}

/* A type under its property, and its word. Where there is a number, the word is the
 * one that Fingertips has for it. */
static void
add_type (Reading *self,
          MetaBuilder *builder,
          const char *property,
          GType type,
          int value,
          const char *name_property,
          const char *name,
          const char *word_of_number,
          const JsonPlace *place)
{
  if (word_of_number && name && *name && g_ascii_strcasecmp (name, word_of_number) != 0)
    tell (self, MARMOT_SEVERITY_NOTE, "fingertips/other-word", place, "Nothing need be done",
          "The name is not the one that Fingertips has for the number, and the number was taken");
  meta_builder_add_enum (builder, property, type, value);
  if (word_of_number || name)
    meta_builder_add_text (builder, name_property, word_of_number ? word_of_number : name);
}

static void
read_types (Reading *self,
            MetaBuilder *builder,
            const json_t *object,
            const JsonPlace *place)
{
  JsonPlace at;
  const char *name;
  const char *word = NULL;
  gint64 id;

  if (get_named (self, object, place, "ValueType", &id, &name, &at))
    {
      MarmotValueType type
          = id >= 0 ? marmot_value_type_from_fingertips_id ((guint) id) : MARMOT_VALUE_TYPE_OTHER;

      if (type != MARMOT_VALUE_TYPE_OTHER)
        word = meta_value_type_to_name (type);
      else if (!name || !meta_value_type_from_name (name, &type))
        tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-value-type", &at,
              "Check the type; figures of this indicator are not compared by it",
              "The value type is none that is known");
      add_type (self, builder, "value-type", MARMOT_TYPE_VALUE_TYPE, (int) type, "value-type-name", name, word, &at);
    }

  word = NULL;
  if (get_named (self, object, place, "YearType", &id, &name, &at))
    {
      MarmotYearType type;

      if (marmot_year_type_from_fingertips_id ((int) id, &type))
        word = marmot_year_type_get_label (type);
      else if (!name || !meta_year_type_from_name (name, &type))
        tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-year-type", &at,
              "Check the type; the calendar year stands in its place", "The year type is none that is known");
      add_type (self, builder, "year-type", MARMOT_TYPE_YEAR_TYPE, (int) type, "year-type-name", name ? name : "",
                word, &at);
    }
  else
    {
      tell (self, MARMOT_SEVERITY_WARNING, "fingertips/no-year-type", place,
            "Add the year type; the calendar year stands in its place", "The year type is missing");
      meta_builder_add_text (builder, "year-type-name", "");
    }

  word = NULL;
  if (get_named (self, object, place, "Polarity", &id, &name, &at))
    {
      MarmotPolarity polarity = MARMOT_POLARITY_UNSTATED;

      if (marmot_polarity_from_fingertips_id ((int) id, &polarity))
        word = polarity == MARMOT_POLARITY_UNSTATED ? "Not applicable" : meta_polarity_to_name (polarity);
      else if (!name || !meta_polarity_from_name (name, &polarity))
        tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-polarity", &at,
              "Check the polarity; figures of this indicator are not judged", "The polarity is none that is known");
      add_type (self, builder, "polarity", MARMOT_TYPE_POLARITY, (int) polarity, "polarity-name", name, word, &at);
    }
}

static void
read_unit (Reading *self,
           MetaBuilder *builder,
           const json_t *object,
           const JsonPlace *place)
{
  JsonPlace at, left_at;
  const json_t *unit = member (object, place, "Unit", &at);
  const json_t *left;
  const char *label;
  double value = 0;

  if (!unit)
    return;
  if (!json_is_object (unit))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at, "Give an object with Value and Label",
            "An object should stand here");
      return;
    }

  label = get_text (self, unit, &at, "Label");
  if (label && *label)
    meta_builder_add_text (builder, "unit", label);
  if (get_number (self, unit, &at, "Value", &value))
    meta_builder_add_double (builder, "unit-value", value);
  left = member (unit, &at, "ShowLeft", &left_at);
  if (left && !json_is_boolean (left))
    tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &left_at, "Give true or false",
          "True or false should stand here");
  else if (left)
    meta_builder_add_boolean (builder, "unit-left", json_is_true (left));
}

static void
read_interval_method (Reading *self,
                      MetaBuilder *builder,
                      const json_t *object,
                      const JsonPlace *place)
{
  JsonPlace at;
  const char *name;
  const char *description;
  gint64 id;

  if (!get_named (self, object, place, "ConfidenceIntervalMethod", &id, &name, &at))
    return;
  description = get_text (self, json_object_get (object, "ConfidenceIntervalMethod"), &at, "Description");
  if (name && *name)
    meta_builder_add_text (builder, "interval-method", name);
  if (description && *description)
    meta_builder_add_text (builder, "interval-method-description", description);
}

/* Whether a key is told of for the first time. */
static gboolean
is_new (Reading *self,
        const char *key)
{
  return g_hash_table_add (self->told, g_strdup (key));
}

static void
read_texts (Reading *self,
            MetaBuilder *builder,
            const json_t *object,
            const JsonPlace *place)
{
  JsonPlace at;
  const json_t *texts = member (object, place, "Descriptive", &at);
  json_t *iterated = (json_t *) texts;

  if (!texts || !json_is_object (texts))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at, "Give an object of texts",
            "The indicator has no texts under Descriptive");
      return;
    }

  for (void *iter = json_object_iter (iterated); iter; iter = json_object_iter_next (iterated, iter))
    {
      const char *key = json_object_iter_key (iter);
      const MetaField *field = NULL;
      JsonPlace text_at;
      const char *text;

      for (guint i = 0; i < META_N_FIELDS && !field; i++)
        if (fingertips_meta_fields[i].key && g_str_equal (fingertips_meta_fields[i].key, key))
          field = &fingertips_meta_fields[i];
      json_place_member (&text_at, &at, key);
      if (!field)
        {
          if (is_new (self, key))
            tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-key", &text_at,
                  "Check whether the text is needed", "There is no such text field, and it was left out");
          continue;
        }
      if (field->kind == META_CONTACT)
        {
          if (is_new (self, key))
            tell (self, MARMOT_SEVERITY_NOTE, "fingertips/contact-left-out", &text_at, "Nothing need be done",
                  "Contact details of people are not kept");
          continue;
        }
      text = get_text (self, texts, &at, key);
      if (text && *text)
        meta_builder_add_text (builder, field->property, text);
    }
}

static void
read_goal (Reading *self,
           guint id,
           const json_t *object,
           const JsonPlace *place)
{
  JsonPlace at, part_at;
  const json_t *target = member (object, place, "Target", &at);
  MarmotPolarity polarity = MARMOT_POLARITY_UNSTATED;
  MarmotGoalForm form;
  const char *key;
  double lower = 0, upper = 0, polarity_id = -1;
  gboolean has_lower, has_upper;

  if (!target)
    return;
  if (!json_is_object (target))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at, "Give an object, or null",
            "An object should stand here");
      return;
    }

  has_lower = get_number (self, target, &at, "LowerLimit", &lower);
  has_upper = get_number (self, target, &at, "UpperLimit", &upper);
  key = get_text (self, target, &at, "BespokeKey");
  (void) get_number (self, target, &at, "PolarityId", &polarity_id);
  json_place_member (&part_at, &at, "PolarityId");
  if (!(polarity_id >= -1 && polarity_id <= 99)
      || !marmot_polarity_from_fingertips_id ((int) polarity_id, &polarity))
    tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-polarity", &part_at, "Check the polarity",
          "The polarity is none that is known");

  if (key && g_str_equal (key, "last-year-england"))
    {
      form = MARMOT_GOAL_FORM_PREVIOUS_ENGLAND;
    }
  else if (key && g_str_equal (key, "nth-percentile-range"))
    {
      form = MARMOT_GOAL_FORM_PERCENTILE_RANGE;
    }
  else if (key && *key)
    {
      json_place_member (&part_at, &at, "BespokeKey");
      tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-goal", &part_at,
            "Check the goal; the indicator is read without one", "The goal is of a form that is not known");
      return;
    }
  else
    {
      form = has_upper                                                          ? MARMOT_GOAL_FORM_RANGE
             : json_is_true (json_object_get (target, "UseCIsForLimitComparison")) ? MARMOT_GOAL_FORM_INTERVAL
                                                                                : MARMOT_GOAL_FORM_VALUE;
    }

  if (form != MARMOT_GOAL_FORM_PREVIOUS_ENGLAND
      && (!has_lower
          || ((form == MARMOT_GOAL_FORM_RANGE || form == MARMOT_GOAL_FORM_PERCENTILE_RANGE)
              && (!has_upper || lower > upper))))
    {
      tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-goal", &at,
            "Give the limits, the lower one first; the indicator is read without a goal",
            "The limits of the goal are missing or the wrong way round");
      return;
    }
  g_hash_table_insert (self->goals, GUINT_TO_POINTER (id), marmot_goal_new (form, polarity, lower, upper));
}

static void
read_indicator (Reading *self,
                const json_t *object,
                const JsonPlace *place)
{
  MetaBuilder builder = { .n = 0 };
  g_autofree char *text = NULL;
  JsonPlace at;
  const json_t *id;
  guint number;

  if (!json_is_object (object))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", place, "Give an object for each indicator",
            "An object should stand here");
      return;
    }

  id = member (object, place, "IID", &at);
  if (!id || !json_is_integer (id) || json_integer_value (id) < 1 || json_integer_value (id) > G_MAXINT32)
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-id", &at, "Give the indicator's number",
            "An indicator has no number, or none that can be one");
      return;
    }
  number = (guint) json_integer_value (id);
  if (!g_hash_table_add (self->seen, GUINT_TO_POINTER (number)))
    tell (self, MARMOT_SEVERITY_WARNING, "fingertips/duplicate-id", &at, "Keep one of the two",
          "The indicator's number stood before");

  text = g_strdup_printf ("%u", number);
  meta_builder_add_text (&builder, "id", text);
  meta_builder_add_uint (&builder, "fingertips-id", number);
  read_types (self, &builder, object, place);
  read_unit (self, &builder, object, place);
  read_interval_method (self, &builder, object, place);
  read_texts (self, &builder, object, place);
  read_goal (self, number, object, place);
  if (self->log->n_errors == 0)
    {
      g_autoptr (MarmotIndicator) indicator = meta_builder_finish (&builder);

      g_list_store_append (self->indicators, indicator);
    }
  meta_builder_clear (&builder);
}

static gboolean
is_too_long (gsize n,
             GError **error)
{
  if (n > META_MAX_INDICATORS)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                 "There are more than %d indicators: split the file", META_MAX_INDICATORS);
  return n > META_MAX_INDICATORS;
}

gboolean
meta_read_json (GBytes *bytes,
                const char *name,
                guint64 max_bytes,
                MarmotFindingLog *log,
                GListStore *indicators,
                GHashTable *goals,
                GError **error)
{
  g_autoptr (json_t) root = marmot_json_load_limited (bytes, name, (gsize) MIN (max_bytes, G_MAXSIZE), error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading self = { log, indicators, goals, seen, told };
  JsonPlace top, at;

  if (!root)
    return FALSE;

  json_place_root (&top);
  if (json_is_array (root))
    {
      if (is_too_long (json_array_size (root), error))
        return FALSE;
      for (gsize i = 0; i < json_array_size (root); i++)
        {
          const json_t *item = json_array_get (root, i);

          json_place_item (&at, &top, i);
          if (i == 0 && json_is_object (item) && !json_object_get (item, "IID")
              && (json_object_get (item, "AreaCode") || json_object_get (item, "Val")))
            {
              tell (&self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-kind", &at,
                    "These are Fingertips' data: read them with MarmotFingertipsReader",
                    "This is not Fingertips' metadata");
              break;
            }
          read_indicator (&self, item, &at);
        }
      return TRUE;
    }

  if (json_object_get (root, "IID"))
    {
      read_indicator (&self, root, &top);
      return TRUE;
    }
  if (is_too_long (json_object_size (root), error))
    return FALSE;
  for (void *iter = json_object_iter (root); iter; iter = json_object_iter_next (root, iter))
    {
      json_place_member (&at, &top, json_object_iter_key (iter));
      read_indicator (&self, json_object_iter_value (iter), &at);
    }
  return TRUE;
}
