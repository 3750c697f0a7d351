/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "marmot-pack-private.h"
#include "printed-private.h"

#define MAX_FINDINGS 1000

struct _MarmotPackReader
{
  GObject parent_instance;

  GPtrArray *findings;
  guint n_errors;
};

G_DEFINE_FINAL_TYPE (MarmotPackReader, marmot_pack_reader, G_TYPE_OBJECT)

static void
marmot_pack_reader_finalize (GObject *object)
{
  MarmotPackReader *self = MARMOT_PACK_READER (object);

  g_ptr_array_unref (self->findings);

  G_OBJECT_CLASS (marmot_pack_reader_parent_class)->finalize (object);
}

static void
marmot_pack_reader_class_init (MarmotPackReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_pack_reader_finalize;
}

static void
marmot_pack_reader_init (MarmotPackReader *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

MarmotPackReader *
marmot_pack_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_PACK_READER, NULL);
}

GPtrArray *
marmot_pack_reader_get_findings (MarmotPackReader *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_PACK_READER (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}

/* One file of the pack, and the row of it that is being read. */
typedef struct
{
  MarmotPackReader *reader;
  const char *name;
  MarmotCsvReader *csv; /* knows on which line a row stands */
  MarmotTable *table;
  GHashTable *columns;
  gsize n_rows;
  gsize row;
} Sheet;

static void
sheet_clear (Sheet *sheet)
{
  g_clear_object (&sheet->csv);
  g_clear_pointer (&sheet->table, marmot_table_unref);
  g_clear_pointer (&sheet->columns, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
add_finding (MarmotPackReader *self,
             MarmotFinding *finding)
{
  if (marmot_finding_get_severity (finding) == MARMOT_SEVERITY_ERROR)
    self->n_errors++;
  if (self->findings->len < MAX_FINDINGS)
    g_ptr_array_add (self->findings, finding);
  else
    marmot_finding_unref (finding);
}

/* A fault in the row that is being read, told by the line on which it starts. */
static void
fault (Sheet *sheet,
       MarmotSeverity severity,
       const char *rule,
       const char *column,
       const char *fix,
       const char *format,
       ...) G_GNUC_PRINTF (6, 7);

static void
fault (Sheet *sheet,
       MarmotSeverity severity,
       const char *rule,
       const char *column,
       const char *fix,
       const char *format,
       ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  add_finding (sheet->reader,
               marmot_finding_new_published (rule, severity, sheet->name,
                                             marmot_csv_reader_get_line (sheet->csv, sheet->row), column, NULL,
                                             message, fix));
}

/* Reads a file of the pack. A file that is not there is an error only if it is
 * required; returns whether there is anything to read. */
static gboolean
sheet_open (Sheet *sheet,
            MarmotPackReader *reader,
            GFile *folder,
            const char *name,
            gboolean required,
            const char * const *required_columns,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean complete = TRUE;

  memset (sheet, 0, sizeof *sheet);
  sheet->reader = reader;
  sheet->name = name;
  sheet->csv = marmot_csv_reader_new ();

  if (!g_file_query_exists (file, cancellable))
    {
      if (required)
        add_finding (reader, marmot_finding_new_published (
                               "pack/missing-file", MARMOT_SEVERITY_ERROR, name, 0, NULL, NULL,
                               "The pack has no such file, and cannot be read without it",
                               "Add the file; the page \"The board pack\" says what stands in it"));
      return FALSE;
    }

  /* Text throughout: the pack says itself what a cell may hold. */
  marmot_csv_reader_set_infer_types (sheet->csv, FALSE);
  sheet->table = marmot_csv_reader_read_file (sheet->csv, file, cancellable, &local_error);
  findings = marmot_csv_reader_get_findings (sheet->csv);
  for (guint i = 0; i < findings->len; i++)
    add_finding (reader, marmot_finding_ref (findings->pdata[i]));
  if (!sheet->table)
    {
      if (!g_error_matches (local_error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  sheet->n_rows = marmot_table_get_n_rows (sheet->table);
  sheet->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) marmot_column_unref);
  for (gsize i = 0; i < marmot_table_get_n_columns (sheet->table); i++)
    g_hash_table_insert (sheet->columns, g_strdup (marmot_table_get_column_name (sheet->table, i)),
                         marmot_table_get_column (sheet->table, i));

  for (gsize i = 0; required_columns[i]; i++)
    if (!g_hash_table_contains (sheet->columns, required_columns[i]))
      {
        add_finding (reader, marmot_finding_new_published (
                               "pack/missing-column", MARMOT_SEVERITY_ERROR, name, 1, required_columns[i],
                               NULL, "The file has no such column, and cannot be read without it",
                               "Add the column; the page \"The board pack\" says what stands in it"));
        complete = FALSE;
      }

  return complete;
}

/* The text of a cell of the row that is being read, or NULL where it is empty or
 * the column is not there. */
static char *
cell (Sheet *sheet,
      const char *column)
{
  MarmotColumn *values = g_hash_table_lookup (sheet->columns, column);
  char *text = values ? marmot_column_get_text (values, sheet->row) : NULL;

  if (text && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
required_cell (Sheet *sheet,
               const char *column)
{
  char *text = cell (sheet, column);

  if (!text)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/required", column, "Fill the cell",
           "The cell is empty, and must not be");
  return text;
}

/* Tells an empty cell whose content is read elsewhere. */
static void
require_cell (Sheet *sheet,
              const char *column)
{
  g_free (required_cell (sheet, column));
}

/* A word of an enumeration, by its nick. An empty cell is the default. */
static int
word_cell (Sheet *sheet,
           const char *column,
           GType type,
           int otherwise)
{
  g_autofree char *text = cell (sheet, column);
  GEnumClass *words;
  GEnumValue *found;
  int value = otherwise;

  if (!text)
    return otherwise;

  words = g_type_class_ref (type);
  found = g_enum_get_value_by_nick (words, text);
  if (found)
    {
      value = found->value;
    }
  else
    {
      g_autoptr (GString) nicks = g_string_new ("Write one of: ");

      for (guint i = 0; i < words->n_values; i++)
        g_string_append_printf (nicks, "%s%s", i ? ", " : "", words->values[i].value_nick);
      fault (sheet, MARMOT_SEVERITY_ERROR, "pack/unknown-word", column, nicks->str,
             "\"%s\" is not a word that may stand here", text);
    }
  g_type_class_unref (words);
  return value;
}

static gboolean
yes_cell (Sheet *sheet,
          const char *column)
{
  g_autofree char *text = cell (sheet, column);

  if (text && !g_str_equal (text, "yes") && !g_str_equal (text, "no"))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/unknown-word", column, "Write yes or no",
           "\"%s\" is not a word that may stand here", text);
  return text && g_str_equal (text, "yes");
}

static guint
whole_cell (Sheet *sheet,
            const char *column)
{
  g_autofree char *text = cell (sheet, column);
  guint64 number = 0;

  if (text && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/not-a-number", column, "Write a whole number, such as 12",
           "\"%s\" is not a whole number", text);
  return (guint) number;
}

/* A proportion, such as a confidence level. */
static double
confidence_cell (Sheet *sheet,
                 const char *column)
{
  g_autofree char *text = cell (sheet, column);
  char *end = NULL;
  double number;

  if (!text)
    return 0.95;
  number = g_ascii_strtod (text, &end);
  if (*end == '\0' && number > 0 && number < 1)
    return number;
  fault (sheet, MARMOT_SEVERITY_ERROR, "pack/not-a-confidence-level", column,
         "Write a proportion between 0 and 1, such as 0.95", "\"%s\" is not a confidence level", text);
  return 0.95;
}

static MarmotValue *
value_cell (Sheet *sheet,
            const char *column,
            gboolean words)
{
  g_autofree char *text = cell (sheet, column);
  g_autoptr (GError) error = NULL;
  MarmotValue *value;

  value = marmot_value_parse (text ? text : "", words ? MARMOT_VALUE_PARSE_DEFAULT : MARMOT_VALUE_PARSE_NO_TEXT,
                              &error);
  if (!value)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/not-a-value", column,
           "Write the figure as it was printed, such as 1,844 or 93%, or why there is none, such as N/A",
           "\"%s\" cannot be read as a figure", text);
  return value;
}

/* As value_cell, but an empty cell is NULL: nothing was printed. */
static MarmotValue *
optional_value_cell (Sheet *sheet,
                     const char *column)
{
  g_autofree char *text = cell (sheet, column);

  return text ? value_cell (sheet, column, FALSE) : NULL;
}

static MarmotPeriod *
period_cell (Sheet *sheet,
             const char *column,
             gboolean required)
{
  g_autofree char *text = required ? required_cell (sheet, column) : cell (sheet, column);
  MarmotPeriod *period;

  if (!text)
    return NULL;
  period = marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL);
  if (!period)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/not-a-period", column,
           "Write a period, such as 2017/18, 2017/18 Q2, 2020 - 22, Dec-24 or 2022-07-01",
           "\"%s\" cannot be read as a period", text);
  return period;
}

static gpointer
reference_cell (Sheet *sheet,
                const char *column,
                GHashTable *by_id,
                const char *rule,
                const char *other_file)
{
  g_autofree char *text = required_cell (sheet, column);
  gpointer found = text ? g_hash_table_lookup (by_id, text) : NULL;

  if (text && !found)
    {
      g_autofree char *fix = g_strdup_printf ("Correct the name, or add it to %s", other_file);

      fault (sheet, MARMOT_SEVERITY_ERROR, rule, column, fix, "\"%s\" does not stand in %s", text, other_file);
    }
  return found;
}

static void
read_areas (Sheet *sheet,
            MarmotPackParts *parts)
{
  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      g_autofree char *id = required_cell (sheet, "area");
      g_autofree char *name = required_cell (sheet, "name");
      /* Read for the fault that it is when it is missing. */
      g_autofree char *code = cell (sheet, "code");
      g_autofree char *set = cell (sheet, "neighbour_set");
      g_autoptr (MarmotArea) area = NULL;

      require_cell (sheet, "kind");
      if (id && g_hash_table_contains (parts->areas_by_id, id))
        {
          fault (sheet, MARMOT_SEVERITY_ERROR, "pack/duplicate", "area", "Give every area one row",
                 "\"%s\" stands here a second time", id);
          continue;
        }

      area = g_object_new (MARMOT_TYPE_AREA,
                           "id", id,
                           "name", name,
                           "kind", word_cell (sheet, "kind", MARMOT_TYPE_AREA_KIND, MARMOT_AREA_KIND_OTHER),
                           "code", code,
                           "neighbour-rank", whole_cell (sheet, "neighbour_rank"),
                           "neighbour-set", set,
                           NULL);
      g_list_store_append (parts->areas, area);
      if (id)
        g_hash_table_insert (parts->areas_by_id, (gpointer) marmot_area_get_id (area), area);
    }
}

