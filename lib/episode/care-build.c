/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files and tables as tables of a return: which they are, which columns are read, and what
 * there is to be told of it.
 */
#include "care-build-private.h"

#include <stdlib.h>
#include <string.h>

#include "cells-private.h"

#include "core/marmot-column-private.h"

#define FIRST_YEAR 1991     /* of the Children Act 1989 in force */
#define LAST_YEAR 2100

CareBuild *
care_build_new (const ReaderLimits *limits)
{
  CareBuild *self = g_new0 (CareBuild, 1);

  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify) care_data_free);
  reader_state_init (&self->state, limits->max_bytes);
  self->state.limits = *limits;
  self->progress_span = 1;
  return self;
}

void
care_build_free (CareBuild *self)
{
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    {
      g_clear_pointer (&self->values[i], marmot_text_index_free);
      g_clear_pointer (&self->strange[i], g_byte_array_unref);
    }
  g_clear_pointer (&self->data, g_ptr_array_unref);
  reader_state_clear (&self->state);
  g_free (self);
}

void
care_build_tell (CareBuild *self,
                 double fraction)
{
  const double now = self->progress_start + fraction * self->progress_span;

  if (!self->progress || (now < self->progress_told + 0.01 && !(now >= 1 && self->progress_told < 1)))
    return;
  self->progress_told = MIN (now, 1);
  self->progress (self->progress_told, self->progress_data);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const MarmotFinding *const *one = a, *const *other = b;

  return marmot_finding_compare (*one, *other);
}

/* Those of a file by line, whoever found them. */
static void
sort_findings (CareBuild *self,
               guint first)
{
  if (self->state.findings->len > first + 1)
    qsort (self->state.findings->pdata + first, self->state.findings->len - first, sizeof (gpointer), compare_findings);
}

static gboolean
check_year (guint year,
            GError **error)
{
  if (year >= FIRST_YEAR && year <= LAST_YEAR)
    return TRUE;
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "Say of which collection year it is, by the calendar year in which it begins (2017 for 2017/18): "
               "from %d to %d", FIRST_YEAR, LAST_YEAR);
  return FALSE;
}

/* Which columns there are, and where: places has CARE_N_COLUMNS of them, -1 where there is
 * none. FALSE if one is there twice. */
static gboolean
find_columns (const char *const *names,
              gsize n_names,
              int *places,
              gsize *n_unknown,
              MarmotFindingLog *log)
{
  *n_unknown = 0;
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    places[i] = -1;

  for (gsize i = 0; i < n_names; i++)
    {
      CareColumn column = care_column_find (names[i]);

      if (column == CARE_N_COLUMNS)
        {
          ++*n_unknown;
          continue;
        }
      if (places[column] >= 0)
        {
          marmot_finding_log_add (log, "care/duplicate-column", MARMOT_SEVERITY_ERROR, 0, care_column_name (column),
                                  "Take one of them out, or give it another name", "Two columns have this name");
          return FALSE;
        }
      places[column] = (int) i;
    }
  return TRUE;
}

/* Leaves only the columns of the table in places, and tells of those that are missing and,
 * unless the parser does, of those that are unknown. FALSE if the file is no table of the return, or one too many. */
static gboolean
choose_table (CareBuild *self,
              int *places,
              gsize n_unknown,
              gboolean tell_unknown,
              gboolean is_known,
              MarmotCareTable *table,
              guint year,
              MarmotFindingLog *log)
{
  const CareColumn *wanted;
  gboolean has[CARE_N_COLUMNS];
  gsize n_left = 0;

  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    has[i] = places[i] >= 0;
  if (!is_known && !care_table_recognise (has, table))
    {
      marmot_finding_log_add (log, "care/unknown-table", MARMOT_SEVERITY_ERROR, 0, NULL,
                              "Give a file of the SSDA903 return, with the names of its columns in the first line",
                              "This is no table of the return: none has such columns");
      return FALSE;
    }
  for (guint i = 0; i < self->data->len; i++)
    {
      const CareData *other = self->data->pdata[i];

      if (other->table == *table && other->rows.year == year)
        {
          marmot_finding_log_add (log, "care/table-twice", MARMOT_SEVERITY_ERROR, 0, NULL,
                                  "Give each table of a collection year once; put its parts into one file",
                                  "The table %s of this collection year was given already", care_table_name (*table));
          return FALSE;
        }
    }

  wanted = care_table_columns (*table);
  memset (has, 0, sizeof has);
  for (guint i = 0; wanted[i] != CARE_N_COLUMNS; i++)
    {
      has[wanted[i]] = TRUE;
      /* The places of episodes have a table of their own, and pieces are pieces. */
      if (places[wanted[i]] < 0 && !is_known
          && (*table != MARMOT_CARE_TABLE_EPISODES || wanted[i] < CARE_PL_LA || wanted[i] > CARE_PL_DISTANCE))
        marmot_finding_log_add (log, "care/missing-column", MARMOT_SEVERITY_WARNING, 0, care_column_name (wanted[i]),
                                "Add the column, or leave out what needs it", "The table %s has no such column",
                                care_table_name (*table));
    }
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    if (!has[i] && places[i] >= 0)
      {
        places[i] = -1;
        n_left++;
      }
  if (tell_unknown && n_unknown + n_left > 0)
    marmot_finding_log_add (log, "care/unknown-columns", MARMOT_SEVERITY_NOTE, 0, NULL, "Nothing need be done",
                            "Columns that nobody needs were left unread: %" G_GSIZE_FORMAT, n_unknown + n_left);
  return TRUE;
}

