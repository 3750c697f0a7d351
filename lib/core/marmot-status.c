/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

/* In the order of MarmotStatus. */
static const struct
{
  const char *nick;
  const char *description;
} statuses[] = {
  { "ok", "Computed." },
  { "missing", "A number that is needed is missing: supply it, or leave the row out." },
  { "not-finite", "A number that is needed is infinite or not a number: correct it, or make it a null." },
  { "negative-count", "A count is below zero: counts start at zero." },
  { "denominator-not-positive", "The denominator is zero or below: without a population there is nothing to compute." },
  { "count-over-denominator", "More were counted than the denominator holds: check that both are of the same people and period." },
  { "empty-group", "The group has no rows." },
  { "too-few-values", "There are fewer values than this is made of: see the fewest that were asked for." },
  { "not-whole", "The test is for whole counts: take one that does not need them, such as chi-squared." },
  { "too-large", "The counts are too large for an exact sum: take another test, which will not differ." },
  { "negative-spread", "A standard deviation is below zero: correct it." },
  { "not-defined", "The figure or its limits do not exist for these numbers, such as a ratio without any "
                   "events: take another method, or show the counts." },
  { "standard-out-of-range", "The standard must lie above zero and, for proportions, below one: check its multiplier." },
};

const char *
marmot_status_to_nick (MarmotStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), "unknown");

  return statuses[status].nick;
}

const char *
marmot_status_get_description (MarmotStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (statuses), "Unknown.");

  return statuses[status].description;
}
