/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * XmR charts of many series: columns in, and columns out.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-members-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "xmr-private.h"

/* --- columns in ------------------------------------------------------------------- */

/* The columns of the figures; those that are not there are NULL. */
typedef struct
{
  const MarmotColumn *date;
  const MarmotColumn *value;
  const MarmotColumn *target;
  const MarmotColumn *given[3];
  const MarmotColumn *denominator;
  const MarmotColumn *step;
  const MarmotColumn *rolling;
  MarmotColumn *polarity; /* a dictionary */
  guint8 *polarities;     /* what each of its entries stands for */
} Figures;

static void
figures_clear (Figures *self)
{
  g_clear_pointer (&self->polarity, marmot_column_unref);
  g_clear_pointer (&self->polarities, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static gboolean
find_booleans (MarmotTable *table,
               const char *name,
               const MarmotColumn **column,
               GError **error)
{
  *column = marmot_table_peek_column (table, name);
  if (*column && (*column)->type != MARMOT_COLUMN_BOOLEAN)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" is not true or false: pass booleans",
                   name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_dates (MarmotTable *table,
            const MarmotColumn **column,
            GError **error)
{
  *column = marmot_table_peek_column (table, "date");
  if (*column && (*column)->type != MARMOT_COLUMN_DATE && !marmot_column_is_numeric (*column))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"date\" holds neither dates nor numbers: pass one of those");
      return FALSE;
    }
  return TRUE;
}

#define NO_MEMBER G_MAXUINT8

/* A column of text as a dictionary, and which member of an enumeration each of its
 * entries is the short name of. A row with another is an error. */
static gboolean
find_members (MarmotTable *table,
              const char *name,
              GType type,
              gboolean required,
              MarmotColumn **column,
              guint8 **members,
              GError **error)
{
  MarmotColumn *found = marmot_table_peek_column (table, name);
  g_autoptr (GEnumClass) known = g_type_class_ref (type);
  g_autoptr (MarmotColumn) dictionary = NULL;
  gsize n;

  if (!found && required)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                 "There is no column \"%s\": pass what the series of XmR charts are given in", name);
  if (!found)
    return !required;
  if (found->type != MARMOT_COLUMN_TEXT && found->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" is no text: pass short names", name);
      return FALSE;
    }
  *column = marmot_column_cast (found, MARMOT_COLUMN_DICTIONARY, error);
  if (!*column)
    return FALSE;

  dictionary = marmot_column_get_dictionary (*column);
  n = marmot_column_get_length (dictionary);
  *members = g_malloc (n + 1);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = marmot_column_get_text (dictionary, i);
      const GEnumValue *member = text ? g_enum_get_value_by_nick (known, text) : NULL;

      (*members)[i] = member ? (guint8) member->value : NO_MEMBER;
    }
  for (gsize row = 0; row < (*column)->length; row++)
    if (marmot_column_row_is_valid (*column, row) && (*members)[marmot_column_get_code (*column, row)] == NO_MEMBER)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "Row %" G_GSIZE_FORMAT " of \"%s\" holds none of its short names: correct it", row, name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
figures_init (Figures *self,
              MarmotTable *table,
              GError **error)
{
  return marmot_figures_find_numbers (table, "value", TRUE, &self->value, error)
         && find_dates (table, &self->date, error)
         && marmot_figures_find_numbers (table, "target", FALSE, &self->target, error)
         && marmot_figures_find_numbers (table, "given_mean", FALSE, &self->given[0], error)
         && marmot_figures_find_numbers (table, "given_lower", FALSE, &self->given[1], error)
         && marmot_figures_find_numbers (table, "given_upper", FALSE, &self->given[2], error)
         && marmot_figures_find_numbers (table, "denominator", FALSE, &self->denominator, error)
         && find_booleans (table, "step", &self->step, error)
         && find_booleans (table, "rolling", &self->rolling, error)
         && find_members (table, "polarity", MARMOT_TYPE_POLARITY, FALSE, &self->polarity, &self->polarities, error);
}

/* A cell as a double: NaN where it is null or there is no column, and infinite where it
 * is not finite. */
static inline double
get_number (const MarmotColumn *column,
            gsize row)
{
  double number;

  if (column == NULL || !marmot_column_row_is_valid (column, row))
    return (double) NAN;
  if (column->type == MARMOT_COLUMN_INTEGER)
    return (double) ((const gint64 *) column->values)[column->offset + row];
  if (column->type == MARMOT_COLUMN_DATE)
    return (double) ((const gint32 *) column->values)[column->offset + row];
  number = ((const double *) column->values)[column->offset + row];
  return isnan (number) ? (double) INFINITY : number;
}

