/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The return on children looked after, from its files. All children are made up.
 */
#include <criterion/criterion.h>

#include <glib/gstdio.h>

#include <math.h>
#include <string.h>

#include <marmot/marmot.h>

#define EPISODES_HEADER \
  "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"

static const char header_2017[] = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                  "101,1,05/06/2008,WBRI,A123456789012,,\n"
                                  "102,2,30/11/2005,BAFR,UN1,0,\n"
                                  "103,2,01/01/2001,REFU,UN3,1,04/07/2017\n";

static const char episodes_2017[] = EPISODES_HEADER
  "101,02/05/2016,S,V2,N1,U3,PR1,20/07/2017,X1,CARPL,CV1 1AA,CV2 2BB,SC000001\n"
  "101,20/07/2017,P,V2,N1,K2,PR4,,,,CV1 1AA,B1 1BB,SC000002\n"
  "102,01/09/2017,S,V3,N2,U3,PR1,09/09/2017,E8,,,,\n"
  "103,11/01/2018,S,C2,N8,H5,PR5,,,,cv1 1aa,cv22bb,\n";

static const char episodes_2018[] = EPISODES_HEADER
  "101,20/07/2017,P,V2,N1,K2,PR4,03/05/2018,E4A,,CV1 1AA,B1 1BB,SC000002\n"
  "103,11/01/2018,S,C2,N8,H5,PR5,,,,CV1 1AA,CV2 2BB,\n"
  "104,15/06/2018,S,C1,N1,U6,PR4,,,,CV3 3CC,LE1 1DD,SC000003\n";

static gboolean
add (MarmotCareReader *reader,
     const char *csv,
     const char *name,
     guint year,
     GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));

  return marmot_care_reader_add_bytes (reader, bytes, name, year, NULL, error);
}

static MarmotCareReturn *
end (MarmotCareReader *reader)
{
  g_autoptr (GError) error = NULL;
  MarmotCareReturn *care = marmot_care_reader_end (reader, &error);

  cr_assert (care, "%s", error ? error->message : "");
  cr_assert (error == NULL);
  return care;
}

static MarmotCareReturn *
read_one (const char *csv,
          guint year)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  MarmotCareReturn *care = marmot_care_reader_read_bytes (reader, bytes, "a.csv", year, &error);

  cr_assert (care, "%s", error ? error->message : "");
  return care;
}

/* The findings as "rule row column", joined by "; ". */
static char *
list_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      MarmotFinding *finding = findings->pdata[i];
      const char *column = marmot_finding_get_column (finding);

      g_string_append_printf (text, "%s%s %d %s", i ? "; " : "", marmot_finding_get_rule (finding),
                              (int) marmot_finding_get_row (finding), column ? column : "-");
      cr_expect (!marmot_finding_is_published (finding));
    }
  g_ptr_array_unref (findings);
  return g_string_free (text, FALSE);
}

#define assert_findings(care, wanted)                                                        \
  do                                                                                         \
    {                                                                                        \
      g_autofree char *found_ = list_findings (marmot_care_return_get_findings (care));      \
      cr_expect_str_eq (found_, wanted);                                                     \
    }                                                                                        \
  while (0)

static char *
cell (MarmotTable *table,
      const char *column,
      gsize row)
{
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (table, column);

  cr_assert (values != NULL, "%s", column);
  if (marmot_column_is_null (values, row))
    return g_strdup ("null");
  switch (marmot_column_get_column_type (values))
    {
    case MARMOT_COLUMN_DATE:
      {
        GDate date;
        char text[32];

        g_date_clear (&date, 1);
        g_date_set_julian (&date, (guint32) (marmot_column_get_date (values, row) + 719163));
        g_date_strftime (text, sizeof text, "%d/%m/%Y", &date);
        return g_strdup (text);
      }
    case MARMOT_COLUMN_DOUBLE:
      return g_strdup_printf ("%.1f", marmot_column_get_double (values, row));
    case MARMOT_COLUMN_INTEGER:
      return g_strdup_printf ("%d", (int) marmot_column_get_integer (values, row));
    case MARMOT_COLUMN_BOOLEAN:
      return g_strdup (marmot_column_get_boolean (values, row) ? "true" : "false");
    default:
      return marmot_column_get_text (values, row);
    }
}

