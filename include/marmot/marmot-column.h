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
 * marmot_column_new_date:
 * @days: (array length=n_values): days since 1 January 1970, before it negative
 * @n_values: how many there are
 *
 * Makes a column of dates from a copy of @days, none of them null.
 *
 * Returns: (transfer full): a new column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_date        (const gint32 *days,
                                                 gsize         n_values) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_new_boolean:
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
MarmotColumn     *marmot_column_new_boolean     (const gboolean *values,
                                                 gsize           n_values) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_new_text:
 * @values: (array zero-terminated=1): the texts, in UTF-8
 *
 * Makes a column of text from a copy of @values, none of them null. For nulls,
 * see [method@Marmot.Column.with_nulls].
 *
 * Returns: (transfer full): a new column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_text        (const char * const *values) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_new_from_bytes:
 * @type: doubles, integers, dates or booleans
 * @values: the values, as [method@Marmot.Column.get_bytes] gives them: doubles
 *   and integers of 64 bits, dates of 32, booleans of one, lowest bit first
 * @validity: (nullable): a bit a row, lowest bit first, that is 1 where there is
 *   a value and 0 where there is none, or %NULL if there are no nulls
 * @length: how many rows there are
 * @error: return location for an error
 *
 * Makes a column that keeps @values and @validity instead of copying them. They
 * may be longer than @length needs.
 *
 * Bytes that are too short are a %MARMOT_ERROR_INVALID_DATA, another @type a
 * %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_from_bytes  (MarmotColumnType   type,
                                                 GBytes            *values,
                                                 GBytes            *validity,
                                                 gsize              length,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_new_text_from_bytes:
 * @offsets: where each text starts in @text and, one more, where the last ends:
 *   @length + 1 signed integers of 32 bits
 * @text: the texts, one after another, in UTF-8
 * @validity: (nullable): a bit a row, as [ctor@Marmot.Column.new_from_bytes]
 *   takes it, or %NULL if there are no nulls
 * @length: how many rows there are
 * @error: return location for an error
 *
 * Makes a column of text that keeps the bytes instead of copying them.
 *
 * Offsets that descend or lead outside @text are a %MARMOT_ERROR_INVALID_DATA;
 * text that is not UTF-8, or holds a NUL, is a %MARMOT_ERROR_ENCODING.
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_text_from_bytes (GBytes  *offsets,
                                                     GBytes  *text,
                                                     GBytes  *validity,
                                                     gsize    length,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_new_dictionary:
 * @codes: a signed integer of 32 bits a row: which of @values the row holds,
 *   counted from 0
 * @values: a column of text
 * @validity: (nullable): a bit a row, as [ctor@Marmot.Column.new_from_bytes]
 *   takes it, or %NULL if there are no nulls
 * @length: how many rows there are
 * @error: return location for an error
 *
 * Makes a dictionary column that keeps the bytes instead of copying them. A row
 * whose value is null in @values is null. The codes of null rows may be anything.
 *
 * A code that is not in @values is a %MARMOT_ERROR_INVALID_DATA, values that are
 * not text a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_new_dictionary  (GBytes        *codes,
                                                 MarmotColumn  *values,
                                                 GBytes        *validity,
                                                 gsize          length,
                                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_with_nulls:
 * @self: a column
 * @nulls: (array length=n_nulls): for each row, whether it is to be null
 * @n_nulls: how many rows there are
 * @error: return location for an error
 *
 * Makes a copy in which more rows are null. The values of null rows are not kept:
 * nobody who gets the copy can look under them.
 *
 * If @nulls has not as many rows as the column, the error is a
 * %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_with_nulls      (MarmotColumn    *self,
                                                 const gboolean  *nulls,
                                                 gsize            n_nulls,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

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
 * marmot_column_get_integer:
 * @self: a column of integers
 * @row: a row, from 0
 *
 * Returns: the integer, or 0 if the row is null: see
 *   [method@Marmot.Column.is_null]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64            marmot_column_get_integer     (const MarmotColumn *self,
                                                 gsize               row);

/**
 * marmot_column_get_date:
 * @self: a column of dates
 * @row: a row, from 0
 *
 * Returns: days since 1 January 1970, or 0 if the row is null: see
 *   [method@Marmot.Column.is_null]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint32            marmot_column_get_date        (const MarmotColumn *self,
                                                 gsize               row);

/**
 * marmot_column_get_boolean:
 * @self: a column of booleans
 * @row: a row, from 0
 *
 * Returns: the value, or false if the row is null: see
 *   [method@Marmot.Column.is_null]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_column_get_boolean     (const MarmotColumn *self,
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
 * marmot_column_peek_text: (skip)
 * @self: a column of text, or a dictionary
 * @row: a row, from 0
 * @length: (out): how many bytes there are
 *
 * The text itself, for C. No NUL follows it.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if the row is null
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char       *marmot_column_peek_text       (const MarmotColumn *self,
                                                 gsize               row,
                                                 gsize              *length);

/**
 * marmot_column_peek_integers: (skip)
 * @self: a column of integers
 *
 * The values themselves, for C. Those of null rows may be anything.
 *
 * Returns: (transfer none): as many integers as there are rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const gint64     *marmot_column_peek_integers   (const MarmotColumn *self);

/**
 * marmot_column_peek_dates: (skip)
 * @self: a column of dates
 *
 * The values themselves, for C, in days since 1 January 1970. Those of null rows
 * may be anything.
 *
 * Returns: (transfer none): as many dates as there are rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const gint32     *marmot_column_peek_dates      (const MarmotColumn *self);

/**
 * marmot_column_get_bytes:
 * @self: a column
 *
 * The values as they lie in memory, from the first row on: doubles and integers
 * of 64 bits, dates of 32, booleans of one bit (lowest first), the 32-bit codes
 * of a dictionary, or the texts one after another, whose places
 * [method@Marmot.Column.get_offsets] gives. Those of null rows may be anything.
 *
 * The bytes keep the column alive and must not be written to. They are copied
 * only where the column is laid out otherwise: a dictionary with codes of another
 * width, and a slice of booleans.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes           *marmot_column_get_bytes       (MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_get_offsets:
 * @self: a column of text
 *
 * Where each text starts in the bytes of [method@Marmot.Column.get_bytes] and,
 * one more, where the last ends: signed integers of 32 bits.
 *
 * Returns: (transfer full) (nullable): the offsets, or %NULL if there are more
 *   than two gigabytes of text; then take it in slices
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes           *marmot_column_get_offsets     (MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_get_validity:
 * @self: a column
 *
 * A bit a row, lowest bit first: 1 where there is a value, 0 where the row is
 * null. Bits after the last row may be anything.
 *
 * Returns: (transfer full) (nullable): the bits, or %NULL if no row is null
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes           *marmot_column_get_validity    (MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_get_dictionary:
 * @self: a dictionary column
 *
 * The distinct values that the codes stand for. There may be some that no row
 * holds.
 *
 * Returns: (transfer full): the values, as a column of text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_get_dictionary  (const MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_slice:
 * @self: a column
 * @first: the first row
 * @n_rows: how many rows
 *
 * Some of the rows, without copying them. @first and @n_rows must lie inside the
 * column.
 *
 * Returns: (transfer full): a column that shares memory with @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_slice           (MarmotColumn *self,
                                                 gsize         first,
                                                 gsize         n_rows) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_take:
 * @self: a column
 * @rows: (array length=n_rows): rows, from 0, in any order, and again if wished
 * @n_rows: how many
 * @error: return location for an error
 *
 * Copies the rows named. A row that the column does not have is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_take            (MarmotColumn  *self,
                                                 const gsize   *rows,
                                                 gsize          n_rows,
                                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_decode:
 * @self: a column of text, or a dictionary
 *
 * Writes a dictionary out as text. A column of text is returned as it is.
 *
 * Returns: (transfer full): a column of text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_decode          (MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_cast:
 * @self: a column
 * @type: what the result is to hold
 * @error: return location for an error
 *
 * Turns a column into another type, if nothing is lost by it: integers into
 * doubles and back, booleans into 0 and 1, text into a dictionary and back.
 *
 * Other casts are a %MARMOT_ERROR_TYPE. An integer above 2⁵³ in size, which no
 * double holds, and a double that is not a whole number of 64 bits are a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a column, @self itself if it is of that type, or
 *   %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_cast            (MarmotColumn      *self,
                                                 MarmotColumnType   type,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_equal:
 * @self: a column
 * @other: another
 *
 * Whether both hold the same type, and each row the same value or null. NaN
 * equals NaN here. How a dictionary numbers its values makes no difference.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_column_equal           (const MarmotColumn *self,
                                                 const MarmotColumn *other);

/**
 * marmot_column_hash:
 * @self: a column
 *
 * Returns: a hash that equal columns share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_column_hash            (const MarmotColumn *self);

/**
 * marmot_column_to_string:
 * @self: a column
 *
 * Says in a line what it is, such as "1000000 rows of text, 12 null". It shows no
 * values, which may be a person's.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_column_to_string       (const MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_serialize:
 * @self: a column
 *
 * Writes the column to bytes that any build of this major version reads back
 * without loss. What lies under nulls is not written.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes           *marmot_column_serialize       (MarmotColumn *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_column_deserialize:
 * @bytes: what [method@Marmot.Column.serialize] wrote
 * @error: return location for an error
 *
 * Reads a column back. Bytes that are none are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_deserialize     (GBytes  *bytes,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

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
 * contradicts itself, or was taken before, is a %MARMOT_ERROR_INVALID_DATA; text
 * that is not UTF-8, or holds a NUL, is a %MARMOT_ERROR_ENCODING. Buffers shorter
 * than the length of the array cannot be found out.
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
 * marmot_column_import_arrow_stream:
 * @stream: (not nullable): the address of an ArrowArrayStream of single columns
 * @error: return location for an error
 *
 * Takes a column that comes in pieces over the Arrow C Stream Interface, as
 * chunked columns of pyarrow and polars do. One piece is taken as
 * [func@Marmot.Column.import_arrow] takes it; several are joined once. The stream
 * is moved from and released, whether this succeeds or not.
 *
 * A stream that fails is a %MARMOT_ERROR_IO; see also
 * [func@Marmot.Column.import_arrow].
 *
 * Returns: (transfer full): a new column, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn     *marmot_column_import_arrow_stream (gpointer   stream,
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
