/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotMethod:
 * @MARMOT_METHOD_DEFAULT: the customary method of the function that is called
 * @MARMOT_METHOD_NONE: no interval was computed, or none was printed
 * @MARMOT_METHOD_AS_PUBLISHED: the figures were taken as their source printed
 *   them
 * @MARMOT_METHOD_WILSON: Wilson's score interval for a proportion
 * @MARMOT_METHOD_EXACT_POISSON: the exact Poisson interval for a count
 * @MARMOT_METHOD_BYAR: Byar's approximation for a count
 * @MARMOT_METHOD_POISSON: the exact Poisson interval under ten events and
 *   Byar's approximation from ten
 * @MARMOT_METHOD_BENCHMARK_INTERVAL: whether the interval of a figure holds
 *   the benchmark
 * @MARMOT_METHOD_BENCHMARK_VALUES: which of two printed values is the higher
 * @MARMOT_METHOD_CHANGE: the later figure less the earlier
 * @MARMOT_METHOD_PART_OF_YEAR: the year to date less its latest quarter
 * @MARMOT_METHOD_PROGRESS: what has been reached as a percentage of the target
 * @MARMOT_METHOD_STRAIGHT_LINE: a target, as far as its period has passed
 * @MARMOT_METHOD_OWNER_PROFILE: what the owner expects by a given time
 * @MARMOT_METHOD_RUN_RATE: the rest of a period at the average rate so far
 * @MARMOT_METHOD_BENCHMARK_ONE_LEVEL: whether the interval of a figure holds
 *   the benchmark, at full precision
 * @MARMOT_METHOD_BENCHMARK_TWO_LEVELS: whether the 95% and the 99.8% interval
 *   of a figure hold the benchmark
 * @MARMOT_METHOD_BENCHMARK_BOTH_INTERVALS: whether the intervals of a figure
 *   and of the benchmark overlap
 * @MARMOT_METHOD_BENCHMARK_SPC_PROPORTION: whether a proportion lies inside
 *   Wilson's limits around the benchmark
 * @MARMOT_METHOD_BENCHMARK_SPC_DSR: whether a directly standardised rate lies
 *   inside the exact Poisson limits around the benchmark
 * @MARMOT_METHOD_QUINTILES: which fifth of the areas a figure is in, by
 *   percentiles
 * @MARMOT_METHOD_QUARTILES: which quarter of the areas a figure is in, by
 *   percentiles
 * @MARMOT_METHOD_QUINTILES_NTILE: which fifth of the areas a figure is in,
 *   dealt out in order
 * @MARMOT_METHOD_QUARTILES_NTILE: which quarter of the areas a figure is in,
 *   dealt out in order
 * @MARMOT_METHOD_SUICIDE_PREVENTION_PLAN: whether an area has a suicide
 *   prevention plan
 * @MARMOT_METHOD_GOAL_VALUE: whether a figure has reached a goal
 * @MARMOT_METHOD_GOAL_INTERVAL: whether the interval of a figure has reached a
 *   goal
 * @MARMOT_METHOD_GOAL_RANGE: where a figure stands to the two limits of a goal
 * @MARMOT_METHOD_GOAL_PERCENTILE_RANGE: where a figure stands to two
 *   percentiles of the areas
 * @MARMOT_METHOD_GOAL_PREVIOUS_ENGLAND: whether a figure is at least England's
 *   of the year before
 * @MARMOT_METHOD_AVERAGE_POOLED: the counts of several areas over their
 *   denominators
 * @MARMOT_METHOD_AVERAGE_OF_AREAS: the mean of the values of several areas,
 *   each counting once
 * @MARMOT_METHOD_TREND_FINGERTIPS: a line through the five latest figures, as
 *   the Fingertips site drew it
 * @MARMOT_METHOD_TREND_OHID_GUIDANCE: a line through the five latest figures, as
 *   the written guidance of Fingertips has it
 * @MARMOT_METHOD_TREND_TWO_POINTS: whether the intervals of two figures overlap
 * @MARMOT_METHOD_CLOPPER_PEARSON: the exact interval for a proportion
 * @MARMOT_METHOD_AGRESTI_COULL: Agresti and Coull's interval for a proportion
 * @MARMOT_METHOD_JEFFREYS: the equal-tailed interval of Jeffreys' prior for a
 *   proportion
 * @MARMOT_METHOD_NORMAL: the normal approximation, with the standard error that
 *   is estimated
 * @MARMOT_METHOD_PERCENTILE_TYPE_7: percentiles interpolated linearly
 * @MARMOT_METHOD_PERCENTILE_FINGERTIPS: percentiles interpolated linearly, to ten
 *   decimals
 * @MARMOT_METHOD_NEWCOMBE: Newcombe's hybrid of two Wilson intervals
 * @MARMOT_METHOD_MIETTINEN_NURMINEN: Miettinen and Nurminen's score interval
 * @MARMOT_METHOD_KOOPMAN: Koopman's score interval for a ratio
 * @MARMOT_METHOD_KATZ: the logarithmic interval for a ratio of proportions
 * @MARMOT_METHOD_WOOLF: the logarithmic interval for an odds ratio
 * @MARMOT_METHOD_MOVER: the hybrid of two intervals for rates
 * @MARMOT_METHOD_EXACT_CONDITIONAL: the exact interval for a ratio of rates, or its
 *   test
 * @MARMOT_METHOD_MID_P_CONDITIONAL: the mid-p test that two rates are the same
 * @MARMOT_METHOD_SCORE: a score interval, or the score test
 * @MARMOT_METHOD_LOG_NORMAL: the normal interval on the logarithmic scale
 * @MARMOT_METHOD_CHI_SQUARED: Pearson's chi-squared test
 * @MARMOT_METHOD_CHI_SQUARED_N_1: the chi-squared test with N - 1
 * @MARMOT_METHOD_FISHER: Fisher's exact test
 * @MARMOT_METHOD_FISHER_MID_P: Fisher's test with mid-p
 * @MARMOT_METHOD_STUDENT: Student's t interval for a mean, or the t test with one
 *   variance for both groups
 * @MARMOT_METHOD_WELCH: Welch's t interval or test, with a variance for each group
 * @MARMOT_METHOD_LOG_T: the t interval or test for a ratio of means on the
 *   logarithmic scale
 * @MARMOT_METHOD_FIELLER: Fieller's interval for a ratio
 * @MARMOT_METHOD_EXACT_BINOMIAL: the exact binomial test of a proportion
 * @MARMOT_METHOD_DIRECT: a directly standardised rate, with Dobson's interval on
 *   Byar's limits
 * @MARMOT_METHOD_DIRECT_EXACT: a directly standardised rate, with Dobson's
 *   interval on exact limits
 * @MARMOT_METHOD_DIRECT_FREQUENCIES: a directly standardised rate of events
 *   of which one person may have several
 * @MARMOT_METHOD_INDIRECT: an indirectly standardised rate or ratio
 * @MARMOT_METHOD_YEARS_LOST: years of life lost, with Dobson's interval on the
 *   deaths
 * @MARMOT_METHOD_CHIANG_SILCOCKS: life expectancy from an abridged life table
 * @MARMOT_METHOD_SULLIVAN: healthy life expectancy from a life table and the
 *   shares in good health
 * @MARMOT_METHOD_ARRIAGA: a gap in life expectancy by age and cause, the mean
 *   of both directions of Arriaga's decomposition
 * @MARMOT_METHOD_NUSSELDER_LOOMAN: a gap in healthy life expectancy, split into
 *   mortality and health
 * @MARMOT_METHOD_PROPAGATED: the sampling errors of the groups, propagated
 * @MARMOT_METHOD_BACK_TRANSFORMED: limits of a slope of logarithms or logits,
 *   turned back about the middle of the line
 * @MARMOT_METHOD_RESIDUAL_T: the scatter of the groups round a line
 * @MARMOT_METHOD_HC1: a variance that is robust to unequal scatter
 * @MARMOT_METHOD_MODEL_INFORMATION: the information of the likelihood
 * @MARMOT_METHOD_SURVEY_DESIGN: linearised under the design of a survey: its
 *   weights, clusters and strata
 * @MARMOT_METHOD_SIMULATION: figures drawn again from their errors
 * @MARMOT_METHOD_BOOTSTRAP: rows drawn again with putting back
 * @MARMOT_METHOD_INFLUENCE: the influence of each person who was drawn
 * @MARMOT_METHOD_CONVENIENT_REGRESSION: the error of the convenient regression
 * @MARMOT_METHOD_CONVENIENT_HC1: its error, robust to unequal scatter
 * @MARMOT_METHOD_CONVENIENT_CLUSTER: its error, robust to clusters
 * @MARMOT_METHOD_QUADRATIC: the variance of a quadratic form of normal figures
 * @MARMOT_METHOD_WALTER: Walter's standard error of an attributable fraction
 * @MARMOT_METHOD_QUANTILE_RANK: equal groups by the least rank of a tie
 * @MARMOT_METHOD_QUANTILE_PERCENTILE: equal groups between percentiles
 * @MARMOT_METHOD_QUANTILE_DEALT: equal groups dealt out in order
 * @MARMOT_METHOD_QUANTILE_PEOPLE: groups of as many people
 * @MARMOT_METHOD_FUNNEL: control limits of chance around an average
 * @MARMOT_METHOD_FUNNEL_MULTIPLICATIVE: those, wider by a factor
 * @MARMOT_METHOD_FUNNEL_ADDITIVE: those, with a variance between areas
 * @MARMOT_METHOD_RANK_INTERVALS: the ranks that intervals leave open
 * @MARMOT_METHOD_GAP_CHANGE: the change of a gap between two periods
 * @MARMOT_METHOD_GAP_RATIO_CHANGE: the change of a relative gap between two
 *   periods, as a ratio of ratios
 * @MARMOT_METHOD_GAP_PERCENT_CHANGE: the change of a gap as a percentage of what
 *   it was
 * @MARMOT_METHOD_GAP_TREND: the slope of a gap over several periods, weighted by
 *   one over the variances
 * @MARMOT_METHOD_EXCESS: what groups have over a reference, with limits by the delta
 *   method
 * @MARMOT_METHOD_LEVELLING: the fewest events to prevent for a goal to be reached
 * @MARMOT_METHOD_KITAGAWA: a change taken apart into figures and mix
 * @MARMOT_METHOD_POWER: the smallest change that could be told from chance
 * @MARMOT_METHOD_STANDARDISED_GAP: the difference of the normal quantiles of two shares
 * @MARMOT_METHOD_NEWCOMBE_PAIRED: Newcombe's interval for a difference of proportions in
 *   the same people
 * @MARMOT_METHOD_TANGO: Tango's score interval for a difference of proportions in the same
 *   people
 * @MARMOT_METHOD_MCNEMAR_MID_P: McNemar's test by the binomial distribution, with half of
 *   what was seen
 * @MARMOT_METHOD_MCNEMAR_EXACT: McNemar's test by the binomial distribution
 * @MARMOT_METHOD_MCNEMAR: McNemar's test by the normal distribution
 * @MARMOT_METHOD_MCNEMAR_CORRECTED: the same with the correction for continuity
 * @MARMOT_METHOD_DIFFERENCE_IN_DIFFERENCES: the change of those who took part less that
 *   of the control
 * @MARMOT_METHOD_AMONG_OTHERS: a place predicted from the other places
 * @MARMOT_METHOD_WAVE_DIFFERENCE: the difference of two waves of a survey
 * @MARMOT_METHOD_WAVE_TEST: the test of two waves of a survey
 * @MARMOT_METHOD_XMR: mean, and limits from the mean range between neighbours
 * @MARMOT_METHOD_XMR_SCREENED: the same, from the ranges that are not large
 * @MARMOT_METHOD_MAKING_DATA_COUNT: the rules of Making Data Count by which a point is no
 *   chance
 * @MARMOT_METHOD_CURVE_LOG_LOG: limits of a share over time on the log(−log) scale; none where
 *   it is 0 or 1
 * @MARMOT_METHOD_CURVE_LOG: limits of a share over time on the log scale, the upper cut at 1;
 *   none where it is 0
 * @MARMOT_METHOD_CURVE_PLAIN: limits of a share over time as it is, cut at 0 and 1
 * @MARMOT_METHOD_CURVE_LOGIT: limits of a share over time on the logit scale; none where it is
 *   0 or 1
 * @MARMOT_METHOD_CURVE_ARCSINE: limits of a share over time on the arcsine of its root; none
 *   where it is 0 or 1
 * @MARMOT_METHOD_KAPLAN_MEIER: the share left without an event over time
 * @MARMOT_METHOD_GREENWOOD: Greenwood's variance of a share over time
 * @MARMOT_METHOD_INFINITESIMAL_JACKKNIFE: a variance from the influence of rows, or of
 *   clusters of them
 * @MARMOT_METHOD_AALEN_JOHANSEN: the share that has had an event of a cause over time
 * @MARMOT_METHOD_NELSON_AALEN: a cumulative hazard, with the variance of Poisson counts
 * @MARMOT_METHOD_NELSON_AALEN_BINOMIAL: a cumulative hazard, with the variance of
 *   binomial counts
 * @MARMOT_METHOD_FLEMING_HARRINGTON: a cumulative hazard for which tied events leave one
 *   after another
 * @MARMOT_METHOD_QUANTILE_OF_TIMES: when a share has had an event, with limits from those of
 *   the curve
 * @MARMOT_METHOD_RESTRICTED_MEAN: the mean time without an event up to a stated time
 * @MARMOT_METHOD_FIXED_TIME: the difference of two curves at a time fixed beforehand
 * @MARMOT_METHOD_LOG_RANK: the log-rank test
 * @MARMOT_METHOD_PETO_PETO: Peto and Peto's test, a log-rank test with weights
 * @MARMOT_METHOD_HARRINGTON_FLEMING: a log-rank test weighted by a power of the share left
 * @MARMOT_METHOD_GRAY: Gray's test of cumulative incidences
 * @MARMOT_METHOD_MANN_KENDALL: the Mann-Kendall test of a series
 * @MARMOT_METHOD_SEN_SLOPE: the median of the slopes between all pairs of points
 * @MARMOT_METHOD_COCHRAN_ARMITAGE: the chi-squared test for a trend in proportions
 * @MARMOT_METHOD_MANTEL_TREND: the same test with N − 1 in place of N
 * @MARMOT_METHOD_WEIGHTED_SLOPE: a straight line weighted by one over the variances
 * @MARMOT_METHOD_ROLLING: several periods that end with each, taken together
 * @MARMOT_METHOD_YEAR_TO_DATE: the periods of a year so far, taken together
 * @MARMOT_METHOD_SIMPLE_SMOOTHING: a level that follows a series
 * @MARMOT_METHOD_HOLT: a level and a slope that follow a series
 * @MARMOT_METHOD_DAMPED_HOLT: the same with a slope that dies down
 * @MARMOT_METHOD_P_CHART: a control chart of shares
 * @MARMOT_METHOD_U_CHART: a control chart of events per denominator
 * @MARMOT_METHOD_C_CHART: a control chart of events
 * @MARMOT_METHOD_G_CHART: a control chart of cases between events
 * @MARMOT_METHOD_T_CHART: a control chart of times between events
 * @MARMOT_METHOD_P_PRIME_CHART: a p chart with limits as wide as its points vary
 * @MARMOT_METHOD_U_PRIME_CHART: a u chart with limits as wide as its points vary
 * @MARMOT_METHOD_RUN_CHART: a run chart with Anhøj's rules
 * @MARMOT_METHOD_PETTITT: Pettitt's test of a step
 * @MARMOT_METHOD_EARS_C1: EARS C1, against the points right before
 * @MARMOT_METHOD_EARS_C2: EARS C2, against the points before the last two
 * @MARMOT_METHOD_EARS_C3: EARS C3, C2 added up over three points
 * @MARMOT_METHOD_CUSUM: deviations added up
 * @MARMOT_METHOD_MULTISTATE: people expected in each state of a Markov model, without limits
 * @MARMOT_METHOD_MULTISTATE_SIMULATION: the same, with limits from simulated rates and
 *   simulated people
 * @MARMOT_METHOD_MULTISTATE_CHANCE: the same, with limits from simulated people alone, at the
 *   rates that were observed
 * @MARMOT_METHOD_MULTISTATE_RATES: the same, with limits from simulated rates alone, people
 *   as expected
 * @MARMOT_METHOD_MOVER_LIMITS: the difference of two estimates, from the limits of each
 *
 * How a figure was made. Each method can print its name and its citation, so
 * that every published figure can say where it comes from.
 *
 * More methods may follow.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_METHOD_DEFAULT,
  MARMOT_METHOD_NONE,
  MARMOT_METHOD_AS_PUBLISHED,
  MARMOT_METHOD_WILSON,
  MARMOT_METHOD_EXACT_POISSON,
  MARMOT_METHOD_BYAR,
  MARMOT_METHOD_POISSON,
  MARMOT_METHOD_BENCHMARK_INTERVAL,
  MARMOT_METHOD_BENCHMARK_VALUES,
  MARMOT_METHOD_CHANGE,
  MARMOT_METHOD_PART_OF_YEAR,
  MARMOT_METHOD_PROGRESS,
  MARMOT_METHOD_STRAIGHT_LINE,
  MARMOT_METHOD_OWNER_PROFILE,
  MARMOT_METHOD_RUN_RATE,
  MARMOT_METHOD_BENCHMARK_ONE_LEVEL,
  MARMOT_METHOD_BENCHMARK_TWO_LEVELS,
  MARMOT_METHOD_BENCHMARK_BOTH_INTERVALS,
  MARMOT_METHOD_BENCHMARK_SPC_PROPORTION,
  MARMOT_METHOD_BENCHMARK_SPC_DSR,
  MARMOT_METHOD_QUINTILES,
  MARMOT_METHOD_QUARTILES,
  MARMOT_METHOD_QUINTILES_NTILE,
  MARMOT_METHOD_QUARTILES_NTILE,
  MARMOT_METHOD_SUICIDE_PREVENTION_PLAN,
  MARMOT_METHOD_GOAL_VALUE,
  MARMOT_METHOD_GOAL_INTERVAL,
  MARMOT_METHOD_GOAL_RANGE,
  MARMOT_METHOD_GOAL_PERCENTILE_RANGE,
  MARMOT_METHOD_GOAL_PREVIOUS_ENGLAND,
  MARMOT_METHOD_AVERAGE_POOLED,
  MARMOT_METHOD_AVERAGE_OF_AREAS,
  MARMOT_METHOD_TREND_FINGERTIPS,
  MARMOT_METHOD_TREND_OHID_GUIDANCE,
  MARMOT_METHOD_TREND_TWO_POINTS,
  MARMOT_METHOD_CLOPPER_PEARSON,
  MARMOT_METHOD_AGRESTI_COULL,
  MARMOT_METHOD_JEFFREYS,
  MARMOT_METHOD_NORMAL,
  MARMOT_METHOD_PERCENTILE_TYPE_7,
  MARMOT_METHOD_PERCENTILE_FINGERTIPS,
  MARMOT_METHOD_NEWCOMBE,
  MARMOT_METHOD_MIETTINEN_NURMINEN,
  MARMOT_METHOD_KOOPMAN,
  MARMOT_METHOD_KATZ,
  MARMOT_METHOD_WOOLF,
  MARMOT_METHOD_MOVER,
  MARMOT_METHOD_EXACT_CONDITIONAL,
  MARMOT_METHOD_MID_P_CONDITIONAL,
  MARMOT_METHOD_SCORE,
  MARMOT_METHOD_LOG_NORMAL,
  MARMOT_METHOD_CHI_SQUARED,
  MARMOT_METHOD_CHI_SQUARED_N_1,
  MARMOT_METHOD_FISHER,
  MARMOT_METHOD_FISHER_MID_P,
  MARMOT_METHOD_STUDENT,
  MARMOT_METHOD_WELCH,
  MARMOT_METHOD_LOG_T,
  MARMOT_METHOD_FIELLER,
  MARMOT_METHOD_EXACT_BINOMIAL,
  MARMOT_METHOD_DIRECT,
  MARMOT_METHOD_DIRECT_EXACT,
  MARMOT_METHOD_DIRECT_FREQUENCIES,
  MARMOT_METHOD_INDIRECT,
  MARMOT_METHOD_YEARS_LOST,
  MARMOT_METHOD_CHIANG_SILCOCKS,
  MARMOT_METHOD_SULLIVAN,
  MARMOT_METHOD_ARRIAGA,
  MARMOT_METHOD_NUSSELDER_LOOMAN,
  MARMOT_METHOD_PROPAGATED,
  MARMOT_METHOD_BACK_TRANSFORMED,
  MARMOT_METHOD_RESIDUAL_T,
  MARMOT_METHOD_HC1,
  MARMOT_METHOD_MODEL_INFORMATION,
  MARMOT_METHOD_SIMULATION,
  MARMOT_METHOD_BOOTSTRAP,
  MARMOT_METHOD_INFLUENCE,
  MARMOT_METHOD_CONVENIENT_REGRESSION,
  MARMOT_METHOD_CONVENIENT_HC1,
  MARMOT_METHOD_CONVENIENT_CLUSTER,
  MARMOT_METHOD_QUADRATIC,
  MARMOT_METHOD_WALTER,
  MARMOT_METHOD_QUANTILE_RANK,
  MARMOT_METHOD_QUANTILE_PERCENTILE,
  MARMOT_METHOD_QUANTILE_DEALT,
  MARMOT_METHOD_QUANTILE_PEOPLE,
  MARMOT_METHOD_FUNNEL,
  MARMOT_METHOD_FUNNEL_MULTIPLICATIVE,
  MARMOT_METHOD_FUNNEL_ADDITIVE,
  MARMOT_METHOD_RANK_INTERVALS,
  MARMOT_METHOD_GAP_CHANGE,
  MARMOT_METHOD_GAP_RATIO_CHANGE,
  MARMOT_METHOD_GAP_PERCENT_CHANGE,
  MARMOT_METHOD_GAP_TREND,
  MARMOT_METHOD_EXCESS,
  MARMOT_METHOD_LEVELLING,
  MARMOT_METHOD_KITAGAWA,
  MARMOT_METHOD_POWER,
  MARMOT_METHOD_STANDARDISED_GAP,
  MARMOT_METHOD_NEWCOMBE_PAIRED,
  MARMOT_METHOD_TANGO,
  MARMOT_METHOD_MCNEMAR_MID_P,
  MARMOT_METHOD_MCNEMAR_EXACT,
  MARMOT_METHOD_MCNEMAR,
  MARMOT_METHOD_MCNEMAR_CORRECTED,
  MARMOT_METHOD_DIFFERENCE_IN_DIFFERENCES,
  MARMOT_METHOD_AMONG_OTHERS,
  MARMOT_METHOD_WAVE_DIFFERENCE,
  MARMOT_METHOD_WAVE_TEST,
  MARMOT_METHOD_SURVEY_DESIGN,
  MARMOT_METHOD_XMR,
  MARMOT_METHOD_XMR_SCREENED,
  MARMOT_METHOD_MAKING_DATA_COUNT,
  MARMOT_METHOD_CURVE_LOG_LOG,
  MARMOT_METHOD_CURVE_LOG,
  MARMOT_METHOD_CURVE_PLAIN,
  MARMOT_METHOD_CURVE_LOGIT,
  MARMOT_METHOD_CURVE_ARCSINE,
  MARMOT_METHOD_KAPLAN_MEIER,
  MARMOT_METHOD_GREENWOOD,
  MARMOT_METHOD_INFINITESIMAL_JACKKNIFE,
  MARMOT_METHOD_AALEN_JOHANSEN,
  MARMOT_METHOD_NELSON_AALEN,
  MARMOT_METHOD_NELSON_AALEN_BINOMIAL,
  MARMOT_METHOD_FLEMING_HARRINGTON,
  MARMOT_METHOD_QUANTILE_OF_TIMES,
  MARMOT_METHOD_RESTRICTED_MEAN,
  MARMOT_METHOD_FIXED_TIME,
  MARMOT_METHOD_LOG_RANK,
  MARMOT_METHOD_PETO_PETO,
  MARMOT_METHOD_HARRINGTON_FLEMING,
  MARMOT_METHOD_GRAY,
  MARMOT_METHOD_MANN_KENDALL,
  MARMOT_METHOD_SEN_SLOPE,
  MARMOT_METHOD_COCHRAN_ARMITAGE,
  MARMOT_METHOD_MANTEL_TREND,
  MARMOT_METHOD_WEIGHTED_SLOPE,
  MARMOT_METHOD_ROLLING,
  MARMOT_METHOD_YEAR_TO_DATE,
  MARMOT_METHOD_SIMPLE_SMOOTHING,
  MARMOT_METHOD_HOLT,
  MARMOT_METHOD_DAMPED_HOLT,
  MARMOT_METHOD_P_CHART,
  MARMOT_METHOD_U_CHART,
  MARMOT_METHOD_C_CHART,
  MARMOT_METHOD_G_CHART,
  MARMOT_METHOD_T_CHART,
  MARMOT_METHOD_P_PRIME_CHART,
  MARMOT_METHOD_U_PRIME_CHART,
  MARMOT_METHOD_RUN_CHART,
  MARMOT_METHOD_PETTITT,
  MARMOT_METHOD_EARS_C1,
  MARMOT_METHOD_EARS_C2,
  MARMOT_METHOD_EARS_C3,
  MARMOT_METHOD_CUSUM,
  MARMOT_METHOD_MULTISTATE,
  MARMOT_METHOD_MULTISTATE_SIMULATION,
  MARMOT_METHOD_MULTISTATE_CHANCE,
  MARMOT_METHOD_MULTISTATE_RATES,
  MARMOT_METHOD_MOVER_LIMITS,
} MarmotMethod;

/**
 * marmot_method_to_nick:
 * @method: a method
 *
 * The short name of a method, such as "wilson".
 *
 * Returns: (transfer none): the short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_method_to_nick (MarmotMethod method);

/**
 * marmot_method_get_label:
 * @method: a method
 *
 * The name of a method as it would stand under a table, such as
 * "Wilson score interval".
 *
 * Returns: (transfer none): the name, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_method_get_label (MarmotMethod method);

/**
 * marmot_method_get_citation:
 * @method: a method
 *
 * Where the method was published.
 *
 * Returns: (transfer none): the citation; empty for
 *   %MARMOT_METHOD_DEFAULT and %MARMOT_METHOD_NONE
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_method_get_citation (MarmotMethod method);

G_END_DECLS
