/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules that look at one row at a time.
 */
#include "check-private.h"

#define EPISODES MARMOT_CARE_TABLE_EPISODES

static gsize
count_rows (const CheckYear *self)
{
  return self->tables[EPISODES]->n_rows;
}

void
check_start_is_no_date (CheckYear *self)
{
  const gint32 *starts = check_episodes (self, CARE_DECOM);

  for (gsize row = 0; row < count_rows (self); row++)
    if (starts[row] == CARE_BAD_DATE)
      check_fail (self, EPISODES, row);
}

void
check_end_and_reason_apart (CheckYear *self)
{
  const gint32 *ends = check_episodes (self, CARE_DEC);
  const gint32 *reasons = check_episodes (self, CARE_REC);

  for (gsize row = 0; row < count_rows (self); row++)
    if ((ends[row] == EPISODE_NO_DATE) != (reasons[row] < 0))
      check_fail (self, EPISODES, row);
}

void
check_no_days (CheckYear *self)
{
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);

  for (gsize row = 0; row < count_rows (self); row++)
    if (check_is_day (ends[row]) && ends[row] == starts[row])
      check_fail (self, EPISODES, row);
}

void
check_backwards (CheckYear *self)
{
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);

  for (gsize row = 0; row < count_rows (self); row++)
    if (check_is_day (ends[row]) && ends[row] < starts[row])
      check_fail (self, EPISODES, row);
}

void
check_after_the_year (CheckYear *self)
{
  const gint32 *ends = check_episodes (self, CARE_DEC);

  for (gsize row = 0; row < count_rows (self); row++)
    if (ends[row] > self->last_day)
      check_fail (self, EPISODES, row);
}

void
check_before_a_day (CheckYear *self)
{
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  gint32 day = EPISODE_NO_DATE;

  check_parse_day (marmot_episode_rule_get_before (self->rule), &day);
  for (gsize row = 0; row < count_rows (self); row++)
    if (check_is_day (starts[row]) && starts[row] < day)
      check_fail (self, EPISODES, row);
}

void
check_opens_temporary (CheckYear *self)
{
  const gint32 *places = check_episodes (self, CARE_PLACE);
  const gint32 *reasons = check_episodes (self, CARE_RNE);

  for (gsize row = 0; row < count_rows (self); row++)
    {
      gint32 reason = check_meaning (self->codes->rne, reasons[row]);

      if (check_meaning (self->codes->place, places[row]) >= 0 && reason != CHECK_RNE_P && reason != CHECK_RNE_B)
        check_fail (self, EPISODES, row);
    }
}

void
check_closes_temporary (CheckYear *self)
{
  const gint32 *places = check_episodes (self, CARE_PLACE);
  const gint32 *reasons = check_episodes (self, CARE_REC);

  for (gsize row = 0; row < count_rows (self); row++)
    if (check_meaning (self->codes->place, places[row]) >= 0 && reasons[row] >= 0
        && self->codes->rec[reasons[row]] != CHECK_REC_X1)
      check_fail (self, EPISODES, row);
}

void
check_short_break_too_long (CheckYear *self)
{
  const gint32 *statuses = check_episodes (self, CARE_LS);
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);
  gint64 days = marmot_episode_rule_get_days (self->rule);

  for (gsize row = 0; row < count_rows (self); row++)
    {
      gint32 end = ends[row] == EPISODE_NO_DATE ? self->last_day : ends[row];

      if (check_meaning (self->codes->ls, statuses[row]) == CHECK_LS_V3 && check_is_day (starts[row])
          && check_is_day (end) && (gint64) end - starts[row] > days)
        check_fail (self, EPISODES, row);
    }
}

void
check_temporary_too_long (CheckYear *self)
{
  const gint32 *places = check_episodes (self, CARE_PLACE);
  const gint32 *starts = check_episodes (self, CARE_DECOM);
  const gint32 *ends = check_episodes (self, CARE_DEC);
  gint64 days = marmot_episode_rule_get_days (self->rule);

  for (gsize row = 0; row < count_rows (self); row++)
    if (check_meaning (self->codes->place, places[row]) == CHECK_PLACE_T4 && check_is_day (starts[row])
        && check_is_day (ends[row]) && (gint64) ends[row] - starts[row] > days)
      check_fail (self, EPISODES, row);
}
