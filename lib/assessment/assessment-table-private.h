/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables that are made row by row.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define ASSESSMENT_TABLE_MAX 24

typedef struct
{
  const char *name;
  char kind; /* s: a text; i: an integer; f: a double; d: days since 1970; b: a boolean */
} AssessmentColumn;

typedef struct _AssessmentTable AssessmentTable;

/* No more than ASSESSMENT_TABLE_MAX columns, which live as long as the table is made. */
AssessmentTable *assessment_table_new    (const AssessmentColumn *columns,
                                          guint                   n_columns);

/* One cell after the other: const char *, gint64, double, gint32, gboolean. A text that is
 * NULL, an integer of G_MININT64, a NaN and G_MININT32 days are null. */
void             assessment_table_add    (AssessmentTable        *self,
                                          ...);

/* Frees it. */
MarmotTable     *assessment_table_finish (AssessmentTable        *self) G_GNUC_WARN_UNUSED_RESULT;

/* The short name of a member of an enumeration, which is static. */
const char      *assessment_nick         (GType                   type,
                                          int                     member);

G_END_DECLS
