/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <gio/gio.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#define CANARY "CANARY-7781"

static MarmotTable *
read_part (MarmotCsvReader *reader,
           const char *text,
           gsize length,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return marmot_csv_reader_read_bytes (reader, bytes, "t.csv", error);
}

static MarmotTable *
read_text (MarmotCsvReader *reader,
           const char *text,
           GError **error)
{
  return read_part (reader, text, strlen (text), error);
}

/* Reads what must be readable. */
static MarmotTable *
read_good (const char *text)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GError) error = NULL;
  MarmotTable *table = read_text (reader, text, &error);

  cr_assert (table != NULL, "%s: %s", text, error->message);
  return table;
}

/* "integer: 1 2 null" and so on: a column in a line. */
static char *
show (const MarmotTable *table,
      gsize i)
{
  static const char *const types[] = { "double", "integer", "date", "text", "dictionary", "boolean" };
  g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);
  GString *out = g_string_new (types[marmot_column_get_column_type (column)]);

  for (gsize row = 0; row < marmot_column_get_length (column); row++)
    {
      g_autofree char *text = NULL;

      g_string_append (out, row ? "|" : ": ");
      if (marmot_column_is_null (column, row))
        {
          g_string_append (out, "null");
          continue;
        }
      switch (marmot_column_get_column_type (column))
        {
        case MARMOT_COLUMN_DOUBLE:
          g_string_append_printf (out, "%.17g", marmot_column_get_double (column, row));
          break;
        case MARMOT_COLUMN_INTEGER:
          g_string_append_printf (out, "%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
          break;
        case MARMOT_COLUMN_DATE:
          g_string_append_printf (out, "%d", marmot_column_get_date (column, row));
          break;
        case MARMOT_COLUMN_BOOLEAN:
          g_string_append (out, marmot_column_get_boolean (column, row) ? "true" : "false");
          break;
        default:
          text = marmot_column_get_text (column, row);
          g_string_append_printf (out, "'%s'", text);
        }
    }
  return g_string_free (out, FALSE);
}

/* The first column of a file with a second one, so that blank lines are blank. */
Test (csv, finds_the_type_from_all_rows)
{
  static const struct
  {
    char *cells[6];
    char *expected;
  } cases[] = {
    { { "1", "2", NULL }, "integer: 1|2" },
    { { "1", "", "3", NULL }, "integer: 1|null|3" },
    { { "", "", "3", NULL }, "integer: null|null|3" },
    { { "-9223372036854775808", "9223372036854775807", NULL },
      "integer: -9223372036854775808|9223372036854775807" },
    { { "9223372036854775808", NULL }, "text: '9223372036854775808'" },
    { { "1", "2.5", NULL }, "double: 1|2.5" },
    { { "1", "", "2.5", "3", NULL }, "double: 1|null|2.5|3" },
    { { "2.5", "1", "-.5", "1e3", NULL }, "double: 2.5|1|-0.5|1000" },
    { { "1", "x", NULL }, "text: '1'|'x'" },
    { { "1.50", "2.5", "", "x", NULL }, "text: '1.50'|'2.5'|null|'x'" },
    { { "2024-01-31", "1970-01-01", NULL }, "date: 19753|0" },
    { { "2024-01-31", "", "2024-02-30", NULL }, "text: '2024-01-31'|null|'2024-02-30'" },
    { { "2024-01-31", "2024", NULL }, "text: '2024-01-31'|'2024'" },
    { { "2024-1-31", NULL }, "text: '2024-1-31'" },
    { { "31/01/2024", NULL }, "text: '31/01/2024'" },
    { { "00123", "7", NULL }, "text: '00123'|'7'" },
    { { "7", "00123", NULL }, "text: '7'|'00123'" },
    { { "+441234", NULL }, "text: '+441234'" },
    { { "12E3", NULL }, "text: '12E3'" },
    { { "1.2E3", NULL }, "double: 1200" },
    { { "1", "1e999", NULL }, "text: '1'|'1e999'" },
    { { "true", "false", NULL }, "text: 'true'|'false'" },
    { { "NaN", NULL }, "text: 'NaN'" },
    { { "1", "inf", NULL }, "text: '1'|'inf'" },
    { { "\"1,000\"", NULL }, "text: '1,000'" },
    { { "5%", NULL }, "text: '5%'" },
    { { " 1 ", "2", NULL }, "integer: 1|2" },
    { { "1", " ", "2", NULL }, "integer: 1|null|2" },
    { { " ", "1", NULL }, "integer: null|1" },
    { { " ", "x", NULL }, "text: ' '|'x'" },
    { { " ", "", NULL }, "text: ' '|null" },
    { { "1", " x ", NULL }, "text: '1'|' x '" },
    { { "", "", NULL }, "text: null|null" },
    { { "\"\"", "", NULL }, "text: ''|null" },
    { { "\"\"", "1", NULL }, "integer: null|1" },
    { { "\"12\"", "3", NULL }, "integer: 12|3" },
    { { "\"a\"\"b\"", "\"\"\"\"", "\"x\ny\"", NULL }, "text: 'a\"b'|'\"'|'x\ny'" },
    { { "\"a,b\"", "\"\"\"x\"\"\"", NULL }, "text: 'a,b'|'\"x\"'" },
    { { "caf\xc3\xa9", "\xe2\x82\xac 5", NULL }, "text: 'caf\xc3\xa9'|'\xe2\x82\xac 5'" },
    { { "=1+1", "@x", NULL }, "text: '=1+1'|'@x'" },
  };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize end = 0; end < G_N_ELEMENTS (ends); end++)
      for (int is_last_ended = 0; is_last_ended < 2; is_last_ended++)
        {
          g_autoptr (GString) text = g_string_new ("a,b");
          g_autoptr (MarmotTable) table = NULL;
          g_autofree char *shown = NULL;

          for (char *const *cell = cases[i].cells; *cell; cell++)
            g_string_append_printf (text, "%s%s,k", ends[end], *cell);
          if (is_last_ended)
            g_string_append (text, ends[end]);

          table = read_good (text->str);
          shown = show (table, 0);
          cr_assert (eq (str, shown, cases[i].expected));
        }
}

