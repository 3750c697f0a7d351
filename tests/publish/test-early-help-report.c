/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The early help page: every figure with what it is of, and no small number that is on it
 * or can be had from it.
 */
#include <criterion/criterion.h>

#include <string.h>

#include <jansson.h>
#include <marmot/marmot.h>

#include "support/episodes.h"

typedef struct
{
  guint council, coordinator, school, health, none; /* lead agencies of the episodes of 2024 */
  guint open;                                       /* of them, still open */
  guint met, up;                                    /* of those closed; the rest are "other" */
  guint blank;                                      /* closed without a reason */
  guint before;                                     /* opened in June 2023, and open still */
  guint closed_before;                              /* opened in June 2023, closed in April 2024 */
  guint late;                                       /* opened in January 2024, closed in September */
} Year;

/* Enough of everything: nothing is small. */
static const Year large = { 300, 40, 100, 50, 0, 90, 150, 60, 20, 30, 25, 0 };

static const char *
agency_of (const Year *year,
           guint i)
{
  if (i < year->council)
    return "council";
  if (i < year->council + year->coordinator)
    return "coordinator";
  if (i < year->council + year->coordinator + year->school)
    return "school";
  if (i < year->council + year->coordinator + year->school + year->health)
    return "health";
  return "";
}

static guint
count_of (const Year *year)
{
  return year->council + year->coordinator + year->school + year->health + year->none;
}

/* The episodes that were opened in 2024 open on the 2nd of a month, one month after the
 * other, and last 30 days if they close. */
static MarmotEpisodeSet *
make_set (const Year *year)
{
  g_autoptr (GString) csv
      = g_string_new ("id,family,requested,start,assessed,end,end_reason,start_reason,lead_agency\n");
  g_autoptr (MarmotEpisodeSet) bare = NULL;
  MarmotEpisodeSet *set;
  guint n = count_of (year);

  for (guint i = 0; i < n; i++)
    {
      guint month = 1 + i % 11;
      gboolean is_open = i < year->open;
      guint at = i - year->open;
      const char *reason = at < year->met                            ? "outcomes-met"
                           : at < year->met + year->up               ? "step-up"
                           : at < year->met + year->up + year->blank ? ""
                                                                     : "other";

      g_string_append_printf (csv, "e%u,f%u,2024-%02u-01,2024-%02u-02,2024-%02u-09,", i, i, month, month, month);
      if (is_open)
        g_string_append (csv, ",,");
      else
        g_string_append_printf (csv, "2024-%02u-01,%s,", month + 1, reason);
      g_string_append_printf (csv, "%s,%s\n", i % 2 ? "step-down" : "school", agency_of (year, i));
    }
  for (guint i = 0; i < year->before; i++)
    g_string_append_printf (csv, "b%u,g%u,2023-06-01,2023-06-02,,,,school,council\n", i, i);
  for (guint i = 0; i < year->closed_before; i++)
    g_string_append_printf (csv, "c%u,h%u,2023-06-01,2023-06-02,,2024-04-01,outcomes-met,school,council\n", i, i);
  for (guint i = 0; i < year->late; i++)
    g_string_append_printf (csv, "l%u,k%u,2024-01-01,2024-01-02,,2024-09-01,other,school,council\n", i, i);

  bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv->str);
  set = marmot_episode_set_with_coverage (bare, test_day ("2022-01-01"), test_day ("2025-01-31"), NULL);
  cr_assert (set != NULL);
  return set;
}

static MarmotEarlyHelpReport *
make_report (MarmotEpisodeSet *set,
             MarmotEarlyHelpReportOptions *options)
{
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (GError) error = NULL;
  MarmotEarlyHelpReport *report = marmot_early_help_report_new (set, period, options, &error);

  cr_assert (report != NULL, "%s", error ? error->message : "");
  return report;
}

static json_t *
tree_of (MarmotEarlyHelpReport *report)
{
  g_autofree char *json = marmot_early_help_report_to_json (report);
  json_t *tree = json_loads (json, 0, NULL);

  cr_assert (tree != NULL);
  return tree;
}

