/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-text-index-private.h"

#include <string.h>

#include "marmot-column-builder-private.h"
#include "marmot-hash-private.h"

/* Open addressing: a slot holds a code and part of the hash, so that a text is
 * only compared where it is very likely the same. */
typedef struct
{
  guint32 hash;
  gint32 code;
} Slot;

struct _MarmotTextIndex
{
  guint64 seed;
  gsize mask;
  Slot *slots;
  MarmotColumnBuilder *texts;

  /* Columns repeat themselves, and so are guessed before they are hashed: a text is
   * that of the row before, or what came after that one the last time. */
  gint32 last;
  gint32 before_last;
  gint32 *after; /* of each code; room for n_after */
  gsize n_after;

  /* A column that does not repeat itself is not guessed at: that would read twice as much
   * memory as it takes to know. */
  gint score;        /* falls with every guess that was wrong */
  guint n_unguessed; /* texts that go by before the next guess */
};

#define WORST_SCORE -64
#define BEST_SCORE 32
#define UNGUESSED 1024

#define FIRST_SLOTS 64
#define NO_CODE -1

guint64
marmot_hash_get_seed (void)
{
  static gsize once;
  static guint64 seed;

  if (g_once_init_enter (&once))
    {
      seed = (guint64) g_random_int () << 32 | g_random_int ();
      g_once_init_leave (&once, 1);
    }
  return seed;
}

static Slot *
alloc_slots (gsize n_slots)
{
  Slot *slots = g_new (Slot, n_slots);

  for (gsize i = 0; i < n_slots; i++)
    slots[i].code = NO_CODE;
  return slots;
}

MarmotTextIndex *
marmot_text_index_new (void)
{
  MarmotTextIndex *self = g_new0 (MarmotTextIndex, 1);

  self->seed = marmot_hash_get_seed ();
  self->mask = FIRST_SLOTS - 1;
  self->slots = alloc_slots (FIRST_SLOTS);
  self->texts = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  self->last = NO_CODE;
  self->before_last = NO_CODE;
  return self;
}

void
marmot_text_index_free (MarmotTextIndex *self)
{
  g_free (self->slots);
  g_free (self->after);
  g_clear_pointer (&self->texts, marmot_column_builder_free);
  g_free (self);
}

static void
grow (MarmotTextIndex *self)
{
  gsize n_slots = (self->mask + 1) * 2;
  Slot *slots = alloc_slots (n_slots);

  for (gsize i = 0; i <= self->mask; i++)
    {
      gsize at = self->slots[i].hash & (n_slots - 1);

      if (self->slots[i].code == NO_CODE)
        continue;
      while (slots[at].code != NO_CODE)
        at = (at + 1) & (n_slots - 1);
      slots[at] = self->slots[i];
    }

  g_free (self->slots);
  self->slots = slots;
  self->mask = n_slots - 1;
}

static inline const char *
get_text (const MarmotTextIndex *self,
          gint32 code,
          gsize *length)
{
  const MarmotColumnBuilder *texts = self->texts;
  gsize start, end;

  if (G_UNLIKELY (texts->is_wide))
    {
      start = (gsize) ((const gint64 *) texts->values)[code];
      end = (gsize) ((const gint64 *) texts->values)[code + 1];
    }
  else
    {
      start = (gsize) ((const gint32 *) texts->values)[code];
      end = (gsize) ((const gint32 *) texts->values)[code + 1];
    }
  *length = end - start;
  return texts->text + start;
}

/* memcmp() for texts that are mostly short, and never read beyond their end. */
static inline gboolean
same_bytes (const char *a,
            const char *b,
            gsize length)
{
  if (length > 16)
    return memcmp (a, b, length) == 0;
  if (length >= 8)
    {
      guint64 first[2], last[2];

      memcpy (&first[0], a, 8);
      memcpy (&first[1], b, 8);
      memcpy (&last[0], a + length - 8, 8);
      memcpy (&last[1], b + length - 8, 8);
      return first[0] == first[1] && last[0] == last[1];
    }
  for (gsize i = 0; i < length; i++)
    if (a[i] != b[i])
      return FALSE;
  return TRUE;
}

