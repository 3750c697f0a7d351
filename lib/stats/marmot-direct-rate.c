/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "age-band-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-ranks-private.h"
#include "core/marmot-table-private.h"
#include "figures-private.h"
#include "marmot-stats-private.h"
#include "numeric/rate.h"
#include "numeric/standardise.h"
#include "standard-population-private.h"

#define BLOCK MARMOT_FIGURES_BLOCK

/* What a row's band can be beside a band of the standard. */
#define BAND_UNKNOWN (-1)
#define BAND_MISSING (-2)

typedef struct
{
  MarmotIntervalPlan plan;
  MarmotStandardPopulation *standard; /* not a reference */
  double minimum;
  gboolean missing_is_zero;
} Plan;

typedef struct
{
  MarmotTable *table;
  gsize n_rows;
  const MarmotColumn *count;
  const MarmotColumn *population;
  const MarmotColumn *weight;    /* NULL: the standard has the weights */
  const MarmotColumn *frequency; /* nullable */
  const MarmotColumn *years;     /* nullable */
  MarmotColumn *band;            /* owned, nullable: numbers, or a dictionary */
  int *bands;                    /* what each entry of the dictionary stands for */
  const gint32 *codes;
  gsize n_groups;
  gint32 *owned_codes;
  mn_direct *groups;
} Figures;

static void
figures_clear (Figures *self)
{
  g_clear_pointer (&self->band, marmot_column_unref);
  g_clear_pointer (&self->bands, g_free);
  g_clear_pointer (&self->owned_codes, g_free);
  g_clear_pointer (&self->groups, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static gboolean
plan_init (Plan *self,
           MarmotStandardisationOptions *options,
           MarmotMethod first,
           GError **error)
{
  const MarmotMethod methods[] = { first, MARMOT_METHOD_DIRECT_EXACT };

  self->standard = NULL;
  self->minimum = 10;
  self->missing_is_zero = FALSE;
  if (options)
    {
      self->standard = marmot_standardisation_options_get_standard (options);
      self->minimum = marmot_standardisation_options_get_minimum_count (options);
      self->missing_is_zero = marmot_standardisation_options_get_missing_is_zero (options);
    }
  if (!(self->minimum >= 0 && isfinite (self->minimum)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The least count that has a rate is a number from zero up, such as 10");
      return FALSE;
    }
  return marmot_interval_plan_init (&self->plan,
                                    options ? marmot_standardisation_options_get_interval (options) : NULL,
                                    methods, G_N_ELEMENTS (methods), 100000, error);
}

/* The column of bands: as numbers, or as a dictionary with what its entries stand
 * for in the standard. */
static gboolean
find_bands (Figures *self,
            MarmotStandardPopulation *standard,
            GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (self->table, "band");
  g_autoptr (MarmotColumn) labels = NULL;
  gsize n_labels;

  if (column == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The figures have no column \"band\": name the one that holds labels such as \"5-9\", "
                           "or ages at which bands start, so");
      return FALSE;
    }
  if (marmot_column_is_numeric (column))
    {
      self->band = marmot_column_ref (column);
      return TRUE;
    }
  if (column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_DICTIONARY)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"band\" holds neither labels nor ages: pass text or numbers");
      return FALSE;
    }
  self->band = marmot_column_cast (column, MARMOT_COLUMN_DICTIONARY, error);
  if (!self->band)
    return FALSE;
  if (!standard)
    return TRUE;

  labels = marmot_column_get_dictionary (self->band);
  n_labels = marmot_column_get_length (labels);
  self->bands = g_new (int, n_labels + 1);
  for (gsize i = 0; i < n_labels; i++)
    {
      gsize length;
      const char *label = marmot_column_peek_text (labels, i, &length);
      guint first, last;

      self->bands[i] = label && marmot_age_band_parse (label, length, &first, &last)
                         ? marmot_standard_population_index (standard, first, last)
                         : BAND_UNKNOWN;
    }
  return TRUE;
}

static inline int
get_band (const Figures *self,
          MarmotStandardPopulation *standard,
          gsize row)
{
  const MarmotColumn *column = self->band;

  if (!marmot_column_row_is_valid (column, row))
    return BAND_MISSING;
  if (self->bands)
    return self->bands[marmot_column_get_code (column, row)];
  if (column->type == MARMOT_COLUMN_DOUBLE)
    return marmot_standard_population_start (standard,
                                             ((const double *) column->values)[column->offset + row]);
  return marmot_standard_population_start (
    standard, (double) ((const gint64 *) column->values)[column->offset + row]);
}

