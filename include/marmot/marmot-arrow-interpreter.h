/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_arrow_set_interpreter:
 * @is_alive: (not nullable): `int (*) (void)`: whether objects may still be touched
 * @enter: (not nullable): `int (*) (void)`: takes the interpreter's lock; safe where it
 *   is held
 * @leave: (not nullable): `void (*) (int)`: gives it back, with what @enter returned
 * @drop: (not nullable): `void (*) (void *)`: takes one reference from an object
 * @get_name: (not nullable): `const char *(*) (void *)`: the name of a capsule
 * @get_pointer: (not nullable): `void *(*) (void *, const char *)`: what it holds
 * @free: (not nullable): `void (*) (void *)`: frees the memory of a structure
 *
 * For the Python package, which calls it once: the functions of CPython by which
 * [func@Marmot.arrow_get_array_release] and [func@Marmot.arrow_get_capsule_destructor]
 * let go of objects.
 *
 * A column may be freed at any time, and so while an exception is on its way to whoever
 * catches it. No Python may run then, or the interpreter loses the exception and
 * crashes; taking a reference from an object is safe.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void     marmot_arrow_set_interpreter       (gpointer is_alive,
                                             gpointer enter,
                                             gpointer leave,
                                             gpointer drop,
                                             gpointer get_name,
                                             gpointer get_pointer,
                                             gpointer free);

/**
 * marmot_arrow_get_array_release:
 *
 * For the Python package: a release callback for an ArrowArray whose private data are
 * an object of the interpreter, of which it takes one reference, or %NULL.
 *
 * Returns: (transfer none): the address of a function
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gpointer marmot_arrow_get_array_release     (void);

/**
 * marmot_arrow_get_capsule_destructor:
 *
 * For the Python package: a destructor for capsules of the Arrow PyCapsule Interface. It
 * releases what nobody took, and frees the structure.
 *
 * Returns: (transfer none): the address of a function
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gpointer marmot_arrow_get_capsule_destructor (void);

G_END_DECLS
