/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A period holds its name (kind, year type and numbers) and its days. Months
 * are counted as 12 * year + (month - 1), so that all arithmetic on them is
 * plain; whatever needs to know how long a month is asks GDate.
 */
#include "marmot-period-private.h"

#include "marmot-serialize-private.h"

#define BODY_TYPE G_VARIANT_TYPE ("(uuiuuuii)")

#define FIRST_YEAR 1
#define LAST_YEAR 9999
#define MAX_CUMULATIVE 99 /* the sort key has two digits for it */
#define EPOCH_JULIAN 719163 /* 1 January 1970, as GDate counts days */

G_DEFINE_BOXED_TYPE (MarmotPeriod, marmot_period, marmot_period_ref, marmot_period_unref)

void
marmot_date_from_days (GDate *date,
                       gint32 days)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (days + EPOCH_JULIAN));
}

gint32
marmot_date_to_days (const GDate *date)
{
  return (gint32) g_date_get_julian (date) - EPOCH_JULIAN;
}

static gint32
first_of_month (gint64 month_index)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (month_index % 12 + 1), (GDateYear) (month_index / 12));
  return marmot_date_to_days (&date);
}

/* The index of the month that starts on this day, or -1. */
static gint64
month_starting (gint32 days)
{
  GDate date;

  marmot_date_from_days (&date, days);
  if (g_date_get_day (&date) != 1)
    return -1;
  return (gint64) g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1;
}

static MarmotPeriod *
new_of_days (MarmotPeriodKind kind,
             gint32 start,
             gint32 end,
             GError **error)
{
  MarmotPeriod *self;
  GDate first;

  if (start < first_of_month (FIRST_YEAR * 12) || start >= end
      || end > first_of_month ((LAST_YEAR + 1) * 12))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "A period must lie within the years %d to %d and not end before it starts",
                   FIRST_YEAR, LAST_YEAR);
      return NULL;
    }

  self = g_atomic_rc_box_new0 (MarmotPeriod);
  self->kind = kind;
  self->year_type = MARMOT_YEAR_CALENDAR;
  self->start = start;
  self->end = end;
  marmot_date_from_days (&first, start);
  self->year = g_date_get_year (&first);
  return self;
}

static MarmotPeriod *
new_of_months (MarmotPeriodKind kind,
               MarmotYearType base,
               int year,
               gint64 first_month,
               gint64 n_months,
               GError **error)
{
  MarmotPeriod *self;

  if (year < FIRST_YEAR || year > LAST_YEAR || n_months < 1
      || first_month + n_months > (LAST_YEAR + 1) * 12)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "A period must lie within the years %d to %d", FIRST_YEAR, LAST_YEAR);
      return NULL;
    }

  self = new_of_days (kind, first_of_month (first_month), first_of_month (first_month + n_months), error);
  if (self)
    {
      self->year_type = base;
      self->year = year;
    }
  return self;
}

/* The month in which a year of this type starts. */
static gint64
year_start (MarmotYearType base,
            int year)
{
  return (gint64) year * 12 + marmot_year_type_get_first_month (base) - 1;
}

MarmotPeriod *
marmot_period_new_year (MarmotYearType year_type,
                        int year,
                        guint n_years,
                        GError **error)
{
  MarmotYearType base;
  MarmotPeriod *self;
  gint64 start;

  g_return_val_if_fail ((guint) year_type <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);

  base = marmot_year_type_get_base (year_type);
  start = year_start (base, year);
  if (base == MARMOT_YEAR_FINANCIAL_YEAR_END)
    {
      /* From the March of the first year to the March of the last, then cut to
       * the last day of each. */
      self = new_of_months (MARMOT_PERIOD_YEAR, base, year, start, ((gint64) n_years - 1) * 12 + 1, error);
      if (self)
        self->start = first_of_month (start + 1) - 1;
    }
  else
    self = new_of_months (MARMOT_PERIOD_YEAR, base, year, start, (gint64) n_years * 12, error);

  if (self)
    {
      self->kind = n_years == 1 ? MARMOT_PERIOD_YEAR : MARMOT_PERIOD_POOLED_YEARS;
      self->n_years = n_years;
    }
  return self;
}

