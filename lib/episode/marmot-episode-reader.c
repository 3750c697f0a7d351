/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "episode-columns-private.h"
#include "episode-extract-private.h"

#include "core/marmot-csv-date-private.h"
#include "core/marmot-read-private.h"
#include "core/marmot-reader-private.h"

struct _MarmotEpisodeReader
{
  GObject parent_instance;

  MarmotEpisodeMapping *mapping;
  ReaderLimits limits;
  char *extract_day;        /* yyyy-mm-dd, or NULL */
  gint32 extract_days;      /* the same since 1970, or EPISODE_NO_DATE */

  ReaderProgress progress;

  EpisodeExtractCounts counts; /* of the last read */
};

G_DEFINE_FINAL_TYPE (MarmotEpisodeReader, marmot_episode_reader, G_TYPE_OBJECT)

enum
{
  PROP_MAPPING = READER_N_PROPS,
  PROP_EXTRACT_DAY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
marmot_episode_reader_finalize (GObject *object)
{
  MarmotEpisodeReader *self = MARMOT_EPISODE_READER (object);

  g_clear_object (&self->mapping);
  g_free (self->extract_day);
  reader_progress_clear (&self->progress);
  episode_extract_counts_clear (&self->counts);

  G_OBJECT_CLASS (marmot_episode_reader_parent_class)->finalize (object);
}

static void
marmot_episode_reader_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  MarmotEpisodeReader *self = MARMOT_EPISODE_READER (object);

  switch (prop_id)
    {
    case PROP_MAPPING:
      g_value_set_object (value, self->mapping);
      break;
    case PROP_EXTRACT_DAY:
      g_value_set_string (value, self->extract_day);
      break;
    default:
      if (!reader_limits_get (&self->limits, prop_id, value))
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_episode_reader_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  MarmotEpisodeReader *self = MARMOT_EPISODE_READER (object);

  switch (prop_id)
    {
    case PROP_MAPPING:
      self->mapping = g_value_dup_object (value);
      break;
    default:
      if (!reader_limits_set (&self->limits, object, prop_id, value))
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_episode_reader_class_init (MarmotEpisodeReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_episode_reader_finalize;
  object_class->get_property = marmot_episode_reader_get_property;
  object_class->set_property = marmot_episode_reader_set_property;

  /**
   * MarmotEpisodeReader:mapping: (getter get_mapping)
   *
   * Which column is which field.
   *
   * Since: 1.0
   */
  props[PROP_MAPPING] = g_param_spec_object ("mapping", NULL, NULL, MARMOT_TYPE_EPISODE_MAPPING,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_MAPPING, props[PROP_MAPPING]);

  /**
   * MarmotEpisodeReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 4 GiB at first.
   *
   * Since: 1.0
   */

  /**
   * MarmotEpisodeReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  reader_limits_install (object_class, READER_MAX_BYTES);

  /**
   * MarmotEpisodeReader:extract-day: (getter get_extract_day)
   *
   * The day on which the extracts were made, yyyy-mm-dd; set by
   * [method@Marmot.EpisodeReader.set_extract_day].
   *
   * Since: 1.0
   */
  props[PROP_EXTRACT_DAY] = g_param_spec_string ("extract-day", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_EXTRACT_DAY, props[PROP_EXTRACT_DAY]);
}

static void
marmot_episode_reader_init (MarmotEpisodeReader *self)
{
  self->limits.max_bytes = READER_MAX_BYTES;
  self->limits.max_findings = READER_MAX_FINDINGS;
  self->extract_days = EPISODE_NO_DATE;
  episode_extract_counts_init (&self->counts);
}

MarmotEpisodeReader *
marmot_episode_reader_new (MarmotEpisodeMapping *mapping)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_MAPPING (mapping), NULL);

  return g_object_new (MARMOT_TYPE_EPISODE_READER, "mapping", mapping, NULL);
}

MarmotEpisodeMapping *
marmot_episode_reader_get_mapping (MarmotEpisodeReader *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), NULL);

  return self->mapping;
}

READER_DEFINE_LIMITS (MarmotEpisodeReader, marmot_episode_reader, MARMOT_IS_EPISODE_READER, limits)

const char *
marmot_episode_reader_get_extract_day (MarmotEpisodeReader *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), NULL);

  return self->extract_day;
}

gboolean
marmot_episode_reader_set_extract_day (MarmotEpisodeReader *self,
                                       const char *day,
                                       GError **error)
{
  gint32 days = EPISODE_NO_DATE;

  g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), FALSE);

  if (day && !marmot_csv_date_parse_iso (day, day + strlen (day), &days))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The day of the extract is no day: write it as 2025-03-31");
      return FALSE;
    }
  g_free (self->extract_day);
  self->extract_day = g_strdup (day);
  self->extract_days = days;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXTRACT_DAY]);
  return TRUE;
}

void
marmot_episode_reader_set_progress_func (MarmotEpisodeReader *self,
                                         MarmotProgressFunc func,
                                         gpointer user_data,
                                         GDestroyNotify destroy)
{
  g_return_if_fail (MARMOT_IS_EPISODE_READER (self));

  reader_progress_set (&self->progress, func, user_data, destroy);
}

/* --- reading ------------------------------------------------------------------------- */

static void
forget (MarmotEpisodeReader *self)
{
  episode_extract_counts_clear (&self->counts);
  episode_extract_counts_init (&self->counts);
}

/* Tells of progress, once for each hundredth. */
typedef struct
{
  MarmotEpisodeReader *reader;
  GMainContext *context;    /* where to tell it; NULL: here */
  int told;                 /* hundredths; -1 at first */
} Progress;

