/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotYearType:
 * @MARMOT_YEAR_CALENDAR: January to December; Fingertips year type 1
 * @MARMOT_YEAR_FINANCIAL: April to March; 2
 * @MARMOT_YEAR_ACADEMIC: September to August; 3
 * @MARMOT_YEAR_FINANCIAL_ROLLING_QUARTERLY: whole years that start in any
 *   quarter of the financial year; 4
 * @MARMOT_YEAR_CALENDAR_ROLLING_QUARTERLY: whole years that start in any quarter
 *   of the calendar year; 5
 * @MARMOT_YEAR_CALENDAR_ROLLING_MONTHLY: whole years that start in any month; 6
 * @MARMOT_YEAR_FINANCIAL_CUMULATIVE: the financial year to date, by quarter; 7
 * @MARMOT_YEAR_AUGUST_TO_JULY: August to July; 8
 * @MARMOT_YEAR_MARCH_TO_FEBRUARY: March to February; 9
 * @MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE: several financial years to date,
 *   by quarter; 10
 * @MARMOT_YEAR_OCTOBER_TO_SEPTEMBER: October to September; 11
 * @MARMOT_YEAR_JULY_TO_JUNE: July to June; 13
 * @MARMOT_YEAR_NOVEMBER_TO_OCTOBER: November to October, which Fingertips names
 *   "November-November" and dates from 1 November to 31 October; 14
 * @MARMOT_YEAR_FINANCIAL_YEAR_END: one day, 31 March of the year named; 16
 *
 * Which year a year is. The numbers are those of Fingertips, where such a year
 * type exists: [func@Marmot.YearType.get_fingertips_id].
 *
 * The rolling and cumulative types are ways to run through calendar and
 * financial years: see [func@Marmot.YearType.get_base].
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_YEAR_CALENDAR,
  MARMOT_YEAR_FINANCIAL,
  MARMOT_YEAR_ACADEMIC,
  MARMOT_YEAR_FINANCIAL_ROLLING_QUARTERLY,
  MARMOT_YEAR_CALENDAR_ROLLING_QUARTERLY,
  MARMOT_YEAR_CALENDAR_ROLLING_MONTHLY,
  MARMOT_YEAR_FINANCIAL_CUMULATIVE,
  MARMOT_YEAR_AUGUST_TO_JULY,
  MARMOT_YEAR_MARCH_TO_FEBRUARY,
  MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE,
  MARMOT_YEAR_OCTOBER_TO_SEPTEMBER,
  MARMOT_YEAR_JULY_TO_JUNE,
  MARMOT_YEAR_NOVEMBER_TO_OCTOBER,
  MARMOT_YEAR_FINANCIAL_YEAR_END
} MarmotYearType;

