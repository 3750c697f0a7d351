/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-column-private.h"

struct _MarmotInequality
{
  GObject parent_instance;

  MarmotInequalityMeasure measure;
  char *variant;
  gboolean log_error;
  MarmotGroups *areas;
  MarmotEstimates *estimates;
  MarmotColumn *standard_error;
  MarmotColumn *n_groups;
  MarmotColumn *n_missing;
};

G_DEFINE_FINAL_TYPE (MarmotInequality, marmot_inequality, G_TYPE_OBJECT)

static void
marmot_inequality_finalize (GObject *object)
{
  MarmotInequality *self = MARMOT_INEQUALITY (object);

  g_free (self->variant);
  g_clear_pointer (&self->areas, marmot_groups_unref);
  g_clear_pointer (&self->estimates, marmot_estimates_unref);
  g_clear_pointer (&self->standard_error, marmot_column_unref);
  g_clear_pointer (&self->n_groups, marmot_column_unref);
  g_clear_pointer (&self->n_missing, marmot_column_unref);

  G_OBJECT_CLASS (marmot_inequality_parent_class)->finalize (object);
}

static void
marmot_inequality_class_init (MarmotInequalityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_inequality_finalize;
}

static void
marmot_inequality_init (MarmotInequality *self)
{
}

MarmotInequality *
marmot_inequality_new (MarmotInequalityMeasure measure,
                       char *variant,
                       gboolean log_error,
                       MarmotGroups *areas,
                       MarmotEstimates *estimates,
                       MarmotColumn *standard_error,
                       MarmotColumn *n_groups,
                       MarmotColumn *n_missing)
{
  MarmotInequality *self = g_object_new (MARMOT_TYPE_INEQUALITY, NULL);

  self->measure = measure;
  self->variant = variant;
  self->log_error = log_error;
  self->areas = areas;
  self->estimates = estimates;
  self->standard_error = standard_error;
  self->n_groups = n_groups;
  self->n_missing = n_missing;
  return self;
}

MarmotInequalityMeasure
marmot_inequality_get_measure (MarmotInequality *self)
{
  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), (MarmotInequalityMeasure) 0);

  return self->measure;
}

const char *
marmot_inequality_get_variant (MarmotInequality *self)
{
  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), "");

  return self->variant;
}

MarmotMethod
marmot_inequality_get_method (MarmotInequality *self)
{
  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), MARMOT_METHOD_NONE);

  return marmot_estimates_get_method (self->estimates);
}

gsize
marmot_inequality_get_length (MarmotInequality *self)
{
  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), 0);

  return marmot_estimates_get_length (self->estimates);
}

MarmotEstimates *
marmot_inequality_get_estimates (MarmotInequality *self)
{
  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), NULL);

  return marmot_estimates_ref (self->estimates);
}

static gboolean
has_area (MarmotInequality *self,
          gsize area)
{
  return MARMOT_IS_INEQUALITY (self) && area < marmot_estimates_get_length (self->estimates);
}

MarmotEstimate *
marmot_inequality_get_estimate (MarmotInequality *self,
                                gsize area)
{
  g_return_val_if_fail (has_area (self, area), NULL);

  return marmot_estimates_get_estimate (self->estimates, area);
}

double
marmot_inequality_get_value (MarmotInequality *self,
                             gsize area)
{
  g_autoptr (MarmotEstimate) estimate = NULL;

  g_return_val_if_fail (has_area (self, area), (double) NAN);

  estimate = marmot_estimates_get_estimate (self->estimates, area);
  return marmot_estimate_get_value (estimate);
}

double
marmot_inequality_get_standard_error (MarmotInequality *self,
                                      gsize area)
{
  g_return_val_if_fail (has_area (self, area), (double) NAN);

  if (marmot_column_is_null (self->standard_error, area))
    return (double) NAN;
  return marmot_column_get_double (self->standard_error, area);
}

MarmotStatus
marmot_inequality_get_status (MarmotInequality *self,
                              gsize area)
{
  g_autoptr (MarmotEstimate) estimate = NULL;

  g_return_val_if_fail (has_area (self, area), MARMOT_STATUS_MISSING);

  estimate = marmot_estimates_get_estimate (self->estimates, area);
  return marmot_estimate_get_status (estimate);
}

gsize
marmot_inequality_get_n_groups (MarmotInequality *self,
                                gsize area)
{
  g_return_val_if_fail (has_area (self, area), 0);

  return (gsize) marmot_column_get_integer (self->n_groups, area);
}

gsize
marmot_inequality_get_n_missing (MarmotInequality *self,
                                 gsize area)
{
  g_return_val_if_fail (has_area (self, area), 0);

  return (gsize) marmot_column_get_integer (self->n_missing, area);
}

gboolean
marmot_inequality_get_log_error (MarmotInequality *self)
{
  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), FALSE);

  return self->log_error;
}

