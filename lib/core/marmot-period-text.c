/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How periods are printed and read.
 *
 * Reading: the text becomes a few tokens; one or two points in time (a year, a
 * quarter, a month, a day) are taken from them; a table of rules says what the
 * points make together. Whatever is left over makes the text no period.
 */
#include "marmot-period-private.h"

#include <string.h>

#define MAX_BYTES 60
#define MAX_TOKENS 16

/* A last year of two digits is at most so many years after the first: beyond
 * it all four are printed, and two digits ("2024-12") mean something else. */
#define SHORT_SPAN 49

static const char *const months[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

/* Printing */

static void
append_year (GString *text,
             MarmotYearType base,
             int year)
{
  g_string_append_printf (text, "%04d", year);
  if (base == MARMOT_YEAR_FINANCIAL || base == MARMOT_YEAR_ACADEMIC)
    g_string_append_printf (text, "/%02d", (year + 1) % 100);
}

static void
append_month (GString *text,
              gint32 days)
{
  GDate date;

  marmot_date_from_days (&date, days);
  g_string_append_printf (text, "%.3s %04d", months[g_date_get_month (&date) - 1], g_date_get_year (&date));
}

static void
append_day (GString *text,
            gint32 days)
{
  GDate date;

  marmot_date_from_days (&date, days);
  g_string_append_printf (text, "%d %s %04d", g_date_get_day (&date),
                          months[g_date_get_month (&date) - 1], g_date_get_year (&date));
}

static void
append_days (GString *text,
             const MarmotPeriod *self,
             gboolean single)
{
  append_day (text, self->start);
  if (!single)
    {
      g_string_append (text, " to ");
      append_day (text, self->end - 1);
    }
}

static void
append_months (GString *text,
               const MarmotPeriod *self)
{
  append_month (text, self->start);
  g_string_append (text, " - ");
  append_month (text, self->end - 1);
}

static void
append_years (GString *text,
              const MarmotPeriod *self)
{
  int last = self->year + (int) self->n_years - 1;

  if (self->year_type == MARMOT_YEAR_FINANCIAL_YEAR_END)
    {
      append_days (text, self, self->n_years == 1);
      return;
    }
  if (self->year_type != MARMOT_YEAR_CALENDAR && self->year_type != MARMOT_YEAR_FINANCIAL
      && self->year_type != MARMOT_YEAR_ACADEMIC)
    {
      append_months (text, self);
      return;
    }

  append_year (text, self->year_type, self->year);
  if (self->n_years == 1)
    return;
  g_string_append (text, " - ");
  if (self->n_years - 1 > SHORT_SPAN)
    append_year (text, self->year_type, last);
  else if (self->year_type == MARMOT_YEAR_CALENDAR)
    g_string_append_printf (text, "%02d", last % 100);
  else
    g_string_append_printf (text, "%02d/%02d", last % 100, (last + 1) % 100);
}

/* From a quarter of a year on, for so many quarters: "2013/14 Q1 - 2014/15 Q4". */
static void
append_quarters (GString *text,
                 const MarmotPeriod *self,
                 guint quarter,
                 guint n_quarters)
{
  guint last = quarter - 1 + n_quarters - 1;

  append_year (text, self->year_type, self->year);
  g_string_append_printf (text, " Q%u - ", quarter);
  append_year (text, self->year_type, self->year + (int) (last / 4));
  g_string_append_printf (text, " Q%u", last % 4 + 1);
}

char *
marmot_period_to_string (const MarmotPeriod *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  switch (self->kind)
    {
    case MARMOT_PERIOD_YEAR:
    case MARMOT_PERIOD_POOLED_YEARS:
      append_years (text, self);
      break;

    case MARMOT_PERIOD_QUARTER:
      append_year (text, self->year_type, self->year);
      g_string_append_printf (text, " Q%u", self->quarter);
      break;

    case MARMOT_PERIOD_YEAR_TO_DATE:
      append_year (text, self->year_type, self->year);
      /* Fingertips prints the first as a quarter, and has no such period of
       * other years than financial ones. */
      if (self->year_type == MARMOT_YEAR_FINANCIAL && self->quarter == 1)
        g_string_append (text, " Q1");
      else
        g_string_append_printf (text, " Q1-Q%u", self->quarter);
      break;

    case MARMOT_PERIOD_CUMULATIVE:
      if (self->quarter > 1)
        append_quarters (text, self, 1, self->quarter);
      else
        {
          append_year (text, self->year_type, self->year);
          g_string_append (text, " Q1");
        }
      break;

    case MARMOT_PERIOD_ROLLING_QUARTERS:
      append_quarters (text, self, self->quarter, self->n_years * 4);
      break;

    case MARMOT_PERIOD_MONTH:
      append_month (text, self->start);
      break;

    case MARMOT_PERIOD_ROLLING_MONTHS:
      append_months (text, self);
      break;

    case MARMOT_PERIOD_DAY:
    case MARMOT_PERIOD_SPAN:
    default:
      append_days (text, self, self->kind == MARMOT_PERIOD_DAY);
      break;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
marmot_period_to_iso_interval (const MarmotPeriod *self)
{
  GDate first, last;

  g_return_val_if_fail (self != NULL, NULL);

  marmot_date_from_days (&first, self->start);
  marmot_date_from_days (&last, self->end - 1);
  return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", g_date_get_year (&first),
                          g_date_get_month (&first), g_date_get_day (&first), g_date_get_year (&last),
                          g_date_get_month (&last), g_date_get_day (&last));
}

/* Reading */

typedef struct
{
  /* A number is the count of its digits, '1', '2' or '4'; 'm' is a month, 'q'
   * the word quarter, 't' the word to; '-', '/' and '.' are themselves; '\0'
   * is the end. */
  char type;
  int value;
  gboolean spaced; /* a space before it */
} Token;

typedef struct
{
  Token tokens[MAX_TOKENS + 1];
  guint i;
  MarmotYearType hint;
  MarmotYearType hint_base;
} Reader;

typedef enum
{
  POINT_YEAR,    /* 2006 */
  POINT_SPLIT,   /* 2006/07 */
  POINT_QUARTER, /* of either */
  POINT_MONTH,
  POINT_DAY
} PointType;

typedef struct
{
  PointType type;
  gboolean split; /* of a quarter: of a split year */
  int year;       /* 0: not given */
  int quarter;
  int month;
  int day;
  gboolean two_digits; /* the year was given with two */
  gboolean iso;
} Point;

static gboolean
read_word (const char *word,
           gsize length,
           Token *token)
{
  if ((length == 1 && word[0] == 'q') || (length == 7 && strncmp (word, "quarter", 7) == 0))
    {
      token->type = 'q';
      return TRUE;
    }
  if (length == 2 && strncmp (word, "to", 2) == 0)
    {
      token->type = 't';
      return TRUE;
    }

  for (int month = 0; month < 12; month++)
    if ((length == 3 || length == strlen (months[month])) && g_ascii_strncasecmp (word, months[month], length) == 0)
      {
        token->type = 'm';
        token->value = month + 1;
        return TRUE;
      }
  if (length == 4 && strncmp (word, "sept", 4) == 0)
    {
      token->type = 'm';
      token->value = 9;
      return TRUE;
    }
  return FALSE;
}

/* The text must be valid UTF-8. */
static gboolean
read_tokens (const char *text,
             Token *tokens)
{
  gboolean spaced = FALSE;
  guint n = 0;

  for (const char *p = text; *p;)
    {
      gunichar c = g_utf8_get_char (p);
      Token token = { 0 };

      if (g_unichar_isspace (c))
        {
          spaced = TRUE;
          p = g_utf8_next_char (p);
          continue;
        }
      if (n == MAX_TOKENS)
        return FALSE;

      if (g_ascii_isdigit (*p))
        {
          int n_digits = 0;

          for (; g_ascii_isdigit (*p); p++)
            {
              if (++n_digits > 4)
                return FALSE;
              token.value = token.value * 10 + (*p - '0');
            }
          token.type = (char) ('0' + n_digits);
        }
      else if (g_ascii_isalpha (*p))
        {
          char word[12] = "";
          gsize length = 0;

          for (; g_ascii_isalpha (*p); p++)
            {
              if (length == sizeof word - 1)
                return FALSE;
              word[length++] = g_ascii_tolower (*p);
            }
          if (!read_word (word, length, &token))
            return FALSE;
        }
      else
        {
          /* Every kind of hyphen and dash, and the minus sign. */
          if (c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212)
            token.type = '-';
          else if (c == '/' || c == '.')
            token.type = (char) c;
          else
            return FALSE;
          p = g_utf8_next_char (p);
        }

      token.spaced = spaced && n > 0;
      spaced = FALSE;
      tokens[n++] = token;
    }

  tokens[n].type = '\0';
  return TRUE;
}

/* Whether the next tokens are of these types: "4-2-2". A token may have a space
 * before it only where the pattern has one; '_' in the pattern is a space that
 * must be, and ' ' one that may be. The first token may always have one. */
static gboolean
looking_at (const Reader *reader,
            const char *pattern)
{
  const Token *token = &reader->tokens[reader->i];
  gboolean first = TRUE;

  for (const char *p = pattern; *p; p++)
    {
      gboolean must = *p == '_';
      gboolean may = must || *p == ' ' || first;

      if (must || *p == ' ')
        p++;
      if (token->type != *p || (must && !token->spaced) || (!may && token->spaced))
        return FALSE;
      first = FALSE;
      token++;
    }
  return TRUE;
}

static int
value_at (const Reader *reader,
          guint offset)
{
  return reader->tokens[reader->i + offset].value;
}

static int
expand_year (int two_digits)
{
  return two_digits <= 68 ? 2000 + two_digits : 1900 + two_digits;
}

/* "2006", "2006/07", "2006/2007", "06/07"; false if there is none, or the second
 * year is not the one after the first. */
static gboolean
read_year (Reader *reader,
           Point *point)
{
  int second;

  if (looking_at (reader, "4/2") || looking_at (reader, "4/4") || looking_at (reader, "2/2"))
    {
      point->type = POINT_SPLIT;
      point->split = TRUE;
      point->year = value_at (reader, 0);
      point->two_digits = reader->tokens[reader->i].type == '2';
      second = value_at (reader, 2);
      if (reader->tokens[reader->i + 2].type == '4' ? second != point->year + 1
                                                    : second != (point->year + 1) % 100)
        return FALSE;
      if (point->two_digits)
        point->year = expand_year (point->year);
      reader->i += 3;
      return TRUE;
    }

  if (looking_at (reader, "4"))
    {
      point->type = POINT_YEAR;
      point->year = value_at (reader, 0);
      reader->i += 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
set_day (Reader *reader,
         Point *point,
         int year,
         int month,
         int day,
         guint n_tokens)
{
  point->type = POINT_DAY;
  point->year = year;
  point->month = month;
  point->day = day;
  reader->i += n_tokens;
  /* In a year not yet known any leap day may be; the date is checked again. */
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) (year > 0 ? year : 2000));
}

static gboolean
read_point (Reader *reader,
            Point *point)
{
  memset (point, 0, sizeof *point);

  if (looking_at (reader, "4-2-2"))
    {
      point->iso = TRUE;
      return value_at (reader, 0) > 0
             && set_day (reader, point, value_at (reader, 0), value_at (reader, 2), value_at (reader, 4), 5);
    }
  if (looking_at (reader, "2/2/4") || looking_at (reader, "2.2.4"))
    return value_at (reader, 4) > 0
           && set_day (reader, point, value_at (reader, 4), value_at (reader, 2), value_at (reader, 0), 5);
  if (looking_at (reader, "1_m_4") || looking_at (reader, "2_m_4"))
    return value_at (reader, 2) > 0
           && set_day (reader, point, value_at (reader, 2), value_at (reader, 1), value_at (reader, 0), 3);
  if (looking_at (reader, "1_m") || looking_at (reader, "2_m"))
    return set_day (reader, point, 0, value_at (reader, 1), value_at (reader, 0), 2);

  if (looking_at (reader, "m_4") || looking_at (reader, "m-4") || looking_at (reader, "m-2"))
    {
      guint at = reader->tokens[reader->i + 1].type == '-' ? 2 : 1;

      point->type = POINT_MONTH;
      point->month = value_at (reader, 0);
      point->year = value_at (reader, at);
      if (reader->tokens[reader->i + at].type == '2')
        point->year = expand_year (point->year);
      reader->i += at + 1;
      return point->year > 0;
    }
  if (looking_at (reader, "m"))
    {
      point->type = POINT_MONTH;
      point->month = value_at (reader, 0);
      reader->i += 1;
      return TRUE;
    }

  if (looking_at (reader, "q 1"))
    {
      int quarter = value_at (reader, 1);

      reader->i += 2;
      if (!reader->tokens[reader->i].spaced || !read_year (reader, point))
        return FALSE;
      point->type = POINT_QUARTER;
      point->quarter = quarter;
      return quarter >= 1 && quarter <= 4;
    }
  if (!read_year (reader, point))
    return FALSE;
  if (reader->tokens[reader->i].spaced && looking_at (reader, "q 1"))
    {
      point->type = POINT_QUARTER;
      point->quarter = value_at (reader, 1);
      reader->i += 2;
      return point->quarter >= 1 && point->quarter <= 4;
    }
  return TRUE;
}

static gboolean
at_end (const Reader *reader)
{
  return reader->tokens[reader->i].type == '\0';
}

/* The year type that "2006/07" names. */
static MarmotYearType
split_base (const Reader *reader)
{
  return marmot_year_type_is_split (reader->hint_base) ? reader->hint_base : MARMOT_YEAR_FINANCIAL;
}

/* The year type that "2006" names: Fingertips prints some other types so, but
 * only one who knows can tell. */
static MarmotYearType
whole_base (const Reader *reader)
{
  switch (reader->hint_base)
    {
    case MARMOT_YEAR_OCTOBER_TO_SEPTEMBER:
    case MARMOT_YEAR_NOVEMBER_TO_OCTOBER:
    case MARMOT_YEAR_FINANCIAL_YEAR_END:
      return reader->hint_base;
    default:
      return MARMOT_YEAR_CALENDAR;
    }
}

static MarmotYearType
quarter_base (const Reader *reader,
              gboolean split)
{
  if (!split)
    return MARMOT_YEAR_CALENDAR;
  return reader->hint_base == MARMOT_YEAR_ACADEMIC ? MARMOT_YEAR_ACADEMIC : MARMOT_YEAR_FINANCIAL;
}

static MarmotPeriod *
make_single (const Reader *reader,
             const Point *point)
{
  MarmotYearType base;
  GDate date;

  switch (point->type)
    {
    case POINT_YEAR:
      return marmot_period_new_year (whole_base (reader), point->year, 1, NULL);

    case POINT_SPLIT:
      return marmot_period_new_year (split_base (reader), point->year, 1, NULL);

    case POINT_QUARTER:
      base = quarter_base (reader, point->split);
      if (base == MARMOT_YEAR_FINANCIAL && point->quarter == 1
          && reader->hint == MARMOT_YEAR_FINANCIAL_CUMULATIVE)
        return marmot_period_new_year_to_date (base, point->year, 1, NULL);
      if (base == MARMOT_YEAR_FINANCIAL && point->quarter == 1
          && reader->hint == MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE)
        return marmot_period_new_cumulative (point->year, 1, NULL);
      return marmot_period_new_quarter (base, point->year, (guint) point->quarter, NULL);

    case POINT_MONTH:
      if (point->year == 0)
        return NULL;
      return marmot_period_new_month (point->year, (guint) point->month, NULL);

    case POINT_DAY:
    default:
      if (point->year == 0)
        return NULL;
      if (reader->hint_base == MARMOT_YEAR_FINANCIAL_YEAR_END && point->month == 3 && point->day == 31)
        return marmot_period_new_year (reader->hint_base, point->year, 1, NULL);
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) point->day, (GDateMonth) point->month, (GDateYear) point->year);
      return marmot_period_new_day (&date, NULL);
    }
}

