/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/figures.h"

#define DAY 18000 /* some day in April 2019 */

static gboolean
test_text_is (const MarmotTable *result,
              const char *name,
              gsize row,
              const char *expected)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);
  g_autofree char *text = marmot_column_get_text (column, row);

  if (g_strcmp0 (text, expected) != 0)
    cr_log_error ("row %zu of %s is %s and not %s", row, name, text, expected);
  return g_strcmp0 (text, expected) == 0;
}

/* --- NHSRplotthedots 0.2.2 --------------------------------------------------------- */

static gint32
days_of (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  cr_assert (g_date_valid (&date), "%s", text);
  return (gint32) g_date_get_julian (&date) - 719163;
}

/* The rows of a series in the order of the file. */
static MarmotTable *
figures_of (const char *series)
{
  const char *names[] = { "date", "value", NULL };
  g_autoptr (TestTable) file = test_table_load ("spc/series.csv");
  g_autofree gint32 *days = g_new (gint32, file->rows->len);
  g_autofree double *values = g_new (double, file->rows->len);
  MarmotColumn *columns[2];
  MarmotTable *table;
  gsize n = 0;

  for (guint row = 0; row < file->rows->len; row++)
    if (g_str_equal (test_table_text (file, row, "series"), series))
      {
        days[n] = days_of (test_table_text (file, row, "date"));
        values[n++] = test_table_number (file, row, "y");
      }
  columns[0] = marmot_column_new_date (days, n);
  columns[1] = test_nullable (values, n);
  table = marmot_table_new (names, columns, 2, NULL);
  marmot_column_unref (columns[0]);
  marmot_column_unref (columns[1]);
  return table;
}

static MarmotPolarity
polarity_of (const char *improvement)
{
  return g_str_equal (improvement, "increase")   ? MARMOT_POLARITY_HIGH_IS_GOOD
         : g_str_equal (improvement, "decrease") ? MARMOT_POLARITY_LOW_IS_GOOD
                                                 : MARMOT_POLARITY_NO_JUDGEMENT;
}

static MarmotColumn *
steps_of (const char *text)
{
  g_auto (GStrv) dates = g_strsplit (text, ";", -1);
  gsize n = g_strv_length (dates);
  g_autofree gint32 *days = g_new (gint32, n + 1);

  if (!*text)
    return NULL;
  for (gsize i = 0; i < n; i++)
    days[i] = days_of (dates[i]);
  return marmot_column_new_date (days, n);
}

/* The options of a row of options.csv, with the package's rules or others. */
static MarmotXmrOptions *
options_of (const TestTable *file,
            guint row,
            const char *rule_set,
            guint length)
{
  g_autoptr (MarmotXmrRuleSet) rules = marmot_xmr_rule_set_new_builtin (rule_set, NULL);
  g_autoptr (MarmotColumn) steps = steps_of (test_table_text (file, row, "rebase"));
  const char *fix = test_table_text (file, row, "fix_after_n");
  double target = test_table_number (file, row, "target");
  g_autoptr (MarmotValue) of_target = isnan (target) ? NULL : marmot_value_new (target, -1);
  MarmotXmrScreening screening = test_table_number (file, row, "screen") == 1 ? MARMOT_XMR_SCREENING_ONCE
                                                                              : MARMOT_XMR_SCREENING_NONE;

  return g_object_new (MARMOT_TYPE_XMR_OPTIONS, "rule-set", rules, "polarity",
                       polarity_of (test_table_text (file, row, "improvement")), "target", of_target, "screening",
                       screening, "baseline", *fix ? (guint) atoi (fix) : 0, "steps", steps, "judge-trials", TRUE,
                       "trend-points", length, "shift-points", length, NULL);
}

/* What the package calls the rule of a point. Free it. */
static char *
package_type (MarmotTable *points,
              gsize row,
              guint length)
{
  g_autoptr (MarmotColumn) rules = marmot_table_get_column_by_name (points, "rule");
  g_autoptr (MarmotColumn) variations = marmot_table_get_column_by_name (points, "variation");
  g_autofree char *rule = marmot_column_get_text (rules, row);
  g_autofree char *variation = marmot_column_get_text (variations, row);
  gboolean high = g_str_has_suffix (variation, "high");

  if (g_str_equal (rule, "outside-limits"))
    return g_strdup (high ? "Above UCL" : "Below LCL");
  if (g_str_equal (rule, "trend"))
    return g_strdup_printf ("%u Point Trend (%s)", length, high ? "Increasing" : "Decreasing");
  if (g_str_equal (rule, "two-of-three"))
    return g_strdup (high ? "2 in 3 Above CL" : "2 in 3 Below CL");
  if (g_str_equal (rule, "shift"))
    return g_strdup_printf ("%u Points %s CL", length, high ? "Above" : "Below");
  return g_strdup ("Common Cause");
}

/* The limits come from sums of as many as 48 figures: 1e-12 of the largest. */
static gboolean
is_near (double actual,
         double expected,
         double scale)
{
  return isnan (expected) ? isnan (actual) : fabs (actual - expected) <= 1e-12 * scale;
}

/* The screening that leaves nothing but zeros, where the package has limits on the mean
 * or none, and every point outside them. */
static gboolean
screens_all_away (const char *series)
{
  return g_str_equal (series, "q_const_one_jump") || g_str_equal (series, "q_zeros_step");
}

/* How many points of a series have another rule than in the package, by its rules, with
 * lengths of six, and with the points beyond the limits in the two-of-three rule.
 *
 * q_const_one_jump: zeros and one event, screened to nothing: the package has every zero
 * below a limit that is the mean. q_abut_*: a rise meets another without sharing a
 * point, and the package calls the last point of the first by what comes after it: a
 * fall. */