Test (csv, reads_the_same_at_every_distance_from_a_block_of_64)
{
  for (guint pad = 0; pad < 140; pad++)
    {
      g_autofree char *name = g_strnfill (pad + 1, 'n');
      g_autofree char *text = g_strdup_printf ("%s,b\n\"q\"\"\r\nz\",1.25\r\n,\xc3\xa9\n", name);
      g_autoptr (MarmotTable) table = read_good (text);
      g_autofree char *a = show (table, 0);
      g_autofree char *b = show (table, 1);

      cr_assert (eq (str, a, "text: 'q\"\r\nz'|null"));
      cr_assert (eq (str, b, "text: '1.25'|'\xc3\xa9'"));
    }
}

Test (csv, header_is_trimmed_and_a_byte_order_mark_skipped)
{
  g_autoptr (MarmotTable) table = read_good ("\xef\xbb\xbf area , \"value\"\n1,2\n");

  cr_assert (eq (str, (char *) marmot_table_get_column_name (table, 0), "area"));
  /* The space before it makes the quote part of the name. */
  cr_assert (eq (str, (char *) marmot_table_get_column_name (table, 1), "\"value\""));
}

Test (csv, one_column_has_a_row_for_every_line)
{
  g_autoptr (MarmotTable) table = read_good ("a\n1\n\n3\n");
  g_autofree char *shown = show (table, 0);

  cr_assert (eq (str, shown, "integer: 1|null|3"));
}

Test (csv, declared_types_take_what_they_say)
{
  static const struct
  {
    MarmotColumnType type;
    char *format;
    char *cells;
    char *expected;
  } cases[] = {
    { MARMOT_COLUMN_DOUBLE, NULL, "00123,+5, 7 ,12E3,,-0", "double: 123|5|7|12000|null|-0" },
    { MARMOT_COLUMN_DOUBLE, NULL, "12345678901234567890", "double: 1.2345678901234567e+19" },
    { MARMOT_COLUMN_INTEGER, NULL, "007,+5,3.0,-0,1e3,", "integer: 7|5|3|0|1000|null" },
    { MARMOT_COLUMN_TEXT, NULL, "1,,2024-01-31", "text: '1'|null|'2024-01-31'" },
    { MARMOT_COLUMN_DICTIONARY, NULL, "x,y,,x", "dictionary: 'x'|'y'|null|'x'" },
    { MARMOT_COLUMN_BOOLEAN, NULL, "true,FALSE,1,0,Yes,no,Y,n,", "boolean: true|false|true|false|true|false|true|false|null" },
    { MARMOT_COLUMN_DATE, NULL, "2024-01-31, 2024-2-1 ,", "date: 19753|19754|null" },
    { MARMOT_COLUMN_DATE, "dd/mm/yyyy", "31/01/2024,1/2/2024,", "date: 19753|19754|null" },
    { MARMOT_COLUMN_DATE, "mm.dd.yyyy", "01.31.2024", "date: 19753" },
    { MARMOT_COLUMN_DATE, "yyyymmdd", "20240131", "date: 19753" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
      g_autoptr (GString) text = g_string_new ("a\n");
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) table = NULL;
      g_autofree char *shown = NULL;

      for (const char *c = cases[i].cells; *c; c++)
        g_string_append_c (text, *c == ',' ? '\n' : *c);
      g_string_append_c (text, '\n');

      marmot_csv_reader_set_column_type (reader, "a", cases[i].type);
      if (cases[i].format)
        cr_assert (marmot_csv_reader_set_date_format (reader, cases[i].format, NULL));
      table = read_text (reader, text->str, &error);
      cr_assert (table != NULL, "%s: %s", text->str, error->message);
      shown = show (table, 0);
      cr_assert (eq (str, shown, cases[i].expected));
    }
}

/* Day after day, over the years that have a table and some that have not. */
Test (csv, every_day_of_the_calendar_is_the_next)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1890);
  const guint32 epoch = 719163;
  const guint32 first = g_date_get_julian (date);
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) column = NULL;

  for (; g_date_get_year (date) < 2110; g_date_add_days (date, 1))
    g_string_append_printf (text, "%04u-%02u-%02u\n", (guint) g_date_get_year (date),
                            (guint) g_date_get_month (date), (guint) g_date_get_day (date));
  table = read_good (text->str);
  column = marmot_table_get_column (table, 0);
  cr_assert (eq (int, marmot_column_get_column_type (column), MARMOT_COLUMN_DATE));
  cr_assert (eq (sz, marmot_column_get_length (column), g_date_get_julian (date) - first));
  for (gsize row = 0; row < marmot_column_get_length (column); row++)
    cr_assert (eq (i32, marmot_column_get_date (column, row), (gint32) (first + row - epoch)), "row %zu", row);
}

Test (csv, days_that_no_calendar_has_are_text)
{
  static const char *const days[] = { "1900-02-29", "2023-02-29", "2024-02-30", "2024-04-31", "2024-00-10",
                                      "2024-13-01", "2024-01-00", "2024-01-32", "1890-02-29", "2100-02-29",
                                      "0000-01-01", "2024-12-32", "2099-12-32" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = g_strdup_printf ("a\n%s\n", days[i]);
      g_autoptr (MarmotTable) table = read_good (text);
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, 0);

      cr_assert (eq (int, marmot_column_get_column_type (column), MARMOT_COLUMN_TEXT), "%s", days[i]);
    }
}

Test (csv, date_formats_that_are_none_are_refused)
{
  static const char *const formats[] = { "", "dd", "dd/mm", "dd/mm/yy", "dd/mm/dd", "dd/mm-yyyy", "ddmm/yyyy",
                                         "dd/mmyyyy", "dd//mm/yyyy", "dd/mm/yyyy ", "DD/MM/YYYY" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
      g_autoptr (GError) error = NULL;

      cr_assert_not (marmot_csv_reader_set_date_format (reader, formats[i], &error), "%s", formats[i]);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      cr_assert (eq (str, (char *) marmot_csv_reader_get_date_format (reader), "yyyy-mm-dd"));
    }
}

/* Every finding, as "severity rule row column". */
static char *
show_findings (MarmotCsvReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_csv_reader_get_findings (reader);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotFinding *finding = g_ptr_array_index (findings, i);
      const char *column = marmot_finding_get_column (finding);

      g_string_append_printf (out, "%s%c %s %" G_GUINT64_FORMAT "%s%s", i ? "; " : "",
                              "nwe"[marmot_finding_get_severity (finding)],
                              marmot_finding_get_rule (finding) + strlen ("csv/"),
                              marmot_finding_get_row (finding), column ? " " : "", column ? column : "");
      cr_assert_not (marmot_finding_is_published (finding));
      cr_assert (eq (str, (char *) marmot_finding_get_file (finding), "t.csv"));
    }
  return g_string_free (out, FALSE);
}

