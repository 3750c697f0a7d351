/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotAsk
{
  GObject parent_instance;

  char *text;
  char *source;
  guint line;
};

G_DEFINE_FINAL_TYPE (MarmotAsk, marmot_ask, G_TYPE_OBJECT)

/**
 * MarmotAsk:text: (getter get_text)
 *
 * What is asked, in its own words.
 *
 * Since: 1.0
 */

/**
 * MarmotAsk:source: (getter get_source)
 *
 * The paper or file that the figure was taken from.
 *
 * Since: 1.0
 */

/**
 * MarmotAsk:line: (getter get_line)
 *
 * The line of the source, from 1, or 0 where it is not known.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "text", NULL, G_STRUCT_OFFSET (MarmotAsk, text), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotAsk, source), 0 },
  { "line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotAsk, line), 0 },
};

static void
marmot_ask_class_init (MarmotAskClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_ask_init (MarmotAsk *self)
{
}

MARMOT_RECORD_GETTER (MarmotAsk, marmot_ask, MARMOT_IS_ASK, const char *, text, NULL)
MARMOT_RECORD_GETTER (MarmotAsk, marmot_ask, MARMOT_IS_ASK, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotAsk, marmot_ask, MARMOT_IS_ASK, guint, line, 0)