static guint
count_known_others (const char *series,
                    guint variant)
{
  static const struct
  {
    const char *series;
    guint others[3];
  } known[] = {
    { "q_const_one_jump", { 17, 17, 17 } },
    { "q_abut_rise", { 1, 1, 1 } },
    { "q_abut_rise_drop", { 1, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (series, known[i].series))
      return known[i].others[variant];
  return 0;
}

/* Holds points against a column of types; from the row of the file where they begin. */
static guint
count_other_types (MarmotTable *points,
                   const TestTable *file,
                   guint first,
                   const char *column,
                   guint length)
{
  guint n = 0;

  for (gsize i = 0; i < marmot_table_get_n_rows (points); i++)
    {
      g_autofree char *type = package_type (points, i, length);

      n += !g_str_equal (type, test_table_text (file, first + (guint) i, column));
    }
  return n;
}

/* The rows of points in the order of their dates, as the package has them. */
static MarmotTable *
points_in_order (MarmotTable *figures,
                 MarmotXmrOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) points = marmot_xmr_points (figures, NULL, options, &error);
  g_autoptr (MarmotColumn) dates = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree gsize *rows = NULL;
  gsize n;

  g_assert_no_error (error);
  n = marmot_table_get_n_rows (points);
  rows = g_new (gsize, n + 1);
  dates = marmot_table_get_column_by_name (points, "date");
  for (gsize i = 0; i < n; i++)
    {
      gsize k = i;

      for (; k > 0 && marmot_column_get_date (dates, rows[k - 1]) > marmot_column_get_date (dates, i); k--)
        rows[k] = rows[k - 1];
      rows[k] = i;
    }
  names = marmot_table_get_names (points);
  for (gsize c = 0; c < marmot_table_get_n_columns (points); c++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (points, c);

      g_ptr_array_add (columns, marmot_column_take (column, rows, n, NULL));
    }
  return marmot_table_new ((const char *const *) names, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

static guint
first_row_of (const TestTable *file,
              const char *series)
{
  for (guint row = 0; row < file->rows->len; row++)
    if (g_str_equal (test_table_text (file, row, "series"), series))
      return row;
  cr_assert_fail ("no series %s", series);
  return 0;
}

Test (xmr, agrees_with_the_package)
{
  g_autoptr (TestTable) file = test_table_load ("spc/options.csv");
  g_autoptr (TestTable) expected = test_table_load ("spc/points.csv");
  g_autoptr (TestTable) variants = test_table_load ("spc/variants.csv");

  for (guint s = 0; s < file->rows->len; s++)
    {
      const char *series = test_table_text (file, s, "series");
      g_autoptr (MarmotTable) figures = figures_of (series);
      g_autoptr (MarmotXmrOptions) package = options_of (file, s, "plot-the-dots", 7);
      g_autoptr (MarmotXmrOptions) sixes = options_of (file, s, "plot-the-dots", 6);
      g_autoptr (MarmotXmrOptions) beyond = options_of (file, s, "making-data-count", 7);
      g_autoptr (MarmotTable) points = points_in_order (figures, package);
      g_autoptr (MarmotTable) of_sixes = points_in_order (figures, sixes);
      g_autoptr (MarmotTable) of_beyond = points_in_order (figures, beyond);
      guint row = first_row_of (expected, series), clean_row = first_row_of (variants, series);
      gboolean differs = screens_all_away (series);
      guint others[] = { count_other_types (points, expected, row, "special_cause_type", 7),
                         count_other_types (of_sixes, variants, clean_row, "length6_type", 6),
                         count_other_types (of_beyond, variants, clean_row, "beyond_type", 7) };

      for (gsize i = 0; i < marmot_table_get_n_rows (points); i++, row++, clean_row++)
        {
          double scale = 1e-300;

          for (gsize k = 0; k < marmot_table_get_n_rows (points); k++)
            scale = fmax (scale, fabs (test_result (points, "value", k)));
          cr_assert (is_near (test_result (points, "mean", i), test_table_number (expected, row, "mean"), scale));
          cr_assert (test_result (points, "part", i) == test_table_number (expected, row, "rebase_group") + 1);
          if (!differs)
            {
              cr_assert (is_near (test_result (points, "lower", i), test_table_number (expected, row, "lpl"), scale),
                         "%s %zu", series, i);
              cr_assert (is_near (test_result (points, "upper", i), test_table_number (expected, row, "upl"), scale));
            }
          /* With what is not as in the package, an independent implementation. */
          cr_assert (is_near (test_result (of_beyond, "lower", i), test_table_number (variants, clean_row, "clean_lpl"),
                              scale),
                     "%s %zu", series, i);
          cr_assert (is_near (test_result (of_beyond, "upper", i), test_table_number (variants, clean_row, "clean_upl"),
                              scale));
        }
      cr_assert (count_other_types (of_beyond, variants, first_row_of (variants, series), "clean_type", 7) == 0, "%s",
                 series);
      for (guint v = 0; v < G_N_ELEMENTS (others); v++)
        cr_assert (others[v] == count_known_others (series, v), "%s: %u points of variant %u", series, others[v], v);
    }
}

/* What the package says of a series, and what we say instead: one point and a group of one
 * have no limits, so that nothing can be said of their target; zeros with one event, and
 * a jump between constants, have limits. A figure equal to the target meets it. */
Test (xmr, agrees_with_the_package_about_icons)
{
  static const struct
  {
    const char *series;
    const char *variation;
    const char *assurance;
  } others[] = {
    { "b_last_date", "not-judged", "not-judged" },
    { "n_01", "not-judged", "not-judged" },
    { "q_const_one_jump", "common-cause", "hit-and-miss" },
    { "q_zeros_step", "improvement-high", "hit-and-miss" },
  };
  g_autoptr (TestTable) file = test_table_load ("spc/options.csv");
  g_autoptr (TestTable) icons = test_table_load ("spc/icons.csv");
  guint n_others = 0;

  for (guint s = 0; s < file->rows->len; s++)
    {
      const char *series = test_table_text (file, s, "series");
      g_autoptr (MarmotTable) figures = figures_of (series);
      g_autoptr (MarmotXmrOptions) options = options_of (file, s, "plot-the-dots", 7);
      g_autoptr (MarmotTable) result = marmot_xmr_series (figures, NULL, options, NULL);
      guint row = first_row_of (icons, series);
      g_autofree char *variation = g_strdelimit (g_strdup (test_table_text (icons, row, "variation_icon")), "_", '-');
      const char *of_package = test_table_text (icons, row, "assurance_icon");
      const char *assurance = g_str_equal (of_package, "inconsistent") ? "hit-and-miss"
                              : *of_package                           ? of_package
                                                                      : "not-judged";

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        if (g_str_equal (series, others[i].series))
          {
            g_free (variation);
            variation = g_strdup (others[i].variation);
            assurance = others[i].assurance;
            n_others++;
          }
      cr_assert (test_text_is (result, "variation", 0, variation), "%s", series);
      cr_assert (test_text_is (result, "assurance", 0, assurance), "%s", series);
    }
  cr_assert (n_others == G_N_ELEMENTS (others));
}

/* --- limits ------------------------------------------------------------------------- */

static MarmotXmrChart *
chart_of (const double *values,
          gsize n,
          MarmotXmrOptions *options)
{
  g_autoptr (GError) error = NULL;
  MarmotXmrChart *chart = marmot_xmr_chart_new_series (NULL, values, n, options, &error);

  g_assert_no_error (error);
  return chart;
}

static MarmotXmrOptions *
with_screening (MarmotXmrScreening screening)
{
  return g_object_new (MARMOT_TYPE_XMR_OPTIONS, "screening", screening, NULL);
}

/* The series of the package's vignette about screening: one spike. */
Test (xmr, does_not_screen_unless_asked_to)
{
  g_autoptr (MarmotTable) figures = figures_of ("vignette10");
  g_autoptr (MarmotXmrOptions) screened = with_screening (MARMOT_XMR_SCREENING_ONCE);
  g_autoptr (MarmotXmrChart) plain = marmot_xmr_chart_new (figures, NULL, NULL);
  g_autoptr (MarmotXmrChart) other = marmot_xmr_chart_new (figures, screened, NULL);

  cr_assert_float_eq (marmot_xmr_chart_get_mean (plain), 35.0 / 18, 1e-14);
  cr_assert_float_eq (marmot_xmr_chart_get_upper (plain), 6.95, 0.005);
  cr_assert_float_eq (marmot_xmr_chart_get_lower (plain), -3.06, 0.005);
  cr_assert_float_eq (marmot_xmr_chart_get_upper (other), 4.60, 0.005);
  cr_assert_float_eq (marmot_xmr_chart_get_lower (other), -0.72, 0.005);
  cr_assert (marmot_xmr_chart_get_method (plain) == MARMOT_METHOD_XMR);
  cr_assert (marmot_xmr_chart_get_method (other) == MARMOT_METHOD_XMR_SCREENED);
  cr_assert (marmot_xmr_chart_get_notes (plain) == MARMOT_XMR_NOTE_NONE);
  cr_assert (marmot_xmr_chart_get_notes (other) == MARMOT_XMR_NOTE_SCREENED);
}

/* Always 0% or 100%: chance will do, and the target is met, or never is. */
Test (xmr, of_constants)
{
  static const struct
  {
    double value;
    double target;
    MarmotPolarity polarity;
    MarmotXmrAssurance assurance;
  } cases[] = {
    { 100, 100, MARMOT_POLARITY_HIGH_IS_GOOD, MARMOT_XMR_ASSURANCE_PASS },
    { 100, 90, MARMOT_POLARITY_HIGH_IS_GOOD, MARMOT_XMR_ASSURANCE_PASS },
    { 100, 90, MARMOT_POLARITY_LOW_IS_GOOD, MARMOT_XMR_ASSURANCE_FAIL },
    { 0, 0, MARMOT_POLARITY_LOW_IS_GOOD, MARMOT_XMR_ASSURANCE_PASS },
    { 0, 0, MARMOT_POLARITY_HIGH_IS_GOOD, MARMOT_XMR_ASSURANCE_PASS },
    { 0, 1, MARMOT_POLARITY_HIGH_IS_GOOD, MARMOT_XMR_ASSURANCE_FAIL },
    { 0.1, 0.1, MARMOT_POLARITY_HIGH_IS_GOOD, MARMOT_XMR_ASSURANCE_PASS },
    { 0.1, 0.1, MARMOT_POLARITY_NO_JUDGEMENT, MARMOT_XMR_ASSURANCE_NOT_JUDGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int screening = 1; screening <= 2; screening++)
      {
        g_autoptr (MarmotValue) target = marmot_value_new (cases[i].target, -1);
        g_autoptr (MarmotXmrOptions) options = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "polarity", cases[i].polarity,
                                                             "target", target, "screening", screening, NULL);
        double values[37];
        g_autoptr (MarmotXmrChart) chart = NULL;

        for (guint k = 0; k < G_N_ELEMENTS (values); k++)
          values[k] = cases[i].value;
        chart = chart_of (values, G_N_ELEMENTS (values), options);
        cr_assert (marmot_xmr_chart_get_variation (chart) == MARMOT_XMR_VARIATION_COMMON_CAUSE, "%u", i);
        cr_assert (marmot_xmr_chart_get_assurance (chart) == cases[i].assurance, "%u", i);
        cr_assert (marmot_xmr_chart_get_lower (chart) == marmot_xmr_chart_get_mean (chart));
        cr_assert (marmot_xmr_chart_get_notes (chart) == MARMOT_XMR_NOTE_CONSTANT);
        cr_assert (marmot_xmr_chart_get_signals (chart) == MARMOT_XMR_SIGNAL_NONE);
      }
}

Test (xmr, of_few_points)
{
  const double values[] = { 5, 7, 4, 8, 6, 5, 7, 4, 8, 6, 5, 7 };
  g_autoptr (MarmotXmrOptions) asked = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "judge-trials", TRUE, NULL);

  for (gsize n = 0; n <= 12; n++)
    {
      g_autoptr (MarmotXmrChart) chart = chart_of (values, n, NULL);
      g_autoptr (MarmotXmrChart) judged = chart_of (values, n, asked);
      MarmotStatus status = n == 0 ? MARMOT_STATUS_EMPTY_GROUP : n == 1 ? MARMOT_STATUS_TOO_FEW_VALUES : MARMOT_STATUS_OK;

      cr_assert (marmot_xmr_chart_get_status (chart) == status);
      cr_assert (isnan (marmot_xmr_chart_get_lower (chart)) == (n < 2));
      cr_assert (isnan (marmot_xmr_chart_get_mean (chart)) == (n < 1));
      cr_assert (marmot_xmr_chart_get_points_needed (chart) == 12 - n, "%zu", n);
      cr_assert (marmot_xmr_points_needed ((guint) n, NULL) == 12 - n);
      cr_assert (((marmot_xmr_chart_get_notes (chart) & MARMOT_XMR_NOTE_TRIAL) != 0) == (n > 0 && n < 12));
      cr_assert ((marmot_xmr_chart_get_variation (chart) == MARMOT_XMR_VARIATION_NOT_JUDGED) == (n < 12));
      cr_assert ((marmot_xmr_chart_get_variation (judged) == MARMOT_XMR_VARIATION_NOT_JUDGED) == (n < 2));
    }
}

/* The limits of a part are of its first points; what is after them is held against
 * them. */
Test (xmr, baseline_and_steps)
{
  const double values[] = { 10, 12, 11, 13, 12, 30, 31, 29, 30, 32 };
  gint32 days[G_N_ELEMENTS (values)];
  const gint32 step = DAY + 45; /* between two points: the next begins the part */
  g_autoptr (MarmotColumn) steps = marmot_column_new_date (&step, 1);
  g_autoptr (MarmotXmrOptions) options = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "steps", steps, "baseline", 4, NULL);
  g_autoptr (MarmotXmrChart) chart = NULL;
  MarmotTable *parts, *points;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    days[i] = DAY + 10 * (gint32) i;
  chart = marmot_xmr_chart_new_series (days, values, G_N_ELEMENTS (values), options, NULL);
  parts = marmot_xmr_chart_get_parts (chart);
  points = marmot_xmr_chart_get_points (chart);
  cr_assert (marmot_table_get_n_rows (parts) == 2);
  cr_assert (test_result (parts, "mean", 0) == 11.5 && test_result (parts, "n_used", 0) == 4);
  cr_assert_float_eq (test_result (parts, "upper", 0), 11.5 + 2.66 * 5 / 3, 1e-12);
  cr_assert (test_result (parts, "mean", 1) == 30 && test_result (parts, "n_points", 1) == 5);
  cr_assert (test_result (parts, "n_ranges", 1) == 3);
  cr_assert (isnan (test_result (points, "range", 5)) && test_result (points, "range", 6) == 1);
  cr_assert (test_result (points, "part", 4) == 1 && test_result (points, "part", 5) == 2);
  cr_assert (marmot_xmr_chart_get_mean (chart) == 30);
}

Test (xmr, limits_that_others_have_set)
{
  const double values[] = { 10, 12, 11, 19, 12 };
  g_autoptr (MarmotValue) mean = marmot_value_new (11, -1);
  g_autoptr (MarmotValue) lower = marmot_value_new (5, -1);
  g_autoptr (MarmotValue) upper = marmot_value_new (14, -1);
  g_autoptr (MarmotXmrOptions) all = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "given-mean", mean, "given-lower", lower,
                                                   "given-upper", upper, NULL);
  g_autoptr (MarmotXmrOptions) one = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "given-upper", upper, NULL);
  g_autoptr (MarmotXmrOptions) low = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "given-upper", lower, NULL);
  g_autoptr (MarmotXmrChart) of_all = chart_of (values, 5, all);
  g_autoptr (MarmotXmrChart) of_one = chart_of (values, 5, one);
  g_autoptr (MarmotXmrChart) of_low = chart_of (values, 5, low);
  g_autoptr (MarmotXmrChart) of_single = chart_of (values, 1, all);
  MarmotTable *points = marmot_xmr_chart_get_points (of_all);

  /* They are not a trial, of however few points. */
  cr_assert (marmot_xmr_chart_get_notes (of_all) == MARMOT_XMR_NOTE_GIVEN_LIMITS);
  cr_assert (marmot_xmr_chart_get_variation (of_all) == MARMOT_XMR_VARIATION_COMMON_CAUSE);
  cr_assert (marmot_xmr_chart_get_variation (of_single) == MARMOT_XMR_VARIATION_COMMON_CAUSE);
  cr_assert (test_text_is (points, "signals", 3, "above-limit"));
  cr_assert (test_result (points, "near_upper", 0) == 13 && test_result (points, "near_lower", 0) == 7);
  cr_assert (marmot_xmr_chart_get_upper (of_one) == 14 && marmot_xmr_chart_get_mean (of_one) == 12.8);
  cr_assert (marmot_xmr_chart_get_status (of_low) == MARMOT_STATUS_CONFLICTING_LIMITS);
}