/* A column of a table on one line. */
static char *
list_cells (MarmotTable *table,
            const char *column)
{
  GString *text = g_string_new (NULL);

  for (gsize row = 0; row < marmot_table_get_n_rows (table); row++)
    {
      g_autofree char *one = cell (table, column, row);

      g_string_append_printf (text, "%s%s", row ? " " : "", one);
    }
  return g_string_free (text, FALSE);
}

#define assert_cells(table, column, wanted)                       \
  do                                                              \
    {                                                             \
      g_autofree char *cells_ = list_cells (table, column);       \
      cr_expect_str_eq (cells_, wanted);                          \
    }                                                             \
  while (0)

Test (care_reader, knows_tables_by_their_columns)
{
  static const struct
  {
    const char *columns;
    MarmotCareTable table;
  } cases[] = {
    { "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", MARMOT_CARE_TABLE_HEADER },
    { "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
      MARMOT_CARE_TABLE_EPISODES },
    { "CHILD,DOB,REVIEW,REVIEW_CODE", MARMOT_CARE_TABLE_REVIEWS },
    { "CHILD,SEX,DOB,DUC", MARMOT_CARE_TABLE_UASC },
    { "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
      "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED", MARMOT_CARE_TABLE_OC2 },
    { "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", MARMOT_CARE_TABLE_OC3 },
    { "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR", MARMOT_CARE_TABLE_AD1 },
    { "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", MARMOT_CARE_TABLE_PLACED_ADOPTION },
    { "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", MARMOT_CARE_TABLE_PREV_PERM },
    { "CHILD,DOB,MISSING,MIS_START,MIS_END", MARMOT_CARE_TABLE_MISSING },
    { "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", MARMOT_CARE_TABLE_SW_EPISODES },
    { "CHILD,DOB,DOLO_START,DOLO_END", MARMOT_CARE_TABLE_DOLO },
    { "CHILD,DECOM,PL_LA,PL_LOCATION,PL_DISTANCE", MARMOT_CARE_TABLE_LOCATIONS },
    /* Episodes with what the department adds are episodes still. */
    { "child, Decom ,RNE,LS,DEC,REC,PL_LA,PL_LOCATION,PL_DISTANCE", MARMOT_CARE_TABLE_EPISODES },
  };
  MarmotCareTable table;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].columns, ",", -1);

      cr_expect (marmot_care_reader_recognise ((const char *const *) names, &table), "%s", cases[i].columns);
      cr_expect (table == cases[i].table, "%s", cases[i].columns);
    }
  {
    const char *const none[] = { "CHILD", "DOB", "SEX", NULL };

    cr_expect (!marmot_care_reader_recognise (none, &table));
  }
}

Test (care_reader, reads_what_a_table_says)
{
  g_autoptr (MarmotCareReturn) care = read_one (episodes_2017, 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_EPISODES, 2017);

  cr_expect (marmot_care_return_get_first_year (care) == 2017 && marmot_care_return_get_last_year (care) == 2017);
  cr_expect (marmot_care_return_get_n_children (care) == 3);
  cr_expect (marmot_care_return_get_n_rows_read (care) == 4 && marmot_care_return_get_n_rows_kept (care) == 4);
  cr_expect (!marmot_care_return_has_table (care, MARMOT_CARE_TABLE_HEADER, 2017));
  cr_expect (!marmot_care_return_has_table (care, MARMOT_CARE_TABLE_EPISODES, 2016));
  cr_expect_str_eq (marmot_care_return_get_source (care, MARMOT_CARE_TABLE_EPISODES, 2017), "a.csv");
  cr_expect (marmot_care_return_get_line (care, MARMOT_CARE_TABLE_EPISODES, 2017, 3) == 5);
  cr_expect (marmot_care_return_get_line (care, MARMOT_CARE_TABLE_EPISODES, 2017, 4) == 0);
  assert_cells (table, "CHILD", "101 101 102 103");
  assert_cells (table, "DECOM", "02/05/2016 20/07/2017 01/09/2017 11/01/2018");
  assert_cells (table, "DEC", "20/07/2017 null 09/09/2017 null");
  assert_cells (table, "PLACE", "U3 K2 U3 H5");
  assert_cells (table, "REASON_PLACE_CHANGE", "CARPL null null null");
  /* Postcodes are numbers, the same for the same, however they are written. */
  assert_cells (table, "HOME_POST", "1 1 null 1");
  assert_cells (table, "PL_POST", "2 3 null 2");
  assert_findings (care, "");
}

