/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers on a day, by their legal status, and those who stay with their carers.
 */
#include "measure-private.h"

#include <string.h>

/* How long after the 18th birthday staying put is looked at. */
#define MONTHS_AFTER_18 3

#define LAST_AGE_FOR_ALL 20

enum
{
  STATUS_KEY_NONE,
  STATUS_KEY_RELEVANT,
  STATUS_KEY_FORMER_RELEVANT
};

static gboolean
knows_of_requests (const PersonColumns *people,
                   gsize person)
{
  if (people->complete & MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT)
    return TRUE;
  for (guint32 i = people->fact_starts[person]; i < people->fact_starts[person + 1]; i++)
    if (people->facts[i].fact == MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT)
      return TRUE;
  return FALSE;
}

/* What a person is on the day: COHORT_IN for a care leaver. */
static guint8
check_leaver (CohortCount *count,
              gsize person)
{
  const PersonColumns *people = count->people;
  LegalAnswer answer;
  gboolean has_died, is_possible;

  if (!cohort_check_age (count, person, person, count->day))
    return count->codes[person];
  if (cohort_is_beyond (count, count->day))
    return COHORT_NOT_COVERED;
  cohort_evaluate (count, person, count->day, &answer);
  /* The law asks nothing of the dead: who was a care leaver until then is one left out. */
  has_died = answer.status == MARMOT_CARE_STATUS_NONE && people->death[person] != LEGAL_NO_DATE
             && people->death[person] <= count->day;
  if (has_died)
    cohort_evaluate (count, person, people->death[person] - 1, &answer);
  is_possible = (answer.possible & ((1u << MARMOT_CARE_STATUS_RELEVANT) | (1u << MARMOT_CARE_STATUS_FORMER_RELEVANT))) != 0;
  if (!is_possible)
    return COHORT_NOT_ASKED;
  if (answer.authority_moved)
    return COHORT_EXCLUDED_FOR (LEAVING_REASON_TRANSFERRED);
  if (answer.status == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
    return COHORT_UNKNOWN;
  if (has_died)
    return COHORT_EXCLUDED_FOR (LEAVING_REASON_DIED);
  if (count->ages[person] > LAST_AGE_FOR_ALL && !answer.returner)
    return knows_of_requests (people, person) ? COHORT_EXCLUDED_FOR (LEAVING_REASON_NO_REQUEST) : COHORT_UNKNOWN;
  count->keys[person] = answer.status == MARMOT_CARE_STATUS_RELEVANT ? STATUS_KEY_RELEVANT : STATUS_KEY_FORMER_RELEVANT;
  return COHORT_IN;
}

COHORT_COUNTER (cohort_count_care_leavers)
{
  for (gsize person = 0; person < count->n_rows; person++)
    count->codes[person] = check_leaver (count, person);
  return TRUE;
}

/* --- with a personal adviser ---------------------------------------------------------- */

static gboolean
has_adviser (const CohortCount *count,
             gsize person)
{
  const PersonColumns *people = count->people;

  for (guint32 i = people->fact_starts[person]; i < people->fact_starts[person + 1]; i++)
    {
      const LegalFact *fact = &people->facts[i];

      if (fact->fact == MARMOT_CARE_FACTS_PERSONAL_ADVISER && fact->start <= count->day
          && (fact->end == LEGAL_NO_DATE || fact->end > count->day))
        return TRUE;
    }
  return FALSE;
}

COHORT_COUNTER (cohort_count_open_cases)
{
  const PersonColumns *people = count->people;

  for (gsize person = 0; person < count->n_rows; person++)
    {
      gboolean is_short_break;

      if (!has_adviser (count, person) || !cohort_check_age (count, person, person, count->day))
        continue;
      if (cohort_is_beyond (count, count->day))
        count->codes[person] = COHORT_NOT_COVERED;
      else if (people->death[person] != LEGAL_NO_DATE && people->death[person] <= count->day)
        count->codes[person] = COHORT_EXCLUDED_FOR (OPEN_REASON_DIED);
      else if (cohort_spell_on (count, person, count->day, &is_short_break))
        count->codes[person] = COHORT_EXCLUDED_FOR (OPEN_REASON_IN_CARE);
      else
        count->codes[person] = COHORT_IN;
    }
  return TRUE;
}

/* --- health summaries ------------------------------------------------------------------ */

/* The last period of care, short breaks aside, that ended in the period. */
static const LegalSpell *
find_left (const CohortCount *count,
           gsize person)
{
  const PersonColumns *people = count->people;
  const LegalSpell *left = NULL;

  for (guint32 i = people->spell_starts[person]; i < people->spell_starts[person + 1]; i++)
    {
      const LegalSpell *spell = &people->spells[i];

      if (!spell->short_break && spell->end != LEGAL_NO_DATE && spell->end >= count->from && spell->end < count->until
          && (!left || spell->end >= left->end))
        left = spell;
    }
  return left;
}

static gboolean
has_summary (const CohortCount *count,
             gsize person)
{
  const PersonColumns *people = count->people;

  for (guint32 i = people->check_starts[person]; i < people->check_starts[person + 1]; i++)
    if (people->checks[i].kind == CHECK_HEALTH_SUMMARY && cohort_check_is_done (&people->checks[i])
        && people->checks[i].done < count->until)
      return TRUE;
  return FALSE;
}

COHORT_COUNTER (cohort_count_health_summary)
{
  for (gsize person = 0; person < count->n_rows; person++)
    {
      const LegalSpell *spell = find_left (count, person);

      if (!spell || !cohort_check_age (count, person, person, spell->end))
        continue;
      if (cohort_is_beyond (count, count->until - 1))
        count->codes[person] = COHORT_NOT_COVERED;
      else if (spell->left == LEGAL_LEFT_DIED)
        count->codes[person] = COHORT_EXCLUDED_FOR (SUMMARY_REASON_DIED);
      else if (spell->left == LEGAL_LEFT_TRANSFERRED)
        count->codes[person] = COHORT_EXCLUDED_FOR (SUMMARY_REASON_TRANSFERRED);
      else if (spell->left == LEGAL_LEFT_ADOPTED)
        count->codes[person] = COHORT_EXCLUDED_FOR (SUMMARY_REASON_ADOPTED);
      else
        count->codes[person] = has_summary (count, person) ? COHORT_IN : COHORT_OUT;
    }
  return TRUE;
}

/* --- staying put --------------------------------------------------------------------- */

/* The latest contact in the three months from the birthday on, or else a row of the year's
 * table; one that says where the young person lives. */
static const ContactRow *
find_contact (const CohortCount *count,
              gsize person,
              gint32 birthday)
{
  const PersonColumns *people = count->people;
  gint32 last = cohort_add_months (birthday, MONTHS_AFTER_18);
  gint32 year = cohort_collection_year (birthday);
  const ContactRow *of_year = NULL, *latest = NULL;

  for (guint32 i = people->contact_starts[person]; i < people->contact_starts[person + 1]; i++)
    {
      const ContactRow *contact = &people->contacts[i];

      if (!contact->accommodation)
        continue;
      if (contact->date == LEGAL_NO_DATE)
        {
          if (contact->year == year)
            of_year = contact;
        }
      else if (contact->date >= birthday && contact->date <= last && (!latest || contact->date >= latest->date))
        latest = contact;
    }
  return latest ? latest : of_year;
}

static gboolean
has_died (const CohortCount *count,
          gsize person,
          gint32 birthday)
{
  gint32 death = count->people->death[person];

  return death != LEGAL_NO_DATE && death <= cohort_add_months (birthday, MONTHS_AFTER_18);
}

COHORT_COUNTER (cohort_count_staying_put)
{
  const PersonColumns *people = count->people;

  for (gsize person = 0; person < count->n_rows; person++)
    {
      gint32 birthday = legal_birthday (people->birth[person], 18, count->terms->leap_birthday);
      const LegalSpell *spell;
      const ContactRow *contact;
      gboolean is_short_break;
      guint8 *code = &count->codes[person];

      if (birthday == LEGAL_NO_DATE)
        {
          *code = COHORT_UNKNOWN;
          continue;
        }
      if (birthday < count->from || birthday >= count->until)
        continue;
      count->ages[person] = 18;
      spell = cohort_spell_on (count, person, birthday - 1, &is_short_break);
      if (!spell)
        continue;
      contact = find_contact (count, person, birthday);
      if (cohort_is_beyond (count, birthday))
        *code = COHORT_NOT_COVERED;
      else if (has_died (count, person, birthday))
        *code = COHORT_EXCLUDED_FOR (STAYING_REASON_DIED);
      else if (!spell->fostered)
        *code = COHORT_EXCLUDED_FOR (STAYING_REASON_NOT_FOSTERED);
      else if (contact)
        *code = contact->accommodation == 'Z' ? COHORT_IN : COHORT_OUT;
      else if (strcmp (spell->end_reason, "E17") == 0)
        *code = COHORT_IN;
      else
        *code = cohort_not_recorded (count);
    }
  return TRUE;
}
