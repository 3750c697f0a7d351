/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <stdlib.h>
#include <string.h>

#define FIN MARMOT_YEAR_FINANCIAL
#define CAL MARMOT_YEAR_CALENDAR
#define ACA MARMOT_YEAR_ACADEMIC
#define END MARMOT_YEAR_FINANCIAL_YEAR_END

static MarmotPeriod *
parse (const char *text,
       MarmotYearType hint)
{
  g_autoptr (GError) error = NULL;
  MarmotPeriod *period = marmot_period_parse (text, hint, &error);

  cr_assert (period != NULL, "'%s': %s", text, error ? error->message : "no error");
  return period;
}

static const struct
{
  const char *text;
  MarmotYearType hint;
  MarmotPeriodKind kind;
  MarmotYearType year_type;
  const char *printed;
  const char *interval;
} forms[] = {
  { "2024", FIN, MARMOT_PERIOD_YEAR, CAL, "2024", "2024-01-01/2024-12-31" },
  { "2023/24", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023/24", CAL, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023/24", ACA, MARMOT_PERIOD_YEAR, ACA, "2023/24", "2023-09-01/2024-08-31" },
  { "2023/2024", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023-24", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023\u201324", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023-2024", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023 to 2024", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "2023-24", CAL, MARMOT_PERIOD_POOLED_YEARS, CAL, "2023 - 24", "2023-01-01/2024-12-31" },
  { "2023 - 24", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "2023 - 24", "2023-01-01/2024-12-31" },
  { "2009-10", FIN, MARMOT_PERIOD_YEAR, FIN, "2009/10", "2009-04-01/2010-03-31" },
  { "15/16", FIN, MARMOT_PERIOD_YEAR, FIN, "2015/16", "2015-04-01/2016-03-31" },
  { "99/00", FIN, MARMOT_PERIOD_YEAR, FIN, "1999/00", "1999-04-01/2000-03-31" },
  { "68/69", FIN, MARMOT_PERIOD_YEAR, FIN, "2068/69", "2068-04-01/2069-03-31" },
  { "69/70", FIN, MARMOT_PERIOD_YEAR, FIN, "1969/70", "1969-04-01/1970-03-31" },
  { "2020 - 22", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "2020 - 22", "2020-01-01/2022-12-31" },
  { "2020-22", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "2020 - 22", "2020-01-01/2022-12-31" },
  { "2020-2022", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "2020 - 22", "2020-01-01/2022-12-31" },
  { "2013-2015", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "2013 - 15", "2013-01-01/2015-12-31" },
  { "2016 to 2019", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "2016 - 19", "2016-01-01/2019-12-31" },
  { "1998 - 00", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "1998 - 00", "1998-01-01/2000-12-31" },
  { "1801-1900", FIN, MARMOT_PERIOD_POOLED_YEARS, CAL, "1801 - 1900", "1801-01-01/1900-12-31" },
  { "2006/07 - 08/09", FIN, MARMOT_PERIOD_POOLED_YEARS, FIN, "2006/07 - 08/09", "2006-04-01/2009-03-31" },
  { "2006/07-08/09", ACA, MARMOT_PERIOD_POOLED_YEARS, ACA, "2006/07 - 08/09", "2006-09-01/2009-08-31" },
  { "2016/17-2018/19", FIN, MARMOT_PERIOD_POOLED_YEARS, FIN, "2016/17 - 18/19", "2016-04-01/2019-03-31" },
  { "2021/22 to 2022/23", FIN, MARMOT_PERIOD_POOLED_YEARS, FIN, "2021/22 - 22/23", "2021-04-01/2023-03-31" },
  { "06/07 - 08/09", FIN, MARMOT_PERIOD_POOLED_YEARS, FIN, "2006/07 - 08/09", "2006-04-01/2009-03-31" },
  { "1906/07 - 08/09", FIN, MARMOT_PERIOD_POOLED_YEARS, FIN, "1906/07 - 08/09", "1906-04-01/1909-03-31" },
  { "2024/25 Q2", FIN, MARMOT_PERIOD_QUARTER, FIN, "2024/25 Q2", "2024-07-01/2024-09-30" },
  { "2024/25 Q2", ACA, MARMOT_PERIOD_QUARTER, ACA, "2024/25 Q2", "2024-12-01/2025-02-28" },
  { "Q2 17/18", FIN, MARMOT_PERIOD_QUARTER, FIN, "2017/18 Q2", "2017-07-01/2017-09-30" },
  { "quarter 4 2017/18", FIN, MARMOT_PERIOD_QUARTER, FIN, "2017/18 Q4", "2018-01-01/2018-03-31" },
  { "2006 Q1", FIN, MARMOT_PERIOD_QUARTER, CAL, "2006 Q1", "2006-01-01/2006-03-31" },
  { "Q1 2016", FIN, MARMOT_PERIOD_QUARTER, CAL, "2016 Q1", "2016-01-01/2016-03-31" },
  { "2006/07 Q1-Q3", FIN, MARMOT_PERIOD_YEAR_TO_DATE, FIN, "2006/07 Q1-Q3", "2006-04-01/2006-12-31" },
  { "2017/18 Q1 - Q2", FIN, MARMOT_PERIOD_YEAR_TO_DATE, FIN, "2017/18 Q1-Q2", "2017-04-01/2017-09-30" },
  { "2006/07 Q1-Q4", FIN, MARMOT_PERIOD_YEAR_TO_DATE, FIN, "2006/07 Q1-Q4", "2006-04-01/2007-03-31" },
  { "2006 Q1-Q1", FIN, MARMOT_PERIOD_YEAR_TO_DATE, CAL, "2006 Q1-Q1", "2006-01-01/2006-03-31" },
  { "2013/14 Q1 - 2013/14 Q2", FIN, MARMOT_PERIOD_YEAR_TO_DATE, FIN, "2013/14 Q1-Q2", "2013-04-01/2013-09-30" },
  { "2024/25 Q1", MARMOT_YEAR_FINANCIAL_CUMULATIVE, MARMOT_PERIOD_YEAR_TO_DATE, FIN, "2024/25 Q1",
    "2024-04-01/2024-06-30" },
  { "2024/25 Q2", MARMOT_YEAR_FINANCIAL_CUMULATIVE, MARMOT_PERIOD_QUARTER, FIN, "2024/25 Q2",
    "2024-07-01/2024-09-30" },
  { "2013/14 Q1 - 2014/15 Q4", FIN, MARMOT_PERIOD_ROLLING_QUARTERS, FIN, "2013/14 Q1 - 2014/15 Q4",
    "2013-04-01/2015-03-31" },
  { "2013/14 Q1 - 2014/15 Q4", MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE, MARMOT_PERIOD_CUMULATIVE, FIN,
    "2013/14 Q1 - 2014/15 Q4", "2013-04-01/2015-03-31" },
  { "2013/14 Q1 - 2014/15 Q1", FIN, MARMOT_PERIOD_CUMULATIVE, FIN, "2013/14 Q1 - 2014/15 Q1",
    "2013-04-01/2014-06-30" },
  { "2006 Q2 - 2007 Q1", FIN, MARMOT_PERIOD_ROLLING_QUARTERS, CAL, "2006 Q2 - 2007 Q1", "2006-04-01/2007-03-31" },
  { "2006/07 Q2 - 2007/08 Q1", FIN, MARMOT_PERIOD_ROLLING_QUARTERS, FIN, "2006/07 Q2 - 2007/08 Q1",
    "2006-07-01/2007-06-30" },
  { "2006/07 Q2-Q3", FIN, MARMOT_PERIOD_SPAN, CAL, "1 July 2006 to 31 December 2006", "2006-07-01/2006-12-31" },
  { "Dec-24", FIN, MARMOT_PERIOD_MONTH, CAL, "Dec 2024", "2024-12-01/2024-12-31" },
  { "Dec 2024", FIN, MARMOT_PERIOD_MONTH, CAL, "Dec 2024", "2024-12-01/2024-12-31" },
  { "DECEMBER 2024", FIN, MARMOT_PERIOD_MONTH, CAL, "Dec 2024", "2024-12-01/2024-12-31" },
  { "Sept 2024", FIN, MARMOT_PERIOD_MONTH, CAL, "Sep 2024", "2024-09-01/2024-09-30" },
  { "May-69", FIN, MARMOT_PERIOD_MONTH, CAL, "May 1969", "1969-05-01/1969-05-31" },
  { "Jan 2009", FIN, MARMOT_PERIOD_MONTH, CAL, "Jan 2009", "2009-01-01/2009-01-31" },
  { "Feb 2024", FIN, MARMOT_PERIOD_MONTH, CAL, "Feb 2024", "2024-02-01/2024-02-29" },
  { "Feb 2009 - Jan 2010", FIN, MARMOT_PERIOD_ROLLING_MONTHS, CAL, "Feb 2009 - Jan 2010", "2009-02-01/2010-01-31" },
  { "Aug 2006 - Jul 2007", FIN, MARMOT_PERIOD_ROLLING_MONTHS, CAL, "Aug 2006 - Jul 2007", "2006-08-01/2007-07-31" },
  { "Aug 2006 - Jul 2007", MARMOT_YEAR_AUGUST_TO_JULY, MARMOT_PERIOD_YEAR, MARMOT_YEAR_AUGUST_TO_JULY,
    "Aug 2006 - Jul 2007", "2006-08-01/2007-07-31" },
  { "2006/07", MARMOT_YEAR_AUGUST_TO_JULY, MARMOT_PERIOD_YEAR, MARMOT_YEAR_AUGUST_TO_JULY, "Aug 2006 - Jul 2007",
    "2006-08-01/2007-07-31" },
  { "2016", MARMOT_YEAR_OCTOBER_TO_SEPTEMBER, MARMOT_PERIOD_YEAR, MARMOT_YEAR_OCTOBER_TO_SEPTEMBER,
    "Oct 2016 - Sep 2017", "2016-10-01/2017-09-30" },
  { "Sep-Dec 2024", FIN, MARMOT_PERIOD_SPAN, CAL, "1 September 2024 to 31 December 2024", "2024-09-01/2024-12-31" },
  { "April to September 2017", FIN, MARMOT_PERIOD_SPAN, CAL, "1 April 2017 to 30 September 2017",
    "2017-04-01/2017-09-30" },
  { "Nov-24 - Feb-25", FIN, MARMOT_PERIOD_SPAN, CAL, "1 November 2024 to 28 February 2025", "2024-11-01/2025-02-28" },
  { "1 April to 30 September 2017", FIN, MARMOT_PERIOD_SPAN, CAL, "1 April 2017 to 30 September 2017",
    "2017-04-01/2017-09-30" },
  { "1 April 2017 to 30 September 2017", FIN, MARMOT_PERIOD_SPAN, CAL, "1 April 2017 to 30 September 2017",
    "2017-04-01/2017-09-30" },
  { "01/04/2017 - 30/09/2017", FIN, MARMOT_PERIOD_SPAN, CAL, "1 April 2017 to 30 September 2017",
    "2017-04-01/2017-09-30" },
  { "2017-04-01/2017-09-30", FIN, MARMOT_PERIOD_SPAN, CAL, "1 April 2017 to 30 September 2017",
    "2017-04-01/2017-09-30" },
  { "29 February to 1 March 2024", FIN, MARMOT_PERIOD_SPAN, CAL, "29 February 2024 to 1 March 2024",
    "2024-02-29/2024-03-01" },
  { "2025-01-23", FIN, MARMOT_PERIOD_DAY, CAL, "23 January 2025", "2025-01-23/2025-01-23" },
  { "01/07/2022", FIN, MARMOT_PERIOD_DAY, CAL, "1 July 2022", "2022-07-01/2022-07-01" },
  { "09.08.2023", FIN, MARMOT_PERIOD_DAY, CAL, "9 August 2023", "2023-08-09/2023-08-09" },
  { "31 March 2024", FIN, MARMOT_PERIOD_DAY, CAL, "31 March 2024", "2024-03-31/2024-03-31" },
  { "31 March 2024", END, MARMOT_PERIOD_YEAR, END, "31 March 2024", "2024-03-31/2024-03-31" },
  { "2024", END, MARMOT_PERIOD_YEAR, END, "31 March 2024", "2024-03-31/2024-03-31" },
  { "2009 - 11", END, MARMOT_PERIOD_POOLED_YEARS, END, "31 March 2009 to 31 March 2011", "2009-03-31/2011-03-31" },
  { "29 February 2024", FIN, MARMOT_PERIOD_DAY, CAL, "29 February 2024", "2024-02-29/2024-02-29" },
  { "  2023/24\u00a0 ", FIN, MARMOT_PERIOD_YEAR, FIN, "2023/24", "2023-04-01/2024-03-31" },
  { "9999", FIN, MARMOT_PERIOD_YEAR, CAL, "9999", "9999-01-01/9999-12-31" },
  { "0001", FIN, MARMOT_PERIOD_YEAR, CAL, "0001", "0001-01-01/0001-12-31" },
};

