/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

/* In every cell that a message might show. */
#define CANARY "CANARY-7781"

static const char mapping_json[] =
  "{'format': 'marmot-mapping 1', 'kind': 'early-help', 'date_format': ['dd/mm/yyyy', 'dd-mon-yyyy'],"
  "'columns': {'id': 'Id', 'family': 'Family', 'requested': 'Asked', 'start': 'Opened', 'end': 'Closed',"
  " 'end_reason': 'Reason', 'lead_agency': 'Lead', 'locality': 'Place'},"
  "'optional': ['requested', 'locality'], 'blank': ['N/A'],"
  "'values': {'end_reason': {'Done': 'outcomes-met', 'Gone': 'moved'}, 'lead_agency': {'A school': 'school'}},"
  "'needs': {'columns': {'episode': 'Id', 'outcome': 'Outcome', 'identified': 'Found', 'met': 'Met'},"
  " 'values': {'outcome': {'1': 'education', '9': 'housing'}}}}";

static MarmotEpisodeMapping *
mapping_of (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  MarmotEpisodeMapping *mapping = marmot_episode_mapping_new_from_json (bytes, NULL, &error);

  cr_assert (mapping != NULL, "%s", error->message);
  return mapping;
}

static MarmotEpisodeReader *
reader_of (const char *text)
{
  g_autoptr (MarmotEpisodeMapping) mapping = mapping_of (text);
  MarmotEpisodeReader *reader = marmot_episode_reader_new (mapping);

  cr_assert (marmot_episode_reader_set_extract_day (reader, "2025-03-31", NULL));
  return reader;
}

static MarmotEpisodeSet *
read_part (MarmotEpisodeReader *reader,
           const char *text,
           gsize length,
           const char *needs,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GBytes) need_bytes = needs ? g_bytes_new (needs, strlen (needs)) : NULL;

  return marmot_episode_reader_read_bytes (reader, bytes, need_bytes, "e.csv", error);
}

static MarmotEpisodeSet *
read_text (MarmotEpisodeReader *reader,
           const char *text,
           const char *needs,
           GError **error)
{
  return read_part (reader, text, strlen (text), needs, error);
}

