/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The board report as one JSON tree. Figures are strings, printed with the
 * decimals that they deserve: a reader sees 33.4 and never 33.40707964601770.
 */
#include <marmot/marmot.h>

#include "board-report-private.h"

static void
set_string (json_t *object,
            const char *key,
            const char *text)
{
  json_object_set_new (object, key, text ? json_string (text) : json_null ());
}

static void
set_value (json_t *object,
           const char *key,
           const MarmotValue *value)
{
  g_autofree char *text = value ? marmot_value_to_string (value) : NULL;

  set_string (object, key, text);
}

static void
set_period (json_t *object,
            const char *key,
            MarmotPeriod *period)
{
  g_autofree char *text = period ? marmot_period_to_string (period) : NULL;

  set_string (object, key, text);
}

static void
set_word (json_t *object,
          const char *key,
          GType type,
          int value)
{
  GEnumClass *words = g_type_class_ref (type);
  GEnumValue *word = g_enum_get_value (words, value);

  set_string (object, key, word ? word->value_nick : NULL);
  g_type_class_unref (words);
}

static void
set_source (json_t *object,
            const char *source,
            guint line)
{
  set_string (object, "source", source);
  json_object_set_new (object, "line", line > 0 ? json_integer (line) : json_null ());
}

static json_t *
describe_area (MarmotArea *area)
{
  json_t *object = json_object ();

  set_string (object, "area", marmot_area_get_id (area));
  set_string (object, "name", marmot_area_get_name (area));
  set_string (object, "code", marmot_area_get_code (area));
  set_word (object, "kind", MARMOT_TYPE_AREA_KIND, (int) marmot_area_get_kind (area));
  json_object_set_new (object, "neighbour_rank",
                       marmot_area_get_neighbour_rank (area) > 0
                         ? json_integer (marmot_area_get_neighbour_rank (area))
                         : json_null ());
  set_string (object, "neighbour_set", marmot_area_get_neighbour_set (area));
  return object;
}

static json_t *
describe_indicator (MarmotIndicator *indicator)
{
  json_t *object = json_object ();

  set_string (object, "indicator", marmot_indicator_get_id (indicator));
  set_string (object, "name", marmot_indicator_get_name (indicator));
  set_string (object, "definition", marmot_indicator_get_definition (indicator));
  set_string (object, "group", marmot_indicator_get_group (indicator));
  set_string (object, "unit", marmot_indicator_get_unit (indicator));
  set_word (object, "value_type", MARMOT_TYPE_VALUE_TYPE, (int) marmot_indicator_get_value_type (indicator));
  set_word (object, "counts", MARMOT_TYPE_COUNTED_UNIT, (int) marmot_indicator_get_counts (indicator));
  set_string (object, "frequency", marmot_indicator_get_frequency (indicator));
  set_word (object, "level", MARMOT_TYPE_INDICATOR_LEVEL, (int) marmot_indicator_get_level (indicator));
  set_string (object, "organisation", marmot_indicator_get_organisation (indicator));
  set_string (object, "directorate", marmot_indicator_get_directorate (indicator));
  set_word (object, "polarity", MARMOT_TYPE_POLARITY, (int) marmot_indicator_get_polarity (indicator));
  set_word (object, "polarity_source", MARMOT_TYPE_POLARITY_SOURCE,
            (int) marmot_indicator_get_polarity_source (indicator));
  set_string (object, "polarity_reason", marmot_indicator_get_polarity_reason (indicator));
  json_object_set_new (object, "additive", json_boolean (marmot_indicator_get_additive (indicator)));
  set_string (object, "caveat", marmot_indicator_get_caveat (indicator));
  set_source (object, marmot_indicator_get_source (indicator), marmot_indicator_get_line (indicator));
  return object;
}

static json_t *
describe_observation (MarmotObservation *o)
{
  json_t *object = json_object ();

  set_string (object, "indicator", marmot_indicator_get_id (marmot_observation_get_indicator (o)));
  set_string (object, "area", marmot_area_get_id (marmot_observation_get_area (o)));
  set_period (object, "period", marmot_observation_get_period (o));
  set_word (object, "role", MARMOT_TYPE_OBSERVATION_ROLE, (int) marmot_observation_get_role (o));
  set_value (object, "value", marmot_observation_get_value (o));
  set_value (object, "lower", marmot_observation_get_lower (o));
  set_value (object, "upper", marmot_observation_get_upper (o));
  set_value (object, "numerator", marmot_observation_get_numerator (o));
  set_value (object, "denominator", marmot_observation_get_denominator (o));
  set_string (object, "note", marmot_observation_get_note (o));
  set_source (object, marmot_observation_get_source (o), marmot_observation_get_line (o));
  return object;
}

