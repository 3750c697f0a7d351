/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Documents: final GObjects whose state is a list of properties that may be changed,
 * and lists of other documents, such as an action and its notes. Where a record
 * (marmot-record-private.h) never changes, a document is what a form is bound to. It
 * lists its fields once, and gets from the list its properties with notification,
 * storage, clean-up, JSON in and out, copies, equality, comparison by path and the
 * search for personal data.
 *
 * A document's source holds the structure, the list of fields, a MarmotDocumentClass,
 * G_DEFINE_FINAL_TYPE, and
 *
 *   static void
 *   marmot_thing_class_init (MarmotThingClass *klass)
 *   {
 *     marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
 *   }
 *
 *   static void
 *   marmot_thing_init (MarmotThing *self)
 *   {
 *     marmot_document_init (self);
 *   }
 *
 * An empty text is the same as none. Documents may be used by one thread at a time.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-json-private.h"

G_BEGIN_DECLS

typedef enum
{
  MARMOT_DOCUMENT_ID,        /* char *: a short name, which a document on file must have */
  MARMOT_DOCUMENT_REFERENCE, /* char *: the short name of something else */
  MARMOT_DOCUMENT_TEXT,      /* char * */
  MARMOT_DOCUMENT_URI,       /* char *: of a page */
  MARMOT_DOCUMENT_TEXTS,     /* GStrv; NULL for none */
  MARMOT_DOCUMENT_PERIOD,    /* MarmotPeriod * */
  MARMOT_DOCUMENT_DAY,       /* MarmotPeriod *: one day */
  MARMOT_DOCUMENT_VALUE,     /* MarmotValue *: a figure as printed */
  MARMOT_DOCUMENT_MEMBER,    /* int: of an enumeration */
  MARMOT_DOCUMENT_STATE,     /* int: the same, which only the document itself sets */
  MARMOT_DOCUMENT_FLAG,      /* gboolean */
  MARMOT_DOCUMENT_NUMBER,    /* guint */
  MARMOT_DOCUMENT_LIST       /* GListStore *: of documents; never NULL */
} MarmotDocumentKind;

typedef struct
{
  const char *name; /* of the property; in JSON with underscores */
  MarmotDocumentKind kind;
  gsize offset;              /* of the field in the instance */
  GType (*get_type) (void);  /* of a member, or of what a list holds */
  guint number;              /* the default of a member or number; of a flag the offset of the field
                              * that it shuts out, or 0 */
} MarmotDocumentField;

typedef struct
{
  const char *format; /* what "format" says on file; NULL of what only stands in others */
  const char *what;   /* such as "action plan", for messages */
  const MarmotDocumentField *fields;
  guint n_fields;
  /* After a field has been set; nullable. */
  void (*changed) (gpointer                   self,
                   const MarmotDocumentField *field);
} MarmotDocumentClass;

/* What a document on file has beside its fields, under one key, such as its history. It is
 * no part of what is compared by path, nor of the search for personal data. */
typedef struct
{
  const char *key;
  gsize max_bytes; /* of a file */
  gboolean (*read) (gpointer   self,
                    json_t    *value,
                    GError   **error);
  /* NULL without an error for nothing. */
  json_t *(*write) (gpointer   self,
                    GError   **error);
  void (*copy) (gpointer to,
                gpointer from);
  gboolean (*equal) (gpointer self,
                     gpointer other);
  /* The JSON Schema of what stands under the key; "$defs" in it are those of the whole
   * schema, where the document and the kinds of its fields are too. */
  const char *schema;
} MarmotDocumentRest;

/* document_class lives as long as the program. */
void         marmot_document_class_init (GObjectClass              *klass,
                                         const MarmotDocumentClass *document_class);
void         marmot_document_init       (gpointer                   self);

/* Behind marmot_document_class_init(); rest lives as long as the program. */
void         marmot_document_class_set_rest (GObjectClass             *klass,
                                             const MarmotDocumentRest *rest);

/* Errors say where by a path such as "actions/3/due", counted from 1. Keys that are not
 * known are a MARMOT_ERROR_PARSE, as is what is not of its type; two documents in one list
 * with one short name are a MARMOT_ERROR_INVALID_DATA, and a text of more than a mebibyte a
 * MARMOT_ERROR_TOO_LARGE. */
