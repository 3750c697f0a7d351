/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What somebody is on a day: the tests of the Act, from eligible down to qualifying.
 *
 * Each test writes its sentence as it is made, if there is somewhere to write it. A test
 * that rests on something nobody recorded is neither met nor failed; it goes on to the next
 * ones, and the status then is one that cannot be determined, with all that it may be.
 */
#include "legal-private.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

#define BIT(status) (1u << MARMOT_CARE_STATUS_##status)
#define ANY_STATUS (BIT (ELIGIBLE) | BIT (RELEVANT) | BIT (FORMER_RELEVANT) | BIT (QUALIFYING) | BIT (NONE))

/* What the whole of a life casts doubt upon. */
#define BIRTH_PROBLEMS (LEGAL_START_BEFORE_BIRTH | LEGAL_FOUND_ADULT | LEGAL_UASC_DATES | LEGAL_DEATH_BEFORE_BIRTH)
#define CARE_PROBLEMS (LEGAL_END_BEFORE_START | LEGAL_OVERLAP)

/* One person on one day. */
typedef struct
{
  const LegalLife *life;
  const LegalTerms *terms;
  gint32 day;
  gint32 at_14;
  gint32 at_16;
  gint32 at_18;
  gint32 at_21;
  gint32 at_25;
  gint32 assumed_until;       /* care is assumed from 14 up to here, where the records do not
                               * say; LEGAL_NO_DATE for none */
  gint32 short_of;            /* what a period that ended counts beyond its end: 0 or 1 */
  GArray *steps;              /* nullable */
  LegalAnswer *answer;
} Case;

/* --- sentences ----------------------------------------------------------------------- */

static void add_step (const Case *self,
                      LegalRule rule,
                      MarmotCareAnswer answer,
                      const char *format,
                      ...) G_GNUC_PRINTF (4, 5);

static void
add_step (const Case *self,
          LegalRule rule,
          MarmotCareAnswer answer,
          const char *format,
          ...)
{
  LegalStep step = { .rule = rule, .answer = answer };
  va_list args;

  va_start (args, format);
  step.text = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->steps, step);
}

/* Nothing is printed where nobody reads it. */
#define SAY(self, rule, answer, ...)                     \
  G_STMT_START                                           \
  {                                                      \
    if ((self)->steps)                                   \
      add_step ((self), (rule), (answer), __VA_ARGS__);  \
  }                                                      \
  G_STMT_END

/* A day, printed if it is read; free it. */
static char *
print (const Case *self,
       gint32 day)
{
  return self->steps ? legal_print_day (day) : NULL;
}

static const char *
days_word (gint32 days)
{
  return days == 1 ? "day" : "days";
}

/* --- care ---------------------------------------------------------------------------- */

static gboolean
is_in (const LegalSpell *spell,
       gint32 day)
{
  return spell->start <= day && (spell->end == LEGAL_NO_DATE || spell->end > day);
}

/* Nobody is looked after from 18 on, whatever was left open. */
static const LegalSpell *
find_care (const Case *self,
           gint32 day,
           gboolean short_break)
{
  if (day >= self->at_18)
    return NULL;
  for (gsize i = 0; i < self->life->n_spells; i++)
    if ((self->life->spells[i].short_break != 0) == short_break && is_in (&self->life->spells[i], day))
      return &self->life->spells[i];
  return NULL;
}

/* The period, short breaks aside, that ended last by a day, and before 18 or on it. */
static const LegalSpell *
find_last (const Case *self,
           gint32 day)
{
  const LegalSpell *last = NULL;

  for (gsize i = 0; i < self->life->n_spells; i++)
    {
      const LegalSpell *spell = &self->life->spells[i];
      gint32 end = spell->end != LEGAL_NO_DATE ? spell->end : self->at_18;

      if (!spell->short_break && end <= day && (!last || end > (last->end != LEGAL_NO_DATE ? last->end : self->at_18)))
        last = spell;
    }
  return last;
}

static gint32
get_end (const Case *self,
         const LegalSpell *spell)
{
  return spell->end != LEGAL_NO_DATE ? spell->end : self->at_18;
}

/* The days of care in [from, limit). */
static gint32
count_days (const Case *self,
            gint32 from,
            gint32 limit)
{
  gint64 days = 0;

  if (self->assumed_until != LEGAL_NO_DATE && !self->terms->begun_after_14)
    days = MAX ((gint64) MIN (self->assumed_until, limit) - from, 0);
  for (gsize i = 0; i < self->life->n_spells; i++)
    {
      const LegalSpell *spell = &self->life->spells[i];
      gint64 start = MAX (spell->start, from);
      gint64 end = spell->end != LEGAL_NO_DATE ? (gint64) spell->end + self->short_of : self->at_18;

      if (spell->short_break && !self->terms->short_breaks_count)
        continue;
      if (self->terms->begun_after_14 && spell->start < self->at_14)
        continue;
      end = MIN (end, limit);
      if (end > start)
        days += end - start;
    }
  return (gint32) MIN (days, G_MAXINT32);
}

/* How many days of care a provision asks for. */
static gint32
get_needed (const Case *self,
            const LegalProvision *provision)
{
  return self->terms->days ? (gint32) self->terms->days : provision->days;
}

/* Whether somebody was an eligible child on the last day of a period, or would be but for
 * the day. */