static json_t *
describe_target (MarmotTarget *target)
{
  json_t *object;

  if (!target)
    return json_null ();

  object = json_object ();
  set_period (object, "period", marmot_target_get_period (target));
  set_word (object, "profile", MARMOT_TYPE_TARGET_PROFILE, (int) marmot_target_get_profile (target));
  set_value (object, "value", marmot_target_get_value (target));
  set_string (object, "basis", marmot_target_get_basis (target));
  set_source (object, marmot_target_get_source (target), marmot_target_get_line (target));
  return object;
}

static json_t *
describe_status (MarmotProgressStatus status,
                 const char *reason)
{
  json_t *object = json_object ();

  set_word (object, "status", MARMOT_TYPE_PROGRESS_STATUS, (int) status);
  set_string (object, "reason", reason);
  return object;
}

/* Remembers that a method was used. */
static void
use_method (gboolean *used,
            MarmotMethod method)
{
  used[method] = TRUE;
}

static json_t *
describe_row (MarmotScorecardRow *row,
              gboolean *used)
{
  MarmotIndicator *indicator = marmot_scorecard_row_get_indicator (row);
  MarmotObservation *o = marmot_scorecard_row_get_observation (row);
  MarmotObservation *rolling = marmot_scorecard_row_get_rolling_average (row);
  MarmotForecastRule rule = marmot_scorecard_row_get_forecast_rule (row);
  MarmotValue *progress = marmot_scorecard_row_get_progress (row);
  json_t *object = json_object ();
  json_t *forecast;

  set_string (object, "indicator", marmot_indicator_get_id (indicator));
  json_object_set_new (object, "target", describe_target (marmot_scorecard_row_get_target (row)));
  json_object_set_new (object, "latest", o ? describe_observation (o) : json_null ());
  json_object_set_new (object, "rolling_average", rolling ? describe_observation (rolling) : json_null ());
  set_value (object, "to_date", marmot_scorecard_row_get_to_date (row));
  set_value (object, "progress_percent", progress);
  set_value (object, "expected_by_now", marmot_scorecard_row_get_expected (row));
  if (marmot_scorecard_row_get_part_value (row))
    {
      json_t *part = json_object ();

      set_period (part, "period", marmot_scorecard_row_get_part_period (row));
      set_value (part, "value", marmot_scorecard_row_get_part_value (row));
      set_string (part, "method", marmot_method_to_nick (MARMOT_METHOD_PART_OF_YEAR));
      json_object_set_new (object, "derived", part);
      use_method (used, MARMOT_METHOD_PART_OF_YEAR);
    }
  else
    {
      json_object_set_new (object, "derived", json_null ());
    }

  json_object_set_new (object, "current", describe_status (marmot_scorecard_row_get_current (row),
                                                           marmot_scorecard_row_get_current_reason (row)));
  forecast = describe_status (marmot_scorecard_row_get_forecast (row),
                              marmot_scorecard_row_get_forecast_reason (row));
  set_word (forecast, "rule", MARMOT_TYPE_FORECAST_RULE, (int) rule);
  set_value (forecast, "value", marmot_scorecard_row_get_forecast_value (row));
  json_object_set_new (object, "forecast", forecast);

  json_object_set_new (object, "review_target", json_boolean (marmot_scorecard_row_get_review_target (row)));
  set_string (object, "review_reason", marmot_scorecard_row_get_review_reason (row));

  if (progress && marmot_value_is_present (progress))
    use_method (used, MARMOT_METHOD_PROGRESS);
  if (rule == MARMOT_FORECAST_RULE_RUN_RATE)
    {
      use_method (used, MARMOT_METHOD_RUN_RATE);
      use_method (used, MARMOT_METHOD_STRAIGHT_LINE);
    }
  else if (rule == MARMOT_FORECAST_RULE_OWNER_PROFILE)
    {
      use_method (used, MARMOT_METHOD_OWNER_PROFILE);
    }
  return object;
}

