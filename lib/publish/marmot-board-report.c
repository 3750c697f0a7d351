/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "board-report-private.h"
#include "core/marmot-json-private.h"

struct _MarmotBoardReport
{
  GObject parent_instance;

  MarmotPack *pack;
  MarmotScorecard *scorecard;
  GListStore *comparisons;
  GListStore *changes;
  GListStore *exceptions;
  GListStore *asks;
  GStrv cannot_be_said;
  GPtrArray *findings;
};

G_DEFINE_FINAL_TYPE (MarmotBoardReport, marmot_board_report, G_TYPE_OBJECT)

static void
marmot_board_report_finalize (GObject *object)
{
  MarmotBoardReport *self = MARMOT_BOARD_REPORT (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->scorecard);
  g_clear_object (&self->comparisons);
  g_clear_object (&self->changes);
  g_clear_object (&self->exceptions);
  g_clear_object (&self->asks);
  g_clear_pointer (&self->cannot_be_said, g_strfreev);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (marmot_board_report_parent_class)->finalize (object);
}

static void
marmot_board_report_class_init (MarmotBoardReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_board_report_finalize;
}

static void
marmot_board_report_init (MarmotBoardReport *self)
{
  self->comparisons = g_list_store_new (MARMOT_TYPE_COMPARISON);
  self->changes = g_list_store_new (MARMOT_TYPE_CHANGE);
  self->exceptions = g_list_store_new (MARMOT_TYPE_REPORT_EXCEPTION);
  self->asks = g_list_store_new (MARMOT_TYPE_ASK);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

static gboolean
is_number (MarmotObservation *o)
{
  MarmotValue *value = marmot_observation_get_value (o);

  return value && marmot_value_is_present (value);
}

/* Findings on published figures: they may quote them. */
static void
add_finding (MarmotBoardReport *self,
             MarmotSeverity severity,
             const char *rule,
             const char *source,
             guint line,
             const char *message,
             const char *fix)
{
  g_ptr_array_add (self->findings,
                   marmot_finding_new_published (rule, severity, source, line, NULL, NULL, message, fix));
}

/* ---- The observations, by indicator and by area ---- */

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
      add_finding (self, MARMOT_SEVERITY_WARNING, "report/label-not-checked", marmot_printed_label_get_source (label),
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

          add_finding (self, MARMOT_SEVERITY_WARNING, "report/baseline-period",
                       marmot_observation_get_source (baseline), marmot_observation_get_line (baseline), message,
                       "Ask the owner for a baseline of the same length and season");
        }
    }
}

/* ---- Findings of the comparisons and the scorecard ---- */

static char *
describe_pair (MarmotComparison *c)
{
  MarmotObservation *figure = marmot_comparison_get_observation (c);
  MarmotObservation *benchmark = marmot_comparison_get_benchmark (c);

  return g_strdup_printf ("%s, %s and %s", marmot_indicator_get_name (marmot_observation_get_indicator (figure)),
                          marmot_area_get_name (marmot_observation_get_area (figure)),
                          marmot_area_get_name (marmot_observation_get_area (benchmark)));
}

static void
check_comparison (MarmotBoardReport *self,
                  MarmotComparison *c)
{
  g_autofree char *pair = describe_pair (c);

  if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_DISAGREES)
    {
      g_autofree char *message
        = g_strdup_printf ("%s: the source says \"%s\". %s", pair, marmot_comparison_get_claimed (c),
                           marmot_comparison_get_reason (c));

      add_finding (self, MARMOT_SEVERITY_ERROR, "report/label-disagrees", marmot_comparison_get_claim_source (c),
                   marmot_comparison_get_claim_line (c), message,
                   "Correct the words, or the figures, before they are used again");
    }
  else if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_CANNOT_TELL)
    {
      g_autofree char *message
        = g_strdup_printf ("%s: the source says \"%s\", which these figures cannot show. %s", pair,
                           marmot_comparison_get_claimed (c), marmot_comparison_get_reason (c));

      add_finding (self, MARMOT_SEVERITY_WARNING, "report/label-not-shown", marmot_comparison_get_claim_source (c),
                   marmot_comparison_get_claim_line (c), message, "Give the figures with more decimals, or their interval");
    }

  if (!marmot_comparison_get_same_period (c)
      && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
    {
      MarmotObservation *figure = marmot_comparison_get_observation (c);
      MarmotPeriod *p = marmot_observation_get_period (figure);
      MarmotPeriod *q = marmot_observation_get_period (marmot_comparison_get_benchmark (c));
      g_autofree char *mine = p ? marmot_period_to_string (p) : g_strdup ("a period not stated");
      g_autofree char *theirs = q ? marmot_period_to_string (q) : g_strdup ("a period not stated");
      g_autofree char *message
        = g_strdup_printf ("%s: the one figure is of %s, the other of %s", pair, mine, theirs);

      add_finding (self, MARMOT_SEVERITY_WARNING, "report/periods-differ", marmot_observation_get_source (figure),
                   marmot_observation_get_line (figure), message, "Compare figures of one period, or say that they are not");
    }
}

