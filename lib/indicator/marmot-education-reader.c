/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "education-private.h"

#include "core/marmot-csv-parse-private.h"
#include "core/marmot-read-private.h"
#include "core/marmot-reader-private.h"
#include "core/marmot-table-private.h"

struct _MarmotEducationReader
{
  GObject parent_instance;

  ReaderState state;
};

G_DEFINE_FINAL_TYPE (MarmotEducationReader, marmot_education_reader, G_TYPE_OBJECT)

static void
marmot_education_reader_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  MarmotEducationReader *self = MARMOT_EDUCATION_READER (object);

  if (!reader_limits_get (&self->state.limits, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_education_reader_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  MarmotEducationReader *self = MARMOT_EDUCATION_READER (object);

  if (!reader_limits_set (&self->state.limits, object, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_education_reader_finalize (GObject *object)
{
  MarmotEducationReader *self = MARMOT_EDUCATION_READER (object);

  reader_state_clear (&self->state);

  G_OBJECT_CLASS (marmot_education_reader_parent_class)->finalize (object);
}

static void
marmot_education_reader_class_init (MarmotEducationReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_education_reader_finalize;
  object_class->get_property = marmot_education_reader_get_property;
  object_class->set_property = marmot_education_reader_set_property;

  /**
   * MarmotEducationReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 4 GiB at first.
   *
   * Since: 1.0
   */

  /**
   * MarmotEducationReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  reader_limits_install (object_class, READER_MAX_BYTES);
}

static void
marmot_education_reader_init (MarmotEducationReader *self)
{
  reader_state_init (&self->state, READER_MAX_BYTES);
}

MarmotEducationReader *
marmot_education_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_EDUCATION_READER, NULL);
}

/* Columns that every data file has: no indicators. */
static const char *const required[] = { "time_period", "time_identifier", "geographic_level", "country_code",
                                        "country_name" };

static void
variable_free (gpointer data)
{
  EducationVariable *self = data;

  g_free (self->name);
  g_free (self->label);
  g_clear_pointer (&self->column, marmot_column_unref);
  g_free (self);
}

static MarmotColumnType
all_dictionaries (const char *name,
                  gpointer type_data)
{
  return MARMOT_COLUMN_DICTIONARY;
}

/* Indicators are text, since numbers seldom occur twice; all else occurs often. */
static MarmotColumnType
type_of (const char *name,
         gpointer type_data)
{
  GHashTable *variables = type_data;
  const EducationVariable *variable = g_hash_table_lookup (variables, name);

  return variable && !variable->is_filter ? MARMOT_COLUMN_TEXT : MARMOT_COLUMN_DICTIONARY;
}

static gboolean
is_reserved (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (g_str_equal (name, required[i]))
      return TRUE;
  return education_is_place (name);
}

/* Filters and indicators, as the metadata name them, in their order; and by name. */
static GPtrArray *
read_metadata (MarmotTable *metadata,
               const GArray *places,
               GHashTable *by_name,
               MarmotFindingLog *log)
{
  static const char *const names[] = { "col_name", "col_type", "label" };
  GPtrArray *variables = g_ptr_array_new_with_free_func (variable_free);
  const MarmotColumn *columns[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      columns[i] = marmot_table_peek_column (metadata, names[i]);
      if (!columns[i])
        {
          marmot_finding_log_add (log, "education/wrong-kind", MARMOT_SEVERITY_ERROR, 1, names[i],
                                  "Give the metadata file that belongs to the data file",
                                  "This is no metadata file: it has no such column");
          return variables;
        }
    }

  for (gsize row = 0; row < marmot_table_get_n_rows (metadata); row++)
    {
      g_autofree char *name = marmot_column_get_text (columns[0], row);
      gboolean is_filter = education_cell_is (columns[1], row, "Filter");
      guint64 at = marmot_csv_places_get_line (places, row);
      EducationVariable *variable;

      if (!name || (!is_filter && !education_cell_is (columns[1], row, "Indicator")))
        {
          marmot_finding_log_add (log, "education/metadata", MARMOT_SEVERITY_ERROR, at, "col_type",
                                  "Name a column, and call it Filter or Indicator",
                                  "The row does not say what a column is");
          continue;
        }
      if (g_hash_table_contains (by_name, name))
        {
          marmot_finding_log_add (log, "education/metadata", MARMOT_SEVERITY_ERROR, at, "col_name",
                                  "Give each column one row", "The column stands here a second time");
          continue;
        }
      if (!is_filter && is_reserved (name))
        {
          marmot_finding_log_add (log, "education/metadata", MARMOT_SEVERITY_ERROR, at, "col_name",
                                  "Take the row out", "A column of time or place is called an indicator");
          continue;
        }

      variable = g_new0 (EducationVariable, 1);
      variable->label = marmot_column_get_text (columns[2], row);
      if (!variable->label)
        variable->label = g_strdup (name);
      variable->name = g_steal_pointer (&name);
      variable->line = at;
      variable->is_filter = is_filter;
      g_ptr_array_add (variables, variable);
      g_hash_table_insert (by_name, variable->name, variable);
    }
  return variables;
}

/* Finds the columns of the data that the metadata name. */
static void
bind (EducationFile *self,
      const GPtrArray *variables,
      MarmotFindingLog *log)
{
  for (guint i = 0; i < variables->len; i++)
    {
      EducationVariable *variable = variables->pdata[i];
      MarmotColumn *column = marmot_table_peek_column (self->table, variable->name);

      if (!column)
        {
          marmot_finding_log_add (log, "education/no-such-column", MARMOT_SEVERITY_ERROR, variable->line,
                                  variable->name, "Check that the two files belong together",
                                  "The data file has no such column");
          continue;
        }
      variable->column = marmot_column_ref (column);
      g_ptr_array_add (variable->is_filter ? self->filters : self->indicators, variable);
    }

  if (self->indicators->len == 0 && log->n_errors == 0)
    marmot_finding_log_add (log, "education/no-indicator", MARMOT_SEVERITY_ERROR, 0, NULL,
                            "Give the metadata file that belongs to the data file",
                            "The metadata name no indicator");
}

/* Lets go of the indicators' texts, which are held by their variables now. */
static void
drop_indicators (EducationFile *self,
                 GHashTable *by_name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  MarmotTable *rest;

  for (gsize i = 0; i < marmot_table_get_n_columns (self->table); i++)
    {
      const char *name = marmot_table_get_column_name (self->table, i);

      if (type_of (name, by_name) == MARMOT_COLUMN_DICTIONARY)
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  /* There are columns of place and time, so it cannot fail. */
  rest = marmot_table_select (self->table, (const char * const *) names->pdata, NULL);
  marmot_table_unref (self->table);
  self->table = rest;
}

static gboolean
check_columns (EducationFile *self)
{
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

static MarmotObservationSet *
make_set (MarmotColumn **columns,
          GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (MarmotTable) table = NULL;

  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    if (columns[i])
      {
        g_ptr_array_add (names, (gpointer) obs_column_name (i));
        g_ptr_array_add (list, columns[i]);
      }
  g_ptr_array_add (names, NULL);
  table = marmot_table_new ((const char * const *) names->pdata, (MarmotColumn **) list->pdata, list->len, error);
  return table ? marmot_observation_set_new (table, error) : NULL;
}

/* NULL without an error if findings say why. */
static MarmotObservationSet *
read_parsed (EducationFile *self,
             const GPtrArray *variables,
             GHashTable *by_name,
             MarmotFindingLog *log,
             GError **error)
{
  MarmotColumn *columns[OBS_N_COLUMNS] = { NULL };
  MarmotObservationSet *set = NULL;

  if (!check_columns (self))
    return NULL;
  if (log->n_errors == 0 || variables->len > 0)
    bind (self, variables, log);
  if (log->n_errors > 0)
    return NULL;
  if (self->n_rows >= G_MAXUINT / self->indicators->len)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "The file has more rows and indicators than a set can hold: split it");
      return NULL;
    }

  drop_indicators (self, by_name);
  education_read_values (self, columns);
  if (education_read_rows (self, columns, error) && self->log->n_errors == 0)
    set = make_set (columns, error);
  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    g_clear_pointer (&columns[i], marmot_column_unref);
  return set;
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
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (metadata_name, self->state.limits.max_findings);
  g_autoptr (MarmotFindingLog) data_log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) variables = NULL;
  g_autoptr (GPtrArray) filters = g_ptr_array_new ();
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  EducationFile file = { .log = data_log, .filters = filters, .indicators = indicators };
  MarmotObservationSet *set;
  MarmotCsvOptions options;
  GError *local_error = NULL;

  reader_state_forget (&self->state);
  marmot_csv_options_init (&options);
  options.max_bytes = self->state.limits.max_bytes;
  options.max_findings = self->state.limits.max_findings;
  options.type_of = all_dictionaries;
  metadata_csv = marmot_csv_parse (&options, metadata, metadata_name, cancellable, error);
  reader_state_keep (&self->state, metadata_csv->findings, metadata_csv->n_findings);
  if (metadata_csv->table)
    {
      variables = read_metadata (metadata_csv->table, metadata_csv->places, by_name, log);
      options.type_of = type_of;
      options.type_data = by_name;
      data_csv = marmot_csv_parse (&options, data, name, cancellable, error);
      reader_state_keep (&self->state, data_csv->findings, data_csv->n_findings);
    }
  marmot_csv_options_clear (&options);
  if (!data_csv || !data_csv->table)
    return NULL;

  file.table = g_steal_pointer (&data_csv->table);
  file.places = data_csv->places;
  file.n_rows = marmot_table_get_n_rows (file.table);
  set = read_parsed (&file, variables, by_name, log, &local_error);
  marmot_table_unref (file.table);

  if (!local_error && marmot_finding_log_end (log, &local_error))
    (void) marmot_finding_log_end (data_log, &local_error);
  reader_state_keep (&self->state, log->findings, log->n_findings);
  reader_state_keep (&self->state, data_log->findings, data_log->n_findings);
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
  g_autoptr (GBytes) data_bytes = NULL;
  g_autoptr (GBytes) metadata_bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *metadata_name = NULL;

  g_return_val_if_fail (MARMOT_IS_EDUCATION_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (data), NULL);
  g_return_val_if_fail (G_IS_FILE (metadata), NULL);

  reader_state_forget (&self->state);
  metadata_bytes = marmot_read_file (metadata, self->state.limits.max_bytes, cancellable, error);
  if (!metadata_bytes)
    return NULL;
  data_bytes = marmot_read_file (data, self->state.limits.max_bytes, cancellable, error);
  if (!data_bytes)
    return NULL;

  name = marmot_file_name (data);
  metadata_name = marmot_file_name (metadata);
  return read_both (self, data_bytes, metadata_bytes, name, metadata_name, cancellable, error);
}

READER_DEFINE_LIMITS (MarmotEducationReader, marmot_education_reader, MARMOT_IS_EDUCATION_READER, state.limits)

READER_DEFINE_FINDINGS (MarmotEducationReader, marmot_education_reader, MARMOT_IS_EDUCATION_READER, self->state.findings,
                        self->state.n_findings)