Test (period, reads_and_prints_every_form)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MarmotPeriod) p = parse (forms[i].text, forms[i].hint);
      g_autofree char *printed = marmot_period_to_string (p);
      g_autofree char *interval = marmot_period_to_iso_interval (p);

      cr_assert (marmot_period_get_kind (p) == forms[i].kind, "'%s' is of kind %d", forms[i].text,
                 marmot_period_get_kind (p));
      cr_assert (marmot_period_get_year_type (p) == forms[i].year_type, "'%s'", forms[i].text);
      cr_assert_str_eq (printed, forms[i].printed, "'%s' prints as '%s'", forms[i].text, printed);
      cr_assert_str_eq (interval, forms[i].interval, "'%s' is %s", forms[i].text, interval);
    }
}

static const char *const refused[] = {
  "", " ", "-", "/", "to", "q", "Q1", "nonsense", "2", "20", "202", "20245", "0000", "99999999999999999999",
  "2023/25", "2023/23", "2023/22", "23/25", "2023/2025", "2023/", "/24", "2023 /24", "2023/ 24", "2023/24/25", "2023/4",
  "15-16", "15 - 16", "2024-12", "2024-11", "2022 - 22", "2022-2020", "2022-2022", "2020 -22", "2020- 22", "2020--22",
  "2020 - ", "2020 to", "2020to2022", "2006/07 - 05/06", "2006/07 - 06/07", "2006/07 - 2008", "2006 - 08/09",
  "Q5 2016", "Q0 2016", "2016 Q5", "2016 Q0", "2016 Q12", "2016Q1", "Q12016", "2016 Q", "2016 Q1 Q2", "Q1-Q2",
  "2006/07 Q3-Q1", "2006/07 Q2 - 2006/07 Q1", "2006/07 Q1 - 2007 Q1", "2006 Q1 - 2006/07 Q1", "2006/07 Q1-Q5",
  "Dec", "Dec 24", "Dec24", "Dec2024", "Dezember 2024", "Decem 2024", "13 2024", "Dec-4", "Dec-", "De 2024", "Dec 0000",
  "Jan 2010 - Feb 2009", "Dec - Jan 2024", "Sep 2024 - Dec", "Sep-Sep 2024",
  "31 February 2024", "30 February 2024", "29 February 2023", "31 April 2024", "0 May 2024", "00 May 2024", "32 May 2024",
  "29 February to 1 March 2023", "31 March", "1 April to 30 September", "31 March 0000",
  "2024-02-30", "2024-13-01", "2024-00-10", "2024-1-1", "2024-01-32", "24-01-01", "0000-01-01", "2024/01/01",
  "1/7/22", "01/07/22", "1/7/2022", "31/02/2024", "13/13/2024", "00/01/2024", "03/31/2024", "01-07-2022", "1.7.2022",
  "2024-01-02/2024-01-01", "2024-01-01/", "2024-01-01/2024", "31/03/2023/31/03/2024",
  "1 September 2017 to 1 April 2017", "1st April 2017", "1 April 2017 to", "from 1 April 2017",
  "9999/00", "2023/24 (provisional)", "2023/24*", "FY 2023/24", "2023/24 Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1 Q2",
  "2024\n2025", "\u0662\u0660\u0662\u0664", "2023\u204424", "NaN", "-2024", "+2024", "2024.5", "2e3", "0x7e8", "20 24",
  "- - - - - - - - - - - - - - - - - - - - - - - -", "////////////////////", "last year", "YTD",
};

