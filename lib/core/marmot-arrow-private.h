/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The structures of the Apache Arrow C Data Interface and C Stream Interface, as
 * their specification defines them
 * (https://arrow.apache.org/docs/format/CDataInterface.html), under the guards
 * that it asks for; and what the files of this subject share.
 */
#pragma once

#include <stdint.h>

#include <marmot/marmot.h>

#include "marmot-memory-private.h"

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema
{
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release) (struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray
{
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release) (struct ArrowArray *);
  void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream
{
  int (*get_schema) (struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next) (struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error) (struct ArrowArrayStream *);
  void (*release) (struct ArrowArrayStream *);
  void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/* An array moved out of the caller's structure, which it marks as released; the
 * address of the moved one goes to moved. */
MarmotMemory *marmot_arrow_take          (struct ArrowArray         *array,
                                          struct ArrowArray        **moved);

/* Whether neither has been released; if one has, releases the other. */
gboolean      marmot_arrow_check_alive   (struct ArrowArray         *array,
                                          struct ArrowSchema        *schema,
                                          GError                   **error);

/* Rows [first, first + n_rows) of an array, counted from its own offset, as a
 * column that keeps memory alive where it does not copy. */
MarmotColumn *marmot_arrow_import        (const struct ArrowArray   *array,
                                          const struct ArrowSchema  *schema,
                                          gsize                      first,
                                          gsize                      n_rows,
                                          MarmotMemory              *memory,
                                          GError                   **error);

/* The column that an array of no rows would give. */
MarmotColumn *marmot_arrow_import_none   (const struct ArrowSchema  *schema,
                                          GError                   **error);

/* Whether the counts of an array make sense, whatever it holds. */
gboolean      marmot_arrow_check_array   (const struct ArrowArray   *array,
                                          GError                   **error);

/* A half of marmot_column_export_arrow() each. */
void          marmot_arrow_export_array  (MarmotColumn              *column,
                                          struct ArrowArray         *array);
void          marmot_arrow_export_schema (const MarmotColumn        *column,
                                          const char                *name,
                                          struct ArrowSchema        *schema);

void          marmot_arrow_export_table_array  (MarmotTable        *table,
                                                struct ArrowArray  *array);
void          marmot_arrow_export_table_schema (MarmotTable        *table,
                                                struct ArrowSchema *schema);

/* Copies of what Arrow lays out otherwise than a column does. Rows [offset,
 * offset + n_rows) of the buffers of an array whose counts have been checked. */
typedef MarmotColumn *(*MarmotArrowConvert) (const struct ArrowArray  *array,
                                             gsize                     offset,
                                             gsize                     n_rows,
                                             GError                  **error);

MarmotColumn *marmot_arrow_convert_null   (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_int8   (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_uint8  (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_int16  (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_uint16 (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_int32  (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_uint32 (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_uint64 (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_half   (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_float  (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_date64 (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);
MarmotColumn *marmot_arrow_convert_views  (const struct ArrowArray *array, gsize offset, gsize n_rows, GError **error);

/* The columns of a record batch, as children of the array that memory keeps
 * alive. */
GPtrArray    *marmot_arrow_import_children (const struct ArrowArray   *array,
                                            const struct ArrowSchema  *schema,
                                            MarmotMemory              *memory,
                                            GError                   **error);

/* A table of columns and of the names in the schema. */
MarmotTable  *marmot_arrow_make_table      (const struct ArrowSchema  *schema,
                                            GPtrArray                 *columns,
                                            GError                   **error);

/* Whether the schema is one of record batches. */
gboolean      marmot_arrow_check_table     (const struct ArrowSchema  *schema,
                                            GError                   **error);
