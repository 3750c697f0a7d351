/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "core/marmot-json-private.h"

#define CANARY "CANARY-7781"
#define COLUMN(type, values) "{\"columns\":[{\"name\":\"a\",\"type\":\"" type "\",\"values\":[" values "]}]}"

static json_t *
load (const char *text,
      gsize length,
      GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return marmot_json_load (bytes, "t.json", error);
}

#define BYTES(text) text, sizeof text - 1

Test (json, bad_documents_are_told_by_place_and_never_quoted)
{
  static const struct
  {
    char *text;
    gsize length;
    int code;
    char *message;          /* how it begins */
  } cases[] = {
    { BYTES (""), MARMOT_ERROR_PARSE, "t.json, line 1, column 0: the document ends too early" },
    { BYTES ("{\"a\": 1,\n"), MARMOT_ERROR_PARSE, "t.json, line 2, column 0: the document ends too early" },
    { BYTES ("{\"a\":\n \"" CANARY "\", " CANARY "}"), MARMOT_ERROR_PARSE, "t.json, line 2, column 22: this is not JSON" },
    { BYTES ("[1] " CANARY), MARMOT_ERROR_PARSE, "t.json, line 1, column 10: more follows" },
    { BYTES ("\"" CANARY "\""), MARMOT_ERROR_PARSE, "t.json, line 1, column 13: this is not JSON" },
    { BYTES ("[NaN]"), MARMOT_ERROR_PARSE, "t.json, line 1, column 4: this is not JSON" },
    { BYTES ("[01]"), MARMOT_ERROR_PARSE, "t.json, line 1, column 2: this is not JSON" },
    { BYTES ("{'a': 1}"), MARMOT_ERROR_PARSE, "t.json, line 1, column 2: this is not JSON" },
    { BYTES ("{\"" CANARY "\":1,\n\"" CANARY "\":2}"), MARMOT_ERROR_PARSE,
      "t.json, line 2, column 13: a key occurs twice" },
    { BYTES ("[9223372036854775808]"), MARMOT_ERROR_PARSE, "t.json, line 1, column 20: a number is too large" },
    { BYTES ("[1e999]"), MARMOT_ERROR_PARSE, "t.json, line 1, column 6: a number is too large" },
    { BYTES ("[\"caf\xe9\"]"), MARMOT_ERROR_ENCODING, "t.json, line 1, column " },
    { BYTES ("[\"\xed\xa0\x80\"]"), MARMOT_ERROR_ENCODING, "t.json, line 1, column " },
    { BYTES ("[\"a\\u0000b\"]"), MARMOT_ERROR_ENCODING, "t.json, line 1, column " },
    { BYTES ("{\"a\\u0000b\": 1}"), MARMOT_ERROR_ENCODING, "t.json, line 1, column " },
    { BYTES ("[\"a\0b\"]"), MARMOT_ERROR_PARSE, "t.json, line 1, column " },
    { BYTES ("PK\3\4\0\0"), MARMOT_ERROR_PARSE, "t.json, line 1, column " },
    { BYTES ("\xff\xfe{\0"), MARMOT_ERROR_ENCODING, "t.json, line 1, column " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (load (cases[i].text, cases[i].length, &error) == NULL, "%s", cases[i].text);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "%s: %s", cases[i].text, error->message);
      cr_assert (g_str_has_prefix (error->message, cases[i].message), "%s: %s", cases[i].text, error->message);
      cr_assert (strstr (error->message, "7781") == NULL, "%s", error->message);
    }
}

