/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules on the logic of episodes. But for the cases of tests/reference, all rows are made
 * up.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <marmot/marmot.h>
#include <string.h>

#define MAX_COLUMNS 16
#define CASES TEST_DATA_DIR "/ssda903-rule-cases.json"

/* --- returns of a few rows ----------------------------------------------------------- */

/* A table of text: columns with commas between them, and rows likewise; "-" is a blank. */
static MarmotTable *
make_table (const char *columns,
            const char *const *rows,
            gsize n_rows)
{
  g_auto (GStrv) names = g_strsplit (columns, ",", -1);
  guint n_columns = g_strv_length (names);
  g_autofree char ***cells = g_new (char **, n_rows + 1);
  MarmotColumn *made[MAX_COLUMNS];
  g_autoptr (GError) error = NULL;
  MarmotTable *table;

  for (gsize row = 0; row < n_rows; row++)
    {
      cells[row] = g_strsplit (rows[row], ",", -1);
      cr_assert (eq (u32, g_strv_length (cells[row]), n_columns), "%s", rows[row]);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree const char **texts = g_new0 (const char *, n_rows + 1);
      g_autofree gboolean *nulls = g_new (gboolean, n_rows + 1);
      g_autoptr (MarmotColumn) all = NULL;

      for (gsize row = 0; row < n_rows; row++)
        {
          texts[row] = cells[row][i];
          nulls[row] = g_str_equal (texts[row], "-");
        }
      all = marmot_column_new_text (texts);
      made[i] = marmot_column_with_nulls (all, nulls, n_rows, NULL);
    }
  table = marmot_table_new ((const char *const *) names, made, n_columns, &error);
  cr_assert (table != NULL, "%s", error ? error->message : "");
  for (guint i = 0; i < n_columns; i++)
    marmot_column_unref (made[i]);
  for (gsize row = 0; row < n_rows; row++)
    g_strfreev (cells[row]);
  return table;
}

static void
add_rows (MarmotCareReader *reader,
          MarmotCareTable table,
          guint year,
          const char *columns,
          const char *const *rows,
          gsize n_rows)
{
  g_autoptr (MarmotTable) data = make_table (columns, rows, n_rows);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_care_reader_add_table_as (reader, data, table, NULL, year, &error), "%s",
             error ? error->message : "");
}

static MarmotCareReturn *
end (MarmotCareReader *reader)
{
  g_autoptr (GError) error = NULL;
  MarmotCareReturn *care = marmot_care_reader_end (reader, &error);

  cr_assert (care != NULL, "%s", error ? error->message : "");
  return care;
}

static gsize
count_texts (const char *const *texts)
{
  gsize n_texts = 0;

  while (texts[n_texts])
    n_texts++;
  return n_texts;
}

static MarmotCheckResult *
check (MarmotCareReturn *care,
       MarmotCheckOptions *options)
{
  g_autoptr (GError) error = NULL;
  MarmotCheckResult *result = marmot_care_return_check (care, options, &error);

  cr_assert (result != NULL, "%s", error ? error->message : "");
  return result;
}

static char *
get_text (MarmotTable *table,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_get_text (column, row);
}

static gint64
get_integer (MarmotTable *table,
             const char *name,
             gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_get_integer (column, row);
}

/* The lines of a table that break a rule in a year, such as "2 5 " . */
static char *
list_failures (MarmotCheckResult *result,
               const char *rule,
               const char *table,
               guint year)
{
  MarmotTable *failures = marmot_check_result_get_failures (result);
  GString *lines = g_string_new (NULL);

  for (gsize row = 0; row < marmot_table_get_n_rows (failures); row++)
    {
      g_autofree char *id = get_text (failures, "rule", row);
      g_autofree char *name = get_text (failures, "table", row);

      if (g_str_equal (id, rule) && g_str_equal (name, table) && get_integer (failures, "year", row) == year)
        g_string_append_printf (lines, "%" G_GINT64_FORMAT " ", get_integer (failures, "line", row));
    }
  return g_string_free (lines, FALSE);
}

/* What became of a rule in a year. */
static char *
get_state (MarmotCheckResult *result,
           const char *rule,
           guint year,
           char **missing)
{
  MarmotTable *rules = marmot_check_result_get_rules (result);

  for (gsize row = 0; row < marmot_table_get_n_rows (rules); row++)
    {
      g_autofree char *id = get_text (rules, "rule", row);

      if (!g_str_equal (id, rule) || get_integer (rules, "year", row) != year)
        continue;
      if (missing)
        *missing = get_text (rules, "missing", row);
      return get_text (rules, "state", row);
    }
  return NULL;
}

/* The lines of episodes that break a rule. */
static void
expect_lines (const char *what,
              const char *rule,
              const char *columns,
              const char *const *rows,
              const char *expected)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *state = NULL;
  g_autofree char *found = NULL;

  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2022, columns, rows, count_texts (rows));
  care = end (reader);
  result = check (care, NULL);
  state = get_state (result, rule, 2022, NULL);
  cr_assert (eq (str, state, "asked"), "%s", what);
  found = list_failures (result, rule, "Episodes", 2022);
  cr_expect (eq (str, found, (char *) expected), "%s", what);
}

/* --- the published cases -------------------------------------------------------------- */

