/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Least squares are linear in the figures: with x the place of a group and p its
 * share, the slope is sum c y and the most deprived end sum d y, where
 * c = p (x - 1/2) / sum p (x - 1/2)^2 and d = p - c / 2. Every variance is then a
 * sum of c and d with the variance of each figure.
 */
#include "slope.h"

#include <math.h>

#include "total.h"

/* The figures and their standard errors on the scale on which the line is drawn. */
static int
transform (const mn_groups *groups,
           int link,
           double scale,
           double *t,
           double *e)
{
  for (size_t i = 0; i < groups->n; i++)
    {
      double y = groups->y[i] / scale;
      double s = groups->s ? groups->s[i] / scale : (double) NAN;
      double l = groups->lower ? groups->lower[i] / scale : (double) NAN;
      double u = groups->upper ? groups->upper[i] / scale : (double) NAN;

      t[i] = e[i] = 0;
      if (!(groups->w[i] > 0))
        continue;
      if (link == MN_LINK_LOG)
        {
          if (!(y > 0))
            return MN_FIGURE_NOT_POSITIVE;
          t[i] = log (y);
          e[i] = l > 0 && u > 0 ? log (u / l) / (2 * groups->limits_z) : s / y;
        }
      else
        {
          if (!(y > 0 && y < 1))
            return MN_OUT_OF_BOUNDS;
          t[i] = log (y / (1 - y));
          e[i] = l > 0 && u < 1 ? log (u / (1 - u) / (l / (1 - l))) / (2 * groups->limits_z)
                                : s / (y * (1 - y));
        }
    }
  return MN_OK;
}

static int
fit_least_squares (const mn_groups *groups,
                   int link,
                   int variance,
                   double scale,
                   const mn_design *design,
                   double *t,
                   double *e,
                   mn_line *line)
{
  const double *y = groups->y;
  const double *s = groups->s;
  mn_total squares = { 0, 0 }, slope = { 0, 0 }, scatter = { 0, 0 };
  mn_total aa = { 0, 0 }, ab = { 0, 0 }, bb = { 0, 0 };
  double sxx, mean, k = (double) groups->n_live, factor = 1;

  line->link = link;
  line->scale = 1;
  line->df = 0;
  if (link != MN_LINK_IDENTITY)
    {
      int status = transform (groups, link, scale, t, e);

      if (status != MN_OK)
        return status;
      line->scale = scale;
      y = t;
      s = e;
    }
  mean = link == MN_LINK_IDENTITY ? groups->mean : mn_groups_mean (y, groups->p, groups->n);

  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);

      mn_total_add (&squares, groups->p[i] * x * x);
      mn_total_add (&slope, groups->p[i] * x * (y[i] - mean));
    }
  sxx = mn_total_get (&squares);
  if (!(sxx > 0))
    return MN_ONE_PLACE;
  line->b = mn_total_get (&slope) / sxx;
  line->a = mean - line->b / 2;

  if (variance == MN_VARIANCE_RESIDUAL)
    {
      for (size_t i = 0; i < groups->n; i++)
        {
          double r = y[i] - mean - line->b * mn_groups_offset (groups, i);

          mn_total_add (&scatter, groups->p[i] * r * r);
        }
      line->df = k - 2;
      factor = mn_total_get (&scatter) / (k - 2);
    }
  else if (variance == MN_VARIANCE_HC1)
    {
      factor = k / (k - 2);
    }
  else if (variance == MN_VARIANCE_DESIGN)
    {
      double mm, mb, v;

      /* What a row holds is its residual; the middle of the line and its slope are
       * totals of that and of that times the place. */
      for (size_t i = 0; i < groups->n; i++)
        e[i] = groups->p[i] * (y[i] - mean - line->b * mn_groups_offset (groups, i));
      mn_design_variance (design, groups, e, &mm, &mb, &v);
      mb /= sxx;
      v /= sxx * sxx;
      line->a_variance = mm - mb + v / 4;
      line->covariance = mb - v / 2;
      line->b_variance = v;
      return MN_OK;
    }

  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);
      double c = groups->p[i] * x / sxx;
      double d = groups->p[i] - c / 2;
      double v = (double) NAN;

      if (!(groups->w[i] > 0))
        continue;
      if (variance == MN_VARIANCE_RESIDUAL)
        v = 1 / groups->p[i];
      else if (variance == MN_VARIANCE_HC1)
        v = (y[i] - mean - line->b * x) * (y[i] - mean - line->b * x);
      else if (variance == MN_VARIANCE_PROPAGATED && s)
        v = s[i] * s[i];
      mn_total_add (&aa, d * d * v);
      mn_total_add (&ab, c * d * v);
      mn_total_add (&bb, c * c * v);
    }
  line->a_variance = factor * mn_total_get (&aa);
  line->covariance = factor * mn_total_get (&ab);
  line->b_variance = factor * mn_total_get (&bb);
  return MN_OK;
}

