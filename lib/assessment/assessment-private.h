/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The history of an assessment: versions, each with its content, in a list that only
 * grows.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-document-private.h"

G_BEGIN_DECLS

/* --- one version --------------------------------------------------------------------- */

/* content is nullable and is taken; what versions share is one object, which nobody
 * changes. Texts are nullable too. */
MarmotAssessmentVersion *assessment_version_new        (guint                    number,
                                                        MarmotAssessmentState    state,
                                                        MarmotPeriod            *day,
                                                        const char              *role,
                                                        const char              *reason,
                                                        const char              *successor,
                                                        const char              *content_digest,
                                                        const char              *parent_digest,
                                                        const char              *digest,
                                                        json_t                  *content);

/* Without a reference; NULL where a file has none. */
json_t                  *assessment_version_peek       (MarmotAssessmentVersion *self);

/* As it is written, without its own digest and its content. */
json_t                  *assessment_version_write      (MarmotAssessmentVersion *self) G_GNUC_WARN_UNUSED_RESULT;

/* What its own digest should be. */
char                    *assessment_version_compute    (MarmotAssessmentVersion *self) G_GNUC_WARN_UNUSED_RESULT;

/* --- the history --------------------------------------------------------------------- */

#define ASSESSMENT_TYPE_HISTORY (assessment_history_get_type ())
G_DECLARE_FINAL_TYPE (AssessmentHistory, assessment_history, ASSESSMENT, HISTORY, GObject)

/* The JSON Schema of it in a file, with "#/$defs" of what is in it. */
extern const char assessment_history_schema[];

AssessmentHistory       *assessment_history_new        (void) G_GNUC_WARN_UNUSED_RESULT;
guint                    assessment_history_count      (AssessmentHistory       *self);

/* Without a reference. */
MarmotAssessmentVersion *assessment_history_at         (AssessmentHistory       *self,
                                                        guint                    place);
MarmotAssessmentVersion *assessment_history_last       (AssessmentHistory       *self);

/* version is taken. */
void                     assessment_history_append     (AssessmentHistory       *self,
                                                        MarmotAssessmentVersion *version);

/* Whether a version with this content would be read back. */
gboolean                 assessment_history_has_room   (AssessmentHistory       *self,
                                                        json_t                  *content,
                                                        GError                 **error);
gboolean                 assessment_history_read       (AssessmentHistory       *self,
                                                        json_t                  *value,
                                                        GError                 **error);
json_t                  *assessment_history_write      (AssessmentHistory       *self,
                                                        GError                 **error);
void                     assessment_history_clear      (AssessmentHistory       *self);
void                     assessment_history_copy       (AssessmentHistory       *to,
                                                        AssessmentHistory       *from);
gboolean                 assessment_history_equal      (AssessmentHistory       *self,
                                                        AssessmentHistory       *other);

/* What an assessment says now, without its state and history; parts that are as in before
 * (nullable) are those of before. */
json_t                  *assessment_make_content       (MarmotAssessment        *self,
                                                        json_t                  *before,
                                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- of an assessment ---------------------------------------------------------------- */

AssessmentHistory       *assessment_get_history        (MarmotAssessment        *self);

/* Whatever the state was. */
void                     assessment_enter_state        (MarmotAssessment        *self,
                                                        MarmotAssessmentState    state);

/* Whether a move leads from one state to another, or revising does. */
gboolean                 assessment_is_move            (MarmotAssessmentState    from,
                                                        MarmotAssessmentState    to);

G_END_DECLS
