/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whole files out of memory, with our errors.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Puts bytes in place of what the file may hold. What it held stays until all of
 * bytes is on the disk, also if that fails or is cancelled on the way. */
gboolean marmot_write_file (GFile         *file,
                            GBytes        *bytes,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
