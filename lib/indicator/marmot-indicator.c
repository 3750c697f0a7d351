/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotIndicator
{
  GObject parent_instance;

  char *id;
  char *name;
  char *definition;
  char *group;
  char *unit;
  MarmotValueType value_type;
  MarmotCountedUnit counts;
  double unit_value;
  MarmotYearType year_type;
  MarmotIndicatorLevel level;
  char *organisation;
  char *directorate;
  MarmotPolarity polarity;
  MarmotPolaritySource polarity_source;
  char *polarity_reason;
  gboolean additive;
  char *caveat;
  MarmotIndicator *proxy_for;
  guint fingertips_id;
  char *frequency;
  char *rationale;
  char *specific_rationale;
  char *data_source;
  char *producer;
  char *methodology;
  char *standard_population;
  char *interval_method;
  char *interval_details;
  char *numerator_definition;
  char *numerator_source;
  char *denominator_definition;
  char *denominator_source;
  char *denominator_type;
  char *disclosure_control;
  char *rounding;
  char *data_quality;
  char *number;
  char *keywords;
  char *links;
  char *copyright;
  char *reuse;
  char *notes;
  char *source;
  guint line;
  char *source_link;
  char *content;
  char *covid_impact;
  char *variability;
  char *interval_reason;
  char *interval_method_description;
  char *quality_assurance;
  char *quality_improvement;
  char *exclusions_reason;
  char *data_sources_reason;
  char *stakeholders;
  char *value_type_name;
  char *year_type_name;
  char *polarity_name;
  gboolean unit_left;
};

G_DEFINE_FINAL_TYPE (MarmotIndicator, marmot_indicator, G_TYPE_OBJECT)

