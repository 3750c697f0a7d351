/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define CANARY "CANARY-7781"

/* A set of CSV whose header has the names of the columns of a set; lines are those of it. */
static MarmotEpisodeSet *
set_of (MarmotEpisodeKind kind,
        const char *csv)
{
  static const char *const dates[] = { "start", "end", "requested", "decided", "assessment_started", "assessed",
                                       "issued", "birth" };
  static const char *const words[] = { "id", "person", "family", "kind", "end_reason", "lead_agency", "source" };
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GError) error = NULL;
  MarmotEpisodeSet *set;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    marmot_csv_reader_set_column_type (reader, dates[i], MARMOT_COLUMN_DATE);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    marmot_csv_reader_set_column_type (reader, words[i], MARMOT_COLUMN_TEXT);
  table = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
  cr_assert (table != NULL, "%s", error->message);
  set = marmot_episode_set_new (kind, table, &error);
  cr_assert (set != NULL, "%s", error->message);
  return set;
}

static char *
show (GPtrArray *findings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotFinding *finding = findings->pdata[i];
      g_autofree char *text = marmot_finding_to_string (finding);

      cr_assert (strstr (text, "7781") == NULL, "%s", text);
      g_string_append_printf (out, "%s%c %s %" G_GUINT64_FORMAT, i ? "; " : "",
                              "nwe"[marmot_finding_get_severity (finding)],
                              strchr (marmot_finding_get_rule (finding), '/') + 1, marmot_finding_get_row (finding));
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  MarmotEpisodeKind kind;
  char *csv;
  char *findings;
} Case;

