/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files that check an assessment share.
 */
#pragma once

#include "assessment-index-private.h"

G_BEGIN_DECLS

/* One assessment that is looked at. */
typedef struct
{
  MarmotAssessment *of;
  MarmotAssessmentTemplate *template;
  const GDate *day;
  GPtrArray *findings; /* nullable: only counts are wanted */
  AssessmentIndex index;
} AssessmentCheck;

/* The first answer to a question, and the first row of a dimension; nullable. */
MarmotAssessmentResponse *assessment_find_response     (const AssessmentCheck *self,
                                                        const char            *question);
MarmotAssessmentGroup    *assessment_find_group        (const AssessmentCheck *self,
                                                        const char            *dimension);

/* By the template alone. */
void                      assessment_check_complete    (const AssessmentCheck *self,
                                                        AssessmentCounts      *counts);

/* H04, H05 and H14. */
void                      assessment_check_sentences   (const AssessmentCheck *self,
                                                        AssessmentCounts      *counts);
void                      assessment_check_reasons     (const AssessmentCheck *self);
void                      assessment_check_pointers    (const AssessmentCheck *self);

/* H08, H09 and H13. */
void                      assessment_check_conflicts   (const AssessmentCheck *self);
void                      assessment_check_comparisons (const AssessmentCheck *self);
void                      assessment_check_ages        (const AssessmentCheck *self);

G_END_DECLS
