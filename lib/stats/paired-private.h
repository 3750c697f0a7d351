/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The methods and tests of paired proportions, by name.
 */
#pragma once

#include <marmot/marmot.h>

#include "numeric/paired.h"

G_BEGIN_DECLS

static inline void
marmot_paired_limits (MarmotMethod method,
                      const double *const in[4],
                      gsize n_rows,
                      double z,
                      double multiplier,
                      double *lower,
                      double *upper)
{
  switch (method)
    {
    case MARMOT_METHOD_TANGO:
      mn_paired_tango (in, n_rows, z, multiplier, lower, upper);
      break;
    case MARMOT_METHOD_NORMAL:
      mn_paired_normal (in, n_rows, z, multiplier, lower, upper);
      break;
    default:
      mn_paired_newcombe (in, n_rows, z, multiplier, lower, upper);
      break;
    }
}

static inline void
marmot_paired_test (MarmotMethod test,
                    const double *const in[4],
                    gsize n_rows,
                    double *statistic,
                    double *p,
                    guint8 *status)
{
  switch (test)
    {
    case MARMOT_METHOD_MCNEMAR:
    case MARMOT_METHOD_MCNEMAR_CORRECTED:
      mn_paired_mcnemar (in, n_rows, test == MARMOT_METHOD_MCNEMAR_CORRECTED, statistic, p);
      break;
    default:
      mn_paired_exact (in, n_rows, test == MARMOT_METHOD_MCNEMAR_MID_P, p, status);
      break;
    }
}

G_END_DECLS
