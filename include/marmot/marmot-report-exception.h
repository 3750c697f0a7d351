/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-indicator.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotExceptionKind:
 * @MARMOT_EXCEPTION_KIND_WORSE: its interval lies on the wrong side of a
 *   benchmark
 * @MARMOT_EXCEPTION_KIND_CLAIM_DISAGREES: the words of a paper disagree with
 *   its figures
 * @MARMOT_EXCEPTION_KIND_BEHIND: it is behind its target, or on the wrong
 *   side of a benchmark by the values alone
 * @MARMOT_EXCEPTION_KIND_TARGET_REVIEW: its target asks to be reviewed
 *
 * Why something is an exception.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EXCEPTION_KIND_WORSE,
  MARMOT_EXCEPTION_KIND_CLAIM_DISAGREES,
  MARMOT_EXCEPTION_KIND_BEHIND,
  MARMOT_EXCEPTION_KIND_TARGET_REVIEW
} MarmotExceptionKind;

/**
 * MarmotReportException:
 *
 * Something that a board should see before anything else.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_REPORT_EXCEPTION (marmot_report_exception_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotReportException, marmot_report_exception, MARMOT, REPORT_EXCEPTION, GObject)

/**
 * marmot_report_exception_get_kind: (get-property kind)
 * @self: a report exception
 *
 * Returns: why it is an exception: the weightiest reason
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotExceptionKind marmot_report_exception_get_kind (MarmotReportException *self);

/**
 * marmot_report_exception_get_indicator: (get-property indicator)
 * @self: a report exception
 *
 * Returns: (transfer none) (nullable): the indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator *marmot_report_exception_get_indicator (MarmotReportException *self);

/**
 * marmot_report_exception_get_headline: (get-property headline)
 * @self: a report exception
 *
 * Returns: (transfer none) (nullable): what is the matter, in a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_report_exception_get_headline (MarmotReportException *self);

/**
 * marmot_report_exception_get_detail: (get-property detail)
 * @self: a report exception
 *
 * Returns: (transfer none) (nullable): the figures, and whatever else is the
 *   matter with the same indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_report_exception_get_detail (MarmotReportException *self);

G_END_DECLS