static json_t *
tree_of_year (const Year *year)
{
  g_autoptr (MarmotEpisodeSet) set = make_set (year);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, NULL);

  return tree_of (report);
}

static json_t *
figure_of (json_t *tree,
           const char *name)
{
  json_t *item, *found = NULL;
  size_t i;

  json_array_foreach (json_object_get (tree, "figures"), i, item)
    if (g_str_equal (json_string_value (json_object_get (item, "figure")), name))
      found = item;
  cr_assert (found != NULL, "there is no %s", name);
  return found;
}

/* "value (lower to upper) numerator/denominator ?unknown" of a figure, limits left out. */
static char *
text_of (json_t *tree,
         const char *name)
{
  json_t *figure = figure_of (tree, name);

  return g_strdup_printf ("%s %s/%s ?%s", json_string_value (json_object_get (figure, "value")),
                          json_string_value (json_object_get (figure, "numerator")),
                          json_string_value (json_object_get (figure, "denominator")),
                          json_string_value (json_object_get (figure, "unknown")));
}

#define assert_figure(tree, name, wanted)               \
  do                                                    \
    {                                                   \
      g_autofree char *text_ = text_of (tree, name);    \
      cr_expect_str_eq (text_, wanted);                 \
    }                                                   \
  while (0)

/* "Label 12; Other 3" */
static char *
agencies_of (json_t *tree)
{
  GString *text = g_string_new (NULL);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (tree, "agencies"), i, item)
    g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", json_string_value (json_object_get (item, "agency")),
                            json_string_value (json_object_get (item, "episodes")));
  return g_string_free (text, FALSE);
}

#define assert_agencies(tree, wanted)                   \
  do                                                    \
    {                                                   \
      g_autofree char *text_ = agencies_of (tree);      \
      cr_expect_str_eq (text_, wanted);                 \
    }                                                   \
  while (0)

Test (early_help_report, every_figure_of_a_year)
{
  json_t *tree = tree_of_year (&large);

  /* 490 opened in the year, of which 90 are open; 25 more closed in it. */
  assert_figure (tree, "requests", "40.8 490/12 ?0");
  assert_figure (tree, "opened", "40.8 490/12 ?0");
  assert_figure (tree, "closed", "35.4 425/12 ?0");
  assert_figure (tree, "closed-within", "94.1 400/425 ?0");
  assert_figure (tree, "outcomes-met", "43.2 175/405 ?20");
  assert_figure (tree, "step-up", "14.8 60/405 ?20");
  assert_figure (tree, "step-down", "50.0 245/490 ?0");
  assert_figure (tree, "partner-led", "30.6 150/490 ?0");
  assert_figure (tree, "return-back", "0.0 0/490 ?0");
  assert_agencies (tree, "The council 300; The council's early help co-ordinators 40; Schools 100; "
                         "All other partners 50");
  /* All that closed had lasted 30 days or so; 90 of 490 were open at the end of the year. */
  assert_figure (tree, "done-by", "81.6 400/490 ?0");
  cr_expect (json_is_null (json_object_get (figure_of (tree, "done-by"), "withheld")));
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "open-beyond"), "of")), "31 December 2024");
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "closed-within"), "of")), "2024");
  json_decref (tree);
}

Test (early_help_report, blanks_are_unknown_and_said)
{
  json_t *tree = tree_of_year (&large);
  json_t *remarks = json_object_get (figure_of (tree, "outcomes-met"), "remarks");

  cr_assert (json_array_size (remarks) == 2);
  /* 175 of 425 */
  cr_expect_str_eq (json_string_value (json_array_get (remarks, 1)),
                    "With them in the denominator it would be 41.2%.");
  json_decref (tree);
}

Test (early_help_report, nothing_withheld_stands_alone)
{
  json_t *tree = tree_of_year (&large);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (tree, "figures"), i, item)
    cr_expect (strcmp (json_string_value (json_object_get (item, "value")), "[c]") != 0, "%s",
               json_string_value (json_object_get (item, "figure")));
  json_array_foreach (json_object_get (tree, "months"), i, item)
    cr_expect (strcmp (json_string_value (json_object_get (item, "closed")), "[c]") != 0);
  cr_expect (json_array_size (json_object_get (tree, "months")) == 12);
  json_decref (tree);
}

