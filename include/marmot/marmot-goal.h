/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-indicator.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotGoalForm:
 * @MARMOT_GOAL_FORM_VALUE: the value is to reach one limit
 * @MARMOT_GOAL_FORM_INTERVAL: the whole confidence interval is to reach it
 * @MARMOT_GOAL_FORM_RANGE: two limits, with amber between them
 * @MARMOT_GOAL_FORM_PERCENTILE_RANGE: as range, and the limits are percentiles
 *   of the upper-tier authorities
 * @MARMOT_GOAL_FORM_PREVIOUS_ENGLAND: at least England's value of the year before
 *
 * What kind of goal it is.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_GOAL_FORM_VALUE,
  MARMOT_GOAL_FORM_INTERVAL,
  MARMOT_GOAL_FORM_RANGE,
  MARMOT_GOAL_FORM_PERCENTILE_RANGE,
  MARMOT_GOAL_FORM_PREVIOUS_ENGLAND
} MarmotGoalForm;

/**
 * MarmotGoal:
 *
 * A goal that figures are held against, such as 90% to 95% of children
 * vaccinated. It has a polarity of its own, which need not be that of other
 * comparisons of the indicator.
 *
 * A goal judges any area's figures by colours; a [class@Marmot.Target] is what one
 * owner is to reach in one period.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_GOAL (marmot_goal_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotGoal, marmot_goal, MARMOT, GOAL, GObject)

/**
 * marmot_goal_get_form: (get-property form)
 * @self: a goal
 *
 * Returns: what kind of goal it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGoalForm marmot_goal_get_form (MarmotGoal *self);

/**
 * marmot_goal_get_polarity: (get-property polarity)
 * @self: a goal
 *
 * Returns: which direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_goal_get_polarity (MarmotGoal *self);

/**
 * marmot_goal_get_lower: (get-property lower)
 * @self: a goal
 *
 * Returns: the limit, or the lower of two; of percentiles from 0 to 100
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_goal_get_lower (MarmotGoal *self);

/**
 * marmot_goal_get_upper: (get-property upper)
 * @self: a goal
 *
 * Returns: the upper of two limits
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_goal_get_upper (MarmotGoal *self);

/**
 * marmot_goal_new:
 * @form: what kind of goal
 * @polarity: which direction is good
 * @lower: the limit, or the lower of two; not read for
 *   %MARMOT_GOAL_FORM_PREVIOUS_ENGLAND
 * @upper: the upper of two limits; not read where there is one
 *
 * Makes a goal.
 *
 * Returns: (transfer full): a new goal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGoal *marmot_goal_new (MarmotGoalForm form,
                             MarmotPolarity polarity,
                             double         lower,
                             double         upper) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_goal_get_method:
 * @self: a goal
 *
 * Returns: the method for citing it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_goal_get_method (MarmotGoal *self);

/**
 * marmot_goal_compare_columns:
 * @self: a goal
 * @figures: the figures, a row each, with a column `value`; `lower` and `upper` for
 *   %MARMOT_GOAL_FORM_INTERVAL, and `benchmark`, England's values of the year
 *   before, for %MARMOT_GOAL_FORM_PREVIOUS_ENGLAND
 * @upper_tier: (nullable): the values of the upper-tier authorities, for
 *   %MARMOT_GOAL_FORM_PERCENTILE_RANGE
 * @error: return location for an error
 *
 * Holds many figures against the goal. The result has the columns of
 * [func@Marmot.compare_columns]; the labels are Red, Amber, Green and Not
 * compared.
 *
 * A value on a single limit has reached it, whichever direction is good. A range
 * is half open: its lower limit is amber, and its upper limit is past it. Where
 * neither direction is good, a high one is taken as good, as Fingertips does, but
 * not for percentiles, which are then not compared. Against England's year before,
 * lower is red and anything else green, whatever the polarity. Percentiles are
 * interpolated linearly and need four values.
 *
 * The errors are those of [func@Marmot.compare_columns]; limits that are no numbers
 * or out of order, percentiles outside 0 to 100, and percentiles without
 * @upper_tier are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the results, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_goal_compare_columns (MarmotGoal   *self,
                                          MarmotTable  *figures,
                                          MarmotColumn *upper_tier,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
