/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotVoiceTracker
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *version;
  MarmotPeriod *date;
  char *source;
  char *note;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (MarmotVoiceTracker, marmot_voice_tracker, G_TYPE_OBJECT)

/**
 * MarmotVoiceTracker:title: (getter get_title) (setter set_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceTracker:organisation: (getter get_organisation) (setter set_organisation)
 *
 * The organisation or board that keeps it.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceTracker:version: (getter get_version) (setter set_version)
 *
 * The label of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceTracker:date: (getter get_date) (setter set_date)
 *
 * The day of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceTracker:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceTracker:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotVoiceTracker:items: (getter get_items)
 *
 * Its items, as [class@Marmot.VoiceItem] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceTracker, title), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceTracker, organisation), NULL, 0 },
  { "version", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceTracker, version), NULL, 0 },
  { "date", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotVoiceTracker, date), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceTracker, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotVoiceTracker, note), NULL, 0 },
  { "items", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotVoiceTracker, items), marmot_voice_item_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-voice-tracker", "voice tracker", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_voice_tracker_class_init (MarmotVoiceTrackerClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_voice_tracker_init (MarmotVoiceTracker *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_TYPE_VOICE_TRACKER, MARMOT_IS_VOICE_TRACKER)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_TYPE_VOICE_TRACKER, MARMOT_IS_VOICE_TRACKER)

MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, organisation, "organisation")
MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, version, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, version, "version")
MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, MarmotPeriod *, date, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, MarmotPeriod *, date, "date")
MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotVoiceTracker, marmot_voice_tracker, MARMOT_IS_VOICE_TRACKER, GListStore *, items, NULL)

/* Whether it had been raised by the end of a day. */
static gboolean
is_raised (MarmotVoiceItem *item,
           const GDate *on)
{
  MarmotPeriod *raised = marmot_voice_item_get_raised (item);

  return !raised || marmot_period_get_start_days (raised) <= action_count_days (on);
}

