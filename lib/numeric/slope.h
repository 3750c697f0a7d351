/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The line through ordered groups, and the slope and relative indices of
 * inequality that are read off its ends.
 *
 * Low A, Low A. Measuring the gap: quantifying and comparing local health
 * inequalities. J Public Health 2004; 26: 388-395.
 * Pamuk ER. Social class inequality in mortality from 1921 to 1972 in England and
 * Wales. Popul Stud 1985; 39: 17-31.
 * Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities
 * in health. Soc Sci Med 1997; 44: 757-771.
 */
#pragma once

#include "design.h"
#include "index.h"
#include "ridit.h"

/* The models of the line. */
enum
{
  MN_MODEL_LINEAR,           /* least squares by shares */
  MN_MODEL_LOG,              /* the same, of the logarithms */
  MN_MODEL_LOGIT,            /* the same, of the logits */
  MN_MODEL_BINOMIAL_LOGIT,   /* maximum likelihood, binomial counts */
  MN_MODEL_POISSON_LOG,      /* the same, Poisson counts */
  MN_MODEL_POISSON_IDENTITY, /* the same, straight on the scale of the rates */
  MN_MODEL_WHO               /* binomial with the populations counted twice over */
};

/* Where the uncertainty of the line comes from. */
enum
{
  MN_VARIANCE_NONE,
  MN_VARIANCE_PROPAGATED, /* the standard errors of the groups */
  MN_VARIANCE_RESIDUAL,   /* the scatter round the line */
  MN_VARIANCE_HC1,        /* the sandwich, times k / (k - 2) */
  MN_VARIANCE_MODEL,      /* the information of the likelihood */
  MN_VARIANCE_DESIGN      /* linearised, under the design of a survey */
};

/* A fitted line: a at the most deprived end and a + b at the least, on the scale
 * of the link, and the variances of the two. */
typedef struct
{
  int link;
  double scale; /* the figures are scale times what the link gives */
  double a, b;
  double a_variance, b_variance, covariance;
  double df;
} mn_line;

/* Fits the line. variance is one that the model has: the first three models
 * propagated, residual or HC1, the others model or HC1, and all of them that of the
 * design, which is NULL for the others. scale is what the figures are of: 100 for
 * percentages. t and e have room for a number a group. The status: too few groups or
 * places, a figure that the model cannot take, or no maximum. */
int  mn_line_fit       (const mn_groups *groups,
                        int              model,
                        int              variance,
                        double           scale,
                        const mn_design *design,
                        double          *t,
                        double          *e,
                        mn_line         *line);

/* The generalised linear models, for mn_line_fit(). */
int  mn_line_fit_glm   (const mn_groups *groups,
                        int              model,
                        int              variance,
                        double           scale,
                        const mn_design *design,
                        double          *t,
                        double          *e,
                        mn_line         *line);

/* Which number is read off. */
enum
{
  MN_LINE_DIFFERENCE,       /* least less most deprived end */
  MN_LINE_LEAST_OVER_MOST,
  MN_LINE_MOST_OVER_LEAST,
  MN_LINE_PER_MEAN,         /* the difference, in means of the line's middle */
  MN_LINE_MOST,             /* the most deprived end */
  MN_LINE_LEAST,
  MN_LINE_SLOPE,            /* on the scale of the link */
  MN_LINE_CURVATURE         /* how it bends: of no line that was fitted */
};

/* How the limits of what is read off are made. */
enum
{
  MN_ENDS_DELTA,   /* from its standard error; a ratio's is of its logarithm */
  MN_ENDS_FIELLER, /* a ratio of ends on the natural scale */
  MN_ENDS_TURN     /* those of the slope, turned about the middle of the line */
};

/* The square term c of a + b x + c (x - 1/2)^2 through the groups, by least squares
 * with shares for weights; variance is none, propagated or residual. Fewer than three
 * places are too few groups. */
void mn_line_curvature (const mn_groups *groups,
                        int              variance,
                        mn_index        *index);

void mn_line_read      (const mn_line *line,
                        int            what,
                        int            ends,
                        mn_index      *index);
