/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every key becomes a number of 64 bits that sorts as the key does, or, of text, a
 * code into a table of distinct texts. Keys that lie close together are marked in
 * a table; others are hashed, and only the distinct ones sorted. Either way the time
 * grows as the number of rows does, except where long texts differ late.
 */
#include "marmot-ranks-private.h"

#include <math.h>
#include <string.h>

#include "marmot-column-private.h"
#include "marmot-hash-private.h"
#include "marmot-text-index-private.h"

/* A table of this many keys is always worth it; of more, if there are a quarter as
 * many rows. */
#define SMALL_TABLE 65536

#define NO_ID -1

typedef struct
{
  guint64 key;
  gint32 id;
} Entry;

static gboolean
set_too_many (GError **error)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "There are more groups than 32-bit codes can tell apart");
  return FALSE;
}

/* The ranks of rows that have ids, and of rows without one, which are last. */
static gboolean
apply (gint32 *ids,
       gsize n_rows,
       const gint32 *rank_of_id,
       gsize *n_ranks,
       GError **error)
{
  gint32 null_rank = (gint32) *n_ranks;
  gboolean has_nulls = FALSE;

  if (*n_ranks >= G_MAXINT32)
    return set_too_many (error);

  for (gsize row = 0; row < n_rows; row++)
    {
      gboolean is_null = ids[row] == NO_ID;

      has_nulls |= is_null;
      ids[row] = is_null ? null_rank : rank_of_id[ids[row]];
    }
  *n_ranks += (gsize) has_nulls;
  return TRUE;
}

/* Ids that are in order already: ranks number those that occur. */
static gboolean
rank_ordered_ids (gint32 *ids,
                  gsize n_rows,
                  gsize n_ids,
                  gsize *n_ranks,
                  GError **error)
{
  g_autofree gint32 *rank_of_id = g_new0 (gint32, n_ids);

  for (gsize row = 0; row < n_rows; row++)
    if (ids[row] != NO_ID)
      rank_of_id[ids[row]] = 1;

  *n_ranks = 0;
  for (gsize id = 0; id < n_ids; id++)
    if (rank_of_id[id])
      rank_of_id[id] = (gint32) (*n_ranks)++;
  return apply (ids, n_rows, rank_of_id, n_ranks, error);
}

#define DIGIT_BITS 8
#define N_DIGITS (64 / DIGIT_BITS)
#define N_VALUES (1 << DIGIT_BITS)

static inline guint
get_digit (guint64 key,
           guint digit)
{
  return (guint) (key >> (digit * DIGIT_BITS)) & (N_VALUES - 1);
}

/* Sorts by key, digit by digit from the least, in a time that grows as the number
 * of entries does; digits that all keys share cost nothing. Gives the entries or
 * the scratch, whichever they are in at the end. */
static Entry *
sort_by_key (Entry *entries,
             Entry *scratch,
             gsize n_entries)
{
  g_autofree gsize *counts = g_new0 (gsize, N_DIGITS * N_VALUES);

  for (gsize i = 0; i < n_entries; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[digit * N_VALUES + get_digit (entries[i].key, digit)]++;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      gsize *places = counts + digit * N_VALUES;
      gsize place = 0;
      Entry *from = entries;

      if (n_entries == 0 || places[get_digit (entries[0].key, digit)] == n_entries)
        continue;
      for (guint value = 0; value < N_VALUES; value++)
        {
          gsize count = places[value];

          places[value] = place;
          place += count;
        }
      for (gsize i = 0; i < n_entries; i++)
        scratch[places[get_digit (from[i].key, digit)]++] = from[i];
      entries = scratch;
      scratch = from;
    }
  return entries;
}

/* Of texts whose keys are the same. */
static gint
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer texts)
{
  const Entry *x = a;
  const Entry *y = b;
  const char *x_text, *y_text;
  gsize x_length, y_length;
  int order;

  x_text = marmot_column_peek_text (texts, (gsize) x->id, &x_length);
  y_text = marmot_column_peek_text (texts, (gsize) y->id, &y_length);
  order = memcmp (x_text, y_text, MIN (x_length, y_length));
  return order ? order : (x_length > y_length) - (x_length < y_length);
}

/* Sorts the entries and numbers their ids. Entries of one key share a rank, unless
 * they have texts: then only those of one text do. Takes the entries. */
