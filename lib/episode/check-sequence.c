/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules that look at the episodes of a child one after another.
 *
 * What came before is the episode just before, whose codes and dates most rules ask for;
 * overlaps are looked for against all earlier ones, by the latest end of any, so that a
 * long one is not lost behind a short one.
 */
#include "check-private.h"

#define EPISODES MARMOT_CARE_TABLE_EPISODES

/* What is asked of two episodes of a child, one just before the other. */
typedef gboolean (*IsWrong) (const CheckYear *self,
                             guint32          before,
                             guint32          row);

static void
check_pairs (CheckYear *self,
             IsWrong is_wrong)
{
  const CheckOrder *order = check_year_get_order (self);

  for (gsize child = 0; child < self->n_children; child++)
    for (guint32 i = order->starts[child] + 1; i < order->starts[child + 1]; i++)
      if (is_wrong (self, order->rows[i - 1], order->rows[i]))
        check_fail (self, EPISODES, order->rows[i]);
}

static inline gint32
rne_of (const CheckYear *self,
        guint32 row)
{
  return check_meaning (self->codes->rne, check_episodes (self, CARE_RNE)[row]);
}

static inline gint32
rec_of (const CheckYear *self,
        guint32 row)
{
  return check_meaning (self->codes->rec, check_episodes (self, CARE_REC)[row]);
}

/* Whether care ceases with an episode. */
static inline gboolean
is_leaving (const CheckYear *self,
            guint32 row)
{
  gint32 code = check_episodes (self, CARE_REC)[row];

  return code >= 0 && self->codes->leaves[code];
}

void
check_not_closed (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const gint32 *ends = check_episodes (self, CARE_DEC);
  const gint32 *reasons = check_episodes (self, CARE_REC);

  for (gsize child = 0; child < self->n_children; child++)
    for (guint32 i = order->starts[child]; i + 1 < order->starts[child + 1]; i++)
      if (ends[order->rows[i]] == EPISODE_NO_DATE || reasons[order->rows[i]] < 0)
        check_fail (self, EPISODES, order->rows[i]);
}

void
check_first_is_no_start (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const gint32 *starts = check_episodes (self, CARE_DECOM);

  for (gsize child = 0; child < self->n_children; child++)
    {
      guint32 first = order->starts[child];

      if (first < order->starts[child + 1] && starts[order->rows[first]] >= self->first_day
          && rne_of (self, order->rows[first]) != CHECK_RNE_S)
        check_fail (self, EPISODES, order->rows[first]);
    }
}

void
check_goes_on_or_not (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);

  for (gsize child = 0; child < self->n_children; child++)
    for (guint32 i = order->starts[child]; i < order->starts[child + 1]; i++)
      {
        guint32 row = order->rows[i];
        gboolean goes_on = rec_of (self, row) == CHECK_REC_X1;
        gboolean is_wrong;

        if (i + 1 == order->starts[child + 1])
          is_wrong = goes_on && check_is_day (ends[row]);
        else if (starts[order->rows[i + 1]] == ends[row])
          is_wrong = is_leaving (self, row);
        else
          is_wrong = goes_on;
        if (is_wrong)
          check_fail (self, EPISODES, row);
      }
}

static gboolean
is_start_inside (const CheckYear *self,
                 guint32 before,
                 guint32 row)
{
  gint32 end = check_episodes (self, CARE_DEC)[before];

  return rne_of (self, row) == CHECK_RNE_S && check_is_day (end) && check_episodes (self, CARE_DECOM)[row] <= end;
}

void
check_start_inside (CheckYear *self)
{
  check_pairs (self, is_start_inside);
}

static gboolean
is_no_start_after_leaving (const CheckYear *self,
                           guint32 before,
                           guint32 row)
{
  return is_leaving (self, before) && rne_of (self, row) != CHECK_RNE_S;
}

void
check_no_start_after_leaving (CheckYear *self)
{
  check_pairs (self, is_no_start_after_leaving);
}

