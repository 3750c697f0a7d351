/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#define PRESENT MARMOT_VALUE_PRESENT
#define HIDDEN MARMOT_VALUE_SUPPRESSED
#define NOT_APPLICABLE MARMOT_VALUE_NOT_APPLICABLE
#define NOT_AVAILABLE MARMOT_VALUE_NOT_AVAILABLE
#define LOW MARMOT_VALUE_FLAG_LOW
#define UNRELIABLE MARMOT_VALUE_FLAG_UNRELIABLE
#define PROVISIONAL MARMOT_VALUE_FLAG_PROVISIONAL
#define REVISED MARMOT_VALUE_FLAG_REVISED
#define ESTIMATED MARMOT_VALUE_FLAG_ESTIMATED

static const struct
{
  const char *text;
  MarmotValueState state;
  double number;
  int decimals;
  gboolean percent;
  guint flags;
  const char *words;
  const char *marker;
  const char *printed;
} cells[] = {
  { "0", PRESENT, 0, 0, FALSE, 0, NULL, NULL, "0" },
  { "1,844", PRESENT, 1844, 0, FALSE, 0, NULL, NULL, "1844" },
  { "15,010", PRESENT, 15010, 0, FALSE, 0, NULL, NULL, "15010" },
  { "1,234,567.80", PRESENT, 1234567.8, 2, FALSE, 0, NULL, NULL, "1234567.80" },
  { "  3195\n", PRESENT, 3195, 0, FALSE, 0, NULL, NULL, "3195" },
  { "93%", PRESENT, 93, 0, TRUE, 0, NULL, NULL, "93%" },
  { "100 %", PRESENT, 100, 0, TRUE, 0, NULL, NULL, "100%" },
  { "100\u00a0%", PRESENT, 100, 0, TRUE, 0, NULL, NULL, "100%" },
  { "(97.1%)", PRESENT, 97.1, 1, TRUE, 0, NULL, NULL, "97.1%" },
  { "-1.8", PRESENT, -1.8, 1, FALSE, 0, NULL, NULL, "-1.8" },
  { "\u22121.8", PRESENT, -1.8, 1, FALSE, 0, NULL, NULL, "-1.8" },
  { "\u20131.8", PRESENT, -1.8, 1, FALSE, 0, NULL, NULL, "-1.8" },
  { "-0.0", PRESENT, 0, 1, FALSE, 0, NULL, NULL, "0.0" },
  { "+3", PRESENT, 3, 0, FALSE, 0, NULL, NULL, "3" },
  { ".5", PRESENT, 0.5, 1, FALSE, 0, NULL, NULL, "0.5" },
  { "0.30000000000000004", PRESENT, 0.1 + 0.2, 17, FALSE, 0, NULL, NULL, "0.30000000000000004" },
  { "9007199254740992", PRESENT, 9007199254740992.0, 0, FALSE, 0, NULL, NULL, "9007199254740992" },
  { "3.9 [p]", PRESENT, 3.9, 1, FALSE, PROVISIONAL, NULL, NULL, "3.9 [p]" },
  { "12%[R][e]", PRESENT, 12, 0, TRUE, REVISED | ESTIMATED, NULL, NULL, "12% [r][e]" },
  { "4.6 [u]", PRESENT, 4.6, 1, FALSE, UNRELIABLE, NULL, NULL, "4.6 [u]" },
  { "0 [low]", PRESENT, 0, 0, FALSE, LOW, NULL, NULL, "0 [low]" },
  { "5.6*", PRESENT, 5.6, 1, FALSE, 0, NULL, "*", "5.6" },
  { "5.6 **", PRESENT, 5.6, 1, FALSE, 0, NULL, "**", "5.6" },
  { "12\u2020", PRESENT, 12, 0, FALSE, 0, NULL, "\u2020", "12" },
  { "12\u00b2", PRESENT, 12, 0, FALSE, 0, NULL, "2", "12" },
  { "12%^", PRESENT, 12, 0, TRUE, 0, NULL, "^", "12%" },
  { "12 [note 2]", PRESENT, 12, 0, FALSE, 0, NULL, "note 2", "12" },
  { "12 [b][r]", PRESENT, 12, 0, FALSE, REVISED, NULL, "b", "12 [r]" },
  { "low", PRESENT, 0, -1, FALSE, LOW, NULL, NULL, "[low]" },
  { "k", PRESENT, 0, -1, FALSE, LOW, NULL, NULL, "[low]" },
  { "[Low]", PRESENT, 0, -1, FALSE, LOW, NULL, NULL, "[low]" },
  { "c", HIDDEN, 0, -1, FALSE, 0, NULL, NULL, "[c]" },
  { "[c]", HIDDEN, 0, -1, FALSE, 0, NULL, NULL, "[c]" },
  { "*", HIDDEN, 0, -1, FALSE, 0, NULL, NULL, "[c]" },
  { "N/A", NOT_APPLICABLE, 0, -1, FALSE, 0, NULL, NULL, "[z]" },
  { "n/a", NOT_APPLICABLE, 0, -1, FALSE, 0, NULL, NULL, "[z]" },
  { "NA", NOT_APPLICABLE, 0, -1, FALSE, 0, NULL, NULL, "[z]" },
  { "z", NOT_APPLICABLE, 0, -1, FALSE, 0, NULL, NULL, "[z]" },
  { "[Z]", NOT_APPLICABLE, 0, -1, FALSE, 0, NULL, NULL, "[z]" },
  { "N/A (one year project only)", NOT_APPLICABLE, 0, -1, FALSE, 0, "one year project only", NULL, "[z]" },
  { "", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { " \t ", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { "-", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { "\u2013", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { ":", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { "..", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { "x", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { "[x]", NOT_AVAILABLE, 0, -1, FALSE, 0, NULL, NULL, "[x]" },
  { "u", NOT_AVAILABLE, 0, -1, FALSE, UNRELIABLE, NULL, NULL, "[u]" },
  { "System in development", MARMOT_VALUE_TEXT, 0, -1, FALSE, 0, "System in development", NULL,
    "System in development" },
  { "System in\n  development ", MARMOT_VALUE_TEXT, 0, -1, FALSE, 0, "System in development", NULL,
    "System in development" },
  { "No young people", MARMOT_VALUE_TEXT, 0, -1, FALSE, 0, "No young people", NULL, "No young people" },
  { "TBC", MARMOT_VALUE_TEXT, 0, -1, FALSE, 0, "TBC", NULL, "TBC" },
};

Test (value, reads_cells_as_they_are_published)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotValue) v = marmot_value_parse (cells[i].text, MARMOT_VALUE_PARSE_DEFAULT, &error);
      g_autofree char *printed = NULL;
      double number;

      cr_assert (v != NULL, "'%s': %s", cells[i].text, error ? error->message : "no error");
      number = marmot_value_get_number (v);
      cr_assert (marmot_value_get_state (v) == cells[i].state, "'%s'", cells[i].text);
      cr_assert (cells[i].state == PRESENT ? number == cells[i].number && !signbit (number) == !(cells[i].number < 0)
                                           : isnan (number),
                 "'%s'", cells[i].text);
      cr_assert (marmot_value_get_decimals (v) == cells[i].decimals, "'%s'", cells[i].text);
      cr_assert (marmot_value_is_percent (v) == cells[i].percent, "'%s'", cells[i].text);
      cr_assert (marmot_value_get_flags (v) == cells[i].flags, "'%s'", cells[i].text);
      cr_assert (g_strcmp0 (marmot_value_get_text (v), cells[i].words) == 0, "'%s'", cells[i].text);
      cr_assert (g_strcmp0 (marmot_value_get_note_marker (v), cells[i].marker) == 0, "'%s'", cells[i].text);
      printed = marmot_value_to_string (v);
      cr_assert (strcmp (printed, cells[i].printed) == 0, "'%s' prints as '%s'", cells[i].text, printed);
    }
}

Test (value, what_is_printed_reads_back)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (MarmotValue) v = marmot_value_parse (cells[i].text, MARMOT_VALUE_PARSE_DEFAULT, NULL);
      g_autofree char *printed = marmot_value_to_string (v);
      g_autoptr (MarmotValue) again = marmot_value_parse (printed, MARMOT_VALUE_PARSE_DEFAULT, NULL);

      cr_assert (again != NULL);
      /* A reason and a footnote mark are not printed. */
      if (!cells[i].marker && !(cells[i].words && cells[i].state != MARMOT_VALUE_TEXT))
        cr_assert (marmot_value_equal (v, again), "'%s'", cells[i].text);
    }
}

Test (value, no_cell_is_no_value)
{
  g_autoptr (MarmotValue) v = marmot_value_parse (NULL, MARMOT_VALUE_PARSE_DEFAULT, NULL);

  cr_assert (marmot_value_get_state (v) == MARMOT_VALUE_NOT_AVAILABLE);
}

static const char *const refused[] = {
  "1,84", "18,44", "1234,567", ",123", "1,844,", "1,,844", "0,123", "1.844,5", "1,8444", "1,844,12", "3,9",
  "007", "00.5", "0123", "-01", "5.", "1.5.2", ".", "...", "%", "+", "-%", "--5", "+-5",
  "1e5", "1E5", "1e-5", "2e400", "0x1F", "inf", "-inf", "Infinity", "nan", "NaN", "-nan", "null",
  "#N/A", "#DIV/0!", "=A1+B1", "\u00a34.1m", "\u00a3105m", "$5", "<5", ">95%", "~5", "\u00b15",
  "(5)", "(97.1)", "(97.1%", "97.1%)", "6.8% (15,010)", "12 13", "12/13", "15/16", "2:1", "8-19", "12 months",
  "4.1m", "93%%", "93 percent", "12 [", "12 []", "12 [c]", "12 [x]", "12 [this note is far too long]", "12 [p", "5 [low]", "-2 [k]", "12 [[p]]", "12 [a[p]",
  "123456789012345678", "0.123456789012345678", "0.000000000000000000001", "9007199254740994",
  "10000000000000000000000", "b", "[p]", "[b]", "[note 2]", "?", "!!", "'5'", "(", ")", "()", "\x01", "5\x7f", "\x1b[0m",
  "\u0663", /* a digit, but not one of ours */
  "\u00bd",
};

Test (value, refuses_what_could_be_read_in_two_ways)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotValue) v = marmot_value_parse (refused[i], MARMOT_VALUE_PARSE_DEFAULT, &error);

      cr_assert (v == NULL, "'%s' was taken", refused[i]);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE), "'%s'", refused[i]);
    }
}

