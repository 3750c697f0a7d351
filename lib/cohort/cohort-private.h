/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a cohort is made of: a byte a person, which is a reason, and the answer of each
 * reason. So whether somebody is in and why can never contradict each other.
 */
#pragma once

#include "person-set-private.h"

G_BEGIN_DECLS

/* A reason has to fit into a byte, and some room is left. */
#define COHORT_MAX_REASONS 250

/* Texts of cohorts that are made of cohorts contain those of their parts: what is made of
 * itself again and again would grow without an end. In characters. */
#define COHORT_NAME_LENGTH 200
#define COHORT_REASON_LENGTH 600
#define COHORT_DEFINITION_LENGTH 10000

typedef struct
{
  MarmotCareAnswer answer;
  const char *text;
} CohortReason;

/* The byte of each person, in memory that cohorts share. */
guint8          *cohort_codes_new     (gsize                  n_people);

/* name, definition and codes are taken, reference (nullable) and the texts of reasons are
 * not. is_combined: the reasons say already from which cohort they come. */
MarmotCohort    *cohort_new_take      (MarmotPersonSet       *people,
                                       char                  *name,
                                       char                  *definition,
                                       MarmotPeriod          *reference,
                                       const CohortReason    *reasons,
                                       guint                  n_reasons,
                                       gboolean               is_combined,
                                       guint8                *codes);

/* The same people with other words for the same bytes. */
MarmotCohort    *cohort_reword_take   (MarmotCohort          *self,
                                       char                  *name,
                                       char                  *definition,
                                       const CohortReason    *reasons,
                                       gboolean               is_combined);

/* Says what split it off; NULL for those of whom nobody knows. */
void             cohort_set_part      (MarmotCohort          *self,
                                       const char            *part);

const guint8       *cohort_peek_codes    (MarmotCohort       *self);
const CohortReason *cohort_peek_reasons  (MarmotCohort       *self,
                                          guint              *n_reasons);
MarmotPeriod       *cohort_peek_reference (MarmotCohort      *self);
gboolean            cohort_is_combined   (MarmotCohort       *self);

/* How many have each reason. */
const gsize        *cohort_peek_counts   (MarmotCohort       *self);

/* The rows of the members, made when they are first asked for. */
const guint32      *cohort_peek_rows     (MarmotCohort       *self);

gsize               cohort_n_people      (MarmotCohort       *self);

/* Whether the rows of both are the same people; error is set if not. */
gboolean            cohort_check_same    (MarmotCohort       *self,
                                          MarmotCohort       *other,
                                          GError            **error);

/* A text of no more characters than that, "…" for the rest; takes text. */
char               *cohort_cut_take      (char               *text,
                                          glong               n_characters);

/* A dictionary of bytes, some of which are null; words ends in NULL. */
MarmotColumn       *cohort_column_of_bytes (const guint8       *bytes,
                                            gsize               n_rows,
                                            const char *const  *words,
                                            guint8              none);

/* A table of columns that are taken. */
MarmotTable        *cohort_table_take    (const char *const  *names,
                                          MarmotColumn      **columns,
                                          gsize               n_columns);

/* The column of the people by that name; PERSON_N_KEYS, with error set, if they have none. */
PersonKey           cohort_find_key      (MarmotCohort       *self,
                                          const char         *name,
                                          GError            **error);

/* --- rules --------------------------------------------------------------------------- */

/* Which reason somebody has. */
typedef guint (*CohortTest) (const PersonColumns *columns,
                             gsize                row,
                             gconstpointer        rule);

/* Asks everybody, by several threads at once. */
guint8             *cohort_ask           (MarmotPersonSet    *people,
                                          CohortTest          test,
                                          gconstpointer       rule);

