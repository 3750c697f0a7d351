/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-ranks-private.h"
#include "core/marmot-table-private.h"
#include "life-private.h"
#include "numeric/standardise.h"

#define MAX_CAUSES 1000

static const char *const part_names[] = { "gap", "age", "cause", "age-cause", "healthy-gap", "healthy-mortality",
                                          "healthy-health", "healthy-mortality-age", "healthy-health-age", NULL };

typedef enum
{
  PART_GAP,
  PART_AGE,
  PART_CAUSE,
  PART_AGE_CAUSE,
  PART_HEALTHY,
  PART_MORTALITY,
  PART_HEALTH,
  PART_MORTALITY_AGE,
  PART_HEALTH_AGE
} Part;

/* One line of the result. */
typedef struct
{
  gsize group;
  Part part;
  double age;   /* NaN: all */
  gint32 cause; /* -1: all */
  guint8 status;
  double value;
  double se; /* NaN: without limits */
} Line;

/* The figures of pairs, brought together: a cell is an age of a population, which
 * has a row, or one for each cause. */
typedef struct
{
  const gint32 *codes; /* of groups */
  gint32 *owned_codes;
  gsize n_groups;
  gsize n_rows;
  gint32 *cell_of; /* which cell a row is of */
  gsize n_cells;
  gsize *cell_starts; /* n_cells + 1: the rows of each cell in sorted_rows */
  gsize *sorted_rows;
  MarmotColumn *causes; /* the distinct causes, as text; nullable */
  gint32 *cause_of;     /* of rows; -1: null */
  gsize n_causes;
  const MarmotColumn *deaths;
  MarmotLives lives; /* of cells, with two populations a group */
} Pairs;

static void
pairs_clear (Pairs *self)
{
  g_free (self->owned_codes);
  g_free (self->cell_of);
  g_free (self->cell_starts);
  g_free (self->sorted_rows);
  g_free (self->cause_of);
  g_clear_pointer (&self->causes, marmot_column_unref);
  marmot_lives_clear (&self->lives);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

/* A row's number, and whether there is one. */
static gboolean
read_cell (const MarmotColumn *column,
           gsize row,
           double *number)
{
  double scratch;

  *number = *marmot_column_block (column, row, 1, &scratch);
  return marmot_column_row_is_valid (column, row);
}

static gboolean
find_causes (Pairs *self,
             MarmotTable *figures,
             GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (figures, "cause");
  g_autoptr (MarmotColumn) text = NULL;
  g_autofree gsize *first = NULL;
  gsize n_ranks;
  gboolean any_null;

  if (!column)
    return TRUE;
  if (column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"cause\" is no text: name the causes");
      return FALSE;
    }
  text = marmot_column_cast (column, MARMOT_COLUMN_TEXT, error);
  self->cause_of = text ? marmot_rank_column (text, &n_ranks, error) : NULL;
  if (!self->cause_of)
    return FALSE;

  /* Nulls rank last. */
  any_null = text->n_nulls > 0;
  self->n_causes = n_ranks - (any_null ? 1 : 0);
  if (self->n_causes > MAX_CAUSES)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "There are more than %d causes: bring them together into fewer", MAX_CAUSES);
      return FALSE;
    }
  first = g_new0 (gsize, self->n_causes + 1);
  for (gsize row = self->n_rows; row-- > 0;)
    {
      if (!marmot_column_row_is_valid (text, row))
        self->cause_of[row] = -1;
      else
        first[self->cause_of[row]] = row;
    }
  self->causes = marmot_column_take_known (text, first, self->n_causes);
  return TRUE;
}

