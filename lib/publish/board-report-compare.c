/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The figures of a board report over places and over time: comparisons, what papers
 * say of them, changes and baselines.
 */
#include <marmot/marmot.h>

#include "board-report-private.h"

static gboolean
is_number (MarmotObservation *o)
{
  MarmotValue *value = marmot_observation_get_value (o);

  return value && marmot_value_is_present (value);
}

/* The figures of one indicator: all of them, and those that can be compared with
 * other areas, by area. Roles other than actual are not compared. */
typedef struct
{
  GPtrArray *all;      /* MarmotObservation, in the order of the pack */
  GHashTable *by_area; /* MarmotArea -> GPtrArray of MarmotObservation */
} Figures;

static void
figures_free (gpointer data)
{
  Figures *figures = data;

  g_ptr_array_unref (figures->all);
  g_hash_table_unref (figures->by_area);
  g_free (figures);
}

static void
figures_add (Figures *figures,
             MarmotObservation *o)
{
  MarmotArea *area = marmot_observation_get_area (o);
  GPtrArray *of_area;

  g_ptr_array_add (figures->all, g_object_ref (o));
  if (marmot_observation_get_role (o) != MARMOT_OBSERVATION_ROLE_ACTUAL)
    return;

  of_area = g_hash_table_lookup (figures->by_area, area);
  if (!of_area)
    {
      of_area = g_ptr_array_new ();
      g_hash_table_insert (figures->by_area, area, of_area);
    }
  g_ptr_array_add (of_area, o);
}

/* indicator -> its figures. */
static GHashTable *
group_observations (MarmotPack *pack)
{
  GListModel *all = marmot_pack_get_observations (pack);
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, figures_free);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotObservation) o = g_list_model_get_item (all, i);
      MarmotIndicator *indicator = marmot_observation_get_indicator (o);
      Figures *figures = g_hash_table_lookup (groups, indicator);

      if (!figures)
        {
          figures = g_new (Figures, 1);
          figures->all = g_ptr_array_new_with_free_func (g_object_unref);
          figures->by_area = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
          g_hash_table_insert (groups, indicator, figures);
        }
      figures_add (figures, o);
    }

  return groups;
}

/* The figure by which an area is compared: of the period wanted, where there is
 * one, otherwise the one whose period ends last. */
static MarmotObservation *
find_figure (Figures *figures,
             MarmotArea *area,
             MarmotPeriod *wanted)
{
  GPtrArray *of_area = g_hash_table_lookup (figures->by_area, area);
  MarmotObservation *found = NULL;

  for (guint i = 0; of_area && i < of_area->len; i++)
    {
      MarmotObservation *o = of_area->pdata[i];
      MarmotPeriod *period = marmot_observation_get_period (o);

      if (wanted && period && marmot_period_equal (period, wanted))
        return o;
      if (!found || !period
          || (marmot_observation_get_period (found)
              && marmot_period_get_end_days (period)
                   > marmot_period_get_end_days (marmot_observation_get_period (found))))
        found = o;
    }

  return found;
}

static gboolean
is_benchmark (MarmotArea *area)
{
  MarmotAreaKind kind = marmot_area_get_kind (area);

  return kind == MARMOT_AREA_KIND_COUNTRY || kind == MARMOT_AREA_KIND_REGION
         || kind == MARMOT_AREA_KIND_AVERAGE;
}

/* ---- Comparisons ---- */

/* What papers say, by what they say it of; and which of it has been checked. */
typedef struct
{
  GHashTable *by_key;
  GHashTable *checked;
} Labels;

static char *
make_label_key (MarmotIndicator *indicator,
                MarmotArea *area,
                MarmotArea *comparator)
{
  return g_strdup_printf ("%p %p %p", (void *) indicator, (void *) area, (void *) comparator);
}

static void
labels_init (Labels *labels,
             MarmotPack *pack)
{
  GListModel *all = marmot_pack_get_labels (pack);
  guint n = g_list_model_get_n_items (all);

  labels->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  labels->checked = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      /* The pack holds it as long as it is needed here. */
      g_autoptr (MarmotPrintedLabel) label = g_list_model_get_item (all, i);

      g_hash_table_insert (labels->by_key,
                           make_label_key (marmot_printed_label_get_indicator (label),
                                           marmot_printed_label_get_area (label),
                                           marmot_printed_label_get_comparator (label)),
                           label);
    }
}

static void
labels_clear (Labels *labels)
{
  g_hash_table_unref (labels->by_key);
  g_hash_table_unref (labels->checked);
}

