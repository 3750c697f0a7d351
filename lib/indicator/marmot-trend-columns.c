/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-members-private.h"
#include "core/marmot-table-private.h"
#include "marmot-trend-private.h"

/* The columns of the figures; those that are not there are NULL. */
typedef struct
{
  const MarmotColumn *period;
  const MarmotColumn *value;
  const MarmotColumn *lower;
  const MarmotColumn *upper;
  const MarmotColumn *count;
  const MarmotColumn *denominator;
  const MarmotColumn *year_range;
  MarmotColumn *value_type; /* dictionaries */
  MarmotColumn *polarity;
  int *value_types; /* what each entry of the dictionary stands for */
  int *polarities;
} Figures;

static void
figures_clear (Figures *figures)
{
  g_clear_pointer (&figures->value_type, marmot_column_unref);
  g_clear_pointer (&figures->polarity, marmot_column_unref);
  g_clear_pointer (&figures->value_types, g_free);
  g_clear_pointer (&figures->polarities, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static gboolean
find_numbers (MarmotTable *table,
              const char *name,
              gboolean required,
              const MarmotColumn **column,
              GError **error)
{
  *column = marmot_table_peek_column (table, name);
  if (*column == NULL && required)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The figures have no column \"%s\": name the one that holds it so", name);
      return FALSE;
    }
  if (*column && !marmot_column_is_numeric (*column))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column \"%s\" holds no numbers: pass a column of doubles or integers", name);
      return FALSE;
    }
  return TRUE;
}

/* The member of an enumeration that a text names: its short name, with spaces or
 * hyphens, in letters of either size. */
static gboolean
find_member (GEnumClass *members,
             const char *text,
             gsize length,
             int *member)
{
  g_autofree char *nick = g_ascii_strdown (text, (gssize) length);
  GEnumValue *found;

  g_strdelimit (nick, " ", '-');
  found = g_enum_get_value_by_nick (members, nick);
  if (found)
    *member = found->value;
  return found != NULL;
}

/* A column of text as a dictionary, and what each of its entries stands for. */
static gboolean
find_members (MarmotTable *table,
              const char *name,
              GType type,
              MarmotColumn **column,
              int **members,
              GError **error)
{
  MarmotColumn *found = marmot_table_peek_column (table, name);
  g_autoptr (MarmotColumn) dictionary = NULL;
  GEnumClass *values;
  gsize n_values;

  if (found == NULL)
    return TRUE;
  if (found->type != MARMOT_COLUMN_TEXT && found->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" is no text: pass short names", name);
      return FALSE;
    }
  *column = marmot_column_cast (found, MARMOT_COLUMN_DICTIONARY, error);
  if (*column == NULL)
    return FALSE;

  dictionary = marmot_column_get_dictionary (*column);
  n_values = marmot_column_get_length (dictionary);
  *members = g_new (int, n_values);
  values = g_type_class_ref (type);
  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (dictionary, i, &length);

      /* -1: a text that is none; it is an error only where a row holds it. */
      if (text == NULL || !find_member (values, text, length, &(*members)[i]))
        (*members)[i] = -1;
    }
  g_type_class_unref (values);
  return TRUE;
}

