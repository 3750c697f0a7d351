/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-observation.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotObservationSet:
 *
 * Observations in columns: as many as there are, without an object for each. It is
 * a list of [class@Marmot.Observation] as well, which are made when they are asked
 * for and not kept.
 *
 * The columns stand in a [struct@Marmot.Table] and have fixed names, any of which
 * may be absent:
 *
 * - text, as dictionaries: `indicator_code`, `indicator_name`, `parent_code`,
 *   `parent_name`, `area_code`, `area_name`, `area_type`, `sex`, `age`,
 *   `category_type`, `category`, `time_period`, `period_range`, `time_identifier`,
 *   `year_type`, `note`, `recent_trend`, `compared_england`, `compared_parent`,
 *   `parent_kind` (the parent that `compared_parent` is about), `compared_goal`,
 *   `new_data`, `state`, `flags`;
 * - integers: `indicator_id`, and `sortable`, the start of the period as YYYYQQMM;
 * - doubles: `value`, `lower_95`, `upper_95`, `lower_99_8`, `upper_99_8`, `count`,
 *   `denominator`, `denominator_2`.
 *
 * What is missing is null, and never a number that stands for it. Where there is no
 * value, `state` may say why, by the short name of a [enum@Marmot.ValueState], such
 * as "suppressed"; `flags` holds short names of [flags@Marmot.ValueFlags], with a
 * space between two. `year_type` is the short name of a [enum@Marmot.YearType]
 * without a prefix, such as "academic". A null in `category` means the whole
 * population.
 *
 * Sets never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_OBSERVATION_SET (marmot_observation_set_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotObservationSet, marmot_observation_set, MARMOT, OBSERVATION_SET, GObject)

/**
 * marmot_observation_set_new:
 * @table: columns of the names above
 * @error: return location for an error
 *
 * Makes a set of a table. Plain text becomes a dictionary, integers become doubles
 * where doubles belong, and a column of nulls is taken for whatever belongs there;
 * all other columns are shared.
 *
 * A column of another name is a %MARMOT_ERROR_INVALID_ARGUMENT, a column of another
 * type a %MARMOT_ERROR_TYPE, more rows than a list can have a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet *marmot_observation_set_new         (MarmotTable           *table,
                                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_observation_set_get_table:
 * @self: a set
 *
 * Returns: (transfer none): the columns
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_observation_set_get_table   (MarmotObservationSet  *self);

/**
 * marmot_observation_set_get_n_rows:
 * @self: a set
 *
 * Returns: how many observations there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                 marmot_observation_set_get_n_rows  (MarmotObservationSet  *self);

/**
 * marmot_observation_set_get_period:
 * @self: a set
 * @row: a row, from 0, that the set has
 *
 * The period of a row, read from its text. The column `year_type` says which year
 * is meant where the text leaves it open; where it is absent or null, and there is
 * no `time_identifier` either, that is the financial year: see
 * [func@Marmot.Period.parse].
 *
 * Returns: (transfer full) (nullable): the period, or %NULL if there is none, or
 *   its text is not that of a period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod         *marmot_observation_set_get_period  (MarmotObservationSet  *self,
                                                          guint                  row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_observation_set_slice:
 * @self: a set
 * @first: the first row
 * @n_rows: how many rows
 *
 * Some of the rows, without copying them. @first and @n_rows must lie inside the
 * set.
 *
 * Returns: (transfer full): a set that shares memory with @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet *marmot_observation_set_slice       (MarmotObservationSet  *self,
                                                          guint                  first,
                                                          guint                  n_rows) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_observation_set_filter:
 * @self: a set
 * @column: the name of a column of text or integers
 * @text: (nullable): what it shall hold, letter by letter, or %NULL for nulls
 * @error: return location for an error
 *
 * The rows that hold a text, in their order. An integer is written as digits. Rows
 * that stand together are shared with @self, and copied if they do not; dictionaries
 * are shared always.
 *
 * A column that the set does not have is a %MARMOT_ERROR_NOT_FOUND, one of doubles a
 * %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a set, which may be empty, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet *marmot_observation_set_filter      (MarmotObservationSet  *self,
                                                          const char            *column,
                                                          const char            *text,
                                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