static void
check_indicator (Sheet *sheet,
                 MarmotIndicator *indicator)
{
  gboolean has_polarity = marmot_indicator_get_polarity (indicator) != MARMOT_POLARITY_UNSTATED;
  MarmotPolaritySource source = marmot_indicator_get_polarity_source (indicator);

  if (has_polarity && source == MARMOT_POLARITY_SOURCE_NONE)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/polarity-source", "polarity_source",
           "Say who decided which direction is good: paper or analyst",
           "A direction is called good, and nobody says so");
  if (!has_polarity && source != MARMOT_POLARITY_SOURCE_NONE)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/polarity-source", "polarity",
           "Say which direction is good, or leave both cells empty",
           "Somebody is said to have decided which direction is good, but not which");
  if (source == MARMOT_POLARITY_SOURCE_ANALYST && !marmot_indicator_get_polarity_reason (indicator))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/polarity-source", "polarity_reason",
           "Give the analyst's reason in a few words",
           "The analyst decided which direction is good, and gives no reason");
  if (marmot_indicator_get_additive (indicator) && marmot_indicator_is_percent (indicator))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/percent-additive", "additive", "Write no",
           "Percentages are never summed, so they cannot be additive");
}

static void
read_indicators (Sheet *sheet,
                 MarmotPackParts *parts)
{
  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      g_autofree char *id = required_cell (sheet, "indicator");
      g_autofree char *name = required_cell (sheet, "name");
      g_autofree char *unit = required_cell (sheet, "unit");
      g_autofree char *definition = cell (sheet, "definition");
      g_autofree char *group = cell (sheet, "group");
      g_autofree char *organisation = cell (sheet, "organisation");
      g_autofree char *directorate = cell (sheet, "directorate");
      g_autofree char *frequency = cell (sheet, "frequency");
      g_autofree char *reason = cell (sheet, "polarity_reason");
      g_autofree char *caveat = cell (sheet, "caveat");
      g_autofree char *source = cell (sheet, "source");
      g_autoptr (MarmotIndicator) indicator = NULL;

      if (id && g_hash_table_contains (parts->indicators_by_id, id))
        {
          fault (sheet, MARMOT_SEVERITY_ERROR, "pack/duplicate", "indicator", "Give every indicator one row",
                 "\"%s\" stands here a second time", id);
          continue;
        }

      indicator = g_object_new (
        MARMOT_TYPE_INDICATOR,
        "id", id,
        "name", name,
        "definition", definition,
        "group", group,
        "unit", unit,
        "value-type", word_cell (sheet, "value_type", MARMOT_TYPE_VALUE_TYPE, MARMOT_VALUE_TYPE_OTHER),
        "counts", word_cell (sheet, "counts", MARMOT_TYPE_COUNTED_UNIT, MARMOT_COUNTED_UNIT_UNSTATED),
        "frequency", frequency,
        "level", word_cell (sheet, "level", MARMOT_TYPE_INDICATOR_LEVEL, MARMOT_INDICATOR_LEVEL_UNSTATED),
        "organisation", organisation,
        "directorate", directorate,
        "polarity", word_cell (sheet, "polarity", MARMOT_TYPE_POLARITY, MARMOT_POLARITY_UNSTATED),
        "polarity-source", word_cell (sheet, "polarity_source", MARMOT_TYPE_POLARITY_SOURCE,
                                      MARMOT_POLARITY_SOURCE_NONE),
        "polarity-reason", reason,
        "additive", yes_cell (sheet, "additive"),
        "caveat", caveat,
        "source", source,
        "line", whole_cell (sheet, "line"),
        NULL);
      check_indicator (sheet, indicator);
      g_list_store_append (parts->indicators, indicator);
      if (id)
        g_hash_table_insert (parts->indicators_by_id, (gpointer) marmot_indicator_get_id (indicator), indicator);
    }
}

