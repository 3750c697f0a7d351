/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes of an extract into a set of episodes: what MarmotEpisodeReader does, without the
 * object, so that a thread can do it.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct
{
  MarmotEpisodeMapping *mapping;
  gint32 extract_day;       /* EPISODE_NO_DATE if it is not known */
  guint64 max_bytes;
  guint max_findings;       /* of a file */

  MarmotProgressFunc progress; /* NULL for none */
  gpointer progress_data;
} EpisodeExtractOptions;

typedef struct
{
  GPtrArray *findings;
  guint64 n_findings;       /* kept or not */
  guint64 n_rows;
  guint64 n_left_out;
  guint64 n_cells_lost;
  guint64 n_needs;
  guint64 n_needs_left_out;
} EpisodeExtractCounts;

void              episode_extract_counts_init  (EpisodeExtractCounts *self);
void              episode_extract_counts_clear (EpisodeExtractCounts *self);

/* Bytes are taken, and freed as soon as they are read; needs and its name may be NULL, and
 * so may name. counts are filled though the read may fail. */
MarmotEpisodeSet *episode_extract_read (const EpisodeExtractOptions *options,
                                        GBytes                      *bytes,
                                        const char                  *name,
                                        GBytes                      *needs,
                                        const char                  *needs_name,
                                        GCancellable                *cancellable,
                                        EpisodeExtractCounts        *counts,
                                        GError                     **error);

G_END_DECLS
