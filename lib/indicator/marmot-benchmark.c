/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotBenchmark
{
  GObject parent_instance;

  MarmotBenchmarkKind kind;
  char *area;
  MarmotAreaSet *areas;
  MarmotNeighbourSource source;
  char **codes;
  MarmotAverageKind average;
  gboolean include_area;
  guint min_areas;
};

G_DEFINE_FINAL_TYPE (MarmotBenchmark, marmot_benchmark, G_TYPE_OBJECT)

/**
 * MarmotBenchmark:kind: (getter get_kind)
 *
 * What it is.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:area: (getter get_area)
 *
 * The code of the one area.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:areas: (getter get_areas)
 *
 * The areas that know their neighbours.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:source: (getter get_source)
 *
 * Whose neighbours.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:codes: (getter get_codes)
 *
 * The codes of the areas that were named.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:average: (getter get_average)
 *
 * Which average it is, if it is one.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:include-area: (getter get_include_area)
 *
 * Whether the area itself is in the average that it is held against.
 *
 * Since: 1.0
 */

/**
 * MarmotBenchmark:min-areas: (getter get_min_areas)
 *
 * The fewest areas with figures that make an average.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "kind", marmot_benchmark_kind_get_type, G_STRUCT_OFFSET (MarmotBenchmark, kind), 0 },
  { "area", NULL, G_STRUCT_OFFSET (MarmotBenchmark, area), 0 },
  { "areas", marmot_area_set_get_type, G_STRUCT_OFFSET (MarmotBenchmark, areas), 0 },
  { "source", marmot_neighbour_source_get_type, G_STRUCT_OFFSET (MarmotBenchmark, source), 0 },
  { "codes", g_strv_get_type, G_STRUCT_OFFSET (MarmotBenchmark, codes), 0 },
  { "average", marmot_average_kind_get_type, G_STRUCT_OFFSET (MarmotBenchmark, average), 0 },
  { "include-area", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotBenchmark, include_area), 0 },
  { "min-areas", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotBenchmark, min_areas), MARMOT_BENCHMARK_MIN_AREAS },
};

static void
marmot_benchmark_class_init (MarmotBenchmarkClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_benchmark_init (MarmotBenchmark *self)
{
}

MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, MarmotBenchmarkKind, kind, (MarmotBenchmarkKind) 0)
MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, const char *, area, NULL)
MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, MarmotAreaSet *, areas, NULL)
MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, MarmotNeighbourSource, source, (MarmotNeighbourSource) 0)
MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, MarmotAverageKind, average, (MarmotAverageKind) 0)
MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, gboolean, include_area, FALSE)
MARMOT_RECORD_GETTER (MarmotBenchmark, marmot_benchmark, MARMOT_IS_BENCHMARK, guint, min_areas, 0)

const char * const *
marmot_benchmark_get_codes (MarmotBenchmark *self)
{
  g_return_val_if_fail (MARMOT_IS_BENCHMARK (self), NULL);

  return (const char * const *) self->codes;
}

MarmotBenchmark *
marmot_benchmark_new_area (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return g_object_new (MARMOT_TYPE_BENCHMARK, "kind", MARMOT_BENCHMARK_KIND_AREA, "area", code, NULL);
}

MarmotBenchmark *
marmot_benchmark_new_parent (void)
{
  return g_object_new (MARMOT_TYPE_BENCHMARK, "kind", MARMOT_BENCHMARK_KIND_PARENT, NULL);
}

MarmotBenchmark *
marmot_benchmark_new_neighbours (MarmotAreaSet *areas,
                                 MarmotNeighbourSource source,
                                 MarmotAverageKind average,
                                 gboolean include_area,
                                 guint min_areas)
{
  g_return_val_if_fail (MARMOT_IS_AREA_SET (areas), NULL);

  return g_object_new (MARMOT_TYPE_BENCHMARK,
                       "kind", MARMOT_BENCHMARK_KIND_NEIGHBOURS,
                       "areas", areas,
                       "source", source,
                       "average", average,
                       "include-area", include_area,
                       "min-areas", min_areas > 0 ? min_areas : MARMOT_BENCHMARK_MIN_AREAS,
                       NULL);
}

MarmotBenchmark *
marmot_benchmark_new_areas (const char * const *codes,
                            MarmotAverageKind average,
                            gboolean include_area,
                            guint min_areas)
{
  g_return_val_if_fail (codes != NULL, NULL);

  return g_object_new (MARMOT_TYPE_BENCHMARK,
                       "kind", MARMOT_BENCHMARK_KIND_AREAS,
                       "codes", codes,
                       "average", average,
                       "include-area", include_area,
                       "min-areas", min_areas > 0 ? min_areas : MARMOT_BENCHMARK_MIN_AREAS,
                       NULL);
}
