/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Health of children in care as the return has it (OC2): of those who had been looked after
 * for twelve months, one row a year.
 */
#include "measure-private.h"

static const HealthYear *
find_year (const CohortCount *count,
           gsize person)
{
  const PersonColumns *people = count->people;

  for (guint32 i = people->health_starts[person]; i < people->health_starts[person + 1]; i++)
    if (people->health[i].year == count->year)
      return &people->health[i];
  return NULL;
}

/* Whether anybody has a row of the year; otherwise nobody has been asked. */
static gboolean
is_year_there (const CohortCount *count)
{
  const PersonColumns *people = count->people;

  for (guint32 i = 0; i < people->health_starts[people->n_people]; i++)
    if (people->health[i].year == count->year)
      return TRUE;
  return FALSE;
}

/* What the year says of a child of the cohort. */
typedef guint8 (*Judge) (CohortCount      *count,
                         gsize             person,
                         const HealthYear *year);

static gboolean
count_cohort (CohortCount *count,
              Judge judge)
{
  gboolean has_year = is_year_there (count);

  for (gsize person = 0; person < count->n_rows; person++)
    {
      const HealthYear *year;

      if (!cohort_check_year_in_care (count, person))
        continue;
      year = find_year (count, person);
      if (!has_year)
        count->codes[person] = COHORT_NOT_COVERED;
      else
        count->codes[person] = year ? judge (count, person, year) : cohort_not_recorded (count);
    }
  return TRUE;
}

static guint8
judge_flag (const CohortCount *count,
            int flag)
{
  return flag > 0 ? COHORT_IN : flag == 0 ? COHORT_OUT : cohort_not_recorded (count);
}

static guint8
judge_health_flag (CohortCount *count,
                   gsize person,
                   const HealthYear *year)
{
  return judge_flag (count, year->flags[count->info->argument]);
}

COHORT_COUNTER (cohort_count_health_flag)
{
  return count_cohort (count, judge_health_flag);
}

/* Of those with a problem alone. Whoever received an intervention did not refuse it, and the
 * other way round: the return leaves the second question blank. */
static guint8
judge_intervention (CohortCount *count,
                    gsize person,
                    const HealthYear *year)
{
  HealthFlag other = count->info->argument == HEALTH_RECEIVED ? HEALTH_OFFERED : HEALTH_RECEIVED;

  if (year->flags[HEALTH_SUBSTANCE] == 0)
    return COHORT_NOT_ASKED;
  if (year->flags[HEALTH_SUBSTANCE] < 0)
    return COHORT_UNKNOWN;
  if (year->flags[count->info->argument] < 0 && year->flags[other] == 1)
    return COHORT_OUT;
  return judge_flag (count, year->flags[count->info->argument]);
}

COHORT_COUNTER (cohort_count_intervention)
{
  return count_cohort (count, judge_intervention);
}

/* --- strengths and difficulties ------------------------------------------------------- */

static guint8
judge_returned (CohortCount *count,
                gsize person,
                const HealthYear *year)
{
  return year->sdq_score >= 0 ? COHORT_IN : COHORT_OUT;
}

COHORT_COUNTER (cohort_count_sdq_returned)
{
  return count_cohort (count, judge_returned);
}

static guint8
judge_mean (CohortCount *count,
            gsize person,
            const HealthYear *year)
{
  if (year->sdq_score < 0)
    return COHORT_EXCLUDED_FOR (IN_CARE_REASON_NO_SCORE);
  count->values[person] = year->sdq_score;
  return COHORT_IN;
}

COHORT_COUNTER (cohort_count_sdq_mean)
{
  return count_cohort (count, judge_mean);
}

static guint8
judge_band (CohortCount *count,
            gsize person,
            const HealthYear *year)
{
  if (year->sdq_score < 0)
    return COHORT_EXCLUDED_FOR (IN_CARE_REASON_NO_SCORE);
  return year->sdq_score >= count->info->argument / 100 && year->sdq_score <= count->info->argument % 100 ? COHORT_IN
                                                                                                         : COHORT_OUT;
}

COHORT_COUNTER (cohort_count_sdq_band)
{
  return count_cohort (count, judge_band);
}
