/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "care-build-private.h"

#include "core/marmot-read-private.h"
#include "core/marmot-reader-private.h"

struct _MarmotCareReader
{
  GObject parent_instance;

  ReaderState state;        /* the findings are of the last read, when there is no build */
  ReaderProgress progress;

  CareBuild *build;         /* NULL until something is added */
};

G_DEFINE_FINAL_TYPE (MarmotCareReader, marmot_care_reader, G_TYPE_OBJECT)

static void
marmot_care_reader_finalize (GObject *object)
{
  MarmotCareReader *self = MARMOT_CARE_READER (object);

  g_clear_pointer (&self->build, care_build_free);
  reader_state_clear (&self->state);
  reader_progress_clear (&self->progress);

  G_OBJECT_CLASS (marmot_care_reader_parent_class)->finalize (object);
}

static void
marmot_care_reader_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  MarmotCareReader *self = MARMOT_CARE_READER (object);

  if (!reader_limits_get (&self->state.limits, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_care_reader_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  MarmotCareReader *self = MARMOT_CARE_READER (object);

  if (!reader_limits_set (&self->state.limits, object, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_care_reader_class_init (MarmotCareReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_care_reader_finalize;
  object_class->get_property = marmot_care_reader_get_property;
  object_class->set_property = marmot_care_reader_set_property;

  /**
   * MarmotCareReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 4 GiB at first.
   *
   * Since: 1.0
   */

  /**
   * MarmotCareReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  reader_limits_install (object_class, READER_MAX_BYTES);
}

static void
marmot_care_reader_init (MarmotCareReader *self)
{
  reader_state_init (&self->state, READER_MAX_BYTES);
}

MarmotCareReader *
marmot_care_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_CARE_READER, NULL);
}

gboolean
marmot_care_reader_recognise (const char *const *columns,
                              MarmotCareTable *table)
{
  gboolean has[CARE_N_COLUMNS + 1] = { FALSE };

  g_return_val_if_fail (columns != NULL, FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  *table = MARMOT_CARE_TABLE_HEADER;
  for (; *columns; columns++)
    has[care_column_find (*columns)] = TRUE;
  return care_table_recognise (has, table);
}

/* What is being added to; begun if nothing is. */
static CareBuild *
get_build (MarmotCareReader *self)
{
  if (!self->build)
    self->build = care_build_new (&self->state.limits);
  self->build->state.limits = self->state.limits;
  self->build->progress = self->progress.func;
  self->build->progress_data = self->progress.data;
  self->build->progress_start = 0;
  self->build->progress_span = 1;
  self->build->progress_told = -1;
  return self->build;
}

/* Ends a build, and keeps its findings for those who ask. */
static MarmotCareReturn *
end_build (MarmotCareReader *self,
           CareBuild *build,
           gboolean is_good)
{
  MarmotCareReturn *made = NULL;

  g_ptr_array_unref (self->state.findings);
  self->state.findings = g_ptr_array_ref (build->state.findings);
  self->state.n_findings = build->state.n_findings;
  if (is_good)
    made = care_return_new_take (build);
  care_build_free (build);
  return made;
}

gboolean
marmot_care_reader_add_bytes (MarmotCareReader *self,
                              GBytes *bytes,
                              const char *name,
                              guint year,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return care_build_add_bytes (get_build (self), g_bytes_ref (bytes), name, year, cancellable, error);
}

static gboolean
add_file (CareBuild *build,
          GFile *file,
          guint year,
          GCancellable *cancellable,
          GError **error)
{
  GBytes *bytes = marmot_read_file (file, build->state.limits.max_bytes, cancellable, error);
  g_autofree char *name = marmot_file_name (file);

  return bytes && care_build_add_bytes (build, bytes, name, year, cancellable, error);
}

gboolean
marmot_care_reader_add_file (MarmotCareReader *self,
                             GFile *file,
                             guint year,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return add_file (get_build (self), file, year, cancellable, error);
}

gboolean
marmot_care_reader_add_table (MarmotCareReader *self,
                              MarmotTable *data,
                              const char *name,
                              guint year,
                              GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  return care_build_add_table (get_build (self), data, NULL, name, year, error);
}

gboolean
marmot_care_reader_add_table_as (MarmotCareReader *self,
                                 MarmotTable *data,
                                 MarmotCareTable table,
                                 const char *name,
                                 guint year,
                                 GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), FALSE);
  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail ((guint) table < CARE_N_TABLES, FALSE);

  return care_build_add_table (get_build (self), data, &table, name, year, error);
}

MarmotCareReturn *
marmot_care_reader_end (MarmotCareReader *self,
                        GError **error)
{
  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), NULL);

  if (!self->build || self->build->data->len == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Nothing was added to the reader: give it a table of the return first");
      return NULL;
    }
  return end_build (self, g_steal_pointer (&self->build), TRUE);
}

MarmotCareReturn *
marmot_care_reader_read_bytes (MarmotCareReader *self,
                               GBytes *bytes,
                               const char *name,
                               guint year,
                               GError **error)
{
  gboolean is_good;

  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  g_clear_pointer (&self->build, care_build_free);
  is_good = care_build_add_bytes (get_build (self), g_bytes_ref (bytes), name, year, NULL, error);
  return end_build (self, g_steal_pointer (&self->build), is_good);
}

static gboolean
check_years (gsize n_files,
             gsize n_years,
             GError **error)
{
  if (n_files == 0)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "There are no files to read: give at least one");
  else if (n_years != 1 && n_years != n_files)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                         "Give the collection year of each file, or one year for all of them");
  else
    return TRUE;
  return FALSE;
}

