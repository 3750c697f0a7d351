/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cells of an extract come as dictionaries. So a date is read, and a word is looked up,
 * once for all the cells that hold the same, and a row costs no more than a look into a
 * table of numbers.
 */
#include "episode-fields-private.h"

#include <math.h>
#include <string.h>

#include "cells-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-csv-parse-private.h"
#include "core/marmot-text-index-private.h"

#define DAYS_A_YEAR 365.2425
#define OLDEST_EVENT ((gint32) (20 * DAYS_A_YEAR))
#define OLDEST_BIRTH ((gint32) (120 * DAYS_A_YEAR))

/* Whole doubles from here on are not told from their neighbours. */
#define MAX_EXACT 9007199254740992.0

static guint64
line_of (const EpisodeFields *self,
         gsize row)
{
  return marmot_csv_places_get_line (self->places, row);
}

static inline gint32
code_at (const MarmotColumn *given,
         gsize row)
{
  return marmot_column_row_is_valid (given, row) ? ((const gint32 *) given->values)[given->offset + row] : -1;
}

/* How many rows have each value that is marked, and the first of them. */
static void
count_marked (const MarmotColumn *given,
              const guint8 *marked,
              guint64 *n_rows,
              gsize *first)
{
  for (gsize row = 0; row < given->length; row++)
    {
      const gint32 code = code_at (given, row);

      if (code >= 0 && marked[code])
        if (n_rows[code]++ == 0)
          first[code] = row;
    }
}

/* A column of int32 from what each value becomes; none stands for null. */
static MarmotColumn *
spread (const MarmotColumn *given,
        const gint32 *becomes,
        gint32 none,
        MarmotColumnType type,
        MarmotColumn *dictionary)
{
  const gint32 *codes = (const gint32 *) given->values + given->offset;
  gpointer room;
  MarmotMemory *memory = marmot_memory_alloc (given->length * sizeof (gint32), &room);
  MarmotColumn *self = marmot_column_alloc (type, sizeof (gint32), given->length, memory, NULL);
  gint32 *block = room;
  gsize n_none = 0;

  self->values = room;
  self->dictionary = dictionary;
  if (given->n_nulls == 0)
    for (gsize row = 0; row < given->length; row++)
      block[row] = becomes[codes[row]];
  else
    for (gsize row = 0; row < given->length; row++)
      block[row] = marmot_column_row_is_valid (given, row) ? becomes[codes[row]] : none;

  for (gsize row = 0; row < given->length; row++)
    n_none += block[row] == none;
  if (n_none > 0)
    {
      guint8 *validity = marmot_column_add_validity (self, given->length);

      for (gsize row = 0; row < given->length; row++)
        validity[row >> 3] &= (guint8) ~((unsigned) (block[row] == none) << (row & 7));
    }
  marmot_column_seal (self);
  return self;
}

/* --- words --------------------------------------------------------------------------- */

/* The mapping lacks a word: told once, and never what the word is. */
static void
tell_lacking (EpisodeFields *self,
              const EpisodeField *field,
              const MarmotColumn *given,
              const guint8 *lacking)
{
  const gsize n_values = given->dictionary->length;
  g_autofree guint64 *n_rows = g_new0 (guint64, n_values);
  g_autofree gsize *first = g_new0 (gsize, n_values);

  count_marked (given, lacking, n_rows, first);
  for (gsize i = 0; i < n_values; i++)
    if (lacking[i])
      {
        marmot_finding_log_add (self->log, "mapping/unknown-word", MARMOT_SEVERITY_ERROR, line_of (self, first[i]),
                                field->heading,
                                "Look at the line, and give the word a code, or null, in the values of the mapping",
                                "The mapping has no code of the field \"%s\" for this word, so that the cell was "
                                "left empty; rows that have the word: %" G_GUINT64_FORMAT,
                                field->name, n_rows[i]);
        self->n_cells_lost += n_rows[i];
      }
}

