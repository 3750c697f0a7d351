/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The measures of people: what each is, and who counts it.
 */
#include <marmot/marmot.h>

#include "measure-private.h"

#define CARE_STATISTICS "Department for Education, Children looked after in England including adoptions"
#define OC3_SOURCE CARE_STATISTICS ": care leavers (table OC3 of the return SSDA903)"
#define OC2_SOURCE CARE_STATISTICS ": outcomes of those looked after for twelve months (table OC2 of the return SSDA903)"
#define NO_STANDARD "This library: there is no national standard of this measure"
#define REGULATION "The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 7"

#define OC3_WHOLE                                                                                                     \
  "The whole is relevant and former relevant young people of the ages asked for (19 to 21 unless told otherwise), by " \
  "the birthday on which they reached that age in the year. Left out are those on short breaks alone, who died, who "  \
  "are still in care on the birthday, whose care was transferred to another authority, who are neither relevant nor "  \
  "former relevant, or who have been home for six months or more (RHOM). All others stay in, also those who refuse "   \
  "contact, no longer require it or of whom nothing is recorded. What counts is the row of the year in the return, "   \
  "or the dated contact that is nearest to the birthday, from three months before it to one month after (these "       \
  "bounds are from memory of the guidance). Those of 22 to 25 are another whole, never together with younger ones: "   \
  "of those who asked for support in the year, by the latest contact in it; who did not ask is left out. "

#define YEAR_WHOLE                                                                                                       \
  "The whole is children who are in care on the last day of the collection year, 31 March, and have been for twelve "    \
  "months without a break: since 1 April or longer. Of another day it is the same twelve months up to that day, with "  \
  "the rows of the year as they stand. A child whose care ended on the day is not in care on it, unless told otherwise; " \
  "the checks of the return take it for one who is. Children on short breaks, and those in care for a shorter time, are " \
  "left out. A child without a row in the table, or with a blank, is unknown, unless told to count as none. "

#define ROLLING_WHOLE                                                                                                   \
  "The whole is children who are in care on the day and have been for twelve months without a break. Children on short " \
  "breaks, and those in care for a shorter time, are left out. It stands on dates, and can be made of any day. "

#define SCORES "Of children of 5 to 16 on the day with a score. "

static const char *const oc3_reasons[] = { "short breaks alone", "died", "still in care", "care transferred",
                                           "not relevant or former relevant", "home for six months or more",
                                           "did not ask for support", NULL };
static const char *const leaving_reasons[] = { "died", "care transferred", "did not ask for support", NULL };
static const char *const staying_reasons[] = { "died", "not fostered at 18", NULL };
static const char *const in_care_reasons[] = { "short breaks alone", NULL };
static const char *const year_reasons[] = { "short breaks alone", "in care for less than twelve months", NULL };
static const char *const score_reasons[] = { "short breaks alone", "in care for less than twelve months", "no score", NULL };
static const char *const open_reasons[] = { "died", "in care", NULL };
static const char *const summary_reasons[] = { "died", "care transferred", "adopted", NULL };
static const char *const review_reasons[] = { "short breaks alone", "no review due yet", NULL };
static const char *const initial_reasons[] = { "short breaks", "left care before it was due", "not due yet", NULL };
static const char *const consultation_reasons[] = { "refused or cancelled", "done before it was asked for", NULL };
static const char *const within_reasons[] = { "refused or cancelled", "done before it was asked for", "not due yet", NULL };

static const CohortAgePart leaver_parts[] = { { 16, "16" }, { 17, "17" }, { 18, "18" }, { 19, "19 to 21" },
                                              { 22, "22 to 25" }, { 26, NULL } };
static const CohortAgePart child_parts[] = { { 0, "under 5" }, { 5, "5 and over" }, { 120, NULL } };
static const CohortAgePart published_parts[] = { { 0, "under 1" }, { 1, "1 to 4" }, { 5, "5 to 9" }, { 10, "10 to 15" },
                                                 { 16, "16 and over" }, { 120, NULL } };

static const char *const status_values[] = { "relevant", "former-relevant", NULL };
static const char *const wait_values[] = { "0 to 4 weeks", "over 4 to 8 weeks", "over 8 to 12 weeks", "over 12 weeks",
                                           "waiting", NULL };

