/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the loops of this room see of an SSDA903 return: the tables of each year apart, as
 * arrays of numbers.
 *
 * - Dates are days since 1970, EPISODE_NO_DATE for a blank cell and CARE_BAD_DATE for one
 *   that holds no date. Both are below every day that can be: "days[row] > CARE_BAD_DATE"
 *   is "there is a date".
 * - Codes, children and numbers are -1 for a blank cell. A column has one dictionary for all
 *   tables and years of the return, so the same code is the same number everywhere; so do
 *   children, and joins are look-ups in an array.
 * - A column that the file did not have is NULL, and a rule that needs it is not run.
 * - Rows without a child are not here: the reader reported them and left them out.
 *
 * Nothing of it ever changes. It lives as long as the return.
 */
#pragma once

#include "care-columns-private.h"
#include "episode-columns-private.h"

G_BEGIN_DECLS

#define CARE_BAD_DATE (G_MININT32 + 1)

/* A table of a year. */
typedef struct
{
  guint year;               /* 2017 for 2017/18 */
  const char *source;       /* the name of the file; nullable */
  gsize n_rows;
  const gint32 *columns[CARE_N_COLUMNS];  /* dates, codes or numbers; of PL_DISTANCE NULL */
  const double *miles;      /* PL_DISTANCE, NaN where it is not known; or NULL */
  const guint32 *lines;     /* in the file, from 1; of a table that was no file the row from 1 */
} CareRows;

/* NULL if the return has no such table of the year. */
const CareRows *care_return_peek_rows     (MarmotCareReturn   *self,
                                           MarmotCareTable     table,
                                           guint               year);

/* The years of the return, ascending. */
const guint    *care_return_peek_years    (MarmotCareReturn   *self,
                                           gsize              *n_years);

/* Codes of CARE_CHILD are below it. */
gsize           care_return_n_children    (MarmotCareReturn   *self);

/* How many distinct values a column has, in all tables and years. */
gsize           care_return_n_values      (MarmotCareReturn   *self,
                                           CareColumn          column);

/* The value behind a code, without a terminating NUL; NULL of columns of numbers. */
const char     *care_return_peek_value    (MarmotCareReturn   *self,
                                           CareColumn          column,
                                           gint32              code,
                                           gsize              *length);

/* For every value of a column of codes the position of the name in names (NULL last) that
 * it equals, or -1; free it. */
gint32         *care_return_match_values  (MarmotCareReturn   *self,
                                           CareColumn          column,
                                           const char *const  *names);

/* The episodes of all years, those that several years tell of once: by child and DECOM a
 * closed one beats an open one, and the later year wins. Rows of one key in one year are
 * all here, and rows without a DECOM. By year, then by row. */
typedef struct
{
  gsize n_rows;
  gsize n_repeated;         /* rows that another year's told better */
  const CareRows *const *tables;  /* of each row: in which table */
  const guint32 *rows;      /* and where in it */
} CarePool;

const CarePool *care_return_get_pool      (MarmotCareReturn   *self);

/* The first and the day after the last of a collection year: 1 April to 1 April. */
gint32          care_year_start           (guint               year);
gint32          care_year_end             (guint               year);

/* A set of 64-bit keys, each with a number: what joins rows by child and date. */
typedef struct _CareKeys CareKeys;

static inline guint64
care_key (gint32 child,
          gint32 day)
{
  return ((guint64) (guint32) child << 32) | (guint32) day;
}

CareKeys       *care_keys_new             (gsize               n_expected);
void            care_keys_free            (CareKeys           *self);

/* The number under a key; a new key gets number and TRUE in *is_new. */
guint32         care_keys_add             (CareKeys           *self,
                                           guint64             key,
                                           guint32             number,
                                           gboolean           *is_new);

/* G_MAXUINT32 if there is none. */
guint32         care_keys_find            (const CareKeys     *self,
                                           guint64             key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareKeys, care_keys_free)

G_END_DECLS
