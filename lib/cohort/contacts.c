/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Contacts with care leavers: codes of the return that say two things in one word, split
 * apart and put together again.
 */
#include "contact-private.h"

#include <string.h>

#include "small-tables-private.h"

static const struct
{
  const char *code;
  ContactTouch touch;
} touches[] = {
  { "YES", CONTACT_YES },           { "NO", CONTACT_NO },   { "DIED", CONTACT_DIED },
  { "REFU", CONTACT_REFUSES },      { "NREQ", CONTACT_NOT_REQUIRED }, { "RHOM", CONTACT_HOME },
};

/* The kinds of accommodation (ACCOM), and of activity by full or part time and by G (ACTIV). */
#define ACCOMMODATIONS "BCDEGHKRSTUVWXYZ"
#define EET_KINDS "12345"
#define NEET_KINDS "456"

static gsize
get_length (const char *code,
            gssize length)
{
  return !code ? 0 : length < 0 ? strlen (code) : (gsize) length;
}

void
contact_clear (ContactRow *contact)
{
  *contact = (ContactRow){ .date = LEGAL_NO_DATE, .year = -1, .full_time = -1, .suitable = -1 };
}

gint32
contact_year_start (gint32 year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_APRIL, (GDateYear) year);
  return legal_day_of_date (&date);
}

gint32
contact_get_day (const ContactRow *contact,
                 gint32 death)
{
  gint32 first, last;

  if (contact->touch == CONTACT_DIED)
    return LEGAL_NO_DATE;
  if (contact->date != LEGAL_NO_DATE || contact->year < 0)
    return contact->date;
  first = contact_year_start (contact->year);
  last = contact_year_start (contact->year + 1) - 1;
  return death >= first && death <= last ? LEGAL_NO_DATE : last;
}

gboolean
contact_read_touch (ContactRow *contact,
                    const char *code,
                    gssize length)
{
  gsize n = get_length (code, length);

  if (n == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    if (strlen (touches[i].code) == n && g_ascii_strncasecmp (touches[i].code, code, n) == 0)
      {
        contact->touch = (guint8) touches[i].touch;
        return TRUE;
      }
  return FALSE;
}

gboolean
contact_read_activity (ContactRow *contact,
                       const char *code,
                       gssize length)
{
  gsize n = get_length (code, length);
  char first;

  if (n == 0 || (n == 1 && code[0] == '0'))
    return TRUE;
  if (n != 2)
    return FALSE;
  first = g_ascii_toupper (code[0]);
  if ((first == 'F' || first == 'P') && code[1] && strchr (EET_KINDS, code[1]))
    {
      contact->activity = CONTACT_EET;
      contact->full_time = first == 'F';
    }
  else if (first == 'G' && code[1] && strchr (NEET_KINDS, code[1]))
    contact->activity = CONTACT_NEET;
  else
    return FALSE;
  contact->activity_kind = code[1];
  return TRUE;
}

gboolean
contact_read_accommodation (ContactRow *contact,
                            const char *code,
                            gssize length)
{
  gsize n = get_length (code, length);
  char letter;

  if (n == 0 || (n == 1 && code[0] == '0'))
    return TRUE;
  letter = g_ascii_toupper (code[0]);
  if (n != 2 || !letter || !strchr (ACCOMMODATIONS, letter) || (code[1] != '1' && code[1] != '2'))
    return FALSE;
  contact->accommodation = letter;
  contact->suitable = code[1] == '1';
  return TRUE;
}

const char *
contact_touch_code (const ContactRow *contact)
{
  for (guint i = 0; i < G_N_ELEMENTS (touches); i++)
    if (touches[i].touch == contact->touch)
      return touches[i].code;
  return NULL;
}

char *
contact_print_activity (const ContactRow *contact)
{
  if (contact->activity == CONTACT_ACTIVITY_UNKNOWN)
    return NULL;
  return g_strdup_printf ("%c%c", contact->activity == CONTACT_NEET ? 'G' : contact->full_time == 1 ? 'F' : 'P',
                          contact->activity_kind);
}

char *
contact_print_accommodation (const ContactRow *contact)
{
  return contact->accommodation ? g_strdup_printf ("%c%c", contact->accommodation, contact->suitable == 1 ? '1' : '2') : NULL;
}

static void
append_letter (MarmotColumnBuilder *builder,
               char letter)
{
  if (letter)
    marmot_column_builder_append_text (builder, &letter, 1);
  else
    marmot_column_builder_append_null (builder);
}

static void
append_flag (MarmotColumnBuilder *builder,
             gint8 flag)
{
  if (flag >= 0)
    marmot_column_builder_append_boolean (builder, flag);
  else
    marmot_column_builder_append_null (builder);
}

MarmotTable *
contact_make_table (const ContactRow *contacts,
                    gsize n_contacts,
                    const guint32 *rows)
{
  static const char *const names[] = { "row", "date", "year", "in_touch", "activity", "accommodation", "activity_kind",
                                       "full_time", "accommodation_kind", "suitable", NULL };
  static const MarmotColumnType types[] = {
    MARMOT_COLUMN_INTEGER,    MARMOT_COLUMN_DATE,       MARMOT_COLUMN_INTEGER,    MARMOT_COLUMN_DICTIONARY,
    MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_BOOLEAN,
    MARMOT_COLUMN_DICTIONARY, MARMOT_COLUMN_BOOLEAN,
  };
  MarmotColumnBuilder *builders[G_N_ELEMENTS (types)];
  gsize first = rows ? 0 : 1;

  for (gsize i = first; i < G_N_ELEMENTS (types); i++)
    builders[i] = marmot_column_builder_new (types[i]);
  for (gsize i = 0; i < n_contacts; i++)
    {
      const ContactRow *contact = &contacts[i];
      g_autofree char *activity = contact_print_activity (contact);
      g_autofree char *accommodation = contact_print_accommodation (contact);

      if (rows)
        marmot_column_builder_append_integer (builders[0], rows[i]);
      if (contact->date != LEGAL_NO_DATE)
        marmot_column_builder_append_date (builders[1], contact->date);
      else
        marmot_column_builder_append_null (builders[1]);
      if (contact->year >= 0)
        marmot_column_builder_append_integer (builders[2], contact->year);
      else
        marmot_column_builder_append_null (builders[2]);
      cohort_append_text (builders[3], contact_touch_code (contact));
      cohort_append_text (builders[4], activity);
      cohort_append_text (builders[5], accommodation);
      append_letter (builders[6], contact->activity_kind);
      append_flag (builders[7], contact->full_time);
      append_letter (builders[8], contact->accommodation);
      append_flag (builders[9], contact->suitable);
    }
  return cohort_finish_table (names + first, builders + first);
}
