/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A report in a folder: report.json and report.html.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes the folder if it is not there. Errors are MARMOT_ERROR_IO. */
gboolean report_write_files (GFile         *folder,
                             const char    *json,
                             const char    *html,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
