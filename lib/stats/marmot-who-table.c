/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-inequality-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"

#define ALWAYS 0
#define ORDERED 1
#define REFERENCE 2

/* Their names, and what they are here. */
static const struct
{
  const char *name;
  MarmotInequalityMeasure measure;
  int when;
  double multiplier; /* 0: the customary one */
  gboolean unweighted;
} measures[] = {
  { "d", MARMOT_INEQUALITY_DIFFERENCE, ALWAYS, 0, FALSE },
  { "r", MARMOT_INEQUALITY_RATIO, ALWAYS, 0, FALSE },
  { "aci", MARMOT_INEQUALITY_GENERALISED_CONCENTRATION, ORDERED, 0, FALSE },
  { "rci", MARMOT_INEQUALITY_CONCENTRATION_INDEX, ORDERED, 0, FALSE },
  { "sii", MARMOT_INEQUALITY_SLOPE_INDEX, ORDERED, 0, FALSE },
  { "rii", MARMOT_INEQUALITY_RELATIVE_INDEX, ORDERED, 0, FALSE },
  { "bgv", MARMOT_INEQUALITY_BETWEEN_GROUP_VARIANCE, ALWAYS, 0, FALSE },
  { "bgsd", MARMOT_INEQUALITY_BETWEEN_GROUP_DEVIATION, ALWAYS, 0, FALSE },
  { "cov", MARMOT_INEQUALITY_COEFFICIENT_OF_VARIATION, ALWAYS, 100, FALSE },
  { "mdbu", MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_BEST, ALWAYS, 0, TRUE },
  { "mdbw", MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_BEST, ALWAYS, 0, FALSE },
  { "mdmu", MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_MEAN, ALWAYS, 0, TRUE },
  { "mdmw", MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_MEAN, ALWAYS, 0, FALSE },
  { "mdru", MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE, REFERENCE, 0, TRUE },
  { "mdrw", MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE, REFERENCE, 0, FALSE },
  { "idisu", MARMOT_INEQUALITY_INDEX_OF_DISPARITY, ALWAYS, 100, TRUE },
  { "idisw", MARMOT_INEQUALITY_INDEX_OF_DISPARITY, ALWAYS, 100, FALSE },
  { "ti", MARMOT_INEQUALITY_THEIL, ALWAYS, 1000, FALSE },
  { "mld", MARMOT_INEQUALITY_MEAN_LOG_DEVIATION, ALWAYS, 1000, FALSE },
  { "par", MARMOT_INEQUALITY_ATTRIBUTABLE_RISK, ALWAYS, 0, FALSE },
  { "paf", MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION, ALWAYS, 100, FALSE },
};

static MarmotTable *
measure_one (MarmotSubgroups *self,
             gsize which,
             MarmotInequalityOptions *options,
             GError **error)
{
  gboolean is_contrast = measures[which].measure == MARMOT_INEQUALITY_DIFFERENCE
                         || measures[which].measure == MARMOT_INEQUALITY_RATIO;
  g_autoptr (MarmotInequalityOptions) theirs
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS,
                    "model", MARMOT_SLOPE_MODEL_WHO,
                    "good", marmot_inequality_options_get_good (options),
                    /* Concentration and slope keep the sign of the figures there. */
                    "as-gap", is_contrast,
                    "scale", marmot_inequality_options_get_scale (options),
                    "reference", marmot_inequality_options_get_reference (options),
                    "unweighted", measures[which].unweighted,
                    "floored", TRUE,
                    NULL);
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotInequality) result = NULL;

  marmot_interval_options_set_multiplier (interval, measures[which].multiplier);
  result = marmot_subgroups_measure (self, measures[which].measure, theirs, interval, error);
  return result ? marmot_inequality_to_table (result) : NULL;
}

/* One column of all tables, joined. */
static MarmotColumn *
join (GPtrArray *tables,
      const char *name,
      GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (columns, marmot_table_peek_column (tables->pdata[i], name));
  return marmot_column_join ((MarmotColumn **) columns->pdata, columns->len, error);
}

MarmotTable *
marmot_subgroups_make_who_table (MarmotSubgroups *self,
                                 MarmotInequalityOptions *options,
                                 GError **error)
{
  static const char *const ours[] = { "value", "standard_error", "lower", "upper", "status" };
  static const char *const theirs[] = { "estimate", "se", "lower_ci", "upper_ci", "status" };
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_table_unref);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autoptr (MarmotColumn) distinct = NULL;
  g_autofree gsize *rows = NULL;
  gsize n_areas, n;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (MARMOT_IS_INEQUALITY_OPTIONS (options), NULL);

  marmot_result_init (&result);
  if (marmot_inequality_options_get_good (options) == MARMOT_GOOD_DIRECTION_UNSTATED)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "These measures need to know which direction of the figures is good: state it");
      return NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      MarmotTable *table;

      if ((measures[i].when == ORDERED && !self->core->has_rank)
          || (measures[i].when == REFERENCE
              && (!marmot_inequality_options_get_reference (options) || !self->labels)))
        continue;
      table = measure_one (self, i, options, error);
      if (!table)
        return NULL;
      g_ptr_array_add (tables, table);
      g_ptr_array_add (labels, (gpointer) measures[i].name);
    }

  n_areas = self->core->n_areas;
  n = tables->len * n_areas;
  rows = g_new (gsize, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    rows[i] = i % n_areas;
  marmot_result_add_keys (&result, self->core->areas, rows, n);

  g_ptr_array_add (labels, NULL);
  distinct = marmot_column_new_text ((const char *const *) labels->pdata);
  for (gsize i = 0; i < n; i++)
    rows[i] = i / n_areas;
  marmot_result_add (&result, "measure", marmot_column_take_known (distinct, rows, n));
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      MarmotColumn *column = join (tables, ours[i], error);

      if (!column)
        return NULL;
      marmot_result_add (&result, theirs[i], column);
    }
  return marmot_result_end_with_keys (&result, error);
}