Test (period, refuses_what_is_none)
{
  for (MarmotYearType hint = MARMOT_YEAR_CALENDAR; hint <= MARMOT_YEAR_FINANCIAL_YEAR_END; hint++)
    for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (MarmotPeriod) p = marmot_period_parse (refused[i], hint, &error);

        cr_assert (p == NULL, "'%s' was taken with hint %d", refused[i], hint);
        cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE), "'%s'", refused[i]);
        cr_assert (strstr (error->message, "2023/24") != NULL, "the message does not say what is taken");
      }
}

Test (period, refuses_long_and_wrongly_encoded_text)
{
  g_autofree char *spaces = g_strnfill (60, ' ');
  g_autofree char *padded = g_strconcat (spaces, "2024", NULL);
  g_autofree char *huge = g_strnfill (1 << 20, '7');
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_period_parse (padded, FIN, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
  g_clear_error (&error);
  cr_assert (marmot_period_parse (huge, FIN, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
  g_clear_error (&error);
  cr_assert (marmot_period_parse ("2023\x96" "24", FIN, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_ENCODING));
}

Test (period, errors_do_not_repeat_the_text)
{
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_period_parse ("canary 2023", FIN, &error) == NULL);
  cr_assert (strstr (error->message, "canary") == NULL);
}

/* Every text of one letter changed, dropped or doubled: an answer or an error,
 * and what is read prints as something that reads as the same. */
Test (period, damaged_texts_do_no_harm)
{
  const char letters[] = "0159/-. qmtoQ\x80\xe2";

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize at = 0; at <= strlen (forms[i].text); at++)
      for (const char *letter = letters; *letter; letter++)
        for (int drop = 0; drop <= 1; drop++)
          {
            g_autofree char *head = g_strndup (forms[i].text, at);
            const char *tail = forms[i].text + MIN (at + (gsize) drop, strlen (forms[i].text));
            g_autofree char *text = g_strdup_printf ("%s%c%s", head, *letter, tail);
            g_autoptr (MarmotPeriod) p = marmot_period_parse (text, forms[i].hint, NULL);

            if (p)
              {
                g_autofree char *printed = marmot_period_to_string (p);
                g_autoptr (MarmotPeriod) again
                    = marmot_period_parse (printed, marmot_period_get_fingertips_year_type (p), NULL);

                cr_assert (again && marmot_period_equal (p, again), "'%s' prints as '%s'", text, printed);
              }
          }
}

static GPtrArray *
every_kind (int year)
{
  static const MarmotYearType quartered[] = { CAL, FIN, ACA };
  GPtrArray *periods = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_period_unref);
  GDate first, last;

#define TAKE(made)                                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    MarmotPeriod *taken = made;                                                                    \
    if (taken)                                                                                     \
      g_ptr_array_add (periods, taken);                                                            \
  }                                                                                                \
  G_STMT_END

  for (MarmotYearType type = CAL; type <= END; type++)
    for (guint n = 1; n <= 128; n = n < 4 ? n + 1 : n * 2)
      if (marmot_year_type_get_base (type) == type)
        {
          TAKE (marmot_period_new_year (type, year, n, NULL));
          TAKE (marmot_period_new_year (type, year, n == 64 ? 50 : n == 128 ? 51 : n, NULL));
        }
  for (gsize i = 0; i < G_N_ELEMENTS (quartered); i++)
    for (guint quarter = 1; quarter <= 4; quarter++)
      {
        TAKE (marmot_period_new_quarter (quartered[i], year, quarter, NULL));
        TAKE (marmot_period_new_year_to_date (quartered[i], year, quarter, NULL));
        for (guint n = 1; n <= 3; n++)
          TAKE (marmot_period_new_rolling_quarters (quartered[i], year, quarter, n, NULL));
      }
  for (guint n = 1; n <= 99; n++)
    TAKE (marmot_period_new_cumulative (year, n, NULL));
  for (guint month = 1; month <= 12; month++)
    {
      TAKE (marmot_period_new_month (year, month, NULL));
      for (guint n = 1; n <= 3; n++)
        TAKE (marmot_period_new_rolling_months (year, month, n, NULL));
    }
  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  for (int day = 1; day <= 28; day += 9)
    {
      g_date_set_dmy (&first, (GDateDay) day, G_DATE_MARCH, (GDateYear) year);
      g_date_set_dmy (&last, 30, (GDateMonth) (3 + day % 9), (GDateYear) year);
      TAKE (marmot_period_new_day (&first, NULL));
      TAKE (marmot_period_new_span (&first, &last, NULL));
      TAKE (marmot_period_new_span (&first, &first, NULL));
    }
