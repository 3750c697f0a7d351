/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

static MarmotColumn *
with_null (MarmotColumn *column,
           gsize row)
{
  gsize n_rows = marmot_column_get_length (column);
  g_autofree gboolean *nulls = g_new0 (gboolean, n_rows);
  g_autoptr (MarmotColumn) whole = column;

  nulls[row] = TRUE;
  return marmot_column_with_nulls (whole, nulls, n_rows, NULL);
}

static void
check_codes (MarmotGroups *groups,
             const gint32 *expected,
             gsize n_rows,
             gsize n_groups)
{
  cr_assert (groups != NULL);
  cr_assert (eq (sz, marmot_groups_get_n_rows (groups), n_rows));
  cr_assert (eq (sz, marmot_groups_get_n_groups (groups), n_groups));
  for (gsize i = 0; i < n_rows; i++)
    cr_assert (eq (i32, marmot_groups_peek_codes (groups)[i], expected[i]), "row %zu", i);
}

Test (groups, are_ordered_by_their_keys)
{
  static const char *texts[] = { "b", "", "ba", "B", "é", "z", "b", "longer than eight", "longer than nine",
                                 "longer than eight", NULL };
  /* By bytes: "", "B", "b", "ba", "longer than eight", "longer than nine", "é"; the z is null. */
  static const gint32 text_codes[] = { 2, 0, 3, 1, 6, 7, 2, 4, 5, 4 };
  double doubles[] = { 2.5, -1, (double) NAN, 0.0, -0.0, (double) INFINITY, -(double) INFINITY, -(double) NAN, 9, 1e300 };
  static const gint32 double_codes[] = { 3, 1, 6, 2, 2, 5, 0, 6, 7, 4 };
  gint64 integers[] = { 5, G_MININT64, G_MAXINT64, 0, -1, 5, 7, 7, -1, 0 };
  static const gint32 integer_codes[] = { 3, 0, 5, 2, 1, 3, 6, 4, 1, 2 };
  gint64 close[] = { 105, 101, 104, 100, 101, 105, 107, 107, 101, 100 };
  static const gint32 close_codes[] = { 3, 1, 2, 0, 1, 3, 5, 4, 1, 0 };
  gint32 days[] = { -3, 4, G_MININT32, G_MAXINT32, 4, 4, 0, 1, 2, 3 };
  static const gint32 day_codes[] = { 1, 5, 0, 6, 5, 5, 7, 2, 3, 4 };
  gboolean booleans[] = { 1, 0, 0, 1, 1, 1, 0, 1, 0, 0 };
  static const gint32 boolean_codes[] = { 1, 0, 0, 1, 1, 1, 2, 1, 0, 0 };
  struct
  {
    MarmotColumn *column;
    const gint32 *codes;
    gsize n_groups;
  } cases[] = {
    { with_null (marmot_column_new_text (texts), 5), text_codes, 8 },
    { with_null (marmot_column_new_text (texts), 5), text_codes, 8 },
    { with_null (marmot_column_new_double (doubles, 10), 8), double_codes, 8 },
    { with_null (marmot_column_new_integer (integers, 10), 6), integer_codes, 7 },
    { with_null (marmot_column_new_integer (close, 10), 6), close_codes, 6 },
    { with_null (marmot_column_new_date (days, 10), 6), day_codes, 8 },
    { with_null (marmot_column_new_boolean (booleans, 10), 6), boolean_codes, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotColumn) column = cases[i].column;
      g_autoptr (MarmotGroups) groups = NULL;
      g_autoptr (MarmotTable) keys = NULL;
      g_autoptr (MarmotColumn) key = NULL;

      /* The second time as a dictionary. */
      if (i == 1)
        {
          MarmotColumn *dictionary = marmot_column_cast (column, MARMOT_COLUMN_DICTIONARY, NULL);

          marmot_column_unref (g_steal_pointer (&column));
          column = dictionary;
        }

      groups = marmot_groups_new_from_column (column, NULL);
      check_codes (groups, cases[i].codes, 10, cases[i].n_groups);

      /* Each row's key stands in its row of the table of keys. */
      keys = marmot_groups_get_keys (groups);
      cr_assert (eq (sz, marmot_table_get_n_rows (keys), cases[i].n_groups));
      key = marmot_table_get_column_by_name (keys, "key");
      for (gsize row = 0; row < 10; row++)
        {
          g_autoptr (MarmotColumn) here = marmot_column_slice (column, row, 1);
          g_autoptr (MarmotColumn) there = marmot_column_slice (key, (gsize) cases[i].codes[row], 1);

          cr_assert (marmot_column_equal (here, there), "case %zu, row %zu", i, row);
        }
      cr_assert (marmot_column_is_null (key, cases[i].n_groups - 1));
    }
}