/* --- rules --------------------------------------------------------------------------- */

/* Limits that leave the rules to what the values do: 0 and ± 3. */
static MarmotXmrChart *
read_points (const double *values,
             gsize n,
             const char *property,
             int choice)
{
  g_autoptr (MarmotValue) mean = marmot_value_new (0, -1);
  g_autoptr (MarmotValue) lower = marmot_value_new (-3, -1);
  g_autoptr (MarmotValue) upper = marmot_value_new (3, -1);
  g_autoptr (MarmotXmrOptions) options = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "given-mean", mean, "given-lower",
                                                       lower, "given-upper", upper, "polarity",
                                                       MARMOT_POLARITY_HIGH_IS_GOOD, property, choice, NULL);

  return chart_of (values, n, options);
}

static char *
signals_of (MarmotXmrChart *chart)
{
  MarmotTable *points = marmot_xmr_chart_get_points (chart);
  g_autoptr (MarmotColumn) signals = marmot_table_get_column_by_name (points, "signals");
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < marmot_column_get_length (signals); i++)
    {
      g_autofree char *text = marmot_column_get_text (signals, i);

      g_string_append_printf (all, "%s%s", i > 0 ? "," : "", text ? text : "");
    }
  return g_string_free (all, FALSE);
}

static void
check_signals (const double *values,
               gsize n,
               const char *property,
               int choice,
               const char *expected)
{
  g_autoptr (MarmotXmrChart) chart = read_points (values, n, property, choice);
  g_autofree char *signals = signals_of (chart);

  cr_assert_str_eq (signals, expected);
}

