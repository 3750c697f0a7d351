/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotLifeTableOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  double infant_part;
  double radix;
  double minimum_population;
  double minimum_deaths;
  double maximum_width;
  gboolean deaths_over_population;
};

G_DEFINE_FINAL_TYPE (MarmotLifeTableOptions, marmot_life_table_options, G_TYPE_OBJECT)

/**
 * MarmotLifeTableOptions:interval: (getter get_interval)
 *
 * The confidence levels; none for 95%. Life is counted in years, so there is no
 * other multiplier than 1.
 *
 * Since: 1.0
 */

/**
 * MarmotLifeTableOptions:infant-part: (getter get_infant_part)
 *
 * What part of a band that starts at 0 those live who die in it: 0.1 unless said
 * otherwise, whether the band is of one year or of five, since most deaths under
 * five are in the first weeks. In all other bands it is one half.
 *
 * Since: 1.0
 */

/**
 * MarmotLifeTableOptions:radix: (getter get_radix)
 *
 * How many are alive at the start of the table: 100,000 unless said otherwise.
 *
 * Since: 1.0
 */

/**
 * MarmotLifeTableOptions:minimum-population: (getter get_minimum_population)
 *
 * The total population that there must be more of: 5,000 unless said otherwise,
 * so that exactly 5,000 is too small; 0 for no such rule.
 *
 * Since: 1.0
 */

/**
 * MarmotLifeTableOptions:minimum-deaths: (getter get_minimum_deaths)
 *
 * How many deaths there must be in all: 0, no such rule, unless said otherwise.
 *
 * Since: 1.0
 */

/**
 * MarmotLifeTableOptions:maximum-width: (getter get_maximum_width)
 *
 * How wide the 95% interval of a life expectancy may be, in years: 20 unless said
 * otherwise, whatever confidence is asked for; 0 for no such rule. It is applied
 * age by age.
 *
 * Since: 1.0
 */

/**
 * MarmotLifeTableOptions:deaths-over-population: (getter get_deaths_over_population)
 *
 * Whether a band may have more deaths than people. Unless said otherwise it may
 * not: it is nearly always a mistake of the period, as of five years of deaths over
 * one year's population.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotLifeTableOptions, interval), 0 },
  { "infant-part", marmot_record_type_double, G_STRUCT_OFFSET (MarmotLifeTableOptions, infant_part), 0.1 },
  { "radix", marmot_record_type_double, G_STRUCT_OFFSET (MarmotLifeTableOptions, radix), 100000 },
  { "minimum-population", marmot_record_type_double, G_STRUCT_OFFSET (MarmotLifeTableOptions, minimum_population), 5000 },
  { "minimum-deaths", marmot_record_type_double, G_STRUCT_OFFSET (MarmotLifeTableOptions, minimum_deaths), 0 },
  { "maximum-width", marmot_record_type_double, G_STRUCT_OFFSET (MarmotLifeTableOptions, maximum_width), 20 },
  { "deaths-over-population", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotLifeTableOptions, deaths_over_population), 0 },
};

static void
marmot_life_table_options_class_init (MarmotLifeTableOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_life_table_options_init (MarmotLifeTableOptions *self)
{
}

MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, MarmotIntervalOptions *, interval, NULL)
MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, double, infant_part, 0)
MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, double, radix, 0)
MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, double, minimum_population, 0)
MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, double, minimum_deaths, 0)
MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, double, maximum_width, 0)
MARMOT_RECORD_GETTER (MarmotLifeTableOptions, marmot_life_table_options, MARMOT_IS_LIFE_TABLE_OPTIONS, gboolean, deaths_over_population, FALSE)

MarmotLifeTableOptions *
marmot_life_table_options_new (MarmotIntervalOptions *interval)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "interval", interval, NULL);
}
