/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#define N 19

/* One column of each type, all of N rows, with a null in row 3 and in row 17. */
static MarmotColumn *
make (MarmotColumnType type)
{
  double doubles[N];
  gint64 integers[N];
  gint32 days[N];
  gboolean booleans[N];
  gboolean nulls[N] = { FALSE };
  g_auto (GStrv) texts = g_new0 (char *, N + 1);
  g_autoptr (MarmotColumn) whole = NULL;
  g_autoptr (MarmotColumn) cast = NULL;

  for (int i = 0; i < N; i++)
    {
      doubles[i] = i / 4.0 - 1;
      integers[i] = i * G_GINT64_CONSTANT (1000000007) - 5;
      days[i] = i * 365 - 1000;
      booleans[i] = i % 3 == 0;
      texts[i] = g_strdup_printf ("%s%d", i % 2 ? "Foleshill é " : "", i % 5);
    }
  nulls[3] = nulls[17] = TRUE;

  switch (type)
    {
    case MARMOT_COLUMN_DOUBLE:
      whole = marmot_column_new_double (doubles, N);
      break;
    case MARMOT_COLUMN_INTEGER:
      whole = marmot_column_new_integer (integers, N);
      break;
    case MARMOT_COLUMN_DATE:
      whole = marmot_column_new_date (days, N);
      break;
    case MARMOT_COLUMN_BOOLEAN:
      whole = marmot_column_new_boolean (booleans, N);
      break;
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
      whole = marmot_column_new_text ((const char * const *) texts);
      break;
    default:
      g_assert_not_reached ();
    }

  cast = marmot_column_cast (whole, type, NULL);
  return marmot_column_with_nulls (cast, nulls, N, NULL);
}

#define N_TYPES (MARMOT_COLUMN_BOOLEAN + 1)

Test (column, values_come_back)
{
  g_autoptr (MarmotColumn) doubles = make (MARMOT_COLUMN_DOUBLE);
  g_autoptr (MarmotColumn) integers = make (MARMOT_COLUMN_INTEGER);
  g_autoptr (MarmotColumn) dates = make (MARMOT_COLUMN_DATE);
  g_autoptr (MarmotColumn) booleans = make (MARMOT_COLUMN_BOOLEAN);
  g_autoptr (MarmotColumn) texts = make (MARMOT_COLUMN_TEXT);
  g_autoptr (MarmotColumn) dictionary = make (MARMOT_COLUMN_DICTIONARY);
  g_autoptr (MarmotColumn) values = marmot_column_get_dictionary (dictionary);

  for (gsize i = 0; i < N; i++)
    {
      gboolean is_null = i == 3 || i == 17;
      g_autofree char *text = marmot_column_get_text (texts, i);
      g_autofree char *code_text = marmot_column_get_text (dictionary, i);
      g_autofree char *expected = g_strdup_printf ("%s%zu", i % 2 ? "Foleshill é " : "", i % 5);

      cr_assert (eq (int, marmot_column_is_null (doubles, i), is_null));
      cr_assert (eq (int, marmot_column_is_null (dictionary, i), is_null));
      if (is_null)
        {
          cr_assert (isnan (marmot_column_get_double (doubles, i)));
          cr_assert (isnan (marmot_column_get_double (integers, i)));
          cr_assert (eq (i64, marmot_column_get_integer (integers, i), 0));
          cr_assert (eq (i32, marmot_column_get_date (dates, i), 0));
          cr_assert_not (marmot_column_get_boolean (booleans, i));
          cr_assert (text == NULL);
          cr_assert (code_text == NULL);
          continue;
        }
      cr_assert (eq (dbl, marmot_column_get_double (doubles, i), (double) i / 4 - 1));
      cr_assert (eq (i64, marmot_column_get_integer (integers, i), (gint64) i * 1000000007 - 5));
      cr_assert (eq (i32, marmot_column_get_date (dates, i), (gint32) i * 365 - 1000));
      cr_assert (eq (int, marmot_column_get_boolean (booleans, i), i % 3 == 0));
      cr_assert (eq (str, text, expected));
      cr_assert (eq (str, code_text, expected));
    }

  cr_assert (eq (sz, marmot_column_get_n_nulls (dates), 2));
  /* Rows 0 to 4 and 5 to 9 hold every distinct text, and row 3 was named before it
   * became null. */
  cr_assert (eq (sz, marmot_column_get_length (values), 10));
}

