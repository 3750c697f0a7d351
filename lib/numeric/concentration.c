/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every index is made of A, a sum of the figures with weights by rank that add up to
 * nothing, and of the mean. The figures may be taken as differences from the mean,
 * so that where all are equal everything is 0, and no digits are lost to a large
 * common part.
 */
#include "concentration.h"

#include <math.h>

#include "total.h"

/* What the weights by rank are made from: H (h) is that of a group from l to h less
 * that from l to l. */
static double
get_power (const mn_concentration *what,
           double at)
{
  switch (what->kind)
    {
    case MN_CONCENTRATION_EXTENDED:
    case MN_CONCENTRATION_EXTENDED_GENERALISED:
    case MN_CONCENTRATION_ACHIEVEMENT:
      return at + pow (1 - at, what->aversion);
    case MN_CONCENTRATION_SYMMETRIC:
    case MN_CONCENTRATION_SYMMETRIC_GENERALISED:
      return pow (2, what->aversion - 2) * pow (fabs (at - 0.5), what->aversion);
    default:
      return (at - 0.5) * (at - 0.5);
    }
}

/* Its derivative: the weight of somebody at this place. */
static double
get_weight (const mn_concentration *what,
            double at)
{
  double weight;

  switch (what->kind)
    {
    case MN_CONCENTRATION_EXTENDED:
    case MN_CONCENTRATION_EXTENDED_GENERALISED:
    case MN_CONCENTRATION_ACHIEVEMENT:
      return 1 - what->aversion * pow (1 - at, what->aversion - 1);
    case MN_CONCENTRATION_SYMMETRIC:
    case MN_CONCENTRATION_SYMMETRIC_GENERALISED:
      weight = what->aversion * pow (2, what->aversion - 2) * pow (fabs (at - 0.5), what->aversion - 1);
      return at < 0.5 ? -weight : weight;
    default:
      return 2 * (at - 0.5);
    }
}

static int
is_quadratic (const mn_concentration *what)
{
  return what->kind < MN_CONCENTRATION_EXTENDED;
}

/* The mean weight of a group that takes up the places from low to high. */
static double
get_mean_weight (const mn_concentration *what,
                 double low,
                 double high)
{
  if (is_quadratic (what))
    return (low - 0.5) + (high - 0.5);
  if (high > low)
    return (get_power (what, high) - get_power (what, low)) / (high - low);
  return 0;
}

/* The index as a function of A and the mean, and its derivatives by both. */
static int
combine (const mn_concentration *what,
         double sum,
         double mean,
         double *value,
         double *by_sum,
         double *by_mean)
{
  double nu = what->aversion;
  double range = what->upper - what->lower;
  double above = mean - what->lower;
  double below = what->upper - mean;

  *by_mean = 0;
  switch (what->kind)
    {
    case MN_CONCENTRATION_STANDARD:
    case MN_CONCENTRATION_EXTENDED:
    case MN_CONCENTRATION_SYMMETRIC:
      if (!(mean > 0))
        return MN_MEAN_NOT_POSITIVE;
      *by_sum = 1 / mean;
      *by_mean = -sum / (mean * mean);
      break;
    case MN_CONCENTRATION_ERREYGERS:
      *by_sum = 4 / range;
      break;
    case MN_CONCENTRATION_WAGSTAFF:
      if (!(above > 0 && below > 0))
        return MN_OUT_OF_BOUNDS;
      *by_sum = range / (above * below);
      *by_mean = -sum * range * (below - above) / (above * below * above * below);
      break;
    case MN_CONCENTRATION_MODIFIED:
      if (!(above > 0))
        return MN_OUT_OF_BOUNDS;
      *by_sum = 1 / above;
      *by_mean = -sum / (above * above);
      break;
    case MN_CONCENTRATION_EXTENDED_GENERALISED:
      *by_sum = pow (nu, nu / (nu - 1)) / (nu - 1);
      break;
    case MN_CONCENTRATION_SYMMETRIC_GENERALISED:
      *by_sum = 4;
      break;
    case MN_CONCENTRATION_ACHIEVEMENT:
      *by_sum = -1;
      *by_mean = 1;
      *value = mean - sum;
      return MN_OK;
    default:
      *by_sum = 1;
      break;
    }
  *value = *by_sum * sum;
  return MN_OK;
}

