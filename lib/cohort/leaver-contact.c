/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * By what the return on care leavers goes.
 */
#include "leaver-contact-private.h"

#include "cohort-private.h"

gint32
leaver_find_birthday (const PersonColumns *columns,
                      gsize row,
                      gint32 from_age,
                      gint32 until_age,
                      gint32 from,
                      gint32 until,
                      MarmotLeapBirthday leap,
                      gint32 *age)
{
  gint32 day;

  for (*age = from_age; *age <= until_age; (*age)++)
    if (cohort_birthday_in (columns->birth[row], *age, from, until, leap, &day))
      return day;
  return LEGAL_NO_DATE;
}

const ContactRow *
leaver_find_contact (const PersonColumns *columns,
                     gsize row,
                     gboolean is_later,
                     gint32 birthday,
                     gint32 from,
                     gint32 until,
                     gint32 year)
{
  gint32 first = from, last = until - 1;
  const ContactRow *of_year = NULL, *dated = NULL;

  if (columns->contact_starts[row] == columns->contact_starts[row + 1])
    return NULL;
  if (!is_later)
    {
      first = cohort_add_months (birthday, -LEAVER_MONTHS_BEFORE);
      last = cohort_add_months (birthday, LEAVER_MONTHS_AFTER);
    }
  for (guint32 i = columns->contact_starts[row]; i < columns->contact_starts[row + 1]; i++)
    {
      const ContactRow *contact = &columns->contacts[i];

      if (contact->date == LEGAL_NO_DATE)
        {
          if (contact->year == year)
            of_year = contact;
        }
      else if (contact->date >= first && contact->date <= last
               && (!dated || (is_later ? contact->date >= dated->date
                                       : ABS (contact->date - birthday) <= ABS (dated->date - birthday))))
        dated = contact;
    }
  return is_later ? (dated ? dated : of_year) : of_year ? of_year : dated;
}

gboolean
leaver_was_transferred (const PersonColumns *columns,
                        gsize row,
                        gint32 day)
{
  const LegalSpell *last = person_last_spell (columns, row, day);

  return last && last->end != LEGAL_NO_DATE && last->end <= day && last->left == LEGAL_LEFT_TRANSFERRED;
}

MarmotCareAnswer
leaver_had_fact (const PersonColumns *columns,
                 gsize row,
                 guint32 kind,
                 gint64 from,
                 gint64 until)
{
  gboolean is_known = (columns->complete & kind) != 0;

  for (guint32 i = columns->fact_starts[row]; i < columns->fact_starts[row + 1]; i++)
    {
      const LegalFact *fact = &columns->facts[i];

      if (fact->fact != kind)
        continue;
      is_known = TRUE;
      if (fact->start < until && (fact->end == LEGAL_NO_DATE || fact->end > from))
        return MARMOT_CARE_ANSWER_YES;
    }
  return is_known ? MARMOT_CARE_ANSWER_NO : MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED;
}