#undef TAKE
  return periods;
}

static const int years[] = { 1, 2, 50, 99, 100, 999, 1899, 1950, 1968, 1969, 1999, 2000, 2001, 2008, 2020, 2023,
                             2024, 2068, 2069, 2099, 2100, 5000, 9899, 9950, 9997, 9998, 9999 };

Test (period, what_is_printed_reads_back)
{
  guint n_seen = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GPtrArray) periods = every_kind (years[i]);

      n_seen += periods->len;
      for (guint j = 0; j < periods->len; j++)
        {
          MarmotPeriod *p = periods->pdata[j];
          g_autofree char *text = marmot_period_to_string (p);
          g_autofree char *interval = marmot_period_to_iso_interval (p);
          g_autoptr (MarmotPeriod) again = parse (text, marmot_period_get_fingertips_year_type (p));
          g_autoptr (MarmotPeriod) days = parse (interval, FIN);
          g_autoptr (GBytes) bytes = marmot_period_serialize (p);
          g_autoptr (MarmotPeriod) back = marmot_period_deserialize (bytes, NULL);

          cr_assert (marmot_period_equal (p, again), "'%s' of kind %d came back as kind %d", text,
                     marmot_period_get_kind (p), marmot_period_get_kind (again));
          cr_assert (marmot_period_get_year (p) == marmot_period_get_year (again), "'%s'", text);
          cr_assert (marmot_period_get_n_years (p) == marmot_period_get_n_years (again), "'%s'", text);
          cr_assert (marmot_period_get_quarter (p) == marmot_period_get_quarter (again), "'%s'", text);
          cr_assert (marmot_period_get_month (p) == marmot_period_get_month (again), "'%s'", text);
          cr_assert (marmot_period_hash (p) == marmot_period_hash (again), "'%s'", text);
          cr_assert (marmot_period_coincides (p, days), "%s", interval);
          cr_assert (back && marmot_period_equal (p, back), "'%s'", text);
          cr_assert (marmot_period_get_sort_key (p) == marmot_period_get_sort_key (back), "'%s'", text);
        }
    }
  cr_assert (gt (u32, n_seen, 5000));
}

