/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-document-private.h"

#include <string.h>

#include "marmot-document-text-private.h"

/* What hangs on the class of a document. */
typedef struct
{
  const MarmotDocumentClass *info;
  const MarmotDocumentRest *rest; /* nullable */
  GObjectClass *parent_class;
} Hook;

static GQuark
document_quark (void)
{
  return g_quark_from_static_string ("marmot-document");
}

static const Hook *
get_hook (gpointer self)
{
  return g_type_get_qdata (G_OBJECT_TYPE (self), document_quark ());
}

const MarmotDocumentClass *
marmot_document_get_class (gpointer self)
{
  return get_hook (self)->info;
}

const MarmotDocumentRest *
marmot_document_get_rest (gpointer self)
{
  return get_hook (self)->rest;
}

static const Hook *
get_hook_of_type (GType type)
{
  GTypeClass *klass = g_type_class_ref (type);
  const Hook *hook = g_type_get_qdata (type, document_quark ());

  /* The class of a static type never goes away again. */
  g_type_class_unref (klass);
  return hook;
}

const MarmotDocumentClass *
marmot_document_class_of_type (GType type)
{
  return get_hook_of_type (type)->info;
}

const MarmotDocumentRest *
marmot_document_rest_of_type (GType type)
{
  return get_hook_of_type (type)->rest;
}

const MarmotDocumentClass *
marmot_document_find_class (GType type)
{
  const Hook *hook = G_TYPE_IS_OBJECT (type) && !G_TYPE_IS_ABSTRACT (type) ? get_hook_of_type (type) : NULL;

  return hook ? hook->info : NULL;
}

static void
marmot_document_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  const MarmotDocumentField *field = &get_hook (object)->info->fields[prop_id - 1];
  gpointer at = G_STRUCT_MEMBER_P (object, field->offset);

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
      g_value_set_string (value, *(char **) at);
      break;
    case MARMOT_DOCUMENT_TEXTS:
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
    case MARMOT_DOCUMENT_VALUE:
      g_value_set_boxed (value, *(gpointer *) at);
      break;
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
      g_value_set_enum (value, *(int *) at);
      break;
    case MARMOT_DOCUMENT_FLAG:
      g_value_set_boolean (value, *(gboolean *) at);
      break;
    case MARMOT_DOCUMENT_NUMBER:
      g_value_set_uint (value, *(guint *) at);
      break;
    case MARMOT_DOCUMENT_LIST:
      g_value_set_object (value, *(gpointer *) at);
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
clean_text (const char *text)
{
  return text && *text ? g_utf8_make_valid (text, -1) : NULL;
}

static gboolean
set_text (char **at,
          const char *text)
{
  g_autofree char *clean = clean_text (text);

  if (g_strcmp0 (*at, clean) == 0)
    return FALSE;
  g_free (*at);
  *at = g_steal_pointer (&clean);
  return TRUE;
}

static gboolean
texts_equal (char **a,
             char **b)
{
  if (!a || !b)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/* Empty texts are left out, and a list of none is NULL. */
static gboolean
set_texts (char ***at,
           char **texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) clean = NULL;

  for (gsize i = 0; texts && texts[i]; i++)
    {
      g_autofree char *text = clean_text (texts[i]);

      if (text)
        g_strv_builder_add (builder, text);
    }
  clean = g_strv_builder_end (builder);
  if (!*clean)
    g_clear_pointer (&clean, g_strfreev);
  if (texts_equal (*at, clean))
    return FALSE;
  g_strfreev (*at);
  *at = g_steal_pointer (&clean);
  return TRUE;
}

static gboolean
periods_equal (const MarmotPeriod *a,
               const MarmotPeriod *b)
{
  return a == b || (a && b && marmot_period_equal (a, b));
}

static gboolean
set_period (MarmotPeriod **at,
            MarmotPeriod *period)
{
  if (periods_equal (*at, period))
    return FALSE;
  g_clear_pointer (at, marmot_period_unref);
  *at = period ? marmot_period_ref (period) : NULL;
  return TRUE;
}