Test (value, errors_never_hold_the_cell)
{
  const char *canaries[] = { "7654321 canary", "(7654321)", "7654321,1", ("\u00a3" "7654321"), "#canary", "canary 7654321" };

  for (gsize i = 0; i < G_N_ELEMENTS (canaries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotValue) v = marmot_value_parse (canaries[i], MARMOT_VALUE_PARSE_NO_TEXT, &error);

      cr_assert (v == NULL, "'%s' was taken", canaries[i]);
      cr_assert (strstr (error->message, "canary") == NULL);
      cr_assert (strstr (error->message, "7654321") == NULL);
    }
}

Test (value, huge_cells_are_refused)
{
  g_autofree char *digits = g_strnfill (400, '7');
  g_autofree char *words = g_strnfill (1001, 'w');
  g_autofree char *enough = g_strnfill (1000, 'w');
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotValue) taken = NULL;

  cr_assert (marmot_value_parse (digits, MARMOT_VALUE_PARSE_DEFAULT, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
  g_clear_error (&error);
  cr_assert (marmot_value_parse (words, MARMOT_VALUE_PARSE_DEFAULT, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  taken = marmot_value_parse (enough, MARMOT_VALUE_PARSE_DEFAULT, NULL);
  cr_assert (taken != NULL);
}

Test (value, bytes_that_are_not_utf8_are_refused)
{
  const char *texts[] = { "\xff", "12\xa3", "\xc2", "\xed\xa0\x80", ("\xa3" "5") };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_value_parse (texts[i], MARMOT_VALUE_PARSE_DEFAULT, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_ENCODING));
    }
}

Test (value, words_can_be_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotValue) symbol = marmot_value_parse ("N/A", MARMOT_VALUE_PARSE_NO_TEXT, NULL);

  cr_assert (symbol != NULL);
  cr_assert (marmot_value_parse ("System in development", MARMOT_VALUE_PARSE_NO_TEXT, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
}

Test (value, bounds_are_what_would_print_so)
{
  static const struct
  {
    const char *text;
    double low, high;
  } cases[] = {
    { "3.9", 3.85, 3.95 },       { "1844", 1843.5, 1844.5 }, { "0", -0.5, 0.5 },  { "-1.8", -1.85, -1.75 },
    { "89.2%", 89.15, 89.25 },   { "0.285", 0.2845, 0.2855 }, { "5.60", 5.595, 5.605 },
    { "0 [low]", 0, 0.5 },       { "11.2", 11.15, 11.25 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotValue) v = marmot_value_parse (cases[i].text, MARMOT_VALUE_PARSE_DEFAULT, NULL);
      double low, high;

      cr_assert (marmot_value_get_bounds (v, &low, &high));
      /* Exactly the double that the source of this test holds. */
      cr_assert (low == cases[i].low && high == cases[i].high, "%s: %.17g to %.17g", cases[i].text, low, high);
    }
}

Test (value, bounds_without_decimals_or_number)
{
  g_autoptr (MarmotValue) exact = marmot_value_new (1.0 / 3, -1);
  g_autoptr (MarmotValue) low_value = marmot_value_parse ("low", MARMOT_VALUE_PARSE_DEFAULT, NULL);
  g_autoptr (MarmotValue) hidden = marmot_value_new_state (MARMOT_VALUE_SUPPRESSED, NULL);
  g_autoptr (MarmotValue) unrounded = marmot_value_new (1.0 / 3, 1);
  g_autoptr (MarmotValue) large = marmot_value_new (1e300, 20);
  double low, high;

  cr_assert (marmot_value_get_bounds (exact, &low, &high));
  cr_assert (low == 1.0 / 3 && high == 1.0 / 3);
  cr_assert_not (marmot_value_get_bounds (low_value, &low, &high));
  cr_assert (isnan (low) && isnan (high));
  cr_assert_not (marmot_value_get_bounds (hidden, &low, &high));
  cr_assert (isnan (low) && isnan (high));
  cr_assert (marmot_value_get_bounds (unrounded, &low, &high));
  cr_assert (epsilon_eq (dbl, low, 1.0 / 3 - 0.05, 1e-15));
  cr_assert (marmot_value_get_bounds (large, &low, &high));
  cr_assert (low == 1e300 && high == 1e300);
}

Test (value, what_is_no_number_is_not_available)
{
  double numbers[] = { (double) NAN, (double) INFINITY, -(double) INFINITY };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (MarmotValue) v = marmot_value_new (numbers[i], 1);

      cr_assert (marmot_value_get_state (v) == MARMOT_VALUE_NOT_AVAILABLE);
      cr_assert (isnan (marmot_value_get_number (v)));
    }
}

Test (value, flags_are_set_on_a_copy)
{
  g_autoptr (MarmotValue) plain = marmot_value_new_percent (87.1, 1);
  g_autoptr (MarmotValue) flagged = marmot_value_with_flags (plain, PROVISIONAL);
  g_autofree char *text = marmot_value_to_string (flagged);

  cr_assert (marmot_value_get_flags (plain) == MARMOT_VALUE_FLAG_NONE);
  cr_assert (marmot_value_get_flags (flagged) == MARMOT_VALUE_FLAG_PROVISIONAL);
  cr_assert (eq (str, text, "87.1% [p]"));
}

Test (value, order_equality_and_hash_agree)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_value_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    g_ptr_array_add (values, marmot_value_parse (cells[i].text, MARMOT_VALUE_PARSE_DEFAULT, NULL));

  for (guint i = 0; i < values->len; i++)
    for (guint j = 0; j < values->len; j++)
      {
        MarmotValue *a = values->pdata[i], *b = values->pdata[j];
        int order = marmot_value_compare (a, b);

        cr_assert (marmot_value_equal (a, b) == (order == 0));
        cr_assert (marmot_value_compare (b, a) == -order);
        if (order == 0)
          cr_assert (marmot_value_hash (a) == marmot_value_hash (b));
        if (marmot_value_is_present (a) && !marmot_value_is_present (b))
          cr_assert (order < 0);
        if (marmot_value_get_number (a) < marmot_value_get_number (b))
          cr_assert (order < 0);
      }
}

