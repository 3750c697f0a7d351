/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What must hold of any curves, and small random data against the definitions, row by
 * row.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/survival.h"
#include "support/survival.h"

#define MOST 60
#define N_CAUSES 2

typedef struct
{
  gsize n;
  double stop[MOST];
  double status[MOST];
  double start[MOST];
  double weight[MOST];
} Episodes;

static void
draw (Episodes *of,
      GRand *rand,
      gboolean late)
{
  of->n = (gsize) g_rand_int_range (rand, 1, MOST);
  for (gsize i = 0; i < of->n; i++)
    {
      of->start[i] = late ? g_rand_int_range (rand, 0, 12) : 0;
      of->stop[i] = of->start[i] + g_rand_int_range (rand, 1, 15);
      of->status[i] = g_rand_int_range (rand, 0, N_CAUSES + 1);
      of->weight[i] = 1;
    }
}

static MarmotTable *
table_of (const Episodes *of,
          gboolean late,
          gboolean weighted)
{
  const char *names[5] = { "stop", "status", NULL };
  const double *columns[4] = { of->stop, of->status };
  gsize n = 2;

  if (late)
    {
      names[n] = "start";
      columns[n++] = of->start;
    }
  if (weighted)
    {
      names[n] = "weight";
      columns[n++] = of->weight;
    }
  names[n] = NULL;
  return test_figures (names, columns, of->n);
}

static MarmotSurvival *
curves_of (const Episodes *of,
           gboolean late,
           gboolean weighted,
           MarmotMethod variance)
{
  g_autoptr (MarmotTable) table = table_of (of, late, weighted);
  g_autoptr (MarmotSurvivalOptions) options
    = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "n-causes", N_CAUSES, "variance", variance, NULL);
  g_autoptr (GError) error = NULL;
  MarmotSurvival *survival = marmot_survival_new (table, NULL, options, &error);

  g_assert_no_error (error);
  return survival;
}

static void
check_same (MarmotSurvival *a,
            MarmotSurvival *b,
            double tolerance)
{
  static const char *const names[] = { "time", "at_risk", "events", "censored", "value", "lower", "upper", "se" };

  for (int curve = MARMOT_TIME_CURVE_EVENT_FREE; curve <= MARMOT_TIME_CURVE_HAZARD; curve++)
    {
      g_autoptr (MarmotTable) x = marmot_survival_to_table (a, (MarmotTimeCurve) curve);
      g_autoptr (MarmotTable) y = marmot_survival_to_table (b, (MarmotTimeCurve) curve);

      cr_assert (marmot_table_get_n_rows (x) == marmot_table_get_n_rows (y));
      for (gsize row = 0; row < marmot_table_get_n_rows (x); row++)
        for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
          {
            double p = test_result (x, names[i], row), q = test_result (y, names[i], row);

            cr_assert (test_near (p, q, tolerance), "%s %zu: %.17g %.17g", names[i], row, p, q);
          }
    }
}

/* Kaplan and Meier, Greenwood, Nelson and Aalen, Aalen and Johansen with its variance as
 * a double sum, all from the rows, time by time. */
