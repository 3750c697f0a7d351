/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTable:
 *
 * Columns of the same length, each with a name of its own.
 *
 * A table holds its columns and does not copy them. Tables never change and may be
 * read from any thread; functions that change something give a new table, which
 * shares every column that stays.
 *
 * Since: 1.0
 */
typedef struct _MarmotTable MarmotTable;

#define MARMOT_TYPE_TABLE (marmot_table_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType marmot_table_get_type (void);

/**
 * marmot_table_new:
 * @names: (array zero-terminated=1): the names of the columns, in UTF-8
 * @columns: (array length=n_columns): the columns, as many as there are names
 * @n_columns: how many there are
 * @error: return location for an error
 *
 * Makes a table. A name that is empty, not UTF-8 or used twice is a
 * %MARMOT_ERROR_INVALID_ARGUMENT; columns of different lengths, or more or fewer of
 * them than names, are a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_new (const char * const *names,
                               MarmotColumn **columns,
                               gsize n_columns,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_ref: (skip)
 * @self: a table
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_ref (MarmotTable *self);

/**
 * marmot_table_unref: (skip)
 * @self: (transfer full): a table
 *
 * Gives a reference back; the last one frees the table.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_table_unref (MarmotTable *self);

/**
 * marmot_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_table_get_n_rows (const MarmotTable *self);

/**
 * marmot_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_table_get_n_columns (const MarmotTable *self);

/**
 * marmot_table_get_names:
 * @self: a table
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the columns, in
 *   order
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char **marmot_table_get_names (const MarmotTable *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_get_column_name:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: (transfer none): its name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_table_get_column_name (const MarmotTable *self,
                                          gsize column);

/**
 * marmot_table_get_column:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: (transfer full): the column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn *marmot_table_get_column (const MarmotTable *self,
                                       gsize column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_get_column_by_name:
 * @self: a table
 * @name: a name
 *
 * Returns: (transfer full) (nullable): the column of that name, or %NULL if there
 *   is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn *marmot_table_get_column_by_name (const MarmotTable *self,
                                               const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_has_column:
 * @self: a table
 * @name: a name
 *
 * Returns: whether there is a column of that name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_table_has_column (const MarmotTable *self,
                                  const char *name);

/**
 * marmot_table_find_column:
 * @self: a table
 * @name: a name
 * @column: (out) (optional): where the column is, from 0
 *
 * Looks a column up.
 *
 * Returns: whether there is a column of that name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_table_find_column (const MarmotTable *self,
                                   const char *name,
                                   gsize *column);

/**
 * marmot_table_select:
 * @self: a table
 * @names: (array zero-terminated=1): names of columns, each once
 * @error: return location for an error
 *
 * Some of the columns, in the order asked for. A name that the table does not have is
 * a %MARMOT_ERROR_NOT_FOUND; one that is there twice a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_select (const MarmotTable *self,
                                  const char * const *names,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_slice:
 * @self: a table
 * @first: the first row
 * @n_rows: how many rows
 *
 * Some of the rows, without copying them. @first and @n_rows must lie inside the
 * table.
 *
 * Returns: (transfer full): a table that shares memory with @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_slice (const MarmotTable *self,
                                 gsize first,
                                 gsize n_rows) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_with_column:
 * @self: a table
 * @name: the name of the column
 * @column: the column
 * @error: return location for an error
 *
 * Adds a column at the end, or puts it in the place of the one of that name. A length
 * other than the table's is a %MARMOT_ERROR_LENGTH, a name that is empty or not UTF-8
 * a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_with_column (const MarmotTable *self,
                                       const char *name,
                                       MarmotColumn *column,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_equal:
 * @self: a table
 * @other: another
 *
 * Whether both have the same names, in the same order, and equal columns: see
 * [method@Marmot.Column.equal].
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_table_equal (const MarmotTable *self,
                             const MarmotTable *other);

/**
 * marmot_table_hash:
 * @self: a table
 *
 * Returns: a hash that equal tables share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_table_hash (const MarmotTable *self);

/**
 * marmot_table_to_string:
 * @self: a table
 *
 * Says how large the table is, and what its columns are called and hold. It shows no
 * values, which may be a person's.
 *
 * Returns: (transfer full): the text, of one line and one more a column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_table_to_string (const MarmotTable *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_serialize:
 * @self: a table
 *
 * Writes the table to bytes that any build of this major version reads back without
 * loss. What lies under nulls is not written.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes *marmot_table_serialize (const MarmotTable *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_deserialize:
 * @bytes: what [method@Marmot.Table.serialize] wrote
 * @error: return location for an error
 *
 * Reads a table back. Bytes that are none are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_deserialize (GBytes *bytes,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_import_arrow:
 * @array: (not nullable): the address of an ArrowArray
 * @schema: (not nullable): the address of its ArrowSchema, a structure
 * @error: return location for an error
 *
 * Takes a table (a record batch) over the Arrow C Data Interface, without copying
 * where the layouts are the same. Both structures are moved from: the columns
 * release the array when the last of them is freed, and the schema is released
 * before this returns. If it fails, both have been released.
 *
 * The errors are those of [func@Marmot.Column.import_arrow] and
 * [ctor@Marmot.Table.new]. A row that is null as a whole is a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_import_arrow (gpointer array,
                                        gpointer schema,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_import_arrow_stream:
 * @stream: (not nullable): the address of an ArrowArrayStream of record batches
 * @error: return location for an error
 *
 * Takes a table over the Arrow C Stream Interface. One batch is taken as
 * [func@Marmot.Table.import_arrow] takes it; several are joined once. The stream
 * is moved from and released, whether this succeeds or not.
 *
 * A stream that fails is a %MARMOT_ERROR_IO; see also
 * [func@Marmot.Table.import_arrow].
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_import_arrow_stream (gpointer stream,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_export_arrow:
 * @self: a table
 * @array: (not nullable): the address of an ArrowArray to fill
 * @schema: (not nullable): the address of an ArrowSchema to fill
 *
 * Gives a table over the Arrow C Data Interface, as one record batch, without
 * copying. The array keeps the columns alive until it is released.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_table_export_arrow (MarmotTable *self,
                                gpointer array,
                                gpointer schema);

/**
 * marmot_table_export_arrow_stream:
 * @self: a table
 * @stream: (not nullable): the address of an ArrowArrayStream to fill
 *
 * Gives a table over the Arrow C Stream Interface, as a stream of one record
 * batch, without copying.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_table_export_arrow_stream (MarmotTable *self,
                                       gpointer stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotTable, marmot_table_unref)

G_END_DECLS
