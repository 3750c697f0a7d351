/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The early help report as one accessible HTML page, made from its JSON tree.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "early-help-private.h"
#include "page-private.h"

typedef struct
{
  GString *html;
  json_t *tree;
} Page;

static gboolean
is_in_section (json_t *figure,
               const char *section)
{
  return g_str_equal (page_text_of (figure, "section"), section);
}

/* What the rows are stands in every section: a table is cut out of a page soon. */
static void
open_section (Page *page,
              const char *id,
              const char *title)
{
  const char *note = page_text_of (json_object_get (page->tree, "report"), "note");

  g_string_append_printf (page->html, "<h2 id=\"%s\">%s</h2>\n", id, title);
  if (note)
    {
      page_add (page->html, "<p class=\"notice\">");
      page_add_text (page->html, note);
      page_add (page->html, ".</p>\n");
    }
}

/* A figure with its unit, if it is one. */
static void
add_value (Page *page,
           json_t *figure,
           const char *key)
{
  const char *text = page_text_of (figure, key);
  const char *unit = page_text_of (figure, "unit");

  page_add_figure (page->html, text);
  if (text[0] == '[')
    return;
  if (g_str_equal (unit, "%"))
    page_add (page->html, "%");
  else if (g_str_equal (unit, "days"))
    page_add (page->html, " days");
}

static void
add_interval (Page *page,
              json_t *figure)
{
  page_add (page->html, "<td class=\"n\">");
  if (page_text_of (figure, "lower")[0] == '[' && strcmp (page_text_of (figure, "lower"), page_text_of (figure, "upper")) == 0)
    {
      page_add_text (page->html, page_text_of (figure, "lower"));
    }
  else
    {
      add_value (page, figure, "lower");
      page_add (page->html, " to ");
      add_value (page, figure, "upper");
    }
  page_add (page->html, "</td>");
}

static void
add_left_out (Page *page,
              json_t *figure)
{
  json_t *list = json_object_get (figure, "left_out");
  json_t *item;
  size_t i;

  page_add (page->html, "<td>");
  if (json_array_size (list) == 0)
    page_add (page->html, "None");
  json_array_foreach (list, i, item)
    {
      page_add (page->html, i > 0 ? "; " : "");
      page_add_text (page->html, page_text_of (item, "reason"));
      page_add (page->html, ": ");
      page_add_figure (page->html, page_text_of (item, "count"));
    }
  page_add (page->html, "</td>");
}

/* What must be read with the figures of a section. */
static void
add_remarks (Page *page,
             const char *section)
{
  json_t *figure, *item;
  gboolean is_open = FALSE;
  size_t i, j;

  json_array_foreach (json_object_get (page->tree, "figures"), i, figure)
    {
      const char *withheld = page_text_of (figure, "withheld");
      const char *assumption = page_text_of (figure, "assumption");

      if (!is_in_section (figure, section)
          || (!withheld && !assumption && json_array_size (json_object_get (figure, "remarks")) == 0))
        continue;
      page_add (page->html, is_open ? "<li><strong>" : "<ul>\n<li><strong>");
      is_open = TRUE;
      page_add_text (page->html, page_text_of (figure, "label"));
      page_add (page->html, ", ");
      page_add_text (page->html, page_text_of (figure, "of"));
      page_add (page->html, ".</strong>");
      if (assumption)
        {
          page_add (page->html, " <strong>Assumption:</strong> ");
          page_add_text (page->html, assumption);
        }
      if (withheld)
        {
          page_add (page->html, " ");
          page_add_text (page->html, withheld);
        }
      json_array_foreach (json_object_get (figure, "remarks"), j, item)
        {
          page_add (page->html, " ");
          page_add_text (page->html, json_string_value (item));
        }
      page_add (page->html, "</li>\n");
    }
  if (is_open)
    page_add (page->html, "</ul>\n");
}

