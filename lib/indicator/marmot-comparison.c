/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compare-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-record-private.h"
#include "numeric/compare.h"
#include "printed-private.h"

struct _MarmotComparison
{
  GObject parent_instance;

  MarmotObservation *observation;
  MarmotObservation *benchmark;
  MarmotComparisonSpec *spec;
  MarmotGoal *goal;
  MarmotRelation relation;
  MarmotRelation direction;
  MarmotJudgement judgement;
  MarmotValue *difference;
  gboolean same_period;
  char *reason;
  char *claimed;
  MarmotClaimedRelation claim;
  MarmotAgreement agreement;
  char *claim_source;
  guint claim_line;
};

G_DEFINE_FINAL_TYPE (MarmotComparison, marmot_comparison, G_TYPE_OBJECT)

/**
 * MarmotComparison:observation: (getter get_observation)
 *
 * The figure.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:benchmark: (getter get_benchmark)
 *
 * What it is held against.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:spec: (getter get_spec)
 *
 * How they were compared; its method is the one that was taken.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:goal: (getter get_goal)
 *
 * The goal that the figure is held against, if it is one.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:relation: (getter get_relation)
 *
 * How the figure stands to the benchmark, by the method.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:direction: (getter get_direction)
 *
 * How their values stand; never similar.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:judgement: (getter get_judgement)
 *
 * Whether the relation is good.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:difference: (getter get_difference)
 *
 * The value less the benchmark, in the unit of the indicator.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:same-period: (getter get_same_period)
 *
 * Whether both are of the same period.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:reason: (getter get_reason)
 *
 * Why, in a sentence.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:claimed: (getter get_claimed)
 *
 * What the paper says, in its own words.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:claim: (getter get_claim)
 *
 * What the words say.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:agreement: (getter get_agreement)
 *
 * Whether the words agree with the figures.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:claim-source: (getter get_claim_source)
 *
 * Where the words stand.
 *
 * Since: 1.0
 */

/**
 * MarmotComparison:claim-line: (getter get_claim_line)
 *
 * The line that they stand on, from 1, or 0.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "observation", marmot_observation_get_type, G_STRUCT_OFFSET (MarmotComparison, observation), 0 },
  { "benchmark", marmot_observation_get_type, G_STRUCT_OFFSET (MarmotComparison, benchmark), 0 },
  { "spec", marmot_comparison_spec_get_type, G_STRUCT_OFFSET (MarmotComparison, spec), 0 },
  { "goal", marmot_goal_get_type, G_STRUCT_OFFSET (MarmotComparison, goal), 0 },
  { "relation", marmot_relation_get_type, G_STRUCT_OFFSET (MarmotComparison, relation), 0 },
  { "direction", marmot_relation_get_type, G_STRUCT_OFFSET (MarmotComparison, direction), 0 },
  { "judgement", marmot_judgement_get_type, G_STRUCT_OFFSET (MarmotComparison, judgement), 0 },
  { "difference", marmot_value_get_type, G_STRUCT_OFFSET (MarmotComparison, difference), 0 },
  { "same-period", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotComparison, same_period), 0 },
  { "reason", NULL, G_STRUCT_OFFSET (MarmotComparison, reason), 0 },
  { "claimed", NULL, G_STRUCT_OFFSET (MarmotComparison, claimed), 0 },
  { "claim", marmot_claimed_relation_get_type, G_STRUCT_OFFSET (MarmotComparison, claim), 0 },
  { "agreement", marmot_agreement_get_type, G_STRUCT_OFFSET (MarmotComparison, agreement), 0 },
  { "claim-source", NULL, G_STRUCT_OFFSET (MarmotComparison, claim_source), 0 },
  { "claim-line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotComparison, claim_line), 0 },
};

static void
marmot_comparison_class_init (MarmotComparisonClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_comparison_init (MarmotComparison *self)
{
}

MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotObservation *, observation, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotObservation *, benchmark, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotComparisonSpec *, spec, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotGoal *, goal, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotRelation, relation, (MarmotRelation) 0)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotRelation, direction, (MarmotRelation) 0)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotJudgement, judgement, (MarmotJudgement) 0)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotValue *, difference, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, gboolean, same_period, FALSE)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, const char *, reason, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, const char *, claimed, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotClaimedRelation, claim, (MarmotClaimedRelation) 0)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, MarmotAgreement, agreement, (MarmotAgreement) 0)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, const char *, claim_source, NULL)
MARMOT_RECORD_GETTER (MarmotComparison, marmot_comparison, MARMOT_IS_COMPARISON, guint, claim_line, 0)

/* By the interval (Fingertips, single overlapping confidence intervals, one
 * level): similar if lower <= benchmark <= upper. Each of the three may be
 * anything that would have been printed so. */
