/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which kernel computes a measure, which methods it has, and whether the options
 * that are meant for it fit together.
 */
#include "marmot-inequality-private.h"

#include <math.h>

#include "numeric/concentration.h"
#include "numeric/dispersion.h"
#include "numeric/slope.h"

G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_LINEAR == MN_MODEL_LINEAR);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_LOG == MN_MODEL_LOG);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_LOGIT == MN_MODEL_LOGIT);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT == MN_MODEL_BINOMIAL_LOGIT);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_POISSON_LOG == MN_MODEL_POISSON_LOG);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_POISSON_IDENTITY == MN_MODEL_POISSON_IDENTITY);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_WHO == MN_MODEL_WHO);

/* The most methods that one measure has. */
#define MAX_METHODS 12

/* In the order of MarmotInequalityMeasure. */
static const struct
{
  MarmotInequalityFamily family;
  int kind;
  gboolean needs_order;
  gboolean is_signed;
  double multiplier; /* the customary one */
} measures[] = {
  { MARMOT_FAMILY_LINE, MN_LINE_DIFFERENCE, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_LINE, MN_LINE_LEAST_OVER_MOST, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_LINE, MN_LINE_MOST, TRUE, FALSE, 1 },
  { MARMOT_FAMILY_LINE, MN_LINE_LEAST, TRUE, FALSE, 1 },
  { MARMOT_FAMILY_LINE, MN_LINE_SLOPE, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_STANDARD, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_GENERALISED, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_ERREYGERS, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_WAGSTAFF, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_MODIFIED, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_EXTENDED, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_EXTENDED_GENERALISED, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_SYMMETRIC, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_SYMMETRIC_GENERALISED, TRUE, TRUE, 1 },
  { MARMOT_FAMILY_CONCENTRATION, MN_CONCENTRATION_ACHIEVEMENT, TRUE, FALSE, 1 },
  { MARMOT_FAMILY_CONTRAST, 0, FALSE, TRUE, 1 },
  { MARMOT_FAMILY_CONTRAST, 0, FALSE, TRUE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_VARIANCE, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_DEVIATION, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_VARIATION, FALSE, FALSE, 100 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_FROM_POINT, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_FROM_MEAN, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_FROM_POINT, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_DISPARITY, FALSE, FALSE, 100 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_ENTROPY, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_ENTROPY, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_ENTROPY, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_ATKINSON, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_HOOVER, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_GINI, MN_CONCENTRATION_STANDARD, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_Q, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_DISPERSION, MN_DISPERSION_Q_P, FALSE, FALSE, 1 },
  { MARMOT_FAMILY_CONTRAST, 0, FALSE, TRUE, 1 },
  { MARMOT_FAMILY_CONTRAST, 0, FALSE, TRUE, 100 },
  { MARMOT_FAMILY_LINE, MN_LINE_CURVATURE, TRUE, FALSE, 1 },
};

static gboolean
is_likelihood (MarmotSlopeModel model)
{
  return model >= MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT;
}

/* Of a line through the groups, the customary method first. */
static gsize
list_line_methods (const MarmotInequalityPlan *plan,
                   gboolean has_errors,
                   MarmotMethod *methods)
{
  gboolean is_linear = plan->model == MARMOT_SLOPE_MODEL_LINEAR;
  gsize n = 0;

  if (plan->kind == MN_LINE_CURVATURE)
    {
      methods[n++] = has_errors ? MARMOT_METHOD_PROPAGATED : MARMOT_METHOD_RESIDUAL_T;
      methods[n++] = has_errors ? MARMOT_METHOD_RESIDUAL_T : MARMOT_METHOD_PROPAGATED;
      methods[n++] = MARMOT_METHOD_SIMULATION;
      return n;
    }
  if (is_likelihood (plan->model))
    {
      if (plan->model != MARMOT_SLOPE_MODEL_WHO)
        methods[n++] = MARMOT_METHOD_MODEL_INFORMATION;
      methods[n++] = MARMOT_METHOD_HC1;
      methods[n++] = MARMOT_METHOD_SURVEY_DESIGN;
      return n;
    }
  if (!has_errors)
    methods[n++] = MARMOT_METHOD_RESIDUAL_T;
  if (is_linear && plan->is_ratio)
    methods[n++] = MARMOT_METHOD_FIELLER;
  if (!is_linear && (plan->measure == MARMOT_INEQUALITY_SLOPE_INDEX || plan->is_ratio))
    methods[n++] = MARMOT_METHOD_BACK_TRANSFORMED;
  methods[n++] = MARMOT_METHOD_PROPAGATED;
  if (has_errors)
    methods[n++] = MARMOT_METHOD_RESIDUAL_T;
  methods[n++] = MARMOT_METHOD_HC1;
  methods[n++] = MARMOT_METHOD_SURVEY_DESIGN;
  methods[n++] = MARMOT_METHOD_SIMULATION;
  return n;
}