/* From the start of a quarter on. */
static MarmotPeriod *
new_of_quarters (MarmotPeriodKind kind,
                 MarmotYearType year_type,
                 int year,
                 guint quarter,
                 gint64 n_quarters,
                 GError **error)
{
  MarmotYearType base = marmot_year_type_get_base (year_type);

  if (!marmot_year_type_has_quarters (base))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Quarters are of calendar, financial or academic years");
      return NULL;
    }
  if (quarter < 1 || quarter > 4)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Quarters are numbered from 1 to 4");
      return NULL;
    }

  return new_of_months (kind, base, year, year_start (base, year) + (quarter - 1) * 3, n_quarters * 3,
                        error);
}

MarmotPeriod *
marmot_period_new_quarter (MarmotYearType year_type,
                           int year,
                           guint quarter,
                           GError **error)
{
  MarmotPeriod *self;

  g_return_val_if_fail ((guint) year_type <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);

  self = new_of_quarters (MARMOT_PERIOD_QUARTER, year_type, year, quarter, 1, error);
  if (self)
    self->quarter = quarter;
  return self;
}

static gboolean
check_month (guint month,
             GError **error)
{
  if (month >= 1 && month <= 12)
    return TRUE;

  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Months are numbered from 1 to 12");
  return FALSE;
}

MarmotPeriod *
marmot_period_new_month (int year,
                         guint month,
                         GError **error)
{
  MarmotPeriod *self;

  if (!check_month (month, error))
    return NULL;

  self = new_of_months (MARMOT_PERIOD_MONTH, MARMOT_YEAR_CALENDAR, year, (gint64) year * 12 + month - 1,
                        1, error);
  if (self)
    self->month = month;
  return self;
}

MarmotPeriod *
marmot_period_new_year_to_date (MarmotYearType year_type,
                                int year,
                                guint up_to_quarter,
                                GError **error)
{
  MarmotPeriod *self;

  g_return_val_if_fail ((guint) year_type <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);

  if (up_to_quarter < 1 || up_to_quarter > 4)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Quarters are numbered from 1 to 4");
      return NULL;
    }

  self = new_of_quarters (MARMOT_PERIOD_YEAR_TO_DATE, year_type, year, 1, up_to_quarter, error);
  if (self)
    self->quarter = up_to_quarter;
  return self;
}

MarmotPeriod *
marmot_period_new_cumulative (int year,
                              guint n_quarters,
                              GError **error)
{
  MarmotPeriod *self;

  if (n_quarters < 1 || n_quarters > MAX_CUMULATIVE)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "Cumulative quarters are numbered from 1 to %d", MAX_CUMULATIVE);
      return NULL;
    }

  self = new_of_quarters (MARMOT_PERIOD_CUMULATIVE, MARMOT_YEAR_FINANCIAL, year, 1, n_quarters, error);
  if (self)
    self->quarter = n_quarters;
  return self;
}

MarmotPeriod *
marmot_period_new_rolling_quarters (MarmotYearType year_type,
                                    int year,
                                    guint quarter,
                                    guint n_years,
                                    GError **error)
{
  MarmotPeriod *self;

  g_return_val_if_fail ((guint) year_type <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);

  self = new_of_quarters (MARMOT_PERIOD_ROLLING_QUARTERS, year_type, year, quarter,
                          (gint64) n_years * 4, error);
  if (self)
    {
      self->quarter = quarter;
      self->n_years = n_years;
    }
  return self;
}

MarmotPeriod *
marmot_period_new_rolling_months (int year,
                                  guint month,
                                  guint n_years,
                                  GError **error)
{
  MarmotPeriod *self;

  if (!check_month (month, error))
    return NULL;

  self = new_of_months (MARMOT_PERIOD_ROLLING_MONTHS, MARMOT_YEAR_CALENDAR, year,
                        (gint64) year * 12 + month - 1, (gint64) n_years * 12, error);
  if (self)
    {
      self->month = month;
      self->n_years = n_years;
    }
  return self;
}

static gboolean
check_date (const GDate *date,
            GError **error)
{
  if (g_date_valid (date) && g_date_get_year (date) <= LAST_YEAR)
    return TRUE;

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "A date does not exist, or is after the year %d", LAST_YEAR);
  return FALSE;
}

MarmotPeriod *
marmot_period_new_day (const GDate *day,
                       GError **error)
{
  gint32 days;

  g_return_val_if_fail (day != NULL, NULL);

  if (!check_date (day, error))
    return NULL;

  days = marmot_date_to_days (day);
  return new_of_days (MARMOT_PERIOD_DAY, days, days + 1, error);
}

