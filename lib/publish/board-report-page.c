/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The board report as one accessible HTML page, made from its JSON tree.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "board-report-private.h"
#include "page-private.h"

typedef struct
{
  GString *html;
  json_t *tree;
  GHashTable *indicators; /* id -> json_t */
  GHashTable *areas;      /* id -> json_t */
} Page;

static char *
say_source (json_t *object)
{
  const char *source = page_text_of (object, "source");
  json_t *line = json_object_get (object, "line");

  if (!source)
    return NULL;
  if (json_is_integer (line))
    return g_strdup_printf ("%s, line %" JSON_INTEGER_FORMAT, source, json_integer_value (line));
  return g_strdup (source);
}

static GHashTable *
index_by (json_t *list,
          const char *key)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  json_t *item;
  size_t i;

  json_array_foreach (list, i, item)
    g_hash_table_insert (index, (gpointer) page_text_of (item, key), item);
  return index;
}

static const char *
area_name (Page *page,
           json_t *observation)
{
  return page_text_of (g_hash_table_lookup (page->areas, page_text_of (observation, "area")), "name");
}

static json_t *
indicator_of (Page *page,
              json_t *item)
{
  return g_hash_table_lookup (page->indicators, page_text_of (item, "indicator"));
}

/* The groups of indicators, in the order in which they first stand in the pack. */
static GPtrArray *
list_groups (Page *page)
{
  GPtrArray *groups = g_ptr_array_new ();
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (page->tree, "indicators"), i, item)
    {
      const char *group = page_text_of (item, "group");

      if (!g_ptr_array_find_with_equal_func (groups, group ? group : "", g_str_equal, NULL))
        g_ptr_array_add (groups, (gpointer) (group ? group : ""));
    }

  return groups;
}

static gboolean
is_in_group (Page *page,
             json_t *item,
             const char *group)
{
  const char *own = page_text_of (indicator_of (page, item), "group");

  return g_str_equal (own ? own : "", group);
}

/* Writes the row of one item. */
typedef void (*AddRow) (Page   *page,
                        json_t *item);

/* A table for each group of indicators that has items, in the order of groups. */
static void
add_grouped (Page *page,
             GPtrArray *groups,
             json_t *items,
             const char *id_prefix,
             const char * const *headers,
             AddRow add_row)
{
  json_t *item;
  size_t i;

  for (guint g = 0; g < groups->len; g++)
    {
      const char *group = groups->pdata[g];
      gboolean open = FALSE;

      json_array_foreach (items, i, item)
        {
          if (!is_in_group (page, item, group))
            continue;
          if (!open)
            {
              g_autofree char *id = g_strdup_printf ("%s-%u", id_prefix, g + 1);

              page_open_table (page->html, id, *group ? group : "Indicators", headers);
              open = TRUE;
            }
          add_row (page, item);
        }
      if (open)
        page_close_table (page->html);
    }
}

