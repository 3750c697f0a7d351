/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns of a caller's tables as numbers, days and codes. Each distinct word is looked at
 * once. No error here says what a cell holds.
 */
#include "person-set-struct-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"

/* 1 January of the year 1 and 31 December 9999: no other day can be written. */
#define FIRST_DAY -719162
#define LAST_DAY 2932896

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

MarmotColumn *
person_need_column (MarmotTable *table,
                    const char *what,
                    const char *name,
                    GError **error)
{
  MarmotColumn *column = marmot_table_get_column_by_name (table, name);

  if (!column)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "The table of %s has no column \"%s\": add it", what,
                 name);
  return column;
}

static gboolean
is_all_null (const MarmotColumn *column)
{
  return column->n_nulls == column->length;
}

static gboolean
refuse (const char *name,
        const char *wanted,
        GError **error)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" must hold %s: convert it", name, wanted);
  return FALSE;
}

static gint32 *
new_blanks (gsize n_rows)
{
  gint32 *numbers = g_new (gint32, n_rows + 1);

  for (gsize row = 0; row < n_rows; row++)
    numbers[row] = CELL_BLANK;
  return numbers;
}

static gint32
to_number (double number)
{
  return number == floor (number) && fabs (number) < G_MAXINT32 ? (gint32) number : CELL_UNREAD;
}

static void
read_words (MarmotColumn *column,
            CellRead read,
            gpointer data,
            gint32 *numbers)
{
  g_autofree gint32 *of = NULL;

  if (column->type == MARMOT_COLUMN_DICTIONARY)
    {
      of = g_new (gint32, column->dictionary->length + 1);
      for (gsize i = 0; i < column->dictionary->length; i++)
        {
          gsize length;
          const char *text = marmot_column_peek_text (column->dictionary, i, &length);

          of[i] = text && length > 0 ? read (text, length, data) : CELL_BLANK;
        }
    }
  for (gsize row = 0; row < column->length; row++)
    {
      gsize length;
      const char *text;

      if (!marmot_column_row_is_valid (column, row))
        continue;
      if (of)
        {
          numbers[row] = of[marmot_column_get_code (column, row)];
          continue;
        }
      text = marmot_column_peek_text (column, row, &length);
      if (text && length > 0)
        numbers[row] = read (text, length, data);
    }
}

gint32 *
person_read_numbers (MarmotColumn *column,
                     const char *name,
                     gsize n_rows,
                     CellRead read,
                     gpointer data,
                     GError **error)
{
  g_autofree gint32 *numbers = new_blanks (n_rows);

  if (!column || is_all_null (column))
    return g_steal_pointer (&numbers);
  switch (column->type)
    {
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
      read_words (column, read, data, numbers);
      break;
    case MARMOT_COLUMN_INTEGER:
      for (gsize row = 0; row < n_rows; row++)
        if (marmot_column_row_is_valid (column, row))
          {
            gint64 number = marmot_column_get_integer (column, row);

            numbers[row] = number > CELL_UNREAD && number <= G_MAXINT32 ? (gint32) number : CELL_UNREAD;
          }
      break;
    case MARMOT_COLUMN_DOUBLE:
      for (gsize row = 0; row < n_rows; row++)
        if (marmot_column_row_is_valid (column, row) && !isnan (marmot_column_get_double (column, row)))
          numbers[row] = to_number (marmot_column_get_double (column, row));
      break;
    case MARMOT_COLUMN_BOOLEAN:
      for (gsize row = 0; row < n_rows; row++)
        if (marmot_column_row_is_valid (column, row))
          numbers[row] = marmot_column_get_boolean (column, row) != FALSE;
      break;
    case MARMOT_COLUMN_DATE:
    default:
      refuse (name, "numbers, codes or booleans", error);
      return NULL;
    }
  return g_steal_pointer (&numbers);
}

