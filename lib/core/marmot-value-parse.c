/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How a published cell is read. What may be read in two ways is refused, and no
 * error message holds anything of the cell.
 */
#include "marmot-value-private.h"

#include <math.h>
#include <string.h>

#define MAX_BYTES 1000
#define MAX_DIGITS 17      /* that a double can tell apart */
#define MAX_NOTE 20        /* characters in one bracket behind a number */
#define LARGEST_EXACT 9007199254740992.0 /* 2^53: above it a double skips whole numbers */

static const struct
{
  const char *text;
  MarmotValueState state;
  MarmotValueFlags flags;
} symbols[] = {
  { "", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "-", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "\u2010", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "\u2011", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "\u2012", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "\u2013", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "\u2014", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "\u2212", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { ":", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "..", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "x", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "[x]", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "not available", MARMOT_VALUE_NOT_AVAILABLE, 0 },
  { "u", MARMOT_VALUE_NOT_AVAILABLE, MARMOT_VALUE_FLAG_UNRELIABLE },
  { "[u]", MARMOT_VALUE_NOT_AVAILABLE, MARMOT_VALUE_FLAG_UNRELIABLE },
  { "c", MARMOT_VALUE_SUPPRESSED, 0 },
  { "[c]", MARMOT_VALUE_SUPPRESSED, 0 },
  { "*", MARMOT_VALUE_SUPPRESSED, 0 },
  { "suppressed", MARMOT_VALUE_SUPPRESSED, 0 },
  { "z", MARMOT_VALUE_NOT_APPLICABLE, 0 },
  { "[z]", MARMOT_VALUE_NOT_APPLICABLE, 0 },
  { "n/a", MARMOT_VALUE_NOT_APPLICABLE, 0 },
  { "na", MARMOT_VALUE_NOT_APPLICABLE, 0 },
  { "not applicable", MARMOT_VALUE_NOT_APPLICABLE, 0 },
  { "low", MARMOT_VALUE_PRESENT, MARMOT_VALUE_FLAG_LOW },
  { "[low]", MARMOT_VALUE_PRESENT, MARMOT_VALUE_FLAG_LOW },
  { "k", MARMOT_VALUE_PRESENT, MARMOT_VALUE_FLAG_LOW },
  { "[k]", MARMOT_VALUE_PRESENT, MARMOT_VALUE_FLAG_LOW },
};

/* Words that programs write where they have no number. */
static const char *const machine_words[] = { "inf", "infinity", "nan", "null" };

static MarmotValue *
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, message);
  return NULL;
}

/* One space where any number of white space characters were, none at the ends,
 * and nothing that cannot be seen. NULL if there are control characters. */
static char *
tidy (const char *text)
{
  g_autoptr (GString) tidied = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        space = tidied->len > 0;
      else if (g_unichar_iscntrl (c))
        return NULL;
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        {
          if (space)
            g_string_append_c (tidied, ' ');
          space = FALSE;
          g_string_append_unichar (tidied, c);
        }
    }

  return g_string_free (g_steal_pointer (&tidied), FALSE);
}

static MarmotValue *
parse_symbol (const char *lower)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (lower, symbols[i].text))
      {
        gboolean present = symbols[i].state == MARMOT_VALUE_PRESENT;

        return marmot_value_new_full (symbols[i].state, symbols[i].flags,
                                      present ? 0 : (double) NAN, -1, FALSE, NULL, NULL);
      }

  return NULL;
}

/* "N/A (one year project only)": the reason is kept. */
static MarmotValue *
parse_not_applicable (const char *text,
                      const char *lower)
{
  static const char *const heads[] = { "n/a", "na", "not applicable" };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (lower, heads[i]) && g_str_has_suffix (lower, ")"))
      {
        const char *rest = text + strlen (heads[i]);

        rest += *rest == ' ';
        if (*rest == '(' && strlen (rest) > 2)
          {
            g_autofree char *reason = g_strndup (rest + 1, strlen (rest) - 2);

            return marmot_value_new_full (MARMOT_VALUE_NOT_APPLICABLE, MARMOT_VALUE_FLAG_NONE,
                                          (double) NAN, -1, FALSE, g_strstrip (reason), NULL);
          }
      }

  return NULL;
}

/* Steps over a sign and says whether it is minus. Papers print a true minus
 * sign or an en dash as often as a hyphen. */
static const char *
skip_sign (const char *p,
           gboolean *negative)
{
  gunichar c = g_utf8_get_char (p);

  *negative = c == '-' || c == 0x2212 || c == 0x2013;
  return *negative || c == '+' ? g_utf8_next_char (p) : p;
}

