/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fingertips' records as its interface gives them in JSON. What stands for nothing
 * there (-1 in values, counts, denominators, and fields of time) becomes a null;
 * -1.000001 is how the site keeps a genuine -1 (ValueWithCIsData, 2020).
 */
#include "fingertips-private.h"
#include "json-place-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-json-private.h"

#define NOTHING -1.0
#define GENUINE_MINUS_ONE -1.000001

/* What a row says that texts are made of. */
typedef struct
{
  gint64 indicator;
  gint64 year_type;         /* by Fingertips' number; G_MININT64 where it is not said */
  gint64 year, year_range, quarter, month;
  gint64 age, sex, area_type, category_type, category, note;
  gint64 polarity, method;  /* of comparisons; G_MININT64 where they are not said */
  const char *age_name, *sex_name;
} Context;

/* Where a row stands: an item of an array that is one of several. */
typedef struct
{
  guint32 group;            /* of places */
  guint32 index;            /* G_MAXUINT32: the group itself */
} RowPlace;

typedef struct
{
  MarmotYearType type;
  char *text;
  char *range;
} Time;

typedef struct
{
  MarmotFindingLog *log;
  GHashTable *indicators;   /* MarmotIndicator by number, or NULL */
  GHashTable *told;         /* keys and others that were told of */
  GHashTable *times;        /* Time by the fields as text */
  GPtrArray *groups;        /* paths */
  GArray *rows;             /* RowPlace */
  MarmotColumnBuilder *out[OBS_N_COLUMNS];
} Reading;

#define UNSAID G_MININT64

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

static gboolean
is_new (Reading *self,
        const char *what)
{
  return g_hash_table_add (self->told, g_strdup (what));
}

gboolean
fingertips_is_json (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  while (size > 0 && (*data == ' ' || *data == '\t' || *data == '\r' || *data == '\n'))
    {
      data++;
      size--;
    }
  return size > 0 && (*data == '{' || *data == '[');
}

/* What the keys of records and groups are. */
typedef enum
{
  KEY_IGNORED,
  KEY_NUMBER,
  KEY_FIELD,
  KEY_NAMED,
  KEY_OTHER
} KeyKind;