/* What each word becomes. *dictionary is NULL if all stay what they are. */
static gint32 *
translate (EpisodeFields *self,
           const EpisodeField *field,
           const MarmotColumn *given,
           MarmotColumn **dictionary)
{
  const gsize n_values = given->dictionary->length;
  gint32 *becomes = g_new (gint32, n_values + 1);
  g_autofree guint8 *lacking = g_new0 (guint8, n_values + 1);
  gboolean is_lacking = FALSE;
  MarmotTextIndex *index = NULL;

  for (gsize i = 0; i < n_values; i++)
    {
      gsize length, trimmed_length;
      const char *text = marmot_column_peek_text (given->dictionary, i, &length);
      const char *trimmed = text;
      const char *code = NULL;
      EpisodeWord what = EPISODE_WORD_NOTHING;

      trimmed_length = length;
      cells_trim (&trimmed, &trimmed_length);
      if (trimmed_length > 0)
        what = episode_sheet_translate (self->sheet, field, trimmed, trimmed_length, &code);
      if (what == EPISODE_WORD_ITSELF && trimmed_length == length && !index)
        {
          becomes[i] = (gint32) i;
          continue;
        }

      if (!index)
        {
          index = marmot_text_index_new ();
          for (gsize j = 0; j < i; j++)
            {
              text = marmot_column_peek_text (given->dictionary, j, &length);
              (void) marmot_text_index_add (index, text, length);
            }
        }
      becomes[i] = -1;
      if (what == EPISODE_WORD_KNOWN)
        becomes[i] = marmot_text_index_add (index, code, strlen (code));
      else if (what == EPISODE_WORD_ITSELF)
        becomes[i] = marmot_text_index_add (index, trimmed, trimmed_length);
      else if (what == EPISODE_WORD_LACKING)
        lacking[i] = is_lacking = TRUE;
    }

  *dictionary = index ? marmot_text_index_finish (index) : NULL;
  if (is_lacking)
    tell_lacking (self, field, given, lacking);
  return becomes;
}

static MarmotColumn *
read_words (EpisodeFields *self,
            const EpisodeField *field,
            MarmotColumn *given)
{
  MarmotColumn *dictionary = NULL;
  g_autofree gint32 *becomes = translate (self, field, given, &dictionary);

  if (!dictionary && given->n_nulls == 0 && given->offset == 0)
    return marmot_column_ref (given);
  return spread (given, becomes, -1, MARMOT_COLUMN_DICTIONARY,
                 dictionary ? dictionary : marmot_column_ref (given->dictionary));
}

/* Words that became "true" and "false". */
static MarmotColumn *
read_booleans (EpisodeFields *self,
               const EpisodeField *field,
               MarmotColumn *given)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumn *dictionary = NULL;
  g_autofree gint32 *becomes = translate (self, field, given, &dictionary);
  gint32 true_code = -1;

  /* A boolean has words, so that there is a dictionary where there is a value. */
  for (gsize i = 0; dictionary && i < dictionary->length; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (dictionary, i, &length);

      if (length == strlen ("true") && memcmp (text, "true", length) == 0)
        true_code = (gint32) i;
    }

  for (gsize row = 0; row < given->length; row++)
    {
      const gint32 code = code_at (given, row);

      if (code < 0 || becomes[code] < 0)
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_boolean (builder, becomes[code] == true_code);
    }
  g_clear_pointer (&dictionary, marmot_column_unref);
  return marmot_column_builder_finish (builder);
}

static gboolean
is_nothing (const EpisodeFields *self,
            const EpisodeField *field,
            const char *text,
            gsize length)
{
  const char *code;

  return length == 0
         || (length <= self->sheet->longest_blank
             && episode_sheet_translate (self->sheet, field, text, length, &code) == EPISODE_WORD_NOTHING);
}

/* Text that differs from row to row: the numbers of episodes. Most files have no spaces
 * around them, and are shared. */