int
mn_line_fit (const mn_groups *groups,
             int model,
             int variance,
             double scale,
             const mn_design *design,
             double *t,
             double *e,
             mn_line *line)
{
  if (groups->n_live < 3)
    return MN_TOO_FEW_GROUPS;

  switch (model)
    {
    case MN_MODEL_LINEAR:
      return fit_least_squares (groups, MN_LINK_IDENTITY, variance, scale, design, t, e, line);
    case MN_MODEL_LOG:
      return fit_least_squares (groups, MN_LINK_LOG, variance, scale, design, t, e, line);
    case MN_MODEL_LOGIT:
      return fit_least_squares (groups, MN_LINK_LOGIT, variance, scale, design, t, e, line);
    default:
      return mn_line_fit_glm (groups, model, variance, scale, design, t, e, line);
    }
}

void
mn_line_curvature (const mn_groups *groups,
                   int variance,
                   mn_index *index)
{
  mn_total squares = { 0, 0 }, cubes = { 0, 0 }, bends = { 0, 0 };
  mn_total slope = { 0, 0 }, bend = { 0, 0 }, sum = { 0, 0 };
  double k = (double) groups->n_live, m2, skew, svv, b, c;

  if (groups->n_live < 3)
    {
      mn_index_fail (index, MN_TOO_FEW_GROUPS);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);

      mn_total_add (&squares, groups->p[i] * x * x);
      mn_total_add (&cubes, groups->p[i] * x * x * x);
    }
  m2 = mn_total_get (&squares);
  skew = m2 > 0 ? mn_total_get (&cubes) / m2 : 0;

  /* v is what of the square neither the mean nor the line holds. */
  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);
      double v = x * x - m2 - skew * x;
      double y = groups->y[i] - groups->mean;

      mn_total_add (&bends, groups->p[i] * v * v);
      mn_total_add (&bend, groups->p[i] * v * y);
      mn_total_add (&slope, groups->p[i] * x * y);
    }
  svv = mn_total_get (&bends);
  /* Two places leave rounding alone. */
  if (!(svv > 1e-20 * m2))
    {
      mn_index_fail (index, MN_TOO_FEW_GROUPS);
      return;
    }
  b = mn_total_get (&slope) / m2;
  c = mn_total_get (&bend) / svv;
  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);
      double v = x * x - m2 - skew * x;
      double r = groups->y[i] - groups->mean - b * x - c * v;
      double g = groups->p[i] * v / svv;

      if (!(groups->w[i] > 0))
        continue;
      if (variance == MN_VARIANCE_RESIDUAL)
        mn_total_add (&sum, groups->p[i] * r * r);
      else if (variance == MN_VARIANCE_PROPAGATED)
        mn_total_add (&sum, g * g * (groups->s ? groups->s[i] * groups->s[i] : (double) NAN));
    }
  mn_index_set (index, c, (double) NAN, MN_LIMITS_NONE);
  if (variance == MN_VARIANCE_PROPAGATED)
    index->se = sqrt (mn_total_get (&sum));
  else if (variance == MN_VARIANCE_RESIDUAL && k > 3)
    {
      index->se = sqrt (mn_total_get (&sum) / ((k - 3) * svv));
      index->df = k - 3;
    }
  if (!isnan (index->se))
    index->limits = MN_LIMITS_NORMAL;
}

/* What the link's curve climbs at eta. */
static double
get_climb (int link,
           double at)
{
  switch (link)
    {
    case MN_LINK_LOG:
      return at;
    case MN_LINK_LOGIT:
      return at * (1 - at);
    default:
      return 1;
    }
}

