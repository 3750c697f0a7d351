/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "numeric/among.h"
#include "numeric/kernel.h"
#include "numeric/proportion.h"
#include "numeric/special.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* Three leave two others, which is the least that can differ. */
#define FEWEST 3

/* In the order of MarmotBrightSpot. */
static const struct
{
  const char *nick;
  const char *description;
} verdicts[] = {
  { "none", "Not a bright spot: the other places differ by as much." },
  { "luck", "Not a bright spot: the best of so many places would look this good by luck too often." },
  { "bright", "A bright spot: better than its own chance, the spread of the other places and the choice of the best "
              "explain." },
  { "unknown", "Not known: there is no figure, or there are too few places to compare it with." },
};

const char *
marmot_bright_spot_get_description (MarmotBrightSpot verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdicts), "");

  return verdicts[verdict].description;
}

/* What is known of every row, and what comes of it. */
typedef struct
{
  double *value;
  double *variance; /* of figures; NULL for shares */
  double *count;    /* of shares */
  double *n;
  guint8 *status;
  double *numbers[8];  /* as in MnAmong */
  double *places;
  gint32 *verdicts;
} Rows;

static void
rows_init (Rows *self,
           gsize n_rows,
           gboolean of_shares)
{
  self->value = g_new (double, n_rows + 1);
  self->variance = of_shares ? NULL : g_new (double, n_rows + 1);
  self->count = of_shares ? g_new (double, n_rows + 1) : NULL;
  self->n = of_shares ? g_new (double, n_rows + 1) : NULL;
  self->status = g_malloc0 (n_rows + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    self->numbers[i] = g_new (double, n_rows + 1);
  self->places = g_new (double, n_rows + 1);
  self->verdicts = g_new (gint32, n_rows + 1);
}

static void
rows_clear (Rows *self)
{
  g_free (self->value);
  g_free (self->variance);
  g_free (self->count);
  g_free (self->n);
  g_free (self->status);
  for (gsize i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_free (self->numbers[i]);
  g_free (self->places);
  g_free (self->verdicts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
read_figures (Rows *self,
              const MarmotColumn *first_column,
              const MarmotColumn *second_column,
              gsize n_rows)
{
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[2][BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      guint8 *status = self->status + first, found[BLOCK];
      const double *a = marmot_figures_read (first_column, first, n, FALSE, scratch[0], status);
      const double *b = marmot_figures_read (second_column, first, n, FALSE, scratch[1], status);

      if (self->variance == NULL)
        {
          memcpy (self->count + first, a, n * sizeof *a);
          memcpy (self->n + first, b, n * sizeof *b);
          mn_proportion_values (a, b, n, 1, self->value + first, found);
          for (gsize i = 0; i < n; i++)
            if (status[i] == MN_OK)
              status[i] = found[i];
          continue;
        }
      for (gsize i = 0; i < n; i++)
        {
          self->value[first + i] = a[i];
          self->variance[first + i] = b[i] * b[i];
          if (status[i] == MN_OK && (!isfinite (a[i]) || !isfinite (b[i] * b[i])))
            status[i] = MN_NOT_FINITE;
          else if (status[i] == MN_OK && b[i] < 0)
            status[i] = MN_NEGATIVE_SPREAD;
        }
    }
}

/* Runs one group over rows[0] to rows[n - 1], all of which have a figure. */
static void
run_group (Rows *self,
           const gsize *rows,
           gsize n,
           double sign,
           double alpha,
           double *workspace)
{
  double *in[4], *out[8];
  MnPlaces places = { NULL, NULL, NULL, NULL };
  MnAmong among;

  for (int i = 0; i < 4; i++)
    in[i] = workspace + (gsize) i * n;
  for (int i = 0; i < 8; i++)
    out[i] = workspace + (gsize) (4 + i) * n;
  for (gsize i = 0; i < n; i++)
    {
      in[0][i] = self->value[rows[i]];
      if (self->variance)
        {
          in[1][i] = self->variance[rows[i]];
          continue;
        }
      in[2][i] = self->count[rows[i]];
      in[3][i] = self->n[rows[i]];
    }
  places.value = in[0];
  places.variance = self->variance ? in[1] : NULL;
  places.count = in[2];
  places.n = in[3];
  among = (MnAmong) { out[0], out[1], out[2], out[3], out[4], out[5], out[6], out[7] };
  mn_among_others (&places, n, sign, &among);

  for (gsize i = 0; i < n; i++)
    {
      for (int c = 0; c < 8; c++)
        self->numbers[c][rows[i]] = out[c][i];
      self->verdicts[rows[i]] = among.p_best[i] < alpha ? MARMOT_BRIGHT_SPOT_BRIGHT
                                : among.p[i] < alpha    ? MARMOT_BRIGHT_SPOT_LUCK
                                                        : MARMOT_BRIGHT_SPOT_NONE;
    }
}

/* The rows with a figure of each group after one another, and then each group. */
static void
run_groups (Rows *self,
            const gint32 *codes,
            gsize n_rows,
            gsize n_groups,
            double sign,
            double alpha)
{
  g_autofree gsize *starts = g_new0 (gsize, n_groups + 1);
  g_autofree gsize *ends = NULL;
  g_autofree gsize *rows = g_new (gsize, n_rows + 1);
  g_autofree double *workspace = NULL;
  gsize longest = 0;

  for (gsize row = 0; row < n_rows; row++)
    if (self->status[row] == MN_OK)
      starts[codes[row] + 1]++;
  for (gsize g = 0; g < n_groups; g++)
    {
      longest = MAX (longest, starts[g + 1]);
      starts[g + 1] += starts[g];
    }
  ends = g_memdup2 (starts, (n_groups + 1) * sizeof *starts);
  for (gsize row = 0; row < n_rows; row++)
    if (self->status[row] == MN_OK)
      rows[ends[codes[row]]++] = row;

  for (gsize row = 0; row < n_rows; row++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (self->numbers); i++)
        self->numbers[i][row] = (double) NAN;
      self->verdicts[row] = MARMOT_BRIGHT_SPOT_UNKNOWN;
      self->places[row] = (double) (starts[codes[row] + 1] - starts[codes[row]]);
    }

  workspace = g_new (double, 12 * longest + 1);
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize n = starts[g + 1] - starts[g];

      if (n >= FEWEST)
        run_group (self, rows + starts[g], n, sign, alpha, workspace);
      else
        for (gsize i = starts[g]; i < starts[g + 1]; i++)
          self->status[rows[i]] = MN_TOO_FEW_VALUES;
    }
}

/* What a number can be: a share is from 0 to 1, which limits by Student's t do not know. */
static double
keep_inside (const Rows *self,
             double number)
{
  return self->variance == NULL && !isnan (number) ? CLAMP (number, 0, 1) : number;
}

/* Their mean, and where a place of the size of the row's would lie. */
static MarmotEstimates *
make_others (const Rows *self,
             const MarmotIntervalPlan *plan,
             gsize n_rows)
{
  MarmotEstimatesBuffers out;
  MarmotEstimates *others = marmot_estimates_begin (n_rows, plan->levels, plan->n_levels,
                                                    MARMOT_METHOD_AMONG_OTHERS, &out);
  double last_df = 0, quantiles[MARMOT_MAX_LEVELS] = { 0 };

  for (gsize row = 0; row < n_rows; row++)
    {
      double df = self->places[row] - 2;

      out.status[row] = self->status[row];
      out.value[row] = plan->multiplier * keep_inside (self, self->numbers[0][row]);
      for (guint i = 0; i < plan->n_levels; i++)
        {
          double reach;

          /* Rows of a group mostly follow one another, and a quantile is dear. */
          if (self->status[row] == MN_OK && df != last_df)
            quantiles[i] = mn_student_quantile_upper (df, plan->alpha_2[i]);
          reach = quantiles[i] * self->numbers[2][row];
          out.lower[i][row] = plan->multiplier * keep_inside (self, self->numbers[0][row] - reach);
          out.upper[i][row] = plan->multiplier * keep_inside (self, self->numbers[0][row] + reach);
        }
      if (self->status[row] == MN_OK)
        last_df = df;
    }
  marmot_estimates_finish (others);
  return others;
}

/* A dictionary of the verdicts' short names, or of their descriptions. */
static MarmotColumn *
make_verdicts (const Rows *self,
               gboolean in_words,
               gsize n_rows)
{
  const char *texts[G_N_ELEMENTS (verdicts) + 1] = { NULL };
  g_autoptr (GBytes) codes = g_bytes_new (self->verdicts, n_rows * sizeof *self->verdicts);
  g_autoptr (MarmotColumn) dictionary = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    texts[i] = in_words ? verdicts[i].description : verdicts[i].nick;
  dictionary = marmot_column_new_text (texts);
  return marmot_column_new_dictionary (codes, dictionary, NULL, n_rows, NULL);
}

static MarmotTable *
make_table (Rows *self,
            const MarmotIntervalPlan *plan,
            gsize n_rows)
{
  static const char *const names[] = { NULL, "between_sd", NULL, "z", "t", "p_value", "p_best", "p_best_bonferroni" };
  g_auto (MarmotResult) result = { NULL, NULL };

  for (gsize row = 0; row < n_rows; row++)
    {
      self->value[row] = self->status[row] == MN_OK || self->status[row] == MN_TOO_FEW_VALUES
                           ? plan->multiplier * self->value[row]
                           : (double) NAN;
      self->numbers[1][row] *= plan->multiplier;
      /* Where nothing varies at all they have no end. */
      for (int i = 3; i < 5; i++)
        if (isinf (self->numbers[i][row]))
          self->numbers[i][row] = (double) NAN;
    }

  marmot_result_init (&result);
  marmot_result_add_doubles (&result, "value", self->value, n_rows);
  marmot_result_add_statuses (&result, "status", self->status, n_rows);
  marmot_result_add_estimates (&result, "others", make_others (self, plan, n_rows));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i])
      marmot_result_add_doubles (&result, names[i], self->numbers[i], n_rows);
  marmot_result_add_doubles (&result, "places", self->places, n_rows);
  marmot_result_add (&result, "verdict", make_verdicts (self, FALSE, n_rows));
  marmot_result_add (&result, "words", make_verdicts (self, TRUE, n_rows));
  return marmot_result_end (&result);
}