static MarmotTable *
make_case_table (json_t *table)
{
  json_t *names = json_object_get (table, "columns");
  json_t *rows = json_object_get (table, "rows");
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (size_t i = 0; i < json_array_size (names); i++)
    g_string_append_printf (columns, "%s%s", i > 0 ? "," : "", json_string_value (json_array_get (names, i)));
  for (size_t row = 0; row < json_array_size (rows); row++)
    {
      GString *line = g_string_new (NULL);

      for (size_t i = 0; i < json_array_size (names); i++)
        {
          json_t *cell = json_array_get (json_array_get (rows, row), i);

          g_string_append_printf (line, "%s%s", i > 0 ? "," : "", json_is_null (cell) ? "-" : json_string_value (cell));
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  return make_table (columns->str, (const char *const *) lines->pdata, lines->len);
}

static const struct
{
  const char *name;
  MarmotCareTable table;
  guint year;
} case_tables[] = {
  { "Episodes", MARMOT_CARE_TABLE_EPISODES, 2022 }, { "Episodes_last", MARMOT_CARE_TABLE_EPISODES, 2021 },
  { "Header", MARMOT_CARE_TABLE_HEADER, 2022 },     { "OC2", MARMOT_CARE_TABLE_OC2, 2022 },
  { "OC3", MARMOT_CARE_TABLE_OC3, 2022 },
};

static MarmotCareReturn *
read_case (json_t *entry)
{
  json_t *tables = json_object_get (entry, "tables");
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  size_t n_added = 0;

  for (guint i = 0; i < G_N_ELEMENTS (case_tables); i++)
    {
      json_t *table = json_object_get (tables, case_tables[i].name);
      g_autoptr (MarmotTable) data = table ? make_case_table (table) : NULL;
      g_autoptr (GError) error = NULL;

      if (!data)
        continue;
      cr_assert (marmot_care_reader_add_table_as (reader, data, case_tables[i].table, NULL, case_tables[i].year, &error),
                 "%s", error ? error->message : "");
      n_added++;
    }
  cr_assert (eq (sz, n_added, json_object_size (tables)));
  return end (reader);
}

static void
expect_case (json_t *entry)
{
  const char *rule = json_string_value (json_object_get (entry, "rule"));
  const char *first_day = json_string_value (json_object_get (entry, "first-day"));
  const char *last_day = json_string_value (json_object_get (entry, "last-day"));
  json_t *expected = json_object_get (entry, "expected");
  g_autoptr (MarmotCareReturn) care = read_case (entry);
  g_autoptr (MarmotCheckOptions) options
      = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "year", 2022u, "first-day",
                      last_day && !first_day ? "1900-01-01" : first_day, "last-day", last_day, NULL);
  g_autoptr (MarmotCheckResult) result = check (care, options);
  g_autofree char *missing = NULL;
  g_autofree char *state = get_state (result, rule, 2022, &missing);
  gsize n_expected = 0;

  cr_expect (eq (str, state, "asked"), "rule %s lacks %s", rule, missing ? missing : "nothing");
  for (guint i = 0; i < G_N_ELEMENTS (case_tables); i++)
    {
      json_t *rows = json_object_get (expected, case_tables[i].name);
      g_autoptr (GString) wanted = g_string_new (NULL);
      g_autofree char *found = list_failures (result, rule, case_tables[i].name, 2022);

      /* The first row of what is no file is line 1. */
      for (size_t row = 0; row < json_array_size (rows); row++, n_expected++)
        g_string_append_printf (wanted, "%d ", (int) json_integer_value (json_array_get (rows, row)) + 1);
      cr_expect (eq (str, found, wanted->str), "rule %s, table %s", rule, case_tables[i].name);
    }
  cr_expect (eq (u64, marmot_check_result_count (result, rule), n_expected), "rule %s", rule);
}

Test (checks, published_cases)
{
  json_t *file = json_load_file (CASES, 0, NULL);
  json_t *cases = json_object_get (file, "cases");
  g_autoptr (MarmotEpisodeRules) rules = marmot_episode_rules_new_builtin ();
  guint n_enabled = 0;

  cr_assert (eq (sz, json_array_size (cases), 29));
  for (size_t i = 0; i < json_array_size (cases); i++)
    {
      json_t *entry = json_array_get (cases, i);
      const char *id = json_string_value (json_object_get (entry, "rule"));

      cr_expect (marmot_episode_rules_find (rules, id) != NULL, "%s", id);
      expect_case (entry);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rules)); i++)
    {
      g_autoptr (MarmotEpisodeRule) rule = g_list_model_get_item (G_LIST_MODEL (rules), i);

      n_enabled += marmot_episode_rule_get_enabled (rule);
    }
  cr_assert (eq (u32, n_enabled, 29));
  json_decref (file);
}

/* --- edges ---------------------------------------------------------------------------- */

#define EPISODES "CHILD,DECOM,DEC,RNE,REC,LS,CIN,PLACE,PLACE_PROVIDER,PL_POST,URN"

typedef struct
{
  const char *what;
  const char *rule;
  const char *rows[8];
  const char *expected;
} Edge;