static gboolean
was_eligible (const Case *self,
              const LegalSpell *spell)
{
  gint32 last_day = get_end (self, spell) - 1;
  gint32 limit = get_end (self, spell) + self->short_of;
  const LegalProvision *provision = legal_law_find (self->terms->law, LEGAL_ELIGIBLE, last_day);

  if (!provision || (last_day < self->at_16 && !self->terms->any_day_after_16))
    return FALSE;
  return count_days (self, self->at_14, limit) >= get_needed (self, provision)
         && (self->terms->any_day_after_16 || count_days (self, self->at_16, limit) >= 1);
}

/* Says why somebody was eligible before care ended, or was not. */
static void
say_was_eligible (const Case *self,
                  const LegalSpell *spell,
                  gboolean is_met)
{
  const LegalProvision *provision;
  gint32 end = get_end (self, spell);
  gint32 since_14, after_16;
  g_autofree char *left = NULL;

  if (!self->steps)
    return;
  left = legal_print_day (end);
  provision = legal_law_find (self->terms->law, LEGAL_ELIGIBLE, end - 1);
  if (!provision)
    {
      add_step (self, LEGAL_ELIGIBLE, NO, "Care ended on %s, when there were no eligible children in the law yet.", left);
      return;
    }
  since_14 = count_days (self, self->at_14, end + self->short_of);
  after_16 = count_days (self, self->at_16, end + self->short_of);
  if (is_met)
    add_step (self, LEGAL_ELIGIBLE, YES,
              "Care last ended on %s. By then there were %d %s of care since the 14th birthday, of the %d that are "
              "needed, and %d from the 16th birthday on: an eligible child until then.",
              left, since_14, days_word (since_14), get_needed (self, provision), after_16);
  else
    add_step (self, LEGAL_ELIGIBLE, NO,
              "Care last ended on %s. By then there were %d %s of care since the 14th birthday, of the %d that are "
              "needed, and %d from the 16th birthday on, of which one is needed: no eligible child.",
              left, since_14, days_word (since_14), get_needed (self, provision), after_16);
}

/* --- facts --------------------------------------------------------------------------- */

static gboolean
is_known (const Case *self,
          guint32 fact)
{
  if (self->life->complete & fact)
    return TRUE;
  for (gsize i = 0; i < self->life->n_facts; i++)
    if (self->life->facts[i].fact == fact)
      return TRUE;
  return FALSE;
}

static gboolean
holds_on (const LegalFact *fact,
          gint32 day)
{
  return fact->start <= day && (fact->end == LEGAL_NO_DATE || fact->end > day);
}

static const LegalFact *
find_fact (const Case *self,
           guint32 kind,
           gint32 day)
{
  for (gsize i = 0; i < self->life->n_facts; i++)
    if (self->life->facts[i].fact == kind && holds_on (&self->life->facts[i], day))
      return &self->life->facts[i];
  return NULL;
}

/* "six", or a number that is not the law's. */
static char *
print_months (const Case *self,
              gint32 months)
{
  if (!self->steps)
    return NULL;
  return months == 6 ? g_strdup ("six") : g_strdup_printf ("%d", months);
}

/* Whether six months at home since a period of care, or since before it ended, have made
 * somebody no relevant child. */
static MarmotCareAnswer
is_home (const Case *self,
         const LegalSpell *last)
{
  const LegalProvision *provision = legal_law_find (self->terms->law, LEGAL_HOME, self->day);
  gint32 months, since, done;
  g_autofree char *since_text = NULL, *done_text = NULL, *months_text = NULL;

  if (!provision || self->terms->ignore_home)
    return NO;
  months = self->terms->home_months ? (gint32) self->terms->home_months : provision->months;
  months_text = print_months (self, months);

  for (gsize i = 0; i < self->life->n_facts; i++)
    {
      const LegalFact *fact = &self->life->facts[i];
      gboolean lasts = fact->end == LEGAL_NO_DATE || fact->end > self->day;

      if (fact->fact != MARMOT_CARE_FACTS_HOME_WITH_PARENT || fact->start > self->day)
        continue;
      done = legal_add_months (fact->start, months);
      if (done == LEGAL_NO_DATE || done > self->day || done >= self->at_18)
        continue;
      if (fact->end != LEGAL_NO_DATE && (fact->end < done || fact->end <= get_end (self, last)))
        continue;
      since_text = print (self, fact->start);
      done_text = print (self, lasts ? done : fact->end);
      if (lasts)
        {
          SAY (self, LEGAL_HOME, YES, "Home with a parent or another with parental responsibility since %s: %s months "
               "were over on %s, before the 18th birthday.", since_text, months_text, done_text);
          return YES;
        }
      SAY (self, LEGAL_HOME, NO, "Home with a parent or another with parental responsibility from %s, and that ended on "
           "%s: a relevant child again.", since_text, done_text);
      return NO;
    }
  if (is_known (self, MARMOT_CARE_FACTS_HOME_WITH_PARENT))
    {
      SAY (self, LEGAL_HOME, NO, "Not at home with a parent for %s months before the 18th birthday.", months_text);
      return NO;
    }

  switch ((LegalLeft) last->left)
    {
    case LEGAL_LEFT_HOME:
    case LEGAL_LEFT_ORDER:
    case LEGAL_LEFT_GUARDIAN:
    case LEGAL_LEFT_UNKNOWN:
    case LEGAL_LEFT_UNCLEAR:
      break;
    case LEGAL_LEFT_OPEN:
    case LEGAL_LEFT_ADOPTED:
    case LEGAL_LEFT_DIED:
    case LEGAL_LEFT_TRANSFERRED:
    case LEGAL_LEFT_ADULT:
    case LEGAL_LEFT_AWAY:
    default:
      return NO;
    }
  since = last->home_from != LEGAL_NO_DATE ? last->home_from : get_end (self, last);
  done = legal_add_months (since, months);
  if (done == LEGAL_NO_DATE || done > self->day || done >= self->at_18)
    return NO;
  since_text = print (self, since);
  done_text = print (self, done);
  SAY (self, LEGAL_HOME, MAYBE, "May have been home with a parent or another with parental responsibility since %s; %s "
       "months were over on %s. Nobody recorded it.", since_text, months_text, done_text);
  self->answer->depends_on |= MARMOT_CARE_FACTS_HOME_WITH_PARENT;
  return MAYBE;
}

