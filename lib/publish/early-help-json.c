/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The early help report as one JSON tree. Figures are strings with the decimals that they
 * deserve; "[c]" stands for what is withheld since it is small, "[x]" for what there is not.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "early-help-private.h"

#define WITHHELD "[c]"
#define NOT_THERE "[x]"

static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                      "September", "October", "November", "December" };

static void
set_string (json_t *object,
            const char *key,
            const char *text)
{
  json_object_set_new (object, key, text ? json_string (text) : json_null ());
}

char *
early_help_print_day (gint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) ((gint64) day + 719163));
  return g_strdup_printf ("%d %s %d", (int) g_date_get_day (&date), months[g_date_get_month (&date) - 1],
                          (int) g_date_get_year (&date));
}

static void
set_day (json_t *object,
         const char *key,
         gint32 day)
{
  g_autofree char *text = early_help_print_day (day);

  set_string (object, key, text);
}

/* "2024-01" as "January 2024". */
static char *
print_month (const char *key)
{
  int year = 0, month = 0;

  if (sscanf (key, "%d-%d", &year, &month) != 2 || month < 1 || month > 12)
    return g_strdup (key);
  return g_strdup_printf ("%s %d", months[month - 1], year);
}

static void
set_number (json_t *object,
            const char *key,
            double value,
            int decimals,
            const char *mark)
{
  g_autofree char *text = mark ? NULL : marmot_number_format (value, decimals);

  set_string (object, key, mark ? mark : text ? text : NOT_THERE);
}

static const char *
get_nick (const EarlyHelpFigure *figure)
{
  g_autoptr (GEnumClass) measures = g_type_class_ref (MARMOT_TYPE_EPISODE_MEASURE);

  /* The class of a static enumeration lives as long as the program. */
  return g_enum_get_value (measures, (int) figure->measure)->value_nick;
}

/* What was assumed of a measure, or NULL. */
static const char *
find_assumption (const EarlyHelp *self,
                 const char *nick)
{
  gsize length = strlen (nick);

  for (char **text = self->options->assumptions; text && *text; text++)
    if (strncmp (*text, nick, length) == 0 && (*text)[length] == ':')
      {
        const char *rest = *text + length + 1;

        return rest + strspn (rest, " ");
      }
  return NULL;
}

static gboolean
is_of_a_figure (const EarlyHelp *self,
                const char *text)
{
  for (guint id = 0; id < N_FIGURES; id++)
    {
      const char *nick = get_nick (&self->figures[id]);

      if (strncmp (text, nick, strlen (nick)) == 0 && text[strlen (nick)] == ':')
        return TRUE;
    }
  return FALSE;
}

static json_t *
describe_report (const EarlyHelp *self)
{
  const EarlyHelpOptions *options = self->options;
  g_autofree char *period = marmot_period_to_string (self->period);
  g_autofree char *disclosure
      = options->threshold > 1
          ? g_strdup_printf ("Numbers from 1 to %u are withheld, marked [c], and so is what would give them away. This is no "
                             "full disclosure control.",
                             options->threshold - 1)
          : g_strdup ("No small numbers are withheld: this page is not for publication.");
  json_t *object = json_object ();
  json_t *list = json_array ();

  set_string (object, "title", options->title ? options->title : "Early help");
  set_string (object, "council", options->council);
  set_string (object, "period", period);
  set_day (object, "first_day", self->first);
  set_day (object, "last_day", self->last);
  set_day (object, "known_from", self->known_first);
  set_day (object, "known_to", self->known_last);
  set_day (object, "followed_to", self->followed_to);
  set_string (object, "note", options->note);
  for (char **text = options->assumptions; text && *text; text++)
    if (!is_of_a_figure (self, *text))
      json_array_append_new (list, json_string (*text));
  json_object_set_new (object, "assumptions", list);
  set_string (object, "disclosure", disclosure);
  set_string (object, "made_by", "libmarmot " MARMOT_VERSION_S);
  return object;
}

/* Why something of a figure is not there, or NULL. */
static const char *
say_withheld (const EarlyHelpFigure *figure)
{
  g_autoptr (MarmotEstimate) estimate = figure->found ? marmot_measure_get_estimate (figure->found) : NULL;

  if (!figure->found)
    return figure->why_not;
  if (figure->not_covered)
    return "The data do not reach as far back or forward as this looks.";
  if (figure->hide_value)
    return "Withheld, since a small number could be had from it.";
  if (estimate && isnan (marmot_estimate_get_value (estimate)))
    return marmot_measure_get_denominator (figure->found) > 0 ? "Half of them had not closed by then."
                                                              : "There are none that it could be of.";
  if (figure->round_value)
    return "Rounded, with its numbers withheld, since a small number could be had from them.";
  if (figure->hide_numerator)
    return "Its numerator is withheld, since beside others on this page it would give a small number.";
  return NULL;
}

