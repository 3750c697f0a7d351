/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the parts of the reader of Explore Education Statistics share.
 */
#pragma once

#include <marmot/marmot.h>

#include "observation-columns-private.h"

#include "core/marmot-finding-log-private.h"

G_BEGIN_DECLS

/* A column that the metadata name: a filter, which is a dictionary in the table, or
 * an indicator, which is text. */
typedef struct
{
  char *name;
  char *label;
  guint64 line;             /* of the metadata */
  gboolean is_filter;
  MarmotColumn *column;     /* of the data, once it is known */
} EducationVariable;

typedef struct
{
  MarmotTable *table;       /* without the indicators */
  const GArray *places;
  MarmotFindingLog *log;
  gsize n_rows;
  GPtrArray *filters;       /* of EducationVariable, which others own */
  GPtrArray *indicators;
} EducationFile;

guint64       education_line        (const EducationFile *self,
                                     gsize                row);

gboolean      education_cell_is     (const MarmotColumn  *column,
                                     gsize                row,
                                     const char          *text);

/* Whether a column of that name holds codes or names of areas. */
gboolean      education_is_place    (const char          *name);

/* Value, state and flags: an indicator after another for each row. The texts of the
 * indicators are let go. */
void          education_read_values (EducationFile       *self,
                                     MarmotColumn       **columns);

/* All other columns of the set, likewise. FALSE, with error set, if they would take
 * too much memory. */
gboolean      education_read_rows   (EducationFile       *self,
                                     MarmotColumn       **columns,
                                     GError             **error);

/* A dictionary of n_each rows for each code, where -1 is a null; with codes as
 * narrow as the texts allow. Takes no reference of codes, and one of texts. */
MarmotColumn *education_spread      (const gint32        *codes,
                                     MarmotColumn        *texts,
                                     gsize                n_codes,
                                     gsize                n_each);

G_END_DECLS
