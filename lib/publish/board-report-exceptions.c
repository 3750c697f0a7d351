/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a board should see first: one exception an indicator, the weightiest first.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "board-report-private.h"

/* An exception in the making: all that is the matter with one indicator. */
typedef struct
{
  MarmotIndicator *indicator;
  MarmotExceptionKind kind;
  double size;
  guint order;
  char *headline;
  GString *detail;
} Trouble;

static void
trouble_free (gpointer data)
{
  Trouble *trouble = data;

  g_free (trouble->headline);
  g_string_free (trouble->detail, TRUE);
  g_free (trouble);
}

/* Takes the headline. */
static void
add_trouble (GPtrArray *troubles,
             GHashTable *by_indicator,
             MarmotIndicator *indicator,
             MarmotExceptionKind kind,
             double size,
             char *headline,
             const char *detail)
{
  Trouble *trouble = g_hash_table_lookup (by_indicator, indicator);
  gboolean weightier;

  if (!trouble)
    {
      trouble = g_new0 (Trouble, 1);
      trouble->indicator = indicator;
      trouble->kind = kind;
      trouble->size = size;
      trouble->order = troubles->len;
      trouble->headline = headline;
      trouble->detail = g_string_new (detail);
      g_ptr_array_add (troubles, trouble);
      g_hash_table_insert (by_indicator, indicator, trouble);
      return;
    }

  weightier = kind < trouble->kind || (kind == trouble->kind && size > trouble->size);
  if (weightier)
    {
      /* The weightiest leads, with its reason; what was there before follows. */
      g_autofree char *rest = g_strdup_printf ("%s %s", trouble->headline, trouble->detail->str);

      g_free (trouble->headline);
      trouble->headline = headline;
      trouble->kind = kind;
      trouble->size = size;
      g_string_printf (trouble->detail, "%s %s", detail, rest);
      return;
    }

  g_string_append_printf (trouble->detail, " %s", headline);
  /* Two troubles may rest on one comparison, which is explained once. */
  if (!strstr (trouble->detail->str, detail))
    g_string_append_printf (trouble->detail, " %s", detail);
  g_free (headline);
}

static int
compare_troubles (gconstpointer a,
                  gconstpointer b)
{
  const Trouble *x = *(Trouble * const *) a;
  const Trouble *y = *(Trouble * const *) b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

static char *
print_with_unit (MarmotIndicator *indicator,
                 MarmotValue *value)
{
  g_autofree char *text = marmot_value_to_string_thousands (value);

  if (marmot_value_is_percent (value))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", text, marmot_indicator_get_unit (indicator));
}

static void
weigh_comparison (MarmotBoardReport *self,
                  MarmotComparison *c,
                  GPtrArray *troubles,
                  GHashTable *by_indicator)
{
  MarmotObservation *figure = marmot_comparison_get_observation (c);
  MarmotObservation *benchmark = marmot_comparison_get_benchmark (c);
  MarmotIndicator *indicator = marmot_observation_get_indicator (figure);
  MarmotArea *area = marmot_observation_get_area (figure);
  MarmotArea *other = marmot_observation_get_area (benchmark);
  gboolean by_interval
    = marmot_comparison_spec_get_method (marmot_comparison_get_spec (c)) == MARMOT_COMPARISON_METHOD_INTERVAL;

  if (area != marmot_pack_get_area (self->pack))
    return;

  if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_DISAGREES)
    {
      g_autofree char *detail = g_strdup_printf ("The source says \"%s\". %s", marmot_comparison_get_claimed (c),
                                                 marmot_comparison_get_reason (c));

      add_trouble (troubles, by_indicator, indicator, MARMOT_EXCEPTION_KIND_CLAIM_DISAGREES, 0,
                   g_strdup_printf ("%s: what the source says of %s and %s is not what its figures show.",
                                    marmot_indicator_get_name (indicator), marmot_area_get_name (area),
                                    marmot_area_get_name (other)),
                   detail);
    }

  if (marmot_comparison_get_judgement (c) == MARMOT_JUDGEMENT_WORSE)
    {
      double base = fabs (marmot_value_get_number (marmot_observation_get_value (benchmark)));
      double difference = fabs (marmot_value_get_number (marmot_comparison_get_difference (c)));
      g_autofree char *mine = print_with_unit (indicator, marmot_observation_get_value (figure));
      g_autofree char *theirs = marmot_value_to_string_thousands (marmot_observation_get_value (benchmark));
      gboolean higher = marmot_comparison_get_relation (c) == MARMOT_RELATION_HIGHER;

      add_trouble (troubles, by_indicator, indicator,
                   by_interval ? MARMOT_EXCEPTION_KIND_WORSE : MARMOT_EXCEPTION_KIND_BEHIND,
                   base > 0 ? difference / base : 0,
                   g_strdup_printf ("%s: %s, %s, is %s than %s, %s.", marmot_indicator_get_name (indicator),
                                    marmot_area_get_name (area), mine, higher ? "higher" : "lower",
                                    marmot_area_get_name (other), theirs),
                   marmot_comparison_get_reason (c));
    }
}

