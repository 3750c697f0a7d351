/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotProgressFunc:
 * @fraction: how much is done, from 0 to 1; it never goes back
 * @user_data: (closure): what was given with the function
 *
 * Is told how far a long task has come, a hundred times or so. It is called in the thread
 * that started the task. To stop the task, cancel its #GCancellable.
 *
 * Since: 1.0
 */
typedef void (*MarmotProgressFunc) (double fraction,
                                    gpointer user_data);

G_END_DECLS
