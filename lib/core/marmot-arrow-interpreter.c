/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How the memory of an interpreter is let go of without running any of its code. The
 * library is not linked with Python: the package hands over what is called here.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "marmot-arrow-private.h"

static struct
{
  int (*is_alive) (void);
  int (*enter) (void);
  void (*leave) (int);
  void (*drop) (void *);
  const char *(*get_name) (void *);
  void *(*get_pointer) (void *, const char *);
  void (*free) (void *);
} interpreter;

/* ISO C has no cast between the two kinds of pointers. */
G_STATIC_ASSERT (sizeof (gpointer) == sizeof interpreter.drop);
#define SET(name) memcpy (&interpreter.name, &name, sizeof name)

void
marmot_arrow_set_interpreter (gpointer is_alive,
                              gpointer enter,
                              gpointer leave,
                              gpointer drop,
                              gpointer get_name,
                              gpointer get_pointer,
                              gpointer free)
{
  g_return_if_fail (is_alive != NULL && enter != NULL && leave != NULL && drop != NULL);
  g_return_if_fail (get_name != NULL && get_pointer != NULL && free != NULL);

  SET (is_alive);
  SET (enter);
  SET (leave);
  SET (drop);
  SET (get_name);
  SET (get_pointer);
  SET (free);
}

static void
release_array (struct ArrowArray *array)
{
  gpointer owner = array->private_data;
  int state;

  array->release = NULL;
  /* At the end of the process the memory goes anyway. */
  if (owner == NULL || interpreter.is_alive == NULL || !interpreter.is_alive ())
    return;
  state = interpreter.enter ();
  interpreter.drop (owner);
  interpreter.leave (state);
}

gpointer
marmot_arrow_get_array_release (void)
{
  void (*function) (struct ArrowArray *) = release_array;
  gpointer address;

  memcpy (&address, &function, sizeof address);
  return address;
}

/* The interpreter calls it, and so holds its own lock. */
static void
destroy_capsule (void *capsule)
{
  const char *name = interpreter.get_name (capsule);
  void *structure = interpreter.get_pointer (capsule, name);

  if (strcmp (name, "arrow_array") == 0)
    {
      struct ArrowArray *array = structure;

      if (array->release)
        array->release (array);
    }
  else if (strcmp (name, "arrow_schema") == 0)
    {
      struct ArrowSchema *schema = structure;

      if (schema->release)
        schema->release (schema);
    }
  else
    {
      struct ArrowArrayStream *stream = structure;

      if (stream->release)
        stream->release (stream);
    }
  interpreter.free (structure);
}

gpointer
marmot_arrow_get_capsule_destructor (void)
{
  void (*function) (void *) = destroy_capsule;
  gpointer address;

  memcpy (&address, &function, sizeof address);
  return address;
}
