/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The grammar of RFC 4180, with what real files do besides: any of the three line
 * ends, a byte order mark, a quote in the midst of a cell. Each byte is looked at
 * once, and once more where columns turned out to be text (marmot-csv-column.c),
 * so time and memory are in proportion to the file whatever it holds.
 */
#include "marmot-csv-parse-private.h"

#include <string.h>

#include "marmot-csv-column-private.h"
#include "marmot-csv-scan-private.h"
#include "marmot-csv-sniff-private.h"
#include "marmot-finding-log-private.h"

#include "numeric/text.h"

/* How many rows go by between two looks at the cancellable. */
#define CANCEL_ROWS 4096

/* What ended a cell. */
typedef enum
{
  END_CELL,
  END_ROW,
  END_FILE
} End;

typedef enum
{
  CELL_QUOTED = 1 << 0,
  CELL_STRAY_QUOTE = 1 << 1,
  CELL_NUL = 1 << 2,
  CELL_TEXT_AFTER_QUOTE = 1 << 3,
  CELL_UNTERMINATED = 1 << 4,
  CELL_TOO_LARGE = 1 << 5   /* and not read to its end */
} CellFlags;

typedef struct
{
  gsize start;              /* where it begins in the data, quote included */
  guint64 line;             /* and in which line */
  const char *first;
  const char *last;
  guint flags;
  End end;
} Cell;

/* What was left out: whole lines, of one row or of several. */
typedef struct
{
  gsize start;
  gsize end;
  guint64 end_line;
} Gap;

typedef struct
{
  const MarmotCsvOptions *options;
  GCancellable *cancellable;
  MarmotFindingLog *log;    /* NULL when reading again: all is known */
  GArray *places;           /* likewise */

  const char *data;
  gsize size;
  gsize at;
  guint64 line;             /* of at */
  guint64 row_line;         /* where the row that is being read began */
  MarmotCsvScan scan;
  GString *scratch;         /* a cell with its doubled quotes made single */

  MarmotCsvColumn **columns; /* NULL for those that are not wanted */
  gsize n_columns;
  guint64 n_rows;

  guint64 n_blank_lines;
  guint64 first_blank_line;
  guint64 n_empty_rows;
  guint64 first_empty_row;
  guint64 n_short_rows;

  /* Of a reader that leaves faulty rows out. */
  GArray *gaps;             /* NULL in one that does not */
  guint n_gaps_passed;      /* when reading again */
  gboolean row_is_faulty;   /* the row that is being read */
  gboolean is_in_doubt;     /* rows since a fault of quotes may be the rest of its cell */
  guint64 n_skipped_rows;
} Parser;

static void
parser_start (Parser *self,
              gsize at,
              guint64 line)
{
  self->at = at;
  self->line = line;
  self->n_rows = 0;
  self->n_gaps_passed = 0;
  marmot_csv_scan_init (&self->scan, self->data, self->size, at, self->options->separator);
}

/* Takes the byte at place, which ended a cell, and says how. */
static inline End
take_end (Parser *self,
          gsize place)
{
  if (G_UNLIKELY (place >= self->size))
    {
      self->at = self->size;
      return END_FILE;
    }

  self->at = place + 1;
  if (G_LIKELY (self->data[place] == self->options->separator))
    return END_CELL;

  self->line++;
  if (self->data[place] == '\r' && self->at < self->size && self->data[self->at] == '\n')
    self->at = marmot_csv_scan_next (&self->scan) + 1;
  return END_ROW;
}

/* Keeps [from, to) of a cell that has doubled quotes. The limit keeps a huge cell,
 * which will be refused, from being copied whole. */
static void
keep_part (Parser *self,
           gsize from,
           gsize to)
{
  gsize length = to - from;

  if (self->scratch->len <= self->options->max_field_bytes)
    g_string_append_len (self->scratch, self->data + from,
                         (gssize) MIN (length, self->options->max_field_bytes + 1));
}

