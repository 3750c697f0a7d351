/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "numeric/funnel.h"
#include "numeric/special.h"
#include "support/result.h"
#include "support/table.h"

static MarmotFunnelKind
kind_of (const char *text)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (MARMOT_TYPE_FUNNEL_KIND);

  return (MarmotFunnelKind) g_enum_get_value_by_nick (kinds, text)->value;
}

/* PHEindicatormethods 2.1.0: assign_funnel_significance() and calculate_funnel_points(). */
Test (funnel, places_as_the_peer_does)
{
  g_autoptr (TestTable) table = test_table_load ("phe-funnel.csv");
  g_autofree double *numerators = test_table_numbers (table, "numerator");
  g_autofree double *denominators = test_table_numbers (table, "denominator");
  g_autofree double *rates = test_table_numbers (table, "rate");
  guint n = 0;

  for (guint first = 0, end; first < table->rows->len; first = end)
    {
      const char *case_id = test_table_text (table, first, "case");
      MarmotFunnelKind kind = kind_of (test_table_text (table, first, "kind"));
      double years = test_table_number (table, first, "years");
      gboolean by_rate = kind == MARMOT_FUNNEL_KIND_STANDARDISED_RATE;
      g_autoptr (MarmotFunnelOptions) options = NULL;
      g_autoptr (MarmotColumn) numerator = NULL;
      g_autoptr (MarmotColumn) denominator = NULL;
      g_autoptr (MarmotColumn) rate = NULL;
      g_autoptr (MarmotFunnel) funnel = NULL;
      g_autoptr (MarmotTable) points = NULL;
      g_autoptr (GError) error = NULL;

      for (end = first; end < table->rows->len && g_str_equal (test_table_text (table, end, "case"), case_id); end++)
        ;
      options = g_object_new (MARMOT_TYPE_FUNNEL_OPTIONS,
                              "kind", kind,
                              "multiplier", test_table_number (table, first, "multiplier"),
                              "years", isnan (years) ? 1 : years,
                              NULL);
      numerator = marmot_column_new_double (numerators + first, end - first);
      denominator = marmot_column_new_double (denominators + first, end - first);
      rate = marmot_column_new_double (rates + first, end - first);
      funnel = marmot_funnel_new (options, numerator, by_rate ? NULL : denominator, by_rate ? rate : NULL, &error);
      cr_assert (funnel != NULL, "%s", error ? error->message : "");
      points = marmot_funnel_get_points (funnel);
      for (guint row = first; row < end; row++)
        {
          double derived = test_table_number (table, row, "derived");

          cr_assert (test_result_says (points, "place", row - first, test_table_text (table, row, "place")),
                     "case %s, row %u", case_id, row - first);
          if (!isnan (derived))
            {
              cr_assert (test_near (test_result_number (points, "denominator", row - first), derived, 1e-12));
              cr_assert (test_near (test_result_number (points, "value", row - first),
                                    test_table_number (table, row, "value"), 1e-12));
            }
          n++;
        }
    }
  cr_assert (n == 281, "%u", n);
}

/* calculate_funnel_limits(), at the places that it chose; the Poisson ones against the
 * exact solution that stands beside the peer's bisection. */