Test (column, nothing_is_left_under_a_null)
{
  for (int type = 0; type < N_TYPES; type++)
    {
      g_autoptr (MarmotColumn) column = make (type);
      g_autoptr (GBytes) bytes = marmot_column_get_bytes (column);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      switch (type)
        {
        case MARMOT_COLUMN_DOUBLE:
          cr_assert (eq (dbl, ((const double *) (gconstpointer) data)[3], 0));
          break;
        case MARMOT_COLUMN_INTEGER:
          cr_assert (eq (i64, ((const gint64 *) (gconstpointer) data)[17], 0));
          break;
        case MARMOT_COLUMN_DATE:
        case MARMOT_COLUMN_DICTIONARY:
          cr_assert (eq (i32, ((const gint32 *) (gconstpointer) data)[3], 0));
          cr_assert (eq (i32, ((const gint32 *) (gconstpointer) data)[17], 0));
          break;
        case MARMOT_COLUMN_TEXT:
          {
            g_autoptr (GBytes) offsets = marmot_column_get_offsets (column);
            const gint32 *at = g_bytes_get_data (offsets, NULL);

            cr_assert (eq (sz, g_bytes_get_size (offsets), (N + 1) * sizeof (gint32)));
            cr_assert (eq (i32, at[3], at[4]));
            cr_assert (eq (i32, at[N], (gint32) g_bytes_get_size (bytes)));
          }
          break;
        default:
          cr_assert (eq (int, data[0] & 8, 0));
          break;
        }
    }
}

Test (column, equality_hash_and_bytes_of_every_type)
{
  for (int type = 0; type < N_TYPES; type++)
    {
      g_autoptr (MarmotColumn) a = make (type);
      g_autoptr (MarmotColumn) b = make (type);
      g_autoptr (MarmotColumn) other = make ((type + 1) % N_TYPES);
      g_autoptr (MarmotColumn) shorter = marmot_column_slice (a, 0, N - 1);
      g_autoptr (GBytes) bytes = marmot_column_serialize (a);
      g_autoptr (GBytes) b_bytes = marmot_column_serialize (b);
      g_autoptr (MarmotColumn) back = marmot_column_deserialize (bytes, NULL);
      gboolean nulls[N] = { FALSE };
      g_autoptr (MarmotColumn) changed = NULL;

      nulls[18] = TRUE;
      changed = marmot_column_with_nulls (a, nulls, N, NULL);

      cr_assert (marmot_column_equal (a, b));
      cr_assert (eq (u32, marmot_column_hash (a), marmot_column_hash (b)));
      cr_assert_not (marmot_column_equal (a, other));
      cr_assert_not (marmot_column_equal (a, shorter));
      cr_assert_not (marmot_column_equal (a, changed));
      cr_assert (back != NULL);
      cr_assert (marmot_column_equal (a, back));
      cr_assert (g_bytes_equal (bytes, b_bytes));
    }
}

Test (column, damaged_bytes_never_do_harm)
{
  for (int type = 0; type < N_TYPES; type++)
    {
      g_autoptr (MarmotColumn) a = make (type);
      g_autoptr (GBytes) bytes = marmot_column_serialize (a);
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);

      for (gsize cut = 0; cut < size; cut++)
        {
          g_autoptr (GBytes) part = g_bytes_new (data, cut);
          g_autoptr (GError) error = NULL;
          g_autoptr (MarmotColumn) b = marmot_column_deserialize (part, &error);

          cr_assert (b == NULL, "type %d cut at %zu", type, cut);
          cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
        }

      /* Every byte wrong in its turn: refused, or a column that can be read. */
      for (gsize at = 0; at < size; at++)
        for (int wrong = 1; wrong < 256; wrong *= 4)
          {
            g_autofree guint8 *copy = g_memdup2 (data, size);
            g_autoptr (GBytes) damaged = NULL;
            g_autoptr (MarmotColumn) b = NULL;

            copy[at] ^= (guint8) wrong;
            damaged = g_bytes_new (copy, size);
            b = marmot_column_deserialize (damaged, NULL);
            if (b)
              {
                g_autoptr (GBytes) again = marmot_column_serialize (b);

                cr_assert (g_bytes_get_size (again) > 0);
                cr_assert (marmot_column_equal (b, b));
              }
          }
    }
}