/* Adds all of them; TRUE if that went well. */
static gboolean
add_files (CareBuild *build,
           GFile **files,
           gsize n_files,
           const guint *years,
           gsize n_years,
           GCancellable *cancellable,
           GError **error)
{
  gboolean is_good = TRUE;

  for (gsize i = 0; i < n_files && is_good; i++)
    {
      build->progress_start = (double) i / (double) n_files;
      build->progress_span = 1 / (double) n_files;
      is_good = add_file (build, files[i], years[n_years == 1 ? 0 : i], cancellable, error);
    }
  return is_good;
}

MarmotCareReturn *
marmot_care_reader_read_files (MarmotCareReader *self,
                               GFile **files,
                               gsize n_files,
                               const guint *years,
                               gsize n_years,
                               GCancellable *cancellable,
                               GError **error)
{
  gboolean is_good;

  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), NULL);
  g_return_val_if_fail (files != NULL || n_files == 0, NULL);
  g_return_val_if_fail (years != NULL || n_years == 0, NULL);

  if (!check_years (n_files, n_years, error))
    return NULL;
  g_clear_pointer (&self->build, care_build_free);
  is_good = add_files (get_build (self), files, n_files, years, n_years, cancellable, error);
  return end_build (self, g_steal_pointer (&self->build), is_good);
}

/* What a read in a thread takes along and brings back. */
typedef struct
{
  GPtrArray *files;
  guint *years;
  gsize n_years;
  CareBuild *build;
  gboolean is_good;
  MarmotCareReader *reader; /* which the task holds */
  GMainContext *context;    /* of the caller */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->files);
  g_free (job->years);
  g_clear_pointer (&job->build, care_build_free);
  g_main_context_unref (job->context);
  g_free (job);
}

static void
send_to_caller (double fraction,
                gpointer user_data)
{
  Job *job = user_data;

  reader_progress_send (&job->reader->progress, G_OBJECT (job->reader), job->context, fraction);
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  job->is_good = check_years (job->files->len, job->n_years, &error)
                 && add_files (job->build, (GFile **) job->files->pdata, job->files->len, job->years, job->n_years,
                               cancellable, &error);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
marmot_care_reader_read_files_async (MarmotCareReader *self,
                                     GFile **files,
                                     gsize n_files,
                                     const guint *years,
                                     gsize n_years,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (MARMOT_IS_CARE_READER (self));
  g_return_if_fail (files != NULL || n_files == 0);
  g_return_if_fail (years != NULL || n_years == 0);

  job = g_new0 (Job, 1);
  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (job->files, g_object_ref (files[i]));
  job->years = g_memdup2 (years, n_years * sizeof *years);
  job->n_years = n_years;
  job->reader = self;
  job->context = g_main_context_ref_thread_default ();
  job->build = care_build_new (&self->state.limits);
  job->build->progress_told = -1;
  if (self->progress.func)
    {
      job->build->progress = send_to_caller;
      job->build->progress_data = job;
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, marmot_care_reader_read_files_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

MarmotCareReturn *
marmot_care_reader_read_files_finish (MarmotCareReader *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  gboolean is_done;
  Job *job;

  g_return_val_if_fail (MARMOT_IS_CARE_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, marmot_care_reader_read_files_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  is_done = g_task_propagate_boolean (G_TASK (result), error);
  g_clear_pointer (&self->build, care_build_free);
  if (!job->build)
    return NULL;
  return end_build (self, g_steal_pointer (&job->build), is_done && job->is_good);
}

void
marmot_care_reader_set_progress_func (MarmotCareReader *self,
                                      MarmotProgressFunc func,
                                      gpointer user_data,
                                      GDestroyNotify destroy)
{
  g_return_if_fail (MARMOT_IS_CARE_READER (self));

  reader_progress_set (&self->progress, func, user_data, destroy);
}

READER_DEFINE_LIMITS (MarmotCareReader, marmot_care_reader, MARMOT_IS_CARE_READER, state.limits)

/* Of what is being added to, or else of the last read. */
static const ReaderState *
get_state (MarmotCareReader *self)
{
  return self->build ? &self->build->state : &self->state;
}

READER_DEFINE_FINDINGS (MarmotCareReader, marmot_care_reader, MARMOT_IS_CARE_READER,
                        get_state (self)->findings, get_state (self)->n_findings)
