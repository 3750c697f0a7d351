/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <stdio.h>
#include <string.h>

/* Made up. An episode is written "child start end RNE REC LS PLACE carer CIN", a day as
 * yyyy-mm-dd, and "-" for nothing. */
#define N_PARTS 9
#define MAX_ROWS 64

typedef struct
{
  const char *name;
  gboolean is_date;
  int part;
} Field;

static const Field fields[] = {
  { "person", FALSE, 0 },       { "start", TRUE, 1 },         { "end", TRUE, 2 },
  { "start_reason", FALSE, 3 }, { "end_reason", FALSE, 4 },   { "legal_status", FALSE, 5 },
  { "placement", FALSE, 6 },    { "carer", FALSE, 7 },        { "need", FALSE, 8 },
};

static gint32
read_day (const char *text)
{
  int year, month, day;
  GDate date;

  cr_assert (eq (int, sscanf (text, "%d-%d-%d", &year, &month, &day), 3));
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - 719163;
}

static MarmotColumn *
make_column (char ***parts,
             gsize n_rows,
             const Field *field)
{
  const char *texts[MAX_ROWS + 1] = { NULL };
  gint32 days[MAX_ROWS];
  gboolean nulls[MAX_ROWS];
  g_autoptr (MarmotColumn) all = NULL;

  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = parts[row][field->part];

      nulls[row] = g_str_equal (text, "-");
      texts[row] = text;
      days[row] = field->is_date && !nulls[row] ? read_day (text) : 0;
    }
  all = field->is_date ? marmot_column_new_date (days, n_rows) : marmot_column_new_text (texts);
  return marmot_column_with_nulls (all, nulls, n_rows, NULL);
}

/* year is that of the collection, 0 for none. */
static MarmotEpisodeSet *
make_set (const char *const *rows,
          gint64 year)
{
  const char *names[G_N_ELEMENTS (fields) + 3] = { NULL };
  MarmotColumn *columns[G_N_ELEMENTS (fields) + 2];
  char **parts[MAX_ROWS];
  gint64 lines[MAX_ROWS];
  gint64 years[MAX_ROWS];
  gsize n_rows = 0, n_columns = 0;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GError) error = NULL;
  MarmotEpisodeSet *set;

  for (; rows[n_rows]; n_rows++)
    {
      parts[n_rows] = g_strsplit (rows[n_rows], " ", -1);
      cr_assert (eq (u32, g_strv_length (parts[n_rows]), N_PARTS), "%s", rows[n_rows]);
      lines[n_rows] = (gint64) n_rows + 2;
      years[n_rows] = year;
    }
  for (; n_columns < G_N_ELEMENTS (fields); n_columns++)
    {
      names[n_columns] = fields[n_columns].name;
      columns[n_columns] = make_column (parts, n_rows, &fields[n_columns]);
    }
  names[n_columns] = "line";
  columns[n_columns++] = marmot_column_new_integer (lines, n_rows);
  if (year)
    {
      names[n_columns] = "year";
      columns[n_columns++] = marmot_column_new_integer (years, n_rows);
    }
  table = marmot_table_new (names, columns, n_columns, &error);
  cr_assert (table != NULL, "%s", error ? error->message : "");
  set = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");

  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (columns[i]);
  for (gsize row = 0; row < n_rows; row++)
    g_strfreev (parts[row]);
  return set;
}

static MarmotSpellSet *
link_rows (const char *const *rows,
           gint64 year,
           MarmotSpellOptions *options)
{
  g_autoptr (MarmotEpisodeSet) set = make_set (rows, year);
  g_autoptr (GError) error = NULL;
  MarmotSpellSet *spells = marmot_episode_set_link (set, options, &error);

  cr_assert (spells != NULL, "%s", error ? error->message : "");
  return spells;
}

/* A line a spell, to compare with what is expected. */
static char *
print_spells (MarmotSpellSet *spells)
{
  GString *text = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (spells));

  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr (MarmotSpell) spell = g_list_model_get_item (G_LIST_MODEL (spells), row);
      g_autoptr (MarmotColumn) issues = marmot_table_get_column_by_name (marmot_spell_set_get_table (spells), "issues");
      g_autofree char *person = marmot_spell_get_person (spell);
      g_autofree char *what = marmot_spell_to_string (spell);
      g_autofree char *issue = marmot_column_get_text (issues, row);

      g_string_append_printf (text, "%s: %s%s%s\n", person, what, issue ? ": " : "", issue ? issue : "");
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *what;
  const char *rows[8];
  const char *expected;
} Case;

