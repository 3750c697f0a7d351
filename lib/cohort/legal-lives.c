/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lives: birthdays, how care ended, and what contradicts itself.
 */
#include "legal-private.h"

#include <string.h>

/* 1 January 1970, as GDate counts days. */
#define EPOCH 719163

/* Years that GDate knows of, well away from its ends. */
#define FIRST_DAY (-700000)
#define LAST_DAY 20000000

GDate *
legal_day_to_date (gint32 day)
{
  return day == LEGAL_NO_DATE || day < FIRST_DAY || day > LAST_DAY
             ? NULL
             : g_date_new_julian ((guint32) ((gint64) day + EPOCH));
}

gint32
legal_day_of_date (const GDate *date)
{
  return date ? (gint32) ((gint64) g_date_get_julian (date) - EPOCH) : LEGAL_NO_DATE;
}

/* FALSE for days that no life has. */
static gboolean
split_day (gint32 day,
           GDate *date)
{
  if (day == LEGAL_NO_DATE || day < FIRST_DAY || day > LAST_DAY)
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) ((gint64) day + EPOCH));
  return TRUE;
}

gint32
legal_birthday (gint32 birth,
                gint32 age,
                MarmotLeapBirthday leap)
{
  GDate date;
  GDateYear year;

  if (!split_day (birth, &date))
    return LEGAL_NO_DATE;
  year = (GDateYear) (g_date_get_year (&date) + age);
  if (g_date_get_day (&date) == 29 && g_date_get_month (&date) == G_DATE_FEBRUARY && !g_date_is_leap_year (year))
    {
      if (leap == MARMOT_LEAP_BIRTHDAY_MARCH)
        g_date_set_dmy (&date, 1, G_DATE_MARCH, year);
      else
        g_date_set_dmy (&date, 28, G_DATE_FEBRUARY, year);
    }
  else
    g_date_set_dmy (&date, g_date_get_day (&date), g_date_get_month (&date), year);
  return legal_day_of_date (&date);
}

gint32
legal_age_on (gint32 birth,
              gint32 day,
              MarmotLeapBirthday leap)
{
  GDate then, now;
  gint32 age;

  if (!split_day (birth, &then) || !split_day (day, &now) || day < birth)
    return -1;
  age = g_date_get_year (&now) - g_date_get_year (&then);
  if (legal_birthday (birth, age, leap) > day)
    age--;
  return age;
}

gint32
legal_add_months (gint32 day,
                  gint32 months)
{
  GDate date;

  if (!split_day (day, &date) || months < 0 || months > 12000)
    return LEGAL_NO_DATE;
  g_date_add_months (&date, (guint) months);
  return legal_day_of_date (&date);
}

/* --- codes --------------------------------------------------------------------------- */

static const struct
{
  const char *code;
  LegalLeft left;
} reasons[] = {
  { "E11", LEGAL_LEFT_ADOPTED },   { "E12", LEGAL_LEFT_ADOPTED },    { "E2", LEGAL_LEFT_DIED },
  { "E3", LEGAL_LEFT_TRANSFERRED }, { "E4", LEGAL_LEFT_HOME },       { "E4A", LEGAL_LEFT_HOME },
  { "E4B", LEGAL_LEFT_HOME },      { "E41", LEGAL_LEFT_ORDER },      { "E43", LEGAL_LEFT_GUARDIAN },
  { "E44", LEGAL_LEFT_GUARDIAN },  { "E45", LEGAL_LEFT_GUARDIAN },   { "E46", LEGAL_LEFT_GUARDIAN },
  { "E47", LEGAL_LEFT_GUARDIAN },  { "E48", LEGAL_LEFT_GUARDIAN },   { "E15", LEGAL_LEFT_ADULT },
  { "E13", LEGAL_LEFT_AWAY },      { "E5", LEGAL_LEFT_AWAY },        { "E6", LEGAL_LEFT_AWAY },
  { "E7", LEGAL_LEFT_AWAY },       { "E9", LEGAL_LEFT_AWAY },        { "E14", LEGAL_LEFT_UNCLEAR },
  { "E16", LEGAL_LEFT_UNCLEAR },   { "E17", LEGAL_LEFT_AWAY },       { "E8", LEGAL_LEFT_UNCLEAR },
};