static gboolean
values_equal (const MarmotValue *a,
              const MarmotValue *b)
{
  return a == b || (a && b && marmot_value_equal (a, b));
}

static gboolean
set_value (MarmotValue **at,
           MarmotValue *value)
{
  if (values_equal (*at, value))
    return FALSE;
  g_clear_pointer (at, marmot_value_unref);
  *at = value ? marmot_value_ref (value) : NULL;
  return TRUE;
}

static gboolean
set_int (int *at,
         int value)
{
  const gboolean is_new = *at != value;

  *at = value;
  return is_new;
}

static void
marmot_document_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  const MarmotDocumentClass *info = get_hook (object)->info;
  const MarmotDocumentField *field = &info->fields[prop_id - 1];
  gpointer at = G_STRUCT_MEMBER_P (object, field->offset);
  MarmotPeriod *period;
  gboolean is_new = FALSE;

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
      is_new = set_text (at, g_value_get_string (value));
      break;
    case MARMOT_DOCUMENT_TEXTS:
      is_new = set_texts (at, g_value_get_boxed (value));
      break;
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
      period = g_value_get_boxed (value);
      g_return_if_fail (field->kind == MARMOT_DOCUMENT_PERIOD || !period
                        || marmot_period_get_kind (period) == MARMOT_PERIOD_DAY);
      is_new = set_period (at, period);
      break;
    case MARMOT_DOCUMENT_VALUE:
      is_new = set_value (at, g_value_get_boxed (value));
      break;
    case MARMOT_DOCUMENT_MEMBER:
      is_new = set_int (at, g_value_get_enum (value));
      break;
    case MARMOT_DOCUMENT_FLAG:
      is_new = set_int (at, g_value_get_boolean (value));
      break;
    case MARMOT_DOCUMENT_NUMBER:
      is_new = *(guint *) at != g_value_get_uint (value);
      *(guint *) at = g_value_get_uint (value);
      break;
    case MARMOT_DOCUMENT_STATE:
    case MARMOT_DOCUMENT_LIST:
    default:
      g_assert_not_reached ();
    }

  if (is_new && info->changed)
    info->changed (object, field);
  if (is_new)
    g_object_notify_by_pspec (object, pspec);
}

static void
marmot_document_finalize (GObject *object)
{
  const Hook *hook = get_hook (object);

  for (guint i = 0; i < hook->info->n_fields; i++)
    {
      const MarmotDocumentField *field = &hook->info->fields[i];
      gpointer *at = G_STRUCT_MEMBER_P (object, field->offset);

      switch (field->kind)
        {
        case MARMOT_DOCUMENT_ID:
        case MARMOT_DOCUMENT_REFERENCE:
        case MARMOT_DOCUMENT_TEXT:
        case MARMOT_DOCUMENT_URI:
          g_free (*at);
          break;
        case MARMOT_DOCUMENT_TEXTS:
          g_strfreev (*at);
          break;
        case MARMOT_DOCUMENT_PERIOD:
        case MARMOT_DOCUMENT_DAY:
          g_clear_pointer ((MarmotPeriod **) at, marmot_period_unref);
          break;
        case MARMOT_DOCUMENT_VALUE:
          g_clear_pointer ((MarmotValue **) at, marmot_value_unref);
          break;
        case MARMOT_DOCUMENT_LIST:
          g_clear_object (at);
          break;
        case MARMOT_DOCUMENT_MEMBER:
        case MARMOT_DOCUMENT_STATE:
        case MARMOT_DOCUMENT_FLAG:
        case MARMOT_DOCUMENT_NUMBER:
        default:
          break;
        }
    }

  hook->parent_class->finalize (object);
}

