/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotCheckOptions
{
  GObject parent_instance;

  MarmotEpisodeRules *rules;
  guint year;
  char *first_day;
  char *last_day;
  guint limit;
};

G_DEFINE_FINAL_TYPE (MarmotCheckOptions, marmot_check_options, G_TYPE_OBJECT)

/**
 * MarmotCheckOptions:rules: (getter get_rules)
 *
 * The rules that are asked. None for those that are built in.
 *
 * Since: 1.0
 */

/**
 * MarmotCheckOptions:year: (getter get_year)
 *
 * The collection year that is checked, such as 2017 for 2017/18. 0 for all that there are.
 *
 * Since: 1.0
 */

/**
 * MarmotCheckOptions:first-day: (getter get_first_day)
 *
 * The first day of the time that the return is of, as yyyy-mm-dd. None for 1 April.
 *
 * Since: 1.0
 */

/**
 * MarmotCheckOptions:last-day: (getter get_last_day)
 *
 * The last day of the time that the return is of, as yyyy-mm-dd, such as the day of an
 * extract from the middle of a year. None for 31 March.
 *
 * Since: 1.0
 */

/**
 * MarmotCheckOptions:limit: (getter get_limit)
 *
 * How many findings are kept at most; all are counted.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "rules", marmot_episode_rules_get_type, G_STRUCT_OFFSET (MarmotCheckOptions, rules), 0 },
  { "year", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotCheckOptions, year), 0 },
  { "first-day", NULL, G_STRUCT_OFFSET (MarmotCheckOptions, first_day), 0 },
  { "last-day", NULL, G_STRUCT_OFFSET (MarmotCheckOptions, last_day), 0 },
  { "limit", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotCheckOptions, limit), 1000 },
};

static void
marmot_check_options_class_init (MarmotCheckOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_check_options_init (MarmotCheckOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotCheckOptions, marmot_check_options, MARMOT_IS_CHECK_OPTIONS, CType, field, on_failure)

GETTER (MarmotEpisodeRules *, rules, NULL)
GETTER (guint, year, 0)
GETTER (const char *, first_day, NULL)
GETTER (const char *, last_day, NULL)
GETTER (guint, limit, 0)

MarmotCheckOptions *
marmot_check_options_new (guint year)
{
  return g_object_new (MARMOT_TYPE_CHECK_OPTIONS, "year", year, NULL);
}