static inline gboolean
get_boolean (const MarmotColumn *column,
             gsize row)
{
  return column != NULL && marmot_column_row_is_valid (column, row)
         && marmot_bit_get (column->values, column->offset + row);
}

static void
read_point (const Figures *figures,
            gsize row,
            gsize place,
            MarmotXmrPoint *point)
{
  *point = (MarmotXmrPoint) {
    .date = figures->date ? get_number (figures->date, row) : (double) place,
    .value = get_number (figures->value, row),
    .target = get_number (figures->target, row),
    .given = { get_number (figures->given[0], row), get_number (figures->given[1], row),
               get_number (figures->given[2], row) },
    .row = row,
    .begins_part = get_boolean (figures->step, row),
  };
  if (figures->polarity && marmot_column_row_is_valid (figures->polarity, row))
    point->polarity = figures->polarities[marmot_column_get_code (figures->polarity, row)];
}

/* --- one series after the other ------------------------------------------------------ */

/* What is done with a series once it is judged. */
typedef void (*Take) (gsize index, const MarmotXmrSeries *series, gpointer result);

/* What comes before the first series, when it is known how many there are. */
typedef void (*Begin) (gsize n_series, const MarmotColumn *dates, gpointer result);

static gboolean
walk (MarmotTable *table,
      MarmotGroups *groups,
      MarmotXmrOptions *options,
      Begin begin,
      Take take,
      gpointer result,
      GError **error)
{
  g_auto (Figures) figures = { 0 };
  g_auto (MarmotXmrPlan) plan = { 0 };
  g_auto (MarmotXmrWorkspace) workspace = { 0 };
  g_autofree gint32 *owned = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  g_autofree MarmotXmrPoint *points = NULL;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MarmotXmrPart));
  const gint32 *codes;
  gsize n_series, longest = 0;

  if (!figures_init (&figures, table, error)
      || !marmot_xmr_plan_init (&plan, options, figures.date && figures.date->type == MARMOT_COLUMN_DATE, error)
      || !marmot_figures_get_groups (table, groups, &codes, &n_series, &owned, error))
    return FALSE;

  marmot_group_rows (codes, marmot_table_get_n_rows (table), n_series, &starts, &rows);
  for (gsize s = 0; s < n_series; s++)
    longest = MAX (longest, starts[s + 1] - starts[s]);
  points = g_new (MarmotXmrPoint, longest + 1);
  marmot_xmr_workspace_init (&workspace, longest);

  begin (n_series, figures.date, result);
  for (gsize s = 0; s < n_series; s++)
    {
      MarmotXmrSeries series = {
        .points = points,
        .n_rows = starts[s + 1] - starts[s],
        .has_days = figures.date && figures.date->type == MARMOT_COLUMN_DATE,
        .parts = parts,
      };

      for (gsize i = 0; i < series.n_rows; i++)
        {
          gsize row = rows[starts[s] + i];

          read_point (&figures, row, i + 1, &points[i]);
          if (figures.denominator && marmot_column_row_is_valid (figures.denominator, row))
            series.notes |= MARMOT_XMR_NOTE_P_CHART;
          if (get_boolean (figures.rolling, row))
            series.notes |= MARMOT_XMR_NOTE_ROLLING;
        }
      marmot_xmr_judge (&plan, &workspace, &series);
      take (s, &series, result);
    }
  return TRUE;
}

/* --- columns out ------------------------------------------------------------------- */

/* Doubles that are filled row by row and then taken. */
static double *
new_doubles (gsize n_rows)
{
  double *values = g_new (double, MAX (n_rows, 1));

  for (gsize i = 0; i < n_rows; i++)
    values[i] = (double) NAN;
  return values;
}

/* Takes the values; null where they are NaN. */
static void
add_doubles (MarmotResult *result,
             const char *name,
             double *values,
             gsize n_rows)
{
  guint8 *validity = g_malloc0 (n_rows / 8 + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_rows * sizeof *values);
  g_autoptr (GBytes) bits = NULL;

  for (gsize i = 0; i < n_rows; i++)
    validity[i >> 3] |= (guint8) (!isnan (values[i]) << (i & 7));
  bits = g_bytes_new_take (validity, n_rows / 8 + 1);
  marmot_result_add (result, name, marmot_column_new_from_bytes (MARMOT_COLUMN_DOUBLE, bytes, bits, n_rows, NULL));
}

