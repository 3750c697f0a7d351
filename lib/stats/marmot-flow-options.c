/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotFlowOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  char *ages;
  guint step_months;
  guint horizon;
  guint repetitions;
  guint seed;
  double entry_factor;
  MarmotTable *factors;
};

G_DEFINE_FINAL_TYPE (MarmotFlowOptions, marmot_flow_options, G_TYPE_OBJECT)

/**
 * MarmotFlowOptions:interval: (getter get_interval)
 *
 * The confidence levels of all limits, the multiplier of rates (1 unless said otherwise: a
 * person-year), and by which method limits of projections are made:
 * %MARMOT_METHOD_MULTISTATE_SIMULATION (the default), %MARMOT_METHOD_MULTISTATE_CHANCE or
 * %MARMOT_METHOD_MULTISTATE_RATES.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:ages: (getter get_ages)
 *
 * The ages in whole years at which bands begin, such as "1, 5, 10, 16, 18, 21, 25"; the
 * first band begins at 0 and the last has no end. %NULL, the default, is for one band of
 * all: rates do not depend on age, and stays need no date of birth.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:step-months: (getter get_step_months)
 *
 * How many months a step has: 1, the default, 2, 3, 4, 6 or 12. A month is a twelfth of a
 * year.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:horizon: (getter get_horizon)
 *
 * How many steps are projected: 36 unless said otherwise, at most 1,200.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:repetitions: (getter get_repetitions)
 *
 * How many simulations limits are made of: 2,000 unless said otherwise, at least 100; 0 is
 * for no limits.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:seed: (getter get_seed)
 *
 * The seed of what is random. The same seed gives the same limits to the last bit, whatever
 * the number of threads.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:entry-factor: (getter get_entry_factor)
 *
 * A what-if: every rate of entry is multiplied by this, such as 0.9 for ten per cent fewer
 * entries.
 *
 * Since: 1.0
 */

/**
 * MarmotFlowOptions:factors: (getter get_factors)
 *
 * What-ifs of single flows: a table with a row a change. "flow" is text: "entry", "move",
 * "leave" or "any" of them; "from" and "to" are names of states, null for all of them, and
 * each may be left out; "factor" is a number from 0 to 1,000. An entry has no "from", and
 * who leaves has no "to". Where several rows are of one flow, all of them multiply it.
 * Shares on birthdays are not multiplied: the law makes most of them.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotFlowOptions, interval), 0 },
  { "ages", NULL, G_STRUCT_OFFSET (MarmotFlowOptions, ages), 0 },
  { "step-months", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotFlowOptions, step_months), 1 },
  { "horizon", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotFlowOptions, horizon), 36 },
  { "repetitions", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotFlowOptions, repetitions), 2000 },
  { "seed", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotFlowOptions, seed), 1 },
  { "entry-factor", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFlowOptions, entry_factor), 1 },
  { "factors", marmot_table_get_type, G_STRUCT_OFFSET (MarmotFlowOptions, factors), 0 },
};

static void
marmot_flow_options_class_init (MarmotFlowOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_flow_options_init (MarmotFlowOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotFlowOptions, marmot_flow_options, MARMOT_IS_FLOW_OPTIONS, CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (const char *, ages, NULL)
GETTER (guint, step_months, 1)
GETTER (guint, horizon, 0)
GETTER (guint, repetitions, 0)
GETTER (guint, seed, 0)
GETTER (double, entry_factor, 1)
GETTER (MarmotTable *, factors, NULL)

MarmotFlowOptions *
marmot_flow_options_new (void)
{
  return g_object_new (MARMOT_TYPE_FLOW_OPTIONS, NULL);
}
