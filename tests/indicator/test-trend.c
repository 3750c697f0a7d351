/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <gio/gio.h>
#include <marmot/marmot.h>

#include "indicator-fixtures.h"
#include "numeric/special.h"
#include "numeric/trend.h"
#include "support/table.h"

#define GUIDANCE MARMOT_TREND_OHID_GUIDANCE
#define MARKER(x) MARMOT_TREND_MARKER_##x
#define REASON(x) MARMOT_TREND_REASON_##x

/* A series as arrays; -1, which stands for nothing in the sources, is read as a
 * number, as it stands there. */
typedef struct
{
  gsize n;
  gint64 *periods;
  double *columns[5]; /* values, lower, upper, counts, denominators */
} Series;

static void
series_free (Series *self)
{
  g_free (self->periods);
  for (int i = 0; i < 5; i++)
    g_free (self->columns[i]);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Series, series_free)

static double *
parse_list (const char *text,
            gsize n)
{
  g_auto (GStrv) cells = g_strsplit (text, ";", -1);
  double *numbers = g_new (double, n + 1);
  gsize n_cells = g_strv_length (cells);

  for (gsize i = 0; i < n; i++)
    numbers[i] = i < n_cells && *cells[i] ? g_ascii_strtod (cells[i], NULL) : (double) NAN;
  return numbers;
}

static Series *
read_series (const TestTable *table,
             guint row)
{
  static const char * const names[] = { "values", "lower95", "upper95", "counts", "denominators" };
  Series *self = g_new0 (Series, 1);
  const char *years = test_table_text (table, row, "years");
  g_autofree double *numbers = NULL;

  for (const char *c = years; *c; c++)
    self->n += *c == ';' || c == years;
  numbers = parse_list (years, self->n);
  self->periods = g_new (gint64, self->n + 1);
  for (gsize i = 0; i < self->n; i++)
    self->periods[i] = (gint64) numbers[i];
  for (int i = 0; i < 5; i++)
    {
      gboolean there = FALSE;

      for (int j = 0; table->header[j]; j++)
        there = there || strcmp (table->header[j], names[i]) == 0;
      self->columns[i] = parse_list (there ? test_table_text (table, row, names[i]) : "", self->n);
    }
  return self;
}

static int
member_of (GType type,
           const char *text)
{
  g_autofree char *nick = g_strdelimit (g_ascii_strdown (text, -1), " ", '-');
  GEnumClass *members = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (members, nick);
  int result = value ? value->value : 0;

  g_type_class_unref (members);
  return result;
}

static MarmotTrend *
judge (const Series *series,
       MarmotTrendOptions *options)
{
  g_autoptr (GError) error = NULL;
  MarmotTrend *trend
    = marmot_trend_new_series (options, series->periods, series->columns[0], series->columns[1], series->columns[2],
                               series->columns[3], series->columns[4], series->n, &error);

  cr_assert (error == NULL, "%s", error ? error->message : "");
  return trend;
}

/* Unpacks a reference file, which is too large to lie there as it is. */
static TestTable *
load_packed (const char *name)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) packed = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, gzip);
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();

  cr_assert (g_output_stream_splice (text, stream, G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL) > 0);
  cr_assert (g_output_stream_write_all (text, "", 1, NULL, NULL, NULL));
  cr_assert (g_output_stream_close (text, NULL, NULL));
  return test_table_parse (g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (text)));
}

static MarmotTrendOptions *
options_of (const TestTable *table,
            guint row,
            MarmotTrendRule rule)
{
  return marmot_trend_options_new (rule, member_of (MARMOT_TYPE_VALUE_TYPE, test_table_text (table, row, "value_type")),
                                   member_of (MARMOT_TYPE_POLARITY, test_table_text (table, row, "polarity")));
}

