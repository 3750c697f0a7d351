/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts of a set: some of its people, as a set.
 */
#include <marmot/marmot.h>

#include "person-set-struct-private.h"

#include "core/marmot-column-private.h"

/* The rows asked for; NULL, with error set, if one is not there or there twice. */
static guint32 *
read_rows (MarmotColumn *rows,
           gsize n_people,
           GError **error)
{
  g_autofree guint8 *taken = g_malloc0 (n_people + 1);
  g_autofree guint32 *people = NULL;

  if (rows->type != MARMOT_COLUMN_INTEGER)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "Rows must be a column of integers: convert it");
      return NULL;
    }
  /* More than there are have one twice: the loop finds it before room is needed. */
  people = g_new (guint32, MIN (rows->length, n_people) + 1);
  for (gsize i = 0; i < rows->length; i++)
    {
      gint64 row = marmot_column_row_is_valid (rows, i) ? marmot_column_get_integer (rows, i) : -1;

      if (row < 0 || (guint64) row >= n_people)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " of the rows asked for names nobody in the set: rows count from 0", i);
          return NULL;
        }
      if (taken[row])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " of the rows asked for names somebody a second time: ask once", i);
          return NULL;
        }
      taken[row] = 1;
      people[i] = (guint32) row;
    }
  return g_steal_pointer (&people);
}

void
person_build_init_copy (PersonBuild *self,
                        MarmotPersonSet *set,
                        const guint32 *people,
                        gsize n_people)
{
  const PersonColumns *columns = &set->columns;

  person_build_init (self);
  for (gsize i = 0; i < n_people; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (set->names, people ? people[i] : i, &length);

      (void) marmot_text_index_add (self->index, text, length);
    }
  self->n_people = n_people;
  person_build_seal (self);
  for (gsize i = 0; i < n_people; i++)
    {
      const gsize from = people ? people[i] : i;

      self->birth[i] = columns->birth[from];
      self->death[i] = columns->death[from];
      self->uasc_until[i] = columns->uasc_until[from];
      self->faults[i] = set->faults[from];
    }
  for (guint key = 0; key < PERSON_N_KEYS; key++)
    for (gsize i = 0; columns->keys[key] && i < n_people; i++)
      {
        gsize length;
        const char *text = marmot_column_peek_text (columns->key_columns[key], people ? people[i] : i, &length);

        person_build_set_key (self, key, i, text, length);
      }
}

MarmotPersonSet *
person_set_take (MarmotPersonSet *self,
                 const guint32 *people,
                 gsize n_people)
{
  PersonBuild build;
  MarmotPersonSet *set;
  gpointer room;

  person_build_init_copy (&build, self, people, n_people);
  set = person_build_end (&build, self->columns.covered_from, self->columns.covered_until);
  set->columns.known_from = self->columns.known_from;
  set->columns.complete = self->columns.complete;
  for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
    {
      set->has[kind] = self->has[kind];
      if (self->parts[kind])
        set->parts[kind] = person_part_take (self->parts[kind], kind, people, n_people);
    }
  set->problem_memory = marmot_memory_alloc ((n_people + 1) * sizeof (guint32), &room);
  set->problems = room;
  for (gsize i = 0; i < n_people; i++)
    set->problems[i] = self->problems[people[i]];
  person_set_finish (set, FALSE);
  return set;
}

MarmotPersonSet *
marmot_person_set_take (MarmotPersonSet *self,
                        MarmotColumn *rows,
                        GError **error)
{
  g_autofree guint32 *people = NULL;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  people = read_rows (rows, self->columns.n_people, error);
  return people ? person_set_take (self, people, rows->length) : NULL;
}
