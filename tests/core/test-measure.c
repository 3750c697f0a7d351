/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

static const char *const reasons[] = { "no end date", "under 18", NULL };
static const gint64 n_excluded[] = { 12, 4 };
static const gint64 row_numbers[] = { 0, 7, 2779 };

static MarmotMeasure *
sample (gboolean with_estimate,
        gboolean with_rows)
{
  g_autoptr (MarmotEstimate) estimate = with_estimate ? marmot_proportion (469, 2780, NULL, NULL) : NULL;
  g_autoptr (MarmotColumn) rows = with_rows ? marmot_column_new_integer (row_numbers, 3) : NULL;
  g_autoptr (GError) error = NULL;
  MarmotMeasure *self = marmot_measure_new (469, 2780, 3, reasons, n_excluded, 2, estimate, rows, &error);

  cr_assert (self != NULL, "%s", error ? error->message : "no error");
  return self;
}

Test (measure, keeps_what_it_was_given)
{
  g_autoptr (MarmotMeasure) m = sample (TRUE, TRUE);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (m);
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (m);

  cr_assert (eq (dbl, marmot_measure_get_numerator (m), 469));
  cr_assert (eq (dbl, marmot_measure_get_denominator (m), 2780));
  cr_assert (eq (i64, marmot_measure_get_n_unknown (m), 3));
  cr_assert (g_strv_equal (marmot_measure_get_reasons (m), reasons));
  cr_assert (eq (i64, marmot_measure_count_excluded (m, "no end date"), 12));
  cr_assert (eq (i64, marmot_measure_count_excluded (m, "under 18"), 4));
  cr_assert (eq (i64, marmot_measure_count_excluded (m, "over 18"), 0));
  cr_assert (eq (i64, marmot_measure_count_excluded (m, NULL), 16));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_value (estimate), 469.0 / 2780, 1e-15));
  cr_assert (eq (i64, marmot_column_get_integer (rows, 2), 2779));
}

Test (measure, may_have_nothing_but_counts)
{
  /* More events than person-years: a rate, and no mistake. */
  g_autoptr (MarmotMeasure) m = marmot_measure_new (12, 8.5, 0, NULL, NULL, 0, NULL, NULL, NULL);
  g_autofree char *text = marmot_measure_to_string (m);

  cr_assert (marmot_measure_get_estimate (m) == NULL);
  cr_assert (marmot_measure_get_rows (m) == NULL);
  cr_assert (marmot_measure_get_reasons (m)[0] == NULL);
  cr_assert (eq (i64, marmot_measure_count_excluded (m, NULL), 0));
  cr_assert (eq (str, text, "12 of 8.5"));
}

Test (measure, prints_for_a_person_and_without_rows)
{
  g_autoptr (MarmotMeasure) m = sample (FALSE, TRUE);
  g_autoptr (MarmotMeasure) full = sample (TRUE, FALSE);
  g_autofree char *text = marmot_measure_to_string (m);
  g_autofree char *full_text = marmot_measure_to_string (full);

  cr_assert (eq (str, text, "469 of 2780, 16 excluded (no end date 12, under 18 4), 3 unknown"));
  cr_assert (g_str_has_prefix (full_text, text));
  cr_assert (strstr (full_text, ": 0.168705 (") != NULL, "%s", full_text);
}

Test (measure, equality_and_hash_see_every_part)
{
  static const gint64 other_counts[] = { 12, 5 };
  static const char *const other_reasons[] = { "no end date", "over 18", NULL };
  g_autoptr (MarmotEstimate) e = marmot_proportion (469, 2780, NULL, NULL);
  g_autoptr (MarmotEstimate) e2 = marmot_rate (469, 2780, NULL, NULL);
  g_autoptr (MarmotColumn) rows = marmot_column_new_integer (row_numbers, 3);
  g_autoptr (MarmotColumn) rows2 = marmot_column_new_integer (row_numbers, 2);
  MarmotMeasure *all[] = {
    marmot_measure_new (469, 2780, 3, reasons, n_excluded, 2, e, rows, NULL),
    marmot_measure_new (468, 2780, 3, reasons, n_excluded, 2, e, rows, NULL),
    marmot_measure_new (469, 2781, 3, reasons, n_excluded, 2, e, rows, NULL),
    marmot_measure_new (469, 2780, 4, reasons, n_excluded, 2, e, rows, NULL),
    marmot_measure_new (469, 2780, 3, other_reasons, n_excluded, 2, e, rows, NULL),
    marmot_measure_new (469, 2780, 3, reasons, other_counts, 2, e, rows, NULL),
    marmot_measure_new (469, 2780, 3, NULL, NULL, 0, e, rows, NULL),
    marmot_measure_new (469, 2780, 3, reasons, n_excluded, 2, e2, rows, NULL),
    marmot_measure_new (469, 2780, 3, reasons, n_excluded, 2, NULL, rows, NULL),
    marmot_measure_new (469, 2780, 3, reasons, n_excluded, 2, e, rows2, NULL),
    marmot_measure_new (469, 2780, 3, reasons, n_excluded, 2, e, NULL, NULL),
  };
  g_autoptr (MarmotMeasure) same = sample (TRUE, TRUE);

  cr_assert (marmot_measure_equal (all[0], same));
  cr_assert (marmot_measure_hash (all[0]) == marmot_measure_hash (same));
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (all); j++)
      cr_assert (marmot_measure_equal (all[i], all[j]) == (i == j), "%zu and %zu", i, j);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    marmot_measure_unref (all[i]);
}