Test (funnel, limits_as_the_peer_has_them)
{
  static const char *const limits[] = { "lower_inner", "upper_inner", "lower_outer", "upper_outer" };
  static const char *const places[] = { "lower_inner_at", "upper_inner_at", "lower_outer_at", "upper_outer_at" };
  static const double tails[] = { 0.025, 0.001 };
  g_autoptr (TestTable) table = test_table_load ("phe-funnel-limits.csv");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *kind = test_table_text (table, row, "kind");
      const char *sub_type = test_table_text (table, row, "sub_type");
      double x = test_table_number (table, row, "x");
      double multiplier = test_table_number (table, row, "multiplier");
      double baseline = test_table_number (table, row, "baseline");

      for (guint k = 0; k < 2; k++)
        {
          double low, high;

          if (g_str_equal (kind, "proportion"))
            {
              double expected = test_table_number (table, row, limits[2 * k + 1]);

              mn_funnel_proportion (&x, 1, baseline / multiplier, mn_normal_quantile_upper (tails[k]), multiplier, &low, &high);
              cr_assert (fabs (low - test_table_number (table, row, limits[2 * k])) <= 1e-11 * multiplier);
              /* The peer stops the upper limit at 100 whatever the unit. */
              if (expected < MIN (100, multiplier))
                cr_assert (test_near (high, expected, 1e-11), "row %u", row);
              else if (expected > multiplier)
                cr_assert (high == multiplier);
            }
          else
            {
              double years = test_table_number (table, row, "years");
              double scale = g_str_equal (kind, "rate") ? baseline / multiplier * years : 1;

              mn_funnel_means (&x, 1, tails[k], &low, &high);
              cr_assert (test_near (high / scale, test_table_number (table, row, places[2 * k]), 1e-11), "row %u", row);
              cr_assert (test_near (low / scale, test_table_number (table, row, places[2 * k + 1]), 1e-11), "row %u", row);
              /* Printed from a bisection that is good to 5e-5 where there is one event. */
              if (g_str_equal (sub_type, "isr"))
                cr_assert (test_near (100 * x / high, test_table_number (table, row, limits[2 * k]), 1e-4));
            }
          n++;
        }
    }
  cr_assert (n == 1800, "%u", n);
}

/* The table of limits is made of those kernels, at places of its own. */
Test (funnel, tables_of_limits)
{
  static const double events[] = { 12, 30, 55, 9, 100 };
  static const double people[] = { 1000, 2500, 4000, 900, 9000 };
  g_autoptr (MarmotColumn) numerator = marmot_column_new_double (events, 5);
  g_autoptr (MarmotColumn) denominator = marmot_column_new_double (people, 5);

  for (int kind = MARMOT_FUNNEL_KIND_PROPORTION; kind <= MARMOT_FUNNEL_KIND_RATE; kind++)
    {
      g_autoptr (MarmotFunnelOptions) options = marmot_funnel_options_new ((MarmotFunnelKind) kind, MARMOT_FUNNEL_SPREAD_NONE);
      g_autoptr (MarmotFunnel) funnel = marmot_funnel_new (options, numerator, denominator, NULL, NULL);
      double baseline = marmot_funnel_get_baseline (funnel);
      double multiplier = kind == MARMOT_FUNNEL_KIND_RATE ? 100000 : 100;
      g_autoptr (MarmotTable) exact = marmot_funnel_get_limits (funnel, 60);
      g_autoptr (MarmotTable) adjusted = marmot_funnel_get_adjusted_limits (funnel, 60);

      cr_assert (test_near (baseline, multiplier * 206 / 17400, 1e-14));
      for (guint row = 0; row < 60; row++)
        {
          double inner = test_result_number (exact, "upper_inner", row);
          double outer = test_result_number (exact, "upper_outer", row);
          double low = test_result_number (exact, "lower_inner", row);

          cr_assert (low < baseline && baseline < inner && inner < outer);
          cr_assert (test_result_number (exact, "lower_outer", row) <= low);
          if (row > 0)
            cr_assert (inner < test_result_number (exact, "upper_inner", row - 1));
          if (kind == MARMOT_FUNNEL_KIND_RATE)
            {
              double x = test_result_number (exact, "events", row);
              double at = test_result_number (exact, "upper_inner_at", row);

              cr_assert (x == round (x));
              /* A limit is the rate of so many events in so many people. */
              cr_assert (test_near (inner, multiplier * x / at, 1e-12));
            }
          cr_assert (test_result_number (adjusted, "lower_inner", row) < baseline);
          cr_assert (test_result_number (adjusted, "upper_inner", row) > baseline);
        }
    }
}

