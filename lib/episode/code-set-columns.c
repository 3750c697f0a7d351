/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Code sets against columns. A cell is never shown: a cell that should hold a code
 * may hold anything, and even a code says something of a child.
 */
#include <marmot/marmot.h>

#include "code-set-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-finding-log-private.h"

#define HEADER_LINES 2 /* row 0 is line 2 of the file */

static guint8
judge (MarmotCodeSet *self,
       int place,
       int year)
{
  if (place < 0)
    return MARMOT_CODE_UNKNOWN;
  return marmot_code_set_place_valid (self, place, year) ? MARMOT_CODE_VALID : MARMOT_CODE_OTHER_YEAR;
}

void
marmot_code_set_match (MarmotCodeSet *self,
                       MarmotColumn *texts,
                       int year,
                       gint32 *places,
                       guint8 *validity)
{
  gsize n_rows = marmot_column_get_length (texts);

  for (gsize i = 0; i < n_rows; i++)
    {
      gsize length = 0;
      const char *text = marmot_column_peek_text (texts, i, &length);
      int place = text ? marmot_code_set_find_text (self, text, length) : -1;

      if (places)
        places[i] = place;
      if (validity)
        validity[i] = judge (self, place, year);
    }
}

/* "up to 2024/25", of a code that is not valid in some year that the set knows. */
static char *
print_years (const MarmotCode *code)
{
  g_autofree char *first = code->first_year ? marmot_collection_year_print (code->first_year) : NULL;
  g_autofree char *last = code->last_year ? marmot_collection_year_print (code->last_year) : NULL;

  if (first && last)
    return g_strcmp0 (first, last) == 0 ? g_strdup_printf ("%s alone", first)
                                        : g_strdup_printf ("%s to %s", first, last);
  return first ? g_strdup_printf ("%s and later", first) : g_strdup_printf ("%s and before", last);
}

static void
log_row (MarmotCodeSet *self,
         MarmotFindingLog *log,
         gsize row,
         const char *name,
         int place,
         int year)
{
  const MarmotCode *code;
  g_autofree char *years = NULL;
  g_autofree char *this_year = NULL;

  if (place >= 0 && marmot_code_set_place_valid (self, place, year))
    return;
  /* A column that is wrong in every row is not told so in as many words. */
  if (log->findings->len >= log->limit)
    {
      log->n_findings++;
      return;
    }
  if (place < 0)
    {
      marmot_finding_log_add (log, "code-set/unknown-code", MARMOT_SEVERITY_ERROR, row + HEADER_LINES, name,
                              "Write one of its codes, or leave the cell empty",
                              "The cell is not one of the codes of the set %s", self->name);
      return;
    }

  code = &g_array_index (self->codes, MarmotCode, place);
  years = print_years (code);
  this_year = marmot_collection_year_print (year);
  marmot_finding_log_add (log, "code-set/other-year",
                          code->has_uncertain_years ? MARMOT_SEVERITY_NOTE : MARMOT_SEVERITY_WARNING,
                          row + HEADER_LINES, name,
                          "Write the code that this year's list has for it, or say which year the file is of",
                          "The cell is one of the codes of the set %s, but of the years %s, and not of %s%s", self->name,
                          years, this_year, code->has_uncertain_years ? ", as far as is known" : "");
}

/* The places of the rows of a dictionary by way of its distinct values. */
static void
check_dictionary (MarmotCodeSet *self,
                  MarmotColumn *column,
                  MarmotFindingLog *log,
                  const char *name,
                  int year)
{
  gsize n_values = marmot_column_get_length (column->dictionary);
  g_autofree gint32 *places = g_new (gint32, n_values);
  g_autofree guint8 *validity = g_new (guint8, n_values);

  marmot_code_set_match (self, column->dictionary, year, places, validity);
  for (gsize row = 0; row < column->length; row++)
    {
      gint64 value;

      if (!marmot_column_row_is_valid (column, row))
        continue;
      value = marmot_column_get_code (column, row);
      if (validity[value] != MARMOT_CODE_VALID)
        log_row (self, log, row, name, places[value], year);
    }
}

static void
check_texts (MarmotCodeSet *self,
             MarmotColumn *column,
             MarmotFindingLog *log,
             const char *name,
             int year)
{
  for (gsize row = 0; row < column->length; row++)
    {
      char number[32];
      gsize length;
      const char *text = number;

      if (!marmot_column_row_is_valid (column, row))
        continue;
      if (column->type == MARMOT_COLUMN_TEXT)
        text = marmot_column_peek_text (column, row, &length);
      else
        length = (gsize) g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
      log_row (self, log, row, name, marmot_code_set_find_text (self, text, length), year);
    }
}

GPtrArray *
marmot_code_set_check_column (MarmotCodeSet *self,
                              MarmotColumn *column,
                              int year,
                              const char *file,
                              const char *name,
                              guint max_findings,
                              guint64 *n_findings,
                              GError **error)
{
  g_autoptr (MarmotFindingLog) log = NULL;

  g_return_val_if_fail (MARMOT_IS_CODE_SET (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  if (n_findings)
    *n_findings = 0;
  if (column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_DICTIONARY
      && column->type != MARMOT_COLUMN_INTEGER)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "Codes are text or integers, and the column is of %s: read it as text",
                   marmot_column_type_name (column->type));
      return NULL;
    }

  log = marmot_finding_log_new (file, max_findings);
  if (year != 0 && !marmot_code_set_knows_year (self, year))
    {
      g_autofree char *first = marmot_collection_year_print (self->first_year);
      g_autofree char *last = marmot_collection_year_print (self->last_year);

      marmot_finding_log_add (log, "code-set/year-not-known", MARMOT_SEVERITY_WARNING, 0, name,
                              "Give a file of code sets that has the year",
                              "The set %s has the years %s to %s: whether codes are of this year was not checked",
                              self->name, first, last);
    }
  if (column->type == MARMOT_COLUMN_DICTIONARY)
    check_dictionary (self, column, log, name, year);
  else
    check_texts (self, column, log, name, year);

  if (n_findings)
    *n_findings = log->n_findings;
  return g_ptr_array_ref (log->findings);
}