static gboolean
figures_init (Figures *self,
              const Plan *plan,
              MarmotTable *table,
              MarmotGroups *groups,
              gboolean of_years,
              GError **error)
{
  memset (self, 0, sizeof *self);
  self->table = table;
  self->n_rows = marmot_table_get_n_rows (table);
  if (!marmot_figures_find_numbers (table, "count", TRUE, &self->count, error)
      || !marmot_figures_find_numbers (table, "population", TRUE, &self->population, error)
      || (of_years && !marmot_figures_find_numbers (table, "years", TRUE, &self->years, error))
      || (!of_years && !marmot_figures_find_numbers (table, "frequency", FALSE, &self->frequency, error))
      || !marmot_figures_get_groups (table, groups, &self->codes, &self->n_groups, &self->owned_codes, error))
    return FALSE;

  if (!plan->standard && marmot_table_peek_column (table, "weight") == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "There is no standard population: name one in the options, or give the figures a column "
                           "\"weight\"");
      return FALSE;
    }
  if (!plan->standard && !marmot_figures_find_numbers (table, "weight", TRUE, &self->weight, error))
    return FALSE;
  if ((plan->standard || self->frequency) && !find_bands (self, plan->standard, error))
    return FALSE;

  self->groups = g_new0 (mn_direct, self->n_groups);
  for (gsize g = 0; g < self->n_groups; g++)
    self->groups[g].status = MN_EMPTY_GROUP;
  return TRUE;
}

/* Which bands of the standard each group has met. */
typedef struct
{
  const double *weights;
  gsize n_bands;
  gsize n_words; /* a group */
  guint64 *seen;
} Seen;

static void
seen_init (Seen *self,
           const Plan *plan,
           gsize n_groups)
{
  memset (self, 0, sizeof *self);
  if (!plan->standard)
    return;
  self->weights = marmot_standard_population_get_weights (plan->standard, &self->n_bands);
  self->n_words = (self->n_bands + 63) / 64;
  self->seen = g_new0 (guint64, n_groups * self->n_words);
}

/* Notes a band; false if the group has met it before. */
static inline gboolean
seen_add (Seen *self,
          gsize group,
          int band)
{
  guint64 *word = &self->seen[group * self->n_words + (gsize) band / 64];
  guint64 bit = G_GUINT64_CONSTANT (1) << (band % 64);
  gboolean first = (*word & bit) == 0;

  *word |= bit;
  return first;
}

/* Gives groups that have not met every band their status. */
static void
seen_end (Seen *self,
          mn_direct *groups,
          gsize n_groups)
{
  if (!self->seen)
    return;
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize n_seen = 0;

      for (gsize i = 0; i < self->n_words; i++)
        for (guint64 word = self->seen[g * self->n_words + i]; word; word &= word - 1)
          n_seen++;
      if (n_seen < self->n_bands && groups[g].status != MN_EMPTY_GROUP)
        mn_status_merge (&groups[g].status, MN_MISSING_BAND);
    }
  g_clear_pointer (&self->seen, g_free);
}

/* The weight of each row of a block, from the column or by its band. */
static const double *
read_weights (const Figures *self,
              const Plan *plan,
              Seen *seen,
              gsize first,
              gsize n_rows,
              double *scratch,
              guint8 *status)
{
  if (self->weight)
    return marmot_figures_read (self->weight, first, n_rows, FALSE, scratch, status);

  for (gsize i = 0; i < n_rows; i++)
    {
      int band = get_band (self, plan->standard, first + i);

      scratch[i] = 0;
      if (band == BAND_MISSING)
        status[i] = MN_MISSING;
      else if (band == BAND_UNKNOWN)
        status[i] = status[i] == MN_OK ? MN_UNKNOWN_BAND : status[i];
      else
        {
          scratch[i] = seen->weights[band];
          if (!seen_add (seen, (gsize) self->codes[first + i], band) && status[i] == MN_OK)
            status[i] = MN_DUPLICATE_BAND;
        }
    }
  return scratch;
}

