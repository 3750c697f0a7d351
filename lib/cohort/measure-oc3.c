/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers of the return (OC3): who is asked about, and what their contact says.
 *
 * Department for Education, Children looked after in England including adoptions: care
 * leavers of 17 to 21 count by their position around their birthday in the year; those of
 * 22 to 25, since 2022/23, by the latest contact, and only if they asked for support.
 */
#include "cohort-private.h"
#include "leaver-contact-private.h"
#include "measure-private.h"

static gboolean
is_later (const CohortCount *count)
{
  return count->from_age >= LEAVER_LATER_AGE;
}

/* As the periods say, from 18 on too: whoever is said to be in care then is for somebody to
 * look at, and not in the figures. */
static gboolean
is_in_care (const CohortCount *count,
            gsize person,
            gint32 day)
{
  const PersonColumns *people = count->people;

  for (guint32 i = people->spell_starts[person]; i < people->spell_starts[person + 1]; i++)
    if (!people->spells[i].short_break && cohort_spell_is_on (count, &people->spells[i], day))
      return TRUE;
  return FALSE;
}

/* Why somebody is not in the denominator, or COHORT_IN. */
static guint8
check_leaver (CohortCount *count,
              gsize person,
              gint32 birthday,
              const ContactRow *contact)
{
  const PersonColumns *people = count->people;
  gint32 death = people->death[person];
  LegalAnswer answer;
  /* The duties from 21 on have their own conditions: who is a former relevant child is so on
   * the day before. */
  gint32 day = is_later (count) ? legal_birthday (people->birth[person], 21, count->terms->leap_birthday) - 1 : birthday;

  if ((contact && contact->touch == CONTACT_DIED)
      || (death != LEGAL_NO_DATE && death <= (is_later (count) ? count->until - 1 : birthday)))
    return COHORT_EXCLUDED_FOR (OC3_REASON_DIED);
  if (cohort_is_short_only (people, person))
    return COHORT_EXCLUDED_FOR (OC3_REASON_SHORT_BREAKS);
  if (!is_later (count) && is_in_care (count, person, birthday))
    return COHORT_EXCLUDED_FOR (OC3_REASON_STILL_IN_CARE);
  if (leaver_was_transferred (people, person, birthday))
    return COHORT_EXCLUDED_FOR (OC3_REASON_TRANSFERRED);

  cohort_evaluate (count, person, day, &answer);
  if (answer.status == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
    return COHORT_UNKNOWN;
  if (answer.status != MARMOT_CARE_STATUS_RELEVANT && answer.status != MARMOT_CARE_STATUS_FORMER_RELEVANT)
    return COHORT_EXCLUDED_FOR (OC3_REASON_NO_CARE_LEAVER);
  if (contact && contact->touch == CONTACT_HOME)
    return COHORT_EXCLUDED_FOR (OC3_REASON_HOME);
  if (is_later (count) && !contact
      && leaver_had_fact (people, person, MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT, count->from, count->until)
             != MARMOT_CARE_ANSWER_YES)
    return COHORT_EXCLUDED_FOR (OC3_REASON_NO_REQUEST);
  return COHORT_IN;
}

/* Whether a contact, or none, says what is asked. */
static gboolean
says (const ContactRow *contact,
      int argument)
{
  if (argument >= OC3_SUITABLE)
    return (!contact || contact->suitable < 0 ? 2 : contact->suitable) == argument - OC3_SUITABLE;
  if (argument >= OC3_ACTIVITY)
    return (contact ? contact->activity : CONTACT_ACTIVITY_UNKNOWN) == argument - OC3_ACTIVITY;
  return (contact ? contact->touch : CONTACT_IN_TOUCH_UNKNOWN) == argument - OC3_TOUCH;
}

/* Whether anybody has a contact that can be one of the year; otherwise nobody has been asked. */
static gboolean
is_year_there (const CohortCount *count)
{
  const PersonColumns *people = count->people;
  gint32 first = cohort_add_months (count->from, -LEAVER_MONTHS_BEFORE), last = cohort_add_months (count->until, LEAVER_MONTHS_AFTER);

  for (guint32 i = 0; i < people->contact_starts[people->n_people]; i++)
    {
      const ContactRow *contact = &people->contacts[i];

      if (contact->date == LEGAL_NO_DATE ? contact->year == count->year : contact->date >= first && contact->date <= last)
        return TRUE;
    }
  return FALSE;
}

COHORT_COUNTER (cohort_count_oc3)
{
  const PersonColumns *people = count->people;
  gboolean has_year = is_year_there (count);

  for (gsize person = 0; person < count->n_rows; person++)
    {
      const ContactRow *contact;
      gint32 birthday, age;
      guint8 code;

      if (people->birth[person] == LEGAL_NO_DATE)
        {
          count->codes[person] = COHORT_UNKNOWN;
          continue;
        }
      birthday = leaver_find_birthday (people, person, count->from_age, count->to_age, count->from, count->until,
                                       count->terms->leap_birthday, &age);
      if (birthday == LEGAL_NO_DATE)
        continue;
      count->ages[person] = (gint16) age;
      if (!has_year || cohort_is_beyond (count, is_later (count) ? count->until - 1 : birthday))
        {
          count->codes[person] = COHORT_NOT_COVERED;
          continue;
        }
      contact = leaver_find_contact (people, person, is_later (count), birthday, count->from, count->until, count->year);
      code = check_leaver (count, person, birthday, contact);
      if (code == COHORT_IN && !says (contact, count->info->argument))
        code = COHORT_OUT;
      count->codes[person] = code;
    }
  return TRUE;
}
