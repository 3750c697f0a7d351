/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of care leavers' legal status, over plain arrays: for one person or for a
 * million, without an object.
 *
 * Days are days since 1970, intervals half open. Every rule answers with one of three: a
 * test that rests on something nobody recorded says so, and nothing is guessed.
 *
 * The sentences that explain an answer are written by the tests themselves as they are
 * made, so that they cannot say anything else; without somewhere to write them, nothing is
 * printed.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define LEGAL_NO_DATE G_MININT32

/* How care ended, as far as the law asks. */
typedef enum
{
  LEGAL_LEFT_OPEN,            /* it has not */
  LEGAL_LEFT_UNKNOWN,         /* nobody says */
  LEGAL_LEFT_HOME,            /* to a parent or somebody with parental responsibility */
  LEGAL_LEFT_ORDER,           /* under a child arrangements order */
  LEGAL_LEFT_GUARDIAN,        /* under a special guardianship order */
  LEGAL_LEFT_ADOPTED,
  LEGAL_LEFT_DIED,
  LEGAL_LEFT_TRANSFERRED,     /* to another authority */
  LEGAL_LEFT_ADULT,           /* found to be 18 or over */
  LEGAL_LEFT_UNCLEAR,         /* for any other reason, which may be going home */
  LEGAL_LEFT_AWAY             /* anywhere that is not with a parent */
} LegalLeft;

typedef struct
{
  gint32 start;
  gint32 end;                 /* LEGAL_NO_DATE: open */
  gint32 home_from;           /* placed with parents at its end, since; or LEGAL_NO_DATE */
  guint8 left;                /* LegalLeft */
  guint8 short_break;
  guint8 fostered;            /* the last placement is fostering (U1 to U6) */
  char end_reason[4];         /* the code (REC) with a NUL behind it; empty for none */
} LegalSpell;

typedef struct
{
  gint32 start;
  gint32 end;                 /* LEGAL_NO_DATE: open */
  guint32 fact;               /* one of MarmotCareFacts */
} LegalFact;

/* What contradicts itself: any of it makes a status one that cannot be determined. */
enum
{
  LEGAL_NO_BIRTH = 1 << 0,            /* the date of birth is not known */
  LEGAL_NO_SPELLS = 1 << 1,           /* no period of care */
  LEGAL_START_BEFORE_BIRTH = 1 << 2,
  LEGAL_END_BEFORE_START = 1 << 3,
  LEGAL_OVERLAP = 1 << 4,             /* of periods of care, short breaks aside */
  LEGAL_CARE_AFTER_18 = 1 << 5,       /* a period ends after the 18th birthday, or is open
                                       * although the records are known to reach beyond it */
  LEGAL_FOUND_ADULT = 1 << 6,         /* E15 before the 18th birthday */
  LEGAL_UASC_DATES = 1 << 7,          /* ceased to be one after the 18th birthday or before birth */
  LEGAL_AFTER_DEATH = 1 << 8,         /* care or a contact after death */
  LEGAL_DEATH_BEFORE_BIRTH = 1 << 9,
  LEGAL_FACT_ENDS_FIRST = 1 << 10,    /* a fact ends before it starts */
  LEGAL_CONTACT_BEFORE_16 = 1 << 11,  /* of the contacts alone: no doubt about the status */
  LEGAL_N_PROBLEMS = 12
};

/* A life. Spells are by start, facts by start. */
typedef struct
{
  gint32 birth;               /* LEGAL_NO_DATE: not known */
  gint32 death;
  gint32 uasc_until;
  gint32 covered_from;        /* care before it is in no record; LEGAL_NO_DATE: all care is */
  gint32 covered_until;       /* the first day that the records do not cover; LEGAL_NO_DATE:
                               * they have no end */
  const LegalSpell *spells;
  gsize n_spells;
  const LegalFact *facts;
  gsize n_facts;
  guint32 complete;           /* MarmotCareFacts of which all is recorded */
  const gint32 *contacts;     /* days, in any order; LEGAL_NO_DATE is passed over */
  gsize n_contacts;
} LegalLife;

/* The provisions that the rules apply. Their names are in legal-law.c. */
typedef enum
{
  LEGAL_LOOKED_AFTER,         /* 1989 Act, section 22 */
  LEGAL_ELIGIBLE,
  LEGAL_SHORT_BREAKS,
  LEGAL_RELEVANT,
  LEGAL_RELEVANT_DETAINED,
  LEGAL_HOME,
  LEGAL_RESPONSIBLE,
  LEGAL_FORMER_RELEVANT,      /* was relevant */
  LEGAL_FORMER_AT_18,         /* was looked after at 18 */
  LEGAL_PLANNED,              /* section 23C(7) */
  LEGAL_EDUCATION,            /* section 23CA */
  LEGAL_ON_REQUEST,           /* section 23CZB */
  LEGAL_STAYING_CLOSE,
  LEGAL_QUALIFYING_GUARDIAN,
  LEGAL_QUALIFYING,
  LEGAL_QUALIFYING_1991,      /* section 24(2) as enacted */
  LEGAL_VACATION,             /* section 24B(5) */
  LEGAL_CORPORATE_PARENTING,
  LEGAL_REACHING_AGE,
  LEGAL_N_RULES
} LegalRule;

#define LEGAL_NO_RULE LEGAL_N_RULES

