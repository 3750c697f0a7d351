/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Options of a tally as its file reads them.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* Each is documented as a property of MarmotTallyOptions. */
typedef struct
{
  MarmotTallyStatistic statistic;
  double confidence;
  double population;
  double per;
  gboolean rows;
  char **reasons;
  char *conventions;
} TallyOptions;

/* The defaults for NULL. */
const TallyOptions *tally_options_peek (MarmotTallyOptions *self);

G_END_DECLS
