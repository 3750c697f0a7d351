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
  { "negative-spread", "A standard deviation or a standard error is below zero: correct it." },
  { "not-defined", "The figure or its limits do not exist for these numbers, such as a ratio without any "
                   "events: take another method, or show the counts." },
  { "standard-out-of-range", "The standard must lie above zero and, for proportions, below one: check its multiplier." },
  { "too-few-events", "Fewer events than the policy asks for: pool years or areas." },
  { "weights-not-positive", "A weight is below zero, or all are zero: weights are people of a standard population." },
  { "missing-band", "A band of the standard population has no row: supply its population, with a count of zero if there were no events." },
  { "duplicate-band", "A band has more than one row: add them up, or group by what tells them apart." },
  { "unknown-band", "A band is not one of the standard population, or not an age: use its labels." },
  { "conflicting-band", "Rows of one band disagree about its population or weight: they must repeat it." },
  { "nothing-expected", "No events are expected: the reference has none, or the population is empty." },
  { "population-too-small", "The population is smaller than the policy asks for: pool years or areas." },
  { "no-deaths-in-open-band", "Nobody died in the open band, so that life would have no end: pool years, or let the open band start earlier." },
  { "no-survivors", "Nobody is left alive at this age in the life table." },
  { "interval-too-wide", "The interval is wider than the policy allows: pool years or areas." },
  { "share-out-of-range", "A share is not between 0 and 1, or its variance is below zero." },
  { "too-few-groups", "There are fewer groups with a figure and people than the measure needs: two for differences and dispersion, three for a line." },
  { "one-place", "All groups stand at one place of the order: give ranks that differ." },
  { "no-order", "The groups have no ranks, and this measure needs their order: give them, 1 for the most deprived." },
  { "figure-not-positive", "A figure is zero or below, for which this measure has no meaning." },
  { "mean-not-positive", "The mean of the groups is zero or below, so that nothing can be relative to it." },
  { "fit-not-positive", "An end of the line is zero or below, so that the ends have no ratio: use the slope index, or a model of logarithms or logits." },
  { "out-of-bounds", "A figure or the mean lies on or outside its bounds: check the scale and the bounds that were stated." },
  { "no-convergence", "No best fit of the model was found." },
  { "no-reference", "The reference group is not among the groups, or has no figure." },
  { "rank-out-of-range", "The edition has no such rank: it is likely of another edition of the index." },
  { "error-out-of-range", "A standard error is below zero, or zero where it makes a weight, or the covariance is larger than the errors allow: correct it." },
  { "too-few-periods", "There are figures of fewer than two periods, and a slope needs two." },
  { "out-of-reach", "The goal cannot be reached within the limit that was stated: set a nearer goal, or another limit." },
  { "not-attainable", "No count out of this number prints as the percentage: check that both are of the same people." },
  { "out-of-range", "A number is outside the range that it can have: see what the function takes." },
  { "duplicate-wave", "A wave of the series has several rows: give each wave once." },
  { "duplicate-date", "A date of the series has several rows: give each date once." },
  { "step-outside-series", "A step change is before the first date of the series or after its last: correct its date." },
  { "duplicate-step", "Two step changes begin with the same row: leave one of them out." },
  { "conflicting-limits", "Limits that were given are out of order, or change where no step change is: a part has one lower limit, mean and upper limit." },
  { "end-not-after-start", "A row ends at or before its start, or before its origin: correct the dates, or count the first day if it may end on it." },
  { "unknown-state", "A status is not a whole number from 0 to the number of causes: check that it is the right column, and state the causes." },
  { "not-reached", "The curve never comes down to this level while the group is followed: show a share at a stated time instead." },
  { "beyond-follow-up", "Nobody of the group was followed for so long: ask for an earlier time, or say that curves are to be carried on." },
  { "incomplete", "Not all periods that are taken together have a value: supply them, or wait until they are there." },
  { "not-independent", "The periods share days, as those of a rolling year do, so that a test would find trends in chance: test the periods that they are made of." },
  { "too-many-points", "The series has more points than this is computed for: take longer periods." },
  { "uneven", "The times are not whole steps apart: number the periods, or write them as dates or periods." },
  { "not-approaching", "The series stands still or moves away from the target, so that it would never be met as things go." },
  { "other-scale", "The target is fifty times the figures or more, or a fiftieth or less: check that both are of one unit, such as 0.9 and 90%." },
  { "not-covered", "The data do not reach as far back or forward as the figure looks: supply the time before or after, or choose a period that is covered." },
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
