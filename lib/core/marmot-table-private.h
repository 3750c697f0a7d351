/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The column of that name, without a reference, or NULL if there is none. */
MarmotColumn *marmot_table_peek_column (const MarmotTable *self,
                                        const char        *name);

G_END_DECLS