/* A column in a line: dates as days of the month behind a month, nulls as dots. */
static char *
show (MarmotTable *table,
      const char *name)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);
  GString *out = g_string_new (NULL);

  if (!column)
    return g_string_free (g_string_append (out, "none"), FALSE);
  for (gsize row = 0; row < marmot_column_get_length (column); row++)
    {
      g_string_append (out, row ? "|" : "");
      if (marmot_column_is_null (column, row))
        {
          g_string_append_c (out, '.');
          continue;
        }
      switch (marmot_column_get_column_type (column))
        {
        case MARMOT_COLUMN_DATE:
          {
            GDate date;

            g_date_clear (&date, 1);
            g_date_set_julian (&date, (guint32) (marmot_column_get_date (column, row) + 719163));
            g_string_append_printf (out, "%04u-%02u-%02u", (guint) g_date_get_year (&date),
                                    (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
            break;
          }
        case MARMOT_COLUMN_INTEGER:
          g_string_append_printf (out, "%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
          break;
        case MARMOT_COLUMN_DOUBLE:
          g_string_append_printf (out, "%g", marmot_column_get_double (column, row));
          break;
        case MARMOT_COLUMN_BOOLEAN:
          g_string_append (out, marmot_column_get_boolean (column, row) ? "yes" : "no");
          break;
        default:
          {
            g_autofree char *text = marmot_column_get_text (column, row);

            g_string_append (out, text);
          }
        }
    }
  return g_string_free (out, FALSE);
}

static void
check_column (MarmotTable *table,
              const char *name,
              const char *expected)
{
  g_autofree char *shown = show (table, name);

  cr_assert (eq (str, shown, (char *) expected), "%s", name);
}

/* Every finding as "severity rule line column", but for notes; and none may show a cell. */
static char *
show_findings (MarmotEpisodeReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_episode_reader_get_findings (reader);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotFinding *finding = findings->pdata[i];
      const char *column = marmot_finding_get_column (finding);
      g_autofree char *text = marmot_finding_to_string (finding);

      cr_assert (strstr (text, "7781") == NULL, "%s", text);
      cr_assert_not (marmot_finding_is_published (finding));
      if (marmot_finding_get_severity (finding) != MARMOT_SEVERITY_NOTE)
        g_string_append_printf (out, "%s%c %s %" G_GUINT64_FORMAT "%s%s", out->len ? "; " : "",
                                "nwe"[marmot_finding_get_severity (finding)],
                                strchr (marmot_finding_get_rule (finding), '/') + 1, marmot_finding_get_row (finding),
                                column ? " " : "", column ? column : "");
    }
  return g_string_free (out, FALSE);
}

static void
check_findings (MarmotEpisodeReader *reader,
                const char *expected)
{
  g_autofree char *shown = show_findings (reader);

  cr_assert (eq (str, shown, (char *) expected));
}

/* What was read is what was kept and what was reported. */
static void
check_rows (MarmotEpisodeReader *reader,
            MarmotEpisodeSet *set,
            guint64 n_rows)
{
  cr_assert (eq (u64, marmot_episode_reader_get_n_rows (reader), n_rows));
  cr_assert (eq (u64, marmot_episode_set_get_n_rows (set) + marmot_episode_reader_get_n_rows_left_out (reader), n_rows));
}

#define HEADER "Id,Family,Name,Asked,Opened,Closed,Reason,Lead,Place\n"

Test (episode_reader, an_extract_becomes_a_set)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeSet) set = read_text (
    reader,
    "\xef\xbb\xbf" HEADER
    " E1 ,F1," CANARY ",01/04/2024,10/04/2024 00:00:00,1/7/2024,DONE ,A school,North\r\n"
    "E2,F1 ," CANARY ",,2024-07-01,,,,\n"
    "\n"
    "E3,n/a," CANARY ",02-JAN-2024,3-January-2024,05-Feb-2024,gone,SCHOOL, North\n",
    NULL, &error);
  MarmotTable *table;
  gint32 first, last;

  cr_assert (set != NULL, "%s", error->message);
  table = marmot_episode_set_get_table (set);
  check_column (table, "id", "E1|E2|E3");
  check_column (table, "family", "F1|F1|.");
  check_column (table, "requested", "2024-04-01|.|2024-01-02");
  /* 2024-07-01 is in no form that the mapping names. */
  check_column (table, "start", "2024-04-10|.|2024-01-03");
  check_column (table, "end", "2024-07-01|.|2024-02-05");
  check_column (table, "end_reason", "outcomes-met|.|moved");
  check_column (table, "lead_agency", "school|.|school");
  check_column (table, "locality", "North|.|North");
  check_column (table, "line", "2|3|5");
  check_column (table, "source", "e.csv|e.csv|e.csv");
  check_column (table, "Name", "none");
  check_findings (reader, "e not-a-date 3 Opened");
  check_rows (reader, set, 3);
  cr_assert (eq (u64, marmot_episode_reader_get_n_cells_lost (reader), 1));
  cr_assert (marmot_episode_set_get_coverage (set, &first, &last));
  cr_assert (eq (i32, first, 19724)); /* 2 January 2024 */
  cr_assert (eq (i32, last, 20178));  /* 31 March 2025 */
}

