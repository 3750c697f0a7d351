/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns of the members of an enumeration, by their short names.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* A dictionary with a byte a row, which is taken. */
MarmotColumn *marmot_column_new_bytes_of (guint8           *bytes,
                                          gsize             n_rows,
                                          MarmotColumn     *names);

/* The same of an enumeration whose values are 0, 1, 2 and so on, below 128. */
MarmotColumn *marmot_column_new_members  (GType             type,
                                          guint8           *members,
                                          gsize             n_rows);

G_END_DECLS