/* Spiegelhalter (2005), by its equations in another form, written out in this test. */
Test (funnel, spread)
{
  static const double events[] = { 40, 95, 61, 150, 30, 77, 120, 88, 52, 200 };
  static const double expected[] = { 60, 80, 70, 100, 45, 70, 140, 90, 50, 150 };
  const guint n = G_N_ELEMENTS (events);
  g_autoptr (MarmotColumn) numerator = marmot_column_new_double (events, n);
  g_autoptr (MarmotColumn) denominator = marmot_column_new_double (expected, n);
  g_autoptr (MarmotFunnelOptions) additive = g_object_new (MARMOT_TYPE_FUNNEL_OPTIONS,
                                                           "kind", MARMOT_FUNNEL_KIND_RATIO,
                                                           "spread", MARMOT_FUNNEL_SPREAD_ADDITIVE,
                                                           "winsorised", 0.0,
                                                           NULL);
  g_autoptr (MarmotFunnelOptions) factor = g_object_new (MARMOT_TYPE_FUNNEL_OPTIONS,
                                                         "kind", MARMOT_FUNNEL_KIND_RATIO,
                                                         "spread", MARMOT_FUNNEL_SPREAD_MULTIPLICATIVE,
                                                         "winsorised", 0.0,
                                                         NULL);
  g_autoptr (MarmotFunnel) with_variance = marmot_funnel_new (additive, numerator, denominator, NULL, NULL);
  g_autoptr (MarmotFunnel) with_factor = marmot_funnel_new (factor, numerator, denominator, NULL, NULL);
  g_autoptr (MarmotTable) a = marmot_funnel_get_points (with_variance);
  g_autoptr (MarmotTable) f = marmot_funnel_get_points (with_factor);
  double squares = 0, w = 0, ww = 0, phi, tau2;

  for (guint i = 0; i < n; i++)
    {
      double z = 2 * (sqrt (events[i]) - sqrt (expected[i]));
      double weight = 4 * expected[i];

      cr_assert (test_near (test_result_number (a, "deviate", i), z, 1e-12));
      squares += z * z;
      w += weight;
      ww += weight * weight;
    }
  phi = squares / n;
  tau2 = (n * phi - (n - 1)) / (w - ww / w);
  cr_assert (test_near (marmot_funnel_get_dispersion (with_variance), phi, 1e-12));
  cr_assert (test_near (marmot_funnel_get_between_variance (with_variance), tau2, 1e-12));
  cr_assert (marmot_funnel_get_between_variance (with_factor) == 0);
  cr_assert (phi > 2);
  for (guint i = 0; i < n; i++)
    {
      double y = sqrt (events[i] / expected[i]) - 1;

      cr_assert (test_near (test_result_number (a, "adjusted_deviate", i),
                            y / sqrt (1 / (4 * expected[i]) + tau2), 1e-12));
      cr_assert (test_near (test_result_number (f, "adjusted_deviate", i),
                            test_result_number (f, "deviate", i) / sqrt (phi), 1e-12));
    }
  /* Ordinary spread takes areas out of the alarm that chance alone would raise. */
  cr_assert (test_result_says (a, "place", 3, "above-outer"));
  cr_assert (!test_result_says (a, "adjusted_place", 3, "above-outer"));
}

Test (funnel, winsorising_draws_in_what_stands_out)
{
  double events[20], expected[20];

  for (guint i = 0; i < 20; i++)
    {
      expected[i] = 100;
      events[i] = 90 + i;
    }
  events[19] = 400;
  for (guint step = 0; step < 2; step++)
    {
      g_autoptr (MarmotColumn) numerator = marmot_column_new_double (events, 20);
      g_autoptr (MarmotColumn) denominator = marmot_column_new_double (expected, 20);
      g_autoptr (MarmotFunnelOptions) options = g_object_new (MARMOT_TYPE_FUNNEL_OPTIONS,
                                                              "kind", MARMOT_FUNNEL_KIND_RATIO,
                                                              "winsorised", step == 0 ? 0.0 : 0.1,
                                                              NULL);
      g_autoptr (MarmotFunnel) funnel = marmot_funnel_new (options, numerator, denominator, NULL, NULL);

      cr_assert (step == 0 ? marmot_funnel_get_dispersion (funnel) > 15 : marmot_funnel_get_dispersion (funnel) < 1);
    }
}

