/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The measures of episodes: what each is, and who counts it.
 */
#include <marmot/marmot.h>

#include "measure-private.h"

#define EARLY_HELP (EPISODE_KIND_BIT (MARMOT_EPISODE_EARLY_HELP) | EPISODE_KIND_BIT (MARMOT_EPISODE_FAMILY_HELP))

#define NO_STANDARD "This library: there is no national standard of measures of early help"

#define PLAN EPISODE_KIND_BIT (MARMOT_EPISODE_CHILD_PROTECTION)

#define CENSUS "Department for Education, Children in need census and statistics"
#define PLAN_STATISTICS "Department for Education, Education, health and care plans (SEN2 statistics)"
#define ABSENCE_STATISTICS \
  "Department for Education, Pupil absence in schools in England, which counts enrolments and not pupils"
#define PARTICIPATION_STATISTICS                                                                    \
  "Department for Education, Participation in education, training and NEET age 16 to 17 by local authority, which " \
  "averages the ends of December, January and February"

#define ACTIVITIES                                                                                                  \
  "The whole is all with an activity: \"eet\" (or \"education\", \"employment\", \"training\", \"apprenticeship\"), "   \
  "\"neet\" and \"not-known\"; a blank or another word is unknown, and those in \"custody\" are excluded. Of several "  \
  "rows of one young person on the day the one that comes first counts: custody, then those that are eet, neet, not " \
  "known."

#define CARE (EPISODE_KIND_BIT (MARMOT_EPISODE_CARE) | EPISODE_KIND_BIT (MARMOT_EPISODE_SHORT_BREAK))

#define CARE_STATISTICS "Department for Education, Children looked after in England including adoptions"
#define BEFORE_SHORT_BREAKS "Children on short breaks alone (legal status V3 or V4) are excluded. "
#define ON_THE_DAY                                                                                                   \
  "Looked after on the day are children with an episode that started on it or before and has not ended by it; one "  \
  "that ends on the day is over, unless told otherwise. " BEFORE_SHORT_BREAKS

#define COLUMNS(...) { __VA_ARGS__, EPISODE_N_COLUMNS }

static const char *const order_reasons[] = { "no day of opening", "closed before it was opened", NULL };
static const char *const referral_reasons[] = { "received while another was open", NULL };
static const char *const start_reasons[] = { "no day of start", "ended before it started", NULL };
static const char *const issued_reasons[] = { "exception to the time limit", "no day of request",
                                              "issued before it was requested", NULL };
static const char *const waiting_reasons[] = { "exception to the time limit", NULL };
static const char *const absence_reasons[] = { "enrolled beyond the period", "ended before it started",
                                               "more missed than possible", "no possible sessions", NULL };
static const char *const care_reasons[] = { "short break", "ended when it started or before", NULL };
static const char *const far_reasons[] = { "short break", "ended when it started or before",
                                           "unaccompanied asylum-seeking child", NULL };
static const char *const participation_reasons[] = { "in custody", NULL };

