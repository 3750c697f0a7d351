/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of care: who is looked after, and which periods of care started and ended.
 *
 * Legal status V3 and V4 are short breaks, which the statistics of children looked after
 * leave out: they are excluded with that reason and not passed over.
 */
#include "measure-care-private.h"

#include "core/marmot-column-private.h"

/* --- who is looked after ------------------------------------------------------------- */

/* What a row says of its child, the more the greater. */
typedef enum
{
  STAND_NONE,               /* nothing of these days */
  STAND_NO_DAYS,            /* it ended before it started or on that day */
  STAND_SHORT_BREAK,
  STAND_UNKNOWN,            /* nobody knows when it started */
  STAND_IN_CARE
} Stand;

typedef struct
{
  const gint32 *starts;
  const gint32 *ends;               /* nullable */
  const guint8 *kinds;              /* nullable */
  MarmotEpisodeKind only;
  const gint32 *statuses;           /* nullable */
  gint32 *short_breaks;             /* of each status */
  gint32 from;
  gint32 until;
  gboolean last_day_counts;
} Rows;

static void
rows_init (Rows *self,
           MarmotEpisodeSet *set)
{
  static const char *const short_breaks[] = { "V3", "V4", NULL };

  *self = (Rows) { .starts = episode_set_peek_dates (set, EPISODE_START),
                   .ends = episode_set_peek_dates (set, EPISODE_END),
                   .statuses = episode_set_peek_codes (set, EPISODE_LEGAL_STATUS),
                   .short_breaks = episode_set_match_values (set, EPISODE_LEGAL_STATUS, short_breaks) };
  self->kinds = episode_set_peek_kinds (set, &self->only);
}