/* Events that stand apart: one pass. */
static void
add_plain (Figures *self,
           const Plan *plan)
{
  double scratch[3][BLOCK];
  guint8 status[BLOCK];
  Seen seen;

  seen_init (&seen, plan, self->n_groups);
  for (gsize first = 0; first < self->n_rows; first += BLOCK)
    {
      gsize n = MIN (BLOCK, self->n_rows - first);
      const double *count, *population, *weight;

      memset (status, MN_OK, n);
      count = marmot_figures_read (self->count, first, n, plan->missing_is_zero, scratch[0], status);
      population = marmot_figures_read (self->population, first, n, FALSE, scratch[1], status);
      weight = read_weights (self, plan, &seen, first, n, scratch[2], status);
      mn_direct_add (count, count, count, population, weight, status, self->codes + first, n, self->groups);
    }
  mn_direct_finish (self->groups, self->n_groups);
  seen_end (&seen, self->groups, self->n_groups);
}

/* Years of life lost: rows of zero years are as if they were not there, but their
 * band has been met. */
static void
add_years (Figures *self,
           const Plan *plan)
{
  double scratch[4][BLOCK];
  double deaths[BLOCK], lost[BLOCK], variance[BLOCK], people[BLOCK], weights[BLOCK];
  gint32 codes[BLOCK];
  guint8 status[BLOCK];
  Seen seen;

  seen_init (&seen, plan, self->n_groups);
  for (gsize first = 0; first < self->n_rows; first += BLOCK)
    {
      gsize n = MIN (BLOCK, self->n_rows - first), kept = 0;
      const double *count, *population, *weight, *years;

      memset (status, MN_OK, n);
      years = marmot_figures_read (self->years, first, n, FALSE, scratch[3], status);
      for (gsize i = 0; i < n; i++)
        if (status[i] == MN_OK && !(years[i] >= 0 && isfinite (years[i])))
          status[i] = years[i] < 0 ? MN_NEGATIVE_COUNT : MN_NOT_FINITE;
      count = marmot_figures_read (self->count, first, n, plan->missing_is_zero, scratch[0], status);
      population = marmot_figures_read (self->population, first, n, FALSE, scratch[1], status);
      weight = read_weights (self, plan, &seen, first, n, scratch[2], status);
      for (gsize i = 0; i < n; i++)
        {
          gboolean known = marmot_column_row_is_valid (self->years, first + i);

          /* Whatever else is wrong with a row that does not count. */
          if (known && years[i] == 0)
            continue;
          deaths[kept] = count[i];
          lost[kept] = years[i] * count[i];
          variance[kept] = years[i] * years[i] * count[i];
          people[kept] = population[i];
          weights[kept] = weight[i];
          codes[kept] = self->codes[first + i];
          status[kept++] = status[i];
        }
      mn_direct_add (deaths, lost, variance, people, weights, status, codes, kept, self->groups);
    }
  seen_end (&seen, self->groups, self->n_groups);
}

/* One band of one group, whose rows are of persons with 1, 2, 3... events. */
typedef struct
{
  mn_total events;
  mn_total variance;
  double population;
  double weight;
  gint32 group;
  int band; /* of the standard */
  guint8 status;
} Cell;

static guint8
check_frequency (double persons,
                 double frequency)
{
  if (!isfinite (persons) || !isfinite (frequency))
    return MN_NOT_FINITE;
  return persons < 0 || frequency < 0 ? MN_NEGATIVE_COUNT : MN_OK;
}

/* Events of which a person may have several: rows are gathered into bands first,
 * so that a band counts once whatever frequencies it has rows of. */
