/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What measures of people of several kinds have in common.
 */
#include "measure-private.h"

/* 1 January 1970, as GDate counts days; and the days of years of four figures. */
#define EPOCH 719163
#define LAST_JULIAN 3652059

#define ADULT 18

static gboolean
split_day (gint32 day,
           GDate *date)
{
  gint64 julian = (gint64) day + EPOCH;

  if (julian < 1 || julian > LAST_JULIAN)
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) julian);
  return TRUE;
}

gint32
cohort_add_months (gint32 day,
                   gint32 months)
{
  GDate date;

  if (!split_day (day, &date))
    return day;
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else if (g_date_get_year (&date) > (guint) -months / 12 + 1)
    g_date_subtract_months (&date, (guint) -months);
  return (gint32) ((gint64) g_date_get_julian (&date) - EPOCH);
}

gint32
cohort_collection_year (gint32 day)
{
  GDate date;

  if (!split_day (day, &date))
    return -1;
  return (gint32) g_date_get_year (&date) - (g_date_get_month (&date) < G_DATE_APRIL);
}

gboolean
cohort_spell_is_on (const CohortCount *count,
                    const LegalSpell *spell,
                    gint32 day)
{
  return spell->start <= day
         && (spell->end == LEGAL_NO_DATE || spell->end > day
             || (count->options->last_day_counts && spell->end == day && spell->end > spell->start));
}

const LegalSpell *
cohort_spell_on (const CohortCount *count,
                 gsize person,
                 gint32 day,
                 gboolean *is_short_break)
{
  const PersonColumns *people = count->people;

  *is_short_break = FALSE;
  /* Nobody is looked after from 18 on, whatever was left open. */
  if (people->birth[person] != LEGAL_NO_DATE
      && legal_age_on (people->birth[person], day, count->terms->leap_birthday) >= ADULT)
    return NULL;
  for (guint32 i = people->spell_starts[person]; i < people->spell_starts[person + 1]; i++)
    if (cohort_spell_is_on (count, &people->spells[i], day))
      {
        if (!people->spells[i].short_break)
          return &people->spells[i];
        *is_short_break = TRUE;
      }
  return NULL;
}

gboolean
cohort_check_age (CohortCount *count,
                  gsize row,
                  gsize person,
                  gint32 day)
{
  gint32 age = legal_age_on (count->people->birth[person], day, count->terms->leap_birthday);

  count->ages[row] = (gint16) MIN (age, G_MAXINT16);
  if (age < 0)
    count->codes[row] = COHORT_UNKNOWN;
  return age >= 0 && (count->any_age || (age >= count->from_age && age <= count->to_age));
}

guint8
cohort_not_recorded (const CohortCount *count)
{
  return count->options->unknown_counts && count->info->statistic == MARMOT_TALLY_STATISTIC_SHARE ? COHORT_OUT
                                                                                                 : COHORT_UNKNOWN;
}

gboolean
cohort_check_is_done (const CheckRow *check)
{
  return check->done != LEGAL_NO_DATE && (check->status == CHECK_COMPLETED || check->status == CHECK_STATUS_UNKNOWN);
}

void
cohort_evaluate (CohortCount *count,
                 gsize person,
                 gint32 day,
                 LegalAnswer *answer)
{
  LegalLife life;

  person_set_get_life (count->people, person, count->scratch, &life);
  legal_evaluate (&life, count->terms, legal_check (&life, count->terms), day, NULL, answer);
}

gboolean
cohort_working_days (const CohortCount *count,
                     gint32 start,
                     gint32 end,
                     int *n_days)
{
  GDate from, to;

  if (!split_day (start, &from) || !split_day (end, &to) || !marmot_calendar_knows_day (count->calendar, &from)
      || !marmot_calendar_knows_day (count->calendar, &to))
    return FALSE;
  *n_days = marmot_calendar_count_working_days (count->calendar, &from, &to, NULL);
  return TRUE;
}

gboolean
cohort_is_beyond (const CohortCount *count,
                  gint32 day)
{
  return count->people->covered_until != LEGAL_NO_DATE && day >= count->people->covered_until;
}
