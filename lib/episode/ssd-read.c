/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables of the Standard Safeguarding Dataset (data-to-insight/ssd-data-model, its names of
 * tables and fields) into numbers.
 */
#include "ssd-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-csv-date-private.h"

#define NO_CODE -1

/* A column, by the names that it has had. */
typedef struct
{
  SsdTable table;
  SsdField field;
  gboolean is_needed;       /* or the table is not one */
  const char *names[2];
} Column;

static const Column columns[] = {
  { SSD_EARLY_HELP, SSD_ID, FALSE, { "earl_episode_id", NULL } },
  { SSD_EARLY_HELP, SSD_PERSON, TRUE, { "earl_person_id", NULL } },
  { SSD_EARLY_HELP, SSD_START, TRUE, { "earl_episode_start_date", NULL } },
  { SSD_EARLY_HELP, SSD_END, FALSE, { "earl_episode_end_date", NULL } },
  { SSD_EARLY_HELP, SSD_START_REASON, FALSE, { "earl_episode_reason", NULL } },
  { SSD_EARLY_HELP, SSD_END_REASON, FALSE, { "earl_episode_end_reason", NULL } },
  { SSD_EARLY_HELP, SSD_AGENCY, FALSE, { "earl_episode_organisation", NULL } },
  { SSD_CARE, SSD_ID, FALSE, { "clae_cla_episode_id", NULL } },
  { SSD_CARE, SSD_PERSON, TRUE, { "clae_person_id", NULL } },
  { SSD_CARE, SSD_START, TRUE, { "clae_cla_episode_start_date", NULL } },
  { SSD_CARE, SSD_START_REASON, FALSE, { "clae_cla_episode_start_reason", NULL } },
  { SSD_CARE, SSD_NEED, FALSE, { "clae_cla_primary_need_code", "clae_cla_primary_need" } },
  { SSD_CARE, SSD_END, FALSE, { "clae_cla_episode_ceased_date", "clae_cla_episode_ceased" } },
  { SSD_CARE, SSD_END_REASON, FALSE, { "clae_cla_episode_ceased_reason", NULL } },
  { SSD_CARE, SSD_PERIOD, FALSE, { "clae_cla_id", NULL } },
  { SSD_PLACEMENTS, SSD_PERSON, FALSE, { "clap_person_id", NULL } },
  { SSD_PLACEMENTS, SSD_PERIOD, FALSE, { "clap_cla_id", NULL } },
  { SSD_PLACEMENTS, SSD_START, TRUE, { "clap_cla_placement_start_date", NULL } },
  { SSD_PLACEMENTS, SSD_END, FALSE, { "clap_cla_placement_end_date", NULL } },
  { SSD_PLACEMENTS, SSD_TYPE, TRUE, { "clap_cla_placement_type", NULL } },
  { SSD_PLACEMENTS, SSD_CARER, FALSE, { "clap_cla_placement_urn", NULL } },
  { SSD_PLACEMENTS, SSD_MILES, FALSE, { "clap_cla_placement_distance", NULL } },
  { SSD_PLACEMENTS, SSD_PROVIDER, FALSE, { "clap_cla_placement_provider", NULL } },
  { SSD_PLACEMENTS, SSD_AREA, FALSE, { "clap_cla_placement_la", NULL } },
  { SSD_PLACEMENTS, SSD_POSTCODE, FALSE, { "clap_cla_placement_postcode", NULL } },
  { SSD_PLACEMENTS, SSD_CHANGE_REASON, FALSE, { "clap_cla_placement_change_reason", NULL } },
  { SSD_STATUSES, SSD_PERSON, TRUE, { "lega_person_id", NULL } },
  { SSD_STATUSES, SSD_STATUS, TRUE, { "lega_legal_status", NULL } },
  { SSD_STATUSES, SSD_START, FALSE, { "lega_legal_status_start_date", "lega_legal_status_start" } },
  { SSD_STATUSES, SSD_END, FALSE, { "lega_legal_status_end_date", "lega_legal_status_end" } },
  { SSD_PERSONS, SSD_PERSON, TRUE, { "pers_person_id", NULL } },
  { SSD_PERSONS, SSD_BIRTH, TRUE, { "pers_dob", NULL } },
  { SSD_PERSONS, SSD_SEX, FALSE, { "pers_sex", NULL } },
  { SSD_PERSONS, SSD_ETHNICITY, FALSE, { "pers_ethnicity", NULL } },
};

