/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-polarity.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPolaritySource:
 * @MARMOT_POLARITY_SOURCE_NONE: nobody
 * @MARMOT_POLARITY_SOURCE_PAPER: the paper that prints the figure
 * @MARMOT_POLARITY_SOURCE_ANALYST: whoever prepared the data, with a reason
 *
 * Who says which direction is good.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_POLARITY_SOURCE_NONE,
  MARMOT_POLARITY_SOURCE_PAPER,
  MARMOT_POLARITY_SOURCE_ANALYST
} MarmotPolaritySource;

/**
 * MarmotValueType:
 * @MARMOT_VALUE_TYPE_OTHER: anything else
 * @MARMOT_VALUE_TYPE_COUNT: a number of people, events or things
 * @MARMOT_VALUE_TYPE_PROPORTION: a share, such as a percentage
 * @MARMOT_VALUE_TYPE_CRUDE_RATE: events for so many people
 * @MARMOT_VALUE_TYPE_GAP: the difference between two groups
 * @MARMOT_VALUE_TYPE_SCORE: a score
 * @MARMOT_VALUE_TYPE_TEXT: a state of affairs, in words
 * @MARMOT_VALUE_TYPE_DIRECTLY_STANDARDISED_RATE: a rate as it would be in a
 *   standard population
 * @MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATE: a rate from the ratio of
 *   observed to expected events
 * @MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATIO: observed over expected
 *   events
 * @MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_PROPORTION: a share from the
 *   ratio of observed to expected
 * @MARMOT_VALUE_TYPE_RATIO: one number over another
 * @MARMOT_VALUE_TYPE_LIFE_EXPECTANCY: years of life
 * @MARMOT_VALUE_TYPE_SLOPE_INDEX: the slope index of inequality
 * @MARMOT_VALUE_TYPE_EXCESS_RISK: how far a risk is above another
 * @MARMOT_VALUE_TYPE_MEDIAN: a median
 * @MARMOT_VALUE_TYPE_MEAN: a mean
 * @MARMOT_VALUE_TYPE_PERCENTAGE_POINT: a difference of percentages
 *
 * What kind of number an indicator is. Those that Fingertips knows have a
 * number of theirs; see [func@Marmot.ValueType.get_fingertips_id].
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_VALUE_TYPE_OTHER,
  MARMOT_VALUE_TYPE_COUNT,
  MARMOT_VALUE_TYPE_PROPORTION,
  MARMOT_VALUE_TYPE_CRUDE_RATE,
  MARMOT_VALUE_TYPE_GAP,
  MARMOT_VALUE_TYPE_SCORE,
  MARMOT_VALUE_TYPE_TEXT,
  MARMOT_VALUE_TYPE_DIRECTLY_STANDARDISED_RATE,
  MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATE,
  MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATIO,
  MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_PROPORTION,
  MARMOT_VALUE_TYPE_RATIO,
  MARMOT_VALUE_TYPE_LIFE_EXPECTANCY,
  MARMOT_VALUE_TYPE_SLOPE_INDEX,
  MARMOT_VALUE_TYPE_EXCESS_RISK,
  MARMOT_VALUE_TYPE_MEDIAN,
  MARMOT_VALUE_TYPE_MEAN,
  MARMOT_VALUE_TYPE_PERCENTAGE_POINT
} MarmotValueType;

/**
 * MarmotCountedUnit:
 * @MARMOT_COUNTED_UNIT_UNSTATED: nobody has said
 * @MARMOT_COUNTED_UNIT_PEOPLE: people, each once
 * @MARMOT_COUNTED_UNIT_CHILDREN: children, each once
 * @MARMOT_COUNTED_UNIT_FAMILIES: families, each once
 * @MARMOT_COUNTED_UNIT_ATTENDANCES: visits, one for each person and time
 * @MARMOT_COUNTED_UNIT_SESSIONS: sessions that were held
 * @MARMOT_COUNTED_UNIT_EPISODES: episodes of help or care
 * @MARMOT_COUNTED_UNIT_EVENTS: events, such as incidents, deaths or contacts
 * @MARMOT_COUNTED_UNIT_ORGANISATIONS: organisations, workplaces or places
 *
 * What a count counts. Counts of different things are never added.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COUNTED_UNIT_UNSTATED,
  MARMOT_COUNTED_UNIT_PEOPLE,
  MARMOT_COUNTED_UNIT_CHILDREN,
  MARMOT_COUNTED_UNIT_FAMILIES,
  MARMOT_COUNTED_UNIT_ATTENDANCES,
  MARMOT_COUNTED_UNIT_SESSIONS,
  MARMOT_COUNTED_UNIT_EPISODES,
  MARMOT_COUNTED_UNIT_EVENTS,
  MARMOT_COUNTED_UNIT_ORGANISATIONS
} MarmotCountedUnit;

/**
 * MarmotIndicatorLevel:
 * @MARMOT_INDICATOR_LEVEL_UNSTATED: nobody has said
 * @MARMOT_INDICATOR_LEVEL_OUTCOME: it measures what happens to people
 * @MARMOT_INDICATOR_LEVEL_PROGRAMME: it measures what a programme reaches
 * @MARMOT_INDICATOR_LEVEL_PROCESS: it measures what is done, and how soon
 * @MARMOT_INDICATOR_LEVEL_PROXY: it stands for another that comes too late or
 *   too seldom
 *
 * How near an indicator is to what matters in the end.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_INDICATOR_LEVEL_UNSTATED,
  MARMOT_INDICATOR_LEVEL_OUTCOME,
  MARMOT_INDICATOR_LEVEL_PROGRAMME,
  MARMOT_INDICATOR_LEVEL_PROCESS,
  MARMOT_INDICATOR_LEVEL_PROXY
} MarmotIndicatorLevel;

/**
 * MarmotIndicator:
 *
 * A measure that is reported again and again: its name and definition, its
 * unit, who owns it, and which direction is good.
 *
 * Owners are organisations and directorates, never people.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_INDICATOR (marmot_indicator_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotIndicator, marmot_indicator, MARMOT, INDICATOR, GObject)

/**
 * marmot_indicator_get_id: (get-property id)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): its short name, such as PI1
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_id (MarmotIndicator *self);

/**
 * marmot_indicator_get_name: (get-property name)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): its name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_name (MarmotIndicator *self);

/**
 * marmot_indicator_get_definition: (get-property definition)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what is counted, and among whom
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_definition (MarmotIndicator *self);

/**
 * marmot_indicator_get_group: (get-property group)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the table or section of the report
 *   that it belongs to
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_group (MarmotIndicator *self);

/**
 * marmot_indicator_get_unit: (get-property unit)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the unit of its values, such as
 *   "people", "percent" or "per 1,000 live births"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_unit (MarmotIndicator *self);

/**
 * marmot_indicator_get_value_type: (get-property value-type)
 * @self: an indicator
 *
 * Returns: what kind of number it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueType marmot_indicator_get_value_type (MarmotIndicator *self);

/**
 * marmot_indicator_get_counts: (get-property counts)
 * @self: an indicator
 *
 * Returns: what it counts, where it is a count
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCountedUnit marmot_indicator_get_counts (MarmotIndicator *self);

/**
 * marmot_indicator_get_unit_value: (get-property unit-value)
 * @self: an indicator
 *
 * Returns: what a share of one is multiplied by: 100 for a percentage, 1,000
 *   for a rate per thousand; 0 where it does not apply
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_indicator_get_unit_value (MarmotIndicator *self);

/**
 * marmot_indicator_get_year_type: (get-property year-type)
 * @self: an indicator
 *
 * Returns: the kind of year that its periods are of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotYearType marmot_indicator_get_year_type (MarmotIndicator *self);

/**
 * marmot_indicator_get_level: (get-property level)
 * @self: an indicator
 *
 * Returns: how near it is to what matters in the end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicatorLevel marmot_indicator_get_level (MarmotIndicator *self);

/**
 * marmot_indicator_get_organisation: (get-property organisation)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the organisation that answers for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_organisation (MarmotIndicator *self);

/**
 * marmot_indicator_get_directorate: (get-property directorate)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the part of the organisation that
 *   answers for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_directorate (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity: (get-property polarity)
 * @self: an indicator
 *
 * Returns: which direction is good, unless a comparison says otherwise
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_indicator_get_polarity (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity_source: (get-property polarity-source)
 * @self: an indicator
 *
 * Returns: who says which direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolaritySource marmot_indicator_get_polarity_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity_reason: (get-property polarity-reason)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why that direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_polarity_reason (MarmotIndicator *self);

/**
 * marmot_indicator_get_additive: (get-property additive)
 * @self: an indicator
 *
 * Returns: whether the values of the parts of a period add up to that of the
 *   whole, as counts of events do and percentages never
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_indicator_get_additive (MarmotIndicator *self);

/**
 * marmot_indicator_get_caveat: (get-property caveat)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what a reader must know before using
 *   it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_caveat (MarmotIndicator *self);

/**
 * marmot_indicator_get_proxy_for: (get-property proxy-for)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the indicator that it stands for,
 *   which comes too late or too seldom, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator *marmot_indicator_get_proxy_for (MarmotIndicator *self);

/**
 * marmot_indicator_get_fingertips_id: (get-property fingertips-id)
 * @self: an indicator
 *
 * Returns: its number in Fingertips, or 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_indicator_get_fingertips_id (MarmotIndicator *self);

/**
 * marmot_indicator_get_frequency: (get-property frequency)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how often it is published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_frequency (MarmotIndicator *self);

/**
 * marmot_indicator_get_rationale: (get-property rationale)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why it is measured
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_rationale (MarmotIndicator *self);

/**
 * marmot_indicator_get_specific_rationale: (get-property specific-rationale)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why it is measured here
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_specific_rationale (MarmotIndicator *self);

/**
 * marmot_indicator_get_data_source: (get-property data-source)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): where its figures come from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_data_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_producer: (get-property producer)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the organisation that produces them
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_producer (MarmotIndicator *self);

/**
 * marmot_indicator_get_methodology: (get-property methodology)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how they are worked out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_methodology (MarmotIndicator *self);

/**
 * marmot_indicator_get_standard_population: (get-property standard-population)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the population that rates are
 *   standardised to
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_standard_population (MarmotIndicator *self);

/**
 * marmot_indicator_get_interval_method: (get-property interval-method)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how its intervals are made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_interval_method (MarmotIndicator *self);

/**
 * marmot_indicator_get_interval_details: (get-property interval-details)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what else is to be said of its
 *   intervals
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_interval_details (MarmotIndicator *self);

/**
 * marmot_indicator_get_numerator_definition: (get-property numerator-definition)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what is counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_numerator_definition (MarmotIndicator *self);

/**
 * marmot_indicator_get_numerator_source: (get-property numerator-source)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): where the counts come from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_numerator_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_denominator_definition: (get-property denominator-definition)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): among whom it is counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_denominator_definition (MarmotIndicator *self);

/**
 * marmot_indicator_get_denominator_source: (get-property denominator-source)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): where the denominators come from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_denominator_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_denominator_type: (get-property denominator-type)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what kind of denominator it is, such
 *   as a population or a survey sample
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_denominator_type (MarmotIndicator *self);

/**
 * marmot_indicator_get_disclosure_control: (get-property disclosure-control)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how small numbers are kept safe
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_disclosure_control (MarmotIndicator *self);

/**
 * marmot_indicator_get_rounding: (get-property rounding)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how its figures are rounded
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_rounding (MarmotIndicator *self);

/**
 * marmot_indicator_get_data_quality: (get-property data-quality)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what is known of the quality of its
 *   data
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_data_quality (MarmotIndicator *self);

/**
 * marmot_indicator_get_number: (get-property number)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): its number in a framework, such as
 *   C09a
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_number (MarmotIndicator *self);

/**
 * marmot_indicator_get_keywords: (get-property keywords)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): words to find it by
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_keywords (MarmotIndicator *self);

/**
 * marmot_indicator_get_links: (get-property links)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): where to read more
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_links (MarmotIndicator *self);

/**
 * marmot_indicator_get_copyright: (get-property copyright)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): whose its figures are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_copyright (MarmotIndicator *self);

/**
 * marmot_indicator_get_reuse: (get-property reuse)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): on what terms they may be used again
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_reuse (MarmotIndicator *self);

/**
 * marmot_indicator_get_notes: (get-property notes)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): anything else
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_notes (MarmotIndicator *self);

/**
 * marmot_indicator_get_source: (get-property source)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the paper or file that the figure was
 *   taken from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_line: (get-property line)
 * @self: an indicator
 *
 * Returns: the line of the source, from 1, or 0 where it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_indicator_get_line (MarmotIndicator *self);

/**
 * marmot_indicator_get_source_link: (get-property source-link)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): where the source of its figures is to be found
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_source_link (MarmotIndicator *self);

/**
 * marmot_indicator_get_content: (get-property content)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what the indicator is made of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_content (MarmotIndicator *self);

/**
 * marmot_indicator_get_covid_impact: (get-property covid-impact)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what the pandemic of COVID-19 did to its figures
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_covid_impact (MarmotIndicator *self);

/**
 * marmot_indicator_get_variability: (get-property variability)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what is known of how far it varies
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_variability (MarmotIndicator *self);

/**
 * marmot_indicator_get_interval_reason: (get-property interval-reason)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why that method of intervals was chosen
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_interval_reason (MarmotIndicator *self);

/**
 * marmot_indicator_get_interval_method_description: (get-property interval-method-description)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what the method of its intervals is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_interval_method_description (MarmotIndicator *self);

/**
 * marmot_indicator_get_quality_assurance: (get-property quality-assurance)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how its quality is assured
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_quality_assurance (MarmotIndicator *self);

/**
 * marmot_indicator_get_quality_improvement: (get-property quality-improvement)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): how its quality is to become better
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_quality_improvement (MarmotIndicator *self);

/**
 * marmot_indicator_get_exclusions_reason: (get-property exclusions-reason)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why some are not counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_exclusions_reason (MarmotIndicator *self);

/**
 * marmot_indicator_get_data_sources_reason: (get-property data-sources-reason)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why its data sources were chosen
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_data_sources_reason (MarmotIndicator *self);

/**
 * marmot_indicator_get_stakeholders: (get-property stakeholders)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the organisations that sponsor it or have a stake in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_stakeholders (MarmotIndicator *self);

/**
 * marmot_indicator_get_value_type_name: (get-property value-type-name)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what the source calls its value type, or %NULL where the source was not read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_value_type_name (MarmotIndicator *self);

/**
 * marmot_indicator_get_year_type_name: (get-property year-type-name)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what the source calls its year type; "" where the source leaves it out, or %NULL
 * where the source was not read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_year_type_name (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity_name: (get-property polarity-name)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what the source calls its polarity, or %NULL where the source does not say
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_polarity_name (MarmotIndicator *self);

/**
 * marmot_indicator_get_unit_left: (get-property unit-left)
 * @self: an indicator
 *
 * Returns: whether its unit is written before the value, as a pound sign is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_indicator_get_unit_left (MarmotIndicator *self);

/**
 * marmot_value_type_get_fingertips_id:
 * @type: a kind of number
 *
 * Returns: the number by which Fingertips knows it, or 0 where it does not
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_value_type_get_fingertips_id (MarmotValueType type);

/**
 * marmot_value_type_from_fingertips_id:
 * @id: a number of Fingertips
 *
 * Returns: the kind of number, or %MARMOT_VALUE_TYPE_OTHER where the number is not
 *   known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueType marmot_value_type_from_fingertips_id (guint id);

G_END_DECLS
