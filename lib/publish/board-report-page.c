/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The board report as one accessible HTML page, made from its JSON tree.
 *
 * It follows the Web Content Accessibility Guidelines 2.2 at level AA and the
 * shorthand of the Government Statistical Service for missing figures: real
 * headings in order, a caption and scoped headers on every table, no merged cells,
 * nothing told by colour alone, no script.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "board-report-private.h"

static const char style[]
  = ":root{color-scheme:light}"
    "body{font:1rem/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff;max-width:75rem;margin:0 auto;"
    "padding:1rem}"
    "h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;margin-top:2.5rem;border-top:3px solid #1d70b8;"
    "padding-top:.75rem}h3{font-size:1.2rem;margin-top:1.75rem}"
    "a{color:#1d70b8}a:focus,[tabindex]:focus{outline:3px solid #0b0c0c;outline-offset:2px;background:#fd0}"
    ".skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem}"
    ".notice{border-left:8px solid #1d70b8;padding:.5rem 1rem;background:#f3f2f1}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;margin:1rem 0;width:100%}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #595959}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".tag{font-weight:bold;white-space:nowrap}"
    ".counts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 2rem}.counts strong{font-size:1.5rem}"
    "footer{margin-top:3rem;border-top:1px solid #595959}"
    "@media print{.skip,nav{display:none}h2{break-after:avoid}tr{break-inside:avoid}}";

typedef struct
{
  GString *html;
  json_t *tree;
  GHashTable *indicators; /* id -> json_t */
  GHashTable *areas;      /* id -> json_t */
} Page;

static const char *
text_of (json_t *object,
         const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* Plain text, escaped; nothing for NULL. */
static void
add_text (Page *page,
          const char *text)
{
  g_autofree char *escaped = NULL;

  if (!text)
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append (page->html, escaped);
}

static void
add (Page *page,
     const char *html)
{
  g_string_append (page->html, html);
}

/* An element with text in it. */
static void
add_element (Page *page,
             const char *tag,
             const char *text)
{
  g_string_append_printf (page->html, "<%s>", tag);
  add_text (page, text);
  g_string_append_printf (page->html, "</%s>\n", tag);
}

static void
add_cell (Page *page,
          const char *text)
{
  add (page, "<td>");
  add_text (page, text);
  add (page, "</td>");
}

/* A figure with commas between its thousands; what is no figure as it is. */
static void
add_figure (Page *page,
            const char *text)
{
  g_autoptr (MarmotValue) value = text ? marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL) : NULL;
  g_autofree char *printed = NULL;

  if (value && marmot_value_is_present (value))
    printed = marmot_value_to_string_thousands (value);
  add_text (page, printed ? printed : text);
}

/* A figure: "[x]" where the source prints none, since an empty cell says nothing
 * to who cannot see it. */
static void
add_number (Page *page,
            const char *text)
{
  add (page, "<td class=\"n\">");
  add_figure (page, text ? text : "[x]");
  add (page, "</td>");
}

/* A table that can be scrolled by keyboard where it is wider than the screen. */
static void
open_table (Page *page,
            const char *id,
            const char *caption,
            const char * const *headers)
{
  g_string_append_printf (page->html,
                          "<div class=\"scroll\" role=\"region\" aria-labelledby=\"%s\" tabindex=\"0\">\n<table>\n"
                          "<caption id=\"%s\">",
                          id, id);
  add_text (page, caption);
  add (page, "</caption>\n<thead><tr>");
  for (gsize i = 0; headers[i]; i++)
    {
      add (page, "<th scope=\"col\">");
      add_text (page, headers[i]);
      add (page, "</th>");
    }
  add (page, "</tr></thead>\n<tbody>\n");
}

static void
close_table (Page *page)
{
  add (page, "</tbody>\n</table>\n</div>\n");
}

static void
open_row (Page *page,
          const char *header)
{
  add (page, "<tr><th scope=\"row\">");
  add_text (page, header);
  add (page, "</th>");
}