static const char *const table_names[SSD_N_TABLES] = {
  "ssd_early_help_episodes", "ssd_cla_episodes", "ssd_cla_placement", "ssd_legal_status", "ssd_person",
};

/* A column that is being made into numbers. */
typedef struct
{
  SsdBuild *build;
  SsdTable table;
  SsdField field;
  MarmotCodeSet *words;     /* of early help, for ends and agencies */
  GString *text;
  GByteArray *is_other;     /* by code: a word that is not one of them */
} Coder;

static gboolean
holds_dates (SsdField field)
{
  return field == SSD_START || field == SSD_END || field == SSD_BIRTH;
}

static void
data_free (SsdData *self)
{
  for (guint i = 0; i < SSD_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->miles);
  g_free (self->lines);
  g_free (self->source);
  g_free (self);
}

SsdBuild *
ssd_build_new (void)
{
  SsdBuild *self = g_new0 (SsdBuild, 1);

  reader_state_init (&self->state, READER_MAX_BYTES);
  self->is_other = g_byte_array_new ();
  return self;
}

void
ssd_build_free (SsdBuild *self)
{
  for (guint i = 0; i < SSD_N_TABLES; i++)
    g_clear_pointer (&self->tables[i], data_free);
  for (guint i = 0; i < SSD_N_FIELDS; i++)
    g_clear_pointer (&self->values[i], marmot_text_index_free);
  reader_state_clear (&self->state);
  g_byte_array_unref (self->is_other);
  g_free (self);
}

/* --- cells ------------------------------------------------------------------------------- */

/* hh:mm[:ss[.f]], and a Z or nothing. */
static gboolean
is_time (const char *text,
         const char *last)
{
  static const char pattern[] = "dd:dd:dd";
  gsize i = 0;

  while (text < last && pattern[i] && (pattern[i] == 'd' ? g_ascii_isdigit (*text) : *text == ':'))
    text++, i++;
  if (i != 5 && i != 8)
    return FALSE;
  if (i == 8 && text < last && *text == '.')
    for (text++; text < last && g_ascii_isdigit (*text); text++)
      ;
  if (text < last && *text == 'Z')
    text++;
  return text == last;
}

static gboolean
parse_date (const char *text,
            gsize length,
            gint32 *days)
{
  static const MarmotCsvDateFormat british = { { 'd', 'm', 'y' }, '/' };
  const char *last = text + length;

  if (length == 10 && text[2] == '/')
    return marmot_csv_date_parse (&british, text, last, days);
  if (length > 10 && (text[10] == 'T' || text[10] == ' '))
    {
      if (!is_time (text + 11, last))
        return FALSE;
      last = text + 10;
    }
  return marmot_csv_date_parse_iso (text, last, days);
}

/* A word in the form of the codes: "Outcomes met" as "outcomes-met". */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (; *text; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (folded, g_ascii_tolower (*text));
    else if (folded->len > 0 && folded->str[folded->len - 1] != '-')
      g_string_append_c (folded, '-');
  if (folded->len > 0 && folded->str[folded->len - 1] == '-')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/* Puts a word into that of the code set, if it is one; FALSE if not. */
static gboolean
put_into_words (Coder *self)
{
  g_autofree char *folded = fold (self->text->str);

  for (guint i = 0; i < marmot_code_set_get_n_codes (self->words); i++)
    {
      const char *code = marmot_code_set_get_code (self->words, i);
      g_autofree char *label = fold (marmot_code_set_get_label (self->words, code));

      if (g_str_equal (code, folded) || g_str_equal (label, folded))
        {
          g_string_assign (self->text, code);
          return TRUE;
        }
    }
  return FALSE;
}

gint32
ssd_build_add_value (SsdBuild *self,
                     SsdField field,
                     const char *text)
{
  gint32 code;

  if (!self->values[field])
    self->values[field] = marmot_text_index_new ();
  code = marmot_text_index_add (self->values[field], text, strlen (text));
  self->n_values[field] = MAX (self->n_values[field], code + 1);
  return code;
}

static gint32
read_cell (const char *text,
           gsize length,
           gpointer user_data)
{
  Coder *self = user_data;
  gboolean is_other = FALSE;
  gint32 days, code;

  cells_trim (&text, &length);
  if (holds_dates (self->field))
    {
      if (length == 0)
        return EPISODE_NO_DATE;
      return parse_date (text, length, &days) ? days : SSD_BAD_DATE;
    }
  if (length == 0)
    return NO_CODE;

  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, text, (gssize) length);
  if (self->words)
    is_other = !put_into_words (self);
  else if (self->field == SSD_PERSON || (self->table != SSD_EARLY_HELP && self->field != SSD_ID))
    g_string_ascii_up (self->text);
  if (self->field == SSD_POSTCODE)
    g_string_replace (self->text, " ", "", 0);

  code = ssd_build_add_value (self->build, self->field, self->text->str);
  if (is_other && code >= 0)
    cells_mark (self->is_other, code);
  if (self->field == SSD_STATUS && code >= 0)
    {
      g_autoptr (MarmotCodeSet) statuses = marmot_code_set_new_builtin ("ssda903-ls", NULL);

      if (marmot_code_set_find (statuses, self->text->str) < 0)
        cells_mark (self->build->is_other, code);
    }
  return code;
}

