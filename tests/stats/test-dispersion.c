/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/inequality.h"

typedef struct
{
  const char *measure;
  const char *variant;
  MarmotInequalityMeasure kind;
  MarmotMethod method;
  MarmotComparedGroups compare;
  double multiplier;
  gboolean unweighted;
  gboolean corrected;
  gboolean floored;
  gboolean has_average;
  gboolean as_gap;
} Variant;

#define P MARMOT_METHOD_PROPAGATED
#define NONE MARMOT_METHOD_NONE
#define ENDS MARMOT_COMPARED_GROUPS_ENDS
#define EXTREMES MARMOT_COMPARED_GROUPS_EXTREMES
#define REFERENCE MARMOT_COMPARED_GROUPS_REFERENCE
#define I(name) MARMOT_INEQUALITY_##name

static const Variant variants[] = {
  { "d", "ordered", I (DIFFERENCE), P, ENDS, 0, FALSE, FALSE, FALSE, FALSE, TRUE },
  { "r", "ordered", I (RATIO), P, ENDS, 0, FALSE, FALSE, FALSE, FALSE, TRUE },
  { "d", "max-min", I (DIFFERENCE), P, EXTREMES, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "r", "max-min", I (RATIO), P, EXTREMES, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "d", "reference", I (DIFFERENCE), P, REFERENCE, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "r", "reference", I (RATIO), P, REFERENCE, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "bgv", "plain/quadratic", I (BETWEEN_GROUP_VARIANCE), MARMOT_METHOD_QUADRATIC, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "bgv", "bias-corrected", I (BETWEEN_GROUP_VARIANCE), NONE, 0, 0, FALSE, TRUE, FALSE, FALSE, FALSE },
  { "bgsd", "plain/delta", I (BETWEEN_GROUP_DEVIATION), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "cov", "plain/delta", I (COEFFICIENT_OF_VARIATION), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mdbu", "plain/delta", I (MEAN_DIFFERENCE_FROM_BEST), P, 0, 0, TRUE, FALSE, FALSE, FALSE, FALSE },
  { "mdbw", "plain/delta", I (MEAN_DIFFERENCE_FROM_BEST), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mdru", "plain/delta", I (MEAN_DIFFERENCE_FROM_REFERENCE), P, 0, 0, TRUE, FALSE, FALSE, FALSE, FALSE },
  { "mdrw", "plain/delta", I (MEAN_DIFFERENCE_FROM_REFERENCE), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mdmu", "plain/delta", I (MEAN_DIFFERENCE_FROM_MEAN), P, 0, 0, TRUE, FALSE, FALSE, FALSE, FALSE },
  { "mdmu", "setting", I (MEAN_DIFFERENCE_FROM_MEAN), P, 0, 0, TRUE, FALSE, FALSE, TRUE, FALSE },
  { "mdmw", "plain/delta", I (MEAN_DIFFERENCE_FROM_MEAN), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "idisu", "plain/delta", I (INDEX_OF_DISPARITY), P, 0, 0, TRUE, FALSE, FALSE, FALSE, FALSE },
  { "idisu", "setting", I (INDEX_OF_DISPARITY), P, 0, 0, TRUE, FALSE, FALSE, TRUE, FALSE },
  { "idisw", "plain/delta", I (INDEX_OF_DISPARITY), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "ti", "x1000/delta", I (THEIL), P, 0, 1000, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "mld", "x1000/delta", I (MEAN_LOG_DEVIATION), P, 0, 1000, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "gini", "between-groups", I (GINI), P, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "par", "ordered/delta", I (ATTRIBUTABLE_RISK), P, ENDS, 0, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "par", "ordered/signed", I (ATTRIBUTABLE_RISK), P, ENDS, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "par", "ordered/walter", I (ATTRIBUTABLE_RISK), MARMOT_METHOD_WALTER, ENDS, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "par", "best/delta", I (ATTRIBUTABLE_RISK), P, EXTREMES, 0, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "par", "best/signed", I (ATTRIBUTABLE_RISK), P, EXTREMES, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "par", "best/walter", I (ATTRIBUTABLE_RISK), MARMOT_METHOD_WALTER, EXTREMES, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "par", "setting", I (ATTRIBUTABLE_RISK), P, 0, 0, FALSE, FALSE, TRUE, TRUE, FALSE },
  { "paf", "ordered/delta", I (ATTRIBUTABLE_FRACTION), P, ENDS, 0, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "paf", "ordered/signed", I (ATTRIBUTABLE_FRACTION), P, ENDS, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "paf", "ordered/walter", I (ATTRIBUTABLE_FRACTION), MARMOT_METHOD_WALTER, ENDS, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "paf", "best/delta", I (ATTRIBUTABLE_FRACTION), P, EXTREMES, 0, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "paf", "best/signed", I (ATTRIBUTABLE_FRACTION), P, EXTREMES, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "paf", "best/walter", I (ATTRIBUTABLE_FRACTION), MARMOT_METHOD_WALTER, EXTREMES, 0, FALSE, FALSE, FALSE, FALSE, FALSE },
  { "paf", "setting", I (ATTRIBUTABLE_FRACTION), P, 0, 0, FALSE, FALSE, TRUE, TRUE, FALSE },
};

/* A dataset with its labels; without ranks where it has no order. The label of the
 * reference group goes out. */
static MarmotSubgroups *
make_dataset (const TestTable *table,
              const char      *name,
              char           **reference)
{
  g_autoptr (MarmotSubgroups) bare = test_dataset (table, name);
  g_autoptr (GArray) rows = test_rows_of (table, name);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (MarmotColumn) column = NULL;

  *reference = NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      const char *label = test_table_text (table, row, "subgroup");

      g_ptr_array_add (labels, (gpointer) label);
      if (test_table_number (table, row, "reference") == 1)
        *reference = g_strdup (label);
    }
  g_ptr_array_add (labels, NULL);
  column = marmot_column_new_text ((const char *const *) labels->pdata);
  return marmot_subgroups_with_labels (bare, column, NULL);
}

Test (dispersion, agrees_with_known_answers)
{
  g_autoptr (TestTable) groups = test_table_load ("inequality/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/groups-expected.csv");
  guint n_checked = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const char *dataset = test_table_text (expected, row, "dataset");
      const char *measure = test_table_text (expected, row, "measure");
      const char *variant = test_table_text (expected, row, "variant");

      for (gsize v = 0; v < G_N_ELEMENTS (variants); v++)
        {
          const Variant *this = &variants[v];
          g_autofree char *reference = NULL;
          g_autoptr (MarmotSubgroups) subgroups = NULL;
          g_autoptr (MarmotInequalityOptions) options = NULL;
          g_autoptr (MarmotIntervalOptions) interval = NULL;
          g_autoptr (MarmotInequality) result = NULL;
          g_autoptr (GError) error = NULL;
          double average = 0;
          gboolean is_good;

          if (strcmp (this->measure, measure) != 0
              || (strcmp (this->variant, variant) != 0 && strcmp (variant, "any") != 0))
            continue;
          subgroups = make_dataset (groups, dataset, &reference);
          is_good = test_dataset_number (groups, dataset, "favourable") == 1;
          if (this->has_average)
            average = test_dataset_number (groups, dataset, "setting_average");
          if (isnan (average))
            average = 0;
          options = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS,
                                  "good", is_good ? MARMOT_GOOD_DIRECTION_HIGH : MARMOT_GOOD_DIRECTION_LOW,
                                  "as-gap", this->as_gap, "compare",
                                  this->compare ? this->compare
                                  : test_dataset_number (groups, dataset, "ordered") == 1 ? ENDS : EXTREMES,
                                  "reference", reference, "unweighted", this->unweighted, "corrected", this->corrected,
                                  "floored", this->floored, "scale", test_dataset_number (groups, dataset, "scale"),
                                  "average", average, NULL);
          interval = test_method (this->method, this->multiplier);
          result = marmot_subgroups_measure (subgroups, this->kind, options, interval, &error);
          cr_assert (result != NULL, "%s: %s", dataset, error->message);
          test_known (result, expected, row, 1e-11, 1e-14);
          n_checked++;
        }
    }
  cr_assert (n_checked > 700, "%u", n_checked);
}