static void
rows_clear (Rows *self)
{
  g_free (self->short_breaks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static inline gint32
end_of (const Rows *self,
        gsize row)
{
  return self->ends ? self->ends[row] : EPISODE_NO_DATE;
}

static inline gboolean
is_short_break (const Rows *self,
                gsize row)
{
  MarmotEpisodeKind kind = self->kinds ? (MarmotEpisodeKind) self->kinds[row] : self->only;

  return kind == MARMOT_EPISODE_SHORT_BREAK
         || (self->statuses && self->statuses[row] >= 0 && self->short_breaks[self->statuses[row]] >= 0);
}

static Stand
judge_row (const Rows *self,
           gsize row)
{
  gint32 start = self->starts[row];
  gint32 end = end_of (self, row);

  if (start == EPISODE_NO_DATE)
    {
      if (end != EPISODE_NO_DATE && end <= self->from)
        return STAND_NONE;
      return is_short_break (self, row) ? STAND_SHORT_BREAK : STAND_UNKNOWN;
    }
  /* Its dates may be the wrong way round: asked about are the days between them. */
  if (end != EPISODE_NO_DATE && end <= start)
    return end < self->until && start >= self->from ? STAND_NO_DAYS : STAND_NONE;
  if (start >= self->until)
    return STAND_NONE;
  if (end != EPISODE_NO_DATE && end <= self->from && !(self->last_day_counts && end == self->from))
    return STAND_NONE;
  return is_short_break (self, row) ? STAND_SHORT_BREAK : STAND_IN_CARE;
}

static guint8
code_of_stand (Stand stand)
{
  switch (stand)
    {
    case STAND_NO_DAYS:
      return EPISODE_EXCLUDED_FOR (CARE_NO_DAYS);
    case STAND_SHORT_BREAK:
      return EPISODE_EXCLUDED_FOR (CARE_SHORT_BREAK);
    case STAND_UNKNOWN:
    case STAND_IN_CARE:
      return EPISODE_UNKNOWN;
    case STAND_NONE:
    default:
      return EPISODE_NOT_ASKED;
    }
}

/* Whether a row says more of its child than another, of as high a stand: it started later,
 * or on the same day and goes on for longer, or stands later. */
static gboolean
is_later (const Rows *self,
          gsize row,
          gsize than)
{
  gint32 end = end_of (self, row);
  gint32 before = end_of (self, than);

  if (self->starts[row] != self->starts[than])
    return self->starts[row] > self->starts[than];
  return end == EPISODE_NO_DATE || (before != EPISODE_NO_DATE && end >= before);
}

void
care_get_coverage (MarmotEpisodeSet *set,
                   gint32 *first,
                   gint32 *last)
{
  if (!marmot_episode_set_get_coverage (set, first, last))
    {
      *first = G_MININT32;
      *last = G_MAXINT32;
    }
}

void
care_children_init (CareChildren *self,
                    const EpisodeMeasureInfo *info,
                    MarmotEpisodeSet *set,
                    const EpisodeOptions *options,
                    gint32 from,
                    gint32 until,
                    EpisodeTally *tally)
{
  EpisodeKindFilter filter = episode_kind_filter (info, set);
  const gint32 *persons = episode_set_peek_codes (set, EPISODE_PERSON);
  g_autofree guint8 *stands = NULL;
  g_auto (Rows) rows = { 0 };
  gboolean is_covered;
  gint32 first, last;

  care_get_coverage (set, &first, &last);
  is_covered = first <= from && until - 1 <= last;
  rows_init (&rows, set);
  rows.from = from;
  rows.until = until;
  rows.last_day_counts = options->last_day_counts;
  self->n_children = episode_set_n_values (set, EPISODE_PERSON);
  self->rows = g_new (guint32, self->n_children + 1);
  stands = g_malloc0 (self->n_children + 1);

  for (gsize row = 0; row < tally->n_rows; row++)
    {
      Stand stand = episode_kind_has (&filter, row) ? judge_row (&rows, row) : STAND_NONE;
      gint32 child = persons[row];

      if (stand == STAND_NONE)
        continue;
      if (child < 0)
        {
          tally->codes[row] = code_of_stand (stand);
          tally->beyond[row] = !is_covered;
        }
      else if (stand > stands[child] || (stand == stands[child] && is_later (&rows, row, self->rows[child])))
        {
          stands[child] = stand;
          self->rows[child] = (guint32) row;
        }
    }
  for (gsize child = 0; child < self->n_children; child++)
    {
      guint32 row = self->rows[child];

      if (stands[child] == STAND_IN_CARE && is_covered)
        continue;
      self->rows[child] = CARE_NOBODY;
      if (stands[child] == STAND_NONE)
        continue;
      tally->codes[row] = code_of_stand (stands[child]);
      tally->beyond[row] = !is_covered;
    }
}

void
care_children_clear (CareChildren *self)
{
  g_clear_pointer (&self->rows, g_free);
}

SpellLinks *
care_link (MarmotEpisodeSet *set,
           const EpisodeOptions *options,
           GError **error)
{
  SpellConventions conventions = { options->temporary_counts, options->gap_days };

  return spell_links_new (set, &conventions, error);
}

int
care_flag (const MarmotColumn *flags,
           gsize row)
{
  if (!flags || !marmot_column_row_is_valid (flags, row))
    return -1;
  return marmot_column_get_boolean (flags, row) ? 1 : 0;
}

/* Of a day or of a period. */
EPISODE_COUNTER (episode_count_looked_after)
{
  g_auto (CareChildren) children = { 0 };

  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    if (children.rows[child] != CARE_NOBODY)
      tally->codes[children.rows[child]] = EPISODE_COUNTED_IN;
  return TRUE;
}

EPISODE_COUNTER (episode_count_looked_after_for)
{
  g_autoptr (SpellLinks) links = care_link (set, options, error);
  g_auto (CareChildren) children = { 0 };
  gint32 months = episode_get_months (self, options);
  gint32 first, last;

  if (!links)
    return FALSE;
  care_get_coverage (set, &first, &last);
  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    {
      guint32 row = children.rows[child];
      const Spell *spell = row != CARE_NOBODY ? &links->spells[links->spell_of[row]] : NULL;

      if (!spell)
        continue;
      if (episode_add_months (spell->start, months) <= until)
        tally->codes[row] = EPISODE_COUNTED_IN;
      else if (episode_set_peek (set, EPISODE_START_REASON) && !spell->start_known)
        episode_mark_unknown (tally, row, spell->start < first);
    }
  return TRUE;
}

EPISODE_COUNTER (episode_count_uasc)
{
  g_auto (CareChildren) children = { 0 };
  const MarmotColumn *flags = episode_set_peek (set, EPISODE_UASC);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_UASC_UNTIL);

  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    {
      guint32 row = children.rows[child];
      int flag = row != CARE_NOBODY ? care_flag (flags, row) : 0;

      if (row == CARE_NOBODY)
        continue;
      if (flag < 0)
        tally->codes[row] = options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
      else if (flag && (!ends || ends[row] == EPISODE_NO_DATE || from < ends[row]))
        tally->codes[row] = EPISODE_COUNTED_IN;
      else
        tally->codes[row] = EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

/* --- periods of care ----------------------------------------------------------------- */

typedef struct
{
  SpellLinks *links;
  const gint32 *ends;               /* nullable */
  const gint32 *left;               /* REC, nullable */
  gint32 *goes_on;                  /* of each REC */
  gboolean start_is_said;
  gint32 first;                     /* what the set knows of */
  gint32 last;
} Periods;

static gboolean
periods_init (Periods *self,
              MarmotEpisodeSet *set,
              const EpisodeOptions *options,
              GError **error)
{
  static const char *const goes_on[] = { "X1", NULL };

  *self = (Periods) { .links = care_link (set, options, error) };
  if (!self->links)
    return FALSE;
  self->ends = episode_set_peek_dates (set, EPISODE_END);
  self->left = episode_set_peek_codes (set, EPISODE_END_REASON);
  self->goes_on = episode_set_match_values (set, EPISODE_END_REASON, goes_on);
  self->start_is_said = episode_set_peek (set, EPISODE_START_REASON) != NULL;
  care_get_coverage (set, &self->first, &self->last);
  return TRUE;
}

static void
periods_clear (Periods *self)
{
  g_clear_pointer (&self->links, spell_links_unref);
  g_clear_pointer (&self->goes_on, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Periods, periods_clear)

typedef enum
{
  END_NONE,                 /* it goes on, or ended after what the set knows of */
  END_KNOWN,
  END_SAYS_GOES_ON,         /* its last episode ended, and care goes on by its reason */
  END_NOT_CLOSED            /* another period began, and nobody closed this one */
} End;

static End
judge_end (const Periods *self,
           const Spell *spell)
{
  if (spell->end == EPISODE_NO_DATE || spell->end > self->last)
    return END_NONE;
  if (!self->ends || self->ends[spell->end_row] != spell->end)
    return END_NOT_CLOSED;
  if (self->left && self->left[spell->end_row] >= 0 && self->goes_on[self->left[spell->end_row]] == 0)
    return END_SAYS_GOES_ON;
  return END_KNOWN;
}

/* FALSE, with the row's code, if the period of care is none to be counted. */
static gboolean
check_spell (const Spell *spell,
             guint8 *code)
{
  if (spell->short_break)
    *code = EPISODE_EXCLUDED_FOR (CARE_SHORT_BREAK);
  else if (spell->end != EPISODE_NO_DATE && spell->end <= spell->start)
    *code = EPISODE_EXCLUDED_FOR (CARE_NO_DAYS);
  else
    return TRUE;
  return FALSE;
}

/* FALSE, with the row as unknown, if nobody knows whether care began with the first episode
 * that there is. */
static gboolean
check_start (const Periods *self,
             const Spell *spell,
             guint32 row,
             EpisodeTally *tally)
{
  if (!self->start_is_said || spell->start_known)
    return TRUE;
  episode_mark_unknown (tally, row, spell->start < self->first);
  return FALSE;
}

/* Rows of no child that say that care began or ended with them, by their date and reason. A
 * row without a reason may say so too. */
static void
mark_strays (const EpisodeMeasureInfo *info,
             MarmotEpisodeSet *set,
             EpisodeColumn date,
             EpisodeColumn reason,
             const char *const *words,
             gboolean invert,
             gint32 from,
             gint32 until,
             EpisodeTally *tally)
{
  EpisodeKindFilter filter = episode_kind_filter (info, set);
  const gint32 *persons = episode_set_peek_codes (set, EPISODE_PERSON);
  const gint32 *days = episode_set_peek_dates (set, date);
  const gint32 *codes = episode_set_peek_codes (set, reason);
  g_autofree gint32 *match = episode_set_match_values (set, reason, words);
  g_auto (Rows) rows = { 0 };

  rows_init (&rows, set);
  for (gsize row = 0; row < tally->n_rows; row++)
    {
      if (persons[row] >= 0 || !episode_kind_has (&filter, row) || !episode_is_in (days[row], from, until))
        continue;
      if (codes && codes[row] >= 0 && (match[codes[row]] >= 0) == invert)
        continue;
      tally->codes[row] = is_short_break (&rows, row) ? EPISODE_EXCLUDED_FOR (CARE_SHORT_BREAK) : EPISODE_UNKNOWN;
    }
}

static void
mark_stray_starts (const EpisodeMeasureInfo *info,
                   MarmotEpisodeSet *set,
                   gint32 from,
                   gint32 until,
                   EpisodeTally *tally)
{
  static const char *const started[] = { "S", NULL };

  mark_strays (info, set, EPISODE_START, EPISODE_START_REASON, started, FALSE, from, until, tally);
}

static void
mark_stray_ends (const EpisodeMeasureInfo *info,
                 MarmotEpisodeSet *set,
                 gint32 from,
                 gint32 until,
                 EpisodeTally *tally)
{
  static const char *const goes_on[] = { "X1", NULL };

  mark_strays (info, set, EPISODE_END, EPISODE_END_REASON, goes_on, TRUE, from, until, tally);
}

/* A period stands by its first row. */
EPISODE_COUNTER (episode_count_care_started)
{
  g_auto (Periods) periods = { 0 };

  if (!periods_init (&periods, set, options, error))
    return FALSE;
  mark_stray_starts (self, set, from, until, tally);
  for (gsize i = 0; i < periods.links->n_spells; i++)
    {
      const Spell *spell = &periods.links->spells[i];
      guint32 row = periods.links->rows[spell->first];

      if (episode_is_in (spell->start, from, until) && check_spell (spell, &tally->codes[row])
          && check_start (&periods, spell, row, tally))
        tally->codes[row] = EPISODE_COUNTED_IN;
    }
  return TRUE;
}

/* A period stands by the row that says why it ended. */
EPISODE_COUNTER (episode_count_care_ceased)
{
  g_auto (Periods) periods = { 0 };

  if (!periods_init (&periods, set, options, error))
    return FALSE;
  mark_stray_ends (self, set, from, until, tally);
  for (gsize i = 0; i < periods.links->n_spells; i++)
    {
      const Spell *spell = &periods.links->spells[i];

      if (!episode_is_in (spell->end, from, until) || !check_spell (spell, &tally->codes[spell->end_row]))
        continue;
      switch (judge_end (&periods, spell))
        {
        case END_KNOWN:
          tally->codes[spell->end_row] = EPISODE_COUNTED_IN;
          break;
        case END_NONE:
          episode_mark_unknown (tally, spell->end_row, TRUE);
          break;
        case END_SAYS_GOES_ON:
        case END_NOT_CLOSED:
        default:
          episode_mark_unknown (tally, spell->end_row, FALSE);
          break;
        }
    }
  return TRUE;
}

/* Those still in care are followed to the last day that the set knows of; those whose last
 * episode says that care goes on to its end. */
EPISODE_COUNTER (episode_count_care_times)
{
  g_auto (Periods) periods = { 0 };

  if (!periods_init (&periods, set, options, error))
    return FALSE;
  mark_stray_starts (self, set, from, until, tally);
  for (gsize i = 0; i < periods.links->n_spells; i++)
    {
      const Spell *spell = &periods.links->spells[i];
      guint32 row = periods.links->rows[spell->first];
      End end = judge_end (&periods, spell);

      if (!episode_is_in (spell->start, from, until) || !check_spell (spell, &tally->codes[row])
          || !check_start (&periods, spell, row, tally))
        continue;
      if (end == END_NOT_CLOSED)
        {
          episode_mark_unknown (tally, row, FALSE);
          continue;
        }
      tally->ended[row] = end == END_KNOWN;
      tally->days[row] = (end == END_NONE ? MAX (periods.last, spell->start) : spell->end) - spell->start;
      tally->codes[row] = end == END_KNOWN ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

EPISODE_COUNTER (episode_count_care_ended_times)
{
  g_auto (Periods) periods = { 0 };

  if (!periods_init (&periods, set, options, error))
    return FALSE;
  mark_stray_ends (self, set, from, until, tally);
  for (gsize i = 0; i < periods.links->n_spells; i++)
    {
      const Spell *spell = &periods.links->spells[i];
      guint32 row = spell->end_row;
      End end = judge_end (&periods, spell);

      if (!episode_is_in (spell->end, from, until) || !check_spell (spell, &tally->codes[row]))
        continue;
      if (end != END_KNOWN)
        {
          episode_mark_unknown (tally, row, end == END_NONE);
          continue;
        }
      if (!check_start (&periods, spell, row, tally))
        continue;
      tally->ended[row] = TRUE;
      tally->days[row] = spell->end - spell->start;
      tally->codes[row] = EPISODE_COUNTED_IN;
    }
  return TRUE;
}