/* The rows of each cell after one another. */
static void
sort_rows (Pairs *self)
{
  g_autofree gsize *ends = g_new0 (gsize, self->n_cells + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    ends[self->cell_of[row] + 1]++;
  for (gsize c = 1; c <= self->n_cells; c++)
    ends[c] += ends[c - 1];
  self->cell_starts = g_memdup2 (ends, (self->n_cells + 1) * sizeof *ends);
  self->sorted_rows = g_new (gsize, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    self->sorted_rows[ends[self->cell_of[row]]++] = row;
}

/* What a cell's rows say of a number that they repeat: NaN if one is null. */
static double
read_repeated (const Pairs *self,
               const MarmotColumn *column,
               gsize cell,
               guint8 *status)
{
  double number = (double) NAN;

  for (gsize i = self->cell_starts[cell]; i < self->cell_starts[cell + 1]; i++)
    {
      double found;

      if (!read_cell (column, self->sorted_rows[i], &found))
        return (double) NAN;
      if (i == self->cell_starts[cell])
        number = found;
      else if (found != number)
        mn_status_merge (status, MN_CONFLICTING_BAND);
    }
  return number;
}

static double
read_deaths (const Pairs *self,
             gsize cell,
             guint8 *status)
{
  mn_total total = { 0, 0 };
  gboolean missing = FALSE;

  for (gsize i = self->cell_starts[cell]; i < self->cell_starts[cell + 1]; i++)
    {
      double found;

      if (!read_cell (self->deaths, self->sorted_rows[i], &found))
        missing = TRUE;
      else if (!isfinite (found))
        mn_status_merge (status, MN_NOT_FINITE);
      else if (found < 0)
        mn_status_merge (status, MN_NEGATIVE_COUNT);
      else
        mn_total_add (&total, found);
      if (self->cause_of && self->cause_of[self->sorted_rows[i]] < 0)
        mn_status_merge (status, MN_MISSING);
    }
  if (!self->cause_of && self->cell_starts[cell + 1] - self->cell_starts[cell] > 1)
    mn_status_merge (status, MN_DUPLICATE_BAND);
  return missing ? (double) NAN : mn_total_get (&total);
}

/* The cells as figures of life tables. */
static gboolean
read_lives (Pairs *self,
            const MarmotLifePlan *plan,
            MarmotTable *figures,
            MarmotColumn *ages,
            const gint32 *units,
            GError **error)
{
  const MarmotColumn *population, *share, *share_variance;
  g_auto (MarmotResult) cells = { NULL, NULL };
  g_autoptr (MarmotTable) table = NULL;
  g_autofree gint32 *unit_of = g_new0 (gint32, self->n_cells + 1);
  g_autofree guint8 *found = g_malloc (2 * self->n_groups + 1);
  g_autofree double *numbers = g_new (double, 5 * self->n_cells + 1);
  double *const age = numbers, *const deaths = age + self->n_cells, *const people = deaths + self->n_cells;
  double *const shares = people + self->n_cells, *const variances = shares + self->n_cells;

  if (!marmot_figures_find_numbers (figures, "deaths", TRUE, &self->deaths, error)
      || !marmot_figures_find_numbers (figures, "population", TRUE, &population, error)
      || !marmot_figures_find_numbers (figures, "share", FALSE, &share, error)
      || !marmot_figures_find_numbers (figures, "share_variance", FALSE, &share_variance, error))
    return FALSE;

  memset (found, MN_EMPTY_GROUP, 2 * self->n_groups);
  for (gsize c = 0; c < self->n_cells; c++)
    {
      gsize row = self->sorted_rows[self->cell_starts[c]];
      guint8 *status;

      unit_of[c] = units[row];
      status = &found[unit_of[c]];
      if (!read_cell (ages, row, &age[c]))
        age[c] = (double) NAN;
      deaths[c] = read_deaths (self, c, status);
      people[c] = read_repeated (self, population, c, status);
      shares[c] = share ? read_repeated (self, share, c, status) : 0;
      variances[c] = share && share_variance ? read_repeated (self, share_variance, c, status) : 0;
    }

  marmot_result_init (&cells);
  marmot_result_add_doubles (&cells, "age", age, self->n_cells);
  marmot_result_add_doubles (&cells, "deaths", deaths, self->n_cells);
  marmot_result_add_doubles (&cells, "population", people, self->n_cells);
  if (share)
    {
      marmot_result_add_doubles (&cells, "share", shares, self->n_cells);
      marmot_result_add_doubles (&cells, "share_variance", variances, self->n_cells);
    }
  table = marmot_result_end (&cells);
  if (!marmot_lives_read (&self->lives, plan, table, unit_of, 2 * self->n_groups, FALSE, error))
    return FALSE;
  for (gsize u = 0; u < 2 * self->n_groups; u++)
    mn_status_merge (&self->lives.status[u], found[u]);
  marmot_lives_compute (&self->lives, plan);
  return TRUE;
}

static gboolean
pairs_init (Pairs *self,
            const MarmotLifePlan *plan,
            MarmotTable *figures,
            MarmotGroups *groups,
            GError **error)
{
  g_autoptr (MarmotColumn) ages = NULL;
  g_autofree gint32 *units = NULL;
  g_autofree gint32 *ranks = NULL;
  const MarmotColumn *second, *age;
  gsize n_ages;

  memset (self, 0, sizeof *self);
  self->n_rows = marmot_table_get_n_rows (figures);
  if (!marmot_figures_get_groups (figures, groups, &self->codes, &self->n_groups, &self->owned_codes, error)
      || !marmot_figures_find_numbers (figures, "second", TRUE, &second, error)
      || !marmot_figures_find_numbers (figures, "age", FALSE, &age, error) || !find_causes (self, figures, error))
    return FALSE;
  if (age)
    ages = marmot_column_ref ((MarmotColumn *) age);
  else if (marmot_table_peek_column (figures, "band"))
    ages = marmot_age_band_starts (marmot_table_peek_column (figures, "band"), error);
  else
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                         "The figures have neither a column \"age\", at which bands start, nor one of labels, \"band\"");
  if (!ages)
    return FALSE;
  if (self->n_groups > G_MAXINT32 / 2)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE, "There are more pairs than can be told apart");
      return FALSE;
    }

  units = g_new (gint32, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      double which;

      if (!read_cell (second, row, &which) || !(which == 0 || which == 1))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Row %" G_GSIZE_FORMAT " of \"second\" says neither 0, for the first population, nor 1", row);
          return FALSE;
        }
      units[row] = 2 * self->codes[row] + (which == 1);
    }
  self->cell_of = g_memdup2 (units, (self->n_rows + 1) * sizeof *units);
  self->n_cells = 2 * self->n_groups;
  ranks = marmot_rank_column (ages, &n_ages, error);
  if (!ranks || !marmot_rank_pairs (self->cell_of, self->n_rows, &self->n_cells, ranks, n_ages, error))
    return FALSE;
  sort_rows (self);
  return read_lives (self, plan, figures, ages, units, error);
}

