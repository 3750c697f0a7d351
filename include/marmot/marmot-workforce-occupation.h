/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotWorkforceOccupation:
 *
 * An occupation in a workforce table, and the sector to which it belongs. It can be
 * changed, by properties and through its lists, and tells of it by notification. Only one
 * thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_WORKFORCE_OCCUPATION (marmot_workforce_occupation_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotWorkforceOccupation, marmot_workforce_occupation, MARMOT, WORKFORCE_OCCUPATION, GObject)

/**
 * marmot_workforce_occupation_new:
 *
 * Returns: (transfer full): a new occupation in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforceOccupation *marmot_workforce_occupation_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_occupation_copy:
 * @self: an occupation
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new occupation, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforceOccupation *marmot_workforce_occupation_copy (MarmotWorkforceOccupation *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_occupation_equal:
 * @self: an occupation
 * @other: another
 *
 * Whether all fields of the two are the same, and all entries of their lists, in their
 * order.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_workforce_occupation_equal (MarmotWorkforceOccupation *self,
                                            MarmotWorkforceOccupation *other);

/**
 * marmot_workforce_occupation_get_name: (get-property name)
 * @self: an occupation
 *
 * Returns: (transfer none) (nullable): what it is called, such as "Health visitors"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_occupation_get_name (MarmotWorkforceOccupation *self);

/**
 * marmot_workforce_occupation_set_name: (set-property name)
 * @self: an occupation
 * @name: (nullable): what it is called, such as "Health visitors"
 *
 * Sets [property@Marmot.WorkforceOccupation:name].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_occupation_set_name (MarmotWorkforceOccupation *self,
                                           const char *name);

/**
 * marmot_workforce_occupation_get_sector: (get-property sector)
 * @self: an occupation
 *
 * Returns: (transfer none) (nullable): the sector to which it belongs, such as "health"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_occupation_get_sector (MarmotWorkforceOccupation *self);

/**
 * marmot_workforce_occupation_set_sector: (set-property sector)
 * @self: an occupation
 * @sector: (nullable): the sector to which it belongs, such as "health"
 *
 * Sets [property@Marmot.WorkforceOccupation:sector].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_occupation_set_sector (MarmotWorkforceOccupation *self,
                                             const char *sector);

G_END_DECLS
