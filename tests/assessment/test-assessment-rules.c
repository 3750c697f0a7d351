/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of substance at their edges: what each finds, and what it leaves alone.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

static MarmotAssessmentTemplate *
heat (void)
{
  MarmotAssessmentTemplate *template = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);

  cr_assert (template != NULL);
  return template;
}

static MarmotPeriod *
period (const char *text)
{
  MarmotPeriod *made = marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL);

  cr_assert (made != NULL, "%s", text);
  return made;
}

static MarmotAssessment *
begin (void)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotPeriod) completed = period ("2024-05-01");

  return g_object_new (MARMOT_TYPE_ASSESSMENT, "id", "hubs", "template", marmot_assessment_template_get_id (template),
                       "template-hash", marmot_assessment_template_get_digest (template), "programme", "Family hubs", "scope",
                       "Parents", "age-from", 10, "age-until", 18, "completed", completed, "sponsor-role", "Director", NULL);
}

static void
put (GListStore *list,
     gpointer part)
{
  g_list_store_append (list, part);
  g_object_unref (part);
}

static void
put_row (MarmotAssessment *of,
         const char *dimension,
         MarmotAnswerState state,
         const char *text,
         const char *reason)
{
  put (marmot_assessment_get_groups (of),
       g_object_new (MARMOT_TYPE_ASSESSMENT_GROUP, "dimension", dimension, "state", state, "text", text, "reason", reason, NULL));
}

static void
put_answer (MarmotAssessment *of,
            const char *question,
            const char *text)
{
  put (marmot_assessment_get_responses (of),
       g_object_new (MARMOT_TYPE_ASSESSMENT_RESPONSE, "question", question, "state", MARMOT_ANSWER_STATE_ANSWERED, "text", text,
                     NULL));
}

static void
put_figure (MarmotAssessment *of,
            const char *figure)
{
  g_autoptr (MarmotValue) value = marmot_value_parse (figure, MARMOT_VALUE_PARSE_DEFAULT, NULL);
  g_autoptr (MarmotPeriod) year = period ("2023/24");

  put (marmot_assessment_get_evidence (of),
       g_object_new (MARMOT_TYPE_EVIDENCE, "key", "share", "value", value, "period", year, NULL));
}

/* How many findings there are of a rule, at a path unless that is NULL. */
static guint
n_of (MarmotAssessment *of,
      const char *rule,
      const char *path)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) day = g_date_new_dmy (2, G_DATE_MAY, 2024);
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (of, template, day);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), rule)
         && (!path || g_strcmp0 (marmot_finding_get_path (findings->pdata[i]), path) == 0);
  return n;
}

Test (assessment_rules, blanks_are_no_answer)
{
  g_autoptr (MarmotAssessment) of = begin ();

  put_answer (of, "q1", " \n\t\302\240 ");
  cr_assert (n_of (of, "complete/question", "responses/q1") == 1);
  marmot_assessment_set_sponsor_role (of, "  ");
  cr_assert (n_of (of, "H01", NULL) == 1);
}

Test (assessment_rules, one_answer_to_a_question_and_one_row_of_a_dimension)
{
  g_autoptr (MarmotAssessment) of = begin ();

  put_answer (of, "q1", "One");
  put_row (of, "age", MARMOT_ANSWER_STATE_ANSWERED, "Parents under 20 smoke most", NULL);
  cr_assert (n_of (of, "complete/question-twice", NULL) == 0 && n_of (of, "complete/dimension-twice", NULL) == 0);
  put_answer (of, "q1", "Another");
  put_row (of, "age", MARMOT_ANSWER_STATE_ANSWERED, "Another", NULL);
  cr_assert (n_of (of, "complete/question-twice", "responses/2") == 1);
  cr_assert (n_of (of, "complete/dimension-twice", "groups/2") == 1);
}

Test (assessment_rules, a_row_may_rest_on_evidence_alone)
{
  g_autoptr (MarmotAssessment) of = begin ();
  const char *keys[] = { "share", NULL };

  put (marmot_assessment_get_groups (of), g_object_new (MARMOT_TYPE_ASSESSMENT_GROUP, "dimension", "age", "state",
                                                        MARMOT_ANSWER_STATE_ANSWERED, "evidence", keys, NULL));
  cr_assert (n_of (of, "H03", "groups/age") == 0);
  cr_assert (n_of (of, "H03", "groups/sex") == 1);
}

