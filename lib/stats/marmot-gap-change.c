/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimate-private.h"
#include "core/marmot-table-private.h"
#include "core/marmot-threads-private.h"
#include "numeric/gap.h"

G_STATIC_ASSERT ((int) MARMOT_GAP_MOVEMENT_NOT_JUDGED == MN_GAP_NOT_JUDGED);
G_STATIC_ASSERT ((int) MARMOT_GAP_MOVEMENT_NARROWED == MN_GAP_NARROWED);
G_STATIC_ASSERT ((int) MARMOT_GAP_MOVEMENT_WIDENED == MN_GAP_WIDENED);
G_STATIC_ASSERT ((int) MARMOT_GAP_MOVEMENT_UNCHANGED == MN_GAP_UNCHANGED);
G_STATIC_ASSERT ((int) MARMOT_GAP_MOVEMENT_REVERSED == MN_GAP_REVERSED);

/* --- the change ------------------------------------------------------------------ */

/* The covariance of each row: a column, or one number for all. */
static gboolean
read_covariance (MarmotTable *figures,
                 const char *name,
                 double of_all,
                 MarmotScratch *scratch,
                 const double **covariance,
                 guint8 *status,
                 GError **error)
{
  gsize n = marmot_table_get_n_rows (figures);

  if (!marmot_gaps_read (figures, name, FALSE, scratch, covariance, status, error))
    return FALSE;
  if (*covariance == NULL && of_all != 0)
    {
      double *same = marmot_scratch_doubles (scratch, n);

      for (gsize i = 0; i < n; i++)
        same[i] = of_all;
      *covariance = same;
    }
  return TRUE;
}

/* Changes of rows, shared by threads. What is not asked for is NULL: the covariance, and for
 * changes of the logarithm all from the statistic to the movement. */
typedef struct
{
  const double *gap_1;
  const double *se_1;
  const double *gap_2;
  const double *se_2;
  const double *covariance;
  double *change;
  double *se;
  double *statistic;
  double *p;
  double *p_narrowed;
  guint8 *movement;
  guint8 *status;
} Changes;

static void
run_changes (gsize first,
             gsize n,
             gpointer data)
{
  const Changes *c = data;
  const double *covariance = c->covariance ? c->covariance + first : NULL;

  if (c->statistic)
    mn_gap_change (c->gap_1 + first, c->se_1 + first, c->gap_2 + first, c->se_2 + first, covariance, n, c->change + first,
                   c->se + first, c->statistic + first, c->p + first, c->p_narrowed + first, c->movement + first,
                   c->status + first);
  else
    mn_gap_log_change (c->gap_1 + first, c->se_1 + first, c->gap_2 + first, c->se_2 + first, covariance, n,
                       c->change + first, c->se + first, c->status + first);
}

static void
add_numbers (MarmotResult *result,
             MarmotScratch *scratch,
             const char *name,
             const double *statistic,
             const double *p,
             const double *p_narrowed,
             gsize n)
{
  g_autofree char *statistic_name = g_strconcat (name, "_statistic", NULL);
  g_autofree char *p_name = g_strconcat (name, "_p_value", NULL);
  g_autofree char *narrowed_name = g_strconcat (name, "_p_narrowed", NULL);

  marmot_gaps_keep_doubles (result, scratch, statistic_name, statistic, n);
  marmot_gaps_keep_doubles (result, scratch, p_name, p, n);
  marmot_gaps_keep_doubles (result, scratch, narrowed_name, p_narrowed, n);
}

/* Where a gap went, by its short name. */
void
marmot_gaps_add_movement (MarmotResult *result,
                          const MarmotIntervalPlan *plan,
                          const char *name,
                          const char *movement_name,
                          const double *gap_1,
                          const double *se_1,
                          const double *gap_2,
                          const double *se_2,
                          guint8 *status,
                          gsize n,
                          MarmotScratch *scratch)
{
  double *out[5];
  guint8 *movement = marmot_scratch_bytes (scratch, n);
  Changes changes;

  for (int i = 0; i < 5; i++)
    out[i] = marmot_scratch_doubles (scratch, n);
  changes = (Changes){ gap_1, se_1, gap_2, se_2, NULL, out[0], out[1], out[2], out[3], out[4], movement, status };
  marmot_rows_run_finely (n, MARMOT_FIGURES_BLOCK, run_changes, &changes);
  marmot_result_add_estimates (result, name,
                               marmot_gaps_estimates (plan, MARMOT_METHOD_GAP_CHANGE, out[0], out[1], status, n, FALSE, 1,
                                                      0));
  add_numbers (result, scratch, name, out[2], out[3], out[4], n);
  marmot_gaps_add_movements (result, movement_name, movement, n);
}