Test (column, slices_share_and_know_their_nulls)
{
  for (int type = 0; type < N_TYPES; type++)
    {
      g_autoptr (MarmotColumn) a = make (type);

      for (gsize first = 0; first <= N; first++)
        for (gsize n_rows = 0; n_rows <= N - first; n_rows++)
          {
            g_autoptr (MarmotColumn) slice = marmot_column_slice (a, first, n_rows);
            g_autoptr (GBytes) bytes = marmot_column_serialize (slice);
            g_autoptr (MarmotColumn) back = marmot_column_deserialize (bytes, NULL);
            g_autofree gsize *rows = g_new (gsize, n_rows);
            g_autoptr (MarmotColumn) taken = NULL;
            gsize n_nulls = (first <= 3 && first + n_rows > 3) + (first <= 17 && first + n_rows > 17);

            for (gsize i = 0; i < n_rows; i++)
              rows[i] = first + i;
            taken = marmot_column_take (a, rows, n_rows, NULL);

            cr_assert (eq (sz, marmot_column_get_length (slice), n_rows));
            cr_assert (eq (sz, marmot_column_get_n_nulls (slice), n_nulls));
            cr_assert (marmot_column_equal (slice, taken), "type %d, %zu rows from %zu", type, n_rows, first);
            cr_assert (marmot_column_equal (slice, back));
            if (n_nulls > 0)
              {
                g_autoptr (GBytes) validity = marmot_column_get_validity (slice);
                const guint8 *bits = g_bytes_get_data (validity, NULL);

                for (gsize i = 0; i < n_rows; i++)
                  cr_assert (eq (int, (bits[i / 8] >> (i % 8)) & 1, !marmot_column_is_null (slice, i)));
              }
          }
    }
}