/* No message may show what a cell held. */
static void
check_no_canary (MarmotCsvReader *reader,
                 const GError *error)
{
  g_autoptr (GPtrArray) findings = marmot_csv_reader_get_findings (reader);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = marmot_finding_to_string (g_ptr_array_index (findings, i));

      cr_assert (strstr (text, "7781") == NULL, "%s", text);
      cr_assert (g_utf8_validate (text, -1, NULL));
    }
  if (error)
    cr_assert (strstr (error->message, "7781") == NULL, "%s", error->message);
}

typedef struct
{
  char *text;
  gsize length;             /* 0: up to the NUL */
  char *findings;
} BadCase;

#define BYTES(text) text, sizeof text - 1

/* The columns d, i, t and b have declared types. */
static const BadCase bad_cases[] = {
  { BYTES (""), "e empty-file 0" },
  { BYTES ("\xef\xbb\xbf"), "e empty-file 0" },
  { BYTES ("\n\r\n\n"), "e empty-file 0" },
  { BYTES ("x,y\n1\n1,2,3\n1,2\n"), "e ragged-row 2; e ragged-row 3" },
  { BYTES ("x,y\n1,2\n\n1\n"), "n blank-line 3; e ragged-row 4" },
  { BYTES ("x,y\n\"" CANARY "\n2\",1\n1\n"), "e ragged-row 4" },
  { BYTES ("x,y\n1,2\n3,\"" CANARY ",4\n5,6\n"), "e unterminated-quote 3 y" },
  { BYTES ("x,y\n1,\"a\n\",\"" CANARY), "e unterminated-quote 3" },
  { BYTES ("x,y\n1,\""), "e unterminated-quote 2 y" },
  { BYTES ("\"" CANARY), "e unterminated-quote 1" },
  { BYTES ("x,y\n\"a\"" CANARY ",2\n3,4\n"), "e text-after-quote 2 x" },
  { BYTES ("x,y\n\"a\" ,2\n"), "e text-after-quote 2 x" },
  { BYTES ("x,y\n1,\"a\"" CANARY), "e text-after-quote 2 y" },
  { BYTES ("x,x,y\n1,2,3\n"), "e duplicate-name 1 x" },
  { BYTES ("x, x \n1,2\n"), "e duplicate-name 1 x" },
  { BYTES ("x,\n1,2\n"), "e blank-name 1" },
  { BYTES ("x, ,\"\"\n1,2,3\n"), "e blank-name 1; e blank-name 1" },
  { BYTES ("x,y\n1,caf\xe9 " CANARY "\n"), "e encoding 2 y" },
  { BYTES ("x,y\n1,2\n\"\xff\",\xc3\n"), "e encoding 3 x; e encoding 3 y" },
  { BYTES ("x,caf\xe9\n1,2\n"), "e encoding 1" },
  { BYTES ("x,y\n1,a\0" CANARY "\n"), "e nul 2 y" },
  { BYTES ("x,y\n1,\"a\0" CANARY "\"\n"), "e nul 2 y" },
  { BYTES ("x\0y,z\n1,2\n"), "e not-csv 1" },
  { BYTES ("\xff\xfex\0,\0y\0"), "e encoding 0" },
  { BYTES ("\xfe\xff\0x\0,"), "e encoding 0" },
  { BYTES ("\xff\xfe\0\0x\0\0\0"), "e encoding 0" },
  { BYTES ("x\0,\0y\0\n\0"), "e encoding 0" },
  { BYTES ("PK\3\4\x14\0\6\0" CANARY), "e not-csv 0" },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" CANARY), "e not-csv 0" },
  { BYTES ("%PDF-1.7\n" CANARY), "e not-csv 0" },
  { BYTES ("\x1f\x8b\x08\x00" CANARY), "e not-csv 0" },
  { BYTES ("PAR1\x15\x04" CANARY), "e not-csv 0" },
  { BYTES ("\n<!doctype html>\n"), "w no-rows 0; n blank-line 1" },
  { BYTES ("<!doctype html>\n<p>" CANARY), "e not-csv 0" },
  { BYTES ("\xef\xbb\xbf<HTML>" CANARY), "e not-csv 0" },
  { BYTES ("d,y\n\"1,000\",2\n5%,3\n*,3\n12 " CANARY ",4\n1,1\n"),
    "e not-a-number 2 d; e not-a-number 3 d; e not-a-number 4 d; e not-a-number 5 d" },
  { BYTES ("d\nnan\ninf\n1e999\n0x10\n"),
    "e not-a-number 2 d; e not-a-number 3 d; e out-of-range 4 d; e not-a-number 5 d" },
  { BYTES ("i\n1.5\n9223372036854775808\n1e300\n" CANARY "\n"),
    "e not-an-integer 2 i; e out-of-range 3 i; e out-of-range 4 i; e not-a-number 5 i" },
  { BYTES ("t\n31/01/2024\n2024-02-30\n2023-02-29\n0000-01-01\n2024-01-31T00:00\n" CANARY "\n"),
    "e not-a-date 2 t; e not-a-date 3 t; e not-a-date 4 t; e not-a-date 5 t; e not-a-date 6 t; e not-a-date 7 t" },
  { BYTES ("b\nmaybe\n2\n" CANARY "\n"), "e not-a-boolean 2 b; e not-a-boolean 3 b; e not-a-boolean 4 b" },
  { BYTES ("d,i\nx,\"y\nz\"\n1,q\n"), "e not-a-number 2 d; e not-a-number 2 i; e not-a-number 4 i" },
};

/* The findings but for those on types declared for columns that are not there. */
static char *
drop_notes_on_types (const char *findings)
{
  g_auto (GStrv) parts = g_strsplit (findings, "; ", -1);
  GString *out = g_string_new (NULL);

  for (char **part = parts; *part; part++)
    if (!strstr (*part, "no-such-column"))
      g_string_append_printf (out, "%s%s", out->len ? "; " : "", *part);
  return g_string_free (out, FALSE);
}

static MarmotCsvReader *
declared_reader (void)
{
  MarmotCsvReader *reader = marmot_csv_reader_new ();

  marmot_csv_reader_set_column_type (reader, "d", MARMOT_COLUMN_DOUBLE);
  marmot_csv_reader_set_column_type (reader, "i", MARMOT_COLUMN_INTEGER);
  marmot_csv_reader_set_column_type (reader, "t", MARMOT_COLUMN_DATE);
  marmot_csv_reader_set_column_type (reader, "b", MARMOT_COLUMN_BOOLEAN);
  return reader;
}

