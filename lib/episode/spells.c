/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links episodes of care into periods of care, and periods into placements.
 *
 * Three things say whether an episode goes on from the one before: that it starts on the
 * day on which that one ended, why that one ended (REC), and why this one started (RNE).
 * On the same day two of the three decide; across a gap of days nothing goes on.
 */
#include "spells-private.h"

#include "core/marmot-column-private.h"

/* RNE, in the order of the names below. */
enum
{
  REASON_STARTED,
  REASON_LEGAL_STATUS,
  REASON_CARER,             /* placement and carer */
  REASON_PLACEMENT,         /* placement, same carer */
  REASON_BOTH,              /* legal status, placement and carer */
  REASON_BOTH_SAME_CARER    /* legal status and placement, same carer */
};

static const char *const reasons[] = { "S", "L", "P", "T", "B", "U", NULL };
static const char *const continues[] = { "X1", NULL };
static const char *const short_breaks[] = { "V3", "V4", NULL };

/* PLACE, of which only these matter here. */
enum
{
  PLACE_TEMPORARY_LAST = 4,
  PLACE_ADOPTION_LAST = 6,
  PLACE_FOSTER_LAST = 12
};

static const char *const places[] = {
  "T0", "T1", "T2", "T3", "T4",         /* temporary */
  "A3", "A5",                           /* for adoption with the carer of now */
  "U1", "U2", "U3", "U4", "U5", "U6",   /* foster care */
  NULL,
};

/* A column of codes, and what each of its values is. */
typedef struct
{
  const gint32 *codes;      /* NULL: no such column */
  gint32 *meanings;
} Coded;

typedef struct
{
  const gint32 *starts;
  const gint32 *ends;       /* NULL: all open */
  const guint8 *kinds;      /* NULL: all of one */
  MarmotEpisodeKind only;
  Coded started;
  Coded ended;
  Coded status;
  Coded place;
  Coded postcode;
  Coded carer;
  Coded provider;
  Coded need;
  const MarmotColumn *year; /* NULL: no such column */
} Reader;

static void
coded_init (Coded *self,
            MarmotEpisodeSet *set,
            EpisodeColumn column,
            const char *const *names)
{
  self->codes = episode_set_peek_codes (set, column);
  self->meanings = names ? episode_set_match_values (set, column, names) : NULL;
}

static void
reader_init (Reader *self,
             MarmotEpisodeSet *set)
{
  self->starts = episode_set_peek_dates (set, EPISODE_START);
  self->ends = episode_set_peek_dates (set, EPISODE_END);
  self->kinds = episode_set_peek_kinds (set, &self->only);
  coded_init (&self->started, set, EPISODE_START_REASON, reasons);
  coded_init (&self->ended, set, EPISODE_END_REASON, continues);
  coded_init (&self->status, set, EPISODE_LEGAL_STATUS, short_breaks);
  coded_init (&self->place, set, EPISODE_PLACEMENT, places);
  coded_init (&self->postcode, set, EPISODE_PLACE, NULL);
  coded_init (&self->carer, set, EPISODE_CARER, NULL);
  coded_init (&self->provider, set, EPISODE_PROVIDER, NULL);
  coded_init (&self->need, set, EPISODE_NEED, NULL);
  self->year = episode_set_peek (set, EPISODE_YEAR);
}

static void
reader_clear (Reader *self)
{
  g_free (self->started.meanings);
  g_free (self->ended.meanings);
  g_free (self->status.meanings);
  g_free (self->place.meanings);
}

/* The code of a row, -1 for none. */
static inline gint32
code_of (const Coded *self,
         guint32 row)
{
  return self->codes ? self->codes[row] : -1;
}

/* The position of its meaning among the names, -1 for another or none. */
static inline gint32
meaning_of (const Coded *self,
            guint32 row)
{
  gint32 code = code_of (self, row);

  return code >= 0 ? self->meanings[code] : -1;
}

static inline gint32
end_of (const Reader *self,
        guint32 row)
{
  return self->ends ? self->ends[row] : EPISODE_NO_DATE;
}

static inline gboolean
is_care (const Reader *self,
         guint32 row)
{
  MarmotEpisodeKind kind = self->kinds ? (MarmotEpisodeKind) self->kinds[row] : self->only;

  return kind == MARMOT_EPISODE_CARE || kind == MARMOT_EPISODE_SHORT_BREAK;
}