Test (column, take_refuses_rows_that_are_not_there)
{
  g_autoptr (MarmotColumn) a = make (MARMOT_COLUMN_TEXT);
  g_autoptr (GError) error = NULL;
  gsize rows[] = { 18, 0, 19 };

  cr_assert (marmot_column_take (a, rows, 3, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (column, bytes_are_kept_and_not_copied)
{
  double values[] = { 1, 2, 3, 4 };
  guint8 bits = 0x0b;
  g_autoptr (GBytes) value_bytes = g_bytes_new (values, sizeof values);
  g_autoptr (GBytes) validity = g_bytes_new (&bits, 1);
  g_autoptr (MarmotColumn) column
    = marmot_column_new_from_bytes (MARMOT_COLUMN_DOUBLE, value_bytes, validity, 4, NULL);
  g_autoptr (GBytes) out = marmot_column_get_bytes (column);

  cr_assert (eq (ptr, (void *) marmot_column_peek_doubles (column), (void *) g_bytes_get_data (value_bytes, NULL)));
  cr_assert (eq (ptr, (void *) g_bytes_get_data (out, NULL), (void *) g_bytes_get_data (value_bytes, NULL)));
  cr_assert (eq (sz, marmot_column_get_n_nulls (column), 1));
  cr_assert (marmot_column_is_null (column, 2));

  /* The bytes outlive the column. */
  g_clear_pointer (&column, marmot_column_unref);
  g_clear_pointer (&value_bytes, g_bytes_unref);
  cr_assert (eq (dbl, ((const double *) g_bytes_get_data (out, NULL))[3], 4));
}

Test (column, bytes_out_of_line_are_copied)
{
  double values[] = { 1, 2, 3 };
  g_autofree guint8 *shifted = g_malloc (sizeof values + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarmotColumn) column = NULL;

  memcpy (shifted + 1, values, sizeof values);
  bytes = g_bytes_new_static (shifted + 1, sizeof values);
  column = marmot_column_new_from_bytes (MARMOT_COLUMN_DOUBLE, bytes, NULL, 3, NULL);
  cr_assert (eq (dbl, marmot_column_get_double (column, 2), 3));
}

Test (column, bytes_that_do_not_fit_are_refused)
{
  guint8 zeros[64] = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, sizeof zeros);
  g_autoptr (GBytes) nothing = g_bytes_new_static (zeros, 0);
  g_autoptr (MarmotColumn) a = NULL;
  g_autoptr (MarmotColumn) b = NULL;
  struct
  {
    MarmotColumnType type;
    GBytes *validity;
    gsize length;
    int code;
  } cases[] = {
    { MARMOT_COLUMN_DOUBLE, NULL, 9, MARMOT_ERROR_INVALID_DATA },
    { MARMOT_COLUMN_INTEGER, NULL, 9, MARMOT_ERROR_INVALID_DATA },
    { MARMOT_COLUMN_DATE, NULL, 17, MARMOT_ERROR_INVALID_DATA },
    { MARMOT_COLUMN_BOOLEAN, NULL, 513, MARMOT_ERROR_INVALID_DATA },
    { MARMOT_COLUMN_DOUBLE, nothing, 1, MARMOT_ERROR_INVALID_DATA },
    { MARMOT_COLUMN_TEXT, NULL, 1, MARMOT_ERROR_TYPE },
    { MARMOT_COLUMN_DICTIONARY, NULL, 1, MARMOT_ERROR_TYPE },
    { MARMOT_COLUMN_DOUBLE, NULL, G_MAXSIZE, MARMOT_ERROR_TOO_LARGE },
    { MARMOT_COLUMN_DOUBLE, NULL, G_MAXSIZE / 8 + 2, MARMOT_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_column_new_from_bytes (cases[i].type, bytes, cases[i].validity, cases[i].length,
                                               &error) == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "case %zu", i);
    }

  a = marmot_column_new_from_bytes (MARMOT_COLUMN_BOOLEAN, bytes, NULL, 512, NULL);
  b = marmot_column_new_from_bytes (MARMOT_COLUMN_DATE, nothing, nothing, 0, NULL);
  cr_assert (a != NULL);
  cr_assert (eq (sz, marmot_column_get_length (b), 0));
}

Test (column, text_from_bytes_is_checked)
{
  /* What is in the eight bytes of text, and three offsets. */
  struct
  {
    char text[9];
    gint32 offsets[3];
    guint8 validity;
    int code; /* -1: good */
  } cases[] = {
    { "abcdefgh", { 0, 3, 8 }, 3, -1 },
    { "abcdefgh", { 2, 2, 2 }, 3, -1 },
    { "abcdefgh", { 0, 3, 9 }, 3, MARMOT_ERROR_INVALID_DATA },
    { "abcdefgh", { -1, 3, 8 }, 3, MARMOT_ERROR_INVALID_DATA },
    { "abcdefgh", { 5, 3, 8 }, 3, MARMOT_ERROR_INVALID_DATA },
    { "abcdefgh", { 0, 9, 8 }, 3, MARMOT_ERROR_INVALID_DATA },
    { "abcdefgh", { G_MININT32, 0, G_MAXINT32 }, 3, MARMOT_ERROR_INVALID_DATA },
    { "caf\xc3\xa9" "abc", { 0, 5, 8 }, 3, -1 },
    { "caf\xc3\xa9" "abc", { 0, 4, 8 }, 3, MARMOT_ERROR_ENCODING },
    { "caf\xc3\xa9" "abc", { 0, 3, 4 }, 3, MARMOT_ERROR_ENCODING },
    { "caf\xe9" "abcd", { 0, 4, 8 }, 3, MARMOT_ERROR_ENCODING },
    { "caf\xe9" "abcd", { 0, 4, 8 }, 2, -1 },
    { "caf\xe9" "abcd", { 0, 4, 8 }, 1, MARMOT_ERROR_ENCODING },
    { "caf\0abcd", { 0, 4, 8 }, 3, MARMOT_ERROR_ENCODING },
    { "\xed\xa0\x80xxxxx", { 0, 3, 8 }, 3, MARMOT_ERROR_ENCODING },
    { "\xf4\x90\x80\x80xxxx", { 0, 4, 8 }, 3, MARMOT_ERROR_ENCODING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) offsets = g_bytes_new (cases[i].offsets, sizeof cases[i].offsets);
      g_autoptr (GBytes) text = g_bytes_new (cases[i].text, 8);
      g_autoptr (GBytes) validity = g_bytes_new (&cases[i].validity, 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotColumn) column
        = marmot_column_new_text_from_bytes (offsets, text, validity, 2, &error);

      if (cases[i].code == -1)
        cr_assert (column != NULL, "case %zu", i);
      else
        cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "case %zu", i);
      if (error)
        cr_assert (strstr (error->message, "caf") == NULL);
    }
}

/* Faults anywhere in long text, where whole words are checked at once. */
Test (column, long_text_is_checked_everywhere)
{
  char text[1000];
  gint32 ends[] = { 0, sizeof text };
  g_autoptr (GBytes) offsets = g_bytes_new (ends, sizeof ends);

  for (gsize at = 0; at < sizeof text; at++)
    for (int fault = 0; fault < 4; fault++)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (MarmotColumn) column = NULL;
        gboolean good = FALSE;

        memset (text, 'x', sizeof text);
        if (fault == 0)
          text[at] = '\0';
        if (fault == 1)
          text[at] = (char) 0x80;
        if (fault == 2)
          text[at] = (char) 0xc3;
        if (fault == 3 && at + 4 <= sizeof text)
          {
            memcpy (text + at, "\xf0\x9f\xa6\xab", 4);
            good = TRUE;
          }
        if (fault == 3 && !good)
          continue;
        bytes = g_bytes_new (text, sizeof text);
        column = marmot_column_new_text_from_bytes (offsets, bytes, NULL, 1, NULL);
        cr_assert (eq (int, column != NULL, good), "fault %d at %zu", fault, at);
      }

  /* And nothing but characters of three bytes. */
  for (gsize at = 0; at < 999; at += 3)
    memcpy (text + at, "\xe2\x82\xac", 3);
  ends[1] = 999;
  {
    g_autoptr (GBytes) at = g_bytes_new (ends, sizeof ends);
    g_autoptr (GBytes) bytes = g_bytes_new (text, 999);
    g_autoptr (MarmotColumn) column = marmot_column_new_text_from_bytes (at, bytes, NULL, 1, NULL);

    cr_assert (column != NULL);
  }
}

