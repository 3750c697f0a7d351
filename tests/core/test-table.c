/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

static MarmotTable *
make (void)
{
  static const char *names[] = { "ward", "count", "rate", NULL };
  static const char *wards[] = { "Foleshill", "Earlsdon", "Wyken", NULL };
  gint64 counts[] = { 12, 5, 9 };
  double rates[] = { 4.5, 2.25, 3 };
  gboolean nulls[] = { FALSE, TRUE, FALSE };
  g_autoptr (MarmotColumn) ward = marmot_column_new_text (wards);
  g_autoptr (MarmotColumn) count = marmot_column_new_integer (counts, 3);
  g_autoptr (MarmotColumn) whole = marmot_column_new_double (rates, 3);
  g_autoptr (MarmotColumn) rate = marmot_column_with_nulls (whole, nulls, 3, NULL);
  MarmotColumn *columns[] = { ward, count, rate };

  return marmot_table_new (names, columns, 3, NULL);
}

Test (table, finds_its_columns)
{
  g_autoptr (MarmotTable) table = make ();
  g_auto (GStrv) names = marmot_table_get_names (table);
  g_autoptr (MarmotColumn) by_name = marmot_table_get_column_by_name (table, "count");
  g_autoptr (MarmotColumn) by_place = marmot_table_get_column (table, 1);
  gsize place = 99;

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 3));
  cr_assert (eq (sz, marmot_table_get_n_columns (table), 3));
  cr_assert (eq (sz, g_strv_length (names), 3));
  cr_assert (eq (str, names[2], "rate"));
  cr_assert (eq (str, (char *) marmot_table_get_column_name (table, 0), "ward"));
  cr_assert (eq (ptr, by_name, by_place));
  cr_assert (marmot_table_find_column (table, "rate", &place));
  cr_assert (eq (sz, place, 2));
  cr_assert_not (marmot_table_has_column (table, "Rate"));
  cr_assert (marmot_table_get_column_by_name (table, "") == NULL);
}

Test (table, finds_its_columns_when_there_are_many)
{
  enum { MANY = 300 };
  g_auto (GStrv) names = g_new0 (char *, MANY + 1);
  MarmotColumn *columns[MANY];
  g_autoptr (MarmotTable) table = NULL;

  for (gint64 i = 0; i < MANY; i++)
    {
      names[i] = g_strdup_printf ("c%d", (int) i);
      columns[i] = marmot_column_new_integer (&i, 1);
    }
  table = marmot_table_new ((const char * const *) names, columns, MANY, NULL);
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (MarmotColumn) found = marmot_table_get_column_by_name (table, names[i]);

      cr_assert (eq (i64, marmot_column_get_integer (found, 0), i));
      marmot_column_unref (columns[i]);
    }
  cr_assert_not (marmot_table_has_column (table, "c300"));
}

