/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of where children in care live, and with whom: how often they move, how long
 * they have lived with one carer, in which kind of placement, and how far away.
 */
#include "measure-care-private.h"

#include <math.h>
#include <string.h>

#include "adjacency-private.h"
#include "core/marmot-column-private.h"

/* For how many months a child must have been looked after to be asked about stability. */
#define MONTHS_IN_CARE 30

#define YEARS_OF_AGE 16

static const char *const temporary_places[] = { "T0", "T1", "T2", "T3", "T4", NULL };
static const char *const adoption_places[] = { "A3", "A4", "A5", "A6", NULL };
static const char *const foster_places[] = { "U1", "U2", "U3", "U4", "U5", "U6", NULL };

/* --- moves --------------------------------------------------------------------------- */

/* What a child's placements are told by. */
typedef struct
{
  SpellLinks *links;
  const gint32 *places;             /* PLACE, nullable */
  gint32 *temporary;                /* of each PLACE: not -1 */
  gint32 *adoption;
  gboolean start_is_said;
  gint32 first;                     /* what the set knows of */
  const EpisodeOptions *options;
} Moves;

static gboolean
moves_init (Moves *self,
            MarmotEpisodeSet *set,
            const EpisodeOptions *options,
            GError **error)
{
  gint32 last;

  *self = (Moves) { .links = care_link (set, options, error), .options = options };
  if (!self->links)
    return FALSE;
  self->places = episode_set_peek_codes (set, EPISODE_PLACEMENT);
  self->temporary = episode_set_match_values (set, EPISODE_PLACEMENT, temporary_places);
  self->adoption = episode_set_match_values (set, EPISODE_PLACEMENT, adoption_places);
  self->start_is_said = episode_set_peek (set, EPISODE_START_REASON) != NULL;
  care_get_coverage (set, &self->first, &last);
  return TRUE;
}

static void
moves_clear (Moves *self)
{
  g_clear_pointer (&self->links, spell_links_unref);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->adoption, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moves, moves_clear)

/* Whether care began before the first episode of a spell that there is. */
static gboolean
began_before (const Moves *self,
              const Spell *spell)
{
  return self->start_is_said && !spell->start_known;
}

/* Whether the second placement of a spell may be one with that before the first episode that
 * there is, since the first is temporary and nobody knows where the child came from. */
static gboolean
may_be_return (const Moves *self,
               const Spell *spell)
{
  guint32 row = self->links->rows[spell->first];

  return !self->options->temporary_counts && began_before (self, spell) && self->places && self->places[row] >= 0
         && self->temporary[self->places[row]] >= 0;
}

/* The placements of a child on the days of [from, until), over all periods of care. fewest
 * is how many there are if what may be a return is one. */
static guint
count_placements (const Moves *self,
                  gsize child,
                  gint32 from,
                  gint32 until,
                  guint *fewest)
{
  const SpellLinks *links = self->links;
  guint n_placements = 0;

  *fewest = 0;
  for (guint32 i = links->starts[child]; i < links->starts[child + 1]; i++)
    {
      const Spell *spell = &links->spells[i];
      guint n_runs;

      if (spell->short_break)
        continue;
      n_runs = spell_links_count_runs (links, i, from, until);
      n_placements += n_runs;
      *fewest += n_runs;
      if (may_be_return (self, spell) && n_runs > 1
          && spell_touches (links->runs[spell->first_run].start, links->runs[spell->first_run].end, from, until))
        *fewest -= 1;
    }
  return n_placements;
}