Test (column, dictionaries_are_checked)
{
  static const char *texts[] = { "a", "b", "c", NULL };
  gboolean second_null[] = { FALSE, TRUE, FALSE };
  gint32 codes[] = { 0, 1, 2, 3, -1 };
  guint8 bits = 0x17;
  g_autoptr (MarmotColumn) values = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) gappy = marmot_column_with_nulls (values, second_null, 3, NULL);
  g_autoptr (MarmotColumn) numbers = marmot_column_new_date (codes, 3);
  g_autoptr (GBytes) bytes = g_bytes_new (codes, sizeof codes);
  g_autoptr (GBytes) validity = g_bytes_new (&bits, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotColumn) good = marmot_column_new_dictionary (bytes, values, NULL, 3, NULL);
  g_autoptr (MarmotColumn) with_null = marmot_column_new_dictionary (bytes, values, validity, 4, NULL);
  g_autoptr (MarmotColumn) folded = marmot_column_new_dictionary (bytes, gappy, NULL, 3, NULL);

  cr_assert (good != NULL);
  cr_assert (with_null != NULL);
  cr_assert (eq (sz, marmot_column_get_n_nulls (with_null), 1));
  cr_assert (eq (sz, marmot_column_get_n_nulls (folded), 1));
  cr_assert (marmot_column_is_null (folded, 1));

  cr_assert (marmot_column_new_dictionary (bytes, values, NULL, 4, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_assert (marmot_column_new_dictionary (bytes, values, validity, 5, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_assert (marmot_column_new_dictionary (bytes, values, NULL, 6, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_assert (marmot_column_new_dictionary (bytes, numbers, NULL, 1, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

/* The numbering of a dictionary is no part of what it holds. */
Test (column, dictionaries_are_equal_by_what_they_hold)
{
  static const char *forward[] = { "a", "b", NULL };
  static const char *backward[] = { "b", "unused", "a", NULL };
  gint32 forward_codes[] = { 0, 1, 0 };
  gint32 backward_codes[] = { 2, 0, 2 };
  g_autoptr (MarmotColumn) forward_values = marmot_column_new_text (forward);
  g_autoptr (MarmotColumn) backward_values = marmot_column_new_text (backward);
  g_autoptr (GBytes) a_bytes = g_bytes_new (forward_codes, sizeof forward_codes);
  g_autoptr (GBytes) b_bytes = g_bytes_new (backward_codes, sizeof backward_codes);
  g_autoptr (MarmotColumn) a = marmot_column_new_dictionary (a_bytes, forward_values, NULL, 3, NULL);
  g_autoptr (MarmotColumn) b = marmot_column_new_dictionary (b_bytes, backward_values, NULL, 3, NULL);
  g_autoptr (MarmotColumn) wrong = marmot_column_new_dictionary (b_bytes, forward_values, NULL, 0, NULL);

  cr_assert (marmot_column_equal (a, b));
  cr_assert (eq (u32, marmot_column_hash (a), marmot_column_hash (b)));
  cr_assert (eq (sz, marmot_column_get_length (wrong), 0));
}

Test (column, casts_lose_nothing)
{
  gint64 integers[] = { 0, -1, G_GINT64_CONSTANT (1) << 53, -(G_GINT64_CONSTANT (1) << 53) };
  gint64 too_large[] = { 0, (G_GINT64_CONSTANT (1) << 53) + 1 };
  double whole[] = { 0, -7, 0x1p62 };
  struct
  {
    double number;
  } not_whole[] = { { 0.5 }, { 0x1p63 }, { -0x1p64 }, { (double) NAN }, { (double) INFINITY } };
  g_autoptr (MarmotColumn) a = marmot_column_new_integer (integers, 4);
  g_autoptr (MarmotColumn) b = marmot_column_new_integer (too_large, 2);
  g_autoptr (MarmotColumn) c = marmot_column_new_double (whole, 3);
  g_autoptr (MarmotColumn) a_doubles = marmot_column_cast (a, MARMOT_COLUMN_DOUBLE, NULL);
  g_autoptr (MarmotColumn) a_again = marmot_column_cast (a_doubles, MARMOT_COLUMN_INTEGER, NULL);
  g_autoptr (MarmotColumn) c_integers = marmot_column_cast (c, MARMOT_COLUMN_INTEGER, NULL);
  g_autoptr (MarmotColumn) text = make (MARMOT_COLUMN_TEXT);
  g_autoptr (MarmotColumn) dictionary = marmot_column_cast (text, MARMOT_COLUMN_DICTIONARY, NULL);
  g_autoptr (MarmotColumn) decoded = marmot_column_decode (dictionary);
  g_autoptr (MarmotColumn) booleans = make (MARMOT_COLUMN_BOOLEAN);
  g_autoptr (MarmotColumn) ones = marmot_column_cast (booleans, MARMOT_COLUMN_INTEGER, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_column_equal (a, a_again));
  cr_assert (eq (i64, marmot_column_get_integer (c_integers, 2), G_GINT64_CONSTANT (1) << 62));
  cr_assert (marmot_column_equal (text, decoded));
  cr_assert (eq (i64, marmot_column_get_integer (ones, 6), 1));
  cr_assert (eq (i64, marmot_column_get_integer (ones, 7), 0));
  cr_assert (marmot_column_is_null (ones, 3));

  cr_assert (marmot_column_cast (b, MARMOT_COLUMN_DOUBLE, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  for (gsize i = 0; i < G_N_ELEMENTS (not_whole); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_column_new_double (&not_whole[i].number, 1);

      cr_assert (marmot_column_cast (column, MARMOT_COLUMN_INTEGER, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      g_clear_error (&error);
    }
  cr_assert (marmot_column_cast (text, MARMOT_COLUMN_DOUBLE, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

Test (column, nan_equals_nan_and_zero_its_negative)
{
  double a_values[] = { (double) NAN, 0.0 };
  double b_values[] = { -(double) NAN, -0.0 };
  g_autoptr (MarmotColumn) a = marmot_column_new_double (a_values, 2);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (b_values, 2);

  cr_assert (marmot_column_equal (a, b));
  cr_assert (eq (u32, marmot_column_hash (a), marmot_column_hash (b)));
}

Test (column, nulls_must_be_said_of_every_row)
{
  gboolean nulls[] = { TRUE };
  g_autoptr (MarmotColumn) a = make (MARMOT_COLUMN_DATE);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_column_with_nulls (a, nulls, 1, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
}

Test (column, prints_its_shape_and_no_values)
{
  g_autoptr (MarmotColumn) a = make (MARMOT_COLUMN_TEXT);
  g_autofree char *text = marmot_column_to_string (a);

  cr_assert (eq (str, text, "19 rows of text, 2 null"));
}

Test (column, of_no_rows_can_be_read)
{
  static const char *none[] = { NULL };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (none);
  g_autoptr (MarmotColumn) dictionary = marmot_column_cast (text, MARMOT_COLUMN_DICTIONARY, NULL);
  g_autoptr (GBytes) bytes = marmot_column_get_bytes (text);
  g_autoptr (GBytes) offsets = marmot_column_get_offsets (text);
  g_autoptr (GBytes) packed = marmot_column_serialize (dictionary);
  g_autoptr (MarmotColumn) back = marmot_column_deserialize (packed, NULL);

  cr_assert (eq (sz, g_bytes_get_size (bytes), 0));
  cr_assert (eq (sz, g_bytes_get_size (offsets), 4));
  cr_assert (marmot_column_equal (dictionary, back));
}