Test (care_reader, takes_cells_in_capitals_without_blanks)
{
  g_autoptr (MarmotCareReturn) care = read_one ("\xef\xbb\xbf" "child,DECOM,RNE,LS,DEC,REC\r\n"
                                                " ab1 ,\"01/04/2017 \", s,v2,  ,\r\n"
                                                "AB1,01/05/2017,L,c2,,\r\n", 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_EPISODES, 2017);

  assert_cells (table, "CHILD", "AB1 AB1");
  assert_cells (table, "RNE", "S L");
  assert_cells (table, "LS", "V2 C2");
  assert_cells (table, "DECOM", "01/04/2017 01/05/2017");
  assert_cells (table, "DEC", "null null");
  cr_expect (marmot_care_return_get_n_children (care) == 1);
  cr_expect (marmot_care_return_get_n_findings (care) == 7); /* columns that are missing */
}

Test (care_reader, leaves_out_what_nobody_needs)
{
  g_autoptr (MarmotCareReturn) care = read_one (header_2017, 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_HEADER, 2017);

  cr_expect (!marmot_table_has_column (table, "UPN"));
  assert_cells (table, "ETHNIC", "WBRI BAFR REFU");
  assert_cells (table, "MC_DOB", "null null 04/07/2017");
  assert_findings (care, "csv/columns-dropped 1 -");
}

Test (care_reader, dates_are_of_one_form)
{
  g_autoptr (MarmotCareReturn) care = read_one ("CHILD,DOB,REVIEW,REVIEW_CODE\n"
                                                "1,01/01/2010,29/02/2018,PN1\n"
                                                "2,01/01/10,2018-01-02,PN1\n"
                                                "3,1/1/2010,28/02/2018,PN1\n"
                                                "4,01/01/2010,,PN1\n"
                                                "5,01/01/2010,01/02/2018 00:00,PN9\n", 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_REVIEWS, 2017);

  assert_cells (table, "DOB", "01/01/2010 null null 01/01/2010 01/01/2010");
  assert_cells (table, "REVIEW", "null null 28/02/2018 null null");
  assert_findings (care, "care/not-a-date 2 REVIEW; care/not-a-date 3 DOB; care/not-a-date 3 REVIEW; "
                         "care/not-a-date 4 DOB; care/not-a-date 6 REVIEW; code-set/unknown-code 6 REVIEW_CODE");
  cr_expect (marmot_care_return_get_n_rows_kept (care) == 5);
}

Test (care_reader, parts_of_a_date_of_permanence_may_be_unknown)
{
  g_autoptr (MarmotCareReturn) care = read_one ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n"
                                                "1,01/01/2010,P1,331,zz/zz/zzzz\n"
                                                "2,01/01/2010,P1,331,zz/07/2014\n"
                                                "3,01/01/2010,P1,331,zz/zz/2014\n"
                                                "4,01/01/2010,P1,331,03/07/2014\n"
                                                "5,01/01/2010,P1,331,03/zz/2014\n"
                                                "6,01/01/2010,P1,331,zz/13/2014\n"
                                                "7,01/01/2010,Z1,,\n", 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_PREV_PERM, 2017);

  assert_cells (table, "DATE_PERM", "ZZ/ZZ/ZZZZ ZZ/07/2014 ZZ/ZZ/2014 03/07/2014 null null null");
  assert_findings (care, "care/not-a-date 6 DATE_PERM; care/not-a-date 7 DATE_PERM");
}

