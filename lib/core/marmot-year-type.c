/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-period-private.h"

/* In the order of MarmotYearType. */
static const struct
{
  int id;
  guint first_month;
  MarmotYearType base;
  const char *label;
} year_types[] = {
  { 1, 1, MARMOT_YEAR_CALENDAR, "Calendar" },
  { 2, 4, MARMOT_YEAR_FINANCIAL, "Financial" },
  { 3, 9, MARMOT_YEAR_ACADEMIC, "Academic" },
  { 4, 4, MARMOT_YEAR_FINANCIAL, "Financial rolling year - quarterly" },
  { 5, 1, MARMOT_YEAR_CALENDAR, "Calendar rolling year - quarterly" },
  { 6, 1, MARMOT_YEAR_CALENDAR, "Calendar rolling year - monthly" },
  { 7, 4, MARMOT_YEAR_FINANCIAL, "Financial single year cumulative quarter" },
  { 8, 8, MARMOT_YEAR_AUGUST_TO_JULY, "August-July" },
  { 9, 3, MARMOT_YEAR_MARCH_TO_FEBRUARY, "March-February" },
  { 10, 4, MARMOT_YEAR_FINANCIAL, "Financial multi year cumulative quarters" },
  { 11, 10, MARMOT_YEAR_OCTOBER_TO_SEPTEMBER, "October-September" },
  { 13, 7, MARMOT_YEAR_JULY_TO_JUNE, "July-June" },
  { 14, 11, MARMOT_YEAR_NOVEMBER_TO_OCTOBER, "November-November" },
  { 16, 3, MARMOT_YEAR_FINANCIAL_YEAR_END, "Financial year end point" },
};

int
marmot_year_type_get_fingertips_id (MarmotYearType year_type)
{
  g_return_val_if_fail ((guint) year_type < G_N_ELEMENTS (year_types), -1);

  return year_types[year_type].id;
}

gboolean
marmot_year_type_from_fingertips_id (int id,
                                     MarmotYearType *year_type)
{
  g_return_val_if_fail (year_type != NULL, FALSE);

  *year_type = MARMOT_YEAR_CALENDAR;
  for (gsize i = 0; i < G_N_ELEMENTS (year_types); i++)
    if (year_types[i].id == id)
      {
        *year_type = (MarmotYearType) i;
        return TRUE;
      }

  return FALSE;
}

MarmotYearType
marmot_year_type_get_base (MarmotYearType year_type)
{
  g_return_val_if_fail ((guint) year_type < G_N_ELEMENTS (year_types), MARMOT_YEAR_CALENDAR);

  return year_types[year_type].base;
}

const char *
marmot_year_type_get_label (MarmotYearType year_type)
{
  g_return_val_if_fail ((guint) year_type < G_N_ELEMENTS (year_types), "Unknown");

  return year_types[year_type].label;
}

guint
marmot_year_type_get_first_month (MarmotYearType base)
{
  return year_types[base].first_month;
}

gboolean
marmot_year_type_has_quarters (MarmotYearType base)
{
  return base == MARMOT_YEAR_CALENDAR || base == MARMOT_YEAR_FINANCIAL || base == MARMOT_YEAR_ACADEMIC;
}

gboolean
marmot_year_type_is_split (MarmotYearType base)
{
  return base != MARMOT_YEAR_CALENDAR && base != MARMOT_YEAR_FINANCIAL_YEAR_END;
}