static MarmotColumn *
read_ids (EpisodeFields *self,
          const EpisodeField *field,
          MarmotColumn *given)
{
  MarmotColumnBuilder *builder;
  gboolean is_clean = TRUE;

  for (gsize row = 0; row < given->length && is_clean; row++)
    if (marmot_column_row_is_valid (given, row))
      {
        gsize length, trimmed_length;
        const char *text = marmot_column_peek_text (given, row, &length);
        const char *trimmed = text;

        trimmed_length = length;
        cells_trim (&trimmed, &trimmed_length);
        is_clean = trimmed_length == length && !is_nothing (self, field, text, length);
      }
  if (is_clean)
    return marmot_column_ref (given);

  builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  for (gsize row = 0; row < given->length; row++)
    {
      gsize length = 0;
      const char *text = marmot_column_row_is_valid (given, row) ? marmot_column_peek_text (given, row, &length) : "";

      cells_trim (&text, &length);
      if (is_nothing (self, field, text, length))
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_text (builder, text, length);
    }
  return marmot_column_builder_finish (builder);
}

/* --- dates and numbers --------------------------------------------------------------- */

/* Cells that are not what they should be, each by its line. */
static void
tell_bad_cells (EpisodeFields *self,
                const EpisodeField *field,
                const MarmotColumn *given,
                const guint8 *bad)
{
  const gboolean is_date = field->type == MARMOT_COLUMN_DATE;

  for (gsize row = 0; row < given->length; row++)
    {
      const gint32 code = code_at (given, row);

      if (code < 0 || !bad[code])
        continue;
      self->n_cells_lost++;
      marmot_finding_log_add (self->log, is_date ? "mapping/not-a-date" : "mapping/not-a-number",
                              MARMOT_SEVERITY_ERROR, line_of (self, row), field->heading,
                              is_date ? "Write a day that the calendar has, in a form that the mapping names"
                                      : "Write digits, with a point before decimals",
                              is_date ? "The cell is no date in a form that the mapping names, and was left empty"
                                      : "The cell is no number that the field \"%s\" can be, and was left empty",
                              field->name);
    }
}

/* Dates that can hardly be meant, each kind once for the column. */
static void
tell_far_dates (EpisodeFields *self,
                const EpisodeField *field,
                const MarmotColumn *given,
                const guint8 *far,
                gboolean is_future)
{
  guint64 n_rows = 0;
  gsize first = 0;

  for (gsize row = 0; row < given->length; row++)
    {
      const gint32 code = code_at (given, row);

      if (code >= 0 && far[code])
        if (n_rows++ == 0)
          first = row;
    }
  if (is_future)
    marmot_finding_log_add (self->log, "mapping/future-date", MARMOT_SEVERITY_WARNING, line_of (self, first),
                            field->heading, "Check the day of the extract, the form of dates, and the cells",
                            "Dates after the day of the extract were kept, of which this is the first; there are "
                            "%" G_GUINT64_FORMAT,
                            n_rows);
  else
    marmot_finding_log_add (self->log, "mapping/old-date", MARMOT_SEVERITY_WARNING, line_of (self, first),
                            field->heading, "Check the form of dates, and the cells",
                            "Dates long before the extract were kept, of which this is the first; there are "
                            "%" G_GUINT64_FORMAT,
                            n_rows);
}

