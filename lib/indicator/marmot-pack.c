/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-pack-private.h"

#include <string.h>

struct _MarmotPack
{
  GObject parent_instance;

  MarmotPackParts parts;
};

G_DEFINE_FINAL_TYPE (MarmotPack, marmot_pack, G_TYPE_OBJECT)

void
marmot_pack_parts_init (MarmotPackParts *parts)
{
  memset (parts, 0, sizeof *parts);
  parts->review_above = MARMOT_SCORECARD_REVIEW_ABOVE;
  parts->areas = g_list_store_new (MARMOT_TYPE_AREA);
  parts->indicators = g_list_store_new (MARMOT_TYPE_INDICATOR);
  parts->observations = g_list_store_new (MARMOT_TYPE_OBSERVATION);
  parts->targets = g_list_store_new (MARMOT_TYPE_TARGET);
  parts->labels = g_list_store_new (MARMOT_TYPE_PRINTED_LABEL);
  parts->asks = g_list_store_new (MARMOT_TYPE_ASK);
  parts->areas_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  parts->indicators_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

void
marmot_pack_parts_clear (MarmotPackParts *parts)
{
  g_clear_pointer (&parts->title, g_free);
  g_clear_pointer (&parts->board, g_free);
  g_clear_object (&parts->area);
  g_clear_pointer (&parts->date, marmot_period_unref);
  g_clear_pointer (&parts->notes, g_strfreev);
  /* The tables borrow their keys from the lists. */
  g_clear_pointer (&parts->areas_by_id, g_hash_table_unref);
  g_clear_pointer (&parts->indicators_by_id, g_hash_table_unref);
  g_clear_object (&parts->areas);
  g_clear_object (&parts->indicators);
  g_clear_object (&parts->observations);
  g_clear_object (&parts->targets);
  g_clear_object (&parts->labels);
  g_clear_object (&parts->asks);
}

MarmotPack *
marmot_pack_new_take (MarmotPackParts *parts)
{
  MarmotPack *self = g_object_new (MARMOT_TYPE_PACK, NULL);

  self->parts = *parts;
  memset (parts, 0, sizeof *parts);
  return self;
}

static void
marmot_pack_finalize (GObject *object)
{
  marmot_pack_parts_clear (&MARMOT_PACK (object)->parts);

  G_OBJECT_CLASS (marmot_pack_parent_class)->finalize (object);
}

static void
marmot_pack_class_init (MarmotPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_pack_finalize;
}

static void
marmot_pack_init (MarmotPack *self)
{
}

const char *
marmot_pack_get_title (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return self->parts.title;
}

const char *
marmot_pack_get_board (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return self->parts.board;
}

MarmotArea *
marmot_pack_get_area (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return self->parts.area;
}

MarmotPeriod *
marmot_pack_get_date (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return self->parts.date;
}

const char * const *
marmot_pack_get_notes (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return (const char * const *) self->parts.notes;
}

double
marmot_pack_get_review_above (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), 0);

  return self->parts.review_above;
}

GListModel *
marmot_pack_get_areas (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return G_LIST_MODEL (self->parts.areas);
}

GListModel *
marmot_pack_get_indicators (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return G_LIST_MODEL (self->parts.indicators);
}

GListModel *
marmot_pack_get_observations (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return G_LIST_MODEL (self->parts.observations);
}

GListModel *
marmot_pack_get_targets (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return G_LIST_MODEL (self->parts.targets);
}

GListModel *
marmot_pack_get_labels (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return G_LIST_MODEL (self->parts.labels);
}

GListModel *
marmot_pack_get_asks (MarmotPack *self)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);

  return G_LIST_MODEL (self->parts.asks);
}

MarmotIndicator *
marmot_pack_lookup_indicator (MarmotPack *self,
                              const char *id)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->parts.indicators_by_id, id);
}

MarmotArea *
marmot_pack_lookup_area (MarmotPack *self,
                         const char *id)
{
  g_return_val_if_fail (MARMOT_IS_PACK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->parts.areas_by_id, id);
}
