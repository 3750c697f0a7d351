/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tells files that are no CSV at all by how they begin.
 */
#pragma once

#include "marmot-finding-log-private.h"

G_BEGIN_DECLS

/* FALSE, with a finding logged, if this is no text that could be CSV; otherwise
 * *start is behind a byte order mark. */
gboolean marmot_csv_sniff (const char       *data,
                           gsize             size,
                           MarmotFindingLog *log,
                           gsize            *start);

G_END_DECLS
