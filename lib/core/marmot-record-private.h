/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Records: final GObjects whose state is a list of construct-only properties,
 * such as an indicator or an observation. A record lists its fields once, and
 * gets properties, storage and clean-up from the list. It is immutable from the
 * moment it is made, so it may be read from any thread.
 *
 * A record's source holds the structure, the list, G_DEFINE_FINAL_TYPE, and
 *
 *   static void
 *   marmot_thing_class_init (MarmotThingClass *klass)
 *   {
 *     marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
 *   }
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;         /* of the property */
  GType (*get_type) (void); /* of the value; NULL stands for a string */
  gsize offset;             /* of the field in the instance */
  double number;            /* the default of a number, boolean or enumeration */
} MarmotRecordField;

/* Types for get_type beside those that have a function of their own. */
GType marmot_record_type_boolean (void);
GType marmot_record_type_uint    (void);
GType marmot_record_type_double  (void);

/* fields lives as long as the program. */
void  marmot_record_class_init   (GObjectClass            *klass,
                                  const MarmotRecordField *fields,
                                  guint                    n_fields);

/* A public getter of a field that is handed out as it is. */
#define MARMOT_RECORD_GETTER(TypeName, type_name, TYPE_CHECK, CType, field, on_failure) \
  CType type_name##_get_##field (TypeName *self)                                        \
  {                                                                                     \
    g_return_val_if_fail (TYPE_CHECK (self), on_failure);                               \
                                                                                        \
    return self->field;                                                                 \
  }

G_END_DECLS