Test (xmr, two_of_three_old_and_new)
{
  const double beyond[] = { 1, 3.5, 2.5, 1, -1 };
  const double third_elsewhere[] = { 2.5, -1, 2.5 };
  const double on_the_mean[] = { 2.5, 0, 2.5 };

  check_signals (beyond, 5, "beyond", MARMOT_XMR_BEYOND_COUNT, ",above-limit near-upper,near-upper,,");
  check_signals (beyond, 5, "beyond", MARMOT_XMR_BEYOND_LEAVE_OUT, ",above-limit,,,");
  check_signals (third_elsewhere, 3, "beyond", MARMOT_XMR_BEYOND_COUNT, ",,");
  check_signals (on_the_mean, 3, "beyond", MARMOT_XMR_BEYOND_COUNT, ",,");
}

Test (xmr, lengths_ties_and_gaps)
{
  const double tied[] = { -1.5, -1, -0.5, -0.5, 0.1, 0.5, 1, 1.5 };
  const double on_the_mean[] = { 1, 0.5, 1, 0, 1, 0.5, 1, 0.5 };
  const double missing[] = { 1, 0.5, 1, (double) NAN, 1, 0.5, 1, 0.5 };

  check_signals (tied, 8, "ties", MARMOT_XMR_TIES_BREAK, ",,,,,,,");
  check_signals (tied, 8, "ties", MARMOT_XMR_TIES_SKIP, "rising,rising,rising,rising,rising,rising,rising,rising");
  check_signals (on_the_mean, 8, "ties", MARMOT_XMR_TIES_BREAK, ",,,,,,,");
  check_signals (on_the_mean, 8, "ties", MARMOT_XMR_TIES_SKIP,
                 "run-above,run-above,run-above,,run-above,run-above,run-above,run-above");
  check_signals (missing, 8, "missing", MARMOT_XMR_MISSING_BREAK, ",,,,,,,");
  check_signals (missing, 8, "missing", MARMOT_XMR_MISSING_JOIN,
                 "run-above,run-above,run-above,,run-above,run-above,run-above,run-above");
  check_signals (on_the_mean, 3, "shift-points", 3, "run-above,run-above,run-above");
  check_signals (tied, 3, "trend-points", 3, "rising,rising,rising");
  check_signals (tied, 3, "trend-points", 4, ",,");
}