Test (period, order_is_total)
{
  g_autoptr (GPtrArray) periods = every_kind (2016);

  for (guint i = 0; i < periods->len; i++)
    for (guint j = 0; j < periods->len; j++)
      {
        MarmotPeriod *a = periods->pdata[i], *b = periods->pdata[j];
        int order = marmot_period_compare (a, b);

        cr_assert (marmot_period_compare (b, a) == -order);
        cr_assert (marmot_period_equal (a, b) == (order == 0));
        if (order == 0)
          {
            g_autofree char *a_text = marmot_period_to_string (a);
            g_autofree char *b_text = marmot_period_to_string (b);

            cr_assert_str_eq (a_text, b_text);
          }
        if (marmot_period_precedes (a, b))
          {
            cr_assert (order < 0);
            cr_assert_not (marmot_period_overlaps (a, b));
          }
        if (marmot_period_contains (a, b))
          cr_assert (marmot_period_overlaps (a, b));
      }
}

Test (period, next_and_previous_undo_each_other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GPtrArray) periods = every_kind (years[i]);

      for (guint j = 0; j < periods->len; j++)
        {
          MarmotPeriod *p = periods->pdata[j];
          g_autofree char *text = marmot_period_to_string (p);
          g_autoptr (MarmotPeriod) next = marmot_period_next (p);
          g_autoptr (MarmotPeriod) on = marmot_period_shift_years (p, 4);

          if (next)
            {
              g_autoptr (MarmotPeriod) back = marmot_period_previous (next);

              cr_assert (marmot_period_get_kind (next) == marmot_period_get_kind (p), "'%s'", text);
              cr_assert (back && marmot_period_equal (p, back), "'%s'", text);
            }
          if (on)
            {
              g_autoptr (MarmotPeriod) back = marmot_period_shift_years (on, -4);

              cr_assert (marmot_period_get_year (on) == marmot_period_get_year (p) + 4, "'%s'", text);
              cr_assert (back && marmot_period_equal (p, back), "'%s'", text);
            }
        }
    }
}

Test (period, next_is_the_next_of_the_series)
{
  static const struct
  {
    const char *text;
    MarmotYearType hint;
    const char *next;
  } cases[] = {
    { "2023/24", FIN, "2024/25" },
    { "2020 - 22", FIN, "2021 - 23" },
    { "2024/25 Q4", FIN, "2025/26 Q1" },
    { "2017/18 Q1-Q2", FIN, "2017/18 Q1-Q3" },
    { "2017/18 Q1-Q4", FIN, "2018/19 Q1" },
    { "2006 Q4 - 2007 Q3", FIN, "2007 Q1 - 2007 Q4" },
    { "Feb 2009 - Jan 2010", FIN, "Mar 2009 - Feb 2010" },
    { "2013/14 Q1 - 2014/15 Q4", MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE, "2013/14 Q1 - 2015/16 Q1" },
    { "Dec-24", FIN, "Jan 2025" },
    { "28 February 2024", FIN, "29 February 2024" },
    { "1 April to 30 September 2017", FIN, "1 October 2017 to 31 March 2018" },
    { "1 April to 10 April 2017", FIN, "11 April 2017 to 20 April 2017" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotPeriod) p = parse (cases[i].text, cases[i].hint);
      g_autoptr (MarmotPeriod) next = marmot_period_next (p);
      g_autofree char *text = marmot_period_to_string (next);

      cr_assert_str_eq (text, cases[i].next, "after '%s' comes '%s'", cases[i].text, text);
    }
}

Test (period, time_ends)
{
  static const struct
  {
    const char *text;
    gboolean first;
  } cases[] = {
    { "9999", FALSE },         { "9998/99", FALSE },        { "9999 Q4", FALSE },  { "Dec 9999", FALSE },
    { "31 December 9999", FALSE }, { "9000 - 9999", FALSE }, { "0001", TRUE },      { "0001/02", TRUE },
    { "0001 Q1", TRUE },       { "Jan 0001", TRUE },        { "1 January 0001", TRUE },
    { "1 January 0001 to 3 January 0001", TRUE }, { "Jan 0001 - Mar 0001", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotPeriod) p = parse (cases[i].text, FIN);
      MarmotPeriod *beyond = cases[i].first ? marmot_period_previous (p) : marmot_period_next (p);
      MarmotPeriod *shifted = marmot_period_shift_years (p, cases[i].first ? -1 : 1);

      cr_assert (beyond == NULL, "'%s'", cases[i].text);
      cr_assert (shifted == NULL, "'%s'", cases[i].text);
      cr_assert (marmot_period_shift_years (p, G_MAXINT) == NULL);
      cr_assert (marmot_period_shift_years (p, G_MININT) == NULL);
    }
}

