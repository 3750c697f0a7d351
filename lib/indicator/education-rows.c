/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a row says beside the cells of its indicators: place, time, and the part of
 * the population. All of it is found as codes, one a row; texts are looked at and
 * made once for each that differs.
 */
#include "education-private.h"

#include <string.h>

#include "education-time-private.h"
#include "row-keys-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-csv-parse-private.h"
#include "core/marmot-table-private.h"
#include "core/marmot-text-index-private.h"

/* Bytes that the labels of filters may take: a label is written for each selection
 * of filters that rows divide the population by. */
#define MAX_LABELS (G_GUINT64_CONSTANT (256) << 20)

/* Where the code and the name of an area stand, by its level. */
static const struct
{
  const char *level;
  const char *code;
  const char *name;
} levels[] = {
  { "National", "country_code", "country_name" },
  { "Regional", "region_code", "region_name" },
  { "Local authority", "new_la_code", "la_name" },
  { "Local authority district", "lad_code", "lad_name" },
  { "Local enterprise partnership", "local_enterprise_partnership_code", "local_enterprise_partnership_name" },
  { "Local skills improvement plan area", "lsip_code", "lsip_name" },
  { "English devolved area", "english_devolved_area_code", "english_devolved_area_name" },
  { "Opportunity area", "opportunity_area_code", "opportunity_area_name" },
  { "Parliamentary constituency", "pcon_code", "pcon_name" },
  { "Ward", "ward_code", "ward_name" },
  { "School", "school_urn", "school_name" },
};

#define N_LEVELS G_N_ELEMENTS (levels)
#define NATIONAL 0
#define REGIONAL 1

guint64
education_line (const EducationFile *self,
                gsize row)
{
  return marmot_csv_places_get_line (self->places, row);
}

gboolean
education_cell_is (const MarmotColumn *column,
                   gsize row,
                   const char *text)
{
  gsize length;
  const char *value = column ? marmot_column_peek_text (column, row, &length) : NULL;

  return value && length == strlen (text) && g_ascii_strncasecmp (value, text, length) == 0;
}

gboolean
education_is_place (const char *name)
{
  for (guint i = 0; i < N_LEVELS; i++)
    if (g_str_equal (name, levels[i].code) || g_str_equal (name, levels[i].name))
      return TRUE;
  return FALSE;
}

MarmotColumn *
education_spread (const gint32 *codes,
                  MarmotColumn *texts,
                  gsize n_codes,
                  gsize n_each)
{
  const gsize n_texts = marmot_column_get_length (texts);
  const gsize n_rows = n_codes * n_each;
  const guint8 width = n_texts <= G_MAXINT8 ? 1 : n_texts <= G_MAXINT16 ? 2 : 4;
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * width, &block);
  MarmotColumn *column = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, width, n_rows, memory, NULL);
  guint8 *validity = NULL;
  gsize at = 0;

  column->values = block;
  column->dictionary = marmot_column_ref (texts);
  for (gsize i = 0; i < n_codes; i++)
    for (gsize j = 0; j < n_each; j++, at++)
      {
        const gint32 code = MAX (codes[i], 0);

        if (width == 1)
          ((gint8 *) block)[at] = (gint8) code;
        else if (width == 2)
          ((gint16 *) block)[at] = (gint16) code;
        else
          ((gint32 *) block)[at] = code;
        if (codes[i] < 0)
          {
            if (!validity)
              validity = marmot_column_add_validity (column, n_rows);
            validity[at >> 3] &= (guint8) ~(1u << (at & 7));
          }
      }
  marmot_column_seal (column);
  return column;
}

/* Texts of several columns under codes of one. */
typedef struct
{
  const MarmotColumn *column;
  gint32 *codes;            /* by code of the column; -2 where it was not met yet */
} Source;

typedef struct
{
  Source sources[N_LEVELS];
  MarmotTextIndex *index;
  gint32 *codes;            /* a row */
} Merge;

#define NOT_MET -2

static void
merge_init (Merge *self,
            gsize n_rows)
{
  memset (self, 0, sizeof *self);
  self->index = marmot_text_index_new ();
  self->codes = g_new (gint32, n_rows + 1);
}

