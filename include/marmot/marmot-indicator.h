/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPolarity:
 * @MARMOT_POLARITY_UNSTATED: nobody has said: the figure is not judged
 * @MARMOT_POLARITY_HIGH_IS_GOOD: a higher figure is better
 * @MARMOT_POLARITY_LOW_IS_GOOD: a lower figure is better
 * @MARMOT_POLARITY_NO_JUDGEMENT: it was decided that neither is better:
 *   figures are higher or lower
 *
 * Which direction is good. It belongs to how a figure is judged and not to
 * the figure, so one report may judge an indicator otherwise than another.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_POLARITY_UNSTATED,
  MARMOT_POLARITY_HIGH_IS_GOOD,
  MARMOT_POLARITY_LOW_IS_GOOD,
  MARMOT_POLARITY_NO_JUDGEMENT
} MarmotPolarity;

/**
 * MarmotPolaritySource:
 * @MARMOT_POLARITY_SOURCE_NONE: nobody
 * @MARMOT_POLARITY_SOURCE_PAPER: the paper that prints the figure
 * @MARMOT_POLARITY_SOURCE_ANALYST: whoever prepared the data, with a reason
 *
 * Who says which direction is good.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_POLARITY_SOURCE_NONE,
  MARMOT_POLARITY_SOURCE_PAPER,
  MARMOT_POLARITY_SOURCE_ANALYST
} MarmotPolaritySource;

/**
 * MarmotValueType:
 * @MARMOT_VALUE_TYPE_OTHER: anything else
 * @MARMOT_VALUE_TYPE_COUNT: a number of people, events or things
 * @MARMOT_VALUE_TYPE_PROPORTION: a share, such as a percentage
 * @MARMOT_VALUE_TYPE_CRUDE_RATE: events for so many people
 * @MARMOT_VALUE_TYPE_GAP: the difference between two groups
 * @MARMOT_VALUE_TYPE_SCORE: a score
 * @MARMOT_VALUE_TYPE_TEXT: a state of affairs, in words
 *
 * What kind of number an indicator is.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_VALUE_TYPE_OTHER,
  MARMOT_VALUE_TYPE_COUNT,
  MARMOT_VALUE_TYPE_PROPORTION,
  MARMOT_VALUE_TYPE_CRUDE_RATE,
  MARMOT_VALUE_TYPE_GAP,
  MARMOT_VALUE_TYPE_SCORE,
  MARMOT_VALUE_TYPE_TEXT
} MarmotValueType;

/**
 * MarmotIndicatorLevel:
 * @MARMOT_INDICATOR_LEVEL_UNSTATED: nobody has said
 * @MARMOT_INDICATOR_LEVEL_OUTCOME: it measures what happens to people
 * @MARMOT_INDICATOR_LEVEL_PROGRAMME: it measures what a programme reaches
 * @MARMOT_INDICATOR_LEVEL_PROCESS: it measures what is done, and how soon
 * @MARMOT_INDICATOR_LEVEL_PROXY: it stands for another that comes too late or
 *   too seldom
 *
 * How near an indicator is to what matters in the end.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_INDICATOR_LEVEL_UNSTATED,
  MARMOT_INDICATOR_LEVEL_OUTCOME,
  MARMOT_INDICATOR_LEVEL_PROGRAMME,
  MARMOT_INDICATOR_LEVEL_PROCESS,
  MARMOT_INDICATOR_LEVEL_PROXY
} MarmotIndicatorLevel;

/**
 * MarmotIndicator:
 *
 * A measure that is reported again and again: its name and definition, its
 * unit, who owns it, and which direction is good.
 *
 * Owners are organisations and directorates, never people.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_INDICATOR (marmot_indicator_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotIndicator, marmot_indicator, MARMOT, INDICATOR, GObject)

/**
 * marmot_indicator_get_id: (get-property id)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): its short name, such as PI1
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_id (MarmotIndicator *self);

/**
 * marmot_indicator_get_name: (get-property name)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): its name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_name (MarmotIndicator *self);

/**
 * marmot_indicator_get_definition: (get-property definition)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what is counted, and among whom
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_definition (MarmotIndicator *self);

/**
 * marmot_indicator_get_group: (get-property group)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the table or section of the report
 *   that it belongs to
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_group (MarmotIndicator *self);

/**
 * marmot_indicator_get_unit: (get-property unit)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the unit of its values, such as
 *   "people", "percent" or "per 1,000 live births"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_unit (MarmotIndicator *self);

/**
 * marmot_indicator_get_value_type: (get-property value-type)
 * @self: an indicator
 *
 * Returns: what kind of number it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueType marmot_indicator_get_value_type (MarmotIndicator *self);

/**
 * marmot_indicator_get_level: (get-property level)
 * @self: an indicator
 *
 * Returns: how near it is to what matters in the end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicatorLevel marmot_indicator_get_level (MarmotIndicator *self);

/**
 * marmot_indicator_get_organisation: (get-property organisation)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the organisation that answers for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_organisation (MarmotIndicator *self);

/**
 * marmot_indicator_get_directorate: (get-property directorate)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the part of the organisation that
 *   answers for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_directorate (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity: (get-property polarity)
 * @self: an indicator
 *
 * Returns: which direction is good, unless a comparison says otherwise
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_indicator_get_polarity (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity_source: (get-property polarity-source)
 * @self: an indicator
 *
 * Returns: who says which direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolaritySource marmot_indicator_get_polarity_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_polarity_reason: (get-property polarity-reason)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): why that direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_polarity_reason (MarmotIndicator *self);

/**
 * marmot_indicator_get_additive: (get-property additive)
 * @self: an indicator
 *
 * Returns: whether the values of the parts of a period add up to that of the
 *   whole, as counts of events do and percentages never
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_indicator_get_additive (MarmotIndicator *self);

/**
 * marmot_indicator_get_caveat: (get-property caveat)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): what a reader must know before using
 *   it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_caveat (MarmotIndicator *self);

/**
 * marmot_indicator_get_source: (get-property source)
 * @self: an indicator
 *
 * Returns: (transfer none) (nullable): the paper or file that the figure was
 *   taken from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_indicator_get_source (MarmotIndicator *self);

/**
 * marmot_indicator_get_line: (get-property line)
 * @self: an indicator
 *
 * Returns: the line of the source, from 1, or 0 where it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_indicator_get_line (MarmotIndicator *self);

G_END_DECLS