/* The cell from its opening quote at self->at on. */
static void
take_quoted (Parser *self,
             Cell *cell)
{
  const char *data = self->data;
  gboolean has_doubled = FALSE;
  gsize from = cell->start + 1;
  gsize n_doubled = 0;
  gsize place;

  cell->flags = CELL_QUOTED;
  /* The opening quote itself. */
  (void) marmot_csv_scan_next (&self->scan);

  for (;;)
    {
      place = marmot_csv_scan_next (&self->scan);
      /* A cell that is too large is refused anyway. Where reading goes on behind it, it
       * is not read to its end, since that may be the end of the file. */
      if (G_UNLIKELY (place >= self->size
                      || (self->gaps && place - cell->start - n_doubled - 1 > self->options->max_field_bytes)))
        {
          cell->flags |= place >= self->size ? CELL_UNTERMINATED : CELL_TOO_LARGE;
          cell->first = cell->last = data + self->size;
          self->at = self->size;
          cell->end = END_FILE;
          return;
        }

      if (data[place] == '\n')
        {
          self->line++;
        }
      else if (data[place] == '\r')
        {
          if (place + 1 >= self->size || data[place + 1] != '\n')
            self->line++;
        }
      else if (data[place] == '\0')
        {
          /* The separator is never NUL. */
          cell->flags |= CELL_NUL;
        }
      else if (data[place] == '"')
        {
          if (place + 1 >= self->size || data[place + 1] != '"')
            break;
          if (!has_doubled)
            g_string_truncate (self->scratch, 0);
          has_doubled = TRUE;
          n_doubled++;
          /* The first of the two belongs to the text. */
          keep_part (self, from, place + 1);
          from = marmot_csv_scan_next (&self->scan) + 1;
        }
    }

  if (has_doubled)
    {
      keep_part (self, from, place);
      cell->first = self->scratch->str;
      cell->last = self->scratch->str + self->scratch->len;
    }
  else
    {
      cell->first = data + from;
      cell->last = data + place;
    }

  /* Nothing may stand between the closing quote and what ends the cell. */
  from = place + 1;
  do
    place = marmot_csv_scan_next (&self->scan);
  while (place < self->size && (data[place] == '"' || data[place] == '\0'));
  if (place != from)
    cell->flags |= CELL_TEXT_AFTER_QUOTE;
  cell->end = take_end (self, place);
}

static inline void
take_cell (Parser *self,
           Cell *cell)
{
  const char *data = self->data;
  gsize place;

  cell->start = self->at;
  cell->line = self->line;
  if (G_UNLIKELY (self->at < self->size && data[self->at] == '"'))
    {
      take_quoted (self, cell);
      return;
    }

  cell->flags = 0;
  cell->first = data + self->at;
  for (;;)
    {
      place = marmot_csv_scan_next (&self->scan);
      if (G_UNLIKELY (place >= self->size))
        break;
      if (G_UNLIKELY (data[place] == '"'))
        cell->flags |= CELL_STRAY_QUOTE;
      else if (G_UNLIKELY (data[place] == '\0'))
        cell->flags |= CELL_NUL;
      else
        break;
    }
  cell->last = data + place;
  cell->end = take_end (self, place);
}

#define LOG_ERROR(self, rule, row, column, fix, ...)                                                \
  G_STMT_START                                                                                      \
  {                                                                                                 \
    (self)->row_is_faulty = TRUE;                                                                   \
    marmot_finding_log_add ((self)->log, rule, MARMOT_SEVERITY_ERROR, row, column, fix, __VA_ARGS__); \
  }                                                                                                 \
  G_STMT_END

/* What is wrong with a cell whatever its column holds; TRUE if nothing is. name
 * may be NULL. */