static inline gboolean
is_short_break (const Reader *self,
                guint32 row)
{
  MarmotEpisodeKind kind = self->kinds ? (MarmotEpisodeKind) self->kinds[row] : self->only;

  return kind == MARMOT_EPISODE_SHORT_BREAK || meaning_of (&self->status, row) >= 0;
}

/* --- issues of single rows, and of rows beside any of the child's others ------------- */

static void
judge_row (const Reader *self,
           guint32 row,
           guint32 *issues)
{
  gint32 end = end_of (self, row);
  gboolean has_reason = code_of (&self->ended, row) >= 0;

  if (end != EPISODE_NO_DATE && end < self->starts[row])
    *issues |= MARMOT_SPELL_ISSUE_BACKWARDS;
  if (end == self->starts[row])
    *issues |= MARMOT_SPELL_ISSUE_NO_DAYS;
  if (self->ended.codes && has_reason != (end != EPISODE_NO_DATE))
    *issues |= MARMOT_SPELL_ISSUE_NO_REASON;
}

/* rows are those of one child in the order of time. */
static void
judge_child (const Reader *self,
             const guint32 *rows,
             guint32 n_rows,
             guint32 *issues)
{
  gint32 until = EPISODE_NO_DATE;
  guint32 open = SPELL_NONE;

  for (guint32 i = 0; i < n_rows; i++)
    {
      guint32 row = rows[i];
      gint32 end = end_of (self, row);

      judge_row (self, row, &issues[row]);
      /* Against all that came before, by the latest day that any of them has. */
      if (self->starts[row] < until)
        issues[row] |= MARMOT_SPELL_ISSUE_OVERLAP;
      if (open != SPELL_NONE)
        {
          issues[open] |= MARMOT_SPELL_ISSUE_NOT_CLOSED;
          if (end == EPISODE_NO_DATE)
            issues[row] |= MARMOT_SPELL_ISSUE_TWO_OPEN;
        }
      if (end == EPISODE_NO_DATE)
        open = row;
      until = MAX (until, end);
    }
}

/* --- linking ------------------------------------------------------------------------ */

/* The spell that is being made. */
typedef struct
{
  Spell *spell;             /* NULL before the first */
  gint32 until;             /* the latest end of a closed row of it */
  guint32 closed;           /* and the row that has it */
  guint32 open;             /* its latest row, if that is open */
  guint32 last;             /* its latest row */
} Chain;

/* Whether care would have begun in a year that the set has, were it as the row says. */
static gboolean
began_in_sight (const Reader *self,
                guint32 row)
{
  gint64 year;
  GDate first;

  if (!self->year || marmot_column_is_null (self->year, row))
    return TRUE;
  year = marmot_column_get_integer (self->year, row);
  if (year < 1 || year > 9999)
    return TRUE;

  g_date_set_dmy (&first, 1, G_DATE_APRIL, (GDateYear) year);
  return self->starts[row] >= (gint32) g_date_get_julian (&first) - EPISODE_EPOCH;
}

/* Why the spell ended, if it did: TRUE says that it goes on. */
static gboolean
says_goes_on (const Reader *self,
              const Chain *chain)
{
  return chain->open == SPELL_NONE && meaning_of (&self->ended, chain->closed) == 0;
}

/* Whether a row goes on from the spell; by which of the child's rows there is an issue. */
static gboolean
joins (const Reader *self,
       const Chain *chain,
       const SpellConventions *conventions,
       guint32 row,
       guint32 *issues)
{
  gint32 started = meaning_of (&self->started, row);
  gint32 start = self->starts[row];
  gint32 until = chain->open == SPELL_NONE ? chain->until : MAX (chain->until, start);
  gboolean left = chain->open == SPELL_NONE && code_of (&self->ended, chain->closed) >= 0
                  && !says_goes_on (self, chain);
  gboolean goes_on;

  if (start > until)
    {
      if (started <= REASON_STARTED)
        return FALSE;
      issues[row] |= MARMOT_SPELL_ISSUE_GAP;
      return says_goes_on (self, chain) && (gint64) start - until <= conventions->gap_days;
    }
  if (started == REASON_STARTED)
    issues[row] |= MARMOT_SPELL_ISSUE_START_INSIDE;
  if (start < until)
    return TRUE;

  /* The day says yes; what else has been said must not outvote it, nor stand against it
   * alone. */
  goes_on = 1 + says_goes_on (self, chain) + (started > REASON_STARTED) > left + (started == REASON_STARTED);
  if (goes_on && left)
    issues[row] |= MARMOT_SPELL_ISSUE_AFTER_LEAVING;
  return goes_on;
}

