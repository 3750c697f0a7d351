/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People in columns: who is there, what is known of them, what was left out, and that a
 * million answers are those of one at a time. Everybody is made up.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <stdio.h>
#include <string.h>

#define CANARY "CANARY-7781"
#define MAX_ROWS 64
#define MAX_COLUMNS 16

static gint32
read_day (const char *text)
{
  guint year, month, day;
  GDate date;

  cr_assert (sscanf (text, "%u-%u-%u", &year, &month, &day) == 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - 719163;
}

static GDate *
make_date (const char *text)
{
  return g_date_new_julian ((guint32) (read_day (text) + 719163));
}

/* A column of cells: d of dates, i of integers, b of booleans, t of text; "-" is null. */
static MarmotColumn *
make_column (char type,
             char ***cells,
             gsize column,
             gsize n_rows)
{
  const char *texts[MAX_ROWS + 1] = { NULL };
  gint32 days[MAX_ROWS] = { 0 };
  gint64 integers[MAX_ROWS] = { 0 };
  gboolean booleans[MAX_ROWS] = { 0 };
  gboolean nulls[MAX_ROWS];
  g_autoptr (MarmotColumn) all = NULL;

  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = cells[row][column];

      nulls[row] = g_str_equal (text, "-");
      texts[row] = text;
      if (nulls[row])
        continue;
      days[row] = type == 'd' ? read_day (text) : 0;
      integers[row] = type == 'i' ? g_ascii_strtoll (text, NULL, 10) : 0;
      booleans[row] = g_str_equal (text, "1");
    }
  all = type == 'd'   ? marmot_column_new_date (days, n_rows)
        : type == 'i' ? marmot_column_new_integer (integers, n_rows)
        : type == 'b' ? marmot_column_new_boolean (booleans, n_rows)
                      : marmot_column_new_text (texts);
  return marmot_column_with_nulls (all, nulls, n_rows, NULL);
}

/* "person:t birth:d", and rows such as "a 2001-05-01". */
static MarmotTable *
make_table (const char *header,
            const char *const *rows)
{
  g_auto (GStrv) fields = g_strsplit (header, " ", -1);
  const char *names[MAX_COLUMNS + 1] = { NULL };
  MarmotColumn *columns[MAX_COLUMNS];
  char **cells[MAX_ROWS];
  gsize n_columns = g_strv_length (fields), n_rows = 0;
  MarmotTable *table;

  for (; rows && rows[n_rows]; n_rows++)
    {
      cells[n_rows] = g_strsplit (rows[n_rows], " ", -1);
      cr_assert (g_strv_length (cells[n_rows]) == n_columns, "%s", rows[n_rows]);
    }
  for (gsize i = 0; i < n_columns; i++)
    {
      char *colon = strchr (fields[i], ':');

      *colon = '\0';
      names[i] = fields[i];
      columns[i] = make_column (colon[1], cells, i, n_rows);
    }
  table = marmot_table_new (names, columns, n_columns, NULL);
  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (columns[i]);
  for (gsize row = 0; row < n_rows; row++)
    g_strfreev (cells[row]);
  return table;
}

#define ROWS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* "person start end RNE REC LS PLACE birth sex uasc" */
static MarmotSpellSet *
make_spells (const char *const *rows)
{
  g_autoptr (MarmotTable) table = make_table (
      "person:t start:d end:d start_reason:t end_reason:t legal_status:t placement:t birth:d sex:t uasc:b", rows);
  g_autoptr (MarmotEpisodeSet) bare = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);
  g_autoptr (MarmotEpisodeSet) episodes = marmot_episode_set_with_coverage (bare, read_day ("2010-04-01"),
                                                                            read_day ("2021-03-31"), NULL);

  return marmot_episode_set_link (episodes, NULL, NULL);
}

static MarmotPersonSet *
make_set (MarmotTable *people,
          MarmotSpellSet *spells)
{
  g_autoptr (GError) error = NULL;
  MarmotPersonSet *set = marmot_person_set_new (people, spells, &error);

  cr_assert (set, "%s", error ? error->message : "");
  return set;
}

/* A table as text: cells with spaces between them, rows with line ends. */
static char *
print_cell (MarmotColumn *column,
            gsize row)
{
  GDate date;

  if (marmot_column_is_null (column, row))
    return g_strdup ("-");
  switch (marmot_column_get_column_type (column))
    {
    case MARMOT_COLUMN_DATE:
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (marmot_column_get_date (column, row) + 719163));
      return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
    case MARMOT_COLUMN_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
    case MARMOT_COLUMN_BOOLEAN:
      return g_strdup (marmot_column_get_boolean (column, row) ? "1" : "0");
    case MARMOT_COLUMN_DOUBLE:
      return g_strdup_printf ("%g", marmot_column_get_double (column, row));
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      return marmot_column_get_text (column, row);
    }
}

