/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the readers of this room have in common: two limits, as properties, and the
 * findings of the last read.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-finding-log-private.h"

G_BEGIN_DECLS

/* The numbers of the properties of every such reader. */
enum
{
  READER_PROP_MAX_BYTES = 1,
  READER_PROP_MAX_FINDINGS,
  READER_N_PROPS
};

typedef struct
{
  guint64 max_bytes;
  guint max_findings;
  GPtrArray *findings;
  guint64 n_findings;       /* kept or not */
} ReaderState;

#define READER_MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)
#define READER_MAX_FINDINGS 1000

void       reader_state_init          (ReaderState            *self,
                                       guint64                 max_bytes);
void       reader_state_clear         (ReaderState            *self);

/* The properties max-bytes and max-findings, which every reader documents. */
void       reader_state_install       (GObjectClass           *klass,
                                       GParamSpec            **props,
                                       guint64                 max_bytes);
gboolean   reader_state_get           (const ReaderState      *self,
                                       guint                   prop_id,
                                       GValue                 *value);

/* TRUE if it changed. */
gboolean   reader_state_set_bytes     (ReaderState            *self,
                                       guint64                 max_bytes);
gboolean   reader_state_set_findings  (ReaderState            *self,
                                       guint                   max_findings);

/* Before a read. */
void       reader_state_forget        (ReaderState            *self);
void       reader_state_keep          (ReaderState            *self,
                                       GPtrArray              *findings,
                                       guint64                 n_findings);

/* A list that the caller may change. */
GPtrArray *reader_state_copy_findings (const ReaderState      *self);

G_END_DECLS
