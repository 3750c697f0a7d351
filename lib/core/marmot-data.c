/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-data-private.h"

#include <marmot/marmot.h>

GBytes *
marmot_data_lookup (const char *name,
                    GError **error)
{
  g_autofree char *path = g_strconcat ("/org/libmarmot/data/", name, NULL);
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (!bytes)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                 "%s is not built into this library: read the data from a file instead", name);
  return bytes;
}