Test (survival_properties, agree_with_the_definitions)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int trial = 0; trial < 300; trial++)
    {
      gboolean late = trial % 2;
      Episodes of;
      g_autoptr (MarmotSurvival) survival = NULL;
      g_autoptr (MarmotTable) free = NULL, hazard = NULL, causes = NULL;
      double s[MOST + 1] = { 1 }, before[MOST], f[N_CAUSES][MOST], n_at[MOST], d_at[MOST], dk_at[N_CAUSES][MOST];
      double v = 0, h = 0, vh = 0, incidence[N_CAUSES] = { 0 };
      gsize steps = 0;

      draw (&of, rand, late);
      survival = curves_of (&of, late, FALSE, MARMOT_METHOD_GREENWOOD);
      free = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_EVENT_FREE);
      hazard = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_HAZARD);
      causes = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_CAUSE);
      for (double t = 0; t < 40; t++)
        {
          double n = 0, d = 0, c = 0, dk[N_CAUSES] = { 0 }, left;

          for (gsize i = 0; i < of.n; i++)
            {
              n += (!late || of.start[i] < t) && t <= of.stop[i];
              if (of.stop[i] != t)
                continue;
              c += of.status[i] == 0;
              d += of.status[i] > 0;
              for (int k = 0; k < N_CAUSES; k++)
                dk[k] += of.status[i] == k + 1;
            }
          if (d + c == 0)
            continue;
          before[steps] = s[steps];
          left = s[steps] * (n - d) / n;
          s[steps + 1] = left;
          if (d < n)
            v += d / (n * (n - d));
          h += d / n;
          vh += d / (n * n);
          n_at[steps] = n;
          d_at[steps] = d;
          cr_assert (test_result (free, "time", steps) == t);
          cr_assert (test_result (free, "at_risk", steps) == n);
          cr_assert (test_result (free, "censored", steps) == c);
          cr_assert (fabs (test_result (free, "value", steps) - left) < 1e-14);
          if (left > 0)
            cr_assert (fabs (test_result (free, "se", steps) - left * sqrt (v)) < 1e-13);
          else
            cr_assert (isnan (test_result (free, "se", steps)) && isnan (test_result (free, "lower", steps)));
          cr_assert (fabs (test_result (hazard, "value", steps) - h) < 1e-13);
          cr_assert (fabs (test_result (hazard, "se", steps) - sqrt (vh)) < 1e-13);
          for (int k = 0; k < N_CAUSES; k++)
            {
              incidence[k] += before[steps] * dk[k] / n;
              f[k][steps] = incidence[k];
              dk_at[k][steps] = dk[k];
            }
          steps++;
        }
      cr_assert (marmot_table_get_n_rows (free) == steps);
      for (int k = 0; k < N_CAUSES; k++)
        for (gsize t = 0; t < steps; t++)
          {
            gsize row = (gsize) k * steps + t;
            double variance = 0, se = test_result (causes, "se", row);

            for (gsize j = 0; j <= t; j++)
              {
                double grown = f[k][t] - f[k][j], n = n_at[j], d = d_at[j], own = dk_at[k][j];

                if (before[j] == 0)
                  continue;
                if (d < n)
                  variance += grown * grown * d / (n * (n - d));
                variance += before[j] * before[j] * own * (n - own) / (n * n * n) - 2 * grown * before[j] * own / (n * n);
              }
            cr_assert (fabs (test_result (causes, "value", row) - f[k][t]) < 1e-14);
            cr_assert (fabs (se * se - variance) < 1e-14, "trial %d: %.17g and not %.17g", trial, se * se, variance);
          }
    }
}

/* Whatever the data, the causes and the share left add up to one, curves do not turn, and
 * limits hold the value and stay inside their bounds. */
Test (survival_properties, shares_add_up)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  const MarmotMethod scales[] = { MARMOT_METHOD_CURVE_LOG_LOG, MARMOT_METHOD_CURVE_LOG, MARMOT_METHOD_CURVE_PLAIN,
                                  MARMOT_METHOD_CURVE_LOGIT, MARMOT_METHOD_CURVE_ARCSINE };

  for (int trial = 0; trial < 200; trial++)
    {
      gboolean late = trial % 2;
      Episodes of;
      g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
      g_autoptr (MarmotSurvivalOptions) options = NULL;
      g_autoptr (MarmotTable) table = NULL, free = NULL, ended = NULL, causes = NULL;
      g_autoptr (MarmotSurvival) survival = NULL;
      gsize steps;

      draw (&of, rand, late);
      table = table_of (&of, late, FALSE);
      marmot_interval_options_set_method (interval, scales[trial % 5]);
      options = marmot_survival_options_new (interval, N_CAUSES);
      survival = marmot_survival_new (table, NULL, options, NULL);
      free = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_EVENT_FREE);
      ended = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_ENDED);
      causes = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_CAUSE);
      steps = marmot_table_get_n_rows (free);
      for (gsize i = 0; i < steps; i++)
        {
          double left = test_result (free, "value", i), sum = left, before = i ? test_result (free, "value", i - 1) : 1;
          double lower = test_result (free, "lower", i), upper = test_result (free, "upper", i);

          for (gsize k = 0; k < N_CAUSES; k++)
            {
              gsize row = k * steps + i;

              sum += test_result (causes, "value", row);
              cr_assert (test_result (causes, "event_free", row) == left);
              cr_assert (i == 0 || test_result (causes, "value", row) >= test_result (causes, "value", row - 1));
            }
          cr_assert (fabs (sum - 1) < 1e-14);
          cr_assert (left <= before && left >= 0);
          cr_assert (test_result (ended, "value", i) == 1 - left);
          if (!isnan (lower))
            {
              cr_assert (lower >= 0 && upper <= 1 && lower <= left + 1e-15 && left <= upper + 1e-15);
              cr_assert (test_result (ended, "lower", i) == 1 - upper && test_result (ended, "upper", i) == 1 - lower);
            }
        }
    }
}