static gboolean
is_on_another_day (const CheckYear *self,
                   guint32 before,
                   guint32 row)
{
  return rne_of (self, row) > CHECK_RNE_S
         && check_episodes (self, CARE_DEC)[before] != check_episodes (self, CARE_DECOM)[row];
}

void
check_another_day (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const gint32 *children = check_episodes (self, CARE_CHILD);
  const gint32 *starts = check_episodes (self, CARE_DECOM);

  check_pairs (self, is_on_another_day);

  /* An episode without a start is on no day, if the child has others. */
  for (guint32 row = 0; row < self->tables[EPISODES]->n_rows; row++)
    if (!check_is_day (starts[row]) && children[row] >= 0
        && order->starts[children[row] + 1] > order->starts[children[row]] && rne_of (self, row) > CHECK_RNE_S)
      check_fail (self, EPISODES, row);
}

static gboolean
is_same (const CheckYear *self,
         CareColumn column,
         guint32 a,
         guint32 b)
{
  const gint32 *values = check_episodes (self, column);

  /* Two blanks are equal. */
  return values[a] == values[b];
}

static gboolean
is_same_place (const CheckYear *self,
               guint32 a,
               guint32 b)
{
  return is_same (self, CARE_PLACE, a, b) && is_same (self, CARE_PL_POST, a, b) && is_same (self, CARE_URN, a, b)
         && is_same (self, CARE_PLACE_PROVIDER, a, b);
}

static gboolean
is_not_status_alone (const CheckYear *self,
                     guint32 before,
                     guint32 row)
{
  return rne_of (self, row) == CHECK_RNE_L
         && (is_same (self, CARE_LS, before, row) || !is_same_place (self, before, row));
}

void
check_not_status_alone (CheckYear *self)
{
  check_pairs (self, is_not_status_alone);
}

static gboolean
is_not_placement_alone (const CheckYear *self,
                        guint32 before,
                        guint32 row)
{
  gint32 reason = rne_of (self, row);

  return (reason == CHECK_RNE_P || reason == CHECK_RNE_T)
         && (!is_same (self, CARE_LS, before, row) || is_same_place (self, before, row));
}

void
check_not_placement_alone (CheckYear *self)
{
  check_pairs (self, is_not_placement_alone);
}

static gboolean
is_not_both (const CheckYear *self,
             guint32 before,
             guint32 row)
{
  gint32 reason = rne_of (self, row);

  return (reason == CHECK_RNE_B || reason == CHECK_RNE_U)
         && (is_same (self, CARE_LS, before, row) || is_same_place (self, before, row));
}

void
check_not_both (CheckYear *self)
{
  check_pairs (self, is_not_both);
}

void
check_follows_the_last (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);

  for (gsize child = 0; child < self->n_children; child++)
    for (guint32 i = order->starts[child]; i + 1 < order->starts[child + 1]; i++)
      {
        gint32 reason = rec_of (self, order->rows[i]);

        if (reason == CHECK_REC_E2 || reason == CHECK_REC_E15)
          check_fail (self, EPISODES, order->rows[i]);
      }
}

void
check_overlap (CheckYear *self)
{
  const CheckOrder *order = check_year_get_order (self);
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);

  for (gsize child = 0; child < self->n_children; child++)
    {
      gint32 until = EPISODE_NO_DATE;

      for (guint32 i = order->starts[child]; i < order->starts[child + 1]; i++)
        {
          guint32 row = order->rows[i];

          if (starts[row] < until)
            check_fail (self, EPISODES, row);
          until = MAX (until, ends[row]);
        }
    }
}

static gboolean
is_of_another_need (const CheckYear *self,
                    guint32 before,
                    guint32 row)
{
  return rec_of (self, before) == CHECK_REC_X1
         && check_episodes (self, CARE_DEC)[before] == check_episodes (self, CARE_DECOM)[row]
         && !is_same (self, CARE_CIN, before, row);
}

void
check_need_changes (CheckYear *self)
{
  check_pairs (self, is_of_another_need);
}
