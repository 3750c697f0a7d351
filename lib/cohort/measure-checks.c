/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Dated checks of health: assessments when they are due, and consultations by how long they
 * took.
 *
 * The Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959),
 * regulation 7: an assessment on coming into care, and a review of health at least once in
 * every six months before the fifth birthday, and in every twelve from it on.
 */
#include "measure-private.h"

#define FIFTH 5
#define MONTHS_UNDER_FIVE 6
#define MONTHS_FROM_FIVE 12

static gboolean
is_assessment (const CheckRow *check)
{
  return (check->kind == CHECK_INITIAL_HEALTH || check->kind == CHECK_REVIEW_HEALTH) && cohort_check_is_done (check);
}

/* --- in the twelve months up to a day -------------------------------------------------- */

COHORT_COUNTER (cohort_count_checked_in_year)
{
  const PersonColumns *people = count->people;
  gint32 first = cohort_add_months (count->day + 1, -12);

  for (gsize person = 0; person < count->n_rows; person++)
    {
      if (!cohort_check_year_in_care (count, person))
        continue;
      count->codes[person] = COHORT_OUT;
      for (guint32 i = people->check_starts[person]; i < people->check_starts[person + 1]; i++)
        if (people->checks[i].kind == count->info->argument && cohort_check_is_done (&people->checks[i])
            && people->checks[i].done >= first && people->checks[i].done <= count->day)
          count->codes[person] = COHORT_IN;
    }
  return TRUE;
}

/* --- reviews on time ------------------------------------------------------------------- */

/* The last day on which the review is in time that follows an assessment. */
static gint32
find_due (const CohortCount *count,
          gsize person,
          gint32 seen)
{
  gint32 fifth = legal_birthday (count->people->birth[person], FIFTH, count->terms->leap_birthday);
  gint32 half = cohort_add_months (seen, MONTHS_UNDER_FIVE);

  return half < fifth ? half : cohort_add_months (seen, MONTHS_FROM_FIVE);
}

/* From one assessment to the next, in the order in which they were done; the first one is the
 * initial one, and where there is none a review is due as if it had been on the first day of
 * care. */
static guint8
judge_review (const CohortCount *count,
              gsize person,
              const LegalSpell *spell)
{
  const PersonColumns *people = count->people;
  guint8 code = COHORT_EXCLUDED_FOR (REVIEW_REASON_NONE_DUE);
  gint32 seen = LEGAL_NO_DATE;

  for (guint32 i = people->check_starts[person]; i < people->check_starts[person + 1]; i++)
    {
      const CheckRow *check = &people->checks[i];

      if (!is_assessment (check) || check->done < spell->start || check->done > count->day || check->done == seen)
        continue;
      if (seen != LEGAL_NO_DATE)
        {
          gint32 due = find_due (count, person, seen);

          /* One that came late is of a day that is over in any case. */
          if (check->done <= due)
            code = due <= count->day ? COHORT_IN : code;
          else
            code = COHORT_OUT;
        }
      seen = check->done;
    }
  if (find_due (count, person, seen != LEGAL_NO_DATE ? seen : spell->start) <= count->day)
    code = COHORT_OUT;
  return code;
}

COHORT_COUNTER (cohort_count_reviews_on_time)
{
  for (gsize person = 0; person < count->n_rows; person++)
    {
      gboolean is_short_break;
      const LegalSpell *spell = cohort_spell_on (count, person, count->day, &is_short_break);

      if ((!spell && !is_short_break) || !cohort_check_age (count, person, person, count->day))
        continue;
      count->codes[person] = cohort_is_beyond (count, count->day) ? COHORT_NOT_COVERED
                             : !spell ? COHORT_EXCLUDED_FOR (REVIEW_REASON_SHORT_BREAKS)
                                      : judge_review (count, person, spell);
    }
  return TRUE;
}

/* --- initial assessments --------------------------------------------------------------- */

/* The days of the initial assessments of a person, in order. */
static void
list_initial (const CohortCount *count,
              gsize person,
              GArray *days)
{
  const PersonColumns *people = count->people;

  g_array_set_size (days, 0);
  for (guint32 i = people->check_starts[person]; i < people->check_starts[person + 1]; i++)
    if (people->checks[i].kind == CHECK_INITIAL_HEALTH && cohort_check_is_done (&people->checks[i]))
      g_array_append_val (days, people->checks[i].done);
}

/* The first of them in a period of care; LEGAL_NO_DATE for none. */
static gint32
find_initial (const GArray *days,
              const LegalSpell *spell)
{
  guint low = 0, high = days->len;
  gint32 first;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, gint32, middle) < spell->start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == days->len)
    return LEGAL_NO_DATE;
  first = g_array_index (days, gint32, low);
  return spell->end == LEGAL_NO_DATE || first < spell->end ? first : LEGAL_NO_DATE;
}

/* Whether the due day is before a day that something else came to an end on; a day that the
 * calendar does not know is after all that it knows. */
