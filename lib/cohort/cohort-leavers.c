/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules on birthdays and care leavers: whom the return asks about, whose case is open.
 */
#include "cohort-private.h"
#include "leaver-contact-private.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

#define NO_BIRTH "the date of birth is not known"

/* The duties end on this birthday. */
#define LAST_AGE 25

#define BIT(status) (1u << MARMOT_CARE_STATUS_##status)
#define LEAVERS (BIT (RELEVANT) | BIT (FORMER_RELEVANT))

/* --- birthdays ------------------------------------------------------------------------ */

enum
{
  BIRTHDAY_IN,
  BIRTHDAY_NOT,
  BIRTHDAY_DIED,
  BIRTHDAY_UNKNOWN
};

const CohortReason cohort_birthday_reasons[] = {
  [BIRTHDAY_IN] = { YES, "has the birthday in the period" },
  [BIRTHDAY_NOT] = { NO, "does not have the birthday in the period" },
  [BIRTHDAY_DIED] = { NO, "died before the birthday" },
  [BIRTHDAY_UNKNOWN] = { MAYBE, NO_BIRTH },
};
const guint cohort_birthday_n_reasons = G_N_ELEMENTS (cohort_birthday_reasons);

guint
cohort_test_birthday (const PersonColumns *columns,
                      gsize row,
                      gconstpointer data)
{
  const LeaverRule *rule = data;
  gint32 day;

  if (columns->problems[row] & LEGAL_NO_BIRTH)
    return BIRTHDAY_UNKNOWN;
  if (!cohort_birthday_in (columns->birth[row], rule->from_age, rule->from, rule->until, rule->terms->leap_birthday, &day))
    return BIRTHDAY_NOT;
  return columns->death[row] != LEGAL_NO_DATE && columns->death[row] < day ? BIRTHDAY_DIED : BIRTHDAY_IN;
}

/* --- the return on care leavers ------------------------------------------------------- */

enum
{
  LEAVER_RELEVANT,
  LEAVER_FORMER,
  LEAVER_EITHER,
  LEAVER_ASKED,
  LEAVER_CONTACT,
  LEAVER_RETURNED,
  LEAVER_NO_BIRTHDAY,
  LEAVER_DIED,
  LEAVER_SHORT_BREAKS,
  LEAVER_TRANSFERRED,
  LEAVER_STILL_IN,
  LEAVER_QUALIFYING,
  LEAVER_NO_STATUS,
  LEAVER_NOT_ASKED,
  LEAVER_NOT_RETURNED,
  LEAVER_HOME,
  LEAVER_NO_BIRTH,
  LEAVER_NO_CARE,
  LEAVER_STATUS_UNKNOWN,
  LEAVER_ASKED_UNKNOWN,
  LEAVER_NO_RETURN
};

const CohortReason cohort_leaver_reasons[] = {
  [LEAVER_RELEVANT] = { YES, "has the birthday in the year, and is relevant" },
  [LEAVER_FORMER] = { YES, "has the birthday in the year, and is former relevant" },
  [LEAVER_EITHER] = { YES, "has the birthday in the year, and is relevant or former relevant" },
  [LEAVER_ASKED] = { YES, "has the birthday in the year, is former relevant, and asked for support" },
  [LEAVER_CONTACT] = { YES, "has the birthday in the year, is former relevant, and there is a contact" },
  [LEAVER_RETURNED] = { YES, "has the birthday in the year, and was returned" },
  [LEAVER_NO_BIRTHDAY] = { NO, "no birthday of these ages in the year" },
  [LEAVER_DIED] = { NO, "died by the birthday, or from 22 on by the end of the year" },
  [LEAVER_SHORT_BREAKS] = { NO, "care was of short breaks alone" },
  [LEAVER_TRANSFERRED] = { NO, "care was taken over by another authority" },
  [LEAVER_STILL_IN] = { NO, "still looked after on the birthday" },
  [LEAVER_QUALIFYING] = { NO, "qualifying, and neither relevant nor former relevant" },
  [LEAVER_NO_STATUS] = { NO, "neither relevant nor former relevant" },
  [LEAVER_NOT_ASKED] = { NO, "former relevant, did not ask for support, and there is no contact" },
  [LEAVER_NOT_RETURNED] = { NO, "has the birthday in the year, and was not returned" },
  [LEAVER_HOME] = { NO, "returned home for six months or more" },
  [LEAVER_NO_BIRTH] = { MAYBE, NO_BIRTH },
  [LEAVER_NO_CARE] = { MAYBE, "no period of care is recorded" },
  [LEAVER_STATUS_UNKNOWN] = { MAYBE, "the status on the birthday cannot be determined" },
  [LEAVER_ASKED_UNKNOWN] = { MAYBE, "former relevant, and whether support was asked for is not recorded" },
  [LEAVER_NO_RETURN] = { MAYBE, "no contacts were given" },
};
const guint cohort_leaver_n_reasons = G_N_ELEMENTS (cohort_leaver_reasons);