static void
merge_add (Merge *self,
           const EducationFile *file,
           guint source,
           const char *name)
{
  const MarmotColumn *column = marmot_table_peek_column (file->table, name);
  gsize n_texts = column ? marmot_column_get_length (column->dictionary) : 0;

  self->sources[source].column = column;
  self->sources[source].codes = g_new (gint32, n_texts + 1);
  for (gsize i = 0; i < n_texts; i++)
    self->sources[source].codes[i] = NOT_MET;
}

/* The cell of a row; symbols of one letter stand where there is nothing. */
static void
merge_take (Merge *self,
            guint source,
            gsize row)
{
  const Source *from = &self->sources[source];
  gint64 code;

  self->codes[row] = -1;
  if (!from->column || !marmot_column_row_is_valid (from->column, row))
    return;

  code = marmot_column_get_code (from->column, row);
  if (from->codes[code] == NOT_MET)
    {
      gsize length;
      const char *text = marmot_column_peek_text (from->column->dictionary, (gsize) code, &length);

      from->codes[code] = text && length > 1 ? marmot_text_index_add (self->index, text, length) : -1;
    }
  self->codes[row] = from->codes[code];
}

/* Frees everything but the codes, which the caller may want. */
static MarmotColumn *
merge_finish (Merge *self,
              gsize n_rows,
              gsize n_each)
{
  g_autoptr (MarmotColumn) texts = marmot_text_index_finish (g_steal_pointer (&self->index));

  for (guint i = 0; i < N_LEVELS; i++)
    g_clear_pointer (&self->sources[i].codes, g_free);
  return education_spread (self->codes, texts, n_rows, n_each);
}

/* The keys that duplicates are found by. */
typedef struct
{
  guint64 *keys;
  guint64 radix;
  guint8 *is_open;          /* rows whose place or time is not known */
} Keys;

static void
add_to_keys (Keys *keys,
             const gint32 *codes,
             const MarmotColumn *column,
             gsize n_rows)
{
  row_keys_add_codes (keys->keys, &keys->radix, codes,
                      marmot_column_get_length (column->dictionary), n_rows);
}

static void
read_places (EducationFile *self,
             MarmotColumn **columns,
             Keys *keys)
{
  const MarmotColumn *level = marmot_table_peek_column (self->table, "geographic_level");
  const gsize n_each = self->indicators->len;
  const gsize n_levels = marmot_column_get_length (level->dictionary);
  g_autofree guint *level_of = g_new (guint, n_levels + 1);
  Merge code, name, type, parent_code, parent_name;

  for (gsize i = 0; i < n_levels; i++)
    {
      level_of[i] = 0;
      while (level_of[i] < N_LEVELS && !education_cell_is (level->dictionary, i, levels[level_of[i]].level))
        level_of[i]++;
    }

  merge_init (&code, self->n_rows);
  merge_init (&name, self->n_rows);
  merge_init (&type, self->n_rows);
  merge_init (&parent_code, self->n_rows);
  merge_init (&parent_name, self->n_rows);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      merge_add (&code, self, i, levels[i].code);
      merge_add (&name, self, i, levels[i].name);
    }
  merge_add (&type, self, 0, "geographic_level");
  /* England has no parent, and regions have England; all others a region. */
  for (guint i = NATIONAL; i <= REGIONAL; i++)
    {
      merge_add (&parent_code, self, i, levels[i].code);
      merge_add (&parent_name, self, i, levels[i].name);
    }

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const guint at
          = marmot_column_row_is_valid (level, row) ? level_of[marmot_column_get_code (level, row)] : N_LEVELS;

      merge_take (&type, 0, row);
      code.codes[row] = name.codes[row] = parent_code.codes[row] = parent_name.codes[row] = -1;
      if (at < N_LEVELS)
        {
          merge_take (&code, at, row);
          merge_take (&name, at, row);
        }
      else
        {
          marmot_finding_log_add (self->log, "education/unknown-level", MARMOT_SEVERITY_WARNING,
                                  education_line (self, row), "geographic_level",
                                  "Check the level; the row's area is left open",
                                  "The level is none whose areas are known here");
        }
      if (at != NATIONAL)
        {
          merge_take (&parent_code, at == REGIONAL ? NATIONAL : REGIONAL, row);
          merge_take (&parent_name, at == REGIONAL ? NATIONAL : REGIONAL, row);
        }
      keys->is_open[row] = code.codes[row] < 0 && name.codes[row] < 0;
    }

  columns[OBS_AREA_CODE] = merge_finish (&code, self->n_rows, n_each);
  columns[OBS_AREA_NAME] = merge_finish (&name, self->n_rows, n_each);
  columns[OBS_AREA_TYPE] = merge_finish (&type, self->n_rows, n_each);
  columns[OBS_PARENT_CODE] = merge_finish (&parent_code, self->n_rows, n_each);
  columns[OBS_PARENT_NAME] = merge_finish (&parent_name, self->n_rows, n_each);
  add_to_keys (keys, code.codes, columns[OBS_AREA_CODE], self->n_rows);
  add_to_keys (keys, name.codes, columns[OBS_AREA_NAME], self->n_rows);
  add_to_keys (keys, type.codes, columns[OBS_AREA_TYPE], self->n_rows);
  add_to_keys (keys, parent_code.codes, columns[OBS_PARENT_CODE], self->n_rows);
  g_free (code.codes);
  g_free (name.codes);
  g_free (type.codes);
  g_free (parent_code.codes);
  g_free (parent_name.codes);
}