/* Rows count from 1, the header not counted. */
static const Case cases[] = {
  { MARMOT_EPISODE_EARLY_HELP, "family,start,end\nA,2024-01-01,2024-02-01\nA,2024-02-01,\nB,2024-01-01,\n", "" },
  /* Days. */
  { MARMOT_EPISODE_EARLY_HELP, "family,start,end\nA,2024-01-02,2024-01-01\nB,2024-01-02,2024-01-02\nC,,2024-01-01\nD,,\n",
    "e end-before-start 1; w no-start 3" },
  { MARMOT_EPISODE_EARLY_HELP, "family,end\nA,2024-01-01\nB,\n", "w no-start 1" },
  { MARMOT_EPISODE_EARLY_HELP,
    "family,requested,decided,start,assessment_started,assessed,end\n"
    "A,2024-01-01,2024-01-02,2024-01-03,2024-01-03,2024-01-04,2024-01-05\n"
    "B,2024-01-01,2024-01-01,2024-01-01,2024-01-01,2024-01-01,2024-01-01\n"
    "C,2024-01-03,2024-01-02,2024-01-04,,,\n"
    "D,2024-01-03,,2024-01-02,,,\n"
    "E,,2024-01-03,2024-01-02,,,\n"
    "F,,,2024-01-02,,2024-01-01,\n"
    "G,,,2024-01-02,,2024-01-05,2024-01-04\n"
    "H,,,2024-01-02,2024-01-05,2024-01-04,\n"
    "I,2024-01-03,,,,,\n",
    "w date-order 3; w date-order 4; w date-order 5; w date-order 6; w date-order 7; w date-order 8" },
  { MARMOT_EPISODE_EHC_ASSESSMENT,
    "person,requested,start,decided,issued\nA,2024-01-01,2024-01-01,2024-02-01,2024-03-01\n"
    "B,2024-01-01,2024-01-01,2024-02-01,2024-01-31\nC,2024-01-02,2024-01-02,2024-01-01,\n",
    "w date-order 2; w date-order 3" },
  { MARMOT_EPISODE_CARE, "person,start,birth\nA,2024-01-01,2024-01-01\nB,2024-01-01,2024-01-02\n", "w date-order 2" },
  /* A plan may begin before birth. */
  { MARMOT_EPISODE_CHILD_PROTECTION, "person,start,birth\nA,2024-01-01,2024-02-01\n", "" },
  /* Of whom. */
  { MARMOT_EPISODE_EARLY_HELP, "family,person,start\nA,,2024-01-01\n,P,2024-01-01\n,,2024-01-01\n", "w no-subject 3" },
  { MARMOT_EPISODE_EARLY_HELP, "start\n2024-01-01\n2024-01-02\n", "w no-subject 0" },
  /* Numbers, by kind. */
  { MARMOT_EPISODE_EARLY_HELP, "id,family,start,end\n1,A,2024-01-01,2024-01-02\n2,B,2024-01-01,\n1,C,2024-01-01,\n,D,,\n,E,,\n1,F,,\n",
    "e same-id 3; e same-id 6" },
  { MARMOT_EPISODE_EARLY_HELP, "id,kind,person,start\n1,early-help,A,2024-01-01\n1,referral,A,2024-01-01\n1,early-help,B,2024-01-01\n",
    "e same-id 3" },
  /* Two at a time. */
  { MARMOT_EPISODE_EARLY_HELP, "family,start,end\nA,2024-01-01,\nB,2024-01-01,\nA,2024-03-01,\n", "w two-open 3" },
  { MARMOT_EPISODE_EARLY_HELP, "family,start,end\nA,2024-03-01,\nA,2024-01-01,\n", "w two-open 1" },
  { MARMOT_EPISODE_EARLY_HELP, "family,start,end\nA,2024-01-01,2024-02-01\nA,2024-01-31,2024-03-01\n", "w overlap 2" },
  /* 1-30, 5-10, 15-20: the third overlaps the first, and not the one before it. */
  { MARMOT_EPISODE_CHILD_PROTECTION, "person,start,end\nA,2024-01-01,2024-01-30\nA,2024-01-05,2024-01-10\nA,2024-01-15,2024-01-20\n",
    "w overlap 2; w overlap 3" },
  { MARMOT_EPISODE_CHILD_PROTECTION, "person,start,end\nA,2024-01-01,\nA,2024-01-05,2024-01-10\nA,2024-01-15,\n",
    "w overlap 2; w two-open 3" },
  /* A family is not its children: of protection each child has its own. */
  { MARMOT_EPISODE_CHILD_PROTECTION, "family,person,start,end\nA,1,2024-01-01,\nA,2,2024-01-02,\n", "" },
  { MARMOT_EPISODE_EARLY_HELP, "family,person,start,end\nA,1,2024-01-01,\nA,2,2024-01-02,\n", "w two-open 2" },
  { MARMOT_EPISODE_EARLY_HELP, "family,person,start,end\nA,1,2024-01-01,2024-02-01\nA,2,2024-01-01,2024-02-01\n", "" },
  { MARMOT_EPISODE_EARLY_HELP, "family,person,start,end\nA,1,2024-01-01,2024-02-01\nA,1,2024-01-01,2024-02-01\n", "w overlap 2" },
  /* Where the family is not known, the child. */
  { MARMOT_EPISODE_EARLY_HELP, "family,person,start,end\n,1,2024-01-01,\n,1,2024-01-02,\n,2,2024-01-02,\n", "w two-open 2" },
  { MARMOT_EPISODE_EARLY_HELP, "person,start,end\n1,2024-01-01,\n1,2024-01-02,\n", "w two-open 2" },
  /* Kinds of which there may be several, and kinds beside each other. */
  { MARMOT_EPISODE_REFERRAL, "person,start,end\n1,2024-01-01,\n1,2024-01-02,\n", "" },
  { MARMOT_EPISODE_ENROLMENT, "person,start,end\n1,2024-01-01,\n1,2024-01-02,\n", "" },
  { MARMOT_EPISODE_EARLY_HELP, "kind,person,start\nchild-in-need,1,2024-01-01\nchild-protection,1,2024-01-02\n", "" },
  /* Codes. */
  { MARMOT_EPISODE_EARLY_HELP, "family,start,end_reason,lead_agency\nA,2024-01-01,moved,school\nB,2024-01-01," CANARY ",\nC,2024-01-01,," CANARY "\n",
    "e unknown-code 2; e unknown-code 3" },
  { MARMOT_EPISODE_CARE, "person,start,end_reason\nA,2024-01-01,E11\n", "" },
  { MARMOT_EPISODE_EARLY_HELP, "family,start\n", "" },
};

Test (episode_check, each_rule_finds_its_rows_and_no_others)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotEpisodeSet) set = set_of (cases[i].kind, cases[i].csv);
      guint64 n_findings = 99;
      g_autoptr (GPtrArray) findings = marmot_episode_set_check (set, 100, &n_findings);
      g_autofree char *shown = show (findings);

      cr_assert (eq (str, shown, cases[i].findings), "case %zu", i);
      cr_assert (eq (u64, n_findings, findings->len));
    }
}

