/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-cohort-options.h>
#include <marmot/marmot-person-set.h>
#include <marmot/marmot-tally.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCohortMeasure:
 * @MARMOT_COHORT_MEASURE_IN_TOUCH: care leavers with whom the council is in touch (OC3)
 * @MARMOT_COHORT_MEASURE_NOT_IN_TOUCH: those with whom it is not (OC3)
 * @MARMOT_COHORT_MEASURE_REFUSES_CONTACT: those who refuse contact (OC3)
 * @MARMOT_COHORT_MEASURE_CONTACT_NOT_REQUIRED: those who no longer require services (OC3)
 * @MARMOT_COHORT_MEASURE_CONTACT_NOT_KNOWN: those of whom nothing is recorded (OC3)
 * @MARMOT_COHORT_MEASURE_EET: care leavers in education, employment or training (OC3)
 * @MARMOT_COHORT_MEASURE_NEET: those in none of these (OC3)
 * @MARMOT_COHORT_MEASURE_ACTIVITY_NOT_KNOWN: those of whose activity nothing is known (OC3)
 * @MARMOT_COHORT_MEASURE_SUITABLE: care leavers in suitable accommodation (OC3)
 * @MARMOT_COHORT_MEASURE_UNSUITABLE: those in unsuitable accommodation (OC3)
 * @MARMOT_COHORT_MEASURE_ACCOMMODATION_NOT_KNOWN: those of whose accommodation nothing is
 *   known (OC3)
 * @MARMOT_COHORT_MEASURE_CARE_LEAVERS: care leavers on a day, by the law
 * @MARMOT_COHORT_MEASURE_CARE_LEAVERS_OPEN: care leavers with a personal adviser on a day
 * @MARMOT_COHORT_MEASURE_HEALTH_SUMMARY: those who left care at 16 or over and were given a
 *   summary of their health
 * @MARMOT_COHORT_MEASURE_STAYING_PUT: those who were fostered until 18 and stayed with their
 *   carers
 * @MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE: children in care on a day
 * @MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE_UASC: those of them who are unaccompanied
 *   asylum-seeking children
 * @MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT: annual health assessment, as the return counts
 *   it on 31 March (OC2)
 * @MARMOT_COHORT_MEASURE_HEALTH_REVIEW_ROLLING: a review health assessment in the twelve
 *   months up to a day
 * @MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY: review health assessments that came by the day
 *   on which they were due
 * @MARMOT_COHORT_MEASURE_DENTAL_ROLLING: a dental check in the twelve months up to a day
 * @MARMOT_COHORT_MEASURE_IMMUNISATIONS_ROLLING: immunisations found up to date in them
 * @MARMOT_COHORT_MEASURE_DEVELOPMENT_ROLLING: a development check in them, under five
 * @MARMOT_COHORT_MEASURE_SDQ_ROLLING: a strengths and difficulties questionnaire in them, 5 to
 *   16
 * @MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME: initial health assessments within 20 working
 *   days of coming into care
 * @MARMOT_COHORT_MEASURE_DENTAL_CHECK: teeth checked in the year (OC2)
 * @MARMOT_COHORT_MEASURE_IMMUNISATIONS: immunisations up to date (OC2)
 * @MARMOT_COHORT_MEASURE_DEVELOPMENT_CHECK: development checks up to date, under five (OC2)
 * @MARMOT_COHORT_MEASURE_SDQ_COLLECTED: a strengths and difficulties score returned, 4 to
 *   16, of whom it is collected (OC2)
 * @MARMOT_COHORT_MEASURE_SDQ_PUBLISHED: the same, 5 to 16, of whom it is published (OC2)
 * @MARMOT_COHORT_MEASURE_SDQ_MEAN: the mean score, 5 to 16 (OC2)
 * @MARMOT_COHORT_MEASURE_SDQ_NORMAL: scores from 0 to 13 (OC2)
 * @MARMOT_COHORT_MEASURE_SDQ_BORDERLINE: scores from 14 to 16 (OC2)
 * @MARMOT_COHORT_MEASURE_SDQ_CONCERN: scores from 17 to 40 (OC2)
 * @MARMOT_COHORT_MEASURE_CONVICTED: convicted or cautioned in the year, 10 and over (OC2)
 * @MARMOT_COHORT_MEASURE_SUBSTANCE_MISUSE: with a problem of substance misuse (OC2)
 * @MARMOT_COHORT_MEASURE_INTERVENTION_RECEIVED: those of them who received an intervention
 *   (OC2)
 * @MARMOT_COHORT_MEASURE_INTERVENTION_REFUSED: those of them who were offered one and
 *   refused it (OC2)
 * @MARMOT_COHORT_MEASURE_CONSULTATIONS: consultations asked for
 * @MARMOT_COHORT_MEASURE_CONSULTATION_WITHIN: consultations within four weeks
 *
 * A measure over people: over care leavers and children in care, with the denominators of
 * the Department for Education where it has published one.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COHORT_MEASURE_IN_TOUCH,
  MARMOT_COHORT_MEASURE_NOT_IN_TOUCH,
  MARMOT_COHORT_MEASURE_REFUSES_CONTACT,
  MARMOT_COHORT_MEASURE_CONTACT_NOT_REQUIRED,
  MARMOT_COHORT_MEASURE_CONTACT_NOT_KNOWN,
  MARMOT_COHORT_MEASURE_EET,
  MARMOT_COHORT_MEASURE_NEET,
  MARMOT_COHORT_MEASURE_ACTIVITY_NOT_KNOWN,
  MARMOT_COHORT_MEASURE_SUITABLE,
  MARMOT_COHORT_MEASURE_UNSUITABLE,
  MARMOT_COHORT_MEASURE_ACCOMMODATION_NOT_KNOWN,
  MARMOT_COHORT_MEASURE_CARE_LEAVERS,
  MARMOT_COHORT_MEASURE_CARE_LEAVERS_OPEN,
  MARMOT_COHORT_MEASURE_HEALTH_SUMMARY,
  MARMOT_COHORT_MEASURE_STAYING_PUT,
  MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE,
  MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE_UASC,
  MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT,
  MARMOT_COHORT_MEASURE_HEALTH_REVIEW_ROLLING,
  MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY,
  MARMOT_COHORT_MEASURE_DENTAL_ROLLING,
  MARMOT_COHORT_MEASURE_IMMUNISATIONS_ROLLING,
  MARMOT_COHORT_MEASURE_DEVELOPMENT_ROLLING,
  MARMOT_COHORT_MEASURE_SDQ_ROLLING,
  MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME,
  MARMOT_COHORT_MEASURE_DENTAL_CHECK,
  MARMOT_COHORT_MEASURE_IMMUNISATIONS,
  MARMOT_COHORT_MEASURE_DEVELOPMENT_CHECK,
  MARMOT_COHORT_MEASURE_SDQ_COLLECTED,
  MARMOT_COHORT_MEASURE_SDQ_PUBLISHED,
  MARMOT_COHORT_MEASURE_SDQ_MEAN,
  MARMOT_COHORT_MEASURE_SDQ_NORMAL,
  MARMOT_COHORT_MEASURE_SDQ_BORDERLINE,
  MARMOT_COHORT_MEASURE_SDQ_CONCERN,
  MARMOT_COHORT_MEASURE_CONVICTED,
  MARMOT_COHORT_MEASURE_SUBSTANCE_MISUSE,
  MARMOT_COHORT_MEASURE_INTERVENTION_RECEIVED,
  MARMOT_COHORT_MEASURE_INTERVENTION_REFUSED,
  MARMOT_COHORT_MEASURE_CONSULTATIONS,
  MARMOT_COHORT_MEASURE_CONSULTATION_WITHIN
} MarmotCohortMeasure;