static char *
print_table (MarmotTable *table)
{
  GString *text = g_string_new (NULL);

  for (gsize row = 0; row < marmot_table_get_n_rows (table); row++)
    {
      if (row > 0)
        g_string_append_c (text, '\n');
      for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
        {
          g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);
          g_autofree char *cell = print_cell (column, row);

          g_string_append_printf (text, "%s%s", i ? " " : "", cell);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_table (MarmotTable *table,
              const char *expected)
{
  g_autofree char *text = print_table (table);

  cr_assert_str_eq (text, expected);
}

/* "rule row column; ..." */
static char *
print_findings (MarmotPersonSet *set)
{
  g_autoptr (GPtrArray) findings = marmot_person_set_get_findings (set);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotFinding *finding = findings->pdata[i];
      const char *column = marmot_finding_get_column (finding);

      g_string_append_printf (text, "%s%s %" G_GUINT64_FORMAT "%s%s", i ? "; " : "", marmot_finding_get_rule (finding),
                              marmot_finding_get_row (finding), column ? " " : "", column ? column : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_findings (MarmotPersonSet *set,
                 const char *expected)
{
  g_autofree char *text = print_findings (set);

  cr_assert_str_eq (text, expected);
}

/* --- people and periods ---------------------------------------------------------------- */

Test (person_set, puts_people_and_periods_together)
{
  g_autoptr (MarmotSpellSet) spells = make_spells (ROWS ("b 2019-01-01 2019-06-01 S E2 C2 K2 2004-01-01 M 1",
                                                         "a 2016-04-01 2017-04-01 S E4A C2 U4 2001-05-01 F 0",
                                                         "a 2018-01-01 - S - C2 U4 2001-05-01 F 0",
                                                         "c 2020-01-01 - S - C2 K2 - M -"));
  g_autoptr (MarmotTable) people = make_table ("person:t birth:d ethnicity:t name:t",
                                               ROWS ("z 2000-02-29 WBRI x", "a 2001-05-01 BAFR y", "a 1999-01-01 XXXX z",
                                                     "- 1999-01-01 YYYY z"));
  g_autoptr (MarmotPersonSet) set = make_set (people, spells);
  g_autoptr (MarmotTable) periods = marmot_person_set_get_spells (set);
  g_autofree char *text = marmot_person_set_to_string (set);
  gint32 first, last;

  /* Those of the table first; sex, which it lacks, is that of the episodes; b died in care. */
  assert_table (marmot_person_set_get_table (set), "z 2000-02-29 - - - WBRI -\n"
                                                   "a 2001-05-01 - - F BAFR false\n"
                                                   "b 2004-01-01 2019-06-01 - M - true\n"
                                                   "c - - - M - -");
  assert_table (periods, "1 2016-04-01 2017-04-01 0 E4A\n"
                         "1 2018-01-01 - 0 -\n"
                         "2 2019-01-01 2019-06-01 0 E2\n"
                         "3 2020-01-01 - 0 -");
  cr_assert_str_eq (text, "4 people with 4 periods of care");
  cr_assert (marmot_person_set_get_n_rows (set) == 4);
  cr_assert (g_list_model_get_n_items (G_LIST_MODEL (set)) == 4);
  cr_assert (marmot_person_set_get_n_left_out (set) == 2);
  cr_assert (marmot_person_set_get_contacts (set) == NULL);
  cr_assert (marmot_person_set_get_health (set) == NULL);
  cr_assert (marmot_person_set_get_checks (set) == NULL);
  cr_assert (marmot_person_set_get_coverage (set, &first, &last));
  cr_assert (first == read_day ("2010-04-01") && last == read_day ("2021-03-31"));
  /* a is in care, it seems, at 19. */
  assert_findings (set, "people/no-person 0; people/repeated 0; care-leaver/no-care 1; person/repeated 2 person; "
                        "care-leaver/care-after-18 2; care-leaver/no-birth 4");
  cr_assert (marmot_person_set_get_n_findings (set) == 6);
}

Test (person_set, the_latest_episode_tells)
{
  g_autoptr (MarmotSpellSet) spells = make_spells (ROWS ("a 2018-01-01 2018-06-01 S E6 C2 U4 2003-05-02 F 0",
                                                         "a 2015-04-01 2016-04-01 S E6 C2 U4 2003-05-01 M 0",
                                                         "a 2019-01-01 2019-06-01 S E6 C2 U4 - - -"));
  g_autoptr (MarmotTable) nobody = make_table ("person:t", NULL);
  g_autoptr (MarmotTable) listed = make_table ("person:t birth:d", ROWS ("a -"));
  g_autoptr (MarmotPersonSet) set = make_set (nobody, spells);
  g_autoptr (MarmotPersonSet) unknown = make_set (listed, spells);

  assert_table (marmot_person_set_get_table (set), "a 2003-05-02 - - F false");
  assert_findings (set, "person/birth-differs 1 birth");
  /* A birth that is said to be unknown is. */
  assert_table (marmot_person_set_get_table (unknown), "a - - - F false");
}

Test (person_set, numbers_are_pseudonyms_too)
{
  g_autoptr (MarmotTable) people = make_table ("person:i uasc:i", ROWS ("101 1", "102 0", "101 0", "103 7", "104 -"));
  g_autoptr (MarmotPersonSet) set = make_set (people, NULL);

  assert_table (marmot_person_set_get_table (set), "101 - - - true\n102 - - - false\n103 - - - -\n104 - - - -");
  cr_assert (!marmot_person_set_get_coverage (set, NULL, NULL));
}

Test (person_set, columns_that_are_wrong)
{
  static const struct
  {
    const char *header;
    const char *row;
    int code;
  } wrong[] = {
    { "child:t birth:d", "a 2001-01-01", MARMOT_ERROR_NOT_FOUND },
    { "person:d birth:d", "2001-01-01 2001-01-01", MARMOT_ERROR_TYPE },
    { "person:t birth:t", "a 2001-01-01", MARMOT_ERROR_TYPE },
    { "person:t death:i", "a 12", MARMOT_ERROR_TYPE },
    { "person:t sex:d", "a 2001-01-01", MARMOT_ERROR_TYPE },
    { "person:t uasc:d", "a 2001-01-01", MARMOT_ERROR_TYPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (MarmotTable) people = make_table (wrong[i].header, ROWS (wrong[i].row));
      g_autoptr (GError) error = NULL;
      MarmotPersonSet *set = marmot_person_set_new (people, NULL, &error);

      cr_assert (set == NULL, "%s", wrong[i].header);
      cr_assert (g_error_matches (error, MARMOT_ERROR, wrong[i].code), "%s", wrong[i].header);
      cr_assert (strstr (error->message, "2001") == NULL);
    }
}

/* Dates that no calendar has count as not known, wherever they stand. */
Test (person_set, days_that_cannot_be)
{
  const char *const names[] = { "person", "birth", "death", NULL };
  const char *const texts[] = { "a", "b", "c", NULL };
  const gint32 births[] = { G_MAXINT32, G_MININT32, 0 };
  const gint32 deaths[] = { 0, G_MININT32 + 1, 3000000 };
  MarmotColumn *columns[] = { marmot_column_new_text (texts), marmot_column_new_date (births, 3),
                              marmot_column_new_date (deaths, 3) };
  g_autoptr (MarmotTable) people = marmot_table_new (names, columns, 3, NULL);
  g_autoptr (MarmotPersonSet) set = make_set (people, NULL);
  g_autoptr (GDate) day = make_date ("2020-01-01");
  g_autoptr (MarmotTable) statuses = marmot_person_set_statuses_on (set, day, NULL);

  assert_table (marmot_person_set_get_table (set), "a - 1970-01-01 -\nb - - -\nc 1970-01-01 - -");
  cr_assert (marmot_table_get_n_rows (statuses) == 3);
  for (guint i = 0; i < 3; i++)
    marmot_column_unref (columns[i]);
}

/* --- what is known beside -------------------------------------------------------------- */

static MarmotPersonSet *
make_two (void)
{
  g_autoptr (MarmotSpellSet) spells = make_spells (ROWS ("a 2017-04-01 2020-04-01 S E6 C2 U4 2003-05-01 F 0",
                                                         "b 2018-01-01 2019-06-01 S E4A C2 P1 2002-05-01 M 0"));
  g_autoptr (MarmotTable) nobody = make_table ("person:t", NULL);

  return make_set (nobody, spells);
}

Test (person_set, facts)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (MarmotTable) rows = make_table (
      "person:t fact:t start:d end:d",
      ROWS ("b home-with-parent 2019-06-01 -", "a detained 2019-01-01 2018-01-01", "x detained 2019-01-01 -",
            "- detained 2019-01-01 -", "a pathway_plan 2019-02-01 -", "a moved 2019-01-01 -", "a detained - -",
            "a none 2019-01-01 -", "b home-with-parent 2018-06-01 2018-07-01"));
  g_autoptr (MarmotTable) more = make_table ("person:t fact:t start:d", ROWS ("a Education 2018-01-01"));
  g_autoptr (MarmotPersonSet) one = marmot_person_set_with_facts (bare, rows, MARMOT_CARE_FACTS_DETAINED, NULL);
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_facts (one, more, MARMOT_CARE_FACTS_EDUCATION, NULL);
  g_autoptr (MarmotTable) facts = marmot_person_set_get_facts (set);
  g_autoptr (MarmotTable) none = marmot_person_set_get_facts (bare);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) wrong = make_table ("person:t fact:t", ROWS ("a detained"));

  assert_table (facts, "0 education 2018-01-01 -\n"
                       "0 detained 2019-01-01 2018-01-01\n"
                       "0 pathway-plan 2019-02-01 -\n"
                       "1 home-with-parent 2018-06-01 2018-07-01\n"
                       "1 home-with-parent 2019-06-01 -");
  cr_assert (marmot_table_get_n_rows (none) == 0);
  cr_assert (marmot_person_set_get_n_left_out (set) == 5);
  assert_findings (set, "facts/no-person 0; facts/stranger 0; facts/unknown 0; facts/no-start 0; "
                        "care-leaver/fact-ends-before-start 1");
  cr_assert (marmot_person_set_with_facts (bare, wrong, 0, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (person_set, what_is_complete_decides)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_facts (bare, NULL, 0xff, NULL);
  g_autoptr (GDate) day = make_date ("2020-02-01");
  g_autoptr (MarmotTable) before = marmot_person_set_statuses_on (bare, day, NULL);
  g_autoptr (MarmotTable) after = marmot_person_set_statuses_on (set, day, NULL);
  g_autoptr (MarmotColumn) unknown = marmot_table_get_column_by_name (before, "depends_on");
  g_autoptr (MarmotColumn) known = marmot_table_get_column_by_name (after, "depends_on");

  /* b went home at 17, and whether that lasted six months nobody said. */
  cr_assert (!marmot_column_is_null (unknown, 1));
  cr_assert (marmot_column_is_null (known, 1));
}

Test (person_set, contacts_split_apart)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (MarmotTable) rows = make_table (
      "person:t date:d year:t in_touch:t activity:t accommodation:t",
      ROWS ("b 2020-07-01 - YES F1 U1", "b - 2019/20 no G5 S2", "a 2021-05-01 2021 REFU 0 0", "a - 2019/21 YES F1 U1",
            "x 2020-07-01 - YES F1 U1", "- 2020-07-01 - YES F1 U1", "a 2020-07-01 20x Yes p4 z1",
            "a 2020-08-01 - PERHAPS F9 U3"));
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_contacts (bare, rows, NULL);
  g_autoptr (MarmotTable) more = make_table ("person:t year:i activity:i", ROWS ("a 2019 0", "a 2022 4"));
  g_autoptr (MarmotPersonSet) both = marmot_person_set_with_contacts (set, more, NULL);
  g_autoptr (MarmotTable) wrong = make_table ("person:t in_touch:t", ROWS ("a YES"));
  g_autoptr (GError) error = NULL;

  assert_table (marmot_person_set_get_contacts (set), "0 2020-07-01 - YES P4 Z1 4 0 Z 1\n"
                                                      "0 2020-08-01 - - - - - - - -\n"
                                                      "0 2021-05-01 2021 REFU - - - - - -\n"
                                                      "1 - 2019 NO G5 S2 5 - S 0\n"
                                                      "1 2020-07-01 - YES F1 U1 1 1 U 1");
  assert_findings (set, "contacts/no-person 0; contacts/stranger 0; contacts/no-time 0; contacts/unread 1 year; "
                        "contacts/unread 1 in_touch; contacts/unread 1 activity; contacts/unread 1 accommodation");
  cr_assert (marmot_person_set_get_n_findings (set) == 7);
  cr_assert (marmot_table_get_n_rows (marmot_person_set_get_contacts (both)) == 7);
  cr_assert (marmot_person_set_get_n_findings (both) == 8);
  cr_assert (marmot_person_set_with_contacts (bare, wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (person_set, contacts_that_contradict)
{
  g_autoptr (MarmotTable) people = make_table ("person:t birth:d death:d",
                                               ROWS ("a 2003-05-01 2020-01-01", "b 2003-05-01 2020-01-01",
                                                     "c 2003-05-01 2020-01-01", "d 2003-05-01 -", "e 2003-05-01 -"));
  g_autoptr (MarmotPersonSet) bare = make_set (people, NULL);
  /* After death; in the year of death; that somebody had died; before 16; at 16 in the year. */
  g_autoptr (MarmotTable) rows = make_table ("person:t date:d year:i in_touch:t",
                                             ROWS ("a 2020-01-02 - YES", "b - 2019 YES", "c 2020-02-01 - DIED",
                                                   "c - 2020 DIED", "d - 2018 YES", "e - 2019 YES"));
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_contacts (bare, rows, NULL);

  assert_findings (set, "care-leaver/no-care 1; care-leaver/after-death 1; care-leaver/no-care 2; care-leaver/no-care 3; "
                        "care-leaver/no-care 4; care-leaver/contact-before-16 4; care-leaver/no-care 5");
}

Test (person_set, health)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (MarmotTable) rows = make_table (
      "person:t year:i sdq_score:i sdq_reason:t convicted:i health_check:b teeth_check:t",
      ROWS ("b 2019 40 - 0 1 1", "b 2018 41 sdq2 2 0 no", "b 2019 3 - 0 1 1", "a 2019 - SDQ9 1 - perhaps",
            "a - 1 - 0 1 1", "x 2019 1 - 0 1 1", "- 2019 1 - 0 1 1", "a 99 1 - 0 1 1"));
  g_autoptr (MarmotPersonSet) one = marmot_person_set_with_health (bare, rows, NULL);
  g_autoptr (MarmotTable) others = make_table ("person:t year:t", ROWS ("a 2020/21"));
  g_autoptr (MarmotPersonSet) other = marmot_person_set_with_health (one, others, NULL);

  assert_table (marmot_person_set_get_health (one), "0 2019 - - 1 - - - - - - -\n"
                                                    "1 2018 - SDQ2 - 0 - 0 - - - -\n"
                                                    "1 2019 40 - 0 1 - 1 - - - -");
  assert_findings (one, "health/no-person 0; health/stranger 0; health/no-year 0; health/repeated 0; "
                        "health/unread 1 sdq_reason; health/unread 1 teeth_check; health/unread 2 sdq_score; "
                        "health/unread 2 convicted");
  cr_assert (marmot_person_set_get_n_left_out (one) == 5);
  /* They take the place of what was there. */
  assert_table (marmot_person_set_get_health (other), "0 2020 - - - - - - - - - -");
  cr_assert (marmot_person_set_get_n_findings (other) == 0);
}

Test (person_set, checks)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (MarmotTable) rows = make_table (
      "person:t check:t due:d done:d status:t",
      ROWS ("b dental 2020-01-01 2020-02-01 completed", "b IHA 2019-01-01 - refused", "a haircut - 2020-01-01 -",
            "a - - 2020-01-01 -", "x dental - 2020-01-01 -", "- dental - 2020-01-01 -",
            "b dental 2019-01-01 2019-02-01 completed"));
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_checks (bare, rows, NULL);

  assert_table (marmot_person_set_get_checks (set), "0 haircut - 2020-01-01 -\n"
                                                    "1 dental 2019-01-01 2019-02-01 completed\n"
                                                    "1 dental 2020-01-01 2020-02-01 completed\n"
                                                    "1 IHA 2019-01-01 - refused");
  assert_findings (set, "checks/no-person 0; checks/stranger 0; checks/no-kind 0");
}

Test (person_set, coverage)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_coverage (bare, 10, 20, NULL);
  gint32 first, last;

  cr_assert (marmot_person_set_get_coverage (set, &first, &last) && first == 10 && last == 20);
  cr_assert (marmot_person_set_with_coverage (bare, 20, 10, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (person_set, what_a_table_adds)
{
  g_autoptr (MarmotPersonSet) bare = make_two ();
  g_autoptr (MarmotTable) some = make_table ("person:t birth:d death:d locality:t uasc:b",
                                             ROWS ("b - 2020-01-01 East 1", "x 2001-01-01 - West 0", "b 2001-01-01 - West -",
                                                   "- 2001-01-01 - - -", "a 2003-06-01 - - -"));
  g_autoptr (MarmotTable) wrong = make_table ("person:t birth:t", ROWS ("a x"));
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_people (bare, some, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) spells = marmot_person_set_get_spells (set);

  assert_table (marmot_person_set_get_table (set), "a 2003-06-01 - - F - false\nb 2002-05-01 2020-01-01 - M East true");
  cr_assert (marmot_table_get_n_rows (spells) == 2);
  assert_findings (set, "people/no-person 0; people/stranger 0; people/repeated 0; person/repeated 2 person");
  cr_assert (marmot_person_set_get_n_left_out (set) == 3);
  cr_assert (marmot_person_set_with_people (bare, wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

/* --- a return -------------------------------------------------------------------------- */

static void
add (MarmotCareReader *reader,
     const char *csv,
     guint year)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_care_reader_add_bytes (reader, bytes, NULL, year, NULL, &error), "%s", error ? error->message : "");
}

#define EPISODES "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"

static MarmotCareReturn *
make_return (void)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();

  add (reader, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
               "101,1,05/06/2006,WBRI,UN1,,\n102,2,30/11/2005,BAFR,UN1,0,\n103,9,01/01/2001,WXYZ,UN1,,\n", 2023);
  add (reader, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
               "102,F,01/12/2005,REFU,UN1,0,\n104,U,01/01/2015,NOBT,UN1,,\n", 2024);
  add (reader, EPISODES "101,02/05/2020,S,C2,N1,U3,PR1,20/07/2023,X1,CARPL,,,\n"
                        "101,20/07/2023,P,C2,N1,P1,PR0,01/02/2024,E4A,,,,\n"
                        "102,01/09/2023,S,V2,N2,U3,PR1,,,,,,\n", 2023);
  add (reader, EPISODES "102,01/09/2023,S,V2,N2,U3,PR1,30/06/2024,E2,,,,\n"
                        "104,15/06/2024,S,C1,N1,U6,PR4,,,,,,\n", 2024);
  add (reader, "CHILD,SEX,DOB,DUC\n102,2,30/11/2005,30/11/2023\n", 2023);
  add (reader, "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n103,01/01/2001,YES,F2,U1\n105,02/02/2003,NO,0,0\n", 2023);
  add (reader, "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n105,02/02/2003,YES,QQ,B1\n", 2024);
  add (reader, "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
               "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n"
               "101,05/06/2006,12,,0,,1,1,0,0,,\n", 2023);
  return marmot_care_reader_end (reader, NULL);
}

Test (person_set, of_a_return)
{
  g_autoptr (MarmotCareReturn) care = make_return ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPersonSet) set = marmot_person_set_new_from_return (care, &error);
  g_autoptr (MarmotTable) spells = NULL;
  gint32 first, last;

  cr_assert (set, "%s", error ? error->message : "");
  spells = marmot_person_set_get_spells (set);
  cr_assert (marmot_person_set_get_n_rows (set) == marmot_care_return_get_n_children (care));
  /* 1 and 2 are M and F, the later year wins, and 9 and WXYZ are no codes. */
  assert_table (marmot_person_set_get_table (set), "101 2006-06-05 - - M WBRI false\n"
                                                   "102 2005-12-01 2024-06-30 2023-11-30 F REFU true\n"
                                                   "103 2001-01-01 - - - - false\n"
                                                   "105 2003-02-02 - - - - false\n"
                                                   "104 2015-01-01 - - U NOBT -");
  assert_table (spells, "0 2020-05-02 2024-02-01 0 E4A\n1 2023-09-01 2024-06-30 0 E2\n4 2024-06-15 - 0 -");
  assert_table (marmot_person_set_get_contacts (set), "2 - 2023 YES F2 U1 2 1 U 1\n"
                                                      "3 - 2023 NO - - - - - -\n"
                                                      "3 - 2024 YES - B1 - - B 1");
  assert_table (marmot_person_set_get_health (set), "0 2023 12 - 0 - 1 1 0 0 - -");
  cr_assert (marmot_person_set_get_coverage (set, &first, &last));
  cr_assert (first == read_day ("2023-04-01") && last == read_day ("2025-03-31"));
  assert_findings (set, "person/birth-differs 2 birth; care-leaver/care-after-18 2; care-leaver/no-care 3; "
                        "care-leaver/no-care 4; contacts/unread 4 activity");
}

Test (person_set, of_a_return_without_care)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotPersonSet) set = NULL;

  add (reader, "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n103,01/01/2001,YES,F2,U1\n", 2023);
  care = marmot_care_reader_end (reader, NULL);
  set = marmot_person_set_new_from_return (care, NULL);
  assert_table (marmot_person_set_get_table (set), "103 2001-01-01 - -");
  cr_assert (marmot_person_set_get_health (set) == NULL);
}

Test (person_set, years_that_are_missing)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotPersonSet) set = NULL;
  gint32 first;

  add (reader, EPISODES "101,02/05/2018,S,C2,N1,U3,PR1,20/07/2018,E6,,,,\n", 2018);
  add (reader, EPISODES "101,02/05/2021,S,C2,N1,U3,PR1,20/07/2021,E6,,,,\n", 2021);
  care = marmot_care_reader_end (reader, NULL);
  set = marmot_person_set_new_from_return (care, NULL);
  assert_findings (set, "people/years-missing 0; care-leaver/no-birth 1");
  cr_assert (marmot_person_set_get_coverage (set, &first, NULL) && first == read_day ("2021-04-01"));
}

/* --- bad input ------------------------------------------------------------------------- */

/* Each is told of, and all stay. */
Test (person_set, nobody_is_dropped)
{
  g_autoptr (MarmotSpellSet) spells = make_spells (ROWS (
      "no-birth 2017-04-01 2018-04-01 S E6 C2 U4 - F 0", "dies-first 2017-04-01 2018-04-01 S E6 C2 U4 2003-05-01 F 0",
      "never-closes 2010-04-01 - S - C2 U4 1998-05-01 F 0", "uasc 2017-04-01 2018-04-01 S E6 C2 U4 2003-05-01 F 1"));
  g_autoptr (MarmotTable) people = make_table ("person:t birth:d death:d uasc_until:d",
                                               ROWS ("no-birth - - -", "dies-first 2003-05-01 2017-06-01 -",
                                                     "never-closes 1998-05-01 - -", "uasc 2003-05-01 - 2021-05-02",
                                                     "no-care 2003-05-01 - -"));
  g_autoptr (MarmotPersonSet) set = make_set (people, spells);
  g_autoptr (GDate) day = make_date ("2020-06-01");
  g_autoptr (MarmotTable) statuses = marmot_person_set_statuses_on (set, day, NULL);
  g_autoptr (MarmotColumn) status = marmot_table_get_column_by_name (statuses, "status");

  assert_findings (set, "care-leaver/no-birth 1; care-leaver/after-death 2; care-leaver/care-after-18 3; "
                        "care-leaver/uasc-dates 4; care-leaver/no-care 5");
  cr_assert (marmot_table_get_n_rows (statuses) == 5);
  for (gsize row = 0; row < 5; row++)
    {
      g_autofree char *text = marmot_column_get_text (status, row);

      cr_assert_str_eq (text, "cannot-be-determined", "row %zu: %s", row, text);
    }
}

Test (person_set, episodes_of_nobody_are_counted)
{
  g_autoptr (MarmotSpellSet) spells = make_spells (ROWS ("- 2017-04-01 2018-04-01 S E6 C2 U4 2003-05-01 F 0",
                                                         "a - 2018-04-01 S E6 C2 U4 2003-05-01 F 0"));
  g_autoptr (MarmotTable) nobody = make_table ("person:t", NULL);
  g_autoptr (MarmotPersonSet) set = make_set (nobody, spells);
  g_autoptr (GPtrArray) findings = marmot_person_set_get_findings (set);

  cr_assert (marmot_person_set_get_n_rows (set) == 0);
  cr_assert (findings->len == 1);
  cr_assert (strstr (marmot_finding_get_message (findings->pdata[0]), ": 2") != NULL);
}

/* Whatever a cell holds stays where it is. */
Test (person_set, says_no_value)
{
  g_autoptr (MarmotTable) people = make_table ("person:t sex:t uasc:t",
                                               ROWS (CANARY "-1 " CANARY "-2 " CANARY "-3", CANARY "-1 - -", "- - -"));
  g_autoptr (MarmotPersonSet) bare = make_set (people, NULL);
  g_autoptr (MarmotTable) facts = make_table ("person:t fact:t start:d",
                                              ROWS (CANARY "-1 " CANARY "-4 2020-01-01", CANARY "-9 detained 2020-01-01"));
  g_autoptr (MarmotTable) contacts = make_table (
      "person:t year:t in_touch:t activity:t accommodation:t",
      ROWS (CANARY "-1 2020 " CANARY "-5 " CANARY "-6 " CANARY "-7", CANARY "-1 " CANARY "-8 - - -"));
  g_autoptr (MarmotTable) health = make_table ("person:t year:t sdq_score:t sdq_reason:t convicted:t",
                                               ROWS (CANARY "-1 2020 " CANARY "-A " CANARY "-B " CANARY "-C"));
  g_autoptr (MarmotTable) checks = make_table ("person:t check:t status:t",
                                               ROWS (CANARY "-8 dental -", CANARY "-1 " CANARY "-D " CANARY "-E"));
  g_autoptr (MarmotPersonSet) one = marmot_person_set_with_facts (bare, facts, 0, NULL);
  g_autoptr (MarmotPersonSet) two = marmot_person_set_with_contacts (one, contacts, NULL);
  g_autoptr (MarmotPersonSet) three = marmot_person_set_with_health (two, health, NULL);
  g_autoptr (MarmotPersonSet) set = marmot_person_set_with_checks (three, checks, NULL);
  g_autoptr (GPtrArray) findings = marmot_person_set_get_findings (set);
  g_autofree char *text = marmot_person_set_to_string (set);
  g_autofree char *table = marmot_table_to_string (marmot_person_set_get_table (set));

  cr_assert (findings->len == 16, "%u", findings->len);
  cr_assert (marmot_person_set_get_n_findings (set) == findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *told = marmot_finding_to_string (findings->pdata[i]);

      cr_assert (strstr (told, CANARY) == NULL, "%s", told);
    }
  cr_assert (strstr (text, CANARY) == NULL);
  cr_assert (strstr (table, CANARY) == NULL);
}

Test (person_set, the_first_thousand_findings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *const heads[] = { "person", NULL };
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (MarmotTable) people = NULL;
  g_autoptr (MarmotPersonSet) set = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (names, g_strdup_printf ("p%u", i));
  g_ptr_array_add (names, NULL);
  column = marmot_column_new_text ((const char *const *) names->pdata);
  people = marmot_table_new (heads, &column, 1, NULL);
  set = make_set (people, NULL);
  findings = marmot_person_set_get_findings (set);
  cr_assert (findings->len == 1000);
  /* Each has no birth and no care. */
  cr_assert (marmot_person_set_get_n_findings (set) == 6000);
}

/* --- parts, and one at a time ---------------------------------------------------------- */

/* Lives by dice: births, periods that may overlap or end first, facts and contacts. */
static MarmotPersonSet *
make_lives (guint32 seed,
            guint n_people)
{
  static const char *const reasons[] = { "E4A", "E6", "E13", "E45", "E2", "E3", "E8", "X1" };
  static const char *const places[] = { "U4", "P1", "K2", "T0" };
  static const char *const facts[] = { "home-with-parent", "detained", "special-guardianship", "asked-for-support",
                                       "education", "pathway-plan" };
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  const gint32 base = read_day ("1998-01-01");
  const char *episode_heads[] = { "person", "birth", "start", "end", "start_reason", "end_reason", "placement",
                                  "legal_status", NULL };
  const char *fact_heads[] = { "person", "fact", "start", "end", NULL };
  const char *contact_heads[] = { "person", "date", "in_touch", NULL };
  const char *people_heads[] = { "person", NULL };
  GPtrArray *texts[8];
  GArray *days[5], *nulls[3];
  MarmotColumn *columns[8];
  MarmotPersonSet *set;

  for (guint i = 0; i < 8; i++)
    texts[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 5; i++)
    days[i] = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < 3; i++)
    nulls[i] = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint p = 0; p < n_people; p++)
    {
      gint32 birth = base + g_rand_int_range (dice, 0, 4000);
      guint n_spells = (guint) g_rand_int_range (dice, 0, 4);
      gint32 at = birth + g_rand_int_range (dice, -10, 6500);

      g_ptr_array_add (texts[0], g_strdup_printf ("p%u", p));
      for (guint s = 0; s < n_spells; s++)
        {
          gint32 end = at + g_rand_int_range (dice, -2, 400);
          gboolean no_birth = g_rand_int_range (dice, 0, 20) == 0;
          gboolean is_open = g_rand_int_range (dice, 0, 8) == 0;

          g_ptr_array_add (texts[1], g_strdup_printf ("p%u", p));
          g_ptr_array_add (texts[2], g_strdup ("S"));
          g_ptr_array_add (texts[3], g_strdup (reasons[g_rand_int_range (dice, 0, 8)]));
          g_ptr_array_add (texts[4], g_strdup (places[g_rand_int_range (dice, 0, 4)]));
          g_ptr_array_add (texts[5], g_strdup (g_rand_int_range (dice, 0, 6) ? "C2" : "V4"));
          g_array_append_val (days[0], birth);
          g_array_append_val (days[1], at);
          g_array_append_val (days[2], end);
          g_array_append_val (nulls[0], no_birth);
          g_array_append_val (nulls[1], is_open);
          at = end + g_rand_int_range (dice, -5, 900);
        }
      if (g_rand_boolean (dice))
        {
          gint32 start = birth + g_rand_int_range (dice, 5000, 9000);
          gint32 end = start + g_rand_int_range (dice, -1, 500);

          g_ptr_array_add (texts[6], g_strdup_printf ("p%u", p));
          g_ptr_array_add (texts[7], g_strdup (facts[g_rand_int_range (dice, 0, 6)]));
          g_array_append_val (days[3], start);
          g_array_append_val (days[4], end);
        }
    }
  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (texts[i], NULL);

  {
    const gsize n = days[0]->len, n_facts = days[3]->len;
    g_autoptr (MarmotColumn) births = marmot_column_new_date ((gint32 *) (void *) days[0]->data, n);
    g_autoptr (MarmotColumn) ends = marmot_column_new_date ((gint32 *) (void *) days[2]->data, n);
    g_autoptr (MarmotTable) people = NULL;
    g_autoptr (MarmotTable) table = NULL;
    g_autoptr (MarmotTable) fact_table = NULL;
    g_autoptr (MarmotTable) contact_table = NULL;
    g_autoptr (MarmotEpisodeSet) episodes = NULL;
    g_autoptr (MarmotSpellSet) spells = NULL;
    g_autoptr (MarmotPersonSet) bare = NULL;
    g_autoptr (MarmotPersonSet) with_facts = NULL;

    columns[0] = marmot_column_new_text ((const char *const *) texts[0]->pdata);
    people = marmot_table_new (people_heads, columns, 1, NULL);
    marmot_column_unref (columns[0]);
    columns[0] = marmot_column_new_text ((const char *const *) texts[1]->pdata);
    columns[1] = marmot_column_with_nulls (births, (gboolean *) (void *) nulls[0]->data, n, NULL);
    columns[2] = marmot_column_new_date ((gint32 *) (void *) days[1]->data, n);
    columns[3] = marmot_column_with_nulls (ends, (gboolean *) (void *) nulls[1]->data, n, NULL);
    for (guint i = 4; i < 8; i++)
      columns[i] = marmot_column_new_text ((const char *const *) texts[i - 2]->pdata);
    table = marmot_table_new (episode_heads, columns, 8, NULL);
    for (guint i = 0; i < 8; i++)
      marmot_column_unref (columns[i]);
    episodes = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);
    spells = marmot_episode_set_link (episodes, NULL, NULL);
    bare = make_set (people, spells);

    columns[0] = marmot_column_new_text ((const char *const *) texts[6]->pdata);
    columns[1] = marmot_column_new_text ((const char *const *) texts[7]->pdata);
    columns[2] = marmot_column_new_date ((gint32 *) (void *) days[3]->data, n_facts);
    columns[3] = marmot_column_new_date ((gint32 *) (void *) days[4]->data, n_facts);
    fact_table = marmot_table_new (fact_heads, columns, 4, NULL);
    with_facts = marmot_person_set_with_facts (bare, fact_table, MARMOT_CARE_FACTS_DETAINED, NULL);
    marmot_column_unref (columns[1]);
    columns[1] = marmot_column_ref (columns[3]);
    marmot_column_unref (columns[3]);
    marmot_column_unref (columns[2]);
    columns[2] = marmot_column_new_text ((const char *const *) texts[7]->pdata);
    contact_table = marmot_table_new (contact_heads, columns, 3, NULL);
    set = marmot_person_set_with_contacts (with_facts, contact_table, NULL);
    for (guint i = 0; i < 3; i++)
      marmot_column_unref (columns[i]);
  }
  for (guint i = 0; i < 8; i++)
    g_ptr_array_unref (texts[i]);
  for (guint i = 0; i < 5; i++)
    g_array_unref (days[i]);
  for (guint i = 0; i < 3; i++)
    g_array_unref (nulls[i]);
  return set;
}

