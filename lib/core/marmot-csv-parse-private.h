/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes of CSV into a table and findings: what MarmotCsvReader does, without the
 * object, so that a thread can do it.
 */
#pragma once

#include <gio/gio.h>
#include <marmot/marmot.h>

#include "marmot-csv-date-private.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean infer_types;
  char separator;
  guint64 max_bytes;
  guint max_columns;
  guint max_findings;
  guint64 max_field_bytes;
  MarmotCsvDateFormat date_format;
  GHashTable *types;        /* name: MarmotColumnType */
  GHashTable *wanted;       /* a set of names, or NULL for all */
  gboolean skip_faulty_rows; /* a row that breaks a rule is told and left out */

  /* For forms of files that the library knows, and not to be set by callers: the
   * type of a column by its name, where none is declared; and how many columns
   * the header has when rows may lack the last cell. */
  MarmotColumnType (*type_of) (const char *name,
                               gpointer    type_data);
  gpointer type_data;
  guint may_lack_last;
  /* Of a file without a header a name is what a cell holds: none is shown that the caller
   * did not ask for. */
  gboolean hide_names;

  /* Told which share of the bytes is read, now and then. */
  MarmotProgressFunc progress;
  gpointer progress_data;
} MarmotCsvOptions;

/* Where the row of the table that begins here stands in the file; those behind it
 * stand a line apart, up to the next such place. */
typedef struct
{
  guint64 row;
  guint64 line;
} MarmotCsvPlace;

typedef struct
{
  MarmotTable *table;       /* NULL if it failed */
  GPtrArray *findings;
  guint64 n_findings;       /* kept or not */
  GArray *places;
  guint64 n_short_rows;     /* rows that lacked the last cell, and might */
  guint64 n_skipped_rows;   /* left out, each with a finding */
} MarmotCsvResult;

void             marmot_csv_options_init   (MarmotCsvOptions       *self);
void             marmot_csv_options_clear  (MarmotCsvOptions       *self);
void             marmot_csv_options_copy   (MarmotCsvOptions       *to,
                                            const MarmotCsvOptions *from);

/* The line of a row, from 1; 0 if there are no places. */
guint64          marmot_csv_places_get_line (const GArray          *places,
                                             guint64                row);

void             marmot_csv_result_free    (MarmotCsvResult        *self);

/* Never NULL; its table is, with error set, where it failed. name is nullable. */
MarmotCsvResult *marmot_csv_parse          (const MarmotCsvOptions *options,
                                            GBytes                 *bytes,
                                            const char             *name,
                                            GCancellable           *cancellable,
                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotCsvResult, marmot_csv_result_free)

G_END_DECLS
