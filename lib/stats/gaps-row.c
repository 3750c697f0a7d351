/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One comparison as a table of one row, so that numbers go the way of columns.
 */
#include "gaps-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimate-private.h"
#include "core/marmot-table-private.h"

MarmotTable *
marmot_gaps_make_row (const char *const *names,
                      const double *numbers)
{
  g_auto (MarmotResult) row = { NULL, NULL };

  marmot_result_init (&row);
  for (gsize i = 0; names[i]; i++)
    marmot_result_add_doubles (&row, names[i], &numbers[i], 1);
  return marmot_result_end (&row);
}

double
marmot_gaps_read_cell (MarmotTable *result,
                       const char *name)
{
  MarmotColumn *column = marmot_table_peek_column (result, name);

  return column && !marmot_column_is_null (column, 0) ? marmot_column_get_double (column, 0) : (double) NAN;
}

MarmotEstimate *
marmot_gaps_read_estimate (MarmotTable *result,
                           const MarmotIntervalPlan *plan,
                           const char *name,
                           const char *status_name,
                           MarmotMethod method)
{
  MarmotColumn *status = marmot_table_peek_column (result, status_name);
  MarmotLimits limits[MARMOT_MAX_LEVELS];

  for (guint i = 0; i < plan->n_levels; i++)
    {
      g_autofree char *lower = marmot_gaps_limit_name (plan, name, "lower", i);
      g_autofree char *upper = marmot_gaps_limit_name (plan, name, "upper", i);

      limits[i].confidence = plan->levels[i];
      limits[i].lower = marmot_gaps_read_cell (result, lower);
      limits[i].upper = marmot_gaps_read_cell (result, upper);
    }
  /* Statuses are codes into all of them. */
  return marmot_estimate_new_full (marmot_gaps_read_cell (result, name), method,
                                   (MarmotStatus) marmot_column_get_code (status, 0), limits, plan->n_levels);
}
