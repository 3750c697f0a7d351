/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-gap-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotGapMovement:
 * @MARMOT_GAP_MOVEMENT_NOT_JUDGED: nothing can be said, since a figure is missing or
 *   wrong, or the periods are not of the same groups
 * @MARMOT_GAP_MOVEMENT_NARROWED: it is nearer to none than it was
 * @MARMOT_GAP_MOVEMENT_WIDENED: it is farther from none than it was
 * @MARMOT_GAP_MOVEMENT_UNCHANGED: it is what it was
 * @MARMOT_GAP_MOVEMENT_REVERSED: the other group is the worse off now
 *
 * Where a gap went between two periods. Whether chance could explain it is another
 * question, and is answered beside it.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_GAP_MOVEMENT_NOT_JUDGED,
  MARMOT_GAP_MOVEMENT_NARROWED,
  MARMOT_GAP_MOVEMENT_WIDENED,
  MARMOT_GAP_MOVEMENT_UNCHANGED,
  MARMOT_GAP_MOVEMENT_REVERSED
} MarmotGapMovement;

/**
 * MarmotGapChange:
 *
 * Whether a gap narrowed between two periods: absolutely, relatively, or both, and
 * whether chance could explain it. See [func@Marmot.gap_changes].
 *
 * A change never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_GAP_CHANGE (marmot_gap_change_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotGapChange, marmot_gap_change, MARMOT, GAP_CHANGE, GObject)

/**
 * marmot_gap_changes:
 * @figures: a row a gap, in both periods
 * @options: (nullable): confidence levels, which way is better, covariances and the
 *   index, or %NULL for the defaults
 * @error: return location for an error
 *
 * Whether gaps narrowed between two periods, absolutely and relatively, and whether
 * chance could explain it.
 *
 * The columns of @figures are found by their names, and others are passed over. They
 * hold one of:
 *
 * - "most_1", "most_se_1", "least_1", "least_se_1", "most_2", "most_se_2", "least_2"
 *   and "least_se_2": the figures of the most and the least deprived in the earlier
 *   and the later period, with their standard errors. The absolute gap is their
 *   difference and the relative gap their ratio;
 * - "gap_1", "gap_se_1", "gap_2" and "gap_se_2": absolute gaps of any measure, such
 *   as slope indices, positive where the most deprived are worse off;
 * - "ratio_1", "log_se_1", "ratio_2" and "log_se_2": relative gaps of any measure,
 *   such as relative indices, above 1 where the most deprived are worse off, with the
 *   standard errors of their logarithms; beside the last or alone.
 *
 * They may hold "covariance" and "log_covariance", and "edition_1", "edition_2",
 * "lsoa_vintage_1" and "lsoa_vintage_2", which say by which index of deprivation the
 * groups were made.
 *
 * With gaps G₁ and G₂ and their standard errors s₁ and s₂:
 *
 *     change        = G₂ − G₁,  se = √(s₁² + s₂² − 2 covariance),  z = change / se
 *     p_narrowed    = the probability, were there no change, of a gap that fell by as
 *                     much or more on the side on which it was (one-sided)
 *     percent       = 100 (G₂ / G₁ − 1), with the limits of ln(G₂ / G₁), whose
 *                     standard error is √(s₁²/G₁² + s₂²/G₂² − 2 covariance/(G₁G₂))
 *     ratio_change  = R₂ / R₁, with the limits and the test of ln R₂ − ln R₁
 *
 * (Altman and Bland, BMJ 2003; 326: 219). The percentage needs both gaps above zero.
 * A level falls and a gap with it: an absolute gap may narrow while the relative gap
 * widens, so both are given (King, Harper and Young, BMJ 2012; 345: e5774).
 *
 * The result has a row a row. Of the absolute gap: "change" and "percent" with limits
 * and status as [method@Marmot.Estimates.to_table] names them ("change_lower",
 * "change_status"), "change_statistic", "change_p_value" and "change_p_narrowed",
 * "absolute", a [enum@Marmot.GapMovement] by its short name, and "absolute_chance",
 * whether chance could explain it: a two-sided p that is not below one less the first
 * level. Of the relative gap: "ratio_change" likewise, "ratio_change_statistic" and so
 * on, "relative" and "relative_chance". Then "verdict" in words, such as "narrowed
 * absolutely, widened relatively (chance could explain it)"; "comparable"; and
 * "reason".
 *
 * Where edition or vintage differ between the periods, or only one is known, the row
 * is not comparable: the numbers stand, a reason is given, and there is no verdict
 * unless the options say so.
 *
 * A missing or impossible number gives its row a status. Columns that are not there
 * are a %MARMOT_ERROR_NOT_FOUND, and of another type a %MARMOT_ERROR_TYPE; a method
 * or multiplier in the options is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_gap_changes (MarmotTable       *figures,
                                 MarmotGapOptions  *options,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_new_from_gaps:
 * @gap_1: the gap in the earlier period
 * @se_1: its standard error
 * @gap_2: the gap in the later period
 * @se_2: its standard error
 * @options: (nullable): as in [func@Marmot.gap_changes]
 * @error: return location for an error
 *
 * Whether an absolute gap narrowed.
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGapChange *marmot_gap_change_new_from_gaps (double             gap_1,
                                                  double             se_1,
                                                  double             gap_2,
                                                  double             se_2,
                                                  MarmotGapOptions  *options,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_new_from_ratios:
 * @ratio_1: the relative gap in the earlier period
 * @log_se_1: the standard error of its logarithm
 * @ratio_2: the relative gap in the later period
 * @log_se_2: the standard error of its logarithm
 * @options: (nullable): as in [func@Marmot.gap_changes]
 * @error: return location for an error
 *
 * Whether a relative gap narrowed.
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGapChange *marmot_gap_change_new_from_ratios (double             ratio_1,
                                                    double             log_se_1,
                                                    double             ratio_2,
                                                    double             log_se_2,
                                                    MarmotGapOptions  *options,
                                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_new_from_groups:
 * @most_1: the figure of the most deprived in the earlier period
 * @most_se_1: its standard error
 * @least_1: the figure of the least deprived in the earlier period
 * @least_se_1: its standard error
 * @most_2: the figure of the most deprived in the later period
 * @most_se_2: its standard error
 * @least_2: the figure of the least deprived in the later period
 * @least_se_2: its standard error
 * @options: (nullable): as in [func@Marmot.gap_changes]
 * @error: return location for an error
 *
 * Whether the gap between two groups narrowed, absolutely and relatively.
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGapChange *marmot_gap_change_new_from_groups (double             most_1,
                                                    double             most_se_1,
                                                    double             least_1,
                                                    double             least_se_1,
                                                    double             most_2,
                                                    double             most_se_2,
                                                    double             least_2,
                                                    double             least_se_2,
                                                    MarmotGapOptions  *options,
                                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_get_change:
 * @self: a change
 *
 * Returns: (transfer full) (nullable): the later gap less the earlier, or %NULL if
 *   only ratios were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_gap_change_get_change (MarmotGapChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_get_percent:
 * @self: a change
 *
 * Returns: (transfer full) (nullable): the change as a percentage of the earlier gap,
 *   or %NULL if only ratios were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_gap_change_get_percent (MarmotGapChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_get_ratio_change:
 * @self: a change
 *
 * Returns: (transfer full) (nullable): the later ratio over the earlier, below 1 where
 *   the relative gap fell, or %NULL if only gaps were given
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_gap_change_get_ratio_change (MarmotGapChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_gap_change_get_p_value:
 * @self: a change
 * @relative: whether of the relative gap, and not the absolute
 *
 * Returns: the two-sided probability, were there no change, of one as large or larger;
 *   NaN where it could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_gap_change_get_p_value (MarmotGapChange *self,
                                      gboolean         relative);

/**
 * marmot_gap_change_get_p_narrowed:
 * @self: a change
 * @relative: whether of the relative gap, and not the absolute
 *
 * Returns: the one-sided probability, were there no change, of a gap that narrowed by
 *   as much or more; NaN where it could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_gap_change_get_p_narrowed (MarmotGapChange *self,
                                         gboolean         relative);

/**
 * marmot_gap_change_get_movement:
 * @self: a change
 * @relative: whether of the relative gap, and not the absolute
 *
 * Returns: where the gap went
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGapMovement marmot_gap_change_get_movement (MarmotGapChange *self,
                                                  gboolean         relative);

/**
 * marmot_gap_change_get_comparable:
 * @self: a change
 *
 * Returns: whether both periods are of the same edition of the index and the same
 *   small areas, as far as the options say
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_gap_change_get_comparable (MarmotGapChange *self);

/**
 * marmot_gap_change_get_verdict:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): what became of the gap in words, such as
 *   "narrowed absolutely, widened relatively", or %NULL if nothing can be said
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_gap_change_get_verdict (MarmotGapChange *self);

/**
 * marmot_gap_change_get_reason:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): why the periods cannot be compared, or %NULL if
 *   they can
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_gap_change_get_reason (MarmotGapChange *self);

/**
 * marmot_gap_change_to_string:
 * @self: a change
 *
 * Says in a line what it is: the verdict, or the reason why there is none.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_gap_change_to_string (MarmotGapChange *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