static const struct
{
  const char *key;
  KeyKind kind;
  ObsColumn column;         /* of a number */
  gsize offset;             /* in the context, of a field or a named object's number */
  gsize name_offset;        /* of a named object's name, or 0 */
} keys[] = {
  { "Val", KEY_NUMBER, OBS_VALUE, 0, 0 },
  { "Count", KEY_NUMBER, OBS_COUNT, 0, 0 },
  { "Denom", KEY_NUMBER, OBS_DENOMINATOR, 0, 0 },
  { "Denom2", KEY_NUMBER, OBS_DENOMINATOR_2, 0, 0 },
  { "LoCI", KEY_NUMBER, OBS_LOWER_95, 0, 0 },
  { "UpCI", KEY_NUMBER, OBS_UPPER_95, 0, 0 },
  { "LoCI99_8", KEY_NUMBER, OBS_LOWER_99_8, 0, 0 },
  { "UpCI99_8", KEY_NUMBER, OBS_UPPER_99_8, 0, 0 },
  { "IndicatorId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, indicator), 0 },
  { "IID", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, indicator), 0 },
  { "YearTypeId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, year_type), 0 },
  { "Year", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, year), 0 },
  { "YearRange", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, year_range), 0 },
  { "Quarter", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, quarter), 0 },
  { "Month", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, month), 0 },
  { "AgeId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, age), 0 },
  { "SexId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, sex), 0 },
  { "AreaTypeId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, area_type), 0 },
  { "CategoryTypeId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, category_type), 0 },
  { "CategoryId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, category), 0 },
  { "NoteId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, note), 0 },
  { "PolarityId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, polarity), 0 },
  { "ComparatorMethodId", KEY_FIELD, 0, G_STRUCT_OFFSET (Context, method), 0 },
  { "Age", KEY_NAMED, 0, G_STRUCT_OFFSET (Context, age), G_STRUCT_OFFSET (Context, age_name) },
  { "Sex", KEY_NAMED, 0, G_STRUCT_OFFSET (Context, sex), G_STRUCT_OFFSET (Context, sex_name) },
  { "YearType", KEY_NAMED, 0, G_STRUCT_OFFSET (Context, year_type), 0 },
  { "AreaCode", KEY_OTHER, 0, 0, 0 },
  { "Sig", KEY_OTHER, 0, 0, 0 },
  { "Data", KEY_OTHER, 0, 0, 0 },
  /* Said elsewhere, or of how the site shows it. */
  { "ValF", KEY_IGNORED, 0, 0, 0 },
  { "CountF", KEY_IGNORED, 0, 0, 0 },
  { "LoCIF", KEY_IGNORED, 0, 0, 0 },
  { "UpCIF", KEY_IGNORED, 0, 0, 0 },
  { "LoCI99_8F", KEY_IGNORED, 0, 0, 0 },
  { "UpCI99_8F", KEY_IGNORED, 0, 0, 0 },
  { "DataDate", KEY_IGNORED, 0, 0, 0 },
  { "StateSex", KEY_IGNORED, 0, 0, 0 },
  { "StateAge", KEY_IGNORED, 0, 0, 0 },
  { "Grouping", KEY_IGNORED, 0, 0, 0 },
  { "RecentTrends", KEY_IGNORED, 0, 0, 0 },
};

static int
find_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, key))
      return (int) i;
  return -1;
}

static void
context_init (Context *self)
{
  memset (self, 0, sizeof *self);
  self->indicator = self->year_type = self->polarity = self->method = UNSAID;
  self->age = self->sex = self->area_type = UNSAID;
  self->year = self->year_range = self->quarter = self->month = -1;
  self->category_type = self->category = -1;
}

static gint64 *
get_field (Context *context,
           gsize offset)
{
  return (gint64 *) (gpointer) ((char *) context + offset);
}

static void
read_field (Reading *self,
            Context *context,
            gsize offset,
            const json_t *value,
            const JsonPlace *place)
{
  if (json_is_null (value))
    return;
  if (!json_is_integer (value) || json_integer_value (value) < -1 || json_integer_value (value) > G_MAXINT32)
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-an-integer", place, "Give a whole number from -1 on, or null",
            "A whole number should stand here");
      return;
    }

  /* A name that a group gave belongs to the number that it gave. */
  if (*get_field (context, offset) != json_integer_value (value))
    {
      if (offset == G_STRUCT_OFFSET (Context, age))
        context->age_name = NULL;
      if (offset == G_STRUCT_OFFSET (Context, sex))
        context->sex_name = NULL;
    }
  *get_field (context, offset) = json_integer_value (value);
}

static void
read_named (Reading *self,
            Context *context,
            guint key,
            const json_t *value,
            const JsonPlace *place)
{
  const json_t *id = json_object_get (value, "Id");
  const json_t *name = json_object_get (value, "Name");
  JsonPlace at;

  if (json_is_null (value))
    return;
  if (!json_is_object (value))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", place, "Give an object with Id and Name",
            "An object should stand here");
      return;
    }
  json_place_member (&at, place, "Id");
  if (id)
    read_field (self, context, keys[key].offset, id, &at);
  json_place_member (&at, place, "Name");
  if (name && !json_is_null (name) && !json_is_string (name))
    tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-text", &at, "Give a text, or null",
          "A text should stand here");
  else if (name && json_is_string (name) && keys[key].name_offset != 0)
    *(const char **) (gpointer) ((char *) context + keys[key].name_offset) = json_string_value (name);
}

