/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <float.h>
#include <locale.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/table.h"

static const struct
{
  double value;
  int decimals;
  const char *text;
} formats[] = {
  { 0, 0, "0" },
  { 0, 2, "0.00" },
  { -0.0, 0, "0" },
  { -0.0, -1, "0" },
  { -0.04, 1, "0.0" },
  { -0.05, 1, "-0.1" },
  { 0.5, 0, "1" },
  { 1.5, 0, "2" },
  { 2.5, 0, "3" },
  { -2.5, 0, "-3" },
  { 0.49999999999999994, 0, "1" }, /* seen as 0.5 */
  { 0.4999999999999, 0, "0" },
  { 100.0 * 19 / 40, 0, "48" },
  { 100.0 * 19 / 40, 1, "47.5" },
  { 0.285, 2, "0.29" },
  { 1.005, 2, "1.01" },
  { 2.675, 2, "2.68" },
  { 57.0 / 200 * 100, 0, "29" }, /* 28.499999999999996 in binary */
  { 0.1 + 0.2, 1, "0.3" },
  { 0.1 + 0.2, -1, "0.30000000000000004" },
  { 0.1, -1, "0.1" },
  { 0.1, 20, "0.10000000000000000000" },
  { 3.9, 1, "3.9" },
  { 9.99, 1, "10.0" },
  { 99.95, 1, "100.0" },
  { 999.5, 0, "1000" },
  { 0.95, 0, "1" },
  { 0.05, 0, "0" },
  { 0.0005, 3, "0.001" },
  { 0.00049, 3, "0.000" },
  { 1234567, 0, "1234567" },
  { 1e15, 0, "1000000000000000" },
  { 9007199254740993.0, 0, "9007199254740992" },
  { 1e22, -1, "10000000000000000000000" },
  { 1e-7, -1, "0.0000001" },
  { 1e-7, 3, "0.000" },
  { -16.071428571428573, 1, "-16.1" },
  { 33.388981636060101, 1, "33.4" },
  /* as Fingertips prints with fixed decimals */
  { 1.11111111111, 0, "1" },
  { 1.11111111111, 1, "1.1" },
  { 1.11111111111, 5, "1.11111" },
};

Test (number, prints_as_a_person_would)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = marmot_number_format (formats[i].value, formats[i].decimals);

      cr_assert_str_eq (text, formats[i].text, "%g at %d: %s and not %s", formats[i].value,
                        formats[i].decimals, text, formats[i].text);
      if (formats[i].decimals >= 0)
        cr_assert (eq (dbl, marmot_number_round (formats[i].value, formats[i].decimals),
                       g_ascii_strtod (formats[i].text, NULL)));
    }
}

Test (number, every_tie_of_three_decimals_goes_away_from_zero)
{
  for (int n = 5; n < 100000; n += 10)
    {
      g_autofree char *text = marmot_number_format (n / 1000.0, 2);
      g_autofree char *minus = marmot_number_format (-(n / 1000.0), 2);
      g_autofree char *expected = g_strdup_printf ("%d.%02d", (n + 5) / 1000, (n + 5) % 1000 / 10);

      cr_assert_str_eq (text, expected, "%d/1000: %s and not %s", n, text, expected);
      cr_assert (minus[0] == '-');
      cr_assert_str_eq (minus + 1, expected);
    }
}

Test (number, shortest_text_reads_back)
{
  double numbers[] = { 0.1, 1.0 / 3, 2.0 / 3, 1e-300, 5e-324, DBL_MAX, DBL_MIN, 123456.789e3, 4.35, 1e23 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = marmot_number_format (numbers[i], -1);

      cr_assert (eq (dbl, g_ascii_strtod (text, NULL), numbers[i]));
      cr_assert (strpbrk (text, "eE") == NULL);
    }
}

