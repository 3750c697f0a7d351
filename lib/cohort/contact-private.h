/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Contacts with care leavers, and rows of OC3: codes of the return that say two things in
 * one word, split apart.
 */
#pragma once

#include <marmot/marmot.h>

#include "legal-private.h"

G_BEGIN_DECLS

typedef enum
{
  CONTACT_IN_TOUCH_UNKNOWN,
  CONTACT_YES,
  CONTACT_NO,
  CONTACT_DIED,
  CONTACT_REFUSES,            /* REFU */
  CONTACT_NOT_REQUIRED,       /* NREQ */
  CONTACT_HOME                /* RHOM */
} ContactTouch;

typedef enum
{
  CONTACT_ACTIVITY_UNKNOWN,   /* "0", or none */
  CONTACT_EET,                /* F or P, and a digit */
  CONTACT_NEET                /* G4, G5, G6 */
} ContactActivity;

/* A contact with a care leaver, or a row of OC3. */
typedef struct
{
  gint32 date;                /* LEGAL_NO_DATE where only the year is known */
  gint32 year;                /* the collection year, such as 2023; -1 where there is none */
  guint8 touch;               /* ContactTouch */
  guint8 activity;            /* ContactActivity */
  char activity_kind;         /* '1', '2', '4', '5', '3' of F and P; '4', '5', '6' of G; 0 */
  gint8 full_time;            /* 1, 0, -1 */
  char accommodation;         /* the letter, or 0 */
  gint8 suitable;             /* 1, 0, -1 */
  guint8 unread;              /* cells that hold no such thing: a bit of ContactCell each */
} ContactRow;

typedef enum
{
  CONTACT_CELL_DATE = 1 << 0,
  CONTACT_CELL_YEAR = 1 << 1,
  CONTACT_CELL_TOUCH = 1 << 2,
  CONTACT_CELL_ACTIVITY = 1 << 3,
  CONTACT_CELL_ACCOMMODATION = 1 << 4
} ContactCell;

#define CONTACT_N_CELLS 5

/* What a code of the return says, split apart: IN_TOUCH, ACTIV and ACCOM. Whatever is none
 * leaves the contact as it was and is FALSE; NULL and blank are good, and say nothing. A
 * length of -1 is up to the NUL. */
gboolean contact_read_touch         (ContactRow  *contact,
                                     const char  *code,
                                     gssize       length);
gboolean contact_read_activity      (ContactRow  *contact,
                                     const char  *code,
                                     gssize       length);
gboolean contact_read_accommodation (ContactRow  *contact,
                                     const char  *code,
                                     gssize       length);

/* A contact of which nothing is known. */
void     contact_clear              (ContactRow  *contact);

/* The day of a contact as far as it may contradict birth and death: of a collection year its
 * last day, unless the person died in it; that somebody has died is no contact. */
gint32   contact_get_day            (const ContactRow *contact,
                                     gint32            death);

/* The first day of a collection year. */
gint32   contact_year_start         (gint32       year);

/* The codes back, NULL for none; free them. */
char    *contact_print_activity      (const ContactRow *contact);
char    *contact_print_accommodation (const ContactRow *contact);
const char *contact_touch_code       (const ContactRow *contact);

/* The columns date, year, in_touch, activity, accommodation, activity_kind, full_time,
 * accommodation_kind and suitable of contacts, with row before them where rows is there. */
MarmotTable *contact_make_table     (const ContactRow *contacts,
                                     gsize             n_contacts,
                                     const guint32    *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
