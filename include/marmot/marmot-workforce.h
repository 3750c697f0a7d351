/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-workforce-role.h>

G_BEGIN_DECLS

/**
 * MarmotWorkforce:
 *
 * A workforce table: the roles in a system such as early help, with what is expected of
 * each and the occupations that are likely to undertake it. It is a document of JSON, which
 * says "format": "marmot-workforce".
 *
 * It can be changed, by properties and through its lists, and tells of it by notification.
 * Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_WORKFORCE (marmot_workforce_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotWorkforce, marmot_workforce, MARMOT, WORKFORCE, GObject)

/**
 * marmot_workforce_new:
 *
 * Returns: (transfer full): a new workforce table in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforce *marmot_workforce_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_new_from_json:
 * @json: a document; the page "Actions" in the documentation says what it holds
 * @error: return location for an error
 *
 * Reads a workforce table. What is not as it should be is an error that says where, by a
 * path such as "roles/2/lead", and refuses the whole: a key that is not known or a value of
 * another kind is a %MARMOT_ERROR_PARSE, two entries with one short name in a list are a
 * %MARMOT_ERROR_INVALID_DATA, more than 16 MiB or a text of more than 1 MiB is a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the workforce table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforce *marmot_workforce_new_from_json (GBytes *json,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_new_from_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Reads a workforce table from a file, as [ctor@Marmot.Workforce.new_from_json] does.
 *
 * Returns: (transfer full): the workforce table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforce *marmot_workforce_new_from_file (GFile *file,
                                                 GCancellable *cancellable,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_to_json:
 * @self: a workforce table
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
char *marmot_workforce_to_json (MarmotWorkforce *self,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_save:
 * @self: a workforce table
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
gboolean marmot_workforce_save (MarmotWorkforce *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GError **error);

/**
 * marmot_workforce_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed" or "changed"
 * - `path`: where, by short names, such as "roles/regular"
 * - `field`: of what was changed, the field, such as "lead"; else null
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
MarmotTable *marmot_workforce_diff (MarmotWorkforce *self,
                                    MarmotWorkforce *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_diff_to_text:
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
char *marmot_workforce_diff_to_text (MarmotWorkforce *self,
                                     MarmotWorkforce *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_copy:
 * @self: a workforce table
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new workforce table, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWorkforce *marmot_workforce_copy (MarmotWorkforce *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_equal:
 * @self: a workforce table
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
gboolean marmot_workforce_equal (MarmotWorkforce *self,
                                 MarmotWorkforce *other);

/**
 * marmot_workforce_get_lead:
 * @self: a workforce table
 * @occupation: an occupation, as the table writes it; capitals are of no account
 *
 * Whether those of an occupation act as lead practitioner. One that stands under several
 * roles has the most that any of them says.
 *
 * Returns: whether they do; %MARMOT_LEAD_UNKNOWN if it is not in the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLeadPractitioner marmot_workforce_get_lead (MarmotWorkforce *self,
                                                  const char *occupation);

/**
 * marmot_workforce_list_leads:
 * @self: a workforce table
 * @least: at least how much they act as lead practitioner
 *
 * Who may hold the role of lead practitioner, a row for each occupation: `tier`, `role`,
 * `occupation`, `sector`, `lead`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_workforce_list_leads (MarmotWorkforce *self,
                                          MarmotLeadPractitioner least) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_compare_leads:
 * @self: a workforce table
 * @sectors: (array length=n_sectors): sectors, each once
 * @n_leads: (array length=n_counts): how many leads each of them actually holds
 * @n_sectors: how many sectors there are
 * @n_counts: as many
 * @options: (nullable): the interval and its confidence, or %NULL for Wilson's 95%
 * @error: return location for an error
 *
 * Sets who may hold the role of lead practitioner against who does, a row for each sector,
 * first those given and then those of the table alone: `sector`, `n_usually`, `n_may`,
 * `n_exceptionally` (occupations of the table), `n_leads` (null where none was given),
 * `share` of all leads with `lower` and `upper`, and `gap`, true where occupations of the
 * sector usually or may act as lead, and the share that they hold is below the share of
 * such occupations that are of the sector. Fewer counts than sectors or a sector that is
 * given twice are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_workforce_compare_leads (MarmotWorkforce *self,
                                             const char * const *sectors,
                                             const guint *n_leads,
                                             gsize n_sectors,
                                             gsize n_counts,
                                             MarmotIntervalOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_check:
 * @self: a workforce table
 *
 * Checks the table:
 *
 * - `workforce/duplicate`: another role has its short name, or it has none (errors)
 * - `workforce/lead`: it does not say whether they act as lead practitioner
 * - `workforce/no-expectations`, `workforce/no-occupations`: there are none
 * - `workforce/occupation`: one stands under two roles that say different things of it (a
 *   note)
 * - and personal data
 *
 * The others are warnings.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_workforce_check (MarmotWorkforce *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_workforce_get_title: (get-property title)
 * @self: a workforce table
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_get_title (MarmotWorkforce *self);

/**
 * marmot_workforce_set_title: (set-property title)
 * @self: a workforce table
 * @title: (nullable): its title
 *
 * Sets [property@Marmot.Workforce:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_set_title (MarmotWorkforce *self,
                                 const char *title);

/**
 * marmot_workforce_get_organisation: (get-property organisation)
 * @self: a workforce table
 *
 * Returns: (transfer none) (nullable): the organisation or partnership that agreed it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_get_organisation (MarmotWorkforce *self);

/**
 * marmot_workforce_set_organisation: (set-property organisation)
 * @self: a workforce table
 * @organisation: (nullable): the organisation or partnership that agreed it
 *
 * Sets [property@Marmot.Workforce:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_set_organisation (MarmotWorkforce *self,
                                        const char *organisation);

/**
 * marmot_workforce_get_version: (get-property version)
 * @self: a workforce table
 *
 * Returns: (transfer none) (nullable): the label of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_get_version (MarmotWorkforce *self);

/**
 * marmot_workforce_set_version: (set-property version)
 * @self: a workforce table
 * @version: (nullable): the label of this version
 *
 * Sets [property@Marmot.Workforce:version].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_set_version (MarmotWorkforce *self,
                                   const char *version);

/**
 * marmot_workforce_get_date: (get-property date)
 * @self: a workforce table
 *
 * Returns: (transfer none) (nullable): the day of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_workforce_get_date (MarmotWorkforce *self);

/**
 * marmot_workforce_set_date: (set-property date)
 * @self: a workforce table
 * @date: (nullable): the day of this version
 *
 * Sets [property@Marmot.Workforce:date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_set_date (MarmotWorkforce *self,
                                MarmotPeriod *date);

/**
 * marmot_workforce_get_source: (get-property source)
 * @self: a workforce table
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_get_source (MarmotWorkforce *self);

/**
 * marmot_workforce_set_source: (set-property source)
 * @self: a workforce table
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.Workforce:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_set_source (MarmotWorkforce *self,
                                  const char *source);

/**
 * marmot_workforce_get_note: (get-property note)
 * @self: a workforce table
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_workforce_get_note (MarmotWorkforce *self);

/**
 * marmot_workforce_set_note: (set-property note)
 * @self: a workforce table
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.Workforce:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_workforce_set_note (MarmotWorkforce *self,
                                const char *note);

/**
 * marmot_workforce_get_roles: (get-property roles)
 * @self: a workforce table
 *
 * Returns: (transfer none): its roles, as [class@Marmot.WorkforceRole] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_workforce_get_roles (MarmotWorkforce *self);

G_END_DECLS
