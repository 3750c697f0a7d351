/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The table that is used unless another is given, without a reference: it lives as long
 * as the program. */
MarmotAdjacency *marmot_adjacency_get_default (void);

G_END_DECLS
