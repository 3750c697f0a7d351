/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "observation-columns-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

struct _MarmotObservationSet
{
  GObject parent_instance;

  MarmotTable *table;
  MarmotColumn *columns[OBS_N_COLUMNS]; /* of the table; NULL where absent */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotObservationSet, marmot_observation_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marmot_observation_set_finalize (GObject *object)
{
  MarmotObservationSet *self = MARMOT_OBSERVATION_SET (object);

  g_clear_pointer (&self->table, marmot_table_unref);

  G_OBJECT_CLASS (marmot_observation_set_parent_class)->finalize (object);
}

static void
marmot_observation_set_class_init (MarmotObservationSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_observation_set_finalize;
}

static void
marmot_observation_set_init (MarmotObservationSet *self)
{
}

/* Takes a table whose columns are those of the vocabulary. */
static MarmotObservationSet *
new_take (MarmotTable *table)
{
  MarmotObservationSet *self = g_object_new (MARMOT_TYPE_OBSERVATION_SET, NULL);

  self->table = table;
  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    self->columns[i] = marmot_table_peek_column (table, obs_column_name (i));
  return self;
}

MarmotColumn *
obs_peek (MarmotObservationSet *set,
          ObsColumn column)
{
  return set->columns[column];
}

/* The column as the vocabulary wants it, or NULL with error set. */
static MarmotColumn *
convert (MarmotColumn *column,
         const char *name,
         GError **error)
{
  MarmotColumnType type = marmot_column_get_column_type (column);
  guint i;

  for (i = 0; i < OBS_N_COLUMNS; i++)
    if (g_str_equal (obs_column_name (i), name))
      break;
  if (i == OBS_N_COLUMNS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "A set of observations has no column \"%s\": rename it, or take it out", name);
      return NULL;
    }

  if (type == obs_column_type (i))
    return marmot_column_ref (column);
  if (marmot_column_get_n_nulls (column) == marmot_column_get_length (column))
    return obs_null_column (obs_column_type (i), marmot_column_get_length (column));
  if ((type == MARMOT_COLUMN_TEXT && obs_column_type (i) == MARMOT_COLUMN_DICTIONARY)
      || (type == MARMOT_COLUMN_INTEGER && obs_column_type (i) == MARMOT_COLUMN_DOUBLE)
      || (type == MARMOT_COLUMN_DOUBLE && obs_column_type (i) == MARMOT_COLUMN_INTEGER))
    {
      MarmotColumn *converted = marmot_column_cast (column, obs_column_type (i), error);

      if (!converted)
        g_prefix_error (error, "Column \"%s\": ", name);
      return converted;
    }

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" must hold %s: convert it", name,
               marmot_column_type_name (obs_column_type (i)));
  return NULL;
}

MarmotObservationSet *
marmot_observation_set_new (MarmotTable *table,
                            GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  MarmotTable *converted;

  g_return_val_if_fail (table != NULL, NULL);

  if (marmot_table_get_n_rows (table) >= G_MAXUINT)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "A set of observations has at most 2^32 - 2 rows: split the table");
      return NULL;
    }

  for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
    {
      const char *name = marmot_table_get_column_name (table, i);
      MarmotColumn *column = convert (marmot_table_peek_column (table, name), name, error);

      if (!column)
        return NULL;
      g_ptr_array_add (names, (gpointer) name);
      g_ptr_array_add (columns, column);
    }
  g_ptr_array_add (names, NULL);

  converted = marmot_table_new ((const char * const *) names->pdata, (MarmotColumn **) columns->pdata,
                                columns->len, error);
  return converted ? new_take (converted) : NULL;
}

MarmotTable *
marmot_observation_set_get_table (MarmotObservationSet *self)
{
  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);

  return self->table;
}

guint
marmot_observation_set_get_n_rows (MarmotObservationSet *self)
{
  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), 0);

  return (guint) marmot_table_get_n_rows (self->table);
}

static char *
get_text (MarmotObservationSet *self,
          ObsColumn column,
          guint row)
{
  return self->columns[column] ? marmot_column_get_text (self->columns[column], row) : NULL;
}

static gboolean
parse_year_type (const char *text,
                 MarmotYearType *year_type)
{
  GEnumClass *words = g_type_class_ref (MARMOT_TYPE_YEAR_TYPE);
  const GEnumValue *found = g_enum_get_value_by_nick (words, text);

  if (found)
    *year_type = (MarmotYearType) found->value;
  g_type_class_unref (words);
  return found != NULL;
}