Test (json, depth_and_size_are_bounded)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1,2]", 5);
  g_autoptr (json_t) document = NULL;

  cr_assert (load (deep, strlen (deep), &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
  cr_assert (strstr (error->message, "nested too deeply") != NULL, "%s", error->message);
  g_clear_error (&error);

  cr_assert (marmot_json_load_limited (bytes, NULL, 4, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  g_clear_error (&error);
  document = marmot_json_load_limited (bytes, NULL, 5, &error);
  cr_assert (document != NULL);
}

Test (json, a_byte_order_mark_is_skipped)
{
  g_autoptr (json_t) document = load ("\xef\xbb\xbf[]", 5, NULL);

  cr_assert (document != NULL);
}

Test (json, is_dumped_in_one_form)
{
  const char *text = "{\"b\":[1,-2.50,1e22,true,null],\"a\":{\"x\":{},\"y\":[]},"
                     "\"t\":\"\\u20ac \\\"q\\\" \\\\ \\n \\u0001 \\/\",\"l\":[[1],{\"k\":9007199254740993}]}";
  g_autoptr (json_t) document = load (text, strlen (text), NULL);
  g_autofree char *dumped = marmot_json_dump (document);
  g_autoptr (json_t) again = load (dumped, strlen (dumped), NULL);

  cr_assert (eq (str, dumped,
                 "{\n"
                 "  \"b\": [1, -2.5, 1e+22, true, null],\n"
                 "  \"a\": {\n"
                 "    \"x\": {},\n"
                 "    \"y\": []\n"
                 "  },\n"
                 "  \"t\": \"\xe2\x82\xac \\\"q\\\" \\\\ \\n \\u0001 /\",\n"
                 "  \"l\": [\n"
                 "    [1],\n"
                 "    {\n"
                 "      \"k\": 9007199254740993\n"
                 "    }\n"
                 "  ]\n"
                 "}\n"));
  cr_assert (json_equal (document, again));
}

Test (json, tables_are_written_as_documented)
{
  static const char *const names[] = { "area \"x\"", "n", NULL };
  const char *const texts[] = { "Coventry", "", "caf\xc3\xa9\n", NULL };
  const double doubles[] = { 5, 0.1, -1e-7 };
  const gboolean nulls[] = { FALSE, TRUE, FALSE };
  g_autoptr (MarmotColumn) plain = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) a = marmot_column_with_nulls (plain, nulls, 3, NULL);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (doubles, 3);
  MarmotColumn *columns[] = { a, b };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 2, NULL);
  g_autofree char *text = marmot_table_to_json (table, NULL);
  g_autoptr (MarmotTable) back = marmot_table_from_json (text, -1, NULL);
  g_autoptr (json_t) document = load (text, strlen (text), NULL);
  g_autofree char *dumped = marmot_json_dump (document);

  cr_assert (eq (str, text,
                 "{\n"
                 "  \"columns\": [\n"
                 "    {\n"
                 "      \"name\": \"area \\\"x\\\"\",\n"
                 "      \"type\": \"text\",\n"
                 "      \"values\": [\"Coventry\", null, \"caf\xc3\xa9\\n\"]\n"
                 "    },\n"
                 "    {\n"
                 "      \"name\": \"n\",\n"
                 "      \"type\": \"double\",\n"
                 "      \"values\": [5.0, 0.1, -1e-07]\n"
                 "    }\n"
                 "  ]\n"
                 "}\n"));
  cr_assert (marmot_table_equal (table, back));
  /* The same form as that of every other document. */
  cr_assert (eq (str, dumped, text));
}

Test (json, tables_of_every_type_come_back_the_same)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7786);
  static const char *const names[] = { "d", "i", "t", "b", "s", "k", NULL };
  static const char *const words[] = { "", "a", "\"\\/", "two\nlines\t\x7f", "caf\xc3\xa9 \xf0\x9f\x90\xb9", "\x01" };

  for (guint turn = 0; turn < 100; turn++)
    {
      enum { N = 20 };
      const gsize n_rows = (gsize) g_rand_int_range (rand, 0, N);
      double doubles[N];
      gint64 integers[N];
      gint32 days[N];
      gboolean booleans[N], nulls[N];
      const char *texts[N + 1] = { NULL };
      MarmotColumn *columns[6];
      g_autoptr (MarmotTable) table = NULL;
      g_autoptr (MarmotTable) back = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (gsize row = 0; row < n_rows; row++)
        {
          do
            {
              guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

              memcpy (&doubles[row], &bits, sizeof bits);
            }
          while (!isfinite (doubles[row]));
          integers[row] = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
          days[row] = g_rand_int_range (rand, -719162, 2932897);
          booleans[row] = g_rand_boolean (rand);
          nulls[row] = g_rand_int_range (rand, 0, 3) == 0;
          texts[row] = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
        }
      columns[0] = marmot_column_new_double (doubles, n_rows);
      columns[1] = marmot_column_new_integer (integers, n_rows);
      columns[2] = marmot_column_new_date (days, n_rows);
      columns[3] = marmot_column_new_boolean (booleans, n_rows);
      columns[4] = marmot_column_new_text (texts);
      columns[5] = marmot_column_cast (columns[4], MARMOT_COLUMN_DICTIONARY, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          MarmotColumn *with = marmot_column_with_nulls (columns[i], nulls, n_rows, NULL);

          marmot_column_unref (columns[i]);
          columns[i] = with;
        }
      table = marmot_table_new (names, columns, G_N_ELEMENTS (columns), NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        marmot_column_unref (columns[i]);

      text = marmot_table_to_json (table, &error);
      cr_assert (text != NULL, "%s", error->message);
      back = marmot_table_from_json (text, (gssize) strlen (text), &error);
      cr_assert (back != NULL, "%s", error->message);
      cr_assert (marmot_table_equal (table, back), "%s", text);
    }
}

