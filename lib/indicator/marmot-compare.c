/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Figures in columns, held against benchmarks. The rules are Fingertips'; the
 * formulas are in numeric/compare.c and numeric/percentile.c.
 */
#include "compare-private.h"

#include <math.h>
#include <stdlib.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "numeric/compare.h"
#include "numeric/percentile.h"

#define NEED_VALUE { "value", MARMOT_COMPARISON_REASON_NO_VALUE }
#define NEED_BENCHMARK { "benchmark", MARMOT_COMPARISON_REASON_NO_BENCHMARK }
#define NEED_INTERVAL                                \
  { "lower", MARMOT_COMPARISON_REASON_NO_INTERVAL }, \
  { "upper", MARMOT_COMPARISON_REASON_NO_INTERVAL }

static const MarmotCompareNeed needs_nothing[] = { { NULL, 0 } };
static const MarmotCompareNeed needs_value[] = { NEED_VALUE, { NULL, 0 } };
static const MarmotCompareNeed needs_values[] = { NEED_VALUE, NEED_BENCHMARK, { NULL, 0 } };
static const MarmotCompareNeed needs_interval[] = { NEED_VALUE, NEED_BENCHMARK, NEED_INTERVAL, { NULL, 0 } };
static const MarmotCompareNeed needs_two_levels[] = {
  NEED_VALUE,
  NEED_BENCHMARK,
  NEED_INTERVAL,
  { "lower_99_8", MARMOT_COMPARISON_REASON_NO_WIDER_INTERVAL },
  { "upper_99_8", MARMOT_COMPARISON_REASON_NO_WIDER_INTERVAL },
  { NULL, 0 },
};
static const MarmotCompareNeed needs_both_intervals[] = {
  NEED_VALUE,
  NEED_BENCHMARK,
  NEED_INTERVAL,
  { "benchmark_lower", MARMOT_COMPARISON_REASON_NO_BENCHMARK_INTERVAL },
  { "benchmark_upper", MARMOT_COMPARISON_REASON_NO_BENCHMARK_INTERVAL },
  { NULL, 0 },
};
static const MarmotCompareNeed needs_denominator[] = {
  NEED_VALUE,
  NEED_BENCHMARK,
  { "denominator", MARMOT_COMPARISON_REASON_NO_DENOMINATOR },
  { NULL, 0 },
};
static const MarmotCompareNeed needs_effective[] = {
  NEED_VALUE,
  NEED_BENCHMARK,
  { "denominator_2", MARMOT_COMPARISON_REASON_NO_DENOMINATOR },
  { NULL, 0 },
};

/* What the control limits are made with. */
typedef struct
{
  double z;
  double tail;
  double multiplier;
} Limits;

static void
compare_values (const double *const *c,
                gsize n_rows,
                guint8 *code,
                guint8 *reason,
                gconstpointer data G_GNUC_UNUSED)
{
  mn_compare_values (c[0], c[1], n_rows, code, reason);
}

static void
compare_interval (const double *const *c,
                  gsize n_rows,
                  guint8 *code,
                  guint8 *reason,
                  gconstpointer data G_GNUC_UNUSED)
{
  mn_compare_interval (c[0], c[2], c[3], c[1], n_rows, code, reason);
}

static void
compare_two_levels (const double *const *c,
                    gsize n_rows,
                    guint8 *code,
                    guint8 *reason,
                    gconstpointer data G_GNUC_UNUSED)
{
  mn_compare_two_intervals (c[0], c[2], c[3], c[4], c[5], c[1], n_rows, code, reason);
}

static void
compare_both_intervals (const double *const *c,
                        gsize n_rows,
                        guint8 *code,
                        guint8 *reason,
                        gconstpointer data G_GNUC_UNUSED)
{
  mn_compare_both_intervals (c[0], c[2], c[3], c[1], c[4], c[5], n_rows, code, reason);
}

static void
compare_spc_proportion (const double *const *c,
                        gsize n_rows,
                        guint8 *code,
                        guint8 *reason,
                        gconstpointer data)
{
  const Limits *limits = data;

  mn_compare_spc_proportion (c[0], c[2], c[1], n_rows, limits->z, limits->multiplier, code, reason);
}

