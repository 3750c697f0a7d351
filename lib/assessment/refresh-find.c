/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evidence looked up in sets of figures. A set is gone through once, whatever is looked for:
 * by codes of its dictionaries, of which each text is compared once.
 */
#include "refresh-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"

/* The Julian day, as GDate counts them, of 1 January 1970. */
#define JULIAN_1970 719163

/* The columns of one set; NULL where it has none. */
typedef struct
{
  MarmotObservationSet *set;
  MarmotColumn *indicator_code, *indicator_id, *area;
  MarmotColumn *sex, *age, *category_type, *category;
  MarmotColumn *value, *lower_95, *upper_95, *lower_99_8, *upper_99_8, *count, *denominator;
} Columns;

/* What is looked for: the short names of indicators and the codes of areas, numbered from 1,
 * and the entries of each pair. */
typedef struct
{
  GHashTable *indicators;
  GHashTable *areas;
  GPtrArray *entries; /* by area, tables of GPtrArrays of entries by indicator */
} Wanted;

static MarmotColumn *
find_column (MarmotObservationSet *set,
             const char *name)
{
  return marmot_table_get_column_by_name (marmot_observation_set_get_table (set), name);
}

static void
columns_init (Columns *self,
              MarmotObservationSet *set)
{
  self->set = set;
  self->indicator_code = find_column (set, "indicator_code");
  self->indicator_id = find_column (set, "indicator_id");
  self->area = find_column (set, "area_code");
  self->sex = find_column (set, "sex");
  self->age = find_column (set, "age");
  self->category_type = find_column (set, "category_type");
  self->category = find_column (set, "category");
  self->value = find_column (set, "value");
  self->lower_95 = find_column (set, "lower_95");
  self->upper_95 = find_column (set, "upper_95");
  self->lower_99_8 = find_column (set, "lower_99_8");
  self->upper_99_8 = find_column (set, "upper_99_8");
  self->count = find_column (set, "count");
  self->denominator = find_column (set, "denominator");
}

static void
columns_clear (Columns *self)
{
  MarmotColumn **const all[] = { &self->indicator_code, &self->indicator_id, &self->area,     &self->sex,
                                 &self->age,            &self->category_type, &self->category, &self->value,
                                 &self->lower_95,       &self->upper_95,      &self->lower_99_8, &self->upper_99_8,
                                 &self->count,          &self->denominator };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], marmot_column_unref);
}

/* For each code of a dictionary, the number of its text, or 0. */
static guint *
number_codes (const MarmotColumn *column,
              GHashTable *numbers)
{
  const gsize n = marmot_column_get_length (column->dictionary);
  guint *of_code = g_new0 (guint, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = marmot_column_get_text (column->dictionary, i);

      if (text)
        of_code[i] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));
    }
  return of_code;
}

static gboolean
is_text (const MarmotColumn *column,
         guint row,
         const char *wanted)
{
  gsize length;
  const char *text;

  if (!column || !marmot_column_row_is_valid (column, row))
    return FALSE;
  text = marmot_column_peek_text (column, row, &length);
  return text && strlen (wanted) == length && memcmp (text, wanted, length) == 0;
}

static gboolean
is_null (const MarmotColumn *column,
         guint row)
{
  return !column || !marmot_column_row_is_valid (column, row);
}

static gboolean
matches (const Columns *columns,
         guint row,
         MarmotEvidence *evidence)
{
  const char *sex = marmot_evidence_get_sex (evidence);
  const char *age = marmot_evidence_get_age (evidence);
  const char *type = marmot_evidence_get_category_type (evidence);
  const char *category = marmot_evidence_get_category (evidence);

  return (!sex || is_text (columns->sex, row, sex)) && (!age || is_text (columns->age, row, age))
         && (!type || is_text (columns->category_type, row, type))
         && (category ? is_text (columns->category, row, category) : is_null (columns->category, row));
}

static double
get_number (const MarmotColumn *column,
            guint row)
{
  return is_null (column, row) ? (double) NAN : marmot_column_get_double ((MarmotColumn *) column, row);
}

