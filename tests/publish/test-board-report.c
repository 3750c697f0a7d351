/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the report must work out of Coventry's figures.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <marmot/marmot.h>
#include <string.h>

#define PACKS TEST_DATA_DIR "/../data/packs/"
#define COVENTRY TEST_DATA_DIR "/../../examples/data/coventry"

static MarmotBoardReport *
report_on (const char *path)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPack) pack = marmot_pack_reader_read_folder (reader, folder, NULL, &error);

  cr_assert (pack != NULL, "%s", error ? error->message : "");
  return marmot_board_report_new (pack);
}

static json_t *
tree_of (MarmotBoardReport *report)
{
  g_autofree char *json = marmot_board_report_to_json (report);
  json_t *tree = json_loads (json, JSON_REJECT_DUPLICATES, NULL);

  cr_assert (tree != NULL);
  return tree;
}

static const char *
text_of (json_t *object,
         const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* Criterion cannot take Jansson's macros. */
static gboolean
is_null (json_t *value)
{
  return json_is_null (value);
}

static gboolean
is_true (json_t *value)
{
  return json_is_true (value);
}

static json_t *
find_row (json_t *tree,
          const char *id,
          const char *profile)
{
  json_t *row;
  size_t i;

  json_array_foreach (json_object_get (tree, "scorecard"), i, row)
    if (g_str_equal (text_of (row, "indicator"), id)
        && g_str_equal (text_of (json_object_get (row, "target"), "profile"), profile))
      return row;
  cr_fatal ("no row for %s", id);
}

static json_t *
find_comparison (json_t *tree,
                 const char *id,
                 const char *area,
                 const char *benchmark)
{
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (tree, "comparisons"), i, item)
    if (g_str_equal (text_of (item, "indicator"), id)
        && g_str_equal (text_of (json_object_get (item, "figure"), "area"), area)
        && g_str_equal (text_of (json_object_get (item, "benchmark"), "area"), benchmark))
      return item;
  cr_fatal ("%s: %s is not compared with %s", id, area, benchmark);
}

static gboolean
has_finding (json_t *tree,
             const char *rule,
             const char *words)
{
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (tree, "findings"), i, item)
    if (g_str_equal (text_of (item, "rule"), rule) && strstr (text_of (item, "message"), words))
      return TRUE;
  return FALSE;
}

Test (board_report, progress_to_target)
{
  static const struct
  {
    const char *id, *progress, *derived;
  } rows[] = {
    { "PI1", "33.4", "60" },   { "PI2", "87.1", "108" },  { "PI3", "62.4", "231" },   { "PI12", "49.2", "413" },
    { "PI13", "36.0", "3" },   { "PI14", "455.8", "2958" },
  };
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  json_t *tree = tree_of (report);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      json_t *row = find_row (tree, rows[i].id, "period");
      json_t *derived = json_object_get (row, "derived");

      cr_expect (eq (str, (char *) text_of (row, "progress_percent"), (char *) rows[i].progress));
      cr_expect (eq (str, (char *) text_of (derived, "value"), (char *) rows[i].derived));
      cr_expect (eq (str, (char *) text_of (derived, "period"), "2017/18 Q1"));
    }

  /* Percentages are never summed: nothing is derived from one. */
  cr_expect (is_null (json_object_get (find_row (tree, "PI9", "period"), "derived")));
  cr_expect (is_null (json_object_get (find_row (tree, "PI10", "period"), "derived")));
  /* The three-year totals stand beside the yearly targets. */
  cr_expect (eq (str, (char *) text_of (json_object_get (find_row (tree, "PI1", "programme"), "target"), "value"), "898"));
  cr_expect (eq (str, (char *) text_of (json_object_get (find_row (tree, "PI2", "programme"), "target"), "value"), "254"));
  json_decref (tree);
}

Test (board_report, statuses_current_and_forecast)
{
  static const struct
  {
    const char *id, *current, *forecast, *rule;
  } rows[] = {
    { "PI1", "behind", "behind", "run-rate" },
    { "PI3", "on-track", "on-track", "run-rate" },
    { "PI4", "no-target", "no-target", "none" },
    { "PI5", "no-target", "no-target", "none" },
    { "PI6", "cannot-be-judged", "cannot-be-judged", "none" },
    { "PI7", "cannot-be-judged", "cannot-be-judged", "none" },
    { "PI8", "cannot-be-judged", "cannot-be-judged", "none" },
    { "PI10", "behind", "cannot-be-judged", "none" },
    { "PI11", "on-track", "cannot-be-judged", "none" },
    { "PI14", "achieved", "achieved", "none" },
  };
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  json_t *tree = tree_of (report);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      json_t *row = find_row (tree, rows[i].id, "period");

      cr_expect (strcmp (text_of (json_object_get (row, "current"), "status"), rows[i].current) == 0, "%s", rows[i].id);
      cr_expect (strcmp (text_of (json_object_get (row, "forecast"), "status"), rows[i].forecast) == 0, "%s", rows[i].id);
      cr_expect (strcmp (text_of (json_object_get (row, "forecast"), "rule"), rows[i].rule) == 0, "%s", rows[i].id);
    }
  cr_expect (is_true (json_object_get (find_row (tree, "PI14", "period"), "review_target")));
  cr_expect (has_finding (tree, "report/review-target", "PI14"));
  json_decref (tree);
}