LegalLeft
legal_left_of_code (const char *code,
                    gssize length,
                    gboolean is_open)
{
  gsize n;

  if (is_open)
    return LEGAL_LEFT_OPEN;
  if (!code)
    return LEGAL_LEFT_UNKNOWN;
  n = length < 0 ? strlen (code) : (gsize) length;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strlen (reasons[i].code) == n && g_ascii_strncasecmp (reasons[i].code, code, n) == 0)
      return reasons[i].left;
  return LEGAL_LEFT_UNKNOWN;
}

void
legal_spell_init (LegalSpell *spell,
                  gint32 start,
                  gint32 end,
                  const char *end_reason,
                  gssize length,
                  gboolean short_break)
{
  gsize n = !end_reason ? 0 : length < 0 ? strlen (end_reason) : (gsize) length;

  *spell = (LegalSpell){ .start = start, .end = end, .home_from = LEGAL_NO_DATE, .short_break = short_break != FALSE };
  spell->left = (guint8) legal_left_of_code (end_reason, (gssize) n, end == LEGAL_NO_DATE);
  /* No code is longer, and what is none says nothing. */
  if (n > 0 && n < sizeof spell->end_reason)
    memcpy (spell->end_reason, end_reason, n);
}

static gboolean
is_code (const char *code,
         gssize length,
         char first,
         char from,
         char to)
{
  gsize n = !code ? 0 : length < 0 ? strlen (code) : (gsize) length;

  return n == 2 && g_ascii_toupper (code[0]) == first && code[1] >= from && code[1] <= to;
}

gboolean
legal_placement_is_home (const char *code,
                         gssize length)
{
  return is_code (code, length, 'P', '1', '1');
}

gboolean
legal_placement_is_fostered (const char *code,
                             gssize length)
{
  return is_code (code, length, 'U', '1', '6');
}

/* --- what contradicts itself ---------------------------------------------------------- */

/* Of periods of care; short breaks may lie in care. */
static guint32
check_spells (const LegalLife *life,
              gint32 adult)
{
  guint32 problems = 0;
  gint32 last_end = LEGAL_NO_DATE;
  gboolean is_open = FALSE;

  for (gsize i = 0; i < life->n_spells; i++)
    {
      const LegalSpell *spell = &life->spells[i];

      if (life->birth != LEGAL_NO_DATE && spell->start < life->birth)
        problems |= LEGAL_START_BEFORE_BIRTH;
      if (spell->end != LEGAL_NO_DATE && spell->end <= spell->start)
        problems |= LEGAL_END_BEFORE_START;
      if (life->death != LEGAL_NO_DATE
          && (spell->start >= life->death || (spell->end != LEGAL_NO_DATE && spell->end > life->death)))
        problems |= LEGAL_AFTER_DEATH;
      if (spell->left == LEGAL_LEFT_ADULT && (adult == LEGAL_NO_DATE || spell->end == LEGAL_NO_DATE || spell->end < adult))
        problems |= LEGAL_FOUND_ADULT;
      if (adult != LEGAL_NO_DATE
          && (spell->start >= adult || (spell->end != LEGAL_NO_DATE && spell->end > adult)
              || (spell->end == LEGAL_NO_DATE && life->covered_until != LEGAL_NO_DATE && life->covered_until > adult)))
        problems |= LEGAL_CARE_AFTER_18;
      if (spell->short_break)
        continue;
      if (is_open || (last_end != LEGAL_NO_DATE && spell->start < last_end))
        problems |= LEGAL_OVERLAP;
      is_open |= spell->end == LEGAL_NO_DATE;
      last_end = MAX (last_end, spell->end);
    }
  return problems;
}

