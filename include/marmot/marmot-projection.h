/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-projection-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_projections:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row, such as its area; %NULL for one series
 * @options: (nullable): the model and its parameters, or %NULL for Holt's with those that
 *   fit best
 * @error: return location for an error
 *
 * Where series stand and where they go, and when each reaches its target.
 *
 * @figures have "value", may have "time" as in [func@Marmot.monotonic_trends], in whole
 * steps, and "target": that of the latest row that has one counts. A null in "value" is a
 * gap, over which the level and the slope are carried on.
 *
 *     level' = α y + (1 − α)(level + φ slope),   slope' = β(level' − level) + (1 − β) φ slope
 *     h steps ahead: level + (φ + … + φ^h) slope
 *     ∓ z sd √(1 + Σ_{j<h} [α(1 + β(φ + … + φ^j))]²)
 *
 * with φ = 1 for Holt's model and no slope for the simple one, and sd the standard deviation
 * of the one-step errors (Holt 1957; Gardner and McKenzie 1985; Hyndman and others 2008,
 * table 6.2). The interval is about where points will be, and knows nothing of what the
 * council plans.
 *
 * The result has a row a series: "n_points", "n_missing", "alpha", "beta", "phi", "level",
 * "slope", "sse", the sum of squared one-step errors, "residual_sd"; then "target",
 * "target_steps", the first step ahead whose forecast meets it, 0 where the latest point
 * does; "target_steps_earliest" and "target_steps_latest", the first steps at which the
 * better and the worse end of the interval at the first level meet it, null where that is
 * not within the horizon; the same in time, as "time" is written, "target_time",
 * "target_time_earliest" and "target_time_latest"; "target_status"; "status" and
 * "wrong_row".
 *
 * "target_status" says why there is no time: %MARMOT_STATUS_MISSING without a target,
 * %MARMOT_STATUS_NOT_APPROACHING where the slope is flat or points away,
 * %MARMOT_STATUS_OUT_OF_REACH beyond the horizon, %MARMOT_STATUS_OTHER_SCALE where the target
 * is fifty times all figures, or a fiftieth. One point, or two with Holt's models, have no
 * errors to learn from and are %MARMOT_STATUS_TOO_FEW_VALUES; times that are not whole
 * steps %MARMOT_STATUS_UNEVEN.
 *
 * Parameters out of range, and a horizon of 0 or over 1,000, are a
 * %MARMOT_ERROR_INVALID_ARGUMENT; for the rest see [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_projections       (MarmotTable              *figures,
                                       MarmotGroups             *groups,
                                       MarmotProjectionOptions  *options,
                                       GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_projection_points:
 * @figures: as in [func@Marmot.projections]
 * @groups: (nullable): the series of each row; %NULL for one series
 * @options: (nullable): as in [func@Marmot.projections]
 * @error: return location for an error
 *
 * The forecasts themselves, with their intervals.
 *
 * The result has so many rows a series as the horizon has steps, and begins with the columns
 * of the keys of @groups, or with "group", their code, where they have no keys. Then come
 * "step", from 1; "time", as it is written in @figures; "value" with limits; and "status":
 * that of the series in all of its rows.
 *
 * More than 50 million rows are a %MARMOT_ERROR_TOO_LARGE, and a key that is named as a column
 * of the result a %MARMOT_ERROR_INVALID_ARGUMENT; the other errors are those of
 * [func@Marmot.projections].
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_projection_points (MarmotTable              *figures,
                                       MarmotGroups             *groups,
                                       MarmotProjectionOptions  *options,
                                       GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