Test (survival_properties, order_of_rows_does_not_matter)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (int trial = 0; trial < 100; trial++)
    {
      Episodes of, other;
      g_autoptr (MarmotSurvival) a = NULL, b = NULL;

      draw (&of, rand, TRUE);
      for (gsize i = 0; i < of.n; i++)
        of.weight[i] = 0.25 * g_rand_int_range (rand, 1, 8) + 0.1;
      other = of;
      for (gsize i = 0; i < of.n; i++)
        {
          gsize j = of.n - 1 - i;

          other.stop[i] = of.stop[j];
          other.status[i] = of.status[j];
          other.start[i] = of.start[j];
          other.weight[i] = of.weight[j];
        }
      a = curves_of (&of, TRUE, FALSE, MARMOT_METHOD_GREENWOOD);
      b = curves_of (&other, TRUE, FALSE, MARMOT_METHOD_GREENWOOD);
      check_same (a, b, 0);
      g_clear_object (&a);
      g_clear_object (&b);
      a = curves_of (&of, TRUE, TRUE, MARMOT_METHOD_GREENWOOD);
      b = curves_of (&other, TRUE, TRUE, MARMOT_METHOD_GREENWOOD);
      check_same (a, b, 1e-12);
    }
}

/* A weight of two is two rows, and entry at 0 is no late entry. */
Test (survival_properties, weights_and_entries_mean_what_they_say)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);

  for (int trial = 0; trial < 100; trial++)
    {
      Episodes of, twice;
      g_autoptr (MarmotSurvival) a = NULL, b = NULL, c = NULL;

      draw (&of, rand, FALSE);
      of.n = MIN (of.n, MOST / 2);
      twice = of;
      twice.n = 2 * of.n;
      for (gsize i = 0; i < of.n; i++)
        {
          of.weight[i] = 2;
          twice.stop[of.n + i] = of.stop[i];
          twice.status[of.n + i] = of.status[i];
          twice.start[of.n + i] = of.start[i];
        }
      a = curves_of (&of, FALSE, TRUE, MARMOT_METHOD_GREENWOOD);
      b = curves_of (&twice, FALSE, FALSE, MARMOT_METHOD_GREENWOOD);
      check_same (a, b, 1e-14);
      c = curves_of (&twice, TRUE, FALSE, MARMOT_METHOD_GREENWOOD);
      check_same (b, c, 0);
      cr_assert (marmot_survival_get_variance (a) == MARMOT_METHOD_GREENWOOD);
    }
}

/* Without weights and clusters the jackknife of the share left is Greenwood's, to the
 * last bits; and that from counts is that from rows. */
