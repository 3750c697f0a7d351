/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text of a published table is read as a period and as a figure. The first byte
 * is the hint. What is read must print; what a period prints must read back as
 * the same, and what a value prints as one of the same state.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
try_period (const char     *text,
            MarmotYearType  hint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPeriod) period = marmot_period_parse (text, hint, &error);

  g_assert_true ((period == NULL) == (error != NULL));
  if (period)
    {
      g_autofree char *printed = marmot_period_to_string (period);
      g_autoptr (MarmotPeriod) again
          = marmot_period_parse (printed, marmot_period_get_fingertips_year_type (period), NULL);
      g_autoptr (MarmotPeriod) next = marmot_period_next (period);
      g_autoptr (MarmotPeriod) previous = marmot_period_previous (period);
      g_autoptr (MarmotPeriod) shifted = marmot_period_shift_years (period, -1);

      g_assert_true (again && marmot_period_equal (period, again));
      if (next)
        g_assert_cmpint (marmot_period_compare (period, next), <, 0);
      if (previous)
        g_assert_cmpint (marmot_period_compare (period, previous), >, 0);
      if (shifted)
        g_assert_cmpint (marmot_period_get_year (period), >, marmot_period_get_year (shifted));
    }
}

static void
try_value (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotValue) value = marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, &error);

  g_assert_true ((value == NULL) == (error != NULL));
  if (value)
    {
      g_autofree char *printed = marmot_value_to_string (value);
      g_autoptr (MarmotValue) again = marmot_value_parse (printed, MARMOT_VALUE_PARSE_DEFAULT, NULL);
      double low = 0, high = 0;

      g_assert_nonnull (again);
      g_assert_cmpint (marmot_value_get_state (again), ==, marmot_value_get_state (value));
      if (marmot_value_get_bounds (value, &low, &high))
        g_assert_true (low <= marmot_value_get_number (value) && marmot_value_get_number (value) <= high);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;
  text = g_strndup ((const char *) data + 1, size - 1);
  try_period (text, (MarmotYearType) (data[0] % (MARMOT_YEAR_FINANCIAL_YEAR_END + 1)));
  try_value (text);
  return 0;
}