static char *
print_row (MarmotTable *table,
           gsize row)
{
  g_autoptr (MarmotTable) one = marmot_table_slice (table, row, 1);

  return print_table (one);
}

/* "status provision returner ..." of the object. */
static char *
print_status (MarmotCareLeaver *person,
              const GDate *day,
              MarmotCareLeaverOptions *options)
{
  g_autoptr (MarmotLegalStatus) status = marmot_care_leaver_status_on (person, day, options);
  g_autoptr (GEnumClass) statuses = g_type_class_ref (MARMOT_TYPE_CARE_STATUS);
  g_autoptr (GEnumClass) answers = g_type_class_ref (MARMOT_TYPE_CARE_ANSWER);
  g_auto (GStrv) depends = marmot_legal_status_get_depends_on (status);
  g_autofree char *list = g_strjoinv (" ", depends);
  const char *provision = marmot_legal_status_get_provision (status);
  int age = marmot_care_leaver_age_on (person, day, options);
  int since_14 = marmot_legal_status_get_days_since_14 (status);
  int after_16 = marmot_legal_status_get_days_after_16 (status);
  g_autofree char *aged = age < 0 ? g_strdup ("-") : g_strdup_printf ("%d", age);
  g_autofree char *since = since_14 < 0 ? g_strdup ("-") : g_strdup_printf ("%d", since_14);
  g_autofree char *after = after_16 < 0 ? g_strdup ("-") : g_strdup_printf ("%d", after_16);

  return g_strdup_printf (
      "%s %s %s %d %s %s %s %d %s", g_enum_get_value (statuses, marmot_legal_status_get_status (status))->value_nick,
      provision ? provision : "-", aged, marmot_legal_status_get_returner (status), since, after, *list ? list : "-",
      marmot_legal_status_get_authority_moved (status),
      g_enum_get_value (answers, marmot_care_leaver_corporate_parenting_applies_on (person, day, options))->value_nick);
}