static guint
test_by_law (const PersonColumns *columns,
             gsize row,
             const LeaverRule *rule,
             const ContactRow *contact,
             gint32 birthday,
             gint32 age)
{
  LegalAnswer answer;

  if (columns->spell_starts[row] == columns->spell_starts[row + 1])
    return LEAVER_NO_CARE;
  cohort_find_status (columns, row, age >= LAST_AGE ? birthday - 1 : birthday, rule->terms, &answer);
  if (answer.status == MARMOT_CARE_STATUS_ELIGIBLE)
    return LEAVER_STILL_IN;
  switch (cohort_is_wanted (&answer, LEAVERS))
    {
    case MARMOT_CARE_ANSWER_NO:
      return answer.status == MARMOT_CARE_STATUS_QUALIFYING ? LEAVER_QUALIFYING : LEAVER_NO_STATUS;
    case MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED:
      return LEAVER_STATUS_UNKNOWN;
    case MARMOT_CARE_ANSWER_YES:
    default:
      break;
    }
  if (age >= LEAVER_LATER_AGE && contact)
    return LEAVER_CONTACT;
  if (age >= LEAVER_LATER_AGE)
    switch (leaver_had_fact (columns, row, MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT, rule->from, rule->until))
      {
      case MARMOT_CARE_ANSWER_NO:
        return LEAVER_NOT_ASKED;
      case MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED:
        return LEAVER_ASKED_UNKNOWN;
      case MARMOT_CARE_ANSWER_YES:
      default:
        return LEAVER_ASKED;
      }
  return answer.status == MARMOT_CARE_STATUS_RELEVANT          ? LEAVER_RELEVANT
         : answer.status == MARMOT_CARE_STATUS_FORMER_RELEVANT ? LEAVER_FORMER
                                                               : LEAVER_EITHER;
}

guint
cohort_test_leaver (const PersonColumns *columns,
                    gsize row,
                    gconstpointer data)
{
  const LeaverRule *rule = data;
  const ContactRow *contact;
  gint32 birthday, age;
  guint code;

  if (columns->problems[row] & LEGAL_NO_BIRTH)
    return LEAVER_NO_BIRTH;
  birthday = leaver_find_birthday (columns, row, rule->from_age, rule->until_age, rule->from, rule->until,
                                   rule->terms->leap_birthday, &age);
  if (birthday == LEGAL_NO_DATE)
    return LEAVER_NO_BIRTHDAY;

  contact = leaver_find_contact (columns, row, rule->from_age >= LEAVER_LATER_AGE, birthday, rule->from, rule->until,
                                 rule->year);
  if ((columns->death[row] != LEGAL_NO_DATE
       && columns->death[row] <= (age >= LEAVER_LATER_AGE ? rule->until - 1 : birthday))
      || (contact && contact->touch == CONTACT_DIED))
    return LEAVER_DIED;
  if (cohort_is_short_only (columns, row))
    return LEAVER_SHORT_BREAKS;
  if (leaver_was_transferred (columns, row, birthday))
    return LEAVER_TRANSFERRED;
  if (age < LEAVER_LATER_AGE && person_in_care_on (columns, row, birthday, FALSE))
    return LEAVER_STILL_IN;

  if (rule->basis == MARMOT_LEAVER_BASIS_RETURN)
    code = contact ? LEAVER_RETURNED : columns->has_contacts ? LEAVER_NOT_RETURNED : LEAVER_NO_RETURN;
  else
    code = test_by_law (columns, row, rule, contact, birthday, age);
  if (cohort_leaver_reasons[code].answer != NO && contact && contact->touch == CONTACT_HOME)
    return LEAVER_HOME;
  return code;
}