static void
check_row (MarmotBoardReport *self,
           MarmotScorecardRow *row)
{
  MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
  MarmotTarget *target = marmot_scorecard_row_get_target (row);

  if (marmot_scorecard_row_get_review_target (row))
    {
      g_autofree char *value = marmot_value_to_string_thousands (marmot_target_get_value (target));
      g_autofree char *period = marmot_period_to_string (marmot_target_get_period (target));
      g_autofree char *message
        = g_strdup_printf ("%s: the target of %s for %s asks to be reviewed. %s",
                           marmot_indicator_get_id (indicator), value, period,
                           marmot_scorecard_row_get_review_reason (row));

      add_finding (self, MARMOT_SEVERITY_WARNING, "report/review-target", marmot_target_get_source (target),
                   marmot_target_get_line (target), message, "Ask the owner for a target that can still be missed");
    }
}

/* ---- Exceptions ---- */

/* An exception in the making: all that is the matter with one indicator. */
typedef struct
{
  MarmotIndicator *indicator;
  MarmotExceptionKind kind;
  double size;
  guint order;
  char *headline;
  GString *detail;
} Trouble;

static void
trouble_free (gpointer data)
{
  Trouble *trouble = data;

  g_free (trouble->headline);
  g_string_free (trouble->detail, TRUE);
  g_free (trouble);
}

/* Takes the headline. */
static void
add_trouble (GPtrArray *troubles,
             GHashTable *by_indicator,
             MarmotIndicator *indicator,
             MarmotExceptionKind kind,
             double size,
             char *headline,
             const char *detail)
{
  Trouble *trouble = g_hash_table_lookup (by_indicator, indicator);
  gboolean weightier;

  if (!trouble)
    {
      trouble = g_new0 (Trouble, 1);
      trouble->indicator = indicator;
      trouble->kind = kind;
      trouble->size = size;
      trouble->order = troubles->len;
      trouble->headline = headline;
      trouble->detail = g_string_new (detail);
      g_ptr_array_add (troubles, trouble);
      g_hash_table_insert (by_indicator, indicator, trouble);
      return;
    }

  weightier = kind < trouble->kind || (kind == trouble->kind && size > trouble->size);
  if (weightier)
    {
      /* The weightiest leads, with its reason; what was there before follows. */
      g_autofree char *rest = g_strdup_printf ("%s %s", trouble->headline, trouble->detail->str);

      g_free (trouble->headline);
      trouble->headline = headline;
      trouble->kind = kind;
      trouble->size = size;
      g_string_printf (trouble->detail, "%s %s", detail, rest);
      return;
    }

  g_string_append_printf (trouble->detail, " %s", headline);
  /* Two troubles may rest on one comparison, which is explained once. */
  if (!strstr (trouble->detail->str, detail))
    g_string_append_printf (trouble->detail, " %s", detail);
  g_free (headline);
}

