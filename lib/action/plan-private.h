/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is counted of the actions of a plan, and what holds them together.
 */
#pragma once

#include <marmot/marmot.h>

#include "action-table-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *group; /* of the actions; NULL if they do not say */
  guint n, n_open, n_blocked, n_done, n_dropped, n_overdue, n_stale, n_no_date, n_due_unknown;
  guint n_no_owner; /* of those that are open */
  guint n_plans;
  gconstpointer last; /* the plan that was counted last */
} PlanCounts;

typedef struct
{
  MarmotActionGrouping by;
  GPtrArray *groups;   /* of PlanCounts, in the order in which they come */
  GHashTable *by_name; /* their places, from 1 */
} PlanGrouping;

gboolean      plan_is_open      (MarmotActionState  state);

/* The actions by their short names; keys and values are the plan's. */
GHashTable   *plan_index        (MarmotActionPlan  *self);

/* Whether there is no note on it, nor on that of which it is a part. */
gboolean      plan_is_stale     (GHashTable        *by_id,
                                 MarmotAction      *action,
                                 MarmotPeriod      *period);

/* period, or the one before that in which on lies. */
MarmotPeriod *plan_notes_before (MarmotActionPlan  *self,
                                 const GDate       *on,
                                 MarmotPeriod      *period,
                                 GError           **error);

/* Adds to the groups, or to counts where grouping is NULL. */
void          plan_count        (MarmotActionPlan  *self,
                                 const GDate       *on,
                                 MarmotPeriod      *period,
                                 PlanGrouping      *grouping,
                                 PlanCounts        *counts);

/* The share of what was counted. */
MarmotMeasure *plan_share       (const PlanCounts       *all,
                                 MarmotActionShare       share,
                                 MarmotIntervalOptions  *options,
                                 GError                **error);

/* One row of marmot_action_plan_to_table, in columns from first on. */
void          plan_add_row      (ActionTable            *table,
                                 guint                   first,
                                 GHashTable             *by_id,
                                 MarmotAction           *action,
                                 const GDate            *on,
                                 MarmotPeriod           *notes);

/* Findings on parts and links that lead nowhere, or in a circle. */
void          plan_check_links  (MarmotActionPlan  *self,
                                 GPtrArray         *findings);

G_END_DECLS
