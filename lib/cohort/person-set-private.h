/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the loops of this room see of a set of people: arrays of numbers, by person.
 *
 * What belongs to a person stands together: the spells of row r are spells[spell_starts[r]]
 * up to spells[spell_starts[r + 1] - 1], and so on. Dates are days since 1970,
 * LEGAL_NO_DATE for none; codes are -1 for none. Nothing of it ever changes; it lives as
 * long as the set.
 */
#pragma once

#include "contact-private.h"
#include "legal-private.h"

G_BEGIN_DECLS

/* The columns to group by. */
typedef enum
{
  PERSON_SEX,
  PERSON_ETHNICITY,
  PERSON_LOCALITY,
  PERSON_UASC,
  PERSON_N_KEYS
} PersonKey;

/* Of which the return says whether they were so, in a year. */
typedef enum
{
  HEALTH_CONVICTED,
  HEALTH_CHECK,               /* development checks, under five */
  HEALTH_IMMUNISATIONS,
  HEALTH_TEETH,
  HEALTH_ASSESSMENT,
  HEALTH_SUBSTANCE,
  HEALTH_RECEIVED,            /* an intervention for substance misuse */
  HEALTH_OFFERED,
  HEALTH_N_FLAGS
} HealthFlag;

/* A row of OC2. */
typedef struct
{
  gint32 year;                /* 2023 for 2023/24 */
  gint32 sdq_score;           /* -1 for none */
  guint8 sdq_reason;          /* 1 to 5 for SDQ1 to SDQ5; 0 for none */
  gint8 flags[HEALTH_N_FLAGS]; /* 0, 1, and -1 for a blank */
  guint16 unread;             /* cells that hold no such thing: a bit for the score, the
                               * reason, and each flag */
} HealthYear;

typedef enum
{
  CHECK_OTHER,
  CHECK_INITIAL_HEALTH,       /* "initial-health-assessment" */
  CHECK_REVIEW_HEALTH,        /* "review-health-assessment" */
  CHECK_DENTAL,               /* "dental" */
  CHECK_IMMUNISATIONS,        /* "immunisations" */
  CHECK_DEVELOPMENT,          /* "development" */
  CHECK_SDQ,                  /* "sdq" */
  CHECK_HEALTH_SUMMARY,       /* "health-summary" */
  CHECK_CONSULTATION          /* "consultation": due is when it was asked for */
} CheckKind;

typedef enum
{
  CHECK_STATUS_UNKNOWN,
  CHECK_COMPLETED,
  CHECK_REFUSED,
  CHECK_CANCELLED,
  CHECK_PLANNED,
  CHECK_STATUS_OTHER
} CheckStatus;

/* A dated check of health. */
typedef struct
{
  gint32 due;
  gint32 done;
  guint8 kind;                /* CheckKind */
  guint8 status;              /* CheckStatus */
  guint8 unread;              /* dates that cannot be: 1 for due, 2 for done */
  gint32 kind_code;           /* what they are called, in the table of checks; -1 for none */
  gint32 status_code;
} CheckRow;

typedef struct
{
  gsize n_people;
  const gint32 *birth;
  const gint32 *death;
  const gint32 *uasc_until;
  const gint32 *keys[PERSON_N_KEYS];    /* codes of the key columns; NULL where there is none */
  MarmotColumn *key_columns[PERSON_N_KEYS]; /* dictionaries, a row a person; nullable */

  const guint32 *spell_starts;          /* n_people + 1; all starts are there, of nothing too */
  const LegalSpell *spells;             /* by start */
  const guint32 *fact_starts;
  const LegalFact *facts;               /* by start */
  guint32 complete;
  const guint32 *contact_starts;
  const ContactRow *contacts;           /* by date or year */
  const guint32 *health_starts;
  const HealthYear *health;             /* by year */
  const guint32 *check_starts;
  const CheckRow *checks;               /* by done, then due */

  const guint32 *problems;              /* of each person, with the default conventions */
  gint32 covered_from;                  /* LEGAL_NO_DATE for no beginning */
  gint32 known_from;                    /* the same where somebody said so, or a return did;
                                         * LEGAL_NO_DATE otherwise */
  gint32 covered_until;                 /* the day after the last; LEGAL_NO_DATE for no end */

  gboolean has_contacts;                /* whether any were given, none found or not */
  gboolean has_health;
  gboolean has_checks;
} PersonColumns;

const PersonColumns *person_set_peek      (MarmotPersonSet      *self);

/* Some of the people, each once, by rows that there are. */
MarmotPersonSet     *person_set_take      (MarmotPersonSet      *self,
                                           const guint32        *people,
                                           gsize                 n_people);

/* The name of a key column: "sex" ... */
const char          *person_key_name      (PersonKey             key);

/* The life of a row. The days of its contacts go to scratch, which has room for as many as
 * there are; NULL leaves them out. */
void                 person_set_get_life  (const PersonColumns  *columns,
                                           gsize                 row,
                                           gint32               *scratch,
                                           LegalLife            *life);

/* Whether a person is looked after on a day, as the periods say; of short breaks alone only
 * if asked for. */
gboolean             person_in_care_on    (const PersonColumns  *columns,
                                           gsize                 row,
                                           gint32                day,
                                           gboolean              short_breaks);

/* The spell, short breaks aside, that a person is in on a day, and the one that the person
 * is in or that ended last by then; NULL for none. */
const LegalSpell    *person_spell_on      (const PersonColumns  *columns,
                                           gsize                 row,
                                           gint32                day);
const LegalSpell    *person_last_spell    (const PersonColumns  *columns,
                                           gsize                 row,
                                           gint32                day);

/* The same day so many months later, or earlier; the last of a month that has no such day. */
gint32               cohort_add_months    (gint32                day,
                                           gint32                months);

G_END_DECLS
