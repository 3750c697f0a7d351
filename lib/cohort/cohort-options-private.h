/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Options of measures of people as the loops of this room read them.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* Each is documented as a property of MarmotCohortOptions. */
typedef struct
{
  MarmotPeriod *period;
  GDate *day;
  char **by;
  guint from_age;
  guint to_age;
  guint weeks;
  guint working_days;
  double population;
  double per;
  double confidence;
  gboolean rows;
  gboolean unknown_counts;
  gboolean last_day_counts;
  MarmotCareLeaverOptions *conventions;
  MarmotCalendar *calendar;
} CohortOptions;

/* The defaults for NULL. */
const CohortOptions *cohort_options_peek (MarmotCohortOptions *self);

G_END_DECLS