Test (survival_properties, jackknife_of_single_rows_is_greenwood)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int trial = 0; trial < 100; trial++)
    {
      Episodes of;
      g_autoptr (MarmotSurvival) a = NULL, b = NULL, c = NULL;
      g_autoptr (MarmotTable) x = NULL, y = NULL;

      draw (&of, rand, FALSE);
      a = curves_of (&of, FALSE, FALSE, MARMOT_METHOD_GREENWOOD);
      b = curves_of (&of, FALSE, FALSE, MARMOT_METHOD_INFINITESIMAL_JACKKNIFE);
      x = marmot_survival_to_table (a, MARMOT_TIME_CURVE_EVENT_FREE);
      y = marmot_survival_to_table (b, MARMOT_TIME_CURVE_EVENT_FREE);
      for (gsize i = 0; i < marmot_table_get_n_rows (x); i++)
        {
          double p = test_result (x, "se", i), q = test_result (y, "se", i);

          cr_assert (isnan (p) ? isnan (q) : fabs (p - q) < 1e-13, "%.17g %.17g", p, q);
        }
      /* Entry at 0 takes the way through the rows. */
      c = curves_of (&of, TRUE, FALSE, MARMOT_METHOD_INFINITESIMAL_JACKKNIFE);
      check_same (b, c, 1e-9);
    }
}

/* The mean is the area under the curve, also with errors by row. */
Test (survival_properties, restricted_mean_is_the_area)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (int trial = 0; trial < 100; trial++)
    {
      Episodes of;
      g_autoptr (MarmotSurvival) a = NULL, b = NULL;

      draw (&of, rand, FALSE);
      a = curves_of (&of, FALSE, FALSE, MARMOT_METHOD_GREENWOOD);
      b = curves_of (&of, FALSE, FALSE, MARMOT_METHOD_INFINITESIMAL_JACKKNIFE);
      for (double tau = 0.5; tau < 15; tau += 3.25)
        {
          g_autoptr (MarmotEstimate) mean = marmot_survival_get_restricted_mean (a, 0, tau);
          g_autoptr (MarmotEstimate) robust = marmot_survival_get_restricted_mean (b, 0, tau);
          double area = 0;

          if (marmot_estimate_get_status (mean) != MARMOT_STATUS_OK)
            {
              cr_assert (marmot_estimate_get_status (mean) == MARMOT_STATUS_BEYOND_FOLLOW_UP);
              continue;
            }
          for (double t = 0.125; t < tau; t += 0.25)
            {
              g_autoptr (MarmotEstimate) value = marmot_survival_get_value (a, 0, MARMOT_TIME_CURVE_EVENT_FREE, 0, t);

              area += 0.25 * marmot_estimate_get_value (value);
            }
          cr_assert (fabs (marmot_estimate_get_value (mean) - area) < 1e-12);
          cr_assert (fabs (marmot_estimate_get_lower (mean) - marmot_estimate_get_lower (robust)) < 1e-12);
        }
    }
}

/* --- edges ------------------------------------------------------------------------------- */

static MarmotSurvival *
of_rows (const double *stop,
         const double *status,
         gsize n,
         MarmotSurvivalOptions *options)
{
  const char *const names[] = { "stop", "status", NULL };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotTable) table = test_figures (names, columns, n);
  g_autoptr (GError) error = NULL;
  MarmotSurvival *survival = marmot_survival_new (table, NULL, options, &error);

  g_assert_no_error (error);
  return survival;
}

