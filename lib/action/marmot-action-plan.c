/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "action-private.h"
#include "action-table-private.h"
#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"
#include "plan-private.h"

struct _MarmotActionPlan
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *version;
  MarmotPeriod *date;
  MarmotPeriod *period;
  guint note_months;
  char *source;
  char *note;
  GListStore *actions;
};

G_DEFINE_FINAL_TYPE (MarmotActionPlan, marmot_action_plan, G_TYPE_OBJECT)

/**
 * MarmotActionPlan:title: (getter get_title) (setter set_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:organisation: (getter get_organisation) (setter set_organisation)
 *
 * The organisation that publishes it.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:version: (getter get_version) (setter set_version)
 *
 * The label of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:date: (getter get_date) (setter set_date)
 *
 * The day of this version.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:period: (getter get_period) (setter set_period)
 *
 * The time for which it is.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:note-months: (getter get_note_months) (setter set_note_months)
 *
 * Of how many months a progress note tells: 1, 2, 3, 4, 6 or 12; 6, half-years, unless it
 * is set.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotActionPlan:actions: (getter get_actions)
 *
 * Its aims and actions, as [class@Marmot.Action] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionPlan, title), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionPlan, organisation), NULL, 0 },
  { "version", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionPlan, version), NULL, 0 },
  { "date", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotActionPlan, date), NULL, 0 },
  { "period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotActionPlan, period), NULL, 0 },
  { "note-months", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotActionPlan, note_months), NULL, 6 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionPlan, source), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotActionPlan, note), NULL, 0 },
  { "actions", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotActionPlan, actions), marmot_action_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-action-plan", "action plan", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_action_plan_class_init (MarmotActionPlanClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_action_plan_init (MarmotActionPlan *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotActionPlan, marmot_action_plan, MARMOT_TYPE_ACTION_PLAN, MARMOT_IS_ACTION_PLAN)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotActionPlan, marmot_action_plan, MARMOT_TYPE_ACTION_PLAN, MARMOT_IS_ACTION_PLAN)

MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, organisation, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, organisation, "organisation")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, version, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, version, "version")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, MarmotPeriod *, date, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, MarmotPeriod *, date, "date")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, MarmotPeriod *, period, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, MarmotPeriod *, period, "period")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, guint, note_months, 6)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, guint, note_months, "note-months")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotActionPlan, marmot_action_plan, MARMOT_IS_ACTION_PLAN, GListStore *, actions, NULL)

MarmotAction *
marmot_action_plan_lookup (MarmotActionPlan *self,
                           const char *id)
{
  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < action_count (self->actions); i++)
    {
      MarmotAction *action = action_peek (self->actions, i);

      if (g_strcmp0 (marmot_action_get_id (action), id) == 0)
        return action;
    }
  return NULL;
}

GListStore *
marmot_action_plan_list_kind (MarmotActionPlan *self,
                              MarmotActionKind kind)
{
  GListStore *list;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);

  list = g_list_store_new (MARMOT_TYPE_ACTION);
  for (guint i = 0; i < action_count (self->actions); i++)
    if (marmot_action_get_kind (action_peek (self->actions, i)) == kind)
      g_list_store_append (list, action_peek (self->actions, i));
  return list;
}

GListStore *
marmot_action_plan_list_parts (MarmotActionPlan *self,
                               const char *id)
{
  GListStore *list;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  list = g_list_store_new (MARMOT_TYPE_ACTION);
  for (guint i = 0; i < action_count (self->actions); i++)
    if (g_strcmp0 (marmot_action_get_part_of (action_peek (self->actions, i)), id) == 0)
      g_list_store_append (list, action_peek (self->actions, i));
  return list;
}

GListStore *
marmot_action_plan_list_open (MarmotActionPlan *self,
                              const GDate *on)
{
  GListStore *list;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  list = g_list_store_new (MARMOT_TYPE_ACTION);
  for (guint i = 0; i < action_count (self->actions); i++)
    if (plan_is_open (marmot_action_get_state_on (action_peek (self->actions, i), on)))
      g_list_store_append (list, action_peek (self->actions, i));
  return list;
}

GListStore *
marmot_action_plan_list_overdue (MarmotActionPlan *self,
                                 const GDate *on)
{
  GListStore *list;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  list = g_list_store_new (MARMOT_TYPE_ACTION);
  for (guint i = 0; i < action_count (self->actions); i++)
    if (marmot_action_is_overdue (action_peek (self->actions, i), on))
      g_list_store_append (list, action_peek (self->actions, i));
  return list;
}

GListStore *
marmot_action_plan_list_stale (MarmotActionPlan *self,
                               MarmotPeriod *period)
{
  g_autoptr (GHashTable) by_id = NULL;
  GListStore *list;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  by_id = plan_index (self);
  list = g_list_store_new (MARMOT_TYPE_ACTION);
  for (guint i = 0; i < action_count (self->actions); i++)
    if (plan_is_stale (by_id, action_peek (self->actions, i), period))
      g_list_store_append (list, action_peek (self->actions, i));
  return list;
}

MarmotPeriod *
marmot_action_plan_get_note_period (MarmotActionPlan *self,
                                    const GDate *on,
                                    GError **error)
{
  GDate first, last;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  if (self->note_months == 0 || self->note_months > 12 || 12 % self->note_months != 0)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "note_months: %u months do not divide a year: give 1, 2, 3, 4, 6 or 12", self->note_months);
      return NULL;
    }
  first = *on;
  g_date_set_day (&first, 1);
  /* Months since April, back to where the part of the year begins. */
  g_date_subtract_months (&first, ((guint) g_date_get_month (&first) + 8) % 12 % self->note_months);
  last = first;
  g_date_add_months (&last, self->note_months);
  g_date_subtract_days (&last, 1);
  return marmot_period_new_span (&first, &last, error);
}

