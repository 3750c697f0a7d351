/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Episodes of care cut where legal statuses and placements change. What is in force is laid
 * out as steps, by child or by period of care: from a day on it is this one. Each episode is
 * then cut by the steps that fall between its start and the next episode's, so that there
 * are never more pieces than episodes and steps together.
 */
#include "ssd-private.h"

#include <math.h>
#include <string.h>

#include "number-columns-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

#define NO_CODE -1
#define NO_ROW -1
#define OPEN G_MAXINT32

/* Something that is in force for a time: a row of a table. */
typedef struct
{
  gint32 key;
  gint32 start;
  gint32 end;
  gint32 row;
} Span;

/* From the day on the row is in force, or none. */
typedef struct
{
  gint32 day;
  gint32 row;
} Step;

/* Those of key k are steps[starts[k]] to steps[starts[k + 1] - 1], by day. */
typedef struct
{
  GArray *steps;
  guint32 *starts;
  gsize n_keys;
} Timeline;

/* An episode that comes out. */
typedef struct
{
  guint32 row;              /* of the table of episodes */
  gint32 start;
  gint32 end;
  gint32 placement;         /* rows of their tables, or NO_ROW */
  gint32 status;
  gint32 start_reason;      /* codes, or NO_CODE */
  gint32 end_reason;
  guint part;               /* of its row, from 1 */
} Piece;

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  return (one->row > other->row) - (one->row < other->row);
}

/* The rows of a table that have a key and a start, and last; in order. */
static Span *
sort_spans (const SsdData *data,
            SsdField key,
            const GByteArray *passed_over,
            gsize *n_spans)
{
  const gint32 *keys = data->fields[key];
  const gint32 *starts = data->fields[SSD_START];
  const gint32 *ends = data->fields[SSD_END];
  const gint32 *statuses = data->fields[SSD_STATUS];
  Span *spans = g_new (Span, data->n_rows + 1);
  gsize n = 0;

  for (gsize row = 0; keys && starts && row < data->n_rows; row++)
    {
      Span span = { keys[row], starts[row], OPEN, (gint32) row };

      if (ends && ends[row] != EPISODE_NO_DATE)
        span.end = ends[row];
      if (span.key < 0 || span.start == EPISODE_NO_DATE || span.end <= span.start)
        continue;
      if (passed_over && statuses
          && (statuses[row] < 0
              || ((guint) statuses[row] < passed_over->len && passed_over->data[statuses[row]])))
        continue;
      spans[n++] = span;
    }
  qsort (spans, n, sizeof *spans, compare_spans);
  *n_spans = n;
  return spans;
}

static void
add_step (GArray *steps,
          guint first,
          gint32 day,
          gint32 row)
{
  if (steps->len > first && g_array_index (steps, Step, steps->len - 1).day == day)
    {
      g_array_index (steps, Step, steps->len - 1).row = row;
    }
  else
    {
      Step step = { day, row };

      g_array_append_val (steps, step);
    }
}

/* Ends what ends by a day, latest begun first: what began before it, and has not ended, is
 * in force again. */
static void
end_spans (GArray *open,
           GArray *steps,
           guint first,
           gint32 day)
{
  while (open->len > 0)
    {
      gint32 end = g_array_index (open, Span, open->len - 1).end;

      if (end > day || end == OPEN)
        return;
      while (open->len > 0 && g_array_index (open, Span, open->len - 1).end <= end)
        g_array_set_size (open, open->len - 1);
      add_step (steps, first, end, open->len > 0 ? g_array_index (open, Span, open->len - 1).row : NO_ROW);
    }
}

