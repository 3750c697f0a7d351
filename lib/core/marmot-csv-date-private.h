/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Dates as CSV files write them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "yyyy-mm-dd", "dd/mm/yyyy" and the like: three parts in any order, with one
 * separator between them, or none. */
typedef struct
{
  char order[3];            /* 'd', 'm' and 'y' */
  char separator;           /* '\0' for none */
} MarmotCsvDateFormat;

#define MARMOT_CSV_DATE_ISO { { 'y', 'm', 'd' }, '-' }

/* FALSE if text is no such format. */
gboolean marmot_csv_date_format_parse (MarmotCsvDateFormat *format,
                                       const char          *text);

/* Days since 1 January 1970 of a date that is exactly yyyy-mm-dd. */
gboolean marmot_csv_date_parse_iso    (const char          *first,
                                       const char          *last,
                                       gint32              *days);

/* As above, of a date in this format; where there are separators, days and months
 * may have one digit. */
gboolean marmot_csv_date_parse        (const MarmotCsvDateFormat *format,
                                       const char          *first,
                                       const char          *last,
                                       gint32              *days);

/* Writes yyyy-mm-dd and a NUL; FALSE for days outside the years 1 to 9999. */
#define MARMOT_CSV_DATE_SIZE 16
gboolean marmot_csv_date_print        (gint32               days,
                                       char                 buffer[MARMOT_CSV_DATE_SIZE]);

G_END_DECLS