static int
has_unit (int kind)
{
  return kind == MN_CONCENTRATION_GENERALISED || kind == MN_CONCENTRATION_EXTENDED_GENERALISED
         || kind == MN_CONCENTRATION_SYMMETRIC_GENERALISED || kind == MN_CONCENTRATION_ACHIEVEMENT;
}

static double
propagate (const mn_groups *groups,
           const double *weight,
           double by_sum,
           double by_mean)
{
  mn_total variance = { 0, 0 };

  for (size_t i = 0; i < groups->n; i++)
    {
      double g = groups->p[i] * (by_sum * weight[i] + by_mean);

      if (groups->w[i] > 0)
        mn_total_add (&variance, g * g * (groups->s ? groups->s[i] * groups->s[i] : (double) NAN));
    }
  return sqrt (mn_total_get (&variance));
}

/* What a group adds to the variance, given its influence by way of the sum. */
static inline double
get_square (const mn_groups *groups,
            size_t i,
            double by_way_of_sum,
            double by_mean)
{
  double z = groups->p[i] * (by_way_of_sum + by_mean * (groups->y[i] - groups->mean));

  return z * z;
}

/* The influence of each person on A: what they hold at their weight, what they move
 * the ranks of those above, less the mean of both. */
static double
influence (const mn_groups *groups,
           const mn_concentration *what,
           const double *weight,
           double by_sum,
           double by_mean,
           double *pushed)
{
  mn_total above = { 0, 0 }, mean = { 0, 0 }, variance = { 0, 0 };
  mn_lanes lanes = { { 0 }, { 0 } };
  size_t at = 0;
  double middle;

  for (size_t end = groups->n, first; end > 0; end = first)
    {
      mn_total held = { 0, 0 };
      double share = 0, climb, own, moved;

      /* People who are tied with nobody, as most are. */
      first = end - 1;
      if (is_quadratic (what) && (first == 0 || groups->high[first - 1] != groups->high[first]))
        {
          own = groups->p[first] * (groups->y[first] - groups->mean);
          pushed[first] = mn_total_get (&above) + own + (groups->y[first] - groups->mean) * weight[first];
          mn_total_add (&above, 2 * own);
          continue;
        }
      for (first = end; first > 0 && groups->low[first - 1] == groups->low[end - 1]
                        && groups->high[first - 1] == groups->high[end - 1];
           first--)
        {
          mn_total_add (&held, groups->p[first - 1] * (groups->y[first - 1] - groups->mean));
          share += groups->p[first - 1];
        }
      climb = is_quadratic (what) ? 2 * share
                                  : get_weight (what, groups->high[end - 1]) - get_weight (what, groups->low[end - 1]);
      own = share > 0 ? climb * mn_total_get (&held) / share : 0;
      /* Somebody more in a tie moves its upper end, where the weight is more than the mean
       * one of the tie: by half the climb only where weights lie on a line. */
      moved = own / 2;
      if (!is_quadratic (what) && share > 0)
        moved = (get_weight (what, groups->high[end - 1]) - weight[end - 1]) * mn_total_get (&held) / share;
      for (size_t i = first; i < end; i++)
        pushed[i] = mn_total_get (&above) + moved + (groups->y[i] - groups->mean) * weight[i];
      mn_total_add (&above, own);
    }

  for (; at + MN_LANES <= groups->n; at += MN_LANES)
    {
      double parts[MN_LANES];

      for (int lane = 0; lane < MN_LANES; lane++)
        parts[lane] = groups->p[at + lane] * pushed[at + lane];
      mn_lanes_add (&lanes, parts);
    }
  mn_lanes_end (&lanes, &mean);
  for (; at < groups->n; at++)
    mn_total_add (&mean, groups->p[at] * pushed[at]);
  middle = mn_total_get (&mean);

  lanes = (mn_lanes) { { 0 }, { 0 } };
  for (at = 0; at + MN_LANES <= groups->n; at += MN_LANES)
    {
      double parts[MN_LANES];

      for (int lane = 0; lane < MN_LANES; lane++)
        parts[lane] = get_square (groups, at + lane, by_sum * (pushed[at + lane] - middle), by_mean);
      mn_lanes_add (&lanes, parts);
    }
  mn_lanes_end (&lanes, &variance);
  for (; at < groups->n; at++)
    mn_total_add (&variance, get_square (groups, at, by_sum * (pushed[at] - middle), by_mean));
  return sqrt (mn_total_get (&variance));
}