Test (episode_reader, what_is_wrong_is_told_and_nothing_else_is_lost)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GError) error = NULL;
  static const char text[] =
    HEADER
    "E1,F1,x,,01/04/2024,,,,\n"                          /* 2: good */
    "E2,F2," CANARY ",,01/04/2024\n"                     /* 3: cells are missing */
    "E3,F3,x,,31/02/2024," CANARY "," CANARY ",School,\n" /* 4: no day; no date; no word */
    "E4,F4,\xff,,01/04/2024,,,,\n"                       /* 5: not UTF-8, in a column that nobody needs */
    "E5,\xff" CANARY ",x,,01/04/2024,,,,\n"              /* 6: and in one that is needed */
    ",,,,,,,,\n"                                         /* 7: empty */
    "E6,F6,\"" CANARY ",x,,01/04/2024,,,,\n"             /* 8: a quote that is not closed */
    "E7,F7,x,,02/04/2024,,another " CANARY ",,\n"        /* 9 */
    ",N/A," CANARY ",,,,,,\n"                            /* 10: nothing that is read */
    "E8,F8,x,,03/04/2024,,ANOTHER " CANARY " ,,\n"       /* 11: the word of 9, and yet another cell */
    "E9,F9,x,,01/04/2031,01/04/1984,,,\n";               /* 12: far away */
  g_autoptr (MarmotEpisodeSet) set = read_part (reader, text, sizeof text - 1, NULL, &error);
  MarmotTable *table;
  gint32 first, last;

  cr_assert (set != NULL, "%s", error->message);
  table = marmot_episode_set_get_table (set);
  check_column (table, "id", "E1|E3|E4|E7|E8|E9");
  check_column (table, "line", "2|4|5|9|11|12");
  check_column (table, "start", "2024-04-01|.|2024-04-01|2024-04-02|2024-04-03|2031-04-01");
  check_findings (reader,
                  "e ragged-row 3; e not-a-date 4 Opened; e not-a-date 4 Closed; e unknown-word 4 Reason; "
                  "e encoding 6 Family; w empty-row 7; e unterminated-quote 8; e unknown-word 9 Reason; "
                  "e unknown-word 11 Reason; w future-date 12 Opened; w old-date 12 Closed");
  check_rows (reader, set, 11);
  cr_assert (eq (u64, marmot_episode_reader_get_n_rows_left_out (reader), 5));
  cr_assert (eq (u64, marmot_episode_reader_get_n_cells_lost (reader), 5));
  /* Neither the date of 2031 nor that of 1984 decides what the set knows of. */
  cr_assert (marmot_episode_set_get_coverage (set, &first, &last));
  cr_assert (eq (i32, first, 19814));
  cr_assert (eq (i32, last, 20178));
}

Test (episode_reader, a_word_that_is_lacking_is_told_once_with_its_rows)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "E%u,F,x,,01/04/2024,02/04/2024,%s,,\n", i, i % 5 ? "Done" : CANARY);
  set = read_text (reader, text->str, NULL, NULL);
  cr_assert (set != NULL);
  check_findings (reader, "e unknown-word 2 Reason");
  findings = marmot_episode_reader_get_findings (reader);
  cr_assert (g_str_has_suffix (marmot_finding_get_message (findings->pdata[findings->len - 1]), "rows that have the word: 100"),
             "%s", marmot_finding_get_message (findings->pdata[findings->len - 1]));
  cr_assert (eq (u64, marmot_episode_reader_get_n_cells_lost (reader), 100));
}

Test (episode_reader, one_broken_line_in_many_costs_that_line)
{
  enum { N_ROWS = 200000 };
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    if (i == 1234)
      g_string_append (text, "E,F,x,,\"01/04/2024,,,,\n");
    else
      g_string_append_printf (text, "E%u,F%u,x,,%02u/04/2024,,,,\n", i, i / 3, i % 28 + 1);
  set = read_text (reader, text->str, NULL, &error);
  cr_assert (set != NULL, "%s", error->message);
  check_rows (reader, set, N_ROWS);
  cr_assert (eq (u64, marmot_episode_reader_get_n_rows_left_out (reader), 1));
  /* The line, and that the quote there swallows too much. */
  check_findings (reader, "e cell-too-large 1236 Opened");
  cr_assert (eq (u32, marmot_episode_set_count (set, MARMOT_EPISODE_UNIT_FAMILY), N_ROWS / 3 + 1));
}

Test (episode_reader, a_file_that_is_another_is_refused)
{
  static const struct
  {
    char *text;
    char *findings;
  } cases[] = {
    { "", "e empty-file 0" },
    { "a,b\n1,2\n", "e no-wanted-column 1" },
    { "Id,Family,Opened\nE1,F1,01/04/2024\n", "e no-such-column 1 Closed; e no-such-column 1 Reason; e no-such-column 1 Lead" },
    { "Id,Id,Family,Opened,Closed,Reason,Lead\n", "e duplicate-name 1 Id" },
    { "PK\3\4" CANARY, "e not-csv 0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
      g_autoptr (GError) error = NULL;

      cr_assert (read_text (reader, cases[i].text, NULL, &error) == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "case %zu", i);
      check_findings (reader, cases[i].findings);
      cr_assert (eq (u64, marmot_episode_reader_get_n_rows (reader), 0));
      cr_assert (strstr (error->message, "7781") == NULL);
    }
}

Test (episode_reader, optional_columns_may_be_absent_and_no_rows_are_no_fault)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeSet) set = read_text (reader, "Id,Family,Opened,Closed,Reason,Lead\n", NULL, &error);

  cr_assert (set != NULL, "%s", error->message);
  cr_assert (eq (u32, marmot_episode_set_get_n_rows (set), 0));
  check_findings (reader, "w no-rows 0");
  check_column (marmot_episode_set_get_table (set), "requested", "none");
}

