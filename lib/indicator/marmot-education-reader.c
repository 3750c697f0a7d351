/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every column of the data is read as a dictionary, so that a text is looked at
 * once, however many rows hold it.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "education-time-private.h"
#include "observation-columns-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-csv-parse-private.h"
#include "core/marmot-finding-log-private.h"
#include "core/marmot-read-private.h"
#include "core/marmot-table-private.h"

struct _MarmotEducationReader
{
  GObject parent_instance;

  GPtrArray *findings;      /* of the last read */
};

G_DEFINE_FINAL_TYPE (MarmotEducationReader, marmot_education_reader, G_TYPE_OBJECT)

static void
marmot_education_reader_finalize (GObject *object)
{
  MarmotEducationReader *self = MARMOT_EDUCATION_READER (object);

  g_ptr_array_unref (self->findings);

  G_OBJECT_CLASS (marmot_education_reader_parent_class)->finalize (object);
}

static void
marmot_education_reader_class_init (MarmotEducationReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_education_reader_finalize;
}

static void
marmot_education_reader_init (MarmotEducationReader *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

MarmotEducationReader *
marmot_education_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_EDUCATION_READER, NULL);
}

/* Where the code and the name of an area stand, by its level. */
static const struct
{
  const char *level;
  const char *code;
  const char *name;
} levels[] = {
  { "National", "country_code", "country_name" },
  { "Regional", "region_code", "region_name" },
  { "Local authority", "new_la_code", "la_name" },
  { "Local authority district", "lad_code", "lad_name" },
  { "Local enterprise partnership", "local_enterprise_partnership_code", "local_enterprise_partnership_name" },
  { "Local skills improvement plan area", "lsip_code", "lsip_name" },
  { "English devolved area", "english_devolved_area_code", "english_devolved_area_name" },
  { "Opportunity area", "opportunity_area_code", "opportunity_area_name" },
  { "Parliamentary constituency", "pcon_code", "pcon_name" },
  { "Ward", "ward_code", "ward_name" },
  { "School", "school_urn", "school_name" },
};

/* A column that the metadata name: a filter or an indicator. */
typedef struct
{
  char *name;
  char *label;
  const MarmotColumn *column;

  /* Of an indicator, by code of its dictionary. */
  double *numbers;          /* NaN where there is none */
  const char **states;      /* NULL where there is a number */
  char **flags;             /* NULL where there are none */
} Variable;

static void
variable_free (gpointer data)
{
  Variable *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->numbers);
  g_free (self->states);
  g_strfreev (self->flags);
  g_free (self);
}

