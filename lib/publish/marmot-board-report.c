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

/* indicator -> GPtrArray of its observations, in the order of the pack. */
static GHashTable *
group_observations (MarmotPack *pack)
{
  GListModel *all = marmot_pack_get_observations (pack);
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotObservation) o = g_list_model_get_item (all, i);
      MarmotIndicator *indicator = marmot_observation_get_indicator (o);
      GPtrArray *group = g_hash_table_lookup (groups, indicator);

      if (!group)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (groups, indicator, group);
        }
      g_ptr_array_add (group, g_steal_pointer (&o));
    }

  return groups;
}

/* The figure by which an area is compared: of the period wanted, where there is
 * one, otherwise the one whose period ends last. Roles other than actual are not
 * compared with other areas. */
static MarmotObservation *
find_figure (GPtrArray *group,
             MarmotArea *area,
             MarmotPeriod *wanted)
{
  MarmotObservation *found = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      MarmotObservation *o = group->pdata[i];
      MarmotPeriod *period = marmot_observation_get_period (o);

      if (marmot_observation_get_area (o) != area
          || marmot_observation_get_role (o) != MARMOT_OBSERVATION_ROLE_ACTUAL)
        continue;
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
is_benchmark (MarmotAreaKind kind)
{
  return kind == MARMOT_AREA_KIND_COUNTRY || kind == MARMOT_AREA_KIND_REGION
         || kind == MARMOT_AREA_KIND_AVERAGE;
}

/* ---- Comparisons ---- */

/* What the paper says of this comparison, if anything. */
static MarmotPrintedLabel *
find_label (MarmotPack *pack,
            MarmotIndicator *indicator,
            MarmotArea *area,
            MarmotArea *comparator)
{
  GListModel *labels = marmot_pack_get_labels (pack);
  guint n = g_list_model_get_n_items (labels);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotPrintedLabel) label = g_list_model_get_item (labels, i);

      if (marmot_printed_label_get_indicator (label) == indicator
          && marmot_printed_label_get_area (label) == area
          && marmot_printed_label_get_comparator (label) == comparator)
        return label;
    }

  return NULL;
}

static void
compare (MarmotBoardReport *self,
         MarmotObservation *figure,
         MarmotObservation *benchmark)
{
  g_autoptr (MarmotComparison) comparison = marmot_comparison_new_compare (figure, benchmark, NULL);
  MarmotPrintedLabel *label = find_label (self->pack, marmot_observation_get_indicator (figure),
                                          marmot_observation_get_area (figure),
                                          marmot_observation_get_area (benchmark));

  if (label)
    {
      g_autoptr (MarmotComparison) checked = marmot_comparison_check_claim (
        comparison, marmot_printed_label_get_claim (label), marmot_printed_label_get_text (label),
        marmot_printed_label_get_source (label), marmot_printed_label_get_line (label));

      g_list_store_append (self->comparisons, checked);
    }
  else
    {
      g_list_store_append (self->comparisons, comparison);
    }
}

static void
compare_indicator (MarmotBoardReport *self,
                   GPtrArray *group)
{
  GListModel *areas = marmot_pack_get_areas (self->pack);
  MarmotArea *home = marmot_pack_get_area (self->pack);
  guint n = g_list_model_get_n_items (areas);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotArea) area = g_list_model_get_item (areas, i);
      MarmotObservation *figure;

      /* A benchmark is not compared with a benchmark, unless the report is on it. */
      if (area != home && is_benchmark (marmot_area_get_kind (area)))
        continue;
      figure = find_figure (group, area, NULL);
      if (!figure)
        continue;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (MarmotArea) other = g_list_model_get_item (areas, j);
          MarmotAreaKind kind = marmot_area_get_kind (other);
          MarmotObservation *benchmark;

          if (other == area || !is_benchmark (kind) || (area != home && kind != MARMOT_AREA_KIND_COUNTRY))
            continue;
          benchmark = find_figure (group, other, marmot_observation_get_period (figure));
          if (benchmark)
            compare (self, figure, benchmark);
        }
    }
}