static MarmotRelation
get_relation (MarmotPrintedRange lower,
              MarmotPrintedRange upper,
              MarmotPrintedRange benchmark)
{
  if (marmot_printed_below (lower, benchmark) && marmot_printed_below (benchmark, upper))
    return MARMOT_RELATION_SIMILAR;
  if (marmot_printed_below (benchmark, lower))
    return MARMOT_RELATION_HIGHER;
  if (marmot_printed_below (upper, benchmark))
    return MARMOT_RELATION_LOWER;
  return MARMOT_RELATION_UNDETERMINED;
}

static char *
explain_interval (MarmotRelation relation,
                  MarmotObservation *observation,
                  MarmotObservation *benchmark,
                  MarmotPrintedRange lower,
                  MarmotPrintedRange against)
{
  g_autofree char *l = marmot_value_to_string_thousands (marmot_observation_get_lower (observation));
  g_autofree char *u = marmot_value_to_string_thousands (marmot_observation_get_upper (observation));
  g_autofree char *b = marmot_value_to_string_thousands (marmot_observation_get_value (benchmark));

  switch (relation)
    {
    case MARMOT_RELATION_HIGHER:
      return g_strdup_printf ("The whole interval, %s to %s, lies above %s.", l, u, b);
    case MARMOT_RELATION_LOWER:
      return g_strdup_printf ("The whole interval, %s to %s, lies below %s.", l, u, b);
    case MARMOT_RELATION_SIMILAR:
      return g_strdup_printf ("The interval, %s to %s, holds %s: chance alone could explain the "
                              "difference.", l, u, b);
    default:
      {
        gboolean at_lower = !marmot_printed_below (lower, against)
                            && !marmot_printed_below (against, lower);

        return g_strdup_printf ("The %s limit is printed as %s and the benchmark as %s: printed so, "
                                "either may be the higher.",
                                at_lower ? "lower" : "upper", at_lower ? l : u, b);
      }
    }
}

/* By both intervals (Fingertips, double overlapping confidence intervals): similar
 * if they have a point in common. */
static MarmotRelation
get_relation_of_intervals (MarmotPrintedRange lower,
                           MarmotPrintedRange upper,
                           MarmotPrintedRange other_lower,
                           MarmotPrintedRange other_upper)
{
  if (marmot_printed_below (other_lower, upper) && marmot_printed_below (lower, other_upper))
    return MARMOT_RELATION_SIMILAR;
  if (marmot_printed_below (other_upper, lower))
    return MARMOT_RELATION_HIGHER;
  if (marmot_printed_below (upper, other_lower))
    return MARMOT_RELATION_LOWER;
  return MARMOT_RELATION_UNDETERMINED;
}

static char *
explain_intervals (MarmotRelation relation)
{
  switch (relation)
    {
    case MARMOT_RELATION_HIGHER:
      return g_strdup ("The whole interval lies above that of the benchmark.");
    case MARMOT_RELATION_LOWER:
      return g_strdup ("The whole interval lies below that of the benchmark.");
    case MARMOT_RELATION_SIMILAR:
      return g_strdup ("The two intervals overlap: chance alone could explain the difference.");
    default:
      return g_strdup ("The two intervals touch as printed: they may overlap or not.");
    }
}

/* By Wilson's limits around the benchmark (Fingertips, statistical process control
 * for proportions), for everything that the two may have been: the answer where
 * all agree. The denominator is a count, and exact. */
