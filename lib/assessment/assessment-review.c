/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When an assessment is to be reviewed, and how it stands with that.
 */
#include "assessment-index-private.h"

gboolean
marmot_assessment_get_review_window (MarmotAssessment *self,
                                     MarmotAssessmentTemplate *form,
                                     GDate *from,
                                     GDate *until)
{
  g_autoptr (GDate) completed = NULL;
  guint months;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), FALSE);
  g_return_val_if_fail (from != NULL && until != NULL, FALSE);

  months = marmot_assessment_template_get_review_until (form);
  g_date_clear (from, 1);
  g_date_clear (until, 1);
  if (months == 0 || !marmot_assessment_get_completed (self))
    return FALSE;
  completed = marmot_period_get_first_day (marmot_assessment_get_completed (self));
  *from = *completed;
  *until = *completed;
  g_date_add_months (from, marmot_assessment_template_get_review_from (form));
  g_date_add_months (until, months);
  return TRUE;
}

MarmotReviewState
marmot_assessment_review_state (MarmotAssessment *self,
                                MarmotAssessmentTemplate *form,
                                const GDate *day)
{
  g_autoptr (GDate) completed = NULL;
  GListStore *reviews;
  gboolean is_undated = FALSE;
  GDate from, until;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), MARMOT_REVIEW_STATE_UNKNOWN);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), MARMOT_REVIEW_STATE_UNKNOWN);
  g_return_val_if_fail (day != NULL && g_date_valid (day), MARMOT_REVIEW_STATE_UNKNOWN);

  if (marmot_assessment_template_get_review_until (form) == 0)
    return MARMOT_REVIEW_STATE_NONE;
  /* What was looked back upon before the assessment was completed anew was its old text. */
  if (marmot_assessment_get_completed (self))
    completed = marmot_period_get_first_day (marmot_assessment_get_completed (self));
  reviews = marmot_assessment_get_reviews (self);
  for (guint i = 0; i < assessment_count (reviews); i++)
    {
      MarmotPeriod *done = marmot_assessment_review_get_done (assessment_item (reviews, i));
      g_autoptr (GDate) when = done ? marmot_period_get_first_day (done) : NULL;

      if (when && g_date_compare (when, day) <= 0 && (!completed || g_date_compare (when, completed) >= 0))
        return MARMOT_REVIEW_STATE_DONE;
      is_undated |= !done && assessment_is_there (marmot_assessment_review_get_text (assessment_item (reviews, i)));
    }
  if (!marmot_assessment_get_review_window (self, form, &from, &until))
    return MARMOT_REVIEW_STATE_UNKNOWN;
  if (g_date_compare (day, &from) < 0)
    return MARMOT_REVIEW_STATE_NOT_DUE;
  if (is_undated)
    return MARMOT_REVIEW_STATE_UNDATED;
  return g_date_compare (day, &until) <= 0 ? MARMOT_REVIEW_STATE_DUE : MARMOT_REVIEW_STATE_OVERDUE;
}
