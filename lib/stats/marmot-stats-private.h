/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What every statistic of the form "count over denominator, with limits" shares:
 * the options read and checked once, the walk over columns in blocks that stay
 * in the processor's cache, and the sums of groups. A statistic supplies one
 * function that computes a block.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-estimate-private.h"
#include "numeric/binomial.h"

G_BEGIN_DECLS

typedef struct
{
  MarmotMethod method;
  MarmotMethod test; /* what was asked for, the default among them */
  double multiplier;
  guint n_levels;
  double levels[MARMOT_MAX_LEVELS];
  double alpha_2[MARMOT_MAX_LEVELS]; /* (1 − level) / 2 */
  double z[MARMOT_MAX_LEVELS];       /* its upper normal quantile */
  gsize n_rows;                      /* how many results there will be: 1 until a caller says more */
  gconstpointer prepared;            /* what the statistic made of it */
} MarmotIntervalPlan;

/* Computes one block: n_rows values and statuses, and the limits of each level. */
typedef void (*MarmotIntervalKernel) (const MarmotIntervalPlan *plan,
                                      const double             *x,
                                      const double             *n,
                                      gsize                     n_rows,
                                      double                   *value,
                                      guint8                   *status,
                                      double                  **lower,
                                      double                  **upper);

/* Reads options, or the defaults where they are NULL. */
gboolean         marmot_interval_plan_init  (MarmotIntervalPlan        *plan,
                                             MarmotIntervalOptions     *options,
                                             const MarmotMethod        *methods,
                                             gsize                      n_methods,
                                             double                     default_multiplier,
                                             GError                   **error);

/* As the last, for a statistic that has tests as well. */
gboolean         marmot_interval_plan_init_tested (MarmotIntervalPlan    *plan,
                                                   MarmotIntervalOptions *options,
                                                   const MarmotMethod    *methods,
                                                   gsize                  n_methods,
                                                   double                 default_multiplier,
                                                   GError               **error);

/* The binomial limits of each level, for methods that are through them (otherwise NULL).
 * For g_free(). */
mn_binomial_limits *marmot_interval_prepare_binomial (const MarmotIntervalPlan *plan);

/* Whether method is among methods; otherwise an error that names them. */
gboolean         marmot_interval_has_method (MarmotMethod        method,
                                             const char         *what,
                                             const MarmotMethod *methods,
                                             gsize               n_methods,
                                             GError            **error);

/* Adds a column up by group into sum and compensation, and puts into status, which
 * begins as MN_EMPTY_GROUP, what makes a group's sum void; a number below zero is
 * wrong. */
void             marmot_interval_add_up      (const MarmotColumn *column,
                                              const gint32       *codes,
                                              guint8              wrong,
                                              double             *sum,
                                              double             *compensation,
                                              guint8             *status);

MarmotEstimate  *marmot_interval_one        (const MarmotIntervalPlan  *plan,
                                             MarmotIntervalKernel       kernel,
                                             MarmotMethod               method,
                                             double                     x,
                                             double                     n);

MarmotEstimates *marmot_interval_column     (const MarmotIntervalPlan  *plan,
                                             MarmotIntervalKernel       kernel,
                                             MarmotColumn              *x,
                                             MarmotColumn              *n,
                                             GError                   **error);

MarmotEstimates *marmot_interval_grouped    (const MarmotIntervalPlan  *plan,
                                             MarmotIntervalKernel       kernel,
                                             MarmotColumn              *x,
                                             MarmotColumn              *n,
                                             MarmotGroups              *groups,
                                             GError                   **error);

G_END_DECLS
