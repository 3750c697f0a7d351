/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-version.h>
#include <marmot/marmot-workforce-occupation.h>

G_BEGIN_DECLS

/**
 * MarmotLeadPractitioner:
 * @MARMOT_LEAD_UNKNOWN: the table does not say
 * @MARMOT_LEAD_NEVER: they do not act as lead practitioner
 * @MARMOT_LEAD_EXCEPTIONALLY: they usually do not, unless it is best for the family
 * @MARMOT_LEAD_MAY: they may, where they are the most appropriate person
 * @MARMOT_LEAD_USUALLY: they do for most families whom they meet
 *
 * Whether those in a role act as lead practitioner for a family. A higher value is more.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_LEAD_UNKNOWN,
  MARMOT_LEAD_NEVER,
  MARMOT_LEAD_EXCEPTIONALLY,
  MARMOT_LEAD_MAY,
  MARMOT_LEAD_USUALLY
} MarmotLeadPractitioner;

/**
 * MarmotWorkforceRole:
 *
 * A role in delivering early help, as a workforce table describes it: what it looks like,
 * what is expected, and which occupations are likely to undertake it. It can be changed, by
 * properties and through its lists, and tells of it by notification. Only one thread may
 * use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_WORKFORCE_ROLE (marmot_workforce_role_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotWorkforceRole, marmot_workforce_role, MARMOT, WORKFORCE_ROLE, GObject)

/**
 * marmot_workforce_role_new:
 *
 * Returns: (transfer full): a new workforce role in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforceRole *marmot_workforce_role_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_role_copy:
 * @self: a role
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new workforce role, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforceRole *marmot_workforce_role_copy (MarmotWorkforceRole *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_role_equal:
 * @self: a role
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
gboolean marmot_workforce_role_equal (MarmotWorkforceRole *self,
                                      MarmotWorkforceRole *other);

/**
 * marmot_workforce_role_get_id: (get-property id)
 * @self: a role
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_role_get_id (MarmotWorkforceRole *self);

/**
 * marmot_workforce_role_set_id: (set-property id)
 * @self: a role
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.WorkforceRole:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_role_set_id (MarmotWorkforceRole *self,
                                   const char *id);

/**
 * marmot_workforce_role_get_label: (get-property label)
 * @self: a role
 *
 * Returns: (transfer none) (nullable): what it is called, such as "Regular and Promoting
 *   Early Help"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_role_get_label (MarmotWorkforceRole *self);

/**
 * marmot_workforce_role_set_label: (set-property label)
 * @self: a role
 * @label: (nullable): what it is called, such as "Regular and Promoting Early Help"
 *
 * Sets [property@Marmot.WorkforceRole:label].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_role_set_label (MarmotWorkforceRole *self,
                                      const char *label);

/**
 * marmot_workforce_role_get_tier: (get-property tier)
 * @self: a role
 *
 * Returns: its place, 1 for the role that is closest to the family; 0 if it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_workforce_role_get_tier (MarmotWorkforceRole *self);

/**
 * marmot_workforce_role_set_tier: (set-property tier)
 * @self: a role
 * @tier: its place, 1 for the role that is closest to the family; 0 if it has none
 *
 * Sets [property@Marmot.WorkforceRole:tier].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_role_set_tier (MarmotWorkforceRole *self,
                                     guint tier);

/**
 * marmot_workforce_role_get_lead: (get-property lead)
 * @self: a role
 *
 * Returns: whether they act as lead practitioner
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLeadPractitioner marmot_workforce_role_get_lead (MarmotWorkforceRole *self);

/**
 * marmot_workforce_role_set_lead: (set-property lead)
 * @self: a role
 * @lead: whether they act as lead practitioner
 *
 * Sets [property@Marmot.WorkforceRole:lead].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_role_set_lead (MarmotWorkforceRole *self,
                                     MarmotLeadPractitioner lead);

/**
 * marmot_workforce_role_get_description: (get-property description)
 * @self: a role
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): what the role looks like
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_workforce_role_get_description (MarmotWorkforceRole *self);

/**
 * marmot_workforce_role_set_description: (set-property description)
 * @self: a role
 * @description: (nullable) (array zero-terminated=1): what the role looks like
 *
 * Sets [property@Marmot.WorkforceRole:description].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_role_set_description (MarmotWorkforceRole *self,
                                            const char * const *description);

/**
 * marmot_workforce_role_get_expectations: (get-property expectations)
 * @self: a role
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): what is expected of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_workforce_role_get_expectations (MarmotWorkforceRole *self);

/**
 * marmot_workforce_role_set_expectations: (set-property expectations)
 * @self: a role
 * @expectations: (nullable) (array zero-terminated=1): what is expected of it
 *
 * Sets [property@Marmot.WorkforceRole:expectations].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_role_set_expectations (MarmotWorkforceRole *self,
                                             const char * const *expectations);

/**
 * marmot_workforce_role_get_occupations: (get-property occupations)
 * @self: a role
 *
 * Returns: (transfer none): who is likely to undertake it, as
 *   [class@Marmot.WorkforceOccupation] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_workforce_role_get_occupations (MarmotWorkforceRole *self);

G_END_DECLS