static const Edge edges[] = {
  { "an overlap behind a shorter one",
    "501",
    { "a,01/04/2022,30/04/2022,S,X1,C2,N1,U1,PR1,p,u", "a,05/04/2022,10/04/2022,L,X1,C1,N1,U1,PR1,p,u",
      "a,15/04/2022,20/04/2022,L,E8,C2,N1,U1,PR1,p,u" },
    "2 3 " },
  { "touching is no overlap",
    "501",
    { "a,01/04/2022,30/04/2022,S,X1,C2,N1,U1,PR1,p,u", "a,30/04/2022,-,L,-,C1,N1,U1,PR1,p,u" },
    "" },
  { "the same dates twice: one of them, in any order",
    "501",
    { "a,01/04/2022,30/04/2022,S,X1,C2,N1,U1,PR1,p,u", "a,01/04/2022,30/04/2022,L,X1,C2,N1,U1,PR1,p,u" },
    "1 " },
  { "the same dates twice, the other way round",
    "501",
    { "a,01/04/2022,30/04/2022,L,X1,C2,N1,U1,PR1,p,u", "a,01/04/2022,30/04/2022,S,X1,C2,N1,U1,PR1,p,u" },
    "2 " },
  { "a start on the last day, and on the day after",
    "431",
    { "a,01/04/2022,30/06/2022,S,E8,C2,N1,U1,PR1,p,u", "a,30/06/2022,10/07/2022,S,E8,C1,N1,U1,PR1,p,u",
      "a,11/07/2022,20/07/2022,S,E8,C2,N1,U1,PR1,p,u" },
    "2 " },
  { "blanks on both sides are equal: nothing but the status changed",
    "434",
    { "a,01/04/2022,01/05/2022,S,X1,C1,N1,A3,-,-,-", "a,01/05/2022,-,L,-,C2,N1,A3,-,-,-" },
    "" },
  { "blanks on both sides are equal: the placement did not change",
    "435",
    { "a,01/04/2022,01/05/2022,S,X1,C1,N1,A3,-,-,-", "a,01/05/2022,-,P,-,C1,N1,A3,-,-,-" },
    "2 " },
  { "blanks on both sides are equal: not both changed",
    "436",
    { "a,01/04/2022,01/05/2022,S,X1,C1,N1,A3,-,-,-", "a,01/05/2022,-,B,-,C2,N1,A3,-,-,-" },
    "2 " },
  { "a postcode written otherwise is the same",
    "434",
    { "a,01/04/2022,01/05/2022,S,X1,C1,N1,U1,PR1,CV1 2AB,u", "a,01/05/2022,-,L,-,C2,N1,U1,PR1,cv12ab,u" },
    "" },
  { "17 days and 18",
    "365",
    { "a,01/04/2022,18/04/2022,S,E8,V3,N1,U1,PR1,p,u", "b,01/04/2022,19/04/2022,S,E8,V3,N1,U1,PR1,p,u",
      "c,14/03/2023,-,S,-,V3,N1,U1,PR1,p,u", "d,13/03/2023,-,S,-,V3,N1,U1,PR1,p,u",
      "e,13/03/2023,-,S,-,V4,N1,U1,PR1,p,u" },
    "2 4 " },
  { "75 days and 76, of the year alone",
    "367",
    { "a,20/03/2022,15/06/2022,S,E8,V3,N1,U1,PR1,p,u", "b,20/03/2022,16/06/2022,S,E8,V3,N1,U1,PR1,p,u",
      "b,01/03/2022,15/03/2022,S,E8,V3,N1,U1,PR1,p,u" },
    "2 " },
  { "the last day of the year and the day after",
    "385",
    { "a,01/04/2022,31/03/2023,S,X1,C2,N1,U1,PR1,p,u", "a,31/03/2023,01/04/2023,L,E8,C1,N1,U1,PR1,p,u" },
    "2 " },
  { "7 days and 8",
    "379",
    { "a,01/04/2022,08/04/2022,P,X1,C2,N1,T4,-,p,-", "b,01/04/2022,09/04/2022,P,X1,C2,N1,T4,-,p,-",
      "c,01/04/2022,09/04/2022,P,X1,C2,N1,T3,-,p,-" },
    "2 " },
  { "the day on which the Act came into force",
    "353",
    { "a,13/10/1991,-,S,-,C2,N1,U1,PR1,p,u", "b,14/10/1991,-,S,-,C2,N1,U1,PR1,p,u" },
    "1 " },
  { "what began before the year need not start care",
    "357",
    { "a,31/03/2022,-,L,-,C2,N1,U1,PR1,p,u", "b,01/04/2022,-,L,-,C2,N1,U1,PR1,p,u" },
    "2 " },
  { "no date is no blank",
    "148",
    { "a,01/04/2022,someday,S,E8,C2,N1,U1,PR1,p,u", "b,01/04/2022,-,S,E8,C2,N1,U1,PR1,p,u" },
    "2 " },
  { "an episode without a start goes on from none",
    "433",
    { "a,01/04/2022,01/05/2022,S,X1,C1,N1,U1,PR1,p,u", "a,-,01/06/2022,L,X1,C2,N1,U1,PR1,p,u",
      "b,-,01/06/2022,L,X1,C2,N1,U1,PR1,p,u" },
    "2 " },
  { "the last may say that it goes on, if it is open",
    "388",
    { "a,01/04/2022,-,S,X1,C2,N1,U1,PR1,p,u" },
    "" },
  { "P and B lead into a temporary placement, and nothing else does",
    "380",
    { "a,01/04/2022,-,P,-,C2,N1,T1,-,p,-", "b,01/04/2022,-,B,-,C2,N1,T1,-,p,-", "c,01/04/2022,-,U,-,C2,N1,T1,-,p,-",
      "d,01/04/2022,-,-,-,C2,N1,T1,-,p,-" },
    "3 4 " },
  { "any other reason for a leaving code is none",
    "432",
    { "a,01/04/2022,01/05/2022,S,E48,C1,N1,U1,PR1,p,u", "a,02/05/2022,-,L,-,C2,N1,U1,PR1,p,u",
      "b,01/04/2022,01/05/2022,S,XX,C1,N1,U1,PR1,p,u", "b,02/05/2022,-,L,-,C2,N1,U1,PR1,p,u" },
    "2 " },
};

Test (checks, edges)
{
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    expect_lines (edges[i].what, edges[i].rule, EPISODES, edges[i].rows, edges[i].expected);
}

/* Who was born on 29 February is 18 on 1 March where there is no such day. */
Test (checks, birthdays)
{
  static const char *const header[] = { "a,29/02/2004", "b,29/02/2004", "c,01/03/2004", "d,-", "e,29/02/2004", "e,01/01/2004" };
  static const char *const episodes[] = { "a,28/02/2022,S", "b,01/03/2022,S", "c,01/03/2022,L", "d,01/03/2022,S", "e,01/02/2022,S" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *found = NULL;

  add_rows (reader, MARMOT_CARE_TABLE_HEADER, 2021, "CHILD,DOB", header, G_N_ELEMENTS (header));
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2021, "CHILD,DECOM,RNE", episodes, G_N_ELEMENTS (episodes));
  care = end (reader);
  result = check (care, NULL);
  /* Of two dates of birth the earlier is meant. */
  found = list_failures (result, "352", "Episodes", 2021);
  cr_assert (eq (str, found, "2 5 "));
}