static MarmotRelation
get_relation_to_limits (MarmotComparisonSpec *spec,
                        MarmotPrintedRange value,
                        MarmotPrintedRange benchmark,
                        double denominator)
{
  static const MarmotRelation relations[]
    = { MARMOT_RELATION_NOT_COMPARED, MARMOT_RELATION_LOWER,  MARMOT_RELATION_LOWER,
        MARMOT_RELATION_SIMILAR,      MARMOT_RELATION_HIGHER, MARMOT_RELATION_HIGHER };
  const double values[] = { value.low, value.low, value.high, value.high };
  const double benchmarks[] = { benchmark.low, benchmark.high, benchmark.low, benchmark.high };
  const double denominators[] = { denominator, denominator, denominator, denominator };
  double confidence = marmot_comparison_spec_get_confidence (spec);
  double z = confidence == 0.95 ? MN_SPC_Z_95 : MN_SPC_Z_99_8;
  guint8 codes[4], reasons[4];

  if (confidence != 0.95 && confidence != 0.998)
    return MARMOT_RELATION_NOT_COMPARED;

  mn_compare_spc_proportion (values, denominators, benchmarks, 4, z, marmot_comparison_spec_get_multiplier (spec),
                             codes, reasons);
  for (guint i = 1; i < 4; i++)
    if (codes[i] != codes[0])
      return MARMOT_RELATION_UNDETERMINED;
  return relations[codes[0]];
}

static char *
explain_limits (MarmotRelation relation)
{
  switch (relation)
    {
    case MARMOT_RELATION_HIGHER:
      return g_strdup ("It lies above the control limits around the benchmark.");
    case MARMOT_RELATION_LOWER:
      return g_strdup ("It lies below the control limits around the benchmark.");
    case MARMOT_RELATION_SIMILAR:
      return g_strdup ("It lies inside the control limits around the benchmark: chance alone could explain "
                       "the difference.");
    case MARMOT_RELATION_UNDETERMINED:
      return g_strdup ("It lies so near a control limit that the printed digits do not tell.");
    default:
      return g_strdup ("Control limits need a denominator above zero, a benchmark that is a proportion times "
                       "the multiplier, and a confidence of 0.95 or 0.998.");
    }
}

static char *
explain_values (MarmotRelation relation,
                MarmotObservation *observation,
                MarmotObservation *benchmark)
{
  g_autofree char *v = marmot_value_to_string_thousands (marmot_observation_get_value (observation));
  g_autofree char *b = marmot_value_to_string_thousands (marmot_observation_get_value (benchmark));

  switch (relation)
    {
    case MARMOT_RELATION_HIGHER:
      return g_strdup_printf ("%s is above %s. Without an interval nothing can be said of chance.", v, b);
    case MARMOT_RELATION_LOWER:
      return g_strdup_printf ("%s is below %s. Without an interval nothing can be said of chance.", v, b);
    case MARMOT_RELATION_EQUAL:
      return g_strdup_printf ("Both are %s.", v);
    default:
      return g_strdup_printf ("They are printed as %s and %s: printed so, either may be the higher.", v, b);
    }
}

static gboolean
have_same_period (MarmotObservation *a,
                  MarmotObservation *b)
{
  MarmotPeriod *p = marmot_observation_get_period (a);
  MarmotPeriod *q = marmot_observation_get_period (b);

  return p != NULL && q != NULL && marmot_period_equal (p, q);
}

