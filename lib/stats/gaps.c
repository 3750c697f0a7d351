/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-threads-private.h"
#include "numeric/gap.h"
#include "numeric/numbers.h"

G_STATIC_ASSERT ((int) MARMOT_STATUS_ERROR_OUT_OF_RANGE == MN_ERROR_OUT_OF_RANGE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_TOO_FEW_PERIODS == MN_TOO_FEW_PERIODS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_OUT_OF_REACH == MN_OUT_OF_REACH);
G_STATIC_ASSERT ((int) MARMOT_STATUS_FIGURE_NOT_POSITIVE == MN_FIGURE_NOT_POSITIVE);

gboolean
marmot_gaps_plan (MarmotIntervalPlan *plan,
                  MarmotIntervalOptions *options,
                  MarmotMethod method,
                  GError **error)
{
  if (!marmot_interval_plan_init (plan, options, &method, 1, 1, error))
    return FALSE;
  if (plan->multiplier != 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A multiplier was asked for, and this statistic keeps the unit of its figures: "
                           "multiply those");
      return FALSE;
    }
  return TRUE;
}

void
marmot_scratch_init (MarmotScratch *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_memory_unref);
  self->rooms = g_ptr_array_new ();
}

void
marmot_scratch_clear (MarmotScratch *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
}

static gpointer
take_block (MarmotScratch *self,
            gsize size)
{
  gpointer block;

  g_ptr_array_add (self->kept, marmot_memory_alloc (size, &block));
  g_ptr_array_add (self->rooms, block);
  return block;
}

double *
marmot_scratch_doubles (MarmotScratch *self,
                        gsize n)
{
  return take_block (self, n * sizeof (double));
}

guint8 *
marmot_scratch_bytes (MarmotScratch *self,
                      gsize n)
{
  guint8 *block = take_block (self, n);

  if (n > 0)
    memset (block, 0, n);
  return block;
}

void
marmot_gaps_keep_doubles (MarmotResult *result,
                          MarmotScratch *scratch,
                          const char *name,
                          const double *values,
                          gsize n_rows)
{
  MarmotColumn *column;
  guint place;

  /* From the end: what is kept was mostly made last. */
  for (place = scratch->rooms->len; place > 0 && g_ptr_array_index (scratch->rooms, place - 1) != values; place--)
    ;
  g_return_if_fail (place > 0);

  column = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof *values, n_rows,
                                marmot_memory_ref (g_ptr_array_index (scratch->kept, place - 1)), NULL);
  column->values = (gpointer) values;
  if (!mn_all_numbers (values, n_rows))
    mn_number_bits (values, n_rows, marmot_column_add_validity (column, n_rows));
  marmot_column_seal (column);
  marmot_result_add (result, name, column);
}

gboolean
marmot_gaps_read (MarmotTable *figures,
                  const char *name,
                  gboolean required,
                  MarmotScratch *scratch,
                  const double **values,
                  guint8 *status,
                  GError **error)
{
  const MarmotColumn *column;
  double *copy;

  *values = NULL;
  if (!marmot_figures_find_numbers (figures, name, required, &column, error))
    return FALSE;
  if (column == NULL)
    return TRUE;

  if (column->type == MARMOT_COLUMN_DOUBLE && column->n_nulls == 0)
    {
      *values = marmot_column_block (column, 0, column->length, NULL);
      return TRUE;
    }
  copy = marmot_scratch_doubles (scratch, column->length);
  *values = marmot_column_block (column, 0, column->length, copy);
  if (*values != copy && column->length > 0)
    memcpy (copy, *values, column->length * sizeof *copy);
  *values = copy;
  for (gsize i = 0; column->n_nulls > 0 && i < column->length; i++)
    if (!marmot_column_row_is_valid (column, i))
      {
        copy[i] = 0;
        if (status)
          status[i] = MN_MISSING;
      }
  return TRUE;
}

