/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "figures-private.h"
#include "numeric/kernel.h"
#include "numeric/mover.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* In the order of MarmotStudyDesign. */
static const struct
{
  gboolean has_control;
  const char *caution;
} designs[] = {
  { FALSE, "; there is no control, so what would have changed anyway is in it" },
  { TRUE, "; who took part was not left to chance" },
  { TRUE, "; who took part was left to chance" },
  { FALSE, "; there is no control, only the figures before" },
  { TRUE, "; the control is like those who took part only in what was matched" },
};

struct _MarmotStudyChange
{
  GObject parent_instance;

  MarmotStudyDesign design;
  MarmotEstimate *estimate;
  MarmotEstimate *change;
  MarmotEstimate *control;
  double n;
  double control_n;
};

G_DEFINE_FINAL_TYPE (MarmotStudyChange, marmot_study_change, G_TYPE_OBJECT)

gboolean
marmot_study_design_has_control (MarmotStudyDesign design)
{
  g_return_val_if_fail ((guint) design < G_N_ELEMENTS (designs), FALSE);

  return designs[design].has_control;
}

static void
marmot_study_change_finalize (GObject *object)
{
  MarmotStudyChange *self = MARMOT_STUDY_CHANGE (object);

  g_clear_pointer (&self->estimate, marmot_estimate_unref);
  g_clear_pointer (&self->change, marmot_estimate_unref);
  g_clear_pointer (&self->control, marmot_estimate_unref);
  G_OBJECT_CLASS (marmot_study_change_parent_class)->finalize (object);
}

static void
marmot_study_change_class_init (MarmotStudyChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_study_change_finalize;
}

/* What somebody makes without a change holds nothing, and says so. */
static void
marmot_study_change_init (MarmotStudyChange *self)
{
  const MarmotLimits none = { 0.95, (double) NAN, (double) NAN };

  self->change = marmot_estimate_new_full ((double) NAN, MARMOT_METHOD_NONE, MARMOT_STATUS_MISSING, &none, 1);
  self->estimate = marmot_estimate_ref (self->change);
}

static gboolean
check (MarmotStudyDesign design,
       gboolean with_control,
       double n,
       GError **error)
{
  if (designs[design].has_control != with_control)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           with_control ? "This design has no control: name the design that has the control"
                                        : "This design has a control: supply the change of the control, or call the "
                                          "design before-after");
      return FALSE;
    }
  if (!(n > 0 && isfinite (n)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A change says nothing without its number of people, above zero: supply how many were "
                           "measured");
      return FALSE;
    }
  return TRUE;
}

MarmotStudyChange *
marmot_study_change_new (MarmotStudyDesign design,
                         MarmotEstimate *change,
                         double n,
                         GError **error)
{
  MarmotStudyChange *self;

  g_return_val_if_fail ((guint) design < G_N_ELEMENTS (designs), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  if (!check (design, FALSE, n, error))
    return NULL;

  self = g_object_new (MARMOT_TYPE_STUDY_CHANGE, NULL);
  marmot_estimate_unref (self->change);
  marmot_estimate_unref (self->estimate);
  self->design = design;
  self->change = marmot_estimate_ref (change);
  self->estimate = marmot_estimate_ref (change);
  self->n = n;
  return self;
}

static gboolean
same_levels (MarmotEstimate *a,
             MarmotEstimate *b)
{
  guint n = marmot_estimate_get_n_levels (a);

  if (marmot_estimate_get_n_levels (b) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double of_a, of_b, ignored;

      marmot_estimate_get_level (a, i, &of_a, &ignored, &ignored);
      marmot_estimate_get_level (b, i, &of_b, &ignored, &ignored);
      if (of_a != of_b)
        return FALSE;
    }
  return TRUE;
}

static MarmotEstimate *
subtract (MarmotEstimate *change,
          MarmotEstimate *control)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  guint n_levels = marmot_estimate_get_n_levels (change);
  MarmotStatus status = marmot_estimate_get_status (change);
  double value = (double) NAN;

  if (status == MARMOT_STATUS_OK)
    status = marmot_estimate_get_status (control);
  for (guint i = 0; i < n_levels; i++)
    {
      MnFigure first = { .value = marmot_estimate_get_value (control) };
      MnFigure second = { .value = marmot_estimate_get_value (change) };

      marmot_estimate_get_level (control, i, NULL, &first.lower, &first.upper);
      marmot_estimate_get_level (change, i, &limits[i].confidence, &second.lower, &second.upper);
      limits[i].lower = limits[i].upper = (double) NAN;
      if (status == MARMOT_STATUS_OK)
        mn_mover_difference (&first, &second, 0, &limits[i].lower, &limits[i].upper);
    }
  if (status == MARMOT_STATUS_OK)
    value = marmot_estimate_get_value (change) - marmot_estimate_get_value (control);
  return marmot_estimate_new_full (value, MARMOT_METHOD_DIFFERENCE_IN_DIFFERENCES, status, limits, n_levels);
}

