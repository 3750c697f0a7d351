/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-care-status.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotLegalStatus:
 *
 * The legal status of one person on one day, and why: what
 * [method@Marmot.CareLeaver.status_on] answers.
 *
 * It supports a decision and is none: whoever may be entitled to support is to be assessed
 * by the responsible authority.
 *
 * They never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_LEGAL_STATUS (marmot_legal_status_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotLegalStatus, marmot_legal_status, MARMOT, LEGAL_STATUS, GObject)

/**
 * marmot_legal_status_get_day:
 * @self: a legal status
 *
 * Returns: (transfer full): the day that it is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_legal_status_get_day            (MarmotLegalStatus  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_legal_status_get_status:
 * @self: a legal status
 *
 * Returns: the status
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareStatus   marmot_legal_status_get_status         (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_returner:
 * @self: a legal status
 *
 * Returns: whether it is of a former relevant child of 21 to 24 who asked for advice and
 *   support
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_legal_status_get_returner       (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_provision:
 * @self: a legal status
 *
 * Returns: (transfer none) (nullable): the short name of the provision that gives the
 *   status, as in [method@Marmot.CareLaw.to_table], or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_legal_status_get_provision      (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_authority:
 * @self: a legal status
 *
 * Returns: (transfer none) (nullable): the Act and section that gives the status, or %NULL
 *   if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char        *marmot_legal_status_get_authority      (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_days_since_14:
 * @self: a legal status
 *
 * Returns: how many days the person was looked after from the 14th birthday up to the day,
 *   the day included, without short breaks; -1 if nobody knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int                marmot_legal_status_get_days_since_14  (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_days_after_16:
 * @self: a legal status
 *
 * Returns: how many of them were from the 16th birthday on; -1 if nobody knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int                marmot_legal_status_get_days_after_16  (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_from:
 * @self: a legal status
 *
 * Returns: (transfer full) (nullable): the first day of the stretch over which the status
 *   holds, or %NULL if it has no beginning that is known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_legal_status_get_from           (MarmotLegalStatus  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_legal_status_get_until:
 * @self: a legal status
 *
 * Returns: (transfer full) (nullable): the first day on which it no longer holds, as far as
 *   is recorded now, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_legal_status_get_until          (MarmotLegalStatus  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_legal_status_get_possible:
 * @self: a legal status
 * @n_possible: (out): how many they are
 *
 * Where the status cannot be determined, which it can be, depending on what is missing;
 * otherwise the status alone.
 *
 * Returns: (transfer full) (array length=n_possible): the statuses
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareStatus  *marmot_legal_status_get_possible       (MarmotLegalStatus  *self,
                                                           gsize              *n_possible) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_legal_status_get_depends_on:
 * @self: a legal status
 *
 * What has to be known before the status can be determined: short names of facts, as the
 * nicks of [flags@Marmot.CareFacts], and of "birth", "death", "care" (the periods of care
 * themselves) and "later-records".
 *
 * Returns: (transfer full) (array zero-terminated=1): their names, none if the status is
 *   determined
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             **marmot_legal_status_get_depends_on     (MarmotLegalStatus  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_legal_status_get_reasons:
 * @self: a legal status
 *
 * Why it is so, in sentences that an adviser could read aloud, the last of which is the
 * answer. They hold dates of the person's life.
 *
 * Returns: (transfer none) (array zero-terminated=1): the sentences
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_legal_status_get_reasons       (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_get_steps:
 * @self: a legal status
 *
 * The same as a table, a row a sentence: `provision` (null where it rests on none),
 * `authority`, `basis` ("read" or "memory"), `answer` (a nick of
 * [enum@Marmot.CareAnswer]: whether its test is met) and `text`.
 *
 * Returns: (transfer full): the steps
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_legal_status_get_steps          (MarmotLegalStatus  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_legal_status_get_authority_moved:
 * @self: a legal status
 *
 * Returns: whether care last ended by a transfer to another authority (E3), which is then
 *   the responsible one (section 23A(4))
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_legal_status_get_authority_moved (MarmotLegalStatus *self);

/**
 * marmot_legal_status_equal:
 * @self: a legal status
 * @other: another
 *
 * Whether both say the same of the same day, their sentences included.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_legal_status_equal              (MarmotLegalStatus  *self,
                                                           MarmotLegalStatus  *other);

/**
 * marmot_legal_status_hash:
 * @self: a legal status
 *
 * Returns: a hash that equal ones share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_legal_status_hash               (MarmotLegalStatus  *self);

/**
 * marmot_legal_status_to_string:
 * @self: a legal status
 *
 * Returns: (transfer full): a description, such as "former-relevant on 2025-01-23 (Children
 *   Act 1989, section 23C(1)(b))"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_legal_status_to_string          (MarmotLegalStatus  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