static gboolean
check_cell (Parser *self,
            const Cell *cell,
            const char *name)
{
  if (cell->flags & CELL_UNTERMINATED)
    {
      LOG_ERROR (self, "csv/unterminated-quote", cell->line, name,
                 "Close the quote; within a quoted cell, write a quote twice",
                 "A cell opens with a quote that is not closed before the file ends");
      return FALSE;
    }
  if (cell->flags & CELL_TEXT_AFTER_QUOTE)
    {
      LOG_ERROR (self, "csv/text-after-quote", self->row_line, name,
                 "Within a quoted cell, write a quote twice; after it, put the separator",
                 "More text follows the quote that closes the cell");
      return FALSE;
    }
  if (cell->flags & CELL_NUL)
    {
      LOG_ERROR (self, "csv/nul", self->row_line, name, "Export the file again, as \"CSV UTF-8\"",
                 "The cell holds a NUL, which no text has");
      return FALSE;
    }
  if ((cell->flags & CELL_TOO_LARGE)
      || (guint64) (cell->last - cell->first) > self->options->max_field_bytes)
    {
      LOG_ERROR (self, "csv/cell-too-large", self->row_line, name,
                 "Look for a quote that is not closed, or raise the limit (max-field-bytes)",
                 "The cell is larger than %" G_GUINT64_FORMAT " bytes", self->options->max_field_bytes);
      return FALSE;
    }
  if (G_UNLIKELY (self->scan.non_ascii_end > cell->start)
      && !g_utf8_validate_len (cell->first, (gsize) (cell->last - cell->first), NULL))
    {
      LOG_ERROR (self, "csv/encoding", self->row_line, name,
                 "Save the file as \"CSV UTF-8\"; Excel's plain \"CSV\" is another encoding",
                 "The cell is not UTF-8");
      return FALSE;
    }
  return TRUE;
}

static void
tell_type (Parser *self,
           const MarmotCsvColumn *column,
           MarmotCsvCell what)
{
  switch (what)
    {
    case MARMOT_CSV_CELL_NOT_A_NUMBER:
      LOG_ERROR (self, "csv/not-a-number", self->row_line, column->name,
                 "Write digits and a point before decimals, without thousands separators, percent "
                 "signs, units or footnote marks; leave the cell empty if there is no number",
                 "The cell is not a number");
      break;
    case MARMOT_CSV_CELL_NOT_AN_INTEGER:
      LOG_ERROR (self, "csv/not-an-integer", self->row_line, column->name,
                 "Write a whole number, or declare the column as numbers with decimals",
                 "The cell is not a whole number");
      break;
    case MARMOT_CSV_CELL_OUT_OF_RANGE:
      LOG_ERROR (self, "csv/out-of-range", self->row_line, column->name,
                 "Check the number; if it is an identifier, declare the column as text",
                 "The number is too large or too small to be kept exactly");
      break;
    case MARMOT_CSV_CELL_NOT_A_DATE:
      LOG_ERROR (self, "csv/not-a-date", self->row_line, column->name,
                 "Write a day that the calendar has, in the form that was set for dates",
                 "The cell is not a date of the form that was set for dates");
      break;
    case MARMOT_CSV_CELL_NOT_A_BOOLEAN:
      LOG_ERROR (self, "csv/not-a-boolean", self->row_line, column->name,
                 "Write true or false, yes or no, y or n, 1 or 0",
                 "The cell is neither true nor false");
      break;
    case MARMOT_CSV_CELL_TOO_MANY_VALUES:
      LOG_ERROR (self, "csv/too-many-values", self->row_line, column->name,
                 "Declare the column as text", "The column has too many distinct values for a dictionary");
      break;
    case MARMOT_CSV_CELL_OK:
    default:
      break;
    }
}

static inline void
store_cell (Parser *self,
            MarmotCsvColumn *column,
            const Cell *cell)
{
  MarmotCsvCell what;

  if (G_UNLIKELY ((cell->flags & ~(guint) CELL_QUOTED) || self->scan.non_ascii_end > cell->start
                  || (guint64) (cell->last - cell->first) > self->options->max_field_bytes)
      && self->log)
    {
      if (!check_cell (self, cell, column->name))
        {
          marmot_csv_column_append_null (column);
          return;
        }
      if ((cell->flags & CELL_STRAY_QUOTE) && !column->has_stray_quote)
        {
          column->has_stray_quote = TRUE;
          marmot_finding_log_add (self->log, "csv/stray-quote", MARMOT_SEVERITY_WARNING, self->row_line,
                                  column->name, "Quote the whole cell, and write the quotes in it twice",
                                  "A cell that does not open with a quote has one in it, which was "
                                  "read as text; later ones in this column are not told");
        }
    }

  what = marmot_csv_column_append (column, cell->first, cell->last, (cell->flags & CELL_QUOTED) != 0);
  if (G_UNLIKELY (what != MARMOT_CSV_CELL_OK) && self->log)
    tell_type (self, column, what);
}

