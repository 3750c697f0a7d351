/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-reader-private.h"

/* --- limits -------------------------------------------------------------------------- */

void
reader_limits_install (GObjectClass *klass,
                       guint64 max_bytes)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  g_object_class_install_property (klass, READER_PROP_MAX_BYTES,
                                   g_param_spec_uint64 ("max-bytes", NULL, NULL, 0, G_MAXUINT64, max_bytes, flags));
  g_object_class_install_property (klass, READER_PROP_MAX_FINDINGS,
                                   g_param_spec_uint ("max-findings", NULL, NULL, 0, G_MAXUINT, READER_MAX_FINDINGS,
                                                      flags));
}

gboolean
reader_limits_get (const ReaderLimits *self,
                   guint prop_id,
                   GValue *value)
{
  switch (prop_id)
    {
    case READER_PROP_MAX_BYTES:
      g_value_set_uint64 (value, self->max_bytes);
      return TRUE;
    case READER_PROP_MAX_FINDINGS:
      g_value_set_uint (value, self->max_findings);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
reader_limits_set (ReaderLimits *self,
                   GObject *reader,
                   guint prop_id,
                   const GValue *value)
{
  switch (prop_id)
    {
    case READER_PROP_MAX_BYTES:
      reader_limits_set_bytes (self, reader, g_value_get_uint64 (value));
      return TRUE;
    case READER_PROP_MAX_FINDINGS:
      reader_limits_set_findings (self, reader, g_value_get_uint (value));
      return TRUE;
    default:
      return FALSE;
    }
}

void
reader_limits_set_bytes (ReaderLimits *self,
                         GObject *reader,
                         guint64 max_bytes)
{
  if (self->max_bytes == max_bytes)
    return;
  self->max_bytes = max_bytes;
  g_object_notify (reader, "max-bytes");
}

void
reader_limits_set_findings (ReaderLimits *self,
                            GObject *reader,
                            guint max_findings)
{
  if (self->max_findings == max_findings)
    return;
  self->max_findings = max_findings;
  g_object_notify (reader, "max-findings");
}

/* --- findings ------------------------------------------------------------------------ */

GPtrArray *
reader_copy_findings (GPtrArray *findings)
{
  GPtrArray *copy = g_ptr_array_new_full (findings->len, (GDestroyNotify) marmot_finding_unref);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (findings->pdata[i]));
  return copy;
}

/* --- limits and findings ------------------------------------------------------------- */

void
reader_state_init (ReaderState *self,
                   guint64 max_bytes)
{
  self->limits.max_bytes = max_bytes;
  self->limits.max_findings = READER_MAX_FINDINGS;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  self->n_findings = 0;
}

void
reader_state_clear (ReaderState *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

void
reader_state_forget (ReaderState *self)
{
  g_ptr_array_set_size (self->findings, 0);
  self->n_findings = 0;
}

void
reader_state_keep (ReaderState *self,
                   GPtrArray *findings,
                   guint64 n_findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, marmot_finding_ref (findings->pdata[i]));
  self->n_findings += n_findings;
}

gboolean
reader_state_end_log (ReaderState *self,
                      MarmotFindingLog *log,
                      GError **error)
{
  gboolean is_good = marmot_finding_log_end (log, error);

  reader_state_keep (self, log->findings, log->n_findings);
  return is_good;
}

/* --- progress ------------------------------------------------------------------------ */

void
reader_progress_set (ReaderProgress *self,
                     MarmotProgressFunc func,
                     gpointer data,
                     GDestroyNotify destroy)
{
  ReaderProgress old = *self;

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  reader_progress_clear (&old);
}

void
reader_progress_clear (ReaderProgress *self)
{
  if (self->destroy)
    self->destroy (self->data);
}

void
reader_progress_tell (const ReaderProgress *self,
                      double fraction)
{
  if (self->func)
    self->func (fraction, self->data);
}

typedef struct
{
  const ReaderProgress *progress;
  GObject *reader;
  double fraction;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->reader);
  g_free (told);
}

static gboolean
tell_caller (gpointer data)
{
  Told *told = data;

  reader_progress_tell (told->progress, told->fraction);
  return G_SOURCE_REMOVE;
}

void
reader_progress_send (const ReaderProgress *self,
                      GObject *reader,
                      GMainContext *context,
                      double fraction)
{
  GSource *source = g_idle_source_new ();
  Told *told = g_new (Told, 1);

  told->progress = self;
  told->reader = g_object_ref (reader);
  told->fraction = fraction;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_caller, told, told_free);
  g_source_attach (source, context);
  g_source_unref (source);
}