static Timeline *
timeline_new (const SsdData *data,
              SsdField key,
              gsize n_keys,
              const GByteArray *passed_over)
{
  Timeline *self = g_new0 (Timeline, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autofree Span *spans = NULL;
  gsize n_spans = 0;
  gsize n = 0;

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self->starts = g_new0 (guint32, n_keys + 1);
  self->n_keys = n_keys;
  if (data)
    spans = sort_spans (data, key, passed_over, &n_spans);
  for (gsize k = 0; k < n_keys; k++)
    {
      const guint first = self->steps->len;

      self->starts[k] = first;
      for (; n < n_spans && spans[n].key == (gint32) k; n++)
        {
          end_spans (open, self->steps, first, spans[n].start);
          g_array_append_val (open, spans[n]);
          add_step (self->steps, first, spans[n].start, spans[n].row);
        }
      end_spans (open, self->steps, first, OPEN - 1);
      g_array_set_size (open, 0);
    }
  self->starts[n_keys] = self->steps->len;
  return self;
}

static void
timeline_free (Timeline *self)
{
  g_array_unref (self->steps);
  g_free (self->starts);
  g_free (self);
}

/* The steps of a key. */
typedef struct
{
  const Step *steps;
  guint n_steps;
  guint next;               /* the first that is behind the day looked at */
  gint32 row;               /* in force */
} Cursor;

static void
cursor_init (Cursor *self,
             const Timeline *timeline,
             gint32 key,
             gint32 day)
{
  guint first = 0, end;

  memset (self, 0, sizeof *self);
  self->row = NO_ROW;
  if (key < 0 || (gsize) key >= timeline->n_keys)
    return;
  self->steps = (const Step *) (const void *) timeline->steps->data + timeline->starts[key];
  self->n_steps = timeline->starts[key + 1] - timeline->starts[key];

  end = self->n_steps;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (self->steps[middle].day <= day)
        first = middle + 1;
      else
        end = middle;
    }
  self->next = first;
  if (first > 0)
    self->row = self->steps[first - 1].row;
}

static gint32
cursor_next_day (const Cursor *self)
{
  return self->next < self->n_steps ? self->steps[self->next].day : OPEN;
}

static void
cursor_move (Cursor *self,
             gint32 day)
{
  while (self->next < self->n_steps && self->steps[self->next].day <= day)
    self->row = self->steps[self->next++].row;
}

static gint32
code_of (const SsdData *data,
         SsdField field,
         gint32 row)
{
  return data && data->fields[field] && row >= 0 ? data->fields[field][row] : NO_CODE;
}

/* --- pieces ------------------------------------------------------------------------------ */

typedef struct
{
  SsdBuild *build;
  const SsdData *care;
  Timeline *placements;
  Timeline *statuses;
  SsdField placement_key;
  gint32 legal, placement, both, goes_on;  /* codes of L, P, B and X1 */
  GArray *pieces;
} Cutter;

static void
cut_episode (Cutter *self,
             const Span *episode,
             gint32 next_start)
{
  const SsdBuild *build = self->build;
  const guint32 row = (guint32) episode->row;
  const gint32 until = MIN (episode->end, next_start);
  Piece piece = { .row = row, .start = episode->start, .part = 1 };
  Cursor placement, status;

  cursor_init (&placement, self->placements, code_of (self->care, self->placement_key, episode->row), episode->start);
  cursor_init (&status, self->statuses, code_of (self->care, SSD_PERSON, episode->row), episode->start);
  piece.placement = placement.row;
  piece.status = status.row;
  piece.start_reason = code_of (self->care, SSD_START_REASON, episode->row);

  for (;;)
    {
      const gint32 day = MIN (cursor_next_day (&placement), cursor_next_day (&status));
      gboolean is_moved, is_changed;

      if (day >= until)
        break;
      cursor_move (&placement, day);
      cursor_move (&status, day);
      is_moved = placement.row != piece.placement;
      is_changed = code_of (build->tables[SSD_STATUSES], SSD_STATUS, status.row)
                   != code_of (build->tables[SSD_STATUSES], SSD_STATUS, piece.status);
      if (!is_moved && !is_changed)
        continue;

      piece.end = day;
      piece.end_reason = self->goes_on;
      g_array_append_val (self->pieces, piece);
      piece.start = day;
      piece.part++;
      piece.placement = placement.row;
      piece.status = status.row;
      piece.start_reason = is_moved && is_changed ? self->both : is_moved ? self->placement : self->legal;
    }

  piece.end = episode->end == OPEN ? EPISODE_NO_DATE : episode->end;
  piece.end_reason = code_of (self->care, SSD_END_REASON, episode->row);
  g_array_append_val (self->pieces, piece);
}

/* Episodes without a start are as they are, and last; so are those that end before they
 * start, which nothing can be in force in. */
static void
add_uncut (Cutter *self)
{
  const gint32 *starts = self->care->fields[SSD_START];
  const gint32 *ends = self->care->fields[SSD_END];

  for (gsize row = 0; row < self->care->n_rows; row++)
    {
      gint32 end = ends ? ends[row] : EPISODE_NO_DATE;
      Piece piece = { .row = (guint32) row, .part = 1, .placement = NO_ROW, .status = NO_ROW };

      if (starts[row] != EPISODE_NO_DATE && (end == EPISODE_NO_DATE || end > starts[row]))
        continue;
      piece.start = starts[row];
      piece.end = end;
      piece.start_reason = code_of (self->care, SSD_START_REASON, (gint32) row);
      piece.end_reason = code_of (self->care, SSD_END_REASON, (gint32) row);
      g_array_append_val (self->pieces, piece);
    }
}

