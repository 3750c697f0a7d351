/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glib.h>
#include <math.h>

#include "numeric/order.h"

/* Keys that are spread, tied, tied in all but their last bits, far apart, and one far
 * from all others: what each round of dealing finds and leaves. */
static double
make_key (int kind,
          gsize i,
          GRand *rand)
{
  switch (kind)
    {
    case 0:
      return g_rand_double_range (rand, 5000, 90000);
    case 1:
      return (double) g_rand_int_range (rand, 1, 11);
    case 2:
      return exp (g_rand_double_range (rand, -300, 300)) * (g_rand_boolean (rand) ? 1 : -1);
    case 3:
      return i == 0 ? 1e-300 : g_rand_double_range (rand, 1, 2);
    case 4:
      return 1 + 1e-12 * g_rand_double (rand);
    case 5:
      return i % 2 ? 1e300 * g_rand_double (rand) : 1 + 1e-10 * g_rand_double (rand);
    case 6:
      return i % 3 ? -0.0 : 0.0;
    case 7:
      return (double) i;
    default:
      return -(double) (i / 2);
    }
}

Test (order, rows_ascend_and_those_of_one_key_keep_their_order)
{
  static const gsize sizes[] = { 1, 2, 48, 49, 100, 1000, 20000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int kind = 0; kind <= 8; kind++)
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        gsize n = sizes[s];
        g_autofree double *keys = g_new (double, n);
        g_autofree mn_order_entry *entries = g_new (mn_order_entry, n);
        g_autofree mn_order_entry *scratch = g_new (mn_order_entry, n);
        g_autofree guint8 *seen = g_malloc0 (n);
        const mn_order_entry *sorted;

        for (gsize i = 0; i < n; i++)
          keys[i] = make_key (kind, i, rand);
        sorted = mn_order_rows (keys, n, entries, scratch);
        for (gsize i = 0; i < n; i++)
          {
            cr_assert (sorted[i].row < n && !seen[sorted[i].row], "kind %d, %zu rows: %zu is there twice", kind, n, i);
            seen[sorted[i].row] = 1;
            cr_assert (eq (dbl, mn_order_key (sorted[i].key), keys[sorted[i].row]));
            if (i == 0)
              continue;
            cr_assert (keys[sorted[i - 1].row] < keys[sorted[i].row]
                         || (keys[sorted[i - 1].row] == keys[sorted[i].row] && sorted[i - 1].row < sorted[i].row),
                       "kind %d, %zu rows: %zu is out of order", kind, n, i);
          }
      }
}