Test (person_set, all_at_once_is_one_at_a_time, .timeout = 60)
{
  g_autoptr (MarmotPersonSet) set = make_lives (7, 400);
  g_autoptr (MarmotCareLeaverOptions) february = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "leap-birthday",
                                                               MARMOT_LEAP_BIRTHDAY_FEBRUARY, NULL);
  g_autoptr (MarmotTable) timelines = marmot_person_set_get_timelines (set, NULL);
  g_autoptr (MarmotColumn) rows = marmot_table_get_column_by_name (timelines, "row");
  g_autoptr (GDate) day = make_date ("2012-01-01");
  gsize first = 0;
  guint n_determined = 0;

  for (guint step = 0; step < 12; step++)
    {
      MarmotCareLeaverOptions *options = step % 3 == 2 ? february : NULL;
      g_autoptr (MarmotTable) statuses = NULL;

      g_date_add_days (day, 401);
      statuses = marmot_person_set_statuses_on (set, day, options);
      for (guint row = 0; row < 400; row++)
        {
          g_autoptr (MarmotCareLeaver) person = g_list_model_get_item (G_LIST_MODEL (set), row);
          g_autofree char *one = print_status (person, day, options);
          g_autofree char *of_all = print_row (statuses, row);

          cr_assert_str_eq (of_all, one);
          n_determined += !g_str_has_prefix (one, "cannot");
        }
    }
  cr_assert (n_determined > 1000 && n_determined < 4500, "%u", n_determined);

  for (guint row = 0; row < 400; row++)
    {
      g_autoptr (MarmotCareLeaver) person = g_list_model_get_item (G_LIST_MODEL (set), row);
      g_autoptr (MarmotTable) one = marmot_care_leaver_get_timeline (person, NULL);
      g_autofree char *alone = print_table (one);
      g_autoptr (GString) of_all = g_string_new (NULL);

      for (; first < marmot_table_get_n_rows (timelines) && marmot_column_get_integer (rows, first) == row; first++)
        {
          g_autofree char *line = print_row (timelines, first);

          /* Behind the number of the person. */
          g_string_append_printf (of_all, "%s%s", of_all->len ? "\n" : "", strchr (line, ' ') + 1);
        }
      cr_assert_str_eq (of_all->str, alone);
    }
  cr_assert (first == marmot_table_get_n_rows (timelines));
}