static MarmotInequality *
measure (MarmotSubgroups         *subgroups,
         MarmotInequalityMeasure  kind,
         MarmotMethod             method)
{
  g_autoptr (MarmotInequalityOptions) options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, "compare", EXTREMES, "reference", "b",
                    NULL);
  g_autoptr (MarmotIntervalOptions) interval = test_method (method, 1);

  return marmot_subgroups_measure (subgroups, kind, options, interval, NULL);
}

static MarmotSubgroups *
label (MarmotSubgroups *bare,
       gsize            n)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (MarmotColumn) column = NULL;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (labels, (gpointer) (i == 1 ? "b" : "other"));
  g_ptr_array_add (labels, NULL);
  column = marmot_column_new_text ((const char *const *) labels->pdata);
  return marmot_subgroups_with_labels (bare, column, NULL);
}

/* Every propagated error is what moving each figure a little comes to. */
Test (dispersion, errors_are_those_of_small_changes)
{
  const double y[] = { 12, 17, 9.5, 21, 14, 30 }, w[] = { 5, 2, 7, 1, 3, 4 }, s[] = { 1, 0.5, 2, 0.7, 1.1, 3 };
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, w, NULL, s, 6);
  g_autoptr (MarmotSubgroups) subgroups = label (bare, 6);

  for (int kind = I (DIFFERENCE); kind <= I (ATTRIBUTABLE_FRACTION); kind++)
    {
      g_autoptr (MarmotInequality) result = NULL;
      double value, variance = 0, expected;

      if (kind == I (HETEROGENEITY) || kind == I (HETEROGENEITY_PROBABILITY))
        continue;
      result = measure (subgroups, (MarmotInequalityMeasure) kind, P);
      value = marmot_inequality_get_value (result, 0);
      for (gsize i = 0; i < 6; i++)
        {
          const double h = 1e-5;
          double up, down, moved[6];
          g_autoptr (MarmotSubgroups) higher = NULL;
          g_autoptr (MarmotSubgroups) lower = NULL;
          g_autoptr (MarmotSubgroups) higher_labelled = NULL;
          g_autoptr (MarmotSubgroups) lower_labelled = NULL;
          g_autoptr (MarmotInequality) a = NULL;
          g_autoptr (MarmotInequality) b = NULL;

          memcpy (moved, y, sizeof moved);
          moved[i] = y[i] + h;
          higher = test_subgroups (moved, w, NULL, s, 6);
          moved[i] = y[i] - h;
          lower = test_subgroups (moved, w, NULL, s, 6);
          higher_labelled = label (higher, 6);
          lower_labelled = label (lower, 6);
          a = measure (higher_labelled, (MarmotInequalityMeasure) kind, P);
          b = measure (lower_labelled, (MarmotInequalityMeasure) kind, P);
          up = marmot_inequality_get_value (a, 0);
          down = marmot_inequality_get_value (b, 0);
          variance += (up - down) / (2 * h) * (up - down) / (2 * h) * s[i] * s[i];
        }
      expected = sqrt (variance) / (kind == I (RATIO) ? value : 1);
      cr_assert (test_near (marmot_inequality_get_standard_error (result, 0), expected, 1e-6), "%d: %.12g, not %.12g", kind,
                 marmot_inequality_get_standard_error (result, 0), expected);
    }
}

