/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks of the episodes of a return: what a rule's function sees, and what it says.
 *
 * A rule is data (lib/data/episode-rules.json), and names a function that finds the rows
 * that break it. Functions look at one collection year, and at the year before where the
 * rule says so; so what they say of a year does not depend on which others were read. Nor
 * does it depend on the order of rows: a child's episodes are taken in the order of their
 * dates, and of what they say where dates are equal.
 *
 * To add a rule: an entry in the file of rules; and where no function fits, one here, in
 * the file of its subject, named in check-predicates.c with what it reads.
 */
#pragma once

#include "care-columns-private.h"
#include "care-return-private.h"

G_BEGIN_DECLS

/* A column that a rule needs. */
typedef struct
{
  gboolean is_last;         /* of last year's table */
  MarmotCareTable table;
  CareColumn column;
} CheckNeed;

/* The years' own numbers of codes, and what they stand for. -1 is another code. */
enum
{
  CHECK_RNE_S,
  CHECK_RNE_L,
  CHECK_RNE_P,
  CHECK_RNE_T,
  CHECK_RNE_B,
  CHECK_RNE_U
};

enum
{
  CHECK_REC_X1,
  CHECK_REC_E2,
  CHECK_REC_E15,
  CHECK_REC_E3,
  CHECK_REC_E11,
  CHECK_REC_E12
};

enum
{
  CHECK_LS_V3,
  CHECK_LS_V4
};

enum
{
  CHECK_PLACE_T4,
  CHECK_PLACE_T3,
  CHECK_PLACE_T2,
  CHECK_PLACE_T1,
  CHECK_PLACE_T0
};

/* What is known of the codes of a return, whatever the year. */
typedef struct
{
  gint32 *rne;
  gint32 *rec;
  gint32 *ls;
  gint32 *place;
  guint8 *leaves;           /* by code of REC: care ceases with it */
  gint32 *ranks[CARE_N_COLUMNS];  /* the order of codes by their text; NULL until needed */
} CheckCodes;

/* The episodes of a year by child, in order. Those without a child or a start that is a
 * date are not in it. */
typedef struct
{
  guint32 *starts;          /* of child c: rows[starts[c]] to rows[starts[c + 1] - 1] */
  guint32 *rows;
} CheckOrder;

/* A row that breaks a rule. */
typedef struct
{
  guint32 year;
  guint16 table;
  guint16 rule;
  guint32 row;
} CheckFailure;

/* A year as rules see it. */
typedef struct
{
  MarmotCareReturn *care;
  CheckCodes *codes;        /* of all years */
  guint year;
  gint32 first_day;         /* of the collection year */
  gint32 last_day;          /* and the last of it */
  gsize n_children;
  const CareRows *tables[CARE_N_TABLES];       /* NULL: no such table */
  const CareRows *last_tables[CARE_N_TABLES];  /* of the year before */

  /* Made when they are first asked for. */
  CheckOrder *order;
  CheckOrder *last_order;
  gint32 *births;

  /* The rule that is being asked. */
  MarmotEpisodeRule *rule;
  guint16 rule_number;
  GArray *failures;         /* CheckFailure */
} CheckYear;

/* What the columns that a rule needs are for its function: they are there. */
typedef void (*CheckPredicate) (CheckYear *self);

/* FALSE if a name stands for no column of no table. */
gboolean       check_need_parse     (const char       *name,
                                     CheckNeed        *need);

/* A day of the form yyyy-mm-dd. */
gboolean       check_parse_day      (const char       *text,
                                     gint32           *day);

void           check_codes_init     (CheckCodes       *self,
                                     MarmotCareReturn *care);
void           check_codes_clear    (CheckCodes       *self);

void           check_year_init      (CheckYear        *self,
                                     MarmotCareReturn *care,
                                     CheckCodes       *codes,
                                     guint             year);
void           check_year_clear     (CheckYear        *self);

/* The episodes of the year, or of the year before, in order. */
const CheckOrder *check_year_get_order      (CheckYear *self);
const CheckOrder *check_year_get_last_order (CheckYear *self);

/* By child the earliest date of birth of the header, EPISODE_NO_DATE where there is none. */
const gint32     *check_year_get_births     (CheckYear *self);

/* The day on which somebody is so old; for 29 February 1 March where there is none. */
gint32         check_birthday       (gint32            birth,
                                     guint             age);

static inline const gint32 *
check_column (const CheckYear *self,
              MarmotCareTable table,
              CareColumn column)
{
  return self->tables[table]->columns[column];
}

/* Of the episodes. */
static inline const gint32 *
check_episodes (const CheckYear *self,
                CareColumn column)
{
  return check_column (self, MARMOT_CARE_TABLE_EPISODES, column);
}

static inline gboolean
check_is_day (gint32 day)
{
  return day > CARE_BAD_DATE;
}

static inline gint32
check_meaning (const gint32 *meanings,
               gint32 code)
{
  return code >= 0 ? meanings[code] : -1;
}

static inline void
check_fail (CheckYear *self,
            MarmotCareTable table,
            gsize row)
{
  CheckFailure failure = { self->year, (guint16) table, self->rule_number, (guint32) row };

  g_array_append_val (self->failures, failure);
}

/* The functions that rules name, by subject: check-rows.c, check-sequence.c,
 * check-tables.c. */
void check_start_is_no_date (CheckYear *self);
void check_end_and_reason_apart (CheckYear *self);
void check_no_days (CheckYear *self);
void check_backwards (CheckYear *self);
void check_after_the_year (CheckYear *self);
void check_before_a_day (CheckYear *self);
void check_opens_temporary (CheckYear *self);
void check_closes_temporary (CheckYear *self);
void check_short_break_too_long (CheckYear *self);
void check_temporary_too_long (CheckYear *self);
void check_not_closed (CheckYear *self);
void check_first_is_no_start (CheckYear *self);
void check_goes_on_or_not (CheckYear *self);
void check_start_inside (CheckYear *self);
void check_no_start_after_leaving (CheckYear *self);
void check_another_day (CheckYear *self);
void check_not_status_alone (CheckYear *self);
void check_not_placement_alone (CheckYear *self);
void check_not_both (CheckYear *self);
void check_follows_the_last (CheckYear *self);
void check_overlap (CheckYear *self);
void check_need_changes (CheckYear *self);
void check_short_breaks_too_many (CheckYear *self);
void check_short_breaks_in_twelve_months (CheckYear *self);
void check_not_last_years (CheckYear *self);
void check_before_birth (CheckYear *self);
void check_start_at_age (CheckYear *self);
void check_score_without_a_year (CheckYear *self);
void check_no_care_leaver (CheckYear *self);
void check_moved_away (CheckYear *self);

G_END_DECLS
