/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotSpellOptions
{
  GObject parent_instance;

  gboolean temporary_counts;
  guint gap_days;
  guint limit;
};

G_DEFINE_FINAL_TYPE (MarmotSpellOptions, marmot_spell_options, G_TYPE_OBJECT)

/**
 * MarmotSpellOptions:temporary-counts: (getter get_temporary_counts)
 *
 * Whether a temporary placement (T0 to T4) is a placement of its own, and the return from
 * it a move. Otherwise both are part of the placement that the child left for it, which is
 * how national indicator 62 counted.
 *
 * Since: 1.0
 */

/**
 * MarmotSpellOptions:gap-days: (getter get_gap_days)
 *
 * Over how many days without an episode a period of care goes on, if both sides say that
 * it does: REC X1 before and RNE L, P, T, B or U after. None, unless said otherwise. Such
 * a period carries its issue all the same, and its days include those of the gap.
 *
 * Since: 1.0
 */

/**
 * MarmotSpellOptions:limit: (getter get_limit)
 *
 * How many findings are kept at most; all are counted.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "temporary-counts", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotSpellOptions, temporary_counts), 0 },
  { "gap-days", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotSpellOptions, gap_days), 0 },
  { "limit", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotSpellOptions, limit), 1000 },
};

static void
marmot_spell_options_class_init (MarmotSpellOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_spell_options_init (MarmotSpellOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotSpellOptions, marmot_spell_options, MARMOT_IS_SPELL_OPTIONS, CType, field, on_failure)

GETTER (gboolean, temporary_counts, FALSE)
GETTER (guint, gap_days, 0)
GETTER (guint, limit, 0)

MarmotSpellOptions *
marmot_spell_options_new (void)
{
  return g_object_new (MARMOT_TYPE_SPELL_OPTIONS, NULL);
}
