/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotColumnType:
 * @MARMOT_COLUMN_DOUBLE: IEEE doubles
 * @MARMOT_COLUMN_INTEGER: 64-bit signed integers
 * @MARMOT_COLUMN_DATE: days since 1 January 1970, as 32-bit signed integers
 * @MARMOT_COLUMN_TEXT: UTF-8 text
 * @MARMOT_COLUMN_DICTIONARY: text, stored as a code a row into a table of the
 *   distinct values
 * @MARMOT_COLUMN_BOOLEAN: true or false
 *
 * What a column holds.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COLUMN_DOUBLE,
  MARMOT_COLUMN_INTEGER,
  MARMOT_COLUMN_DATE,
  MARMOT_COLUMN_TEXT,
  MARMOT_COLUMN_DICTIONARY,
  MARMOT_COLUMN_BOOLEAN
} MarmotColumnType;

/**
 * MarmotColumn:
 *
 * A typed, contiguous column of values, any of which may be null: what bulk
 * functions take and give.
 *
 * The memory is laid out as Apache Arrow lays it out, so that a column can come
 * from pandas, polars, pyarrow or DuckDB, and go back to them, without being
 * copied: see [func@Marmot.Column.import_arrow] and
 * [method@Marmot.Column.export_arrow]. A null is a null, and never a number
 * that stands for one; a double that is not a number is a value, and statistics
 * report it as %MARMOT_STATUS_NOT_FINITE.
 *
 * Columns never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotColumn MarmotColumn;

#define MARMOT_TYPE_COLUMN (marmot_column_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType             marmot_column_get_type        (void);

/**
 * marmot_column_new_double:
 * @values: (array length=n_values): the values
 * @n_values: how many there are
 *
 * Makes a column from a copy of @values, none of them null.
 *
 * Returns: (transfer full): a new column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_double      (const double *values,
                                                 gsize         n_values) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_new_integer:
 * @values: (array length=n_values): the values
 * @n_values: how many there are
 *
 * Makes a column from a copy of @values, none of them null.
 *
 * Returns: (transfer full): a new column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_integer     (const gint64 *values,
                                                 gsize         n_values) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_ref: (skip)
 * @self: a column
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_ref             (MarmotColumn *self);

/**
 * marmot_column_unref: (skip)
 * @self: (transfer full): a column
 *
 * Gives a reference back; the last one frees the column, and with it memory
 * that came from elsewhere.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_column_unref           (MarmotColumn *self);

/**
 * marmot_column_get_column_type:
 * @self: a column
 *
 * Returns: what the column holds
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumnType  marmot_column_get_column_type (const MarmotColumn *self);

/**
 * marmot_column_get_length:
 * @self: a column
 *
 * Returns: how many rows there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize             marmot_column_get_length      (const MarmotColumn *self);

/**
 * marmot_column_get_n_nulls:
 * @self: a column
 *
 * Returns: how many rows are null
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize             marmot_column_get_n_nulls     (const MarmotColumn *self);

/**
 * marmot_column_is_null:
 * @self: a column
 * @row: a row, from 0
 *
 * Returns: whether the row is null
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_column_is_null         (const MarmotColumn *self,
                                                 gsize               row);

/**
 * marmot_column_get_double:
 * @self: a column of doubles or integers
 * @row: a row, from 0
 *
 * Returns: the number, or NaN if the row is null
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double            marmot_column_get_double      (const MarmotColumn *self,
                                                 gsize               row);

/**
 * marmot_column_get_text:
 * @self: a column of text, or a dictionary
 * @row: a row, from 0
 *
 * Returns: (transfer full) (nullable): a copy of the text, or %NULL if the row
 *   is null
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_column_get_text        (const MarmotColumn *self,
                                                 gsize               row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_peek_doubles: (skip)
 * @self: a column of doubles
 *
 * The values themselves, for C. Those of null rows may be anything.
 *
 * Returns: (transfer none): as many doubles as there are rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const double     *marmot_column_peek_doubles    (const MarmotColumn *self);

/**
 * marmot_column_import_arrow:
 * @array: (not nullable): the address of an ArrowArray
 * @schema: (not nullable): the address of its ArrowSchema
 * @error: return location for an error
 *
 * Takes a column over the Arrow C Data Interface, without copying where the
 * layouts are the same. Both structures are moved from: the column releases the
 * array when it is freed, and the schema is released before this returns. If it
 * fails, both have been released.
 *
 * A format that is not taken is a %MARMOT_ERROR_TYPE; a structure that
 * contradicts itself is a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_import_arrow    (gpointer   array,
                                                 gpointer   schema,
                                                 GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_export_arrow:
 * @self: a column
 * @array: (not nullable): the address of an ArrowArray to fill
 * @schema: (not nullable): the address of an ArrowSchema to fill
 *
 * Gives a column over the Arrow C Data Interface without copying. The array
 * keeps the column alive until it is released.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_column_export_arrow    (MarmotColumn *self,
                                                 gpointer      array,
                                                 gpointer      schema);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotColumn, marmot_column_unref)

G_END_DECLS
