/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A mapping as the reader of extracts sees it.
 */
#pragma once

#include <marmot/marmot.h>

#include "episode-columns-private.h"

#include "core/marmot-csv-date-private.h"

G_BEGIN_DECLS

/* Fields of needs. */
typedef enum
{
  EPISODE_NEED_EPISODE,
  EPISODE_NEED_OUTCOME,
  EPISODE_NEED_CRITERION,
  EPISODE_NEED_IDENTIFIED,
  EPISODE_NEED_MET,
  EPISODE_NEED_N_FIELDS
} EpisodeNeedField;

/* A way to write dates; months may be names in English. */
typedef struct
{
  MarmotCsvDateFormat numbers;
  gboolean has_month_name;
} EpisodeDateFormat;

gboolean episode_date_format_parse (EpisodeDateFormat *format,
                                    const char        *text);

typedef struct
{
  guint field;              /* EpisodeColumn or EpisodeNeedField */
  const char *name;
  MarmotColumnType type;
  char *heading;
  gboolean is_optional;
  GHashTable *words;        /* folded word: code, or "" for nothing; NULL for none */
  char *otherwise;          /* the code of every other word, or "" for nothing; NULL for none */
  const char *code_set;     /* name of the list of codes; NULL: any code */
} EpisodeField;

/* What is said of one kind of file. */
typedef struct
{
  GPtrArray *fields;        /* EpisodeField, in the order of the mapping */
  GArray *formats;          /* EpisodeDateFormat */
  char separator;
  GHashTable *blanks;       /* folded words */
  gsize longest_blank;      /* bytes of the longest of them, before it was folded */
} EpisodeSheet;

/* NULL if the mapping has no needs. */
const EpisodeSheet *episode_mapping_peek_sheet (MarmotEpisodeMapping *self,
                                                gboolean              needs);

/* A word as words are matched: without spaces around it, and without capitals. */
char         *episode_word_fold      (const char         *text,
                                      gsize               length);

/* What becomes of a word of a field. */
typedef enum
{
  EPISODE_WORD_KNOWN,       /* *code */
  EPISODE_WORD_ITSELF,      /* the word as it is, without the spaces around it */
  EPISODE_WORD_NOTHING,
  EPISODE_WORD_LACKING      /* the mapping does not have it */
} EpisodeWord;

/* text is trimmed and not empty. The code lives as long as the mapping. */
EpisodeWord   episode_sheet_translate (const EpisodeSheet *self,
                                       const EpisodeField *field,
                                       const char         *text,
                                       gsize               length,
                                       const char        **code);

/* Days since 1 January 1970 of a date in one of the formats, with or without a time of
 * day; text is trimmed. */
gboolean      episode_sheet_read_date (const EpisodeSheet *self,
                                       const char         *text,
                                       gsize               length,
                                       gint32             *days);

G_END_DECLS