static const Case cases[] = {
  { "an episode alone",
    { "a 2020-01-01 2020-02-01 S E4A C2 U1 x N1" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement\n" },
  { "an open one",
    { "a 2020-01-01 - S - C2 U1 x N1" },
    "a: 2020-01-01, open, 1 episode, 1 placement\n" },
  { "X1, the same day, and a reason to go on; in no order",
    { "a 2020-02-01 2020-03-01 L X1 C2 U1 x N1", "a 2020-03-01 - P - C2 U4 y N1", "a 2020-01-01 2020-02-01 S X1 C1 U1 x N1" },
    "a: 2020-01-01, open, 3 episodes, 2 placements\n" },
  { "two periods",
    { "a 2020-01-01 2020-02-01 S E4A C2 U1 x N1", "a 2020-02-02 2020-03-01 S E4A C2 U1 x N2" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement\n"
    "a: 2020-02-02 to 2020-03-01, 1 episode, 1 placement\n" },
  { "children apart, though their days touch",
    { "a 2020-01-01 2020-02-01 S E4A C2 U1 x N1", "b 2020-02-01 - S - C2 U1 x N1" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement\n"
    "b: 2020-02-01, open, 1 episode, 1 placement\n" },
  { "a gap after X1",
    { "a 2020-01-01 2020-02-01 S X1 C2 U1 x N1", "a 2020-02-02 - L - C2 U1 x N1" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement, with issues: unfinished\n"
    "a: 2020-02-02, open, 1 episode, 1 placement, with issues: gap\n" },
  { "a leaving code, and yet it goes on the same day",
    { "a 2020-01-01 2020-02-01 S E4A C2 U1 x N1", "a 2020-02-01 - L - C2 U1 x N1" },
    "a: 2020-01-01, open, 2 episodes, 1 placement, with issues: after-leaving\n" },
  { "X1, and yet it starts on the same day",
    { "a 2020-01-01 2020-02-01 S X1 C2 U1 x N1", "a 2020-02-01 - S - C2 U1 x N1" },
    "a: 2020-01-01, open, 2 episodes, 1 placement, with issues: start-inside\n" },
  { "left and started on one day",
    { "a 2020-01-01 2020-02-01 S E4A C2 U1 x N1", "a 2020-02-01 - S - C2 U1 x N1" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement\n"
    "a: 2020-02-01, open, 1 episode, 1 placement, with issues: start-inside\n" },
  { "a tie is a new period: left, and no reason why it starts",
    { "a 2020-01-01 2020-02-01 S E4A C2 U1 x N1", "a 2020-02-01 - - - C2 U1 x N1" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement\n"
    "a: 2020-02-01, open, 1 episode, 1 placement, with issues: no-start\n" },
  { "the day alone",
    { "a 2020-01-01 2020-02-01 S - C2 U1 x N1", "a 2020-02-01 - - - C2 U1 x N1" },
    "a: 2020-01-01, open, 2 episodes, 1 placement, with issues: no-reason\n" },
  { "an overlap goes on, and its days count once",
    { "a 2020-01-01 2020-03-01 S E4A C2 U1 x N1", "a 2020-02-01 2020-02-10 S E4A C2 U4 y N1" },
    "a: 2020-01-01 to 2020-03-01, 2 episodes, 2 placements, with issues: overlap start-inside\n" },
  { "an overlap with one that is not the latest",
    { "a 2020-01-01 2020-01-30 S X1 C2 U1 x N1", "a 2020-01-05 2020-01-10 L X1 C2 U1 x N1",
      "a 2020-01-15 2020-01-20 L E4A C2 U1 x N1" },
    "a: 2020-01-01 to 2020-01-30, 3 episodes, 1 placement, with issues: overlap unfinished\n" },
  { "open, and it goes on",
    { "a 2020-01-01 - S - C2 U1 x N1", "a 2020-02-01 2020-03-01 P E4A C2 U4 y N1" },
    "a: 2020-01-01 to 2020-03-01, 2 episodes, 2 placements, with issues: not-closed\n" },
  { "two open, and the second starts anew",
    { "a 2020-01-01 - S - C2 U1 x N1", "a 2020-02-01 - S - C2 U4 y N1" },
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement, with issues: not-closed\n"
    "a: 2020-02-01, open, 1 episode, 1 placement, with issues: two-open start-inside\n" },
  { "open inside a longer one",
    { "a 2020-01-01 2020-06-01 S E4A C2 U1 x N1", "a 2020-02-01 - L - C2 U1 x N1",
      "a 2020-03-01 2020-04-01 L X1 C2 U1 x N1" },
    "a: 2020-01-01 to 2020-06-01, 3 episodes, 1 placement, with issues: overlap not-closed\n" },
  { "an end before the start, and on its day",
    { "a 2020-02-01 2020-01-01 S X1 C2 U1 x N1", "b 2020-02-01 2020-02-01 S E4A C2 U1 x N1" },
    "a: 2020-02-01 to 2020-02-01, 1 episode, 1 placement, with issues: backwards unfinished\n"
    "b: 2020-02-01 to 2020-02-01, 1 episode, 1 placement, with issues: no-days\n" },
  { "the need changes",
    { "a 2020-01-01 2020-02-01 S X1 C2 U1 x N1", "a 2020-02-01 - L - C1 U1 x N2" },
    "a: 2020-01-01, open, 2 episodes, 1 placement, with issues: need-changes\n" },
  { "short breaks stand apart, and each of V3 alone",
    { "a 2020-01-01 2020-03-01 S E4A C2 U1 x N1", "a 2020-04-01 2020-04-10 S E4A V3 U1 x N1",
      "a 2020-04-10 2020-04-20 S E4A V3 U1 x N1" },
    "a: 2020-01-01 to 2020-03-01, 1 episode, 1 placement\n"
    "a: 2020-04-01 to 2020-04-10, 1 episode, 1 placement, short breaks\n"
    "a: 2020-04-10 to 2020-04-20, 1 episode, 1 placement, short breaks, with issues: start-inside\n" },
  { "care out of short breaks says what it is not",
    { "a 2020-01-01 2020-02-01 S X1 V4 U1 x N1", "a 2020-02-01 - L - C2 U1 x N1" },
    "a: 2020-02-01, open, 1 episode, 1 placement, with issues: no-start\n"
    "a: 2020-01-01 to 2020-02-01, 1 episode, 1 placement, short breaks, with issues: unfinished\n" },
};

Test (spells, link_by_the_rules)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotSpellSet) spells = link_rows (cases[i].rows, 0, NULL);
      g_autofree char *found = print_spells (spells);

      cr_expect (eq (str, found, (char *) cases[i].expected), "%s", cases[i].what);
    }
}

/* A return of one year repeats episodes that began before it; that they do not start with S
 * is no fault, and the start of the period is not known. */
Test (spells, begun_before_the_first_year)
{
  static const char *const rows[]
      = { "a 2019-06-01 - L - C2 U1 x N1", "b 2020-06-01 - L - C2 U1 x N1", "c 2020-06-01 - S - C2 U1 x N1",
          "d 2019-01-01 2019-02-01 S E4A C2 U1 x N1", "d 2019-02-01 - - - C2 U1 x N1", NULL };
  g_autoptr (MarmotSpellSet) spells = link_rows (rows, 2020, NULL);
  g_autoptr (MarmotPeriod) year = marmot_period_parse ("2019/20", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotSpellSet) started = marmot_spell_set_started_in (spells, year);
  g_autofree char *found = print_spells (spells);
  g_autoptr (MarmotSpell) a = g_list_model_get_item (G_LIST_MODEL (spells), 0);
  g_autoptr (MarmotSpell) c = g_list_model_get_item (G_LIST_MODEL (spells), 2);

  cr_assert (eq (str, found,
                 "a: 2019-06-01, open, 1 episode, 1 placement\n"
                 "b: 2020-06-01, open, 1 episode, 1 placement, with issues: no-start\n"
                 "c: 2020-06-01, open, 1 episode, 1 placement\n"
                 /* A later period of a child has something before it. */
                 "d: 2019-01-01 to 2019-02-01, 1 episode, 1 placement\n"
                 "d: 2019-02-01, open, 1 episode, 1 placement, with issues: no-start\n"));
  cr_assert (not (marmot_spell_get_start_known (a)));
  cr_assert (marmot_spell_get_start_known (c));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (started), 0));
}

Test (spells, gaps_may_be_bridged)
{
  static const char *const rows[]
      = { "a 2020-01-01 2020-02-01 S X1 C2 U1 x N1", "a 2020-02-03 2020-03-01 L E4A C2 U1 x N1",
          "b 2020-01-01 2020-02-01 S E4A C2 U1 x N1", "b 2020-02-03 2020-03-01 L E4A C2 U1 x N1", NULL };
  g_autoptr (MarmotSpellOptions) one = g_object_new (MARMOT_TYPE_SPELL_OPTIONS, "gap-days", 1u, NULL);
  g_autoptr (MarmotSpellOptions) two = g_object_new (MARMOT_TYPE_SPELL_OPTIONS, "gap-days", 2u, NULL);
  g_autoptr (MarmotSpellSet) apart = link_rows (rows, 0, one);
  g_autoptr (MarmotSpellSet) bridged = link_rows (rows, 0, two);
  g_autofree char *found = print_spells (bridged);

  cr_assert (eq (u32, marmot_spell_set_get_n_rows (apart), 4));
  /* Only where both sides say that it goes on. */
  cr_assert (eq (str, found,
                 "a: 2020-01-01 to 2020-03-01, 2 episodes, 1 placement, with issues: gap\n"
                 "b: 2020-01-01 to 2020-02-01, 1 episode, 1 placement\n"
                 "b: 2020-02-03 to 2020-03-01, 1 episode, 1 placement, with issues: gap\n"));
}

typedef struct
{
  const char *what;
  const char *rows[8];
  guint n_placements;
  guint n_temporary_too;    /* where temporary placements count */
} PlacementCase;

static const PlacementCase placement_cases[] = {
  { "legal status alone", { "a 2020-01-01 2020-02-01 S X1 C1 U1 x N1", "a 2020-02-01 - L - C2 U1 x N1" }, 1, 1 },
  { "placement with the same carer",
    { "a 2020-01-01 2020-02-01 S X1 C1 U1 x N1", "a 2020-02-01 2020-03-01 T X1 C1 U4 x N1", "a 2020-03-01 - U - C2 U6 x N1" }, 1, 1 },
  { "another carer", { "a 2020-01-01 2020-02-01 S X1 C1 U1 x N1", "a 2020-02-01 - B - C2 U1 y N1" }, 2, 2 },
  { "adoption by the carer, whatever the reason says",
    { "a 2020-01-01 2020-02-01 S X1 E1 U4 x N1", "a 2020-02-01 - P - E1 A5 x N1" }, 1, 1 },
  { "adoption by others", { "a 2020-01-01 2020-02-01 S X1 E1 U4 x N1", "a 2020-02-01 - P - E1 A6 y N1" }, 2, 2 },
  { "adoption from a home is a move",
    { "a 2020-01-01 2020-02-01 S X1 E1 K2 x N1", "a 2020-02-01 - P - E1 A5 y N1" }, 2, 2 },
  { "away and back",
    { "a 2020-01-01 2020-02-01 S X1 C2 U4 x N1", "a 2020-02-01 2020-02-10 P X1 C2 T3 h N1", "a 2020-02-10 - P - C2 U4 x N1" }, 1, 3 },
  { "away, a change of status, and back",
    { "a 2020-01-01 2020-02-01 S X1 C1 U4 x N1", "a 2020-02-01 2020-02-05 P X1 C1 T3 h N1",
      "a 2020-02-05 2020-02-10 L X1 C2 T3 h N1", "a 2020-02-10 - P - C2 U4 x N1" }, 1, 3 },
  { "away twice in a row, and back",
    { "a 2020-01-01 2020-02-01 S X1 C1 U4 x N1", "a 2020-02-01 2020-02-05 P X1 C1 T3 h N1",
      "a 2020-02-05 2020-02-10 P X1 C1 T1 i N1", "a 2020-02-10 - P - C1 U4 x N1" }, 1, 4 },
  { "away, and then elsewhere",
    { "a 2020-01-01 2020-02-01 S X1 C2 U4 x N1", "a 2020-02-01 2020-02-10 P X1 C2 T3 h N1", "a 2020-02-10 - P - C2 U4 y N1" }, 2, 3 },
  { "it opens with a temporary one",
    { "a 2020-02-01 2020-02-10 S X1 C2 T3 h N1", "a 2020-02-10 - P - C2 U4 y N1" }, 2, 2 },
  { "adoption out of a temporary placement is a move",
    { "a 2020-02-01 2020-02-10 S X1 E1 T3 h N1", "a 2020-02-10 - P - E1 A5 y N1" }, 2, 2 },
  { "nothing is said, and nothing changed",
    { "a 2020-01-01 2020-02-01 S - C2 U4 x N1", "a 2020-02-01 - - - C2 U4 x N1" }, 1, 1 },
  { "nothing is said, and the carer changed",
    { "a 2020-01-01 2020-02-01 S - C2 U4 x N1", "a 2020-02-01 - - - C2 U4 y N1" }, 2, 2 },
};

Test (spells, placements_are_runs_with_one_carer)
{
  g_autoptr (MarmotSpellOptions) counting = g_object_new (MARMOT_TYPE_SPELL_OPTIONS, "temporary-counts", TRUE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (placement_cases); i++)
    {
      g_autoptr (MarmotSpellSet) spells = link_rows (placement_cases[i].rows, 0, NULL);
      g_autoptr (MarmotSpellSet) counted = link_rows (placement_cases[i].rows, 0, counting);

      cr_expect (eq (u32, marmot_spell_set_get_n_rows (spells), 1), "%s", placement_cases[i].what);
      cr_expect (eq (sz, marmot_table_get_n_rows (marmot_spell_set_get_placements (spells)),
                     placement_cases[i].n_placements),
                 "%s", placement_cases[i].what);
      cr_expect (eq (sz, marmot_table_get_n_rows (marmot_spell_set_get_placements (counted)),
                     placement_cases[i].n_temporary_too),
                 "%s", placement_cases[i].what);
    }
}

static gint64
get_integer (MarmotTable *table,
             const char *name,
             gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_get_integer (column, row);
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

/* Three carers, the first left on the first day of the year, the last joined on its last. */
Test (spells, counted_in_a_year)
{
  static const char *const rows[]
      = { "a 2019-01-01 2020-04-01 S X1 C2 U4 x N1", "a 2020-04-01 2021-03-31 P X1 C2 U4 y N1",
          "a 2021-03-31 2021-06-01 P X1 C2 K2 z N1", "a 2021-06-01 2021-06-02 P E4A C2 U4 w N1",
          "b 2020-05-01 2020-06-01 S E4A C2 U4 x N1", NULL };
  g_autoptr (MarmotSpellSet) spells = link_rows (rows, 0, NULL);
  g_autoptr (MarmotPeriod) year = marmot_period_parse ("2020/21", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotColumn) placements = marmot_spell_set_count_placements (spells, year);
  g_autoptr (MarmotColumn) moves = marmot_spell_set_count_moves (spells, year);
  g_autoptr (MarmotColumn) days = marmot_spell_set_count_days (spells, year);
  g_autoptr (MarmotSpell) a = g_list_model_get_item (G_LIST_MODEL (spells), 0);
  MarmotTable *table = marmot_spell_set_get_placements (spells);
  g_autofree char *kind = get_text (table, "placement", 2);
  g_autofree char *carer = get_text (table, "carer", 1);

  /* The carer whom the child left on 1 April was not with it on any day of the year. */
  cr_assert (eq (i64, marmot_column_get_integer (placements, 0), 2));
  cr_assert (eq (i64, marmot_column_get_integer (moves, 0), 2));
  cr_assert (eq (i64, marmot_column_get_integer (days, 0), 365));
  cr_assert (eq (i64, marmot_column_get_integer (placements, 1), 1));
  cr_assert (eq (i64, marmot_column_get_integer (moves, 1), 0));
  cr_assert (eq (i64, marmot_column_get_integer (days, 1), 31));
  cr_assert (eq (u32, marmot_spell_count_placements (a, year), 2));
  cr_assert (eq (u32, marmot_spell_count_moves (a, year), 2));
  cr_assert (eq (i64, marmot_spell_count_days (a, year), 365));
  cr_assert (eq (i64, marmot_spell_count_days (a, NULL), 883));

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 5));
  cr_assert (eq (i64, get_integer (table, "spell", 4), 1));
  cr_assert (eq (i64, get_integer (table, "days", 1), 364));
  cr_assert (eq (str, kind, "K2"));
  cr_assert (eq (str, carer, "y"));
}

/* A period with the first episode of another carer, and the return to the first. */
Test (spells, a_placement_is_of_its_first_settled_episode)
{
  static const char *const rows[]
      = { "a 2020-01-01 2020-02-01 S X1 C2 T2 h N1", "a 2020-02-01 2020-03-01 P X1 C2 U4 x N1",
          "a 2020-03-01 2020-03-08 P X1 C2 T3 h N1", "a 2020-03-08 - P - C2 U4 x N1", NULL };
  g_autoptr (MarmotSpellSet) spells = link_rows (rows, 0, NULL);
  MarmotTable *table = marmot_spell_set_get_placements (spells);
  g_autoptr (MarmotColumn) temporary = marmot_table_get_column_by_name (table, "temporary");
  g_autofree char *first = get_text (table, "placement", 0);
  g_autofree char *second = get_text (table, "placement", 1);

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 2));
  cr_assert (eq (str, first, "T2"));
  cr_assert (marmot_column_get_boolean (temporary, 0));
  cr_assert (eq (str, second, "U4"));
  cr_assert (not (marmot_column_get_boolean (temporary, 1)));
  cr_assert (eq (i64, get_integer (table, "n_episodes", 1), 3));
}

