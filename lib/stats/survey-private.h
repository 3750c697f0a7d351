/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shares of respondents while they are computed.
 */
#pragma once

#include <marmot/marmot.h>

#include "figures-private.h"

G_BEGIN_DECLS

/* The options read and checked once. */
typedef struct
{
  MarmotIntervalPlan plan;
  double invited; /* NaN: not known */
  double population;
  double design_effect;
  double minimum;
} MarmotSurveyPlan;

/* Rows to compute. Where first and last differ, percent is the share as printed, in
 * hundredths, and NaN elsewhere; both may be one array. status is MN_OK or what has been found before. */
typedef struct
{
  double *first;
  double *last;
  double *respondents;
  double *invited;
  double *population;
  double *design_effect;
  double *percent;
  guint8 *status;
} MarmotSurveyRows;

/* What comes of them. */
typedef struct
{
  double *value;
  guint8 *status;
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
  double *effective_n;
  double *response;
  double *lowest;
  double *highest;
} MarmotSurveyResults;

gboolean marmot_survey_plan_init (MarmotSurveyPlan          *plan,
                                  MarmotSurveyOptions       *options,
                                  GError                   **error);

/* Computes up to MARMOT_FIGURES_BLOCK rows. */
void     marmot_survey_compute   (const MarmotSurveyPlan    *plan,
                                  const MarmotSurveyRows    *rows,
                                  gsize                      n_rows,
                                  const MarmotSurveyResults *out);

G_END_DECLS
