/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "marmot-csv-parse-private.h"
#include "marmot-read-private.h"
#include "marmot-reader-private.h"

struct _MarmotCsvReader
{
  GObject parent_instance;

  MarmotCsvOptions options;
  char separator[2];        /* that of the options, as text */
  char *date_format;        /* likewise */

  /* Of the last read. */
  GPtrArray *findings;
  guint64 n_findings;
  guint64 n_skipped_rows;
  GArray *places;
  gboolean has_table;
};

G_DEFINE_FINAL_TYPE (MarmotCsvReader, marmot_csv_reader, G_TYPE_OBJECT)

enum
{
  PROP_INFER_TYPES = 1,
  PROP_SEPARATOR,
  PROP_MAX_BYTES,
  PROP_MAX_COLUMNS,
  PROP_MAX_FINDINGS,
  PROP_MAX_FIELD_BYTES,
  PROP_SKIP_FAULTY_ROWS,
  PROP_DATE_FORMAT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
marmot_csv_reader_finalize (GObject *object)
{
  MarmotCsvReader *self = MARMOT_CSV_READER (object);

  marmot_csv_options_clear (&self->options);
  g_free (self->date_format);
  g_ptr_array_unref (self->findings);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (marmot_csv_reader_parent_class)->finalize (object);
}

static void
marmot_csv_reader_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  MarmotCsvReader *self = MARMOT_CSV_READER (object);

  switch (prop_id)
    {
    case PROP_INFER_TYPES:
      g_value_set_boolean (value, self->options.infer_types);
      break;
    case PROP_SEPARATOR:
      g_value_set_string (value, self->separator);
      break;
    case PROP_MAX_BYTES:
      g_value_set_uint64 (value, self->options.max_bytes);
      break;
    case PROP_MAX_COLUMNS:
      g_value_set_uint (value, self->options.max_columns);
      break;
    case PROP_MAX_FINDINGS:
      g_value_set_uint (value, self->options.max_findings);
      break;
    case PROP_MAX_FIELD_BYTES:
      g_value_set_uint64 (value, self->options.max_field_bytes);
      break;
    case PROP_SKIP_FAULTY_ROWS:
      g_value_set_boolean (value, self->options.skip_faulty_rows);
      break;
    case PROP_DATE_FORMAT:
      g_value_set_string (value, self->date_format);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_csv_reader_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  MarmotCsvReader *self = MARMOT_CSV_READER (object);

  switch (prop_id)
    {
    case PROP_INFER_TYPES:
      marmot_csv_reader_set_infer_types (self, g_value_get_boolean (value));
      break;
    case PROP_SEPARATOR:
      marmot_csv_reader_set_separator (self, g_value_get_string (value));
      break;
    case PROP_MAX_BYTES:
      marmot_csv_reader_set_max_bytes (self, g_value_get_uint64 (value));
      break;
    case PROP_MAX_COLUMNS:
      marmot_csv_reader_set_max_columns (self, g_value_get_uint (value));
      break;
    case PROP_MAX_FINDINGS:
      marmot_csv_reader_set_max_findings (self, g_value_get_uint (value));
      break;
    case PROP_MAX_FIELD_BYTES:
      marmot_csv_reader_set_max_field_bytes (self, g_value_get_uint64 (value));
      break;
    case PROP_SKIP_FAULTY_ROWS:
      marmot_csv_reader_set_skip_faulty_rows (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_csv_reader_class_init (MarmotCsvReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = marmot_csv_reader_finalize;
  object_class->get_property = marmot_csv_reader_get_property;
  object_class->set_property = marmot_csv_reader_set_property;

  /**
   * MarmotCsvReader:infer-types: (getter get_infer_types) (setter set_infer_types)
   *
   * Whether the types of columns that are not declared are found from the cells;
   * otherwise those columns are text.
   *
   * Since: 1.0
   */
  props[PROP_INFER_TYPES] = g_param_spec_boolean ("infer-types", NULL, NULL, TRUE, flags);

  /**
   * MarmotCsvReader:separator: (getter get_separator) (setter set_separator)
   *
   * What stands between two cells: a comma, a semicolon, a tab or a vertical bar.
   *
   * Since: 1.0
   */
  props[PROP_SEPARATOR] = g_param_spec_string ("separator", NULL, NULL, ",", flags);

  /**
   * MarmotCsvReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 4 GiB at first.
   *
   * Since: 1.0
   */
  props[PROP_MAX_BYTES] = g_param_spec_uint64 ("max-bytes", NULL, NULL, 0, G_MAXUINT64,
                                               G_GUINT64_CONSTANT (4) << 30, flags);

  /**
   * MarmotCsvReader:max-columns: (getter get_max_columns) (setter set_max_columns)
   *
   * How many columns a file may have.
   *
   * Since: 1.0
   */
  props[PROP_MAX_COLUMNS] = g_param_spec_uint ("max-columns", NULL, NULL, 0, G_MAXUINT, 4096, flags);

  /**
   * MarmotCsvReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept; further ones are only counted.
   *
   * Since: 1.0
   */
  props[PROP_MAX_FINDINGS] = g_param_spec_uint ("max-findings", NULL, NULL, 0, G_MAXUINT, 1000, flags);

  /**
   * MarmotCsvReader:max-field-bytes: (getter get_max_field_bytes) (setter set_max_field_bytes)
   *
   * The largest size of a cell, in bytes; 1 MiB at first.
   *
   * Since: 1.0
   */
  props[PROP_MAX_FIELD_BYTES] = g_param_spec_uint64 ("max-field-bytes", NULL, NULL, 0, G_MAXUINT64,
                                                     1 << 20, flags);

  /**
   * MarmotCsvReader:skip-faulty-rows: (getter get_skip_faulty_rows) (setter set_skip_faulty_rows)
   *
   * Whether a row that breaks a rule is left out, with a finding, and the others are
   * read; otherwise it fails the read.
   *
   * Since: 1.0
   */
  props[PROP_SKIP_FAULTY_ROWS] = g_param_spec_boolean ("skip-faulty-rows", NULL, NULL, FALSE, flags);

  /**
   * MarmotCsvReader:date-format: (getter get_date_format)
   *
   * The form of dates in columns that are declared dates; set by
   * [method@Marmot.CsvReader.set_date_format].
   *
   * Since: 1.0
   */
  props[PROP_DATE_FORMAT] = g_param_spec_string ("date-format", NULL, NULL, "yyyy-mm-dd",
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
marmot_csv_reader_init (MarmotCsvReader *self)
{
  marmot_csv_options_init (&self->options);
  self->separator[0] = self->options.separator;
  self->date_format = g_strdup ("yyyy-mm-dd");
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

MarmotCsvReader *
marmot_csv_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_CSV_READER, NULL);
}

gboolean
marmot_csv_reader_get_infer_types (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), FALSE);

  return self->options.infer_types;
}

void
marmot_csv_reader_set_infer_types (MarmotCsvReader *self,
                                   gboolean infer_types)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  infer_types = !!infer_types;
  if (self->options.infer_types == infer_types)
    return;
  self->options.infer_types = infer_types;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INFER_TYPES]);
}

