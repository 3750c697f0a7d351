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

/* The doubts that rows leave, as findings. places: of marmot_csv_parse(). */
void fingertips_check (MarmotTable      *table,
                       const GArray     *places,
                       MarmotFindingLog *log);

G_END_DECLS
