/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

struct _MarmotPeriod
{
  MarmotPeriodKind kind;
  MarmotYearType year_type; /* a base */
  int year;
  guint n_years;
  guint quarter;
  guint month;
  gint32 start; /* days since 1970, [start, end) */
  gint32 end;
};

/* The month, from 1, in which years of a base type start. */
guint  marmot_year_type_get_first_month (MarmotYearType  base);

/* Whether quarters of such years have names: calendar, financial, academic. */
gboolean marmot_year_type_has_quarters  (MarmotYearType  base);

/* Whether its years have two calendar years in their names, "2023/24". */
gboolean marmot_year_type_is_split      (MarmotYearType  base);

/* days must be of a year from 1 to 9999. */
void   marmot_date_from_days            (GDate          *date,
                                         gint32          days);
gint32 marmot_date_to_days              (const GDate    *date);

G_END_DECLS
