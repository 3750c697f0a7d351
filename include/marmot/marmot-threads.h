/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_get_threads:
 *
 * How many threads a statistic of many rows uses at most, that of the caller among
 * them: what [func@Marmot.set_threads] said; otherwise what the environment variable
 * `MARMOT_THREADS` said when it was first asked; otherwise as many as there are
 * processors for this process, up to 16.
 *
 * Returns: how many, at least 1
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_get_threads (void);

/**
 * marmot_set_threads:
 * @n_threads: how many: 1 to stay in the thread of the caller, 0 for what counts when
 *   nobody says anything; more than 256 are 256
 *
 * Says how many threads a statistic of many rows may use, in the whole process, from
 * its next call on.
 *
 * Only functions that compute each row by itself, such as
 * [func@Marmot.proportion_column], use more than the caller's, and only where there is
 * work enough for it, from some ten thousands of rows on. The answers are the same, to
 * the last bit, whatever the number. The threads end with the call that started them,
 * so none is left behind, and a process may fork.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void  marmot_set_threads (guint n_threads);

G_END_DECLS