Test (survival_properties, one_row_and_none)
{
  const double stop[] = { 5 }, status[] = { 1 }, censored[] = { 0 };
  g_autoptr (MarmotSurvival) none = of_rows (stop, status, 0, NULL);
  g_autoptr (MarmotSurvival) one = of_rows (stop, status, 1, NULL);
  g_autoptr (MarmotSurvival) open = of_rows (stop, censored, 1, NULL);
  g_autoptr (MarmotEstimate) median = marmot_survival_get_median (one, 0);
  g_autoptr (MarmotEstimate) no_median = marmot_survival_get_median (open, 0);
  g_autoptr (MarmotEstimate) later = marmot_survival_get_value (open, 0, MARMOT_TIME_CURVE_ENDED, 0, 5.5);
  g_autoptr (MarmotEstimate) then = marmot_survival_get_value (open, 0, MARMOT_TIME_CURVE_ENDED, 0, 5);
  g_autoptr (MarmotEstimate) after = marmot_survival_get_value (one, 0, MARMOT_TIME_CURVE_ENDED, 0, 500);
  g_autoptr (MarmotEstimate) mean = marmot_survival_get_restricted_mean (one, 0, 500);
  g_autoptr (MarmotTable) summary = marmot_survival_summarise (none);
  g_autoptr (MarmotTable) of_open = marmot_survival_summarise (open);

  cr_assert (marmot_survival_get_status (none, 0) == MARMOT_STATUS_EMPTY_GROUP);
  cr_assert (test_status_is (summary, "status", 0, MARMOT_STATUS_EMPTY_GROUP));
  cr_assert (marmot_estimate_get_value (median) == 5 && isnan (marmot_estimate_get_lower (median)));
  cr_assert (marmot_estimate_get_status (no_median) == MARMOT_STATUS_NOT_REACHED);
  cr_assert (marmot_estimate_get_status (later) == MARMOT_STATUS_BEYOND_FOLLOW_UP);
  cr_assert (marmot_estimate_get_value (then) == 0);
  /* Nobody is left, so that the curve is known for ever. */
  cr_assert (marmot_estimate_get_value (after) == 1);
  cr_assert (marmot_estimate_get_value (mean) == 5);
  cr_assert (test_result (of_open, "follow_up", 0) == 5 && test_result (of_open, "censored", 0) == 1);
}

/* Four of eight gone is one half, to the bit; the sum of logarithms misses it. */
Test (survival_properties, half_is_half)
{
  for (gsize n = 2; n <= 400; n += 2)
    {
      g_autofree double *stop = g_new (double, n);
      g_autofree double *status = g_new (double, n);
      g_autoptr (MarmotSurvival) survival = NULL;
      g_autoptr (MarmotEstimate) half = NULL, median = NULL;

      for (gsize i = 0; i < n; i++)
        {
          stop[i] = (double) i + 1;
          status[i] = 1;
        }
      survival = of_rows (stop, status, n, NULL);
      half = marmot_survival_get_value (survival, 0, MARMOT_TIME_CURVE_EVENT_FREE, 0, (double) n / 2);
      median = marmot_survival_get_median (survival, 0);
      cr_assert (marmot_estimate_get_value (half) == 0.5);
      cr_assert (marmot_estimate_get_value (median) == (double) n / 2);
    }
}

/* The smallest time by default, the middle of the level stretch if asked for. */
Test (survival_properties, median_by_both_rules)
{
  const double stop[] = { 1, 2, 3, 4 }, status[] = { 1, 1, 1, 1 };
  g_autoptr (MarmotSurvivalOptions) middle = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "midpoint", TRUE, NULL);
  g_autoptr (MarmotSurvival) a = of_rows (stop, status, 4, NULL);
  g_autoptr (MarmotSurvival) b = of_rows (stop, status, 4, middle);
  g_autoptr (MarmotEstimate) first = marmot_survival_get_median (a, 0);
  g_autoptr (MarmotEstimate) between = marmot_survival_get_median (b, 0);

  cr_assert (marmot_estimate_get_value (first) == 2);
  cr_assert (marmot_estimate_get_value (between) == 2.5);
  cr_assert (marmot_estimate_get_method (first) == MARMOT_METHOD_QUANTILE_OF_TIMES);
}

/* Everybody at risk has the event before the others enter: the share stays 0, with a
 * flag. */
Test (survival_properties, an_emptied_risk_set_is_told)
{
  const double stop[] = { 2, 9, 10, 11 }, status[] = { 1, 1, 0, 1 }, start[] = { 0, 5, 5, 5 };
  const char *const names[] = { "stop", "status", "start", NULL };
  const double *const columns[] = { stop, status, start };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 4);
  g_autoptr (MarmotSurvival) survival = marmot_survival_new (table, NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) later = marmot_survival_get_value (survival, 0, MARMOT_TIME_CURVE_EVENT_FREE, 0, 10);
  g_autoptr (MarmotSurvival) without = of_rows (stop, status, 4, NULL);

  cr_assert (marmot_survival_is_emptied (survival, 0));
  cr_assert (marmot_estimate_get_value (later) == 0);
  cr_assert (!marmot_survival_is_emptied (without, 0));
}

