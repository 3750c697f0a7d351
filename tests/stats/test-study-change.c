/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"

static MarmotEstimate *
change_of (double both,
           double before,
           double after,
           double neither)
{
  g_autoptr (MarmotContrast) c = marmot_paired_proportions (both, before, after, neither, NULL, NULL);

  return marmot_contrast_get_estimate (c);
}

/* Only a design with a control, and with its figures, says impact. */
Test (study_change, says_impact_only_with_a_control)
{
  g_autoptr (MarmotEstimate) change = change_of (36, 2, 12, 0);
  g_autoptr (MarmotEstimate) control = change_of (30, 6, 8, 6);
  g_autoptr (GEnumClass) designs = g_type_class_ref (MARMOT_TYPE_STUDY_DESIGN);

  cr_assert (designs->n_values == 5);
  for (guint i = 0; i < designs->n_values; i++)
    {
      MarmotStudyDesign design = (MarmotStudyDesign) designs->values[i].value;
      gboolean has_control = design != MARMOT_STUDY_DESIGN_BEFORE_AFTER
                             && design != MARMOT_STUDY_DESIGN_INTERRUPTED_SERIES;
      g_autoptr (GError) alone = NULL;
      g_autoptr (GError) controlled = NULL;
      g_autoptr (MarmotStudyChange) without = marmot_study_change_new (design, change, 50, &alone);
      g_autoptr (MarmotStudyChange) with = marmot_study_change_new_controlled (design, change, 50, control, 50, &controlled);
      MarmotStudyChange *made = has_control ? with : without;
      g_autofree char *text = NULL;

      cr_assert (marmot_study_design_has_control (design) == has_control);
      cr_assert ((without == NULL) == has_control && (with != NULL) == has_control);
      cr_assert (g_error_matches (has_control ? alone : controlled, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));

      text = marmot_study_change_to_string (made);
      cr_assert_str_eq (marmot_study_change_get_word (made), has_control ? "impact" : "change");
      cr_assert (g_str_has_prefix (text, has_control ? "Impact of " : "Change of "));
      if (!has_control)
        {
          g_autofree char *small = g_ascii_strdown (text, -1);

          cr_assert (strstr (small, "impact") == NULL && strstr (small, "effect") == NULL, "%s", text);
          cr_assert (strstr (text, "among 50; there is no control") != NULL, "%s", text);
        }
    }
}

