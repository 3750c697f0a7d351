/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "age-band-private.h"
#include "figures-private.h"

/* Ages above this are no ages. */
#define OLDEST 150

/* What the parts of a label can be. */
typedef struct
{
  guint ages[2];
  guint n_ages;
  gboolean to;    /* something between two ages */
  gboolean open;  /* "and over" */
  gboolean under; /* before the age */
} Label;

static gboolean
read_word (Label *label,
           const char *word,
           gsize length)
{
  static const char *const idle[] = { "age", "aged", "ages", "year", "years", "yr", "yrs", "old", "olds", "and", "or",
                                      "than" };
  static const char *const over[] = { "over", "older", "above", "plus", "more" };
  static const char *const less[] = { "under", "less", "below" };

  for (gsize i = 0; i < G_N_ELEMENTS (idle); i++)
    if (strlen (idle[i]) == length && g_ascii_strncasecmp (idle[i], word, length) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (over); i++)
    if (strlen (over[i]) == length && g_ascii_strncasecmp (over[i], word, length) == 0)
      {
        label->open = label->n_ages == 1;
        return label->open;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (less); i++)
    if (strlen (less[i]) == length && g_ascii_strncasecmp (less[i], word, length) == 0)
      {
        label->under = label->n_ages == 0;
        return label->under;
      }
  if (length == 2 && g_ascii_strncasecmp (word, "to", 2) == 0)
    {
      label->to = label->n_ages == 1;
      return label->to;
    }
  return FALSE;
}

/* The bytes of a hyphen or dash at the start of text, or 0. */
static gsize
dash_length (const char *text,
             gsize length)
{
  if (*text == '-')
    return 1;
  /* U+2010 to U+2015, and U+2212, the minus. */
  if (length >= 3 && (guchar) text[0] == 0xe2 && (guchar) text[1] == 0x80 && (guchar) text[2] >= 0x90
      && (guchar) text[2] <= 0x95)
    return 3;
  if (length >= 3 && memcmp (text, "\xe2\x88\x92", 3) == 0)
    return 3;
  return 0;
}

gboolean
marmot_age_band_parse (const char *label,
                       gsize length,
                       guint *first,
                       guint *last)
{
  Label parts = { { 0, 0 }, 0, FALSE, FALSE, FALSE };
  gsize at = 0;

  while (at < length)
    {
      gsize rest = length - at;
      gsize size;

      if (g_ascii_isspace (label[at]))
        {
          at++;
        }
      else if (rest >= 2 && memcmp (label + at, "\xc2\xa0", 2) == 0)
        {
          at += 2; /* a space that does not break */
        }
      else if (g_ascii_isdigit (label[at]))
        {
          guint age = 0;

          if (parts.n_ages == 2 || (parts.n_ages == 1 && !parts.to) || parts.open)
            return FALSE;
          for (; at < length && g_ascii_isdigit (label[at]); at++)
            {
              age = age * 10 + (guint) g_ascii_digit_value (label[at]);
              if (age > OLDEST)
                return FALSE;
            }
          parts.ages[parts.n_ages++] = age;
        }
      else if (g_ascii_isalpha (label[at]))
        {
          for (size = 1; size < rest && g_ascii_isalpha (label[at + size]);)
            size++;
          if (!read_word (&parts, label + at, size))
            return FALSE;
          at += size;
        }
      else if (label[at] == '+')
        {
          if (parts.n_ages != 1 || parts.to)
            return FALSE;
          parts.open = TRUE;
          at++;
        }
      else if (label[at] == '<')
        {
          if (parts.n_ages != 0)
            return FALSE;
          parts.under = TRUE;
          at++;
        }
      else if ((size = dash_length (label + at, rest)) > 0)
        {
          if (parts.n_ages != 1 || parts.to || parts.open)
            return FALSE;
          parts.to = TRUE;
          at += size;
        }
      else
        {
          return FALSE;
        }
    }

  if (parts.n_ages == 0 || (parts.to && (parts.n_ages != 2 || parts.open)) || (parts.under && (parts.to || parts.open)))
    return FALSE;
  if (parts.under)
    {
      if (parts.ages[0] == 0)
        return FALSE;
      *first = 0;
      *last = parts.ages[0] - 1;
      return TRUE;
    }
  *first = parts.ages[0];
  *last = parts.open ? MARMOT_AGE_OPEN : parts.to ? parts.ages[1] : parts.ages[0];
  return *first <= *last;
}

MarmotColumn *
marmot_age_band_starts (MarmotColumn *labels,
                        GError **error)
{
  g_autofree double *starts = NULL;
  g_auto (MarmotResult) result = { NULL, NULL };
  gsize n_rows;

  g_return_val_if_fail (labels != NULL, NULL);

  if (marmot_column_get_column_type (labels) != MARMOT_COLUMN_TEXT
      && marmot_column_get_column_type (labels) != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "Labels of bands are text, such as \"5-9\": a column of ages needs no reading");
      return NULL;
    }

  n_rows = marmot_column_get_length (labels);
  starts = g_new (double, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      gsize length;
      const char *label = marmot_column_peek_text (labels, row, &length);
      guint first, last;

      starts[row] = (double) NAN;
      if (label == NULL)
        continue;
      if (!marmot_age_band_parse (label, length, &first, &last))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Row %" G_GSIZE_FORMAT ": the label is not of an age band, such as \"5-9\" or \"90+\"",
                       row + 1);
          return NULL;
        }
      starts[row] = first;
    }

  marmot_result_init (&result);
  marmot_result_add_doubles (&result, "start", starts, n_rows);
  return marmot_column_ref (result.columns->pdata[0]);
}
