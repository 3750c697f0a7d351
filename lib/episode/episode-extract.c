/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An extract is read as CSV, in one pass and only the columns that the mapping names; then
 * each column becomes a field (episode-fields.c), and lets go of its memory.
 */
#include "episode-extract-private.h"

#include <string.h>

#include "episode-fields-private.h"
#include "episode-set-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-csv-parse-private.h"
#include "core/marmot-table-private.h"

/* What share of the work reading the CSV is, and reading the needs. */
#define SHARE_OF_CSV 0.75
#define SHARE_OF_NEEDS 0.3

void
episode_extract_counts_init (EpisodeExtractCounts *self)
{
  memset (self, 0, sizeof *self);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

void
episode_extract_counts_clear (EpisodeExtractCounts *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

/* One file on its way. */
typedef struct
{
  const EpisodeExtractOptions *options;
  const EpisodeSheet *sheet;
  gboolean needs;
  double from;              /* the share of the work at which it begins */
  double share;             /* and what it is of the whole */

  EpisodeFields fields;
  MarmotColumn **columns;   /* by field; room for all of them */
  gsize n_rows;             /* that were kept */
  guint64 n_read;
  guint64 n_left_out;
  gint64 *lines;            /* of the rows that were kept; NULL until they are asked for */
} File;

static void
tell_progress (const File *self,
               double share)
{
  if (self->options->progress)
    self->options->progress (self->from + self->share * share, self->options->progress_data);
}

static void
on_csv_progress (double share,
                 gpointer data)
{
  tell_progress (data, SHARE_OF_CSV * share);
}

/* Text where nearly every cell is another one, and dictionaries for all else. */
static MarmotColumnType
type_of (const char *name,
         gpointer data)
{
  const EpisodeSheet *sheet = data;

  for (guint i = 0; i < sheet->fields->len; i++)
    {
      const EpisodeField *field = sheet->fields->pdata[i];

      if (field->type == MARMOT_COLUMN_TEXT && g_str_equal (field->heading, name))
        return MARMOT_COLUMN_TEXT;
    }
  return MARMOT_COLUMN_DICTIONARY;
}

static MarmotCsvResult *
read_csv (File *self,
          GBytes *bytes,
          const char *name,
          GCancellable *cancellable,
          GError **error)
{
  MarmotCsvOptions options;
  MarmotCsvResult *result;

  marmot_csv_options_init (&options);
  options.max_bytes = self->options->max_bytes;
  options.max_findings = self->options->max_findings;
  options.separator = self->sheet->separator;
  options.skip_faulty_rows = TRUE;
  options.wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->sheet->fields->len; i++)
    g_hash_table_add (options.wanted, g_strdup (((const EpisodeField *) self->sheet->fields->pdata[i])->heading));
  options.type_of = type_of;
  options.type_data = (gpointer) self->sheet;
  options.progress = on_csv_progress;
  options.progress_data = self;
  result = marmot_csv_parse (&options, bytes, name, cancellable, error);
  marmot_csv_options_clear (&options);
  return result;
}

/* FALSE if the file lacks a column that it must have. */
static gboolean
check_columns (File *self,
               MarmotTable *table)
{
  gboolean is_good = TRUE;

  for (guint i = 0; i < self->sheet->fields->len; i++)
    {
      const EpisodeField *field = self->sheet->fields->pdata[i];

      if (marmot_table_has_column (table, field->heading))
        continue;
      is_good = is_good && field->is_optional;
      marmot_finding_log_add (self->fields.log, "mapping/no-such-column",
                              field->is_optional ? MARMOT_SEVERITY_NOTE : MARMOT_SEVERITY_ERROR, 1, field->heading,
                              "Check that the mapping is the one for this extract, and the heading; or list the "
                              "field as optional",
                              "The file has no such column, which the mapping names for the field \"%s\"", field->name);
    }
  return is_good;
}

/* Of births nobody asks whether they are recent. */
static gboolean
is_birth (const File *self,
          const EpisodeField *field)
{
  return !self->needs && field->field == EPISODE_BIRTH;
}

static gboolean
is_first (const File *self,
          const EpisodeField *field)
{
  return !self->needs && (field->field == EPISODE_START || field->field == EPISODE_REQUESTED);
}

/* Fills columns from those of the table, which is let go of. FALSE if it was cancelled. */
static gboolean
read_fields (File *self,
             MarmotTable **table,
             GCancellable *cancellable,
             GError **error)
{
  const guint n_fields = self->sheet->fields->len;
  g_autofree MarmotColumn **given = g_new0 (MarmotColumn *, n_fields);
  gboolean is_done = TRUE;

  for (guint i = 0; i < n_fields; i++)
    {
      const EpisodeField *field = self->sheet->fields->pdata[i];
      MarmotColumn *column = marmot_table_peek_column (*table, field->heading);

      if (!column)
        continue;
      /* One column may be two fields, and one of them its number. */
      given[i] = column->type == MARMOT_COLUMN_TEXT && field->type != MARMOT_COLUMN_TEXT
                   ? marmot_column_cast (column, MARMOT_COLUMN_DICTIONARY, NULL)
                   : marmot_column_ref (column);
    }
  g_clear_pointer (table, marmot_table_unref);

  for (guint i = 0; i < n_fields; i++)
    {
      const EpisodeField *field = self->sheet->fields->pdata[i];

      is_done = is_done && !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (given[i] && is_done)
        self->columns[field->field] = episode_fields_read (&self->fields, field, given[i], !is_birth (self, field),
                                                           is_first (self, field));
      g_clear_pointer (&given[i], marmot_column_unref);
      tell_progress (self, SHARE_OF_CSV + (1 - SHARE_OF_CSV) * (i + 1) / (n_fields + 1));
    }
  return is_done;
}

/* --- rows that are no episodes --------------------------------------------------------- */

static guint
n_columns_of (const File *self)
{
  return self->needs ? (guint) EPISODE_NEED_N_FIELDS : (guint) EPISODE_N_COLUMNS;
}

/* A byte a row that holds nothing; NULL if there is none. */
static guint8 *
find_empty (const File *self)
{
  g_autofree guint8 *empty = NULL;

  for (guint i = 0; i < n_columns_of (self); i++)
    {
      const MarmotColumn *column = self->columns[i];
      gsize n_empty = 0;

      if (!column)
        continue;
      if (column->n_nulls == 0)
        return NULL;
      if (!empty)
        {
          empty = g_malloc (self->n_rows + 1);
          memset (empty, 1, self->n_rows + 1);
        }
      for (gsize row = 0; row < self->n_rows; row++)
        {
          empty[row] = empty[row] && !marmot_column_row_is_valid (column, row);
          n_empty += empty[row];
        }
      if (n_empty == 0)
        return NULL;
    }
  return g_steal_pointer (&empty);
}

static void
tell_empty (File *self,
            const guint8 *empty)
{
  guint64 n_empty = 0;
  gsize first = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    if (empty[row] && n_empty++ == 0)
      first = row;
  marmot_finding_log_add (self->fields.log, "mapping/empty-row", MARMOT_SEVERITY_WARNING,
                          marmot_csv_places_get_line (self->fields.places, first), NULL,
                          "Take out rows that hold nothing; spreadsheets leave them below the data",
                          "Rows with nothing in the columns of the mapping were left out, of which this is the "
                          "first; there are %" G_GUINT64_FORMAT,
                          n_empty);
}

/* Marks the rows that do not say what they are of. */
static gboolean
mark_without_kind (File *self,
                   guint8 *out)
{
  const MarmotColumn *kinds = self->needs ? NULL : self->columns[EPISODE_KIND];
  gboolean is_any = FALSE;

  if (!kinds || kinds->n_nulls == 0)
    return FALSE;
  for (gsize row = 0; row < self->n_rows; row++)
    if (!out[row] && !marmot_column_row_is_valid (kinds, row))
      {
        out[row] = is_any = TRUE;
        marmot_finding_log_add (self->fields.log, "mapping/no-kind", MARMOT_SEVERITY_ERROR,
                                marmot_csv_places_get_line (self->fields.places, row), NULL,
                                "Give the word a kind in the values of the mapping, or write the cell",
                                "The row was left out, since it does not say of which kind the episode is");
      }
  return is_any;
}

static void
note_lines (File *self)
{
  const MarmotCsvPlace *places = (const MarmotCsvPlace *) (const void *) self->fields.places->data;
  const guint n_places = self->fields.places->len;
  guint next = 0;

  self->lines = g_new (gint64, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      while (next < n_places && places[next].row <= row)
        next++;
      self->lines[row] = (gint64) (places[next - 1].line + (row - places[next - 1].row));
    }
}

/* Takes the rows out that are no episodes, and says so. */
static void
leave_rows_out (File *self)
{
  g_autofree guint8 *out = find_empty (self);
  g_autofree gsize *rows = NULL;
  gboolean is_any = out != NULL;
  gsize n_kept = 0;

  if (is_any)
    tell_empty (self, out);
  else if (!self->needs && self->columns[EPISODE_KIND] && self->columns[EPISODE_KIND]->n_nulls > 0)
    out = g_new0 (guint8, self->n_rows + 1);
  if (out && mark_without_kind (self, out))
    is_any = TRUE;
  if (!is_any)
    return;

  rows = g_new (gsize, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    if (!out[row])
      {
        self->lines[n_kept] = self->lines[row];
        rows[n_kept++] = row;
      }
  for (guint i = 0; i < n_columns_of (self); i++)
    if (self->columns[i])
      {
        MarmotColumn *kept = marmot_column_take_known (self->columns[i], rows, n_kept);

        marmot_column_unref (self->columns[i]);
        self->columns[i] = kept;
      }
  self->n_left_out += self->n_rows - n_kept;
  self->n_rows = n_kept;
}

/* --- files --------------------------------------------------------------------------- */

/* Findings of the CSV but for one that says what this reader does otherwise. */
static void
keep_csv_findings (const MarmotCsvResult *csv,
                   EpisodeExtractCounts *counts)
{
  counts->n_findings += csv->n_findings;
  for (guint i = 0; i < csv->findings->len; i++)
    {
      MarmotFinding *finding = csv->findings->pdata[i];

      if (g_str_equal (marmot_finding_get_rule (finding), "csv/empty-row"))
        counts->n_findings--;
      else
        g_ptr_array_add (counts->findings, marmot_finding_ref (finding));
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint64 row_a = marmot_finding_get_row (*(MarmotFinding *const *) a);
  guint64 row_b = marmot_finding_get_row (*(MarmotFinding *const *) b);

  return row_a < row_b ? -1 : row_a > row_b;
}

/* Puts the findings of the file behind those of the files before it, by row. */
static void
keep_findings (const File *self,
               guint n_before,
               EpisodeExtractCounts *counts)
{
  counts->n_findings += self->fields.log->n_findings;
  for (guint i = 0; i < self->fields.log->findings->len && counts->findings->len - n_before < self->options->max_findings;
       i++)
    g_ptr_array_add (counts->findings, marmot_finding_ref (self->fields.log->findings->pdata[i]));

  /* glib sorts lists of pointers, not parts of them. */
  {
    g_autoptr (GPtrArray) part = g_ptr_array_new ();

    for (guint i = n_before; i < counts->findings->len; i++)
      g_ptr_array_add (part, counts->findings->pdata[i]);
    g_ptr_array_sort (part, compare_rows);
    for (guint i = 0; i < part->len; i++)
      counts->findings->pdata[n_before + i] = part->pdata[i];
  }
}

/* Reads the file into columns; takes bytes. */
static gboolean
read_file (File *self,
           GBytes *bytes,
           const char *name,
           GCancellable *cancellable,
           EpisodeExtractCounts *counts,
           GError **error)
{
  const guint n_before = counts->findings->len;
  g_autoptr (MarmotCsvResult) csv = read_csv (self, bytes, name, cancellable, error);
  gboolean is_good = csv->table != NULL;

  g_bytes_unref (bytes);
  keep_csv_findings (csv, counts);
  if (!is_good)
    return FALSE;

  self->fields.sheet = self->sheet;
  self->fields.log = marmot_finding_log_new (name, self->options->max_findings);
  self->fields.places = csv->places;
  self->n_rows = marmot_table_get_n_rows (csv->table);
  self->n_left_out = csv->n_skipped_rows;
  self->n_read = self->n_rows + csv->n_skipped_rows;
  if (check_columns (self, csv->table))
    {
      note_lines (self);
      is_good = read_fields (self, &csv->table, cancellable, error);
      if (is_good)
        leave_rows_out (self);
    }
  else
    is_good = marmot_finding_log_end (self->fields.log, error);

  keep_findings (self, n_before, counts);
  counts->n_cells_lost += self->fields.n_cells_lost;
  self->fields.places = NULL;
  return is_good;
}

static void
file_clear (File *self)
{
  for (guint i = 0; i < n_columns_of (self); i++)
    g_clear_pointer (&self->columns[i], marmot_column_unref);
  g_clear_pointer (&self->fields.log, marmot_finding_log_free);
  g_free (self->lines);
}

static gint32
find_today (const EpisodeExtractOptions *options)
{
  g_autoptr (GDateTime) now = NULL;
  GDate today;

  if (options->extract_day != EPISODE_NO_DATE)
    return options->extract_day;
  now = g_date_time_new_now_utc ();
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  return (gint32) g_date_get_julian (&today) - 719163;
}

static MarmotColumn *
line_column (const File *self)
{
  return marmot_column_new_integer (self->lines, self->n_rows);
}

static MarmotColumn *
source_column (const File *self,
               const char *name)
{
  g_autofree char *text = g_utf8_make_valid (name, -1);
  const char *const names[] = { text, NULL };
  gpointer room;
  MarmotMemory *memory = marmot_memory_alloc (self->n_rows * sizeof (gint32), &room);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, sizeof (gint32), self->n_rows, memory, NULL);

  memset (room, 0, self->n_rows * sizeof (gint32));
  column->values = room;
  column->dictionary = marmot_column_new_text (names);
  marmot_column_seal (column);
  return column;
}

/* What the set knows of, where one wrong date does not decide it. */
static MarmotEpisodeSet *
cover (const File *self,
       MarmotEpisodeSet *set)
{
  const gint32 first = self->fields.earliest;
  const gint32 last = self->options->extract_day != EPISODE_NO_DATE ? self->options->extract_day : self->fields.latest;
  MarmotEpisodeSet *covered;

  if (first == EPISODE_NO_DATE || last < first)
    return set;
  covered = marmot_episode_set_with_coverage (set, first, last, NULL);
  g_object_unref (set);
  return covered;
}

/* Needs as a table that a set takes. */
static MarmotTable *
needs_table (const File *self)
{
  static const char *const names[] = { "episode", "outcome", "criterion", "identified", "met" };
  const char *found[EPISODE_NEED_N_FIELDS + 1] = { NULL };
  MarmotColumn *columns[EPISODE_NEED_N_FIELDS];
  gsize n_columns = 0;

  for (guint i = 0; i < EPISODE_NEED_N_FIELDS; i++)
    if (self->columns[i])
      {
        found[n_columns] = names[i];
        columns[n_columns++] = self->columns[i];
      }
  return marmot_table_new (found, columns, n_columns, NULL);
}

/* Gives the set its needs. */
static MarmotEpisodeSet *
join_needs (File *self,
            MarmotEpisodeSet *set,
            const char *name,
            EpisodeExtractCounts *counts)
{
  g_autoptr (MarmotTable) table = needs_table (self);
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, 1);
  g_autoptr (GError) error = NULL;
  MarmotEpisodeSet *joined = marmot_episode_set_with_needs (set, table, &error);

  if (!joined)
    {
      marmot_finding_log_add (log, "mapping/needs-left-out", MARMOT_SEVERITY_ERROR, 0, NULL,
                              "See which episodes have the same id, and give each one of its own",
                              "All needs were left out: nobody can say whose they are, since the ids of episodes are "
                              "not distinct");
      self->n_left_out += self->n_rows;
      joined = g_object_ref (set);
    }
  else if (marmot_episode_set_get_n_stray_needs (joined) > 0)
    {
      const guint64 n_stray = marmot_episode_set_get_n_stray_needs (joined);

      marmot_finding_log_add (log, "mapping/stray-needs", MARMOT_SEVERITY_WARNING, 0, NULL,
                              "Check that both files are of the same day, and that ids are written alike",
                              "Needs of episodes that the extract does not have were left out; there are "
                              "%" G_GUINT64_FORMAT,
                              n_stray);
      self->n_left_out += n_stray;
    }
  g_object_unref (set);
  counts->n_findings += log->n_findings;
  if (log->findings->len > 0)
    g_ptr_array_add (counts->findings, marmot_finding_ref (log->findings->pdata[0]));
  return joined;
}

static MarmotEpisodeSet *
read_episodes (File *self,
               GBytes *bytes,
               const char *name,
               GCancellable *cancellable,
               EpisodeExtractCounts *counts,
               GError **error)
{
  MarmotEpisodeSet *set;

  if (!read_file (self, bytes, name, cancellable, counts, error))
    return NULL;
  self->columns[EPISODE_LINE] = line_column (self);
  if (name)
    self->columns[EPISODE_SOURCE] = source_column (self, name);
  set = episode_set_new_take (marmot_episode_mapping_get_kind (self->options->mapping), self->columns, self->n_rows,
                              error);
  if (!set)
    return NULL;
  counts->n_rows = self->n_read;
  counts->n_left_out = self->n_left_out;
  return cover (self, set);
}

MarmotEpisodeSet *
episode_extract_read (const EpisodeExtractOptions *options,
                      GBytes *bytes,
                      const char *name,
                      GBytes *needs,
                      const char *needs_name,
                      GCancellable *cancellable,
                      EpisodeExtractCounts *counts,
                      GError **error)
{
  MarmotColumn *columns[EPISODE_N_COLUMNS] = { NULL };
  MarmotColumn *need_columns[EPISODE_NEED_N_FIELDS] = { NULL };
  const double share_of_needs = needs ? SHARE_OF_NEEDS : 0;
  EpisodeFields fields = { .today = find_today (options), .earliest = EPISODE_NO_DATE, .latest = EPISODE_NO_DATE };
  File file = { .options = options, .sheet = episode_mapping_peek_sheet (options->mapping, FALSE), .from = 0,
                .share = 1 - share_of_needs, .fields = fields, .columns = columns };
  File need_file = { .options = options, .sheet = episode_mapping_peek_sheet (options->mapping, TRUE), .needs = TRUE,
                     .from = 1 - share_of_needs, .share = share_of_needs, .fields = fields, .columns = need_columns };
  MarmotEpisodeSet *set;

  if (needs && !need_file.sheet)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The mapping does not say which columns the needs of families are in: "
                           "give it \"needs\", or read the extract without them");
      g_bytes_unref (bytes);
      g_bytes_unref (needs);
      return NULL;
    }

  set = read_episodes (&file, bytes, name, cancellable, counts, error);
  if (set && needs)
    {
      if (read_file (&need_file, g_steal_pointer (&needs), needs_name, cancellable, counts, error))
        {
          set = join_needs (&need_file, set, needs_name, counts);
          counts->n_needs = need_file.n_read;
          counts->n_needs_left_out = need_file.n_left_out;
        }
      else
        g_clear_object (&set);
    }
  g_clear_pointer (&needs, g_bytes_unref);
  file_clear (&file);
  file_clear (&need_file);
  if (set && options->progress)
    options->progress (1, options->progress_data);
  return set;
}