MarmotPeriod *
marmot_period_new_span (const GDate *first,
                        const GDate *last,
                        GError **error)
{
  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (last != NULL, NULL);

  if (!check_date (first, error) || !check_date (last, error))
    return NULL;

  return new_of_days (MARMOT_PERIOD_SPAN, marmot_date_to_days (first), marmot_date_to_days (last) + 1,
                      error);
}

MarmotPeriod *
marmot_period_new_fingertips (MarmotYearType year_type,
                              int year,
                              int year_range,
                              int quarter,
                              int month,
                              GError **error)
{
  guint n_years = (guint) MAX (year_range, 1);

  g_return_val_if_fail ((guint) year_type <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);

  if (month >= 1)
    {
      MarmotYearType base = marmot_year_type_get_base (year_type);
      gint64 index;

      if (!check_month ((guint) month, error))
        return NULL;
      if (year_type == MARMOT_YEAR_CALENDAR_ROLLING_MONTHLY)
        return marmot_period_new_rolling_months (year, (guint) month, n_years, error);
      if (!marmot_year_type_has_quarters (base))
        base = MARMOT_YEAR_CALENDAR;
      index = year_start (base, year) + month - 1;
      return marmot_period_new_month ((int) (index / 12), (guint) (index % 12 + 1), error);
    }

  if (quarter >= 1)
    switch (year_type)
      {
      case MARMOT_YEAR_FINANCIAL_ROLLING_QUARTERLY:
      case MARMOT_YEAR_CALENDAR_ROLLING_QUARTERLY:
        return marmot_period_new_rolling_quarters (year_type, year, (guint) quarter, n_years, error);
      case MARMOT_YEAR_FINANCIAL_CUMULATIVE:
        return marmot_period_new_year_to_date (year_type, year, (guint) quarter, error);
      case MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE:
        return marmot_period_new_cumulative (year, (guint) quarter, error);
      default:
        return marmot_period_new_quarter (year_type, year, (guint) quarter, error);
      }

  return marmot_period_new_year (year_type, year, n_years, error);
}

MarmotPeriod *
marmot_period_ref (MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
marmot_period_unref (MarmotPeriod *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

MarmotPeriodKind
marmot_period_get_kind (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_PERIOD_SPAN);

  return self->kind;
}

MarmotYearType
marmot_period_get_year_type (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_YEAR_CALENDAR);

  return self->year_type;
}

MarmotYearType
marmot_period_get_fingertips_year_type (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_YEAR_CALENDAR);

  switch (self->kind)
    {
    case MARMOT_PERIOD_YEAR_TO_DATE:
      return self->year_type == MARMOT_YEAR_FINANCIAL ? MARMOT_YEAR_FINANCIAL_CUMULATIVE : self->year_type;
    case MARMOT_PERIOD_CUMULATIVE:
      return MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE;
    case MARMOT_PERIOD_ROLLING_QUARTERS:
      if (self->year_type == MARMOT_YEAR_FINANCIAL)
        return MARMOT_YEAR_FINANCIAL_ROLLING_QUARTERLY;
      if (self->year_type == MARMOT_YEAR_CALENDAR)
        return MARMOT_YEAR_CALENDAR_ROLLING_QUARTERLY;
      return self->year_type;
    case MARMOT_PERIOD_ROLLING_MONTHS:
      return MARMOT_YEAR_CALENDAR_ROLLING_MONTHLY;
    case MARMOT_PERIOD_YEAR:
    case MARMOT_PERIOD_POOLED_YEARS:
    case MARMOT_PERIOD_QUARTER:
    case MARMOT_PERIOD_MONTH:
    case MARMOT_PERIOD_DAY:
    case MARMOT_PERIOD_SPAN:
    default:
      return self->year_type;
    }
}