void
marmot_gaps_add_changes (MarmotResult *result,
                         const MarmotIntervalPlan *plan,
                         const MarmotGapsPeriod *earlier,
                         const MarmotGapsPeriod *later,
                         const double *covariance,
                         const double *log_covariance,
                         guint8 *status,
                         guint8 *log_status,
                         const guint8 *index,
                         gboolean across_editions,
                         gsize n,
                         MarmotScratch *scratch)
{
  double *change = marmot_scratch_doubles (scratch, n);
  double *se = marmot_scratch_doubles (scratch, n);
  double *statistic, *p_narrowed;
  double *p = NULL, *relative_p = NULL;
  guint8 *movement = NULL, *relative = NULL;
  Changes changes;

  if (earlier->gap)
    {
      guint8 *percent_status = marmot_scratch_bytes (scratch, n);

      statistic = marmot_scratch_doubles (scratch, n);
      p = marmot_scratch_doubles (scratch, n);
      p_narrowed = marmot_scratch_doubles (scratch, n);
      movement = marmot_scratch_bytes (scratch, n);
      if (n > 0)
        memcpy (percent_status, status, n);
      changes = (Changes){ earlier->gap, earlier->gap_se, later->gap, later->gap_se, covariance, change, se, statistic,
                           p, p_narrowed, movement, status };
      marmot_rows_run_finely (n, MARMOT_FIGURES_BLOCK, run_changes, &changes);
      marmot_result_add_estimates (result, "change",
                                   marmot_gaps_estimates (plan, MARMOT_METHOD_GAP_CHANGE, change, se, status, n, FALSE, 1,
                                                          0));
      add_numbers (result, scratch, "change", statistic, p, p_narrowed, n);
      changes.statistic = NULL;
      changes.status = percent_status;
      marmot_rows_run_finely (n, MARMOT_FIGURES_BLOCK, run_changes, &changes);
      marmot_result_add_estimates (result, "percent",
                                   marmot_gaps_estimates (plan, MARMOT_METHOD_GAP_PERCENT_CHANGE, change, se,
                                                          percent_status, n, TRUE, 100, -100));
    }
  if (earlier->log_ratio)
    {
      statistic = marmot_scratch_doubles (scratch, n);
      relative_p = marmot_scratch_doubles (scratch, n);
      p_narrowed = marmot_scratch_doubles (scratch, n);
      relative = marmot_scratch_bytes (scratch, n);
      changes = (Changes){ earlier->log_ratio, earlier->log_se, later->log_ratio, later->log_se, log_covariance, change,
                           se, statistic, relative_p, p_narrowed, relative, log_status };
      marmot_rows_run_finely (n, MARMOT_FIGURES_BLOCK, run_changes, &changes);
      marmot_result_add_estimates (result, "ratio_change",
                                   marmot_gaps_estimates (plan, MARMOT_METHOD_GAP_RATIO_CHANGE, change, se, log_status,
                                                          n, TRUE, 1, 0));
      add_numbers (result, scratch, "ratio_change", statistic, relative_p, p_narrowed, n);
    }
  marmot_gaps_add_verdict (result, movement, p, relative, relative_p, index, across_editions, 1 - plan->levels[0], n);
}