/* Turns "cannot-be-judged" into "Cannot be judged". */
static char *
say_word (const char *nick)
{
  char *words = g_strdup (nick ? nick : "");

  g_strdelimit (words, "-", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return words;
}

static void
add_word_cell (Page *page,
               const char *nick)
{
  g_autofree char *words = say_word (nick);

  add (page, "<td><span class=\"tag\">");
  add_text (page, words);
  add (page, "</span></td>");
}

static char *
say_source (json_t *object)
{
  const char *source = text_of (object, "source");
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
    g_hash_table_insert (index, (gpointer) text_of (item, key), item);
  return index;
}

static const char *
area_name (Page *page,
           json_t *observation)
{
  return text_of (g_hash_table_lookup (page->areas, text_of (observation, "area")), "name");
}

static json_t *
indicator_of (Page *page,
              json_t *item)
{
  return g_hash_table_lookup (page->indicators, text_of (item, "indicator"));
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
      const char *group = text_of (item, "group");

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
  const char *own = text_of (indicator_of (page, item), "group");

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

              open_table (page, id, *group ? group : "Indicators", headers);
              open = TRUE;
            }
          add_row (page, item);
        }
      if (open)
        close_table (page);
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

  add_element (page, "h1", text_of (report, "title"));
  add (page, "<p>For ");
  add_text (page, text_of (report, "board"));
  if (text_of (report, "date"))
    {
      add (page, ", ");
      add_text (page, text_of (report, "date"));
    }
  add (page, ".</p>\n<p class=\"notice\">");
  add_text (page, text_of (report, "disclosure"));
  add (page, "</p>\n");

  add (page, "<h2 id=\"first\">What matters most</h2>\n<p>Where the indicators with targets stand now:</p>\n"
             "<ul class=\"counts\">\n");
  json_object_foreach (json_object_get (screen, "current_status"), key, item)
    {
      g_autofree char *words = say_word (key);

      g_string_append_printf (page->html, "<li><strong>%" JSON_INTEGER_FORMAT "</strong> ", json_integer_value (item));
      add_text (page, words);
      add (page, "</li>\n");
    }
  add (page, "</ul>\n<h3>The exceptions that matter most</h3>\n");

  list = json_object_get (screen, "exceptions");
  if (json_array_size (list) == 0)
    add (page, "<p>There are none.</p>\n");
  else
    add (page, "<ol>\n");
  json_array_foreach (list, i, item)
    {
      add (page, "<li><strong>");
      add_text (page, text_of (item, "headline"));
      add (page, "</strong> ");
      add_text (page, text_of (item, "detail"));
      add (page, "</li>\n");
    }
  if (json_array_size (list) > 0)
    add (page, "</ol>\n");
  if (json_integer_value (json_object_get (screen, "exceptions_in_all")) > (json_int_t) json_array_size (list))
    g_string_append_printf (page->html,
                            "<p>These are %zu of %" JSON_INTEGER_FORMAT
                            "; the rest are in the tables below.</p>\n",
                            json_array_size (list),
                            json_integer_value (json_object_get (screen, "exceptions_in_all")));

  add (page, "<h3>What the Board is asked</h3>\n");
  list = json_object_get (screen, "asked");
  if (json_array_size (list) == 0)
    add (page, "<p>Nothing.</p>\n");
  else
    add (page, "<ul>\n");
  json_array_foreach (list, i, item)
    {
      add (page, "<li>");
      add_text (page, text_of (item, "text"));
      add (page, g_str_equal (text_of (item, "by"), "paper") ? " (asked by the paper)" : " (raised by the figures)");
      add (page, "</li>\n");
    }
  if (json_array_size (list) > 0)
    add (page, "</ul>\n");

  add (page, "<h3>What cannot be said from these figures</h3>\n");
  list = json_object_get (screen, "cannot_be_said");
  if (json_array_size (list) == 0)
    add (page, "<p>Nothing was found that could not.</p>\n");
  else
    add (page, "<ul>\n");
  json_array_foreach (list, i, item)
    add_element (page, "li", json_string_value (item));
  if (json_array_size (list) > 0)
    add (page, "</ul>\n");
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
  g_autofree char *name = g_strdup_printf ("%s: %s", text_of (indicator, "indicator"), text_of (indicator, "name"));
  g_autofree char *status = say_word (text_of (current, "status"));
  g_autofree char *later = say_word (text_of (forecast, "status"));
  g_autofree char *rule = say_word (text_of (forecast, "rule"));

  open_row (page, name);
  add_cell (page, text_of (indicator, "unit"));

  add (page, "<td>");
  add_figure (page, json_is_null (target) ? "No target" : text_of (target, "value"));
  if (!json_is_null (target))
    {
      add (page, " (");
      add_text (page, text_of (target, "period"));
      add (page, g_str_equal (text_of (target, "profile"), "programme") ? ", whole programme)" : ")");
    }
  add (page, "</td><td>");
  if (text_of (row, "to_date"))
    add_figure (page, text_of (row, "to_date"));
  else
    add_figure (page, json_is_null (latest) ? "[x]" : text_of (latest, "value"));
  if (!json_is_null (latest))
    {
      add (page, " (to the end of ");
      add_text (page, text_of (latest, "period") ? text_of (latest, "period") : "a period not stated");
      add (page, ")");
    }
  if (!json_is_null (rolling))
    {
      add (page, "; rolling average ");
      add_figure (page, text_of (rolling, "value"));
    }
  if (!json_is_null (derived))
    {
      add (page, "; ");
      add_text (page, text_of (derived, "period"));
      add (page, " was ");
      add_figure (page, text_of (derived, "value"));
    }
  add (page, "</td><td class=\"n\">");
  add_text (page, text_of (row, "progress_percent"));
  add (page, g_str_equal (text_of (row, "progress_percent"), "[z]") ? "</td>" : "%</td>");

  add (page, "<td><span class=\"tag\">");
  add_text (page, status);
  add (page, "</span>. ");
  add_text (page, text_of (current, "reason"));
  add (page, "</td><td><span class=\"tag\">");
  add_text (page, later);
  add (page, "</span>. ");
  if (!g_str_equal (text_of (forecast, "rule"), "none"))
    {
      add (page, "Rule: ");
      add_text (page, rule);
      add (page, ". ");
    }
  add_text (page, text_of (forecast, "reason"));
  if (json_is_true (json_object_get (row, "review_target")))
    {
      add (page, " <strong>Review the target:</strong> ");
      add_text (page, text_of (row, "review_reason"));
    }
  add (page, "</td></tr>\n");
}

