/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns and tables over the Apache Arrow C Stream Interface.
 */
#include "marmot-arrow-private.h"

#include <string.h>

#include "marmot-column-private.h"

/* A stream moved out of the caller's structure, and its schema. */
typedef struct
{
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
} Source;

static void
close_source (Source *self)
{
  if (self->schema.release)
    self->schema.release (&self->schema);
  if (self->stream.release)
    self->stream.release (&self->stream);
}

static gboolean
set_failed (int code,
            const char *what,
            GError **error)
{
  /* What the producer says of its failure may quote data, so only the number. */
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_IO,
               "The Arrow stream failed to give %s (error %d)", what, code);
  return FALSE;
}

static gboolean
open_source (Source *self,
             struct ArrowArrayStream *stream,
             GError **error)
{
  int code;

  memset (self, 0, sizeof *self);
  if (stream->release == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow stream was released or taken before");
      return FALSE;
    }

  self->stream = *stream;
  stream->release = NULL;
  if (!self->stream.get_schema || !self->stream.get_next)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow stream has no functions to read it with");
      return FALSE;
    }

  code = self->stream.get_schema (&self->stream, &self->schema);
  if (code != 0)
    {
      self->schema.release = NULL;
      return set_failed (code, "its schema", error);
    }
  if (!self->schema.release)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow stream gave a schema that was released before");
      return FALSE;
    }
  return TRUE;
}

/* The next array, or NULL at the end or if the stream fails. */
static MarmotMemory *
read_next (Source *self,
           struct ArrowArray **array,
           GError **error)
{
  struct ArrowArray next = { 0 };
  int code = self->stream.get_next (&self->stream, &next);

  if (code != 0)
    {
      set_failed (code, "the next of its pieces", error);
      return NULL;
    }
  return next.release ? marmot_arrow_take (&next, array) : NULL;
}

static GPtrArray *
new_columns (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
}

/* The pieces of a column as one; with none, a column of no rows. */
static MarmotColumn *
join_pieces (GPtrArray *pieces,
             const struct ArrowSchema *schema,
             GError **error)
{
  if (pieces->len == 0)
    return marmot_arrow_import_none (schema, error);
  if (pieces->len == 1)
    return marmot_column_ref (pieces->pdata[0]);
  return marmot_column_join ((MarmotColumn **) pieces->pdata, pieces->len, error);
}

static MarmotColumn *
read_column (Source *source,
             GError **error)
{
  g_autoptr (GPtrArray) pieces = new_columns ();
  g_autoptr (GError) failure = NULL;
  MarmotMemory *memory;
  struct ArrowArray *array;

  while ((memory = read_next (source, &array, &failure)) != NULL)
    {
      MarmotColumn *piece
        = marmot_arrow_import (array, &source->schema, 0, (gsize) array->length, memory, &failure);

      marmot_memory_unref (memory);
      if (!piece)
        break;
      g_ptr_array_add (pieces, piece);
    }
  if (failure)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "Piece %u: ", pieces->len + 1);
      return NULL;
    }
  return join_pieces (pieces, &source->schema, error);
}

MarmotColumn *
marmot_column_import_arrow_stream (gpointer stream,
                                   GError **error)
{
  Source source;
  MarmotColumn *self = NULL;

  g_return_val_if_fail (stream != NULL, NULL);

  if (open_source (&source, stream, error))
    self = read_column (&source, error);
  close_source (&source);
  return self;
}

static MarmotTable *
read_table (Source *source,
            GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) columns = new_columns ();
  g_autoptr (GError) failure = NULL;
  MarmotMemory *memory;
  struct ArrowArray *array;
  guint n_batches = 0;

  if (!marmot_arrow_check_table (&source->schema, error))
    return NULL;

  for (int64_t i = 0; i < source->schema.n_children; i++)
    g_ptr_array_add (pieces, new_columns ());

  while ((memory = read_next (source, &array, &failure)) != NULL)
    {
      g_autoptr (GPtrArray) batch
        = marmot_arrow_import_children (array, &source->schema, memory, &failure);

      marmot_memory_unref (memory);
      if (!batch)
        break;
      n_batches++;
      for (guint i = 0; i < batch->len; i++)
        g_ptr_array_add (pieces->pdata[i], marmot_column_ref (batch->pdata[i]));
    }
  if (failure)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "Batch %u: ", n_batches + 1);
      return NULL;
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      MarmotColumn *column = join_pieces (pieces->pdata[i], source->schema.children[i], error);

      if (!column)
        {
          g_prefix_error (error, "Column %u: ", i + 1);
          return NULL;
        }
      g_ptr_array_add (columns, column);
      g_ptr_array_set_size (pieces->pdata[i], 0);
    }
  return marmot_arrow_make_table (&source->schema, columns, error);
}

MarmotTable *
marmot_table_import_arrow_stream (gpointer stream,
                                  GError **error)
{
  Source source;
  MarmotTable *self = NULL;

  g_return_val_if_fail (stream != NULL, NULL);

  if (open_source (&source, stream, error))
    self = read_table (&source, error);
  close_source (&source);
  return self;
}

/* A stream of ours: a table, given once. */
typedef struct
{
  MarmotTable *table;
  gboolean is_given;
} Given;

static int
give_schema (struct ArrowArrayStream *stream,
             struct ArrowSchema *schema)
{
  Given *given = stream->private_data;

  marmot_arrow_export_table_schema (given->table, schema);
  return 0;
}

static int
give_next (struct ArrowArrayStream *stream,
           struct ArrowArray *array)
{
  Given *given = stream->private_data;

  if (given->is_given)
    memset (array, 0, sizeof *array);
  else
    marmot_arrow_export_table_array (given->table, array);
  given->is_given = TRUE;
  return 0;
}

static const char *
give_last_error (struct ArrowArrayStream *stream)
{
  return NULL;
}

static void
release_stream (struct ArrowArrayStream *stream)
{
  Given *given = stream->private_data;

  marmot_table_unref (given->table);
  g_free (given);
  stream->release = NULL;
}

void
marmot_table_export_arrow_stream (MarmotTable *self,
                                  gpointer stream)
{
  struct ArrowArrayStream *out = stream;
  Given *given;

  g_return_if_fail (self != NULL);
  g_return_if_fail (stream != NULL);

  given = g_new0 (Given, 1);
  given->table = marmot_table_ref (self);
  out->get_schema = give_schema;
  out->get_next = give_next;
  out->get_last_error = give_last_error;
  out->release = release_stream;
  out->private_data = given;
}
