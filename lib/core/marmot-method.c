/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#define NEWCOMBE_ALTMAN \
  "Newcombe RG, Altman DG. Proportions and their differences. In: Altman DG, Machin D, Bryant TN, " \
  "Gardner MJ (eds). Statistics with Confidence, 2nd edition. BMJ Books 2000, pages 45-56."
#define ARMITAGE \
  "Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research, 4th edition. " \
  "Blackwell 2002, section 5.2."
#define BRESLOW_DAY \
  "Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II: The Design and Analysis " \
  "of Cohort Studies. International Agency for Research on Cancer 1987, page 69."
#define BROWN_CAI_DASGUPTA \
  "Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Statistical Science " \
  "2001; 16: 101-133."
#define HYNDMAN_FAN \
  "Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American Statistician 1996; 50: " \
  "361-365, definition 7."
#define WELCH \
  "Welch BL. The generalization of Student's problem when several different population variances are " \
  "involved. Biometrika 1947; 34: 28-35."
#define CONDITIONAL \
  "Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson series. Biometrika " \
  "1940; 31: 313-323."
#define DOBSON \
  "Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Confidence intervals for weighted sums of Poisson " \
  "parameters. Statistics in Medicine 1991; 10: 457-462."
#define SILCOCKS \
  "Silcocks PBS, Jenner DA, Reza R. Life expectancy as a summary of mortality in a population: " \
  "statistical considerations and suitability for use by health authorities. Journal of Epidemiology " \
  "and Community Health 2001; 55: 38-43."
#define ALTMAN_BLAND \
  "Altman DG, Bland JM. Interaction revisited: the difference between two estimates. BMJ 2003; 326: 219."
#define KALBFLEISCH_PRENTICE \
  "Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data, 2nd edition. Wiley 2002, section 1.4."
#define BORGAN_LIESTOL \
  "Borgan O, Liestol K. A note on confidence intervals and bands for the survival function based on " \
  "transformations. Scandinavian Journal of Statistics 1990; 17: 35-41."
#define NELSON_AALEN \
  "Nelson W. Theory and applications of hazard plotting for censored failure data. Technometrics 1972; 14: " \
  "945-966. Aalen O. Nonparametric inference for a family of counting processes. Annals of Statistics 1978; 6: 701-726."
#define KLEIN \
  "Klein JP. Small sample moments of some estimators of the variance of the Kaplan-Meier and Nelson-Aalen " \
  "estimators. Scandinavian Journal of Statistics 1991; 18: 333-340."
#define FINGERTIPS(what) \
  "Public Health England. Fingertips: " what " (source of the web services, 2020)."
#define FINGERTIPS_NEXT(what) \
  "Department of Health and Social Care. FingertipsNext: " what " (source, August 2025)."

#define MCNEMAR \
  "McNemar Q. Note on the sampling error of the difference between correlated proportions or percentages. " \
  "Psychometrika 1947; 12: 153-157."
#define FAGERLAND_PAIRED \
  " Fagerland MW, Lydersen S, Laake P. The McNemar test for binary matched-pairs data: mid-p and asymptotic are " \
  "better than exact conditional. BMC Medical Research Methodology 2013; 13: 91."
#define WHEELER "Wheeler DJ. Understanding Variation: The Key to Managing Chaos, 2nd edition. SPC Press 2000."
#define MULTISTATE \
  "Kalbfleisch JD, Lawless JF. The analysis of panel data under a Markov assumption. Journal of the American " \
  "Statistical Association 1985; 80: 863-871. Andersen PK, Keiding N. Multi-state models for event history " \
  "analysis. Statistical Methods in Medical Research 2002; 11: 91-115."
#define GAMMA_RATES \
  " Gelman A, Carlin JB, Stern HS, Dunson DB, Vehtari A, Rubin DB. Bayesian Data Analysis, 3rd edition. CRC Press " \
  "2013, section 2.6."
#define KISH "Kish L. Survey Sampling. Wiley 1965, section 12.4."