MarmotStudyChange *
marmot_study_change_new_controlled (MarmotStudyDesign design,
                                    MarmotEstimate *change,
                                    double n,
                                    MarmotEstimate *control,
                                    double control_n,
                                    GError **error)
{
  MarmotStudyChange *self;

  g_return_val_if_fail ((guint) design < G_N_ELEMENTS (designs), NULL);
  g_return_val_if_fail (change != NULL, NULL);
  g_return_val_if_fail (control != NULL, NULL);

  if (!check (design, TRUE, n, error) || !check (design, TRUE, control_n, error))
    return NULL;
  if (!same_levels (change, control))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The control's limits are at other confidence levels: compute both at the same");
      return NULL;
    }

  self = g_object_new (MARMOT_TYPE_STUDY_CHANGE, NULL);
  marmot_estimate_unref (self->change);
  marmot_estimate_unref (self->estimate);
  self->design = design;
  self->change = marmot_estimate_ref (change);
  self->control = marmot_estimate_ref (control);
  self->estimate = subtract (change, control);
  self->n = n;
  self->control_n = control_n;
  return self;
}

MarmotStudyDesign
marmot_study_change_get_design (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), MARMOT_STUDY_DESIGN_BEFORE_AFTER);

  return self->design;
}

MarmotEstimate *
marmot_study_change_get_estimate (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), NULL);

  return marmot_estimate_ref (self->estimate);
}

MarmotEstimate *
marmot_study_change_get_change (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), NULL);

  return marmot_estimate_ref (self->change);
}

MarmotEstimate *
marmot_study_change_get_control (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), NULL);

  return self->control ? marmot_estimate_ref (self->control) : NULL;
}

double
marmot_study_change_get_n (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), 0);

  return self->n;
}

double
marmot_study_change_get_control_n (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), 0);

  return self->control_n;
}

const char *
marmot_study_change_get_word (MarmotStudyChange *self)
{
  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), "change");

  return self->control ? "impact" : "change";
}

