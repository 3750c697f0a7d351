/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "core/marmot-table-private.h"
#include "numeric/attain.h"
#include "numeric/kernel.h"
#include "numeric/survey.h"
#include "numeric/total.h"
#include "survey-private.h"

#define BLOCK MARMOT_FIGURES_BLOCK

struct _MarmotSurveyShare
{
  GObject parent_instance;

  MarmotEstimate *estimate;
  double multiplier;
  double first;
  double last;
  double respondents;
  double invited;
  double effective_n;
  double response;
  double lowest;
  double highest;
  gboolean is_small;
};

G_DEFINE_FINAL_TYPE (MarmotSurveyShare, marmot_survey_share, G_TYPE_OBJECT)

static void
marmot_survey_share_finalize (GObject *object)
{
  MarmotSurveyShare *self = MARMOT_SURVEY_SHARE (object);

  g_clear_pointer (&self->estimate, marmot_estimate_unref);
  G_OBJECT_CLASS (marmot_survey_share_parent_class)->finalize (object);
}

static void
marmot_survey_share_class_init (MarmotSurveyShareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_survey_share_finalize;
}

/* What somebody makes without numbers holds nothing, and says so. */
static void
marmot_survey_share_init (MarmotSurveyShare *self)
{
  const MarmotLimits none = { 0.95, (double) NAN, (double) NAN };

  self->estimate = marmot_estimate_new_full ((double) NAN, MARMOT_METHOD_NONE, MARMOT_STATUS_MISSING, &none, 1);
  self->multiplier = 1;
  self->first = self->last = self->respondents = self->invited = (double) NAN;
  self->effective_n = self->response = self->lowest = self->highest = (double) NAN;
}

/* --- one share ---------------------------------------------------------------- */

static MarmotSurveyShare *
make_share (const MarmotSurveyPlan *plan,
            double first,
            double last,
            double percent,
            double respondents)
{
  MarmotSurveyShare *self = g_object_new (MARMOT_TYPE_SURVEY_SHARE, NULL);
  double invited = plan->invited, population = plan->population, effect = plan->design_effect;
  guint8 none = MN_OK, status;
  double value;
  MarmotLimits limits[MARMOT_MAX_LEVELS];
  const MarmotSurveyRows rows = { &first, &last, &respondents, &invited, &population, &effect, &percent, &none };
  MarmotSurveyResults out = { .value = &value, .status = &status };

  self->multiplier = plan->plan.multiplier;
  self->first = first;
  self->last = last;
  self->respondents = respondents;
  self->invited = invited;
  self->is_small = respondents < plan->minimum;
  out.effective_n = &self->effective_n;
  out.response = &self->response;
  out.lowest = &self->lowest;
  out.highest = &self->highest;
  for (guint i = 0; i < plan->plan.n_levels; i++)
    {
      limits[i].confidence = plan->plan.levels[i];
      out.lower[i] = &limits[i].lower;
      out.upper[i] = &limits[i].upper;
    }
  marmot_survey_compute (plan, &rows, 1, &out);
  marmot_estimate_unref (self->estimate);
  self->estimate = marmot_estimate_new_full (value, plan->plan.method, (MarmotStatus) status, limits,
                                             plan->plan.n_levels);
  return self;
}

MarmotSurveyShare *
marmot_survey_share_new (double count,
                         double respondents,
                         MarmotSurveyOptions *options,
                         GError **error)
{
  MarmotSurveyPlan plan;

  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVEY_OPTIONS (options), NULL);

  if (!marmot_survey_plan_init (&plan, options, error))
    return NULL;
  return make_share (&plan, count, count, (double) NAN, respondents);
}

MarmotSurveyShare *
marmot_survey_share_new_from_percent (double percent,
                                      guint decimals,
                                      gint64 respondents,
                                      MarmotSurveyOptions *options,
                                      GError **error)
{
  MarmotSurveyPlan plan;
  gint64 first, last, n_counts;

  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVEY_OPTIONS (options), NULL);

  if (!marmot_survey_plan_init (&plan, options, error))
    return NULL;
  n_counts = marmot_attainable_counts (percent, decimals, respondents, &first, &last, error);
  if (n_counts < 0)
    return NULL;
  if (n_counts == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "No count out of so many respondents prints as this percentage: check that both are of "
                           "the same question, and ask for the count");
      return NULL;
    }
  return make_share (&plan, (double) first, (double) last, first == last ? (double) NAN : percent,
                     (double) respondents);
}