int
marmot_period_get_year (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

guint
marmot_period_get_n_years (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_years;
}

guint
marmot_period_get_quarter (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->quarter;
}

guint
marmot_period_get_month (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->month;
}

GDate *
marmot_period_get_first_day (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_date_new_julian ((guint32) (self->start + EPOCH_JULIAN));
}

GDate *
marmot_period_get_last_day (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_date_new_julian ((guint32) (self->end - 1 + EPOCH_JULIAN));
}

gint32
marmot_period_get_start_days (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->start;
}

gint32
marmot_period_get_end_days (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->end;
}

guint
marmot_period_get_n_months (const MarmotPeriod *self)
{
  gint64 first, next;

  g_return_val_if_fail (self != NULL, 0);

  first = month_starting (self->start);
  next = month_starting (self->end);
  return first < 0 || next < 0 ? 0 : (guint) (next - first);
}

guint
marmot_period_get_sort_key (const MarmotPeriod *self)
{
  guint key;

  g_return_val_if_fail (self != NULL, 0);

  key = (guint) self->year * 10000 + self->quarter * 100 + self->month;
  if (self->kind == MARMOT_PERIOD_DAY || self->kind == MARMOT_PERIOD_SPAN)
    {
      GDate first;

      marmot_date_from_days (&first, self->start);
      key += g_date_get_month (&first);
    }
  return key;
}

char *
marmot_period_get_range_code (const MarmotPeriod *self)
{
  guint n_months;

  g_return_val_if_fail (self != NULL, NULL);

  n_months = marmot_period_get_n_months (self);
  if (self->year_type == MARMOT_YEAR_FINANCIAL_YEAR_END)
    n_months = self->n_years * 12;
  if (n_months == 0)
    return NULL;
  return n_months % 12 == 0 ? g_strdup_printf ("%uy", n_months / 12) : g_strdup_printf ("%um", n_months);
}

MarmotPeriod *
marmot_period_get_parent_year (const MarmotPeriod *self,
                               MarmotYearType year_type)
{
  GDate first;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) year_type <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);

  /* A year holds the day if it starts in the day's calendar year or the one
   * before. */
  marmot_date_from_days (&first, self->start);
  for (int back = 0; back <= 1; back++)
    {
      MarmotPeriod *year = marmot_period_new_year (year_type, g_date_get_year (&first) - back, 1, NULL);

      if (year && marmot_period_contains (year, self))
        return year;
      g_clear_pointer (&year, marmot_period_unref);
    }
  return NULL;
}

/* step is 1 or -1. */
static MarmotPeriod *
neighbour (const MarmotPeriod *self,
           int step)
{
  gint64 index;

  switch (self->kind)
    {
    case MARMOT_PERIOD_YEAR:
    case MARMOT_PERIOD_POOLED_YEARS:
      return marmot_period_new_year (self->year_type, self->year + step, self->n_years, NULL);

    case MARMOT_PERIOD_QUARTER:
    case MARMOT_PERIOD_YEAR_TO_DATE:
    case MARMOT_PERIOD_ROLLING_QUARTERS:
      index = (gint64) self->year * 4 + self->quarter - 1 + step;
      if (self->kind == MARMOT_PERIOD_QUARTER)
        return marmot_period_new_quarter (self->year_type, (int) (index / 4), (guint) (index % 4 + 1), NULL);
      if (self->kind == MARMOT_PERIOD_YEAR_TO_DATE)
        return marmot_period_new_year_to_date (self->year_type, (int) (index / 4),
                                               (guint) (index % 4 + 1), NULL);
      return marmot_period_new_rolling_quarters (self->year_type, (int) (index / 4),
                                                 (guint) (index % 4 + 1), self->n_years, NULL);

    case MARMOT_PERIOD_CUMULATIVE:
      return marmot_period_new_cumulative (self->year, (guint) ((int) self->quarter + step), NULL);

    case MARMOT_PERIOD_MONTH:
    case MARMOT_PERIOD_ROLLING_MONTHS:
      index = (gint64) self->year * 12 + self->month - 1 + step;
      if (self->kind == MARMOT_PERIOD_MONTH)
        return marmot_period_new_month ((int) (index / 12), (guint) (index % 12 + 1), NULL);
      return marmot_period_new_rolling_months ((int) (index / 12), (guint) (index % 12 + 1),
                                               self->n_years, NULL);

    case MARMOT_PERIOD_DAY:
    case MARMOT_PERIOD_SPAN:
    default:
      {
        gint64 n_months = marmot_period_get_n_months (self);
        gint64 n_days = (gint64) self->end - self->start;

        if (n_months > 0)
          {
            gint64 first = month_starting (self->start) + step * n_months;

            /* Whole months either side of the limits cannot be made into days. */
            if (first < FIRST_YEAR * 12 || first + n_months > (LAST_YEAR + 1) * 12)
              return NULL;
            return new_of_days (self->kind, first_of_month (first), first_of_month (first + n_months), NULL);
          }
        return new_of_days (self->kind, (gint32) (self->start + step * n_days),
                            (gint32) (self->end + step * n_days), NULL);
      }
    }
}

MarmotPeriod *
marmot_period_next (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return neighbour (self, 1);
}

MarmotPeriod *
marmot_period_previous (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return neighbour (self, -1);
}