Test (json, documents_that_are_no_table_are_told)
{
  static const struct
  {
    char *text;
    int code;
    char *message;
  } cases[] = {
    { "[]", MARMOT_ERROR_INVALID_DATA, "columns: " },
    { "{}", MARMOT_ERROR_INVALID_DATA, "columns: " },
    { "{\"columns\": {}}", MARMOT_ERROR_INVALID_DATA, "columns: " },
    { "{\"columns\": [7]}", MARMOT_ERROR_INVALID_DATA, "columns/0/name: " },
    { "{\"columns\": [{\"name\": 7}]}", MARMOT_ERROR_INVALID_DATA, "columns/0/name: " },
    { "{\"columns\": [{\"name\": \"a\"}]}", MARMOT_ERROR_INVALID_DATA, "columns/0/type: " },
    { "{\"columns\": [{\"name\": \"a\", \"type\": \"" CANARY "\"}]}", MARMOT_ERROR_INVALID_DATA, "columns/0/type: " },
    { "{\"columns\": [{\"name\": \"a\", \"type\": \"text\"}]}", MARMOT_ERROR_INVALID_DATA, "columns/0/values: " },
    { COLUMN ("double", "1, \"" CANARY "\""), MARMOT_ERROR_INVALID_DATA, "columns/0/values/1: this must be a number" },
    { COLUMN ("integer", "1.5"), MARMOT_ERROR_INVALID_DATA, "columns/0/values/0: this must be an integer" },
    { COLUMN ("integer", "true"), MARMOT_ERROR_INVALID_DATA, "columns/0/values/0: this must be an integer" },
    { COLUMN ("boolean", "1"), MARMOT_ERROR_INVALID_DATA, "columns/0/values/0: this must be true or false" },
    { COLUMN ("text", "null, [\"" CANARY "\"]"), MARMOT_ERROR_INVALID_DATA, "columns/0/values/1: this must be a text" },
    { COLUMN ("dictionary", "{}"), MARMOT_ERROR_INVALID_DATA, "columns/0/values/0: this must be a text" },
    { COLUMN ("date", "\"2024-02-30\""), MARMOT_ERROR_INVALID_DATA, "columns/0/values/0: this must be a date" },
    { COLUMN ("date", "19753"), MARMOT_ERROR_INVALID_DATA, "columns/0/values/0: this must be a date" },
    { COLUMN ("integer", "9223372036854775808"), MARMOT_ERROR_PARSE, "line 1, column " },
    { "{\"columns\": [{\"name\": \"a\", \"type\": \"text\", \"values\": []}, {\"name\": \"b\", \"type\": \"text\","
      " \"values\": [null]}]}", MARMOT_ERROR_LENGTH, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_table_from_json (cases[i].text, -1, &error) == NULL, "%s", cases[i].text);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "%s: %s", cases[i].text, error->message);
      cr_assert (g_str_has_prefix (error->message, cases[i].message), "%s: %s", cases[i].text, error->message);
      cr_assert (strstr (error->message, "7781") == NULL, "%s", error->message);
    }
}

Test (json, integers_keep_every_digit_and_doubles_may_be_written_whole)
{
  g_autoptr (MarmotTable) a = marmot_table_from_json (COLUMN ("integer", "9007199254740993, -9223372036854775808"), -1, NULL);
  g_autoptr (MarmotTable) b = marmot_table_from_json (COLUMN ("double", "3, 0.1"), -1, NULL);
  g_autoptr (MarmotColumn) integers = marmot_table_get_column (a, 0);
  g_autoptr (MarmotColumn) doubles = marmot_table_get_column (b, 0);

  cr_assert (eq (i64, marmot_column_get_integer (integers, 0), 9007199254740993));
  cr_assert (eq (i64, marmot_column_get_integer (integers, 1), G_MININT64));
  cr_assert (eq (dbl, marmot_column_get_double (doubles, 0), 3));
  cr_assert (eq (dbl, marmot_column_get_double (doubles, 1), 0.1));
}

Test (json, doubles_that_json_cannot_say_are_refused)
{
  static const char *const names[] = { "a", NULL };
  const double values[] = { 1, (double) NAN };
  g_autoptr (MarmotColumn) column = marmot_column_new_double (values, 2);
  g_autoptr (MarmotTable) table = marmot_table_new (names, &column, 1, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_table_to_json (table, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (g_str_has_prefix (error->message, "columns/0/values/1: "), "%s", error->message);
}

Test (json, cut_or_damaged_documents_are_survived)
{
  static const char good[] = "{\"columns\":[{\"name\":\"a\",\"type\":\"double\",\"values\":[1.5,-2e3,null]},"
                             "{\"name\":\"b\",\"type\":\"text\",\"values\":[\"caf\xc3\xa9\\u20ac\",null,\"\"]}]}";
  static const char bytes[] = { '\0', '"', '[', '}', '\\', '\xff', '9' };
  const gsize size = sizeof good - 1;

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *part = g_memdup2 (good, cut + 1);

      cr_assert (marmot_table_from_json (part, (gssize) cut, &error) == NULL, "cut at %zu", cut);
      cr_assert (error != NULL);
    }
  for (gsize at = 0; at < size; at++)
    for (gsize i = 0; i < sizeof bytes; i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *copy = g_memdup2 (good, size);
        g_autoptr (MarmotTable) table = NULL;

        copy[at] = bytes[i];
        table = marmot_table_from_json (copy, (gssize) size, &error);
        cr_assert (eq (int, table == NULL, error != NULL));
      }
}