/* Deaths by cause and band of one population, a cause after another. */
static void
fill_causes (const Pairs *self,
             gsize unit,
             gsize n_bands,
             double *deaths,
             guint8 *status)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->n_causes * n_bands + 1);

  memset (deaths, 0, self->n_causes * n_bands * sizeof *deaths);
  for (gsize band = 0; band < n_bands; band++)
    {
      gsize cell = self->lives.rows[self->lives.starts[unit] + band];

      for (gsize i = self->cell_starts[cell]; i < self->cell_starts[cell + 1]; i++)
        {
          gsize row = self->sorted_rows[i];
          gsize at = (gsize) self->cause_of[row] * n_bands + band;

          if (taken[at])
            mn_status_merge (status, MN_DUPLICATE_BAND);
          taken[at] = TRUE;
          read_cell (self->deaths, row, &deaths[at]);
        }
    }
}

static void
add_line (GArray *lines,
          gsize group,
          Part part,
          double age,
          gint32 cause,
          double value,
          double variance)
{
  /* A variance that is NaN is of a line without limits. */
  gboolean good = isfinite (value) && !isinf (variance);
  Line line = { group, part, age, cause, good ? MN_OK : MN_NOT_FINITE, good ? value : (double) NAN,
                good ? sqrt (variance) : (double) NAN };

  g_array_append_val (lines, line);
}

/* The healthy gap: the tables weighed by the mean shares give the mortality part by
 * band, and the difference of shares the health part. */