static void
add_first_screen (Page *page)
{
  json_t *report = json_object_get (page->tree, "report");
  json_t *screen = json_object_get (page->tree, "first_screen");
  json_t *list, *item;
  const char *key;
  size_t i;

  page_add_element (page->html, "h1", page_text_of (report, "title"));
  page_add (page->html, "<p>For ");
  page_add_text (page->html, page_text_of (report, "board"));
  if (page_text_of (report, "date"))
    {
      page_add (page->html, ", ");
      page_add_text (page->html, page_text_of (report, "date"));
    }
  page_add (page->html, ".</p>\n<p class=\"notice\">");
  page_add_text (page->html, page_text_of (report, "disclosure"));
  page_add (page->html, "</p>\n");

  page_add (page->html, "<h2 id=\"first\">What matters most</h2>\n<p>Where the indicators with targets stand now:</p>\n"
                        "<ul class=\"counts\">\n");
  json_object_foreach (json_object_get (screen, "current_status"), key, item)
    {
      g_autofree char *words = page_say_word (key);

      g_string_append_printf (page->html, "<li><strong>%" JSON_INTEGER_FORMAT "</strong> ", json_integer_value (item));
      page_add_text (page->html, words);
      page_add (page->html, "</li>\n");
    }
  page_add (page->html, "</ul>\n<h3>The exceptions that matter most</h3>\n");

  list = json_object_get (screen, "exceptions");
  if (json_array_size (list) == 0)
    page_add (page->html, "<p>There are none.</p>\n");
  else
    page_add (page->html, "<ol>\n");
  json_array_foreach (list, i, item)
    {
      page_add (page->html, "<li><strong>");
      page_add_text (page->html, page_text_of (item, "headline"));
      page_add (page->html, "</strong> ");
      page_add_text (page->html, page_text_of (item, "detail"));
      page_add (page->html, "</li>\n");
    }
  if (json_array_size (list) > 0)
    page_add (page->html, "</ol>\n");
  if (json_integer_value (json_object_get (screen, "exceptions_in_all")) > (json_int_t) json_array_size (list))
    g_string_append_printf (page->html,
                            "<p>These are %zu of %" JSON_INTEGER_FORMAT
                            "; the rest are in the tables below.</p>\n",
                            json_array_size (list),
                            json_integer_value (json_object_get (screen, "exceptions_in_all")));

  page_add (page->html, "<h3>What the Board is asked</h3>\n");
  list = json_object_get (screen, "asked");
  if (json_array_size (list) == 0)
    page_add (page->html, "<p>Nothing.</p>\n");
  else
    page_add (page->html, "<ul>\n");
  json_array_foreach (list, i, item)
    {
      page_add (page->html, "<li>");
      page_add_text (page->html, page_text_of (item, "text"));
      page_add (page->html, g_str_equal (page_text_of (item, "by"), "paper") ? " (asked by the paper)" : " (raised by the figures)");
      page_add (page->html, "</li>\n");
    }
  if (json_array_size (list) > 0)
    page_add (page->html, "</ul>\n");

  page_add (page->html, "<h3>What cannot be said from these figures</h3>\n");
  list = json_object_get (screen, "cannot_be_said");
  if (json_array_size (list) == 0)
    page_add (page->html, "<p>Nothing was found that could not.</p>\n");
  else
    page_add (page->html, "<ul>\n");
  json_array_foreach (list, i, item)
    page_add_element (page->html, "li", json_string_value (item));
  if (json_array_size (list) > 0)
    page_add (page->html, "</ul>\n");
}

static void
add_scorecard_row (Page *page,
                   json_t *row)
{
  json_t *indicator = indicator_of (page, row);
  json_t *target = json_object_get (row, "target");
  json_t *latest = json_object_get (row, "latest");
  json_t *derived = json_object_get (row, "derived");
  json_t *rolling = json_object_get (row, "rolling_average");
  json_t *current = json_object_get (row, "current");
  json_t *forecast = json_object_get (row, "forecast");
  g_autofree char *name = g_strdup_printf ("%s: %s", page_text_of (indicator, "indicator"), page_text_of (indicator, "name"));
  g_autofree char *status = page_say_word (page_text_of (current, "status"));
  g_autofree char *later = page_say_word (page_text_of (forecast, "status"));
  g_autofree char *rule = page_say_word (page_text_of (forecast, "rule"));

  page_open_row (page->html, name);
  page_add_cell (page->html, page_text_of (indicator, "unit"));

  page_add (page->html, "<td>");
  page_add_figure (page->html, json_is_null (target) ? "No target" : page_text_of (target, "value"));
  if (!json_is_null (target))
    {
      page_add (page->html, " (");
      page_add_text (page->html, page_text_of (target, "period"));
      page_add (page->html, g_str_equal (page_text_of (target, "profile"), "programme") ? ", whole programme)" : ")");
    }
  page_add (page->html, "</td><td>");
  if (page_text_of (row, "to_date"))
    page_add_figure (page->html, page_text_of (row, "to_date"));
  else
    page_add_figure (page->html, json_is_null (latest) ? "[x]" : page_text_of (latest, "value"));
  if (!json_is_null (latest))
    {
      page_add (page->html, " (to the end of ");
      page_add_text (page->html, page_text_of (latest, "period") ? page_text_of (latest, "period") : "a period not stated");
      page_add (page->html, ")");
    }
  if (!json_is_null (rolling))
    {
      page_add (page->html, "; rolling average ");
      page_add_figure (page->html, page_text_of (rolling, "value"));
    }
  if (!json_is_null (derived))
    {
      page_add (page->html, "; ");
      page_add_text (page->html, page_text_of (derived, "period"));
      page_add (page->html, " was ");
      page_add_figure (page->html, page_text_of (derived, "value"));
    }
  page_add (page->html, "</td><td class=\"n\">");
  page_add_text (page->html, page_text_of (row, "progress_percent"));
  page_add (page->html, g_str_equal (page_text_of (row, "progress_percent"), "[z]") ? "</td>" : "%</td>");

  page_add (page->html, "<td><span class=\"tag\">");
  page_add_text (page->html, status);
  page_add (page->html, "</span>. ");
  page_add_text (page->html, page_text_of (current, "reason"));
  page_add (page->html, "</td><td><span class=\"tag\">");
  page_add_text (page->html, later);
  page_add (page->html, "</span>. ");
  if (!g_str_equal (page_text_of (forecast, "rule"), "none"))
    {
      page_add (page->html, "Rule: ");
      page_add_text (page->html, rule);
      page_add (page->html, ". ");
    }
  page_add_text (page->html, page_text_of (forecast, "reason"));
  if (json_is_true (json_object_get (row, "review_target")))
    {
      page_add (page->html, " <strong>Review the target:</strong> ");
      page_add_text (page->html, page_text_of (row, "review_reason"));
    }
  page_add (page->html, "</td></tr>\n");
}

