/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The figures of the early help report as plain text, made from its JSON tree.
 */
#include <marmot/marmot.h>

#include "early-help-private.h"
#include "page-private.h"

static void
add_figure (GString *text,
            json_t *figure)
{
  const char *unit = page_text_of (figure, "unit");
  const char *value = page_text_of (figure, "value");
  g_autofree char *numerator = page_print_figure (page_text_of (figure, "numerator"));
  g_autofree char *denominator = page_print_figure (page_text_of (figure, "denominator"));

  g_string_append_printf (text, "  %s, %s: ", page_text_of (figure, "label"), page_text_of (figure, "of"));
  if (g_str_equal (page_text_of (figure, "section"), "counts"))
    g_string_append_printf (text, "%s\n", numerator);
  else if (value[0] == '[')
    g_string_append_printf (text, "%s %s\n", value, page_text_of (figure, "withheld") ? page_text_of (figure, "withheld") : "");
  else if (g_str_equal (unit, "days"))
    g_string_append_printf (text, "%s days (%s to %s)\n", value, page_text_of (figure, "lower"), page_text_of (figure, "upper"));
  else if (page_text_of (figure, "lower")[0] == '[')
    g_string_append_printf (text, "%s%%\n", value);
  else if (numerator[0] == '[')
    g_string_append_printf (text, "%s%% (%s to %s) of %s\n", value, page_text_of (figure, "lower"), page_text_of (figure, "upper"),
                            denominator);
  else
    g_string_append_printf (text, "%s%% (%s to %s), %s of %s\n", value, page_text_of (figure, "lower"),
                            page_text_of (figure, "upper"), numerator, denominator);
  if (page_text_of (figure, "assumption"))
    g_string_append_printf (text, "    Assumption: %s\n", page_text_of (figure, "assumption"));
}

char *
early_help_make_text (json_t *tree)
{
  GString *text = g_string_new (NULL);
  json_t *report = json_object_get (tree, "report");
  json_t *item;
  size_t i;

  g_string_append_printf (text, "%s\n", page_text_of (report, "title"));
  if (page_text_of (report, "council"))
    g_string_append_printf (text, "%s, ", page_text_of (report, "council"));
  g_string_append_printf (text, "%s\n", page_text_of (report, "period"));
  if (page_text_of (report, "note"))
    g_string_append_printf (text, "%s.\n", page_text_of (report, "note"));
  g_string_append_printf (text, "%s\n\nFigures\n", page_text_of (report, "disclosure"));
  json_array_foreach (json_object_get (tree, "figures"), i, item)
    add_figure (text, item);

  g_string_append (text, "\nEpisodes opened, by lead agency\n");
  json_array_foreach (json_object_get (tree, "agencies"), i, item)
    {
      g_autofree char *episodes = page_print_figure (page_text_of (item, "episodes"));

      g_string_append_printf (text, "  %s: %s\n", page_text_of (item, "agency"), episodes);
    }
  if (json_array_size (json_object_get (tree, "agencies")) == 0)
    g_string_append (text, "  They cannot be given.\n");

  if (json_array_size (json_object_get (report, "assumptions")) > 0)
    g_string_append (text, "\nWhat is assumed\n");
  json_array_foreach (json_object_get (report, "assumptions"), i, item)
    g_string_append_printf (text, "  - %s\n", json_string_value (item));

  g_string_append (text, "\nWhat cannot be said, and why\n");
  json_array_foreach (json_object_get (tree, "findings"), i, item)
    g_string_append_printf (text, "  - %s. %s.\n", page_text_of (item, "message"), page_text_of (item, "fix"));
  if (json_array_size (json_object_get (tree, "findings")) == 0)
    g_string_append (text, "  Nothing was found that could not.\n");
  return g_string_free (text, FALSE);
}