gint32 *
person_read_codes (MarmotColumn *column,
                   const char *name,
                   gsize n_rows,
                   CellRead read,
                   gpointer data,
                   GError **error)
{
  g_autofree gint32 *numbers = NULL;
  g_autofree gint32 *codes = NULL;

  if (!column || column->type == MARMOT_COLUMN_TEXT || column->type == MARMOT_COLUMN_DICTIONARY)
    return person_read_numbers (column, name, n_rows, read, data, error);
  if (column->type == MARMOT_COLUMN_BOOLEAN && !is_all_null (column))
    {
      refuse (name, "codes", error);
      return NULL;
    }
  /* A column of which all codes are "0" may come as numbers. */
  numbers = person_read_numbers (column, name, n_rows, read, data, error);
  if (!numbers)
    return NULL;
  codes = new_blanks (n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      char digits[16];

      if (numbers[row] <= CELL_UNREAD)
        codes[row] = numbers[row];
      else
        codes[row] = read (digits, (gsize) g_snprintf (digits, sizeof digits, "%" G_GINT32_FORMAT, numbers[row]), data);
    }
  return g_steal_pointer (&codes);
}

gint32 *
person_read_days (MarmotColumn *column,
                  const char *name,
                  gsize n_rows,
                  GError **error)
{
  g_autofree gint32 *days = new_blanks (n_rows);
  const gint32 *values;

  if (!column || is_all_null (column))
    return g_steal_pointer (&days);
  if (column->type != MARMOT_COLUMN_DATE)
    {
      refuse (name, "dates", error);
      return NULL;
    }
  values = (const gint32 *) column->values + column->offset;
  for (gsize row = 0; row < n_rows; row++)
    if (marmot_column_row_is_valid (column, row))
      days[row] = values[row] >= FIRST_DAY && values[row] <= LAST_DAY ? values[row] : CELL_UNREAD;
  return g_steal_pointer (&days);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

gboolean
person_fold_code (const char *text,
                  gsize length,
                  char *room,
                  gsize size)
{
  while (length > 0 && is_blank (text[0]))
    {
      text++;
      length--;
    }
  while (length > 0 && is_blank (text[length - 1]))
    length--;
  if (length >= size)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    room[i] = g_ascii_toupper (text[i]);
  room[length] = '\0';
  return TRUE;
}

gint32
person_read_flag (const char *text,
                  gsize length,
                  gpointer data)
{
  static const char *const yes[] = { "1", "1.0", "TRUE", "YES", "Y", NULL };
  static const char *const no[] = { "0", "0.0", "FALSE", "NO", "N", NULL };
  char code[8];

  if (!person_fold_code (text, length, code, sizeof code))
    return CELL_UNREAD;
  if (*code == '\0')
    return CELL_BLANK;
  if (g_strv_contains (yes, code))
    return 1;
  return g_strv_contains (no, code) ? 0 : CELL_UNREAD;
}

gboolean
person_year_is_good (gint32 year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

gint32
person_read_year (const char *text,
                  gsize length,
                  gpointer data)
{
  char code[12];
  guint64 year;
  char *end;

  if (!person_fold_code (text, length, code, sizeof code))
    return CELL_UNREAD;
  if (*code == '\0')
    return CELL_BLANK;
  if (!g_ascii_isdigit (*code))
    return CELL_UNREAD;
  year = g_ascii_strtoull (code, &end, 10);
  if (*end == '/' && (strlen (end) == 3 || strlen (end) == 5))
    {
      guint64 next;
      gboolean is_short = strlen (end) == 3;
      char *last;

      if (!g_ascii_isdigit (end[1]))
        return CELL_UNREAD;
      next = g_ascii_strtoull (end + 1, &last, 10);
      if (*last != '\0' || next != (is_short ? (year + 1) % 100 : year + 1))
        return CELL_UNREAD;
    }
  else if (*end != '\0')
    {
      return CELL_UNREAD;
    }
  return year <= LAST_YEAR ? (gint32) year : CELL_UNREAD;
}

/* --- words --------------------------------------------------------------------------- */

static void
add_word (PersonTexts *self,
          MarmotTextIndex *index,
          gsize row,
          const char *text,
          gsize length)
{
  self->codes[row] = text && length > 0 ? marmot_text_index_add (index, text, length) : -1;
}

gboolean
person_texts_init (PersonTexts *self,
                   MarmotColumn *column,
                   const char *name,
                   GError **error)
{
  MarmotTextIndex *index;

  self->values = NULL;
  self->codes = g_new (gint32, column->length + 1);
  if (column->type == MARMOT_COLUMN_DICTIONARY)
    {
      const MarmotColumn *values = column->dictionary;
      g_autofree gint32 *of = g_new (gint32, values->length + 1);

      index = marmot_text_index_new ();
      for (gsize i = 0; i < values->length; i++)
        {
          gsize length;
          const char *text = marmot_column_peek_text (values, i, &length);

          of[i] = text && length > 0 ? marmot_text_index_add (index, text, length) : -1;
        }
      for (gsize row = 0; row < column->length; row++)
        self->codes[row] = marmot_column_row_is_valid (column, row) ? of[marmot_column_get_code (column, row)] : -1;
      self->values = marmot_text_index_finish (index);
      return TRUE;
    }
  if (column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_INTEGER && !is_all_null (column))
    {
      person_texts_clear (self);
      return refuse (name, "text or codes", error);
    }

  index = marmot_text_index_new ();
  for (gsize row = 0; row < column->length; row++)
    {
      gsize length = 0;
      char digits[32];

      self->codes[row] = -1;
      if (!marmot_column_row_is_valid (column, row))
        continue;
      if (column->type == MARMOT_COLUMN_TEXT)
        {
          const char *text = marmot_column_peek_text (column, row, &length);

          add_word (self, index, row, text, length);
          continue;
        }
      length = (gsize) g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
      add_word (self, index, row, digits, length);
    }
  self->values = marmot_text_index_finish (index);
  return TRUE;
}

void
person_texts_clear (PersonTexts *self)
{
  g_clear_pointer (&self->values, marmot_column_unref);
  g_clear_pointer (&self->codes, g_free);
}

/* --- columns of tables --------------------------------------------------------------- */

void
person_table_add (PersonTableMaker *self,
                  const char *name,
                  MarmotColumn *column)
{
  self->names[self->n_columns] = name;
  self->columns[self->n_columns++] = column;
}

MarmotTable *
person_table_end (PersonTableMaker *self)
{
  MarmotTable *table;

  self->names[self->n_columns] = NULL;
  /* The names are distinct and the lengths equal, so it cannot fail. */
  table = marmot_table_new (self->names, self->columns, self->n_columns, NULL);
  for (gsize i = 0; i < self->n_columns; i++)
    marmot_column_unref (self->columns[i]);
  return table;
}

static void
clear_bit (guint8 *validity,
           gsize row)
{
  validity[row >> 3] &= (guint8) ~(1u << (row & 7));
}

MarmotColumn *
person_column_of_bytes (guint8 *bytes,
                        gsize n_rows,
                        const char *const *names)
{
  MarmotMemory *memory = marmot_memory_new (bytes, g_free);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, 1, n_rows, memory, NULL);
  gboolean has_nulls = FALSE;

  column->dictionary = marmot_column_new_text (names);
  column->values = bytes;
  for (gsize row = 0; row < n_rows && !has_nulls; row++)
    has_nulls = bytes[row] == G_MAXUINT8;
  if (has_nulls)
    {
      guint8 *validity = marmot_column_add_validity (column, n_rows);

      for (gsize row = 0; row < n_rows; row++)
        if (bytes[row] == G_MAXUINT8)
          {
            clear_bit (validity, row);
            bytes[row] = 0;
          }
    }
  marmot_column_seal (column);
  return column;
}

static void
add_nulls (MarmotColumn *column,
           const gint32 *values,
           gint32 none)
{
  guint8 *validity = NULL;

  for (gsize row = 0; row < column->length; row++)
    if (values[row] == none)
      {
        if (!validity)
          validity = marmot_column_add_validity (column, column->length);
        clear_bit (validity, row);
      }
}

MarmotColumn *
person_column_of_codes (const gint32 *codes,
                        gsize n_rows,
                        MarmotMemory *memory,
                        MarmotColumn *names)
{
  static const char *const nothing[] = { NULL };
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, sizeof (gint32), n_rows,
                                              marmot_memory_ref (memory), NULL);

  column->dictionary = names ? marmot_column_ref (names) : marmot_column_new_text (nothing);
  column->values = codes;
  add_nulls (column, codes, -1);
  marmot_column_seal (column);
  return column;
}

MarmotColumn *
person_column_of_days (const gint32 *days,
                       gsize n_rows,
                       MarmotMemory *memory)
{
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DATE, sizeof (gint32), n_rows, marmot_memory_ref (memory),
                                              NULL);

  column->values = days;
  add_nulls (column, days, LEGAL_NO_DATE);
  marmot_column_seal (column);
  return column;
}