/* Born on the day on which care starts, and the day after. */
Test (checks, care_from_birth)
{
  static const char *const header[] = { "a,01/05/2022", "b,02/05/2022" };
  static const char *const episodes[] = { "a,01/05/2022", "b,01/05/2022" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *found = NULL;

  add_rows (reader, MARMOT_CARE_TABLE_HEADER, 2022, "CHILD,DOB", header, G_N_ELEMENTS (header));
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2022, "CHILD,DECOM", episodes, G_N_ELEMENTS (episodes));
  care = end (reader);
  result = check (care, NULL);
  found = list_failures (result, "302", "Episodes", 2022);
  cr_assert (eq (str, found, "2 "));
}

/* Who leaves on the last day was in care for all of the year; who comes on the second day
 * was not. */
Test (checks, in_care_for_all_of_the_year)
{
  static const char *const episodes[]
      = { "a,C2,S,01/04/2022,31/03/2023,E8", "b,C2,S,01/04/2022,30/03/2023,E8", "c,C2,S,02/04/2022,-,-",
          "d,C2,L,02/04/2022,-,-", "e,C2,S,01/03/2022,01/05/2022,X1", "f,C2,S,01/03/2022,31/03/2022,X1" };
  static const char *const scores[] = { "a,12", "b,12", "c,12", "d,12", "e,12", "f,12", "c,-" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *found = NULL;

  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2022, "CHILD,LS,RNE,DECOM,DEC,REC", episodes, G_N_ELEMENTS (episodes));
  add_rows (reader, MARMOT_CARE_TABLE_OC2, 2022, "CHILD,SDQ_SCORE", scores, G_N_ELEMENTS (scores));
  care = end (reader);
  result = check (care, NULL);
  found = list_failures (result, "185", "OC2", 2022);
  /* f left before the year began. */
  cr_assert (eq (str, found, "2 3 6 "));
}

/* 90 and 91 days; days that two rows tell of are counted once. */
Test (checks, care_leavers)
{
  static const char *const header[] = { "a,01/01/2006", "b,01/01/2006", "c,01/01/2006", "d,01/01/2006" };
  static const char *const last[] = { "a,S,C2,01/10/2021,-,-", "d,S,C2,01/10/2021,01/11/2021,X1" };
  static const char *const episodes[]
      = { "a,S,C2,01/10/2021,01/01/2022,X1", "a,L,C1,01/01/2022,02/01/2022,E8",
          "b,S,C2,03/10/2021,01/01/2022,X1", "b,L,C1,01/01/2022,02/01/2022,E8",
          "c,S,C2,01/12/2021,02/01/2022,X1", "c,S,C1,02/12/2021,02/01/2022,X1", "c,S,C1,03/12/2021,02/01/2022,E8",
          "d,S,C2,01/10/2021,-,-",           "d,L,C1,02/12/2021,05/01/2022,E8" };
  static const char *const leavers[] = { "a", "b", "c", "d", "z" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *found = NULL;

  add_rows (reader, MARMOT_CARE_TABLE_HEADER, 2022, "CHILD,DOB", header, G_N_ELEMENTS (header));
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2021, "CHILD,RNE,LS,DECOM,DEC,REC", last, G_N_ELEMENTS (last));
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2022, "CHILD,RNE,LS,DECOM,DEC,REC", episodes, G_N_ELEMENTS (episodes));
  add_rows (reader, MARMOT_CARE_TABLE_OC3, 2022, "CHILD", leavers, G_N_ELEMENTS (leavers));
  care = end (reader);
  result = check (care, NULL);
  found = list_failures (result, "1001", "OC3", 2022);
  /* a: 93 days. b: 91. c: 32, though its rows add up to 93. d: 31 and 34, by the row that
   * is closed. z: none. */
  cr_assert (eq (str, found, "3 4 5 "));
}

/* 91 days are enough, and 90 are not. */
Test (checks, thirteen_weeks)
{
  static const char *const header[] = { "a,01/01/2006", "b,01/01/2006" };
  static const char *const last[] = { "x,C2,01/10/2021,-,-" };
  static const char *const episodes[] = { "a,C2,03/10/2021,02/01/2022,E8", "b,C2,04/10/2021,02/01/2022,E8" };
  static const char *const leavers[] = { "a", "b" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *found = NULL;

  add_rows (reader, MARMOT_CARE_TABLE_HEADER, 2022, "CHILD,DOB", header, G_N_ELEMENTS (header));
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2021, "CHILD,LS,DECOM,DEC,REC", last, G_N_ELEMENTS (last));
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2022, "CHILD,LS,DECOM,DEC,REC", episodes, G_N_ELEMENTS (episodes));
  add_rows (reader, MARMOT_CARE_TABLE_OC3, 2022, "CHILD", leavers, G_N_ELEMENTS (leavers));
  care = end (reader);
  result = check (care, NULL);
  found = list_failures (result, "1001", "OC3", 2022);
  cr_assert (eq (str, found, "2 "));
}

static MarmotCareReturn *
read_episodes (const char *const *rows,
               gsize n_rows,
               guint year)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();

  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, year, EPISODES, rows, n_rows);
  return end (reader);
}

static MarmotEpisodeRules *
read_rules (const char *text)
{
  g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MarmotEpisodeRules *rules = marmot_episode_rules_new_from_json (json, &error);

  cr_assert (rules != NULL, "%s", error ? error->message : "");
  return rules;
}

#define RULE(id, predicate, needs, more)                                                                           \
  "{\"id\": \"" id "\", \"title\": \"t\", \"predicate\": \"" predicate "\", \"table\": \"Episodes\", \"column\": \"DEC\", " \
  "\"needs\": [" needs "], \"severity\": \"warning\", \"meaning\": \"m\", \"message\": \"Wrong\", \"fix\": \"Right\"" more "}"