static GArray *
cut_all (SsdBuild *build)
{
  const SsdData *care = build->tables[SSD_CARE];
  const SsdData *placements = build->tables[SSD_PLACEMENTS];
  Cutter self = { .build = build, .care = care };
  g_autofree Span *episodes = NULL;
  gsize n_episodes = 0;

  self.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  if (!care)
    return self.pieces;

  self.placement_key = care->fields[SSD_PERIOD] && placements && placements->fields[SSD_PERIOD] ? SSD_PERIOD
                                                                                              : SSD_PERSON;
  self.placements = timeline_new (placements, self.placement_key, (gsize) build->n_values[self.placement_key], NULL);
  self.statuses = timeline_new (build->tables[SSD_STATUSES], SSD_PERSON, (gsize) build->n_values[SSD_PERSON],
                                build->is_other);
  self.legal = ssd_build_add_value (build, SSD_START_REASON, "L");
  self.placement = ssd_build_add_value (build, SSD_START_REASON, "P");
  self.both = ssd_build_add_value (build, SSD_START_REASON, "B");
  self.goes_on = ssd_build_add_value (build, SSD_END_REASON, "X1");

  episodes = sort_spans (care, SSD_PERSON, NULL, &n_episodes);
  for (gsize i = 0; i < n_episodes; i++)
    {
      gboolean has_next = i + 1 < n_episodes && episodes[i + 1].key == episodes[i].key;

      cut_episode (&self, &episodes[i], has_next ? episodes[i + 1].start : OPEN);
    }
  add_uncut (&self);
  timeline_free (self.placements);
  timeline_free (self.statuses);
  return self.pieces;
}

/* --- columns ----------------------------------------------------------------------------- */

typedef struct
{
  SsdBuild *build;
  MarmotColumn *values[SSD_N_FIELDS];
  const SsdData *early_help;    /* nullable */
  const GArray *pieces;
  gsize n_early_help;
  gsize n_rows;
  MarmotColumn *columns[EPISODE_N_COLUMNS];
} Maker;

/* The table that a field of care comes from. */
static const SsdData *
source_of (const Maker *self,
           SsdField field)
{
  switch (field)
    {
    case SSD_TYPE:
    case SSD_PROVIDER:
    case SSD_CARER:
    case SSD_AREA:
    case SSD_POSTCODE:
    case SSD_CHANGE_REASON:
      return self->build->tables[SSD_PLACEMENTS];
    case SSD_STATUS:
      return self->build->tables[SSD_STATUSES];
    default:
      return self->build->tables[SSD_CARE];
    }
}

/* The code of a field in a piece. */
static gint32
piece_code (const Maker *self,
            const Piece *piece,
            SsdField field)
{
  const SsdData *placements = self->build->tables[SSD_PLACEMENTS];

  switch (field)
    {
    case SSD_START_REASON:
      return piece->start_reason;
    case SSD_END_REASON:
      return piece->end_reason;
    case SSD_CHANGE_REASON:
      /* Why the placement ended, on the episode that ends with it. */
      if (piece->placement < 0 || piece->end == EPISODE_NO_DATE || !placements->fields[SSD_END]
          || placements->fields[SSD_END][piece->placement] != piece->end)
        return NO_CODE;
      return code_of (placements, field, piece->placement);
    case SSD_STATUS:
      return code_of (source_of (self, field), field, piece->status);
    case SSD_PERSON:
    case SSD_NEED:
      return code_of (source_of (self, field), field, (gint32) piece->row);
    default:
      return code_of (source_of (self, field), field, piece->placement);
    }
}

static void
make_codes (Maker *self,
            SsdField from,
            EpisodeColumn to)
{
  const SsdData *care = source_of (self, from);
  gboolean has_early_help = self->early_help && self->early_help->fields[from];
  MarmotMemory *memory;
  gint32 *block;

  if (!has_early_help && !(care && care->fields[from]))
    return;
  block = number_block_new (self->n_rows, &memory);
  for (gsize row = 0; row < self->n_early_help; row++)
    block[row] = has_early_help ? self->early_help->fields[from][row] : NO_CODE;
  for (gsize i = 0; i < self->pieces->len; i++)
    block[self->n_early_help + i] = piece_code (self, &g_array_index (self->pieces, Piece, i), from);
  self->columns[to] = number_column_codes (memory, block, self->n_rows, self->values[from]);
  marmot_memory_unref (memory);
}