/* The convenient regression: of 2 v times the figure, times what makes A the index,
 * on the places x, where v is the variance of x. Its slope is the index. */
static double
convenient (const mn_groups *groups,
            const mn_concentration *what,
            double sum,
            double factor,
            double *held,
            double *cluster_sums)
{
  mn_total squares = { 0, 0 }, meat = { 0, 0 };
  double k = (double) groups->n_live;
  double v;

  if (k < 3)
    return (double) NAN;
  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);

      mn_total_add (&squares, groups->p[i] * x * x);
    }
  v = mn_total_get (&squares);
  if (!(v > 0))
    return (double) NAN;
  for (size_t c = 0; what->error == MN_CONCENTRATION_ERROR_CONVENIENT_CLUSTER && c < what->n_clusters; c++)
    cluster_sums[c] = (double) NAN;

  for (size_t i = 0; i < groups->n; i++)
    {
      double x = mn_groups_offset (groups, i);
      double r = factor * (2 * v * (groups->y[i] - groups->mean) - sum * x);
      double score = groups->p[i] * x * r;

      held[i] = groups->p[i] * r;
      if (!(groups->w[i] > 0))
        continue;
      if (what->error == MN_CONCENTRATION_ERROR_CONVENIENT)
        {
          mn_total_add (&meat, groups->p[i] * r * r);
        }
      else if (what->error == MN_CONCENTRATION_ERROR_CONVENIENT_HC1)
        {
          mn_total_add (&meat, score * score);
        }
      else if (what->error == MN_CONCENTRATION_ERROR_CONVENIENT_CLUSTER)
        {
          double *cluster = &cluster_sums[what->clusters[i]];

          *cluster = isnan (*cluster) ? score : *cluster + score;
        }
    }

  if (what->error == MN_CONCENTRATION_ERROR_CONVENIENT)
    return sqrt (mn_total_get (&meat) / ((k - 2) * v));
  if (what->error == MN_CONCENTRATION_ERROR_DESIGN)
    {
      double of_level, with_level, of_slope;

      mn_design_variance (what->design, groups, held, &of_level, &with_level, &of_slope);
      return sqrt (of_slope) / v;
    }
  if (what->error == MN_CONCENTRATION_ERROR_CONVENIENT_CLUSTER)
    {
      double n_found = 0;

      for (size_t c = 0; c < what->n_clusters; c++)
        if (!isnan (cluster_sums[c]))
          {
            mn_total_add (&meat, cluster_sums[c] * cluster_sums[c]);
            n_found++;
          }
      if (n_found < 2)
        return (double) NAN;
      return sqrt (mn_total_get (&meat) * n_found / (n_found - 1) * (k - 1) / (k - 2)) / v;
    }
  return sqrt (mn_total_get (&meat) * k / (k - 2)) / v;
}

