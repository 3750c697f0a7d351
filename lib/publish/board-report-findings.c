/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where the figures of a report, or the words beside them, do not fit together.
 */
#include <marmot/marmot.h>

#include "board-report-private.h"

/* Findings on published figures: they may quote them. */
void
marmot_board_report_add_finding (MarmotBoardReport *self,
             MarmotSeverity severity,
             const char *rule,
             const char *source,
             guint line,
             const char *message,
             const char *fix)
{
  g_ptr_array_add (self->findings,
                   marmot_finding_new_published (rule, severity, source, line, NULL, NULL, message, fix));
}

char *
marmot_board_report_describe_pair (MarmotComparison *c)
{
  MarmotObservation *figure = marmot_comparison_get_observation (c);
  MarmotObservation *benchmark = marmot_comparison_get_benchmark (c);

  return g_strdup_printf ("%s, %s and %s", marmot_indicator_get_name (marmot_observation_get_indicator (figure)),
                          marmot_area_get_name (marmot_observation_get_area (figure)),
                          marmot_area_get_name (marmot_observation_get_area (benchmark)));
}

static void
check_comparison (MarmotBoardReport *self,
                  MarmotComparison *c)
{
  g_autofree char *pair = marmot_board_report_describe_pair (c);

  if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_DISAGREES)
    {
      g_autofree char *message
        = g_strdup_printf ("%s: the source says \"%s\". %s", pair, marmot_comparison_get_claimed (c),
                           marmot_comparison_get_reason (c));

      marmot_board_report_add_finding (self, MARMOT_SEVERITY_ERROR, "report/label-disagrees", marmot_comparison_get_claim_source (c),
                   marmot_comparison_get_claim_line (c), message,
                   "Correct the words, or the figures, before they are used again");
    }
  else if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_CANNOT_TELL)
    {
      g_autofree char *message
        = g_strdup_printf ("%s: the source says \"%s\", which these figures cannot show. %s", pair,
                           marmot_comparison_get_claimed (c), marmot_comparison_get_reason (c));

      marmot_board_report_add_finding (self, MARMOT_SEVERITY_WARNING, "report/label-not-shown", marmot_comparison_get_claim_source (c),
                   marmot_comparison_get_claim_line (c), message, "Give the figures with more decimals, or their interval");
    }

  if (!marmot_comparison_get_same_period (c)
      && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
    {
      MarmotObservation *figure = marmot_comparison_get_observation (c);
      MarmotPeriod *p = marmot_observation_get_period (figure);
      MarmotPeriod *q = marmot_observation_get_period (marmot_comparison_get_benchmark (c));
      g_autofree char *mine = p ? marmot_period_to_string (p) : g_strdup ("a period not stated");
      g_autofree char *theirs = q ? marmot_period_to_string (q) : g_strdup ("a period not stated");
      g_autofree char *message
        = g_strdup_printf ("%s: the one figure is of %s, the other of %s", pair, mine, theirs);

      marmot_board_report_add_finding (self, MARMOT_SEVERITY_WARNING, "report/periods-differ", marmot_observation_get_source (figure),
                   marmot_observation_get_line (figure), message, "Compare figures of one period, or say that they are not");
    }
}

static void
check_row (MarmotBoardReport *self,
           MarmotScorecardRow *row)
{
  MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
  MarmotTarget *target = marmot_scorecard_row_get_target (row);

  if (marmot_scorecard_row_get_review_target (row))
    {
      g_autofree char *value = marmot_value_to_string_thousands (marmot_target_get_value (target));
      g_autofree char *period = marmot_period_to_string (marmot_target_get_period (target));
      g_autofree char *message
        = g_strdup_printf ("%s: the target of %s for %s asks to be reviewed. %s",
                           marmot_indicator_get_id (indicator), value, period,
                           marmot_scorecard_row_get_review_reason (row));

      marmot_board_report_add_finding (self, MARMOT_SEVERITY_WARNING, "report/review-target", marmot_target_get_source (target),
                   marmot_target_get_line (target), message, "Ask the owner for a target that can still be missed");
    }
}

void
marmot_board_report_find_findings (MarmotBoardReport *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      check_comparison (self, c);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));
  for (guint i = 0; i < n; i++)
    check_row (self, marmot_scorecard_get_row (self->scorecard, i));
}
