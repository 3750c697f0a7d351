/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Contacts with care leavers. A code of the return that says two things is split apart; each
 * distinct one is looked at once.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "care-leaver-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

/* What a code says, packed into a number. */
static gint32
read_touch (const char *text,
            gsize length,
            gpointer data)
{
  ContactRow contact;
  char code[8];

  contact_clear (&contact);
  if (!person_fold_code (text, length, code, sizeof code) || !contact_read_touch (&contact, code, -1))
    return CELL_UNREAD;
  return contact.touch;
}

static gint32
read_activity (const char *text,
               gsize length,
               gpointer data)
{
  ContactRow contact;
  char code[8];

  contact_clear (&contact);
  if (!person_fold_code (text, length, code, sizeof code) || !contact_read_activity (&contact, code, -1))
    return CELL_UNREAD;
  return contact.activity | contact.activity_kind << 8 | (contact.full_time + 1) << 16;
}

static gint32
read_accommodation (const char *text,
                    gsize length,
                    gpointer data)
{
  ContactRow contact;
  char code[8];

  contact_clear (&contact);
  if (!person_fold_code (text, length, code, sizeof code) || !contact_read_accommodation (&contact, code, -1))
    return CELL_UNREAD;
  return contact.accommodation | (contact.suitable + 1) << 8;
}

/* The codes of contacts by row. */
typedef struct
{
  gint32 *touches;
  gint32 *activities;
  gint32 *accommodations;
} Codes;

static gboolean
codes_init (Codes *self,
            MarmotTable *table,
            const ContactNames *names,
            GError **error)
{
  const gsize n = marmot_table_get_n_rows (table);

  *self = (Codes){ NULL, NULL, NULL };
  self->touches = person_read_codes (marmot_table_peek_column (table, names->in_touch), names->in_touch, n, read_touch,
                                     NULL, error);
  if (self->touches)
    self->activities = person_read_codes (marmot_table_peek_column (table, names->activity), names->activity, n,
                                          read_activity, NULL, error);
  if (self->activities)
    self->accommodations = person_read_codes (marmot_table_peek_column (table, names->accommodation),
                                              names->accommodation, n, read_accommodation, NULL, error);
  return self->accommodations != NULL;
}

static void
codes_clear (Codes *self)
{
  g_free (self->touches);
  g_free (self->activities);
  g_free (self->accommodations);
}

static void
codes_get (const Codes *self,
           gsize i,
           ContactRow *contact)
{
  const gint32 touch = self->touches[i], activity = self->activities[i], accommodation = self->accommodations[i];

  if (touch == CELL_UNREAD)
    contact->unread |= CONTACT_CELL_TOUCH;
  else if (touch != CELL_BLANK)
    contact->touch = (guint8) touch;
  if (activity == CELL_UNREAD)
    {
      contact->unread |= CONTACT_CELL_ACTIVITY;
    }
  else if (activity != CELL_BLANK)
    {
      contact->activity = (guint8) (activity & 0xff);
      contact->activity_kind = (char) (activity >> 8 & 0xff);
      contact->full_time = (gint8) ((activity >> 16) - 1);
    }
  if (accommodation == CELL_UNREAD)
    {
      contact->unread |= CONTACT_CELL_ACCOMMODATION;
    }
  else if (accommodation != CELL_BLANK)
    {
      contact->accommodation = (char) (accommodation & 0xff);
      contact->suitable = (gint8) ((accommodation >> 8) - 1);
    }
}

gboolean
contact_read_rows (MarmotTable *table,
                   const ContactNames *names,
                   const gint32 *people,
                   gint32 year,
                   ContactRow *rows,
                   gint32 *row_of,
                   gsize *n_rows,
                   PersonLost *losses,
                   GError **error)
{
  const gsize n = marmot_table_get_n_rows (table);
  g_autofree gint32 *days = person_read_days (names->date ? marmot_table_peek_column (table, names->date) : NULL,
                                              "date", n, error);
  g_autofree gint32 *years = NULL;
  Codes codes = { NULL, NULL, NULL };

  if (days)
    years = person_read_numbers (names->year ? marmot_table_peek_column (table, names->year) : NULL, "year", n,
                                 person_read_year, NULL, error);
  if (!years || !codes_init (&codes, table, names, error))
    {
      codes_clear (&codes);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      const gboolean has_year = year >= 0 || person_year_is_good (years[i]);
      ContactRow *contact = &rows[*n_rows];

      if (people[i] < 0)
        {
          person_lose (losses, people[i] == ROW_STRAY ? LOSS_CONTACTS_STRAY : LOSS_CONTACTS_NO_PERSON, i);
          continue;
        }
      if (days[i] <= CELL_UNREAD && !has_year)
        {
          person_lose (losses, LOSS_CONTACTS_NO_TIME, i);
          continue;
        }
      contact_clear (contact);
      if (days[i] > CELL_UNREAD)
        contact->date = days[i];
      else if (days[i] == CELL_UNREAD)
        contact->unread |= CONTACT_CELL_DATE;
      if (has_year)
        contact->year = year >= 0 ? year : years[i];
      else if (years[i] != CELL_BLANK)
        contact->unread |= CONTACT_CELL_YEAR;
      codes_get (&codes, i, contact);
      row_of[(*n_rows)++] = people[i];
    }
  codes_clear (&codes);
  return TRUE;
}

MarmotPersonSet *
marmot_person_set_with_contacts (MarmotPersonSet *self,
                                 MarmotTable *contacts,
                                 GError **error)
{
  static const ContactNames names = { "date", "year", "in_touch", "activity", "accommodation" };
  g_autoptr (MarmotColumn) persons = NULL;
  g_autofree gint32 *people = NULL;
  g_autofree gint32 *row_of = NULL;
  g_autofree ContactRow *rows = NULL;
  MarmotPersonSet *set = NULL;
  PersonBuild build;
  gsize n_rows;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (contacts != NULL, NULL);

  persons = person_need_column (contacts, "contacts", "person", error);
  if (!persons)
    return NULL;
  if (!marmot_table_has_column (contacts, "date") && !marmot_table_has_column (contacts, "year"))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The table of contacts has neither a column \"date\" nor \"year\": add one");
      return NULL;
    }

  person_build_init_of (&build, self);
  memcpy (build.losses, self->losses, sizeof build.losses);
  if ((people = person_build_find (&build, persons, FALSE, error))
      && (rows = person_set_start_rows (self, PERSON_CONTACTS, marmot_table_get_n_rows (contacts), &row_of, &n_rows,
                                        error))
      && contact_read_rows (contacts, &names, people, -1, rows, row_of, &n_rows, build.losses, error))
    set = person_set_with_part (self, PERSON_CONTACTS,
                                person_part_new (PERSON_CONTACTS, self->columns.n_people, rows, row_of, n_rows),
                                build.losses);
  person_build_clear (&build);
  return set;
}
