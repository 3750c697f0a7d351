/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotEvidence
{
  GObject parent_instance;

  char *key;
  MarmotEvidenceKind kind;
  char *text;
  char *indicator;
  char *area;
  MarmotPeriod *period;
  MarmotValue *value;
  char *source;
  char *uri;
  char *quality;
};

G_DEFINE_FINAL_TYPE (MarmotEvidence, marmot_evidence, G_TYPE_OBJECT)

/**
 * MarmotEvidence:key: (getter get_key) (setter set_key)
 *
 * Its short name; the same evidence has the same short name wherever it is used.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:kind: (getter get_kind) (setter set_kind)
 *
 * What it consists of.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:text: (getter get_text) (setter set_text)
 *
 * What it says.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:indicator: (getter get_indicator) (setter set_indicator)
 *
 * The short name of the indicator whose observation it is.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:area: (getter get_area) (setter set_area)
 *
 * The code of the area of that observation, such as "E08000026".
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:period: (getter get_period) (setter set_period)
 *
 * The period of which it tells.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:value: (getter get_value) (setter set_value)
 *
 * The figure as it was printed.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:uri: (getter get_uri) (setter set_uri)
 *
 * The address of the page with it.
 *
 * Since: 1.0
 */

/**
 * MarmotEvidence:quality: (getter get_quality) (setter set_quality)
 *
 * What a reader must know of how good it is.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "key", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, key), NULL, 0 },
  { "kind", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotEvidence, kind), marmot_evidence_kind_get_type, MARMOT_EVIDENCE_DOCUMENT },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, text), NULL, 0 },
  { "indicator", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, indicator), NULL, 0 },
  { "area", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotEvidence, area), NULL, 0 },
  { "period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotEvidence, period), NULL, 0 },
  { "value", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotEvidence, value), NULL, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, source), NULL, 0 },
  { "uri", MARMOT_DOCUMENT_URI, G_STRUCT_OFFSET (MarmotEvidence, uri), NULL, 0 },
  { "quality", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotEvidence, quality), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "piece of evidence", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_evidence_class_init (MarmotEvidenceClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_evidence_init (MarmotEvidence *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotEvidence, marmot_evidence, MARMOT_TYPE_EVIDENCE, MARMOT_IS_EVIDENCE)

MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, key, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, key, "key")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotEvidenceKind, kind, MARMOT_EVIDENCE_DOCUMENT)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotEvidenceKind, kind, "kind")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, text, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, text, "text")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, indicator, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, indicator, "indicator")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, area, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, area, "area")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotPeriod *, period, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotPeriod *, period, "period")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, value, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, MarmotValue *, value, "value")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, source, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, source, "source")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, uri, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, uri, "uri")
MARMOT_RECORD_GETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, quality, NULL)
MARMOT_DOCUMENT_SETTER (MarmotEvidence, marmot_evidence, MARMOT_IS_EVIDENCE, const char *, quality, "quality")
