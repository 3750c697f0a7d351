/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables of the Standard Safeguarding Dataset as arrays of numbers, and what becomes of
 * them.
 */
#pragma once

#include "cells-private.h"
#include "episode-set-private.h"

#include "core/marmot-finding-log-private.h"
#include "core/marmot-reader-private.h"
#include "core/marmot-text-index-private.h"

G_BEGIN_DECLS

typedef enum
{
  SSD_EARLY_HELP,
  SSD_CARE,
  SSD_PLACEMENTS,
  SSD_STATUSES,
  SSD_PERSONS,
  SSD_N_TABLES
} SsdTable;

/* What tables tell, by whatever names. */
typedef enum
{
  SSD_ID,
  SSD_PERSON,
  SSD_PERIOD,               /* of care */
  SSD_START,
  SSD_END,
  SSD_START_REASON,
  SSD_END_REASON,
  SSD_NEED,
  SSD_AGENCY,
  SSD_TYPE,
  SSD_PROVIDER,
  SSD_CARER,
  SSD_MILES,
  SSD_AREA,
  SSD_POSTCODE,
  SSD_CHANGE_REASON,
  SSD_STATUS,
  SSD_BIRTH,
  SSD_SEX,
  SSD_ETHNICITY,
  SSD_N_FIELDS
} SsdField;

#define SSD_BAD_DATE (G_MININT32 + 1)

typedef struct
{
  char *source;
  gsize n_rows;
  gint32 *fields[SSD_N_FIELDS]; /* days, EPISODE_NO_DATE for none; or codes, -1 for none */
  double *miles;                /* NaN for none */
  guint32 *lines;
} SsdData;

typedef struct
{
  ReaderState state;
  SsdData *tables[SSD_N_TABLES];
  MarmotTextIndex *values[SSD_N_FIELDS];  /* one a field, for all tables */
  gint32 n_values[SSD_N_FIELDS];
  GByteArray *is_other;         /* of legal statuses by code: 1 if the return has none such */
  guint64 n_rows_read;
  guint64 n_rows_left_out;
} SsdBuild;

SsdBuild         *ssd_build_new       (void);
void              ssd_build_free      (SsdBuild      *self);
gboolean          ssd_build_add_bytes (SsdBuild      *self,
                                       GBytes        *bytes,
                                       const char    *name,
                                       GCancellable  *cancellable,
                                       GError       **error);
gboolean          ssd_build_add_table (SsdBuild      *self,
                                       MarmotTable   *data,
                                       const char    *name,
                                       GError       **error);

/* The code of a text of a field, which may be new. */
gint32            ssd_build_add_value (SsdBuild      *self,
                                       SsdField       field,
                                       const char    *text);

/* The episodes; what the build holds is used up. */
MarmotEpisodeSet *ssd_build_end       (SsdBuild      *self,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SsdBuild, ssd_build_free)

G_END_DECLS
