/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What readers of all rooms have in common: two limits, as properties, the findings of the
 * last read, and somebody who is told of progress.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-finding-log-private.h"

G_BEGIN_DECLS

/* The numbers of the properties of every such reader. */
enum
{
  READER_PROP_MAX_BYTES = 1,
  READER_PROP_MAX_FINDINGS,
  READER_N_PROPS
};

#define READER_MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)
#define READER_MAX_FINDINGS 1000

/* --- limits -------------------------------------------------------------------------- */

typedef struct
{
  guint64 max_bytes;
  guint max_findings;
} ReaderLimits;

/* The properties max-bytes and max-findings, which every reader documents. */
void       reader_limits_install      (GObjectClass           *klass,
                                       guint64                 max_bytes);

/* FALSE if the property is another; set as the setters of the object do. */
gboolean   reader_limits_get          (const ReaderLimits     *self,
                                       guint                   prop_id,
                                       GValue                 *value);
gboolean   reader_limits_set          (ReaderLimits           *self,
                                       GObject                *reader,
                                       guint                   prop_id,
                                       const GValue           *value);

/* They notify the reader if the limit changed. */
void       reader_limits_set_bytes    (ReaderLimits           *self,
                                       GObject                *reader,
                                       guint64                 max_bytes);
void       reader_limits_set_findings (ReaderLimits           *self,
                                       GObject                *reader,
                                       guint                   max_findings);

/* The four public functions that get and set the limits of a reader, which stand in its
 * member limits. */
#define READER_DEFINE_LIMITS(Type, type, IS_TYPE, limits)                         \
  guint64 type##_get_max_bytes (Type *self)                                       \
  {                                                                               \
    g_return_val_if_fail (IS_TYPE (self), 0);                                     \
                                                                                  \
    return self->limits.max_bytes;                                                \
  }                                                                               \
                                                                                  \
  void type##_set_max_bytes (Type *self, guint64 max_bytes)                       \
  {                                                                               \
    g_return_if_fail (IS_TYPE (self));                                            \
                                                                                  \
    reader_limits_set_bytes (&self->limits, G_OBJECT (self), max_bytes);          \
  }                                                                               \
                                                                                  \
  guint type##_get_max_findings (Type *self)                                      \
  {                                                                               \
    g_return_val_if_fail (IS_TYPE (self), 0);                                     \
                                                                                  \
    return self->limits.max_findings;                                             \
  }                                                                               \
                                                                                  \
  void type##_set_max_findings (Type *self, guint max_findings)                   \
  {                                                                               \
    g_return_if_fail (IS_TYPE (self));                                            \
                                                                                  \
    reader_limits_set_findings (&self->limits, G_OBJECT (self), max_findings);    \
  }

/* --- findings ------------------------------------------------------------------------ */

/* A list that the caller may change. */
GPtrArray *reader_copy_findings       (GPtrArray              *findings);

/* The two public functions that tell of the findings of a reader; what they tell may be
 * said with self. */
#define READER_DEFINE_FINDINGS(Type, type, IS_TYPE, kept, n_kept) \
  GPtrArray *type##_get_findings (Type *self)                     \
  {                                                               \
    g_return_val_if_fail (IS_TYPE (self), NULL);                  \
                                                                  \
    return reader_copy_findings (kept);                           \
  }                                                               \
                                                                  \
  guint64 type##_get_n_findings (Type *self)                      \
  {                                                               \
    g_return_val_if_fail (IS_TYPE (self), 0);                     \
                                                                  \
    return n_kept;                                                \
  }

/* --- limits and findings ------------------------------------------------------------- */

typedef struct
{
  ReaderLimits limits;
  GPtrArray *findings;
  guint64 n_findings;       /* kept or not */
} ReaderState;

void       reader_state_init          (ReaderState            *self,
                                       guint64                 max_bytes);
void       reader_state_clear         (ReaderState            *self);

/* Before a read. */
void       reader_state_forget        (ReaderState            *self);
void       reader_state_keep          (ReaderState            *self,
                                       GPtrArray              *findings,
                                       guint64                 n_findings);

/* Ends a log as marmot_finding_log_end() does, and keeps what it gathered. */
gboolean   reader_state_end_log       (ReaderState            *self,
                                       MarmotFindingLog       *log,
                                       GError                **error);

/* --- progress ------------------------------------------------------------------------ */

/* A function of the caller; all NULL for none. */
typedef struct
{
  MarmotProgressFunc func;
  gpointer data;
  GDestroyNotify destroy;
} ReaderProgress;

void       reader_progress_set        (ReaderProgress         *self,
                                       MarmotProgressFunc      func,
                                       gpointer                data,
                                       GDestroyNotify          destroy);
void       reader_progress_clear      (ReaderProgress         *self);
void       reader_progress_tell       (const ReaderProgress   *self,
                                       double                  fraction);

/* From a thread: the function is called in the context of the caller, where its language
 * is at home. self is of the reader, which is held until then. */
void       reader_progress_send       (const ReaderProgress   *self,
                                       GObject                *reader,
                                       GMainContext           *context,
                                       double                  fraction);

G_END_DECLS