Test (early_help_report, few_partners_are_shown_with_schools)
{
  Year year = large;
  json_t *tree;

  year.health = 2;
  tree = tree_of_year (&year);
  assert_agencies (tree, "The council 300; The council's early help co-ordinators 40; Schools and all other partners 102");
  assert_figure (tree, "partner-led", "23.1 102/442 ?0");
  json_decref (tree);
}

Test (early_help_report, few_schools_are_shown_with_partners)
{
  Year year = large;
  json_t *tree;

  year.school = 9;
  tree = tree_of_year (&year);
  assert_agencies (tree, "The council 300; The council's early help co-ordinators 40; Schools and all other partners 59");
  json_decref (tree);

  year.school = 10;
  tree = tree_of_year (&year);
  assert_agencies (tree, "The council 300; The council's early help co-ordinators 40; Schools 10; All other partners 50");
  json_decref (tree);
}

Test (early_help_report, few_coordinators_are_shown_with_the_council)
{
  Year year = large;
  json_t *tree;

  year.coordinator = 3;
  tree = tree_of_year (&year);
  assert_agencies (tree, "The council and its early help co-ordinators 303; Schools 100; All other partners 50");
  json_decref (tree);
}

Test (early_help_report, few_partners_in_all_withhold_all_agencies)
{
  Year year = large;
  json_t *tree;

  year.school = 3;
  year.health = 2;
  tree = tree_of_year (&year);
  assert_agencies (tree, "The council [c]; The council's early help co-ordinators [c]; Schools and all other partners [c]");
  assert_figure (tree, "partner-led", "[c] [c]/345 ?0");
  json_decref (tree);
}

Test (early_help_report, few_without_an_agency_cannot_be_had_by_subtraction)
{
  Year year = large;
  json_t *tree;

  year.none = 4;
  tree = tree_of_year (&year);
  assert_agencies (tree, "The council 300; The council's early help co-ordinators 40; Schools 100; "
                         "All other partners, and those without a lead agency 54");
  /* 150 of 490 of 494: neither number may stand there, and no decimal. */
  assert_figure (tree, "partner-led", "31 [c]/[c] ?[c]");
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "partner-led"), "lower")), "[c]");
  json_decref (tree);

  year.none = 14;
  tree = tree_of_year (&year);
  assert_figure (tree, "partner-led", "30.6 150/490 ?14");
  json_decref (tree);
}

Test (early_help_report, few_without_a_reason_round_the_shares)
{
  Year year = large;
  json_t *tree;

  year.blank = 5;
  tree = tree_of_year (&year);
  /* 175 of 420 is 41.7%. */
  assert_figure (tree, "outcomes-met", "42 [c]/[c] ?[c]");
  assert_figure (tree, "closed-within", "94.1 400/425 ?0");
  cr_expect (json_array_size (json_object_get (figure_of (tree, "outcomes-met"), "remarks")) == 1);
  json_decref (tree);
}

Test (early_help_report, few_of_all_other_reasons_cannot_be_had_by_subtraction)
{
  Year year = large;
  json_t *tree;

  /* 400 close: 300 met, 93 step up, 0 blank, 7 others. */
  year.met = 300;
  year.up = 93;
  year.blank = 0;
  tree = tree_of_year (&year);
  assert_figure (tree, "outcomes-met", "76.5 325/425 ?0");
  assert_figure (tree, "step-up", "[c] [c]/425 ?0");
  json_decref (tree);
}

Test (early_help_report, few_open_since_before_the_year_cannot_be_had_by_subtraction)
{
  Year year = large;
  json_t *tree;

  /* 93 open at the end, 90 of those opened in the year: 3 since before it. */
  year.before = 3;
  year.late = 20;
  tree = tree_of_year (&year);
  assert_figure (tree, "done-by", "78.4 [c]/510 ?0");
  cr_expect (json_is_string (json_object_get (figure_of (tree, "done-by"), "withheld")));
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "duration"), "numerator")), "[c]");
  json_decref (tree);

  /* All who closed did so by week 16: the share would tell how many closed. */
  year.late = 0;
  tree = tree_of_year (&year);
  assert_figure (tree, "done-by", "[c] [c]/490 ?0");
  json_decref (tree);

  /* Five were open when it began, and 95 - 490 + 400 tells it. */
  year.before = 5;
  year.closed_before = 0;
  tree = tree_of_year (&year);
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "open-beyond"), "denominator")), "[c]");
  json_decref (tree);
}