Test (study_change, is_refused_without_a_number_of_people)
{
  const double wrong[] = { 0, -3, (double) NAN, (double) INFINITY };
  g_autoptr (MarmotEstimate) change = change_of (36, 2, 12, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_study_change_new (MARMOT_STUDY_DESIGN_BEFORE_AFTER, change, wrong[i], &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      g_clear_error (&error);
      cr_assert (marmot_study_change_new_controlled (MARMOT_STUDY_DESIGN_MATCHED, change, 50, change, wrong[i], &error)
                 == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

/* With limits that lie evenly the difference in differences has the root of the sum of
 * squares: 3 -+ 1.5 and 1 -+ 2 make 2 -+ 2.5. */
Test (study_change, takes_the_control_away)
{
  const char *const names[] = { "change", "lower", "upper", "n", "control", "control_lower", "control_upper",
                                "control_n", NULL };
  const double figures[8][5] = {
    { 3, 3, 3, 3, 3 }, { 1.5, 1.5, 1.5, 4, 1.5 }, { 4.5, 4.5, 4.5, 4.5, (double) INFINITY }, { 10, (double) NAN, 0, 10, 10 },
    { 1, 1, 1, 1, 1 }, { -1, -1, -1, -1, -1 }, { 3, 3, 3, 3, 3 }, { 12, 12, 12, 12, 12 },
  };
  const double *const columns[] = { figures[0], figures[1], figures[2], figures[3], figures[4], figures[5],
                                    figures[6], figures[7] };
  const MarmotStatus statuses[] = { MARMOT_STATUS_OK, MARMOT_STATUS_MISSING, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE,
                                    MARMOT_STATUS_OUT_OF_RANGE, MARMOT_STATUS_NOT_FINITE };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 5);
  g_autoptr (MarmotTable) with = marmot_study_changes (MARMOT_STUDY_DESIGN_RANDOMISED, table, 0.95, NULL);
  g_autoptr (MarmotTable) without = marmot_study_changes (MARMOT_STUDY_DESIGN_BEFORE_AFTER, table, 0.95, NULL);
  g_autoptr (MarmotColumn) impact = marmot_table_get_column_by_name (with, "word");
  g_autoptr (MarmotColumn) change = marmot_table_get_column_by_name (without, "word");
  g_autofree char *with_control = marmot_column_get_text (impact, 0);
  g_autofree char *alone = marmot_column_get_text (change, 0);
  g_autoptr (GError) error = NULL;

  cr_assert (test_result (with, "value", 0) == 2);
  cr_assert (test_result (with, "lower", 0) == -0.5 && test_result (with, "upper", 0) == 4.5);
  cr_assert (test_result (without, "value", 0) == 3 && test_result (without, "lower", 0) == 1.5);
  for (gsize i = 0; i < 5; i++)
    {
      cr_assert (test_status_is (with, "status", i, statuses[i]));
      cr_assert (test_status_is (without, "status", i, statuses[i]));
      cr_assert (isnan (test_result (with, "value", i)) == (i > 0));
    }
  cr_assert_str_eq (with_control, "impact");
  cr_assert_str_eq (alone, "change");
  cr_assert (marmot_study_changes (MARMOT_STUDY_DESIGN_RANDOMISED, table, 95, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (study_change, one_gives_what_columns_give)
{
  g_autoptr (MarmotEstimate) change = change_of (36, 2, 12, 0);
  g_autoptr (MarmotEstimate) control = change_of (30, 6, 8, 6);
  g_autoptr (MarmotStudyChange) one = marmot_study_change_new_controlled (MARMOT_STUDY_DESIGN_CONTROLLED, change, 50,
                                                                          control, 50, NULL);
  g_autoptr (MarmotEstimate) estimate = marmot_study_change_get_estimate (one);
  const char *const names[] = { "change", "lower", "upper", "n", "control", "control_lower", "control_upper",
                                "control_n", NULL };
  const double values[] = { marmot_estimate_get_value (change), marmot_estimate_get_lower (change),
                            marmot_estimate_get_upper (change), 50, marmot_estimate_get_value (control),
                            marmot_estimate_get_lower (control), marmot_estimate_get_upper (control), 50 };
  const double *const columns[] = { &values[0], &values[1], &values[2], &values[3], &values[4], &values[5],
                                    &values[6], &values[7] };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 1);
  g_autoptr (MarmotTable) many = marmot_study_changes (MARMOT_STUDY_DESIGN_CONTROLLED, table, 0.95, NULL);

  cr_assert (marmot_estimate_get_method (estimate) == MARMOT_METHOD_DIFFERENCE_IN_DIFFERENCES);
  cr_assert (test_result (many, "value", 0) == marmot_estimate_get_value (estimate));
  cr_assert (test_result (many, "lower", 0) == marmot_estimate_get_lower (estimate));
  cr_assert (test_result (many, "upper", 0) == marmot_estimate_get_upper (estimate));
  cr_assert (marmot_study_change_get_n (one) == 50 && marmot_study_change_get_control_n (one) == 50);
}

/* What could not be computed stays so, and levels must be the same. */
Test (study_change, passes_a_status_on)
{
  g_autoptr (MarmotEstimate) change = change_of (36, 2, 12, 0);
  g_autoptr (MarmotEstimate) nobody = change_of (0, 0, 0, 0);
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotStudyChange) made = marmot_study_change_new_controlled (MARMOT_STUDY_DESIGN_CONTROLLED, change, 50,
                                                                           nobody, 1, NULL);
  g_autoptr (MarmotEstimate) estimate = marmot_study_change_get_estimate (made);
  g_autoptr (MarmotContrast) c = NULL;
  g_autoptr (MarmotEstimate) wide = NULL;
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_estimate_get_status (estimate) == MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE);
  cr_assert (isnan (marmot_estimate_get_value (estimate)));

  marmot_interval_options_set_confidence (options, 0.998);
  c = marmot_paired_proportions (36, 2, 12, 0, options, NULL);
  wide = marmot_contrast_get_estimate (c);
  cr_assert (marmot_study_change_new_controlled (MARMOT_STUDY_DESIGN_CONTROLLED, change, 50, wide, 50, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
