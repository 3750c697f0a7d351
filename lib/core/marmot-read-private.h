/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whole files and streams into memory, up to a limit, with our errors: what could
 * not be read and what to do, never a path beyond the file's own name.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The name of a file without its folders, which may say who keeps it; UTF-8. */
char   *marmot_file_name   (GFile         *file);

/* More than max_bytes is a MARMOT_ERROR_TOO_LARGE, all else that fails a
 * MARMOT_ERROR_IO, but a cancelled read stays a G_IO_ERROR_CANCELLED. name may be
 * NULL. */
GBytes *marmot_read_stream (GInputStream  *stream,
                            const char    *name,
                            guint64        max_bytes,
                            GCancellable  *cancellable,
                            GError       **error);
GBytes *marmot_read_file   (GFile         *file,
                            guint64        max_bytes,
                            GCancellable  *cancellable,
                            GError       **error);

/* Gives an error of GIO's as one of ours; takes it. verb: "read" or "written". */
void    marmot_io_propagate (GError      **error,
                             GError       *io_error,
                             const char   *name,
                             const char   *verb);

G_END_DECLS