/* --- relevant ------------------------------------------------------------------------ */

/* Section 23A(3): detained or in hospital on the 16th birthday. */
static MarmotCareAnswer
is_relevant_detained (const Case *self)
{
  const LegalProvision *provision = legal_law_find (self->terms->law, LEGAL_RELEVANT_DETAINED, self->day);
  const LegalFact *fact;
  gint32 before;

  if (!provision || self->terms->ignore_detained)
    return NO;
  fact = find_fact (self, MARMOT_CARE_FACTS_DETAINED, self->at_16);
  if (fact)
    {
      before = count_days (self, self->at_14, fact->start);
      if (before < get_needed (self, provision))
        {
          SAY (self, LEGAL_RELEVANT_DETAINED, NO, "Detained or in hospital on the 16th birthday, with %d %s of care since "
               "the 14th birthday before that, of the %d that are needed.", before, days_word (before),
               get_needed (self, provision));
          return NO;
        }
      SAY (self, LEGAL_RELEVANT_DETAINED, YES, "Detained or in hospital on the 16th birthday, with %d %s of care since the "
           "14th birthday before that, of the %d that are needed.", before, days_word (before),
           get_needed (self, provision));
      return YES;
    }
  if (is_known (self, MARMOT_CARE_FACTS_DETAINED) || find_care (self, self->at_16, FALSE))
    return NO;
  before = count_days (self, self->at_14, self->at_16);
  if (before < get_needed (self, provision))
    return NO;
  SAY (self, LEGAL_RELEVANT_DETAINED, MAYBE, "Not looked after on the 16th birthday, after %d %s of care since the 14th. "
       "Whether detained or in hospital on that day, nobody recorded.", before, days_word (before));
  self->answer->depends_on |= MARMOT_CARE_FACTS_DETAINED;
  return MAYBE;
}

/* Section 23A(2), and (3) where that does not do. From 18 on, whether the person was one and
 * would be one if under 18. */
static MarmotCareAnswer
is_relevant (const Case *self,
             LegalRule *rule)
{
  const LegalSpell *last = find_last (self, self->day);
  gboolean is_adult = self->day >= self->at_18;
  MarmotCareAnswer home, detained;

  *rule = LEGAL_RELEVANT;
  if (!legal_law_find (self->terms->law, LEGAL_RELEVANT, is_adult ? self->at_18 - 1 : self->day))
    return NO;
  if (last && last->left == LEGAL_LEFT_ADOPTED)
    {
      SAY (self, LEGAL_NO_RULE, NO, "Care ended by adoption: a child of the adopters since.");
      return NO;
    }
  /* Who was looked after until 18 was never one by (2), but for an earlier time. */
  if (last && (!is_adult || get_end (self, last) < self->at_18))
    {
      gboolean is_met = was_eligible (self, last);

      say_was_eligible (self, last, is_met);
      home = is_met ? is_home (self, last) : YES;
      if (home != YES)
        return home == NO ? YES : MAYBE;
    }
  /* Six months at home end (2) alone: the power of section 23A(3)(b) reaches no further. */
  detained = is_relevant_detained (self);
  if (detained != NO)
    *rule = LEGAL_RELEVANT_DETAINED;
  return detained;
}

/* --- former relevant ------------------------------------------------------------------ */

/* The period that somebody was looked after in on reaching 18. */
static const LegalSpell *
find_care_at_18 (const Case *self)
{
  for (gsize i = 0; i < self->life->n_spells; i++)
    {
      const LegalSpell *spell = &self->life->spells[i];

      if (!spell->short_break && spell->start < self->at_18 && get_end (self, spell) >= self->at_18)
        return spell;
    }
  return NULL;
}