#define OC3(what)                                                                                            \
  .source = OC3_SOURCE, .reasons = oc3_reasons, .count = cohort_count_oc3, .argument = (what),               \
  .needs = COHORT_NEEDS_CONTACTS, .of_return = TRUE, .dfe_conventions = TRUE, .from_age = 19, .to_age = 21,  \
  .youngest = 17, .oldest = 25, .parts = leaver_parts

#define OC2(counter, what)                                                                                 \
  .source = OC2_SOURCE, .count = (counter), .argument = (what), .needs = COHORT_NEEDS_HEALTH,              \
  .of_a_day = TRUE, .of_return = TRUE, .parts = child_parts

#define ROLLING(kind)                                                                        \
  .source = NO_STANDARD, .reasons = year_reasons, .count = cohort_count_checked_in_year,     \
  .argument = (kind), .needs = COHORT_NEEDS_CHECKS, .of_a_day = TRUE, .parts = child_parts

/* Whatever the age, or some of the ages up to one; and no other ages than these. */
#define ANY_AGE(last) .from_age = -1, .to_age = 120, .oldest = (last)
#define AGES(first, last) .from_age = (first), .to_age = (last), .youngest = (first), .oldest = (last)

static const CohortMeasureInfo measures[] = {
  [MARMOT_COHORT_MEASURE_IN_TOUCH] = {
    .label = "Care leavers in touch",
    .definition = OC3_WHOLE "In touch are those with the code YES. Figures of young people with whom the council is not in "
                            "touch may have been given by others.",
    OC3 (OC3_TOUCH + CONTACT_YES),
  },
  [MARMOT_COHORT_MEASURE_NOT_IN_TOUCH] = {
    .label = "Care leavers not in touch",
    .definition = OC3_WHOLE "Not in touch are those with the code NO; who refuses contact (REFU), or no longer requires "
                            "services (NREQ), is another share.",
    OC3 (OC3_TOUCH + CONTACT_NO),
  },
  [MARMOT_COHORT_MEASURE_REFUSES_CONTACT] = {
    .label = "Care leavers who refuse contact",
    .definition = OC3_WHOLE "Counted are those with the code REFU.",
    OC3 (OC3_TOUCH + CONTACT_REFUSES),
  },
  [MARMOT_COHORT_MEASURE_CONTACT_NOT_REQUIRED] = {
    .label = "Care leavers who no longer require services",
    .definition = OC3_WHOLE "Counted are those with the code NREQ.",
    OC3 (OC3_TOUCH + CONTACT_NOT_REQUIRED),
  },
  [MARMOT_COHORT_MEASURE_CONTACT_NOT_KNOWN] = {
    .label = "Care leavers of whose contact nothing is recorded",
    .definition = OC3_WHOLE "Counted are those without a row, or without a code in it: with the shares in touch, not in "
                            "touch, refusing and no longer requiring they make the whole.",
    OC3 (OC3_TOUCH + CONTACT_IN_TOUCH_UNKNOWN),
  },
  [MARMOT_COHORT_MEASURE_EET] = {
    .label = "Care leavers in education, employment or training",
    .definition = OC3_WHOLE "Counted are those with an activity of F or P, full or part time. Those of whose activity nothing "
                            "is known stay in the whole, so that it adds up with NEET and not known, and pull the share down.",
    OC3 (OC3_ACTIVITY + CONTACT_EET),
  },
  [MARMOT_COHORT_MEASURE_NEET] = {
    .label = "Care leavers not in education, employment or training",
    .definition = OC3_WHOLE "Counted are those with an activity of G4, G5 or G6: for illness or disability, for other reasons, "
                            "for pregnancy or parenting.",
    OC3 (OC3_ACTIVITY + CONTACT_NEET),
  },
  [MARMOT_COHORT_MEASURE_ACTIVITY_NOT_KNOWN] = {
    .label = "Care leavers of whose activity nothing is known",
    .definition = OC3_WHOLE "Counted are those with neither: the code 0, a blank, or no row.",
    OC3 (OC3_ACTIVITY + CONTACT_ACTIVITY_UNKNOWN),
  },
  [MARMOT_COHORT_MEASURE_SUITABLE] = {
    .label = "Care leavers in suitable accommodation",
    .definition = OC3_WHOLE "Counted are those whose code of accommodation ends in 1. Those of whose accommodation nothing is "
                            "known stay in the whole.",
    OC3 (OC3_SUITABLE + 1),
  },
  [MARMOT_COHORT_MEASURE_UNSUITABLE] = {
    .label = "Care leavers in unsuitable accommodation",
    .definition = OC3_WHOLE "Counted are those whose code of accommodation ends in 2.",
    OC3 (OC3_SUITABLE + 0),
  },
  [MARMOT_COHORT_MEASURE_ACCOMMODATION_NOT_KNOWN] = {
    .label = "Care leavers of whose accommodation nothing is known",
    .definition = OC3_WHOLE "Counted are those with neither: the code 0, a blank, or no row.",
    OC3 (OC3_SUITABLE + 2),
  },
  [MARMOT_COHORT_MEASURE_CARE_LEAVERS] = {
    .label = "Care leavers on the day",
    .definition = "Relevant children, and former relevant young people under 25, on the day by the law of that day: up to 20 "
                  "all of them, from 21 on those who have asked for support and still do. It is not the denominator of the "
                  "outcomes of care leavers, which goes by birthdays in a year, and not a count of open cases. Left out are "
                  "those who died, whose care was transferred, and from 21 on who is known not to have asked; where nobody "
                  "recorded who asked they are unknown.",
    .source = "Children Act 1989, sections 23A, 23C and 23CZB; no national count is defined",
    .statistic = MARMOT_TALLY_STATISTIC_COUNT,
    .reasons = leaving_reasons,
    .count = cohort_count_care_leavers,
    .of_a_day = TRUE,
    AGES (16, 24),
    .parts = leaver_parts,
    .key = "legal_status",
    .key_values = status_values,
  },
  [MARMOT_COHORT_MEASURE_CARE_LEAVERS_OPEN] = {
    .label = "Care leavers with a personal adviser on the day",
    .definition = "Young people of 16 to 24 with a personal adviser on the day who are not in care on it: open cases, whatever "
                  "their legal status. It is not the denominator of the outcomes of care leavers. Left out are those who "
                  "died, and who is still in care.",
    .source = NO_STANDARD,
    .statistic = MARMOT_TALLY_STATISTIC_COUNT,
    .reasons = open_reasons,
    .count = cohort_count_open_cases,
    .of_a_day = TRUE,
    AGES (16, 24),
    .parts = leaver_parts,
  },
  [MARMOT_COHORT_MEASURE_HEALTH_SUMMARY] = {
    .label = "Care leavers with a health summary",
    .definition = "Of the young people who left care in the period at 16 or over, those who were given a summary of their "
                  "health records by its last day. One that was offered and refused was not given. Left out is who died, was "
                  "adopted, or whose care was transferred to another authority.",
    .source = NO_STANDARD "; Department for Education and Department of Health, Promoting the health and wellbeing of "
                          "looked-after children (2015), asks for the summary",
    .reasons = summary_reasons,
    .count = cohort_count_health_summary,
    .needs = COHORT_NEEDS_CHECKS,
    AGES (16, 18),
    .parts = leaver_parts,
  },
  [MARMOT_COHORT_MEASURE_STAYING_PUT] = {
    .label = "Staying put",
    .definition = "Of the young people who turned 18 in the period, were in care until then and in a foster placement last, "
                  "those who live with their former foster carer (accommodation Z): by the latest contact that says where, "
                  "in the three months from the birthday on; else by the row of the year in the return; else by the reason "
                  "for which care ended (E17). Those of whom none says anything are unknown, unless told to count as "
                  "none. The three months are from memory of the guidance.",
    .source = CARE_STATISTICS ": care leavers who ceased to be looked after on their 18th birthday",
    .reasons = staying_reasons,
    .count = cohort_count_staying_put,
    .needs = COHORT_NEEDS_CONTACTS,
    AGES (18, 18),
    .parts = leaver_parts,
  },
  [MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE] = {
    .label = "Children in care",
    .definition = "Children in care on the day; a period of care that ends on the day is over, unless told otherwise. Children "
                  "on short breaks alone (legal status V3 or V4) are left out. With a population of 0 to 17 years it is a rate "
                  "per 10,000.",
    .source = CARE_STATISTICS,
    .statistic = MARMOT_TALLY_STATISTIC_COUNT,
    .reasons = in_care_reasons,
    .count = cohort_count_in_care,
    .of_a_day = TRUE,
    ANY_AGE (120),
    .parts = published_parts,
  },
  [MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE_UASC] = {
    .label = "Children in care who are unaccompanied asylum-seeking children",
    .definition = "Of the children in care on the day, those who are unaccompanied asylum-seeking children on it: until the day "
                  "on which they ceased to be, where it is known; else as the column \"uasc\" says. Of whom neither says "
                  "anything is unknown.",
    .source = CARE_STATISTICS,
    .reasons = in_care_reasons,
    .count = cohort_count_uasc,
    .needs = COHORT_NEEDS_UASC,
    .of_a_day = TRUE,
    ANY_AGE (120),
    .parts = published_parts,
  },
  [MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT] = {
    .label = "Annual health assessment (OC2)",
    .definition = YEAR_WHOLE "Counted are those whose health was assessed in the year as the return says: a yes or no of the "
                             "whole year, and another figure than that of the last twelve months by dates, or of reviews "
                             "that are up to date.",
    OC2 (cohort_count_health_flag, HEALTH_ASSESSMENT),
    .reasons = year_reasons,
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_HEALTH_REVIEW_ROLLING] = {
    .label = "Review health assessment in the last twelve months",
    .definition = ROLLING_WHOLE "Counted are those with a review health assessment that was done in those twelve months. It "
                                "is not the figure of the return (OC2), and not that of reviews on time.",
    ROLLING (CHECK_REVIEW_HEALTH),
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY] = {
    .label = "Review health assessments on time",
    .definition = "Of the children in care on the day, however long, for whom a review has fallen due in this period of care, "
                  "those whose latest one came by the day on which it was due: six months after the assessment before it "
                  "if the child is under five then, and twelve months after it otherwise. The first is due by the initial "
                  "assessment, or where there is none as if that had been on the first day of care. Children for whom none "
                  "has fallen due, and those on short breaks alone, are left out.",
    .source = REGULATION,
    .reasons = review_reasons,
    .count = cohort_count_reviews_on_time,
    .needs = COHORT_NEEDS_CHECKS,
    .of_a_day = TRUE,
    ANY_AGE (17),
    .parts = child_parts,
  },
  [MARMOT_COHORT_MEASURE_DENTAL_ROLLING] = {
    .label = "Teeth checked in the last twelve months",
    .definition = ROLLING_WHOLE "Counted are those with a dental check that was done in those twelve months.",
    ROLLING (CHECK_DENTAL),
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_IMMUNISATIONS_ROLLING] = {
    .label = "Immunisations up to date in the last twelve months",
    .definition = ROLLING_WHOLE "Counted are those whose immunisations were found, or brought, up to date in those twelve "
                                "months.",
    ROLLING (CHECK_IMMUNISATIONS),
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_DEVELOPMENT_ROLLING] = {
    .label = "Development checked in the last twelve months, under five",
    .definition = ROLLING_WHOLE "Asked about are those under five on the day; counted, those with a development check that was "
                                "done in those twelve months.",
    ROLLING (CHECK_DEVELOPMENT),
    AGES (0, 4),
  },
  [MARMOT_COHORT_MEASURE_SDQ_ROLLING] = {
    .label = "Strengths and difficulties questionnaire in the last twelve months, 5 to 16",
    .definition = ROLLING_WHOLE "Asked about are those of 5 to 16 on the day; counted, those with a questionnaire that was "
                                "done in those twelve months.",
    ROLLING (CHECK_SDQ),
    .from_age = 5,
    .to_age = 16,
    .oldest = 17,
  },
  [MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME] = {
    .label = "Initial health assessments within 20 working days",
    .definition = "Of the periods of care that started in the period, those with an initial health assessment on the 20th "
                  "working day after the start or earlier (or another number). A period whose 20th working day the records do not reach is "
                  "left out, whether assessed or not; one that ended on that day or before without an assessment is, too, "
                  "and so are short breaks. A child who came into care twice counts twice.",
    .source = "Department for Education and Department of Health, Promoting the health and wellbeing of looked-after "
              "children (2015); " REGULATION,
    .reasons = initial_reasons,
    .count = cohort_count_initial_on_time,
    .rows = COHORT_ROWS_SPELLS,
    .needs = COHORT_NEEDS_CHECKS,
    ANY_AGE (17),
    .parts = child_parts,
    .limit = 20,
  },
  [MARMOT_COHORT_MEASURE_DENTAL_CHECK] = {
    .label = "Teeth checked by a dentist (OC2)",
    .definition = YEAR_WHOLE "Counted are those whose teeth were checked in the year.",
    OC2 (cohort_count_health_flag, HEALTH_TEETH),
    .reasons = year_reasons,
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_IMMUNISATIONS] = {
    .label = "Immunisations up to date (OC2)",
    .definition = YEAR_WHOLE "Counted are those whose immunisations are up to date. Unaccompanied asylum-seeking children are "
                             "in the whole.",
    OC2 (cohort_count_health_flag, HEALTH_IMMUNISATIONS),
    .reasons = year_reasons,
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_DEVELOPMENT_CHECK] = {
    .label = "Development checks up to date, under five (OC2)",
    .definition = YEAR_WHOLE "Asked about are those under five on the day; counted, those whose development checks are up to "
                             "date.",
    OC2 (cohort_count_health_flag, HEALTH_CHECK),
    .reasons = year_reasons,
    AGES (0, 4),
  },
  [MARMOT_COHORT_MEASURE_SDQ_COLLECTED] = {
    .label = "Strengths and difficulties score returned, 4 to 16 (OC2)",
    .definition = YEAR_WHOLE "Asked about are those of 4 to 16 on the day, of whom the score is collected; counted, those with "
                             "a score. A reason why there is none is none. Published is the figure of 5 to 16, which is "
                             "another.",
    OC2 (cohort_count_sdq_returned, 0),
    .reasons = year_reasons,
    AGES (4, 16),
  },
  [MARMOT_COHORT_MEASURE_SDQ_PUBLISHED] = {
    .label = "Strengths and difficulties score returned, 5 to 16 (OC2)",
    .definition = YEAR_WHOLE "Asked about are those of 5 to 16 on the day, of whom the share is published; counted, those with "
                             "a score. A reason why there is none is none. Collected is the score of 4 to 16, which is "
                             "another figure.",
    OC2 (cohort_count_sdq_returned, 0),
    .reasons = year_reasons,
    AGES (5, 16),
  },
  [MARMOT_COHORT_MEASURE_SDQ_MEAN] = {
    .label = "Mean strengths and difficulties score (OC2)",
    .definition = YEAR_WHOLE SCORES "The mean of the scores, from 0 to 40; a higher one is of more difficulties.",
    OC2 (cohort_count_sdq_mean, 0),
    .statistic = MARMOT_TALLY_STATISTIC_MEAN,
    .reasons = score_reasons,
    AGES (5, 16),
  },
  [MARMOT_COHORT_MEASURE_SDQ_NORMAL] = {
    .label = "Strengths and difficulties score normal (OC2)",
    .definition = YEAR_WHOLE SCORES "Counted are scores from 0 to 13.",
    OC2 (cohort_count_sdq_band, 13),
    .reasons = score_reasons,
    AGES (5, 16),
  },
  [MARMOT_COHORT_MEASURE_SDQ_BORDERLINE] = {
    .label = "Strengths and difficulties score borderline (OC2)",
    .definition = YEAR_WHOLE SCORES "Counted are scores from 14 to 16.",
    OC2 (cohort_count_sdq_band, 1416),
    .reasons = score_reasons,
    AGES (5, 16),
  },
  [MARMOT_COHORT_MEASURE_SDQ_CONCERN] = {
    .label = "Strengths and difficulties score a cause for concern (OC2)",
    .definition = YEAR_WHOLE SCORES "Counted are scores from 17 to 40.",
    OC2 (cohort_count_sdq_band, 1740),
    .reasons = score_reasons,
    AGES (5, 16),
  },
  [MARMOT_COHORT_MEASURE_CONVICTED] = {
    .label = "Convicted or cautioned in the year, 10 and over (OC2)",
    .definition = YEAR_WHOLE "Asked about are those of 10 and over on the day; counted, those convicted, or subject to a final "
                             "warning or reprimand, in the year.",
    OC2 (cohort_count_health_flag, HEALTH_CONVICTED),
    .reasons = year_reasons,
    AGES (10, 17),
  },
  [MARMOT_COHORT_MEASURE_SUBSTANCE_MISUSE] = {
    .label = "Substance misuse (OC2)",
    .definition = YEAR_WHOLE "Counted are those identified as having a problem of substance misuse in the year.",
    OC2 (cohort_count_health_flag, HEALTH_SUBSTANCE),
    .reasons = year_reasons,
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_INTERVENTION_RECEIVED] = {
    .label = "Intervention for substance misuse received (OC2)",
    .definition = YEAR_WHOLE "Asked about are those with a problem of substance misuse; counted, those who received an "
                             "intervention for it.",
    OC2 (cohort_count_intervention, HEALTH_RECEIVED),
    .reasons = year_reasons,
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_INTERVENTION_REFUSED] = {
    .label = "Intervention for substance misuse offered and refused (OC2)",
    .definition = YEAR_WHOLE "Asked about are those with a problem of substance misuse; counted, those who were offered an "
                             "intervention and refused it.",
    OC2 (cohort_count_intervention, HEALTH_OFFERED),
    .reasons = year_reasons,
    ANY_AGE (17),
  },
  [MARMOT_COHORT_MEASURE_CONSULTATIONS] = {
    .label = "Consultations asked for",
    .definition = "Consultations that were asked for in the period, by \"wait\" in bands: done 28 days later or earlier, up to "
                  "56, up to 84, later, or not done yet. Those refused or cancelled are left out, and so are those that "
                  "are recorded as done before they were asked for.",
    .source = NO_STANDARD,
    .statistic = MARMOT_TALLY_STATISTIC_COUNT,
    .reasons = consultation_reasons,
    .count = cohort_count_consultations,
    .rows = COHORT_ROWS_CHECKS,
    .needs = COHORT_NEEDS_CHECKS,
    ANY_AGE (120),
    .parts = child_parts,
    .key = "wait",
    .key_values = wait_values,
  },
  [MARMOT_COHORT_MEASURE_CONSULTATION_WITHIN] = {
    .label = "Consultations within four weeks",
    .definition = "Of the consultations that were asked for in the period, those done 28 days later or earlier (or 7 times "
                  "another number of weeks). One whose 28 days the records do not reach is left out, whether done or not; so "
                  "are those refused or cancelled, and those recorded as done before they were asked for. One that has not "
                  "been done counts as not within.",
    .source = NO_STANDARD,
    .reasons = within_reasons,
    .count = cohort_count_consultation_within,
    .rows = COHORT_ROWS_CHECKS,
    .needs = COHORT_NEEDS_CHECKS,
    ANY_AGE (120),
    .parts = child_parts,
    .limit = 4,
  },
};

