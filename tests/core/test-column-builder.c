/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

#define N 1000

Test (column_builder, builds_every_type)
{
  for (int type = 0; type <= MARMOT_COLUMN_BOOLEAN; type++)
    {
      MarmotColumnBuilder *builder = marmot_column_builder_new (type);
      g_autoptr (MarmotColumn) column = NULL;
      gsize n_nulls = 0;

      for (int i = 0; i < N; i++)
        {
          char text[16];

          g_snprintf (text, sizeof text, "%d", i % 7);
          if (i > 100 && i % 11 == 0)
            {
              marmot_column_builder_append_null (builder);
              n_nulls++;
            }
          else if (type == MARMOT_COLUMN_DOUBLE)
            marmot_column_builder_append_double (builder, i / 2.0);
          else if (type == MARMOT_COLUMN_INTEGER)
            marmot_column_builder_append_integer (builder, -i);
          else if (type == MARMOT_COLUMN_DATE)
            marmot_column_builder_append_date (builder, i);
          else if (type == MARMOT_COLUMN_BOOLEAN)
            marmot_column_builder_append_boolean (builder, i % 3 == 0);
          else
            cr_assert (marmot_column_builder_append_text (builder, text, strlen (text)));
        }
      cr_assert (eq (sz, builder->length, N));
      column = marmot_column_builder_finish (builder);

      cr_assert (eq (int, (int) marmot_column_get_column_type (column), type));
      cr_assert (eq (sz, marmot_column_get_length (column), N));
      cr_assert (eq (sz, marmot_column_get_n_nulls (column), n_nulls));
      for (int i = 0; i < N; i++)
        {
          gsize row = (gsize) i;

          cr_assert (eq (int, marmot_column_is_null (column, row), i > 100 && i % 11 == 0));
          if (marmot_column_is_null (column, row))
            continue;
          if (type == MARMOT_COLUMN_DOUBLE)
            cr_assert (eq (dbl, marmot_column_get_double (column, row), i / 2.0));
          else if (type == MARMOT_COLUMN_INTEGER)
            cr_assert (eq (i64, marmot_column_get_integer (column, row), -i));
          else if (type == MARMOT_COLUMN_DATE)
            cr_assert (eq (i32, marmot_column_get_date (column, row), i));
          else if (type == MARMOT_COLUMN_BOOLEAN)
            cr_assert (eq (int, marmot_column_get_boolean (column, row), i % 3 == 0));
          else
            {
              g_autofree char *text = marmot_column_get_text (column, row);

              cr_assert (eq (int, atoi (text), i % 7));
            }
        }
    }
}

/* The limit is two gigabytes; here it is moved down to where a test can reach. */
Test (column_builder, offsets_widen_when_there_is_much_text)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  MarmotColumnBuilder *usual = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  g_autoptr (MarmotColumn) wide = NULL;
  g_autoptr (MarmotColumn) narrow = NULL;
  g_autoptr (MarmotColumn) slice = NULL;
  g_autoptr (GBytes) offsets = NULL;

  builder->narrow_limit = 1000;
  for (int i = 0; i < N; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "row %d", i);
      marmot_column_builder_append_text (builder, text, strlen (text));
      marmot_column_builder_append_text (usual, text, strlen (text));
      if (i % 10 == 0)
        {
          marmot_column_builder_append_null (builder);
          marmot_column_builder_append_null (usual);
        }
    }
  cr_assert (builder->is_wide);
  cr_assert_not (usual->is_wide);
  wide = marmot_column_builder_finish (builder);
  narrow = marmot_column_builder_finish (usual);
  slice = marmot_column_slice (wide, 500, 20);
  offsets = marmot_column_get_offsets (slice);

  cr_assert (marmot_column_equal (wide, narrow));
  cr_assert (eq (sz, g_bytes_get_size (offsets), 21 * sizeof (gint32)));
}

Test (column_builder, may_be_given_up_and_may_stay_empty)
{
  MarmotColumnBuilder *dictionary = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  MarmotColumnBuilder *nulls = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  g_autoptr (MarmotColumn) column = NULL;

  marmot_column_builder_append_text (dictionary, "", 0);
  marmot_column_builder_append_null (dictionary);
  marmot_column_builder_free (dictionary);

  marmot_column_builder_append_null (nulls);
  column = marmot_column_builder_finish (nulls);
  cr_assert (eq (sz, marmot_column_get_n_nulls (column), 1));

  for (int type = 0; type <= MARMOT_COLUMN_BOOLEAN; type++)
    {
      g_autoptr (MarmotColumn) empty
        = marmot_column_builder_finish (marmot_column_builder_new (type));

      cr_assert (eq (sz, marmot_column_get_length (empty), 0));
    }
}