static void
note_place (Parser *self)
{
  if (self->places->len > 0)
    {
      const MarmotCsvPlace *last = &g_array_index (self->places, MarmotCsvPlace, self->places->len - 1);

      if (self->row_line - last->line == self->n_rows - last->row)
        return;
    }

  {
    MarmotCsvPlace place = { self->n_rows, self->row_line };

    g_array_append_val (self->places, place);
  }
}

/* Goes to the line behind the one in which a cell began. */
static void
go_to_next_line (Parser *self,
                 const Cell *cell)
{
  gsize at = cell->start;

  while (at < self->size && self->data[at] != '\n' && self->data[at] != '\r')
    at++;
  if (at < self->size && self->data[at] == '\r' && at + 1 < self->size && self->data[at + 1] == '\n')
    at++;

  self->at = MIN (at + 1, self->size);
  self->line = cell->line + 1;
  marmot_csv_scan_init (&self->scan, self->data, self->size, self->at, self->options->separator);
}

/* A quoted cell that is not closed where it should be swallows the lines behind it, up
 * to some other quote or to the end of the file. Where faulty rows are left out, only the
 * line in which it began is: the others are read for what they are. They are not looked at
 * more than twice. A quote that opens a cell and leaves it open would also close one that
 * is open; so there is none between the line where this cell began and the place where it
 * was given up, and no line between them is gone back to. TRUE if that happened, which
 * ends the row. */
static gboolean
recover (Parser *self,
         Cell *cell)
{
  const guint broken = CELL_UNTERMINATED | CELL_TEXT_AFTER_QUOTE | CELL_TOO_LARGE;

  if (!self->gaps || !(cell->flags & broken))
    return FALSE;

  self->is_in_doubt = TRUE;
  if (cell->flags & CELL_TEXT_AFTER_QUOTE && self->line == cell->line + (cell->end == END_ROW))
    return FALSE;

  go_to_next_line (self, cell);
  cell->end = END_ROW;
  return TRUE;
}

/* Behind a fault of quotes, a stray quote is most likely the end of the cell that was
 * broken, and what stands before it no row. */
static void
doubt (Parser *self,
       const Cell *cell)
{
  if (self->gaps && self->log && self->is_in_doubt && (cell->flags & CELL_STRAY_QUOTE) && !self->row_is_faulty)
    LOG_ERROR (self, "csv/after-open-quote", self->row_line, NULL,
               "Close the quote in the rows above; within a quoted cell, write a quote twice",
               "A cell above opens with a quote that is not closed as it should be, and this row may be "
               "the rest of it");
}

/* Takes back what the columns got of the row that began at start, which is told already. */
static void
leave_out (Parser *self,
           gsize start)
{
  Gap *last = self->gaps->len > 0 ? &g_array_index (self->gaps, Gap, self->gaps->len - 1) : NULL;

  for (gsize i = 0; i < self->n_columns; i++)
    if (self->columns[i])
      marmot_csv_column_take_back (self->columns[i], self->n_rows);
  self->n_skipped_rows++;

  if (last && last->end == start)
    {
      last->end = self->at;
      last->end_line = self->line;
    }
  else
    {
      Gap gap = { start, self->at, self->line };

      g_array_append_val (self->gaps, gap);
    }
}

/* When reading again: goes past what was left out. */
static gboolean
pass_gap (Parser *self)
{
  const Gap *gap;

  if (self->n_gaps_passed == self->gaps->len)
    return FALSE;
  gap = &g_array_index (self->gaps, Gap, self->n_gaps_passed);
  if (gap->start != self->at)
    return FALSE;

  self->n_gaps_passed++;
  self->at = gap->end;
  self->line = gap->end_line;
  marmot_csv_scan_init (&self->scan, self->data, self->size, self->at, self->options->separator);
  return TRUE;
}

