/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The figures of the early help report, and which of them may not be shown.
 *
 * A number is small from 1 up to the threshold without it. Parts that make up a whole
 * which is on the page are looked at together, since the last of them can be had from the
 * whole and the others. Where a share hides how many are unknown, rounding it to a whole
 * per cent hides that too as long as the whole is above 100: then every number that the
 * denominator might be has a numerator that gives the same per cent.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "early-help-private.h"

static const struct
{
  const char *section;
  MarmotEpisodeMeasure measure;
  EarlyHelpForm form;
} kinds[N_FIGURES] = {
  [FIGURE_REQUESTS] = { "counts", MARMOT_EPISODE_MEASURE_REQUESTS, EARLY_HELP_COUNT },
  [FIGURE_OPENED] = { "counts", MARMOT_EPISODE_MEASURE_OPENED, EARLY_HELP_COUNT },
  [FIGURE_ASSESSED] = { "counts", MARMOT_EPISODE_MEASURE_ASSESSED, EARLY_HELP_COUNT },
  [FIGURE_CLOSED] = { "counts", MARMOT_EPISODE_MEASURE_CLOSED, EARLY_HELP_COUNT },
  [FIGURE_CLOSED_WITHIN] = { "time", MARMOT_EPISODE_MEASURE_CLOSED_WITHIN, EARLY_HELP_SHARE },
  [FIGURE_DONE_BY] = { "time", MARMOT_EPISODE_MEASURE_DONE_BY, EARLY_HELP_SHARE },
  [FIGURE_DURATION] = { "time", MARMOT_EPISODE_MEASURE_DURATION, EARLY_HELP_DAYS },
  [FIGURE_OPEN_BEYOND] = { "time", MARMOT_EPISODE_MEASURE_OPEN_BEYOND, EARLY_HELP_SHARE },
  [FIGURE_OUTCOMES_MET] = { "outcomes", MARMOT_EPISODE_MEASURE_OUTCOMES_MET, EARLY_HELP_SHARE },
  [FIGURE_NEEDS_MET] = { "outcomes", MARMOT_EPISODE_MEASURE_NEEDS_MET, EARLY_HELP_SHARE },
  [FIGURE_STEP_UP] = { "outcomes", MARMOT_EPISODE_MEASURE_STEP_UP, EARLY_HELP_SHARE },
  [FIGURE_STEP_DOWN] = { "outcomes", MARMOT_EPISODE_MEASURE_STEP_DOWN, EARLY_HELP_SHARE },
  [FIGURE_PARTNER_LED] = { "agencies", MARMOT_EPISODE_MEASURE_PARTNER_LED, EARLY_HELP_SHARE },
  [FIGURE_RETURN_BACK] = { "returns", MARMOT_EPISODE_MEASURE_RETURN_BACK, EARLY_HELP_SHARE },
  [FIGURE_RETURN_FORWARD_BEFORE] = { "returns", MARMOT_EPISODE_MEASURE_RETURN_FORWARD, EARLY_HELP_SHARE },
  [FIGURE_RETURN_FORWARD] = { "returns", MARMOT_EPISODE_MEASURE_RETURN_FORWARD, EARLY_HELP_SHARE },
};

static void
add_remark (EarlyHelp *self,
            EarlyHelpFigureId id,
            char *remark)
{
  g_ptr_array_add (self->figures[id].remarks, remark);
}

static void
add_finding (EarlyHelp *self,
             MarmotSeverity severity,
             const char *rule,
             const char *message,
             const char *fix)
{
  g_ptr_array_add (self->findings, marmot_finding_new (rule, severity, NULL, 0, NULL, NULL, message, fix));
}

static void
agency_clear (gpointer item)
{
  EarlyHelpAgency *agency = item;

  g_free (agency->label);
}

/* --- making the figures ----------------------------------------------------------------- */

