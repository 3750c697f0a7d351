/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSlopeModel:
 * @MARMOT_SLOPE_MODEL_LINEAR: least squares, weighted by population
 * @MARMOT_SLOPE_MODEL_LOG: the same, of the logarithms of the figures: for rates
 * @MARMOT_SLOPE_MODEL_LOGIT: the same, of the logits of the figures: for
 *   proportions
 * @MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT: maximum likelihood of binomial counts with
 *   a straight line of logits: for proportions
 * @MARMOT_SLOPE_MODEL_POISSON_LOG: maximum likelihood of Poisson counts with a
 *   straight line of logarithms: for rates
 * @MARMOT_SLOPE_MODEL_POISSON_IDENTITY: maximum likelihood of Poisson counts with
 *   a straight line of the rates themselves
 * @MARMOT_SLOPE_MODEL_WHO: as the World Health Organization's tools fit it, with
 *   their faults: for comparison only
 *
 * By which model the line through ordered groups is drawn. The models aim at
 * different things: least squares at the figures or their logarithms, maximum
 * likelihood at the counts behind them. With mild gradients they differ by a few
 * hundredths, with steep ones by more: name the model beside every index.
 *
 * The counts of the likelihood models are population × figure ÷ scale, and are not
 * rounded.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_SLOPE_MODEL_LINEAR,
  MARMOT_SLOPE_MODEL_LOG,
  MARMOT_SLOPE_MODEL_LOGIT,
  MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT,
  MARMOT_SLOPE_MODEL_POISSON_LOG,
  MARMOT_SLOPE_MODEL_POISSON_IDENTITY,
  MARMOT_SLOPE_MODEL_WHO
} MarmotSlopeModel;