static int
compare_troubles (gconstpointer a,
                  gconstpointer b)
{
  const Trouble *x = *(Trouble * const *) a;
  const Trouble *y = *(Trouble * const *) b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

static char *
print_with_unit (MarmotIndicator *indicator,
                 MarmotValue *value)
{
  g_autofree char *text = marmot_value_to_string_thousands (value);

  if (marmot_value_is_percent (value))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", text, marmot_indicator_get_unit (indicator));
}

static void
weigh_comparison (MarmotBoardReport *self,
                  MarmotComparison *c,
                  GPtrArray *troubles,
                  GHashTable *by_indicator)
{
  MarmotObservation *figure = marmot_comparison_get_observation (c);
  MarmotObservation *benchmark = marmot_comparison_get_benchmark (c);
  MarmotIndicator *indicator = marmot_observation_get_indicator (figure);
  MarmotArea *area = marmot_observation_get_area (figure);
  MarmotArea *other = marmot_observation_get_area (benchmark);
  gboolean by_interval
    = marmot_comparison_spec_get_method (marmot_comparison_get_spec (c)) == MARMOT_COMPARISON_METHOD_INTERVAL;

  if (area != marmot_pack_get_area (self->pack))
    return;

  if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_DISAGREES)
    {
      g_autofree char *detail = g_strdup_printf ("The source says \"%s\". %s", marmot_comparison_get_claimed (c),
                                                 marmot_comparison_get_reason (c));

      add_trouble (troubles, by_indicator, indicator, MARMOT_EXCEPTION_KIND_CLAIM_DISAGREES, 0,
                   g_strdup_printf ("%s: what the source says of %s and %s is not what its figures show.",
                                    marmot_indicator_get_name (indicator), marmot_area_get_name (area),
                                    marmot_area_get_name (other)),
                   detail);
    }

  if (marmot_comparison_get_judgement (c) == MARMOT_JUDGEMENT_WORSE)
    {
      double base = fabs (marmot_value_get_number (marmot_observation_get_value (benchmark)));
      double difference = fabs (marmot_value_get_number (marmot_comparison_get_difference (c)));
      g_autofree char *mine = print_with_unit (indicator, marmot_observation_get_value (figure));
      g_autofree char *theirs = marmot_value_to_string_thousands (marmot_observation_get_value (benchmark));
      gboolean higher = marmot_comparison_get_relation (c) == MARMOT_RELATION_HIGHER;

      add_trouble (troubles, by_indicator, indicator,
                   by_interval ? MARMOT_EXCEPTION_KIND_WORSE : MARMOT_EXCEPTION_KIND_BEHIND,
                   base > 0 ? difference / base : 0,
                   g_strdup_printf ("%s: %s, %s, is %s than %s, %s.", marmot_indicator_get_name (indicator),
                                    marmot_area_get_name (area), mine, higher ? "higher" : "lower",
                                    marmot_area_get_name (other), theirs),
                   marmot_comparison_get_reason (c));
    }
}

static void
weigh_row (MarmotScorecardRow *row,
           GPtrArray *troubles,
           GHashTable *by_indicator)
{
  MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
  MarmotValue *expected = marmot_scorecard_row_get_expected (row);
  MarmotValue *to_date = marmot_scorecard_row_get_to_date (row);

  if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_BEHIND && expected && to_date)
    {
      double wanted = marmot_value_get_number (expected);
      double short_by = fabs (marmot_value_get_number (to_date) - wanted);
      gboolean has_forecast = marmot_scorecard_row_get_forecast_rule (row) != MARMOT_FORECAST_RULE_NONE;
      g_autofree char *detail
        = g_strjoin (" ", marmot_scorecard_row_get_current_reason (row),
                     has_forecast ? marmot_scorecard_row_get_forecast_reason (row) : NULL, NULL);

      add_trouble (troubles, by_indicator, indicator, MARMOT_EXCEPTION_KIND_BEHIND,
                   wanted != 0 ? short_by / fabs (wanted) : 0,
                   g_strdup_printf ("%s (%s) is behind its target.", marmot_indicator_get_name (indicator),
                                    marmot_indicator_get_id (indicator)),
                   detail);
    }

  if (marmot_scorecard_row_get_review_target (row))
    add_trouble (troubles, by_indicator, indicator, MARMOT_EXCEPTION_KIND_TARGET_REVIEW,
                 marmot_value_get_number (marmot_scorecard_row_get_progress (row)),
                 g_strdup_printf ("The target of %s (%s) asks to be reviewed.",
                                  marmot_indicator_get_name (indicator), marmot_indicator_get_id (indicator)),
                 marmot_scorecard_row_get_review_reason (row));
}