static void
add_row (const Reader *self,
         Chain *chain,
         SpellLinks *links,
         guint32 row,
         guint32 *n_placed)
{
  Spell *spell = chain->spell;
  gint32 end = end_of (self, row);

  if (spell->n_rows > 0)
    {
      gint32 before = code_of (&self->need, chain->last);
      gint32 need = code_of (&self->need, row);

      if (before >= 0 && need >= 0 && before != need)
        links->issues[row] |= MARMOT_SPELL_ISSUE_NEED_CHANGES;
    }
  if (end == EPISODE_NO_DATE)
    {
      chain->open = row;
    }
  else
    {
      /* An end before the start adds no days. */
      end = MAX (end, self->starts[row]);
      chain->open = SPELL_NONE;
      if (chain->closed == SPELL_NONE || end >= chain->until)
        {
          chain->until = end;
          chain->closed = row;
        }
    }
  chain->last = row;
  spell->n_rows++;
  links->spell_of[row] = (guint32) (links->n_spells - 1);
  links->rows[(*n_placed)++] = row;
}

/* next is the row that starts another spell, or SPELL_NONE. */
static void
end_spell (const Reader *self,
           Chain *chain,
           SpellLinks *links,
           guint32 next)
{
  Spell *spell = chain->spell;

  if (!spell)
    return;
  if (chain->open == SPELL_NONE)
    {
      spell->end = chain->until;
      spell->end_row = chain->closed;
      if (says_goes_on (self, chain))
        links->issues[chain->closed] |= MARMOT_SPELL_ISSUE_UNFINISHED;
    }
  else
    {
      /* Nobody closed it, and another started: it ended by then. */
      spell->end = next == SPELL_NONE             ? EPISODE_NO_DATE
                   : chain->closed == SPELL_NONE ? self->starts[next]
                                                 : MAX (chain->until, self->starts[next]);
      spell->end_row = chain->open;
    }
}

static void
start_spell (const Reader *self,
             Chain *chain,
             SpellLinks *links,
             gint32 person,
             gboolean short_break,
             guint32 row,
             guint32 n_placed)
{
  gint32 started = meaning_of (&self->started, row);
  gboolean is_first = chain->spell == NULL;

  *chain = (Chain) { &links->spells[links->n_spells++], EPISODE_NO_DATE, SPELL_NONE, SPELL_NONE, row };
  *chain->spell = (Spell) { .person = person,
                            .start = self->starts[row],
                            .first = n_placed,
                            .short_break = short_break,
                            .start_known = started == REASON_STARTED };
  if (started == REASON_STARTED || links->issues[row] & MARMOT_SPELL_ISSUE_GAP || !self->started.codes)
    return;
  if (!is_first || began_in_sight (self, row))
    links->issues[row] |= MARMOT_SPELL_ISSUE_NO_START;
}

/* The spells of one child, of care or of short breaks. */
static void
link_rows (const Reader *self,
           SpellLinks *links,
           const SpellConventions *conventions,
           gint32 person,
           gboolean short_break,
           const guint32 *rows,
           guint32 n_rows,
           guint32 *n_placed)
{
  Chain chain = { NULL, EPISODE_NO_DATE, SPELL_NONE, SPELL_NONE, SPELL_NONE };

  for (guint32 i = 0; i < n_rows; i++)
    {
      guint32 row = rows[i];

      if (is_short_break (self, row) != short_break)
        continue;
      if (!chain.spell || !joins (self, &chain, conventions, row, links->issues))
        {
          end_spell (self, &chain, links, row);
          start_spell (self, &chain, links, person, short_break, row, *n_placed);
        }
      add_row (self, &chain, links, row, n_placed);
    }
  end_spell (self, &chain, links, SPELL_NONE);
}

/* --- placements --------------------------------------------------------------------- */

static gboolean
is_temporary (const Reader *self,
              guint32 row)
{
  gint32 place = meaning_of (&self->place, row);

  return place >= 0 && place <= PLACE_TEMPORARY_LAST;
}

