/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From counts to the model that kernels step through, with what-ifs.
 */
#include "flow-model-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"

#define MAX_FACTOR 1000

static const char *const kinds[] = { "entry", "move", "leave", "any" };

enum
{
  ENTRY,
  MOVE,
  LEAVE,
  ANY
};

/* A name of a state in a row of factors, or n_states for any of them. */
static gboolean
find_state (const MarmotFlowRates *rates,
            const MarmotColumn *column,
            const char *name,
            gsize row,
            gsize *state,
            GError **error)
{
  g_autofree char *text = NULL;

  *state = rates->n_states;
  if (!column || !marmot_column_row_is_valid (column, row))
    return TRUE;
  text = marmot_column_get_text (column, row);
  for (gsize s = 0; s < rates->n_states; s++)
    if (g_str_equal (text, g_ptr_array_index (rates->names, s)))
      {
        *state = s;
        return TRUE;
      }
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
               "Row %" G_GSIZE_FORMAT " of the factors names a state in \"%s\" that nobody was in: see the states of "
               "the rates",
               row, name);
  return FALSE;
}

static void
multiply_flows (mn_flow *flows,
                gsize n_flows,
                gsize n_states,
                guint kind,
                gsize from,
                gsize to,
                double factor)
{
  for (gsize i = 0; i < n_flows; i++)
    {
      gboolean is_leaving = kind != ENTRY && flows[i].to == n_states;

      if ((kind == MOVE && is_leaving) || (kind == LEAVE && !is_leaving))
        continue;
      if ((from == n_states || flows[i].from == from) && (to == n_states || flows[i].to == to))
        flows[i].factor *= factor;
    }
}

static gboolean
find_text (MarmotTable *factors,
           const char *name,
           gboolean required,
           const MarmotColumn **column,
           GError **error)
{
  *column = marmot_table_peek_column (factors, name);
  if (!*column && required)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The factors have no column \"%s\": name the one that holds it so", name);
      return FALSE;
    }
  if (*column && (*column)->n_nulls == (*column)->length)
    *column = NULL;
  if (*column && (*column)->type != MARMOT_COLUMN_TEXT && (*column)->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" holds no text: cast it to text", name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_factors (MarmotFlowModel *self,
               const MarmotFlowRates *rates,
               MarmotTable *factors,
               GError **error)
{
  const MarmotColumn *flow, *from, *to, *factor;
  gsize n_rows = marmot_table_get_n_rows (factors);

  if (!find_text (factors, "flow", TRUE, &flow, error) || !find_text (factors, "from", FALSE, &from, error)
      || !find_text (factors, "to", FALSE, &to, error)
      || !marmot_figures_find_numbers (factors, "factor", TRUE, &factor, error))
    return FALSE;
  for (gsize row = 0; row < n_rows; row++)
    {
      g_autofree char *text
        = flow && marmot_column_row_is_valid (flow, row) ? marmot_column_get_text (flow, row) : NULL;
      double times = marmot_column_row_is_valid (factor, row) ? marmot_column_get_double (factor, row) : (double) NAN;
      gsize source, target;
      guint kind = 0;

      while (kind < G_N_ELEMENTS (kinds) && g_strcmp0 (kinds[kind], text) != 0)
        kind++;
      if (kind == G_N_ELEMENTS (kinds))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " of the factors is of no flow: say \"entry\", \"move\", \"leave\" or "
                       "\"any\"",
                       row);
          return FALSE;
        }
      if (!(times >= 0 && times <= MAX_FACTOR))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "The factor of row %" G_GSIZE_FORMAT " is not from 0 to %d: 0.9 is for ten per cent fewer", row,
                       MAX_FACTOR);
          return FALSE;
        }
      if (!find_state (rates, from, "from", row, &source, error)
          || !find_state (rates, to, "to", row, &target, error))
        return FALSE;
      /* An entry comes from nowhere, and who leaves goes nowhere. */
      if ((kind == ENTRY || kind == ANY) && source == rates->n_states)
        multiply_flows (self->entries, self->model.n_entries, rates->n_states, ENTRY, source, target, times);
      if (kind == LEAVE && target < rates->n_states)
        continue;
      if (kind != ENTRY)
        multiply_flows (self->moves, self->model.n_moves, rates->n_states, kind, source, target, times);
    }
  self->is_changed = self->is_changed || n_rows > 0;
  return TRUE;
}

gboolean
marmot_flow_model_init (MarmotFlowModel *self,
                        const MarmotFlowRates *rates,
                        MarmotFlowOptions *options,
                        GError **error)
{
  double entry_factor = options ? marmot_flow_options_get_entry_factor (options) : 1;
  MarmotTable *factors = options ? marmot_flow_options_get_factors (options) : NULL;
  gsize n_states = rates->n_states, n = rates->n_bands * n_states, n_pairs = n * (n_states + 1);
  mn_flow_model *model = &self->model;
  gsize n_moves = 0, n_birthdays = 0;

  memset (self, 0, sizeof *self);
  self->step_months = options ? marmot_flow_options_get_step_months (options) : 1;
  if (self->step_months < 1 || 12 % self->step_months != 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A step has 1, 2, 3, 4, 6 or 12 months, so that a year is whole steps");
      return FALSE;
    }
  if (!(entry_factor >= 0 && entry_factor <= MAX_FACTOR))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "The factor of entries is from 0 to %d: 0.9 is for ten per cent fewer", MAX_FACTOR);
      return FALSE;
    }
  self->is_changed = entry_factor != 1;

  self->first = g_new0 (size_t, rates->n_bands + 1);
  for (guint b = 0; b < rates->n_bands; b++)
    self->first[b] = 12 * rates->ages[b] / self->step_months;
  self->first[rates->n_bands] = self->first[rates->n_bands - 1] + 1;

  for (gsize i = 0; i < n_pairs; i++)
    {
      n_moves += rates->moves[i] > 0;
      n_birthdays += rates->birthdays[i] > 0;
    }
  self->moves = g_new (mn_flow, n_moves + 1);
  self->entries = g_new (mn_flow, n + 1);
  self->birthdays = g_new (mn_flow, n_birthdays + 1);
  for (gsize b = 0; b < rates->n_bands; b++)
    for (gsize s = 0; s < n_states; s++)
      {
        gsize at = marmot_flow_at (rates, b, s);

        if (rates->entries[at] > 0)
          self->entries[model->n_entries++] = (mn_flow) {
            b, 0, s, rates->entries[at], (rates->until - rates->from) / MARMOT_FLOW_DAYS, entry_factor,
          };
        for (gsize j = 0; j <= n_states; j++)
          {
            gsize pair = marmot_flow_pair (rates, b, s, j);

            if (rates->moves[pair] > 0)
              self->moves[model->n_moves++]
                = (mn_flow) { b, s, j, rates->moves[pair], rates->days[at] / MARMOT_FLOW_DAYS, 1 };
            if (rates->birthdays[pair] > 0)
              self->birthdays[model->n_birthdays++]
                = (mn_flow) { b, s, j, rates->birthdays[pair], rates->reached[at], 1 };
          }
      }
  model->n_states = n_states;
  model->n_bands = rates->n_bands;
  model->first = self->first;
  model->step = self->step_months / 12.0;
  model->moves = self->moves;
  model->entries = self->entries;
  model->birthdays = self->birthdays;
  return !factors || apply_factors (self, rates, factors, error);
}

void
marmot_flow_model_clear (MarmotFlowModel *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->moves, g_free);
  g_clear_pointer (&self->entries, g_free);
  g_clear_pointer (&self->birthdays, g_free);
}
