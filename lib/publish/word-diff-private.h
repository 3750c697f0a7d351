/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changed in a text, word by word.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beyond these a text is taken as replaced, but for what both begin and end with. */
#define WORD_DIFF_MAX_WORDS 20000
#define WORD_DIFF_MAX_CHANGES 1000

typedef enum
{
  WORD_DIFF_SAME,
  WORD_DIFF_REMOVED,
  WORD_DIFF_ADDED
} WordDiffKind;

typedef struct
{
  WordDiffKind kind;
  char *words;      /* with single blanks; a line break is a word */
} WordDiffRun;

/* Runs of words; no two neighbours are of one kind. */
GArray *word_diff (const char *before,
                   const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
