/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Counts of parts added up.
 */
#include "flow-private.h"

#include <string.h>

/* The names of both, in ascending order, each once. */
static GPtrArray *
join_names (const MarmotFlowRates *a,
            const MarmotFlowRates *b)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint i = 0, k = 0;

  while (i < a->names->len || k < b->names->len)
    {
      const char *x = i < a->names->len ? g_ptr_array_index (a->names, i) : NULL;
      const char *y = k < b->names->len ? g_ptr_array_index (b->names, k) : NULL;
      int order = !x ? 1 : !y ? -1 : strcmp (x, y);

      g_ptr_array_add (names, g_strdup (order <= 0 ? x : y));
      i += order <= 0;
      k += order >= 0;
    }
  return names;
}

/* Where each state of a part is in the sum; out is out. */
static gsize *
find_states (const MarmotFlowRates *part,
             const MarmotFlowRates *sum)
{
  gsize *where = g_new (gsize, part->n_states + 1);
  gsize at = 0;

  for (gsize s = 0; s < part->n_states; s++)
    {
      while (!g_str_equal (g_ptr_array_index (part->names, s), g_ptr_array_index (sum->names, at)))
        at++;
      where[s] = at;
    }
  where[part->n_states] = sum->n_states;
  return where;
}

static void
add_part (MarmotFlowRates *sum,
          const MarmotFlowRates *part)
{
  g_autofree gsize *where = find_states (part, sum);

  for (gsize b = 0; b < sum->n_bands; b++)
    for (gsize s = 0; s < part->n_states; s++)
      {
        gsize from = marmot_flow_at (part, b, s), to = marmot_flow_at (sum, b, where[s]);

        sum->days[to] += part->days[from];
        sum->entries[to] += part->entries[from];
        sum->reached[to] += part->reached[from];
        sum->opening[to] += part->opening[from];
        sum->closing[to] += part->closing[from];
        for (gsize j = 0; j <= part->n_states; j++)
          {
            gsize pair = marmot_flow_pair (part, b, s, j), into = marmot_flow_pair (sum, b, where[s], where[j]);

            sum->moves[into] += part->moves[pair];
            sum->birthdays[into] += part->birthdays[pair];
          }
      }
  for (gsize month = 0; month < sum->n_months; month++)
    for (gsize s = 0; s < part->n_states; s++)
      sum->stock[month * sum->n_states + where[s]] += part->stock[month * part->n_states + s];
  sum->n_moves += part->n_moves;
  sum->n_leavers += part->n_leavers;
  sum->n_entries += part->n_entries;
  sum->n_unmatched += part->n_unmatched;
  sum->n_faulty += part->n_faulty;
  sum->n_opening += part->n_opening;
  sum->n_closing += part->n_closing;
  for (guint i = 0; part->findings && i < part->findings->len; i++)
    g_ptr_array_add (sum->findings, marmot_finding_ref (g_ptr_array_index (part->findings, i)));
}

MarmotFlowRates *
marmot_flow_rates_add (MarmotFlowRates *self,
                       MarmotFlowRates *other,
                       GError **error)
{
  g_autoptr (MarmotFlowRates) sum = NULL;

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);
  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (other), NULL);

  if (self->from != other->from || self->until != other->until || self->n_bands != other->n_bands
      || memcmp (self->ages, other->ages, self->n_bands * sizeof *self->ages) != 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The rates are of different times or ages: count all parts in the same way");
      return NULL;
    }
  sum = g_object_new (MARMOT_TYPE_FLOW_RATES, NULL);
  sum->from = self->from;
  sum->until = self->until;
  sum->n_bands = self->n_bands;
  sum->has_ages = self->has_ages;
  sum->interval = self->interval ? g_object_ref (self->interval) : NULL;
  g_free (sum->ages);
  sum->ages = g_memdup2 (self->ages, self->n_bands * sizeof *self->ages);
  g_ptr_array_unref (sum->names);
  sum->names = join_names (self, other);
  sum->n_states = sum->names->len;
  if (sum->n_states > MARMOT_FLOW_MAX_STATES || sum->n_bands * sum->n_states > MARMOT_FLOW_MAX_CELLS)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "Together there are %" G_GSIZE_FORMAT " states: are they the same in both parts?", sum->n_states);
      return NULL;
    }
  sum->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  marmot_flow_rates_alloc (sum);
  add_part (sum, self);
  add_part (sum, other);
  return g_steal_pointer (&sum);
}
