/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEarlyHelpReportOptions:
 *
 * What stands on an early help page beside its figures, and how small a number may be:
 * see [class@Marmot.EarlyHelpReport]. Make them with g_object_new(), or with keywords in
 * Python and JavaScript; they never change.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EARLY_HELP_REPORT_OPTIONS (marmot_early_help_report_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEarlyHelpReportOptions,
                      marmot_early_help_report_options,
                      MARMOT,
                      EARLY_HELP_REPORT_OPTIONS,
                      GObject)

/**
 * marmot_early_help_report_options_new:
 * @title: (nullable): the title of the page, or %NULL for "Early help"
 * @council: (nullable): whose early help it is, or %NULL
 *
 * Makes options that hold the defaults for a page. For others use g_object_new().
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEarlyHelpReportOptions *marmot_early_help_report_options_new (const char *title,
                                                                    const char *council) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
