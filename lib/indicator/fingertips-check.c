/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What can be read from a Fingertips file and is doubtful all the same. Rows are
 * told apart by codes that are made once, so that time and memory are in
 * proportion to the rows, whatever they hold.
 */
#include "fingertips-private.h"
#include "row-keys-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-csv-parse-private.h"
#include "core/marmot-table-private.h"

/* Of a series that has been told of. */
#define TOLD G_MAXUINT32

typedef struct
{
  MarmotTable *table;
  const GArray *places;
  MarmotFindingLog *log;
  gsize n_rows;
} Check;

static MarmotColumn *
peek (const Check *self,
      ObsColumn column)
{
  return marmot_table_peek_column (self->table, obs_column_name (column));
}

static guint64
line (const Check *self,
      gsize row)
{
  return self->places ? marmot_csv_places_get_line (self->places, row) : (guint64) row + 1;
}

static void
check_interval (Check *self,
                ObsColumn lower_column,
                ObsColumn upper_column,
                const char *name)
{
  const MarmotColumn *value = peek (self, OBS_VALUE);
  const MarmotColumn *lower = peek (self, lower_column);
  const MarmotColumn *upper = peek (self, upper_column);
  const double *lowers = marmot_column_peek_doubles (lower);
  const double *uppers = marmot_column_peek_doubles (upper);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      gboolean has_lower = marmot_column_row_is_valid (lower, row);

      if (has_lower != marmot_column_row_is_valid (upper, row))
        marmot_finding_log_add (self->log, "fingertips/half-interval", MARMOT_SEVERITY_WARNING, line (self, row),
                                name, "Give both limits or neither",
                                "The interval has one limit and not the other");
      else if (has_lower && !marmot_column_row_is_valid (value, row))
        marmot_finding_log_add (self->log, "fingertips/interval-without-value", MARMOT_SEVERITY_WARNING,
                                line (self, row), name, "Give the value, or take out the limits",
                                "There is an interval and no value");
      else if (has_lower && lowers[row] > uppers[row])
        marmot_finding_log_add (self->log, "fingertips/limits-reversed", MARMOT_SEVERITY_WARNING,
                                line (self, row), name, "Check whether the two were exchanged",
                                "The lower limit is above the upper");
    }
}

static void
check_counts (Check *self)
{
  const MarmotColumn *count = peek (self, OBS_COUNT);
  const MarmotColumn *denominator = peek (self, OBS_DENOMINATOR);
  const double *counts = marmot_column_peek_doubles (count);
  const double *denominators = marmot_column_peek_doubles (denominator);
  gsize n_over = 0;
  gsize first = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    if (marmot_column_row_is_valid (count, row) && marmot_column_row_is_valid (denominator, row)
        && denominators[row] > 0 && counts[row] > denominators[row] && n_over++ == 0)
      first = row;
  if (n_over > 0)
    marmot_finding_log_add (self->log, "fingertips/count-over-denominator", MARMOT_SEVERITY_NOTE,
                            line (self, first), "Count",
                            "Nothing need be done for rates and ratios; check it for proportions",
                            "More were counted than the denominator holds, in this row first, and in so many: "
                            "%" G_GSIZE_FORMAT,
                            n_over);
}

/* Every row must say what it is about. */
static void
check_subject (Check *self)
{
  static const struct
  {
    ObsColumn column;
    const char *name;
  } subject[] = {
    { OBS_INDICATOR_ID, "Indicator ID" },
    { OBS_AREA_CODE, "Area Code" },
    { OBS_TIME_PERIOD, "Time period" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (subject); i++)
    {
      const MarmotColumn *column = peek (self, subject[i].column);

      if (marmot_column_get_n_nulls (column) == 0)
        continue;
      for (gsize row = 0; row < self->n_rows; row++)
        if (!marmot_column_row_is_valid (column, row))
          marmot_finding_log_add (self->log, "fingertips/no-subject", MARMOT_SEVERITY_ERROR, line (self, row),
                                  subject[i].name, "Fill the cell, or take out the row",
                                  "The cell is empty, so nobody can tell what the row is about");
    }
}

/* How many months each text of the column of periods says that it is; 0 where it
 * does not say. */
static guint32 *
period_lengths (const MarmotColumn *periods)
{
  gsize n_values = marmot_column_get_length (periods->dictionary);
  guint32 *lengths = g_new0 (guint32, n_values + 1);

  for (gsize i = 0; i < n_values; i++)
    {
      g_autofree char *text = marmot_column_get_text (periods->dictionary, i);
      g_autoptr (MarmotPeriod) period = marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL);

      if (period)
        lengths[i] = marmot_period_get_n_months (period);
    }
  return lengths;
}