/**
 * MarmotRelativeForm:
 * @MARMOT_RELATIVE_FORM_LEAST_OVER_MOST: the least deprived end of the line over
 *   the most deprived
 * @MARMOT_RELATIVE_FORM_MOST_OVER_LEAST: the most deprived end over the least:
 *   Kunst and Mackenbach's index
 * @MARMOT_RELATIVE_FORM_PER_MEAN: the slope index over the mean: Pamuk's index
 *
 * Which ratio is meant by a relative index of inequality. All three are in use
 * under that one name.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_RELATIVE_FORM_LEAST_OVER_MOST,
  MARMOT_RELATIVE_FORM_MOST_OVER_LEAST,
  MARMOT_RELATIVE_FORM_PER_MEAN
} MarmotRelativeForm;

/**
 * MarmotGoodDirection:
 * @MARMOT_GOOD_DIRECTION_UNSTATED: nobody has said
 * @MARMOT_GOOD_DIRECTION_LOW: low figures are good, as of deaths
 * @MARMOT_GOOD_DIRECTION_HIGH: high figures are good, as of life expectancy
 *
 * Which direction of a figure is good.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_GOOD_DIRECTION_UNSTATED,
  MARMOT_GOOD_DIRECTION_LOW,
  MARMOT_GOOD_DIRECTION_HIGH
} MarmotGoodDirection;

/**
 * MarmotErrorScale:
 * @MARMOT_ERROR_SCALE_NATURAL: of the figures themselves
 * @MARMOT_ERROR_SCALE_LOG: of their logarithms, as of rates
 * @MARMOT_ERROR_SCALE_LOGIT: of their logits, as of proportions
 *
 * On which scale the errors of figures are taken to be normal.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ERROR_SCALE_NATURAL,
  MARMOT_ERROR_SCALE_LOG,
  MARMOT_ERROR_SCALE_LOGIT
} MarmotErrorScale;

/**
 * MarmotComparedGroups:
 * @MARMOT_COMPARED_GROUPS_DEFAULT: the ends where there is an order, otherwise the
 *   extremes
 * @MARMOT_COMPARED_GROUPS_ENDS: the least deprived group, and the most deprived where
 *   two are compared
 * @MARMOT_COMPARED_GROUPS_EXTREMES: the best figure, and the worst where two are
 *   compared
 * @MARMOT_COMPARED_GROUPS_REFERENCE: the group that is named
 *   [property@Marmot.InequalityOptions:reference], and the worst of the others
 *   where two are compared
 *
 * Which groups are compared.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_COMPARED_GROUPS_DEFAULT,
  MARMOT_COMPARED_GROUPS_ENDS,
  MARMOT_COMPARED_GROUPS_EXTREMES,
  MARMOT_COMPARED_GROUPS_REFERENCE
} MarmotComparedGroups;

/**
 * MarmotInequalityOptions:
 *
 * Which variant of a measure of inequality is meant. Options are made with their
 * properties and do not change; what is not given has its default. Where a
 * function takes options, %NULL means the defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_INEQUALITY_OPTIONS (marmot_inequality_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotInequalityOptions, marmot_inequality_options, MARMOT, INEQUALITY_OPTIONS, GObject)

/**
 * marmot_inequality_options_new:
 *
 * Makes options that hold the defaults. To make others, give the properties to
 * [ctor@GObject.Object.new].
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotInequalityOptions *marmot_inequality_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_inequality_options_get_model: (get-property model)
 * @self: options
 *
 * Returns: the model of the line
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSlopeModel marmot_inequality_options_get_model (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_form: (get-property form)
 * @self: options
 *
 * Returns: which ratio the relative index is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotRelativeForm marmot_inequality_options_get_form (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_good: (get-property good)
 * @self: options
 *
 * Returns: which direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGoodDirection marmot_inequality_options_get_good (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_as_gap: (get-property as-gap)
 * @self: options
 *
 * Returns: whether a positive number means that the most deprived are worse off
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_inequality_options_get_as_gap (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_scale: (get-property scale)
 * @self: options
 *
 * Returns: what the figures are of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_scale (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_lower_bound: (get-property lower-bound)
 * @self: options
 *
 * Returns: the least that a figure can be
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_lower_bound (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_upper_bound: (get-property upper-bound)
 * @self: options
 *
 * Returns: the most that a figure can be
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_upper_bound (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_aversion: (get-property aversion)
 * @self: options
 *
 * Returns: how much more the ends of the order count
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_aversion (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_compare: (get-property compare)
 * @self: options
 *
 * Returns: which groups are compared
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotComparedGroups marmot_inequality_options_get_compare (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_reference: (get-property reference)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the label of the reference group
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_inequality_options_get_reference (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_unweighted: (get-property unweighted)
 * @self: options
 *
 * Returns: whether mean differences count each group once
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_inequality_options_get_unweighted (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_corrected: (get-property corrected)
 * @self: options
 *
 * Returns: whether dispersion is corrected for sampling
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_inequality_options_get_corrected (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_floored: (get-property floored)
 * @self: options
 *
 * Returns: whether an attributable risk is not below 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_inequality_options_get_floored (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_alpha: (get-property alpha)
 * @self: options
 *
 * Returns: the parameter of generalised entropy
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_alpha (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_epsilon: (get-property epsilon)
 * @self: options
 *
 * Returns: the aversion of Atkinson's index
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_epsilon (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_average: (get-property average)
 * @self: options
 *
 * Returns: the published average, or 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_inequality_options_get_average (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_complete: (get-property complete)
 * @self: options
 *
 * Returns: whether an area must be complete
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_inequality_options_get_complete (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_error_scale: (get-property error-scale)
 * @self: options
 *
 * Returns: on which scale figures are drawn
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotErrorScale marmot_inequality_options_get_error_scale (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_seed: (get-property seed)
 * @self: options
 *
 * Returns: the seed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_inequality_options_get_seed (MarmotInequalityOptions *self);

/**
 * marmot_inequality_options_get_repetitions: (get-property repetitions)
 * @self: options
 *
 * Returns: how often figures are drawn again
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_inequality_options_get_repetitions (MarmotInequalityOptions *self);

G_END_DECLS