Test (csv, bad_input_is_told_whole_and_nothing_is_loaded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (MarmotCsvReader) reader = declared_reader ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) table = read_part (reader, bad_cases[i].text, bad_cases[i].length, &error);
      g_autofree char *all = show_findings (reader);
      g_autofree char *findings = drop_notes_on_types (all);

      cr_assert (eq (str, findings, bad_cases[i].findings), "case %zu: %s", i, bad_cases[i].text);
      check_no_canary (reader, error);
      if (!g_str_has_prefix (findings, "e ") && strstr (findings, "; e ") == NULL)
        {
          cr_assert (table != NULL);
          continue;
        }
      cr_assert (table == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "case %zu", i);
      cr_assert (g_str_has_prefix (error->message, "t.csv"), "%s", error->message);
      cr_assert (eq (u64, marmot_csv_reader_get_line (reader, 0), 0));
    }
}

/* What a reader makes of a file of which some rows are faulty: the first column as far as
 * it is read, the lines of its rows, and the findings. */
typedef struct
{
  char *text;
  gsize length;
  char *first;
  char *lines;
  guint64 n_skipped;
  char *findings;
} FaultyCase;

static const FaultyCase faulty_cases[] = {
  { BYTES ("x,y\n1\n1,2,3\n1,2\n"), "integer: 1", "4", 2, "e ragged-row 2; e ragged-row 3" },
  { BYTES ("x,y\n1,2\n\n1\n4,5"), "integer: 1|4", "2 5", 1, "n blank-line 3; e ragged-row 4" },
  { BYTES ("x,y\r\n1,2\r\n3\r\n4,5\r\n6\r\n7,8\r\n"), "integer: 1|4|7", "2 4 6", 2, "e ragged-row 3; e ragged-row 5" },
  /* All of them. */
  { BYTES ("x,y\n1\n2\n"), "text", "", 2, "e ragged-row 2; e ragged-row 3" },
  /* Types that only a faulty row would change: to text, to decimals, from the first row on. */
  { BYTES ("x,y\n1,2\n" CANARY "\n3,4\n"), "integer: 1|3", "2 4", 1, "e ragged-row 3" },
  { BYTES ("x,y\n1,2\n1.5\n3,4\n"), "integer: 1|3", "2 4", 1, "e ragged-row 3" },
  { BYTES ("x,y\n" CANARY "\n3,4\n"), "integer: 3", "3", 1, "e ragged-row 2" },
  { BYTES ("x,y\n,2\n" CANARY "\n3,4\n"), "integer: null|3", "2 4", 1, "e ragged-row 3" },
  { BYTES ("x,y\n \n ,1\n3,4\n"), "integer: null|3", "3 4", 1, "e ragged-row 2" },
  /* Misled, and then text after all. */
  { BYTES ("x,y\n1,2\n1.5\n01,4\n,5\n"), "text: '1'|'01'|null", "2 4 5", 1, "e ragged-row 3" },
  { BYTES ("x,y\n1,2\n1.5\n2.5,4\n,5\n"), "double: 1|2.5|null", "2 4 5", 1, "e ragged-row 3" },
  /* Cells. */
  { BYTES ("x,y\ncaf\xe9 " CANARY ",1\na,2\n"), "text: 'a'", "3", 1, "e encoding 2 x" },
  { BYTES ("x,y\na\0" CANARY ",1\nb,2\n"), "text: 'b'", "3", 1, "e nul 2 x" },
  { BYTES ("d,y\n1,2\n" CANARY ",3\n2,4\n"), "double: 1|2", "2 4", 1, "e not-a-number 3 d" },
  { BYTES ("i,y\n1.5,2\n1,3\n"), "integer: 1", "3", 1, "e not-an-integer 2 i" },
  { BYTES ("t,b\n2024-01-31,true\n31/01/2024,true\n1970-01-01,maybe\n1970-01-02,no\n"), "date: 19753|1", "2 5", 2,
    "e not-a-date 3 t; e not-a-boolean 4 b" },
  { BYTES ("b,t\ntrue,2024-01-31\ntrue,x\nfalse,2024-01-31\n"), "boolean: true|false", "2 4", 1, "e not-a-date 3 t" },
  { BYTES ("g,t\n" CANARY ",x\na,\n" CANARY ",x\na,\nb,\n" CANARY ",x\nb,\na,\n"), "dictionary: 'a'|'a'|'b'|'b'|'a'",
    "3 5 6 8 9", 3, "e not-a-date 2 t; e not-a-date 4 t; e not-a-date 7 t" },
  { BYTES ("x,t\nabc,\n" CANARY ",x\n,\nde,\n"), "text: 'abc'|null|'de'", "2 4 5", 1, "e not-a-date 3 t; w empty-row 4" },
  /* A quote that is not closed costs its line. */
  { BYTES ("x,y\n1,2\n3,\"" CANARY ",4\n5,6\n7,8\n"), "integer: 1|5|7", "2 4 5", 1, "e unterminated-quote 3 y" },
  { BYTES ("x,y\r\n1,2\r\n3,\"" CANARY ",4\r\n5,6\r\n"), "integer: 1|5", "2 4", 1, "e unterminated-quote 3 y" },
  { BYTES ("x,y\r1,2\r3,\"" CANARY ",4\r5,6"), "integer: 1|5", "2 4", 1, "e unterminated-quote 3 y" },
  { BYTES ("x,y\n1,2\n3,\"" CANARY), "integer: 1", "2", 1, "e unterminated-quote 3 y" },
  /* Though other cells are quoted behind it. */
  { BYTES ("x,y\n1,\"a\nb\"\n2,\"" CANARY "\n3,\"c, d\"\n4,\"e\"\n"), "integer: 1|3|4", "2 5 6", 1, "e text-after-quote 4 y" },
  { BYTES ("x,y\n1,\"a\"\n\"k\nl\",\"" CANARY "\n3,\"c, d\"\n"), "integer: 1|3", "2 5", 1, "e text-after-quote 3 y" },
  /* A cell of the limit's size is none too large, and one of several lines is one. */
  { BYTES ("x,y\n1,\"0123\"\"5\n789\"\n2,b\n"), "integer: 1|2", "2 4", 0, "" },
  { BYTES ("x,y\n1,\"" CANARY " and on\n2,b\n3,c\n"), "integer: 2|3", "3 4", 1, "e cell-too-large 2 y" },
  { BYTES ("x,y\n1,\"0123456789\"\"a\"\n2,\"0123456789a\"\n3,c\n"), "integer: 3", "4", 2, "e cell-too-large 2 y; e cell-too-large 3 y" },
  { BYTES ("x,y\n1,0123456789a\n3,c\n"), "integer: 3", "3", 1, "e cell-too-large 2 y" },
  /* The rest of a broken cell is no row, up to the first good one. */
  { BYTES ("x,y\n1,\"a \"b\" c\nand, d\"\n2,e\n3\",f\n"), "text: '2'|'3\"'", "4 5", 2,
    "e text-after-quote 2 y; w stray-quote 3 y; e after-open-quote 3; w stray-quote 5 x" },
};

