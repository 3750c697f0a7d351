/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * "You said, we did", the workforce table, the Pledge, self-evaluation and the forward
 * plan. Known answers are counted in the papers from which
 * examples/data/coventry-action-plan/ was transcribed.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define DATA TEST_DATA_DIR "/../../examples/data/coventry-action-plan/"
#define READ(type, name) read_document ((ReadFunc) marmot_##type##_new_from_file, name)

typedef gpointer (*ReadFunc) (GFile *, GCancellable *, GError **);

static gpointer
read_document (ReadFunc read,
               const char *name)
{
  g_autofree char *path = g_strconcat (DATA, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gpointer document = read (file, NULL, &error);

  cr_assert (document != NULL, "%s", error ? error->message : "");
  return document;
}

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static GDate *
day (const char *text)
{
  GDate *date = g_date_new ();

  g_date_set_parse (date, text);
  cr_assert (g_date_valid (date));
  return date;
}

static guint
count_rule (GPtrArray *findings,
            const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), rule);
  return n;
}

static char *
get_cell (MarmotTable *table,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_is_null (column, row) ? g_strdup ("-") : marmot_column_get_text (column, row);
}

static double
get_number (MarmotTable *table,
            const char *name,
            gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  if (marmot_column_get_column_type (column) == MARMOT_COLUMN_INTEGER)
    return (double) marmot_column_get_integer (column, row);
  return marmot_column_get_double (column, row);
}

static void
add_item (MarmotVoiceTracker *tracker,
          const char *id,
          const char *group,
          const char *raised,
          MarmotToldBack told,
          const char *told_on)
{
  g_autoptr (MarmotPeriod) raised_on = raised ? marmot_period_parse (raised, MARMOT_YEAR_FINANCIAL, NULL) : NULL;
  g_autoptr (MarmotPeriod) told_back_on = told_on ? marmot_period_parse (told_on, MARMOT_YEAR_FINANCIAL, NULL) : NULL;
  g_autoptr (MarmotVoiceItem) item = g_object_new (MARMOT_TYPE_VOICE_ITEM, "id", id, "raised-by", group, "issue", "Buses",
                                                   "raised", raised_on, "told-back", told, "told-back-on", told_back_on,
                                                   NULL);

  g_list_store_append (marmot_voice_tracker_get_items (tracker), item);
}

Test (voice, the_loop_is_closed_by_telling)
{
  g_autoptr (MarmotVoiceTracker) tracker = marmot_voice_tracker_new ();
  g_autoptr (GDate) june = day ("2024-06-30");
  g_autoptr (GDate) year = day ("2024-12-31");
  g_autoptr (MarmotMeasure) then = NULL;
  g_autoptr (MarmotMeasure) now = NULL;
  g_autoptr (MarmotMeasure) none = NULL;
  g_autoptr (MarmotVoiceTracker) empty = marmot_voice_tracker_new ();
  g_autoptr (MarmotEstimate) rate = NULL;
  g_autoptr (MarmotEstimate) no_rate = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotVoiceItem) first = NULL;
  guint days = 1;

  add_item (tracker, "a", "care leavers", "2024-01-10", MARMOT_TOLD_BACK_YES, "2024-03-10");
  add_item (tracker, "b", "care leavers", "2024-02-01", MARMOT_TOLD_BACK_YES, "2024-07-01");
  add_item (tracker, "c", "foster carers", "2024-03-01", MARMOT_TOLD_BACK_NO, NULL);
  add_item (tracker, "d", "foster carers", NULL, MARMOT_TOLD_BACK_YES, NULL);
  add_item (tracker, "e", NULL, "2024-04-01", MARMOT_TOLD_BACK_UNKNOWN, NULL);
  add_item (tracker, "f", "care leavers", "2024-11-01", MARMOT_TOLD_BACK_NO, NULL);

  /* On 30 June: a and d told; b told later; c not; e unknown; f raised later. */
  then = marmot_voice_tracker_measure_loop_closure (tracker, june, NULL, NULL);
  cr_assert (eq (dbl, marmot_measure_get_numerator (then), 2));
  cr_assert (eq (dbl, marmot_measure_get_denominator (then), 4));
  cr_assert (eq (i64, marmot_measure_get_n_unknown (then), 1));
  cr_assert (eq (i64, marmot_measure_count_excluded (then, "raised later"), 1));

  now = marmot_voice_tracker_measure_loop_closure (tracker, year, NULL, NULL);
  rate = marmot_measure_get_estimate (now);
  cr_assert (eq (dbl, marmot_measure_get_numerator (now), 3));
  cr_assert (eq (dbl, marmot_measure_get_denominator (now), 5));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_value (rate), 0.6, 1e-15));
  /* Wilson: 3 of 5. */
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_lower (rate), 0.2307, 5e-5));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_upper (rate), 0.8824, 5e-5));

  none = marmot_voice_tracker_measure_loop_closure (empty, year, NULL, NULL);
  no_rate = marmot_measure_get_estimate (none);
  cr_assert (no_rate == NULL);

  table = marmot_voice_tracker_summarise (tracker, year);
  cr_assert (eq (sz, marmot_table_get_n_rows (table), 3));
  cr_assert (eq (dbl, get_number (table, "n", 0), 3));
  cr_assert (eq (dbl, get_number (table, "n_told", 0), 2));
  cr_assert (eq (dbl, get_number (table, "n_not_told", 0), 1));
  cr_assert (eq (dbl, get_number (table, "n_unknown", 2), 1));

  first = g_list_model_get_item (G_LIST_MODEL (marmot_voice_tracker_get_items (tracker)), 0);
  cr_assert (marmot_voice_item_get_days_to_tell (first, &days));
  /* January 10 to March 10, 2024: 21 + 29 + 10 days. */
  cr_assert (eq (u32, days, 60));
}