static void
find_exceptions (MarmotBoardReport *self)
{
  g_autoptr (GPtrArray) troubles = g_ptr_array_new_with_free_func (trouble_free);
  g_autoptr (GHashTable) by_indicator = g_hash_table_new (NULL, NULL);
  guint n;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));
  for (guint i = 0; i < n; i++)
    weigh_row (marmot_scorecard_get_row (self->scorecard, i), troubles, by_indicator);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      weigh_comparison (self, c, troubles, by_indicator);
    }

  g_ptr_array_sort (troubles, compare_troubles);
  for (guint i = 0; i < troubles->len; i++)
    {
      Trouble *trouble = troubles->pdata[i];
      g_autoptr (MarmotReportException) exception
        = g_object_new (MARMOT_TYPE_REPORT_EXCEPTION, "kind", trouble->kind, "indicator", trouble->indicator,
                        "headline", trouble->headline, "detail", trouble->detail->str, NULL);

      g_list_store_append (self->exceptions, exception);
    }
}

/* ---- What cannot be said, and what the board is asked ---- */

/* Sentences that several indicators share, each told once. */
typedef struct
{
  char *sentence;
  GHashTable *seen;  /* names */
  GPtrArray *groups; /* of NameGroup */
} Shared;

typedef struct
{
  const char *group; /* NULL: no group */
  GString *names;
} NameGroup;

typedef struct
{
  GPtrArray *sentences; /* of Shared, in the order in which they came */
  GHashTable *by_text;
} Gathered;

static void
name_group_free (gpointer data)
{
  NameGroup *group = data;

  g_string_free (group->names, TRUE);
  g_free (group);
}

static void
shared_free (gpointer data)
{
  Shared *shared = data;

  g_free (shared->sentence);
  g_hash_table_unref (shared->seen);
  g_ptr_array_unref (shared->groups);
  g_free (shared);
}

/* Says a sentence of something that has a name, in a group of the report. */
static void
gather (Gathered *gathered,
        const char *sentence,
        const char *name,
        const char *group)
{
  Shared *shared = g_hash_table_lookup (gathered->by_text, sentence);
  NameGroup *into;

  if (!shared)
    {
      shared = g_new (Shared, 1);
      shared->sentence = g_strdup (sentence);
      shared->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      shared->groups = g_ptr_array_new_with_free_func (name_group_free);
      g_ptr_array_add (gathered->sentences, shared);
      g_hash_table_insert (gathered->by_text, shared->sentence, shared);
    }
  if (!g_hash_table_add (shared->seen, g_strdup (name)))
    return;

  /* Indicators come in the order of the pack, so a group is whole before the next. */
  into = shared->groups->len > 0 ? shared->groups->pdata[shared->groups->len - 1] : NULL;
  if (!into || g_strcmp0 (into->group, group) != 0)
    {
      into = g_new (NameGroup, 1);
      into->group = group;
      into->names = g_string_new (NULL);
      g_ptr_array_add (shared->groups, into);
    }
  g_string_append_printf (into->names, "%s%s", into->names->len > 0 ? ", " : "", name);
}

static void
gather_indicator (Gathered *gathered,
                  const char *sentence,
                  MarmotIndicator *indicator)
{
  gather (gathered, sentence, marmot_indicator_get_id (indicator), marmot_indicator_get_group (indicator));
}

static GStrv
gathered_finish (Gathered *gathered)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < gathered->sentences->len; i++)
    {
      Shared *shared = gathered->sentences->pdata[i];
      GString *line = g_string_new (NULL);

      for (guint j = 0; j < shared->groups->len; j++)
        {
          NameGroup *group = shared->groups->pdata[j];

          g_string_append_printf (line, "%s%s", j > 0 ? "; " : "", group->names->str);
          if (group->group)
            g_string_append_printf (line, " (%s)", group->group);
        }
      g_string_append_printf (line, ": %s", shared->sentence);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }

  g_ptr_array_add (lines, NULL);
  g_hash_table_unref (gathered->by_text);
  g_ptr_array_unref (gathered->sentences);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

