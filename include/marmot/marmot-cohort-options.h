/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-calendar.h>
#include <marmot/marmot-care-leaver-options.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCohortOptions:
 *
 * Of which time and of whom a measure of people is made, by what, and by which
 * conventions. Make them with g_object_new(), or with keywords in Python and JavaScript;
 * they never change. Where a function takes options, %NULL means their defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_COHORT_OPTIONS (marmot_cohort_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCohortOptions, marmot_cohort_options, MARMOT, COHORT_OPTIONS, GObject)

/**
 * marmot_cohort_options_new:
 * @period: (nullable): the period, or %NULL
 *
 * Makes options with the defaults of all others.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCohortOptions *marmot_cohort_options_new (MarmotPeriod *period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
