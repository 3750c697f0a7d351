/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotQuantileOptions
{
  GObject parent_instance;

  MarmotQuantileRule rule;
  guint n_groups;
  gboolean highest_first;
};

G_DEFINE_FINAL_TYPE (MarmotQuantileOptions, marmot_quantile_options, G_TYPE_OBJECT)

/**
 * MarmotQuantileOptions:rule: (getter get_rule)
 *
 * How the groups are cut.
 *
 * Since: 1.0
 */

/**
 * MarmotQuantileOptions:n-groups: (getter get_n_groups)
 *
 * How many groups there are, at least 2 and at most 1,000.
 *
 * Since: 1.0
 */

/**
 * MarmotQuantileOptions:highest-first: (getter get_highest_first)
 *
 * Whether group 1 has the highest values.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "rule", marmot_quantile_rule_get_type, G_STRUCT_OFFSET (MarmotQuantileOptions, rule), 0 },
  { "n-groups", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotQuantileOptions, n_groups), 10 },
  { "highest-first", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotQuantileOptions, highest_first), TRUE },
};

static void
marmot_quantile_options_class_init (MarmotQuantileOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_quantile_options_init (MarmotQuantileOptions *self)
{
}

MARMOT_RECORD_GETTER (MarmotQuantileOptions, marmot_quantile_options, MARMOT_IS_QUANTILE_OPTIONS, MarmotQuantileRule, rule, (MarmotQuantileRule) 0)
MARMOT_RECORD_GETTER (MarmotQuantileOptions, marmot_quantile_options, MARMOT_IS_QUANTILE_OPTIONS, guint, n_groups, 0)
MARMOT_RECORD_GETTER (MarmotQuantileOptions, marmot_quantile_options, MARMOT_IS_QUANTILE_OPTIONS, gboolean, highest_first, FALSE)

MarmotQuantileOptions *
marmot_quantile_options_new (MarmotQuantileRule rule,
                             guint n_groups,
                             gboolean highest_first)
{
  return g_object_new (MARMOT_TYPE_QUANTILE_OPTIONS,
                       "rule", rule,
                       "n-groups", n_groups,
                       "highest-first", highest_first,
                       NULL);
}

MarmotMethod
marmot_quantile_rule_get_method (MarmotQuantileRule rule)
{
  static const MarmotMethod methods[] = { MARMOT_METHOD_QUANTILE_RANK, MARMOT_METHOD_QUANTILE_PERCENTILE,
                                          MARMOT_METHOD_QUANTILE_DEALT, MARMOT_METHOD_QUANTILE_PEOPLE };

  g_return_val_if_fail ((guint) rule < G_N_ELEMENTS (methods), MARMOT_METHOD_DEFAULT);

  return methods[rule];
}