Test (person_set, threads_change_nothing, .timeout = 60)
{
  g_autoptr (MarmotPersonSet) set = make_lives (11, 40000);
  g_autoptr (GDate) day = make_date ("2019-09-01");
  g_autoptr (MarmotTable) one = NULL;
  g_autoptr (MarmotTable) several = NULL;
  g_autoptr (MarmotTable) lives_one = NULL;
  g_autoptr (MarmotTable) lives_several = NULL;

  marmot_set_threads (1);
  one = marmot_person_set_statuses_on (set, day, NULL);
  lives_one = marmot_person_set_get_timelines (set, NULL);
  marmot_set_threads (4);
  several = marmot_person_set_statuses_on (set, day, NULL);
  lives_several = marmot_person_set_get_timelines (set, NULL);
  marmot_set_threads (0);
  cr_assert (marmot_table_equal (one, several));
  cr_assert (marmot_table_equal (lives_one, lives_several));
}

/* Whoever is taken apart by chance keeps everything, and the parts are the whole. */
Test (person_set, parts_are_the_whole, .timeout = 60)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (3);

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (MarmotPersonSet) set = make_lives (round, 200);
      g_autoptr (GDate) day = make_date ("2018-03-01");
      g_autoptr (MarmotTable) all = marmot_person_set_statuses_on (set, day, NULL);
      gint64 rows[2][200];
      gsize n[2] = { 0, 0 };
      guint64 n_findings = 0;

      for (gint64 row = 0; row < 200; row++)
        {
          const int side = g_rand_boolean (dice);

          rows[side][n[side]++] = row;
        }
      for (guint side = 0; side < 2; side++)
        {
          g_autoptr (MarmotColumn) column = marmot_column_new_integer (rows[side], n[side]);
          g_autoptr (MarmotPersonSet) part = marmot_person_set_take (set, column, NULL);
          g_autoptr (MarmotTable) statuses = marmot_person_set_statuses_on (part, day, NULL);

          n_findings += marmot_person_set_get_n_findings (part);
          cr_assert (marmot_person_set_get_n_rows (part) == n[side]);
          for (gsize i = 0; i < n[side]; i++)
            {
              g_autofree char *here = print_row (statuses, i);
              g_autofree char *there = print_row (all, (gsize) rows[side][i]);
              g_autofree char *who_here = print_row (marmot_person_set_get_table (part), i);
              g_autofree char *who_there = print_row (marmot_person_set_get_table (set), (gsize) rows[side][i]);

              cr_assert_str_eq (here, there);
              cr_assert_str_eq (who_here, who_there);
            }
        }
      cr_assert (n_findings == marmot_person_set_get_n_findings (set));
    }
}

