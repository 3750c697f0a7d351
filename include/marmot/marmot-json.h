/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_table_to_json:
 * @self: a table
 * @error: return location for an error
 *
 * Writes a table as JSON:
 *
 * ```json
 * {
 *   "columns": [
 *     {
 *       "name": "area",
 *       "type": "text",
 *       "values": ["Coventry", null]
 *     }
 *   ]
 * }
 * ```
 *
 * The types are "double", "integer", "date", "text", "dictionary" and "boolean".
 * Nulls are null, and dates are texts such as "2024-01-31". Integers have all
 * their digits, and doubles the fewest that read back as the same double. The same
 * table gives the same bytes, in UTF-8, with a line break at the end.
 *
 * This is for programs. It is not publishing: nothing is suppressed or rounded.
 *
 * JSON has no word for a double that is not finite: that is a
 * %MARMOT_ERROR_INVALID_DATA, as is a date outside the years 1 to 9999.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char        *marmot_table_to_json   (MarmotTable  *self,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_table_from_json:
 * @text: JSON, as [method@Marmot.Table.to_json] writes it
 * @length: how many bytes there are, or -1 if the text ends with a NUL
 * @error: return location for an error
 *
 * Reads a table from JSON. Members that it does not know are skipped; a number for
 * a column of doubles may be written as an integer.
 *
 * Text that is not JSON, has a key twice in one object, is nested deeper than 2048
 * levels or holds a number that is too large is a %MARMOT_ERROR_PARSE, which says
 * line and column; text that is not UTF-8 is a %MARMOT_ERROR_ENCODING; more than
 * 64 MiB are a %MARMOT_ERROR_TOO_LARGE. JSON that is no such table, or a value
 * that is not of the type of its column, is a %MARMOT_ERROR_INVALID_DATA, which
 * says where, as "columns/1/values/7", counted from 0.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_table_from_json (const char   *text,
                                     gssize        length,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