EPISODE_COUNTER (episode_count_three_placements)
{
  g_auto (Moves) moves = { 0 };
  g_auto (CareChildren) children = { 0 };
  gint32 first = episode_add_months (until, -episode_get_months (self, options));

  if (!moves_init (&moves, set, options, error))
    return FALSE;
  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    {
      guint32 row = children.rows[child];
      guint most, fewest;

      if (row == CARE_NOBODY)
        continue;
      most = count_placements (&moves, child, first, until, &fewest);
      if (fewest >= 3)
        tally->codes[row] = EPISODE_COUNTED_IN;
      else if (most >= 3 || first < moves.first)
        episode_mark_unknown (tally, row, TRUE);
      else
        tally->codes[row] = EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

/* The placement that a spell was in when an episode of it began, by its number. */
static guint32
find_run (const SpellLinks *links,
          const Spell *spell,
          gint32 day)
{
  guint32 run = spell->n_runs - 1;

  while (run > 0 && links->runs[spell->first_run + run].start > day)
    run--;
  return run;
}

/* Since when the child of a row has lived with one carer; FALSE if it may be longer. */
static gboolean
find_since (const Moves *self,
            const Spell *spell,
            gint32 day,
            guint32 row,
            gint32 *since)
{
  const SpellLinks *links = self->links;
  guint32 run = find_run (links, spell, day);

  if (self->options->adoption_together && run > 0 && self->places && self->places[row] >= 0
      && self->adoption[self->places[row]] >= 0)
    run--;
  *since = links->runs[spell->first_run + run].start;
  return !(run == 0 && began_before (self, spell)) && !(run == 1 && may_be_return (self, spell));
}

static guint8
judge_stability (const Moves *self,
                 guint32 row,
                 gint32 day,
                 gint32 months,
                 guint8 *beyond)
{
  const Spell *spell = &self->links->spells[self->links->spell_of[row]];
  gboolean is_known;
  gint32 since;

  if (episode_add_months (spell->start, MONTHS_IN_CARE) > day)
    {
      *beyond = began_before (self, spell) && spell->start < self->first;
      return began_before (self, spell) ? EPISODE_UNKNOWN : EPISODE_NOT_ASKED;
    }
  is_known = find_since (self, spell, day, row, &since);
  if (episode_add_months (since, months) <= day)
    return EPISODE_COUNTED_IN;
  *beyond = !is_known && since < self->first;
  return is_known ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
}

EPISODE_COUNTER (episode_count_long_term_stability)
{
  const gint32 *births = episode_set_peek_dates (set, EPISODE_BIRTH);
  g_auto (Moves) moves = { 0 };
  g_auto (CareChildren) children = { 0 };
  const gint32 months = episode_get_months (self, options);

  if (!moves_init (&moves, set, options, error))
    return FALSE;
  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    if (children.rows[child] != CARE_NOBODY)
      tally->codes[children.rows[child]] = judge_stability (&moves, children.rows[child], from, months,
                                                            &tally->beyond[children.rows[child]]);

  /* Age decides of all of them, short breaks and those of whom it is not known included. */
  for (gsize row = 0; row < tally->n_rows; row++)
    {
      guint8 *code = &tally->codes[row];
      guint32 spell = moves.links->spell_of[row];

      if (*code == EPISODE_EXCLUDED_FOR (CARE_SHORT_BREAK) && spell != SPELL_NONE
          && episode_add_months (moves.links->spells[spell].start, MONTHS_IN_CARE) > from)
        *code = EPISODE_NOT_ASKED;
      if (*code == EPISODE_NOT_ASKED)
        continue;
      if (births[row] == EPISODE_NO_DATE && (*code == EPISODE_COUNTED_IN || *code == EPISODE_COUNTED_OUT))
        *code = EPISODE_UNKNOWN;
      else if (births[row] != EPISODE_NO_DATE && episode_add_months (births[row], 12 * YEARS_OF_AGE) <= from)
        *code = EPISODE_NOT_ASKED;
    }
  return TRUE;
}

/* --- kinds of placement -------------------------------------------------------------- */

EPISODE_COUNTER (episode_count_placed_with)
{
  g_auto (CareChildren) children = { 0 };
  const gint32 *places = episode_set_peek_codes (set, EPISODE_PLACEMENT);
  g_autofree gint32 *match
      = episode_set_match_values (set, EPISODE_PLACEMENT,
                                  options->placements ? (const char *const *) options->placements : foster_places);

  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    {
      guint32 row = children.rows[child];

      if (row == CARE_NOBODY)
        continue;
      if (places[row] < 0)
        tally->codes[row] = options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
      else
        tally->codes[row] = match[places[row]] >= 0 ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

/* --- places -------------------------------------------------------------------------- */

/* Where a placement is, as seen from the authority that looks after the child. */
typedef enum
{
  WHERE_UNKNOWN,
  WHERE_INSIDE,
  WHERE_OUTSIDE,            /* nobody knows whether it adjoins */
  WHERE_ADJOINING,
  WHERE_DISTANT
} Where;

/* Whether an authority is known to adjoin none of another country, which areas outside
 * England are told by alone: as "WAL", or by a code that begins with the country's letter. */
static gboolean
adjoins_no_country (MarmotAdjacency *adjacency,
                    const char *authority,
                    char letter)
{
  g_auto (GStrv) adjoining = NULL;

  if (!marmot_adjacency_has (adjacency, authority))
    return FALSE;
  adjoining = marmot_adjacency_list_adjoining (adjacency, authority);
  for (char **code = adjoining; *code; code++)
    if ((*code)[0] == letter)
      return FALSE;
  return TRUE;
}

static Where
locate_area (MarmotAdjacency *adjacency,
             const char *authority,
             const char *area)
{
  static const char *const countries[] = { "WAL", "SCO", "NIR", NULL };

  if (g_str_equal (area, authority))
    return WHERE_INSIDE;
  /* Outside the United Kingdom. */
  if (g_str_equal (area, "NUK"))
    return WHERE_DISTANT;
  switch (marmot_adjacency_adjoins (adjacency, authority, area))
    {
    case MARMOT_ADJOINING_YES:
      return WHERE_ADJOINING;
    case MARMOT_ADJOINING_NO:
      return WHERE_DISTANT;
    case MARMOT_ADJOINING_UNKNOWN:
    default:
      break;
    }
  if ((g_strv_contains (countries, area) || (strlen (area) == 9 && strchr ("WSN", area[0])))
      && adjoins_no_country (adjacency, authority, area[0]))
    return WHERE_DISTANT;
  /* What the return has in place of an area that it does not tell. */
  return strlen (area) == 9 || g_strv_contains (countries, area) ? WHERE_OUTSIDE : WHERE_UNKNOWN;
}

typedef struct
{
  const gint32 *areas;              /* nullable */
  guint8 *of_area;                  /* a Where of each area */
  const gint32 *locations;          /* nullable */
  gint32 *is_out;                   /* of each location: 0 for IN, 1 for OUT, or -1 */
} Places;

static void
places_init (Places *self,
             MarmotEpisodeSet *set,
             const EpisodeOptions *options)
{
  static const char *const words[] = { "IN", "OUT", NULL };
  MarmotAdjacency *adjacency = options->adjacency ? options->adjacency : marmot_adjacency_get_default ();
  gsize n_areas = episode_set_n_values (set, EPISODE_AREA);

  *self = (Places) { .areas = episode_set_peek_codes (set, EPISODE_AREA),
                     .of_area = g_malloc0 (n_areas + 1),
                     .locations = episode_set_peek_codes (set, EPISODE_LOCATION),
                     .is_out = episode_set_match_values (set, EPISODE_LOCATION, words) };
  for (gsize i = 0; options->authority && i < n_areas; i++)
    {
      gsize length;
      const char *value = episode_set_peek_value (set, EPISODE_AREA, (gint32) i, &length);
      g_autofree char *area = g_strndup (value, length);

      self->of_area[i] = (guint8) locate_area (adjacency, options->authority, area);
    }
}

static void
places_clear (Places *self)
{
  g_clear_pointer (&self->of_area, g_free);
  g_clear_pointer (&self->is_out, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

/* What is said of the location goes before what follows from the area. */
static Where
locate (const Places *self,
        guint32 row)
{
  Where by_area = self->areas && self->areas[row] >= 0 ? (Where) self->of_area[self->areas[row]] : WHERE_UNKNOWN;
  gint32 is_out = self->locations && self->locations[row] >= 0 ? self->is_out[self->locations[row]] : -1;

  if (is_out == 0)
    return WHERE_INSIDE;
  if (is_out == 1 && by_area == WHERE_INSIDE)
    return WHERE_UNKNOWN;
  if (is_out == 1 && by_area == WHERE_UNKNOWN)
    return WHERE_OUTSIDE;
  return by_area;
}

static guint8
judge_where (Where where,
             Where wanted,
             const EpisodeOptions *options)
{
  if (where == wanted)
    return EPISODE_COUNTED_IN;
  if (where == WHERE_UNKNOWN || (where == WHERE_OUTSIDE && wanted != WHERE_INSIDE))
    return options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
  return EPISODE_COUNTED_OUT;
}

static void
count_where (const EpisodeMeasureInfo *self,
             MarmotEpisodeSet *set,
             const EpisodeOptions *options,
             gint32 from,
             gint32 until,
             Where wanted,
             EpisodeTally *tally)
{
  g_auto (CareChildren) children = { 0 };
  g_auto (Places) places = { 0 };

  places_init (&places, set, options);
  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    if (children.rows[child] != CARE_NOBODY)
      tally->codes[children.rows[child]] = judge_where (locate (&places, children.rows[child]), wanted, options);
}

EPISODE_COUNTER (episode_count_placed_inside)
{
  if (!episode_set_peek (set, EPISODE_LOCATION) && !(episode_set_peek (set, EPISODE_AREA) && options->authority))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\": supply it, or the column \"%s\" and the code of the authority that "
                   "looks after the children",
                   episode_column_name (EPISODE_LOCATION), episode_column_name (EPISODE_AREA));
      return FALSE;
    }
  count_where (self, set, options, from, until, WHERE_INSIDE, tally);
  return TRUE;
}

static gboolean
check_authority (const EpisodeOptions *options,
                 GError **error)
{
  if (!options->authority)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "Name the authority that looks after the children by its code, such as \"E08000026\": which "
                         "authorities adjoin it depends on that");
  return options->authority != NULL;
}

EPISODE_COUNTER (episode_count_placed_adjoining)
{
  if (!check_authority (options, error))
    return FALSE;
  count_where (self, set, options, from, until, WHERE_ADJOINING, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_placed_at_a_distance)
{
  if (!check_authority (options, error))
    return FALSE;
  count_where (self, set, options, from, until, WHERE_DISTANT, tally);
  return TRUE;
}

/* The return says 999.9 where it does not know; no two places in England are as far apart. */
#define MILES_UNKNOWN 999.9

EPISODE_COUNTER (episode_count_placed_far)
{
  g_auto (CareChildren) children = { 0 };
  const MarmotColumn *miles = episode_set_peek (set, EPISODE_DISTANCE);
  const MarmotColumn *unaccompanied = episode_set_peek (set, EPISODE_UASC);
  double limit = options->miles > 0 ? options->miles : self->limit;

  care_children_init (&children, self, set, options, from, until, tally);
  for (gsize child = 0; child < children.n_children; child++)
    {
      guint32 row = children.rows[child];
      double distance;

      if (row == CARE_NOBODY)
        continue;
      if (care_flag (unaccompanied, row) == 1)
        {
          tally->codes[row] = EPISODE_EXCLUDED_FOR (CARE_UNACCOMPANIED);
          continue;
        }
      distance = marmot_column_row_is_valid (miles, row) ? marmot_column_get_double (miles, row) : NAN;
      if (!(distance >= 0 && distance < MILES_UNKNOWN))
        tally->codes[row] = options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
      else
        tally->codes[row] = distance > limit ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}
