/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A measure over people or episodes as a figure of an indicator.
 */
#include <marmot/marmot.h>

#include <math.h>

/* "12 excluded (died 9, moved 3); 3 unknown", or NULL. */
static char *
describe (MarmotMeasure *measure)
{
  const char *const *reasons = marmot_measure_get_reasons (measure);
  gint64 n_excluded = marmot_measure_count_excluded (measure, NULL), n_unknown = marmot_measure_get_n_unknown (measure);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_excluded > 0)
    {
      const char *before = " (";

      g_string_append_printf (text, "%" G_GINT64_FORMAT " excluded", n_excluded);
      for (gsize i = 0; reasons[i]; i++)
        {
          gint64 n = marmot_measure_count_excluded (measure, reasons[i]);

          if (n == 0)
            continue;
          g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, before, reasons[i], n);
          before = ", ";
        }
      g_string_append_c (text, ')');
    }
  if (n_unknown > 0)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT " unknown", text->len > 0 ? "; " : "", n_unknown);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* A percentage where a share is multiplied by 100. */
static MarmotValue *
make_value (double number,
            double multiplier)
{
  return multiplier == 100 ? marmot_value_new_percent (number * multiplier, -1) : marmot_value_new (number * multiplier, -1);
}

MarmotObservation *
marmot_observation_new_from_measure (MarmotMeasure *measure,
                                     MarmotIndicator *indicator,
                                     MarmotArea *area,
                                     MarmotPeriod *period,
                                     double multiplier,
                                     GError **error)
{
  g_autoptr (MarmotEstimate) estimate = NULL;
  g_autoptr (MarmotValue) value = NULL, lower = NULL, upper = NULL, numerator = NULL, denominator = NULL;
  g_autofree char *note = NULL;
  MarmotStatus status;

  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (indicator == NULL || MARMOT_IS_INDICATOR (indicator), NULL);
  g_return_val_if_fail (area == NULL || MARMOT_IS_AREA (area), NULL);

  estimate = marmot_measure_get_estimate (measure);
  if (!estimate)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The measure has no statistic, and so is no figure: make one of it");
      return NULL;
    }
  if (!(multiplier > 0 && isfinite (multiplier)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "What a figure is multiplied by must be a number above 0, such as 100");
      return NULL;
    }

  status = marmot_estimate_get_status (estimate);
  if (isnan (marmot_estimate_get_value (estimate)))
    value = marmot_value_new_state (MARMOT_VALUE_NOT_AVAILABLE, marmot_status_to_nick (status));
  else
    value = make_value (marmot_estimate_get_value (estimate), multiplier);
  if (!isnan (marmot_estimate_get_lower (estimate)))
    lower = make_value (marmot_estimate_get_lower (estimate), multiplier);
  if (!isnan (marmot_estimate_get_upper (estimate)))
    upper = make_value (marmot_estimate_get_upper (estimate), multiplier);
  numerator = marmot_value_new (marmot_measure_get_numerator (measure), -1);
  denominator = marmot_value_new (marmot_measure_get_denominator (measure), -1);
  note = describe (measure);
  return g_object_new (MARMOT_TYPE_OBSERVATION,
                       "indicator", indicator,
                       "area", area,
                       "period", period,
                       "value", value,
                       "lower", lower,
                       "upper", upper,
                       "confidence", marmot_estimate_get_confidence (estimate),
                       "numerator", numerator,
                       "denominator", denominator,
                       "note", note,
                       NULL);
}