Test (trend, every_label_that_the_site_published)
{
  g_autoptr (TestTable) table = load_packed ("fingertips/trend.csv.gz");
  guint n_live = 0, n_next = 0, n_unanimous = 0, n_without = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *engine = test_table_text (table, row, "engine");
      const char *expected = test_table_text (table, row, "expected_label");
      g_autoptr (Series) series = read_series (table, row);
      g_autoptr (MarmotTrendOptions) options = options_of (table, row, MARMOT_TREND_FINGERTIPS);
      g_autoptr (MarmotTrend) trend = NULL;

      if (strcmp (engine, "live2025") != 0 && strcmp (engine, "next2025") != 0)
        continue;
      trend = judge (series, options);
      cr_expect (strcmp (marmot_trend_get_label (trend), expected) == 0, "%s: \"%s\", not \"%s\"",
                 test_table_text (table, row, "case_id"), marmot_trend_get_label (trend), expected);
      n_live += strcmp (engine, "live2025") == 0;
      n_next += strcmp (engine, "next2025") == 0;
      n_unanimous += marmot_trend_get_reason (trend) == REASON (SIGN_NOT_UNANIMOUS);
      n_without += strcmp (engine, "live2025") == 0 && marmot_trend_get_reason (trend) == REASON (NO_INTERVALS);
    }
  cr_assert (eq (uint, n_live, 2128));
  cr_assert (eq (uint, n_next, 7));
  /* As many as the source counts. */
  cr_assert (eq (uint, n_unanimous, 78));
  cr_assert (eq (uint, n_without, 285));
}

/* u001 to u005: the assertions of the older site's own tests. Its statistic for
 * proportions was another one (u003), which is that of the guidance. */
Test (trend, what_the_older_site_asserted)
{
  g_autoptr (TestTable) table = load_packed ("fingertips/trend.csv.gz");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *id = test_table_text (table, row, "case_id");
      g_autoptr (Series) series = read_series (table, row);
      g_autoptr (MarmotTrendOptions) options = NULL;
      g_autoptr (MarmotTrend) trend = NULL;

      if (strcmp (test_table_text (table, row, "engine"), "legacy2020") != 0)
        continue;
      options = options_of (table, row, strcmp (id, "u003") == 0 ? GUIDANCE : MARMOT_TREND_FINGERTIPS);
      trend = judge (series, options);
      if (strcmp (id, "u001") == 0)
        {
          cr_expect (fabs (marmot_trend_get_chi_squared (trend) - 46.77) < 0.005);
          cr_expect (eq (int, (int) marmot_trend_get_marker (trend), MARKER (INCREASING)));
          cr_expect (eq (uint, marmot_trend_get_points_used (trend), 5));
          cr_expect (eq (uint, marmot_trend_get_first_period (trend), 20140000));
          cr_expect (eq (uint, marmot_trend_get_last_period (trend), 20180000));
        }
      else if (strcmp (id, "u002") == 0)
        cr_expect (eq (int, (int) marmot_trend_get_reason (trend), REASON (NOT_SIGNIFICANT)));
      else if (strcmp (id, "u003") == 0)
        cr_expect (fabs (marmot_trend_get_chi_squared (trend) - 47.90) < 0.005, "%f",
                   marmot_trend_get_chi_squared (trend));
      else if (strcmp (id, "u004") == 0)
        cr_expect (eq (int, (int) marmot_trend_get_reason (trend), REASON (COUNT_EQUALS_DENOMINATOR)));
      else
        cr_expect (strcmp (id, "u005") == 0);
      n++;
    }
  cr_assert (eq (uint, n, 5));
}

/* The values of u001, as PHEindicatormethods has them: 46.7636 with years as
 * times and limits at 95%. */
static const gint64 years[] = { 2014, 2015, 2016, 2017, 2018, 2019 };
static const double values[] = { 24.67, 24.6, 28, 30.2, 30.6, 31 };
static const double lower[] = { 23.16, 23.15, 26.44, 28.63, 28.98, 29.4 };
static const double upper[] = { 26.25, 26.19, 29.64, 31.9, 32.25, 32.6 };
static const double counts[] = { 994, 1023, 1199, 1332, 1367, 1400 };
static const double denominators[] = { 40299, 41527, 42811, 44064, 44701, 45000 };

static MarmotTrend *
judge_arrays (MarmotTrendOptions *options,
              const gint64 *periods,
              const double *v,
              const double *l,
              const double *u,
              const double *c,
              const double *d,
              gsize n)
{
  return marmot_trend_new_series (options, periods, v, l, u, c, d, n, NULL);
}

Test (trend, the_guidance_counts_time_in_years)
{
  g_autoptr (MarmotTrendOptions) rate
    = marmot_trend_options_new (GUIDANCE, MARMOT_VALUE_TYPE_CRUDE_RATE, MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotTrend) trend = judge_arrays (rate, years, values, lower, upper, counts, denominators, 5);

  cr_assert (fabs (marmot_trend_get_chi_squared (trend) - 46.7636) < 0.00005);
  cr_assert (eq (str, (char *) marmot_trend_get_label (trend), "Increasing and getting worse"));
  cr_assert (eq (int, (int) marmot_trend_get_method (trend), MARMOT_METHOD_TREND_OHID_GUIDANCE));
  cr_assert (strlen (marmot_method_get_citation (marmot_trend_get_method (trend))) > 0);
}

