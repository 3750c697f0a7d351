/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "numeric/power.h"
#include "numeric/special.h"

typedef struct
{
  double alpha;
  double power;
  double per;
  double z;
  gboolean words;
} Plan;

static gboolean
plan_init (Plan *plan,
           MarmotPowerOptions *options,
           GError **error)
{
  *plan = (Plan){ .alpha = 0.05, .power = 0.8, .per = 1, .words = TRUE };
  if (options)
    {
      plan->alpha = marmot_power_options_get_alpha (options);
      plan->power = marmot_power_options_get_power (options);
      plan->per = marmot_power_options_get_per (options);
      plan->words = marmot_power_options_get_words (options);
    }
  if (!(plan->alpha > 0 && plan->alpha < 1 && plan->power > plan->alpha && plan->power < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Alpha and power are proportions above 0 and below 1, such as 0.05 and 0.8, and the power is "
                           "above alpha");
      return FALSE;
    }
  if (!(plan->per > 0 && isfinite (plan->per)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "What figures are per is above zero: 1, 100 for percentages, 100000 for most rates");
      return FALSE;
    }
  plan->z = mn_normal_quantile_upper (plan->alpha / 2);
  return TRUE;
}

/* The columns that a question may come with: figures of people, of person-time, or
 * standard errors of gaps. */
typedef enum
{
  PEOPLE = MN_POWER_PROPORTION,
  TIME = MN_POWER_RATE,
  GAPS
} Kind;

static gboolean
find_kind (MarmotTable *figures,
           const char *proportion,
           const char *rate,
           Kind *kind,
           GError **error)
{
  if (marmot_table_has_column (figures, proportion))
    *kind = PEOPLE;
  else if (marmot_table_has_column (figures, rate))
    *kind = TIME;
  else if (marmot_table_has_column (figures, "gap_se_1"))
    *kind = GAPS;
  else
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The figures have none of the columns \"%s\", \"%s\" and \"gap_se_1\": name the one that holds "
                   "them so",
                   proportion, rate);
      return FALSE;
    }
  return TRUE;
}

/* Figures over what they are per. */
static double *
divide (const double *values,
        double per,
        gsize n,
        MarmotScratch *scratch)
{
  double *divided = marmot_scratch_doubles (scratch, n);

  for (gsize i = 0; i < n; i++)
    divided[i] = values[i] / per;
  return divided;
}

/* The standard error of the change of a gap, with the status of rows that have none. */
static gboolean
read_gap_errors (MarmotTable *figures,
                 MarmotScratch *scratch,
                 double **se,
                 guint8 *status,
                 GError **error)
{
  const double *in[2];
  gsize n = marmot_table_get_n_rows (figures);

  if (!marmot_gaps_read (figures, "gap_se_1", TRUE, scratch, &in[0], status, error)
      || !marmot_gaps_read (figures, "gap_se_2", FALSE, scratch, &in[1], status, error))
    return FALSE;
  if (in[1] == NULL)
    in[1] = in[0];
  *se = marmot_scratch_doubles (scratch, n);
  for (gsize i = 0; i < n; i++)
    {
      if (status[i] == MARMOT_STATUS_OK && !(isfinite (in[0][i]) && isfinite (in[1][i])))
        status[i] = MARMOT_STATUS_NOT_FINITE;
      if (status[i] == MARMOT_STATUS_OK && (in[0][i] < 0 || in[1][i] < 0))
        status[i] = MARMOT_STATUS_ERROR_OUT_OF_RANGE;
      (*se)[i] = status[i] == MARMOT_STATUS_OK ? hypot (in[0][i], in[1][i]) : (double) NAN;
    }
  return TRUE;
}

/* --- words ------------------------------------------------------------------------ */

/* A number for people to read: three significant digits, or all before the point. */
static void
append_number (GString *text,
               double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  int digits = number != 0 && fabs (number) < 1e15 ? 2 - (int) floor (log10 (fabs (number))) : 0;
  char format[16];

  g_snprintf (format, sizeof format, "%%.%df", CLAMP (digits, 0, 12));
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, number));
}

/* How many people, years or events: whole ones. */
static void
append_count (GString *text,
              double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, fabs (number) < 1e15 ? "%.0f" : "%.3g", ceil (number)));
}

static void
append_certainty (GString *text,
                  const Plan *plan)
{
  char alpha[MARMOT_PERCENT_SIZE], power[MARMOT_PERCENT_SIZE];

  g_string_append_printf (text, " (two-sided test at %s%%, power %s%%).", marmot_figures_percent (plan->alpha, alpha),
                          marmot_figures_percent (plan->power, power));
}

