/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotActionLinkKind:
 * @MARMOT_ACTION_LINK_ACTION: the action waits for another one in the same plan
 * @MARMOT_ACTION_LINK_INDICATOR: the action is to change an indicator
 * @MARMOT_ACTION_LINK_PRINCIPLE: the action serves a Marmot principle or a priority
 * @MARMOT_ACTION_LINK_ASSESSMENT: the action comes from an assessment
 * @MARMOT_ACTION_LINK_VOICE: the action comes from what people said
 * @MARMOT_ACTION_LINK_MEETING: the action comes from a meeting, or goes to one
 * @MARMOT_ACTION_LINK_FINDING: the action answers a finding of an inspection
 * @MARMOT_ACTION_LINK_DOCUMENT: the action is in another paper as well
 *
 * What an action is linked to.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ACTION_LINK_ACTION,
  MARMOT_ACTION_LINK_INDICATOR,
  MARMOT_ACTION_LINK_PRINCIPLE,
  MARMOT_ACTION_LINK_ASSESSMENT,
  MARMOT_ACTION_LINK_VOICE,
  MARMOT_ACTION_LINK_MEETING,
  MARMOT_ACTION_LINK_FINDING,
  MARMOT_ACTION_LINK_DOCUMENT
} MarmotActionLinkKind;

/**
 * MarmotActionLink:
 *
 * That an action has to do with something else, which is named by its short name.
 *
 * A link can be changed, and tells of it by notification. Only one thread may use it at a
 * time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ACTION_LINK (marmot_action_link_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotActionLink, marmot_action_link, MARMOT, ACTION_LINK, GObject)

/**
 * marmot_action_link_new:
 *
 * Returns: (transfer full): a new link in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionLink *marmot_action_link_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_link_copy:
 * @self: a link
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new link, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionLink *marmot_action_link_copy (MarmotActionLink *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_link_equal:
 * @self: a link
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
gboolean marmot_action_link_equal (MarmotActionLink *self,
                                   MarmotActionLink *other);

/**
 * marmot_action_link_get_target: (get-property target)
 * @self: a link
 *
 * Returns: (transfer none) (nullable): the short name of what the action is linked to
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_link_get_target (MarmotActionLink *self);

/**
 * marmot_action_link_set_target: (set-property target)
 * @self: a link
 * @target: (nullable): the short name of what the action is linked to
 *
 * Sets [property@Marmot.ActionLink:target].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_link_set_target (MarmotActionLink *self,
                                    const char *target);

/**
 * marmot_action_link_get_kind: (get-property kind)
 * @self: a link
 *
 * Returns: what that is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionLinkKind marmot_action_link_get_kind (MarmotActionLink *self);

/**
 * marmot_action_link_set_kind: (set-property kind)
 * @self: a link
 * @kind: what that is
 *
 * Sets [property@Marmot.ActionLink:kind].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_link_set_kind (MarmotActionLink *self,
                                  MarmotActionLinkKind kind);

/**
 * marmot_action_link_get_note: (get-property note)
 * @self: a link
 *
 * Returns: (transfer none) (nullable): what the one has to do with the other
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_link_get_note (MarmotActionLink *self);

/**
 * marmot_action_link_set_note: (set-property note)
 * @self: a link
 * @note: (nullable): what the one has to do with the other
 *
 * Sets [property@Marmot.ActionLink:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_link_set_note (MarmotActionLink *self,
                                  const char *note);

G_END_DECLS