/* A number, or NaN where there is none. */
static double
read_number (Reading *self,
             ObsColumn column,
             const json_t *value,
             const JsonPlace *place)
{
  double number;

  if (json_is_null (value))
    return NAN;
  if (!json_is_number (value))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-number", place, "Give a number, or null",
            "A number should stand here");
      return NAN;
    }

  number = json_number_value (value);
  switch (column)
    {
    case OBS_DENOMINATOR:
    case OBS_DENOMINATOR_2:
      if (number >= 0)
        return number;
      if (number != NOTHING)
        tell (self, MARMOT_SEVERITY_WARNING, "fingertips/bad-denominator", place, "Check it; it was read as missing",
              "A denominator is below zero");
      return NAN;
    case OBS_VALUE:
    case OBS_COUNT:
      if (number == NOTHING)
        return NAN;
      return fabs (number - GENUINE_MINUS_ONE) < 1e-9 ? -1 : number;
    default:
      return number;
    }
}

static void
append_text (Reading *self,
             ObsColumn column,
             const char *text)
{
  if (text && *text)
    (void) marmot_column_builder_append_text (self->out[column], text, strlen (text));
  else
    marmot_column_builder_append_null (self->out[column]);
}

/* Something that is known by its number only, as "AgeId 205": told once for each. */
static void
append_unnamed (Reading *self,
                ObsColumn column,
                const char *key,
                gint64 id,
                const JsonPlace *place)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, key, id);
  JsonPlace at;

  json_place_member (&at, place, key);
  if (is_new (self, text))
    tell (self, MARMOT_SEVERITY_NOTE, "fingertips/unnamed", &at, "Look its name up, if it is wanted",
          "Only a number says what this is, and it was read as the number");
  append_text (self, column, text);
}

/* The names that never change; the site has a few hundred ages, and renames them. */
static const char *
find_name (ObsColumn column,
           gint64 id)
{
  static const struct
  {
    ObsColumn column;
    gint64 id;
    const char *name;
  } names[] = {
    { OBS_SEX, -1, "Not applicable" },
    { OBS_SEX, 1, "Male" },
    { OBS_SEX, 2, "Female" },
    { OBS_SEX, 4, "Persons" },
    { OBS_AGE, -1, "Not applicable" },
    { OBS_AGE, 1, "All ages" },
    { OBS_AGE, 27, "65+ yrs" },
    { OBS_AGE, 163, "<75 yrs" },
    { OBS_AGE, 168, "18+ yrs" },
    { OBS_AGE, 201, "10-11 yrs" },
    { OBS_NOTE, 500, "Aggregated from all known lower geography values" },
    { OBS_NOTE, 506, "Aggregated from all known lower geography values" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].column == column && names[i].id == id)
      return names[i].name;
  return NULL;
}

static void
append_named (Reading *self,
              ObsColumn column,
              const char *key,
              gint64 id,
              const char *name,
              const JsonPlace *place)
{
  const char *known = name ? name : find_name (column, id);

  if (known || id == UNSAID)
    append_text (self, column, known);
  else
    append_unnamed (self, column, key, id, place);
}

static void
append_category (Reading *self,
                 ObsColumn column,
                 const char *key,
                 gint64 id,
                 const JsonPlace *place)
{
  if (id < 0)
    append_text (self, column, NULL);
  else
    append_unnamed (self, column, key, id, place);
}

/* The label of a code, or NULL where nobody can tell. Codes of goals are colours;
 * others mean something with the method and the polarity only. */
static const char *
find_label (const Context *context,
            ObsColumn column,
            int id)
{
  static const char *const colours[] = { "Not compared", "Red", "Amber", "Green" };
  MarmotComparisonMethod method;
  MarmotPolarity polarity;
  MarmotComparisonCode code;

  if (column == OBS_COMPARED_GOAL)
    return id < (int) G_N_ELEMENTS (colours) ? colours[id] : NULL;
  if (context->method == UNSAID || context->polarity == UNSAID
      || !marmot_comparison_method_from_fingertips_id ((int) context->method, &method)
      || !marmot_polarity_from_fingertips_id ((int) context->polarity, &polarity)
      || !marmot_comparison_code_from_fingertips_id (id, method, polarity, &code))
    return NULL;
  return marmot_comparison_code_get_label (code, method, polarity, MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_CSV);
}