/* Which duty there is from 21 to 24. */
static MarmotCareAnswer
find_later_duty (const Case *self,
                 LegalRule *rule)
{
  const LegalFact *asked = NULL;

  if (legal_law_find (self->terms->law, LEGAL_ON_REQUEST, self->day))
    {
      *rule = LEGAL_ON_REQUEST;
      asked = find_fact (self, MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT, self->day);
      self->answer->returner = asked != NULL;
      SAY (self, LEGAL_ON_REQUEST, YES, asked ? "From 21 to 24 there is advice and support for those who ask, and the young "
           "person asked." : "From 21 to 24 there is advice and support for those who ask; that the young person asked is "
           "not recorded.");
      return YES;
    }
  *rule = legal_law_find (self->terms->law, LEGAL_EDUCATION, self->day) ? LEGAL_EDUCATION : LEGAL_PLANNED;
  if (!legal_law_find (self->terms->law, *rule, self->day))
    {
      SAY (self, LEGAL_FORMER_RELEVANT, NO, "The duties ended at 21, by the law of that day.");
      return NO;
    }
  if (find_fact (self, MARMOT_CARE_FACTS_EDUCATION, self->day))
    {
      SAY (self, *rule, YES, "In a programme of education or training.");
      return YES;
    }
  if (is_known (self, MARMOT_CARE_FACTS_EDUCATION))
    {
      SAY (self, *rule, NO, "From 21 on, by the law of that day, the duties were to those in education or "
           "training; not in any.");
      return NO;
    }
  SAY (self, *rule, MAYBE, "From 21 on, by the law of that day, the duties were to those in education or "
       "training. Nobody recorded it.");
  self->answer->depends_on |= MARMOT_CARE_FACTS_EDUCATION;
  return MAYBE;
}

static MarmotCareAnswer
is_former_relevant (const Case *self,
                    LegalRule *rule)
{
  const LegalSpell *at_18 = find_care_at_18 (self);
  MarmotCareAnswer was, duty;
  LegalRule by;

  if (!legal_law_find (self->terms->law, LEGAL_FORMER_RELEVANT, self->day))
    return NO;
  if (at_18 && at_18->left != LEGAL_LEFT_ADOPTED && was_eligible (self, at_18))
    {
      SAY (self, LEGAL_FORMER_AT_18, YES, "Looked after on reaching 18, after %d %s of care since the 14th birthday: an "
           "eligible child immediately before.", self->answer->days_since_14, days_word (self->answer->days_since_14));
      *rule = LEGAL_FORMER_AT_18;
      was = YES;
    }
  else
    {
      if (at_18)
        say_was_eligible (self, at_18, FALSE);
      was = is_relevant (self, &by);
      *rule = LEGAL_FORMER_RELEVANT;
      if (was == YES)
        SAY (self, LEGAL_FORMER_RELEVANT, YES, "Was a relevant child, and would be one if under 18.");
    }
  if (was == NO || self->day < self->at_21)
    return was;

  duty = find_later_duty (self, rule);
  return duty == NO ? NO : duty == MAYBE || was == MAYBE ? MAYBE : YES;
}

/* --- qualifying ---------------------------------------------------------------------- */

/* Whether care stood immediately before a day. */
static gboolean
was_in_care_before (const Case *self,
                    gint32 day)
{
  for (gsize i = 0; i < self->life->n_spells; i++)
    if (self->life->spells[i].start < day && get_end (self, &self->life->spells[i]) >= day)
      return TRUE;
  return FALSE;
}

/* Whether a recorded special guardianship order makes somebody qualify (section 24(1A)),
 * which does not ask for one who is looked after no longer. */
static gboolean
has_guardian (const Case *self)
{
  gint32 when = MIN (self->day, self->at_18);
  g_autofree char *made = NULL;

  if (!legal_law_find (self->terms->law, LEGAL_QUALIFYING_GUARDIAN, self->day) || self->terms->ignore_guardianship)
    return FALSE;
  for (gsize i = 0; i < self->life->n_facts; i++)
    {
      const LegalFact *fact = &self->life->facts[i];
      gboolean holds = fact->start <= when && (fact->end == LEGAL_NO_DATE || fact->end > when
                                               || (when == self->at_18 && fact->end == when));

      if (fact->fact != MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP || !holds || !was_in_care_before (self, fact->start))
        continue;
      made = print (self, fact->start);
      SAY (self, LEGAL_QUALIFYING_GUARDIAN, YES, "A special guardianship order was made on %s, looked after immediately "
           "before it, and %s.", made, self->day < self->at_18 ? "it is in force" : "it was in force at 18");
      return TRUE;
    }
  return FALSE;
}

/* Section 24(1A), and where no order is recorded, what the end of care says of one. */
static MarmotCareAnswer
is_qualifying_guardian (const Case *self)
{
  const LegalSpell *last;
  g_autofree char *made = NULL;

  if (has_guardian (self))
    return YES;
  if (!legal_law_find (self->terms->law, LEGAL_QUALIFYING_GUARDIAN, self->day) || self->terms->ignore_guardianship
      || is_known (self, MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP))
    return NO;
  last = find_last (self, self->day);
  if (!last)
    return NO;
  if (last->left == LEGAL_LEFT_GUARDIAN)
    {
      made = print (self, get_end (self, last));
      SAY (self, LEGAL_QUALIFYING_GUARDIAN, YES, "Care ended on %s by a special guardianship order; that it ended is not "
           "recorded.", made);
      return YES;
    }
  if (last->left != LEGAL_LEFT_UNKNOWN)
    return NO;
  SAY (self, LEGAL_QUALIFYING_GUARDIAN, MAYBE, "Why care ended is not recorded: it may have been by a special guardianship "
       "order.");
  self->answer->depends_on |= MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP;
  return MAYBE;
}

/* Section 24(1B): looked after, accommodated or fostered at some time from 16 on, while a
 * child. The exclusion of short breaks is regulation 40's, and is not here. */
