/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What statistics over time share: figures read as series, each in the order of time, with
 * what is wrong with one known by its row.
 */
#pragma once

#include <marmot/marmot.h>

#include "gaps-private.h"

G_BEGIN_DECLS

/* How "time" is counted. */
typedef enum
{
  MARMOT_SERIES_ROWS,   /* there is no such column: the rows of a series follow each other */
  MARMOT_SERIES_NUMBER, /* numbers, as they are */
  MARMOT_SERIES_DATE,   /* dates: calendar months, or days */
  MARMOT_SERIES_PERIOD  /* texts of periods: steps of their own length */
} MarmotSeriesTime;

typedef struct
{
  MarmotScratch *scratch;
  gsize n_rows;
  gsize n_series;
  const gint32 *codes;
  const gsize *starts; /* n_series + 1 */
  const gsize *rows;   /* of series g rows[starts[g]] to rows[starts[g + 1] - 1], by time */
  const double *time;  /* of each row */
  guint8 *status;      /* of each series */
  double *wrong_row;   /* the first row that is why; NaN for none */
  guint8 *overlapping; /* of each series: its periods share days */
  MarmotSeriesTime kind;
  guint steps_a_year;    /* 12, 4 or 1; 0 if nothing is known of it */
  gboolean is_days;      /* dates that were counted in days */
  MarmotPeriod *example; /* a period of the column, and its step */
  double example_step;
} MarmotSeries;

typedef enum
{
  MARMOT_SERIES_STEPS, /* dates stand for their calendar month */
  MARMOT_SERIES_ORDER  /* dates are in order by the day */
} MarmotSeriesDates;

void          marmot_series_init     (MarmotSeries       *self,
                                      MarmotScratch      *scratch);
void          marmot_series_clear    (MarmotSeries       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotSeries, marmot_series_clear)

/* Reads "time", if there is such a column, and "overlapping". A time that is missing or not
 * finite, or that is there twice, makes its series void. Texts that are not periods, or not
 * all of one length, are a MARMOT_ERROR_INVALID_DATA that names the row. */
gboolean      marmot_series_read     (MarmotSeries       *self,
                                      MarmotTable        *figures,
                                      MarmotGroups       *groups,
                                      MarmotSeriesDates   dates,
                                      GError            **error);

/* Makes a series void for a row, unless it is so already. */
void          marmot_series_fault    (MarmotSeries       *self,
                                      gsize               series,
                                      guint8              status,
                                      gsize               row);

/* The rows of series g, in the order of time. */
static inline gsize
marmot_series_get_rows (const MarmotSeries *self,
                        gsize series,
                        const gsize **rows)
{
  *rows = self->rows + self->starts[series];
  return self->starts[series + 1] - self->starts[series];
}

/* The longest series. */
gsize         marmot_series_most     (const MarmotSeries *self);

/* The points of a series whose value is there, by time; how many there are. A value that is
 * not finite makes the series void. t and index, which may be NULL, and v have room for
 * all; index is the row of each. */
gsize         marmot_series_gather   (MarmotSeries       *self,
                                      gsize               series,
                                      const double       *values,
                                      const guint8       *row_status,
                                      double             *t,
                                      double             *v,
                                      gsize              *index);

/* Times as the figures have them: numbers, dates or texts of periods; null for NaN. */
MarmotColumn *marmot_series_times    (const MarmotSeries *self,
                                      const double       *times,
                                      gsize               n_times);

/* Row numbers as integers, null for NaN. */
void          marmot_series_add_rows (MarmotResult       *result,
                                      const char         *name,
                                      const double       *rows,
                                      gsize               n_rows);

/* Counts as integers. */
void          marmot_series_add_counts (MarmotResult     *result,
                                        const char       *name,
                                        const double     *counts,
                                        gsize             n_rows);

/* "status" and "wrong_row" of each series. */
void          marmot_series_add_status (MarmotResult       *result,
                                        const MarmotSeries *self);

/* Numbers to be given back with the series, NaN to begin with. */
double       *marmot_series_new_column (MarmotSeries     *self,
                                        gsize             n);

G_END_DECLS