MarmotTable *
marmot_gap_changes (MarmotTable *figures,
                    MarmotGapOptions *options,
                    GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  MarmotGapsPeriod earlier, later;
  gboolean more_is_better;
  const double *covariance, *log_covariance;
  guint8 *status, *log_status, *index;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!marmot_gaps_plan (&plan, options ? marmot_gap_options_get_interval (options) : NULL, MARMOT_METHOD_GAP_CHANGE,
                         error))
    return NULL;
  n = marmot_table_get_n_rows (figures);
  more_is_better = options && marmot_gap_options_get_more_is_better (options);
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  status = marmot_scratch_bytes (&scratch, n);
  log_status = marmot_scratch_bytes (&scratch, n);
  index = marmot_scratch_bytes (&scratch, n);

  if (!marmot_gaps_read_period (figures, "_1", more_is_better, &scratch, &earlier, status, log_status, error)
      || !marmot_gaps_read_period (figures, "_2", more_is_better, &scratch, &later, status, log_status, error)
      || !read_covariance (figures, "covariance", options ? marmot_gap_options_get_covariance (options) : 0, &scratch,
                           &covariance, status, error)
      || !read_covariance (figures, "log_covariance", options ? marmot_gap_options_get_log_covariance (options) : 0,
                           &scratch, &log_covariance, log_status, error)
      || !marmot_gaps_compare_rows (figures, options, &scratch, index, error))
    return NULL;
  if ((earlier.gap == NULL) != (later.gap == NULL) || (earlier.log_ratio == NULL) != (later.log_ratio == NULL))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The periods have different columns: give the same of both, ending in _1 and _2");
      return NULL;
    }

  marmot_gaps_add_changes (&result, &plan, &earlier, &later, covariance, log_covariance, status, log_status, index,
                           options && marmot_gap_options_get_across_editions (options), n, &scratch);
  return marmot_result_end (&result);
}

/* --- one change ------------------------------------------------------------------ */

/* A row of the table of changes. */
struct _MarmotGapChange
{
  GObject parent_instance;

  MarmotTable *row;
  double confidence;
  char *verdict;
  char *reason;
};

G_DEFINE_FINAL_TYPE (MarmotGapChange, marmot_gap_change, G_TYPE_OBJECT)

static void
marmot_gap_change_finalize (GObject *object)
{
  MarmotGapChange *self = MARMOT_GAP_CHANGE (object);

  g_clear_pointer (&self->row, marmot_table_unref);
  g_free (self->verdict);
  g_free (self->reason);
  G_OBJECT_CLASS (marmot_gap_change_parent_class)->finalize (object);
}

static void
marmot_gap_change_class_init (MarmotGapChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_gap_change_finalize;
}

static void
marmot_gap_change_init (MarmotGapChange *self)
{
}

static char *
cell_text (MarmotTable *row,
           const char *name)
{
  const MarmotColumn *column = marmot_table_peek_column (row, name);

  if (column == NULL || marmot_column_is_null (column, 0))
    return NULL;
  return marmot_column_get_text (column, 0);
}

static double
cell_number (MarmotTable *row,
             const char *name)
{
  const MarmotColumn *column = marmot_table_peek_column (row, name);

  if (column == NULL || marmot_column_is_null (column, 0))
    return (double) NAN;
  return marmot_column_get_double (column, 0);
}

static MarmotGapChange *
new_from_numbers (const char *const *names,
                  const double *numbers,
                  gsize n,
                  MarmotGapOptions *options,
                  GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) row = NULL;
  MarmotGapChange *self;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (columns, marmot_column_new_double (&numbers[i], 1));
  figures = marmot_table_new (names, (MarmotColumn **) columns->pdata, n, error);
  if (figures == NULL)
    return NULL;
  row = marmot_gap_changes (figures, options, error);
  if (row == NULL)
    return NULL;

  self = g_object_new (MARMOT_TYPE_GAP_CHANGE, NULL);
  self->row = g_steal_pointer (&row);
  self->confidence = 0.95;
  if (options && marmot_gap_options_get_interval (options))
    self->confidence = marmot_interval_options_get_confidence (marmot_gap_options_get_interval (options));
  self->verdict = cell_text (self->row, "verdict");
  self->reason = cell_text (self->row, "reason");
  return self;
}

MarmotGapChange *
marmot_gap_change_new_from_gaps (double gap_1,
                                 double se_1,
                                 double gap_2,
                                 double se_2,
                                 MarmotGapOptions *options,
                                 GError **error)
{
  static const char *const names[] = { "gap_1", "gap_se_1", "gap_2", "gap_se_2", NULL };
  const double numbers[] = { gap_1, se_1, gap_2, se_2 };

  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  return new_from_numbers (names, numbers, G_N_ELEMENTS (numbers), options, error);
}

MarmotGapChange *
marmot_gap_change_new_from_ratios (double ratio_1,
                                   double log_se_1,
                                   double ratio_2,
                                   double log_se_2,
                                   MarmotGapOptions *options,
                                   GError **error)
{
  static const char *const names[] = { "ratio_1", "log_se_1", "ratio_2", "log_se_2", NULL };
  const double numbers[] = { ratio_1, log_se_1, ratio_2, log_se_2 };

  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  return new_from_numbers (names, numbers, G_N_ELEMENTS (numbers), options, error);
}