Test (trend, the_limit_is_the_quantile)
{
  double z = mn_normal_quantile_upper (0.001);

  cr_assert (fabs (z * z - MN_TREND_LIMIT) < 1e-13);
}

Test (trend, whether_a_series_is_taken)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/trend_validity.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      gboolean valid = strcmp (test_table_text (table, row, "expected_valid"), "true") == 0;
      const char *message = test_table_text (table, row, "expected_message");
      const char *type = test_table_text (table, row, "value_type");
      g_autoptr (Series) series = read_series (table, row);
      g_autoptr (MarmotTrendOptions) options
        = marmot_trend_options_new (MARMOT_TREND_FINGERTIPS, member_of (MARMOT_TYPE_VALUE_TYPE, type), 0);
      g_autoptr (MarmotTrend) trend = NULL;
      MarmotTrendReason reason;

      /* -1 stands for nothing in this source. */
      for (int i = 0; i < 5; i++)
        for (gsize j = 0; j < series->n; j++)
          if (series->columns[i][j] == -1)
            series->columns[i][j] = (double) NAN;

      if (strcmp (test_table_text (table, row, "year_range"), "1") != 0)
        {
          /* The source gives no figures: those above, of three years each. */
          const gint64 three[] = { 3, 3, 3, 3, 3 };
          g_autoptr (MarmotColumn) p = marmot_column_new_integer (years, 5);
          g_autoptr (MarmotColumn) v = marmot_column_new_double (values, 5);
          g_autoptr (MarmotColumn) r = marmot_column_new_integer (three, 5);
          const char *names[] = { "period", "value", "year_range", NULL };
          MarmotColumn *columns[] = { p, v, r };
          g_autoptr (MarmotTable) figures = marmot_table_new (names, columns, 3, NULL);

          trend = marmot_trend_new_figures (figures, options, NULL);
        }
      else
        {
          trend = judge (series, options);
        }

      reason = marmot_trend_get_reason (trend);
      if (valid)
        /* These have no limits: they are taken, and then no line is drawn. */
        cr_expect (eq (int, (int) reason, REASON (NO_INTERVALS)));
      else
        {
          cr_expect (eq (int, (int) marmot_trend_get_marker (trend), MARKER (CANNOT_BE_CALCULATED)));
          cr_expect (g_str_has_prefix (marmot_trend_get_sentence (trend), message), "%s",
                     marmot_trend_get_sentence (trend));
        }
    }
  cr_assert (eq (uint, table->rows->len, 5));
}

Test (trend, latest_against_previous)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/trend_two_points.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      static const char * const names[]
        = { "previous_lower95", "previous_upper95", "recent_lower95", "recent_upper95" };
      g_autofree char *nick = g_strdelimit (g_strdup (test_table_text (table, row, "expected_marker")), "_", '-');
      double limits[4];

      for (int i = 0; i < 4; i++)
        {
          const char *text = test_table_text (table, row, names[i]);

          limits[i] = *text ? g_ascii_strtod (text, NULL) : (double) NAN;
        }
      cr_expect (eq (int, (int) marmot_trend_two_points (limits[0], limits[1], limits[2], limits[3]),
                     member_of (MARMOT_TYPE_TREND_MARKER, nick)));
    }
  cr_assert (eq (int, (int) marmot_trend_two_points (1, 2, 2.5, 3), MARKER (INCREASING)));
  cr_assert (eq (int, (int) marmot_trend_two_points (1, 2, 2, 3), MARKER (NO_CHANGE)));
  cr_assert (eq (int, (int) marmot_trend_two_points (2, 1, 2.5, 3), MARKER (CANNOT_BE_CALCULATED)));
}

