/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "fingertips-private.h"

#include "core/marmot-csv-parse-private.h"
#include "core/marmot-read-private.h"
#include "core/marmot-reader-private.h"
#include "core/marmot-table-private.h"

/* Of the form before the length of the period was told: its rows may end before
 * the goal. */
#define COLUMNS_BEFORE_RANGE 26

struct _MarmotFingertipsReader
{
  GObject parent_instance;

  ReaderState state;
  GListModel *indicators;   /* nullable */
};

G_DEFINE_FINAL_TYPE (MarmotFingertipsReader, marmot_fingertips_reader, G_TYPE_OBJECT)

enum
{
  PROP_INDICATORS = READER_N_PROPS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
marmot_fingertips_reader_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  MarmotFingertipsReader *self = MARMOT_FINGERTIPS_READER (object);

  if (prop_id == PROP_INDICATORS)
    g_value_set_object (value, self->indicators);
  else if (!reader_limits_get (&self->state.limits, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_fingertips_reader_set_property (GObject *object,
                                       guint prop_id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  MarmotFingertipsReader *self = MARMOT_FINGERTIPS_READER (object);

  if (prop_id == PROP_INDICATORS)
    marmot_fingertips_reader_set_indicators (self, g_value_get_object (value));
  else if (!reader_limits_set (&self->state.limits, object, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_fingertips_reader_finalize (GObject *object)
{
  MarmotFingertipsReader *self = MARMOT_FINGERTIPS_READER (object);

  reader_state_clear (&self->state);
  g_clear_object (&self->indicators);

  G_OBJECT_CLASS (marmot_fingertips_reader_parent_class)->finalize (object);
}

static void
marmot_fingertips_reader_class_init (MarmotFingertipsReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_fingertips_reader_finalize;
  object_class->get_property = marmot_fingertips_reader_get_property;
  object_class->set_property = marmot_fingertips_reader_set_property;

  /**
   * MarmotFingertipsReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 4 GiB at first.
   *
   * Since: 1.0
   */

  /**
   * MarmotFingertipsReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  reader_limits_install (object_class, READER_MAX_BYTES);

  /**
   * MarmotFingertipsReader:indicators: (getter get_indicators) (setter set_indicators)
   *
   * What is known of the indicators: a list of [class@Marmot.Indicator]. JSON records
   * tell neither their names nor which kind of year they are of.
   *
   * Since: 1.0
   */
  props[PROP_INDICATORS] = g_param_spec_object ("indicators", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, PROP_INDICATORS, props[PROP_INDICATORS]);
}

static void
marmot_fingertips_reader_init (MarmotFingertipsReader *self)
{
  reader_state_init (&self->state, READER_MAX_BYTES);
}

MarmotFingertipsReader *
marmot_fingertips_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_FINGERTIPS_READER, NULL);
}

char *
fingertips_fold (const char *name)
{
  GString *folded = g_string_new (NULL);

  for (; *name; name++)
    if (*name != ' ')
      g_string_append_c (folded, g_ascii_tolower (*name));
  return g_string_free (folded, FALSE);
}

static gboolean
same_name (const char *folded,
           const char *name)
{
  g_autofree char *other = fingertips_fold (name);

  return g_str_equal (folded, other);
}

/* Which column of a set a column of the file is; FALSE if it is none. */
static gboolean
find_column (const char *name,
             ObsColumn *column)
{
  static const FingertipsColumn older[] = {
    { "Target data", OBS_COMPARED_GOAL },
    { "Lower CI limit", OBS_LOWER_95 },
    { "Upper CI limit", OBS_UPPER_95 },
  };
  g_autofree char *folded = fingertips_fold (name);

  for (guint i = 0; i < FINGERTIPS_N_COLUMNS; i++)
    if (fingertips_columns[i].name && same_name (folded, fingertips_columns[i].name))
      {
        *column = fingertips_columns[i].column;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    if (same_name (folded, older[i].name))
      {
        *column = older[i].column;
        return TRUE;
      }

  *column = OBS_COMPARED_PARENT;
  return g_str_has_prefix (folded, "comparedto");
}

static MarmotColumnType
type_of (const char *name,
         gpointer type_data)
{
  ObsColumn column;

  return find_column (name, &column) ? obs_column_type (column) : MARMOT_COLUMN_DICTIONARY;
}

/* The parent that "Compared to Region value or percentiles" names: "Region". NULL
 * if it names none. */
static char *
parent_kind (const char *name)
{
  static const char *const ends[] = { " value or percentiles", "valueorpercentiles" };
  const char *first = name + strlen ("Compared");
  g_autofree char *kind = NULL;

  while (*first == ' ')
    first++;
  first += strlen ("to");
  while (*first == ' ')
    first++;

  kind = g_strdup (first);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (kind, ends[i]))
      {
        kind[strlen (kind) - strlen (ends[i])] = '\0';
        break;
      }
  if (g_str_equal (kind, "percentiles"))
    return g_strdup ("England");
  if (*kind == '\0' || g_ascii_strcasecmp (kind, "parent") == 0)
    return NULL;
  return g_steal_pointer (&kind);
}

/* What else a file may be whose header is not that of the form. */
static const char *
guess_kind (MarmotTable *table)
{
  if (marmot_table_has_column (table, "time_identifier"))
    return "It looks like a file of Explore Education Statistics: read it with MarmotEducationReader";
  if (marmot_table_has_column (table, "Definition"))
    return "It looks like Fingertips' metadata, which describe indicators: MarmotIndicatorReader reads them, or download "
           "the data";
  return "Download the data as CSV, and leave its header as it is";
}

/* The columns of a set, all of them, of those of the file. NULL if the file is not
 * of the form, or says something twice. */
static MarmotTable *
map_columns (const MarmotCsvResult *csv,
             MarmotFindingLog *log,
             GError **error)
{
  static const ObsColumn required[] = { OBS_INDICATOR_ID, OBS_AREA_CODE, OBS_TIME_PERIOD, OBS_VALUE };
  MarmotColumn *found[OBS_N_COLUMNS] = { NULL };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  const char *names[FINGERTIPS_N_COLUMNS + 2] = { NULL };
  g_autofree char *kind = NULL;
  MarmotTable *table = csv->table;
  gsize n_columns = marmot_table_get_n_columns (table);
  gsize n_rows = marmot_table_get_n_rows (table);

  for (gsize i = 0; i < n_columns; i++)
    {
      const char *name = marmot_table_get_column_name (table, i);
      ObsColumn column;

      if (!find_column (name, &column))
        {
          marmot_finding_log_add (log, "fingertips/unknown-column", MARMOT_SEVERITY_WARNING, 1, name,
                                  "Check whether the column is needed",
                                  "The form has no such column, and it was left out");
          continue;
        }
      if (found[column])
        {
          marmot_finding_log_add (log, "fingertips/column-twice", MARMOT_SEVERITY_ERROR, 1, name,
                                  "Take one of the two out", "Two columns hold the same");
          continue;
        }
      found[column] = marmot_table_peek_column (table, name);
      if (column == OBS_COMPARED_PARENT)
        kind = parent_kind (name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!found[required[i]])
      {
        marmot_finding_log_add (log, "fingertips/wrong-kind", MARMOT_SEVERITY_ERROR, 1, NULL, guess_kind (table),
                                "This is not Fingertips' data: there is no column for %s",
                                obs_column_name (required[i]));
        break;
      }
  if (csv->n_short_rows > 0 && log->n_errors == 0)
    {
      ObsColumn last;

      if (!find_column (marmot_table_get_column_name (table, n_columns - 1), &last) || last != OBS_COMPARED_GOAL)
        marmot_finding_log_add (log, "fingertips/short-rows", MARMOT_SEVERITY_ERROR, 1, NULL,
                                "Add the missing cells; an empty cell still needs its separator",
                                "Rows lack their last cell, which only the goal may: %" G_GUINT64_FORMAT,
                                csv->n_short_rows);
      else
        marmot_finding_log_add (log, "fingertips/no-goal", MARMOT_SEVERITY_NOTE, 1, NULL,
                                "Nothing need be done",
                                "Rows end before the comparison with a goal: %" G_GUINT64_FORMAT,
                                csv->n_short_rows);
    }
  if (log->n_errors > 0)
    return NULL;

  for (guint i = 0; i < FINGERTIPS_N_COLUMNS; i++)
    {
      ObsColumn column = fingertips_columns[i].column;

      names[i] = obs_column_name (column);
      g_ptr_array_add (columns, found[column] ? marmot_column_ref (found[column])
                                              : obs_null_column (obs_column_type (column), n_rows));
    }
  names[FINGERTIPS_N_COLUMNS] = obs_column_name (OBS_PARENT_KIND);
  g_ptr_array_add (columns, kind ? obs_constant_column (kind, n_rows)
                                 : obs_null_column (MARMOT_COLUMN_DICTIONARY, n_rows));
  return marmot_table_new (names, (MarmotColumn **) columns->pdata, columns->len, error);
}

static MarmotObservationSet *
read_json (MarmotFingertipsReader *self,
           GBytes *bytes,
           const char *name,
           GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_autoptr (MarmotTable) table
      = fingertips_read_json (bytes, name, self->state.limits.max_bytes, self->indicators, log, error);

  reader_state_forget (&self->state);
  reader_state_keep (&self->state, log->findings, log->n_findings);
  return table ? marmot_observation_set_new (table, error) : NULL;
}

static MarmotObservationSet *
read_bytes (MarmotFingertipsReader *self,
            GBytes *bytes,
            const char *name,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (MarmotFindingLog) log = NULL;
  g_autoptr (MarmotCsvResult) csv = NULL;
  g_autoptr (MarmotTable) table = NULL;
  MarmotObservationSet *set = NULL;
  MarmotCsvOptions options;

  if (fingertips_is_json (bytes))
    return read_json (self, bytes, name, error);

  marmot_csv_options_init (&options);
  options.max_bytes = self->state.limits.max_bytes;
  options.max_findings = self->state.limits.max_findings;
  options.type_of = type_of;
  options.may_lack_last = COLUMNS_BEFORE_RANGE;
  csv = marmot_csv_parse (&options, bytes, name, cancellable, error);
  log = marmot_finding_log_new (name, options.max_findings);
  marmot_csv_options_clear (&options);

  for (guint i = 0; i < csv->findings->len; i++)
    g_ptr_array_add (log->findings, marmot_finding_ref (csv->findings->pdata[i]));
  log->n_findings = csv->n_findings;

  if (csv->table)
    {
      GError *local_error = NULL;

      table = map_columns (csv, log, &local_error);
      /* The set takes the columns that it needs, and the rest is freed. */
      g_clear_pointer (&csv->table, marmot_table_unref);
      if (table)
        fingertips_check (table, csv->places, log);
      if (!marmot_finding_log_end (log, local_error ? NULL : &local_error))
        g_clear_pointer (&table, marmot_table_unref);
      if (local_error)
        g_propagate_error (error, local_error);
      else
        set = marmot_observation_set_new (table, error);
    }

  reader_state_forget (&self->state);
  reader_state_keep (&self->state, log->findings, log->n_findings);
  return set;
}

MarmotObservationSet *
marmot_fingertips_reader_read_bytes (MarmotFingertipsReader *self,
                                     GBytes *bytes,
                                     const char *name,
                                     GError **error)
{
  g_return_val_if_fail (MARMOT_IS_FINGERTIPS_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_bytes (self, bytes, name, NULL, error);
}

MarmotObservationSet *
marmot_fingertips_reader_read_file (MarmotFingertipsReader *self,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MARMOT_IS_FINGERTIPS_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  reader_state_forget (&self->state);
  bytes = marmot_read_file (file, self->state.limits.max_bytes, cancellable, error);
  if (!bytes)
    return NULL;

  name = marmot_file_name (file);
  return read_bytes (self, bytes, name, cancellable, error);
}

MarmotObservationSet *
marmot_fingertips_reader_read_stream (MarmotFingertipsReader *self,
                                      GInputStream *stream,
                                      const char *name,
                                      GCancellable *cancellable,
                                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (MARMOT_IS_FINGERTIPS_READER (self), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  reader_state_forget (&self->state);
  bytes = marmot_read_stream (stream, name, self->state.limits.max_bytes, cancellable, error);
  if (!bytes)
    return NULL;

  return read_bytes (self, bytes, name, cancellable, error);
}

READER_DEFINE_LIMITS (MarmotFingertipsReader, marmot_fingertips_reader, MARMOT_IS_FINGERTIPS_READER, state.limits)

READER_DEFINE_FINDINGS (MarmotFingertipsReader, marmot_fingertips_reader, MARMOT_IS_FINGERTIPS_READER, self->state.findings,
                        self->state.n_findings)

GListModel *
marmot_fingertips_reader_get_indicators (MarmotFingertipsReader *self)
{
  g_return_val_if_fail (MARMOT_IS_FINGERTIPS_READER (self), NULL);

  return self->indicators;
}

void
marmot_fingertips_reader_set_indicators (MarmotFingertipsReader *self,
                                         GListModel *indicators)
{
  g_return_if_fail (MARMOT_IS_FINGERTIPS_READER (self));
  g_return_if_fail (indicators == NULL || G_IS_LIST_MODEL (indicators));

  if (g_set_object (&self->indicators, indicators))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATORS]);
}
