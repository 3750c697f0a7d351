/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What loops over people see of them: periods of care with how they ended, where a child
 * was placed at the end, and who is in care on a day. Everybody is made up.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

#include "cohort/person-set-private.h"

#define DAYS(n) (15000 + (n))

/* An episode of one child: days from some day on, -1 for an open end. */
typedef struct
{
  const char *person;
  int start;
  int end;
  const char *start_reason;
  const char *end_reason;
  const char *placement;
  const char *legal_status;
} Row;

static MarmotPersonSet *
make_set (const Row *rows,
          gsize n_rows)
{
  const char *const heads[] = { "person", "start_reason", "end_reason", "placement", "legal_status",
                                "start", "end", NULL };
  const char *const people_heads[] = { "person", NULL };
  const char *texts[5][32] = { { NULL } };
  const char *const nobody[] = { NULL };
  gint32 days[2][32];
  gboolean nulls[2][32] = { { FALSE } };
  MarmotColumn *columns[7];
  MarmotColumn *none = marmot_column_new_text (nobody);
  g_autoptr (MarmotColumn) ends = NULL;
  g_autoptr (MarmotColumn) reasons = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotTable) people = marmot_table_new (people_heads, &none, 1, NULL);
  g_autoptr (MarmotEpisodeSet) episodes = NULL;
  g_autoptr (MarmotSpellSet) spells = NULL;
  MarmotPersonSet *set;

  for (gsize i = 0; i < n_rows; i++)
    {
      texts[0][i] = rows[i].person;
      texts[1][i] = rows[i].start_reason;
      texts[2][i] = rows[i].end_reason ? rows[i].end_reason : "";
      texts[3][i] = rows[i].placement;
      texts[4][i] = rows[i].legal_status;
      days[0][i] = DAYS (rows[i].start);
      days[1][i] = DAYS (rows[i].end);
      nulls[0][i] = rows[i].end < 0;
      nulls[1][i] = rows[i].end_reason == NULL;
    }
  for (guint i = 0; i < 5; i++)
    columns[i] = marmot_column_new_text (texts[i]);
  columns[5] = marmot_column_new_date (days[0], n_rows);
  ends = marmot_column_new_date (days[1], n_rows);
  columns[6] = marmot_column_with_nulls (ends, nulls[0], n_rows, NULL);
  reasons = columns[2];
  columns[2] = marmot_column_with_nulls (reasons, nulls[1], n_rows, NULL);
  table = marmot_table_new (heads, columns, 7, NULL);
  episodes = marmot_episode_set_new (MARMOT_EPISODE_CARE, table, NULL);
  spells = marmot_episode_set_link (episodes, NULL, NULL);
  set = marmot_person_set_new (people, spells, NULL);
  for (guint i = 0; i < 7; i++)
    marmot_column_unref (columns[i]);
  marmot_column_unref (none);
  return set;
}

static const Row rows[] = {
  /* With parents twice in a row at the end, the second time elsewhere. */
  { "home", 0, 100, "S", "X1", "U4", "C2" },
  { "home", 100, 150, "P", "X1", "P1", "C2" },
  { "home", 150, 200, "B", "E4A", "P1", "C1" },
  /* With parents, and then not. */
  { "back", 0, 50, "S", "X1", "P1", "C2" },
  { "back", 50, 90, "P", "E6", "U1", "C2" },
  /* With parents now. */
  { "now", 10, 30, "S", "X1", "K2", "C2" },
  { "now", 30, -1, "P", NULL, "P1", "C2" },
  /* Two periods, and no reason for the end of the second. */
  { "twice", 0, 40, "S", "E2", "K2", "C2" },
  { "twice", 60, 80, "S", NULL, "K2", "C2" },
};

Test (person_columns, where_care_ended)
{
  g_autoptr (MarmotPersonSet) set = make_set (rows, G_N_ELEMENTS (rows));
  const PersonColumns *columns = person_set_peek (set);

  cr_assert (columns->n_people == 4);
  cr_assert (columns->spell_starts[4] == 5);
  cr_assert (columns->spells[0].home_from == DAYS (100));
  cr_assert (columns->spells[0].left == LEGAL_LEFT_HOME && !columns->spells[0].fostered);
  cr_assert (columns->spells[1].home_from == LEGAL_NO_DATE);
  cr_assert (columns->spells[1].left == LEGAL_LEFT_AWAY && columns->spells[1].fostered);
  cr_assert (columns->spells[2].home_from == DAYS (30));
  cr_assert (columns->spells[2].left == LEGAL_LEFT_OPEN && columns->spells[2].end == LEGAL_NO_DATE);
  cr_assert (columns->spells[3].left == LEGAL_LEFT_DIED && columns->spells[4].left == LEGAL_LEFT_UNKNOWN);
  /* Care after death. */
  cr_assert (columns->death[3] == DAYS (40));
  cr_assert (columns->problems[3] & LEGAL_AFTER_DEATH);
}

Test (person_columns, who_is_in_care)
{
  static const Row some[] = {
    { "a", 0, 100, "S", "E6", "U4", "C2" },
    { "a", 50, 60, "S", "E8", "U4", "V4" },
    { "a", 120, 130, "S", "E8", "U4", "V4" },
    { "a", 200, -1, "S", NULL, "U4", "C2" },
  };
  g_autoptr (MarmotPersonSet) set = make_set (some, G_N_ELEMENTS (some));
  const PersonColumns *columns = person_set_peek (set);

  cr_assert (columns->n_people == 1 && columns->spell_starts[1] == 4);
  cr_assert (!person_in_care_on (columns, 0, DAYS (-1), TRUE));
  cr_assert (person_in_care_on (columns, 0, DAYS (0), FALSE));
  cr_assert (person_in_care_on (columns, 0, DAYS (99), FALSE));
  cr_assert (!person_in_care_on (columns, 0, DAYS (100), TRUE));
  cr_assert (!person_in_care_on (columns, 0, DAYS (120), FALSE));
  cr_assert (person_in_care_on (columns, 0, DAYS (120), TRUE));
  cr_assert (person_in_care_on (columns, 0, DAYS (10000), FALSE));

  cr_assert (person_spell_on (columns, 0, DAYS (125)) == NULL);
  cr_assert (person_spell_on (columns, 0, DAYS (55))->start == DAYS (0));
  cr_assert (person_last_spell (columns, 0, DAYS (-1)) == NULL);
  cr_assert (person_last_spell (columns, 0, DAYS (55))->start == DAYS (0));
  cr_assert (person_last_spell (columns, 0, DAYS (140))->start == DAYS (0));
  cr_assert (person_last_spell (columns, 0, DAYS (200))->start == DAYS (200));
}

Test (person_columns, what_is_not_there_is_empty)
{
  g_autoptr (MarmotPersonSet) set = make_set (rows, G_N_ELEMENTS (rows));
  const PersonColumns *columns = person_set_peek (set);
  gint32 scratch[1];
  LegalLife life;

  cr_assert (!columns->has_contacts && !columns->has_health && !columns->has_checks);
  for (gsize row = 0; row <= columns->n_people; row++)
    cr_assert (columns->fact_starts[row] == 0 && columns->contact_starts[row] == 0 && columns->health_starts[row] == 0
               && columns->check_starts[row] == 0);
  person_set_get_life (columns, 3, scratch, &life);
  cr_assert (life.n_spells == 2 && life.n_facts == 0 && life.n_contacts == 0);
  cr_assert (life.spells == columns->spells + 3);
}