/* A time that some rows share. */
typedef struct
{
  gint32 text;              /* -1 if it is none */
  gint32 year_type;         /* -1 if it is none of ours */
  gboolean is_other;        /* of another kind than the first in the file */
  gint64 sortable;
} Time;

static Time *
read_distinct_times (const MarmotColumn *digits,
                     const MarmotColumn *identifier,
                     const GArray *first_rows,
                     MarmotTextIndex *texts,
                     MarmotTextIndex *year_types)
{
  Time *times = g_new0 (Time, first_rows->len + 1);
  g_autofree char *family = NULL;

  for (guint i = 0; i < first_rows->len; i++)
    {
      const guint32 row = g_array_index (first_rows, guint32, i);
      g_autofree char *digits_text = marmot_column_get_text (digits, row);
      g_autofree char *identifier_text = marmot_column_get_text (identifier, row);
      EducationTime time = { 0 };

      times[i].text = times[i].year_type = -1;
      if (!digits_text || !identifier_text || !education_time_parse (&time, digits_text, identifier_text))
        continue;

      times[i].text = marmot_text_index_add (texts, time.text, strlen (time.text));
      if (time.year_type)
        times[i].year_type = marmot_text_index_add (year_types, time.year_type, strlen (time.year_type));
      times[i].sortable = time.sortable;
      if (!family)
        family = g_strdup (time.family);
      times[i].is_other = !g_str_equal (family, time.family);
      education_time_clear (&time);
    }
  return times;
}

static MarmotColumn *
spread_sortable (const guint64 *numbers,
                 const Time *times,
                 gsize n_rows,
                 gsize n_each)
{
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * n_each * sizeof (gint64), &block);
  MarmotColumn *column
      = marmot_column_alloc (MARMOT_COLUMN_INTEGER, sizeof (gint64), n_rows * n_each, memory, NULL);
  gint64 *values = block;

  column->values = values;
  for (gsize row = 0; row < n_rows; row++)
    for (gsize i = 0; i < n_each; i++)
      *values++ = times[numbers[row]].sortable;
  marmot_column_seal (column);
  return column;
}

