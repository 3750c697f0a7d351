/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

gboolean mapping_has_question  (MarmotAssessmentTemplate  *form,
                                const char                *id);
gboolean mapping_has_dimension (MarmotAssessmentTemplate  *form,
                                const char                *id);

/* Whether the templates have what a mapping names; old_form is nullable. */
gboolean mapping_check         (MarmotTemplateMapping     *self,
                                MarmotAssessmentTemplate  *old_form,
                                MarmotAssessmentTemplate  *new_form,
                                GError                   **error);

G_END_DECLS