const CohortMeasureInfo *
cohort_measure_get_info (MarmotCohortMeasure measure)
{
  return (guint) measure < G_N_ELEMENTS (measures) ? &measures[measure] : NULL;
}

const char *
marmot_cohort_measure_get_label (MarmotCohortMeasure self)
{
  const CohortMeasureInfo *info = cohort_measure_get_info (self);

  g_return_val_if_fail (info != NULL, NULL);

  return info->label;
}

const char *
marmot_cohort_measure_get_definition (MarmotCohortMeasure self)
{
  const CohortMeasureInfo *info = cohort_measure_get_info (self);

  g_return_val_if_fail (info != NULL, NULL);

  return info->definition;
}

const char *
marmot_cohort_measure_get_source (MarmotCohortMeasure self)
{
  const CohortMeasureInfo *info = cohort_measure_get_info (self);

  g_return_val_if_fail (info != NULL, NULL);

  return info->source;
}

MarmotTallyStatistic
marmot_cohort_measure_get_statistic (MarmotCohortMeasure self)
{
  const CohortMeasureInfo *info = cohort_measure_get_info (self);

  g_return_val_if_fail (info != NULL, MARMOT_TALLY_STATISTIC_SHARE);

  return info->statistic;
}

const char *const *
marmot_cohort_measure_get_reasons (MarmotCohortMeasure self)
{
  static const char *const none[] = { NULL };
  const CohortMeasureInfo *info = cohort_measure_get_info (self);

  g_return_val_if_fail (info != NULL, NULL);

  return info->reasons ? info->reasons : none;
}
