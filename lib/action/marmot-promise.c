/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotPromise
{
  GObject parent_instance;

  char *id;
  guint number;
  char *title;
  char *text;
  char *note;
  GListStore *evidence;
  GListStore *ratings;
};

G_DEFINE_FINAL_TYPE (MarmotPromise, marmot_promise, G_TYPE_OBJECT)

/**
 * MarmotPromise:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotPromise:number: (getter get_number) (setter set_number)
 *
 * Its number; 0 if it has none.
 *
 * Since: 1.0
 */

/**
 * MarmotPromise:title: (getter get_title) (setter set_title)
 *
 * What it is called, such as "Your views count".
 *
 * Since: 1.0
 */

/**
 * MarmotPromise:text: (getter get_text) (setter set_text)
 *
 * What is promised.
 *
 * Since: 1.0
 */

/**
 * MarmotPromise:note: (getter get_note) (setter set_note)
 *
 * What a reader must know of it.
 *
 * Since: 1.0
 */

/**
 * MarmotPromise:evidence: (getter get_evidence)
 *
 * What shows that it is kept, as [class@Marmot.Evidence] objects.
 *
 * Since: 1.0
 */

/**
 * MarmotPromise:ratings: (getter get_ratings)
 *
 * How it was rated, the oldest first, as [class@Marmot.PromiseRating] objects.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotPromise, id), NULL, 0 },
  { "number", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotPromise, number), NULL, 0 },
  { "title", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromise, title), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromise, text), NULL, 0 },
  { "note", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromise, note), NULL, 0 },
  { "evidence", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotPromise, evidence), marmot_evidence_get_type, 0 },
  { "ratings", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotPromise, ratings), marmot_promise_rating_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "promise", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_promise_class_init (MarmotPromiseClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_promise_init (MarmotPromise *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotPromise, marmot_promise, MARMOT_TYPE_PROMISE, MARMOT_IS_PROMISE)

MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, id, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, id, "id")
MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, guint, number, 0)
MARMOT_DOCUMENT_SETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, guint, number, "number")
MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, title, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, title, "title")
MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, text, "text")
MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, note, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, const char *, note, "note")
MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, GListStore *, evidence, NULL)
MARMOT_RECORD_GETTER (MarmotPromise, marmot_promise, MARMOT_IS_PROMISE, GListStore *, ratings, NULL)