/* A placement for adoption with those who fostered the child already. */
static gboolean
is_adoption_by_carer (const Reader *self,
                      guint32 before,
                      guint32 row)
{
  gint32 from = meaning_of (&self->place, before);
  gint32 to = meaning_of (&self->place, row);

  return to > PLACE_TEMPORARY_LAST && to <= PLACE_ADOPTION_LAST && from > PLACE_ADOPTION_LAST
         && from <= PLACE_FOSTER_LAST;
}

static gboolean
is_same_place (const Reader *self,
               guint32 a,
               guint32 b)
{
  return code_of (&self->place, a) == code_of (&self->place, b)
         && code_of (&self->postcode, a) == code_of (&self->postcode, b)
         && code_of (&self->carer, a) == code_of (&self->carer, b);
}

/* Whether a row is with the carer of before, which is the row that the run is known by:
 * its latest that is not temporary, or its latest if all are. */
static gboolean
is_same_carer (const Reader *self,
               const SpellConventions *conventions,
               guint32 before,
               guint32 previous,
               guint32 row)
{
  switch (meaning_of (&self->started, row))
    {
    case REASON_LEGAL_STATUS:
    case REASON_PLACEMENT:
    case REASON_BOTH_SAME_CARER:
      return TRUE;
    case REASON_CARER:
    case REASON_BOTH:
      break;
    case REASON_STARTED:
    default:
      /* It does not say what changed. */
      if (is_same_place (self, previous, row)
          && code_of (&self->provider, previous) == code_of (&self->provider, row))
        return TRUE;
      break;
    }
  if (is_adoption_by_carer (self, before, row))
    return TRUE;
  if (conventions->temporary_counts || is_temporary (self, before))
    return FALSE;
  return is_temporary (self, row) || (is_temporary (self, previous) && is_same_place (self, before, row));
}

static void
make_runs (const Reader *self,
           SpellLinks *links,
           const SpellConventions *conventions,
           guint32 which)
{
  Spell *spell = &links->spells[which];
  const guint32 *rows = links->rows + spell->first;
  SpellRun *run = NULL;
  guint32 known_by = SPELL_NONE;

  spell->first_run = (guint32) links->n_runs;
  for (guint32 i = 0; i < spell->n_rows; i++)
    {
      guint32 row = rows[i];

      if (!run || !is_same_carer (self, conventions, known_by, rows[i - 1], row))
        {
          if (run)
            run->end = self->starts[row];
          run = &links->runs[links->n_runs++];
          *run = (SpellRun) { .spell = which, .start = self->starts[row], .first = spell->first + i };
          known_by = row;
        }
      else if (!is_temporary (self, row) || is_temporary (self, known_by) || conventions->temporary_counts)
        {
          known_by = row;
        }
      run->n_rows++;
      spell->issues |= links->issues[row];
    }
  run->end = spell->end;
  spell->n_runs = (guint32) links->n_runs - spell->first_run;
}

/* --- all of it ---------------------------------------------------------------------- */

static void
leave_out (const Reader *self,
           SpellLinks *links,
           gsize n_rows)
{
  const gint32 *persons = episode_set_peek_codes (links->set, EPISODE_PERSON);

  for (guint32 row = 0; row < n_rows; row++)
    {
      if (!is_care (self, row))
        continue;
      links->n_care++;
      if (links->spell_of[row] != SPELL_NONE)
        continue;
      links->n_left_out++;
      if (persons[row] < 0)
        links->issues[row] |= SPELL_ISSUE_NO_CHILD;
      if (self->starts[row] == EPISODE_NO_DATE)
        links->issues[row] |= SPELL_ISSUE_NO_START_DATE;
    }
}

/* The rows of care among rows, in their order. */
static guint32
pick_care (const Reader *self,
           const guint32 *rows,
           guint32 n_rows,
           guint32 *picked)
{
  guint32 n_picked = 0;

  for (guint32 i = 0; i < n_rows; i++)
    if (is_care (self, rows[i]))
      picked[n_picked++] = rows[i];
  return n_picked;
}