static void
make_dates (Maker *self)
{
  MarmotMemory *start_memory, *end_memory;
  gint32 *starts = number_block_new (self->n_rows, &start_memory);
  gint32 *ends = number_block_new (self->n_rows, &end_memory);

  for (gsize row = 0; row < self->n_early_help; row++)
    {
      starts[row] = self->early_help->fields[SSD_START][row];
      ends[row] = self->early_help->fields[SSD_END] ? self->early_help->fields[SSD_END][row] : EPISODE_NO_DATE;
    }
  for (gsize i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      starts[self->n_early_help + i] = piece->start;
      ends[self->n_early_help + i] = piece->end;
    }
  self->columns[EPISODE_START] = number_column_dates (start_memory, starts, self->n_rows, EPISODE_NO_DATE + 1);
  self->columns[EPISODE_END] = number_column_dates (end_memory, ends, self->n_rows, EPISODE_NO_DATE + 1);
  marmot_memory_unref (start_memory);
  marmot_memory_unref (end_memory);
}

static gboolean
is_short_break (const Maker *self,
                const Piece *piece)
{
  gint32 code = code_of (self->build->tables[SSD_STATUSES], SSD_STATUS, piece->status);
  const char *text;
  gsize length;

  if (code < 0)
    return FALSE;
  text = marmot_column_peek_text (self->values[SSD_STATUS], (gsize) code, &length);
  return length == 2 && text[0] == 'V' && (text[1] == '3' || text[1] == '4');
}

static void
make_kinds (Maker *self)
{
  static const char *const names[] = { "early-help", "care", "short-break", NULL };
  g_autoptr (MarmotColumn) values = marmot_column_new_text (names);
  MarmotMemory *memory;
  gint32 *block = number_block_new (self->n_rows, &memory);

  for (gsize row = 0; row < self->n_early_help; row++)
    block[row] = 0;
  for (gsize i = 0; i < self->pieces->len; i++)
    block[self->n_early_help + i] = is_short_break (self, &g_array_index (self->pieces, Piece, i)) ? 2 : 1;
  self->columns[EPISODE_KIND] = number_column_codes (memory, block, self->n_rows, values);
  marmot_memory_unref (memory);
}

static void
append_id (MarmotColumnBuilder *ids,
           const Maker *self,
           gint32 code,
           guint part)
{
  const char *text;
  gsize length;

  if (code < 0)
    {
      marmot_column_builder_append_null (ids);
      return;
    }
  text = marmot_column_peek_text (self->values[SSD_ID], (gsize) code, &length);
  if (part == 1)
    {
      (void) marmot_column_builder_append_text (ids, text, length);
    }
  else
    {
      g_autofree char *id = g_strdup_printf ("%.*s/%u", (int) length, text, part);

      (void) marmot_column_builder_append_text (ids, id, strlen (id));
    }
}

/* Ids, files and lines; parts of an episode are told apart by a number. */
static void
make_places (Maker *self)
{
  const SsdData *care = self->build->tables[SSD_CARE];
  g_autoptr (MarmotColumnBuilder) ids = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  g_autoptr (MarmotColumnBuilder) lines = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  g_autoptr (MarmotColumnBuilder) sources = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize i = 0; i < self->n_rows; i++)
    {
      const Piece *piece = i < self->n_early_help ? NULL
                                                  : &g_array_index (self->pieces, Piece, i - self->n_early_help);
      const SsdData *data = piece ? care : self->early_help;
      gsize row = piece ? piece->row : i;

      append_id (ids, self, code_of (data, SSD_ID, (gint32) row), piece ? piece->part : 1);
      marmot_column_builder_append_integer (lines, data->lines[row]);
      if (data->source)
        (void) marmot_column_builder_append_text (sources, data->source, strlen (data->source));
      else
        marmot_column_builder_append_null (sources);
    }
  self->columns[EPISODE_ID] = marmot_column_builder_finish (g_steal_pointer (&ids));
  self->columns[EPISODE_LINE] = marmot_column_builder_finish (g_steal_pointer (&lines));
  self->columns[EPISODE_SOURCE] = marmot_column_builder_finish (g_steal_pointer (&sources));
}

static void
make_miles (Maker *self)
{
  const SsdData *placements = self->build->tables[SSD_PLACEMENTS];
  g_autoptr (MarmotColumnBuilder) miles = NULL;

  if (!placements || !placements->miles)
    return;
  miles = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);
  for (gsize row = 0; row < self->n_early_help; row++)
    marmot_column_builder_append_null (miles);
  for (gsize i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->placement >= 0 && !isnan (placements->miles[piece->placement]))
        marmot_column_builder_append_double (miles, placements->miles[piece->placement]);
      else
        marmot_column_builder_append_null (miles);
    }
  self->columns[EPISODE_DISTANCE] = marmot_column_builder_finish (g_steal_pointer (&miles));
}