static inline gboolean
at_line_end (const Parser *self)
{
  return self->data[self->at] == '\n' || self->data[self->at] == '\r';
}

/* All rows behind the header. FALSE if it was cancelled. */
static gboolean
read_rows (Parser *self,
           GError **error)
{
  guint64 n_lines = 0;

  while (self->at < self->size)
    {
      const gsize start = self->at;
      gsize n_cells = 0;
      gboolean is_empty = TRUE;
      gboolean is_cut = FALSE;
      Cell cell;

      if (n_lines % CANCEL_ROWS == 0 && self->options->progress && self->log)
        self->options->progress ((double) self->at / (double) self->size, self->options->progress_data);
      if (n_lines++ % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;

      if (G_UNLIKELY (self->gaps && !self->log && pass_gap (self)))
        continue;

      self->row_line = self->line;
      self->row_is_faulty = FALSE;
      /* With one column, an empty line is a row whose cell is empty. */
      if (G_UNLIKELY (at_line_end (self)) && self->n_columns > 1)
        {
          if (self->n_blank_lines++ == 0)
            self->first_blank_line = self->line;
          take_cell (self, &cell);
          continue;
        }

      do
        {
          take_cell (self, &cell);
          is_empty = is_empty && cell.first == cell.last;
          if (G_LIKELY (n_cells < self->n_columns && self->columns[n_cells]))
            store_cell (self, self->columns[n_cells], &cell);
          else if (G_UNLIKELY (cell.flags & ~(guint) (CELL_QUOTED | CELL_STRAY_QUOTE)) && self->log)
            (void) check_cell (self, &cell, NULL);
          n_cells++;
          if (G_UNLIKELY (cell.flags & ~(guint) CELL_QUOTED))
            {
              doubt (self, &cell);
              is_cut = recover (self, &cell);
            }
        }
      while (cell.end == END_CELL);

      if (self->log)
        {
          /* Behind a quote that is not closed nothing more can be said of the row. */
          if (G_UNLIKELY (is_cut || (cell.flags & CELL_UNTERMINATED)))
            is_empty = FALSE;
          else if (n_cells + 1 == self->n_columns && self->n_columns == self->options->may_lack_last)
            {
              if (self->columns[n_cells])
                marmot_csv_column_append_null (self->columns[n_cells]);
              self->n_short_rows++;
            }
          else if (G_UNLIKELY (n_cells != self->n_columns))
            LOG_ERROR (self, "csv/ragged-row", self->row_line, NULL,
                       n_cells < self->n_columns
                         ? "Add the missing cells; an empty cell still needs its separator"
                         : "Quote cells that hold the separator, or take out the cells beyond the header",
                       "The row has %" G_GSIZE_FORMAT " cells and the header has %" G_GSIZE_FORMAT, n_cells,
                       self->n_columns);
          if (G_UNLIKELY (self->row_is_faulty) && self->gaps)
            {
              leave_out (self, start);
              continue;
            }
          self->is_in_doubt = FALSE;
          if (G_UNLIKELY (is_empty) && n_cells == self->n_columns && n_cells > 1
              && self->n_empty_rows++ == 0)
            self->first_empty_row = self->row_line;
          note_place (self);
        }
      self->n_rows++;
    }

  return TRUE;
}

static char *
trimmed_name (const Cell *cell)
{
  const char *first = cell->first;
  const char *last = cell->last;

  while (first < last && g_ascii_isspace (*first))
    first++;
  while (first < last && g_ascii_isspace (last[-1]))
    last--;
  return g_utf8_make_valid (first, last - first);
}

static gboolean
looks_like_data (const char *name)
{
  const char *end = name + strlen (name);
  mn_number number;
  gint32 days;

  return mn_scan_number (name, end, &number) != MN_NUMBER_NONE
         || marmot_csv_date_parse_iso (name, end, &days);
}

/* One name of the header: the column to fill, or NULL if it is not wanted or
 * cannot be. */
static MarmotCsvColumn *
take_name (Parser *self,
           const Cell *cell,
           guint number,
           GHashTable *seen)
{
  const MarmotCsvOptions *options = self->options;
  g_autofree char *name = NULL;
  MarmotCsvColumn *column;
  gpointer type;

  if (!check_cell (self, cell, NULL))
    return NULL;

  name = trimmed_name (cell);
  if (options->wanted && !g_hash_table_contains (options->wanted, name))
    return NULL;
  if (*name == '\0')
    {
      LOG_ERROR (self, "csv/blank-name", self->row_line, NULL,
                 "Name every column in the header, or take out the column",
                 "Column %u has no name", number);
      return NULL;
    }
  if (!g_hash_table_add (seen, g_strdup (name)))
    {
      LOG_ERROR (self, "csv/duplicate-name", self->row_line, options->hide_names ? NULL : name,
                 "Give each column a name of its own", "Two columns have this name, of which column %u is the second",
                 number);
      return NULL;
    }

  column = marmot_csv_column_new (g_steal_pointer (&name));
  if (g_hash_table_lookup_extended (options->types, column->name, NULL, &type))
    marmot_csv_column_declare (column, (MarmotColumnType) GPOINTER_TO_INT (type), &options->date_format);
  else if (options->type_of)
    marmot_csv_column_declare (column, options->type_of (column->name, options->type_data), &options->date_format);
  else if (!options->infer_types)
    marmot_csv_column_declare (column, MARMOT_COLUMN_TEXT, &options->date_format);
  return column;
}

/* Whether a name of one column holds what separates columns in other files. */
static gboolean
has_other_separator (const Parser *self,
                     const char *name)
{
  static const char others[] = { ',', ';', '\t', '|' };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] != self->options->separator && strchr (name, others[i]))
      return TRUE;
  return FALSE;
}