/* Whatever the order of the rows, the same are found. */
Test (episode_check, order_makes_no_difference)
{
  enum { N = 400 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree guint *order = g_new (guint, N);
  g_autofree char *expected = NULL;
  char *lines[N];

  for (guint i = 0; i < N; i++)
    {
      const int day = g_rand_int_range (rand, 1, 29);

      order[i] = i;
      lines[i] = g_strdup_printf ("F%d,2024-%02d-%02d,2024-%02d-%02d,%u\n", g_rand_int_range (rand, 0, 60),
                                  g_rand_int_range (rand, 1, 12), day, g_rand_int_range (rand, 1, 13), day, i + 2);
    }
  for (guint turn = 0; turn < 6; turn++)
    {
      g_autoptr (GString) csv = g_string_new ("family,start,end,line\n");
      g_autoptr (MarmotEpisodeSet) set = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *shown = NULL;

      for (guint i = 0; i < N; i++)
        g_string_append (csv, lines[order[i]]);
      set = set_of (MARMOT_EPISODE_EARLY_HELP, csv->str);
      findings = marmot_episode_set_check (set, 10000, NULL);
      shown = show (findings);
      cr_assert (gt (u32, findings->len, 100));
      if (!expected)
        expected = g_steal_pointer (&shown);
      else
        cr_assert (eq (str, shown, expected), "turn %u", turn);

      for (guint i = N - 1; i > 0; i--)
        {
          const guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
          const guint kept = order[i];

          order[i] = order[other];
          order[other] = kept;
        }
    }
  for (guint i = 0; i < N; i++)
    g_free (lines[i]);
}

Test (episode_check, lines_and_files_are_those_of_the_rows)
{
  g_autoptr (MarmotEpisodeSet) set = set_of (MARMOT_EPISODE_EARLY_HELP,
                                             "family,start,end,line,source\nA,2024-01-02,2024-01-01,17,one.csv\n"
                                             "B,2024-01-02,2024-01-01,,two.csv\nC,2024-01-02,2024-01-01,5,\n"
                                             "A,2024-01-01,,9,two.csv\n");
  g_autoptr (GPtrArray) findings = marmot_episode_set_check (set, 100, NULL);
  static const struct
  {
    guint64 row;
    char *file;
  } expected[] = { { 2, "two.csv" }, { 5, NULL }, { 17, "one.csv" }, { 17, "one.csv" } };

  cr_assert (eq (u32, findings->len, G_N_ELEMENTS (expected)));
  for (guint i = 0; i < findings->len; i++)
    {
      cr_assert (eq (u64, marmot_finding_get_row (findings->pdata[i]), expected[i].row), "finding %u", i);
      cr_assert (g_strcmp0 (marmot_finding_get_file (findings->pdata[i]), expected[i].file) == 0, "finding %u", i);
    }
  /* The other of two is named by its line. */
  cr_assert (strstr (marmot_finding_get_message (findings->pdata[3]), "line 9") != NULL, "%s",
             marmot_finding_get_message (findings->pdata[3]));
}

Test (episode_check, starts_after_what_is_known_are_told)
{
  g_autoptr (MarmotEpisodeSet) all = set_of (MARMOT_EPISODE_EARLY_HELP, "family,start\nA,2024-01-01\nB,2024-03-01\n");
  g_autoptr (MarmotEpisodeSet) set = marmot_episode_set_with_coverage (all, 19000, 19760, NULL);
  g_autoptr (GPtrArray) none = marmot_episode_set_check (all, 10, NULL);
  g_autoptr (GPtrArray) findings = marmot_episode_set_check (set, 10, NULL);
  g_autofree char *shown = show (findings);

  cr_assert (eq (u32, none->len, 0));
  cr_assert (eq (str, shown, "w after-coverage 2"));
}

Test (episode_check, findings_beyond_the_limit_are_counted)
{
  g_autoptr (GString) csv = g_string_new ("family,start,end\n");
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint64 n_findings;

  for (guint i = 0; i < 50000; i++)
    g_string_append (csv, "A,2024-01-02,\n");
  set = set_of (MARMOT_EPISODE_EARLY_HELP, csv->str);
  findings = marmot_episode_set_check (set, 7, &n_findings);
  cr_assert (eq (u32, findings->len, 7));
  cr_assert (eq (u64, n_findings, 49999));
}