/* What the table of persons says of each row's; of two rows of a person the first. */
static void
make_of_persons (Maker *self,
                 SsdField from,
                 EpisodeColumn to)
{
  const SsdData *persons = self->build->tables[SSD_PERSONS];
  const SsdData *care = self->build->tables[SSD_CARE];
  const gint32 blank = from == SSD_BIRTH ? EPISODE_NO_DATE : NO_CODE;
  const gsize n_persons = (gsize) self->build->n_values[SSD_PERSON];
  g_autofree gint32 *of_person = NULL;
  MarmotMemory *memory;
  gint32 *block;

  if (!persons || !persons->fields[from])
    return;
  of_person = g_new (gint32, n_persons + 1);
  for (gsize i = 0; i < n_persons; i++)
    of_person[i] = blank;
  for (gsize row = persons->n_rows; row-- > 0;)
    if (persons->fields[from][row] != blank)
      of_person[persons->fields[SSD_PERSON][row]] = persons->fields[from][row];

  block = number_block_new (self->n_rows, &memory);
  for (gsize row = 0; row < self->n_early_help; row++)
    block[row] = of_person[self->early_help->fields[SSD_PERSON][row]];
  for (gsize i = 0; i < self->pieces->len; i++)
    block[self->n_early_help + i]
      = of_person[care->fields[SSD_PERSON][g_array_index (self->pieces, Piece, i).row]];
  self->columns[to] = from == SSD_BIRTH ? number_column_dates (memory, block, self->n_rows, EPISODE_NO_DATE + 1)
                                        : number_column_codes (memory, block, self->n_rows, self->values[from]);
  marmot_memory_unref (memory);
}

MarmotEpisodeSet *
ssd_build_end (SsdBuild *build,
               GError **error)
{
  static const struct
  {
    SsdField from;
    EpisodeColumn to;
  } codes[] = {
    { SSD_PERSON, EPISODE_PERSON },
    { SSD_START_REASON, EPISODE_START_REASON },
    { SSD_END_REASON, EPISODE_END_REASON },
    { SSD_NEED, EPISODE_NEED },
    { SSD_AGENCY, EPISODE_LEAD_AGENCY },
    { SSD_STATUS, EPISODE_LEGAL_STATUS },
    { SSD_TYPE, EPISODE_PLACEMENT },
    { SSD_PROVIDER, EPISODE_PROVIDER },
    { SSD_CARER, EPISODE_CARER },
    { SSD_AREA, EPISODE_AREA },
    { SSD_POSTCODE, EPISODE_PLACE },
    { SSD_CHANGE_REASON, EPISODE_CHANGE_REASON },
  };
  Maker self = { .build = build, .early_help = build->tables[SSD_EARLY_HELP] };
  g_autoptr (GArray) pieces = NULL;
  MarmotEpisodeSet *set = NULL;

  if (!build->tables[SSD_EARLY_HELP] && !build->tables[SSD_CARE])
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "No episodes were added: give ssd_early_help_episodes or ssd_cla_episodes");
      return NULL;
    }
  self.pieces = pieces = cut_all (build);
  self.n_early_help = self.early_help ? self.early_help->n_rows : 0;
  self.n_rows = self.n_early_help + pieces->len;
  if (!cells_check_size (self.n_rows, error))
    return NULL;

  for (guint i = 0; i < SSD_N_FIELDS; i++)
    if (i == SSD_POSTCODE)
      self.values[i] = number_column_values ((gsize) build->n_values[i]);
    else if (build->values[i])
      self.values[i] = marmot_text_index_finish (g_steal_pointer (&build->values[i]));
    else
      self.values[i] = number_column_values (0);

  make_kinds (&self);
  make_dates (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    make_codes (&self, codes[i].from, codes[i].to);
  make_miles (&self);
  make_of_persons (&self, SSD_BIRTH, EPISODE_BIRTH);
  make_of_persons (&self, SSD_SEX, EPISODE_SEX);
  make_of_persons (&self, SSD_ETHNICITY, EPISODE_ETHNICITY);
  make_places (&self);
  set = episode_set_new_take (MARMOT_EPISODE_CARE, self.columns, self.n_rows, error);
  for (guint i = 0; i < SSD_N_FIELDS; i++)
    marmot_column_unref (self.values[i]);
  return set;
}
