/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-voice-item.h>

G_BEGIN_DECLS

/**
 * MarmotVoiceTracker:
 *
 * "You said, we did" as a list: what groups of people raised, what was done, and whether
 * they were told. A tracker is a document of JSON, which says "format":
 * "marmot-voice-tracker".
 *
 * It can be changed, by properties and through its lists, and tells of it by notification.
 * Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_VOICE_TRACKER (marmot_voice_tracker_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotVoiceTracker, marmot_voice_tracker, MARMOT, VOICE_TRACKER, GObject)

/**
 * marmot_voice_tracker_new:
 *
 * Returns: (transfer full): a new voice tracker in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVoiceTracker *marmot_voice_tracker_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_new_from_json:
 * @json: a document; the page "Actions" in the documentation says what it holds
 * @error: return location for an error
 *
 * Reads a tracker. What is not as it should be is an error that says where, by a path such
 * as "items/3/raised", and refuses the whole: a key that is not known or a value of another
 * kind is a %MARMOT_ERROR_PARSE, two entries with one short name in a list are a
 * %MARMOT_ERROR_INVALID_DATA, more than 16 MiB or a text of more than 1 MiB is a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the voice tracker, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVoiceTracker *marmot_voice_tracker_new_from_json (GBytes *json,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_new_from_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Reads a tracker from a file, as [ctor@Marmot.VoiceTracker.new_from_json] does.
 *
 * Returns: (transfer full): the voice tracker, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVoiceTracker *marmot_voice_tracker_new_from_file (GFile *file,
                                                        GCancellable *cancellable,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_to_json:
 * @self: a tracker
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
char *marmot_voice_tracker_to_json (MarmotVoiceTracker *self,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_save:
 * @self: a tracker
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
gboolean marmot_voice_tracker_save (MarmotVoiceTracker *self,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * marmot_voice_tracker_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed" or "changed"
 * - `path`: where, by short names, such as "items/tenancies"
 * - `field`: of what was changed, the field, such as "told_back"; else null
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
MarmotTable *marmot_voice_tracker_diff (MarmotVoiceTracker *self,
                                        MarmotVoiceTracker *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_diff_to_text:
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
char *marmot_voice_tracker_diff_to_text (MarmotVoiceTracker *self,
                                         MarmotVoiceTracker *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_copy:
 * @self: a tracker
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new voice tracker, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVoiceTracker *marmot_voice_tracker_copy (MarmotVoiceTracker *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_equal:
 * @self: a tracker
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
gboolean marmot_voice_tracker_equal (MarmotVoiceTracker *self,
                                     MarmotVoiceTracker *other);

/**
 * marmot_voice_tracker_measure_loop_closure:
 * @self: a tracker
 * @on: a day
 * @options: (nullable): the interval and its confidence, or %NULL for Wilson's 95%
 * @error: return location for an error
 *
 * The loop-closure rate: of the items that had been raised by the end of a day, those whose
 * raisers had been told what came of them. Items of which it is not known whether they were
 * told are counted as unknown and are not in the denominator; items that were raised later
 * are left out. An item without the day on which it was raised counts.
 *
 * Returns: (transfer full): the measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure *marmot_voice_tracker_measure_loop_closure (MarmotVoiceTracker *self,
                                                          const GDate *on,
                                                          MarmotIntervalOptions *options,
                                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_summarise:
 * @self: a tracker
 * @on: a day
 *
 * Counts the items that had been raised by the end of a day, a row for each group that
 * raised them, in the order in which they come: `raised_by`, and integers: `n`,
 * `n_with_action`, `n_done` (all of their actions are done or dropped, and there is one),
 * `n_told`, `n_not_told`, `n_unknown`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_voice_tracker_summarise (MarmotVoiceTracker *self,
                                             const GDate *on) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_check:
 * @self: a tracker
 *
 * Checks the items and their actions:
 *
 * - `voice/duplicate`: another item has its short name, or it has none (errors)
 * - `voice/issue`: it does not say what was raised (an error)
 * - `voice/raised-by`: it does not say which group raised it
 * - `voice/person`: who raised it looks like a person: "Miss Smith"
 * - `voice/no-action`: nothing is done about it, and no outcome says why
 * - `voice/told-order`: they were told before it was raised
 * - `voice/not-told`: all that was to be done is done or dropped, and they were not told
 * - and what [method@Marmot.Action.check] and [func@Marmot.find_personal_data] find
 *
 * The others are warnings.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_voice_tracker_check (MarmotVoiceTracker *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_tracker_get_title: (get-property title)
 * @self: a tracker
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_tracker_get_title (MarmotVoiceTracker *self);

/**
 * marmot_voice_tracker_set_title: (set-property title)
 * @self: a tracker
 * @title: (nullable): its title
 *
 * Sets [property@Marmot.VoiceTracker:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_tracker_set_title (MarmotVoiceTracker *self,
                                     const char *title);

/**
 * marmot_voice_tracker_get_organisation: (get-property organisation)
 * @self: a tracker
 *
 * Returns: (transfer none) (nullable): the organisation or board that keeps it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_tracker_get_organisation (MarmotVoiceTracker *self);

/**
 * marmot_voice_tracker_set_organisation: (set-property organisation)
 * @self: a tracker
 * @organisation: (nullable): the organisation or board that keeps it
 *
 * Sets [property@Marmot.VoiceTracker:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_tracker_set_organisation (MarmotVoiceTracker *self,
                                            const char *organisation);

/**
 * marmot_voice_tracker_get_version: (get-property version)
 * @self: a tracker
 *
 * Returns: (transfer none) (nullable): the label of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_tracker_get_version (MarmotVoiceTracker *self);

/**
 * marmot_voice_tracker_set_version: (set-property version)
 * @self: a tracker
 * @version: (nullable): the label of this version
 *
 * Sets [property@Marmot.VoiceTracker:version].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_tracker_set_version (MarmotVoiceTracker *self,
                                       const char *version);

/**
 * marmot_voice_tracker_get_date: (get-property date)
 * @self: a tracker
 *
 * Returns: (transfer none) (nullable): the day of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_voice_tracker_get_date (MarmotVoiceTracker *self);

/**
 * marmot_voice_tracker_set_date: (set-property date)
 * @self: a tracker
 * @date: (nullable): the day of this version
 *
 * Sets [property@Marmot.VoiceTracker:date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_tracker_set_date (MarmotVoiceTracker *self,
                                    MarmotPeriod *date);

/**
 * marmot_voice_tracker_get_source: (get-property source)
 * @self: a tracker
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_tracker_get_source (MarmotVoiceTracker *self);

/**
 * marmot_voice_tracker_set_source: (set-property source)
 * @self: a tracker
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.VoiceTracker:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_tracker_set_source (MarmotVoiceTracker *self,
                                      const char *source);

/**
 * marmot_voice_tracker_get_note: (get-property note)
 * @self: a tracker
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_tracker_get_note (MarmotVoiceTracker *self);

/**
 * marmot_voice_tracker_set_note: (set-property note)
 * @self: a tracker
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.VoiceTracker:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_tracker_set_note (MarmotVoiceTracker *self,
                                    const char *note);

/**
 * marmot_voice_tracker_get_items: (get-property items)
 * @self: a tracker
 *
 * Returns: (transfer none): its items, as [class@Marmot.VoiceItem] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_voice_tracker_get_items (MarmotVoiceTracker *self);

G_END_DECLS
