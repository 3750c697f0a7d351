/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Dated checks of health: when they were due, and when they were done.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

static const struct
{
  const char *name;
  CheckKind kind;
} kinds[] = {
  { "initial-health-assessment", CHECK_INITIAL_HEALTH },
  { "iha", CHECK_INITIAL_HEALTH },
  { "review-health-assessment", CHECK_REVIEW_HEALTH },
  { "rha", CHECK_REVIEW_HEALTH },
  { "dental", CHECK_DENTAL },
  { "dental-check", CHECK_DENTAL },
  { "immunisations", CHECK_IMMUNISATIONS },
  { "development", CHECK_DEVELOPMENT },
  { "sdq", CHECK_SDQ },
  { "health-summary", CHECK_HEALTH_SUMMARY },
  { "consultation", CHECK_CONSULTATION },
};

static const struct
{
  const char *name;
  CheckStatus status;
} statuses[] = {
  { "completed", CHECK_COMPLETED },
  { "refused", CHECK_REFUSED },
  { "cancelled", CHECK_CANCELLED },
  { "planned", CHECK_PLANNED },
};

/* "Dental check" as "dental-check"; FALSE if it is too long to be any that there is. */
static gboolean
fold_name (const char *text,
           gsize length,
           char *room,
           gsize size)
{
  if (!person_fold_code (text, length, room, size))
    return FALSE;
  for (char *c = room; *c; c++)
    *c = *c == '_' || *c == ' ' ? '-' : g_ascii_tolower (*c);
  return TRUE;
}

static guint8
read_kind (const char *text,
           gsize length)
{
  char name[32];

  if (text && fold_name (text, length, name, sizeof name))
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (strcmp (kinds[i].name, name) == 0)
        return (guint8) kinds[i].kind;
  return CHECK_OTHER;
}

static guint8
read_status (const char *text,
             gsize length)
{
  char name[32];

  if (text && fold_name (text, length, name, sizeof name))
    for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
      if (strcmp (statuses[i].name, name) == 0)
        return (guint8) statuses[i].status;
  return CHECK_STATUS_OTHER;
}

/* What each distinct word says. */
static guint8 *
read_words (const PersonTexts *texts,
            guint8 (*read) (const char *text,
                            gsize       length))
{
  const gsize n = marmot_column_get_length (texts->values);
  guint8 *says = g_new (guint8, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (texts->values, i, &length);

      says[i] = read (text, length);
    }
  return says;
}

typedef struct
{
  gint32 *people;
  gint32 *due;
  gint32 *done;
  PersonTexts kinds;
  PersonTexts statuses;       /* without codes where there is no such column */
} Cells;

static void
cells_clear (Cells *self)
{
  g_free (self->people);
  g_free (self->due);
  g_free (self->done);
  person_texts_clear (&self->kinds);
  person_texts_clear (&self->statuses);
}

static gboolean
cells_init (Cells *self,
            PersonBuild *build,
            MarmotTable *table,
            GError **error)
{
  g_autoptr (MarmotColumn) persons = person_need_column (table, "checks", "person", error);
  g_autoptr (MarmotColumn) checks = persons ? person_need_column (table, "checks", "check", error) : NULL;
  MarmotColumn *status = marmot_table_peek_column (table, "status");
  const gsize n = marmot_table_get_n_rows (table);

  return checks && person_rows_fit (n, error)
         && (self->people = person_build_find (build, persons, FALSE, error))
         && person_texts_init (&self->kinds, checks, "check", error)
         && (!status || person_texts_init (&self->statuses, status, "status", error))
         && (self->due = person_read_days (marmot_table_peek_column (table, "due"), "due", n, error))
         && (self->done = person_read_days (marmot_table_peek_column (table, "done"), "done", n, error));
}

static PersonPart *
make_part (const Cells *cells,
           gsize n,
           gsize n_people,
           PersonLost *losses)
{
  g_autofree guint8 *kind_of = read_words (&cells->kinds, read_kind);
  g_autofree guint8 *status_of = cells->statuses.values ? read_words (&cells->statuses, read_status) : NULL;
  g_autofree CheckRow *rows = g_new0 (CheckRow, n + 1);
  g_autofree gint32 *row_of = g_new (gint32, n + 1);
  PersonPart *part;
  gsize n_rows = 0;

  for (gsize i = 0; i < n; i++)
    {
      CheckRow *row = &rows[n_rows];

      if (cells->people[i] < 0)
        {
          person_lose (losses, cells->people[i] == ROW_STRAY ? LOSS_CHECKS_STRAY : LOSS_CHECKS_NO_PERSON, i);
          continue;
        }
      if (cells->kinds.codes[i] < 0)
        {
          person_lose (losses, LOSS_CHECKS_NO_KIND, i);
          continue;
        }
      row->due = MAX (cells->due[i], CELL_UNREAD) == CELL_UNREAD ? LEGAL_NO_DATE : cells->due[i];
      row->done = MAX (cells->done[i], CELL_UNREAD) == CELL_UNREAD ? LEGAL_NO_DATE : cells->done[i];
      row->unread = (guint8) ((cells->due[i] == CELL_UNREAD) | (cells->done[i] == CELL_UNREAD) << 1);
      row->kind_code = cells->kinds.codes[i];
      row->kind = kind_of[row->kind_code];
      row->status_code = status_of ? cells->statuses.codes[i] : -1;
      row->status = row->status_code < 0 ? CHECK_STATUS_UNKNOWN : status_of[row->status_code];
      row_of[n_rows++] = cells->people[i];
    }
  part = person_part_new (PERSON_CHECKS, n_people, rows, row_of, n_rows);
  part->names[0] = marmot_column_ref (cells->kinds.values);
  part->names[1] = cells->statuses.values ? marmot_column_ref (cells->statuses.values) : NULL;
  return part;
}

MarmotPersonSet *
marmot_person_set_with_checks (MarmotPersonSet *self,
                               MarmotTable *checks,
                               GError **error)
{
  Cells cells = { .people = NULL };
  MarmotPersonSet *set = NULL;
  PersonBuild build;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (checks != NULL, NULL);

  person_build_init_of (&build, self);
  memcpy (build.losses, self->losses, sizeof build.losses);
  for (guint loss = LOSS_CHECKS_NO_PERSON; loss <= LOSS_CHECKS_NO_KIND; loss++)
    build.losses[loss] = (PersonLost){ 0, 0 };
  if (cells_init (&cells, &build, checks, error))
    set = person_set_with_part (self, PERSON_CHECKS,
                                make_part (&cells, marmot_table_get_n_rows (checks), self->columns.n_people, build.losses),
                                build.losses);
  cells_clear (&cells);
  person_build_clear (&build);
  return set;
}