static gboolean
read_groups (MarmotTable *figures,
             const char *suffix,
             gboolean more_is_better,
             MarmotScratch *scratch,
             MarmotGapsPeriod *period,
             guint8 *status,
             guint8 *log_status,
             GError **error)
{
  const char *const parts[] = { "most", "most_se", "least", "least_se" };
  gsize n = marmot_table_get_n_rows (figures);
  const double *in[4];
  double *out[4];

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strconcat (parts[i], suffix, NULL);

      if (!marmot_gaps_read (figures, name, TRUE, scratch, &in[i], status, error))
        return FALSE;
      out[i] = marmot_scratch_doubles (scratch, n);
    }
  mn_gap_levels (in[0], in[1], in[2], in[3], n, more_is_better, out[0], out[1], status, out[2], out[3], log_status);
  *period = (MarmotGapsPeriod){ out[0], out[1], out[2], out[3] };
  return TRUE;
}

gboolean
marmot_gaps_read_period (MarmotTable *figures,
             const char *suffix,
             gboolean more_is_better,
             MarmotScratch *scratch,
             MarmotGapsPeriod *period,
             guint8 *status,
             guint8 *log_status,
             GError **error)
{
  g_autofree char *most = g_strconcat ("most", suffix, NULL);
  g_autofree char *gap = g_strconcat ("gap", suffix, NULL);
  g_autofree char *gap_se = g_strconcat ("gap_se", suffix, NULL);
  g_autofree char *ratio = g_strconcat ("ratio", suffix, NULL);
  g_autofree char *log_se = g_strconcat ("log_se", suffix, NULL);
  gsize n = marmot_table_get_n_rows (figures);

  memset (period, 0, sizeof *period);
  if (marmot_table_has_column (figures, most))
    return read_groups (figures, suffix, more_is_better, scratch, period, status, log_status, error);

  if (marmot_table_has_column (figures, ratio))
    {
      const double *ratios;
      double *logs = marmot_scratch_doubles (scratch, n);

      if (!marmot_gaps_read (figures, ratio, TRUE, scratch, &ratios, log_status, error)
          || !marmot_gaps_read (figures, log_se, TRUE, scratch, &period->log_se, log_status, error))
        return FALSE;
      mn_gap_log (ratios, n, logs, log_status);
      period->log_ratio = logs;
      if (!marmot_table_has_column (figures, gap))
        return TRUE;
    }
  return marmot_gaps_read (figures, gap, TRUE, scratch, &period->gap, status, error)
         && marmot_gaps_read (figures, gap_se, TRUE, scratch, &period->gap_se, status, error);
}

/* Rows of estimates that are value -+ z se, or the exponentials of that. */
typedef struct
{
  const MarmotIntervalPlan *plan;
  const double *value;
  const double *se;
  const guint8 *status;
  gboolean exponential;
  double multiplier;
  double shift;
  MarmotEstimatesBuffers buffers;
} Limits;

static void
run_limits (gsize first,
            gsize n_rows,
            gpointer data)
{
  const Limits *run = data;
  const MarmotEstimatesBuffers *out = &run->buffers;

  memcpy (out->value + first, run->value + first, n_rows * sizeof (double));
  if (out->status)
    memcpy (out->status + first, run->status + first, n_rows);
  if (run->exponential)
    mn_exponentials (out->value + first, n_rows, run->multiplier, run->shift);
  for (guint level = 0; level < run->plan->n_levels; level++)
    {
      double *lower = out->lower[level] + first, *upper = out->upper[level] + first;

      mn_normal_limits (run->value + first, run->se + first, n_rows, run->plan->z[level], lower, upper);
      if (!run->exponential)
        continue;
      mn_exponentials (lower, n_rows, run->multiplier, run->shift);
      mn_exponentials (upper, n_rows, run->multiplier, run->shift);
    }
}

MarmotEstimates *
marmot_gaps_estimates (const MarmotIntervalPlan *plan,
                       MarmotMethod method,
                       const double *value,
                       const double *se,
                       const guint8 *status,
                       gsize n_rows,
                       gboolean exponential,
                       double multiplier,
                       double shift)
{
  Limits run = { .plan = plan, .value = value, .se = se, .status = status,
                 .exponential = exponential, .multiplier = multiplier, .shift = shift };
  MarmotEstimates *result = marmot_estimates_begin (n_rows, plan->levels, plan->n_levels, method, &run.buffers);

  marmot_rows_run (n_rows, run_limits, &run);
  marmot_estimates_finish (result);
  return result;
}

