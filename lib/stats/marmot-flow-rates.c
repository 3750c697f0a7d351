/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "figures-private.h"
#include "flow-private.h"

#include <string.h>

/* A rate that rests upon fewer moves than this has limits wider than half of it either way. */
#define FEW 16

G_DEFINE_FINAL_TYPE (MarmotFlowRates, marmot_flow_rates, G_TYPE_OBJECT)

static void
marmot_flow_rates_finalize (GObject *object)
{
  MarmotFlowRates *self = MARMOT_FLOW_RATES (object);

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->interval);
  g_free (self->ages);
  g_free (self->days);
  g_free (self->entries);
  g_free (self->reached);
  g_free (self->opening);
  g_free (self->closing);
  g_free (self->moves);
  g_free (self->birthdays);
  g_free (self->stock);
  G_OBJECT_CLASS (marmot_flow_rates_parent_class)->finalize (object);
}

static void
marmot_flow_rates_class_init (MarmotFlowRatesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_flow_rates_finalize;
}

static void
marmot_flow_rates_init (MarmotFlowRates *self)
{
  /* One made by g_object_new() alone is of nobody. */
  self->until = 1;
  self->n_bands = 1;
  self->n_months = 1;
  self->ages = g_new0 (guint, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

MarmotFlowRates *
marmot_flow_rates_new (MarmotTable *stays,
                       const GDate *from,
                       const GDate *until,
                       MarmotFlowOptions *options,
                       GError **error)
{
  g_auto (MarmotFlowStays) read = { 0 };
  const char *ages;
  gint32 first, last;

  g_return_val_if_fail (stays != NULL, NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_FLOW_OPTIONS (options), NULL);

  ages = options ? marmot_flow_options_get_ages (options) : NULL;
  if (!marmot_flow_get_day (from, &first, error) || !marmot_flow_get_day (until, &last, error)
      || !marmot_flow_stays_read (&read, stays, ages != NULL, error))
    return NULL;
  return marmot_flow_rates_count (&read, first, last, options, error);
}

/* --- getters ----------------------------------------------------------------------------- */

static GDate *
make_date (gint32 day)
{
  return g_date_new_julian ((guint32) (day + MARMOT_FLOW_EPOCH));
}

GDate *
marmot_flow_rates_get_from (MarmotFlowRates *self)
{
  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  return make_date (self->from);
}

GDate *
marmot_flow_rates_get_until (MarmotFlowRates *self)
{
  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  return make_date (self->until);
}

gsize
marmot_flow_rates_get_n_states (MarmotFlowRates *self)
{
  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), 0);

  return self->n_states;
}

#define COUNT_GETTER(name, field)                       \
  guint64 marmot_flow_rates_get_##name (MarmotFlowRates *self) \
  {                                                     \
    g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), 0); \
                                                        \
    return self->field;                                 \
  }

COUNT_GETTER (opening, n_opening)
COUNT_GETTER (closing, n_closing)
COUNT_GETTER (n_entries, n_entries)
COUNT_GETTER (n_leavers, n_leavers)
COUNT_GETTER (n_moves, n_moves)
COUNT_GETTER (n_unmatched, n_unmatched)
COUNT_GETTER (n_faulty, n_faulty)

GPtrArray *
marmot_flow_rates_get_findings (MarmotFlowRates *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; self->findings && i < self->findings->len; i++)
    g_ptr_array_add (findings, marmot_finding_ref (g_ptr_array_index (self->findings, i)));
  return findings;
}

/* --- tables ------------------------------------------------------------------------------ */

