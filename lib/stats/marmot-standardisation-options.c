/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotStandardisationOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  MarmotStandardPopulation *standard;
  double minimum_count;
  gboolean missing_is_zero;
};

G_DEFINE_FINAL_TYPE (MarmotStandardisationOptions, marmot_standardisation_options, G_TYPE_OBJECT)

/**
 * MarmotStandardisationOptions:interval: (getter get_interval)
 *
 * Method, confidence levels and multiplier; none for the customary ones.
 *
 * Since: 1.0
 */

/**
 * MarmotStandardisationOptions:standard: (getter get_standard)
 *
 * The standard population of direct standardisation, where the figures say what
 * band a row is. Without it they have a column of weights.
 *
 * Since: 1.0
 */

/**
 * MarmotStandardisationOptions:minimum-count: (getter get_minimum_count)
 *
 * How many events a directly standardised rate needs: ten, unless said otherwise.
 * With none there is no rate, whatever this is. Indirect standardisation and crude
 * rates need none.
 *
 * Since: 1.0
 */

/**
 * MarmotStandardisationOptions:missing-is-zero: (getter get_missing_is_zero)
 *
 * Whether a count that is missing is none. Say so only if you know that the source
 * leaves out zeros and does not suppress.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotStandardisationOptions, interval), 0 },
  { "standard", marmot_standard_population_get_type, G_STRUCT_OFFSET (MarmotStandardisationOptions, standard), 0 },
  { "minimum-count", marmot_record_type_double, G_STRUCT_OFFSET (MarmotStandardisationOptions, minimum_count), 10 },
  { "missing-is-zero", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotStandardisationOptions, missing_is_zero), 0 },
};

static void
marmot_standardisation_options_class_init (MarmotStandardisationOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_standardisation_options_init (MarmotStandardisationOptions *self)
{
}

MARMOT_RECORD_GETTER (MarmotStandardisationOptions, marmot_standardisation_options, MARMOT_IS_STANDARDISATION_OPTIONS, MarmotIntervalOptions *, interval, NULL)
MARMOT_RECORD_GETTER (MarmotStandardisationOptions, marmot_standardisation_options, MARMOT_IS_STANDARDISATION_OPTIONS, MarmotStandardPopulation *, standard, NULL)
MARMOT_RECORD_GETTER (MarmotStandardisationOptions, marmot_standardisation_options, MARMOT_IS_STANDARDISATION_OPTIONS, double, minimum_count, 0)
MARMOT_RECORD_GETTER (MarmotStandardisationOptions, marmot_standardisation_options, MARMOT_IS_STANDARDISATION_OPTIONS, gboolean, missing_is_zero, FALSE)

MarmotStandardisationOptions *
marmot_standardisation_options_new (MarmotIntervalOptions *interval,
                                    MarmotStandardPopulation *standard)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);
  g_return_val_if_fail (standard == NULL || MARMOT_IS_STANDARD_POPULATION (standard), NULL);

  return g_object_new (MARMOT_TYPE_STANDARDISATION_OPTIONS, "interval", interval, "standard", standard, NULL);
}