static GParamSpec *
make_pspec (const MarmotDocumentField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case MARMOT_DOCUMENT_TEXTS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case MARMOT_DOCUMENT_PERIOD:
      return g_param_spec_boxed (field->name, NULL, NULL, MARMOT_TYPE_PERIOD, flags);
    case MARMOT_DOCUMENT_DAY:
      /* By this the bindings know what to refuse, which here is a caller's mistake. */
      return g_param_spec_boxed (field->name, NULL, "one day", MARMOT_TYPE_PERIOD, flags);
    case MARMOT_DOCUMENT_VALUE:
      return g_param_spec_boxed (field->name, NULL, NULL, MARMOT_TYPE_VALUE, flags);
    case MARMOT_DOCUMENT_MEMBER:
      return g_param_spec_enum (field->name, NULL, NULL, field->get_type (), (int) field->number, flags);
    case MARMOT_DOCUMENT_STATE:
      return g_param_spec_enum (field->name, NULL, NULL, field->get_type (), (int) field->number,
                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
    case MARMOT_DOCUMENT_FLAG:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case MARMOT_DOCUMENT_NUMBER:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, field->number, flags);
    case MARMOT_DOCUMENT_LIST:
      return g_param_spec_object (field->name, NULL, NULL, G_TYPE_LIST_STORE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    default:
      g_assert_not_reached ();
    }
}

void
marmot_document_class_init (GObjectClass *klass,
                            const MarmotDocumentClass *document_class)
{
  Hook *hook = g_new0 (Hook, 1);

  hook->info = document_class;
  hook->parent_class = g_type_class_peek_parent (klass);
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), document_quark (), hook);

  klass->get_property = marmot_document_get_property;
  klass->set_property = marmot_document_set_property;
  klass->finalize = marmot_document_finalize;

  for (guint i = 0; i < document_class->n_fields; i++)
    g_object_class_install_property (klass, i + 1, make_pspec (&document_class->fields[i]));
}

void
marmot_document_class_set_rest (GObjectClass *klass,
                                const MarmotDocumentRest *rest)
{
  Hook *hook = g_type_get_qdata (G_OBJECT_CLASS_TYPE (klass), document_quark ());

  hook->rest = rest;
}

void
marmot_document_init (gpointer self)
{
  const MarmotDocumentClass *info = get_hook (self)->info;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const MarmotDocumentField *field = &info->fields[i];
      gpointer at = G_STRUCT_MEMBER_P (self, field->offset);

      if (field->kind == MARMOT_DOCUMENT_LIST)
        *(GListStore **) at = g_list_store_new (field->get_type ());
      else if (field->kind == MARMOT_DOCUMENT_MEMBER || field->kind == MARMOT_DOCUMENT_STATE
               || field->kind == MARMOT_DOCUMENT_NUMBER)
        *(guint *) at = field->number;
    }
}

