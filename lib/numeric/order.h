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