static void
compare_spc_dsr (const double *const *c,
                 gsize n_rows,
                 guint8 *code,
                 guint8 *reason,
                 gconstpointer data)
{
  const Limits *limits = data;

  mn_compare_spc_dsr (c[0], c[2], c[1], n_rows, limits->tail, limits->multiplier, code, reason);
}

static void
compare_plan (const double *const *c,
              gsize n_rows,
              guint8 *code,
              guint8 *reason,
              gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      double v = c[0][i];

      reason[i] = isfinite (v) ? MN_COMPARED : MN_NOT_A_NUMBER;
      code[i] = !isfinite (v) ? MN_NOT_COMPARED : v == 1 ? MN_HIGHER : v == 3 ? MN_LOWER : MN_SIMILAR;
    }
}

/* In the order of MarmotComparisonMethod; automatic is resolved before, and those
 * without a kernel are told apart below. */
static const struct
{
  const MarmotCompareNeed *needs;
  MarmotCompareKernel kernel;
  /* Whether it asks only on which side of the benchmark numbers lie. */
  gboolean by_sides;
} plans[] = {
  { needs_interval, compare_interval, TRUE },
  { needs_interval, compare_interval, TRUE },
  { needs_values, compare_values, TRUE },
  { needs_two_levels, compare_two_levels, TRUE },
  { needs_both_intervals, compare_both_intervals, TRUE },
  { needs_denominator, compare_spc_proportion, FALSE },
  { needs_effective, compare_spc_dsr, FALSE },
  { needs_value, NULL, FALSE },
  { needs_value, NULL, FALSE },
  { needs_value, NULL, FALSE },
  { needs_value, NULL, FALSE },
  { needs_value, compare_plan, FALSE },
  { needs_nothing, NULL, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (plans) == (int) MARMOT_COMPARISON_METHOD_NONE + 1);

static gboolean
limits_init (Limits *limits,
             MarmotComparisonSpec *spec,
             GError **error)
{
  double confidence = marmot_comparison_spec_get_confidence (spec);

  limits->multiplier = marmot_comparison_spec_get_multiplier (spec);
  limits->z = confidence == 0.95 ? MN_SPC_Z_95 : MN_SPC_Z_99_8;
  limits->tail = confidence == 0.95 ? 0.025 : 0.001;
  if (confidence != 0.95 && confidence != 0.998)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Control limits are drawn at a confidence of 0.95 or 0.998");
      return FALSE;
    }
  if (!(limits->multiplier > 0 && isfinite (limits->multiplier)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A multiplier is above zero, such as 100 for a percentage");
      return FALSE;
    }
  return TRUE;
}

/* A value and the row that it stands in. */
typedef struct
{
  double value;
  gsize row;
} Place;

static int
compare_places (const void *a,
                const void *b)
{
  const Place *p = a;
  const Place *q = b;

  if (p->value != q->value)
    return p->value < q->value ? -1 : 1;
  return (p->row > q->row) - (p->row < q->row);
}

/* The most bounds of groups: of fifths. */
#define MAX_BOUNDS 6

/* What the values of each set of rows are put into: fifths or quarters. */
typedef struct
{
  const gint32 *codes;   /* the set of each row; NULL: there is one */
  const gsize *starts;   /* where the values of each set start, to say how many it has */
  const double *bounds;  /* MAX_BOUNDS for each set; NULL: by order */
  guint n_groups;
  const guint8 *first;   /* the code of row 0 */
} Groups;

/* Writes codes of MarmotComparisonCode, since groups have no polarity. */
static void
put_into_groups (const double *const *c,
                 gsize n_rows,
                 guint8 *code,
                 guint8 *reason,
                 gconstpointer data)
{
  const Groups *groups = data;
  gsize first = (gsize) (code - groups->first);

  for (gsize i = 0; i < n_rows; i++)
    {
      double v = c[0][i];
      gsize set = groups->codes ? (gsize) groups->codes[first + i] : 0;
      gboolean finite = isfinite (v);
      gboolean enough = groups->starts[set + 1] - groups->starts[set] >= groups->n_groups;

      reason[i] = (guint8) (!finite   ? MARMOT_COMPARISON_REASON_NOT_FINITE
                            : !enough ? MARMOT_COMPARISON_REASON_TOO_FEW_VALUES
                                      : MARMOT_COMPARISON_REASON_COMPARED);
      code[i] = MARMOT_COMPARISON_CODE_NOT_COMPARED;
      if (finite && enough && groups->bounds)
        code[i] = (guint8) (MARMOT_COMPARISON_CODE_GROUP_1
                            + mn_group_of (v, groups->bounds + set * MAX_BOUNDS, groups->n_groups) - 1);
    }
}

/* NTILE leaves the order of equal values open; here it is that of the rows. */
static void
deal_out (const MarmotColumn *column,
          const Groups *groups,
          gsize n_sets,
          MarmotCompareOutput *output)
{
  g_autofree Place *places = g_new (Place, MAX (column->length, 1));
  g_autofree gsize *next = g_memdup2 (groups->starts, (n_sets + 1) * sizeof *groups->starts);
  double scratch[MARMOT_COMPARE_BLOCK];

  for (gsize first = 0; first < column->length; first += MARMOT_COMPARE_BLOCK)
    {
      gsize n_rows = MIN (MARMOT_COMPARE_BLOCK, column->length - first);
      const double *block = marmot_column_block (column, first, n_rows, scratch);

      for (gsize i = 0; i < n_rows; i++)
        if (marmot_column_row_is_valid (column, first + i) && isfinite (block[i]))
          places[next[groups->codes ? groups->codes[first + i] : 0]++] = (Place) { block[i], first + i };
    }

  for (gsize set = 0; set < n_sets; set++)
    {
      Place *of_set = places + groups->starts[set];
      gsize n = groups->starts[set + 1] - groups->starts[set];

      if (n < groups->n_groups)
        continue;
      qsort (of_set, n, sizeof *of_set, compare_places);
      for (gsize i = 0; i < n; i++)
        output->code[of_set[i].row]
          = (guint8) (MARMOT_COMPARISON_CODE_GROUP_1 + mn_ntile (i, n, groups->n_groups) - 1);
    }
}

static void
compare_groups (const MarmotCompareInput *input,
                MarmotComparisonMethod method,
                const gint32 *codes,
                gsize n_sets,
                MarmotCompareOutput *output)
{
  gboolean by_percentiles = method == MARMOT_COMPARISON_METHOD_QUINTILES
                            || method == MARMOT_COMPARISON_METHOD_QUARTILES;
  g_autofree gsize *starts = NULL;
  g_autofree double *sorted = NULL;
  g_autofree double *bounds = NULL;
  Groups groups = { codes, NULL, NULL, marmot_comparison_method_get_n_groups (method), output->code };

  marmot_group_values (input->columns[0], codes, n_sets, &starts, &sorted);
  groups.starts = starts;
  if (by_percentiles)
    {
      bounds = g_new (double, MAX (n_sets, 1) * MAX_BOUNDS);
      for (gsize set = 0; set < n_sets; set++)
        if (starts[set + 1] - starts[set] >= groups.n_groups)
          mn_group_bounds (sorted + starts[set], starts[set + 1] - starts[set], groups.n_groups,
                           bounds + set * MAX_BOUNDS);
      groups.bounds = bounds;
    }

  marmot_compare_run (input, put_into_groups, &groups, output);
  if (!by_percentiles)
    deal_out (input->columns[0], &groups, n_sets, output);
}

static MarmotComparisonMethod
resolve (MarmotComparisonMethod method,
         const MarmotTable *figures)
{
  if (method != MARMOT_COMPARISON_METHOD_AUTOMATIC)
    return method;
  return marmot_table_has_column (figures, "lower") ? MARMOT_COMPARISON_METHOD_INTERVAL
                                                    : MARMOT_COMPARISON_METHOD_VALUES;
}

const MarmotCompareNeed *
marmot_compare_get_needs (MarmotComparisonMethod method)
{
  return plans[method].needs;
}

gboolean
marmot_compare_by_spec (MarmotComparisonSpec *spec,
                        MarmotComparisonMethod method,
                        const MarmotTable *figures,
                        const gint32 *codes,
                        gsize n_sets,
                        MarmotCompareOutput *output,
                        GError **error)
{
  MarmotPolarity polarity = marmot_comparison_spec_get_polarity (spec);
  MarmotCompareInput input;
  MarmotComparePrinted printed = { 0, { NULL, NULL } };
  Limits limits = { 0, 0, 0 };

  if ((method == MARMOT_COMPARISON_METHOD_SPC_PROPORTION || method == MARMOT_COMPARISON_METHOD_SPC_DSR)
      && !limits_init (&limits, spec, error))
    return FALSE;
  if (plans[method].by_sides && !marmot_compare_printed_init (&printed, figures, error))
    return FALSE;
  if (!marmot_compare_input_init (&input, figures, plans[method].needs, error))
    {
      marmot_compare_printed_clear (&printed);
      return FALSE;
    }

  marmot_compare_output_init (output, input.n_rows);
  if (method == MARMOT_COMPARISON_METHOD_NONE)
    marmot_compare_output_fill (output, MARMOT_COMPARISON_REASON_NO_METHOD);
  else if (marmot_comparison_method_get_n_groups (method) > 0)
    compare_groups (&input, method, codes, n_sets, output);
  else if (method == MARMOT_COMPARISON_METHOD_SUICIDE_PREVENTION_PLAN)
    {
      marmot_compare_run (&input, compare_plan, NULL, output);
      marmot_compare_judge (output, MARMOT_POLARITY_HIGH_IS_GOOD);
    }
  else if (polarity == MARMOT_POLARITY_UNSTATED)
    marmot_compare_output_fill (output, MARMOT_COMPARISON_REASON_NO_POLARITY);
  else
    {
      marmot_compare_run (&input, plans[method].kernel, &limits, output);
      marmot_compare_printed_run (&printed, &input, plans[method].kernel, &limits, output);
      marmot_compare_judge (output, polarity);
    }
  marmot_compare_input_clear (&input);
  marmot_compare_printed_clear (&printed);
  return TRUE;
}

void
marmot_compare_plan_init (MarmotComparePlan *plan,
                          MarmotComparisonSpec *spec,
                          MarmotComparisonMethod method)
{
  for (guint i = 0; i < MARMOT_COMPARE_N_CODES; i++)
    plan->labels[i] = marmot_comparison_code_get_label ((MarmotComparisonCode) i, method,
                                                        marmot_comparison_spec_get_polarity (spec),
                                                        marmot_comparison_spec_get_vocabulary (spec));
  plan->method = marmot_comparison_method_get_method (method);
}

static MarmotTable *
compare_sets (MarmotComparisonSpec *spec,
              const MarmotTable *figures,
              const gint32 *codes,
              gsize n_sets,
              GError **error)
{
  MarmotComparisonMethod method = resolve (marmot_comparison_spec_get_method (spec), figures);
  MarmotCompareOutput output;
  MarmotComparePlan plan;

  if (!marmot_compare_by_spec (spec, method, figures, codes, n_sets, &output, error))
    return NULL;
  marmot_compare_plan_init (&plan, spec, method);
  return marmot_compare_output_finish (&output, NULL, &plan, 1);
}

MarmotTable *
marmot_compare_columns (MarmotComparisonSpec *spec,
                        MarmotTable *figures,
                        GError **error)
{
  g_return_val_if_fail (MARMOT_IS_COMPARISON_SPEC (spec), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  return compare_sets (spec, figures, NULL, 1, error);
}

MarmotTable *
marmot_compare_grouped (MarmotComparisonSpec *spec,
                        MarmotTable *figures,
                        MarmotGroups *groups,
                        GError **error)
{
  g_return_val_if_fail (MARMOT_IS_COMPARISON_SPEC (spec), NULL);
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (groups != NULL, NULL);

  if (marmot_groups_get_n_rows (groups) != marmot_table_get_n_rows (figures))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the figures have %" G_GSIZE_FORMAT
                   ": make the groups of the same rows",
                   marmot_groups_get_n_rows (groups), marmot_table_get_n_rows (figures));
      return NULL;
    }
  return compare_sets (spec, figures, marmot_groups_peek_codes (groups), marmot_groups_get_n_groups (groups),
                       error);
}
