/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The line beside the groups, and how far they bend away from it.
 */
#include <criterion/criterion.h>

#include <math.h>

#include "support/inequality.h"

static MarmotInequality *
measure (MarmotSubgroups *subgroups,
         MarmotMethod     method)
{
  g_autoptr (MarmotIntervalOptions) interval = test_method (method, 0);
  g_autoptr (GError) error = NULL;
  MarmotInequality *result
    = marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_CURVATURE, NULL, interval, &error);

  cr_assert (result != NULL, "%s", error ? error->message : "");
  return result;
}

/* R 4.2.2: lm (y ~ x + I (x^2), weights = n) on the middles of the groups, and the
 * propagated error from its hat matrix. */
Test (gradient, curvature_is_that_of_the_parabola)
{
  const double y[] = { 31, 24, 22, 19, 20, 18.5 }, n[] = { 100, 150, 120, 90, 200, 140 };
  const double r[] = { 1, 2, 3, 4, 5, 6 }, s[] = { 1.5, 1.2, 1.1, 1.4, 0.9, 1 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, n, r, s, 6);
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, n, r, NULL, 6);
  g_autoptr (MarmotInequality) propagated = measure (subgroups, MARMOT_METHOD_DEFAULT);
  g_autoptr (MarmotInequality) residual = measure (bare, MARMOT_METHOD_DEFAULT);
  g_autoptr (MarmotEstimate) estimate = marmot_inequality_get_estimate (residual, 0);

  cr_assert (test_near (marmot_inequality_get_value (propagated, 0), 23.0645417577771, 1e-12), "%.17g",
             marmot_inequality_get_value (propagated, 0));
  cr_assert (test_near (marmot_inequality_get_standard_error (propagated, 0), 6.7571489343557172, 1e-12), "%.17g",
             marmot_inequality_get_standard_error (propagated, 0));
  cr_assert (test_near (marmot_inequality_get_standard_error (residual, 0), 8.8615941285284041, 1e-11), "%.17g",
             marmot_inequality_get_standard_error (residual, 0));
  cr_assert (test_near (marmot_estimate_get_lower (estimate), -5.1370057354819139, 1e-9), "%.17g", marmot_estimate_get_lower (estimate));
  cr_assert (test_near (marmot_estimate_get_upper (estimate), 51.266089251036114, 1e-9));
}

Test (gradient, a_straight_line_does_not_bend)
{
  const double n[] = { 100, 150, 120, 90, 200 }, r[] = { 1, 2, 3, 4, 5 }, s[] = { 1, 1, 1, 1, 1 };
  double y[5], total = 660, below = 0;
  g_autoptr (MarmotSubgroups) subgroups = NULL;
  g_autoptr (MarmotInequality) result = NULL;
  g_autoptr (MarmotTable) gradient = NULL;
  g_autoptr (MarmotColumn) residual = NULL;
  g_autoptr (MarmotColumn) place = NULL;
  g_autoptr (MarmotColumn) row = NULL;

  for (gsize i = 0; i < 5; i++)
    {
      y[i] = 80 - 13 * (below + n[i] / 2) / total;
      below += n[i];
    }
  subgroups = test_subgroups (y, n, r, s, 5);
  result = measure (subgroups, MARMOT_METHOD_DEFAULT);
  cr_assert (fabs (marmot_inequality_get_value (result, 0)) < 1e-11);
  cr_assert (marmot_inequality_get_standard_error (result, 0) > 0);

  gradient = marmot_subgroups_make_gradient (subgroups, NULL, NULL);
  cr_assert_eq (marmot_table_get_n_rows (gradient), 5);
  residual = marmot_table_get_column_by_name (gradient, "residual");
  place = marmot_table_get_column_by_name (gradient, "place");
  row = marmot_table_get_column_by_name (gradient, "row");
  for (gsize i = 0; i < 5; i++)
    {
      cr_assert (fabs (marmot_column_get_double (residual, i)) < 1e-12);
      cr_assert_eq (marmot_column_get_integer (row, i), (gint64) i);
    }
  cr_assert (test_near (marmot_column_get_double (place, 0), 50.0 / 660, 1e-14));
  cr_assert (test_near (marmot_column_get_double (place, 4), 560.0 / 660, 1e-14));
}

/* Rows of two areas mixed, unordered, one of them too short for a line. */
Test (gradient, areas_are_apart_and_in_order)
{
  const double y[] = { 5, 50, 3, 7, 60, 4 }, r[] = { 3, 2, 1, 4, 1, 2 };
  const gint32 codes[] = { 0, 1, 0, 0, 1, 0 };
  const double expected_rows[] = { 2, 5, 0, 3, 4, 1 };
  g_autoptr (MarmotColumn) estimate = marmot_column_new_double (y, 6);
  g_autoptr (MarmotColumn) rank = marmot_column_new_double (r, 6);
  g_autoptr (MarmotGroups) areas = marmot_groups_new_from_codes (codes, 6, 2, NULL);
  g_autoptr (MarmotSubgroups) subgroups = marmot_subgroups_new (estimate, NULL, rank, areas, NULL);
  g_autoptr (MarmotTable) gradient = marmot_subgroups_make_gradient (subgroups, NULL, NULL);
  g_autoptr (MarmotColumn) row = marmot_table_get_column_by_name (gradient, "row");
  g_autoptr (MarmotColumn) fitted = marmot_table_get_column_by_name (gradient, "fitted");

  cr_assert_eq (marmot_table_get_n_rows (gradient), 6);
  for (gsize i = 0; i < 6; i++)
    {
      cr_assert_eq ((double) marmot_column_get_integer (row, i), expected_rows[i]);
      cr_assert_eq (marmot_column_is_null (fitted, i), i >= 4);
    }
}

Test (gradient, two_places_do_not_bend)
{
  const double y[] = { 1, 2, 3, 4 }, r[] = { 1, 1, 2, 2 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, NULL, r, NULL, 4);
  g_autoptr (MarmotInequality) result = measure (subgroups, MARMOT_METHOD_DEFAULT);
  g_autoptr (MarmotInequalityOptions) log = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "model",
                                                          MARMOT_SLOPE_MODEL_LOG, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert_eq (marmot_inequality_get_status (result, 0), MARMOT_STATUS_TOO_FEW_GROUPS);
  cr_assert (marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_CURVATURE, log, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* A key may be named as one of the columns. */
Test (gradient, a_key_of_the_same_name_is_refused)
{
  const char *const keys[] = { "x", "x", "y", NULL }, *const names[] = { "place", NULL };
  const double y[] = { 1, 2, 3 };
  g_autoptr (MarmotColumn) key = marmot_column_new_text (keys);
  g_autoptr (MarmotTable) table = marmot_table_new (names, &key, 1, NULL);
  g_autoptr (MarmotGroups) areas = marmot_groups_new_from_table (table, names, NULL);
  g_autoptr (MarmotColumn) estimate = marmot_column_new_double (y, 3);
  g_autoptr (MarmotSubgroups) subgroups = marmot_subgroups_new (estimate, NULL, estimate, areas, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_subgroups_make_gradient (subgroups, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (strstr (error->message, "place") != NULL);
}