static void
find_cannot_be_said (MarmotBoardReport *self)
{
  Gathered gathered = {
    g_ptr_array_new_with_free_func (shared_free),
    g_hash_table_new (g_str_hash, g_str_equal),
  };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));

  for (guint i = 0; i < n; i++)
    {
      MarmotScorecardRow *row = marmot_scorecard_get_row (self->scorecard, i);
      MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
      MarmotObservation *o = marmot_scorecard_row_get_observation (row);

      if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED
          || marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_NO_TARGET)
        gather_indicator (&gathered, marmot_scorecard_row_get_current_reason (row), indicator);
      else if (marmot_scorecard_row_get_forecast (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED)
        gather_indicator (&gathered, "How the period will end. A percentage has no run rate, and the owner has "
                                     "supplied no profile.", indicator);
      if (o && !marmot_observation_get_period (o))
        gather_indicator (&gathered, "Which months the figures cover: the source does not say.", indicator);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);
      MarmotObservation *figure = marmot_comparison_get_observation (c);
      MarmotIndicator *indicator = marmot_observation_get_indicator (figure);

      if (marmot_comparison_get_relation (c) == MARMOT_RELATION_UNDETERMINED)
        {
          g_autofree char *pair = describe_pair (c);

          gather (&gathered, marmot_comparison_get_reason (c), pair, NULL);
        }
      if (marmot_comparison_spec_get_method (marmot_comparison_get_spec (c)) == MARMOT_COMPARISON_METHOD_VALUES
          && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
        gather_indicator (&gathered, "Whether a difference from a benchmark could be chance: no interval and no "
                                     "numbers were printed.", indicator);
      if (!marmot_comparison_get_same_period (c)
          && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
        gather_indicator (&gathered, "How the area stands to others in the same period: the figures are of "
                                     "different periods.", indicator);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);
      MarmotIndicator *indicator = marmot_observation_get_indicator (marmot_change_get_after (change));

      if (!marmot_observation_get_lower (marmot_change_get_after (change))
          && marmot_indicator_get_value_type (indicator) != MARMOT_VALUE_TYPE_COUNT)
        gather_indicator (&gathered, "Whether chance could explain the change: no limits were printed.", indicator);
    }

  self->cannot_be_said = gathered_finish (&gathered);
}

static void
ask (MarmotBoardReport *self,
     char *text)
{
  g_autoptr (MarmotAsk) item = g_object_new (MARMOT_TYPE_ASK, "text", text, NULL);

  g_list_store_append (self->asks, item);
  g_free (text);
}

static void
find_asks (MarmotBoardReport *self)
{
  GListModel *printed = marmot_pack_get_asks (self->pack);
  g_autoptr (GString) unstated = g_string_new (NULL);
  guint n = g_list_model_get_n_items (printed);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotAsk) item = g_list_model_get_item (printed, i);

      g_list_store_append (self->asks, item);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));
  for (guint i = 0; i < n; i++)
    {
      MarmotScorecardRow *row = marmot_scorecard_get_row (self->scorecard, i);
      MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);

      if (marmot_scorecard_row_get_review_target (row))
        {
          MarmotTarget *target = marmot_scorecard_row_get_target (row);
          g_autofree char *value = marmot_value_to_string_thousands (marmot_target_get_value (target));
          g_autofree char *period = marmot_period_to_string (marmot_target_get_period (target));

          ask (self, g_strdup_printf ("Review the target of %s for %s (%s).", value, period,
                                      marmot_indicator_get_id (indicator)));
        }
      if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED
          && marmot_indicator_get_polarity (indicator) == MARMOT_POLARITY_UNSTATED)
        g_string_append_printf (unstated, "%s%s", unstated->len ? ", " : "", marmot_indicator_get_id (indicator));
    }
  if (unstated->len > 0)
    ask (self, g_strdup_printf ("Say which direction is good, so that they can be judged: %s.", unstated->str));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      if (marmot_comparison_get_agreement (c) == MARMOT_AGREEMENT_DISAGREES)
        {
          g_autofree char *pair = describe_pair (c);

          ask (self, g_strdup_printf ("Correct \"%s\" (%s).", marmot_comparison_get_claimed (c), pair));
        }
    }
}

MarmotBoardReport *
marmot_board_report_new (MarmotPack *pack)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) benchmarks = NULL;
  Labels labels;
  GListModel *indicators;
  MarmotBoardReport *self;
  guint n;

  g_return_val_if_fail (MARMOT_IS_PACK (pack), NULL);

  self = g_object_new (MARMOT_TYPE_BOARD_REPORT, NULL);
  self->pack = g_object_ref (pack);
  self->scorecard
    = marmot_scorecard_new (marmot_pack_get_indicators (pack), marmot_pack_get_observations (pack),
                            marmot_pack_get_targets (pack), marmot_pack_get_area (pack),
                            marmot_pack_get_review_above (pack));

  groups = group_observations (pack);
  benchmarks = list_benchmarks (pack);
  labels_init (&labels, pack);
  indicators = marmot_pack_get_indicators (pack);
  n = g_list_model_get_n_items (indicators);
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

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      check_comparison (self, c);
    }
  check_labels (self, &labels);
  labels_clear (&labels);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));
  for (guint i = 0; i < n; i++)
    check_row (self, marmot_scorecard_get_row (self->scorecard, i));

  find_exceptions (self);
  find_cannot_be_said (self);
  find_asks (self);
  return self;
}

