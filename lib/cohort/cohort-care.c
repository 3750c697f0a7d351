/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rules on care: where somebody is on a day, in a period, and through some months.
 *
 * What is recorded decides where it does. Where it does not, what decides is whether the
 * records cover the time: of somebody without a period of care in a time that they cover, it
 * is known that there was none.
 */
#include "cohort-private.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

#define NOT_COVERED "the records do not cover the day"
#define NOT_ALL_COVERED "the records do not cover all of the period"
#define AFTER_18 "a period of care goes on beyond the 18th birthday"
#define BROKEN "a period of care has dates that cannot be"
#define NOTHING_KNOWN "no period of care is recorded, nor which time the records cover"
#define NO_CARE "no period of care is recorded"
#define SHORT_ONLY "in short breaks alone"

/* --- what the rules ask of the records ------------------------------------------------ */

/* A birthday is this many days from age years of 365 days and a quarter, at the most. */
#define MOST_OFF 4

/* Before or after these, there is no day that a GDate knows. */
#define FIRST_BIRTH (-700000)
#define LAST_BIRTH 10000000

static gboolean
is_birth (gint32 birth)
{
  return birth >= FIRST_BIRTH && birth <= LAST_BIRTH;
}

gboolean
cohort_birthday_in (gint32 birth,
                    gint32 age,
                    gint32 from,
                    gint32 until,
                    MarmotLeapBirthday leap,
                    gint32 *birthday)
{
  gint64 about = (gint64) birth + 365 * (gint64) age + age / 4;

  if (!is_birth (birth) || about < (gint64) from - MOST_OFF || about > (gint64) until + MOST_OFF)
    return FALSE;
  *birthday = legal_birthday (birth, age, leap);
  return *birthday >= from && *birthday < until;
}

/* Births on a leap day come of age on 1 March, whatever a status may be counted by. */
gboolean
cohort_is_18_by (gint32 birth,
                 gint32 day)
{
  gint64 lived = (gint64) day - birth;

  if (!is_birth (birth) || lived < 18 * 365)
    return FALSE;
  return lived > 18 * 366 || day >= legal_birthday (birth, 18, MARMOT_LEAP_BIRTHDAY_MARCH);
}

static gboolean
is_broken (const PersonColumns *columns,
           gsize row,
           const LegalSpell *spell)
{
  gint32 birth = columns->birth[row];

  return (spell->end != LEGAL_NO_DATE && spell->end <= spell->start)
         || (birth != LEGAL_NO_DATE && spell->start < birth);
}

/* Whether the records cover [from, until). */
static gboolean
is_covered (const PersonColumns *columns,
            gint32 from,
            gint32 until)
{
  return (columns->covered_from == LEGAL_NO_DATE || from >= columns->covered_from)
         && (columns->covered_until == LEGAL_NO_DATE || until <= columns->covered_until);
}

/* What keeps somebody from being looked after at all from a day on, whatever is recorded. */
static gboolean
is_past (const PersonColumns *columns,
         gsize row,
         gint32 day)
{
  return (columns->death[row] != LEGAL_NO_DATE && columns->death[row] <= day)
         || cohort_is_18_by (columns->birth[row], day);
}

/* Whether a period cannot go on so long: nobody is looked after from 18 on. One that is open
 * is so if the records are known to reach beyond the birthday. */
static gboolean
is_too_long (const PersonColumns *columns,
             gsize row,
             const LegalSpell *spell)
{
  gint32 lasts_until = spell->end != LEGAL_NO_DATE ? spell->end : columns->covered_until;

  return lasts_until != LEGAL_NO_DATE && cohort_is_18_by (columns->birth[row], lasts_until - 1);
}