Test (episode_reader, dates_and_numbers_may_stand_for_nothing)
{
  g_autoptr (MarmotEpisodeReader) reader
    = reader_of ("{'format': 'marmot-mapping 1', 'kind': 'care', 'date_format': 'dd/mm/yyyy',"
                 "'blank': ['31/12/9999', '999.9', 'x'], 'columns': {'id': 'Id', 'end': 'E', 'distance': 'D'}}");
  g_autoptr (MarmotEpisodeSet) set = read_text (reader, "Id,E,D\n1, 31/12/9999 ,999.9\nX,01/05/2024,2\n", NULL, NULL);

  cr_assert (set != NULL);
  check_column (marmot_episode_set_get_table (set), "id", "1|.");
  check_column (marmot_episode_set_get_table (set), "end", ".|2024-05-01");
  check_column (marmot_episode_set_get_table (set), "distance", ".|2");
  check_findings (reader, "");
}

Test (episode_reader, needs_are_joined_and_strays_counted)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeSet) set = read_text (reader,
                                                HEADER "E1,F1,x,,01/04/2024,,,,\nE2,F2,x,,01/04/2024,,,,\n",
                                                "Id,Outcome,Found,Met\nE2,1,01/05/2024,02/06/2024\n"
                                                " E1 ,9,,\n" CANARY ",1,,\nE1," CANARY ",,\nE1\n,,,\n",
                                                &error);
  MarmotTable *needs;

  cr_assert (set != NULL, "%s", error->message);
  needs = marmot_episode_set_get_needs (set);
  cr_assert (needs != NULL);
  check_column (needs, "row", "0|0|1");
  check_column (needs, "outcome", "housing|.|education");
  check_column (needs, "met", ".|.|2024-06-02");
  check_rows (reader, set, 2);
  cr_assert (eq (u64, marmot_episode_reader_get_n_needs (reader), 6));
  cr_assert (eq (u64, marmot_episode_reader_get_n_needs_left_out (reader), 3));
  check_findings (reader, "e unknown-word 5 Outcome; e ragged-row 6; w empty-row 7; w stray-needs 0");
}

Test (episode_reader, needs_of_ids_that_are_not_distinct_are_nobodys)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeSet) set = read_text (reader, HEADER "E1,F1,x,,01/04/2024,,,,\nE1,F2,x,,01/04/2024,,,,\n",
                                                "Id,Outcome,Found,Met\nE1,1,,\n", &error);

  cr_assert (set != NULL, "%s", error->message);
  cr_assert (marmot_episode_set_get_needs (set) == NULL);
  check_findings (reader, "e needs-left-out 0");
  cr_assert (eq (u64, marmot_episode_reader_get_n_needs_left_out (reader), 1));
}

