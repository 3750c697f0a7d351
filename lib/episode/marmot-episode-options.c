/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "episode-options-private.h"

#include "core/marmot-record-private.h"

struct _MarmotEpisodeOptions
{
  GObject parent_instance;

  EpisodeOptions options;
};

G_DEFINE_FINAL_TYPE (MarmotEpisodeOptions, marmot_episode_options, G_TYPE_OBJECT)

/**
 * MarmotEpisodeOptions:period:
 *
 * The period that a measure is of; %NULL for all days that the set knows of.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:day:
 *
 * The day that a measure is of, where it is one of a day; %NULL for the last day of the
 * period.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:by:
 *
 * Names of columns to group by, such as "locality" and "lead_agency".
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:step:
 *
 * Whether there is a figure for each month, quarter or year of the period.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:unit:
 *
 * What is counted. Of children and families each is counted once in a figure; by its
 * first episode in it, or, of returns, as whoever comes back.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:weeks:
 *
 * A number of weeks in place of the one in the definition of the measure; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:months:
 *
 * A number of months in place of the one in the definition; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:working-days:
 *
 * A number of working days in place of the one in the definition; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:miles:
 *
 * A distance in miles in place of the one in the definition; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:share:
 *
 * A share, from 0 to 1, in place of the one in the definition, such as of the sessions
 * that were missed; 0 for that one.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:population:
 *
 * How many children of 0 to 17 years there are, for a rate; 0 for none.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:per:
 *
 * How many of the population a rate is per.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:confidence:
 *
 * The confidence level of intervals, as a proportion.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:rows:
 *
 * Whether measures keep the rows behind them.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:unknown-counts:
 *
 * Whether those of whom it is not known, such as episodes closed without a reason, count
 * in the denominator, as if they were known not to be in the numerator.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:last-day-counts:
 *
 * Whether an episode is still open on the day on which it ends.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:exceptions-count:
 *
 * Whether plans to which the time limit of 20 weeks did not apply count as all others.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:from-opening:
 *
 * Whether the months until a return are counted from the opening of the episode before,
 * and not from its closure.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:own-history:
 *
 * Whether earlier plans of a child are those that the set itself has, and not those that
 * the source counts in the column `previous_plans`.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:temporary-counts:
 *
 * Whether a temporary placement (T0 to T4) is a placement of its own, and the return from
 * it another, as in [class@Marmot.SpellOptions].
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:adoption-together:
 *
 * Whether a placement for adoption and the placement before it count together as one with
 * the same carer, for long-term stability: so did national indicator 63.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:gap-days:
 *
 * Over how many days without an episode a period of care goes on, if both sides say that
 * it does, as in [class@Marmot.SpellOptions].
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:authority:
 *
 * The code of the council, such as "E08000026", where the measure needs it.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:agencies:
 *
 * The lead agencies that are the council; %NULL for "council" and "coordinator".
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:placements:
 *
 * The codes of the kinds of placement that are counted; %NULL for those in the definition
 * of the measure.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:calendar:
 *
 * Which days are working days; %NULL for the bank holidays of England that are built in.
 *
 * Since: 1.0
 */