Test (trend, labels_by_polarity)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/trend_labels.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *polarity = test_table_text (table, row, "polarity");
      g_autofree char *nick = g_strdelimit (g_strdup (test_table_text (table, row, "code")), "_", '-');
      MarmotPolarity p = strstr (polarity, "Low")   ? MARMOT_POLARITY_LOW_IS_GOOD
                         : strstr (polarity, "High") ? MARMOT_POLARITY_HIGH_IS_GOOD
                         : strstr (polarity, "No j") ? MARMOT_POLARITY_NO_JUDGEMENT
                                                     : MARMOT_POLARITY_UNSTATED;

      cr_expect (eq (str, (char *) marmot_trend_marker_get_label (member_of (MARMOT_TYPE_TREND_MARKER, nick), p),
                     (char *) test_table_text (table, row, "label")));
    }
  cr_assert (eq (uint, table->rows->len, 16));
}

/* The site's download left out the latest quarter unless it was the first of its
 * year. Here quarters are refused unless the caller says that they stand apart;
 * then none is left out, and 17 of the 50 printed labels are not those found. */
Test (trend, quarters)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/trend_quarterly.csv");
  guint n_alike = 0, n_alike_without = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *expected = test_table_text (table, row, "expected_label");
      g_autoptr (Series) series = read_series (table, row);
      g_autoptr (MarmotTrendOptions) plain = options_of (table, row, MARMOT_TREND_FINGERTIPS);
      g_autoptr (MarmotTrendOptions) apart
        = g_object_new (MARMOT_TYPE_TREND_OPTIONS, "value-type", marmot_trend_options_get_value_type (plain), "polarity",
                        marmot_trend_options_get_polarity (plain), "independent-periods", TRUE, NULL);
      g_autoptr (MarmotTrendOptions) guidance
        = g_object_new (MARMOT_TYPE_TREND_OPTIONS, "rule", GUIDANCE, "value-type",
                        marmot_trend_options_get_value_type (plain), "independent-periods", TRUE, NULL);
      g_autoptr (MarmotTrend) as_years = judge (series, plain);
      g_autoptr (MarmotTrend) refused = NULL, by_guidance = NULL, all = NULL, without = NULL;

      cr_expect (eq (int, (int) marmot_trend_get_reason (as_years), REASON (DUPLICATE_PERIODS)));
      for (gsize i = 0, quarter = 1; i < series->n; i++)
        {
          quarter = i > 0 && series->periods[i - 1] / 10000 == series->periods[i] ? quarter + 1 : 1;
          series->periods[i] = series->periods[i] * 10000 + (gint64) quarter * 100;
        }
      refused = judge (series, plain);
      by_guidance = judge (series, guidance);
      cr_expect (eq (int, (int) marmot_trend_get_reason (refused), REASON (SUB_ANNUAL)));
      cr_expect (eq (int, (int) marmot_trend_get_reason (by_guidance), REASON (SUB_ANNUAL)));

      all = judge (series, apart);
      series->n--;
      without = judge (series, apart);
      /* The direction only: the list of polarities is not of the profile that was
       * downloaded. */
      n_alike += strncmp (marmot_trend_get_label (all), expected, 8) == 0;
      n_alike_without += strncmp (marmot_trend_get_label (without), expected, 8) == 0;
    }
  cr_assert (eq (uint, n_alike, 33));
  cr_assert (eq (uint, n_alike_without, 50));
}

typedef struct
{
  const char *what;
  MarmotTrendRule rule;
  MarmotValueType type;
  int cell;       /* which of value, lower, upper, count, denominator is put at at; -1: the period */
  int at;
  double number;
  gsize n;
  MarmotTrendReason reason;
} Bad;

#define RATE MARMOT_VALUE_TYPE_CRUDE_RATE
#define SHARE MARMOT_VALUE_TYPE_PROPORTION
#define SITE MARMOT_TREND_FINGERTIPS