/* The labels of Sig, by the number of what a figure was compared with. */
static void
append_comparisons (Reading *self,
                    const Context *context,
                    const json_t *sig,
                    const JsonPlace *place)
{
  static const struct
  {
    const char *comparator;
    ObsColumn column;
  } comparators[] = {
    { "4", OBS_COMPARED_ENGLAND },
    { "1", OBS_COMPARED_PARENT },
    { "2", OBS_COMPARED_GOAL },
  };
  JsonPlace at, code_at;

  json_place_member (&at, place, "Sig");
  if (sig && !json_is_null (sig) && !json_is_object (sig))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at, "Give an object of codes by comparator, or null",
            "An object should stand here");
      sig = NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (comparators); i++)
    {
      const json_t *id = json_object_get (sig, comparators[i].comparator);
      const char *label = NULL;

      json_place_member (&code_at, &at, comparators[i].comparator);
      if (id && !json_is_null (id)
          && (!json_is_integer (id) || json_integer_value (id) < 0 || json_integer_value (id) > 5))
        {
          tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-code", &code_at, "Give a code from 0 to 5, or null",
                "A code of a comparison should stand here");
        }
      else if (id && !json_is_null (id))
        {
          label = find_label (context, comparators[i].column, (int) json_integer_value (id));
          if (!label && is_new (self, "Sig"))
            tell (self, MARMOT_SEVERITY_WARNING, "fingertips/code-without-method", &code_at,
                  "Read records in their groups, which give ComparatorMethodId and PolarityId, or compare again",
                  "Codes of comparisons mean nothing without method and polarity, and were left out");
        }
      append_text (self, comparators[i].column, label);
    }
}

static void
time_free (gpointer data)
{
  Time *self = data;

  g_free (self->text);
  g_free (self->range);
  g_free (self);
}

/* The period of a row, made once for all that share it; NULL if it is none. */
static const Time *
find_time (Reading *self,
           const Context *context,
           MarmotYearType type)
{
  char key[120];
  Time *time;

  g_snprintf (key, sizeof key, "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
              (int) type, context->year, context->year_range, context->quarter, context->month);
  time = g_hash_table_lookup (self->times, key);
  if (!time)
    {
      g_autoptr (MarmotPeriod) period
          = marmot_period_new_fingertips (type, (int) context->year, (int) context->year_range,
                                          (int) context->quarter, (int) context->month, NULL);

      time = g_new0 (Time, 1);
      time->type = type;
      if (period)
        {
          time->text = marmot_period_to_string (period);
          time->range = marmot_period_get_range_code (period);
        }
      g_hash_table_insert (self->times, g_strdup (key), time);
    }
  return time->text ? time : NULL;
}

static void
append_time (Reading *self,
             const Context *context,
             MarmotIndicator *indicator,
             const JsonPlace *place)
{
  const Time *time = NULL;
  MarmotYearType type = MARMOT_YEAR_CALENDAR;
  gboolean is_known = TRUE;
  gint64 sortable = context->year * 10000;
  JsonPlace at;

  json_place_member (&at, place, "Year");
  if (context->year_type != UNSAID)
    {
      is_known = marmot_year_type_from_fingertips_id ((int) context->year_type, &type);
      if (!is_known)
        tell (self, MARMOT_SEVERITY_ERROR, "fingertips/unknown-year-type", place, "Check the year type",
              "The year type is none that is known");
    }
  else if (indicator)
    {
      type = marmot_indicator_get_year_type (indicator);
    }
  else
    {
      is_known = FALSE;
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-year-type", place,
            "Read the indicators' metadata first, and set the reader's indicators",
            "Nothing says which kind of year the record is of");
    }

  if (is_known)
    {
      time = find_time (self, context, type);
      if (!time)
        tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-period", &at,
              "Check Year, YearRange, Quarter and Month; -1 stands for undefined", "The fields of time make no period");
    }

  if (context->quarter > 0)
    sortable += context->quarter * 100;
  if (context->month > 0)
    sortable += context->month;
  append_text (self, OBS_TIME_PERIOD, time ? time->text : NULL);
  append_text (self, OBS_PERIOD_RANGE, time ? time->range : NULL);
  if (time)
    {
      GEnumClass *words = g_type_class_ref (MARMOT_TYPE_YEAR_TYPE);

      append_text (self, OBS_YEAR_TYPE, g_enum_get_value (words, (int) type)->value_nick);
      marmot_column_builder_append_integer (self->out[OBS_SORTABLE], sortable);
      g_type_class_unref (words);
    }
  else
    {
      marmot_column_builder_append_null (self->out[OBS_YEAR_TYPE]);
      marmot_column_builder_append_null (self->out[OBS_SORTABLE]);
    }
}