/* Takes whole numbers; null where they are below zero. */
static void
add_integers (MarmotResult *result,
              const char *name,
              gint64 *values,
              gsize n_rows)
{
  guint8 *validity = g_malloc0 (n_rows / 8 + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_rows * sizeof *values);
  g_autoptr (GBytes) bits = NULL;

  for (gsize i = 0; i < n_rows; i++)
    validity[i >> 3] |= (guint8) ((values[i] >= 0) << (i & 7));
  bits = g_bytes_new_take (validity, n_rows / 8 + 1);
  marmot_result_add (result, name, marmot_column_new_from_bytes (MARMOT_COLUMN_INTEGER, bytes, bits, n_rows, NULL));
}

/* Takes the bytes. */
static void
add_members (MarmotResult *result,
             const char *name,
             GType type,
             guint8 *members,
             gsize n_rows)
{
  marmot_result_add (result, name, marmot_column_new_members (type, members, n_rows));
}

/* Dates of the type that the figures have; places in their order are whole numbers. */
static MarmotColumnBuilder *
new_dates (const MarmotColumn *dates)
{
  return marmot_column_builder_new (dates ? dates->type : MARMOT_COLUMN_INTEGER);
}

static void
append_date (MarmotColumnBuilder *builder,
             double date)
{
  if (!isfinite (date))
    marmot_column_builder_append_null (builder);
  else if (builder->type == MARMOT_COLUMN_DATE)
    marmot_column_builder_append_date (builder, (gint32) date);
  else if (builder->type == MARMOT_COLUMN_INTEGER)
    marmot_column_builder_append_integer (builder, (gint64) date);
  else
    marmot_column_builder_append_double (builder, date);
}

/* The short names of flags with a space between two; NULL for none. Free it. */
static char *
join_flags (GType type,
            guint flags)
{
  g_autoptr (GFlagsClass) known = g_type_class_ref (type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < known->n_values; i++)
    if (known->values[i].value != 0 && (flags & known->values[i].value) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", known->values[i].value_nick);
  return g_string_free (text, text->len == 0);
}

/* A column of flags while it is filled: each set of them is put into words once. */
typedef struct
{
  GType type;
  MarmotColumnBuilder *builder;
  GHashTable *texts;
  guint last;
  const char *last_text;
} FlagsColumn;

static void
flags_column_init (FlagsColumn *self,
                   GType type)
{
  self->type = type;
  self->builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->last = 0;
  self->last_text = NULL;
}

static void
flags_column_append (FlagsColumn *self,
                     guint flags)
{
  if (flags != self->last)
    {
      char *text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (flags));

      if (!text && flags != 0)
        {
          text = join_flags (self->type, flags);
          g_hash_table_insert (self->texts, GUINT_TO_POINTER (flags), text);
        }
      self->last = flags;
      self->last_text = text;
    }
  if (flags == 0)
    marmot_column_builder_append_null (self->builder);
  else
    marmot_column_builder_append_text (self->builder, self->last_text, strlen (self->last_text));
}

static MarmotColumn *
flags_column_finish (FlagsColumn *self)
{
  g_clear_pointer (&self->texts, g_hash_table_unref);
  return marmot_column_builder_finish (g_steal_pointer (&self->builder));
}

/* The figures of limits, in the order of their columns. */
enum
{
  MEAN,
  LOWER,
  UPPER,
  NEAR_LOWER,
  NEAR_UPPER,
  MEAN_RANGE,
  N_LIMITS
};

static const char *const limit_names[] = { "mean", "lower", "upper", "near_lower", "near_upper", "mean_range" };

static void
put_limits (double **columns,
            guint n_columns,
            gsize row,
            const mn_xmr_limits *limits)
{
  const double figures[] = { limits->mean,       limits->lower,      limits->upper,
                             limits->near_lower, limits->near_upper, limits->mean_range };

  for (guint k = 0; k < n_columns; k++)
    columns[k][row] = isfinite (figures[k]) ? figures[k] : (double) NAN;
}

/* --- a row a series ------------------------------------------------------------------ */

typedef struct
{
  gsize n_series;
  MarmotColumnBuilder *dates;
  double *value;
  double *target;
  double *limits[N_LIMITS];
  gint64 *n_points;
  gint64 *n_missing;
  gint64 *part;
  gint64 *n_used;
  gint64 *points_needed;
  gint64 *n_signals;
  guint8 *polarity;
  guint8 *variation;
  guint8 *assurance;
  guint8 *rule;
  guint8 *status;
  FlagsColumn signals;
  FlagsColumn notes;
} SeriesRows;