static gboolean
rank_entries (gint32 *ids,
              gsize n_rows,
              gsize n_ids,
              Entry *entries,
              gsize n_entries,
              MarmotColumn *texts,
              gsize *n_ranks,
              GError **error)
{
  g_autofree gint32 *rank_of_id = g_new (gint32, n_ids);
  g_autofree Entry *scratch = g_new (Entry, n_entries);
  G_GNUC_UNUSED g_autofree Entry *taken = entries;

  entries = sort_by_key (entries, scratch, n_entries);
  *n_ranks = 0;
  for (gsize first = 0, end; first < n_entries; first = end)
    {
      for (end = first + 1; end < n_entries && entries[end].key == entries[first].key;)
        end++;
      if (texts && end - first > 1)
        {
          /* GLib counts elements in an int. */
          if (end - first > G_MAXINT)
            return set_too_many (error);
          g_qsort_with_data (entries + first, (gint) (end - first), sizeof *entries, compare_texts, texts);
        }
      for (gsize i = first; i < end; i++)
        {
          if (i == first || (texts && compare_texts (&entries[i - 1], &entries[i], texts) != 0))
            (*n_ranks)++;
          rank_of_id[entries[i].id] = (gint32) *n_ranks - 1;
        }
    }
  return apply (ids, n_rows, rank_of_id, n_ranks, error);
}

/* How many bytes all these texts begin with. */
static gsize
measure_common (const MarmotColumn *texts,
                const Entry *entries,
                gsize n_entries)
{
  const char *first, *text;
  gsize common, length;

  if (n_entries == 0)
    return 0;

  first = marmot_column_peek_text (texts, (gsize) entries[0].id, &common);
  for (gsize i = 1; i < n_entries && common > 0; i++)
    {
      gsize same = 0;

      text = marmot_column_peek_text (texts, (gsize) entries[i].id, &length);
      while (same < MIN (common, length) && text[same] == first[same])
        same++;
      common = same;
    }
  return common;
}

/* The eight bytes after those that all have in common, as a number that sorts as
 * they do. Nothing clean holds a NUL, so that a text that ends sorts before one
 * that goes on. */
static guint64
get_prefix (const MarmotColumn *texts,
            gsize row,
            gsize common)
{
  gsize length;
  const char *text = marmot_column_peek_text (texts, row, &length);
  guint64 prefix = 0;

  if (length > common)
    memcpy (&prefix, text + common, MIN (length - common, sizeof prefix));
  return GUINT64_FROM_BE (prefix);
}

/* Ids that are rows of a column of text. */
static gboolean
rank_texts (gint32 *ids,
            gsize n_rows,
            MarmotColumn *texts,
            gsize *n_ranks,
            GError **error)
{
  gsize n_ids = texts->length;
  g_autofree guint8 *occurs = g_malloc0 (n_ids);
  Entry *entries;
  gsize n_entries = 0;
  gsize common;

  for (gsize row = 0; row < n_rows; row++)
    if (ids[row] != NO_ID)
      occurs[ids[row]] = TRUE;

  for (gsize id = 0; id < n_ids; id++)
    n_entries += occurs[id];
  entries = g_new (Entry, n_entries);
  n_entries = 0;
  for (gsize id = 0; id < n_ids; id++)
    if (occurs[id])
      entries[n_entries++].id = (gint32) id;

  common = measure_common (texts, entries, n_entries);
  for (gsize i = 0; i < n_entries; i++)
    entries[i].key = get_prefix (texts, (gsize) entries[i].id, common);
  return rank_entries (ids, n_rows, n_ids, entries, n_entries, texts, n_ranks, error);
}

/* Distinct keys and their ids, by hash. */
typedef struct
{
  guint64 seed;
  gsize mask;
  gint32 *slots;
  Entry *entries;
  gsize n_entries;
  gsize n_allocated;
} KeyIndex;

static void
key_index_grow (KeyIndex *self)
{
  gsize n_slots = self->mask ? (self->mask + 1) * 2 : 1024;

  g_free (self->slots);
  self->slots = g_new (gint32, n_slots);
  for (gsize i = 0; i < n_slots; i++)
    self->slots[i] = NO_ID;
  self->mask = n_slots - 1;
  self->n_allocated = n_slots / 2;
  self->entries = g_renew (Entry, self->entries, self->n_allocated);

  for (gsize i = 0; i < self->n_entries; i++)
    {
      gsize at = marmot_hash_integer (self->entries[i].key, self->seed) & self->mask;

      while (self->slots[at] != NO_ID)
        at = (at + 1) & self->mask;
      self->slots[at] = (gint32) i;
    }
}

static gint32
key_index_add (KeyIndex *self,
               guint64 key)
{
  gsize at;

  if (G_UNLIKELY (self->n_entries == self->n_allocated))
    key_index_grow (self);

  for (at = marmot_hash_integer (key, self->seed) & self->mask; self->slots[at] != NO_ID;
       at = (at + 1) & self->mask)
    if (self->entries[self->slots[at]].key == key)
      return self->slots[at];

  if (self->n_entries == G_MAXINT32)
    return NO_ID;
  self->entries[self->n_entries].key = key;
  self->entries[self->n_entries].id = (gint32) self->n_entries;
  self->slots[at] = (gint32) self->n_entries;
  return (gint32) self->n_entries++;
}

