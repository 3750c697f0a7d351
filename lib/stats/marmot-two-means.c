/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-contrast-private.h"
#include "numeric/means.h"

/* What Student's t is in many rows, made once a call. */
typedef struct
{
  mn_student_tail tail;
  mn_student_quantiles quantiles[MARMOT_MAX_LEVELS];
} Student;

static gpointer
prepare (const MarmotIntervalPlan *plan)
{
  Student *student = g_new (Student, 1);

  mn_student_tail_init (&student->tail, plan->n_rows);
  for (guint i = 0; i < plan->n_levels; i++)
    mn_student_quantiles_init (&student->quantiles[i], plan->alpha_2[i], plan->n_rows);
  return student;
}

static void
compute_difference (const MarmotIntervalPlan *plan,
                    const double *const *in,
                    gsize n_rows,
                    const MarmotContrastBlock *out)
{
  const Student *student = plan->prepared;

  mn_two_means_status (in, n_rows, out->status);
  mn_mean_difference (in, n_rows, plan->test == MARMOT_METHOD_STUDENT, plan->multiplier, &student->tail,
                      out->value, out->statistic, out->df, out->p);
  for (guint i = 0; i < plan->n_levels; i++)
    mn_mean_difference_limits (in, n_rows, plan->method == MARMOT_METHOD_STUDENT, &student->quantiles[i], plan->multiplier,
                               out->lower[i], out->upper[i]);
}

static void
compute_ratio (const MarmotIntervalPlan *plan,
               const double *const *in,
               gsize n_rows,
               const MarmotContrastBlock *out)
{
  const Student *student = plan->prepared;

  mn_two_means_status (in, n_rows, out->status);
  /* The test of a difference of 0 is one of a ratio of 1 too; the value comes last. */
  if (plan->test == MARMOT_METHOD_WELCH)
    mn_mean_difference (in, n_rows, 0, 1, &student->tail, out->value, out->statistic, out->df, out->p);
  else
    mn_mean_ratio_log_test (in, n_rows, &student->tail, out->statistic, out->df, out->p);
  mn_mean_ratio_values (in, n_rows, plan->multiplier, out->value);
  for (guint i = 0; i < plan->n_levels; i++)
    if (plan->method == MARMOT_METHOD_FIELLER)
      mn_mean_ratio_fieller_limits (in, n_rows, &student->quantiles[i], plan->multiplier, out->lower[i], out->upper[i]);
    else
      mn_mean_ratio_log_limits (in, n_rows, &student->quantiles[i], plan->multiplier, out->lower[i], out->upper[i]);
}

static const MarmotContrastMethod difference_methods[] = {
  { MARMOT_METHOD_WELCH, MARMOT_METHOD_WELCH },
  { MARMOT_METHOD_STUDENT, MARMOT_METHOD_STUDENT },
};
static const MarmotMethod difference_tests[] = { MARMOT_METHOD_WELCH, MARMOT_METHOD_STUDENT };

static const MarmotContrastMethod ratio_methods[] = {
  { MARMOT_METHOD_LOG_T, MARMOT_METHOD_LOG_T },
  { MARMOT_METHOD_FIELLER, MARMOT_METHOD_WELCH },
};
static const MarmotMethod ratio_tests[] = { MARMOT_METHOD_LOG_T, MARMOT_METHOD_WELCH };

#define INPUTS { "first n", "first mean", "first standard deviation", "second n", "second mean", "second standard deviation" }

static const MarmotContrastSpec difference = {
  difference_methods, G_N_ELEMENTS (difference_methods), difference_tests, G_N_ELEMENTS (difference_tests),
  INPUTS, 6, 1, MARMOT_CONTRAST_MEANS, compute_difference, prepare, NULL,
};

static const MarmotContrastSpec ratio = {
  ratio_methods, G_N_ELEMENTS (ratio_methods), ratio_tests, G_N_ELEMENTS (ratio_tests),
  INPUTS, 6, 1, MARMOT_CONTRAST_MEANS, compute_ratio, prepare, NULL,
};

/* The three functions of each, as the header declares them. */
#define TWO_MEANS(name, spec) \
MarmotContrast * \
name (double n1, double mean1, double sd1, double n2, double mean2, double sd2, \
      MarmotIntervalOptions *options, GError **error) \
{ \
  const double in[] = { n1, mean1, sd1, n2, mean2, sd2 }; \
  return marmot_contrast_one (&spec, in, options, error); \
} \
MarmotTable * \
name##_column (MarmotColumn *n1, MarmotColumn *mean1, MarmotColumn *sd1, MarmotColumn *n2, MarmotColumn *mean2, \
               MarmotColumn *sd2, MarmotIntervalOptions *options, GError **error) \
{ \
  MarmotColumn *in[] = { n1, mean1, sd1, n2, mean2, sd2 }; \
  return marmot_contrast_column (&spec, in, options, error); \
} \
MarmotTable * \
name##_grouped (MarmotColumn *n1, MarmotColumn *mean1, MarmotColumn *sd1, MarmotColumn *n2, MarmotColumn *mean2, \
                MarmotColumn *sd2, MarmotGroups *groups, MarmotIntervalOptions *options, GError **error) \
{ \
  MarmotColumn *in[] = { n1, mean1, sd1, n2, mean2, sd2 }; \
  return marmot_contrast_grouped (&spec, in, groups, options, error); \
}

TWO_MEANS (marmot_mean_difference, difference)
TWO_MEANS (marmot_mean_ratio, ratio)
