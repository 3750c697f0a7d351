/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotPowerOptions
{
  GObject parent_instance;

  double alpha;
  double power;
  double per;
  gboolean words;
};

G_DEFINE_FINAL_TYPE (MarmotPowerOptions, marmot_power_options, G_TYPE_OBJECT)

/**
 * MarmotPowerOptions:alpha: (getter get_alpha)
 *
 * The probability, were there no change, of finding one, in either direction.
 *
 * Since: 1.0
 */

/**
 * MarmotPowerOptions:power: (getter get_power)
 *
 * The probability of finding a change that is there.
 *
 * Since: 1.0
 */

/**
 * MarmotPowerOptions:per: (getter get_per)
 *
 * What figures are per: 1, 100 for percentages, 100,000 for most rates. Standard errors
 * of gaps are in their own unit, and it does not matter to them.
 *
 * Since: 1.0
 */

/**
 * MarmotPowerOptions:words: (getter get_words)
 *
 * Whether results have a column that says it in words.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotPowerOptions, field)

static const MarmotRecordField fields[] = {
  { "alpha", marmot_record_type_double, FIELD (alpha), 0.05 },
  { "power", marmot_record_type_double, FIELD (power), 0.8 },
  { "per", marmot_record_type_double, FIELD (per), 1 },
  { "words", marmot_record_type_boolean, FIELD (words), TRUE },
};

static void
marmot_power_options_class_init (MarmotPowerOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_power_options_init (MarmotPowerOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotPowerOptions, marmot_power_options, MARMOT_IS_POWER_OPTIONS, CType, field, on_failure)

GETTER (double, alpha, 0)
GETTER (double, power, 0)
GETTER (double, per, 0)
GETTER (gboolean, words, FALSE)

MarmotPowerOptions *
marmot_power_options_new (double alpha,
                          double power,
                          double per)
{
  return g_object_new (MARMOT_TYPE_POWER_OPTIONS, "alpha", alpha, "power", power, "per", per, NULL);
}