static const char *
infant_mortality (json_t *tree)
{
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (tree, "indicators"), i, item)
    if (strstr (text_of (item, "name"), "nfant mortality"))
      return text_of (item, "indicator");
  cr_fatal ("no infant mortality");
}

Test (board_report, comparisons_are_worked_out_from_the_figures)
{
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  json_t *tree = tree_of (report);
  const char *id = infant_mortality (tree);
  json_t *c;

  c = find_comparison (tree, id, "coventry", "england");
  cr_expect (eq (str, (char *) text_of (c, "relation"), "higher"));
  cr_expect (eq (str, (char *) text_of (c, "judgement"), "worse"));
  cr_expect (eq (str, (char *) text_of (json_object_get (c, "claim"), "agreement"), "agrees"));

  c = find_comparison (tree, id, "coventry", "west-midlands");
  cr_expect (eq (str, (char *) text_of (c, "relation"), "similar"));
  cr_expect (eq (str, (char *) text_of (json_object_get (c, "claim"), "agreement"), "disagrees"));
  cr_expect (has_finding (tree, "report/label-disagrees", "West Midlands"));

  c = find_comparison (tree, id, "bolton", "england");
  cr_expect (eq (str, (char *) text_of (c, "relation"), "undetermined"));

  c = find_comparison (tree, "OFSTED-OVERALL", "coventry", "england");
  cr_expect (eq (str, (char *) text_of (c, "relation"), "lower"));
  cr_expect (eq (str, (char *) text_of (c, "difference"), "-0.1"));
  cr_expect (eq (str, (char *) text_of (c, "method"), "benchmark-values"));
  cr_expect (eq (str, (char *) text_of (json_object_get (c, "claim"), "agreement"), "disagrees"));
  json_decref (tree);
}

Test (board_report, the_gap_fell_and_chance_cannot_be_judged)
{
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  json_t *tree = tree_of (report);
  json_t *item;
  gboolean found = FALSE;
  size_t i;

  json_array_foreach (json_object_get (tree, "changes"), i, item)
    {
      if (!g_str_equal (text_of (json_object_get (item, "before"), "value"), "11.2"))
        continue;
      found = TRUE;
      cr_expect (eq (str, (char *) text_of (item, "difference"), "-1.8"));
      cr_expect (eq (str, (char *) text_of (item, "percent"), "-16.1"));
      cr_expect (strstr (text_of (item, "reason"), "cannot be judged") != NULL);
    }
  cr_assert (found);
  json_decref (tree);
}

Test (board_report, the_first_screen)
{
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  json_t *tree = tree_of (report);
  json_t *screen = json_object_get (tree, "first_screen");
  json_t *exceptions = json_object_get (screen, "exceptions");
  static const char *order[] = { NULL, "OFSTED-OVERALL", "PI1", "PI13", "OFSTED-SPECIAL" };
  g_autofree char *cannot = json_dumps (json_object_get (screen, "cannot_be_said"), 0);

  order[0] = infant_mortality (tree);
  cr_assert (eq (sz, json_array_size (exceptions), 5));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    cr_expect (strcmp (text_of (json_array_get (exceptions, i), "indicator"), order[i]) == 0, "%zu: %s", i,
               text_of (json_array_get (exceptions, i), "indicator"));

  cr_expect (json_array_size (json_object_get (screen, "asked")) >= 4);
  cr_expect (strstr (cannot, "PI6, PI7, PI8") != NULL);
  cr_expect (strstr (cannot, "Bolton") != NULL);
  cr_expect (strstr (cannot, "no limits were printed") != NULL);
  json_decref (tree);
}

Test (board_report, every_method_that_is_used_is_cited)
{
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  json_t *tree = tree_of (report);
  g_autofree char *methods = json_dumps (json_object_get (tree, "methods"), 0);
  static const char *used[] = { "as-published", "benchmark-interval", "benchmark-values", "change", "part-of-year",
                                "progress", "straight-line", "run-rate" };
  json_t *item;
  size_t i;

  for (gsize j = 0; j < G_N_ELEMENTS (used); j++)
    cr_expect (strstr (methods, used[j]) != NULL, "%s", used[j]);
  cr_expect (strstr (methods, "owner-profile") == NULL);
  json_array_foreach (json_object_get (tree, "methods"), i, item)
    cr_expect (strlen (text_of (item, "citation")) > 0, "%s", text_of (item, "method"));
  json_decref (tree);
}

