/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From stays to counts, in one pass. On each day from the first up to, and not on, the last,
 * whoever is in a state is at risk there; what happens on the next day is held against it.
 */
#include "flow-private.h"

#include <string.h>

/* Counters of stays that began less moves that led to them, by day, band and state. */
#define MAX_COUNTERS (1 << 24)

typedef struct
{
  MarmotFlowRates *rates;
  guint64 *days;
  gint32 *unled;
  gint64 n_days;
  gint64 together; /* days that share a counter: 1 but for the longest of times */
} Count;

static void
count_clear (Count *self)
{
  g_clear_pointer (&self->days, g_free);
  g_clear_pointer (&self->unled, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

/* The day on which a band begins. */
static gint64
get_birthday (const MarmotFlowRates *rates,
              gint32 birth,
              gsize band)
{
  return marmot_flow_day_at (birth, 12 * (gint64) rates->ages[band]);
}

static gsize
find_band (const MarmotFlowRates *rates,
           gint32 birth,
           gint64 day)
{
  gint64 age;
  gsize band = 0;

  if (rates->n_bands == 1)
    return 0;
  age = marmot_flow_months_old (birth, (gint32) day) / 12;
  while (band + 1 < rates->n_bands && age >= rates->ages[band + 1])
    band++;
  return band;
}

/* Days at risk, by band, and the birthdays that were come to. */
static void
add_days (Count *self,
          gsize state,
          gint32 birth,
          gint64 low,
          gint64 high)
{
  const MarmotFlowRates *rates = self->rates;
  gsize band;

  if (rates->n_bands == 1)
    {
      self->days[state] += (guint64) (high - low);
      return;
    }
  for (band = find_band (rates, birth, low);; band++)
    {
      gint64 birthday = band + 1 < rates->n_bands ? get_birthday (rates, birth, band + 1) : G_MAXINT64;

      self->days[marmot_flow_at (rates, band, state)] += (guint64) (MIN (high, birthday) - low);
      if (birthday <= high)
        rates->reached[marmot_flow_at (rates, band + 1, state)]++;
      if (birthday >= high)
        return;
      low = birthday;
    }
}

/* Somebody came into a state on a day, by a move or without one. */
static void
note_arrival (Count *self,
              gint64 day,
              gsize band,
              gsize state,
              gint32 by)
{
  const MarmotFlowRates *rates = self->rates;
  gsize of_day = (gsize) ((day - rates->from - 1) / self->together);

  self->unled[of_day * rates->n_bands * rates->n_states + marmot_flow_at (rates, band, state)] += by;
}

static void
add_end (Count *self,
         gsize state,
         gint32 next,
         gint32 birth,
         gint64 end)
{
  MarmotFlowRates *rates = self->rates;
  gsize band = find_band (rates, birth, end), before = band;
  gsize to = next < 0 ? rates->n_states : (gsize) next;

  /* On the birthday itself it was no older before. */
  if (band > 0 && get_birthday (rates, birth, band) == end)
    before = band - 1;
  if (next >= 0)
    note_arrival (self, end, band, to, -1);
  else
    rates->n_leavers++;
  if (to == state)
    return;
  rates->n_moves += next >= 0;
  if (before < band)
    rates->birthdays[marmot_flow_pair (rates, band, state, to)]++;
  else
    rates->moves[marmot_flow_pair (rates, band, state, to)]++;
}

static void
add_stay (Count *self,
          const MarmotFlowStays *stays,
          gsize row)
{
  MarmotFlowRates *rates = self->rates;
  gsize state = (gsize) stays->state[row];
  gint32 start = stays->start[row], end = stays->end[row], birth = stays->birth ? stays->birth[row] : 0;
  gint32 low = MAX (start, rates->from), high = MIN (end, rates->until);

  if (low < high)
    add_days (self, state, birth, low, high);
  if (start > rates->from && start <= rates->until)
    note_arrival (self, start, find_band (rates, birth, start), state, 1);
  if (end > rates->from && end <= rates->until)
    add_end (self, state, stays->next[row], birth, end);
  if (start <= rates->from && rates->from < end)
    {
      rates->opening[marmot_flow_at (rates, find_band (rates, birth, rates->from), state)]++;
      rates->n_opening++;
    }
  if (start <= rates->until && rates->until < end)
    {
      gint64 months = rates->n_bands > 1 ? marmot_flow_months_old (birth, rates->until) : 0;
      gsize cell = (gsize) MIN (months, (gint64) rates->n_months - 1);

      rates->closing[marmot_flow_at (rates, find_band (rates, birth, rates->until), state)]++;
      rates->stock[cell * rates->n_states + state]++;
      rates->n_closing++;
    }
}

/* Whoever began a stay and was not led to it by a move has entered. */
static void
count_entries (Count *self,
               MarmotFindingLog *log)
{
  MarmotFlowRates *rates = self->rates;
  gsize n = rates->n_bands * rates->n_states;

  for (gint64 day = 0; day < self->n_days; day++)
    for (gsize i = 0; i < n; i++)
      {
        gint32 more = self->unled[(gsize) day * n + i];

        if (more > 0)
          {
            rates->entries[i] += more;
            rates->n_entries += (guint64) more;
          }
        else
          rates->n_unmatched += (guint64) -(gint64) more;
      }
  if (rates->n_unmatched > 0)
    marmot_finding_log_add_path (log, "flow/unmatched", MARMOT_SEVERITY_WARNING, "next",
                                 "Begin the next stay on the day on which this ends",
                                 "Moves to a state in which no stay begins that day: %" G_GUINT64_FORMAT,
                                 rates->n_unmatched);
}

void
marmot_flow_rates_alloc (MarmotFlowRates *self)
{
  gsize n = self->n_bands * self->n_states;

  self->n_months = self->has_ages ? 12 * (gsize) self->ages[self->n_bands - 1] + 1 : 1;
  self->days = g_new0 (double, n + 1);
  self->entries = g_new0 (double, n + 1);
  self->reached = g_new0 (double, n + 1);
  self->opening = g_new0 (double, n + 1);
  self->closing = g_new0 (double, n + 1);
  self->moves = g_new0 (double, n * (self->n_states + 1) + 1);
  self->birthdays = g_new0 (double, n * (self->n_states + 1) + 1);
  self->stock = g_new0 (double, self->n_months * self->n_states + 1);
}

MarmotFlowRates *
marmot_flow_rates_count (MarmotFlowStays *stays,
                         gint32 from,
                         gint32 until,
                         MarmotFlowOptions *options,
                         GError **error)
{
  g_autoptr (MarmotFlowRates) self = g_object_new (MARMOT_TYPE_FLOW_RATES, NULL);
  g_auto (Count) count = { self, NULL, NULL, 0, 1 };
  const char *ages = options ? marmot_flow_options_get_ages (options) : NULL;
  MarmotIntervalOptions *interval = options ? marmot_flow_options_get_interval (options) : NULL;
  gsize n;

  if (from >= until)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The time that is looked at ends before it begins, or as it does: give two days in order");
      return NULL;
    }
  g_clear_pointer (&self->ages, g_free);
  self->ages = marmot_flow_parse_ages (ages, &self->n_bands, error);
  if (!self->ages)
    return NULL;
  n = self->n_bands * stays->n_states;
  if (n > MARMOT_FLOW_MAX_CELLS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "There are %" G_GSIZE_FORMAT " states and %u bands of age: take fewer, at most %d together",
                   stays->n_states, self->n_bands, MARMOT_FLOW_MAX_CELLS);
      return NULL;
    }

  self->from = from;
  self->until = until;
  self->n_states = stays->n_states;
  self->has_ages = self->n_bands > 1;
  self->interval = interval ? g_object_ref (interval) : NULL;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_ref (stays->names);
  self->n_faulty = stays->n_faulty;
  marmot_flow_rates_alloc (self);
  count.days = g_new0 (guint64, n + 1);
  count.n_days = (gint64) until - from;
  while (count.n_days * (gint64) n > MAX_COUNTERS)
    {
      count.together *= 2;
      count.n_days = ((gint64) until - from + count.together - 1) / count.together;
    }
  count.unled = g_new0 (gint32, (gsize) count.n_days * n + 1);

  for (gsize i = 0; i < stays->n_rows; i++)
    if (stays->state[i] >= 0)
      add_stay (&count, stays, i);
  for (gsize i = 0; i < n; i++)
    self->days[i] = (double) count.days[i];
  count_entries (&count, stays->log);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (stays->log->findings);
  return g_steal_pointer (&self);
}