MarmotEstimate *
marmot_survey_share_get_estimate (MarmotSurveyShare *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVEY_SHARE (self), NULL);

  return marmot_estimate_ref (self->estimate);
}

#define GETTER(field, name) \
  double marmot_survey_share_get_##name (MarmotSurveyShare *self) \
  { \
    g_return_val_if_fail (MARMOT_IS_SURVEY_SHARE (self), (double) NAN); \
 \
    return self->field; \
  }

GETTER (first, first_count)
GETTER (last, last_count)
GETTER (respondents, respondents)
GETTER (multiplier, multiplier)
GETTER (effective_n, effective_n)
GETTER (response, response)
GETTER (lowest, lowest)
GETTER (highest, highest)

gboolean
marmot_survey_share_is_small (MarmotSurveyShare *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVEY_SHARE (self), FALSE);

  return self->is_small;
}

static void
append_percent (GString *text,
                MarmotSurveyShare *self,
                double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%s%%", g_ascii_formatd (buffer, sizeof buffer, "%.1f", 100 * value / self->multiplier));
}

static void
append_number (GString *text,
               double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.12g", value));
}

char *
marmot_survey_share_to_string (MarmotSurveyShare *self)
{
  GString *text;

  g_return_val_if_fail (MARMOT_IS_SURVEY_SHARE (self), NULL);

  if (marmot_estimate_get_status (self->estimate) != MARMOT_STATUS_OK)
    return marmot_estimate_to_string (self->estimate);

  text = g_string_new (NULL);
  append_percent (text, self, marmot_estimate_get_value (self->estimate));
  g_string_append (text, " (");
  append_percent (text, self, marmot_estimate_get_lower (self->estimate));
  g_string_append (text, " to ");
  append_percent (text, self, marmot_estimate_get_upper (self->estimate));
  g_string_append (text, ", ");
  append_number (text, 100 * marmot_estimate_get_confidence (self->estimate));
  g_string_append (text, "%) of ");
  append_number (text, self->respondents);
  g_string_append (text, " respondents");
  if (self->is_small)
    g_string_append (text, ", which is few");
  if (!isnan (self->invited))
    {
      g_string_append (text, "; ");
      append_percent (text, self, self->response);
      g_string_append (text, " of ");
      append_number (text, self->invited);
      g_string_append (text, " invited answered, so from ");
      append_percent (text, self, self->lowest);
      g_string_append (text, " to ");
      append_percent (text, self, self->highest);
      g_string_append (text, " of all invited");
    }
  return g_string_free (text, FALSE);
}

/* --- shares in columns -------------------------------------------------------- */

/* The columns of the figures, not references; those that are not there are NULL. */
typedef struct
{
  const MarmotColumn *count;
  const MarmotColumn *percent;
  const MarmotColumn *decimals;
  const MarmotColumn *respondents;
  const MarmotColumn *invited;
  const MarmotColumn *population;
  const MarmotColumn *design_effect;
  const MarmotColumn *answer;
  const MarmotColumn *weight;
  const MarmotColumn *rows;           /* NULL: one a row */
  const MarmotColumn *weight_squares; /* where there are rows and weights */
  MarmotColumn *made_answer; /* owned: an answer that was boolean */
} Figures;