/* --- tables ------------------------------------------------------------------------------ */

/* Whether the row says whose it is: the person, or of a placement the period of care. */
static gboolean
has_owner (const SsdData *data,
           gsize row)
{
  const gint32 *persons = data->fields[SSD_PERSON];
  const gint32 *periods = data->fields[SSD_PERIOD];

  return (persons && persons[row] >= 0) || (!persons && periods && periods[row] >= 0);
}

static void
leave_out (SsdData *data,
           MarmotFindingLog *log)
{
  g_autofree guint32 *kept = g_new (guint32, data->n_rows + 1);
  gsize n = 0;

  for (gsize row = 0; row < data->n_rows; row++)
    if (has_owner (data, row))
      kept[n++] = (guint32) row;
    else
      marmot_finding_log_add (log, "ssd/no-person", MARMOT_SEVERITY_ERROR, data->lines[row], NULL,
                              "Write whose it is, or take out the row",
                              "The row does not say whose it is, and was left out");
  if (n == data->n_rows)
    return;

  for (guint i = 0; i < SSD_N_FIELDS; i++)
    for (gsize k = 0; data->fields[i] && k < n; k++)
      data->fields[i][k] = data->fields[i][kept[k]];
  for (gsize k = 0; k < n; k++)
    {
      data->lines[k] = data->lines[kept[k]];
      if (data->miles)
        data->miles[k] = data->miles[kept[k]];
    }
  data->n_rows = n;
}

/* Tells of cells that are no dates or distances, and makes them missing. */
static void
tell_cells (SsdData *data,
            const char *const *names,
            MarmotFindingLog *log)
{
  for (guint i = 0; i < SSD_N_FIELDS; i++)
    for (gsize row = 0; holds_dates (i) && data->fields[i] && row < data->n_rows; row++)
      if (data->fields[i][row] == SSD_BAD_DATE)
        {
          data->fields[i][row] = EPISODE_NO_DATE;
          marmot_finding_log_add (log, "ssd/not-a-date", MARMOT_SEVERITY_ERROR, data->lines[row], names[i],
                                  "Write a day that the calendar has as yyyy-mm-dd",
                                  "The cell is not a date, and was read as missing");
        }
  for (gsize row = 0; data->miles && row < data->n_rows; row++)
    if (data->miles[row] < 0)
      {
        data->miles[row] = NAN;
        marmot_finding_log_add (log, "ssd/not-a-number", MARMOT_SEVERITY_ERROR, data->lines[row], names[SSD_MILES],
                                "Write the distance in miles, such as 12.5",
                                "The cell is not a distance, and was read as missing");
      }
}

