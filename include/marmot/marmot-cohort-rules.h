/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-care-leaver-options.h>
#include <marmot/marmot-cohort.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-person-set.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotContinuousCare:
 * @MARMOT_CONTINUOUS_CARE_ON_THE_DAY: looked after on every day of the months, the
 *   reference day with them. Short breaks beside such care change nothing
 * @MARMOT_CONTINUOUS_CARE_SSDA903: as the checks of the return on children looked after
 *   have it: a child whose care ends on the reference day is still in it, and one who had
 *   any short break (legal status V3 or V4) in the months is not
 *
 * What "continuously looked after" means at its edges.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CONTINUOUS_CARE_ON_THE_DAY,
  MARMOT_CONTINUOUS_CARE_SSDA903,
} MarmotContinuousCare;

/**
 * MarmotLeaverBasis:
 * @MARMOT_LEAVER_BASIS_LAW: those whom their periods of care make relevant or former
 *   relevant on the birthday
 * @MARMOT_LEAVER_BASIS_RETURN: those of whom there is a contact for the year, as the council
 *   returned them (OC3)
 *
 * Who is asked about in the return on care leavers. The two should be the same people, and
 * comparing them finds whom the council forgot, and whom it returned and need not have.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_LEAVER_BASIS_LAW,
  MARMOT_LEAVER_BASIS_RETURN,
} MarmotLeaverBasis;

/**
 * marmot_cohort_new_everybody: (constructor)
 * @people: a set of people
 *
 * All of them.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_everybody       (MarmotPersonSet          *people) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_looked_after_on: (constructor)
 * @people: a set of people
 * @day: the reference day
 * @short_breaks: whether those who are in short breaks alone (legal status V3 or V4) are in
 *   it; almost no published figure has them
 *
 * Those who are looked after on a day: a period of care that started by the day and is not
 * over on it. Who leaves care on the day is not looked after on it.
 *
 * Undetermined are those for whom the day lies outside what the records cover, unless a
 * period that is recorded holds it; those whose period of care goes on beyond the 18th
 * birthday, when the day is after that; and those who have a period that ends before it
 * starts, or starts before birth, if no other holds the day.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_looked_after_on (MarmotPersonSet          *people,
                                                  const GDate              *day,
                                                  gboolean                  short_breaks) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_looked_after_during: (constructor)
 * @people: a set of people
 * @period: the reference period
 * @short_breaks: whether short breaks alone count
 *
 * Those who are looked after on at least one day of a period. What leaves somebody
 * undetermined is as in [ctor@Marmot.Cohort.new_looked_after_on], of any day of it.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_looked_after_during (MarmotPersonSet      *people,
                                                      MarmotPeriod         *period,
                                                      gboolean              short_breaks) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_started_in: (constructor)
 * @people: a set of people
 * @period: the reference period
 *
 * Those who started to be looked after in a period, short breaks aside. Somebody who
 * started twice is one person. The reasons tell a first period of care from a later one.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_started_in      (MarmotPersonSet          *people,
                                                  MarmotPeriod             *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_ceased_in: (constructor)
 * @people: a set of people
 * @period: the reference period
 *
 * Those who ceased to be looked after in a period, short breaks aside, whether they came
 * back in it or not. The reasons tell how they left, by the last time in the period.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_ceased_in       (MarmotPersonSet          *people,
                                                  MarmotPeriod             *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_continuously_looked_after: (constructor)
 * @people: a set of people
 * @day: the reference day, 31 March for the tables on outcomes (OC2)
 * @months: for how many months up to the day, from 1; 12 for those tables
 * @variant: what it means at its edges
 * @error: return location for an error
 *
 * Those who are looked after without a break for so many months up to a day, short breaks
 * aside. The months end with the day: those to 31 March 2024 begin on 1 April 2023, and a
 * child whose care started on that day is in.
 *
 * Undetermined are, beside those of [ctor@Marmot.Cohort.new_looked_after_on], those whose
 * first recorded period starts inside the months and before the records begin, as it may
 * have started earlier.
 *
 * No months, or more than 1,200, are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_continuously_looked_after (MarmotPersonSet       *people,
                                                            const GDate           *day,
                                                            guint                  months,
                                                            MarmotContinuousCare   variant,
                                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_birthday_in: (constructor)
 * @people: a set of people
 * @age: an age in years, 0 to 150
 * @period: the reference period
 * @options: (nullable): when a leap-day birthday is, or %NULL for the defaults
 * @error: return location for an error
 *
 * Those who reach an age in a period: whose birthday of that age is a day of it. Who died
 * before that day did not reach it. Without a date of birth it is undetermined.
 *
 * Another age is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_birthday_in     (MarmotPersonSet          *people,
                                                  guint                     age,
                                                  MarmotPeriod             *period,
                                                  MarmotCareLeaverOptions  *options,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_with_status: (constructor)
 * @people: a set of people
 * @day: the reference day
 * @statuses: (array zero-terminated=1): nicks of [enum@Marmot.CareStatus], such as
 *   "relevant" and "former-relevant"; "cannot-be-determined" is not one to ask for
 * @options: (nullable): by which conventions, or %NULL for the law's
 * @error: return location for an error
 *
 * Those who have one of some legal statuses on a day, as
 * [method@Marmot.CareLeaver.status_on] finds them.
 *
 * Somebody of whom it is only known that the status is one of several is in if all of those
 * are asked for, is not if none of them is, and is undetermined otherwise, with what it
 * depends on as the reason.
 *
 * No status, an unknown one, and "cannot-be-determined" are a
 * %MARMOT_ERROR_INVALID_ARGUMENT that lists those that there are.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_with_status     (MarmotPersonSet          *people,
                                                  const GDate              *day,
                                                  const char * const       *statuses,
                                                  MarmotCareLeaverOptions  *options,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_open_on: (constructor)
 * @people: a set of people
 * @day: the reference day
 * @options: (nullable): by which conventions, or %NULL for the law's
 *
 * The care leavers whose case is open on a day: 16 to 24, alive, not looked after, and with a
 * personal adviser (Children Act 1989, section 23D) on the day. It is the number of cases
 * that a service holds, and no denominator of the return on care leavers, which goes by
 * birthdays in a year: see [ctor@Marmot.Cohort.new_care_leavers]. The reasons tell which legal
 * status those in it have, as the two need not agree.
 *
 * Undetermined are those of whom no adviser is recorded where the set does not know of all
 * advisers, those without a date of birth, and those of whom it is not known whether they
 * are looked after.
 *
 * Returns: (transfer full): a new cohort
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_open_on         (MarmotPersonSet          *people,
                                                  const GDate              *day,
                                                  MarmotCareLeaverOptions  *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_care_leavers: (constructor)
 * @people: a set of people
 * @year: the collection year, such as 2023 for 2023/24
 * @from_age: the youngest age, from 17
 * @until_age: the oldest age, up to 25
 * @basis: who is asked about
 * @options: (nullable): by which conventions, or %NULL for those of the return's own checks,
 *   "ssda903-1001", which the Department's figures are made by
 * @error: return location for an error
 *
 * The care leavers of some ages whom the return on children looked after asks about (OC3):
 * the Department for Education's denominator. They have a birthday of one of the ages
 * between 1 April and 31 March of the year, and are relevant or former relevant on it; or
 * there is a contact with them for it. Those of the 25th birthday, when duties end, have the
 * status of the day before it.
 *
 * The contact is a row of the year, or a dated one from three months before the birthday to
 * one month after, the nearest; from 22 on it is the latest of the year.
 *
 * Not in it are, in this order: those without such a birthday; those who died by it (from 22
 * on by the end of the year, or whose contact says so); those whose care was of short breaks
 * alone; those whose care another authority took over (E3) by the birthday; those still
 * looked after on it; those who are neither relevant nor former relevant, or not returned;
 * and those whose contact says that they returned home for six months or more (RHOM). Each is
 * a reason.
 *
 * From 22 on the return has a rule and a denominator of its own, so that nobody pools them
 * with the younger: by law they are in if there is a contact, or they asked for support at
 * some time of the year; where neither is recorded, and the set does not know of all who
 * asked, it is undetermined.
 *
 * An age below 17 or above 25, a youngest above the oldest, and ages on both sides of 22
 * are a %MARMOT_ERROR_INVALID_ARGUMENT, and so is a year that no date can have.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_care_leavers    (MarmotPersonSet          *people,
                                                  int                       year,
                                                  guint                     from_age,
                                                  guint                     until_age,
                                                  MarmotLeaverBasis         basis,
                                                  MarmotCareLeaverOptions  *options,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_from_rows: (constructor)
 * @people: a set of people
 * @rows: rows, from 0, as a column of integers without nulls, each once
 * @name: what to call it
 * @definition: (nullable): the rule in words, or %NULL
 * @error: return location for an error
 *
 * Those in some rows, by whatever rule a caller found them.
 *
 * A column of another type is a %MARMOT_ERROR_TYPE; a row that there is not, null, or there
 * twice, a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_from_rows       (MarmotPersonSet          *people,
                                                  MarmotColumn             *rows,
                                                  const char               *name,
                                                  const char               *definition,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cohort_new_from_column: (constructor)
 * @people: a set of people
 * @answers: booleans, a row a person: whether each is in it, null where nobody can say
 * @reasons: (nullable): texts or a dictionary, a row a person: why; %NULL, or null in a row,
 *   to say no more than the answer
 * @name: what to call it
 * @definition: (nullable): the rule in words, or %NULL
 * @error: return location for an error
 *
 * Those of whom a column says so: a council's own rule, in its own language. Reasons beyond
 * the first 250 that differ are counted as one.
 *
 * Columns of other types are a %MARMOT_ERROR_TYPE, those with more or fewer rows than
 * people a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a new cohort, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohort  *marmot_cohort_new_from_column     (MarmotPersonSet          *people,
                                                  MarmotColumn             *answers,
                                                  MarmotColumn             *reasons,
                                                  const char               *name,
                                                  const char               *definition,
                                                  GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
