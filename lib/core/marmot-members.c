/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-members-private.h"

#include "marmot-column-private.h"

MarmotColumn *
marmot_column_new_bytes_of (guint8 *bytes,
                            gsize n_rows,
                            MarmotColumn *names)
{
  MarmotMemory *memory = marmot_memory_new (bytes, g_free);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, 1, n_rows, memory, NULL);

  column->dictionary = marmot_column_ref (names);
  column->values = bytes;
  marmot_column_seal (column);
  return column;
}

MarmotColumn *
marmot_column_new_members (GType type,
                           guint8 *members,
                           gsize n_rows)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (type);
  g_autofree const char **nicks = g_new0 (const char *, known->n_values + 1);
  g_autoptr (MarmotColumn) names = NULL;

  for (guint i = 0; i < known->n_values; i++)
    nicks[i] = known->values[i].value_nick;
  names = marmot_column_new_text (nicks);
  return marmot_column_new_bytes_of (members, n_rows, names);
}
