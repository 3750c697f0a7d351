/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotIndicator
{
  GObject parent_instance;

  char *id;
  char *name;
  char *definition;
  char *group;
  char *unit;
  MarmotValueType value_type;
  MarmotIndicatorLevel level;
  char *organisation;
  char *directorate;
  MarmotPolarity polarity;
  MarmotPolaritySource polarity_source;
  char *polarity_reason;
  gboolean additive;
  char *caveat;
  char *source;
  guint line;
};

G_DEFINE_FINAL_TYPE (MarmotIndicator, marmot_indicator, G_TYPE_OBJECT)

/**
 * MarmotIndicator:id: (getter get_id)
 *
 * Its short name, such as PI1.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:name: (getter get_name)
 *
 * Its name.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:definition: (getter get_definition)
 *
 * What is counted, and among whom.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:group: (getter get_group)
 *
 * The table or section of the report that it belongs to.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:unit: (getter get_unit)
 *
 * The unit of its values, such as "people", "percent" or "per 1,000 live
 * births".
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:value-type: (getter get_value_type)
 *
 * What kind of number it is.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:level: (getter get_level)
 *
 * How near it is to what matters in the end.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:organisation: (getter get_organisation)
 *
 * The organisation that answers for it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:directorate: (getter get_directorate)
 *
 * The part of the organisation that answers for it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity: (getter get_polarity)
 *
 * Which direction is good, unless a comparison says otherwise.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity-source: (getter get_polarity_source)
 *
 * Who says which direction is good.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:polarity-reason: (getter get_polarity_reason)
 *
 * Why that direction is good.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:additive: (getter get_additive)
 *
 * Whether the values of the parts of a period add up to that of the whole, as
 * counts of events do and percentages never.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:caveat: (getter get_caveat)
 *
 * What a reader must know before using it.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:source: (getter get_source)
 *
 * The paper or file that the figure was taken from.
 *
 * Since: 1.0
 */

/**
 * MarmotIndicator:line: (getter get_line)
 *
 * The line of the source, from 1, or 0 where it is not known.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotIndicator, id), 0 },
  { "name", NULL, G_STRUCT_OFFSET (MarmotIndicator, name), 0 },
  { "definition", NULL, G_STRUCT_OFFSET (MarmotIndicator, definition), 0 },
  { "group", NULL, G_STRUCT_OFFSET (MarmotIndicator, group), 0 },
  { "unit", NULL, G_STRUCT_OFFSET (MarmotIndicator, unit), 0 },
  { "value-type", marmot_value_type_get_type, G_STRUCT_OFFSET (MarmotIndicator, value_type), 0 },
  { "level", marmot_indicator_level_get_type, G_STRUCT_OFFSET (MarmotIndicator, level), 0 },
  { "organisation", NULL, G_STRUCT_OFFSET (MarmotIndicator, organisation), 0 },
  { "directorate", NULL, G_STRUCT_OFFSET (MarmotIndicator, directorate), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotIndicator, polarity), 0 },
  { "polarity-source", marmot_polarity_source_get_type, G_STRUCT_OFFSET (MarmotIndicator, polarity_source), 0 },
  { "polarity-reason", NULL, G_STRUCT_OFFSET (MarmotIndicator, polarity_reason), 0 },
  { "additive", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotIndicator, additive), 0 },
  { "caveat", NULL, G_STRUCT_OFFSET (MarmotIndicator, caveat), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotIndicator, source), 0 },
  { "line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotIndicator, line), 0 },
};

static void
marmot_indicator_class_init (MarmotIndicatorClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_indicator_init (MarmotIndicator *self)
{
}

MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, name, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, definition, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, group, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, unit, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotValueType, value_type, (MarmotValueType) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotIndicatorLevel, level, (MarmotIndicatorLevel) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, organisation, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, directorate, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotPolarity, polarity, (MarmotPolarity) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, MarmotPolaritySource, polarity_source, (MarmotPolaritySource) 0)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, polarity_reason, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, gboolean, additive, FALSE)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, caveat, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotIndicator, marmot_indicator, MARMOT_IS_INDICATOR, guint, line, 0)