/* What an object says beside its records; numbers go to numbers, which may be NULL. */
static void
read_members (Reading *self,
              const json_t *object,
              const JsonPlace *place,
              Context *context,
              double *numbers)
{
  json_t *iterated = (json_t *) object;

  for (void *iter = json_object_iter (iterated); iter; iter = json_object_iter_next (iterated, iter))
    {
      const char *name = json_object_iter_key (iter);
      const json_t *value = json_object_iter_value (iter);
      int key = find_key (name);
      JsonPlace at;

      json_place_member (&at, place, name);
      if (key < 0)
        {
          if (is_new (self, name))
            tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-key", &at, "Check whether it is needed",
                  "Records have no such key, and it was left out");
          continue;
        }
      switch (keys[key].kind)
        {
        case KEY_NUMBER:
          if (numbers)
            numbers[keys[key].column] = read_number (self, keys[key].column, value, &at);
          break;
        case KEY_FIELD:
          read_field (self, context, keys[key].offset, value, &at);
          break;
        case KEY_NAMED:
          read_named (self, context, (guint) key, value, &at);
          break;
        case KEY_IGNORED:
        case KEY_OTHER:
        default:
          break;
        }
    }
}

static void
read_record (Reading *self,
             const json_t *record,
             const JsonPlace *place,
             const Context *outer,
             RowPlace row)
{
  static const ObsColumn doubles[] = { OBS_VALUE,      OBS_LOWER_95, OBS_UPPER_95,    OBS_LOWER_99_8,
                                       OBS_UPPER_99_8, OBS_COUNT,    OBS_DENOMINATOR, OBS_DENOMINATOR_2 };
  double numbers[OBS_N_COLUMNS];
  Context context = *outer;
  MarmotIndicator *indicator = NULL;
  const json_t *area;
  JsonPlace at;

  if (!json_is_object (record))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", place, "Give an object for each record",
            "An object should stand here");
      return;
    }

  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    numbers[i] = NAN;
  read_members (self, record, place, &context, numbers);

  area = json_object_get (record, "AreaCode");
  if (!json_is_string (area) || json_string_length (area) == 0)
    {
      json_place_member (&at, place, "AreaCode");
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-subject", &at, "Give the area's code, or take out the record",
            "There is no code of an area, so nobody can tell what the record is about");
    }
  if (context.indicator < 1)
    {
      json_place_member (&at, place, "IndicatorId");
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-subject", &at,
            "Give the indicator's number, or take out the record",
            "There is no number of an indicator, so nobody can tell what the record is about");
    }
  else if (self->indicators)
    {
      indicator = g_hash_table_lookup (self->indicators, GUINT_TO_POINTER ((guint) context.indicator));
    }

  marmot_column_builder_append_integer (self->out[OBS_INDICATOR_ID], context.indicator);
  append_text (self, OBS_INDICATOR_NAME, indicator ? marmot_indicator_get_name (indicator) : NULL);
  append_text (self, OBS_AREA_CODE, json_string_value (area));
  append_category (self, OBS_AREA_TYPE, "AreaTypeId", context.area_type, place);
  append_named (self, OBS_SEX, "SexId", context.sex, context.sex_name, place);
  append_named (self, OBS_AGE, "AgeId", context.age, context.age_name, place);
  append_category (self, OBS_CATEGORY_TYPE, "CategoryTypeId", context.category_type, place);
  append_category (self, OBS_CATEGORY, "CategoryId", context.category, place);
  append_time (self, &context, indicator, place);
  append_named (self, OBS_NOTE, "NoteId", context.note > 0 ? context.note : UNSAID, NULL, place);
  append_comparisons (self, &context, json_object_get (record, "Sig"), place);
  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++)
    if (isnan (numbers[doubles[i]]))
      marmot_column_builder_append_null (self->out[doubles[i]]);
    else
      marmot_column_builder_append_double (self->out[doubles[i]], numbers[doubles[i]]);
  g_array_append_val (self->rows, row);
}