/**
 * marmot_year_type_get_fingertips_id:
 * @year_type: a year type
 *
 * Returns: the number of the year type in Fingertips
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int             marmot_year_type_get_fingertips_id  (MarmotYearType   year_type);

/**
 * marmot_year_type_from_fingertips_id:
 * @id: the number of a year type in Fingertips
 * @year_type: (out): the year type
 *
 * Returns: false if there is no such year type
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_year_type_from_fingertips_id (int              id,
                                                     MarmotYearType  *year_type);

/**
 * marmot_year_type_get_base:
 * @year_type: a year type
 *
 * The year that a rolling or cumulative type runs through: calendar or
 * financial. Every other type is its own base.
 *
 * Returns: the base
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotYearType  marmot_year_type_get_base           (MarmotYearType   year_type);

/**
 * marmot_year_type_get_label:
 * @year_type: a year type
 *
 * Returns: (transfer none): the name of the year type, such as "Financial"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_year_type_get_label          (MarmotYearType   year_type);

/**
 * MarmotPeriodKind:
 * @MARMOT_PERIOD_YEAR: one year of any type: "2023/24"
 * @MARMOT_PERIOD_POOLED_YEARS: several years taken as one: "2020 - 22"
 * @MARMOT_PERIOD_QUARTER: a quarter: "2024/25 Q2"
 * @MARMOT_PERIOD_MONTH: a calendar month: "Dec 2024"
 * @MARMOT_PERIOD_YEAR_TO_DATE: a year from its start to the end of a quarter:
 *   "2006/07 Q1-Q3"
 * @MARMOT_PERIOD_CUMULATIVE: several financial years from their start to the end
 *   of a quarter: "2013/14 Q1 - 2014/15 Q4"
 * @MARMOT_PERIOD_ROLLING_QUARTERS: one or more whole years that start in any
 *   quarter: "2006 Q2 - 2007 Q1"
 * @MARMOT_PERIOD_ROLLING_MONTHS: one or more whole years that start in any month:
 *   "Feb 2009 - Jan 2010"
 * @MARMOT_PERIOD_DAY: one day: "31 March 2024"
 * @MARMOT_PERIOD_SPAN: from one day to another: "1 April 2017 to 30 September
 *   2017"
 *
 * What a period is made of.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PERIOD_YEAR,
  MARMOT_PERIOD_POOLED_YEARS,
  MARMOT_PERIOD_QUARTER,
  MARMOT_PERIOD_MONTH,
  MARMOT_PERIOD_YEAR_TO_DATE,
  MARMOT_PERIOD_CUMULATIVE,
  MARMOT_PERIOD_ROLLING_QUARTERS,
  MARMOT_PERIOD_ROLLING_MONTHS,
  MARMOT_PERIOD_DAY,
  MARMOT_PERIOD_SPAN
} MarmotPeriodKind;

/**
 * MarmotPeriod:
 *
 * A stretch of time as this field writes it: a calendar, financial or academic
 * year, a quarter, a month, a year to date, rolling and pooled years, a day.
 *
 * A period knows its name and its days. Two periods may have the same days and
 * be named differently ("2006/07 Q1-Q4" and "2006/07"): they are not equal, but
 * [method@Marmot.Period.coincides].
 *
 * Every period lies within the years 1 to 9999.
 *
 * Periods never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotPeriod MarmotPeriod;

#define MARMOT_TYPE_PERIOD (marmot_period_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType             marmot_period_get_type            (void);

/**
 * marmot_period_new_year:
 * @year_type: which year; rolling and cumulative types count as their base
 * @year: the year in which it starts, from 1
 * @n_years: how many years, from 1
 * @error: return location for an error
 *
 * Makes a year, or several years pooled.
 *
 * A period that does not end by 9999 is a %MARMOT_ERROR_INVALID_ARGUMENT, here
 * and in every other constructor.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_year            (MarmotYearType   year_type,
                                                     int              year,
                                                     guint            n_years,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_quarter:
 * @year_type: a calendar, financial or academic year
 * @year: the year in which the year starts
 * @quarter: which quarter of that year, from 1 to 4
 * @error: return location for an error
 *
 * Makes a quarter. The quarters of an academic year start in September,
 * December, March and June.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_quarter         (MarmotYearType   year_type,
                                                     int              year,
                                                     guint            quarter,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_month:
 * @year: a calendar year
 * @month: from 1, January, to 12
 * @error: return location for an error
 *
 * Makes a calendar month.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_month           (int              year,
                                                     guint            month,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_year_to_date:
 * @year_type: a calendar, financial or academic year
 * @year: the year in which the year starts
 * @up_to_quarter: the last quarter that is in it, from 1 to 4
 * @error: return location for an error
 *
 * Makes a year to date: the cumulative quarters of one year.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_year_to_date    (MarmotYearType   year_type,
                                                     int              year,
                                                     guint            up_to_quarter,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_cumulative:
 * @year: the year in which the first financial year starts
 * @n_quarters: how many quarters, counted on past the end of the year, from 1 to
 *   99
 * @error: return location for an error
 *
 * Makes several financial years to date: eight quarters are "2013/14 Q1 -
 * 2014/15 Q4".
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_cumulative      (int              year,
                                                     guint            n_quarters,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_rolling_quarters:
 * @year_type: a calendar, financial or academic year
 * @year: the year in which the first year starts
 * @quarter: the quarter in which the period starts, from 1 to 4
 * @n_years: how many whole years, from 1
 * @error: return location for an error
 *
 * Makes whole years that start in any quarter.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_rolling_quarters (MarmotYearType   year_type,
                                                      int              year,
                                                      guint            quarter,
                                                      guint            n_years,
                                                      GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_rolling_months:
 * @year: the calendar year in which it starts
 * @month: the month in which it starts, from 1 to 12
 * @n_years: how many whole years, from 1
 * @error: return location for an error
 *
 * Makes whole years that start in any month.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_rolling_months  (int              year,
                                                     guint            month,
                                                     guint            n_years,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_day:
 * @day: a valid date
 * @error: return location for an error
 *
 * Makes a period of one day.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_day             (const GDate     *day,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_span:
 * @first: the first day, a valid date
 * @last: the last day, on or after @first
 * @error: return location for an error
 *
 * Makes a period from one day to another, both in it. If they are the same day
 * it is still a span.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_span            (const GDate     *first,
                                                     const GDate     *last,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_new_fingertips:
 * @year_type: the year type
 * @year: the year
 * @year_range: how many years; below 1 means one
 * @quarter: the quarter, or below 1 for none
 * @month: the month, or below 1 for none
 * @error: return location for an error
 *
 * Makes a period from the fields of a Fingertips record, where -1 means
 * undefined.
 *
 * Months are counted from the start of the year: month 1 of a financial year is
 * April. In an academic year month 1 is September, as the present Fingertips
 * dates it; the older one printed April.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_new_fingertips      (MarmotYearType   year_type,
                                                     int              year,
                                                     int              year_range,
                                                     int              quarter,
                                                     int              month,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_parse:
 * @text: the text
 * @hint: which year is meant where the text leaves it open; if in doubt
 *   %MARMOT_YEAR_FINANCIAL
 * @error: return location for an error
 *
 * Reads a period: every form that [method@Marmot.Period.to_string] prints, and
 * those that councils' papers use. The page on periods lists them all.
 *
 * Two-digit years are of this century up to 68, and of the last from 69. What
 * the text leaves open is settled so:
 *
 * - "2023/24" and "15/16" are financial years, or of the type of @hint if that
 *   does not start in January. They are never fractions.
 * - "2022-23" (and "2022-2023", "2022 to 2023": two years in a row, no spaces
 *   around the dash) is the same, unless @hint is %MARMOT_YEAR_CALENDAR: then
 *   two calendar years are pooled. With spaces, "2022 - 23", it is always two
 *   calendar years pooled, as Fingertips prints them.
 * - "2024/25 Q1" is a quarter, and the year to date if @hint is
 *   %MARMOT_YEAR_FINANCIAL_CUMULATIVE.
 * - "Aug 2006 - Jul 2007" is a rolling year, or a year of the type of @hint if
 *   that is printed so (August to July and its like) and starts in that month.
 *
 * Anything else, a date that does not exist, a form with two readings such as
 * "1/7/22", or more than 60 bytes, is a %MARMOT_ERROR_PARSE; what is not UTF-8
 * is a %MARMOT_ERROR_ENCODING. The message says which forms are taken, and does
 * not repeat the text.
 *
 * Returns: (transfer full): the period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_parse               (const char      *text,
                                                     MarmotYearType   hint,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_ref: (skip)
 * @self: a period
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_ref                 (MarmotPeriod *self);

/**
 * marmot_period_unref: (skip)
 * @self: (transfer full): a period
 *
 * Gives a reference back; the last one frees the period.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_period_unref               (MarmotPeriod *self);

/**
 * marmot_period_get_kind:
 * @self: a period
 *
 * Returns: what it is made of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriodKind  marmot_period_get_kind            (const MarmotPeriod *self);

/**
 * marmot_period_get_year_type:
 * @self: a period
 *
 * The year that the period belongs to, never a rolling or cumulative type: those
 * are told by the kind. It is %MARMOT_YEAR_CALENDAR for months, days and spans.
 *
 * Returns: the year type
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotYearType    marmot_period_get_year_type       (const MarmotPeriod *self);

/**
 * marmot_period_get_fingertips_year_type:
 * @self: a period
 *
 * The year type under which Fingertips publishes such a period, which may be a
 * rolling or cumulative one. With it as the hint, [func@Marmot.Period.parse]
 * reads back exactly what [method@Marmot.Period.to_string] printed.
 *
 * Returns: the year type
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotYearType    marmot_period_get_fingertips_year_type (const MarmotPeriod *self);

/**
 * marmot_period_get_year:
 * @self: a period
 *
 * Returns: the year in which its (first) year starts; for months, days and spans
 *   the calendar year of the first day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int               marmot_period_get_year            (const MarmotPeriod *self);

/**
 * marmot_period_get_n_years:
 * @self: a period
 *
 * Returns: how many years it takes as one; 0 if it is not made of whole years
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_period_get_n_years         (const MarmotPeriod *self);

/**
 * marmot_period_get_quarter:
 * @self: a period
 *
 * Returns: the quarter, the last quarter of a year to date (counted on past 4 if
 *   it is cumulative over years), or the quarter in which rolling years start; 0
 *   for other periods
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_period_get_quarter         (const MarmotPeriod *self);

/**
 * marmot_period_get_month:
 * @self: a period
 *
 * Returns: the calendar month, from 1 to 12, or the month in which rolling years
 *   start; 0 for other periods
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_period_get_month           (const MarmotPeriod *self);

/**
 * marmot_period_get_first_day:
 * @self: a period
 *
 * Returns: (transfer full): the first day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate            *marmot_period_get_first_day       (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_get_last_day:
 * @self: a period
 *
 * Returns: (transfer full): the last day, which is in the period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate            *marmot_period_get_last_day        (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_get_start_days:
 * @self: a period
 *
 * Returns: the first day, in days since 1 January 1970
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint32            marmot_period_get_start_days      (const MarmotPeriod *self);

/**
 * marmot_period_get_end_days:
 * @self: a period
 *
 * Returns: the day after the last, in days since 1 January 1970
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint32            marmot_period_get_end_days        (const MarmotPeriod *self);

/**
 * marmot_period_get_n_months:
 * @self: a period
 *
 * Returns: how many calendar months it covers; 0 if they are not whole
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_period_get_n_months        (const MarmotPeriod *self);

/**
 * marmot_period_get_sort_key:
 * @self: a period
 *
 * The number by which Fingertips sorts periods: year, quarter and month as
 * YYYYQQMM, with zeros for those that a period has not. It tells where a period
 * starts and not how long it is, so it only sorts periods of one indicator; to
 * sort any periods, use [method@Marmot.Period.compare]. Months are calendar
 * months; days and spans have the key of the month in which they start.
 *
 * Returns: the key
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_period_get_sort_key        (const MarmotPeriod *self);

/**
 * marmot_period_get_range_code:
 * @self: a period
 *
 * The length of the period as in the Fingertips column "Time period range":
 * "1m", "3m", "1y", "3y".
 *
 * Returns: (transfer full) (nullable): the code, or %NULL if the period is not
 *   of whole months
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_period_get_range_code      (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_get_parent_year:
 * @self: a period
 * @year_type: which year
 *
 * The year of this type that the period lies in: 2024/25 for "Dec 2024" and
 * financial years.
 *
 * Returns: (transfer full) (nullable): the year, or %NULL if the period does not
 *   lie in one such year
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_get_parent_year     (const MarmotPeriod *self,
                                                     MarmotYearType      year_type) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_next:
 * @self: a period
 *
 * The period that follows in a published series of this kind. Pooled years move
 * on by one year, rolling years by one quarter or month, as they are published;
 * a year to date grows by a quarter, and starts again after the fourth; a span
 * is followed by one of as many months, or else of as many days.
 *
 * Returns: (transfer full) (nullable): the period, or %NULL after the year 9999
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_next                (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_previous:
 * @self: a period
 *
 * The period before in a published series of this kind: the opposite of
 * [method@Marmot.Period.next].
 *
 * Returns: (transfer full) (nullable): the period, or %NULL before the year 1;
 *   cumulative years have none before their first quarter
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_previous            (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_shift_years:
 * @self: a period
 * @n_years: how many years on, or back if below 0
 *
 * The same period of another year, such as the same quarter a year before. Of
 * 29 February it is 28 February where there is no other.
 *
 * Returns: (transfer full) (nullable): the period, or %NULL outside the years 1
 *   to 9999
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_shift_years         (const MarmotPeriod *self,
                                                     int                 n_years) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_subtract:
 * @self: the whole
 * @part: a part of it, at its start or its end
 * @error: return location for an error
 *
 * What is left of a period without a part: "2017/18 Q1-Q2" without "2017/18 Q2"
 * is "2017/18 Q1". A count of the whole less the count of the part belongs to
 * it. The rest is named as a quarter, month, year to date or year where it is
 * one, and is a span otherwise.
 *
 * If @part is not at the start or the end of @self, or is all of it, that is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the rest, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_subtract            (const MarmotPeriod  *self,
                                                     const MarmotPeriod  *part,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_contains:
 * @self: a period
 * @other: another period
 *
 * Returns: whether every day of @other is in @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_contains            (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_contains_day:
 * @self: a period
 * @day: a valid date
 *
 * Returns: whether the day is in @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_contains_day        (const MarmotPeriod *self,
                                                     const GDate        *day);

/**
 * marmot_period_precedes:
 * @self: a period
 * @other: another period
 *
 * Returns: whether every day of @self is before every day of @other
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_precedes            (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_overlaps:
 * @self: a period
 * @other: another period
 *
 * Returns: whether a day is in both
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_overlaps            (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_coincides:
 * @self: a period
 * @other: another period
 *
 * Returns: whether both have the same days, whatever they are called
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_coincides           (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_is_same_length:
 * @self: a period
 * @other: another period
 *
 * Whether counts of the two can be compared: both are of as many whole months,
 * or else both are of as many days.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_is_same_length      (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_compare:
 * @self: a period
 * @other: another period
 *
 * Orders periods by their first day and then by their last; periods with the
 * same days are ordered by kind and year type, so that the order is total.
 *
 * Returns: below 0 if @self comes first, above 0 if @other does, 0 if they are
 *   equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int               marmot_period_compare             (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_equal:
 * @self: a period
 * @other: another period
 *
 * Returns: whether both have the same days and the same kind and year type
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_period_equal               (const MarmotPeriod *self,
                                                     const MarmotPeriod *other);

/**
 * marmot_period_hash:
 * @self: a period
 *
 * Returns: a hash that equal periods share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_period_hash                (const MarmotPeriod *self);

/**
 * marmot_period_to_string:
 * @self: a period
 *
 * Prints a period as Fingertips does: "2023/24", "2020 - 22", "2024/25 Q2",
 * "2006/07 Q1-Q3", "Dec 2024", "Feb 2009 - Jan 2010". Days are "31 March 2024",
 * and spans "1 April 2017 to 30 September 2017".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_period_to_string           (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_to_iso_interval:
 * @self: a period
 *
 * Prints the first and the last day as an ISO 8601 interval,
 * "2023-04-01/2024-03-31". Both days are in the period.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char             *marmot_period_to_iso_interval     (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_serialize:
 * @self: a period
 *
 * Writes a period to bytes that any build of this major version reads back
 * without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes           *marmot_period_serialize           (const MarmotPeriod *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_deserialize:
 * @bytes: what [method@Marmot.Period.serialize] wrote
 * @error: return location for an error
 *
 * Reads a period back. Bytes that are not a period are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod     *marmot_period_deserialize         (GBytes  *bytes,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotPeriod, marmot_period_unref)

G_END_DECLS
