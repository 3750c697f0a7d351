/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers in order, where only the numbers matter and not their rows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In ascending order; none of them NaN. */
void marmot_sort_doubles (double *values,
                          gsize   n_values);

G_END_DECLS