static void
begin_series (gsize n_series,
              const MarmotColumn *dates,
              gpointer data)
{
  SeriesRows *self = data;
  gint64 **whole[] = { &self->n_points,      &self->n_missing, &self->part, &self->n_used,
                       &self->points_needed, &self->n_signals };
  guint8 **members[] = { &self->polarity, &self->variation, &self->assurance, &self->rule, &self->status };

  self->n_series = n_series;
  self->dates = new_dates (dates);
  self->value = new_doubles (n_series);
  self->target = new_doubles (n_series);
  for (guint k = 0; k < N_LIMITS; k++)
    self->limits[k] = new_doubles (n_series);
  for (guint k = 0; k < G_N_ELEMENTS (whole); k++)
    *whole[k] = g_new (gint64, MAX (n_series, 1));
  for (guint k = 0; k < G_N_ELEMENTS (members); k++)
    *members[k] = g_malloc (MAX (n_series, 1));
  flags_column_init (&self->signals, MARMOT_TYPE_XMR_SIGNALS);
  flags_column_init (&self->notes, MARMOT_TYPE_XMR_NOTES);
}

static void
take_series (gsize s,
             const MarmotXmrSeries *series,
             gpointer data)
{
  SeriesRows *self = data;
  const MarmotXmrPoint *latest = series->latest != MARMOT_XMR_NONE ? &series->points[series->latest] : NULL;
  const MarmotXmrPart *part = latest && series->parts->len > 0
                                ? &g_array_index (series->parts, MarmotXmrPart, series->latest_part)
                                : NULL;
  gboolean is_judged = series->variation != MARMOT_XMR_VARIATION_NOT_JUDGED;

  append_date (self->dates, latest ? latest->date : (double) NAN);
  if (latest && isfinite (latest->value))
    self->value[s] = latest->value;
  self->target[s] = isfinite (series->target) ? series->target : (double) NAN;
  if (part)
    put_limits (self->limits, N_LIMITS, s, &part->limits);
  self->n_points[s] = (gint64) series->n_points;
  self->n_missing[s] = (gint64) (series->n_rows - series->n_points);
  self->part[s] = part ? (gint64) series->latest_part + 1 : -1;
  self->n_used[s] = part ? (gint64) part->limits.n_values : -1;
  self->points_needed[s] = part || series->n_points == 0 ? (gint64) series->points_needed : -1;
  self->n_signals[s] = part ? (gint64) series->n_signals : -1;
  self->polarity[s] = (guint8) series->polarity;
  self->variation[s] = (guint8) series->variation;
  self->assurance[s] = (guint8) series->assurance;
  self->rule[s] = (guint8) (part && is_judged ? marmot_xmr_signal_get_rule (latest->chosen) : MARMOT_XMR_RULE_NONE);
  self->status[s] = series->status;
  flags_column_append (&self->signals, part && is_judged ? latest->signals : 0);
  flags_column_append (&self->notes, series->notes);
}

MarmotTable *
marmot_xmr_series (MarmotTable *figures,
                   MarmotGroups *series,
                   MarmotXmrOptions *options,
                   GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  SeriesRows rows;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_XMR_OPTIONS (options), NULL);

  if (!walk (figures, series, options, begin_series, take_series, &rows, error))
    return NULL;

  n = rows.n_series;
  marmot_result_init (&result);
  marmot_result_add (&result, "date", marmot_column_builder_finish (rows.dates));
  add_doubles (&result, "value", rows.value, n);
  add_integers (&result, "n_points", rows.n_points, n);
  add_integers (&result, "n_missing", rows.n_missing, n);
  add_integers (&result, "part", rows.part, n);
  add_integers (&result, "n_used", rows.n_used, n);
  add_integers (&result, "points_needed", rows.points_needed, n);
  for (guint k = 0; k < N_LIMITS; k++)
    add_doubles (&result, limit_names[k], rows.limits[k], n);
  add_doubles (&result, "target", rows.target, n);
  add_members (&result, "polarity", MARMOT_TYPE_POLARITY, rows.polarity, n);
  add_members (&result, "variation", MARMOT_TYPE_XMR_VARIATION, rows.variation, n);
  add_members (&result, "assurance", MARMOT_TYPE_XMR_ASSURANCE, rows.assurance, n);
  add_members (&result, "rule", MARMOT_TYPE_XMR_RULE, rows.rule, n);
  marmot_result_add (&result, "signals", flags_column_finish (&rows.signals));
  add_integers (&result, "n_signals", rows.n_signals, n);
  marmot_result_add (&result, "notes", flags_column_finish (&rows.notes));
  add_members (&result, "status", MARMOT_TYPE_STATUS, rows.status, n);
  return marmot_result_end (&result);
}

/* --- a row a point ------------------------------------------------------------------- */

/* Limits of points have no mean range: each point has its own. */
#define N_POINT_LIMITS MEAN_RANGE

typedef struct
{
  double *limits[N_POINT_LIMITS];
  double *range;
  gint64 *part;
  guint8 *signals;
  guint8 *rule;
  guint8 *variation;
  guint8 *status;
  gboolean seen[G_MAXUINT8 + 1]; /* which sets of signals there are */
} PointRows;

