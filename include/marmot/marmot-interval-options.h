/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-method.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotIntervalOptions:
 *
 * How an interval is to be computed: by which method, at which confidence
 * levels, and in which unit. Where a function takes options, %NULL means its
 * defaults.
 *
 * Options belong to the thread that sets them; functions only read them.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_INTERVAL_OPTIONS (marmot_interval_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotIntervalOptions, marmot_interval_options, MARMOT, INTERVAL_OPTIONS, GObject)

/**
 * marmot_interval_options_new:
 *
 * Makes options that hold the defaults: the customary method, one level of 95%,
 * the customary multiplier.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_interval_options_new            (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_interval_options_get_method: (get-property method)
 * @self: options
 *
 * Returns: the method
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod           marmot_interval_options_get_method     (MarmotIntervalOptions *self);

/**
 * marmot_interval_options_set_method: (set-property method)
 * @self: options
 * @method: the method; a function that does not have it says so
 *
 * Sets the method.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                   marmot_interval_options_set_method     (MarmotIntervalOptions *self,
                                                               MarmotMethod           method);

/**
 * marmot_interval_options_get_test: (get-property test)
 * @self: options
 *
 * Returns: the test
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod           marmot_interval_options_get_test       (MarmotIntervalOptions *self);

/**
 * marmot_interval_options_set_test: (set-property test)
 * @self: options
 * @test: the test of a comparison; a function that does not have it says so
 *
 * Sets the test. With %MARMOT_METHOD_NONE a comparison has its interval alone: its
 * statistic, degrees of freedom and probability are NaN, and a table leaves their
 * columns out.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                   marmot_interval_options_set_test       (MarmotIntervalOptions *self,
                                                               MarmotMethod           test);

/**
 * marmot_interval_options_get_multiplier: (get-property multiplier)
 * @self: options
 *
 * Returns: the multiplier, or 0 for the one customary for the function
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_interval_options_get_multiplier (MarmotIntervalOptions *self);

/**
 * marmot_interval_options_set_multiplier: (set-property multiplier)
 * @self: options
 * @multiplier: what values and limits are multiplied by: 100 for a percentage,
 *   1,000 for a rate per thousand; 0 for the one customary for the function
 *
 * Sets the multiplier.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                   marmot_interval_options_set_multiplier (MarmotIntervalOptions *self,
                                                               double                 multiplier);

/**
 * marmot_interval_options_get_confidence: (get-property confidence)
 * @self: options
 *
 * Returns: the first confidence level, as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_interval_options_get_confidence (MarmotIntervalOptions *self);

/**
 * marmot_interval_options_set_confidence: (set-property confidence)
 * @self: options
 * @confidence: a confidence level as a proportion, above 0 and below 1
 *
 * Asks for one confidence level. A level out of range is found when a function
 * is called with these options.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                   marmot_interval_options_set_confidence (MarmotIntervalOptions *self,
                                                               double                 confidence);

/**
 * marmot_interval_options_get_levels:
 * @self: options
 * @n_levels: (out): how many there are
 *
 * All confidence levels, in the order in which they were asked for.
 *
 * Returns: (array length=n_levels) (transfer none): the levels, as proportions
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const double          *marmot_interval_options_get_levels     (MarmotIntervalOptions *self,
                                                               gsize                 *n_levels);

/**
 * marmot_interval_options_set_levels:
 * @self: options
 * @levels: (array length=n_levels): confidence levels as proportions, such as
 *   0.95 and 0.998
 * @n_levels: how many there are, from 1 to 16
 * @error: return location for an error
 *
 * Asks for several confidence levels at once. Levels that are not above 0 and
 * below 1, none at all, or more than 16 are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: true if they were taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean               marmot_interval_options_set_levels     (MarmotIntervalOptions  *self,
                                                               const double           *levels,
                                                               gsize                   n_levels,
                                                               GError                **error);

G_END_DECLS