static void
set_day (GDate *date,
         int year,
         int month,
         int day)
{
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

Test (spells, on_a_day_and_in_a_period)
{
  static const char *const rows[]
      = { "a 2020-01-01 2020-03-31 S E4A C2 U1 x N1", "b 2020-03-31 - S - C2 U1 x N1",
          "c 2020-03-01 2020-03-10 S E4A V3 U1 x N1", "d 2020-04-01 2020-04-01 S E4A C2 U1 x N1", NULL };
  g_autoptr (MarmotSpellSet) spells = link_rows (rows, 0, NULL);
  g_autoptr (MarmotPeriod) year = marmot_period_parse ("2019/20", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotPeriod) next = marmot_period_parse ("2020/21", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotSpellSet) care = marmot_spell_set_filter_short_breaks (spells, FALSE);
  g_autoptr (MarmotSpellSet) breaks = marmot_spell_set_filter_short_breaks (spells, TRUE);
  g_autoptr (MarmotSpellSet) during = marmot_spell_set_open_during (spells, year);
  g_autoptr (MarmotSpellSet) after = marmot_spell_set_open_during (spells, next);
  g_autoptr (MarmotSpellSet) started = marmot_spell_set_started_in (care, year);
  g_autoptr (MarmotSpellSet) ended = marmot_spell_set_ended_in (care, year);
  g_autoptr (MarmotSpellSet) last = NULL;
  g_autoptr (MarmotSpell) b = NULL;
  g_autoptr (MarmotColumn) of_episodes = NULL;
  g_autofree char *person = NULL;
  GDate day;

  set_day (&day, 2020, 3, 31);
  last = marmot_spell_set_open_on (spells, &day);
  /* The child who left on the day is not in care on it. */
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (last), 1));
  b = g_list_model_get_item (G_LIST_MODEL (last), 0);
  person = marmot_spell_get_person (b);
  cr_assert (eq (str, person, "b"));
  cr_assert (marmot_spell_covers (b, &day));
  set_day (&day, 2020, 3, 30);
  cr_assert (not (marmot_spell_covers (b, &day)));

  cr_assert (eq (u32, marmot_spell_set_get_n_rows (care), 3));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (breaks), 1));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (during), 3));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (after), 1));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (started), 2));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (ended), 1));

  /* Rows of a part are those of the part. */
  of_episodes = marmot_spell_set_get_spell_of_episodes (last);
  cr_assert (marmot_column_is_null (of_episodes, 0));
  cr_assert (eq (i64, marmot_column_get_integer (of_episodes, 1), 0));
  cr_assert (eq (i64, get_integer (marmot_spell_set_get_placements (last), "spell", 0), 0));
}

