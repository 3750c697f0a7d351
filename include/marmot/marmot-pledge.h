/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-promise.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPledge:
 *
 * What a corporate parent or another body has promised to people, with the evidence and
 * with how they themselves rate it over time. A pledge is a document of JSON, which says
 * "format": "marmot-pledge".
 *
 * It can be changed, by properties and through its lists, and tells of it by notification.
 * Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PLEDGE (marmot_pledge_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPledge, marmot_pledge, MARMOT, PLEDGE, GObject)

/**
 * marmot_pledge_new:
 *
 * Returns: (transfer full): a new pledge in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPledge *marmot_pledge_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_new_from_json:
 * @json: a document; the page "Actions" in the documentation says what it holds
 * @error: return location for an error
 *
 * Reads a pledge. What is not as it should be is an error that says where, by a path such
 * as "promises/3/ratings/1/value", and refuses the whole: a key that is not known or a
 * value of another kind is a %MARMOT_ERROR_PARSE, two entries with one short name in a list
 * are a %MARMOT_ERROR_INVALID_DATA, more than 16 MiB or a text of more than 1 MiB is a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the pledge, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPledge *marmot_pledge_new_from_json (GBytes *json,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_new_from_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Reads a pledge from a file, as [ctor@Marmot.Pledge.new_from_json] does.
 *
 * Returns: (transfer full): the pledge, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPledge *marmot_pledge_new_from_file (GFile *file,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_to_json:
 * @self: a pledge
 * @error: return location for an error
 *
 * Writes it as JSON. Reading that gives its equal, and the same state gives the same bytes,
 * in UTF-8, with a line break at the end. What is not set is left out. What could not be
 * read back, such as an entry without a short name where one is needed, is a
 * %MARMOT_ERROR_INVALID_DATA that says where.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_pledge_to_json (MarmotPledge *self,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_save:
 * @self: a pledge
 * @file: where to
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Writes it to a file. What the file held stays until all of it is on the disk.
 *
 * Returns: true if it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_pledge_save (MarmotPledge *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GError **error);

/**
 * marmot_pledge_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed" or "changed"
 * - `path`: where, by short names, such as "promises/safe-and-sound"
 * - `field`: of what was changed, the field, such as "text"; else null
 * - `before`, `after`: of what was changed, its texts; of what was added or removed, its
 *   first text. A null is a text that is not there
 *
 * Entries are told apart by their short names, or by their first field that is set, so
 * their order is of no account.
 *
 * Returns: (transfer full): the table, without rows if nothing changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_pledge_diff (MarmotPledge *self,
                                 MarmotPledge *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_diff_to_text:
 * @self: the older version
 * @newer: the newer version
 *
 * The same as sentences, a line each.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_pledge_diff_to_text (MarmotPledge *self,
                                  MarmotPledge *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_copy:
 * @self: a pledge
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new pledge, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPledge *marmot_pledge_copy (MarmotPledge *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_equal:
 * @self: a pledge
 * @other: another
 *
 * Whether all fields of the two are the same, and all entries of their lists, in their
 * order.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_pledge_equal (MarmotPledge *self,
                              MarmotPledge *other);

/**
 * marmot_pledge_list_ratings:
 * @self: a pledge
 *
 * How the promises were rated, a row for each rating: `promise`, `title`, `period`,
 * `last_day` of it (a date), `group`, `kept`, `question`, `value`, `comparator` (both
 * numbers; null where there is none), `n` (null where it is not known). In the order of the
 * promises, and of each in the order of time; ratings without a period come first.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_pledge_list_ratings (MarmotPledge *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_check:
 * @self: a pledge
 *
 * Checks the promises:
 *
 * - `pledge/duplicate`: another promise has its short name, or it has none (errors)
 * - `pledge/no-evidence`: nothing shows that it is kept
 * - `pledge/no-rating`: those to whom it was made have not rated it
 * - `pledge/no-period`: a rating does not say when
 * - and personal data
 *
 * The others are warnings.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_pledge_check (MarmotPledge *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_pledge_get_title: (get-property title)
 * @self: a pledge
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_pledge_get_title (MarmotPledge *self);

/**
 * marmot_pledge_set_title: (set-property title)
 * @self: a pledge
 * @title: (nullable): its title
 *
 * Sets [property@Marmot.Pledge:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_pledge_set_title (MarmotPledge *self,
                              const char *title);

/**
 * marmot_pledge_get_organisation: (get-property organisation)
 * @self: a pledge
 *
 * Returns: (transfer none) (nullable): who promises
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_pledge_get_organisation (MarmotPledge *self);

/**
 * marmot_pledge_set_organisation: (set-property organisation)
 * @self: a pledge
 * @organisation: (nullable): who promises
 *
 * Sets [property@Marmot.Pledge:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_pledge_set_organisation (MarmotPledge *self,
                                     const char *organisation);

/**
 * marmot_pledge_get_version: (get-property version)
 * @self: a pledge
 *
 * Returns: (transfer none) (nullable): the label of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_pledge_get_version (MarmotPledge *self);

/**
 * marmot_pledge_set_version: (set-property version)
 * @self: a pledge
 * @version: (nullable): the label of this version
 *
 * Sets [property@Marmot.Pledge:version].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_pledge_set_version (MarmotPledge *self,
                                const char *version);

/**
 * marmot_pledge_get_date: (get-property date)
 * @self: a pledge
 *
 * Returns: (transfer none) (nullable): the day of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_pledge_get_date (MarmotPledge *self);

/**
 * marmot_pledge_set_date: (set-property date)
 * @self: a pledge
 * @date: (nullable): the day of this version
 *
 * Sets [property@Marmot.Pledge:date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_pledge_set_date (MarmotPledge *self,
                             MarmotPeriod *date);

/**
 * marmot_pledge_get_source: (get-property source)
 * @self: a pledge
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_pledge_get_source (MarmotPledge *self);

/**
 * marmot_pledge_set_source: (set-property source)
 * @self: a pledge
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.Pledge:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_pledge_set_source (MarmotPledge *self,
                               const char *source);

/**
 * marmot_pledge_get_note: (get-property note)
 * @self: a pledge
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_pledge_get_note (MarmotPledge *self);

/**
 * marmot_pledge_set_note: (set-property note)
 * @self: a pledge
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.Pledge:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_pledge_set_note (MarmotPledge *self,
                             const char *note);

/**
 * marmot_pledge_get_promises: (get-property promises)
 * @self: a pledge
 *
 * Returns: (transfer none): its promises, as [class@Marmot.Promise] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_pledge_get_promises (MarmotPledge *self);

G_END_DECLS
