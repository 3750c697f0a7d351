/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <string.h>

#include "core/marmot-arrow-private.h"

/* How many structures of ours have been made and not released. */
static int n_alive;

typedef struct
{
  const void *buffers[8];
  struct ArrowArray *children[4];
} Held;

static void
release_array (struct ArrowArray *array)
{
  for (int64_t i = 0; i < MIN (array->n_children, 4); i++)
    if (array->children && array->children[i] && array->children[i]->release)
      array->children[i]->release (array->children[i]);
  if (array->dictionary && array->dictionary->release)
    array->dictionary->release (array->dictionary);
  n_alive--;
  g_free (array->private_data);
  array->release = NULL;
}

static void
release_schema (struct ArrowSchema *schema)
{
  for (int64_t i = 0; i < MIN (schema->n_children, 4); i++)
    if (schema->children && schema->children[i] && schema->children[i]->release)
      schema->children[i]->release (schema->children[i]);
  if (schema->dictionary && schema->dictionary->release)
    schema->dictionary->release (schema->dictionary);
  n_alive--;
  g_free (schema->private_data);
  schema->release = NULL;
}

static struct ArrowArray
new_array (gint64 length,
           gint64 null_count,
           gint64 offset,
           gint64 n_buffers,
           const void *b0,
           const void *b1,
           const void *b2,
           const void *b3)
{
  Held *held = g_new0 (Held, 1);
  struct ArrowArray array = { .length = length,
                              .null_count = null_count,
                              .offset = offset,
                              .n_buffers = n_buffers,
                              .buffers = held->buffers,
                              .children = held->children,
                              .release = release_array,
                              .private_data = held };

  held->buffers[0] = b0;
  held->buffers[1] = b1;
  held->buffers[2] = b2;
  held->buffers[3] = b3;
  n_alive++;
  return array;
}

static struct ArrowSchema
new_schema (const char *format,
            const char *name)
{
  struct ArrowSchema schema = { .format = format, .name = name, .release = release_schema };

  schema.children = (struct ArrowSchema **) g_new0 (struct ArrowSchema *, 4);
  schema.private_data = schema.children;
  n_alive++;
  return schema;
}

static MarmotColumn *
take (struct ArrowArray array,
      struct ArrowSchema schema,
      GError **error)
{
  MarmotColumn *column = marmot_column_import_arrow (&array, &schema, error);

  cr_assert (array.release == NULL);
  cr_assert (schema.release == NULL);
  return column;
}

static const double doubles[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
static const guint8 bits[] = { 0xfd, 0x0e };

Test (arrow, doubles_are_taken_without_a_copy)
{
  g_autoptr (MarmotColumn) column
    = take (new_array (10, -1, 2, 2, bits, doubles, NULL, NULL), new_schema ("g", ""), NULL);

  cr_assert (eq (ptr, (void *) marmot_column_peek_doubles (column), (void *) (doubles + 2)));
  cr_assert (eq (sz, marmot_column_get_length (column), 10));
  /* Rows of the buffer that are null: 1, 8 and 12 to 15. */
  cr_assert (eq (sz, marmot_column_get_n_nulls (column), 1));
  cr_assert (marmot_column_is_null (column, 6));
  cr_assert (eq (dbl, marmot_column_get_double (column, 9), 12));
  cr_assert (eq (int, n_alive, 1));
  g_clear_pointer (&column, marmot_column_unref);
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, every_number_is_taken)
{
  static const gint8 int8[] = { 0, -128, 127 };
  static const guint8 uint8[] = { 0, 128, 255 };
  static const gint16 int16[] = { 0, G_MININT16, G_MAXINT16 };
  static const guint16 uint16[] = { 0, 1, G_MAXUINT16 };
  static const gint32 int32[] = { 0, G_MININT32, G_MAXINT32 };
  static const guint32 uint32[] = { 0, 1, G_MAXUINT32 };
  static const gint64 int64[] = { 0, G_MININT64, G_MAXINT64 };
  static const guint64 uint64[] = { 0, 1, G_MAXINT64 };
  static const guint16 half[] = { 0, 0xc000, 0x3555 };
  static const float single[] = { 0, -2, 0.25f };
  static const gint64 date64[] = { 0, -86400000, G_GINT64_CONSTANT (86400000) * 20000 };
  struct
  {
    const char *format;
    const void *buffer;
    double second, third;
  } cases[] = {
    { "c", int8, -128, 127 },
    { "C", uint8, 128, 255 },
    { "s", int16, G_MININT16, G_MAXINT16 },
    { "S", uint16, 1, G_MAXUINT16 },
    { "i", int32, G_MININT32, G_MAXINT32 },
    { "I", uint32, 1, G_MAXUINT32 },
    { "l", int64, -0x1p63, 0x1p63 },
    { "L", uint64, 1, 0x1p63 },
    { "e", half, -2, 0x1.554p-2 },
    { "f", single, -2, 0.25 },
    { "tdm", date64, -1, 20000 },
    { "tdD", int32, G_MININT32, G_MAXINT32 },
  };
  guint8 validity = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int nulls = 0; nulls < 2; nulls++)
      {
        g_autoptr (MarmotColumn) column
          = take (new_array (2, nulls ? 1 : 0, 1, 2, nulls ? &validity : NULL, cases[i].buffer, NULL, NULL),
                  new_schema (cases[i].format, "x"), NULL);
        gboolean is_date = cases[i].format[0] == 't';

        cr_assert (column != NULL, "%s", cases[i].format);
        cr_assert (eq (int, marmot_column_is_null (column, 0), nulls));
        if (is_date)
          {
            if (!nulls)
              cr_assert (eq (i32, marmot_column_get_date (column, 0), (gint32) cases[i].second));
            cr_assert (eq (i32, marmot_column_get_date (column, 1), (gint32) cases[i].third));
          }
        else
          {
            if (!nulls)
              cr_assert (eq (dbl, marmot_column_get_double (column, 0), cases[i].second));
            cr_assert (eq (dbl, marmot_column_get_double (column, 1), cases[i].third), "%s", cases[i].format);
          }
      }
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, halves_are_exact)
{
  static const struct
  {
    guint16 half;
    double number;
  } cases[] = {
    { 0x3c00, 1 }, { 0x0001, 0x1p-24 }, { 0x03ff, 0x1.ff8p-15 }, { 0x0400, 0x1p-14 },
    { 0x7bff, 65504 }, { 0xfbff, -65504 }, { 0x7c00, (double) INFINITY }, { 0xfc00, -(double) INFINITY },
  };
  static const guint16 nan_half = 0x7e00;
  g_autoptr (MarmotColumn) not_a_number
    = take (new_array (1, 0, 0, 2, NULL, &nan_half, NULL, NULL), new_schema ("e", ""), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotColumn) column
        = take (new_array (1, 0, 0, 2, NULL, &cases[i].half, NULL, NULL), new_schema ("e", ""), NULL);

      cr_assert (eq (dbl, marmot_column_get_double (column, 0), cases[i].number), "case %zu", i);
    }
  cr_assert (isnan (marmot_column_get_double (not_a_number, 0)));
  cr_assert_not (marmot_column_is_null (not_a_number, 0));
}