Test (care_reader, every_row_is_kept_or_reported)
{
  g_autoptr (MarmotCareReturn) care = read_one ("CHILD,DECOM,PL_LA,PL_LOCATION,PL_DISTANCE\n"
                                                "1,01/05/2017,E08000026,IN,1.5\n"
                                                ",01/05/2017,E08000026,IN,1.5\n"
                                                "2,01/05/2017,E08000025,OUT\n"
                                                "\n"
                                                "3,01/05/2017,E08000025,OUT,999.9\n"
                                                "4,01/05/2017,E08000025,OUT,far\n"
                                                "5,01/05/2017,E08000025,OUT,3,extra\n", 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_LOCATIONS, 2017);
  g_autofree char *found = list_findings (marmot_care_return_get_findings (care));

  assert_cells (table, "CHILD", "1 3 4");
  assert_cells (table, "PL_DISTANCE", "1.5 null null");
  cr_expect (marmot_care_return_get_n_rows_read (care) == 6);
  cr_expect (marmot_care_return_get_n_rows_kept (care) == 3);
  cr_expect (marmot_care_return_get_n_rows_left_out (care) == 3);
  cr_expect (marmot_care_return_get_line (care, MARMOT_CARE_TABLE_LOCATIONS, 2017, 1) == 6);
  cr_expect (strstr (found, "csv/ragged-row 4 -") != NULL, "%s", found);
  cr_expect (strstr (found, "csv/ragged-row 8 -") != NULL, "%s", found);
  cr_expect (strstr (found, "care/no-child 3 CHILD") != NULL, "%s", found);
  cr_expect (strstr (found, "care/not-a-number 7 PL_DISTANCE") != NULL, "%s", found);
}

Test (care_reader, one_broken_line_of_many)
{
  const guint n = 50000;
  GString *csv = g_string_new ("CHILD,DOB,REVIEW,REVIEW_CODE\n");
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < n; i++)
    if (i == 31000)
      g_string_append (csv, "31000,\"01/01/2010,01/02/2018,PN1\n");
    else
      g_string_append_printf (csv, "%u,01/01/2010,%02u/%02u/2017,PN1\n", i, i % 28 + 1, i % 9 + 4);
  care = read_one (csv->str, 2017);
  g_string_free (csv, TRUE);
  found = list_findings (marmot_care_return_get_findings (care));

  cr_expect (marmot_care_return_get_n_rows_kept (care) == n - 1);
  cr_expect (marmot_care_return_get_n_rows_left_out (care) == 1);
  cr_expect (marmot_care_return_get_n_children (care) == n - 1);
  cr_expect (strstr (found, " 31002 ") != NULL, "%s", found);
}

Test (care_reader, codes_belong_to_years)
{
  g_autoptr (MarmotCareReturn) old = read_one (episodes_2017, 2017);
  g_autoptr (MarmotCareReturn) new = read_one (episodes_2017, 2025);
  g_autoptr (MarmotCareReturn) long_ago = read_one ("CHILD,SEX,DOB,DUC\n1,M,01/01/1995,\n", 2005);
  g_autoptr (GPtrArray) findings = marmot_care_return_get_findings (new);
  MarmotFinding *finding;

  assert_findings (old, "");
  cr_assert (findings->len == 2);
  finding = findings->pdata[0];
  cr_expect_str_eq (marmot_finding_get_rule (finding), "care/older-than-the-year");
  cr_expect (strstr (marmot_finding_get_message (finding), "2017/18") != NULL);
  finding = findings->pdata[1];
  cr_expect_str_eq (marmot_finding_get_rule (finding), "code-set/other-year");
  cr_expect (marmot_finding_get_row (finding) == 5);
  cr_expect_str_eq (marmot_finding_get_column (finding), "PLACE");
  cr_expect (strstr (marmot_finding_get_message (finding), "/2") != NULL, "%s", marmot_finding_get_message (finding));
  cr_expect (strstr (marmot_finding_get_message (finding), "H5") == NULL);
  assert_findings (long_ago, "code-set/year-not-known 0 -");
}

Test (care_reader, dates_far_off_are_told)
{
  g_autoptr (MarmotCareReturn) care = read_one (EPISODES_HEADER
                                                "1,02/05/1996,S,V2,N1,U3,PR1,,,,,,\n"
                                                "2,02/05/2019,S,V2,N1,U3,PR1,,,,,,\n"
                                                "3,02/05/2017,S,V2,N1,U3,PR1,01/04/2018,E8,,,,\n"
                                                "4,02/05/2017,S,V2,N1,U3,PR1,31/03/2018,E8,,,,\n"
                                                "5,02/05/2017,S,V2,N1,U3,PR1,01/05/2017,E8,,,,\n"
                                                "6,01/04/1999,S,V2,N1,U3,PR1,,,,,,\n", 2017);

  /* An end before the start is left to the checks. */
  assert_findings (care, "care/long-before 2 DECOM; care/after-the-year 3 DECOM; care/after-the-year 4 DEC");
  cr_expect (marmot_care_return_get_n_rows_kept (care) == 6);
}