static gboolean
check_members (const MarmotColumn *column,
               const int *members,
               const char *name,
               GError **error)
{
  if (column == NULL)
    return TRUE;
  for (gsize row = 0; row < column->length; row++)
    if (marmot_column_row_is_valid (column, row) && members[marmot_column_get_code (column, row)] < 0)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "Row %" G_GSIZE_FORMAT " of \"%s\" holds none of its short names: correct it, or leave "
                     "it empty for that of the options", row + 1, name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
figures_init (Figures *self,
              MarmotTable *table,
              GError **error)
{
  memset (self, 0, sizeof *self);
  return find_numbers (table, "period", TRUE, &self->period, error)
         && find_numbers (table, "value", TRUE, &self->value, error)
         && find_numbers (table, "lower", FALSE, &self->lower, error)
         && find_numbers (table, "upper", FALSE, &self->upper, error)
         && find_numbers (table, "count", FALSE, &self->count, error)
         && find_numbers (table, "denominator", FALSE, &self->denominator, error)
         && find_numbers (table, "year_range", FALSE, &self->year_range, error)
         && find_members (table, "value_type", MARMOT_TYPE_VALUE_TYPE, &self->value_type, &self->value_types, error)
         && find_members (table, "polarity", MARMOT_TYPE_POLARITY, &self->polarity, &self->polarities, error)
         && check_members (self->value_type, self->value_types, "value_type", error)
         && check_members (self->polarity, self->polarities, "polarity", error);
}

/* A cell as a double; NaN where it is null or there is no column. */
static inline double
get_number (const MarmotColumn *column,
            gsize row)
{
  if (column == NULL || !marmot_column_row_is_valid (column, row))
    return (double) NAN;
  if (column->type == MARMOT_COLUMN_DOUBLE)
    return ((const double *) column->values)[column->offset + row];
  return (double) ((const gint64 *) column->values)[column->offset + row];
}

static inline guint32
get_period (const MarmotColumn *column,
            gsize row)
{
  double period = get_number (column, row);

  /* Also where it is NaN. */
  if (!(period > 0 && period <= 99999999 && period == floor (period)))
    return 0;
  return marmot_trend_period ((gint64) period);
}

static inline int
get_member (const MarmotColumn *column,
            const int *members,
            int otherwise,
            gsize row)
{
  if (column == NULL || !marmot_column_row_is_valid (column, row))
    return otherwise;
  return members[marmot_column_get_code (column, row)];
}

gboolean
marmot_trend_judge_table (const MarmotTrendPlan *plan,
                          MarmotTable *table,
                          const gint32 *codes,
                          gsize n_series,
                          MarmotTrendOutcome *outcomes,
                          GError **error)
{
  g_auto (Figures) figures = { 0 };
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  g_autofree MarmotTrendPoint *points = NULL;
  gsize longest = 0;

  if (!figures_init (&figures, table, error))
    return FALSE;

  marmot_group_rows (codes, marmot_table_get_n_rows (table), n_series, &starts, &rows);
  for (gsize i = 0; i < n_series; i++)
    longest = MAX (longest, starts[i + 1] - starts[i]);
  points = g_new (MarmotTrendPoint, longest);

  for (gsize i = 0; i < n_series; i++)
    {
      gsize n_points = starts[i + 1] - starts[i];
      MarmotTrendSeries series = {
        .value_type = plan->value_type,
        .polarity = plan->polarity,
        .one_year = TRUE,
      };

      for (gsize j = 0; j < n_points; j++)
        {
          gsize row = rows[starts[i] + j];
          MarmotValueType type = get_member (figures.value_type, figures.value_types, (int) plan->value_type, row);
          MarmotPolarity polarity = get_member (figures.polarity, figures.polarities, (int) plan->polarity, row);
          gboolean one_year = figures.year_range == NULL || get_number (figures.year_range, row) == 1;

          if (j == 0)
            {
              series.value_type = type;
              series.polarity = polarity;
              series.one_year = one_year;
            }
          series.mixed = series.mixed || type != series.value_type || polarity != series.polarity
                         || one_year != series.one_year;
          points[j] = marmot_trend_point (get_period (figures.period, row), get_number (figures.value, row),
                                          get_number (figures.lower, row), get_number (figures.upper, row),
                                          get_number (figures.count, row),
                                          get_number (figures.denominator, row));
        }
      marmot_trend_judge (plan, &series, points, n_points, &outcomes[i]);
    }
  return TRUE;
}

/* The labels as a dictionary of those that are there, each once. */
static MarmotColumn *
new_labels (const MarmotTrendOutcome *outcomes,
            gsize n_rows)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gint32 *codes = g_new (gint32, n_rows);
  g_autoptr (GBytes) bytes = g_bytes_new_take (codes, n_rows * sizeof *codes);
  g_autoptr (MarmotColumn) dictionary = NULL;

  for (gsize i = 0; i < n_rows; i++)
    {
      const char *label = marmot_trend_marker_get_label (outcomes[i].marker, outcomes[i].polarity);
      guint code;

      /* There are six at most. */
      for (code = 0; code < labels->len; code++)
        if (strcmp (labels->pdata[code], label) == 0)
          break;
      if (code == labels->len)
        g_ptr_array_add (labels, (gpointer) label);
      codes[i] = (gint32) code;
    }

  g_ptr_array_add (labels, NULL);
  dictionary = marmot_column_new_text ((const char * const *) labels->pdata);
  return marmot_column_new_dictionary (bytes, dictionary, NULL, n_rows, NULL);
}

