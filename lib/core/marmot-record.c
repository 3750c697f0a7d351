/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-record-private.h"

/* What hangs on the class of a record. */
typedef struct
{
  const MarmotRecordField *fields;
  guint n_fields;
  GObjectClass *parent_class;
} Record;

static GQuark
record_quark (void)
{
  return g_quark_from_static_string ("marmot-record");
}

static const Record *
get_record (GObject *object)
{
  return g_type_get_qdata (G_OBJECT_TYPE (object), record_quark ());
}

GType
marmot_record_type_boolean (void)
{
  return G_TYPE_BOOLEAN;
}

GType
marmot_record_type_uint (void)
{
  return G_TYPE_UINT;
}

GType
marmot_record_type_double (void)
{
  return G_TYPE_DOUBLE;
}

static GType
get_field_type (const MarmotRecordField *field)
{
  return field->get_type ? field->get_type () : G_TYPE_STRING;
}

static void
marmot_record_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  const MarmotRecordField *field = &get_record (object)->fields[prop_id - 1];
  gpointer at = G_STRUCT_MEMBER_P (object, field->offset);

  switch (G_TYPE_FUNDAMENTAL (pspec->value_type))
    {
    case G_TYPE_STRING:
      g_value_set_string (value, *(char **) at);
      break;
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, *(gboolean *) at);
      break;
    case G_TYPE_UINT:
      g_value_set_uint (value, *(guint *) at);
      break;
    case G_TYPE_DOUBLE:
      g_value_set_double (value, *(double *) at);
      break;
    case G_TYPE_ENUM:
      g_value_set_enum (value, *(int *) at);
      break;
    case G_TYPE_BOXED:
      g_value_set_boxed (value, *(gpointer *) at);
      break;
    case G_TYPE_OBJECT:
      g_value_set_object (value, *(gpointer *) at);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
marmot_record_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  const MarmotRecordField *field = &get_record (object)->fields[prop_id - 1];
  gpointer at = G_STRUCT_MEMBER_P (object, field->offset);

  switch (G_TYPE_FUNDAMENTAL (pspec->value_type))
    {
    case G_TYPE_STRING:
      *(char **) at = g_value_dup_string (value);
      break;
    case G_TYPE_BOOLEAN:
      *(gboolean *) at = g_value_get_boolean (value);
      break;
    case G_TYPE_UINT:
      *(guint *) at = g_value_get_uint (value);
      break;
    case G_TYPE_DOUBLE:
      *(double *) at = g_value_get_double (value);
      break;
    case G_TYPE_ENUM:
      *(int *) at = g_value_get_enum (value);
      break;
    case G_TYPE_BOXED:
      *(gpointer *) at = g_value_dup_boxed (value);
      break;
    case G_TYPE_OBJECT:
      *(gpointer *) at = g_value_dup_object (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
marmot_record_finalize (GObject *object)
{
  const Record *record = get_record (object);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const MarmotRecordField *field = &record->fields[i];
      GType type = get_field_type (field);
      gpointer *at = G_STRUCT_MEMBER_P (object, field->offset);

      switch (G_TYPE_FUNDAMENTAL (type))
        {
        case G_TYPE_STRING:
          g_free (*at);
          break;
        case G_TYPE_BOXED:
          if (*at)
            g_boxed_free (type, *at);
          break;
        case G_TYPE_OBJECT:
          g_clear_object (at);
          break;
        default:
          break;
        }
    }

  record->parent_class->finalize (object);
}

static GParamSpec *
make_pspec (const MarmotRecordField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GType type = get_field_type (field);

  switch (G_TYPE_FUNDAMENTAL (type))
    {
    case G_TYPE_STRING:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case G_TYPE_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, field->number != 0, flags);
    case G_TYPE_UINT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, (guint) field->number, flags);
    case G_TYPE_DOUBLE:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, field->number,
                                  flags);
    case G_TYPE_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, type, (int) field->number, flags);
    case G_TYPE_BOXED:
      return g_param_spec_boxed (field->name, NULL, NULL, type, flags);
    case G_TYPE_OBJECT:
      return g_param_spec_object (field->name, NULL, NULL, type, flags);
    default:
      g_assert_not_reached ();
    }
}

void
marmot_record_class_init (GObjectClass *klass,
                          const MarmotRecordField *fields,
                          guint n_fields)
{
  Record *record = g_new (Record, 1);

  record->fields = fields;
  record->n_fields = n_fields;
  record->parent_class = g_type_class_peek_parent (klass);
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), record_quark (), record);

  klass->get_property = marmot_record_get_property;
  klass->set_property = marmot_record_set_property;
  klass->finalize = marmot_record_finalize;

  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (klass, i + 1, make_pspec (&fields[i]));
}
