/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People as objects: views of what a set has.
 */
#pragma once

#include "contact-private.h"
#include "legal-private.h"

G_BEGIN_DECLS

/* A view of a life with its contacts, all of which is copied. Nothing can be added to it.
 * person is taken and may be NULL. */
MarmotCareLeaver *care_leaver_new_view (char             *person,
                                        const LegalLife  *life,
                                        const ContactRow *contacts,
                                        gsize             n_contacts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
