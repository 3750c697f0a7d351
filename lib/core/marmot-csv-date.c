/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-csv-date-private.h"

#include <string.h>

/* 1 January 1970, in the days of GDate. */
#define EPOCH 719163

/* Four digits hold years up to 9999. */
#define MAX_YEAR 9999
#define LAST_JULIAN 3652059

gboolean
marmot_csv_date_format_parse (MarmotCsvDateFormat *format,
                              const char *text)
{
  static const struct
  {
    const char *text;
    char part;
  } parts[] = { { "dd", 'd' }, { "mm", 'm' }, { "yyyy", 'y' } };
  MarmotCsvDateFormat found = { { 0, 0, 0 }, 0 };

  for (gsize n = 0; n < 3; n++)
    {
      gsize i;

      if (n > 0 && *text != '\0' && strchr ("-/. ", *text))
        {
          if (n == 1)
            found.separator = *text;
          if (*text != found.separator)
            return FALSE;
          text++;
        }
      else if (n == 2 && found.separator)
        {
          return FALSE;
        }

      for (i = 0; i < G_N_ELEMENTS (parts) && !g_str_has_prefix (text, parts[i].text); i++)
        ;
      if (i == G_N_ELEMENTS (parts) || memchr (found.order, parts[i].part, n))
        return FALSE;
      found.order[n] = parts[i].part;
      text += strlen (parts[i].text);
    }
  if (*text != '\0')
    return FALSE;

  *format = found;
  return TRUE;
}

/* The first days of the months that most dates fall in, since asking GDate for each
 * date took an eighth of the time of reading a file. */
#define FIRST_YEAR 1900
#define N_YEARS 200
#define N_MONTHS (N_YEARS * 12)

/* One more than there are months: each ends where the next begins. */
static gint32 months[N_MONTHS + 1];

static void
fill_months (void)
{
  static gsize is_filled = 0;

  if (!g_once_init_enter (&is_filled))
    return;

  for (guint i = 0; i <= N_MONTHS; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, (GDateMonth) (i % 12 + 1), (GDateYear) (FIRST_YEAR + i / 12));
      months[i] = (gint32) g_date_get_julian (&date) - EPOCH;
    }
  g_once_init_leave (&is_filled, 1);
}

static gboolean
to_days (guint year,
         guint month,
         guint day,
         gint32 *days)
{
  GDate date;

  if (year - FIRST_YEAR < N_YEARS && month - 1 < 12)
    {
      const guint i = (year - FIRST_YEAR) * 12 + month - 1;

      fill_months ();
      if (day < 1 || (gint32) day > months[i + 1] - months[i])
        return FALSE;
      *days = months[i] + (gint32) day - 1;
      return TRUE;
    }

  if (year < 1 || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *days = (gint32) g_date_get_julian (&date) - EPOCH;
  return TRUE;
}

static inline guint
digit_at (const char *at)
{
  return (guint) (guchar) *at - '0';
}

gboolean
marmot_csv_date_parse_iso (const char *first,
                           const char *last,
                           gint32 *days)
{
  static const guint8 places[] = { 0, 1, 2, 3, 5, 6, 8, 9 };
  guint digits[G_N_ELEMENTS (places)];
  guint highest = 0;

  if (last - first != 10 || first[4] != '-' || first[7] != '-')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      digits[i] = digit_at (first + places[i]);
      highest = MAX (highest, digits[i]);
    }
  if (highest > 9)
    return FALSE;

  return to_days (digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
                  digits[4] * 10 + digits[5], digits[6] * 10 + digits[7], days);
}

gboolean
marmot_csv_date_parse (const MarmotCsvDateFormat *format,
                       const char *first,
                       const char *last,
                       gint32 *days)
{
  guint year = 0, month = 0, day = 0;
  const char *at = first;

  for (gsize n = 0; n < G_N_ELEMENTS (format->order); n++)
    {
      const guint most = format->order[n] == 'y' ? 4 : 2;
      const guint least = format->order[n] == 'y' || !format->separator ? most : 1;
      guint number = 0;
      guint n_digits = 0;

      if (n > 0 && format->separator)
        {
          if (at == last || *at != format->separator)
            return FALSE;
          at++;
        }
      for (; n_digits < most && at < last && digit_at (at) < 10; n_digits++)
        number = number * 10 + digit_at (at++);
      if (n_digits < least)
        return FALSE;

      switch (format->order[n])
        {
        case 'y':
          year = number;
          break;
        case 'm':
          month = number;
          break;
        default:
          day = number;
        }
    }

  return at == last && to_days (year, month, day, days);
}

gboolean
marmot_csv_date_print (gint32 days,
                       char buffer[MARMOT_CSV_DATE_SIZE])
{
  const gint64 julian = (gint64) days + EPOCH;
  GDate date;

  /* GDate wraps round far beyond its last year without saying so. */
  if (julian < 1 || julian > LAST_JULIAN)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  g_snprintf (buffer, MARMOT_CSV_DATE_SIZE, "%04u-%02u-%02u", (guint) g_date_get_year (&date),
              (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
  return TRUE;
}
