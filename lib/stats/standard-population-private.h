/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

#define MARMOT_MAX_BANDS 128

/* The band with these ages, or -1. */
int marmot_standard_population_index  (MarmotStandardPopulation *self,
                                       guint                     first,
                                       guint                     last);

/* The band that starts at this age, or -1. */
int marmot_standard_population_start  (MarmotStandardPopulation *self,
                                       double                    first);

G_END_DECLS
