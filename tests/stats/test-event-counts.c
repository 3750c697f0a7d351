/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/survival.h"

#define N 400

typedef struct
{
  double stop[N];
  double status[N];
  double start[N];
  double weight[N];
  gint32 codes[N];
} Random;

static void
random_init (Random *self,
             guint32 seed,
             gsize n_groups)
{
  GRand *rand = g_rand_new_with_seed (seed);

  for (gsize i = 0; i < N; i++)
    {
      self->start[i] = g_rand_int_range (rand, 0, 40);
      self->stop[i] = self->start[i] + g_rand_int_range (rand, 1, 60);
      self->status[i] = g_rand_int_range (rand, 0, 3);
      self->weight[i] = g_rand_int_range (rand, 0, 5) / 4.0 + 0.1;
      self->codes[i] = g_rand_int_range (rand, 0, (gint32) n_groups);
    }
  g_rand_free (rand);
}

static MarmotTable *
table_of (const Random *of,
          gsize first,
          gsize n,
          gboolean weighted)
{
  const char *names[] = { "stop", "status", "start", weighted ? "weight" : NULL, NULL };
  const double *columns[] = { of->stop + first, of->status + first, of->start + first, of->weight + first };

  return test_figures (names, columns, n);
}

/* Keys that differ between parts: every third group has no rows in some. */
static MarmotEventCounts *
counts_of (const Random *of,
           gsize first,
           gsize n,
           gboolean weighted)
{
  g_autoptr (MarmotTable) table = table_of (of, first, n, weighted);
  g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, 2);
  g_autofree double *keys = g_new (double, n + 1);
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (GError) error = NULL;
  MarmotEventCounts *counts;

  for (gsize i = 0; i < n; i++)
    keys[i] = of->codes[first + i];
  column = marmot_column_new_double (keys, n);
  groups = marmot_groups_new_from_column (column, NULL);
  counts = marmot_event_counts_new (table, groups, options, &error);
  g_assert_no_error (error);
  return counts;
}

static void
check_same_curves (MarmotEventCounts *a,
                   MarmotEventCounts *b)
{
  g_autoptr (MarmotSurvivalOptions) options
    = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "n-causes", 2, "variance", MARMOT_METHOD_GREENWOOD, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotSurvival) one = marmot_survival_new_from_counts (a, options, &error);
  g_autoptr (MarmotSurvival) other = marmot_survival_new_from_counts (b, options, NULL);
  const char *const names[] = { "time", "at_risk", "value", "lower", "upper", "se" };

  g_assert_no_error (error);
  for (int curve = MARMOT_TIME_CURVE_EVENT_FREE; curve <= MARMOT_TIME_CURVE_HAZARD; curve++)
    {
      g_autoptr (MarmotTable) x = marmot_survival_to_table (one, (MarmotTimeCurve) curve);
      g_autoptr (MarmotTable) y = marmot_survival_to_table (other, (MarmotTimeCurve) curve);

      cr_assert (marmot_table_get_n_rows (x) == marmot_table_get_n_rows (y));
      for (gsize row = 0; row < marmot_table_get_n_rows (x); row++)
        for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
          {
            double p = test_result (x, names[i], row), q = test_result (y, names[i], row);

            cr_assert (test_near (p, q, 1e-12), "%s %zu: %.17g %.17g", names[i], row, p, q);
          }
    }
}

/* However the rows are split, and in whatever order the parts are added, the counts are
 * those of the whole: to the bit for whole numbers. */
Test (event_counts, parts_add_up_to_the_whole)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    for (gboolean weighted = FALSE; weighted <= TRUE; weighted++)
      {
        Random of;
        g_autoptr (MarmotEventCounts) whole = NULL, a = NULL, b = NULL, c = NULL, ab = NULL, abc = NULL, bc = NULL,
                                      bca = NULL;
        gsize cut = 10 * seed, second = cut + 7;

        random_init (&of, seed, 6);
        whole = counts_of (&of, 0, N, weighted);
        a = counts_of (&of, 0, cut, weighted);
        b = counts_of (&of, cut, second - cut, weighted);
        c = counts_of (&of, second, N - second, weighted);
        ab = marmot_event_counts_add (a, b, NULL);
        abc = marmot_event_counts_add (ab, c, NULL);
        bc = marmot_event_counts_add (b, c, NULL);
        bca = marmot_event_counts_add (bc, a, NULL);
        if (!weighted)
          {
            cr_assert (marmot_event_counts_equal (abc, whole) && marmot_event_counts_equal (bca, whole));
            cr_assert (marmot_event_counts_hash (abc) == marmot_event_counts_hash (whole));
            cr_assert (!marmot_event_counts_equal (ab, whole));
          }
        cr_assert (marmot_event_counts_get_n_rows (abc) == N);
        check_same_curves (abc, whole);
        check_same_curves (bca, whole);
      }
}

