/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotPromiseRating
{
  GObject parent_instance;

  MarmotPeriod *period;
  char *group;
  MarmotPromiseKept kept;
  char *question;
  MarmotValue *value;
  guint n;
  MarmotValue *comparator;
  char *comparator_name;
  char *source;
};

G_DEFINE_FINAL_TYPE (MarmotPromiseRating, marmot_promise_rating, G_TYPE_OBJECT)

/**
 * MarmotPromiseRating:period: (getter get_period) (setter set_period)
 *
 * When they were asked.
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:group: (getter get_group) (setter set_group)
 *
 * Who was asked, such as "children and young people (4-18 years)".
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:kept: (getter get_kept) (setter set_kept)
 *
 * Whether they say that it is kept.
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:question: (getter get_question) (setter set_question)
 *
 * What they were asked or said.
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:value: (getter get_value) (setter set_value)
 *
 * The figure as it was printed, such as "91%".
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:n: (getter get_n) (setter set_n)
 *
 * How many answered; 0 if it is not known.
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:comparator: (getter get_comparator) (setter set_comparator)
 *
 * The figure of others, as it was printed.
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:comparator-name: (getter get_comparator_name) (setter set_comparator_name)
 *
 * Who they are, such as "children in the general population".
 *
 * Since: 1.0
 */

/**
 * MarmotPromiseRating:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotPromiseRating, period), NULL, 0 },
  { "group", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromiseRating, group), NULL, 0 },
  { "kept", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotPromiseRating, kept), marmot_promise_kept_get_type, MARMOT_PROMISE_NOT_ASKED },
  { "question", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromiseRating, question), NULL, 0 },
  { "value", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotPromiseRating, value), NULL, 0 },
  { "n", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotPromiseRating, n), NULL, 0 },
  { "comparator", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotPromiseRating, comparator), NULL, 0 },
  { "comparator-name", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromiseRating, comparator_name), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotPromiseRating, source), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "rating", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_promise_rating_class_init (MarmotPromiseRatingClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_promise_rating_init (MarmotPromiseRating *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotPromiseRating, marmot_promise_rating, MARMOT_TYPE_PROMISE_RATING, MARMOT_IS_PROMISE_RATING)

MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotPeriod *, period, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotPeriod *, period, "period")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, group, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, group, "group")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotPromiseKept, kept, MARMOT_PROMISE_NOT_ASKED)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotPromiseKept, kept, "kept")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, question, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, question, "question")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotValue *, value, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotValue *, value, "value")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, guint, n, 0)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, guint, n, "n")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotValue *, comparator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, MarmotValue *, comparator, "comparator")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, comparator_name, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, comparator_name, "comparator-name")
MARMOT_RECORD_GETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotPromiseRating, marmot_promise_rating, MARMOT_IS_PROMISE_RATING, const char *, source, "source")