static void
add_healthy (const Pairs *self,
             gsize group,
             const mn_life life[2],
             double *workspace,
             GArray *lines)
{
  gsize n = life[0].n;
  const double *share[2], *variance[2];
  g_autofree double *scratch = g_new (double, 6 * n);
  double *const mean = scratch, *const half = mean + n, *const one = half + n;
  double *const out = one + n, *const of_mortality = out + n, *const of_share = of_mortality + n;
  g_autofree double *only = g_new0 (double, n);
  g_autofree double *slopes = g_new (double, n);
  double healthy = 0, healthy_variance = 0, mortality = 0, health = 0, mortality_variance, health_variance = 0;
  mn_gap gap;

  for (int p = 0; p < 2; p++)
    {
      share[p] = self->lives.share + self->lives.starts[2 * group + (gsize) p];
      variance[p] = self->lives.share_variance + self->lives.starts[2 * group + (gsize) p];
    }
  for (gsize i = 0; i < n; i++)
    {
      mean[i] = (share[0][i] + share[1][i]) / 2;
      half[i] = (share[1][i] - share[0][i]) / 2;
      one[i] = 1;
    }

  mn_gap_init (&gap, &life[0], &life[1], mean, workspace);
  mortality_variance = mn_gap_variance (&gap, one);
  for (int p = 0; p < 2; p++)
    {
      mn_life_healthy (&life[p], half, NULL, out, of_mortality, of_share);
      health_variance += of_mortality[0];
      mn_life_healthy (&life[p], share[p], variance[p], out, of_mortality, of_share);
      healthy += (p ? 1 : -1) * out[0];
      healthy_variance += of_mortality[0] + of_share[0];
    }
  for (gsize i = 0; i < n; i++)
    {
      double first = life[0].L[i] / life[0].l[0], second = life[1].L[i] / life[1].l[0];

      mortality += gap.contribution[i];
      health += half[i] * (first + second);
      for (int p = 0; p < 2; p++)
        {
          mortality_variance += pow ((second - first) / 2, 2) * variance[p][i];
          health_variance += pow ((second + first) / 2, 2) * variance[p][i];
        }
    }
  add_line (lines, group, PART_HEALTHY, (double) NAN, -1, healthy, healthy_variance);
  add_line (lines, group, PART_MORTALITY, (double) NAN, -1, mortality, mortality_variance);
  add_line (lines, group, PART_HEALTH, (double) NAN, -1, health, health_variance);
  for (gsize i = 0; i < n; i++)
    {
      double years = life[0].L[i] / life[0].l[0] + life[1].L[i] / life[1].l[0];
      double by_share = years * years * (variance[0][i] + variance[1][i]) / 4;

      only[i] = 1;
      mortality_variance = mn_gap_variance (&gap, only);
      mn_gap_share_slopes (&gap, i, slopes);
      for (gsize j = 0; j < n; j++)
        mortality_variance += slopes[j] * slopes[j] * (variance[0][j] + variance[1][j]) / 4;
      add_line (lines, group, PART_MORTALITY_AGE, life[0].age[i], -1, gap.contribution[i], mortality_variance);

      /* Years lived in one band are healthy years of which only that band has any. */
      health_variance = by_share;
      for (int p = 0; p < 2; p++)
        {
          mn_life_healthy (&life[p], only, NULL, out, of_mortality, of_share);
          health_variance += half[i] * half[i] * of_mortality[0];
        }
      add_line (lines, group, PART_HEALTH_AGE, life[0].age[i], -1, half[i] * years, health_variance);
      only[i] = 0;
    }
}

static guint8
get_status (const Pairs *self,
            const MarmotLifePlan *plan,
            gsize group,
            const mn_life life[2])
{
  guint8 status = self->lives.status[2 * group];

  if (status == MN_EMPTY_GROUP || self->lives.status[2 * group + 1] == MN_EMPTY_GROUP)
    return MN_EMPTY_GROUP;
  mn_status_merge (&status, self->lives.status[2 * group + 1]);
  if (status != MN_OK)
    return status;
  if (life[0].n != life[1].n || memcmp (life[0].age, life[1].age, life[0].n * sizeof (double)) != 0)
    return MN_MISSING_BAND;
  for (int p = 0; p < 2; p++)
    mn_status_merge (&status, marmot_life_status (plan, MN_OK, life[p].e[0], life[p].se[0]));
  return status;
}

