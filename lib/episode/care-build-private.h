/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An SSDA903 return while it is being read: files and tables are added one by one, and
 * then it is made into a MarmotCareReturn.
 */
#pragma once

#include <gio/gio.h>

#include "care-return-private.h"

#include "core/marmot-finding-log-private.h"
#include "core/marmot-memory-private.h"
#include "core/marmot-reader-private.h"
#include "core/marmot-text-index-private.h"

G_BEGIN_DECLS

/* A table of a year, which owns what its rows point to. */
typedef struct
{
  CareRows rows;
  MarmotCareTable table;
  char *source;
  MarmotMemory *memory[CARE_N_COLUMNS];
  guint32 *lines;
} CareData;

typedef struct
{
  ReaderState state;        /* the limits are those of a file */

  /* Told of progress, where set: from start to start + span. */
  MarmotProgressFunc progress;
  gpointer progress_data;
  double progress_start;
  double progress_span;
  double progress_told;

  MarmotTextIndex *values[CARE_N_COLUMNS];  /* of all tables */
  gint32 n_values[CARE_N_COLUMNS];
  GByteArray *strange[CARE_N_COLUMNS];      /* by code: 1 where no year has it; or NULL */
  GPtrArray *data;                          /* CareData */
  guint64 n_rows_read;
  guint64 n_rows_kept;
} CareBuild;

CareBuild        *care_build_new       (const ReaderLimits *limits);
void              care_build_free      (CareBuild       *self);

/* What is added is part of the return, or FALSE with error set and it is not. The findings
 * are kept in any case. bytes are taken, and let go as early as can be. */
gboolean          care_build_add_bytes (CareBuild       *self,
                                        GBytes          *bytes,
                                        const char      *name,
                                        guint            year,
                                        GCancellable    *cancellable,
                                        GError         **error);

/* table is NULL where the columns shall tell. */
gboolean          care_build_add_table (CareBuild       *self,
                                        MarmotTable     *data,
                                        const MarmotCareTable *table,
                                        const char      *name,
                                        guint            year,
                                        GError         **error);

/* The columns of a table as numbers, taken into the return. Each of columns is let go when
 * it has been made into numbers. lines has a place for each row, and is taken too. Cannot
 * fail once the columns have the right types. */
gboolean          care_build_take_data (CareBuild       *self,
                                        MarmotCareTable  table,
                                        MarmotColumn   **columns,
                                        gsize            n_rows,
                                        guint32         *lines,
                                        guint            year,
                                        MarmotFindingLog *log,
                                        GError         **error);

/* Fractions of the span; told where it is a hundredth more than the last time. */
void              care_build_tell      (CareBuild       *self,
                                        double           fraction);

void              care_data_free       (CareData        *self);

/* Takes all that the build holds; it is empty then. */
MarmotCareReturn *care_return_new_take (CareBuild       *build);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareBuild, care_build_free)

G_END_DECLS
