/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-serialize-private.h"

#define BODY_FORMAT "(sumstmsmsssb)"

/* In the order in which findings are sorted, after the row. */
enum
{
  TEXT_FILE,
  TEXT_COLUMN,
  TEXT_RULE,
  TEXT_PATH,
  TEXT_MESSAGE,
  TEXT_FIX,
  N_TEXTS
};

struct _MarmotFinding
{
  guint64 row;
  MarmotSeverity severity;
  gboolean published;
  char *texts[N_TEXTS];
};

G_DEFINE_BOXED_TYPE (MarmotFinding, marmot_finding, marmot_finding_ref, marmot_finding_unref)

static MarmotFinding *
new_finding (const char *const texts[N_TEXTS],
             guint64 row,
             MarmotSeverity severity,
             gboolean published)
{
  MarmotFinding *self = g_atomic_rc_box_new0 (MarmotFinding);

  self->row = row;
  self->severity = severity;
  self->published = published;
  /* File names need not be UTF-8, but bindings and bytes need it. */
  for (gsize i = 0; i < N_TEXTS; i++)
    self->texts[i] = texts[i] ? g_utf8_make_valid (texts[i], -1) : NULL;
  return self;
}

static MarmotFinding *
new_checked (const char *rule,
             MarmotSeverity severity,
             const char *file,
             guint64 row,
             const char *column,
             const char *path,
             const char *message,
             const char *fix,
             gboolean published)
{
  const char *texts[N_TEXTS] = { file, column, rule, path, message, fix };

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);
  g_return_val_if_fail (fix != NULL, NULL);
  g_return_val_if_fail (marmot_enum_has (MARMOT_TYPE_SEVERITY, (guint32) severity), NULL);

  return new_finding (texts, row, severity, published);
}

MarmotFinding *
marmot_finding_new (const char *rule,
                    MarmotSeverity severity,
                    const char *file,
                    guint64 row,
                    const char *column,
                    const char *path,
                    const char *message,
                    const char *fix)
{
  return new_checked (rule, severity, file, row, column, path, message, fix, FALSE);
}

MarmotFinding *
marmot_finding_new_published (const char *rule,
                              MarmotSeverity severity,
                              const char *file,
                              guint64 row,
                              const char *column,
                              const char *path,
                              const char *message,
                              const char *fix)
{
  return new_checked (rule, severity, file, row, column, path, message, fix, TRUE);
}

MarmotFinding *
marmot_finding_ref (MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_finding_clear (gpointer box)
{
  MarmotFinding *self = box;

  for (gsize i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
}

void
marmot_finding_unref (MarmotFinding *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_finding_clear);
}

const char *
marmot_finding_get_rule (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TEXT_RULE];
}

MarmotSeverity
marmot_finding_get_severity (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_SEVERITY_ERROR);

  return self->severity;
}

const char *
marmot_finding_get_file (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TEXT_FILE];
}

guint64
marmot_finding_get_row (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row;
}

const char *
marmot_finding_get_column (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TEXT_COLUMN];
}

const char *
marmot_finding_get_path (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TEXT_PATH];
}

const char *
marmot_finding_get_message (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TEXT_MESSAGE];
}

const char *
marmot_finding_get_fix (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TEXT_FIX];
}

gboolean
marmot_finding_is_published (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->published;
}

int
marmot_finding_compare (const MarmotFinding *self,
                        const MarmotFinding *other)
{
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  order = g_strcmp0 (self->texts[TEXT_FILE], other->texts[TEXT_FILE]);
  if (order != 0)
    return order;
  if (self->row != other->row)
    return self->row < other->row ? -1 : 1;

  for (gsize i = TEXT_FILE + 1; i < N_TEXTS; i++)
    {
      order = g_strcmp0 (self->texts[i], other->texts[i]);
      if (order != 0)
        return order;
    }

  if (self->severity != other->severity)
    return self->severity < other->severity ? -1 : 1;
  return self->published - other->published;
}

gboolean
marmot_finding_equal (const MarmotFinding *self,
                      const MarmotFinding *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return marmot_finding_compare (self, other) == 0;
}

guint
marmot_finding_hash (const MarmotFinding *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = (guint) self->row * 31 + (guint) self->severity;
  for (gsize i = 0; i < N_TEXTS; i++)
    hash = hash * 31 + (self->texts[i] ? g_str_hash (self->texts[i]) : 0);
  return hash;
}

/* Control characters become spaces, so that a finding keeps to its line of a log
 * even when a quoted name of a column spans two. */
static void
append_line (GString *text,
             const char *part)
{
  for (; *part; part++)
    g_string_append_c (text, (guchar) *part < 0x20 || *part == 0x7f ? ' ' : *part);
}

char *
marmot_finding_to_string (const MarmotFinding *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *separator = "";

  g_return_val_if_fail (self != NULL, NULL);

  if (self->texts[TEXT_FILE])
    {
      append_line (text, self->texts[TEXT_FILE]);
      separator = ", ";
    }
  if (self->row > 0)
    {
      g_string_append_printf (text, "%srow %" G_GUINT64_FORMAT, separator, self->row);
      separator = ", ";
    }
  if (self->texts[TEXT_COLUMN])
    {
      g_string_append_printf (text, "%scolumn ", separator);
      append_line (text, self->texts[TEXT_COLUMN]);
      separator = ", ";
    }
  if (self->texts[TEXT_PATH])
    {
      g_string_append_printf (text, "%sat ", separator);
      append_line (text, self->texts[TEXT_PATH]);
    }
  if (text->len > 0)
    g_string_append (text, ": ");

  append_line (text, self->texts[TEXT_MESSAGE]);
  g_string_append (text, " (");
  append_line (text, self->texts[TEXT_RULE]);
  g_string_append (text, "). Fix: ");
  append_line (text, self->texts[TEXT_FIX]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GBytes *
marmot_finding_serialize (const MarmotFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return marmot_serialize_body ("MarmotFinding", 1,
                                g_variant_new (BODY_FORMAT, self->texts[TEXT_RULE],
                                               (guint32) self->severity, self->texts[TEXT_FILE],
                                               self->row, self->texts[TEXT_COLUMN],
                                               self->texts[TEXT_PATH], self->texts[TEXT_MESSAGE],
                                               self->texts[TEXT_FIX], self->published));
}

MarmotFinding *
marmot_finding_deserialize (GBytes *bytes,
                            GError **error)
{
  g_autoptr (GVariant) body = NULL;
  const char *texts[N_TEXTS];
  guint32 severity;
  guint64 row;
  gboolean published;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, "MarmotFinding", 1, G_VARIANT_TYPE (BODY_FORMAT), error);
  if (!body)
    return NULL;

  g_variant_get (body, "(&sum&stm&sm&s&s&sb)", &texts[TEXT_RULE], &severity, &texts[TEXT_FILE], &row,
                 &texts[TEXT_COLUMN], &texts[TEXT_PATH], &texts[TEXT_MESSAGE], &texts[TEXT_FIX],
                 &published);
  if (!marmot_enum_has (MARMOT_TYPE_SEVERITY, severity))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                           "These bytes hold a finding of a later version, or are damaged");
      return NULL;
    }

  return new_finding (texts, row, (MarmotSeverity) severity, published);
}