static void
read_times (EducationFile *self,
            MarmotColumn **columns,
            Keys *keys)
{
  const MarmotColumn *digits = marmot_table_peek_column (self->table, "time_period");
  const MarmotColumn *identifier = marmot_table_peek_column (self->table, "time_identifier");
  const gsize n_each = self->indicators->len;
  g_autofree guint64 *numbers = g_new0 (guint64, self->n_rows + 1);
  g_autofree gint32 *codes = g_new (gint32, self->n_rows + 1);
  g_autoptr (GArray) first_rows = NULL;
  g_autoptr (MarmotColumn) texts = NULL;
  g_autoptr (MarmotColumn) year_texts = NULL;
  g_autofree Time *times = NULL;
  MarmotTextIndex *text_index = marmot_text_index_new ();
  MarmotTextIndex *year_index = marmot_text_index_new ();
  guint64 radix = 1;
  gboolean is_mixed = FALSE;
  Merge identifiers;

  row_keys_add_column (numbers, &radix, digits, self->n_rows);
  row_keys_add_column (numbers, &radix, identifier, self->n_rows);
  first_rows = row_keys_number (numbers, self->n_rows);
  times = read_distinct_times (digits, identifier, first_rows, text_index, year_index);
  texts = marmot_text_index_finish (text_index);
  year_texts = marmot_text_index_finish (year_index);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const Time *time = &times[numbers[row]];

      codes[row] = time->text;
      if (time->text < 0)
        {
          keys->is_open[row] = TRUE;
          marmot_finding_log_add (self->log, "education/not-a-period", MARMOT_SEVERITY_ERROR,
                                  education_line (self, row), "time_period",
                                  "Write four digits, or six for two years in a row, such as 201819",
                                  "The time is none of a year");
        }
      else if (time->is_other && !is_mixed)
        {
          is_mixed = TRUE;
          marmot_finding_log_add (self->log, "education/mixed-time-identifiers", MARMOT_SEVERITY_WARNING,
                                  education_line (self, row), "time_identifier",
                                  "Take rows of one kind of time before comparing them",
                                  "The file mixes kinds of time, from this row on");
        }
    }
  columns[OBS_TIME_PERIOD] = education_spread (codes, texts, self->n_rows, n_each);

  for (gsize row = 0; row < self->n_rows; row++)
    codes[row] = times[numbers[row]].year_type;
  columns[OBS_YEAR_TYPE] = education_spread (codes, year_texts, self->n_rows, n_each);
  columns[OBS_SORTABLE] = spread_sortable (numbers, times, self->n_rows, n_each);

  for (gsize row = 0; row < self->n_rows; row++)
    codes[row] = (gint32) numbers[row];
  row_keys_add_codes (keys->keys, &keys->radix, codes, first_rows->len, self->n_rows);

  merge_init (&identifiers, self->n_rows);
  merge_add (&identifiers, self, 0, "time_identifier");
  for (gsize row = 0; row < self->n_rows; row++)
    merge_take (&identifiers, 0, row);
  columns[OBS_TIME_IDENTIFIER] = merge_finish (&identifiers, self->n_rows, n_each);
  g_free (identifiers.codes);
}

/* Whether a filter divides the population in a row: its cell is not "Total". */
static gboolean
divides (const EducationVariable *filter,
         gsize row)
{
  return marmot_column_row_is_valid (filter->column, row) && !education_cell_is (filter->column, row, "Total");
}

/* The filters that divide the population in each row, under codes. */
static gboolean
name_parts (EducationFile *self,
            const GArray *first_rows,
            gint32 *types,
            gint32 *values,
            MarmotTextIndex *type_index,
            MarmotTextIndex *value_index,
            GError **error)
{
  g_autofree guint64 *selections = g_new0 (guint64, first_rows->len + 1);
  g_autofree gint32 *does_divide = g_new (gint32, first_rows->len + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) first_selections = NULL;
  g_autofree gint32 *selection_types = NULL;
  guint64 radix = 1;
  guint64 n_bytes = 0;

  for (guint i = 0; i < self->filters->len; i++)
    {
      for (guint j = 0; j < first_rows->len; j++)
        does_divide[j] = divides (self->filters->pdata[i], g_array_index (first_rows, guint32, j)) ? 0 : -1;
      row_keys_add_codes (selections, &radix, does_divide, 1, first_rows->len);
    }
  first_selections = row_keys_number (selections, first_rows->len);
  selection_types = g_new (gint32, first_selections->len + 1);

  for (guint i = 0; i < first_selections->len; i++)
    {
      const guint32 row = g_array_index (first_rows, guint32, g_array_index (first_selections, guint32, i));

      g_string_truncate (text, 0);
      for (guint j = 0; j < self->filters->len; j++)
        {
          const EducationVariable *filter = self->filters->pdata[j];

          if (divides (filter, row))
            g_string_append_printf (text, "%s%s", text->len ? "; " : "", filter->label);
        }
      n_bytes += text->len;
      if (n_bytes > MAX_LABELS)
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                               "The labels of the filters are too long for so many selections of filters: "
                               "shorten them, or split the file");
          return FALSE;
        }
      selection_types[i] = text->len ? marmot_text_index_add (type_index, text->str, text->len) : -1;
    }

  for (guint i = 0; i < first_rows->len; i++)
    {
      const guint32 row = g_array_index (first_rows, guint32, i);

      g_string_truncate (text, 0);
      types[i] = selection_types[selections[i]];
      for (guint j = 0; types[i] >= 0 && j < self->filters->len; j++)
        {
          const EducationVariable *filter = self->filters->pdata[j];
          gsize length;

          if (!divides (filter, row))
            continue;
          if (text->len > 0)
            g_string_append (text, "; ");
          {
            const char *cell = marmot_column_peek_text (filter->column, row, &length);

            g_string_append_len (text, cell, (gssize) length);
          }
        }
      values[i] = types[i] < 0 ? -1 : marmot_text_index_add (value_index, text->str, text->len);
    }
  return TRUE;
}