/* --- open cases ----------------------------------------------------------------------- */

enum
{
  OPEN_RELEVANT,
  OPEN_FORMER,
  OPEN_QUALIFYING,
  OPEN_NO_STATUS,
  OPEN_STATUS_UNKNOWN,
  OPEN_NO_ADVISER,
  OPEN_YOUNGER,
  OPEN_OLDER,
  OPEN_DIED,
  OPEN_IN_CARE,
  OPEN_ADVISER_UNKNOWN,
  OPEN_NO_BIRTH,
  OPEN_CARE_UNKNOWN
};

#define OPEN "with a personal adviser and not looked after; "

const CohortReason cohort_open_reasons[] = {
  [OPEN_RELEVANT] = { YES, OPEN "relevant" },
  [OPEN_FORMER] = { YES, OPEN "former relevant" },
  [OPEN_QUALIFYING] = { YES, OPEN "qualifying" },
  [OPEN_NO_STATUS] = { YES, OPEN "none of the statuses of a care leaver" },
  [OPEN_STATUS_UNKNOWN] = { YES, OPEN "the status cannot be determined" },
  [OPEN_NO_ADVISER] = { NO, "without a personal adviser on the day" },
  [OPEN_YOUNGER] = { NO, "younger than 16" },
  [OPEN_OLDER] = { NO, "25 or older" },
  [OPEN_DIED] = { NO, "died by the day" },
  [OPEN_IN_CARE] = { NO, "looked after on the day" },
  [OPEN_ADVISER_UNKNOWN] = { MAYBE, "whether there is a personal adviser is not recorded" },
  [OPEN_NO_BIRTH] = { MAYBE, NO_BIRTH },
  [OPEN_CARE_UNKNOWN] = { MAYBE, "whether looked after on the day is not known" },
};
const guint cohort_open_n_reasons = G_N_ELEMENTS (cohort_open_reasons);

guint
cohort_test_open (const PersonColumns *columns,
                  gsize row,
                  gconstpointer data)
{
  const LeaverRule *rule = data;
  gint32 day = rule->from;
  MarmotCareAnswer adviser = leaver_had_fact (columns, row, MARMOT_CARE_FACTS_PERSONAL_ADVISER, day, (gint64) day + 1);
  CareState care;
  LegalAnswer answer;
  gint32 age;

  if (adviser == NO)
    return OPEN_NO_ADVISER;
  if (columns->death[row] != LEGAL_NO_DATE && columns->death[row] <= day)
    return OPEN_DIED;
  care = cohort_care_on (columns, row, day);
  if (care == CARE_IN)
    return OPEN_IN_CARE;
  if (columns->problems[row] & LEGAL_NO_BIRTH)
    return OPEN_NO_BIRTH;
  age = legal_age_on (columns->birth[row], day, rule->terms->leap_birthday);
  if (age < 16)
    return OPEN_YOUNGER;
  if (age >= LAST_AGE)
    return OPEN_OLDER;
  /* A period that goes on beyond 18 is one that nobody closed. */
  if (care == CARE_NOT_COVERED || care == CARE_BROKEN || care == CARE_NOTHING_KNOWN)
    return OPEN_CARE_UNKNOWN;
  if (adviser == MAYBE)
    return OPEN_ADVISER_UNKNOWN;

  cohort_find_status (columns, row, day, rule->terms, &answer);
  switch (answer.status)
    {
    case MARMOT_CARE_STATUS_RELEVANT:
      return OPEN_RELEVANT;
    case MARMOT_CARE_STATUS_FORMER_RELEVANT:
      return OPEN_FORMER;
    case MARMOT_CARE_STATUS_QUALIFYING:
      return OPEN_QUALIFYING;
    case MARMOT_CARE_STATUS_ELIGIBLE:
    case MARMOT_CARE_STATUS_NONE:
      return OPEN_NO_STATUS;
    case MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED:
    default:
      return OPEN_STATUS_UNKNOWN;
    }
}
