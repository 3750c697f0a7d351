/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotGroups:
 *
 * The group of every row: a 32-bit code a row, and the table of keys, a row a
 * group. What every grouped function takes.
 *
 * Groups are numbered by ascending key, so that the numbers do not depend on the
 * order of the rows: numbers from small to large and NaN after them, text by the
 * order of its bytes, false before true, dates from early to late, and null last.
 * Of several keys the first counts most. Rows whose key is null make a group of
 * their own.
 *
 * Groups never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotGroups MarmotGroups;

#define MARMOT_TYPE_GROUPS (marmot_groups_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType         marmot_groups_get_type     (void);

/**
 * marmot_groups_new:
 * @keys: (array length=n_keys): the columns to group by
 * @n_keys: how many there are
 * @error: return location for an error
 *
 * Groups rows by what they hold in one column or in several: there is a group for
 * each combination that occurs. In the table of keys one column is called "key",
 * several "key_1", "key_2" and so on.
 *
 * No columns at all are a %MARMOT_ERROR_INVALID_ARGUMENT, columns of different
 * lengths a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): new groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_groups_new          (MarmotColumn **keys,
                                          gsize          n_keys,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_new_from_column:
 * @key: the column to group by
 * @error: return location for an error
 *
 * Groups rows by what they hold in one column: see [ctor@Marmot.Groups.new].
 *
 * Returns: (transfer full): new groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_groups_new_from_column (MarmotColumn  *key,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_new_from_table:
 * @table: a table
 * @key_names: (array zero-terminated=1): names of the columns to group by
 * @error: return location for an error
 *
 * Groups the rows of a table: see [ctor@Marmot.Groups.new]. The columns of the
 * table of keys have the names that they have in @table.
 *
 * A name that the table does not have is a %MARMOT_ERROR_NOT_FOUND; none, or one
 * twice, a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): new groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_groups_new_from_table  (const MarmotTable   *table,
                                             const char * const  *key_names,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_new_from_codes:
 * @codes: (array length=n_rows): the group of each row, from 0 to @n_groups − 1
 * @n_rows: how many rows there are
 * @n_groups: how many groups there are; a group may have no rows
 * @error: return location for an error
 *
 * Makes groups from codes that the caller has already. A code out of range is a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): new groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_groups_new_from_codes (const gint32  *codes,
                                            gsize          n_rows,
                                            gsize          n_groups,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_ref: (skip)
 * @self: groups
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_groups_ref          (MarmotGroups *self);

/**
 * marmot_groups_unref: (skip)
 * @self: (transfer full): groups
 *
 * Gives a reference back; the last one frees them.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void          marmot_groups_unref        (MarmotGroups *self);

/**
 * marmot_groups_get_n_rows:
 * @self: groups
 *
 * Returns: how many rows there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize         marmot_groups_get_n_rows   (const MarmotGroups *self);

/**
 * marmot_groups_get_n_groups:
 * @self: groups
 *
 * Returns: how many groups there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize         marmot_groups_get_n_groups (const MarmotGroups *self);

/**
 * marmot_groups_peek_codes: (skip)
 * @self: groups
 *
 * The codes themselves, for C.
 *
 * Returns: (transfer none): as many codes as there are rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const gint32 *marmot_groups_peek_codes   (const MarmotGroups *self);

/**
 * marmot_groups_get_codes:
 * @self: groups
 *
 * Returns: (transfer full): the group of each row, from 0, as a column of integers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn *marmot_groups_get_codes    (const MarmotGroups *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_get_keys:
 * @self: groups
 *
 * Returns: (transfer full) (nullable): the keys, a row a group, or %NULL if the
 *   groups were made from codes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable  *marmot_groups_get_keys     (const MarmotGroups *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_count:
 * @self: groups
 *
 * Counts the rows of each group.
 *
 * Returns: (transfer full): a column of integers, a row a group
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn *marmot_groups_count        (const MarmotGroups *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_equal:
 * @self: groups
 * @other: others
 *
 * Whether both put the same rows into the same groups, with equal keys.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean      marmot_groups_equal        (const MarmotGroups *self,
                                          const MarmotGroups *other);

/**
 * marmot_groups_hash:
 * @self: groups
 *
 * Returns: a hash that equal groups share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint         marmot_groups_hash         (const MarmotGroups *self);

/**
 * marmot_groups_to_string:
 * @self: groups
 *
 * Says in a line what they are, such as "1000 rows in 12 groups by ward". It shows
 * no keys, which may be a person's.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char         *marmot_groups_to_string    (const MarmotGroups *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_serialize:
 * @self: groups
 *
 * Writes the groups to bytes that any build of this major version reads back
 * without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes       *marmot_groups_serialize    (const MarmotGroups *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_groups_deserialize:
 * @bytes: what [method@Marmot.Groups.serialize] wrote
 * @error: return location for an error
 *
 * Reads groups back. Bytes that are none are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the groups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_groups_deserialize  (GBytes  *bytes,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotGroups, marmot_groups_unref)

G_END_DECLS