const char *
marmot_csv_reader_get_separator (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), NULL);

  return self->separator;
}

void
marmot_csv_reader_set_separator (MarmotCsvReader *self,
                                 const char *separator)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));
  g_return_if_fail (separator != NULL && strlen (separator) == 1);
  g_return_if_fail (strchr (",;\t|", separator[0]) != NULL);

  if (self->options.separator == separator[0])
    return;
  self->options.separator = self->separator[0] = separator[0];
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEPARATOR]);
}

guint64
marmot_csv_reader_get_max_bytes (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), 0);

  return self->options.max_bytes;
}

void
marmot_csv_reader_set_max_bytes (MarmotCsvReader *self,
                                 guint64 max_bytes)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  if (self->options.max_bytes == max_bytes)
    return;
  self->options.max_bytes = max_bytes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_BYTES]);
}

guint
marmot_csv_reader_get_max_columns (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), 0);

  return self->options.max_columns;
}

void
marmot_csv_reader_set_max_columns (MarmotCsvReader *self,
                                   guint max_columns)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  if (self->options.max_columns == max_columns)
    return;
  self->options.max_columns = max_columns;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_COLUMNS]);
}

guint
marmot_csv_reader_get_max_findings (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), 0);

  return self->options.max_findings;
}

void
marmot_csv_reader_set_max_findings (MarmotCsvReader *self,
                                    guint max_findings)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  if (self->options.max_findings == max_findings)
    return;
  self->options.max_findings = max_findings;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_FINDINGS]);
}

guint64
marmot_csv_reader_get_max_field_bytes (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), 0);

  return self->options.max_field_bytes;
}

void
marmot_csv_reader_set_max_field_bytes (MarmotCsvReader *self,
                                       guint64 max_field_bytes)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  if (self->options.max_field_bytes == max_field_bytes)
    return;
  self->options.max_field_bytes = max_field_bytes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_FIELD_BYTES]);
}

gboolean
marmot_csv_reader_get_skip_faulty_rows (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), FALSE);

  return self->options.skip_faulty_rows;
}

void
marmot_csv_reader_set_skip_faulty_rows (MarmotCsvReader *self,
                                        gboolean skip_faulty_rows)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  skip_faulty_rows = !!skip_faulty_rows;
  if (self->options.skip_faulty_rows == skip_faulty_rows)
    return;
  self->options.skip_faulty_rows = skip_faulty_rows;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SKIP_FAULTY_ROWS]);
}

const char *
marmot_csv_reader_get_date_format (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), NULL);

  return self->date_format;
}