static gboolean
is_due_before (const CohortCount *count,
               gint32 start,
               gint32 end,
               int limit,
               gboolean *is_known)
{
  /* In so many days there are enough working days, whatever the holidays: what is later need
   * not be known to the calendar. */
  gint32 enough = start + 2 * limit + 60;
  int n_days;

  if (end == LEGAL_NO_DATE)
    return TRUE;
  if (end <= start)
    return FALSE;
  /* Working days after the start, up to and with the day before: the due day is the last one
   * with as many as the limit. */
  if (!cohort_working_days (count, start, MIN (end - 1, enough), &n_days))
    {
      *is_known = FALSE;
      return FALSE;
    }
  return n_days >= limit;
}

static guint8
judge_initial (const CohortCount *count,
               const GArray *days,
               const LegalSpell *spell)
{
  int limit = (int) (count->options->working_days ? MIN (count->options->working_days, 10000u) : count->info->limit);
  gboolean is_known = TRUE;
  gint32 done;

  if (spell->short_break)
    return COHORT_EXCLUDED_FOR (INITIAL_REASON_SHORT_BREAKS);
  if (!is_due_before (count, spell->start, count->people->covered_until, limit, &is_known))
    return is_known ? COHORT_EXCLUDED_FOR (INITIAL_REASON_NOT_DUE) : COHORT_UNKNOWN;
  done = find_initial (days, spell);
  if (done == LEGAL_NO_DATE)
    {
      if (is_due_before (count, spell->start, spell->end, limit, &is_known))
        return COHORT_OUT;
      return is_known ? COHORT_EXCLUDED_FOR (INITIAL_REASON_LEFT) : COHORT_UNKNOWN;
    }
  /* The weekend after the due day is after it. */
  if (is_due_before (count, spell->start, done, limit, &is_known))
    return COHORT_OUT;
  return is_known ? COHORT_IN : COHORT_UNKNOWN;
}

COHORT_COUNTER (cohort_count_initial_on_time)
{
  const PersonColumns *people = count->people;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gsize person = 0; person < people->n_people; person++)
    {
      list_initial (count, person, days);
      for (guint32 row = people->spell_starts[person]; row < people->spell_starts[person + 1]; row++)
        {
          const LegalSpell *spell = &people->spells[row];

          if (spell->start >= count->from && spell->start < count->until
              && cohort_check_age (count, row, person, spell->start))
            count->codes[row] = judge_initial (count, days, spell);
        }
    }
  return TRUE;
}

/* --- consultations --------------------------------------------------------------------- */

/* Values of the key "wait", and the last week of each. */
enum
{
  WAIT_NONE,
  WAIT_4_WEEKS,
  WAIT_8_WEEKS,
  WAIT_12_WEEKS,
  WAIT_LONGER,
  WAITING
};

/* Whether a consultation was asked for in the period and counts. */
static gboolean
check_consultation (CohortCount *count,
                    gsize row)
{
  const CheckRow *check = &count->people->checks[row];

  if (check->kind != CHECK_CONSULTATION || check->due == LEGAL_NO_DATE || check->due < count->from
      || check->due >= count->until || !cohort_check_age (count, row, count->person_of[row], check->due))
    return FALSE;
  if (check->status == CHECK_REFUSED || check->status == CHECK_CANCELLED)
    count->codes[row] = COHORT_EXCLUDED_FOR (CONSULTATION_REASON_REFUSED);
  else if (cohort_check_is_done (check) && check->done < check->due)
    count->codes[row] = COHORT_EXCLUDED_FOR (CONSULTATION_REASON_BEFORE);
  else
    return TRUE;
  return FALSE;
}

COHORT_COUNTER (cohort_count_consultations)
{
  for (gsize row = 0; row < count->n_rows; row++)
    {
      const CheckRow *check = &count->people->checks[row];
      gint32 days;

      if (!check_consultation (count, row))
        continue;
      count->codes[row] = cohort_is_beyond (count, check->due) ? COHORT_NOT_COVERED : COHORT_IN;
      days = check->done - check->due;
      count->keys[row] = !cohort_check_is_done (check) ? WAITING
                         : days <= 28                  ? WAIT_4_WEEKS
                         : days <= 56                  ? WAIT_8_WEEKS
                         : days <= 84                  ? WAIT_12_WEEKS
                                                       : WAIT_LONGER;
    }
  return TRUE;
}

COHORT_COUNTER (cohort_count_consultation_within)
{
  gint32 limit = 7 * (gint32) (count->options->weeks ? MIN (count->options->weeks, 5000u) : count->info->limit);

  for (gsize row = 0; row < count->n_rows; row++)
    {
      const CheckRow *check = &count->people->checks[row];

      if (!check_consultation (count, row))
        continue;
      if (cohort_is_beyond (count, check->due + limit))
        count->codes[row] = COHORT_EXCLUDED_FOR (CONSULTATION_REASON_NOT_DUE);
      else
        count->codes[row] = cohort_check_is_done (check) && check->done - check->due <= limit ? COHORT_IN : COHORT_OUT;
    }
  return TRUE;
}
