/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "numeric/text.h"

Test (text, tells_numbers_from_what_looks_like_them)
{
  static const struct
  {
    char *text;
    int kind;
    int is_plain;
    double value;
  } cases[] = {
    { "0", MN_NUMBER_INTEGER, 1, 0 },
    { "-17", MN_NUMBER_INTEGER, 1, -17 },
    { "999999999999999999", MN_NUMBER_INTEGER, 1, 999999999999999999.0 },
    { "9223372036854775807", MN_NUMBER_INTEGER, 1, 9223372036854775807.0 },
    { "-9223372036854775808", MN_NUMBER_INTEGER, 1, -9223372036854775808.0 },
    { "9223372036854775808", MN_NUMBER_DOUBLE, 0, 9223372036854775808.0 },
    { "-9223372036854775809", MN_NUMBER_DOUBLE, 0, -9223372036854775808.0 },
    { "00123", MN_NUMBER_INTEGER, 0, 123 },
    { "00.5", MN_NUMBER_DOUBLE, 0, 0.5 },
    { "+5", MN_NUMBER_INTEGER, 0, 5 },
    { "+5.5", MN_NUMBER_DOUBLE, 0, 5.5 },
    { "+1e300", MN_NUMBER_DOUBLE, 0, 1e300 },
    { "-0", MN_NUMBER_DOUBLE, 1, -0.0 },
    { "0.5", MN_NUMBER_DOUBLE, 1, 0.5 },
    { ".5", MN_NUMBER_DOUBLE, 1, 0.5 },
    { "-.5", MN_NUMBER_DOUBLE, 1, -0.5 },
    { "5.", MN_NUMBER_DOUBLE, 1, 5 },
    { "1e5", MN_NUMBER_DOUBLE, 1, 1e5 },
    { "12E3", MN_NUMBER_DOUBLE, 0, 12e3 },
    { "12E+3", MN_NUMBER_DOUBLE, 1, 12e3 },
    { "1.2E3", MN_NUMBER_DOUBLE, 1, 1.2e3 },
    { "1e-7", MN_NUMBER_DOUBLE, 1, 1e-7 },
    { "5e-324", MN_NUMBER_DOUBLE, 1, 5e-324 },
    { "1.7976931348623157e308", MN_NUMBER_DOUBLE, 1, 1.7976931348623157e308 },
    { "9007199254740993.0", MN_NUMBER_DOUBLE, 1, 9007199254740992.0 },
    { "0.1234567890123456789012345", MN_NUMBER_DOUBLE, 1, 0.1234567890123456789012345 },
    { "1e999", MN_NUMBER_OUT_OF_RANGE, 1, 0 },
    { "1e99999999999999999999", MN_NUMBER_OUT_OF_RANGE, 1, 0 },
    { "1e-999", MN_NUMBER_OUT_OF_RANGE, 1, 0 },
    { "", MN_NUMBER_NONE, 1, 0 },
    { "-", MN_NUMBER_NONE, 1, 0 },
    { ".", MN_NUMBER_NONE, 1, 0 },
    { "e5", MN_NUMBER_NONE, 1, 0 },
    { "1e", MN_NUMBER_NONE, 1, 0 },
    { "1e+", MN_NUMBER_NONE, 1, 0 },
    { "1.2.3", MN_NUMBER_NONE, 1, 0 },
    { "1,000", MN_NUMBER_NONE, 1, 0 },
    { "5%", MN_NUMBER_NONE, 1, 0 },
    { " 5", MN_NUMBER_NONE, 1, 0 },
    { "--5", MN_NUMBER_NONE, 1, 0 },
    { "+-5", MN_NUMBER_NONE, 0, 0 },
    { "nan", MN_NUMBER_NONE, 1, 0 },
    { "inf", MN_NUMBER_NONE, 1, 0 },
    { "-infinity", MN_NUMBER_NONE, 1, 0 },
    { "0x10", MN_NUMBER_NONE, 1, 0 },
    { "1_000", MN_NUMBER_NONE, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mn_number number;

      cr_assert (eq (int, mn_scan_number (cases[i].text, cases[i].text + strlen (cases[i].text), &number),
                     cases[i].kind),
                 "%s", cases[i].text);
      cr_assert (eq (int, number.kind, cases[i].kind), "%s", cases[i].text);
      if (cases[i].kind == MN_NUMBER_NONE)
        continue;
      cr_assert (eq (int, number.is_plain, cases[i].is_plain), "%s", cases[i].text);
      if (cases[i].kind == MN_NUMBER_OUT_OF_RANGE)
        continue;
      cr_assert (memcmp (&number.value, &cases[i].value, sizeof (double)) == 0, "%s", cases[i].text);
    }
}

Test (text, integers_are_exact_to_the_last)
{
  mn_number number;
  const char *text = "-9223372036854775808";

  mn_scan_number (text, text + strlen (text), &number);
  cr_assert (eq (i64, number.integer, INT64_MIN));
  text = "9007199254740993";
  mn_scan_number (text, text + strlen (text), &number);
  cr_assert (eq (i64, number.integer, 9007199254740993));
}

Test (text, prints_as_python_does)
{
  static const struct
  {
    double value;
    char *expected;
  } cases[] = {
    { 0, "0.0" }, { -0.0, "-0.0" }, { 5, "5.0" }, { 0.1, "0.1" }, { 100000, "100000.0" },
    { 1e15, "1000000000000000.0" }, { 9007199254740993.0, "9007199254740992.0" }, { 1e16, "1e+16" },
    { 0.0001, "0.0001" }, { 0.00001, "1e-05" }, { -1.7976931348623157e308, "-1.7976931348623157e+308" },
    { 5e-324, "5e-324" }, { 1.0 / 3, "0.3333333333333333" }, { 123456.789, "123456.789" },
    { (double) INFINITY, "inf" }, { -(double) INFINITY, "-inf" }, { (double) NAN, "nan" },
    { -(double) NAN, "nan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[MN_DOUBLE_SIZE + 1];
      int length = mn_print_double (cases[i].value, buffer);

      buffer[length] = '\0';
      cr_assert (eq (str, buffer, cases[i].expected));
    }
}

/* Against the C library's strtod, which rounds correctly too. */
Test (text, reads_back_what_it_prints_for_any_bits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7781);

  for (guint i = 0; i < 200000; i++)
    {
      guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
      char buffer[MN_DOUBLE_SIZE + 1];
      mn_number number;
      double value;
      int length;

      memcpy (&value, &bits, sizeof value);
      /* Half of them of the size that figures have. */
      if (i % 2)
        value = g_rand_double_range (rand, -1e6, 1e6);
      if (i % 4 == 1)
        value = round (value * 100) / 100;
      if (!isfinite (value))
        continue;

      length = mn_print_double (value, buffer);
      cr_assert (le (int, length, MN_DOUBLE_SIZE));
      buffer[length] = '\0';
      cr_assert (eq (int, mn_scan_number (buffer, buffer + length, &number), MN_NUMBER_DOUBLE), "%s", buffer);
      cr_assert (number.is_plain, "%s", buffer);
      cr_assert (memcmp (&number.value, &value, sizeof value) == 0, "%s", buffer);
      cr_assert (eq (dbl, strtod (buffer, NULL), value), "%s", buffer);
    }
}

Test (text, reads_random_decimals_as_the_c_library_does)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7782);

  for (guint i = 0; i < 200000; i++)
    {
      char buffer[64];
      mn_number number;
      guint digits = (guint) g_rand_int_range (rand, 1, 25);
      gsize length = 0;
      guint point = (guint) g_rand_int_range (rand, 0, (gint32) digits);

      for (guint d = 0; d < digits; d++)
        {
          if (d == point)
            buffer[length++] = '.';
          buffer[length++] = (char) g_rand_int_range (rand, '0', '9' + 1);
        }
      if (i % 3 == 0)
        length += (gsize) g_snprintf (buffer + length, 16, "e%d", g_rand_int_range (rand, -60, 60));
      buffer[length] = '\0';

      cr_assert (eq (int, mn_scan_number (buffer, buffer + length, &number), MN_NUMBER_DOUBLE), "%s", buffer);
      cr_assert (eq (dbl, number.value, strtod (buffer, NULL)), "%s", buffer);
    }
}

/* Eight digits are taken at once: every byte in every place of them. */
Test (text, any_byte_among_digits_is_told)
{
  static const char digits[] = "1234567812345678";

  for (gsize at = 0; at < sizeof digits - 1; at++)
    for (guint byte = 0; byte < 256; byte++)
      {
        char buffer[sizeof digits];
        mn_number number;
        int kind;

        memcpy (buffer, digits, sizeof digits);
        buffer[at] = (char) byte;
        kind = mn_scan_number (buffer, buffer + sizeof digits - 1, &number);
        if (byte >= '0' && byte <= '9')
          {
            cr_assert (eq (int, kind, MN_NUMBER_INTEGER), "%zu %u", at, byte);
            cr_assert (eq (i64, number.integer, strtoll (buffer, NULL, 10)), "%zu %u", at, byte);
          }
        else if (byte == '.' || ((byte == 'e' || byte == 'E') && at > 0 && at < sizeof digits - 2)
                 || ((byte == '-' || byte == '+') && at == 0))
          {
            cr_assert (ne (int, kind, MN_NUMBER_NONE), "%zu %u", at, byte);
          }
        else
          {
            cr_assert (eq (int, kind, MN_NUMBER_NONE), "%zu %u", at, byte);
          }
      }
}