/**
 * marmot_cohort_measure_get_label:
 * @self: a measure
 *
 * What the measure is called in a table or a report.
 *
 * Returns: (transfer none): a few words
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_cohort_measure_get_label      (MarmotCohortMeasure   self);

/**
 * marmot_cohort_measure_get_definition:
 * @self: a measure
 *
 * Who is counted, out of whom, and how the edges fall: what must stand beside the figure
 * before anybody compares it.
 *
 * Returns: (transfer none): a sentence or several
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_cohort_measure_get_definition (MarmotCohortMeasure   self);

/**
 * marmot_cohort_measure_get_source:
 * @self: a measure
 *
 * Who defines the measure so: a statistical publication, a regulation, or this library
 * where there is no standard.
 *
 * Returns: (transfer none): the source
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_cohort_measure_get_source     (MarmotCohortMeasure   self);

/**
 * marmot_cohort_measure_get_statistic:
 * @self: a measure
 *
 * Returns: what is made of its counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTallyStatistic  marmot_cohort_measure_get_statistic  (MarmotCohortMeasure   self);

/**
 * marmot_cohort_measure_get_reasons:
 * @self: a measure
 *
 * Returns: (transfer none) (array zero-terminated=1): the reasons for which people may be
 *   left out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const   *marmot_cohort_measure_get_reasons    (MarmotCohortMeasure   self);

/**
 * marmot_person_set_measure:
 * @self: a set of people
 * @measure: what is asked
 * @options: (nullable): of which time, of whom, by what, and by which conventions
 * @error: return location for an error
 *
 * Makes a measure of the people of a set, in time linear in their number, as a tally that
 * is named by the short name of the measure.
 *
 * Figures are by any of "sex", "ethnicity", "locality" and "uasc", by "age" in single years,
 * by "age_part", the ages that the measure is published by, such as "under 5" and "5 and
 * over", and, of care leavers on a day, by "legal_status", of consultations by "wait".
 * Parts by age add up to the figure of all.
 *
 * Whoever cannot be counted is excluded for a reason, or unknown, and never dropped. Of a
 * time that the set does not cover no figure is made.
 *
 * The rows that a measure counts, and that it gives back where they are asked for, are
 * those of the set; of initial health assessments those of
 * [method@Marmot.PersonSet.get_spells]; of consultations those of
 * [method@Marmot.PersonSet.get_checks].
 *
 * A set without contacts, health or checks that the measure is made of, and a column to
 * group by that there is not, are a %MARMOT_ERROR_NOT_FOUND; options that do not fit the
 * measure, such as care leavers of 21 and of 22 in one figure, a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a tally, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTally          *marmot_person_set_measure            (MarmotPersonSet      *self,
                                                            MarmotCohortMeasure   measure,
                                                            MarmotCohortOptions  *options,
                                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
