/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#define LOW_LOW \
  "Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of " \
  "Public Health 2004; 26: 388-395."
#define MACKENBACH_KUNST \
  "Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health: an " \
  "overview of available measures illustrated with two examples from Europe. Social Science & Medicine " \
  "1997; 44: 757-771."
#define PAMUK \
  "Pamuk ER. Social class inequality in mortality from 1921 to 1972 in England and Wales. Population " \
  "Studies 1985; 39: 17-31."

/* In the order of MarmotInequalityMeasure. */
static const struct
{
  const char *nick;
  const char *label;
  const char *definition;
  const char *citation;
} measures[] = {
  { "slope-index", "Slope index of inequality",
    "The figure at the least deprived end of a line through the groups, less that at the most deprived end.",
    LOW_LOW " " PAMUK },
  { "relative-index", "Relative index of inequality",
    "The two ends of a line through the groups as a ratio, or their difference over the mean.",
    MACKENBACH_KUNST " " PAMUK },
  { "most-deprived-end", "Figure at the most deprived end of the line",
    "What a line through the groups gives for those who are more deprived than everybody.", LOW_LOW },
  { "least-deprived-end", "Figure at the least deprived end of the line",
    "What a line through the groups gives for those who are less deprived than everybody.", LOW_LOW },
  { "slope", "Slope of the line",
    "What a line through the groups climbs from the most to the least deprived, on the scale on which it is "
    "straight.",
    LOW_LOW },
};

const char *
marmot_inequality_measure_to_nick (MarmotInequalityMeasure measure)
{
  g_return_val_if_fail ((guint) measure < G_N_ELEMENTS (measures), "unknown");

  return measures[measure].nick;
}

const char *
marmot_inequality_measure_get_label (MarmotInequalityMeasure measure)
{
  g_return_val_if_fail ((guint) measure < G_N_ELEMENTS (measures), "Unknown");

  return measures[measure].label;
}

const char *
marmot_inequality_measure_get_definition (MarmotInequalityMeasure measure)
{
  g_return_val_if_fail ((guint) measure < G_N_ELEMENTS (measures), "Unknown.");

  return measures[measure].definition;
}

const char *
marmot_inequality_measure_get_citation (MarmotInequalityMeasure measure)
{
  g_return_val_if_fail ((guint) measure < G_N_ELEMENTS (measures), "");

  return measures[measure].citation;
}
