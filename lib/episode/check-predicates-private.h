/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The functions that rules name.
 */
#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/* Limits that a rule must have for a function. */
enum
{
  CHECK_ASKS_DAYS = 1 << 0,
  CHECK_ASKS_AGE = 1 << 1,
  CHECK_ASKS_BEFORE = 1 << 2
};

typedef struct
{
  const char *name;
  CheckPredicate predicate;
  guint asks;
  const char *needs[16];    /* columns that it reads, NULL last: a rule must name them all */
} CheckFunction;

/* NULL if there is none of that name. */
const CheckFunction *check_function_find (const char      *name);

/* The table of that name. */
gboolean             check_table_find    (const char      *name,
                                          MarmotCareTable *table);

G_END_DECLS
