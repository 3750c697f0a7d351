/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last age of a band without an end. */
#define MARMOT_AGE_OPEN G_MAXUINT

/* First and last age of a band, in whole years, from its label; see
 * marmot_age_band_starts(). False if it is not the label of one. */
gboolean marmot_age_band_parse (const char *label,
                                gsize       length,
                                guint      *first,
                                guint      *last);

G_END_DECLS
