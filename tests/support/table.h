/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests: the plain CSV files of tests/reference (no quotes, `NA` for what is
 * missing), and what it means for two numbers to be near or the same.
 */
#pragma once

#include <glib.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *text;
  char **lines;
  char **header;
  GPtrArray *rows; /* of char ** */
} TestTable;

/* Takes the text. */
static inline TestTable *
test_table_parse (char *text)
{
  TestTable *self = g_new0 (TestTable, 1);

  self->text = text;
  self->lines = g_strsplit (self->text, "\n", -1);
  self->header = g_strsplit (self->lines[0], ",", -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (char **line = self->lines + 1; *line && **line; line++)
    {
      char **row = g_strsplit (*line, ",", -1);

      g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (self->header));
      g_ptr_array_add (self->rows, row);
    }
  g_assert_cmpuint (self->rows->len, >, 0);
  return self;
}

static inline TestTable *
test_table_load (const char *name)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  return test_table_parse (text);
}

static inline void
test_table_free (TestTable *self)
{
  g_ptr_array_unref (self->rows);
  g_strfreev (self->header);
  g_strfreev (self->lines);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestTable, test_table_free)

static inline const char *
test_table_text (const TestTable *self,
                 guint            row,
                 const char      *column)
{
  for (guint i = 0; self->header[i]; i++)
    if (strcmp (self->header[i], column) == 0)
      return ((char **) self->rows->pdata[row])[i];
  g_error ("no column %s", column);
}

static inline double
test_table_number (const TestTable *self,
                   guint            row,
                   const char      *column)
{
  const char *text = test_table_text (self, row, column);
  char *end;
  double number;

  if (strcmp (text, "NA") == 0)
    return (double) NAN;
  number = g_ascii_strtod (text, &end);
  g_assert_cmpint (*end, ==, '\0');
  return number;
}

/* A whole column as an array of as many doubles as there are rows. */
static inline double *
test_table_numbers (const TestTable *self,
                    const char      *column)
{
  double *numbers = g_new (double, self->rows->len);

  for (guint row = 0; row < self->rows->len; row++)
    numbers[row] = test_table_number (self, row, column);
  return numbers;
}

/* Within a part of what is expected; NaN where NaN is expected. */
static inline gboolean
test_near (double actual,
           double expected,
           double tolerance)
{
  if (isnan (expected))
    return isnan (actual);
  return fabs (actual - expected) <= tolerance * fabs (expected);
}

/* The same bits, except that any NaN is any other. */
static inline gboolean
test_same (double a,
           double b)
{
  return (isnan (a) && isnan (b)) || memcmp (&a, &b, sizeof a) == 0;
}
