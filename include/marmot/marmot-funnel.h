/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-funnel-options.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFunnelPlace:
 * @MARMOT_FUNNEL_PLACE_NOT_PLACED: it could not be placed: the status says why
 * @MARMOT_FUNNEL_PLACE_BELOW_OUTER: below the outer limit
 * @MARMOT_FUNNEL_PLACE_BELOW_INNER: between the limits on the low side
 * @MARMOT_FUNNEL_PLACE_INSIDE: inside the inner limits, or on one
 * @MARMOT_FUNNEL_PLACE_ABOVE_INNER: between the limits on the high side
 * @MARMOT_FUNNEL_PLACE_ABOVE_OUTER: above the outer limit
 *
 * Where an area stands in a funnel. Whether that is good, the polarity says.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_FUNNEL_PLACE_NOT_PLACED,
  MARMOT_FUNNEL_PLACE_BELOW_OUTER,
  MARMOT_FUNNEL_PLACE_BELOW_INNER,
  MARMOT_FUNNEL_PLACE_INSIDE,
  MARMOT_FUNNEL_PLACE_ABOVE_INNER,
  MARMOT_FUNNEL_PLACE_ABOVE_OUTER
} MarmotFunnelPlace;

/**
 * MarmotFunnel:
 *
 * A funnel plot in numbers: areas beside their average, and how far from it chance
 * would let them stand, which is the farther the fewer people they have.
 *
 * Where areas differ more than chance alone would have it, most of a funnel's points
 * lie outside, and it says little of any one of them. [property@Marmot.Funnel:dispersion]
 * is 1 where there is only chance; well above it, choose one of
 * [enum@Marmot.FunnelSpread].
 *
 * A funnel never changes and may be read from any thread.
 *
 * Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in
 * Medicine 2005; 24: 1185-1202. Spiegelhalter DJ. Handling over-dispersion of
 * performance indicators. Quality and Safety in Health Care 2005; 14: 347-351.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FUNNEL (marmot_funnel_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFunnel, marmot_funnel, MARMOT, FUNNEL, GObject)

/**
 * marmot_funnel_new:
 * @options: how it is drawn
 * @numerator: the events of each area
 * @denominator: (nullable): its people, or what was expected of it for a ratio; %NULL
 *   for standardised rates
 * @rate: (nullable): its standardised rate, in the unit of the multiplier; %NULL for
 *   all other kinds
 * @error: return location for an error
 *
 * Places areas in a funnel.
 *
 * A proportion is held against the average with limits from the normal distribution,
 * which are the values that a score test would not refuse. The others are held against
 * it by their own Poisson limits: exact under ten events, Byar's from ten.
 *
 * A row that cannot be placed gets a status, and takes no part in the average. Columns
 * of other lengths are a %MARMOT_ERROR_LENGTH, columns that hold no numbers a
 * %MARMOT_ERROR_TYPE, columns that the kind has no use for or lacks a
 * %MARMOT_ERROR_INVALID_ARGUMENT, and rows of which none can be placed a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a new funnel, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFunnel *marmot_funnel_new (MarmotFunnelOptions  *options,
                                 MarmotColumn         *numerator,
                                 MarmotColumn         *denominator,
                                 MarmotColumn         *rate,
                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_funnel_get_points:
 * @self: a funnel
 *
 * A row an area: `denominator` and `value`, in the unit of the multiplier, which is
 * where it is drawn; `deviate`, its distance from the average in standard errors, on
 * the scale of the square root or, for a proportion, of the arcsine; `place`, by the
 * short names of [enum@Marmot.FunnelPlace]; `adjusted_deviate` and `adjusted_place`, the
 * same with the spread that was asked for; and `status`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_funnel_get_points (MarmotFunnel *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_funnel_get_limits:
 * @self: a funnel
 * @n_points: how many rows, from 2 to 10,000
 *
 * The lines of the funnel by chance alone, from its narrow to its wide end.
 *
 * For a proportion: `denominator`, and `lower_inner`, `upper_inner`, `lower_outer` and
 * `upper_outer` there. For the others each row is of so many `events`, and each limit
 * has a place of its own, such as `lower_inner_at`: the denominator at which so many
 * events just stand on the limit. These are exact.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_funnel_get_limits (MarmotFunnel *self,
                                       guint         n_points) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_funnel_get_adjusted_limits:
 * @self: a funnel
 * @n_points: how many rows, from 2 to 10,000
 *
 * The lines with the spread that was asked for: `denominator`, `lower_inner`,
 * `upper_inner`, `lower_outer` and `upper_outer`. They come from the normal
 * distribution on the scale of the deviates. Without a spread they are those of chance
 * on that scale, close to the exact ones where there are many events.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_funnel_get_adjusted_limits (MarmotFunnel *self,
                                                guint         n_points) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_funnel_get_options: (get-property options)
 * @self: a funnel
 *
 * Returns: (transfer none): how it is drawn
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFunnelOptions * marmot_funnel_get_options (MarmotFunnel *self);

/**
 * marmot_funnel_get_baseline: (get-property baseline)
 * @self: a funnel
 *
 * Returns: the average, in the unit of the multiplier
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_get_baseline (MarmotFunnel *self);

/**
 * marmot_funnel_get_dispersion: (get-property dispersion)
 * @self: a funnel
 *
 * Returns: the mean square of the deviates, after winsorising: 1 where there is only chance
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_get_dispersion (MarmotFunnel *self);

/**
 * marmot_funnel_get_between_variance: (get-property between-variance)
 * @self: a funnel
 *
 * Returns: the variance between areas beside chance, on the scale of the deviates; 0 where there is none, or none was asked for
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_get_between_variance (MarmotFunnel *self);

/**
 * marmot_funnel_get_n_placed: (get-property n-placed)
 * @self: a funnel
 *
 * Returns: how many areas were placed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_funnel_get_n_placed (MarmotFunnel *self);

/**
 * marmot_funnel_get_method: (get-property method)
 * @self: a funnel
 *
 * Returns: the method, for its name and citation
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_funnel_get_method (MarmotFunnel *self);

G_END_DECLS