MarmotMeasure *
marmot_action_plan_measure (MarmotActionPlan *self,
                            MarmotActionShare share,
                            const GDate *on,
                            MarmotPeriod *period,
                            MarmotIntervalOptions *options,
                            GError **error)
{
  g_autoptr (MarmotPeriod) notes = NULL;
  PlanCounts all = { 0 };

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  notes = plan_notes_before (self, on, period, error);
  if (!notes)
    return NULL;
  plan_count (self, on, notes, NULL, &all);
  return plan_share (&all, share, options, error);
}

MarmotTable *
marmot_action_plan_summarise (MarmotActionPlan *self,
                              MarmotActionGrouping by,
                              const GDate *on,
                              MarmotPeriod *period,
                              GError **error)
{
  static const ActionColumn columns[] = {
    { "group", MARMOT_COLUMN_TEXT },           { "n", MARMOT_COLUMN_INTEGER },
    { "n_open", MARMOT_COLUMN_INTEGER },       { "n_blocked", MARMOT_COLUMN_INTEGER },
    { "n_done", MARMOT_COLUMN_INTEGER },       { "n_dropped", MARMOT_COLUMN_INTEGER },
    { "n_overdue", MARMOT_COLUMN_INTEGER },    { "n_stale", MARMOT_COLUMN_INTEGER },
    { "n_no_date", MARMOT_COLUMN_INTEGER },    { "n_due_unknown", MARMOT_COLUMN_INTEGER },
  };
  g_autoptr (MarmotPeriod) notes = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  PlanGrouping grouping = { by, NULL, NULL };
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  notes = plan_notes_before (self, on, period, error);
  if (!notes)
    return NULL;
  groups = g_ptr_array_new_with_free_func (g_free);
  grouping.groups = groups;
  grouping.by_name = g_hash_table_new (g_str_hash, g_str_equal);
  plan_count (self, on, notes, &grouping, NULL);
  g_hash_table_unref (grouping.by_name);

  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < groups->len; i++)
    {
      const PlanCounts *counts = groups->pdata[i];
      const guint numbers[] = { counts->n,         counts->n_open,    counts->n_blocked, counts->n_done,
                                counts->n_dropped, counts->n_overdue, counts->n_stale,   counts->n_no_date,
                                counts->n_due_unknown };

      action_table_text (table, 0, counts->group);
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        action_table_integer (table, j + 1, numbers[j]);
    }
  return action_table_finish (table);
}

MarmotTable *
marmot_action_plan_to_table (MarmotActionPlan *self,
                             const GDate *on,
                             MarmotPeriod *period,
                             GError **error)
{
  static const ActionColumn columns[] = {
    { "id", MARMOT_COLUMN_TEXT },         { "kind", MARMOT_COLUMN_TEXT },
    { "text", MARMOT_COLUMN_TEXT },       { "theme", MARMOT_COLUMN_TEXT },
    { "owner_role", MARMOT_COLUMN_TEXT }, { "organisation", MARMOT_COLUMN_TEXT },
    { "state", MARMOT_COLUMN_TEXT },      { "due", MARMOT_COLUMN_DATE },
    { "due_state", MARMOT_COLUMN_TEXT },  { "days_overdue", MARMOT_COLUMN_INTEGER },
    { "age", MARMOT_COLUMN_INTEGER },     { "stale", MARMOT_COLUMN_BOOLEAN },
  };
  g_autoptr (MarmotPeriod) notes = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  ActionTable *table;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);
  g_return_val_if_fail (on != NULL && g_date_valid (on), NULL);

  notes = plan_notes_before (self, on, period, error);
  if (!notes)
    return NULL;
  by_id = plan_index (self);
  table = action_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < action_count (self->actions); i++)
    plan_add_row (table, 0, by_id, action_peek (self->actions, i), on, notes);
  return action_table_finish (table);
}

GPtrArray *
marmot_action_plan_check (MarmotActionPlan *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_ACTION_PLAN (self), NULL);

  findings = action_new_findings ();
  for (guint i = 0; i < action_count (self->actions); i++)
    {
      g_autofree char *step = marmot_document_step ("", "actions", i);

      action_check (action_peek (self->actions, i), step, findings);
    }
  action_check_ids (self->actions, "action/duplicate", "", "actions", findings);
  plan_check_links (self, findings);
  marmot_document_scan (self, "", findings);
  return findings;
}
