/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <stdio.h>
#include <string.h>

#define EPOCH_JULIAN 719163 /* 1 January 1970, as GDate counts days */

static MarmotCalendar *
get_calendar (void)
{
  g_autoptr (GError) error = NULL;
  MarmotCalendar *calendar = marmot_calendar_new_builtin (NULL, &error);

  cr_assert (calendar != NULL, "%s", error ? error->message : "");
  return calendar;
}

/* "2024-03-31" */
static GDate
read_date (const char *text)
{
  GDate date;
  int year = 0, month = 0, day = 0;

  cr_assert_eq (sscanf (text, "%d-%d-%d", &year, &month, &day), 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return date;
}

static char *
print_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

static gboolean
is_worked (MarmotCalendar *calendar,
           const char *text)
{
  GDate date = read_date (text);
  g_autoptr (GError) error = NULL;
  gboolean result = marmot_calendar_is_working_day (calendar, &date, &error);

  cr_assert (error == NULL);
  return result;
}

static int
count (MarmotCalendar *calendar,
       const char *start,
       const char *end)
{
  GDate from = read_date (start), to = read_date (end);
  g_autoptr (GError) error = NULL;
  int result = marmot_calendar_count_working_days (calendar, &from, &to, &error);

  cr_assert (error == NULL);
  return result;
}

static char *
add (MarmotCalendar *calendar,
     const char *day,
     int n_days)
{
  GDate date = read_date (day);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDate) reached = marmot_calendar_add_working_days (calendar, &date, n_days, &error);

  cr_assert (reached != NULL, "%s", error ? error->message : "");
  return print_date (reached);
}