/* Figures that hardly differ, on a large common part: no digits are lost. */
Test (dispersion, small_differences_keep_their_digits)
{
  const double offsets[] = { 0, 1e3, 1e6, 1e9 };
  const double w[] = { 1, 1, 1, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      double c = 100 + offsets[i];
      const double y[] = { c - 3, c - 1, c + 1, c + 3 };
      g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, NULL, NULL, 4);
      g_autoptr (MarmotInequality) variance = measure (subgroups, I (BETWEEN_GROUP_VARIANCE), NONE);
      g_autoptr (MarmotInequality) theil = measure (subgroups, I (THEIL), NONE);
      g_autoptr (MarmotInequality) log_deviation = measure (subgroups, I (MEAN_LOG_DEVIATION), NONE);
      g_autoptr (MarmotInequality) gini = measure (subgroups, I (GINI), NONE);
      /* The first terms of the series, 5/2 and (81 + 1) / 4 times what is below. */
      double first = 5 / (2 * c * c), fourth = 20.5 / (c * c * c * c);

      cr_assert (marmot_inequality_get_value (variance, 0) == 5);
      cr_assert (test_near (marmot_inequality_get_value (theil, 0), first + fourth * 2 / 12, 1e-6 * 1e4 / (c * c) + 1e-14));
      cr_assert (test_near (marmot_inequality_get_value (log_deviation, 0), first + fourth * 2 / 4,
                            1e-6 * 1e4 / (c * c) + 1e-14));
      cr_assert (test_near (marmot_inequality_get_value (gini, 0), 1.25 / c, 1e-14));
    }
}

