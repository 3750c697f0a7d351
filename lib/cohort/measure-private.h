/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How a measure of people is made: a function says of every row what it counts as; groups,
 * statistics and adding up are those of MarmotTally.
 *
 * To add a measure: a member at the end of MarmotCohortMeasure, a row in the table of
 * marmot-cohort-measure.c, and a function in the file of its subject (measure-oc2.c,
 * measure-oc3.c ...).
 */
#pragma once

#include "cohort-options-private.h"
#include "person-set-private.h"

G_BEGIN_DECLS

/* What a row counts as. */
enum
{
  COHORT_NOT_ASKED,
  COHORT_IN,
  COHORT_OUT,
  COHORT_UNKNOWN,
  COHORT_NOT_COVERED,
  COHORT_EXCLUDED           /* plus the position of the reason */
};

#define COHORT_EXCLUDED_FOR(position) ((guint8) (COHORT_EXCLUDED + (position)))

typedef enum
{
  COHORT_ROWS_PEOPLE,
  COHORT_ROWS_SPELLS,
  COHORT_ROWS_CHECKS
} CohortRows;

/* What a set must have for a measure. */
enum
{
  COHORT_NEEDS_CONTACTS = 1 << 0,
  COHORT_NEEDS_HEALTH = 1 << 1,
  COHORT_NEEDS_CHECKS = 1 << 2,
  COHORT_NEEDS_UASC = 1 << 3
};

/* Ages from this one on; the last has no name. */
typedef struct
{
  gint32 from;
  const char *name;
} CohortAgePart;

typedef struct _CohortMeasureInfo CohortMeasureInfo;
typedef struct _CohortCount CohortCount;

typedef gboolean (*CohortCounter) (CohortCount *count,
                                   GError     **error);

struct _CohortMeasureInfo
{
  const char *label;
  const char *definition;
  const char *source;
  MarmotTallyStatistic statistic;
  const char *const *reasons;       /* of exclusion, NULL last; or NULL */
  CohortCounter count;
  int argument;                     /* for the counter: which flag, which answer */
  CohortRows rows;
  guint needs;
  gboolean of_a_day;                /* and not of a period */
  gboolean of_return;               /* stands on tables of a collection year */
  gboolean dfe_conventions;         /* legal status as rule 1001 has it, unless told otherwise */
  gint32 from_age;                  /* that count unless told otherwise; -1: whatever age */
  gint32 to_age;
  gint32 youngest;                  /* that can be asked for */
  gint32 oldest;
  const CohortAgePart *parts;
  const char *key;                  /* a key of its own: nullable */
  const char *const *key_values;    /* its values; code 0 is null, 1 the first */
  guint limit;                      /* weeks or working days of the definition */
};

/* One call, and what a counter fills. */
struct _CohortCount
{
  const CohortMeasureInfo *info;
  const PersonColumns *people;
  const CohortOptions *options;
  const LegalTerms *terms;
  MarmotCalendar *calendar;
  gint32 from;                      /* the period, [from, until) */
  gint32 until;
  gint32 day;                       /* of a measure of a day; the last of the period */
  gint32 year;                      /* the collection year that the day is in */
  gint32 from_age;
  gint32 to_age;
  gboolean any_age;                 /* nobody asked for ages */

  gsize n_rows;
  guint32 *person_of;               /* of rows that are no people; NULL if they are */
  guint8 *codes;                    /* a row, all COHORT_NOT_ASKED at first */
  gint16 *ages;                     /* a row, -1 at first: not known */
  guint8 *keys;                     /* a row, of the key of the measure; all 0 at first */
  double *values;                   /* a row, of a mean alone */
  gint32 *scratch;                  /* for the days of one person's contacts */
};

const CohortMeasureInfo *cohort_measure_get_info (MarmotCohortMeasure measure);

/* --- for counters: measure-common.c --------------------------------------------------- */

/* 2023 for the days of 2023/24. */
gint32      cohort_collection_year  (gint32                  day);

/* Whether a spell lasts on a day, by the options. */
gboolean    cohort_spell_is_on      (const CohortCount      *count,
                                     const LegalSpell       *spell,
                                     gint32                  day);

/* The spell, short breaks aside, that a person is in on the day of the measure; NULL for
 * none. is_short_break says whether there is one of short breaks alone. */
const LegalSpell *cohort_spell_on   (const CohortCount      *count,
                                     gsize                   person,
                                     gint32                  day,
                                     gboolean               *is_short_break);

/* The age of a person on a day, noted in the row; FALSE if it is not one of those that count,
 * with the row unknown if nobody knows it. */
