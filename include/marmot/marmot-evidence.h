/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-indicator.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEvidenceKind:
 * @MARMOT_EVIDENCE_INDICATOR: an observation of an indicator
 * @MARMOT_EVIDENCE_DATASET: figures that are no indicator's
 * @MARMOT_EVIDENCE_SURVEY: answers to questions
 * @MARMOT_EVIDENCE_ENGAGEMENT: what people said when they were asked or listened to
 * @MARMOT_EVIDENCE_LITERATURE: published research
 * @MARMOT_EVIDENCE_DOCUMENT: a paper, a policy, minutes
 * @MARMOT_EVIDENCE_JUDGEMENT: what those who know the field think
 *
 * What evidence consists of.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EVIDENCE_INDICATOR,
  MARMOT_EVIDENCE_DATASET,
  MARMOT_EVIDENCE_SURVEY,
  MARMOT_EVIDENCE_ENGAGEMENT,
  MARMOT_EVIDENCE_LITERATURE,
  MARMOT_EVIDENCE_DOCUMENT,
  MARMOT_EVIDENCE_JUDGEMENT
} MarmotEvidenceKind;

/**
 * MarmotEvidence:
 *
 * What a statement rests on: an action that is done, a promise that is kept, a judgement, a
 * row of an assessment. It may point at one observation, by the short name of an indicator,
 * the code of an area, a period and, where the source tells them apart, sex, ages and a
 * category; give a figure as it was printed; or describe a document. With its counts and
 * limits as they were known a later figure can be compared with it; see
 * [method@Marmot.Assessment.refresh].
 *
 * A figure that is set beside another is a comparison: it names that other evidence, or gives
 * its figure. Only with both denominators can a reader tell whether the two differ by more
 * than chance.
 *
 * A piece of evidence can be changed, and tells of it by notification. Only one thread may
 * use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EVIDENCE (marmot_evidence_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEvidence, marmot_evidence, MARMOT, EVIDENCE, GObject)

/**
 * marmot_evidence_new:
 *
 * Returns: (transfer full): a new piece of evidence in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEvidence *marmot_evidence_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_evidence_copy:
 * @self: evidence
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new piece of evidence, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEvidence *marmot_evidence_copy (MarmotEvidence *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_evidence_equal:
 * @self: evidence
 * @other: another
 *
 * Whether all fields of the two are the same, and all entries of their lists, in their
 * order.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_evidence_equal (MarmotEvidence *self,
                                MarmotEvidence *other);

/**
 * marmot_evidence_get_key: (get-property key)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): its short name; the same evidence has the same short
 *   name wherever it is used
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_key (MarmotEvidence *self);

/**
 * marmot_evidence_set_key: (set-property key)
 * @self: evidence
 * @key: (nullable): its short name; the same evidence has the same short name wherever it
 *   is used
 *
 * Sets [property@Marmot.Evidence:key].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_key (MarmotEvidence *self,
                              const char *key);

/**
 * marmot_evidence_get_kind: (get-property kind)
 * @self: evidence
 *
 * Returns: what it consists of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEvidenceKind marmot_evidence_get_kind (MarmotEvidence *self);

/**
 * marmot_evidence_set_kind: (set-property kind)
 * @self: evidence
 * @kind: what it consists of
 *
 * Sets [property@Marmot.Evidence:kind].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_kind (MarmotEvidence *self,
                               MarmotEvidenceKind kind);

/**
 * marmot_evidence_get_text: (get-property text)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): what it says
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_text (MarmotEvidence *self);

/**
 * marmot_evidence_set_text: (set-property text)
 * @self: evidence
 * @text: (nullable): what it says
 *
 * Sets [property@Marmot.Evidence:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_text (MarmotEvidence *self,
                               const char *text);

/**
 * marmot_evidence_get_indicator: (get-property indicator)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the short name of the indicator whose observation it
 *   is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_indicator (MarmotEvidence *self);

/**
 * marmot_evidence_set_indicator: (set-property indicator)
 * @self: evidence
 * @indicator: (nullable): the short name of the indicator whose observation it is
 *
 * Sets [property@Marmot.Evidence:indicator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_indicator (MarmotEvidence *self,
                                    const char *indicator);

/**
 * marmot_evidence_get_area: (get-property area)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the code of the area of that observation, such as
 *   "E08000026"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_area (MarmotEvidence *self);

/**
 * marmot_evidence_set_area: (set-property area)
 * @self: evidence
 * @area: (nullable): the code of the area of that observation, such as "E08000026"
 *
 * Sets [property@Marmot.Evidence:area].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_area (MarmotEvidence *self,
                               const char *area);

/**
 * marmot_evidence_get_sex: (get-property sex)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the sex of that observation, in the words of its
 *   source, such as "Persons"; %NULL where the source has one figure for all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_sex (MarmotEvidence *self);

/**
 * marmot_evidence_set_sex: (set-property sex)
 * @self: evidence
 * @sex: (nullable): the sex of that observation, in the words of its source, such as
 *   "Persons"; %NULL where the source has one figure for all
 *
 * Sets [property@Marmot.Evidence:sex].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_sex (MarmotEvidence *self,
                              const char *sex);

/**
 * marmot_evidence_get_age: (get-property age)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the ages of that observation, in the words of its
 *   source, such as "65+ yrs"; %NULL where the source has one figure for all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_age (MarmotEvidence *self);

/**
 * marmot_evidence_set_age: (set-property age)
 * @self: evidence
 * @age: (nullable): the ages of that observation, in the words of its source, such as "65+
 *   yrs"; %NULL where the source has one figure for all
 *
 * Sets [property@Marmot.Evidence:age].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_age (MarmotEvidence *self,
                              const char *age);

/**
 * marmot_evidence_get_category_type: (get-property category-type)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): what that observation divides the population by,
 *   such as "Ethnic groups"; %NULL for the whole population
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_category_type (MarmotEvidence *self);

/**
 * marmot_evidence_set_category_type: (set-property category-type)
 * @self: evidence
 * @category_type: (nullable): what that observation divides the population by, such as
 *   "Ethnic groups"; %NULL for the whole population
 *
 * Sets [property@Marmot.Evidence:category-type].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_category_type (MarmotEvidence *self,
                                        const char *category_type);

/**
 * marmot_evidence_get_category: (get-property category)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): which part of that division it is; %NULL for the
 *   whole population
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_category (MarmotEvidence *self);

/**
 * marmot_evidence_set_category: (set-property category)
 * @self: evidence
 * @category: (nullable): which part of that division it is; %NULL for the whole population
 *
 * Sets [property@Marmot.Evidence:category].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_category (MarmotEvidence *self,
                                   const char *category);

/**
 * marmot_evidence_get_period: (get-property period)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the period of which it tells
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_evidence_get_period (MarmotEvidence *self);

/**
 * marmot_evidence_set_period: (set-property period)
 * @self: evidence
 * @period: (nullable): the period of which it tells
 *
 * Sets [property@Marmot.Evidence:period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_period (MarmotEvidence *self,
                                 MarmotPeriod *period);

/**
 * marmot_evidence_get_value: (get-property value)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the figure as it was printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_value (MarmotEvidence *self);

/**
 * marmot_evidence_set_value: (set-property value)
 * @self: evidence
 * @value: (nullable): the figure as it was printed
 *
 * Sets [property@Marmot.Evidence:value].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_value (MarmotEvidence *self,
                                MarmotValue *value);

/**
 * marmot_evidence_get_value_type: (get-property value-type)
 * @self: evidence
 *
 * Returns: what kind of number the figure is, by which limits are made of its counts where
 *   it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueType marmot_evidence_get_value_type (MarmotEvidence *self);

/**
 * marmot_evidence_set_value_type: (set-property value-type)
 * @self: evidence
 * @value_type: what kind of number the figure is, by which limits are made of its counts
 *   where it has none
 *
 * Sets [property@Marmot.Evidence:value-type].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_value_type (MarmotEvidence *self,
                                     MarmotValueType value_type);

/**
 * marmot_evidence_get_numerator: (get-property numerator)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): how many were counted, as known when it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_numerator (MarmotEvidence *self);

/**
 * marmot_evidence_set_numerator: (set-property numerator)
 * @self: evidence
 * @numerator: (nullable): how many were counted, as known when it was written
 *
 * Sets [property@Marmot.Evidence:numerator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_numerator (MarmotEvidence *self,
                                    MarmotValue *numerator);

/**
 * marmot_evidence_get_denominator: (get-property denominator)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): among how many they were counted, as known when it
 *   was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_denominator (MarmotEvidence *self);

/**
 * marmot_evidence_set_denominator: (set-property denominator)
 * @self: evidence
 * @denominator: (nullable): among how many they were counted, as known when it was written
 *
 * Sets [property@Marmot.Evidence:denominator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_denominator (MarmotEvidence *self,
                                      MarmotValue *denominator);

/**
 * marmot_evidence_get_lower: (get-property lower)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the lower confidence limit of the figure, as known
 *   when it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_lower (MarmotEvidence *self);

/**
 * marmot_evidence_set_lower: (set-property lower)
 * @self: evidence
 * @lower: (nullable): the lower confidence limit of the figure, as known when it was
 *   written
 *
 * Sets [property@Marmot.Evidence:lower].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_lower (MarmotEvidence *self,
                                MarmotValue *lower);

/**
 * marmot_evidence_get_upper: (get-property upper)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the upper confidence limit of the figure, as known
 *   when it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_upper (MarmotEvidence *self);

/**
 * marmot_evidence_set_upper: (set-property upper)
 * @self: evidence
 * @upper: (nullable): the upper confidence limit of the figure, as known when it was
 *   written
 *
 * Sets [property@Marmot.Evidence:upper].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_upper (MarmotEvidence *self,
                                MarmotValue *upper);

/**
 * marmot_evidence_get_confidence: (get-property confidence)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the confidence level of these limits, such as
 *   "99.8%"; %NULL for 95%
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_confidence (MarmotEvidence *self);

/**
 * marmot_evidence_set_confidence: (set-property confidence)
 * @self: evidence
 * @confidence: (nullable): the confidence level of these limits, such as "99.8%"; %NULL
 *   for 95%
 *
 * Sets [property@Marmot.Evidence:confidence].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_confidence (MarmotEvidence *self,
                                     MarmotValue *confidence);

/**
 * marmot_evidence_get_comparator: (get-property comparator)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the short name of the evidence with which the
 *   figure is compared
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_comparator (MarmotEvidence *self);

/**
 * marmot_evidence_set_comparator: (set-property comparator)
 * @self: evidence
 * @comparator: (nullable): the short name of the evidence with which the figure is
 *   compared
 *
 * Sets [property@Marmot.Evidence:comparator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_comparator (MarmotEvidence *self,
                                     const char *comparator);

/**
 * marmot_evidence_get_comparator_text: (get-property comparator-text)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): what the figure is compared with, in words
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_comparator_text (MarmotEvidence *self);

/**
 * marmot_evidence_set_comparator_text: (set-property comparator-text)
 * @self: evidence
 * @comparator_text: (nullable): what the figure is compared with, in words
 *
 * Sets [property@Marmot.Evidence:comparator-text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_comparator_text (MarmotEvidence *self,
                                          const char *comparator_text);

/**
 * marmot_evidence_get_comparator_value: (get-property comparator-value)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the figure with which it is compared, where that is
 *   no evidence of its own
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_comparator_value (MarmotEvidence *self);

/**
 * marmot_evidence_set_comparator_value: (set-property comparator-value)
 * @self: evidence
 * @comparator_value: (nullable): the figure with which it is compared, where that is no
 *   evidence of its own
 *
 * Sets [property@Marmot.Evidence:comparator-value].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_comparator_value (MarmotEvidence *self,
                                           MarmotValue *comparator_value);

/**
 * marmot_evidence_get_comparator_denominator: (get-property comparator-denominator)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the denominator of that figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_evidence_get_comparator_denominator (MarmotEvidence *self);

/**
 * marmot_evidence_set_comparator_denominator: (set-property comparator-denominator)
 * @self: evidence
 * @comparator_denominator: (nullable): the denominator of that figure
 *
 * Sets [property@Marmot.Evidence:comparator-denominator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_comparator_denominator (MarmotEvidence *self,
                                                 MarmotValue *comparator_denominator);

/**
 * marmot_evidence_get_source: (get-property source)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_source (MarmotEvidence *self);

/**
 * marmot_evidence_set_source: (set-property source)
 * @self: evidence
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.Evidence:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_source (MarmotEvidence *self,
                                 const char *source);

/**
 * marmot_evidence_get_uri: (get-property uri)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the address of the page with it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_uri (MarmotEvidence *self);

/**
 * marmot_evidence_set_uri: (set-property uri)
 * @self: evidence
 * @uri: (nullable): the address of the page with it
 *
 * Sets [property@Marmot.Evidence:uri].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_uri (MarmotEvidence *self,
                              const char *uri);

/**
 * marmot_evidence_get_quality: (get-property quality)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): what a reader must know of how good it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_evidence_get_quality (MarmotEvidence *self);

/**
 * marmot_evidence_set_quality: (set-property quality)
 * @self: evidence
 * @quality: (nullable): what a reader must know of how good it is
 *
 * Sets [property@Marmot.Evidence:quality].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_quality (MarmotEvidence *self,
                                  const char *quality);

/**
 * marmot_evidence_get_earlier: (get-property earlier)
 * @self: evidence
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the figures that stood
 *   here before, from the first to the last, as texts such as "65%, 2022/23"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *const *marmot_evidence_get_earlier (MarmotEvidence *self);

/**
 * marmot_evidence_set_earlier: (set-property earlier)
 * @self: evidence
 * @earlier: (nullable) (array zero-terminated=1): the figures that stood here before, from
 *   the first to the last, as texts such as "65%, 2022/23"
 *
 * Sets [property@Marmot.Evidence:earlier].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_evidence_set_earlier (MarmotEvidence *self,
                                  const char *const *earlier);

G_END_DECLS