static void
compare (MarmotBoardReport *self,
         Labels *labels,
         MarmotObservation *figure,
         MarmotObservation *benchmark)
{
  g_autoptr (MarmotComparison) comparison = marmot_comparison_new_compare (figure, benchmark, NULL);
  g_autofree char *key = make_label_key (marmot_observation_get_indicator (figure),
                                         marmot_observation_get_area (figure),
                                         marmot_observation_get_area (benchmark));
  MarmotPrintedLabel *label = g_hash_table_lookup (labels->by_key, key);

  if (label)
    {
      g_autoptr (MarmotComparison) checked = marmot_comparison_check_claim (
        comparison, marmot_printed_label_get_claim (label), marmot_printed_label_get_text (label),
        marmot_printed_label_get_source (label), marmot_printed_label_get_line (label));

      g_hash_table_add (labels->checked, label);
      g_list_store_append (self->comparisons, checked);
    }
  else
    {
      g_list_store_append (self->comparisons, comparison);
    }
}

/* The areas of the pack that others are held against. */
static GPtrArray *
list_benchmarks (MarmotPack *pack)
{
  GListModel *areas = marmot_pack_get_areas (pack);
  GPtrArray *benchmarks = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (areas);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotArea) area = g_list_model_get_item (areas, i);

      if (is_benchmark (area))
        g_ptr_array_add (benchmarks, g_steal_pointer (&area));
    }

  return benchmarks;
}

static void
compare_indicator (MarmotBoardReport *self,
                   Labels *labels,
                   GPtrArray *benchmarks,
                   Figures *figures)
{
  GListModel *areas = marmot_pack_get_areas (self->pack);
  MarmotArea *home = marmot_pack_get_area (self->pack);
  guint n = g_list_model_get_n_items (areas);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotArea) area = g_list_model_get_item (areas, i);
      MarmotObservation *figure;

      /* A benchmark is not compared with a benchmark, unless the report is on it. */
      if (area != home && is_benchmark (area))
        continue;
      figure = find_figure (figures, area, NULL);

      for (guint j = 0; figure && j < benchmarks->len; j++)
        {
          MarmotArea *other = benchmarks->pdata[j];
          MarmotObservation *benchmark;

          if (other == area || (area != home && marmot_area_get_kind (other) != MARMOT_AREA_KIND_COUNTRY))
            continue;
          benchmark = find_figure (figures, other, marmot_observation_get_period (figure));
          if (benchmark)
            compare (self, labels, figure, benchmark);
        }
    }
}

/* A label whose comparison cannot be made is told, and not passed over. */
static void
check_labels (MarmotBoardReport *self,
              Labels *labels)
{
  GListModel *all = marmot_pack_get_labels (self->pack);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotPrintedLabel) label = g_list_model_get_item (all, i);
      g_autofree char *message = NULL;

      if (g_hash_table_contains (labels->checked, label))
        continue;
      message = g_strdup_printf (
        "%s: the source says \"%s\" of %s and %s, which was not checked: the pack has no figures of both, or says "
        "something else of them as well",
        marmot_indicator_get_id (marmot_printed_label_get_indicator (label)), marmot_printed_label_get_text (label),
        marmot_area_get_name (marmot_printed_label_get_area (label)),
        marmot_area_get_name (marmot_printed_label_get_comparator (label)));
      marmot_board_report_add_finding (self, MARMOT_SEVERITY_WARNING, "report/label-not-checked", marmot_printed_label_get_source (label),
                   marmot_printed_label_get_line (label), message,
                   "Add both figures to observations.csv, or keep one label a comparison");
    }
}

/* ---- Changes ---- */

/* What two periods must share to be set side by side: their length and, where they
 * are shorter than a year, their season. */
static char *
make_season_key (MarmotPeriod *period)
{
  g_autoptr (GDate) first = marmot_period_get_first_day (period);
  guint n_months = marmot_period_get_n_months (period);
  gint64 days = (gint64) marmot_period_get_end_days (period) - marmot_period_get_start_days (period);

  if (n_months > 0)
    return g_strdup_printf ("%u months from %d", n_months, (int) g_date_get_month (first));
  return g_strdup_printf ("%" G_GINT64_FORMAT " days from %d", days, (int) g_date_get_month (first));
}

/* The first and the last figure of one season. */
typedef struct
{
  MarmotObservation *first;
  MarmotObservation *last;
} Ends;

static gint64
get_length (MarmotObservation *o)
{
  MarmotPeriod *p = marmot_observation_get_period (o);

  return (gint64) marmot_period_get_end_days (p) - marmot_period_get_start_days (p);
}

static gint32
get_start (MarmotObservation *o)
{
  return marmot_period_get_start_days (marmot_observation_get_period (o));
}

