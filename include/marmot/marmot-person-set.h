/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-care-leaver-options.h>
#include <marmot/marmot-care-leaver.h>
#include <marmot/marmot-care-return.h>
#include <marmot/marmot-care-status.h>
#include <marmot/marmot-column.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-spell-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPersonSet:
 *
 * The people whom a council looks after, or has looked after, in columns: who they are by
 * pseudonym, their periods of care, the facts that decide a status, the contacts with care
 * leavers, and their health. It is a list of [class@Marmot.CareLeaver] as well, which are
 * made when they are asked for.
 *
 * Nobody is ever dropped: of whom too little is known, or what contradicts itself, there is
 * a finding, and the status is one that cannot be determined.
 *
 * Sets never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PERSON_SET (marmot_person_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPersonSet, marmot_person_set, MARMOT, PERSON_SET, GObject)

/**
 * marmot_person_set_new:
 * @people: a row a person: `person` (text or codes), and where they are known `birth`,
 *   `death` and `uasc_until` (days), and, to group by, `sex`, `ethnicity` and `locality`
 *   (codes) and `uasc` (booleans, or 0 and 1); other columns are left out
 * @spells: (nullable): their periods of care
 * @error: return location for an error
 *
 * Puts people and periods together by pseudonym, in time linear in their number. Those who
 * have periods and are not among the people come after them. What no column of the people
 * says, and everything of those who are not among them, comes from the latest episode that
 * has it: birth, sex, ethnicity and UASC; the day of death is that on which care ended by
 * it (E2).
 *
 * A pseudonym that is there twice counts once, by its first row; a row without one is left
 * out. Both have a finding, and are counted by [method@Marmot.PersonSet.get_n_left_out].
 * Dates outside the years 1 to 9999 count as not known, and have one too.
 *
 * The records cover what the episodes cover: see [method@Marmot.EpisodeSet.get_coverage].
 *
 * A column `person` that is not there is a %MARMOT_ERROR_NOT_FOUND, a column of another
 * type a %MARMOT_ERROR_TYPE, and more people than a set can have a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_new             (MarmotTable             *people,
                                                     MarmotSpellSet          *spells,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_new_from_return:
 * @self: a return on children looked after
 * @error: return location for an error
 *
 * Everybody in any table of a return: birth, sex and ethnicity as the latest Header says
 * that has them (birth otherwise as the latest other table), the periods of care of all
 * years, death as care ended by it (E2), UASC with the day on which they ceased to be,
 * contacts of care leavers (OC3) and health (OC2) of each year. Sexes 1 and 2, as returns
 * had them up to 2023/24, are M and F; a code that no year has is null.
 *
 * The records cover the collection years that there are episodes of: the last ones that
 * follow each other without a gap.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_new_from_return (MarmotCareReturn        *self,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_with_people:
 * @self: a set
 * @people: a row a person, with columns as [ctor@Marmot.PersonSet.new] takes them
 * @error: return location for an error
 *
 * The same people with what a table says of them, such as localities or days of death, which
 * no return has, in place of what the set had: cell by cell, so that a blank leaves what is
 * there. Rows of somebody who is not in the set are left out, and have a finding with their
 * number; of several rows of a person the first counts.
 *
 * A column `person` that is not there is a %MARMOT_ERROR_NOT_FOUND, a column of another
 * type a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_with_people     (MarmotPersonSet         *self,
                                                     MarmotTable             *people,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_with_facts:
 * @self: a set
 * @facts: (nullable): a row a fact: `person`, `fact` (a nick of [flags@Marmot.CareFacts]),
 *   `start` and, where it ended, `end` (days); %NULL for none
 * @complete: of which facts the rows, with those that the set had, are all there are
 * @error: return location for an error
 *
 * The same people with facts, beside those that the set had. Rows of somebody who is not in
 * the set, of a fact that there is not, or without a start are left out, and have a finding
 * with their number.
 *
 * Without a column `person`, `fact` or `start` it is a %MARMOT_ERROR_NOT_FOUND; a column of
 * another type is a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_with_facts      (MarmotPersonSet         *self,
                                                     MarmotTable             *facts,
                                                     MarmotCareFacts          complete,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_with_contacts:
 * @self: a set
 * @contacts: a row a contact: `person`, `date` (a day) or `year` (a collection year, such as
 *   2023 for 2023/24), and the codes of the return on children looked after `in_touch`,
 *   `activity` and `accommodation`
 * @error: return location for an error
 *
 * The same people with contacts, beside those that the set had. Rows of somebody who is
 * not in the set, or with neither date nor year, are left out, and have a finding with their
 * number. A code that is none counts as not known, and has a finding.
 *
 * Without a column `person`, or with neither `date` nor `year`, it is a
 * %MARMOT_ERROR_NOT_FOUND; a column of another type is a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_with_contacts   (MarmotPersonSet         *self,
                                                     MarmotTable             *contacts,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_with_health:
 * @self: a set
 * @health: a row a person and collection year: `person`, `year` (such as 2023 for 2023/24),
 *   and as in the table OC2 of the return `sdq_score` (0 to 40), `sdq_reason` (codes), and
 *   `convicted`, `health_check`, `immunisations`, `teeth_check`, `health_assessment`,
 *   `substance_misuse`, `intervention_received` and `intervention_offered` (booleans, or
 *   0 and 1)
 * @error: return location for an error
 *
 * The same people with what the return says of their health, in place of what the set had.
 * Of several rows of a person and year the first counts. A cell that holds no such thing
 * counts as blank, and has a finding.
 *
 * Without a column `person` or `year` it is a %MARMOT_ERROR_NOT_FOUND; a column of another
 * type is a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_with_health     (MarmotPersonSet         *self,
                                                     MarmotTable             *health,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_with_checks:
 * @self: a set
 * @checks: a row a check: `person`, `check` (such as "initial-health-assessment",
 *   "review-health-assessment", "dental", "health-summary" and "consultation"), and where
 *   they are known `due` (or of a consultation when it was asked for), `done` (days) and
 *   `status` (codes, such as "completed", "refused" and "cancelled")
 * @error: return location for an error
 *
 * The same people with dated checks of their health, in place of those that the set had.
 * Other words for checks and statuses are kept, and count as others.
 *
 * Without a column `person` or `check` it is a %MARMOT_ERROR_NOT_FOUND; a column of another
 * type is a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_with_checks     (MarmotPersonSet         *self,
                                                     MarmotTable             *checks,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_with_coverage:
 * @self: a set
 * @first_day: the first day that the records cover, in days since 1 January 1970
 * @last_day: the last such day
 * @error: return location for an error
 *
 * The same people, and over which time the records tell of them. A last day before the
 * first is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a set that shares memory with @self, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_with_coverage   (MarmotPersonSet         *self,
                                                     gint32                   first_day,
                                                     gint32                   last_day,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_get_coverage:
 * @self: a set
 * @first_day: (out) (optional): the first day that the records cover
 * @last_day: (out) (optional): the last day
 *
 * Which days the records cover, in days since 1 January 1970.
 *
 * Returns: false if nobody said, and no episode has a date
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_person_set_get_coverage    (MarmotPersonSet         *self,
                                                     gint32                  *first_day,
                                                     gint32                  *last_day);

/**
 * marmot_person_set_get_n_rows:
 * @self: a set
 *
 * Returns: how many people there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_person_set_get_n_rows      (MarmotPersonSet         *self);

/**
 * marmot_person_set_get_n_left_out:
 * @self: a set
 *
 * Returns: how many rows of people, facts, contacts, health and checks were left out; each
 *   kind has a finding that says how many there are. What was taken from a set has none.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_person_set_get_n_left_out  (MarmotPersonSet         *self);

/**
 * marmot_person_set_get_table:
 * @self: a set
 *
 * The people, a row each: `person`, `birth`, `death`, `uasc_until`, and those of `sex`,
 * `ethnicity`, `locality` and `uasc` ("true" and "false") that are known of anybody.
 *
 * Returns: (transfer none): the columns
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_table       (MarmotPersonSet         *self);

/**
 * marmot_person_set_get_spells:
 * @self: a set
 *
 * The periods of care, by person and start: `row` (of the person, from 0), `start`, `end`,
 * `short_break` and `end_reason`.
 *
 * Returns: (transfer full): the periods
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_spells      (MarmotPersonSet         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_get_facts:
 * @self: a set
 *
 * The facts, by person and start: `row` (of the person, from 0), `fact`, `start` and `end`.
 *
 * Returns: (transfer full): the facts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_facts       (MarmotPersonSet         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_get_contacts:
 * @self: a set
 *
 * The contacts, by person and time, with what a code of the return says in one word split
 * apart: `row` (of the person, from 0), `date`, `year`, `in_touch`, `activity`,
 * `accommodation`, `activity_kind` (the code without full or part time, such as "2"),
 * `full_time` (true, false, or null where it is neither), `accommodation_kind` (the letter)
 * and `suitable` (true, false, or null where nobody knows).
 *
 * Returns: (transfer none) (nullable): the contacts, or %NULL if none were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_contacts    (MarmotPersonSet         *self);

/**
 * marmot_person_set_get_health:
 * @self: a set
 *
 * What the return says of health, by person and year: `row` (of the person, from 0), `year`,
 * and the columns that [method@Marmot.PersonSet.with_health] takes.
 *
 * Returns: (transfer none) (nullable): the rows, or %NULL if none were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_health      (MarmotPersonSet         *self);

/**
 * marmot_person_set_get_checks:
 * @self: a set
 *
 * The dated checks of health, by person and time: `row` (of the person, from 0), `check`,
 * `due`, `done` and `status`.
 *
 * Returns: (transfer none) (nullable): the checks, or %NULL if none were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_checks      (MarmotPersonSet         *self);

/**
 * marmot_person_set_take:
 * @self: a set
 * @rows: rows, from 0, as a column of integers without nulls, each once
 * @error: return location for an error
 *
 * Some of the people, in the order asked for, with all that is known of them. What was left
 * out of @self is of nobody, and is not told of again.
 *
 * A column of another type is a %MARMOT_ERROR_TYPE; a row that there is not, null, or there
 * twice, a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPersonSet  *marmot_person_set_take            (MarmotPersonSet         *self,
                                                     MarmotColumn            *rows,
                                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_statuses_on:
 * @self: a set
 * @day: a day
 * @options: (nullable): by which conventions, or %NULL for the law's
 *
 * The legal status of everybody on a day, a row a person, without making an object of
 * anybody: `status`, `provision`, `age` (completed years, null where nobody knows),
 * `returner`, `days_since_14`, `days_after_16` (null where nobody knows), `depends_on` (the
 * short names of what is missing with spaces between them, null for nothing),
 * `authority_moved` and `corporate_parenting`. They mean what
 * [class@Marmot.LegalStatus] says.
 *
 * Returns: (transfer full): the statuses
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_statuses_on     (MarmotPersonSet          *self,
                                                     const GDate              *day,
                                                     MarmotCareLeaverOptions  *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_get_timelines:
 * @self: a set
 * @options: (nullable): by which conventions, or %NULL for the law's
 *
 * The statuses of everybody over their lives, as
 * [method@Marmot.CareLeaver.get_timeline] has them for one, with `row` (of the person, from
 * 0) before them.
 *
 * Returns: (transfer full): the timelines, by person and day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_person_set_get_timelines   (MarmotPersonSet          *self,
                                                     MarmotCareLeaverOptions  *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_get_findings:
 * @self: a set
 *
 * What was left out, each kind once and with how many rows there are, and then what is
 * missing and what contradicts itself, by the row of the person in the set, from 1: the
 * first thousand. None says what is recorded.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray        *marmot_person_set_get_findings    (MarmotPersonSet         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_person_set_get_n_findings:
 * @self: a set
 *
 * Returns: how many findings there are, beyond the first thousand too
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_person_set_get_n_findings  (MarmotPersonSet         *self);

/**
 * marmot_person_set_to_string:
 * @self: a set
 *
 * Returns: (transfer full): a description, such as "1374 people with 1502 periods of care"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_person_set_to_string       (MarmotPersonSet         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
