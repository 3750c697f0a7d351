/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-principle-item.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPrinciple:
 *
 * One of the eight Marmot principles, as a place monitors it: the six policy
 * objectives of Fair Society, Healthy Lives (the Marmot Review, 2010) and the two
 * that the Institute of Health Equity added in 2020, with what is done about it,
 * by whom, and how anybody would know.
 *
 * A principle is made from properties, or read with a
 * [class@Marmot.MonitoringTool], and never changes.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PRINCIPLE (marmot_principle_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPrinciple, marmot_principle, MARMOT, PRINCIPLE, GObject)

/**
 * marmot_principle_get_id: (get-property id)
 * @self: a principle
 *
 * Returns: (transfer none) (nullable): its short name, such as "best-start"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_principle_get_id           (MarmotPrinciple         *self);

/**
 * marmot_principle_get_number: (get-property number)
 * @self: a principle
 *
 * Returns: its number, from 1 to 8
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint       marmot_principle_get_number       (MarmotPrinciple         *self);

/**
 * marmot_principle_get_name: (get-property name)
 * @self: a principle
 *
 * Returns: (transfer none) (nullable): its wording
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_principle_get_name         (MarmotPrinciple         *self);

/**
 * marmot_principle_get_source: (get-property source)
 * @self: a principle
 *
 * Returns: (transfer none) (nullable): where what stands under it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_principle_get_source       (MarmotPrinciple         *self);

/**
 * marmot_principle_get_items: (get-property items)
 * @self: a principle
 *
 * Returns: (transfer none): all that stands under it, as [class@Marmot.PrincipleItem]
 *   objects; do not change it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_principle_get_items        (MarmotPrinciple         *self);

/**
 * marmot_principle_list:
 * @self: a principle
 * @kind: a kind of items
 *
 * Returns: (transfer none): its [class@Marmot.PrincipleItem] objects of that kind,
 *   in their order
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel *marmot_principle_list             (MarmotPrinciple         *self,
                                               MarmotPrincipleItemKind  kind);

/**
 * marmot_principle_get_case_studies: (get-property case-studies)
 * @self: a principle
 *
 * Returns: (transfer none): its [class@Marmot.CaseStudy] objects; do not change it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_principle_get_case_studies (MarmotPrinciple         *self);

G_END_DECLS
