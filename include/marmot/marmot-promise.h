/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-evidence.h>
#include <marmot/marmot-promise-rating.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPromise:
 *
 * A promise, what shows that it is kept, and how those to whom it was made rate it. It can
 * be changed, by properties and through its lists, and tells of it by notification. Only
 * one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PROMISE (marmot_promise_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPromise, marmot_promise, MARMOT, PROMISE, GObject)

/**
 * marmot_promise_new:
 *
 * Returns: (transfer full): a new promise in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPromise *marmot_promise_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_promise_copy:
 * @self: a promise
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new promise, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPromise *marmot_promise_copy (MarmotPromise *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_promise_equal:
 * @self: a promise
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
gboolean marmot_promise_equal (MarmotPromise *self,
                               MarmotPromise *other);

/**
 * marmot_promise_get_id: (get-property id)
 * @self: a promise
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_get_id (MarmotPromise *self);

/**
 * marmot_promise_set_id: (set-property id)
 * @self: a promise
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.Promise:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_set_id (MarmotPromise *self,
                            const char *id);

/**
 * marmot_promise_get_number: (get-property number)
 * @self: a promise
 *
 * Returns: its number; 0 if it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_promise_get_number (MarmotPromise *self);

/**
 * marmot_promise_set_number: (set-property number)
 * @self: a promise
 * @number: its number; 0 if it has none
 *
 * Sets [property@Marmot.Promise:number].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_set_number (MarmotPromise *self,
                                guint number);

/**
 * marmot_promise_get_title: (get-property title)
 * @self: a promise
 *
 * Returns: (transfer none) (nullable): what it is called, such as "Your views count"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_get_title (MarmotPromise *self);

/**
 * marmot_promise_set_title: (set-property title)
 * @self: a promise
 * @title: (nullable): what it is called, such as "Your views count"
 *
 * Sets [property@Marmot.Promise:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_set_title (MarmotPromise *self,
                               const char *title);

/**
 * marmot_promise_get_text: (get-property text)
 * @self: a promise
 *
 * Returns: (transfer none) (nullable): what is promised
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_get_text (MarmotPromise *self);

/**
 * marmot_promise_set_text: (set-property text)
 * @self: a promise
 * @text: (nullable): what is promised
 *
 * Sets [property@Marmot.Promise:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_set_text (MarmotPromise *self,
                              const char *text);

/**
 * marmot_promise_get_note: (get-property note)
 * @self: a promise
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_get_note (MarmotPromise *self);

/**
 * marmot_promise_set_note: (set-property note)
 * @self: a promise
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.Promise:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_set_note (MarmotPromise *self,
                              const char *note);

/**
 * marmot_promise_get_evidence: (get-property evidence)
 * @self: a promise
 *
 * Returns: (transfer none): what shows that it is kept, as [class@Marmot.Evidence] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_promise_get_evidence (MarmotPromise *self);

/**
 * marmot_promise_get_ratings: (get-property ratings)
 * @self: a promise
 *
 * Returns: (transfer none): how it was rated, the oldest first, as
 *   [class@Marmot.PromiseRating] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_promise_get_ratings (MarmotPromise *self);

G_END_DECLS