static void
add_words (MarmotResult *result,
           GPtrArray *words)
{
  g_autofree gboolean *nulls = g_new0 (gboolean, words->len + 1);
  g_autoptr (MarmotColumn) column = NULL;
  gsize n = words->len;

  for (gsize i = 0; i < n; i++)
    {
      nulls[i] = g_ptr_array_index (words, i) == NULL;
      if (nulls[i])
        g_ptr_array_index (words, i) = g_strdup ("");
    }
  g_ptr_array_add (words, NULL);
  column = marmot_column_new_text ((const char *const *) words->pdata);
  marmot_result_add (result, "words", marmot_column_with_nulls (column, nulls, n, NULL));
}

static char *
say_detectable (const Plan *plan,
                Kind kind,
                double fall,
                double rise)
{
  GString *text;

  if (isnan (fall) && isnan (rise))
    return g_strdup ("No change at all could be told from chance here.");
  text = g_string_new (kind == GAPS ? "The gap would have to change by " : "The figure would have to ");
  if (kind == GAPS)
    append_number (text, rise);
  else
    {
      if (!isnan (fall))
        {
          g_string_append (text, "fall by ");
          append_number (text, fall);
        }
      if (!isnan (fall) && !isnan (rise))
        g_string_append (text, " or ");
      if (!isnan (rise))
        {
          g_string_append (text, "rise by ");
          append_number (text, rise);
        }
    }
  g_string_append (text, " to be likely to be told from chance; less may well pass for noise");
  if (kind != GAPS && isnan (fall))
    g_string_append (text, ", and so may any fall");
  if (kind != GAPS && isnan (rise))
    g_string_append (text, ", and so may any rise");
  append_certainty (text, plan);
  return g_string_free (text, FALSE);
}

static char *
say_needed (const Plan *plan,
            Kind kind,
            double first,
            double second,
            double events)
{
  GString *text = g_string_new ("To tell this change from chance takes ");

  if (kind == GAPS)
    {
      append_number (text, first);
      g_string_append (text, " times what is measured now");
    }
  else
    {
      append_count (text, first);
      g_string_append (text, kind == PEOPLE ? " people in the earlier period and " : " person-years in the earlier period and ");
      append_count (text, second);
      g_string_append (text, " in the later");
      if (kind == TIME)
        {
          g_string_append (text, ", with about ");
          append_count (text, events);
          g_string_append (text, " events in all");
        }
    }
  append_certainty (text, plan);
  return g_string_free (text, FALSE);
}

/* --- the smallest change ------------------------------------------------------------ */

MarmotTable *
marmot_detectable_changes (MarmotTable *figures,
                           MarmotPowerOptions *options,
                           GError **error)
{
  const char *const names[][3] = { { "proportion", "n_1", "n_2" }, { "rate", "years_1", "years_2" } };
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Plan plan;
  Kind kind;
  guint8 *status;
  double *fall, *rise, *to[2];
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, error) || !find_kind (figures, "proportion", "rate", &kind, error))
    return NULL;
  n = marmot_table_get_n_rows (figures);
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  status = marmot_scratch_bytes (&scratch, n);
  fall = marmot_scratch_doubles (&scratch, n);
  rise = marmot_scratch_doubles (&scratch, n);
  to[0] = marmot_scratch_doubles (&scratch, n);
  to[1] = marmot_scratch_doubles (&scratch, n);

  if (kind == GAPS)
    {
      double factor = mn_power_factor (plan.z, plan.power);
      double *se;

      if (!read_gap_errors (figures, &scratch, &se, status, error))
        return NULL;
      for (gsize i = 0; i < n; i++)
        fall[i] = rise[i] = factor * se[i];
    }
  else
    {
      const double *in[3];
      double *figure;

      for (int i = 0; i < 3; i++)
        if (!marmot_gaps_read (figures, names[kind][i], TRUE, &scratch, &in[i], status, error))
          return NULL;
      figure = divide (in[0], plan.per, n, &scratch);
      mn_detectable ((int) kind, figure, in[1], in[2], n, plan.z, plan.power, to[0], to[1], status);
      for (gsize i = 0; i < n; i++)
        {
          fall[i] = plan.per * (figure[i] - to[0][i]);
          rise[i] = plan.per * (to[1][i] - figure[i]);
          to[0][i] *= plan.per;
          to[1][i] *= plan.per;
        }
    }

  marmot_result_add_doubles (&result, "fall", fall, n);
  marmot_result_add_doubles (&result, "rise", rise, n);
  if (kind != GAPS)
    {
      marmot_result_add_doubles (&result, "fall_to", to[0], n);
      marmot_result_add_doubles (&result, "rise_to", to[1], n);
    }
  marmot_result_add_statuses (&result, "status", status, n);
  if (plan.words)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      for (gsize i = 0; i < n; i++)
        g_ptr_array_add (words, status[i] == MARMOT_STATUS_OK ? say_detectable (&plan, kind, fall[i], rise[i]) : NULL);
      add_words (&result, words);
    }
  return marmot_result_end (&result);
}