static json_t *
describe_comparison (MarmotComparison *c,
                     gboolean *used)
{
  MarmotObservation *figure = marmot_comparison_get_observation (c);
  MarmotComparisonMethod by = marmot_comparison_spec_get_method (marmot_comparison_get_spec (c));
  /* By intervals at the precision at which they were printed. */
  MarmotMethod method = by == MARMOT_COMPARISON_METHOD_INTERVAL ? MARMOT_METHOD_BENCHMARK_INTERVAL
                                                                : marmot_comparison_method_get_method (by);
  json_t *object = json_object ();

  set_string (object, "indicator", marmot_indicator_get_id (marmot_observation_get_indicator (figure)));
  json_object_set_new (object, "figure", describe_observation (figure));
  json_object_set_new (object, "benchmark", describe_observation (marmot_comparison_get_benchmark (c)));
  set_string (object, "method", marmot_method_to_nick (method));
  set_word (object, "relation", MARMOT_TYPE_RELATION, (int) marmot_comparison_get_relation (c));
  set_word (object, "direction", MARMOT_TYPE_RELATION, (int) marmot_comparison_get_direction (c));
  set_word (object, "judgement", MARMOT_TYPE_JUDGEMENT, (int) marmot_comparison_get_judgement (c));
  set_value (object, "difference", marmot_comparison_get_difference (c));
  json_object_set_new (object, "same_period", json_boolean (marmot_comparison_get_same_period (c)));
  set_string (object, "reason", marmot_comparison_get_reason (c));
  if (marmot_comparison_get_claim (c) != MARMOT_CLAIMED_RELATION_NOTHING)
    {
      json_t *claim = json_object ();

      set_string (claim, "text", marmot_comparison_get_claimed (c));
      set_word (claim, "says", MARMOT_TYPE_CLAIMED_RELATION, (int) marmot_comparison_get_claim (c));
      set_word (claim, "agreement", MARMOT_TYPE_AGREEMENT, (int) marmot_comparison_get_agreement (c));
      set_source (claim, marmot_comparison_get_claim_source (c), marmot_comparison_get_claim_line (c));
      json_object_set_new (object, "claim", claim);
    }
  else
    {
      json_object_set_new (object, "claim", json_null ());
    }

  use_method (used, method);
  return object;
}

static json_t *
describe_change (MarmotChange *change,
                 gboolean *used)
{
  MarmotObservation *after = marmot_change_get_after (change);
  json_t *object = json_object ();

  set_string (object, "indicator", marmot_indicator_get_id (marmot_observation_get_indicator (after)));
  json_object_set_new (object, "before", describe_observation (marmot_change_get_before (change)));
  json_object_set_new (object, "after", describe_observation (after));
  set_value (object, "difference", marmot_change_get_difference (change));
  set_value (object, "percent", marmot_change_get_percent (change));
  set_word (object, "judgement", MARMOT_TYPE_JUDGEMENT, (int) marmot_change_get_judgement (change));
  set_string (object, "reason", marmot_change_get_reason (change));
  set_string (object, "method", marmot_method_to_nick (MARMOT_METHOD_CHANGE));
  use_method (used, MARMOT_METHOD_CHANGE);
  return object;
}

static json_t *
describe_finding (MarmotFinding *finding)
{
  json_t *object = json_object ();

  set_word (object, "severity", MARMOT_TYPE_SEVERITY, (int) marmot_finding_get_severity (finding));
  set_string (object, "rule", marmot_finding_get_rule (finding));
  set_string (object, "message", marmot_finding_get_message (finding));
  set_string (object, "fix", marmot_finding_get_fix (finding));
  set_source (object, marmot_finding_get_file (finding), (guint) marmot_finding_get_row (finding));
  return object;
}

static json_t *
describe_report (MarmotBoardReport *self)
{
  MarmotPack *pack = marmot_board_report_get_pack (self);
  const char * const *notes = marmot_pack_get_notes (pack);
  json_t *object = json_object ();
  json_t *list = json_array ();

  set_string (object, "title", marmot_pack_get_title (pack));
  set_string (object, "board", marmot_pack_get_board (pack));
  json_object_set_new (object, "area", describe_area (marmot_pack_get_area (pack)));
  set_period (object, "date", marmot_pack_get_date (pack));
  for (gsize i = 0; notes[i]; i++)
    json_array_append_new (list, json_string (notes[i]));
  json_object_set_new (object, "notes", list);
  set_string (object, "made_by", "libmarmot " MARMOT_VERSION_S);
  set_string (object, "disclosure",
              "This report holds published figures only. No disclosure control was applied.");
  return object;
}