Test (early_help_report, few_closed_late_cannot_be_had_by_subtraction)
{
  Year year = large;
  json_t *tree;

  /* 403 of 493 have closed, and 400 of them by week 16. */
  year.late = 3;
  tree = tree_of_year (&year);
  assert_figure (tree, "done-by", "[c] [c]/493 ?0");
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "duration"), "numerator")), "[c]");
  json_decref (tree);

  year.late = 20;
  tree = tree_of_year (&year);
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "done-by"), "numerator")), "420");
  json_decref (tree);
}

Test (early_help_report, a_small_month_withholds_its_column)
{
  Year year = { 60, 20, 12, 12, 0, 15, 40, 12, 12, 12, 12, 0 };
  json_t *tree = tree_of_year (&year);
  json_t *item;
  size_t i;

  /* 104 in eleven months are 9 or 10 each. */
  json_array_foreach (json_object_get (tree, "months"), i, item)
    cr_expect_str_eq (json_string_value (json_object_get (item, "opened")), "[c]");
  assert_figure (tree, "opened", "8.7 104/12 ?0");
  json_decref (tree);
}

Test (early_help_report, a_threshold_of_one_withholds_nothing)
{
  Year year = large;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (MarmotEarlyHelpReportOptions) options
      = g_object_new (MARMOT_TYPE_EARLY_HELP_REPORT_OPTIONS, "threshold", 1, NULL);
  g_autoptr (MarmotEarlyHelpReport) report = NULL;
  g_autofree char *json = NULL;

  year.health = 2;
  year.blank = 1;
  set = make_set (&year);
  report = make_report (set, options);
  json = marmot_early_help_report_to_json (report);
  cr_expect (strstr (json, "\"[c]\"") == NULL);
  cr_expect (strstr (json, "not for publication") != NULL);
}

Test (early_help_report, what_is_said_beside_figures_is_escaped_and_in_every_section)
{
  static const char *const assumptions[]
      = { "closed-within: 87% \"of all episodes\" <is> read as of those closed", "Months & places are made up", NULL };
  g_autoptr (MarmotEpisodeSet) set = make_set (&large);
  g_autoptr (MarmotEarlyHelpReportOptions) options
      = g_object_new (MARMOT_TYPE_EARLY_HELP_REPORT_OPTIONS, "title", "Early <b>help</b>", "council", "Town & County",
                      "note", "Synthetic <rows>", "assumptions", assumptions, NULL);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, options);
  g_autofree char *page = marmot_early_help_report_to_html (report);
  g_autofree char *text = marmot_early_help_report_to_text (report);
  json_t *tree = tree_of (report);
  guint n_notes = 0;

  for (const char *at = page; (at = strstr (at, "Synthetic &lt;rows&gt;")); at++)
    n_notes++;
  /* The top and seven sections. */
  cr_expect (n_notes == 8, "%u", n_notes);
  cr_expect (strstr (page, "<b>") == NULL);
  cr_expect (strstr (page, "<rows>") == NULL);
  cr_expect (strstr (page, "<h1>Early &lt;b&gt;help&lt;/b&gt;</h1>") != NULL);
  cr_expect (strstr (page, "Town &amp; County") != NULL);
  cr_expect (strstr (page, "<strong>Assumption:</strong> 87% &quot;of all episodes&quot; &lt;is&gt; read") != NULL);
  cr_expect (strstr (page, "<li>Months &amp; places are made up</li>") != NULL);
  cr_expect (strstr (text, "    Assumption: 87% \"of all episodes\"") != NULL);
  cr_expect_str_eq (json_string_value (json_object_get (figure_of (tree, "closed-within"), "assumption")),
                    "87% \"of all episodes\" <is> read as of those closed");
  cr_expect (json_array_size (json_object_get (json_object_get (tree, "report"), "assumptions")) == 1);
  json_decref (tree);
}