/* From the first day of a month to the last of another. */
static MarmotPeriod *
make_span_of_months (gint64 first_month,
                     gint64 last_month)
{
  g_autoptr (MarmotPeriod) first = NULL;
  g_autoptr (MarmotPeriod) last = NULL;
  GDate first_day, last_day;

  first = marmot_period_new_month ((int) (first_month / 12), (guint) (first_month % 12 + 1), NULL);
  last = marmot_period_new_month ((int) (last_month / 12), (guint) (last_month % 12 + 1), NULL);
  if (!first || !last)
    return NULL;

  marmot_date_from_days (&first_day, first->start);
  marmot_date_from_days (&last_day, last->end - 1);
  return marmot_period_new_span (&first_day, &last_day, NULL);
}

/* n_years from 2 on, or none. */
static MarmotPeriod *
make_pooled (MarmotYearType base,
             int first,
             int last)
{
  return last > first ? marmot_period_new_year (base, first, (guint) (last - first) + 1, NULL) : NULL;
}

/* brief is "2006/07 Q1-Q3", with one year. */
static MarmotPeriod *
make_quarters (const Reader *reader,
               const Point *from,
               const Point *to,
               gboolean brief)
{
  MarmotYearType base = quarter_base (reader, from->split);
  int n_quarters = (to->year - from->year) * 4 + to->quarter - from->quarter + 1;
  gint64 first_month;

  if (n_quarters < 1)
    return NULL;

  if (from->quarter == 1)
    {
      if (base == MARMOT_YEAR_FINANCIAL && reader->hint == MARMOT_YEAR_FINANCIAL_MULTI_YEAR_CUMULATIVE)
        return marmot_period_new_cumulative (from->year, (guint) n_quarters, NULL);
      if (brief || n_quarters < 4)
        return marmot_period_new_year_to_date (base, from->year, (guint) n_quarters, NULL);
    }
  if (!brief && n_quarters % 4 == 0)
    return marmot_period_new_rolling_quarters (base, from->year, (guint) from->quarter,
                                               (guint) n_quarters / 4, NULL);
  if (from->quarter == 1 && base == MARMOT_YEAR_FINANCIAL)
    return marmot_period_new_cumulative (from->year, (guint) n_quarters, NULL);
  if (n_quarters == 1)
    return marmot_period_new_quarter (base, from->year, (guint) from->quarter, NULL);

  first_month = (gint64) from->year * 12 + marmot_year_type_get_first_month (base) - 1
                + (from->quarter - 1) * 3;
  return make_span_of_months (first_month, first_month + n_quarters * 3 - 1);
}