static MarmotEpisodeOptions *
options_of (const EarlyHelp *self,
            EarlyHelpFigureId id)
{
  GDate day;

  if (id == FIGURE_RETURN_FORWARD_BEFORE)
    return marmot_episode_options_new (self->before);
  if (id != FIGURE_OPEN_BEYOND)
    return marmot_episode_options_new (self->period);
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) ((gint64) self->followed_to + 719163));
  return g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", &day, NULL);
}

static void
make_figure (EarlyHelp *self,
             EarlyHelpFigureId id)
{
  EarlyHelpFigure *figure = &self->figures[id];
  gboolean is_timed = id == FIGURE_DONE_BY || id == FIGURE_DURATION;
  g_autoptr (MarmotEpisodeOptions) options = NULL;
  g_autoptr (MarmotEpisodeTotals) totals = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  figure->section = kinds[id].section;
  figure->measure = kinds[id].measure;
  figure->form = kinds[id].form;
  figure->remarks = g_ptr_array_new_with_free_func (g_free);
  if (id == FIGURE_RETURN_FORWARD_BEFORE && !self->before)
    {
      figure->of = g_strdup ("the year before");
      figure->why_not = g_strdup ("The calendar has no year before this period: choose a later one");
      return;
    }

  options = options_of (self, id);
  if (id == FIGURE_OPEN_BEYOND)
    figure->of = early_help_print_day (self->followed_to);
  else
    figure->of = marmot_period_to_string (id == FIGURE_RETURN_FORWARD_BEFORE ? self->before : self->period);
  totals = marmot_episode_set_measure (is_timed ? self->followed : self->set, figure->measure, options, &error);
  if (!totals)
    {
      figure->why_not = g_strdup (error->message);
      return;
    }
  figure->found = marmot_episode_totals_get_measure (totals, 0);
  findings = marmot_episode_totals_get_findings (totals);
  figure->not_covered = findings->len > 0;
}

static void
make_months (EarlyHelp *self,
             EarlyHelpFigureId id)
{
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", self->period, "step", MARMOT_EPISODE_STEP_MONTH, NULL);
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (self->set, kinds[id].measure, options, NULL);

  self->months[id] = totals ? marmot_episode_totals_to_table (totals) : NULL;
}

/* Episodes opened by who leads them: the council, its co-ordinators, schools, all others,
 * and those of whom it is not known. */
enum
{
  LED_BY_COUNCIL,
  LED_BY_COORDINATOR,
  LED_BY_SCHOOL,
  LED_BY_OTHERS,
  LED_BY_UNKNOWN,
  N_LED_BY
};

static gboolean
count_agencies (EarlyHelp *self,
                double counts[N_LED_BY])
{
  static const char *const by[] = { "lead_agency", NULL };
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", self->period, "by", by, NULL);
  g_autoptr (MarmotEpisodeTotals) totals = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (MarmotColumn) words = NULL;

  totals = marmot_episode_set_measure (self->set, MARMOT_EPISODE_MEASURE_OPENED, options, NULL);
  if (!totals)
    return FALSE;
  keys = marmot_episode_totals_get_keys (totals);
  words = marmot_table_get_column_by_name (keys, "lead_agency");
  for (gsize group = 0; group < marmot_episode_totals_get_n_groups (totals); group++)
    {
      g_autoptr (MarmotMeasure) found = marmot_episode_totals_get_measure (totals, group);
      g_autofree char *word = marmot_column_get_text (words, group);
      guint led_by;

      if (!word)
        led_by = LED_BY_UNKNOWN;
      else if (g_str_equal (word, "council"))
        led_by = LED_BY_COUNCIL;
      else if (g_str_equal (word, "coordinator"))
        led_by = LED_BY_COORDINATOR;
      else if (g_str_equal (word, "school"))
        led_by = LED_BY_SCHOOL;
      else
        led_by = LED_BY_OTHERS;
      counts[led_by] += marmot_measure_get_numerator (found);
    }
  return TRUE;
}

/* --- small numbers ---------------------------------------------------------------------- */

static gboolean
is_small (const EarlyHelp *self,
          double count)
{
  return count >= 1 && count < self->options->threshold;
}