static MarmotColumn *
read_dates (EpisodeFields *self,
            const EpisodeField *field,
            MarmotColumn *given,
            gboolean is_event,
            gboolean is_first)
{
  const gsize n_values = given->dictionary->length;
  const gint32 oldest = self->today - (is_event ? OLDEST_EVENT : OLDEST_BIRTH);
  g_autofree gint32 *days = g_new (gint32, n_values + 1);
  g_autofree guint8 *bad = g_new0 (guint8, n_values + 1);
  g_autofree guint8 *future = g_new0 (guint8, n_values + 1);
  g_autofree guint8 *old = g_new0 (guint8, n_values + 1);
  gboolean has_bad = FALSE, has_future = FALSE, has_old = FALSE;

  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (given->dictionary, i, &length);

      days[i] = EPISODE_NO_DATE;
      cells_trim (&text, &length);
      /* Some write a date for what they do not know, and the mapping may say which. */
      if (is_nothing (self, field, text, length))
        continue;
      if (!episode_sheet_read_date (self->sheet, text, length, &days[i]))
        bad[i] = has_bad = TRUE;
      else if (days[i] > self->today)
        future[i] = has_future = TRUE;
      else if (days[i] < oldest)
        old[i] = has_old = TRUE;
      else if (is_event)
        {
          self->latest = MAX (self->latest, days[i]);
          if (is_first && (self->earliest == EPISODE_NO_DATE || days[i] < self->earliest))
            self->earliest = days[i];
        }
    }

  if (has_bad)
    tell_bad_cells (self, field, given, bad);
  if (has_future)
    tell_far_dates (self, field, given, future, TRUE);
  if (has_old)
    tell_far_dates (self, field, given, old, FALSE);
  return spread (given, days, EPISODE_NO_DATE, MARMOT_COLUMN_DATE, NULL);
}

/* A decimal number that is finite, and for integers whole; text is trimmed. */
static gboolean
parse_number (const char *text,
              gsize length,
              gboolean is_whole,
              double *number)
{
  char copy[64];
  char *end;

  if (length == 0 || length >= sizeof copy)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && !strchr ("+-.eE", text[i]))
      return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  *number = g_ascii_strtod (copy, &end);
  return *end == '\0' && end != copy && isfinite (*number)
         && (!is_whole || (fabs (*number) <= MAX_EXACT && *number == floor (*number)));
}

static MarmotColumn *
read_numbers (EpisodeFields *self,
              const EpisodeField *field,
              MarmotColumn *given)
{
  const gsize n_values = given->dictionary->length;
  const gboolean is_whole = field->type == MARMOT_COLUMN_INTEGER;
  MarmotColumnBuilder *builder = marmot_column_builder_new (field->type);
  g_autofree double *numbers = g_new (double, n_values + 1);
  g_autofree guint8 *bad = g_new0 (guint8, n_values + 1);
  gboolean has_bad = FALSE;

  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (given->dictionary, i, &length);

      cells_trim (&text, &length);
      if (is_nothing (self, field, text, length))
        {
          numbers[i] = NAN;
        }
      else if (!parse_number (text, length, is_whole, &numbers[i]))
        {
          numbers[i] = NAN;
          bad[i] = has_bad = TRUE;
        }
    }
  if (has_bad)
    tell_bad_cells (self, field, given, bad);

  for (gsize row = 0; row < given->length; row++)
    {
      const gint32 code = code_at (given, row);

      if (code < 0 || isnan (numbers[code]))
        marmot_column_builder_append_null (builder);
      else if (is_whole)
        marmot_column_builder_append_integer (builder, (gint64) numbers[code]);
      else
        marmot_column_builder_append_double (builder, numbers[code]);
    }
  return marmot_column_builder_finish (builder);
}

MarmotColumn *
episode_fields_read (EpisodeFields *self,
                     const EpisodeField *field,
                     MarmotColumn *given,
                     gboolean is_event,
                     gboolean is_first)
{
  switch (field->type)
    {
    case MARMOT_COLUMN_TEXT:
      return read_ids (self, field, given);
    case MARMOT_COLUMN_DATE:
      return read_dates (self, field, given, is_event, is_first);
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
      return read_numbers (self, field, given);
    case MARMOT_COLUMN_BOOLEAN:
      return read_booleans (self, field, given);
    case MARMOT_COLUMN_DICTIONARY:
    default:
      return read_words (self, field, given);
    }
}