static MarmotPeriod *
make_months (const Reader *reader,
             const Point *from,
             const Point *to)
{
  int from_year = from->year > 0 ? from->year : to->year;
  gint64 first = (gint64) from_year * 12 + from->month - 1;
  gint64 last = (gint64) to->year * 12 + to->month - 1;
  gint64 n_months = last - first + 1;

  if (to->year == 0 || n_months < 1 || (from->year == 0 && n_months < 2))
    return NULL;

  if (n_months % 12 == 0)
    switch (reader->hint_base)
      {
      case MARMOT_YEAR_AUGUST_TO_JULY:
      case MARMOT_YEAR_MARCH_TO_FEBRUARY:
      case MARMOT_YEAR_OCTOBER_TO_SEPTEMBER:
      case MARMOT_YEAR_JULY_TO_JUNE:
      case MARMOT_YEAR_NOVEMBER_TO_OCTOBER:
        if (marmot_year_type_get_first_month (reader->hint_base) == (guint) from->month)
          return marmot_period_new_year (reader->hint_base, from_year, (guint) (n_months / 12), NULL);
        G_GNUC_FALLTHROUGH;
      default:
        return marmot_period_new_rolling_months (from_year, (guint) from->month, (guint) (n_months / 12),
                                                 NULL);
      }

  return make_span_of_months (first, last);
}