static void
tell_parse (double fraction,
            gpointer user_data)
{
  care_build_tell (user_data, 0.7 * fraction);
}

gboolean
care_build_add_bytes (CareBuild *self,
                      GBytes *bytes,
                      const char *name,
                      guint year,
                      GCancellable *cancellable,
                      GError **error)
{
  const CellsLimits limits = { self->state.limits, tell_parse, self };
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_autoptr (GBytes) held = bytes;
  g_autoptr (MarmotCsvResult) header = NULL;
  g_autoptr (MarmotCsvResult) csv = NULL;
  g_auto (GStrv) names = NULL;
  MarmotColumn *columns[CARE_N_COLUMNS] = { NULL };
  const guint first_finding = self->state.findings->len;
  int places[CARE_N_COLUMNS];
  GHashTable *wanted;
  MarmotCareTable table;
  gsize n_rows, n_unknown;
  gboolean is_taken;

  if (!check_year (year, error))
    return FALSE;
  care_build_tell (self, 0);
  header = cells_read_header (&limits, held, name, cancellable, error);
  if (!header->table)
    {
      reader_state_keep (&self->state, header->findings, header->n_findings);
      return FALSE;
    }
  names = marmot_table_get_names (header->table);
  if (!find_columns ((const char *const *) names, g_strv_length (names), places, &n_unknown, log)
      || !choose_table (self, places, n_unknown, FALSE, FALSE, &table, year, log))
    {
      (void) reader_state_end_log (&self->state, log, error);
      return FALSE;
    }

  wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    if (places[i] >= 0)
      g_hash_table_add (wanted, g_strdup (names[places[i]]));
  csv = cells_read_columns (&limits, held, name, wanted, cancellable, error);
  reader_state_keep (&self->state, csv->findings, csv->n_findings);
  g_clear_pointer (&held, g_bytes_unref);
  if (!csv->table)
    return FALSE;

  n_rows = marmot_table_get_n_rows (csv->table);
  if (!cells_check_size (n_rows, error))
    return FALSE;
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    if (places[i] >= 0)
      columns[i] = marmot_table_get_column_by_name (csv->table, names[places[i]]);
  g_clear_pointer (&csv->table, marmot_table_unref);
  is_taken = care_build_take_data (self, table, columns, n_rows, cells_make_lines (csv->places, n_rows), year, log,
                                   error);
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    g_clear_pointer (&columns[i], marmot_column_unref);
  (void) reader_state_end_log (&self->state, log, NULL);
  sort_findings (self, first_finding);
  if (is_taken)
    self->n_rows_read += n_rows + csv->n_skipped_rows;
  care_build_tell (self, 1);
  return is_taken;
}

/* Dates where none belong; told before anything is taken in. */
static gboolean
check_types (MarmotColumn **columns,
             GError **error)
{
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    {
      CareContent content = care_column_content (i);

      if (!columns[i] || columns[i]->type != MARMOT_COLUMN_DATE || content == CARE_HOLDS_DATES
          || content == CARE_HOLDS_PARTIAL_DATES)
        continue;
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column %s holds dates, and no dates belong there: give text", care_column_name (i));
      return FALSE;
    }
  return TRUE;
}

gboolean
care_build_add_table (CareBuild *self,
                      MarmotTable *data,
                      const MarmotCareTable *known,
                      const char *name,
                      guint year,
                      GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, self->state.limits.max_findings);
  g_auto (GStrv) names = marmot_table_get_names (data);
  MarmotColumn *columns[CARE_N_COLUMNS] = { NULL };
  int places[CARE_N_COLUMNS];
  MarmotCareTable table = known ? *known : MARMOT_CARE_TABLE_HEADER;
  gsize n_rows = marmot_table_get_n_rows (data);
  gboolean is_taken = FALSE;
  gsize n_unknown;

  if (!check_year (year, error) || !cells_check_size (n_rows, error))
    return FALSE;
  care_build_tell (self, 0);
  if (!find_columns ((const char *const *) names, g_strv_length (names), places, &n_unknown, log)
      || !choose_table (self, places, n_unknown, TRUE, known != NULL, &table, year, log))
    {
      (void) reader_state_end_log (&self->state, log, error);
      return FALSE;
    }

  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    if (places[i] >= 0)
      columns[i] = marmot_table_get_column (data, (gsize) places[i]);
  if (check_types (columns, error))
    is_taken = care_build_take_data (self, table, columns, n_rows, cells_count_lines (n_rows), year, log, error);
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    g_clear_pointer (&columns[i], marmot_column_unref);
  (void) reader_state_end_log (&self->state, log, NULL);
  if (is_taken)
    self->n_rows_read += n_rows;
  care_build_tell (self, 1);
  return is_taken;
}
