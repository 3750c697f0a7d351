/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Statuses over a life: the days on which anything can change, each asked once.
 */
#include "legal-private.h"

#include <stdlib.h>

static void
add_day (GArray *days,
         gint64 day)
{
  gint32 value = (gint32) day;

  if (day > LEGAL_NO_DATE && day <= G_MAXINT32)
    g_array_append_val (days, value);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

/* The days since 14 of which the records do not say whether they were care. */
static gint64
find_unrecorded (const LegalLife *life,
                 gint32 at_14)
{
  gint64 until = life->covered_from;

  if (life->covered_from == LEGAL_NO_DATE)
    return 0;
  for (gsize i = 0; i < life->n_spells; i++)
    if (!life->spells[i].short_break)
      until = MIN (until, life->spells[i].start);
  return MAX (until - at_14, 0);
}

/* The day on which the days of care since 14 reach a number, in each period in which they
 * can. */
static void
add_reaching (GArray *days,
              const LegalLife *life,
              const LegalTerms *terms,
              gint32 at_14,
              gint32 needed,
              gint64 so_far)
{
  for (gsize i = 0; i < life->n_spells; i++)
    {
      const LegalSpell *spell = &life->spells[i];
      gint64 start = MAX (spell->start, at_14);

      if ((spell->short_break && !terms->short_breaks_count) || (terms->begun_after_14 && spell->start < at_14))
        continue;
      add_day (days, start + needed - so_far - 1);
      if (spell->end != LEGAL_NO_DATE && spell->end > start)
        so_far += spell->end - start + (terms->day_count == MARMOT_CARE_DAY_COUNT_INCLUSIVE);
    }
}

static void
add_law (GArray *days,
         const LegalLife *life,
         const LegalTerms *terms,
         gint32 at_14)
{
  gsize n;
  const LegalProvision *provisions = legal_law_peek (terms->law, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (provisions[i].from != LEGAL_NO_DATE)
        add_day (days, provisions[i].from);
      if (provisions[i].until != LEGAL_NO_DATE)
        add_day (days, provisions[i].until);
      if (provisions[i].days)
        {
          gint32 needed = terms->days ? (gint32) terms->days : provisions[i].days;

          add_reaching (days, life, terms, at_14, needed, 0);
          /* As if what no record holds had been care. */
          add_reaching (days, life, terms, at_14, needed, find_unrecorded (life, at_14));
        }
      if (!provisions[i].months && !terms->home_months)
        continue;
      /* Home for so many months: since a fact, a placement with parents, or the end of care. */
      for (gsize j = 0; j < life->n_facts; j++)
        add_day (days, legal_add_months (life->facts[j].start,
                                         terms->home_months ? (gint32) terms->home_months : provisions[i].months));
      for (gsize j = 0; j < life->n_spells; j++)
        {
          gint32 months = terms->home_months ? (gint32) terms->home_months : provisions[i].months;

          if (life->spells[j].home_from != LEGAL_NO_DATE)
            add_day (days, legal_add_months (life->spells[j].home_from, months));
          if (life->spells[j].end != LEGAL_NO_DATE)
            add_day (days, legal_add_months (life->spells[j].end, months));
        }
    }
}

static GArray *
list_days (const LegalLife *life,
           const LegalTerms *terms)
{
  static const gint32 ages[] = { 14, 16, 18, 21, 25 };
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  add_day (days, life->birth);
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    add_day (days, legal_birthday (life->birth, ages[i], terms->leap_birthday));
  if (life->death != LEGAL_NO_DATE)
    add_day (days, life->death);
  if (life->covered_from != LEGAL_NO_DATE)
    add_day (days, life->covered_from);
  if (life->covered_until != LEGAL_NO_DATE)
    add_day (days, life->covered_until);
  for (gsize i = 0; i < life->n_spells; i++)
    {
      add_day (days, life->spells[i].start);
      if (life->spells[i].end == LEGAL_NO_DATE)
        continue;
      add_day (days, life->spells[i].end);
      /* On the day of a transfer the other authority looks after the child for certain. */
      if (life->spells[i].left == LEGAL_LEFT_TRANSFERRED)
        add_day (days, (gint64) life->spells[i].end + 1);
    }
  for (gsize i = 0; i < life->n_facts; i++)
    {
      add_day (days, life->facts[i].start);
      if (life->facts[i].end != LEGAL_NO_DATE)
        add_day (days, life->facts[i].end);
    }
  add_law (days, life, terms, legal_birthday (life->birth, 14, terms->leap_birthday));
  g_array_sort (days, compare_days);
  return days;
}

static gboolean
is_same (const LegalAnswer *a,
         const LegalAnswer *b)
{
  return a->status == b->status && a->possible == b->possible && a->rule == b->rule && a->returner == b->returner
         && a->authority_moved == b->authority_moved && a->corporate == b->corporate && a->depends_on == b->depends_on;
}

void
legal_timeline (const LegalLife *life,
                const LegalTerms *terms,
                guint32 problems,
                GArray *stretches)
{
  g_autoptr (GArray) days = list_days (life, terms);
  gint32 from = problems & LEGAL_NO_BIRTH ? LEGAL_NO_DATE : life->birth;
  LegalStretch stretch = { .from = from, .until = LEGAL_NO_DATE };
  gint32 last = from;

  /* Without a birth nothing can be known of the time before the first day either. */
  legal_evaluate (life, terms, problems,
                  from != LEGAL_NO_DATE ? from : days->len ? g_array_index (days, gint32, 0) - 1 : 0, NULL, &stretch.answer);
  for (guint i = 0; i < days->len; i++)
    {
      gint32 day = g_array_index (days, gint32, i);
      LegalAnswer answer;

      if (day <= last)
        continue;
      last = day;
      legal_evaluate (life, terms, problems, day, NULL, &answer);
      if (is_same (&answer, &stretch.answer))
        continue;
      stretch.until = day;
      g_array_append_val (stretches, stretch);
      stretch = (LegalStretch){ .from = day, .until = LEGAL_NO_DATE, .answer = answer };
    }
  g_array_append_val (stretches, stretch);
}