double
marmot_detectable_gap (double gap_se_1,
                       double gap_se_2,
                       MarmotPowerOptions *options,
                       GError **error)
{
  Plan plan;

  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), (double) NAN);

  if (!plan_init (&plan, options, error))
    return (double) NAN;
  if (!(gap_se_1 >= 0 && isfinite (gap_se_1) && gap_se_2 >= 0 && isfinite (gap_se_2)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "A standard error is a finite number that is not below zero: correct it");
      return (double) NAN;
    }
  return mn_power_factor (plan.z, plan.power) * hypot (gap_se_1, gap_se_2);
}

/* A statistic of many rows for one: the table, or NULL where the numbers cannot be. */
static MarmotTable *
run_one (MarmotTable *(*of_rows) (MarmotTable *, MarmotPowerOptions *, GError **),
         const char *const *names,
         const double *numbers,
         MarmotPowerOptions *options,
         GError **error)
{
  g_autoptr (MarmotTable) row = marmot_gaps_make_row (names, numbers);
  g_autoptr (MarmotTable) result = of_rows (row, options, error);
  MarmotStatus status;

  if (!result)
    return NULL;
  status = (MarmotStatus) marmot_column_get_code (marmot_table_peek_column (result, "status"), 0);
  if (status != MARMOT_STATUS_OK)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "There is no change that could be told: %s",
                   marmot_status_get_description (status));
      return NULL;
    }
  return g_steal_pointer (&result);
}

/* Both ways of a row of three numbers; TRUE unless they cannot be. */
static gboolean
find_change (const char *const *names,
             const double *numbers,
             MarmotPowerOptions *options,
             double *fall,
             double *rise,
             GError **error)
{
  g_autoptr (MarmotTable) changes = run_one (marmot_detectable_changes, names, numbers, options, error);

  *fall = changes ? marmot_gaps_read_cell (changes, "fall") : (double) NAN;
  *rise = changes ? marmot_gaps_read_cell (changes, "rise") : (double) NAN;
  return changes != NULL;
}

gboolean
marmot_detectable_proportion (double proportion,
                              double n_1,
                              double n_2,
                              MarmotPowerOptions *options,
                              double *fall,
                              double *rise,
                              GError **error)
{
  const char *const names[] = { "proportion", "n_1", "n_2", NULL };
  const double numbers[] = { proportion, n_1, n_2 };

  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), FALSE);
  g_return_val_if_fail (fall != NULL && rise != NULL, FALSE);

  return find_change (names, numbers, options, fall, rise, error);
}

gboolean
marmot_detectable_rate (double rate,
                        double years_1,
                        double years_2,
                        MarmotPowerOptions *options,
                        double *fall,
                        double *rise,
                        GError **error)
{
  const char *const names[] = { "rate", "years_1", "years_2", NULL };
  const double numbers[] = { rate, years_1, years_2 };

  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), FALSE);
  g_return_val_if_fail (fall != NULL && rise != NULL, FALSE);

  return find_change (names, numbers, options, fall, rise, error);
}

/* --- the size that it takes ----------------------------------------------------------- */

static gboolean
needed_by_gaps (MarmotTable *figures,
                const Plan *plan,
                MarmotScratch *scratch,
                double *factor,
                guint8 *status,
                GError **error)
{
  double times = mn_power_factor (plan->z, plan->power);
  gsize n = marmot_table_get_n_rows (figures);
  const double *change;
  double *se;

  if (!read_gap_errors (figures, scratch, &se, status, error)
      || !marmot_gaps_read (figures, "change", TRUE, scratch, &change, status, error))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (status[i] == MARMOT_STATUS_OK && !isfinite (change[i]))
        status[i] = MARMOT_STATUS_NOT_FINITE;
      if (status[i] == MARMOT_STATUS_OK && change[i] == 0)
        status[i] = MARMOT_STATUS_OUT_OF_REACH;
      factor[i] = status[i] == MARMOT_STATUS_OK ? (times * se[i] / change[i]) * (times * se[i] / change[i]) : (double) NAN;
    }
  return TRUE;
}