static void
figures_clear (Figures *self)
{
  g_clear_pointer (&self->made_answer, marmot_column_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static gboolean
find_answers (Figures *self,
              MarmotTable *table,
              GError **error)
{
  MarmotColumn *answer = marmot_table_peek_column (table, "answer");

  if (answer->type == MARMOT_COLUMN_BOOLEAN)
    {
      self->made_answer = marmot_column_cast (answer, MARMOT_COLUMN_DOUBLE, error);
      self->answer = self->made_answer;
    }
  else if (!marmot_figures_find_numbers (table, "answer", TRUE, &self->answer, error))
    {
      return FALSE;
    }
  return self->answer != NULL && marmot_figures_find_numbers (table, "weight", FALSE, &self->weight, error)
         && marmot_figures_find_numbers (table, "rows", FALSE, &self->rows, error)
         && (!self->rows || !self->weight
             || marmot_figures_find_numbers (table, "weight_squares", TRUE, &self->weight_squares, error));
}

static gboolean
find_counts (Figures *self,
             MarmotTable *table,
             gboolean grouped,
             GError **error)
{
  gboolean of_percents = marmot_table_peek_column (table, "percent") != NULL;

  if (!marmot_figures_find_numbers (table, "percent", of_percents, &self->percent, error)
      || !marmot_figures_find_numbers (table, "decimals", of_percents, &self->decimals, error)
      || !marmot_figures_find_numbers (table, "count", !of_percents, &self->count, error)
      || !marmot_figures_find_numbers (table, "respondents", TRUE, &self->respondents, error)
      || !marmot_figures_find_numbers (table, "invited", FALSE, &self->invited, error)
      || !marmot_figures_find_numbers (table, "population", FALSE, &self->population, error)
      || !marmot_figures_find_numbers (table, "design_effect", FALSE, &self->design_effect, error))
    return FALSE;

  if (of_percents && self->count)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The figures have both \"count\" and \"percent\": leave one out");
      return FALSE;
    }
  if (grouped && (of_percents || self->design_effect))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "The column \"%s\" does not add up over the rows of a group: %s",
                   of_percents ? "percent" : "design_effect",
                   of_percents ? "group counts" : "give one design effect in the options");
      return FALSE;
    }
  return TRUE;
}

/* What the rows of a group add up to. */
typedef struct
{
  mn_total count;
  mn_total respondents;
  mn_total invited;
  mn_total population;
  mn_total weight;
  mn_total weight_squared;
  mn_total weight_of_yes;
  gboolean invited_unknown;
  gboolean population_unknown;
  guint8 status;
} Group;

static void
mark (Group *group,
      guint8 found)
{
  /* What is missing comes before what is wrong, so that the order of rows does not
   * matter. */
  if (found != MN_OK && (group->status == MN_OK || group->status == MN_EMPTY_GROUP || found < group->status))
    group->status = found;
  else if (group->status == MN_EMPTY_GROUP)
    group->status = MN_OK;
}

static void
add_known (const MarmotColumn *column,
           const double *values,
           gsize first,
           gsize i,
           mn_total *total,
           gboolean *unknown)
{
  if (column == NULL)
    return;
  if (marmot_column_row_is_valid (column, first + i))
    mn_total_add (total, values[i]);
  else
    *unknown = TRUE;
}

static void
add_counts (const Figures *self,
            const gint32 *codes,
            gsize n_rows,
            Group *groups)
{
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[4][BLOCK];
      guint8 status[BLOCK], ignored[BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      const double *count, *respondents, *invited = NULL, *population = NULL;

      memset (status, MN_OK, n);
      count = marmot_figures_read (self->count, first, n, FALSE, scratch[0], status);
      respondents = marmot_figures_read (self->respondents, first, n, FALSE, scratch[1], status);
      if (self->invited)
        invited = marmot_figures_read (self->invited, first, n, FALSE, scratch[2], ignored);
      if (self->population)
        population = marmot_figures_read (self->population, first, n, FALSE, scratch[3], ignored);
      for (gsize i = 0; i < n; i++)
        {
          Group *group = &groups[codes[first + i]];
          guint8 found = status[i];

          if (found == MN_OK && !(isfinite (count[i]) && isfinite (respondents[i])))
            found = MN_NOT_FINITE;
          else if (found == MN_OK && count[i] < 0)
            found = MN_NEGATIVE_COUNT;
          else if (found == MN_OK && respondents[i] < 0)
            found = MN_DENOMINATOR_NOT_POSITIVE;
          else if (found == MN_OK && count[i] > respondents[i])
            found = MN_COUNT_OVER_DENOMINATOR;
          mark (group, found);
          if (found != MN_OK)
            continue;
          mn_total_add (&group->count, count[i]);
          mn_total_add (&group->respondents, respondents[i]);
          add_known (self->invited, invited, first, i, &group->invited, &group->invited_unknown);
          add_known (self->population, population, first, i, &group->population, &group->population_unknown);
        }
    }
}

