/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-care-leaver-options.h>
#include <marmot/marmot-care-status.h>
#include <marmot/marmot-legal-status.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareLeaver:
 *
 * One person who is, or was, looked after: a pseudonym, the date of birth, the periods of
 * care, the facts that the return on children looked after lacks, and the contacts that the
 * council had. It says which status the person has by law on any day, and why.
 *
 * One is filled from what is known of a single person, or is a view of a row of a
 * [class@Marmot.PersonSet], which cannot be added to. There is no place for a name or an
 * address.
 *
 * It may be read from any thread as long as nothing is added to it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CARE_LEAVER (marmot_care_leaver_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCareLeaver, marmot_care_leaver, MARMOT, CARE_LEAVER, GObject)

/**
 * marmot_care_leaver_new:
 * @person: (nullable): a pseudonym, or %NULL
 * @birth: (nullable): the date of birth, or %NULL if it is not known
 *
 * Returns: (transfer full): a person of whom nothing else is known yet
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareLeaver  *marmot_care_leaver_new           (const char         *person,
                                                     const GDate        *birth) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_add_spell:
 * @self: a person, no view
 * @start: the first day of care
 * @end: (nullable): the first day on which it is over, or %NULL while it lasts
 * @end_reason: (nullable): why it ended, as a code of the return (REC), or %NULL if that is
 *   not known
 * @placement: (nullable): the last placement, as a code of the return (PLACE), or %NULL
 * @short_break: whether it is of short breaks (legal status V3 or V4)
 *
 * Adds a period of care. One that cannot have been, since it ends before it starts, starts
 * before birth or overlaps another, is kept and has a finding; the status is then one that
 * cannot be determined.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_add_spell     (MarmotCareLeaver   *self,
                                                     const GDate        *start,
                                                     const GDate        *end,
                                                     const char         *end_reason,
                                                     const char         *placement,
                                                     gboolean            short_break);

/**
 * marmot_care_leaver_add_fact:
 * @self: a person, no view
 * @fact: one fact
 * @start: the first day on which it holds
 * @end: (nullable): the first day on which it no longer does, or %NULL
 *
 * Adds a fact. Who has one of a kind is taken to have no other of that kind.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_add_fact      (MarmotCareLeaver   *self,
                                                     MarmotCareFacts     fact,
                                                     const GDate        *start,
                                                     const GDate        *end);

/**
 * marmot_care_leaver_add_contact:
 * @self: a person, no view
 * @day: the day
 * @in_touch: (nullable): a code of the return (IN_TOUCH), or %NULL
 * @activity: (nullable): a code of the return (ACTIV), or %NULL
 * @accommodation: (nullable): a code of the return (ACCOM), or %NULL
 *
 * Adds a contact.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_add_contact   (MarmotCareLeaver   *self,
                                                     const GDate        *day,
                                                     const char         *in_touch,
                                                     const char         *activity,
                                                     const char         *accommodation);

/**
 * marmot_care_leaver_set_complete:
 * @self: a person, no view
 * @facts: facts
 *
 * Says of which facts all is recorded, so that one that is not there is known not to be so.
 * At first there are none.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_set_complete  (MarmotCareLeaver   *self,
                                                     MarmotCareFacts     facts);

/**
 * marmot_care_leaver_set_death:
 * @self: a person, no view
 * @day: (nullable): the day of death, or %NULL if the person lives
 *
 * Says that, and when, the person died; no status holds from that day on.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_set_death     (MarmotCareLeaver   *self,
                                                     const GDate        *day);

/**
 * marmot_care_leaver_set_uasc_until:
 * @self: a person, no view
 * @day: (nullable): the day on which an unaccompanied asylum-seeking child ceased to be one
 *   (DUC), or %NULL
 *
 * Says until when the person was such a child. The tests of the law are the same for all; a
 * day after the 18th birthday contradicts the date of birth.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_set_uasc_until (MarmotCareLeaver  *self,
                                                      const GDate       *day);

/**
 * marmot_care_leaver_set_covered_from:
 * @self: a person, no view
 * @day: (nullable): the first day that the records cover, or %NULL if they hold all care
 *
 * Care that ended before the records begin is in none of them. Where it could change a
 * status, nobody knows it.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_set_covered_from (MarmotCareLeaver *self,
                                                        const GDate      *day);

/**
 * marmot_care_leaver_set_covered_until:
 * @self: a person, no view
 * @day: (nullable): the first day that the records do not cover, or %NULL if they go on
 *
 * What a person in care became after the last day of the records, nobody knows.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void               marmot_care_leaver_set_covered_until (MarmotCareLeaver *self,
                                                         const GDate      *day);

/**
 * marmot_care_leaver_get_person:
 * @self: a person
 *
 * Returns: (transfer full) (nullable): the pseudonym
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_care_leaver_get_person    (MarmotCareLeaver   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_birth:
 * @self: a person
 *
 * Returns: (transfer full) (nullable): the date of birth, or %NULL if it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_care_leaver_get_birth     (MarmotCareLeaver   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_death:
 * @self: a person
 *
 * Returns: (transfer full) (nullable): the day of death, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_care_leaver_get_death     (MarmotCareLeaver   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_uasc_until:
 * @self: a person
 *
 * Returns: (transfer full) (nullable): the day on which an unaccompanied asylum-seeking
 *   child ceased to be one, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_care_leaver_get_uasc_until (MarmotCareLeaver  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_spells:
 * @self: a person
 *
 * The periods of care, by start: `start`, `end` (null while open), `short_break`,
 * `end_reason` (null where it is not known) and `days`.
 *
 * Returns: (transfer full): the periods
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_care_leaver_get_spells    (MarmotCareLeaver   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_facts:
 * @self: a person
 *
 * The facts, by start: `fact` (a nick of [flags@Marmot.CareFacts]), `start` and `end`.
 *
 * Returns: (transfer full): the facts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_care_leaver_get_facts     (MarmotCareLeaver   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_contacts:
 * @self: a person
 *
 * The contacts, as in [method@Marmot.PersonSet.get_contacts], without the person.
 *
 * Returns: (transfer full): the contacts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_care_leaver_get_contacts  (MarmotCareLeaver   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_age_on:
 * @self: a person
 * @day: a day
 * @options: (nullable): when a leap-day birthday is, or %NULL for the defaults
 *
 * Returns: the age in completed years; -1 before birth, and where nobody knows it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int                marmot_care_leaver_age_on        (MarmotCareLeaver         *self,
                                                     const GDate              *day,
                                                     MarmotCareLeaverOptions  *options);

/**
 * marmot_care_leaver_status_on:
 * @self: a person
 * @day: a day
 * @options: (nullable): by which conventions, or %NULL for the law's
 *
 * The legal status of the person on a day, by the law of that day, and why.
 *
 * Eligible goes before relevant, relevant before former relevant, and that before
 * qualifying. Where something that nobody recorded could change the answer, it is
 * %MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED, with what it depends on.
 *
 * Returns: (transfer full): the status
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLegalStatus *marmot_care_leaver_status_on     (MarmotCareLeaver         *self,
                                                     const GDate              *day,
                                                     MarmotCareLeaverOptions  *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_corporate_parenting_applies_on:
 * @self: a person
 * @day: a day
 * @options: (nullable): by which conventions, or %NULL for the law's
 *
 * Whether the council has to have regard to the corporate parenting principles for this
 * person (Children and Social Work Act 2017, section 1): for children who are looked after,
 * relevant children, and former relevant children under 25. Those who qualify for advice
 * and assistance alone are not among them.
 *
 * Returns: the answer
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareAnswer   marmot_care_leaver_corporate_parenting_applies_on (MarmotCareLeaver         *self,
                                                                      const GDate              *day,
                                                                      MarmotCareLeaverOptions  *options);

/**
 * marmot_care_leaver_get_timeline:
 * @self: a person
 * @options: (nullable): by which conventions, or %NULL for the law's
 *
 * The statuses over a life, from birth on, without a gap or an overlap: `from`, `until`
 * (null in the last row), `status`, `provision`, `returner` and `corporate_parenting`
 * (nicks of [enum@Marmot.CareStatus] and [enum@Marmot.CareAnswer]). Of a person without a
 * date of birth the first row has no beginning.
 *
 * Returns: (transfer full): the timeline
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_care_leaver_get_timeline  (MarmotCareLeaver         *self,
                                                     MarmotCareLeaverOptions  *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_get_findings:
 * @self: a person
 *
 * What contradicts itself, or is missing, in what is recorded of the person. No finding
 * says what is recorded.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray         *marmot_care_leaver_get_findings  (MarmotCareLeaver         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_leaver_to_string:
 * @self: a person
 *
 * Returns: (transfer full): a description without pseudonym and dates, such as "a person
 *   with 2 periods of care and 1 fact"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_care_leaver_to_string     (MarmotCareLeaver         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