/* A label whose comparison cannot be made is told, and not passed over. */
static void
check_labels (MarmotBoardReport *self)
{
  GListModel *labels = marmot_pack_get_labels (self->pack);
  guint n_labels = g_list_model_get_n_items (labels);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));

  for (guint i = 0; i < n_labels; i++)
    {
      g_autoptr (MarmotPrintedLabel) label = g_list_model_get_item (labels, i);
      gboolean used = FALSE;

      for (guint j = 0; j < n && !used; j++)
        {
          g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), j);
          MarmotObservation *figure = marmot_comparison_get_observation (c);
          MarmotObservation *benchmark = marmot_comparison_get_benchmark (c);

          used = marmot_observation_get_indicator (figure) == marmot_printed_label_get_indicator (label)
                 && marmot_observation_get_area (figure) == marmot_printed_label_get_area (label)
                 && marmot_observation_get_area (benchmark) == marmot_printed_label_get_comparator (label);
        }

      if (!used)
        {
          g_autofree char *message = g_strdup_printf (
            "%s: the source says \"%s\" of %s and %s, and the pack has no figures to check it by",
            marmot_indicator_get_id (marmot_printed_label_get_indicator (label)),
            marmot_printed_label_get_text (label),
            marmot_area_get_name (marmot_printed_label_get_area (label)),
            marmot_area_get_name (marmot_printed_label_get_comparator (label)));

          add_finding (self, MARMOT_SEVERITY_WARNING, "report/label-without-figures",
                       marmot_printed_label_get_source (label), marmot_printed_label_get_line (label), message,
                       "Add both figures to observations.csv, or take the label out");
        }
    }
}

/* ---- Changes ---- */

/* Whether two periods can be set side by side: of one length and, where they are
 * shorter than a year, of one season. */
static gboolean
can_be_compared_over_time (MarmotPeriod *a,
                           MarmotPeriod *b)
{
  g_autoptr (GDate) first_a = marmot_period_get_first_day (a);
  g_autoptr (GDate) first_b = marmot_period_get_first_day (b);

  return marmot_period_is_same_length (a, b) && g_date_get_month (first_a) == g_date_get_month (first_b);
}

static void
find_change (MarmotBoardReport *self,
             GPtrArray *group)
{
  MarmotArea *home = marmot_pack_get_area (self->pack);
  MarmotObservation *before = NULL;
  MarmotObservation *after = NULL;
  gint64 longest = 0;

  for (guint i = 0; i < group->len; i++)
    for (guint j = 0; j < group->len; j++)
      {
        MarmotObservation *a = group->pdata[i];
        MarmotObservation *b = group->pdata[j];
        MarmotPeriod *p = marmot_observation_get_period (a);
        MarmotPeriod *q = marmot_observation_get_period (b);
        MarmotObservationRole b_role = marmot_observation_get_role (b);
        MarmotObservationRole a_role = marmot_observation_get_role (a);
        gint64 length, span, best_span;

        if (marmot_observation_get_area (a) != home || marmot_observation_get_area (b) != home
            || (a_role != MARMOT_OBSERVATION_ROLE_ACTUAL && a_role != MARMOT_OBSERVATION_ROLE_BASELINE)
            || b_role != MARMOT_OBSERVATION_ROLE_ACTUAL || !p || !q || !is_number (a) || !is_number (b)
            || marmot_period_get_start_days (p) >= marmot_period_get_start_days (q)
            || !can_be_compared_over_time (p, q))
          continue;

        /* The longest periods first, then those farthest apart. */
        length = (gint64) marmot_period_get_end_days (q) - marmot_period_get_start_days (q);
        span = (gint64) marmot_period_get_start_days (q) - marmot_period_get_start_days (p);
        best_span = before ? (gint64) marmot_period_get_start_days (marmot_observation_get_period (after))
                               - marmot_period_get_start_days (marmot_observation_get_period (before))
                           : 0;
        /* Leap years make lengths differ by a day or two. */
        if (length > longest + 2 || (length >= longest - 2 && span > best_span))
          {
            before = a;
            after = b;
            longest = MAX (length, longest);
          }
      }

  if (before)
    {
      g_autoptr (MarmotChange) change = marmot_change_new_between (before, after);

      g_list_store_append (self->changes, change);
    }
}

