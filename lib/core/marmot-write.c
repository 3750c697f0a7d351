/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-write-private.h"

#include "marmot-read-private.h"

gboolean
marmot_write_file (GFile *file,
                   GBytes *bytes,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autofree char *name = marmot_file_name (file);
  GError *io_error = NULL;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &io_error);
  if (stream && g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, &io_error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &io_error))
    return TRUE;

  if (stream && !g_output_stream_is_closed (G_OUTPUT_STREAM (stream)))
    {
      /* A plain close, also that of the last reference, would put the half in
       * place of the whole. A cancelled one throws it away. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
    }
  marmot_io_propagate (error, io_error, name, "written");
  return FALSE;
}