char *
marmot_gaps_limit_name (const MarmotIntervalPlan *plan,
                        const char *name,
                        const char *side,
                        guint level)
{
  char percent[MARMOT_PERCENT_SIZE];

  if (plan->n_levels == 1)
    return g_strdup_printf ("%s_%s", name, side);
  return g_strdup_printf ("%s_%s_%s", name, side, marmot_figures_percent (plan->levels[level], percent));
}

static void
add_limits (MarmotResult *result,
            const MarmotIntervalPlan *plan,
            const char *name,
            const double *value,
            const double *se,
            gboolean exponential,
            gsize n_rows)
{
  g_auto (MarmotScratch) scratch = { 0 };
  Limits run = { .plan = plan, .value = value, .se = se, .exponential = exponential, .multiplier = 1 };

  marmot_scratch_init (&scratch);
  run.buffers.value = marmot_scratch_doubles (&scratch, n_rows);
  for (guint level = 0; level < plan->n_levels; level++)
    {
      run.buffers.lower[level] = marmot_scratch_doubles (&scratch, n_rows);
      run.buffers.upper[level] = marmot_scratch_doubles (&scratch, n_rows);
    }
  marmot_rows_run (n_rows, run_limits, &run);

  marmot_gaps_keep_doubles (result, &scratch, name, run.buffers.value, n_rows);
  for (guint level = 0; level < plan->n_levels; level++)
    {
      g_autofree char *lower = marmot_gaps_limit_name (plan, name, "lower", level);
      g_autofree char *upper = marmot_gaps_limit_name (plan, name, "upper", level);

      marmot_gaps_keep_doubles (result, &scratch, lower, run.buffers.lower[level], n_rows);
      marmot_gaps_keep_doubles (result, &scratch, upper, run.buffers.upper[level], n_rows);
    }
}

void
marmot_gaps_add_number (MarmotResult *result,
                        const MarmotIntervalPlan *plan,
                        const char *name,
                        const double *value,
                        const double *se,
                        gsize n_rows)
{
  add_limits (result, plan, name, value, se, FALSE, n_rows);
}

void
marmot_gaps_add_ratio (MarmotResult *result,
                       const MarmotIntervalPlan *plan,
                       const char *name,
                       const double *value,
                       const double *se,
                       gsize n_rows)
{
  add_limits (result, plan, name, value, se, TRUE, n_rows);
}

/* Rows of one area are few: put in order by moving each to its place, those of one
 * rank in the order that they have. Long areas are sorted by halves. */
static void
sort_rows (const double *rank,
           gsize *rows,
           gsize *spare,
           gsize n)
{
  gsize half = n / 2, a = 0, b = half, k = 0;

  if (n <= 16)
    {
      for (gsize i = 1; i < n; i++)
        {
          gsize row = rows[i], j = i;

          for (; j > 0 && rank[rows[j - 1]] > rank[row]; j--)
            rows[j] = rows[j - 1];
          rows[j] = row;
        }
      return;
    }
  sort_rows (rank, rows, spare, half);
  sort_rows (rank, rows + half, spare, n - half);
  memcpy (spare, rows, n * sizeof *rows);
  while (k < n)
    rows[k++] = b == n || (a < half && !(rank[spare[a]] > rank[spare[b]])) ? spare[a++] : spare[b++];
}

gboolean
marmot_gaps_get_areas (MarmotTable *figures,
                       MarmotGroups *groups,
                       const double *rank,
                       MarmotScratch *scratch,
                       MarmotGapsAreas *areas,
                       GError **error)
{
  gint32 *owned = NULL;
  gsize *next, *spare;

  if (!marmot_figures_get_groups (figures, groups, &areas->codes, &areas->n_areas, &owned, error))
    return FALSE;
  if (owned)
    g_ptr_array_add (scratch->blocks, owned);
  areas->n_rows = marmot_table_get_n_rows (figures);
  areas->first = g_new0 (gsize, areas->n_areas + 1);
  areas->rows = g_new (gsize, MAX (areas->n_rows, 1));
  next = g_new (gsize, areas->n_areas + 1);
  g_ptr_array_add (scratch->blocks, areas->first);
  g_ptr_array_add (scratch->blocks, areas->rows);
  g_ptr_array_add (scratch->blocks, next);

  for (gsize i = 0; i < areas->n_rows; i++)
    areas->first[areas->codes[i] + 1]++;
  for (gsize k = 0; k < areas->n_areas; k++)
    areas->first[k + 1] += areas->first[k];
  memcpy (next, areas->first, (areas->n_areas + 1) * sizeof *next);
  for (gsize i = 0; i < areas->n_rows; i++)
    areas->rows[next[areas->codes[i]]++] = i;
  if (rank == NULL)
    return TRUE;

  spare = g_new (gsize, MAX (areas->n_rows, 1));
  g_ptr_array_add (scratch->blocks, spare);
  for (gsize k = 0; k < areas->n_areas; k++)
    sort_rows (rank, areas->rows + areas->first[k], spare, areas->first[k + 1] - areas->first[k]);
  return TRUE;
}

