/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action.h>
#include <marmot/marmot-evidence.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotToldBack:
 * @MARMOT_TOLD_BACK_UNKNOWN: nobody has written down whether they were told
 * @MARMOT_TOLD_BACK_NO: they were not told yet
 * @MARMOT_TOLD_BACK_YES: they were told what came of it
 *
 * Whether those who raised an issue were told what came of it.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TOLD_BACK_UNKNOWN,
  MARMOT_TOLD_BACK_NO,
  MARMOT_TOLD_BACK_YES
} MarmotToldBack;

/**
 * MarmotVoiceItem:
 *
 * One line of "You said, we did": what was raised and by which group, what is done about
 * it, what came of it, and whether those who raised it were told. The loop is closed when
 * they were told, and not when something was done. Who raised it is a group, never a
 * person.
 *
 * It can be changed, by properties and through its lists, and tells of it by notification.
 * Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_VOICE_ITEM (marmot_voice_item_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotVoiceItem, marmot_voice_item, MARMOT, VOICE_ITEM, GObject)

/**
 * marmot_voice_item_new:
 *
 * Returns: (transfer full): a new voice item in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVoiceItem *marmot_voice_item_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_item_copy:
 * @self: an item
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new voice item, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVoiceItem *marmot_voice_item_copy (MarmotVoiceItem *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_voice_item_equal:
 * @self: an item
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
gboolean marmot_voice_item_equal (MarmotVoiceItem *self,
                                  MarmotVoiceItem *other);

/**
 * marmot_voice_item_is_closed:
 * @self: an item
 * @on: a day
 *
 * Returns: true if those who raised it had been told by the end of that day; where it is
 *   not known when they were told, they had been
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_voice_item_is_closed (MarmotVoiceItem *self,
                                      const GDate *on);

/**
 * marmot_voice_item_get_days_to_tell:
 * @self: an item
 * @days: (out): return location for the days
 *
 * Returns: true if it is known when it was raised and when they were told, in that order,
 *   with the days between in @days; else false, and 0 there
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_voice_item_get_days_to_tell (MarmotVoiceItem *self,
                                             guint *days);

/**
 * marmot_voice_item_get_id: (get-property id)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_id (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_id: (set-property id)
 * @self: an item
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.VoiceItem:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_id (MarmotVoiceItem *self,
                               const char *id);

/**
 * marmot_voice_item_get_raised_by: (get-property raised-by)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the group that raised it, such as "care leavers",
 *   never a person
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_raised_by (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_raised_by: (set-property raised-by)
 * @self: an item
 * @raised_by: (nullable): the group that raised it, such as "care leavers", never a person
 *
 * Sets [property@Marmot.VoiceItem:raised-by].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_raised_by (MarmotVoiceItem *self,
                                      const char *raised_by);

/**
 * marmot_voice_item_get_raised: (get-property raised)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the day on which it was raised
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_voice_item_get_raised (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_raised: (set-property raised)
 * @self: an item
 * @raised: (nullable): the day on which it was raised
 *
 * Sets [property@Marmot.VoiceItem:raised].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_raised (MarmotVoiceItem *self,
                                   MarmotPeriod *raised);

/**
 * marmot_voice_item_get_theme: (get-property theme)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the theme or promise to which it belongs
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_theme (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_theme: (set-property theme)
 * @self: an item
 * @theme: (nullable): the theme or promise to which it belongs
 *
 * Sets [property@Marmot.VoiceItem:theme].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_theme (MarmotVoiceItem *self,
                                  const char *theme);

/**
 * marmot_voice_item_get_issue: (get-property issue)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what was raised
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_issue (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_issue: (set-property issue)
 * @self: an item
 * @issue: (nullable): what was raised
 *
 * Sets [property@Marmot.VoiceItem:issue].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_issue (MarmotVoiceItem *self,
                                  const char *issue);

/**
 * marmot_voice_item_get_outcome: (get-property outcome)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what came of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_outcome (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_outcome: (set-property outcome)
 * @self: an item
 * @outcome: (nullable): what came of it
 *
 * Sets [property@Marmot.VoiceItem:outcome].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_outcome (MarmotVoiceItem *self,
                                    const char *outcome);

/**
 * marmot_voice_item_get_told_back: (get-property told-back)
 * @self: an item
 *
 * Returns: whether those who raised it were told what came of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotToldBack marmot_voice_item_get_told_back (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_told_back: (set-property told-back)
 * @self: an item
 * @told_back: whether those who raised it were told what came of it
 *
 * Sets [property@Marmot.VoiceItem:told-back].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_told_back (MarmotVoiceItem *self,
                                      MarmotToldBack told_back);

/**
 * marmot_voice_item_get_told_back_on: (get-property told-back-on)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the day on which they were told
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_voice_item_get_told_back_on (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_told_back_on: (set-property told-back-on)
 * @self: an item
 * @told_back_on: (nullable): the day on which they were told
 *
 * Sets [property@Marmot.VoiceItem:told-back-on].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_told_back_on (MarmotVoiceItem *self,
                                         MarmotPeriod *told_back_on);

/**
 * marmot_voice_item_get_told_back_how: (get-property told-back-how)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): how they were told
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_told_back_how (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_told_back_how: (set-property told-back-how)
 * @self: an item
 * @told_back_how: (nullable): how they were told
 *
 * Sets [property@Marmot.VoiceItem:told-back-how].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_told_back_how (MarmotVoiceItem *self,
                                          const char *told_back_how);

/**
 * marmot_voice_item_get_source: (get-property source)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_source (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_source: (set-property source)
 * @self: an item
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.VoiceItem:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_source (MarmotVoiceItem *self,
                                   const char *source);

/**
 * marmot_voice_item_get_note: (get-property note)
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_voice_item_get_note (MarmotVoiceItem *self);

/**
 * marmot_voice_item_set_note: (set-property note)
 * @self: an item
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.VoiceItem:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_voice_item_set_note (MarmotVoiceItem *self,
                                 const char *note);

/**
 * marmot_voice_item_get_actions: (get-property actions)
 * @self: an item
 *
 * Returns: (transfer none): what is done about it, as [class@Marmot.Action] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_voice_item_get_actions (MarmotVoiceItem *self);

/**
 * marmot_voice_item_get_evidence: (get-property evidence)
 * @self: an item
 *
 * Returns: (transfer none): what shows what came of it, as [class@Marmot.Evidence] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_voice_item_get_evidence (MarmotVoiceItem *self);

G_END_DECLS