static const char *
get_unit (const EarlyHelpFigure *figure)
{
  switch (figure->form)
    {
    case EARLY_HELP_COUNT:
      return "a month";
    case EARLY_HELP_DAYS:
      return "days";
    case EARLY_HELP_SHARE:
    default:
      return "%";
    }
}

static void
set_estimate (json_t *object,
              const EarlyHelpFigure *figure)
{
  g_autoptr (MarmotEstimate) estimate = figure->found ? marmot_measure_get_estimate (figure->found) : NULL;
  const char *mark = !estimate || figure->not_covered ? NOT_THERE : figure->hide_value ? WITHHELD : NULL;
  const char *limits = mark ? mark : figure->round_value ? WITHHELD : NULL;
  int decimals = figure->round_value ? 0 : 1;
  double scale = figure->form == EARLY_HELP_SHARE ? 100 : 1;
  g_autofree char *confidence = NULL;

  if (figure->form == EARLY_HELP_DAYS && estimate
      && floor (marmot_estimate_get_value (estimate)) == marmot_estimate_get_value (estimate))
    decimals = 0;
  set_number (object, "value", estimate ? scale * marmot_estimate_get_value (estimate) : NAN, decimals, mark);
  set_number (object, "lower", estimate ? scale * marmot_estimate_get_lower (estimate) : NAN, decimals, limits);
  set_number (object, "upper", estimate ? scale * marmot_estimate_get_upper (estimate) : NAN, decimals, limits);
  set_string (object, "unit", get_unit (figure));
  if (estimate)
    confidence = g_strdup_printf ("%.0f%%", 100 * marmot_estimate_get_confidence (estimate));
  set_string (object, "confidence", confidence);
  set_string (object, "method", estimate ? marmot_method_to_nick (marmot_estimate_get_method (estimate)) : NULL);
}

static void
set_counts (json_t *object,
            const EarlyHelpFigure *figure)
{
  const char *mark = !figure->found || figure->not_covered ? NOT_THERE : NULL;
  const char *const *reasons = figure->found ? marmot_measure_get_reasons (figure->found) : NULL;
  const char *others = mark ? mark : figure->hide_others ? WITHHELD : NULL;
  double denominator = figure->found ? marmot_measure_get_denominator (figure->found) : NAN;
  json_t *list = json_array ();

  set_number (object, "numerator", figure->found ? marmot_measure_get_numerator (figure->found) : NAN, 0,
              mark ? mark : figure->hide_numerator ? WITHHELD : NULL);
  /* People are whole; the months of a period need not be. */
  set_number (object, "denominator", denominator, floor (denominator) == denominator ? 0 : 2,
              mark ? mark : figure->hide_denominator ? WITHHELD : NULL);
  set_number (object, "unknown", figure->found ? (double) marmot_measure_get_n_unknown (figure->found) : NAN, 0,
              others);
  for (gsize i = 0; reasons && reasons[i]; i++)
    {
      json_t *item = json_object ();

      set_string (item, "reason", reasons[i]);
      set_number (item, "count", (double) marmot_measure_count_excluded (figure->found, reasons[i]), 0, others);
      json_array_append_new (list, item);
    }
  json_object_set_new (object, "left_out", list);
}

static json_t *
describe_figure (const EarlyHelp *self,
                 EarlyHelpFigureId id)
{
  const EarlyHelpFigure *figure = &self->figures[id];
  const char *nick = get_nick (figure);
  json_t *object = json_object ();
  json_t *list = json_array ();

  set_string (object, "figure", id == FIGURE_RETURN_FORWARD_BEFORE ? "return-forward-before" : nick);
  set_string (object, "measure", nick);
  set_string (object, "section", figure->section);
  set_string (object, "label", marmot_episode_measure_get_label (figure->measure));
  set_string (object, "of", figure->of);
  set_string (object, "counts", id == FIGURE_NEEDS_MET ? "needs" : id == FIGURE_REQUESTS ? "requests" : "episodes");
  set_estimate (object, figure);
  set_counts (object, figure);
  set_string (object, "withheld", say_withheld (figure));
  set_string (object, "assumption", find_assumption (self, nick));
  for (guint i = 0; i < figure->remarks->len; i++)
    json_array_append_new (list, json_string (figure->remarks->pdata[i]));
  json_object_set_new (object, "remarks", list);
  set_string (object, "definition", marmot_episode_measure_get_definition (figure->measure));
  set_string (object, "source", marmot_episode_measure_get_source (figure->measure));
  return object;
}