static MarmotCareAnswer
is_qualifying_after_16 (const Case *self,
                        LegalRule rule)
{
  const LegalSpell *last = find_last (self, self->day);

  if (last && last->left == LEGAL_LEFT_ADOPTED)
    return NO;
  if (self->assumed_until != LEGAL_NO_DATE && self->assumed_until > self->at_16)
    return YES;
  for (gsize i = 0; i < self->life->n_spells; i++)
    {
      const LegalSpell *spell = &self->life->spells[i];

      if (get_end (self, spell) > self->at_16 && spell->start < self->at_18 && get_end (self, spell) <= self->day)
        {
          SAY (self, rule, YES, "Looked after at some time from the 16th birthday on, while a child, and no "
               "longer.");
          return YES;
        }
    }
  for (gsize i = 0; i < self->life->n_facts; i++)
    {
      const LegalFact *fact = &self->life->facts[i];

      if (fact->fact == MARMOT_CARE_FACTS_OTHER_ACCOMMODATION && fact->start < self->at_18
          && fact->end != LEGAL_NO_DATE && fact->end > self->at_16 && fact->end <= self->day)
        {
          SAY (self, rule, YES, "Accommodated or fostered at some time from the 16th birthday on, while a child, "
               "and no longer.");
          return YES;
        }
    }
  SAY (self, rule, NO, "Not looked after, accommodated or fostered at any time from the 16th birthday on while a "
       "child, as far as is recorded.");
  return NO;
}

static MarmotCareAnswer
is_qualifying (const Case *self,
               LegalRule *rule)
{
  MarmotCareAnswer guardian, after_16;

  *rule = legal_law_find (self->terms->law, LEGAL_QUALIFYING, self->day) ? LEGAL_QUALIFYING : LEGAL_QUALIFYING_1991;
  if (self->day >= self->at_21 || !legal_law_find (self->terms->law, *rule, self->day))
    return NO;
  guardian = is_qualifying_guardian (self);
  if (guardian == YES)
    {
      *rule = LEGAL_QUALIFYING_GUARDIAN;
      return YES;
    }
  after_16 = is_qualifying_after_16 (self, *rule);
  if (after_16 == YES)
    {
      /* Either way it is the same status: nothing depends on the order. */
      self->answer->depends_on &= ~(guint32) MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP;
      return YES;
    }
  return guardian;
}

/* --- care that went on elsewhere ------------------------------------------------------ */

/* After a transfer the child is looked after by another authority; until when, these records
 * do not say. TRUE if that settles the status, or leaves it open. */
static gboolean
apply_transfer (Case *self)
{
  const LegalSpell *last = find_last (self, self->day);
  LegalAnswer *answer = self->answer;
  gboolean was = last && last->left == LEGAL_LEFT_TRANSFERRED && was_eligible (self, last);
  const LegalProvision *home;
  g_autofree char *moved = NULL;
  gint32 done;

  if (!last || last->left != LEGAL_LEFT_TRANSFERRED || get_end (self, last) >= self->at_18)
    return FALSE;
  moved = print (self, get_end (self, last));
  answer->days_since_14 = answer->days_after_16 = -1;
  say_was_eligible (self, last, was);
  SAY (self, LEGAL_RESPONSIBLE, YES, "Looked after by another authority from %s on; until when is not in these records.",
       moved);
  if (self->day < self->at_18)
    {
      if (was && self->day == get_end (self, last))
        {
          answer->status = MARMOT_CARE_STATUS_ELIGIBLE;
          answer->possible = BIT (ELIGIBLE);
          answer->rule = LEGAL_ELIGIBLE;
          return TRUE;
        }
      answer->status = MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED;
      answer->possible = was ? BIT (ELIGIBLE) | BIT (RELEVANT)
                             : BIT (ELIGIBLE) | BIT (RELEVANT) | BIT (QUALIFYING) | BIT (NONE);
      answer->depends_on = LEGAL_DEPENDS_CARE;
      return TRUE;
    }
  home = legal_law_find (self->terms->law, LEGAL_HOME, self->at_18 - 1);
  done = legal_add_months (get_end (self, last), self->terms->home_months ? (gint32) self->terms->home_months
                                                 : home ? home->months : 0);
  if (was && (self->terms->ignore_home || !home || done >= self->at_18)
      && (self->day < self->at_21 || legal_law_find (self->terms->law, LEGAL_ON_REQUEST, self->day)))
    {
      /* Relevant, or in care and eligible, until 18: either way former relevant. */
      answer->status = MARMOT_CARE_STATUS_FORMER_RELEVANT;
      answer->possible = BIT (FORMER_RELEVANT);
      answer->rule = self->day < self->at_21 ? LEGAL_NO_RULE : LEGAL_ON_REQUEST;
      answer->returner = self->day >= self->at_21 && find_fact (self, MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT, self->day);
      return TRUE;
    }
  answer->status = MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED;
  answer->possible = BIT (FORMER_RELEVANT) | BIT (NONE) | (self->day < self->at_21 ? BIT (QUALIFYING) : 0);
  answer->depends_on = LEGAL_DEPENDS_CARE;
  return TRUE;
}

/* --- all together --------------------------------------------------------------------- */

static void
set_status (LegalAnswer *answer,
            MarmotCareStatus status,
            LegalRule rule)
{
  answer->status = status;
  answer->possible = 1u << status;
  answer->rule = rule;
}