Test (spells, an_object_of_one)
{
  static const char *const rows[]
      = { "a 2020-01-01 2020-02-01 S X1 C1 U1 x -", "a 2020-02-01 2020-03-01 B E4A C2 U4 y N3", NULL };
  g_autoptr (MarmotSpellSet) spells = link_rows (rows, 0, NULL);
  g_autoptr (MarmotSpellSet) again = link_rows (rows, 0, NULL);
  g_autoptr (MarmotSpell) spell = g_list_model_get_item (G_LIST_MODEL (spells), 0);
  g_autoptr (MarmotSpell) same = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_autoptr (MarmotEpisodeSet) episodes = marmot_spell_get_episodes (spell);
  g_autoptr (MarmotTable) placements = marmot_spell_get_placements (spell);
  g_autofree char *start_reason = marmot_spell_get_start_reason (spell);
  g_autofree char *end_reason = marmot_spell_get_end_reason (spell);
  g_autofree char *need = marmot_spell_get_need (spell);
  g_autofree char *text = marmot_spell_set_to_string (spells);
  g_autoptr (GDate) start = marmot_spell_get_start (spell);
  g_autoptr (GDate) end = marmot_spell_get_end (spell);

  cr_assert (g_list_model_get_item (G_LIST_MODEL (spells), 1) == NULL);
  cr_assert (eq (str, start_reason, "S"));
  cr_assert (eq (str, end_reason, "E4A"));
  cr_assert (eq (str, need, "N3"));
  cr_assert (eq (str, text, "1 spell of 1 child"));
  cr_assert (eq (u32, g_date_get_julian (end) - g_date_get_julian (start), 60));
  cr_assert (not (marmot_spell_is_open (spell)));
  cr_assert (not (marmot_spell_get_short_break (spell)));
  cr_assert (eq (int, (int) marmot_spell_get_issues (spell), MARMOT_SPELL_ISSUE_NONE));
  cr_assert (eq (u32, marmot_episode_set_get_n_rows (episodes), 2));
  cr_assert (eq (sz, marmot_table_get_n_rows (placements), 2));
  cr_assert (marmot_spell_equal (spell, same));
  cr_assert (eq (u32, marmot_spell_hash (spell), marmot_spell_hash (same)));
}

