/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPromiseKept:
 * @MARMOT_PROMISE_NOT_ASKED: they gave an answer to another question, or none
 * @MARMOT_PROMISE_NOT_KEPT: they say that it is not kept
 * @MARMOT_PROMISE_PARTLY_KEPT: they say that it is kept in part
 * @MARMOT_PROMISE_KEPT: they say that it is kept
 *
 * What those to whom a promise was made say of it. A higher value is better.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PROMISE_NOT_ASKED,
  MARMOT_PROMISE_NOT_KEPT,
  MARMOT_PROMISE_PARTLY_KEPT,
  MARMOT_PROMISE_KEPT
} MarmotPromiseKept;

/**
 * MarmotPromiseRating:
 *
 * How those to whom a promise was made rate it, at one time: whether it is kept, or a
 * figure of a survey. It can be changed, by properties and through its lists, and tells of
 * it by notification. Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PROMISE_RATING (marmot_promise_rating_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPromiseRating, marmot_promise_rating, MARMOT, PROMISE_RATING, GObject)

/**
 * marmot_promise_rating_new:
 *
 * Returns: (transfer full): a new rating in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPromiseRating *marmot_promise_rating_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_promise_rating_copy:
 * @self: a rating
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new rating, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPromiseRating *marmot_promise_rating_copy (MarmotPromiseRating *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_promise_rating_equal:
 * @self: a rating
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
gboolean marmot_promise_rating_equal (MarmotPromiseRating *self,
                                      MarmotPromiseRating *other);

/**
 * marmot_promise_rating_get_period: (get-property period)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): when they were asked
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_promise_rating_get_period (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_period: (set-property period)
 * @self: a rating
 * @period: (nullable): when they were asked
 *
 * Sets [property@Marmot.PromiseRating:period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_period (MarmotPromiseRating *self,
                                       MarmotPeriod *period);

/**
 * marmot_promise_rating_get_group: (get-property group)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): who was asked, such as "children and young people
 *   (4-18 years)"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_rating_get_group (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_group: (set-property group)
 * @self: a rating
 * @group: (nullable): who was asked, such as "children and young people (4-18 years)"
 *
 * Sets [property@Marmot.PromiseRating:group].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_group (MarmotPromiseRating *self,
                                      const char *group);

/**
 * marmot_promise_rating_get_kept: (get-property kept)
 * @self: a rating
 *
 * Returns: whether they say that it is kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPromiseKept marmot_promise_rating_get_kept (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_kept: (set-property kept)
 * @self: a rating
 * @kept: whether they say that it is kept
 *
 * Sets [property@Marmot.PromiseRating:kept].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_kept (MarmotPromiseRating *self,
                                     MarmotPromiseKept kept);

/**
 * marmot_promise_rating_get_question: (get-property question)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): what they were asked or said
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_rating_get_question (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_question: (set-property question)
 * @self: a rating
 * @question: (nullable): what they were asked or said
 *
 * Sets [property@Marmot.PromiseRating:question].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_question (MarmotPromiseRating *self,
                                         const char *question);

/**
 * marmot_promise_rating_get_value: (get-property value)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): the figure as it was printed, such as "91%"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_promise_rating_get_value (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_value: (set-property value)
 * @self: a rating
 * @value: (nullable): the figure as it was printed, such as "91%"
 *
 * Sets [property@Marmot.PromiseRating:value].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_value (MarmotPromiseRating *self,
                                      MarmotValue *value);

/**
 * marmot_promise_rating_get_n: (get-property n)
 * @self: a rating
 *
 * Returns: how many answered; 0 if it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_promise_rating_get_n (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_n: (set-property n)
 * @self: a rating
 * @n: how many answered; 0 if it is not known
 *
 * Sets [property@Marmot.PromiseRating:n].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_n (MarmotPromiseRating *self,
                                  guint n);

/**
 * marmot_promise_rating_get_comparator: (get-property comparator)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): the figure of others, as it was printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_promise_rating_get_comparator (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_comparator: (set-property comparator)
 * @self: a rating
 * @comparator: (nullable): the figure of others, as it was printed
 *
 * Sets [property@Marmot.PromiseRating:comparator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_comparator (MarmotPromiseRating *self,
                                           MarmotValue *comparator);

/**
 * marmot_promise_rating_get_comparator_name: (get-property comparator-name)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): who they are, such as "children in the general
 *   population"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_rating_get_comparator_name (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_comparator_name: (set-property comparator-name)
 * @self: a rating
 * @comparator_name: (nullable): who they are, such as "children in the general population"
 *
 * Sets [property@Marmot.PromiseRating:comparator-name].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_comparator_name (MarmotPromiseRating *self,
                                                const char *comparator_name);

/**
 * marmot_promise_rating_get_source: (get-property source)
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_promise_rating_get_source (MarmotPromiseRating *self);

/**
 * marmot_promise_rating_set_source: (set-property source)
 * @self: a rating
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.PromiseRating:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_promise_rating_set_source (MarmotPromiseRating *self,
                                       const char *source);

G_END_DECLS