Test (assessment_rules, ages_that_contradict_a_reason)
{
  static const struct
  {
    const char *reason;
    guint n;
  } reasons[] = {
    { "works with under 18s only", 1 },
    { "Works with under-18s only", 1 },
    { "for children under the age of 18", 1 },
    { "all are aged below 18", 1 },
    { "for those younger than 16", 1 },
    { "it falls under the scope of another: under 18s only", 1 },
    { "works with under 19s only", 0 },
    { "under 18% of them are married", 0 },
    { "there was thunder 18 times", 0 },
    { "nobody was asked", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (MarmotAssessment) of = begin ();

      put_row (of, "marriage-and-civil-partnership", MARMOT_ANSWER_STATE_NOT_APPLICABLE, NULL, reasons[i].reason);
      cr_assert (n_of (of, "H05", NULL) == reasons[i].n, "%s", reasons[i].reason);
    }
}

Test (assessment_rules, figures_that_agree_as_printed)
{
  static const struct
  {
    const char *first;
    const char *second;
    guint n;
  } figures[] = {
    { "65%", "67%", 1 },   { "65%", "66%", 1 },     { "65%", "65%", 0 },  { "65%", "65.0%", 0 },
    { "65.2%", "65%", 0 }, { "65.2%", "65.3%", 1 }, { "65%", "66.2%", 1 }, { "65%", "65", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (MarmotAssessment) of = begin ();

      put_figure (of, figures[i].first);
      put_figure (of, figures[i].second);
      cr_assert (n_of (of, "H08", NULL) == figures[i].n, "%s and %s", figures[i].first, figures[i].second);
    }
}

Test (assessment_rules, harm_is_harm_in_a_row_that_is_not_finished)
{
  g_autoptr (MarmotAssessment) of = begin ();
  g_autoptr (MarmotAssessmentGroup) row = NULL;

  put_row (of, "race", MARMOT_ANSWER_STATE_NOT_YET, "In English only", NULL);
  row = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_groups (of)), 0);
  cr_assert (n_of (of, "H12", NULL) == 0);
  marmot_assessment_group_set_impact (row, MARMOT_IMPACT_NEGATIVE);
  cr_assert (n_of (of, "H12", "groups/1") == 1);
  marmot_assessment_group_set_state (row, MARMOT_ANSWER_STATE_NOT_APPLICABLE);
  cr_assert (n_of (of, "H12", NULL) == 0);
  marmot_assessment_group_set_state (row, MARMOT_ANSWER_STATE_ANSWERED);
  marmot_assessment_group_set_mitigation (row, "Interpreters");
  cr_assert (n_of (of, "H12", NULL) == 0);
}

Test (assessment_rules, pointers_are_no_answers)
{
  static const struct
  {
    const char *text;
    guint n;
  } texts[] = {
    { "See section 2.", 1 },
    { "  see above\n", 1 },
    { "Please see section 2", 1 },
    { "As above", 1 },
    { "N/A", 1 },
    { "See section 2.\nThis work is for families with low incomes, who are the most likely to smoke, and for their neighbours", 1 },
    { "N/A to families, for these sessions are held in schools", 0 },
    { "Seeing is believing", 0 },
    { "See the table in section 2: a third of the children had a plan, so that we run sessions in all eight hubs, "
      "with interpreters, every week until March", 0 },
    { "Sessions are held in all hubs; see section 2", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MarmotAssessment) of = begin ();

      put_answer (of, "q3", texts[i].text);
      cr_assert (n_of (of, "H14", "responses/1") == texts[i].n, "%s", texts[i].text);
      put_row (of, "age", MARMOT_ANSWER_STATE_ANSWERED, texts[i].text, NULL);
      cr_assert (n_of (of, "H14", "groups/1") == texts[i].n, "%s", texts[i].text);
    }
}