MarmotGapChange *
marmot_gap_change_new_from_groups (double most_1,
                                   double most_se_1,
                                   double least_1,
                                   double least_se_1,
                                   double most_2,
                                   double most_se_2,
                                   double least_2,
                                   double least_se_2,
                                   MarmotGapOptions *options,
                                   GError **error)
{
  static const char *const names[] = { "most_1", "most_se_1", "least_1", "least_se_1", "most_2",
                                       "most_se_2", "least_2", "least_se_2", NULL };
  const double numbers[] = { most_1, most_se_1, least_1, least_se_1, most_2, most_se_2, least_2, least_se_2 };

  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  return new_from_numbers (names, numbers, G_N_ELEMENTS (numbers), options, error);
}

/* The estimate of this name, at the first level. */
static MarmotEstimate *
get_estimate (MarmotGapChange *self,
              const char *name,
              MarmotMethod method)
{
  g_autofree char *status_name = g_strconcat (name, "_status", NULL);
  g_autofree char *status = NULL;
  const char *const sides[] = { "lower", "upper" };
  MarmotLimits limits = { self->confidence, (double) NAN, (double) NAN };
  guint code = 0;

  if (!marmot_table_has_column (self->row, name))
    return NULL;
  status = cell_text (self->row, status_name);
  while (g_strcmp0 (status, marmot_status_to_nick ((MarmotStatus) code)) != 0)
    code++;
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *plain = g_strconcat (name, "_", sides[i], NULL);
      char percent[MARMOT_PERCENT_SIZE];
      g_autofree char *levelled = g_strconcat (plain, "_", marmot_figures_percent (self->confidence, percent), NULL);

      *(i == 0 ? &limits.lower : &limits.upper)
        = cell_number (self->row, marmot_table_has_column (self->row, plain) ? plain : levelled);
    }
  return marmot_estimate_new_full (cell_number (self->row, name), method, (MarmotStatus) code, &limits, 1);
}

MarmotEstimate *
marmot_gap_change_get_change (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), NULL);

  return get_estimate (self, "change", MARMOT_METHOD_GAP_CHANGE);
}

MarmotEstimate *
marmot_gap_change_get_percent (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), NULL);

  return get_estimate (self, "percent", MARMOT_METHOD_GAP_PERCENT_CHANGE);
}

MarmotEstimate *
marmot_gap_change_get_ratio_change (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), NULL);

  return get_estimate (self, "ratio_change", MARMOT_METHOD_GAP_RATIO_CHANGE);
}

double
marmot_gap_change_get_p_value (MarmotGapChange *self,
                               gboolean relative)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), (double) NAN);

  return cell_number (self->row, relative ? "ratio_change_p_value" : "change_p_value");
}

double
marmot_gap_change_get_p_narrowed (MarmotGapChange *self,
                                  gboolean relative)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), (double) NAN);

  return cell_number (self->row, relative ? "ratio_change_p_narrowed" : "change_p_narrowed");
}

MarmotGapMovement
marmot_gap_change_get_movement (MarmotGapChange *self,
                                gboolean relative)
{
  g_autofree char *nick = NULL;
  GEnumClass *members;
  GEnumValue *member;
  int value;

  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), MARMOT_GAP_MOVEMENT_NOT_JUDGED);

  nick = cell_text (self->row, relative ? "relative" : "absolute");
  if (nick == NULL)
    return MARMOT_GAP_MOVEMENT_NOT_JUDGED;
  members = g_type_class_ref (MARMOT_TYPE_GAP_MOVEMENT);
  member = g_enum_get_value_by_nick (members, nick);
  value = member ? member->value : MARMOT_GAP_MOVEMENT_NOT_JUDGED;
  g_type_class_unref (members);
  return (MarmotGapMovement) value;
}

gboolean
marmot_gap_change_get_comparable (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), FALSE);

  return self->reason == NULL;
}

const char *
marmot_gap_change_get_verdict (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), NULL);

  return self->verdict;
}

const char *
marmot_gap_change_get_reason (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), NULL);

  return self->reason;
}

char *
marmot_gap_change_to_string (MarmotGapChange *self)
{
  g_return_val_if_fail (MARMOT_IS_GAP_CHANGE (self), NULL);

  if (self->verdict)
    return self->reason ? g_strconcat (self->verdict, "; ", self->reason, NULL) : g_strdup (self->verdict);
  return g_strdup (self->reason ? self->reason : "not judged: a figure is missing or wrong");
}
