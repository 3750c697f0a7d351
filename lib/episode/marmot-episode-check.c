/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Episodes for themselves, row by row, and beside each other, by the history of each child
 * or family.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "code-set-private.h"
#include "episode-set-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-finding-log-private.h"
#include "core/marmot-text-index-private.h"

#define N_KINDS (MARMOT_EPISODE_PARTICIPATION + 1)
#define BIT(kind) (1u << (kind))

#define EARLY_HELP (BIT (MARMOT_EPISODE_EARLY_HELP) | BIT (MARMOT_EPISODE_FAMILY_HELP))
#define EHC (BIT (MARMOT_EPISODE_EHC_ASSESSMENT) | BIT (MARMOT_EPISODE_EHC_PLAN))
#define CARE (BIT (MARMOT_EPISODE_CARE) | BIT (MARMOT_EPISODE_SHORT_BREAK))
/* Of which nobody has two at a time. */
#define ONE_AT_A_TIME                                                                                   \
  (EARLY_HELP | CARE | BIT (MARMOT_EPISODE_CHILD_IN_NEED) | BIT (MARMOT_EPISODE_CHILD_PROTECTION)       \
   | BIT (MARMOT_EPISODE_EHC_PLAN))

/* Two days of which the first may not be after the second. */
static const struct
{
  EpisodeColumn first;
  EpisodeColumn second;
  guint kinds;
  const char *message;
  const char *column;
} orders[] = {
  { EPISODE_REQUESTED, EPISODE_DECIDED, EARLY_HELP | EHC, "The request is after the decision", "requested" },
  { EPISODE_REQUESTED, EPISODE_START, EARLY_HELP, "The request is after the start", "requested" },
  { EPISODE_DECIDED, EPISODE_START, EARLY_HELP, "The decision is after the start", "decided" },
  { EPISODE_START, EPISODE_ASSESSED, EARLY_HELP, "The assessment was done before the start", "assessed" },
  { EPISODE_ASSESSED, EPISODE_END, EARLY_HELP, "The assessment was done after the end", "assessed" },
  { EPISODE_ASSESSMENT_STARTED, EPISODE_ASSESSED, EARLY_HELP, "The assessment was done before it was begun",
    "assessed" },
  { EPISODE_REQUESTED, EPISODE_ISSUED, EHC, "The request is after the plan", "requested" },
  { EPISODE_DECIDED, EPISODE_ISSUED, EHC, "The decision is after the plan", "decided" },
  { EPISODE_BIRTH, EPISODE_START, CARE | BIT (MARMOT_EPISODE_ENROLMENT) | BIT (MARMOT_EPISODE_PARTICIPATION),
    "The birth is after the start", "birth" },
};

typedef struct
{
  MarmotEpisodeSet *set;
  gsize n_rows;
  MarmotFindingLog *log;
  const guint8 *kinds;      /* NULL: all are of one */
  MarmotEpisodeKind only;
  const gint64 *lines;      /* NULL where there are none */
  const MarmotColumn *line_column;
  const gint32 *sources;
  char **source_names;
} Check;

static inline MarmotEpisodeKind
kind_of (const Check *self,
         gsize row)
{
  return self->kinds ? (MarmotEpisodeKind) self->kinds[row] : self->only;
}

static inline gboolean
is_of (const Check *self,
       gsize row,
       guint kinds)
{
  return (kinds >> kind_of (self, row)) & 1;
}

static guint64
line_of (const Check *self,
         gsize row)
{
  if (self->lines && marmot_column_row_is_valid (self->line_column, row) && self->lines[row] > 0)
    return (guint64) self->lines[row];
  return row + 1;
}

/* Findings of the rows of several files name each its own. */
static void
set_file (Check *self,
          gsize row)
{
  g_free (self->log->file);
  self->log->file = self->sources && self->sources[row] >= 0 ? g_strdup (self->source_names[self->sources[row]]) : NULL;
}

#define TELL(self, row, rule, severity, column, fix, ...)                                                    \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    if ((self)->log->findings->len < (self)->log->limit)                                                     \
      {                                                                                                      \
        set_file (self, row);                                                                                \
        marmot_finding_log_add ((self)->log, rule, severity, line_of (self, row), column, fix, __VA_ARGS__); \
      }                                                                                                      \
    else                                                                                                     \
      (self)->log->n_findings++;                                                                             \
  }                                                                                                          \
  G_STMT_END

/* --- each for itself ----------------------------------------------------------------- */