MarmotPack *
marmot_board_report_get_pack (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return self->pack;
}

MarmotScorecard *
marmot_board_report_get_scorecard (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return self->scorecard;
}

GListModel *
marmot_board_report_get_comparisons (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->comparisons);
}

GListModel *
marmot_board_report_get_changes (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->changes);
}

GListModel *
marmot_board_report_get_exceptions (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->exceptions);
}

GListModel *
marmot_board_report_get_asks (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return G_LIST_MODEL (self->asks);
}

const char * const *
marmot_board_report_get_cannot_be_said (MarmotBoardReport *self)
{
  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  return (const char * const *) self->cannot_be_said;
}

GPtrArray *
marmot_board_report_get_findings (MarmotBoardReport *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}

char *
marmot_board_report_to_json (MarmotBoardReport *self)
{
  json_t *tree;
  char *text;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  tree = marmot_board_report_to_tree (self);
  text = marmot_json_dump (tree);
  json_decref (tree);
  return text;
}

char *
marmot_board_report_to_html (MarmotBoardReport *self)
{
  json_t *tree;
  char *page;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  tree = marmot_board_report_to_tree (self);
  page = marmot_board_report_make_page (tree);
  json_decref (tree);
  return page;
}

char *
marmot_board_report_to_text (MarmotBoardReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model;
  guint n;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), NULL);

  g_string_append_printf (text, "%s\n%s\n\n", marmot_pack_get_title (self->pack), marmot_pack_get_board (self->pack));
  g_string_append_printf (text, "Against targets: %u achieved, %u on track, %u behind, %u without a target, "
                                "%u cannot be judged\n",
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_ACHIEVED),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_ON_TRACK),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_BEHIND),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_NO_TARGET),
                          marmot_scorecard_count (self->scorecard, MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED));

  g_string_append (text, "\nExceptions\n");
  model = G_LIST_MODEL (self->exceptions);
  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < MIN (n, MARMOT_FIRST_EXCEPTIONS); i++)
    {
      g_autoptr (MarmotReportException) e = g_list_model_get_item (model, i);

      g_string_append_printf (text, "  %u. %s %s\n", i + 1, marmot_report_exception_get_headline (e),
                              marmot_report_exception_get_detail (e));
    }
  if (n == 0)
    g_string_append (text, "  None.\n");

  g_string_append (text, "\nThe board is asked\n");
  model = G_LIST_MODEL (self->asks);
  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotAsk) item = g_list_model_get_item (model, i);

      g_string_append_printf (text, "  - %s\n", marmot_ask_get_text (item));
    }
  if (n == 0)
    g_string_append (text, "  Nothing.\n");

  g_string_append (text, "\nCannot be said from these figures\n");
  for (guint i = 0; self->cannot_be_said[i]; i++)
    g_string_append_printf (text, "  - %s\n", self->cannot_be_said[i]);
  if (!self->cannot_be_said[0])
    g_string_append (text, "  Nothing was found that could not.\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
write_file (GFile *folder,
            const char *name,
            const char *content,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return g_file_replace_contents (file, content, strlen (content), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}

gboolean
marmot_board_report_write (MarmotBoardReport *self,
                           GFile *folder,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *json = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GError) made = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (MARMOT_IS_BOARD_REPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  json = marmot_board_report_to_json (self);
  html = marmot_board_report_to_html (self);

  if (!g_file_make_directory_with_parents (folder, cancellable, &made)
      && !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    local_error = g_steal_pointer (&made);
  else if (write_file (folder, "report.json", json, cancellable, &local_error))
    write_file (folder, "report.html", html, cancellable, &local_error);

  if (local_error)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_IO, "The report could not be written: %s", local_error->message);
  return local_error == NULL;
}