MarmotComparison *
marmot_comparison_new_compare (MarmotObservation *observation,
                               MarmotObservation *benchmark,
                               MarmotComparisonSpec *spec)
{
  MarmotComparisonMethod method = MARMOT_COMPARISON_METHOD_AUTOMATIC;
  MarmotRelation relation = MARMOT_RELATION_NOT_COMPARED;
  MarmotRelation direction = MARMOT_RELATION_NOT_COMPARED;
  MarmotPrintedRange value, against, lower, upper;
  MarmotPrintedRange other_lower, other_upper;
  gboolean has_values, has_interval, has_other_interval;
  g_autoptr (MarmotComparisonSpec) taken = NULL;
  g_autoptr (MarmotValue) difference = NULL;
  g_autofree char *reason = NULL;
  MarmotIndicator *indicator;
  MarmotPolarity polarity;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION (observation), NULL);
  g_return_val_if_fail (MARMOT_IS_OBSERVATION (benchmark), NULL);
  g_return_val_if_fail (spec == NULL || MARMOT_IS_COMPARISON_SPEC (spec), NULL);

  indicator = marmot_observation_get_indicator (observation);
  polarity = spec        ? marmot_comparison_spec_get_polarity (spec)
             : indicator ? marmot_indicator_get_polarity (indicator) : MARMOT_POLARITY_UNSTATED;
  if (spec)
    method = marmot_comparison_spec_get_method (spec);

  has_values = marmot_printed_range (indicator, marmot_observation_get_value (observation), &value)
               && marmot_printed_range (indicator, marmot_observation_get_value (benchmark), &against);
  has_interval = marmot_printed_range (indicator, marmot_observation_get_lower (observation), &lower)
                 && marmot_printed_range (indicator, marmot_observation_get_upper (observation), &upper);
  has_other_interval = marmot_printed_range (indicator, marmot_observation_get_lower (benchmark), &other_lower)
                       && marmot_printed_range (indicator, marmot_observation_get_upper (benchmark), &other_upper);
  if (method == MARMOT_COMPARISON_METHOD_AUTOMATIC)
    method = has_interval ? MARMOT_COMPARISON_METHOD_INTERVAL : MARMOT_COMPARISON_METHOD_VALUES;

  if (!has_values)
    {
      reason = g_strdup ("One of the two is not a number, so there is nothing to compare.");
    }
  else if (indicator && marmot_indicator_get_value_type (indicator) == MARMOT_VALUE_TYPE_COUNT
           && marmot_observation_get_area (observation) != marmot_observation_get_area (benchmark))
    {
      reason = g_strdup ("They are counts, which are larger where more people live: compare rates.");
    }
  else
    {
      direction = marmot_printed_relation (value, against);
      difference = marmot_value_new (
        marmot_value_get_number (marmot_observation_get_value (observation))
          - marmot_value_get_number (marmot_observation_get_value (benchmark)),
        marmot_shared_decimals (marmot_observation_get_value (observation),
                                marmot_observation_get_value (benchmark)));

      if (method == MARMOT_COMPARISON_METHOD_VALUES)
        {
          relation = direction;
          reason = explain_values (relation, observation, benchmark);
        }
      else if (method == MARMOT_COMPARISON_METHOD_SPC_PROPORTION)
        {
          MarmotValue *denominator = marmot_observation_get_denominator (observation);

          if (marmot_value_is_number (denominator))
            relation = get_relation_to_limits (spec, value, against, marmot_value_get_number (denominator));
          reason = explain_limits (relation);
        }
      else if (method == MARMOT_COMPARISON_METHOD_NONE)
        {
          reason = g_strdup (marmot_comparison_reason_get_label (MARMOT_COMPARISON_REASON_NO_METHOD));
        }
      else if (method != MARMOT_COMPARISON_METHOD_INTERVAL && method != MARMOT_COMPARISON_METHOD_BOTH_INTERVALS)
        {
          reason = g_strdup ("This method needs more than two printed figures: compare columns by it.");
        }
      else if (!has_interval)
        {
          reason = g_strdup ("The figure has no interval, which this method needs.");
        }
      else if (method == MARMOT_COMPARISON_METHOD_INTERVAL)
        {
          relation = get_relation (lower, upper, against);
          reason = explain_interval (relation, observation, benchmark, lower, against);
        }
      else if (!has_other_interval)
        {
          reason = g_strdup (marmot_comparison_reason_get_label (MARMOT_COMPARISON_REASON_NO_BENCHMARK_INTERVAL));
        }
      else
        {
          relation = get_relation_of_intervals (lower, upper, other_lower, other_upper);
          reason = explain_intervals (relation);
        }
    }

  taken = spec ? marmot_comparison_spec_new_full (method, polarity, marmot_comparison_spec_get_confidence (spec),
                                                  marmot_comparison_spec_get_multiplier (spec),
                                                  marmot_comparison_spec_get_comparator (spec),
                                                  marmot_comparison_spec_get_vocabulary (spec))
               : marmot_comparison_spec_new (method, polarity);
  return g_object_new (MARMOT_TYPE_COMPARISON,
                       "observation", observation,
                       "benchmark", benchmark,
                       "spec", taken,
                       "relation", relation,
                       "direction", direction,
                       "judgement", marmot_judge (relation, polarity),
                       "difference", difference,
                       "same-period", have_same_period (observation, benchmark),
                       "reason", reason,
                       NULL);
}

/* What a figure may have been before it was printed; a figure need not say what it
 * is of. */
static gboolean
get_range (MarmotObservation *observation,
           const MarmotValue *value,
           MarmotPrintedRange *range)
{
  MarmotIndicator *indicator = marmot_observation_get_indicator (observation);

  if (indicator)
    return marmot_printed_range (indicator, value, range);
  return marmot_value_is_number (value) && marmot_value_get_bounds (value, &range->low, &range->high);
}