static void
check_ends (Check *self)
{
  const gint32 *starts = episode_set_peek_dates (self->set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (self->set, EPISODE_END);

  if (!ends)
    return;
  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (ends[row] == EPISODE_NO_DATE)
        continue;
      if (!starts || starts[row] == EPISODE_NO_DATE)
        TELL (self, row, "episode/no-start", MARMOT_SEVERITY_WARNING, "start", "Write the day on which it started",
              "The episode ended and has no start");
      else if (ends[row] < starts[row])
        TELL (self, row, "episode/end-before-start", MARMOT_SEVERITY_ERROR, "end", "Check both days",
              "The episode ends before it starts");
    }
}

static void
check_orders (Check *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const gint32 *first = episode_set_peek_dates (self->set, orders[i].first);
      const gint32 *second = episode_set_peek_dates (self->set, orders[i].second);

      if (!first || !second)
        continue;
      /* What is no date is less than all dates. */
      for (gsize row = 0; row < self->n_rows; row++)
        if (first[row] > second[row] && second[row] != EPISODE_NO_DATE && is_of (self, row, orders[i].kinds))
          TELL (self, row, "episode/date-order", MARMOT_SEVERITY_WARNING, orders[i].column, "Check both days", "%s",
                orders[i].message);
    }
}

static void
check_subjects (Check *self)
{
  const gint32 *persons = episode_set_peek_codes (self->set, EPISODE_PERSON);
  const gint32 *families = episode_set_peek_codes (self->set, EPISODE_FAMILY);

  if (!persons && !families)
    {
      if (self->n_rows > 0)
        marmot_finding_log_add (self->log, "episode/no-subject", MARMOT_SEVERITY_WARNING, 0, NULL,
                                "Read the column that says of which child or family an episode is",
                                "No episode says of which child or family it is");
      return;
    }
  for (gsize row = 0; row < self->n_rows; row++)
    if ((!persons || persons[row] < 0) && (!families || families[row] < 0))
      TELL (self, row, "episode/no-subject", MARMOT_SEVERITY_WARNING, persons ? "person" : "family",
            "Write the number of the child or family", "Nobody says of which child or family the episode is");
}

static void
check_coverage (Check *self)
{
  const gint32 *starts = episode_set_peek_dates (self->set, EPISODE_START);
  gint32 last;

  if (!starts || !marmot_episode_set_get_coverage (self->set, NULL, &last))
    return;
  for (gsize row = 0; row < self->n_rows; row++)
    if (starts[row] > last)
      TELL (self, row, "episode/after-coverage", MARMOT_SEVERITY_WARNING, "start",
            "Check the day, and the day of the extract", "The episode starts after the last day that the set knows of");
}

/* Distinct values that the list of codes does not have. */
static void
check_codes (Check *self,
             EpisodeColumn column,
             const char *name)
{
  const gint32 *codes = episode_set_peek_codes (self->set, column);
  MarmotCodeSet *known = marmot_code_set_get_builtin (name);
  const gsize n_values = episode_set_n_values (self->set, column);
  g_autofree guint8 *is_unknown = g_new0 (guint8, n_values + 1);
  gboolean has_unknown = FALSE;

  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = episode_set_peek_value (self->set, column, (gint32) i, &length);

      if (!text || marmot_code_set_find_text (known, text, length) < 0)
        is_unknown[i] = has_unknown = TRUE;
    }
  for (gsize row = 0; has_unknown && row < self->n_rows; row++)
    if (codes[row] >= 0 && is_unknown[codes[row]] && is_of (self, row, EARLY_HELP))
      TELL (self, row, "episode/unknown-code", MARMOT_SEVERITY_ERROR, episode_column_name (column),
            "Give the word a code, in the values of the mapping through which it is read",
            "The cell is not one of the codes of %s", marmot_code_set_get_title (known));
}

/* --- each beside the others ---------------------------------------------------------- */