Test (voice, findings)
{
  g_autoptr (MarmotVoiceTracker) tracker = READ (voice_tracker, "you-said-we-did.json");
  g_autoptr (GPtrArray) published = marmot_voice_tracker_check (tracker);
  g_autoptr (GPtrArray) more = NULL;

  cr_assert (eq (u32, published->len, 1));
  cr_assert (eq (u32, count_rule (published, "voice/not-told"), 1));

  add_item (tracker, "own-tenancy", "Miss Smith", "2024-05-01", MARMOT_TOLD_BACK_YES, "2024-04-01");
  more = marmot_voice_tracker_check (tracker);
  cr_assert (eq (u32, more->len, 5));
  cr_assert (eq (u32, count_rule (more, "voice/person"), 1));
  cr_assert (eq (u32, count_rule (more, "voice/no-action"), 1));
  cr_assert (eq (u32, count_rule (more, "voice/told-order"), 1));
  cr_assert (eq (u32, count_rule (more, "voice/duplicate"), 1));
}

Test (workforce, who_may_lead_and_who_does)
{
  static const char *const sectors[] = { "school", "health", "other" };
  static const char *const twice[] = { "school", "school" };
  static const guint n_leads[] = { 428, 2, 39 };
  g_autoptr (MarmotWorkforce) table = READ (workforce, "workforce.json");
  g_autoptr (MarmotTable) leads = marmot_workforce_list_leads (table, MARMOT_LEAD_MAY);
  g_autoptr (MarmotTable) usual = marmot_workforce_list_leads (table, MARMOT_LEAD_USUALLY);
  g_autoptr (MarmotTable) gap = marmot_workforce_compare_leads (table, sectors, n_leads, 3, 3, NULL, NULL);
  g_autoptr (MarmotColumn) has_gap = marmot_table_get_column_by_name (gap, "gap");
  g_autoptr (MarmotColumn) given = marmot_table_get_column_by_name (gap, "n_leads");
  g_autoptr (GPtrArray) findings = marmot_workforce_check (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  cr_assert (eq (u32, count (marmot_workforce_get_roles (table)), 4));
  /* Four, seven and sixteen occupations in the first three rows of the printed table. */
  cr_assert (eq (sz, marmot_table_get_n_rows (leads), 27));
  cr_assert (eq (sz, marmot_table_get_n_rows (usual), 4));
  cr_assert (marmot_workforce_get_lead (table, "health VISITORS") == MARMOT_LEAD_MAY);
  cr_assert (marmot_workforce_get_lead (table, "Library staff") == MARMOT_LEAD_EXCEPTIONALLY);
  cr_assert (marmot_workforce_get_lead (table, "Astronauts") == MARMOT_LEAD_UNKNOWN);
  cr_assert (eq (u32, findings->len, 0));

  /* 428 + 2 + 39 = 469; 2 of 469 is 0.4%. */
  cr_assert (epsilon_eq (dbl, get_number (gap, "share", 0), 428.0 / 469, 1e-15));
  cr_assert (epsilon_eq (dbl, get_number (gap, "share", 1), 2.0 / 469, 1e-15));
  cr_assert (epsilon_eq (dbl, get_number (gap, "share", 2), 39.0 / 469, 1e-15));
  cr_assert (eq (dbl, get_number (gap, "n_usually", 1), 1));
  cr_assert (eq (dbl, get_number (gap, "n_may", 1), 6));
  /* Seven of the 27 occupations that may lead are of health, and two of 469 leads. */
  cr_assert (not (marmot_column_get_boolean (has_gap, 0)));
  cr_assert (marmot_column_get_boolean (has_gap, 1));
  cr_assert (eq (sz, marmot_table_get_n_rows (gap), 6));
  /* Nobody said how many leads the other sectors have. */
  for (gsize row = 3; row < 6; row++)
    cr_assert (marmot_column_is_null (given, row) && marmot_column_is_null (has_gap, row));

  cr_assert (marmot_workforce_compare_leads (table, sectors, n_leads, 3, 2, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (marmot_workforce_compare_leads (table, twice, n_leads, 2, 2, NULL, &again) == NULL);
  cr_assert (g_error_matches (again, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (pledge, ratings_as_a_series)
{
  g_autoptr (MarmotPledge) pledge = READ (pledge, "pledge.json");
  g_autoptr (GPtrArray) findings = marmot_pledge_check (pledge);
  g_autoptr (MarmotPromise) safe = g_list_model_get_item (G_LIST_MODEL (marmot_pledge_get_promises (pledge)), 2);
  g_autoptr (MarmotPeriod) earlier = marmot_period_parse ("2020", MARMOT_YEAR_CALENDAR, NULL);
  g_autoptr (MarmotPromiseRating) rating = g_object_new (MARMOT_TYPE_PROMISE_RATING, "period", earlier, "kept",
                                                         MARMOT_PROMISE_PARTLY_KEPT, "n", 40u, NULL);
  g_autoptr (MarmotTable) table = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *period = NULL;

  cr_assert (eq (u32, count (marmot_pledge_get_promises (pledge)), 6));
  cr_assert (eq (u32, findings->len, 5));
  cr_assert (eq (u32, count_rule (findings, "pledge/no-rating"), 5));

  g_list_store_append (marmot_promise_get_ratings (safe), rating);
  table = marmot_pledge_list_ratings (pledge);
  kept = get_cell (table, "kept", 0);
  period = get_cell (table, "period", 1);
  cr_assert (eq (sz, marmot_table_get_n_rows (table), 2));
  cr_assert (eq (str, kept, "partly-kept"));
  cr_assert (eq (dbl, get_number (table, "n", 0), 40));
  cr_assert (eq (str, period, "2022"));
  cr_assert (eq (dbl, get_number (table, "value", 1), 91));
  cr_assert (eq (dbl, get_number (table, "comparator", 1), 81));
}

Test (self_evaluation, a_judgement_needs_evidence)
{
  static const char *const known[] = { "SEN-SUPPORT", NULL };
  g_autoptr (MarmotSelfEvaluation) self = READ (self_evaluation, "self-evaluation.json");
  g_autoptr (GPtrArray) findings = marmot_self_evaluation_check (self, NULL);
  g_autoptr (MarmotMeasure) measure = marmot_self_evaluation_measure_evidenced (self, NULL, NULL);
  g_autoptr (MarmotSelfJudgement) first = g_list_model_get_item (G_LIST_MODEL (marmot_self_evaluation_get_judgements (self)),
                                                                 0);
  g_autoptr (MarmotEvidence) loose = g_object_new (MARMOT_TYPE_EVIDENCE, "indicator", "SEN-SUPORT", "kind",
                                                   MARMOT_EVIDENCE_INDICATOR, NULL);
  g_autoptr (MarmotEvidence) nameless = g_object_new (MARMOT_TYPE_EVIDENCE, "kind", MARMOT_EVIDENCE_INDICATOR, NULL);
  g_autoptr (GPtrArray) more = NULL;

  cr_assert (eq (u32, findings->len, 2));
  cr_assert (eq (u32, count_rule (findings, "self-evaluation/no-evidence"), 1));
  cr_assert (eq (u32, count_rule (findings, "self-evaluation/opinion"), 1));
  cr_assert (eq (dbl, marmot_measure_get_numerator (measure), 2));
  cr_assert (eq (dbl, marmot_measure_get_denominator (measure), 4));

  g_list_store_append (marmot_self_judgement_get_evidence (first), loose);
  g_list_store_append (marmot_self_judgement_get_evidence (first), nameless);
  more = marmot_self_evaluation_check (self, known);
  cr_assert (eq (u32, count_rule (more, "self-evaluation/indicator"), 1));
  cr_assert (eq (u32, count_rule (more, "self-evaluation/no-indicator"), 1));
}

Test (forward_plan, meetings_and_items_without_a_date)
{
  g_autoptr (MarmotForwardPlan) plan = READ (forward_plan, "forward-plan.json");
  g_autoptr (GPtrArray) findings = marmot_forward_plan_check (plan);
  g_autoptr (MarmotTable) table = marmot_forward_plan_to_table (plan);
  g_autoptr (GDate) day_of = day ("2025-02-05");
  g_autoptr (GDate) day_after = day ("2025-02-06");
  g_autoptr (GDate) too_late = day ("2025-04-01");
  g_autofree char *meeting = get_cell (table, "meeting", 23);

  cr_assert (eq (u32, count (marmot_forward_plan_get_meetings (plan)), 4));
  cr_assert (eq (u32, count (marmot_forward_plan_get_items (plan)), 5));
  cr_assert (eq (u32, findings->len, 5));
  cr_assert (eq (u32, count_rule (findings, "forward-plan/no-date"), 5));
  /* 8 + 7 + 4 + 4 items at meetings. */
  cr_assert (eq (sz, marmot_table_get_n_rows (table), 28));
  cr_assert (eq (str, meeting, "-"));
  cr_assert (eq (str, (char *) marmot_meeting_get_id (marmot_forward_plan_find_next (plan, day_of)), "2025-02-05"));
  cr_assert (eq (str, (char *) marmot_meeting_get_id (marmot_forward_plan_find_next (plan, day_after)), "2025-03"));
  cr_assert (marmot_forward_plan_find_next (plan, too_late) == NULL);
}
