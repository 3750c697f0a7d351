/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files of this room share.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The Julian day, as GDate counts them, of 1 January 1970. */
#define ACTION_JULIAN_1970 719163

/* Findings on one action, with a path to it that is not NULL; not those on personal data. */
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

/* Findings on a role, or on a group, that looks like a person. */
void     action_check_role  (const char     *role,
                             const char     *rule,
                             const char     *path,
                             const char     *field,
                             GPtrArray      *findings);

/* Findings on entries of a list of documents that have no short name or that of another. */
void     action_check_ids   (GListStore     *items,
                             const char     *rule,
                             const char     *path,
                             const char     *list,
                             GPtrArray      *findings);

/* A new array for findings. */
GPtrArray *action_new_findings (void);

/* An item of a list, which keeps it; and how many there are. */
gpointer action_peek        (GListStore     *list,
                             guint           place);
guint    action_count       (GListStore     *list);

/* Days since 1970. */
gint32   action_count_days  (const GDate    *on);

G_END_DECLS
