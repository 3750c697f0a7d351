/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What comparisons of two groups, and of one with a standard, share: up to six
 * inputs, an interval, a test, and the result for one row, for columns and for groups.
 * A comparison supplies the methods and tests that it has, and one function that
 * computes a block.
 */
#pragma once

#include "marmot-stats-private.h"
#include "numeric/plain.h"

G_BEGIN_DECLS

#define MARMOT_CONTRAST_MAX_INPUTS 6

/* What a block is written to. Where a kernel leaves a value, a limit or p that is not
 * a number in a row whose status is OK, the row becomes "not-defined". What the test
 * does not have, statistic, df or all three, is left alone. */
typedef struct
{
  double *value;
  guint8 *status;
  double *statistic;
  double *df;
  double *p;
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
} MarmotContrastBlock;

typedef void (*MarmotContrastKernel) (const MarmotIntervalPlan  *plan,
                                      const double *const       *in,
                                      gsize                      n_rows,
                                      const MarmotContrastBlock *out);

/* The closed forms of plain rows (numeric/plain.h), where the plan has such. It writes all
 * rows and returns what they are: all plain, and whole; or with some among them whose lower
 * limit at some level is NaN, and which are for the kernel; or for the kernel all of them. */
typedef enum
{
  MARMOT_CONTRAST_ALL_PLAIN,
  MARMOT_CONTRAST_SOME_ODD,
  MARMOT_CONTRAST_ALL_ODD
} MarmotContrastKind;

typedef MarmotContrastKind (*MarmotContrastPlain) (const MarmotIntervalPlan  *plan,
                                                   const double *const       *in,
                                                   gsize                      n_rows,
                                                   const MarmotContrastBlock *out);

/* How the rows of a group become one. */
typedef enum
{
  MARMOT_CONTRAST_NOT_GROUPED,
  MARMOT_CONTRAST_COUNTS, /* pairs of count and denominator, added up */
  MARMOT_CONTRAST_CELLS,  /* counts alone, added up */
  MARMOT_CONTRAST_AGAINST, /* count and denominator, added up, and a standard a row */
  MARMOT_CONTRAST_MEANS   /* triples of n, mean and deviation, pooled */
} MarmotContrastGroups;

typedef struct
{
  MarmotMethod method;
  MarmotMethod test; /* that goes with it */
} MarmotContrastMethod;

typedef struct
{
  const MarmotContrastMethod *methods; /* the first is the default */
  gsize n_methods;
  const MarmotMethod *tests; /* every one that there is; none: no test */
  gsize n_tests;
  const char *inputs[MARMOT_CONTRAST_MAX_INPUTS];
  guint n_inputs;
  double multiplier;
  MarmotContrastGroups groups;
  MarmotContrastKernel kernel;
  gpointer (*prepare) (const MarmotIntervalPlan *plan); /* what plan->prepared is, for g_free (); may be NULL */
  MarmotContrastPlain plain; /* may be NULL */
} MarmotContrastSpec;

/* Values and limits of plain rows at every level. */
MarmotContrastKind marmot_contrast_run_plain (const MarmotIntervalPlan  *plan,
                                              MnPlainTwo                 limits,
                                              const double *const       *in,
                                              gsize                      n_rows,
                                              const MarmotContrastBlock *out);

/* A contrast that was computed elsewhere. Takes the estimate. */
MarmotContrast  *marmot_contrast_new_take  (MarmotEstimate            *estimate,
                                            MarmotMethod               test,
                                            double                     statistic,
                                            double                     df,
                                            double                     p);

MarmotContrast  *marmot_contrast_one       (const MarmotContrastSpec  *spec,
                                            const double              *in,
                                            MarmotIntervalOptions     *options,
                                            GError                   **error);

MarmotTable     *marmot_contrast_column    (const MarmotContrastSpec  *spec,
                                            MarmotColumn             **in,
                                            MarmotIntervalOptions     *options,
                                            GError                   **error);

MarmotTable     *marmot_contrast_grouped   (const MarmotContrastSpec  *spec,
                                            MarmotColumn             **in,
                                            MarmotGroups              *groups,
                                            MarmotIntervalOptions     *options,
                                            GError                   **error);

/* The same without a test, as estimates. groups may be NULL; void_status, a status a
 * row that is to stand where it is not OK, too, and must be where there are groups. */
MarmotEstimate  *marmot_contrast_estimate  (const MarmotContrastSpec  *spec,
                                            const double              *in,
                                            MarmotIntervalOptions     *options,
                                            GError                   **error);
MarmotEstimates *marmot_contrast_estimates (const MarmotContrastSpec  *spec,
                                            MarmotColumn             **in,
                                            MarmotGroups              *groups,
                                            const guint8              *void_status,
                                            MarmotIntervalOptions     *options,
                                            GError                   **error);

/* The three functions of a comparison of four inputs, as its header declares them. */
#define MARMOT_CONTRAST_OF_FOUR(name, spec) \
MarmotContrast * \
name (double a, double b, double c, double d, MarmotIntervalOptions *options, GError **error) \
{ \
  const double in[] = { a, b, c, d }; \
  return marmot_contrast_one (&spec, in, options, error); \
} \
MarmotTable * \
name##_column (MarmotColumn *a, MarmotColumn *b, MarmotColumn *c, MarmotColumn *d, \
               MarmotIntervalOptions *options, GError **error) \
{ \
  MarmotColumn *in[] = { a, b, c, d }; \
  return marmot_contrast_column (&spec, in, options, error); \
} \
MarmotTable * \
name##_grouped (MarmotColumn *a, MarmotColumn *b, MarmotColumn *c, MarmotColumn *d, MarmotGroups *groups, \
                MarmotIntervalOptions *options, GError **error) \
{ \
  MarmotColumn *in[] = { a, b, c, d }; \
  return marmot_contrast_grouped (&spec, in, groups, options, error); \
}

G_END_DECLS
