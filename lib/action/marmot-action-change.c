/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotActionChange
{
  GObject parent_instance;

  MarmotPeriod *on;
  MarmotActionState state;
  char *reason;
  char *by;
};

G_DEFINE_FINAL_TYPE (MarmotActionChange, marmot_action_change, G_TYPE_OBJECT)

/**
 * MarmotActionChange:on: (getter get_on) (setter set_on)
 *
 * The day on which the action came to be in the state.
 *
 * Since: 1.0
 */

/**
 * MarmotActionChange:state: (getter get_state) (setter set_state)
 *
 * The state.
 *
 * Since: 1.0
 */

/**
 * MarmotActionChange:reason: (getter get_reason) (setter set_reason)
 *
 * Why.
 *
 * Since: 1.0
 */

/**
 * MarmotActionChange:by: (getter get_by) (setter set_by)
 *
 * The role of who decided it, never a name.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "on", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotActionChange, on), NULL, 0 },
  { "state", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotActionChange, state), marmot_action_state_get_type, MARMOT_ACTION_OPEN },
  { "reason", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionChange, reason), NULL, 0 },
  { "by", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionChange, by), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "change of state", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_action_change_class_init (MarmotActionChangeClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_action_change_init (MarmotActionChange *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotActionChange, marmot_action_change, MARMOT_TYPE_ACTION_CHANGE, MARMOT_IS_ACTION_CHANGE)

MARMOT_RECORD_GETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, MarmotPeriod *, on, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, MarmotPeriod *, on, "on")
MARMOT_RECORD_GETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, MarmotActionState, state, MARMOT_ACTION_OPEN)
MARMOT_DOCUMENT_SETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, MarmotActionState, state, "state")
MARMOT_RECORD_GETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, const char *, reason, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, const char *, reason, "reason")
MARMOT_RECORD_GETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, const char *, by, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionChange, marmot_action_change, MARMOT_IS_ACTION_CHANGE, const char *, by, "by")