/* What the header as a whole has to be told of. */
static void
check_header (Parser *self,
              gsize n_dropped,
              gboolean all_look_like_data,
              GHashTable *seen)
{
  GHashTableIter iter;
  gpointer name;

  if (self->log->n_errors > 0)
    return;

  if (n_dropped == self->n_columns)
    LOG_ERROR (self, "csv/no-wanted-column", self->row_line, NULL,
               "Check that this is the right file, and the names in its header",
               "None of the columns that were asked for is in the file");
  else if (n_dropped > 0)
    marmot_finding_log_add (self->log, "csv/columns-dropped", MARMOT_SEVERITY_NOTE, self->row_line, NULL,
                            "Nothing need be done",
                            "Columns that were not asked for were left unread: %" G_GSIZE_FORMAT, n_dropped);

  if (all_look_like_data)
    marmot_finding_log_add (self->log, "csv/header-looks-like-data", MARMOT_SEVERITY_WARNING, self->row_line,
                            NULL, "Put a line with the names of the columns first, if there is none",
                            "All names in the header are numbers or dates");
  if (self->n_columns == 1 && self->columns[0] && has_other_separator (self, self->columns[0]->name))
    marmot_finding_log_add (self->log, "csv/separator", MARMOT_SEVERITY_WARNING, self->row_line, NULL,
                            "Set the separator of the reader to that of the file",
                            "The header is one column, and its name holds another separator");

  g_hash_table_iter_init (&iter, self->options->types);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (seen, name))
      marmot_finding_log_add (self->log, "csv/no-such-column", MARMOT_SEVERITY_NOTE, self->row_line, name,
                              "Check the name, if the column should be there",
                              "A type is declared for a column that the file does not have");
}