Test (dispersion, keeps_its_symmetries)
{
  const double y[] = { 12, 17, 9.5, 21, 14, 30 }, w[] = { 5, 2, 7, 1, 3, 4 }, s[] = { 1, 0.5, 2, 0.7, 1.1, 3 };
  const double shuffled_y[] = { 30, 17, 14, 12, 21, 9.5 }, shuffled_w[] = { 4, 2, 3, 5, 1, 7 };
  const double shuffled_s[] = { 3, 0.5, 1.1, 1, 0.7, 2 };
  double larger[6], larger_s[6], half[6];
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, w, NULL, s, 6);
  g_autoptr (MarmotSubgroups) one = label (bare, 6);
  g_autoptr (MarmotSubgroups) bare_other = test_subgroups (shuffled_y, shuffled_w, NULL, shuffled_s, 6);
  g_autoptr (MarmotSubgroups) other = label (bare_other, 6);
  g_autoptr (MarmotSubgroups) bare_large = NULL;
  g_autoptr (MarmotSubgroups) large = NULL;

  for (int i = 0; i < 6; i++)
    larger[i] = 1000 * y[i], larger_s[i] = 1000 * s[i], half[i] = w[i] / 2;
  bare_large = test_subgroups (larger, half, NULL, larger_s, 6);
  large = label (bare_large, 6);

  for (int kind = I (DIFFERENCE); kind <= I (ATTRIBUTABLE_FRACTION); kind++)
    {
      MarmotMethod method = kind == I (HETEROGENEITY) || kind == I (HETEROGENEITY_PROBABILITY) ? NONE : P;
      gboolean is_relative = kind == I (RATIO) || kind == I (COEFFICIENT_OF_VARIATION)
                             || (kind >= I (INDEX_OF_DISPARITY) && kind != I (ATTRIBUTABLE_RISK));
      double factor = kind == I (BETWEEN_GROUP_VARIANCE) ? 1e6 : is_relative ? 1 : 1000;
      g_autoptr (MarmotInequality) a = measure (one, (MarmotInequalityMeasure) kind, method);
      g_autoptr (MarmotInequality) b = measure (other, (MarmotInequalityMeasure) kind, method);
      g_autoptr (MarmotInequality) c = measure (large, (MarmotInequalityMeasure) kind, method);

      cr_assert (test_near (marmot_inequality_get_value (b, 0), marmot_inequality_get_value (a, 0), 1e-13), "%d", kind);
      cr_assert (test_near (marmot_inequality_get_value (c, 0), factor * marmot_inequality_get_value (a, 0), 1e-13), "%d",
                 kind);
      if (method == P)
        {
          cr_assert (test_near (marmot_inequality_get_standard_error (b, 0), marmot_inequality_get_standard_error (a, 0), 1e-13),
                     "%d", kind);
          cr_assert (test_near (marmot_inequality_get_standard_error (c, 0),
                                factor * marmot_inequality_get_standard_error (a, 0), 1e-12),
                     "%d", kind);
        }
    }
}

/* Q by hand, and its probability against a closed form: of chi-squared with two
 * degrees of freedom, exp (-Q / 2). */
Test (dispersion, heterogeneity)
{
  const double y[] = { 10, 12, 16 }, s[] = { 1, 2, 2 }, sure[] = { 1, 0, 2 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, NULL, NULL, s, 3);
  g_autoptr (MarmotInequality) q = measure (subgroups, I (HETEROGENEITY), NONE);
  g_autoptr (MarmotInequality) p = measure (subgroups, I (HETEROGENEITY_PROBABILITY), NONE);
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, NULL, NULL, NULL, 3);
  g_autoptr (MarmotInequality) none = measure (bare, I (HETEROGENEITY), NONE);
  g_autoptr (MarmotSubgroups) certain = test_subgroups (y, NULL, NULL, sure, 3);
  g_autoptr (MarmotInequality) weightless = measure (certain, I (HETEROGENEITY), NONE);
  /* The mean by precision is (10 + 3 + 4) / 1.5. */
  double mean = 17 / 1.5;
  double expected = (10 - mean) * (10 - mean) + (12 - mean) * (12 - mean) / 4 + (16 - mean) * (16 - mean) / 4;

  cr_assert (test_near (marmot_inequality_get_value (q, 0), expected, 1e-14));
  cr_assert (test_near (marmot_inequality_get_value (p, 0), exp (-expected / 2), 1e-14));
  cr_assert (marmot_inequality_get_status (none, 0) == MARMOT_STATUS_MISSING);
  /* Nothing is missing, but an error of 0 makes no weight. */
  cr_assert (marmot_inequality_get_status (weightless, 0) == MARMOT_STATUS_ERROR_OUT_OF_RANGE);
}