Test (assessment_rules, a_review_before_completion_is_of_an_older_text)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotAssessment) of = begin ();
  g_autoptr (MarmotAssessmentReview) review = marmot_assessment_review_new ();
  g_autoptr (MarmotPeriod) before = period ("2024-04-30");
  g_autoptr (MarmotPeriod) same = period ("2024-05-01");
  g_autoptr (GDate) soon = g_date_new_dmy (31, G_DATE_OCTOBER, 2024);
  g_autoptr (GDate) late = g_date_new_dmy (2, G_DATE_MAY, 2025);

  marmot_assessment_review_set_done (review, before);
  g_list_store_append (marmot_assessment_get_reviews (of), review);
  cr_assert (marmot_assessment_review_state (of, template, soon) == MARMOT_REVIEW_STATE_NOT_DUE);
  cr_assert (marmot_assessment_review_state (of, template, late) == MARMOT_REVIEW_STATE_OVERDUE);
  marmot_assessment_review_set_done (review, same);
  cr_assert (marmot_assessment_review_state (of, template, late) == MARMOT_REVIEW_STATE_DONE);
}

/* The ends of short months. */
Test (assessment_rules, windows)
{
  static const struct
  {
    const char *completed;
    guint from[3];
    guint until[3];
  } windows[] = {
    { "2024-02-29", { 2024, 8, 29 }, { 2025, 2, 28 } },
    { "2023-08-31", { 2024, 2, 29 }, { 2024, 8, 31 } },
    { "2022-08-31", { 2023, 2, 28 }, { 2023, 8, 31 } },
  };
  g_autoptr (MarmotAssessmentTemplate) template = heat ();

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autoptr (MarmotAssessment) of = begin ();
      g_autoptr (MarmotPeriod) completed = period (windows[i].completed);
      g_autoptr (GDate) from = g_date_new_dmy ((GDateDay) windows[i].from[2], (GDateMonth) windows[i].from[1], (GDateYear) windows[i].from[0]);
      g_autoptr (GDate) until = g_date_new_dmy ((GDateDay) windows[i].until[2], (GDateMonth) windows[i].until[1], (GDateYear) windows[i].until[0]);

      marmot_assessment_set_completed (of, completed);
      cr_assert (marmot_assessment_review_state (of, template, from) == MARMOT_REVIEW_STATE_DUE);
      cr_assert (marmot_assessment_review_state (of, template, until) == MARMOT_REVIEW_STATE_DUE);
      g_date_subtract_days (from, 1);
      g_date_add_days (until, 1);
      cr_assert (marmot_assessment_review_state (of, template, from) == MARMOT_REVIEW_STATE_NOT_DUE);
      cr_assert (marmot_assessment_review_state (of, template, until) == MARMOT_REVIEW_STATE_OVERDUE);
    }
}

Test (assessment_rules, short_names_are_read_as_well)
{
  g_autoptr (MarmotAssessment) of = begin ();

  cr_assert (n_of (of, "personal-data/nhs-number", NULL) == 0);
  marmot_assessment_set_id (of, "9434765919");
  put (marmot_assessment_get_actions (of), g_object_new (MARMOT_TYPE_ACTION, "id", "9434765919", "text", "Visit", NULL));
  cr_assert (n_of (of, "personal-data/nhs-number", "id") == 1);
  cr_assert (n_of (of, "personal-data/nhs-number", "actions/1/id") == 1);
}

/* --- ages and days ------------------------------------------------------------------- */

Test (assessment_rules, ages_and_days_in_their_order)
{
  g_autoptr (MarmotAssessment) of = begin ();
  g_autoptr (MarmotPeriod) early = period ("2024-01-01");
  g_autoptr (MarmotPeriod) late = period ("2024-01-02");

  marmot_assessment_set_age_from (of, 18);
  marmot_assessment_set_starts (of, early);
  marmot_assessment_set_ends (of, early);
  cr_assert_eq (n_of (of, "H02", NULL), 0);
  /* No limit is no age below the first. */
  marmot_assessment_set_age_until (of, 0);
  cr_assert_eq (n_of (of, "H02", NULL), 0);
  marmot_assessment_set_age_until (of, 17);
  cr_assert_eq (n_of (of, "H02", "age_until"), 1);
  marmot_assessment_set_starts (of, late);
  cr_assert_eq (n_of (of, "H02", "ends"), 1);
}