/* A column of numbers of 64 bits that takes them, null where no line was drawn. */
static MarmotColumn *
new_numbers (MarmotColumnType type,
             gpointer numbers,
             const MarmotTrendOutcome *outcomes,
             gsize n_rows)
{
  gsize n_bytes = (n_rows + 7) / 8;
  guint8 *validity = g_malloc0 (n_bytes);
  g_autoptr (GBytes) values = g_bytes_new_take (numbers, n_rows * 8);
  g_autoptr (GBytes) bits = g_bytes_new_take (validity, n_bytes);

  for (gsize i = 0; i < n_rows; i++)
    if (outcomes[i].points_used > 0)
      validity[i / 8] |= (guint8) (1 << (i % 8));
  return marmot_column_new_from_bytes (type, values, bits, n_rows, NULL);
}

static MarmotTable *
new_table (const MarmotTrendOutcome *outcomes,
           gsize n_rows,
           GError **error)
{
  static const char * const names[] = { "marker", "reason", "label", "chi_squared", "slope", "points_used",
                                        "first_period", "last_period", "latest_change", NULL };
  guint8 *markers = g_malloc (MAX (n_rows, 1));
  guint8 *reasons = g_malloc (MAX (n_rows, 1));
  guint8 *changes = g_malloc (MAX (n_rows, 1));
  double *chi_squared = g_new (double, n_rows);
  double *slopes = g_new (double, n_rows);
  gint64 *first = g_new (gint64, n_rows);
  gint64 *last = g_new (gint64, n_rows);
  g_autofree gint64 *points_used = g_new (gint64, n_rows);
  MarmotColumn *columns[G_N_ELEMENTS (names) - 1];
  MarmotTable *table;

  for (gsize i = 0; i < n_rows; i++)
    {
      const MarmotTrendOutcome *outcome = &outcomes[i];

      markers[i] = (guint8) outcome->marker;
      reasons[i] = (guint8) outcome->reason;
      changes[i] = (guint8) outcome->latest_change;
      chi_squared[i] = outcome->chi_squared;
      slopes[i] = outcome->slope;
      points_used[i] = outcome->points_used;
      first[i] = outcome->first_period;
      last[i] = outcome->last_period;
    }

  columns[0] = marmot_column_new_members (MARMOT_TYPE_TREND_MARKER, markers, n_rows);
  columns[1] = marmot_column_new_members (MARMOT_TYPE_TREND_REASON, reasons, n_rows);
  columns[2] = new_labels (outcomes, n_rows);
  columns[3] = new_numbers (MARMOT_COLUMN_DOUBLE, chi_squared, outcomes, n_rows);
  columns[4] = new_numbers (MARMOT_COLUMN_DOUBLE, slopes, outcomes, n_rows);
  columns[5] = marmot_column_new_integer (points_used, n_rows);
  columns[6] = new_numbers (MARMOT_COLUMN_INTEGER, first, outcomes, n_rows);
  columns[7] = new_numbers (MARMOT_COLUMN_INTEGER, last, outcomes, n_rows);
  columns[8] = marmot_column_new_members (MARMOT_TYPE_TREND_MARKER, changes, n_rows);

  table = marmot_table_new (names, columns, G_N_ELEMENTS (columns), error);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  return table;
}

MarmotTable *
marmot_trend_columns (MarmotTable *figures,
                      MarmotGroups *series,
                      MarmotTrendOptions *options,
                      GError **error)
{
  MarmotTrendPlan plan;
  g_autofree MarmotTrendOutcome *outcomes = NULL;
  gsize n_series;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_TREND_OPTIONS (options), NULL);

  if (marmot_groups_get_n_rows (series) != marmot_table_get_n_rows (figures))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The groups are of %" G_GSIZE_FORMAT " rows and the figures have %" G_GSIZE_FORMAT,
                   marmot_groups_get_n_rows (series), marmot_table_get_n_rows (figures));
      return NULL;
    }
  if (!marmot_trend_plan_init (&plan, options, error))
    return NULL;

  n_series = marmot_groups_get_n_groups (series);
  outcomes = g_new (MarmotTrendOutcome, n_series);
  if (!marmot_trend_judge_table (&plan, figures, marmot_groups_peek_codes (series), n_series, outcomes, error))
    return NULL;
  return new_table (outcomes, n_series, error);
}