Test (arrow, numbers_that_no_column_holds_are_refused)
{
  static const guint64 large[] = { G_MAXUINT64, 7 };
  static const gint64 noon[] = { 43200000, 86400000 };
  static const gint64 far_off[] = { G_MAXINT64 / 86400000 * 86400000, 0 };
  guint8 first_null = 2;
  struct
  {
    const char *format;
    const void *buffer;
  } cases[] = { { "L", large }, { "tdm", noon }, { "tdm", far_off } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotColumn) under_a_null = NULL;

      cr_assert (take (new_array (2, 0, 0, 2, NULL, cases[i].buffer, NULL, NULL),
                       new_schema (cases[i].format, ""), &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      under_a_null = take (new_array (2, 1, 0, 2, &first_null, cases[i].buffer, NULL, NULL),
                           new_schema (cases[i].format, ""), NULL);
      cr_assert (eq (sz, marmot_column_get_n_nulls (under_a_null), 1));
    }
}

Test (arrow, text_of_both_widths)
{
  static const gint32 narrow[] = { 0, 3, 3, 9 };
  static const gint64 wide[] = { 0, 3, 3, 9 };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MarmotColumn) column
        = take (new_array (2, 0, 1, 3, NULL, i ? (void *) wide : (void *) narrow, "abcdefghi", NULL),
                new_schema (i ? "U" : "u", ""), NULL);
      g_autofree char *first = marmot_column_get_text (column, 0);
      g_autofree char *second = marmot_column_get_text (column, 1);

      cr_assert (eq (str, first, ""));
      cr_assert (eq (str, second, "defghi"));
    }
}

typedef struct
{
  gint32 length;
  char text[12];
} View;

static View
far_view (gint32 length,
          gint32 buffer,
          gint32 offset)
{
  View view = { length, "" };

  memcpy (view.text + 4, &buffer, 4);
  memcpy (view.text + 8, &offset, 4);
  return view;
}