static void
begin_points (gsize n_series,
              const MarmotColumn *dates,
              gpointer data)
{
}

static void
take_points (gsize s,
             const MarmotXmrSeries *series,
             gpointer data)
{
  PointRows *self = data;
  gboolean is_computed = series->parts->len > 0;

  for (gsize i = 0; i < series->n_rows; i++)
    {
      const MarmotXmrPoint *point = &series->points[i];
      gsize row = point->row;

      self->status[row] = point->status;
      if (!is_computed || i >= series->n_dated)
        continue;
      put_limits (self->limits, N_POINT_LIMITS, row, &g_array_index (series->parts, MarmotXmrPart, point->part).limits);
      self->range[row] = point->range;
      self->part[row] = (gint64) point->part + 1;
      self->signals[row] = point->signals;
      self->seen[point->signals] = TRUE;
      self->rule[row] = (guint8) marmot_xmr_signal_get_rule (point->chosen);
      self->variation[row] = point->variation;
    }
}

/* The sets of signals that there are as a dictionary. A point is above or below, near one
 * limit, in a run on one side, and rising, falling or both: 108 sets at most, which a
 * byte with a sign can count. */
static MarmotColumn *
new_signals (guint8 *signals,
             const gboolean *seen,
             gsize n_rows)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MarmotColumn) names = NULL;
  guint8 codes[G_MAXUINT8 + 1] = { 0 };
  MarmotColumn *column;
  guint8 *validity;

  for (guint set = 1; set <= G_MAXUINT8; set++)
    if (seen[set])
      {
        codes[set] = (guint8) texts->len;
        g_ptr_array_add (texts, join_flags (MARMOT_TYPE_XMR_SIGNALS, set));
      }
  g_ptr_array_add (texts, NULL);
  names = marmot_column_new_text ((const char *const *) texts->pdata);

  validity = g_malloc0 (n_rows / 8 + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      validity[i >> 3] |= (guint8) ((signals[i] != 0) << (i & 7));
      signals[i] = codes[signals[i]];
    }
  column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, 1, n_rows, marmot_memory_new (signals, g_free),
                                marmot_memory_new (validity, g_free));
  column->values = signals;
  column->validity = validity;
  column->dictionary = g_steal_pointer (&names);
  marmot_column_seal (column);
  return column;
}

/* The dates that the figures have, or their places. */
static MarmotColumn *
copy_dates (MarmotTable *figures)
{
  MarmotColumn *dates = marmot_table_peek_column (figures, "date");

  return dates ? marmot_column_ref (dates) : NULL;
}

MarmotTable *
marmot_xmr_points (MarmotTable *figures,
                   MarmotGroups *series,
                   MarmotXmrOptions *options,
                   GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  PointRows rows = { 0 };
  MarmotColumn *dates;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_XMR_OPTIONS (options), NULL);

  n = marmot_table_get_n_rows (figures);
  for (guint k = 0; k < N_POINT_LIMITS; k++)
    rows.limits[k] = new_doubles (n);
  rows.range = new_doubles (n);
  rows.part = g_new (gint64, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    rows.part[i] = -1;
  rows.signals = g_malloc0 (MAX (n, 1));
  rows.rule = g_malloc0 (MAX (n, 1));
  rows.variation = g_malloc0 (MAX (n, 1));
  rows.status = g_malloc0 (MAX (n, 1));
  if (!walk (figures, series, options, begin_points, take_points, &rows, error))
    {
      for (guint k = 0; k < N_POINT_LIMITS; k++)
        g_free (rows.limits[k]);
      g_free (rows.range);
      g_free (rows.part);
      g_free (rows.signals);
      g_free (rows.rule);
      g_free (rows.variation);
      g_free (rows.status);
      return NULL;
    }

  marmot_result_init (&result);
  dates = copy_dates (figures);
  if (dates)
    marmot_result_add (&result, "date", dates);
  marmot_result_add (&result, "value", marmot_column_ref (marmot_table_peek_column (figures, "value")));
  add_integers (&result, "part", rows.part, n);
  for (guint k = 0; k < N_POINT_LIMITS; k++)
    add_doubles (&result, limit_names[k], rows.limits[k], n);
  add_doubles (&result, "range", rows.range, n);
  marmot_result_add (&result, "signals", new_signals (rows.signals, rows.seen, n));
  add_members (&result, "rule", MARMOT_TYPE_XMR_RULE, rows.rule, n);
  add_members (&result, "variation", MARMOT_TYPE_XMR_VARIATION, rows.variation, n);
  add_members (&result, "status", MARMOT_TYPE_STATUS, rows.status, n);
  return marmot_result_end (&result);
}