static int
is_within_bounds (const mn_groups *groups,
                  const mn_concentration *what)
{
  int has_both = what->kind == MN_CONCENTRATION_ERREYGERS || what->kind == MN_CONCENTRATION_WAGSTAFF;

  if (!has_both && what->kind != MN_CONCENTRATION_MODIFIED)
    return 1;
  for (size_t i = 0; i < groups->n; i++)
    if (groups->w[i] > 0 && (groups->y[i] < what->lower || (has_both && groups->y[i] > what->upper)))
      return 0;
  return 1;
}

static void
fill_weights (const mn_groups *groups,
              const mn_concentration *what,
              double *weight)
{
  double last_low = -1, last_high = -1, last = 0;

  if (is_quadratic (what))
    {
      for (size_t i = 0; i < groups->n; i++)
        weight[i] = (groups->low[i] - 0.5) + (groups->high[i] - 0.5);
      return;
    }
  for (size_t i = 0; i < groups->n; i++)
    {
      /* Powers are dear, and those of a place are the same. */
      if (groups->low[i] != last_low || groups->high[i] != last_high)
        {
          last_low = groups->low[i];
          last_high = groups->high[i];
          last = get_mean_weight (what, last_low, last_high);
        }
      weight[i] = last;
    }
}

/* A: groups without people have no share. */
static double
add_up (const mn_groups *groups,
        const double *weight)
{
  mn_total total = { 0, 0 };
  mn_lanes lanes = { { 0 }, { 0 } };
  size_t at = 0;

  for (; at + MN_LANES <= groups->n; at += MN_LANES)
    {
      double parts[MN_LANES];

      for (int lane = 0; lane < MN_LANES; lane++)
        parts[lane] = groups->p[at + lane] * weight[at + lane] * (groups->y[at + lane] - groups->mean);
      mn_lanes_add (&lanes, parts);
    }
  mn_lanes_end (&lanes, &total);
  for (; at < groups->n; at++)
    mn_total_add (&total, groups->p[at] * weight[at] * (groups->y[at] - groups->mean));
  return mn_total_get (&total);
}

void
mn_concentration_index (const mn_groups *groups,
                        const mn_concentration *what,
                        double *a,
                        double *b,
                        double *cluster_sums,
                        mn_index *index)
{
  double sum, value, by_sum, by_mean, se = (double) NAN;
  int status;

  if (groups->n_live < 2)
    {
      mn_index_fail (index, MN_TOO_FEW_GROUPS);
      return;
    }
  if (!is_within_bounds (groups, what))
    {
      mn_index_fail (index, MN_OUT_OF_BOUNDS);
      return;
    }
  fill_weights (groups, what, a);
  sum = add_up (groups, a);

  status = combine (what, sum, groups->mean, &value, &by_sum, &by_mean);
  if (status != MN_OK)
    {
      mn_index_fail (index, status);
      return;
    }
  switch (what->error)
    {
    case MN_CONCENTRATION_ERROR_PROPAGATED:
      se = propagate (groups, a, by_sum, by_mean);
      break;
    case MN_CONCENTRATION_ERROR_INFLUENCE:
      se = influence (groups, what, a, by_sum, by_mean, b);
      break;
    case MN_CONCENTRATION_ERROR_NONE:
      break;
    default:
      se = convenient (groups, what, sum, by_sum, b, cluster_sums);
      break;
    }
  mn_index_set (index, value, se, isnan (se) ? MN_LIMITS_NONE : MN_LIMITS_NORMAL);
  index->is_ratio = !has_unit (what->kind);
}

size_t
mn_concentration_curve (const mn_groups *groups,
                        double factor,
                        double *people,
                        double *figures)
{
  mn_total held = { 0, 0 };
  size_t n = 1;

  people[0] = figures[0] = 0;
  for (size_t first = 0, end; first < groups->n; first = end)
    {
      for (end = first; end < groups->n && groups->low[end] == groups->low[first]
                        && groups->high[end] == groups->high[first];
           end++)
        mn_total_add (&held, groups->p[end] * groups->y[end]);
      people[n] = groups->high[first];
      figures[n++] = factor * mn_total_get (&held);
    }
  return n;
}