typedef struct
{
  MarmotTable *table;
  GArray *places;
  MarmotFindingLog *log;
  gsize n_rows;
  GPtrArray *filters;
  GPtrArray *indicators;
  MarmotColumnBuilder *out[OBS_N_COLUMNS]; /* NULL where the set has none */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->table, marmot_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->log, marmot_finding_log_free);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    g_clear_pointer (&self->out[i], marmot_column_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static MarmotColumnType
all_dictionaries (const char *name)
{
  return MARMOT_COLUMN_DICTIONARY;
}

static MarmotCsvResult *
parse (GBytes *bytes,
       const char *name,
       GCancellable *cancellable,
       GError **error)
{
  MarmotCsvOptions options;
  MarmotCsvResult *csv;

  marmot_csv_options_init (&options);
  options.type_of = all_dictionaries;
  csv = marmot_csv_parse (&options, bytes, name, cancellable, error);
  marmot_csv_options_clear (&options);
  return csv;
}

static guint64
line (const Reading *self,
      gsize row)
{
  return marmot_csv_places_get_line (self->places, row);
}

static gboolean
is_text (const MarmotColumn *column,
         gsize row,
         const char *text)
{
  gsize length;
  const char *value = column ? marmot_column_peek_text (column, row, &length) : NULL;

  return value && length == strlen (text) && g_ascii_strncasecmp (value, text, length) == 0;
}

/* Filters and indicators, as the metadata name them. */
static void
read_metadata (Reading *self,
               MarmotTable *metadata,
               const GArray *places,
               MarmotFindingLog *log)
{
  static const char *const required[] = { "col_name", "col_type", "label" };
  const MarmotColumn *columns[G_N_ELEMENTS (required)];
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      columns[i] = marmot_table_peek_column (metadata, required[i]);
      if (!columns[i])
        {
          marmot_finding_log_add (log, "education/wrong-kind", MARMOT_SEVERITY_ERROR, 1, required[i],
                                  "Give the metadata file that belongs to the data file",
                                  "This is no metadata file: it has no such column");
          return;
        }
    }

  for (gsize row = 0; row < marmot_table_get_n_rows (metadata); row++)
    {
      g_autofree char *name = marmot_column_get_text (columns[0], row);
      gboolean is_filter = is_text (columns[1], row, "Filter");
      guint64 at = marmot_csv_places_get_line (places, row);
      Variable *variable;

      if (!name || (!is_filter && !is_text (columns[1], row, "Indicator")))
        {
          marmot_finding_log_add (log, "education/metadata", MARMOT_SEVERITY_ERROR, at, "col_type",
                                  "Name a column, and call it Filter or Indicator",
                                  "The row does not say what a column is");
          continue;
        }
      if (g_hash_table_contains (seen, name))
        {
          marmot_finding_log_add (log, "education/metadata", MARMOT_SEVERITY_ERROR, at, "col_name",
                                  "Give each column one row", "The column stands here a second time");
          continue;
        }
      if (!marmot_table_has_column (self->table, name))
        {
          marmot_finding_log_add (log, "education/no-such-column", MARMOT_SEVERITY_ERROR, at, name,
                                  "Check that the two files belong together",
                                  "The data file has no such column");
          continue;
        }

      variable = g_new0 (Variable, 1);
      variable->label = marmot_column_get_text (columns[2], row);
      if (!variable->label)
        variable->label = g_strdup (name);
      variable->name = g_steal_pointer (&name);
      variable->column = marmot_table_peek_column (self->table, variable->name);
      g_ptr_array_add (is_filter ? self->filters : self->indicators, variable);
      g_hash_table_add (seen, variable->name);
    }

  if (self->indicators->len == 0 && log->n_errors == 0)
    marmot_finding_log_add (log, "education/no-indicator", MARMOT_SEVERITY_ERROR, 0, NULL,
                            "Give the metadata file that belongs to the data file",
                            "The metadata name no indicator");
}

/* A plain number of any length, such as programs write. */
static gboolean
parse_number (const char *text,
              double *number)
{
  char *end;

  if (*text == '\0' || strspn (text, "0123456789.-+eE") != strlen (text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && end != text && isfinite (*number);
}

static char *
flag_words (MarmotValueFlags flags)
{
  GFlagsClass *known = g_type_class_ref (MARMOT_TYPE_VALUE_FLAGS);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < known->n_values; i++)
    if (known->values[i].value != 0 && (flags & known->values[i].value))
      g_string_append_printf (words, "%s%s", words->len ? " " : "", known->values[i].value_nick);
  g_type_class_unref (known);
  return g_string_free (words, FALSE);
}

static const char *
state_word (MarmotValueState state)
{
  switch (state)
    {
    case MARMOT_VALUE_SUPPRESSED:
      return "suppressed";
    case MARMOT_VALUE_NOT_APPLICABLE:
      return "not-applicable";
    default:
      return "not-available";
    }
}

/* What each text of an indicator means; texts that mean nothing are findings. */
static void
read_values (Reading *self,
             Variable *variable)
{
  const MarmotColumn *texts = variable->column->dictionary;
  gsize n = marmot_column_get_length (texts);
  g_autofree gboolean *is_bad = g_new0 (gboolean, n + 1);
  gboolean has_bad = FALSE;

  variable->numbers = g_new (double, n + 1);
  variable->states = g_new0 (const char *, n + 1);
  variable->flags = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = marmot_column_get_text (texts, i);
      g_autoptr (MarmotValue) value = NULL;
      MarmotValueFlags flags;

      /* The vector of texts ends at the first NULL, so none may be. */
      variable->numbers[i] = NAN;
      if (parse_number (text, &variable->numbers[i]))
        {
          variable->flags[i] = g_strdup ("");
          continue;
        }
      value = marmot_value_parse (text, MARMOT_VALUE_PARSE_NO_TEXT, NULL);
      flags = value ? marmot_value_get_flags (value) : MARMOT_VALUE_FLAG_NONE;
      variable->flags[i] = flag_words (flags);
      if (!value)
        is_bad[i] = has_bad = TRUE;
      else if (marmot_value_is_present (value))
        variable->numbers[i] = marmot_value_get_number (value);
      else
        variable->states[i] = state_word (marmot_value_get_state (value));
    }

  for (gsize row = 0; has_bad && row < self->n_rows; row++)
    if (marmot_column_row_is_valid (variable->column, row)
        && is_bad[marmot_column_get_code (variable->column, row)])
      marmot_finding_log_add (self->log, "education/not-a-value", MARMOT_SEVERITY_ERROR, line (self, row),
                              variable->name,
                              "Write a plain number, or one of the symbols c, z, x, k, low and u",
                              "The cell is neither a number nor a symbol");
}