/* The same day of another year, which must be from 1 to 9999. */
static gint32
shift_day (gint32 days,
           int n_years)
{
  GDate date;

  marmot_date_from_days (&date, days);
  if (n_years >= 0)
    g_date_add_years (&date, (guint) n_years);
  else
    g_date_subtract_years (&date, (guint) -n_years);
  return marmot_date_to_days (&date);
}

MarmotPeriod *
marmot_period_shift_years (const MarmotPeriod *self,
                           int n_years)
{
  GDate last;
  int year;

  g_return_val_if_fail (self != NULL, NULL);

  if (n_years < -LAST_YEAR || n_years > LAST_YEAR)
    return NULL;

  year = self->year + n_years;
  switch (self->kind)
    {
    case MARMOT_PERIOD_YEAR:
    case MARMOT_PERIOD_POOLED_YEARS:
      return marmot_period_new_year (self->year_type, year, self->n_years, NULL);
    case MARMOT_PERIOD_QUARTER:
      return marmot_period_new_quarter (self->year_type, year, self->quarter, NULL);
    case MARMOT_PERIOD_MONTH:
      return marmot_period_new_month (year, self->month, NULL);
    case MARMOT_PERIOD_YEAR_TO_DATE:
      return marmot_period_new_year_to_date (self->year_type, year, self->quarter, NULL);
    case MARMOT_PERIOD_CUMULATIVE:
      return marmot_period_new_cumulative (year, self->quarter, NULL);
    case MARMOT_PERIOD_ROLLING_QUARTERS:
      return marmot_period_new_rolling_quarters (self->year_type, year, self->quarter, self->n_years, NULL);
    case MARMOT_PERIOD_ROLLING_MONTHS:
      return marmot_period_new_rolling_months (year, self->month, self->n_years, NULL);
    case MARMOT_PERIOD_DAY:
    case MARMOT_PERIOD_SPAN:
    default:
      marmot_date_from_days (&last, self->end - 1);
      if (year < FIRST_YEAR || g_date_get_year (&last) + n_years > LAST_YEAR)
        return NULL;
      /* Whole months stay whole, leap year or not. */
      if (marmot_period_get_n_months (self) > 0)
        {
          gint64 first = month_starting (self->start) + n_years * 12;

          return new_of_days (self->kind, first_of_month (first),
                              first_of_month (first + marmot_period_get_n_months (self)), NULL);
        }
      return new_of_days (self->kind, shift_day (self->start, n_years),
                          shift_day (self->end - 1, n_years) + 1, NULL);
    }
}

/* Names a stretch of days, in years of this type where it can. */
static MarmotPeriod *
name_days (gint32 start,
           gint32 end,
           MarmotYearType base)
{
  gint64 first = month_starting (start);
  gint64 next = month_starting (end);

  if (first >= 0 && next >= 0)
    {
      gint64 n_months = next - first;
      gint64 since = first - (marmot_year_type_get_first_month (base) - 1);
      int year = (int) (since / 12);
      guint in_year = (guint) (since % 12);
      gboolean quarters = marmot_year_type_has_quarters (base) && year >= FIRST_YEAR;

      if (in_year == 0 && n_months % 12 == 0 && base != MARMOT_YEAR_FINANCIAL_YEAR_END)
        return marmot_period_new_year (base, year, (guint) (n_months / 12), NULL);
      if (quarters && in_year % 3 == 0 && n_months == 3)
        return marmot_period_new_quarter (base, year, in_year / 3 + 1, NULL);
      if (quarters && in_year == 0 && n_months % 3 == 0 && n_months < 12)
        return marmot_period_new_year_to_date (base, year, (guint) (n_months / 3), NULL);
      if (n_months == 1)
        return marmot_period_new_month ((int) (first / 12), (guint) (first % 12 + 1), NULL);
    }

  return new_of_days (end - start == 1 ? MARMOT_PERIOD_DAY : MARMOT_PERIOD_SPAN, start, end, NULL);
}

MarmotPeriod *
marmot_period_subtract (const MarmotPeriod *self,
                        const MarmotPeriod *part,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (part != NULL, NULL);

  if (marmot_period_contains (self, part) && !marmot_period_coincides (self, part))
    {
      if (part->start == self->start)
        return name_days (part->end, self->end, self->year_type);
      if (part->end == self->end)
        return name_days (self->start, part->start, self->year_type);
    }

  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Only a part at the start or the end of a period can be taken from it, and not "
                       "all of it");
  return NULL;
}

