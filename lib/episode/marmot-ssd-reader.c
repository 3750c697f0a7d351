/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "ssd-private.h"

#include "core/marmot-read-private.h"

#define MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)
#define MAX_FINDINGS 1000

struct _MarmotSsdReader
{
  GObject parent_instance;

  guint64 max_bytes;
  guint max_findings;
  SsdBuild *build;
  gboolean is_ended;        /* what it holds is used up; its findings are there to be asked for */
};

G_DEFINE_FINAL_TYPE (MarmotSsdReader, marmot_ssd_reader, G_TYPE_OBJECT)

enum
{
  PROP_MAX_BYTES = 1,
  PROP_MAX_FINDINGS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

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

  switch (prop_id)
    {
    case PROP_MAX_BYTES:
      g_value_set_uint64 (value, self->max_bytes);
      break;
    case PROP_MAX_FINDINGS:
      g_value_set_uint (value, self->max_findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_ssd_reader_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  MarmotSsdReader *self = MARMOT_SSD_READER (object);

  switch (prop_id)
    {
    case PROP_MAX_BYTES:
      marmot_ssd_reader_set_max_bytes (self, g_value_get_uint64 (value));
      break;
    case PROP_MAX_FINDINGS:
      marmot_ssd_reader_set_max_findings (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_ssd_reader_class_init (MarmotSsdReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

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
  props[PROP_MAX_BYTES] = g_param_spec_uint64 ("max-bytes", NULL, NULL, 0, G_MAXUINT64, MAX_BYTES, flags);

  /**
   * MarmotSsdReader:max-findings: (getter get_max_findings) (setter set_max_findings)
   *
   * How many findings are kept of a file; further ones are only counted.
   *
   * Since: 1.0
   */
  props[PROP_MAX_FINDINGS] = g_param_spec_uint ("max-findings", NULL, NULL, 0, G_MAXUINT, MAX_FINDINGS, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
marmot_ssd_reader_init (MarmotSsdReader *self)
{
  self->max_bytes = MAX_BYTES;
  self->max_findings = MAX_FINDINGS;
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
  self->build->limits.max_bytes = self->max_bytes;
  self->build->limits.max_findings = self->max_findings;
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

  bytes = marmot_read_file (file, self->max_bytes, cancellable, error);
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

guint64
marmot_ssd_reader_get_max_bytes (MarmotSsdReader *self)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), 0);

  return self->max_bytes;
}

void
marmot_ssd_reader_set_max_bytes (MarmotSsdReader *self,
                                  guint64 max_bytes)
{
  g_return_if_fail (MARMOT_IS_SSD_READER (self));

  if (self->max_bytes == max_bytes)
    return;
  self->max_bytes = max_bytes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_BYTES]);
}

guint
marmot_ssd_reader_get_max_findings (MarmotSsdReader *self)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), 0);

  return self->max_findings;
}

void
marmot_ssd_reader_set_max_findings (MarmotSsdReader *self,
                                     guint max_findings)
{
  g_return_if_fail (MARMOT_IS_SSD_READER (self));

  if (self->max_findings == max_findings)
    return;
  self->max_findings = max_findings;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_FINDINGS]);
}

GPtrArray *
marmot_ssd_reader_get_findings (MarmotSsdReader *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->build->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->build->findings->pdata[i]));
  return copy;
}

guint64
marmot_ssd_reader_get_n_findings (MarmotSsdReader *self)
{
  g_return_val_if_fail (MARMOT_IS_SSD_READER (self), 0);

  return self->build->n_findings;
}