static void
tell_words (const SsdData *data,
            const Coder *coder,
            const char *name,
            MarmotFindingLog *log)
{
  const gint32 *codes = data->fields[coder->field];
  const GByteArray *marks = coder->field == SSD_STATUS ? coder->build->is_other : coder->is_other;
  gsize n = 0;

  for (gsize row = 0; row < data->n_rows; row++)
    n += cells_is_marked (marks, codes[row]);
  if (n == 0)
    return;
  if (coder->field == SSD_STATUS)
    marmot_finding_log_add (log, "ssd/other-statuses", MARMOT_SEVERITY_NOTE, 0, name, "Nothing need be done",
                            "Rows with a legal status that is none of the SSDA903 return were passed over: "
                            "%" G_GSIZE_FORMAT, n);
  else
    marmot_finding_log_add (log, "ssd/other-words", MARMOT_SEVERITY_NOTE, 0, name,
                            "Put them into the words of the code set, if measures shall count them",
                            "Rows with a word that is none of the code set %s stay as they are: %" G_GSIZE_FORMAT,
                            marmot_code_set_get_name (coder->words), n);
}

static void
coder_init (Coder *self,
            SsdBuild *build,
            SsdTable table,
            SsdField field)
{
  const char *words = NULL;

  if (table == SSD_EARLY_HELP && field == SSD_END_REASON)
    words = "early-help-closure-reason";
  else if (table == SSD_EARLY_HELP && field == SSD_AGENCY)
    words = "early-help-lead-agency";

  self->build = build;
  self->table = table;
  self->field = field;
  self->words = words ? marmot_code_set_new_builtin (words, NULL) : NULL;
  self->text = g_string_new (NULL);
  self->is_other = g_byte_array_new ();
}

static void
coder_clear (Coder *self)
{
  g_clear_object (&self->words);
  g_string_free (self->text, TRUE);
  g_byte_array_unref (self->is_other);
}

/* Makes numbers of a column, which is let go. */
static gboolean
take_column (Coder *self,
             SsdData *data,
             MarmotColumn *column,
             GError **error)
{
  g_autoptr (MarmotColumn) cells = cells_to_dictionary (column, error);

  if (!cells)
    return FALSE;
  if (self->field == SSD_MILES)
    {
      data->miles = g_new (double, data->n_rows + 1);
      (void) cells_number_miles (cells, data->miles);
      return TRUE;
    }
  data->fields[self->field] = g_new (gint32, data->n_rows + 1);
  cells_number (cells, holds_dates (self->field) ? EPISODE_NO_DATE : NO_CODE, read_cell, self,
                data->fields[self->field]);
  return TRUE;
}

/* places: where the table has each of columns[], or -1. lines are taken. */
static gboolean
take_data (SsdBuild *self,
           SsdTable table,
           MarmotTable *from,
           const int *places,
           guint32 *lines,
           MarmotFindingLog *log,
           GError **error)
{
  SsdData *data = g_new0 (SsdData, 1);
  const char *names[SSD_N_FIELDS] = { NULL };
  gboolean is_good = TRUE;

  data->source = g_strdup (log->file);
  data->n_rows = marmot_table_get_n_rows (from);
  data->lines = lines;
  for (guint i = 0; i < G_N_ELEMENTS (columns) && is_good; i++)
    {
      g_autoptr (MarmotColumn) column = NULL;
      Coder coder;

      if (columns[i].table != table || places[i] < 0)
        continue;
      names[columns[i].field] = columns[i].names[0];
      column = marmot_table_get_column (from, (gsize) places[i]);
      coder_init (&coder, self, table, columns[i].field);
      is_good = take_column (&coder, data, column, error);
      if (is_good && (coder.words || coder.field == SSD_STATUS))
        tell_words (data, &coder, columns[i].names[0], log);
      coder_clear (&coder);
    }
  if (!is_good)
    {
      data_free (data);
      return FALSE;
    }

  leave_out (data, log);
  tell_cells (data, names, log);
  self->n_rows_left_out += marmot_table_get_n_rows (from) - data->n_rows;
  self->tables[table] = data;
  return TRUE;
}

