/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A record of Fingertips' JSON as a row. What stands for nothing there (-1 in values,
 * counts, denominators, and fields of time) becomes a null; -1.000001 is how the site
 * keeps a genuine -1 (ValueWithCIsData, 2020).
 */
#include "fingertips-json-private.h"

#include <math.h>
#include <string.h>

#define NOTHING -1.0
#define GENUINE_MINUS_ONE -1.000001

#define UNSAID G_MININT64

typedef struct
{
  MarmotYearType type;
  char *text;
  char *range;
} Time;

void
fingertips_json_tell (FingertipsJson *self,
                      MarmotSeverity severity,
                      const char *rule,
                      const JsonPlace *place,
                      const char *fix,
                      const char *message)
{
  json_place_add (place, self->log, rule, severity, fix, message);
}

static gboolean
is_new (FingertipsJson *self,
        const char *what)
{
  return g_hash_table_add (self->told, g_strdup (what));
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
  gsize offset;             /* in what is said, of a field or a named object's number */
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
  { "IndicatorId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, indicator), 0 },
  { "IID", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, indicator), 0 },
  { "YearTypeId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, year_type), 0 },
  { "Year", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, year), 0 },
  { "YearRange", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, year_range), 0 },
  { "Quarter", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, quarter), 0 },
  { "Month", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, month), 0 },
  { "AgeId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, age), 0 },
  { "SexId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, sex), 0 },
  { "AreaTypeId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, area_type), 0 },
  { "CategoryTypeId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, category_type), 0 },
  { "CategoryId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, category), 0 },
  { "NoteId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, note), 0 },
  { "PolarityId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, polarity), 0 },
  { "ComparatorMethodId", KEY_FIELD, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, method), 0 },
  { "Age", KEY_NAMED, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, age), G_STRUCT_OFFSET (FingertipsJsonSaid, age_name) },
  { "Sex", KEY_NAMED, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, sex), G_STRUCT_OFFSET (FingertipsJsonSaid, sex_name) },
  { "YearType", KEY_NAMED, 0, G_STRUCT_OFFSET (FingertipsJsonSaid, year_type), 0 },
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

void
fingertips_json_said_init (FingertipsJsonSaid *self)
{
  memset (self, 0, sizeof *self);
  self->indicator = self->year_type = self->polarity = self->method = UNSAID;
  self->age = self->sex = self->area_type = UNSAID;
  self->year = self->year_range = self->quarter = self->month = -1;
  self->category_type = self->category = -1;
}

static gint64 *
get_field (FingertipsJsonSaid *said,
           gsize offset)
{
  return (gint64 *) (gpointer) ((char *) said + offset);
}

static void
read_field (FingertipsJson *self,
            FingertipsJsonSaid *said,
            gsize offset,
            const json_t *value,
            const JsonPlace *place)
{
  if (json_is_null (value))
    return;
  if (!json_is_integer (value) || json_integer_value (value) < -1 || json_integer_value (value) > G_MAXINT32)
    {
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-an-integer", place,
                            "Give a whole number from -1 on, or null",
                            "A whole number should stand here");
      return;
    }

  /* A name that a group gave belongs to the number that it gave. */
  if (*get_field (said, offset) != json_integer_value (value))
    {
      if (offset == G_STRUCT_OFFSET (FingertipsJsonSaid, age))
        said->age_name = NULL;
      if (offset == G_STRUCT_OFFSET (FingertipsJsonSaid, sex))
        said->sex_name = NULL;
    }
  *get_field (said, offset) = json_integer_value (value);
}

static void
read_named (FingertipsJson *self,
            FingertipsJsonSaid *said,
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
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", place,
                            "Give an object with Id and Name",
                            "An object should stand here");
      return;
    }
  json_place_member (&at, place, "Id");
  if (id)
    read_field (self, said, keys[key].offset, id, &at);
  json_place_member (&at, place, "Name");
  if (name && !json_is_null (name) && !json_is_string (name))
    fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-text", &at, "Give a text, or null",
                          "A text should stand here");
  else if (name && json_is_string (name) && keys[key].name_offset != 0)
    *(const char **) (gpointer) ((char *) said + keys[key].name_offset) = json_string_value (name);
}