static void
check_ids (Check *self)
{
  const MarmotColumn *ids = episode_set_peek (self->set, EPISODE_ID);
  /* By kind: another kind may count anew. */
  MarmotTextIndex *indices[N_KINDS] = { NULL };
  gint32 n_seen[N_KINDS] = { 0 };

  if (!ids)
    return;
  for (gsize row = 0; row < self->n_rows; row++)
    {
      const MarmotEpisodeKind kind = kind_of (self, row);
      const char *text;
      gsize length;

      if (!marmot_column_row_is_valid (ids, row))
        continue;
      text = marmot_column_peek_text (ids, row, &length);
      if (!indices[kind])
        indices[kind] = marmot_text_index_new ();
      if (marmot_text_index_add (indices[kind], text, length) == n_seen[kind])
        n_seen[kind]++;
      else
        TELL (self, row, "episode/same-id", MARMOT_SEVERITY_ERROR, "id", "Give each episode an id of its own",
              "An episode above has the same id");
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_clear_pointer (&indices[kind], marmot_text_index_free);
}

/* What is known of the earlier episodes of one child or family. */
typedef struct
{
  gboolean is_any;
  gint32 latest_end;        /* G_MAXINT32: open */
  gsize latest_row;
} Before;

static gint32
end_of (const gint32 *ends,
        gsize row)
{
  return !ends || ends[row] == EPISODE_NO_DATE ? G_MAXINT32 : ends[row];
}

/* Whether a column of units is the one by which a row is held against others. Help to a
 * family is the family's, all else the child's. */
static gboolean
is_unit_of (const Check *self,
            gsize row,
            EpisodeColumn column)
{
  const gint32 *families = episode_set_peek_codes (self->set, EPISODE_FAMILY);
  const gboolean by_family = families && families[row] >= 0 && is_of (self, row, EARLY_HELP);

  return (column == EPISODE_FAMILY) == by_family;
}

/* Two rows of a family that are its children in one episode. */
static gboolean
are_siblings (const Check *self,
              gsize row,
              gsize other,
              const gint32 *starts,
              const gint32 *ends)
{
  const gint32 *persons = episode_set_peek_codes (self->set, EPISODE_PERSON);

  return persons && persons[row] >= 0 && persons[other] >= 0 && persons[row] != persons[other]
         && starts[row] == starts[other] && end_of (ends, row) == end_of (ends, other);
}

static void
check_history (Check *self,
               EpisodeColumn column)
{
  const EpisodeHistory *history = episode_set_get_history (self->set, column);
  const gint32 *starts = episode_set_peek_dates (self->set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (self->set, EPISODE_END);
  const gboolean is_family = column == EPISODE_FAMILY;

  if (!history || !starts)
    return;
  for (gsize unit = 0; unit < history->n_units; unit++)
    {
      Before before[N_KINDS] = { { 0 } };

      for (guint32 i = history->starts[unit]; i < history->starts[unit + 1]; i++)
        {
          const gsize row = history->rows[i];
          Before *known = &before[kind_of (self, row)];
          const gint32 end = end_of (ends, row);

          if (!is_of (self, row, ONE_AT_A_TIME) || !is_unit_of (self, row, column))
            continue;
          if (known->is_any && starts[row] < known->latest_end
              && !(is_family && are_siblings (self, row, known->latest_row, starts, ends)))
            {
              const guint64 other = line_of (self, known->latest_row);

              if (known->latest_end == G_MAXINT32 && end == G_MAXINT32)
                TELL (self, row, "episode/two-open", MARMOT_SEVERITY_WARNING, "start",
                      "Close the one that is over, or say that both are one",
                      "The %s has another open episode of this kind, in line %" G_GUINT64_FORMAT,
                      is_family ? "family" : "child", other);
              else
                TELL (self, row, "episode/overlap", MARMOT_SEVERITY_WARNING, "start", "Check the days of both",
                      "The episode starts before an earlier one of the same %s has ended, which is in line "
                      "%" G_GUINT64_FORMAT,
                      is_family ? "family" : "child", other);
            }
          if (!known->is_any || end > known->latest_end)
            {
              known->latest_end = end;
              known->latest_row = row;
            }
          known->is_any = TRUE;
        }
    }
}

GPtrArray *
marmot_episode_set_check (MarmotEpisodeSet *set,
                          guint max_findings,
                          guint64 *n_findings)
{
  Check check = { .set = set };
  g_autoptr (MarmotFindingLog) log = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (set), NULL);

  log = marmot_finding_log_new (NULL, max_findings);
  check.log = log;
  check.n_rows = marmot_episode_set_get_n_rows (set);
  check.kinds = episode_set_peek_kinds (set, &check.only);
  check.line_column = episode_set_peek (set, EPISODE_LINE);
  check.lines = check.line_column ? (const gint64 *) check.line_column->values + check.line_column->offset : NULL;
  check.sources = episode_set_peek_codes (set, EPISODE_SOURCE);
  check.source_names = g_new0 (char *, episode_set_n_values (set, EPISODE_SOURCE) + 1);
  for (gsize i = 0; i < episode_set_n_values (set, EPISODE_SOURCE); i++)
    {
      gsize length;
      const char *text = episode_set_peek_value (set, EPISODE_SOURCE, (gint32) i, &length);

      check.source_names[i] = g_strndup (text ? text : "", length);
    }

  check_ends (&check);
  check_orders (&check);
  check_subjects (&check);
  check_coverage (&check);
  check_codes (&check, EPISODE_END_REASON, "early-help-closure-reason");
  check_codes (&check, EPISODE_LEAD_AGENCY, "early-help-lead-agency");
  check_ids (&check);
  check_history (&check, EPISODE_FAMILY);
  check_history (&check, EPISODE_PERSON);

  g_strfreev (check.source_names);
  marmot_finding_log_sort (log);
  if (n_findings)
    *n_findings = log->n_findings;
  return g_ptr_array_ref (log->findings);
}