static void
read_records (Reading *self,
              const json_t *records,
              const JsonPlace *place,
              const Context *context)
{
  RowPlace row = { self->groups->len, 0 };

  g_ptr_array_add (self->groups, json_place_to_string (place));
  for (gsize i = 0; i < json_array_size (records); i++)
    {
      JsonPlace at;

      json_place_item (&at, place, i);
      row.index = (guint32) i;
      read_record (self, json_array_get (records, i), &at, context, row);
    }
}

/* A group, whose records share what it says, or a record. */
static void
read_item (Reading *self,
           const json_t *item,
           const JsonPlace *place,
           RowPlace row)
{
  const json_t *data = json_object_get (item, "Data");
  Context context;
  JsonPlace at;

  context_init (&context);
  if (!data)
    {
      read_record (self, item, place, &context, row);
      return;
    }

  json_place_member (&at, place, "Data");
  read_members (self, item, place, &context, NULL);
  if (json_is_array (data))
    read_records (self, data, &at, &context);
  else
    tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at, "Give an array of records",
          "An array should stand here");
}

static void
read_root (Reading *self,
           const json_t *root)
{
  RowPlace row = { 0, G_MAXUINT32 };
  const json_t *first = json_is_array (root) ? json_array_get (root, 0) : root;
  JsonPlace top, at;

  json_place_root (&top);
  g_ptr_array_add (self->groups, json_place_to_string (&top));
  if (json_object_get (first, "Descriptive"))
    {
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-kind", &top,
            "These are Fingertips' metadata: read them with MarmotIndicatorReader",
            "This is not Fingertips' data");
      return;
    }

  if (json_is_array (root))
    {
      for (gsize i = 0; i < json_array_size (root); i++)
        {
          row.index = (guint32) i;
          json_place_item (&at, &top, i);
          read_item (self, json_array_get (root, i), &at, row);
        }
      return;
    }
  if (json_object_get (root, "Data") || json_object_get (root, "AreaCode") || json_object_get (root, "Val"))
    {
      read_item (self, root, &top, row);
      return;
    }

  /* Arrays of records, under names of whatever they were asked for by. */
  for (void *iter = json_object_iter ((json_t *) root); iter;
       iter = json_object_iter_next ((json_t *) root, iter))
    {
      const json_t *records = json_object_iter_value (iter);
      Context context;

      context_init (&context);
      json_place_member (&at, &top, json_object_iter_key (iter));
      if (json_is_array (records))
        {
          read_records (self, records, &at, &context);
          continue;
        }
      tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-kind", &at,
            "Give an array of records, or groups with their records under Data", "This is not Fingertips' data");
      return;
    }
}

/* The key of the JSON that a finding on a set is about. */
static const char *
find_key_of_column (const char *column)
{
  static const char *const known[][2] = {
    { "Lower CI 95.0 limit", "LoCI" }, { "Lower CI 99.8 limit", "LoCI99_8" },
    { "Count", "Count" },              { "Time period", "Year" },
    { "Time period Sortable", "Year" },
  };

  for (guint i = 0; column && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i][0], column))
      return known[i][1];
  return NULL;
}