Test (arrow, string_views_are_copied_together)
{
  static const char text[] = "the whole of this text is far from its views";
  gint64 size = sizeof text - 1;
  View views[] = { { 5, "short" }, { 12, "twelve bytes" }, far_view (17, 0, 4), { 0, "" }, far_view (13, 0, 0) };
  guint8 validity = 0x17;
  g_autoptr (MarmotColumn) column
    = take (new_array (4, 1, 1, 4, &validity, views, text, &size), new_schema ("vu", ""), NULL);
  g_autofree char *first = marmot_column_get_text (column, 0);
  g_autofree char *second = marmot_column_get_text (column, 1);
  g_autofree char *last = marmot_column_get_text (column, 3);

  cr_assert (eq (str, first, "twelve bytes"));
  cr_assert (eq (str, second, "whole of this tex"));
  cr_assert (marmot_column_is_null (column, 2));
  cr_assert (eq (str, last, "the whole of "));
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, string_views_that_lead_outside_are_refused)
{
  static const char text[] = "the whole of this text is far from its views";
  gint64 size = sizeof text - 1;
  View views[] = {
    { -1, "" },
    far_view (13, 1, 0),
    far_view (13, -1, 0),
    far_view (13, 0, -1),
    far_view (13, 0, (gint32) size - 12),
    far_view (G_MAXINT32, 0, G_MAXINT32),
  };
  View dirty = { 2, "\xc3(" };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      cr_assert (take (new_array (1, 0, 0, 4, NULL, &views[i], text, &size), new_schema ("vu", ""), &error)
                 == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      g_clear_error (&error);
    }
  cr_assert (take (new_array (1, 0, 0, 3, NULL, &dirty, NULL, NULL), new_schema ("vu", ""), &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_ENCODING));
}

static MarmotColumn *
take_dictionary (struct ArrowArray codes,
                 const char *code_format,
                 struct ArrowArray values,
                 const char *value_format,
                 GError **error)
{
  struct ArrowSchema schema = new_schema (code_format, "");
  struct ArrowSchema value_schema = new_schema (value_format, "");

  codes.dictionary = &values;
  schema.dictionary = &value_schema;
  {
    /* The parts must live as long as the column: they are on this frame, so the
     * column that is handed on is a copy. */
    g_autoptr (MarmotColumn) column = take (codes, schema, error);
    g_autoptr (GBytes) bytes = NULL;

    if (!column)
      return NULL;
    bytes = marmot_column_serialize (column);
    return marmot_column_deserialize (bytes, NULL);
  }
}

Test (arrow, dictionaries_with_codes_of_every_kind)
{
  static const gint32 offsets[] = { 0, 1, 2, 4 };
  static const guint8 one[] = { 2, 0, 1, 2 };
  static const guint16 two[] = { 2, 0, 1, 2 };
  static const guint32 four[] = { 2, 0, 1, 2 };
  static const guint64 eight[] = { 2, 0, 1, 2 };
  struct
  {
    const char *format;
    const void *codes;
  } cases[] = { { "c", one }, { "C", one }, { "s", two }, { "S", two },
                { "i", four }, { "I", four }, { "l", eight }, { "L", eight } };
  guint8 validity = 0x0d;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotColumn) column
        = take_dictionary (new_array (3, 1, 1, 2, &validity, cases[i].codes, NULL, NULL), cases[i].format,
                           new_array (3, 0, 0, 3, NULL, offsets, "abcd", NULL), "u", NULL);
      g_autofree char *second = marmot_column_get_text (column, 1);
      g_autofree char *third = marmot_column_get_text (column, 2);

      cr_assert (eq (int, (int) marmot_column_get_column_type (column), MARMOT_COLUMN_DICTIONARY));
      cr_assert (marmot_column_is_null (column, 0));
      cr_assert (eq (str, second, "b"));
      cr_assert (eq (str, third, "cd"));
    }
  cr_assert (eq (int, n_alive, 0));
}

/* 200 values: codes of a byte without a sign do not fit into one with a sign. */
Test (arrow, unsigned_codes_above_the_signed_are_widened)
{
  gint32 offsets[201];
  char text[400];
  guint8 codes[20];
  guint8 validity[] = { 0xff, 0xff, 0xf7 };

  for (int i = 0; i <= 200; i++)
    offsets[i] = 2 * i;
  for (int i = 0; i < 200; i++)
    {
      text[2 * i] = (char) ('a' + i / 20);
      text[2 * i + 1] = (char) ('a' + i % 20);
    }
  for (guint8 i = 0; i < 20; i++)
    codes[i] = 199 - i;

  for (int offset = 0; offset < 12; offset++)
    for (int nulls = 0; nulls < 2; nulls++)
      {
        g_autoptr (MarmotColumn) column = take_dictionary (
          new_array (8, nulls ? -1 : 0, offset, 2, nulls ? validity : NULL, codes, NULL, NULL), "C",
          new_array (200, 0, 0, 3, NULL, offsets, text, NULL), "u", NULL);

        for (int row = 0; row < 8; row++)
          {
            g_autofree char *found = marmot_column_get_text (column, (gsize) row);
            int value = 199 - offset - row;

            if (nulls && offset + row == 19)
              {
                cr_assert (found == NULL);
                continue;
              }
            cr_assert (eq (chr, found[0], (char) ('a' + value / 20)));
            cr_assert (eq (chr, found[1], (char) ('a' + value % 20)));
          }
      }
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, dictionaries_of_numbers_are_written_out)
{
  static const gint64 values[] = { 100, 200 };
  static const gint32 codes[] = { 1, 0, 77, 1 };
  guint8 validity = 0x0b;
  g_autoptr (MarmotColumn) column
    = take_dictionary (new_array (4, 1, 0, 2, &validity, codes, NULL, NULL), "i",
                       new_array (2, 0, 0, 2, NULL, values, NULL, NULL), "l", NULL);

  cr_assert (eq (int, (int) marmot_column_get_column_type (column), MARMOT_COLUMN_INTEGER));
  cr_assert (eq (i64, marmot_column_get_integer (column, 0), 200));
  cr_assert (eq (i64, marmot_column_get_integer (column, 1), 100));
  cr_assert (marmot_column_is_null (column, 2));
  cr_assert (eq (i64, marmot_column_get_integer (column, 3), 200));
}