/* Bytes bring back the same counts, which still add up. */
Test (event_counts, bytes_bring_them_back)
{
  for (gboolean weighted = FALSE; weighted <= TRUE; weighted++)
    {
      Random of;
      g_autoptr (MarmotEventCounts) a = NULL, b = NULL, again = NULL, sum = NULL, direct = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      random_init (&of, 99, 3);
      a = counts_of (&of, 0, 200, weighted);
      b = counts_of (&of, 200, 200, weighted);
      bytes = marmot_event_counts_serialize (a);
      again = marmot_event_counts_deserialize (bytes, &error);
      g_assert_no_error (error);
      cr_assert (marmot_event_counts_equal (a, again));
      sum = marmot_event_counts_add (again, b, NULL);
      direct = marmot_event_counts_add (a, b, NULL);
      cr_assert (marmot_event_counts_equal (sum, direct));

      /* Cut bytes and bytes with a bit turned are refused or whole, never a crash. */
      for (gsize n = 0; n < g_bytes_get_size (bytes); n += 13)
        {
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, n);
          g_autoptr (MarmotEventCounts) none = marmot_event_counts_deserialize (cut, NULL);
          g_autofree guint8 *turned = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          g_autoptr (GBytes) wrong = NULL;
          g_autoptr (MarmotEventCounts) some = NULL;

          cr_assert (none == NULL);
          turned[n] ^= 0x55;
          wrong = g_bytes_new (turned, g_bytes_get_size (bytes));
          some = marmot_event_counts_deserialize (wrong, NULL);
          if (some)
            {
              g_autoptr (MarmotSurvivalOptions) options
                = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "n-causes", marmot_event_counts_get_n_causes (some),
                                "variance", MARMOT_METHOD_GREENWOOD, NULL);
              g_autoptr (MarmotSurvival) survival = marmot_survival_new_from_counts (some, options, NULL);

              if (survival)
                {
                  g_autoptr (MarmotTable) table = marmot_survival_summarise (survival);

                  cr_assert (table != NULL);
                }
            }
        }
    }
}

static MarmotEventCounts *
count (const char *const *names,
       const double *const *columns,
       gsize n,
       const gint32 *codes,
       gsize n_groups,
       guint n_causes)
{
  g_autoptr (MarmotTable) table = test_figures (names, columns, n);
  g_autoptr (MarmotGroups) groups = codes ? marmot_groups_new_from_codes (codes, n, n_groups, NULL) : NULL;
  g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, n_causes);
  g_autoptr (GError) error = NULL;
  MarmotEventCounts *counts = marmot_event_counts_new (table, groups, options, &error);

  g_assert_no_error (error);
  return counts;
}

/* Days are counted and other times ranked, and both say the same: half days against
 * twice as many days. */
Test (event_counts, ranked_times_are_as_counted_days)
{
  const char *const names[] = { "stop", "status", "start", NULL };

  for (guint32 seed = 1; seed <= 10; seed++)
    {
      Random of, half;
      const double *const columns[] = { of.stop, of.status, of.start };
      const double *const halves[] = { half.stop, half.status, half.start };
      g_autoptr (MarmotEventCounts) days = NULL, times = NULL;
      g_autoptr (MarmotTable) x = NULL, y = NULL;

      random_init (&of, seed, 3);
      half = of;
      for (gsize i = 0; i < N; i++)
        {
          half.stop[i] /= 4;
          half.start[i] /= 4;
        }
      days = count (names, columns, N, of.codes, 3, 2);
      times = count (names, halves, N, of.codes, 3, 2);
      x = marmot_event_counts_to_table (days);
      y = marmot_event_counts_to_table (times);
      cr_assert (marmot_table_get_n_rows (x) == marmot_table_get_n_rows (y));
      for (gsize row = 0; row < marmot_table_get_n_rows (x); row++)
        {
          const char *const same[] = { "group", "censored", "cause_1", "cause_2", "entered" };

          cr_assert (test_result (x, "time", row) == 4 * test_result (y, "time", row));
          for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
            cr_assert (test_result (x, same[i], row) == test_result (y, same[i], row));
        }
    }
}