static gboolean
is_same_number (double a,
                double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Takes period. */
static void
take_figure (RefreshFigure *to,
             const Columns *columns,
             guint row,
             MarmotPeriod *period)
{
  g_clear_pointer (&to->period, marmot_period_unref);
  to->period = period;
  to->value = get_number (columns->value, row);
  to->lower_95 = get_number (columns->lower_95, row);
  to->upper_95 = get_number (columns->upper_95, row);
  to->lower_99_8 = get_number (columns->lower_99_8, row);
  to->upper_99_8 = get_number (columns->upper_99_8, row);
  to->numerator = get_number (columns->count, row);
  to->denominator = get_number (columns->denominator, row);
  to->is_several = FALSE;
}

/* Whether two periods are of one kind and about one length: years with years, and three
 * years together with three years. */
static gboolean
is_alike (const MarmotPeriod *a,
          const MarmotPeriod *b)
{
  const gint32 length_a = marmot_period_get_end_days (a) - marmot_period_get_start_days (a);
  const gint32 length_b = marmot_period_get_end_days (b) - marmot_period_get_start_days (b);

  return marmot_period_get_kind (a) == marmot_period_get_kind (b) && ABS (length_a - length_b) <= 4;
}

/* The figure of a row, which is one of those that are looked for. met holds the figures that
 * were taken from this set. */
static void
meet (RefreshEntry *entry,
      const Columns *columns,
      guint row,
      gint32 today,
      GHashTable *met)
{
  g_autoptr (MarmotPeriod) period = marmot_observation_set_get_period (columns->set, row);
  MarmotPeriod *own = marmot_evidence_get_period (entry->evidence);
  RefreshFigure *figure = NULL;
  gint32 end;

  if (!period)
    return;
  end = marmot_period_get_end_days (period);
  if (own && marmot_period_equal (own, period))
    figure = &entry->own;
  else if (end - 1 <= today && (!own || (is_alike (own, period) && end > marmot_period_get_end_days (own)))
           && (!entry->latest.period || end >= marmot_period_get_end_days (entry->latest.period)))
    figure = &entry->latest;
  if (!figure)
    return;
  /* A second row of this set with the same period is the same figure or nobody knows which;
   * a row of a later set takes the place of one of an earlier. */
  if (figure->period && marmot_period_equal (figure->period, period) && g_hash_table_contains (met, figure))
    figure->is_several |= !is_same_number (figure->value, get_number (columns->value, row));
  else
    {
      take_figure (figure, columns, row, g_steal_pointer (&period));
      g_hash_table_add (met, figure);
    }
}

static void
search (MarmotObservationSet *set,
        const Wanted *wanted,
        gint32 today)
{
  const guint n_rows = marmot_observation_set_get_n_rows (set);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autofree guint *areas = NULL;
  g_autofree guint *codes = NULL;
  Columns columns;

  columns_init (&columns, set);
  if (columns.area && (columns.indicator_code || columns.indicator_id))
    {
      areas = number_codes (columns.area, wanted->areas);
      codes = columns.indicator_code ? number_codes (columns.indicator_code, wanted->indicators) : NULL;
      for (guint row = 0; row < n_rows; row++)
        {
          GPtrArray *entries;
          guint area, indicator = 0;

          if (is_null (columns.area, row))
            continue;
          area = areas[marmot_column_get_code (columns.area, row)];
          if (area == 0)
            continue;
          if (!is_null (columns.indicator_code, row))
            indicator = codes[marmot_column_get_code (columns.indicator_code, row)];
          else if (!is_null (columns.indicator_id, row))
            {
              char id[24];

              g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, marmot_column_get_integer (columns.indicator_id, row));
              indicator = GPOINTER_TO_UINT (g_hash_table_lookup (wanted->indicators, id));
            }
          entries = indicator ? g_hash_table_lookup (wanted->entries->pdata[area - 1], GUINT_TO_POINTER (indicator)) : NULL;
          for (guint i = 0; entries && i < entries->len; i++)
            {
              RefreshEntry *entry = entries->pdata[i];

              if (matches (&columns, row, entry->evidence))
                meet (entry, &columns, row, today, met);
            }
        }
    }
  columns_clear (&columns);
}

static guint
number_text (GHashTable *numbers,
             const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, (gpointer) text, GUINT_TO_POINTER (number));
    }
  return number;
}

void
refresh_entry_free (gpointer data)
{
  RefreshEntry *entry = data;

  g_clear_pointer (&entry->own.period, marmot_period_unref);
  g_clear_pointer (&entry->latest.period, marmot_period_unref);
  g_object_unref (entry->evidence);
  g_object_unref (entry->assessment);
  g_free (entry);
}

void
refresh_find (GPtrArray *entries,
              MarmotObservationSet **sets,
              gsize n_sets,
              const GDate *day)
{
  g_autoptr (GHashTable) indicators = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) by_area = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  const Wanted wanted = { indicators, areas, by_area };

  for (guint i = 0; i < entries->len; i++)
    {
      RefreshEntry *entry = entries->pdata[i];
      gpointer indicator = GUINT_TO_POINTER (number_text (indicators, marmot_evidence_get_indicator (entry->evidence)));
      const guint area = number_text (areas, marmot_evidence_get_area (entry->evidence));
      GPtrArray *of_pair;

      if (area > by_area->len)
        g_ptr_array_add (by_area, g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref));
      of_pair = g_hash_table_lookup (by_area->pdata[area - 1], indicator);
      if (!of_pair)
        {
          of_pair = g_ptr_array_new ();
          g_hash_table_insert (by_area->pdata[area - 1], indicator, of_pair);
        }
      g_ptr_array_add (of_pair, entry);
    }
  for (gsize i = 0; i < n_sets; i++)
    search (sets[i], &wanted, (gint32) g_date_get_julian (day) - JULIAN_1970);
}