Test (board_report, the_page_says_what_it_is)
{
  g_autoptr (MarmotBoardReport) report = report_on (COVENTRY);
  g_autofree char *page = marmot_board_report_to_html (report);

  cr_expect (g_str_has_prefix (page, "<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  cr_expect (strstr (page, "published figures only. No disclosure control was applied.") != NULL);
  cr_expect (strstr (page, "<th scope=\"row\">") != NULL);
  cr_expect (strstr (page, "colspan") == NULL && strstr (page, "rowspan") == NULL);
  cr_expect (strstr (page, "<script") == NULL && strstr (page, "http") == NULL);
}

Test (board_report, what_a_pack_holds_is_never_markup)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("marmot-XXXXXX", &error);
  static const struct
  {
    const char *name, *content;
  } files[] = {
    { "pack.csv", "field,value\ntitle,<script>alert(1)</script>\nboard,\"A & \"\"B\"\"\"\narea,a\n" },
    { "areas.csv", "area,name,kind\na,<b>A</b>,council\ne,E&amp;,country\n" },
    { "indicators.csv", "indicator,name,unit\n\"I\"\"><img>\",<i>n</i>,percent\n" },
    { "observations.csv", "indicator,area,period,value\n\"I\"\"><img>\",a,2020,5%\n\"I\"\"><img>\",e,2020,6%\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      cr_assert (g_file_set_contents (path, files[i].content, -1, NULL));
    }
  {
    g_autoptr (MarmotBoardReport) report = report_on (folder);
    g_autofree char *page = marmot_board_report_to_html (report);

    cr_expect (strstr (page, "<script>alert") == NULL && strstr (page, "<img>") == NULL && strstr (page, "<b>A") == NULL);
    cr_expect (strstr (page, "&lt;script&gt;alert(1)&lt;/script&gt;") != NULL);
    cr_expect (strstr (page, "E&amp;amp;") != NULL);
    cr_expect (strstr (page, "No indicator of this pack has a target.") != NULL);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

Test (board_report, is_the_same_each_time)
{
  g_autoptr (MarmotBoardReport) a = report_on (COVENTRY);
  g_autoptr (MarmotBoardReport) b = report_on (COVENTRY);
  g_autofree char *a_json = marmot_board_report_to_json (a);
  g_autofree char *b_json = marmot_board_report_to_json (b);
  g_autofree char *a_html = marmot_board_report_to_html (a);
  g_autofree char *b_html = marmot_board_report_to_html (b);

  cr_assert (eq (str, a_json, b_json));
  cr_assert (eq (str, a_html, b_html));
}

Test (board_report, of_a_made_up_council)
{
  g_autoptr (MarmotBoardReport) report = report_on (PACKS "hartmouth");
  json_t *tree = tree_of (report);
  g_autofree char *text = marmot_board_report_to_text (report);

  cr_expect (json_array_size (json_object_get (tree, "observations")) > 10);
  cr_expect (json_array_size (json_object_get (json_object_get (tree, "first_screen"), "exceptions")) > 0);
  cr_expect (strstr (text, "Exceptions") != NULL);
  json_decref (tree);
}

Test (board_report, is_written_whole_or_an_error_told)
{
  g_autoptr (MarmotBoardReport) report = report_on (PACKS "smallest");
  g_autofree char *folder = g_dir_make_tmp ("marmot-XXXXXX", NULL);
  g_autofree char *deeper = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *json = g_build_filename (deeper, "report.json", NULL);
  g_autofree char *html = g_build_filename (deeper, "report.html", NULL);
  g_autofree char *above = g_build_filename (folder, "a", NULL);
  g_autofree char *beneath = g_build_filename (json, "under-a-file", NULL);
  g_autoptr (GFile) good = g_file_new_for_path (deeper);
  g_autoptr (GFile) bad = g_file_new_for_path (beneath);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_board_report_write (report, good, NULL, &error));
  cr_assert (marmot_board_report_write (report, good, NULL, &error));
  cr_assert (g_file_test (json, G_FILE_TEST_IS_REGULAR) && g_file_test (html, G_FILE_TEST_IS_REGULAR));
  cr_assert_not (marmot_board_report_write (report, bad, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));

  g_remove (json);
  g_remove (html);
  g_rmdir (deeper);
  g_rmdir (above);
  g_rmdir (folder);
}