static double
get_numerator (const EarlyHelpFigure *figure)
{
  return marmot_measure_get_numerator (figure->found);
}

static double
get_denominator (const EarlyHelpFigure *figure)
{
  return marmot_measure_get_denominator (figure->found);
}

static gboolean
are_others_small (const EarlyHelp *self,
                  const EarlyHelpFigure *figure)
{
  const char *const *reasons = marmot_measure_get_reasons (figure->found);

  if (is_small (self, (double) marmot_measure_get_n_unknown (figure->found)))
    return TRUE;
  for (gsize i = 0; reasons[i]; i++)
    if (is_small (self, (double) marmot_measure_count_excluded (figure->found, reasons[i])))
      return TRUE;
  return FALSE;
}

/* Everything that a share is of, with those who are unknown or left out. */
static double
get_whole (const EarlyHelpFigure *figure)
{
  return get_denominator (figure) + (double) marmot_measure_get_n_unknown (figure->found)
         + (double) marmot_measure_count_excluded (figure->found, NULL);
}

static void
hide_all (EarlyHelpFigure *figure)
{
  figure->hide_value = figure->hide_numerator = figure->hide_denominator = figure->hide_others = TRUE;
}

/* The denominator may not be known, so that neither may what gives it. */
static void
hide_denominator (const EarlyHelp *self,
                  EarlyHelpFigure *figure)
{
  figure->hide_numerator = figure->hide_denominator = figure->hide_others = figure->round_value = TRUE;
  if (get_whole (figure) < 100 + 3.0 * self->options->threshold)
    figure->hide_value = TRUE;
}

static void
hide_small_share (const EarlyHelp *self,
                  EarlyHelpFigure *figure)
{
  double numerator = get_numerator (figure);
  double denominator = get_denominator (figure);

  if (is_small (self, numerator) || is_small (self, denominator - numerator))
    figure->hide_value = figure->hide_numerator = TRUE;
  if (is_small (self, denominator))
    hide_all (figure);
  if (are_others_small (self, figure))
    hide_denominator (self, figure);
}

/* Shares and medians of times: the numerator is how many ended. */
static void
hide_small_times (const EarlyHelp *self,
                  EarlyHelpFigure *figure)
{
  double ended = get_numerator (figure);
  double all = get_denominator (figure);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (figure->found);
  double value = marmot_estimate_get_value (estimate);

  if (is_small (self, ended) || is_small (self, all - ended))
    figure->hide_numerator = TRUE;
  if (figure->measure == MARMOT_EPISODE_MEASURE_DONE_BY)
    {
      double by_then = floor (value * all + 0.5);

      if (is_small (self, by_then) || is_small (self, all - by_then))
        figure->hide_value = TRUE;
    }
  else if (self->options->threshold > 1 && all > 0 && all < 2.0 * self->options->threshold)
    {
      figure->hide_value = TRUE;
    }
  if (is_small (self, all))
    hide_all (figure);
  if (are_others_small (self, figure))
    hide_denominator (self, figure);
}

