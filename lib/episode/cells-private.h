/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What readers of person-level files have in common: the columns that somebody needs are
 * read as dictionaries, faulty rows left out, and each distinct cell is looked at once.
 */
#pragma once

#include <gio/gio.h>
#include <marmot/marmot.h>

#include "core/marmot-csv-parse-private.h"
#include "core/marmot-reader-private.h"

G_BEGIN_DECLS

/* Limits of a read, and whom it tells of progress. */
typedef struct
{
  ReaderLimits limits;
  MarmotProgressFunc progress;
  gpointer progress_data;
} CellsLimits;

/* The names of the columns as the file writes them: csv->table has no rows. */
MarmotCsvResult *cells_read_header   (const CellsLimits   *limits,
                                      GBytes              *bytes,
                                      const char          *name,
                                      GCancellable        *cancellable,
                                      GError             **error);

/* Some of the columns, as dictionaries. wanted is a set of names, and taken. */
MarmotCsvResult *cells_read_columns  (const CellsLimits   *limits,
                                      GBytes              *bytes,
                                      const char          *name,
                                      GHashTable          *wanted,
                                      GCancellable        *cancellable,
                                      GError             **error);

/* The line of each row; free it. */
guint32         *cells_make_lines    (const GArray        *places,
                                      gsize                n_rows);

/* Likewise of what was no file: rows, from 1. */
guint32         *cells_count_lines   (gsize                n_rows);

/* A column of a data frame as a dictionary: numbers as digits, dates as dd/mm/yyyy. */
MarmotColumn    *cells_to_dictionary (MarmotColumn        *column,
                                      GError             **error);

/* The number of a distinct cell. */
typedef gint32 (*CellsRead)          (const char          *text,
                                      gsize                length,
                                      gpointer             user_data);

/* The number of each row of a dictionary, blank where it is null. */
void             cells_number        (const MarmotColumn  *column,
                                      gint32               blank,
                                      CellsRead            read,
                                      gpointer             user_data,
                                      gint32              *to);

/* The distance in miles of each row of a dictionary: NaN where it is blank or 999.9, by which
 * the department says that it is not known, and -1 where the cell is no distance. FALSE if
 * any is none. */
gboolean         cells_number_miles  (const MarmotColumn  *column,
                                      double              *to);

/* A mark for a code. */
void             cells_mark          (GByteArray          *marks,
                                      gint32               code);

static inline gboolean
cells_is_marked (const GByteArray *marks,
                 gint32 code)
{
  return code >= 0 && (guint) code < marks->len && marks->data[code];
}

/* Without the blanks around it, no-break spaces among them. */
void             cells_trim          (const char         **text,
                                      gsize               *length);

/* Too many rows is a MARMOT_ERROR_TOO_LARGE. */
gboolean         cells_check_size    (gsize                n_rows,
                                      GError             **error);

G_END_DECLS