Test (survival_properties, days_of_length_zero)
{
  const double stop[] = { 0, 0, 16, 112 }, status[] = { 1, 0, 1, 1 }, start[] = { 0, 0, 3, 4 };
  const char *const names[] = { "stop", "status", "start", NULL };
  const double *const columns[] = { stop, status, start };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 4);
  g_autoptr (MarmotSurvivalOptions) counted
    = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "count-first-day", TRUE, NULL);
  g_autoptr (MarmotSurvival) plain = of_rows (stop, status, 4, NULL);
  g_autoptr (MarmotSurvival) late = marmot_survival_new (table, NULL, NULL, NULL);
  g_autoptr (MarmotSurvival) late_counted = marmot_survival_new (table, NULL, counted, NULL);
  g_autoptr (MarmotEstimate) at_once = marmot_survival_get_value (plain, 0, MARMOT_TIME_CURVE_ENDED, 0, 0);
  g_autoptr (MarmotEstimate) first_day = marmot_survival_get_value (late_counted, 0, MARMOT_TIME_CURVE_ENDED, 0, 1);

  cr_assert (marmot_estimate_get_value (at_once) == 0.25);
  cr_assert (marmot_survival_get_status (late, 0) == MARMOT_STATUS_END_NOT_AFTER_START);
  cr_assert (marmot_survival_get_status (late_counted, 0) == MARMOT_STATUS_OK);
  cr_assert (marmot_estimate_get_value (first_day) == 0.5);
}

/* Times that went through arithmetic: 0.1 + 0.2 against 0.3. */
Test (survival_properties, tolerance_joins_near_times)
{
  const double stop[] = { 0.3, 0.1 + 0.2, 0.7 }, status[] = { 1, 1, 0 };
  g_autoptr (MarmotSurvivalOptions) options = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "tolerance", 1e-9, NULL);
  g_autoptr (MarmotSurvival) exact = of_rows (stop, status, 3, NULL);
  g_autoptr (MarmotSurvival) joined = of_rows (stop, status, 3, options);
  g_autoptr (MarmotTable) x = marmot_survival_to_table (exact, MARMOT_TIME_CURVE_EVENT_FREE);
  g_autoptr (MarmotTable) y = marmot_survival_to_table (joined, MARMOT_TIME_CURVE_EVENT_FREE);

  cr_assert (marmot_table_get_n_rows (x) == 3 && marmot_table_get_n_rows (y) == 2);
  cr_assert (test_result (y, "events", 0) == 2);
}

Test (survival_properties, weights_of_zero)
{
  const double stop[] = { 1, 2 }, status[] = { 1, 1 }, weight[] = { 0, 0 };
  const char *const names[] = { "stop", "status", "weight", NULL };
  const double *const columns[] = { stop, status, weight };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 2);
  g_autoptr (MarmotSurvival) survival = marmot_survival_new (table, NULL, NULL, NULL);

  cr_assert (marmot_survival_get_status (survival, 0) == MARMOT_STATUS_WEIGHTS_NOT_POSITIVE);
}