static void
check_observation (Sheet *sheet,
                   MarmotObservation *o)
{
  MarmotValue *value = marmot_observation_get_value (o);
  MarmotValue *lower = marmot_observation_get_lower (o);
  MarmotValue *upper = marmot_observation_get_upper (o);
  MarmotValue *numerator = marmot_observation_get_numerator (o);
  MarmotValue *denominator = marmot_observation_get_denominator (o);
  MarmotIndicator *indicator = marmot_observation_get_indicator (o);

  if (marmot_value_is_number (lower) != marmot_value_is_number (upper))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/half-interval", marmot_value_is_number (lower) ? "upper" : "lower",
           "Give both limits, or neither", "There is one limit without the other");
  else if (marmot_value_is_number (lower)
           && marmot_value_get_number (lower) > marmot_value_get_number (upper))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/limits-reversed", "lower", "Check the limits against the source",
           "The lower limit is above the upper");
  else if (marmot_value_is_number (lower) && marmot_value_is_number (value)
           && (marmot_value_get_number (value) < marmot_value_get_number (lower)
               || marmot_value_get_number (value) > marmot_value_get_number (upper)))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/value-outside-limits", "value",
           "Check the value and its limits against the source", "The value lies outside its own limits");
  if (marmot_value_is_number (lower) && !marmot_value_is_number (value))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/limits-without-value", "value",
           "Give the value, or take the limits out", "There are limits and no value");
  if (marmot_value_is_number (denominator) && marmot_value_get_number (denominator) <= 0)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/denominator-not-positive", "denominator",
           "Check the denominator against the source", "The denominator is not above zero");
  if (marmot_value_is_number (numerator) && marmot_value_get_number (numerator) < 0)
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/negative-count", "numerator",
           "Check the count against the source", "A count is below zero");
  if (marmot_value_is_number (numerator) && marmot_value_is_number (denominator)
      && (marmot_indicator_is_percent (indicator)
          || marmot_indicator_get_value_type (indicator) == MARMOT_VALUE_TYPE_PROPORTION)
      && marmot_value_get_number (numerator) > marmot_value_get_number (denominator))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/count-over-denominator", "numerator",
           "Check that both counts are of the same people and period",
           "More were counted than the denominator holds");
  if (marmot_value_is_number (value) && marmot_value_is_percent (value)
      && !marmot_indicator_is_percent (indicator))
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/percent-unit", "value",
           "Make the unit of the indicator percent, or take the sign out",
           "The figure is a percentage, and the unit of its indicator is %s",
           marmot_indicator_get_unit (indicator));
}