/* The top of a rise is where the fall begins: both signals, and the later one counts. */
Test (xmr, a_point_may_break_several_rules)
{
  const double turn[] = { -1, 1, 2, 1, -1 };
  const double conflict[] = { 3.5, 2.5, 1.5 };
  g_autoptr (MarmotXmrChart) turned = read_points (turn, 5, "trend-points", 3);
  g_autofree char *signals = signals_of (turned);
  g_autoptr (MarmotValue) zero = marmot_value_new (0, -1);
  g_autoptr (MarmotValue) below = marmot_value_new (-3, -1);
  g_autoptr (MarmotValue) above = marmot_value_new (3, -1);
  static const char *const shown[] = { "outside-limits", "outside-limits", "trend" };
  static const char *const meaning[] = { "improvement-high", "improvement-high", "concern-low" };

  cr_assert_str_eq (signals, "rising,rising,rising falling,falling,falling");
  cr_assert (test_text_is (marmot_xmr_chart_get_points (turned), "variation", 2, "concern-low"));

  /* Above the limit and falling. */
  for (int choice = 0; choice <= 2; choice++)
    {
      g_autoptr (MarmotXmrOptions) options
        = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "given-mean", zero, "given-lower", below, "given-upper", above,
                        "trend-points", 3, "conflict", choice, "polarity", MARMOT_POLARITY_HIGH_IS_GOOD, NULL);
      g_autoptr (MarmotXmrChart) chart = chart_of (conflict, 3, options);
      MarmotTable *points = marmot_xmr_chart_get_points (chart);

      cr_assert (test_text_is (points, "signals", 0, "above-limit falling near-upper"));
      cr_assert (test_text_is (points, "rule", 0, shown[choice]));
      cr_assert (test_text_is (points, "variation", 0, meaning[choice]));
    }
}

/* --- what is to be known of a series -------------------------------------------------- */

static MarmotXmrNotes
notes_of_days (const gint32 *days,
               gsize n)
{
  double values[24];
  g_autoptr (MarmotXmrChart) chart = NULL;

  for (gsize i = 0; i < n; i++)
    values[i] = (double) (i * 7 % 5);
  chart = marmot_xmr_chart_new_series (days, values, n, NULL, NULL);
  return marmot_xmr_chart_get_notes (chart) & (MARMOT_XMR_NOTE_GAPS | MARMOT_XMR_NOTE_IRREGULAR | MARMOT_XMR_NOTE_UNSORTED);
}

/* Days from "2024-01-01,2024-02-01". */
static gsize
parse_days (const char *text,
            gint32 *days)
{
  g_auto (GStrv) dates = g_strsplit (text, ",", -1);
  gsize n = g_strv_length (dates);

  for (gsize i = 0; i < n; i++)
    days[i] = days_of (dates[i]);
  return n;
}

Test (xmr, knows_months_that_are_missing)
{
  static const struct
  {
    const char *dates;
    MarmotXmrNotes notes;
  } cases[] = {
    { "2024-01-01,2024-02-01,2024-03-01,2024-04-01", MARMOT_XMR_NOTE_NONE },
    { "2024-01-31,2024-02-29,2024-03-31,2024-04-30", MARMOT_XMR_NOTE_NONE },
    { "2024-01-01,2024-02-01,2024-04-01,2024-05-01", MARMOT_XMR_NOTE_GAPS },
    { "2024-04-01,2024-07-01,2024-10-01,2025-01-01", MARMOT_XMR_NOTE_NONE },
    { "2024-04-01,2024-07-01,2025-01-01,2025-04-01", MARMOT_XMR_NOTE_GAPS },
    { "2024-04-01,2024-07-01,2024-09-01,2025-01-01", MARMOT_XMR_NOTE_IRREGULAR },
    { "2020-04-01,2021-04-01,2022-04-01", MARMOT_XMR_NOTE_NONE },
    { "2024-01-01,2024-01-08,2024-01-15,2024-01-29", MARMOT_XMR_NOTE_GAPS },
    { "2024-01-01,2024-01-08,2024-01-18", MARMOT_XMR_NOTE_IRREGULAR },
    { "2024-02-01,2024-01-01,2024-03-01,2024-04-01", MARMOT_XMR_NOTE_UNSORTED },
    { "2024-01-01,2024-05-01", MARMOT_XMR_NOTE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 days[8];
      gsize n = parse_days (cases[i].dates, days);

      cr_assert (notes_of_days (days, n) == cases[i].notes, "%s", cases[i].dates);
    }
}

static MarmotXmrChart *
chart_with_target (const double *values,
                   gsize n,
                   double target,
                   gboolean ignore_scale)
{
  g_autoptr (MarmotValue) of_target = marmot_value_new (target, -1);
  g_autoptr (MarmotXmrOptions) options
    = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "target", of_target, "polarity", MARMOT_POLARITY_HIGH_IS_GOOD,
                    "judge-trials", TRUE, "ignore-scale", ignore_scale, NULL);

  return chart_of (values, n, options);
}

Test (xmr, a_target_on_another_scale_is_not_used)
{
  const double shares[] = { 0.9, 0.91, 0.88, 0.93 };
  const double percent[] = { 90, 91, 88, 93 };
  const double events[] = { 0, 1, 0, 0 };
  const double weeks[] = { 3.2, 4.5, 4, 3.7 };
  static const struct
  {
    guint values;
    double target;
    gboolean is_wrong;
  } cases[] = {
    { 0, 90, TRUE }, { 0, 0.9, FALSE }, { 0, 1, FALSE },   { 1, 0.9, TRUE },
    { 1, 90, FALSE }, { 2, 5, FALSE },  { 3, 0.5, FALSE }, { 0, 90000, FALSE },
  };
  const double *const all[] = { shares, percent, events, weeks };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotXmrChart) chart = chart_with_target (all[cases[i].values], 4, cases[i].target, FALSE);
      g_autoptr (MarmotXmrChart) taken = chart_with_target (all[cases[i].values], 4, cases[i].target, TRUE);
      gboolean noted = (marmot_xmr_chart_get_notes (chart) & MARMOT_XMR_NOTE_TARGET_SCALE) != 0;

      cr_assert (noted == cases[i].is_wrong, "%u", i);
      cr_assert ((marmot_xmr_chart_get_assurance (chart) == MARMOT_XMR_ASSURANCE_NOT_JUDGED) == cases[i].is_wrong);
      cr_assert (marmot_xmr_chart_get_assurance (taken) != MARMOT_XMR_ASSURANCE_NOT_JUDGED);
    }
}

/* Rolling years are alike by construction: limits are drawn, and nothing is read. */
Test (xmr, rolling_series_are_not_read)
{
  g_autoptr (MarmotTable) figures = figures_of ("s06_drift");
  g_autoptr (MarmotXmrOptions) rolling = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "rolling", TRUE, NULL);
  g_autoptr (MarmotXmrChart) plain = marmot_xmr_chart_new (figures, NULL, NULL);
  g_autoptr (MarmotXmrChart) chart = marmot_xmr_chart_new (figures, rolling, NULL);
  g_autofree char *text = marmot_xmr_chart_to_string (chart);

  cr_assert (marmot_xmr_chart_get_variation (plain) == MARMOT_XMR_VARIATION_NEUTRAL_LOW);
  cr_assert (marmot_xmr_chart_get_variation (chart) == MARMOT_XMR_VARIATION_NOT_JUDGED);
  cr_assert (marmot_xmr_chart_get_notes (chart) == MARMOT_XMR_NOTE_ROLLING);
  cr_assert (marmot_xmr_chart_get_upper (chart) == marmot_xmr_chart_get_upper (plain));
  cr_assert (test_result (marmot_xmr_chart_get_summary (chart), "n_signals", 0) == 0);
  cr_assert (strstr (text, "shares most of its data") != NULL);
}

