/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_find_personal_data:
 * @text: a text, such as a note on an action
 * @path: (nullable): where the text stands in a document, such as "actions/3/notes/1/text",
 *   for the findings; or %NULL
 *
 * Looks for what may be personal data in a text that is meant for publication:
 *
 * - `personal-data/e-mail`: an address of e-mail, with its domain
 * - `personal-data/telephone`: a telephone number of the United Kingdom or one that begins
 *   with "+". Numbers that begin with 03, 080, 084 or 087 are of services, and pass
 * - `personal-data/postcode`: a whole postcode, of an area that there is; "CV1" alone passes
 * - `personal-data/nhs-number`: ten digits, together or as 3, 3 and 4, whose last is the
 *   check digit of an NHS number (modulus 11)
 * - `personal-data/birth-date`: a day behind words such as "born on", "date of birth" or
 *   "DOB". A day without such words passes, for papers are full of days, and so does a
 *   range of births ("born on 1 April 2017 or after")
 *
 * A finding never quotes what was found; it gives the character at which it begins, counted
 * from 1. There is one finding for each place, a hundred at most. The search takes a time in
 * proportion to the length of the text. It finds patterns and no names: that nothing was
 * found does not make a text anonymous.
 *
 * Text that is not UTF-8 is searched byte by byte.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, each a
 *   %MARMOT_SEVERITY_ERROR, in the order of the text; empty if there are none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_find_personal_data (const char *text,
                                      const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