MarmotPeriod *
marmot_observation_set_get_period (MarmotObservationSet *self,
                                   guint row)
{
  g_autofree char *text = NULL;
  g_autofree char *year_type = NULL;
  g_autofree char *identifier = NULL;
  MarmotYearType hint = MARMOT_YEAR_FINANCIAL;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);
  g_return_val_if_fail (row < marmot_table_get_n_rows (self->table), NULL);

  text = get_text (self, OBS_TIME_PERIOD, row);
  if (!text)
    return NULL;

  year_type = get_text (self, OBS_YEAR_TYPE, row);
  identifier = get_text (self, OBS_TIME_IDENTIFIER, row);
  if (year_type ? !parse_year_type (year_type, &hint) : identifier != NULL)
    return NULL;
  return marmot_period_parse (text, hint, NULL);
}

static MarmotObservationSet *
slice (MarmotObservationSet *self,
       gsize first,
       gsize n_rows)
{
  return new_take (marmot_table_slice (self->table, first, n_rows));
}

MarmotObservationSet *
marmot_observation_set_slice (MarmotObservationSet *self,
                              guint first,
                              guint n_rows)
{
  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);
  g_return_val_if_fail (first <= marmot_table_get_n_rows (self->table), NULL);
  g_return_val_if_fail (n_rows <= marmot_table_get_n_rows (self->table) - first, NULL);

  return slice (self, first, n_rows);
}

static void
find_text (const MarmotColumn *column,
           const char *text,
           GArray *rows)
{
  gsize n_values = marmot_column_get_length (column->dictionary);
  g_autofree guint8 *is_wanted = g_malloc0 (n_values + 1);
  gsize size = strlen (text);

  /* A dictionary from elsewhere may hold a text twice. */
  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *value = marmot_column_peek_text (column->dictionary, i, &length);

      is_wanted[i] = value && length == size && memcmp (value, text, size) == 0;
    }
  for (gsize row = 0; row < column->length; row++)
    if (marmot_column_row_is_valid (column, row) && is_wanted[marmot_column_get_code (column, row)])
      g_array_append_val (rows, row);
}

static void
find_integer (const MarmotColumn *column,
              const char *text,
              GArray *rows)
{
  gint64 integer;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return;
  for (gsize row = 0; row < column->length; row++)
    if (marmot_column_row_is_valid (column, row) && marmot_column_get_integer (column, row) == integer)
      g_array_append_val (rows, row);
}

static MarmotObservationSet *
take (MarmotObservationSet *self,
      const gsize *rows,
      gsize n_rows,
      GError **error)
{
  g_auto (GStrv) names = marmot_table_get_names (self->table);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  MarmotTable *table;

  if (n_rows == 0 || rows[n_rows - 1] - rows[0] == n_rows - 1)
    return slice (self, n_rows == 0 ? 0 : rows[0], n_rows);

  for (gsize i = 0; names[i]; i++)
    g_ptr_array_add (columns, marmot_column_take_known (marmot_table_peek_column (self->table, names[i]),
                                                        rows, n_rows));
  table = marmot_table_new ((const char * const *) names, (MarmotColumn **) columns->pdata, columns->len, error);
  return table ? new_take (table) : NULL;
}

MarmotObservationSet *
marmot_observation_set_filter (MarmotObservationSet *self,
                               const char *column,
                               const char *text,
                               GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  const MarmotColumn *values;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  values = marmot_table_peek_column (self->table, column);
  if (!values)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The set has no column \"%s\": name one that it has", column);
      return NULL;
    }
  if (values->type == MARMOT_COLUMN_DOUBLE)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column \"%s\" holds doubles: name one of text or integers", column);
      return NULL;
    }

  if (!text)
    {
      for (gsize row = 0; row < values->length; row++)
        if (!marmot_column_row_is_valid (values, row))
          g_array_append_val (rows, row);
    }
  else if (values->type == MARMOT_COLUMN_INTEGER)
    {
      find_integer (values, text, rows);
    }
  else
    {
      find_text (values, text, rows);
    }
  return take (self, (const gsize *) (const void *) rows->data, rows->len, error);
}

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_OBSERVATION;
}

static guint
get_n_items (GListModel *model)
{
  return marmot_observation_set_get_n_rows (MARMOT_OBSERVATION_SET (model));
}

/* A number that is there, or NULL. */
static MarmotValue *
get_number (MarmotObservationSet *self,
            ObsColumn column,
            guint row)
{
  if (!self->columns[column] || !marmot_column_row_is_valid (self->columns[column], row))
    return NULL;
  return marmot_value_new (marmot_column_get_double (self->columns[column], row), -1);
}