/* What a provision says on some days. */
typedef struct
{
  LegalRule rule;
  char *title;
  char *authority;
  char *text;
  gint32 from;                /* LEGAL_NO_DATE: not known to be law */
  gint32 until;               /* LEGAL_NO_DATE: it still is */
  gboolean is_read;           /* and not from memory */
  gint32 days;                /* parameters; 0 where it has none */
  gint32 months;
} LegalProvision;

const char           *legal_rule_name        (LegalRule               rule);

/* The provision as it is law on a day; NULL if it is not. */
const LegalProvision *legal_law_find         (MarmotCareLaw          *law,
                                              LegalRule               rule,
                                              gint32                  day);

/* Whatever is known of a provision. */
const LegalProvision *legal_law_any          (MarmotCareLaw          *law,
                                              LegalRule               rule);

/* All entries, in the order of the file. */
const LegalProvision *legal_law_peek         (MarmotCareLaw          *law,
                                              gsize                  *n_provisions);

/* By which conventions. */
typedef struct
{
  MarmotCareLaw *law;                 /* not NULL */
  MarmotCareDayCount day_count;
  MarmotLeapBirthday leap_birthday;
  guint days;                         /* in place of the law's 91; 0 for those */
  guint home_months;                  /* in place of the law's 6; 0 for those */
  gboolean short_breaks_count;        /* days of short breaks are days of care */
  gboolean begun_after_14;            /* periods begun before 14 do not count at all */
  gboolean any_day_after_16;          /* no day from 16 on is asked for */
  gboolean ignore_home;
  gboolean ignore_detained;
  gboolean ignore_guardianship;
} LegalTerms;

const LegalTerms     *legal_options_peek     (MarmotCareLeaverOptions *options);

/* What somebody is on a day. */
typedef struct
{
  MarmotCareStatus status;
  guint32 possible;           /* a bit (1 << status) for each that it can be */
  LegalRule rule;             /* that gives the status; LEGAL_NO_RULE for none */
  gboolean returner;
  gboolean authority_moved;
  MarmotCareAnswer corporate;
  gint32 days_since_14;       /* -1: nobody knows */
  gint32 days_after_16;
  guint32 depends_on;         /* MarmotCareFacts, and the bits below */
} LegalAnswer;

#define LEGAL_DEPENDS_BIRTH (1u << 16)
#define LEGAL_DEPENDS_DEATH (1u << 17)
#define LEGAL_DEPENDS_CARE (1u << 18)
#define LEGAL_DEPENDS_LATER (1u << 19)
#define LEGAL_DEPENDS_LAW (1u << 20)

/* A sentence of an explanation. */
typedef struct
{
  LegalRule rule;             /* LEGAL_NO_RULE: it rests on none */
  MarmotCareAnswer answer;
  char *text;
} LegalStep;

GArray *legal_steps_new (void);   /* of LegalStep */

/* What contradicts itself in a life. */
guint32 legal_check     (const LegalLife   *life,
                         const LegalTerms  *terms);

/* What somebody is on a day. problems is what legal_check() said; steps may be NULL. */
void    legal_evaluate  (const LegalLife   *life,
                         const LegalTerms  *terms,
                         guint32            problems,
                         gint32             day,
                         GArray            *steps,
                         LegalAnswer       *answer);

/* A stretch of time over which an answer holds, but for its counts of days. */
typedef struct
{
  gint32 from;                /* LEGAL_NO_DATE: it has no beginning that is known */
  gint32 until;               /* LEGAL_NO_DATE: it has no end */
  LegalAnswer answer;         /* on its first day */
} LegalStretch;

/* Appends the stretches of a life to an array of LegalStretch, from birth on, without gap
 * and overlap. */
void    legal_timeline  (const LegalLife   *life,
                         const LegalTerms  *terms,
                         guint32            problems,
                         GArray            *stretches);

/* The birthday of an age. */
gint32  legal_birthday  (gint32              birth,
                         gint32              age,
                         MarmotLeapBirthday  leap);

/* Completed years; -1 before birth or without one. */
gint32  legal_age_on    (gint32              birth,
                         gint32              day,
                         MarmotLeapBirthday  leap);

/* The corresponding day so many months later: the last of the month where it has no such
 * day. */
gint32  legal_add_months (gint32             day,
                          gint32             months);

/* How care ended, by the code of the return (REC), which may be NULL; a length of -1 is up
 * to the NUL. */
LegalLeft legal_left_of_code (const char    *code,
                              gssize         length,
                              gboolean       is_open);

/* A spell from what the return says of it: codes may be NULL, lengths -1. home_from is for
 * the caller to fill where the last placement is with parents. */
void      legal_spell_init   (LegalSpell    *spell,
                              gint32         start,
                              gint32         end,
                              const char    *end_reason,
                              gssize         length,
                              gboolean       short_break);

/* Whether a placement (PLACE) is with parents (P1), or fostering (U1 to U6). */
gboolean legal_placement_is_home     (const char *code,
                                      gssize      length);
gboolean legal_placement_is_fostered (const char *code,
                                      gssize      length);

/* "birth", "home-with-parent" ..., none for nothing. */
char  **legal_list_depends  (guint32         depends_on);

/* "eligible" ... */
const char *legal_status_nick (MarmotCareStatus status);
const char *legal_answer_nick (MarmotCareAnswer answer);
const char *legal_fact_nick   (guint32          fact);

/* The finding of each problem: rule, message and what to do. */
MarmotFinding *legal_make_finding (guint32   problem,
                                   guint64   row);

/* "3 May 2020" */
char   *legal_print_day (gint32              day);

GDate  *legal_day_to_date (gint32            day);
gint32  legal_day_of_date (const GDate      *date);

G_END_DECLS