/* --- a row a part -------------------------------------------------------------------- */

typedef struct
{
  MarmotColumnBuilder *starts;
  MarmotColumnBuilder *ends;
  GArray *limits[N_LIMITS]; /* of doubles */
  GArray *counts[6];        /* of gint64: series, part, n_points, n_used, n_ranges, n_screened */
  GByteArray *status;
  FlagsColumn notes;
} PartRows;

static const char *const count_names[] = { "series", "part", "n_points", "n_used", "n_ranges", "n_screened" };

static void
begin_parts (gsize n_series,
             const MarmotColumn *dates,
             gpointer data)
{
  PartRows *self = data;

  self->starts = new_dates (dates);
  self->ends = new_dates (dates);
  for (guint k = 0; k < N_LIMITS; k++)
    self->limits[k] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint k = 0; k < G_N_ELEMENTS (self->counts); k++)
    self->counts[k] = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->status = g_byte_array_new ();
  flags_column_init (&self->notes, MARMOT_TYPE_XMR_NOTES);
}

/* One row; part is NULL for a series of which nothing was computed. */
static void
append_part (PartRows *self,
             gsize s,
             const MarmotXmrSeries *series,
             const MarmotXmrPart *part,
             gsize index)
{
  const double nothing = (double) NAN;
  const gint64 counts[] = {
    (gint64) s,
    part ? (gint64) index + 1 : -1,
    part ? (gint64) part->n_points : -1,
    part ? (gint64) part->limits.n_values : -1,
    part ? (gint64) part->limits.n_ranges : -1,
    part ? (gint64) part->limits.n_screened : -1,
  };
  guint8 status = part ? part->status : series->status;

  append_date (self->starts, part ? series->points[part->first].date : (double) NAN);
  append_date (self->ends, part ? series->points[part->last].date : (double) NAN);
  for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
    g_array_append_val (self->counts[k], counts[k]);
  for (guint k = 0; k < N_LIMITS; k++)
    g_array_append_val (self->limits[k], nothing);
  if (part)
    {
      double *columns[N_LIMITS];

      for (guint k = 0; k < N_LIMITS; k++)
        columns[k] = (double *) (void *) self->limits[k]->data;
      put_limits (columns, N_LIMITS, self->limits[0]->len - 1, &part->limits);
    }
  g_byte_array_append (self->status, &status, 1);
  flags_column_append (&self->notes, part ? part->notes : 0);
}

static void
take_parts (gsize s,
            const MarmotXmrSeries *series,
            gpointer data)
{
  if (series->parts->len == 0)
    append_part (data, s, series, NULL, 0);
  for (guint i = 0; i < series->parts->len; i++)
    append_part (data, s, series, &g_array_index (series->parts, MarmotXmrPart, i), i);
}

MarmotTable *
marmot_xmr_parts (MarmotTable *figures,
                  MarmotGroups *series,
                  MarmotXmrOptions *options,
                  GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  PartRows rows;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_XMR_OPTIONS (options), NULL);

  if (!walk (figures, series, options, begin_parts, take_parts, &rows, error))
    return NULL;

  n = rows.status->len;
  marmot_result_init (&result);
  for (guint k = 0; k < G_N_ELEMENTS (rows.counts); k++)
    {
      add_integers (&result, count_names[k], (gint64 *) (void *) g_array_free (rows.counts[k], FALSE), n);
      if (k == 1)
        {
          marmot_result_add (&result, "start", marmot_column_builder_finish (rows.starts));
          marmot_result_add (&result, "end", marmot_column_builder_finish (rows.ends));
        }
    }
  for (guint k = 0; k < N_LIMITS; k++)
    add_doubles (&result, limit_names[k], (double *) (void *) g_array_free (rows.limits[k], FALSE), n);
  marmot_result_add (&result, "notes", flags_column_finish (&rows.notes));
  add_members (&result, "status", MARMOT_TYPE_STATUS, g_byte_array_free (rows.status, FALSE), n);
  return marmot_result_end (&result);
}

/* --- exceptions first ---------------------------------------------------------------- */

typedef enum
{
  CONCERN,
  FAIL,
  CHANGED,
  HIT_AND_MISS,
  IMPROVEMENT,
  STABLE,
  NOT_JUDGED,
  NOT_COMPUTED
} Standing;

static const char *const standings[] = { "concern",     "fail",   "changed",    "hit-and-miss",
                                         "improvement", "stable", "not-judged", "not-computed" };

static gboolean
is_concern (MarmotXmrVariation variation)
{
  return variation == MARMOT_XMR_VARIATION_CONCERN_HIGH || variation == MARMOT_XMR_VARIATION_CONCERN_LOW;
}