MarmotTable *
marmot_needed_sizes (MarmotTable *figures,
                     MarmotPowerOptions *options,
                     GError **error)
{
  const char *const names[][2] = { { "proportion_1", "proportion_2" }, { "rate_1", "rate_2" } };
  const char *const sizes[][2] = { { "n_1", "n_2" }, { "years_1", "years_2" } };
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Plan plan;
  Kind kind;
  guint8 *status;
  double *first, *second, *events[2];
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, error) || !find_kind (figures, "proportion_1", "rate_1", &kind, error))
    return NULL;
  n = marmot_table_get_n_rows (figures);
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  status = marmot_scratch_bytes (&scratch, n);
  first = marmot_scratch_doubles (&scratch, n);
  second = marmot_scratch_doubles (&scratch, n);
  events[0] = marmot_scratch_doubles (&scratch, n);
  events[1] = marmot_scratch_doubles (&scratch, n);

  if (kind == GAPS)
    {
      if (!needed_by_gaps (figures, &plan, &scratch, first, status, error))
        return NULL;
      marmot_result_add_doubles (&result, "factor", first, n);
    }
  else
    {
      const double *in[2], *given;
      double *figure[2];
      double *ratio = marmot_scratch_doubles (&scratch, n);

      if (!marmot_gaps_read (figures, "ratio", FALSE, &scratch, &given, status, error))
        return NULL;
      for (int t = 0; t < 2; t++)
        {
          if (!marmot_gaps_read (figures, names[kind][t], TRUE, &scratch, &in[t], status, error))
            return NULL;
          figure[t] = divide (in[t], plan.per, n, &scratch);
        }
      for (gsize i = 0; i < n; i++)
        ratio[i] = given ? given[i] : 1;
      mn_needed_size ((int) kind, figure[0], figure[1], ratio, n, plan.z, plan.power, first, status);
      for (gsize i = 0; i < n; i++)
        {
          second[i] = ratio[i] * first[i];
          events[0][i] = first[i] * figure[0][i];
          events[1][i] = second[i] * figure[1][i];
        }
      marmot_result_add_doubles (&result, sizes[kind][0], first, n);
      marmot_result_add_doubles (&result, sizes[kind][1], second, n);
      if (kind == TIME)
        {
          marmot_result_add_doubles (&result, "events_1", events[0], n);
          marmot_result_add_doubles (&result, "events_2", events[1], n);
        }
    }
  marmot_result_add_statuses (&result, "status", status, n);
  if (plan.words)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      for (gsize i = 0; i < n; i++)
        g_ptr_array_add (words, status[i] != MARMOT_STATUS_OK ? NULL
                                                               : say_needed (&plan, kind, first[i], second[i],
                                                                             events[0][i] + events[1][i]));
      add_words (&result, words);
    }
  return marmot_result_end (&result);
}

/* Both sizes of a row of three numbers; TRUE unless they cannot be. */
static gboolean
find_sizes (const char *const *names,
            const char *const *sizes,
            const double *numbers,
            MarmotPowerOptions *options,
            double *first,
            double *second,
            GError **error)
{
  g_autoptr (MarmotTable) needed = run_one (marmot_needed_sizes, names, numbers, options, error);

  *first = needed ? marmot_gaps_read_cell (needed, sizes[0]) : (double) NAN;
  *second = needed ? marmot_gaps_read_cell (needed, sizes[1]) : (double) NAN;
  return needed != NULL;
}

gboolean
marmot_needed_people (double proportion_1,
                      double proportion_2,
                      double ratio,
                      MarmotPowerOptions *options,
                      double *n_1,
                      double *n_2,
                      GError **error)
{
  const char *const names[] = { "proportion_1", "proportion_2", "ratio", NULL };
  const char *const sizes[] = { "n_1", "n_2" };
  const double numbers[] = { proportion_1, proportion_2, ratio };

  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), FALSE);
  g_return_val_if_fail (n_1 != NULL && n_2 != NULL, FALSE);

  return find_sizes (names, sizes, numbers, options, n_1, n_2, error);
}

gboolean
marmot_needed_years (double rate_1,
                     double rate_2,
                     double ratio,
                     MarmotPowerOptions *options,
                     double *years_1,
                     double *years_2,
                     GError **error)
{
  const char *const names[] = { "rate_1", "rate_2", "ratio", NULL };
  const char *const sizes[] = { "years_1", "years_2" };
  const double numbers[] = { rate_1, rate_2, ratio };

  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), FALSE);
  g_return_val_if_fail (years_1 != NULL && years_2 != NULL, FALSE);

  return find_sizes (names, sizes, numbers, options, years_1, years_2, error);
}

double
marmot_needed_factor (double gap_se_1,
                      double gap_se_2,
                      double change,
                      MarmotPowerOptions *options,
                      GError **error)
{
  const char *const names[] = { "gap_se_1", "gap_se_2", "change", NULL };
  const double numbers[] = { gap_se_1, gap_se_2, change };
  g_autoptr (MarmotTable) needed = NULL;

  g_return_val_if_fail (options == NULL || MARMOT_IS_POWER_OPTIONS (options), (double) NAN);

  needed = run_one (marmot_needed_sizes, names, numbers, options, error);
  return needed ? marmot_gaps_read_cell (needed, "factor") : (double) NAN;
}