guint32
legal_check (const LegalLife *life,
             const LegalTerms *terms)
{
  gint32 sixteen = legal_birthday (life->birth, 16, terms->leap_birthday);
  gint32 adult = legal_birthday (life->birth, 18, terms->leap_birthday);
  guint32 problems = 0;

  if (life->birth == LEGAL_NO_DATE || sixteen == LEGAL_NO_DATE)
    problems |= LEGAL_NO_BIRTH;
  if (life->n_spells == 0)
    problems |= LEGAL_NO_SPELLS;
  problems |= check_spells (life, adult);
  if (life->death != LEGAL_NO_DATE && life->birth != LEGAL_NO_DATE && life->death < life->birth)
    problems |= LEGAL_DEATH_BEFORE_BIRTH;
  if (life->uasc_until != LEGAL_NO_DATE && life->birth != LEGAL_NO_DATE
      && (life->uasc_until < life->birth || life->uasc_until > adult))
    problems |= LEGAL_UASC_DATES;
  for (gsize i = 0; i < life->n_facts; i++)
    if (life->facts[i].end != LEGAL_NO_DATE && life->facts[i].end < life->facts[i].start)
      problems |= LEGAL_FACT_ENDS_FIRST;
  for (gsize i = 0; i < life->n_contacts; i++)
    if (life->contacts[i] != LEGAL_NO_DATE)
      {
        if (sixteen != LEGAL_NO_DATE && life->contacts[i] < sixteen)
          problems |= LEGAL_CONTACT_BEFORE_16;
        if (life->death != LEGAL_NO_DATE && life->contacts[i] > life->death)
          problems |= LEGAL_AFTER_DEATH;
      }
  return problems;
}

static const struct
{
  const char *rule;
  MarmotSeverity severity;
  const char *message;
  const char *fix;
} findings[LEGAL_N_PROBLEMS] = {
  { "care-leaver/no-birth", MARMOT_SEVERITY_WARNING, "The date of birth is not known, so that no status can be determined",
    "Find the date of birth, or the one that was agreed on after an age assessment" },
  { "care-leaver/no-care", MARMOT_SEVERITY_WARNING, "No period of care is recorded",
    "Supply the periods of care of earlier years, or take the person out if there never was one" },
  { "care-leaver/care-before-birth", MARMOT_SEVERITY_ERROR, "A period of care starts before birth",
    "Correct the date of birth or the start" },
  { "care-leaver/care-ends-before-start", MARMOT_SEVERITY_ERROR, "A period of care does not end after it starts",
    "Correct one of the two dates" },
  { "care-leaver/overlap", MARMOT_SEVERITY_ERROR, "Two periods of care overlap",
    "Correct their dates, or join them into one" },
  { "care-leaver/care-after-18", MARMOT_SEVERITY_ERROR,
    "A period of care goes on after the 18th birthday, when nobody is looked after",
    "Close the period on the day on which care ended, the 18th birthday at the latest" },
  { "care-leaver/found-adult", MARMOT_SEVERITY_ERROR,
    "Care ended since the young person was found to be 18 or over, and the date of birth says otherwise",
    "Record the date of birth that was found" },
  { "care-leaver/uasc-dates", MARMOT_SEVERITY_ERROR,
    "The day on which the person ceased to be an unaccompanied asylum-seeking child is not between birth and the 18th "
    "birthday",
    "Correct that day or the date of birth" },
  { "care-leaver/after-death", MARMOT_SEVERITY_ERROR, "Care or a contact is recorded after death",
    "Correct the day of death, or that of the care or contact" },
  { "care-leaver/death-before-birth", MARMOT_SEVERITY_ERROR, "Death is recorded before birth",
    "Correct one of the two dates" },
  { "care-leaver/fact-ends-before-start", MARMOT_SEVERITY_ERROR, "A fact ends before it starts",
    "Correct one of the two dates" },
  { "care-leaver/contact-before-16", MARMOT_SEVERITY_WARNING, "A contact as a care leaver is recorded before the 16th birthday",
    "Correct the day of the contact or the date of birth" },
};

MarmotFinding *
legal_make_finding (guint32 problem,
                    guint64 row)
{
  guint i = 0;

  while (i + 1 < LEGAL_N_PROBLEMS && !(problem & (1u << i)))
    i++;
  return marmot_finding_new (findings[i].rule, findings[i].severity, NULL, row, NULL, NULL, findings[i].message,
                             findings[i].fix);
}