static void
set_unknown (LegalAnswer *answer,
             guint32 possible,
             guint32 depends_on)
{
  answer->status = MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED;
  answer->possible = possible;
  answer->rule = LEGAL_NO_RULE;
  answer->depends_on |= depends_on;
}

/* Takes a test's answer up: TRUE if it settles the status. */
static gboolean
take (LegalAnswer *answer,
      MarmotCareAnswer test,
      MarmotCareStatus status,
      LegalRule rule)
{
  if (test == NO)
    return FALSE;
  if (test == MAYBE || answer->possible)
    {
      answer->possible |= 1u << status;
      answer->status = MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED;
      return test == YES;
    }
  set_status (answer, status, rule);
  return TRUE;
}

/* The status of a child who is looked after and not eligible. */
static void
set_in_care (Case *self)
{
  if (has_guardian (self))
    set_status (self->answer, MARMOT_CARE_STATUS_QUALIFYING, LEGAL_QUALIFYING_GUARDIAN);
  else
    set_status (self->answer, MARMOT_CARE_STATUS_NONE, LEGAL_NO_RULE);
}

/* The tests, of somebody from 16 to 24 of whom nothing contradicts itself. */
static void
apply_tests (Case *self,
             const LegalSpell *care)
{
  const LegalProvision *provision = legal_law_find (self->terms->law, LEGAL_ELIGIBLE, self->day);
  LegalAnswer *answer = self->answer;
  LegalRule rule = LEGAL_NO_RULE;
  MarmotCareAnswer test;
  g_autofree char *since = NULL;

  answer->possible = 0;
  if (!care && apply_transfer (self))
    return;
  if (care)
    {
      gboolean is_met = provision && answer->days_since_14 >= get_needed (self, provision);

      since = print (self, care->start);
      SAY (self, LEGAL_LOOKED_AFTER, YES, "Looked after on this day, since %s.", since);
      if (!provision)
        {
          SAY (self, LEGAL_ELIGIBLE, NO, "There were no eligible children in the law of this day.");
          set_status (answer, MARMOT_CARE_STATUS_NONE, LEGAL_NO_RULE);
          return;
        }
      SAY (self, LEGAL_ELIGIBLE, is_met ? YES : NO, "%d %s of care since the 14th birthday, this day included; %d are needed.",
           answer->days_since_14, days_word (answer->days_since_14), get_needed (self, provision));
      if (is_met)
        set_status (answer, MARMOT_CARE_STATUS_ELIGIBLE, LEGAL_ELIGIBLE);
      else
        set_in_care (self);
      return;
    }
  if (self->day < self->at_18)
    {
      if (find_care (self, self->day, TRUE))
        {
          SAY (self, LEGAL_SHORT_BREAKS, NO, "Looked after on this day in a short break, one of a series: that makes no "
               "eligible child, and one who is looked after is no relevant child.");
          set_in_care (self);
          return;
        }
      SAY (self, LEGAL_LOOKED_AFTER, NO, "Not looked after on this day.");
      test = is_relevant (self, &rule);
      if (take (answer, test, MARMOT_CARE_STATUS_RELEVANT, rule))
        return;
    }
  else
    {
      test = is_former_relevant (self, &rule);
      if (take (answer, test, MARMOT_CARE_STATUS_FORMER_RELEVANT, rule))
        return;
    }
  test = is_qualifying (self, &rule);
  if (take (answer, test, MARMOT_CARE_STATUS_QUALIFYING, rule))
    return;
  if (answer->possible)
    answer->possible |= BIT (NONE);
  else
    set_status (answer, MARMOT_CARE_STATUS_NONE, LEGAL_NO_RULE);
}

/* Up to which day since 14 there may have been care that the records do not hold: until they
 * begin, or until the first period that they do hold. */
static gint32
find_unrecorded (const Case *self)
{
  gint32 until = self->life->covered_from;

  if (until == LEGAL_NO_DATE)
    return LEGAL_NO_DATE;
  for (gsize i = 0; i < self->life->n_spells; i++)
    if (!self->life->spells[i].short_break)
      until = MIN (until, self->life->spells[i].start);
  return until > self->at_14 ? until : LEGAL_NO_DATE;
}

/* Applies the tests once more, as if all those days had been care: if that is another
 * status, nobody can say which it is. */
static void
doubt_unrecorded (Case *self,
                  const LegalSpell *care)
{
  LegalAnswer *answer = self->answer;
  LegalAnswer assumed = *answer;
  Case other = *self;
  g_autofree char *from = NULL;

  other.assumed_until = find_unrecorded (self);
  if (other.assumed_until == LEGAL_NO_DATE || answer->days_since_14 < 0)
    return;
  other.steps = NULL;
  other.answer = &assumed;
  assumed.days_since_14 = count_days (&other, self->at_14, self->day + 1);
  assumed.days_after_16 = count_days (&other, self->at_16, self->day + 1);
  assumed.depends_on = 0;
  apply_tests (&other, care);
  if (assumed.status == answer->status && assumed.possible == answer->possible)
    return;
  from = print (self, self->life->covered_from);
  SAY (self, LEGAL_LOOKED_AFTER, MAYBE, "The records begin on %s: care since the 14th birthday that ended before, they do "
       "not say.", from);
  answer->possible |= assumed.possible;
  answer->status = MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED;
  answer->depends_on |= assumed.depends_on | LEGAL_DEPENDS_CARE;
}