double *
marmot_gaps_gather (const MarmotGapsAreas *areas,
                    const double *values,
                    MarmotScratch *scratch)
{
  double *gathered;

  if (values == NULL)
    return NULL;
  gathered = marmot_scratch_doubles (scratch, areas->n_rows);
  for (gsize i = 0; i < areas->n_rows; i++)
    gathered[i] = values[areas->rows[i]];
  return gathered;
}

double *
marmot_gaps_scatter (const MarmotGapsAreas *areas,
                     const double *values,
                     MarmotScratch *scratch)
{
  double *scattered = marmot_scratch_doubles (scratch, areas->n_rows);

  for (gsize i = 0; i < areas->n_rows; i++)
    scattered[areas->rows[i]] = values[i];
  return scattered;
}

MarmotColumn *
marmot_gaps_words (const char *const *words,
                   gsize n_words,
                   const gint32 *codes,
                   gsize n_rows)
{
  g_autofree const char **list = g_new0 (const char *, n_words + 1);
  g_autoptr (MarmotColumn) dictionary = NULL;
  gint32 *known = g_new (gint32, MAX (n_rows, 1));
  guint8 *validity = g_malloc0 (n_rows / 8 + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (known, n_rows * sizeof *known);
  g_autoptr (GBytes) bits = g_bytes_new_take (validity, n_rows / 8 + 1);

  memcpy (list, words, n_words * sizeof *list);
  dictionary = marmot_column_new_text (list);
  for (gsize i = 0; i < n_rows; i++)
    {
      known[i] = MAX (codes[i], 0);
      validity[i >> 3] |= (guint8) ((codes[i] >= 0) << (i & 7));
    }
  return marmot_column_new_dictionary (bytes, dictionary, bits, n_rows, NULL);
}

MarmotColumn *
marmot_gaps_truth (const guint8 *truth,
                   const guint8 *valid,
                   gsize n_rows)
{
  guint8 *values = g_malloc0 (n_rows / 8 + 1);
  guint8 *validity = g_malloc0 (n_rows / 8 + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_rows / 8 + 1);
  g_autoptr (GBytes) bits = g_bytes_new_take (validity, n_rows / 8 + 1);

  for (gsize i = 0; i < n_rows; i++)
    {
      values[i >> 3] |= (guint8) ((truth[i] != 0) << (i & 7));
      validity[i >> 3] |= (guint8) ((valid == NULL || valid[i]) << (i & 7));
    }
  return marmot_column_new_from_bytes (MARMOT_COLUMN_BOOLEAN, bytes, bits, n_rows, NULL);
}

/* --- verdicts ------------------------------------------------------------------ */

/* In the order of the MN_GAP_ codes, and of MarmotGapMovement. */
static const char *const movements[] = { "not-judged", "narrowed", "widened", "unchanged", "reversed" };

static const char *const phrases[][2] = {
  { "not judged absolutely", "not judged relatively" },
  { "narrowed absolutely", "narrowed relatively" },
  { "widened absolutely", "widened relatively" },
  { "unchanged absolutely", "unchanged relatively" },
  { "reversed absolutely", "reversed relatively" },
};

static const char *const reasons[] = {
  "", /* MARMOT_GAPS_SAME has none */
  "The periods are of different editions of the index of deprivation: the groups are of other people, and the "
  "change may be of the index alone.",
  "The periods are of small areas of different vintages: the groups are of other people, and the change may be of "
  "the areas alone.",
  "The groups of the periods were made in different ways: within the council or in England, fifths or tenths, by areas "
  "or by people.",
  "The edition or vintage of the index is known for some of the periods and not for others: say it for all.",
};

#define N_MOVEMENTS G_N_ELEMENTS (movements)

/* A verdict is a movement and whether chance could explain it, on either scale; a
 * scale that was not asked for is one movement more. */
#define N_SCALE (2 * N_MOVEMENTS + 1)
#define NOT_ASKED (2 * N_MOVEMENTS)

static char *
phrase (gsize absolute,
        gsize relative)
{
  gsize scale[2] = { absolute, relative };
  gboolean both = absolute != NOT_ASKED && relative != NOT_ASKED;
  gboolean chance[2];
  GString *text = g_string_new (NULL);

  for (int s = 0; s < 2; s++)
    chance[s] = scale[s] != NOT_ASKED && scale[s] % 2;
  for (int s = 0; s < 2; s++)
    {
      if (scale[s] == NOT_ASKED)
        continue;
      if (text->len)
        g_string_append (text, ", ");
      g_string_append (text, phrases[scale[s] / 2][s]);
      if (chance[s] && !(both && chance[0] && chance[1]))
        g_string_append (text, " (chance could explain it)");
    }
  if (both && chance[0] && chance[1])
    g_string_append (text, " (chance could explain both)");
  return g_string_free (text, FALSE);
}

void
marmot_gaps_add_movements (MarmotResult *result,
                           const char *name,
                           const guint8 *movement,
                           gsize n_rows)
{
  g_autofree gint32 *codes = g_new (gint32, MAX (n_rows, 1));

  for (gsize i = 0; i < n_rows; i++)
    codes[i] = movement[i];
  marmot_result_add (result, name, marmot_gaps_words (movements, N_MOVEMENTS, codes, n_rows));
}

static void
add_scale (MarmotResult *result,
           const char *name,
           const guint8 *movement,
           const double *p,
           double alpha,
           const guint8 *judged,
           gsize n_rows,
           guint8 *code)
{
  g_autofree gint32 *codes = g_new (gint32, MAX (n_rows, 1));
  g_autofree guint8 *chance = g_malloc (MAX (n_rows, 1));
  g_autofree guint8 *valid = g_malloc (MAX (n_rows, 1));
  g_autofree char *chance_name = g_strconcat (name, "_chance", NULL);

  for (gsize i = 0; i < n_rows; i++)
    {
      guint8 m = judged[i] ? movement[i] : MN_GAP_NOT_JUDGED;

      valid[i] = m != MN_GAP_NOT_JUDGED;
      /* No change at all needs no chance to explain it. */
      chance[i] = valid[i] && m != MN_GAP_UNCHANGED && !(p[i] < alpha);
      codes[i] = m;
      code[i] = (guint8) (2 * m + chance[i]);
    }
  marmot_result_add (result, name, marmot_gaps_words (movements, N_MOVEMENTS, codes, n_rows));
  marmot_result_add (result, chance_name, marmot_gaps_truth (chance, valid, n_rows));
}

void
marmot_gaps_add_verdict (MarmotResult *result,
                         const guint8 *absolute,
                         const double *p,
                         const guint8 *relative,
                         const double *relative_p,
                         const guint8 *index,
                         gboolean across_editions,
                         double alpha,
                         gsize n_rows)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint8 *judged = g_malloc (MAX (n_rows, 1));
  g_autofree guint8 *code = g_malloc (MAX (n_rows, 1));
  g_autofree guint8 *relative_code = g_malloc (MAX (n_rows, 1));
  g_autofree gint32 *verdict = g_new (gint32, MAX (n_rows, 1));

  memset (code, NOT_ASKED, n_rows);
  memset (relative_code, NOT_ASKED, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean comparable = index == NULL || index[i] == MARMOT_GAPS_SAME;

      judged[i] = comparable || across_editions;
    }
  if (absolute)
    add_scale (result, "absolute", absolute, p, alpha, judged, n_rows, code);
  if (relative)
    add_scale (result, "relative", relative, relative_p, alpha, judged, n_rows, relative_code);

  for (gsize a = 0; a < N_SCALE; a++)
    for (gsize r = 0; r < N_SCALE; r++)
      g_ptr_array_add (words, phrase (a, r));
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean nothing = code[i] / 2 == MN_GAP_NOT_JUDGED && relative_code[i] / 2 == MN_GAP_NOT_JUDGED;

      nothing = nothing || (code[i] == NOT_ASKED && relative_code[i] / 2 == MN_GAP_NOT_JUDGED)
                || (relative_code[i] == NOT_ASKED && code[i] / 2 == MN_GAP_NOT_JUDGED);
      verdict[i] = nothing ? -1 : (gint32) (code[i] * N_SCALE + relative_code[i]);
    }
  marmot_result_add (result, "verdict",
                     marmot_gaps_words ((const char *const *) words->pdata, words->len, verdict, n_rows));
  marmot_gaps_add_comparable (result, index, n_rows);
}