static void
add_answers (const Figures *self,
             const gint32 *codes,
             gsize n_rows,
             Group *groups)
{
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[4][BLOCK];
      guint8 silent[BLOCK], missing[BLOCK], uncounted[BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      const double *answer, *weight = NULL, *rows = NULL, *squares = NULL;

      memset (silent, MN_OK, n);
      memset (missing, MN_OK, n);
      answer = marmot_figures_read (self->answer, first, n, FALSE, scratch[0], silent);
      if (self->weight)
        weight = marmot_figures_read (self->weight, first, n, FALSE, scratch[1], missing);
      memset (uncounted, MN_OK, n);
      if (self->rows)
        rows = marmot_figures_read (self->rows, first, n, FALSE, scratch[2], uncounted);
      if (self->weight_squares)
        squares = marmot_figures_read (self->weight_squares, first, n, FALSE, scratch[3], missing);
      for (gsize i = 0; i < n; i++)
        {
          Group *group = &groups[codes[first + i]];
          double size = rows ? rows[i] : 1;
          double w = weight ? weight[i] : size;
          double w_squared = squares ? squares[i] : weight ? w * w : size;
          guint8 found = missing[i];

          if (uncounted[i] == MN_OK && !(size >= 0 && isfinite (size)))
            uncounted[i] = isnan (size) || isinf (size) ? MN_NOT_FINITE : MN_OUT_OF_RANGE;
          if (uncounted[i] != MN_OK)
            {
              mark (group, uncounted[i]);
              continue;
            }
          mn_total_add (&group->invited, size);
          if (silent[i] != MN_OK)
            {
              mark (group, MN_OK);
              continue;
            }
          if (found == MN_OK && !(isfinite (answer[i]) && isfinite (w) && isfinite (w_squared)))
            found = MN_NOT_FINITE;
          else if (found == MN_OK && ((answer[i] != 0 && answer[i] != 1) || w < 0 || w_squared < 0))
            found = MN_OUT_OF_RANGE;
          mark (group, found);
          if (found != MN_OK)
            continue;
          mn_total_add (&group->respondents, size);
          mn_total_add (&group->count, size * answer[i]);
          mn_total_add (&group->weight, w);
          mn_total_add (&group->weight_squared, w_squared);
          mn_total_add (&group->weight_of_yes, w * answer[i]);
        }
    }
}

/* The results while they are put together, whole columns. */
typedef struct
{
  MarmotEstimates *estimates;
  MarmotEstimatesBuffers buffers;
  double *first;
  double *last;
  double *respondents;
  double *effective_n;
  double *response;
  double *lowest;
  double *highest;
  gboolean *small;
} Results;

static void
results_init (Results *self,
              const MarmotSurveyPlan *plan,
              gsize n_rows)
{
  self->estimates = marmot_estimates_begin (n_rows, plan->plan.levels, plan->plan.n_levels, plan->plan.method,
                                            &self->buffers);
  self->first = g_new (double, n_rows + 1);
  self->last = g_new (double, n_rows + 1);
  self->respondents = g_new (double, n_rows + 1);
  self->effective_n = g_new (double, n_rows + 1);
  self->response = g_new (double, n_rows + 1);
  self->lowest = g_new (double, n_rows + 1);
  self->highest = g_new (double, n_rows + 1);
  self->small = g_new (gboolean, n_rows + 1);
}

static void
results_clear (Results *self)
{
  g_clear_pointer (&self->estimates, marmot_estimates_unref);
  g_free (self->first);
  g_free (self->last);
  g_free (self->respondents);
  g_free (self->effective_n);
  g_free (self->response);
  g_free (self->lowest);
  g_free (self->highest);
  g_free (self->small);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Results, results_clear)