static void
add_scorecard (Page *page,
               GPtrArray *groups)
{
  static const char * const headers[] = { "Indicator", "Unit", "Target", "Reached so far", "Of the target",
                                          "Now", "Forecast", NULL };
  json_t *rows = json_object_get (page->tree, "scorecard");

  page_add (page->html, "<h2 id=\"scorecard\">Against targets</h2>\n<p>\"Now\" says how an indicator stands today. "
                        "\"Forecast\" says where it would end, and by which rule; the two are never mixed. [x] means that "
                        "the source prints no figure, [z] that there can be none.</p>\n");
  if (json_array_size (rows) == 0)
    page_add (page->html, "<p>No indicator of this pack has a target.</p>\n");

  add_grouped (page, groups, rows, "scorecard", headers, add_scorecard_row);
}

static void
add_comparison_row (Page *page,
                    json_t *item)
{
  json_t *figure = json_object_get (item, "figure");
  json_t *benchmark = json_object_get (item, "benchmark");
  json_t *claim = json_object_get (item, "claim");
  json_t *area = g_hash_table_lookup (page->areas, page_text_of (figure, "area"));
  json_t *rank = json_object_get (area, "neighbour_rank");
  g_autofree char *judged = page_say_word (page_text_of (item, "judgement"));
  g_autofree char *agreement = NULL;

  page_open_row (page->html, page_text_of (indicator_of (page, item), "name"));
  page_add (page->html, "<td>");
  page_add_text (page->html, area_name (page, figure));
  if (json_is_integer (rank))
    g_string_append_printf (page->html, " (neighbour %" JSON_INTEGER_FORMAT " by likeness)", json_integer_value (rank));
  page_add (page->html, "</td><td class=\"n\">");
  page_add_figure (page->html, page_text_of (figure, "value"));
  if (page_text_of (figure, "lower"))
    {
      page_add (page->html, " (");
      page_add_figure (page->html, page_text_of (figure, "lower"));
      page_add (page->html, " to ");
      page_add_figure (page->html, page_text_of (figure, "upper"));
      page_add (page->html, ")");
    }
  page_add (page->html, "</td>");
  page_add_cell (page->html, page_text_of (figure, "period") ? page_text_of (figure, "period") : "Not stated");
  page_add_cell (page->html, area_name (page, benchmark));
  page_add_number (page->html, page_text_of (benchmark, "value"));
  page_add_cell (page->html, page_text_of (benchmark, "period") ? page_text_of (benchmark, "period") : "Not stated");
  page_add_word_cell (page->html, page_text_of (item, "relation"));
  page_add_cell (page->html, judged);
  page_add (page->html, "<td>");
  page_add_text (page->html, page_text_of (item, "reason"));
  if (!json_is_null (claim))
    {
      agreement = page_say_word (page_text_of (claim, "agreement"));
      page_add (page->html, " The source says: \"");
      page_add_text (page->html, page_text_of (claim, "text"));
      page_add (page->html, "\". <span class=\"tag\">");
      page_add_text (page->html, agreement);
      page_add (page->html, "</span>.");
    }
  page_add (page->html, "</td></tr>\n");
}

