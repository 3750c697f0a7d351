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
 * marmot_subgroups_make_who_table:
 * @self: subgroups
 * @options: the good direction, which must be stated; the label of the reference
 *   group, without which differences from it are left out; the scale
 * @error: return location for an error
 *
 * The summary measures of the World Health Organization's health equity tools, by
 * their names, in their units and with their signs: "d", "r", "aci", "rci", "sii" and
 * "rii" of groups with an order, and of all groups "bgv", "bgsd", "cov", "mdbu",
 * "mdbw", "mdmu", "mdmw", "mdru", "mdrw", "idisu", "idisw", "ti", "mld", "par" and
 * "paf". Theil's index and the mean log deviation are times 1,000, relative measures
 * are percentages, and attributable risks are not below zero where figures are good
 * if high, nor above where they are good if low.
 *
 * The values are those tools' values. The slope and relative indices are of their
 * model (see %MARMOT_SLOPE_MODEL_WHO). Standard errors and limits are this library's,
 * in closed form: the tools' own are wrong for "ti", "mld" and "paf", and simulated
 * for the mean differences.
 *
 * Columns are the keys of the areas (where there are any), "measure", "estimate",
 * "se", "lower_ci", "upper_ci" and "status". An unstated direction is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table with a row for each measure of each area, measure
 *   by measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_subgroups_make_who_table (MarmotSubgroups          *self,
                                              MarmotInequalityOptions  *options,
                                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
