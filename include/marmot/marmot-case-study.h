/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotConsent:
 * @MARMOT_CONSENT_UNKNOWN: nobody has written down whether those whom the story is
 *   about agreed to it
 * @MARMOT_CONSENT_NOT_GIVEN: they were asked and did not agree, or were not asked
 * @MARMOT_CONSENT_GIVEN: they agreed
 * @MARMOT_CONSENT_WITHDRAWN: they agreed, and have taken it back
 * @MARMOT_CONSENT_NOT_NEEDED: there is nobody to ask: the story is made up, or put
 *   together from several
 *
 * Whether those whom a case study is about agreed that their story is told.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CONSENT_UNKNOWN,
  MARMOT_CONSENT_NOT_GIVEN,
  MARMOT_CONSENT_GIVEN,
  MARMOT_CONSENT_WITHDRAWN,
  MARMOT_CONSENT_NOT_NEEDED
} MarmotConsent;

/**
 * MarmotCaseStudy:
 *
 * That there is a case study, who wrote it and whether it may be told. Its text is
 * held only where consent was given or there is nobody to ask; whose story it is
 * has no place here at all.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CASE_STUDY (marmot_case_study_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCaseStudy, marmot_case_study, MARMOT, CASE_STUDY, GObject)

/**
 * marmot_case_study_with_text:
 * @self: a case study
 * @text: the story
 * @error: return location for an error
 *
 * Makes a case study that holds its text as well. Unless its consent is
 * %MARMOT_CONSENT_GIVEN or %MARMOT_CONSENT_NOT_NEEDED this is a
 * %MARMOT_ERROR_INVALID_DATA, and the text is kept nowhere.
 *
 * Returns: (transfer full): a new case study, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCaseStudy *marmot_case_study_with_text        (MarmotCaseStudy  *self,
                                                     const char       *text,
                                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_case_study_may_be_told:
 * @self: a case study
 * @on: (nullable): the day on which it is to be told, or %NULL to leave the review
 *   date out of account
 *
 * Whether consent was given or is not needed, and its review is not due yet. On
 * the review date itself it is due.
 *
 * Returns: true if it may be told
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_case_study_may_be_told      (MarmotCaseStudy  *self,
                                                     const GDate      *on);

/**
 * marmot_case_study_get_id: (get-property id)
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): its short name, such as "teenvine"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_case_study_get_id           (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_title: (get-property title)
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_case_study_get_title        (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_organisation: (get-property organisation)
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): the organisation that tells it, never a
 *   person
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_case_study_get_organisation (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_consent: (get-property consent)
 * @self: a case study
 *
 * Returns: whether those whom it is about agreed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotConsent    marmot_case_study_get_consent      (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_review_date: (get-property review-date)
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): the day on which consent is to be asked for
 *   again
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod    *marmot_case_study_get_review_date  (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_note: (get-property note)
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_case_study_get_note         (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_source: (get-property source)
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_case_study_get_source       (MarmotCaseStudy  *self);

/**
 * marmot_case_study_get_text:
 * @self: a case study
 *
 * Returns: (transfer none) (nullable): the story, or %NULL if it is not held
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_case_study_get_text         (MarmotCaseStudy  *self);

G_END_DECLS
