/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "json-place-private.h"

#include <string.h>

/* Characters of a key that a path shows: in a broken document it may be half of
 * the document. */
#define MAX_KEY 100

static gboolean
is_plain (const char *key)
{
  gsize length = strlen (key);

  if (length == 0 || length > MAX_KEY || g_ascii_isdigit (*key))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (key[i]) && key[i] != '_')
      return FALSE;
  return TRUE;
}

static void
append_key (GString *out,
            const char *key)
{
  g_autofree char *part = NULL;

  if (is_plain (key))
    {
      g_string_append_printf (out, ".%s", key);
      return;
    }

  part = g_utf8_make_valid (key, (gssize) strnlen (key, MAX_KEY));
  g_string_append (out, "[\"");
  for (const char *at = part; *at; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, (guchar) *at < ' ' ? ' ' : *at);
    }
  g_string_append (out, strlen (key) > MAX_KEY ? "…\"]" : "\"]");
}

static void
append (GString *out,
        const JsonPlace *self)
{
  if (!self->outer)
    {
      g_string_append_c (out, '$');
      return;
    }

  append (out, self->outer);
  if (self->key)
    append_key (out, self->key);
  else
    g_string_append_printf (out, "[%" G_GSIZE_FORMAT "]", self->index);
}

char *
json_place_to_string (const JsonPlace *self)
{
  GString *out = g_string_new (NULL);

  append (out, self);
  return g_string_free (out, FALSE);
}

void
json_place_add (const JsonPlace *self,
                MarmotFindingLog *log,
                const char *rule,
                MarmotSeverity severity,
                const char *fix,
                const char *message)
{
  g_autofree char *path = NULL;

  /* A path is made for findings that are kept. */
  if (log->findings->len < log->limit || (severity == MARMOT_SEVERITY_ERROR && !log->first))
    path = json_place_to_string (self);
  marmot_finding_log_add_path (log, rule, severity, path, fix, "%s", message);
}