#define FILE_OF(rules) "{\"format\": \"marmot-episode-rules\", \"rules\": [" rules "]}"
#define BREAK_NEEDS "\"Episodes.CHILD\", \"Episodes.LS\", \"Episodes.DECOM\", \"Episodes.DEC\""

/* The twelve months with most days begin with a break, or end with one. */
Test (checks, twelve_months)
{
  static const char *const rows[] = {
    /* 40 + 40 days with a year's turn between them: 80 in twelve months. */
    "a,01/02/2022,13/03/2022,S,E8,V3,N1,U1,PR1,p,u", "a,01/05/2022,10/06/2022,S,E8,V3,N1,U1,PR1,p,u",
    /* The same with more than twelve months between the first day and the last. */
    "b,01/02/2021,13/03/2021,S,E8,V3,N1,U1,PR1,p,u", "b,01/05/2022,10/06/2022,S,E8,V3,N1,U1,PR1,p,u",
    /* 40 days a little less than a year apart: 36 of the first and all of the second. */
    "c,01/06/2021,11/07/2021,S,E8,V3,N1,U1,PR1,p,u", "c,26/04/2022,05/06/2022,S,E8,V3,N1,U1,PR1,p,u",
    /* Just 75: 35 and 40. */
    "d,02/06/2021,07/07/2021,S,E8,V3,N1,U1,PR1,p,u", "d,01/05/2022,10/06/2022,S,E8,V3,N1,U1,PR1,p,u",
  };
  g_autoptr (MarmotEpisodeRules) rules
      = read_rules (FILE_OF (RULE ("367-12", "short-breaks-in-twelve-months", BREAK_NEEDS, ", \"days\": 75")));
  g_autoptr (MarmotCheckOptions) options = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "rules", rules, NULL);
  g_autoptr (MarmotCareReturn) care = read_episodes (rows, G_N_ELEMENTS (rows), 2022);
  g_autoptr (MarmotCheckResult) result = check (care, options);
  g_autofree char *found = list_failures (result, "367-12", "Episodes", 2022);

  cr_assert (eq (str, found, "1 2 5 6 "));
}

/* Days of no calendar come in columns of dates, and the first year of all in files. */
Test (checks, days_of_no_calendar)
{
  static const char *const names[] = { "CHILD", "DECOM", "DEC", "LS", "RNE", NULL };
  static const char *const header_names[] = { "CHILD", "DOB", NULL };
  static const char *const children[] = { "a", "a", "b", "c", "d", NULL };
  static const char *const statuses[] = { "V3", "V3", "V3", "V3", "V3", NULL };
  static const char *const reasons[] = { "S", "S", "S", "S", "S", NULL };
  static const gint32 starts[] = { G_MININT32 + 2, G_MAXINT32 - 400, G_MAXINT32 - 1, -719162, -719000 };
  static const gint32 ends[] = { G_MAXINT32 - 1, G_MAXINT32, G_MAXINT32, -719062, G_MAXINT32 };
  static const gint32 births[] = { G_MAXINT32, G_MININT32 + 2, 2932896, -719162, 0 };
  MarmotColumn *columns[] = { marmot_column_new_text (children), marmot_column_new_date (starts, 5),
                              marmot_column_new_date (ends, 5), marmot_column_new_text (statuses),
                              marmot_column_new_text (reasons) };
  MarmotColumn *header_columns[] = { columns[0], marmot_column_new_date (births, 5) };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 5, NULL);
  g_autoptr (MarmotTable) header = marmot_table_new (header_names, header_columns, 2, NULL);
  g_autoptr (MarmotEpisodeRules) rules = read_rules (
      FILE_OF (RULE ("12", "short-breaks-in-twelve-months", BREAK_NEEDS, ", \"days\": 75") ","
               RULE ("y", "short-breaks-too-many", BREAK_NEEDS, ", \"days\": 75") ","
               RULE ("age", "start-at-age",
                     BREAK_NEEDS ", \"Episodes.RNE\", \"Header.CHILD\", \"Header.DOB\"", ", \"age\": 18")));
  g_autoptr (MarmotCheckOptions) options = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "rules", rules, NULL);
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autofree char *found = NULL;

  cr_assert (marmot_care_reader_add_table_as (reader, table, MARMOT_CARE_TABLE_EPISODES, NULL, 2022, NULL));
  cr_assert (marmot_care_reader_add_table_as (reader, header, MARMOT_CARE_TABLE_HEADER, NULL, 2022, NULL));
  care = end (reader);
  result = check (care, options);
  found = list_failures (result, "12", "Episodes", 2022);
  /* The hundred days of c are in the first year of all. */
  cr_assert (strstr (found, "4 ") != NULL, "%s", found);
  marmot_column_unref (header_columns[1]);
  for (guint i = 0; i < 5; i++)
    marmot_column_unref (columns[i]);
}

/* --- what does not matter ------------------------------------------------------------- */

#define N_ROWS 300

/* Anything at all; of one child no two rows are the same, and a carer has one postcode. */
static char *
make_random_row (GRand *random,
                 int start_year)
{
  static const char *const rne[] = { "S", "L", "P", "T", "B", "U", "-" };
  static const char *const rec[] = { "X1", "X1", "E4A", "E2", "E15", "E11", "-" };
  static const char *const ls[] = { "C1", "C2", "V3", "V4" };
  static const char *const place[] = { "U1", "U4", "T4", "A3", "-" };
  int start = g_rand_int_range (random, 0, 60);
  int end = start + g_rand_int_range (random, -1, 20);
  int urn = g_rand_int_range (random, 0, 4);
  GDate first, last;
  char from[16], until[16];

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, G_DATE_MARCH, (GDateYear) start_year);
  last = first;
  g_date_add_days (&first, (guint) start + 1);
  g_date_add_days (&last, (guint) end + 1);
  g_date_strftime (from, sizeof from, "%d/%m/%Y", &first);
  g_date_strftime (until, sizeof until, "%d/%m/%Y", &last);
  return g_strdup_printf ("c%d,%s,%s,%s,%s,%s,N%d,%s,PR%d,post%d,urn%d", g_rand_int_range (random, 0, 40),
                          g_rand_int_range (random, 0, 20) ? from : "-",
                          g_rand_int_range (random, 0, 6) ? until : g_rand_boolean (random) ? "-" : "never",
                          rne[g_rand_int_range (random, 0, G_N_ELEMENTS (rne))],
                          rec[g_rand_int_range (random, 0, G_N_ELEMENTS (rec))],
                          ls[g_rand_int_range (random, 0, G_N_ELEMENTS (ls))], g_rand_int_range (random, 1, 3),
                          place[g_rand_int_range (random, 0, G_N_ELEMENTS (place))], g_rand_int_range (random, 1, 3), urn,
                          urn);
}

