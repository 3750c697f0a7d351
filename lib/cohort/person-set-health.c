/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the return says of health in a year (OC2).
 */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

#define MOST_SDQ 40

static gint32
read_score (const char *text,
            gsize length,
            gpointer data)
{
  char code[8];
  char *end;
  double score;

  if (!person_fold_code (text, length, code, sizeof code))
    return CELL_UNREAD;
  if (*code == '\0')
    return CELL_BLANK;
  if (!g_ascii_isdigit (*code))
    return CELL_UNREAD;
  score = g_ascii_strtod (code, &end);
  return *end == '\0' && score <= MOST_SDQ && score == (gint32) score ? (gint32) score : CELL_UNREAD;
}

/* 1 to 5 of SDQ1 to SDQ5. */
static gint32
read_reason (const char *text,
             gsize length,
             gpointer data)
{
  char code[8];

  if (!person_fold_code (text, length, code, sizeof code))
    return CELL_UNREAD;
  if (*code == '\0')
    return CELL_BLANK;
  if (!g_str_has_prefix (code, "SDQ") || code[3] < '1' || code[3] > '5' || code[4] != '\0')
    return CELL_UNREAD;
  return code[3] - '0';
}

/* The cells of health by row. */
typedef struct
{
  gint32 *scores;
  gint32 *reasons;
  gint32 *flags[HEALTH_N_FLAGS];
} Cells;

static void
cells_clear (Cells *self)
{
  g_free (self->scores);
  g_free (self->reasons);
  for (guint flag = 0; flag < HEALTH_N_FLAGS; flag++)
    g_free (self->flags[flag]);
}

/* A column by the name that people give it, or that the return does. */
static MarmotColumn *
find_column (MarmotTable *table,
             const char *name,
             gboolean is_return)
{
  g_autofree char *capitals = is_return ? g_ascii_strup (name, -1) : NULL;

  return marmot_table_peek_column (table, is_return ? capitals : name);
}

static gboolean
cells_init (Cells *self,
            MarmotTable *table,
            gboolean is_return,
            GError **error)
{
  const gsize n = marmot_table_get_n_rows (table);

  memset (self, 0, sizeof *self);
  self->scores = person_read_numbers (find_column (table, "sdq_score", is_return), "sdq_score", n, read_score, NULL,
                                      error);
  if (!self->scores)
    return FALSE;
  self->reasons = person_read_codes (find_column (table, "sdq_reason", is_return), "sdq_reason", n, read_reason, NULL,
                                     error);
  if (!self->reasons)
    return FALSE;
  for (guint flag = 0; flag < HEALTH_N_FLAGS; flag++)
    {
      const char *name = health_flag_name (flag);

      self->flags[flag] = person_read_numbers (find_column (table, name, is_return), name, n, person_read_flag, NULL,
                                               error);
      if (!self->flags[flag])
        return FALSE;
    }
  return TRUE;
}

static void
cells_get (const Cells *self,
           gsize i,
           HealthYear *health)
{
  const gint32 score = self->scores[i], reason = self->reasons[i];

  health->sdq_score = -1;
  if (score >= 0 && score <= MOST_SDQ)
    health->sdq_score = score;
  else if (score != CELL_BLANK)
    health->unread |= 1 << 0;
  if (reason >= 0)
    health->sdq_reason = (guint8) reason;
  else if (reason != CELL_BLANK)
    health->unread |= 1 << 1;
  for (guint flag = 0; flag < HEALTH_N_FLAGS; flag++)
    {
      const gint32 value = self->flags[flag][i];

      health->flags[flag] = -1;
      if (person_flag_is_good (value))
        health->flags[flag] = (gint8) value;
      else if (value != CELL_BLANK)
        health->unread = (guint16) (health->unread | 1u << (2 + flag));
    }
}