static Standing
find_standing (MarmotXmrVariation variation,
               MarmotXmrAssurance assurance,
               MarmotStatus status)
{
  if (status != MARMOT_STATUS_OK)
    return NOT_COMPUTED;
  if (variation == MARMOT_XMR_VARIATION_NOT_JUDGED)
    return NOT_JUDGED;
  if (is_concern (variation))
    return CONCERN;
  if (assurance == MARMOT_XMR_ASSURANCE_FAIL)
    return FAIL;
  if (variation == MARMOT_XMR_VARIATION_NEUTRAL_HIGH || variation == MARMOT_XMR_VARIATION_NEUTRAL_LOW)
    return CHANGED;
  if (assurance == MARMOT_XMR_ASSURANCE_HIT_AND_MISS)
    return HIT_AND_MISS;
  return variation == MARMOT_XMR_VARIATION_COMMON_CAUSE ? STABLE : IMPROVEMENT;
}

static const char *
describe_rule (MarmotXmrRule rule,
               gboolean high)
{
  switch (rule)
    {
    case MARMOT_XMR_RULE_OUTSIDE_LIMITS:
      return high ? "it is above the upper limit" : "it is below the lower limit";
    case MARMOT_XMR_RULE_TREND:
      return high ? "it is part of a rise" : "it is part of a fall";
    case MARMOT_XMR_RULE_TWO_OF_THREE:
      return high ? "two of three are near the upper limit" : "two of three are near the lower limit";
    case MARMOT_XMR_RULE_SHIFT:
      return high ? "it is part of a run above the mean" : "it is part of a run below the mean";
    case MARMOT_XMR_RULE_NONE:
    default:
      return NULL;
    }
}

static char *
explain (MarmotXmrVariation variation,
         MarmotXmrAssurance assurance,
         MarmotXmrRule rule,
         MarmotStatus status,
         const char *notes)
{
  gboolean high = variation == MARMOT_XMR_VARIATION_CONCERN_HIGH || variation == MARMOT_XMR_VARIATION_IMPROVEMENT_HIGH
                  || variation == MARMOT_XMR_VARIATION_NEUTRAL_HIGH;
  const char *reason = describe_rule (rule, high);
  const char *target = assurance == MARMOT_XMR_ASSURANCE_NOT_JUDGED ? NULL : marmot_xmr_assurance_get_label (assurance);

  if (status != MARMOT_STATUS_OK)
    return g_strdup (marmot_status_get_description (status));
  if (variation == MARMOT_XMR_VARIATION_NOT_JUDGED)
    return g_strdup (notes && strstr (notes, "rolling")
                       ? "Not judged: each figure shares most of its data with the one before."
                     : notes && strstr (notes, "trial")
                       ? "Not judged: there are too few points for limits that last."
                       : "Not judged.");
  return g_strconcat (marmot_xmr_variation_get_label (variation), reason ? ": " : "", reason ? reason : "", ".",
                      target ? " " : "", target ? target : "", target ? "." : "", NULL);
}

typedef struct
{
  gsize row;
  guint8 standing;
  guint8 order;
  guint8 variation;
  guint8 assurance;
  guint8 rule;
  guint8 status;
} Exception;

/* The columns of short names, as dictionaries with what their entries stand for. */
typedef struct
{
  MarmotColumn *columns[4];
  guint8 *members[4];
} Icons;