static void
compute (Results *self,
         const MarmotSurveyPlan *plan,
         const MarmotSurveyRows *rows,
         gsize first,
         gsize n)
{
  MarmotSurveyResults out = {
    .value = self->buffers.value + first,
    .status = self->buffers.status + first,
    .effective_n = self->effective_n + first,
    .response = self->response + first,
    .lowest = self->lowest + first,
    .highest = self->highest + first,
  };

  for (guint i = 0; i < plan->plan.n_levels; i++)
    {
      out.lower[i] = self->buffers.lower[i] + first;
      out.upper[i] = self->buffers.upper[i] + first;
    }
  marmot_survey_compute (plan, rows, n, &out);
  for (gsize i = 0; i < n; i++)
    {
      gboolean ok = out.status[i] == MN_OK;

      if (isinf (out.effective_n[i]))
        out.effective_n[i] = (double) NAN;
      self->respondents[first + i] = ok ? rows->respondents[i] : (double) NAN;
      self->small[first + i] = ok && rows->respondents[i] < plan->minimum;
    }
}

/* Rows that stand each for itself. */
static void
run_rows (Results *results,
          const MarmotSurveyPlan *plan,
          const Figures *figures,
          gsize n_rows)
{
  for (gsize first = 0; first < n_rows; first += BLOCK)
    {
      double scratch[8][BLOCK];
      guint8 status[BLOCK];
      gsize n = MIN (BLOCK, n_rows - first);
      const MarmotSurveyRows rows = { scratch[0], figures->percent ? scratch[1] : scratch[0], scratch[2], scratch[3],
                                      scratch[4], scratch[5], scratch[6], status };
      const MarmotColumn *const columns[] = { figures->percent ? figures->percent : figures->count,
                                              figures->respondents, figures->invited, figures->population,
                                              figures->design_effect };
      double *const into[] = { scratch[0], scratch[2], scratch[3], scratch[4], scratch[5] };
      const double others[] = { 0, 0, plan->invited, plan->population, plan->design_effect };
      guint8 ignored[BLOCK];

      memset (status, MN_OK, n);
      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          gboolean needed = c < 2;
          const double *values = NULL;

          if (columns[c])
            values = marmot_figures_read (columns[c], first, n, FALSE, scratch[7], needed ? status : ignored);
          /* A null is what nobody knows, and then the options do not know it either. */
          for (gsize i = 0; i < n; i++)
            into[c][i] = values == NULL                                               ? others[c]
                         : needed || marmot_column_row_is_valid (columns[c], first + i) ? values[i]
                         : c == 4                                                     ? plan->design_effect
                                                                                      : (double) NAN;
        }

      for (gsize i = 0; i < n; i++)
        rows.percent[i] = (double) NAN;
      if (figures->percent)
        {
          const double *decimals = marmot_figures_read (figures->decimals, first, n, FALSE, scratch[7], status);

          for (gsize i = 0; i < n; i++)
            {
              double percent = rows.first[i];

              rows.first[i] = rows.last[i] = (double) NAN;
              if (status[i] == MN_OK)
                status[i] = mn_attainable_counts (percent, decimals[i], rows.respondents[i], &rows.first[i],
                                                  &rows.last[i]);
              if (rows.first[i] != rows.last[i])
                rows.percent[i] = percent;
            }
        }

      compute (results, plan, &rows, first, n);
      for (gsize i = 0; i < n; i++)
        {
          gboolean ok = results->buffers.status[first + i] == MN_OK;

          results->first[first + i] = ok ? rows.first[i] : (double) NAN;
          results->last[first + i] = ok ? rows.last[i] : (double) NAN;
        }
    }
}

