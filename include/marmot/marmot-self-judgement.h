/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action-link.h>
#include <marmot/marmot-evidence.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSelfJudgement:
 *
 * What an organisation or a partnership judges of itself, and what that rests on. It can be
 * changed, by properties and through its lists, and tells of it by notification. Only one
 * thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SELF_JUDGEMENT (marmot_self_judgement_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSelfJudgement, marmot_self_judgement, MARMOT, SELF_JUDGEMENT, GObject)

/**
 * marmot_self_judgement_new:
 *
 * Returns: (transfer full): a new judgement in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSelfJudgement *marmot_self_judgement_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_judgement_copy:
 * @self: a judgement
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new judgement, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSelfJudgement *marmot_self_judgement_copy (MarmotSelfJudgement *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_judgement_equal:
 * @self: a judgement
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
gboolean marmot_self_judgement_equal (MarmotSelfJudgement *self,
                                      MarmotSelfJudgement *other);

/**
 * marmot_self_judgement_get_id: (get-property id)
 * @self: a judgement
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_judgement_get_id (MarmotSelfJudgement *self);

/**
 * marmot_self_judgement_set_id: (set-property id)
 * @self: a judgement
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.SelfJudgement:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_judgement_set_id (MarmotSelfJudgement *self,
                                   const char *id);

/**
 * marmot_self_judgement_get_theme: (get-property theme)
 * @self: a judgement
 *
 * Returns: (transfer none) (nullable): the heading under which it stands
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_judgement_get_theme (MarmotSelfJudgement *self);

/**
 * marmot_self_judgement_set_theme: (set-property theme)
 * @self: a judgement
 * @theme: (nullable): the heading under which it stands
 *
 * Sets [property@Marmot.SelfJudgement:theme].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_judgement_set_theme (MarmotSelfJudgement *self,
                                      const char *theme);

/**
 * marmot_self_judgement_get_text: (get-property text)
 * @self: a judgement
 *
 * Returns: (transfer none) (nullable): the judgement
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_judgement_get_text (MarmotSelfJudgement *self);

/**
 * marmot_self_judgement_set_text: (set-property text)
 * @self: a judgement
 * @text: (nullable): the judgement
 *
 * Sets [property@Marmot.SelfJudgement:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_judgement_set_text (MarmotSelfJudgement *self,
                                     const char *text);

/**
 * marmot_self_judgement_get_grade: (get-property grade)
 * @self: a judgement
 *
 * Returns: (transfer none) (nullable): its grade, in the words of the framework
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_judgement_get_grade (MarmotSelfJudgement *self);

/**
 * marmot_self_judgement_set_grade: (set-property grade)
 * @self: a judgement
 * @grade: (nullable): its grade, in the words of the framework
 *
 * Sets [property@Marmot.SelfJudgement:grade].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_judgement_set_grade (MarmotSelfJudgement *self,
                                      const char *grade);

/**
 * marmot_self_judgement_get_note: (get-property note)
 * @self: a judgement
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_judgement_get_note (MarmotSelfJudgement *self);

/**
 * marmot_self_judgement_set_note: (set-property note)
 * @self: a judgement
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.SelfJudgement:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_judgement_set_note (MarmotSelfJudgement *self,
                                     const char *note);

/**
 * marmot_self_judgement_get_evidence: (get-property evidence)
 * @self: a judgement
 *
 * Returns: (transfer none): what it rests on, as [class@Marmot.Evidence] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_self_judgement_get_evidence (MarmotSelfJudgement *self);

/**
 * marmot_self_judgement_get_links: (get-property links)
 * @self: a judgement
 *
 * Returns: (transfer none): what else it has to do with, such as actions, as
 *   [class@Marmot.ActionLink] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_self_judgement_get_links (MarmotSelfJudgement *self);

G_END_DECLS