static gboolean
add_frequencies (Figures *self,
                 const Plan *plan,
                 GError **error)
{
  g_autofree gint32 *cell_of = NULL;
  g_autofree gint32 *ranks = NULL;
  g_autofree Cell *cells = NULL;
  gsize n_cells = self->n_groups, n_bands;
  double scratch[4][BLOCK];
  guint8 status[BLOCK];
  gsize n_weights = 0;
  const double *weights = plan->standard ? marmot_standard_population_get_weights (plan->standard, &n_weights) : NULL;
  Seen seen;

  cell_of = g_memdup2 (self->codes, self->n_rows * sizeof *cell_of);
  ranks = marmot_rank_column (self->band, &n_bands, error);
  if (!ranks || !marmot_rank_pairs (cell_of, self->n_rows, &n_cells, ranks, n_bands, error))
    return FALSE;

  cells = g_new0 (Cell, n_cells);
  for (gsize c = 0; c < n_cells; c++)
    {
      cells[c].group = -1;
      cells[c].status = MN_EMPTY_GROUP;
    }
  for (gsize first = 0; first < self->n_rows; first += BLOCK)
    {
      gsize n = MIN (BLOCK, self->n_rows - first);
      const double *persons, *population, *frequency, *weight = NULL;

      memset (status, MN_OK, n);
      persons = marmot_figures_read (self->count, first, n, plan->missing_is_zero, scratch[0], status);
      frequency = marmot_figures_read (self->frequency, first, n, FALSE, scratch[1], status);
      population = marmot_figures_read (self->population, first, n, FALSE, scratch[2], status);
      if (self->weight)
        weight = marmot_figures_read (self->weight, first, n, FALSE, scratch[3], status);
      for (gsize i = 0; i < n; i++)
        {
          Cell *cell = &cells[cell_of[first + i]];
          guint8 found = status[i];
          double row_weight = weight ? weight[i] : 0;

          if (cell->group < 0)
            {
              cell->group = self->codes[first + i];
              cell->population = population[i];
              cell->band = plan->standard ? get_band (self, plan->standard, first + i) : 0;
              cell->weight = weight ? row_weight : cell->band >= 0 ? weights[cell->band] : 0;
            }
          else if (found == MN_OK && cell->status == MN_OK
                   && (cell->population != population[i] || (weight && cell->weight != row_weight)))
            {
              found = MN_CONFLICTING_BAND;
            }
          if (found == MN_OK && !marmot_column_row_is_valid (self->band, first + i))
            found = MN_MISSING;
          if (found == MN_OK)
            found = check_frequency (persons[i], frequency[i]);
          if (found == MN_OK && cell->band == BAND_UNKNOWN)
            found = MN_UNKNOWN_BAND;
          mn_status_merge (&cell->status, found);
          if (found != MN_OK)
            continue;
          mn_total_add (&cell->events, frequency[i] * persons[i]);
          mn_total_add (&cell->variance, frequency[i] * frequency[i] * persons[i]);
        }
    }

  seen_init (&seen, plan, self->n_groups);
  for (gsize c = 0; c < n_cells; c++)
    {
      Cell *cell = &cells[c];
      double events = mn_total_get (&cell->events);
      double variance = mn_total_get (&cell->variance);

      if (cell->group < 0)
        continue;
      if (seen.seen && cell->band >= 0 && !seen_add (&seen, (gsize) cell->group, cell->band))
        mn_status_merge (&cell->status, MN_DUPLICATE_BAND);
      mn_direct_add (&events, &events, &variance, &cell->population, &cell->weight, &cell->status, &cell->group, 1,
                     self->groups);
    }
  seen_end (&seen, self->groups, self->n_groups);
  return TRUE;
}

static MarmotEstimates *
estimate (const Figures *self,
          const Plan *plan,
          MarmotMethod method,
          const double *counts,
          gboolean crude)
{
  MarmotEstimatesBuffers out;
  MarmotEstimates *estimates
    = marmot_estimates_begin (self->n_groups, plan->plan.levels, plan->plan.n_levels, method, &out);
  double below = plan->plan.method == MARMOT_METHOD_DIRECT_EXACT ? (double) INFINITY
                 : crude                                         ? MN_POISSON_SWITCH
                                                                 : 0;

  if (crude)
    mn_direct_crude_values (self->groups, self->n_groups, plan->plan.multiplier, out.value, out.status);
  else
    mn_direct_values (self->groups, self->n_groups, plan->minimum, plan->plan.multiplier, out.value, out.status);
  for (guint i = 0; i < plan->plan.n_levels; i++)
    {
      marmot_count_limits (&plan->plan, i, below, counts, self->n_groups, out.lower[i], out.upper[i]);
      if (crude)
        mn_direct_crude_limits (self->groups, self->n_groups, out.value, plan->plan.multiplier, out.lower[i],
                                out.upper[i]);
      else
        mn_direct_limits (self->groups, self->n_groups, out.value, plan->plan.multiplier, out.lower[i], out.upper[i]);
    }
  marmot_estimates_finish (estimates);
  return estimates;
}

/* Everything but the table: the standardised rates and, where asked for, the
 * crude ones. */
static MarmotEstimates *
standardise (Figures *figures,
             const Plan *plan,
             double **counts,
             MarmotEstimates **crude,
             GError **error)
{
  MarmotMethod method = plan->plan.method;

  if (figures->years)
    {
      add_years (figures, plan);
    }
  else if (figures->frequency)
    {
      if (!add_frequencies (figures, plan, error))
        return NULL;
      method = MARMOT_METHOD_DIRECT_FREQUENCIES;
    }
  else
    {
      add_plain (figures, plan);
    }

  *counts = g_new (double, figures->n_groups);
  for (gsize g = 0; g < figures->n_groups; g++)
    (*counts)[g] = mn_total_get (&figures->groups[g].count);
  if (crude)
    *crude = estimate (figures, plan,
                       plan->plan.method == MARMOT_METHOD_DIRECT_EXACT ? MARMOT_METHOD_EXACT_POISSON
                                                                       : MARMOT_METHOD_POISSON,
                       *counts, TRUE);
  return estimate (figures, plan, method, *counts, FALSE);
}