static void
add_scorecard (Page *page,
               GPtrArray *groups)
{
  static const char * const headers[] = { "Indicator", "Unit", "Target", "Reached so far", "Of the target",
                                          "Now", "Forecast", NULL };
  json_t *rows = json_object_get (page->tree, "scorecard");

  add (page, "<h2 id=\"scorecard\">Against targets</h2>\n<p>\"Now\" says how an indicator stands today. "
             "\"Forecast\" says where it would end, and by which rule; the two are never mixed. [x] means that "
             "the source prints no figure, [z] that there can be none.</p>\n");
  if (json_array_size (rows) == 0)
    add (page, "<p>No indicator of this pack has a target.</p>\n");

  add_grouped (page, groups, rows, "scorecard", headers, add_scorecard_row);
}

static void
add_comparison_row (Page *page,
                    json_t *item)
{
  json_t *figure = json_object_get (item, "figure");
  json_t *benchmark = json_object_get (item, "benchmark");
  json_t *claim = json_object_get (item, "claim");
  json_t *area = g_hash_table_lookup (page->areas, text_of (figure, "area"));
  json_t *rank = json_object_get (area, "neighbour_rank");
  g_autofree char *judged = say_word (text_of (item, "judgement"));
  g_autofree char *agreement = NULL;

  open_row (page, text_of (indicator_of (page, item), "name"));
  add (page, "<td>");
  add_text (page, area_name (page, figure));
  if (json_is_integer (rank))
    g_string_append_printf (page->html, " (neighbour %" JSON_INTEGER_FORMAT " by likeness)", json_integer_value (rank));
  add (page, "</td><td class=\"n\">");
  add_figure (page, text_of (figure, "value"));
  if (text_of (figure, "lower"))
    {
      add (page, " (");
      add_figure (page, text_of (figure, "lower"));
      add (page, " to ");
      add_figure (page, text_of (figure, "upper"));
      add (page, ")");
    }
  add (page, "</td>");
  add_cell (page, text_of (figure, "period") ? text_of (figure, "period") : "Not stated");
  add_cell (page, area_name (page, benchmark));
  add_number (page, text_of (benchmark, "value"));
  add_cell (page, text_of (benchmark, "period") ? text_of (benchmark, "period") : "Not stated");
  add_word_cell (page, text_of (item, "relation"));
  add_cell (page, judged);
  add (page, "<td>");
  add_text (page, text_of (item, "reason"));
  if (!json_is_null (claim))
    {
      agreement = say_word (text_of (claim, "agreement"));
      add (page, " The source says: \"");
      add_text (page, text_of (claim, "text"));
      add (page, "\". <span class=\"tag\">");
      add_text (page, agreement);
      add (page, "</span>.");
    }
  add (page, "</td></tr>\n");
}