/* Whether rows drawn again, of which some are left out, give another number. Which two
 * groups are compared, and from which group differences are taken, does not depend on
 * how many people they have, and each group counts once where it is unweighted. */
static gboolean
has_bootstrap (const MarmotInequalityPlan *plan)
{
  gboolean is_mean_difference = plan->kind == MN_DISPERSION_FROM_MEAN || plan->kind == MN_DISPERSION_DISPARITY;

  if (plan->family == MARMOT_FAMILY_CONTRAST)
    return FALSE;
  if (plan->family != MARMOT_FAMILY_DISPERSION)
    return TRUE;
  return plan->kind != MN_DISPERSION_FROM_POINT && !(is_mean_difference && plan->unweighted);
}

static gsize
list_methods (const MarmotInequalityPlan *plan,
              MarmotSubgroups *subgroups,
              MarmotMethod methods[MAX_METHODS])
{
  gboolean has_errors = subgroups->s != NULL;
  gboolean has_influence = TRUE;
  gsize n = 0;

  switch (plan->family)
    {
    case MARMOT_FAMILY_LINE:
      n = list_line_methods (plan, has_errors, methods);
      methods[n++] = MARMOT_METHOD_BOOTSTRAP;
      methods[n++] = MARMOT_METHOD_NONE;
      return n;
    case MARMOT_FAMILY_CONTRAST:
      has_influence = FALSE;
      break;
    case MARMOT_FAMILY_DISPERSION:
      if (plan->kind >= MN_DISPERSION_Q)
        {
          methods[n++] = MARMOT_METHOD_NONE;
          return n;
        }
      has_influence = plan->kind != MN_DISPERSION_FROM_POINT && plan->kind != MN_DISPERSION_FROM_MEAN
                      && plan->kind != MN_DISPERSION_DISPARITY;
      break;
    case MARMOT_FAMILY_CONCENTRATION:
    case MARMOT_FAMILY_GINI:
    default:
      break;
    }

  if (!has_errors)
    methods[n++] = has_influence ? MARMOT_METHOD_INFLUENCE : MARMOT_METHOD_NONE;
  if (plan->measure == MARMOT_INEQUALITY_BETWEEN_GROUP_VARIANCE
      || plan->measure == MARMOT_INEQUALITY_BETWEEN_GROUP_DEVIATION)
    methods[n++] = MARMOT_METHOD_QUADRATIC;
  methods[n++] = MARMOT_METHOD_PROPAGATED;
  if (has_errors && has_influence)
    methods[n++] = MARMOT_METHOD_INFLUENCE;
  if (plan->family == MARMOT_FAMILY_CONCENTRATION && plan->kind < MN_CONCENTRATION_EXTENDED)
    {
      methods[n++] = MARMOT_METHOD_CONVENIENT_REGRESSION;
      methods[n++] = MARMOT_METHOD_CONVENIENT_HC1;
      if (subgroups->clusters)
        methods[n++] = MARMOT_METHOD_CONVENIENT_CLUSTER;
      methods[n++] = MARMOT_METHOD_SURVEY_DESIGN;
    }
  if (plan->measure == MARMOT_INEQUALITY_ATTRIBUTABLE_RISK
      || plan->measure == MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION)
    methods[n++] = MARMOT_METHOD_WALTER;
  methods[n++] = MARMOT_METHOD_SIMULATION;
  if (has_bootstrap (plan))
    methods[n++] = MARMOT_METHOD_BOOTSTRAP;
  if (has_errors || has_influence)
    methods[n++] = MARMOT_METHOD_NONE;
  g_assert (n <= MAX_METHODS);
  return n;
}

