/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-survey-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSurveyShare:
 *
 * What share of those who answered a survey gave an answer: of how many, with which
 * limits, and what those who did not answer leave open.
 *
 * The share is one of respondents and its limits are those of chance alone. Of all who
 * were invited nobody knows more than two bounds: the share if none of the silent would
 * have given the answer, and if all of them would. See the essay on surveys.
 *
 * A share never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SURVEY_SHARE (marmot_survey_share_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSurveyShare, marmot_survey_share, MARMOT, SURVEY_SHARE, GObject)

/**
 * marmot_survey_share_new:
 * @count: how many of the respondents gave the answer
 * @respondents: how many answered the question
 * @options: (nullable): what else is known, or %NULL
 * @error: return location for an error
 *
 * The share of respondents who gave an answer.
 *
 * The limits are those of a proportion (see [func@Marmot.proportion] for the methods,
 * Wilson's being the default) for an effective number of respondents
 * n ÷ (design effect × (N − n) ÷ (N − 1)), where *N* is the population if it is known
 * (Kish 1965; Cochran 1977). Where everybody answered there is no chance left and the
 * limits are the share.
 *
 * Numbers that cannot be give a share with a status and no value, as of
 * [func@Marmot.proportion]; so do more respondents than were invited, or than there are
 * people. Options out of range are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the share, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurveyShare *marmot_survey_share_new              (double                count,
                                                         double                respondents,
                                                         MarmotSurveyOptions  *options,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survey_share_new_from_percent:
 * @percent: the percentage as it was printed
 * @decimals: with how many decimals it was printed
 * @respondents: how many answered the question
 * @options: (nullable): what else is known, or %NULL
 * @error: return location for an error
 *
 * The share behind a percentage that was printed with its number of respondents. Where
 * several counts print so, the value is @percent as printed, the lower limit that of the
 * lowest of them and the upper that of the highest.
 *
 * A percentage and a number that cannot both be true are refused with
 * %MARMOT_ERROR_INVALID_DATA; [func@Marmot.attainable_counts] says which counts come
 * next. Numbers outside its ranges are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the share, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurveyShare *marmot_survey_share_new_from_percent (double                percent,
                                                         guint                 decimals,
                                                         gint64                respondents,
                                                         MarmotSurveyOptions  *options,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survey_share_get_estimate:
 * @self: a share
 *
 * Returns: (transfer full): the share of respondents with its limits
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_survey_share_get_estimate    (MarmotSurveyShare *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survey_share_get_first_count:
 * @self: a share
 *
 * Returns: how many gave the answer, at least
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_first_count (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_last_count:
 * @self: a share
 *
 * Returns: how many gave the answer, at most: another number than at least only where
 *   the share was made from a percentage
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_last_count  (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_respondents:
 * @self: a share
 *
 * Returns: how many answered the question
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_respondents (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_multiplier:
 * @self: a share
 *
 * Returns: what value, limits, response and bounds are multiplied by
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_multiplier  (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_effective_n:
 * @self: a share
 *
 * Returns: for how many respondents the limits are; infinite where everybody of the
 *   population answered; NaN where the share could not be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_effective_n (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_response:
 * @self: a share
 *
 * Returns: what share of the invited answered, in the unit of the multiplier; NaN where
 *   nobody knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_response    (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_lowest:
 * @self: a share
 *
 * What the share of all invited is at least: if none of those who did not answer would
 * have given the answer. It has nothing to do with chance (Manski 1990).
 *
 * Returns: the bound, in the unit of the multiplier; NaN where nobody knows how many were
 *   invited
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_lowest      (MarmotSurveyShare *self);

/**
 * marmot_survey_share_get_highest:
 * @self: a share
 *
 * What the share of all invited is at most: if all of those who did not answer would
 * have given the answer.
 *
 * Returns: the bound, in the unit of the multiplier; NaN where nobody knows how many were
 *   invited
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double          marmot_survey_share_get_highest     (MarmotSurveyShare *self);

/**
 * marmot_survey_share_is_small:
 * @self: a share
 *
 * Returns: true if it rests on fewer respondents than the options ask for
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_survey_share_is_small        (MarmotSurveyShare *self);

/**
 * marmot_survey_share_to_string:
 * @self: a share
 *
 * Says in a line what it is and of whom, such as "98.7% (97.0% to 99.4%, 95%) of 389
 * respondents; 38.9% of 1000 invited answered, so from 38.4% to 99.5% of all invited".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char           *marmot_survey_share_to_string       (MarmotSurveyShare *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survey_shares:
 * @figures: the figures, in one of three forms
 * @groups: (nullable): the group of every row, or %NULL: counts and percentages then give
 *   a row each, and answers one row for all of them
 * @options: (nullable): what else is known, or %NULL
 * @error: return location for an error
 *
 * The shares of respondents in columns; see [ctor@Marmot.SurveyShare.new]. The figures
 * are one of these:
 *
 * - counts: "count" and "respondents", and where they are known "invited", "population"
 *   and "design_effect". With groups they are added up, and figures then have no
 *   "design_effect", which does not add up;
 * - percentages: "percent", "decimals" and "respondents", with the same others, but not in
 *   groups. A row whose percentage and respondents cannot both be true is
 *   "not-attainable";
 * - answers: "answer", a row for everybody who was invited, true or 1, false or 0, and null
 *   for those who did not answer; and "weight", where the survey has weights. The share
 *   is then weighted, and the effective number of respondents
 *   (Σw)² ÷ Σw² before the design effect (Kish 1965). Null weights of people who answered
 *   make their group "missing", negative ones "out-of-range". With "invited" or "population"
 *   in the options these stand for every group. A row may stand for many people, as in
 *   [class@Marmot.Totals] by answer: "rows" is then how many, "weight" the sum of
 *   their weights, and "weight_squares" that of the squares.
 *
 * The result has "value" and its limits, and "status", as of
 * [method@Marmot.Estimates.to_table]; "count" (unweighted), or for percentages
 * "count_first" and "count_last"; "respondents"; "effective_n", null where everybody
 * of the population answered; "response", "lowest" and "highest", null where the number
 * of invited is not known; and "small", true where there are fewer respondents than the
 * options ask for. Multiplied are value, limits, response and both bounds.
 *
 * Missing columns are a %MARMOT_ERROR_NOT_FOUND, wrong ones a %MARMOT_ERROR_TYPE, and
 * groups of another length a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a row a share, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_survey_shares                (MarmotTable          *figures,
                                                     MarmotGroups         *groups,
                                                     MarmotSurveyOptions  *options,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