gboolean
health_read_rows (MarmotTable *table,
                  const gint32 *people,
                  gint32 year,
                  HealthYear *rows,
                  gint32 *row_of,
                  gsize *n_rows,
                  PersonLost *losses,
                  GError **error)
{
  const gsize n = marmot_table_get_n_rows (table);
  g_autofree gint32 *years = person_read_numbers (year >= 0 ? NULL : marmot_table_peek_column (table, "year"), "year",
                                                  n, person_read_year, NULL, error);
  Cells cells;

  if (!years)
    return FALSE;
  if (!cells_init (&cells, table, year >= 0, error))
    {
      cells_clear (&cells);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      const gint32 of = year >= 0 ? year : years[i];

      if (people[i] < 0)
        {
          person_lose (losses, people[i] == ROW_STRAY ? LOSS_HEALTH_STRAY : LOSS_HEALTH_NO_PERSON, i);
          continue;
        }
      if (!person_year_is_good (of))
        {
          person_lose (losses, LOSS_HEALTH_NO_YEAR, i);
          continue;
        }
      memset (&rows[*n_rows], 0, sizeof *rows);
      rows[*n_rows].year = of;
      cells_get (&cells, i, &rows[*n_rows]);
      row_of[(*n_rows)++] = people[i];
    }
  cells_clear (&cells);
  return TRUE;
}

PersonPart *
health_part_new (gsize n_people,
                 const HealthYear *rows,
                 const gint32 *row_of,
                 gsize n_rows,
                 PersonLost *losses)
{
  PersonPart *part = person_part_new (PERSON_HEALTH, n_people, rows, row_of, n_rows);
  HealthYear *health = part->rows;
  gsize n_kept = 0;

  /* Of one year the first row counts. They are by year, and as they came within it. */
  part->n_unread = 0;
  for (gsize person = 0; person < n_people; person++)
    {
      const guint32 first = part->starts[person], end = part->starts[person + 1];
      const gsize first_kept = n_kept;

      part->starts[person] = (guint32) n_kept;
      for (guint32 i = first; i < end; i++)
        {
          if (n_kept > first_kept && health[n_kept - 1].year == health[i].year)
            {
              losses[LOSS_HEALTH_TWICE].n_rows++;
              continue;
            }
          health[n_kept] = health[i];
          part->n_unread += person_part_count_unread (PERSON_HEALTH, &health[n_kept]);
          n_kept++;
        }
    }
  part->starts[n_people] = (guint32) n_kept;
  part->n_rows = n_kept;
  return part;
}

MarmotPersonSet *
marmot_person_set_with_health (MarmotPersonSet *self,
                               MarmotTable *health,
                               GError **error)
{
  g_autoptr (MarmotColumn) persons = NULL;
  g_autoptr (MarmotColumn) years = NULL;
  g_autofree gint32 *people = NULL;
  g_autofree gint32 *row_of = NULL;
  g_autofree HealthYear *rows = NULL;
  MarmotPersonSet *set = NULL;
  PersonBuild build;
  gsize n_rows = 0;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (health != NULL, NULL);

  persons = person_need_column (health, "health", "person", error);
  years = persons ? person_need_column (health, "health", "year", error) : NULL;
  if (!years)
    return NULL;

  person_build_init_of (&build, self);
  memcpy (build.losses, self->losses, sizeof build.losses);
  for (guint loss = LOSS_HEALTH_NO_PERSON; loss <= LOSS_HEALTH_TWICE; loss++)
    build.losses[loss] = (PersonLost){ 0, 0 };
  people = person_build_find (&build, persons, FALSE, error);
  if (people && person_rows_fit (persons->length, error))
    {
      row_of = g_new (gint32, persons->length + 1);
      rows = g_new (HealthYear, persons->length + 1);
      if (health_read_rows (health, people, -1, rows, row_of, &n_rows, build.losses, error))
        set = person_set_with_part (self, PERSON_HEALTH,
                                    health_part_new (self->columns.n_people, rows, row_of, n_rows, build.losses), build.losses);
    }
  person_build_clear (&build);
  return set;
}
