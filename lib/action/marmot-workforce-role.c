/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotWorkforceRole
{
  GObject parent_instance;

  char *id;
  char *label;
  guint tier;
  MarmotLeadPractitioner lead;
  char **description;
  char **expectations;
  GListStore *occupations;
};

G_DEFINE_FINAL_TYPE (MarmotWorkforceRole, marmot_workforce_role, G_TYPE_OBJECT)

/**
 * MarmotWorkforceRole:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceRole:label: (getter get_label) (setter set_label)
 *
 * What it is called, such as "Regular and Promoting Early Help".
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceRole:tier: (getter get_tier) (setter set_tier)
 *
 * Its place, 1 for the role that is closest to the family; 0 if it has none.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceRole:lead: (getter get_lead) (setter set_lead)
 *
 * Whether they act as lead practitioner.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceRole:description: (getter get_description) (setter set_description)
 *
 * What the role looks like.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceRole:expectations: (getter get_expectations) (setter set_expectations)
 *
 * What is expected of it.
 *
 * Since: 1.0
 */

/**
 * MarmotWorkforceRole:occupations: (getter get_occupations)
 *
 * Who is likely to undertake it, as [class@Marmot.WorkforceOccupation] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotWorkforceRole, id), NULL, 0 },
  { "label", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotWorkforceRole, label), NULL, 0 },
  { "tier", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotWorkforceRole, tier), NULL, 0 },
  { "lead", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotWorkforceRole, lead), marmot_lead_practitioner_get_type, MARMOT_LEAD_UNKNOWN },
  { "description", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotWorkforceRole, description), NULL, 0 },
  { "expectations", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotWorkforceRole, expectations), NULL, 0 },
  { "occupations", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotWorkforceRole, occupations), marmot_workforce_occupation_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "workforce role", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_workforce_role_class_init (MarmotWorkforceRoleClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_workforce_role_init (MarmotWorkforceRole *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotWorkforceRole, marmot_workforce_role, MARMOT_TYPE_WORKFORCE_ROLE, MARMOT_IS_WORKFORCE_ROLE)

MARMOT_RECORD_GETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, const char *, id, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, const char *, id, "id")
MARMOT_RECORD_GETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, const char *, label, NULL)
MARMOT_DOCUMENT_SETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, const char *, label, "label")
MARMOT_RECORD_GETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, guint, tier, 0)
MARMOT_DOCUMENT_SETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, guint, tier, "tier")
MARMOT_RECORD_GETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, MarmotLeadPractitioner, lead, MARMOT_LEAD_UNKNOWN)
MARMOT_DOCUMENT_SETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, MarmotLeadPractitioner, lead, "lead")

const char *const *
marmot_workforce_role_get_description (MarmotWorkforceRole *self)
{
  g_return_val_if_fail (MARMOT_IS_WORKFORCE_ROLE (self), NULL);

  return (const char *const *) self->description;
}

MARMOT_DOCUMENT_SETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, const char * const *, description, "description")

const char *const *
marmot_workforce_role_get_expectations (MarmotWorkforceRole *self)
{
  g_return_val_if_fail (MARMOT_IS_WORKFORCE_ROLE (self), NULL);

  return (const char *const *) self->expectations;
}

MARMOT_DOCUMENT_SETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, const char * const *, expectations, "expectations")
MARMOT_RECORD_GETTER (MarmotWorkforceRole, marmot_workforce_role, MARMOT_IS_WORKFORCE_ROLE, GListStore *, occupations, NULL)