MarmotTable *
marmot_bright_spots (MarmotTable *figures,
                     MarmotGroups *groups,
                     gboolean low_is_good,
                     MarmotIntervalOptions *options,
                     GError **error)
{
  static const MarmotMethod methods[] = { MARMOT_METHOD_AMONG_OTHERS };
  MarmotIntervalPlan plan;
  g_auto (Rows) rows = { 0 };
  g_autofree gint32 *owned = NULL;
  const MarmotColumn *first, *second;
  const gint32 *codes;
  gsize n_rows, n_groups;
  gboolean of_shares;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  of_shares = marmot_table_peek_column (figures, "count") != NULL;
  n_rows = marmot_table_get_n_rows (figures);
  if (!marmot_interval_plan_init (&plan, options, methods, G_N_ELEMENTS (methods), 1, error)
      || !marmot_figures_find_numbers (figures, of_shares ? "count" : "value", TRUE, &first, error)
      || !marmot_figures_find_numbers (figures, of_shares ? "respondents" : "standard_error", TRUE, &second, error)
      || !marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error))
    return NULL;

  rows_init (&rows, n_rows, of_shares);
  read_figures (&rows, first, second, n_rows);
  run_groups (&rows, codes, n_rows, n_groups, low_is_good ? -1 : 1, 1 - plan.levels[0]);
  return make_table (&rows, &plan, n_rows);
}