static gboolean
starts_number (const char *p)
{
  return g_ascii_isdigit (*p) || (*p == '.' && g_ascii_isdigit (p[1]));
}

/* The digits of an unsigned number, with separators checked and left out; NULL
 * with an error. */
static char *
parse_digits (const char **cursor,
              int *decimals,
              GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = *cursor;
  gboolean commas = FALSE;
  gsize whole, significant;

  while (g_ascii_isdigit (*p))
    g_string_append_c (digits, *p++);
  whole = digits->len;
  while (*p == ',')
    {
      if ((!commas && (whole < 1 || whole > 3)) || !g_ascii_isdigit (p[1])
          || !g_ascii_isdigit (p[2]) || !g_ascii_isdigit (p[3]) || g_ascii_isdigit (p[4]))
        {
          refuse (error, "A comma stands where no thousands are separated: write \"1,844\" or \"1844\", "
                         "and decimals with a full stop");
          return NULL;
        }
      commas = TRUE;
      g_string_append_len (digits, p + 1, 3);
      p += 4;
    }
  whole = digits->len;
  if (whole > 1 && digits->str[0] == '0')
    {
      refuse (error, "A number with leading zeros is a code: read this column as text");
      return NULL;
    }

  *decimals = 0;
  if (*p == '.')
    {
      g_string_append (digits, whole == 0 ? "0." : ".");
      for (p++; g_ascii_isdigit (*p); p++, ++*decimals)
        g_string_append_c (digits, *p);
      if (*decimals == 0)
        {
          refuse (error, "A number ends with a full stop: write the decimals, or leave it out");
          return NULL;
        }
    }

  significant = 0;
  for (const char *d = digits->str; *d; d++)
    if (g_ascii_isdigit (*d) && (significant > 0 || *d != '0'))
      significant++;
  if (significant > MAX_DIGITS || *decimals > MARMOT_NUMBER_MAX_DECIMALS
      || (whole >= 16 && g_ascii_strtod (digits->str, NULL) > LARGEST_EXACT))
    {
      refuse (error, "A number has more digits than can be kept: round it, or read this column as text");
      return NULL;
    }

  *cursor = p;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* Footnote marks; superscript digits become plain ones. */
static gboolean
append_mark (GString *marks,
             gunichar c)
{
  static const gunichar superscripts[10] = { 0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
                                             0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

  for (int digit = 0; digit < 10; digit++)
    if (c == superscripts[digit])
      {
        g_string_append_c (marks, (char) ('0' + digit));
        return TRUE;
      }
  if (c != '*' && c != '^' && c != 0x2020 && c != 0x2021 && c != 0xa7)
    return FALSE;

  g_string_append_unichar (marks, c);
  return TRUE;
}

/* Shorthand in one bracket; p is behind the opening one. Returns what follows
 * the closing one, or NULL with an error. */
static const char *
parse_bracket (const char *p,
               MarmotValueFlags *flags,
               GString *marks,
               GError **error)
{
  static const struct
  {
    const char *text;
    MarmotValueFlags flag;
  } shorthands[] = {
    { "low", MARMOT_VALUE_FLAG_LOW },       { "k", MARMOT_VALUE_FLAG_LOW },
    { "u", MARMOT_VALUE_FLAG_UNRELIABLE },  { "p", MARMOT_VALUE_FLAG_PROVISIONAL },
    { "r", MARMOT_VALUE_FLAG_REVISED },     { "e", MARMOT_VALUE_FLAG_ESTIMATED },
  };
  const char *end = strchr (p, ']');
  g_autofree char *inside = NULL;
  g_autofree char *lower = NULL;

  if (!end || end == p || memchr (p, '[', (gsize) (end - p)) || g_utf8_strlen (p, end - p) > MAX_NOTE)
    {
      refuse (error, "A square bracket behind a number is empty, not closed, or too long: "
                     "use shorthand such as [p], or [note 2]");
      return NULL;
    }

  inside = g_strndup (p, (gsize) (end - p));
  lower = g_ascii_strdown (inside, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (shorthands); i++)
    if (g_str_equal (lower, shorthands[i].text))
      {
        *flags |= shorthands[i].flag;
        return end + 1;
      }

  if (g_str_equal (lower, "c") || g_str_equal (lower, "x") || g_str_equal (lower, "z"))
    {
      refuse (error, "A number is marked as having none: keep the number, or the [c], [x] or [z]");
      return NULL;
    }

  if (marks->len > 0)
    g_string_append (marks, ", ");
  g_string_append (marks, inside);
  return end + 1;
}

/* p is at the sign or the first digit. */
static MarmotValue *
parse_number (const char *p,
              GError **error)
{
  g_autofree char *digits = NULL;
  g_autoptr (GString) marks = g_string_new (NULL);
  MarmotValueFlags flags = MARMOT_VALUE_FLAG_NONE;
  gboolean negative, percent;
  int decimals;
  double number;

  p = skip_sign (p, &negative);
  digits = parse_digits (&p, &decimals, error);
  if (!digits)
    return NULL;
  number = g_ascii_strtod (digits, NULL);

  percent = p[0] == '%' || (p[0] == ' ' && p[1] == '%');
  if (percent)
    p = strchr (p, '%') + 1;
  else if (g_ascii_tolower (*p) == 'e' && strpbrk (p, "0123456789"))
    return refuse (error, "A number has an exponent: write it out in full");

  while (*p)
    {
      gunichar c;

      p += *p == ' ';
      c = g_utf8_get_char (p);
      if (c == '[')
        {
          p = parse_bracket (p + 1, &flags, marks, error);
          if (!p)
            return NULL;
        }
      else if (append_mark (marks, c))
        p = g_utf8_next_char (p);
      else
        return refuse (error, "Something stands behind a number: put each number in a cell of its "
                              "own, and units and words elsewhere");
    }

  if ((flags & MARMOT_VALUE_FLAG_LOW) && number != 0)
    return refuse (error, "A number is marked as one that rounds to zero, and is not zero: leave out "
                          "[low], or write [u] for low reliability");

  return marmot_value_new_full (MARMOT_VALUE_PRESENT, flags, negative ? -number : number, decimals,
                                percent, NULL, marks->len > 0 ? marks->str : NULL);
}

static MarmotValue *
parse_words (const char *text,
             const char *lower,
             MarmotValueParseFlags flags,
             GError **error)
{
  gunichar first = g_utf8_get_char (text);
  gsize n_letters = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (machine_words); i++)
    if (g_str_equal (lower, machine_words[i]))
      return refuse (error, "A program wrote its word for no number: leave the cell empty");
  if (first == '#' || first == '=')
    return refuse (error, "The cell holds a formula or an error of a spreadsheet: correct it there");

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n_letters == 0 && g_unichar_isdigit (c))
        return refuse (error, "Something stands before a number: leave out currency signs, and give "
                              "limits such as under five as [c]");
      n_letters += g_unichar_isalpha (c);
    }
  if (n_letters < 2
      || !(g_unichar_isalpha (first) || first == '(' || first == '"' || first == '\''
           || first == 0x2018 || first == 0x201c))
    return refuse (error, "The cell holds neither a number, nor a known symbol, nor words: use "
                          "[c], [x] or [z] where there is no number");
  if (flags & MARMOT_VALUE_PARSE_NO_TEXT)
    return refuse (error, "The cell holds words, and only numbers and symbols belong here");

  return marmot_value_new_state (MARMOT_VALUE_TEXT, text);
}