/* --- what is wrong with a series ------------------------------------------------------- */

typedef struct
{
  const char *what;
  gint32 days[4];
  double values[4];
  gint32 steps[2];
  gsize n_steps;
  MarmotStatus status;
  const MarmotStatus rows[4];
} Fault;

#define OK MARMOT_STATUS_OK

static const Fault faults[] = {
  { "twice", { 1, 2, 2, 3 }, { 1, 2, 3, 4 }, { 0 }, 0, MARMOT_STATUS_DUPLICATE_DATE,
    { OK, MARMOT_STATUS_DUPLICATE_DATE, MARMOT_STATUS_DUPLICATE_DATE, OK } },
  { "infinite", { 1, 2, 3, 4 }, { 1, (double) INFINITY, 3, 4 }, { 0 }, 0, MARMOT_STATUS_NOT_FINITE,
    { OK, MARMOT_STATUS_NOT_FINITE, OK, OK } },
  { "late step", { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 5 }, 1, MARMOT_STATUS_STEP_OUTSIDE_SERIES,
    { OK, OK, OK, MARMOT_STATUS_STEP_OUTSIDE_SERIES } },
  { "early step", { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 0 }, 1, MARMOT_STATUS_STEP_OUTSIDE_SERIES,
    { MARMOT_STATUS_STEP_OUTSIDE_SERIES, OK, OK, OK } },
  { "two steps, one row", { 1, 5, 9, 13 }, { 1, 2, 3, 4 }, { 6, 7 }, 2, MARMOT_STATUS_DUPLICATE_STEP,
    { OK, OK, MARMOT_STATUS_DUPLICATE_STEP, OK } },
  { "first step", { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 1 }, 1, OK, { OK, OK, OK, OK } },
  { "missing", { 1, 2, 3, 4 }, { 1, (double) NAN, 3, 4 }, { 0 }, 0, OK, { OK, MARMOT_STATUS_MISSING, OK, OK } },
  { "constant on either side of a gap", { 1, 2, 3, 4 }, { 1, 1, (double) NAN, 2 }, { 0 }, 0, MARMOT_STATUS_NOT_DEFINED,
    { MARMOT_STATUS_NOT_DEFINED, MARMOT_STATUS_NOT_DEFINED, MARMOT_STATUS_MISSING, MARMOT_STATUS_NOT_DEFINED } },
  { "huge", { 1, 2, 3, 4 }, { 1e308, -1e308, 1e308, -1e308 }, { 0 }, 0, MARMOT_STATUS_NOT_DEFINED,
    { MARMOT_STATUS_NOT_DEFINED, MARMOT_STATUS_NOT_DEFINED, MARMOT_STATUS_NOT_DEFINED, MARMOT_STATUS_NOT_DEFINED } },
};

Test (xmr, faults_name_the_series_and_the_row)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      const Fault *f = &faults[i];
      g_autoptr (MarmotColumn) steps = marmot_column_new_date (f->steps, f->n_steps);
      g_autoptr (MarmotXmrOptions) options
        = g_object_new (MARMOT_TYPE_XMR_OPTIONS, "steps", f->n_steps > 0 ? steps : NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotXmrChart) chart = marmot_xmr_chart_new_series (f->days, f->values, 4, options, &error);

      g_assert_no_error (error);
      cr_assert (marmot_xmr_chart_get_status (chart) == f->status, "%s", f->what);
      for (gsize row = 0; row < 4; row++)
        cr_assert (test_status_is (marmot_xmr_chart_get_points (chart), "status", row, f->rows[row]), "%s", f->what);
      cr_assert (marmot_table_get_n_rows (marmot_xmr_chart_get_parts (chart)) >= 1);
      if (f->status != OK)
        cr_assert (isnan (marmot_xmr_chart_get_upper (chart)), "%s", f->what);
    }
}

/* A number that is none is no null. */
Test (xmr, a_bare_nan_is_not_missing)
{
  const char *names[] = { "value", NULL };
  const double values[] = { 1, (double) NAN, 3 };
  MarmotColumn *column = marmot_column_new_double (values, 3);
  g_autoptr (MarmotTable) figures = marmot_table_new (names, &column, 1, NULL);
  g_autoptr (MarmotTable) result = marmot_xmr_series (figures, NULL, NULL, NULL);

  marmot_column_unref (column);
  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_NOT_FINITE));
}

Test (xmr, refuses_options_that_cannot_be)
{
  const double values[] = { 1, 2, 3 };
  const gint32 twice[] = { 5, 5 };
  const gint32 days[] = { 1, 5, 9 };
  g_autoptr (MarmotColumn) steps = marmot_column_new_date (twice, 2);
  g_autoptr (MarmotColumn) no_dates = marmot_column_new_double (values, 1);
  g_autoptr (MarmotXmrRuleSet) rules = g_object_new (MARMOT_TYPE_XMR_RULE_SET, "limit-factor", 0.0, NULL);
  g_autoptr (MarmotXmrRuleSet) order = g_object_new (MARMOT_TYPE_XMR_RULE_SET, "order", "trend trend shift none", NULL);
  g_autoptr (MarmotValue) ten = marmot_value_new (10, -1);
  g_autoptr (MarmotValue) five = marmot_value_new (5, -1);
  MarmotXmrOptions *all[] = {
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "steps", steps, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "rule-set", rules, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "rule-set", order, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "baseline", 1, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "trend-points", 1, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "shift-points", 100000, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "given-lower", ten, "given-upper", five, NULL),
    g_object_new (MARMOT_TYPE_XMR_OPTIONS, "steps", no_dates, NULL),
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_xmr_chart_new_series (days, values, 3, all[i], &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR,
                                  i == G_N_ELEMENTS (all) - 1 ? MARMOT_ERROR_TYPE : MARMOT_ERROR_INVALID_ARGUMENT),
                 "%u", i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_object_unref (all[i]);
}

/* --- many series ----------------------------------------------------------------------- */

/* All series of the file one below the other, with what their options are in columns, in
 * an order that mixes them. */
