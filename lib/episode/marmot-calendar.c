/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "calendar-private.h"
#include "core/marmot-data-private.h"
#include "core/marmot-period-private.h"
#include "core/marmot-record-private.h"
#include "core/marmot-data-file-private.h"

#define BUILTIN "bank-holidays.json"
#define DEFAULT "england-and-wales"

G_DEFINE_FINAL_TYPE (MarmotCalendar, marmot_calendar, G_TYPE_OBJECT)

/**
 * MarmotCalendar:name: (getter get_name)
 *
 * A short name, such as "england-and-wales".
 *
 * Since: 1.0
 */

/**
 * MarmotCalendar:title: (getter get_title)
 *
 * Its name for people to read.
 *
 * Since: 1.0
 */

/**
 * MarmotCalendar:source: (getter get_source)
 *
 * Where its holidays are from.
 *
 * Since: 1.0
 */

/**
 * MarmotCalendar:notes: (getter get_notes)
 *
 * What else is to be known of it.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "name", NULL, G_STRUCT_OFFSET (MarmotCalendar, name), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotCalendar, title), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotCalendar, source), 0 },
  { "notes", NULL, G_STRUCT_OFFSET (MarmotCalendar, notes), 0 },
};

static void (*finalize_record) (GObject *object);

static void
clear_holiday (gpointer data)
{
  g_free (((MarmotHoliday *) data)->name);
}

static void
marmot_calendar_finalize (GObject *object)
{
  MarmotCalendar *self = MARMOT_CALENDAR (object);

  g_array_unref (self->holidays);
  g_free (self->before);
  finalize_record (object);
}

static void
marmot_calendar_class_init (MarmotCalendarClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  finalize_record = G_OBJECT_CLASS (klass)->finalize;
  G_OBJECT_CLASS (klass)->finalize = marmot_calendar_finalize;
}

static void
marmot_calendar_init (MarmotCalendar *self)
{
  self->holidays = g_array_new (FALSE, TRUE, sizeof (MarmotHoliday));
  g_array_set_clear_func (self->holidays, clear_holiday);
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotCalendar, marmot_calendar, MARMOT_IS_CALENDAR, CType, field, NULL)

GETTER (const char *, name)
GETTER (const char *, title)
GETTER (const char *, source)
GETTER (const char *, notes)

/* --- the calendars of a file ----------------------------------------------------- */

/* Without a reference. */
static MarmotCalendar *
find_or_refuse (const GPtrArray *calendars,
                const char *name,
                GError **error)
{
  return data_file_find_or_refuse (calendars, G_STRUCT_OFFSET (MarmotCalendar, name), name, "calendar", error);
}

static GPtrArray *
get_builtin (void)
{
  static gsize once;
  static GPtrArray *calendars;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) json = marmot_data_lookup (BUILTIN, &error);

      calendars = json ? marmot_calendars_read (json, &error) : NULL;
      if (!calendars)
        g_error ("%s: %s", BUILTIN, error->message);
      g_once_init_leave (&once, 1);
    }
  return calendars;
}

MarmotCalendar *
marmot_calendar_get_default (void)
{
  MarmotCalendar *calendar = find_or_refuse (get_builtin (), DEFAULT, NULL);

  g_assert (calendar != NULL);
  return calendar;
}

MarmotCalendar *
marmot_calendar_new_builtin (const char *name,
                             GError **error)
{
  MarmotCalendar *calendar = find_or_refuse (get_builtin (), name ? name : DEFAULT, error);

  return calendar ? g_object_ref (calendar) : NULL;
}

MarmotCalendar *
marmot_calendar_new_from_json (GBytes *json,
                               const char *name,
                               GError **error)
{
  g_autoptr (GPtrArray) calendars = NULL;
  MarmotCalendar *calendar;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  calendars = marmot_calendars_read (json, error);
  calendar = calendars ? find_or_refuse (calendars, name, error) : NULL;
  return calendar ? g_object_ref (calendar) : NULL;
}

char **
marmot_calendar_list_builtin (void)
{
  return data_file_list_names (get_builtin (), G_STRUCT_OFFSET (MarmotCalendar, name));
}

/* --- its days --------------------------------------------------------------------- */

static GDate *
new_date (gint32 day)
{
  GDate *date = g_date_new ();

  marmot_date_from_days (date, day);
  return date;
}

GDate *
marmot_calendar_get_first_day (MarmotCalendar *self)
{
  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), NULL);

  return new_date (self->first_day);
}

GDate *
marmot_calendar_get_last_day (MarmotCalendar *self)
{
  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), NULL);

  return new_date (self->last_day);
}

