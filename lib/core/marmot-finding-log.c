/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-finding-log-private.h"

#include <string.h>

/* Characters of a name of a column that a finding shows. */
#define MAX_NAME 100

MarmotFindingLog *
marmot_finding_log_new (const char *file,
                        guint limit)
{
  MarmotFindingLog *self = g_new0 (MarmotFindingLog, 1);

  self->file = file ? g_utf8_make_valid (file, -1) : NULL;
  self->limit = limit;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  return self;
}

void
marmot_finding_log_free (MarmotFindingLog *self)
{
  g_free (self->file);
  g_ptr_array_unref (self->findings);
  g_clear_pointer (&self->first, marmot_finding_unref);
  g_free (self);
}

static char *
shorten (const char *name)
{
  /* A long name is cut to bytes first: it may be a megabyte, counted for every
   * finding. */
  g_autofree char *part = g_utf8_make_valid (name, (gssize) strnlen (name, MAX_NAME * 4 + 1));

  if (g_utf8_strlen (part, -1) <= MAX_NAME)
    return g_steal_pointer (&part);

  {
    g_autofree char *cut = g_utf8_substring (part, 0, MAX_NAME);

    return g_strconcat (cut, "…", NULL);
  }
}

static void
add (MarmotFindingLog *self,
     const char *rule,
     MarmotSeverity severity,
     guint64 row,
     const char *column,
     const char *path,
     const char *fix,
     const char *message_format,
     va_list args) G_GNUC_PRINTF (8, 0);

static void
add (MarmotFindingLog *self,
     const char *rule,
     MarmotSeverity severity,
     guint64 row,
     const char *column,
     const char *path,
     const char *fix,
     const char *message_format,
     va_list args)
{
  g_autofree char *message = NULL;
  g_autofree char *name = NULL;
  gboolean is_error = severity == MARMOT_SEVERITY_ERROR;
  gboolean is_first = is_error && (!self->first || row < marmot_finding_get_row (self->first));
  MarmotFinding *finding;

  self->n_findings++;
  self->n_errors += is_error;
  if (self->findings->len >= self->limit && !is_first)
    return;

  message = g_strdup_vprintf (message_format, args);
  name = column ? shorten (column) : NULL;
  finding = marmot_finding_new (rule, severity, self->file, row, name, path, message, fix);

  if (is_first)
    {
      g_clear_pointer (&self->first, marmot_finding_unref);
      self->first = marmot_finding_ref (finding);
    }
  if (self->findings->len < self->limit)
    g_ptr_array_add (self->findings, finding);
  else
    marmot_finding_unref (finding);
}

void
marmot_finding_log_add (MarmotFindingLog *self,
                        const char *rule,
                        MarmotSeverity severity,
                        guint64 row,
                        const char *column,
                        const char *fix,
                        const char *message_format,
                        ...)
{
  va_list args;

  va_start (args, message_format);
  add (self, rule, severity, row, column, NULL, fix, message_format, args);
  va_end (args);
}

void
marmot_finding_log_add_path (MarmotFindingLog *self,
                             const char *rule,
                             MarmotSeverity severity,
                             const char *path,
                             const char *fix,
                             const char *message_format,
                             ...)
{
  va_list args;

  va_start (args, message_format);
  add (self, rule, severity, 0, NULL, path, fix, message_format, args);
  va_end (args);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint64 row_a = marmot_finding_get_row (*(MarmotFinding *const *) a);
  guint64 row_b = marmot_finding_get_row (*(MarmotFinding *const *) b);

  return row_a < row_b ? -1 : row_a > row_b;
}

void
marmot_finding_log_sort (MarmotFindingLog *self)
{
  /* The sort is stable: within a row, columns keep the order of the file. */
  g_ptr_array_sort (self->findings, compare_rows);
}

gboolean
marmot_finding_log_end (MarmotFindingLog *self,
                        GError **error)
{
  g_autofree char *first = NULL;

  marmot_finding_log_sort (self);
  if (!self->first)
    return TRUE;

  first = marmot_finding_to_string (self->first);
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "%s. Errors in this file: %" G_GUINT64_FORMAT, first, self->n_errors);
  return FALSE;
}
