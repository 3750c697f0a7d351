/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files of this room share.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The Julian day, as GDate counts them, of 1 January 1970. */
#define ACTION_JULIAN_1970 719163

/* Findings on one action, with a path to it that is not NULL. */
void     action_check       (MarmotAction   *self,
                             const char     *path,
                             GPtrArray      *findings);

/* One finding on what stands at this path; field may be NULL. */
void     action_report      (GPtrArray      *findings,
                             const char     *rule,
                             MarmotSeverity  severity,
                             const char     *path,
                             const char     *field,
                             const char     *message,
                             const char     *fix);

/* Whether a text that ought to be a role begins as the name of a person does: "Cllr Smith". */
gboolean action_is_person   (const char     *role);

/* Days since 1970. */
gint32   action_count_days  (const GDate    *on);

G_END_DECLS
