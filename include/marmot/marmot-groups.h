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
 * MarmotGroups:
 *
 * The group of every row: a 32-bit code a row, and how many groups there are.
 * What every grouped function takes.
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotGroups, marmot_groups_unref)

G_END_DECLS