static void
add_comparisons (Page *page,
                 GPtrArray *groups)
{
  static const char * const headers[]
    = { "Indicator", "Area",     "Figure and interval", "Period", "Held against",
        "Its figure", "Its period", "Relation",          "Judged", "Why", NULL };
  json_t *items = json_object_get (page->tree, "comparisons");

  page_add (page->html, "<h2 id=\"comparisons\">Against others</h2>\n<p>\"Similar\" means that the interval of the figure holds "
                        "the other figure. \"Undetermined\" means that the figures were printed too coarsely to tell. Without an "
                        "interval, higher and lower say nothing of chance.</p>\n");
  if (json_array_size (items) == 0)
    page_add (page->html, "<p>This pack has nothing to compare with.</p>\n");

  add_grouped (page, groups, items, "comparisons", headers, add_comparison_row);
}

static void
add_changes (Page *page)
{
  static const char * const headers[] = { "Indicator", "From", "To", "Change", "In per cent", "Judged", "What can be said", NULL };
  json_t *items = json_object_get (page->tree, "changes");
  json_t *item;
  size_t i;

  page_add (page->html, "<h2 id=\"changes\">What has changed</h2>\n");
  if (json_array_size (items) == 0)
    {
      page_add (page->html, "<p>No indicator has two figures of periods that can be compared.</p>\n");
      return;
    }

  page_open_table (page->html, "changes-1", "From the first to the last period of the same length", headers);
  json_array_foreach (items, i, item)
    {
      json_t *before = json_object_get (item, "before");
      json_t *after = json_object_get (item, "after");
      json_t *indicator = indicator_of (page, item);
      const char *percent = page_text_of (item, "percent");
      gboolean points = g_str_equal (page_text_of (indicator, "unit"), "percent");
      g_autofree char *from = g_strdup_printf ("%s (%s)", page_text_of (before, "value"), page_text_of (before, "period"));
      g_autofree char *to = g_strdup_printf ("%s (%s)", page_text_of (after, "value"), page_text_of (after, "period"));
      g_autofree char *judged = page_say_word (page_text_of (item, "judgement"));

      page_open_row (page->html, page_text_of (indicator, "name"));
      page_add_number (page->html, from);
      page_add_number (page->html, to);
      page_add (page->html, "<td class=\"n\">");
      page_add_figure (page->html, page_text_of (item, "difference"));
      page_add_text (page->html, points ? " points" : " ");
      page_add_text (page->html, points ? "" : page_text_of (indicator, "unit"));
      page_add (page->html, "</td><td class=\"n\">");
      page_add_text (page->html, percent);
      page_add (page->html, g_str_equal (percent, "[z]") ? "</td>" : "%</td>");
      page_add_cell (page->html, judged);
      page_add_cell (page->html, page_text_of (item, "reason"));
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_findings (Page *page)
{
  static const char * const headers[] = { "What was found", "Weight", "What to do", "Where", NULL };
  json_t *items = json_object_get (page->tree, "findings");
  json_t *item;
  size_t i;

  page_add (page->html, "<h2 id=\"findings\">Where figures and words do not fit</h2>\n");
  if (json_array_size (items) == 0)
    {
      page_add (page->html, "<p>Nothing was found.</p>\n");
      return;
    }

  page_open_table (page->html, "findings-1", "Findings", headers);
  json_array_foreach (items, i, item)
    {
      g_autofree char *source = say_source (item);

      page_open_row (page->html, page_text_of (item, "message"));
      page_add_word_cell (page->html, page_text_of (item, "severity"));
      page_add_cell (page->html, page_text_of (item, "fix"));
      page_add_cell (page->html, source);
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_indicators (Page *page)
{
  static const char * const headers[] = { "Indicator", "What it counts", "Owner", "Which direction is good, and who says so", "Caveat", "Source", NULL };
  json_t *item;
  size_t i;

  page_add (page->html, "<h2 id=\"indicators\">The indicators</h2>\n");
  page_open_table (page->html, "indicators-1", "Definitions, owners and polarity", headers);
  json_array_foreach (json_object_get (page->tree, "indicators"), i, item)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", page_text_of (item, "indicator"), page_text_of (item, "name"));
      g_autofree char *polarity = page_say_word (page_text_of (item, "polarity"));
      g_autofree char *source = say_source (item);
      const char *by = page_text_of (item, "polarity_source");

      page_open_row (page->html, name);
      page_add_cell (page->html, page_text_of (item, "definition"));
      page_add (page->html, "<td>");
      page_add_text (page->html, page_text_of (item, "organisation") ? page_text_of (item, "organisation") : "Not stated");
      if (page_text_of (item, "directorate"))
        {
          page_add (page->html, ", ");
          page_add_text (page->html, page_text_of (item, "directorate"));
        }
      page_add (page->html, "</td><td>");
      page_add_text (page->html, polarity);
      if (by && !g_str_equal (by, "none"))
        {
          page_add (page->html, " (");
          page_add_text (page->html, by);
          if (page_text_of (item, "polarity_reason"))
            {
              page_add (page->html, ": ");
              page_add_text (page->html, page_text_of (item, "polarity_reason"));
            }
          page_add (page->html, ")");
        }
      page_add (page->html, "</td>");
      page_add_cell (page->html, page_text_of (item, "caveat"));
      page_add_cell (page->html, source);
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_observations (Page *page)
{
  static const char * const headers[]
    = { "Indicator", "Area", "Period", "What it is", "Figure", "Interval", "Note", "Source", NULL };
  json_t *item;
  size_t i;

  page_add (page->html, "<h2 id=\"figures\">All figures and their sources</h2>\n");
  page_open_table (page->html, "figures-1", "Every figure of the pack, as printed", headers);
  json_array_foreach (json_object_get (page->tree, "observations"), i, item)
    {
      g_autofree char *role = page_say_word (page_text_of (item, "role"));
      g_autofree char *source = say_source (item);
      g_autofree char *interval = NULL;

      if (page_text_of (item, "lower"))
        interval = g_strdup_printf ("%s to %s", page_text_of (item, "lower"), page_text_of (item, "upper"));
      page_open_row (page->html, page_text_of (item, "indicator"));
      page_add_cell (page->html, area_name (page, item));
      page_add_cell (page->html, page_text_of (item, "period") ? page_text_of (item, "period") : "Not stated");
      page_add_cell (page->html, role);
      page_add_number (page->html, page_text_of (item, "value"));
      page_add_number (page->html, interval ? interval : "[x]");
      page_add_cell (page->html, page_text_of (item, "note"));
      page_add_cell (page->html, source);
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_methods (Page *page)
{
  json_t *report = json_object_get (page->tree, "report");
  json_t *item;
  size_t i;

  page_add_methods (page->html, json_object_get (page->tree, "methods"));

  if (json_array_size (json_object_get (report, "notes")) > 0)
    {
      page_add (page->html, "<h2 id=\"notes\">Notes</h2>\n<ul>\n");
      json_array_foreach (json_object_get (report, "notes"), i, item)
        page_add_element (page->html, "li", json_string_value (item));
      page_add (page->html, "</ul>\n");
    }
}

char *
marmot_board_report_make_page (json_t *tree)
{
  static const char contents[]
    = "<nav aria-label=\"Contents\"><ul>"
      "<li><a href=\"#first\">What matters most</a></li>"
      "<li><a href=\"#scorecard\">Against targets</a></li>"
      "<li><a href=\"#comparisons\">Against others</a></li>"
      "<li><a href=\"#changes\">What has changed</a></li>"
      "<li><a href=\"#findings\">Where figures and words do not fit</a></li>"
      "<li><a href=\"#indicators\">The indicators</a></li>"
      "<li><a href=\"#figures\">All figures and their sources</a></li>"
      "<li><a href=\"#methods\">How each figure was made</a></li>"
      "</ul></nav>\n";
  Page page = { .html = g_string_new (NULL), .tree = tree };
  json_t *report = json_object_get (tree, "report");
  g_autoptr (GPtrArray) groups = NULL;

  page.indicators = index_by (json_object_get (tree, "indicators"), "indicator");
  page.areas = index_by (json_object_get (tree, "areas"), "area");
  groups = list_groups (&page);

  page_open (page.html, page_text_of (report, "title"));

  add_first_screen (&page);
  page_add (page.html, contents);
  add_scorecard (&page, groups);
  add_comparisons (&page, groups);
  add_changes (&page);
  add_findings (&page);
  add_indicators (&page);
  add_observations (&page);
  add_methods (&page);

  page_close (page.html, page_text_of (report, "made_by"), page_text_of (report, "disclosure"));

  g_hash_table_unref (page.indicators);
  g_hash_table_unref (page.areas);
  return g_string_free (page.html, FALSE);
}