static void
add_shares (Page *page,
            const char *section,
            const char *caption)
{
  static const char * const headers[]
      = { "Figure", "Of", "Value", "Interval (95%)", "Numerator", "Denominator", "Unknown", "Left out", NULL };
  g_autofree char *id = g_strdup_printf ("%s-1", section);
  json_t *figure;
  size_t i;

  page_open_table (page->html, id, caption, headers);
  json_array_foreach (json_object_get (page->tree, "figures"), i, figure)
    {
      if (!is_in_section (figure, section))
        continue;
      page_open_row (page->html, page_text_of (figure, "label"));
      page_add_cell (page->html, page_text_of (figure, "of"));
      page_add (page->html, "<td class=\"n\">");
      add_value (page, figure, "value");
      page_add (page->html, "</td>");
      add_interval (page, figure);
      page_add_number (page->html, page_text_of (figure, "numerator"));
      page_add_number (page->html, page_text_of (figure, "denominator"));
      page_add_number (page->html, page_text_of (figure, "unknown"));
      add_left_out (page, figure);
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
  add_remarks (page, section);
}

static void
add_top (Page *page)
{
  json_t *report = json_object_get (page->tree, "report");
  json_t *list = json_object_get (report, "assumptions");
  json_t *item;
  size_t i;

  page_add_element (page->html, "h1", page_text_of (report, "title"));
  page_add (page->html, "<p>");
  if (page_text_of (report, "council"))
    {
      page_add_text (page->html, page_text_of (report, "council"));
      page_add (page->html, ", ");
    }
  page_add_text (page->html, page_text_of (report, "period"));
  page_add (page->html, ": ");
  page_add_text (page->html, page_text_of (report, "first_day"));
  page_add (page->html, " to ");
  page_add_text (page->html, page_text_of (report, "last_day"));
  page_add (page->html, ". The data know of the days from ");
  page_add_text (page->html, page_text_of (report, "known_from"));
  page_add (page->html, " to ");
  page_add_text (page->html, page_text_of (report, "known_to"));
  page_add (page->html, "; episodes are followed to ");
  page_add_text (page->html, page_text_of (report, "followed_to"));
  page_add (page->html, ".</p>\n");
  if (page_text_of (report, "note"))
    {
      page_add (page->html, "<p class=\"notice\"><strong>");
      page_add_text (page->html, page_text_of (report, "note"));
      page_add (page->html, ".</strong></p>\n");
    }
  page_add (page->html, "<p class=\"notice\">");
  page_add_text (page->html, page_text_of (report, "disclosure"));
  page_add (page->html, " [x] marks what there is no figure of.</p>\n");
  if (json_array_size (list) > 0)
    {
      page_add (page->html, "<h2 id=\"assumptions\">What is assumed</h2>\n<ul>\n");
      json_array_foreach (list, i, item)
        page_add_element (page->html, "li", json_string_value (item));
      page_add (page->html, "</ul>\n");
    }
}

static void
add_counts (Page *page)
{
  static const char * const headers[] = { "Figure", "Of", "Number", "A month", "Interval of a month (95%)", NULL };
  json_t *figure;
  size_t i;

  open_section (page, "counts", "How many");
  page_open_table (page->html, "counts-1", "Requests, episodes and assessments", headers);
  json_array_foreach (json_object_get (page->tree, "figures"), i, figure)
    {
      if (!is_in_section (figure, "counts"))
        continue;
      page_open_row (page->html, page_text_of (figure, "label"));
      page_add_cell (page->html, page_text_of (figure, "of"));
      page_add_number (page->html, page_text_of (figure, "numerator"));
      page_add_number (page->html, page_text_of (figure, "value"));
      add_interval (page, figure);
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
  add_remarks (page, "counts");
}

static void
add_months (Page *page)
{
  static const char * const headers[]
      = { "Month", "Requests", "Episodes opened", "Assessments completed", "Episodes closed", NULL };
  json_t *list = json_object_get (page->tree, "months");
  json_t *item;
  size_t i;

  open_section (page, "months", "Month by month");
  if (json_array_size (list) == 0)
    {
      page_add (page->html, "<p>There are no figures by month.</p>\n");
      return;
    }
  page_add (page->html, "<p>A column is withheld whole if one of its months is small.</p>\n");
  page_open_table (page->html, "months-1", "Requests, episodes and assessments by month", headers);
  json_array_foreach (list, i, item)
    {
      page_open_row (page->html, page_text_of (item, "month"));
      page_add_number (page->html, page_text_of (item, "requests"));
      page_add_number (page->html, page_text_of (item, "opened"));
      page_add_number (page->html, page_text_of (item, "assessed"));
      page_add_number (page->html, page_text_of (item, "closed"));
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_agencies (Page *page)
{
  static const char * const headers[] = { "Lead agency", "Episodes opened", "Of all opened", NULL };
  json_t *list = json_object_get (page->tree, "agencies");
  json_t *item;
  size_t i;

  open_section (page, "agencies", "Who leads it");
  add_shares (page, "agencies", "Led by a partner");
  if (json_array_size (list) == 0)
    {
      page_add (page->html, "<p>Lead agencies cannot be given.</p>\n");
      return;
    }
  page_add (page->html, "<p>Partners other than schools are shown together, and schools with them if either is "
                        "small.</p>\n");
  page_open_table (page->html, "agencies-2", "Episodes opened, by lead agency", headers);
  json_array_foreach (list, i, item)
    {
      const char *percent = page_text_of (item, "percent");

      page_open_row (page->html, page_text_of (item, "agency"));
      page_add_number (page->html, page_text_of (item, "episodes"));
      page_add (page->html, "<td class=\"n\">");
      page_add_figure (page->html, percent);
      page_add (page->html, percent[0] == '[' ? "</td>" : "%</td>");
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_findings (Page *page)
{
  static const char * const headers[] = { "What was found", "Weight", "What to do", NULL };
  json_t *items = json_object_get (page->tree, "findings");
  json_t *item;
  size_t i;

  open_section (page, "findings", "What cannot be said, and why");
  if (json_array_size (items) == 0)
    {
      page_add (page->html, "<p>Nothing was found that could not.</p>\n");
      return;
    }
  page_open_table (page->html, "findings-1", "Findings", headers);
  json_array_foreach (items, i, item)
    {
      page_open_row (page->html, page_text_of (item, "message"));
      page_add_word_cell (page->html, page_text_of (item, "severity"));
      page_add_cell (page->html, page_text_of (item, "fix"));
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);
}

static void
add_definitions (Page *page)
{
  static const char * const headers[] = { "Figure", "Counts", "Definition", "Source", NULL };
  json_t *item;
  size_t i;

  page_add (page->html, "<h2 id=\"definitions\">What each figure is</h2>\n");
  page_open_table (page->html, "definitions-1", "Definitions and sources", headers);
  json_array_foreach (json_object_get (page->tree, "figures"), i, item)
    {
      /* Once a measure, though one is shown of two periods. */
      if (!g_str_equal (page_text_of (item, "figure"), page_text_of (item, "measure")))
        continue;
      page_open_row (page->html, page_text_of (item, "label"));
      page_add_cell (page->html, page_text_of (item, "counts"));
      page_add_cell (page->html, page_text_of (item, "definition"));
      page_add_cell (page->html, page_text_of (item, "source"));
      page_add (page->html, "</tr>\n");
    }
  page_close_table (page->html);

  page_add_methods (page->html, json_object_get (page->tree, "methods"));
}

char *
early_help_make_page (json_t *tree)
{
  static const char contents[]
      = "<nav aria-label=\"Contents\"><ul>"
        "<li><a href=\"#counts\">How many</a></li>"
        "<li><a href=\"#months\">Month by month</a></li>"
        "<li><a href=\"#time\">How long it takes</a></li>"
        "<li><a href=\"#outcomes\">How it begins and ends</a></li>"
        "<li><a href=\"#agencies\">Who leads it</a></li>"
        "<li><a href=\"#returns\">Who comes back</a></li>"
        "<li><a href=\"#findings\">What cannot be said, and why</a></li>"
        "<li><a href=\"#definitions\">What each figure is</a></li>"
        "<li><a href=\"#methods\">How each figure was made</a></li>"
        "</ul></nav>\n";
  Page page = { .html = g_string_new (NULL), .tree = tree };
  json_t *report = json_object_get (tree, "report");

  page_open (page.html, page_text_of (report, "title"));
  add_top (&page);
  page_add (page.html, contents);
  add_counts (&page);
  add_months (&page);
  open_section (&page, "time", "How long it takes");
  add_shares (&page, "time", "Closed in time, and open too long");
  open_section (&page, "outcomes", "How it begins and ends");
  add_shares (&page, "outcomes", "Outcomes, needs, and steps up and down");
  add_agencies (&page);
  open_section (&page, "returns", "Who comes back");
  add_shares (&page, "returns", "Back within twelve months");
  add_findings (&page);
  add_definitions (&page);
  page_close (page.html, page_text_of (report, "made_by"), page_text_of (report, "disclosure"));
  return g_string_free (page.html, FALSE);
}
