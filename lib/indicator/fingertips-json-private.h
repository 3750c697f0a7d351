/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fingertips' records in JSON while they are read: rows go to columns, and findings
 * to paths.
 */
#pragma once

#include "fingertips-private.h"
#include "json-place-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-json-private.h"

G_BEGIN_DECLS

/* What a row says that texts are made of. */
typedef struct
{
  gint64 indicator;
  gint64 year_type;         /* by Fingertips' number; G_MININT64 where it is not said */
  gint64 year, year_range, quarter, month;
  gint64 age, sex, area_type, category_type, category, note;
  gint64 polarity, method;  /* of comparisons; G_MININT64 where they are not said */
  const char *age_name, *sex_name;
} FingertipsJsonSaid;

/* Where a row stands: an item of an array that is one of several. */
typedef struct
{
  guint32 group;            /* of places */
  guint32 index;            /* G_MAXUINT32: the group itself */
} FingertipsJsonPlace;

typedef struct
{
  MarmotFindingLog *log;
  GHashTable *indicators;   /* MarmotIndicator by number, or NULL */
  GHashTable *told;         /* keys and others that were told of */
  GHashTable *times;        /* periods by the fields as text */
  GPtrArray *groups;        /* paths */
  GArray *rows;             /* FingertipsJsonPlace */
  MarmotColumnBuilder *out[OBS_N_COLUMNS];
} FingertipsJson;

/* Nothing said. */
void     fingertips_json_said_init    (FingertipsJsonSaid       *self);

void     fingertips_json_tell         (FingertipsJson           *self,
                                       MarmotSeverity            severity,
                                       const char               *rule,
                                       const JsonPlace          *place,
                                       const char               *fix,
                                       const char               *message);

/* What an object says beside its records; numbers go to numbers, which may be NULL. */
void     fingertips_json_read_members (FingertipsJson           *self,
                                       const json_t             *object,
                                       const JsonPlace          *place,
                                       FingertipsJsonSaid       *said,
                                       double                   *numbers);

/* A record becomes a row, with what the group around it says. */
void     fingertips_json_read_record  (FingertipsJson           *self,
                                       const json_t             *record,
                                       const JsonPlace          *place,
                                       const FingertipsJsonSaid *outer,
                                       FingertipsJsonPlace       row);

/* Frees a period that is kept for the rows that share it. */
void     fingertips_json_time_free    (gpointer                  data);

G_END_DECLS