static void
weigh_row (MarmotScorecardRow *row,
           GPtrArray *troubles,
           GHashTable *by_indicator)
{
  MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
  MarmotValue *expected = marmot_scorecard_row_get_expected (row);
  MarmotValue *to_date = marmot_scorecard_row_get_to_date (row);

  if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_BEHIND && expected && to_date)
    {
      double wanted = marmot_value_get_number (expected);
      double short_by = fabs (marmot_value_get_number (to_date) - wanted);
      gboolean has_forecast = marmot_scorecard_row_get_forecast_rule (row) != MARMOT_FORECAST_RULE_NONE;
      g_autofree char *detail
        = g_strjoin (" ", marmot_scorecard_row_get_current_reason (row),
                     has_forecast ? marmot_scorecard_row_get_forecast_reason (row) : NULL, NULL);

      add_trouble (troubles, by_indicator, indicator, MARMOT_EXCEPTION_KIND_BEHIND,
                   wanted != 0 ? short_by / fabs (wanted) : 0,
                   g_strdup_printf ("%s (%s) is behind its target.", marmot_indicator_get_name (indicator),
                                    marmot_indicator_get_id (indicator)),
                   detail);
    }

  if (marmot_scorecard_row_get_review_target (row))
    add_trouble (troubles, by_indicator, indicator, MARMOT_EXCEPTION_KIND_TARGET_REVIEW,
                 marmot_value_get_number (marmot_scorecard_row_get_progress (row)),
                 g_strdup_printf ("The target of %s (%s) asks to be reviewed.",
                                  marmot_indicator_get_name (indicator), marmot_indicator_get_id (indicator)),
                 marmot_scorecard_row_get_review_reason (row));
}

void
marmot_board_report_find_exceptions (MarmotBoardReport *self)
{
  g_autoptr (GPtrArray) troubles = g_ptr_array_new_with_free_func (trouble_free);
  g_autoptr (GHashTable) by_indicator = g_hash_table_new (NULL, NULL);
  guint n;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));
  for (guint i = 0; i < n; i++)
    weigh_row (marmot_scorecard_get_row (self->scorecard, i), troubles, by_indicator);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      weigh_comparison (self, c, troubles, by_indicator);
    }

  g_ptr_array_sort (troubles, compare_troubles);
  for (guint i = 0; i < troubles->len; i++)
    {
      Trouble *trouble = troubles->pdata[i];
      g_autoptr (MarmotReportException) exception
        = g_object_new (MARMOT_TYPE_REPORT_EXCEPTION, "kind", trouble->kind, "indicator", trouble->indicator,
                        "headline", trouble->headline, "detail", trouble->detail->str, NULL);

      g_list_store_append (self->exceptions, exception);
    }
}