gboolean
marmot_csv_reader_set_date_format (MarmotCsvReader *self,
                                   const char *format,
                                   GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  if (!marmot_csv_date_format_parse (&self->options.date_format, format))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A form of dates is dd, mm and yyyy in some order with the same separator "
                           "between them, such as dd/mm/yyyy");
      return FALSE;
    }

  g_free (self->date_format);
  self->date_format = g_strdup (format);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE_FORMAT]);
  return TRUE;
}

void
marmot_csv_reader_set_column_type (MarmotCsvReader *self,
                                   const char *name,
                                   MarmotColumnType type)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail ((guint) type <= MARMOT_COLUMN_BOOLEAN);

  g_hash_table_insert (self->options.types, g_strdup (name), GINT_TO_POINTER (type));
}

void
marmot_csv_reader_set_wanted_columns (MarmotCsvReader *self,
                                      const char *const *names)
{
  g_return_if_fail (MARMOT_IS_CSV_READER (self));

  g_clear_pointer (&self->options.wanted, g_hash_table_unref);
  if (!names)
    return;

  self->options.wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; *names; names++)
    g_hash_table_add (self->options.wanted, g_strdup (*names));
}

/* Before a read that may fail before it has findings. */
static void
forget (MarmotCsvReader *self)
{
  g_ptr_array_unref (self->findings);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  self->n_findings = 0;
  self->n_skipped_rows = 0;
  g_clear_pointer (&self->places, g_array_unref);
  self->has_table = FALSE;
}

/* Keeps what is to be asked for later, and gives the table. */
static MarmotTable *
keep (MarmotCsvReader *self,
      MarmotCsvResult *result)
{
  g_ptr_array_unref (self->findings);
  self->findings = g_ptr_array_ref (result->findings);
  self->n_findings = result->n_findings;
  self->n_skipped_rows = result->n_skipped_rows;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_array_ref (result->places);
  self->has_table = result->table != NULL;
  return g_steal_pointer (&result->table);
}

static MarmotTable *
read_bytes (MarmotCsvReader *self,
            GBytes *bytes,
            const char *name,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (MarmotCsvResult) result = marmot_csv_parse (&self->options, bytes, name, cancellable, error);

  return keep (self, result);
}

MarmotTable *
marmot_csv_reader_read_bytes (MarmotCsvReader *self,
                              GBytes *bytes,
                              const char *name,
                              GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_bytes (self, bytes, name, NULL, error);
}

MarmotTable *
marmot_csv_reader_read_file (MarmotCsvReader *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  forget (self);
  bytes = marmot_read_file (file, self->options.max_bytes, cancellable, error);
  if (!bytes)
    return NULL;

  name = marmot_file_name (file);
  return read_bytes (self, bytes, name, cancellable, error);
}

MarmotTable *
marmot_csv_reader_read_stream (MarmotCsvReader *self,
                               GInputStream *stream,
                               const char *name,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  forget (self);
  bytes = marmot_read_stream (stream, name, self->options.max_bytes, cancellable, error);
  if (!bytes)
    return NULL;

  return read_bytes (self, bytes, name, cancellable, error);
}

/* What a read in a thread takes along and brings back. */
typedef struct
{
  GFile *file;
  MarmotCsvOptions options;
  MarmotCsvResult *result;  /* NULL if the file could not be read */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  marmot_csv_options_clear (&job->options);
  g_clear_pointer (&job->result, marmot_csv_result_free);
  g_free (job);
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = marmot_file_name (job->file);
  GError *error = NULL;

  bytes = marmot_read_file (job->file, job->options.max_bytes, cancellable, &error);
  if (bytes)
    job->result = marmot_csv_parse (&job->options, bytes, name, cancellable, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
marmot_csv_reader_read_file_async (MarmotCsvReader *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (MARMOT_IS_CSV_READER (self));
  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  marmot_csv_options_copy (&job->options, &self->options);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, marmot_csv_reader_read_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

MarmotTable *
marmot_csv_reader_read_file_finish (MarmotCsvReader *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  MarmotTable *table = NULL;
  gboolean is_done;
  Job *job;

  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, marmot_csv_reader_read_file_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  is_done = g_task_propagate_boolean (G_TASK (result), error);
  forget (self);
  if (job->result)
    table = keep (self, job->result);

  /* A cancelled task fails though the thread may have come to its end. */
  if (!is_done)
    {
      g_clear_pointer (&table, marmot_table_unref);
      self->has_table = FALSE;
    }
  return table;
}

READER_DEFINE_FINDINGS (MarmotCsvReader, marmot_csv_reader, MARMOT_IS_CSV_READER, self->findings, self->n_findings)

guint64
marmot_csv_reader_get_line (MarmotCsvReader *self,
                            guint64 row)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), 0);

  return self->has_table ? marmot_csv_places_get_line (self->places, row) : 0;
}

guint64
marmot_csv_reader_get_n_skipped_rows (MarmotCsvReader *self)
{
  g_return_val_if_fail (MARMOT_IS_CSV_READER (self), 0);

  return self->has_table ? self->n_skipped_rows : 0;
}