static void
add_comparisons (Page *page,
                 GPtrArray *groups)
{
  static const char * const headers[]
    = { "Indicator", "Area",     "Figure and interval", "Period", "Held against",
        "Its figure", "Its period", "Relation",          "Judged", "Why", NULL };
  json_t *items = json_object_get (page->tree, "comparisons");

  add (page, "<h2 id=\"comparisons\">Against others</h2>\n<p>\"Similar\" means that the interval of the figure holds "
             "the other figure. \"Undetermined\" means that the figures were printed too coarsely to tell. Without an "
             "interval, higher and lower say nothing of chance.</p>\n");
  if (json_array_size (items) == 0)
    add (page, "<p>This pack has nothing to compare with.</p>\n");

  add_grouped (page, groups, items, "comparisons", headers, add_comparison_row);
}

static void
add_changes (Page *page)
{
  static const char * const headers[] = { "Indicator", "From", "To", "Change", "In per cent", "Judged", "What can be said", NULL };
  json_t *items = json_object_get (page->tree, "changes");
  json_t *item;
  size_t i;

  add (page, "<h2 id=\"changes\">What has changed</h2>\n");
  if (json_array_size (items) == 0)
    {
      add (page, "<p>No indicator has two figures of periods that can be compared.</p>\n");
      return;
    }

  open_table (page, "changes-1", "From the first to the last period of the same length", headers);
  json_array_foreach (items, i, item)
    {
      json_t *before = json_object_get (item, "before");
      json_t *after = json_object_get (item, "after");
      json_t *indicator = indicator_of (page, item);
      const char *percent = text_of (item, "percent");
      gboolean points = g_str_equal (text_of (indicator, "unit"), "percent");
      g_autofree char *from = g_strdup_printf ("%s (%s)", text_of (before, "value"), text_of (before, "period"));
      g_autofree char *to = g_strdup_printf ("%s (%s)", text_of (after, "value"), text_of (after, "period"));
      g_autofree char *judged = say_word (text_of (item, "judgement"));

      open_row (page, text_of (indicator, "name"));
      add_number (page, from);
      add_number (page, to);
      add (page, "<td class=\"n\">");
      add_figure (page, text_of (item, "difference"));
      add_text (page, points ? " points" : " ");
      add_text (page, points ? "" : text_of (indicator, "unit"));
      add (page, "</td><td class=\"n\">");
      add_text (page, percent);
      add (page, g_str_equal (percent, "[z]") ? "</td>" : "%</td>");
      add_cell (page, judged);
      add_cell (page, text_of (item, "reason"));
      add (page, "</tr>\n");
    }
  close_table (page);
}

static void
add_findings (Page *page)
{
  static const char * const headers[] = { "What was found", "Weight", "What to do", "Where", NULL };
  json_t *items = json_object_get (page->tree, "findings");
  json_t *item;
  size_t i;

  add (page, "<h2 id=\"findings\">Where figures and words do not fit</h2>\n");
  if (json_array_size (items) == 0)
    {
      add (page, "<p>Nothing was found.</p>\n");
      return;
    }

  open_table (page, "findings-1", "Findings", headers);
  json_array_foreach (items, i, item)
    {
      g_autofree char *source = say_source (item);

      open_row (page, text_of (item, "message"));
      add_word_cell (page, text_of (item, "severity"));
      add_cell (page, text_of (item, "fix"));
      add_cell (page, source);
      add (page, "</tr>\n");
    }
  close_table (page);
}

