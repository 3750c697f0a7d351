/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reader-state-private.h"

void
reader_state_init (ReaderState *self,
                   guint64 max_bytes)
{
  self->max_bytes = max_bytes;
  self->max_findings = READER_MAX_FINDINGS;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  self->n_findings = 0;
}

void
reader_state_clear (ReaderState *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

void
reader_state_install (GObjectClass *klass,
                      GParamSpec **props,
                      guint64 max_bytes)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[READER_PROP_MAX_BYTES] = g_param_spec_uint64 ("max-bytes", NULL, NULL, 0, G_MAXUINT64, max_bytes, flags);
  props[READER_PROP_MAX_FINDINGS]
      = g_param_spec_uint ("max-findings", NULL, NULL, 0, G_MAXUINT, READER_MAX_FINDINGS, flags);
  g_object_class_install_property (klass, READER_PROP_MAX_BYTES, props[READER_PROP_MAX_BYTES]);
  g_object_class_install_property (klass, READER_PROP_MAX_FINDINGS, props[READER_PROP_MAX_FINDINGS]);
}

gboolean
reader_state_get (const ReaderState *self,
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
reader_state_set_bytes (ReaderState *self,
                        guint64 max_bytes)
{
  if (self->max_bytes == max_bytes)
    return FALSE;
  self->max_bytes = max_bytes;
  return TRUE;
}

gboolean
reader_state_set_findings (ReaderState *self,
                           guint max_findings)
{
  if (self->max_findings == max_findings)
    return FALSE;
  self->max_findings = max_findings;
  return TRUE;
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

GPtrArray *
reader_state_copy_findings (const ReaderState *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);

  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (copy, marmot_finding_ref (self->findings->pdata[i]));
  return copy;
}