static const Bad bad[] = {
  { "nothing wrong", SITE, RATE, 0, 5, 31, 6, REASON (SIGNIFICANT) },
  { "nothing wrong", GUIDANCE, SHARE, 0, 5, 31, 6, REASON (SIGNIFICANT) },
  { "no figures", SITE, RATE, 0, 5, 31, 0, REASON (NO_POINTS) },
  { "one figure", SITE, RATE, 0, 5, 31, 1, REASON (TOO_FEW_POINTS) },
  { "four", GUIDANCE, RATE, 0, 5, 31, 4, REASON (TOO_FEW_POINTS) },
  { "a missing value is passed over", SITE, RATE, 0, 5, NAN, 6, REASON (SIGNIFICANT) },
  { "four are left", SITE, RATE, 0, 4, NAN, 5, REASON (TOO_FEW_VALID_POINTS) },
  { "an infinite one is missing", SITE, RATE, 0, 4, INFINITY, 5, REASON (TOO_FEW_VALID_POINTS) },
  { "a missing count", SITE, RATE, 3, 4, NAN, 5, REASON (TOO_FEW_VALID_POINTS) },
  { "a denominator of none", SITE, RATE, 4, 4, 0, 5, REASON (TOO_FEW_VALID_POINTS) },
  { "everybody, long ago", SITE, RATE, 3, 0, 40299, 6, REASON (COUNT_EQUALS_DENOMINATOR) },
  { "a limit is missing: four points", SITE, RATE, 1, 4, NAN, 5, REASON (SIGNIFICANT) },
  { "no width", SITE, RATE, 1, 4, 32.25, 5, REASON (ZERO_WIDTH_INTERVAL) },
  { "no width", GUIDANCE, RATE, 1, 4, 32.25, 5, REASON (ZERO_WIDTH_INTERVAL) },
  { "limits reversed", SITE, RATE, 1, 4, 33, 5, REASON (REVERSED_LIMITS) },
  { "beyond computing", SITE, RATE, 0, 4, 1e308, 5, REASON (NO_LINE) },
  { "a type that the site does not take", SITE, MARMOT_VALUE_TYPE_MEAN, 0, 5, 31, 6, REASON (VALUE_TYPE) },
  { "but the guidance does", GUIDANCE, MARMOT_VALUE_TYPE_MEAN, 0, 5, 31, 6, REASON (SIGNIFICANT) },
  { "nor does either take counts", GUIDANCE, MARMOT_VALUE_TYPE_COUNT, 0, 5, 31, 6, REASON (VALUE_TYPE) },
  { "the latest value", GUIDANCE, RATE, 0, 5, NAN, 6, REASON (MISSING_VALUES) },
  { "an older one does not matter", GUIDANCE, RATE, 0, 0, NAN, 6, REASON (SIGNIFICANT) },
  { "the latest limit", GUIDANCE, RATE, 2, 5, NAN, 6, REASON (MISSING_INTERVALS) },
  { "the latest count", GUIDANCE, SHARE, 3, 5, NAN, 6, REASON (MISSING_VALUES) },
  { "nobody", GUIDANCE, SHARE, 3, 5, 0, 6, REASON (COUNT_IS_ZERO) },
  { "everybody", GUIDANCE, SHARE, 3, 5, 45000, 6, REASON (COUNT_EQUALS_DENOMINATOR) },
  { "more than everybody", GUIDANCE, SHARE, 3, 5, 45001, 6, REASON (COUNT_OVER_DENOMINATOR) },
  { "fewer than nobody", GUIDANCE, SHARE, 3, 5, -1, 6, REASON (COUNT_OVER_DENOMINATOR) },
  { "a gap in the years", GUIDANCE, RATE, -1, 5, 2020, 6, REASON (BREAK) },
  { "which the site passes over", SITE, RATE, -1, 5, 2020, 6, REASON (SIGNIFICANT) },
  { "a year twice", SITE, RATE, -1, 5, 2018, 6, REASON (DUPLICATE_PERIODS) },
  { "a year twice", GUIDANCE, RATE, -1, 5, 2018, 6, REASON (DUPLICATE_PERIODS) },
  { "no year", SITE, RATE, -1, 5, 0, 6, REASON (NO_PERIOD) },
  { "a year below zero", SITE, RATE, -1, 5, -2018, 6, REASON (NO_PERIOD) },
  { "a year beyond sort keys", SITE, RATE, -1, 5, 1e12, 6, REASON (NO_PERIOD) },
};

Test (trend, a_reason_for_each_cannot)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const Bad *b = &bad[i];
      double cells[5][6];
      gint64 periods[6];
      g_autoptr (MarmotTrendOptions) options = marmot_trend_options_new (b->rule, b->type, 0);
      g_autoptr (MarmotTrend) trend = NULL;
      const double *all[] = { values, lower, upper, counts, denominators };

      for (int j = 0; j < 5; j++)
        memcpy (cells[j], all[j], sizeof cells[j]);
      memcpy (periods, years, sizeof periods);
      if (b->cell < 0)
        periods[b->at] = (gint64) b->number;
      else
        cells[b->cell][b->at] = b->number;

      trend = judge_arrays (options, periods, cells[0], cells[1], cells[2], cells[3], cells[4], b->n);
      cr_expect (marmot_trend_get_reason (trend) == b->reason, "%s: %s", b->what, marmot_trend_get_sentence (trend));
      cr_expect (isnan (marmot_trend_get_slope (trend)) == (marmot_trend_get_points_used (trend) == 0), "%s", b->what);
    }
}

