/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables that are made row by row, and measures of counts.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct _ActionTable ActionTable;

typedef struct
{
  const char *name;
  MarmotColumnType type;
} ActionColumn;

/* columns lives as long as the table is made. Every row must fill every column. */
ActionTable   *action_table_new      (const ActionColumn *columns,
                                      guint               n_columns);

/* Texts may be NULL, which is a null; so may periods. */
void           action_table_text     (ActionTable        *self,
                                      guint               column,
                                      const char         *text);
void           action_table_period   (ActionTable        *self,
                                      guint               column,
                                      MarmotPeriod       *period);
void           action_table_member   (ActionTable        *self,
                                      guint               column,
                                      GType               type,
                                      int                 member);
void           action_table_last_day (ActionTable        *self,
                                      guint               column,
                                      MarmotPeriod       *period);
void           action_table_integer  (ActionTable        *self,
                                      guint               column,
                                      gint64              number);
void           action_table_boolean  (ActionTable        *self,
                                      guint               column,
                                      gboolean            value);
void           action_table_double   (ActionTable        *self,
                                      guint               column,
                                      double              number);
void           action_table_null     (ActionTable        *self,
                                      guint               column);

/* Frees it. */
MarmotTable   *action_table_finish   (ActionTable        *self);

void           action_table_free     (ActionTable        *self);

/* A share of counts. reason is why some were left out, and may be NULL. */
MarmotMeasure *action_measure        (guint                   numerator,
                                      guint                   denominator,
                                      guint                   n_unknown,
                                      const char             *reason,
                                      guint                   n_excluded,
                                      MarmotIntervalOptions  *options,
                                      GError                **error);

G_END_DECLS