/* FALSE if the answer is settled by death, age or what contradicts itself. */
static gboolean
apply_limits (Case *self,
              guint32 problems)
{
  const LegalLife *life = self->life;
  LegalAnswer *answer = self->answer;
  gint32 day = self->day;

  if (life->death != LEGAL_NO_DATE && day >= life->death && !(problems & (LEGAL_AFTER_DEATH | LEGAL_DEATH_BEFORE_BIRTH)))
    {
      SAY (self, LEGAL_NO_RULE, NO, "The young person has died.");
      set_status (answer, MARMOT_CARE_STATUS_NONE, LEGAL_NO_RULE);
      return FALSE;
    }
  if (problems & LEGAL_NO_BIRTH)
    {
      SAY (self, LEGAL_NO_RULE, MAYBE, "The date of birth is not known, and every test asks for an age.");
      set_unknown (answer, ANY_STATUS, LEGAL_DEPENDS_BIRTH);
      return FALSE;
    }
  if (problems & BIRTH_PROBLEMS)
    {
      SAY (self, LEGAL_NO_RULE, MAYBE, "What is recorded contradicts the date of birth, and every test asks for an age.");
      set_unknown (answer, ANY_STATUS, LEGAL_DEPENDS_BIRTH);
      return FALSE;
    }
  if (day < self->at_16 || day >= self->at_25)
    {
      g_autofree char *birthday = print (self, day < self->at_16 ? self->at_16 : self->at_25);

      SAY (self, LEGAL_REACHING_AGE, NO, day < self->at_16 ? "Not yet 16, which will be on %s."
                                                           : "25 since %s: the duties to care leavers are over.", birthday);
      set_status (answer, MARMOT_CARE_STATUS_NONE, LEGAL_NO_RULE);
      return FALSE;
    }
  if (life->death != LEGAL_NO_DATE && day >= life->death)
    {
      SAY (self, LEGAL_NO_RULE, MAYBE, "Death is recorded, and care or a contact after it.");
      set_unknown (answer, ANY_STATUS, LEGAL_DEPENDS_DEATH);
      return FALSE;
    }
  if (problems & (CARE_PROBLEMS | LEGAL_NO_SPELLS) || (problems & LEGAL_CARE_AFTER_18 && day >= self->at_18))
    {
      SAY (self, LEGAL_LOOKED_AFTER, MAYBE, problems & LEGAL_NO_SPELLS
           ? "No period of care is recorded."
           : problems & CARE_PROBLEMS ? "The periods of care contradict each other."
                                      : "A period of care goes on after the 18th birthday, when nobody is looked after.");
      set_unknown (answer, ANY_STATUS, LEGAL_DEPENDS_CARE);
      return FALSE;
    }
  for (gsize i = 0; problems & LEGAL_FACT_ENDS_FIRST && i < life->n_facts; i++)
    if (life->facts[i].end != LEGAL_NO_DATE && life->facts[i].end < life->facts[i].start)
      answer->depends_on |= life->facts[i].fact;
  if (problems & LEGAL_FACT_ENDS_FIRST)
    {
      SAY (self, LEGAL_NO_RULE, MAYBE, "A fact is recorded that ends before it starts.");
      set_unknown (answer, ANY_STATUS, 0);
      return FALSE;
    }
  if (life->covered_until != LEGAL_NO_DATE && day >= life->covered_until && life->covered_until < self->at_18)
    {
      g_autofree char *last = print (self, life->covered_until - 1);

      SAY (self, LEGAL_LOOKED_AFTER, MAYBE, "The records end on %s: what came after, up to the 18th birthday, they do not "
           "say.", last);
      set_unknown (answer, ANY_STATUS, LEGAL_DEPENDS_LATER);
      return FALSE;
    }
  if (!legal_law_find (self->terms->law, LEGAL_ELIGIBLE, day)
      && !legal_law_find (self->terms->law, LEGAL_QUALIFYING_1991, day))
    {
      SAY (self, LEGAL_NO_RULE, MAYBE, "The law of that day is not in what this library knows.");
      set_unknown (answer, ANY_STATUS, LEGAL_DEPENDS_LAW);
      return FALSE;
    }
  return TRUE;
}

