/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The parts of a pack while it is read: filled by the reader, then handed over. */
typedef struct
{
  char *title;
  char *board;
  MarmotArea *area;
  MarmotPeriod *date;
  GStrv notes;
  double review_above;
  GListStore *areas;
  GListStore *indicators;
  GListStore *observations;
  GListStore *targets;
  GListStore *labels;
  GListStore *asks;
  GHashTable *areas_by_id;      /* no references; the lists hold them */
  GHashTable *indicators_by_id;
} MarmotPackParts;

void        marmot_pack_parts_init  (MarmotPackParts *parts);
void        marmot_pack_parts_clear (MarmotPackParts *parts);

/* Takes what is in the parts, and leaves them empty. */
MarmotPack *marmot_pack_new_take    (MarmotPackParts *parts);

G_END_DECLS