Test (dispersion, what_cannot_be_measured_says_why)
{
  const double y[] = { 1, 0, 3 }, negative[] = { -1, 2, 3 }, w[] = { 1, 1, 1 };
  const struct
  {
    const double *y;
    gsize n;
    MarmotInequalityMeasure kind;
    MarmotStatus status;
  } cases[] = {
    { y, 1, I (BETWEEN_GROUP_VARIANCE), MARMOT_STATUS_TOO_FEW_GROUPS },
    { y, 1, I (DIFFERENCE), MARMOT_STATUS_TOO_FEW_GROUPS },
    { y, 3, I (THEIL), MARMOT_STATUS_OK },
    { y, 3, I (MEAN_LOG_DEVIATION), MARMOT_STATUS_FIGURE_NOT_POSITIVE },
    { y, 3, I (RATIO), MARMOT_STATUS_FIGURE_NOT_POSITIVE },
    { negative, 3, I (THEIL), MARMOT_STATUS_FIGURE_NOT_POSITIVE },
    { negative, 3, I (BETWEEN_GROUP_VARIANCE), MARMOT_STATUS_OK },
    { y, 3, I (MEAN_DIFFERENCE_FROM_REFERENCE), MARMOT_STATUS_OK },
  };
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, w, NULL, NULL, 3);
  g_autoptr (MarmotInequalityOptions) elsewhere
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "reference", "nobody", NULL);
  g_autoptr (MarmotSubgroups) labelled = label (bare, 3);
  g_autoptr (MarmotInequality) nobody
    = marmot_subgroups_measure (labelled, I (MEAN_DIFFERENCE_FROM_REFERENCE), elsewhere, NULL, NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotSubgroups) groups = test_subgroups (cases[i].y, w, NULL, NULL, cases[i].n);
      g_autoptr (MarmotSubgroups) named = label (groups, cases[i].n);
      g_autoptr (MarmotInequality) result = measure (named, cases[i].kind, NONE);

      cr_assert (marmot_inequality_get_status (result, 0) == cases[i].status, "%zu: %s", i,
                 marmot_status_to_nick (marmot_inequality_get_status (result, 0)));
    }
  cr_assert (marmot_inequality_get_status (nobody, 0) == MARMOT_STATUS_NO_REFERENCE);
  /* A reference without labels, and a best group without a direction. */
  cr_assert (marmot_subgroups_measure (bare, I (MEAN_DIFFERENCE_FROM_REFERENCE), elsewhere, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_subgroups_measure (bare, I (MEAN_DIFFERENCE_FROM_BEST), NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* Groups that are alike: the closed form knows no more, and does not say that all is
 * certain. */
Test (dispersion, no_certainty_where_groups_are_alike)
{
  const double y[] = { 5, 5, 5, 5 }, w[] = { 1, 2, 3, 4 }, s[] = { 0.1, 0.1, 0.1, 0.1 };
  const MarmotInequalityMeasure kinds[] = { I (THEIL), I (MEAN_LOG_DEVIATION), I (GENERALISED_ENTROPY), I (ATKINSON),
                                            I (HOOVER), I (GINI), I (COEFFICIENT_OF_VARIATION) };
  const double epsilons[] = { 0.5, 1, 2 };
  g_autoptr (MarmotSubgroups) groups = test_subgroups (y, w, NULL, s, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize e = 0; e < G_N_ELEMENTS (epsilons); e++)
      {
        g_autoptr (MarmotInequalityOptions) options
          = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "epsilon", epsilons[e], NULL);
        g_autoptr (MarmotIntervalOptions) propagated = test_method (P, 0);
        g_autoptr (MarmotInequality) result = marmot_subgroups_measure (groups, kinds[i], options, propagated, NULL);
        g_autoptr (MarmotEstimate) estimate = marmot_inequality_get_estimate (result, 0);

        cr_assert (marmot_estimate_get_value (estimate) == 0, "%zu", i);
        cr_assert (isnan (marmot_inequality_get_standard_error (result, 0)), "%zu", i);
        cr_assert (isnan (marmot_estimate_get_upper (estimate)), "%zu", i);
      }
}

/* What rows drawn again cannot move has no bootstrap: its limits would be the value. */
Test (dispersion, no_bootstrap_of_what_does_not_move)
{
  const double y[] = { 1, 6, 7, 9, 3 }, w[] = { 1, 2, 3, 4, 2 }, rank[] = { 1, 2, 3, 4, 5 };
  const struct
  {
    MarmotInequalityMeasure kind;
    gboolean unweighted;
    gboolean has;
  } cases[] = {
    { I (DIFFERENCE), FALSE, FALSE },
    { I (RATIO), FALSE, FALSE },
    { I (ATTRIBUTABLE_RISK), FALSE, FALSE },
    { I (ATTRIBUTABLE_FRACTION), FALSE, FALSE },
    { I (MEAN_DIFFERENCE_FROM_BEST), FALSE, FALSE },
    { I (MEAN_DIFFERENCE_FROM_MEAN), TRUE, FALSE },
    { I (INDEX_OF_DISPARITY), TRUE, FALSE },
    { I (MEAN_DIFFERENCE_FROM_MEAN), FALSE, TRUE },
    { I (INDEX_OF_DISPARITY), FALSE, TRUE },
    { I (GINI), TRUE, TRUE },
    { I (THEIL), TRUE, TRUE },
  };
  g_autoptr (MarmotSubgroups) groups = test_subgroups (y, w, rank, NULL, 5);
  g_autoptr (MarmotIntervalOptions) bootstrap = test_method (MARMOT_METHOD_BOOTSTRAP, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotInequalityOptions) options
        = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, "unweighted",
                        cases[i].unweighted, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotInequality) result
        = marmot_subgroups_measure (groups, cases[i].kind, options, bootstrap, &error);

      cr_assert ((result != NULL) == cases[i].has, "%zu", i);
      cr_assert (cases[i].has || g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "%zu", i);
    }
}

