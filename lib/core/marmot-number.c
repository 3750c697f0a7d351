/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Decimal printing. A double is first written as digits and a decimal exponent
 * (by GLib, which takes no notice of the locale); everything after that is done
 * on the digits, so no rounding is ever decided in binary.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#define MAX_DIGITS 17

typedef struct
{
  char digits[MAX_DIGITS + 1]; /* the first is not 0 unless the number is 0 */
  int n_digits;
  int exponent; /* of ten, of the first digit */
} Decimal;

/* Writes magnitude with so many significant digits; tells whether it reads
 * back as the same number. Trailing zeros are dropped. */
static gboolean
to_decimal (double magnitude,
            int significant,
            Decimal *decimal)
{
  char format[8];
  char text[40];
  const char *e;

  g_snprintf (format, sizeof format, "%%.%de", significant - 1);
  g_ascii_formatd (text, sizeof text, format, magnitude);

  /* "d.ddde+xx", or "de+xx" for one digit */
  e = strchr (text, 'e');
  decimal->n_digits = 0;
  for (const char *p = text; p < e; p++)
    if (g_ascii_isdigit (*p))
      decimal->digits[decimal->n_digits++] = *p;
  decimal->exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);

  while (decimal->n_digits > 1 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->n_digits--;
  decimal->digits[decimal->n_digits] = '\0';

  return g_ascii_strtod (text, NULL) == magnitude;
}

/* Any decimal number of up to 15 digits survives in a double, so if 15 digits
 * do not read back, the shortest that do are 16 or 17. */
static void
to_shortest (double magnitude,
             Decimal *decimal)
{
  for (int significant = 15; significant <= MAX_DIGITS; significant++)
    if (to_decimal (magnitude, significant, decimal))
      return;
}

/* How many of the digits are kept when so many decimals are; may be negative,
 * or more than there are. */
static int
n_kept (const Decimal *decimal,
        int decimals)
{
  return decimal->exponent + 1 + decimals;
}

/* Half and above goes up: the sign is not here, so up is away from zero. */
static void
round_digits (Decimal *decimal,
              int decimals)
{
  int kept = n_kept (decimal, decimals);
  gboolean up;
  int i;

  if (kept >= decimal->n_digits)
    return;

  up = kept >= 0 && decimal->digits[kept] >= '5';
  decimal->n_digits = MAX (kept, 0);
  for (i = decimal->n_digits - 1; up && i >= 0; i--)
    {
      if (decimal->digits[i] == '9')
        decimal->digits[i] = '0';
      else
        {
          decimal->digits[i]++;
          up = FALSE;
        }
    }

  if (up)
    {
      /* Every kept digit was a 9, or none was kept: the carry is a new digit,
       * and the zeros behind it need not be stored. */
      decimal->exponent = decimal->n_digits > 0 ? decimal->exponent + 1 : -decimals;
      decimal->digits[0] = '1';
      decimal->n_digits = 1;
    }
  else if (decimal->n_digits == 0)
    {
      decimal->digits[0] = '0';
      decimal->n_digits = 1;
      decimal->exponent = 0;
    }
}

static char
digit_at (const Decimal *decimal,
          int power)
{
  int i = decimal->exponent - power;

  return i >= 0 && i < decimal->n_digits ? decimal->digits[i] : '0';
}

static char *
format_number (double value,
               int decimals,
               gboolean thousands)
{
  double magnitude = fabs (value);
  g_autoptr (GString) text = NULL;
  Decimal decimal;

  if (!isfinite (value))
    return NULL;

  to_shortest (magnitude, &decimal);
  if (decimals < 0)
    decimals = MAX (0, decimal.n_digits - 1 - decimal.exponent);
  else if (decimal.n_digits > 15)
    {
      /* What a person sees has 15 digits: a tie there is a tie. */
      Decimal seen;
      int kept;

      to_decimal (magnitude, 15, &seen);
      kept = n_kept (&seen, decimals);
      if (kept >= 0 && kept == seen.n_digits - 1 && seen.digits[kept] == '5')
        decimal = seen;
    }
  round_digits (&decimal, decimals);

  text = g_string_new (NULL);
  if (value < 0 && decimal.digits[0] != '0')
    g_string_append_c (text, '-');
  for (int power = MAX (decimal.exponent, 0); power >= 0; power--)
    {
      g_string_append_c (text, digit_at (&decimal, power));
      if (thousands && power > 0 && power % 3 == 0)
        g_string_append_c (text, ',');
    }
  if (decimals > 0)
    g_string_append_c (text, '.');
  for (int power = -1; power >= -decimals; power--)
    g_string_append_c (text, digit_at (&decimal, power));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
marmot_number_format (double value,
                      int decimals)
{
  g_return_val_if_fail (decimals >= -1 && decimals <= MARMOT_NUMBER_MAX_DECIMALS, NULL);

  return format_number (value, decimals, FALSE);
}

char *
marmot_number_format_thousands (double value,
                                int decimals)
{
  g_return_val_if_fail (decimals >= -1 && decimals <= MARMOT_NUMBER_MAX_DECIMALS, NULL);

  return format_number (value, decimals, TRUE);
}

double
marmot_number_round (double value,
                     int decimals)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (decimals >= 0 && decimals <= MARMOT_NUMBER_MAX_DECIMALS, (double) NAN);

  text = format_number (value, decimals, FALSE);
  return text ? g_ascii_strtod (text, NULL) : value;
}

static int
get_display_decimals (double value,
                      MarmotNumberRule rule,
                      double highest)
{
  double size = isnan (highest) ? fabs (value) : highest;

  if (rule == MARMOT_NUMBER_RULE_PROPORTION)
    {
      if (value >= 99.95)
        return 0;
      if (isnan (highest))
        return 1;
      return highest < 1 ? 3 : highest < 10 ? 2 : 1;
    }
  if (size > 1000)
    return 0;
  if (size > 10)
    return 1;
  return size < 1 ? 3 : 2;
}

char *
marmot_number_format_display (double value,
                              MarmotNumberRule rule,
                              double highest,
                              int decimals)
{
  g_return_val_if_fail (decimals >= -1 && decimals <= MARMOT_NUMBER_MAX_DECIMALS, g_strdup ("-"));

  if (!isfinite (value))
    return g_strdup ("-");
  return marmot_number_format (value, decimals >= 0 ? decimals : get_display_decimals (value, rule, highest));
}