Test (csv, faulty_rows_are_told_and_left_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faulty_cases); i++)
    {
      const FaultyCase *c = &faulty_cases[i];
      g_autoptr (MarmotCsvReader) reader = declared_reader ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) table = NULL;
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autofree char *findings = NULL;
      g_autofree char *all = NULL;
      g_autofree char *shown = NULL;

      marmot_csv_reader_set_skip_faulty_rows (reader, TRUE);
      marmot_csv_reader_set_column_type (reader, "g", MARMOT_COLUMN_DICTIONARY);
      if (i >= 26)
        marmot_csv_reader_set_max_field_bytes (reader, 10);
      table = read_part (reader, c->text, c->length, &error);
      cr_assert (table != NULL, "case %zu: %s", i, error ? error->message : "");

      shown = show (table, 0);
      cr_assert (eq (str, shown, c->first), "case %zu", i);
      for (guint64 row = 0; row < marmot_table_get_n_rows (table); row++)
        g_string_append_printf (lines, "%s%" G_GUINT64_FORMAT, row ? " " : "", marmot_csv_reader_get_line (reader, row));
      cr_assert (eq (str, lines->str, c->lines), "case %zu", i);
      cr_assert (eq (u64, marmot_csv_reader_get_n_skipped_rows (reader), c->n_skipped), "case %zu", i);
      all = show_findings (reader);
      findings = drop_notes_on_types (all);
      cr_assert (eq (str, findings, c->findings), "case %zu", i);
      check_no_canary (reader, NULL);
    }
}

/* What a row that was left out brought to a dictionary goes with it. */
Test (csv, dictionaries_know_nothing_of_rows_left_out)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GString) text = g_string_new ("g,h,n\n");
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) g = NULL;
  g_autoptr (MarmotColumn) dictionary = NULL;
  g_autoptr (GError) error = NULL;
  guint64 row = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s%u,%u,%s\n", i % 3 ? "v" : "dropped", i / 2 % 700, i, i % 3 ? "1" : "x");
  marmot_csv_reader_set_skip_faulty_rows (reader, TRUE);
  marmot_csv_reader_set_column_type (reader, "g", MARMOT_COLUMN_DICTIONARY);
  marmot_csv_reader_set_column_type (reader, "h", MARMOT_COLUMN_DICTIONARY);
  marmot_csv_reader_set_column_type (reader, "n", MARMOT_COLUMN_INTEGER);
  table = read_text (reader, text->str, &error);
  cr_assert (table != NULL, "%s", error->message);
  cr_assert (eq (u64, marmot_csv_reader_get_n_skipped_rows (reader), 1000));
  cr_assert (eq (u64, marmot_table_get_n_rows (table), 2000));

  g = marmot_table_get_column (table, 0);
  dictionary = marmot_column_get_dictionary (g);
  cr_assert (eq (sz, marmot_column_get_length (dictionary), 700));
  for (guint i = 0; i < 3000; i++)
    if (i % 3)
      {
        g_autofree char *expected = g_strdup_printf ("v%u", i / 2 % 700);
        g_autofree char *found = marmot_column_get_text (g, row);

        cr_assert (eq (str, found, expected), "row %u", i);
        cr_assert (eq (u64, marmot_csv_reader_get_line (reader, row), i + 2));
        row++;
      }
}

Test (csv, a_faulty_header_fails_all_the_same)
{
  static const char *const texts[] = { "", "x,x\n1,2\n", "x,\n1,2\n", "x,caf\xe9\n1,2\n", "x,\"y\n1,2\n", "PK\3\4\x14" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
      g_autoptr (GError) error = NULL;

      marmot_csv_reader_set_skip_faulty_rows (reader, TRUE);
      cr_assert (read_text (reader, texts[i], &error) == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_assert (eq (u64, marmot_csv_reader_get_n_skipped_rows (reader), 0));
    }
}

/* Lines that each begin a cell which nothing closes, or which the next closes: an hour
 * where reading goes back in proportion to the square. */
Test (csv, open_quotes_in_every_line_are_read_in_linear_time, .timeout = 20)
{
  static const char *const lines[] = { "1,\"a\n", "1,\"\"\"a\n", "\"1,a\n", "\"\"\"\"1,a\n", "\"1\n\",\"\"x,\"\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
      g_autoptr (GString) text = g_string_new ("x,y\n");
      g_autoptr (MarmotTable) table = NULL;
      g_autoptr (GError) error = NULL;

      while (text->len < 3000000)
        g_string_append (text, lines[i]);
      marmot_csv_reader_set_skip_faulty_rows (reader, TRUE);
      table = read_text (reader, text->str, &error);
      cr_assert (table != NULL, "%s", error->message);
      cr_assert (gt (u64, marmot_csv_reader_get_n_skipped_rows (reader), 0), "case %zu", i);
    }
}

Test (csv, the_error_is_the_first_finding_and_counts_the_rest)
{
  g_autoptr (MarmotCsvReader) reader = declared_reader ();
  g_autoptr (GError) error = NULL;

  cr_assert (read_text (reader, "d,y\n1,2\nx,3\ny,3\n", &error) == NULL);
  cr_assert (g_str_has_prefix (error->message, "t.csv, row 3, column d: The cell is not a number (csv/not-a-number). Fix: "));
  cr_assert (g_str_has_suffix (error->message, ". Errors in this file: 2"), "%s", error->message);
}

Test (csv, warnings_and_notes_let_the_table_pass)
{
  static const struct
  {
    char *text;
    char *findings;
    guint64 n_rows;
  } cases[] = {
    { "x,y\n1,2\n", "", 1 },
    { "x,y\n", "w no-rows 0", 0 },
    { "x,y", "w no-rows 0", 0 },
    { "\n\nx,y\n\n1,2\n\n", "n blank-line 1", 1 },
    { "x,y\n5\" pipe,2\n6\" pipe,3\n", "w stray-quote 2 x", 2 },
    { "x,y\n1,2\n,\n , \n,\n", "w empty-row 3", 4 },
    { "1,2\n3,4\n", "w header-looks-like-data 1", 1 },
    { "2024-01-31\nx\n", "w header-looks-like-data 1", 1 },
    { "x;y\n1;2\n", "w separator 1", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) table = read_text (reader, cases[i].text, &error);
      g_autofree char *findings = show_findings (reader);

      cr_assert (table != NULL, "%s: %s", cases[i].text, error->message);
      cr_assert (eq (str, findings, cases[i].findings));
      cr_assert (eq (u64, marmot_table_get_n_rows (table), cases[i].n_rows));
    }
}

Test (csv, findings_beyond_the_limit_are_counted)
{
  g_autoptr (MarmotCsvReader) reader = declared_reader ();
  g_autoptr (GString) text = g_string_new ("d,x\n");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, CANARY ",1\n");
  marmot_csv_reader_set_max_findings (reader, 10);
  cr_assert (read_text (reader, text->str, &error) == NULL);
  findings = marmot_csv_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 10));
  /* And a note for each of the three types that no column has. */
  cr_assert (eq (u64, marmot_csv_reader_get_n_findings (reader), 5003));
  cr_assert (g_str_has_suffix (error->message, "Errors in this file: 5000"), "%s", error->message);
}