/* The table of keys and the codes must not show in which order rows came. */
Test (groups, do_not_depend_on_the_order_of_rows)
{
  enum { N = 5000 };
  double numbers[N], numbers_back[N];
  g_auto (GStrv) texts = g_new0 (char *, N + 1);
  g_auto (GStrv) texts_back = g_new0 (char *, N + 1);
  guint32 state = 12345;

  for (int i = 0; i < N; i++)
    {
      char text[16];

      state = state * 1664525 + 1013904223;
      numbers[i] = (state >> 16) % 7 == 0 ? (i % 2 ? 0.0 : -0.0) : (double) ((state >> 16) % 997) * 1e9;
      g_snprintf (text, sizeof text, "ward %u", (state >> 20) % 50);
      texts[i] = g_strdup (text);
      texts_back[N - 1 - i] = g_strdup (text);
      numbers_back[N - 1 - i] = numbers[i];
    }

  {
    g_autoptr (MarmotColumn) a = marmot_column_new_text ((const char * const *) texts);
    g_autoptr (MarmotColumn) a_back = marmot_column_new_text ((const char * const *) texts_back);
    g_autoptr (MarmotColumn) coded = marmot_column_cast (a, MARMOT_COLUMN_DICTIONARY, NULL);
    g_autoptr (MarmotColumn) b = marmot_column_new_double (numbers, N);
    g_autoptr (MarmotColumn) b_back = marmot_column_new_double (numbers_back, N);
    MarmotColumn *forward[] = { a, b };
    MarmotColumn *backward[] = { a_back, b_back };
    g_autoptr (MarmotGroups) groups = marmot_groups_new (forward, 2, NULL);
    g_autoptr (MarmotGroups) groups_back = marmot_groups_new (backward, 2, NULL);
    g_autoptr (MarmotGroups) by_code = marmot_groups_new_from_column (coded, NULL);
    g_autoptr (MarmotGroups) by_text = marmot_groups_new_from_column (a, NULL);
    g_autoptr (MarmotTable) keys = marmot_groups_get_keys (groups);
    g_autoptr (MarmotTable) keys_back = marmot_groups_get_keys (groups_back);
    g_autoptr (MarmotColumn) first = marmot_table_get_column_by_name (keys, "key_1");
    g_autoptr (MarmotColumn) second = marmot_table_get_column_by_name (keys, "key_2");
    g_autoptr (GBytes) bytes = marmot_table_serialize (keys);
    g_autoptr (GBytes) bytes_back = marmot_table_serialize (keys_back);

    cr_assert (marmot_table_equal (keys, keys_back));
    /* To the bit: -0 would be equal to 0 and yet show. */
    cr_assert (g_bytes_equal (bytes, bytes_back));
    for (gsize i = 0; i < N; i++)
      {
        cr_assert (eq (i32, marmot_groups_peek_codes (groups)[i], marmot_groups_peek_codes (groups_back)[N - 1 - i]));
        cr_assert (eq (i32, marmot_groups_peek_codes (by_code)[i], marmot_groups_peek_codes (by_text)[i]));
      }

    /* Ascending, the first key before the second. */
    for (gsize g = 1; g < marmot_groups_get_n_groups (groups); g++)
      {
        g_autofree char *before = marmot_column_get_text (first, g - 1);
        g_autofree char *here = marmot_column_get_text (first, g);
        int order = strcmp (before, here);

        cr_assert (order < 0 || (order == 0 && marmot_column_get_double (second, g - 1)
                                                 < marmot_column_get_double (second, g)), "group %zu", g);
      }
    cr_assert (marmot_groups_get_n_groups (groups) > 1000);
  }
}

