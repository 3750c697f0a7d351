/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "report-file-private.h"

static gboolean
write_file (GFile *folder,
            const char *name,
            const char *content,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return g_file_replace_contents (file, content, strlen (content), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}

gboolean
report_write_files (GFile *folder,
                    const char *json,
                    const char *html,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GError) made = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!g_file_make_directory_with_parents (folder, cancellable, &made)
      && !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    local_error = g_steal_pointer (&made);
  else if (write_file (folder, "report.json", json, cancellable, &local_error))
    write_file (folder, "report.html", html, cancellable, &local_error);

  if (local_error)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_IO, "The report could not be written: %s", local_error->message);
  return local_error == NULL;
}