static GPtrArray *
make_random_rows (guint32 seed,
                  int year)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  while (rows->len < N_ROWS)
    {
      char *row = make_random_row (random, year);

      if (g_hash_table_add (seen, row))
        g_ptr_array_add (rows, row);
      else
        g_free (row);
    }
  return rows;
}

static void
shuffle (GPtrArray *rows,
         guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = rows->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer row = rows->pdata[i - 1];

      rows->pdata[i - 1] = rows->pdata[j];
      rows->pdata[j] = row;
    }
}

/* A header and care leavers for the children of random rows. */
static void
add_others (MarmotCareReader *reader,
            guint year)
{
  g_autoptr (GPtrArray) births = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) leavers = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 40; i++)
    {
      g_ptr_array_add (births, g_strdup_printf ("c%d,%02d/04/20%02d", i, i % 28 + 1, i % 23));
      g_ptr_array_add (scores, g_strdup_printf ("c%d,%s", i, i % 2 ? "12" : "-"));
      g_ptr_array_add (leavers, g_strdup_printf ("c%d,YES,F1,B1", i));
    }
  add_rows (reader, MARMOT_CARE_TABLE_HEADER, year, "CHILD,DOB", (const char *const *) births->pdata, births->len);
  add_rows (reader, MARMOT_CARE_TABLE_OC2, year, "CHILD,SDQ_SCORE", (const char *const *) scores->pdata, scores->len);
  add_rows (reader, MARMOT_CARE_TABLE_OC3, year, "CHILD,IN_TOUCH,ACTIV,ACCOM", (const char *const *) leavers->pdata,
            leavers->len);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What fails in a year, told by what the rows say. */
static char *
print_failures (MarmotCheckResult *result,
                GPtrArray *rows,
                guint year)
{
  MarmotTable *failures = marmot_check_result_get_failures (result);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < marmot_table_get_n_rows (failures); i++)
    {
      g_autofree char *rule = get_text (failures, "rule", i);
      g_autofree char *table = get_text (failures, "table", i);
      gint64 row = get_integer (failures, "row", i);

      if (get_integer (failures, "year", i) == year)
        g_ptr_array_add (lines, g_str_equal (table, "Episodes")
                                    ? g_strdup_printf ("%s %s", rule, (char *) rows->pdata[row])
                                    : g_strdup_printf ("%s %s %d", rule, table, (int) row));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static MarmotCheckResult *
check_years (GPtrArray **rows,
             const guint *years,
             gsize n_years)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;

  for (gsize i = 0; i < n_years; i++)
    {
      add_rows (reader, MARMOT_CARE_TABLE_EPISODES, years[i], EPISODES, (const char *const *) rows[i]->pdata, rows[i]->len);
      add_others (reader, years[i]);
    }
  care = end (reader);
  return check (care, NULL);
}

Test (checks, the_order_of_rows_does_not_matter)
{
  static const guint years[] = { 2021, 2022 };

  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GPtrArray) last = make_random_rows (seed, 2022);
      g_autoptr (GPtrArray) rows = make_random_rows (seed + 100, 2022);
      GPtrArray *both[] = { last, rows };
      g_autoptr (MarmotCheckResult) before = check_years (both, years, 2);
      g_autofree char *a = print_failures (before, rows, 2022);
      g_autoptr (MarmotCheckResult) after = NULL;
      g_autofree char *b = NULL;

      shuffle (rows, seed);
      shuffle (last, seed + 1);
      after = check_years (both, years, 2);
      b = print_failures (after, rows, 2022);
      cr_assert (strlen (a) > 1000);
      cr_assert (eq (str, a, b));
    }
}

Test (checks, other_years_do_not_matter)
{
  static const guint years[] = { 2019, 2020, 2021, 2022, 2023 };
  GPtrArray *rows[5];
  g_autoptr (MarmotCheckResult) two = NULL;
  g_autoptr (MarmotCheckResult) five = NULL;
  g_autoptr (MarmotCheckResult) one = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *of_one = NULL;
  g_autofree char *of_two = NULL;
  g_autofree char *of_five = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *state = NULL;

  for (int i = 0; i < 5; i++)
    rows[i] = make_random_rows ((guint32) i + 7, 2022);
  one = check_years (rows + 3, years + 3, 1);
  two = check_years (rows + 2, years + 2, 2);
  five = check_years (rows, years, 5);
  of_two = print_failures (two, rows[3], 2022);
  of_five = print_failures (five, rows[3], 2022);
  cr_assert (eq (str, of_two, of_five));

  /* Of one year all rules but two can be asked. */
  state = get_state (one, "502", 2022, &missing);
  cr_assert (eq (str, state, "not-asked"));
  cr_assert (eq (str, missing, "Episodes_last.CHILD"));
  /* What they say of the year is the same with the year before and without it. */
  of_one = print_failures (one, rows[3], 2022);
  for (char **line = (lines = g_strsplit (of_two, "\n", -1)); *line; line++)
    if (!g_str_has_prefix (*line, "502 ") && !g_str_has_prefix (*line, "1001 "))
      g_string_append_printf (rest, "%s%s", rest->len ? "\n" : "", *line);
  cr_assert (eq (str, of_one, rest->str));
  for (int i = 0; i < 5; i++)
    g_ptr_array_unref (rows[i]);
}