/* Rows without a key have NO_ID in ranks already, and others anything else. */
static gboolean
rank_keys (const guint64 *keys,
           gint32 *ranks,
           gsize n_rows,
           gsize *n_ranks,
           GError **error)
{
  guint64 least = G_MAXUINT64;
  guint64 most = 0;
  KeyIndex index = { 0 };
  gboolean good = TRUE;

  for (gsize row = 0; row < n_rows; row++)
    if (ranks[row] != NO_ID)
      {
        least = MIN (least, keys[row]);
        most = MAX (most, keys[row]);
      }

  if (most >= least && most - least < MIN (MAX (4 * (guint64) n_rows, SMALL_TABLE), G_MAXINT32))
    {
      for (gsize row = 0; row < n_rows; row++)
        if (ranks[row] != NO_ID)
          ranks[row] = (gint32) (keys[row] - least);
      return rank_ordered_ids (ranks, n_rows, (gsize) (most - least) + 1, n_ranks, error);
    }

  index.seed = marmot_hash_get_seed ();
  for (gsize row = 0; good && row < n_rows; row++)
    if (ranks[row] != NO_ID)
      {
        ranks[row] = key_index_add (&index, keys[row]);
        good = ranks[row] != NO_ID || set_too_many (error);
      }
  if (good)
    good = rank_entries (ranks, n_rows, index.n_entries, g_steal_pointer (&index.entries),
                         index.n_entries, NULL, n_ranks, error);
  g_free (index.slots);
  g_free (index.entries);
  return good;
}

#define SIGN_BIT (G_GUINT64_CONSTANT (1) << 63)

/* A number that sorts as the double does: -0 is 0, and NaN comes last. */
static guint64
get_double_key (double number)
{
  guint64 bits;

  number = isnan (number) ? (double) NAN : number + 0.0;
  memcpy (&bits, &number, sizeof bits);
  if (isnan (number))
    bits &= ~SIGN_BIT;
  return bits & SIGN_BIT ? ~bits : bits | SIGN_BIT;
}

static gboolean
rank_numbers (const MarmotColumn *column,
              gint32 *ranks,
              gsize *n_ranks,
              GError **error)
{
  g_autofree guint64 *keys = g_new (guint64, column->length);
  const double *doubles = (const double *) column->values + column->offset;

  for (gsize row = 0; row < column->length; row++)
    {
      ranks[row] = marmot_column_row_is_valid (column, row) ? 0 : NO_ID;
      if (column->type == MARMOT_COLUMN_DOUBLE)
        keys[row] = get_double_key (doubles[row]);
      else
        keys[row] = (guint64) marmot_column_get_code (column, row) ^ SIGN_BIT;
    }
  return rank_keys (keys, ranks, column->length, n_ranks, error);
}

static gboolean
rank_text_column (const MarmotColumn *column,
                  gint32 *ranks,
                  gsize *n_ranks,
                  GError **error)
{
  g_autoptr (MarmotTextIndex) index = marmot_text_index_new ();
  g_autoptr (MarmotColumn) texts = NULL;

  for (gsize row = 0; row < column->length; row++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (column, row, &length);

      ranks[row] = NO_ID;
      if (!text)
        continue;
      ranks[row] = marmot_text_index_add (index, text, length);
      if (ranks[row] < 0)
        return set_too_many (error);
    }

  texts = marmot_text_index_finish (g_steal_pointer (&index));
  return rank_texts (ranks, column->length, texts, n_ranks, error);
}

gint32 *
marmot_rank_column (const MarmotColumn *column,
                    gsize *n_ranks,
                    GError **error)
{
  g_autofree gint32 *ranks = g_new (gint32, MAX (column->length, 1));
  gboolean good;

  switch (column->type)
    {
    case MARMOT_COLUMN_TEXT:
      good = rank_text_column (column, ranks, n_ranks, error);
      break;
    case MARMOT_COLUMN_DICTIONARY:
      for (gsize row = 0; row < column->length; row++)
        ranks[row] = marmot_column_row_is_valid (column, row)
                       ? (gint32) marmot_column_get_code (column, row) : NO_ID;
      good = rank_texts (ranks, column->length, column->dictionary, n_ranks, error);
      break;
    case MARMOT_COLUMN_BOOLEAN:
      for (gsize row = 0; row < column->length; row++)
        ranks[row] = marmot_column_row_is_valid (column, row)
                       ? marmot_bit_get (column->values, column->offset + row) : NO_ID;
      good = rank_ordered_ids (ranks, column->length, 2, n_ranks, error);
      break;
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_DATE:
    default:
      good = rank_numbers (column, ranks, n_ranks, error);
      break;
    }
  return good ? g_steal_pointer (&ranks) : NULL;
}

gboolean
marmot_rank_pairs (gint32 *ranks,
                   gsize n_rows,
                   gsize *n_ranks,
                   const gint32 *second,
                   gsize n_second,
                   GError **error)
{
  g_autofree guint64 *keys = g_new (guint64, n_rows);

  for (gsize row = 0; row < n_rows; row++)
    keys[row] = (guint64) ranks[row] * n_second + (guint64) second[row];
  return rank_keys (keys, ranks, n_rows, n_ranks, error);
}