/* Rows that are in no spell are told of, one by one; no finding says what a cell holds. */
Test (spells, rows_are_linked_or_reported)
{
  static const char *const rows[]
      = { "secret1 2020-01-01 2020-02-01 S E4A C2 U1 secret2 N1", "- 2020-01-01 - S - C2 U1 x N1",
          "secret1 - 2020-03-01 P E4A C2 U1 x N1", "- - - - - - - - -",
          "secret3 2020-01-01 - S - C2 U1 x N1", "secret3 2020-02-01 - S - C2 U1 x N1", NULL };
  static const char *const expected[]
      = { "3 spell/no-child person", "4 spell/no-start-date start", "5 spell/no-child person",
          "5 spell/no-start-date start", "6 spell/not-closed end", "7 spell/two-open end",
          "7 spell/start-inside start_reason" };
  g_autoptr (MarmotSpellOptions) few = g_object_new (MARMOT_TYPE_SPELL_OPTIONS, "limit", 3u, NULL);
  g_autoptr (MarmotSpellSet) spells = link_rows (rows, 0, NULL);
  g_autoptr (MarmotSpellSet) limited = link_rows (rows, 0, few);
  g_autoptr (GPtrArray) findings = marmot_spell_set_get_findings (spells);
  g_autoptr (GPtrArray) first = marmot_spell_set_get_findings (limited);
  g_autoptr (MarmotColumn) of_episodes = marmot_spell_set_get_spell_of_episodes (spells);

  cr_assert (eq (u32, marmot_spell_set_get_n_linked (spells) + marmot_spell_set_get_n_left_out (spells), 6));
  cr_assert (eq (u32, marmot_spell_set_get_n_left_out (spells), 3));
  cr_assert (eq (sz, marmot_column_get_n_nulls (of_episodes), 3));
  cr_assert (eq (u32, findings->len, G_N_ELEMENTS (expected)));
  cr_assert (eq (u64, marmot_spell_set_get_n_findings (spells), G_N_ELEMENTS (expected)));
  for (guint i = 0; i < findings->len; i++)
    {
      MarmotFinding *finding = findings->pdata[i];
      g_autofree char *text = marmot_finding_to_string (finding);
      g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s %s", marmot_finding_get_row (finding),
                                                marmot_finding_get_rule (finding), marmot_finding_get_column (finding));

      cr_assert (eq (str, found, (char *) expected[i]));
      cr_assert (strstr (text, "secret") == NULL, "%s", text);
      cr_assert (strstr (text, "2020") == NULL, "%s", text);
      cr_assert (not (marmot_finding_is_published (finding)));
    }
  cr_assert (eq (u32, first->len, 3));
  cr_assert (eq (u64, marmot_spell_set_get_n_findings (limited), G_N_ELEMENTS (expected)));
}

