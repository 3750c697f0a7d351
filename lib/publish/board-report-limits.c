/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What cannot be said from the figures of a report, and what the board is asked.
 */
#include <marmot/marmot.h>

#include "board-report-private.h"

/* Sentences that several indicators share, each told once. */
typedef struct
{
  char *sentence;
  GHashTable *seen;  /* names */
  GPtrArray *groups; /* of NameGroup */
} Shared;

typedef struct
{
  const char *group; /* NULL: no group */
  GString *names;
} NameGroup;

typedef struct
{
  GPtrArray *sentences; /* of Shared, in the order in which they came */
  GHashTable *by_text;
} Gathered;

static void
name_group_free (gpointer data)
{
  NameGroup *group = data;

  g_string_free (group->names, TRUE);
  g_free (group);
}

static void
shared_free (gpointer data)
{
  Shared *shared = data;

  g_free (shared->sentence);
  g_hash_table_unref (shared->seen);
  g_ptr_array_unref (shared->groups);
  g_free (shared);
}

/* Says a sentence of something that has a name, in a group of the report. */
static void
gather (Gathered *gathered,
        const char *sentence,
        const char *name,
        const char *group)
{
  Shared *shared = g_hash_table_lookup (gathered->by_text, sentence);
  NameGroup *into;

  if (!shared)
    {
      shared = g_new (Shared, 1);
      shared->sentence = g_strdup (sentence);
      shared->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      shared->groups = g_ptr_array_new_with_free_func (name_group_free);
      g_ptr_array_add (gathered->sentences, shared);
      g_hash_table_insert (gathered->by_text, shared->sentence, shared);
    }
  if (!g_hash_table_add (shared->seen, g_strdup (name)))
    return;

  /* Indicators come in the order of the pack, so a group is whole before the next. */
  into = shared->groups->len > 0 ? shared->groups->pdata[shared->groups->len - 1] : NULL;
  if (!into || g_strcmp0 (into->group, group) != 0)
    {
      into = g_new (NameGroup, 1);
      into->group = group;
      into->names = g_string_new (NULL);
      g_ptr_array_add (shared->groups, into);
    }
  g_string_append_printf (into->names, "%s%s", into->names->len > 0 ? ", " : "", name);
}

static void
gather_indicator (Gathered *gathered,
                  const char *sentence,
                  MarmotIndicator *indicator)
{
  gather (gathered, sentence, marmot_indicator_get_id (indicator), marmot_indicator_get_group (indicator));
}

static GStrv
gathered_finish (Gathered *gathered)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < gathered->sentences->len; i++)
    {
      Shared *shared = gathered->sentences->pdata[i];
      GString *line = g_string_new (NULL);

      for (guint j = 0; j < shared->groups->len; j++)
        {
          NameGroup *group = shared->groups->pdata[j];

          g_string_append_printf (line, "%s%s", j > 0 ? "; " : "", group->names->str);
          if (group->group)
            g_string_append_printf (line, " (%s)", group->group);
        }
      g_string_append_printf (line, ": %s", shared->sentence);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }

  g_ptr_array_add (lines, NULL);
  g_hash_table_unref (gathered->by_text);
  g_ptr_array_unref (gathered->sentences);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

void
marmot_board_report_find_limits (MarmotBoardReport *self)
{
  Gathered gathered = {
    g_ptr_array_new_with_free_func (shared_free),
    g_hash_table_new (g_str_hash, g_str_equal),
  };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));

  for (guint i = 0; i < n; i++)
    {
      MarmotScorecardRow *row = marmot_scorecard_get_row (self->scorecard, i);
      MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
      MarmotObservation *o = marmot_scorecard_row_get_observation (row);

      if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED
          || marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_NO_TARGET)
        gather_indicator (&gathered, marmot_scorecard_row_get_current_reason (row), indicator);
      else if (marmot_scorecard_row_get_forecast (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED)
        gather_indicator (&gathered, "How the period will end. A percentage has no run rate, and the owner has "
                                     "supplied no profile.", indicator);
      if (o && !marmot_observation_get_period (o))
        gather_indicator (&gathered, "Which months the figures cover: the source does not say.", indicator);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);
      MarmotObservation *figure = marmot_comparison_get_observation (c);
      MarmotIndicator *indicator = marmot_observation_get_indicator (figure);

      if (marmot_comparison_get_relation (c) == MARMOT_RELATION_UNDETERMINED)
        {
          g_autofree char *pair = marmot_board_report_describe_pair (c);

          gather (&gathered, marmot_comparison_get_reason (c), pair, NULL);
        }
      if (marmot_comparison_spec_get_method (marmot_comparison_get_spec (c)) == MARMOT_COMPARISON_METHOD_VALUES
          && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
        gather_indicator (&gathered, "Whether a difference from a benchmark could be chance: no interval and no "
                                     "numbers were printed.", indicator);
      if (!marmot_comparison_get_same_period (c)
          && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
        gather_indicator (&gathered, "How the area stands to others in the same period: the figures are of "
                                     "different periods.", indicator);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);
      MarmotIndicator *indicator = marmot_observation_get_indicator (marmot_change_get_after (change));

      if (!marmot_observation_get_lower (marmot_change_get_after (change))
          && marmot_indicator_get_value_type (indicator) != MARMOT_VALUE_TYPE_COUNT)
        gather_indicator (&gathered, "Whether chance could explain the change: no limits were printed.", indicator);
    }

  self->cannot_be_said = gathered_finish (&gathered);
}

static void
ask (MarmotBoardReport *self,
     char *text)
{
  g_autoptr (MarmotAsk) item = g_object_new (MARMOT_TYPE_ASK, "text", text, NULL);

  g_list_store_append (self->asks, item);
  g_free (text);
}

void
marmot_board_report_find_asks (MarmotBoardReport *self)
{
  GListModel *printed = marmot_pack_get_asks (self->pack);
  g_autoptr (GString) unstated = g_string_new (NULL);
  guint n = g_list_model_get_n_items (printed);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotAsk) item = g_list_model_get_item (printed, i);

      g_list_store_append (self->asks, item);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));
  for (guint i = 0; i < n; i++)
    {
      MarmotScorecardRow *row = marmot_scorecard_get_row (self->scorecard, i);
      MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);

      if (marmot_scorecard_row_get_review_target (row))
        {
          MarmotTarget *target = marmot_scorecard_row_get_target (row);
          g_autofree char *value = marmot_value_to_string_thousands (marmot_target_get_value (target));
          g_autofree char *period = marmot_period_to_string (marmot_target_get_period (target));

          ask (self, g_strdup_printf ("Review the target of %s for %s (%s).", value, period,
                                      marmot_indicator_get_id (indicator)));
        }
      if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED
          && marmot_indicator_get_polarity (indicator) == MARMOT_POLARITY_UNSTATED)
        g_string_append_printf (unstated, "%s%s", unstated->len ? ", " : "", marmot_indicator_get_id (indicator));
    }
  if (unstated->len > 0)
    ask (self, g_strdup_printf ("Say which direction is good, so that they can be judged: %s.", unstated->str));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_DISAGREES)
        {
          g_autofree char *pair = marmot_board_report_describe_pair (c);

          ask (self, g_strdup_printf ("Correct \"%s\" (%s).", marmot_comparison_get_claimed (c), pair));
        }
    }
}

