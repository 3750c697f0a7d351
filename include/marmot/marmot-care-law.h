/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareLaw:
 *
 * The provisions of Acts and regulations that a care leaver's status rests upon, each with
 * the days on which it is law, its numbers (the 91 days that are 13 weeks, the six months at
 * home), and whether its words were read for this library or are from memory. The ages of
 * the Act are the rules' own.
 *
 * The status on a day follows the law of that day. A provision whose commencement has not
 * been confirmed has no first day, and is not applied. A council that knows better, or is
 * ahead of this library, replaces the list from a file.
 *
 * Laws never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CARE_LAW (marmot_care_law_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCareLaw, marmot_care_law, MARMOT, CARE_LAW, GObject)

/**
 * marmot_care_law_get_default:
 *
 * Returns: (transfer none): the law of England as this library knows it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareLaw *marmot_care_law_get_default     (void);

/**
 * marmot_care_law_new_from_json:
 * @json: a document; the page "Care leavers' law" says what it holds
 * @error: return location for an error
 *
 * Reads a list of provisions. One that is not as it should be is a
 * %MARMOT_ERROR_INVALID_DATA that says where; so is one that this library does not know,
 * for it could not apply it, and a list in which two entries of one provision overlap.
 *
 * Returns: (transfer full): a law, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareLaw *marmot_care_law_new_from_json   (GBytes         *json,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_law_get_title:
 * @self: a law
 *
 * Returns: (transfer none): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char    *marmot_care_law_get_title       (MarmotCareLaw  *self);

/**
 * marmot_care_law_to_table:
 * @self: a law
 *
 * The provisions, a row each: `provision` (its short name), `title`, `authority` (Act or
 * regulations, and section), `from` and `until` (days; `from` null where it is not known to
 * be law yet, `until` null while it is), `basis` ("read" or "memory"), and `text`: what it
 * says, in plain words.
 *
 * Returns: (transfer full): the provisions
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_care_law_to_table        (MarmotCareLaw  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_law_applies_on:
 * @self: a law
 * @provision: the short name of a provision
 * @day: a day
 *
 * Returns: whether it is law on a day; false for a provision that there is not
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean       marmot_care_law_applies_on      (MarmotCareLaw  *self,
                                                const char     *provision,
                                                const GDate    *day);

/**
 * marmot_care_law_get_authority:
 * @self: a law
 * @provision: the short name of a provision
 *
 * Returns: (transfer none) (nullable): the Act or regulations, and section, or %NULL if
 *   there is no such provision
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char    *marmot_care_law_get_authority   (MarmotCareLaw  *self,
                                                const char     *provision);

G_END_DECLS