Test (xmr, many_series_are_each_on_its_own)
{
  g_autoptr (TestTable) file = test_table_load ("spc/series.csv");
  g_autoptr (TestTable) options_file = test_table_load ("spc/options.csv");
  const char *names[] = { "date", "value", "target", "polarity", NULL };
  gsize n = file->rows->len;
  g_autofree gint32 *days = g_new (gint32, n);
  g_autofree double *values = g_new (double, n);
  g_autofree double *targets = g_new (double, n);
  g_autofree const char **polarities = g_new0 (const char *, n + 1);
  g_autofree const char **keys = g_new0 (const char *, n + 1);
  g_autoptr (MarmotColumn) key = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (MarmotTable) points = NULL;
  g_autoptr (MarmotTable) parts = NULL;
  g_autoptr (MarmotTable) key_table = NULL;
  g_autoptr (MarmotColumn) key_names = NULL;
  MarmotColumn *columns[4];

  for (gsize i = 0; i < n; i++)
    {
      guint row = (guint) (i * 37 % n);
      guint option;

      keys[i] = test_table_text (file, row, "series");
      option = first_row_of (options_file, keys[i]);
      days[i] = days_of (test_table_text (file, row, "date"));
      values[i] = test_table_number (file, row, "y");
      targets[i] = test_table_number (options_file, option, "target");
      polarities[i] = polarity_of (test_table_text (options_file, option, "improvement")) == MARMOT_POLARITY_HIGH_IS_GOOD
                        ? "high-is-good"
                      : g_str_equal (test_table_text (options_file, option, "improvement"), "decrease") ? "low-is-good"
                                                                                                        : "no-judgement";
    }
  columns[0] = marmot_column_new_date (days, n);
  columns[1] = test_nullable (values, n);
  columns[2] = test_nullable (targets, n);
  columns[3] = marmot_column_new_text (polarities);
  figures = marmot_table_new (names, columns, 4, NULL);
  for (int i = 0; i < 4; i++)
    marmot_column_unref (columns[i]);
  key = marmot_column_new_text (keys);
  groups = marmot_groups_new_from_column (key, NULL);
  result = marmot_xmr_series (figures, groups, NULL, NULL);
  points = marmot_xmr_points (figures, groups, NULL, NULL);
  parts = marmot_xmr_parts (figures, groups, NULL, NULL);
  key_table = marmot_groups_get_keys (groups);
  key_names = marmot_table_get_column (key_table, 0);
  cr_assert (marmot_table_get_n_rows (result) == options_file->rows->len);
  cr_assert (marmot_table_get_n_rows (points) == n);
  cr_assert (marmot_table_get_n_rows (parts) == options_file->rows->len);

  for (gsize s = 0; s < marmot_table_get_n_rows (result); s++)
    {
      static const char *const numbers[] = { "value", "mean", "lower", "upper", "near_lower", "near_upper", "target",
                                             "n_points", "n_missing", "n_used", "points_needed", "n_signals" };
      static const char *const texts[] = { "variation", "assurance", "rule", "signals", "polarity", "status" };
      g_autofree char *series = marmot_column_get_text (key_names, s);
      guint option = first_row_of (options_file, series);
      double target = test_table_number (options_file, option, "target");
      g_autoptr (MarmotValue) of_target = isnan (target) ? NULL : marmot_value_new (target, -1);
      g_autoptr (MarmotXmrOptions) options
        = marmot_xmr_options_new (NULL, polarity_of (test_table_text (options_file, option, "improvement")), of_target);
      g_autoptr (MarmotTable) own = figures_of (series);
      g_autoptr (MarmotXmrChart) chart = marmot_xmr_chart_new (own, options, NULL);
      MarmotTable *summary = marmot_xmr_chart_get_summary (chart);

      for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
        cr_assert (test_same (test_result (result, numbers[k], s), test_result (summary, numbers[k], 0)), "%s %s",
                   series, numbers[k]);
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (summary, texts[k]);
          g_autofree char *text = marmot_column_get_text (column, 0);

          cr_assert (test_text_is (result, texts[k], s, text), "%s %s", series, texts[k]);
        }
      cr_assert (test_same (test_result (result, "upper", s), test_result (parts, "upper", s)));
    }
}

/* Steps, targets and limits by row, and a series that spoils no other. */
Test (xmr, figures_say_what_options_do_not)
{
  const char *names[] = { "date", "value", "step", "target", "given_upper", "denominator", "rolling", NULL };
  const gint32 codes[] = { 0, 0, 0, 0, 1, 1, 1, 2, 2, 2 };
  const double dates[] = { 1, 2, 3, 4, 1, 2, 3, 1, 1, 2 };
  const double values[] = { 5, 6, 15, 16, 5, 6, (double) NAN, 1, 2, 3 };
  const gboolean steps[] = { FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE };
  const gboolean rolling[] = { FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, FALSE };
  const double nan = (double) NAN;
  const double targets[] = { 1, 2, 3, nan, 7, 8, 9, nan, nan, nan };
  const double uppers[] = { 9, nan, 30, 30, nan, nan, nan, nan, nan, nan };
  const double denominators[] = { 10, nan, nan, nan, nan, nan, nan, nan, nan, nan };
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 10, 4, NULL);
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (MarmotTable) parts = NULL;
  MarmotColumn *columns[] = {
    marmot_column_new_double (dates, 10),   test_nullable (values, 10), marmot_column_new_boolean (steps, 10),
    test_nullable (targets, 10),            test_nullable (uppers, 10), test_nullable (denominators, 10),
    marmot_column_new_boolean (rolling, 10),
  };

  figures = marmot_table_new (names, columns, 7, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  result = marmot_xmr_series (figures, groups, NULL, NULL);
  parts = marmot_xmr_parts (figures, groups, NULL, NULL);

  cr_assert (test_result (result, "part", 0) == 2 && test_result (result, "upper", 0) == 30);
  cr_assert (test_result (parts, "upper", 0) == 9 && test_result (parts, "upper", 1) == 30);
  cr_assert (test_result (result, "target", 0) == 3, "the last one before the latest point");
  cr_assert (test_text_is (result, "notes", 0, "trial given-limits p-chart"));
  cr_assert (test_result (result, "target", 1) == 8, "not that of a point without a value");
  cr_assert (test_result (result, "date", 1) == 2 && test_result (result, "n_missing", 1) == 1);
  cr_assert (test_text_is (result, "notes", 1, "trial missing rolling"));
  cr_assert (test_status_is (result, "status", 2, MARMOT_STATUS_DUPLICATE_DATE));
  cr_assert (test_status_is (result, "status", 3, MARMOT_STATUS_EMPTY_GROUP));
  cr_assert (test_result (parts, "series", 4) == 3 && isnan (test_result (parts, "part", 4)));
}

