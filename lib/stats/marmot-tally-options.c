/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-tally-private.h"

#include "core/marmot-record-private.h"

struct _MarmotTallyOptions
{
  GObject parent_instance;

  TallyOptions options;
};

G_DEFINE_FINAL_TYPE (MarmotTallyOptions, marmot_tally_options, G_TYPE_OBJECT)

/**
 * MarmotTallyOptions:statistic:
 *
 * What is made of the counts.
 *
 * Since: 1.0
 */

/**
 * MarmotTallyOptions:confidence:
 *
 * The confidence level of intervals, as a proportion; 0.95 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotTallyOptions:population:
 *
 * Of a count of all rows in one group, how many people there are, for a rate; 0 for none.
 *
 * Since: 1.0
 */

/**
 * MarmotTallyOptions:per:
 *
 * How many of the population a rate is per; 10,000 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotTallyOptions:rows:
 *
 * Whether measures keep the rows behind them.
 *
 * Since: 1.0
 */

/**
 * MarmotTallyOptions:reasons:
 *
 * The reasons for which rows may be left out, in the order in which figures list them;
 * %NULL for whatever reasons there are.
 *
 * Since: 1.0
 */

/**
 * MarmotTallyOptions:conventions:
 *
 * By which rules rows were counted, and of which time: in words of the caller, such as
 * "2023/24". Only tallies with the same conventions add up.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotTallyOptions, options.field)

static const MarmotRecordField fields[] = {
  { "statistic", marmot_tally_statistic_get_type, FIELD (statistic), MARMOT_TALLY_STATISTIC_SHARE },
  { "confidence", marmot_record_type_double, FIELD (confidence), 0.95 },
  { "population", marmot_record_type_double, FIELD (population), 0 },
  { "per", marmot_record_type_double, FIELD (per), 10000 },
  { "rows", marmot_record_type_boolean, FIELD (rows), FALSE },
  { "reasons", g_strv_get_type, FIELD (reasons), 0 },
  { "conventions", NULL, FIELD (conventions), 0 },
};

static void
marmot_tally_options_class_init (MarmotTallyOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_tally_options_init (MarmotTallyOptions *self)
{
}

MarmotTallyOptions *
marmot_tally_options_new (MarmotTallyStatistic statistic)
{
  return g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "statistic", statistic, NULL);
}

const TallyOptions *
tally_options_peek (MarmotTallyOptions *self)
{
  static const TallyOptions defaults = { .confidence = 0.95, .per = 10000 };

  return self ? &self->options : &defaults;
}