static double
get_deviation (double a_weight,
               double b_weight,
               const mn_line *line)
{
  double v = a_weight * a_weight * line->a_variance + 2 * a_weight * b_weight * line->covariance
             + b_weight * b_weight * line->b_variance;

  /* Rounding may leave a line without scatter a little below zero. */
  return v > 0 ? sqrt (v) : v <= 0 ? 0 : (double) NAN;
}

static void
read_ratio (const mn_line *line,
            int what,
            int ends,
            double most,
            double least,
            mn_index *index)
{
  double most_climb = get_climb (line->link, most);
  double least_climb = get_climb (line->link, least);

  /* The logarithm of least / most, by a and by b. */
  mn_index_set (index, least / most,
                get_deviation (least_climb / least - most_climb / most, least_climb / least, line),
                MN_LIMITS_LOG);
  if (ends == MN_ENDS_TURN)
    {
      index->limits = MN_LIMITS_TURN;
      index->middle = line->a + line->b / 2;
      index->slope = line->b;
      index->slope_se = sqrt (line->b_variance);
    }
  else if (ends == MN_ENDS_FIELLER)
    {
      index->limits = MN_LIMITS_FIELLER;
      index->top = least;
      index->bottom = most;
      index->bottom_variance = line->a_variance;
      index->covariance = line->a_variance + line->covariance;
      index->top_variance = line->a_variance + 2 * line->covariance + line->b_variance;
    }
  index->is_ratio = 1;
  index->link = (uint8_t) line->link;
  if (what == MN_LINE_MOST_OVER_LEAST)
    {
      index->value = most / least;
      index->is_inverse = ends != MN_ENDS_DELTA;
    }
}

void
mn_line_read (const mn_line *line,
              int what,
              int ends,
              mn_index *index)
{
  double most = mn_unlink (line->link, line->a);
  double least = mn_unlink (line->link, line->a + line->b);
  double most_climb = get_climb (line->link, most);
  double least_climb = get_climb (line->link, least);
  double scale = line->scale;
  /* A straight line of the figures is in their unit; logarithms and logits have none. */
  double unit = line->link == MN_LINK_IDENTITY ? scale : 1;
  double mean;

  switch (what)
    {
    case MN_LINE_SLOPE:
      mn_index_set (index, unit * line->b, unit * get_deviation (0, 1, line), MN_LIMITS_NORMAL);
      index->is_ratio = line->link != MN_LINK_IDENTITY;
      break;
    case MN_LINE_MOST:
    case MN_LINE_LEAST:
      mn_index_set (index, scale * (what == MN_LINE_MOST ? most : least), 0, MN_LIMITS_LINK);
      index->link = (uint8_t) line->link;
      index->middle = what == MN_LINE_MOST ? line->a : line->a + line->b;
      index->slope_se = get_deviation (1, what == MN_LINE_LEAST, line);
      index->scale = scale;
      index->se = scale * (what == MN_LINE_MOST ? most_climb : least_climb) * index->slope_se;
      break;
    case MN_LINE_DIFFERENCE:
      mn_index_set (index, scale * (least - most),
                    scale * get_deviation (least_climb - most_climb, least_climb, line), MN_LIMITS_NORMAL);
      if (line->link == MN_LINK_IDENTITY)
        index->value = scale * line->b;
      if (ends == MN_ENDS_TURN)
        {
          index->limits = MN_LIMITS_TURN;
          index->link = (uint8_t) line->link;
          index->middle = line->a + line->b / 2;
          index->slope = line->b;
          index->slope_se = sqrt (line->b_variance);
          index->scale = scale;
        }
      break;
    case MN_LINE_PER_MEAN:
      mean = line->a + line->b / 2;
      if (!(mean > 0))
        {
          mn_index_fail (index, MN_MEAN_NOT_POSITIVE);
          return;
        }
      mn_index_set (index, line->b / mean,
                    get_deviation (-line->b / (mean * mean), 1 / mean - line->b / (2 * mean * mean), line),
                    MN_LIMITS_NORMAL);
      index->is_ratio = 1;
      break;
    default:
      if (!(most > 0 && least > 0))
        {
          mn_index_fail (index, MN_FIT_NOT_POSITIVE);
          return;
        }
      read_ratio (line, what, ends, most, least, index);
      break;
    }
  index->df = line->df;
}
