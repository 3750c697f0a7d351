/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-contrast-private.h"
#include "paired-private.h"

static void
compute (const MarmotIntervalPlan *plan,
         const double *const *in,
         gsize n_rows,
         const MarmotContrastBlock *out)
{
  mn_paired_status (in, n_rows, out->status);
  mn_paired_values (in, n_rows, plan->multiplier, out->value);
  for (guint i = 0; i < plan->n_levels; i++)
    marmot_paired_limits (plan->method, in, n_rows, plan->z[i], plan->multiplier, out->lower[i], out->upper[i]);
  if (plan->test != MARMOT_METHOD_NONE)
    marmot_paired_test (plan->test, in, n_rows, out->statistic, out->p, out->status);
}

static const MarmotContrastMethod methods[] = {
  { MARMOT_METHOD_NEWCOMBE_PAIRED, MARMOT_METHOD_MCNEMAR_MID_P },
  { MARMOT_METHOD_TANGO, MARMOT_METHOD_MCNEMAR_MID_P },
  { MARMOT_METHOD_NORMAL, MARMOT_METHOD_MCNEMAR_MID_P },
};

static const MarmotMethod tests[] = {
  MARMOT_METHOD_MCNEMAR_MID_P,
  MARMOT_METHOD_MCNEMAR_EXACT,
  MARMOT_METHOD_MCNEMAR,
  MARMOT_METHOD_MCNEMAR_CORRECTED,
};

static const MarmotContrastSpec spec = {
  .methods = methods,
  .n_methods = G_N_ELEMENTS (methods),
  .tests = tests,
  .n_tests = G_N_ELEMENTS (tests),
  .inputs = { "people of both times", "people of before alone", "people of after alone", "people of neither time" },
  .n_inputs = 4,
  .multiplier = 1,
  .groups = MARMOT_CONTRAST_CELLS,
  .kernel = compute,
};

MARMOT_CONTRAST_OF_FOUR (marmot_paired_proportions, spec)