Test (number, what_is_no_number_has_no_text)
{
  cr_assert (marmot_number_format ((double) NAN, 1) == NULL);
  cr_assert (marmot_number_format ((double) INFINITY, 1) == NULL);
  cr_assert (marmot_number_format_thousands (-(double) INFINITY, -1) == NULL);
  cr_assert (isnan (marmot_number_round ((double) NAN, 1)));
  cr_assert (isinf (marmot_number_round ((double) INFINITY, 1)));
}

Test (number, zero_is_never_negative)
{
  cr_assert_not (signbit (marmot_number_round (-0.04, 1)));
  cr_assert_not (signbit (marmot_number_round (-0.0, 0)));
}

Test (number, thousands)
{
  static const struct
  {
    double value;
    int decimals;
    const char *text;
  } cases[] = {
    { 999, 0, "999" },           { 1000, 0, "1,000" },         { 15010, 0, "15,010" },
    { -1234567.5, 1, "-1,234,567.5" }, { 999999.95, 1, "1,000,000.0" }, { 0.1234, 4, "0.1234" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marmot_number_format_thousands (cases[i].value, cases[i].decimals);

      cr_assert_str_eq (text, cases[i].text);
    }
}

Test (number, the_locale_changes_nothing)
{
  g_autofree char *text = NULL;

  /* Where none of these is installed the test still holds for "C". */
  if (!setlocale (LC_ALL, "de_DE.UTF-8") && !setlocale (LC_ALL, "fr_FR.UTF-8"))
    setlocale (LC_ALL, "");
  text = marmot_number_format (1234.56, 1);
  cr_assert_str_eq (text, "1234.6");
}

/* Fingertips' own tests, all of them; its mark for a missing number is -1. */
Test (number, shown_as_fingertips_shows_it)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/number_format.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *formatter = test_table_text (table, row, "formatter");
      const char *highest = test_table_text (table, row, "max_limit");
      double value = g_ascii_strtod (test_table_text (table, row, "value"), NULL);
      g_autofree char *text
        = marmot_number_format_display (value == -1 ? (double) NAN : value,
                                        strcmp (formatter, "proportion") == 0 ? MARMOT_NUMBER_RULE_PROPORTION
                                                                              : MARMOT_NUMBER_RULE_DEFAULT,
                                        *highest ? g_ascii_strtod (highest, NULL) : (double) NAN,
                                        strcmp (formatter, "fixed") == 0
                                          ? atoi (test_table_text (table, row, "decimal_places"))
                                          : -1);

      cr_assert_str_eq (text, test_table_text (table, row, "expected"), "%s: %s",
                        test_table_text (table, row, "case_id"), text);
    }
  cr_assert_eq (table->rows->len, 22);
}

Test (number, the_edges_of_the_display_rules)
{
  static const struct
  {
    MarmotNumberRule rule;
    double value, highest;
    const char *expected;
  } cases[] = {
    { MARMOT_NUMBER_RULE_PROPORTION, 99.94, NAN, "99.9" },
    { MARMOT_NUMBER_RULE_PROPORTION, 99.95, NAN, "100" },
    { MARMOT_NUMBER_RULE_PROPORTION, 5.125, 9.9, "5.13" },
    { MARMOT_NUMBER_RULE_PROPORTION, 0.1235, 0.9, "0.124" },
    { MARMOT_NUMBER_RULE_PROPORTION, 5.125, 10, "5.1" },
    { MARMOT_NUMBER_RULE_DEFAULT, 1000, NAN, "1000.0" },
    { MARMOT_NUMBER_RULE_DEFAULT, 10, NAN, "10.00" },
    { MARMOT_NUMBER_RULE_DEFAULT, -2000.4, NAN, "-2000" },
    { MARMOT_NUMBER_RULE_DEFAULT, 2.125, 5, "2.13" },
    { MARMOT_NUMBER_RULE_DEFAULT, INFINITY, NAN, "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = marmot_number_format_display (cases[i].value, cases[i].rule, cases[i].highest, -1);

      cr_assert_str_eq (text, cases[i].expected, "%s: %s", cases[i].expected, text);
    }
}