/* Where somebody is on a day, short breaks apart: cohort-care.c */
typedef enum
{
  CARE_IN,
  CARE_IN_SHORT_BREAKS,         /* and in no other care */
  CARE_LEFT_TODAY,              /* care ended on the day */
  CARE_LEFT,
  CARE_LATER,                   /* not yet looked after */
  CARE_NONE,                    /* no period of care is recorded */
  CARE_NOT_BORN,
  CARE_DIED,
  CARE_GROWN_UP,                /* 18 or over on the day */
  CARE_NOT_COVERED,             /* the records do not cover the day */
  CARE_AFTER_18,                /* a period goes on beyond the 18th birthday */
  CARE_BROKEN,                  /* a period ends before it starts, or starts before birth */
  CARE_NOTHING_KNOWN,           /* no period of care, and nobody said what the records cover */
  CARE_N_STATES
} CareState;

/* Whether the birthday of an age is a day of [from, until), or by a day, where most can be told
 * by the number of days alone: a birthday takes more time to find than all else. FALSE where
 * nobody knows the birth. */
gboolean            cohort_birthday_in   (gint32               birth,
                                          gint32               age,
                                          gint32               from,
                                          gint32               until,
                                          MarmotLeapBirthday   leap,
                                          gint32              *birthday);
gboolean            cohort_is_18_by      (gint32               birth,
                                          gint32               day);

CareState           cohort_care_on       (const PersonColumns *columns,
                                          gsize                row,
                                          gint32               day);

/* How the last period of care, short breaks aside, that is over by a day ended. */
LegalLeft           cohort_left_by       (const PersonColumns *columns,
                                          gsize                row,
                                          gint32               day);

/* Whether all periods of care are short breaks; FALSE of none. */
gboolean            cohort_is_short_only (const PersonColumns *columns,
                                          gsize                row);

/* The rules on care: a reason each, of a list of its own. */
typedef struct
{
  gint32 from;                  /* a day is [from, from + 1) */
  gint32 until;
  gboolean short_breaks;
  MarmotContinuousCare variant;
} CareRule;

extern const CohortReason cohort_on_reasons[];
extern const guint cohort_on_n_reasons;
guint               cohort_test_on         (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

extern const CohortReason cohort_during_reasons[];
extern const guint cohort_during_n_reasons;
guint               cohort_test_during     (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

extern const CohortReason cohort_started_reasons[];
extern const guint cohort_started_n_reasons;
guint               cohort_test_started    (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

extern const CohortReason cohort_ceased_reasons[];
extern const guint cohort_ceased_n_reasons;
guint               cohort_test_ceased     (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

extern const CohortReason cohort_continuous_reasons[];
extern const guint cohort_continuous_n_reasons;
guint               cohort_test_continuous (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

/* The rules on birthdays and care leavers: cohort-leavers.c */
typedef struct
{
  gint32 from;                  /* the period, or the year */
  gint32 until;
  gint32 year;
  gint32 from_age;
  gint32 until_age;
  MarmotLeaverBasis basis;
  const LegalTerms *terms;
} LeaverRule;

extern const CohortReason cohort_birthday_reasons[];
extern const guint cohort_birthday_n_reasons;
guint               cohort_test_birthday   (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

extern const CohortReason cohort_leaver_reasons[];
extern const guint cohort_leaver_n_reasons;
guint               cohort_test_leaver     (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

extern const CohortReason cohort_open_reasons[];
extern const guint cohort_open_n_reasons;
guint               cohort_test_open       (const PersonColumns *columns,
                                            gsize                row,
                                            gconstpointer        rule);

/* The status of everybody on a day: a byte a person, and what the bytes stand for, of which
 * there are at most COHORT_MAX_REASONS: cohort-status.c */
typedef struct
{
  gint32 day;
  guint32 wanted;               /* a bit (1 << status) of each that is asked for */
  const LegalTerms *terms;
} StatusRule;

MarmotCohort       *cohort_new_of_status_take (MarmotPersonSet    *people,
                                               char               *name,
                                               char               *definition,
                                               MarmotPeriod       *reference,
                                               const StatusRule   *rule);

/* The legal status of a person on a day. */
void                cohort_find_status   (const PersonColumns *columns,
                                          gsize                row,
                                          gint32               day,
                                          const LegalTerms    *terms,
                                          LegalAnswer         *answer);

/* Yes if all that somebody can be is wanted, no if nothing of it is. */
MarmotCareAnswer    cohort_is_wanted     (const LegalAnswer   *answer,
                                          guint32              wanted);

G_END_DECLS
