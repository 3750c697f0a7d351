/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotGapOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  gboolean more_is_better;
  double covariance;
  double log_covariance;
  char *edition_1;
  char *edition_2;
  guint lsoa_vintage_1;
  guint lsoa_vintage_2;
  MarmotDeprivationGroups *groups_1;
  MarmotDeprivationGroups *groups_2;
  gboolean across_editions;
};

G_DEFINE_FINAL_TYPE (MarmotGapOptions, marmot_gap_options, G_TYPE_OBJECT)

/**
 * MarmotGapOptions:interval: (getter get_interval)
 *
 * The confidence levels; none for 95%. A change could be of chance where its two-sided
 * probability is not below one less the first level. There is no choice of method.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:more-is-better: (getter get_more_is_better)
 *
 * Whether a higher figure is a better one. It matters where gaps are made from the
 * figures of groups; gaps that are handed over are positive where the most deprived
 * are worse off.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:covariance: (getter get_covariance)
 *
 * The covariance of the two gaps, of every row, where the figures have no column
 * "covariance": above zero where both periods share people.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:log-covariance: (getter get_log_covariance)
 *
 * The covariance of the logarithms of the two relative gaps, where the figures have no
 * column "log_covariance".
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:edition-1: (getter get_edition_1)
 *
 * The edition of the index of deprivation in the earlier period, such as "imd-2019",
 * where the figures have no column "edition_1".
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:edition-2: (getter get_edition_2)
 *
 * The edition in the later period, where the figures have no column "edition_2".
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:lsoa-vintage-1: (getter get_lsoa_vintage_1)
 *
 * The year of the small areas in the earlier period, such as 2011, where the figures
 * have no column "lsoa_vintage_1"; 0 if nothing is said.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:lsoa-vintage-2: (getter get_lsoa_vintage_2)
 *
 * The year of the small areas in the later period, where the figures have no column
 * "lsoa_vintage_2"; 0 if nothing is said.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:groups-1: (getter get_groups_1)
 *
 * The groups of the earlier period, in place of the name of an edition and a vintage:
 * they also tell England from the council, fifths from tenths, and areas from people.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:groups-2: (getter get_groups_2)
 *
 * The groups of the later period.
 *
 * Since: 1.0
 */

/**
 * MarmotGapOptions:across-editions: (getter get_across_editions)
 *
 * Whether a change from one edition or vintage to another gets a verdict. It is
 * flagged in any case.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotGapOptions, field)

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, FIELD (interval), 0 },
  { "more-is-better", marmot_record_type_boolean, FIELD (more_is_better), 0 },
  { "covariance", marmot_record_type_double, FIELD (covariance), 0 },
  { "log-covariance", marmot_record_type_double, FIELD (log_covariance), 0 },
  { "edition-1", NULL, FIELD (edition_1), 0 },
  { "edition-2", NULL, FIELD (edition_2), 0 },
  { "lsoa-vintage-1", marmot_record_type_uint, FIELD (lsoa_vintage_1), 0 },
  { "lsoa-vintage-2", marmot_record_type_uint, FIELD (lsoa_vintage_2), 0 },
  { "groups-1", marmot_deprivation_groups_get_type, FIELD (groups_1), 0 },
  { "groups-2", marmot_deprivation_groups_get_type, FIELD (groups_2), 0 },
  { "across-editions", marmot_record_type_boolean, FIELD (across_editions), 0 },
};

static void
marmot_gap_options_class_init (MarmotGapOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_gap_options_init (MarmotGapOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotGapOptions, marmot_gap_options, MARMOT_IS_GAP_OPTIONS, CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (gboolean, more_is_better, FALSE)
GETTER (double, covariance, 0)
GETTER (double, log_covariance, 0)
GETTER (const char *, edition_1, NULL)
GETTER (const char *, edition_2, NULL)
GETTER (guint, lsoa_vintage_1, 0)
GETTER (guint, lsoa_vintage_2, 0)
GETTER (MarmotDeprivationGroups *, groups_1, NULL)
GETTER (MarmotDeprivationGroups *, groups_2, NULL)
GETTER (gboolean, across_editions, FALSE)

MarmotGapOptions *
marmot_gap_options_new (MarmotIntervalOptions *interval,
                        gboolean more_is_better)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_GAP_OPTIONS, "interval", interval, "more-is-better", more_is_better, NULL);
}