static void
link_all (const Reader *self,
          SpellLinks *links,
          const EpisodeHistory *history,
          const SpellConventions *conventions)
{
  g_autofree guint32 *picked = NULL;
  guint32 most = 0;
  guint32 n_placed = 0;

  for (gsize unit = 0; unit < history->n_units; unit++)
    most = MAX (most, history->starts[unit + 1] - history->starts[unit]);
  picked = g_new (guint32, most + 1);

  for (gsize unit = 0; unit < history->n_units; unit++)
    {
      const guint32 *rows = history->rows + history->starts[unit];
      guint32 n_rows = pick_care (self, rows, history->starts[unit + 1] - history->starts[unit], picked);

      links->starts[unit] = (guint32) links->n_spells;
      judge_child (self, picked, n_rows, links->issues);
      link_rows (self, links, conventions, (gint32) unit, FALSE, picked, n_rows, &n_placed);
      link_rows (self, links, conventions, (gint32) unit, TRUE, picked, n_rows, &n_placed);
      /* While the rows of the child are at hand: they may stand anywhere in the set. */
      for (guint32 spell = links->starts[unit]; spell < links->n_spells; spell++)
        make_runs (self, links, conventions, spell);
    }
  links->starts[history->n_units] = (guint32) links->n_spells;
}

SpellLinks *
spell_links_new (MarmotEpisodeSet *set,
                 const SpellConventions *conventions,
                 GError **error)
{
  gsize n_rows = marmot_episode_set_get_n_rows (set);
  const EpisodeHistory *history = episode_set_get_history (set, EPISODE_PERSON);
  SpellLinks *self;
  Reader reader;

  if (!history || !episode_set_peek (set, EPISODE_START))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\": periods of care are linked by child and start",
                   episode_column_name (history ? EPISODE_START : EPISODE_PERSON));
      return NULL;
    }

  self = g_new0 (SpellLinks, 1);
  g_atomic_ref_count_init (&self->refs);
  self->set = g_object_ref (set);
  self->spells = g_new (Spell, n_rows + 1);
  self->starts = g_new (guint32, history->n_units + 1);
  self->rows = g_new (guint32, n_rows + 1);
  self->runs = g_new (SpellRun, n_rows + 1);
  self->spell_of = g_new (guint32, n_rows + 1);
  self->issues = g_new0 (guint32, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++)
    self->spell_of[row] = SPELL_NONE;

  reader_init (&reader, set);
  link_all (&reader, self, history, conventions);
  leave_out (&reader, self, n_rows);
  reader_clear (&reader);

  self->spells = g_renew (Spell, self->spells, self->n_spells + 1);
  self->runs = g_renew (SpellRun, self->runs, self->n_runs + 1);
  return self;
}

SpellLinks *
spell_links_ref (SpellLinks *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
spell_links_unref (SpellLinks *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_object_unref (self->set);
  g_free (self->spells);
  g_free (self->starts);
  g_free (self->rows);
  g_free (self->runs);
  g_free (self->spell_of);
  g_free (self->issues);
  g_free (self);
}

guint32
spell_links_find (const SpellLinks *self,
                  gint32 person,
                  gint32 day,
                  gboolean short_break)
{
  for (guint32 i = self->starts[person]; i < self->starts[person + 1]; i++)
    {
      const Spell *spell = &self->spells[i];

      if (spell->short_break == short_break && spell_touches (spell->start, spell->end, day, day + 1))
        return i;
    }
  return SPELL_NONE;
}

guint32
spell_links_find_run (const SpellLinks *self,
                      guint32 spell,
                      gint32 day)
{
  const Spell *of = &self->spells[spell];

  for (guint32 i = of->first_run; i < of->first_run + of->n_runs; i++)
    if (spell_touches (self->runs[i].start, self->runs[i].end, day, day + 1))
      return i;
  return SPELL_NONE;
}

guint
spell_links_count_runs (const SpellLinks *self,
                        guint32 spell,
                        gint32 from,
                        gint32 until)
{
  const Spell *of = &self->spells[spell];
  guint n_runs = 0;

  for (guint32 i = of->first_run; i < of->first_run + of->n_runs; i++)
    n_runs += spell_touches (self->runs[i].start, self->runs[i].end, from, until);
  return n_runs;
}

gint32
spell_links_count_days (const SpellLinks *self,
                        guint32 spell,
                        gint32 from,
                        gint32 until)
{
  const Spell *of = &self->spells[spell];
  gint64 first = MAX (of->start, from);
  gint64 last = of->end == EPISODE_NO_DATE ? until : MIN (of->end, until);

  return (gint32) MAX (last - first, 0);
}