Test (csv, limits_hold)
{
  g_autofree char *long_cell = g_strnfill (2000, '"');
  g_autofree char *long_text = g_strdup_printf ("x,y\n1,2\n%s,\"%s\"\n\"%s,3\n", "abcdefghijk", long_cell, long_cell);
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *more = NULL;

  marmot_csv_reader_set_max_field_bytes (reader, 10);
  cr_assert (read_text (reader, long_text, NULL) == NULL);
  findings = show_findings (reader);
  cr_assert (eq (str, findings, "e cell-too-large 3 x; e cell-too-large 3 y; e unterminated-quote 4 x"));

  marmot_csv_reader_set_max_columns (reader, 2);
  cr_assert (read_text (reader, "a,b,c\n1,2,3\n", NULL) == NULL);
  more = show_findings (reader);
  cr_assert (eq (str, more, "e too-many-columns 1"));

  marmot_csv_reader_set_max_bytes (reader, 5);
  cr_assert (read_text (reader, "a,b\n" CANARY, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  check_no_canary (reader, error);
}

Test (csv, columns_that_are_not_wanted_are_not_read)
{
  static const char *const wanted[] = { "b", "not there", NULL };
  static const char *const others[] = { "not there", NULL };
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *shown = NULL;

  marmot_csv_reader_set_wanted_columns (reader, wanted);
  /* Names twice, blank, and cells that are not UTF-8, among those not wanted. */
  table = read_text (reader, "a,a,,b\n\xff,\"x\"\"y\",z,7\n", &error);
  cr_assert (table != NULL, "%s", error->message);
  cr_assert (eq (sz, marmot_table_get_n_columns (table), 1));
  shown = show (table, 0);
  cr_assert (eq (str, shown, "integer: 7"));
  findings = show_findings (reader);
  cr_assert (eq (str, findings, "n columns-dropped 1"));

  marmot_csv_reader_set_wanted_columns (reader, others);
  cr_assert (read_text (reader, "a," CANARY "\n1,2\n", &error) == NULL);
  check_no_canary (reader, error);
  g_free (findings);
  findings = show_findings (reader);
  cr_assert (eq (str, findings, "e no-wanted-column 1"));

  marmot_csv_reader_set_wanted_columns (reader, NULL);
  marmot_table_unref (table);
  table = read_text (reader, "a,b\n1,2\n", NULL);
  cr_assert (eq (sz, marmot_table_get_n_columns (table), 2));
}

Test (csv, options_are_used)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  static const char *const separators[] = { ";", "\t", "|", "," };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autofree char *text = g_strdup_printf ("a%sb\n1%s2\n", separators[i], separators[i]);
      g_autoptr (MarmotTable) table = NULL;

      marmot_csv_reader_set_separator (reader, separators[i]);
      cr_assert (eq (str, (char *) marmot_csv_reader_get_separator (reader), (char *) separators[i]));
      table = read_text (reader, text, NULL);
      cr_assert (eq (sz, marmot_table_get_n_columns (table), 2));
    }

  {
    g_autoptr (MarmotTable) table = NULL;
    g_autofree char *shown = NULL;

    marmot_csv_reader_set_infer_types (reader, FALSE);
    table = read_text (reader, "a,b\n1,2024-01-31\n", NULL);
    shown = show (table, 0);
    cr_assert (eq (str, shown, "text: '1'"));
  }
}

Test (csv, a_name_of_a_megabyte_is_cut_in_findings)
{
  g_autofree char *name = g_strnfill (1000000, 'n');
  g_autofree char *text = g_strdup_printf ("%s,y\n\xff,1\n\xff,1\n", name);
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GPtrArray) findings = NULL;

  cr_assert (read_text (reader, text, NULL) == NULL);
  findings = marmot_csv_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 2));
  cr_assert (lt (sz, strlen (marmot_finding_get_column (g_ptr_array_index (findings, 0))), 200));
}

Test (csv, rows_know_their_line)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  /* Rows begin in lines 3, 4, 7 and 9. */
  g_autoptr (MarmotTable) table = read_text (reader, "\na,b\n1,2\n\"x\r\ny\rz\",3\n4,5\n\n6,7\n", NULL);
  static const guint64 lines[] = { 3, 4, 7, 9 };

  cr_assert (eq (sz, marmot_table_get_n_rows (table), G_N_ELEMENTS (lines)));
  for (gsize row = 0; row < G_N_ELEMENTS (lines); row++)
    cr_assert (eq (u64, marmot_csv_reader_get_line (reader, row), lines[row]), "row %zu", row);
}

