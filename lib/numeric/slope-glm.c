/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Maximum likelihood by Fisher's scoring: weighted least squares, again and again
 * (McCullagh P, Nelder JA. Generalized Linear Models, 2nd ed. Chapman and Hall
 * 1989, section 2.5). The line is written about its middle, m + b (x - 1/2), where
 * the two numbers hardly depend on each other.
 *
 * Moreno-Betancur M, Latouche A, Menvielle G, Kunst AE, Rey G. Relative index of
 * inequality and slope index of inequality: a structured regression framework for
 * estimation. Epidemiology 2015; 26: 518-527 (the Poisson models).
 */
#include "slope.h"

#include <math.h>

#include "total.h"

#define MAX_ROUNDS 200
#define STEP 1e-13

/* The sums of a round: the score and the information of m and b. */
typedef struct
{
  double m_score, b_score;
  double mm, mb, bb;
} Sums;

/* The chance or rate of a group on the line, or NaN where there is none. */
static double
predict (int model,
         double eta)
{
  switch (model)
    {
    case MN_MODEL_POISSON_LOG:
      return mn_unlink (MN_LINK_LOG, eta);
    case MN_MODEL_POISSON_IDENTITY:
      return eta > 0 ? eta : (double) NAN;
    default:
      return mn_unlink (MN_LINK_LOGIT, eta);
    }
}

/* The logarithm of the likelihood, but for what the line does not change: of
 * shares of events rate with n people, weighted by them. NaN for a line that
 * leaves the scale. */
static double
get_likelihood (const mn_groups *groups,
                int model,
                const double *rate,
                const double *weight,
                double m,
                double b)
{
  mn_total sum = { 0, 0 };

  for (size_t i = 0; i < groups->n; i++)
    {
      double fit = predict (model, m + b * mn_groups_offset (groups, i));
      double term;

      if (!(weight[i] > 0))
        continue;
      if (model == MN_MODEL_POISSON_LOG || model == MN_MODEL_POISSON_IDENTITY)
        term = (rate[i] > 0 ? rate[i] * log (fit) : 0) - fit;
      else
        term = (rate[i] > 0 ? rate[i] * log (fit) : 0) + (rate[i] < 1 ? (1 - rate[i]) * log1p (-fit) : 0);
      mn_total_add (&sum, weight[i] * term);
    }
  return mn_total_get (&sum);
}

/* The weight of a group in the least squares, and the slope of its score. */
static void
add_up (const mn_groups *groups,
        int model,
        const double *rate,
        const double *weight,
        double m,
        double b,
        Sums *sums)
{
  mn_total total[5] = { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } };

  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);
      double fit = predict (model, m + b * x);
      double info, score;

      if (!(weight[i] > 0))
        continue;
      score = weight[i] * (rate[i] - fit);
      if (model == MN_MODEL_POISSON_LOG)
        {
          info = weight[i] * fit;
        }
      else if (model == MN_MODEL_POISSON_IDENTITY)
        {
          info = weight[i] / fit;
          score /= fit;
        }
      else
        {
          info = weight[i] * fit * (1 - fit);
        }
      mn_total_add (&total[0], score);
      mn_total_add (&total[1], score * x);
      mn_total_add (&total[2], info);
      mn_total_add (&total[3], info * x);
      mn_total_add (&total[4], info * x * x);
    }
  sums->m_score = mn_total_get (&total[0]);
  sums->b_score = mn_total_get (&total[1]);
  sums->mm = mn_total_get (&total[2]);
  sums->mb = mn_total_get (&total[3]);
  sums->bb = mn_total_get (&total[4]);
}

/* What a group adds to the score of m; to that of b, times its place. */
static double
get_score (const mn_groups *groups,
           int model,
           const double *rate,
           const double *weight,
           double m,
           double b,
           size_t i)
{
  double fit = predict (model, m + b * mn_groups_offset (groups, i));

  if (!(weight[i] > 0))
    return 0;
  return weight[i] * (rate[i] - fit) / (model == MN_MODEL_POISSON_IDENTITY ? fit : 1);
}

/* The inverse of the information, on both sides of the variance of the scores. */
static void
sandwich (double *mm,
          double *mb,
          double *bb,
          double m2,
          double x1,
          double x2)
{
  double i_mm = *mm, i_mb = *mb, i_bb = *bb;

  *mm = i_mm * i_mm * m2 + 2 * i_mm * i_mb * x1 + i_mb * i_mb * x2;
  *mb = i_mm * i_mb * m2 + (i_mm * i_bb + i_mb * i_mb) * x1 + i_mb * i_bb * x2;
  *bb = i_mb * i_mb * m2 + 2 * i_mb * i_bb * x1 + i_bb * i_bb * x2;
}

