/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-monitoring-tool.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-pack.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotMonitoringCoverage:
 *
 * What a [class@Marmot.MonitoringTool] covers, and what it does not: indicators
 * without a figure, measures that nothing measures, principles with nothing under
 * them, figures that belong to no principle, and case studies that may not be told.
 *
 * Add the packs and sets of observations that hold the figures, then ask for the
 * tables. Each has a row for each thing that is found wanting, in the order of the
 * tool; `number` is that of the principle.
 *
 * A coverage is not safe to use from several threads at once.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_MONITORING_COVERAGE (marmot_monitoring_coverage_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotMonitoringCoverage, marmot_monitoring_coverage, MARMOT, MONITORING_COVERAGE, GObject)

/**
 * marmot_monitoring_coverage_new:
 * @tool: a monitoring tool
 *
 * Makes a coverage of a tool, without any figures yet.
 *
 * Returns: (transfer full): a new coverage
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMonitoringCoverage *marmot_monitoring_coverage_new                 (MarmotMonitoringTool      *tool) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_add_pack:
 * @self: a coverage
 * @pack: a pack
 *
 * Adds the indicators of a pack with their observations. An observation with a text
 * or a state in the place of a number is no figure.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                      marmot_monitoring_coverage_add_pack            (MarmotMonitoringCoverage  *self,
                                                                          MarmotPack                *pack);

/**
 * marmot_monitoring_coverage_add_set:
 * @self: a coverage
 * @set: a set of observations
 * @error: return location for an error
 *
 * Adds the indicators of a set: by `indicator_code` where the set has it, or else by
 * `indicator_id` written as digits, and by `indicator_name`. A row without a `value`
 * is no figure. A set with none of the three columns, or without `value`, is a
 * %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: true if they were added, false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                  marmot_monitoring_coverage_add_set             (MarmotMonitoringCoverage  *self,
                                                                          MarmotObservationSet      *set,
                                                                          GError                   **error);

/**
 * marmot_monitoring_coverage_get_unobserved:
 * @self: a coverage
 *
 * The indicators of the tool without a figure, with columns `number`, `principle`,
 * `indicator`, `name`, `indicators` (the short names under which figures were looked
 * for) and `reason`: "not in the data", "no observation" or "no number".
 *
 * An indicator that names short names is looked for under these, and one that names
 * none under its own name, in which case and blanks at the ends are of no account.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable              *marmot_monitoring_coverage_get_unobserved      (MarmotMonitoringCoverage  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_get_unmeasured:
 * @self: a coverage
 *
 * The progress measures that no indicator measures, with columns `number`,
 * `principle`, `measure`, `name`, `indicators` and `reason`: "names no indicator", or
 * "unknown indicator" if what it names is neither in the tool nor in the data.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable              *marmot_monitoring_coverage_get_unmeasured      (MarmotMonitoringCoverage  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_get_gaps:
 * @self: a coverage
 *
 * The principles with no indicator, no measure or no partner, with columns `number`,
 * `principle`, `name`, `n_priorities`, `n_indicators`, `n_partners`, `n_measures`,
 * `n_services`, `n_programmes`, `n_policies`, `n_case_studies`, and `missing`, which
 * names those of the three that are not there.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable              *marmot_monitoring_coverage_get_gaps            (MarmotMonitoringCoverage  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_get_shared_measures:
 * @self: a coverage
 *
 * The measures that stand under more than one principle by the same short name, with
 * columns `measure`, `name`, `n_principles` and `principles`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable              *marmot_monitoring_coverage_get_shared_measures (MarmotMonitoringCoverage  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_get_unplaced:
 * @self: a coverage
 *
 * The indicators of the data that belong to no principle, neither through one of its
 * indicators nor through one of its measures, with columns `indicator`, `name`,
 * `group` and `n_figures`, in the order of the data.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable              *marmot_monitoring_coverage_get_unplaced        (MarmotMonitoringCoverage  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_get_untold:
 * @self: a coverage
 * @on: (nullable): the day on which case studies are to be told, or %NULL to leave
 *   their review dates out of account
 *
 * The case studies that may not be told, with columns `number`, `principle`,
 * `case_study`, `title`, `organisation`, `consent`, `review_date` and `reason`: "no
 * consent" or "review is due".
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable              *marmot_monitoring_coverage_get_untold          (MarmotMonitoringCoverage  *self,
                                                                          const GDate               *on) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_monitoring_coverage_to_text:
 * @self: a coverage
 * @on: (nullable): the day on which case studies are to be told, or %NULL
 *
 * All of it as a page of text for people, with a line break at the end.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                     *marmot_monitoring_coverage_to_text             (MarmotMonitoringCoverage  *self,
                                                                          const GDate               *on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