/* What two figures of the page tell together. */
static void
hide_differences (EarlyHelp *self)
{
  EarlyHelpFigure *opened = &self->figures[FIGURE_OPENED];
  EarlyHelpFigure *closed = &self->figures[FIGURE_CLOSED];
  EarlyHelpFigure *open = &self->figures[FIGURE_OPEN_BEYOND];
  EarlyHelpFigure *met = &self->figures[FIGURE_OUTCOMES_MET];
  EarlyHelpFigure *up = &self->figures[FIGURE_STEP_UP];
  EarlyHelpFigure *done = &self->figures[FIGURE_DONE_BY];

  /* Open at the end, less opened, and closed: open when the period began. */
  if (open->found && opened->found && closed->found
      && is_small (self, fabs (get_denominator (open) - get_numerator (opened) + get_numerator (closed))))
    hide_denominator (self, open);

  /* Open at the end, less those of them that were opened in the period; closed in the
   * period, less those of them that were opened in it. */
  for (guint id = FIGURE_DONE_BY; id <= FIGURE_DURATION; id++)
    {
      EarlyHelpFigure *times = &self->figures[id];
      double ended, still_open;

      if (!times->found)
        continue;
      ended = get_numerator (times);
      still_open = get_denominator (times) - ended;
      if ((open->found && is_small (self, fabs (get_denominator (open) - still_open)))
          || (closed->found && is_small (self, fabs (get_numerator (closed) - ended))))
        times->hide_numerator = TRUE;
    }

  /* Closed of those opened, less those done by week 16, whose number their share tells where
   * none is lost sight of before. Those closed may be known from elsewhere, as all who were
   * closed are where none was open when the period began; and where they are withheld, a
   * share that is next to theirs may not tell them. */
  if (done->found)
    {
      g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (done->found);
      double by_then = floor (marmot_estimate_get_value (estimate) * get_denominator (done) + 0.5);
      double later = fabs (get_numerator (done) - by_then);

      if (is_small (self, later) || (done->hide_numerator && later < self->options->threshold))
        {
          done->hide_value = done->hide_numerator = TRUE;
          self->figures[FIGURE_DURATION].hide_numerator = TRUE;
        }
    }

  /* Closed for a reason, less outcomes met, less stepped up: all other reasons. */
  if (met->found && up->found
      && is_small (self, fabs (get_denominator (met) - get_numerator (met) - get_numerator (up))))
    up->hide_value = up->hide_numerator = TRUE;
}

static void
hide_small_months (EarlyHelp *self,
                   EarlyHelpFigureId id)
{
  g_autoptr (MarmotColumn) counts = NULL;

  if (!self->months[id])
    return;
  counts = marmot_table_get_column_by_name (self->months[id], "numerator");
  for (gsize row = 0; row < marmot_column_get_length (counts); row++)
    if (is_small (self, marmot_column_get_double (counts, row)))
      self->hide_months[id] = TRUE;
}

static void
add_agency (EarlyHelp *self,
            const char *label,
            double count)
{
  EarlyHelpAgency agency = { g_strdup (label), count };

  g_array_append_val (self->agencies, agency);
  if (is_small (self, count))
    self->hide_agencies = TRUE;
}

/* Groups that are small go to the one beside them, which then is of both. */
static void
make_agencies (EarlyHelp *self)
{
  double counts[N_LED_BY] = { 0 };
  gboolean with_coordinators, with_unknown, with_others;

  if (!count_agencies (self, counts))
    return;

  self->agencies = g_array_new (FALSE, FALSE, sizeof (EarlyHelpAgency));
  g_array_set_clear_func (self->agencies, agency_clear);
  with_coordinators = is_small (self, counts[LED_BY_COORDINATOR]);
  if (with_coordinators)
    counts[LED_BY_COUNCIL] += counts[LED_BY_COORDINATOR];
  with_unknown = is_small (self, counts[LED_BY_UNKNOWN]);
  if (with_unknown)
    counts[LED_BY_OTHERS] += counts[LED_BY_UNKNOWN];
  with_others = is_small (self, counts[LED_BY_OTHERS]) || is_small (self, counts[LED_BY_SCHOOL]);
  if (with_others)
    counts[LED_BY_SCHOOL] += counts[LED_BY_OTHERS];

  add_agency (self, with_coordinators ? "The council and its early help co-ordinators" : "The council",
              counts[LED_BY_COUNCIL]);
  if (!with_coordinators && counts[LED_BY_COORDINATOR] > 0)
    add_agency (self, "The council's early help co-ordinators", counts[LED_BY_COORDINATOR]);
  if (with_others)
    {
      add_agency (self, with_unknown ? "Schools, all other partners, and those without a lead agency"
                                     : "Schools and all other partners",
                  counts[LED_BY_SCHOOL]);
    }
  else
    {
      add_agency (self, "Schools", counts[LED_BY_SCHOOL]);
      add_agency (self, with_unknown ? "All other partners, and those without a lead agency" : "All other partners",
                  counts[LED_BY_OTHERS]);
    }
  if (!with_unknown && counts[LED_BY_UNKNOWN] > 0)
    add_agency (self, "No lead agency is recorded", counts[LED_BY_UNKNOWN]);
}