Test (person_set, takes_in_the_order_asked_for)
{
  g_autoptr (MarmotCareReturn) care = make_return ();
  g_autoptr (MarmotPersonSet) set = marmot_person_set_new_from_return (care, NULL);
  const gint64 rows[] = { 3, 0 };
  g_autoptr (MarmotColumn) column = marmot_column_new_integer (rows, 2);
  g_autoptr (MarmotPersonSet) part = marmot_person_set_take (set, column, NULL);

  assert_table (marmot_person_set_get_table (part), "105 2003-02-02 - - - - false\n101 2006-06-05 - - M WBRI false");
  assert_table (marmot_person_set_get_contacts (part), "0 - 2023 NO - - - - - -\n0 - 2024 YES - B1 - - B 1");
  assert_table (marmot_person_set_get_health (part), "1 2023 12 - 0 - 1 1 0 0 - -");
  assert_findings (part, "care-leaver/no-care 1; contacts/unread 1 activity");
}

Test (person_set, rows_that_are_wrong)
{
  g_autoptr (MarmotPersonSet) set = make_two ();
  const gint64 wrong[][2] = { { 0, 2 }, { 0, 0 }, { -1, 0 } };
  const double number = 0;
  g_autoptr (MarmotColumn) numbers = marmot_column_new_double (&number, 1);
  g_autoptr (GError) type = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (MarmotColumn) rows = marmot_column_new_integer (wrong[i], 2);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_person_set_take (set, rows, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
  cr_assert (marmot_person_set_take (set, numbers, &type) == NULL);
  cr_assert (g_error_matches (type, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

Test (person_set, of_nobody)
{
  g_autoptr (MarmotPersonSet) made = g_object_new (MARMOT_TYPE_PERSON_SET, NULL);
  g_autoptr (MarmotTable) nobody = make_table ("person:t", NULL);
  g_autoptr (MarmotPersonSet) empty = make_set (nobody, NULL);
  g_autoptr (GDate) day = make_date ("2018-03-01");
  MarmotPersonSet *sets[] = { made, empty };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MarmotColumn) none = marmot_column_new_integer (NULL, 0);
      g_autoptr (MarmotTable) statuses = marmot_person_set_statuses_on (sets[i], day, NULL);
      g_autoptr (MarmotTable) timelines = marmot_person_set_get_timelines (sets[i], NULL);
      g_autoptr (MarmotTable) spells = marmot_person_set_get_spells (sets[i]);
      g_autoptr (MarmotTable) facts = marmot_person_set_get_facts (sets[i]);
      g_autoptr (GPtrArray) findings = marmot_person_set_get_findings (sets[i]);
      g_autoptr (MarmotPersonSet) part = marmot_person_set_take (sets[i], none, NULL);
      g_autoptr (MarmotPersonSet) with = marmot_person_set_with_facts (sets[i], NULL, 0, NULL);
      g_autoptr (MarmotPersonSet) covered = marmot_person_set_with_coverage (sets[i], 0, 1, NULL);

      cr_assert (marmot_table_get_n_rows (statuses) == 0 && marmot_table_get_n_columns (statuses) == 9);
      cr_assert (marmot_table_get_n_rows (timelines) == 0 && marmot_table_get_n_columns (timelines) == 7);
      cr_assert (marmot_table_get_n_rows (spells) == 0 && marmot_table_get_n_columns (spells) == 5);
      cr_assert (marmot_table_get_n_rows (facts) == 0 && marmot_table_get_n_columns (facts) == 4);
      cr_assert (findings->len == 0);
      cr_assert (part && with && covered);
      cr_assert (g_list_model_get_item (G_LIST_MODEL (sets[i]), 0) == NULL);
    }
}