/* Within a series (keys: its number), whether rows go forward in time, and are of
 * periods of one length. */
static void
check_series (Check *self,
              const guint64 *keys,
              gsize n_series)
{
  const MarmotColumn *sortable = peek (self, OBS_SORTABLE);
  const MarmotColumn *range = peek (self, OBS_PERIOD_RANGE);
  const MarmotColumn *period = peek (self, OBS_TIME_PERIOD);
  const gint64 *starts = marmot_column_peek_integers (sortable);
  g_autofree gint64 *last = g_new (gint64, n_series);
  g_autofree guint32 *length_of = g_new (guint32, n_series);
  g_autofree guint32 *lengths = NULL;
  gsize n_backwards = 0;
  gsize first_backwards = 0;

  if (marmot_column_get_n_nulls (range) == self->n_rows)
    lengths = period_lengths (period);
  for (gsize i = 0; i < n_series; i++)
    {
      last[i] = G_MININT64;
      length_of[i] = 0;
    }

  for (gsize row = 0; row < self->n_rows; row++)
    {
      guint64 series = keys[row];
      guint32 length = 0;

      if (marmot_column_row_is_valid (sortable, row))
        {
          if (starts[row] < last[series] && n_backwards++ == 0)
            first_backwards = row;
          last[series] = starts[row];
        }

      if (lengths)
        length = lengths[marmot_column_get_code (period, row)];
      else if (marmot_column_row_is_valid (range, row))
        length = (guint32) marmot_column_get_code (range, row) + 1;

      if (length != 0 && length_of[series] != TOLD)
        {
          if (length_of[series] != 0 && length_of[series] != length)
            {
              marmot_finding_log_add (self->log, "fingertips/mixed-lengths", MARMOT_SEVERITY_WARNING,
                                      line (self, row), "Time period",
                                      "Take periods of one length before comparing them or looking for a trend",
                                      "A series has periods of several lengths, from this row on");
              length = TOLD;
            }
          length_of[series] = length;
        }
    }

  if (n_backwards > 0)
    marmot_finding_log_add (self->log, "fingertips/out-of-order", MARMOT_SEVERITY_NOTE,
                            line (self, first_backwards), "Time period Sortable",
                            "Nothing need be done; sort the rows if order matters",
                            "Rows of a series go back in time, here first, and in so many rows: "
                            "%" G_GSIZE_FORMAT,
                            n_backwards);
}

static void
check_keys (Check *self)
{
  static const ObsColumn parts[] = { OBS_AREA_CODE, OBS_AREA_TYPE,     OBS_SEX,
                                     OBS_AGE,       OBS_CATEGORY_TYPE, OBS_CATEGORY };
  const gint64 *indicators = marmot_column_peek_integers (peek (self, OBS_INDICATOR_ID));
  g_autofree guint64 *keys = g_new (guint64, self->n_rows + 1);
  GArray *first_rows;
  guint64 radix;

  for (gsize row = 0; row < self->n_rows; row++)
    keys[row] = (guint64) indicators[row];
  first_rows = row_keys_number (keys, self->n_rows);
  radix = first_rows->len;
  g_array_unref (first_rows);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    row_keys_add_column (keys, &radix, peek (self, parts[i]), self->n_rows);
  first_rows = row_keys_number (keys, self->n_rows);
  radix = first_rows->len;
  g_array_unref (first_rows);
  check_series (self, keys, radix);

  row_keys_add_column (keys, &radix, peek (self, OBS_TIME_PERIOD), self->n_rows);
  first_rows = row_keys_number (keys, self->n_rows);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      guint32 first = g_array_index (first_rows, guint32, keys[row]);

      if (first != row)
        marmot_finding_log_add (self->log, "fingertips/duplicate-key", MARMOT_SEVERITY_WARNING, line (self, row),
                                NULL, "Keep one of the two",
                                "Indicator, area, area type, sex, age, category and period are those of %s "
                                "%" G_GUINT64_FORMAT,
                                self->places ? "line" : "record", line (self, first));
    }
  g_array_unref (first_rows);
}

void
fingertips_check (MarmotTable *table,
                  const GArray *places,
                  MarmotFindingLog *log)
{
  Check self = { table, places, log, marmot_table_get_n_rows (table) };

  /* Rows are numbered by 32 bits here; such a set is refused anyway. */
  if (self.n_rows == 0 || self.n_rows >= G_MAXUINT32)
    return;

  check_subject (&self);
  if (log->n_errors > 0)
    return;

  check_interval (&self, OBS_LOWER_95, OBS_UPPER_95, "Lower CI 95.0 limit");
  check_interval (&self, OBS_LOWER_99_8, OBS_UPPER_99_8, "Lower CI 99.8 limit");
  check_counts (&self);
  check_keys (&self);
}