/* Where the columns of a table are; FALSE if names are none of a table. */
static gboolean
find_table (SsdBuild *self,
            char **names,
            SsdTable *table,
            int *places,
            MarmotFindingLog *log)
{
  gboolean is_table[SSD_N_TABLES];
  guint n_found = 0;

  for (guint i = 0; i < SSD_N_TABLES; i++)
    is_table[i] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      places[i] = -1;
      for (guint n = 0; n < G_N_ELEMENTS (columns[i].names) && places[i] < 0; n++)
        for (int k = 0; columns[i].names[n] && names[k]; k++)
          {
            g_autofree char *name = g_strstrip (g_strdup (names[k]));

            if (g_ascii_strcasecmp (name, columns[i].names[n]) == 0)
              {
                places[i] = k;
                break;
              }
          }
      if (columns[i].is_needed && places[i] < 0)
        is_table[columns[i].table] = FALSE;
    }
  for (guint i = 0; i < SSD_N_TABLES; i++)
    if (is_table[i])
      {
        *table = i;
        n_found++;
      }

  if (n_found != 1)
    marmot_finding_log_add (log, "ssd/unknown-table", MARMOT_SEVERITY_ERROR, 0, NULL,
                            "Give one table a file, with the names of its columns as the dataset has them",
                            "This is none of the tables that are read: ssd_early_help_episodes, ssd_cla_episodes, "
                            "ssd_cla_placement, ssd_legal_status and ssd_person");
  else if (self->tables[*table])
    marmot_finding_log_add (log, "ssd/table-twice", MARMOT_SEVERITY_ERROR, 0, NULL,
                            "Give each table once; put its parts into one file", "The table %s was given already",
                            table_names[*table]);
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        if (columns[i].table == *table && places[i] < 0)
          marmot_finding_log_add (log, "ssd/missing-column", MARMOT_SEVERITY_WARNING, 0, columns[i].names[0],
                                  "Add the column, or leave out what needs it", "The table %s has no such column",
                                  table_names[*table]);
      return TRUE;
    }
  return FALSE;
}

gboolean
ssd_build_add_bytes (SsdBuild *self,
                     GBytes *bytes,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  const CellsLimits limits = { self->state.limits, NULL, NULL };
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_autoptr (MarmotCsvResult) header = cells_read_header (&limits, bytes, name, cancellable, error);
  g_autoptr (MarmotCsvResult) csv = NULL;
  g_auto (GStrv) names = NULL;
  int places[G_N_ELEMENTS (columns)];
  GHashTable *wanted;
  SsdTable table;
  gsize n_rows;

  if (!header->table)
    {
      reader_state_keep (&self->state, header->findings, header->n_findings);
      return FALSE;
    }
  names = marmot_table_get_names (header->table);
  if (!find_table (self, names, &table, places, log))
    {
      (void) reader_state_end_log (&self->state, log, error);
      return FALSE;
    }

  wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].table == table && places[i] >= 0)
      g_hash_table_add (wanted, g_strdup (names[places[i]]));
  csv = cells_read_columns (&limits, bytes, name, wanted, cancellable, error);
  reader_state_keep (&self->state, csv->findings, csv->n_findings);
  if (!csv->table)
    return FALSE;
  n_rows = marmot_table_get_n_rows (csv->table);
  if (!cells_check_size (n_rows, error))
    return FALSE;

  /* The table that was read has only what was wanted. */
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gsize at;

      if (columns[i].table == table && places[i] >= 0)
        places[i] = marmot_table_find_column (csv->table, names[places[i]], &at) ? (int) at : -1;
    }
  if (!take_data (self, table, csv->table, places, cells_make_lines (csv->places, n_rows), log, error))
    return FALSE;
  self->n_rows_read += n_rows + csv->n_skipped_rows;
  self->n_rows_left_out += csv->n_skipped_rows;
  (void) reader_state_end_log (&self->state, log, NULL);
  return TRUE;
}

gboolean
ssd_build_add_table (SsdBuild *self,
                     MarmotTable *data,
                     const char *name,
                     GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_auto (GStrv) names = marmot_table_get_names (data);
  const gsize n_rows = marmot_table_get_n_rows (data);
  int places[G_N_ELEMENTS (columns)];
  SsdTable table;

  if (!cells_check_size (n_rows, error))
    return FALSE;
  if (!find_table (self, names, &table, places, log))
    {
      (void) reader_state_end_log (&self->state, log, error);
      return FALSE;
    }
  if (!take_data (self, table, data, places, cells_count_lines (n_rows), log, error))
    return FALSE;
  self->n_rows_read += n_rows;
  (void) reader_state_end_log (&self->state, log, NULL);
  return TRUE;
}