gboolean
marmot_period_contains (const MarmotPeriod *self,
                        const MarmotPeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->start <= other->start && other->end <= self->end;
}

gboolean
marmot_period_contains_day (const MarmotPeriod *self,
                            const GDate *day)
{
  gint64 days;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  days = marmot_date_to_days (day);
  return self->start <= days && days < self->end;
}

gboolean
marmot_period_precedes (const MarmotPeriod *self,
                        const MarmotPeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->end <= other->start;
}

gboolean
marmot_period_overlaps (const MarmotPeriod *self,
                        const MarmotPeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->start < other->end && other->start < self->end;
}

gboolean
marmot_period_coincides (const MarmotPeriod *self,
                         const MarmotPeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->start == other->start && self->end == other->end;
}

gboolean
marmot_period_is_same_length (const MarmotPeriod *self,
                              const MarmotPeriod *other)
{
  guint n_months;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  n_months = marmot_period_get_n_months (self);
  if (n_months != marmot_period_get_n_months (other))
    return FALSE;
  return n_months > 0 || self->end - self->start == other->end - other->start;
}

int
marmot_period_compare (const MarmotPeriod *self,
                       const MarmotPeriod *other)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  if (self->start != other->start)
    return self->start < other->start ? -1 : 1;
  if (self->end != other->end)
    return self->end < other->end ? -1 : 1;
  if (self->kind != other->kind)
    return self->kind < other->kind ? -1 : 1;
  /* With the days, the kind and the year type all other numbers are given. */
  return (self->year_type > other->year_type) - (self->year_type < other->year_type);
}

gboolean
marmot_period_equal (const MarmotPeriod *self,
                     const MarmotPeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return marmot_period_compare (self, other) == 0;
}

guint
marmot_period_hash (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (((guint) self->start * 31 + (guint) self->end) * 31 + (guint) self->kind) * 31
         + (guint) self->year_type;
}

GBytes *
marmot_period_serialize (const MarmotPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return marmot_serialize_body ("MarmotPeriod", 1,
                                g_variant_new ("(uuiuuuii)", (guint32) self->kind,
                                               (guint32) self->year_type, self->year, self->n_years,
                                               self->quarter, self->month, self->start, self->end));
}

MarmotPeriod *
marmot_period_deserialize (GBytes *bytes,
                           GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (MarmotPeriod) self = NULL;
  guint32 kind, year_type, n_years, quarter, month;
  gint32 year, start, end;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotPeriod", 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, "(uuiuuuii)", &kind, &year_type, &year, &n_years, &quarter, &month, &start, &end);
  if (marmot_enum_has (MARMOT_TYPE_PERIOD_KIND, kind) && marmot_enum_has (MARMOT_TYPE_YEAR_TYPE, year_type))
    switch ((MarmotPeriodKind) kind)
      {
      case MARMOT_PERIOD_YEAR:
      case MARMOT_PERIOD_POOLED_YEARS:
        self = marmot_period_new_year (year_type, year, n_years, NULL);
        break;
      case MARMOT_PERIOD_QUARTER:
        self = marmot_period_new_quarter (year_type, year, quarter, NULL);
        break;
      case MARMOT_PERIOD_MONTH:
        self = marmot_period_new_month (year, month, NULL);
        break;
      case MARMOT_PERIOD_YEAR_TO_DATE:
        self = marmot_period_new_year_to_date (year_type, year, quarter, NULL);
        break;
      case MARMOT_PERIOD_CUMULATIVE:
        self = marmot_period_new_cumulative (year, quarter, NULL);
        break;
      case MARMOT_PERIOD_ROLLING_QUARTERS:
        self = marmot_period_new_rolling_quarters (year_type, year, quarter, n_years, NULL);
        break;
      case MARMOT_PERIOD_ROLLING_MONTHS:
        self = marmot_period_new_rolling_months (year, month, n_years, NULL);
        break;
      case MARMOT_PERIOD_DAY:
      case MARMOT_PERIOD_SPAN:
      default:
        if (kind == MARMOT_PERIOD_SPAN || (gint64) end - start == 1)
          self = new_of_days ((MarmotPeriodKind) kind, start, end, NULL);
        break;
      }

  /* The rest must agree with what the name says. */
  if (!self || self->kind != kind || self->year_type != year_type || self->year != year
      || self->n_years != n_years || self->quarter != quarter || self->month != month
      || self->start != start || self->end != end)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "These bytes hold a period of a later version, or are damaged");
      return NULL;
    }
  return g_steal_pointer (&self);
}