static void
hide_small_numbers (EarlyHelp *self)
{
  for (guint id = 0; id < N_FIGURES; id++)
    {
      EarlyHelpFigure *figure = &self->figures[id];

      if (!figure->found)
        continue;
      if (figure->not_covered)
        hide_all (figure);
      else if (figure->form == EARLY_HELP_COUNT && is_small (self, get_numerator (figure)))
        hide_all (figure);
      else if (id == FIGURE_DONE_BY || id == FIGURE_DURATION)
        hide_small_times (self, figure);
      else if (figure->form == EARLY_HELP_SHARE)
        hide_small_share (self, figure);
    }
  hide_differences (self);
  for (guint id = FIGURE_REQUESTS; id <= FIGURE_CLOSED; id++)
    hide_small_months (self, id);
}

/* --- what is said beside them ----------------------------------------------------------- */

static void
add_remarks (EarlyHelp *self)
{
  EarlyHelpFigure *met = &self->figures[FIGURE_OUTCOMES_MET];
  g_autofree char *followed_to = early_help_print_day (self->followed_to);
  g_autofree char *known_to = early_help_print_day (self->known_last);
  g_autofree char *known_then = NULL;
  GDate day;

  add_remark (self, FIGURE_CLOSED_WITHIN,
              g_strdup ("It leaves out every episode that is still open. One that lasts long is closed late or not yet, "
                        "so that this figure flatters: read it with the next."));
  add_remark (self, FIGURE_DONE_BY,
              g_strdup_printf ("It differs from the figure before, which is of the episodes that closed in the period, "
                               "whenever they were opened. This one is of the episodes that were opened in it, closed or "
                               "not: those still open on %s count for as long as they had been open. The numerator is "
                               "how many had closed by that day.",
                               followed_to));
  add_remark (self, FIGURE_DURATION, g_strdup_printf ("Episodes are followed to %s, and the numerator is how many had closed by then.",
                               followed_to));
  add_remark (self, FIGURE_OUTCOMES_MET,
              g_strdup ("Episodes closed without a reason are unknown, and neither in the numerator nor in the "
                        "denominator."));
  if (met->found && !met->hide_others && !met->hide_numerator && marmot_measure_get_n_unknown (met->found) > 0)
    {
      g_autofree char *percent = marmot_number_format (100 * get_numerator (met) / get_whole (met), 1);

      add_remark (self, FIGURE_OUTCOMES_MET, g_strdup_printf ("With them in the denominator it would be %s%%.", percent));
    }
  add_remark (self, FIGURE_RETURN_BACK, g_strdup ("It is complete at once, and of those who come now."));

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) ((gint64) self->last + 719163));
  if (g_date_get_year (&day) < 9999)
    {
      g_date_add_months (&day, 12);
      known_then = early_help_print_day ((gint32) ((gint64) g_date_get_julian (&day) - 719163));
      if (self->figures[FIGURE_RETURN_FORWARD].not_covered)
        add_remark (self, FIGURE_RETURN_FORWARD,
                    g_strdup_printf ("Who comes back after a closure is unknown until twelve months later: of this period "
                                     "it is known whole after %s. These data end on %s.",
                                     known_then, known_to));
    }
}

