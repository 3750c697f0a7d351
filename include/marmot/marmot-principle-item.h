/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPrincipleItemKind:
 * @MARMOT_PRINCIPLE_ITEM_KIND_PRIORITY: what the principle puts first
 * @MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR: what tells how it is progressing
 * @MARMOT_PRINCIPLE_ITEM_KIND_PARTNER: an organisation that delivers it
 * @MARMOT_PRINCIPLE_ITEM_KIND_MEASURE: how progress is measured
 * @MARMOT_PRINCIPLE_ITEM_KIND_SERVICE: a service or an activity
 * @MARMOT_PRINCIPLE_ITEM_KIND_PROGRAMME: a programme of work, or an element of one
 * @MARMOT_PRINCIPLE_ITEM_KIND_POLICY: a law, a policy, guidance or a strategy that
 *   supports it
 *
 * What a monitoring tool lists under a principle.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PRINCIPLE_ITEM_KIND_PRIORITY,
  MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR,
  MARMOT_PRINCIPLE_ITEM_KIND_PARTNER,
  MARMOT_PRINCIPLE_ITEM_KIND_MEASURE,
  MARMOT_PRINCIPLE_ITEM_KIND_SERVICE,
  MARMOT_PRINCIPLE_ITEM_KIND_PROGRAMME,
  MARMOT_PRINCIPLE_ITEM_KIND_POLICY
} MarmotPrincipleItemKind;

/**
 * MarmotPrincipleItem:
 *
 * One thing that a monitoring tool lists under a principle: a priority, a delivery
 * partner, a progress measure and so on. It holds organisations and never persons.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PRINCIPLE_ITEM (marmot_principle_item_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPrincipleItem, marmot_principle_item, MARMOT, PRINCIPLE_ITEM, GObject)

/**
 * marmot_principle_item_get_kind: (get-property kind)
 * @self: an item
 *
 * Returns: what it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPrincipleItemKind marmot_principle_item_get_kind       (MarmotPrincipleItem *self);

/**
 * marmot_principle_item_get_id: (get-property id)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its short name, such as "attainment-8". The
 *   same thing has the same short name under every principle
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char             *marmot_principle_item_get_id         (MarmotPrincipleItem *self);

/**
 * marmot_principle_item_get_name: (get-property name)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its name or wording
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char             *marmot_principle_item_get_name       (MarmotPrincipleItem *self);

/**
 * marmot_principle_item_get_note: (get-property note)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char             *marmot_principle_item_get_note       (MarmotPrincipleItem *self);

/**
 * marmot_principle_item_get_uri: (get-property uri)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): where more stands about it: a page of http
 *   or https
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char             *marmot_principle_item_get_uri        (MarmotPrincipleItem *self);

/**
 * marmot_principle_item_get_indicators: (get-property indicators)
 * @self: an item
 *
 * The indicators behind an indicator or a measure. Those of an indicator are the
 * short names under which figures stand for it in a pack or a set of observations;
 * where it has none yet, figures are looked for under its own name. Those of a
 * measure are such short names too, or those of indicators of the tool.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the short names,
 *   or %NULL if it names none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const     *marmot_principle_item_get_indicators (MarmotPrincipleItem *self);

G_END_DECLS