/* A column of four numbers, or of nulls where there is no range: its ends, taken
 * from the bits of pattern. */
static MarmotColumn *
make_corners (gboolean is_there,
              MarmotPrintedRange range,
              guint pattern)
{
  static const gboolean all[] = { TRUE, TRUE, TRUE, TRUE };
  double numbers[4];
  g_autoptr (MarmotColumn) column = NULL;

  for (guint i = 0; i < 4; i++)
    numbers[i] = is_there ? (pattern >> i & 1 ? range.high : range.low) : 0;
  column = marmot_column_new_double (numbers, 4);
  return is_there ? g_steal_pointer (&column) : marmot_column_with_nulls (column, all, 4, NULL);
}

/* All that the figure and England's may have been, as far as it can make a
 * difference. */
static MarmotTable *
make_corner_figures (MarmotObservation *observation,
                     MarmotObservation *england)
{
  const char *names[] = { "value", "lower", "upper", "benchmark", NULL };
  MarmotPrintedRange ranges[4] = { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } };
  gboolean is_there[4];
  MarmotColumn *columns[4];
  /* Value against benchmark, and lower limit against upper. */
  const guint patterns[] = { 10, 10, 12, 12 };
  MarmotTable *figures;

  is_there[0] = get_range (observation, marmot_observation_get_value (observation), &ranges[0]);
  is_there[1] = get_range (observation, marmot_observation_get_lower (observation), &ranges[1]);
  is_there[2] = get_range (observation, marmot_observation_get_upper (observation), &ranges[2]);
  is_there[3] = england && get_range (england, marmot_observation_get_value (england), &ranges[3]);
  for (guint i = 0; i < 4; i++)
    columns[i] = make_corners (is_there[i], ranges[i], patterns[i]);
  figures = marmot_table_new (names, columns, 4, NULL);
  for (guint i = 0; i < 4; i++)
    marmot_column_unref (columns[i]);
  return figures;
}

/* Which direction is good for a goal, as it judges. */
static MarmotPolarity
get_goal_polarity (MarmotGoal *goal)
{
  return marmot_goal_get_form (goal) != MARMOT_GOAL_FORM_PREVIOUS_ENGLAND
             && marmot_goal_get_polarity (goal) == MARMOT_POLARITY_LOW_IS_GOOD
           ? MARMOT_POLARITY_LOW_IS_GOOD
           : MARMOT_POLARITY_HIGH_IS_GOOD;
}

/* What the rows agree on: their code, or not compared if they do not. Limits that
 * only meet out of order were not printed so. */
static MarmotComparisonCode
agree (const MarmotTable *result,
       MarmotComparisonReason *reason,
       gboolean *is_undetermined)
{
  g_autoptr (MarmotColumn) codes = marmot_table_get_column_by_name (result, "code");
  g_autoptr (MarmotColumn) reasons = marmot_table_get_column_by_name (result, "reason");
  MarmotComparisonCode agreed = MARMOT_COMPARISON_CODE_NOT_COMPARED;
  gboolean any = FALSE;

  /* The codes of both dictionaries are the members of the enumerations. */
  *is_undetermined = FALSE;
  *reason = (MarmotComparisonReason) marmot_column_get_code (reasons, 0);
  for (gsize row = 0; row < marmot_column_get_length (codes); row++)
    {
      MarmotComparisonCode code = (MarmotComparisonCode) marmot_column_get_code (codes, row);

      if (marmot_column_get_code (reasons, row) != MARMOT_COMPARISON_REASON_COMPARED)
        continue;
      if (any && code != agreed)
        *is_undetermined = TRUE;
      *reason = MARMOT_COMPARISON_REASON_COMPARED;
      agreed = code;
      any = TRUE;
    }
  return *is_undetermined ? MARMOT_COMPARISON_CODE_NOT_COMPARED : agreed;
}

