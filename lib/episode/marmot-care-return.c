/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "care-build-private.h"
#include "care-episodes-private.h"
#include "cells-private.h"
#include "number-columns-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-reader-private.h"

struct _MarmotCareReturn
{
  GObject parent_instance;

  guint *years;             /* ascending */
  gsize n_years;
  GPtrArray *data;          /* CareData */
  const CareData **of_year; /* CARE_N_TABLES for each year; NULL where there is none */
  MarmotColumn *dictionaries[CARE_N_COLUMNS];
  gint32 n_values[CARE_N_COLUMNS];
  GByteArray *strange[CARE_N_COLUMNS];
  GPtrArray *findings;
  guint64 n_findings;
  guint64 n_rows_read;
  guint64 n_rows_kept;

  /* Made when they are first asked for. */
  GMutex lock;
  CarePool *pool;
  MarmotEpisodeSet *episodes;
};

G_DEFINE_FINAL_TYPE (MarmotCareReturn, marmot_care_return, G_TYPE_OBJECT)

enum
{
  PROP_FIRST_YEAR = 1,
  PROP_LAST_YEAR,
  PROP_N_CHILDREN,
  PROP_N_ROWS_READ,
  PROP_N_ROWS_KEPT,
  PROP_N_ROWS_LEFT_OUT,
  PROP_N_FINDINGS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
marmot_care_return_finalize (GObject *object)
{
  MarmotCareReturn *self = MARMOT_CARE_RETURN (object);

  g_clear_object (&self->episodes);
  g_clear_pointer (&self->pool, care_pool_free);
  g_mutex_clear (&self->lock);
  g_free (self->years);
  g_free (self->of_year);
  g_clear_pointer (&self->data, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    {
      g_clear_pointer (&self->dictionaries[i], marmot_column_unref);
      g_clear_pointer (&self->strange[i], g_byte_array_unref);
    }

  G_OBJECT_CLASS (marmot_care_return_parent_class)->finalize (object);
}

static void
marmot_care_return_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  MarmotCareReturn *self = MARMOT_CARE_RETURN (object);

  switch (prop_id)
    {
    case PROP_FIRST_YEAR:
      g_value_set_uint (value, marmot_care_return_get_first_year (self));
      break;
    case PROP_LAST_YEAR:
      g_value_set_uint (value, marmot_care_return_get_last_year (self));
      break;
    case PROP_N_CHILDREN:
      g_value_set_uint (value, marmot_care_return_get_n_children (self));
      break;
    case PROP_N_ROWS_READ:
      g_value_set_uint64 (value, self->n_rows_read);
      break;
    case PROP_N_ROWS_KEPT:
      g_value_set_uint64 (value, self->n_rows_kept);
      break;
    case PROP_N_ROWS_LEFT_OUT:
      g_value_set_uint64 (value, self->n_rows_read - self->n_rows_kept);
      break;
    case PROP_N_FINDINGS:
      g_value_set_uint64 (value, self->n_findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_care_return_class_init (MarmotCareReturnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = marmot_care_return_finalize;
  object_class->get_property = marmot_care_return_get_property;

  /**
   * MarmotCareReturn:first-year: (getter get_first_year)
   *
   * The first collection year that there is a table of.
   *
   * Since: 1.0
   */
  props[PROP_FIRST_YEAR] = g_param_spec_uint ("first-year", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * MarmotCareReturn:last-year: (getter get_last_year)
   *
   * The last collection year that there is a table of.
   *
   * Since: 1.0
   */
  props[PROP_LAST_YEAR] = g_param_spec_uint ("last-year", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * MarmotCareReturn:n-children: (getter get_n_children)
   *
   * How many distinct children there are in all tables.
   *
   * Since: 1.0
   */
  props[PROP_N_CHILDREN] = g_param_spec_uint ("n-children", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * MarmotCareReturn:n-rows-read: (getter get_n_rows_read)
   *
   * How many rows the files had below their headers.
   *
   * Since: 1.0
   */
  props[PROP_N_ROWS_READ] = g_param_spec_uint64 ("n-rows-read", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * MarmotCareReturn:n-rows-kept: (getter get_n_rows_kept)
   *
   * How many rows the tables have.
   *
   * Since: 1.0
   */
  props[PROP_N_ROWS_KEPT] = g_param_spec_uint64 ("n-rows-kept", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * MarmotCareReturn:n-rows-left-out: (getter get_n_rows_left_out)
   *
   * How many rows were reported and left out.
   *
   * Since: 1.0
   */
  props[PROP_N_ROWS_LEFT_OUT] = g_param_spec_uint64 ("n-rows-left-out", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  /**
   * MarmotCareReturn:n-findings: (getter get_n_findings)
   *
   * How many findings there were, those that were not kept included.
   *
   * Since: 1.0
   */
  props[PROP_N_FINDINGS] = g_param_spec_uint64 ("n-findings", NULL, NULL, 0, G_MAXUINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
marmot_care_return_init (MarmotCareReturn *self)
{
  g_mutex_init (&self->lock);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const guint *year_a = a, *year_b = b;

  return (*year_a > *year_b) - (*year_a < *year_b);
}

/* Where the tables of a year stand, or n_years. */
static gsize
find_year (const MarmotCareReturn *self,
           guint year)
{
  gsize i = 0;

  while (i < self->n_years && self->years[i] != year)
    i++;
  return i;
}

static void
sort_data (MarmotCareReturn *self)
{
  self->years = g_new0 (guint, self->data->len + 1);
  for (guint i = 0; i < self->data->len; i++)
    {
      const CareData *data = self->data->pdata[i];

      if (find_year (self, data->rows.year) == self->n_years)
        self->years[self->n_years++] = data->rows.year;
    }
  qsort (self->years, self->n_years, sizeof *self->years, compare_years);

  self->of_year = g_new0 (const CareData *, self->n_years * CARE_N_TABLES);
  for (guint i = 0; i < self->data->len; i++)
    {
      const CareData *data = self->data->pdata[i];

      self->of_year[find_year (self, data->rows.year) * CARE_N_TABLES + data->table] = data;
    }
}

MarmotCareReturn *
care_return_new_take (CareBuild *build)
{
  MarmotCareReturn *self = g_object_new (MARMOT_TYPE_CARE_RETURN, NULL);

  self->data = g_steal_pointer (&build->data);
  self->findings = g_steal_pointer (&build->state.findings);
  self->n_findings = build->state.n_findings;
  self->n_rows_read = build->n_rows_read;
  self->n_rows_kept = build->n_rows_kept;
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    {
      self->n_values[i] = build->n_values[care_column_numbering (i)];
      self->strange[i] = g_steal_pointer (&build->strange[i]);
      if (!build->values[i])
        continue;
      /* What only tells equal from different is not kept. */
      if (care_column_content (i) == CARE_HOLDS_NUMBERS)
        g_clear_pointer (&build->values[i], marmot_text_index_free);
      else
        self->dictionaries[i] = marmot_text_index_finish (g_steal_pointer (&build->values[i]));
    }
  sort_data (self);
  return self;
}

static const CareData *
peek_data (const MarmotCareReturn *self,
           MarmotCareTable table,
           guint year)
{
  gsize i = find_year (self, year);

  return i < self->n_years && (guint) table < CARE_N_TABLES ? self->of_year[i * CARE_N_TABLES + table] : NULL;
}

/* --- for the loops of this room --------------------------------------------------------- */

const CareRows *
care_return_peek_rows (MarmotCareReturn *self,
                       MarmotCareTable table,
                       guint year)
{
  const CareData *data = peek_data (self, table, year);

  return data ? &data->rows : NULL;
}

const guint *
care_return_peek_years (MarmotCareReturn *self,
                        gsize *n_years)
{
  *n_years = self->n_years;
  return self->years;
}

gsize
care_return_n_children (MarmotCareReturn *self)
{
  return (gsize) self->n_values[CARE_CHILD];
}

gsize
care_return_n_values (MarmotCareReturn *self,
                      CareColumn column)
{
  return (gsize) self->n_values[column];
}

MarmotColumn *
care_return_peek_dictionary (MarmotCareReturn *self,
                             CareColumn column)
{
  return self->dictionaries[column];
}

const char *
care_return_peek_value (MarmotCareReturn *self,
                        CareColumn column,
                        gint32 code,
                        gsize *length)
{
  if (!self->dictionaries[column] || code < 0 || (gsize) code >= self->dictionaries[column]->length)
    return NULL;
  return marmot_column_peek_text (self->dictionaries[column], (gsize) code, length);
}

gint32 *
care_return_match_values (MarmotCareReturn *self,
                          CareColumn column,
                          const char *const *names)
{
  const gsize n = care_return_n_values (self, column);
  gint32 *matches = g_new (gint32, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      gsize length = 0;
      const char *text = care_return_peek_value (self, column, (gint32) i, &length);

      matches[i] = -1;
      for (gint32 k = 0; text && names[k]; k++)
        if (strlen (names[k]) == length && memcmp (names[k], text, length) == 0)
          {
            matches[i] = k;
            break;
          }
    }
  return matches;
}

gboolean
care_return_is_strange (MarmotCareReturn *self,
                        CareColumn column,
                        gint32 code)
{
  const GByteArray *strange = self->strange[column];

  return strange && cells_is_marked (strange, code);
}

const CarePool *
care_return_get_pool (MarmotCareReturn *self)
{
  g_mutex_lock (&self->lock);
  if (!self->pool)
    self->pool = care_pool_new (self);
  g_mutex_unlock (&self->lock);
  return self->pool;
}

/* --- for everybody ---------------------------------------------------------------------- */

guint
marmot_care_return_get_first_year (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return self->n_years > 0 ? self->years[0] : 0;
}

guint
marmot_care_return_get_last_year (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return self->n_years > 0 ? self->years[self->n_years - 1] : 0;
}

guint *
marmot_care_return_get_years (MarmotCareReturn *self,
                              gsize *n_years)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);
  g_return_val_if_fail (n_years != NULL, NULL);

  *n_years = self->n_years;
  return g_memdup2 (self->years, self->n_years * sizeof *self->years);
}

gboolean
marmot_care_return_has_table (MarmotCareReturn *self,
                              MarmotCareTable table,
                              guint year)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), FALSE);

  return peek_data (self, table, year) != NULL;
}

static MarmotColumn *
make_miles (const CareRows *rows)
{
  g_autoptr (MarmotColumnBuilder) builder = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);

  for (gsize row = 0; row < rows->n_rows; row++)
    if (isnan (rows->miles[row]))
      marmot_column_builder_append_null (builder);
    else
      marmot_column_builder_append_double (builder, rows->miles[row]);
  return marmot_column_builder_finish (g_steal_pointer (&builder));
}

static MarmotColumn *
make_column (MarmotCareReturn *self,
             const CareData *data,
             CareColumn column)
{
  const CareRows *rows = &data->rows;
  const gint32 *numbers = rows->columns[column];
  g_autoptr (MarmotColumn) values = NULL;

  if (column == CARE_PL_DISTANCE)
    return rows->miles ? make_miles (rows) : NULL;
  if (!numbers)
    return NULL;
  if (care_column_content (column) == CARE_HOLDS_DATES)
    return number_column_dates (data->memory[column], numbers, rows->n_rows, CARE_BAD_DATE + 1);
  values = self->dictionaries[column] ? marmot_column_ref (self->dictionaries[column])
                                      : number_column_values ((gsize) self->n_values[column]);
  return number_column_codes (data->memory[column], numbers, rows->n_rows, values);
}

MarmotColumn *
care_return_make_column (MarmotCareReturn *self,
                         MarmotCareTable table,
                         guint year,
                         CareColumn column)
{
  const CareData *data = peek_data (self, table, year);

  return data ? make_column (self, data, column) : NULL;
}

gboolean
care_return_has_strange (MarmotCareReturn *self,
                         CareColumn column)
{
  return self->strange[column] != NULL;
}

MarmotTable *
marmot_care_return_get_table (MarmotCareReturn *self,
                              MarmotCareTable table,
                              guint year)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  const CareColumn *wanted;
  const CareData *data;

  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);

  data = peek_data (self, table, year);
  if (!data)
    return NULL;
  names = g_ptr_array_new ();
  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  wanted = care_table_columns (table);
  for (guint i = 0; wanted[i] != CARE_N_COLUMNS; i++)
    {
      MarmotColumn *column = make_column (self, data, wanted[i]);

      if (!column)
        continue;
      g_ptr_array_add (names, (gpointer) care_column_name (wanted[i]));
      g_ptr_array_add (columns, column);
    }
  g_ptr_array_add (names, NULL);
  /* The names are distinct and the columns as long as each other. */
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

const char *
marmot_care_return_get_source (MarmotCareReturn *self,
                               MarmotCareTable table,
                               guint year)
{
  const CareData *data;

  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);

  data = peek_data (self, table, year);
  return data ? data->source : NULL;
}

guint64
marmot_care_return_get_line (MarmotCareReturn *self,
                             MarmotCareTable table,
                             guint year,
                             guint64 row)
{
  const CareData *data;

  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  data = peek_data (self, table, year);
  return data && row < data->rows.n_rows ? data->rows.lines[row] : 0;
}

MarmotEpisodeSet *
marmot_care_return_get_episodes (MarmotCareReturn *self,
                                 GError **error)
{
  MarmotEpisodeSet *episodes;

  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);

  (void) care_return_get_pool (self);
  g_mutex_lock (&self->lock);
  episodes = self->episodes ? g_object_ref (self->episodes) : NULL;
  g_mutex_unlock (&self->lock);
  if (episodes)
    return episodes;

  /* Two threads may both make them, and the first one's are kept. */
  episodes = care_episodes_make (self, error);
  if (!episodes)
    return NULL;
  g_mutex_lock (&self->lock);
  if (self->episodes)
    g_set_object (&episodes, self->episodes);
  else
    self->episodes = g_object_ref (episodes);
  g_mutex_unlock (&self->lock);
  return episodes;
}

guint64
marmot_care_return_get_n_repeated (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return care_return_get_pool (self)->n_repeated;
}

guint
marmot_care_return_get_n_children (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return (guint) self->n_values[CARE_CHILD];
}

guint64
marmot_care_return_get_n_rows_read (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return self->n_rows_read;
}

guint64
marmot_care_return_get_n_rows_kept (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return self->n_rows_kept;
}

guint64
marmot_care_return_get_n_rows_left_out (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return self->n_rows_read - self->n_rows_kept;
}

GPtrArray *
marmot_care_return_get_findings (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);

  return reader_copy_findings (self->findings);
}

guint64
marmot_care_return_get_n_findings (MarmotCareReturn *self)
{
  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), 0);

  return self->n_findings;
}