Test (period, shift_years_keeps_the_shape)
{
  static const struct
  {
    const char *text;
    int n_years;
    const char *shifted;
  } cases[] = {
    { "2024/25 Q2", -1, "2023/24 Q2" },
    { "2017/18 Q1-Q2", -1, "2016/17 Q1-Q2" },
    { "29 February 2024", 1, "28 February 2025" },
    { "29 February 2024", -4, "29 February 2020" },
    { "1 February to 29 February 2024", -1, "1 February 2023 to 28 February 2023" },
    { "1 February to 28 February 2023", 1, "1 February 2024 to 29 February 2024" },
    { "2 February to 28 February 2023", 1, "2 February 2024 to 28 February 2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotPeriod) p = parse (cases[i].text, FIN);
      g_autoptr (MarmotPeriod) shifted = marmot_period_shift_years (p, cases[i].n_years);
      g_autofree char *text = marmot_period_to_string (shifted);

      cr_assert_str_eq (text, cases[i].shifted);
    }
}

Test (period, subtract_gives_what_is_left)
{
  static const struct
  {
    const char *whole, *part, *rest; /* no rest: an error */
  } cases[] = {
    { "2017/18 Q1-Q2", "2017/18 Q2", "2017/18 Q1" },
    { "2017/18 Q1-Q2", "2017/18 Q1", "2017/18 Q2" },
    { "2017/18 Q1-Q4", "2017/18 Q4", "2017/18 Q1-Q3" },
    { "2017/18", "2017/18 Q1", "1 July 2017 to 31 March 2018" },
    { "2017/18", "2017/18 Q1-Q3", "2017/18 Q4" },
    { "2017/18", "Mar 2018", "1 April 2017 to 28 February 2018" },
    { "2017/18 Q1", "1 April to 31 May 2017", "Jun 2017" },
    { "2016 - 18", "2018", "2016 - 17" },
    { "2016/17 - 18/19", "2016/17", "2017/18 - 18/19" },
    { "2016 - 18", "2016 - 17", "2018" },
    { "1 April to 3 April 2017", "1 April to 2 April 2017", "3 April 2017" },
    { "2017/18 Q1-Q2", "2017/18 Q1-Q2", NULL },
    { "2017/18 Q1-Q3", "2017/18 Q2", NULL },
    { "2017/18 Q1", "2017/18", NULL },
    { "2017/18", "2018/19", NULL },
    { "2017/18", "2018", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotPeriod) whole = parse (cases[i].whole, FIN);
      g_autoptr (MarmotPeriod) part = parse (cases[i].part, FIN);
      g_autoptr (MarmotPeriod) rest = marmot_period_subtract (whole, part, &error);

      if (cases[i].rest)
        {
          g_autofree char *text = marmot_period_to_string (rest);

          cr_assert_str_eq (text, cases[i].rest, "'%s' without '%s' is '%s'", cases[i].whole, cases[i].part, text);
        }
      else
        {
          cr_assert (rest == NULL, "'%s' without '%s'", cases[i].whole, cases[i].part);
          cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
        }
    }
}

Test (period, parent_year)
{
  static const struct
  {
    const char *text;
    MarmotYearType type;
    const char *parent; /* no parent: NULL */
  } cases[] = {
    { "Dec 2024", FIN, "2024/25" },     { "Mar 2025", FIN, "2024/25" },     { "Mar 2025", CAL, "2025" },
    { "Aug 2025", ACA, "2024/25" },     { "Sep 2025", ACA, "2025/26" },     { "2024/25 Q4", FIN, "2024/25" },
    { "2024/25 Q4", CAL, "2025" },      { "2024/25", FIN, "2024/25" },      { "2024", FIN, NULL },
    { "2017/18 Q1-Q2", FIN, "2017/18" }, { "2020 - 22", CAL, NULL },        { "31 March 2024", END, "31 March 2024" },
    { "30 March 2024", END, NULL },     { "Jan 0001", FIN, NULL },
    { "Dec 2024", MARMOT_YEAR_FINANCIAL_CUMULATIVE, "2024/25" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotPeriod) p = parse (cases[i].text, FIN);
      g_autoptr (MarmotPeriod) parent = marmot_period_get_parent_year (p, cases[i].type);
      g_autofree char *text = parent ? marmot_period_to_string (parent) : NULL;

      cr_assert (g_strcmp0 (text, cases[i].parent) == 0, "'%s' lies in '%s'", cases[i].text, text ? text : "none");
    }
}

Test (period, relations)
{
  g_autoptr (MarmotPeriod) year = parse ("2024/25", FIN);
  g_autoptr (MarmotPeriod) quarter = parse ("2024/25 Q4", FIN);
  g_autoptr (MarmotPeriod) calendar = parse ("2025", FIN);
  g_autoptr (MarmotPeriod) after = parse ("2025/26", FIN);
  g_autoptr (MarmotPeriod) to_date = parse ("2024/25 Q1-Q4", FIN);
  g_autoptr (MarmotPeriod) leap = parse ("Feb 2024", FIN);
  g_autoptr (MarmotPeriod) common = parse ("Feb 2025", FIN);
  g_autoptr (MarmotPeriod) ten = parse ("1 April to 10 April 2024", FIN);
  g_autoptr (MarmotPeriod) ten_more = parse ("5 May to 14 May 2024", FIN);
  GDate day;

  cr_assert (marmot_period_contains (year, quarter));
  cr_assert_not (marmot_period_contains (quarter, year));
  cr_assert_not (marmot_period_contains (year, calendar));
  cr_assert (marmot_period_overlaps (year, calendar));
  cr_assert_not (marmot_period_overlaps (year, after));
  cr_assert (marmot_period_precedes (year, after));
  cr_assert_not (marmot_period_precedes (after, year));
  cr_assert_not (marmot_period_precedes (year, calendar));
  cr_assert (marmot_period_coincides (year, to_date));
  cr_assert_not (marmot_period_equal (year, to_date));
  cr_assert (marmot_period_is_same_length (year, calendar));
  cr_assert_not (marmot_period_is_same_length (year, quarter));
  cr_assert (marmot_period_is_same_length (leap, common));
  cr_assert (marmot_period_is_same_length (ten, ten_more));
  cr_assert_not (marmot_period_is_same_length (ten, leap));

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 31, G_DATE_MARCH, 2025);
  cr_assert (marmot_period_contains_day (year, &day));
  g_date_add_days (&day, 1);
  cr_assert_not (marmot_period_contains_day (year, &day));
}

