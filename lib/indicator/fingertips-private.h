/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader and the writer of Fingertips' CSV share.
 */
#pragma once

#include <marmot/marmot.h>

#include "observation-columns-private.h"

#include "core/marmot-finding-log-private.h"

G_BEGIN_DECLS

/* The columns of the form, in order; NULL stands for the comparison with the
 * parent, whose name changes with the parent. */
#define FINGERTIPS_N_COLUMNS 27
#define FINGERTIPS_COMPARED_PARENT 22

typedef struct
{
  const char *name;
  ObsColumn column;
} FingertipsColumn;

extern const FingertipsColumn fingertips_columns[FINGERTIPS_N_COLUMNS];

/* Whether the form has a place for a column of a set. */
gboolean obs_is_fingertips (ObsColumn column);

/* A name without its spaces, in small letters: "Area Name", "AreaName" and
 * "Area name" are all found in files. */
char *fingertips_fold (const char *name);

/* Whether bytes begin as JSON does: an object or an array. */
gboolean fingertips_is_json (GBytes *bytes);

/* Records out of JSON: columns of a set, checked; or NULL, with error set. Findings
 * on them are in the log, by path. indicators is nullable. */
MarmotTable *fingertips_read_json (GBytes            *bytes,
                                   const char        *name,
                                   guint64            max_bytes,
                                   GListModel        *indicators,
                                   MarmotFindingLog  *log,
                                   GError           **error);

/* The doubts that rows leave, as findings. places: of marmot_csv_parse(), or NULL:
 * the rows of findings are those of the table, from 1. */
void fingertips_check (MarmotTable      *table,
                       const GArray     *places,
                       MarmotFindingLog *log);

G_END_DECLS