/* Whether a figure belongs into a row of figures over time. */
static gboolean
is_of_series (MarmotBoardReport *self,
              MarmotObservation *o)
{
  MarmotObservationRole role = marmot_observation_get_role (o);

  return marmot_observation_get_area (o) == marmot_pack_get_area (self->pack)
         && (role == MARMOT_OBSERVATION_ROLE_ACTUAL || role == MARMOT_OBSERVATION_ROLE_BASELINE)
         && marmot_observation_get_period (o) && is_number (o);
}

static void
find_change (MarmotBoardReport *self,
             Figures *figures)
{
  g_autoptr (GHashTable) seasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  Ends *best = NULL;

  for (guint i = 0; i < figures->all->len; i++)
    {
      MarmotObservation *o = figures->all->pdata[i];
      g_autofree char *key = NULL;
      Ends *ends;

      if (!is_of_series (self, o))
        continue;
      key = make_season_key (marmot_observation_get_period (o));
      ends = g_hash_table_lookup (seasons, key);
      if (!ends)
        {
          ends = g_new (Ends, 1);
          ends->first = ends->last = o;
          g_ptr_array_add (in_order, ends);
          g_hash_table_insert (seasons, g_steal_pointer (&key), ends);
        }
      if (get_start (o) < get_start (ends->first))
        ends->first = o;
      if (get_start (o) > get_start (ends->last))
        ends->last = o;
    }

  /* The season of the longest periods, and of those the one that spans most. */
  for (guint i = 0; i < in_order->len; i++)
    {
      Ends *ends = in_order->pdata[i];

      if (ends->first == ends->last)
        continue;
      if (!best || get_length (ends->last) > get_length (best->last)
          || (get_length (ends->last) == get_length (best->last)
              && (gint64) get_start (ends->last) - get_start (ends->first)
                   > (gint64) get_start (best->last) - get_start (best->first)))
        best = ends;
    }

  if (best)
    {
      g_autoptr (MarmotChange) change = marmot_change_new_between (best->first, best->last);

      g_list_store_append (self->changes, change);
    }
}

/* A baseline of another length or season than all the figures beside it. */
static void
check_baseline (MarmotBoardReport *self,
                Figures *figures)
{
  g_autoptr (GHashTable) seasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MarmotPeriod *other = NULL;

  for (guint i = 0; i < figures->all->len; i++)
    {
      MarmotObservation *o = figures->all->pdata[i];

      if (!is_of_series (self, o) || marmot_observation_get_role (o) == MARMOT_OBSERVATION_ROLE_BASELINE)
        continue;
      if (!other)
        other = marmot_observation_get_period (o);
      g_hash_table_add (seasons, make_season_key (marmot_observation_get_period (o)));
    }

  for (guint i = 0; other && i < figures->all->len; i++)
    {
      MarmotObservation *baseline = figures->all->pdata[i];
      g_autofree char *key = NULL;

      if (!is_of_series (self, baseline)
          || marmot_observation_get_role (baseline) != MARMOT_OBSERVATION_ROLE_BASELINE)
        continue;
      key = make_season_key (marmot_observation_get_period (baseline));
      if (!g_hash_table_contains (seasons, key))
        {
          g_autofree char *mine = marmot_period_to_string (marmot_observation_get_period (baseline));
          g_autofree char *theirs = marmot_period_to_string (other);
          g_autofree char *message
            = g_strdup_printf ("%s: the baseline is of %s, the figures beside it of %s and other periods that it "
                               "cannot be compared with",
                               marmot_indicator_get_id (marmot_observation_get_indicator (baseline)), mine, theirs);

          marmot_board_report_add_finding (self, MARMOT_SEVERITY_WARNING, "report/baseline-period",
                       marmot_observation_get_source (baseline), marmot_observation_get_line (baseline), message,
                       "Ask the owner for a baseline of the same length and season");
        }
    }
}

void
marmot_board_report_compare (MarmotBoardReport *self)
{
  g_autoptr (GHashTable) groups = group_observations (self->pack);
  g_autoptr (GPtrArray) benchmarks = list_benchmarks (self->pack);
  GListModel *indicators = marmot_pack_get_indicators (self->pack);
  guint n = g_list_model_get_n_items (indicators);
  Labels labels;

  labels_init (&labels, self->pack);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotIndicator) indicator = g_list_model_get_item (indicators, i);
      Figures *figures = g_hash_table_lookup (groups, indicator);

      if (!figures)
        continue;
      compare_indicator (self, &labels, benchmarks, figures);
      find_change (self, figures);
      check_baseline (self, figures);
    }

  check_labels (self, &labels);
  labels_clear (&labels);
}
