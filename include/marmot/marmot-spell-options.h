/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSpellOptions:
 *
 * By which conventions episodes of care are linked into periods of care, and periods
 * divided into placements: see [method@Marmot.EpisodeSet.link]. Make them with
 * g_object_new(), or with keywords in Python and JavaScript; they never change.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SPELL_OPTIONS (marmot_spell_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSpellOptions, marmot_spell_options, MARMOT, SPELL_OPTIONS, GObject)

/**
 * marmot_spell_options_new:
 *
 * Makes options that hold the defaults. For others use g_object_new().
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSpellOptions *marmot_spell_options_new                  (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_spell_options_get_temporary_counts:
 * @self: options
 *
 * Returns: whether a temporary placement, and the return from it, are moves
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean            marmot_spell_options_get_temporary_counts (MarmotSpellOptions *self);

/**
 * marmot_spell_options_get_gap_days:
 * @self: options
 *
 * Returns: over how many days without an episode a period goes on that says that it does
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint               marmot_spell_options_get_gap_days         (MarmotSpellOptions *self);

/**
 * marmot_spell_options_get_limit:
 * @self: options
 *
 * Returns: how many findings are kept at most
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint               marmot_spell_options_get_limit            (MarmotSpellOptions *self);

G_END_DECLS