/* The lines of one group. */
static void
take_apart (const Pairs *self,
            const MarmotLifePlan *plan,
            gsize group,
            GArray *lines)
{
  const mn_life life[2] = { marmot_lives_get (&self->lives, plan, 2 * group),
                            marmot_lives_get (&self->lives, plan, 2 * group + 1) };
  gsize n = life[0].n;
  guint8 status = get_status (self, plan, group, life);
  g_autofree double *workspace = NULL;
  g_autofree double *weights = NULL;
  g_autofree double *deaths = NULL;
  mn_gap gap;

  if (status == MN_OK && self->cause_of)
    {
      deaths = g_new (double, 2 * self->n_causes * n + 1);
      fill_causes (self, 2 * group, n, deaths, &status);
      fill_causes (self, 2 * group + 1, n, deaths + self->n_causes * n, &status);
    }
  if (status != MN_OK)
    {
      Line line = { group, PART_GAP, (double) NAN, -1, status, (double) NAN, (double) NAN };

      g_array_append_val (lines, line);
      return;
    }

  workspace = g_new (double, mn_gap_workspace (n));
  weights = g_new0 (double, 4 * n);
  mn_gap_init (&gap, &life[0], &life[1], NULL, workspace);

  add_line (lines, group, PART_GAP, (double) NAN, -1, life[1].e[0] - life[0].e[0],
            life[0].se[0] * life[0].se[0] + life[1].se[0] * life[1].se[0]);
  for (gsize i = 0; i < n; i++)
    {
      weights[i] = 1;
      add_line (lines, group, PART_AGE, life[0].age[i], -1, gap.contribution[i], mn_gap_variance (&gap, weights));
      weights[i] = 0;
    }
  for (gsize c = 0; c < self->n_causes; c++)
    {
      const double *first = deaths + c * n, *second = deaths + (self->n_causes + c) * n;
      double *const contribution = weights + n, *const variance = contribution + n;
      double total, total_variance;

      mn_gap_cause (&gap, first, second, contribution, variance, &total, &total_variance);
      add_line (lines, group, PART_CAUSE, (double) NAN, (gint32) c, total, total_variance);
      for (gsize i = 0; i < n; i++)
        add_line (lines, group, PART_AGE_CAUSE, life[0].age[i], (gint32) c, contribution[i], variance[i]);
    }
  if (self->lives.share)
    add_healthy (self, group, life, workspace, lines);
}

/* A dictionary column of codes, null where they are below zero. */
static MarmotColumn *
make_codes (MarmotColumn *dictionary,
            const gint32 *codes,
            gsize n)
{
  g_autofree gint32 *kept = g_new (gint32, n + 1);
  guint8 *validity = g_malloc0 (n / 8 + 1);
  g_autoptr (GBytes) bits = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < n; i++)
    {
      kept[i] = MAX (codes[i], 0);
      validity[i >> 3] |= (guint8) ((codes[i] >= 0) << (i & 7));
    }
  bits = g_bytes_new_take (validity, n / 8 + 1);
  bytes = g_bytes_new (kept, n * sizeof *kept);
  return marmot_column_new_dictionary (bytes, dictionary, bits, n, NULL);
}

static void
add_keys (MarmotResult *result,
          MarmotGroups *groups,
          const Line *lines,
          gsize n)
{
  g_autofree gsize *group_of = g_new (gsize, n + 1);

  for (gsize i = 0; i < n; i++)
    group_of[i] = lines[i].group;
  marmot_result_add_keys (result, groups, group_of, n);
}

static MarmotTable *
make_table (const Pairs *self,
            const MarmotLifePlan *plan,
            MarmotGroups *groups,
            const GArray *array)
{
  const Line *lines = (const Line *) (gconstpointer) array->data;
  gsize n = array->len;
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gint32 *codes = g_new (gint32, n + 1);
  g_autofree double *numbers = g_new (double, n + 1);
  g_autoptr (MarmotColumn) parts = marmot_column_new_text (part_names);
  MarmotEstimatesBuffers out;
  MarmotEstimates *estimates
    = marmot_estimates_begin (n, plan->interval.levels, plan->interval.n_levels, MARMOT_METHOD_ARRIAGA, &out);

  marmot_result_init (&result);
  add_keys (&result, groups, lines, n);
  for (gsize i = 0; i < n; i++)
    codes[i] = (gint32) lines[i].part;
  marmot_result_add (&result, "part", make_codes (parts, codes, n));
  for (gsize i = 0; i < n; i++)
    numbers[i] = lines[i].age;
  marmot_result_add_doubles (&result, "age", numbers, n);
  if (self->causes)
    {
      for (gsize i = 0; i < n; i++)
        codes[i] = lines[i].cause;
      marmot_result_add (&result, "cause", make_codes (self->causes, codes, n));
    }
  for (gsize i = 0; i < n; i++)
    {
      out.status[i] = lines[i].status;
      out.value[i] = lines[i].value;
      numbers[i] = lines[i].se;
      for (guint level = 0; level < plan->interval.n_levels; level++)
        {
          out.lower[level][i] = lines[i].value - plan->interval.z[level] * lines[i].se;
          out.upper[level][i] = lines[i].value + plan->interval.z[level] * lines[i].se;
        }
    }
  marmot_estimates_finish (estimates);
  marmot_result_add_estimates (&result, NULL, estimates);
  marmot_result_add_doubles (&result, "se", numbers, n);
  return marmot_result_end (&result);
}