Test (value, printed_precision_is_part_of_a_value)
{
  g_autoptr (MarmotValue) a = marmot_value_new (5, 0);
  g_autoptr (MarmotValue) b = marmot_value_new (5, 1);

  cr_assert_not (marmot_value_equal (a, b));
  cr_assert (marmot_value_compare (a, b) < 0);
}

Test (value, bytes_come_back_the_same)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (MarmotValue) a = marmot_value_parse (cells[i].text, MARMOT_VALUE_PARSE_DEFAULT, NULL);
      g_autoptr (GBytes) bytes = marmot_value_serialize (a);
      g_autoptr (MarmotValue) b = marmot_value_deserialize (bytes, NULL);

      cr_assert (b != NULL);
      cr_assert (marmot_value_equal (a, b));
    }
}

Test (value, damaged_bytes_are_refused)
{
  g_autoptr (MarmotValue) a = marmot_value_parse ("12 [note 2]", MARMOT_VALUE_PARSE_DEFAULT, NULL);
  g_autoptr (GBytes) bytes = marmot_value_serialize (a);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_value_deserialize (part, &error) == NULL, "cut at %zu", cut);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }

  /* Any byte changed: a value of some kind, or an error, and never a crash. */
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) whole = NULL;
      g_autoptr (MarmotValue) v = NULL;

      changed[i] ^= 0xff;
      whole = g_bytes_new (changed, size);
      v = marmot_value_deserialize (whole, NULL);
      if (v)
        {
          g_autofree char *text = marmot_value_to_string (v);

          cr_assert (text != NULL);
        }
    }
}

Test (value, text_that_is_not_utf8_is_made_so)
{
  g_autoptr (MarmotValue) v = marmot_value_new_state (MARMOT_VALUE_TEXT, "caf\xe9");
  g_autoptr (GBytes) bytes = marmot_value_serialize (v);
  g_autoptr (MarmotValue) again = marmot_value_deserialize (bytes, NULL);

  cr_assert (g_utf8_validate (marmot_value_get_text (v), -1, NULL));
  cr_assert (marmot_value_equal (v, again));
}