static void
append_text (Reading *self,
             ObsColumn column,
             const char *text)
{
  if (text)
    (void) marmot_column_builder_append_text (self->out[column], text, strlen (text));
  else
    marmot_column_builder_append_null (self->out[column]);
}

/* A cell as it stands; symbols of one letter stand where there is nothing. */
static void
append_cell (Reading *self,
             ObsColumn to,
             const char *from,
             gsize row)
{
  const MarmotColumn *column = from ? marmot_table_peek_column (self->table, from) : NULL;
  gsize length = 0;
  const char *text = column ? marmot_column_peek_text (column, row, &length) : NULL;

  if (text && length > 1)
    (void) marmot_column_builder_append_text (self->out[to], text, length);
  else
    marmot_column_builder_append_null (self->out[to]);
}

/* The filters that divide the population: all whose cell is not "Total". */
static void
append_filters (Reading *self,
                gsize row)
{
  g_autoptr (GString) types = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const Variable *filter = self->filters->pdata[i];
      gsize length;
      const char *text = marmot_column_peek_text (filter->column, row, &length);

      if (!text || is_text (filter->column, row, "Total"))
        continue;
      g_string_append_printf (types, "%s%s", types->len ? "; " : "", filter->label);
      g_string_append_printf (values, "%s%.*s", values->len ? "; " : "", (int) length, text);
    }
  append_text (self, OBS_CATEGORY_TYPE, types->len ? types->str : NULL);
  append_text (self, OBS_CATEGORY, types->len ? values->str : NULL);
}

static void
append_value (Reading *self,
              const Variable *indicator,
              gsize row)
{
  gint64 code = -1;

  append_text (self, OBS_INDICATOR_CODE, indicator->name);
  append_text (self, OBS_INDICATOR_NAME, indicator->label);
  if (marmot_column_row_is_valid (indicator->column, row))
    code = marmot_column_get_code (indicator->column, row);
  if (code < 0 || isnan (indicator->numbers[code]))
    marmot_column_builder_append_null (self->out[OBS_VALUE]);
  else
    marmot_column_builder_append_double (self->out[OBS_VALUE], indicator->numbers[code]);
  if (code < 0)
    append_text (self, OBS_STATE, "not-available");
  else
    append_text (self, OBS_STATE, indicator->states[code]);
  append_text (self, OBS_FLAGS, code < 0 || *indicator->flags[code] == '\0' ? NULL : indicator->flags[code]);
}

static void
free_time (gpointer data)
{
  education_time_clear (data);
  g_free (data);
}

/* The time of a row, which is read once for all rows that share it. NULL if it is
 * none. */
static EducationTime *
find_time (Reading *self,
           GHashTable *times,
           gsize row)
{
  const MarmotColumn *digits = marmot_table_peek_column (self->table, "time_period");
  const MarmotColumn *identifier = marmot_table_peek_column (self->table, "time_identifier");
  EducationTime *time;
  gint64 key;

  if (!marmot_column_row_is_valid (digits, row) || !marmot_column_row_is_valid (identifier, row))
    return NULL;

  key = marmot_column_get_code (digits, row) << 32 | marmot_column_get_code (identifier, row);
  time = g_hash_table_lookup (times, &key);
  if (!time)
    {
      g_autofree char *digits_text = marmot_column_get_text (digits, row);
      g_autofree char *identifier_text = marmot_column_get_text (identifier, row);

      time = g_new0 (EducationTime, 1);
      (void) education_time_parse (time, digits_text, identifier_text);
      g_hash_table_insert (times, g_memdup2 (&key, sizeof key), time);
    }
  return time->text ? time : NULL;
}

