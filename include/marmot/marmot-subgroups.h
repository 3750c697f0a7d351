/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-inequality-measure.h>
#include <marmot/marmot-inequality-options.h>
#include <marmot/marmot-inequality.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSubgroups:
 *
 * The figures of the groups of a population, such as the deprivation tenths of an
 * area or its ethnic groups, ready for measures of inequality: checked, put in
 * order and weighted once, for any number of measures. There may be many areas,
 * each with its groups, measured in one call; or groups of one person each, for
 * surveys.
 *
 * Groups are in order of their rank, a number, from the most deprived (the
 * smallest) to the least. Gaps between ranks mean nothing; groups of one rank share
 * a place in the middle of their people. Without ranks there is no order, and
 * measures that need one say so.
 *
 * Populations may be any numbers from 0, such as shares or weights. A group
 * without people counts for nothing where groups are weighted. Without populations
 * all groups weigh the same.
 *
 * Subgroups never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SUBGROUPS (marmot_subgroups_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSubgroups, marmot_subgroups, MARMOT, SUBGROUPS, GObject)

/**
 * marmot_subgroups_new:
 * @estimate: the figure of each group: a column of numbers
 * @population: (nullable): how many people each group has
 * @rank: (nullable): the place of each group from the most deprived, the smallest
 *   number, to the least
 * @areas: (nullable): the area of each row, or %NULL for one area
 * @error: return location for an error
 *
 * Takes groups from columns.
 *
 * A group without a figure (a null) is left out and counted; see
 * [property@Marmot.InequalityOptions:complete]. A population or rank that is
 * missing, negative or not finite makes its area a status, and no other; a rank
 * only in measures that need the order.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH. Columns that hold no
 * numbers are a %MARMOT_ERROR_TYPE: ranks above all, since text sorts as 1, 10, 2.
 *
 * Returns: (transfer full): new subgroups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_new (MarmotColumn  *estimate,
                                       MarmotColumn  *population,
                                       MarmotColumn  *rank,
                                       MarmotGroups  *areas,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_new_from_table:
 * @table: a table
 * @area_names: (array zero-terminated=1) (nullable): names of the columns that
 *   tell areas apart, or %NULL for one area
 * @error: return location for an error
 *
 * Takes groups from a table: its column "estimate", and as far as they are there
 * "population", "rank", "standard_error", "lower", "upper" (at 95%) and "label".
 *
 * A name that the table does not have is a %MARMOT_ERROR_NOT_FOUND, as is one of
 * two limits without the other.
 *
 * Returns: (transfer full): new subgroups, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_new_from_table (const MarmotTable   *table,
                                                  const char * const  *area_names,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_with_standard_error:
 * @self: subgroups
 * @standard_error: the standard error of each figure, in the order of the rows of
 *   the columns that @self was made of
 * @error: return location for an error
 *
 * The same groups with standard errors, on the scale of the figures. One that is
 * missing, negative or not finite is none: measures that need it then have a value
 * and no limits.
 *
 * Returns: (transfer full): new subgroups that share the rest, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_with_standard_error (MarmotSubgroups  *self,
                                                       MarmotColumn     *standard_error,
                                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_with_limits:
 * @self: subgroups
 * @lower: the lower limit of each figure
 * @upper: the upper limit of each figure
 * @confidence: the confidence level of the limits, such as 0.95
 * @error: return location for an error
 *
 * The same groups with confidence limits, which need not be symmetric. Models of
 * logarithms and logits take standard errors from the limits on their own scale;
 * other measures take half the width over the normal quantile, unless there are
 * standard errors.
 *
 * A level outside (0, 1) is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): new subgroups that share the rest, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_with_limits (MarmotSubgroups  *self,
                                               MarmotColumn     *lower,
                                               MarmotColumn     *upper,
                                               double            confidence,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_with_labels:
 * @self: subgroups
 * @labels: the name of each group, by which a reference group is found in its area
 * @error: return location for an error
 *
 * The same groups with names.
 *
 * Returns: (transfer full): new subgroups that share the rest, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_with_labels (MarmotSubgroups  *self,
                                               MarmotColumn     *labels,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_with_clusters:
 * @self: subgroups
 * @clusters: the cluster of each row, such as a household or a sampling point
 * @error: return location for an error
 *
 * The same groups with clusters, for %MARMOT_METHOD_CONVENIENT_CLUSTER and
 * %MARMOT_METHOD_SURVEY_DESIGN. Rows without one (null) make one cluster.
 *
 * Returns: (transfer full): new subgroups that share the rest, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_with_clusters (MarmotSubgroups  *self,
                                                 MarmotColumn     *clusters,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_with_strata:
 * @self: subgroups
 * @strata: the stratum of each row, from which its cluster was drawn
 * @taken: (nullable): the share of the stratum's clusters that were drawn, from 0 to
 *   1, of each row; %NULL where it is too small to matter
 * @error: return location for an error
 *
 * The same groups with the strata of a survey, for %MARMOT_METHOD_SURVEY_DESIGN.
 * Rows without one (null) make one stratum. Clusters of one name in two strata are
 * two clusters. A stratum that was taken whole adds nothing to the error; one of
 * which a single cluster was drawn leaves it unknown, and with it the limits.
 *
 * A share that is missing, not from 0 to 1, or not the same throughout its stratum is
 * a %MARMOT_ERROR_INVALID_ARGUMENT that names the row, from 0.
 *
 * Returns: (transfer full): new subgroups that share the rest, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSubgroups *marmot_subgroups_with_strata (MarmotSubgroups  *self,
                                               MarmotColumn     *strata,
                                               MarmotColumn     *taken,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_get_n_areas:
 * @self: subgroups
 *
 * Returns: how many areas there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_subgroups_get_n_areas (MarmotSubgroups *self);

/**
 * marmot_subgroups_get_n_rows:
 * @self: subgroups
 *
 * Returns: how many groups there are in all, with those that have no figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize marmot_subgroups_get_n_rows (MarmotSubgroups *self);

/**
 * marmot_subgroups_get_areas:
 * @self: subgroups
 *
 * Returns: (transfer full) (nullable): the areas, or %NULL if there is only one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGroups *marmot_subgroups_get_areas (MarmotSubgroups *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_measure:
 * @self: subgroups
 * @measure: the measure
 * @options: (nullable): which variant, or %NULL for the defaults
 * @interval: (nullable): the method of the interval, the confidence levels and the
 *   multiplier, or %NULL for the customary method at 95%
 * @error: return location for an error
 *
 * Measures the inequality between the groups of each area.
 *
 * The customary method is [enum@Marmot.Method]'s propagated (or, of a ratio of ends
 * on the natural scale, fieller; of models of logarithms and logits,
 * back-transformed; of the likelihood models, model-information) where the figures
 * have standard errors or limits. Otherwise it is residual-t for a line, and for
 * other measures influence, which takes the rows for people who were drawn by
 * chance. The multiplier changes the unit of what has one; ratios have none.
 *
 * An area that cannot be measured gets a status, and the others are measured. A
 * method that the measure and its model do not have, and options that contradict
 * each other, are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the result, a row an area, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotInequality *marmot_subgroups_measure (MarmotSubgroups          *self,
                                            MarmotInequalityMeasure   measure,
                                            MarmotInequalityOptions  *options,
                                            MarmotIntervalOptions    *interval,
                                            GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_subgroups_measure_reliability:
 * @self: subgroups
 * @measure: the measure
 * @options: (nullable): as in [method@Marmot.Subgroups.measure]
 * @interval: (nullable): as there; the method must be one that draws again
 * @error: return location for an error
 *
 * How much simulated limits vary from one run to the next: they are made ten
 * times, and those of the last nine compared with those of the first. There is a
 * column for each confidence level, "mean_difference" (or, with several,
 * "mean_difference_95" and so on): the mean of the eighteen absolute differences,
 * both limits together.
 *
 * It is the reliability statistic of Public Health England's slope index tool.
 * Limits in closed form have none to speak of.
 *
 * Returns: (transfer full): a table with a row an area, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_subgroups_measure_reliability (MarmotSubgroups          *self,
                                                   MarmotInequalityMeasure   measure,
                                                   MarmotInequalityOptions  *options,
                                                   MarmotIntervalOptions    *interval,
                                                   GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