/**
 * MarmotIndicator:id: (getter get_id)
 *
 * Its short name, such as PI1.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:name: (getter get_name)
 *
 * Its name.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:definition: (getter get_definition)
 *
 * What is counted, and among whom.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:group: (getter get_group)
 *
 * The table or section of the report that it belongs to.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:unit: (getter get_unit)
 *
 * The unit of its values, such as "people", "percent" or "per 1,000 live
 * births".
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:value-type: (getter get_value_type)
 *
 * What kind of number it is.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:counts: (getter get_counts)
 *
 * What it counts, where it is a count.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:unit-value: (getter get_unit_value)
 *
 * What a share of one is multiplied by: 100 for a percentage, 1,000 for a
 * rate per thousand; 0 where it does not apply.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:year-type: (getter get_year_type)
 *
 * The kind of year that its periods are of.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:level: (getter get_level)
 *
 * How near it is to what matters in the end.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:organisation: (getter get_organisation)
 *
 * The organisation that answers for it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:directorate: (getter get_directorate)
 *
 * The part of the organisation that answers for it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity: (getter get_polarity)
 *
 * Which direction is good, unless a comparison says otherwise.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity-source: (getter get_polarity_source)
 *
 * Who says which direction is good.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity-reason: (getter get_polarity_reason)
 *
 * Why that direction is good.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:additive: (getter get_additive)
 *
 * Whether the values of the parts of a period add up to that of the whole, as
 * counts of events do and percentages never.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:caveat: (getter get_caveat)
 *
 * What a reader must know before using it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:proxy-for: (getter get_proxy_for)
 *
 * The indicator that it stands for, which comes too late or too seldom, or
 * %NULL.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:fingertips-id: (getter get_fingertips_id)
 *
 * Its number in Fingertips, or 0.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:frequency: (getter get_frequency)
 *
 * How often it is published.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:rationale: (getter get_rationale)
 *
 * Why it is measured.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:specific-rationale: (getter get_specific_rationale)
 *
 * Why it is measured here.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:data-source: (getter get_data_source)
 *
 * Where its figures come from.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:producer: (getter get_producer)
 *
 * The organisation that produces them.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:methodology: (getter get_methodology)
 *
 * How they are worked out.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:standard-population: (getter get_standard_population)
 *
 * The population that rates are standardised to.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:interval-method: (getter get_interval_method)
 *
 * How its intervals are made.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:interval-details: (getter get_interval_details)
 *
 * What else is to be said of its intervals.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:numerator-definition: (getter get_numerator_definition)
 *
 * What is counted.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:numerator-source: (getter get_numerator_source)
 *
 * Where the counts come from.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:denominator-definition: (getter get_denominator_definition)
 *
 * Among whom it is counted.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:denominator-source: (getter get_denominator_source)
 *
 * Where the denominators come from.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:denominator-type: (getter get_denominator_type)
 *
 * What kind of denominator it is, such as a population or a survey sample.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:disclosure-control: (getter get_disclosure_control)
 *
 * How small numbers are kept safe.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:rounding: (getter get_rounding)
 *
 * How its figures are rounded.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:data-quality: (getter get_data_quality)
 *
 * What is known of the quality of its data.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:number: (getter get_number)
 *
 * Its number in a framework, such as C09a.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:keywords: (getter get_keywords)
 *
 * Words to find it by.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:links: (getter get_links)
 *
 * Where to read more.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:copyright: (getter get_copyright)
 *
 * Whose its figures are.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:reuse: (getter get_reuse)
 *
 * On what terms they may be used again.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:notes: (getter get_notes)
 *
 * Anything else.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:source: (getter get_source)
 *
 * The paper or file that the figure was taken from.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:line: (getter get_line)
 *
 * The line of the source, from 1, or 0 where it is not known.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:source-link: (getter get_source_link)
 *
 * Where the source of its figures is to be found.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:content: (getter get_content)
 *
 * What the indicator is made of.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:covid-impact: (getter get_covid_impact)
 *
 * What the pandemic of COVID-19 did to its figures.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:variability: (getter get_variability)
 *
 * What is known of how far it varies.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:interval-reason: (getter get_interval_reason)
 *
 * Why that method of intervals was chosen.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:interval-method-description: (getter get_interval_method_description)
 *
 * What the method of its intervals is.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:quality-assurance: (getter get_quality_assurance)
 *
 * How its quality is assured.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:quality-improvement: (getter get_quality_improvement)
 *
 * How its quality is to become better.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:exclusions-reason: (getter get_exclusions_reason)
 *
 * Why some are not counted.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:data-sources-reason: (getter get_data_sources_reason)
 *
 * Why its data sources were chosen.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:stakeholders: (getter get_stakeholders)
 *
 * The organisations that sponsor it or have a stake in it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:value-type-name: (getter get_value_type_name)
 *
 * What the source calls its value type, or %NULL where the source was not read.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:year-type-name: (getter get_year_type_name)
 *
 * What the source calls its year type; "" where the source leaves it out, or %NULL
 * where the source was not read.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity-name: (getter get_polarity_name)
 *
 * What the source calls its polarity, or %NULL where the source does not say.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:unit-left: (getter get_unit_left)
 *
 * Whether its unit is written before the value, as a pound sign is.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotIndicator, id), 0 },
  { "name", NULL, G_STRUCT_OFFSET (MarmotIndicator, name), 0 },
  { "definition", NULL, G_STRUCT_OFFSET (MarmotIndicator, definition), 0 },
  { "group", NULL, G_STRUCT_OFFSET (MarmotIndicator, group), 0 },
  { "unit", NULL, G_STRUCT_OFFSET (MarmotIndicator, unit), 0 },
  { "value-type", marmot_value_type_get_type, G_STRUCT_OFFSET (MarmotIndicator, value_type), 0 },
  { "counts", marmot_counted_unit_get_type, G_STRUCT_OFFSET (MarmotIndicator, counts), 0 },
  { "unit-value", marmot_record_type_double, G_STRUCT_OFFSET (MarmotIndicator, unit_value), 0 },
  { "year-type", marmot_year_type_get_type, G_STRUCT_OFFSET (MarmotIndicator, year_type), MARMOT_YEAR_CALENDAR },
  { "level", marmot_indicator_level_get_type, G_STRUCT_OFFSET (MarmotIndicator, level), 0 },
  { "organisation", NULL, G_STRUCT_OFFSET (MarmotIndicator, organisation), 0 },
  { "directorate", NULL, G_STRUCT_OFFSET (MarmotIndicator, directorate), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotIndicator, polarity), 0 },
  { "polarity-source", marmot_polarity_source_get_type, G_STRUCT_OFFSET (MarmotIndicator, polarity_source), 0 },
  { "polarity-reason", NULL, G_STRUCT_OFFSET (MarmotIndicator, polarity_reason), 0 },
  { "additive", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotIndicator, additive), 0 },
  { "caveat", NULL, G_STRUCT_OFFSET (MarmotIndicator, caveat), 0 },
  { "proxy-for", marmot_indicator_get_type, G_STRUCT_OFFSET (MarmotIndicator, proxy_for), 0 },
  { "fingertips-id", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotIndicator, fingertips_id), 0 },
  { "frequency", NULL, G_STRUCT_OFFSET (MarmotIndicator, frequency), 0 },
  { "rationale", NULL, G_STRUCT_OFFSET (MarmotIndicator, rationale), 0 },
  { "specific-rationale", NULL, G_STRUCT_OFFSET (MarmotIndicator, specific_rationale), 0 },
  { "data-source", NULL, G_STRUCT_OFFSET (MarmotIndicator, data_source), 0 },
  { "producer", NULL, G_STRUCT_OFFSET (MarmotIndicator, producer), 0 },
  { "methodology", NULL, G_STRUCT_OFFSET (MarmotIndicator, methodology), 0 },
  { "standard-population", NULL, G_STRUCT_OFFSET (MarmotIndicator, standard_population), 0 },
  { "interval-method", NULL, G_STRUCT_OFFSET (MarmotIndicator, interval_method), 0 },
  { "interval-details", NULL, G_STRUCT_OFFSET (MarmotIndicator, interval_details), 0 },
  { "numerator-definition", NULL, G_STRUCT_OFFSET (MarmotIndicator, numerator_definition), 0 },
  { "numerator-source", NULL, G_STRUCT_OFFSET (MarmotIndicator, numerator_source), 0 },
  { "denominator-definition", NULL, G_STRUCT_OFFSET (MarmotIndicator, denominator_definition), 0 },
  { "denominator-source", NULL, G_STRUCT_OFFSET (MarmotIndicator, denominator_source), 0 },
  { "denominator-type", NULL, G_STRUCT_OFFSET (MarmotIndicator, denominator_type), 0 },
  { "disclosure-control", NULL, G_STRUCT_OFFSET (MarmotIndicator, disclosure_control), 0 },
  { "rounding", NULL, G_STRUCT_OFFSET (MarmotIndicator, rounding), 0 },
  { "data-quality", NULL, G_STRUCT_OFFSET (MarmotIndicator, data_quality), 0 },
  { "number", NULL, G_STRUCT_OFFSET (MarmotIndicator, number), 0 },
  { "keywords", NULL, G_STRUCT_OFFSET (MarmotIndicator, keywords), 0 },
  { "links", NULL, G_STRUCT_OFFSET (MarmotIndicator, links), 0 },
  { "copyright", NULL, G_STRUCT_OFFSET (MarmotIndicator, copyright), 0 },
  { "reuse", NULL, G_STRUCT_OFFSET (MarmotIndicator, reuse), 0 },
  { "notes", NULL, G_STRUCT_OFFSET (MarmotIndicator, notes), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotIndicator, source), 0 },
  { "line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotIndicator, line), 0 },
  { "source-link", NULL, G_STRUCT_OFFSET (MarmotIndicator, source_link), 0 },
  { "content", NULL, G_STRUCT_OFFSET (MarmotIndicator, content), 0 },
  { "covid-impact", NULL, G_STRUCT_OFFSET (MarmotIndicator, covid_impact), 0 },
  { "variability", NULL, G_STRUCT_OFFSET (MarmotIndicator, variability), 0 },
  { "interval-reason", NULL, G_STRUCT_OFFSET (MarmotIndicator, interval_reason), 0 },
  { "interval-method-description", NULL, G_STRUCT_OFFSET (MarmotIndicator, interval_method_description), 0 },
  { "quality-assurance", NULL, G_STRUCT_OFFSET (MarmotIndicator, quality_assurance), 0 },
  { "quality-improvement", NULL, G_STRUCT_OFFSET (MarmotIndicator, quality_improvement), 0 },
  { "exclusions-reason", NULL, G_STRUCT_OFFSET (MarmotIndicator, exclusions_reason), 0 },
  { "data-sources-reason", NULL, G_STRUCT_OFFSET (MarmotIndicator, data_sources_reason), 0 },
  { "stakeholders", NULL, G_STRUCT_OFFSET (MarmotIndicator, stakeholders), 0 },
  { "value-type-name", NULL, G_STRUCT_OFFSET (MarmotIndicator, value_type_name), 0 },
  { "year-type-name", NULL, G_STRUCT_OFFSET (MarmotIndicator, year_type_name), 0 },
  { "polarity-name", NULL, G_STRUCT_OFFSET (MarmotIndicator, polarity_name), 0 },
  { "unit-left", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotIndicator, unit_left), 0 },
};

static void
marmot_indicator_class_init (MarmotIndicatorClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_indicator_init (MarmotIndicator *self)
{
}

MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, definition, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, group, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, unit, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotValueType, value_type, (MarmotValueType) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotCountedUnit, counts, (MarmotCountedUnit) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, double, unit_value, 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotYearType, year_type, (MarmotYearType) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotIndicatorLevel, level, (MarmotIndicatorLevel) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, organisation, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, directorate, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotPolarity, polarity, (MarmotPolarity) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotPolaritySource, polarity_source, (MarmotPolaritySource) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, polarity_reason, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, gboolean, additive, FALSE)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, caveat, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotIndicator *, proxy_for, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, guint, fingertips_id, 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, frequency, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, rationale, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, specific_rationale, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, data_source, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, producer, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, methodology, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, standard_population, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, interval_method, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, interval_details, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, numerator_definition, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, numerator_source, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, denominator_definition, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, denominator_source, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, denominator_type, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, disclosure_control, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, rounding, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, data_quality, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, number, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, keywords, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, links, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, copyright, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, reuse, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, notes, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, guint, line, 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, source_link, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, content, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, covid_impact, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, variability, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, interval_reason, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, interval_method_description, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, quality_assurance, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, quality_improvement, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, exclusions_reason, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, data_sources_reason, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, stakeholders, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, value_type_name, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, year_type_name, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, polarity_name, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, gboolean, unit_left, FALSE)

/* The ids of value types, as the live Fingertips API lists them. */
static const struct
{
  MarmotValueType type;
  guint id;
} value_type_ids[] = {
  { MARMOT_VALUE_TYPE_DIRECTLY_STANDARDISED_RATE, 1 },
  { MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATIO, 2 },
  { MARMOT_VALUE_TYPE_CRUDE_RATE, 3 },
  { MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATE, 4 },
  { MARMOT_VALUE_TYPE_PROPORTION, 5 },
  { MARMOT_VALUE_TYPE_RATIO, 6 },
  { MARMOT_VALUE_TYPE_COUNT, 7 },
  { MARMOT_VALUE_TYPE_SCORE, 8 },
  { MARMOT_VALUE_TYPE_LIFE_EXPECTANCY, 11 },
  { MARMOT_VALUE_TYPE_SLOPE_INDEX, 12 },
  { MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_PROPORTION, 14 },
  { MARMOT_VALUE_TYPE_EXCESS_RISK, 16 },
  { MARMOT_VALUE_TYPE_MEDIAN, 17 },
  { MARMOT_VALUE_TYPE_PERCENTAGE_POINT, 18 },
  { MARMOT_VALUE_TYPE_MEAN, 20 },
  { MARMOT_VALUE_TYPE_GAP, 21 },
};

guint
marmot_value_type_get_fingertips_id (MarmotValueType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (value_type_ids); i++)
    if (value_type_ids[i].type == type)
      return value_type_ids[i].id;
  return 0;
}

MarmotValueType
marmot_value_type_from_fingertips_id (guint id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (value_type_ids); i++)
    if (value_type_ids[i].id == id)
      return value_type_ids[i].type;
  return MARMOT_VALUE_TYPE_OTHER;
}