/* All rows, as far as the columns go that do not depend on an indicator. */
static void
read_rows (Reading *self)
{
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_time);
  const MarmotColumn *level = marmot_table_peek_column (self->table, "geographic_level");
  const char *family = NULL;
  gboolean is_mixed = FALSE;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const EducationTime *time = find_time (self, times, row);
      guint at = 0;

      while (at < G_N_ELEMENTS (levels) && !is_text (level, row, levels[at].level))
        at++;
      if (at == G_N_ELEMENTS (levels))
        marmot_finding_log_add (self->log, "education/unknown-level", MARMOT_SEVERITY_WARNING, line (self, row),
                                "geographic_level", "Check the level; the row's area is left open",
                                "The level is none whose areas are known here");
      if (!time)
        marmot_finding_log_add (self->log, "education/not-a-period", MARMOT_SEVERITY_ERROR, line (self, row),
                                "time_period", "Write four digits, or six for two years in a row, such as 201819",
                                "The time is none of a year");
      else if (family && !is_mixed && !g_str_equal (family, time->family))
        {
          is_mixed = TRUE;
          marmot_finding_log_add (self->log, "education/mixed-time-identifiers", MARMOT_SEVERITY_WARNING,
                                  line (self, row), "time_identifier",
                                  "Take rows of one kind of time before comparing them",
                                  "The file mixes kinds of time, from this row on");
        }
      if (time && !family)
        family = time->family;

      for (guint i = 0; i < self->indicators->len; i++)
        {
          append_value (self, self->indicators->pdata[i], row);
          append_cell (self, OBS_AREA_CODE, at < G_N_ELEMENTS (levels) ? levels[at].code : NULL, row);
          append_cell (self, OBS_AREA_NAME, at < G_N_ELEMENTS (levels) ? levels[at].name : NULL, row);
          append_cell (self, OBS_AREA_TYPE, "geographic_level", row);
          /* England has no parent, and regions have England; all others a region. */
          append_cell (self, OBS_PARENT_CODE, at == 0 ? NULL : at == 1 ? "country_code" : "region_code", row);
          append_cell (self, OBS_PARENT_NAME, at == 0 ? NULL : at == 1 ? "country_name" : "region_name", row);
          append_filters (self, row);
          append_text (self, OBS_TIME_PERIOD, time ? time->text : NULL);
          append_cell (self, OBS_TIME_IDENTIFIER, "time_identifier", row);
          append_text (self, OBS_YEAR_TYPE, time ? time->year_type : NULL);
          if (time)
            marmot_column_builder_append_integer (self->out[OBS_SORTABLE], time->sortable);
          else
            marmot_column_builder_append_null (self->out[OBS_SORTABLE]);
        }
    }
}

static MarmotObservationSet *
finish (Reading *self,
        GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) table = NULL;

  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    if (self->out[i])
      {
        g_ptr_array_add (names, (gpointer) obs_column_name (i));
        g_ptr_array_add (columns, marmot_column_builder_finish (g_steal_pointer (&self->out[i])));
      }
  g_ptr_array_add (names, NULL);
  table = marmot_table_new ((const char * const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len,
                            error);
  return table ? marmot_observation_set_new (table, error) : NULL;
}

/* The data, once it is known what the columns are. FALSE if they are not these. */
static gboolean
check_columns (Reading *self)
{
  static const char *const required[] = { "time_period", "time_identifier", "geographic_level", "country_code",
                                          "country_name" };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!marmot_table_has_column (self->table, required[i]))
      {
        marmot_finding_log_add (self->log, "education/wrong-kind", MARMOT_SEVERITY_ERROR, 1, required[i],
                                "Give a data file of Explore Education Statistics",
                                "This is no such data file: it has no such column");
        return FALSE;
      }
  return TRUE;
}

static void
keep_findings (MarmotEducationReader *self,
               GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, marmot_finding_ref (findings->pdata[i]));
}

static void
forget (MarmotEducationReader *self)
{
  g_ptr_array_set_size (self->findings, 0);
}