/* The names of all that tells one observation from another. */
static char *
make_observation_key (MarmotObservation *o)
{
  MarmotPeriod *period = marmot_observation_get_period (o);
  g_autofree char *text = period ? marmot_period_to_string (period) : g_strdup ("");

  return g_strdup_printf ("%s\n%s\n%s\n%d", marmot_indicator_get_id (marmot_observation_get_indicator (o)),
                          marmot_area_get_id (marmot_observation_get_area (o)), text,
                          (int) marmot_observation_get_role (o));
}

static void
read_observations (Sheet *sheet,
                   MarmotPackParts *parts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      MarmotIndicator *indicator = reference_cell (sheet, "indicator", parts->indicators_by_id,
                                                   "pack/unknown-indicator", "indicators.csv");
      MarmotArea *area = reference_cell (sheet, "area", parts->areas_by_id, "pack/unknown-area", "areas.csv");
      g_autoptr (MarmotPeriod) period = period_cell (sheet, "period", FALSE);
      g_autoptr (MarmotValue) value = value_cell (sheet, "value", TRUE);
      g_autoptr (MarmotValue) lower = optional_value_cell (sheet, "lower");
      g_autoptr (MarmotValue) upper = optional_value_cell (sheet, "upper");
      g_autoptr (MarmotValue) numerator = optional_value_cell (sheet, "numerator");
      g_autoptr (MarmotValue) denominator = optional_value_cell (sheet, "denominator");
      g_autofree char *role_text = cell (sheet, "role");
      g_autofree char *note = cell (sheet, "note");
      g_autofree char *source = cell (sheet, "source");
      g_autoptr (MarmotObservation) observation = NULL;
      g_autofree char *key = NULL;
      int role;

      role = word_cell (sheet, "role", MARMOT_TYPE_OBSERVATION_ROLE, MARMOT_OBSERVATION_ROLE_ACTUAL);
      if (!role_text && period && marmot_period_get_kind (period) == MARMOT_PERIOD_YEAR_TO_DATE)
        role = MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE;

      observation = g_object_new (MARMOT_TYPE_OBSERVATION,
                                  "indicator", indicator,
                                  "area", area,
                                  "period", period,
                                  "role", role,
                                  "value", value,
                                  "lower", lower,
                                  "upper", upper,
                                  "confidence", confidence_cell (sheet, "confidence"),
                                  "numerator", numerator,
                                  "denominator", denominator,
                                  "note", note,
                                  "source", source,
                                  "line", whole_cell (sheet, "line"),
                                  NULL);
      if (!indicator || !area)
        continue;

      check_observation (sheet, observation);
      key = make_observation_key (observation);
      if (!g_hash_table_add (seen, g_steal_pointer (&key)))
        fault (sheet, MARMOT_SEVERITY_ERROR, "pack/duplicate", "period",
               "Keep one, or give them roles that tell them apart",
               "This indicator, area, period and role stand here a second time");
      g_list_store_append (parts->observations, observation);
    }
}