static gboolean
read_filters (EducationFile *self,
              MarmotColumn **columns,
              Keys *keys,
              GError **error)
{
  const gsize n_each = self->indicators->len;
  g_autofree gint32 *codes = g_new (gint32, self->n_rows + 1);
  g_autofree gint32 *types = NULL;
  g_autofree gint32 *values = NULL;
  g_autoptr (GArray) first_rows = NULL;
  g_autoptr (MarmotColumn) type_texts = NULL;
  g_autoptr (MarmotColumn) value_texts = NULL;
  MarmotTextIndex *type_index = marmot_text_index_new ();
  MarmotTextIndex *value_index = marmot_text_index_new ();
  gboolean is_named;

  /* The keys say nothing but the filters, so far. */
  for (guint i = 0; i < self->filters->len; i++)
    row_keys_add_column (keys->keys, &keys->radix,
                         ((const EducationVariable *) self->filters->pdata[i])->column, self->n_rows);
  first_rows = row_keys_number (keys->keys, self->n_rows);
  keys->radix = MAX (first_rows->len, 1);

  types = g_new (gint32, first_rows->len + 1);
  values = g_new (gint32, first_rows->len + 1);
  is_named = name_parts (self, first_rows, types, values, type_index, value_index, error);
  type_texts = marmot_text_index_finish (type_index);
  value_texts = marmot_text_index_finish (value_index);
  if (!is_named)
    return FALSE;

  for (gsize row = 0; row < self->n_rows; row++)
    codes[row] = types[keys->keys[row]];
  columns[OBS_CATEGORY_TYPE] = education_spread (codes, type_texts, self->n_rows, n_each);
  for (gsize row = 0; row < self->n_rows; row++)
    codes[row] = values[keys->keys[row]];
  columns[OBS_CATEGORY] = education_spread (codes, value_texts, self->n_rows, n_each);
  return TRUE;
}

static void
check_keys (EducationFile *self,
            Keys *keys)
{
  g_autoptr (GArray) first_rows = row_keys_number (keys->keys, self->n_rows);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const guint32 first = g_array_index (first_rows, guint32, keys->keys[row]);

      if (first != row && !keys->is_open[row])
        marmot_finding_log_add (self->log, "education/duplicate-key", MARMOT_SEVERITY_WARNING,
                                education_line (self, row), NULL, "Keep one of the two",
                                "Time, area and filters are those of line %" G_GUINT64_FORMAT,
                                education_line (self, first));
    }
}

/* A text for each indicator, over and over. */
static MarmotColumn *
repeat (EducationFile *self,
        gboolean is_label)
{
  const gsize n_each = self->indicators->len;
  g_autofree gint32 *codes = g_new (gint32, self->n_rows * n_each + 1);
  g_autofree gint32 *each = g_new (gint32, n_each + 1);
  g_autoptr (MarmotColumn) texts = NULL;
  MarmotTextIndex *index = marmot_text_index_new ();

  for (gsize i = 0; i < n_each; i++)
    {
      const EducationVariable *indicator = self->indicators->pdata[i];
      const char *text = is_label ? indicator->label : indicator->name;

      each[i] = marmot_text_index_add (index, text, strlen (text));
    }
  texts = marmot_text_index_finish (index);
  for (gsize row = 0; row < self->n_rows; row++)
    memcpy (codes + row * n_each, each, n_each * sizeof *each);
  return education_spread (codes, texts, self->n_rows * n_each, 1);
}

gboolean
education_read_rows (EducationFile *self,
                     MarmotColumn **columns,
                     GError **error)
{
  g_autofree guint64 *numbers = g_new0 (guint64, self->n_rows + 1);
  g_autofree guint8 *is_open = g_new0 (guint8, self->n_rows + 1);
  Keys keys = { numbers, 1, is_open };

  if (!read_filters (self, columns, &keys, error))
    return FALSE;
  read_places (self, columns, &keys);
  read_times (self, columns, &keys);
  check_keys (self, &keys);
  columns[OBS_INDICATOR_CODE] = repeat (self, FALSE);
  columns[OBS_INDICATOR_NAME] = repeat (self, TRUE);
  return TRUE;
}
