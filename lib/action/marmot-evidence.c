/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotEvidence
{
  GObject parent_instance;

  char *key;
  MarmotEvidenceKind kind;
  char *text;
  char *indicator;
  char *area;
  char *sex;
  char *age;
  char *category_type;
  char *category;
  MarmotPeriod *period;
  MarmotValue *value;
  MarmotValueType value_type;
  MarmotValue *numerator;
  MarmotValue *denominator;
  MarmotValue *lower;
  MarmotValue *upper;
  MarmotValue *confidence;
  char *comparator;
  char *comparator_text;
  MarmotValue *comparator_value;
  MarmotValue *comparator_denominator;
  char *source;
  char *uri;
  char *quality;
  char **earlier;
};

G_DEFINE_FINAL_TYPE (MarmotEvidence, marmot_evidence, G_TYPE_OBJECT)

/**
 * MarmotEvidence:key: (getter get_key) (setter set_key)
 *
 * Its short name; the same evidence has the same short name wherever it is used.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:kind: (getter get_kind) (setter set_kind)
 *
 * What it consists of.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:text: (getter get_text) (setter set_text)
 *
 * What it says.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:indicator: (getter get_indicator) (setter set_indicator)
 *
 * The short name of the indicator whose observation it is.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:area: (getter get_area) (setter set_area)
 *
 * The code of the area of that observation, such as "E08000026".
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:sex: (getter get_sex) (setter set_sex)
 *
 * The sex of that observation, in the words of its source, such as "Persons"; %NULL where
 * the source has one figure for all.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:age: (getter get_age) (setter set_age)
 *
 * The ages of that observation, in the words of its source, such as "65+ yrs"; %NULL where
 * the source has one figure for all.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:category-type: (getter get_category_type) (setter set_category_type)
 *
 * What that observation divides the population by, such as "Ethnic groups"; %NULL for the
 * whole population.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:category: (getter get_category) (setter set_category)
 *
 * Which part of that division it is; %NULL for the whole population.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:period: (getter get_period) (setter set_period)
 *
 * The period of which it tells.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:value: (getter get_value) (setter set_value)
 *
 * The figure as it was printed.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:value-type: (getter get_value_type) (setter set_value_type)
 *
 * What kind of number the figure is, by which limits are made of its counts where it has
 * none.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:numerator: (getter get_numerator) (setter set_numerator)
 *
 * How many were counted, as known when it was written.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:denominator: (getter get_denominator) (setter set_denominator)
 *
 * Among how many they were counted, as known when it was written.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:lower: (getter get_lower) (setter set_lower)
 *
 * The lower confidence limit of the figure, as known when it was written.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:upper: (getter get_upper) (setter set_upper)
 *
 * The upper confidence limit of the figure, as known when it was written.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:confidence: (getter get_confidence) (setter set_confidence)
 *
 * The confidence level of these limits, such as "99.8%"; %NULL for 95%.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:comparator: (getter get_comparator) (setter set_comparator)
 *
 * The short name of the evidence with which the figure is compared.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:comparator-text: (getter get_comparator_text) (setter set_comparator_text)
 *
 * What the figure is compared with, in words.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:comparator-value: (getter get_comparator_value) (setter set_comparator_value)
 *
 * The figure with which it is compared, where that is no evidence of its own.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:comparator-denominator: (getter get_comparator_denominator) (setter set_comparator_denominator)
 *
 * The denominator of that figure.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:uri: (getter get_uri) (setter set_uri)
 *
 * The address of the page with it.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:quality: (getter get_quality) (setter set_quality)
 *
 * What a reader must know of how good it is.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:earlier: (getter get_earlier) (setter set_earlier)
 *
 * The figures that stood here before, from the first to the last, as texts such as "65%,
 * 2022/23".
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "key", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, key), NULL, 0 },
  { "kind", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotEvidence, kind), marmot_evidence_kind_get_type, MARMOT_EVIDENCE_DOCUMENT },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, text), NULL, 0 },
  { "indicator", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, indicator), NULL, 0 },
  { "area", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, area), NULL, 0 },
  { "sex", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, sex), NULL, 0 },
  { "age", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, age), NULL, 0 },
  { "category-type", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, category_type), NULL, 0 },
  { "category", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, category), NULL, 0 },
  { "period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotEvidence, period), NULL, 0 },
  { "value", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, value), NULL, 0 },
  { "value-type", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotEvidence, value_type), marmot_value_type_get_type, 0 },
  { "numerator", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, numerator), NULL, 0 },
  { "denominator", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, denominator), NULL, 0 },
  { "lower", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, lower), NULL, 0 },
  { "upper", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, upper), NULL, 0 },
  { "confidence", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, confidence), NULL, 0 },
  { "comparator", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, comparator), NULL, 0 },
  { "comparator-text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, comparator_text), NULL, 0 },
  { "comparator-value", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, comparator_value), NULL, 0 },
  { "comparator-denominator", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, comparator_denominator), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, source), NULL, 0 },
  { "uri", MARMOT_DOCUMENT_URI, G_STRUCT_OFFSET (MarmotEvidence, uri), NULL, 0 },
  { "quality", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, quality), NULL, 0 },
  { "earlier", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotEvidence, earlier), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "piece of evidence", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_evidence_class_init (MarmotEvidenceClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_evidence_init (MarmotEvidence *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotEvidence, marmot_evidence, MARMOT_TYPE_EVIDENCE, MARMOT_IS_EVIDENCE)

MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, key, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, key, "key")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotEvidenceKind, kind, MARMOT_EVIDENCE_DOCUMENT)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotEvidenceKind, kind, "kind")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, text, "text")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, indicator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, indicator, "indicator")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, area, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, area, "area")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, sex, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, sex, "sex")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, age, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, age, "age")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, category_type, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, category_type, "category-type")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, category, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, category, "category")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotPeriod *, period, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotPeriod *, period, "period")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, value, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, value, "value")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValueType, value_type, MARMOT_VALUE_TYPE_OTHER)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValueType, value_type, "value-type")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, numerator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, numerator, "numerator")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, denominator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, denominator, "denominator")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, lower, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, lower, "lower")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, upper, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, upper, "upper")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, confidence, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, confidence, "confidence")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, comparator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, comparator, "comparator")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, comparator_text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, comparator_text, "comparator-text")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, comparator_value, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, comparator_value, "comparator-value")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, comparator_denominator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, comparator_denominator, "comparator-denominator")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, uri, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, uri, "uri")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, quality, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, quality, "quality")

const char *const *
marmot_evidence_get_earlier (MarmotEvidence *self)
{
  g_return_val_if_fail (MARMOT_IS_EVIDENCE (self), NULL);

  return (const char *const *) self->earlier;
}

MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *const *, earlier, "earlier")
