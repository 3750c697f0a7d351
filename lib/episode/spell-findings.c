/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is wrong with how episodes link, by file and line. Nothing here says what a cell
 * holds.
 */
#include "spell-set-private.h"

#include <string.h>

#include "core/marmot-column-private.h"

/* In the order in which the issues of one row are told. */
static const struct
{
  guint32 issue;
  MarmotSeverity severity;
  const char *rule;
  const char *column;
  const char *message;
  const char *fix;
} told[] = {
  { SPELL_ISSUE_NO_CHILD, MARMOT_SEVERITY_ERROR, "spell/no-child", "person",
    "The episode does not say which child it is of, and is in no period of care", "Give the child's number" },
  { SPELL_ISSUE_NO_START_DATE, MARMOT_SEVERITY_ERROR, "spell/no-start-date", "start",
    "The episode has no date on which it started, and is in no period of care", "Give the date" },
  { MARMOT_SPELL_ISSUE_BACKWARDS, MARMOT_SEVERITY_ERROR, "spell/backwards", "end",
    "The episode ends before it starts, and counts no days", "Correct one of the two dates" },
  { MARMOT_SPELL_ISSUE_NO_DAYS, MARMOT_SEVERITY_WARNING, "spell/no-days", "end",
    "The episode ends on the day on which it starts", "Take it out, or correct one of the two dates" },
  { MARMOT_SPELL_ISSUE_OVERLAP, MARMOT_SEVERITY_ERROR, "spell/overlap", "start",
    "The episode starts before an earlier one of the same child has ended; the days are counted once",
    "End the earlier one on the day on which this one starts, or correct this start" },
  { MARMOT_SPELL_ISSUE_NOT_CLOSED, MARMOT_SEVERITY_ERROR, "spell/not-closed", "end",
    "The episode has no end, and the child has a later one; it is taken to end when that starts",
    "Give the day and the reason of its end" },
  { MARMOT_SPELL_ISSUE_TWO_OPEN, MARMOT_SEVERITY_ERROR, "spell/two-open", "end",
    "The episode has no end, and neither has an earlier one of the same child",
    "Close all but the latest episode" },
  { MARMOT_SPELL_ISSUE_GAP, MARMOT_SEVERITY_WARNING, "spell/gap", "start",
    "The episode says that care went on, and the one before it had ended on an earlier day",
    "Start it on the day on which that one ended, or say that care started (S)" },
  { MARMOT_SPELL_ISSUE_NO_START, MARMOT_SEVERITY_WARNING, "spell/no-start", "start_reason",
    "A period of care begins here, and the episode does not say that care started",
    "Say that care started (S), or add the episode before it" },
  { MARMOT_SPELL_ISSUE_START_INSIDE, MARMOT_SEVERITY_WARNING, "spell/start-inside", "start_reason",
    "The episode says that care started, and care had not stopped on the day before",
    "Say what changed (L, P, T, B or U), or correct the dates" },
  { MARMOT_SPELL_ISSUE_AFTER_LEAVING, MARMOT_SEVERITY_WARNING, "spell/after-leaving", "start_reason",
    "The episode goes on from one that says that care ended; it is taken to go on",
    "End that one with X1, or say that care started (S) on a later day" },
  { MARMOT_SPELL_ISSUE_UNFINISHED, MARMOT_SEVERITY_WARNING, "spell/unfinished", "end_reason",
    "The episode ends with X1, which says that care goes on, and no episode goes on from it",
    "Give the reason why care ended, or add the next episode" },
  { MARMOT_SPELL_ISSUE_NO_REASON, MARMOT_SEVERITY_WARNING, "spell/no-reason", "end_reason",
    "The episode has an end without a reason, or a reason without an end", "Give both, or neither" },
  { MARMOT_SPELL_ISSUE_NEED_CHANGES, MARMOT_SEVERITY_WARNING, "spell/need-changes", "need",
    "The category of need is another than before, in the same period of care",
    "Give the one with which the period began" },
};

/* What findings are sorted by. */
typedef struct
{
  gint32 source;            /* its place among the names of files, -1 for none */
  gint64 line;
  guint32 row;
} Place;

static int
compare_places (const void *a,
                const void *b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static int
compare_names (const void *a,
               const void *b,
               gpointer names)
{
  const char *const *texts = names;

  return g_strcmp0 (texts[*(const gint32 *) a], texts[*(const gint32 *) b]);
}

/* The names of files, and of each its place in their order. */
static char **
read_sources (MarmotEpisodeSet *set,
              gint32 **places)
{
  gsize n_values = episode_set_n_values (set, EPISODE_SOURCE);
  char **names = g_new0 (char *, n_values + 1);
  g_autofree gint32 *order = g_new (gint32, n_values + 1);

  *places = g_new (gint32, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = episode_set_peek_value (set, EPISODE_SOURCE, (gint32) i, &length);

      names[i] = g_strndup (text ? text : "", length);
      order[i] = (gint32) i;
    }
  g_qsort_with_data (order, (gint) n_values, sizeof *order, compare_names, names);
  for (gsize i = 0; i < n_values; i++)
    (*places)[order[i]] = (gint32) i;
  return names;
}

static void
tell (GPtrArray *findings,
      guint32 issues,
      const char *file,
      gint64 line,
      guint32 row,
      guint limit)
{
  g_autofree char *path = line > 0 ? NULL : g_strdup_printf ("episodes/%" G_GUINT32_FORMAT, row);

  for (guint i = 0; i < G_N_ELEMENTS (told) && findings->len < limit; i++)
    if (issues & told[i].issue)
      g_ptr_array_add (findings, marmot_finding_new (told[i].rule, told[i].severity, file, line > 0 ? (guint64) line : 0,
                                                     told[i].column, path, told[i].message, told[i].fix));
}

GPtrArray *
spell_make_findings (const SpellLinks *links,
                     guint limit,
                     guint64 *n_findings)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  const gint32 *sources = episode_set_peek_codes (links->set, EPISODE_SOURCE);
  MarmotColumn *lines = episode_set_peek (links->set, EPISODE_LINE);
  g_autofree gint32 *order = NULL;
  g_auto (GStrv) names = read_sources (links->set, &order);
  guint32 n_rows = marmot_episode_set_get_n_rows (links->set);

  *n_findings = 0;
  for (guint32 row = 0; row < n_rows; row++)
    {
      Place place = { -1, 0, row };

      if (!links->issues[row])
        continue;
      for (guint32 bits = links->issues[row]; bits; bits &= bits - 1)
        ++*n_findings;
      if (sources && sources[row] >= 0)
        place.source = order[sources[row]];
      if (lines && marmot_column_row_is_valid (lines, row))
        place.line = marmot_column_get_integer (lines, row);
      g_array_append_val (places, place);
    }

  if (places->len > 0)
    qsort (places->data, places->len, sizeof (Place), compare_places);
  for (guint i = 0; i < places->len && findings->len < limit; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      tell (findings, links->issues[place->row], place->source >= 0 ? names[sources[place->row]] : NULL, place->line,
            place->row, limit);
    }
  return findings;
}