static inline gboolean
is_code (const MarmotTextIndex *self,
         gint32 code,
         const char *text,
         gsize length)
{
  gsize n;
  const char *known = get_text (self, code, &n);

  return n == length && same_bytes (known, text, length);
}

static gint32
find_or_add (MarmotTextIndex *self,
             const char *text,
             gsize length)
{
  guint32 hash = (guint32) marmot_hash_text (text, length, self->seed);
  gsize n_texts = self->texts->length;
  gsize at;

  for (at = hash & self->mask; self->slots[at].code != NO_CODE; at = (at + 1) & self->mask)
    if (self->slots[at].hash == hash && is_code (self, self->slots[at].code, text, length))
      return self->slots[at].code;

  if (n_texts == G_MAXINT32)
    return -1;

  marmot_column_builder_append_text (self->texts, text, length);
  self->slots[at].hash = hash;
  self->slots[at].code = (gint32) n_texts;
  if (n_texts + 1 > (self->mask + 1) / 2)
    grow (self);
  return (gint32) n_texts;
}

gint32
marmot_text_index_add (MarmotTextIndex *self,
                       const char *text,
                       gsize length)
{
  gint32 last = self->last;
  gint32 code;

  if (self->n_unguessed > 0)
    {
      self->n_unguessed--;
      return find_or_add (self, text, length);
    }
  if (last != NO_CODE)
    {
      if (is_code (self, last, text, length))
        {
          self->score = MIN (self->score + 1, BEST_SCORE);
          return last;
        }
      code = self->after[last];
      if (code != NO_CODE && is_code (self, code, text, length))
        {
          self->score = MIN (self->score + 1, BEST_SCORE);
          return self->last = code;
        }
      if (--self->score <= WORST_SCORE)
        {
          self->score = WORST_SCORE / 2;
          self->n_unguessed = UNGUESSED;
          self->last = NO_CODE;
          return find_or_add (self, text, length);
        }
    }

  code = find_or_add (self, text, length);
  if (code < 0)
    return code;
  if ((gsize) code >= self->n_after)
    {
      /* Codes that were not guessed at may be far beyond. */
      gsize n = MAX (MAX (FIRST_SLOTS, 2 * self->n_after), (gsize) code + 1);

      self->after = g_renew (gint32, self->after, n);
      for (gsize i = self->n_after; i < n; i++)
        self->after[i] = NO_CODE;
      self->n_after = n;
    }
  if (last != NO_CODE)
    self->after[last] = code;
  self->before_last = last;
  return self->last = code;
}

void
marmot_text_index_drop_newest (MarmotTextIndex *self)
{
  const gint32 code = (gint32) self->texts->length - 1;
  const char *text;
  gsize length, empty;

  g_assert (code >= 0);

  text = get_text (self, code, &length);
  empty = (guint32) marmot_hash_text (text, length, self->seed) & self->mask;
  while (self->slots[empty].code != code)
    empty = (empty + 1) & self->mask;

  /* Texts that stand behind it because it took their slot move up. */
  for (gsize at = (empty + 1) & self->mask; self->slots[at].code != NO_CODE; at = (at + 1) & self->mask)
    if (((at - self->slots[at].hash) & self->mask) >= ((at - empty) & self->mask))
      {
        self->slots[empty] = self->slots[at];
        empty = at;
      }
  self->slots[empty].code = NO_CODE;

  marmot_column_builder_drop_last (self->texts);
  /* What was not guessed at left no trace. */
  if (self->last != code)
    return;
  if (self->before_last != NO_CODE)
    self->after[self->before_last] = NO_CODE;
  self->last = self->before_last;
}

MarmotColumn *
marmot_text_index_finish (MarmotTextIndex *self)
{
  MarmotColumn *texts = marmot_column_builder_finish (g_steal_pointer (&self->texts));

  marmot_text_index_free (self);
  return texts;
}