Test (xmr, exceptions_first)
{
  static const char *const keys[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", NULL };
  static const char *const variations[] = { "common-cause",     "improvement-high", "common-cause", "concern-low", "concern-low",
                                            "neutral-high", "common-cause",     "not-judged", "not-judged", NULL };
  static const char *const assurances[] = { "pass", "hit-and-miss", "fail", "pass", "fail",
                                            "not-judged", "not-judged", "not-judged", "not-judged", NULL };
  static const char *const rules[] = { "none", "trend", "none", "outside-limits", "shift", "two-of-three", "none", "none", "none", NULL };
  static const char *const notes[] = { "", "", "", "", "", "", "", "trial", "", NULL };
  static const char *const statuses[] = { "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "duplicate-date", NULL };
  const char *names[] = { "key", "variation", "assurance", "rule", "notes", "status", NULL };
  static const char *const order = "edcfbaghi";
  static const char *const standings[] = { "concern", "concern", "fail", "changed", "hit-and-miss",
                                           "stable", "stable", "not-judged", "not-computed" };
  MarmotColumn *columns[] = { marmot_column_new_text (keys),  marmot_column_new_text (variations),
                              marmot_column_new_text (assurances), marmot_column_new_text (rules),
                              marmot_column_new_text (notes), marmot_column_new_text (statuses) };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 6, NULL);
  g_autoptr (MarmotTable) ordered = marmot_xmr_exceptions (table, NULL);
  g_autoptr (MarmotTable) again = marmot_xmr_exceptions (ordered, NULL);
  g_autoptr (MarmotColumn) variation = marmot_column_new_text (keys);
  g_autoptr (MarmotTable) wrong = marmot_table_with_column (table, "variation", variation, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) absent = NULL;
  const char *some[] = { "key", NULL };
  g_autoptr (MarmotTable) none = marmot_table_select (table, some, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  for (gsize i = 0; order[i]; i++)
    {
      const char key[] = { order[i], '\0' };

      cr_assert (test_text_is (ordered, "key", i, key));
      cr_assert (test_text_is (ordered, "standing", i, standings[i]));
    }
  cr_assert (test_text_is (ordered, "why", 0,
                           "Concern, low: it is part of a run below the mean. The target will be missed consistently."));
  cr_assert (marmot_table_equal (ordered, again));
  cr_assert (marmot_xmr_exceptions (wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (marmot_xmr_exceptions (none, &absent) == NULL);
  cr_assert (g_error_matches (absent, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

/* --- rule sets ---------------------------------------------------------------------------- */

Test (xmr, rule_sets_are_data)
{
  g_auto (GStrv) names = marmot_xmr_rule_set_list_builtin ();
  g_autoptr (MarmotXmrRuleSet) plain = g_object_new (MARMOT_TYPE_XMR_RULE_SET, NULL);
  g_autoptr (MarmotXmrRuleSet) known = marmot_xmr_rule_set_new_builtin ("making-data-count", NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (g_strv_length (names) == 4);
  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (MarmotXmrRuleSet) one = marmot_xmr_rule_set_new_builtin (names[i], &error);

      g_assert_no_error (error);
      cr_assert_str_eq (marmot_xmr_rule_set_get_name (one), names[i]);
      cr_assert (strlen (marmot_xmr_rule_set_get_source (one)) > 10);
    }
  /* What is meant without a rule set is the first of the file. */
  cr_assert (marmot_xmr_rule_set_get_limit_factor (plain) == marmot_xmr_rule_set_get_limit_factor (known));
  cr_assert (marmot_xmr_rule_set_get_near_sigmas (plain) == marmot_xmr_rule_set_get_near_sigmas (known));
  cr_assert (marmot_xmr_rule_set_get_trend_points (plain) == marmot_xmr_rule_set_get_trend_points (known));
  cr_assert (marmot_xmr_rule_set_get_shift_points (plain) == marmot_xmr_rule_set_get_shift_points (known));
  cr_assert (marmot_xmr_rule_set_get_near_points (plain) == marmot_xmr_rule_set_get_near_points (known));
  cr_assert (marmot_xmr_rule_set_get_near_window (plain) == marmot_xmr_rule_set_get_near_window (known));
  cr_assert (marmot_xmr_rule_set_get_minimum_points (plain) == marmot_xmr_rule_set_get_minimum_points (known));
  cr_assert (marmot_xmr_rule_set_new_builtin ("nelson", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

/* A rule set with one property changed. */
static MarmotXmrRuleSet *
rule_set_with (const char *key,
               const char *json,
               GError **error)
{
  static const char *const plain[][2] = {
    { "name", "\"mine\"" }, { "title", "\"t\"" }, { "source", "\"s\"" }, { "limit-factor", "2.6596" },
    { "near-sigmas", "2" }, { "screening", "\"none\"" }, { "screening-factor", "3.267" }, { "trend-points", "6" },
    { "near-points", "2" }, { "near-window", "3" }, { "beyond", "\"count\"" }, { "shift-points", "8" },
    { "ties", "\"skip\"" }, { "order", "[\"shift\", \"trend\", \"two-of-three\", \"outside-limits\"]" },
    { "minimum-points", "20" },
  };
  g_autoptr (GString) text = g_string_new ("{\"format\": \"marmot-xmr-rule-sets\", \"rule-sets\": [{");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      const char *value = g_strcmp0 (plain[i][0], key) == 0 ? json : plain[i][1];

      if (value)
        g_string_append_printf (text, "%s\"%s\": %s", i > 0 ? ", " : "", plain[i][0], value);
    }
  g_string_append (text, "}]}");
  bytes = g_bytes_new (text->str, text->len);
  return marmot_xmr_rule_set_new_from_json (bytes, "mine", error);
}

Test (xmr, rule_sets_from_a_file_are_checked)
{
  static const struct
  {
    const char *key;
    const char *json;
  } wrong[] = {
    { "title", "3" },           { "limit-factor", "0" },    { "limit-factor", "\"2.66\"" }, { "near-sigmas", "3" },
    { "screening", "\"rule-set\"" }, { "screening", "\"twice\"" }, { "trend-points", "-1" },  { "trend-points", "7.5" },
    { "trend-points", "1" },    { "near-points", "4" },     { "near-window", "1000" },      { "beyond", "true" },
    { "order", "[\"trend\"]" }, { "order", "\"trend\"" },   { "order", "[\"none\", \"trend\", \"two-of-three\", \"shift\"]" },
    { "minimum-points", "99999999999" }, { "minimum-points", NULL }, { "ties", "null" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotXmrRuleSet) mine = rule_set_with (NULL, NULL, &error);

  g_assert_no_error (error);
  cr_assert (marmot_xmr_rule_set_get_ties (mine) == MARMOT_XMR_TIES_SKIP);
  cr_assert (marmot_xmr_rule_set_get_minimum_points (mine) == 20);
  cr_assert_str_eq (marmot_xmr_rule_set_get_order (mine), "shift trend two-of-three outside-limits");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) refused = NULL;

      cr_assert (rule_set_with (wrong[i].key, wrong[i].json, &refused) == NULL, "%u", i);
      cr_assert (g_error_matches (refused, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "%u", i);
    }
}