Test (early_help_report, no_row_is_on_the_page)
{
  static const char csv[] = "id,family,person,requested,start,end,end_reason,lead_agency,locality\n"
                            "ZQXepisode,ZQXfamily,ZQXchild,2024-01-01,2024-01-03,2024-02-05,ZQXword,ZQXagency,ZQXplace\n";
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv);
  g_autoptr (MarmotEpisodeSet) set
      = marmot_episode_set_with_coverage (bare, test_day ("2022-01-01"), test_day ("2025-01-31"), NULL);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, NULL);
  g_autofree char *page = marmot_early_help_report_to_html (report);
  g_autofree char *json = marmot_early_help_report_to_json (report);
  g_autofree char *text = marmot_early_help_report_to_text (report);

  cr_expect (strstr (page, "ZQX") == NULL);
  cr_expect (strstr (json, "ZQX") == NULL);
  cr_expect (strstr (text, "ZQX") == NULL);
}

Test (early_help_report, one_episode_gives_no_figure)
{
  static const char csv[] = "id,family,requested,start,end,end_reason,lead_agency,start_reason,assessed\n"
                            "a,f,2024-01-01,2024-01-03,2024-02-05,outcomes-met,school,step-down,2024-01-05\n";
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv);
  g_autoptr (MarmotEpisodeSet) set
      = marmot_episode_set_with_coverage (bare, test_day ("2022-01-01"), test_day ("2026-01-31"), NULL);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, NULL);
  json_t *tree = tree_of (report);

  assert_figure (tree, "requests", "[c] [c]/[c] ?[c]");
  assert_figure (tree, "closed-within", "[c] [c]/[c] ?[c]");
  assert_figure (tree, "done-by", "[c] [c]/[c] ?[c]");
  assert_figure (tree, "duration", "[c] [c]/[c] ?[c]");
  assert_figure (tree, "partner-led", "[c] [c]/[c] ?[c]");
  assert_figure (tree, "return-forward", "[c] [c]/[c] ?[c]");
  assert_agencies (tree, "The council [c]; Schools and all other partners [c]");
  json_decref (tree);
}

Test (early_help_report, no_episodes)
{
  static const char csv[] = "id,family,requested,start,end,end_reason,lead_agency,start_reason,assessed\n";
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv);
  g_autoptr (MarmotEpisodeSet) set
      = marmot_episode_set_with_coverage (bare, test_day ("2022-01-01"), test_day ("2026-01-31"), NULL);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEarlyHelpReport) none = marmot_early_help_report_new (bare, period, NULL, &error);
  g_autoptr (MarmotEarlyHelpReport) report = NULL;
  g_autofree char *page = NULL;
  json_t *tree;

  /* Nobody knows which time it is of. */
  cr_assert (none == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));

  report = make_report (set, NULL);
  page = marmot_early_help_report_to_html (report);
  tree = tree_of (report);
  assert_figure (tree, "requests", "0.0 0/12 ?0");
  assert_figure (tree, "closed-within", "[x] 0/0 ?0");
  assert_figure (tree, "done-by", "[x] 0/0 ?0");
  cr_expect (strstr (page, "nan") == NULL);
  json_decref (tree);
}

Test (early_help_report, without_needs_and_columns_the_rest_is_there)
{
  static const char csv[] = "id,start,end\na,2024-01-01,2024-03-01\nb,2024-02-01,\n";
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv);
  g_autoptr (MarmotEarlyHelpReportOptions) options
      = g_object_new (MARMOT_TYPE_EARLY_HELP_REPORT_OPTIONS, "threshold", 0, NULL);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, options);
  g_autoptr (GPtrArray) findings = marmot_early_help_report_get_findings (report);
  g_autofree char *page = marmot_early_help_report_to_html (report);
  json_t *tree = tree_of (report);
  guint n_not_made = 0, n_period = 0;

  assert_figure (tree, "opened", "0.2 2/12 ?0");
  assert_figure (tree, "needs-met", "[x] [x]/[x] ?[x]");
  assert_figure (tree, "requests", "[x] [x]/[x] ?[x]");
  assert_agencies (tree, "");
  cr_expect (strstr (page, "Lead agencies cannot be given.") != NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      n_not_made += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), "report/cannot-be-made");
      n_period += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), "report/period-not-covered");
    }
  /* Requests, assessments, outcomes, needs, steps up and down, partners. */
  cr_expect (n_not_made >= 7, "%u", n_not_made);
  /* The set knows of nothing after 1 March. */
  cr_expect (n_period == 1);
  json_decref (tree);
}

