/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-area-set.h>
#include <marmot/marmot-average.h>
#include <marmot/marmot-comparison-spec.h>
#include <marmot/marmot-neighbour.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MARMOT_BENCHMARK_MIN_AREAS:
 *
 * The fewest areas that an average is made of where nobody says otherwise.
 *
 * Since: 1.0
 */
#define MARMOT_BENCHMARK_MIN_AREAS 2

/**
 * MarmotBenchmarkKind:
 * @MARMOT_BENCHMARK_KIND_AREA: one area, such as England or a region
 * @MARMOT_BENCHMARK_KIND_PARENT: of each figure the area that its own area lies in,
 *   by the column `parent_code`
 * @MARMOT_BENCHMARK_KIND_NEIGHBOURS: of each figure the average of the areas that
 *   are like its own
 * @MARMOT_BENCHMARK_KIND_AREAS: the average of areas that were named
 *
 * What the figures of a set are held against.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_BENCHMARK_KIND_AREA,
  MARMOT_BENCHMARK_KIND_PARENT,
  MARMOT_BENCHMARK_KIND_NEIGHBOURS,
  MARMOT_BENCHMARK_KIND_AREAS
} MarmotBenchmarkKind;

/**
 * MarmotBenchmark:
 *
 * What a whole set of figures is held against by
 * [method@Marmot.ObservationSet.compare]: an area whose figures stand in the same
 * set, or an average of such areas.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_BENCHMARK (marmot_benchmark_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotBenchmark, marmot_benchmark, MARMOT, BENCHMARK, GObject)

/**
 * marmot_benchmark_get_kind: (get-property kind)
 * @self: a benchmark
 *
 * Returns: what it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotBenchmarkKind marmot_benchmark_get_kind (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_area: (get-property area)
 * @self: a benchmark
 *
 * Returns: (transfer none) (nullable): the code of the one area
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_benchmark_get_area (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_areas: (get-property areas)
 * @self: a benchmark
 *
 * Returns: (transfer none) (nullable): the areas that know their neighbours
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAreaSet *marmot_benchmark_get_areas (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_source: (get-property source)
 * @self: a benchmark
 *
 * Returns: whose neighbours
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotNeighbourSource marmot_benchmark_get_source (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_codes: (get-property codes)
 * @self: a benchmark
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the codes of the
 *   areas that were named
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_benchmark_get_codes (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_average: (get-property average)
 * @self: a benchmark
 *
 * Returns: which average it is, if it is one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAverageKind marmot_benchmark_get_average (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_include_area: (get-property include-area)
 * @self: a benchmark
 *
 * Returns: whether the area itself is in the average that it is held against
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_benchmark_get_include_area (MarmotBenchmark *self);

/**
 * marmot_benchmark_get_min_areas: (get-property min-areas)
 * @self: a benchmark
 *
 * Returns: the fewest areas with figures that make an average
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_benchmark_get_min_areas (MarmotBenchmark *self);

/**
 * marmot_benchmark_new_area:
 * @code: the code of the area, such as "E92000001" for England
 *
 * One area whose figures stand in the set.
 *
 * Returns: (transfer full): a new benchmark
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotBenchmark *marmot_benchmark_new_area (const char *code) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_benchmark_new_parent:
 *
 * Of each figure the area that its own area lies in: the one whose code stands in
 * its `parent_code`.
 *
 * Returns: (transfer full): a new benchmark
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotBenchmark *marmot_benchmark_new_parent (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_benchmark_new_neighbours:
 * @areas: the areas and their neighbours
 * @source: whose neighbours
 * @average: which average of them
 * @include_area: whether the area itself is in
 * @min_areas: the fewest areas with figures that make an average, or 0 for
 *   %MARMOT_BENCHMARK_MIN_AREAS
 *
 * Of each figure the average of the areas that are like its own. The set must not
 * change afterwards.
 *
 * Returns: (transfer full): a new benchmark
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotBenchmark *marmot_benchmark_new_neighbours (MarmotAreaSet         *areas,
                                                  MarmotNeighbourSource  source,
                                                  MarmotAverageKind      average,
                                                  gboolean               include_area,
                                                  guint                  min_areas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_benchmark_new_areas:
 * @codes: (array zero-terminated=1): the codes of the areas
 * @average: which average of them
 * @include_area: whether the area that is held against it is in, whether it is
 *   among @codes or not
 * @min_areas: the fewest areas with figures that make an average, or 0 for
 *   %MARMOT_BENCHMARK_MIN_AREAS
 *
 * The average of areas that are named here, such as somebody's own list. A code that
 * is there twice counts once.
 *
 * Returns: (transfer full): a new benchmark
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotBenchmark *marmot_benchmark_new_areas (const char * const *codes,
                                             MarmotAverageKind   average,
                                             gboolean            include_area,
                                             guint               min_areas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_observation_set_compare:
 * @self: figures of any kind, those of the benchmark among them
 * @benchmark: what to hold them against
 * @spec: (nullable): how to compare the figures of indicators that @specs does not
 *   name, or %NULL if they are not to be compared
 * @specs: (nullable): a list of [class@Marmot.Indicator], whose default is taken
 *   (see [ctor@Marmot.ComparisonSpec.new_for_indicator]), and of
 *   [class@Marmot.ComparisonSpec] with an indicator; of two for one indicator the
 *   last counts
 * @error: return location for an error
 *
 * Holds a whole set against its benchmark in one call, each figure by the method and
 * the polarity of its indicator.
 *
 * The benchmark of a figure is that of the same indicator, sex, age and period: the
 * same `time_period` (`sortable` where there is none), `time_identifier`,
 * `year_type` and `period_range`, so a quarter is never held against a year. The
 * benchmark is always that of the whole population; a part of the population, such
 * as a decile of deprivation, is held against the whole.
 *
 * The result has a row for each of the set, in its order: the columns that say what
 * it is of, and `value`; `code`, `label`, `reason` and `method` as
 * [func@Marmot.compare_columns] has them; `benchmark_kind`, which is "area",
 * "parent", "pooled" or "mean-of-areas"; `benchmark_area`, where it is one area; and
 * `benchmark`, its value. Of an average also `areas_in`, how many areas it is made
 * of; `areas_left_out`, how many have no figure; `areas_suppressed`, how many of
 * those are suppressed; and `includes_area`, whether the area itself is in.
 *
 * A figure that is not compared says why, and spoils no other: that it is
 * suppressed, not applicable or not available, by its `state`, or that the
 * benchmark is; that there is no benchmark of that sex, age and period; that it is
 * there twice, so nobody knows which is meant; that the figure is the benchmark
 * itself; that its period is not stated; that nobody has said how to compare it; that
 * the area has no parent or no neighbours; or that too few of them have figures. A
 * pooled average more than twice the highest of its areas' values, or less than half
 * the lowest, was made with a wrong multiplier and is "benchmark-out-of-range".
 *
 * The automatic method is by the interval where the figure has one, and otherwise by
 * the values. Quintiles and quartiles are of all areas of one type with the
 * figure's indicator, sex, age and period, the benchmark aside; for
 * %MARMOT_BENCHMARK_KIND_PARENT of those with one parent. Parts of the population
 * are not put into them.
 *
 * Time and memory grow as the rows do, and as rows times neighbours for averages.
 *
 * A set without `area_code`, `value`, or a period, without `parent_code` for
 * parents, or without `count` and `denominator` for pooled averages, is a
 * %MARMOT_ERROR_NOT_FOUND. A spec that cannot be followed is a
 * %MARMOT_ERROR_INVALID_ARGUMENT, as in [func@Marmot.compare_columns]; so is an item
 * of @specs that is of another type, or a spec without an indicator.
 *
 * Returns: (transfer full): the results, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_observation_set_compare (MarmotObservationSet  *self,
                                             MarmotBenchmark       *benchmark,
                                             MarmotComparisonSpec  *spec,
                                             GListModel            *specs,
                                             GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
