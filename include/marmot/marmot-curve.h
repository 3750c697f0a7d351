/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-subgroups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCurve:
 * @MARMOT_CURVE_LORENZ: the groups in the order of their figures, and which share of
 *   all that is measured the lowest of them have
 * @MARMOT_CURVE_GENERALISED_LORENZ: the same times the mean
 * @MARMOT_CURVE_CONCENTRATION: the groups in the order of their ranks, and which
 *   share the most deprived of them have
 * @MARMOT_CURVE_GENERALISED_CONCENTRATION: the same times the mean
 *
 * A curve that shows inequality.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CURVE_LORENZ,
  MARMOT_CURVE_GENERALISED_LORENZ,
  MARMOT_CURVE_CONCENTRATION,
  MARMOT_CURVE_GENERALISED_CONCENTRATION
} MarmotCurve;

/**
 * marmot_subgroups_make_curve:
 * @self: subgroups
 * @curve: which curve
 * @error: return location for an error
 *
 * The points of a curve, from (0, 0): the keys of the areas (where there are any),
 * "population_share", which share of the people, and "value_share", which share of
 * what is measured they have. Groups at one place of the order are one point.
 *
 * One less twice the area under the concentration curve, by trapezia, is the
 * concentration index, and under the Lorenz curve the Gini coefficient. An area that
 * cannot be drawn has no points: one without people or order, or, unless the curve
 * is a generalised one, whose mean is not above zero.
 *
 * Returns: (transfer full): a table with a row a point, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_subgroups_make_curve (MarmotSubgroups  *self,
                                          MarmotCurve       curve,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_make_gradient:
 * @self: subgroups
 * @options: (nullable): the model of the line, and the scale of the figures
 * @error: return location for an error
 *
 * What a chart of a social gradient shows: a row a group, in the order of the areas
 * and from the most to the least deprived, with the keys of the areas (where there
 * are any), "row" (of the columns that @self was made of, from 0), "label" (where
 * there are labels), "population_share", "place" (the middle of the group on the scale
 * of everybody from the most deprived, 0, to the least, 1), "estimate",
 * "standard_error" (where there are any), "fitted" (the line of the slope index at
 * the place) and "residual" (the figure less the line).
 *
 * Where there is no line, as with fewer than three groups, the last two are missing;
 * an area without people or order has no rows.
 *
 * Returns: (transfer full): a table with a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_subgroups_make_gradient (MarmotSubgroups          *self,
                                             MarmotInequalityOptions  *options,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_decompose:
 * @self: subgroups of one area
 * @causes: a column for each cause, with a number for each row that @self was made of
 * @coefficients: (array length=n_coefficients): the coefficient of each cause in a
 *   linear regression of the figures on the causes, in the order of the columns
 * @n_coefficients: how many there are
 * @error: return location for an error
 *
 * How much of the concentration index goes with each of several causes: C = Σ (β x̄ ÷
 * μ) C_x + the rest, where C_x is the concentration index of a cause. The table has a
 * row for each cause and a last one for the "residual", with columns "term", "mean",
 * "elasticity", "concentration_index", "contribution" and "percent" of the index.
 *
 * The regression is the caller's. Rows without a figure are left out, and a cause may
 * not be missing in the others: a %MARMOT_ERROR_INVALID_DATA, as is an index that
 * cannot be computed. Causes and coefficients of different numbers, or columns of
 * another length, are a %MARMOT_ERROR_LENGTH; columns without numbers a
 * %MARMOT_ERROR_TYPE; more than one area a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Wagstaff A, van Doorslaer E, Watanabe N. On decomposing the causes of health sector
 * inequalities. Journal of Econometrics 2003; 112: 207-223.
 *
 * Returns: (transfer full): a table with a row a term, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_subgroups_decompose (MarmotSubgroups  *self,
                                         MarmotTable      *causes,
                                         const double     *coefficients,
                                         gsize             n_coefficients,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
