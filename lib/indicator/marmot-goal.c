/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Goals. Public Health England. Fingertips (source of the web services, 2020):
 * SingleValueTargetComparer, RangeTargetComparer and the bespoke target comparers.
 */
#include "compare-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-record-private.h"
#include "numeric/compare.h"
#include "numeric/percentile.h"

struct _MarmotGoal
{
  GObject parent_instance;

  MarmotGoalForm form;
  MarmotPolarity polarity;
  double lower;
  double upper;
};

G_DEFINE_FINAL_TYPE (MarmotGoal, marmot_goal, G_TYPE_OBJECT)

/**
 * MarmotGoal:form: (getter get_form)
 *
 * What kind of goal it is.
 *
 * Since: 1.0
 */

/**
 * MarmotGoal:polarity: (getter get_polarity)
 *
 * Which direction is good.
 *
 * Since: 1.0
 */

/**
 * MarmotGoal:lower: (getter get_lower)
 *
 * The limit, or the lower of two.
 *
 * Since: 1.0
 */

/**
 * MarmotGoal:upper: (getter get_upper)
 *
 * The upper of two limits.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "form", marmot_goal_form_get_type, G_STRUCT_OFFSET (MarmotGoal, form), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotGoal, polarity), 0 },
  { "lower", marmot_record_type_double, G_STRUCT_OFFSET (MarmotGoal, lower), 0 },
  { "upper", marmot_record_type_double, G_STRUCT_OFFSET (MarmotGoal, upper), 0 },
};

static void
marmot_goal_class_init (MarmotGoalClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_goal_init (MarmotGoal *self)
{
}

MARMOT_RECORD_GETTER (MarmotGoal, marmot_goal, MARMOT_IS_GOAL, MarmotGoalForm, form, (MarmotGoalForm) 0)
MARMOT_RECORD_GETTER (MarmotGoal, marmot_goal, MARMOT_IS_GOAL, MarmotPolarity, polarity, (MarmotPolarity) 0)
MARMOT_RECORD_GETTER (MarmotGoal, marmot_goal, MARMOT_IS_GOAL, double, lower, 0)
MARMOT_RECORD_GETTER (MarmotGoal, marmot_goal, MARMOT_IS_GOAL, double, upper, 0)

MarmotGoal *
marmot_goal_new (MarmotGoalForm form,
                 MarmotPolarity polarity,
                 double lower,
                 double upper)
{
  MarmotGoal *self = g_object_new (MARMOT_TYPE_GOAL, "form", form, "polarity", polarity, NULL);

  /* Not as properties, which would turn a limit that is no number into zero. */
  self->lower = lower;
  self->upper = upper;
  return self;
}

static const MarmotCompareNeed needs_value[] = {
  { "value", MARMOT_COMPARISON_REASON_NO_VALUE },
  { NULL, 0 },
};
static const MarmotCompareNeed needs_interval[] = {
  { "value", MARMOT_COMPARISON_REASON_NO_VALUE },
  { "lower", MARMOT_COMPARISON_REASON_NO_INTERVAL },
  { "upper", MARMOT_COMPARISON_REASON_NO_INTERVAL },
  { NULL, 0 },
};
static const MarmotCompareNeed needs_england[] = {
  { "value", MARMOT_COMPARISON_REASON_NO_VALUE },
  { "benchmark", MARMOT_COMPARISON_REASON_NO_BENCHMARK },
  { NULL, 0 },
};

typedef struct
{
  double lower;
  double upper;
  gboolean low_is_good;
} Limits;

static void
hold_value (const double *const *c,
            gsize n_rows,
            guint8 *code,
            guint8 *reason,
            gconstpointer data)
{
  const Limits *limits = data;

  mn_goal_value (c[0], n_rows, limits->lower, limits->low_is_good, code, reason);
}

static void
hold_interval (const double *const *c,
               gsize n_rows,
               guint8 *code,
               guint8 *reason,
               gconstpointer data)
{
  const Limits *limits = data;

  mn_goal_interval (c[0], c[1], c[2], n_rows, limits->lower, code, reason);
}

static void
hold_range (const double *const *c,
            gsize n_rows,
            guint8 *code,
            guint8 *reason,
            gconstpointer data)
{
  const Limits *limits = data;

  mn_goal_range (c[0], n_rows, limits->lower, limits->upper, code, reason);
}

static void
hold_england (const double *const *c,
              gsize n_rows,
              guint8 *code,
              guint8 *reason,
              gconstpointer data G_GNUC_UNUSED)
{
  mn_compare_values (c[0], c[1], n_rows, code, reason);
  /* The same as the year before has reached it. */
  for (gsize i = 0; i < n_rows; i++)
    code[i] = code[i] == MN_SIMILAR ? MN_HIGHER : code[i];
}