static MarmotPeriod *
make_days (const Reader *reader,
           const Point *from,
           const Point *to)
{
  int from_year = from->year > 0 ? from->year : to->year;
  GDate first, last;

  if (to->year == 0 || !g_date_valid_dmy ((GDateDay) from->day, (GDateMonth) from->month, (GDateYear) from_year))
    return NULL;

  if (reader->hint_base == MARMOT_YEAR_FINANCIAL_YEAR_END && from->month == 3 && from->day == 31
      && to->month == 3 && to->day == 31 && to->year > from_year)
    return make_pooled (reader->hint_base, from_year, to->year);

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, (GDateDay) from->day, (GDateMonth) from->month, (GDateYear) from_year);
  g_date_set_dmy (&last, (GDateDay) to->day, (GDateMonth) to->month, (GDateYear) to->year);
  return marmot_period_new_span (&first, &last, NULL);
}

/* The first year from this one on that ends in these two digits; 0 if it is too
 * far away to be meant. */
static int
year_after (int year,
            int two_digits)
{
  int distance = (two_digits - year % 100 + 100) % 100;

  return distance <= SHORT_SPAN ? year + distance : 0;
}

/* "2006 - 08", "2006-2008"; in tight form two years in a row may be one split
 * year. */
static MarmotPeriod *
make_years (const Reader *reader,
            int first,
            int last,
            gboolean tight)
{
  if (tight && last == first + 1 && reader->hint_base != MARMOT_YEAR_CALENDAR
      && reader->hint_base != MARMOT_YEAR_FINANCIAL_YEAR_END)
    return marmot_period_new_year (split_base (reader), first, 1, NULL);

  return make_pooled (whole_base (reader), first, last);
}

