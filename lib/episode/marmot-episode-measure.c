/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The measures of episodes: what each is, and who counts it.
 */
#include <marmot/marmot.h>

#include "measure-private.h"

#define EARLY_HELP (EPISODE_KIND_BIT (MARMOT_EPISODE_EARLY_HELP) | EPISODE_KIND_BIT (MARMOT_EPISODE_FAMILY_HELP))

#define NO_STANDARD "This library: there is no national standard of measures of early help"

#define COLUMNS(...) { __VA_ARGS__, EPISODE_N_COLUMNS }

static const char *const order_reasons[] = { "no day of opening", "closed before it was opened", NULL };

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
