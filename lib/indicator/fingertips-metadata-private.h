/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The vocabulary of Fingertips' indicator metadata, in CSV and in JSON.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-finding-log-private.h"

G_BEGIN_DECLS

typedef enum
{
  META_TEXT,
  META_ID,
  META_VALUE_TYPE,
  META_YEAR_TYPE,
  META_POLARITY,
  META_UNIT,
  META_UNIT_VALUE,
  META_UNIT_LEFT,
  META_CONTACT              /* of people: never kept */
} MetaKind;

typedef struct
{
  const char *column;       /* of the CSV */
  const char *key;          /* of "Descriptive" in the JSON, or NULL */
  const char *property;     /* of an indicator; NULL: none */
  MetaKind kind;
} MetaField;

/* The columns of the form first, in order; then those that stand in a file only
 * where they are needed. */
#define META_N_FORM 29
#define META_N_FIELDS 46

extern const MetaField fingertips_meta_fields[META_N_FIELDS];

/* Properties of an indicator that is being read. */
typedef struct
{
  const char *names[META_N_FIELDS + 8];
  GValue values[META_N_FIELDS + 8];
  guint n;
} MetaBuilder;

void             meta_builder_add_text   (MetaBuilder     *self,
                                          const char      *property,
                                          const char      *text);
void             meta_builder_add_enum   (MetaBuilder     *self,
                                          const char      *property,
                                          GType            type,
                                          int              value);
void             meta_builder_add_uint   (MetaBuilder     *self,
                                          const char      *property,
                                          guint            value);
void             meta_builder_add_double (MetaBuilder     *self,
                                          const char      *property,
                                          double           value);
void             meta_builder_add_boolean (MetaBuilder    *self,
                                          const char      *property,
                                          gboolean         value);

/* Leaves the builder empty, for the next. */
MarmotIndicator *meta_builder_finish     (MetaBuilder     *self);
void             meta_builder_clear      (MetaBuilder     *self);

/* Words of Fingertips; FALSE if there is no such word. */
gboolean         meta_value_type_from_name (const char      *name,
                                            MarmotValueType *value_type);
gboolean         meta_year_type_from_name  (const char      *name,
                                            MarmotYearType  *year_type);
gboolean         meta_polarity_from_name   (const char      *name,
                                            MarmotPolarity  *polarity);

/* "" where Fingertips has no word. */
const char      *meta_value_type_to_name   (MarmotValueType  value_type);
const char      *meta_polarity_to_name     (MarmotPolarity   polarity);

/* What the units that are known multiply by; 0 for others. */
double           meta_unit_get_value       (const char      *label);

/* More indicators than this are no metadata: they are objects, one a row. */
#define META_MAX_INDICATORS 100000

/* Indicators, and the goals of those that have one by their numbers, out of JSON.
 * FALSE, with error set, if it is none. */
gboolean         meta_read_json            (GBytes           *bytes,
                                            const char       *name,
                                            guint64           max_bytes,
                                            MarmotFindingLog *log,
                                            GListStore       *indicators,
                                            GHashTable       *goals,
                                            GError          **error);

G_END_DECLS
