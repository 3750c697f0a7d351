/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Small tables that are built row by row: cells that may be missing, and the end.
 */
#pragma once

#include <string.h>

#include "legal-private.h"

#include "core/marmot-column-builder-private.h"

G_BEGIN_DECLS

/* A text, or null where there is none. */
static inline void
cohort_append_text (MarmotColumnBuilder *builder,
                    const char *text)
{
  if (text && *text)
    marmot_column_builder_append_text (builder, text, strlen (text));
  else
    marmot_column_builder_append_null (builder);
}

/* A day, or null for LEGAL_NO_DATE. */
static inline void
cohort_append_day (MarmotColumnBuilder *builder,
                   gint32 day)
{
  if (day == LEGAL_NO_DATE)
    marmot_column_builder_append_null (builder);
  else
    marmot_column_builder_append_date (builder, day);
}

/* Columns of one length and distinct names, NULL last; the builders are taken. */
MarmotTable *cohort_finish_table (const char *const    *names,
                                  MarmotColumnBuilder **builders) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