static MarmotPeriod *
read_period (Reader *reader)
{
  Point from, to;
  gboolean tight;
  char separator;

  if (!read_point (reader, &from))
    return NULL;
  if (at_end (reader))
    return make_single (reader, &from);

  /* A separator has a space on both sides or on none; "to" has both. */
  separator = reader->tokens[reader->i].type;
  tight = !reader->tokens[reader->i].spaced;
  if (tight == reader->tokens[reader->i + 1].spaced)
    return NULL;
  if (separator == 't' ? tight : separator != '-' && !(separator == '/' && from.iso && tight))
    return NULL;
  tight = tight || separator == 't';
  reader->i++;
  if (at_end (reader))
    return NULL;

  /* Short second points, whose meaning hangs on the first. */
  if (from.type == POINT_YEAR && looking_at (reader, "2") && reader->tokens[reader->i + 1].type == '\0')
    return make_years (reader, from.year, year_after (from.year, value_at (reader, 0)), tight);
  if (from.type == POINT_QUARTER && looking_at (reader, "q 1") && reader->tokens[reader->i + 2].type == '\0')
    {
      to = from;
      to.quarter = value_at (reader, 1);
      return to.quarter >= 1 && to.quarter <= 4 ? make_quarters (reader, &from, &to, TRUE) : NULL;
    }

  if (!read_point (reader, &to) || !at_end (reader) || to.type != from.type || to.split != from.split
      || to.iso != from.iso)
    return NULL;

  switch (from.type)
    {
    case POINT_YEAR:
      return make_years (reader, from.year, to.year, tight);
    case POINT_SPLIT:
      if (to.two_digits && !from.two_digits)
        to.year = year_after (from.year, to.year % 100);
      return make_pooled (split_base (reader), from.year, to.year);
    case POINT_QUARTER:
      return make_quarters (reader, &from, &to, FALSE);
    case POINT_MONTH:
      return make_months (reader, &from, &to);
    case POINT_DAY:
    default:
      return make_days (reader, &from, &to);
    }
}

MarmotPeriod *
marmot_period_parse (const char *text,
                     MarmotYearType hint,
                     GError **error)
{
  MarmotPeriod *period = NULL;
  Reader reader = { 0 };
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail ((guint) hint <= MARMOT_YEAR_FINANCIAL_YEAR_END, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  length = strnlen (text, MAX_BYTES + 1);
  if (length <= MAX_BYTES)
    {
      if (!g_utf8_validate (text, (gssize) length, NULL))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_ENCODING,
                               "The period is not UTF-8: save the file as UTF-8");
          return NULL;
        }
      reader.hint = hint;
      reader.hint_base = marmot_year_type_get_base (hint);
      if (read_tokens (text, reader.tokens))
        period = read_period (&reader);
    }

  if (!period)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "This is not a period that exists, or could be read in two ways. Write it as one "
                         "of these: 2024; 2023/24; 2020 - 22; 2006/07 - 08/09; 2024/25 Q2; Q1 2016; "
                         "2006/07 Q1-Q3; 2006 Q2 - 2007 Q1; Dec 2024; Dec-24; Feb 2009 - Jan 2010; "
                         "31 March 2024; 2024-03-31; 31/03/2024; 1 April to 30 September 2017");
  return period;
}