static char *
explain_goal (MarmotGoal *goal,
              MarmotComparisonCode code,
              MarmotComparisonReason reason,
              gboolean is_undetermined)
{
  gboolean of_england = marmot_goal_get_form (goal) == MARMOT_GOAL_FORM_PREVIOUS_ENGLAND;
  gboolean of_interval = marmot_goal_get_form (goal) == MARMOT_GOAL_FORM_INTERVAL;

  if (is_undetermined)
    return g_strdup ("It lies so near a limit of the goal that the printed digits do not tell.");
  if (reason != MARMOT_COMPARISON_REASON_COMPARED)
    return g_strdup (marmot_comparison_reason_get_label (reason));
  switch (code)
    {
    case MARMOT_COMPARISON_CODE_BETTER:
      return g_strdup (of_england    ? "It is at least England's figure of the year before."
                       : of_interval ? "The whole interval has reached the goal."
                                     : "It has reached the goal.");
    case MARMOT_COMPARISON_CODE_SIMILAR:
      return g_strdup (of_interval ? "The interval holds the limit of the goal: chance alone could explain the "
                                     "difference."
                                   : "It lies between the two limits of the goal.");
    default:
      return g_strdup (of_england    ? "It is below England's figure of the year before."
                       : of_interval ? "The whole interval has missed the goal."
                                     : "It has missed the goal.");
    }
}

MarmotComparison *
marmot_comparison_new_goal (MarmotObservation *observation,
                            MarmotGoal *goal,
                            MarmotObservation *england,
                            MarmotColumn *upper_tier,
                            GError **error)
{
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (MarmotComparisonSpec) spec = NULL;
  g_autofree char *sentence = NULL;
  MarmotComparisonReason reason;
  MarmotComparisonCode code;
  MarmotPolarity polarity;
  MarmotRelation relation = MARMOT_RELATION_NOT_COMPARED;
  gboolean is_undetermined;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION (observation), NULL);
  g_return_val_if_fail (MARMOT_IS_GOAL (goal), NULL);
  g_return_val_if_fail (england == NULL || MARMOT_IS_OBSERVATION (england), NULL);

  figures = make_corner_figures (observation, england);
  result = marmot_goal_compare_columns (goal, figures, upper_tier, error);
  if (!result)
    return NULL;

  code = agree (result, &reason, &is_undetermined);
  polarity = get_goal_polarity (goal);
  if (is_undetermined)
    relation = MARMOT_RELATION_UNDETERMINED;
  else if (code == MARMOT_COMPARISON_CODE_SIMILAR)
    relation = MARMOT_RELATION_SIMILAR;
  else if (code != MARMOT_COMPARISON_CODE_NOT_COMPARED)
    relation = (code == MARMOT_COMPARISON_CODE_BETTER) == (polarity == MARMOT_POLARITY_HIGH_IS_GOOD)
                 ? MARMOT_RELATION_HIGHER
                 : MARMOT_RELATION_LOWER;

  sentence = explain_goal (goal, code, reason, is_undetermined);
  spec = marmot_comparison_spec_new_full (marmot_goal_get_form (goal) == MARMOT_GOAL_FORM_INTERVAL
                                            ? MARMOT_COMPARISON_METHOD_INTERVAL
                                            : MARMOT_COMPARISON_METHOD_VALUES,
                                          marmot_goal_get_polarity (goal), 0.95, 1, MARMOT_COMPARATOR_GOAL,
                                          MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);
  return g_object_new (MARMOT_TYPE_COMPARISON,
                       "observation", observation,
                       "benchmark", england,
                       "spec", spec,
                       "goal", goal,
                       "relation", relation,
                       "judgement", marmot_judge (relation, polarity),
                       "reason", sentence,
                       NULL);
}

