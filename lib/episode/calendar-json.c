/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Calendars from a file.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "calendar-private.h"
#include "core/marmot-data-file-private.h"

#define MAX_CALENDARS 100
#define MAX_DAYS (200 * 366)

static const char *const file_keys[] = { "format", "notes", "calendars", NULL };
static const char *const calendar_keys[] = { "name", "title", "source", "notes", "first-day", "last-day", "weekend",
                                             "holidays", NULL };
static const char *const holiday_keys[] = { "day", "name", NULL };
static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                        NULL };

static gboolean
read_weekend (json_t *object,
              const char *path,
              gboolean worked[7],
              GError **error)
{
  json_t *list;
  guint n_worked = 7;

  for (guint i = 0; i < 7; i++)
    worked[i] = TRUE;
  if (!data_file_list (object, path, "weekend", TRUE, &list, error))
    return FALSE;
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      const char *name = json_string_value (json_array_get (list, i));
      guint weekday = 0;

      while (weekday < 7 && g_strcmp0 (name, weekdays[weekday]) != 0)
        weekday++;
      if (weekday == 7)
        return data_file_refuse (error, path, "\"weekend\" lists days of the week, \"monday\" to \"sunday\"");
      if (!worked[weekday])
        return data_file_refuse (error, path, "\"weekend\" lists a day twice");
      worked[weekday] = FALSE;
      n_worked--;
    }
  return n_worked > 0 || data_file_refuse (error, path, "a week has at least one working day");
}

static gboolean
read_holiday (MarmotCalendar *self,
              json_t *object,
              const char *path,
              GError **error)
{
  MarmotHoliday holiday = { 0, NULL };
  const char *name;

  if (!data_file_object (object, path, holiday_keys, error)
      || !data_file_text (object, path, "name", TRUE, &name, error)
      || !data_file_day (object, path, "day", &holiday.day, NULL, error))
    return FALSE;
  if (!marmot_calendar_knows (self, holiday.day))
    return data_file_refuse (error, path, "the day is not one of the calendar's: see its \"first-day\" and \"last-day\"");
  if (self->holidays->len > 0
      && g_array_index (self->holidays, MarmotHoliday, self->holidays->len - 1).day >= holiday.day)
    return data_file_refuse (error, path, "the day is not after the one before it: put days in order, each once");
  holiday.name = g_strdup (name);
  g_array_append_val (self->holidays, holiday);
  return TRUE;
}

static MarmotCalendar *
read_calendar (json_t *object,
               const char *path,
               GError **error)
{
  g_autoptr (MarmotCalendar) self = NULL;
  const char *name, *title, *source, *notes;
  gboolean worked[7];
  json_t *list;

  if (!data_file_object (object, path, calendar_keys, error)
      || !data_file_text (object, path, "name", TRUE, &name, error)
      || !data_file_text (object, path, "title", TRUE, &title, error)
      || !data_file_text (object, path, "source", TRUE, &source, error)
      || !data_file_text (object, path, "notes", FALSE, &notes, error)
      || !data_file_list (object, path, "holidays", TRUE, &list, error)
      || !read_weekend (object, path, worked, error))
    return NULL;
  self = g_object_new (MARMOT_TYPE_CALENDAR, "name", name, "title", title, "source", source, "notes", notes, NULL);
  if (!data_file_day (object, path, "first-day", &self->first_day, NULL, error)
      || !data_file_day (object, path, "last-day", &self->last_day, NULL, error))
    return NULL;
  if (self->first_day > self->last_day || self->last_day - self->first_day >= MAX_DAYS)
    {
      data_file_refuse (error, path, "the last day is on or after the first, and 200 years after it at most");
      return NULL;
    }
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *where = data_file_step (path, "holidays", i);

      if (!read_holiday (self, json_array_get (list, i), where, error))
        return NULL;
    }
  marmot_calendar_count_up (self, worked);
  return g_steal_pointer (&self);
}

GPtrArray *
marmot_calendars_read (GBytes *json,
                       GError **error)
{
  g_autoptr (json_t) file = data_file_open (json, "marmot-calendars", "calendars", "calendars", error);
  g_autoptr (GPtrArray) calendars = NULL;
  g_autoptr (GHashTable) names = NULL;
  json_t *list;

  if (!file || !data_file_object (file, "The file", file_keys, error))
    return NULL;
  list = json_object_get (file, "calendars");
  if (json_array_size (list) > MAX_CALENDARS)
    {
      data_file_refuse (error, "calendars", "a file has at most %d calendars", MAX_CALENDARS);
      return NULL;
    }

  calendars = g_ptr_array_new_with_free_func (g_object_unref);
  names = g_hash_table_new (g_str_hash, g_str_equal);
  for (size_t i = 0; i < json_array_size (list); i++)
    {
      g_autofree char *path = data_file_step ("", "calendars", i);
      MarmotCalendar *calendar = read_calendar (json_array_get (list, i), path, error);

      if (!calendar)
        return NULL;
      g_ptr_array_add (calendars, calendar);
      if (!g_hash_table_add (names, calendar->name))
        {
          data_file_refuse (error, path, "another calendar has the same name");
          return NULL;
        }
    }
  return g_steal_pointer (&calendars);
}
