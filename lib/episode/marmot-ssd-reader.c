/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "ssd-private.h"

#include "core/marmot-read-private.h"
#include "core/marmot-reader-private.h"

struct _MarmotSsdReader
{
  GObject parent_instance;

  ReaderLimits limits;
  SsdBuild *build;
  gboolean is_ended;        /* what it holds is used up; its findings are there to be asked for */
};

G_DEFINE_FINAL_TYPE (MarmotSsdReader, marmot_ssd_reader, G_TYPE_OBJECT)

static void
marmot_ssd_reader_finalize (GObject *object)
{
  MarmotSsdReader *self = MARMOT_SSD_READER (object);

  ssd_build_free (self->build);

  G_OBJECT_CLASS (marmot_ssd_reader_parent_class)->finalize (object);
}

static void
marmot_ssd_reader_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  MarmotSsdReader *self = MARMOT_SSD_READER (object);

  if (!reader_limits_get (&self->limits, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_ssd_reader_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  MarmotSsdReader *self = MARMOT_SSD_READER (object);

  if (!reader_limits_set (&self->limits, object, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
marmot_ssd_reader_class_init (MarmotSsdReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_ssd_reader_finalize;
  object_class->get_property = marmot_ssd_reader_get_property;
  object_class->set_property = marmot_ssd_reader_set_property;

  /**
   * MarmotSsdReader:max-bytes: (getter get_max_bytes) (setter set_max_bytes)
   *
   * The largest size of a file, in bytes; 4 GiB at first.
   *
   * Since: 1.0
   */

  /**
   * MarmotSsdReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  reader_limits_install (object_class, READER_MAX_BYTES);
}

static void
marmot_ssd_reader_init (MarmotSsdReader *self)
{
  self->limits.max_bytes = READER_MAX_BYTES;
  self->limits.max_findings = READER_MAX_FINDINGS;
  self->build = ssd_build_new ();
}

MarmotSsdReader *
marmot_ssd_reader_new (void)
{
  return g_object_new (MARMOT_TYPE_SSD_READER, NULL);
}

/* What is being added to; begun anew if the last was ended. */
static SsdBuild *
get_build (MarmotSsdReader *self)
{
  if (self->is_ended)
    {
      ssd_build_free (self->build);
      self->build = ssd_build_new ();
      self->is_ended = FALSE;
    }
  self->build->state.limits = self->limits;
  return self->build;
}

gboolean
marmot_ssd_reader_add_bytes (MarmotSsdReader *self,
                             GBytes *bytes,
                             const char *name,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return ssd_build_add_bytes (get_build (self), bytes, name, cancellable, error);
}

gboolean
marmot_ssd_reader_add_file (MarmotSsdReader *self,
                            GFile *file,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = marmot_read_file (file, self->limits.max_bytes, cancellable, error);
  if (!bytes)
    return FALSE;
  name = marmot_file_name (file);
  return ssd_build_add_bytes (get_build (self), bytes, name, cancellable, error);
}

gboolean
marmot_ssd_reader_add_table (MarmotSsdReader *self,
                             MarmotTable *data,
                             const char *name,
                             GError **error)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  return ssd_build_add_table (get_build (self), data, name, error);
}

MarmotEpisodeSet *
marmot_ssd_reader_end (MarmotSsdReader *self,
                       GError **error)
{
  MarmotEpisodeSet *set;

  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), NULL);

  set = ssd_build_end (get_build (self), error);
  self->is_ended = self->build->tables[SSD_CARE] || self->build->tables[SSD_EARLY_HELP];
  return set;
}

guint64
marmot_ssd_reader_get_n_rows_read (MarmotSsdReader *self)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), 0);

  return self->build->n_rows_read;
}

guint64
marmot_ssd_reader_get_n_rows_left_out (MarmotSsdReader *self)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), 0);

  return self->build->n_rows_left_out;
}

READER_DEFINE_LIMITS (MarmotSsdReader, marmot_ssd_reader, MARMOT_IS_SSD_READER, limits)

READER_DEFINE_FINDINGS (MarmotSsdReader, marmot_ssd_reader, MARMOT_IS_SSD_READER, self->build->state.findings,
                        self->build->state.n_findings)