/* A dictionary of these texts, of which a code that is not there is null. */
static MarmotColumn *
make_dictionary (const char *const *texts,
                 gsize n_texts,
                 const gsize *codes,
                 gsize n_rows)
{
  g_autoptr (MarmotColumn) values = marmot_column_new_text (texts);
  gint32 *taken = g_new0 (gint32, n_rows + 1);
  guint8 *validity = g_malloc0 (n_rows / 8 + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bits = NULL;

  for (gsize i = 0; i < n_rows; i++)
    if (codes[i] < n_texts)
      {
        taken[i] = (gint32) codes[i];
        validity[i >> 3] |= (guint8) (1u << (i & 7));
      }
  bytes = g_bytes_new_take (taken, n_rows * sizeof *taken);
  bits = g_bytes_new_take (validity, n_rows / 8 + 1);
  return marmot_column_new_dictionary (bytes, values, bits, n_rows, NULL);
}

MarmotColumn *
marmot_flow_ages_column (const MarmotFlowRates *self,
                         const gsize *bands,
                         gsize n_rows)
{
  g_auto (GStrv) labels = g_new0 (char *, self->n_bands + 1);

  for (guint b = 0; b < self->n_bands; b++)
    if (b + 1 == self->n_bands)
      labels[b] = g_strdup_printf ("%u+", self->ages[b]);
    else if (self->ages[b] + 1 == self->ages[b + 1])
      labels[b] = g_strdup_printf ("%u", self->ages[b]);
    else
      labels[b] = g_strdup_printf ("%u-%u", self->ages[b], self->ages[b + 1] - 1);
  return make_dictionary ((const char *const *) labels, self->has_ages ? self->n_bands : 0, bands, n_rows);
}

MarmotColumn *
marmot_flow_states_column (const MarmotFlowRates *self,
                           const gsize *states,
                           gsize n_rows)
{
  g_autofree const char **names = g_new0 (const char *, self->n_states + 1);

  for (gsize i = 0; i < self->n_states; i++)
    names[i] = g_ptr_array_index (self->names, i);
  return make_dictionary (names, self->n_states, states, n_rows);
}

/* Options with the levels that were asked for, and this method. */
static MarmotIntervalOptions *
make_interval (MarmotFlowRates *self,
               MarmotMethod method,
               gboolean is_rate)
{
  MarmotIntervalOptions *made = marmot_interval_options_new ();
  double multiplier = self->interval ? marmot_interval_options_get_multiplier (self->interval) : 0;

  marmot_interval_options_set_method (made, method);
  marmot_interval_options_set_multiplier (made, is_rate && multiplier > 0 ? multiplier : 1);
  if (self->interval)
    {
      gsize n_levels;
      const double *levels = marmot_interval_options_get_levels (self->interval, &n_levels);

      if (!marmot_interval_options_set_levels (made, levels, n_levels, NULL))
        g_warn_if_reached ();
    }
  return made;
}

/* Rows while they are gathered. */
typedef struct
{
  gsize n;
  gsize *band;
  gsize *from;
  gsize *to;
  double *x;
  double *of;
} Rows;

static void
rows_init (Rows *self,
           gsize most)
{
  self->n = 0;
  self->band = g_new (gsize, most + 1);
  self->from = g_new (gsize, most + 1);
  self->to = g_new (gsize, most + 1);
  self->x = g_new (double, most + 1);
  self->of = g_new (double, most + 1);
}

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->band, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->of, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
rows_add (Rows *self,
          gsize band,
          gsize from,
          gsize to,
          double x,
          double of)
{
  self->band[self->n] = band;
  self->from[self->n] = from;
  self->to[self->n] = to;
  self->x[self->n] = x;
  self->of[self->n++] = of;
}

static void
add_ages (MarmotFlowRates *self,
          MarmotResult *result,
          const Rows *rows)
{
  if (self->has_ages)
    marmot_result_add (result, "age", marmot_flow_ages_column (self, rows->band, rows->n));
}

static MarmotTable *
end_rows (MarmotFlowRates *self,
          MarmotResult *result,
          const Rows *rows,
          const char *x_name,
          const char *of_name,
          gboolean is_rate)
{
  g_autoptr (MarmotIntervalOptions) interval
    = make_interval (self, is_rate ? MARMOT_METHOD_EXACT_POISSON : MARMOT_METHOD_WILSON, is_rate);
  g_autoptr (MarmotColumn) x = marmot_column_new_double (rows->x, rows->n);
  g_autoptr (MarmotColumn) of = marmot_column_new_double (rows->of, rows->n);
  g_autoptr (GError) error = NULL;
  MarmotEstimates *estimates = is_rate ? marmot_rate_column (x, of, interval, &error)
                                       : marmot_proportion_column (x, of, interval, &error);

  g_assert_no_error (error);
  marmot_result_add_doubles (result, x_name, rows->x, rows->n);
  marmot_result_add_doubles (result, of_name, rows->of, rows->n);
  marmot_result_add_estimates (result, NULL, estimates);
  return marmot_result_end (result);
}

MarmotTable *
marmot_flow_rates_to_table (MarmotFlowRates *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  rows_init (&rows, self->n_bands * self->n_states * (self->n_states + 1));
  for (gsize b = 0; b < self->n_bands; b++)
    for (gsize s = 0; s < self->n_states; s++)
      for (gsize j = 0; j <= self->n_states; j++)
        {
          double moves = self->moves[marmot_flow_pair (self, b, s, j)];

          if (moves > 0)
            rows_add (&rows, b, s, j, moves, self->days[marmot_flow_at (self, b, s)] / MARMOT_FLOW_DAYS);
        }
  marmot_result_init (&result);
  add_ages (self, &result, &rows);
  marmot_result_add (&result, "from", marmot_flow_states_column (self, rows.from, rows.n));
  marmot_result_add (&result, "to", marmot_flow_states_column (self, rows.to, rows.n));
  return end_rows (self, &result, &rows, "moves", "person_years", TRUE);
}

MarmotTable *
marmot_flow_rates_entries (MarmotFlowRates *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  rows_init (&rows, self->n_bands * self->n_states);
  for (gsize b = 0; b < self->n_bands; b++)
    for (gsize s = 0; s < self->n_states; s++)
      if (self->entries[marmot_flow_at (self, b, s)] > 0)
        rows_add (&rows, b, s, s, self->entries[marmot_flow_at (self, b, s)],
                  (self->until - self->from) / MARMOT_FLOW_DAYS);
  marmot_result_init (&result);
  add_ages (self, &result, &rows);
  marmot_result_add (&result, "state", marmot_flow_states_column (self, rows.to, rows.n));
  return end_rows (self, &result, &rows, "entries", "years", TRUE);
}

MarmotTable *
marmot_flow_rates_birthdays (MarmotFlowRates *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree gint64 *ages = NULL;

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  rows_init (&rows, self->n_bands * self->n_states * (self->n_states + 1));
  for (gsize b = 1; b < self->n_bands; b++)
    for (gsize s = 0; s < self->n_states; s++)
      for (gsize j = 0; j <= self->n_states; j++)
        {
          double moved = self->birthdays[marmot_flow_pair (self, b, s, j)];

          if (moved > 0)
            rows_add (&rows, b, s, j, moved, self->reached[marmot_flow_at (self, b, s)]);
        }
  ages = g_new (gint64, rows.n + 1);
  for (gsize i = 0; i < rows.n; i++)
    ages[i] = self->ages[rows.band[i]];
  marmot_result_init (&result);
  marmot_result_add (&result, "age", marmot_column_new_integer (ages, rows.n));
  marmot_result_add (&result, "from", marmot_flow_states_column (self, rows.from, rows.n));
  marmot_result_add (&result, "to", marmot_flow_states_column (self, rows.to, rows.n));
  return end_rows (self, &result, &rows, "moved", "reached", FALSE);
}

MarmotTable *
marmot_flow_rates_stock (MarmotFlowRates *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree double *opening = NULL;

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  rows_init (&rows, self->n_bands * self->n_states);
  opening = g_new (double, self->n_bands * self->n_states + 1);
  for (gsize b = 0; b < self->n_bands; b++)
    for (gsize s = 0; s < self->n_states; s++)
      {
        gsize at = marmot_flow_at (self, b, s);

        opening[rows.n] = self->opening[at];
        rows_add (&rows, b, s, s, self->closing[at], self->days[at] / MARMOT_FLOW_DAYS);
      }
  marmot_result_init (&result);
  add_ages (self, &result, &rows);
  marmot_result_add (&result, "state", marmot_flow_states_column (self, rows.to, rows.n));
  marmot_result_add_doubles (&result, "person_years", rows.of, rows.n);
  marmot_result_add_doubles (&result, "opening", opening, rows.n);
  marmot_result_add_doubles (&result, "closing", rows.x, rows.n);
  return marmot_result_end (&result);
}

/* --- in words ----------------------------------------------------------------------------- */

void
marmot_flow_rates_say (MarmotFlowRates *self,
                       GString *text)
{
  g_autofree char *from = marmot_flow_day_text (self->from);
  g_autofree char *until = marmot_flow_day_text (self->until);
  gsize n_rates = 0, n_few = 0, n_stuck = 0;

  for (gsize b = 0; b < self->n_bands; b++)
    for (gsize s = 0; s < self->n_states; s++)
      {
        double out = 0;

        for (gsize j = 0; j <= self->n_states; j++)
          {
            double moves = self->moves[marmot_flow_pair (self, b, s, j)];

            n_rates += moves > 0;
            n_few += moves > 0 && moves < FEW;
            out += moves;
          }
        n_stuck += out == 0 && self->days[marmot_flow_at (self, b, s)] > 0;
      }
  g_string_append_printf (text,
                          "Stays in %" G_GSIZE_FORMAT " states were looked at from %s to %s (%.1f years). "
                          "%" G_GUINT64_FORMAT " people were there on the first day, %" G_GUINT64_FORMAT
                          " entered, %" G_GUINT64_FORMAT " left, %" G_GUINT64_FORMAT
                          " moves were made from one state to another, and %" G_GUINT64_FORMAT
                          " people were there on the last day.",
                          self->n_states, from, until, (self->until - self->from) / MARMOT_FLOW_DAYS,
                          self->n_opening, self->n_entries, self->n_leavers, self->n_moves, self->n_closing);
  if (self->has_ages)
    g_string_append_printf (text,
                            " Rates are by %u bands of age; growing older is no rate but passes by itself, and what "
                            "happens on a birthday on which a band begins is a share of those who reached it.",
                            self->n_bands);
  g_string_append_printf (text,
                          " There are %" G_GSIZE_FORMAT " rates of moving or leaving. Resting upon fewer than %d moves, so "
                          "that by chance alone they may be half as large again or half as small: %" G_GSIZE_FORMAT ".",
                          n_rates, FEW, n_few);
  if (n_stuck > 0)
    g_string_append_printf (text,
                            self->has_ages ? " In %" G_GSIZE_FORMAT " bands of states nobody was seen to leave or move "
                                             "but on a birthday: a projection keeps them there until then."
                                           : " %" G_GSIZE_FORMAT " states nobody was seen to leave: a projection keeps "
                                             "everybody there for ever.",
                            n_stuck);
  if (self->n_unmatched > 0)
    g_string_append_printf (text, " %" G_GUINT64_FORMAT " moves lead to a state in which no stay begins that day.",
                            self->n_unmatched);
  if (self->n_faulty > 0)
    g_string_append_printf (text, " %" G_GUINT64_FORMAT " rows could not be counted and were left out.",
                            self->n_faulty);
}

char *
marmot_flow_rates_describe (MarmotFlowRates *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  marmot_flow_rates_say (self, text);
  return g_strdup (text->str);
}

char *
marmot_flow_rates_to_string (MarmotFlowRates *self)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (self), NULL);

  from = marmot_flow_day_text (self->from);
  until = marmot_flow_day_text (self->until);
  return g_strdup_printf ("%" G_GSIZE_FORMAT " states, %" G_GUINT64_FORMAT " moves, %s to %s", self->n_states,
                          self->n_moves, from, until);
}