/* A number that is computed is a number, and has a reason otherwise. */
Test (dispersion, what_overflows_says_so)
{
  const double large[] = { 1e300, 1e308, 1e307, 1.7e308 }, small[] = { 1e-310, 2e-310, 3e-310, 5e-310 };
  const double w[] = { 1, 1, 1, 1 }, s[] = { 1e300, 1e300, 1e300, 1e300 }, e[] = { 1e-311, 1e-311, 1e-311, 1e-311 };
  const double rank[] = { 1, 2, 3, 4 };

  for (int kind = 0; kind <= I (CURVATURE); kind++)
    for (int which = 0; which < 2; which++)
      {
        g_autoptr (MarmotSubgroups) groups = test_subgroups (which ? small : large, w, rank, which ? e : s, 4);
        g_autoptr (MarmotInequalityOptions) options
          = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, "upper-bound", 1.79e308, NULL);
        g_autoptr (MarmotInequality) result = NULL;

        if (kind == I (MEAN_DIFFERENCE_FROM_REFERENCE))
          continue;
        result = marmot_subgroups_measure (groups, (MarmotInequalityMeasure) kind, options, NULL, NULL);
        cr_assert (isfinite (marmot_inequality_get_value (result, 0))
                     == (marmot_inequality_get_status (result, 0) == MARMOT_STATUS_OK),
                   "%d %d", kind, which);
      }
}

/* Where the error of one group is not known, nobody knows how far chance reaches. */
Test (dispersion, no_limits_without_all_errors)
{
  const double y[] = { 1, 6, 7, 9 }, w[] = { 1, 2, 3, 4 }, s[] = { (double) NAN, 0.1, 0.1, 0.1 };
  g_autoptr (MarmotSubgroups) groups = test_subgroups (y, w, NULL, s, 4);

  for (int kind = I (BETWEEN_GROUP_VARIANCE); kind <= I (GINI); kind++)
    if (kind != I (MEAN_DIFFERENCE_FROM_REFERENCE))
      {
        g_autoptr (MarmotInequalityOptions) options
          = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, NULL);
        g_autoptr (MarmotInequality) result
          = marmot_subgroups_measure (groups, (MarmotInequalityMeasure) kind, options, NULL, NULL);
        g_autoptr (MarmotEstimate) estimate = marmot_inequality_get_estimate (result, 0);

        cr_assert (marmot_inequality_get_status (result, 0) == MARMOT_STATUS_OK, "%d", kind);
        cr_assert (isnan (marmot_estimate_get_lower (estimate)), "%d", kind);
        cr_assert (isnan (marmot_estimate_get_upper (estimate)), "%d", kind);
      }
}

/* Where a floored figure is nothing, and the correction for sampling. */
Test (dispersion, variants)
{
  const double y[] = { 10, 20, 30 }, s[] = { 1, 1, 1 }, r[] = { 1, 2, 3 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, NULL, r, s, 3);
  g_autoptr (MarmotInequalityOptions) floored
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, "floored", TRUE, NULL);
  g_autoptr (MarmotInequalityOptions) gap
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, "as-gap", TRUE, NULL);
  g_autoptr (MarmotInequalityOptions) corrected = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "corrected", TRUE, NULL);
  g_autoptr (MarmotInequality) a = marmot_subgroups_measure (subgroups, I (ATTRIBUTABLE_RISK), floored, NULL, NULL);
  g_autoptr (MarmotInequality) b = marmot_subgroups_measure (subgroups, I (ATTRIBUTABLE_FRACTION), gap, NULL, NULL);
  g_autoptr (MarmotInequality) c = marmot_subgroups_measure (subgroups, I (DIFFERENCE), gap, NULL, NULL);
  g_autoptr (MarmotInequality) d = marmot_subgroups_measure (subgroups, I (BETWEEN_GROUP_VARIANCE), corrected, NULL, NULL);
  g_autoptr (MarmotInequality) e = marmot_subgroups_measure (subgroups, I (BETWEEN_GROUP_DEVIATION), NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) deviation = marmot_inequality_get_estimate (e, 0);

  cr_assert (marmot_inequality_get_value (a, 0) == 0);
  cr_assert (test_near (marmot_inequality_get_value (b, 0), -50, 1e-14));
  cr_assert (marmot_inequality_get_value (c, 0) == -20);
  cr_assert (test_near (marmot_inequality_get_value (d, 0), 200.0 / 3 - 2.0 / 3, 1e-14));
  cr_assert (strcmp (marmot_inequality_get_variant (d), "corrected") == 0);
  cr_assert (marmot_inequality_get_method (e) == MARMOT_METHOD_QUADRATIC);
  cr_assert (marmot_estimate_get_lower (deviation) > 0
             && marmot_estimate_get_upper (deviation) > marmot_estimate_get_value (deviation));
}