/* Children and Social Work Act 2017, section 1. */
static void
apply_corporate (Case *self,
                 guint32 problems,
                 gboolean is_dead,
                 gboolean is_in_care)
{
  const LegalLife *life = self->life;
  LegalAnswer *answer = self->answer;
  guint32 covered = BIT (ELIGIBLE) | BIT (RELEVANT) | BIT (FORMER_RELEVANT);

  if (!legal_law_find (self->terms->law, LEGAL_CORPORATE_PARENTING, self->day))
    {
      answer->corporate = NO;
      SAY (self, LEGAL_CORPORATE_PARENTING, NO, "The corporate parenting principles were not law on this day.");
      return;
    }
  if (is_dead || (life->birth != LEGAL_NO_DATE && self->day < life->birth))
    answer->corporate = NO;
  else if (is_in_care)
    answer->corporate = YES;
  else if (answer->status != MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
    answer->corporate = (answer->possible & covered) ? YES : NO;
  else
    answer->corporate = !(answer->possible & ~covered) ? YES : !(answer->possible & covered) ? NO : MAYBE;

  /* Of a child under 16 the status is none, and what the records leave open is care. */
  if (answer->corporate == NO && !is_dead && answer->status == MARMOT_CARE_STATUS_NONE && self->at_16 != LEGAL_NO_DATE
      && self->day < self->at_16 && self->day >= life->birth
      && ((life->covered_until != LEGAL_NO_DATE && self->day >= life->covered_until)
          || problems & (CARE_PROBLEMS | LEGAL_NO_SPELLS)))
    answer->corporate = MAYBE;
  SAY (self, LEGAL_CORPORATE_PARENTING, answer->corporate,
       answer->corporate == YES  ? "The corporate parenting principles apply."
       : answer->corporate == NO ? "The corporate parenting principles do not apply."
                                 : "Whether the corporate parenting principles apply cannot be determined.");
}

static void
say_answer (Case *self)
{
  const LegalAnswer *answer = self->answer;
  const LegalProvision *provision
      = answer->rule != LEGAL_NO_RULE ? legal_law_find (self->terms->law, answer->rule, self->day) : NULL;
  g_autofree char *day = NULL;

  if (!self->steps)
    return;
  day = legal_print_day (self->day);
  switch (answer->status)
    {
    case MARMOT_CARE_STATUS_ELIGIBLE:
    case MARMOT_CARE_STATUS_RELEVANT:
    case MARMOT_CARE_STATUS_FORMER_RELEVANT:
    case MARMOT_CARE_STATUS_QUALIFYING:
      {
        static const char *const called[] = {
          [MARMOT_CARE_STATUS_ELIGIBLE] = "an eligible child",
          [MARMOT_CARE_STATUS_RELEVANT] = "a relevant child",
          [MARMOT_CARE_STATUS_FORMER_RELEVANT] = "a former relevant child",
          [MARMOT_CARE_STATUS_QUALIFYING] = "a person qualifying for advice and assistance",
        };

        add_step (self, answer->rule, YES, "On %s: %s%s%s%s%s.", day, called[answer->status],
                  answer->returner ? ", who has asked for support" : "", provision ? " (" : "",
                  provision ? provision->authority : "", provision ? ")" : "");
        break;
      }
    case MARMOT_CARE_STATUS_NONE:
      add_step (self, LEGAL_NO_RULE, NO, "On %s: none of the statuses of a care leaver.", day);
      break;
    case MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED:
    default:
      {
        g_auto (GStrv) names = legal_list_depends (answer->depends_on);
        g_autofree char *list = g_strjoinv (", ", names);

        add_step (self, LEGAL_NO_RULE, MAYBE, "On %s: cannot be determined; it depends on: %s.", day, list);
        break;
      }
    }
}

void
legal_evaluate (const LegalLife *life,
                const LegalTerms *terms,
                guint32 problems,
                gint32 day,
                GArray *steps,
                LegalAnswer *answer)
{
  Case self = { .life = life, .terms = terms, .day = day, .steps = steps, .answer = answer,
                .assumed_until = LEGAL_NO_DATE };
  const LegalSpell *care = NULL, *last;
  gboolean is_in_care = FALSE;

  *answer = (LegalAnswer){ .rule = LEGAL_NO_RULE, .days_since_14 = -1, .days_after_16 = -1 };
  self.short_of = terms->day_count == MARMOT_CARE_DAY_COUNT_INCLUSIVE;
  self.at_14 = legal_birthday (life->birth, 14, terms->leap_birthday);
  self.at_16 = legal_birthday (life->birth, 16, terms->leap_birthday);
  self.at_18 = legal_birthday (life->birth, 18, terms->leap_birthday);
  self.at_21 = legal_birthday (life->birth, 21, terms->leap_birthday);
  self.at_25 = legal_birthday (life->birth, 25, terms->leap_birthday);

  if (problems & LEGAL_NO_BIRTH)
    {
      self.at_18 = G_MAXINT32;
      is_in_care = find_care (&self, day, FALSE) || find_care (&self, day, TRUE);
    }
  else
    {
      care = find_care (&self, day, FALSE);
      is_in_care = care || find_care (&self, day, TRUE);
      if (day >= life->birth)
        {
          answer->days_since_14 = count_days (&self, self.at_14, day < G_MAXINT32 ? day + 1 : day);
          answer->days_after_16 = count_days (&self, self.at_16, day < G_MAXINT32 ? day + 1 : day);
        }
      last = care ? NULL : find_last (&self, day);
      answer->authority_moved = last && last->left == LEGAL_LEFT_TRANSFERRED;
    }
  if (life->covered_until != LEGAL_NO_DATE && day >= life->covered_until)
    is_in_care = FALSE;

  if (apply_limits (&self, problems))
    {
      apply_tests (&self, care);
      doubt_unrecorded (&self, care);
      if (answer->status != MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
        answer->depends_on = 0;
      else
        {
          answer->rule = LEGAL_NO_RULE;
          answer->returner = FALSE;
        }
      if (answer->status != MARMOT_CARE_STATUS_FORMER_RELEVANT)
        answer->returner = FALSE;
      if (answer->authority_moved)
        SAY (&self, LEGAL_RESPONSIBLE, YES, "The responsible authority is the one that last looked after the young person: "
             "another one.");
    }
  apply_corporate (&self, problems,
                   life->death != LEGAL_NO_DATE && day >= life->death && !(problems & LEGAL_AFTER_DEATH), is_in_care);
  say_answer (&self);
}
