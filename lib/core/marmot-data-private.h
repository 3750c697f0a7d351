/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The files of lib/data/, which are built into the library.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stands in a file of lib/data/, such as "monitoring-tool.json", without a
 * copy. A name that is not there is a MARMOT_ERROR_NOT_FOUND. */
GBytes *marmot_data_lookup (const char  *name,
                            GError     **error);

G_END_DECLS
