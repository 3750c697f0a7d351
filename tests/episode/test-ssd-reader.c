/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The Standard Safeguarding Dataset, from its tables. All persons are made up.
 */
#include <criterion/criterion.h>

#include <string.h>

#include <marmot/marmot.h>

static const char early_help[] =
  "earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_reason,"
  "earl_episode_end_reason,earl_episode_organisation,earl_episode_worker_id\n"
  "e1,p1,2024-01-10,2024-03-01 00:00:00,Parenting,Outcomes met,School,w1\n"
  "e2,p2,2024-02-01T09:30:00.000,,Parenting,,Early years team,w2\n"
  "e3,,2024-02-01,,,,,w2\n"
  "e4,p1,2024-05-01,2024-06-31,Debt,Step-up,council,w2\n";

static const char care[] =
  "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
  "clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id\n"
  "c2,p1,2024-09-01,S,N1,,,k2\n"
  "c1,p1,2023-01-01,S,N1,2024-06-01,E4A,k1\n"
  "c3,p3,2024-01-01,S,N2,2024-01-11,E8,k3\n"
  "c4,p4,,S,N2,,,k4\n"
  "c5,p5,2024-03-01,S,N2,2024-02-01,E8,k5\n";

static const char placements[] =
  "clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type,"
  "clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_placement_provider,clap_cla_placement_postcode,"
  "clap_cla_placement_end_date,clap_cla_placement_change_reason\n"
  "a1,k1,p1,2023-01-01,U3,SC1,3.5,PR1,CV1 1AA,2024-06-01,\n"
  "a2,k1,p1,2023-05-01,T4,,,,CV1 1AA,2023-05-06,PLACE\n"
  "a3,k2,p1,2024-09-01,K2,SC2,999.9,PR4,B1 1BB,,\n"
  "a4,k3,p3,2023-12-01,U3,SC1,far,PR1,cv11aa,,\n";

static const char statuses[] =
  "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n"
  "l1,p1,V2,2023-01-01,2023-03-01\n"
  "l2,p1,C1,2023-03-01,2023-05-01\n"
  "l3,p1,C1,2023-05-01,2023-05-06\n"
  "l4,p1,C2,2023-05-06,\n"
  "l5,p1,Care leaver,2024-06-01,\n"
  "l6,p3,V4,2024-01-01,\n";

static const char persons[] = "pers_person_id,pers_sex,pers_dob,pers_ethnicity,pers_legacy_id\n"
                              "p1,F,2012-02-29,WBRI,x\n"
                              "P3,m,2015-12-31,,x\n";

static gboolean
add (MarmotSsdReader *reader,
     const char *csv,
     const char *name,
     GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));

  return marmot_ssd_reader_add_bytes (reader, bytes, name, NULL, error);
}

static char *
list_cells (MarmotEpisodeSet *set,
            const char *column)
{
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (marmot_episode_set_get_table (set), column);
  GString *text = g_string_new (NULL);

  cr_assert (values != NULL, "%s", column);
  for (gsize row = 0; row < marmot_column_get_length (values); row++)
    {
      g_autofree char *one = NULL;

      if (marmot_column_is_null (values, row))
        {
          one = g_strdup ("-");
        }
      else if (marmot_column_get_column_type (values) == MARMOT_COLUMN_DATE)
        {
          GDate date;
          char written[16];

          g_date_clear (&date, 1);
          g_date_set_julian (&date, (guint32) (marmot_column_get_date (values, row) + 719163));
          g_date_strftime (written, sizeof written, "%Y-%m-%d", &date);
          one = g_strdup (written);
        }
      else if (marmot_column_get_column_type (values) == MARMOT_COLUMN_DOUBLE)
        {
          one = g_strdup_printf ("%.1f", marmot_column_get_double (values, row));
        }
      else if (marmot_column_get_column_type (values) == MARMOT_COLUMN_INTEGER)
        {
          one = g_strdup_printf ("%d", (int) marmot_column_get_integer (values, row));
        }
      else
        {
          one = marmot_column_get_text (values, row);
        }
      g_string_append_printf (text, "%s%s", row ? " | " : "", one);
    }
  return g_string_free (text, FALSE);
}

#define assert_cells(set, column, wanted)                       \
  do                                                            \
    {                                                           \
      g_autofree char *cells_ = list_cells (set, column);       \
      cr_expect_str_eq (cells_, wanted);                        \
    }                                                           \
  while (0)

static char *
list_findings (MarmotSsdReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_ssd_reader_get_findings (reader);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const char *column = marmot_finding_get_column (findings->pdata[i]);

      g_string_append_printf (text, "%s%s %d %s", i ? "; " : "", marmot_finding_get_rule (findings->pdata[i]),
                              (int) marmot_finding_get_row (findings->pdata[i]), column ? column : "-");
    }
  return g_string_free (text, FALSE);
}

Test (ssd_reader, early_help)
{
  g_autoptr (MarmotSsdReader) reader = marmot_ssd_reader_new ();
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autofree char *found = NULL;

  cr_assert (add (reader, early_help, "eh.csv", NULL));
  set = marmot_ssd_reader_end (reader, NULL);
  cr_assert (set != NULL);
  assert_cells (set, "kind", "early-help | early-help | early-help");
  assert_cells (set, "id", "e1 | e2 | e4");
  assert_cells (set, "person", "P1 | P2 | P1");
  assert_cells (set, "start", "2024-01-10 | 2024-02-01 | 2024-05-01");
  assert_cells (set, "end", "2024-03-01 | - | -");
  assert_cells (set, "start_reason", "Parenting | Parenting | Debt");
  assert_cells (set, "end_reason", "outcomes-met | - | step-up");
  assert_cells (set, "lead_agency", "school | Early years team | council");
  assert_cells (set, "line", "2 | 3 | 5");
  cr_expect (marmot_ssd_reader_get_n_rows_read (reader) == 4);
  cr_expect (marmot_ssd_reader_get_n_rows_left_out (reader) == 1);
  found = list_findings (reader);
  cr_expect_str_eq (found, "csv/columns-dropped 1 -; ssd/other-words 0 earl_episode_organisation; "
                           "ssd/no-person 4 -; ssd/not-a-date 5 earl_episode_end_date");
}