/* Good input cut anywhere, and with any byte changed: an answer, never a crash. */
Test (csv, cut_or_damaged_files_are_survived)
{
  static const char good[] = "\xef\xbb\xbf" "d,i,t,b,x\r\n1.5,2,2024-01-31,true,\"caf\xc3\xa9, \"\"q\"\"\nz\"\r\n"
                             "-1e-7,-3,1999-12-31,no,plain\r\n,,,,\r\n1,2,2000-02-29,0,last";
  const gsize size = sizeof good - 1;
  static const char bytes[] = { '\0', '"', ',', '\n', '\r', '\xff', '9' };

  for (gsize cut = 0; cut <= size; cut++)
    {
      g_autoptr (MarmotCsvReader) reader = declared_reader ();
      g_autoptr (GError) error = NULL;
      /* Memory of its own, so that a sanitizer sees the end. */
      g_autofree char *part = g_memdup2 (good, cut);
      g_autoptr (MarmotTable) table = read_part (reader, part, cut, &error);

      cr_assert (eq (int, table == NULL, error != NULL));
    }
  for (gsize at = 0; at < size; at++)
    for (gsize i = 0; i < sizeof bytes; i++)
      {
        g_autoptr (MarmotCsvReader) reader = declared_reader ();
        g_autoptr (GError) error = NULL;
        g_autofree char *copy = g_memdup2 (good, size);
        g_autoptr (MarmotTable) table = NULL;

        copy[at] = bytes[i];
        table = read_part (reader, copy, size, &error);
        cr_assert (eq (int, table == NULL, error != NULL));
      }
}

Test (csv, many_columns_that_turn_to_text_are_read_again_once)
{
  enum { N_COLUMNS = 500, N_ROWS = 200 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarmotTable) table = NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (text, "%sc%u", i ? "," : "", i);
  for (guint row = 0; row < N_ROWS; row++)
    for (guint i = 0; i < N_COLUMNS; i++)
      g_string_append_printf (text, "%c%s%u", i ? ',' : '\n', row == N_ROWS - 1 && i % 2 ? "x" : "", row);

  table = read_good (text->str);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);

      cr_assert (eq (sz, marmot_column_get_length (column), N_ROWS));
      if (i % 2)
        {
          g_autofree char *first = marmot_column_get_text (column, 7);
          g_autofree char *last = marmot_column_get_text (column, N_ROWS - 1);

          cr_assert (eq (str, first, "7"));
          cr_assert (eq (str, last, "x199"));
        }
      else
        {
          cr_assert (eq (i64, marmot_column_get_integer (column, 7), 7));
        }
    }
}

/* A table of every type, with nulls, made from a seed. */
static MarmotTable *
random_table (GRand *rand,
              gsize n_rows)
{
  static const char *const texts[] = { "", "plain", "a,b", "\"", "two\nlines", "cr\rlf\r\n", " spaced ", "=1+1",
                                       "caf\xc3\xa9", "1", "2024-01-31", "true", "00123", "\xef\xbb\xbf", "\"\"" };
  g_autofree double *doubles = g_new (double, n_rows);
  g_autofree gint64 *integers = g_new (gint64, n_rows);
  g_autofree gint32 *days = g_new (gint32, n_rows);
  g_autofree gboolean *booleans = g_new (gboolean, n_rows);
  g_autofree gboolean *nulls = g_new (gboolean, n_rows);
  g_autofree const char **strings = g_new0 (const char *, n_rows + 1);
  static const char *const names[] = { "d", "i", "t", "b", "s, \"quoted\"", "k", NULL };
  MarmotColumn *columns[6];
  MarmotTable *table;

  for (gsize row = 0; row < n_rows; row++)
    {
      do
        {
          guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

          memcpy (&doubles[row], &bits, sizeof bits);
        }
      while (!isfinite (doubles[row]));
      if (row % 3)
        doubles[row] = g_rand_int_range (rand, -5, 5);
      integers[row] = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
      days[row] = g_rand_int_range (rand, -719162, 2932897);
      booleans[row] = g_rand_boolean (rand);
      strings[row] = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
      nulls[row] = g_rand_int_range (rand, 0, 4) == 0;
    }

  columns[0] = marmot_column_new_double (doubles, n_rows);
  columns[1] = marmot_column_new_integer (integers, n_rows);
  columns[2] = marmot_column_new_date (days, n_rows);
  columns[3] = marmot_column_new_boolean (booleans, n_rows);
  columns[4] = marmot_column_new_text (strings);
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
  return table;
}

Test (csv, a_table_comes_back_the_same)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7783);

  for (guint turn = 0; turn < 200; turn++)
    {
      gsize n_rows = (gsize) g_rand_int_range (rand, 0, 40);
      g_autoptr (MarmotTable) whole = random_table (rand, n_rows + 3);
      /* A slice, whose columns begin in the middle of their memory. */
      g_autoptr (MarmotTable) table = marmot_table_slice (whole, 2, n_rows);
      g_autoptr (MarmotCsvReader) reader = declared_reader ();
      g_autoptr (MarmotTable) back = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = marmot_csv_write_bytes (table, &error);

      cr_assert (bytes != NULL, "%s", error->message);
      marmot_csv_reader_set_column_type (reader, "s, \"quoted\"", MARMOT_COLUMN_TEXT);
      marmot_csv_reader_set_column_type (reader, "k", MARMOT_COLUMN_DICTIONARY);
      back = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
      cr_assert (back != NULL, "%s", error->message);
      cr_assert (marmot_table_equal (table, back), "turn %u:\n%s", turn,
                 (const char *) g_bytes_get_data (bytes, NULL));
    }
}

Test (csv, one_column_of_nulls_comes_back_the_same)
{
  static const char *const names[] = { "a", NULL };
  static const gboolean nulls[] = { TRUE, FALSE, TRUE, FALSE, TRUE };
  const char *const texts[] = { "", "x", "", "", "", NULL };
  g_autoptr (MarmotColumn) plain = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) column = marmot_column_with_nulls (plain, nulls, G_N_ELEMENTS (nulls), NULL);
  g_autoptr (MarmotTable) table = marmot_table_new (names, &column, 1, NULL);
  g_autoptr (GBytes) bytes = marmot_csv_write_bytes (table, NULL);
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (MarmotTable) back = marmot_csv_reader_read_bytes (reader, bytes, NULL, NULL);

  cr_assert (marmot_table_equal (table, back));
}

Test (csv, writes_what_it_says)
{
  static const char *const names[] = { "n", "x", "text", NULL };
  static const gint64 integers[] = { 0, G_MININT64, -7 };
  static const double doubles[] = { 5, 0.1, 1e22 };
  const char *const texts[] = { "=SUM(A1)", "a,b", "", NULL };
  g_autoptr (MarmotColumn) a = marmot_column_new_integer (integers, 3);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (doubles, 3);
  g_autoptr (MarmotColumn) c = marmot_column_new_text (texts);
  MarmotColumn *columns[] = { a, b, c };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 3, NULL);
  g_autoptr (GBytes) bytes = marmot_csv_write_bytes (table, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  cr_assert (eq (str, text, "n,x,text\n0,5.0,=SUM(A1)\n-9223372036854775808,0.1,\"a,b\"\n-7,1e+22,\"\"\n"));
}