Test (trend, a_constant_series_does_not_change)
{
  const double flat[] = { 3, 3, 3, 3, 3 }, low[] = { 2, 2, 2, 2, 2 }, high[] = { 4, 4, 4, 4, 4 };
  g_autoptr (MarmotTrendOptions) options = marmot_trend_options_new (SITE, RATE, 0);
  g_autoptr (MarmotTrend) trend = judge_arrays (options, years, flat, low, high, counts, denominators, 5);

  cr_assert (eq (int, (int) marmot_trend_get_marker (trend), MARKER (NO_CHANGE)));
  cr_assert (eq (dbl, marmot_trend_get_slope (trend), 0));
  cr_assert (eq (int, (int) marmot_trend_get_reason (trend), REASON (NOT_SIGNIFICANT)));
}

Test (trend, the_order_of_the_figures_does_not_matter)
{
  const int order[] = { 4, 2, 0, 3, 1 };
  const double *all[] = { values, lower, upper, counts, denominators };
  double cells[5][5];
  gint64 periods[5];
  g_autoptr (MarmotTrendOptions) options = marmot_trend_options_new (SITE, RATE, 0);
  g_autoptr (MarmotTrend) ordered = judge_arrays (options, years, values, lower, upper, counts, denominators, 5);
  g_autoptr (MarmotTrend) shuffled = NULL;

  for (int i = 0; i < 5; i++)
    {
      periods[i] = years[order[i]];
      for (int j = 0; j < 5; j++)
        cells[j][i] = all[j][order[i]];
    }
  shuffled = judge_arrays (options, periods, cells[0], cells[1], cells[2], cells[3], cells[4], 5);
  cr_assert (test_same (marmot_trend_get_slope (ordered), marmot_trend_get_slope (shuffled)));
  cr_assert (test_same (marmot_trend_get_chi_squared (ordered), marmot_trend_get_chi_squared (shuffled)));
}

Test (trend, options_that_a_rule_does_not_take)
{
  const double levels[] = { 0, 1, 95, -1, 0.998 };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (MarmotTrendOptions) options
        = g_object_new (MARMOT_TYPE_TREND_OPTIONS, "value-type", RATE, "confidence", levels[i], NULL);
      g_autoptr (GError) error = NULL;
      MarmotTrend *trend = marmot_trend_new_series (options, years, values, lower, upper, counts, denominators, 5, &error);

      cr_assert (trend == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

static MarmotObservation *
new_figure (MarmotIndicator *indicator,
            MarmotArea *area,
            const char *period_text,
            int i)
{
  g_autoptr (MarmotPeriod) period = marmot_period_parse (period_text, MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotValue) value = marmot_value_new (values[i], -1);
  g_autoptr (MarmotValue) low = marmot_value_new (lower[i], -1);
  g_autoptr (MarmotValue) high = marmot_value_new (upper[i], -1);
  g_autoptr (MarmotValue) count = marmot_value_new (counts[i], -1);
  g_autoptr (MarmotValue) denominator = marmot_value_new (denominators[i], -1);

  return g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "area", area, "period", period, "value", value,
                       "lower", low, "upper", high, "numerator", count, "denominator", denominator, NULL);
}

Test (trend, of_observations)
{
  g_autoptr (MarmotIndicator) indicator = new_indicator ("I", "per 1,000", RATE, MARMOT_POLARITY_HIGH_IS_GOOD, FALSE);
  g_autoptr (MarmotArea) area = new_area ("a", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotArea) other = new_area ("b", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MarmotTrendOptions) low_is_good = marmot_trend_options_new (SITE, 0, MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotTrend) arrays = NULL, trend = NULL, judged = NULL, mixed = NULL, pooled = NULL, quarter = NULL;
  g_autoptr (MarmotTrendOptions) options = marmot_trend_options_new (SITE, RATE, 0);

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d/%d", 2014 + i, 15 + i);

      g_ptr_array_add (figures, new_figure (indicator, area, text, i));
    }
  arrays = judge_arrays (options, years, values, lower, upper, counts, denominators, 5);
  trend = marmot_trend_new_observations ((MarmotObservation **) figures->pdata, 5, NULL, NULL);
  cr_assert (eq (str, (char *) marmot_trend_get_label (trend), "Increasing and getting better"));
  cr_assert (test_same (marmot_trend_get_chi_squared (trend), marmot_trend_get_chi_squared (arrays)));
  cr_assert (eq (uint, marmot_trend_get_last_period (trend), 20180000));
  cr_assert (eq (int, (int) marmot_trend_get_latest_change (trend), MARKER (NO_CHANGE)));

  judged = marmot_trend_new_observations ((MarmotObservation **) figures->pdata, 5, low_is_good, NULL);
  cr_assert (eq (str, (char *) marmot_trend_get_label (judged), "Increasing and getting worse"));

  g_ptr_array_add (figures, new_figure (indicator, other, "2019/20", 5));
  mixed = marmot_trend_new_observations ((MarmotObservation **) figures->pdata, 6, NULL, NULL);
  cr_assert (eq (int, (int) marmot_trend_get_reason (mixed), REASON (MIXED_SERIES)));

  g_ptr_array_set_size (figures, 5);
  g_ptr_array_add (figures, new_figure (indicator, area, "2019/20 - 21/22", 5));
  pooled = marmot_trend_new_observations ((MarmotObservation **) figures->pdata, 6, NULL, NULL);
  cr_assert (eq (int, (int) marmot_trend_get_reason (pooled), REASON (YEAR_RANGE)));

  g_ptr_array_set_size (figures, 5);
  g_ptr_array_add (figures, new_figure (indicator, area, "2019/20 Q2", 5));
  quarter = marmot_trend_new_observations ((MarmotObservation **) figures->pdata, 6, NULL, NULL);
  cr_assert (eq (int, (int) marmot_trend_get_reason (quarter), REASON (SUB_ANNUAL)));
}

