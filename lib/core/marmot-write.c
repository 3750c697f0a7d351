/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-write-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "marmot-read-private.h"

/* Of a file that others may read. */
#define NEW_MODE 0666

/* Where the bytes go: what a symbolic link points at, so that the link stays. NULL where that
 * is no plain file of this machine, or a link to nothing. */
static char *
find_target (GFile *file,
             int *mode)
{
  g_autofree char *path = g_file_get_path (file);
  char *target = NULL;
  GStatBuf info;

  if (!path || !g_file_is_native (file))
    return NULL;
  *mode = NEW_MODE;
  if (g_lstat (path, &info) != 0)
    return errno == ENOENT ? g_steal_pointer (&path) : NULL;
#ifdef S_ISLNK
  if (S_ISLNK (info.st_mode))
    {
      char *real = realpath (path, NULL);

      target = g_strdup (real);
      free (real);
      if (!target || g_stat (target, &info) != 0)
        {
          g_free (target);
          return NULL;
        }
    }
#endif
  if (!S_ISREG (info.st_mode))
    {
      g_free (target);
      return NULL;
    }
  *mode = (int) (info.st_mode & 07777);
  return target ? target : g_steal_pointer (&path);
}

/* Writes a new file beside the old one, sees that it is on the disk, and puts it in the old
 * one's place, which is one step for the system: whatever happens, one of the two is there,
 * whole. g_file_replace() would write into the old file where it is a link, or where its
 * owner cannot be kept. */
static gboolean
replace_plain (const char *target,
               const void *data,
               gsize size,
               int mode,
               const char *name,
               GError **error)
{
  GError *fault = NULL;
  GError *io_error = NULL;

  if (g_file_set_contents_full (target, data ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &fault))
    {
      /* The new file has what the process's mask left of the mode of the old one. */
      if (mode != NEW_MODE)
        g_chmod (target, mode);
      return TRUE;
    }
  g_set_error_literal (&io_error, G_IO_ERROR, (gint) g_io_error_from_file_error ((GFileError) fault->code), fault->message);
  g_error_free (fault);
  marmot_io_propagate (error, io_error, name, "written");
  return FALSE;
}

gboolean
marmot_write_file (GFile *file,
                   GBytes *bytes,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autofree char *name = marmot_file_name (file);
  g_autofree char *target = NULL;
  GError *io_error = NULL;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  int mode;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  target = find_target (file, &mode);
  if (target)
    return replace_plain (target, data, size, mode, name, error);

  /* Files elsewhere, and what is no file. */
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
