/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The figures of the early help report as plain text, made from its JSON tree.
 */
#include <marmot/marmot.h>

#include "early-help-private.h"

static const char *
text_of (json_t *object,
         const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* With commas between thousands; what is no figure as it is. */
static char *
print_figure (const char *text)
{
  g_autoptr (MarmotValue) value = marmot_value_parse (text, MARMOT_VALUE_PARSE_DEFAULT, NULL);

  return value && marmot_value_is_present (value) ? marmot_value_to_string_thousands (value) : g_strdup (text);
}

static void
add_figure (GString *text,
            json_t *figure)
{
  const char *unit = text_of (figure, "unit");
  const char *value = text_of (figure, "value");
  g_autofree char *numerator = print_figure (text_of (figure, "numerator"));
  g_autofree char *denominator = print_figure (text_of (figure, "denominator"));

  g_string_append_printf (text, "  %s, %s: ", text_of (figure, "label"), text_of (figure, "of"));
  if (g_str_equal (text_of (figure, "section"), "counts"))
    g_string_append_printf (text, "%s\n", numerator);
  else if (value[0] == '[')
    g_string_append_printf (text, "%s %s\n", value, text_of (figure, "withheld") ? text_of (figure, "withheld") : "");
  else if (g_str_equal (unit, "days"))
    g_string_append_printf (text, "%s days (%s to %s)\n", value, text_of (figure, "lower"), text_of (figure, "upper"));
  else if (text_of (figure, "lower")[0] == '[')
    g_string_append_printf (text, "%s%%\n", value);
  else if (numerator[0] == '[')
    g_string_append_printf (text, "%s%% (%s to %s) of %s\n", value, text_of (figure, "lower"), text_of (figure, "upper"),
                            denominator);
  else
    g_string_append_printf (text, "%s%% (%s to %s), %s of %s\n", value, text_of (figure, "lower"),
                            text_of (figure, "upper"), numerator, denominator);
  if (text_of (figure, "assumption"))
    g_string_append_printf (text, "    Assumption: %s\n", text_of (figure, "assumption"));
}

char *
early_help_make_text (json_t *tree)
{
  GString *text = g_string_new (NULL);
  json_t *report = json_object_get (tree, "report");
  json_t *item;
  size_t i;

  g_string_append_printf (text, "%s\n", text_of (report, "title"));
  if (text_of (report, "council"))
    g_string_append_printf (text, "%s, ", text_of (report, "council"));
  g_string_append_printf (text, "%s\n", text_of (report, "period"));
  if (text_of (report, "note"))
    g_string_append_printf (text, "%s.\n", text_of (report, "note"));
  g_string_append_printf (text, "%s\n\nFigures\n", text_of (report, "disclosure"));
  json_array_foreach (json_object_get (tree, "figures"), i, item)
    add_figure (text, item);

  g_string_append (text, "\nEpisodes opened, by lead agency\n");
  json_array_foreach (json_object_get (tree, "agencies"), i, item)
    {
      g_autofree char *episodes = print_figure (text_of (item, "episodes"));

      g_string_append_printf (text, "  %s: %s\n", text_of (item, "agency"), episodes);
    }
  if (json_array_size (json_object_get (tree, "agencies")) == 0)
    g_string_append (text, "  They cannot be given.\n");

  if (json_array_size (json_object_get (report, "assumptions")) > 0)
    g_string_append (text, "\nWhat is assumed\n");
  json_array_foreach (json_object_get (report, "assumptions"), i, item)
    g_string_append_printf (text, "  - %s\n", json_string_value (item));

  g_string_append (text, "\nWhat cannot be said, and why\n");
  json_array_foreach (json_object_get (tree, "findings"), i, item)
    g_string_append_printf (text, "  - %s. %s.\n", text_of (item, "message"), text_of (item, "fix"));
  if (json_array_size (json_object_get (tree, "findings")) == 0)
    g_string_append (text, "  Nothing was found that could not.\n");
  return g_string_free (text, FALSE);
}
