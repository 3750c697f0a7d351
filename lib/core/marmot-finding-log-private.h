/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Gathers the findings of one check of one file: all of them up to a limit,
 * counts the rest, and turns errors among them into a GError.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct
{
  char *file;               /* nullable */
  guint limit;              /* of findings that are kept */
  GPtrArray *findings;
  guint64 n_findings;       /* kept or not */
  guint64 n_errors;
  MarmotFinding *first;     /* the error with the lowest row */
} MarmotFindingLog;

MarmotFindingLog *marmot_finding_log_new  (const char        *file,
                                           guint              limit);
void              marmot_finding_log_free (MarmotFindingLog  *self);

/* Logs a finding that says nothing of any value. A long name of a column is cut:
 * in a broken file it may be half of the file. */
void              marmot_finding_log_add  (MarmotFindingLog  *self,
                                           const char        *rule,
                                           MarmotSeverity     severity,
                                           guint64            row,
                                           const char        *column,
                                           const char        *fix,
                                           const char        *message_format,
                                           ...) G_GNUC_PRINTF (7, 8);

/* Likewise of a document, by the path in it; NULL is the document itself. */
void              marmot_finding_log_add_path (MarmotFindingLog *self,
                                               const char       *rule,
                                               MarmotSeverity    severity,
                                               const char       *path,
                                               const char       *fix,
                                               const char       *message_format,
                                               ...) G_GNUC_PRINTF (6, 7);

/* Sorts the findings by row. */
void              marmot_finding_log_sort (MarmotFindingLog  *self);

/* As above. Errors among them: FALSE, and a
 * MARMOT_ERROR_INVALID_DATA that gives the first one and their number. */
gboolean          marmot_finding_log_end  (MarmotFindingLog  *self,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotFindingLog, marmot_finding_log_free)

G_END_DECLS