MarmotValue *
marmot_value_parse (const char *text,
                    MarmotValueParseFlags flags,
                    GError **error)
{
  g_autofree char *tidied = NULL;
  g_autofree char *lower = NULL;
  MarmotValue *value;
  gboolean negative;
  gsize length;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!text)
    text = "";
  length = strnlen (text, MAX_BYTES + 1);
  if (length > MAX_BYTES)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "The cell is longer than %d bytes: a figure is short", MAX_BYTES);
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_ENCODING,
                           "The cell is not UTF-8: save the file as UTF-8");
      return NULL;
    }

  tidied = tidy (text);
  if (!tidied)
    return refuse (error, "The cell holds control characters: it was not written as text");
  lower = g_ascii_strdown (tidied, -1);

  value = parse_symbol (lower);
  if (!value)
    value = parse_not_applicable (tidied, lower);
  if (value)
    return value;

  if (starts_number (skip_sign (tidied, &negative)))
    return parse_number (tidied, error);

  length = strlen (tidied);
  if (tidied[0] == '(' && tidied[length - 1] == ')' && starts_number (skip_sign (tidied + 1, &negative)))
    {
      /* Papers print a comparator as "(97.1%)"; without the percent sign
       * accountants mean minus five by "(5)". */
      if (tidied[length - 2] != '%')
        return refuse (error, "A number stands in round brackets: write a minus sign if it is "
                              "negative, and no brackets if it is not");
      tidied[length - 1] = '\0';
      return parse_number (tidied + 1, error);
    }

  return parse_words (tidied, lower, flags, error);
}