Test (episode_reader, needs_without_columns_for_them_are_refused)
{
  g_autoptr (MarmotEpisodeReader) reader
    = reader_of ("{'format': 'marmot-mapping 1', 'kind': 'early-help', 'columns': {'id': 'Id'}}");
  g_autoptr (GError) error = NULL;

  cr_assert (read_text (reader, "Id\nE1\n", "Id\nE1\n", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* Any kind, and rows of several: what does not say its kind is left out. */
Test (episode_reader, rows_may_say_their_kind)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (
    "{'format': 'marmot-mapping 1', 'kind': 'referral', 'separator': ';', 'columns': {'kind': 'What', 'person': 'Who',"
    "'start': 'From', 'end': 'To', 'previous_plans': 'N', 'distance': 'D', 'uasc': 'U', 'birth': 'B'},"
    "'values': {'kind': {'CP': 'child-protection', 'CIN': 'child-in-need'}}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeSet) set = read_text (
    reader,
    "What;Who;From;To;N;D;U;B\n"
    "cp;1;2024-04-01;;2;1.5;Yes;2010-01-01\n"
    ";2;2024-04-01;;;;;\n"
    "Referral;3;2024-04-02;;1.5;" CANARY ";0;1901-01-01\n"
    CANARY ";4;2024-04-01;;;;;\n"
    "CIN;5;2024-04-03;2024-05-01; 3 ;-2e1;" CANARY ";\n",
    NULL, &error);
  MarmotTable *table;

  cr_assert (set != NULL, "%s", error->message);
  table = marmot_episode_set_get_table (set);
  check_column (table, "kind", "child-protection|referral|child-in-need");
  check_column (table, "person", "1|3|5");
  check_column (table, "start", "2024-04-01|2024-04-02|2024-04-03");
  check_column (table, "previous_plans", "2|.|3");
  check_column (table, "distance", "1.5|.|-20");
  check_column (table, "uasc", "yes|no|.");
  check_column (table, "line", "2|4|6");
  check_findings (reader, "e no-kind 3; e not-a-number 4 N; e not-a-number 4 D; w old-date 4 B; "
                          "e unknown-word 5 What; e no-kind 5; e unknown-word 6 U");
  check_rows (reader, set, 5);
}

Test (episode_reader, one_column_may_be_two_fields)
{
  g_autoptr (MarmotEpisodeReader) reader
    = reader_of ("{'format': 'marmot-mapping 1', 'kind': 'early-help', 'date_format': 'dd/mm/yyyy',"
                 "'columns': {'id': 'Id', 'family': 'Id', 'start': 'Day', 'decided': 'Day'}}");
  g_autoptr (MarmotEpisodeSet) set = read_text (reader, "Id,Day\nA,01/04/2024\nA,02/04/2024\n", NULL, NULL);

  cr_assert (set != NULL);
  check_column (marmot_episode_set_get_table (set), "id", "A|A");
  check_column (marmot_episode_set_get_table (set), "family", "A|A");
  check_column (marmot_episode_set_get_table (set), "decided", "2024-04-01|2024-04-02");
}

Test (episode_reader, findings_beyond_the_limit_are_counted)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "E%u,F,x,,%s,,,,\n%s", i, CANARY, i % 3 ? "" : CANARY "\n");
  marmot_episode_reader_set_max_findings (reader, 20);
  set = read_text (reader, text->str, NULL, NULL);
  cr_assert (set != NULL);
  findings = marmot_episode_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 20));
  /* And a note on a column that was not read. */
  cr_assert (eq (u64, marmot_episode_reader_get_n_findings (reader), 4001));
  check_rows (reader, set, 4000);
}