/* All series at once, their rows shuffled, are what one call a series gives. */
Test (trend, in_columns)
{
  g_autoptr (TestTable) table = load_packed ("fingertips/trend.csv.gz");
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) types = g_ptr_array_new (), polarities = g_ptr_array_new ();
  GArray *cells[5];
  gsize n_rows;

  for (int i = 0; i < 5; i++)
    cells[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint row = 0; row < table->rows->len; row++)
    {
      g_autoptr (Series) series = read_series (table, row);
      gint32 code = (gint32) row;

      for (gsize i = 0; i < series->n; i++)
        {
          g_array_append_val (periods, series->periods[i]);
          g_array_append_val (codes, code);
          g_ptr_array_add (types, (gpointer) test_table_text (table, row, "value_type"));
          g_ptr_array_add (polarities, (gpointer) test_table_text (table, row, "polarity"));
          for (int j = 0; j < 5; j++)
            g_array_append_val (cells[j], series->columns[j][i]);
        }
    }

  /* Shuffled with a multiplier that no prime of the length divides. */
  n_rows = codes->len;
  {
    const char *names[] = { "period", "value", "lower", "upper", "count", "denominator", "value_type", "polarity", NULL };
    g_autofree gsize *order = g_new (gsize, n_rows);
    g_autofree gint32 *shuffled = g_new (gint32, n_rows);
    g_autofree gboolean *nulls = g_new (gboolean, n_rows);
    g_autoptr (MarmotTable) figures = NULL, result = NULL;
    g_autoptr (MarmotColumn) labels = NULL, chi = NULL, slope = NULL, reasons = NULL, used = NULL, last = NULL;
    g_autoptr (MarmotGroups) groups = NULL;
    g_autoptr (GError) error = NULL;
    MarmotColumn *columns[8];
    gsize step = 7919;

    while (n_rows % step == 0)
      step += 2;
    for (gsize i = 0; i < n_rows; i++)
      {
        order[i] = i * step % n_rows;
        shuffled[i] = g_array_index (codes, gint32, order[i]);
        nulls[i] = *(const char *) polarities->pdata[i] == '\0';
      }
    g_ptr_array_add (types, NULL);
    g_ptr_array_add (polarities, NULL);
    columns[0] = marmot_column_new_integer ((const gint64 *) (void *) periods->data, n_rows);
    for (int i = 0; i < 5; i++)
      columns[1 + i] = marmot_column_new_double ((const double *) (void *) cells[i]->data, n_rows);
    columns[6] = marmot_column_new_text ((const char * const *) types->pdata);
    {
      g_autoptr (MarmotColumn) text = marmot_column_new_text ((const char * const *) polarities->pdata);

      columns[7] = marmot_column_with_nulls (text, nulls, n_rows, NULL);
    }
    for (int i = 0; i < 8; i++)
      {
        MarmotColumn *taken = marmot_column_take (columns[i], order, n_rows, NULL);

        marmot_column_unref (columns[i]);
        columns[i] = taken;
      }
    figures = marmot_table_new (names, columns, 8, NULL);
    for (int i = 0; i < 8; i++)
      marmot_column_unref (columns[i]);
    for (int i = 0; i < 5; i++)
      g_array_unref (cells[i]);

    groups = marmot_groups_new_from_codes (shuffled, n_rows, table->rows->len + 1, NULL);
    result = marmot_trend_columns (figures, groups, NULL, &error);
    cr_assert (error == NULL, "%s", error ? error->message : "");
    cr_assert (eq (sz, marmot_table_get_n_rows (result), table->rows->len + 1));
    labels = marmot_table_get_column_by_name (result, "label");
    reasons = marmot_table_get_column_by_name (result, "reason");
    chi = marmot_table_get_column_by_name (result, "chi_squared");
    slope = marmot_table_get_column_by_name (result, "slope");
    used = marmot_table_get_column_by_name (result, "points_used");
    last = marmot_table_get_column_by_name (result, "last_period");

    for (guint row = 0; row < table->rows->len; row++)
      {
        g_autoptr (Series) series = read_series (table, row);
        g_autoptr (MarmotTrendOptions) options = options_of (table, row, SITE);
        g_autoptr (MarmotTrend) one = judge (series, options);
        g_autofree char *label = marmot_column_get_text (labels, row);

        cr_expect (strcmp (label, marmot_trend_get_label (one)) == 0, "%s", test_table_text (table, row, "case_id"));
        cr_expect (test_same (marmot_column_get_double (chi, row), marmot_trend_get_chi_squared (one)));
        cr_expect (test_same (marmot_column_get_double (slope, row), marmot_trend_get_slope (one)));
        cr_expect (marmot_column_get_integer (used, row) == marmot_trend_get_points_used (one));
        cr_expect (marmot_column_get_integer (last, row) == marmot_trend_get_last_period (one));
      }
    {
      /* The group that no row belongs to. Its type is that of the options: none. */
      g_autofree char *reason = marmot_column_get_text (reasons, table->rows->len);

      cr_assert (eq (str, reason, "value-type"));
      cr_assert (marmot_column_is_null (chi, table->rows->len));
    }
  }
}