Test (arrow, hostile_dictionaries_are_refused)
{
  static const gint32 offsets[] = { 0, 1, 2 };
  static const gint32 codes[] = { 0, 1, 2, -1, G_MAXINT32 };
  struct
  {
    int offset;
    const char *code_format;
    const char *value_format;
    int code;
  } cases[] = {
    { 2, "i", "u", MARMOT_ERROR_INVALID_DATA },
    { 3, "i", "u", MARMOT_ERROR_INVALID_DATA },
    { 3, "I", "u", MARMOT_ERROR_INVALID_DATA },
    { 4, "i", "u", MARMOT_ERROR_INVALID_DATA },
    { 0, "g", "u", MARMOT_ERROR_INVALID_DATA },
    { 0, "u", "u", MARMOT_ERROR_INVALID_DATA },
    { 0, "i", "z", MARMOT_ERROR_TYPE },
    { 0, "i", "+l", MARMOT_ERROR_TYPE },
  };
  struct ArrowSchema schema = new_schema ("i", "");
  struct ArrowSchema inner = new_schema ("i", "");
  struct ArrowSchema innermost = new_schema ("u", "");
  struct ArrowArray array = new_array (1, 0, 0, 2, NULL, codes, NULL, NULL);
  struct ArrowArray inner_array = new_array (1, 0, 0, 2, NULL, codes, NULL, NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cr_assert (take_dictionary (new_array (1, 0, cases[i].offset, 2, NULL, codes, NULL, NULL),
                                  cases[i].code_format, new_array (2, 0, 0, 3, NULL, offsets, "ab", NULL),
                                  cases[i].value_format, &error) == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "case %zu", i);
      g_clear_error (&error);
    }

  /* A dictionary in the schema and none in the array; then one in a dictionary. */
  schema.dictionary = &inner;
  cr_assert (take (array, schema, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);

  schema = new_schema ("i", "");
  inner = new_schema ("i", "");
  array = new_array (1, 0, 0, 2, NULL, codes, NULL, NULL);
  schema.dictionary = &inner;
  inner.dictionary = &innermost;
  array.dictionary = &inner_array;
  cr_assert (take (array, schema, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, columns_of_nulls_and_of_nothing)
{
  static const char *formats[] = { "g", "l", "tdD", "b", "u", "U", "c", "L", "e", "tdm", "vu", "n" };
  static const int n_buffers[] = { 2, 2, 2, 2, 3, 3, 2, 2, 2, 2, 3, 0 };
  g_autoptr (MarmotColumn) nulls
    = take (new_array (5, 5, 0, 0, NULL, NULL, NULL, NULL), new_schema ("n", ""), NULL);
  g_autoptr (MarmotColumn) with_buffer
    = take (new_array (5, 5, 0, 1, NULL, NULL, NULL, NULL), new_schema ("n", ""), NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_column_equal (nulls, with_buffer));
  cr_assert (eq (sz, marmot_column_get_n_nulls (nulls), 5));
  cr_assert (eq (int, (int) marmot_column_get_column_type (nulls), MARMOT_COLUMN_DOUBLE));

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (int offset = 0; offset < 4; offset += 3)
      {
        g_autoptr (MarmotColumn) column
          = take (new_array (0, 0, offset, n_buffers[i], NULL, NULL, NULL, NULL),
                  new_schema (formats[i], NULL), NULL);
        g_autoptr (GBytes) bytes = NULL;
        struct ArrowArray array;
        struct ArrowSchema schema;

        cr_assert (column != NULL, "%s", formats[i]);
        bytes = marmot_column_get_bytes (column);
        cr_assert (eq (sz, g_bytes_get_size (bytes), 0));

        marmot_column_export_arrow (column, &array, &schema);
        cr_assert (array.buffers[1] != NULL);
        array.release (&array);
        schema.release (&schema);
      }

  /* A length that no memory can hold. */
  cr_assert (take (new_array (G_MAXSSIZE / 16, -1, 0, 0, NULL, NULL, NULL, NULL), new_schema ("n", ""), &error)
             == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}

Test (arrow, formats_that_are_not_taken_say_so)
{
  static const char *formats[] = { "z", "Z", "vz", "w:16", "d:10,2", "tsn:Europe/London", "tsu:", "tts",
                                   "tDm", "tiM", "+l", "+s", "+m", "+ud:0,1", "", "q", "gg", "tdX" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (take (new_array (1, 0, 0, 2, NULL, doubles, NULL, NULL), new_schema (formats[i], ""), &error)
                 == NULL, "%s", formats[i]);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE), "%s", formats[i]);
      cr_assert (strstr (error->message, "convert") || strstr (error->message, "take"));
    }
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, contradictions_are_refused)
{
  static const gint32 descending[] = { 0, 5, 2 };
  static const gint32 negative[] = { -4, 1, 2 };
  static const gint32 good[] = { 0, 1, 2 };
  guint8 validity = 1;
  struct
  {
    const char *format;
    gint64 length, null_count, offset, n_buffers;
    const void *b0, *b1, *b2;
    int code;
  } cases[] = {
    { "g", -1, 0, 0, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 0, -1, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, -2, 0, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 2, 0, 2, &validity, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 1, 0, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 2, 0, 0, 2, &validity, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 2, 2, 0, 2, &validity, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 0, 0, 1, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 0, 0, 3, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 0, 0, -1, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 1, 0, 0, 2, NULL, NULL, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", G_MAXINT64, 0, 0, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", 2, 0, G_MAXINT64, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "g", G_MAXINT64 / 16, 0, G_MAXINT64 / 16, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { "f", 1, 0, 0, 2, NULL, NULL, NULL, MARMOT_ERROR_INVALID_DATA },
    { "u", 2, 0, 0, 2, NULL, good, "abc", MARMOT_ERROR_INVALID_DATA },
    { "u", 2, 0, 0, 3, NULL, good, NULL, MARMOT_ERROR_INVALID_DATA },
    { "u", 2, 0, 0, 3, NULL, descending, "abcdef", MARMOT_ERROR_INVALID_DATA },
    { "u", 2, 0, 0, 3, NULL, negative, "abcdef", MARMOT_ERROR_INVALID_DATA },
    { "u", 2, 0, 0, 3, NULL, NULL, "abcdef", MARMOT_ERROR_INVALID_DATA },
    { "u", 2, 0, 0, 3, NULL, good, "a\xff", MARMOT_ERROR_ENCODING },
    { "u", 2, 0, 0, 3, NULL, good, "a\0", MARMOT_ERROR_ENCODING },
    { "u", 2, 0, 0, 3, NULL, good, "\xc3\xa9", MARMOT_ERROR_ENCODING },
    { "vu", 1, 0, 0, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
    { NULL, 1, 0, 0, 2, NULL, doubles, NULL, MARMOT_ERROR_INVALID_DATA },
  };
  struct ArrowArray no_list = new_array (1, 0, 0, 2, NULL, doubles, NULL, NULL);
  struct ArrowSchema schema = new_schema ("g", "");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cr_assert (take (new_array (cases[i].length, cases[i].null_count, cases[i].offset, cases[i].n_buffers,
                                  cases[i].b0, cases[i].b1, cases[i].b2, NULL),
                       new_schema (cases[i].format, ""), &error) == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "case %zu: %s", i, error->message);
      g_clear_error (&error);
    }

  no_list.buffers = NULL;
  cr_assert (take (no_list, schema, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, what_was_taken_cannot_be_taken_again)
{
  struct ArrowArray array = new_array (1, 0, 0, 2, NULL, doubles, NULL, NULL);
  struct ArrowSchema schema = new_schema ("g", "");
  struct ArrowSchema another = new_schema ("g", "");
  g_autoptr (MarmotColumn) column = marmot_column_import_arrow (&array, &schema, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (column != NULL);
  cr_assert (marmot_column_import_arrow (&array, &another, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  /* Only what the column holds is left. */
  cr_assert (eq (int, n_alive, 1));
}

Test (arrow, values_out_of_line_are_put_in_line)
{
  g_autofree guint8 *memory = g_malloc (sizeof doubles + 64);
  gint32 offsets[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };

  for (int offset = 0; offset < 4; offset++)
    {
      g_autoptr (MarmotColumn) column = NULL;
      g_autoptr (MarmotColumn) text = NULL;
      g_autofree char *last = NULL;

      memcpy (memory + 1, doubles, sizeof doubles);
      column = take (new_array (8, -1, offset, 2, bits, memory + 1, NULL, NULL), new_schema ("g", ""), NULL);
      for (int row = 0; row < 8; row++)
        if (((bits[(offset + row) / 8] >> ((offset + row) % 8)) & 1))
          cr_assert (eq (dbl, marmot_column_get_double (column, (gsize) row), doubles[offset + row]));
        else
          cr_assert (marmot_column_is_null (column, (gsize) row));
      g_clear_pointer (&column, marmot_column_unref);

      memcpy (memory + 1, offsets, sizeof offsets);
      text = take (new_array (5, 0, offset, 3, NULL, memory + 1, "0123456789", NULL), new_schema ("u", ""), NULL);
      last = marmot_column_get_text (text, 4);
      cr_assert (eq (chr, last[0], (char) ('4' + offset)));
    }
  cr_assert (eq (int, n_alive, 0));
}

/* What we give out, we take back, also from the middle. */
Test (arrow, columns_go_out_and_come_back)
{
  static const char *texts[] = { "a", "é", "", "b", "a", "c", "d", "e", "f", "g", NULL };
  static const gboolean flags[] = { 1, 0, 1, 1, 0, 0, 0, 1, 1, 1 };
  gboolean nulls[10] = { FALSE, FALSE, TRUE };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) gappy = marmot_column_with_nulls (text, nulls, 10, NULL);
  g_autoptr (MarmotColumn) dictionary = marmot_column_cast (gappy, MARMOT_COLUMN_DICTIONARY, NULL);
  g_autoptr (MarmotColumn) booleans = marmot_column_new_boolean (flags, 10);
  g_autoptr (MarmotColumn) numbers = marmot_column_new_double (doubles, 10);
  MarmotColumn *columns[] = { text, gappy, dictionary, booleans, numbers };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    for (gsize first = 0; first <= 10; first++)
      {
        g_autoptr (MarmotColumn) slice = marmot_column_slice (columns[i], first, 10 - first);
        g_autoptr (MarmotColumn) back = NULL;
        struct ArrowArray array;
        struct ArrowSchema schema;

        marmot_column_export_arrow (slice, &array, &schema);
        back = marmot_column_import_arrow (&array, &schema, NULL);
        cr_assert (back != NULL);
        cr_assert (marmot_column_equal (slice, back), "column %zu from %zu", i, first);
      }
}

static void
set_child (struct ArrowArray *array,
           struct ArrowSchema *schema,
           int i,
           struct ArrowArray *child,
           struct ArrowSchema *child_schema)
{
  array->children[i] = child;
  schema->children[i] = child_schema;
  if (array->n_children < i + 1)
    array->n_children = schema->n_children = i + 1;
}

Test (arrow, record_batches_become_tables)
{
  static const gint32 offsets[] = { 0, 1, 2, 3, 4, 5 };
  struct ArrowArray array = new_array (3, 0, 1, 1, NULL, NULL, NULL, NULL);
  struct ArrowSchema schema = new_schema ("+s", "");
  struct ArrowArray a = new_array (5, -1, 1, 2, bits, doubles, NULL, NULL);
  struct ArrowSchema a_schema = new_schema ("g", "number");
  struct ArrowArray b = new_array (4, 0, 1, 3, NULL, offsets, "vwxyz", NULL);
  struct ArrowSchema b_schema = new_schema ("u", "text");
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) number = NULL;
  g_autoptr (MarmotColumn) text = NULL;
  g_autofree char *last = NULL;

  set_child (&array, &schema, 0, &a, &a_schema);
  set_child (&array, &schema, 1, &b, &b_schema);
  table = marmot_table_import_arrow (&array, &schema, NULL);
  cr_assert (table != NULL);
  cr_assert (array.release == NULL && schema.release == NULL);
  cr_assert (eq (sz, marmot_table_get_n_rows (table), 3));
  number = marmot_table_get_column_by_name (table, "number");
  text = marmot_table_get_column_by_name (table, "text");
  cr_assert (eq (ptr, (void *) marmot_column_peek_doubles (number), (void *) (doubles + 2)));
  last = marmot_column_get_text (text, 2);
  cr_assert (eq (str, last, "z"));

  /* One column keeps the batch alive. */
  g_clear_pointer (&table, marmot_table_unref);
  g_clear_pointer (&text, marmot_column_unref);
  cr_assert (eq (int, n_alive, 3));
  g_clear_pointer (&number, marmot_column_unref);
  cr_assert (eq (int, n_alive, 0));
}

Test (arrow, hostile_tables_are_refused)
{
  enum { GOOD, SHORT_CHILD, NULL_ROWS, NO_COUNT, MISSING_CHILD, MISSING_SCHEMA, MORE_CHILDREN, NO_STRUCT,
         SAME_NAME, NO_NAME, BUFFERS, BAD_CHILD, NO_LIST, NEGATIVE, N_CASES };
  static const int codes[] = { -1, MARMOT_ERROR_INVALID_DATA, MARMOT_ERROR_INVALID_DATA,
                               MARMOT_ERROR_INVALID_DATA, MARMOT_ERROR_INVALID_DATA,
                               MARMOT_ERROR_INVALID_DATA, MARMOT_ERROR_INVALID_DATA, MARMOT_ERROR_TYPE,
                               MARMOT_ERROR_INVALID_ARGUMENT, MARMOT_ERROR_INVALID_ARGUMENT,
                               MARMOT_ERROR_INVALID_DATA, MARMOT_ERROR_TYPE, MARMOT_ERROR_INVALID_DATA,
                               MARMOT_ERROR_INVALID_DATA };
  guint8 some_null = 5;

  for (int i = 0; i < N_CASES; i++)
    {
      struct ArrowArray array = new_array (3, 0, 0, 1, NULL, NULL, NULL, NULL);
      struct ArrowSchema schema = new_schema (i == NO_STRUCT ? "g" : "+s", "");
      struct ArrowArray a = new_array (i == SHORT_CHILD ? 2 : 3, 0, 0, 2, NULL, doubles, NULL, NULL);
      struct ArrowSchema a_schema = new_schema ("g", i == NO_NAME ? NULL : "a");
      struct ArrowArray b = new_array (3, 0, 0, 2, NULL, doubles, NULL, NULL);
      struct ArrowSchema b_schema = new_schema (i == BAD_CHILD ? "z" : "g", i == SAME_NAME ? "a" : "b");
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) table = NULL;

      set_child (&array, &schema, 0, &a, &a_schema);
      set_child (&array, &schema, 1, &b, &b_schema);
      if (i == NULL_ROWS)
        ((Held *) array.private_data)->buffers[0] = &some_null;
      if (i == NO_COUNT)
        array.null_count = 1;
      if (i == MISSING_CHILD)
        {
          array.children[1]->release (array.children[1]);
          array.children[1] = NULL;
        }
      if (i == MISSING_SCHEMA)
        {
          schema.children[1]->release (schema.children[1]);
          schema.children[1] = NULL;
        }
      if (i == MORE_CHILDREN)
        array.n_children = 3;
      if (i == BUFFERS)
        array.n_buffers = 2;
      if (i == NO_LIST)
        {
          a.release (&a);
          b.release (&b);
          array.children = NULL;
        }
      if (i == NEGATIVE)
        {
          a_schema.release (&a_schema);
          b_schema.release (&b_schema);
          schema.n_children = -1;
        }

      table = marmot_table_import_arrow (&array, &schema, &error);
      cr_assert (array.release == NULL && schema.release == NULL);
      if (codes[i] == -1)
        cr_assert (table != NULL);
      else
        cr_assert (g_error_matches (error, MARMOT_ERROR, codes[i]), "case %d: %s", i,
                   error ? error->message : "taken");
      g_clear_pointer (&table, marmot_table_unref);
      cr_assert (eq (int, n_alive, 0), "case %d", i);
    }
}

/* A stream of pieces of one to three rows of text dictionaries and doubles. */
typedef struct
{
  int n_pieces;
  int given;
  int fail_at;
  gboolean as_table;
  struct ArrowArray arrays[8][4];
  struct ArrowSchema schemas[8];
  int n_schemas;
} Stream;

static const gint32 value_offsets[] = { 0, 1, 2, 3 };
static const gint8 piece_codes[] = { 0, 1, 2, 1 };

static int
stream_get_schema (struct ArrowArrayStream *stream,
                   struct ArrowSchema *out)
{
  Stream *self = stream->private_data;
  struct ArrowSchema *parts = self->schemas;

  parts[0] = new_schema ("g", "number");
  parts[1] = new_schema ("c", "text");
  parts[2] = new_schema ("u", "");
  parts[1].dictionary = &parts[2];
  if (self->as_table)
    {
      *out = new_schema ("+s", "");
      out->n_children = 2;
      out->children[0] = &parts[0];
      out->children[1] = &parts[1];
    }
  else
    {
      parts[0].release (&parts[0]);
      *out = parts[1];
    }
  return 0;
}

static int
stream_get_next (struct ArrowArrayStream *stream,
                 struct ArrowArray *out)
{
  Stream *self = stream->private_data;
  struct ArrowArray *parts = self->arrays[self->given];
  int n_rows = self->given % 3 + 1;

  if (self->given == self->fail_at)
    return 5;
  memset (out, 0, sizeof *out);
  if (self->given == self->n_pieces)
    return 0;

  /* Every other piece numbers its values the other way round. */
  parts[0] = new_array (n_rows, 0, self->given, 2, NULL, doubles, NULL, NULL);
  parts[1] = new_array (n_rows, 0, 1, 2, NULL, piece_codes, NULL, NULL);
  parts[2] = new_array (3, 0, 0, 3, NULL, value_offsets, self->given % 2 ? "cba" : "abc", NULL);
  parts[1].dictionary = &parts[2];
  self->given++;
  if (self->as_table)
    {
      *out = new_array (n_rows, 0, 0, 1, NULL, NULL, NULL, NULL);
      out->n_children = 2;
      out->children[0] = &parts[0];
      out->children[1] = &parts[1];
    }
  else
    {
      parts[0].release (&parts[0]);
      *out = parts[1];
    }
  return 0;
}

static const char *
stream_get_last_error (struct ArrowArrayStream *stream)
{
  return "something that quotes Maximilian";
}

static void
stream_release (struct ArrowArrayStream *stream)
{
  n_alive--;
  stream->release = NULL;
}

static struct ArrowArrayStream
open_stream (Stream *self)
{
  struct ArrowArrayStream stream = { stream_get_schema, stream_get_next, stream_get_last_error,
                                     stream_release, self };

  n_alive++;
  return stream;
}

Test (arrow, streams_are_joined_once)
{
  for (int n_pieces = 0; n_pieces < 6; n_pieces++)
    {
      Stream for_table = { .n_pieces = n_pieces, .fail_at = -1, .as_table = TRUE };
      Stream for_column = { .n_pieces = n_pieces, .fail_at = -1 };
      struct ArrowArrayStream table_stream = open_stream (&for_table);
      struct ArrowArrayStream column_stream = open_stream (&for_column);
      g_autoptr (MarmotTable) table = marmot_table_import_arrow_stream (&table_stream, NULL);
      g_autoptr (MarmotColumn) column = marmot_column_import_arrow_stream (&column_stream, NULL);
      g_autoptr (MarmotColumn) numbers = NULL;
      g_autoptr (MarmotColumn) texts = NULL;
      gsize row = 0;

      cr_assert (table != NULL);
      cr_assert (table_stream.release == NULL && column_stream.release == NULL);
      numbers = marmot_table_get_column_by_name (table, "number");
      texts = marmot_table_get_column_by_name (table, "text");
      cr_assert (marmot_column_equal (texts, column));
      cr_assert (eq (int, (int) marmot_column_get_column_type (column), MARMOT_COLUMN_DICTIONARY));
      for (int piece = 0; piece < n_pieces; piece++)
        for (int i = 0; i < piece % 3 + 1; i++, row++)
          {
            g_autofree char *text = marmot_column_get_text (texts, row);

            cr_assert (eq (dbl, marmot_column_get_double (numbers, row), piece + i + 1));
            cr_assert (eq (chr, text[0], (piece % 2 ? "cba" : "abc")[piece_codes[i + 1]]));
          }
      cr_assert (eq (sz, marmot_column_get_length (texts), row));
      /* One piece is held; more are copied, and let go. */
      cr_assert (eq (int, n_alive, n_pieces == 1 ? 6 : 0), "%d pieces: %d", n_pieces, n_alive);
      g_clear_pointer (&table, marmot_table_unref);
      g_clear_pointer (&numbers, marmot_column_unref);
      g_clear_pointer (&texts, marmot_column_unref);
      g_clear_pointer (&column, marmot_column_unref);
      cr_assert (eq (int, n_alive, 0));
    }
}

Test (arrow, streams_that_fail_leave_nothing_behind)
{
  for (int as_table = 0; as_table < 2; as_table++)
    {
      Stream broken = { .n_pieces = 5, .fail_at = 3, .as_table = as_table };
      Stream other = { .n_pieces = 1, .fail_at = -1, .as_table = !as_table };
      struct ArrowArrayStream stream = open_stream (&broken);
      struct ArrowArrayStream wrong = open_stream (&other);
      struct ArrowArrayStream gone = { 0 };
      g_autoptr (GError) error = NULL;
      gpointer result;

      result = as_table ? (gpointer) marmot_table_import_arrow_stream (&stream, &error)
                        : (gpointer) marmot_column_import_arrow_stream (&stream, &error);
      cr_assert (result == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
      cr_assert (strstr (error->message, "Maximilian") == NULL);
      g_clear_error (&error);

      result = as_table ? (gpointer) marmot_table_import_arrow_stream (&wrong, &error)
                        : (gpointer) marmot_column_import_arrow_stream (&wrong, &error);
      cr_assert (result == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
      g_clear_error (&error);

      result = as_table ? (gpointer) marmot_table_import_arrow_stream (&gone, &error)
                        : (gpointer) marmot_column_import_arrow_stream (&gone, &error);
      cr_assert (result == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_assert (eq (int, n_alive, 0));
    }
}

Test (arrow, tables_go_out_and_come_back)
{
  static const char *names[] = { "text", "number", NULL };
  static const char *texts[] = { "a", "é", "", NULL };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) coded = marmot_column_cast (text, MARMOT_COLUMN_DICTIONARY, NULL);
  g_autoptr (MarmotColumn) number = marmot_column_new_double (doubles, 3);
  MarmotColumn *columns[] = { coded, number };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 2, NULL);
  g_autoptr (MarmotTable) back = NULL;
  g_autoptr (MarmotTable) streamed = NULL;
  struct ArrowArray array;
  struct ArrowArray child;
  struct ArrowSchema schema;
  struct ArrowArrayStream stream;

  marmot_table_export_arrow (table, &array, &schema);
  cr_assert (eq (str, (char *) schema.children[1]->name, "number"));
  back = marmot_table_import_arrow (&array, &schema, NULL);
  cr_assert (marmot_table_equal (table, back));

  marmot_table_export_arrow_stream (table, &stream);
  streamed = marmot_table_import_arrow_stream (&stream, NULL);
  cr_assert (marmot_table_equal (table, streamed));

  /* A consumer may take one child for itself and let the rest go. */
  marmot_table_export_arrow (table, &array, &schema);
  schema.release (&schema);
  child = *array.children[1];
  array.children[1]->release = NULL;
  array.release (&array);
  g_clear_pointer (&table, marmot_table_unref);
  cr_assert (eq (dbl, ((const double *) child.buffers[1])[2], 3));
  child.release (&child);

  /* A stream that nobody reads. */
  marmot_table_export_arrow_stream (back, &stream);
  stream.release (&stream);
}
