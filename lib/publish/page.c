/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What all pages of this room are made of: their style, text that is escaped, and tables.
 *
 * Pages follow the Web Content Accessibility Guidelines 2.2 at level AA and the shorthand
 * of the Government Statistical Service for missing figures: real headings in order, a
 * caption and scoped headers on every table, no merged cells, nothing told by colour alone,
 * no script.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "page-private.h"

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

void
page_add_text (GString *html,
               const char *text)
{
  g_autofree char *escaped = NULL;
  const char *at;
  const char *next;

  if (!text)
    return;
  escaped = g_markup_escape_text (text, -1);
  /* LibreOffice does not know the name of the apostrophe, which came with HTML 5. */
  for (at = escaped; (next = strchr (at, '&')); at = next + 1)
    {
      const gboolean is_apostrophe = g_str_has_prefix (next, "&apos;");

      g_string_append_len (html, at, next - at);
      g_string_append (html, is_apostrophe ? "&#39;" : "&");
      next += is_apostrophe ? strlen ("&apos;") - 1 : 0;
    }
  g_string_append (html, at);
}

void
page_add (GString *html,
          const char *markup)
{
  g_string_append (html, markup);
}

void
page_add_element (GString *html,
                  const char *tag,
                  const char *text)
{
  g_string_append_printf (html, "<%s>", tag);
  page_add_text (html, text);
  g_string_append_printf (html, "</%s>\n", tag);
}

void
page_add_cell (GString *html,
               const char *text)
{
  page_add (html, "<td>");
  page_add_text (html, text);
  page_add (html, "</td>");
}

const char *
page_text_of (json_t *object,
              const char *key)
{
  return json_string_value (json_object_get (object, key));
}

void
page_add_methods (GString *html,
                  json_t *methods)
{
  json_t *item;
  size_t i;

  page_add (html, "<h2 id=\"methods\">How each figure was made</h2>\n<dl>\n");
  json_array_foreach (methods, i, item)
    {
      page_add (html, "<dt><strong>");
      page_add_text (html, page_text_of (item, "label"));
      page_add (html, "</strong> (");
      page_add_text (html, page_text_of (item, "method"));
      page_add (html, ")</dt>\n<dd>");
      page_add_text (html, page_text_of (item, "citation"));
      page_add (html, "</dd>\n");
    }
  page_add (html, "</dl>\n");
}

char *
page_print_figure (const char *text)
{
  g_autoptr (MarmotValue) value = text ? marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL) : NULL;

  return value && marmot_value_is_present (value) ? marmot_value_to_string_thousands (value) : g_strdup (text);
}

void
page_add_figure (GString *html,
                 const char *text)
{
  g_autofree char *printed = page_print_figure (text);

  page_add_text (html, printed);
}

void
page_add_number (GString *html,
                 const char *text)
{
  page_add (html, "<td class=\"n\">");
  page_add_figure (html, text ? text : "[x]");
  page_add (html, "</td>");
}

void
page_open_table (GString *html,
                 const char *id,
                 const char *caption,
                 const char * const *headers)
{
  g_string_append_printf (html,
                          "<div class=\"scroll\" role=\"region\" aria-labelledby=\"%s\" tabindex=\"0\">\n<table>\n"
                          "<caption id=\"%s\">",
                          id, id);
  page_add_text (html, caption);
  page_add (html, "</caption>\n<thead><tr>");
  for (gsize i = 0; headers[i]; i++)
    {
      page_add (html, "<th scope=\"col\">");
      page_add_text (html, headers[i]);
      page_add (html, "</th>");
    }
  page_add (html, "</tr></thead>\n<tbody>\n");
}

void
page_close_table (GString *html)
{
  page_add (html, "</tbody>\n</table>\n</div>\n");
}

void
page_open_row (GString *html,
               const char *header)
{
  page_add (html, "<tr><th scope=\"row\">");
  page_add_text (html, header);
  page_add (html, "</th>");
}

char *
page_say_word (const char *nick)
{
  char *words = g_strdup (nick ? nick : "");

  g_strdelimit (words, "-", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return words;
}

void
page_add_word_cell (GString *html,
                    const char *nick)
{
  g_autofree char *words = page_say_word (nick);

  page_add (html, "<td><span class=\"tag\">");
  page_add_text (html, words);
  page_add (html, "</span></td>");
}

void
page_open (GString *html,
           const char *title)
{
  g_string_append (html, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  page_add_element (html, "title", title);
  g_string_append_printf (html, "<style>%s</style>\n</head>\n<body>\n", style);
  page_add (html, "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<main id=\"main\">\n");
}

void
page_close (GString *html,
            const char *made_by,
            const char *disclosure)
{
  page_add (html, "</main>\n<footer><p>Made by ");
  page_add_text (html, made_by);
  page_add (html, ". ");
  page_add_text (html, disclosure);
  page_add (html, "</p></footer>\n</body>\n</html>\n");
}