static void
expect_error (const char *name,
              MarmotColumn *replacement,
              MarmotError code)
{
  g_autoptr (MarmotColumn) p = marmot_column_new_integer (years, 5);
  g_autoptr (MarmotColumn) v = marmot_column_new_double (values, 5);
  const char *names[] = { "period", "value", NULL };
  MarmotColumn *columns[] = { p, v };
  g_autoptr (MarmotTable) whole = marmot_table_new (names, columns, 2, NULL);
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (GError) error = NULL;
  MarmotTrend *trend;

  if (replacement)
    {
      figures = marmot_table_with_column (whole, name, replacement, NULL);
    }
  else
    {
      const char *rest[] = { strcmp (name, "value") == 0 ? "period" : "value", NULL };

      figures = marmot_table_select (whole, rest, NULL);
    }
  trend = marmot_trend_new_figures (figures, NULL, &error);
  cr_expect (trend == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, code), "%s: %s", name, error ? error->message : "no error");
  cr_expect (error == NULL || strstr (error->message, "secret") == NULL);
}

Test (trend, figures_that_are_no_figures)
{
  const char *texts[] = { "secret", "crude-rate", "Crude rate", "CRUDE RATE", "", NULL };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) number = marmot_column_new_double (values, 5);

  expect_error ("period", NULL, MARMOT_ERROR_NOT_FOUND);
  expect_error ("value", NULL, MARMOT_ERROR_NOT_FOUND);
  expect_error ("period", text, MARMOT_ERROR_TYPE);
  expect_error ("lower", text, MARMOT_ERROR_TYPE);
  expect_error ("value_type", number, MARMOT_ERROR_TYPE);
  expect_error ("value_type", text, MARMOT_ERROR_INVALID_DATA);
  expect_error ("polarity", text, MARMOT_ERROR_INVALID_DATA);
}