Test (episode_reader, limits_and_days_are_held)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) day_error = NULL;

  marmot_episode_reader_set_max_bytes (reader, 10);
  cr_assert (read_text (reader, HEADER, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  cr_assert_not (marmot_episode_reader_set_extract_day (reader, "31/03/2025", &day_error));
  cr_assert (g_error_matches (day_error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (eq (str, (char *) marmot_episode_reader_get_extract_day (reader), "2025-03-31"));
  cr_assert (marmot_episode_reader_set_extract_day (reader, NULL, NULL));
  cr_assert (marmot_episode_reader_get_extract_day (reader) == NULL);
}

/* --- files, threads, progress -------------------------------------------------------- */

typedef struct
{
  guint n_events;
  double last;
  gboolean is_rising;
} Seen;

static void
on_progress (double share,
             gpointer data)
{
  Seen *seen = data;

  seen->is_rising = seen->is_rising && share > seen->last && share <= 1;
  seen->last = share;
  seen->n_events++;
}

static GFile *
file_of (const char *text)
{
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("extract-XXXXXX.csv", &stream, NULL);

  cr_assert (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
  return file;
}

static char *
long_text (void)
{
  GString *text = g_string_new (HEADER);

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "E%u,F%u,x,,01/04/2024,,,,\n", i, i);
  return g_string_free (text, FALSE);
}

static void
on_done (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

Test (episode_reader, files_are_read_here_and_in_a_thread)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autofree char *text = long_text ();
  g_autoptr (GFile) file = file_of (text);
  g_autoptr (GFile) needs = file_of ("Id,Outcome,Found,Met\nE7,1,,\n");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MarmotEpisodeSet) here = NULL;
  g_autoptr (MarmotEpisodeSet) there = NULL;
  g_autoptr (GError) error = NULL;
  Seen seen = { 0, -1, TRUE };

  marmot_episode_reader_set_progress_func (reader, on_progress, &seen, NULL);
  here = marmot_episode_reader_read_file (reader, file, needs, NULL, &error);
  cr_assert (here != NULL, "%s", error->message);
  cr_assert (seen.is_rising && seen.last == 1.0, "%g", seen.last);
  cr_assert (gt (u32, seen.n_events, 5));
  cr_assert (le (u32, seen.n_events, 101));
  check_rows (reader, here, 50000);

  seen = (Seen){ 0, -1, TRUE };
  marmot_episode_reader_read_file_async (reader, file, needs, NULL, on_done, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  there = marmot_episode_reader_read_file_finish (reader, result, &error);
  cr_assert (there != NULL, "%s", error->message);
  cr_assert (seen.is_rising);
  cr_assert (gt (u32, seen.n_events, 5));
  check_rows (reader, there, 50000);
  cr_assert (marmot_table_equal (marmot_episode_set_get_table (here), marmot_episode_set_get_table (there)));
  cr_assert (eq (u64, marmot_episode_reader_get_n_needs (reader), 1));

  g_file_delete (file, NULL, NULL);
  g_file_delete (needs, NULL, NULL);
}

static void
cancel_on_progress (double share,
                    gpointer data)
{
  if (share > 0.1)
    g_cancellable_cancel (data);
}

Test (episode_reader, a_read_can_be_stopped)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = long_text ();
  g_autoptr (GFile) file = file_of (text);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  marmot_episode_reader_set_progress_func (reader, cancel_on_progress, g_object_ref (cancellable), g_object_unref);
  cr_assert (marmot_episode_reader_read_file (reader, file, NULL, cancellable, &error) == NULL);
  cr_assert (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED), "%s", error->message);
  cr_assert (eq (u64, marmot_episode_reader_get_n_rows (reader), 0));

  marmot_episode_reader_read_file_async (reader, file, NULL, cancellable, on_done, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  cr_assert (marmot_episode_reader_read_file_finish (reader, result, &other_error) == NULL);
  cr_assert (g_error_matches (other_error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_file_delete (file, NULL, NULL);
}

Test (episode_reader, a_file_that_is_not_there_is_told)
{
  g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
  g_autoptr (GFile) none = g_file_new_for_path ("/there/is/no/such/extract.csv");
  g_autoptr (GFile) file = file_of (HEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) needs_error = NULL;

  cr_assert (marmot_episode_reader_read_file (reader, none, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  cr_assert (marmot_episode_reader_read_file (reader, file, none, NULL, &needs_error) == NULL);
  cr_assert (g_error_matches (needs_error, MARMOT_ERROR, MARMOT_ERROR_IO));
  g_file_delete (file, NULL, NULL);
}

/* Good input cut anywhere, and with any byte changed: an answer, never a crash; and rows
 * that add up. */
Test (episode_reader, cut_or_damaged_files_are_survived)
{
  static const char good[] = HEADER "E1,F1,\"a, \"\"b\"\"\nc\",01/04/2024,02/04/2024,03/05/2024,Done,A school,North\r\n"
                                    "E2,F2,x,,2-feb-2024 10:00,,N/A,school,\n,,,,,,,,\n";
  static const char bytes[] = { '\0', '"', ',', '\n', '\xff', '9' };
  const gsize size = sizeof good - 1;

  for (gsize at = 0; at < size; at++)
    for (gsize i = 0; i <= sizeof bytes; i++)
      {
        g_autoptr (MarmotEpisodeReader) reader = reader_of (mapping_json);
        g_autoptr (GError) error = NULL;
        g_autofree char *copy = g_memdup2 (good, size);
        g_autoptr (MarmotEpisodeSet) set = NULL;

        if (i < sizeof bytes)
          copy[at] = bytes[i];
        set = read_part (reader, copy, i < sizeof bytes ? size : at, NULL, &error);
        cr_assert (eq (int, set == NULL, error != NULL));
        if (set)
          check_rows (reader, set, marmot_episode_reader_get_n_rows (reader));
      }
}
