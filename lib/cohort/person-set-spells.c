/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Periods of care as the legal rules want them: how each ended, and whether it was spent
 * with parents, or fostered, at its end.
 */
#include "person-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

typedef enum
{
  PLACED_ELSEWHERE,
  PLACED_AT_HOME,             /* P1 */
  PLACED_FOSTERED             /* U1 to U6 */
} Placed;

/* Where a spell ended, or where it is now. */
typedef struct
{
  gint32 home_from;
  guint8 placed;              /* Placed */
} LastPlace;

static gint32
read_place (const char *text,
            gsize length,
            gpointer data)
{
  if (legal_placement_is_home (text, (gssize) length))
    return PLACED_AT_HOME;
  return legal_placement_is_fostered (text, (gssize) length) ? PLACED_FOSTERED : PLACED_ELSEWHERE;
}

/* The last placement of each spell; placements are by spell and start. */
static LastPlace *
find_last_places (MarmotSpellSet *spells,
                  gsize n_spells)
{
  MarmotTable *table = marmot_spell_set_get_placements (spells);
  MarmotColumn *of = marmot_table_peek_column (table, "spell");
  MarmotColumn *starts = marmot_table_peek_column (table, "start");
  MarmotColumn *codes = marmot_table_peek_column (table, "placement");
  g_autofree gint32 *placed = NULL;
  LastPlace *places = g_new (LastPlace, n_spells + 1);

  for (gsize i = 0; i < n_spells; i++)
    places[i] = (LastPlace) { LEGAL_NO_DATE, PLACED_ELSEWHERE };
  if (!codes)
    return places;
  placed = person_read_codes (codes, "placement", codes->length, read_place, NULL, NULL);
  for (gsize i = 0; placed && i < codes->length; i++)
    {
      LastPlace *place = &places[marmot_column_get_integer (of, i)];

      /* With parents in one place and then in another is with parents all the time. */
      if (placed[i] != PLACED_AT_HOME)
        place->home_from = LEGAL_NO_DATE;
      else if (place->placed != PLACED_AT_HOME)
        place->home_from = marmot_column_get_date (starts, i);
      place->placed = placed[i] == CELL_BLANK ? PLACED_ELSEWHERE : (guint8) placed[i];
    }
  return places;
}

PersonPart *
person_spells_read (PersonBuild *self,
                    MarmotSpellSet *spells,
                    const gint32 *row_of,
                    const guint8 *wants,
                    GError **error)
{
  MarmotTable *table = marmot_spell_set_get_table (spells);
  const gsize n_spells = marmot_table_get_n_rows (table);
  MarmotColumn *short_breaks = marmot_table_peek_column (table, "short_break");
  MarmotColumn *reasons = marmot_table_peek_column (table, "end_reason");
  g_autofree gint32 *starts = NULL;
  g_autofree gint32 *ends = NULL;
  g_autofree LastPlace *places = NULL;
  g_autofree LegalSpell *kept = NULL;
  g_autofree gint32 *people = NULL;
  gsize n_kept = 0;

  starts = person_read_days (marmot_table_peek_column (table, "start"), "start", n_spells, error);
  ends = person_read_days (marmot_table_peek_column (table, "end"), "end", n_spells, error);
  if (!starts || !ends || !person_rows_fit (n_spells, error))
    return NULL;

  places = find_last_places (spells, n_spells);
  kept = g_new (LegalSpell, n_spells + 1);
  people = g_new (gint32, n_spells + 1);
  for (gsize i = 0; i < n_spells; i++)
    {
      LegalSpell *spell = &kept[n_kept];
      const char *reason = NULL;
      gsize length = 0;
      gint32 *death;

      if (row_of[i] < 0 || starts[i] <= CELL_UNREAD || ends[i] == CELL_UNREAD)
        {
          person_lose (self->losses, LOSS_SPELLS_BAD_DATE, i);
          continue;
        }
      if (reasons && marmot_column_row_is_valid (reasons, i))
        reason = marmot_column_peek_text (reasons, i, &length);
      legal_spell_init (spell, starts[i], ends[i], reason, (gssize) length,
                        marmot_column_get_boolean (short_breaks, i) != FALSE);
      spell->home_from = places[i].home_from;
      spell->fostered = places[i].placed == PLACED_FOSTERED;
      /* The earliest, so that care after it is seen to contradict it. */
      death = &self->death[row_of[i]];
      if (spell->left == LEGAL_LEFT_DIED && (!wants || wants[row_of[i]])
          && (*death == LEGAL_NO_DATE || spell->end < *death))
        *death = spell->end;
      people[n_kept++] = row_of[i];
    }

  /* The number of episodes that are in no period, which the set of spells tells of. */
  self->losses[LOSS_SPELLS_LEFT_OUT].n_rows += marmot_spell_set_get_n_left_out (spells);
  return person_part_new (PERSON_SPELLS, self->n_people, kept, people, n_kept);
}