Test (period, days_months_and_codes)
{
  static const struct
  {
    const char *text;
    gint32 start, end;
    guint n_months, sort_key;
    const char *code;
  } cases[] = {
    { "1970", 0, 365, 12, 19700000, "1y" },
    { "1 January 1970", 0, 1, 0, 19700001, NULL },
    { "31 December 1969", -1, 0, 0, 19690012, NULL },
    { "2023/24", 19448, 19814, 12, 20230000, "1y" },
    { "2020 - 22", 18262, 19358, 36, 20200000, "3y" },
    { "2024/25 Q2", 19905, 19997, 3, 20240200, "3m" },
    { "2006/07 Q1-Q3", 13239, 13514, 9, 20060300, "9m" },
    { "Dec-24", 20058, 20089, 1, 20240012, "1m" },
    { "2006 Q2 - 2007 Q1", 13239, 13604, 12, 20060200, "1y" },
    { "1 April to 30 September 2017", 17257, 17440, 6, 20170004, "6m" },
    { "2 April to 30 September 2017", 17258, 17440, 0, 20170004, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotPeriod) p = parse (cases[i].text, FIN);
      g_autofree char *code = marmot_period_get_range_code (p);
      g_autoptr (GDate) first = marmot_period_get_first_day (p);
      g_autoptr (GDate) last = marmot_period_get_last_day (p);

      cr_assert (marmot_period_get_start_days (p) == cases[i].start, "'%s' starts at %d", cases[i].text,
                 marmot_period_get_start_days (p));
      cr_assert (marmot_period_get_end_days (p) == cases[i].end, "'%s' ends at %d", cases[i].text,
                 marmot_period_get_end_days (p));
      cr_assert (g_date_days_between (first, last) == cases[i].end - cases[i].start - 1);
      cr_assert (marmot_period_get_n_months (p) == cases[i].n_months, "'%s'", cases[i].text);
      cr_assert (marmot_period_get_sort_key (p) == cases[i].sort_key, "'%s'", cases[i].text);
      cr_assert (g_strcmp0 (code, cases[i].code) == 0, "'%s'", cases[i].text);
    }
}

static void
assert_invalid (MarmotPeriod *p,
                GError **error,
                int line)
{
  cr_assert (p == NULL, "line %d", line);
  cr_assert (g_error_matches (*error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "line %d", line);
  g_clear_error (error);
}

#define INVALID(made) assert_invalid (made, &error, __LINE__)

Test (period, constructors_refuse_what_is_out_of_range)
{
  GError *error = NULL;
  GDate good, bad, late, earlier;

  g_date_clear (&bad, 1);
  g_date_clear (&good, 1);
  g_date_set_dmy (&good, 2, 1, 2024);
  g_date_clear (&earlier, 1);
  g_date_set_dmy (&earlier, 1, 1, 2024);
  g_date_clear (&late, 1);
  g_date_set_dmy (&late, 1, 1, 10000);

  INVALID (marmot_period_new_year (CAL, 0, 1, &error));
  INVALID (marmot_period_new_year (CAL, -2024, 1, &error));
  INVALID (marmot_period_new_year (CAL, 10000, 1, &error));
  INVALID (marmot_period_new_year (CAL, 2024, 0, &error));
  INVALID (marmot_period_new_year (END, 2024, 0, &error));
  INVALID (marmot_period_new_year (CAL, 9999, 2, &error));
  INVALID (marmot_period_new_year (FIN, 9999, 1, &error));
  INVALID (marmot_period_new_year (CAL, G_MAXINT, G_MAXUINT, &error));
  INVALID (marmot_period_new_year (CAL, G_MININT, G_MAXUINT, &error));
  INVALID (marmot_period_new_year (END, 2024, G_MAXUINT, &error));
  INVALID (marmot_period_new_quarter (CAL, 2024, 0, &error));
  INVALID (marmot_period_new_quarter (CAL, 2024, 5, &error));
  INVALID (marmot_period_new_quarter (CAL, 2024, G_MAXUINT, &error));
  INVALID (marmot_period_new_quarter (FIN, 9999, 4, &error));
  INVALID (marmot_period_new_quarter (MARMOT_YEAR_AUGUST_TO_JULY, 2024, 1, &error));
  INVALID (marmot_period_new_quarter (END, 2024, 1, &error));
  INVALID (marmot_period_new_month (2024, 0, &error));
  INVALID (marmot_period_new_month (2024, 13, &error));
  INVALID (marmot_period_new_month (0, 1, &error));
  INVALID (marmot_period_new_month (10000, 1, &error));
  INVALID (marmot_period_new_year_to_date (FIN, 2024, 0, &error));
  INVALID (marmot_period_new_year_to_date (FIN, 2024, 5, &error));
  INVALID (marmot_period_new_year_to_date (END, 2024, 1, &error));
  INVALID (marmot_period_new_cumulative (2024, 0, &error));
  INVALID (marmot_period_new_cumulative (2024, 100, &error));
  INVALID (marmot_period_new_cumulative (9990, 99, &error));
  INVALID (marmot_period_new_rolling_quarters (FIN, 2024, 0, 1, &error));
  INVALID (marmot_period_new_rolling_quarters (FIN, 2024, 1, 0, &error));
  INVALID (marmot_period_new_rolling_quarters (FIN, 2024, 1, G_MAXUINT, &error));
  INVALID (marmot_period_new_rolling_months (2024, 0, 1, &error));
  INVALID (marmot_period_new_rolling_months (2024, 13, 1, &error));
  INVALID (marmot_period_new_rolling_months (2024, 1, 0, &error));
  INVALID (marmot_period_new_rolling_months (9999, 2, 1, &error));
  INVALID (marmot_period_new_day (&bad, &error));
  INVALID (marmot_period_new_day (&late, &error));
  INVALID (marmot_period_new_span (&good, &bad, &error));
  INVALID (marmot_period_new_span (&bad, &good, &error));
  INVALID (marmot_period_new_span (&good, &earlier, &error));
  INVALID (marmot_period_new_span (&good, &late, &error));
  INVALID (marmot_period_new_fingertips (FIN, 2024, 1, -1, 13, &error));
  INVALID (marmot_period_new_fingertips (FIN, 2024, 1, 5, -1, &error));
  INVALID (marmot_period_new_fingertips (FIN, G_MAXINT, 1, -1, 12, &error));
  INVALID (marmot_period_new_fingertips (FIN, G_MININT, G_MAXINT, -1, 1, &error));
}

Test (period, damaged_bytes_are_refused)
{
  g_autoptr (MarmotPeriod) p = parse ("2006/07 Q2 - 2007/08 Q1", FIN);
  g_autoptr (GBytes) bytes = marmot_period_serialize (p);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_taken = 0;

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_period_deserialize (part, &error) == NULL, "cut at %zu", cut);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }

  /* The days must agree with the name, so no change of one bit makes another
   * period of this one. */
  for (gsize i = 0; i < size; i++)
    for (int bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *changed = g_memdup2 (data, size);
        g_autoptr (GBytes) whole = NULL;
        g_autoptr (MarmotPeriod) other = NULL;

        changed[i] ^= (guint8) (1 << bit);
        whole = g_bytes_new (changed, size);
        other = marmot_period_deserialize (whole, NULL);
        n_taken += other != NULL;
      }
  cr_assert (eq (u32, n_taken, 0));
}