static void
read_targets (Sheet *sheet,
              MarmotPackParts *parts)
{
  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      MarmotIndicator *indicator = reference_cell (sheet, "indicator", parts->indicators_by_id,
                                                   "pack/unknown-indicator", "indicators.csv");
      g_autoptr (MarmotPeriod) period = period_cell (sheet, "period", TRUE);
      g_autoptr (MarmotValue) value = value_cell (sheet, "value", TRUE);
      g_autofree char *basis = cell (sheet, "basis");
      g_autofree char *source = cell (sheet, "source");
      g_autoptr (MarmotTarget) target = NULL;

      target = g_object_new (MARMOT_TYPE_TARGET,
                             "indicator", indicator,
                             "period", period,
                             "profile", word_cell (sheet, "profile", MARMOT_TYPE_TARGET_PROFILE,
                                                   MARMOT_TARGET_PROFILE_PERIOD),
                             "value", value,
                             "basis", basis,
                             "source", source,
                             "line", whole_cell (sheet, "line"),
                             NULL);
      if (indicator)
        g_list_store_append (parts->targets, target);
    }
}

static void
read_labels (Sheet *sheet,
             MarmotPackParts *parts)
{
  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      MarmotIndicator *indicator = reference_cell (sheet, "indicator", parts->indicators_by_id,
                                                   "pack/unknown-indicator", "indicators.csv");
      MarmotArea *area = reference_cell (sheet, "area", parts->areas_by_id, "pack/unknown-area", "areas.csv");
      MarmotArea *comparator = reference_cell (sheet, "comparator", parts->areas_by_id, "pack/unknown-area",
                                               "areas.csv");
      g_autofree char *text = required_cell (sheet, "text");
      /* Read for the fault that it is when it is missing. */
      g_autofree char *source = cell (sheet, "source");
      g_autoptr (MarmotPrintedLabel) label = NULL;

      require_cell (sheet, "claim");
      label = g_object_new (MARMOT_TYPE_PRINTED_LABEL,
                            "indicator", indicator,
                            "area", area,
                            "comparator", comparator,
                            "text", text,
                            "claim", word_cell (sheet, "claim", MARMOT_TYPE_CLAIMED_RELATION,
                                                MARMOT_CLAIMED_RELATION_NOTHING),
                            "source", source,
                            "line", whole_cell (sheet, "line"),
                            NULL);
      if (indicator && area && comparator && text)
        g_list_store_append (parts->labels, label);
    }
}

