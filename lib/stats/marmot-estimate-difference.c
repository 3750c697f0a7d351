/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The difference of two estimates from their limits. The formula is in numeric/mover.h.
 */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-estimate-private.h"
#include "numeric/mover.h"

/* Whether the limits stand around the figure. */
static gboolean
is_whole (const MnFigure *figure)
{
  return figure->lower <= figure->value && figure->value <= figure->upper;
}

MarmotEstimate *
marmot_estimate_difference (MarmotEstimate *self,
                            MarmotEstimate *other,
                            GError **error)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  MarmotStatus status;
  guint n_levels;
  double value = (double) NAN;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);

  n_levels = marmot_estimate_get_n_levels (self);
  status = marmot_estimate_get_status (self);
  if (status == MARMOT_STATUS_OK)
    status = marmot_estimate_get_status (other);
  if (marmot_estimate_get_n_levels (other) != n_levels)
    goto other_levels;
  for (guint i = 0; i < n_levels; i++)
    {
      MnFigure first = { marmot_estimate_get_value (other), 0, 0 };
      MnFigure second = { marmot_estimate_get_value (self), 0, 0 };
      double confidence;

      marmot_estimate_get_level (other, i, &confidence, &first.lower, &first.upper);
      marmot_estimate_get_level (self, i, &limits[i].confidence, &second.lower, &second.upper);
      if (confidence != limits[i].confidence)
        goto other_levels;
      limits[i].lower = limits[i].upper = (double) NAN;
      if (status == MARMOT_STATUS_OK && !(is_whole (&first) && is_whole (&second)))
        status = MARMOT_STATUS_MISSING;
      if (status == MARMOT_STATUS_OK)
        mn_mover_difference (&first, &second, 0, &limits[i].lower, &limits[i].upper);
    }
  if (status == MARMOT_STATUS_OK)
    value = marmot_estimate_get_value (self) - marmot_estimate_get_value (other);
  else
    for (guint i = 0; i < n_levels; i++)
      limits[i].lower = limits[i].upper = (double) NAN;
  return marmot_estimate_new_full (value, MARMOT_METHOD_MOVER_LIMITS, status, limits, n_levels);

other_levels:
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "The limits of the two are at other confidence levels: compute both at the same");
  return NULL;
}