/* One child with all the rows, the latest first, is no slower than many. */
Test (checks, one_child_with_many_rows, .timeout = 60)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  GDate day;
  char from[16], until[16];

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 31, G_DATE_DECEMBER, 2500);
  for (int i = 0; i < 100000; i++)
    {
      g_date_strftime (until, sizeof until, "%d/%m/%Y", &day);
      g_date_subtract_days (&day, 1);
      g_date_strftime (from, sizeof from, "%d/%m/%Y", &day);
      g_ptr_array_add (rows, g_strdup_printf ("a,%s,%s,L,X1,C%d,N1,U1,PR1,p,u", from, until, i % 2 + 1));
    }
  care = read_episodes ((const char *const *) rows->pdata, rows->len, 2022);
  result = check (care, NULL);
  cr_assert (eq (u64, marmot_check_result_count (result, "501"), 0));
  cr_assert (eq (u64, marmot_check_result_count (result, "434"), 0));
}

/* --- what is said --------------------------------------------------------------------- */

Test (checks, findings_say_where_and_no_value)
{
  static const char header[] = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nsecret1,1,05/06/2008,WBRI,A123456789012,,\n";
  static const char episodes[]
      = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
        "secret1,02/05/2006,S,V2,N1,U3,PR1,20/07/2017,E4A,CARPL,CV1 1AA,CV2 2BB,secret2\n"
        "secret1,20/07/2017,P,V2,N1,K2,PR4,,,,CV1 1AA,B1 1BB,secret3\n";
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (GBytes) header_bytes = g_bytes_new_static (header, strlen (header));
  g_autoptr (GBytes) episode_bytes = g_bytes_new_static (episodes, strlen (episodes));
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autoptr (MarmotCheckResult) few = NULL;
  g_autoptr (MarmotCheckOptions) limited = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "limit", 5u, NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *text = NULL;

  cr_assert (marmot_care_reader_add_bytes (reader, header_bytes, "header.csv", 2017, NULL, NULL));
  cr_assert (marmot_care_reader_add_bytes (reader, episode_bytes, "episodes.csv", 2017, NULL, NULL));
  care = end (reader);
  result = check (care, NULL);
  few = check (care, limited);
  findings = marmot_check_result_get_findings (result);
  first = marmot_check_result_get_findings (few);

  for (guint i = 0; i < findings->len; i++)
    {
      MarmotFinding *finding = findings->pdata[i];
      g_autofree char *line = marmot_finding_to_string (finding);

      cr_assert (strstr (line, "ecret") == NULL && strstr (line, "ECRET") == NULL, "%s", line);
      cr_assert (strstr (line, "/2017") == NULL || strstr (line, "2017/18") != NULL, "%s", line);
      cr_assert (not (marmot_finding_is_published (finding)));
      if (marmot_finding_get_row (finding) > 0)
        g_string_append_printf (found, "%s:%d:%s %s\n", marmot_finding_get_file (finding),
                                (int) marmot_finding_get_row (finding), marmot_finding_get_column (finding),
                                marmot_finding_get_rule (finding));
      else
        cr_assert (eq (str, (char *) marmot_finding_get_rule (finding), "ssda903/rule-not-asked"));
    }
  cr_assert (eq (str, found->str,
                 "header.csv:2:DOB ssda903/302\n"
                 "episodes.csv:2:REC ssda903/388\n"
                 "episodes.csv:2:DECOM ssda903/302\n"
                 "episodes.csv:3:RNE ssda903/432\n"));
  cr_assert (eq (u64, marmot_check_result_get_n_findings (result), findings->len));
  cr_assert (eq (u64, marmot_check_result_get_n_findings (few), findings->len));
  cr_assert (eq (u32, first->len, 5));
  for (guint i = 0; i < first->len; i++)
    cr_assert (marmot_finding_equal (first->pdata[i], findings->pdata[i]));

  /* 502, 185, 1001 and 1011 have no tables to ask. */
  text = marmot_check_result_to_string (result);
  cr_assert (eq (str, text, "25 rules on episode logic asked, 3 of them broken, by 3 rows"));
}

/* Nothing that a rule does is seen by the next. */
Test (checks, nothing_is_changed)
{
  g_autoptr (GPtrArray) rows = make_random_rows (99, 2022);
  g_autoptr (MarmotCareReturn) care = read_episodes ((const char *const *) rows->pdata, rows->len, 2022);
  g_autoptr (MarmotTable) before = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_EPISODES, 2022);
  g_autoptr (MarmotCheckResult) first = check (care, NULL);
  g_autoptr (MarmotCheckResult) second = check (care, NULL);
  g_autoptr (MarmotTable) after = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_EPISODES, 2022);

  cr_assert (marmot_table_equal (before, after));
  cr_assert (marmot_table_equal (marmot_check_result_get_failures (first), marmot_check_result_get_failures (second)));
  cr_assert (marmot_check_result_count (first, NULL) > 100);
}

/* --- rules as data --------------------------------------------------------------------- */