Test (table, refuses_what_does_not_fit)
{
  double two[] = { 1, 2 };
  g_autoptr (MarmotColumn) a = marmot_column_new_double (two, 2);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (two, 1);
  MarmotColumn *columns[] = { a, b };
  MarmotColumn *same[] = { a, a };
  struct
  {
    const char *names[4];
    MarmotColumn **columns;
    int code;
  } cases[] = {
    { { "x", "y", NULL }, columns, MARMOT_ERROR_LENGTH },
    { { "x", NULL }, same, MARMOT_ERROR_LENGTH },
    { { "x", "y", "z", NULL }, same, MARMOT_ERROR_LENGTH },
    { { "x", "x", NULL }, same, MARMOT_ERROR_INVALID_ARGUMENT },
    { { "x", "", NULL }, same, MARMOT_ERROR_INVALID_ARGUMENT },
    { { "x", "\xe9", NULL }, same, MARMOT_ERROR_INVALID_ARGUMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_table_new (cases[i].names, cases[i].columns, 2, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "case %zu", i);
    }
}

Test (table, select_slice_and_with_column_share_columns)
{
  static const char *wanted[] = { "rate", "ward", NULL };
  static const char *missing[] = { "rate", "age", NULL };
  static const char *twice[] = { "rate", "rate", NULL };
  double three[] = { 7, 8, 9 };
  g_autoptr (MarmotTable) table = make ();
  g_autoptr (MarmotTable) selected = marmot_table_select (table, wanted, NULL);
  g_autoptr (MarmotTable) slice = marmot_table_slice (table, 1, 2);
  g_autoptr (MarmotColumn) column = marmot_column_new_double (three, 3);
  g_autoptr (MarmotColumn) short_column = marmot_column_new_double (three, 2);
  g_autoptr (MarmotTable) replaced = marmot_table_with_column (table, "count", column, NULL);
  g_autoptr (MarmotTable) added = marmot_table_with_column (table, "new", column, NULL);
  g_autoptr (MarmotColumn) at_one = marmot_table_get_column (replaced, 1);
  g_autoptr (MarmotColumn) at_three = marmot_table_get_column (added, 3);
  g_autoptr (MarmotColumn) ward = marmot_table_get_column (selected, 1);
  g_autoptr (MarmotColumn) same_ward = marmot_table_get_column (table, 0);
  g_autoptr (MarmotColumn) last_counts = marmot_table_get_column (slice, 1);
  g_autoptr (GError) error = NULL;

  cr_assert (eq (ptr, ward, same_ward));
  cr_assert (eq (ptr, at_one, column));
  cr_assert (eq (ptr, at_three, column));
  cr_assert (eq (sz, marmot_table_get_n_columns (replaced), 3));
  cr_assert (eq (sz, marmot_table_get_n_columns (added), 4));
  cr_assert (eq (sz, marmot_table_get_n_rows (slice), 2));
  cr_assert (eq (i64, marmot_column_get_integer (last_counts, 1), 9));

  cr_assert (marmot_table_select (table, missing, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_table_select (table, twice, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_table_with_column (table, "new", short_column, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
  cr_assert (marmot_table_with_column (table, "", column, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (table, equality_hash_and_bytes)
{
  g_autoptr (MarmotTable) a = make ();
  g_autoptr (MarmotTable) b = make ();
  g_autoptr (MarmotTable) shorter = marmot_table_slice (a, 0, 2);
  g_autoptr (MarmotColumn) count = marmot_table_get_column (a, 1);
  g_autoptr (MarmotTable) renamed = marmot_table_with_column (a, "again", count, NULL);
  g_autoptr (GBytes) bytes = marmot_table_serialize (a);
  g_autoptr (MarmotTable) back = marmot_table_deserialize (bytes, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  cr_assert (marmot_table_equal (a, b));
  cr_assert (eq (u32, marmot_table_hash (a), marmot_table_hash (b)));
  cr_assert_not (marmot_table_equal (a, shorter));
  cr_assert_not (marmot_table_equal (a, renamed));
  cr_assert (back != NULL);
  cr_assert (marmot_table_equal (a, back));

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_table_deserialize (part, &error) == NULL, "cut at %zu", cut);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }
}

Test (table, prints_its_shape_and_no_values)
{
  g_autoptr (MarmotTable) table = make ();
  g_autofree char *text = marmot_table_to_string (table);

  cr_assert (eq (str, text,
                 "3 rows, 3 columns\n  ward: text\n  count: integers\n  rate: doubles, 1 null"));
}

Test (table, may_be_empty)
{
  static const char *none[] = { NULL };
  g_autoptr (MarmotTable) table = marmot_table_new (none, NULL, 0, NULL);
  g_autoptr (GBytes) bytes = marmot_table_serialize (table);
  g_autoptr (MarmotTable) back = marmot_table_deserialize (bytes, NULL);
  g_autoptr (MarmotTable) slice = marmot_table_slice (table, 0, 0);

  cr_assert (marmot_table_equal (table, back));
  cr_assert (marmot_table_equal (table, slice));
}