Test (text_index, numbers_texts_as_they_come)
{
  MarmotTextIndex *index = marmot_text_index_new ();
  g_autoptr (MarmotColumn) texts = NULL;

  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 5000; i++)
      {
        char text[32];

        g_snprintf (text, sizeof text, "%d%s", i, i % 2 ? " and some more of it" : "");
        cr_assert (eq (i32, marmot_text_index_add (index, text, strlen (text)), i));
      }
  texts = marmot_text_index_finish (index);
  cr_assert (eq (sz, marmot_column_get_length (texts), 5000));
}

Test (column_builder, codes_of_texts_do_not_depend_on_what_was_guessed)
{
  /* Runs, turns, rounds and no pattern, of texts that begin alike. */
  static const char *const texts[] = { "", "a", "ab", "abc", "abd", "abcabcabc", "abcabcabd", "b" };
  gsize n = 4000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree guint *which = g_new (guint, n);
  gint32 code_of[G_N_ELEMENTS (texts)];
  gint32 n_codes = 0;
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  g_autoptr (MarmotColumn) column = NULL;

  memset (code_of, 0xff, sizeof code_of);
  for (gsize i = 0; i < n; i++)
    {
      which[i] = i < 1000   ? (guint) (i / 200)
                 : i < 2000 ? (guint) (i % 2)
                 : i < 3000 ? (guint) (i % G_N_ELEMENTS (texts))
                            : (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (texts));
      cr_assert (marmot_column_builder_append_text (builder, texts[which[i]], strlen (texts[which[i]])));
    }
  column = marmot_column_builder_finish (builder);
  for (gsize i = 0; i < n; i++)
    {
      if (code_of[which[i]] < 0)
        code_of[which[i]] = n_codes++;
      cr_assert (eq (i64, marmot_column_get_code (column, i), code_of[which[i]]));
    }
}

/* Rows that come and go, of every type, leave what never came. */
Test (column_builder, rows_that_are_taken_back_leave_nothing)
{
  static const MarmotColumnType types[] = { MARMOT_COLUMN_DOUBLE, MARMOT_COLUMN_INTEGER,    MARMOT_COLUMN_DATE,
                                            MARMOT_COLUMN_TEXT,   MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_BOOLEAN };

  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    {
      MarmotColumnBuilder *with = marmot_column_builder_new (types[t]);
      MarmotColumnBuilder *without = marmot_column_builder_new (types[t]);
      g_autoptr (GRand) rand = g_rand_new_with_seed (7);
      g_autoptr (MarmotColumn) a = NULL;
      g_autoptr (MarmotColumn) b = NULL;

      for (guint i = 0; i < 4000; i++)
        {
          const gint32 value = g_rand_int_range (rand, 0, 900);
          const gboolean is_kept = g_rand_boolean (rand);

          for (int k = 0; k < 2; k++)
            {
              MarmotColumnBuilder *builder = k ? without : with;
              char text[16];

              if (k && !is_kept)
                continue;
              g_snprintf (text, sizeof text, "t%d", value);
              if (value % 7 == 0)
                marmot_column_builder_append_null (builder);
              else if (types[t] == MARMOT_COLUMN_DOUBLE)
                marmot_column_builder_append_double (builder, value);
              else if (types[t] == MARMOT_COLUMN_INTEGER)
                marmot_column_builder_append_integer (builder, value);
              else if (types[t] == MARMOT_COLUMN_DATE)
                marmot_column_builder_append_date (builder, value);
              else if (types[t] == MARMOT_COLUMN_BOOLEAN)
                marmot_column_builder_append_boolean (builder, value % 2);
              else
                cr_assert (marmot_column_builder_append_text (builder, text, strlen (text)));
              if (!k && !is_kept)
                marmot_column_builder_drop_last (builder);
            }
        }
      a = marmot_column_builder_finish (with);
      b = marmot_column_builder_finish (without);
      cr_assert (marmot_column_equal (a, b), "type %zu", t);
      if (types[t] == MARMOT_COLUMN_DICTIONARY)
        {
          g_autoptr (MarmotColumn) texts_a = marmot_column_get_dictionary (a);
          g_autoptr (MarmotColumn) texts_b = marmot_column_get_dictionary (b);

          cr_assert (marmot_column_equal (texts_a, texts_b));
        }
    }
}
