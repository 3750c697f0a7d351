/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

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
 * row of an assessment. It may point at an observation, by the short names of an indicator
 * and an area and by a period; give a figure as it was printed; or describe a document.
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

G_END_DECLS