/* The vectors that Fingertips' own tests assert. */

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_build_filename (TEST_DATA_DIR, "fingertips", name, NULL);
  g_autofree char *text = NULL;

  cr_assert (g_file_get_contents (path, &text, NULL, NULL), "no %s", path);
  return g_strsplit (text, "\n", -1);
}

Test (period, fingertips_prints_and_sorts_so)
{
  g_auto (GStrv) lines = read_lines ("time_periods.csv");
  guint n_texts = 0, n_keys = 0;

  for (gsize i = 1; lines[i] && lines[i][0]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
      MarmotYearType type = CAL;
      int range, quarter, month;
      g_autoptr (MarmotPeriod) p = NULL;
      g_autofree char *text = NULL;

      cr_assert (g_strv_length (cells) == 10);
      if (cells[2][0])
        cr_assert (marmot_year_type_from_fingertips_id (atoi (cells[2]), &type));
      range = cells[5][0] ? atoi (cells[5]) : -1;
      quarter = atoi (cells[6]);
      month = atoi (cells[7]);
      p = marmot_period_new_fingertips (type, atoi (cells[4]), range, quarter, month, NULL);
      cr_assert (p != NULL, "%s", cells[0]);

      /* Months of financial and academic years sort as calendar months here,
       * and those of academic years begin in September. */
      if (month < 1 || marmot_year_type_get_base (type) == CAL)
        {
          cr_assert (marmot_period_get_sort_key (p) == (guint) atoi (cells[9]), "%s", cells[0]);
          n_keys++;
        }
      if (!cells[8][0] || (month >= 1 && type == ACA))
        continue;

      text = marmot_period_to_string (p);
      cr_assert_str_eq (text, cells[8], "%s: '%s' and not '%s'", cells[0], text, cells[8]);
      {
        g_autoptr (MarmotPeriod) again = parse (cells[8], type);

        cr_assert (marmot_period_equal (p, again), "%s: '%s'", cells[0], cells[8]);
      }
      n_texts++;
    }
  cr_assert (eq (u32, n_texts, 92));
  cr_assert (eq (u32, n_keys, 84));
}

Test (period, fingertips_dates_so)
{
  static const struct
  {
    const char *name;
    MarmotYearType type;
  } types[] = {
    { "Calendar", CAL },
    { "Yearly", MARMOT_YEAR_NOVEMBER_TO_OCTOBER },
    { "Financial", FIN },
    { "Financial multi-year", FIN },
    { "Financial year end point", END },
    { "Academic", ACA },
  };
  g_auto (GStrv) lines = read_lines ("period_dates.csv");
  guint n_seen = 0;

  for (gsize i = 1; lines[i] && lines[i][0]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
      int key = atoi (cells[4]);
      int range = g_str_equal (cells[3], "yearly") ? 1 : atoi (cells[3]);
      int quarter = key / 100 % 100, month = key % 100;
      g_autoptr (MarmotPeriod) p = NULL;
      g_autofree char *interval = NULL;
      g_autofree char *expected = g_strdup_printf ("%s/%s", cells[5], cells[6]);
      gsize t;

      for (t = 0; t < G_N_ELEMENTS (types) && !g_str_equal (types[t].name, cells[2]); t++)
        ;
      cr_assert (t < G_N_ELEMENTS (types), "%s: %s", cells[0], cells[2]);
      p = marmot_period_new_fingertips (types[t].type, key / 10000, range, quarter, month, NULL);
      interval = marmot_period_to_iso_interval (p);
      cr_assert_str_eq (interval, expected, "%s: %s and not %s", cells[0], interval, expected);
      n_seen++;
    }
  cr_assert (eq (u32, n_seen, 66));
}

Test (period, fingertips_year_types)
{
  static const int ids[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 16 };
  static const int none[] = { -1, 0, 12, 15, 17, G_MAXINT, G_MININT };
  MarmotYearType type;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      cr_assert (marmot_year_type_from_fingertips_id (ids[i], &type));
      cr_assert (eq (i32, marmot_year_type_get_fingertips_id (type), ids[i]));
      cr_assert (strlen (marmot_year_type_get_label (type)) > 0);
      cr_assert (marmot_year_type_get_base (marmot_year_type_get_base (type)) == marmot_year_type_get_base (type));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    cr_assert_not (marmot_year_type_from_fingertips_id (none[i], &type));
}
