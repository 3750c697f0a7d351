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

#define KAKWANI \
  "Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health: measurement, computation, " \
  "and statistical inference. Journal of Econometrics 1997; 77: 87-103."
#define WAGSTAFF_2002 \
  "Wagstaff A. Inequality aversion, health inequalities and health achievement. Journal of Health Economics " \
  "2002; 21: 627-641."
#define ERREYGERS_2012 \
  "Erreygers G, Clarke P, Van Ourti T. Mirror, mirror, on the wall, who in this land is fairest of all? " \
  "Distributional sensitivity in the measurement of socioeconomic inequality of health. Journal of Health " \
  "Economics 2012; 31: 257-270."

#define WHO \
  "World Health Organization. Handbook on health inequality monitoring: with a special focus on low- and " \
  "middle-income countries. WHO 2013."
#define HARPER_LYNCH \
  "Harper S, Lynch J. Methods for measuring cancer disparities. National Cancer Institute 2005."
#define SHORROCKS \
  "Shorrocks AF. The class of additively decomposable inequality measures. Econometrica 1980; 48: 613-625."
#define THEIL "Theil H. Economics and Information Theory. North-Holland 1967."
#define COCHRAN \
  "Cochran WG. The combination of estimates from different experiments. Biometrics 1954; 10: 101-129."
#define WALTER \
  "Walter SD. The estimation and interpretation of attributable risk in health research. Biometrics 1976; " \
  "32: 829-849."

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
  { "concentration-index", "Concentration index",
    "Twice the covariance of the figure and the place in the order, over the mean: from -1, all of it with the "
    "most deprived, to 1, all with the least.",
    KAKWANI },
  { "generalised-concentration", "Generalised (absolute) concentration index",
    "Twice the covariance of the figure and the place in the order.", KAKWANI },
  { "erreygers", "Erreygers index",
    "Four times the generalised concentration index, over the range between the bounds of the figure.",
    "Erreygers G. Correcting the concentration index. Journal of Health Economics 2009; 28: 504-515." },
  { "wagstaff", "Wagstaff index",
    "The generalised concentration index times the range between the bounds, over the distances of the mean "
    "from both.",
    "Wagstaff A. The bounds of the concentration index when the variable of interest is binary, with an "
    "application to immunization inequality. Health Economics 2005; 14: 429-432." },
  { "modified-concentration", "Modified concentration index",
    "The generalised concentration index over the distance of the mean from the lower bound.",
    "Erreygers G, Van Ourti T. Measuring socioeconomic inequality in health, health care and health financing "
    "by means of rank-dependent indices: a recipe for good practice. Journal of Health Economics 2011; 30: "
    "685-694." },
  { "extended-concentration", "Extended concentration index",
    "A concentration index in which the most deprived weigh more, by an aversion to inequality.",
    WAGSTAFF_2002 },
  { "generalised-extended-concentration", "Generalised extended concentration index",
    "The extended concentration index as an absolute one, normalised so that at an aversion of 2 it is four "
    "times the generalised index.",
    ERREYGERS_2012 },
  { "symmetric-concentration", "Symmetric concentration index",
    "A concentration index in which both ends of the order weigh more.", ERREYGERS_2012 },
  { "generalised-symmetric-concentration", "Generalised symmetric concentration index",
    "Four times the symmetric concentration index times the mean.", ERREYGERS_2012 },
  { "achievement", "Achievement index",
    "The mean times one less the extended concentration index.", WAGSTAFF_2002 },
  { "difference", "Difference",
    "The figure of the least deprived group less that of the most; without an order, of the largest less the "
    "smallest.",
    WHO },
  { "ratio", "Ratio", "The same two figures, one over the other.", WHO },
  { "between-group-variance", "Between-group variance",
    "The mean square of the distances from the mean, weighted by population.", HARPER_LYNCH },
  { "between-group-deviation", "Between-group standard deviation",
    "The square root of the between-group variance.", WHO },
  { "coefficient-of-variation", "Coefficient of variation",
    "The between-group standard deviation over the mean.", WHO },
  { "mean-difference-from-best", "Mean difference from the best group",
    "The mean of the distances from the figure of the group that is best off.", WHO },
  { "mean-difference-from-mean", "Mean difference from the mean", "The mean of the distances from the mean.", WHO },
  { "mean-difference-from-reference", "Mean difference from the reference group",
    "The mean of the distances from the figure of the reference group.", WHO },
  { "index-of-disparity", "Index of disparity", "The mean of the distances from the mean, over the mean.",
    "Pearcy JN, Keppel KG. A summary measure of health disparity. Public Health Reports 2002; 117: 273-280. "
    WHO },
  { "theil", "Theil index (T)", "The mean of r ln r, where r is the figure over the mean.", THEIL },
  { "mean-log-deviation", "Mean log deviation", "The mean of -ln r, where r is the figure over the mean.", THEIL },
  { "generalised-entropy", "Generalised entropy",
    "The mean of r to the power of alpha, less 1, over alpha (alpha - 1).", SHORROCKS },
  { "atkinson", "Atkinson index",
    "The share of the mean that could be given up if all had the same, by an aversion to inequality.",
    "Atkinson AB. On the measurement of inequality. Journal of Economic Theory 1970; 2: 244-263." },
  { "hoover", "Hoover index", "Half the mean of the distances from the mean, over the mean.",
    "Hoover EM. The measurement of industrial localization. Review of Economics and Statistics 1936; 18: "
    "162-171." },
  { "gini", "Gini coefficient", "The concentration index of the figures in their own order.",
    "Lerman RI, Yitzhaki S. A note on the calculation and interpretation of the Gini index. Economics Letters "
    "1984; 15: 363-368." },
  { "heterogeneity", "Heterogeneity (Cochran's Q)",
    "The sum of the squared distances from the mean by precision, in standard errors.", COCHRAN },
  { "heterogeneity-probability", "Probability of the heterogeneity by chance",
    "The probability of a chi-squared variate, with a degree of freedom less than there are groups, above Q.",
    COCHRAN },
  { "attributable-risk", "Population attributable risk",
    "The figure of the reference group less the mean of all.", WALTER },
  { "attributable-fraction", "Population attributable fraction",
    "The population attributable risk over the mean.", WALTER },
  { "curvature", "Curvature of the gradient",
    "The square term of a parabola through the groups, by least squares weighted by population: 0 where a line "
    "does.",
    "Draper NR, Smith H. Applied Regression Analysis, 3rd edition. Wiley 1998, chapter 12." },
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