char *
marmot_study_change_to_string (MarmotStudyChange *self)
{
  g_autofree char *estimate = NULL;
  g_autofree char *change = NULL;
  g_autofree char *control = NULL;
  char n[G_ASCII_DTOSTR_BUF_SIZE], control_n[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (MARMOT_IS_STUDY_CHANGE (self), NULL);

  estimate = marmot_estimate_to_string (self->estimate);
  g_ascii_formatd (n, sizeof n, "%.12g", self->n);
  if (!self->control)
    return g_strdup_printf ("Change of %s among %s%s", estimate, n, designs[self->design].caution);

  change = marmot_estimate_to_string (self->change);
  control = marmot_estimate_to_string (self->control);
  g_ascii_formatd (control_n, sizeof control_n, "%.12g", self->control_n);
  return g_strdup_printf ("Impact of %s: %s among %s, and %s among %s of the control%s", estimate, change, n, control,
                          control_n, designs[self->design].caution);
}

/* --- columns ------------------------------------------------------------------ */

/* A figure, its limits and its number, in columns. */
typedef struct
{
  const MarmotColumn *columns[4];
  double scratch[4][BLOCK];
  const double *values[4];
} Arm;

static gboolean
find_arm (Arm *arm,
          MarmotTable *figures,
          const char *const *names,
          GError **error)
{
  for (int i = 0; i < 4; i++)
    if (!marmot_figures_find_numbers (figures, names[i], TRUE, &arm->columns[i], error))
      return FALSE;
  return TRUE;
}

static void
read_arm (Arm *arm,
          gsize first,
          gsize n,
          guint8 *status)
{
  for (int i = 0; i < 4; i++)
    arm->values[i] = marmot_figures_read (arm->columns[i], first, n, FALSE, arm->scratch[i], status);
  for (gsize row = 0; row < n; row++)
    {
      double value = arm->values[0][row], lower = arm->values[1][row], upper = arm->values[2][row];
      double people = arm->values[3][row];

      if (status[row] != MN_OK)
        continue;
      if (!isfinite (value) || !isfinite (lower) || !isfinite (upper) || !isfinite (people))
        status[row] = MN_NOT_FINITE;
      else if (people <= 0)
        status[row] = MN_DENOMINATOR_NOT_POSITIVE;
      else if (lower > value || upper < value)
        status[row] = MN_OUT_OF_RANGE;
    }
}

/* One word in every row. */
static MarmotColumn *
make_word (const char *word,
           gsize n_rows)
{
  const char *const words[] = { word, NULL };
  g_autoptr (MarmotColumn) dictionary = marmot_column_new_text (words);
  g_autoptr (GBytes) codes = g_bytes_new_take (g_new0 (gint32, n_rows), n_rows * sizeof (gint32));

  return marmot_column_new_dictionary (codes, dictionary, NULL, n_rows, NULL);
}

MarmotTable *
marmot_study_changes (MarmotStudyDesign design,
                      MarmotTable *figures,
                      double confidence,
                      GError **error)
{
  static const char *const of_change[] = { "change", "lower", "upper", "n" };
  static const char *const of_control[] = { "control", "control_lower", "control_upper", "control_n" };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree Arm *change = g_new (Arm, 1);
  g_autofree Arm *control = g_new (Arm, 1);
  MarmotEstimatesBuffers out;
  MarmotEstimates *estimates;
  gboolean with_control;
  gsize n_rows;

  g_return_val_if_fail ((guint) design < G_N_ELEMENTS (designs), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  with_control = designs[design].has_control;
  n_rows = marmot_table_get_n_rows (figures);
  if (!(confidence > 0 && confidence < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A confidence level is a proportion above 0 and below 1, such as 0.95");
      return NULL;
    }
  if (!find_arm (change, figures, of_change, error) || (with_control && !find_arm (control, figures, of_control, error)))
    return NULL;

  estimates = marmot_estimates_begin (n_rows, &confidence, 1,
                                      with_control ? MARMOT_METHOD_DIFFERENCE_IN_DIFFERENCES
                                                   : MARMOT_METHOD_AS_PUBLISHED, &out);
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      gsize n = MIN (BLOCK, n_rows - first);
      guint8 *status = out.status + first;

      memset (status, MN_OK, n);
      read_arm (change, first, n, status);
      if (with_control)
        read_arm (control, first, n, status);
      for (gsize i = 0; i < n; i++)
        {
          MnFigure second = { change->values[0][i], change->values[1][i], change->values[2][i] };
          double *lower = &out.lower[0][first + i], *upper = &out.upper[0][first + i];

          out.value[first + i] = second.value;
          *lower = second.lower;
          *upper = second.upper;
          if (with_control)
            {
              MnFigure base = { control->values[0][i], control->values[1][i], control->values[2][i] };

              out.value[first + i] = second.value - base.value;
              mn_mover_difference (&base, &second, 0, lower, upper);
            }
          if (status[i] != MN_OK)
            out.value[first + i] = *lower = *upper = (double) NAN;
        }
    }
  marmot_estimates_finish (estimates);

  marmot_result_init (&result);
  marmot_result_add_estimates (&result, NULL, estimates);
  marmot_result_add (&result, "word", make_word (with_control ? "impact" : "change", n_rows));
  return marmot_result_end (&result);
}
