/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables in and out: columns found by their names, and results put together.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-stats-private.h"

G_BEGIN_DECLS

/* Rows a block, for columns that are read as doubles. */
#define MARMOT_FIGURES_BLOCK 1024

/* The column of numbers of this name, without a reference; NULL where there is
 * none and it is not required. A column that is not there is a
 * MARMOT_ERROR_NOT_FOUND, one of another type a MARMOT_ERROR_TYPE. */
gboolean      marmot_figures_find_numbers (MarmotTable         *figures,
                                           const char          *name,
                                           gboolean             required,
                                           const MarmotColumn **column,
                                           GError             **error);

/* The codes of groups, checked to be of as many rows as there are; of one group of
 * all rows where groups is NULL, in memory that goes to owned. */
gboolean      marmot_figures_get_groups   (MarmotTable         *figures,
                                           MarmotGroups        *groups,
                                           const gint32       **codes,
                                           gsize               *n_groups,
                                           gint32             **owned,
                                           GError             **error);

gboolean      marmot_figures_get_groups_of (gsize               n_rows,
                                            MarmotGroups       *groups,
                                            const gint32      **codes,
                                            gsize              *n_groups,
                                            gint32            **owned,
                                            GError            **error);

/* The numbers of rows [first, first + n_rows) in scratch or in the column, and
 * MARMOT_STATUS_MISSING in the status of those that are null, or 0 in place of
 * them where null_is_zero. */
const double *marmot_figures_read         (const MarmotColumn  *column,
                                           gsize                first,
                                           gsize                n_rows,
                                           gboolean             null_is_zero,
                                           double              *scratch,
                                           guint8              *status);

/* All numbers of a column, to be freed; MARMOT_STATUS_MISSING for nulls. */
double       *marmot_figures_read_all     (const MarmotColumn  *column,
                                           guint8              *status);

/* A column that is passed alone: numbers, of as many rows as there are. what is in
 * the plural, for messages. */
gboolean      marmot_figures_check_column (MarmotColumn        *column,
                                           const char          *what,
                                           gsize                n_rows,
                                           GError             **error);

/* A result while it is put together. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *columns;
} MarmotResult;

void          marmot_result_init          (MarmotResult        *self);
void          marmot_result_clear         (MarmotResult        *self);

/* Takes the column. */
void          marmot_result_add           (MarmotResult        *self,
                                           const char          *name,
                                           MarmotColumn        *column);

/* Doubles, copied; null where they are NaN. */
void          marmot_result_add_doubles   (MarmotResult        *self,
                                           const char          *name,
                                           const double        *values,
                                           gsize                n_rows);

/* Short names of the members of an enumeration whose values are 0, 1, 2 and so on, as
 * a dictionary. */
void          marmot_result_add_enums     (MarmotResult        *self,
                                           const char          *name,
                                           GType                type,
                                           const guint8        *members,
                                           gsize                n_rows);

/* Short names of statuses, as a dictionary. */
void          marmot_result_add_statuses  (MarmotResult        *self,
                                           const char          *name,
                                           const guint8        *statuses,
                                           gsize                n_rows);

/* The columns of estimates: as they are called in their table, or, with a name,
 * "name", "name_lower" and so on. Takes the estimates. */
void          marmot_result_add_estimates (MarmotResult        *self,
                                           const char          *name,
                                           MarmotEstimates     *estimates);

/* The keys of groups, of the group that each of n_rows rows is of; the groups' codes
 * as "group" where they have no keys. Nothing without groups. */
void          marmot_result_add_keys      (MarmotResult        *self,
                                           MarmotGroups        *groups,
                                           const gsize         *group_of,
                                           gsize                n_rows);

/* The columns that say which group each row is of: its keys, or a column "group" with its
 * number where there are none. */
void          marmot_result_add_group_keys (MarmotResult      *self,
                                            MarmotTable       *keys,
                                            const gsize       *group_of,
                                            gsize              n_rows);

MarmotTable  *marmot_result_end           (MarmotResult        *self);

/* The same where keys were added: an error if one is named as another column. */
MarmotTable  *marmot_result_end_with_keys (MarmotResult        *self,
                                           GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotResult, marmot_result_clear)

/* A proportion as a percentage with a point, whatever the locale, such as "99.8": what
 * columns of limits are named after. */
#define MARMOT_PERCENT_SIZE G_ASCII_DTOSTR_BUF_SIZE

const char   *marmot_figures_percent      (double               proportion,
                                           char                 buffer[MARMOT_PERCENT_SIZE]);

/* The limits of counts at one level of the plan: exact under `below`, Byar's from
 * there; NaN for a count that is NaN. */
void          marmot_count_limits         (const MarmotIntervalPlan *plan,
                                           guint                     level,
                                           double                    below,
                                           const double             *count,
                                           gsize                     n_rows,
                                           double                   *lower,
                                           double                   *upper);

G_END_DECLS