/* The difference of two groups at a time, by hand: 1/2 and 1/4 left of four each. */
Test (survival_properties, difference_at_a_fixed_time)
{
  const double stop[] = { 1, 2, 9, 9, 1, 2, 3, 9 }, status[] = { 1, 1, 0, 0, 1, 1, 1, 0 };
  const gint32 codes[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
  const char *const names[] = { "stop", "status", NULL };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 8);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 8, 2, NULL);
  g_autoptr (MarmotSurvival) survival = marmot_survival_new (table, groups, NULL, NULL);
  g_autoptr (MarmotContrast) difference
    = marmot_survival_get_difference (survival, 0, 1, MARMOT_TIME_CURVE_EVENT_FREE, 0, 5);
  g_autoptr (MarmotTable) all
    = marmot_survival_differences (survival, 1, MARMOT_TIME_CURVE_EVENT_FREE, 0, 5, NULL);
  g_autoptr (GError) error = NULL;
  double se = sqrt (0.25 / 4 + 0.1875 / 4);

  cr_assert_float_eq (marmot_contrast_get_value (difference), 0.25, 1e-15);
  cr_assert_float_eq (marmot_contrast_get_statistic (difference), 0.25 / se, 1e-13);
  cr_assert_float_eq (marmot_contrast_get_lower (difference), 0.25 - 1.959963984540054 * se, 1e-13);
  cr_assert (test_result (all, "value", 0) == marmot_contrast_get_value (difference));
  cr_assert (isnan (test_result (all, "value", 1)));
  cr_assert (test_status_is (all, "status", 1, MARMOT_STATUS_NOT_DEFINED));
  cr_assert (!marmot_survival_differences (survival, 2, MARMOT_TIME_CURVE_EVENT_FREE, 0, 5, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

/* The corners begin at 0 with everybody, and step down where the curve does. */
Test (survival_properties, points_are_corners)
{
  const double stop[] = { 1, 2, 4 }, status[] = { 1, 0, 1 };
  const double time[] = { 0, 1, 1, 4, 4 }, value[] = { 1, 1, 2.0 / 3, 2.0 / 3, 0 };
  g_autoptr (MarmotSurvival) survival = of_rows (stop, status, 3, NULL);
  g_autoptr (MarmotTable) points = marmot_survival_to_points (survival, MARMOT_TIME_CURVE_EVENT_FREE);

  cr_assert (marmot_table_get_n_rows (points) == 5);
  for (gsize i = 0; i < 5; i++)
    {
      cr_assert (test_result (points, "time", i) == time[i]);
      cr_assert_float_eq (test_result (points, "value", i), value[i], 1e-15);
    }
}

/* Several levels, percentages, and options that contradict. */
Test (survival_properties, options)
{
  const double stop[] = { 1, 2, 4 }, status[] = { 1, 0, 1 }, at = 1;
  g_autoptr (MarmotIntervalOptions) interval = test_levels ("0.95|0.998", 100);
  g_autoptr (MarmotIntervalOptions) wilson = marmot_interval_options_new ();
  g_autoptr (MarmotSurvivalOptions) percent = marmot_survival_options_new (interval, 1);
  g_autoptr (MarmotSurvivalOptions) of_wilson = NULL;
  g_autoptr (MarmotSurvival) survival = of_rows (stop, status, 3, percent);
  g_autoptr (MarmotColumn) times = marmot_column_new_double (&at, 1);
  g_autoptr (MarmotTable) table = marmot_survival_at (survival, MARMOT_TIME_CURVE_ENDED, times, NULL);
  const char *const names[] = { "stop", "status", NULL };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
  g_autoptr (GError) error = NULL;

  cr_assert_float_eq (test_result (table, "value", 0), 100 / 3.0, 1e-13);
  cr_assert (test_result (table, "lower_99.8", 0) < test_result (table, "lower_95", 0));
  cr_assert (test_result (table, "events", 0) == 1);
  marmot_interval_options_set_method (wilson, MARMOT_METHOD_WILSON);
  of_wilson = marmot_survival_options_new (wilson, 1);
  cr_assert (!marmot_survival_new (figures, NULL, of_wilson, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* Of very many ties most are an area: it differs from their sum by less than 1e-12. */
Test (survival_properties, very_many_ties)
{
  const double cases[][2] = { { 1e6, 5e5 }, { 1e6, 1e6 }, { 3e6, 262145 }, { 2e6, 262144 } };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      double n = cases[c][0], d = cases[c][1], hazard, variance;
      long double sum = 0, squares = 0;

      for (double k = 0; k < d; k++)
        {
          sum += 1 / (long double) (n - k);
          squares += 1 / ((long double) (n - k) * (n - k));
        }
      mn_cumulative_hazard (MN_HAZARD_FLEMING_HARRINGTON, &n, &d, NULL, 1, &hazard, &variance);
      cr_assert (fabs (hazard - (double) sum) < 1e-12, "%g of %g: %.17g and not %.17g", d, n, hazard, (double) sum);
      cr_assert (test_near (variance, (double) squares, 1e-9), "%g of %g: %.17g and not %.17g", d, n, variance,
                 (double) squares);
    }
}
