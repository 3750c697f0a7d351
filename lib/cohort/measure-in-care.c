/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Children in care on a day, and those who had been for twelve months.
 */
#include "measure-private.h"

#include "core/marmot-column-private.h"

COHORT_COUNTER (cohort_count_in_care)
{
  for (gsize person = 0; person < count->n_rows; person++)
    {
      gboolean is_short_break;
      const LegalSpell *spell = cohort_spell_on (count, person, count->day, &is_short_break);

      if ((!spell && !is_short_break) || !cohort_check_age (count, person, person, count->day))
        continue;
      count->codes[person] = cohort_is_beyond (count, count->day) ? COHORT_NOT_COVERED
                             : spell ? COHORT_IN : COHORT_EXCLUDED_FOR (IN_CARE_REASON_SHORT_BREAKS);
    }
  return TRUE;
}

/* What the values of the column "uasc" say: yes, no, or nothing that can be read. */
static MarmotCareAnswer *
read_uasc (const PersonColumns *people)
{
  static const char *const yes[] = { "true", "1", "yes", "y", NULL };
  static const char *const no[] = { "false", "0", "no", "n", NULL };
  MarmotColumn *texts = people->key_columns[PERSON_UASC] ? people->key_columns[PERSON_UASC]->dictionary : NULL;
  MarmotCareAnswer *answers = g_new0 (MarmotCareAnswer, (texts ? texts->length : 0) + 1);

  for (gsize i = 0; texts && i < texts->length; i++)
    {
      g_autofree char *text = marmot_column_get_text (texts, i);
      g_autofree char *folded = text ? g_ascii_strdown (text, -1) : NULL;

      answers[i] = folded && g_strv_contains (yes, folded)  ? MARMOT_CARE_ANSWER_YES
                   : folded && g_strv_contains (no, folded) ? MARMOT_CARE_ANSWER_NO
                                                            : MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED;
    }
  return answers;
}

/* The day on which somebody ceased to be one decides; before the column, which may be of
 * another day. */
static MarmotCareAnswer
find_uasc (const PersonColumns *people,
           const MarmotCareAnswer *answers,
           gsize person,
           gint32 day)
{
  gint32 code = people->keys[PERSON_UASC] ? people->keys[PERSON_UASC][person] : -1;

  if (people->uasc_until[person] != LEGAL_NO_DATE)
    return day < people->uasc_until[person] ? MARMOT_CARE_ANSWER_YES : MARMOT_CARE_ANSWER_NO;
  return code >= 0 ? answers[code] : MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED;
}

COHORT_COUNTER (cohort_count_uasc)
{
  const PersonColumns *people = count->people;
  g_autofree MarmotCareAnswer *answers = read_uasc (people);

  cohort_count_in_care (count, error);
  for (gsize person = 0; person < count->n_rows; person++)
    if (count->codes[person] == COHORT_IN)
      switch (find_uasc (people, answers, person, count->day))
        {
        case MARMOT_CARE_ANSWER_YES:
          break;
        case MARMOT_CARE_ANSWER_NO:
          count->codes[person] = COHORT_OUT;
          break;
        case MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED:
        default:
          count->codes[person] = cohort_not_recorded (count);
        }
  return TRUE;
}

gboolean
cohort_check_year_in_care (CohortCount *count,
                           gsize person)
{
  /* The first of the twelve months that end with the day. */
  gint32 first = cohort_add_months (count->day + 1, -12);
  gboolean is_short_break;
  const LegalSpell *spell = cohort_spell_on (count, person, count->day, &is_short_break);

  if ((!spell && !is_short_break) || !cohort_check_age (count, person, person, count->day))
    return FALSE;
  if (!spell)
    count->codes[person] = COHORT_EXCLUDED_FOR (IN_CARE_REASON_SHORT_BREAKS);
  else if (spell->start > first)
    count->codes[person] = COHORT_EXCLUDED_FOR (IN_CARE_REASON_SHORTER);
  else if (cohort_is_beyond (count, count->day))
    count->codes[person] = COHORT_NOT_COVERED;
  else
    return TRUE;
  return FALSE;
}
