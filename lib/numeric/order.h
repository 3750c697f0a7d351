/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rows of a column in ascending order.
 */
#pragma once

#include "kernel.h"

typedef struct
{
  uint64_t key;
  uint64_t row;
} mn_order_entry;

/* Sorts n rows by their keys, which are not NaN, in a time that grows as n does;
 * rows of one key keep their order. entries and scratch have room for n each.
 * Gives the one of them that holds the result: row is from 0. */
mn_order_entry *mn_order_rows (const double   *keys,
                               size_t          n,
                               mn_order_entry *entries,
                               mn_order_entry *scratch);

/* The number of a key, -0 as 0. */
double          mn_order_key  (uint64_t              key);

/* Numbers in the order of entries, and in that of rows: from at each row, into to. */
void            mn_order_take (const double         *from,
                               const mn_order_entry *entries,
                               size_t                n,
                               double               *to);
void            mn_order_pick (const double         *from,
                               const size_t         *rows,
                               size_t                n,
                               double               *to);