gboolean
marmot_calendar_knows_day (MarmotCalendar *self,
                           const GDate *day)
{
  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  return marmot_calendar_knows (self, marmot_date_to_days (day));
}

static int
compare_holiday (gconstpointer holiday,
                 gconstpointer day)
{
  gint32 a = ((const MarmotHoliday *) holiday)->day, b = *(const gint32 *) day;

  return a < b ? -1 : a > b;
}

const char *
marmot_calendar_get_holiday (MarmotCalendar *self,
                             const GDate *day)
{
  gint32 days;
  guint place;

  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  days = marmot_date_to_days (day);
  return g_array_binary_search (self->holidays, &days, compare_holiday, &place)
           ? g_array_index (self->holidays, MarmotHoliday, place).name : NULL;
}

void
marmot_calendar_refuse (MarmotCalendar *self,
                        GError **error)
{
  char first[32], last[32];
  GDate date;

  marmot_date_from_days (&date, self->first_day);
  g_date_strftime (first, sizeof first, "%Y-%m-%d", &date);
  marmot_date_from_days (&date, self->last_day);
  g_date_strftime (last, sizeof last, "%Y-%m-%d", &date);
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "The calendar %s knows the days from %s to %s, and no others: correct the date, or read a calendar "
               "that has it from a file", self->name, first, last);
}

/* --- working days ----------------------------------------------------------------- */

void
marmot_calendar_count_up (MarmotCalendar *self,
                          const gboolean worked[7])
{
  gsize n_days = (gsize) (self->last_day - self->first_day) + 1;
  gsize next = 0;
  GDate date;
  guint weekday;

  marmot_date_from_days (&date, self->first_day);
  weekday = (guint) g_date_get_weekday (&date) - 1;
  self->before = g_new (gint32, n_days + 1);
  self->before[0] = 0;
  for (gsize i = 0; i < n_days; i++)
    {
      gboolean is_holiday = next < self->holidays->len
                            && g_array_index (self->holidays, MarmotHoliday, next).day == self->first_day + (gint32) i;

      next += is_holiday;
      self->before[i + 1] = self->before[i] + (worked[weekday] && !is_holiday);
      weekday = (weekday + 1) % 7;
    }
}

gboolean
marmot_calendar_add (const MarmotCalendar *self,
                     gint32 day,
                     gint64 n_days,
                     gint32 *reached)
{
  gsize end = (gsize) (self->last_day - self->first_day) + 1;
  gsize low = 0, high = end;
  gint64 target;

  if (!marmot_calendar_knows (self, day))
    return FALSE;
  *reached = day;
  if (n_days == 0)
    return TRUE;

  /* The number, from 1, of the working day that is sought among all of the calendar. */
  target = n_days + (n_days > 0 ? self->before[day - self->first_day + 1] : self->before[day - self->first_day] + 1);
  if (target < 1 || target > self->before[end])
    return FALSE;
  /* The first day up to and with which there are so many. */
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->before[middle] < target)
        low = middle + 1;
      else
        high = middle;
    }
  *reached = self->first_day + (gint32) low - 1;
  return TRUE;
}

gboolean
marmot_calendar_is_working_day (MarmotCalendar *self,
                                const GDate *day,
                                GError **error)
{
  gint32 days;

  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  days = marmot_date_to_days (day);
  if (!marmot_calendar_knows (self, days))
    {
      marmot_calendar_refuse (self, error);
      return FALSE;
    }
  return self->before[days - self->first_day + 1] > self->before[days - self->first_day];
}

GDate *
marmot_calendar_add_working_days (MarmotCalendar *self,
                                  const GDate *day,
                                  int n_days,
                                  GError **error)
{
  gint32 reached;

  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  if (!marmot_calendar_add (self, marmot_date_to_days (day), n_days, &reached))
    {
      marmot_calendar_refuse (self, error);
      return NULL;
    }
  return new_date (reached);
}

int
marmot_calendar_count_working_days (MarmotCalendar *self,
                                    const GDate *start,
                                    const GDate *end,
                                    GError **error)
{
  gint32 from, to;

  g_return_val_if_fail (MARMOT_IS_CALENDAR (self), 0);
  g_return_val_if_fail (start != NULL && g_date_valid (start), 0);
  g_return_val_if_fail (end != NULL && g_date_valid (end), 0);

  from = marmot_date_to_days (start);
  to = marmot_date_to_days (end);
  if (!marmot_calendar_knows (self, from) || !marmot_calendar_knows (self, to))
    {
      marmot_calendar_refuse (self, error);
      return 0;
    }
  return marmot_calendar_count (self, from, to);
}