static void
icons_clear (Icons *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      g_clear_pointer (&self->columns[i], marmot_column_unref);
      g_clear_pointer (&self->members[i], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Icons, icons_clear)

/* A null is the first of the members: not judged, none, or for a status "ok". */
static guint8
get_member (const Icons *icons,
            guint column,
            gsize row)
{
  const MarmotColumn *names = icons->columns[column];

  return marmot_column_row_is_valid (names, row) ? icons->members[column][marmot_column_get_code (names, row)] : 0;
}

static int
compare_exceptions (gconstpointer a,
                    gconstpointer b)
{
  const Exception *x = a, *y = b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static MarmotTable *
take_in_order (MarmotTable *table,
               const Exception *exceptions,
               gsize n,
               MarmotColumn *notes)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gsize *rows = g_new (gsize, n + 1);
  MarmotColumnBuilder *standing = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  MarmotColumnBuilder *why = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  marmot_result_init (&result);
  for (gsize i = 0; i < n; i++)
    {
      const Exception *e = &exceptions[i];
      g_autofree char *noted = marmot_column_get_text (notes, e->row);
      g_autofree char *reason = explain ((MarmotXmrVariation) e->variation, (MarmotXmrAssurance) e->assurance,
                                         (MarmotXmrRule) e->rule, (MarmotStatus) e->status, noted);

      rows[i] = e->row;
      marmot_column_builder_append_text (standing, standings[e->standing], strlen (standings[e->standing]));
      marmot_column_builder_append_text (why, reason, strlen (reason));
    }
  for (gsize c = 0; c < marmot_table_get_n_columns (table); c++)
    {
      const char *name = marmot_table_get_column_name (table, c);
      g_autoptr (MarmotColumn) whole = marmot_table_get_column (table, c);

      /* A table that was put in order before is put in order again. */
      if (strcmp (name, "standing") != 0 && strcmp (name, "why") != 0)
        marmot_result_add (&result, name, marmot_column_take_known (whole, rows, n));
    }
  marmot_result_add (&result, "standing", marmot_column_builder_finish (standing));
  marmot_result_add (&result, "why", marmot_column_builder_finish (why));
  return marmot_result_end (&result);
}

MarmotTable *
marmot_xmr_exceptions (MarmotTable *series,
                       GError **error)
{
  static const char *const names[] = { "variation", "assurance", "rule", "status" };
  const GType types[] = { MARMOT_TYPE_XMR_VARIATION, MARMOT_TYPE_XMR_ASSURANCE, MARMOT_TYPE_XMR_RULE,
                          MARMOT_TYPE_STATUS };
  g_auto (Icons) icons = { { NULL }, { NULL } };
  g_autofree Exception *exceptions = NULL;
  MarmotColumn *notes;
  gsize n;

  g_return_val_if_fail (series != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!find_members (series, names[i], types[i], TRUE, &icons.columns[i], &icons.members[i], error))
      return NULL;
  notes = marmot_table_peek_column (series, "notes");
  if (!notes || (notes->type != MARMOT_COLUMN_TEXT && notes->type != MARMOT_COLUMN_DICTIONARY))
    {
      g_set_error_literal (error, MARMOT_ERROR, notes ? MARMOT_ERROR_TYPE : MARMOT_ERROR_NOT_FOUND,
                           "There is no text in a column \"notes\": pass what the series of XmR charts are given in");
      return NULL;
    }

  n = marmot_table_get_n_rows (series);
  exceptions = g_new (Exception, n + 1);
  for (gsize row = 0; row < n; row++)
    {
      Exception e = { .row = row };

      e.variation = get_member (&icons, 0, row);
      e.assurance = get_member (&icons, 1, row);
      e.rule = get_member (&icons, 2, row);
      e.status = get_member (&icons, 3, row);
      e.standing = (guint8) find_standing ((MarmotXmrVariation) e.variation, (MarmotXmrAssurance) e.assurance,
                                           (MarmotStatus) e.status);
      e.order = (guint8) (2 * e.standing
                          + !(e.standing == CONCERN && e.assurance == MARMOT_XMR_ASSURANCE_FAIL));
      exceptions[row] = e;
    }
  qsort (exceptions, n, sizeof *exceptions, compare_exceptions);
  return take_in_order (series, exceptions, n, notes);
}

/* --- words and numbers ---------------------------------------------------------------- */

const char *
marmot_xmr_variation_get_label (MarmotXmrVariation variation)
{
  static const char *const labels[] = {
    "Not judged",          "Common cause: no significant change", "Improvement, high",       "Improvement, low",
    "Concern, high",       "Concern, low",                        "Special cause, high",     "Special cause, low",
  };

  g_return_val_if_fail ((guint) variation < G_N_ELEMENTS (labels), "Unknown");

  return labels[variation];
}

const char *
marmot_xmr_assurance_get_label (MarmotXmrAssurance assurance)
{
  static const char *const labels[] = {
    "Not judged",
    "The target will be met consistently",
    "The target will be met and missed by chance",
    "The target will be missed consistently",
  };

  g_return_val_if_fail ((guint) assurance < G_N_ELEMENTS (labels), "Unknown");

  return labels[assurance];
}

guint
marmot_xmr_points_needed (guint n_points,
                          MarmotXmrOptions *options)
{
  guint minimum = 0;

  g_return_val_if_fail (options == NULL || MARMOT_IS_XMR_OPTIONS (options), 0);

  if (options)
    minimum = marmot_xmr_options_get_minimum_points (options);
  if (minimum == 0)
    {
      MarmotXmrRuleSet *given = options ? marmot_xmr_options_get_rule_set (options) : NULL;
      g_autoptr (MarmotXmrRuleSet) rule_set = given ? g_object_ref (given)
                                                    : g_object_new (MARMOT_TYPE_XMR_RULE_SET, NULL);

      minimum = marmot_xmr_rule_set_get_minimum_points (rule_set);
    }
  return minimum > n_points ? minimum - n_points : 0;
}
