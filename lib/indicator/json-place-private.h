/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where something stands in a document, as a JSON path: $[3].Unit.Label. A place
 * costs nothing until a finding is made of it.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-finding-log-private.h"

G_BEGIN_DECLS

typedef struct _JsonPlace JsonPlace;

/* All of it is read only; the outer place and the key must outlive it. */
struct _JsonPlace
{
  const JsonPlace *outer;   /* NULL: the document itself */
  const char *key;          /* NULL: an item of an array */
  gsize index;
};

static inline void
json_place_root (JsonPlace *self)
{
  self->outer = NULL;
  self->key = NULL;
  self->index = 0;
}

static inline void
json_place_member (JsonPlace *self,
                   const JsonPlace *outer,
                   const char *key)
{
  self->outer = outer;
  self->key = key;
  self->index = 0;
}

static inline void
json_place_item (JsonPlace *self,
                 const JsonPlace *outer,
                 gsize index)
{
  self->outer = outer;
  self->key = NULL;
  self->index = index;
}

char *json_place_to_string (const JsonPlace  *self);

/* Logs a finding without a row, and with the path. */
void  json_place_add       (const JsonPlace  *self,
                            MarmotFindingLog *log,
                            const char       *rule,
                            MarmotSeverity    severity,
                            const char       *fix,
                            const char       *message);

G_END_DECLS