/* FALSE if there is no point in reading on. */
static gboolean
read_header (Parser *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  gboolean all_look_like_data = TRUE;
  gsize n_dropped = 0;
  gboolean goes_on = TRUE;
  Cell cell;

  while (self->at < self->size && at_line_end (self))
    {
      if (self->n_blank_lines++ == 0)
        self->first_blank_line = self->line;
      take_cell (self, &cell);
    }
  if (self->at == self->size)
    {
      LOG_ERROR (self, "csv/empty-file", 0, NULL, "Check that the export worked", "The file is empty");
      return FALSE;
    }

  self->row_line = self->line;
  do
    {
      MarmotCsvColumn *column;

      take_cell (self, &cell);
      if (cell.flags & CELL_NUL)
        {
          LOG_ERROR (self, "csv/not-csv", self->row_line, NULL,
                     "Open it in the program that made it, and save the sheet as \"CSV UTF-8\"",
                     "The file is not text");
          goes_on = FALSE;
          break;
        }
      if (columns->len == self->options->max_columns)
        {
          LOG_ERROR (self, "csv/too-many-columns", self->row_line, NULL,
                     "Check that each row of the table is a line of its own, or raise the limit (max-columns)",
                     "The header has more than %u columns", self->options->max_columns);
          goes_on = FALSE;
          break;
        }

      column = take_name (self, &cell, columns->len + 1, seen);
      g_ptr_array_add (columns, column);
      n_dropped += column == NULL;
      all_look_like_data = all_look_like_data && column && looks_like_data (column->name);
    }
  while (cell.end == END_CELL);

  self->n_columns = columns->len;
  self->columns = (MarmotCsvColumn **) g_ptr_array_free (g_steal_pointer (&columns), FALSE);
  check_header (self, n_dropped, all_look_like_data, seen);
  return goes_on;
}

static void
tell_counts (Parser *self)
{
  if (self->n_blank_lines > 0)
    marmot_finding_log_add (self->log, "csv/blank-line", MARMOT_SEVERITY_NOTE, self->first_blank_line, NULL,
                            "Nothing need be done",
                            "Blank lines were skipped, of which this is the first: %" G_GUINT64_FORMAT,
                            self->n_blank_lines);
  if (self->n_empty_rows > 0)
    marmot_finding_log_add (self->log, "csv/empty-row", MARMOT_SEVERITY_WARNING, self->first_empty_row, NULL,
                            "Take out rows that hold only separators; spreadsheets leave them below the data",
                            "Rows without a value were read as rows of nulls, and this is the first: "
                            "%" G_GUINT64_FORMAT,
                            self->n_empty_rows);
  if (self->n_rows == 0 && self->log->n_errors == 0)
    marmot_finding_log_add (self->log, "csv/no-rows", MARMOT_SEVERITY_WARNING, 0, NULL,
                            "Check that the export worked", "The file has a header and no rows");
}

/* Reads the columns again that turned out to be text, or were misled, and those alone;
 * *n_read says how many there were. */
static gboolean
read_again (Parser *self,
            gsize start,
            guint64 line,
            gsize *n_read,
            GError **error)
{
  g_autofree MarmotCsvColumn **all = self->columns;
  MarmotFindingLog *log = self->log;
  gboolean is_done = TRUE;

  *n_read = 0;
  self->columns = g_new0 (MarmotCsvColumn *, self->n_columns);
  for (gsize i = 0; i < self->n_columns; i++)
    if (all[i] && marmot_csv_column_is_waiting (all[i]))
      {
        self->columns[i] = all[i];
        marmot_csv_column_restart (all[i]);
        (*n_read)++;
      }

  if (*n_read > 0)
    {
      self->log = NULL;
      parser_start (self, start, line);
      is_done = read_rows (self, error);
      self->log = log;
    }

  g_free (self->columns);
  self->columns = g_steal_pointer (&all);
  return is_done;
}

static MarmotTable *
make_table (Parser *self,
            GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);

  for (gsize i = 0; i < self->n_columns; i++)
    if (self->columns[i])
      {
        g_ptr_array_add (names, self->columns[i]->name);
        g_ptr_array_add (columns, marmot_csv_column_finish (self->columns[i]));
      }
  g_ptr_array_add (names, NULL);

  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len,
                           error);
}