/* Days that lie far apart must not be counted one by one. */
Test (event_counts, huge_spans_are_ranked)
{
  const double stop[] = { 1, 4e15, 3, 60000000, 9007199254740992.0 }, status[] = { 1, 1, 0, 1, 0 };
  const char *const names[] = { "stop", "status", NULL };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotEventCounts) counts = count (names, columns, 5, NULL, 1, 1);
  g_autoptr (MarmotTable) table = marmot_event_counts_to_table (counts);

  cr_assert (marmot_event_counts_get_status (counts, 0) == MARMOT_STATUS_OK);
  cr_assert (marmot_table_get_n_rows (table) == 5);
  cr_assert (test_result (table, "time", 4) == 9007199254740992.0);
}

/* Each fault by itself, beside a good group, whatever kind of times the others are. */
Test (event_counts, faults_name_their_rows)
{
  static const struct
  {
    double stop, status, start, weight;
    MarmotStatus expected;
  } cases[] = {
    { NAN, 1, 0, 1, MARMOT_STATUS_MISSING },
    { INFINITY, 1, 0, 1, MARMOT_STATUS_NOT_FINITE },
    { 5, NAN, 0, 1, MARMOT_STATUS_MISSING },
    { 5, 3, 0, 1, MARMOT_STATUS_UNKNOWN_STATE },
    { 5, -1, 0, 1, MARMOT_STATUS_UNKNOWN_STATE },
    { 5, 0.5, 0, 1, MARMOT_STATUS_UNKNOWN_STATE },
    { 5, -INFINITY, 0, 1, MARMOT_STATUS_NOT_FINITE },
    { 5, 1, 5, 1, MARMOT_STATUS_END_NOT_AFTER_START },
    { 5, 1, 6, 1, MARMOT_STATUS_END_NOT_AFTER_START },
    { 5, 1, NAN, 1, MARMOT_STATUS_MISSING },
    { -1, 1, -2, 1, MARMOT_STATUS_END_NOT_AFTER_START },
    { 5, 1, -2, 1, MARMOT_STATUS_OUT_OF_RANGE },
    { 1e17, 1, 2, 1, MARMOT_STATUS_OUT_OF_RANGE },
    { 5, 1, 0, -1, MARMOT_STATUS_WEIGHTS_NOT_POSITIVE },
    { 5, 1, 0, NAN, MARMOT_STATUS_MISSING },
    { 5, 1, 0, INFINITY, MARMOT_STATUS_NOT_FINITE },
    { NAN, 7, 9, -1, MARMOT_STATUS_MISSING },
  };
  const char *const names[] = { "stop", "status", "start", "weight", NULL };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (int fraction = 0; fraction <= 1; fraction++)
      {
        double stop[] = { 3 + fraction / 2.0, 4, cases[c].stop, 8 }, status[] = { 1, 0, cases[c].status, 2 };
        double start[] = { 0, 1, cases[c].start, 2 }, weight[] = { 1, 2, cases[c].weight, 1 };
        const gint32 codes[] = { 0, 0, 1, 1 };
        const double *const columns[] = { stop, status, start, weight };
        g_autoptr (MarmotEventCounts) counts = count (names, columns, 4, codes, 2, 2);
        g_autoptr (GPtrArray) findings = marmot_event_counts_get_findings (counts);
        g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, 2);
        g_autoptr (MarmotTable) table = test_figures (names, columns, 4);
        g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 4, 2, NULL);
        g_autoptr (MarmotSurvival) survival = marmot_survival_new (table, groups, options, NULL);
        g_autoptr (MarmotEstimate) value = marmot_survival_get_value (survival, 1, MARMOT_TIME_CURVE_EVENT_FREE, 0, 3);
        const MarmotFinding *finding;

        cr_assert (marmot_event_counts_get_status (counts, 0) == MARMOT_STATUS_OK);
        cr_assert (marmot_event_counts_get_status (counts, 1) == cases[c].expected, "%zu: %s", c,
                   marmot_status_to_nick (marmot_event_counts_get_status (counts, 1)));
        cr_assert (marmot_event_counts_get_n_faulty (counts) == 1);
        cr_assert (findings->len == 1);
        finding = findings->pdata[0];
        cr_assert_str_eq (marmot_finding_get_path (finding), "rows/2");
        cr_assert (marmot_survival_get_status (survival, 0) == MARMOT_STATUS_OK);
        cr_assert (marmot_estimate_get_status (value) == cases[c].expected);
        cr_assert (isnan (marmot_estimate_get_value (value)));
      }
}

