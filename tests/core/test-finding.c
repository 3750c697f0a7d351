/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>

static MarmotFinding *
sample (const char *file,
        guint64 row,
        const char *column,
        const char *rule)
{
  return marmot_finding_new (rule, MARMOT_SEVERITY_ERROR, file, row, column, NULL,
                             "The cell is not a number", "Write digits");
}

Test (finding, keeps_what_it_was_given)
{
  g_autoptr (MarmotFinding) f = marmot_finding_new ("csv/ragged-row", MARMOT_SEVERITY_WARNING,
                                                    "a.csv", G_MAXUINT64, "value", "sections/2",
                                                    "The row is short", "Add the missing cells");

  cr_assert (eq (str, (char *) marmot_finding_get_rule (f), "csv/ragged-row"));
  cr_assert (eq (int, marmot_finding_get_severity (f), MARMOT_SEVERITY_WARNING));
  cr_assert (eq (str, (char *) marmot_finding_get_file (f), "a.csv"));
  cr_assert (eq (u64, marmot_finding_get_row (f), G_MAXUINT64));
  cr_assert (eq (str, (char *) marmot_finding_get_column (f), "value"));
  cr_assert (eq (str, (char *) marmot_finding_get_path (f), "sections/2"));
  cr_assert (eq (str, (char *) marmot_finding_get_message (f), "The row is short"));
  cr_assert (eq (str, (char *) marmot_finding_get_fix (f), "Add the missing cells"));
  cr_assert_not (marmot_finding_is_published (f));
}

Test (finding, a_published_one_says_so)
{
  g_autoptr (MarmotFinding) f = marmot_finding_new_published ("comparison/label", MARMOT_SEVERITY_NOTE,
                                                              NULL, 0, NULL, NULL, "Printed as 5.9", "Check it");
  g_autoptr (MarmotFinding) g = marmot_finding_new ("comparison/label", MARMOT_SEVERITY_NOTE,
                                                    NULL, 0, NULL, NULL, "Printed as 5.9", "Check it");

  cr_assert (marmot_finding_is_published (f));
  cr_assert_not (marmot_finding_equal (f, g));
  cr_assert (eq (ptr, (void *) marmot_finding_get_file (f), NULL));
  cr_assert (eq (ptr, (void *) marmot_finding_get_column (f), NULL));
  cr_assert (eq (ptr, (void *) marmot_finding_get_path (f), NULL));
}

Test (finding, sorts_by_file_row_column_rule)
{
  /* Each comes before the next. */
  MarmotFinding *ordered[] = {
    sample (NULL, 9, "z", "z"),
    sample ("a.csv", 0, "z", "z"),
    sample ("a.csv", 2, NULL, "z"),
    sample ("a.csv", 2, "a", "z"),
    sample ("a.csv", 2, "b", "a"),
    sample ("a.csv", 2, "b", "b"),
    sample ("a.csv", 10, "a", "a"),
    sample ("b.csv", 1, "a", "a"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int order = marmot_finding_compare (ordered[i], ordered[j]);
        int sign = CLAMP (order, -1, 1);
        int expected = i < j ? -1 : i > j;
        gboolean equal = marmot_finding_equal (ordered[i], ordered[j]);

        cr_assert (eq (int, sign, expected), "%zu against %zu", i, j);
        cr_assert (eq (int, equal, i == j), "%zu against %zu", i, j);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    marmot_finding_unref (ordered[i]);
}

Test (finding, equal_ones_share_a_hash)
{
  g_autoptr (MarmotFinding) a = sample ("a.csv", 2, "b", "b");
  g_autoptr (MarmotFinding) b = sample ("a.csv", 2, "b", "b");

  cr_assert (marmot_finding_equal (a, b));
  cr_assert (eq (u32, marmot_finding_hash (a), marmot_finding_hash (b)));
}

Test (finding, prints_only_the_places_that_it_has)
{
  static const struct
  {
    char *file;
    guint64 row;
    char *column;
    char *path;
    char *expected;
  } cases[] = {
    { "indicators.csv", 3, "value", NULL,
      "indicators.csv, row 3, column value: The cell is not a number (csv/not-a-number). Fix: Write digits" },
    { NULL, 0, NULL, NULL, "The cell is not a number (csv/not-a-number). Fix: Write digits" },
    { NULL, 3, NULL, NULL, "row 3: The cell is not a number (csv/not-a-number). Fix: Write digits" },
    { "t.json", 0, NULL, "sections/2",
      "t.json, at sections/2: The cell is not a number (csv/not-a-number). Fix: Write digits" },
    { NULL, 0, "two\nlines", NULL,
      "column two lines: The cell is not a number (csv/not-a-number). Fix: Write digits" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFinding) f = marmot_finding_new ("csv/not-a-number", MARMOT_SEVERITY_ERROR,
                                                        cases[i].file, cases[i].row, cases[i].column,
                                                        cases[i].path, "The cell is not a number",
                                                        "Write digits");
      g_autofree char *text = marmot_finding_to_string (f);

      cr_assert (eq (str, text, cases[i].expected));
    }
}

Test (finding, text_that_is_not_utf8_is_made_so)
{
  g_autoptr (MarmotFinding) f = sample ("\xff.csv", 1, "\xe9", "csv/encoding");

  cr_assert (eq (str, (char *) marmot_finding_get_file (f), "\xef\xbf\xbd.csv"));
  cr_assert (g_utf8_validate (marmot_finding_get_column (f), -1, NULL));
}

Test (finding, bytes_come_back_the_same_and_damaged_ones_are_refused)
{
  MarmotFinding *findings[] = {
    sample ("a.csv", 2, "b", "b"),
    sample (NULL, 0, NULL, "b"),
    marmot_finding_new_published ("r", MARMOT_SEVERITY_NOTE, "f", 1, "c", "p", "m", "x"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autoptr (MarmotFinding) a = findings[i];
      g_autoptr (GBytes) bytes = marmot_finding_serialize (a);
      g_autoptr (MarmotFinding) b = marmot_finding_deserialize (bytes, NULL);
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);

      cr_assert (b != NULL);
      cr_assert (marmot_finding_equal (a, b));
      for (gsize cut = 0; cut < size; cut++)
        {
          g_autoptr (GBytes) part = g_bytes_new (data, cut);
          g_autoptr (GError) error = NULL;
          g_autoptr (MarmotFinding) c = marmot_finding_deserialize (part, &error);

          cr_assert (c == NULL, "cut at %zu", cut);
          cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
        }
    }
}
