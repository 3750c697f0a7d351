/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How the answer of the rules becomes an object.
 */
#pragma once

#include "legal-private.h"

G_BEGIN_DECLS

/* The status of a life on a day, with its sentences and the stretch that it is in. */
MarmotLegalStatus *legal_status_new (const LegalLife   *life,
                                     const LegalTerms  *terms,
                                     guint32            problems,
                                     gint32             day) G_GNUC_WARN_UNUSED_RESULT;

/* Appends the columns of stretches to a table: rows (nullable) is the person of each. */
MarmotTable       *legal_make_timeline (const LegalStretch *stretches,
                                        gsize               n_stretches,
                                        const guint32      *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