/* The periods of care of a person. */
#define FOREACH_SPELL(columns, row, spell)                                                           \
  for (const LegalSpell *spell = &(columns)->spells[(columns)->spell_starts[row]],                   \
                        *end_of_##spell = &(columns)->spells[(columns)->spell_starts[(row) + 1]];    \
       spell < end_of_##spell; spell++)

static gboolean
has_spells (const PersonColumns *columns,
            gsize row)
{
  return columns->spell_starts[row] < columns->spell_starts[row + 1];
}

gboolean
cohort_is_short_only (const PersonColumns *columns,
                      gsize row)
{
  FOREACH_SPELL (columns, row, spell)
    if (!spell->short_break)
      return FALSE;
  return has_spells (columns, row);
}

LegalLeft
cohort_left_by (const PersonColumns *columns,
                gsize row,
                gint32 day)
{
  const LegalSpell *last = NULL;

  FOREACH_SPELL (columns, row, spell)
    if (!spell->short_break && spell->end != LEGAL_NO_DATE && spell->end <= day && (!last || spell->end > last->end))
      last = spell;
  return last ? (LegalLeft) last->left : LEGAL_LEFT_UNKNOWN;
}

/* --- on a day ------------------------------------------------------------------------- */

CareState
cohort_care_on (const PersonColumns *columns,
                gsize row,
                gint32 day)
{
  gboolean is_short = FALSE, left_today = FALSE, has_left = FALSE, comes_later = FALSE;
  gboolean goes_on = FALSE, after_18 = FALSE, has_broken = FALSE;
  gint32 birth = columns->birth[row];
  gboolean is_grown_up = cohort_is_18_by (birth, day);

  if (columns->death[row] != LEGAL_NO_DATE && columns->death[row] <= day)
    return CARE_DIED;
  if (birth != LEGAL_NO_DATE && birth > day)
    return CARE_NOT_BORN;

  FOREACH_SPELL (columns, row, spell)
    {
      if (is_broken (columns, row, spell))
        has_broken = TRUE;
      else if (spell->start > day)
        comes_later |= !spell->short_break;
      else if (spell->end != LEGAL_NO_DATE && spell->end <= day)
        {
          has_left |= !spell->short_break;
          left_today |= !spell->short_break && spell->end == day;
        }
      else if (is_grown_up)
        after_18 |= !spell->short_break && is_too_long (columns, row, spell);
      else if (spell->end == LEGAL_NO_DATE && columns->covered_until != LEGAL_NO_DATE && day >= columns->covered_until)
        goes_on = TRUE;
      else if (spell->short_break)
        is_short = TRUE;
      else
        return CARE_IN;
    }

  if (after_18)
    return CARE_AFTER_18;
  if (goes_on)
    return CARE_NOT_COVERED;
  if (is_short)
    return CARE_IN_SHORT_BREAKS;
  if (!is_covered (columns, day, day + 1) && !is_grown_up)
    return CARE_NOT_COVERED;
  if (has_broken && !is_grown_up)
    return CARE_BROKEN;
  if (left_today)
    return CARE_LEFT_TODAY;
  if (has_left)
    return CARE_LEFT;
  if (is_grown_up)
    return CARE_GROWN_UP;
  if (comes_later)
    return CARE_LATER;
  return columns->covered_from == LEGAL_NO_DATE && !has_spells (columns, row) ? CARE_NOTHING_KNOWN : CARE_NONE;
}

const CohortReason cohort_on_reasons[] = {
  [CARE_IN] = { YES, "looked after on the day" },
  [CARE_IN_SHORT_BREAKS] = { NO, SHORT_ONLY " on the day" },
  [CARE_LEFT_TODAY] = { NO, "care ended on the day itself" },
  [CARE_LEFT] = { NO, "care had ended before the day" },
  [CARE_LATER] = { NO, "care started after the day" },
  [CARE_NONE] = { NO, NO_CARE },
  [CARE_NOT_BORN] = { NO, "born after the day" },
  [CARE_DIED] = { NO, "died by the day" },
  [CARE_GROWN_UP] = { NO, "18 or over on the day" },
  [CARE_NOT_COVERED] = { MAYBE, NOT_COVERED },
  [CARE_AFTER_18] = { MAYBE, AFTER_18 },
  [CARE_BROKEN] = { MAYBE, BROKEN },
  [CARE_NOTHING_KNOWN] = { MAYBE, NOTHING_KNOWN },
  [CARE_N_STATES] = { YES, SHORT_ONLY " on the day, which count" },
};
const guint cohort_on_n_reasons = G_N_ELEMENTS (cohort_on_reasons);

guint
cohort_test_on (const PersonColumns *columns,
                gsize row,
                gconstpointer data)
{
  const CareRule *rule = data;
  CareState state = cohort_care_on (columns, row, rule->from);

  return state == CARE_IN_SHORT_BREAKS && rule->short_breaks ? CARE_N_STATES : state;
}

/* --- on any day of a period ----------------------------------------------------------- */

enum
{
  DURING_ALL,
  DURING_STARTED,
  DURING_LEFT,
  DURING_BOTH,
  DURING_OPEN,
  DURING_SHORT,
  DURING_NOT_SHORT,
  DURING_LEFT_BEFORE,
  DURING_LATER,
  DURING_NONE,
  DURING_NOT_BORN,
  DURING_DIED,
  DURING_GROWN_UP,
  DURING_NOT_COVERED,
  DURING_AFTER_18,
  DURING_BROKEN,
  DURING_NOTHING_KNOWN
};

const CohortReason cohort_during_reasons[] = {
  [DURING_ALL] = { YES, "looked after from before the period to its end" },
  [DURING_STARTED] = { YES, "started to be looked after in the period" },
  [DURING_LEFT] = { YES, "looked after from before the period, and left care in it" },
  [DURING_BOTH] = { YES, "started to be looked after in the period, and left care in it" },
  [DURING_OPEN] = { YES, "looked after in the period; the records do not reach to its end" },
  [DURING_SHORT] = { YES, SHORT_ONLY " in the period, which count" },
  [DURING_NOT_SHORT] = { NO, SHORT_ONLY " in the period" },
  [DURING_LEFT_BEFORE] = { NO, "care had ended by the first day of the period" },
  [DURING_LATER] = { NO, "care started after the period" },
  [DURING_NONE] = { NO, NO_CARE },
  [DURING_NOT_BORN] = { NO, "born after the period" },
  [DURING_DIED] = { NO, "died by the first day of the period" },
  [DURING_GROWN_UP] = { NO, "18 or over on the first day of the period" },
  [DURING_NOT_COVERED] = { MAYBE, NOT_ALL_COVERED },
  [DURING_AFTER_18] = { MAYBE, AFTER_18 },
  [DURING_BROKEN] = { MAYBE, BROKEN },
  [DURING_NOTHING_KNOWN] = { MAYBE, NOTHING_KNOWN },
};
const guint cohort_during_n_reasons = G_N_ELEMENTS (cohort_during_reasons);

guint
cohort_test_during (const PersonColumns *columns,
                    gsize row,
                    gconstpointer data)
{
  const CareRule *rule = data;
  gint32 birth = columns->birth[row];
  const LegalSpell *first = NULL, *last = NULL;
  gboolean is_short = FALSE, has_left = FALSE, comes_later = FALSE;
  gboolean goes_on = FALSE, after_18 = FALSE, has_broken = FALSE;

  if (columns->death[row] != LEGAL_NO_DATE && columns->death[row] <= rule->from)
    return DURING_DIED;
  if (birth != LEGAL_NO_DATE && birth >= rule->until)
    return DURING_NOT_BORN;

  FOREACH_SPELL (columns, row, spell)
    {
      if (is_broken (columns, row, spell))
        has_broken = TRUE;
      else if (spell->start >= rule->until)
        comes_later |= !spell->short_break;
      else if (spell->end != LEGAL_NO_DATE && spell->end <= rule->from)
        has_left |= !spell->short_break;
      else if (cohort_is_18_by (birth, MAX (spell->start, rule->from)))
        after_18 |= !spell->short_break && is_too_long (columns, row, spell);
      else if (spell->end == LEGAL_NO_DATE && columns->covered_until != LEGAL_NO_DATE
               && MAX (spell->start, rule->from) >= columns->covered_until)
        goes_on = TRUE;
      else if (spell->short_break)
        is_short = TRUE;
      else
        {
          if (!first)
            first = spell;
          if (!last || spell->end == LEGAL_NO_DATE || (last->end != LEGAL_NO_DATE && spell->end > last->end))
            last = spell;
        }
    }

  if (first)
    {
      gboolean started = first->start >= rule->from;

      if (last->end != LEGAL_NO_DATE && last->end < rule->until)
        return started ? DURING_BOTH : DURING_LEFT;
      if (last->end == LEGAL_NO_DATE && columns->covered_until != LEGAL_NO_DATE && columns->covered_until < rule->until)
        return DURING_OPEN;
      return started ? DURING_STARTED : DURING_ALL;
    }
  if (is_short && rule->short_breaks)
    return DURING_SHORT;
  if (after_18)
    return DURING_AFTER_18;
  if (goes_on)
    return DURING_NOT_COVERED;
  if (!is_covered (columns, rule->from, rule->until) && !is_past (columns, row, rule->from))
    return DURING_NOT_COVERED;
  if (has_broken && !is_past (columns, row, rule->from))
    return DURING_BROKEN;
  if (is_short)
    return DURING_NOT_SHORT;
  if (has_left)
    return DURING_LEFT_BEFORE;
  if (is_past (columns, row, rule->from))
    return DURING_GROWN_UP;
  if (comes_later)
    return DURING_LATER;
  return columns->covered_from == LEGAL_NO_DATE && !has_spells (columns, row) ? DURING_NOTHING_KNOWN : DURING_NONE;
}

/* --- started in a period -------------------------------------------------------------- */

enum
{
  STARTED_FIRST,
  STARTED_AGAIN,
  STARTED_SHORT,
  STARTED_BEFORE,
  STARTED_NOT,
  STARTED_NONE,
  STARTED_NOT_COVERED,
  STARTED_BROKEN,
  STARTED_NOTHING_KNOWN
};

const CohortReason cohort_started_reasons[] = {
  [STARTED_FIRST] = { YES, "started to be looked after in the period, for the first time that is recorded" },
  [STARTED_AGAIN] = { YES, "started to be looked after in the period, after care before" },
  [STARTED_SHORT] = { NO, "started short breaks alone in the period" },
  [STARTED_BEFORE] = { NO, "looked after in the period, and started before it" },
  [STARTED_NOT] = { NO, "no period of care started in the period" },
  [STARTED_NONE] = { NO, NO_CARE },
  [STARTED_NOT_COVERED] = { MAYBE, NOT_ALL_COVERED },
  [STARTED_BROKEN] = { MAYBE, BROKEN },
  [STARTED_NOTHING_KNOWN] = { MAYBE, NOTHING_KNOWN },
};
const guint cohort_started_n_reasons = G_N_ELEMENTS (cohort_started_reasons);

guint
cohort_test_started (const PersonColumns *columns,
                     gsize row,
                     gconstpointer data)
{
  const CareRule *rule = data;
  gboolean is_short = FALSE, has_broken = FALSE, was_before = FALSE, is_since = FALSE, has_started = FALSE;

  FOREACH_SPELL (columns, row, spell)
    {
      gboolean starts = spell->start >= rule->from && spell->start < rule->until;

      if (is_broken (columns, row, spell))
        has_broken = TRUE;
      else if (spell->short_break)
        is_short |= starts;
      else if (starts)
        has_started = TRUE;
      else if (spell->start < rule->from)
        {
          was_before = TRUE;
          is_since |= spell->end == LEGAL_NO_DATE || spell->end > rule->from;
        }
    }

  if (has_started)
    return was_before ? STARTED_AGAIN : STARTED_FIRST;
  if (!is_covered (columns, rule->from, rule->until) && !is_past (columns, row, rule->from))
    return STARTED_NOT_COVERED;
  if (has_broken)
    return STARTED_BROKEN;
  if (is_since)
    return STARTED_BEFORE;
  if (is_short)
    return STARTED_SHORT;
  if (has_spells (columns, row))
    return STARTED_NOT;
  return columns->covered_from == LEGAL_NO_DATE ? STARTED_NOTHING_KNOWN : STARTED_NONE;
}

/* --- ceased in a period --------------------------------------------------------------- */

/* How care ended, in the order of LegalLeft, and then why it did not. */
enum
{
  CEASED_STILL = LEGAL_LEFT_AWAY + 1,
  CEASED_NOT,
  CEASED_SHORT,
  CEASED_NONE,
  CEASED_NOT_COVERED,
  CEASED_AFTER_18,
  CEASED_BROKEN,
  CEASED_NOTHING_KNOWN
};

const CohortReason cohort_ceased_reasons[] = {
  [LEGAL_LEFT_OPEN] = { YES, "left care, and nobody recorded why" },
  [LEGAL_LEFT_UNKNOWN] = { YES, "left care, and nobody recorded why" },
  [LEGAL_LEFT_HOME] = { YES, "left care, to a parent or somebody with parental responsibility" },
  [LEGAL_LEFT_ORDER] = { YES, "left care, under a child arrangements order" },
  [LEGAL_LEFT_GUARDIAN] = { YES, "left care, under a special guardianship order" },
  [LEGAL_LEFT_ADOPTED] = { YES, "left care by adoption" },
  [LEGAL_LEFT_DIED] = { YES, "died in care" },
  [LEGAL_LEFT_TRANSFERRED] = { YES, "care was taken over by another authority" },
  [LEGAL_LEFT_ADULT] = { YES, "left care, found to be 18 or over" },
  [LEGAL_LEFT_UNCLEAR] = { YES, "left care, for another reason" },
  [LEGAL_LEFT_AWAY] = { YES, "left care, to a place that is not with a parent" },
  [CEASED_STILL] = { NO, "looked after in the period, and still at its end" },
  [CEASED_NOT] = { NO, "no period of care ended in the period" },
  [CEASED_SHORT] = { NO, "short breaks alone ended in the period" },
  [CEASED_NONE] = { NO, NO_CARE },
  [CEASED_NOT_COVERED] = { MAYBE, NOT_ALL_COVERED },
  [CEASED_AFTER_18] = { MAYBE, AFTER_18 },
  [CEASED_BROKEN] = { MAYBE, BROKEN },
  [CEASED_NOTHING_KNOWN] = { MAYBE, NOTHING_KNOWN },
};
const guint cohort_ceased_n_reasons = G_N_ELEMENTS (cohort_ceased_reasons);

guint
cohort_test_ceased (const PersonColumns *columns,
                    gsize row,
                    gconstpointer data)
{
  const CareRule *rule = data;
  gint32 birth = columns->birth[row];
  const LegalSpell *last = NULL;
  gboolean is_short = FALSE, has_broken = FALSE, after_18 = FALSE, is_still = FALSE;

  FOREACH_SPELL (columns, row, spell)
    {
      gboolean ends = spell->end != LEGAL_NO_DATE && spell->end >= rule->from && spell->end < rule->until;
      gboolean lasts = spell->start < rule->until && (spell->end == LEGAL_NO_DATE || spell->end >= rule->until);

      if (is_broken (columns, row, spell))
        has_broken = TRUE;
      else if (spell->short_break)
        is_short |= ends;
      else if (ends)
        {
          if (!last || spell->end > last->end)
            last = spell;
        }
      else if (lasts)
        {
          /* Care that is open ended on the 18th birthday, and nobody recorded it. */
          gboolean came_of_age = cohort_is_18_by (birth, rule->until - 1);

          is_still |= !came_of_age;
          after_18 |= came_of_age && (!cohort_is_18_by (birth, rule->from - 1) || is_too_long (columns, row, spell));
        }
    }

  if (last)
    return last->left <= LEGAL_LEFT_AWAY ? last->left : LEGAL_LEFT_UNKNOWN;
  if (!is_covered (columns, rule->from, rule->until) && !is_past (columns, row, rule->from - 1))
    return CEASED_NOT_COVERED;
  if (after_18)
    return CEASED_AFTER_18;
  if (has_broken)
    return CEASED_BROKEN;
  if (is_still)
    return CEASED_STILL;
  if (is_short)
    return CEASED_SHORT;
  if (has_spells (columns, row))
    return CEASED_NOT;
  return columns->covered_from == LEGAL_NO_DATE ? CEASED_NOTHING_KNOWN : CEASED_NONE;
}

/* --- through some months -------------------------------------------------------------- */

/* As on a day, with what the months add. */
enum
{
  CONTINUOUS_LEFT_TODAY_IN = CARE_N_STATES,
  CONTINUOUS_RECENT,
  CONTINUOUS_BROKEN_OFF,
  CONTINUOUS_SHORT_WITHIN,
  CONTINUOUS_START_UNKNOWN
};

const CohortReason cohort_continuous_reasons[] = {
  [CARE_IN] = { YES, "looked after on every day of the months" },
  [CARE_IN_SHORT_BREAKS] = { NO, SHORT_ONLY " on the day" },
  [CARE_LEFT_TODAY] = { NO, "care ended on the day itself" },
  [CARE_LEFT] = { NO, "care had ended before the day" },
  [CARE_LATER] = { NO, "care started after the day" },
  [CARE_NONE] = { NO, NO_CARE },
  [CARE_NOT_BORN] = { NO, "born after the day" },
  [CARE_DIED] = { NO, "died by the day" },
  [CARE_GROWN_UP] = { NO, "18 or over on the day" },
  [CARE_NOT_COVERED] = { MAYBE, NOT_COVERED },
  [CARE_AFTER_18] = { MAYBE, AFTER_18 },
  [CARE_BROKEN] = { MAYBE, BROKEN },
  [CARE_NOTHING_KNOWN] = { MAYBE, NOTHING_KNOWN },
  [CONTINUOUS_LEFT_TODAY_IN] = { YES, "looked after through the months, and care ended on the day itself" },
  [CONTINUOUS_RECENT] = { NO, "looked after on the day, and not yet for so many months" },
  [CONTINUOUS_BROKEN_OFF] = { NO, "looked after on the day, and care had ended in the months before" },
  [CONTINUOUS_SHORT_WITHIN] = { NO, "had short breaks in the months" },
  [CONTINUOUS_START_UNKNOWN] = { MAYBE, "care may have started before the records begin" },
};
const guint cohort_continuous_n_reasons = G_N_ELEMENTS (cohort_continuous_reasons);

guint
cohort_test_continuous (const PersonColumns *columns,
                        gsize row,
                        gconstpointer data)
{
  const CareRule *rule = data;
  gint32 day = rule->until - 1;
  CareState state = cohort_care_on (columns, row, day);
  const LegalSpell *holds = NULL;
  gboolean has_short = FALSE, was_before = FALSE;

  if (state != CARE_IN && !(state == CARE_LEFT_TODAY && rule->variant == MARMOT_CONTINUOUS_CARE_SSDA903))
    return state;

  FOREACH_SPELL (columns, row, spell)
    {
      if (is_broken (columns, row, spell))
        continue;
      if (spell->short_break)
        has_short |= spell->start <= day && (spell->end == LEGAL_NO_DATE || spell->end > rule->from);
      else if (spell->start <= day && (spell->end == LEGAL_NO_DATE || spell->end > day || (state != CARE_IN && spell->end == day)))
        {
          /* Of two that overlap the one that began first. */
          if (!holds || spell->start < holds->start)
            holds = spell;
        }
      else
        was_before |= spell->start < day && spell->end > rule->from;
    }

  if (rule->variant == MARMOT_CONTINUOUS_CARE_SSDA903 && has_short)
    return CONTINUOUS_SHORT_WITHIN;
  if (holds->start <= rule->from)
    return state == CARE_IN ? CARE_IN : CONTINUOUS_LEFT_TODAY_IN;
  if (was_before)
    return CONTINUOUS_BROKEN_OFF;
  if (columns->covered_from != LEGAL_NO_DATE && holds->start < columns->covered_from)
    return CONTINUOUS_START_UNKNOWN;
  return CONTINUOUS_RECENT;
}
