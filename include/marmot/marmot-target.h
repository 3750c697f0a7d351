/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-indicator.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTargetProfile:
 * @MARMOT_TARGET_PROFILE_PERIOD: for one period, such as a year
 * @MARMOT_TARGET_PROFILE_PROGRAMME: for the whole of a programme of several
 *   periods
 * @MARMOT_TARGET_PROFILE_TO_DATE: for the part of a period that has passed: a
 *   profile that the owner supplies
 *
 * What a target is a target for.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TARGET_PROFILE_PERIOD,
  MARMOT_TARGET_PROFILE_PROGRAMME,
  MARMOT_TARGET_PROFILE_TO_DATE
} MarmotTargetProfile;

/**
 * MarmotTarget:
 *
 * What an indicator is to reach, and when. The targets of an indicator are
 * its profile: one a period, one for the whole programme, and, where the
 * owner supplies them, what should have been reached by the end of each
 * quarter.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TARGET (marmot_target_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTarget, marmot_target, MARMOT, TARGET, GObject)

/**
 * marmot_target_get_indicator: (get-property indicator)
 * @self: a target
 *
 * Returns: (transfer none) (nullable): the indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator *marmot_target_get_indicator (MarmotTarget *self);

/**
 * marmot_target_get_period: (get-property period)
 * @self: a target
 *
 * Returns: (transfer none) (nullable): the period in which it is to be
 *   reached
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_target_get_period (MarmotTarget *self);

/**
 * marmot_target_get_profile: (get-property profile)
 * @self: a target
 *
 * Returns: what it is a target for
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTargetProfile marmot_target_get_profile (MarmotTarget *self);

/**
 * marmot_target_get_value: (get-property value)
 * @self: a target
 *
 * Returns: (transfer none) (nullable): the value to be reached, or why there
 *   is none, as printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_target_get_value (MarmotTarget *self);

/**
 * marmot_target_get_basis: (get-property basis)
 * @self: a target
 *
 * Returns: (transfer none) (nullable): how the target was set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_target_get_basis (MarmotTarget *self);

/**
 * marmot_target_get_source: (get-property source)
 * @self: a target
 *
 * Returns: (transfer none) (nullable): the paper or file that the figure was
 *   taken from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_target_get_source (MarmotTarget *self);

/**
 * marmot_target_get_line: (get-property line)
 * @self: a target
 *
 * Returns: the line of the source, from 1, or 0 where it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_target_get_line (MarmotTarget *self);

G_END_DECLS