/* A simulation of a smooth measure whose errors are small is its closed form. */
Test (dispersion, simulation_is_near_the_closed_form)
{
  const double y[] = { 12, 17, 9.5, 21, 14, 30 }, w[] = { 5, 2, 7, 1, 3, 4 };
  const double s[] = { 0.02, 0.03, 0.02, 0.05, 0.01, 0.04 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, NULL, s, 6);
  const MarmotInequalityMeasure kinds[] = { I (BETWEEN_GROUP_VARIANCE), I (THEIL), I (ATKINSON), I (GINI), I (DIFFERENCE),
                                            I (ATTRIBUTABLE_FRACTION) };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MarmotInequality) drawn = measure (subgroups, kinds[i], MARMOT_METHOD_SIMULATION);
      g_autoptr (MarmotInequality) exact = measure (subgroups, kinds[i], P);

      cr_assert (marmot_inequality_get_value (drawn, 0) == marmot_inequality_get_value (exact, 0));
      cr_assert (test_near (marmot_inequality_get_standard_error (drawn, 0),
                            marmot_inequality_get_standard_error (exact, 0), 0.04),
                 "%zu", i);
    }
}

/* Many areas in one call are each what it is alone, bit for bit. */
Test (dispersion, areas_do_not_depend_on_one_another)
{
  const gsize n_areas = 40, n = 400;
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  double y[400], w[400], r[400], s[400];
  gint32 codes[400];
  g_autoptr (MarmotColumn) estimate = NULL;
  g_autoptr (MarmotColumn) population = NULL;
  g_autoptr (MarmotColumn) rank = NULL;
  g_autoptr (MarmotColumn) error = NULL;
  g_autoptr (MarmotGroups) areas = NULL;
  g_autoptr (MarmotSubgroups) bare = NULL;
  g_autoptr (MarmotSubgroups) all = NULL;
  g_autoptr (MarmotInequalityOptions) options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_HIGH, "upper-bound", 100.0, "scale", 100.0,
                    NULL);

  for (gsize i = 0; i < n; i++)
    {
      codes[i] = g_rand_int_range (rand, 0, (gint32) n_areas);
      y[i] = g_rand_double_range (rand, 1, 99);
      w[i] = g_rand_double_range (rand, 0, 50);
      r[i] = g_rand_int_range (rand, 1, 8);
      s[i] = g_rand_double_range (rand, 0.1, 4);
    }
  estimate = marmot_column_new_double (y, n);
  population = marmot_column_new_double (w, n);
  rank = marmot_column_new_double (r, n);
  error = marmot_column_new_double (s, n);
  areas = marmot_groups_new_from_codes (codes, n, n_areas, NULL);
  bare = marmot_subgroups_new (estimate, population, rank, areas, NULL);
  all = marmot_subgroups_with_standard_error (bare, error, NULL);

  for (int kind = 0; kind <= I (ATTRIBUTABLE_FRACTION); kind++)
    {
      g_autoptr (MarmotInequality) together = NULL;
      g_autoptr (MarmotEstimates) estimates = NULL;

      if (kind == I (MEAN_DIFFERENCE_FROM_REFERENCE))
        continue;
      together = marmot_subgroups_measure (all, (MarmotInequalityMeasure) kind, options, NULL, NULL);
      estimates = marmot_inequality_get_estimates (together);
      for (gsize area = 0; area < n_areas; area++)
        {
          double one_y[400], one_w[400], one_r[400], one_s[400];
          g_autoptr (MarmotSubgroups) one = NULL;
          g_autoptr (MarmotInequality) alone = NULL;
          g_autoptr (MarmotEstimate) a = NULL;
          g_autoptr (MarmotEstimate) b = NULL;
          gsize m = 0;

          for (gsize i = 0; i < n; i++)
            if (codes[i] == (gint32) area)
              one_y[m] = y[i], one_w[m] = w[i], one_r[m] = r[i], one_s[m++] = s[i];
          if (m == 0)
            continue;
          one = test_subgroups (one_y, one_w, one_r, one_s, m);
          alone = marmot_subgroups_measure (one, (MarmotInequalityMeasure) kind, options, NULL, NULL);
          a = marmot_estimates_get_estimate (estimates, area);
          b = marmot_inequality_get_estimate (alone, 0);
          cr_assert (marmot_estimate_equal (a, b), "%d, area %zu", kind, area);
          cr_assert (test_same (marmot_inequality_get_standard_error (together, area),
                                marmot_inequality_get_standard_error (alone, 0)));
        }
    }
}

/* The World Health Organization's names, units and signs, against the known answers
 * of each; two areas at once are one after the other. */
