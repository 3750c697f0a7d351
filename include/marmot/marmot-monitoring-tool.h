/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-principle.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotMonitoringTool:
 *
 * One version of a monitoring tool: the Marmot principles, and under each what a
 * place does about it, with whom, and how it measures progress.
 *
 * The tool is a document of JSON, read by a [class@Marmot.MonitoringToolReader] and
 * written back without loss by [method@Marmot.MonitoringTool.to_json]; the page "The
 * monitoring tool" in the documentation gives its form. One is built in. What it
 * covers of a pack or of a set of observations is told by
 * [class@Marmot.MonitoringCoverage], what changed between two versions by
 * [method@Marmot.MonitoringTool.diff].
 *
 * Tools never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_MONITORING_TOOL (marmot_monitoring_tool_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT, MONITORING_TOOL, GObject)

/**
 * marmot_monitoring_tool_new_built_in:
 * @error: return location for an error
 *
 * The tool that is built into the library: the eight principles by name, with the
 * second of them, on education and skills, as Coventry City Council published it
 * in its Marmot Monitoring Tool.
 *
 * It fails only where somebody has put another file in its place with
 * G_RESOURCE_OVERLAYS, and that file is no such tool.
 *
 * Returns: (transfer full): the tool, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMonitoringTool *marmot_monitoring_tool_new_built_in     (GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_tool_get_title: (get-property title)
 * @self: a tool
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_monitoring_tool_get_title        (MarmotMonitoringTool  *self);

/**
 * marmot_monitoring_tool_get_organisation: (get-property organisation)
 * @self: a tool
 *
 * Returns: (transfer none) (nullable): the organisation that publishes it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_monitoring_tool_get_organisation (MarmotMonitoringTool  *self);

/**
 * marmot_monitoring_tool_get_version: (get-property version)
 * @self: a tool
 *
 * Returns: (transfer none) (nullable): the label of the version, such as "2023"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_monitoring_tool_get_version      (MarmotMonitoringTool  *self);

/**
 * marmot_monitoring_tool_get_date: (get-property date)
 * @self: a tool
 *
 * Returns: (transfer none) (nullable): the day of the version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod         *marmot_monitoring_tool_get_date         (MarmotMonitoringTool  *self);

/**
 * marmot_monitoring_tool_get_source: (get-property source)
 * @self: a tool
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_monitoring_tool_get_source       (MarmotMonitoringTool  *self);

/**
 * marmot_monitoring_tool_get_principles: (get-property principles)
 * @self: a tool
 *
 * Returns: (transfer none): its [class@Marmot.Principle] objects; do not change the
 *   list
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore           *marmot_monitoring_tool_get_principles   (MarmotMonitoringTool  *self);

/**
 * marmot_monitoring_tool_lookup_principle:
 * @self: a tool
 * @id: the short name of a principle, such as "best-start"
 *
 * Returns: (transfer none) (nullable): the principle, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPrinciple      *marmot_monitoring_tool_lookup_principle (MarmotMonitoringTool  *self,
                                                               const char            *id);

/**
 * marmot_monitoring_tool_to_json:
 * @self: a tool
 *
 * Writes the tool as JSON. Reading it gives the same tool, and the same tool gives
 * the same bytes, in UTF-8, with a line break at the end. Lists that are empty and
 * texts that are not there are left out.
 *
 * Returns: (transfer full): the document
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_monitoring_tool_to_json          (MarmotMonitoringTool  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_tool_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed", "changed" or "moved"
 * - `path`: where, by short names, such as "principles/best-start/measures/school-readiness";
 *   of what was moved, where it stood before; "tool" stands for the tool itself
 * - `to`: of what was moved, where it stands now
 * - `field`: of what was changed, the field, such as "name"
 * - `before`, `after`: of what was changed, its texts; of what was added or removed
 *   or moved, its name. A null is a text that is not there. The text of a case study
 *   is never shown
 *
 * Things are told apart by their short names, so their order is of no account. What
 * is under one principle in @self, and under one other in @newer, was moved; if it
 * was changed as well, that is told at its new place. The rows are sorted by path.
 *
 * Returns: (transfer full): the table, without rows if nothing changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_monitoring_tool_diff             (MarmotMonitoringTool  *self,
                                                               MarmotMonitoringTool  *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_tool_diff_to_text:
 * @self: the older version
 * @newer: the newer version
 *
 * The same as sentences, for people, with a line break at the end.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_monitoring_tool_diff_to_text     (MarmotMonitoringTool  *self,
                                                               MarmotMonitoringTool  *newer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
