/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Open addressing over 64-bit keys, by seeded hashes.
 */
#include "care-return-private.h"

#include "core/marmot-hash-private.h"

typedef struct
{
  guint64 key;
  guint32 number;           /* NO_NUMBER: the slot is free */
} Slot;

struct _CareKeys
{
  guint64 seed;
  gsize mask;
  gsize n_keys;
  Slot *slots;
};

#define NO_NUMBER G_MAXUINT32

static Slot *
alloc_slots (gsize n_slots)
{
  Slot *slots = g_new (Slot, n_slots);

  for (gsize i = 0; i < n_slots; i++)
    slots[i].number = NO_NUMBER;
  return slots;
}

CareKeys *
care_keys_new (gsize n_expected)
{
  CareKeys *self = g_new0 (CareKeys, 1);
  gsize n_slots = 64;

  while (n_slots < n_expected + n_expected / 2)
    n_slots *= 2;
  self->seed = marmot_hash_get_seed ();
  self->mask = n_slots - 1;
  self->slots = alloc_slots (n_slots);
  return self;
}

void
care_keys_free (CareKeys *self)
{
  g_free (self->slots);
  g_free (self);
}

/* The slot of a key, or the free one where it belongs. */
static inline Slot *
find_slot (const CareKeys *self,
           guint64 key)
{
  gsize at = (gsize) marmot_hash_integer (key, self->seed) & self->mask;

  while (self->slots[at].number != NO_NUMBER && self->slots[at].key != key)
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

static void
grow (CareKeys *self)
{
  g_autofree Slot *old = self->slots;
  gsize n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->slots = alloc_slots (n_old * 2);
  for (gsize i = 0; i < n_old; i++)
    if (old[i].number != NO_NUMBER)
      *find_slot (self, old[i].key) = old[i];
}

guint32
care_keys_add (CareKeys *self,
               guint64 key,
               guint32 number,
               gboolean *is_new)
{
  Slot *slot = find_slot (self, key);

  *is_new = slot->number == NO_NUMBER;
  if (!*is_new)
    return slot->number;

  if (self->n_keys + self->n_keys / 2 >= self->mask)
    {
      grow (self);
      slot = find_slot (self, key);
    }
  slot->key = key;
  slot->number = number;
  self->n_keys++;
  return number;
}

guint32
care_keys_find (const CareKeys *self,
                guint64 key)
{
  return find_slot (self, key)->number;
}
