/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotActionLink
{
  GObject parent_instance;

  char *target;
  MarmotActionLinkKind kind;
  char *note;
};

G_DEFINE_FINAL_TYPE (MarmotActionLink, marmot_action_link, G_TYPE_OBJECT)

/**
 * MarmotActionLink:target: (getter get_target) (setter set_target)
 *
 * The short name of what the action is linked to.
 *
 * Since: 1.0
 */

/**
 * MarmotActionLink:kind: (getter get_kind) (setter set_kind)
 *
 * What that is.
 *
 * Since: 1.0
 */

/**
 * MarmotActionLink:note: (getter get_note) (setter set_note)
 *
 * What the one has to do with the other.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "target", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotActionLink, target), NULL, 0 },
  { "kind", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotActionLink, kind), marmot_action_link_kind_get_type, MARMOT_ACTION_LINK_INDICATOR },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionLink, note), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "link", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_action_link_class_init (MarmotActionLinkClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_action_link_init (MarmotActionLink *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotActionLink, marmot_action_link, MARMOT_TYPE_ACTION_LINK, MARMOT_IS_ACTION_LINK)

MARMOT_RECORD_GETTER (MarmotActionLink, marmot_action_link, MARMOT_IS_ACTION_LINK, const char *, target, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionLink, marmot_action_link, MARMOT_IS_ACTION_LINK, const char *, target, "target")
MARMOT_RECORD_GETTER (MarmotActionLink, marmot_action_link, MARMOT_IS_ACTION_LINK, MarmotActionLinkKind, kind, MARMOT_ACTION_LINK_INDICATOR)
MARMOT_DOCUMENT_SETTER (MarmotActionLink, marmot_action_link, MARMOT_IS_ACTION_LINK, MarmotActionLinkKind, kind, "kind")
MARMOT_RECORD_GETTER (MarmotActionLink, marmot_action_link, MARMOT_IS_ACTION_LINK, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionLink, marmot_action_link, MARMOT_IS_ACTION_LINK, const char *, note, "note")