static void
find_findings (EarlyHelp *self)
{
  if (self->known_first > self->first || self->known_last < self->last)
    add_finding (self, MARMOT_SEVERITY_WARNING, "report/period-not-covered",
                 "The data do not cover the whole period, so that its counts are too low",
                 "Choose a period that is covered, or supply the rest of the episodes");
  for (guint id = 0; id < N_FIGURES; id++)
    {
      EarlyHelpFigure *figure = &self->figures[id];
      g_autofree char *message
          = g_strdup_printf ("\"%s\" of %s cannot be given%s", marmot_episode_measure_get_label (figure->measure),
                             figure->of,
                             figure->not_covered ? ": the data do not reach as far back or forward as it looks" : "");

      if (figure->not_covered)
        add_finding (self, MARMOT_SEVERITY_WARNING, "episode/coverage", message,
                     "Supply the episodes of the time before or after, say which days the data cover, or wait until the "
                     "time has passed");
      else if (!figure->found)
        add_finding (self, MARMOT_SEVERITY_WARNING, "report/cannot-be-made", message, figure->why_not);
    }
  if (marmot_episode_set_get_n_stray_needs (self->set) > 0)
    add_finding (self, MARMOT_SEVERITY_WARNING, "report/stray-needs",
                 "Needs were given of episodes that the data do not have, and are left out",
                 "Supply the episodes, or leave those needs out");
}

/* --- all of it -------------------------------------------------------------------------- */

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

/* What looks like the short name of a measure must be that of one on the page. */
static gboolean
check_assumptions (const EarlyHelp *self,
                   GError **error)
{
  g_autoptr (GEnumClass) measures = g_type_class_ref (MARMOT_TYPE_EPISODE_MEASURE);

  for (char **text = self->options->assumptions; text && *text; text++)
    {
      gsize length = strspn (*text, "abcdefghijklmnopqrstuvwxyz0123456789-");
      gboolean is_there = FALSE;

      if (length == 0 || (*text)[length] != ':')
        continue;
      for (guint id = 0; id < N_FIGURES; id++)
        {
          const char *nick = g_enum_get_value (measures, (int) kinds[id].measure)->value_nick;

          is_there = is_there || (strlen (nick) == length && strncmp (nick, *text, length) == 0);
        }
      if (!is_there)
        return refuse (error, "An assumption is about a measure that is not on the page: name one that is, such as "
                              "\"closed-within: ...\"");
    }
  return TRUE;
}

gboolean
early_help_init (EarlyHelp *self,
                 MarmotEpisodeSet *set,
                 MarmotPeriod *period,
                 const EarlyHelpOptions *options,
                 GError **error)
{
  memset (self, 0, sizeof *self);
  self->options = options;
  self->set = g_object_ref (set);
  self->period = marmot_period_ref (period);
  self->before = marmot_period_shift_years (period, -1);
  self->first = marmot_period_get_start_days (period);
  self->last = marmot_period_get_end_days (period) - 1;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  if (!marmot_episode_set_get_coverage (set, &self->known_first, &self->known_last)
      || self->known_last < self->first || self->known_first > self->last)
    return refuse (error, "The set knows of no day of the period: name one that its episodes are of, or say which days "
                          "the set knows of");
  if (!check_assumptions (self, error))
    return FALSE;
  self->followed_to = MIN (self->last, self->known_last);
  self->followed = marmot_episode_set_with_coverage (set, self->known_first, self->followed_to, error);
  if (!self->followed)
    return FALSE;

  for (guint id = 0; id < N_FIGURES; id++)
    make_figure (self, id);
  for (guint id = FIGURE_REQUESTS; id <= FIGURE_CLOSED; id++)
    make_months (self, id);
  hide_small_numbers (self);
  make_agencies (self);
  add_remarks (self);
  find_findings (self);
  return TRUE;
}

void
early_help_clear (EarlyHelp *self)
{
  g_clear_object (&self->set);
  g_clear_object (&self->followed);
  g_clear_pointer (&self->period, marmot_period_unref);
  g_clear_pointer (&self->before, marmot_period_unref);
  for (guint id = 0; id < N_FIGURES; id++)
    {
      g_clear_pointer (&self->figures[id].found, marmot_measure_unref);
      g_clear_pointer (&self->figures[id].why_not, g_free);
      g_clear_pointer (&self->figures[id].of, g_free);
      g_clear_pointer (&self->figures[id].remarks, g_ptr_array_unref);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->months); i++)
    g_clear_pointer (&self->months[i], marmot_table_unref);
  g_clear_pointer (&self->agencies, g_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}