Test (ssd_reader, care_is_cut_where_something_changes)
{
  g_autoptr (MarmotSsdReader) reader = marmot_ssd_reader_new ();
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autofree char *found = NULL;

  cr_assert (add (reader, statuses, "ls.csv", NULL));
  cr_assert (add (reader, placements, "pl.csv", NULL));
  cr_assert (add (reader, care, "care.csv", NULL));
  cr_assert (add (reader, persons, "pers.csv", NULL));
  set = marmot_ssd_reader_end (reader, NULL);
  cr_assert (set != NULL);
  /* A holiday within a placement, after which it goes on; the order C1 again is no change. */
  assert_cells (set, "id", "c1 | c1/2 | c1/3 | c1/4 | c2 | c3 | c4 | c5");
  assert_cells (set, "kind", "care | care | care | care | care | short-break | care | care");
  assert_cells (set, "start", "2023-01-01 | 2023-03-01 | 2023-05-01 | 2023-05-06 | 2024-09-01 | 2024-01-01 | - | "
                              "2024-03-01");
  assert_cells (set, "end", "2023-03-01 | 2023-05-01 | 2023-05-06 | 2024-06-01 | - | 2024-01-11 | - | 2024-02-01");
  assert_cells (set, "start_reason", "S | L | P | B | S | S | S | S");
  assert_cells (set, "end_reason", "X1 | X1 | X1 | E4A | - | E8 | - | E8");
  assert_cells (set, "legal_status", "V2 | C1 | C1 | C2 | C2 | V4 | - | -");
  assert_cells (set, "placement", "U3 | U3 | T4 | U3 | K2 | U3 | - | -");
  assert_cells (set, "change_reason", "- | - | PLACE | - | - | - | - | -");
  assert_cells (set, "carer", "SC1 | SC1 | - | SC1 | SC2 | SC1 | - | -");
  assert_cells (set, "distance", "3.5 | 3.5 | - | 3.5 | - | - | - | -");
  assert_cells (set, "place", "1 | 1 | 1 | 1 | 2 | 1 | - | -");
  assert_cells (set, "need", "N1 | N1 | N1 | N1 | N1 | N2 | N2 | N2");
  assert_cells (set, "birth", "2012-02-29 | 2012-02-29 | 2012-02-29 | 2012-02-29 | 2012-02-29 | 2015-12-31 | - | -");
  assert_cells (set, "sex", "F | F | F | F | F | M | - | -");
  assert_cells (set, "line", "3 | 3 | 3 | 3 | 2 | 4 | 5 | 6");
  found = list_findings (reader);
  cr_expect (strstr (found, "ssd/other-statuses 0 lega_legal_status") != NULL, "%s", found);
  cr_expect (strstr (found, "ssd/not-a-number 5 clap_cla_placement_distance") != NULL, "%s", found);
}

/* Of one person, without periods of care to go by; all at once, from tables and files. */
Test (ssd_reader, both_kinds_in_one_set)
{
  g_autoptr (MarmotSsdReader) reader = marmot_ssd_reader_new ();
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (MarmotEpisodeSet) part = NULL;

  cr_assert (add (reader, early_help, NULL, NULL));
  cr_assert (add (reader, "clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased\n"
                          "p1,2024-01-01,2024-02-01\np1,2024-01-01,2024-02-01\n", NULL, NULL));
  cr_assert (add (reader, "clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type\n"
                          "p1,2024-01-15,K2\n", NULL, NULL));
  set = marmot_ssd_reader_end (reader, NULL);
  assert_cells (set, "kind", "early-help | early-help | early-help | care | care | care");
  assert_cells (set, "start", "2024-01-10 | 2024-02-01 | 2024-05-01 | 2024-01-01 | 2024-01-01 | 2024-01-15");
  assert_cells (set, "placement", "- | - | - | - | - | K2");
  part = marmot_episode_set_filter_kind (set, MARMOT_EPISODE_EARLY_HELP);
  cr_expect (marmot_episode_set_get_n_rows (part) == 3);
}

Test (ssd_reader, wrong_files_are_refused)
{
  static const char *const cases[] = { "", "a,b\n1,2\n", "\"", "earl_person_id\n1\n", "pers_person_id,PERS_PERSON_ID\n" };
  g_autoptr (MarmotSsdReader) reader = marmot_ssd_reader_new ();
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) wrong = NULL;

      cr_expect (!add (reader, cases[i], "x", &wrong), "%s", cases[i]);
      cr_expect (g_error_matches (wrong, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "%s", cases[i]);
    }
  cr_expect (marmot_ssd_reader_end (reader, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_expect (add (reader, early_help, "x", &error));
  cr_expect (!add (reader, early_help, "x", &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  set = marmot_ssd_reader_end (reader, NULL);
  cr_expect (marmot_episode_set_get_n_rows (set) == 3);
  /* Ended, it begins anew. */
  cr_expect (add (reader, early_help, "x", NULL));
  cr_expect (marmot_ssd_reader_get_n_rows_read (reader) == 4);
}
