/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotPrintedLabel
{
  GObject parent_instance;

  MarmotIndicator *indicator;
  MarmotArea *area;
  MarmotArea *comparator;
  char *text;
  MarmotClaimedRelation claim;
  char *source;
  guint line;
};

G_DEFINE_FINAL_TYPE (MarmotPrintedLabel, marmot_printed_label, G_TYPE_OBJECT)

/**
 * MarmotPrintedLabel:indicator: (getter get_indicator)
 *
 * The indicator.
 *
 * Since: 1.0
 */

/**
 * MarmotPrintedLabel:area: (getter get_area)
 *
 * The area that the words are about.
 *
 * Since: 1.0
 */

/**
 * MarmotPrintedLabel:comparator: (getter get_comparator)
 *
 * The area that it is compared with.
 *
 * Since: 1.0
 */

/**
 * MarmotPrintedLabel:text: (getter get_text)
 *
 * The words, as printed.
 *
 * Since: 1.0
 */

/**
 * MarmotPrintedLabel:claim: (getter get_claim)
 *
 * What the words say.
 *
 * Since: 1.0
 */

/**
 * MarmotPrintedLabel:source: (getter get_source)
 *
 * The paper or file that the figure was taken from.
 *
 * Since: 1.0
 */

/**
 * MarmotPrintedLabel:line: (getter get_line)
 *
 * The line of the source, from 1, or 0 where it is not known.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "indicator", marmot_indicator_get_type, G_STRUCT_OFFSET (MarmotPrintedLabel, indicator), 0 },
  { "area", marmot_area_get_type, G_STRUCT_OFFSET (MarmotPrintedLabel, area), 0 },
  { "comparator", marmot_area_get_type, G_STRUCT_OFFSET (MarmotPrintedLabel, comparator), 0 },
  { "text", NULL, G_STRUCT_OFFSET (MarmotPrintedLabel, text), 0 },
  { "claim", marmot_claimed_relation_get_type, G_STRUCT_OFFSET (MarmotPrintedLabel, claim), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotPrintedLabel, source), 0 },
  { "line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotPrintedLabel, line), 0 },
};

static void
marmot_printed_label_class_init (MarmotPrintedLabelClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_printed_label_init (MarmotPrintedLabel *self)
{
}

MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, MarmotIndicator *, indicator, NULL)
MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, MarmotArea *, area, NULL)
MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, MarmotArea *, comparator, NULL)
MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, const char *, text, NULL)
MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, MarmotClaimedRelation, claim, (MarmotClaimedRelation) 0)
MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotPrintedLabel, marmot_printed_label, MARMOT_IS_PRINTED_LABEL, guint, line, 0)