/* In the order of MarmotGoalForm. */
static const struct
{
  const MarmotCompareNeed *needs;
  MarmotCompareKernel kernel;
  MarmotMethod method;
} plans[] = {
  { needs_value, hold_value, MARMOT_METHOD_GOAL_VALUE },
  { needs_interval, hold_interval, MARMOT_METHOD_GOAL_INTERVAL },
  { needs_value, hold_range, MARMOT_METHOD_GOAL_RANGE },
  { needs_value, hold_range, MARMOT_METHOD_GOAL_PERCENTILE_RANGE },
  { needs_england, hold_england, MARMOT_METHOD_GOAL_PREVIOUS_ENGLAND },
};

MarmotMethod
marmot_goal_get_method (MarmotGoal *self)
{
  g_return_val_if_fail (MARMOT_IS_GOAL (self), MARMOT_METHOD_NONE);

  return plans[self->form].method;
}

static gboolean
check (MarmotGoal *self,
       MarmotColumn *upper_tier,
       GError **error)
{
  gboolean has_limit = self->form != MARMOT_GOAL_FORM_PREVIOUS_ENGLAND;
  gboolean is_range = self->form == MARMOT_GOAL_FORM_RANGE || self->form == MARMOT_GOAL_FORM_PERCENTILE_RANGE;
  gboolean is_percentile = self->form == MARMOT_GOAL_FORM_PERCENTILE_RANGE;

  if ((has_limit && !isfinite (self->lower)) || (is_range && !isfinite (self->upper)))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "A limit of the goal is not a number: state it");
  else if (is_range && self->lower > self->upper)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "The lower limit of the goal is above the upper one: exchange them");
  else if (is_percentile && (self->lower < 0 || self->upper > 100))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "The limits of the goal are percentiles, from 0 to 100");
  else if (is_percentile && upper_tier == NULL)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "The goal is made of percentiles: pass the values of the upper-tier authorities");
  else if (is_percentile && !marmot_column_is_numeric (upper_tier))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                         "The values of the upper-tier authorities are no numbers: pass doubles or integers");
  else
    return TRUE;
  return FALSE;
}

/* The least values that percentiles are made of. */
#define MIN_VALUES 4

static gboolean
find_percentiles (const MarmotColumn *column,
                  Limits *limits)
{
  g_autofree gsize *starts = NULL;
  g_autofree double *sorted = NULL;
  gsize n;

  marmot_group_values (column, NULL, 1, &starts, &sorted);
  n = starts[1];
  if (n < MIN_VALUES)
    return FALSE;
  limits->lower = mn_percentile (sorted, n, limits->lower / 100);
  limits->upper = mn_percentile (sorted, n, limits->upper / 100);
  return TRUE;
}

const char *
marmot_goal_code_get_label (MarmotComparisonCode code)
{
  switch (code)
    {
    case MARMOT_COMPARISON_CODE_WORSE:
      return "Red";
    case MARMOT_COMPARISON_CODE_SIMILAR:
      return "Amber";
    case MARMOT_COMPARISON_CODE_BETTER:
      return "Green";
    default:
      return "Not compared";
    }
}

MarmotTable *
marmot_goal_compare_columns (MarmotGoal *self,
                             MarmotTable *figures,
                             MarmotColumn *upper_tier,
                             GError **error)
{
  MarmotComparePlan plan;
  MarmotCompareInput input;
  MarmotCompareOutput output;
  Limits limits;
  gboolean needs_polarity;

  g_return_val_if_fail (MARMOT_IS_GOAL (self), NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  if (!check (self, upper_tier, error)
      || !marmot_compare_input_init (&input, figures, plans[self->form].needs, error))
    return NULL;

  limits.lower = self->lower;
  limits.upper = self->upper;
  limits.low_is_good = self->polarity == MARMOT_POLARITY_LOW_IS_GOOD;
  needs_polarity = self->form != MARMOT_GOAL_FORM_PREVIOUS_ENGLAND;

  marmot_compare_output_init (&output, input.n_rows);
  if (needs_polarity
      && (self->polarity == MARMOT_POLARITY_UNSTATED
          || (self->polarity == MARMOT_POLARITY_NO_JUDGEMENT && self->form == MARMOT_GOAL_FORM_PERCENTILE_RANGE)))
    marmot_compare_output_fill (&output, MARMOT_COMPARISON_REASON_NO_POLARITY);
  else if (self->form == MARMOT_GOAL_FORM_PERCENTILE_RANGE && !find_percentiles (upper_tier, &limits))
    marmot_compare_output_fill (&output, MARMOT_COMPARISON_REASON_TOO_FEW_VALUES);
  else
    {
      marmot_compare_run (&input, plans[self->form].kernel, &limits, &output);
      marmot_compare_judge (&output, needs_polarity && limits.low_is_good ? MARMOT_POLARITY_LOW_IS_GOOD
                                                                          : MARMOT_POLARITY_HIGH_IS_GOOD);
    }
  marmot_compare_input_clear (&input);

  for (guint i = 0; i < MARMOT_COMPARE_N_CODES; i++)
    plan.labels[i] = marmot_goal_code_get_label ((MarmotComparisonCode) i);
  plan.method = plans[self->form].method;
  return marmot_compare_output_finish (&output, NULL, &plan, 1);
}