Test (funnel, bad_rows_have_a_status)
{
  static const double events[] = { 10, -1, NAN, 5, 20, 8, 30 };
  static const double people[] = { 100, 100, 100, 0, 15, INFINITY, 200 };
  static const char *const statuses[] = { "ok", "negative-count", "not-finite", "denominator-not-positive",
                                          "count-over-denominator", "not-finite", "ok" };
  g_autoptr (MarmotColumn) numerator = marmot_column_new_double (events, 7);
  g_autoptr (MarmotColumn) denominator = marmot_column_new_double (people, 7);
  g_autoptr (MarmotFunnelOptions) options = marmot_funnel_options_new (MARMOT_FUNNEL_KIND_PROPORTION, MARMOT_FUNNEL_SPREAD_NONE);
  g_autoptr (MarmotFunnel) funnel = marmot_funnel_new (options, numerator, denominator, NULL, NULL);
  g_autoptr (MarmotTable) points = marmot_funnel_get_points (funnel);

  cr_assert (marmot_funnel_get_n_placed (funnel) == 2);
  cr_assert (test_near (marmot_funnel_get_baseline (funnel), 100 * 40 / 300.0, 1e-14));
  for (guint row = 0; row < 7; row++)
    {
      gboolean ok = g_str_equal (statuses[row], "ok");

      cr_assert (test_result_says (points, "status", row, statuses[row]), "row %u", row);
      cr_assert (test_result_says (points, "place", row, "not-placed") == !ok, "row %u", row);
      cr_assert (isnan (test_result_number (points, "value", row)) == !ok);
    }
}

Test (funnel, arguments)
{
  static const double numbers[] = { 10, 20, 30 };
  static const double zeros[] = { 0, 0, 0 };
  g_autoptr (MarmotColumn) column = marmot_column_new_double (numbers, 3);
  g_autoptr (MarmotColumn) none = marmot_column_new_double (zeros, 3);
  g_autoptr (MarmotColumn) shorter = marmot_column_new_double (numbers, 2);
  const struct
  {
    const char *property;
    double value;
    MarmotColumn *numerator;
    MarmotColumn *denominator;
    MarmotColumn *rate;
    int code;
  } cases[] = {
    { "multiplier", -1, column, column, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { "years", 0, column, column, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { "winsorised", 0.5, column, column, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { "confidence", 0.999, column, column, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { "baseline", -1, column, column, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { "years", 1, column, NULL, column, MARMOT_ERROR_INVALID_ARGUMENT },
    { "years", 1, column, column, column, MARMOT_ERROR_INVALID_ARGUMENT },
    { "years", 1, column, shorter, NULL, MARMOT_ERROR_LENGTH },
    { "years", 1, none, column, NULL, MARMOT_ERROR_INVALID_DATA },
    { "years", 1, column, none, NULL, MARMOT_ERROR_INVALID_DATA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFunnelOptions) options = g_object_new (MARMOT_TYPE_FUNNEL_OPTIONS,
                                                              "kind", MARMOT_FUNNEL_KIND_RATE,
                                                              cases[i].property, cases[i].value,
                                                              NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotFunnel) funnel = marmot_funnel_new (options, cases[i].numerator, cases[i].denominator, cases[i].rate, &error);

      cr_assert (funnel == NULL, "%u", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "%u: %s", i, error->message);
    }
}