Test (csv, what_it_cannot_say_is_refused)
{
  static const char *const names[] = { "a", NULL };
  static const double bad[] = { (double) INFINITY, -(double) INFINITY, (double) NAN };
  static const gint32 days[] = { -719163, 2932897, G_MAXINT32, G_MININT32 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const double values[] = { 1, bad[i] };
      g_autoptr (MarmotColumn) column = marmot_column_new_double (values, 2);
      g_autoptr (MarmotTable) table = marmot_table_new (names, &column, 1, NULL);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_csv_write_bytes (table, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_assert (g_str_has_prefix (error->message, "Row 2 of column a"), "%s", error->message);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_column_new_date (&days[i], 1);
      g_autoptr (MarmotTable) table = marmot_table_new (names, &column, 1, NULL);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_csv_write_bytes (table, &error) == NULL, "%d", days[i]);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
    }
}

/* Files. */

static GFile *
new_folder (void)
{
  g_autofree char *path = g_dir_make_tmp ("marmot-csv-XXXXXX", NULL);

  return g_file_new_for_path (path);
}

static void
remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, "standard::name", 0, NULL, NULL);
  GFile *child;

  while (g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    g_file_delete (child, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_object_unref (folder);
}

Test (csv, files_are_written_and_read)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7784);
  g_autoptr (MarmotTable) table = random_table (rand, 50);
  g_autoptr (MarmotCsvReader) reader = declared_reader ();
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (MarmotTable) a = NULL;
  g_autoptr (MarmotTable) b = NULL;
  g_autoptr (GError) error = NULL;
  GFile *folder = new_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "t.csv");

  marmot_csv_reader_set_column_type (reader, "s, \"quoted\"", MARMOT_COLUMN_TEXT);
  marmot_csv_reader_set_column_type (reader, "k", MARMOT_COLUMN_DICTIONARY);

  /* Twice: over nothing, and over a file. */
  cr_assert (marmot_csv_write_file (table, file, NULL, &error), "%s", error ? error->message : "");
  cr_assert (marmot_csv_write_file (table, file, NULL, &error), "%s", error ? error->message : "");
  a = marmot_csv_reader_read_file (reader, file, NULL, &error);
  cr_assert (a != NULL, "%s", error->message);
  cr_assert (marmot_table_equal (table, a));

  stream = g_file_read (file, NULL, NULL);
  b = marmot_csv_reader_read_stream (reader, G_INPUT_STREAM (stream), "t.csv", NULL, &error);
  cr_assert (b != NULL, "%s", error->message);
  cr_assert (marmot_table_equal (table, b));
  remove_folder (folder);
}

Test (csv, a_write_that_fails_leaves_the_old_file)
{
  static const char *const names[] = { "a", NULL };
  const double value = (double) NAN;
  g_autoptr (MarmotColumn) column = marmot_column_new_double (&value, 1);
  g_autoptr (MarmotTable) bad = marmot_table_new (names, &column, 1, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7785);
  g_autoptr (MarmotTable) good = random_table (rand, 5);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  GFile *folder = new_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "t.csv");
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (folder, "not/there.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  cr_assert (g_file_replace_contents (file, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  cr_assert_not (marmot_csv_write_file (bad, file, NULL, NULL));
  g_cancellable_cancel (cancelled);
  cr_assert_not (marmot_csv_write_file (good, file, cancelled, &error));
  cr_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&error);
  cr_assert (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  cr_assert (eq (str, text, "old"));

  cr_assert_not (marmot_csv_write_file (good, nowhere, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  remove_folder (folder);
}

Test (csv, files_that_cannot_be_read_are_told)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  GFile *folder = new_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "t.csv");
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_csv_reader_read_file (reader, file, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  cr_assert (g_str_has_prefix (error->message, "t.csv could not be read"), "%s", error->message);
  cr_assert (strstr (error->message, path) == NULL);
  g_clear_error (&error);

  cr_assert (marmot_csv_reader_read_file (reader, folder, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  g_clear_error (&error);

  cr_assert (g_file_replace_contents (file, "a,b\n1,2\n", 8, NULL, FALSE, 0, NULL, NULL, NULL));
  marmot_csv_reader_set_max_bytes (reader, 7);
  cr_assert (marmot_csv_reader_read_file (reader, file, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  g_clear_error (&error);

  /* A stream does not say its size. */
  {
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b\n1,2\n", 8, NULL);

    cr_assert (marmot_csv_reader_read_stream (reader, stream, NULL, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
    g_clear_error (&error);
  }

  g_cancellable_cancel (cancelled);
  cr_assert (marmot_csv_reader_read_file (reader, file, cancelled, &error) == NULL);
  cr_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  remove_folder (folder);
}

typedef struct
{
  GMainLoop *loop;
  MarmotTable *table;
  GError *error;
} Waiter;

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Waiter *waiter = data;

  waiter->table = marmot_csv_reader_read_file_finish (MARMOT_CSV_READER (source), result, &waiter->error);
  g_main_loop_quit (waiter->loop);
}

Test (csv, files_are_read_in_a_thread)
{
  static const struct
  {
    char *text;
    char *findings;
  } cases[] = {
    { "a;b\n1;2\n\n", "n blank-line 3" },
    { "a;b\n1\n", "e ragged-row 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      Waiter waiter = { loop, NULL, NULL };
      GFile *folder = new_folder ();
      g_autoptr (GFile) file = g_file_get_child (folder, "t.csv");
      g_autofree char *findings = NULL;

      cr_assert (g_file_replace_contents (file, cases[i].text, strlen (cases[i].text), NULL, FALSE, 0, NULL,
                                          NULL, NULL));
      marmot_csv_reader_set_separator (reader, ";");
      marmot_csv_reader_read_file_async (reader, file, NULL, on_read, &waiter);
      /* The read keeps the options that it began with. */
      marmot_csv_reader_set_separator (reader, "|");
      g_main_loop_run (loop);

      findings = show_findings (reader);
      cr_assert (eq (str, findings, cases[i].findings));
      cr_assert (eq (int, waiter.table != NULL, i == 0));
      cr_assert (eq (int, waiter.error != NULL, i == 1));
      g_clear_pointer (&waiter.table, marmot_table_unref);
      g_clear_error (&waiter.error);
      remove_folder (folder);
    }
}
