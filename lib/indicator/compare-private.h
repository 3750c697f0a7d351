/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What comparisons with benchmarks and with goals share: a walk over the columns
 * that a method needs, and the columns of results.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define MARMOT_COMPARE_MAX_COLUMNS 6

/* Rows a block, so that what the kernels read and write stays in the cache. */
#define MARMOT_COMPARE_BLOCK 1024

/* A column that a method needs, and what it means if a row of it is null. */
typedef struct
{
  const char *name;
  MarmotComparisonReason missing;
} MarmotCompareNeed;

/* The columns of a table that a method needs, in the order in which a missing
 * one is told. */
typedef struct
{
  gsize n_rows;
  guint n_columns;
  MarmotColumn *columns[MARMOT_COMPARE_MAX_COLUMNS];
  MarmotComparisonReason missing[MARMOT_COMPARE_MAX_COLUMNS];
  gboolean is_benchmark[MARMOT_COMPARE_MAX_COLUMNS];
} MarmotCompareInput;

/* With how many decimals the figures and the benchmarks were printed; either is
 * NULL where they were not rounded. */
typedef struct
{
  guint n_columns;
  MarmotColumn *columns[2];
} MarmotComparePrinted;

/* One byte a row: how it stands and why not; MN_ codes of numeric/compare.h until
 * they are mapped, MarmotComparisonCode afterwards. */
typedef struct
{
  gsize n_rows;
  guint8 *code;
  guint8 *reason;
} MarmotCompareOutput;

typedef void (*MarmotCompareKernel) (const double *const *columns,
                                     gsize                n_rows,
                                     guint8              *code,
                                     guint8              *reason,
                                     gconstpointer        data);

/* Needs end with a NULL name. A column that is not there is MARMOT_ERROR_NOT_FOUND,
 * one that holds no numbers MARMOT_ERROR_TYPE. */
gboolean     marmot_compare_input_init   (MarmotCompareInput       *self,
                                          const MarmotTable        *figures,
                                          const MarmotCompareNeed  *needs,
                                          GError                  **error);
void         marmot_compare_input_clear  (MarmotCompareInput       *self);

void         marmot_compare_output_init  (MarmotCompareOutput      *self,
                                          gsize                     n_rows);
void         marmot_compare_output_fill  (MarmotCompareOutput      *self,
                                          MarmotComparisonReason    reason);
void         marmot_compare_output_clear (MarmotCompareOutput      *self);

/* Runs the kernel over the rows in blocks; rows with a null are not compared. */
void         marmot_compare_run          (const MarmotCompareInput *input,
                                          MarmotCompareKernel       kernel,
                                          gconstpointer             data,
                                          MarmotCompareOutput      *output);

/* Takes the columns "decimals" and "benchmark_decimals" of a table, if they are
 * there. */
gboolean     marmot_compare_printed_init (MarmotComparePrinted     *self,
                                          const MarmotTable        *figures,
                                          GError                  **error);
void         marmot_compare_printed_clear (MarmotComparePrinted    *self);

/* Takes back the codes that rounding may have made. The kernel is one for which a
 * rising benchmark never turns a worse code into a better one and back. */
void         marmot_compare_printed_run  (const MarmotComparePrinted *self,
                                          const MarmotCompareInput *input,
                                          MarmotCompareKernel       kernel,
                                          gconstpointer             data,
                                          MarmotCompareOutput      *output);

/* Turns lower and higher into worse and better. */
void         marmot_compare_judge        (MarmotCompareOutput      *self,
                                          MarmotPolarity            polarity);

/* The labels of all codes, in order of MarmotComparisonCode. */
#define MARMOT_COMPARE_N_CODES (MARMOT_COMPARISON_CODE_GROUP_5 + 1)

/* The words and the citation of rows that were compared in one way. */
typedef struct
{
  const char *labels[MARMOT_COMPARE_N_CODES];
  MarmotMethod method;
} MarmotComparePlan;

void         marmot_compare_plan_init (MarmotComparePlan      *plan,
                                       MarmotComparisonSpec   *spec,
                                       MarmotComparisonMethod  method);

/* The columns that a method needs, which is not automatic; they end with a NULL
 * name. */
const MarmotCompareNeed *marmot_compare_get_needs (MarmotComparisonMethod method);

/* Compares by a method that is not automatic, and fills the output, which it makes,
 * with codes of MarmotComparisonCode. Values are put into groups within each of
 * n_sets; without codes there is one. FALSE with an error, and no output. */
gboolean     marmot_compare_by_spec   (MarmotComparisonSpec   *spec,
                                       MarmotComparisonMethod  method,
                                       const MarmotTable      *figures,
                                       const gint32           *codes,
                                       gsize                   n_sets,
                                       MarmotCompareOutput    *output,
                                       GError                **error);

/* The columns code, label, reason and method; clears the output. plan_of_row is the
 * plan of each row, or NULL if there is one for all. */
MarmotTable *marmot_compare_output_finish (MarmotCompareOutput     *self,
                                           const guint32           *plan_of_row,
                                           const MarmotComparePlan *plans,
                                           guint                    n_plans);

/* A dictionary column of bytes, which are taken, into texts. */
MarmotColumn *marmot_compare_dictionary (guint8            *bytes,
                                         gsize              n_rows,
                                         const char *const *texts,
                                         guint              n_texts);

/* The colour of a code, as a word. */
const char  *marmot_goal_code_get_label (MarmotComparisonCode code);

/* Groups of a method of groups, or 0. */
guint        marmot_comparison_method_get_n_groups (MarmotComparisonMethod method);

G_END_DECLS
