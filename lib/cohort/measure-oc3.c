/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers of the return (OC3): who is asked about, and what their contact says.
 *
 * Department for Education, Children looked after in England including adoptions: care
 * leavers of 17 to 21 count by their position around their birthday in the year; those of
 * 22 to 25, since 2022/23, by the latest contact, and only if they asked for support.
 */
#include "measure-private.h"

/* "On or around the birthday" is from three months before it to one month after. */
#define MONTHS_BEFORE 3
#define MONTHS_AFTER 1

#define FIRST_LATER_AGE 22

static gboolean
is_later (const CohortCount *count)
{
  return count->from_age >= FIRST_LATER_AGE;
}

/* The birthday in the period, of one of the ages that count; LEGAL_NO_DATE for none. */
static gint32
find_birthday (CohortCount *count,
               gsize person)
{
  for (gint32 age = count->from_age; age <= count->to_age; age++)
    {
      gint32 birthday = legal_birthday (count->people->birth[person], age, count->terms->leap_birthday);

      if (birthday != LEGAL_NO_DATE && birthday >= count->from && birthday < count->until)
        {
          count->ages[person] = (gint16) age;
          return birthday;
        }
    }
  return LEGAL_NO_DATE;
}

/* Around the birthday: a row of the year's table, or the dated contact that is nearest. */
static const ContactRow *
find_around (const CohortCount *count,
             gsize person,
             gint32 birthday)
{
  const PersonColumns *people = count->people;
  gint32 first = cohort_add_months (birthday, -MONTHS_BEFORE), last = cohort_add_months (birthday, MONTHS_AFTER);
  const ContactRow *of_year = NULL, *nearest = NULL;

  for (guint32 i = people->contact_starts[person]; i < people->contact_starts[person + 1]; i++)
    {
      const ContactRow *contact = &people->contacts[i];

      if (contact->date == LEGAL_NO_DATE)
        {
          if (contact->year == count->year)
            of_year = contact;
        }
      else if (contact->date >= first && contact->date <= last
               && (!nearest || ABS (contact->date - birthday) <= ABS (nearest->date - birthday)))
        nearest = contact;
    }
  return of_year ? of_year : nearest;
}

/* The latest of the year: a dated one, or else a row of the year's table. */
static const ContactRow *
find_latest (const CohortCount *count,
             gsize person)
{
  const PersonColumns *people = count->people;
  const ContactRow *of_year = NULL, *latest = NULL;

  for (guint32 i = people->contact_starts[person]; i < people->contact_starts[person + 1]; i++)
    {
      const ContactRow *contact = &people->contacts[i];

      if (contact->date == LEGAL_NO_DATE)
        {
          if (contact->year == count->year)
            of_year = contact;
        }
      else if (contact->date >= count->from && contact->date < count->until && (!latest || contact->date >= latest->date))
        latest = contact;
    }
  return latest ? latest : of_year;
}

static gboolean
asked_for_support (const CohortCount *count,
                   gsize person)
{
  const PersonColumns *people = count->people;

  for (guint32 i = people->fact_starts[person]; i < people->fact_starts[person + 1]; i++)
    {
      const LegalFact *fact = &people->facts[i];

      if (fact->fact == MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT && fact->start < count->until
          && (fact->end == LEGAL_NO_DATE || fact->end > count->from))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_only_short_breaks (const PersonColumns *people,
                       gsize person)
{
  for (guint32 i = people->spell_starts[person]; i < people->spell_starts[person + 1]; i++)
    if (!people->spells[i].short_break)
      return FALSE;
  return people->spell_starts[person] < people->spell_starts[person + 1];
}

/* Whether the authority has passed on the care of a person: the last period by the day, short
 * breaks aside, ended so. */
static gboolean
was_transferred (const PersonColumns *people,
                 gsize person,
                 gint32 day)
{
  const LegalSpell *last = NULL;

  for (guint32 i = people->spell_starts[person]; i < people->spell_starts[person + 1]; i++)
    {
      const LegalSpell *spell = &people->spells[i];

      if (!spell->short_break && spell->start <= day && (!last || spell->start >= last->start))
        last = spell;
    }
  return last && last->left == LEGAL_LEFT_TRANSFERRED && last->end <= day;
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
  if (has_only_short_breaks (people, person))
    return COHORT_EXCLUDED_FOR (OC3_REASON_SHORT_BREAKS);
  if (!is_later (count) && is_in_care (count, person, birthday))
    return COHORT_EXCLUDED_FOR (OC3_REASON_STILL_IN_CARE);
  if (was_transferred (people, person, birthday))
    return COHORT_EXCLUDED_FOR (OC3_REASON_TRANSFERRED);

  cohort_evaluate (count, person, day, &answer);
  if (answer.status == MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
    return COHORT_UNKNOWN;
  if (answer.status != MARMOT_CARE_STATUS_RELEVANT && answer.status != MARMOT_CARE_STATUS_FORMER_RELEVANT)
    return COHORT_EXCLUDED_FOR (OC3_REASON_NO_CARE_LEAVER);
  if (contact && contact->touch == CONTACT_HOME)
    return COHORT_EXCLUDED_FOR (OC3_REASON_HOME);
  if (is_later (count) && !contact && !asked_for_support (count, person))
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
  gint32 first = cohort_add_months (count->from, -MONTHS_BEFORE), last = cohort_add_months (count->until, MONTHS_AFTER);

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
      gint32 birthday;
      guint8 code;

      if (people->birth[person] == LEGAL_NO_DATE)
        {
          count->codes[person] = COHORT_UNKNOWN;
          continue;
        }
      birthday = find_birthday (count, person);
      if (birthday == LEGAL_NO_DATE)
        continue;
      if (!has_year || cohort_is_beyond (count, is_later (count) ? count->until - 1 : birthday))
        {
          count->codes[person] = COHORT_NOT_COVERED;
          continue;
        }
      contact = is_later (count) ? find_latest (count, person) : find_around (count, person, birthday);
      code = check_leaver (count, person, birthday, contact);
      if (code == COHORT_IN && !says (contact, count->info->argument))
        code = COHORT_OUT;
      count->codes[person] = code;
    }
  return TRUE;
}