/* The same text in every row. */
static MarmotColumn *
repeat (const char *text,
        gsize n_rows)
{
  const char *texts[] = { text, NULL };
  g_autoptr (MarmotColumn) one = marmot_column_new_text (texts);
  g_autofree guint8 *codes = g_malloc0 (n_rows * sizeof (gint32));
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&codes), n_rows * sizeof (gint32));

  return marmot_column_new_dictionary (bytes, one, NULL, n_rows, NULL);
}

/* Why each row was not computed; null where it was. */
static MarmotColumn *
explain (MarmotInequality *self)
{
  gsize n = marmot_estimates_get_length (self->estimates);
  g_autoptr (GEnumClass) statuses = g_type_class_ref (MARMOT_TYPE_STATUS);
  g_autoptr (MarmotColumn) status = marmot_estimates_get_status (self->estimates);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (MarmotColumn) values = NULL;
  g_autoptr (MarmotColumn) bare = NULL;
  g_autofree gboolean *nulls = g_new (gboolean, n);
  gint32 *codes = g_new (gint32, n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (codes, n * sizeof *codes);

  for (guint i = 0; i < statuses->n_values; i++)
    g_ptr_array_add (texts, (gpointer) marmot_status_get_description ((MarmotStatus) i));
  g_ptr_array_add (texts, NULL);
  values = marmot_column_new_text ((const char *const *) texts->pdata);
  for (gsize row = 0; row < n; row++)
    {
      codes[row] = (gint32) marmot_column_get_code (status, row);
      nulls[row] = codes[row] == MARMOT_STATUS_OK;
    }
  bare = marmot_column_new_dictionary (bytes, values, NULL, n, NULL);
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

typedef struct
{
  GPtrArray *names;
  GPtrArray *columns;
} Columns;

/* Takes the column. */
static void
add (Columns *columns,
     const char *name,
     MarmotColumn *column)
{
  g_ptr_array_add (columns->names, g_strdup (name));
  g_ptr_array_add (columns->columns, column);
}

MarmotTable *
marmot_inequality_to_table (MarmotInequality *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (MarmotTable) limits = NULL;
  Columns columns = { names, list };
  gsize n;

  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), NULL);

  n = marmot_estimates_get_length (self->estimates);
  keys = self->areas ? marmot_groups_get_keys (self->areas) : NULL;
  limits = marmot_estimates_to_table (self->estimates);

  add (&columns, "measure", repeat (marmot_inequality_measure_to_nick (self->measure), n));
  add (&columns, "variant", repeat (self->variant, n));
  add (&columns, "method", repeat (marmot_method_to_nick (marmot_estimates_get_method (self->estimates)), n));
  for (gsize i = 0; i < marmot_table_get_n_columns (limits); i++)
    {
      const char *name = marmot_table_get_column_name (limits, i);

      if (g_str_equal (name, "status"))
        {
          add (&columns, "n_groups", marmot_column_ref (self->n_groups));
          add (&columns, "n_missing", marmot_column_ref (self->n_missing));
        }
      add (&columns, name, marmot_table_get_column (limits, i));
      if (g_str_equal (name, "value"))
        add (&columns, "standard_error", marmot_column_ref (self->standard_error));
    }
  add (&columns, "reason", explain (self));

  /* The keys first. One that is called as a column of the result is gets a line
   * before its name, until no column has that name. */
  for (gsize i = keys ? marmot_table_get_n_columns (keys) : 0; i > 0; i--)
    {
      g_autoptr (GString) name = g_string_new (marmot_table_get_column_name (keys, i - 1));
      guint found;

      while (g_ptr_array_find_with_equal_func (names, name->str, g_str_equal, &found))
        g_string_prepend_c (name, '_');
      g_ptr_array_insert (names, 0, g_strdup (name->str));
      g_ptr_array_insert (list, 0, marmot_table_get_column (keys, i - 1));
    }

  g_ptr_array_add (names, NULL);
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) list->pdata, list->len, NULL);
}

char *
marmot_inequality_to_string (MarmotInequality *self)
{
  g_autoptr (MarmotEstimate) estimate = NULL;
  g_autofree char *estimates = NULL;
  const char *label;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_INEQUALITY (self), NULL);

  n = marmot_estimates_get_length (self->estimates);
  label = marmot_inequality_measure_get_label (self->measure);
  if (n == 1)
    {
      estimate = marmot_estimates_get_estimate (self->estimates, 0);
      estimates = marmot_estimate_to_string (estimate);
    }
  else
    {
      estimates = marmot_estimates_to_string (self->estimates);
    }
  if (!*self->variant)
    return g_strdup_printf ("%s: %s", label, estimates);
  return g_strdup_printf ("%s (%s): %s", label, self->variant, estimates);
}