static const EpisodeMeasureInfo measures[] = {
  [MARMOT_EPISODE_MEASURE_REQUESTS] = {
    .label = "Requests for early help",
    .definition = "Requests received in the period, whatever became of them. A rate is so many a month, or by population "
                  "where that is given.",
    .source = NO_STANDARD,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_REQUESTED,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_REQUESTED),
    .count = episode_count_dated,
  },
  [MARMOT_EPISODE_MEASURE_OPENED] = {
    .label = "Episodes opened",
    .definition = "Episodes that were opened in the period. A rate is so many a month, or by population where that is "
                  "given.",
    .source = NO_STANDARD,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START),
    .count = episode_count_dated,
  },
  [MARMOT_EPISODE_MEASURE_ASSESSED] = {
    .label = "Assessments completed",
    .definition = "Assessments that were completed in the period. A rate is so many a month, or by population where that "
                  "is given.",
    .source = NO_STANDARD,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_ASSESSED,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_ASSESSED),
    .count = episode_count_dated,
  },
  [MARMOT_EPISODE_MEASURE_CLOSED] = {
    .label = "Episodes closed",
    .definition = "Episodes that were closed in the period. A rate is so many a month, or by population where that is "
                  "given.",
    .source = NO_STANDARD,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_END),
    .count = episode_count_dated,
  },
  [MARMOT_EPISODE_MEASURE_ACCEPTED] = {
    .label = "Requests that led to an episode",
    .definition = "Of the requests that were decided in the period, those that led to an episode, whenever it was opened. "
                  "A request without a decision in words, or accepted and not opened yet, is unknown.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_DECIDED,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_DECIDED, EPISODE_START),
    .count = episode_count_accepted,
  },
  [MARMOT_EPISODE_MEASURE_CLOSED_WITHIN] = {
    .label = "Closed within 16 weeks",
    .definition = "Of the episodes that were closed in the period, those closed 112 days or fewer after they were opened "
                  "(or 7 times another number of weeks). It says nothing of those still open, and so flatters: set the "
                  "share done by week 16 of all opened beside it.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START, EPISODE_END),
    .reasons = order_reasons,
    .limit = 16,
    .count = episode_count_closed_within,
  },
  [MARMOT_EPISODE_MEASURE_OPEN_BEYOND] = {
    .label = "Open for more than 20 weeks",
    .definition = "Of the episodes that are open on the day, those opened more than 140 days before it (or 7 times another "
                  "number of weeks). An episode that ends on the day is not open on it.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START),
    .limit = 20,
    .count = episode_count_open_beyond,
  },
  [MARMOT_EPISODE_MEASURE_DONE_BY] = {
    .label = "Done by week 16, of all opened",
    .definition = "The share of the episodes opened in the period that is closed on day 112 after its opening or before "
                  "(or 7 times another number of weeks), by the Kaplan-Meier curve: those still open count for as long as "
                  "they are known to have been open, to the last day that the set knows of.",
    .source = NO_STANDARD,
    .statistic = EPISODE_STATISTIC_DONE_BY,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START),
    .reasons = order_reasons,
    .limit = 16,
    .count = episode_count_times,
  },
  [MARMOT_EPISODE_MEASURE_DURATION] = {
    .label = "Median duration in days",
    .definition = "The number of days after which half of the episodes opened in the period were closed, by the "
                  "Kaplan-Meier curve: those still open count for as long as they are known to have been open.",
    .source = NO_STANDARD,
    .statistic = EPISODE_STATISTIC_MEDIAN,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START),
    .reasons = order_reasons,
    .count = episode_count_times,
  },
  [MARMOT_EPISODE_MEASURE_OUTCOMES_MET] = {
    .label = "Closed with outcomes met",
    .definition = "Of the episodes that were closed in the period for a known reason, those closed as \"outcomes-met\". "
                  "Those closed without a reason are unknown, unless they are told to count in the denominator.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_END, EPISODE_END_REASON),
    .count = episode_count_outcomes_met,
  },
  [MARMOT_EPISODE_MEASURE_NEEDS_MET] = {
    .label = "Needs met",
    .definition = "Of the needs found in the episodes that were closed in the period, those with a day on which they were "
                  "met. Needs are counted, not families.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .of_needs = TRUE,
    .step = EPISODE_END,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_END),
    .count = episode_count_needs_met,
  },
  [MARMOT_EPISODE_MEASURE_PARTNER_LED] = {
    .label = "Led by a partner",
    .definition = "Of the episodes that were opened in the period, those whose lead agency is neither the council nor its "
                  "early help co-ordinators. Those without a lead agency are unknown.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START, EPISODE_LEAD_AGENCY),
    .count = episode_count_partner_led,
  },
  [MARMOT_EPISODE_MEASURE_STEP_UP] = {
    .label = "Stepped up to social care",
    .definition = "Of the episodes that were closed in the period for a known reason, those closed as \"step-up\".",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_END, EPISODE_END_REASON),
    .count = episode_count_step_up,
  },
  [MARMOT_EPISODE_MEASURE_STEP_DOWN] = {
    .label = "Stepped down from social care",
    .definition = "Of the episodes that were opened in the period, those whose request came as \"step-down\" from social "
                  "care. Those whose request has no source are unknown.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START, EPISODE_START_REASON),
    .count = episode_count_step_down,
  },
  [MARMOT_EPISODE_MEASURE_RETURN_BACK] = {
    .label = "Came back within 12 months, looking back",
    .definition = "Of the episodes that were opened in the period, those of a family (or child) that had another episode "
                  "closed on the day itself or in the twelve months before it, the same day of the year before included. "
                  "Counted from closure, unless told otherwise. It is complete at once; where the set does not know of the "
                  "twelve months before, it is unknown.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_FAMILY,
    .step = EPISODE_START,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START, EPISODE_END),
    .limit = 12,
    .count = episode_count_returns_back,
  },
  [MARMOT_EPISODE_MEASURE_RETURN_FORWARD] = {
    .label = "Came back within 12 months, looking forward",
    .definition = "Of the episodes that were closed in the period, those whose family (or child) had another episode "
                  "opened on the day itself or in the twelve months after it, the same day of the year after included. "
                  "Known only twelve months later: until then those that have not come back are unknown.",
    .source = NO_STANDARD,
    .unit = MARMOT_EPISODE_UNIT_FAMILY,
    .step = EPISODE_END,
    .kinds = EARLY_HELP,
    .needs = COLUMNS (EPISODE_START, EPISODE_END),
    .limit = 12,
    .count = episode_count_returns_forward,
  },
  [MARMOT_EPISODE_MEASURE_REFERRALS] = {
    .label = "Referrals to children's social care",
    .definition = "Referrals received in the period. One that is received while the case of an earlier referral of the "
                  "child is open, by the day of its closure, is no referral and is excluded. A rate is so many a month, or "
                  "by population where that is given.",
    .source = CENSUS,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_REFERRAL),
    .needs = COLUMNS (EPISODE_START),
    .reasons = referral_reasons,
    .count = episode_count_referrals,
  },
  [MARMOT_EPISODE_MEASURE_REREFERRAL] = {
    .label = "Re-referrals within 12 months",
    .definition = "Of the referrals received in the period, those received within twelve months of the child's previous "
                  "referral, the same day of the year after included. Counted from the day of that referral and not from "
                  "its closure, unlike returns to early help. A referral on the same day is not a previous one. Where the "
                  "set does not know of the twelve months before, it is unknown.",
    .source = CENSUS,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_REFERRAL),
    .needs = COLUMNS (EPISODE_START, EPISODE_PERSON),
    .reasons = referral_reasons,
    .limit = 12,
    .count = episode_count_rereferrals,
  },
  [MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME] = {
    .label = "Assessments within 45 working days",
    .definition = "Of the assessments completed in the period (their end), those completed on the 45th working day after "
                  "their start or before; the next working day is day 1. Working days are Monday to Friday less the bank "
                  "holidays of the calendar, and a day that it does not know is an error.",
    .source = CENSUS "; Working Together to Safeguard Children, which counts from the referral",
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_ASSESSMENT),
    .needs = COLUMNS (EPISODE_START, EPISODE_END),
    .reasons = start_reasons,
    .limit = 45,
    .count = episode_count_assessments_on_time,
  },
  [MARMOT_EPISODE_MEASURE_CONFERENCE_ON_TIME] = {
    .label = "Conferences within 15 working days of the enquiry",
    .definition = "Of the initial child protection conferences held in the period, those held on the 15th working day "
                  "after the actual start of the section 47 enquiry or before. A conference before its enquiry is not "
                  "within the time, and stays in the total. A day that the calendar does not know is an error.",
    .source = CENSUS,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_CONFERENCE,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_SECTION_47),
    .needs = COLUMNS (EPISODE_START, EPISODE_CONFERENCE),
    .reasons = start_reasons,
    .limit = 15,
    .count = episode_count_conferences_on_time,
  },
  [MARMOT_EPISODE_MEASURE_REPEAT_PLAN_EVER] = {
    .label = "Second or later child protection plans",
    .definition = "Of the child protection plans that started in the period, those of a child who had a plan before, at "
                  "any time, as the authority records it in the number of previous plans. Without that number it is "
                  "unknown. On request by the plans of the set itself; there a child without an earlier plan is unknown "
                  "unless the set knows of the time since birth, or of 18 years.",
    .source = CENSUS,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = PLAN,
    .needs = COLUMNS (EPISODE_START),
    .count = episode_count_repeat_plans_ever,
  },
  [MARMOT_EPISODE_MEASURE_REPEAT_PLAN] = {
    .label = "Plans within two years of an earlier plan",
    .definition = "Of the child protection plans that started in the period, those of a child whose previous plan ended "
                  "on the day itself or in the 24 months before it, the same day two years before included. The census "
                  "does not hold it: it is told by the plans of the set, and unknown where the set does not know of the "
                  "24 months before.",
    .source = "This library, after the repeat plans of England's children in need census, which counts them at any time",
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .step = EPISODE_START,
    .kinds = PLAN,
    .needs = COLUMNS (EPISODE_START, EPISODE_END, EPISODE_PERSON),
    .limit = 24,
    .count = episode_count_returns_back,
  },
  [MARMOT_EPISODE_MEASURE_PLAN_ENDED_BEYOND] = {
    .label = "Plans that ended after two years or more",
    .definition = "Of the child protection plans that ended in the period, those that ended on the same day two years "
                  "after their start or later.",
    .source = CENSUS,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = PLAN,
    .needs = COLUMNS (EPISODE_START, EPISODE_END),
    .reasons = start_reasons,
    .limit = 24,
    .count = episode_count_ended_beyond,
  },
  [MARMOT_EPISODE_MEASURE_PLAN_OPEN_BEYOND] = {
    .label = "Plans open for two years or more",
    .definition = "Of the child protection plans that are open on the day, those that started on the same day two years "
                  "before or earlier. A plan that ends on the day is not open on it.",
    .source = CENSUS,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = PLAN,
    .needs = COLUMNS (EPISODE_START),
    .limit = 24,
    .count = episode_count_open_for_months,
  },
  [MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME] = {
    .label = "Plans with all reviews on time",
    .definition = "Of the child protection plans that are open on the day and started three months before it or earlier, "
                  "those with a first review within three months of the start and each later one within six months of "
                  "the one before, up to the day. A review on the last of these days is in time. Reviews are the episodes "
                  "of the kind \"review\" of the same child. Where the set does not know of a time in which a review may "
                  "have been, it is unknown.",
    .source = CENSUS "; Working Together to Safeguard Children",
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = PLAN,
    .needs = COLUMNS (EPISODE_START, EPISODE_PERSON),
    .count = episode_count_reviews_on_time,
  },
  [MARMOT_EPISODE_MEASURE_EHC_ON_TIME] = {
    .label = "Education, health and care plans issued within 20 weeks",
    .definition = "Of the education, health and care plans issued in the period, those issued 140 days or fewer after the "
                  "request (or 7 times another number of weeks). Those to which an exception to the time limit applied "
                  "are excluded, unless they are told to count. It says nothing of requests still waiting: set those "
                  "beside it.",
    .source = PLAN_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_ISSUED,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_EHC_ASSESSMENT),
    .needs = COLUMNS (EPISODE_REQUESTED, EPISODE_ISSUED),
    .reasons = issued_reasons,
    .limit = 20,
    .count = episode_count_ehc_on_time,
  },
  [MARMOT_EPISODE_MEASURE_EHC_WAITING_BEYOND] = {
    .label = "Requests waiting for more than 20 weeks",
    .definition = "Of the requests for an education, health and care plan that are under way on the day (neither issued, "
                  "nor ended, nor decided otherwise than \"accepted\" by then), those made more than 140 days before it "
                  "(or 7 times another number of weeks). Those to which an exception to the time limit applies are "
                  "excluded, unless they are told to count.",
    .source = "This library: what the share of plans issued on time leaves out",
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_EHC_ASSESSMENT),
    .needs = COLUMNS (EPISODE_REQUESTED, EPISODE_ISSUED),
    .reasons = waiting_reasons,
    .limit = 20,
    .count = episode_count_ehc_waiting,
  },
  [MARMOT_EPISODE_MEASURE_EHC_REVIEWED] = {
    .label = "Education, health and care plans reviewed within 12 months",
    .definition = "Of the education, health and care plans that are open on the day and started twelve months before it "
                  "or earlier, those whose latest review was in the twelve months before the day, the same day of the "
                  "year before included. A plan without a review counts as not reviewed; one whose latest review is "
                  "after the day is unknown.",
    .source = "Children and Families Act 2014, section 44: a review in every period of twelve months",
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_EHC_PLAN),
    .needs = COLUMNS (EPISODE_START, EPISODE_REVIEWED),
    .limit = 12,
    .count = episode_count_ehc_reviewed,
  },
  [MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE] = {
    .label = "Persistently absent",
    .definition = "Of the pupils enrolled in the period, those who missed 10% or more of their possible sessions, those "
                  "severely absent included. The sessions of a pupil's enrolments are added up, and the pupil counts in "
                  "the group of the latest of them; counted by episodes, each enrolment stands by itself, as in the "
                  "national statistics. A pupil with an enrolment that reaches beyond the period is excluded, since "
                  "nobody knows which of its sessions are in it.",
    .source = ABSENCE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .or_unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_ENROLMENT),
    .needs = COLUMNS (EPISODE_START, EPISODE_SESSIONS, EPISODE_MISSED),
    .reasons = absence_reasons,
    .limit = 0.1,
    .count = episode_count_absence,
  },
  [MARMOT_EPISODE_MEASURE_SEVERE_ABSENCE] = {
    .label = "Severely absent",
    .definition = "Of the pupils enrolled in the period, those who missed 50% or more of their possible sessions. All else "
                  "is as with persistent absence.",
    .source = ABSENCE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .or_unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_ENROLMENT),
    .needs = COLUMNS (EPISODE_START, EPISODE_SESSIONS, EPISODE_MISSED),
    .reasons = absence_reasons,
    .limit = 0.5,
    .count = episode_count_absence,
  },
  [MARMOT_EPISODE_MEASURE_NEET] = {
    .label = "Not in education, employment or training",
    .definition = "Of the young people known of on the day, those whose activity is \"neet\". " ACTIVITIES
                  " A low share may come of many who are not known: show the two apart, and together.",
    .source = PARTICIPATION_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_PARTICIPATION),
    .needs = COLUMNS (EPISODE_START, EPISODE_PERSON, EPISODE_ACTIVITY),
    .reasons = participation_reasons,
    .count = episode_count_neet,
  },
  [MARMOT_EPISODE_MEASURE_NOT_KNOWN] = {
    .label = "Activity not known",
    .definition = "Of the young people known of on the day, those whose activity is \"not-known\". " ACTIVITIES,
    .source = PARTICIPATION_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_PARTICIPATION),
    .needs = COLUMNS (EPISODE_START, EPISODE_PERSON, EPISODE_ACTIVITY),
    .reasons = participation_reasons,
    .count = episode_count_not_known,
  },
  [MARMOT_EPISODE_MEASURE_NEET_OR_NOT_KNOWN] = {
    .label = "Not in education, employment or training, or not known",
    .definition = "Of the young people known of on the day, those whose activity is \"neet\" or \"not-known\": the "
                  "national headline, and the sum of the two. " ACTIVITIES,
    .source = PARTICIPATION_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = EPISODE_KIND_BIT (MARMOT_EPISODE_PARTICIPATION),
    .needs = COLUMNS (EPISODE_START, EPISODE_PERSON, EPISODE_ACTIVITY),
    .reasons = participation_reasons,
    .count = episode_count_neet_or_not_known,
  },
  [MARMOT_EPISODE_MEASURE_LOOKED_AFTER] = {
    .label = "Children looked after",
    .definition = "Children looked after on the day, each once. "
                  ON_THE_DAY
                  "A rate is by population where that is given, for each 10,000 children of 0 to 17 unless told "
                  "otherwise.",
    .source = CARE_STATISTICS,
    .statistic = EPISODE_STATISTIC_NUMBER,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START),
    .reasons = care_reasons,
    .count = episode_count_looked_after,
  },
  [MARMOT_EPISODE_MEASURE_LOOKED_AFTER_FOR] = {
    .label = "Looked after for twelve months",
    .definition = "Children looked after on the day whose period of care started twelve months before the end of the "
                  "day or earlier, and has no break since: by 1 April for 31 March. Where the set does not have the "
                  "start of the period, those who may be of them are unknown. "
                  ON_THE_DAY
                  "Those are the children of whom health is reported.",
    .source = CARE_STATISTICS,
    .statistic = EPISODE_STATISTIC_NUMBER,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START),
    .reasons = care_reasons,
    .limit = 12,
    .count = episode_count_looked_after_for,
  },
  [MARMOT_EPISODE_MEASURE_LOOKED_AFTER_IN] = {
    .label = "Children looked after in the period",
    .definition = "Children looked after on any day of the period, each once, whenever care started. A child who left on its "
                  "first day is not one of them, unless told otherwise. Where the set does not know of the whole period, "
                  "all are unknown. " BEFORE_SHORT_BREAKS "A rate is by population where that is given.",
    .source = CARE_STATISTICS,
    .statistic = EPISODE_STATISTIC_NUMBER,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START),
    .reasons = care_reasons,
    .count = episode_count_looked_after,
  },
  [MARMOT_EPISODE_MEASURE_CARE_STARTED] = {
    .label = "Started to be looked after",
    .definition = "Periods of care that started in the period: their first episode began with reason S. A child can "
                  "start twice; counted by children each counts once. A period of which the set does not have the "
                  "first episode is unknown. Short breaks (V3 or V4) are excluded. A rate is so many a month, or by "
                  "population where that is given.",
    .source = CARE_STATISTICS,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START),
    .reasons = care_reasons,
    .count = episode_count_care_started,
  },
  [MARMOT_EPISODE_MEASURE_CARE_CEASED] = {
    .label = "Ceased to be looked after",
    .definition = "Periods of care that ended in the period: the last episode ended, for another reason than X1, and "
                  "none goes on from it. One that ended with X1 and has no sequel is unknown, as is one that nobody "
                  "closed before the next began. Short breaks (V3 or V4) are excluded. A rate is so many a month, or "
                  "by population where that is given.",
    .source = CARE_STATISTICS,
    .statistic = EPISODE_STATISTIC_COUNT,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_END),
    .reasons = care_reasons,
    .count = episode_count_care_ceased,
  },
  [MARMOT_EPISODE_MEASURE_CARE_DURATION] = {
    .label = "Median days in care, of those who started",
    .definition = "The number of days after which half of the periods of care that started in the period had ended, "
                  "by the Kaplan-Meier curve: those still going on count for as long as they are known to have "
                  "lasted. A period lasts from its first day to its last, without that one. Short breaks (V3 or V4) "
                  "are excluded.",
    .source = "This library, after Department for Education, Children looked after in England, which has those who ceased alone",
    .statistic = EPISODE_STATISTIC_MEDIAN,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_START,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_END),
    .reasons = care_reasons,
    .count = episode_count_care_times,
  },
  [MARMOT_EPISODE_MEASURE_CARE_ENDED_DURATION] = {
    .label = "Median days in care, of those who ceased",
    .definition = "The number of days within which half of the periods of care that ended in the period had ended. "
                  "Those of which the set does not have the start are unknown. It says nothing of those who stay, "
                  "and moves with who leaves: set the median of those who started beside it. Short breaks (V3 or V4) "
                  "are excluded.",
    .source = CARE_STATISTICS,
    .statistic = EPISODE_STATISTIC_MEDIAN,
    .unit = MARMOT_EPISODE_UNIT_EPISODE,
    .step = EPISODE_END,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_END),
    .reasons = care_reasons,
    .count = episode_count_care_ended_times,
  },
  [MARMOT_EPISODE_MEASURE_THREE_PLACEMENTS] = {
    .label = "Three or more placements in the year",
    .definition = "Of the children looked after on the day, those with three or more placements in the twelve months "
                  "up to it: the one of the first day, or the first after it, and every change of carer and start of "
                  "care from there. A temporary placement (T0 to T4) and the return from it are no change, unless "
                  "told otherwise, nor is another legal status or kind of placement with the same carer, nor a "
                  "placement for adoption with those who foster the child. Where the set does not know of the twelve "
                  "months, those with fewer are unknown. "
                  ON_THE_DAY,
    .source = CARE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_PLACEMENT),
    .reasons = care_reasons,
    .limit = 12,
    .count = episode_count_three_placements,
  },
  [MARMOT_EPISODE_MEASURE_LONG_TERM_STABILITY] = {
    .label = "Long-term placement stability",
    .definition = "Of the children looked after on the day who are under 16 and whose period of care started 30 "
                  "months before it or earlier, those who have lived with the same carer for 24 months or more, the "
                  "same day two years before included. A stay elsewhere (T0 to T4) from which the child came back "
                  "does not end it, nor does another kind of placement with the same carer; a placement for adoption "
                  "and the one before it count together if told so. Where the set does not have the start of care or "
                  "of the placement, those who may be of them are unknown. "
                  ON_THE_DAY,
    .source = CARE_STATISTICS "; national indicator 63",
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_PLACEMENT, EPISODE_BIRTH),
    .reasons = care_reasons,
    .limit = 24,
    .count = episode_count_long_term_stability,
  },
  [MARMOT_EPISODE_MEASURE_PLACED_WITH] = {
    .label = "In foster care",
    .definition = "Of the children looked after on the day, those in a placement with a code of U1 to U6, which are "
                  "foster carers, or with others of one's choice. "
                  ON_THE_DAY
                  "Those without a code are unknown.",
    .source = CARE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_PLACEMENT),
    .reasons = care_reasons,
    .count = episode_count_placed_with,
  },
  [MARMOT_EPISODE_MEASURE_PLACED_INSIDE] = {
    .label = "Placed inside the authority",
    .definition = "Of the children looked after on the day, those whose placement is inside the area of the "
                  "authority that looks after them: by the location (IN), or, where there is none, by the area. "
                  ON_THE_DAY,
    .source = CARE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START),
    .reasons = care_reasons,
    .count = episode_count_placed_inside,
  },
  [MARMOT_EPISODE_MEASURE_PLACED_ADJOINING] = {
    .label = "Placed in an adjoining authority",
    .definition = "Of the children looked after on the day, those whose placement is outside the authority that "
                  "looks after them, and inside one that adjoins it by the table of neighbours. Where the table does "
                  "not know, it is unknown. "
                  ON_THE_DAY,
    .source = "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 11(5)",
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_AREA),
    .reasons = care_reasons,
    .count = episode_count_placed_adjoining,
  },
  [MARMOT_EPISODE_MEASURE_PLACED_AT_A_DISTANCE] = {
    .label = "Placed at a distance",
    .definition = "Of the children looked after on the day, those whose placement is neither inside the authority "
                  "that looks after them nor inside one that adjoins it by the table of neighbours. It does not go "
                  "by miles. Where the table does not know, it is unknown. "
                  ON_THE_DAY,
    .source = "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 11(5), inserted by "
               "SI 2013/3239",
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_AREA),
    .reasons = care_reasons,
    .count = episode_count_placed_at_a_distance,
  },
  [MARMOT_EPISODE_MEASURE_PLACED_FAR] = {
    .label = "Placed more than 20 miles from home",
    .definition = "Of the children looked after on the day, those placed more than 20 miles from home, or another "
                  "number; 20.0 miles are not more. Those without a distance are unknown, and so is 999.9, which "
                  "stands for that. Children who are or were unaccompanied asylum-seeking children, whose home is "
                  "not in England, are excluded. "
                  ON_THE_DAY,
    .source = CARE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_DISTANCE),
    .reasons = far_reasons,
    .limit = 20,
    .count = episode_count_placed_far,
  },
  [MARMOT_EPISODE_MEASURE_UASC] = {
    .label = "Unaccompanied asylum-seeking children",
    .definition = "Of the children looked after on the day, those who are unaccompanied asylum-seeking children: "
                  "that status has not ceased by the day. "
                  ON_THE_DAY,
    .source = CARE_STATISTICS,
    .unit = MARMOT_EPISODE_UNIT_CHILD,
    .of_a_day = TRUE,
    .step = EPISODE_N_COLUMNS,
    .kinds = CARE,
    .needs = COLUMNS (EPISODE_PERSON, EPISODE_START, EPISODE_UASC),
    .reasons = care_reasons,
    .count = episode_count_uasc,
  },
};

const EpisodeMeasureInfo *
episode_measure_get_info (MarmotEpisodeMeasure measure)
{
  g_return_val_if_fail ((guint) measure < G_N_ELEMENTS (measures), NULL);

  return &measures[measure];
}

const char *
marmot_episode_measure_get_label (MarmotEpisodeMeasure self)
{
  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (measures), "");

  return measures[self].label;
}

const char *
marmot_episode_measure_get_definition (MarmotEpisodeMeasure self)
{
  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (measures), "");

  return measures[self].definition;
}

const char *
marmot_episode_measure_get_source (MarmotEpisodeMeasure self)
{
  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (measures), "");

  return measures[self].source;
}

MarmotEpisodeUnit
marmot_episode_measure_get_unit (MarmotEpisodeMeasure self)
{
  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (measures), MARMOT_EPISODE_UNIT_DEFAULT);

  return measures[self].unit;
}