/* Findings on rows become findings on paths. */
static void
move_findings (Reading *self,
               MarmotFindingLog *from)
{
  (void) marmot_finding_log_end (from, NULL);
  for (guint i = 0; i < from->findings->len; i++)
    {
      const MarmotFinding *finding = from->findings->pdata[i];
      const RowPlace *row = &g_array_index (self->rows, RowPlace, marmot_finding_get_row (finding) - 1);
      const char *key = find_key_of_column (marmot_finding_get_column (finding));
      g_autoptr (GString) path = g_string_new (self->groups->pdata[row->group]);

      if (row->index != G_MAXUINT32)
        g_string_append_printf (path, "[%u]", row->index);
      if (key)
        g_string_append_printf (path, ".%s", key);
      marmot_finding_log_add_path (self->log, marmot_finding_get_rule (finding),
                                   marmot_finding_get_severity (finding), path->str,
                                   marmot_finding_get_fix (finding), "%s", marmot_finding_get_message (finding));
    }
  self->log->n_findings += from->n_findings - from->findings->len;
}

static GHashTable *
index_indicators (GListModel *indicators)
{
  GHashTable *by_number = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (indicators, i);

      if (MARMOT_IS_INDICATOR (item))
        {
          guint number = marmot_indicator_get_fingertips_id (MARMOT_INDICATOR (item));

          g_hash_table_insert (by_number, GUINT_TO_POINTER (number), g_steal_pointer (&item));
        }
    }
  return by_number;
}

/* All columns of the form, which the checks look at, and those beyond it. */
static MarmotTable *
finish (Reading *self,
        GError **error)
{
  const char *names[OBS_N_COLUMNS + 1] = { NULL };
  MarmotColumn *columns[OBS_N_COLUMNS] = { NULL };
  MarmotTable *table;
  guint n = 0;

  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    {
      if (self->out[i])
        columns[n] = marmot_column_builder_finish (g_steal_pointer (&self->out[i]));
      else if (obs_is_fingertips (i))
        columns[n] = obs_null_column (obs_column_type (i), self->rows->len);
      else
        continue;
      names[n++] = obs_column_name (i);
    }
  table = marmot_table_new (names, columns, n, error);
  for (guint i = 0; i < n; i++)
    marmot_column_unref (columns[i]);
  return table;
}

MarmotTable *
fingertips_read_json (GBytes *bytes,
                      const char *name,
                      guint64 max_bytes,
                      GListModel *indicators,
                      MarmotFindingLog *log,
                      GError **error)
{
  static const ObsColumn made[]
      = { OBS_INDICATOR_ID, OBS_INDICATOR_NAME, OBS_AREA_CODE,        OBS_AREA_TYPE,       OBS_SEX,
          OBS_AGE,          OBS_CATEGORY_TYPE,  OBS_CATEGORY,         OBS_TIME_PERIOD,     OBS_PERIOD_RANGE,
          OBS_YEAR_TYPE,    OBS_SORTABLE,       OBS_VALUE,            OBS_LOWER_95,        OBS_UPPER_95,
          OBS_LOWER_99_8,   OBS_UPPER_99_8,     OBS_COUNT,            OBS_DENOMINATOR,     OBS_DENOMINATOR_2,
          OBS_NOTE,         OBS_COMPARED_ENGLAND, OBS_COMPARED_PARENT, OBS_COMPARED_GOAL };
  const gsize limit = (gsize) MIN (max_bytes, MARMOT_JSON_MAX_BYTES);
  g_autoptr (json_t) root = marmot_json_load_limited (bytes, name, limit, error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, time_free);
  g_autoptr (GHashTable) by_number = indicators ? index_indicators (indicators) : NULL;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RowPlace));
  Reading self = { log, by_number, told, times, groups, rows, { NULL } };
  MarmotTable *table = NULL;

  if (!root)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    self.out[made[i]] = marmot_column_builder_new (obs_column_type (made[i]));
  read_root (&self, root);
  if (marmot_finding_log_end (log, error))
    {
      table = finish (&self, error);
      if (table)
        {
          g_autoptr (MarmotFindingLog) checks = marmot_finding_log_new (name, log->limit);

          fingertips_check (table, NULL, checks);
          move_findings (&self, checks);
        }
    }
  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    g_clear_pointer (&self.out[i], marmot_column_builder_free);
  return table;
}