gboolean    cohort_check_age        (CohortCount            *count,
                                     gsize                   row,
                                     gsize                   person,
                                     gint32                  day);

/* What a row counts as of which a table says nothing. */
guint8      cohort_not_recorded     (const CohortCount      *count);

/* Whether a check was done, on a day that is known. */
gboolean    cohort_check_is_done    (const CheckRow         *check);

/* The legal status of a person. */
void        cohort_evaluate         (CohortCount            *count,
                                     gsize                   person,
                                     gint32                  day,
                                     LegalAnswer            *answer);

/* Working days after start up to and with end; FALSE if the calendar does not know them. */
gboolean    cohort_working_days     (const CohortCount      *count,
                                     gint32                  start,
                                     gint32                  end,
                                     int                    *n_days);

/* Whether the records do not cover a day. */
gboolean    cohort_is_beyond        (const CohortCount      *count,
                                     gint32                  day);

#define COHORT_COUNTER(name) gboolean name (CohortCount *count, GError **error)

/* Care leavers of the return: measure-oc3.c */
enum
{
  OC3_REASON_SHORT_BREAKS,
  OC3_REASON_DIED,
  OC3_REASON_STILL_IN_CARE,
  OC3_REASON_TRANSFERRED,
  OC3_REASON_NO_CARE_LEAVER,
  OC3_REASON_HOME,
  OC3_REASON_NO_REQUEST
};

/* What is asked of a contact. */
enum
{
  OC3_TOUCH = 0,                /* plus a ContactTouch */
  OC3_ACTIVITY = 16,            /* plus a ContactActivity */
  OC3_SUITABLE = 32,            /* plus 1, 0, or 2 for not known */
};

COHORT_COUNTER (cohort_count_oc3);

/* Care leavers on a day, and staying put: measure-leaving.c */
enum
{
  LEAVING_REASON_DIED,
  LEAVING_REASON_TRANSFERRED,
  LEAVING_REASON_NO_REQUEST
};

enum
{
  OPEN_REASON_DIED,
  OPEN_REASON_IN_CARE
};

enum
{
  SUMMARY_REASON_DIED,
  SUMMARY_REASON_TRANSFERRED,
  SUMMARY_REASON_ADOPTED
};

enum
{
  STAYING_REASON_DIED,
  STAYING_REASON_NOT_FOSTERED
};

COHORT_COUNTER (cohort_count_care_leavers);
COHORT_COUNTER (cohort_count_open_cases);
COHORT_COUNTER (cohort_count_health_summary);
COHORT_COUNTER (cohort_count_staying_put);

/* Children in care: measure-in-care.c */
enum
{
  IN_CARE_REASON_SHORT_BREAKS,
  IN_CARE_REASON_SHORTER,       /* than twelve months */
  IN_CARE_REASON_NO_SCORE
};

COHORT_COUNTER (cohort_count_in_care);
COHORT_COUNTER (cohort_count_uasc);

/* Whether a person is in the cohort of those looked after for twelve months up to the day,
 * of the ages asked for; FALSE with the code of the row. */
gboolean    cohort_check_year_in_care (CohortCount          *count,
                                       gsize                 person);

/* The yearly table of health: measure-oc2.c. The argument is a HealthFlag; or, of scores,
 * the first of the band and the last, in hundreds. */
COHORT_COUNTER (cohort_count_health_flag);
COHORT_COUNTER (cohort_count_intervention);
COHORT_COUNTER (cohort_count_sdq_returned);
COHORT_COUNTER (cohort_count_sdq_mean);
COHORT_COUNTER (cohort_count_sdq_band);

/* Dated checks of health: measure-checks.c */
enum
{
  REVIEW_REASON_SHORT_BREAKS,
  REVIEW_REASON_NONE_DUE
};

enum
{
  INITIAL_REASON_SHORT_BREAKS,
  INITIAL_REASON_LEFT,
  INITIAL_REASON_NOT_DUE
};

enum
{
  CONSULTATION_REASON_REFUSED,
  CONSULTATION_REASON_BEFORE,
  CONSULTATION_REASON_NOT_DUE
};

/* The argument is a CheckKind. */
COHORT_COUNTER (cohort_count_checked_in_year);
COHORT_COUNTER (cohort_count_reviews_on_time);
COHORT_COUNTER (cohort_count_initial_on_time);
COHORT_COUNTER (cohort_count_consultations);
COHORT_COUNTER (cohort_count_consultation_within);

G_END_DECLS