/* A million bad rows are counted, and a hundred of them named. */
Test (event_counts, findings_have_a_limit)
{
  const gsize n = 5000;
  g_autofree double *stop = g_new (double, n);
  g_autofree double *status = g_new (double, n);
  const char *const names[] = { "stop", "status", NULL };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotEventCounts) counts = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  for (gsize i = 0; i < n; i++)
    {
      stop[i] = (double) i;
      status[i] = 2;
    }
  counts = count (names, columns, n, NULL, 1, 1);
  findings = marmot_event_counts_get_findings (counts);
  cr_assert (findings->len == 100 && marmot_event_counts_get_n_faulty (counts) == n);
}

Test (event_counts, what_cannot_be_counted_is_an_error)
{
  const double numbers[] = { 1, 2, 3 };
  const char *const names[] = { "stop", "status", NULL }, *const other[] = { "stop", "state", NULL };
  const char *const key[] = { "time", NULL }, *const group[] = { "of", NULL };
  const double *const columns[] = { numbers, numbers };
  g_autoptr (MarmotTable) good = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) bad = test_figures (other, columns, 3);
  g_autoptr (MarmotTable) key_table = test_figures (key, columns, 3);
  g_autoptr (MarmotTable) group_table = test_figures (group, columns, 3);
  const gint32 codes[] = { 0, 0 };
  g_autoptr (MarmotGroups) short_groups = marmot_groups_new_from_codes (codes, 2, 1, NULL);
  g_autoptr (MarmotGroups) named = marmot_groups_new_from_table (key_table, key, NULL);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (group_table, group, NULL);
  g_autoptr (MarmotSurvivalOptions) many = marmot_survival_options_new (NULL, 1000);
  g_autoptr (MarmotSurvivalOptions) three = marmot_survival_options_new (NULL, 3);
  g_autoptr (MarmotEventCounts) of_three = marmot_event_counts_new (good, groups, three, NULL);
  g_autoptr (MarmotEventCounts) of_one = marmot_event_counts_new (good, groups, NULL, NULL);
  g_autoptr (MarmotEventCounts) alone = marmot_event_counts_new (good, NULL, NULL, NULL);
  GError *error = NULL;

#define FAILS(call, code) \
  cr_assert ((call) == NULL); \
  cr_assert (g_error_matches (error, MARMOT_ERROR, code)); \
  g_clear_error (&error)

  FAILS (marmot_event_counts_new (bad, NULL, NULL, &error), MARMOT_ERROR_NOT_FOUND);
  FAILS (marmot_event_counts_new (good, short_groups, NULL, &error), MARMOT_ERROR_LENGTH);
  FAILS (marmot_event_counts_new (good, named, NULL, &error), MARMOT_ERROR_INVALID_ARGUMENT);
  FAILS (marmot_event_counts_new (good, NULL, many, &error), MARMOT_ERROR_INVALID_ARGUMENT);
  FAILS (marmot_event_counts_add (of_three, of_one, &error), MARMOT_ERROR_INVALID_ARGUMENT);
  FAILS (marmot_event_counts_add (of_one, alone, &error), MARMOT_ERROR_INVALID_ARGUMENT);
  FAILS (marmot_survival_new_from_counts (of_three, many, &error), MARMOT_ERROR_INVALID_ARGUMENT);
}

/* Counts know neither clusters nor who of those with weights entered when. */
Test (event_counts, do_not_know_clusters)
{
  const double stop[] = { 1, 2, 3 }, status[] = { 1, 0, 1 }, cluster[] = { 1, 1, 2 };
  const char *const names[] = { "stop", "status", "cluster", NULL };
  const double *const columns[] = { stop, status, cluster };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 3);
  g_autoptr (MarmotEventCounts) counts = marmot_event_counts_new (table, NULL, NULL, NULL);
  g_autoptr (MarmotSurvivalOptions) options
    = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "variance", MARMOT_METHOD_GREENWOOD, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotSurvival) none = marmot_survival_new_from_counts (counts, NULL, &error);
  g_autoptr (MarmotSurvival) some = marmot_survival_new_from_counts (counts, options, NULL);

  cr_assert (none == NULL && g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (some != NULL);
}
