/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotStudyDesign:
 * @MARMOT_STUDY_DESIGN_BEFORE_AFTER: people before and after, and nobody to compare them
 *   with
 * @MARMOT_STUDY_DESIGN_CONTROLLED: people before and after, and others who did not take
 *   part
 * @MARMOT_STUDY_DESIGN_RANDOMISED: the same, and chance decided who took part
 * @MARMOT_STUDY_DESIGN_INTERRUPTED_SERIES: a series of figures before and after, without
 *   another series beside it
 * @MARMOT_STUDY_DESIGN_MATCHED: people before and after, and others chosen to be like
 *   them
 *
 * What a change is compared with.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_STUDY_DESIGN_BEFORE_AFTER,
  MARMOT_STUDY_DESIGN_CONTROLLED,
  MARMOT_STUDY_DESIGN_RANDOMISED,
  MARMOT_STUDY_DESIGN_INTERRUPTED_SERIES,
  MARMOT_STUDY_DESIGN_MATCHED
} MarmotStudyDesign;

/**
 * marmot_study_design_has_control:
 * @design: a design
 *
 * Whether a design has others beside those who took part, without whom nobody knows what
 * would have changed anyway.
 *
 * Returns: true if it has a control
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_study_design_has_control (MarmotStudyDesign design);

/**
 * MarmotStudyChange:
 *
 * A change together with its design and its number of people, which says "change" where
 * the design has no control and "impact" only where it has.
 *
 * With a control the figure is the difference in differences: the change of those who took
 * part less that of the control. Without one it is the change itself, which holds whatever
 * would have happened anyway, and the return to the mean of people who were chosen
 * because they were doing badly. See the essay on surveys.
 *
 * It never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_STUDY_CHANGE (marmot_study_change_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotStudyChange, marmot_study_change, MARMOT, STUDY_CHANGE, GObject)

/**
 * marmot_study_change_new:
 * @design: a design without a control
 * @change: the change, after less before, with its limits
 * @n: in how many people
 * @error: return location for an error
 *
 * A change without a control.
 *
 * A change without a number of people that is above zero is refused
 * (%MARMOT_ERROR_INVALID_ARGUMENT), and so is a design that has a control: its control
 * goes with [ctor@Marmot.StudyChange.new_controlled].
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStudyChange *marmot_study_change_new            (MarmotStudyDesign   design,
                                                       MarmotEstimate     *change,
                                                       double              n,
                                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_study_change_new_controlled:
 * @design: a design with a control
 * @change: the change of those who took part, after less before, with its limits
 * @n: in how many people
 * @control: the change of the control, with limits at the same levels
 * @control_n: in how many people
 * @error: return location for an error
 *
 * The change of those who took part less that of the control: of means or of proportions,
 * in the same people or in others each time, whatever interval both have. The limits are put
 * together from theirs (Zou and Donner 2008):
 * d ∓ √((d₁ − l₁)² + (u₂ − d₂)²).
 *
 * Where either change has a status the difference has it too. Numbers of people that are
 * not above zero, other levels in the control, and a design without a control are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStudyChange *marmot_study_change_new_controlled (MarmotStudyDesign   design,
                                                       MarmotEstimate     *change,
                                                       double              n,
                                                       MarmotEstimate     *control,
                                                       double              control_n,
                                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_study_change_get_design:
 * @self: a change
 *
 * Returns: the design
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStudyDesign  marmot_study_change_get_design     (MarmotStudyChange *self);

/**
 * marmot_study_change_get_estimate:
 * @self: a change
 *
 * Returns: (transfer full): the difference in differences with a control, or the change
 *   itself without
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate    *marmot_study_change_get_estimate   (MarmotStudyChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_study_change_get_change:
 * @self: a change
 *
 * Returns: (transfer full): the change of those who took part
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate    *marmot_study_change_get_change     (MarmotStudyChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_study_change_get_control:
 * @self: a change
 *
 * Returns: (transfer full) (nullable): the change of the control, or %NULL without one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate    *marmot_study_change_get_control    (MarmotStudyChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_study_change_get_n:
 * @self: a change
 *
 * Returns: how many people took part
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double             marmot_study_change_get_n          (MarmotStudyChange *self);

/**
 * marmot_study_change_get_control_n:
 * @self: a change
 *
 * Returns: how many people were in the control; 0 without one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double             marmot_study_change_get_control_n  (MarmotStudyChange *self);

/**
 * marmot_study_change_get_word:
 * @self: a change
 *
 * What it may be called: "impact" with a control, "change" without.
 *
 * Returns: (transfer none): the word
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_study_change_get_word       (MarmotStudyChange *self);

/**
 * marmot_study_change_to_string:
 * @self: a change
 *
 * Says in a line what it is, in how many people, and what it cannot tell.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_study_change_to_string      (MarmotStudyChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_study_changes:
 * @design: the design of all of them
 * @figures: a row a change
 * @confidence: the confidence level of the limits in the figures
 * @error: return location for an error
 *
 * The same in columns. The figures have "change", "lower", "upper" and "n", and for a
 * design with a control "control", "control_lower", "control_upper" and "control_n".
 *
 * The result has "value", "lower", "upper", "status", and "word", what it may be called.
 * A row without a number of people has no value: "missing" where it is null,
 * "denominator-not-positive" where it is not above zero. Limits that do not hold their
 * figure are "out-of-range".
 *
 * Returns: (transfer full): a row a change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_study_changes               (MarmotStudyDesign   design,
                                                       MarmotTable        *figures,
                                                       double              confidence,
                                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
