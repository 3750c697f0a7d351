/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

struct _MarmotGroups
{
  gsize n_rows;
  gsize n_groups;
  gint32 *codes;
};

G_DEFINE_BOXED_TYPE (MarmotGroups, marmot_groups, marmot_groups_ref, marmot_groups_unref)

MarmotGroups *
marmot_groups_new_from_codes (const gint32 *codes,
                              gsize n_rows,
                              gsize n_groups,
                              GError **error)
{
  MarmotGroups *self;

  g_return_val_if_fail (codes != NULL || n_rows == 0, NULL);

  if (n_groups > G_MAXINT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "There are more groups than 32-bit codes can tell apart");
      return NULL;
    }

  for (gsize i = 0; i < n_rows; i++)
    if (codes[i] < 0 || (gsize) codes[i] >= n_groups)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "Row %" G_GSIZE_FORMAT ": the code is not one of the %" G_GSIZE_FORMAT
                     " groups", i, n_groups);
        return NULL;
      }

  self = g_atomic_rc_box_new0 (MarmotGroups);
  self->n_rows = n_rows;
  self->n_groups = n_groups;
  self->codes = g_memdup2 (codes, n_rows * sizeof *codes);
  return self;
}

MarmotGroups *
marmot_groups_ref (MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_groups_clear (gpointer box)
{
  MarmotGroups *self = box;

  g_free (self->codes);
}

void
marmot_groups_unref (MarmotGroups *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_groups_clear);
}

gsize
marmot_groups_get_n_rows (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

gsize
marmot_groups_get_n_groups (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_groups;
}

const gint32 *
marmot_groups_peek_codes (const MarmotGroups *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->codes;
}