static void
add_indicators (Page *page)
{
  static const char * const headers[] = { "Indicator", "What it counts", "Owner", "Which direction is good, and who says so", "Caveat", "Source", NULL };
  json_t *item;
  size_t i;

  add (page, "<h2 id=\"indicators\">The indicators</h2>\n");
  open_table (page, "indicators-1", "Definitions, owners and polarity", headers);
  json_array_foreach (json_object_get (page->tree, "indicators"), i, item)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", text_of (item, "indicator"), text_of (item, "name"));
      g_autofree char *polarity = say_word (text_of (item, "polarity"));
      g_autofree char *source = say_source (item);
      const char *by = text_of (item, "polarity_source");

      open_row (page, name);
      add_cell (page, text_of (item, "definition"));
      add (page, "<td>");
      add_text (page, text_of (item, "organisation") ? text_of (item, "organisation") : "Not stated");
      if (text_of (item, "directorate"))
        {
          add (page, ", ");
          add_text (page, text_of (item, "directorate"));
        }
      add (page, "</td><td>");
      add_text (page, polarity);
      if (by && !g_str_equal (by, "none"))
        {
          add (page, " (");
          add_text (page, by);
          if (text_of (item, "polarity_reason"))
            {
              add (page, ": ");
              add_text (page, text_of (item, "polarity_reason"));
            }
          add (page, ")");
        }
      add (page, "</td>");
      add_cell (page, text_of (item, "caveat"));
      add_cell (page, source);
      add (page, "</tr>\n");
    }
  close_table (page);
}

static void
add_observations (Page *page)
{
  static const char * const headers[]
    = { "Indicator", "Area", "Period", "What it is", "Figure", "Interval", "Note", "Source", NULL };
  json_t *item;
  size_t i;

  add (page, "<h2 id=\"figures\">All figures and their sources</h2>\n");
  open_table (page, "figures-1", "Every figure of the pack, as printed", headers);
  json_array_foreach (json_object_get (page->tree, "observations"), i, item)
    {
      g_autofree char *role = say_word (text_of (item, "role"));
      g_autofree char *source = say_source (item);
      g_autofree char *interval = NULL;

      if (text_of (item, "lower"))
        interval = g_strdup_printf ("%s to %s", text_of (item, "lower"), text_of (item, "upper"));
      open_row (page, text_of (item, "indicator"));
      add_cell (page, area_name (page, item));
      add_cell (page, text_of (item, "period") ? text_of (item, "period") : "Not stated");
      add_cell (page, role);
      add_number (page, text_of (item, "value"));
      add_number (page, interval ? interval : "[x]");
      add_cell (page, text_of (item, "note"));
      add_cell (page, source);
      add (page, "</tr>\n");
    }
  close_table (page);
}

static void
add_methods (Page *page)
{
  json_t *report = json_object_get (page->tree, "report");
  json_t *item;
  size_t i;

  add (page, "<h2 id=\"methods\">How each figure was made</h2>\n<dl>\n");
  json_array_foreach (json_object_get (page->tree, "methods"), i, item)
    {
      add (page, "<dt><strong>");
      add_text (page, text_of (item, "label"));
      add (page, "</strong> (");
      add_text (page, text_of (item, "method"));
      add (page, ")</dt>\n<dd>");
      add_text (page, text_of (item, "citation"));
      add (page, "</dd>\n");
    }
  add (page, "</dl>\n");

  if (json_array_size (json_object_get (report, "notes")) > 0)
    {
      add (page, "<h2 id=\"notes\">Notes</h2>\n<ul>\n");
      json_array_foreach (json_object_get (report, "notes"), i, item)
        add_element (page, "li", json_string_value (item));
      add (page, "</ul>\n");
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

  add (&page, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  add_element (&page, "title", text_of (report, "title"));
  g_string_append_printf (page.html, "<style>%s</style>\n</head>\n<body>\n", style);
  add (&page, "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<main id=\"main\">\n");

  add_first_screen (&page);
  add (&page, contents);
  add_scorecard (&page, groups);
  add_comparisons (&page, groups);
  add_changes (&page);
  add_findings (&page);
  add_indicators (&page);
  add_observations (&page);
  add_methods (&page);

  add (&page, "</main>\n<footer><p>Made by ");
  add_text (&page, text_of (report, "made_by"));
  add (&page, ". ");
  add_text (&page, text_of (report, "disclosure"));
  add (&page, "</p></footer>\n</body>\n</html>\n");

  g_hash_table_unref (page.indicators);
  g_hash_table_unref (page.areas);
  return g_string_free (page.html, FALSE);
}