Test (care_reader, years_are_pooled)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (MarmotEpisodeSet) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint *years = NULL;
  MarmotTable *table;
  gsize n_years;
  gint32 first, last;

  /* In any order. */
  cr_assert (add (reader, episodes_2018, "e18.csv", 2018, NULL));
  cr_assert (add (reader, header_2017, "h17.csv", 2017, NULL));
  cr_assert (add (reader, episodes_2017, "e17.csv", 2017, NULL));
  cr_assert (add (reader, "CHILD,SEX,DOB,DUC\n104,1,01/02/2003,01/02/2021\n", "u18.csv", 2018, NULL));
  cr_assert (add (reader, "CHILD,DECOM,PL_LA,PL_LOCATION,PL_DISTANCE\n"
                          "101,20/07/2017,E08000025,OUT,17.2\n"
                          "104,15/06/2018,E06000016,OUT,999.9\n", "l18.csv", 2018, NULL));
  care = end (reader);
  years = marmot_care_return_get_years (care, &n_years);
  cr_assert (n_years == 2);
  cr_expect (years[0] == 2017 && years[1] == 2018);

  set = marmot_care_return_get_episodes (care, &error);
  cr_assert (set != NULL);
  again = marmot_care_return_get_episodes (care, NULL);
  cr_expect (again == set);
  table = marmot_episode_set_get_table (set);
  assert_cells (table, "kind", "care short-break care care care");
  assert_cells (table, "person", "101 102 101 103 104");
  assert_cells (table, "start", "02/05/2016 01/09/2017 20/07/2017 11/01/2018 15/06/2018");
  assert_cells (table, "end", "20/07/2017 09/09/2017 03/05/2018 null null");
  assert_cells (table, "year", "2017 2017 2018 2018 2018");
  assert_cells (table, "line", "2 4 2 3 4");
  assert_cells (table, "source", "e17.csv e17.csv e18.csv e18.csv e18.csv");
  assert_cells (table, "end_reason", "X1 E8 E4A null null");
  assert_cells (table, "birth", "05/06/2008 30/11/2005 05/06/2008 01/01/2001 null");
  assert_cells (table, "sex", "1 2 1 2 null");
  assert_cells (table, "ethnicity", "WBRI BAFR WBRI REFU null");
  assert_cells (table, "uasc", "false null false false true");
  assert_cells (table, "uasc_until", "null null null null 01/02/2021");
  assert_cells (table, "area", "null null E08000025 null E06000016");
  assert_cells (table, "location", "null null OUT null OUT");
  assert_cells (table, "distance", "null null 17.2 null null");
  assert_cells (table, "carer", "SC000001 null SC000002 null SC000003");
  cr_expect (marmot_care_return_get_n_repeated (care) == 2);
  cr_expect (marmot_episode_set_get_coverage (set, &first, &last));
  cr_expect (first == 17257 && last == 17986); /* 1 April 2017, 31 March 2019 */
}

/* Closed beats open, even an older one; rows of one year are never chosen between. */
Test (care_reader, of_what_is_told_twice_the_closed_one_is_kept)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  MarmotTable *table;

  cr_assert (add (reader, EPISODES_HEADER
                  "1,02/05/2017,S,V2,N1,U3,PR1,,,,,,\n"
                  "2,02/05/2017,S,V2,N1,U3,PR1,05/05/2017,E8,,,,\n"
                  "3,02/05/2017,S,V2,N1,U3,PR1,,,,,,\n"
                  "3,02/05/2017,S,V2,N1,U4,PR1,,,,,,\n"
                  "4,,S,V2,N1,U4,PR1,,,,,,\n", NULL, 2017, NULL));
  cr_assert (add (reader, EPISODES_HEADER
                  "1,02/05/2017,S,C2,N1,U3,PR1,,,,,,\n"
                  "2,02/05/2017,S,C2,N1,U3,PR1,,,,,,\n"
                  "4,,S,C2,N1,U4,PR1,,,,,,\n", NULL, 2018, NULL));
  care = end (reader);
  set = marmot_care_return_get_episodes (care, NULL);
  table = marmot_episode_set_get_table (set);
  assert_cells (table, "person", "2 3 3 4 1 4");
  assert_cells (table, "legal_status", "V2 V2 V2 V2 C2 C2");
  cr_expect (marmot_care_return_get_n_repeated (care) == 2);
}