void
marmot_gaps_add_comparable (MarmotResult *result,
                            const guint8 *index,
                            gsize n_rows)
{
  g_autofree guint8 *comparable = g_malloc (MAX (n_rows, 1));
  g_autofree gint32 *reason = g_new (gint32, MAX (n_rows, 1));

  for (gsize i = 0; i < n_rows; i++)
    {
      comparable[i] = index == NULL || index[i] == MARMOT_GAPS_SAME;
      reason[i] = comparable[i] ? -1 : index[i];
    }
  marmot_result_add (result, "comparable", marmot_gaps_truth (comparable, NULL, n_rows));
  marmot_result_add (result, "reason", marmot_gaps_words (reasons, G_N_ELEMENTS (reasons), reason, n_rows));
}

guint8
marmot_gaps_judge (gboolean known_1,
                   gboolean known_2,
                   gboolean equal,
                   MarmotGapsIndex if_not)
{
  if (known_1 != known_2)
    return MARMOT_GAPS_EDITION_UNKNOWN;
  return known_1 && !equal ? if_not : MARMOT_GAPS_SAME;
}

guint8
marmot_gaps_combine (guint8 a,
                     guint8 b)
{
  if (a == MARMOT_GAPS_SAME || b == MARMOT_GAPS_SAME)
    return MAX (a, b);
  return MIN (a, b);
}