/* A number, or NaN where there is none. */
static double
read_number (FingertipsJson *self,
             ObsColumn column,
             const json_t *value,
             const JsonPlace *place)
{
  double number;

  if (json_is_null (value))
    return NAN;
  if (!json_is_number (value))
    {
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-number", place, "Give a number, or null",
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
        fingertips_json_tell (self, MARMOT_SEVERITY_WARNING, "fingertips/bad-denominator", place,
                              "Check it; it was read as missing",
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
append_text (FingertipsJson *self,
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
append_unnamed (FingertipsJson *self,
                ObsColumn column,
                const char *key,
                gint64 id,
                const JsonPlace *place)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, key, id);
  JsonPlace at;

  json_place_member (&at, place, key);
  if (is_new (self, text))
    fingertips_json_tell (self, MARMOT_SEVERITY_NOTE, "fingertips/unnamed", &at, "Look its name up, if it is wanted",
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
append_named (FingertipsJson *self,
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
append_category (FingertipsJson *self,
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
find_label (const FingertipsJsonSaid *said,
            ObsColumn column,
            int id)
{
  static const char *const colours[] = { "Not compared", "Red", "Amber", "Green" };
  MarmotComparisonMethod method;
  MarmotPolarity polarity;
  MarmotComparisonCode code;

  if (column == OBS_COMPARED_GOAL)
    return id < (int) G_N_ELEMENTS (colours) ? colours[id] : NULL;
  if (said->method == UNSAID || said->polarity == UNSAID
      || !marmot_comparison_method_from_fingertips_id ((int) said->method, &method)
      || !marmot_polarity_from_fingertips_id ((int) said->polarity, &polarity)
      || !marmot_comparison_code_from_fingertips_id (id, method, polarity, &code))
    return NULL;
  return marmot_comparison_code_get_label (code, method, polarity, MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_CSV);
}

/* The labels of Sig, by the number of what a figure was compared with. */
static void
append_comparisons (FingertipsJson *self,
                    const FingertipsJsonSaid *said,
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
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at,
                            "Give an object of codes by comparator, or null",
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
          fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-code", &code_at,
                                "Give a code from 0 to 5, or null",
                                "A code of a comparison should stand here");
        }
      else if (id && !json_is_null (id))
        {
          label = find_label (said, comparators[i].column, (int) json_integer_value (id));
          if (!label && is_new (self, "Sig"))
            fingertips_json_tell (self, MARMOT_SEVERITY_WARNING, "fingertips/code-without-method", &code_at,
                                  "Read records in their groups, which give ComparatorMethodId and PolarityId, "
                                  "or compare again",
                                  "Codes of comparisons mean nothing without method and polarity, and were left out");
        }
      append_text (self, comparators[i].column, label);
    }
}

void
fingertips_json_time_free (gpointer data)
{
  Time *self = data;

  g_free (self->text);
  g_free (self->range);
  g_free (self);
}

/* The period of a row, made once for all that share it; NULL if it is none. */
static const Time *
find_time (FingertipsJson *self,
           const FingertipsJsonSaid *said,
           MarmotYearType type)
{
  char key[120];
  Time *time;

  g_snprintf (key, sizeof key, "%d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
              (int) type, said->year, said->year_range, said->quarter, said->month);
  time = g_hash_table_lookup (self->times, key);
  if (!time)
    {
      g_autoptr (MarmotPeriod) period
          = marmot_period_new_fingertips (type, (int) said->year, (int) said->year_range,
                                          (int) said->quarter, (int) said->month, NULL);

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
append_time (FingertipsJson *self,
             const FingertipsJsonSaid *said,
             MarmotIndicator *indicator,
             const JsonPlace *place)
{
  const Time *time = NULL;
  MarmotYearType type = MARMOT_YEAR_CALENDAR;
  gboolean is_known = TRUE;
  gint64 sortable = said->year * 10000;
  JsonPlace at;

  json_place_member (&at, place, "Year");
  if (said->year_type != UNSAID)
    {
      is_known = marmot_year_type_from_fingertips_id ((int) said->year_type, &type);
      if (!is_known)
        fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/unknown-year-type", place, "Check the year type",
                              "The year type is none that is known");
    }
  else if (indicator)
    {
      type = marmot_indicator_get_year_type (indicator);
    }
  else
    {
      is_known = FALSE;
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-year-type", place,
                            "Read the indicators' metadata first, and set the reader's indicators",
                            "Nothing says which kind of year the record is of");
    }

  if (is_known)
    {
      time = find_time (self, said, type);
      if (!time)
        fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/not-a-period", &at,
                              "Check Year, YearRange, Quarter and Month; -1 stands for undefined",
                              "The fields of time make no period");
    }

  if (said->quarter > 0)
    sortable += said->quarter * 100;
  if (said->month > 0)
    sortable += said->month;
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

void
fingertips_json_read_members (FingertipsJson *self,
                              const json_t *object,
                              const JsonPlace *place,
                              FingertipsJsonSaid *said,
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
            fingertips_json_tell (self, MARMOT_SEVERITY_WARNING, "fingertips/unknown-key", &at,
                                  "Check whether it is needed",
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
          read_field (self, said, keys[key].offset, value, &at);
          break;
        case KEY_NAMED:
          read_named (self, said, (guint) key, value, &at);
          break;
        case KEY_IGNORED:
        case KEY_OTHER:
        default:
          break;
        }
    }
}

void
fingertips_json_read_record (FingertipsJson *self,
                             const json_t *record,
                             const JsonPlace *place,
                             const FingertipsJsonSaid *outer,
                             FingertipsJsonPlace row)
{
  static const ObsColumn doubles[] = { OBS_VALUE,      OBS_LOWER_95, OBS_UPPER_95,    OBS_LOWER_99_8,
                                       OBS_UPPER_99_8, OBS_COUNT,    OBS_DENOMINATOR, OBS_DENOMINATOR_2 };
  double numbers[OBS_N_COLUMNS];
  FingertipsJsonSaid said = *outer;
  MarmotIndicator *indicator = NULL;
  const json_t *area;
  JsonPlace at;

  if (!json_is_object (record))
    {
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", place,
                            "Give an object for each record",
                            "An object should stand here");
      return;
    }

  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    numbers[i] = NAN;
  fingertips_json_read_members (self, record, place, &said, numbers);

  area = json_object_get (record, "AreaCode");
  if (!json_is_string (area) || json_string_length (area) == 0)
    {
      json_place_member (&at, place, "AreaCode");
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-subject", &at,
                            "Give the area's code, or take out the record",
                            "There is no code of an area, so nobody can tell what the record is about");
    }
  if (said.indicator < 1)
    {
      json_place_member (&at, place, "IndicatorId");
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/no-subject", &at,
                            "Give the indicator's number, or take out the record",
                            "There is no number of an indicator, so nobody can tell what the record is about");
    }
  else if (self->indicators)
    {
      indicator = g_hash_table_lookup (self->indicators, GUINT_TO_POINTER ((guint) said.indicator));
    }

  marmot_column_builder_append_integer (self->out[OBS_INDICATOR_ID], said.indicator);
  append_text (self, OBS_INDICATOR_NAME, indicator ? marmot_indicator_get_name (indicator) : NULL);
  append_text (self, OBS_AREA_CODE, json_string_value (area));
  append_category (self, OBS_AREA_TYPE, "AreaTypeId", said.area_type, place);
  append_named (self, OBS_SEX, "SexId", said.sex, said.sex_name, place);
  append_named (self, OBS_AGE, "AgeId", said.age, said.age_name, place);
  append_category (self, OBS_CATEGORY_TYPE, "CategoryTypeId", said.category_type, place);
  append_category (self, OBS_CATEGORY, "CategoryId", said.category, place);
  append_time (self, &said, indicator, place);
  append_named (self, OBS_NOTE, "NoteId", said.note > 0 ? said.note : UNSAID, NULL, place);
  append_comparisons (self, &said, json_object_get (record, "Sig"), place);
  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++)
    if (isnan (numbers[doubles[i]]))
      marmot_column_builder_append_null (self->out[doubles[i]]);
    else
      marmot_column_builder_append_double (self->out[doubles[i]], numbers[doubles[i]]);
  g_array_append_val (self->rows, row);
}