static MarmotValueFlags
get_flags (MarmotObservationSet *self,
           guint row)
{
  g_autofree char *text = get_text (self, OBS_FLAGS, row);
  g_auto (GStrv) words = text ? g_strsplit (text, " ", -1) : NULL;
  MarmotValueFlags flags = MARMOT_VALUE_FLAG_NONE;
  GFlagsClass *known;

  if (!words)
    return flags;

  known = g_type_class_ref (MARMOT_TYPE_VALUE_FLAGS);
  for (char **word = words; *word; word++)
    {
      const GFlagsValue *found = g_flags_get_value_by_nick (known, *word);

      if (found)
        flags |= (MarmotValueFlags) found->value;
    }
  g_type_class_unref (known);
  return flags;
}

static MarmotValue *
get_value (MarmotObservationSet *self,
           MarmotValueFlags flags,
           guint row)
{
  g_autofree char *text = get_text (self, OBS_STATE, row);
  g_autoptr (MarmotValue) value = get_number (self, OBS_VALUE, row);
  MarmotValueState state = MARMOT_VALUE_NOT_AVAILABLE;

  if (!value)
    {
      GEnumClass *words = g_type_class_ref (MARMOT_TYPE_VALUE_STATE);
      const GEnumValue *found = text ? g_enum_get_value_by_nick (words, text) : NULL;

      if (found && found->value != MARMOT_VALUE_PRESENT && found->value != MARMOT_VALUE_TEXT)
        state = (MarmotValueState) found->value;
      g_type_class_unref (words);
      value = marmot_value_new_state (state, NULL);
    }
  return marmot_value_with_flags (value, flags);
}

static gpointer
get_item (GListModel *model,
          guint row)
{
  MarmotObservationSet *self = MARMOT_OBSERVATION_SET (model);
  g_autofree char *code = NULL, *name = NULL, *area_code = NULL, *area_name = NULL;
  g_autofree char *sex = NULL, *age = NULL, *category_type = NULL, *category = NULL, *note = NULL;
  g_autoptr (MarmotIndicator) indicator = NULL;
  g_autoptr (MarmotArea) area = NULL;
  g_autoptr (MarmotPeriod) period = NULL;
  g_autoptr (MarmotValue) value = NULL;
  g_autoptr (MarmotValue) lower = NULL, upper = NULL, lower_99_8 = NULL, upper_99_8 = NULL;
  g_autoptr (MarmotValue) count = NULL, denominator = NULL;
  MarmotValueFlags flags;

  if (row >= marmot_table_get_n_rows (self->table))
    return NULL;

  code = get_text (self, OBS_INDICATOR_CODE, row);
  if (!code && self->columns[OBS_INDICATOR_ID]
      && marmot_column_row_is_valid (self->columns[OBS_INDICATOR_ID], row))
    code = g_strdup_printf ("%" G_GINT64_FORMAT, marmot_column_get_integer (self->columns[OBS_INDICATOR_ID], row));
  name = get_text (self, OBS_INDICATOR_NAME, row);
  if (code || name)
    indicator = g_object_new (MARMOT_TYPE_INDICATOR, "id", code, "name", name, NULL);

  area_code = get_text (self, OBS_AREA_CODE, row);
  area_name = get_text (self, OBS_AREA_NAME, row);
  if (area_code || area_name)
    area = g_object_new (MARMOT_TYPE_AREA, "id", area_code, "code", area_code, "name", area_name, NULL);

  sex = get_text (self, OBS_SEX, row);
  age = get_text (self, OBS_AGE, row);
  category_type = get_text (self, OBS_CATEGORY_TYPE, row);
  category = get_text (self, OBS_CATEGORY, row);
  note = get_text (self, OBS_NOTE, row);
  period = marmot_observation_set_get_period (self, row);
  flags = get_flags (self, row);
  value = get_value (self, flags, row);
  lower = get_number (self, OBS_LOWER_95, row);
  upper = get_number (self, OBS_UPPER_95, row);
  lower_99_8 = get_number (self, OBS_LOWER_99_8, row);
  upper_99_8 = get_number (self, OBS_UPPER_99_8, row);
  count = get_number (self, OBS_COUNT, row);
  denominator = get_number (self, OBS_DENOMINATOR, row);

  return g_object_new (MARMOT_TYPE_OBSERVATION,
                       "indicator", indicator,
                       "area", area,
                       "period", period,
                       "value", value,
                       "lower", lower,
                       "upper", upper,
                       "lower-99-8", lower_99_8,
                       "upper-99-8", upper_99_8,
                       "numerator", count,
                       "denominator", denominator,
                       "note", note,
                       "sex", sex,
                       "age", age,
                       "category-type", category_type,
                       "category", category,
                       "vintage",
                       flags & MARMOT_VALUE_FLAG_REVISED       ? MARMOT_VINTAGE_REVISED
                       : flags & MARMOT_VALUE_FLAG_PROVISIONAL ? MARMOT_VINTAGE_PROVISIONAL
                                                               : MARMOT_VINTAGE_UNSTATED,
                       NULL);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}