void
marmot_gaps_get_index (MarmotGapOptions *options,
                       const char *editions[2],
                       guint vintages[2])
{
  MarmotDeprivationGroups *groups[2] = { NULL, NULL };

  editions[0] = editions[1] = NULL;
  vintages[0] = vintages[1] = 0;
  if (options == NULL)
    return;
  editions[0] = marmot_gap_options_get_edition_1 (options);
  editions[1] = marmot_gap_options_get_edition_2 (options);
  vintages[0] = marmot_gap_options_get_lsoa_vintage_1 (options);
  vintages[1] = marmot_gap_options_get_lsoa_vintage_2 (options);
  groups[0] = marmot_gap_options_get_groups_1 (options);
  groups[1] = marmot_gap_options_get_groups_2 (options);
  for (int t = 0; t < 2; t++)
    if (groups[t])
      {
        MarmotDeprivationEdition *edition = marmot_deprivation_groups_get_edition (groups[t]);

        editions[t] = marmot_deprivation_edition_get_name (edition);
        vintages[t] = marmot_deprivation_edition_get_lsoa_vintage (edition);
      }
}

guint8
marmot_gaps_compare_groups (MarmotGapOptions *options)
{
  MarmotDeprivationGroups *earlier = options ? marmot_gap_options_get_groups_1 (options) : NULL;
  MarmotDeprivationGroups *later = options ? marmot_gap_options_get_groups_2 (options) : NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (earlier == NULL || later == NULL)
    return MARMOT_GAPS_SAME;
  findings = marmot_deprivation_groups_compare (earlier, later);
  return findings->len > 0 ? MARMOT_GAPS_OTHER_GROUPS : MARMOT_GAPS_SAME;
}

guint8
marmot_gaps_compare_options (MarmotGapOptions *options)
{
  const char *editions[2];
  guint vintages[2];
  guint8 found;

  marmot_gaps_get_index (options, editions, vintages);
  found = marmot_gaps_combine (marmot_gaps_judge (editions[0] != NULL, editions[1] != NULL,
                                                  g_strcmp0 (editions[0], editions[1]) == 0, MARMOT_GAPS_OTHER_EDITION),
                               marmot_gaps_judge (vintages[0] != 0, vintages[1] != 0, vintages[0] == vintages[1],
                                                  MARMOT_GAPS_OTHER_VINTAGE));
  return marmot_gaps_combine (found, marmot_gaps_compare_groups (options));
}
