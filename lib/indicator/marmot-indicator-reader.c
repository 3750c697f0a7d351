/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "fingertips-metadata-private.h"
#include "fingertips-private.h"

#include "core/marmot-csv-parse-private.h"
#include "core/marmot-read-private.h"
#include "core/marmot-reader-private.h"
#include "core/marmot-table-private.h"
#include "numeric/text.h"

/* As many as JSON takes in the whole library; all of Fingertips' are a tenth. */
#define MAX_BYTES (G_GUINT64_CONSTANT (64) << 20)

struct _MarmotIndicatorReader
{
  GObject parent_instance;

  ReaderState state;
  GHashTable *goals;        /* of the last read, by number */
};

G_DEFINE_FINAL_TYPE (MarmotIndicatorReader, marmot_indicator_reader, G_TYPE_OBJECT)

static void
marmot_indicator_reader_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  MarmotIndicatorReader *self = MARMOT_INDICATOR_READER (object);

  if (!reader_limits_get (&self->state.limits, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_indicator_reader_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  MarmotIndicatorReader *self = MARMOT_INDICATOR_READER (object);

  if (!reader_limits_set (&self->state.limits, object, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_indicator_reader_finalize (GObject *object)
{
  MarmotIndicatorReader *self = MARMOT_INDICATOR_READER (object);

  reader_state_clear (&self->state);
  g_hash_table_unref (self->goals);

  G_OBJECT_CLASS (marmot_indicator_reader_parent_class)->finalize (object);
}

static void
marmot_indicator_reader_class_init (MarmotIndicatorReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_indicator_reader_finalize;
  object_class->get_property = marmot_indicator_reader_get_property;
  object_class->set_property = marmot_indicator_reader_set_property;

  /**
   * MarmotIndicatorReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 64 MiB at first.
   *
   * Since: 1.0
   */

  /**
   * MarmotIndicatorReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  reader_limits_install (object_class, MAX_BYTES);
}

static void
marmot_indicator_reader_init (MarmotIndicatorReader *self)
{
  reader_state_init (&self->state, MAX_BYTES);
  self->goals = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}
MarmotIndicatorReader *
marmot_indicator_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_INDICATOR_READER, NULL);
}

static const MetaField *
find_field (const char *name)
{
  g_autofree char *folded = fingertips_fold (name);

  for (guint i = 0; i < META_N_FIELDS; i++)
    {
      g_autofree char *other = fingertips_fold (fingertips_meta_fields[i].column);

      if (g_str_equal (folded, other))
        return &fingertips_meta_fields[i];
    }
  return NULL;
}

static MarmotColumnType
all_text (const char *name,
          gpointer type_data)
{
  return MARMOT_COLUMN_TEXT;
}

/* What else a file may be whose header is not that of the form. */
static const char *
guess_kind (MarmotTable *table)
{
  if (marmot_table_has_column (table, "Area Code") || marmot_table_has_column (table, "Value"))
    return "It looks like Fingertips' data: read it with MarmotFingertipsReader";
  return "Download the indicators' metadata as CSV, and leave its header as it is";
}

/* The columns by field; NULL where the file has none. */
static void
map_columns (MarmotTable *table,
             const MarmotColumn *columns[META_N_FIELDS],
             MarmotFindingLog *log)
{
  for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
    {
      const char *name = marmot_table_get_column_name (table, i);
      const MetaField *field = find_field (name);

      if (!field)
        marmot_finding_log_add (log, "fingertips/unknown-column", MARMOT_SEVERITY_WARNING, 1, name,
                                "Check whether the column is needed",
                                "The form has no such column, and it was left out");
      else if (field->kind == META_CONTACT)
        marmot_finding_log_add (log, "fingertips/contact-left-out", MARMOT_SEVERITY_NOTE, 1, name,
                                "Nothing need be done", "Contact details of people are not kept");
      else if (columns[field - fingertips_meta_fields])
        marmot_finding_log_add (log, "fingertips/column-twice", MARMOT_SEVERITY_ERROR, 1, name,
                                "Take one of the two out", "Two columns hold the same");
      else
        columns[field - fingertips_meta_fields] = marmot_table_peek_column (table, name);
    }

  /* Number, name and definition: what every such file has. */
  for (guint i = 0; i < 3; i++)
    if (!columns[i])
      {
        marmot_finding_log_add (log, "fingertips/wrong-kind", MARMOT_SEVERITY_ERROR, 1, NULL, guess_kind (table),
                                "This is not Fingertips' metadata: there is no column \"%s\"",
                                fingertips_meta_fields[i].column);
        break;
      }
}

/* The number of an indicator, or 0. */
static guint
read_id (const char *text)
{
  guint64 id = 0;

  return text && g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &id, NULL) ? (guint) id : 0;
}

static void
read_word (MetaBuilder *builder,
           const MetaField *field,
           const char *text,
           guint64 line,
           MarmotFindingLog *log)
{
  MarmotValueType value_type;
  MarmotYearType year_type;
  MarmotPolarity polarity;
  double number;

  switch (field->kind)
    {
    case META_VALUE_TYPE:
      if (!meta_value_type_from_name (text, &value_type))
        marmot_finding_log_add (log, "fingertips/unknown-value-type", MARMOT_SEVERITY_WARNING, line, field->column,
                                "Check the type; figures of this indicator are not compared by it",
                                "The value type is none that is known");
      meta_builder_add_enum (builder, "value-type", MARMOT_TYPE_VALUE_TYPE, (int) value_type);
      meta_builder_add_text (builder, "value-type-name", text);
      break;
    case META_YEAR_TYPE:
      if (!meta_year_type_from_name (text, &year_type))
        marmot_finding_log_add (log, "fingertips/unknown-year-type", MARMOT_SEVERITY_WARNING, line, field->column,
                                "Check the type; the calendar year stands in its place",
                                "The year type is none that is known");
      meta_builder_add_enum (builder, "year-type", MARMOT_TYPE_YEAR_TYPE, (int) year_type);
      meta_builder_add_text (builder, "year-type-name", text);
      break;
    case META_POLARITY:
      if (!meta_polarity_from_name (text, &polarity))
        marmot_finding_log_add (log, "fingertips/unknown-polarity", MARMOT_SEVERITY_WARNING, line, field->column,
                                "Check the polarity; figures of this indicator are not judged",
                                "The polarity is none that is known");
      meta_builder_add_enum (builder, "polarity", MARMOT_TYPE_POLARITY, (int) polarity);
      meta_builder_add_text (builder, "polarity-name", text);
      break;
    case META_UNIT_VALUE:
      if (mn_parse_double (text, text + strlen (text), &number) == MN_NUMBER_DOUBLE)
        meta_builder_add_double (builder, field->property, number);
      else
        marmot_finding_log_add (log, "fingertips/not-a-number", MARMOT_SEVERITY_ERROR, line, field->column,
                                "Write a plain number, or leave the cell empty", "The cell is no number");
      break;
    case META_UNIT_LEFT:
      if (g_str_equal (text, "yes"))
        meta_builder_add_boolean (builder, field->property, TRUE);
      else if (!g_str_equal (text, "no"))
        marmot_finding_log_add (log, "fingertips/not-a-word", MARMOT_SEVERITY_ERROR, line, field->column,
                                "Write yes or no, or leave the cell empty", "The cell is neither yes nor no");
      break;
    case META_TEXT:
    case META_UNIT:
      meta_builder_add_text (builder, field->property, text);
      break;
    case META_ID:
    case META_CONTACT:
    default:
      g_assert_not_reached ();
    }
}

static MarmotIndicator *
read_row (const MarmotColumn *const columns[META_N_FIELDS],
          gsize row,
          guint64 line,
          GHashTable *seen,
          MarmotFindingLog *log)
{
  MetaBuilder builder = { .n = 0 };
  g_autofree char *id_text = marmot_column_get_text (columns[0], row);
  gboolean has_year_type = FALSE;
  gboolean has_unit_value = FALSE;
  double unit_value = 0;
  guint id = read_id (id_text);

  if (id == 0)
    {
      marmot_finding_log_add (log, "fingertips/no-id", MARMOT_SEVERITY_ERROR, line, "Indicator ID",
                              "Give the indicator's number, or take out the row",
                              "The row has no number of an indicator, or none that can be one");
      return NULL;
    }
  if (!g_hash_table_add (seen, GUINT_TO_POINTER (id)))
    marmot_finding_log_add (log, "fingertips/duplicate-id", MARMOT_SEVERITY_WARNING, line, "Indicator ID",
                            "Keep one of the two", "The indicator's number stood before");

  g_free (id_text);
  id_text = g_strdup_printf ("%u", id);
  meta_builder_add_text (&builder, "id", id_text);
  meta_builder_add_uint (&builder, "fingertips-id", id);
  for (guint i = 1; i < META_N_FIELDS; i++)
    {
      const MetaField *field = &fingertips_meta_fields[i];
      g_autofree char *text = columns[i] ? marmot_column_get_text (columns[i], row) : NULL;

      if (!text || *text == '\0')
        continue;
      read_word (&builder, field, text, line, log);
      has_year_type |= field->kind == META_YEAR_TYPE;
      has_unit_value |= field->kind == META_UNIT_VALUE;
      if (field->kind == META_UNIT)
        unit_value = meta_unit_get_value (text);
    }
  if (!has_unit_value && unit_value > 0)
    meta_builder_add_double (&builder, "unit-value", unit_value);
  if (!has_year_type)
    {
      marmot_finding_log_add (log, "fingertips/no-year-type", MARMOT_SEVERITY_WARNING, line, "Year type",
                              "Add the year type; the calendar year stands in its place",
                              "The year type is missing");
      meta_builder_add_text (&builder, "year-type-name", "");
    }
  return meta_builder_finish (&builder);
}

/* FALSE, with error set, if it is none. */
static gboolean
read_csv (MarmotIndicatorReader *self,
          GBytes *bytes,
          const char *name,
          MarmotFindingLog *log,
          GListStore *indicators,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (MarmotCsvResult) csv = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const MarmotColumn *columns[META_N_FIELDS] = { NULL };
  MarmotCsvOptions options;
  gsize n_rows;

  marmot_csv_options_init (&options);
  options.max_bytes = self->state.limits.max_bytes;
  options.max_field_bytes = self->state.limits.max_bytes;
  options.max_findings = self->state.limits.max_findings;
  options.type_of = all_text;
  csv = marmot_csv_parse (&options, bytes, name, cancellable, error);
  marmot_csv_options_clear (&options);
  reader_state_keep (&self->state, csv->findings, csv->n_findings);
  if (!csv->table)
    return FALSE;

  map_columns (csv->table, columns, log);
  if (log->n_errors > 0)
    return TRUE;
  n_rows = marmot_table_get_n_rows (csv->table);
  if (n_rows > META_MAX_INDICATORS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "There are more than %d indicators: split the file", META_MAX_INDICATORS);
      return FALSE;
    }
  for (gsize row = 0; row < n_rows; row++)
    {
      g_autoptr (MarmotIndicator) indicator
          = read_row (columns, row, marmot_csv_places_get_line (csv->places, row), seen, log);

      if (indicator && log->n_errors == 0)
        g_list_store_append (indicators, indicator);
    }
  return TRUE;
}

static GListModel *
read_bytes (MarmotIndicatorReader *self,
            GBytes *bytes,
            const char *name,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_autoptr (GListStore) indicators = g_list_store_new (MARMOT_TYPE_INDICATOR);
  gboolean is_read;

  reader_state_forget (&self->state);
  g_hash_table_remove_all (self->goals);
  if (fingertips_is_json (bytes))
    is_read = meta_read_json (bytes, name, self->state.limits.max_bytes, log, indicators, self->goals, error);
  else
    is_read = read_csv (self, bytes, name, log, indicators, cancellable, error);

  if (is_read)
    is_read = marmot_finding_log_end (log, error);
  reader_state_keep (&self->state, log->findings, log->n_findings);
  if (is_read)
    return G_LIST_MODEL (g_steal_pointer (&indicators));
  g_hash_table_remove_all (self->goals);
  return NULL;
}

GListModel *
marmot_indicator_reader_read_bytes (MarmotIndicatorReader *self,
                                    GBytes *bytes,
                                    const char *name,
                                    GError **error)
{
  g_return_val_if_fail (MARMOT_IS_INDICATOR_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_bytes (self, bytes, name, NULL, error);
}

/* Before a read that may fail before it has findings. */
static void
forget (MarmotIndicatorReader *self)
{
  reader_state_forget (&self->state);
  g_hash_table_remove_all (self->goals);
}

GListModel *
marmot_indicator_reader_read_file (MarmotIndicatorReader *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MARMOT_IS_INDICATOR_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  forget (self);
  bytes = marmot_read_file (file, self->state.limits.max_bytes, cancellable, error);
  if (!bytes)
    return NULL;

  name = marmot_file_name (file);
  return read_bytes (self, bytes, name, cancellable, error);
}

GListModel *
marmot_indicator_reader_read_stream (MarmotIndicatorReader *self,
                                     GInputStream *stream,
                                     const char *name,
                                     GCancellable *cancellable,
                                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MARMOT_IS_INDICATOR_READER (self), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  forget (self);
  bytes = marmot_read_stream (stream, name, self->state.limits.max_bytes, cancellable, error);
  if (!bytes)
    return NULL;

  return read_bytes (self, bytes, name, cancellable, error);
}

MarmotGoal *
marmot_indicator_reader_get_goal (MarmotIndicatorReader *self,
                                  guint fingertips_id)
{
  g_return_val_if_fail (MARMOT_IS_INDICATOR_READER (self), NULL);

  return g_hash_table_lookup (self->goals, GUINT_TO_POINTER (fingertips_id));
}

READER_DEFINE_LIMITS (MarmotIndicatorReader, marmot_indicator_reader, MARMOT_IS_INDICATOR_READER, state.limits)

READER_DEFINE_FINDINGS (MarmotIndicatorReader, marmot_indicator_reader, MARMOT_IS_INDICATOR_READER, self->state.findings,
                        self->state.n_findings)
