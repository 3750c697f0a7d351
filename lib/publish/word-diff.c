/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The shortest way from one text to another by words taken out and put in, after Myers
 * (1986), An O(ND) difference algorithm and its variations, Algorithmica 1, 251-266. With
 * D changes it takes a time of N times D and a memory of D squared, so both have limits.
 */
#include <string.h>

#include "word-diff-private.h"

/* A word by its number: the same word has the same. */
typedef struct
{
  const char *start;
  gsize length;
  guint number;
} Word;

typedef struct
{
  GArray *words[2];
  GArray *runs;
  GString *run;
  WordDiffKind kind;
  gboolean has_run;
} Diff;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static GArray *
list_words (const char *text,
            GHashTable *numbers)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *at = text; *at;)
    {
      const char *end = at;
      char *copy;
      Word word;

      if (is_blank (*at))
        {
          at++;
          continue;
        }
      if (*at == '\n')
        end++;
      else
        while (*end && *end != '\n' && !is_blank (*end))
          end++;
      copy = g_strndup (at, (gsize) (end - at));
      word = (Word){ at, (gsize) (end - at), GPOINTER_TO_UINT (g_hash_table_lookup (numbers, copy)) };
      if (word.number == 0)
        {
          word.number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, copy, GUINT_TO_POINTER (word.number));
        }
      else
        {
          g_free (copy);
        }
      g_array_append_val (words, word);
      at = end;
    }
  return words;
}

static void
end_run (Diff *self)
{
  WordDiffRun run = { self->kind, NULL };

  if (!self->has_run)
    return;
  run.words = g_string_free (self->run, FALSE);
  g_array_append_val (self->runs, run);
  self->run = g_string_new (NULL);
  self->has_run = FALSE;
}

static void
add_word (Diff *self,
          WordDiffKind kind,
          const Word *word)
{
  const gboolean is_break = *word->start == '\n';

  if (self->has_run && self->kind != kind)
    end_run (self);
  if (self->run->len > 0 && !is_break && self->run->str[self->run->len - 1] != '\n')
    g_string_append_c (self->run, ' ');
  g_string_append_len (self->run, word->start, (gssize) word->length);
  self->kind = kind;
  self->has_run = TRUE;
}

static void
add_words (Diff *self,
           WordDiffKind kind,
           guint from,
           guint until)
{
  GArray *words = self->words[kind == WORD_DIFF_ADDED];

  for (guint i = from; i < until; i++)
    add_word (self, kind, &g_array_index (words, Word, i));
}

static guint
number_at (const Diff *self,
           guint text,
           guint place)
{
  return g_array_index (self->words[text], Word, place).number;
}

/* How far the way reaches on each diagonal after each number of changes, one row of
 * 2d + 1 behind the other; the number of changes, or -1 if there are too many. */
static int
find_way (const Diff *self,
          guint start,
          int n,
          int m,
          GArray *reach)
{
  for (int d = 0; d <= WORD_DIFF_MAX_CHANGES && d <= n + m; d++)
    {
      const gsize row = reach->len, above = row - (gsize) (d > 0 ? 2 * d - 1 : 0);

      g_array_set_size (reach, (guint) (row + 2 * (gsize) d + 1));
      for (int k = -d; k <= d; k += 2)
        {
          int x = 0, y;

          /* The diagonal k stands at k + d in its row, and at k + d - 1 in the one above. */
          if (d > 0)
            {
              const int left = k > -d ? g_array_index (reach, int, above + (gsize) (k - 1 + d - 1)) : -1;
              const int right = k < d ? g_array_index (reach, int, above + (gsize) (k + 1 + d - 1)) : -1;

              x = k == -d || (k != d && left < right) ? right : left + 1;
            }
          y = x - k;
          while (x < n && y < m && y >= 0 && number_at (self, 0, start + (guint) x) == number_at (self, 1, start + (guint) y))
            {
              x++;
              y++;
            }
          g_array_index (reach, int, row + (gsize) (k + d)) = x;
          if (x >= n && y >= m)
            return d;
        }
    }
  return -1;
}

/* The way back, from its end; then it is told from its beginning. */
static void
tell_way (Diff *self,
          guint start,
          int n,
          int m,
          int changes,
          GArray *reach)
{
  g_autofree int *xs = g_new (int, changes + 1);
  g_autofree int *ys = g_new (int, changes + 1);
  int x = n, y = m, at_x = 0, at_y = 0;

  /* Where each change ends. */
  for (int d = changes; d > 0; d--)
    {
      const gsize above = (gsize) (d - 1) * (gsize) (d - 1);
      const int k = x - y;
      const int left = k > -d ? g_array_index (reach, int, above + (gsize) (k - 1 + d - 1)) : -1;
      const int right = k < d ? g_array_index (reach, int, above + (gsize) (k + 1 + d - 1)) : -1;
      const gboolean is_down = k == -d || (k != d && left < right);

      xs[d] = is_down ? right : left + 1;
      ys[d] = xs[d] - k;
      x = is_down ? right : left;
      y = x - (is_down ? k + 1 : k - 1);
    }
  for (int d = 1; d <= changes; d++)
    {
      const gboolean is_down = xs[d] - ys[d] < at_x - at_y;
      const int from_x = is_down ? xs[d] : xs[d] - 1;

      add_words (self, WORD_DIFF_SAME, start + (guint) at_x, start + (guint) from_x);
      if (is_down)
        add_words (self, WORD_DIFF_ADDED, start + (guint) ys[d] - 1, start + (guint) ys[d]);
      else
        add_words (self, WORD_DIFF_REMOVED, start + (guint) from_x, start + (guint) xs[d]);
      at_x = xs[d];
      at_y = ys[d];
    }
  add_words (self, WORD_DIFF_SAME, start + (guint) at_x, start + (guint) n);
}

static void
clear_run (gpointer data)
{
  g_free (((WordDiffRun *) data)->words);
}

GArray *
word_diff (const char *before,
           const char *after)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) reach = g_array_new (FALSE, TRUE, sizeof (int));
  GArray *words[2] = { list_words (before, numbers), list_words (after, numbers) };
  Diff self = { { words[0], words[1] }, g_array_new (FALSE, FALSE, sizeof (WordDiffRun)), g_string_new (NULL),
                WORD_DIFF_SAME, FALSE };
  guint start = 0, n = words[0]->len, m = words[1]->len, end = 0;
  int changes = -1;

  g_array_set_clear_func (self.runs, clear_run);
  while (start < n && start < m && number_at (&self, 0, start) == number_at (&self, 1, start))
    start++;
  while (end < n - start && end < m - start && number_at (&self, 0, n - 1 - end) == number_at (&self, 1, m - 1 - end))
    end++;
  n -= start + end;
  m -= start + end;

  add_words (&self, WORD_DIFF_SAME, 0, start);
  if (n <= WORD_DIFF_MAX_WORDS && m <= WORD_DIFF_MAX_WORDS)
    changes = find_way (&self, start, (int) n, (int) m, reach);
  if (changes >= 0)
    {
      tell_way (&self, start, (int) n, (int) m, changes, reach);
    }
  else
    {
      add_words (&self, WORD_DIFF_REMOVED, start, start + n);
      add_words (&self, WORD_DIFF_ADDED, start, start + m);
    }
  add_words (&self, WORD_DIFF_SAME, start + n, start + n + end);
  end_run (&self);

  g_string_free (self.run, TRUE);
  g_array_unref (words[0]);
  g_array_unref (words[1]);
  return self.runs;
}
