/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "cohort-options-private.h"

#include "core/marmot-record-private.h"

struct _MarmotCohortOptions
{
  GObject parent_instance;

  CohortOptions options;
};

G_DEFINE_FINAL_TYPE (MarmotCohortOptions, marmot_cohort_options, G_TYPE_OBJECT)

/**
 * MarmotCohortOptions:period:
 *
 * The period that a measure is of. What stands on the yearly tables of the return takes a
 * year from April to March, such as "2023/24". %NULL for the last such year that the set
 * covers.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:day:
 *
 * The day that a measure is of, where it is one of a day; %NULL for the last day of the
 * period.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:by:
 *
 * What to group by: "sex", "ethnicity", "locality", "uasc", "age", "age_part", and of some
 * measures "legal_status" or "wait".
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:from-age:
 *
 * The youngest age that counts, in completed years, of those that the measure is of; 0 for all
 * of these, and of outcomes of care leavers for 19.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:to-age:
 *
 * The oldest age that counts, in completed years, of those that the measure is of; 0 for all of
 * these, and of outcomes of care leavers for 21.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:weeks:
 *
 * A number of weeks in place of the one in the definition of the measure; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:working-days:
 *
 * A number of working days in place of the one in the definition; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:population:
 *
 * Of a count that is not grouped, how many people there are, for a rate; 0 for none.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:per:
 *
 * How many of the population a rate is per; 10,000 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:confidence:
 *
 * The confidence level of intervals, as a proportion; 0.95 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:rows:
 *
 * Whether measures keep the rows behind them.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:unknown-counts:
 *
 * Whether those of whom a table says nothing count in the denominator, as if it said no.
 * Those of whom it is not known whether they are asked about stay unknown.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:last-day-counts:
 *
 * Whether a child is still in care on the day on which care ended. The checks of the return
 * on children looked after take it so for the year's last day.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:conventions:
 *
 * By which conventions legal status and birthdays are found; %NULL for those of the
 * measure: "ssda903-1001" for the care leavers of the return (OC3), the law's for all
 * others.
 *
 * Since: 1.0
 */

/**
 * MarmotCohortOptions:calendar:
 *
 * Which days are working days; %NULL for the bank holidays of England that are built in.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotCohortOptions, options.field)

static const MarmotRecordField fields[] = {
  { "period", marmot_period_get_type, FIELD (period), 0 },
  { "day", g_date_get_type, FIELD (day), 0 },
  { "by", g_strv_get_type, FIELD (by), 0 },
  { "from-age", marmot_record_type_uint, FIELD (from_age), 0 },
  { "to-age", marmot_record_type_uint, FIELD (to_age), 0 },
  { "weeks", marmot_record_type_uint, FIELD (weeks), 0 },
  { "working-days", marmot_record_type_uint, FIELD (working_days), 0 },
  { "population", marmot_record_type_double, FIELD (population), 0 },
  { "per", marmot_record_type_double, FIELD (per), 10000 },
  { "confidence", marmot_record_type_double, FIELD (confidence), 0.95 },
  { "rows", marmot_record_type_boolean, FIELD (rows), FALSE },
  { "unknown-counts", marmot_record_type_boolean, FIELD (unknown_counts), FALSE },
  { "last-day-counts", marmot_record_type_boolean, FIELD (last_day_counts), FALSE },
  { "conventions", marmot_care_leaver_options_get_type, FIELD (conventions), 0 },
  { "calendar", marmot_calendar_get_type, FIELD (calendar), 0 },
};

static void
marmot_cohort_options_class_init (MarmotCohortOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_cohort_options_init (MarmotCohortOptions *self)
{
}

MarmotCohortOptions *
marmot_cohort_options_new (MarmotPeriod *period)
{
  return g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "period", period, NULL);
}

const CohortOptions *
cohort_options_peek (MarmotCohortOptions *self)
{
  static const CohortOptions defaults = { .per = 10000, .confidence = 0.95 };

  return self ? &self->options : &defaults;
}