static gboolean
check_keys (MarmotGroups *groups,
            GError **error)
{
  static const char *const taken[] = { "part", "age", "cause", "value", "lower", "upper", "status", "se", NULL };
  g_autoptr (MarmotTable) keys = groups ? marmot_groups_get_keys (groups) : NULL;

  for (gsize k = 0; keys && k < marmot_table_get_n_columns (keys); k++)
    {
      const char *name = marmot_table_get_column_name (keys, k);

      if (g_strv_contains (taken, name) || g_str_has_prefix (name, "lower_") || g_str_has_prefix (name, "upper_"))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "A key is named \"%s\", as a column of the result is: rename it", name);
          return FALSE;
        }
    }
  return TRUE;
}

static MarmotTable *
compute (MarmotLifePlan *plan,
         MarmotTable *figures,
         MarmotGroups *groups,
         MarmotLifeTableOptions *options,
         GArray *lines,
         GError **error)
{
  g_auto (Pairs) pairs = { 0 };

  if (!marmot_life_plan_init (plan, options, MARMOT_METHOD_ARRIAGA, error) || !check_keys (groups, error)
      || !pairs_init (&pairs, plan, figures, groups, error))
    return NULL;
  for (gsize g = 0; g < pairs.n_groups; g++)
    take_apart (&pairs, plan, g, lines);
  return make_table (&pairs, plan, groups, lines);
}

MarmotTable *
marmot_life_gaps (MarmotTable *figures,
                  MarmotGroups *groups,
                  MarmotLifeTableOptions *options,
                  GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  MarmotLifePlan plan;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_LIFE_TABLE_OPTIONS (options), NULL);

  return compute (&plan, figures, groups, options, lines, error);
}

/* --- one pair ---------------------------------------------------------------------- */

struct _MarmotLifeGap
{
  GObject parent_instance;

  MarmotLifePlan plan;
  GArray *lines;
  MarmotTable *table;
};

G_DEFINE_FINAL_TYPE (MarmotLifeGap, marmot_life_gap, G_TYPE_OBJECT)

static void
marmot_life_gap_finalize (GObject *object)
{
  MarmotLifeGap *self = MARMOT_LIFE_GAP (object);

  g_array_unref (self->lines);
  g_clear_pointer (&self->table, marmot_table_unref);
  G_OBJECT_CLASS (marmot_life_gap_parent_class)->finalize (object);
}

static void
marmot_life_gap_class_init (MarmotLifeGapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_life_gap_finalize;
}

static void
marmot_life_gap_init (MarmotLifeGap *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

/* The two tables as one, with a column that tells them apart. */
static MarmotTable *
join_tables (MarmotTable *first,
             MarmotTable *second,
             GError **error)
{
  static const char *const names[] = { "age", "band", "cause", "deaths", "population", "share", "share_variance" };
  gsize n_first = marmot_table_get_n_rows (first), n = n_first + marmot_table_get_n_rows (second);
  g_auto (MarmotResult) both = { NULL, NULL };
  g_autofree double *which = g_new0 (double, n + 1);

  marmot_result_init (&both);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MarmotColumn *one = marmot_table_peek_column (first, names[i]);
      MarmotColumn *other = marmot_table_peek_column (second, names[i]);
      g_autoptr (MarmotColumn) a = NULL;
      g_autoptr (MarmotColumn) b = NULL;
      MarmotColumn *pair[2];
      MarmotColumn *joined;
      MarmotColumnType type;

      if (!one && !other)
        continue;
      if (!one || !other)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                       "Only one of the two populations has a column \"%s\": give both one, or neither", names[i]);
          return NULL;
        }
      type = marmot_column_is_numeric (one) && marmot_column_is_numeric (other) ? MARMOT_COLUMN_DOUBLE : one->type;
      a = marmot_column_cast (one, type, error);
      b = a ? marmot_column_cast (other, type, error) : NULL;
      if (!b)
        return NULL;
      pair[0] = a;
      pair[1] = b;
      joined = marmot_column_join (pair, 2, error);
      if (!joined)
        return NULL;
      marmot_result_add (&both, names[i], joined);
    }
  for (gsize row = n_first; row < n; row++)
    which[row] = 1;
  marmot_result_add (&both, "second", marmot_column_new_double (which, n));
  return marmot_result_end (&both);
}