Test (checks, rules_can_be_replaced)
{
  static const char *const rows[] = { "a,01/04/2022,05/04/2022,S,E8,V3,N1,U1,PR1,p,u", "a,04/04/2022,-,S,-,C2,N1,U1,PR1,p,u" };
  static const char *const off[] = { "501", NULL };
  static const char *const unknown[] = { "77777", NULL };
  g_autoptr (MarmotCareReturn) care = read_episodes (rows, G_N_ELEMENTS (rows), 2022);
  g_autoptr (MarmotEpisodeRules) builtin = marmot_episode_rules_new_builtin ();
  g_autoptr (MarmotEpisodeRules) without = marmot_episode_rules_without (builtin, off, NULL);
  g_autoptr (MarmotEpisodeRules) own = read_rules (
      FILE_OF (RULE ("365", "short-break-too-long", BREAK_NEEDS, ", \"days\": 3") ","
               RULE ("off", "backwards", BREAK_NEEDS, ", \"enabled\": false") ","
               RULE ("later", "backwards", BREAK_NEEDS, ", \"first\": 2023") ","
               RULE ("earlier", "backwards", BREAK_NEEDS, ", \"last\": 2021")));
  g_autoptr (MarmotCheckOptions) with_own = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "rules", own, NULL);
  g_autoptr (MarmotCheckOptions) less = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "rules", without, NULL);
  g_autoptr (MarmotCheckResult) all = check (care, NULL);
  g_autoptr (MarmotCheckResult) fewer = check (care, less);
  g_autoptr (MarmotCheckResult) ours = check (care, with_own);
  g_autoptr (GPtrArray) findings = marmot_check_result_get_findings (ours);
  g_autofree char *is_off = get_state (fewer, "501", 2022, NULL);
  g_autofree char *switched = get_state (ours, "off", 2022, NULL);
  g_autofree char *later = get_state (ours, "later", 2022, NULL);
  g_autofree char *earlier = get_state (ours, "earlier", 2022, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (eq (u64, marmot_check_result_count (all, "501"), 1));
  cr_assert (eq (u64, marmot_check_result_count (fewer, "501"), 0));
  cr_assert (eq (str, is_off, "off"));
  cr_assert (eq (str, switched, "off"));
  cr_assert (eq (str, later, "other-years"));
  cr_assert (eq (str, earlier, "other-years"));
  cr_assert (eq (u64, marmot_check_result_count (all, "365"), 0));
  cr_assert (eq (u64, marmot_check_result_count (ours, "365"), 1));
  cr_assert (eq (u32, findings->len, 1));
  cr_assert (eq (int, (int) marmot_finding_get_severity (findings->pdata[0]), MARMOT_SEVERITY_WARNING));
  cr_assert (eq (str, (char *) marmot_finding_get_message (findings->pdata[0]), "Wrong"));

  cr_assert (marmot_episode_rules_without (builtin, unknown, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

typedef struct
{
  const char *what;
  const char *text;
  MarmotError code;
  const char *says;
} BadFile;

static const BadFile bad_files[] = {
  { "no JSON", "{", MARMOT_ERROR_PARSE, "" },
  { "another format", "{\"format\": \"x\", \"rules\": []}", MARMOT_ERROR_PARSE, "marmot-episode-rules" },
  { "no function", FILE_OF (RULE ("1", "fly", BREAK_NEEDS, "")), MARMOT_ERROR_INVALID_DATA, "rules/1" },
  { "no such column", FILE_OF (RULE ("1", "backwards", "\"Episodes.COLOUR\"", "")), MARMOT_ERROR_INVALID_DATA, "needs" },
  { "a column of another table", FILE_OF (RULE ("1", "backwards", "\"Header.DEC\"", "")), MARMOT_ERROR_INVALID_DATA, "needs" },
  { "a column that the function reads", FILE_OF (RULE ("1", "backwards", "\"Episodes.DEC\"", "")), MARMOT_ERROR_INVALID_DATA,
    "leaves out" },
  { "no limit", FILE_OF (RULE ("1", "short-break-too-long", BREAK_NEEDS, "")), MARMOT_ERROR_INVALID_DATA, "\"days\"" },
  { "a limit of nothing", FILE_OF (RULE ("1", "short-break-too-long", BREAK_NEEDS, ", \"days\": 0")), MARMOT_ERROR_INVALID_DATA,
    "\"days\"" },
  { "no day", FILE_OF (RULE ("1", "before-a-day", BREAK_NEEDS, ", \"before\": \"soon\"")), MARMOT_ERROR_INVALID_DATA, "\"before\"" },
  { "a number twice", FILE_OF (RULE ("1", "backwards", BREAK_NEEDS, "") "," RULE ("1", "no-days", BREAK_NEEDS, "")),
    MARMOT_ERROR_INVALID_DATA, "rules/2" },
  { "another key", FILE_OF (RULE ("1", "backwards", BREAK_NEEDS, ", \"enable\": false")), MARMOT_ERROR_PARSE, "rules/1" },
  { "years out of order", FILE_OF (RULE ("1", "backwards", BREAK_NEEDS, ", \"first\": 2020, \"last\": 2019")),
    MARMOT_ERROR_INVALID_DATA, "\"last\"" },
};

Test (checks, files_that_are_none)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (bad_files[i].text, strlen (bad_files[i].text));
      g_autoptr (GError) error = NULL;

      cr_expect (marmot_episode_rules_new_from_json (json, &error) == NULL, "%s", bad_files[i].what);
      cr_assert (error != NULL, "%s", bad_files[i].what);
      cr_expect (eq (int, error->code, (int) bad_files[i].code), "%s: %s", bad_files[i].what, error->message);
      cr_expect (strstr (error->message, bad_files[i].says) != NULL, "%s: %s", bad_files[i].what, error->message);
    }
}

Test (checks, arguments)
{
  static const char *const rows[] = { "a,01/04/2022,-,S,-,C2,N1,U1,PR1,p,u" };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotCheckOptions) other = marmot_check_options_new (1999);
  g_autoptr (MarmotCheckOptions) no_day
      = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "year", 2022u, "last-day", "31/03/2023", NULL);
  g_autoptr (MarmotCheckOptions) turned
      = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "year", 2022u, "last-day", "2022-03-01", NULL);
  g_autoptr (MarmotCheckOptions) no_year = g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "last-day", "2022-06-01", NULL);
  MarmotCheckOptions *wrong[] = { other, no_day, turned, no_year };

  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2022, EPISODES, rows, 1);
  add_rows (reader, MARMOT_CARE_TABLE_EPISODES, 2021, EPISODES, rows, 1);
  care = end (reader);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_expect (marmot_care_return_check (care, wrong[i], &error) == NULL, "%u", i);
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "%u", i);
    }
}
