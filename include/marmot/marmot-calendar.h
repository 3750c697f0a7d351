/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCalendar:
 *
 * Working days: the days of the week that are worked, less bank holidays, between a
 * first and a last day.
 *
 * Built in is "england-and-wales": Monday to Friday less the bank holidays of
 * England and Wales, from 1 January 2000 to 31 December 2027. It has the days that
 * were proclaimed once (such as 19 September 2022) and those that were moved (8 May
 * 2020). Holidays of the future can still be proclaimed or moved; a newer list, or
 * one with the days on which a council is closed besides, is read from a file by
 * [ctor@Marmot.Calendar.new_from_json].
 *
 * A date before the first or after the last day of the calendar is a
 * %MARMOT_ERROR_INVALID_ARGUMENT, and never counted as if there were no holidays.
 *
 * The day on which something starts is not counted: the next working day is day 1.
 * What starts on a Monday and is done on the Tuesday has taken one working day, and
 * what is done on the day on which it started has taken none. A day that is not
 * worked belongs to the working day before it: from a Friday to the Sunday after
 * are no working days.
 *
 * A calendar never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CALENDAR (marmot_calendar_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCalendar, marmot_calendar, MARMOT, CALENDAR, GObject)

/**
 * marmot_calendar_new_builtin:
 * @name: (nullable): the short name; %NULL for "england-and-wales"
 * @error: return location for an error
 *
 * One of the calendars that are built in; asked again, it is the same object. A
 * name that none of them has is a %MARMOT_ERROR_NOT_FOUND, which lists them.
 *
 * Returns: (transfer full): the calendar, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCalendar *marmot_calendar_new_builtin        (const char      *name,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_calendar_new_from_json:
 * @json: a file of calendars, in the form of the one that is built in
 * @name: the short name of one of them
 * @error: return location for an error
 *
 * Reads one calendar from a file: an object with "format", which is
 * "marmot-calendars", and "calendars", a list of objects with "name", "title",
 * "source", "first-day" and "last-day" (such as "2027-12-31"), "weekend", a list out
 * of "monday" to "sunday", and "holidays", a list of objects with "day" and "name",
 * in order. "notes" are optional.
 *
 * The whole file is checked. What is no such file is a %MARMOT_ERROR_PARSE; days out
 * of order or outside the calendar, a day twice, more than 200 years, or a week
 * without a working day are a %MARMOT_ERROR_INVALID_DATA; both say where. A name that
 * is not in it is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the calendar, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCalendar *marmot_calendar_new_from_json      (GBytes          *json,
                                                    const char      *name,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_calendar_list_builtin:
 *
 * The short names of the calendars that are built in.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char          **marmot_calendar_list_builtin       (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_calendar_get_name: (get-property name)
 * @self: a calendar
 *
 * Returns: (transfer none): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_calendar_get_name           (MarmotCalendar  *self);

/**
 * marmot_calendar_get_title: (get-property title)
 * @self: a calendar
 *
 * Returns: (transfer none): its name for people to read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_calendar_get_title          (MarmotCalendar  *self);

/**
 * marmot_calendar_get_source: (get-property source)
 * @self: a calendar
 *
 * Returns: (transfer none): where its holidays are from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_calendar_get_source         (MarmotCalendar  *self);

/**
 * marmot_calendar_get_notes: (get-property notes)
 * @self: a calendar
 *
 * Returns: (transfer none) (nullable): what else is to be known of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_calendar_get_notes          (MarmotCalendar  *self);

/**
 * marmot_calendar_get_first_day:
 * @self: a calendar
 *
 * Returns: (transfer full): the first day that it knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate          *marmot_calendar_get_first_day      (MarmotCalendar  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_calendar_get_last_day:
 * @self: a calendar
 *
 * Returns: (transfer full): the last day that it knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate          *marmot_calendar_get_last_day       (MarmotCalendar  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_calendar_knows_day:
 * @self: a calendar
 * @day: a day
 *
 * Returns: whether the day is between the first and the last of the calendar
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_calendar_knows_day          (MarmotCalendar  *self,
                                                    const GDate     *day);

/**
 * marmot_calendar_get_holiday:
 * @self: a calendar
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the name of the holiday on that day; %NULL if
 *   there is none, or the calendar does not know the day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_calendar_get_holiday        (MarmotCalendar  *self,
                                                    const GDate     *day);

/**
 * marmot_calendar_is_working_day:
 * @self: a calendar
 * @day: a day
 * @error: return location for an error
 *
 * Whether a day is worked. A day that the calendar does not know is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: true if it is; false if it is not, or if @error is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_calendar_is_working_day     (MarmotCalendar  *self,
                                                    const GDate     *day,
                                                    GError         **error);

/**
 * marmot_calendar_add_working_days:
 * @self: a calendar
 * @day: a day
 * @n_days: how many working days; below zero, so many before it
 * @error: return location for an error
 *
 * The working day that is so many working days after a day, such as the day by which
 * something is due. After a Friday, 1 is the Monday, and after a Saturday too. 0 is
 * the day itself, worked or not.
 *
 * A day that the calendar does not know, given or reached, is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the day, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate          *marmot_calendar_add_working_days   (MarmotCalendar  *self,
                                                    const GDate     *day,
                                                    int              n_days,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_calendar_count_working_days:
 * @self: a calendar
 * @start: the day on which something starts
 * @end: the day on which it ends
 * @error: return location for an error
 *
 * The working days that something takes: those after @start, up to and with @end.
 * Where @end is before @start it is the working days back, below zero.
 *
 * It is at most n exactly if @end is before the working day after
 * [method@Marmot.Calendar.add_working_days] of @start and n.
 *
 * A day that the calendar does not know is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: how many working days; 0 with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int             marmot_calendar_count_working_days (MarmotCalendar  *self,
                                                    const GDate     *start,
                                                    const GDate     *end,
                                                    GError         **error);

/**
 * marmot_calendar_count_columns:
 * @self: a calendar
 * @starts: a column of dates: the days on which things start
 * @ends: a column of dates: the days on which they end
 * @error: return location for an error
 *
 * [method@Marmot.Calendar.count_working_days] for columns, a row each.
 *
 * The table has the columns "working-days", of integers, and "status", a dictionary
 * of the short names of [enum@Marmot.Status]: "missing" where a day is null, and
 * "out-of-range" where the calendar does not know one. The working days of such rows
 * are null.
 *
 * Columns that are not dates are a %MARMOT_ERROR_TYPE, and those that differ in
 * length a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_calendar_count_columns      (MarmotCalendar  *self,
                                                    MarmotColumn    *starts,
                                                    MarmotColumn    *ends,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