MarmotLifeGap *
marmot_life_gap_new (MarmotTable *first,
                     MarmotTable *second,
                     MarmotLifeTableOptions *options,
                     GError **error)
{
  g_autoptr (MarmotLifeGap) self = NULL;
  g_autoptr (MarmotTable) both = NULL;

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_LIFE_TABLE_OPTIONS (options), NULL);

  both = join_tables (first, second, error);
  if (!both)
    return NULL;
  self = g_object_new (MARMOT_TYPE_LIFE_GAP, NULL);
  self->table = compute (&self->plan, both, NULL, options, self->lines, error);
  return self->table ? g_steal_pointer (&self) : NULL;
}

static const Line *
find_line (MarmotLifeGap *self,
           Part part)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, Line, i).part == part)
      return &g_array_index (self->lines, Line, i);
  return NULL;
}

MarmotStatus
marmot_life_gap_get_status (MarmotLifeGap *self)
{
  const Line *gap;

  g_return_val_if_fail (MARMOT_IS_LIFE_GAP (self), MARMOT_STATUS_MISSING);

  gap = find_line (self, PART_GAP);
  return gap ? (MarmotStatus) gap->status : MARMOT_STATUS_EMPTY_GROUP;
}

static MarmotEstimate *
get_estimate (MarmotLifeGap *self,
              Part part,
              MarmotMethod method)
{
  const Line *line = find_line (self, part);
  MarmotStatus status = marmot_life_gap_get_status (self);
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  guint n_levels = MAX (self->plan.interval.n_levels, 1);
  double value = line ? line->value : (double) NAN;

  if (status == MARMOT_STATUS_OK && !line)
    status = MARMOT_STATUS_MISSING;
  for (guint i = 0; i < n_levels; i++)
    {
      double half = line ? self->plan.interval.z[i] * line->se : (double) NAN;

      limits[i].confidence = self->plan.interval.n_levels ? self->plan.interval.levels[i] : 0.95;
      limits[i].lower = value - half;
      limits[i].upper = value + half;
    }
  return marmot_estimate_new_full (value, method, status, limits, n_levels);
}

MarmotEstimate *
marmot_life_gap_get_gap (MarmotLifeGap *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_GAP (self), NULL);

  return get_estimate (self, PART_GAP, MARMOT_METHOD_CHIANG_SILCOCKS);
}

MarmotEstimate *
marmot_life_gap_get_healthy_gap (MarmotLifeGap *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_GAP (self), NULL);

  return get_estimate (self, PART_HEALTHY, MARMOT_METHOD_SULLIVAN);
}

MarmotEstimate *
marmot_life_gap_get_mortality_part (MarmotLifeGap *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_GAP (self), NULL);

  return get_estimate (self, PART_MORTALITY, MARMOT_METHOD_NUSSELDER_LOOMAN);
}

MarmotEstimate *
marmot_life_gap_get_health_part (MarmotLifeGap *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_GAP (self), NULL);

  return get_estimate (self, PART_HEALTH, MARMOT_METHOD_NUSSELDER_LOOMAN);
}

MarmotTable *
marmot_life_gap_to_table (MarmotLifeGap *self)
{
  g_return_val_if_fail (MARMOT_IS_LIFE_GAP (self), NULL);
  g_return_val_if_fail (self->table != NULL, NULL);

  return marmot_table_ref (self->table);
}