/* A total of each group, NaN where it has a status. */
static void
add_totals (MarmotResult *result,
            const Figures *figures,
            const char *name,
            gsize offset)
{
  g_autofree double *totals = g_new (double, figures->n_groups);

  for (gsize g = 0; g < figures->n_groups; g++)
    {
      const mn_direct *group = &figures->groups[g];

      totals[g] = group->status == MN_OK ? mn_total_get (G_STRUCT_MEMBER_P (group, offset))
                                         : (double) NAN;
    }
  marmot_result_add_doubles (result, name, totals, figures->n_groups);
}

static MarmotTable *
rates (MarmotTable *table,
       MarmotGroups *groups,
       MarmotStandardisationOptions *options,
       gboolean of_years,
       GError **error)
{
  Plan plan;
  g_auto (Figures) figures = { 0 };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree double *counts = NULL;
  MarmotEstimates *crude = NULL;
  MarmotEstimates *estimates;

  if (!plan_init (&plan, options, of_years ? MARMOT_METHOD_YEARS_LOST : MARMOT_METHOD_DIRECT, error)
      || !figures_init (&figures, &plan, table, groups, of_years, error))
    return NULL;
  estimates = standardise (&figures, &plan, &counts, &crude, error);
  if (!estimates)
    return NULL;

  marmot_result_init (&result);
  marmot_result_add_estimates (&result, NULL, estimates);
  add_totals (&result, &figures, "count", G_STRUCT_OFFSET (mn_direct, count));
  if (of_years)
    add_totals (&result, &figures, "years", G_STRUCT_OFFSET (mn_direct, events));
  add_totals (&result, &figures, "population", G_STRUCT_OFFSET (mn_direct, population));
  marmot_result_add_estimates (&result, "crude", crude);
  return marmot_result_end (&result);
}

MarmotEstimate *
marmot_direct_rate (MarmotTable *figures,
                    MarmotStandardisationOptions *options,
                    GError **error)
{
  Plan plan;
  g_auto (Figures) read = { 0 };
  g_autofree double *counts = NULL;
  g_autoptr (MarmotEstimates) estimates = NULL;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, MARMOT_METHOD_DIRECT, error)
      || !figures_init (&read, &plan, figures, NULL, FALSE, error))
    return NULL;
  estimates = standardise (&read, &plan, &counts, NULL, error);
  return estimates ? marmot_estimates_get_estimate (estimates, 0) : NULL;
}

MarmotTable *
marmot_direct_rates (MarmotTable *figures,
                     MarmotGroups *groups,
                     MarmotStandardisationOptions *options,
                     GError **error)
{
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  return rates (figures, groups, options, FALSE, error);
}

MarmotTable *
marmot_years_lost_rates (MarmotTable *figures,
                         MarmotGroups *groups,
                         MarmotStandardisationOptions *options,
                         GError **error)
{
  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_STANDARDISATION_OPTIONS (options), NULL);

  return rates (figures, groups, options, TRUE, error);
}

MarmotColumn *
marmot_years_to_age (MarmotColumn *ages,
                     double upper_age,
                     GError **error)
{
  g_autofree double *years = NULL;
  g_auto (MarmotResult) result = { NULL, NULL };
  gsize n_rows;

  g_return_val_if_fail (ages != NULL, NULL);

  if (!(upper_age > 0 && isfinite (upper_age)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The age up to which years count is above zero, such as 75");
      return NULL;
    }
  if (!marmot_column_is_numeric (ages))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The ages at death are no numbers: pass a column of doubles or integers");
      return NULL;
    }

  n_rows = ages->length;
  years = g_new (double, n_rows);
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      const double *block = marmot_column_block (ages, first, n, scratch);

      for (gsize i = 0; i < n; i++)
        {
          gboolean good = marmot_column_row_is_valid (ages, first + i) && block[i] >= 0 && isfinite (block[i]);

          years[first + i] = good ? MAX (upper_age - block[i], 0) : (double) NAN;
        }
    }
  marmot_result_init (&result);
  marmot_result_add_doubles (&result, "years", years, n_rows);
  return marmot_column_ref (result.columns->pdata[0]);
}
