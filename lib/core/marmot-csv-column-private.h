/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A column that is being read from CSV: of a declared type, or finding its type
 * as the cells come.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-column-builder-private.h"
#include "marmot-csv-date-private.h"

G_BEGIN_DECLS

/* What a cell turned out to be, where its column has a declared type. */
typedef enum
{
  MARMOT_CSV_CELL_OK,
  MARMOT_CSV_CELL_NOT_A_NUMBER,
  MARMOT_CSV_CELL_NOT_AN_INTEGER,
  MARMOT_CSV_CELL_OUT_OF_RANGE,
  MARMOT_CSV_CELL_NOT_A_DATE,
  MARMOT_CSV_CELL_NOT_A_BOOLEAN,
  MARMOT_CSV_CELL_TOO_MANY_VALUES
} MarmotCsvCell;

typedef struct
{
  char *name;
  gboolean is_declared;
  MarmotCsvDateFormat date_format;

  /* NULL while all cells were blank and no type is declared, and while the column
   * waits to be read again. */
  MarmotColumnBuilder *builder;
  gsize n_blank;            /* how many cells there were before the builder */
  gboolean had_spaces;      /* one of them was not quite empty, which text shows */

  /* It turned out to be text after cells had become numbers: it is read again. */
  gboolean is_waiting;
  gsize waits_from;         /* the row that showed it */

  gsize double_from;        /* the row that turned integers into doubles */

  /* A row that was taken back had a say in what the column holds: it is read again
   * without that row. */
  gboolean is_misled;

  gboolean has_stray_quote; /* and a finding that says so */
} MarmotCsvColumn;

/* Takes name. */
MarmotCsvColumn *marmot_csv_column_new         (char                      *name);
void             marmot_csv_column_free        (MarmotCsvColumn           *self);

void             marmot_csv_column_declare     (MarmotCsvColumn           *self,
                                                MarmotColumnType           type,
                                                const MarmotCsvDateFormat *date_format);

/* Begins again: as text, or finding its type anew where it was misled. */
void             marmot_csv_column_restart     (MarmotCsvColumn           *self);

/* One more cell, [first, last). Text that is valid UTF-8 without a NUL. A cell
 * that breaks the type becomes a null and is told. */
MarmotCsvCell    marmot_csv_column_append      (MarmotCsvColumn           *self,
                                                const char                *first,
                                                const char                *last,
                                                gboolean                   is_quoted);
void             marmot_csv_column_append_null (MarmotCsvColumn           *self);

/* Takes back row, if the column has it: that is then its last one. */
void             marmot_csv_column_take_back   (MarmotCsvColumn           *self,
                                                gsize                      row);

/* Whether the column must be read again before it is whole. Called at the end. */
gboolean         marmot_csv_column_is_waiting  (const MarmotCsvColumn     *self);

/* The column; self keeps nothing of it. */
MarmotColumn    *marmot_csv_column_finish      (MarmotCsvColumn           *self);

G_END_DECLS
