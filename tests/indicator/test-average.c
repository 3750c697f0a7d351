/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

/* A large area, a small one, one suppressed, one without people, and the area
 * itself. Pooled over the neighbours: 110 of 1,100; mean of areas: (10 + 40) / 2. */
static MarmotTable *
new_figures (void)
{
  const char *const codes[] = { "E08000026", "E06000014", "E06000015", "E06000016", "E06000017", NULL };
  const char *const names[] = { "area", "count", "denominator", "value", NULL };
  const double counts[] = { 300, 70, 40, 0, 5 };
  const double denominators[] = { 1000, 1000, 100, 500, 0 };
  const double values[] = { 30, 10, 40, 0, NAN };
  const gboolean nulls[] = { FALSE, FALSE, FALSE, TRUE, FALSE };
  g_autoptr (MarmotColumn) bare_counts = marmot_column_new_double (counts, 5);
  g_autoptr (MarmotColumn) bare_values = marmot_column_new_double (values, 5);
  MarmotColumn *columns[] = {
    marmot_column_new_text (codes),
    marmot_column_with_nulls (bare_counts, nulls, 5, NULL),
    marmot_column_new_double (denominators, 5),
    marmot_column_with_nulls (bare_values, nulls, 5, NULL),
  };
  MarmotTable *table = marmot_table_new (names, columns, 4, NULL);

  for (guint i = 0; i < 4; i++)
    marmot_column_unref (columns[i]);
  return table;
}

Test (average, names_what_it_is)
{
  static const struct
  {
    MarmotAverageKind kind;
    gboolean include;
    double expected;
    guint n_areas;
    MarmotMethod method;
  } cases[] = {
    { MARMOT_AVERAGE_KIND_POOLED, FALSE, 10, 2, MARMOT_METHOD_AVERAGE_POOLED },
    { MARMOT_AVERAGE_KIND_POOLED, TRUE, 100 * 410.0 / 2100, 3, MARMOT_METHOD_AVERAGE_POOLED },
    { MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, FALSE, 25, 2, MARMOT_METHOD_AVERAGE_OF_AREAS },
    { MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, TRUE, 80 / 3.0, 3, MARMOT_METHOD_AVERAGE_OF_AREAS },
  };
  g_autoptr (MarmotTable) figures = new_figures ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotAverage) average
        = marmot_average_new_compute (cases[i].kind, figures, "E08000026", cases[i].include, 100, NULL);

      cr_assert (fabs (marmot_value_get_number (marmot_average_get_value (average)) - cases[i].expected) < 1e-12);
      cr_assert (marmot_average_get_n_areas (average) == cases[i].n_areas);
      cr_assert (marmot_average_get_n_left_out (average) == 2);
      cr_assert (marmot_average_get_includes_area (average) == cases[i].include);
      cr_assert (marmot_average_get_kind (average) == cases[i].kind);
      cr_assert (marmot_average_get_method (average) == cases[i].method);
    }
}

Test (average, one_area_is_none_and_wrong_requests_are_errors)
{
  g_autoptr (MarmotTable) figures = new_figures ();
  g_autoptr (MarmotTable) one = marmot_table_slice (figures, 0, 1);
  g_autoptr (MarmotAverage) alone
    = marmot_average_new_compute (MARMOT_AVERAGE_KIND_POOLED, one, NULL, FALSE, 100, NULL);
  const char *const some[] = { "count", "denominator", NULL };
  g_autoptr (MarmotTable) nameless = marmot_table_select (figures, some, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_average_get_value (alone) == NULL);
  cr_assert (marmot_average_get_n_areas (alone) == 1);

  cr_assert (marmot_average_new_compute (MARMOT_AVERAGE_KIND_POOLED, nameless, "X", FALSE, 100, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_average_new_compute (MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, nameless, NULL, FALSE, 1, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_average_new_compute (MARMOT_AVERAGE_KIND_POOLED, figures, NULL, FALSE, 0, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