/* A baseline of another length than the figures that it is held against. */
static void
check_baseline (MarmotBoardReport *self,
                GPtrArray *group)
{
  MarmotArea *home = marmot_pack_get_area (self->pack);

  for (guint i = 0; i < group->len; i++)
    {
      MarmotObservation *baseline = group->pdata[i];
      MarmotPeriod *p = marmot_observation_get_period (baseline);
      gboolean matched = FALSE;
      MarmotPeriod *other = NULL;

      if (marmot_observation_get_area (baseline) != home || !p || !is_number (baseline)
          || marmot_observation_get_role (baseline) != MARMOT_OBSERVATION_ROLE_BASELINE)
        continue;
      for (guint j = 0; j < group->len && !matched; j++)
        {
          MarmotObservation *o = group->pdata[j];

          if (o == baseline || marmot_observation_get_area (o) != home || !is_number (o)
              || marmot_observation_get_role (o) != MARMOT_OBSERVATION_ROLE_ACTUAL
              || !marmot_observation_get_period (o))
            continue;
          if (!other)
            other = marmot_observation_get_period (o);
          matched = can_be_compared_over_time (p, marmot_observation_get_period (o));
        }

      if (other && !matched)
        {
          g_autofree char *mine = marmot_period_to_string (p);
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
      char *before = trouble->headline;

      trouble->kind = kind;
      trouble->size = size;
      trouble->headline = headline;
      headline = before;
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
      g_autofree char *detail = g_strdup_printf ("%s %s", marmot_scorecard_row_get_current_reason (row),
                                                 marmot_scorecard_row_get_forecast_reason (row));

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
  GPtrArray *sentences; /* in the order in which they came */
  GHashTable *names;    /* sentence -> GPtrArray of names */
} Gathered;

static void
gather (Gathered *gathered,
        const char *sentence,
        const char *name)
{
  GPtrArray *names = g_hash_table_lookup (gathered->names, sentence);

  if (!names)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (gathered->sentences, g_strdup (sentence));
      g_hash_table_insert (gathered->names, g_strdup (sentence), names);
    }
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return;
  g_ptr_array_add (names, g_strdup (name));
}

static GStrv
gathered_finish (Gathered *gathered)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < gathered->sentences->len; i++)
    {
      const char *sentence = gathered->sentences->pdata[i];
      GPtrArray *names = g_hash_table_lookup (gathered->names, sentence);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv (", ", (GStrv) names->pdata);
      g_ptr_array_add (lines, g_strdup_printf ("%s: %s", joined, sentence));
    }

  g_ptr_array_add (lines, NULL);
  g_ptr_array_unref (gathered->sentences);
  g_hash_table_unref (gathered->names);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

static void
find_cannot_be_said (MarmotBoardReport *self)
{
  Gathered gathered = {
    g_ptr_array_new_with_free_func (g_free),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
  };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->scorecard));

  for (guint i = 0; i < n; i++)
    {
      MarmotScorecardRow *row = marmot_scorecard_get_row (self->scorecard, i);
      const char *id = marmot_indicator_get_id (marmot_scorecard_row_get_indicator (row));
      MarmotObservation *o = marmot_scorecard_row_get_observation (row);

      if (marmot_scorecard_row_get_current (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED)
        gather (&gathered, marmot_scorecard_row_get_current_reason (row), id);
      else if (marmot_scorecard_row_get_forecast (row) == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED)
        gather (&gathered, "How the period will end. A percentage has no run rate, and the owner has supplied "
                           "no profile.", id);
      if (o && !marmot_observation_get_period (o))
        gather (&gathered, "Which months the figures cover: the source does not say.", id);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);
      MarmotObservation *figure = marmot_comparison_get_observation (c);
      MarmotIndicator *indicator = marmot_observation_get_indicator (figure);
      const char *id = marmot_indicator_get_id (indicator);

      if (marmot_comparison_get_relation (c) == MARMOT_RELATION_UNDETERMINED)
        {
          g_autofree char *pair = describe_pair (c);

          gather (&gathered, marmot_comparison_get_reason (c), pair);
        }
      if (marmot_comparison_spec_get_method (marmot_comparison_get_spec (c)) == MARMOT_COMPARISON_METHOD_VALUES
          && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
        gather (&gathered, "Whether a difference from a benchmark could be chance: no interval and no numbers "
                           "were printed.", id);
      if (!marmot_comparison_get_same_period (c)
          && marmot_comparison_get_relation (c) != MARMOT_RELATION_NOT_COMPARED)
        gather (&gathered, "How the area stands to others in the same period: the figures are of different "
                           "periods.", id);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);
      MarmotIndicator *indicator = marmot_observation_get_indicator (marmot_change_get_after (change));

      if (!marmot_observation_get_lower (marmot_change_get_after (change))
          && marmot_indicator_get_value_type (indicator) != MARMOT_VALUE_TYPE_COUNT)
        gather (&gathered, "Whether chance could explain the change: no limits were printed.",
                marmot_indicator_get_id (indicator));
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
  indicators = marmot_pack_get_indicators (pack);
  n = g_list_model_get_n_items (indicators);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotIndicator) indicator = g_list_model_get_item (indicators, i);
      GPtrArray *group = g_hash_table_lookup (groups, indicator);

      if (!group)
        continue;
      compare_indicator (self, group);
      find_change (self, group);
      check_baseline (self, group);
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->comparisons));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotComparison) c = g_list_model_get_item (G_LIST_MODEL (self->comparisons), i);

      check_comparison (self, c);
    }
  check_labels (self);
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