static json_t *
describe_months (const EarlyHelp *self)
{
  static const char *const names[] = { "requests", "opened", "assessed", "closed" };
  json_t *list = json_array ();
  MarmotTable *any = NULL;
  g_autoptr (MarmotColumn) keys = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && !any; i++)
    any = self->months[i];
  if (!any)
    return list;

  keys = marmot_table_get_column_by_name (any, "month");
  for (gsize row = 0; row < marmot_column_get_length (keys); row++)
    {
      g_autofree char *key = marmot_column_get_text (keys, row);
      g_autofree char *month = print_month (key);
      json_t *item = json_object ();

      set_string (item, "month", month);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autoptr (MarmotColumn) counts
              = self->months[i] ? marmot_table_get_column_by_name (self->months[i], "numerator") : NULL;

          set_number (item, names[i], counts ? marmot_column_get_double (counts, row) : NAN, 0,
                      self->hide_months[i] ? WITHHELD : NULL);
        }
      json_array_append_new (list, item);
    }
  return list;
}

static json_t *
describe_agencies (const EarlyHelp *self)
{
  json_t *list = json_array ();
  double total = 0;

  for (guint i = 0; self->agencies && i < self->agencies->len; i++)
    total += g_array_index (self->agencies, EarlyHelpAgency, i).count;
  for (guint i = 0; self->agencies && i < self->agencies->len; i++)
    {
      EarlyHelpAgency *agency = &g_array_index (self->agencies, EarlyHelpAgency, i);
      const char *mark = self->hide_agencies ? WITHHELD : NULL;
      json_t *item = json_object ();

      set_string (item, "agency", agency->label);
      set_number (item, "episodes", agency->count, 0, mark);
      set_number (item, "percent", total > 0 ? 100 * agency->count / total : NAN, 1, mark);
      json_array_append_new (list, item);
    }
  return list;
}

static json_t *
describe_findings (const EarlyHelp *self)
{
  g_autoptr (GEnumClass) severities = g_type_class_ref (MARMOT_TYPE_SEVERITY);
  json_t *list = json_array ();

  for (guint i = 0; i < self->findings->len; i++)
    {
      MarmotFinding *finding = self->findings->pdata[i];
      json_t *item = json_object ();

      set_string (item, "severity",
                  g_enum_get_value (severities, (int) marmot_finding_get_severity (finding))->value_nick);
      set_string (item, "rule", marmot_finding_get_rule (finding));
      set_string (item, "message", marmot_finding_get_message (finding));
      set_string (item, "fix", marmot_finding_get_fix (finding));
      json_array_append_new (list, item);
    }
  return list;
}

static json_t *
describe_methods (const EarlyHelp *self)
{
  json_t *list = json_array ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint id = 0; id < N_FIGURES; id++)
    {
      g_autoptr (MarmotEstimate) estimate
          = self->figures[id].found ? marmot_measure_get_estimate (self->figures[id].found) : NULL;
      MarmotMethod method = estimate ? marmot_estimate_get_method (estimate) : MARMOT_METHOD_DEFAULT;
      json_t *item;

      if (method == MARMOT_METHOD_DEFAULT || !g_hash_table_add (seen, GINT_TO_POINTER ((int) method)))
        continue;
      item = json_object ();
      set_string (item, "method", marmot_method_to_nick (method));
      set_string (item, "label", marmot_method_get_label (method));
      set_string (item, "citation", marmot_method_get_citation (method));
      json_array_append_new (list, item);
    }
  return list;
}

json_t *
early_help_to_tree (const EarlyHelp *self)
{
  json_t *tree = json_object ();
  json_t *list = json_array ();

  json_object_set_new (tree, "report", describe_report (self));
  for (guint id = 0; id < N_FIGURES; id++)
    json_array_append_new (list, describe_figure (self, id));
  json_object_set_new (tree, "figures", list);
  json_object_set_new (tree, "months", describe_months (self));
  json_object_set_new (tree, "agencies", describe_agencies (self));
  json_object_set_new (tree, "findings", describe_findings (self));
  json_object_set_new (tree, "methods", describe_methods (self));
  return tree;
}
