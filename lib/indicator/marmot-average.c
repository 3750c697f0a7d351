/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Averages of areas. Public Health England. Fingertips (source of the web services,
 * 2020): StandardAverageCalculator, for the pooled one.
 */
#include "compare-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-record-private.h"
#include "numeric/sum.h"

struct _MarmotAverage
{
  GObject parent_instance;

  MarmotAverageKind kind;
  MarmotValue *value;
  guint n_areas;
  guint n_left_out;
  gboolean includes_area;
};

G_DEFINE_FINAL_TYPE (MarmotAverage, marmot_average, G_TYPE_OBJECT)

/**
 * MarmotAverage:kind: (getter get_kind)
 *
 * Which average it is.
 *
 * Since: 1.0
 */

/**
 * MarmotAverage:value: (getter get_value)
 *
 * The average.
 *
 * Since: 1.0
 */

/**
 * MarmotAverage:n-areas: (getter get_n_areas)
 *
 * How many areas are in it.
 *
 * Since: 1.0
 */

/**
 * MarmotAverage:n-left-out: (getter get_n_left_out)
 *
 * How many areas were left out because they have no figures.
 *
 * Since: 1.0
 */

/**
 * MarmotAverage:includes-area: (getter get_includes_area)
 *
 * Whether the area itself is in it.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "kind", marmot_average_kind_get_type, G_STRUCT_OFFSET (MarmotAverage, kind), 0 },
  { "value", marmot_value_get_type, G_STRUCT_OFFSET (MarmotAverage, value), 0 },
  { "n-areas", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotAverage, n_areas), 0 },
  { "n-left-out", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotAverage, n_left_out), 0 },
  { "includes-area", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotAverage, includes_area), 0 },
};

static void
marmot_average_class_init (MarmotAverageClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_average_init (MarmotAverage *self)
{
}

MARMOT_RECORD_GETTER (MarmotAverage, marmot_average, MARMOT_IS_AVERAGE, MarmotAverageKind, kind, (MarmotAverageKind) 0)
MARMOT_RECORD_GETTER (MarmotAverage, marmot_average, MARMOT_IS_AVERAGE, MarmotValue *, value, NULL)
MARMOT_RECORD_GETTER (MarmotAverage, marmot_average, MARMOT_IS_AVERAGE, guint, n_areas, 0)
MARMOT_RECORD_GETTER (MarmotAverage, marmot_average, MARMOT_IS_AVERAGE, guint, n_left_out, 0)
MARMOT_RECORD_GETTER (MarmotAverage, marmot_average, MARMOT_IS_AVERAGE, gboolean, includes_area, FALSE)

MarmotMethod
marmot_average_get_method (MarmotAverage *self)
{
  g_return_val_if_fail (MARMOT_IS_AVERAGE (self), MARMOT_METHOD_NONE);

  return self->kind == MARMOT_AVERAGE_KIND_POOLED ? MARMOT_METHOD_AVERAGE_POOLED : MARMOT_METHOD_AVERAGE_OF_AREAS;
}

static const MarmotCompareNeed needs_counts[] = {
  { "count", MARMOT_COMPARISON_REASON_NO_VALUE },
  { "denominator", MARMOT_COMPARISON_REASON_NO_DENOMINATOR },
  { NULL, 0 },
};
static const MarmotCompareNeed needs_value[] = {
  { "value", MARMOT_COMPARISON_REASON_NO_VALUE },
  { NULL, 0 },
};

/* A sum with what rounding has taken from it. */
typedef struct
{
  double sum;
  double compensation;
} Sum;

static void
add (Sum *self,
     double x)
{
  const gint32 group = 0;

  mn_sum_grouped (&x, &group, 1, &self->sum, &self->compensation);
}

static gboolean
read_row (const MarmotCompareInput *input,
          gsize row,
          double *numbers)
{
  for (guint c = 0; c < input->n_columns; c++)
    {
      double scratch;

      if (!marmot_column_row_is_valid (input->columns[c], row))
        return FALSE;
      numbers[c] = *marmot_column_block (input->columns[c], row, 1, &scratch);
      if (!isfinite (numbers[c]))
        return FALSE;
    }
  return input->n_columns == 1 || (numbers[0] >= 0 && numbers[1] > 0);
}

static gboolean
get_areas (MarmotTable *figures,
           MarmotColumn **areas,
           GError **error)
{
  *areas = marmot_table_get_column_by_name (figures, "area");
  if (*areas == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The figures have no column \"area\": add the codes of the areas, or name no area");
      return FALSE;
    }
  if ((*areas)->type != MARMOT_COLUMN_TEXT && (*areas)->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "Column \"area\" holds no texts: pass the codes of the areas");
      g_clear_pointer (areas, marmot_column_unref);
      return FALSE;
    }
  return TRUE;
}

MarmotAverage *
marmot_average_new_compute (MarmotAverageKind kind,
                            MarmotTable *figures,
                            const char *area,
                            gboolean include_area,
                            double multiplier,
                            GError **error)
{
  gboolean is_pooled = kind == MARMOT_AVERAGE_KIND_POOLED;
  g_autoptr (MarmotColumn) areas = NULL;
  g_autoptr (MarmotValue) value = NULL;
  MarmotCompareInput input;
  Sum top = { 0, 0 };
  Sum below = { 0, 0 };
  guint n_areas = 0, n_left_out = 0;
  gboolean has_area = FALSE;

  g_return_val_if_fail (figures != NULL, NULL);

  if (is_pooled && !(multiplier > 0 && isfinite (multiplier)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A multiplier is above zero, such as 100 for a percentage");
      return NULL;
    }
  if ((area && !get_areas (figures, &areas, error))
      || !marmot_compare_input_init (&input, figures, is_pooled ? needs_counts : needs_value, error))
    return NULL;

  for (gsize row = 0; row < input.n_rows; row++)
    {
      g_autofree char *name = areas ? marmot_column_get_text (areas, row) : NULL;
      gboolean is_area = area && g_strcmp0 (name, area) == 0;
      double numbers[2] = { 0, 1 };

      if (is_area && !include_area)
        continue;
      if (!read_row (&input, row, numbers))
        {
          n_left_out++;
          continue;
        }
      has_area = has_area || is_area;
      add (&top, numbers[0]);
      add (&below, numbers[1]);
      n_areas++;
    }
  marmot_compare_input_clear (&input);

  if (n_areas >= 2)
    {
      double average = (top.sum + top.compensation) / (below.sum + below.compensation);

      if (is_pooled)
        average *= multiplier;
      if (isfinite (average))
        value = marmot_value_new (average, -1);
    }
  return g_object_new (MARMOT_TYPE_AVERAGE, "kind", kind, "value", value, "n-areas", n_areas, "n-left-out",
                       n_left_out, "includes-area", has_area, NULL);
}