MarmotMeasure *
marmot_voice_tracker_measure_loop_closure (MarmotVoiceTracker *self,
                                           const GDate *on,
                                           MarmotIntervalOptions *options,
                                           GError **error)
{
  guint n = 0, n_told = 0, n_unknown = 0, n_later = 0;

  g_return_val_if_fail (MARMOT_IS_VOICE_TRACKER (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  for (guint i = 0; i < action_count (self->items); i++)
    {
      MarmotVoiceItem *item = action_peek (self->items, i);

      if (!is_raised (item, on))
        n_later++;
      else if (marmot_voice_item_get_told_back (item) == MARMOT_TOLD_BACK_UNKNOWN)
        n_unknown++;
      else
        {
          n++;
          n_told += marmot_voice_item_is_closed (item, on);
        }
    }
  return action_measure (n_told, n, n_unknown, "raised later", n_later, options, error);
}

/* Whether something was to be done, and all of it is done or dropped. */
static gboolean
is_done (MarmotVoiceItem *item,
         const GDate *on)
{
  GListStore *actions = marmot_voice_item_get_actions (item);
  gboolean is_open = action_count (actions) == 0;

  for (guint i = 0; i < action_count (actions); i++)
    {
      MarmotAction *action = action_peek (actions, i);
      const MarmotActionState state = on ? marmot_action_get_state_on (action, on) : marmot_action_get_state (action);

      is_open = is_open || (state != MARMOT_ACTION_DONE && state != MARMOT_ACTION_DROPPED);
    }
  return !is_open;
}

typedef struct
{
  const char *group;
  guint n, n_with_action, n_done, n_told, n_not_told, n_unknown;
} Counts;

MarmotTable *
marmot_voice_tracker_summarise (MarmotVoiceTracker *self,
                                const GDate *on)
{
  static const ActionColumn columns[] = {
    { "raised_by", MARMOT_COLUMN_TEXT }, { "n", MARMOT_COLUMN_INTEGER },          { "n_with_action", MARMOT_COLUMN_INTEGER },
    { "n_done", MARMOT_COLUMN_INTEGER }, { "n_told", MARMOT_COLUMN_INTEGER },     { "n_not_told", MARMOT_COLUMN_INTEGER },
    { "n_unknown", MARMOT_COLUMN_INTEGER },
  };
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) groups = NULL;
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_VOICE_TRACKER (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  places = g_hash_table_new (g_str_hash, g_str_equal);
  groups = g_array_new (FALSE, TRUE, sizeof (Counts));
  for (guint i = 0; i < action_count (self->items); i++)
    {
      MarmotVoiceItem *item = action_peek (self->items, i);
      const char *group = marmot_voice_item_get_raised_by (item);
      const char *key = group ? group : "";
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      Counts *counts;

      if (!is_raised (item, on))
        continue;
      if (place == 0)
        {
          place = groups->len + 1;
          g_array_set_size (groups, place);
          g_hash_table_insert (places, (gpointer) key, GUINT_TO_POINTER (place));
        }
      counts = &g_array_index (groups, Counts, place - 1);
      counts->group = group;
      counts->n++;
      counts->n_with_action += action_count (marmot_voice_item_get_actions (item)) > 0;
      counts->n_done += is_done (item, on);
      if (marmot_voice_item_get_told_back (item) == MARMOT_TOLD_BACK_UNKNOWN)
        counts->n_unknown++;
      else if (marmot_voice_item_is_closed (item, on))
        counts->n_told++;
      else
        counts->n_not_told++;
    }

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < groups->len; i++)
    {
      const Counts *counts = &g_array_index (groups, Counts, i);
      const guint numbers[] = { counts->n,      counts->n_with_action, counts->n_done,
                                counts->n_told, counts->n_not_told,    counts->n_unknown };

      action_table_text (table, 0, counts->group);
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        action_table_integer (table, j + 1, numbers[j]);
    }
  return action_table_finish (table);
}

static void
check_item (MarmotVoiceItem *item,
            const char *path,
            GPtrArray *findings)
{
  GListStore *actions = marmot_voice_item_get_actions (item);
  MarmotPeriod *raised = marmot_voice_item_get_raised (item);
  MarmotPeriod *told = marmot_voice_item_get_told_back_on (item);

  if (!marmot_voice_item_get_issue (item))
    action_report (findings, "voice/issue", MARMOT_SEVERITY_ERROR, path, "issue", "It does not say what was raised",
                   "Write what was raised");
  if (!marmot_voice_item_get_raised_by (item))
    action_report (findings, "voice/raised-by", MARMOT_SEVERITY_WARNING, path, "raised_by",
                   "It does not say which group raised it", "Write the group, such as care leavers");
  action_check_role (marmot_voice_item_get_raised_by (item), "voice/person", path, "raised_by", findings);
  if (action_count (actions) == 0 && !marmot_voice_item_get_outcome (item))
    action_report (findings, "voice/no-action", MARMOT_SEVERITY_WARNING, path, "actions",
                   "Nothing is done about it, and nothing says why", "Add an action, or write the outcome");
  if (raised && told && marmot_period_get_start_days (told) < marmot_period_get_start_days (raised))
    action_report (findings, "voice/told-order", MARMOT_SEVERITY_WARNING, path, "told_back_on",
                   "They were told before it was raised", "Correct the one day or the other");
  if (is_done (item, NULL) && marmot_voice_item_get_told_back (item) != MARMOT_TOLD_BACK_YES)
    action_report (findings, "voice/not-told", MARMOT_SEVERITY_WARNING, path, "told_back",
                   "All that was to be done has come to an end, and nothing says that they were told",
                   "Tell them what came of it, and write down when");
  for (guint i = 0; i < action_count (actions); i++)
    {
      g_autofree char *step = marmot_document_step (path, "actions", i);

      action_check (action_peek (actions, i), step, findings);
    }
  action_check_ids (actions, "action/duplicate", path, "actions", findings);
}

GPtrArray *
marmot_voice_tracker_check (MarmotVoiceTracker *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_VOICE_TRACKER (self), NULL);

  findings = action_new_findings ();
  for (guint i = 0; i < action_count (self->items); i++)
    {
      g_autofree char *step = marmot_document_step ("", "items", i);

      check_item (action_peek (self->items, i), step, findings);
    }
  action_check_ids (self->items, "voice/duplicate", "", "items", findings);
  marmot_document_scan (self, "", findings);
  return findings;
}
