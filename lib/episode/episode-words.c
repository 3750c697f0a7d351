/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Words and dates of extracts. Each distinct one is looked at once, so they may take their
 * time.
 */
#include "episode-mapping-private.h"

#include <string.h>

#include "cells-private.h"
#include "code-set-private.h"

char *
episode_word_fold (const char *text,
                   gsize length)
{
  g_autofree char *composed = NULL;

  cells_trim (&text, &length);
  composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_DEFAULT_COMPOSE);
  return g_utf8_casefold (composed ? composed : "", -1);
}

static EpisodeWord
found (const char *given,
       const char **code)
{
  if (*given == '\0')
    return EPISODE_WORD_NOTHING;
  *code = given;
  return EPISODE_WORD_KNOWN;
}

EpisodeWord
episode_sheet_translate (const EpisodeSheet *self,
                         const EpisodeField *field,
                         const char *text,
                         gsize length,
                         const char **code)
{
  g_autofree char *word = NULL;

  if (!field->words && !field->code_set && !field->otherwise && length > self->longest_blank)
    return EPISODE_WORD_ITSELF;

  word = episode_word_fold (text, length);
  if (field->words)
    {
      const char *given = g_hash_table_lookup (field->words, word);

      if (given)
        return found (given, code);
    }
  if (g_hash_table_contains (self->blanks, word))
    return EPISODE_WORD_NOTHING;
  if (field->code_set)
    {
      MarmotCodeSet *codes = marmot_code_set_get_builtin (field->code_set);
      int place = marmot_code_set_find_text (codes, text, length);

      if (place >= 0)
        return found (marmot_code_set_get_code (codes, (guint) place), code);
    }
  if (field->otherwise)
    return found (field->otherwise, code);
  return field->words || field->code_set ? EPISODE_WORD_LACKING : EPISODE_WORD_ITSELF;
}

/* --- dates --------------------------------------------------------------------------- */

gboolean
episode_date_format_parse (EpisodeDateFormat *format,
                           const char *text)
{
  const char *name = strstr (text, "mon");
  g_autoptr (GString) numbers = g_string_new (text);

  format->has_month_name = name != NULL;
  if (name)
    {
      g_string_erase (numbers, name - text, 3);
      g_string_insert (numbers, name - text, "mm");
    }
  return marmot_csv_date_format_parse (&format->numbers, numbers->str);
}

/* Whether all of it is the time of a day, as programs write it. */
static gboolean
is_time (const char *text,
         gsize length)
{
  gboolean has_colon = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) && !strchr (":. APMapmZ+-", text[i]))
        return FALSE;
      has_colon = has_colon || text[i] == ':';
    }
  return has_colon && g_ascii_isdigit (text[0]);
}

/* How long the date is, without a time that may stand behind it. */
static gsize
cut_time (const char *text,
          gsize length)
{
  for (gsize i = 1; i + 1 < length; i++)
    if ((text[i] == ' ' || text[i] == 'T') && is_time (text + i + 1, length - i - 1))
      return i;
  return length;
}

/* Longer texts are no dates. */
#define MAX_DATE 40

/* Writes the date with the name of its month as a number; 0 if it has none. */
static gsize
number_month (const char *text,
              gsize length,
              char out[MAX_DATE])
{
  static const char *const names[] = { "january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december" };
  gsize first, end;

  for (first = 0; first < length && !g_ascii_isalpha (text[first]); first++)
    ;
  for (end = first; end < length && g_ascii_isalpha (text[end]); end++)
    ;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((end - first == 3 || end - first == strlen (names[i]))
        && g_ascii_strncasecmp (text + first, names[i], end - first) == 0)
      {
        memcpy (out, text, first);
        out[first] = (char) ('0' + (i + 1) / 10);
        out[first + 1] = (char) ('0' + (i + 1) % 10);
        memcpy (out + first + 2, text + end, length - end);
        return length - (end - first) + 2;
      }
  return 0;
}

gboolean
episode_sheet_read_date (const EpisodeSheet *self,
                         const char *text,
                         gsize length,
                         gint32 *days)
{
  if (length > MAX_DATE)
    return FALSE;
  length = cut_time (text, length);

  for (guint i = 0; i < self->formats->len; i++)
    {
      const EpisodeDateFormat *format = &g_array_index (self->formats, EpisodeDateFormat, i);
      char numbers[MAX_DATE];
      const char *from = text;
      gsize n = length;
      gint32 found;

      if (format->has_month_name)
        {
          n = number_month (text, length, numbers);
          from = numbers;
        }
      /* What is no date may have been counted half-way. */
      if (n > 0 && marmot_csv_date_parse (&format->numbers, from, from + n, &found))
        {
          *days = found;
          return TRUE;
        }
    }
  return FALSE;
}