static void
read_asks (Sheet *sheet,
           MarmotPackParts *parts)
{
  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      g_autofree char *text = required_cell (sheet, "text");
      g_autofree char *source = cell (sheet, "source");
      g_autoptr (MarmotAsk) ask = NULL;

      ask = g_object_new (MARMOT_TYPE_ASK, "text", text, "source", source, "line", whole_cell (sheet, "line"), NULL);
      g_list_store_append (parts->asks, ask);
    }
}

static void
read_review_above (Sheet *sheet,
                   MarmotPackParts *parts,
                   const char *text)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (*end == '\0' && number >= 100 && number <= 1e6)
    parts->review_above = number;
  else
    fault (sheet, MARMOT_SEVERITY_ERROR, "pack/not-a-number", "value",
           "Write a percentage from 100 up, such as 150", "\"%s\" is not such a percentage", text);
}

static void
read_pack (Sheet *sheet,
           MarmotPackParts *parts)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  const char *missing[] = { "title", "board", "area" };
  gboolean found[G_N_ELEMENTS (missing)] = { FALSE };

  for (sheet->row = 0; sheet->row < sheet->n_rows; sheet->row++)
    {
      g_autofree char *field = required_cell (sheet, "field");
      g_autofree char *value = required_cell (sheet, "value");

      if (!field || !value)
        continue;

      for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
        {
          if (!g_str_equal (field, missing[i]))
            continue;
          if (found[i])
            fault (sheet, MARMOT_SEVERITY_ERROR, "pack/duplicate", "field", "Give it once",
                   "\"%s\" stands here a second time", field);
          found[i] = TRUE;
        }

      if (g_str_equal (field, "title") && !parts->title)
        parts->title = g_steal_pointer (&value);
      else if (g_str_equal (field, "board") && !parts->board)
        parts->board = g_steal_pointer (&value);
      else if (g_str_equal (field, "note"))
        g_ptr_array_add (notes, g_steal_pointer (&value));
      else if (g_str_equal (field, "review_above"))
        read_review_above (sheet, parts, value);
      else if (g_str_equal (field, "date") && !parts->date)
        parts->date = period_cell (sheet, "value", TRUE);
      else if (g_str_equal (field, "area") && !parts->area)
        {
          MarmotArea *area = reference_cell (sheet, "value", parts->areas_by_id, "pack/unknown-area", "areas.csv");

          if (area)
            parts->area = g_object_ref (area);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    if (!found[i])
      {
        g_autofree char *message = g_strdup_printf ("There is no row for the field \"%s\"", missing[i]);

        add_finding (sheet->reader,
                     marmot_finding_new_published ("pack/required", MARMOT_SEVERITY_ERROR, sheet->name, 0,
                                                   "field", NULL, message, "Add the row"));
      }

  g_ptr_array_add (notes, NULL);
  parts->notes = (GStrv) g_ptr_array_steal (notes, NULL);
}

/* The files of a pack, in the order in which they name each other. */
static const struct
{
  const char *name;
  gboolean required;
  const char *columns[7];
  void (*read) (Sheet *, MarmotPackParts *);
} files[] = {
  { "areas.csv", TRUE, { "area", "name", "kind", NULL }, read_areas },
  { "indicators.csv", TRUE, { "indicator", "name", "unit", NULL }, read_indicators },
  { "observations.csv", TRUE, { "indicator", "area", "period", "value", NULL }, read_observations },
  { "targets.csv", FALSE, { "indicator", "period", "value", NULL }, read_targets },
  { "labels.csv", FALSE, { "indicator", "area", "comparator", "text", "claim", NULL }, read_labels },
  { "asks.csv", FALSE, { "text", NULL }, read_asks },
  { "pack.csv", TRUE, { "field", "value", NULL }, read_pack },
};

MarmotPack *
marmot_pack_reader_read_folder (MarmotPackReader *self,
                                GFile *folder,
                                GCancellable *cancellable,
                                GError **error)
{
  MarmotPackParts parts;
  MarmotPack *pack = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (MARMOT_IS_PACK_READER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  g_ptr_array_set_size (self->findings, 0);
  self->n_errors = 0;

  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_IO,
                           "There is no such folder, or it cannot be read; name the folder that holds pack.csv");
      return NULL;
    }

  marmot_pack_parts_init (&parts);
  for (gsize i = 0; i < G_N_ELEMENTS (files) && !local_error; i++)
    {
      g_auto (Sheet) sheet = { 0 };

      if (sheet_open (&sheet, self, folder, files[i].name, files[i].required, files[i].columns, cancellable,
                      &local_error))
        files[i].read (&sheet, &parts);
    }

  if (local_error)
    {
      g_propagate_error (error, local_error);
    }
  else if (self->n_errors > 0)
    {
      MarmotFinding *first = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < self->findings->len && !first; i++)
        if (marmot_finding_get_severity (self->findings->pdata[i]) == MARMOT_SEVERITY_ERROR)
          first = self->findings->pdata[i];
      text = first ? marmot_finding_to_string (first) : g_strdup ("");
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "The pack has %u fault%s and was not read. The first: %s", self->n_errors,
                   self->n_errors == 1 ? "" : "s", text);
    }
  else
    {
      pack = marmot_pack_new_take (&parts);
    }

  marmot_pack_parts_clear (&parts);
  return pack;
}