static void
copy_field (gpointer to,
            gpointer from,
            const MarmotDocumentField *field)
{
  gpointer *source = G_STRUCT_MEMBER_P (from, field->offset);
  gpointer *target = G_STRUCT_MEMBER_P (to, field->offset);

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
      *target = g_strdup (*source);
      break;
    case MARMOT_DOCUMENT_TEXTS:
      *target = g_strdupv (*source);
      break;
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
      *target = *source ? marmot_period_ref (*source) : NULL;
      break;
    case MARMOT_DOCUMENT_VALUE:
      *target = *source ? marmot_value_ref (*source) : NULL;
      break;
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
    case MARMOT_DOCUMENT_FLAG:
    case MARMOT_DOCUMENT_NUMBER:
      *(guint *) target = *(guint *) source;
      break;
    case MARMOT_DOCUMENT_LIST:
      for (guint i = 0; i < g_list_model_get_n_items (*source); i++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (*source, i);
          g_autoptr (GObject) copy = marmot_document_copy (item);

          g_list_store_append (*target, copy);
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

gpointer
marmot_document_copy (gpointer self)
{
  const MarmotDocumentClass *info = get_hook (self)->info;
  gpointer copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  for (guint i = 0; i < info->n_fields; i++)
    copy_field (copy, self, &info->fields[i]);
  if (get_hook (self)->rest)
    get_hook (self)->rest->copy (copy, self);
  return copy;
}

static gboolean
lists_equal (GListModel *a,
             GListModel *b)
{
  const guint n = g_list_model_get_n_items (a);
  gboolean equal = n == g_list_model_get_n_items (b);

  for (guint i = 0; i < n && equal; i++)
    {
      g_autoptr (GObject) x = g_list_model_get_item (a, i);
      g_autoptr (GObject) y = g_list_model_get_item (b, i);

      equal = marmot_document_equal (x, y);
    }
  return equal;
}

static gboolean
fields_equal (gpointer a,
              gpointer b,
              const MarmotDocumentField *field)
{
  gpointer *x = G_STRUCT_MEMBER_P (a, field->offset);
  gpointer *y = G_STRUCT_MEMBER_P (b, field->offset);

  switch (field->kind)
    {
    case MARMOT_DOCUMENT_ID:
    case MARMOT_DOCUMENT_REFERENCE:
    case MARMOT_DOCUMENT_TEXT:
    case MARMOT_DOCUMENT_URI:
      return g_strcmp0 (*x, *y) == 0;
    case MARMOT_DOCUMENT_TEXTS:
      return texts_equal (*x, *y);
    case MARMOT_DOCUMENT_PERIOD:
    case MARMOT_DOCUMENT_DAY:
      return periods_equal (*x, *y);
    case MARMOT_DOCUMENT_VALUE:
      return values_equal (*x, *y);
    case MARMOT_DOCUMENT_MEMBER:
    case MARMOT_DOCUMENT_STATE:
    case MARMOT_DOCUMENT_FLAG:
    case MARMOT_DOCUMENT_NUMBER:
      return *(guint *) x == *(guint *) y;
    case MARMOT_DOCUMENT_LIST:
      return lists_equal (*x, *y);
    default:
      g_assert_not_reached ();
    }
}

gboolean
marmot_document_equal (gpointer self,
                       gpointer other)
{
  const MarmotDocumentClass *info = get_hook (self)->info;
  gboolean equal = G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other);

  for (guint i = 0; i < info->n_fields && equal; i++)
    equal = fields_equal (self, other, &info->fields[i]);
  if (equal && get_hook (self)->rest)
    equal = get_hook (self)->rest->equal (self, other);
  return equal;
}

const char *
marmot_document_get_id (gpointer self)
{
  const MarmotDocumentClass *info = get_hook (self)->info;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == MARMOT_DOCUMENT_ID)
      return G_STRUCT_MEMBER (char *, self, info->fields[i].offset);
  return NULL;
}

static void
scan_text (const char *text,
           const char *path,
           GPtrArray *findings)
{
  g_autoptr (GPtrArray) found = marmot_find_personal_data (text, path);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (findings, marmot_finding_ref (found->pdata[i]));
}

void
marmot_document_scan (gpointer self,
                      const char *path,
                      GPtrArray *findings)
{
  const MarmotDocumentClass *info = get_hook (self)->info;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const MarmotDocumentField *field = &info->fields[i];
      /* Numbers and members are no pointers, and need not stand where one could. */
      gboolean is_text = field->kind == MARMOT_DOCUMENT_TEXT || field->kind == MARMOT_DOCUMENT_URI
                         || field->kind == MARMOT_DOCUMENT_ID || field->kind == MARMOT_DOCUMENT_REFERENCE;
      gboolean is_pointer = is_text || field->kind == MARMOT_DOCUMENT_TEXTS || field->kind == MARMOT_DOCUMENT_LIST;
      gpointer held = is_pointer ? G_STRUCT_MEMBER (gpointer, self, field->offset) : NULL;
      g_autofree char *key = marmot_document_key (field);
      g_autofree char *here = g_strconcat (path, *path ? "/" : "", key, NULL);

      if (held && is_text)
        scan_text (held, here, findings);
      else if (field->kind == MARMOT_DOCUMENT_TEXTS)
        for (guint j = 0; held && ((char **) held)[j]; j++)
          {
            g_autofree char *step = marmot_document_step (path, key, j);

            scan_text (((char **) held)[j], step, findings);
          }
      else if (field->kind == MARMOT_DOCUMENT_LIST)
        for (guint j = 0; j < g_list_model_get_n_items (held); j++)
          {
            g_autoptr (GObject) item = g_list_model_get_item (held, j);
            g_autofree char *step = marmot_document_step (path, key, j);

            marmot_document_scan (item, step, findings);
          }
    }
}
