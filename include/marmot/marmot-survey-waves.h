/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-contrast.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-survey-share.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-wave-options.h>

G_BEGIN_DECLS

/**
 * marmot_survey_change:
 * @first: the share in the earlier survey
 * @second: the share in the later one, or in another place
 * @overlap: how many people answered both; 0 for surveys of different people
 * @correlation: the correlation of the answers of a person who answered both, from −1 to 1
 * @error: return location for an error
 *
 * Two surveys compared: @second less @first.
 *
 * The limits are put together from those of both shares, which hold their design effects
 * and populations, less what they share: the correlation of the shares is
 * @correlation × @overlap ÷ √(n₁n₂) (Kish 1965; Zou 2007). Of plain surveys of different
 * people they are Newcombe's (1998, method 10). The test is that of the pooled share for the
 * effective numbers, Pearson's chi-squared for plain surveys.
 *
 * Where a share has a status the change has it too. Shares with other levels or
 * multipliers, more overlap than respondents, and a correlation out of range are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the change, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_survey_change     (MarmotSurveyShare   *first,
                                          MarmotSurveyShare   *second,
                                          double               overlap,
                                          double               correlation,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survey_detectable:
 * @share: the share now, as a proportion
 * @n_first: the effective number of respondents now
 * @n_second: that of the survey to come
 * @confidence: the confidence level of the comparison, as a proportion
 * @power: how surely the change is to be found, as a proportion
 * @rise: true for a rise, false for a fall
 * @error: return location for an error
 *
 * How large a true change two surveys of different people would find
 * (Fleiss, Levin and Paik 2003, section 4.2, without the correction for continuity). What is
 * smaller they cannot tell from chance.
 *
 * Numbers out of range are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: the change in the size of a proportion; NaN where no change could be found, or
 *   with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_detectable (double               share,
                                          double               n_first,
                                          double               n_second,
                                          double               confidence,
                                          double               power,
                                          gboolean             rise,
                                          GError             **error);

/**
 * marmot_survey_waves:
 * @figures: a row a wave: "wave", by whose numbers waves are ordered, such as years; counts or
 *   percentages as of [func@Marmot.survey_shares]; and where some people answered this wave and
 *   the one before, "overlap", how many
 * @series: (nullable): the question, or place, of every row, or %NULL for one series
 * @options: (nullable): what else is known, or %NULL
 * @error: return location for an error
 *
 * The waves of surveys, each compared with the one before and with the first; see
 * [func@Marmot.survey_change].
 *
 * The result has the columns of [func@Marmot.survey_shares]; "change", "change_lower",
 * "change_upper" and "change_status" against the wave before; "z" and "p_value" of the test;
 * "p_adjusted", the same by Holm's method for all such changes of the series (Holm 1979);
 * "detectable_rise" and "detectable_fall", how large a true change these two waves would have
 * found, see [func@Marmot.survey_detectable]; and "since_first", "since_first_lower",
 * "since_first_upper", "since_first_status" and "since_first_p" against the first wave, as if
 * nobody had answered both: limits that are too wide if anything where people stay alike. Of
 * first waves all these are null with the status "empty-group". Changes are multiplied
 * as shares are.
 *
 * Where the wave before has no share, the change has its status. Rows of one wave twice are
 * "duplicate-wave", and those without a number of wave "missing" or "not-finite". An overlap
 * that is more than the respondents is "out-of-range".
 *
 * Several confidence levels, a correlation outside −1 and 1, and a power outside 0 and 1
 * are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a row a wave, in the order of the figures, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_survey_waves      (MarmotTable         *figures,
                                          MarmotGroups        *series,
                                          MarmotWaveOptions   *options,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