Test (spells, sets_that_cannot_be_linked)
{
  static const char *const names[] = { "person", NULL };
  static const char *const texts[] = { "a", NULL };
  g_autoptr (MarmotColumn) column = marmot_column_new_text (texts);
  g_autoptr (MarmotTable) table = marmot_table_new (names, &column, 1, NULL);
  g_autoptr (MarmotEpisodeSet) set = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_episode_set_link (set, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (error->message, "\"start\"") != NULL);
}

/* Episodes of other kinds are nobody's care. */
Test (spells, other_kinds_are_passed_over)
{
  static const char *const rows[] = { "a 2020-01-01 - S - C2 U1 x N1", NULL };
  g_autoptr (MarmotEpisodeSet) care = make_set (rows, 0);
  g_autoptr (MarmotEpisodeSet) plans
      = marmot_episode_set_new (MARMOT_EPISODE_CHILD_PROTECTION, marmot_episode_set_get_table (care), NULL);
  MarmotEpisodeSet *both[] = { care, plans };
  g_autoptr (MarmotEpisodeSet) joined = marmot_episode_set_join (both, 2, NULL);
  g_autoptr (MarmotSpellSet) none = marmot_episode_set_link (plans, NULL, NULL);
  g_autoptr (MarmotSpellSet) one = marmot_episode_set_link (joined, NULL, NULL);

  cr_assert (eq (u32, marmot_spell_set_get_n_rows (none), 0));
  cr_assert (eq (u32, marmot_spell_set_get_n_linked (none), 0));
  cr_assert (eq (u32, marmot_spell_set_get_n_rows (one), 1));
  cr_assert (eq (u64, marmot_spell_set_get_n_findings (one), 0));
}