Test (dispersion, the_who_table_agrees_with_known_answers)
{
  const struct
  {
    const char *name;
    const char *variant;
  } known[] = {
    { "d", "ordered" }, { "r", "ordered" }, { "aci", "plain/propagated" }, { "rci", "plain/propagated" },
    { "sii", "logit-glm/who" }, { "rii", "logit-glm/who" }, { "bgv", "plain/quadratic" }, { "cov", "plain/delta" },
    { "mdbu", "plain/delta" }, { "mdbw", "plain/delta" }, { "mdmu", "plain/delta" }, { "mdmw", "plain/delta" },
    { "mdru", "plain/delta" }, { "mdrw", "plain/delta" }, { "idisu", "plain/delta" }, { "idisw", "plain/delta" },
    { "ti", "x1000/delta" }, { "mld", "x1000/delta" }, { "par", "ordered/delta" }, { "paf", "ordered/delta" },
  };
  const char *datasets[] = { "G005", "G018", "E023" };
  g_autoptr (TestTable) groups = test_table_load ("inequality/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/groups-expected.csv");
  guint n_checked = 0;

  for (gsize d = 0; d < G_N_ELEMENTS (datasets); d++)
    {
      g_autofree char *reference = NULL;
      g_autoptr (MarmotSubgroups) subgroups = make_dataset (groups, datasets[d], &reference);
      gboolean is_good = test_dataset_number (groups, datasets[d], "favourable") == 1;
      g_autoptr (MarmotInequalityOptions) options
        = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good",
                        is_good ? MARMOT_GOOD_DIRECTION_HIGH : MARMOT_GOOD_DIRECTION_LOW, "reference", reference, NULL);
      g_autoptr (MarmotTable) table = marmot_subgroups_make_who_table (subgroups, options, NULL);
      g_autoptr (MarmotColumn) names = marmot_table_get_column_by_name (table, "measure");
      g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (table, "estimate");
      g_autoptr (MarmotColumn) errors = marmot_table_get_column_by_name (table, "se");

      cr_assert (marmot_table_get_n_rows (table) == 21);
      for (guint row = 0; row < expected->rows->len; row++)
        for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
          {
            if (strcmp (test_table_text (expected, row, "dataset"), datasets[d]) != 0
                || strcmp (test_table_text (expected, row, "measure"), known[k].name) != 0
                || strcmp (test_table_text (expected, row, "variant"), known[k].variant) != 0)
              continue;
            for (gsize i = 0; i < 21; i++)
              {
                g_autofree char *name = marmot_column_get_text (names, i);

                if (strcmp (name, known[k].name) != 0)
                  continue;
                cr_assert (test_within (marmot_column_get_double (values, i), test_table_number (expected, row, "estimate"),
                                        1e-9, 1e-14),
                           "%s %s", datasets[d], name);
                cr_assert (test_within (marmot_column_get_double (errors, i), test_table_number (expected, row, "se"), 1e-9,
                                        1e-14),
                           "%s %s", datasets[d], name);
                n_checked++;
              }
          }
    }
  cr_assert (n_checked > 50, "%u", n_checked);
}

Test (dispersion, the_who_table_of_areas)
{
  const double y[] = { 1, 5, 2, 6, 4, 9 };
  const gint32 codes[] = { 0, 1, 0, 1, 0, 1 };
  g_autoptr (MarmotColumn) estimate = marmot_column_new_double (y, 6);
  g_autoptr (MarmotGroups) areas = marmot_groups_new_from_codes (codes, 6, 2, NULL);
  g_autoptr (MarmotSubgroups) subgroups = marmot_subgroups_new (estimate, NULL, NULL, areas, NULL);
  g_autoptr (MarmotInequalityOptions) options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, NULL);
  g_autoptr (MarmotInequalityOptions) unstated = marmot_inequality_options_new ();
  g_autoptr (MarmotTable) table = marmot_subgroups_make_who_table (subgroups, options, NULL);
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (table, "estimate");
  g_autoptr (GError) error = NULL;

  /* Without order and reference six measures less. */
  cr_assert (marmot_table_get_n_rows (table) == 2 * (21 - 6));
  cr_assert (marmot_column_get_double (values, 0) == 3 && marmot_column_get_double (values, 1) == 4);
  cr_assert (marmot_column_get_double (values, 2) == 4 && test_near (marmot_column_get_double (values, 3), 1.8, 1e-15));
  cr_assert (marmot_subgroups_make_who_table (subgroups, unstated, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* A key that is called as a column of the result is says so. */
Test (dispersion, the_who_table_names_a_key_in_the_way)
{
  static const char *const columns[] = { "estimate", "measure", NULL };
  static const char *const keys[] = { "measure", NULL };
  const double y[] = { 1, 5, 2, 6 }, area[] = { 1, 1, 2, 2 };
  g_autoptr (MarmotColumn) estimate = marmot_column_new_double (y, 4);
  g_autoptr (MarmotColumn) areas = marmot_column_new_double (area, 4);
  MarmotColumn *both[] = { estimate, areas };
  g_autoptr (MarmotTable) figures = marmot_table_new (columns, both, 2, NULL);
  g_autoptr (MarmotSubgroups) subgroups = marmot_subgroups_new_from_table (figures, keys, NULL);
  g_autoptr (MarmotInequalityOptions) options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "good", MARMOT_GOOD_DIRECTION_LOW, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_subgroups_make_who_table (subgroups, options, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (strstr (error->message, "\"measure\"") != NULL, "%s", error->message);
}