Test (calendar, holidays)
{
  /* As www.gov.uk/bank-holidays and the proclamations have them. */
  static const char *const holidays[] = {
    "2000-01-03", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04", "2012-06-05", "2016-12-27", "2017-01-02",
    "2020-05-08", "2020-12-28", "2021-12-27", "2021-12-28", "2022-01-03", "2022-06-02", "2022-06-03", "2022-09-19",
    "2022-12-26", "2022-12-27", "2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29",
    "2023-08-28", "2023-12-25", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
    "2024-12-25", "2024-12-26", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2026-04-03",
    "2026-04-06", "2026-12-28", "2027-03-26", "2027-03-29", "2027-12-27", "2027-12-28",
  };
  /* Mondays and Fridays that a rule without the exceptions would take for holidays. */
  static const char *const worked[] = { "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30", "2023-05-15",
                                        "2024-12-27", "2025-12-29", "2026-01-02", "2021-01-04", "2022-09-26" };
  g_autoptr (MarmotCalendar) calendar = get_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      GDate date = read_date (holidays[i]);

      cr_assert (!is_worked (calendar, holidays[i]), "%s", holidays[i]);
      cr_assert (marmot_calendar_get_holiday (calendar, &date) != NULL, "%s", holidays[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    cr_assert (is_worked (calendar, worked[i]), "%s", worked[i]);
}

Test (calendar, every_day)
{
  g_autoptr (MarmotCalendar) calendar = get_calendar ();
  g_autoptr (GDate) date = marmot_calendar_get_first_day (calendar);
  g_autoptr (GDate) last = marmot_calendar_get_last_day (calendar);
  guint n_holidays[28] = { 0 };

  cr_assert (g_date_get_year (date) == 2000 && g_date_get_year (last) == 2027);
  for (; g_date_compare (date, last) <= 0; g_date_add_days (date, 1))
    {
      const char *name = marmot_calendar_get_holiday (calendar, date);
      gboolean is_weekend = g_date_get_weekday (date) >= G_DATE_SATURDAY;

      cr_assert (marmot_calendar_knows_day (calendar, date));
      cr_assert_eq (marmot_calendar_is_working_day (calendar, date, NULL), !is_weekend && !name);
      cr_assert (!name || (*name && !is_weekend));
      n_holidays[g_date_get_year (date) - 2000] += name != NULL;
    }
  /* Eight a year, and one more in the years of jubilees, of the wedding, and of the
   * coronation, two more in 2022. */
  for (guint year = 2000; year < 2028; year++)
    cr_assert_eq (n_holidays[year - 2000],
                  8u + (year == 2002 || year == 2011 || year == 2012 || year == 2023) + 2 * (year == 2022), "%u", year);
}

Test (calendar, what_it_is)
{
  g_autoptr (MarmotCalendar) calendar = get_calendar ();
  g_autoptr (MarmotCalendar) again = marmot_calendar_new_builtin ("england-and-wales", NULL);
  g_auto (GStrv) names = marmot_calendar_list_builtin ();
  g_autoptr (GError) error = NULL;
  GDate date = read_date ("2022-09-19");

  cr_assert (calendar == again);
  cr_assert (g_strv_length (names) == 1 && strcmp (names[0], "england-and-wales") == 0);
  cr_assert_str_eq (marmot_calendar_get_name (calendar), "england-and-wales");
  cr_assert (*marmot_calendar_get_title (calendar) && *marmot_calendar_get_source (calendar)
             && *marmot_calendar_get_notes (calendar));
  cr_assert (strstr (marmot_calendar_get_holiday (calendar, &date), "funeral") != NULL);
  cr_assert (marmot_calendar_new_builtin ("scotland", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (error->message, "england-and-wales") != NULL);
}

Test (calendar, counting)
{
  static const struct
  {
    const char *start;
    const char *end;
    int n_days;
  } rows[] = {
    { "2024-09-02", "2024-09-02", 0 }, /* a Monday, done the same day */
    { "2024-09-02", "2024-09-03", 1 },
    { "2024-09-02", "2024-09-09", 5 },
    { "2024-09-06", "2024-09-08", 0 }, /* Friday to Sunday */
    { "2024-09-06", "2024-09-09", 1 },
    { "2024-09-07", "2024-09-09", 1 }, /* from a Saturday, the Monday is day 1 */
    { "2024-09-09", "2024-09-02", -5 },
    { "2024-12-24", "2024-12-27", 1 }, /* Christmas */
    { "2024-03-28", "2024-04-02", 1 }, /* Easter */
    { "2022-09-16", "2022-09-20", 1 }, /* the state funeral */
    { "2023-05-05", "2023-05-09", 1 }, /* the coronation */
    { "2023-12-31", "2024-12-31", 254 },
    { "2000-01-01", "2027-12-31", 7075 },
  };
  g_autoptr (MarmotCalendar) calendar = get_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    cr_assert_eq (count (calendar, rows[i].start, rows[i].end), rows[i].n_days, "%s to %s: %d", rows[i].start,
                  rows[i].end, count (calendar, rows[i].start, rows[i].end));
}

Test (calendar, adding)
{
  static const struct
  {
    const char *day;
    int n_days;
    const char *reached;
  } rows[] = {
    { "2024-09-06", 1, "2024-09-09" },  { "2024-09-07", 1, "2024-09-09" },  { "2024-09-07", 0, "2024-09-07" },
    { "2024-09-09", 0, "2024-09-09" },  { "2024-09-09", -1, "2024-09-06" }, { "2024-09-07", -1, "2024-09-06" },
    { "2024-09-08", -2, "2024-09-05" }, { "2024-12-24", 1, "2024-12-27" },  { "2024-04-02", -1, "2024-03-28" },
    /* An assessment of 45 days and a conference of 15, over the August holiday. */
    { "2024-08-01", 45, "2024-10-04" }, { "2024-08-12", 15, "2024-09-03" }, { "2000-01-01", 7075, "2027-12-31" },
    { "2027-12-31", -7074, "2000-01-04" },
  };
  g_autoptr (MarmotCalendar) calendar = get_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reached = add (calendar, rows[i].day, rows[i].n_days);

      cr_assert_str_eq (reached, rows[i].reached, "%s and %d: %s", rows[i].day, rows[i].n_days, reached);
    }
}

Test (calendar, adding_and_counting_agree)
{
  g_autoptr (MarmotCalendar) calendar = get_calendar ();
  GDate date = read_date ("2019-11-01");

  for (int i = 0; i < 800; i++, g_date_add_days (&date, 1))
    for (int n = 1; n < 60; n += 7)
      {
        g_autoptr (GDate) due = marmot_calendar_add_working_days (calendar, &date, n, NULL);
        g_autoptr (GDate) before = marmot_calendar_add_working_days (calendar, &date, -n, NULL);
        GDate day_before_due = *due, yesterday = date;

        g_date_subtract_days (&day_before_due, 1);
        cr_assert (marmot_calendar_is_working_day (calendar, due, NULL));
        cr_assert_eq (marmot_calendar_count_working_days (calendar, &date, due, NULL), n);
        cr_assert_eq (marmot_calendar_count_working_days (calendar, due, &date, NULL), -n);
        cr_assert_eq (marmot_calendar_count_working_days (calendar, &date, &day_before_due, NULL), n - 1);

        /* Back: from that day up to the date, itself left out. */
        cr_assert (marmot_calendar_is_working_day (calendar, before, NULL));
        g_date_subtract_days (before, 1);
        g_date_subtract_days (&yesterday, 1);
        cr_assert_eq (marmot_calendar_count_working_days (calendar, before, &yesterday, NULL), n);
      }
}

Test (calendar, beyond_it_is_an_error)
{
  static const char *const outside[] = { "1999-12-31", "2028-01-01", "9999-12-31", "0001-01-01" };
  g_autoptr (MarmotCalendar) calendar = get_calendar ();
  GDate inside = read_date ("2024-01-02");
  static const int beyond[] = { 8000, -8000, G_MAXINT, G_MININT };

  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      GDate date = read_date (outside[i]);
      g_autoptr (GError) a = NULL;
      g_autoptr (GError) b = NULL;
      g_autoptr (GError) c = NULL;
      g_autoptr (GError) d = NULL;

      cr_assert (!marmot_calendar_knows_day (calendar, &date));
      cr_assert (marmot_calendar_get_holiday (calendar, &date) == NULL);
      cr_assert (!marmot_calendar_is_working_day (calendar, &date, &a));
      cr_assert (g_error_matches (a, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      cr_assert (strstr (a->message, "2000-01-01 to 2027-12-31") != NULL && strstr (a->message, outside[i]) == NULL);
      cr_assert_eq (marmot_calendar_count_working_days (calendar, &inside, &date, &b), 0);
      cr_assert (g_error_matches (b, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      cr_assert_eq (marmot_calendar_count_working_days (calendar, &date, &inside, &c), 0);
      cr_assert (g_error_matches (c, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      cr_assert (marmot_calendar_add_working_days (calendar, &date, 1, &d) == NULL);
      cr_assert (g_error_matches (d, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_calendar_add_working_days (calendar, &inside, beyond[i], &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

/* --- columns ------------------------------------------------------------------------- */

Test (calendar, columns)
{
  enum { N_ROWS = 3000 };
  g_autoptr (MarmotCalendar) calendar = get_calendar ();
  gint32 from[N_ROWS], to[N_ROWS];
  gboolean nulls[N_ROWS];
  g_autoptr (MarmotColumn) starts = NULL;
  g_autoptr (MarmotColumn) all_ends = NULL;
  g_autoptr (MarmotColumn) ends = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) days = NULL;
  g_autoptr (MarmotColumn) status = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_ROWS; i++)
    {
      from[i] = 10950 + i * 6; /* from some days before 2000 to after 2027 */
      to[i] = from[i] + (i * 37) % 200 - 50;
      nulls[i] = i % 11 == 0;
    }
  starts = marmot_column_new_date (from, N_ROWS);
  all_ends = marmot_column_new_date (to, N_ROWS);
  ends = marmot_column_with_nulls (all_ends, nulls, N_ROWS, NULL);
  table = marmot_calendar_count_columns (calendar, starts, ends, &error);
  cr_assert (table != NULL, "%s", error ? error->message : "");
  days = marmot_table_get_column (table, 0);
  status = marmot_table_get_column (table, 1);

  for (int i = 0; i < N_ROWS; i++)
    {
      GDate start, end;
      g_autoptr (GError) why = NULL;
      g_autofree char *says = marmot_column_get_text (status, (gsize) i);
      int expected;

      g_date_clear (&start, 1);
      g_date_clear (&end, 1);
      g_date_set_julian (&start, (guint32) (from[i] + EPOCH_JULIAN));
      g_date_set_julian (&end, (guint32) (to[i] + EPOCH_JULIAN));
      expected = marmot_calendar_count_working_days (calendar, &start, &end, &why);
      cr_assert_str_eq (says, nulls[i] ? "missing" : why ? "out-of-range" : "ok");
      cr_assert_eq (marmot_column_is_null (days, (gsize) i), nulls[i] || why != NULL);
      if (!nulls[i] && !why)
        cr_assert_eq (marmot_column_get_integer (days, (gsize) i), expected);
    }
}

Test (calendar, columns_that_do_not_fit)
{
  const gint32 dates[] = { 19000, 19001 };
  const gint64 integers[] = { 19000, 19001 };
  g_autoptr (MarmotCalendar) calendar = get_calendar ();
  g_autoptr (MarmotColumn) two = marmot_column_new_date (dates, 2);
  g_autoptr (MarmotColumn) one = marmot_column_new_date (dates, 1);
  g_autoptr (MarmotColumn) none = marmot_column_new_date (dates, 0);
  g_autoptr (MarmotColumn) wrong = marmot_column_new_integer (integers, 2);
  g_autoptr (MarmotTable) empty = marmot_calendar_count_columns (calendar, none, none, NULL);
  g_autoptr (GError) length = NULL;
  g_autoptr (GError) type = NULL;

  cr_assert (empty != NULL && marmot_table_get_n_rows (empty) == 0);
  cr_assert (marmot_calendar_count_columns (calendar, two, one, &length) == NULL);
  cr_assert (g_error_matches (length, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  cr_assert (marmot_calendar_count_columns (calendar, two, wrong, &type) == NULL);
  cr_assert (g_error_matches (type, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

/* --- files --------------------------------------------------------------------------- */

#define CALENDAR(weekend, holidays) \
  "{\"format\": \"marmot-calendars\", \"calendars\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", " \
  "\"first-day\": \"2024-01-01\", \"last-day\": \"2024-12-31\", \"weekend\": [" weekend "], \"holidays\": [" holidays \
  "]}]}"
#define WITH(first, last) \
  "{\"format\": \"marmot-calendars\", \"calendars\": [{\"name\": \"mine\", \"title\": \"T\", \"source\": \"S\", " \
  "\"first-day\": " first ", \"last-day\": " last ", \"weekend\": [], \"holidays\": []}]}"

static MarmotCalendar *
read_calendar (const char *json,
               GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return marmot_calendar_new_from_json (bytes, "mine", error);
}

Test (calendar, own_file)
{
  g_autoptr (GError) error = NULL;
  /* A council that is closed from Christmas to New Year, and works on Sundays. */
  g_autoptr (MarmotCalendar) calendar = read_calendar (
    CALENDAR ("\"saturday\"", "{\"day\": \"2024-12-27\", \"name\": \"Closed\"}, {\"day\": \"2024-12-28\", \"name\": \"x\"}"),
    &error);

  cr_assert (calendar != NULL, "%s", error ? error->message : "");
  cr_assert (is_worked (calendar, "2024-12-25") && is_worked (calendar, "2024-12-29"));
  cr_assert (!is_worked (calendar, "2024-12-27") && !is_worked (calendar, "2024-12-21"));
  cr_assert_eq (count (calendar, "2024-12-26", "2024-12-31"), 3);
  cr_assert (marmot_calendar_get_notes (calendar) == NULL);
}

Test (calendar, files_that_are_refused)
{
  static const struct
  {
    const char *json;
    MarmotError code;
    const char *says;
  } rows[] = {
    { "{", MARMOT_ERROR_PARSE, "line 1" },
    { "{\"format\": \"marmot-code-sets\", \"calendars\": []}", MARMOT_ERROR_PARSE, "format" },
    { "{\"format\": \"marmot-calendars\", \"calendars\": []}", MARMOT_ERROR_NOT_FOUND, "No calendar" },
    { "{\"format\": \"marmot-calendars\", \"calendars\": [{\"name\": 1}]}", MARMOT_ERROR_PARSE, "calendars/1/name" },
    { CALENDAR ("\"caturday\"", ""), MARMOT_ERROR_INVALID_DATA, "weekend" },
    { CALENDAR ("\"sunday\", \"sunday\"", ""), MARMOT_ERROR_INVALID_DATA, "twice" },
    { CALENDAR ("\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"", ""),
      MARMOT_ERROR_INVALID_DATA, "working day" },
    { CALENDAR ("7", ""), MARMOT_ERROR_INVALID_DATA, "weekend" },
    { CALENDAR ("", "\"2024-01-01\""), MARMOT_ERROR_PARSE, "calendars/1/holidays/1: " },
    { CALENDAR ("", "{\"day\": \"2024-01-01\"}"), MARMOT_ERROR_PARSE, "holidays/1/name" },
    { CALENDAR ("", "{\"day\": \"2024-02-30\", \"name\": \"n\"}"), MARMOT_ERROR_PARSE, "holidays/1/day" },
    { CALENDAR ("", "{\"day\": \"01/01/2024\", \"name\": \"n\"}"), MARMOT_ERROR_PARSE, "holidays/1/day" },
    { CALENDAR ("", "{\"day\": 20240101, \"name\": \"n\"}"), MARMOT_ERROR_PARSE, "holidays/1/day" },
    { CALENDAR ("", "{\"day\": \"2023-12-31\", \"name\": \"n\"}"), MARMOT_ERROR_INVALID_DATA, "holidays/1: " },
    { CALENDAR ("", "{\"day\": \"2025-01-01\", \"name\": \"n\"}"), MARMOT_ERROR_INVALID_DATA, "holidays/1: " },
    { CALENDAR ("", "{\"day\": \"2024-05-06\", \"name\": \"n\"}, {\"day\": \"2024-05-06\", \"name\": \"n\"}"),
      MARMOT_ERROR_INVALID_DATA, "holidays/2: " },
    { CALENDAR ("", "{\"day\": \"2024-05-06\", \"name\": \"n\"}, {\"day\": \"2024-05-05\", \"name\": \"n\"}"),
      MARMOT_ERROR_INVALID_DATA, "holidays/2: " },
    { CALENDAR ("", "{\"day\": \"2024-05-06\", \"name\": \"n\", \"note\": \"\"}"), MARMOT_ERROR_PARSE, "holidays/1: " },
    { WITH ("\"2024-01-02\"", "\"2024-01-01\""), MARMOT_ERROR_INVALID_DATA, "calendars/1: " },
    { WITH ("\"1900-01-01\"", "\"2199-12-31\""), MARMOT_ERROR_INVALID_DATA, "200 years" },
    { WITH ("\"1899-12-31\"", "\"1910-12-31\""), MARMOT_ERROR_PARSE, "first-day" },
    { WITH ("\"2024-01-01\"", "\"9999-12-31\""), MARMOT_ERROR_PARSE, "last-day" },
    { WITH ("\"2024-01-01\"", "null"), MARMOT_ERROR_PARSE, "last-day" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (read_calendar (rows[i].json, &error) == NULL, "row %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) rows[i].code), "row %zu: %s", i, error->message);
      cr_assert (strstr (error->message, rows[i].says) != NULL, "row %zu: %s", i, error->message);
    }
}

Test (calendar, longest_and_shortest)
{
  g_autoptr (MarmotCalendar) longest = read_calendar (WITH ("\"1900-01-01\"", "\"2099-12-31\""), NULL);
  g_autoptr (MarmotCalendar) shortest = read_calendar (WITH ("\"2199-12-31\"", "\"2199-12-31\""), NULL);

  cr_assert (longest != NULL && shortest != NULL);
  cr_assert_eq (count (longest, "1900-01-01", "2099-12-31"), 73048);
  cr_assert_eq (count (shortest, "2199-12-31", "2199-12-31"), 0);
  cr_assert (is_worked (shortest, "2199-12-31"));
}