static json_t *
describe_first_screen (MarmotBoardReport *self)
{
  MarmotScorecard *scorecard = marmot_board_report_get_scorecard (self);
  GEnumClass *statuses = g_type_class_ref (MARMOT_TYPE_PROGRESS_STATUS);
  const char * const *cannot = marmot_board_report_get_cannot_be_said (self);
  json_t *object = json_object ();
  json_t *counts = json_object ();
  json_t *exceptions = json_array ();
  json_t *asks = json_array ();
  json_t *unsaid = json_array ();
  guint n_printed = g_list_model_get_n_items (marmot_pack_get_asks (marmot_board_report_get_pack (self)));
  GListModel *model;
  guint n;

  for (guint i = 0; i < statuses->n_values; i++)
    json_object_set_new (counts, statuses->values[i].value_nick,
                         json_integer (marmot_scorecard_count (
                           scorecard, (MarmotProgressStatus) statuses->values[i].value)));
  g_type_class_unref (statuses);
  json_object_set_new (object, "current_status", counts);

  model = marmot_board_report_get_exceptions (self);
  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < MIN (n, MARMOT_FIRST_EXCEPTIONS); i++)
    {
      g_autoptr (MarmotReportException) e = g_list_model_get_item (model, i);
      json_t *item = json_object ();

      set_string (item, "indicator", marmot_indicator_get_id (marmot_report_exception_get_indicator (e)));
      set_word (item, "kind", MARMOT_TYPE_EXCEPTION_KIND, (int) marmot_report_exception_get_kind (e));
      set_string (item, "headline", marmot_report_exception_get_headline (e));
      set_string (item, "detail", marmot_report_exception_get_detail (e));
      json_array_append_new (exceptions, item);
    }
  json_object_set_new (object, "exceptions", exceptions);
  json_object_set_new (object, "exceptions_in_all", json_integer (n));

  model = marmot_board_report_get_asks (self);
  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotAsk) ask = g_list_model_get_item (model, i);
      json_t *item = json_object ();

      set_string (item, "text", marmot_ask_get_text (ask));
      set_string (item, "by", i < n_printed ? "paper" : "figures");
      set_source (item, marmot_ask_get_source (ask), marmot_ask_get_line (ask));
      json_array_append_new (asks, item);
    }
  json_object_set_new (object, "asked", asks);

  for (gsize i = 0; cannot[i]; i++)
    json_array_append_new (unsaid, json_string (cannot[i]));
  json_object_set_new (object, "cannot_be_said", unsaid);
  return object;
}

/* A list of all items of a model, each described. */
#define DESCRIBE_ALL(model, Type, describe)                              \
  G_STMT_START                                                           \
  {                                                                      \
    guint n_items_ = g_list_model_get_n_items (model);                   \
                                                                         \
    list = json_array ();                                                \
    for (guint i_ = 0; i_ < n_items_; i_++)                              \
      {                                                                  \
        g_autoptr (Type) item = g_list_model_get_item (model, i_);       \
                                                                         \
        json_array_append_new (list, describe);                          \
      }                                                                  \
  }                                                                      \
  G_STMT_END

json_t *
marmot_board_report_to_tree (MarmotBoardReport *self)
{
  MarmotPack *pack = marmot_board_report_get_pack (self);
  g_autoptr (GPtrArray) findings = marmot_board_report_get_findings (self);
  /* The enumeration grows, so its class says how many there are. */
  g_autoptr (GEnumClass) methods = g_type_class_ref (MARMOT_TYPE_METHOD);
  g_autofree gboolean *used = g_new0 (gboolean, methods->n_values);
  json_t *tree = json_object ();
  json_t *list;

  json_object_set_new (tree, "report", describe_report (self));
  json_object_set_new (tree, "first_screen", describe_first_screen (self));

  DESCRIBE_ALL (marmot_pack_get_areas (pack), MarmotArea, describe_area (item));
  json_object_set_new (tree, "areas", list);
  DESCRIBE_ALL (marmot_pack_get_indicators (pack), MarmotIndicator, describe_indicator (item));
  json_object_set_new (tree, "indicators", list);
  DESCRIBE_ALL (marmot_pack_get_observations (pack), MarmotObservation, describe_observation (item));
  json_object_set_new (tree, "observations", list);
  DESCRIBE_ALL (G_LIST_MODEL (marmot_board_report_get_scorecard (self)), MarmotScorecardRow,
                describe_row (item, used));
  json_object_set_new (tree, "scorecard", list);
  DESCRIBE_ALL (marmot_board_report_get_comparisons (self), MarmotComparison,
                describe_comparison (item, used));
  json_object_set_new (tree, "comparisons", list);
  DESCRIBE_ALL (marmot_board_report_get_changes (self), MarmotChange, describe_change (item, used));
  json_object_set_new (tree, "changes", list);

  list = json_array ();
  for (guint i = 0; i < findings->len; i++)
    json_array_append_new (list, describe_finding (findings->pdata[i]));
  json_object_set_new (tree, "findings", list);

  use_method (used, MARMOT_METHOD_AS_PUBLISHED);
  list = json_array ();
  for (guint i = 0; i < methods->n_values; i++)
    {
      json_t *item;

      if (!used[i])
        continue;
      item = json_object ();
      set_string (item, "method", marmot_method_to_nick ((MarmotMethod) i));
      set_string (item, "label", marmot_method_get_label ((MarmotMethod) i));
      set_string (item, "citation", marmot_method_get_citation ((MarmotMethod) i));
      json_array_append_new (list, item);
    }
  json_object_set_new (tree, "methods", list);

  return tree;
}