static int
maximise (const mn_groups *groups,
          int model,
          const double *rate,
          const double *weight,
          double mean,
          double *m,
          double *b,
          Sums *sums)
{
  double likelihood;

  *b = 0;
  if (model == MN_MODEL_POISSON_LOG)
    *m = log (mean);
  else if (model == MN_MODEL_POISSON_IDENTITY)
    *m = mean;
  else
    *m = log (mean / (1 - mean));
  likelihood = get_likelihood (groups, model, rate, weight, *m, *b);

  for (int round = 0; round < MAX_ROUNDS; round++)
    {
      double determinant, m_step, b_step, next = (double) NAN, part = 1;

      add_up (groups, model, rate, weight, *m, *b, sums);
      determinant = sums->mm * sums->bb - sums->mb * sums->mb;
      if (!(determinant > 0 && isfinite (determinant)))
        return MN_NO_CONVERGENCE;
      m_step = (sums->bb * sums->m_score - sums->mb * sums->b_score) / determinant;
      b_step = (sums->mm * sums->b_score - sums->mb * sums->m_score) / determinant;
      if (fabs (m_step) + fabs (b_step) <= STEP * (fabs (*m) + fabs (*b)))
        return MN_OK;

      /* Half the way, if the whole of it leads down, but for rounding. */
      for (int half = 0; half < 60; half++, part /= 2)
        {
          next = get_likelihood (groups, model, rate, weight, *m + part * m_step, *b + part * b_step);
          if (next >= likelihood - 1e-12 * (1 + fabs (likelihood)))
            break;
        }
      if (!(next >= likelihood - 1e-12 * (1 + fabs (likelihood))))
        return MN_NO_CONVERGENCE;
      likelihood = next;
      *m += part * m_step;
      *b += part * b_step;
      /* Rounding keeps the last steps from getting any smaller. */
      if (round > 30 && fabs (m_step) + fabs (b_step) <= 1e-11 * (fabs (*m) + fabs (*b)))
        return MN_OK;
      if (fabs (*b) > 1e3 && model != MN_MODEL_POISSON_IDENTITY)
        return MN_NO_CONVERGENCE;
    }
  return MN_NO_CONVERGENCE;
}

/* healthequal 1.0.1 guesses the scale from the largest figure. */
static double
guess_scale (const mn_groups *groups)
{
  double most = 0, scale = 1;

  for (size_t i = 0; i < groups->n; i++)
    most = fmax (most, groups->y[i]);
  if (most > 1)
    for (scale = 100; scale < most && scale < 1e6;)
      scale *= 10;
  return scale;
}

int
mn_line_fit_glm (const mn_groups *groups,
                 int model,
                 int variance,
                 double scale,
                 const mn_design *design,
                 double *t,
                 double *e,
                 mn_line *line)
{
  int is_poisson = model == MN_MODEL_POISSON_LOG || model == MN_MODEL_POISSON_IDENTITY;
  mn_total events = { 0, 0 }, people = { 0, 0 };
  mn_total meat[3] = { { 0, 0 }, { 0, 0 }, { 0, 0 } };
  double *rate = t;
  double *weight = e;
  double first_place = (double) NAN, mean, m, b, determinant, mm, mb, bb;
  int one_place = 1, status;
  Sums sums;

  if (model == MN_MODEL_WHO)
    scale = guess_scale (groups);
  for (size_t i = 0; i < groups->n; i++)
    {
      rate[i] = groups->y[i] / scale;
      weight[i] = groups->w[i];
      if (!(groups->w[i] > 0))
        continue;
      if (rate[i] < 0)
        return MN_FIGURE_NOT_POSITIVE;
      if (!is_poisson && rate[i] > 1)
        return MN_OUT_OF_BOUNDS;
      if (model == MN_MODEL_WHO)
        {
          double rounded = ceil (weight[i]);

          rate[i] = nearbyint (rate[i] * rounded) / rounded;
          weight[i] = rounded * rounded;
        }
      if (isnan (first_place))
        first_place = mn_groups_offset (groups, i);
      one_place &= first_place == mn_groups_offset (groups, i);
      mn_total_add (&events, weight[i] * rate[i]);
      mn_total_add (&people, weight[i]);
    }
  if (one_place)
    return MN_ONE_PLACE;
  mean = mn_total_get (&events) / mn_total_get (&people);
  if (!(mean > 0))
    return MN_MEAN_NOT_POSITIVE;
  if (!is_poisson && !(mean < 1))
    return MN_OUT_OF_BOUNDS;

  status = maximise (groups, model, rate, weight, mean, &m, &b, &sums);
  if (status != MN_OK)
    return status;

  determinant = sums.mm * sums.bb - sums.mb * sums.mb;
  mm = sums.bb / determinant;
  mb = -sums.mb / determinant;
  bb = sums.mm / determinant;
  if (variance == MN_VARIANCE_HC1)
    {
      double k = (double) groups->n_live, m2, x1, x2;

      for (size_t i = 0; i < groups->n; i++)
        {
          double x = mn_groups_offset (groups, i);
          double score = get_score (groups, model, rate, weight, m, b, i);

          mn_total_add (&meat[0], score * score);
          mn_total_add (&meat[1], score * score * x);
          mn_total_add (&meat[2], score * score * x * x);
        }
      m2 = mn_total_get (&meat[0]) * k / (k - 2);
      x1 = mn_total_get (&meat[1]) * k / (k - 2);
      x2 = mn_total_get (&meat[2]) * k / (k - 2);
      sandwich (&mm, &mb, &bb, m2, x1, x2);
    }
  else if (variance == MN_VARIANCE_DESIGN)
    {
      double m2, x1, x2;

      for (size_t i = 0; i < groups->n; i++)
        weight[i] = get_score (groups, model, rate, weight, m, b, i);
      mn_design_variance (design, groups, weight, &m2, &x1, &x2);
      sandwich (&mm, &mb, &bb, m2, x1, x2);
    }
  else if (variance != MN_VARIANCE_MODEL)
    {
      mm = mb = bb = (double) NAN;
    }

  line->link = model == MN_MODEL_POISSON_LOG ? MN_LINK_LOG
               : model == MN_MODEL_POISSON_IDENTITY ? MN_LINK_IDENTITY : MN_LINK_LOGIT;
  line->scale = scale;
  line->df = 0;
  line->a = m - b / 2;
  line->b = b;
  line->a_variance = mm - mb + bb / 4;
  line->covariance = mb - bb / 2;
  line->b_variance = bb;
  return MN_OK;
}