Test (measure, refuses_what_cannot_be)
{
  static const char *const twice[] = { "a", "a", NULL };
  static const char *const empty[] = { "a", "", NULL };
  static const char *const bytes[] = { "a", "\xff", NULL };
  static const gint64 negative[] = { 1, -1 };
  static const gint64 huge[] = { G_MAXINT64, 1 };
  static const gint64 negative_row = -1;
  static const double half = 0.5;
  g_autoptr (MarmotColumn) doubles = marmot_column_new_double (&half, 1);
  g_autoptr (MarmotColumn) below = marmot_column_new_integer (&negative_row, 1);
  struct
  {
    double numerator, denominator;
    gint64 n_unknown;
    const char *const *reasons;
    const gint64 *counts;
    gsize n_counts;
    MarmotColumn *rows;
    MarmotError code;
  } cases[] = {
    { -1, 10, 0, NULL, NULL, 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, -10, 0, NULL, NULL, 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { (double) NAN, 10, 0, NULL, NULL, 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, (double) NAN, 0, NULL, NULL, 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, (double) INFINITY, 0, NULL, NULL, 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, -1, NULL, NULL, 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, 0, twice, n_excluded, 2, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, 0, empty, n_excluded, 2, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, 0, bytes, n_excluded, 2, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, 0, reasons, negative, 2, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, 0, reasons, huge, 2, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { 1, 10, 0, reasons, n_excluded, 1, NULL, MARMOT_ERROR_LENGTH },
    { 1, 10, 0, reasons, NULL, 0, NULL, MARMOT_ERROR_LENGTH },
    { 1, 10, 0, NULL, n_excluded, 1, NULL, MARMOT_ERROR_LENGTH },
    { 1, 10, 0, NULL, NULL, 0, doubles, MARMOT_ERROR_TYPE },
    { 1, 10, 0, NULL, NULL, 0, below, MARMOT_ERROR_INVALID_ARGUMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MarmotMeasure *m = marmot_measure_new (cases[i].numerator, cases[i].denominator, cases[i].n_unknown,
                                             cases[i].reasons, cases[i].counts, cases[i].n_counts, NULL,
                                             cases[i].rows, &error);

      cr_assert (m == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) cases[i].code), "case %zu", i);
    }
}

Test (measure, bytes_come_back_the_same)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (MarmotMeasure) a = sample (i & 1, i & 2);
      g_autoptr (GBytes) bytes = marmot_measure_serialize (a);
      g_autoptr (MarmotMeasure) b = marmot_measure_deserialize (bytes, NULL);

      cr_assert (b != NULL);
      cr_assert (marmot_measure_equal (a, b));
    }
}

Test (measure, damaged_bytes_are_refused)
{
  g_autoptr (MarmotMeasure) a = sample (TRUE, TRUE);
  g_autoptr (GBytes) bytes = marmot_measure_serialize (a);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_measure_deserialize (part, &error) == NULL, "cut at %zu", cut);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }

  /* A byte changed: another measure, or an error, and never a crash. */
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) whole = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotMeasure) m = NULL;

      changed[i] ^= 0xff;
      whole = g_bytes_new (changed, size);
      m = marmot_measure_deserialize (whole, &error);
      if (m)
        cr_assert_not (marmot_measure_equal (a, m), "byte %zu", i);
      else
        cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE), "byte %zu", i);
    }
}