/**
 * MarmotEpisodeOptions:adjacency:
 *
 * Which authorities adjoin which; %NULL for what is built in.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotEpisodeOptions, options.field)

static const MarmotRecordField fields[] = {
  { "period", marmot_period_get_type, FIELD (period), 0 },
  { "day", g_date_get_type, FIELD (day), 0 },
  { "by", g_strv_get_type, FIELD (by), 0 },
  { "step", marmot_episode_step_get_type, FIELD (step), MARMOT_EPISODE_STEP_NONE },
  { "unit", marmot_episode_unit_get_type, FIELD (unit), MARMOT_EPISODE_UNIT_DEFAULT },
  { "weeks", marmot_record_type_uint, FIELD (weeks), 0 },
  { "months", marmot_record_type_uint, FIELD (months), 0 },
  { "working-days", marmot_record_type_uint, FIELD (working_days), 0 },
  { "miles", marmot_record_type_double, FIELD (miles), 0 },
  { "share", marmot_record_type_double, FIELD (share), 0 },
  { "population", marmot_record_type_double, FIELD (population), 0 },
  { "per", marmot_record_type_double, FIELD (per), 10000 },
  { "confidence", marmot_record_type_double, FIELD (confidence), 0.95 },
  { "rows", marmot_record_type_boolean, FIELD (rows), FALSE },
  { "unknown-counts", marmot_record_type_boolean, FIELD (unknown_counts), FALSE },
  { "last-day-counts", marmot_record_type_boolean, FIELD (last_day_counts), FALSE },
  { "exceptions-count", marmot_record_type_boolean, FIELD (exceptions_count), FALSE },
  { "from-opening", marmot_record_type_boolean, FIELD (from_opening), FALSE },
  { "own-history", marmot_record_type_boolean, FIELD (own_history), FALSE },
  { "temporary-counts", marmot_record_type_boolean, FIELD (temporary_counts), FALSE },
  { "adoption-together", marmot_record_type_boolean, FIELD (adoption_together), FALSE },
  { "gap-days", marmot_record_type_uint, FIELD (gap_days), 0 },
  { "authority", NULL, FIELD (authority), 0 },
  { "agencies", g_strv_get_type, FIELD (agencies), 0 },
  { "placements", g_strv_get_type, FIELD (placements), 0 },
  { "calendar", marmot_calendar_get_type, FIELD (calendar), 0 },
  { "adjacency", marmot_adjacency_get_type, FIELD (adjacency), 0 },
};

static void
marmot_episode_options_class_init (MarmotEpisodeOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_episode_options_init (MarmotEpisodeOptions *self)
{
}

MarmotEpisodeOptions *
marmot_episode_options_new (MarmotPeriod *period)
{
  return g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, NULL);
}

const EpisodeOptions *
episode_options_peek (MarmotEpisodeOptions *self)
{
  static const EpisodeOptions defaults = { .per = 10000, .confidence = 0.95 };

  return self ? &self->options : &defaults;
}

static void
add_list (GString *text,
          const char *name,
          char **list)
{
  if (!list)
    return;
  g_string_append_printf (text, " %s=", name);
  for (char **item = list; *item; item++)
    g_string_append_printf (text, "%s\x1f", *item);
}

static void
add_number (GString *text,
            const char *name,
            double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number != 0)
    g_string_append_printf (text, " %s=%s", name, g_ascii_dtostr (buffer, sizeof buffer, number));
}

char *
episode_options_describe (const EpisodeOptions *self,
                          gint32 from,
                          gint32 until)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "days=%d,%d step=%d unit=%d", from, until, (int) self->step, (int) self->unit);
  add_list (text, "by", self->by);
  add_number (text, "weeks", self->weeks);
  add_number (text, "months", self->months);
  add_number (text, "working-days", self->working_days);
  add_number (text, "miles", self->miles);
  add_number (text, "share", self->share);
  add_number (text, "population", self->population);
  add_number (text, "per", self->per);
  add_number (text, "confidence", self->confidence);
  add_number (text, "unknown-counts", self->unknown_counts);
  add_number (text, "last-day-counts", self->last_day_counts);
  add_number (text, "exceptions-count", self->exceptions_count);
  add_number (text, "from-opening", self->from_opening);
  add_number (text, "own-history", self->own_history);
  add_number (text, "temporary-counts", self->temporary_counts);
  add_number (text, "adoption-together", self->adoption_together);
  add_number (text, "gap-days", self->gap_days);
  if (self->authority)
    g_string_append_printf (text, " authority=%s", self->authority);
  if (self->calendar)
    g_string_append_printf (text, " calendar=%s", marmot_calendar_get_name (self->calendar));
  if (self->adjacency)
    g_string_append_printf (text, " adjacency=%s", marmot_adjacency_get_title (self->adjacency));
  add_list (text, "agencies", self->agencies);
  add_list (text, "placements", self->placements);
  return g_string_free (text, FALSE);
}

gint32
episode_options_get_day (const EpisodeOptions *self)
{
  if (!self->day || !g_date_valid (self->day))
    return G_MININT32;
  return (gint32) ((gint64) g_date_get_julian (self->day) - 719163);
}