static MarmotObservationSet *
read_parsed (MarmotEducationReader *self,
             Reading *reading,
             const MarmotCsvResult *metadata,
             MarmotFindingLog *log,
             GError **error)
{
  static const ObsColumn columns[]
      = { OBS_INDICATOR_CODE, OBS_INDICATOR_NAME, OBS_PARENT_CODE,     OBS_PARENT_NAME, OBS_AREA_CODE,
          OBS_AREA_NAME,      OBS_AREA_TYPE,      OBS_CATEGORY_TYPE,   OBS_CATEGORY,    OBS_TIME_PERIOD,
          OBS_SORTABLE,       OBS_YEAR_TYPE,      OBS_TIME_IDENTIFIER, OBS_VALUE,       OBS_STATE,
          OBS_FLAGS };

  if (!check_columns (reading))
    return NULL;
  read_metadata (reading, metadata->table, metadata->places, log);
  if (log->n_errors > 0)
    return NULL;
  if (reading->n_rows >= G_MAXUINT / reading->indicators->len)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "The file has more rows and indicators than a set can hold: split it");
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    reading->out[columns[i]] = marmot_column_builder_new (obs_column_type (columns[i]));
  for (guint i = 0; i < reading->indicators->len; i++)
    read_values (reading, reading->indicators->pdata[i]);
  read_rows (reading);
  return reading->log->n_errors > 0 ? NULL : finish (reading, error);
}

static MarmotObservationSet *
read_both (MarmotEducationReader *self,
           GBytes *data,
           GBytes *metadata,
           const char *name,
           const char *metadata_name,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (MarmotCsvResult) data_csv = NULL;
  g_autoptr (MarmotCsvResult) metadata_csv = NULL;
  g_autoptr (MarmotFindingLog) log = NULL;
  g_auto (Reading) reading = { 0 };
  MarmotObservationSet *set;
  GError *local_error = NULL;

  forget (self);
  metadata_csv = parse (metadata, metadata_name, cancellable, error);
  keep_findings (self, metadata_csv->findings);
  if (!metadata_csv->table)
    return NULL;
  data_csv = parse (data, name, cancellable, error);
  keep_findings (self, data_csv->findings);
  if (!data_csv->table)
    return NULL;

  log = marmot_finding_log_new (metadata_name, 1000);
  reading.table = g_steal_pointer (&data_csv->table);
  reading.places = g_array_ref (data_csv->places);
  reading.log = marmot_finding_log_new (name, 1000);
  reading.n_rows = marmot_table_get_n_rows (reading.table);
  reading.filters = g_ptr_array_new_with_free_func (variable_free);
  reading.indicators = g_ptr_array_new_with_free_func (variable_free);

  set = read_parsed (self, &reading, metadata_csv, log, &local_error);
  if (!local_error && marmot_finding_log_end (log, &local_error))
    (void) marmot_finding_log_end (reading.log, &local_error);
  keep_findings (self, log->findings);
  keep_findings (self, reading.log->findings);
  if (local_error)
    {
      g_clear_object (&set);
      g_propagate_error (error, local_error);
    }
  return set;
}

MarmotObservationSet *
marmot_education_reader_read_bytes (MarmotEducationReader *self,
                                    GBytes *data,
                                    GBytes *metadata,
                                    const char *name,
                                    GError **error)
{
  g_return_val_if_fail (MARMOT_IS_EDUCATION_READER (self), NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (metadata != NULL, NULL);

  return read_both (self, data, metadata, name, "metadata", NULL, error);
}

MarmotObservationSet *
marmot_education_reader_read_files (MarmotEducationReader *self,
                                    GFile *data,
                                    GFile *metadata,
                                    GCancellable *cancellable,
                                    GError **error)
{
  const guint64 max_bytes = G_GUINT64_CONSTANT (4) << 30;
  g_autoptr (GBytes) data_bytes = NULL;
  g_autoptr (GBytes) metadata_bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *metadata_name = NULL;

  g_return_val_if_fail (MARMOT_IS_EDUCATION_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (data), NULL);
  g_return_val_if_fail (G_IS_FILE (metadata), NULL);

  forget (self);
  metadata_bytes = marmot_read_file (metadata, max_bytes, cancellable, error);
  if (!metadata_bytes)
    return NULL;
  data_bytes = marmot_read_file (data, max_bytes, cancellable, error);
  if (!data_bytes)
    return NULL;

  name = marmot_file_name (data);
  metadata_name = marmot_file_name (metadata);
  return read_both (self, data_bytes, metadata_bytes, name, metadata_name, cancellable, error);
}

GPtrArray *
marmot_education_reader_get_findings (MarmotEducationReader *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_EDUCATION_READER (self), NULL);

  /* A list of its own: the caller may change it. */
  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}