static gboolean
set_invalid (GError **error,
             const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

static gboolean
check_line (const MarmotInequalityPlan *plan,
            GError **error)
{
  if (plan->measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->form == MARMOT_RELATIVE_FORM_PER_MEAN
      && plan->model != MARMOT_SLOPE_MODEL_LINEAR)
    return set_invalid (error, "The slope index over the mean goes with the linear model only");
  if (plan->kind == MN_LINE_CURVATURE && plan->model != MARMOT_SLOPE_MODEL_LINEAR)
    return set_invalid (error, "The curvature is that of the linear model: leave the model out");
  return TRUE;
}

static gboolean
check_concentration (const MarmotInequalityPlan *plan,
                     GError **error)
{
  if ((plan->kind == MN_CONCENTRATION_ERREYGERS || plan->kind == MN_CONCENTRATION_WAGSTAFF)
      && !(isfinite (plan->lower_bound) && isfinite (plan->upper_bound) && plan->lower_bound < plan->upper_bound))
    return set_invalid (error, "This index needs the bounds of the figures: state the lower and the upper bound, such "
                               "as 0 and 100 for percentages");
  if (plan->kind >= MN_CONCENTRATION_EXTENDED && !(plan->aversion > 1 && isfinite (plan->aversion)))
    return set_invalid (error, "An aversion to inequality is above 1");
  return TRUE;
}

static gboolean
check_reference (const MarmotInequalityPlan *plan,
                 MarmotSubgroups *subgroups,
                 GError **error)
{
  gboolean is_share = plan->measure == MARMOT_INEQUALITY_ATTRIBUTABLE_RISK
                      || plan->measure == MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION;
  gboolean has_reference = (plan->family == MARMOT_FAMILY_CONTRAST && plan->compare == MARMOT_COMPARED_GROUPS_REFERENCE)
                           || plan->measure == MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE;
  gboolean needs_good = plan->measure == MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_BEST
                        || (is_share && (plan->compare == MARMOT_COMPARED_GROUPS_EXTREMES || plan->floored))
                        || (plan->family == MARMOT_FAMILY_CONTRAST && !is_share
                            && plan->compare == MARMOT_COMPARED_GROUPS_REFERENCE);

  if (has_reference && (!plan->reference || !subgroups->labels))
    return set_invalid (error, "A reference group is named by its label: give the groups labels, and the options the "
                               "one of the reference group");
  if (needs_good && plan->good == MARMOT_GOOD_DIRECTION_UNSTATED)
    return set_invalid (error, "The best group is not known until the good direction of the figures is stated");
  return TRUE;
}

static void
choose_compared (MarmotInequalityPlan *plan,
                   MarmotSubgroups *subgroups)
{
  if (plan->family != MARMOT_FAMILY_CONTRAST)
    return;
  if (plan->compare == MARMOT_COMPARED_GROUPS_DEFAULT)
    plan->compare = subgroups->core->has_rank ? MARMOT_COMPARED_GROUPS_ENDS : MARMOT_COMPARED_GROUPS_EXTREMES;
  plan->needs_order = plan->compare == MARMOT_COMPARED_GROUPS_ENDS;
  /* The largest less the smallest has no sign, and a reference group has its own. */
  if (plan->measure == MARMOT_INEQUALITY_DIFFERENCE || plan->measure == MARMOT_INEQUALITY_RATIO)
    plan->is_signed = plan->needs_order;
}

gboolean
marmot_inequality_plan_init (MarmotInequalityPlan *plan,
                             MarmotSubgroups *subgroups,
                             MarmotInequalityMeasure measure,
                             MarmotInequalityOptions *options,
                             MarmotIntervalOptions *interval,
                             GError **error)
{
  g_autoptr (MarmotInequalityOptions) defaults = NULL;
  MarmotMethod methods[MAX_METHODS];
  gsize n_methods;

  g_return_val_if_fail ((guint) measure < G_N_ELEMENTS (measures), FALSE);

  if (!options)
    options = defaults = marmot_inequality_options_new ();

  memset (plan, 0, sizeof *plan);
  plan->measure = measure;
  plan->family = measures[measure].family;
  plan->kind = measures[measure].kind;
  plan->needs_order = measures[measure].needs_order;
  plan->is_signed = measures[measure].is_signed;
  plan->model = marmot_inequality_options_get_model (options);
  plan->form = marmot_inequality_options_get_form (options);
  plan->good = marmot_inequality_options_get_good (options);
  plan->compare = marmot_inequality_options_get_compare (options);
  plan->reference = marmot_inequality_options_get_reference (options);
  plan->as_gap = marmot_inequality_options_get_as_gap (options);
  plan->complete = marmot_inequality_options_get_complete (options);
  plan->unweighted = marmot_inequality_options_get_unweighted (options);
  plan->corrected = marmot_inequality_options_get_corrected (options);
  plan->floored = marmot_inequality_options_get_floored (options);
  plan->scale = marmot_inequality_options_get_scale (options);
  plan->lower_bound = marmot_inequality_options_get_lower_bound (options);
  plan->upper_bound = marmot_inequality_options_get_upper_bound (options);
  plan->aversion = marmot_inequality_options_get_aversion (options);
  plan->average = marmot_inequality_options_get_average (options);
  plan->error_scale = marmot_inequality_options_get_error_scale (options);
  plan->seed = marmot_inequality_options_get_seed (options);
  plan->repetitions = marmot_inequality_options_get_repetitions (options);

  if (plan->average == 0)
    plan->average = (double) NAN;
  switch ((int) measure)
    {
    case MARMOT_INEQUALITY_THEIL:
      plan->parameter = 1;
      break;
    case MARMOT_INEQUALITY_MEAN_LOG_DEVIATION:
      plan->parameter = 0;
      break;
    case MARMOT_INEQUALITY_ATKINSON:
      plan->parameter = marmot_inequality_options_get_epsilon (options);
      break;
    default:
      plan->parameter = marmot_inequality_options_get_alpha (options);
      break;
    }
  if (measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->form == MARMOT_RELATIVE_FORM_MOST_OVER_LEAST)
    plan->kind = MN_LINE_MOST_OVER_LEAST;
  else if (measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->form == MARMOT_RELATIVE_FORM_PER_MEAN)
    plan->kind = MN_LINE_PER_MEAN;
  plan->is_ratio = measure == MARMOT_INEQUALITY_RATIO
                   || (measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->kind != MN_LINE_PER_MEAN);
  plan->has_multiplier = !plan->is_ratio && measure != MARMOT_INEQUALITY_HETEROGENEITY
                         && measure != MARMOT_INEQUALITY_HETEROGENEITY_PROBABILITY
                         && measure != MARMOT_INEQUALITY_RELATIVE_INDEX
                         && !(measure == MARMOT_INEQUALITY_SLOPE && plan->model != MARMOT_SLOPE_MODEL_LINEAR
                              && plan->model != MARMOT_SLOPE_MODEL_POISSON_IDENTITY);
  choose_compared (plan, subgroups);

  n_methods = list_methods (plan, subgroups, methods);
  if (!marmot_interval_plan_init (&plan->interval, interval, methods, n_methods, measures[measure].multiplier, error))
    return FALSE;

  if (!(plan->scale > 0 && isfinite (plan->scale)))
    return set_invalid (error, "A scale is above zero, such as 100 for percentages");
  if (plan->as_gap && plan->good == MARMOT_GOOD_DIRECTION_UNSTATED)
    return set_invalid (error, "A gap is positive where the most deprived are worse off: say which direction of "
                               "the figures is good");
  if (marmot_inequality_plan_is_drawn (plan) && (plan->repetitions < 100 || plan->repetitions > 1000000))
    return set_invalid (error, "Figures are drawn again from 100 to 1,000,000 times");
  if (measure == MARMOT_INEQUALITY_ATKINSON && !(plan->parameter > 0 && isfinite (plan->parameter)))
    return set_invalid (error, "The aversion of Atkinson's index is above 0");
  if (!isfinite (plan->parameter))
    return set_invalid (error, "The parameter of generalised entropy is a number");
  if (isinf (plan->average))
    return set_invalid (error, "An average is a number");
  return (plan->family != MARMOT_FAMILY_LINE || check_line (plan, error))
         && (plan->family != MARMOT_FAMILY_CONCENTRATION || check_concentration (plan, error))
         && check_reference (plan, subgroups, error);
}

gboolean
marmot_inequality_plan_is_drawn (const MarmotInequalityPlan *plan)
{
  return plan->interval.method == MARMOT_METHOD_SIMULATION || plan->interval.method == MARMOT_METHOD_BOOTSTRAP;
}

static void
add (GString *text,
     const char *part)
{
  if (text->len)
    g_string_append (text, ", ");
  g_string_append (text, part);
}

static void
add_nick (GString *text,
          GType type,
          int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  add (text, g_enum_get_value (klass, value)->value_nick);
}

/* Printed with a point, whatever the locale. */
static void
add_number (GString *text,
            const char *name,
            double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  add (text, name);
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.10g", number));
}

char *
marmot_inequality_plan_describe (const MarmotInequalityPlan *plan)
{
  GString *text = g_string_new (NULL);
  gboolean is_mean_difference = plan->measure >= MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_BEST
                                && plan->measure <= MARMOT_INEQUALITY_INDEX_OF_DISPARITY;

  switch (plan->family)
    {
    case MARMOT_FAMILY_LINE:
      add_nick (text, MARMOT_TYPE_SLOPE_MODEL, (int) plan->model);
      if (plan->measure == MARMOT_INEQUALITY_RELATIVE_INDEX)
        add_nick (text, MARMOT_TYPE_RELATIVE_FORM, (int) plan->form);
      break;
    case MARMOT_FAMILY_CONCENTRATION:
      if (plan->kind >= MN_CONCENTRATION_EXTENDED)
        add_number (text, "aversion ", plan->aversion);
      else if (plan->kind >= MN_CONCENTRATION_ERREYGERS)
        add_number (text, "from ", plan->lower_bound);
      if (plan->kind == MN_CONCENTRATION_ERREYGERS || plan->kind == MN_CONCENTRATION_WAGSTAFF)
        add_number (text, "to ", plan->upper_bound);
      break;
    case MARMOT_FAMILY_CONTRAST:
      add_nick (text, MARMOT_TYPE_COMPARED_GROUPS, (int) plan->compare);
      break;
    case MARMOT_FAMILY_DISPERSION:
    case MARMOT_FAMILY_GINI:
    default:
      if (is_mean_difference)
        add (text, plan->unweighted ? "unweighted" : "weighted");
      if (plan->measure == MARMOT_INEQUALITY_GENERALISED_ENTROPY)
        add_number (text, "alpha ", plan->parameter);
      if (plan->measure == MARMOT_INEQUALITY_ATKINSON)
        add_number (text, "epsilon ", plan->parameter);
      break;
    }
  if (plan->corrected
      && (plan->family == MARMOT_FAMILY_GINI
          || (plan->family == MARMOT_FAMILY_DISPERSION && plan->kind <= MN_DISPERSION_VARIATION)))
    add (text, "corrected");
  if (plan->floored && plan->measure >= MARMOT_INEQUALITY_ATTRIBUTABLE_RISK)
    add (text, "floored");
  if (!isnan (plan->average)
      && (plan->measure >= MARMOT_INEQUALITY_ATTRIBUTABLE_RISK
          || plan->measure == MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_MEAN
          || plan->measure == MARMOT_INEQUALITY_INDEX_OF_DISPARITY))
    add_number (text, "published average ", plan->average);
  if (plan->as_gap && plan->is_signed)
    add (text, "as gap");
  if (marmot_inequality_plan_is_drawn (plan))
    {
      add (text, "xoshiro256++ seed ");
      g_string_append_printf (text, "%" G_GUINT64_FORMAT ", %u repetitions", plan->seed, plan->repetitions);
    }
  return g_string_free (text, FALSE);
}
