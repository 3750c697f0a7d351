/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotInequalityOptions
{
  GObject parent_instance;

  MarmotSlopeModel model;
  MarmotRelativeForm form;
  MarmotGoodDirection good;
  gboolean as_gap;
  double scale;
  double lower_bound;
  double upper_bound;
  double aversion;
  MarmotComparedGroups compare;
  char *reference;
  gboolean unweighted;
  gboolean corrected;
  gboolean floored;
  double alpha;
  double epsilon;
  double average;
  gboolean complete;
  MarmotErrorScale error_scale;
  guint seed;
  guint repetitions;
};

G_DEFINE_FINAL_TYPE (MarmotInequalityOptions, marmot_inequality_options, G_TYPE_OBJECT)

/**
 * MarmotInequalityOptions:model: (getter get_model)
 *
 * By which model the line through the groups is drawn.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:form: (getter get_form)
 *
 * Which ratio the relative index of inequality is.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:good: (getter get_good)
 *
 * Which direction of the figures is good. Measures that ask who is worse off
 * need to know it.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:as-gap: (getter get_as_gap)
 *
 * Whether the sign is turned so that a positive number, or a ratio above 1, means
 * that the most deprived are worse off. Otherwise a measure is of the least
 * deprived against the most: positive where the figure rises with advantage.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:scale: (getter get_scale)
 *
 * What the figures are of: 1 for proportions and means, 100 for percentages,
 * 100,000 for a rate per 100,000. It is never guessed.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:lower-bound: (getter get_lower_bound)
 *
 * The least that a figure can be, for indices that are corrected for it.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:upper-bound: (getter get_upper_bound)
 *
 * The most that a figure can be: 1 for proportions, 100 for percentages. Up to the
 * lower bound it is none, and indices that need one say so.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:aversion: (getter get_aversion)
 *
 * How much more the ends of the order count in extended and symmetric
 * concentration indices: above 1; 2 is the plain index.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:compare: (getter get_compare)
 *
 * Which groups are compared, where a measure compares groups.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:reference: (getter get_reference)
 *
 * The label of the reference group, where a measure has one.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:unweighted: (getter get_unweighted)
 *
 * Whether mean differences count each group once, whatever its population.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:corrected: (getter get_corrected)
 *
 * Whether a variance between groups is less what sampling alone would make of it,
 * and a Gini coefficient is corrected for the number of people.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:floored: (getter get_floored)
 *
 * Whether an attributable risk or fraction is 0 where the reference group is worse
 * than the mean, as the World Health Organization has it.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:alpha: (getter get_alpha)
 *
 * The parameter of generalised entropy.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:epsilon: (getter get_epsilon)
 *
 * The aversion to inequality of Atkinson's index: above 0.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:average: (getter get_average)
 *
 * A published average of the whole population, in place of the mean of the groups
 * in mean differences and attributable risks; 0 for none.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:complete: (getter get_complete)
 *
 * Whether an area is left uncomputed if one of its groups has no figure. Otherwise
 * it is computed from the others, and
 * [method@Marmot.Inequality.get_n_missing] says how many are missing.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:error-scale: (getter get_error_scale)
 *
 * On which scale the errors of the figures are normal, when figures are drawn
 * again by %MARMOT_METHOD_SIMULATION.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:seed: (getter get_seed)
 *
 * The seed of what is random.
 *
 * Since: 1.0
 */

/**
 * MarmotInequalityOptions:repetitions: (getter get_repetitions)
 *
 * How often figures are drawn again: from 100 to 1,000,000 times.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "model", marmot_slope_model_get_type, G_STRUCT_OFFSET (MarmotInequalityOptions, model), 0 },
  { "form", marmot_relative_form_get_type, G_STRUCT_OFFSET (MarmotInequalityOptions, form), 0 },
  { "good", marmot_good_direction_get_type, G_STRUCT_OFFSET (MarmotInequalityOptions, good), 0 },
  { "as-gap", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotInequalityOptions, as_gap), 0 },
  { "scale", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, scale), 1 },
  { "lower-bound", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, lower_bound), 0 },
  { "upper-bound", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, upper_bound), 0 },
  { "aversion", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, aversion), 2 },
  { "compare", marmot_compared_groups_get_type, G_STRUCT_OFFSET (MarmotInequalityOptions, compare), 0 },
  { "reference", NULL, G_STRUCT_OFFSET (MarmotInequalityOptions, reference), 0 },
  { "unweighted", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotInequalityOptions, unweighted), 0 },
  { "corrected", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotInequalityOptions, corrected), 0 },
  { "floored", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotInequalityOptions, floored), 0 },
  { "alpha", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, alpha), 2 },
  { "epsilon", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, epsilon), 0.5 },
  { "average", marmot_record_type_double, G_STRUCT_OFFSET (MarmotInequalityOptions, average), 0 },
  { "complete", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotInequalityOptions, complete), 0 },
  { "error-scale", marmot_error_scale_get_type, G_STRUCT_OFFSET (MarmotInequalityOptions, error_scale), 0 },
  { "seed", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotInequalityOptions, seed), 1 },
  { "repetitions", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotInequalityOptions, repetitions), 10000 },
};

static void
marmot_inequality_options_class_init (MarmotInequalityOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_inequality_options_init (MarmotInequalityOptions *self)
{
}

MarmotInequalityOptions *
marmot_inequality_options_new (void)
{
  return g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, NULL);
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotInequalityOptions, marmot_inequality_options, MARMOT_IS_INEQUALITY_OPTIONS, \
                        CType, field, on_failure)

GETTER (MarmotSlopeModel, model, (MarmotSlopeModel) 0)
GETTER (MarmotRelativeForm, form, (MarmotRelativeForm) 0)
GETTER (MarmotGoodDirection, good, (MarmotGoodDirection) 0)
GETTER (gboolean, as_gap, FALSE)
GETTER (double, scale, 0)
GETTER (double, lower_bound, 0)
GETTER (double, upper_bound, 0)
GETTER (double, aversion, 0)
GETTER (MarmotComparedGroups, compare, (MarmotComparedGroups) 0)
GETTER (const char *, reference, NULL)
GETTER (gboolean, unweighted, FALSE)
GETTER (gboolean, corrected, FALSE)
GETTER (gboolean, floored, FALSE)
GETTER (double, alpha, 0)
GETTER (double, epsilon, 0)
GETTER (double, average, 0)
GETTER (gboolean, complete, FALSE)
GETTER (MarmotErrorScale, error_scale, (MarmotErrorScale) 0)
GETTER (guint, seed, 0)
GETTER (guint, repetitions, 0)