Test (early_help_report, returns_that_are_not_known_yet)
{
  g_autoptr (MarmotEpisodeSet) set = make_set (&large);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, NULL);
  g_autoptr (GPtrArray) findings = marmot_early_help_report_get_findings (report);
  json_t *tree = tree_of (report);
  json_t *remarks = json_object_get (figure_of (tree, "return-forward"), "remarks");

  assert_figure (tree, "return-forward", "[x] [x]/[x] ?[x]");
  cr_assert (json_array_size (remarks) == 1);
  cr_expect_str_eq (json_string_value (json_array_get (remarks, 0)),
                    "Who comes back after a closure is unknown until twelve months later: of this period it is known "
                    "whole after 31 December 2025. These data end on 31 January 2025.");
  cr_assert (findings->len == 2); /* and the needs that there are not */
  cr_expect_str_eq (marmot_finding_get_rule (findings->pdata[1]), "episode/coverage");
  json_decref (tree);
}

Test (early_help_report, a_later_extract_gives_the_same_figures)
{
  g_autoptr (MarmotEpisodeSet) set = make_set (&large);
  g_autoptr (MarmotEpisodeSet) later
      = marmot_episode_set_with_coverage (set, test_day ("2022-01-01"), test_day ("2025-11-30"), NULL);
  g_autoptr (MarmotEarlyHelpReport) first = make_report (set, NULL);
  g_autoptr (MarmotEarlyHelpReport) second = make_report (later, NULL);
  json_t *one = tree_of (first);
  json_t *other = tree_of (second);

  cr_expect (json_equal (figure_of (one, "done-by"), figure_of (other, "done-by")));
  cr_expect (json_equal (figure_of (one, "open-beyond"), figure_of (other, "open-beyond")));
  json_decref (one);
  json_decref (other);
}

Test (early_help_report, what_is_refused)
{
  static const char *const assumptions[] = { "care-days: nothing", NULL };
  g_autoptr (MarmotEpisodeSet) set = make_set (&large);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotPeriod) past = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2012, 1, NULL);
  g_autoptr (MarmotEarlyHelpReportOptions) options
      = g_object_new (MARMOT_TYPE_EARLY_HELP_REPORT_OPTIONS, "assumptions", assumptions, NULL);
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) outside = NULL;

  cr_expect (marmot_early_help_report_new (set, period, options, &unknown) == NULL);
  cr_expect (g_error_matches (unknown, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_expect (marmot_early_help_report_new (set, past, NULL, &outside) == NULL);
  cr_expect (g_error_matches (outside, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (early_help_report, written_to_a_folder)
{
  g_autoptr (MarmotEpisodeSet) set = make_set (&large);
  g_autoptr (MarmotEarlyHelpReport) report = make_report (set, NULL);
  g_autofree char *path = g_dir_make_tmp ("marmot-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) json = g_file_get_child (folder, "report.json");
  g_autoptr (GFile) html = g_file_get_child (folder, "report.html");
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = marmot_early_help_report_to_html (report);
  g_autofree char *written = NULL;

  cr_assert (marmot_early_help_report_write (report, folder, NULL, NULL));
  cr_assert (g_file_load_contents (html, NULL, &written, NULL, NULL, NULL));
  cr_expect_str_eq (written, wanted);

  /* A file where the folder should be. */
  cr_expect (!marmot_early_help_report_write (report, json, NULL, &error));
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  g_file_delete (json, NULL, NULL);
  g_file_delete (html, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}
