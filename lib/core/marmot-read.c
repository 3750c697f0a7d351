/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files are read, not mapped: a mapped file that another program cuts short, or
 * a network drive that goes away, kills the process with a bus error.
 */
#include "marmot-read-private.h"

#include <marmot/marmot.h>

#include "marmot-memory-private.h"

#define FIRST_SIZE (64 * 1024)

char *
marmot_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base ? g_utf8_make_valid (base, -1) : NULL;
}

void
marmot_io_propagate (GError **error,
                     GError *io_error,
                     const char *name,
                     const char *verb)
{
  const char *why;

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, io_error);
      return;
    }

  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    why = "there is no such file or folder: check the name";
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    why = "permission was denied: ask for access to it";
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    why = "it is a folder: name a file";
  else if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    why = "the disk is full: make room and try again";
  else
    why = "the system reported a failure: check the disk or the network";

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_IO, "%s could not be %s: %s",
               name ? name : "The input", verb, why);
  g_error_free (io_error);
}

static void
set_too_large (GError **error,
               const char *name,
               guint64 max_bytes)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
               "%s holds more than the limit of %" G_GUINT64_FORMAT
               " bytes: split it, or raise the limit",
               name ? name : "The input", max_bytes);
}

/* expected: the size, if it is known; only a hint. */
static GBytes *
read_all (GInputStream *stream,
          const char *name,
          guint64 expected,
          guint64 max_bytes,
          GCancellable *cancellable,
          GError **error)
{
  /* One byte more shows where the end is without another turn. */
  gsize capacity = MAX ((gsize) MIN (expected, max_bytes) + 1, FIRST_SIZE);
  g_autofree char *data = g_try_malloc (capacity);
  GError *io_error = NULL;
  gsize size = 0;
  gsize n_read;

  while (data)
    {
      marmot_memory_advise (data + size, capacity - size);
      if (!g_input_stream_read_all (stream, data + size, capacity - size, &n_read, cancellable,
                                    &io_error))
        {
          marmot_io_propagate (error, io_error, name, "read");
          return NULL;
        }
      size += n_read;
      if (size > max_bytes)
        {
          set_too_large (error, name, max_bytes);
          return NULL;
        }
      if (size < capacity)
        return g_bytes_new_take (g_steal_pointer (&data), size);

      {
        char *larger = g_try_realloc (data, capacity * 2);

        if (!larger)
          break;
        data = larger;
        capacity *= 2;
      }
    }

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
               "%s does not fit into memory: split it", name ? name : "The input");
  return NULL;
}

GBytes *
marmot_read_stream (GInputStream *stream,
                    const char *name,
                    guint64 max_bytes,
                    GCancellable *cancellable,
                    GError **error)
{
  return read_all (stream, name, 0, max_bytes, cancellable, error);
}

GBytes *
marmot_read_file (GFile *file,
                  guint64 max_bytes,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *name = marmot_file_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GError *io_error = NULL;
  guint64 expected = 0;

  stream = g_file_read (file, cancellable, &io_error);
  if (!stream)
    {
      marmot_io_propagate (error, io_error, name, "read");
      return NULL;
    }

  /* Devices and pipes have no size; they are read until they end or are too
   * large. */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info && g_file_info_get_size (info) > 0)
    expected = (guint64) g_file_info_get_size (info);
  if (expected > max_bytes)
    {
      set_too_large (error, name, max_bytes);
      return NULL;
    }

  return read_all (G_INPUT_STREAM (stream), name, expected, max_bytes, cancellable, error);
}