/* Columns of dates may hold days that no calendar has. */
Test (spells, days_of_no_calendar)
{
  static const char *const names[] = { "person", "start", "end", NULL };
  static const char *const persons[] = { "a", "a", "b", "c", NULL };
  static const gint32 starts[] = { G_MININT32 + 1, G_MAXINT32 - 1, -719163, 2932897 };
  static const gint32 ends[] = { G_MAXINT32, G_MAXINT32, G_MAXINT32, G_MININT32 + 1 };
  MarmotColumn *columns[]
      = { marmot_column_new_text (persons), marmot_column_new_date (starts, 4), marmot_column_new_date (ends, 4) };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 3, NULL);
  g_autoptr (MarmotEpisodeSet) set = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);
  g_autoptr (MarmotSpellSet) spells = marmot_episode_set_link (set, NULL, NULL);
  g_autoptr (MarmotPeriod) year = marmot_period_parse ("2020/21", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotColumn) days = marmot_spell_set_count_days (spells, year);
  guint n_spells = marmot_spell_set_get_n_rows (spells);

  cr_assert (eq (u32, n_spells, 3));
  cr_assert (eq (i64, marmot_column_get_integer (days, 0), 365));
  for (guint i = 0; i < n_spells; i++)
    {
      g_autoptr (MarmotSpell) spell = g_list_model_get_item (G_LIST_MODEL (spells), i);
      g_autoptr (MarmotEpisode) episode = g_list_model_get_item (G_LIST_MODEL (set), i);
      g_autofree char *text = marmot_spell_to_string (spell);
      g_autofree char *other = marmot_episode_to_string (episode);

      cr_assert (marmot_spell_get_start (spell) == NULL);
      cr_assert (text != NULL && other != NULL);
      cr_assert (marmot_spell_count_days (spell, NULL) >= 0);
    }
  for (guint i = 0; i < 3; i++)
    marmot_column_unref (columns[i]);
}

/* What bindings let anybody make. */
Test (spells, objects_that_nobody_filled)
{
  g_autoptr (MarmotSpellSet) set = g_object_new (MARMOT_TYPE_SPELL_SET, NULL);
  g_autoptr (MarmotSpell) spell = g_object_new (MARMOT_TYPE_SPELL, NULL);
  g_autoptr (MarmotSpellSet) part = marmot_spell_set_filter_short_breaks (set, TRUE);
  g_autoptr (MarmotColumn) of_episodes = marmot_spell_set_get_spell_of_episodes (set);
  g_autoptr (GPtrArray) findings = marmot_spell_set_get_findings (set);
  g_autoptr (MarmotPeriod) year = marmot_period_parse ("2020/21", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotColumn) days = marmot_spell_set_count_days (set, year);
  g_autofree char *text = marmot_spell_set_to_string (set);
  g_autofree char *other = marmot_spell_to_string (spell);

  cr_assert (eq (u32, marmot_spell_set_get_n_rows (part), 0));
  cr_assert (eq (u32, marmot_spell_set_get_n_linked (set) + marmot_spell_set_get_n_left_out (set), 0));
  cr_assert (marmot_spell_set_get_episodes (set) == NULL);
  cr_assert (eq (sz, marmot_column_get_length (of_episodes) + marmot_column_get_length (days), 0));
  cr_assert (eq (u32, findings->len, 0));
  cr_assert (eq (str, text, "0 spells of 0 children"));
  cr_assert (other != NULL);
  cr_assert (eq (i64, marmot_spell_count_days (spell, year), 0));
  cr_assert (marmot_spell_get_person (spell) == NULL);
}

/* --- properties ---------------------------------------------------------------------- */

/* Made up at random: any dates and codes, so that nothing links as it should. */
#define N_CHILDREN 40
#define N_EPISODES 400

static const char *const some_reasons[] = { "S", "L", "P", "T", "B", "U", "", "Q" };
static const char *const some_ends[] = { "X1", "E4A", "E3", "" };
static const char *const some_status[] = { "C2", "C1", "V3", "V4" };
static const char *const some_places[] = { "U1", "U4", "T1", "A5", "K2", "" };

static MarmotEpisodeSet *
make_random_set (guint32 seed)
{
  static const char *const names[] = { "person", "start", "end", "start_reason", "end_reason", "legal_status", "placement", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  static char persons[N_EPISODES][8];
  const char *person[N_EPISODES + 1] = { NULL }, *reason[N_EPISODES + 1] = { NULL }, *end_reason[N_EPISODES + 1] = { NULL };
  const char *status[N_EPISODES + 1] = { NULL }, *place[N_EPISODES + 1] = { NULL };
  static gint32 starts[N_EPISODES], ends[N_EPISODES];
  static gboolean open[N_EPISODES], no_start[N_EPISODES], no_reason[N_EPISODES], no_end_reason[N_EPISODES];
  g_autoptr (MarmotTable) table = NULL;
  MarmotColumn *columns[7];

  for (guint i = 0; i < N_EPISODES; i++)
    {
      g_snprintf (persons[i], sizeof persons[i], "c%d", g_rand_int_range (random, 0, N_CHILDREN));
      person[i] = persons[i];
      starts[i] = g_rand_int_range (random, 0, 60);
      ends[i] = starts[i] + g_rand_int_range (random, -2, 12);
      open[i] = g_rand_int_range (random, 0, 8) == 0;
      no_start[i] = g_rand_int_range (random, 0, 30) == 0;
      reason[i] = some_reasons[g_rand_int_range (random, 0, G_N_ELEMENTS (some_reasons))];
      end_reason[i] = some_ends[g_rand_int_range (random, 0, G_N_ELEMENTS (some_ends))];
      no_reason[i] = !*reason[i];
      no_end_reason[i] = !*end_reason[i];
      status[i] = some_status[g_rand_int_range (random, 0, G_N_ELEMENTS (some_status))];
      place[i] = some_places[g_rand_int_range (random, 0, G_N_ELEMENTS (some_places))];
    }
  {
    g_autoptr (MarmotColumn) all_starts = marmot_column_new_date (starts, N_EPISODES);
    g_autoptr (MarmotColumn) all_ends = marmot_column_new_date (ends, N_EPISODES);
    g_autoptr (MarmotColumn) all_reasons = marmot_column_new_text (reason);
    g_autoptr (MarmotColumn) all_end_reasons = marmot_column_new_text (end_reason);

    columns[0] = marmot_column_new_text (person);
    columns[1] = marmot_column_with_nulls (all_starts, no_start, N_EPISODES, NULL);
    columns[2] = marmot_column_with_nulls (all_ends, open, N_EPISODES, NULL);
    columns[3] = marmot_column_with_nulls (all_reasons, no_reason, N_EPISODES, NULL);
    columns[4] = marmot_column_with_nulls (all_end_reasons, no_end_reason, N_EPISODES, NULL);
    columns[5] = marmot_column_new_text (status);
    columns[6] = marmot_column_new_text (place);
  }
  table = marmot_table_new (names, columns, 7, NULL);
  for (guint i = 0; i < 7; i++)
    marmot_column_unref (columns[i]);
  return marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);
}

