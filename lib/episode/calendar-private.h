/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Working days for the rest of the room, by days since 1970.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct
{
  gint32 day;
  char *name;
} MarmotHoliday;

struct _MarmotCalendar
{
  GObject parent_instance;

  char *name;
  char *title;
  char *source;
  char *notes;

  /* Set once, by the reader. */
  gint32 first_day;
  gint32 last_day;
  GArray *holidays;  /* of MarmotHoliday, by day */
  gint32 *before;    /* of each day, and of the day after the last: the working days
                      * from the first day up to it, itself left out */
};

/* All calendars of a file, checked. */
GPtrArray      *marmot_calendars_read           (GBytes          *json,
                                                 GError         **error);

/* Fills before: worked has a boolean for Monday to Sunday. */
void            marmot_calendar_count_up        (MarmotCalendar  *self,
                                                 const gboolean   worked[7]);

/* The one that measures use unless they are given another, without a reference: it
 * lives as long as the program. */
MarmotCalendar *marmot_calendar_get_default     (void);

static inline gboolean
marmot_calendar_knows (const MarmotCalendar *self,
                       gint32 day)
{
  return day >= self->first_day && day <= self->last_day;
}

/* The working days after start, up to and with end; the calendar knows both. */
static inline gint32
marmot_calendar_count (const MarmotCalendar *self,
                       gint32 start,
                       gint32 end)
{
  return self->before[end - self->first_day + 1] - self->before[start - self->first_day + 1];
}

/* FALSE if the calendar does not know the day, or the one that is reached. */
gboolean        marmot_calendar_add             (const MarmotCalendar *self,
                                                 gint32           day,
                                                 gint64           n_days,
                                                 gint32          *reached);

/* The same as marmot_calendar_count for many rows, none of them null: a MarmotStatus
 * each, OK or OUT_OF_RANGE; the count is 0 where it is not OK. */
void            marmot_calendar_count_rows      (const MarmotCalendar *self,
                                                 const gint32    *starts,
                                                 const gint32    *ends,
                                                 gsize            n_rows,
                                                 gint32          *counts,
                                                 guint8          *statuses);

/* The error of a day that it does not know. */
void            marmot_calendar_refuse          (MarmotCalendar  *self,
                                                 GError         **error);

G_END_DECLS