Test (groups, of_a_table_have_its_names)
{
  static const char *names[] = { "ward", "year", NULL };
  static const char *reversed[] = { "year", "ward", NULL };
  static const char *missing[] = { "year", "age", NULL };
  static const char *twice[] = { "year", "year", NULL };
  static const char *none[] = { NULL };
  static const char *wards[] = { "Wyken", "Earlsdon", "Wyken", "Wyken", NULL };
  gint64 years[] = { 2023, 2023, 2022, 2023 };
  static const gint32 expected[] = { 2, 1, 0, 2 };
  static const gint32 expected_reversed[] = { 2, 0, 1, 2 };
  g_autoptr (MarmotColumn) ward = marmot_column_new_text (wards);
  g_autoptr (MarmotColumn) year = marmot_column_new_integer (years, 4);
  MarmotColumn *columns[] = { ward, year };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 2, NULL);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (table, reversed, NULL);
  g_autoptr (MarmotGroups) other = marmot_groups_new_from_table (table, names, NULL);
  g_autoptr (MarmotTable) keys = marmot_groups_get_keys (groups);
  g_autoptr (MarmotColumn) counts = marmot_groups_count (groups);
  g_autoptr (MarmotColumn) codes = marmot_groups_get_codes (groups);
  g_autofree char *text = marmot_groups_to_string (groups);
  g_auto (GStrv) key_names = marmot_table_get_names (keys);
  g_autoptr (GError) error = NULL;

  check_codes (groups, expected, 4, 3);
  check_codes (other, expected_reversed, 4, 3);
  cr_assert (eq (str, key_names[0], "year"));
  cr_assert (eq (str, key_names[1], "ward"));
  cr_assert (eq (i64, marmot_column_get_integer (counts, 2), 2));
  cr_assert (eq (i64, marmot_column_get_integer (codes, 3), 2));
  cr_assert (eq (str, text, "4 rows in 3 groups by year, ward"));

  cr_assert (marmot_groups_new_from_table (table, missing, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_groups_new_from_table (table, twice, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_groups_new_from_table (table, none, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (groups, of_columns_that_differ_in_length_are_refused)
{
  double numbers[] = { 1, 2, 3 };
  g_autoptr (MarmotColumn) a = marmot_column_new_double (numbers, 3);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (numbers, 2);
  MarmotColumn *keys[] = { a, b };
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_groups_new (keys, 2, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
}

Test (groups, of_no_rows_and_of_nothing_but_nulls)
{
  gint64 far[] = { 1, G_MAXINT64, 5 };
  gboolean all[] = { TRUE, TRUE, TRUE };
  static const gint32 zeros[3] = { 0 };

  for (int type = 0; type <= MARMOT_COLUMN_BOOLEAN; type++)
    {
      static const char *texts[] = { "a", "b", "c", NULL };
      g_autoptr (MarmotColumn) plain = type == MARMOT_COLUMN_TEXT || type == MARMOT_COLUMN_DICTIONARY
                                         ? marmot_column_new_text (texts)
                                       : type == MARMOT_COLUMN_DATE ? marmot_column_new_date (zeros, 3)
                                       : type == MARMOT_COLUMN_BOOLEAN ? marmot_column_new_boolean (all, 3)
                                                                       : marmot_column_new_integer (far, 3);
      g_autoptr (MarmotColumn) column = NULL;
      g_autoptr (MarmotColumn) gone = NULL;
      g_autoptr (MarmotColumn) empty = NULL;
      g_autoptr (MarmotGroups) groups = NULL;
      g_autoptr (MarmotGroups) no_groups = NULL;
      MarmotColumn *twice[2];
      gint64 small[] = { 1, 2, 3 };

      if (type == MARMOT_COLUMN_DOUBLE)
        {
          marmot_column_unref (plain);
          plain = marmot_column_new_integer (small, 3);
        }
      column = marmot_column_cast (plain, (MarmotColumnType) type, NULL);
      gone = marmot_column_with_nulls (column, all, 3, NULL);
      empty = marmot_column_slice (column, 1, 0);
      groups = marmot_groups_new_from_column (gone, NULL);
      check_codes (groups, zeros, 3, 1);
      twice[0] = twice[1] = empty;
      no_groups = marmot_groups_new (twice, 2, NULL);
      check_codes (no_groups, zeros, 0, 0);
    }
}

Test (groups, codes_are_checked)
{
  gint32 codes[] = { 0, 2, 1 };
  gint32 negative[] = { 0, -1 };
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 3, 4, NULL);
  g_autoptr (MarmotColumn) counts = marmot_groups_count (groups);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_groups_get_keys (groups) == NULL);
  cr_assert (eq (i64, marmot_column_get_integer (counts, 3), 0));
  cr_assert (marmot_groups_new_from_codes (codes, 3, 2, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_assert (marmot_groups_new_from_codes (negative, 2, 2, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_assert (marmot_groups_new_from_codes (codes, 3, G_MAXSIZE, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}

Test (groups, equality_hash_and_bytes)
{
  static const char *wards[] = { "Wyken", "Earlsdon", "Wyken", NULL };
  static const char *others[] = { "Wyken", "Foleshill", "Wyken", NULL };
  gint32 codes[] = { 1, 0, 1 };
  g_autoptr (MarmotColumn) ward = marmot_column_new_text (wards);
  g_autoptr (MarmotColumn) other = marmot_column_new_text (others);
  g_autoptr (MarmotGroups) a = marmot_groups_new_from_column (ward, NULL);
  g_autoptr (MarmotGroups) b = marmot_groups_new_from_column (ward, NULL);
  g_autoptr (MarmotGroups) c = marmot_groups_new_from_column (other, NULL);
  g_autoptr (MarmotGroups) d = marmot_groups_new_from_codes (codes, 3, 2, NULL);
  MarmotGroups *both[] = { a, d };

  cr_assert (marmot_groups_equal (a, b));
  cr_assert (eq (u32, marmot_groups_hash (a), marmot_groups_hash (b)));
  cr_assert_not (marmot_groups_equal (a, c));
  cr_assert_not (marmot_groups_equal (a, d));

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = marmot_groups_serialize (both[i]);
      g_autoptr (MarmotGroups) back = marmot_groups_deserialize (bytes, NULL);
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);

      cr_assert (back != NULL);
      cr_assert (marmot_groups_equal (both[i], back));
      for (gsize cut = 0; cut < size; cut++)
        {
          g_autoptr (GBytes) part = g_bytes_new (data, cut);
          g_autoptr (GError) error = NULL;

          cr_assert (marmot_groups_deserialize (part, &error) == NULL, "cut at %zu", cut);
          cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
        }
    }
}