/* Whatever the rows are: every row is in one spell or left out, spells of a child and a
 * kind are in order and do not overlap, placements fill their spell, and every day of an
 * episode that ends is a day of its spell. */
Test (spells, hold_for_any_rows)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (MarmotEpisodeSet) set = make_random_set (seed);
      g_autoptr (MarmotSpellSet) spells = marmot_episode_set_link (set, NULL, NULL);
      g_autoptr (MarmotColumn) spell_of = marmot_spell_set_get_spell_of_episodes (spells);
      guint n_spells = marmot_spell_set_get_n_rows (spells);
      guint n_episodes = 0;
      gsize at = 0;
      MarmotTable *table = marmot_spell_set_get_placements (spells);
      g_autoptr (MarmotColumn) run_starts = marmot_table_get_column_by_name (table, "start");
      g_autoptr (MarmotColumn) run_ends = marmot_table_get_column_by_name (table, "end");
      g_autoptr (MarmotSpell) before = NULL;

      cr_assert (eq (u32, marmot_spell_set_get_n_linked (spells) + marmot_spell_set_get_n_left_out (spells),
                     N_EPISODES));
      cr_assert (eq (sz, marmot_column_get_n_nulls (spell_of), marmot_spell_set_get_n_left_out (spells)));
      for (guint i = 0; i < n_spells; i++)
        {
          g_autoptr (MarmotSpell) spell = g_list_model_get_item (G_LIST_MODEL (spells), i);
          g_autoptr (GDate) start = marmot_spell_get_start (spell);
          g_autoptr (GDate) end = marmot_spell_get_end (spell);
          guint n_runs = marmot_spell_get_n_placements (spell);
          gint32 first = (gint32) g_date_get_julian (start) - 719163;

          n_episodes += marmot_spell_get_n_episodes (spell);
          cr_assert (n_runs > 0);
          cr_assert (eq (i32, marmot_column_get_date (run_starts, at), first));
          for (guint run = 1; run < n_runs; run++)
            cr_assert (eq (i32, marmot_column_get_date (run_starts, at + run),
                           marmot_column_get_date (run_ends, at + run - 1)));
          at += n_runs;
          cr_assert (eq (int, marmot_column_is_null (run_ends, at - 1), end == NULL));
          if (end)
            cr_assert (g_date_compare (start, end) <= 0);

          if (before)
            {
              g_autofree char *a = marmot_spell_get_person (before);
              g_autofree char *b = marmot_spell_get_person (spell);

              if (g_str_equal (a, b)
                  && marmot_spell_get_short_break (before) == marmot_spell_get_short_break (spell))
                {
                  g_autoptr (GDate) until = marmot_spell_get_end (before);

                  cr_assert (until != NULL);
                  cr_assert (g_date_compare (until, start) <= 0);
                }
            }
          g_set_object (&before, spell);
        }
      cr_assert (eq (u32, n_episodes, marmot_spell_set_get_n_linked (spells)));
    }
}

static int
compare_texts (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What spells say, in an order of their own. */
static char *
print_sorted (MarmotSpellSet **parts,
              gsize n_parts)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  for (gsize i = 0; i < n_parts; i++)
    {
      g_autofree char *text = print_spells (parts[i]);

      g_string_append (all, text);
    }
  lines = g_strsplit (all->str, "\n", -1);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_texts);
  return g_strjoinv ("\n", lines);
}

/* The spells of parts are those of the whole, if each child is in one part. */
Test (spells, of_parts_are_those_of_the_whole)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (MarmotEpisodeSet) set = make_random_set (seed);
      g_autoptr (MarmotSpellSet) spells = marmot_episode_set_link (set, NULL, NULL);
      g_autoptr (GPtrArray) children = marmot_episode_set_split (set, "person", NULL);
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *whole = print_sorted (&spells, 1);
      g_autofree char *together = NULL;

      for (guint i = 0; i < children->len; i++)
        g_ptr_array_add (parts, marmot_episode_set_link (children->pdata[i], NULL, NULL));
      together = print_sorted ((MarmotSpellSet **) parts->pdata, parts->len);
      cr_assert (eq (str, together, whole));
    }
}