/* In the order of MarmotMethod. */
static const struct
{
  const char *nick;
  const char *label;
  const char *citation;
} methods[] = {
  { "default", "The customary method", "" },
  { "none", "No interval", "" },
  { "as-published", "As printed by the source", "The source named beside the figure." },
  { "wilson", "Wilson score interval",
    "Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of the "
    "American Statistical Association 1927; 22: 209-212. " NEWCOMBE_ALTMAN },
  { "exact-poisson", "Exact Poisson interval", ARMITAGE },
  { "byar", "Byar's approximation", BRESLOW_DAY },
  { "poisson", "Exact Poisson interval under ten events, Byar's approximation from ten",
    ARMITAGE " " BRESLOW_DAY },
  { "benchmark-interval",
    "Whether the confidence interval holds the benchmark, each at the precision at which it was printed",
    "Public Health England. Fingertips: single overlapping confidence intervals, one level (source of "
    "the web services, 2020). The care for printed precision is a convention of libmarmot." },
  { "benchmark-values", "Which of two values is the higher, at the precision at which they were printed",
    "A convention of libmarmot: a value printed as 3.9 may be anything from 3.85 to 3.95." },
  { "change", "The later figure less the earlier; percentages change by points",
    "Arithmetic on the printed figures." },
  { "part-of-year", "The year to date less its latest quarter, for counts only",
    "Arithmetic on the printed figures." },
  { "progress", "What has been reached as a percentage of the target, for counts only",
    "Arithmetic on the printed figures." },
  { "straight-line", "As large a part of the target as has passed of its period, in months",
    "A convention of libmarmot, where the owner supplies no profile." },
  { "owner-profile", "What the owner of the indicator expects by the end of the latest quarter",
    "The owner's own targets, named beside them." },
  { "run-rate", "The rest of the period at the average rate so far",
    "A convention of libmarmot, where the owner supplies no profile." },
  { "benchmark-one-level", "Whether the confidence interval holds the benchmark",
    FINGERTIPS ("single overlapping confidence intervals, one level") },
  { "benchmark-two-levels", "Whether the 95% and the 99.8% confidence interval hold the benchmark",
    FINGERTIPS ("single overlapping confidence intervals, two levels") },
  { "benchmark-both-intervals", "Whether the confidence intervals of both overlap",
    FINGERTIPS ("double overlapping confidence intervals") },
  { "benchmark-spc-proportion", "Whether the proportion lies inside Wilson's limits around the benchmark",
    FINGERTIPS ("statistical process control for proportions") },
  { "benchmark-spc-dsr", "Whether the directly standardised rate lies inside exact Poisson limits around the benchmark",
    FINGERTIPS ("statistical process control for directly standardised rates") },
  { "quintiles", "Fifths by percentiles, interpolated linearly; a tie goes down",
    FINGERTIPS ("quintiles") },
  { "quartiles", "Quarters by percentiles, interpolated linearly; a tie goes down",
    FINGERTIPS ("quartiles") },
  { "quintiles-ntile", "Fifths of the areas dealt out in order, as SQL's NTILE does",
    FINGERTIPS_NEXT ("quintile benchmark comparison") },
  { "quartiles-ntile", "Quarters of the areas dealt out in order, as SQL's NTILE does",
    FINGERTIPS_NEXT ("quartiles") },
  { "suicide-prevention-plan", "Whether there is a suicide prevention plan: 1 yes, 3 no, anything else between",
    FINGERTIPS ("suicide prevention plan") },
  { "goal-value", "Whether the value has reached the goal",
    FINGERTIPS ("target, single value") },
  { "goal-interval", "Whether the whole confidence interval has reached the goal",
    FINGERTIPS ("target, single value by confidence intervals") },
  { "goal-range", "Where the value stands to the two limits of the goal",
    FINGERTIPS ("target, range") },
  { "goal-percentile-range", "Where the value stands to two percentiles of the upper-tier authorities",
    FINGERTIPS ("target, nth percentile range") },
  { "goal-previous-england", "Whether the value is at least England's of the year before",
    FINGERTIPS ("target, last year's England value") },
  { "average-pooled", "The areas' counts added up, over their denominators added up",
    FINGERTIPS ("averages computed from the areas") },
  { "average-of-areas", "The mean of the areas' values, each area counting once",
    "Arithmetic on the areas' figures." },
  { "trend-fingertips", "Weighted line through the five latest figures, at 99.8%, as on the Fingertips site",
    "Public Health England. Fingertips: recent trends (source of the web services, 2020), and the labels "
    "that the site published in 2025, all of which it reproduces." },
  { "trend-ohid-guidance", "Line through the five latest figures, at 99.8%, as in the written guidance",
    "Office for Health Improvement and Disparities. Fingertips trend markers. Public health technical "
    "guidance, 2025. Armitage P. Tests for linear trends in proportions and frequencies. Biometrics "
    "1955; 11: 375-386." },
  { "trend-two-points", "Whether the confidence intervals of two figures overlap",
    "Public Health England. Fingertips: double overlapping confidence intervals (source of the web "
    "services, 2020)." },
  { "clopper-pearson", "Exact (Clopper-Pearson) interval",
    "Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the "
    "binomial. Biometrika 1934; 26: 404-413." },
  { "agresti-coull", "Agresti-Coull interval",
    "Agresti A, Coull BA. Approximate is better than \"exact\" for interval estimation of binomial "
    "proportions. The American Statistician 1998; 52: 119-126." },
  { "jeffreys", "Equal-tailed interval of Jeffreys' prior", BROWN_CAI_DASGUPTA },
  { "normal", "Normal approximation, with the estimated standard error", NEWCOMBE_ALTMAN },
  { "percentile-type-7", "Percentiles interpolated linearly (type 7)", HYNDMAN_FAN },
  { "percentile-fingertips", "Percentiles interpolated linearly, rounded to ten decimals",
    HYNDMAN_FAN " " FINGERTIPS ("quintiles") },
  { "newcombe", "Newcombe's hybrid score interval for a difference of proportions",
    "Newcombe RG. Interval estimation for the difference between independent proportions: comparison of "
    "eleven methods. Statistics in Medicine 1998; 17: 873-890, method 10." },
  { "miettinen-nurminen", "Miettinen and Nurminen's score interval",
    "Miettinen O, Nurminen M. Comparative analysis of two rates. Statistics in Medicine 1985; 4: 213-226." },
  { "koopman", "Koopman's score interval for a ratio of proportions",
    "Koopman PAR. Confidence intervals for the ratio of two binomial proportions. Biometrics 1984; 40: "
    "513-517." },
  { "katz", "Logarithmic interval for a ratio of proportions",
    "Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort "
    "studies. Biometrics 1978; 34: 469-474." },
  { "woolf", "Logarithmic interval for an odds ratio",
    "Woolf B. On estimating the relation between blood group and disease. Annals of Human Genetics 1955; "
    "19: 251-253." },
  { "mover", "Hybrid of the intervals of two rates, exact Poisson under ten events and Byar's from ten",
    "Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. "
    "Statistics in Medicine 2008; 27: 1693-1702. " ARMITAGE " " BRESLOW_DAY },
  { "exact-conditional", "Exact interval or test of a ratio of rates, given the events of both", CONDITIONAL },
  { "mid-p-conditional", "Mid-p test of a ratio of rates, given the events of both", CONDITIONAL },
  { "score", "Score interval or test",
    "Graham PL, Mengersen K, Morton AP. Confidence limits for the ratio of two rates based on likelihood "
    "scores. Statistics in Medicine 2003; 22: 2071-2083. " ARMITAGE },
  { "log-normal", "Normal interval on the logarithmic scale",
    "Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research, 4th edition. Blackwell "
    "2002, section 5.3." },
  { "chi-squared", "Pearson's chi-squared test, without continuity correction",
    "Pearson K. On the criterion that a given system of deviations from the probable is such that it can be "
    "reasonably supposed to have arisen from random sampling. Philosophical Magazine 1900; 50: 157-175." },
  { "chi-squared-n-1", "Chi-squared test with N - 1",
    "Campbell I. Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations. "
    "Statistics in Medicine 2007; 26: 3661-3675." },
  { "fisher", "Fisher's exact test, two-sided by tables that are no more probable",
    "Fisher RA. The logic of inductive inference. Journal of the Royal Statistical Society 1935; 98: 39-82." },
  { "fisher-mid-p", "Fisher's exact test with mid-p",
    "Fagerland MW, Lydersen S, Laake P. Recommended tests and confidence intervals for paired and "
    "independent 2 x 2 tables. Statistical Methods in Medical Research 2015; 24: 224-254." },
  { "student", "Student's t", "Student. The probable error of a mean. Biometrika 1908; 6: 1-25." },
  { "welch", "Welch's t, with a variance for each group", WELCH },
  { "log-t", "t interval or test for a ratio of means on the logarithmic scale, by the delta method",
    "Friedrich JO, Adhikari NKJ, Beyene J. The ratio of means method as an alternative to mean differences for "
    "analyzing continuous outcome variables in meta-analysis. BMC Medical Research Methodology 2008; 8: 32, here "
    "with Satterthwaite's degrees of freedom. " WELCH },
  { "fieller", "Fieller's interval for a ratio",
    "Fieller EC. Some problems in interval estimation. Journal of the Royal Statistical Society B 1954; 16: "
    "175-185. Tamhane AC, Logan BR. Finding the maximum safe dose level for heteroscedastic data. Journal of "
    "Biopharmaceutical Statistics 2004; 14: 843-856." },
  { "exact-binomial", "Exact binomial test, twice the smaller tail",
    "Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the "
    "binomial. Biometrika 1934; 26: 404-413." },
  { "direct",
    "Direct standardisation, with Dobson's interval on Byar's limits of the count",
    DOBSON " " BRESLOW_DAY },
  { "direct-exact",
    "Direct standardisation, with Dobson's interval on exact limits of the count",
    DOBSON " " ARMITAGE },
  { "direct-frequencies",
    "Direct standardisation of events of which a person may have several, with Dobson's interval",
    DOBSON " Stukel TA, Glynn RJ, Fisher ES, Sharp SM, Lu-Yao G, Wennberg JE. Standardized rates of recurrent "
    "outcomes. Statistics in Medicine 1994; 13: 1781-1791." },
  { "indirect",
    "Indirect standardisation, with exact limits of the count under ten events and Byar's from ten",
    ARMITAGE " " BRESLOW_DAY },
  { "years-lost",
    "Standardised years of life lost, with Dobson's interval on Byar's limits of the deaths",
    DOBSON " Romeder JM, McWhinnie JR. Potential years of life lost between ages 1 and 70: an indicator of "
    "premature mortality for health planning. International Journal of Epidemiology 1977; 6: 143-151." },
  { "chiang-silcocks",
    "Chiang's abridged life table, with the open interval's variance by Silcocks and others",
    "Chiang CL. Introduction to Stochastic Processes in Biostatistics. Wiley 1968, chapter 9. " SILCOCKS },
  { "sullivan",
    "Sullivan's healthy life expectancy, with the variance of mortality and of health",
    "Sullivan DF. A single index of mortality and morbidity. HSMHA Health Reports 1971; 86: 347-354. " SILCOCKS },
  { "arriaga",
    "Arriaga's decomposition of a gap in life expectancy, the mean of both directions",
    "Arriaga EE. Measuring and explaining the change in life expectancies. Demography 1984; 21: 83-96. "
    "Intervals by the delta method are libmarmot's." },
  { "nusselder-looman",
    "A gap in healthy life expectancy split into mortality and health",
    "Nusselder WJ, Looman CWN. Decomposition of differences in health expectancy by cause. Demography "
    "2004; 41: 315-334. Intervals by the delta method are libmarmot's." },
  { "propagated", "Sampling errors of the groups, propagated by the delta method",
    "Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research, 4th edition. Blackwell "
    "2002, section 5.3." },
  { "back-transformed", "Limits of the slope on its own scale, turned back about the middle of the line",
    "Public Health England. PHEindicatormethods: phe_sii with transform, version 2.1.0, whose simulation "
    "these limits are the limit of." },
  { "residual-t", "Scatter of the groups round the line, t distribution",
    "Draper NR, Smith H. Applied Regression Analysis, 3rd edition. Wiley 1998, chapter 9." },
  { "hc1", "Robust (sandwich) variance, times k / (k - 2)",
    "MacKinnon JG, White H. Some heteroskedasticity-consistent covariance matrix estimators with improved "
    "finite sample properties. Journal of Econometrics 1985; 29: 305-325." },
  { "model-information", "Information of the likelihood",
    "McCullagh P, Nelder JA. Generalized Linear Models, 2nd edition. Chapman and Hall 1989, section 2.5." },
  { "simulation", "Figures drawn again from the normal distributions of their errors",
    "Public Health England. PHEindicatormethods: phe_sii, version 2.1.0 (percentiles without "
    "interpolation). Blackman D, Vigna S. Scrambled linear pseudorandom number generators. ACM "
    "Transactions on Mathematical Software 2021; 47: 36 (xoshiro256++)." },
  { "bootstrap", "Rows drawn again with putting back; percentiles",
    "Efron B, Tibshirani RJ. An Introduction to the Bootstrap. Chapman and Hall 1993, chapter 13. Blackman "
    "D, Vigna S. Scrambled linear pseudorandom number generators. ACM Transactions on Mathematical Software "
    "2021; 47: 36 (xoshiro256++)." },
  { "influence", "Influence of each person, as drawn from many",
    "Kakwani N, Wagstaff A, van Doorslaer E. Socioeconomic inequalities in health: measurement, computation, "
    "and statistical inference. Journal of Econometrics 1997; 77: 87-103, equation 14. With weights and ties: "
    "Deville J-C. Variance estimation for complex statistics and estimators: linearization and residual "
    "techniques. Survey Methodology 1999; 25: 193-203." },
  { "convenient-regression", "Convenient regression, its own standard error",
    "O'Donnell O, van Doorslaer E, Wagstaff A, Lindelow M. Analyzing Health Equity Using Household Survey Data. "
    "World Bank 2008, chapter 8." },
  { "convenient-hc1", "Convenient regression, robust standard error",
    "O'Donnell O, O'Neill S, Van Ourti T, Walsh B. conindex: estimation of concentration indices. Stata Journal "
    "2016; 16: 112-138." },
  { "convenient-cluster", "Convenient regression, standard error robust to clusters",
    "O'Donnell O, O'Neill S, Van Ourti T, Walsh B. conindex: estimation of concentration indices. Stata Journal "
    "2016; 16: 112-138." },
  { "quadratic", "Exact variance of a quadratic form of normal figures",
    "Searle SR. Linear Models. Wiley 1971, section 2.5." },
  { "walter", "Walter's standard error for binomial counts",
    "Walter SD. The estimation and interpretation of attributable risk in health research. Biometrics 1976; "
    "32: 829-849." },
  { "quantile-rank", "Equal groups by the least rank of a tie",
    "Public Health England. PHEindicatormethods: phe_quantile (2.1.0, 2025)." },
  { "quantile-percentile", "Equal groups between percentiles, interpolated linearly",
    "Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American Statistician 1996; 50: "
    "361-365 (type 7)." },
  { "quantile-dealt", "Equal groups dealt out in order", "ISO/IEC 9075-2: NTILE." },
  { "quantile-people", "Groups of as many people, each area being where the middle of its people stands",
    "A convention of libmarmot, after Bross IDJ. How to use ridit analysis. Biometrics 1958; 14: 18-38." },
  { "funnel", "Control limits of chance around the average",
    "Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in Medicine 2005; "
    "24: 1185-1202." },
  { "funnel-multiplicative", "Control limits of chance, all wider by the same factor",
    "Spiegelhalter DJ. Handling over-dispersion of performance indicators. Quality and Safety in Health "
    "Care 2005; 14: 347-351." },
  { "funnel-additive", "Control limits of chance and of a variance between areas",
    "Spiegelhalter DJ. Handling over-dispersion of performance indicators. Quality and Safety in Health "
    "Care 2005; 14: 347-351." },
  { "rank-intervals", "The ranks that the intervals of all areas leave open",
    "Klein M, Wright T, Wieczorek J. A joint confidence region for an overall ranking of populations. "
    "Journal of the Royal Statistical Society C 2020; 69: 589-606. Laird NM, Louis TA. Empirical Bayes "
    "ranking methods. Journal of Educational Statistics 1989; 14: 29-46." },
  { "gap-change",
    "Change of a gap between two periods, normal approximation",
    ALTMAN_BLAND },
  { "gap-ratio-change",
    "Ratio of the relative gaps of two periods, normal approximation of the logarithm",
    ALTMAN_BLAND },
  { "gap-percent-change",
    "Change of a gap as a percentage, normal approximation of the logarithm by the delta method",
    "Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research, 4th edition. Blackwell "
    "2002, section 5.3." },
  { "gap-trend",
    "Slope of a gap over periods, weighted by one over the variances",
    "Draper NR, Smith H. Applied Regression Analysis, 3rd edition. Wiley 1998, chapter 9." },
  { "excess",
    "Events over those at the figure of a reference",
    "Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in health: an overview of "
    "available measures illustrated with two examples from Europe. Social Science and Medicine 1997; 44: 757-771. "
    "Limits by the delta method are libmarmot's." },
  { "levelling",
    "Events to prevent for a goal to be reached",
    "Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities. Journal of Public Health "
    "2004; 26: 388-395, for the slope index. Which events to prevent, and limits by the delta method, are "
    "libmarmot's." },
  { "kitagawa",
    "A change taken apart into the figures of groups and the mix of people",
    "Kitagawa EM. Components of a difference between two rates. Journal of the American Statistical Association "
    "1955; 50: 1168-1194. Limits by the delta method are libmarmot's." },
  { "power",
    "Smallest change that a two-sided test could tell from chance, normal approximation",
    "Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions, 3rd edition. Wiley 2003, chapter "
    "4." },
  { "standardised-gap",
    "Difference of the normal quantiles of two shares, delta method",
    "Ho AD. The problem with \"proficiency\": limitations of statistics and policy under No Child Left Behind. "
    "Educational Researcher 2008; 37: 351-360. Chinn S. A simple method for converting an odds ratio to effect size "
    "for use in meta-analysis. Statistics in Medicine 2000; 19: 3127-3131, for the logit." },
  { "newcombe-paired", "Newcombe's interval for paired proportions",
    "Newcombe RG. Improved confidence intervals for the difference between binomial proportions based on paired "
    "data. Statistics in Medicine 1998; 17: 2635-2650, method 10." },
  { "tango", "Tango's score interval for paired proportions",
    "Tango T. Equivalence test and confidence interval for the difference in proportions for the paired-sample "
    "design. Statistics in Medicine 1998; 17: 891-908." },
  { "mcnemar-mid-p", "McNemar's test, mid-p", MCNEMAR FAGERLAND_PAIRED },
  { "mcnemar-exact", "McNemar's test, exact", MCNEMAR FAGERLAND_PAIRED },
  { "mcnemar", "McNemar's test", MCNEMAR },
  { "mcnemar-corrected", "McNemar's test with the correction for continuity",
    MCNEMAR " Edwards AL. Note on the \"correction for continuity\" in testing the significance of the difference "
    "between correlated proportions. Psychometrika 1948; 13: 185-187." },
  { "difference-in-differences", "The change of those who took part less that of the control, with limits from both",
    "Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. "
    "Statistics in Medicine 2008; 27: 1693-1702." },
  { "among-others", "Student's t of a place against the mean and the spread of the other places",
    "Hedges LV. A random effects model for effect sizes. Psychological Bulletin 1983; 93: 388-395. Higgins JPT, "
    "Thompson SG, Spiegelhalter DJ. A re-evaluation of random-effects meta-analysis. Journal of the Royal "
    "Statistical Society A 2009; 172: 137-159." },
  { "wave-difference", "The difference of two shares, with limits from both and what they share",
    "Zou GY. Toward using confidence intervals to compare correlations. Psychological Methods 2007; 12: 399-413. "
    "Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven "
    "methods. Statistics in Medicine 1998; 17: 873-890, method 10. " KISH },
  { "wave-test", "Test of two shares with their pooled variance, for effective numbers and an overlap",
    "Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions, 3rd edition. Wiley 2003, section "
    "3.1. " KISH },
  { "survey-design", "Linearised under the design of the survey: weights, clusters and strata",
    "Binder DA. On the variances of asymptotically normal estimators from complex surveys. International Statistical "
    "Review 1983; 51: 279-292. Lumley T. Analysis of complex survey samples. Journal of Statistical Software 2004; 9 "
    "(8): 1-19." },
  { "xmr", "XmR chart: the mean, and 2.66 mean moving ranges to either side", WHEELER },
  { "xmr-screened", "XmR chart from the moving ranges below 3.267 times their mean",
    WHEELER " Nelson LS. Control charts for individual measurements. Journal of Quality Technology 1982; 14: "
    "172-173." },
  { "making-data-count", "Rules and icons of Making Data Count",
    "NHS England. Making Data Count: guides and Excel tool; two-of-three rule as announced in November 2023." },
  { "curve-log-log", "Limits of a share over time, log-log scale",
    KALBFLEISCH_PRENTICE " " BORGAN_LIESTOL },
  { "curve-log", "Limits of a share over time, log scale",
    KALBFLEISCH_PRENTICE },
  { "curve-plain", "Limits of a share over time, plain scale",
    KALBFLEISCH_PRENTICE },
  { "curve-logit", "Limits of a share over time, logit scale",
    BORGAN_LIESTOL },
  { "curve-arcsine", "Limits of a share over time, arcsine of the square root",
    BORGAN_LIESTOL },
  { "kaplan-meier", "Kaplan and Meier's product-limit estimator",
    "Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. Journal of the American Statistical "
    "Association 1958; 53: 457-481." },
  { "greenwood", "Greenwood's variance",
    "Greenwood M. The natural duration of cancer. Reports on Public Health and Medical Subjects 33. HMSO 1926. Dinse "
    "GE, Larson MG. A note on semi-Markov models for partially censored data. Biometrika 1986; 73: 379-386, for causes." },
  { "infinitesimal-jackknife", "Infinitesimal jackknife, by row or by cluster",
    "Jaeckel LA. The infinitesimal jackknife. Bell Laboratories Memorandum MM 72-1215-11, 1972. Therneau TM, Grambsch "
    "PM. Modeling Survival Data. Springer 2000, section 7.2." },
  { "aalen-johansen", "Aalen and Johansen's cumulative incidence",
    "Aalen OO, Johansen S. An empirical transition matrix for non-homogeneous Markov chains based on censored "
    "observations. Scandinavian Journal of Statistics 1978; 5: 141-150." },
  { "nelson-aalen", "Nelson and Aalen's cumulative hazard, Poisson variance",
    NELSON_AALEN },
  { "nelson-aalen-binomial", "Nelson and Aalen's cumulative hazard, binomial variance",
    NELSON_AALEN " " KLEIN },
  { "fleming-harrington", "Fleming and Harrington's cumulative hazard",
    "Fleming TR, Harrington DP. Nonparametric estimation of the survival distribution in censored data. "
    "Communications in Statistics: Theory and Methods 1984; 13: 2469-2486." },
  { "quantile-of-times", "Quantile of times to an event, limits from those of the curve",
    "Brookmeyer R, Crowley J. A confidence interval for the median survival time. Biometrics 1982; 38: 29-41." },
  { "restricted-mean", "Restricted mean time, normal limits",
    "Irwin JO. The standard error of an estimate of expectation of life. Journal of Hygiene 1949; 47: 188-189. "
    "Royston P, Parmar MKB. Restricted mean survival time: an alternative to the hazard ratio. BMC Medical Research "
    "Methodology 2013; 13: 152." },
  { "fixed-time", "Difference of two curves at a fixed time, normal limits",
    "Klein JP, Logan B, Harhoff M, Andersen PK. Analyzing survival curves at a fixed point in time. Statistics in "
    "Medicine 2007; 26: 4505-4519." },
  { "log-rank", "Log-rank test",
    "Mantel N. Evaluation of survival data and two new rank order statistics arising in its consideration. Cancer "
    "Chemotherapy Reports 1966; 50: 163-170." },
  { "peto-peto", "Peto and Peto's test",
    "Peto R, Peto J. Asymptotically efficient rank invariant test procedures. Journal of the Royal Statistical Society "
    "A 1972; 135: 185-207." },
  { "harrington-fleming", "Harrington and Fleming's G-rho test",
    "Harrington DP, Fleming TR. A class of rank test procedures for censored survival data. Biometrika 1982; 69: "
    "553-566." },
  { "gray", "Gray's test",
    "Gray RJ. A class of K-sample tests for comparing the cumulative incidence of a competing risk. Annals of Statistics "
    "1988; 16: 1141-1154." },
  { "mann-kendall", "Mann-Kendall test of a monotonic trend",
    "Mann HB. Nonparametric tests against trend. Econometrica 1945; 13: 245-259. Kendall MG. Rank Correlation "
    "Methods, 4th edition. Griffin 1975." },
  { "sen-slope", "Sen's slope, limits from the variance of Kendall's S",
    "Sen PK. Estimates of the regression coefficient based on Kendall's tau. Journal of the American Statistical "
    "Association 1968; 63: 1379-1389. Gilbert RO. Statistical Methods for Environmental Pollution Monitoring. Van "
    "Nostrand Reinhold 1987, section 16.5." },
  { "cochran-armitage", "Chi-squared test for trend in proportions",
    "Armitage P. Tests for linear trends in proportions and frequencies. Biometrics 1955; 11: 375-386." },
  { "mantel-trend", "Mantel's chi-squared test for trend in proportions",
    "Mantel N. Chi-square tests with one degree of freedom: extensions of the Mantel-Haenszel procedure. Journal "
    "of the American Statistical Association 1963; 58: 690-700." },
  { "weighted-slope", "Slope over time, weighted by one over the variances",
    "Draper NR, Smith H. Applied Regression Analysis, 3rd edition. Wiley 1998, chapter 9." },
  { "rolling", "Numerators over denominators of the periods that end here",
    "Sums of numerators over sums of denominators, and not means of rates: a convention of libmarmot." },
  { "year-to-date", "Numerators over denominators of the year so far",
    "Sums of numerators over sums of denominators, and not means of rates: a convention of libmarmot." },
  { "simple-smoothing", "Simple exponential smoothing",
    "Brown RG. Statistical Forecasting for Inventory Control. McGraw-Hill 1959. Hyndman RJ, Koehler AB, Ord JK, "
    "Snyder RD. Forecasting with Exponential Smoothing. Springer 2008, chapter 6." },
  { "holt", "Holt's linear exponential smoothing",
    "Holt CC. Forecasting seasonals and trends by exponentially weighted moving averages. International Journal "
    "of Forecasting 2004; 20: 5-10 (first 1957). Hyndman RJ, Koehler AB, Ord JK, Snyder RD. Forecasting with "
    "Exponential Smoothing. Springer 2008, chapter 6." },
  { "damped-holt", "Holt's smoothing with a damped trend",
    "Gardner ES, McKenzie E. Forecasting trends in time series. Management Science 1985; 31: 1237-1246. Hyndman "
    "RJ, Koehler AB, Ord JK, Snyder RD. Forecasting with Exponential Smoothing. Springer 2008, chapter 6." },
  { "p-chart", "p chart",
    "Montgomery DC. Introduction to Statistical Quality Control, 8th edition. Wiley 2020, chapter 7." },
  { "u-chart", "u chart",
    "Montgomery DC. Introduction to Statistical Quality Control, 8th edition. Wiley 2020, chapter 7." },
  { "c-chart", "c chart",
    "Montgomery DC. Introduction to Statistical Quality Control, 8th edition. Wiley 2020, chapter 7." },
  { "g-chart", "g chart",
    "Benneyan JC. Performance of number-between g-type statistical control charts for monitoring adverse events. "
    "Health Care Management Science 2001; 4: 319-336." },
  { "t-chart", "t chart",
    "Nelson LS. A control chart for parts-per-million nonconforming items. Journal of Quality Technology 1994; "
    "26: 239-240." },
  { "p-prime-chart", "Laney's p' chart",
    "Laney DB. Improved control charts for attributes. Quality Engineering 2002; 14: 531-537." },
  { "u-prime-chart", "Laney's u' chart",
    "Laney DB. Improved control charts for attributes. Quality Engineering 2002; 14: 531-537." },
  { "run-chart", "Run chart with Anhøj's rules",
    "Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for detection of non-random "
    "variation in health care processes. PLoS ONE 2014; 9: e113825." },
  { "pettitt", "Pettitt's test of a change of level",
    "Pettitt AN. A non-parametric approach to the change-point problem. Applied Statistics 1979; 28: 126-135." },
  { "ears-c1", "EARS C1",
    "Hutwagner L, Thompson W, Seeman GM, Treadwell T. The bioterrorism preparedness and response Early Aberration "
    "Reporting System (EARS). Journal of Urban Health 2003; 80 (suppl 1): i89-i96." },
  { "ears-c2", "EARS C2",
    "Hutwagner L, Thompson W, Seeman GM, Treadwell T. The bioterrorism preparedness and response Early Aberration "
    "Reporting System (EARS). Journal of Urban Health 2003; 80 (suppl 1): i89-i96." },
  { "ears-c3", "EARS C3",
    "Salmon M, Schumacher D, Höhle M. Monitoring count time series in R: aberration detection in public health "
    "surveillance. Journal of Statistical Software 2016; 70 (10): 1-35. Hutwagner L, Thompson W, Seeman GM, "
    "Treadwell T. The bioterrorism preparedness and response Early Aberration Reporting System (EARS). Journal of "
    "Urban Health 2003; 80 (suppl 1): i89-i96." },
  { "cusum", "Cumulative sum chart",
    "Page ES. Continuous inspection schemes. Biometrika 1954; 41: 100-115." },
  { "multistate", "Multistate projection",
    MULTISTATE },
  { "multistate-simulation", "Multistate projection, rates and people simulated",
    MULTISTATE GAMMA_RATES },
  { "multistate-chance", "Multistate projection, people simulated",
    MULTISTATE },
  { "multistate-rates", "Multistate projection, rates simulated",
    MULTISTATE GAMMA_RATES },
  { "mover-limits", "Difference of two estimates, from the limits of each",
    "Zou GY, Donner A. Construction of confidence limits about effect measures: a general approach. "
    "Statistics in Medicine 2008; 27: 1693-1702." },
};

const char *
marmot_method_to_nick (MarmotMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (methods), "unknown");

  return methods[method].nick;
}

const char *
marmot_method_get_label (MarmotMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (methods), "Unknown");

  return methods[method].label;
}

const char *
marmot_method_get_citation (MarmotMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (methods), "");

  return methods[method].citation;
}