/* The sums of groups, as rows. */
static void
run_groups (Results *results,
            const MarmotSurveyPlan *plan,
            const Figures *figures,
            const Group *groups,
            gsize n_groups)
{
  for (gsize first = 0; first < n_groups; first += BLOCK)
    {
      double scratch[6][BLOCK];
      guint8 status[BLOCK];
      gsize n = MIN (BLOCK, n_groups - first);
      const MarmotSurveyRows rows = { scratch[0], scratch[0], scratch[1], scratch[2], scratch[3], scratch[4],
                                      scratch[5], status };

      for (gsize i = 0; i < n; i++)
        {
          const Group *group = &groups[first + i];
          double respondents = mn_total_get (&group->respondents);
          double weight = mn_total_get (&group->weight);
          double effect = plan->design_effect;
          double count = mn_total_get (&group->count);
          double invited = figures->answer || figures->invited ? mn_total_get (&group->invited) : plan->invited;
          double population = figures->population ? mn_total_get (&group->population) : plan->population;

          status[i] = group->status;
          results->first[first + i] = results->last[first + i] = status[i] == MN_OK ? count : (double) NAN;
          if (figures->weight && status[i] == MN_OK && respondents > 0)
            {
              if (!(weight > 0))
                status[i] = MN_DENOMINATOR_NOT_POSITIVE;
              else
                effect *= mn_survey_weighting_effect (respondents, weight, mn_total_get (&group->weight_squared));
              count = mn_total_get (&group->weight_of_yes) / weight * respondents;
              count = MIN (count, respondents);
            }
          if (figures->answer && !isnan (plan->invited))
            invited = plan->invited;
          rows.first[i] = count;
          rows.respondents[i] = respondents;
          rows.invited[i] = group->invited_unknown ? (double) NAN : invited;
          rows.population[i] = group->population_unknown ? (double) NAN : population;
          rows.design_effect[i] = effect;
          rows.percent[i] = (double) NAN;
        }
      compute (results, plan, &rows, first, n);
    }
}

static MarmotTable *
make_table (Results *self,
            gboolean of_percents)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  gsize n_rows = self->buffers.n_rows;

  marmot_estimates_finish (self->estimates);
  marmot_result_init (&result);
  marmot_result_add_estimates (&result, NULL, g_steal_pointer (&self->estimates));
  marmot_result_add_doubles (&result, of_percents ? "count_first" : "count", self->first, n_rows);
  if (of_percents)
    marmot_result_add_doubles (&result, "count_last", self->last, n_rows);
  marmot_result_add_doubles (&result, "respondents", self->respondents, n_rows);
  marmot_result_add_doubles (&result, "effective_n", self->effective_n, n_rows);
  marmot_result_add_doubles (&result, "response", self->response, n_rows);
  marmot_result_add_doubles (&result, "lowest", self->lowest, n_rows);
  marmot_result_add_doubles (&result, "highest", self->highest, n_rows);
  marmot_result_add (&result, "small", marmot_column_new_boolean (self->small, n_rows));
  return marmot_result_end (&result);
}

MarmotTable *
marmot_survey_shares (MarmotTable *figures,
                      MarmotGroups *groups,
                      MarmotSurveyOptions *options,
                      GError **error)
{
  MarmotSurveyPlan plan;
  g_auto (Figures) columns = { 0 };
  g_auto (Results) results = { 0 };
  g_autofree gint32 *owned = NULL;
  g_autofree Group *sums = NULL;
  const gint32 *codes = NULL;
  gsize n_rows, n_groups = 0;
  gboolean of_answers;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVEY_OPTIONS (options), NULL);

  of_answers = marmot_table_peek_column (figures, "answer") != NULL;
  n_rows = marmot_table_get_n_rows (figures);
  if (!marmot_survey_plan_init (&plan, options, error)
      || !(of_answers ? find_answers (&columns, figures, error)
                      : find_counts (&columns, figures, groups != NULL, error)))
    return NULL;

  if (groups == NULL && !of_answers)
    {
      results_init (&results, &plan, n_rows);
      run_rows (&results, &plan, &columns, n_rows);
      return make_table (&results, columns.percent != NULL);
    }

  if (!marmot_figures_get_groups (figures, groups, &codes, &n_groups, &owned, error))
    return NULL;
  sums = g_new0 (Group, n_groups + 1);
  for (gsize g = 0; g < n_groups; g++)
    sums[g].status = MN_EMPTY_GROUP;
  if (of_answers)
    add_answers (&columns, codes, n_rows, sums);
  else
    add_counts (&columns, codes, n_rows, sums);
  results_init (&results, &plan, n_groups);
  run_groups (&results, &plan, &columns, sums, n_groups);
  return make_table (&results, FALSE);
}
