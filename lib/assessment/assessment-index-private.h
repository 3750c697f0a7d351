/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files on assessments share: what is looked up in one by name, and what checking
 * it counts.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* Where things stand in an assessment and its template, so that nothing is searched for
 * entry by entry. It lives no longer than both stay as they are. */
typedef struct
{
  GHashTable *responses;  /* by question, the first of each; the assessment's own texts */
  GHashTable *groups;     /* by dimension, places from 1 */
  GHashTable *evidence;   /* by key, places from 1 */
  GHashTable *questions;  /* of the template; NULL without one */
  GHashTable *dimensions;
} AssessmentIndex;

/* template may be NULL. */
void                      assessment_index_init           (AssessmentIndex          *self,
                                                           MarmotAssessment         *of,
                                                           MarmotAssessmentTemplate *template);
void                      assessment_index_clear          (AssessmentIndex          *self);

/* An item of a list, which holds it; and how many there are. */
gpointer                  assessment_item                 (GListStore               *list,
                                                           guint                     place);
guint                     assessment_count                (GListStore               *list);

/* Whether there is more than blanks in it. */
gboolean                  assessment_is_there             (const char               *text);

/* Whether the texts name something. */
gboolean                  assessment_has_keys             (const char *const        *keys);

/* Adds a finding, unless findings are NULL. path is nullable. */
void                      assessment_report               (GPtrArray                *findings,
                                                           const char               *rule,
                                                           MarmotSeverity            severity,
                                                           const char               *path,
                                                           const char               *fix,
                                                           const char               *format,
                                                           ...) G_GNUC_PRINTF (6, 7);

/* Whether somebody is to do it, by some day. */
gboolean                  assessment_is_ready             (MarmotAction             *action);

/* What is counted of an assessment. */
typedef struct
{
  guint n_required;
  guint n_required_answered;
  guint n_statutory;
  guint n_statutory_answered;
  guint n_rows;             /* of statutory dimensions, answered with text */
  guint n_same_sentence;
  guint n_actions;
  guint n_actions_ready;
  guint n_outcomes;
  guint n_outcomes_linked;
  guint n_answers;
  guint n_answers_with_evidence;
} AssessmentCounts;

/* Counts, and adds findings unless they are NULL; without them day may be NULL. */
void                      assessment_check                (MarmotAssessment         *of,
                                                           MarmotAssessmentTemplate *template,
                                                           const GDate              *day,
                                                           GPtrArray                *findings,
                                                           AssessmentCounts         *counts);

/* Whether a row of a group says what is known, or why nothing is. */
gboolean                  assessment_group_is_settled     (MarmotAssessmentGroup    *group);

/* Adds findings "links/...": evidence and actions that are named and not there. */
void                      assessment_check_links          (MarmotAssessment         *self,
                                                           GPtrArray                *findings);

G_END_DECLS