Test (care_reader, a_code_of_no_year_is_not_let_into_episodes)
{
  g_autoptr (MarmotCareReturn) care = read_one (EPISODES_HEADER
                                                "1,02/05/2017,S,V2,N1,QQ,PR1,,,,,,\n"
                                                "1,03/05/2017,P,V2,N1,U3,PR1,,,,,,\n", 2017);
  g_autoptr (MarmotTable) table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_EPISODES, 2017);
  g_autoptr (MarmotEpisodeSet) set = marmot_care_return_get_episodes (care, NULL);

  assert_findings (care, "code-set/unknown-code 2 PLACE");
  assert_cells (table, "PLACE", "QQ U3");
  assert_cells (marmot_episode_set_get_table (set), "placement", "null U3");
}

Test (care_reader, wrong_files_are_refused_and_the_reader_goes_on)
{
  static const struct
  {
    const char *what;
    const char *csv;
    gsize size;
    const char *rule;
  } cases[] = {
    { "empty", "", 0, "csv/empty-file" },
    { "blank lines", "\n\n\r\n", 4, "csv/empty-file" },
    { "another table", "area,value\nE1,5\n", 16, "care/unknown-table" },
    { "no header", "1,2,3\n", 6, "care/unknown-table" },
    { "binary", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18, NULL },
    { "UTF-16", "\xff\xfe" "C\0H\0I\0L\0D\0\n\0", 14, NULL },
    { "two columns of a name", "CHILD,REVIEW,CHILD\n1,01/01/2018,1\n", 34, "csv/duplicate-name" },
    { "two but for case", "CHILD,REVIEW,child\n1,01/01/2018,1\n", 34, "care/duplicate-column" },
    { "an open quote", "\"CHILD,REVIEW\n1,01/01/2018\n", 27, "csv/unterminated-quote" },
  };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].csv, cases[i].size);
      g_autoptr (GError) wrong = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      cr_expect (!marmot_care_reader_add_bytes (reader, bytes, "x.csv", 2017, NULL, &wrong), "%s", cases[i].what);
      cr_assert (wrong != NULL, "%s", cases[i].what);
      cr_expect (wrong->domain == MARMOT_ERROR, "%s", cases[i].what);
      findings = marmot_care_reader_get_findings (reader);
      cr_assert (findings->len > 0, "%s", cases[i].what);
      if (cases[i].rule)
        {
          gboolean is_there = FALSE;

          for (guint k = 0; k < findings->len; k++)
            is_there = is_there || g_str_equal (marmot_finding_get_rule (findings->pdata[k]), cases[i].rule);
          cr_expect (is_there, "%s", cases[i].what);
        }
    }

  cr_expect (marmot_care_reader_end (reader, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_expect (!add (reader, header_2017, NULL, 17, &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_expect (add (reader, header_2017, NULL, 2017, &error));
  cr_expect (!add (reader, header_2017, NULL, 2017, &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_expect (add (reader, header_2017, NULL, 2016, &error));
  care = end (reader);
  cr_expect (marmot_care_return_get_n_rows_read (care) == 6);
  cr_expect (marmot_care_return_get_episodes (care, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (care_reader, limits)
{
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  marmot_care_reader_set_max_findings (reader, 2);
  cr_expect (add (reader, "CHILD,DOB,REVIEW,REVIEW_CODE\n,,,\n,,,\n,,,\n,,,\n", NULL, 2017, NULL));
  findings = marmot_care_reader_get_findings (reader);
  cr_expect (findings->len <= 5, "%u", findings->len);
  cr_expect (marmot_care_reader_get_n_findings (reader) >= 4);
  marmot_care_reader_set_max_bytes (reader, 10);
  cr_expect (!add (reader, header_2017, NULL, 2017, &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}

Test (care_reader, takes_data_frames)
{
  static const char *const ids[] = { "1", "2", "", NULL };
  static const gint32 days[] = { 17257, 17258, 17259 };
  static const double numbers[] = { 1.0, NAN, 2.0 };
  static const double blanks[] = { NAN, NAN, NAN };
  static const char *const codes[] = { "s", "S", "S", NULL };
  static const char *const names[] = { "CHILD", "DECOM", "DEC", "RNE", "LS", "REC", "URN", "NAME", NULL };
  g_autoptr (MarmotColumn) child = marmot_column_new_text (ids);
  g_autoptr (MarmotColumn) start = marmot_column_new_date (days, 3);
  g_autoptr (MarmotColumn) blank = marmot_column_new_double (blanks, 3);
  g_autoptr (MarmotColumn) code = marmot_column_new_text (codes);
  g_autoptr (MarmotColumn) number = marmot_column_new_double (numbers, 3);
  MarmotColumn *columns[] = { child, start, blank, code, blank, blank, number, code };
  g_autoptr (MarmotTable) data = marmot_table_new (names, columns, 8, NULL);
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autofree char *found = NULL;

  cr_assert (marmot_care_reader_add_table (reader, data, "frame", 2017, NULL));
  care = end (reader);
  table = marmot_care_return_get_table (care, MARMOT_CARE_TABLE_EPISODES, 2017);
  assert_cells (table, "CHILD", "1 2");
  assert_cells (table, "DECOM", "01/04/2017 02/04/2017");
  assert_cells (table, "DEC", "null null");
  assert_cells (table, "RNE", "S S");
  assert_cells (table, "URN", "1 null");
  cr_expect (!marmot_table_has_column (table, "NAME"));
  cr_expect (marmot_care_return_get_n_rows_left_out (care) == 1);
  found = list_findings (marmot_care_return_get_findings (care));
  cr_expect (strstr (found, "care/no-child 3 CHILD") != NULL, "%s", found);
  cr_expect (strstr (found, "care/unknown-columns 0 -") != NULL, "%s", found);
}

/* Pieces of a return, of which the caller says what they are; and dates where none belong. */
Test (care_reader, takes_pieces)
{
  static const char *const starts[] = { "01/01/2021", "38/04/2019", "01/01/19", "", NULL };
  static const char *const names[] = { "DECOM", NULL };
  static const char *const wrong_names[] = { "RNE", NULL };
  static const gint32 days[] = { 1 };
  g_autoptr (MarmotColumn) column = marmot_column_new_text (starts);
  g_autoptr (MarmotColumn) dates = marmot_column_new_date (days, 1);
  g_autoptr (MarmotTable) data = marmot_table_new (names, &column, 1, NULL);
  g_autoptr (MarmotTable) wrong = marmot_table_new (wrong_names, &dates, 1, NULL);
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GError) error = NULL;

  cr_expect (!marmot_care_reader_add_table (reader, data, NULL, 2020, &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_expect (!marmot_care_reader_add_table_as (reader, wrong, MARMOT_CARE_TABLE_EPISODES, NULL, 2020, &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  cr_assert (marmot_care_reader_add_table_as (reader, data, MARMOT_CARE_TABLE_EPISODES, NULL, 2020, NULL));
  care = end (reader);
  cr_expect (marmot_care_return_get_n_rows_kept (care) == 4);
  cr_expect (marmot_care_return_get_n_children (care) == 0);
  set = marmot_care_return_get_episodes (care, NULL);
  assert_cells (marmot_episode_set_get_table (set), "start", "01/01/2021 null null null");
}

static void
note_progress (double fraction,
               gpointer user_data)
{
  GArray *told = user_data;

  cr_expect (fraction >= 0 && fraction <= 1);
  if (told->len > 0)
    cr_expect (fraction > g_array_index (told, double, told->len - 1));
  g_array_append_val (told, fraction);
}

/* A file of its own, in a folder of its own. */
static GFile *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  cr_assert (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

typedef struct
{
  GMainLoop *loop;
  MarmotCareReturn *care;
  GError *error;
} Answer;

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  Answer *answer = user_data;

  answer->care = marmot_care_reader_read_files_finish (MARMOT_CARE_READER (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

Test (care_reader, reads_files_tells_progress_and_stops)
{
  g_autofree char *folder = g_dir_make_tmp ("marmot-XXXXXX", NULL);
  g_autoptr (GFile) one = write_file (folder, "e17.csv", episodes_2017);
  g_autoptr (GFile) two = write_file (folder, "e18.csv", episodes_2018);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.csv");
  GFile *files[] = { one, two };
  const guint years[] = { 2017, 2018, 2019 };
  g_autoptr (MarmotCareReader) reader = marmot_care_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  Answer answer = { g_main_loop_new (NULL, FALSE), NULL, NULL };

  marmot_care_reader_set_progress_func (reader, note_progress, told, NULL);
  care = marmot_care_reader_read_files (reader, files, 2, years, 2, cancellable, &error);
  cr_assert (care != NULL);
  cr_expect (marmot_care_return_get_n_rows_read (care) == 7);
  cr_expect_str_eq (marmot_care_return_get_source (care, MARMOT_CARE_TABLE_EPISODES, 2018), "e18.csv");
  cr_assert (told->len > 2);
  cr_expect (g_array_index (told, double, told->len - 1) == 1);

  marmot_care_reader_set_progress_func (reader, NULL, NULL, NULL);
  cr_expect (marmot_care_reader_read_files (reader, files, 2, years, 3, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
  cr_expect (marmot_care_reader_read_files (reader, &nowhere, 1, years, 1, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  g_clear_error (&error);
  /* Both of one year: the second is one too many. */
  cr_expect (marmot_care_reader_read_files (reader, files, 2, years, 1, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);

  g_array_set_size (told, 0);
  marmot_care_reader_set_progress_func (reader, note_progress, told, NULL);
  marmot_care_reader_read_files_async (reader, files, 2, years, 2, NULL, on_read, &answer);
  g_main_loop_run (answer.loop);
  cr_assert (answer.care != NULL);
  cr_expect (marmot_care_return_get_n_rows_read (answer.care) == 7);
  cr_expect (told->len > 2);
  marmot_care_reader_set_progress_func (reader, NULL, NULL, NULL);
  g_clear_object (&answer.care);

  g_cancellable_cancel (cancellable);
  cr_expect (marmot_care_reader_read_files (reader, files, 2, years, 2, cancellable, &error) == NULL);
  cr_expect (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  marmot_care_reader_read_files_async (reader, files, 2, years, 2, cancellable, on_read, &answer);
  g_main_loop_run (answer.loop);
  cr_expect (answer.care == NULL);
  cr_expect (g_error_matches (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&answer.error);
  g_main_loop_unref (answer.loop);

  g_file_delete (one, NULL, NULL);
  g_file_delete (two, NULL, NULL);
  g_rmdir (folder);
}

/* Every code set that the columns name is there. */
Test (care_reader, checks_codes_of_every_set)
{
  static const char *const tables[] = {
    "CHILD,SEX,DOB,ETHNIC\n1,!,,!\n",
    EPISODES_HEADER "1,,!,!,!,!,!,,!,!,,,\n",
    "CHILD,REVIEW,REVIEW_CODE\n1,,!\n",
    "CHILD,SDQ_SCORE,HEALTH_ASSESSMENT,SDQ_REASON\n1,,,!\n",
    "CHILD,IN_TOUCH,ACTIV,ACCOM\n1,!,!,!\n",
    "CHILD,DATE_INT,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n1,,!,!,!,!\n",
    "CHILD,DATE_PLACED,REASON_PLACED_CEASED\n1,,!\n",
    "CHILD,PREV_PERM\n1,!\n",
    "CHILD,MIS_START,MISSING\n1,,!\n",
    "CHILD,SW_DECOM,SW_REASON\n1,,!\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (MarmotCareReturn) care = read_one (tables[i], 2024);
      g_autoptr (GPtrArray) findings = marmot_care_return_get_findings (care);
      guint n = 0, wanted = 0;

      for (guint k = 0; k < findings->len; k++)
        n += g_str_equal (marmot_finding_get_rule (findings->pdata[k]), "code-set/unknown-code");
      for (const char *at = tables[i]; *at; at++)
        wanted += *at == '!';
      cr_expect (n == wanted, "%s: %u of %u", tables[i], n, wanted);
    }
}