static MarmotAgreement
check (MarmotClaimedRelation claim,
       MarmotComparisonMethod method,
       MarmotRelation relation,
       MarmotRelation direction)
{
  MarmotRelation claimed = claim == MARMOT_CLAIMED_RELATION_HIGHER
                               || claim == MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_HIGHER
                             ? MARMOT_RELATION_HIGHER
                             : MARMOT_RELATION_LOWER;
  /* All but the values alone take chance into account. */
  gboolean by_interval = method != MARMOT_COMPARISON_METHOD_VALUES;

  if (claim == MARMOT_CLAIMED_RELATION_NOTHING)
    return MARMOT_AGREEMENT_NO_CLAIM;
  if (direction == MARMOT_RELATION_NOT_COMPARED)
    return MARMOT_AGREEMENT_CANNOT_TELL;

  switch (claim)
    {
    case MARMOT_CLAIMED_RELATION_HIGHER:
    case MARMOT_CLAIMED_RELATION_LOWER:
      if (direction == MARMOT_RELATION_UNDETERMINED)
        return MARMOT_AGREEMENT_CANNOT_TELL;
      return direction == claimed ? MARMOT_AGREEMENT_AGREES : MARMOT_AGREEMENT_DISAGREES;

    case MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_HIGHER:
    case MARMOT_CLAIMED_RELATION_SIGNIFICANTLY_LOWER:
      /* A value on the wrong side needs no interval to refute the words. */
      if (direction != claimed && direction != MARMOT_RELATION_UNDETERMINED)
        return MARMOT_AGREEMENT_DISAGREES;
      if (!by_interval || relation == MARMOT_RELATION_UNDETERMINED)
        return MARMOT_AGREEMENT_CANNOT_TELL;
      return relation == claimed ? MARMOT_AGREEMENT_AGREES : MARMOT_AGREEMENT_DISAGREES;

    case MARMOT_CLAIMED_RELATION_SIMILAR:
    default:
      if (!by_interval || relation == MARMOT_RELATION_UNDETERMINED)
        return MARMOT_AGREEMENT_CANNOT_TELL;
      return relation == MARMOT_RELATION_SIMILAR ? MARMOT_AGREEMENT_AGREES
                                                 : MARMOT_AGREEMENT_DISAGREES;
    }
}

MarmotComparison *
marmot_comparison_check_claim (MarmotComparison *self,
                               MarmotClaimedRelation claim,
                               const char *words,
                               const char *source,
                               guint line)
{
  g_return_val_if_fail (MARMOT_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  return g_object_new (MARMOT_TYPE_COMPARISON,
                       "observation", self->observation,
                       "benchmark", self->benchmark,
                       "spec", self->spec,
                       "goal", self->goal,
                       "relation", self->relation,
                       "direction", self->direction,
                       "judgement", self->judgement,
                       "difference", self->difference,
                       "same-period", self->same_period,
                       "reason", self->reason,
                       "claimed", words,
                       "claim", claim,
                       "agreement", check (claim, marmot_comparison_spec_get_method (self->spec),
                                           self->relation, self->direction),
                       "claim-source", source,
                       "claim-line", line,
                       NULL);
}

MarmotComparisonCode
marmot_comparison_get_code (MarmotComparison *self)
{
  MarmotPolarity polarity;
  int id = 0;
  MarmotComparisonCode code;

  g_return_val_if_fail (MARMOT_IS_COMPARISON (self), MARMOT_COMPARISON_CODE_NOT_COMPARED);

  polarity = self->goal ? get_goal_polarity (self->goal) : marmot_comparison_spec_get_polarity (self->spec);
  if (self->relation == MARMOT_RELATION_SIMILAR || self->relation == MARMOT_RELATION_EQUAL)
    id = 2;
  else if (self->relation == MARMOT_RELATION_HIGHER)
    id = polarity == MARMOT_POLARITY_LOW_IS_GOOD ? 1 : 3;
  else if (self->relation == MARMOT_RELATION_LOWER)
    id = polarity == MARMOT_POLARITY_LOW_IS_GOOD ? 3 : 1;

  marmot_comparison_code_from_fingertips_id (id, MARMOT_COMPARISON_METHOD_INTERVAL, polarity, &code);
  return code;
}

const char *
marmot_comparison_get_label (MarmotComparison *self)
{
  g_return_val_if_fail (MARMOT_IS_COMPARISON (self), "");

  if (self->goal)
    return marmot_goal_code_get_label (marmot_comparison_get_code (self));
  return marmot_comparison_code_get_label (marmot_comparison_get_code (self),
                                           marmot_comparison_spec_get_method (self->spec),
                                           marmot_comparison_spec_get_polarity (self->spec),
                                           marmot_comparison_spec_get_vocabulary (self->spec));
}

MarmotMethod
marmot_comparison_get_method (MarmotComparison *self)
{
  MarmotComparisonMethod method;

  g_return_val_if_fail (MARMOT_IS_COMPARISON (self), MARMOT_METHOD_NONE);

  if (self->goal)
    return marmot_goal_get_method (self->goal);

  /* These two are held to the precision at which the figures were printed. */
  method = marmot_comparison_spec_get_method (self->spec);
  if (method == MARMOT_COMPARISON_METHOD_INTERVAL)
    return MARMOT_METHOD_BENCHMARK_INTERVAL;
  return marmot_comparison_method_get_method (method);
}