static MarmotTable *
parse (Parser *self,
       GError **error)
{
  gsize start, n_read;
  guint64 line = 0;
  gboolean is_sound = FALSE;

  if (marmot_csv_sniff (self->data, self->size, self->log, &start))
    {
      parser_start (self, start, 1);
      if (read_header (self))
        {
          start = self->at;
          line = self->line;
          /* A fault of the header is one of the whole file. */
          is_sound = self->log->n_errors == 0;
          if (!read_rows (self, error))
            return NULL;
          tell_counts (self);
        }
    }

  if (self->gaps && is_sound)
    marmot_finding_log_sort (self->log);
  else if (!marmot_finding_log_end (self->log, error))
    return NULL;

  /* Once; and once more for columns that were misled, and then turned out to be text. */
  do
    if (!read_again (self, start, line, &n_read, error))
      return NULL;
  while (n_read > 0);
  return make_table (self, error);
}

MarmotCsvResult *
marmot_csv_parse (const MarmotCsvOptions *options,
                  GBytes *bytes,
                  const char *name,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (name, options->max_findings);
  MarmotCsvResult *result = g_new0 (MarmotCsvResult, 1);
  Parser parser = { 0 };

  result->places = g_array_new (FALSE, FALSE, sizeof (MarmotCsvPlace));
  parser.options = options;
  parser.cancellable = cancellable;
  parser.log = log;
  parser.places = result->places;
  parser.data = g_bytes_get_data (bytes, &parser.size);
  parser.scratch = g_string_new (NULL);
  if (options->skip_faulty_rows)
    parser.gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  if (!parser.data)
    parser.data = "";

  if (parser.size > options->max_bytes)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                 "%s holds more than the limit of %" G_GUINT64_FORMAT
                 " bytes: split it, or raise the limit",
                 log->file ? log->file : "The input", options->max_bytes);
  else
    result->table = parse (&parser, error);

  result->findings = g_ptr_array_ref (log->findings);
  result->n_findings = log->n_findings;
  result->n_short_rows = parser.n_short_rows;
  result->n_skipped_rows = parser.n_skipped_rows;

  for (gsize i = 0; i < parser.n_columns; i++)
    g_clear_pointer (&parser.columns[i], marmot_csv_column_free);
  g_free (parser.columns);
  g_string_free (parser.scratch, TRUE);
  g_clear_pointer (&parser.gaps, g_array_unref);
  return result;
}

guint64
marmot_csv_places_get_line (const GArray *array,
                            guint64 row)
{
  const MarmotCsvPlace *places = (const MarmotCsvPlace *) (const void *) array->data;
  guint first = 0;
  guint end = array->len;

  if (end == 0)
    return 0;

  /* The last place that is not behind the row; the first is row 0. */
  while (end - first > 1)
    {
      guint middle = first + (end - first) / 2;

      if (places[middle].row <= row)
        first = middle;
      else
        end = middle;
    }

  return places[first].line + (row - places[first].row);
}

void
marmot_csv_result_free (MarmotCsvResult *self)
{
  g_clear_pointer (&self->table, marmot_table_unref);
  g_ptr_array_unref (self->findings);
  g_array_unref (self->places);
  g_free (self);
}

void
marmot_csv_options_init (MarmotCsvOptions *self)
{
  const MarmotCsvDateFormat iso = MARMOT_CSV_DATE_ISO;

  self->infer_types = TRUE;
  self->separator = ',';
  self->max_bytes = G_GUINT64_CONSTANT (4) << 30;
  self->max_columns = 4096;
  self->max_findings = 1000;
  self->max_field_bytes = 1 << 20;
  self->date_format = iso;
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wanted = NULL;
  self->skip_faulty_rows = FALSE;
  self->hide_names = FALSE;
  self->type_of = NULL;
  self->type_data = NULL;
  self->may_lack_last = 0;
  self->progress = NULL;
  self->progress_data = NULL;
}

void
marmot_csv_options_clear (MarmotCsvOptions *self)
{
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
}

void
marmot_csv_options_copy (MarmotCsvOptions *to,
                         const MarmotCsvOptions *from)
{
  GHashTableIter iter;
  gpointer key, value;

  *to = *from;
  to->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, from->types);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->types, g_strdup (key), value);

  if (!from->wanted)
    return;
  to->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, from->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (to->wanted, g_strdup (key));
}