static void
on_progress (double share,
             gpointer data)
{
  Progress *self = data;
  const int hundredths = (int) (share * 100);

  if (hundredths <= self->told)
    return;
  self->told = hundredths;
  if (self->context)
    reader_progress_send (&self->reader->progress, G_OBJECT (self->reader), self->context, share);
  else
    reader_progress_tell (&self->reader->progress, share);
}

static EpisodeExtractOptions
make_options (MarmotEpisodeReader *self,
              Progress *progress)
{
  EpisodeExtractOptions options = { self->mapping,
                                    self->extract_days,
                                    self->limits.max_bytes,
                                    self->limits.max_findings,
                                    on_progress,
                                    progress };

  return options;
}

MarmotEpisodeSet *
marmot_episode_reader_read_bytes (MarmotEpisodeReader *self,
                                  GBytes *bytes,
                                  GBytes *needs,
                                  const char *name,
                                  GError **error)
{
  Progress progress = { self, NULL, -1 };
  EpisodeExtractOptions options;

  g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), NULL);
  g_return_val_if_fail (self->mapping != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  forget (self);
  options = make_options (self, &progress);
  return episode_extract_read (&options, g_bytes_ref (bytes), name, needs ? g_bytes_ref (needs) : NULL, "needs", NULL,
                               &self->counts, error);
}

/* Both files, and the set that they hold. */
static MarmotEpisodeSet *
read_files (const EpisodeExtractOptions *options,
            GFile *file,
            GFile *needs,
            GCancellable *cancellable,
            EpisodeExtractCounts *counts,
            GError **error)
{
  g_autofree char *name = marmot_file_name (file);
  g_autofree char *needs_name = needs ? marmot_file_name (needs) : NULL;
  GBytes *bytes, *needs_bytes = NULL;

  bytes = marmot_read_file (file, options->max_bytes, cancellable, error);
  if (!bytes)
    return NULL;
  if (needs)
    {
      needs_bytes = marmot_read_file (needs, options->max_bytes, cancellable, error);
      if (!needs_bytes)
        {
          g_bytes_unref (bytes);
          return NULL;
        }
    }
  return episode_extract_read (options, bytes, name, needs_bytes, needs_name, cancellable, counts, error);
}

MarmotEpisodeSet *
marmot_episode_reader_read_file (MarmotEpisodeReader *self,
                                 GFile *file,
                                 GFile *needs,
                                 GCancellable *cancellable,
                                 GError **error)
{
  Progress progress = { self, NULL, -1 };
  EpisodeExtractOptions options;

  g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), NULL);
  g_return_val_if_fail (self->mapping != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (needs == NULL || G_IS_FILE (needs), NULL);

  forget (self);
  options = make_options (self, &progress);
  return read_files (&options, file, needs, cancellable, &self->counts, error);
}

/* What a read in a thread takes along and brings back. */
typedef struct
{
  GFile *file;
  GFile *needs;
  EpisodeExtractOptions options;
  EpisodeExtractCounts counts;
  Progress progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_object (&job->needs);
  g_object_unref (job->options.mapping);
  episode_extract_counts_clear (&job->counts);
  g_main_context_unref (job->progress.context);
  g_free (job);
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  MarmotEpisodeSet *set = read_files (&job->options, job->file, job->needs, cancellable, &job->counts, &error);

  if (set)
    g_task_return_pointer (task, set, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
marmot_episode_reader_read_file_async (MarmotEpisodeReader *self,
                                       GFile *file,
                                       GFile *needs,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (MARMOT_IS_EPISODE_READER (self));
  g_return_if_fail (self->mapping != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (needs == NULL || G_IS_FILE (needs));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, marmot_episode_reader_read_file_async);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->needs = needs ? g_object_ref (needs) : NULL;
  /* The task keeps the reader. */
  job->progress = (Progress){ self, g_main_context_ref (g_task_get_context (task)), -1 };
  job->options = make_options (self, &job->progress);
  g_object_ref (job->options.mapping);
  episode_extract_counts_init (&job->counts);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

MarmotEpisodeSet *
marmot_episode_reader_read_file_finish (MarmotEpisodeReader *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  EpisodeExtractCounts counts;
  MarmotEpisodeSet *set;
  Job *job;

  g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, marmot_episode_reader_read_file_async), NULL);

  job = g_task_get_task_data (G_TASK (result));
  set = g_task_propagate_pointer (G_TASK (result), error);
  counts = self->counts;
  self->counts = job->counts;
  job->counts = counts;
  if (!set)
    self->counts.n_rows = self->counts.n_left_out = self->counts.n_needs = self->counts.n_needs_left_out = 0;
  return set;
}

READER_DEFINE_FINDINGS (MarmotEpisodeReader, marmot_episode_reader, MARMOT_IS_EPISODE_READER, self->counts.findings,
                        self->counts.n_findings)

#define COUNT_GETTER(name, member)                                     \
  guint64 marmot_episode_reader_get_##name (MarmotEpisodeReader *self) \
  {                                                                    \
    g_return_val_if_fail (MARMOT_IS_EPISODE_READER (self), 0);         \
                                                                       \
    return self->counts.member;                                        \
  }

COUNT_GETTER (n_rows, n_rows)
COUNT_GETTER (n_rows_left_out, n_left_out)
COUNT_GETTER (n_cells_lost, n_cells_lost)
COUNT_GETTER (n_needs, n_needs)
COUNT_GETTER (n_needs_left_out, n_needs_left_out)