gpointer     marmot_document_from_json  (GType                      type,
                                         GBytes                    *json,
                                         GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer     marmot_document_load       (GType                      type,
                                         GFile                     *file,
                                         GCancellable              *cancellable,
                                         GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* What could not be read back is a MARMOT_ERROR_INVALID_DATA. */
char        *marmot_document_to_json    (gpointer                   self,
                                         GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     marmot_document_save       (gpointer                   self,
                                         GFile                     *file,
                                         GCancellable              *cancellable,
                                         GError                   **error);

/* The same from an object that was read, and to one that is not yet text. What is written so
 * has the fields alone, without the rest. */
gpointer     marmot_document_from_object (GType                     type,
                                          json_t                   *object,
                                          GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
json_t      *marmot_document_to_object  (gpointer                   self,
                                         GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* All of it, down to the documents in its lists. */
gpointer     marmot_document_copy       (gpointer                   self) G_GNUC_WARN_UNUSED_RESULT;
gboolean     marmot_document_equal      (gpointer                   self,
                                         gpointer                   other);

/* The short name, or NULL where this kind has none or it is not set. */
const char  *marmot_document_get_id     (gpointer                   self);

/* Letters, digits, full stops, hyphens and underscores, a hundred at most. */
gboolean     marmot_document_is_short_name (const char              *text);

/* Columns: change ("added", "removed", "changed"), path, field, before, after. */
MarmotTable *marmot_document_diff       (gpointer                   self,
                                         gpointer                   newer) G_GNUC_WARN_UNUSED_RESULT;

/* Such a table as sentences. */
char        *marmot_document_diff_text  (MarmotTable               *diff) G_GNUC_WARN_UNUSED_RESULT;

/* Adds findings on personal data in its texts, and in the texts of all that it holds. */
void         marmot_document_scan       (gpointer                   self,
                                         const char                *path,
                                         GPtrArray                 *findings);

/* The path with one more step: "actions" and a place from 0 give "actions/1". */
char        *marmot_document_step       (const char                *path,
                                         const char                *list,
                                         guint                      place) G_GNUC_WARN_UNUSED_RESULT;

/* A public setter of a field. */
#define MARMOT_DOCUMENT_SETTER(TypeName, type_name, TYPE_CHECK, CType, field, property) \
  void type_name##_set_##field (TypeName *self, CType field)                            \
  {                                                                                     \
    g_return_if_fail (TYPE_CHECK (self));                                               \
                                                                                        \
    g_object_set (self, property, field, NULL);                                         \
  }

/* The field that a flag shuts out where it is true; nullable. */
const MarmotDocumentField *marmot_document_find_shut_out (const MarmotDocumentClass *info,
                                                          const MarmotDocumentField *flag);

/* What every document has. */
#define MARMOT_DOCUMENT_FUNCTIONS(TypeName, type_name, TYPE, TYPE_CHECK)  \
  TypeName *type_name##_new (void)                                        \
  {                                                                       \
    return g_object_new (TYPE, NULL);                                     \
  }                                                                       \
                                                                          \
  TypeName *type_name##_copy (TypeName *self)                             \
  {                                                                       \
    g_return_val_if_fail (TYPE_CHECK (self), NULL);                       \
                                                                          \
    return marmot_document_copy (self);                                   \
  }                                                                       \
                                                                          \
  gboolean type_name##_equal (TypeName *self, TypeName *other)            \
  {                                                                       \
    g_return_val_if_fail (TYPE_CHECK (self), FALSE);                      \
    g_return_val_if_fail (TYPE_CHECK (other), FALSE);                     \
                                                                          \
    return self == other || marmot_document_equal (self, other);          \
  }

/* What a document has that stands in a file of its own. */
#define MARMOT_DOCUMENT_FILE_FUNCTIONS(TypeName, type_name, TYPE, TYPE_CHECK)                               \
  TypeName *type_name##_new_from_json (GBytes *json, GError **error)                                        \
  {                                                                                                         \
    g_return_val_if_fail (json != NULL, NULL);                                                              \
                                                                                                            \
    return marmot_document_from_json (TYPE, json, error);                                                   \
  }                                                                                                         \
                                                                                                            \
  TypeName *type_name##_new_from_file (GFile *file, GCancellable *cancellable, GError **error)              \
  {                                                                                                         \
    g_return_val_if_fail (G_IS_FILE (file), NULL);                                                          \
                                                                                                            \
    return marmot_document_load (TYPE, file, cancellable, error);                                           \
  }                                                                                                         \
                                                                                                            \
  char *type_name##_to_json (TypeName *self, GError **error)                                                \
  {                                                                                                         \
    g_return_val_if_fail (TYPE_CHECK (self), NULL);                                                         \
                                                                                                            \
    return marmot_document_to_json (self, error);                                                           \
  }                                                                                                         \
                                                                                                            \
  gboolean type_name##_save (TypeName *self, GFile *file, GCancellable *cancellable, GError **error)        \
  {                                                                                                         \
    g_return_val_if_fail (TYPE_CHECK (self), FALSE);                                                        \
    g_return_val_if_fail (G_IS_FILE (file), FALSE);                                                         \
                                                                                                            \
    return marmot_document_save (self, file, cancellable, error);                                           \
  }                                                                                                         \
                                                                                                            \
  MarmotTable *type_name##_diff (TypeName *self, TypeName *newer)                                           \
  {                                                                                                         \
    g_return_val_if_fail (TYPE_CHECK (self), NULL);                                                         \
    g_return_val_if_fail (TYPE_CHECK (newer), NULL);                                                        \
                                                                                                            \
    return marmot_document_diff (self, newer);                                                              \
  }                                                                                                         \
                                                                                                            \
  char *type_name##_diff_to_text (TypeName *self, TypeName *newer)                                          \
  {                                                                                                         \
    g_autoptr (MarmotTable) diff = NULL;                                                                    \
                                                                                                            \
    g_return_val_if_fail (TYPE_CHECK (self), NULL);                                                         \
    g_return_val_if_fail (TYPE_CHECK (newer), NULL);                                                        \
                                                                                                            \
    diff = marmot_document_diff (self, newer);                                                              \
    return marmot_document_diff_text (diff);                                                                \
  }

G_END_DECLS
